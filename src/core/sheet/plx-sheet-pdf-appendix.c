/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pdf-appendix.h"

#include <gio/gio.h>

/* So many objects are packed into one stream: who wants one of them unpacks no more than that. */
#define PACK_OBJECTS 500

/* How an object is found, by the first column of the table. */
typedef enum
{
  ENTRY_FREE,
  ENTRY_PLAIN,
  ENTRY_PACKED,
} EntryKind;

/* @place is a byte of the file or, of a packed object, the number of its stream; @index is its
 * place in there. */
typedef struct
{
  guint64   number;
  EntryKind kind;
  guint64   place;
  guint32   index;
  guint     order; /* in which they were added */
} Entry;

struct _PlxPdfAppendix
{
  guint64  file_size;
  guint64  next;      /* the first number that no object has */
  GString *bytes;     /* what is appended; NULL once it is given away */
  GArray  *entries;   /* Entry */
  guint64  stream;    /* of the pack that is being made, or 0 */
  guint    n_packed;
  GString *heads;     /* numbers and places of what is in it */
  GString *packed;
};

/**
 * plx_pdf_appendix_new:
 * @file_size: of the file to which it is appended
 * @n_objects: one more than the greatest number of an object in there
 *
 * Returns: (transfer full): an appendix without objects
 */
PlxPdfAppendix *
plx_pdf_appendix_new (guint64 file_size,
                      guint64 n_objects)
{
  PlxPdfAppendix *self = g_new0 (PlxPdfAppendix, 1);

  self->file_size = file_size;
  self->next = n_objects;
  self->bytes = g_string_new (NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->heads = g_string_new (NULL);
  self->packed = g_string_new (NULL);

  return self;
}

void
plx_pdf_appendix_free (PlxPdfAppendix *self)
{
  if (self->bytes != NULL)
    g_string_free (self->bytes, TRUE);
  g_array_unref (self->entries);
  g_string_free (self->heads, TRUE);
  g_string_free (self->packed, TRUE);
  g_free (self);
}

/* A number for a new object. */
guint64
plx_pdf_appendix_take_number (PlxPdfAppendix *self)
{
  return self->next++;
}

void
plx_pdf_append_string (GString    *to,
                       const char *words)
{
  glong n = 0;
  g_autofree gunichar2 *letters = g_utf8_to_utf16 (words, -1, NULL, &n, NULL);

  g_string_append (to, "<FEFF");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (to, "%04X", letters[i]);
  g_string_append_c (to, '>');
}

/* Packs bytes in the way of zlib; in memory that cannot fail. */
static GBytes *
pack (const GString *plain)
{
  g_autoptr (GOutputStream) to = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (to, converter);

  g_output_stream_write_all (stream, plain->str, plain->len, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (to));
}

static void
append_stream (PlxPdfAppendix *self,
               guint64         number,
               const char     *keys,
               const GString  *plain)
{
  g_autoptr (GBytes) packed = pack (plain);
  gsize length;
  gconstpointer data = g_bytes_get_data (packed, &length);

  g_string_append_printf (self->bytes, "%" G_GUINT64_FORMAT " 0 obj\n<< %s /Length %zu /Filter "
                          "/FlateDecode >>\nstream\n", number, keys, length);
  g_string_append_len (self->bytes, data, length);
  g_string_append (self->bytes, "\nendstream\nendobj\n");
}

static void
end_pack (PlxPdfAppendix *self)
{
  Entry entry = { self->stream, ENTRY_PLAIN, self->file_size + self->bytes->len, 0 };
  g_autofree char *keys = NULL;

  if (self->stream == 0)
    return;

  keys = g_strdup_printf ("/Type /ObjStm /N %u /First %zu", self->n_packed, self->heads->len);
  g_string_prepend_len (self->packed, self->heads->str, self->heads->len);
  append_stream (self, self->stream, keys, self->packed);
  g_array_append_val (self->entries, entry);
  g_string_truncate (self->heads, 0);
  g_string_truncate (self->packed, 0);
  self->stream = self->n_packed = 0;
}

static void
begin_object (PlxPdfAppendix *self,
              guint64         number)
{
  Entry entry = { number, ENTRY_PACKED, 0, 0 };

  if (self->n_packed == PACK_OBJECTS)
    end_pack (self);
  if (self->stream == 0)
    self->stream = plx_pdf_appendix_take_number (self);
  entry.place = self->stream;
  entry.index = self->n_packed++;
  g_array_append_val (self->entries, entry);
  g_string_append_printf (self->heads, "%" G_GUINT64_FORMAT " %zu ", number, self->packed->len);
}

/* Adds an object. One that is in the file already is replaced, and so is one that was added
 * before. */
void
plx_pdf_appendix_add (PlxPdfAppendix *self,
                      guint64         number,
                      const char     *text,
                      gsize           length)
{
  begin_object (self, number);
  g_string_append_len (self->packed, text, length);
  g_string_append_c (self->packed, '\n');
}

/**
 * plx_pdf_appendix_add_more:
 * @self: an appendix
 * @number: of an object that is in the file already
 * @dictionary: what it is there
 * @length: of that, in bytes
 * @more: what is to be in it besides
 * @is_packed: whether it goes into a stream with others; those that programs look for which know
 *   little of PDF do not
 *
 * Adds an object once more, with something more in its dictionary.
 */
void
plx_pdf_appendix_add_more (PlxPdfAppendix *self,
                           guint64         number,
                           const char     *dictionary,
                           gsize           length,
                           const char     *more,
                           gboolean        is_packed)
{
  const char *end = g_strrstr_len (dictionary, length, ">>");
  Entry entry = { number, ENTRY_PLAIN, self->file_size + self->bytes->len, 0 };
  GString *to = is_packed ? self->packed : self->bytes;

  if (end == NULL)
    return;

  if (is_packed)
    begin_object (self, number);
  else
    {
      g_array_append_val (self->entries, entry);
      g_string_append_printf (to, "%" G_GUINT64_FORMAT " 0 obj\n", number);
    }
  g_string_append_len (to, dictionary, end - dictionary);
  g_string_append_printf (to, "%s>>\n%s", more, is_packed ? "" : "endobj\n");
}

/* Tells that there is no object of a number. */
void
plx_pdf_appendix_add_free (PlxPdfAppendix *self,
                           guint64         number)
{
  Entry entry = { number, ENTRY_FREE, 0, G_MAXUINT16 };

  g_array_append_val (self->entries, entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->number != y->number)
    return x->number < y->number ? -1 : 1;

  return (x->order > y->order) - (x->order < y->order);
}

/* In order, and each number once: of those that were added twice, what was added last. */
static void
sort_entries (GArray *entries)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    g_array_index (entries, Entry, i).order = i;
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry entry = g_array_index (entries, Entry, i);

      if (n > 0 && g_array_index (entries, Entry, n - 1).number == entry.number)
        n--;
      g_array_index (entries, Entry, n++) = entry;
    }
  g_array_set_size (entries, n);
}

static void
append_number (GString *to,
               guint64  number,
               guint    n_bytes)
{
  for (guint i = n_bytes; i > 0; i--)
    g_string_append_c (to, (char) (number >> 8 * (i - 1)));
}

/* The numbers that the table tells of: where each stretch begins, and how long it is. */
static char *
dup_index (GArray *entries)
{
  GString *index = g_string_new (NULL);
  guint start = 0;

  for (guint i = 1; i <= entries->len; i++)
    {
      const Entry *first = &g_array_index (entries, Entry, start);

      if (i < entries->len && g_array_index (entries, Entry, i).number == first->number + i - start)
        continue;
      g_string_append_printf (index, "%" G_GUINT64_FORMAT " %u ", first->number, i - start);
      start = i;
    }

  return g_string_free_and_steal (index);
}

/**
 * plx_pdf_appendix_finish:
 * @self: an appendix
 * @root: the number of the catalog
 * @info: the number of the metadata
 * @before: the place in the file of the table that was last so far
 *
 * Returns: (transfer full): the bytes to append to the file
 */
GString *
plx_pdf_appendix_finish (PlxPdfAppendix *self,
                         guint64         root,
                         guint64         info,
                         guint64         before)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *index = NULL;
  g_autofree char *keys = NULL;
  Entry own;

  end_pack (self);
  own = (Entry) { plx_pdf_appendix_take_number (self), ENTRY_PLAIN,
                  self->file_size + self->bytes->len, 0 };
  g_array_append_val (self->entries, own);
  sort_entries (self->entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      append_number (rows, entry->kind, 1);
      append_number (rows, entry->place, 8);
      append_number (rows, entry->index, 4);
    }

  index = dup_index (self->entries);
  keys = g_strdup_printf ("/Type /XRef /Size %" G_GUINT64_FORMAT " /Root %" G_GUINT64_FORMAT
                          " 0 R /Info %" G_GUINT64_FORMAT " 0 R /Prev %" G_GUINT64_FORMAT
                          " /Index [ %s] /W [1 8 4]", self->next, root, info, before, index);
  append_stream (self, own.number, keys, rows);
  g_string_append_printf (self->bytes, "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", own.place);

  return g_steal_pointer (&self->bytes);
}
