/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-read"

#include "config.h"

#include <stdio.h>

#include "plx-cli.h"

static void
add_blocks (JsonBuilder *builder,
            PlxDocument *document)
{
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);
      g_autofree char *text = plx_document_dup_block (document, i);

      json_builder_begin_object (builder);
      plx_cli_add_string (builder, "role", plx_enum_to_nick (PLX_TYPE_ROLE, block->role));
      json_builder_set_member_name (builder, "kept");
      json_builder_add_boolean_value (builder, block->kept);
      plx_cli_add_string (builder, "reason",
                          block->reason == PLX_CUT_NONE
                          ? NULL : plx_enum_to_nick (PLX_TYPE_CUT_REASON, block->reason));
      plx_cli_add_string (builder, "place", block->place);
      plx_cli_add_string (builder, "text", text);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_others (JsonBuilder *builder,
            PlxDocument *document)
{
  json_builder_set_member_name (builder, "others");
  json_builder_begin_array (builder);

  for (guint i = 0; i < document->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (document->others, PlxOtherValue, i);

      json_builder_begin_object (builder);
      plx_cli_add_string (builder, "field", plx_enum_to_nick (PLX_TYPE_FIELD, other->field));
      plx_cli_add_string (builder, "value", other->value);
      plx_cli_add_string (builder, "found", other->found);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* @part tells the articles of one file apart. */
static void
print_as_json (const char   *name,
               const char   *part,
               PlxDocument  *document,
               const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plx_cli_add_string (builder, "file", name);
  plx_cli_add_string (builder, "part", part);

  if (error != NULL)
    {
      plx_cli_add_error (builder, error);
    }
  else
    {
      plx_cli_add_string (builder, "format", document->format);
      for (guint i = 0; i < PLX_N_FIELDS; i++)
        plx_cli_add_string (builder, plx_enum_to_nick (PLX_TYPE_FIELD, i), document->fields[i]);

      add_blocks (builder, document);

      json_builder_set_member_name (builder, "found");
      json_builder_begin_object (builder);
      for (guint i = 0; i < PLX_N_FIELDS; i++)
        if (document->found[i] != NULL)
          plx_cli_add_string (builder, plx_enum_to_nick (PLX_TYPE_FIELD, i), document->found[i]);
      json_builder_end_object (builder);

      add_others (builder, document);
    }

  json_builder_end_object (builder);
  plx_cli_print_json (builder);
}

static void
print_for_people (const char  *name,
                  PlxDocument *document,
                  gboolean     show_cut)
{
  printf ("%s\n", name);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    if (document->fields[i] != NULL)
      printf ("  %s: %s (%s)\n", plx_enum_to_nick (PLX_TYPE_FIELD, i), document->fields[i],
              document->found[i] != NULL ? document->found[i] : "unknown");
  for (guint i = 0; i < document->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (document->others, PlxOtherValue, i);

      printf ("  but %s: %s (%s)\n", plx_enum_to_nick (PLX_TYPE_FIELD, other->field), other->value,
              other->found);
    }
  putchar ('\n');

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);
      g_autofree char *text = plx_document_dup_block (document, i);

      if (block->kept)
        printf ("%s\n\n", text);
      else if (show_cut)
        printf ("[cut: %s] %s\n\n", plx_enum_to_nick (PLX_TYPE_CUT_REASON, block->reason), text);
    }
}

static void
print_batch (const char      *name,
             PlxReadingBatch *batch,
             gboolean         json,
             gboolean         show_cut)
{
  gboolean whole = batch->documents->len + batch->failures->len == 1;

  for (guint i = 0; i < batch->documents->len; i++)
    {
      PlxDocument *document = batch->documents->pdata[i];
      const char *part = whole ? NULL : document->source;

      if (json)
        print_as_json (name, part, document, NULL);
      else
        print_for_people (part != NULL ? part : name, document, show_cut);
    }

  for (guint i = 0; i < batch->failures->len; i++)
    {
      const PlxReadingFailure *failure = batch->failures->pdata[i];

      plx_cli_complain (failure->error);
      if (json)
        print_as_json (name, whole ? NULL : failure->name, NULL, failure->error);
    }
}

/**
 * plx_cli_read:
 *
 * `read`: files into articles, with what was cut and why.
 */
PlxCliStatus
plx_cli_read (int    argc,
              char **argv)
{
  g_auto (GStrv) files = NULL;
  gboolean json = FALSE;
  gboolean show_cut = FALSE;
  PlxCliStatus status = PLX_CLI_OK;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print an object a line", NULL },
    { "cut", 0, 0, G_OPTION_ARG_NONE, &show_cut, "Show what was cut, too", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Reads files into clean articles; “-” is standard input.",
                      argc, argv))
    return PLX_CLI_USAGE;

  if (!plx_cli_parse_files (files))
    return PLX_CLI_USAGE;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
      g_autofree char *name = plx_cli_display_path (files[i]);

      plx_cli_read_path (batch, files[i]);
      if (batch->failures->len > 0)
        status = PLX_CLI_FAILED;

      print_batch (name, batch, json, show_cut);
    }

  return status;
}
