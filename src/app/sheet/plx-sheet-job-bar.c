/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-job-bar"

#include "config.h"

#include "sheet/plx-sheet-job-bar.h"

/* How often it looks what is done, and how often it does so before it shows itself: what is done
 * in a moment needs no bar. */
#define LOOK_MS 100
#define N_HIDDEN_LOOKS 4

/**
 * PlxSheetJobBar:
 *
 * What is being done with a sheet, how far it is, and a button that stops it. It hides while
 * nothing is done.
 */
struct _PlxSheetJobBar
{
  AdwBin          parent_instance;

  PlxSheetJob    *job;     /* nullable */
  guint           look_id; /* source while there is a job, or 0 */
  guint           n_looks;

  GtkLabel       *label;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (PlxSheetJobBar, plx_sheet_job_bar, ADW_TYPE_BIN)

/* The child, which a template must not bind: both would let go of it. */
static GtkRevealer *
get_revealer (PlxSheetJobBar *self)
{
  return GTK_REVEALER (adw_bin_get_child (ADW_BIN (self)));
}

static gboolean
look_cb (gpointer data)
{
  PlxSheetJobBar *self = data;
  double fraction = plx_sheet_job_get_fraction (self->job);

  if (!plx_sheet_job_has_begun (self->job))
    return G_SOURCE_CONTINUE;

  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);

  if (++self->n_looks == N_HIDDEN_LOOKS)
    {
      gtk_revealer_set_reveal_child (get_revealer (self), TRUE);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), plx_sheet_job_get_label (self->job),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }

  return G_SOURCE_CONTINUE;
}

static void
cancel_clicked_cb (PlxSheetJobBar *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (plx_sheet_job_get_cancellable (self->job));
}

static void
plx_sheet_job_bar_dispose (GObject *object)
{
  PlxSheetJobBar *self = PLX_SHEET_JOB_BAR (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->job);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SHEET_JOB_BAR);

  G_OBJECT_CLASS (plx_sheet_job_bar_parent_class)->dispose (object);
}

static void
plx_sheet_job_bar_class_init (PlxSheetJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_sheet_job_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-sheet-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSheetJobBar, label);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetJobBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
plx_sheet_job_bar_init (PlxSheetJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_sheet_job_bar_set_job:
 * @self: a bar
 * @job: (nullable): what is being done, or `NULL` where that is over
 */
void
plx_sheet_job_bar_set_job (PlxSheetJobBar *self,
                           PlxSheetJob    *job)
{
  g_return_if_fail (PLX_IS_SHEET_JOB_BAR (self));
  g_return_if_fail (job == NULL || PLX_IS_SHEET_JOB (job));

  if (!g_set_object (&self->job, job))
    return;

  g_clear_handle_id (&self->look_id, g_source_remove);
  self->n_looks = 0;
  if (job == NULL)
    {
      gtk_revealer_set_reveal_child (get_revealer (self), FALSE);
      return;
    }

  gtk_label_set_label (self->label, plx_sheet_job_get_label (job));
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->look_id = g_timeout_add (LOOK_MS, look_cb, self);
}
