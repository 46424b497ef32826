/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-content.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const PlxSheetSection *section;
  gboolean               is_prepared;
  gpointer               state;   /* nullable; the section lets it go */
  guint                  n_parts;
} Slot;

struct _PlxSheetContent
{
  PlxSheetMatter *matter;
  PlxSheetPlan   *plan;
  GArray         *slots;  /* Slot */
  GMutex          mutex;  /* over the slots, until they are prepared */
};

static void
slot_clear (gpointer data)
{
  Slot *slot = data;

  if (slot->state != NULL)
    slot->section->free_state (slot->state);
}

/**
 * plx_sheet_content_new_of:
 * @matter: what it is about
 * @plan: how it is composed
 * @sections: (array length=n_sections): the sections, in order
 * @n_sections: how many
 *
 * Returns: (transfer full): content of these sections, whatever the plan shows
 */
PlxSheetContent *
plx_sheet_content_new_of (PlxSheetMatter         *matter,
                          PlxSheetPlan           *plan,
                          const PlxSheetSection **sections,
                          guint                   n_sections)
{
  PlxSheetContent *self = g_atomic_rc_box_new0 (PlxSheetContent);

  self->matter = plx_sheet_matter_ref (matter);
  self->plan = plx_sheet_plan_ref (plan);
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_clear_func (self->slots, slot_clear);
  g_mutex_init (&self->mutex);
  for (guint i = 0; i < n_sections; i++)
    {
      Slot slot = { .section = sections[i] };

      g_array_append_val (self->slots, slot);
    }

  return self;
}

/**
 * plx_sheet_content_new:
 * @matter: what it is about
 * @plan: which sections it has, and in which order
 *
 * Returns: (transfer full): content, of which nothing is gathered yet
 */
PlxSheetContent *
plx_sheet_content_new (PlxSheetMatter *matter,
                       PlxSheetPlan   *plan)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();

  for (guint i = 0; i < plan->parts->len; i++)
    {
      const PlxSheetPart *part = &g_array_index (plan->parts, PlxSheetPart, i);
      const PlxSheetSection *section = plx_sheet_sections_lookup (part->id);

      if (part->is_shown && section != NULL)
        g_ptr_array_add (sections, (gpointer) section);
    }

  return plx_sheet_content_new_of (matter, plan, (const PlxSheetSection **) sections->pdata,
                                   sections->len);
}

PlxSheetContent *
plx_sheet_content_ref (PlxSheetContent *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
content_clear (gpointer data)
{
  PlxSheetContent *self = data;

  g_array_unref (self->slots);
  plx_sheet_matter_unref (self->matter);
  plx_sheet_plan_unref (self->plan);
  g_mutex_clear (&self->mutex);
}

void
plx_sheet_content_unref (PlxSheetContent *self)
{
  g_atomic_rc_box_release_full (self, content_clear);
}

PlxSheetMatter *
plx_sheet_content_get_matter (PlxSheetContent *self)
{
  return self->matter;
}

PlxSheetPlan *
plx_sheet_content_get_plan (PlxSheetContent *self)
{
  return self->plan;
}

/* The title of the plan, else of the story. */
const char *
plx_sheet_content_get_title (PlxSheetContent *self)
{
  return self->plan->title != NULL && *self->plan->title != '\0' ? self->plan->title
                                                                 : self->matter->title;
}

guint
plx_sheet_content_get_n_sections (PlxSheetContent *self)
{
  return self->slots->len;
}

const PlxSheetSection *
plx_sheet_content_get_section (PlxSheetContent *self,
                               guint            section)
{
  return g_array_index (self->slots, Slot, section).section;
}

/**
 * plx_sheet_content_count_parts:
 * @self: content
 * @section: a section of it, from 0
 * @cancellable: (nullable): gives up while what the section needs is gathered
 *
 * Returns: how many parts the section has; 0 where it has nothing to say or was cancelled
 */
guint
plx_sheet_content_count_parts (PlxSheetContent *self,
                               guint            section,
                               GCancellable    *cancellable)
{
  Slot *slot = &g_array_index (self->slots, Slot, section);
  guint n_parts;

  g_mutex_lock (&self->mutex);
  if (!slot->is_prepared && !g_cancellable_is_cancelled (cancellable))
    {
      slot->state = slot->section->prepare (self->matter, self->plan, cancellable);
      if (g_cancellable_is_cancelled (cancellable))
        {
          /* It may be half of what there is: another time it is gathered anew. */
          g_clear_pointer (&slot->state, slot->section->free_state);
        }
      else
        {
          slot->n_parts = slot->state != NULL ? slot->section->count_parts (slot->state) : 0;
          slot->is_prepared = TRUE;
        }
    }
  n_parts = slot->n_parts;
  g_mutex_unlock (&self->mutex);

  return n_parts;
}

/**
 * plx_sheet_content_write_part:
 * @self: content
 * @section: a section of it, of which the parts have been counted
 * @part: a part of the section
 * @writer: where to
 *
 * Writes a part, with the beginning of its section before the first and the end after the last.
 */
void
plx_sheet_content_write_part (PlxSheetContent *self,
                              guint            section,
                              guint            part,
                              PlxSheetWriter  *writer)
{
  Slot *slot = &g_array_index (self->slots, Slot, section);

  g_return_if_fail (part < slot->n_parts);

  if (part == 0)
    plx_sheet_writer_begin_section (writer, slot->section->id, _(slot->section->title));
  slot->section->write_part (slot->state, part, writer);
  if (part + 1 == slot->n_parts)
    plx_sheet_writer_end_section (writer);
}

/**
 * plx_sheet_content_write:
 * @self: content
 * @writer: where to
 * @progress: (nullable) (scope call): told of each part that is written
 * @data: for @progress
 * @cancellable: (nullable): gives up
 * @error: return location for an error; only `G_IO_ERROR_CANCELLED` occurs
 *
 * Writes all of it.
 *
 * Returns: whether all was written
 */
gboolean
plx_sheet_content_write (PlxSheetContent   *self,
                         PlxSheetWriter    *writer,
                         PlxSheetProgress   progress,
                         gpointer           data,
                         GCancellable      *cancellable,
                         GError           **error)
{
  guint n_parts = 0, done = 0;

  for (guint i = 0; i < self->slots->len; i++)
    n_parts += plx_sheet_content_count_parts (self, i, cancellable);

  for (guint i = 0; i < self->slots->len; i++)
    for (guint j = 0; j < g_array_index (self->slots, Slot, i).n_parts; j++)
      {
        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;
        plx_sheet_content_write_part (self, i, j, writer);
        if (progress != NULL)
          progress (++done, n_parts, data);
      }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
