/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-saying-rows.h"

static const PlxSayingRows * const kinds[PLX_N_SAYINGS] = {
  [PLX_SAYING_NAMING] = &plx_naming_rows,
  [PLX_SAYING_CORRECTION] = &plx_correction_rows,
  [PLX_SAYING_NOTE] = &plx_note_rows,
  [PLX_SAYING_PLACEMENT] = &plx_placement_rows,
};

/**
 * plx_saying_rows:
 * @saying: a kind of what the user says
 *
 * Returns: how it is kept
 */
const PlxSayingRows *
plx_saying_rows (PlxSaying saying)
{
  return kinds[saying];
}

/**
 * plx_saying_get_signal:
 * @saying: a kind of what the user says
 *
 * Returns: the name of the [class@Library]'s signal for when it may not be what it was
 */
const char *
plx_saying_get_signal (PlxSaying saying)
{
  g_return_val_if_fail (saying < PLX_N_SAYINGS, NULL);

  return kinds[saying]->signal;
}

/**
 * plx_rows_list_said:
 * @db: a connection
 * @saying: a kind of what the user says
 * @story: a story; 0 for all namings, and for none of the other kinds
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was said that bears on the story, the oldest first; or
 *   `NULL` on error
 */
GPtrArray *
plx_rows_list_said (PlxDb      *db,
                    PlxSaying   saying,
                    gint64      story,
                    GError    **error)
{
  const PlxSayingRows *rows = kinds[saying];
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, rows->reading, rows->select, error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, story);

  return plx_db_list (db, rows->reading, statement, rows->read_row, rows->free, error);
}

/**
 * plx_rows_say:
 * @db: a connection in a transaction
 * @saying: a kind of what the user says
 * @items: what the user says
 * @take_back: what the user has said and does not say any more
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_say (PlxDb      *db,
              PlxSaying   saying,
              GPtrArray  *items,
              GPtrArray  *take_back,
              GError    **error)
{
  const PlxSayingRows *rows = kinds[saying];

  for (guint i = 0; i < take_back->len; i++)
    {
      const gint64 id = G_STRUCT_MEMBER (gint64, g_ptr_array_index (take_back, i),
                                         rows->id_offset);

      if (!plx_db_delete_row (db, rows->removing, rows->table, id, error))
        return FALSE;
    }

  for (guint i = 0; i < items->len; i++)
    if (!rows->write (db, g_ptr_array_index (items, i), error))
      return FALSE;

  return TRUE;
}
