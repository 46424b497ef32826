/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli"

#include "config.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "plx-cli.h"

typedef struct
{
  const char     *name;
  PlxCliStatus  (*run) (int    argc,
                        char **argv);
  const char     *summary;
} Subcommand;

static const Subcommand subcommands[] = {
  { "read", plx_cli_read, "read files into clean articles" },
  { "names", plx_cli_names, "find names in passages, one a line" },
  { "similarity", plx_cli_similarity, "say whether two sentences report the same" },
  { "stories", plx_cli_stories, "group articles by the event that they are about" },
  { "compare", plx_cli_compare, "show where articles agree and where they differ" },
  { "graph", plx_cli_graph, "show who appears with whom" },
  { "countries", plx_cli_countries, "show how the countries involved stand in a relation" },
  { "sheet", plx_cli_sheet, "write the comparison as pages, in PDF" },
  { "bundle", plx_cli_bundle, "put a story and its originals into a file that others can check" },
  { "verify", plx_cli_verify, "check such a file: read and compare all in it again" },
  { "library", plx_cli_library, "keep stories, search them, undo what was done" },
};

static void
print_help (FILE *stream)
{
  fputs ("Usage: parallax-cli SUBCOMMAND [OPTION…] [FILE…]\n\n", stream);
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    fprintf (stream, "  %-12s%s\n", subcommands[i].name, subcommands[i].summary);
  fputs ("\n“parallax-cli SUBCOMMAND --help” tells more; so does “man parallax-cli”.\n", stream);
}

int
main (int    argc,
      char **argv)
{
  int status = -1;

  setlocale (LC_ALL, "");
  g_set_prgname ("parallax-cli");

  if (argc < 2)
    {
      print_help (stderr);
      return PLX_CLI_USAGE;
    }

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") ||
      g_str_equal (argv[1], "help"))
    {
      print_help (stdout);
      return PLX_CLI_OK;
    }

  if (g_str_equal (argv[1], "--version"))
    {
      puts ("parallax-cli " PACKAGE_VERSION);
      return PLX_CLI_OK;
    }

  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (g_str_equal (argv[1], subcommands[i].name))
      status = subcommands[i].run (argc - 1, argv + 1);

  if (status < 0)
    {
      g_printerr ("parallax-cli: there is no subcommand “%s”\n", argv[1]);
      print_help (stderr);
      return PLX_CLI_USAGE;
    }

  /* A full disk must not pass for success, and it may have filled up long before the end: then
   * the last flush has nothing left to fail with. */
  errno = 0;
  if ((fflush (stdout) != 0 || ferror (stdout)) && status == PLX_CLI_OK)
    {
      g_printerr ("parallax-cli: the answer could not be written: %s\n",
                  g_strerror (errno != 0 ? errno : EIO));
      status = PLX_CLI_FAILED;
    }

  return status;
}
