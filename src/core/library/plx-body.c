/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-body"

#include "config.h"

#include "library/plx-body.h"

#include <string.h>

#include "model/plx-pack.h"

/* Three strings, each with its end, then the text, which has none. JSON never holds a NUL. */
#define N_STRINGS 3

/* A short text gains little from more, and what came in is there sooner with less. */
#define LEVEL 3

/* What texts have in common; data/library/README.md tells how it was made. */
#define DICTIONARY "/io/github/parallaxapp/Parallax/library/texts-1.dict"

/* No article is longer; a file that says so is damaged, or wants all memory. */
#define MAX_BYTES (1024 * 1024 * 1024)

static PlxPackDictionary *
get_dictionary (void)
{
  static PlxPackDictionary *dictionary = NULL;

  if (g_once_init_enter_pointer (&dictionary))
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (DICTIONARY, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                          NULL);

      g_assert (bytes != NULL);
      g_once_init_leave_pointer (&dictionary, plx_pack_dictionary_new (bytes, LEVEL));
    }

  return dictionary;
}

/* Where the strings are in the bytes; FALSE where they are not all there. */
static gboolean
find_strings (PlxBody *self)
{
  gsize left;
  const char *at = g_bytes_get_data (self->bytes, &left);
  const char *strings[N_STRINGS];

  for (guint i = 0; i < N_STRINGS; i++)
    {
      const char *end = left > 0 ? memchr (at, '\0', left) : NULL;

      if (end == NULL)
        return FALSE;

      strings[i] = at;
      left -= end + 1 - at;
      at = end + 1;
    }

  self->found = strings[0];
  self->blocks = strings[1];
  self->others = *strings[2] != '\0' ? strings[2] : NULL;
  self->text = at;
  self->text_length = left;

  return TRUE;
}

/**
 * plx_body_new_for_parts:
 * @found: where fields were found, in JSON
 * @blocks: the blocks, in JSON
 * @others: (nullable): what other places say of fields, in JSON
 * @text: (array length=text_length): the text
 * @text_length: how many bytes it has
 *
 * Returns: (transfer full): a body of them, not packed yet
 */
PlxBody *
plx_body_new_for_parts (const char *found,
                        const char *blocks,
                        const char *others,
                        const char *text,
                        gsize       text_length)
{
  const char *strings[N_STRINGS] = { found, blocks, others != NULL ? others : "" };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  PlxBody *self = g_new0 (PlxBody, 1);
  guint8 sha256[32];
  gsize n = sizeof sha256;
  gboolean whole;

  for (guint i = 0; i < N_STRINGS; i++)
    g_byte_array_append (bytes, (const guint8 *) strings[i], strlen (strings[i]) + 1);
  g_byte_array_append (bytes, (const guint8 *) text, text_length);

  g_checksum_update (checksum, bytes->data, bytes->len);
  g_checksum_get_digest (checksum, sha256, &n);
  memcpy (self->digest, sha256, sizeof self->digest);

  self->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  whole = find_strings (self);
  g_assert (whole);

  return self;
}

/**
 * plx_body_new_for_document:
 * @document: a document
 *
 * Returns: (transfer full): what is long in it, not packed yet
 */
PlxBody *
plx_body_new_for_document (PlxDocument *document)
{
  g_autofree char *found = plx_document_dup_found (document);
  g_autofree char *blocks = plx_document_dup_blocks (document);
  g_autofree char *others = plx_document_dup_others (document);

  return plx_body_new_for_parts (found, blocks, others, document->text->str, document->text->len);
}

/**
 * plx_body_new_unpacked:
 * @packed: (array length=size): a body as it is kept
 * @size: how many bytes that is
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Returns: (transfer full) (nullable): the body, without its digest; or `NULL` where it is damaged
 */
PlxBody *
plx_body_new_unpacked (gconstpointer   packed,
                       gsize           size,
                       GError        **error)
{
  g_autoptr (GBytes) bytes = plx_unpack_by (get_dictionary (), packed, size, MAX_BYTES, error);
  g_autoptr (PlxBody) self = NULL;

  if (bytes == NULL)
    return NULL;

  self = g_new0 (PlxBody, 1);
  self->bytes = g_steal_pointer (&bytes);
  if (find_strings (self))
    return g_steal_pointer (&self);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "It is no text of an article.");

  return NULL;
}

void
plx_body_free (PlxBody *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->packed, g_bytes_unref);
  g_free (self);
}

/**
 * plx_body_pack:
 * @self: a body
 *
 * Packs it, where that was not done. Any thread may do it that has the body for itself.
 */
void
plx_body_pack (PlxBody *self)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (self->bytes, &size);

  if (self->packed == NULL)
    self->packed = plx_pack_by (get_dictionary (), data, size);
}

/* What the index needs of a block: [start, end, "role", "reason", kept, …]. */
typedef struct
{
  guint64 numbers[5];
  guint   n;
} Block;

static const char *
skip_string (const char *at)
{
  for (at++; *at != '\0' && *at != '"'; at++)
    if (*at == '\\' && at[1] != '\0')
      at++;

  return *at == '"' ? at + 1 : at;
}

/* Reads one block; gives where it ends. What it does not know it passes over: whether the JSON is
 * as it should be is for those to judge who make a document of it. */
static const char *
read_block (const char *at,
            Block      *block)
{
  block->n = 0;
  while (*at != '\0' && *at != ']')
    {
      char *end = NULL;
      guint64 number = 0;

      if (g_ascii_isdigit (*at))
        number = g_ascii_strtoull (at, &end, 10);
      else if (*at == '"')
        end = (char *) skip_string (at);

      if (end == NULL)
        {
          at++;
          continue;
        }
      if (block->n < G_N_ELEMENTS (block->numbers))
        block->numbers[block->n++] = number;
      at = end;
    }

  return *at == ']' ? at + 1 : at;
}

/**
 * plx_body_dup_kept:
 * @self: a body
 *
 * Tells what of the text belongs to the article, which is all that is searched. It costs little:
 * every article that comes in pays it.
 *
 * Returns: (transfer full): the kept blocks, a line each
 */
char *
plx_body_dup_kept (const PlxBody *self)
{
  GString *kept = g_string_sized_new (self->text_length + 1);
  const char *at = *self->blocks == '[' ? self->blocks + 1 : "";

  while ((at = strchr (at, '[')) != NULL)
    {
      Block block;

      at = read_block (at + 1, &block);
      if (block.n < G_N_ELEMENTS (block.numbers) || block.numbers[4] == 0 ||
          block.numbers[1] > self->text_length || block.numbers[0] > block.numbers[1])
        continue;

      if (kept->len > 0)
        g_string_append_c (kept, '\n');
      g_string_append_len (kept, self->text + block.numbers[0],
                           block.numbers[1] - block.numbers[0]);
    }

  return g_string_free_and_steal (kept);
}
