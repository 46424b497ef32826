/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-memos.h"

/* Where the memo of a part lies in the numbers of all. */
typedef struct
{
  guint32 start;
  guint32 n;
} Stretch;

struct _PlxSheetMemos
{
  GMutex     mutex;
  GArray    *numbers;  /* guint32 */
  GPtrArray *sections; /* GArray of Stretch, by part */
};

PlxSheetMemos *
plx_sheet_memos_new (void)
{
  PlxSheetMemos *self = g_atomic_rc_box_new0 (PlxSheetMemos);

  g_mutex_init (&self->mutex);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

PlxSheetMemos *
plx_sheet_memos_ref (PlxSheetMemos *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
memos_clear (gpointer data)
{
  PlxSheetMemos *self = data;

  g_array_unref (self->numbers);
  g_ptr_array_unref (self->sections);
  g_mutex_clear (&self->mutex);
}

void
plx_sheet_memos_unref (PlxSheetMemos *self)
{
  g_atomic_rc_box_release_full (self, memos_clear);
}

/**
 * plx_sheet_memos_add:
 * @self: memos
 * @section: a section of the content
 * @part: the part of it after the one that was added last
 * @memo: (element-type guint32): where its lines end
 */
void
plx_sheet_memos_add (PlxSheetMemos *self,
                     guint          section,
                     guint          part,
                     const GArray  *memo)
{
  Stretch stretch;
  GArray *parts;

  g_mutex_lock (&self->mutex);
  while (self->sections->len <= section)
    g_ptr_array_add (self->sections, g_array_new (FALSE, TRUE, sizeof (Stretch)));
  parts = g_ptr_array_index (self->sections, section);
  stretch = (Stretch) { self->numbers->len, memo->len };
  if (parts->len == part)
    {
      g_array_append_val (parts, stretch);
      g_array_append_vals (self->numbers, memo->data, memo->len);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * plx_sheet_memos_lookup:
 * @self: memos
 * @section: a section of the content
 * @part: a part of it
 *
 * Returns: (transfer full) (nullable) (element-type guint32): where its lines end, or `NULL` where
 *   that was not added
 */
GArray *
plx_sheet_memos_lookup (PlxSheetMemos *self,
                        guint          section,
                        guint          part)
{
  GArray *memo = NULL;

  g_mutex_lock (&self->mutex);
  if (section < self->sections->len &&
      part < ((GArray *) g_ptr_array_index (self->sections, section))->len)
    {
      const Stretch *stretch = &g_array_index ((GArray *) g_ptr_array_index (self->sections,
                                                                             section),
                                               Stretch, part);

      memo = g_array_sized_new (FALSE, FALSE, sizeof (guint32), stretch->n);
      g_array_append_vals (memo, self->numbers->data + stretch->start * sizeof (guint32),
                           stretch->n);
    }
  g_mutex_unlock (&self->mutex);

  return memo;
}
