/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * make-dictionary WORDS ID OUTPUT FILE…: makes the dictionary by which texts of articles are
 * packed. WORDS has a word a line, the most frequent first; FILEs are articles, by which the
 * letters are counted.
 *
 * A program for developers; see data/library/README.md.
 */

#define G_LOG_DOMAIN "make-dictionary"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zdict.h>

#include "library/plx-body.h"

/* More make it larger, and texts hardly smaller. */
#define N_WORDS 4000

/* As texts are packed, for whose sake it is made. */
#define LEVEL 6

#define ROOM (64 * 1024)

/* What a file would be in a library: its paragraphs are blocks. */
static PlxBody *
make_body (const char *text)
{
  g_autoptr (PlxDocument) document = plx_document_new (NULL, "text");
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
  static const PlxField fields[] = { PLX_FIELD_HEADLINE, PLX_FIELD_AUTHOR, PLX_FIELD_OUTLET,
                                     PLX_FIELD_PUBLISHED, PLX_FIELD_LANGUAGE };

  for (guint i = 0; paragraphs[i] != NULL; i++)
    plx_document_append (document, paragraphs[i], -1, i == 0 ? PLX_ROLE_HEADLINE : PLX_ROLE_BODY,
                         PLX_CUT_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    plx_document_set_field (document, fields[i], "x", "text");

  return plx_body_new_for_document (document);
}

/* The rarest first: what stands last is told in the fewest bits. */
static GString *
make_content (const char *path)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GString *content = g_string_new (NULL);
  g_autoptr (PlxBody) body = make_body ("The\n\nThe");
  guint n = 0;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    return content;

  lines = g_strsplit (contents, "\n", -1);
  while (n < N_WORDS && lines[n] != NULL)
    n++;
  while (n-- > 0)
    {
      lines[n][strcspn (lines[n], "\t")] = '\0';
      g_string_append_printf (content, "%s ", lines[n]);
    }
  g_string_append_len (content, g_bytes_get_data (body->bytes, NULL),
                       g_bytes_get_size (body->bytes));

  return content;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GByteArray) samples = g_byte_array_new ();
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (size_t));
  g_autoptr (GString) content = argc > 4 ? make_content (argv[1]) : NULL;
  g_autofree char *dictionary = g_malloc (ROOM);
  ZDICT_params_t params = { .compressionLevel = LEVEL };
  size_t size;

  for (int i = 4; i < argc; i++)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (argv[i], &text, NULL, NULL) && g_utf8_validate (text, -1, NULL))
        {
          g_autoptr (PlxBody) body = make_body (text);
          size_t length = g_bytes_get_size (body->bytes);

          g_byte_array_append (samples, g_bytes_get_data (body->bytes, NULL), length);
          g_array_append_val (sizes, length);
        }
    }
  if (content == NULL || content->len == 0 || sizes->len == 0)
    return EXIT_FAILURE;

  params.dictID = strtoul (argv[2], NULL, 10);
  size = ZDICT_finalizeDictionary (dictionary, ROOM, content->str, content->len, samples->data,
                                   (const size_t *) (void *) sizes->data, sizes->len, params);
  if (ZDICT_isError (size) || !g_file_set_contents (argv[3], dictionary, size, NULL))
    return EXIT_FAILURE;

  printf ("%zu bytes, of %u samples\n", size, sizes->len);

  return EXIT_SUCCESS;
}
