/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-plan.h"

#include <string.h>

#include "sheet/plx-sheet-sections.h"

#define MM (72 / 25.4)

/* Portrait, in points. */
static const struct
{
  const char *id;
  double      width;
  double      height;
} papers[] = {
  [PLX_PAPER_A4] = { "a4", 210 * MM, 297 * MM },
  [PLX_PAPER_LETTER] = { "letter", 612, 792 },
  [PLX_PAPER_A5] = { "a5", 148 * MM, 210 * MM },
};

G_DEFINE_BOXED_TYPE (PlxSheetPlan, plx_sheet_plan, plx_sheet_plan_ref, plx_sheet_plan_unref)

static void
part_clear (gpointer data)
{
  g_free (((PlxSheetPart *) data)->id);
}

static void
append_part (GArray     *parts,
             const char *id,
             gboolean    is_shown)
{
  PlxSheetPart part = { g_strdup (id), is_shown };

  g_array_append_val (parts, part);
}

/**
 * plx_sheet_plan_new:
 *
 * Plans all sections in their usual order, of which those are shown that a sheet usually has, on
 * A4, in the size of a text that is read.
 *
 * Returns: (transfer full): the plan
 */
PlxSheetPlan *
plx_sheet_plan_new (void)
{
  PlxSheetPlan *self = g_atomic_rc_box_new0 (PlxSheetPlan);

  self->parts = g_array_new (FALSE, TRUE, sizeof (PlxSheetPart));
  g_array_set_clear_func (self->parts, part_clear);
  self->margin = 56;
  self->font_size = 9.5;
  for (guint i = 0; i < plx_sheet_sections_get_n (); i++)
    {
      const PlxSheetSection *section = plx_sheet_sections_get (i);

      append_part (self->parts, section->id, section->is_usual);
    }

  return self;
}

/**
 * plx_sheet_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): a plan of the same content that its only holder may change
 */
PlxSheetPlan *
plx_sheet_plan_copy (const PlxSheetPlan *self)
{
  PlxSheetPlan *copy = plx_sheet_plan_new ();

  g_set_str (&copy->title, self->title);
  g_array_set_size (copy->parts, 0);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const PlxSheetPart *part = &g_array_index (self->parts, PlxSheetPart, i);

      append_part (copy->parts, part->id, part->is_shown);
    }
  copy->paper = self->paper;
  copy->is_landscape = self->is_landscape;
  copy->margin = self->margin;
  copy->font_size = self->font_size;
  for (guint i = 0; i < 2; i++)
    copy->pair[i] = g_strdup (self->pair[i]);
  copy->articles = g_strdupv (self->articles);
  copy->hidden_columns = g_strdupv (self->hidden_columns);

  return copy;
}

PlxSheetPlan *
plx_sheet_plan_ref (PlxSheetPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
plan_clear (gpointer data)
{
  PlxSheetPlan *self = data;

  g_free (self->title);
  g_array_unref (self->parts);
  g_free (self->pair[0]);
  g_free (self->pair[1]);
  g_strfreev (self->articles);
  g_strfreev (self->hidden_columns);
}

void
plx_sheet_plan_unref (PlxSheetPlan *self)
{
  g_atomic_rc_box_release_full (self, plan_clear);
}

/* Whether both print the same of the same story. */
gboolean
plx_sheet_plan_equal (const PlxSheetPlan *self,
                      const PlxSheetPlan *other)
{
  g_autofree char *a = plx_sheet_plan_to_json (self);
  g_autofree char *b = plx_sheet_plan_to_json (other);

  return g_str_equal (a, b);
}

static guint
find_part (const PlxSheetPlan *self,
           const char         *id)
{
  guint i = 0;

  while (i < self->parts->len && !g_str_equal (g_array_index (self->parts, PlxSheetPart, i).id, id))
    i++;

  return i;
}

/**
 * plx_sheet_plan_set_part:
 * @self: a plan with one holder
 * @id: of a section
 * @is_shown: whether it is to be printed
 *
 * Switches a section on or off; one that the plan did not name comes last.
 */
void
plx_sheet_plan_set_part (PlxSheetPlan *self,
                         const char   *id,
                         gboolean      is_shown)
{
  guint place = find_part (self, id);

  if (place < self->parts->len)
    g_array_index (self->parts, PlxSheetPart, place).is_shown = is_shown;
  else
    append_part (self->parts, id, is_shown);
}

/**
 * plx_sheet_plan_move_part:
 * @self: a plan with one holder
 * @id: of a section that it names
 * @place: where it is to stand, from 0; what is beyond the end is the end
 */
void
plx_sheet_plan_move_part (PlxSheetPlan *self,
                          const char   *id,
                          guint         place)
{
  guint from = find_part (self, id);
  PlxSheetPart part;

  g_return_if_fail (from < self->parts->len);

  part = g_array_index (self->parts, PlxSheetPart, from);
  g_array_index (self->parts, PlxSheetPart, from).id = NULL;
  g_array_remove_index (self->parts, from);
  place = MIN (place, self->parts->len);
  g_array_insert_val (self->parts, place, part);
}

/* Whether a section is printed. */
gboolean
plx_sheet_plan_shows (const PlxSheetPlan *self,
                      const char         *id)
{
  guint place = find_part (self, id);

  return place < self->parts->len && g_array_index (self->parts, PlxSheetPart, place).is_shown;
}

/* The size of the paper as it lies, in points. */
void
plx_sheet_plan_get_page_size (const PlxSheetPlan *self,
                              double             *width,
                              double             *height)
{
  *width = self->is_landscape ? papers[self->paper].height : papers[self->paper].width;
  *height = self->is_landscape ? papers[self->paper].width : papers[self->paper].height;
}

/* What a paper is called in JSON and on the command line. */
const char *
plx_sheet_paper_get_id (PlxSheetPaper paper)
{
  return papers[paper].id;
}

gboolean
plx_sheet_paper_from_id (const char    *id,
                         PlxSheetPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].id, id) == 0)
      {
        *paper = i;
        return TRUE;
      }

  return FALSE;
}
