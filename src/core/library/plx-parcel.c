/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-parcel"

#include "config.h"

#include "library/plx-parcel.h"

G_DEFINE_BOXED_TYPE (PlxParcel, plx_parcel, plx_parcel_ref, plx_parcel_unref)

/**
 * plx_parcel_new:
 * @title: what the story is called
 *
 * Returns: (transfer full): a story without anything in it
 */
PlxParcel *
plx_parcel_new (const char *title)
{
  PlxParcel *self = g_atomic_rc_box_new0 (PlxParcel);

  self->title = g_strdup (title);
  self->filter = plx_filter_new ();
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  self->digests = g_ptr_array_new_with_free_func (g_free);
  self->said = json_object_new ();
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

PlxParcel *
plx_parcel_ref (PlxParcel *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
parcel_clear (gpointer data)
{
  PlxParcel *self = data;

  g_free (self->title);
  plx_filter_unref (self->filter);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->digests);
  json_object_unref (self->said);
  g_hash_table_unref (self->states);
}

void
plx_parcel_unref (PlxParcel *self)
{
  g_atomic_rc_box_release_full (self, parcel_clear);
}

/**
 * plx_parcel_add:
 * @self: a parcel that nobody else holds
 * @document: an article
 * @digest: (nullable): the digest of the document as it first came in; `NULL` where this is it
 *
 * Adds an article at the end of the story.
 */
void
plx_parcel_add (PlxParcel   *self,
                PlxDocument *document,
                const char  *digest)
{
  g_ptr_array_add (self->documents, plx_document_ref (document));
  g_ptr_array_add (self->digests, digest != NULL ? g_strdup (digest)
                                                 : plx_document_dup_digest (document));
}

/**
 * plx_parcel_get_said:
 * @self: a parcel
 * @kind: `naming`, `correction`, `note` or `placement`
 *
 * Returns: (transfer none) (nullable): what the user has said of that kind
 */
JsonArray *
plx_parcel_get_said (PlxParcel  *self,
                     const char *kind)
{
  JsonNode *node = json_object_get_member (self->said, kind);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}
