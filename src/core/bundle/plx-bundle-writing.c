/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle-private.h"

#include <string.h>

#include "bundle/plx-versions.h"
#include "sheet/forms/plx-zip.h"
#include "sheet/plx-sheet-pages.h"

/* How much of the work is done when the originals were read again, and when all was compared. */
#define READ_SHARE 0.3
#define ANALYSED_SHARE 0.7

static const char readme[] =
  "This is an evidence bundle of Parallax, a program that lays news articles side by side.\n"
  "\n"
  "manifest.json   lists all other files with their SHA-256. Its own SHA-256 stands for the\n"
  "                whole bundle: who has it from you can tell that nothing was changed.\n"
  "story.json      the story, and where each article is from: file, size, SHA-256, when added\n"
  "originals/      the files that the articles were read from, byte for byte\n"
  "documents/      the articles as they were read, with what was cut and what was corrected\n"
  "said.json       what the user has said of names and claims, and notes\n"
  "analysis.json   what was found in the articles\n"
  "versions.json   with which version of the program, of its tables and models\n"
  "relations/      tables of the user's own; labels.json: what the user calls countries\n"
  "plan.json       how the printed sheet was composed, where it was\n"
  "\n"
  "“parallax-cli verify FILE” checks all of it, reads the originals again, compares them again,\n"
  "and says what differs. “parallax-cli library open FILE” opens the story.\n";

typedef struct
{
  PlxBundle             *bundle;
  GPtrArray             *members;  /* PlxMember */
  PlxBundleProgressFunc  progress; /* nullable */
  gpointer               progress_data;
  GOutputStream         *stream;
  GCancellable          *cancellable;
} Writing;

static void
tell (Writing *self,
      double   fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, self->progress_data);
}

static void
add_member (Writing    *self,
            const char *name,
            GBytes     *bytes)
{
  g_ptr_array_add (self->members, plx_member_new (name, bytes));
}

static GBytes *
load_original (Writing        *self,
               PlxProvenance  *provenance,
               GError        **error)
{
  if (provenance->packed != NULL)
    return plx_original_unpack (provenance->packed, provenance->size, error);

  if (self->bundle->library != NULL)
    return plx_library_read_original (self->bundle->library, provenance->sha256, error);

  g_set_error_literal (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_DAMAGED,
                       "The files that the articles were read from are not at hand.");

  return NULL;
}

/* An original goes in once, and is not held: it is loaded again when it is written. */
static void
add_original (Writing     *self,
              PlxDocument *document,
              GHashTable  *seen)
{
  PlxProvenance *provenance = document->provenance;
  PlxMember *member;

  if (!g_hash_table_add (seen, provenance->sha256))
    return;

  member = g_new0 (PlxMember, 1);
  member->name = plx_bundle_original_name (document);
  member->size = provenance->size;
  member->sha256 = g_strdup (provenance->sha256);
  g_ptr_array_add (self->members, member);
}

static GArray *
add_originals (Writing  *self,
               GError  **error)
{
  GPtrArray *documents = self->bundle->parcel->documents;
  g_autoptr (GArray) reads_again = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_size (reads_again, documents->len);
  for (guint i = 0; i < documents->len; i++)
    {
      PlxDocument *document = documents->pdata[i];
      g_autoptr (GBytes) original = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NULL;

      tell (self, READ_SHARE * i / documents->len);
      if (document->provenance == NULL || document->provenance->sha256 == NULL)
        continue;

      if (!(original = load_original (self, document->provenance, error)))
        {
          g_prefix_error (error, "“%s”: ", plx_document_get_title (document));
          return NULL;
        }
      add_original (self, document, seen);
      g_array_index (reads_again, gboolean, i) =
        plx_bundle_reads_again (document, original, known, self->cancellable);
    }

  return g_steal_pointer (&reads_again);
}

static void
add_said (Writing *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) bytes = NULL;

  json_node_set_object (node, self->bundle->parcel->said);
  bytes = plx_bundle_node_bytes (node);
  add_member (self, PLX_MEMBER_SAID, bytes);
}

static void
add_labels (Writing *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (self->bundle->labels),
                                         (GCompareFunc) strcmp);

  json_builder_begin_object (builder);
  for (GList *l = codes; l != NULL; l = l->next)
    {
      json_builder_set_member_name (builder, l->data);
      json_builder_add_string_value (builder,
                                     g_hash_table_lookup (self->bundle->labels, l->data));
    }
  json_builder_end_object (builder);
  bytes = plx_bundle_json_bytes (builder);
  add_member (self, PLX_MEMBER_LABELS, bytes);
}

static void
add_versions (Writing *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GBytes) bytes = NULL;

  json_builder_begin_object (builder);
  plx_versions_build_json (builder);
  json_builder_end_object (builder);
  bytes = plx_bundle_json_bytes (builder);
  add_member (self, PLX_MEMBER_VERSIONS, bytes);
}

static void
add_others (Writing *self)
{
  g_autoptr (GBytes) about = g_bytes_new_static (readme, sizeof readme - 1);
  const char *plan = g_hash_table_lookup (self->bundle->parcel->states, "sheet");

  add_member (self, PLX_MEMBER_README, about);
  add_said (self);
  add_labels (self);
  add_versions (self);
  if (plan != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (plan, strlen (plan));

      add_member (self, PLX_MEMBER_PLAN, bytes);
    }

  for (guint i = 0; i < self->bundle->parcel->documents->len; i++)
    {
      g_autofree char *name = plx_bundle_document_name (i);
      g_autoptr (GBytes) bytes =
        plx_bundle_document_bytes (self->bundle->parcel->documents->pdata[i]);

      add_member (self, name, bytes);
    }

  for (guint i = 0; i < self->bundle->relations->len; i++)
    {
      PlxRelationFile *file = self->bundle->relations->pdata[i];
      g_autofree char *name = plx_bundle_relation_name (i);

      add_member (self, name, file->bytes);
    }
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const PlxMember *x = *(PlxMember * const *) a, *y = *(PlxMember * const *) b;

  return strcmp (x->name, y->name);
}

static GBytes *
make_manifest (Writing *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, PLX_BUNDLE_FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, PLX_BUNDLE_VERSION);
  json_builder_set_member_name (builder, "members");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->members->len; i++)
    {
      const PlxMember *member = self->members->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, member->name);
      json_builder_set_member_name (builder, "bytes");
      json_builder_add_int_value (builder, member->size);
      json_builder_set_member_name (builder, "sha256");
      json_builder_add_string_value (builder, member->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return plx_bundle_json_bytes (builder);
}

static PlxProvenance *
find_provenance (PlxBundle  *bundle,
                 const char *sha256)
{
  for (guint i = 0; i < bundle->parcel->documents->len; i++)
    {
      PlxDocument *document = bundle->parcel->documents->pdata[i];

      if (document->provenance != NULL &&
          g_strcmp0 (document->provenance->sha256, sha256) == 0)
        return document->provenance;
    }

  return NULL;
}

static gboolean
write_members (Writing  *self,
               PlxZip   *zip,
               GError  **error)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const PlxMember *member = self->members->pdata[i];
      g_autoptr (GBytes) bytes = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;

      tell (self, ANALYSED_SHARE + (1 - ANALYSED_SHARE) * i / self->members->len);
      bytes = member->bytes != NULL
              ? g_bytes_ref (member->bytes)
              : load_original (self, find_provenance (self->bundle, member->sha256), error);
      if (bytes == NULL || !plx_zip_add (zip, member->name, bytes, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_archive (Writing  *self,
               GBytes   *manifest,
               GError  **error)
{
  g_autoptr (PlxZip) zip = plx_zip_new (self->stream, self->cancellable, error);

  return zip != NULL && plx_zip_add (zip, PLX_MEMBER_MANIFEST, manifest, TRUE, error) &&
         write_members (self, zip, error) && plx_zip_finish (zip, error);
}

/**
 * plx_bundle_write:
 * @self: a bundle
 * @stream: where to
 * @progress: (nullable): told how far it has come, on the thread that calls this
 * @progress_data: for @progress
 * @fingerprint: (out) (optional) (transfer full): SHA-256 of the manifest
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads the originals again, compares the articles, and writes all of it as a ZIP file, which is
 * the same whenever the same story is written by the same program. It may be called on any thread;
 * originals are in memory one at a time.
 *
 * Returns: whether all was written; where not, what is in @stream is worth nothing
 */
gboolean
plx_bundle_write (PlxBundle              *self,
                  GOutputStream          *stream,
                  PlxBundleProgressFunc   progress,
                  gpointer                progress_data,
                  char                  **fingerprint,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_member_free);
  Writing writing = { self, members, progress, progress_data, stream, cancellable };
  g_autoptr (GArray) reads_again = add_originals (&writing, error);
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (GBytes) story = NULL;
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GBytes) manifest = NULL;

  if (reads_again == NULL)
    return FALSE;

  tell (&writing, READ_SHARE);
  if (!(analysis = plx_bundle_analyse (self, cancellable, error)))
    return FALSE;

  story = plx_bundle_story_bytes (self, reads_again);
  found = plx_bundle_analysis_bytes (analysis);
  add_member (&writing, PLX_MEMBER_STORY, story);
  add_member (&writing, PLX_MEMBER_ANALYSIS, found);
  add_others (&writing);
  g_ptr_array_sort (members, compare_members);
  manifest = make_manifest (&writing);

  if (!write_archive (&writing, manifest, error))
    return FALSE;

  tell (&writing, 1);
  if (fingerprint != NULL)
    *fingerprint = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, manifest);

  return TRUE;
}

/* What a file is filled with. */
typedef struct
{
  PlxBundle              *bundle;
  PlxBundleProgressFunc   progress;
  gpointer                progress_data;
  char                  **fingerprint;
} Filling;

static gboolean
fill (GOutputStream  *stream,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  const Filling *filling = data;

  return plx_bundle_write (filling->bundle, stream, filling->progress, filling->progress_data,
                           filling->fingerprint, cancellable, error);
}

/**
 * plx_bundle_save:
 * @self: a bundle
 * @file: where to
 * @progress: (nullable): told how far it has come, on the thread that calls this
 * @progress_data: for @progress
 * @fingerprint: (out) (optional) (transfer full): SHA-256 of the manifest
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * As plx_bundle_write(). An older file gives way only to a whole new one, and where there was
 * none, none is left unless it is whole.
 *
 * Returns: whether it was written
 */
gboolean
plx_bundle_save (PlxBundle              *self,
                 GFile                  *file,
                 PlxBundleProgressFunc   progress,
                 gpointer                progress_data,
                 char                  **fingerprint,
                 GCancellable           *cancellable,
                 GError                **error)
{
  Filling filling = { self, progress, progress_data, fingerprint };

  return plx_sheet_save_with (file, fill, &filling, cancellable, error);
}
