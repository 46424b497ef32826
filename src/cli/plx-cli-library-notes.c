/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-library"

#include "config.h"

#include "plx-cli-library-story.h"

#include <stdio.h>

/* The actions of `library` on what the user has noted on claims. */

/**
 * plx_cli_story_list_notes:
 * @request: what is asked of the library
 * @self: one of its stories
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type GStrv) (nullable): by claim, what the user has noted on
 *   it; or `NULL` on error
 */
GPtrArray *
plx_cli_story_list_notes (PlxCliLibraryRequest  *request,
                          PlxCliStory           *self,
                          GError               **error)
{
  g_autoptr (GPtrArray) notes =
    plx_cli_library_list_said (request, PLX_SAYING_NOTE, self->story, error);
  g_autoptr (PlxAnchorIndex) index = NULL;
  g_autofree guint *claims = NULL;
  GPtrArray *by_claim;

  if (notes == NULL)
    return NULL;

  index = plx_anchor_index_new (self->analysis->annotations, (gint64 *) self->articles->data);
  claims = g_new (guint, notes->len);
  for (guint i = 0; i < notes->len; i++)
    {
      const PlxNote *note = g_ptr_array_index (notes, i);

      claims[i] = note->subject == PLX_NOTE_ON_CLAIM
        ? plx_anchor_index_find_claim (index, self->analysis, note->anchors) : PLX_NONE;
    }

  by_claim = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint claim = 0; claim < self->analysis->claims->len; claim++)
    {
      g_autoptr (GStrvBuilder) bodies = g_strv_builder_new ();

      for (guint i = 0; i < notes->len; i++)
        if (claims[i] == claim)
          g_strv_builder_add (bodies, ((const PlxNote *) g_ptr_array_index (notes, i))->body);
      g_ptr_array_add (by_claim, g_strv_builder_end (bodies));
    }

  return by_claim;
}

static void
print_note (const PlxNote *note,
            const char    *claim,
            gboolean       json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!json)
    {
      printf ("%" G_GINT64_FORMAT "  %s: %s\n", note->id, claim != NULL ? claim : "(gone)",
              note->body);
      return;
    }

  json_builder_begin_object (builder);
  plx_json_add_int (builder, "note", note->id);
  plx_json_add_int (builder, "story", note->story);
  plx_json_add_string (builder, "text", note->body);
  plx_json_add_string (builder, note->subject == PLX_NOTE_ON_CLAIM ? "claim"
                                : note->subject == PLX_NOTE_ON_TEXT ? "words" : "entity", claim);
  plx_cli_story_add_anchors (builder, note->anchors);
  json_builder_end_object (builder);
  plx_cli_print_json (builder);
}

/* What a note is on, in words; `NULL` where that is not there any more. */
static const char *
find_about (PlxCliStory    *opened,
            PlxAnchorIndex *index,
            const PlxNote  *note)
{
  guint claim;

  if (note->subject == PLX_NOTE_ON_ENTITY)
    return note->entity;
  if (note->subject == PLX_NOTE_ON_TEXT)
    return note->anchors->len > 0 ? ((const PlxAnchor *) note->anchors->pdata[0])->says : NULL;

  claim = plx_anchor_index_find_claim (index, opened->analysis, note->anchors);

  return claim != PLX_NONE ? plx_analysis_get_claim (opened->analysis, claim)->label : NULL;
}

PlxCliStatus
plx_cli_library_notes (PlxCliLibraryRequest *request)
{
  PlxCliStatus status;
  g_autoptr (PlxCliStory) opened = plx_cli_story_open (request, &status);
  g_autoptr (PlxAnchorIndex) index = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  if (opened == NULL)
    return status;
  if (!(notes = plx_cli_library_list_said (request, PLX_SAYING_NOTE, opened->story, &error)))
    return plx_cli_library_complain (error);

  index = plx_anchor_index_new (opened->analysis->annotations, (gint64 *) opened->articles->data);
  for (guint i = 0; i < notes->len; i++)
    {
      const PlxNote *note = g_ptr_array_index (notes, i);

      print_note (note, find_about (opened, index, note), request->json);
    }

  return PLX_CLI_OK;
}

static PlxCliStatus
write_note (PlxCliLibraryRequest *request,
            PlxNote              *note,
            const char           *label)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  PlxCliStatus status;

  g_ptr_array_add (notes, note);
  status = plx_cli_library_say (request, PLX_SAYING_NOTE, notes, NULL, label);

  return status == PLX_CLI_OK ? plx_cli_library_notes (request) : status;
}

PlxCliStatus
plx_cli_library_note (PlxCliLibraryRequest *request)
{
  PlxCliStatus status;
  g_autoptr (PlxCliStory) opened = NULL;
  g_autoptr (PlxNote) note = NULL;
  g_autofree char *text = NULL;

  if (plx_cli_library_count_words (request) < 3 || !g_utf8_validate (request->words[1], -1, NULL) ||
      *(text = g_strstrip (g_strdup (request->words[1]))) == '\0')
    return plx_cli_usage ("say what is to be noted on what: STORY TEXT SENTENCE…");
  if (!(opened = plx_cli_story_open (request, &status)))
    return status;

  note = plx_note_new (plx_story_get_id (opened->story), text);
  for (guint i = 2; request->words[i] != NULL; i++)
    {
      PlxSentenceRef ref;

      if (!plx_cli_story_find_sentence (opened, request->words[i], &ref))
        return PLX_CLI_FAILED;
      g_ptr_array_add (note->anchors, plx_cli_story_make_anchor (opened, ref));
    }

  return write_note (request, note, "Note on a Claim");
}

PlxCliStatus
plx_cli_library_remove_note (PlxCliLibraryRequest *request)
{
  const gint64 number = plx_cli_library_read_number (request);
  PlxCliStatus status;
  g_autoptr (PlxCliStory) opened = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  if (number == 0)
    return plx_cli_usage ("give a story, and a number in its “library notes”");
  if (!(opened = plx_cli_story_open (request, &status)))
    return status;
  if (!(notes = plx_cli_library_list_said (request, PLX_SAYING_NOTE, opened->story, &error)))
    return plx_cli_library_complain (error);

  for (guint i = 0; i < notes->len; i++)
    {
      PlxNote *note = g_ptr_array_index (notes, i);

      if (note->id != number)
        continue;
      g_set_str (&note->body, "");
      return write_note (request, note, "Remove a Note");
    }

  g_printerr ("%s: the story has no note of the number %" G_GINT64_FORMAT "\n", g_get_prgname (),
              number);

  return PLX_CLI_FAILED;
}
