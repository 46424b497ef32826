/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-library"

#include "config.h"

#include "plx-cli-library-story.h"

#include "language/entities/plx-namings.h"
#include "model/plx-naming.h"
#include "model/plx-source-names.h"

void
plx_cli_story_free (PlxCliStory *self)
{
  g_array_unref (self->articles);
  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_clear_pointer (&self->corrections, plx_corrections_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_free (self);
}

static gboolean
compare (PlxCliLibraryRequest  *request,
         PlxCliStory           *self,
         GError               **error)
{
  GListModel *list = G_LIST_MODEL (plx_story_get_articles (self->story));
  const gint64 id = plx_story_get_id (self->story);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GPtrArray) named =
    plx_cli_library_list_said (request, PLX_SAYING_NAMING, self->story, error);
  g_autoptr (PlxNamings) namings = NULL;
  g_auto (GStrv) names = NULL;

  if (named == NULL ||
      !(self->said = plx_cli_library_list_said (request, PLX_SAYING_CORRECTION, self->story,
                                                error)))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (list, i);
      const gint64 article_id = plx_article_get_id (article);

      g_array_append_val (self->articles, article_id);
      g_ptr_array_add (documents, plx_article_get_document (article));
    }

  names = plx_source_names_new (documents);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (self->names, g_strdup (names[i]));
  namings = plx_namings_new (named, (gint64 *) self->articles->data, documents->len, id);
  self->corrections = plx_corrections_new (self->said, (gint64 *) self->articles->data,
                                           documents->len, id);
  plx_cli_check_language ();
  self->analysis = plx_comparing_analyse (documents, namings, self->corrections,
                                          PLX_AS_OF_ARTICLE, 0, NULL, error);

  return self->analysis != NULL;
}

/* The story by its number, which is the first word; complains where there is none. */
PlxCliStory *
plx_cli_story_open (PlxCliLibraryRequest *request,
                    PlxCliStatus         *status)
{
  g_autoptr (PlxCliStory) self = g_new0 (PlxCliStory, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  self->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->names = g_ptr_array_new_with_free_func (g_free);
  *status = PLX_CLI_FAILED;
  if (plx_cli_library_count_words (request) == 0 ||
      !g_ascii_string_to_signed (request->words[0], 10, 1, G_MAXINT64, &id, NULL))
    {
      *status = plx_cli_usage ("a story has to be named, by its number in “library list”");
      return NULL;
    }

  if (!(self->story = plx_cli_library_find_story (request, id)))
    return NULL;

  plx_library_load_story_async (request->library, self->story, NULL, plx_cli_library_keep_cb,
                                &result);
  if (!plx_library_load_story_finish (request->library, plx_cli_library_wait (&result), &error) ||
      !compare (request, self, &error))
    {
      *status = plx_cli_library_complain (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* “12:The ferry sailed.”: the id of an article before one of its sentences. */
static const char *
skip_article (PlxCliStory *self,
              const char  *words,
              gint64      *article)
{
  char *end;
  const gint64 id = g_ascii_strtoll (words, &end, 10);

  *article = 0;
  if (end == words || *end != ':')
    return words;

  for (guint i = 0; i < self->articles->len; i++)
    if (g_array_index (self->articles, gint64, i) == id)
      {
        *article = id;
        return end + 1;
      }

  return words;
}

static gboolean
is_sentence (PlxAnalysis    *analysis,
             PlxSentenceRef  ref,
             const char     *folded)
{
  g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);
  g_autofree char *other = plx_naming_fold (text);

  return g_str_equal (folded, other);
}

gboolean
plx_cli_story_find_sentence (PlxCliStory    *self,
                             const char     *words,
                             PlxSentenceRef *found)
{
  gint64 article;
  const char *text = skip_article (self, words, &article);
  g_autofree char *folded = g_utf8_validate (text, -1, NULL) ? plx_naming_fold (text) : NULL;
  guint n = 0;

  for (guint i = 0; folded != NULL && i < self->articles->len; i++)
    {
      const guint n_sentences =
        plx_analysis_get_annotation (self->analysis, i)->sentences->len;

      if (article != 0 && g_array_index (self->articles, gint64, i) != article)
        continue;
      for (guint k = 0; k < n_sentences; k++)
        {
          const PlxSentenceRef ref = { i, k };

          if (!is_sentence (self->analysis, ref, folded))
            continue;
          *found = ref;
          n++;
          break;
        }
    }

  if (n == 0)
    g_printerr ("%s: no article of the story has the sentence “%s”\n", g_get_prgname (), text);
  else if (n > 1)
    g_printerr ("%s: several articles have the sentence “%s”: write the number of one and a colon "
                "before it\n", g_get_prgname (), text);

  return n == 1;
}

PlxAnchor *
plx_cli_story_make_anchor (PlxCliStory    *self,
                           PlxSentenceRef  ref)
{
  return plx_anchor_new_at (plx_analysis_get_annotation (self->analysis, ref.article), ref.sentence,
                            g_array_index (self->articles, gint64, ref.article));
}

void
plx_cli_story_add_anchors (JsonBuilder *builder,
                           GPtrArray   *anchors)
{
  json_builder_set_member_name (builder, "sentences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < anchors->len; i++)
    {
      const PlxAnchor *anchor = g_ptr_array_index (anchors, i);

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "article", anchor->article);
      plx_json_add_int (builder, "side", anchor->side);
      plx_json_add_string (builder, "text", anchor->text);
      plx_json_add_string (builder, "says", anchor->says);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The number that is the second word; 0 where it is none. */
gint64
plx_cli_library_read_number (PlxCliLibraryRequest *request)
{
  gint64 number;

  if (plx_cli_library_count_words (request) != 2 ||
      !g_ascii_string_to_signed (request->words[1], 10, 1, G_MAXINT64, &number, NULL))
    return 0;

  return number;
}
