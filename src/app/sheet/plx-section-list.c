/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-section-list"

#include "config.h"

#include "sheet/plx-section-list.h"

#include <glib/gi18n.h>

#include "sheet/plx-section-row.h"
#include "sheet/plx-sheet-sections.h"

/**
 * PlxSectionList:
 *
 * The sections of a sheet in their order, each with a switch. They are moved by dragging, by key
 * and by their menu.
 *
 * It changes nothing itself: it says what the user wants, and shows the plan that is made of it.
 *
 * Signals: `toggled (char *id, gboolean is_shown)`: he has switched a section. `moved (char *id,
 * guint place)`: he wants it at that place.
 */
struct _PlxSectionList
{
  AdwBin    parent_instance;

  gboolean  is_updating; /* what changes now is not the user's doing */
};

enum
{
  SIGNAL_TOGGLED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSectionList, plx_section_list, ADW_TYPE_BIN)

/* It is the child, which a template must not bind: both would let go of it. */
static GtkListBox *
get_list (PlxSectionList *self)
{
  return GTK_LIST_BOX (adw_bin_get_child (ADW_BIN (self)));
}

static void
toggled_cb (PlxSectionList *self,
            PlxSectionRow  *row)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, plx_section_row_get_id (row),
                   plx_section_row_is_shown (row));
}

static guint
count_rows (PlxSectionList *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (get_list (self), n) != NULL)
    n++;

  return n;
}

static void
move (PlxSectionList *self,
      PlxSectionRow  *row,
      int             place)
{
  GtkWidget *list = GTK_WIDGET (get_list (self));
  gboolean has_focus = gtk_widget_get_focus_child (list) == GTK_WIDGET (row);
  g_autofree char *words = NULL;

  g_signal_emit (self, signals[SIGNAL_MOVED], 0, plx_section_row_get_id (row),
                 (guint) MAX (place, 0));
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  /* Translators: a section of the sheet, and its place among them after it was moved */
  words = g_strdup_printf (_("%1$s, %2$d of %3$u"),
                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                           gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1,
                           count_rows (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move_requested_cb (PlxSectionList *self,
                   int             by,
                   PlxSectionRow  *row)
{
  move (self, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by);
}

static void
dropped_cb (PlxSectionList *self,
            PlxSectionRow  *other,
            PlxSectionRow  *row)
{
  move (self, other, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static PlxSectionRow *
find_row (PlxSectionList *self,
          const char     *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (self), i)) != NULL; i++)
    if (g_str_equal (plx_section_row_get_id (PLX_SECTION_ROW (row)), id))
      return PLX_SECTION_ROW (row);

  return NULL;
}

static PlxSectionRow *
add_row (PlxSectionList *self,
         const char     *id,
         const char     *title,
         int             place)
{
  GtkWidget *row = plx_section_row_new (id, title, FALSE);

  gtk_list_box_insert (get_list (self), row, place);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move-requested", G_CALLBACK (move_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);

  return PLX_SECTION_ROW (row);
}

/* Rows that stay are the same widgets, wherever they go. */
static void
place_row (PlxSectionList *self,
           PlxSectionRow  *row,
           int             place)
{
  g_autoptr (GtkWidget) widget = g_object_ref (GTK_WIDGET (row));

  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == place)
    return;

  gtk_list_box_remove (get_list (self), widget);
  gtk_list_box_insert (get_list (self), widget, place);
}

static void
plx_section_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_SECTION_LIST);

  G_OBJECT_CLASS (plx_section_list_parent_class)->dispose (object);
}

static void
plx_section_list_class_init (PlxSectionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_section_list_dispose;

  signals[SIGNAL_TOGGLED] =
    g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-section-list.ui");
}

static void
plx_section_list_init (PlxSectionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_section_list_set_plan:
 * @self: a list
 * @plan: a plan
 *
 * Shows the sections of a plan. This emits nothing.
 */
void
plx_section_list_set_plan (PlxSectionList *self,
                           PlxSheetPlan   *plan)
{
  GtkListBoxRow *left;
  guint n = 0;

  g_return_if_fail (PLX_IS_SECTION_LIST (self));
  g_return_if_fail (plan != NULL);

  self->is_updating = TRUE;
  for (guint i = 0; i < plan->parts->len; i++)
    {
      const PlxSheetPart *part = &g_array_index (plan->parts, PlxSheetPart, i);
      const PlxSheetSection *section = plx_sheet_sections_lookup (part->id);
      PlxSectionRow *row = find_row (self, part->id);

      if (section == NULL)
        continue;

      if (row == NULL)
        row = add_row (self, part->id, _(section->title), n);
      place_row (self, row, n++);
      plx_section_row_set_shown (row, part->is_shown);
    }

  while ((left = gtk_list_box_get_row_at_index (get_list (self), n)) != NULL)
    gtk_list_box_remove (get_list (self), GTK_WIDGET (left));
  for (guint i = 0; i < n; i++)
    plx_section_row_set_place (PLX_SECTION_ROW (gtk_list_box_get_row_at_index (get_list (self), i)),
                               i, n);
  self->is_updating = FALSE;
}
