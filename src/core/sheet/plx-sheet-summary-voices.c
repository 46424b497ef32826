/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-summary.h"

#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-marks.h"

/* So many origins are named, so many claims that rest on few of them, so many pairs of copies. */
#define MAX_ORIGINS 4
#define MAX_CLAIMS 3
#define MAX_COPIES 3
/* So few words may stand in two articles by chance, in a name or a set phrase. */
#define LEAST_COPIED 25

/* An origin and the articles that name it. */
typedef struct
{
  const char *name;
  GArray     *articles; /* guint */
  guint       n;        /* sentences */
} Origin;

static void
origin_clear (gpointer data)
{
  g_array_unref (((Origin *) data)->articles);
}

static void
add_origin (GArray     *origins,
            const char *name,
            guint       article)
{
  Origin *origin = NULL;

  for (guint i = 0; i < origins->len && origin == NULL; i++)
    {
      if (g_str_equal (g_array_index (origins, Origin, i).name, name))
        origin = &g_array_index (origins, Origin, i);
    }
  if (origin == NULL)
    {
      const Origin new = { name, g_array_new (FALSE, FALSE, sizeof (guint)), 0 };

      g_array_append_val (origins, new);
      origin = &g_array_index (origins, Origin, origins->len - 1);
    }

  origin->n++;
  for (guint i = 0; i < origin->articles->len; i++)
    {
      if (g_array_index (origin->articles, guint, i) == article)
        return;
    }
  g_array_append_val (origin->articles, article);
}

/* Named by most articles first, then in most sentences. */
static int
compare_origins (gconstpointer a,
                 gconstpointer b)
{
  const Origin *x = a;
  const Origin *y = b;

  if (x->articles->len != y->articles->len)
    return x->articles->len > y->articles->len ? -1 : 1;
  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;

  return g_strcmp0 (x->name, y->name);
}

static GArray *
find_origins (PlxSheetTelling *telling)
{
  GArray *origins = g_array_new (FALSE, FALSE, sizeof (Origin));

  g_array_set_clear_func (origins, origin_clear);
  for (guint i = 0; i < telling->tally->claims->len; i++)
    {
      const PlxSheetClaim *claim = &g_array_index (telling->tally->claims, PlxSheetClaim, i);
      const PlxClaimRecord *record = plx_analysis_get_claim (telling->matter->analysis,
                                                             claim->claim);
      const guint n = g_strv_length (record->origins);

      for (guint j = 0; n > 0 && j < MIN (record->refs->len, record->origin_of->len); j++)
        {
          const PlxSentenceRef ref = g_array_index (record->refs, PlxSentenceRef, j);
          const guint32 origin = g_array_index (record->origin_of, guint32, j);

          if (origin < n && plx_telling_is_named (record, origin) &&
              plx_passages_is_shown (telling->matter->passages, ref))
            add_origin (origins, record->origins[origin], ref.article);
        }
    }
  g_array_sort (origins, compare_origins);

  return origins;
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
add_origins (PlxSheetTelling *telling,
             GPtrArray       *lines)
{
  g_autoptr (GArray) origins = find_origins (telling);
  g_autoptr (GString) names = g_string_new (NULL);
  const guint n = MIN (origins->len, MAX_ORIGINS);

  for (guint i = 0; i < n; i++)
    {
      const Origin *origin = &g_array_index (origins, Origin, i);
      g_autofree char *name = plx_marks_plain (origin->name);
      g_autofree char *citations = NULL;

      g_array_sort (origin->articles, compare_articles);
      citations = plx_telling_cite_articles (origin->articles);
      g_string_append_printf (names, "%s%s%s", i > 0 ? _(", ") : "", name, citations);
    }

  if (n > 0)
    /* Translators: followed by whom sources name as those from whom they have what they report */
    g_ptr_array_add (lines, g_strdup_printf (_("Named most often as the origin: %s."),
                                             names->str));
}

/* The claims that seem to be told by more than they are, the most deceptive first. */
static int
compare_dependent (gconstpointer a,
                   gconstpointer b)
{
  const PlxSheetClaim *x = *(const PlxSheetClaim * const *) a;
  const PlxSheetClaim *y = *(const PlxSheetClaim * const *) b;
  const guint gap_x = x->n_sources - x->n_independent, gap_y = y->n_sources - y->n_independent;

  if (gap_x != gap_y)
    return gap_x > gap_y ? -1 : 1;

  return (x->claim > y->claim) - (x->claim < y->claim);
}

static char *
tell_claims (PlxSheetTelling *telling,
             GPtrArray       *claims)
{
  GString *text = g_string_new (NULL);
  const guint n = MIN (claims->len, MAX_CLAIMS);

  for (guint i = 0; i < n; i++)
    {
      const PlxSheetClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *name = plx_telling_claim (telling, claim);
      g_autofree char *counts = plx_telling_counts (claim);
      g_autofree char *citations = plx_telling_cite_claim (telling, claim);

      g_string_append (text, i > 0 ? "; " : "");
      /* Translators: “claim 3”, “4 sources, 1 origin”, and the numbers of the sources */
      g_string_append_printf (text, _("%1$s (%2$s)%3$s"), name, counts, citations);
    }

  return g_string_free_and_steal (text);
}

static void
add_dependent (PlxSheetTelling *telling,
               GPtrArray       *lines)
{
  const PlxSheetTally *tally = telling->tally;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *claims = NULL;

  for (guint i = 0; i < tally->claims->len; i++)
    {
      const PlxSheetClaim *claim = &g_array_index (tally->claims, PlxSheetClaim, i);

      if (claim->n_independent < claim->n_sources)
        g_ptr_array_add (found, (gpointer) claim);
    }
  if (found->len == 0)
    {
      if (tally->n_several > 0)
        g_ptr_array_add (lines, g_strdup (_("No two sources of a claim name the same origin, or "
                                            "have it word for word from each other.")));
      return;
    }

  g_ptr_array_sort (found, compare_dependent);
  claims = tell_claims (telling, found);
  if (found->len > MAX_CLAIMS)
    /* Translators: in how many claims, and the first of them */
    g_ptr_array_add (lines, g_strdup_printf (_("Less independent than it seems: in %1$u claims "
                                               "sources share an origin or copy each other, above "
                                               "all %2$s."), found->len, claims));
  else
    g_ptr_array_add (lines, g_strdup_printf (_("Less independent than it seems, since sources "
                                               "share an origin or copy each other: %s."),
                                             claims));
}

typedef struct
{
  guint a;
  guint b;
  guint n_words;
} Copies;

static int
compare_copies (gconstpointer a,
                gconstpointer b)
{
  const Copies *x = a;
  const Copies *y = b;

  if (x->n_words != y->n_words)
    return x->n_words > y->n_words ? -1 : 1;

  return x->a != y->a ? (x->a > y->a ? 1 : -1) : (x->b > y->b) - (x->b < y->b);
}

static GArray *
find_copies (PlxSheetTelling *telling)
{
  PlxSheetMatter *matter = telling->matter;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Copies));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < matter->analysis->copies->len; i++)
    {
      const PlxCopyRecord *copy = g_ptr_array_index (matter->analysis->copies, i);
      Copies copies = { MIN (copy->article, copy->other), MAX (copy->article, copy->other), 0 };
      gint64 key = (gint64) copies.a << 32 | copies.b;
      gpointer place;

      if (!plx_sheet_matter_shows (matter, copy->article) ||
          !plx_sheet_matter_shows (matter, copy->other))
        continue;
      if (!g_hash_table_lookup_extended (places, &key, NULL, &place))
        {
          place = GUINT_TO_POINTER (found->len);
          g_hash_table_insert (places, g_memdup2 (&key, sizeof key), place);
          g_array_append_val (found, copies);
        }
      g_array_index (found, Copies, GPOINTER_TO_UINT (place)).n_words += copy->n_words;
    }
  g_array_sort (found, compare_copies);

  return found;
}

static void
add_copies (PlxSheetTelling *telling,
            GPtrArray       *lines)
{
  g_autoptr (GArray) found = find_copies (telling);

  for (guint i = 0; i < MIN (found->len, MAX_COPIES); i++)
    {
      const Copies *copies = &g_array_index (found, Copies, i);
      g_autofree char *a = plx_telling_source (telling, copies->a);
      g_autofree char *b = plx_telling_source (telling, copies->b);

      if (copies->n_words < LEAST_COPIED)
        return;
      /* Translators: two sources, and how many words both have; %3$u is large */
      g_ptr_array_add (lines, g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$s and %2$s share %3$u word in passages that are the same "
                     "word for word.", "%1$s and %2$s share %3$u words in passages that are the "
                     "same word for word.", copies->n_words), a, b, copies->n_words));
    }
}

/* On whose word the sources report, and how far they depend on each other. */
void
plx_sheet_summary_add_voices (PlxSheetTelling *telling,
                              GPtrArray       *lines)
{
  if (telling->tally->n_sources > 1)
    add_dependent (telling, lines);
  add_origins (telling, lines);
  if (telling->tally->n_sources > 1)
    add_copies (telling, lines);
}
