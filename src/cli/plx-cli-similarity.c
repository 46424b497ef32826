/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-similarity"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "comparing/plx-comparing.h"

#include "plx-cli.h"

static gboolean
print_similarity (const char *line,
                  guint       number)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *first = NULL;
  char written[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean same = FALSE;
  double score;

  if (tab == NULL)
    {
      plx_cli_usage ("line %u has no tab between two sentences", number);
      return FALSE;
    }

  first = g_strndup (line, tab - line);
  score = plx_comparing_similarity (first, tab + 1, &same);
  printf ("%s\t%d\n", g_ascii_formatd (written, sizeof written, "%.4f", score), same);

  return TRUE;
}

/**
 * plx_cli_similarity:
 *
 * `similarity`: two sentences a line with a tab between them on standard input; for each a
 * score, a tab, and `1` where they report the same.
 */
PlxCliStatus
plx_cli_similarity (int    argc,
                    char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };

  if (!plx_cli_parse (entries, NULL, "Says of two sentences a line, a tab between them, how likely "
                      "they report the same.", argc, argv))
    return PLX_CLI_USAGE;

  return plx_cli_each_line (print_similarity) ? PLX_CLI_OK : PLX_CLI_FAILED;
}
