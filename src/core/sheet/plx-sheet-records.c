/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-records.h"

#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-words.h"

struct _PlxSheetRecords
{
  GPtrArray  *records; /* utf8, in order of their letters */
  GHashTable *places;  /* (element-type utf8 guint): from 1 */
};

PlxSheetRecords *
plx_sheet_records_new (void)
{
  PlxSheetRecords *self = g_new0 (PlxSheetRecords, 1);

  self->records = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
plx_sheet_records_free (PlxSheetRecords *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/**
 * plx_sheet_records_add:
 * @self: records
 * @record: (nullable): who says so
 *
 * Returns: its place, from 1, where it may have been before; 0 where nobody says so
 */
guint
plx_sheet_records_add (PlxSheetRecords *self,
                       const char      *record)
{
  guint place;

  if (record == NULL || *record == '\0')
    return 0;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, record));
  if (place == 0)
    {
      char *kept = g_strdup (record);

      g_ptr_array_add (self->records, kept);
      place = self->records->len;
      g_hash_table_insert (self->places, kept, GUINT_TO_POINTER (place));
    }

  return place;
}

/* “(a)”, or nothing where there is no place. */
char *
plx_sheet_records_dup_mark (guint place)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  if (place == 0)
    return g_strdup ("");

  for (; place > 0; place = (place - 1) / 26)
    g_string_prepend_c (letters, 'a' + (place - 1) % 26);

  return g_strdup_printf ("(%s)", letters->str);
}

/**
 * plx_sheet_records_write:
 * @self: records
 * @relation: (nullable): the treaty or bloc that was asked for
 * @writer: where to
 *
 * Writes who says so, by letter, and of which day the table is.
 */
void
plx_sheet_records_write (const PlxSheetRecords *self,
                         const PlxRelationInfo *relation,
                         PlxSheetWriter        *writer)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      g_autofree char *mark = plx_sheet_records_dup_mark (i + 1);
      g_autoptr (PlxSheetText) text = plx_sheet_text_new (NULL, NULL);

      plx_sheet_text_append_dressed (text, g_ptr_array_index (self->records, i), PLX_DRESS_SMALL);
      plx_sheet_writer_list_item (writer, mark, text, NULL);
    }

  if (relation != NULL && relation->as_of != 0)
    {
      g_autofree char *day = plx_words_dup_day (relation->as_of);
      /* Translators: a treaty or bloc, and the day on which our table of it was gone over */
      g_autofree char *words = g_strdup_printf (_("Table of %s as of %s."), relation->title, day);

      plx_sheet_writer_say (writer, PLX_STYLE_META, words);
    }
}

/* Since when a country has stood so, as a day; empty where it has done nothing to stand so. */
char *
plx_sheet_record_dup_since (PlxStatus status,
                            PlxDay    since)
{
  if (status == PLX_STATUS_NON_PARTY || status == PLX_STATUS_UNKNOWN)
    return g_strdup ("");

  return plx_words_dup_day (since);
}
