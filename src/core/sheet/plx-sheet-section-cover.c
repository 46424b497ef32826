/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-words.h"

/* So many sources make a part. */
#define SOURCES_PER_PART 20

typedef struct
{
  PlxSheetMatter *matter;
  char           *title;
} Cover;

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  Cover *self = g_new0 (Cover, 1);

  self->matter = plx_sheet_matter_ref (matter);
  self->title = g_strdup (plan->title != NULL && *plan->title != '\0' ? plan->title
                                                                      : matter->title);

  return self;
}

static void
free_state (gpointer state)
{
  Cover *self = state;

  plx_sheet_matter_unref (self->matter);
  g_free (self->title);
  g_free (self);
}

static guint
count_parts (gpointer state)
{
  Cover *self = state;
  guint n = plx_analysis_get_n_articles (self->matter->analysis);

  return 1 + (n + SOURCES_PER_PART - 1) / SOURCES_PER_PART;
}

static void
write_head (Cover          *self,
            PlxSheetWriter *writer)
{
  g_autofree char *day = plx_words_dup_day (self->matter->today);
  g_autofree char *filter = plx_words_dup_filter (self->matter->filter);

  plx_sheet_writer_say (writer, PLX_STYLE_KICKER, _("COMPARISON OF SOURCES"));
  plx_sheet_writer_head (writer, 0, self->title, NULL);
  plx_sheet_writer_say (writer, PLX_STYLE_META, day);
  if (*filter != '\0')
    plx_sheet_writer_say (writer, PLX_STYLE_META, filter);
  plx_sheet_writer_head (writer, 1, _("Sources"), "sources");
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  Cover *self = state;
  guint n = plx_analysis_get_n_articles (self->matter->analysis);

  if (part == 0)
    {
      write_head (self, writer);
      return;
    }

  for (guint i = (part - 1) * SOURCES_PER_PART; i < MIN (part * SOURCES_PER_PART, n); i++)
    {
      PlxDocument *document = plx_analysis_get_document (self->matter->analysis, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *id = g_strdup_printf ("source-%u", i + 1);
      g_autofree char *note = plx_sheet_matter_dup_note (self->matter, i);
      g_autoptr (PlxSheetText) text = plx_sheet_text_new (note, NULL);
      const char *title = plx_document_get_title (document);
      const char *address = document->fields[PLX_FIELD_ADDRESS];

      if (title != NULL)
        {
          plx_sheet_text_append (text, ": ");
          plx_sheet_text_append_dressed (text, title, PLX_DRESS_ITALIC);
        }
      if (address != NULL)
        {
          plx_sheet_text_append (text, ". ");
          plx_sheet_text_append_link (text, address, address);
        }
      plx_sheet_writer_list_item (writer, number, text, id);
    }
}

const PlxSheetSection plx_sheet_section_cover = {
  .id = "cover",
  .title = N_("Cover"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
