/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

/* An analysis made by hand, so that the tests of what is made out of one do not depend on what
 * is found in a text.
 *
 * A paragraph is written with a bar between its sentences and the names in braces:
 * "{Ann} met {Bob}.|They spoke." */

static inline guint32
made_entity (PlxAnalysis *analysis,
             const char  *name,
             PlxKind      kind,
             const char  *country)
{
  PlxEntityRecord *entity;

  for (guint i = 0; i < analysis->entities->len; i++)
    if (g_str_equal (plx_analysis_get_entity (analysis, i)->name, name))
      return i;

  entity = plx_entity_record_new ();
  entity->name = g_strdup (name);
  entity->names = g_strsplit (name, "|", -1);
  entity->kind = kind;
  entity->country = country;
  g_ptr_array_add (analysis->entities, entity);

  return analysis->entities->len - 1;
}

static inline guint
made_article (PlxAnalysis *analysis,
              const char  *outlet,
              const char  *published)
{
  g_autoptr (PlxDocument) document = plx_document_new ("made.txt", "text");

  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "text");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, published, "text");
  g_ptr_array_add (analysis->annotations, plx_annotation_new (document));

  return analysis->annotations->len - 1;
}

static inline void
made_sentence (PlxAnalysis *analysis,
               guint        article,
               const char  *marked)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, article);
  PlxDocument *document = annotation->document;
  GArray *blocks = document->blocks;
  PlxBlockSpan *block = &g_array_index (blocks, PlxBlockSpan, blocks->len - 1);
  PlxSentenceSpan span = { document->text->len, 0, blocks->len - 1 };
  PlxMentionSpan mention = { 0 };

  for (const char *p = marked; *p != '\0'; p++)
    switch (*p)
      {
      case '{':
        mention.start = document->text->len;
        break;

      case '}':
        {
          g_autofree char *name = g_strdup (document->text->str + mention.start);

          mention.end = document->text->len;
          mention.sentence = annotation->sentences->len;
          mention.entity = made_entity (analysis, name, PLX_KIND_PERSON, NULL);
          g_array_append_val (annotation->mentions, mention);
        }
        break;

      default:
        g_string_append_c (document->text, *p);
      }

  span.end = document->text->len;
  block->end = span.end;
  g_array_append_val (annotation->sentences, span);
}

static inline void
made_paragraph (PlxAnalysis *analysis,
                guint        article,
                const char  *marked)
{
  g_auto (GStrv) sentences = g_strsplit (marked, "|", -1);
  PlxDocument *document = plx_analysis_get_document (analysis, article);

  plx_document_append (document, "", 0, PLX_ROLE_BODY, PLX_CUT_NONE);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (document->text, ' ');
      made_sentence (analysis, article, sentences[i]);
    }
}
