/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-day-picker"

#include "config.h"

#include "filter/plx-day-picker.h"

/**
 * PlxDayPicker:
 *
 * For which day the status of countries is asked.
 */
struct _PlxDayPicker
{
  PlxPicker       parent_instance;

  GtkCheckButton *article;
  GtkCheckButton *today;
  GtkCheckButton *chosen;
  GtkCalendar    *calendar;
};

G_DEFINE_FINAL_TYPE (PlxDayPicker, plx_day_picker, PLX_TYPE_PICKER)

static PlxDay
get_calendar_day (PlxDayPicker *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (time, "%Y-%m-%d");

  return plx_day_parse (iso);
}

static void
set_calendar_day (PlxDayPicker *self,
                  PlxDay        day)
{
  g_autofree char *iso = plx_day_format (day);
  g_autofree char *noon = g_strconcat (iso, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (noon, NULL);

  if (time != NULL)
    gtk_calendar_select_day (self->calendar, time);
}

static void
apply (PlxDayPicker *self)
{
  g_autoptr (PlxFilter) filter = plx_picker_copy_filter (PLX_PICKER (self));

  if (gtk_check_button_get_active (self->chosen))
    {
      filter->as_of = PLX_AS_OF_DAY;
      filter->day = get_calendar_day (self);
    }
  else
    {
      filter->as_of = gtk_check_button_get_active (self->today) ? PLX_AS_OF_TODAY
                                                                : PLX_AS_OF_ARTICLE;
      filter->day = 0;
    }

  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static void
toggled_cb (PlxDayPicker   *self,
            GtkCheckButton *button)
{
  /* Of the two that change at once, the one that is now set speaks for both. */
  if (!plx_picker_is_updating (PLX_PICKER (self)) && gtk_check_button_get_active (button))
    apply (self);
}

static void
day_selected_cb (PlxDayPicker *self)
{
  if (!plx_picker_is_updating (PLX_PICKER (self)) && gtk_check_button_get_active (self->chosen))
    apply (self);
}

static void
plx_day_picker_update (PlxPicker *picker)
{
  PlxDayPicker *self = PLX_DAY_PICKER (picker);
  PlxFilter *filter = plx_session_get_filter (plx_picker_get_session (picker));

  gtk_check_button_set_active (self->article, filter->as_of == PLX_AS_OF_ARTICLE);
  gtk_check_button_set_active (self->today, filter->as_of == PLX_AS_OF_TODAY);
  gtk_check_button_set_active (self->chosen, filter->as_of == PLX_AS_OF_DAY);
  if (filter->as_of == PLX_AS_OF_DAY && filter->day != get_calendar_day (self))
    set_calendar_day (self, filter->day);
}

static void
plx_day_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_DAY_PICKER);

  G_OBJECT_CLASS (plx_day_picker_parent_class)->dispose (object);
}

static void
plx_day_picker_class_init (PlxDayPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlxPickerClass *picker_class = PLX_PICKER_CLASS (klass);

  object_class->dispose = plx_day_picker_dispose;

  picker_class->update = plx_day_picker_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-day-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxDayPicker, article);
  gtk_widget_class_bind_template_child (widget_class, PlxDayPicker, today);
  gtk_widget_class_bind_template_child (widget_class, PlxDayPicker, chosen);
  gtk_widget_class_bind_template_child (widget_class, PlxDayPicker, calendar);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
plx_day_picker_init (PlxDayPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
