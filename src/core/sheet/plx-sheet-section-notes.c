/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-telling.h"

#define NOTES_PER_PART 10

/* A note, or how many are not printed. */
typedef struct
{
  const PlxSheetClaim *claim; /* nullable: what it is about is no claim */
  const char          *body;
} Note;

typedef struct
{
  PlxSheetTelling *telling;
  GArray          *notes;    /* Note */
  guint            n_hidden; /* on claims of which the filter hides all */
} Notes;

static void
find_notes (Notes *self)
{
  PlxSheetMatter *matter = self->telling->matter;

  for (guint i = 0; i < matter->analysis->claims->len; i++)
    {
      char **bodies = plx_sheet_matter_get_notes (matter, i);
      const Note note = { plx_sheet_tally_find (self->telling->tally, i), NULL };

      for (guint j = 0; bodies != NULL && bodies[j] != NULL; j++)
        {
          if (note.claim != NULL)
            g_array_append_val (self->notes, ((Note) { note.claim, bodies[j] }));
          else
            self->n_hidden++;
        }
    }
  for (guint i = 0; matter->other_notes != NULL && matter->other_notes[i] != NULL; i++)
    g_array_append_val (self->notes, ((Note) { NULL, matter->other_notes[i] }));
}

static void
free_state (gpointer state)
{
  Notes *self = state;

  plx_telling_free (self->telling);
  g_array_unref (self->notes);
  g_free (self);
}

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  Notes *self = g_new0 (Notes, 1);

  self->telling = plx_telling_new (matter, plan);
  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  find_notes (self);
  if (self->notes->len > 0 || self->n_hidden > 0)
    return self;

  free_state (self);

  return NULL;
}

static guint
count_parts (gpointer state)
{
  return MAX ((((Notes *) state)->notes->len + NOTES_PER_PART - 1) / NOTES_PER_PART, 1);
}

static const Note *
note_at (const Notes *self,
         guint        i)
{
  return &g_array_index (self->notes, Note, i);
}

/* What the note is about: the claim with its sources, once before all notes on it. */
static void
write_about (const Notes    *self,
             const Note     *note,
             PlxSheetWriter *writer)
{
  g_autofree char *label = NULL, *citations = NULL, *name = NULL, *words = NULL;
  g_autoptr (PlxSheetText) text = NULL;

  if (note->claim == NULL)
    {
      plx_sheet_writer_head (writer, 3, _("On the story"), NULL);
      return;
    }

  label = plx_telling_label (self->telling, note->claim);
  citations = plx_telling_cite_claim (self->telling, note->claim);
  name = note->claim->number > 0 ? plx_telling_claim (self->telling, note->claim) : NULL;
  words = name != NULL
          /* Translators: what a claim is about, the numbers of its sources, and “claim 3” */
          ? g_strdup_printf (_("On “%1$s”%2$s (%3$s)"), label, citations, name)
          : g_strdup_printf (_("On “%1$s”%2$s"), label, citations);
  text = plx_marks_read (words);
  plx_sheet_writer_heading (writer, 3, text, NULL);
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  const Notes *self = state;
  const guint end = MIN ((part + 1) * NOTES_PER_PART, self->notes->len);

  if (part == 0)
    plx_sheet_writer_head (writer, 1, _("Notes"), NULL);

  for (guint i = part * NOTES_PER_PART; i < end; i++)
    {
      const Note *note = note_at (self, i);

      if (i == 0 || note_at (self, i - 1)->claim != note->claim)
        write_about (self, note, writer);
      plx_sheet_writer_say (writer, PLX_STYLE_NOTE, note->body);
    }

  if (end == self->notes->len && self->n_hidden > 0)
    {
      g_autofree char *words =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note is on what the filter hides.",
                                      "%u notes are on what the filter hides.", self->n_hidden),
                         self->n_hidden);

      plx_sheet_writer_say (writer, PLX_STYLE_META, words);
    }
}

const PlxSheetSection plx_sheet_section_notes = {
  .id = "notes",
  .title = N_("Notes"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
