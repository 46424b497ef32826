/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-read"

#include "config.h"

#include <stdio.h>

#include "plx-cli.h"
#include "reading/tables/plx-columns.h"

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
      plx_json_add_string (builder, "role", plx_enum_to_nick (PLX_TYPE_ROLE, block->role));
      json_builder_set_member_name (builder, "kept");
      json_builder_add_boolean_value (builder, block->kept);
      plx_json_add_string (builder, "reason",
                           block->reason == PLX_CUT_NONE
                           ? NULL : plx_enum_to_nick (PLX_TYPE_CUT_REASON, block->reason));
      plx_json_add_string (builder, "place", block->place);
      plx_json_add_string (builder, "text", text);
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
      plx_json_add_string (builder, "field", plx_enum_to_nick (PLX_TYPE_FIELD, other->field));
      plx_json_add_string (builder, "value", other->value);
      plx_json_add_string (builder, "found", other->found);
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
  plx_json_add_string (builder, "file", name);
  plx_json_add_string (builder, "part", part);

  if (error != NULL)
    {
      plx_cli_add_error (builder, error);
    }
  else
    {
      plx_json_add_string (builder, "format", document->format);
      for (guint i = 0; i < PLX_N_FIELDS; i++)
        plx_json_add_string (builder, plx_enum_to_nick (PLX_TYPE_FIELD, i), document->fields[i]);

      add_blocks (builder, document);

      json_builder_set_member_name (builder, "found");
      json_builder_begin_object (builder);
      for (guint i = 0; i < PLX_N_FIELDS; i++)
        if (document->found[i] != NULL)
          plx_json_add_string (builder, plx_enum_to_nick (PLX_TYPE_FIELD, i), document->found[i]);
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

/**
 * Printing:
 * @json: whether objects are printed, and not text for people
 * @show_cut: whether people see what was cut
 * @status: what the program ends with
 * @name: (nullable): the file that is being read
 * @pending: (nullable): its first article, as long as it seems to be the only one
 * @shared: whether it has several articles
 *
 * Prints what is read while it is being read: a large archive does not fit into memory.
 */
typedef struct
{
  gboolean      json;
  gboolean      show_cut;
  PlxCliStatus  status;
  char         *name;
  PlxDocument  *pending;
  gboolean      shared;
} Printing;

static void
print_document (Printing    *self,
                PlxDocument *document)
{
  const char *part = self->shared ? document->source : NULL;

  if (self->json)
    print_as_json (self->name, part, document, NULL);
  else
    print_for_people (part != NULL ? part : self->name, document, self->show_cut);
}

static void
print_pending (Printing *self)
{
  if (self->pending != NULL)
    print_document (self, self->pending);
  g_clear_pointer (&self->pending, plx_document_unref);
}

static void
print_failure (Printing                *self,
               const PlxReadingFailure *failure)
{
  g_autofree char *base = g_path_get_basename (self->name);
  gboolean is_whole = g_str_equal (failure->name, base) || g_str_equal (self->name, "-");

  self->status = PLX_CLI_FAILED;
  plx_cli_complain (failure->error);
  if (self->json)
    print_as_json (self->name, is_whole ? NULL : failure->name, NULL, failure->error);
}

static void
print_cb (const char              *name,
          PlxDocument             *document,
          const PlxReadingFailure *failure,
          gpointer                 user_data)
{
  Printing *self = user_data;
  gboolean is_first = g_strcmp0 (self->name, name) != 0;

  if (is_first)
    print_pending (self);

  self->shared = !is_first;
  g_set_str (&self->name, name);
  print_pending (self);

  if (failure != NULL)
    print_failure (self, failure);
  else if (is_first)
    self->pending = plx_document_ref (document);
  else
    print_document (self, document);

  /* Who reads from a pipe sees each while the next is being read. */
  fflush (stdout);
}

/* The columns that the user named go over what is guessed of any table that is read. */
static gboolean
take_columns (const char  *spec,
              GPtrArray   *choices,
              GError     **error)
{
  PlxColumns *columns;

  if (spec == NULL)
    return TRUE;

  columns = plx_columns_parse (spec, error);
  if (columns == NULL)
    return FALSE;

  columns->partial = TRUE;
  g_ptr_array_add (choices, columns);

  return TRUE;
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
  g_autofree char *spec = NULL;
  g_autoptr (GPtrArray) choices =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_columns_unref);
  g_autoptr (GError) error = NULL;
  PlxReadingOptions options = { .columns = choices };
  gboolean json = FALSE;
  gboolean show_cut = FALSE;
  Printing printing = { .status = PLX_CLI_OK };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print an object a line", NULL },
    { "cut", 0, 0, G_OPTION_ARG_NONE, &show_cut, "Show what was cut, too", NULL },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &spec,
      "What the columns of tables hold: “headline=Title,body=Full text”", "FIELD=NAME,…" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Reads files, and all in folders, into clean articles; “-” "
                      "is standard input.", argc, argv))
    return PLX_CLI_USAGE;

  if (!plx_cli_parse_files (files))
    return PLX_CLI_USAGE;

  if (!take_columns (spec, choices, &error))
    return plx_cli_usage ("%s", error->message);

  printing.json = json;
  printing.show_cut = show_cut;
  plx_cli_read_each (files, &options, print_cb, &printing);
  print_pending (&printing);
  g_free (printing.name);

  return printing.status;
}
