/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "model/plx-analysis.h"
#include "model/plx-filter.h"
#include "model/plx-json.h"
#include "reading/plx-reading.h"

G_BEGIN_DECLS

/* What the program ends with. */
typedef enum
{
  PLX_CLI_OK = 0,
  PLX_CLI_FAILED = 1, /* something of what was asked could not be done */
  PLX_CLI_USAGE = 2,  /* the words of the command are off */
} PlxCliStatus;

/* One file a subcommand; argv[0] is its name. */
PlxCliStatus plx_cli_bundle     (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_compare    (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_countries  (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_graph      (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_library    (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_names      (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_read       (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_sheet      (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_similarity (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_stories    (int    argc,
                                 char **argv);
PlxCliStatus plx_cli_verify     (int    argc,
                                 char **argv);

gboolean      plx_cli_parse          (const GOptionEntry  *entries,
                                      const char          *parameters,
                                      const char          *summary,
                                      int                  argc,
                                      char               **argv);
gboolean      plx_cli_parse_files    (char               **files);
PlxCliStatus  plx_cli_usage          (const char          *format,
                                      ...) G_GNUC_PRINTF (1, 2);
void          plx_cli_complain       (const GError        *error);
gboolean      plx_cli_check_language (void);

/**
 * PlxCliTaker:
 * @name: the path of the file, as the user would write it
 * @document: (nullable): an article in it, or
 * @failure: (nullable): what can't be read
 *
 * Gets what is in files, one after another, while they are read.
 */
typedef void (*PlxCliTaker) (const char              *name,
                             PlxDocument             *document,
                             const PlxReadingFailure *failure,
                             gpointer                 user_data);

void          plx_cli_read_each      (char                   **paths,
                                      const PlxReadingOptions *options,
                                      PlxCliTaker          taker,
                                      gpointer             user_data);
GPtrArray    *plx_cli_read_paths     (char               **paths,
                                      GPtrArray           *names,
                                      JsonBuilder         *errors,
                                      PlxCliStatus        *status);
GPtrArray    *plx_cli_read_originals (char               **paths,
                                      GPtrArray           *names,
                                      PlxCliStatus        *status);
char        **plx_cli_list_sample    (GError             **error);

gboolean      plx_cli_parse_as_of    (const char          *as_of,
                                      PlxAsOf             *how,
                                      PlxDay              *day);
PlxDay        plx_cli_today          (void);

gboolean      plx_cli_each_line      (gboolean           (*line_func) (const char *line,
                                                                       guint       number));

void          plx_cli_print_comparison (JsonBuilder       *builder,
                                        PlxAnalysis       *analysis,
                                        GPtrArray         *names,
                                        GPtrArray         *notes,
                                        const char        *relation,
                                        gboolean           json);
void          plx_cli_print_json     (JsonBuilder         *builder);
void          plx_cli_add_error      (JsonBuilder         *builder,
                                      const GError        *error);
char         *plx_cli_display_path   (const char          *path);

G_END_DECLS
