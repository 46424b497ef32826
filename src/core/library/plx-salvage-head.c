/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-salvage"

#include "config.h"

#include "library/plx-salvage-head.h"

#include <glib/gstdio.h>
#include <string.h>

#include "library/plx-backup.h"
#include "library/plx-copy.h"
#include "library/plx-schema.h"

/* The first page of a file says where each of its tables begins, with some pages below it where it
 * is too small. Where one of them is lost, the rest may be whole and yet nobody finds it. Tables
 * begin in a backup where they begin in the library, and in a library that was made by this
 * release where they begin in a new one: so a copy gets these pages from those, and whichever finds
 * most is taken. */

#define DOING "Salvaging the library"

/* Offsets in the header of a file of SQLite (“Database File Format”, section 1.3). */
#define HEAD_PAGE_SIZE 16
#define HEAD_VERSIONS 18
#define HEAD_COUNTER 24
#define HEAD_N_PAGES 28
#define HEAD_FREE 32
#define HEAD_COUNTER_AGAIN 92
#define HEAD_SIZE 100

/* Of the page of a tree that begins behind the header (section 1.6). */
#define TREE_TYPE 0
#define TREE_N_CELLS 3
#define TREE_LAST_CHILD 8
#define TREE_CELLS 12
#define TREE_INTERIOR 0x05

/* How many backups are tried. */
#define N_BACKUPS 3

static gboolean
finds (PlxDb      *db,
       const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s LIMIT 1", table);
  gint64 first;

  return plx_db_get_int (db, DOING, sql, &first, NULL) && first > 0;
}

/* How many of the tables that every user fills can be found. */
static guint
count_found (PlxDb *db)
{
  static const char * const tables[] = { "article", "story", "story_article", "change" };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    n += finds (db, tables[i]);

  return n;
}

static guint32
get_number (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT32_FROM_BE (number);
}

static void
set_number (char    *bytes,
            guint32  number)
{
  number = GUINT32_TO_BE (number);
  memcpy (bytes, &number, sizeof number);
}

static guint16
get_short (const char *bytes)
{
  guint16 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT16_FROM_BE (number);
}

static gsize
get_page_size (const char *head)
{
  guint16 size = get_short (head + HEAD_PAGE_SIZE);

  return size == 1 ? 65536 : size;
}

static void
copy_page (char       *contents,
           gsize       size,
           const char *donor,
           gsize       donor_size,
           gsize       page,
           guint32     number)
{
  gsize start = (gsize) (number - 1) * page;

  if (number > 1 && start + page <= size && start + page <= donor_size)
    memcpy (contents + start, donor + start, page);
}

/* The pages on which the schema goes on. */
static void
copy_children (char       *contents,
               gsize       size,
               const char *donor,
               gsize       donor_size,
               gsize       page)
{
  const char *tree = donor + HEAD_SIZE;
  guint n = get_short (tree + TREE_N_CELLS);

  if (tree[TREE_TYPE] != TREE_INTERIOR)
    return;

  for (guint i = 0; i < n && HEAD_SIZE + TREE_CELLS + 2 * i + 2 <= page; i++)
    {
      gsize cell = get_short (tree + TREE_CELLS + 2 * i);

      if (cell + 4 <= page)
        copy_page (contents, size, donor, donor_size, page, get_number (donor + cell));
    }
  copy_page (contents, size, donor, donor_size, page, get_number (tree + TREE_LAST_CHILD));
}

/* Puts the schema of @donor into the bytes of a library. It is told how long the file is, that
 * no page of it is free, and that it has no log. */
static gboolean
transplant (char       *contents,
            gsize       size,
            const char *donor)
{
  g_autofree char *head = NULL;
  gsize donor_size, page;
  guint32 counter;

  if (!g_file_get_contents (donor, &head, &donor_size, NULL) || donor_size < HEAD_SIZE)
    return FALSE;

  page = get_page_size (head);
  if (page < 512 || page > donor_size || page > size)
    return FALSE;

  memcpy (contents, head, page);
  copy_children (contents, size, head, donor_size, page);
  memset (contents + HEAD_VERSIONS, 1, 2);
  memset (contents + HEAD_FREE, 0, 8);
  counter = get_number (contents + HEAD_COUNTER);
  set_number (contents + HEAD_COUNTER_AGAIN, counter);
  set_number (contents + HEAD_N_PAGES, size / page);

  return TRUE;
}

static char *
dup_beside (const char *part,
            const char *what)
{
  return g_strconcat (part, what, NULL);
}

/* The library as it would be with the first page of another. */
static PlxDb *
open_with_head_of (const char *contents,
                   gsize       size,
                   const char *donor,
                   const char *path)
{
  g_autofree char *copy = g_memdup2 (contents, size);

  plx_copy_remove (path);
  if (!transplant (copy, size, donor) || !g_file_set_contents (path, copy, size, NULL))
    return NULL;

  return plx_db_open_to_read (path, NULL);
}

/* Files that may have the first page that the library had. */
static GPtrArray *
list_donors (const char *from,
             const char *part)
{
  g_autoptr (GPtrArray) donors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) backups = plx_backup_list (from);
  g_autofree char *made = dup_beside (part, ".new");
  g_autoptr (PlxDb) db = NULL;

  for (guint i = 0; i < backups->len && i < N_BACKUPS; i++)
    g_ptr_array_add (donors, g_strdup (((PlxBackup *) g_ptr_array_index (backups, i))->path));

  plx_copy_remove (made);
  if ((db = plx_db_open_plain (made, NULL)) &&
      plx_schema_make (db, plx_schema_get_newest (), NULL))
    g_ptr_array_add (donors, g_steal_pointer (&made));

  return g_steal_pointer (&donors);
}

/* Of all first pages the one with which most is found. */
static PlxDb *
open_with_any_head (const char  *from,
                    const char  *part,
                    GError     **error)
{
  g_autoptr (GPtrArray) donors = list_donors (from, part);
  g_autofree char *path = dup_beside (part, ".head");
  g_autofree char *contents = NULL;
  const char *best = NULL;
  guint n_best = 0;
  gsize size;

  if (!g_file_get_contents (from, &contents, &size, error))
    return NULL;

  for (guint i = 0; i < donors->len; i++)
    {
      g_autoptr (PlxDb) db = open_with_head_of (contents, size, donors->pdata[i], path);
      guint n = db != NULL ? count_found (db) : 0;

      if (n > n_best)
        {
          best = donors->pdata[i];
          n_best = n;
        }
    }

  if (best != NULL)
    return open_with_head_of (contents, size, best, path);

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
               "Salvaging the library: no article or story is found in %s any more; it was left "
               "as it is", from);

  return NULL;
}

/**
 * plx_salvage_tidy:
 * @part: the path that was given to plx_salvage_open()
 *
 * Removes what had to be made to read the library.
 */
void
plx_salvage_tidy (const char *part)
{
  g_autofree char *head = dup_beside (part, ".head");
  g_autofree char *made = dup_beside (part, ".new");

  plx_copy_remove (head);
  plx_copy_remove (made);
}

/**
 * plx_salvage_open:
 * @from: a damaged library
 * @part: a path beside which files may be made, see plx_salvage_tidy()
 * @error: return location for an error
 *
 * Opens a library for reading, whatever is wrong with it, as long as anything is found in it.
 *
 * Returns: (transfer full) (nullable): the connection; or `NULL` on error
 */
PlxDb *
plx_salvage_open (const char  *from,
                  const char  *part,
                  GError     **error)
{
  g_autoptr (GError) why = NULL;
  PlxDb *self = plx_db_open_to_read (from, &why);

  if (self != NULL && count_found (self) > 0)
    return self;

  g_clear_pointer (&self, plx_db_close);

  /* What is not a question of the file's contents is no better with another first page. */
  if (why != NULL && !g_error_matches (why, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }

  return open_with_any_head (from, part, error);
}
