/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle-private.h"

#include <string.h>

#include "reading/archives/plx-archive.h"

/* Files come from strangers. Nothing of a bundle is ever written to the disk under its own name,
 * and all of it fits into memory: more than this nobody sends. */
#define MAX_MEMBER_BYTES (512 * 1024 * 1024)
#define MAX_BUNDLE_BYTES (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)

/* The record at the end of a ZIP file, without a comment. */
#define ZIP_END_BYTES 22

static gboolean
is_original (const char *name)
{
  return g_str_has_prefix (name, PLX_FOLDER_ORIGINALS);
}

void
plx_unpacked_free (PlxUnpacked *self)
{
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->promised);
  g_clear_pointer (&self->manifest, g_bytes_unref);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

static PlxUnpacked *
unpacked_new (void)
{
  PlxUnpacked *self = g_new0 (PlxUnpacked, 1);

  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) plx_member_free);
  self->promised = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) plx_member_free);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_bundle_finding_free);

  return self;
}

#define FAULT(self, member, ...) \
  g_ptr_array_add ((self)->faults, \
                   plx_bundle_finding_new (PLX_BUNDLE_FLAW_MEMBER, (member), __VA_ARGS__))

static gboolean
set_not_one (const char  *name,
             GError     **error)
{
  g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_NOT_ONE,
               "“%s” is not an evidence bundle of Parallax.", name);

  return FALSE;
}

/* What the archive's reader says, for whoever opens a bundle. */
static void
set_archive_error (const char  *name,
                   GError      *reading,
                   GError     **error)
{
  if (g_error_matches (reading, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE))
    g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_TOO_LARGE,
                 "“%s” grows beyond all measure when it is unpacked. It was not opened.", name);
  else if (g_error_matches (reading, PLX_READING_ERROR, PLX_READING_ERROR_PASSWORD))
    g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_DAMAGED,
                 "“%s” is protected by a password, which no bundle is.", name);
  else if (reading->domain == PLX_READING_ERROR &&
           !g_error_matches (reading, PLX_READING_ERROR, PLX_READING_ERROR_UNREADABLE))
    g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_DAMAGED,
                 "“%s” is damaged: it is broken off, or part of it is wrong.", name);
  else
    g_propagate_error (error, g_error_copy (reading));
}

/* What is read from the archive is checked at once; originals are packed again, since only one at
 * a time is ever needed. */
static void
take_member (PlxUnpacked *self,
             const char  *name,
             GBytes      *bytes)
{
  PlxMember *member;

  if (g_str_equal (name, PLX_MEMBER_MANIFEST) && self->manifest == NULL)
    {
      self->manifest = g_bytes_ref (bytes);
      return;
    }

  if (g_str_equal (name, PLX_MEMBER_MANIFEST) || g_hash_table_contains (self->members, name))
    {
      FAULT (self, name, "There are two files “%s” in the bundle.", name);
      return;
    }

  member = plx_member_new (name, bytes);
  if (is_original (name))
    {
      g_bytes_unref (member->bytes);
      member->bytes = plx_original_pack (bytes);
    }
  g_hash_table_insert (self->members, member->name, member);
}

static gboolean
read_entry (PlxUnpacked            *self,
            PlxArchive             *archive,
            const PlxArchiveEntry  *entry,
            const char             *name,
            gint64                 *total,
            GError                **error)
{
  g_autofree char *member = g_strdup (entry->name);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (entry->is_unsafe)
    {
      g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_UNSAFE,
                   "“%s” has a file in it whose name leads out of it: “%s”. It was not opened.",
                   name, member);
      return FALSE;
    }

  bytes = plx_archive_load (archive, MAX_MEMBER_BYTES, &local);
  if (bytes != NULL && (*total += g_bytes_get_size (bytes)) > MAX_BUNDLE_BYTES)
    {
      g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_TOO_LARGE,
                   "“%s” grows beyond all measure when it is unpacked. It was not opened.", name);
      return FALSE;
    }

  if (bytes != NULL)
    {
      take_member (self, member, bytes);
      return TRUE;
    }

  if (g_error_matches (local, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED) ||
      g_error_matches (local, PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED))
    {
      FAULT (self, member, "“%s” in the bundle is damaged: it cannot be unpacked.", member);
      return TRUE;
    }

  set_archive_error (name, local, error);

  return FALSE;
}

static gboolean
read_entries (PlxUnpacked  *self,
              PlxArchive   *archive,
              const char   *name,
              GError      **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GError) fatal = NULL;
  PlxArchiveEntry entry;
  gint64 total = 0;

  while (plx_archive_next (archive, &entry, &local))
    if (!read_entry (self, archive, &entry, name, &total, &fatal))
      {
        g_propagate_error (error, g_steal_pointer (&fatal));
        return FALSE;
      }

  if (local != NULL && (self->manifest == NULL ||
                        !g_error_matches (local, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED)))
    {
      set_archive_error (name, local, error);
      return FALSE;
    }

  if (local != NULL)
    FAULT (self, NULL, "The bundle breaks off, or part of it is wrong.");
  if (plx_archive_get_n_links (archive) > 0)
    FAULT (self, NULL, "There are links in the bundle, which no bundle has.");

  return TRUE;
}

/* Whether the manifest is one; what it promises is kept. */
static gboolean
take_manifest (PlxUnpacked  *self,
               const char   *name,
               GError      **error)
{
  g_autoptr (JsonNode) root = self->manifest != NULL
                              ? plx_bundle_parse (self->manifest, PLX_MEMBER_MANIFEST, NULL) : NULL;
  JsonObject *manifest = root != NULL ? json_node_get_object (root) : NULL;
  JsonNode *members = manifest != NULL ? json_object_get_member (manifest, "members") : NULL;

  if (manifest == NULL ||
      g_strcmp0 (plx_json_get_string (manifest, "format"), PLX_BUNDLE_FORMAT) != 0)
    return set_not_one (name, error);

  if (plx_json_get_int (manifest, "version") > PLX_BUNDLE_VERSION)
    {
      g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_TOO_NEW,
                   "A later release of Parallax made “%s”; this one cannot read it.", name);
      return FALSE;
    }

  if (members == NULL || !JSON_NODE_HOLDS_ARRAY (members))
    return set_not_one (name, error);

  for (guint i = 0; i < json_array_get_length (json_node_get_array (members)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (members), i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      PlxMember *member;

      if (object == NULL || plx_json_get_string (object, "name") == NULL)
        continue;
      member = g_new0 (PlxMember, 1);
      member->name = g_strdup (plx_json_get_string (object, "name"));
      member->sha256 = g_strdup (plx_json_get_string (object, "sha256"));
      member->size = MAX (plx_json_get_int (object, "bytes"), 0);
      g_hash_table_replace (self->promised, member->name, member);
    }

  return TRUE;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const PlxBundleFinding *x = *(PlxBundleFinding * const *) a;
  const PlxBundleFinding *y = *(PlxBundleFinding * const *) b;

  return g_strcmp0 (x->member, y->member);
}

static void
compare_members (PlxUnpacked *self)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, self->promised);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const PlxMember *promised = value;
      const PlxMember *member = g_hash_table_lookup (self->members, name);

      if (member == NULL)
        FAULT (self, name, "“%s” is missing from the bundle.", (const char *) name);
      else if (member->size != promised->size ||
               g_strcmp0 (member->sha256, promised->sha256) != 0)
        FAULT (self, name, "“%s” was changed after the bundle was made: it is not what the "
               "manifest says.", (const char *) name);
    }

  g_hash_table_iter_init (&iter, self->members);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (!g_hash_table_contains (self->promised, name))
      FAULT (self, name, "“%s” is in the bundle, but not in its manifest.", (const char *) name);

  g_ptr_array_sort (self->faults, compare_findings);
}

static gboolean
is_zip (GInputStream  *stream,
        GCancellable  *cancellable,
        GError       **error)
{
  char magic[4] = { 0 };
  gsize n;

  if (!g_input_stream_read_all (stream, magic, sizeof magic, &n, cancellable, error) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error))
    return FALSE;

  return n == sizeof magic && memcmp (magic, "PK\003\004", sizeof magic) == 0;
}

/* Whether the end of a ZIP file is where it should be. Its reader would make do with what is left
 * of one that breaks off in its table; a bundle is whole or it is none. */
static gboolean
has_end (GInputStream  *stream,
         GCancellable  *cancellable)
{
  const gsize most = ZIP_END_BYTES + G_MAXUINT16;
  g_autofree guint8 *tail = g_malloc (most);
  goffset size;
  gsize n;

  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, cancellable, NULL))
    return FALSE;

  size = g_seekable_tell (G_SEEKABLE (stream));
  if (!g_seekable_seek (G_SEEKABLE (stream), MAX (size - (goffset) most, 0), G_SEEK_SET,
                        cancellable, NULL) ||
      !g_input_stream_read_all (stream, tail, most, &n, cancellable, NULL) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, NULL))
    return FALSE;

  /* A comment may follow; its length stands at the end of the record. */
  for (gsize i = n; i >= ZIP_END_BYTES; i--)
    {
      const guint8 *end = tail + i - ZIP_END_BYTES;

      if (memcmp (end, "PK\005\006", 4) == 0)
        return (gsize) end[20] + ((gsize) end[21] << 8) == n - i;
    }

  return FALSE;
}

static PlxUnpacked *
unpack (const PlxSource  *source,
        GError          **error)
{
  g_autoptr (PlxUnpacked) self = unpacked_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (PlxArchive) archive = NULL;

  if (!is_zip (source->stream, source->cancellable, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        set_not_one (source->name, error);
      return NULL;
    }

  if (!has_end (source->stream, source->cancellable))
    {
      g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_DAMAGED,
                   "“%s” is damaged: it is broken off, or part of it is wrong.", source->name);
      return NULL;
    }

  if (!(archive = plx_archive_open (source, PLX_ARCHIVE_FILES, &local)))
    {
      set_archive_error (source->name, local, error);
      return NULL;
    }

  if (!read_entries (self, archive, source->name, error) ||
      !take_manifest (self, source->name, error))
    return NULL;

  compare_members (self);

  return g_steal_pointer (&self);
}

/**
 * plx_unpacked_new:
 * @file: a bundle
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Unpacks a bundle into memory and holds its files against the manifest. What is wrong with
 * single files is told among the faults.
 *
 * Returns: (transfer full) (nullable): the bundle, or `NULL` with @error set where it is none, or
 *   was made to do harm
 */
PlxUnpacked *
plx_unpacked_new (GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("?");
  g_autoptr (GFileInfo) info = NULL;
  PlxSource source = { .size = -1, .name = name, .cancellable = cancellable };

  if (stream == NULL)
    return NULL;

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable,
                                         NULL);
  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    source.size = g_file_info_get_size (info);
  source.stream = G_INPUT_STREAM (stream);

  return unpack (&source, error);
}

/**
 * plx_unpacked_get:
 * @self: a bundle
 * @name: the name of a file in it
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *
plx_unpacked_get (PlxUnpacked *self,
                  const char  *name)
{
  const PlxMember *member = g_hash_table_lookup (self->members, name);

  if (member == NULL)
    return NULL;

  return is_original (name) ? plx_original_unpack (member->bytes, member->size, NULL)
                            : g_bytes_ref (member->bytes);
}
