/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-source-picker"

#include "config.h"

#include "filter/plx-source-picker.h"

#include <glib/gi18n.h>

#include "filter/plx-check-row.h"

/**
 * PlxSourcePicker:
 *
 * Which sources are shown: each by name, or all of a span of days.
 */
struct _PlxSourcePicker
{
  PlxPicker   parent_instance;

  GtkListBox *list;
  GtkEntry   *from;
  GtkEntry   *to;
  GtkLabel   *note;
  GtkWidget  *outlet_button;
};

G_DEFINE_FINAL_TYPE (PlxSourcePicker, plx_source_picker, PLX_TYPE_PICKER)

/* A source is told by the name of its file, which stays the same when the user corrects the
 * article; only where there is none, or two of one name, by its digest. */
static char *
dup_id (PlxSession *session,
        guint       which)
{
  PlxDocument *document = plx_analysis_get_document (plx_session_get_analysis (session), which);
  guint n = plx_analysis_get_n_articles (plx_session_get_analysis (session));

  for (guint i = 0; i < n; i++)
    {
      PlxDocument *other = plx_analysis_get_document (plx_session_get_analysis (session), i);

      if (document->source == NULL ||
          (i != which && g_strcmp0 (document->source, other->source) == 0))
        return plx_document_dup_digest (document);
    }

  return g_strdup (document->source);
}

static void
toggled_cb (PlxSourcePicker *self)
{
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_autoptr (PlxFilter) filter = NULL;
  GtkListBoxRow *row;

  if (plx_picker_is_updating (PLX_PICKER (self)))
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (!plx_check_row_is_active (PLX_CHECK_ROW (row)))
        g_strv_builder_add (hidden, plx_check_row_get_id (PLX_CHECK_ROW (row)));
    }

  filter = plx_picker_copy_filter (PLX_PICKER (self));
  g_clear_pointer (&filter->hidden_sources, g_strfreev);
  filter->hidden_sources = g_strv_builder_end (hidden);
  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

/* Tells whether an entry holds a day, or nothing, which is no limit. */
static gboolean
read_day (GtkEntry *entry,
          PlxDay   *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gboolean valid;

  *day = *text != '\0' ? plx_day_parse (text) : 0;
  valid = *text == '\0' || *day != 0;

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");

  return valid;
}

static void
show_note (PlxSourcePicker *self,
           PlxDay           from,
           PlxDay           to,
           gboolean         valid)
{
  const char *note = "";

  if (!valid)
    note = _("A day is written as year-month-day, such as 2023-08-30");
  else if (from != 0 && to != 0 && from > to)
    note = _("There is no such day: the first is after the last");
  else if (from != 0 || to != 0)
    note = _("Sources without a date stay");

  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

/* How a day is written is best shown by those that there are. */
static void
show_extent (PlxSourcePicker *self,
             PlxAnalysis     *analysis)
{
  guint n = analysis != NULL ? plx_analysis_get_n_articles (analysis) : 0;
  PlxDay first = 0;
  PlxDay last = 0;

  for (guint i = 0; i < n; i++)
    {
      PlxDay day = plx_document_get_day (plx_analysis_get_document (analysis, i));

      if (day == 0)
        continue;

      first = first == 0 ? day : MIN (first, day);
      last = MAX (last, day);
    }

  if (first != 0)
    {
      g_autofree char *from = plx_day_format (first);
      g_autofree char *to = plx_day_format (last);

      gtk_entry_set_placeholder_text (self->from, from);
      gtk_entry_set_placeholder_text (self->to, to);
    }
}

static void
day_changed_cb (PlxSourcePicker *self)
{
  g_autoptr (PlxFilter) filter = NULL;
  PlxFilter *old;
  PlxDay from, to;
  gboolean valid;

  if (plx_picker_is_updating (PLX_PICKER (self)))
    return;

  old = plx_session_get_filter (plx_picker_get_session (PLX_PICKER (self)));
  valid = read_day (self->from, &from);
  valid = read_day (self->to, &to) && valid;
  show_note (self, from, to, valid);

  /* Half a day is no day yet: what was asked for stays until it is one. */
  if (!valid || (from == old->from && to == old->to))
    return;

  filter = plx_picker_copy_filter (PLX_PICKER (self));
  filter->from = from;
  filter->to = to;
  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static void
show_day (GtkEntry *entry,
          PlxDay    day)
{
  g_autofree char *text = day != 0 ? plx_day_format (day) : g_strdup ("");
  PlxDay shown;

  /* What the user has written in another way, and means the same, is left to him. */
  if (!read_day (entry, &shown) || shown != day)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  read_day (entry, &shown);
}

static void
update_list (PlxSourcePicker *self)
{
  PlxSession *session = plx_picker_get_session (PLX_PICKER (self));
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  PlxFilter *filter = plx_session_get_filter (session);
  guint n = analysis != NULL ? plx_analysis_get_n_articles (analysis) : 0;

  for (guint i = 0; i < n; i++)
    {
      const char *source = plx_session_get_source (session, i);
      g_autofree char *id = dup_id (session, i);
      gboolean shown = filter->hidden_sources == NULL ||
                       !g_strv_contains ((const char * const *) filter->hidden_sources, id);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row != NULL && g_str_equal (plx_check_row_get_id (PLX_CHECK_ROW (row)), id))
        {
          plx_check_row_set_active (PLX_CHECK_ROW (row), shown);
          continue;
        }

      while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      gtk_list_box_append (self->list, plx_check_row_new (id, source, NULL, shown));
      g_signal_connect_object (gtk_list_box_get_row_at_index (self->list, i), "toggled",
                               G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }

  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, n)) != NULL;)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
plx_source_picker_update (PlxPicker *picker)
{
  PlxSourcePicker *self = PLX_SOURCE_PICKER (picker);
  PlxFilter *filter = plx_session_get_filter (plx_picker_get_session (picker));

  update_list (self);
  show_day (self->from, filter->from);
  show_day (self->to, filter->to);
  show_note (self, filter->from, filter->to, TRUE);
  show_extent (self, plx_session_get_analysis (plx_picker_get_session (picker)));

  /* The dialog of a narrow window has a section of its own for it. */
  gtk_widget_set_visible (self->outlet_button,
                          gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER) != NULL);
}

static void
plx_source_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_SOURCE_PICKER);

  G_OBJECT_CLASS (plx_source_picker_parent_class)->dispose (object);
}

static void
plx_source_picker_class_init (PlxSourcePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlxPickerClass *picker_class = PLX_PICKER_CLASS (klass);

  object_class->dispose = plx_source_picker_dispose;

  picker_class->update = plx_source_picker_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-source-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSourcePicker, list);
  gtk_widget_class_bind_template_child (widget_class, PlxSourcePicker, from);
  gtk_widget_class_bind_template_child (widget_class, PlxSourcePicker, to);
  gtk_widget_class_bind_template_child (widget_class, PlxSourcePicker, note);
  gtk_widget_class_bind_template_child (widget_class, PlxSourcePicker, outlet_button);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
plx_source_picker_init (PlxSourcePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
