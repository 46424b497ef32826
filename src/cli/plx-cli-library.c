/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-library"

#include "config.h"

#include "plx-cli-library.h"

#include <stdio.h>

#include "comparing/plx-story-title.h"
#include "countries/plx-country-days.h"
#include "language/plx-country-counting.h"

typedef struct
{
  const char     *name;
  const char     *words;
  PlxCliStatus  (*run) (PlxCliLibraryRequest *request);
  gboolean        is_of_file; /* it is about the file, which need not be opened, or cannot be */
} Action;

void
plx_cli_library_keep_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

GAsyncResult *
plx_cli_library_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

PlxCliStatus
plx_cli_library_complain (const GError *error)
{
  plx_cli_complain (error);

  return PLX_CLI_FAILED;
}

guint
plx_cli_library_count_words (const PlxCliLibraryRequest *request)
{
  return request->words ? g_strv_length (request->words) : 0;
}

PlxStory *
plx_cli_library_find_story (PlxCliLibraryRequest *request,
                            gint64                id)
{
  PlxStory *story = plx_library_find_story (request->library, id);

  if (story == NULL)
    g_printerr ("%s: the library has no story %" G_GINT64_FORMAT "\n", g_get_prgname (), id);

  return story;
}

/**
 * plx_cli_library_list_said:
 * @request: what was asked for
 * @saying: a kind of what the user says
 * @story: (nullable): a story, or `NULL` for all namings
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was said of the story; or `NULL` on error
 */
GPtrArray *
plx_cli_library_list_said (PlxCliLibraryRequest  *request,
                           PlxSaying              saying,
                           PlxStory              *story,
                           GError               **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_list_said_async (request->library, saying, story, NULL, plx_cli_library_keep_cb,
                               &result);

  return plx_library_list_said_finish (request->library, plx_cli_library_wait (&result), error);
}

/**
 * plx_cli_library_say:
 * @request: what was asked for
 * @saying: of what kind it is
 * @items: (nullable): what the user says
 * @take_back: (nullable): what the user does not say any more
 * @label: what the user does, in words, for undo
 *
 * Returns: whether the library has it now; where not, that is told
 */
PlxCliStatus
plx_cli_library_say (PlxCliLibraryRequest *request,
                     PlxSaying             saying,
                     GPtrArray            *items,
                     GPtrArray            *take_back,
                     const char           *label)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_say_async (request->library, saying, items, take_back, label,
                         plx_cli_library_keep_cb, &result);
  if (!plx_library_change_finish (request->library, plx_cli_library_wait (&result), &error))
    return plx_cli_library_complain (error);

  return PLX_CLI_OK;
}

static void
add_day (JsonBuilder *builder,
         const char  *member,
         PlxDay       day)
{
  g_autofree char *iso = day != 0 ? plx_day_format (day) : NULL;

  plx_json_add_string (builder, member, iso);
}

static void
add_story (JsonBuilder *builder,
           PlxStory    *story)
{
  plx_json_add_int (builder, "story", plx_story_get_id (story));
  plx_json_add_string (builder, "title", plx_story_get_title (story));
  plx_json_add_int (builder, "articles", plx_story_get_n_articles (story));
  add_day (builder, "first_day", plx_story_get_first_day (story));
  add_day (builder, "last_day", plx_story_get_last_day (story));
}

void
plx_cli_library_print_story (PlxStory *story,
                             gboolean  json)
{
  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_story (builder, story);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      g_autofree char *first = plx_day_format (plx_story_get_first_day (story));
      g_autofree char *last = plx_day_format (plx_story_get_last_day (story));

      printf ("%" G_GINT64_FORMAT "  %s (%u %s%s%s%s%s)\n", plx_story_get_id (story),
              plx_story_get_title (story), plx_story_get_n_articles (story),
              plx_story_get_n_articles (story) == 1 ? "article" : "articles",
              first ? ", " : "", first ? first : "",
              first && !g_str_equal (first, last) ? " to " : "",
              first && !g_str_equal (first, last) ? last : "");
    }
}

static PlxCliStatus
run_list (PlxCliLibraryRequest *request)
{
  GListModel *stories = plx_library_get_stories (request->library);

  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, i);

      plx_cli_library_print_story (story, request->json);
    }

  return PLX_CLI_OK;
}

/* A story that nobody named is called as in the window. */
static char *
dup_title (const PlxCliLibraryRequest *request,
           GPtrArray                  *documents)
{
  return request->title != NULL ? g_strdup (request->title) : plx_story_title_propose (documents);
}

/* What searches by country go by. */
static void
count_countries (GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (PlxCountryCounts) counts = plx_language_count_countries (documents->pdata[i]);

      plx_document_set_countries (documents->pdata[i], counts);
    }
}

static PlxCliStatus
run_add (PlxCliLibraryRequest *request)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *title = NULL;
  g_autoptr (PlxStory) added = NULL;
  g_autoptr (GError) error = NULL;
  PlxStory *story = NULL;
  PlxCliStatus status = PLX_CLI_OK;

  if (plx_cli_library_count_words (request) == 0)
    return plx_cli_usage ("no file or folder was named");

  if (request->story != 0 && !(story = plx_cli_library_find_story (request, request->story)))
    return PLX_CLI_FAILED;

  documents = plx_cli_read_originals (request->words, names, &status);
  if (documents->len == 0)
    return PLX_CLI_FAILED;

  count_countries (documents);
  title = dup_title (request, documents);
  plx_library_add_async (request->library, story, title, documents, NULL,
                         plx_cli_library_keep_cb, &result);
  if (!(added = plx_library_add_finish (request->library, plx_cli_library_wait (&result), &error)))
    return plx_cli_library_complain (error);

  plx_cli_library_print_story (added, request->json);

  return status;
}

/* For people the words found stand between asterisks; JSON tells where they are. */
static char *
mark_snippet (const char *snippet)
{
  g_autoptr (GString) marked = g_string_new (snippet);

  g_string_replace (marked, "\002", "*", 0);
  g_string_replace (marked, "\003", "*", 0);
  g_string_replace (marked, "\n", " ", 0);

  return g_string_free_and_steal (g_steal_pointer (&marked));
}

static void
print_hit (const PlxHit *hit,
           gboolean      json)
{
  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "article", hit->article);
      plx_json_add_int (builder, "story", hit->story);
      plx_json_add_string (builder, "title", hit->title);
      plx_json_add_string (builder, "outlet", hit->outlet);
      plx_json_add_string (builder, "snippet", hit->snippet);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      g_autofree char *snippet = mark_snippet (hit->snippet);

      printf ("%s%s%s%s (story %" G_GINT64_FORMAT ")\n  %s\n", hit->title,
              hit->outlet ? " [" : "", hit->outlet ? hit->outlet : "", hit->outlet ? "]" : "",
              hit->story, snippet);
    }
}

static PlxCliStatus
run_search (PlxCliLibraryRequest *request)
{
  g_autofree char *words = request->words ? g_strjoinv (" ", request->words) : NULL;
  g_autoptr (PlxQuery) query = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (words == NULL)
    return plx_cli_usage ("no word to look for was given");

  query = plx_query_parse (words, plx_country_days_find, NULL, &error);
  if (query == NULL)
    return plx_cli_library_complain (error);

  plx_library_search_async (request->library, query, request->limit, NULL, plx_cli_library_keep_cb,
                            &result);
  if (!(hits = plx_library_search_finish (request->library, plx_cli_library_wait (&result),
                                          &error)))
    return plx_cli_library_complain (error);

  for (guint i = 0; i < hits->len; i++)
    print_hit (g_ptr_array_index (hits, i), request->json);

  return PLX_CLI_OK;
}

static void
print_articles (PlxStory *story,
                gboolean  json)
{
  GListModel *articles = G_LIST_MODEL (plx_story_get_articles (story));

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      PlxDocument *document = plx_article_get_document (article);
      g_autofree char *source = plx_document_dup_source (document);

      if (json)
        {
          g_autoptr (JsonBuilder) builder = json_builder_new ();

          json_builder_begin_object (builder);
          plx_json_add_int (builder, "story", plx_story_get_id (story));
          plx_json_add_int (builder, "article", plx_article_get_id (article));
          plx_json_add_string (builder, "file", document->source);
          for (guint k = 0; k < PLX_N_FIELDS; k++)
            plx_json_add_string (builder, plx_enum_to_nick (PLX_TYPE_FIELD, k),
                                 document->fields[k]);
          plx_json_add_int (builder, "blocks", plx_document_get_n_blocks (document));
          json_builder_end_object (builder);
          plx_cli_print_json (builder);
        }
      else
        {
          /* The file tells articles of one outlet apart; what was pasted has none. */
          printf ("  %s: %s\n", document->source != NULL ? document->source : source,
                  plx_article_get_title (article));
        }
    }
}

static PlxCliStatus
run_show (PlxCliLibraryRequest *request)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlxStory *story;
  gint64 id;

  if (plx_cli_library_count_words (request) != 1 ||
      !g_ascii_string_to_signed (request->words[0], 10, 1, G_MAXINT64, &id, NULL))
    return plx_cli_usage ("one story has to be named, by its number in “library list”");

  if (!(story = plx_cli_library_find_story (request, id)))
    return PLX_CLI_FAILED;

  plx_library_load_story_async (request->library, story, NULL, plx_cli_library_keep_cb, &result);
  if (!plx_library_load_story_finish (request->library, plx_cli_library_wait (&result), &error))
    return plx_cli_library_complain (error);

  if (!request->json)
    plx_cli_library_print_story (story, FALSE);
  print_articles (story, request->json);

  return PLX_CLI_OK;
}

static const Action actions[] = {
  { "list", "", run_list },
  { "add", "FILE…", run_add },
  { "show", "STORY", run_show },
  { "search", "WORD…", run_search },
  { "history", "", plx_cli_library_history },
  { "undo", "[N]", plx_cli_library_undo },
  { "redo", "[N]", plx_cli_library_redo },
  { "rules", "", plx_cli_library_rules },
  { "remember", "OUTLET cut|keep text|place WHAT", plx_cli_library_remember },
  { "forget", "RULE", plx_cli_library_forget },
  { "names", "", plx_cli_library_names },
  { "treat", "SURFACE --as ENTITY|--not-a-name", plx_cli_library_treat },
  { "forget-name", "NUMBER", plx_cli_library_forget_name },
  { "compare", "STORY", plx_cli_library_compare },
  { "corrections", "STORY", plx_cli_library_corrections },
  { "correct", "STORY together|apart|dismiss …", plx_cli_library_correct },
  { "take-back", "STORY NUMBER", plx_cli_library_take_back },
  { "notes", "STORY", plx_cli_library_notes },
  { "note", "STORY TEXT SENTENCE…", plx_cli_library_note },
  { "remove-note", "STORY NUMBER", plx_cli_library_remove_note },
  { "open", "BUNDLE", plx_cli_library_open },
  { "backup", "", plx_cli_library_backup },
  { "backups", "", plx_cli_library_backups, .is_of_file = TRUE },
  { "restore", "BACKUP", plx_cli_library_restore },
  { "check", "", plx_cli_library_check },
  { "salvage", "FILE", plx_cli_library_salvage, .is_of_file = TRUE },
  { "export", "FILE", plx_cli_library_export },
  { "import", "FILE", plx_cli_library_import },
};

static PlxCliStatus
print_path (const PlxCliLibraryRequest *request)
{
  g_autofree char *shown = plx_cli_display_path (request->path);

  if (request->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "path", shown);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      printf ("%s\n", shown);
    }

  return PLX_CLI_OK;
}

static PlxCliStatus
run_action (PlxCliLibraryRequest    *request,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  const Action *action = NULL;
  PlxCliStatus status;

  /* Asking where it would be does not make one. */
  if (g_str_equal (name, "path"))
    return print_path (request);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      action = &actions[i];

  if (action == NULL)
    return plx_cli_usage ("the library knows no “%s”", name);

  if (*action->words == '\0' && plx_cli_library_count_words (request) > 0)
    return plx_cli_usage ("“%s” takes no words", name);

  if (action->is_of_file)
    return action->run (request);

  if (!(request->library = plx_library_open (request->path, &error)))
    return plx_cli_library_complain (error);

  status = action->run (request);
  plx_library_close (request->library);
  g_clear_object (&request->library);

  return status;
}

/**
 * plx_cli_library:
 *
 * `library`: what the library holds, and the changes to it that the command line makes.
 */
PlxCliStatus
plx_cli_library (int    argc,
                 char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *title = NULL;
  g_autofree char *entity = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *country = NULL;
  g_auto (GStrv) words = NULL;
  PlxCliLibraryRequest request = { .limit = 20 };
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &path, "The library’s file", "FILE" },
    { "story", 0, 0, G_OPTION_ARG_INT64, &request.story, "Add to this story, or treat so in it",
      "NUMBER" },
    { "article", 0, 0, G_OPTION_ARG_INT64, &request.article, "Treat so in this article",
      "NUMBER" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &entity, "What the words name", "ENTITY" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, "What that is", "KIND" },
    { "country", 0, 0, G_OPTION_ARG_STRING, &country, "Of which country", "COUNTRY" },
    { "not-a-name", 0, 0, G_OPTION_ARG_NONE, &request.not_a_name, "The words name nothing", NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, "Call the new story so", "TITLE" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &request.limit, "How many hits are wanted", "NUMBER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.json, "Print an object a line", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "list|add FILE…|show STORY|search WORD…|history|undo [N]|redo [N]|"
                      "rules|remember …|forget RULE|names|treat SURFACE …|forget-name NUMBER|"
                      "compare STORY|corrections STORY|correct STORY …|take-back STORY NUMBER|"
                      "notes STORY|note STORY TEXT SENTENCE…|remove-note STORY NUMBER|"
                      "open BUNDLE|path|backup|backups|restore BACKUP|check|salvage FILE|"
                      "export FILE|import FILE",
                      "Keeps stories: each change is one step of a history that can be undone.",
                      argc, argv))
    return PLX_CLI_USAGE;

  if (words == NULL)
    return plx_cli_usage ("say what to do: list, add, show, search, history, undo, redo, rules, "
                          "remember, forget, names, treat, forget-name, compare, corrections, "
                          "correct, take-back, notes, note, remove-note, open, path, backup, "
                          "backups, restore, check, salvage, export or import");

  if (request.limit < 0)
    return plx_cli_usage ("“--limit” takes a number from 0");

  request.entity = entity;
  request.kind = kind;
  request.country = country;
  request.path = path = path ? path : plx_library_dup_default_path ();
  request.title = title;
  request.words = words[1] != NULL ? words + 1 : NULL;

  return run_action (&request, words[0]);
}
