/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-language"

#include "config.h"

#include "language/plx-language.h"

#include "language/names/plx-names-again.h"
#include "language/names/plx-names-other.h"

/**
 * plx_language_is_full:
 * @tag: (nullable): BCP 47 tag of a language, or `NULL` where it is not known
 *
 * Tells whether all is done for articles in a language that can be done: finding names of every
 * kind, who belongs to which country, what differs. For others there are sentences, words, the
 * names of countries, and names by their form. Where the language is not known, English is meant.
 *
 * Returns: whether it has the full treatment
 */
gboolean
plx_language_is_full (const char *tag)
{
  return tag == NULL || *tag == '\0' ||
         (g_ascii_strncasecmp (tag, "en", 2) == 0 && !g_ascii_isalpha (tag[2]));
}

/* The headline, standfirst, byline and date repeat or describe the article; only what
 * reports something has sentences. */
static gboolean
has_sentences (const PlxBlockSpan *block)
{
  if (!block->kept)
    return FALSE;

  switch (block->role)
    {
    case PLX_ROLE_BODY:
    case PLX_ROLE_QUOTE:
    case PLX_ROLE_LIST:
    case PLX_ROLE_TABLE:
      return TRUE;

    case PLX_ROLE_HEADLINE:
    case PLX_ROLE_STANDFIRST:
    case PLX_ROLE_AUTHOR:
    case PLX_ROLE_DATE:
    case PLX_ROLE_HEADING:
    case PLX_ROLE_CAPTION:
    case PLX_ROLE_CHROME:
    default:
      return FALSE;
    }
}

static void
find_block_mentions (PlxAnnotation *annotation,
                     guint          first)
{
  const char *text = annotation->document->text->str;

  for (guint i = first; i < annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan, i);
      const guint n = annotation->mentions->len;

      plx_language_find_names (text, span->start, span->end, annotation->mentions);
      for (guint j = n; j < annotation->mentions->len; j++)
        g_array_index (annotation->mentions, PlxMentionSpan, j).sentence = i;
    }
}

/**
 * plx_language_annotate:
 * @document: the document
 *
 * Finds the sentences of the document's kept blocks and the names in them.
 *
 * The mentions have no entities yet; [func@language_resolve] gives them theirs.
 * Safe to call from any thread.
 *
 * Returns: (transfer full): the annotation
 */
PlxAnnotation *
plx_language_annotate (PlxDocument *document)
{
  const char *language;
  PlxAnnotation *annotation;

  g_return_val_if_fail (document != NULL, NULL);

  language = document->fields[PLX_FIELD_LANGUAGE];
  annotation = plx_annotation_new (document);
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);
      const guint first = annotation->sentences->len;

      if (!has_sentences (block))
        continue;

      plx_language_find_sentences (document->text->str, block->start, block->end,
                                   language, annotation->sentences);
      for (guint j = first; j < annotation->sentences->len; j++)
        g_array_index (annotation->sentences, PlxSentenceSpan, j).block = i;

      if (plx_language_is_full (language))
        find_block_mentions (annotation, first);
    }

  if (plx_language_is_full (language))
    plx_names_again_find (annotation);
  else
    plx_names_other_find (annotation, language);

  return annotation;
}
