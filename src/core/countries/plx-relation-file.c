/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relation-file"

#include "config.h"

#include "countries/plx-relation-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "countries/plx-relation-rows.h"
#include "countries/plx-separated.h"

/* So much of a file that is too large is looked at: room for remarks and a header. */
#define HEAD_BYTES (64 * 1024)

static void
problem_free (gpointer data)
{
  PlxRelationProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

/* What stands before the first row that is no remark: "# title: The Antarctic Treaty". */
static void
read_remark (PlxRelationRows *rows,
             const char      *cell)
{
  const char *colon = strchr (cell, ':');
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  PlxStatus status;

  if (colon == NULL)
    return;

  key = g_strstrip (g_strndup (cell + 1, colon - cell - 1));
  value = g_strstrip (g_strdup (colon + 1));

  if (g_ascii_strcasecmp (key, "title") == 0 && *value != '\0')
    g_set_str (&rows->title, value);
  else if (g_ascii_strcasecmp (key, "short") == 0 && *value != '\0')
    g_set_str (&rows->short_title, value);
  else if (g_ascii_strcasecmp (key, "note") == 0)
    g_set_str (&rows->note, value);
  else if (g_ascii_strcasecmp (key, "kind") == 0)
    rows->kind = g_ascii_strcasecmp (value, "treaty") == 0 ? PLX_OWN_TREATY : PLX_OWN_BLOC;
  else if (g_ascii_strcasecmp (key, "as of") == 0 && plx_day_parse (value) != 0)
    rows->as_of = plx_day_parse (value);
  else if (g_ascii_strcasecmp (key, "rest") == 0 && plx_status_parse (value, &status))
    rows->rest = status;
}

static gboolean
is_blank (PlxSeparated *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      if (*plx_separated_get (table, i) != '\0')
        return FALSE;
    }

  return TRUE;
}

/* Reads remarks and the header; FALSE where there is no header. */
static gboolean
read_head (PlxRelationRows *rows,
           PlxSeparated    *table)
{
  while (plx_separated_next (table))
    {
      if (is_blank (table))
        continue;

      if (*plx_separated_get (table, 0) != '#')
        return plx_relation_rows_set_header (rows, table);

      /* A comma in a remark cuts it like a row. */
      for (guint i = 1; i < table->cells->len; i++)
        {
          char *whole = g_strdup_printf ("%s%c %s", plx_separated_get (table, 0),
                                         table->separator, plx_separated_get (table, i));

          g_free (g_ptr_array_index (table->cells, 0));
          g_ptr_array_index (table->cells, 0) = whole;
        }
      read_remark (rows, plx_separated_get (table, 0));
    }

  plx_relation_rows_complain (rows, 0, TRUE, g_strdup (_("The file is empty.")));

  return FALSE;
}

static void
read_table (PlxRelationFile *self,
            const char      *text,
            PlxDay           today)
{
  g_autoptr (PlxSeparated) table = plx_separated_new (text);
  g_autoptr (PlxRelationRows) rows = plx_relation_rows_new (self->name, today, self->problems);

  self->is_table = read_head (rows, table);
  if (self->is_table)
    {
      while (plx_separated_next (table))
        {
          if (!is_blank (table) && *plx_separated_get (table, 0) != '#')
            plx_relation_rows_add (rows, table);
        }
    }

  self->relation = plx_relation_rows_finish (rows);
  self->n_rows = rows->n_rows;
  self->n_taken = rows->n_taken;
  self->n_errors = rows->n_errors;
}

static void
complain (PlxRelationFile *self,
          guint            line,
          char            *message)
{
  PlxRelationProblem *problem = g_new0 (PlxRelationProblem, 1);

  problem->line = line;
  problem->is_error = TRUE;
  problem->message = message;
  g_ptr_array_add (self->problems, problem);
  self->n_errors++;
}

static guint
count_lines (const char *start,
             const char *end)
{
  guint n = 1;

  for (; start < end; start++)
    n += *start == '\n' || (*start == '\r' && start[1] != '\n');

  return n;
}

/* The file as UTF-8 without a mark at its beginning; NULL, and a problem, where it is no text. */
static char *
decode (PlxRelationFile *self,
        const char      *data,
        gsize            length)
{
  const char *bad;

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      g_autofree char *text = g_convert (data, length, "UTF-8", "UTF-16", NULL, NULL, NULL);

      if (text != NULL && strlen (text) > 0)
        return g_steal_pointer (&text);
      complain (self, 0, g_strdup (_("The file says that it is UTF-16 text, but is not.")));
      return NULL;
    }

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (length >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    {
      complain (self, 0, g_strdup (_("The file is a spreadsheet or an archive. Save the sheet as "
                                     "CSV, and add that.")));
      return NULL;
    }

  if (!g_utf8_validate_len (data, length, &bad))
    {
      complain (self, count_lines (data, bad),
                g_strdup (memchr (data, '\0', length) != NULL
                            ? _("The file is no text.")
                            : _("This line is not UTF-8 text. Save the file with the encoding "
                                "UTF-8.")));
      return NULL;
    }

  return g_strndup (data, length);
}

static char *
make_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  char *dot = strrchr (valid, '.');

  if (dot != NULL && dot != valid)
    *dot = '\0';

  return g_strdup (*valid != '\0' ? valid : "relation");
}

static PlxRelationFile *
new_empty (const char *name)
{
  PlxRelationFile *self = g_atomic_rc_box_new0 (PlxRelationFile);

  self->name = make_name (name);
  self->problems = g_ptr_array_new_with_free_func (problem_free);

  return self;
}

static void
refuse_size (PlxRelationFile *self,
             goffset          size)
{
  g_autofree char *has = size > 0 ? g_format_size (size) : NULL;
  g_autofree char *most = g_format_size_full (PLX_RELATION_FILE_MAX, G_FORMAT_SIZE_IEC_UNITS);

  if (has != NULL)
    /* Translators: both are sizes, such as “104.9 MB” */
    complain (self, 0, g_strdup_printf (_("The file has %1$s. A table of countries may have %2$s: "
                                          "this is something else, or more than one table. It was "
                                          "not read."), has, most));
  else
    complain (self, 0, g_strdup_printf (_("The file has more than %s, which no table of countries "
                                          "needs. It was not read."), most));
}

/**
 * plx_relation_file_new:
 * @name: what the file is called; its ending is left out
 * @bytes: the file
 * @today: the day of which its data is, where the file does not say
 *
 * Reads a relation of the user's own: UTF-8, or UTF-16 with a mark at its beginning; commas,
 * semicolons or tabs; the columns country, status, from, to and source in any order, under a
 * header.
 * An interval holds from the day `from`, which may be empty for “ever since”, up to and without the
 * day `to`, which may be empty. Before the header, remarks may tell more: `# title:`, `# short:`,
 * `# kind: treaty` or `bloc`, `# rest:` (the status of who is not listed), `# as of:`, `# note:`.
 *
 * What is wrong is told line by line; lines with an error are left out of the relation, and nothing
 * is ever left out of @bytes.
 *
 * Returns: (transfer full): what is in the file
 */
PlxRelationFile *
plx_relation_file_new (const char *name,
                       GBytes     *bytes,
                       PlxDay      today)
{
  PlxRelationFile *self = new_empty (name);
  g_autofree char *text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > PLX_RELATION_FILE_MAX)
    {
      refuse_size (self, length);
      return self;
    }

  self->bytes = g_bytes_ref (bytes);
  text = decode (self, data != NULL ? data : "", length);
  if (text != NULL)
    read_table (self, text, today);

  return self;
}

/* Reads at most what is allowed and a byte more, so that what is no plain file has an end too. */
static GBytes *
read_bounded (GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *buffer = NULL;
  gsize n_read;

  if (stream == NULL)
    return NULL;

  buffer = g_malloc (PLX_RELATION_FILE_MAX + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, PLX_RELATION_FILE_MAX + 1, &n_read,
                                cancellable, error))
    return NULL;

  return g_bytes_new (buffer, n_read);
}

/* Of a file that is too large, its first lines tell what somebody takes it for. Where they cannot
 * be read, nobody can say. */
static gboolean
begins_as_table (GFile        *file,
                 GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autofree char *head = g_malloc (HEAD_BYTES);
  g_autoptr (PlxRelationFile) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize n = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_BYTES, &n,
                                                  cancellable, NULL))
    return FALSE;

  /* Up to the end of a line, so that no letter is cut in two. */
  while (n > 0 && head[n - 1] != '\n')
    n--;
  bytes = g_bytes_new_static (head, n);
  read = plx_relation_file_new ("head", bytes, 0);

  return read->is_table;
}

/**
 * plx_relation_file_read:
 * @file: a file
 * @today: the day of which its data is, where neither its text nor its date says
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Reads a relation of the user's own from a file, see [ctor@RelationFile.new]. A file that is too
 * large is not read, and a problem says so.
 *
 * Returns: (transfer full) (nullable): what is in it; `NULL` on error, where the file itself can't
 *   be read
 */
PlxRelationFile *
plx_relation_file_read (GFile         *file,
                        PlxDay         today,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) changed = NULL;
  g_autofree char *name = g_file_get_basename (file);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                            G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE,
                            cancellable, error);
  if (info == NULL)
    {
      g_prefix_error_literal (error, _("Reading a table of countries: "));
      return NULL;
    }

  if (g_file_info_get_size (info) > PLX_RELATION_FILE_MAX)
    {
      PlxRelationFile *self = new_empty (name);

      refuse_size (self, g_file_info_get_size (info));
      self->is_table = begins_as_table (file, cancellable);
      return self;
    }

  if ((bytes = read_bounded (file, cancellable, error)) == NULL)
    {
      g_prefix_error_literal (error, _("Reading a table of countries: "));
      return NULL;
    }

  if ((changed = g_file_info_get_modification_date_time (info)) != NULL)
    {
      g_autofree char *day = g_date_time_format (changed, "%Y-%m-%d");

      today = plx_day_parse (day);
    }

  return plx_relation_file_new (name, bytes, today);
}

/**
 * plx_relation_file_make_id:
 * @name: the name of a file, without its ending
 *
 * Returns: (transfer full): the id of the relation in it: "own-", small letters of any language and
 *   digits, and the rest as hyphens; the same for the same name
 */
char *
plx_relation_file_make_id (const char *name)
{
  GString *id = g_string_new ("own-");
  g_autofree char *folded = g_utf8_strdown (name, -1);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (id, c);
      else if (id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }

  return g_string_free_and_steal (id);
}

PlxRelationFile *
plx_relation_file_ref (PlxRelationFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
file_clear (gpointer data)
{
  PlxRelationFile *self = data;

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->relation, plx_relation_rows_free_relation);
  g_ptr_array_unref (self->problems);
}

void
plx_relation_file_unref (PlxRelationFile *self)
{
  g_atomic_rc_box_release_full (self, file_clear);
}
