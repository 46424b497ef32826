/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bundle/plx-bundle.h"

#include "plx-cli-library.h"

G_BEGIN_DECLS

/**
 * PlxCliSource:
 * @library: (nullable): the library’s file, or `NULL` for the user’s own
 * @story: a story of it, or 0
 * @bundle: (nullable): an evidence bundle
 * @files: (nullable): files that are in no library; one of the three is there
 * @title: (nullable): what to call a story of files
 * @opened: (nullable): the library, while it is needed
 *
 * Where a subcommand takes its story from.
 */
typedef struct
{
  char        *library;
  gint64       story;
  char        *bundle;
  char       **files;
  char        *title;
  PlxLibrary  *opened;
} PlxCliSource;

void       plx_cli_source_clear (PlxCliSource *self);
gboolean   plx_cli_source_check (PlxCliSource *self);
PlxBundle *plx_cli_source_open  (PlxCliSource *self,
                                 PlxCliStatus *status);
gboolean   plx_cli_load_tables  (GError      **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxCliSource, plx_cli_source_clear)

G_END_DECLS
