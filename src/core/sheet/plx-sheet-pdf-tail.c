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

/* An object, and its place in the text of those that are packed. */
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

/* The greatest place of an object in its stream that has room in Cairo's table. */
#define MAX_INDEX 0xffff

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
 * then they themselves. The text ends with a 0. */
typedef struct
{
  GBytes     *bytes;
  const char *text;
  gsize       length;
  guint64     n;
  guint64     first; /* where the first one is */
} Packed;

static gboolean
unpack_objects (PlxSheetPdfTail *self,
                Packed          *packed)
{
  const char *start = find_last (self->end, "/Type /ObjStm");
  g_autofree char *dictionary = start != NULL ? dup_dictionary (self->end, start) : NULL;
  const char *data;

  if (dictionary == NULL || !read_key (dictionary, "/N ", &packed->n) ||
      !read_key (dictionary, "/First ", &packed->first))
    return FALSE;

  data = start + strlen (dictionary) + strlen ("stream");
  data += *data == '\r';
  data += *data == '\n';
  packed->bytes = unpack (data, (const char *) self->end->data + self->end->len - data);
  if (packed->bytes == NULL)
    return FALSE;

  packed->text = g_bytes_get_data (packed->bytes, NULL);
  packed->length = g_bytes_get_size (packed->bytes) - 1;

  return packed->first <= packed->length;
}

/* Reads number and place of the next object. Gives whether it is there. */
static gboolean
read_object (const Packed  *packed,
             const char   **p,
             Object        *object)
{
  char *end;

  object->number = g_ascii_strtoull (*p, &end, 10);
  object->offset = packed->first + g_ascii_strtoull (end, &end, 10);
  *p = end;

  return object->offset < packed->length;
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
find_figures (const Packed *packed)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Object));
  const char *p = packed->text;
  Object object;

  /* The kind of an element is told right at its begin. */
  for (guint64 i = 0; i < packed->n; i++)
    if (read_object (packed, &p, &object) &&
        g_strstr_len (packed->text + object.offset, MIN (packed->length - object.offset, 64),
                      "/S /Figure\n") != NULL)
      g_array_append_val (figures, object);
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
add_figures (PlxPdfAppendix *appendix,
             const Packed   *packed,
             GPtrArray      *alts)
{
  g_autoptr (GArray) figures = alts->len > 0 ? find_figures (packed) : NULL;

  if (figures == NULL || figures->len != alts->len)
    return;

  for (guint i = 0; i < figures->len; i++)
    {
      const Object *figure = &g_array_index (figures, Object, i);
      g_autoptr (GString) more = g_string_new ("   /Alt ");

      plx_pdf_append_string (more, g_ptr_array_index (alts, i));
      g_string_append_c (more, '\n');
      plx_pdf_appendix_add_more (appendix, figure->number, packed->text + figure->offset,
                                 measure_dictionary (packed->text + figure->offset), more->str,
                                 FALSE);
    }
}

/* The place of an object in the text of all. */
static const char *
find_object (const Packed *packed,
             guint64       number)
{
  const char *p = packed->text;
  Object object;

  for (guint64 i = 0; i < packed->n; i++)
    if (read_object (packed, &p, &object) && object.number == number)
      return packed->text + object.offset;

  return NULL;
}

/* The numbers of the pages, in order: what the only object of its kind lists. */
static GArray *
find_pages (const Packed *packed)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint64));
  const char *p = strstr (packed->text + packed->first, "<< /Type /Pages");
  const char *end;

  p = p != NULL ? strstr (p, "/Kids [") : NULL;
  end = p != NULL ? strchr (p, ']') : NULL;
  for (p = end != NULL ? p + strlen ("/Kids [") : NULL; p != NULL && p < end; )
    {
      char *after;
      guint64 number = g_ascii_strtoull (p, &after, 10);

      if (after == p)
        break;
      g_array_append_val (pages, number);
      p = strchr (after, 'R');
      p = p != NULL ? p + 1 : NULL;
    }

  return pages;
}

/* Gives the pages their links. */
static void
add_links (PlxPdfAppendix   *appendix,
           const Packed     *packed,
           PlxSheetPdfLinks *links,
           GHashTable       *places)
{
  g_autoptr (GArray) pages = find_pages (packed);
  g_autoptr (GHashTable) known = g_hash_table_new (g_direct_hash, g_direct_equal);
  const char *p = packed->text;
  Object object;

  for (guint i = 0; i < pages->len; i++)
    g_hash_table_insert (known, GSIZE_TO_POINTER (g_array_index (pages, guint64, i)),
                         GUINT_TO_POINTER (i + 1));

  for (guint64 i = 0; i < packed->n; i++)
    {
      guint page = read_object (packed, &p, &object)
                   ? GPOINTER_TO_UINT (g_hash_table_lookup (known,
                                                            GSIZE_TO_POINTER (object.number))) : 0;
      g_autofree char *more = NULL;

      if (page > 0)
        more = plx_sheet_pdf_links_write_page (links, page - 1, pages, places, appendix);
      if (more != NULL)
        plx_pdf_appendix_add_more (appendix, object.number, packed->text + object.offset,
                                   measure_dictionary (packed->text + object.offset), more,
                                   TRUE);
    }
}

/* The place of an object in its stream has two bytes in the table that Cairo writes. Those that
 * come after as many are told once more, with room enough; otherwise a long sheet could not be
 * opened. */
static void
add_far (PlxPdfAppendix *appendix,
         const Packed   *packed)
{
  const char *p = packed->text;
  Object object, next;

  for (guint64 i = 0; i < packed->n; i++)
    {
      const char *after;
      gsize end = packed->length;

      if (!read_object (packed, &p, &object) || i <= MAX_INDEX)
        continue;
      after = p;
      if (i + 1 < packed->n && read_object (packed, &after, &next))
        end = next.offset;
      plx_pdf_appendix_add (appendix, object.number, packed->text + object.offset,
                            end - object.offset);
    }
}

/* Cairo counts an object for each thing that is not part of the text, and writes none: these are
 * told to be free, as they should have been. @table is what Cairo says of where objects are. */
static void
free_unwritten (PlxSheetPdfTail *self,
                PlxPdfAppendix  *appendix,
                const guint8    *table,
                gsize            n_bytes,
                gsize            row,
                guint64          size)
{
  for (guint64 i = 1; i < size && (i + 1) * row <= n_bytes; i++)
    if (table[i * row] == 1 && (i >= self->written->len || !self->written->data[i]))
      plx_pdf_appendix_add_free (appendix, i);
}

/* Reads what Cairo says of where objects are, from the stream that follows its trailer. */
static void
add_unwritten (PlxSheetPdfTail *self,
               PlxPdfAppendix  *appendix,
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
    free_unwritten (self, appendix, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain) - 1,
                    row[0] + row[1] + row[2], size);
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

static void
add_catalog (PlxPdfAppendix *appendix,
             guint64         root,
             const char     *catalog,
             const char     *language,
             gboolean        is_rtl)
{
  g_autofree char *tag = g_strcanon (g_strdup (language), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS
                                     "-", '-');
  g_autofree char *more =
    g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true%s >>\n", tag,
                     is_rtl ? " /Direction /R2L" : "");

  plx_pdf_appendix_add_more (appendix, root, catalog, measure_dictionary (catalog), more, FALSE);
}

/**
 * plx_sheet_pdf_tail_finish:
 * @self: a tail that was told all that Cairo has written
 * @language: of the document, as BCP 47
 * @is_rtl: whether it is read from right to left
 * @alts: (element-type utf8): what each figure shows, in the order in which they were drawn
 * @links: the links of all pages
 * @places: (nullable): id to PlxSheetPlace, for links
 *
 * Returns: (transfer full) (nullable): the bytes to append, or `NULL` where what Cairo has written
 *   is not as expected; the PDF is whole without them
 */
GString *
plx_sheet_pdf_tail_finish (PlxSheetPdfTail  *self,
                           const char       *language,
                           gboolean          is_rtl,
                           GPtrArray        *alts,
                           PlxSheetPdfLinks *links,
                           GHashTable       *places)
{
  guint64 place, root, info = 0, size = 0;
  g_autofree char *trailer = dup_trailer (self, &place);
  g_autoptr (PlxPdfAppendix) appendix = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Packed packed = { 0 };
  const char *catalog;

  if (trailer == NULL || !read_key (trailer, "/Root ", &root) ||
      !read_key (trailer, "/Size ", &size))
    return NULL;

  read_key (trailer, "/Info ", &info);
  if (unpack_objects (self, &packed))
    catalog = find_object (&packed, root);
  else
    catalog = NULL;
  bytes = packed.bytes;
  if (catalog == NULL || !g_str_has_prefix (catalog, "<< /Type /Catalog"))
    return NULL;

  appendix = plx_pdf_appendix_new (self->size, size);
  add_far (appendix, &packed);
  add_catalog (appendix, root, catalog, language, is_rtl);
  add_figures (appendix, &packed, alts);
  add_links (appendix, &packed, links, places);
  add_unwritten (self, appendix, trailer, place, size);

  return plx_pdf_appendix_finish (appendix, root, info, place);
}
