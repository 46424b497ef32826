/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle.h"

#include "bundle/plx-bundle-private.h"
#include "comparing/plx-comparing.h"
#include "countries/plx-countries.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-own-relations.h"
#include "reading/plx-reading.h"

G_DEFINE_QUARK (plx-bundle-error-quark, plx_bundle_error)

G_DEFINE_BOXED_TYPE (PlxBundle, plx_bundle, plx_bundle_ref, plx_bundle_unref)

/**
 * plx_bundle_new:
 * @parcel: a story
 * @today: what day it is, or was when the bundle was made
 *
 * Returns: (transfer full): a bundle without tables of the user's own
 */
PlxBundle *
plx_bundle_new (PlxParcel *parcel,
                PlxDay     today)
{
  PlxBundle *self = g_atomic_rc_box_new0 (PlxBundle);

  self->parcel = plx_parcel_ref (parcel);
  self->relations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_relation_file_unref);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->today = today;

  return self;
}

PlxBundle *
plx_bundle_ref (PlxBundle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
bundle_clear (gpointer data)
{
  PlxBundle *self = data;

  plx_parcel_unref (self->parcel);
  g_ptr_array_unref (self->relations);
  g_hash_table_unref (self->labels);
  g_clear_object (&self->library);
}

void
plx_bundle_unref (PlxBundle *self)
{
  g_atomic_rc_box_release_full (self, bundle_clear);
}

/**
 * plx_bundle_take_tables:
 * @self: a bundle that nobody else holds
 *
 * Takes the user's own relations and names of countries in, as they are now.
 */
void
plx_bundle_take_tables (PlxBundle *self)
{
  g_autoptr (GPtrArray) relations = plx_own_relations_list ();
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (guint i = 0; i < relations->len; i++)
    {
      PlxRelationFile *file = relations->pdata[i];

      if (file->bytes != NULL)
        g_ptr_array_add (self->relations, plx_relation_file_ref (file));
    }

  for (gsize i = 0; i < n; i++)
    {
      const char *label = plx_country_get_label (countries[i].iso3);

      if (g_strcmp0 (label, countries[i].name) != 0)
        g_hash_table_insert (self->labels, g_strdup (countries[i].iso3), g_strdup (label));
    }
}

static PlxRelationFile *
find_relation (GPtrArray  *relations,
               const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    if (g_str_equal (((PlxRelationFile *) relations->pdata[i])->relation->id, id))
      return relations->pdata[i];

  return NULL;
}

static gboolean
adopt_labels (PlxBundle     *self,
              GFile         *labels,
              GCancellable  *cancellable,
              GError       **error)
{
  gboolean changed = FALSE;
  GHashTableIter iter;
  gpointer code, label;

  g_hash_table_iter_init (&iter, self->labels);
  while (g_hash_table_iter_next (&iter, &code, &label))
    {
      const PlxCountryInfo *country = plx_country_lookup (code);

      /* What the user calls a country himself stays. */
      if (country == NULL || g_strcmp0 (plx_country_get_label (code), country->name) != 0)
        continue;
      plx_country_set_label (code, label);
      changed = TRUE;
    }

  return !changed || labels == NULL || plx_country_labels_save (labels, cancellable, error);
}

/**
 * plx_bundle_adopt_tables:
 * @self: a bundle
 * @relations: (nullable): the folder in which the user's own relations are kept; `NULL` to know
 *   them only as long as the program runs
 * @labels: (nullable): the file in which the user's names of countries are kept
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Takes the relations and names of countries of a bundle over, as far as the user has none of that
 * name himself: nothing of his is replaced.
 *
 * Returns: (transfer full) (nullable): the names of relations that the user has already, and that
 *   say something else there than in the bundle; `NULL` on error
 */
GStrv
plx_bundle_adopt_tables (PlxBundle     *self,
                         GFile         *relations,
                         GFile         *labels,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GPtrArray) own = plx_own_relations_list ();
  g_autoptr (GStrvBuilder) clashes = g_strv_builder_new ();

  for (guint i = 0; i < self->relations->len; i++)
    {
      PlxRelationFile *file = self->relations->pdata[i];
      PlxRelationFile *known = find_relation (own, file->relation->id);

      if (known != NULL && (known->bytes == NULL || !g_bytes_equal (known->bytes, file->bytes)))
        g_strv_builder_add (clashes, file->name);
      if (known != NULL)
        continue;

      if (relations == NULL)
        plx_own_relations_add (file);
      else if (!plx_own_relations_keep (relations, file, cancellable, error))
        return NULL;
    }

  if (!adopt_labels (self, labels, cancellable, error))
    return NULL;

  return g_strv_builder_end (clashes);
}

static PlxDay
get_asked_day (PlxBundle *self)
{
  PlxFilter *filter = self->parcel->filter;

  if (filter->as_of == PLX_AS_OF_TODAY)
    return self->today;

  return filter->as_of == PLX_AS_OF_DAY ? filter->day : 0;
}

/**
 * plx_bundle_analyse:
 * @self: a bundle
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Finds what is in the articles, with all that the user has said of them. The relations that are
 * registered are used; see [func@own_relations_add].
 *
 * Returns: (transfer full) (nullable): what was found, or `NULL` on error
 */
PlxAnalysis *
plx_bundle_analyse (PlxBundle     *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const guint n = self->parcel->documents->len;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) named = plx_bundle_list_namings (self->parcel);
  g_autoptr (GPtrArray) said = plx_bundle_list_corrections (self->parcel);
  g_autoptr (PlxNamings) namings = NULL;
  g_autoptr (PlxCorrections) corrections = NULL;

  for (gint64 i = 1; i <= n; i++)
    g_array_append_val (places, i);

  namings = plx_namings_new (named, (const gint64 *) places->data, n, 1);
  corrections = plx_corrections_new (said, (const gint64 *) places->data, n, 1);

  return plx_comparing_analyse (self->parcel->documents, namings, corrections,
                                self->parcel->filter->as_of, get_asked_day (self), cancellable,
                                error);
}

/* The texts of all articles in an original, which is read once however many articles it has. */
static GHashTable *
read_texts (PlxDocument   *document,
            GBytes        *original,
            GCancellable  *cancellable)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();

  plx_reading_batch_read_bytes (batch, original,
                                document->source != NULL ? document->source : "original", NULL,
                                NULL, cancellable);
  for (guint i = 0; i < batch->documents->len; i++)
    g_hash_table_add (texts, g_strdup (((PlxDocument *) batch->documents->pdata[i])->text->str));

  return texts;
}

/**
 * plx_bundle_reads_again:
 * @document: an article
 * @original: what it was read from
 * @known: (element-type utf8 GHashTable): what was read already, by SHA-256
 * @cancellable: (nullable): stops it
 *
 * Reads an original once more. What of the text is kept, and what the fields say, the user may have
 * changed, and what else was read at the time; the text itself nobody changes.
 *
 * Returns: whether an article in it has this text
 */
gboolean
plx_bundle_reads_again (PlxDocument   *document,
                        GBytes        *original,
                        GHashTable    *known,
                        GCancellable  *cancellable)
{
  GHashTable *texts = g_hash_table_lookup (known, document->provenance->sha256);

  if (texts == NULL)
    {
      texts = read_texts (document, original, cancellable);
      g_hash_table_insert (known, g_strdup (document->provenance->sha256), texts);
    }

  return g_hash_table_contains (texts, document->text->str);
}

PlxMember *
plx_member_new (const char *name,
                GBytes     *bytes)
{
  PlxMember *self = g_new0 (PlxMember, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->size = g_bytes_get_size (bytes);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return self;
}

void
plx_member_free (PlxMember *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);
  g_free (self);
}

PlxBundleFinding *
plx_bundle_finding_new (PlxBundleFlaw  flaw,
                        const char    *member,
                        const char    *format,
                        ...)
{
  PlxBundleFinding *self = g_new0 (PlxBundleFinding, 1);
  va_list args;

  self->flaw = flaw;
  self->member = g_strdup (member);
  va_start (args, format);
  self->message = g_strdup_vprintf (format, args);
  va_end (args);

  return self;
}

void
plx_bundle_finding_free (PlxBundleFinding *self)
{
  g_free (self->member);
  g_free (self->message);
  g_free (self);
}
