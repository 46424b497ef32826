/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle-private.h"

#include "bundle/plx-json-compare.h"
#include "bundle/plx-versions.h"
#include "countries/plx-own-relations.h"

/* Of what is found otherwise now, so many places are told. */
#define MAX_PLACES 10

/* How much of the work is done when the originals are read again. */
#define READ_SHARE 0.5

typedef struct
{
  PlxBundleCheck        *check;
  PlxUnpacked           *unpacked;
  JsonNode              *story;    /* nullable */
  PlxBundle             *bundle;   /* nullable */
  gboolean               same_versions;
  PlxBundleProgressFunc  progress; /* nullable */
  gpointer               progress_data;
  GCancellable          *cancellable;
} Checking;

void
plx_bundle_check_free (PlxBundleCheck *self)
{
  g_ptr_array_unref (self->findings);
  g_free (self->title);
  g_free (self->fingerprint);
  g_free (self);
}

#define TELL(self, flaw, member, ...) \
  g_ptr_array_add ((self)->check->findings, \
                   plx_bundle_finding_new ((flaw), (member), __VA_ARGS__))

static void
set_progress (Checking *self,
              double    fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, self->progress_data);
}

static JsonNode *
make_versions (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plx_versions_build_json (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/* `tables.countries/relations/icc.csv` is called by what follows the point. */
static void
tell_version (Checking                *self,
              const PlxJsonDifference *difference)
{
  static const char tables[] = "tables.";

  if (g_str_has_prefix (difference->path, tables))
    TELL (self, PLX_BUNDLE_FLAW_VERSION, difference->path + sizeof tables - 1,
          "The table “%s” is not the one with which the bundle was made: it has the SHA-256 %s "
          "there, and %s here.", difference->path + sizeof tables - 1, difference->here,
          difference->there);
  else
    TELL (self, PLX_BUNDLE_FLAW_VERSION, difference->path,
          "The version of “%s” is not the one with which the bundle was made: it was %s, and here "
          "is %s.", difference->path, difference->here, difference->there);
}

static void
check_versions (Checking *self)
{
  g_autoptr (GBytes) bytes = plx_unpacked_get (self->unpacked, PLX_MEMBER_VERSIONS);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) there = plx_bundle_parse (bytes, PLX_MEMBER_VERSIONS, &error);
  g_autoptr (JsonNode) here = make_versions ();
  g_autoptr (GPtrArray) differences = NULL;

  if (there == NULL)
    {
      TELL (self, PLX_BUNDLE_FLAW_MEMBER, PLX_MEMBER_VERSIONS, "%s", error->message);
      return;
    }

  differences = plx_json_compare (there, here, G_MAXUINT);
  for (guint i = 0; i < differences->len; i++)
    tell_version (self, differences->pdata[i]);
  self->same_versions = differences->len == 0;
}

static char *
dup_name (PlxDocument *document,
          guint        place)
{
  const char *title = plx_document_get_title (document);

  return title != NULL ? g_strdup_printf ("article %u (“%s”)", place + 1, title)
                       : g_strdup_printf ("article %u", place + 1);
}

static gboolean
told_to_read_again (JsonObject *article)
{
  JsonNode *node = json_object_get_member (article, "reads_again");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
}

static void
check_article (Checking   *self,
               guint       place,
               GHashTable *known)
{
  PlxDocument *document = self->bundle->parcel->documents->pdata[place];
  JsonObject *article = plx_bundle_get_article (self->story, place);
  g_autofree char *name = dup_name (document, place);
  g_autofree char *member = plx_bundle_document_name (place);
  g_autoptr (GBytes) original = NULL;

  if (document->provenance->sha256 == NULL)
    {
      TELL (self, PLX_BUNDLE_FLAW_NO_ORIGINAL, member, "The original of %s was not kept: its text "
            "as it was read is all there is.", name);
      return;
    }

  self->check->n_originals++;
  if (!told_to_read_again (article))
    {
      TELL (self, PLX_BUNDLE_FLAW_NO_ORIGINAL, member, "The original of %s is there, but cannot be "
            "read again by itself: it was part of something larger, or read in a way that the user "
            "had chosen.", name);
      return;
    }

  original = plx_original_unpack (document->provenance->packed, document->provenance->size, NULL);
  if (original == NULL || !plx_bundle_reads_again (document, original, known, self->cancellable))
    TELL (self, PLX_BUNDLE_FLAW_READING, member, self->same_versions
          ? "The text of %s is not what its original says: one of them was changed."
          : "The text of %s is not what this version reads from its original.", name);
}

static gboolean
check_reading (Checking  *self,
               GError   **error)
{
  const guint n = self->bundle->parcel->documents->len;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      set_progress (self, READ_SHARE * i / n);
      check_article (self, i, known);
    }

  return TRUE;
}

static void
tell_analysis (Checking  *self,
               JsonNode  *there,
               JsonNode  *here)
{
  g_autoptr (GPtrArray) differences = plx_json_compare (there, here, MAX_PLACES + 1);

  for (guint i = 0; i < MIN (differences->len, MAX_PLACES); i++)
    {
      const PlxJsonDifference *difference = differences->pdata[i];

      TELL (self, PLX_BUNDLE_FLAW_ANALYSIS, difference->path, self->same_versions
            ? "The analysis says %s for “%s”, but what is found in the articles is %s."
            : "The analysis says %s for “%s”; this version finds %s.", difference->here,
            difference->path, difference->there);
    }
  if (differences->len > MAX_PLACES)
    TELL (self, PLX_BUNDLE_FLAW_ANALYSIS, PLX_MEMBER_ANALYSIS, "The analysis differs in more "
          "places than that.");
}

/* The tables of the user's own take part in comparing, wherever he is: here, those of the bundle
 * take the place of those that are there. */
static PlxAnalysis *
analyse_with_its_tables (Checking  *self,
                         GError   **error)
{
  g_autoptr (GPtrArray) own = plx_own_relations_list ();
  PlxAnalysis *analysis;

  for (guint i = 0; i < own->len; i++)
    plx_own_relations_drop (((PlxRelationFile *) own->pdata[i])->relation->id);
  for (guint i = 0; i < self->bundle->relations->len; i++)
    plx_own_relations_add (self->bundle->relations->pdata[i]);

  analysis = plx_bundle_analyse (self->bundle, self->cancellable, error);

  for (guint i = 0; i < self->bundle->relations->len; i++)
    plx_own_relations_drop (
      ((PlxRelationFile *) self->bundle->relations->pdata[i])->relation->id);
  for (guint i = 0; i < own->len; i++)
    plx_own_relations_add (own->pdata[i]);

  return analysis;
}

static gboolean
check_analysis (Checking  *self,
                GError   **error)
{
  g_autoptr (GBytes) bytes = plx_unpacked_get (self->unpacked, PLX_MEMBER_ANALYSIS);
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonNode) there = plx_bundle_parse (bytes, PLX_MEMBER_ANALYSIS, &local);
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (GBytes) found = NULL;
  g_autoptr (JsonNode) here = NULL;

  if (there == NULL)
    {
      TELL (self, PLX_BUNDLE_FLAW_MEMBER, PLX_MEMBER_ANALYSIS, "%s", local->message);
      return TRUE;
    }

  if (!(analysis = analyse_with_its_tables (self, error)))
    return FALSE;

  found = plx_bundle_analysis_bytes (analysis);
  if (g_bytes_equal (found, bytes))
    return TRUE;

  here = plx_bundle_parse (found, PLX_MEMBER_ANALYSIS, error);
  if (here == NULL)
    return FALSE;
  tell_analysis (self, there, here);

  return TRUE;
}

static gboolean
check_story (Checking  *self,
             GError   **error)
{
  g_autoptr (GBytes) bytes = plx_unpacked_get (self->unpacked, PLX_MEMBER_STORY);
  g_autoptr (GError) local = NULL;

  self->bundle = plx_bundle_new_for_unpacked (self->unpacked, &local);
  if (self->bundle == NULL)
    {
      TELL (self, PLX_BUNDLE_FLAW_MEMBER, NULL, "%s", local->message);
      return TRUE;
    }

  self->story = plx_bundle_parse (bytes, PLX_MEMBER_STORY, NULL);
  self->check->title = g_strdup (self->bundle->parcel->title);
  self->check->n_articles = self->bundle->parcel->documents->len;

  return check_reading (self, error) && check_analysis (self, error);
}

static void
judge (PlxBundleCheck *check)
{
  check->is_sound = TRUE;
  for (guint i = 0; i < check->findings->len; i++)
    check->is_sound &= ((PlxBundleFinding *) check->findings->pdata[i])->flaw ==
                       PLX_BUNDLE_FLAW_NO_ORIGINAL;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const PlxBundleFinding *x = *(PlxBundleFinding * const *) a;
  const PlxBundleFinding *y = *(PlxBundleFinding * const *) b;

  return (int) x->flaw - (int) y->flaw;
}

static PlxBundleCheck *
check_new (PlxUnpacked *unpacked)
{
  PlxBundleCheck *self = g_new0 (PlxBundleCheck, 1);

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_bundle_finding_free);
  self->fingerprint = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, unpacked->manifest);
  self->n_members = g_hash_table_size (unpacked->members) + 1;

  while (unpacked->faults->len > 0)
    g_ptr_array_add (self->findings, g_ptr_array_steal_index (unpacked->faults, 0));

  return self;
}

/**
 * plx_bundle_check:
 * @file: a file
 * @progress: (nullable): told how far it has come, on the thread that calls this
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Checks a bundle: whether its files are what its manifest says, whether the articles are what
 * their originals say, whether what was found in them is found again, and whether that is done
 * with the same version of the program and its tables.
 *
 * While it runs the user's own relations are set aside for those of the bundle, so nothing else
 * should be compared meanwhile.
 *
 * Returns: (transfer full) (nullable): what came of it; or `NULL` on error, where the file is no
 *   bundle, cannot be read, or was made to do harm
 */
PlxBundleCheck *
plx_bundle_check (GFile                  *file,
                  PlxBundleProgressFunc   progress,
                  gpointer                progress_data,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autoptr (PlxUnpacked) unpacked = plx_unpacked_new (file, cancellable, error);
  g_autoptr (PlxBundleCheck) check = NULL;
  Checking self = { .unpacked = unpacked, .progress = progress, .progress_data = progress_data,
                    .cancellable = cancellable };
  gboolean done;

  if (unpacked == NULL)
    return NULL;

  self.check = check = check_new (unpacked);
  check_versions (&self);
  done = check_story (&self, error);
  g_clear_pointer (&self.bundle, plx_bundle_unref);
  g_clear_pointer (&self.story, json_node_unref);
  if (!done)
    return NULL;

  g_ptr_array_sort (check->findings, compare_findings);
  judge (check);
  set_progress (&self, 1);

  return g_steal_pointer (&check);
}
