/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli"

#include "config.h"

#include "plx-cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "language/plx-language.h"
#include "reading/plx-reading.h"

/**
 * plx_cli_parse:
 * @entries: the subcommand's options
 * @parameters: what follows the options, for the help
 * @summary: what the subcommand does
 * @argc: number of words
 * @argv: the words, the subcommand's name first
 *
 * Parses a subcommand's options and says on standard error what is wrong with them.
 *
 * Returns: whether the subcommand may go on
 */
gboolean
plx_cli_parse (const GOptionEntry  *entries,
               const char          *parameters,
               const char          *summary,
               int                  argc,
               char               **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("parallax-cli %s", argv[0]);

  g_set_prgname (name);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      plx_cli_complain (error);
      return FALSE;
    }

  return TRUE;
}

/**
 * plx_cli_parse_files:
 * @files: (nullable): the files that a subcommand was given; ends with `NULL`
 *
 * Says on standard error what keeps the files from being read: none, or standard input twice,
 * which would be empty the second time.
 *
 * Returns: whether the subcommand may go on
 */
gboolean
plx_cli_parse_files (char **files)
{
  guint n_inputs = 0;

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    n_inputs += g_str_equal (files[i], "-");

  if (files == NULL)
    plx_cli_usage ("no file was named");
  else if (n_inputs > 1)
    plx_cli_usage ("standard input can be read only once, but “-” stands there %u times",
                   n_inputs);

  return files != NULL && n_inputs < 2;
}

/**
 * plx_cli_usage:
 * @format: what is wrong with the words of the command
 * @...: values for @format
 *
 * Returns: `PLX_CLI_USAGE`
 */
PlxCliStatus
plx_cli_usage (const char *format,
               ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_printerr ("%s: %s\nSee “%s --help”.\n", g_get_prgname (), message, g_get_prgname ());

  return PLX_CLI_USAGE;
}

/**
 * plx_cli_complain:
 * @error: what failed
 *
 * Says on standard error what failed, after the name of the subcommand.
 */
void
plx_cli_complain (const GError *error)
{
  g_printerr ("%s: %s\n", g_get_prgname (), error->message);
}

/**
 * plx_cli_check_language:
 *
 * Says on standard error why names can be found by our tables alone, where that is so.
 *
 * Returns: whether all is there to find names
 */
gboolean
plx_cli_check_language (void)
{
  g_autoptr (GError) error = NULL;

  if (plx_language_check (&error))
    return TRUE;

  plx_cli_complain (error);
  g_printerr ("%s: only names that its tables know are found; installing Parallax again helps\n",
              g_get_prgname ());

  return FALSE;
}

/**
 * plx_cli_display_path:
 * @path: a path in the encoding of the file system
 *
 * Returns: (transfer full): the path in UTF-8
 */
char *
plx_cli_display_path (const char *path)
{
  return g_filename_display_name (path);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * plx_cli_list_sample:
 * @error: return location for an error
 *
 * Finds the files of the sample story, in the folder that `PARALLAX_SAMPLE_DIR` names or
 * where they were installed.
 *
 * Returns: (transfer full) (nullable): their paths; ends with `NULL`
 */
char **
plx_cli_list_sample (GError **error)
{
  const char *path = g_getenv ("PARALLAX_SAMPLE_DIR");
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (path == NULL)
    path = PKGDATADIR "/sample";

  if (!(dir = g_dir_open (path, 0, error)))
    return NULL;

  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html"))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));

  g_ptr_array_sort (files, compare_strings);
  g_ptr_array_add (files, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&files), FALSE);
}

/**
 * plx_cli_parse_as_of:
 * @as_of: (nullable): `article`, `today` or a day as `YYYY-MM-DD`
 * @how: (out): for which day statuses are asked
 * @day: (out): the chosen day, or today
 *
 * Returns: whether @as_of is one of the three
 */
gboolean
plx_cli_parse_as_of (const char *as_of,
                     PlxAsOf    *how,
                     PlxDay     *day)
{
  *how = PLX_AS_OF_ARTICLE;
  *day = plx_cli_today ();

  if (as_of == NULL || g_str_equal (as_of, "article"))
    return TRUE;

  if (g_str_equal (as_of, "today"))
    {
      *how = PLX_AS_OF_TODAY;
      return TRUE;
    }

  *how = PLX_AS_OF_DAY;
  *day = plx_day_parse (as_of);

  return *day != 0;
}

/**
 * plx_cli_today:
 *
 * Returns: the day that it is here
 */
PlxDay
plx_cli_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = g_date_time_format (now, "%F");

  return plx_day_parse (iso);
}

/**
 * plx_cli_each_line:
 * @line_func: called for each line of standard input, without its end, and with its number from
 *   1; says whether to go on
 *
 * Each answer leaves before the next line is read, so that the command can be asked line by line
 * in the middle of a pipe. Where answers can't be written, no more of them are worked out.
 *
 * Returns: whether all of standard input was read, @line_func never said no, and what it printed
 *   was written
 */
gboolean
plx_cli_each_line (gboolean (*line_func) (const char *line,
                                          guint       number))
{
  g_autofree char *line = NULL;
  size_t allocated = 0;
  ssize_t length;
  guint n = 0;

  while ((length = getline (&line, &allocated, stdin)) >= 0)
    {
      g_autofree char *valid = NULL;

      n++;
      while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        line[--length] = '\0';

      /* An answer for every line, whatever the line holds. */
      if (!g_utf8_validate (line, length, NULL))
        {
          g_printerr ("%s: line %u is not valid UTF-8; the bytes that are not were replaced\n",
                      g_get_prgname (), n);
          valid = g_utf8_make_valid (line, length);
        }

      if (!line_func (valid != NULL ? valid : line, n))
        return FALSE;

      if (fflush (stdout) != 0)
        {
          g_printerr ("%s: the answer to line %u could not be written: %s\n", g_get_prgname (), n,
                      g_strerror (errno));
          return FALSE;
        }
    }

  if (ferror (stdin))
    g_printerr ("%s: standard input could not be read: %s\n", g_get_prgname (),
                g_strerror (errno));

  return !ferror (stdin);
}

/**
 * plx_cli_print_json:
 * @builder: a complete value
 *
 * Prints the value on a line of its own.
 */
void
plx_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);
  fwrite (text, 1, length, stdout);
  fputc ('\n', stdout);
}

/**
 * plx_cli_add_error:
 * @builder: an open JSON object
 * @error: why a file could not be read
 *
 * Adds the member `error`: a code for programs, and a message for people.
 */
void
plx_cli_add_error (JsonBuilder  *builder,
                   const GError *error)
{
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  plx_json_add_string (builder, "code", plx_reading_error_to_nick (error));
  plx_json_add_string (builder, "message", error->message);
  json_builder_end_object (builder);
}
