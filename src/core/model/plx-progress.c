/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-progress"

#include "config.h"

#include "model/plx-progress.h"

/* The fraction is kept as a whole number of these, which can be read and written at once. */
#define PARTS 10000

/**
 * PlxProgress:
 *
 * How far work in another thread has come, as a fraction of all of it.
 *
 * The one who works says which stage he enters and what of it is done; who shows it looks now and
 * then, from any thread. Nobody is called, so that reporting costs next to nothing.
 */
struct _PlxProgress
{
  int    parts; /* atomic */
  double from;  /* the stage; of the one who works */
  double to;
};

/**
 * plx_progress_new:
 *
 * Returns: (transfer full): of work of which nothing is done
 */
PlxProgress *
plx_progress_new (void)
{
  PlxProgress *self = g_atomic_rc_box_new0 (PlxProgress);

  self->to = 1;

  return self;
}

PlxProgress *
plx_progress_ref (PlxProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
plx_progress_unref (PlxProgress *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * plx_progress_enter:
 * @self: (nullable): who is told, or `NULL` where nobody looks
 * @from: how much of all is done when the stage begins, from 0 to 1
 * @to: how much is done when it ends
 *
 * Begins a stage of the work.
 */
void
plx_progress_enter (PlxProgress *self,
                    double       from,
                    double       to)
{
  if (self == NULL)
    return;

  self->from = from;
  self->to = to;
  plx_progress_report (self, 0, 1);
}

/**
 * plx_progress_report:
 * @self: (nullable): who is told, or `NULL` where nobody looks
 * @n_done: how much of the stage is done
 * @n_all: of how much
 *
 * Tells how far the stage is.
 */
void
plx_progress_report (PlxProgress *self,
                     guint        n_done,
                     guint        n_all)
{
  double part;

  if (self == NULL)
    return;

  part = n_all > 0 ? CLAMP ((double) n_done / n_all, 0, 1) : 1;
  g_atomic_int_set (&self->parts, (int) (PARTS * (self->from + part * (self->to - self->from))));
}

/**
 * plx_progress_get:
 * @self: the progress of some work
 *
 * Returns: how much of all is done, from 0 to 1
 */
double
plx_progress_get (PlxProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (double) g_atomic_int_get (&self->parts) / PARTS;
}
