/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle-private.h"

#include "countries/plx-countries.h"

static gboolean
set_damaged (const char  *name,
             GError     **error)
{
  g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_DAMAGED,
               "“%s” in the bundle cannot be read: it is not what it should be.", name);

  return FALSE;
}

static JsonArray *
get_array (JsonNode   *root,
           const char *member)
{
  JsonNode *node = json_object_get_member (json_node_get_object (root), member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * plx_bundle_get_article:
 * @story: `story.json`
 * @place: the place of an article, from 0
 *
 * Returns: (transfer none) (nullable): what is told of where it is from
 */
JsonObject *
plx_bundle_get_article (JsonNode *story,
                        guint     place)
{
  JsonArray *articles = get_array (story, "articles");
  JsonNode *node = articles != NULL && place < json_array_get_length (articles)
                   ? json_array_get_element (articles, place) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gint64
parse_added (JsonObject *article)
{
  const char *added = plx_json_get_string (article, "added");
  g_autoptr (GDateTime) time = added != NULL ? g_date_time_new_from_iso8601 (added, NULL) : NULL;

  return time != NULL ? MAX (g_date_time_to_unix (time), 0) : 0;
}

/* The original by its member, which has been checked: what the story tells of it is not looked
 * at. */
static PlxProvenance *
make_provenance (PlxUnpacked *unpacked,
                 JsonObject  *article)
{
  const char *name = plx_json_get_string (article, "original");
  const PlxMember *member = name != NULL ? g_hash_table_lookup (unpacked->members, name) : NULL;
  JsonNode *is_record = json_object_get_member (article, "is_record");
  PlxProvenance *provenance;

  if (member == NULL)
    return plx_provenance_new (parse_added (article), NULL, 0, FALSE);

  provenance = plx_provenance_new (parse_added (article), member->sha256, member->size,
                                   is_record != NULL && JSON_NODE_HOLDS_VALUE (is_record) &&
                                   json_node_get_boolean (is_record));
  provenance->packed = g_bytes_ref (member->bytes);

  return provenance;
}

static gboolean
add_articles (PlxParcel    *parcel,
              PlxUnpacked  *unpacked,
              JsonNode     *story,
              GError      **error)
{
  JsonArray *articles = get_array (story, "articles");

  if (articles == NULL)
    return set_damaged (PLX_MEMBER_STORY, error);

  for (guint i = 0; i < json_array_get_length (articles); i++)
    {
      JsonObject *article = plx_bundle_get_article (story, i);
      g_autofree char *name = plx_bundle_document_name (i);
      g_autoptr (GBytes) bytes = plx_unpacked_get (unpacked, name);
      g_autoptr (PlxDocument) document = NULL;
      g_autoptr (PlxProvenance) provenance = NULL;

      if (article == NULL)
        return set_damaged (PLX_MEMBER_STORY, error);
      if (!(document = plx_bundle_parse_document (bytes, name, error)))
        return FALSE;

      provenance = make_provenance (unpacked, article);
      plx_document_set_provenance (document, provenance);
      plx_parcel_add (parcel, document, plx_json_get_string (article, "digest"));
    }

  return TRUE;
}

static gboolean
add_said (PlxParcel    *parcel,
          PlxUnpacked  *unpacked,
          GError      **error)
{
  g_autoptr (GBytes) bytes = plx_unpacked_get (unpacked, PLX_MEMBER_SAID);
  g_autoptr (GBytes) plan = plx_unpacked_get (unpacked, PLX_MEMBER_PLAN);
  g_autoptr (JsonNode) root = plx_bundle_parse (bytes, PLX_MEMBER_SAID, error);

  if (root == NULL)
    return FALSE;

  json_object_unref (parcel->said);
  parcel->said = json_object_ref (json_node_get_object (root));

  if (plan != NULL)
    {
      gsize length;
      const char *data = g_bytes_get_data (plan, &length);

      if (!g_utf8_validate (data, length, NULL))
        return set_damaged (PLX_MEMBER_PLAN, error);
      g_hash_table_insert (parcel->states, g_strdup ("sheet"), g_strndup (data, length));
    }

  return TRUE;
}

static PlxParcel *
make_parcel (PlxUnpacked  *unpacked,
             JsonNode     *story,
             GError      **error)
{
  const char *title = plx_json_get_string (json_node_get_object (story), "title");
  const char *filter = plx_json_get_string (json_node_get_object (story), "filter");
  g_autoptr (PlxParcel) parcel = plx_parcel_new (title != NULL ? title : "");
  g_autoptr (PlxFilter) parsed = filter != NULL ? plx_filter_from_string (filter, NULL) : NULL;

  if (parsed == NULL)
    {
      set_damaged (PLX_MEMBER_STORY, error);
      return NULL;
    }

  plx_filter_unref (parcel->filter);
  parcel->filter = plx_filter_ref (parsed);

  if (!add_articles (parcel, unpacked, story, error) || !add_said (parcel, unpacked, error))
    return NULL;

  return g_steal_pointer (&parcel);
}

static gboolean
add_relations (PlxBundle    *self,
               PlxUnpacked  *unpacked,
               JsonNode     *story,
               GError      **error)
{
  JsonArray *relations = get_array (story, "relations");

  for (guint i = 0; relations != NULL && i < json_array_get_length (relations); i++)
    {
      JsonNode *node = json_array_get_element (relations, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *name = object != NULL ? plx_json_get_string (object, "name") : NULL;
      g_autofree char *member = plx_bundle_relation_name (i);
      g_autoptr (GBytes) bytes = plx_unpacked_get (unpacked, member);
      g_autoptr (PlxRelationFile) file = NULL;

      if (name == NULL || bytes == NULL)
        return set_damaged (name == NULL ? PLX_MEMBER_STORY : member, error);

      file = plx_relation_file_new (name, bytes, self->today);
      if (file->relation == NULL)
        return set_damaged (member, error);
      g_ptr_array_add (self->relations, g_steal_pointer (&file));
    }

  return TRUE;
}

static gboolean
add_labels (PlxBundle    *self,
            PlxUnpacked  *unpacked,
            GError      **error)
{
  g_autoptr (GBytes) bytes = plx_unpacked_get (unpacked, PLX_MEMBER_LABELS);
  g_autoptr (JsonNode) root = plx_bundle_parse (bytes, PLX_MEMBER_LABELS, error);
  g_autoptr (GList) codes = NULL;

  if (root == NULL)
    return FALSE;

  codes = json_object_get_members (json_node_get_object (root));
  for (GList *l = codes; l != NULL; l = l->next)
    {
      const char *label = plx_json_get_string (json_node_get_object (root), l->data);

      if (label != NULL && plx_country_lookup (l->data) != NULL)
        g_hash_table_insert (self->labels, g_strdup (l->data), g_strdup (label));
    }

  return TRUE;
}

/**
 * plx_bundle_new_for_unpacked:
 * @unpacked: an unpacked bundle
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the bundle, or `NULL` with @error set
 */
PlxBundle *
plx_bundle_new_for_unpacked (PlxUnpacked  *unpacked,
                             GError      **error)
{
  g_autoptr (GBytes) bytes = plx_unpacked_get (unpacked, PLX_MEMBER_STORY);
  g_autoptr (JsonNode) story = plx_bundle_parse (bytes, PLX_MEMBER_STORY, error);
  g_autoptr (PlxParcel) parcel = NULL;
  g_autoptr (PlxBundle) self = NULL;

  if (story == NULL || !(parcel = make_parcel (unpacked, story, error)))
    return NULL;

  self = plx_bundle_new (parcel, plx_day_parse (plx_json_get_string (json_node_get_object (story),
                                                                     "today")));
  if (!add_relations (self, unpacked, story, error) || !add_labels (self, unpacked, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * plx_bundle_read:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads a bundle. Nothing is written anywhere; one of which a byte was changed is refused.
 *
 * Returns: (transfer full) (nullable): the bundle, the originals with it; or `NULL` on error
 */
PlxBundle *
plx_bundle_read (GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (PlxUnpacked) unpacked = plx_unpacked_new (file, cancellable, error);

  if (unpacked == NULL)
    return NULL;

  if (unpacked->faults->len > 0)
    {
      const PlxBundleFinding *first = unpacked->faults->pdata[0];

      g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_CHANGED,
                   "%s The bundle was not opened.", first->message);
      return NULL;
    }

  return plx_bundle_new_for_unpacked (unpacked, error);
}
