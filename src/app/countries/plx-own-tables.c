/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-own-tables"

#include "config.h"

#include "countries/plx-own-tables.h"

#include "countries/plx-country-labels.h"
#include "countries/plx-own-relations.h"

struct _PlxOwnTables
{
  GObject  parent_instance;

  GFile   *relations; /* nullable until it is loaded: the folder of the user's own */
  GFile   *names;     /* nullable until it is loaded: the file of what countries are called */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxOwnTables, plx_own_tables, G_TYPE_OBJECT)

static void
plx_own_tables_finalize (GObject *object)
{
  PlxOwnTables *self = PLX_OWN_TABLES (object);

  g_clear_object (&self->relations);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (plx_own_tables_parent_class)->finalize (object);
}

static void
plx_own_tables_class_init (PlxOwnTablesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_own_tables_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_own_tables_init (PlxOwnTables *self)
{
}

/**
 * plx_own_tables_get_default:
 *
 * Returns: (transfer none): the one that there is; what is changed is not kept before it is loaded
 */
PlxOwnTables *
plx_own_tables_get_default (void)
{
  static PlxOwnTables *tables;

  if (tables == NULL)
    {
      tables = g_object_new (PLX_TYPE_OWN_TABLES, NULL);
      g_object_add_weak_pointer (G_OBJECT (tables), (gpointer *) &tables);
    }

  return tables;
}

/**
 * plx_own_tables_load:
 * @self: the tables
 * @folder: where they are kept; need not be there
 * @today: what day it is
 * @error: return location for an error of the `G_IO_ERROR` or `G_KEY_FILE_ERROR` domain
 *
 * Reads what was kept, and keeps there what is changed from now on. What cannot be read does not
 * keep the rest away.
 *
 * Returns: whether all could be read
 */
gboolean
plx_own_tables_load (PlxOwnTables  *self,
                     GFile         *folder,
                     PlxDay         today,
                     GError       **error)
{
  gboolean loaded;

  g_return_val_if_fail (PLX_IS_OWN_TABLES (self), FALSE);

  g_clear_object (&self->relations);
  g_clear_object (&self->names);
  self->relations = g_file_get_child (folder, "relations");
  self->names = g_file_get_child (folder, "countries.ini");

  loaded = plx_country_labels_load (self->names, NULL, error);
  loaded = plx_own_relations_load (self->relations, today, NULL, loaded ? error : NULL) && loaded;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return loaded;
}

/**
 * plx_own_tables_rename:
 * @self: the tables
 * @country: code of a country
 * @name: (nullable): what to call it; `NULL` or an empty name for what we call it
 * @error: return location for an error of the `G_IO_ERROR` or `G_FILE_ERROR` domain
 *
 * Returns: whether the name could be kept; it is called so until the end in any case
 */
gboolean
plx_own_tables_rename (PlxOwnTables  *self,
                       const char    *country,
                       const char    *name,
                       GError       **error)
{
  gboolean kept;

  g_return_val_if_fail (PLX_IS_OWN_TABLES (self), FALSE);

  plx_country_set_label (country, name);
  kept = self->names == NULL || plx_country_labels_save (self->names, NULL, error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return kept;
}

/**
 * plx_own_tables_keep:
 * @self: the tables
 * @file: a relation of the user's own, with at least one good line
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Adds a relation. One of the same id gives way to it and is put aside.
 *
 * Returns: whether it is kept
 */
gboolean
plx_own_tables_keep (PlxOwnTables     *self,
                     PlxRelationFile  *file,
                     GError          **error)
{
  g_return_val_if_fail (PLX_IS_OWN_TABLES (self), FALSE);
  g_return_val_if_fail (file->relation != NULL, FALSE);

  if (self->relations == NULL)
    plx_own_relations_add (file);
  else if (!plx_own_relations_keep (self->relations, file, NULL, error))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
}

/**
 * plx_own_tables_remove:
 * @self: the tables
 * @id: id of a relation of the user's own
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Removes a relation; `plx_own_tables_restore ()` brings it back.
 *
 * Returns: whether it is gone
 */
gboolean
plx_own_tables_remove (PlxOwnTables  *self,
                       const char    *id,
                       GError       **error)
{
  g_return_val_if_fail (PLX_IS_OWN_TABLES (self), FALSE);

  if (self->relations == NULL)
    plx_own_relations_drop (id);
  else if (!plx_own_relations_remove (self->relations, id, NULL, error))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
}

/**
 * plx_own_tables_restore:
 * @self: the tables
 * @id: id of a relation that was removed
 * @today: what day it is
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Returns: whether it is back
 */
gboolean
plx_own_tables_restore (PlxOwnTables  *self,
                        const char    *id,
                        PlxDay         today,
                        GError       **error)
{
  g_return_val_if_fail (PLX_IS_OWN_TABLES (self), FALSE);

  if (self->relations == NULL ||
      !plx_own_relations_restore (self->relations, id, today, NULL, error))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
}

/**
 * plx_own_tables_adopt:
 * @self: the tables
 * @bundle: a bundle of somebody else's
 * @error: return location for an error of the `G_IO_ERROR` or `G_FILE_ERROR` domain
 *
 * Takes over what somebody else calls countries, and his relations. What the user has himself
 * stays as it is.
 *
 * Returns: (transfer full) (nullable): the names of relations that the user has already, and that
 *   say something else there; `NULL` on error
 */
GStrv
plx_own_tables_adopt (PlxOwnTables  *self,
                      PlxBundle     *bundle,
                      GError       **error)
{
  GStrv clashes;

  g_return_val_if_fail (PLX_IS_OWN_TABLES (self), NULL);

  clashes = plx_bundle_adopt_tables (bundle, self->relations, self->names, NULL, error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return clashes;
}
