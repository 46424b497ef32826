/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-summary.h"

#include <glib/gi18n-lib.h>

#include "comparing/plx-comparing.h"

/* What so many voices tell that do not depend on each other is missed where it is left out. */
#define LEAST_VOICES 2
/* So many sources are told of, and of each so many claims. */
#define MAX_SOURCES 6
#define MAX_CLAIMS 2

/* What an article leaves out. */
typedef struct
{
  guint   article;
  GArray *claims; /* const PlxSheetClaim *, those of most voices first */
} LeftOut;

static void
left_out_clear (gpointer data)
{
  g_array_unref (((LeftOut *) data)->claims);
}

static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const PlxSheetClaim *x = *(const PlxSheetClaim * const *) a;
  const PlxSheetClaim *y = *(const PlxSheetClaim * const *) b;

  if (x->n_independent != y->n_independent)
    return x->n_independent > y->n_independent ? -1 : 1;

  return (x->claim > y->claim) - (x->claim < y->claim);
}

static int
compare_left_out (gconstpointer a,
                  gconstpointer b)
{
  const LeftOut *x = a;
  const LeftOut *y = b;

  if (x->claims->len != y->claims->len)
    return x->claims->len > y->claims->len ? -1 : 1;

  return (x->article > y->article) - (x->article < y->article);
}

/* Counted in what is shown: a claim that hidden passages make one of two voices is none. */
static GArray *
find_claims (PlxSheetTelling *telling,
             guint            article)
{
  PlxSheetMatter *matter = telling->matter;
  g_autoptr (GArray) all = plx_comparing_left_out (matter->analysis, article, LEAST_VOICES);
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (const PlxSheetClaim *));

  for (guint i = 0; i < all->len; i++)
    {
      const guint place = g_array_index (all, PlxLeftOut, i).claim;
      const PlxSheetClaim *claim = plx_sheet_tally_find (telling->tally, place);

      if (claim != NULL && claim->n_independent >= LEAST_VOICES &&
          (claim->n_hidden == 0 ||
           plx_comparing_count_voices (matter->analysis, matter->passages, place,
                                       article) >= LEAST_VOICES))
        g_array_append_val (claims, claim);
    }
  g_array_sort (claims, compare_claims);

  return claims;
}

static char *
tell (PlxSheetTelling *telling,
      const LeftOut   *left_out)
{
  g_autofree char *source = plx_telling_source (telling, left_out->article);
  const guint n = left_out->claims->len;
  const guint n_told = MIN (n, MAX_CLAIMS);
  g_autoptr (GString) claims = g_string_new (NULL);

  for (guint i = 0; i < n_told; i++)
    {
      const PlxSheetClaim *claim = g_array_index (left_out->claims, const PlxSheetClaim *, i);
      g_autofree char *label = plx_telling_label (telling, claim);
      g_autofree char *name = plx_telling_claim (telling, claim);
      g_autofree char *citations = plx_telling_cite_claim (telling, claim);

      g_string_append (claims, i > 0 ? "; " : "");
      /* Translators: what a claim is about, “claim 3”, and the numbers of its sources */
      g_string_append_printf (claims, _("%1$s (%2$s)%3$s"), label, name, citations);
    }
  if (n > n_told)
    /* Translators: how many claims there are besides those before */
    g_string_append_printf (claims, g_dngettext (GETTEXT_PACKAGE, "; and %u more", "; and %u more",
                                                 n - n_told), n - n_told);

  /* Translators: a source, how many claims it leaves out, and which */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s leaves out %2$u claim: %3$s.",
                                       "%1$s leaves out %2$u claims: %3$s.", n), source, n,
                          claims->str);
}

/* What others report of which at least two do not depend on each other, and a source does not: a
 * line a source, those that leave out most first. */
void
plx_sheet_summary_add_left_out (PlxSheetTelling *telling,
                                GPtrArray       *lines)
{
  const guint n = plx_analysis_get_n_articles (telling->matter->analysis);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LeftOut));
  guint n_told;

  g_array_set_clear_func (found, left_out_clear);
  for (guint i = 0; i < n; i++)
    {
      LeftOut left_out = { i, NULL };

      if (!plx_sheet_matter_shows (telling->matter, i))
        continue;
      left_out.claims = find_claims (telling, i);
      if (left_out.claims->len > 0)
        g_array_append_val (found, left_out);
      else
        g_array_unref (left_out.claims);
    }
  g_array_sort (found, compare_left_out);

  n_told = MIN (found->len, MAX_SOURCES);
  for (guint i = 0; i < n_told; i++)
    g_ptr_array_add (lines, tell (telling, &g_array_index (found, LeftOut, i)));
  if (found->len > n_told)
    g_ptr_array_add (lines, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "… and %u source more leaves something out.",
                   "… and %u sources more leave something out.", found->len - n_told),
      found->len - n_told));
}
