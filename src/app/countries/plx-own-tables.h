/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "bundle/plx-bundle.h"
#include "countries/plx-relation-file.h"

G_BEGIN_DECLS

#define PLX_TYPE_OWN_TABLES (plx_own_tables_get_type ())

/**
 * PlxOwnTables:
 *
 * What the user has said of countries and relations for all stories: names for countries, and
 * relations of their own, kept in files beside the library.
 *
 * There is one in a program. It lives on the main thread.
 *
 * Signal: `changed ()`: a country is called otherwise, or a relation came or went.
 */
G_DECLARE_FINAL_TYPE (PlxOwnTables, plx_own_tables, PLX, OWN_TABLES, GObject)

PlxOwnTables *plx_own_tables_get_default  (void);

gboolean      plx_own_tables_load         (PlxOwnTables     *self,
                                           GFile            *folder,
                                           PlxDay            today,
                                           GError          **error);
gboolean      plx_own_tables_rename       (PlxOwnTables     *self,
                                           const char       *country,
                                           const char       *name,
                                           GError          **error);
gboolean      plx_own_tables_keep         (PlxOwnTables     *self,
                                           PlxRelationFile  *file,
                                           GError          **error);
gboolean      plx_own_tables_remove       (PlxOwnTables     *self,
                                           const char       *id,
                                           GError          **error);
gboolean      plx_own_tables_restore      (PlxOwnTables     *self,
                                           const char       *id,
                                           PlxDay            today,
                                           GError          **error);
GStrv         plx_own_tables_adopt        (PlxOwnTables     *self,
                                           PlxBundle        *bundle,
                                           GError          **error);

G_END_DECLS
