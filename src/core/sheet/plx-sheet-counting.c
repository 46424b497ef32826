/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pages.h"

#include "sheet/plx-sheet-pages-private.h"

/* Counts the pages, part by part. */
typedef struct
{
  PlxSheetPages    *pages;   /* borrowed */
  PlxSheetContent  *content; /* borrowed from pages */
  PlxSheetDesk     *desk;
  PlxSheetBreaker  *breaker;
  guint             section;
  guint             part;
} Counting;

static void
add_page (const PlxSheetCursor *start,
          gpointer              data)
{
  plx_sheet_pages_add_page (((Counting *) data)->pages, start);
}

static void
add_place (const PlxSheetPlace *place,
           gpointer             data)
{
  plx_sheet_pages_add_place (((Counting *) data)->pages, place);
}

static Counting *
counting_new (PlxSheetPages *pages)
{
  Counting *self = g_new0 (Counting, 1);

  self->pages = pages;
  self->content = plx_sheet_pages_get_content (pages);
  self->desk = plx_sheet_pages_create_desk (pages);
  self->breaker = plx_sheet_breaker_new (self->desk->notes, self->desk->form.room, add_page,
                                         add_place, self);

  return self;
}

static void
counting_free (gpointer data)
{
  Counting *self = data;

  plx_sheet_breaker_free (self->breaker);
  plx_sheet_desk_free (self->desk);
  g_free (self);
}

/* Goes on until one page more is ready, or all. Gives whether there is more to do. */
static gboolean
count_more (Counting     *self,
            GCancellable *cancellable)
{
  guint n = plx_sheet_pages_get_n_pages (self->pages);

  while (self->section < plx_sheet_content_get_n_sections (self->content))
    {
      PlxSlipTail tail;
      g_autoptr (PlxSlip) slip = NULL;

      if (g_cancellable_is_cancelled (cancellable))
        {
          plx_sheet_pages_end (self->pages, FALSE, self->desk->setter->missing);
          return FALSE;
        }
      if (self->part >= plx_sheet_content_count_parts (self->content, self->section, cancellable))
        {
          self->section++;
          self->part = 0;
          continue;
        }

      slip = plx_sheet_desk_set (self->desk, self->section, self->part, TRUE, &tail);
      plx_sheet_breaker_add (self->breaker, self->section, self->part, slip, &tail);
      self->part++;
      if (plx_sheet_pages_get_n_pages (self->pages) > n)
        return TRUE;
    }

  plx_sheet_breaker_finish (self->breaker);
  plx_sheet_pages_end (self->pages, TRUE, self->desk->setter->missing);

  return FALSE;
}

/**
 * plx_sheet_pages_new:
 * @content: what is printed
 * @progress: (nullable) (scope call): told of each page that is ready; of how many is not known
 * @data: for @progress
 * @cancellable: (nullable): gives up
 * @error: return location for an error; only `G_IO_ERROR_CANCELLED` occurs
 *
 * Counts all pages of a sheet. This takes some time for a long one, and may be done on any thread.
 *
 * Returns: (transfer full) (nullable): the pages, one at least, or `NULL` where it was cancelled
 */
PlxSheetPages *
plx_sheet_pages_new (PlxSheetContent   *content,
                     PlxSheetProgress   progress,
                     gpointer           data,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autoptr (PlxSheetPages) self = plx_sheet_pages_begin (content, NULL);
  Counting *counting = counting_new (self);

  while (count_more (counting, cancellable))
    if (progress != NULL)
      progress (plx_sheet_pages_get_n_pages (self), 0, data);
  counting_free (counting);

  if (!plx_sheet_pages_is_complete (self))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static void
count_rest (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  while (count_more (task_data, cancellable))
    continue;

  g_task_return_boolean (task, TRUE);
}

static void
make_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (PlxSheetPages) pages =
    plx_sheet_pages_begin (task_data, g_task_get_context (task));
  Counting *counting = counting_new (pages);

  if (count_more (counting, cancellable))
    {
      /* The first page is ready: who waits for it has it, and the others are counted meanwhile. */
      g_autoptr (GTask) rest = g_task_new (pages, cancellable, NULL, NULL);

      g_task_set_source_tag (rest, make_in_thread);
      g_task_set_static_name (rest, "[parallax] count pages");
      g_task_set_task_data (rest, counting, counting_free);
      g_task_run_in_thread (rest, count_rest);
    }
  else
    {
      counting_free (counting);
    }

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&pages), g_object_unref);
}

/**
 * plx_sheet_pages_make_async:
 * @content: what is printed
 * @cancellable: (nullable): gives up, also after @callback while pages are still counted
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Makes the first page off the main thread. The others are counted afterwards: `n-pages` is
 * notified while they come, and `complete` when all are there.
 */
void
plx_sheet_pages_make_async (PlxSheetContent     *content,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, plx_sheet_pages_make_async);
  g_task_set_static_name (task, "[parallax] make pages");
  g_task_set_task_data (task, plx_sheet_content_ref (content),
                        (GDestroyNotify) plx_sheet_content_unref);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * plx_sheet_pages_make_finish:
 * @result: what the callback was given
 * @error: return location for an error; only `G_IO_ERROR_CANCELLED` occurs
 *
 * Returns: (transfer full) (nullable): the pages, of which one at least can be drawn, or `NULL`
 *   where it was cancelled
 */
PlxSheetPages *
plx_sheet_pages_make_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
