/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-anchor"

#include "config.h"

#include "model/plx-anchor.h"

#include "model/plx-naming.h"

/* The articles, each with a table of its sentences once it has been asked for. */
struct _PlxAnchorIndex
{
  GPtrArray *annotations;
  GArray    *articles; /* gint64, by place */
  GPtrArray *tables;   /* (element-type GHashTable) (nullable): folded text → GArray of guint */
};

/**
 * plx_anchor_new:
 * @article: id of an article
 * @text: a sentence of it
 * @nth: which of several that read the same, from 0
 *
 * Returns: (transfer full): the sentence, by its words
 */
PlxAnchor *
plx_anchor_new (gint64      article,
                const char *text,
                guint       nth)
{
  PlxAnchor *self = g_new0 (PlxAnchor, 1);

  self->article = article;
  self->text = g_strdup (text);
  self->nth = nth;

  return self;
}

static char *
dup_sentence (PlxAnnotation *annotation,
              guint          sentence)
{
  const PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan, sentence);

  return g_strndup (annotation->document->text->str + span->start, span->end - span->start);
}

static char *
dup_folded (PlxAnnotation *annotation,
            guint          sentence)
{
  g_autofree char *text = dup_sentence (annotation, sentence);

  return plx_naming_fold (text);
}

/**
 * plx_anchor_new_at:
 * @annotation: an article
 * @sentence: a sentence of it, by its place
 * @article: the article's id
 *
 * Returns: (transfer full): the sentence, by its words
 */
PlxAnchor *
plx_anchor_new_at (PlxAnnotation *annotation,
                   guint          sentence,
                   gint64         article)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  guint nth = 0;

  g_return_val_if_fail (sentence < annotation->sentences->len, NULL);

  text = dup_sentence (annotation, sentence);
  folded = plx_naming_fold (text);
  for (guint i = 0; i < sentence; i++)
    {
      g_autofree char *other = dup_folded (annotation, i);

      nth += g_str_equal (other, folded);
    }

  return plx_anchor_new (article, text, nth);
}

PlxAnchor *
plx_anchor_copy (const PlxAnchor *self)
{
  PlxAnchor *copy = plx_anchor_new (self->article, self->text, self->nth);

  copy->side = self->side;
  copy->says = g_strdup (self->says);

  return copy;
}

void
plx_anchor_free (PlxAnchor *self)
{
  g_free (self->text);
  g_free (self->says);
  g_free (self);
}

/**
 * plx_anchors_new:
 *
 * Returns: (transfer full) (element-type PlxAnchor): an array of no sentences
 */
GPtrArray *
plx_anchors_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_anchor_free);
}

GPtrArray *
plx_anchors_copy (GPtrArray *anchors)
{
  GPtrArray *copy = plx_anchors_new ();

  for (guint i = 0; i < anchors->len; i++)
    g_ptr_array_add (copy, plx_anchor_copy (g_ptr_array_index (anchors, i)));

  return copy;
}

/**
 * plx_anchor_index_new:
 * @annotations: (element-type PlxAnnotation): articles
 * @articles: (array): the id of each
 *
 * Returns: (transfer full): their sentences, to be found by their words
 */
PlxAnchorIndex *
plx_anchor_index_new (GPtrArray    *annotations,
                      const gint64 *articles)
{
  PlxAnchorIndex *self = g_new0 (PlxAnchorIndex, 1);

  self->annotations = g_ptr_array_ref (annotations);
  self->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (annotations->len > 0)
    g_array_append_vals (self->articles, articles, annotations->len);
  self->tables = g_ptr_array_new ();
  g_ptr_array_set_size (self->tables, annotations->len);

  return self;
}

void
plx_anchor_index_free (PlxAnchorIndex *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    g_clear_pointer ((GHashTable **) &g_ptr_array_index (self->tables, i), g_hash_table_unref);
  g_ptr_array_unref (self->tables);
  g_array_unref (self->articles);
  g_ptr_array_unref (self->annotations);
  g_free (self);
}

static GHashTable *
ensure_table (PlxAnchorIndex *self,
              guint           article)
{
  PlxAnnotation *annotation = g_ptr_array_index (self->annotations, article);
  GHashTable *table = g_ptr_array_index (self->tables, article);

  if (table != NULL)
    return table;

  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      g_autofree char *folded = dup_folded (annotation, i);
      GArray *places = g_hash_table_lookup (table, folded);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (table, g_steal_pointer (&folded), places);
        }
      g_array_append_val (places, i);
    }
  g_ptr_array_index (self->tables, article) = table;

  return table;
}

/**
 * plx_anchor_index_find:
 * @self: sentences
 * @anchor: one that is looked for
 * @ref: (out): where it stands
 *
 * Where fewer sentences read so than there were, the last of them is taken.
 *
 * Returns: whether there is such a sentence
 */
gboolean
plx_anchor_index_find (PlxAnchorIndex  *self,
                       const PlxAnchor *anchor,
                       PlxSentenceRef  *ref)
{
  g_autofree char *folded = NULL;
  GArray *places = NULL;
  guint article = 0;

  while (article < self->articles->len &&
         g_array_index (self->articles, gint64, article) != anchor->article)
    article++;
  if (article == self->articles->len)
    return FALSE;

  folded = plx_naming_fold (anchor->text);
  places = g_hash_table_lookup (ensure_table (self, article), folded);
  if (places == NULL)
    return FALSE;

  ref->article = article;
  ref->sentence = g_array_index (places, guint, MIN (anchor->nth, places->len - 1));

  return TRUE;
}

static guint
count_shared (const PlxClaimRecord *claim,
              GArray               *refs)
{
  guint n = 0;

  for (guint i = 0; i < refs->len; i++)
    {
      const PlxSentenceRef *ref = &g_array_index (refs, PlxSentenceRef, i);

      for (guint j = 0; j < claim->refs->len; j++)
        {
          const PlxSentenceRef *other = &g_array_index (claim->refs, PlxSentenceRef, j);

          n += ref->article == other->article && ref->sentence == other->sentence;
        }
    }

  return n;
}

/**
 * plx_anchor_index_find_claim:
 * @self: the sentences of an analysis
 * @analysis: that analysis
 * @anchors: (element-type PlxAnchor): sentences that once were a claim
 *
 * Returns: the claim that has most of them; of several the first, `PLX_NONE` where none has any
 */
guint
plx_anchor_index_find_claim (PlxAnchorIndex *self,
                             PlxAnalysis    *analysis,
                             GPtrArray      *anchors)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  guint best = PLX_NONE, most = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      PlxSentenceRef ref;

      if (plx_anchor_index_find (self, g_ptr_array_index (anchors, i), &ref))
        g_array_append_val (refs, ref);
    }

  for (guint i = 0; refs->len > 0 && i < analysis->claims->len; i++)
    {
      const guint n = count_shared (plx_analysis_get_claim (analysis, i), refs);

      if (n > most)
        {
          most = n;
          best = i;
        }
    }

  return best;
}
