/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-graph"

#include "config.h"

#include "plx-cli-graph.h"

/* Which articles a word of the command line means, and of which the graph is made. */

/* Whether an article is called so: by its file as it was given, by the name of that, or by what it
 * is called beside others, whatever the case. */
static gboolean
is_called (PlxAnalysis *analysis,
           GPtrArray   *names,
           guint        article,
           const char  *word)
{
  const char *path = g_ptr_array_index (names, article);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *source = plx_document_dup_source (plx_analysis_get_document (analysis,
                                                                                article));
  g_autofree char *folded_source = g_utf8_casefold (source, -1);
  g_autofree char *folded_word = g_utf8_casefold (word, -1);

  return g_str_equal (path, word) || g_str_equal (base, word) ||
         g_str_equal (folded_source, folded_word);
}

/* Puts the articles that @words mean on a side; says what is wrong with a word. */
static gboolean
put_on_side (PlxAnalysis  *analysis,
             GPtrArray    *names,
             char        **words,
             PlxGraphSide  side,
             guint8       *sides)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < names->len; j++)
        {
          if (!is_called (analysis, names, j, words[i]))
            continue;

          found = TRUE;
          if (sides[j] != PLX_GRAPH_SIDE_NONE && sides[j] != side)
            {
              plx_cli_usage ("“%s” is on both sides", words[i]);
              return FALSE;
            }
          sides[j] = side;
        }

      if (!found)
        {
          plx_cli_usage ("no article is called “%s”, by its file or its outlet", words[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * plx_cli_graph_find_sides:
 * @analysis: an analysis
 * @names: (element-type utf8): the files of its articles
 * @here: (nullable): what the articles of the first side are called; ends with `NULL`
 * @there: (nullable): the same of the second; all others where it is `NULL`
 * @sides: (array) (out caller-allocates): gets the [enum@GraphSide] of each article; all zero
 *
 * Parts the articles into the two sides that are compared, and says what is wrong with a word.
 *
 * Returns: whether every word means an article, and none is on both sides
 */
gboolean
plx_cli_graph_find_sides (PlxAnalysis  *analysis,
                          GPtrArray    *names,
                          char        **here,
                          char        **there,
                          guint8       *sides)
{
  const PlxGraphSide rest = there == NULL ? PLX_GRAPH_SIDE_THERE
                                          : here == NULL ? PLX_GRAPH_SIDE_HERE
                                                         : PLX_GRAPH_SIDE_NONE;

  if (!put_on_side (analysis, names, here, PLX_GRAPH_SIDE_HERE, sides) ||
      !put_on_side (analysis, names, there, PLX_GRAPH_SIDE_THERE, sides))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    if (sides[i] == PLX_GRAPH_SIDE_NONE)
      sides[i] = rest;

  return TRUE;
}

/**
 * plx_cli_graph_keep_sources:
 * @analysis: an analysis
 * @names: (element-type utf8): the files of its articles
 * @sources: (nullable): what the articles that are wanted are called; ends with `NULL`
 * @sides: (array) (inout): the [enum@GraphSide] of each article
 *
 * Leaves out the articles that are not wanted, and says what is wrong with a word.
 *
 * Returns: whether every word means an article
 */
gboolean
plx_cli_graph_keep_sources (PlxAnalysis  *analysis,
                            GPtrArray    *names,
                            char        **sources,
                            guint8       *sides)
{
  g_autofree guint8 *wanted = g_new0 (guint8, names->len + 1);

  if (sources == NULL)
    return TRUE;
  if (!put_on_side (analysis, names, sources, PLX_GRAPH_SIDE_HERE, wanted))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    if (wanted[i] == PLX_GRAPH_SIDE_NONE)
      sides[i] = PLX_GRAPH_SIDE_NONE;

  return TRUE;
}
