/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-analysis"

#include "config.h"

#include "model/plx-analysis.h"

G_DEFINE_BOXED_TYPE (PlxAnalysis, plx_analysis, plx_analysis_ref, plx_analysis_unref)

/**
 * plx_annotation_new:
 * @document: an article; stays as it is from now on
 *
 * Returns: (transfer full): an annotation without sentences and mentions yet
 */
PlxAnnotation *
plx_annotation_new (PlxDocument *document)
{
  PlxAnnotation *self = g_new0 (PlxAnnotation, 1);

  self->document = plx_document_ref (document);
  self->sentences = g_array_new (FALSE, TRUE, sizeof (PlxSentenceSpan));
  self->mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));

  return self;
}

/**
 * plx_annotation_copy:
 * @self: an annotation
 *
 * Returns: (transfer full): one of the same document, to be changed
 */
PlxAnnotation *
plx_annotation_copy (PlxAnnotation *self)
{
  PlxAnnotation *copy = plx_annotation_new (self->document);

  g_array_append_vals (copy->sentences, self->sentences->data, self->sentences->len);
  g_array_append_vals (copy->mentions, self->mentions->data, self->mentions->len);

  return copy;
}

void
plx_annotation_free (PlxAnnotation *self)
{
  plx_document_unref (self->document);
  g_array_unref (self->sentences);
  g_array_unref (self->mentions);
  g_free (self);
}

/**
 * plx_annotation_first_mention:
 * @self: an annotation
 * @byte: a place in its document's text
 *
 * Finds where to begin to look for the mentions of a stretch of text.
 *
 * Returns: the place of the first mention that begins at @byte or behind it, or how many mentions
 *   there are
 */
guint
plx_annotation_first_mention (const PlxAnnotation *self,
                              guint32              byte)
{
  guint low = 0, high = self->mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->mentions, PlxMentionSpan, middle).start < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

PlxEntityRecord *
plx_entity_record_new (void)
{
  PlxEntityRecord *self = g_new0 (PlxEntityRecord, 1);

  self->country_from.article = PLX_NONE;
  self->country_from.sentence = PLX_NONE;

  return self;
}

void
plx_entity_record_free (PlxEntityRecord *self)
{
  g_free (self->name);
  g_strfreev (self->names);
  g_free (self);
}

PlxDifferenceRecord *
plx_difference_record_new (PlxDifferenceKind kind)
{
  PlxDifferenceRecord *self = g_new0 (PlxDifferenceRecord, 1);

  self->kind = kind;
  self->refs = g_array_new (FALSE, TRUE, sizeof (PlxSentenceRef));

  return self;
}

void
plx_difference_record_free (PlxDifferenceRecord *self)
{
  g_free (self->about);
  g_array_unref (self->refs);
  g_strfreev (self->says);
  g_free (self);
}

PlxClaimRecord *
plx_claim_record_new (void)
{
  PlxClaimRecord *self = g_new0 (PlxClaimRecord, 1);

  self->refs = g_array_new (FALSE, TRUE, sizeof (PlxSentenceRef));
  self->n_independent = 1;
  self->origins = g_new0 (char *, 1);
  self->voices = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->origin_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->differences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_difference_record_free);

  return self;
}

void
plx_claim_record_free (PlxClaimRecord *self)
{
  g_free (self->label);
  g_array_unref (self->refs);
  g_strfreev (self->origins);
  g_array_unref (self->voices);
  g_array_unref (self->origin_of);
  g_ptr_array_unref (self->differences);
  g_free (self);
}

/**
 * plx_analysis_new:
 *
 * Returns: (transfer full): an analysis of no articles. Who makes it fills it, and changes nothing
 *   once it is handed on.
 */
PlxAnalysis *
plx_analysis_new (void)
{
  PlxAnalysis *self = g_atomic_rc_box_new0 (PlxAnalysis);

  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  self->entities = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_entity_record_free);
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_claim_record_free);
  self->statements = g_ptr_array_new_with_free_func (g_free);
  self->copies = g_ptr_array_new_with_free_func (g_free);

  return self;
}

PlxAnalysis *
plx_analysis_ref (PlxAnalysis *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
analysis_clear (gpointer data)
{
  PlxAnalysis *self = data;

  g_ptr_array_unref (self->annotations);
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->copies);
}

void
plx_analysis_unref (PlxAnalysis *self)
{
  g_atomic_rc_box_release_full (self, analysis_clear);
}

guint
plx_analysis_get_n_articles (PlxAnalysis *self)
{
  return self->annotations->len;
}

PlxAnnotation *
plx_analysis_get_annotation (PlxAnalysis *self,
                             guint        article)
{
  g_return_val_if_fail (article < self->annotations->len, NULL);

  return g_ptr_array_index (self->annotations, article);
}

/**
 * plx_analysis_get_document:
 * @self: an analysis
 * @article: one of its articles, from 0
 *
 * Returns: (transfer none): the document that was analysed
 */
PlxDocument *
plx_analysis_get_document (PlxAnalysis *self,
                           guint        article)
{
  return plx_analysis_get_annotation (self, article)->document;
}

/**
 * plx_analysis_get_day:
 * @self: an analysis
 * @article: one of its articles
 *
 * Tells the day to which an article belongs. One without a date is taken to be of the day of the
 * first that has one: the articles of a story tell of one event, and pages are put up again later
 * and never earlier.
 *
 * Returns: the day, or 0 where no article has a date
 */
PlxDay
plx_analysis_get_day (PlxAnalysis *self,
                      guint        article)
{
  PlxDay day = plx_document_get_day (plx_analysis_get_document (self, article));
  PlxDay first = 0;

  for (guint i = 0; i < self->annotations->len; i++)
    {
      PlxDay other = plx_document_get_day (plx_analysis_get_document (self, i));

      if (other != 0 && (first == 0 || other < first))
        first = other;
    }

  return day != 0 ? day : first;
}

/**
 * plx_analysis_get_sentence:
 * @self: an analysis
 * @ref: an article and a sentence of it, each from 0
 *
 * Returns: (transfer none): where the sentence stands in its document, in bytes
 */
const PlxSentenceSpan *
plx_analysis_get_sentence (PlxAnalysis    *self,
                           PlxSentenceRef  ref)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (self, ref.article);

  g_return_val_if_fail (ref.sentence < annotation->sentences->len, NULL);

  return &g_array_index (annotation->sentences, PlxSentenceSpan, ref.sentence);
}

/* Whether a block tells part of the story below the headline and the standfirst. */
static gboolean
is_paragraph (const PlxBlockSpan *block)
{
  return block->kept && (block->role == PLX_ROLE_BODY || block->role == PLX_ROLE_QUOTE ||
                         block->role == PLX_ROLE_LIST);
}

/**
 * plx_analysis_get_place:
 * @self: an analysis
 * @ref: one of its sentences
 * @paragraph: (out) (optional): which paragraph of the body it is, from 1; 0 for what stands
 *   above the body. A heading counts as part of the paragraph below it.
 *
 * Tells how far up in its article a sentence stands.
 *
 * Returns: where it stands
 */
PlxPlace
plx_analysis_get_place (PlxAnalysis    *self,
                        PlxSentenceRef  ref,
                        guint          *paragraph)
{
  PlxDocument *document = plx_analysis_get_document (self, ref.article);
  guint32 own = plx_analysis_get_sentence (self, ref)->block;
  PlxRole role = plx_document_get_block (document, own)->role;
  gboolean is_above = role == PLX_ROLE_HEADLINE || role == PLX_ROLE_STANDFIRST;
  guint n = 0;

  for (guint i = 0; !is_above && i < own; i++)
    n += is_paragraph (plx_document_get_block (document, i));
  if (paragraph != NULL)
    *paragraph = is_above ? 0 : n + 1;

  if (is_above)
    return role == PLX_ROLE_HEADLINE ? PLX_PLACE_HEADLINE : PLX_PLACE_STANDFIRST;

  return n == 0 ? PLX_PLACE_LEAD : PLX_PLACE_PARAGRAPH;
}

/**
 * plx_analysis_dup_text:
 * @self: an analysis
 * @article: one of its articles
 * @start: first byte in the article's text
 * @end: the byte after the last
 *
 * Returns: (transfer full): that stretch of the article
 */
char *
plx_analysis_dup_text (PlxAnalysis *self,
                       guint        article,
                       guint        start,
                       guint        end)
{
  return g_strndup (plx_analysis_get_document (self, article)->text->str + start, end - start);
}

/**
 * plx_analysis_dup_sentence:
 * @self: an analysis
 * @ref: one of its sentences
 *
 * Returns: (transfer full): the sentence's text
 */
char *
plx_analysis_dup_sentence (PlxAnalysis    *self,
                           PlxSentenceRef  ref)
{
  const PlxSentenceSpan *span = plx_analysis_get_sentence (self, ref);

  return plx_analysis_dup_text (self, ref.article, span->start, span->end);
}

const PlxEntityRecord *
plx_analysis_get_entity (PlxAnalysis *self,
                         guint        index)
{
  g_return_val_if_fail (index < self->entities->len, NULL);

  return g_ptr_array_index (self->entities, index);
}

const PlxClaimRecord *
plx_analysis_get_claim (PlxAnalysis *self,
                        guint        index)
{
  g_return_val_if_fail (index < self->claims->len, NULL);

  return g_ptr_array_index (self->claims, index);
}

const PlxStatementRecord *
plx_analysis_get_statement (PlxAnalysis *self,
                            guint        index)
{
  g_return_val_if_fail (index < self->statements->len, NULL);

  return g_ptr_array_index (self->statements, index);
}
