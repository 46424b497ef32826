/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_SEARCH_PROVIDER (plx_search_provider_get_type ())

G_DECLARE_FINAL_TYPE (PlxSearchProvider, plx_search_provider, PLX, SEARCH_PROVIDER, GObject)

/**
 * PlxSearchProviderLibraryFunc:
 * @user_data: as given to plx_search_provider_new()
 *
 * Returns: (transfer none) (nullable): the library to search in, opened when it was not yet;
 *   `NULL` where it cannot be opened
 */
typedef PlxLibrary *(*PlxSearchProviderLibraryFunc) (gpointer user_data);

PlxSearchProvider *plx_search_provider_new      (PlxSearchProviderLibraryFunc   get_library,
                                                 gpointer                       user_data);

gboolean           plx_search_provider_export   (PlxSearchProvider             *self,
                                                 GDBusConnection               *connection,
                                                 const char                    *path,
                                                 GError                       **error);
void               plx_search_provider_unexport (PlxSearchProvider             *self);

G_END_DECLS
