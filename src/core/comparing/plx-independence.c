/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-independence"

#include "config.h"

#include "comparing/plx-independence.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "language/names/plx-agencies.h"

/* The articles of a story and the origins of one claim, in sets of those that depend on each
 * other: the articles come first, then the origins. */
typedef struct
{
  PlxAnalysis          *analysis;
  const PlxClaimRecord *claim;
  GArray               *parents; /* guint, of each its parent in the set */
} Sets;

static guint
find (Sets  *self,
      guint  i)
{
  while (g_array_index (self->parents, guint, i) != i)
    i = g_array_index (self->parents, guint, i);

  return i;
}

static void
unite (Sets  *self,
       guint  a,
       guint  b)
{
  guint root_a = find (self, a), root_b = find (self, b);

  g_array_index (self->parents, guint, MAX (root_a, root_b)) = MIN (root_a, root_b);
}

/* "The Daily Herald" and "Daily Herald", "AP" and "Associated Press" are one. */
static gboolean
is_same_name (const char *a,
              const char *b)
{
  const char *agency_a = plx_agencies_find (a, -1), *agency_b = plx_agencies_find (b, -1);

  if (agency_a != NULL && agency_b != NULL)
    return agency_a == agency_b;

  a += g_ascii_strncasecmp (a, "the ", 4) == 0 ? 4 : 0;
  b += g_ascii_strncasecmp (b, "the ", 4) == 0 ? 4 : 0;

  return g_ascii_strcasecmp (a, b) == 0;
}

/* Whether an article is the origin itself, as the one of an agency is for those who cite it. */
static gboolean
is_of_outlet (Sets       *self,
              guint       article,
              const char *origin)
{
  const char *outlet =
    plx_analysis_get_document (self->analysis, article)->fields[PLX_FIELD_OUTLET];

  return outlet != NULL && is_same_name (outlet, origin);
}

/* Whether the same origin in two articles is one: "two officials" may be others elsewhere, and "a
 * report" another one. */
static gboolean
is_one (Sets    *self,
        guint32  origin)
{
  PlxVoice voice = g_array_index (self->claim->voices, guint32, origin);

  return voice != PLX_VOICE_UNNAMED &&
         (voice != PLX_VOICE_DOCUMENT || strchr (self->claim->origins[origin], ' ') != NULL);
}

/* The first origin that an article names for the claim. Who are not named are nobody who could
 * be told to be the same. */
static void
unite_origins (Sets *self)
{
  guint n_articles = plx_analysis_get_n_articles (self->analysis);
  guint32 last = PLX_NONE;

  for (guint i = 0; i < self->claim->refs->len; i++)
    {
      guint32 article = g_array_index (self->claim->refs, PlxSentenceRef, i).article;
      guint32 origin = g_array_index (self->claim->origin_of, guint32, i);

      if (origin == PLX_NONE || article == last || !is_one (self, origin))
        continue;
      unite (self, article, n_articles + origin);
      last = article;
    }

  for (guint i = 0; self->claim->origins[i] != NULL; i++)
    {
      for (guint k = 0; k < self->claim->refs->len; k++)
        {
          guint32 article = g_array_index (self->claim->refs, PlxSentenceRef, k).article;

          if (is_of_outlet (self, article, self->claim->origins[i]))
            unite (self, article, n_articles + i);
        }
    }
}

/* The first copy of an article, which may be the end of the array. */
static guint
first_copy (PlxAnalysis *analysis,
            guint32      article)
{
  guint low = 0, high = analysis->copies->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PlxCopyRecord *copy = g_ptr_array_index (analysis->copies, middle);

      if (copy->article < article)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* An article that has more than half of its sentence word for word from another one. */
static void
unite_copies (Sets *self)
{
  for (guint i = 0; i < self->claim->refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (self->claim->refs, PlxSentenceRef, i);
      const PlxSentenceSpan *span = plx_analysis_get_sentence (self->analysis, ref);

      for (guint k = first_copy (self->analysis, ref.article); k < self->analysis->copies->len;
           k++)
        {
          const PlxCopyRecord *copy = g_ptr_array_index (self->analysis->copies, k);
          guint32 from = MAX (span->start, copy->start), to = MIN (span->end, copy->end);

          if (copy->article != ref.article || copy->start >= span->end)
            break;
          if (from < to && 2 * (to - from) > span->end - span->start)
            unite (self, ref.article, copy->other);
        }
    }
}

static void
sets_init (Sets                 *self,
           PlxAnalysis          *analysis,
           const PlxClaimRecord *claim)
{
  guint n = plx_analysis_get_n_articles (analysis) + g_strv_length (claim->origins);

  self->analysis = analysis;
  self->claim = claim;
  self->parents = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (self->parents, i);
  unite_copies (self);
  unite_origins (self);
}

/* How many sets report the claim, without the one of @except. */
static guint
count (Sets  *self,
       guint  except)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (except != PLX_NONE)
    g_hash_table_add (seen, GUINT_TO_POINTER (find (self, except)));

  for (guint i = 0; i < self->claim->refs->len; i++)
    {
      guint32 article = g_array_index (self->claim->refs, PlxSentenceRef, i).article;

      g_hash_table_add (seen, GUINT_TO_POINTER (find (self, article)));
    }

  return g_hash_table_size (seen) - (except != PLX_NONE);
}

/**
 * plx_independence_fill:
 * @analysis: an analysis whose claims and copies are found
 *
 * Counts for each claim how many voices report it that do not depend on each other.
 *
 * Articles count as one voice where they have the claim from the same origin, where one of them
 * is that origin, or where one has the sentence word for word from another; and so do those that
 * are tied by a third. Of an article that names several origins for a claim, the first counts.
 * People without a name are nobody who could be the same twice, and neither is “a report”.
 */
void
plx_independence_fill (PlxAnalysis *analysis)
{
  for (guint i = 0; i < analysis->claims->len; i++)
    {
      PlxClaimRecord *claim = g_ptr_array_index (analysis->claims, i);
      Sets sets;

      sets_init (&sets, analysis, claim);
      claim->n_independent = count (&sets, PLX_NONE);
      g_array_unref (sets.parents);
    }
}

static gboolean
reports (const PlxClaimRecord *claim,
         guint                 article)
{
  for (guint i = 0; i < claim->refs->len; i++)
    {
      if (g_array_index (claim->refs, PlxSentenceRef, i).article == article)
        return TRUE;
    }

  return FALSE;
}

/* An article of which it is asked what it leaves out. */
typedef struct
{
  PlxAnalysis *analysis;
  guint        article;
  GHashTable  *names; /* (element-type utf8 int): whether an origin is its own, or its agency */
  guint8      *copies; /* by article, whether that one has anything word for word from it */
} Asked;

static void
asked_init (Asked       *self,
            PlxAnalysis *analysis,
            guint        article)
{
  self->analysis = analysis;
  self->article = article;
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->copies = g_new0 (guint8, plx_analysis_get_n_articles (analysis));

  for (guint i = 0; i < analysis->copies->len; i++)
    {
      const PlxCopyRecord *copy = g_ptr_array_index (analysis->copies, i);

      if (copy->other == article)
        self->copies[copy->article] = TRUE;
    }
}

static void
asked_clear (Asked *self)
{
  g_hash_table_unref (self->names);
  g_free (self->copies);
}

/* Whether an origin is the article itself, or the agency that it credits: what others have from
 * that, too, is no second voice that it could have heard. */
static gboolean
is_own (Asked *self,
        char  *origin)
{
  const PlxDocument *document = plx_analysis_get_document (self->analysis, self->article);
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  const char *credit = document->fields[PLX_FIELD_AGENCY];
  gpointer known;

  if (!g_hash_table_lookup_extended (self->names, origin, NULL, &known))
    {
      known = GINT_TO_POINTER ((outlet != NULL && is_same_name (outlet, origin)) ||
                               (credit != NULL && is_same_name (credit, origin)));
      g_hash_table_insert (self->names, origin, known);
    }

  return GPOINTER_TO_INT (known);
}

/* Whether anybody who reports a claim may have it from the article. */
static gboolean
may_be_heard (Asked                *self,
              const PlxClaimRecord *claim)
{
  for (guint i = 0; claim->origins[i] != NULL; i++)
    {
      if (is_own (self, claim->origins[i]))
        return TRUE;
    }
  for (guint i = 0; i < claim->refs->len; i++)
    {
      if (self->copies[g_array_index (claim->refs, PlxSentenceRef, i).article])
        return TRUE;
    }

  return FALSE;
}

/* How many voices report a claim that do not depend on the article. */
static guint
count_without (Asked                *self,
               const PlxClaimRecord *claim)
{
  Sets sets;
  guint n;

  if (!may_be_heard (self, claim))
    return claim->n_independent;

  sets_init (&sets, self->analysis, claim);
  for (guint i = 0; claim->origins[i] != NULL; i++)
    {
      if (is_own (self, claim->origins[i]))
        unite (&sets, self->article, plx_analysis_get_n_articles (self->analysis) + i);
    }
  n = count (&sets, self->article);
  g_array_unref (sets.parents);

  return n;
}

/* What of a claim is shown, with the origins of all of it. */
static PlxClaimRecord *
copy_shown (const PlxClaimRecord *claim,
            PlxPassages          *passages)
{
  PlxClaimRecord *shown = plx_claim_record_new ();

  g_strfreev (shown->origins);
  shown->origins = g_strdupv (claim->origins);
  for (guint i = 0; claim->origins[i] != NULL; i++)
    {
      guint32 voice = i < claim->voices->len ? g_array_index (claim->voices, guint32, i)
                                             : PLX_VOICE_OUTLET;

      g_array_append_val (shown->voices, voice);
    }

  for (guint i = 0; i < claim->refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, i);
      guint32 origin = i < claim->origin_of->len ? g_array_index (claim->origin_of, guint32, i)
                                                 : PLX_NONE;

      if (!plx_passages_is_shown (passages, ref))
        continue;
      g_array_append_val (shown->refs, ref);
      g_array_append_val (shown->origin_of, origin);
    }

  return shown;
}

/**
 * plx_comparing_count_voices:
 * @analysis: an analysis
 * @passages: what of it counts
 * @claim: a claim of it, by its place
 * @without: an article of which none of the voices may depend, or `PLX_NONE`
 *
 * Returns: how many voices report the claim in the passages that are shown and do not depend on
 *   each other; as [struct@ClaimRecord] has it for all passages
 */
guint
plx_comparing_count_voices (PlxAnalysis *analysis,
                            PlxPassages *passages,
                            guint        claim,
                            guint        without)
{
  g_autoptr (PlxClaimRecord) shown = copy_shown (plx_analysis_get_claim (analysis, claim),
                                                 passages);
  Asked asked;
  Sets sets;
  guint n;

  sets_init (&sets, analysis, shown);
  if (without != PLX_NONE)
    {
      asked_init (&asked, analysis, without);
      for (guint i = 0; shown->origins[i] != NULL; i++)
        {
          if (is_own (&asked, shown->origins[i]))
            unite (&sets, without, plx_analysis_get_n_articles (analysis) + i);
        }
      asked_clear (&asked);
    }
  n = count (&sets, without);
  g_array_unref (sets.parents);

  return n;
}

/**
 * plx_comparing_left_out:
 * @analysis: an analysis
 * @article: one of its articles
 * @least: how many voices at least report what counts as left out
 *
 * Finds what others report and an article does not. Those that depend on each other count once,
 * and those that have it from the article itself, or from the agency that it credits, not at all.
 *
 * Returns: (transfer full) (element-type PlxLeftOut): the claims, in their order in the analysis
 */
GArray *
plx_comparing_left_out (PlxAnalysis *analysis,
                        guint        article,
                        guint        least)
{
  GArray *left_out = g_array_new (FALSE, FALSE, sizeof (PlxLeftOut));
  Asked asked;

  g_return_val_if_fail (article < plx_analysis_get_n_articles (analysis), left_out);

  asked_init (&asked, analysis, article);
  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);
      PlxLeftOut one = { i, 0 };

      /* What has fewer sources cannot have more voices. */
      if (claim->n_independent < least || reports (claim, article))
        continue;
      one.n_independent = count_without (&asked, claim);
      if (one.n_independent >= least)
        g_array_append_val (left_out, one);
    }
  asked_clear (&asked);

  return left_out;
}
