/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pdf-tail.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

/* What is unpacked is our own; more than this would be none of it. */
#define MAX_UNPACKED (256u << 20)

struct _PlxSheetPdfTail
{
  GByteArray *end;     /* what was written since it is kept */
  guint64     size;    /* of all */
  gboolean    is_kept;
  GByteArray *written; /* by number, whether an object of it was seen */
  GString    *carry;   /* the last bytes, in which the head of an object may begin */
};

/* An object that is written once more; one without a place is none. */
typedef struct
{
  guint64 number;
  guint64 offset;
} Object;

/* What follows the number of an object, and how much of the number is looked at. */
#define HEAD " 0 obj\n"
#define MAX_DIGITS 8
#define MAX_HEAD (1 + MAX_DIGITS + sizeof HEAD)
#define MAX_OBJECTS (16u << 20)

PlxSheetPdfTail *
plx_sheet_pdf_tail_new (void)
{
  PlxSheetPdfTail *self = g_new0 (PlxSheetPdfTail, 1);

  self->end = g_byte_array_new ();
  self->written = g_byte_array_new ();
  self->carry = g_string_new (NULL);

  return self;
}

void
plx_sheet_pdf_tail_free (PlxSheetPdfTail *self)
{
  g_byte_array_unref (self->end);
  g_byte_array_unref (self->written);
  g_string_free (self->carry, TRUE);
  g_free (self);
}

static void
note_object (PlxSheetPdfTail *self,
             const char      *start,
             const char      *head)
{
  const char *digits = head;
  gsize number = 0;

  while (digits > start && head - digits < MAX_DIGITS && g_ascii_isdigit (digits[-1]))
    digits--;
  /* A number of which the begin is not seen is another one. */
  if (digits == start || digits[-1] != '\n')
    return;
  for (; digits < head; digits++)
    number = 10 * number + (*digits - '0');

  /* Packed bytes may look like the head of an object that there cannot be. */
  if (number == 0 || number > MAX_OBJECTS)
    return;
  if (self->written->len <= number)
    {
      gsize before = self->written->len;

      g_byte_array_set_size (self->written, number + 1 + number / 2);
      memset (self->written->data + before, 0, self->written->len - before);
    }
  self->written->data[number] = TRUE;
}

/* Notes which objects stand in the bytes, of which the first have been looked at before. */
static void
note_objects (PlxSheetPdfTail *self,
              const char      *bytes,
              gsize            length)
{
  const gsize n = strlen (HEAD);
  const char *end = bytes + length;

  for (const char *p = bytes; (p = memchr (p, HEAD[0], end - p)) != NULL; p++)
    if ((gsize) (end - p) >= n && memcmp (p, HEAD, n) == 0)
      note_object (self, bytes, p);
}

/* Tells what Cairo has written. */
void
plx_sheet_pdf_tail_add (PlxSheetPdfTail *self,
                        gconstpointer    data,
                        gsize            length)
{
  gsize rest = MIN (length, MAX_HEAD);

  self->size += length;
  /* The head of an object may be in two parts. */
  g_string_append_len (self->carry, data, rest);
  note_objects (self, self->carry->str, self->carry->len);
  note_objects (self, data, length);
  if (self->carry->len > MAX_HEAD)
    g_string_erase (self->carry, 0, self->carry->len - MAX_HEAD);
  if (rest < length)
    {
      g_string_truncate (self->carry, 0);
      g_string_append_len (self->carry, (const char *) data + length - rest, rest);
    }

  if (self->is_kept)
    g_byte_array_append (self->end, data, length);
}

/* From here on what is written is kept: the pages are done, and the rest is the end. */
void
plx_sheet_pdf_tail_keep (PlxSheetPdfTail *self)
{
  self->is_kept = TRUE;
}

/* The last place of some words in bytes that may hold zeros. */
static const char *
find_last (const GByteArray *bytes,
           const char       *words)
{
  gsize length = strlen (words);

  for (gsize i = bytes->len; i >= length; i--)
    if (memcmp (bytes->data + i - length, words, length) == 0)
      return (const char *) bytes->data + i - length;

  return NULL;
}

/* The number after a key of a dictionary; the text ends with a 0. */
static gboolean
read_key (const char *dictionary,
          const char *key,
          guint64    *value)
{
  const char *found = strstr (dictionary, key);
  char *end;

  if (found == NULL)
    return FALSE;

  found += strlen (key);
  *value = g_ascii_strtoull (found, &end, 10);

  return end != found;
}

/* The words of a dictionary, up to the stream that follows it. */
static char *
dup_dictionary (const GByteArray *bytes,
                const char       *start)
{
  gsize rest = (const char *) bytes->data + bytes->len - start;
  const char *end = g_strstr_len (start, MIN (rest, 1024), "stream");

  return end != NULL ? g_strndup (start, end - start) : NULL;
}

/* What follows the packed bytes is not looked at. What comes out ends with a 0, so that it can be
 * read as a text. */
static GBytes *
unpack (gconstpointer data,
        gsize         length)
{
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream) plain = g_converter_input_stream_new (packed, converter);
  g_autoptr (GOutputStream) to = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (to, plain, G_OUTPUT_STREAM_SPLICE_NONE, NULL, NULL) < 0 ||
      g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (to)) > MAX_UNPACKED ||
      !g_output_stream_write_all (to, "", 1, NULL, NULL, NULL) ||
      !g_output_stream_close (to, NULL, NULL))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (to));
}

/* The objects that Cairo has written last, packed into one stream: first their numbers and places,
 * then they themselves. */
static GBytes *
unpack_objects (PlxSheetPdfTail *self,
                guint64         *n,
                guint64         *first)
{
  const char *start = find_last (self->end, "/Type /ObjStm");
  g_autofree char *dictionary = start != NULL ? dup_dictionary (self->end, start) : NULL;
  const char *data;

  if (dictionary == NULL || !read_key (dictionary, "/N ", n) ||
      !read_key (dictionary, "/First ", first))
    return NULL;

  data = start + strlen (dictionary) + strlen ("stream");
  data += *data == '\r';
  data += *data == '\n';
  return unpack (data, (const char *) self->end->data + self->end->len - data);
}

/* In UTF-16, as PDF wants what is not ASCII. */
static void
append_string (GString    *to,
               const char *words)
{
  glong n = 0;
  g_autofree gunichar2 *letters = g_utf8_to_utf16 (words, -1, NULL, &n, NULL);

  g_string_append (to, "<FEFF");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (to, "%04X", letters[i]);
  g_string_append_c (to, '>');
}

/* Writes an object once more, with something more in its dictionary. */
static void
append_object (PlxSheetPdfTail *self,
               GString         *to,
               GArray          *objects,
               guint64          number,
               const char      *dictionary,
               gsize            length,
               const char      *more)
{
  Object object = { number, self->size + to->len };
  const char *end = g_strrstr_len (dictionary, length, ">>");

  if (end == NULL)
    return;

  g_string_append_printf (to, "%" G_GUINT64_FORMAT " 0 obj\n", number);
  g_string_append_len (to, dictionary, end - dictionary);
  g_string_append_printf (to, "%s>>\nendobj\n", more);
  g_array_append_val (objects, object);
}

static int
compare_objects (gconstpointer a,
                 gconstpointer b)
{
  const Object *x = a;
  const Object *y = b;

  return (x->number > y->number) - (x->number < y->number);
}

/* The objects that are figures, in the order of their numbers, which is that in which they were
 * drawn; of each the place in the text. */
static GArray *
find_figures (const char *text,
              guint64     n,
              guint64     first)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Object));
  const char *p = text;
  gsize length = strlen (text);

  for (guint64 i = 0; i < n; i++)
    {
      Object object;
      char *end;

      object.number = g_ascii_strtoull (p, &end, 10);
      object.offset = first + g_ascii_strtoull (end, &end, 10);
      p = end;
      if (object.offset >= length)
        break;
      /* The kind of an element is told right at its begin. */
      if (g_strstr_len (text + object.offset, MIN (length - object.offset, 64),
                        "/S /Figure\n") != NULL)
        g_array_append_val (figures, object);
    }
  g_array_sort (figures, compare_objects);

  return figures;
}

static gsize
measure_dictionary (const char *text)
{
  const char *next = strstr (text, "\n>>");

  return next != NULL ? (gsize) (next - text) + 3 : strlen (text);
}

static void
append_figures (PlxSheetPdfTail *self,
                GString         *to,
                GArray          *objects,
                const char      *text,
                guint64          n,
                guint64          first,
                GPtrArray       *alts)
{
  g_autoptr (GArray) figures = alts->len > 0 ? find_figures (text, n, first) : NULL;

  if (figures == NULL || figures->len != alts->len)
    return;

  for (guint i = 0; i < figures->len; i++)
    {
      const Object *figure = &g_array_index (figures, Object, i);
      g_autoptr (GString) more = g_string_new ("   /Alt ");

      append_string (more, g_ptr_array_index (alts, i));
      g_string_append_c (more, '\n');
      append_object (self, to, objects, figure->number, text + figure->offset,
                     measure_dictionary (text + figure->offset), more->str);
    }
}

/* The place of an object in the text of all. */
static const char *
find_object (const char *text,
             guint64     n,
             guint64     first,
             guint64     number)
{
  const char *p = text;

  for (guint64 i = 0; i < n; i++)
    {
      char *end;
      guint64 each = g_ascii_strtoull (p, &end, 10);
      guint64 offset = g_ascii_strtoull (end, &end, 10);

      p = end;
      if (each == number)
        return first + offset < strlen (text) ? text + first + offset : NULL;
    }

  return NULL;
}

static void
append_number (GString *to,
               guint64  number,
               guint    n_bytes)
{
  for (guint i = n_bytes; i > 0; i--)
    g_string_append_c (to, (char) (number >> 8 * (i - 1)));
}

/* Cairo counts an object for each thing that is not part of the text, and writes none: these are
 * told to be free, as they should have been. @table is what Cairo says of where objects are. */
static void
free_unwritten (PlxSheetPdfTail *self,
                GArray          *objects,
                const guint8    *table,
                gsize            n_bytes,
                gsize            row,
                guint64          size)
{
  for (guint64 i = 1; i < size && (i + 1) * row <= n_bytes; i++)
    {
      Object object = { i, 0 };

      if (table[i * row] == 1 && (i >= self->written->len || !self->written->data[i]))
        g_array_append_val (objects, object);
    }
}

/* Reads what Cairo says of where objects are, from the stream that follows its trailer. */
static void
append_unwritten (PlxSheetPdfTail *self,
                  GArray          *objects,
                  const char      *trailer,
                  guint64          place,
                  guint64          size)
{
  const char *start = (const char *) self->end->data + (place - (self->size - self->end->len));
  const char *data = start + strlen (trailer) + strlen ("stream\n");
  const char *widths = strstr (trailer, "/W [");
  guint row[3];
  g_autoptr (GBytes) plain = NULL;

  if (widths == NULL || sscanf (widths, "/W [%u %u %u]", &row[0], &row[1], &row[2]) != 3 ||
      row[0] != 1 || row[1] > 8 || row[2] > 8)
    return;

  plain = unpack (data, (const char *) self->end->data + self->end->len - data);
  if (plain != NULL)
    free_unwritten (self, objects, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain) - 1,
                    row[0] + row[1] + row[2], size);
}

/* Where the objects are that were written once more, and what was known before. */
static void
append_places (PlxSheetPdfTail *self,
               GString         *to,
               GArray          *objects,
               const char      *trailer,
               guint64          before)
{
  guint64 size = 0, root = 0, info = 0;
  Object own;
  g_autoptr (GString) index = g_string_new (NULL);
  g_autoptr (GString) rows = g_string_new (NULL);

  read_key (trailer, "/Size ", &size);
  read_key (trailer, "/Root ", &root);
  read_key (trailer, "/Info ", &info);
  own = (Object) { size, self->size + to->len };
  append_unwritten (self, objects, trailer, before, size);
  g_array_append_val (objects, own);
  g_array_sort (objects, compare_objects);

  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = &g_array_index (objects, Object, i);

      g_string_append_printf (index, "%" G_GUINT64_FORMAT " 1 ", object->number);
      append_number (rows, object->offset > 0 ? 1 : 0, 1);
      append_number (rows, object->offset, 8);
      append_number (rows, object->offset > 0 ? 0 : G_MAXUINT16, 2);
    }

  g_string_append_printf (to, "%" G_GUINT64_FORMAT " 0 obj\n<< /Type /XRef /Size %"
                          G_GUINT64_FORMAT " /Root %" G_GUINT64_FORMAT " 0 R /Info %"
                          G_GUINT64_FORMAT " 0 R /Prev %" G_GUINT64_FORMAT
                          " /Index [ %s] /W [1 8 2] /Length %zu >>\nstream\n", size, size + 1,
                          root, info, before, index->str, rows->len);
  g_string_append_len (to, rows->str, rows->len);
  g_string_append_printf (to, "\nendstream\nendobj\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
                          own.offset);
}

/* The dictionary that says where everything is, and its place in the file. */
static char *
dup_trailer (PlxSheetPdfTail *self,
             guint64         *place)
{
  const char *start = find_last (self->end, "startxref\n");
  g_autofree char *end = start != NULL ? g_strndup (start, (const char *) self->end->data +
                                                    self->end->len - start) : NULL;
  guint64 kept = self->size - self->end->len;

  if (end == NULL || !read_key (end, "startxref\n", place) || *place < kept ||
      *place - kept >= self->end->len)
    return NULL;

  return dup_dictionary (self->end, (const char *) self->end->data + (*place - kept));
}

/**
 * plx_sheet_pdf_tail_finish:
 * @self: a tail that was told all that Cairo has written
 * @language: of the document, as BCP 47
 * @is_rtl: whether it is read from right to left
 * @alts: (element-type utf8): what each figure shows, in the order in which they were drawn
 *
 * Returns: (transfer full) (nullable): the bytes to append, or `NULL` where what Cairo has written
 *   is not as expected; the PDF is whole without them
 */
GString *
plx_sheet_pdf_tail_finish (PlxSheetPdfTail *self,
                           const char      *language,
                           gboolean         is_rtl,
                           GPtrArray       *alts)
{
  guint64 n, first, place, root;
  g_autofree char *trailer = dup_trailer (self, &place);
  g_autoptr (GBytes) plain = trailer != NULL ? unpack_objects (self, &n, &first) : NULL;
  const char *text = plain != NULL ? g_bytes_get_data (plain, NULL) : NULL;
  g_autofree char *tag = NULL;
  g_autofree char *more = NULL;
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  const char *catalog;
  GString *to;

  if (text == NULL || !read_key (trailer, "/Root ", &root))
    return NULL;

  catalog = find_object (text, n, first, root);
  if (catalog == NULL || !g_str_has_prefix (catalog, "<< /Type /Catalog"))
    return NULL;

  to = g_string_new (NULL);
  tag = g_strcanon (g_strdup (language), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
  more = g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true%s >>\n",
                          tag, is_rtl ? " /Direction /R2L" : "");
  append_object (self, to, objects, root, catalog, strlen (catalog), more);
  append_figures (self, to, objects, text, n, first, alts);
  append_places (self, to, objects, trailer, place);

  return to;
}
