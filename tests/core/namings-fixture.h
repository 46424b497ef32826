/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "language/entities/plx-mending.h"
#include "language/plx-language.h"

/* What the tests of what the user says of names share. */

#define STORY 7

G_GNUC_UNUSED static const gint64 ids[] = { 101, 102, 103, 104 };

/* The articles of a story, what the user has said, and what is found by that. */
typedef struct
{
  GPtrArray   *documents;
  GPtrArray   *found;    /* PlxAnnotation of each, as the engine has found it */
  GPtrArray   *namings;
  PlxAnalysis *analysis;
} Case;

static inline void
case_clear (Case *self)
{
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->namings);
  plx_analysis_unref (self->analysis);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static inline void
analyse (Case   *self,
         gint64  story)
{
  g_autoptr (PlxNamings) namings = plx_namings_new (self->namings, ids, self->documents->len,
                                                    story);

  g_clear_pointer (&self->analysis, plx_analysis_unref);
  self->analysis = plx_analysis_new ();
  for (guint i = 0; i < self->found->len; i++)
    {
      PlxAnnotation *annotation = plx_annotation_copy (g_ptr_array_index (self->found, i));

      g_ptr_array_add (self->analysis->annotations, annotation);
      plx_namings_apply (namings, i, annotation);
    }
  g_ptr_array_unref (self->analysis->entities);
  self->analysis->entities = plx_language_resolve_named (self->analysis->annotations, namings);
}

static inline void
add_article (Case       *self,
             const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  PlxDocument *document = plx_document_new ("a.txt", "text");

  for (guint i = 0; paragraphs[i] != NULL; i++)
    plx_document_append (document, paragraphs[i], -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  g_ptr_array_add (self->documents, document);
  g_ptr_array_add (self->found, plx_language_annotate (document));
  analyse (self, STORY);
}

/* An article an argument; the last is `NULL`. */
static inline Case
make_case (const char *first,
           ...)
{
  Case self = {
    .documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref),
    .found = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free),
    .namings = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free),
  };
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    add_article (&self, text);
  va_end (args);

  return self;
}

/* As the library would: each in the place of an older one, which it inherits from. */
static inline void
say (Case      *self,
     GPtrArray *namings)
{
  g_autoptr (GPtrArray) owned = namings;

  for (guint i = 0; i < namings->len; i++)
    {
      PlxNaming *naming = plx_naming_copy (g_ptr_array_index (namings, i));

      for (guint k = self->namings->len; k > 0; k--)
        if (plx_naming_replaces (naming, g_ptr_array_index (self->namings, k - 1)))
          {
            plx_naming_inherit (naming, g_ptr_array_index (self->namings, k - 1));
            g_ptr_array_remove_index (self->namings, k - 1);
          }
      g_ptr_array_add (self->namings, naming);
    }
  analyse (self, STORY);
}

static inline const PlxEntityRecord *
get_record (Case  *self,
            guint  entity)
{
  return plx_analysis_get_entity (self->analysis, entity);
}

static inline guint
find_entity (Case       *self,
             const char *name)
{
  for (guint i = 0; i < self->analysis->entities->len; i++)
    if (g_str_equal (get_record (self, i)->name, name))
      return i;

  return PLX_NONE;
}

static inline guint
get_entity (Case       *self,
            const char *name)
{
  const guint entity = find_entity (self, name);

  if (entity == PLX_NONE)
    for (guint i = 0; i < self->analysis->entities->len; i++)
      g_test_message ("there is “%s”, %u", get_record (self, i)->name,
                      get_record (self, i)->n_mentions);
  g_assert_cmpuint (entity, !=, PLX_NONE);

  return entity;
}

#define assert_n(self, name, n) \
  g_assert_cmpuint (get_record (self, get_entity (self, name))->n_mentions, ==, n)
#define assert_none(self, name) \
  g_assert_cmpuint (find_entity (self, name), ==, PLX_NONE)

/* The mentions of an article, a bar between them, each with its entity behind it. */
static inline char *
describe (Case  *self,
          guint  article)
{
  const GArray *mentions = plx_analysis_get_annotation (self->analysis, article)->mentions;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);
      g_autofree char *surface = plx_analysis_dup_text (self->analysis, article, mention->start,
                                                        mention->end);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " | " : "", surface,
                              get_record (self, mention->entity)->name);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

#define assert_mentions(self, article, expected) \
  G_STMT_START { \
    g_autofree char *described_ = describe (self, article); \
    g_assert_cmpstr (described_, ==, expected); \
  } G_STMT_END

static inline guint
find_mention (Case       *self,
              guint       article,
              const char *surface,
              guint       nth)
{
  const GArray *mentions = plx_analysis_get_annotation (self->analysis, article)->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);
      g_autofree char *its = plx_analysis_dup_text (self->analysis, article, mention->start,
                                                    mention->end);

      if (g_str_equal (its, surface) && nth-- == 0)
        return i;
    }

  g_assert_not_reached ();
}

static inline PlxMendPlace
in_story (void)
{
  return (PlxMendPlace) { .scope = PLX_SCOPE_STORY, .story = STORY, .articles = ids };
}

static inline PlxMendPlace
in_article (guint article)
{
  return (PlxMendPlace) { .scope = PLX_SCOPE_ARTICLE, .story = STORY, .articles = ids,
                          .article = article };
}

static inline PlxMendPlace
in_library (void)
{
  return (PlxMendPlace) { .scope = PLX_SCOPE_LIBRARY, .story = STORY, .articles = ids };
}

static inline PlxMendPlace
at_mention (Case       *self,
            guint       article,
            const char *surface,
            guint       nth)
{
  return (PlxMendPlace) { .scope = PLX_SCOPE_MENTION, .story = STORY, .articles = ids,
                          .article = article,
                          .mention = find_mention (self, article, surface, nth) };
}

/* Where words stand in an article, for selecting them. */
static inline guint
find_words (Case       *self,
            guint       article,
            const char *words)
{
  const char *text = plx_analysis_get_document (self->analysis, article)->text->str;
  const char *at = strstr (text, words);

  g_assert_nonnull (at);

  return at - text;
}

static inline void
mark (Case               *self,
      const char         *words,
      const char         *entity,
      int                 kind,
      const PlxMendPlace *place)
{
  const guint start = find_words (self, place->article, words);

  say (self, plx_mend_missed (self->analysis, start, start + strlen (words), entity, kind, NULL,
                              place));
}

static inline void
always (Case       *self,
        const char *surface,
        const char *entity)
{
  say (self, plx_mend_always (surface, entity, -1, NULL));
}

static inline PlxNaming *
add_naming (Case       *self,
            PlxScope    scope,
            const char *surface,
            const char *entity)
{
  PlxNaming *naming = plx_naming_new (scope, surface);

  naming->entity = g_strdup (entity);
  naming->is_name = entity != NULL;
  naming->story = scope == PLX_SCOPE_STORY ? STORY : 0;
  naming->article = scope == PLX_SCOPE_ARTICLE ? ids[0] : 0;
  g_ptr_array_add (self->namings, naming);

  return naming;
}
