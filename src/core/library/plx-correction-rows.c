/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-saying-rows.h"

#include <json-glib/json-glib.h>

#include "library/plx-job.h"
#include "library/plx-library-notes.h"

#define CORRECTING "Correcting a claim"
#define NOTING "Writing a note"
#define REMOVING "Removing a note"

/* How many values a sentence has in the file; later releases may know more. */
#define N_VALUES 5

/* As note_from_row() reads them. */
#define NOTE_COLUMNS "n.id, n.story, n.sentences, n.body, n.changed, n.subject, n.article," \
                     " n.entity, n.style"

static char *
anchors_to_json (GPtrArray *anchors)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < anchors->len; i++)
    {
      const PlxAnchor *anchor = g_ptr_array_index (anchors, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, anchor->article);
      json_builder_add_int_value (builder, anchor->side);
      json_builder_add_int_value (builder, anchor->nth);
      json_builder_add_string_value (builder, anchor->text);
      json_builder_add_string_value (builder, anchor->says);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static const char *
get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static PlxAnchor *
anchor_from_json (JsonNode *node)
{
  JsonArray *values = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  PlxAnchor *anchor;
  const char *text;

  if (values == NULL || json_array_get_length (values) < N_VALUES ||
      !is_number (json_array_get_element (values, 0)) ||
      !is_number (json_array_get_element (values, 1)) ||
      !is_number (json_array_get_element (values, 2)) ||
      !(text = get_string (json_array_get_element (values, 3))))
    return NULL;

  anchor = plx_anchor_new (json_array_get_int_element (values, 0), text,
                           CLAMP (json_array_get_int_element (values, 2), 0, G_MAXINT32));
  anchor->side = json_array_get_int_element (values, 1) != 0;
  anchor->says = g_strdup (get_string (json_array_get_element (values, 4)));

  return anchor;
}

/* The file may be damaged: what cannot be read says nothing. */
static void
anchors_from_json (GPtrArray  *anchors,
                   const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                                                                 : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      PlxAnchor *anchor = anchor_from_json (json_array_get_element (array, i));

      if (anchor != NULL)
        g_ptr_array_add (anchors, anchor);
    }
}

static gpointer
correction_from_row (PlxDbRequest *statement)
{
  g_autofree char *kind_nick = plx_statement_dup_text (statement, 2);
  g_autofree char *sentences = plx_statement_dup_text (statement, 3);
  g_autofree char *difference_nick = plx_statement_dup_text (statement, 4);
  g_autoptr (PlxCorrection) correction = NULL;
  int kind, difference = 0;

  if (!plx_enum_from_nick (PLX_TYPE_CORRECTION_KIND, kind_nick, &kind) ||
      (difference_nick != NULL &&
       !plx_enum_from_nick (PLX_TYPE_DIFFERENCE_KIND, difference_nick, &difference)))
    return NULL;

  correction = plx_correction_new (kind, sqlite3_column_int64 (statement, 1));
  correction->id = sqlite3_column_int64 (statement, 0);
  correction->difference = difference;
  correction->about = plx_statement_dup_text (statement, 5);
  anchors_from_json (correction->anchors, sentences);

  return plx_correction_is_whole (correction) ? g_steal_pointer (&correction) : NULL;
}

static gboolean
add_correction (PlxDb     *db,
                gpointer   item,
                GError   **error)
{
  const PlxCorrection *correction = item;
  g_autofree char *sentences = anchors_to_json (correction->anchors);
  g_autoptr (PlxDbRequest) statement = NULL;

  if (!plx_db_has_row (db, CORRECTING, "story", correction->story, error))
    return FALSE;

  statement = plx_db_prepare (db, CORRECTING,
                              "INSERT INTO correction (story, kind, sentences, difference, about)"
                              " VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, correction->story);
  plx_statement_bind_text (statement, 2, plx_enum_to_nick (PLX_TYPE_CORRECTION_KIND,
                                                           correction->kind));
  plx_statement_bind_text (statement, 3, sentences);
  if (correction->kind == PLX_CORRECTION_DISMISS)
    {
      plx_statement_bind_text (statement, 4, plx_enum_to_nick (PLX_TYPE_DIFFERENCE_KIND,
                                                               correction->difference));
      plx_statement_bind_text (statement, 5, correction->about);
    }

  return plx_db_finish (db, CORRECTING, statement, error);
}

const PlxSayingRows plx_correction_rows = {
  .table = "correction",
  .signal = "corrections-changed",
  .reading = "Reading what was said of claims",
  .removing = "Taking back what was said of a claim",
  .select = "SELECT id, story, kind, sentences, difference, about"
            " FROM correction WHERE story = ?1 ORDER BY id",
  .read_row = correction_from_row,
  .write = add_correction,
  .copy = (GBoxedCopyFunc) plx_correction_copy,
  .free = (GDestroyNotify) plx_correction_free,
  .id_offset = G_STRUCT_OFFSET (PlxCorrection, id),
};

static gpointer
note_from_row (PlxDbRequest *statement)
{
  g_autofree char *sentences = plx_statement_dup_text (statement, 2);
  g_autofree char *body = plx_statement_dup_text (statement, 3);
  g_autofree char *subject = plx_statement_dup_text (statement, 5);
  g_autofree char *style = plx_statement_dup_text (statement, 8);
  g_autoptr (PlxNote) note = plx_note_new (sqlite3_column_int64 (statement, 1),
                                           body != NULL ? body : "");

  note->id = sqlite3_column_int64 (statement, 0);
  note->changed = sqlite3_column_int64 (statement, 4);
  note->subject = g_strcmp0 (subject, "text") == 0 ? PLX_NOTE_ON_TEXT
                  : g_strcmp0 (subject, "entity") == 0 ? PLX_NOTE_ON_ENTITY : PLX_NOTE_ON_CLAIM;
  note->article = sqlite3_column_int64 (statement, 6);
  note->entity = plx_statement_dup_text (statement, 7);
  note->highlight = plx_highlight_from_nick (style);
  anchors_from_json (note->anchors, sentences);
  if ((note->subject == PLX_NOTE_ON_TEXT && note->article == 0) ||
      (note->subject == PLX_NOTE_ON_ENTITY && note->entity == NULL))
    return NULL;

  return g_steal_pointer (&note);
}

static const char * const subjects[] = {
  [PLX_NOTE_ON_CLAIM] = "claim",
  [PLX_NOTE_ON_TEXT] = "text",
  [PLX_NOTE_ON_ENTITY] = "entity",
};

/* Adds the note, or puts it in the place of the one that has its number; an empty one goes. */
static gboolean
write_note (PlxDb     *db,
            gpointer   item,
            GError   **error)
{
  const PlxNote *note = item;
  g_autofree char *sentences = anchors_to_json (note->anchors);
  g_autoptr (PlxDbRequest) statement = NULL;

  if (plx_note_is_empty (note))
    return plx_db_delete_row (db, REMOVING, "note", note->id, error);

  if (note->subject == PLX_NOTE_ON_TEXT
        ? !plx_db_has_row (db, NOTING, "article", note->article, error)
        : !plx_db_has_row (db, NOTING, "story", note->story, error))
    return FALSE;

  statement = plx_db_prepare (db, NOTING, note->id == 0
                              ? "INSERT INTO note (story, article, subject, sentences, entity,"
                                " body, style, changed)"
                                " VALUES (nullif(?1, 0), nullif(?2, 0), ?3, ?4, ?5, ?6, ?7,"
                                " unixepoch())"
                              : "UPDATE note SET (story, article, subject, sentences, entity,"
                                " body, style, changed) ="
                                " (nullif(?1, 0), nullif(?2, 0), ?3, ?4, ?5, ?6, ?7,"
                                " unixepoch()) WHERE id = ?8", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, note->story);
  sqlite3_bind_int64 (statement, 2, note->article);
  plx_statement_bind_text (statement, 3, subjects[note->subject]);
  plx_statement_bind_text (statement, 4, sentences);
  plx_statement_bind_text (statement, 5, note->entity);
  plx_statement_bind_text (statement, 6, note->body);
  plx_statement_bind_text (statement, 7, plx_highlight_to_nick (note->highlight));
  if (note->id != 0)
    sqlite3_bind_int64 (statement, 8, note->id);

  return plx_db_finish (db, NOTING, statement, error);
}

const PlxSayingRows plx_note_rows = {
  .table = "note",
  .signal = "notes-changed",
  .reading = "Reading the notes",
  .removing = REMOVING,
  .select = "SELECT " NOTE_COLUMNS " FROM note n WHERE n.story = ?1 OR n.article IN"
            " (SELECT article FROM story_article WHERE story = ?1)"
            " OR (?1 = 0 AND n.article IS NOT NULL) ORDER BY n.id",
  .read_row = note_from_row,
  .write = write_note,
  .copy = (GBoxedCopyFunc) plx_note_copy,
  .free = (GDestroyNotify) plx_note_free,
  .id_offset = G_STRUCT_OFFSET (PlxNote, id),
};

void
plx_note_line_free (PlxNoteLine *self)
{
  plx_note_free (self->note);
  g_free (self->story_title);
  g_free (self->article_title);
  g_free (self);
}

static gpointer
line_from_row (PlxDbRequest *statement)
{
  PlxNote *note = note_from_row (statement);
  PlxNoteLine *line;

  if (note == NULL)
    return NULL;

  line = g_new0 (PlxNoteLine, 1);
  line->note = note;
  line->story = sqlite3_column_int64 (statement, 9);
  line->story_title = plx_statement_dup_text (statement, 10);
  line->article_title = plx_statement_dup_text (statement, 11);

  return line;
}

gboolean
plx_work_list_notes (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  const char *doing = "Listing the notes";
  g_autoptr (PlxDbRequest) statement = NULL;

  /* A note on text belongs to the newest story that has the article. */
  statement = plx_db_prepare (db, doing,
                              "SELECT " NOTE_COLUMNS ", s.id, s.title,"
                              " coalesce(a.headline, a.source)"
                              " FROM note n LEFT JOIN article a ON a.id = n.article"
                              " LEFT JOIN story s ON s.id = coalesce(n.story,"
                              "  (SELECT max(t.id) FROM story_article sa"
                              "   JOIN story t ON t.id = sa.story AND t.trashed IS NULL"
                              "   WHERE sa.article = n.article))"
                              " WHERE s.trashed IS NULL AND a.trashed IS NULL"
                              " ORDER BY s.id DESC, n.id", error);
  if (statement == NULL)
    return FALSE;

  job->items = plx_db_list (db, doing, statement, line_from_row,
                            (GDestroyNotify) plx_note_line_free, error);

  return job->items != NULL;
}
