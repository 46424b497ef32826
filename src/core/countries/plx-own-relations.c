/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-own-relations"

#include "config.h"

#include "countries/plx-own-relations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENDING ".csv"
#define REMOVED "removed"

/* How often a relation of one name can be removed. */
#define MOST_REMOVED 1000

/* How many are in use, for those who only ask whether there are any. */
static int n_current;

/* The relations in use, and those that were once: who has been given one may hold it for ever. */
static GPtrArray *current;
static GPtrArray *retired;
G_LOCK_DEFINE_STATIC (relations);

static void
retire (const char *id)
{
  for (guint i = 0; current != NULL && i < current->len; i++)
    {
      PlxRelationFile *file = g_ptr_array_index (current, i);

      if (!g_str_equal (file->relation->id, id))
        continue;

      if (retired == NULL)
        retired = g_ptr_array_new ();
      g_ptr_array_add (retired, file);
      g_ptr_array_remove_index (current, i);
      g_atomic_int_set (&n_current, current->len);
      return;
    }
}

/**
 * plx_own_relations_add:
 * @file: a relation of the user's own, with at least one good line
 *
 * From now on `plx_relation_lookup ()` knows it, under the id that [struct@RelationFile] gave it.
 * One of the same id gives way to it. May be called from any thread.
 */
void
plx_own_relations_add (PlxRelationFile *file)
{
  g_return_if_fail (file != NULL);
  g_return_if_fail (file->relation != NULL);

  G_LOCK (relations);
  retire (file->relation->id);
  if (current == NULL)
    current = g_ptr_array_new ();
  g_ptr_array_add (current, plx_relation_file_ref (file));
  g_atomic_int_set (&n_current, current->len);
  G_UNLOCK (relations);
}

static gboolean
has_id (PlxRelationFile *file,
        const char      *id)
{
  return g_str_equal (file->relation->id, id);
}

/**
 * plx_own_relations_drop:
 * @id: id of a relation of the user's own
 *
 * Forgets a relation. Pointers to it stay good.
 *
 * Returns: whether there was one
 */
gboolean
plx_own_relations_drop (const char *id)
{
  gboolean known;

  G_LOCK (relations);
  known = current != NULL &&
          g_ptr_array_find_with_equal_func (current, id, (GEqualFunc) has_id, NULL);
  retire (id);
  G_UNLOCK (relations);

  return known;
}

/**
 * plx_own_relations_list:
 *
 * Returns: (transfer full) (element-type PlxRelationFile): the relations of the user's own
 */
GPtrArray *
plx_own_relations_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_relation_file_unref);

  G_LOCK (relations);
  for (guint i = 0; current != NULL && i < current->len; i++)
    g_ptr_array_add (list, plx_relation_file_ref (g_ptr_array_index (current, i)));
  G_UNLOCK (relations);

  return list;
}

/**
 * plx_own_relations_lookup:
 * @id: (nullable): an id
 *
 * Returns: (nullable) (transfer none): the user's relation of that id, good for ever
 */
const PlxRelationInfo *
plx_own_relations_lookup (const char *id)
{
  const PlxRelationInfo *relation = NULL;
  guint index;

  if (id == NULL)
    return NULL;

  G_LOCK (relations);
  if (current != NULL &&
      g_ptr_array_find_with_equal_func (current, id, (GEqualFunc) has_id, &index))
    relation = ((PlxRelationFile *) g_ptr_array_index (current, index))->relation;
  G_UNLOCK (relations);

  return relation;
}

/**
 * plx_own_relations_any:
 *
 * Returns: whether the user has any relations; this costs nothing to ask
 */
gboolean
plx_own_relations_any (void)
{
  return g_atomic_int_get (&n_current) > 0;
}

/**
 * plx_own_relations_dup_digest:
 *
 * Returns: (transfer full): a name for all that the user's relations say, which is another where
 *   any of them is
 */
char *
plx_own_relations_dup_digest (void)
{
  g_autoptr (GPtrArray) list = plx_own_relations_list ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < list->len; i++)
    {
      PlxRelationFile *file = g_ptr_array_index (list, i);
      gsize size;
      const guchar *bytes = g_bytes_get_data (file->bytes, &size);

      g_checksum_update (checksum, (const guchar *) file->relation->id, -1);
      g_checksum_update (checksum, bytes, size);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * plx_own_relations_dup_default_path:
 *
 * Returns: (transfer full) (type filename): the folder in which the user's relations are kept
 */
char *
plx_own_relations_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "parallax", "relations", NULL);
}

static gboolean
load_one (GFile         *folder,
          const char    *name,
          PlxDay         today,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFile) path = g_file_get_child (folder, name);
  g_autoptr (PlxRelationFile) file = plx_relation_file_read (path, today, cancellable, error);

  if (file == NULL)
    return FALSE;

  if (file->relation != NULL)
    plx_own_relations_add (file);

  return TRUE;
}

/**
 * plx_own_relations_load:
 * @folder: where relations are kept; need not be there
 * @today: what day it is
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Reads all relations that were kept. One that can't be read does not keep the others away.
 *
 * Returns: whether all could be read
 */
gboolean
plx_own_relations_load (GFile         *folder,
                        PlxDay         today,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileEnumerator) files = NULL;
  g_autoptr (GError) first = NULL;

  files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                     G_FILE_QUERY_INFO_NONE, cancellable, &local);
  if (files == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  while (files != NULL)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (files, &info, NULL, cancellable, &local) || info == NULL)
        break;

      if (g_str_has_suffix (g_file_info_get_name (info), ENDING))
        load_one (folder, g_file_info_get_name (info), today, cancellable,
                  first == NULL ? &first : NULL);
    }

  if (local == NULL)
    local = g_steal_pointer (&first);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static GFile *
find_removed (GFile      *folder,
              const char *name,
              guint       number)
{
  g_autofree char *path = g_strdup_printf (REMOVED "/%s" ENDING "~%u~", name, number);

  return g_file_resolve_relative_path (folder, path);
}

static PlxRelationFile *
find_current (const char *id)
{
  g_autoptr (GPtrArray) own = plx_own_relations_list ();

  for (guint i = 0; i < own->len; i++)
    {
      PlxRelationFile *file = g_ptr_array_index (own, i);

      if (g_str_equal (file->relation->id, id))
        return plx_relation_file_ref (file);
    }

  return NULL;
}

static gboolean
make_folder (GFile         *folder,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GError) local = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &local) ||
      g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_prefixed_error (error, g_steal_pointer (&local),
                              _("Making the folder for tables of countries: "));

  return FALSE;
}

/* Nothing that the user brought is deleted: it is moved aside, under a number. */
static gboolean
put_aside (GFile         *folder,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFile) aside = g_file_get_child (folder, REMOVED);
  g_autofree char *base = g_strconcat (name, ENDING, NULL);
  g_autoptr (GFile) file = g_file_get_child (folder, base);

  if (!g_file_query_exists (file, cancellable))
    return TRUE;

  if (!make_folder (aside, cancellable, error))
    return FALSE;

  for (guint i = 1; i <= MOST_REMOVED; i++)
    {
      g_autoptr (GFile) place = find_removed (folder, name, i);
      g_autoptr (GError) local = NULL;

      if (g_file_move (file, place, G_FILE_COPY_NONE, cancellable, NULL, NULL, &local))
        return TRUE;

      if (!g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS) || i == MOST_REMOVED)
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local),
                                      _("Removing a table of countries: "));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * plx_own_relations_keep:
 * @folder: where relations are kept; is made where it is not there
 * @file: a relation of the user's own, with at least one good line
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Writes the file into the folder, byte for byte, lines with errors too, and adds it as
 * `plx_own_relations_add ()` does. One of the same id is put aside.
 *
 * Returns: whether it is kept
 */
gboolean
plx_own_relations_keep (GFile            *folder,
                        PlxRelationFile  *file,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autoptr (PlxRelationFile) before = NULL;
  g_autofree char *base = NULL;
  g_autoptr (GFile) path = NULL;
  gsize length;
  const char *data;

  g_return_val_if_fail (file->relation != NULL, FALSE);

  before = find_current (file->relation->id);
  if (!make_folder (folder, cancellable, error) ||
      (before != NULL && !put_aside (folder, before->name, cancellable, error)) ||
      !put_aside (folder, file->name, cancellable, error))
    return FALSE;

  base = g_strconcat (file->name, ENDING, NULL);
  path = g_file_get_child (folder, base);
  data = g_bytes_get_data (file->bytes, &length);
  if (!g_file_replace_contents (path, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                cancellable, error))
    {
      g_prefix_error_literal (error, _("Keeping a table of countries: "));
      return FALSE;
    }

  plx_own_relations_add (file);

  return TRUE;
}

/**
 * plx_own_relations_remove:
 * @folder: where relations are kept
 * @id: id of one of them
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Removes a relation. Its file is put aside and can be had back by `plx_own_relations_restore ()`.
 *
 * Returns: whether it is gone
 */
gboolean
plx_own_relations_remove (GFile         *folder,
                          const char    *id,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (PlxRelationFile) file = find_current (id);

  if (file == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There is no table “%s” to remove."), id);
      return FALSE;
    }

  if (!put_aside (folder, file->name, cancellable, error))
    return FALSE;

  plx_own_relations_drop (id);

  return TRUE;
}

/* The number in "NAME.csv~NUMBER~", or 0; `name` is set to the name. */
static guint
parse_removed (const char  *base,
               char       **name)
{
  const char *mark = strstr (base, ENDING "~");

  if (mark == NULL)
    return 0;

  *name = g_strndup (base, mark - base);

  return g_ascii_strtoull (mark + strlen (ENDING "~"), NULL, 10);
}

static GFile *
find_last_removed (GFile         *folder,
                   const char    *id,
                   char         **name,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GFile) aside = g_file_get_child (folder, REMOVED);
  g_autoptr (GFileEnumerator) files = NULL;
  guint last = 0;
  GFileInfo *info;

  files = g_file_enumerate_children (aside, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                     G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (files == NULL)
    return NULL;

  while (g_file_enumerator_iterate (files, &info, NULL, cancellable, error) && info != NULL)
    {
      g_autofree char *candidate = NULL;
      guint number = parse_removed (g_file_info_get_name (info), &candidate);
      g_autofree char *of_candidate = candidate != NULL ? plx_relation_file_make_id (candidate)
                                                        : NULL;

      if (number <= last || g_strcmp0 (of_candidate, id) != 0)
        continue;

      last = number;
      g_set_str (name, candidate);
    }

  return last > 0 ? find_removed (folder, *name, last) : NULL;
}

/**
 * plx_own_relations_restore:
 * @folder: where relations are kept
 * @id: id of one that was removed
 * @today: what day it is
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Brings back the relation that was removed last under that id.
 *
 * Returns: whether it is back
 */
gboolean
plx_own_relations_restore (GFile         *folder,
                           const char    *id,
                           PlxDay         today,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autofree char *name = NULL;
  g_autofree char *base = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (GFile) aside = find_last_removed (folder, id, &name, cancellable, &local);
  g_autoptr (GFile) path = NULL;

  if (aside == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("No table “%s” has been removed."), id);
      return FALSE;
    }

  base = g_strconcat (name, ENDING, NULL);
  path = g_file_get_child (folder, base);
  if (!g_file_move (aside, path, G_FILE_COPY_NONE, cancellable, NULL, NULL, error))
    {
      g_prefix_error_literal (error, _("Bringing back a table of countries: "));
      return FALSE;
    }

  return load_one (folder, base, today, cancellable, error);
}
