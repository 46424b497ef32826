/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "library/plx-library.h"
#include "reading/plx-reading.h"

G_BEGIN_DECLS

#define PLX_TYPE_IMPORTER (plx_importer_get_type ())

/**
 * PlxImportOutcome:
 * @story: (nullable): the story in which the articles are now
 * @n_added: how many articles are new in it
 * @n_restored: how many of the articles came out of the trash for it
 * @known: whether the story had them all before, so that nothing was changed
 * @batch: (nullable): what was read, and what could not be
 * @error: (nullable): why nothing was added, where the library or the user refused
 *
 * How an import went.
 */
typedef struct
{
  PlxStory        *story;
  guint            n_added;
  guint            n_restored;
  gboolean         known;
  PlxReadingBatch *batch;
  GError          *error;
} PlxImportOutcome;

G_DECLARE_FINAL_TYPE (PlxImporter, plx_importer, PLX, IMPORTER, GObject)

PlxImporter *plx_importer_new         (PlxLibrary   *library);

gboolean     plx_importer_is_busy     (PlxImporter  *self);
gboolean     plx_importer_is_slow     (PlxImporter  *self);
void         plx_importer_cancel      (PlxImporter  *self);
void         plx_importer_answer_columns (PlxImporter *self,
                                          GPtrArray   *columns);
void         plx_importer_add_files   (PlxImporter  *self,
                                       GPtrArray    *files,
                                       PlxStory     *story,
                                       const char   *title);
void         plx_importer_add_bytes   (PlxImporter  *self,
                                       GBytes       *bytes,
                                       const char   *address,
                                       PlxStory     *story);

G_END_DECLS
