/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle-private.h"

#include <math.h>

/* What the user has said comes as the rows of a library's tables; here it becomes what the engines
 * are told. What cannot be read says nothing, as in the library itself. */

/* How many values tell a sentence: [article, side, nth, text, says]. */
#define N_VALUES 5

static PlxNaming *
naming_from_row (JsonObject *row)
{
  const char *surface = plx_json_get_string (row, "surface");
  const char *kind_nick = plx_json_get_string (row, "kind");
  PlxNaming *naming;
  int scope, kind;

  if (surface == NULL ||
      !plx_enum_from_nick (PLX_TYPE_SCOPE, plx_json_get_string (row, "scope"), &scope))
    return NULL;

  naming = plx_naming_new (scope, surface);
  naming->article = plx_json_get_int (row, "article");
  naming->story = scope == PLX_SCOPE_STORY ? 1 : 0;
  naming->start = CLAMP (plx_json_get_int (row, "start"), 0, G_MAXUINT32);
  naming->is_name = plx_json_get_int (row, "is_name") != 0;
  naming->entity = g_strdup (plx_json_get_string (row, "entity"));
  naming->country = g_strdup (plx_json_get_string (row, "country"));
  naming->before = g_strdup (plx_json_get_string (row, "text_before"));
  naming->after = g_strdup (plx_json_get_string (row, "text_after"));
  if (kind_nick != NULL && plx_enum_from_nick (PLX_TYPE_KIND, kind_nick, &kind))
    {
      naming->has_kind = TRUE;
      naming->kind = kind;
    }

  return naming;
}

/**
 * plx_bundle_list_namings:
 * @parcel: a story
 *
 * Returns: (transfer full) (element-type PlxNaming): what is said of its names, the oldest first;
 *   articles are told by their place, from 1, and the story is 1
 */
GPtrArray *
plx_bundle_list_namings (PlxParcel *parcel)
{
  GPtrArray *namings = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  JsonArray *rows = plx_parcel_get_said (parcel, "naming");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      PlxNaming *naming = JSON_NODE_HOLDS_OBJECT (node)
                          ? naming_from_row (json_node_get_object (node)) : NULL;

      if (naming == NULL)
        continue;
      naming->id = i + 1;
      g_ptr_array_add (namings, naming);
    }

  return namings;
}

static gboolean
is_of_type (JsonArray *values,
            guint      i,
            GType      type)
{
  JsonNode *node = json_array_get_element (values, i);

  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static PlxAnchor *
anchor_from_values (JsonArray *values)
{
  PlxAnchor *anchor;

  if (json_array_get_length (values) < N_VALUES || !is_of_type (values, 0, G_TYPE_INT64) ||
      !is_of_type (values, 1, G_TYPE_INT64) || !is_of_type (values, 2, G_TYPE_INT64) ||
      !is_of_type (values, 3, G_TYPE_STRING))
    return NULL;

  anchor = plx_anchor_new (json_array_get_int_element (values, 0),
                           json_array_get_string_element (values, 3),
                           CLAMP (json_array_get_int_element (values, 2), 0, G_MAXINT32));
  anchor->side = json_array_get_int_element (values, 1) != 0;
  if (is_of_type (values, 4, G_TYPE_STRING))
    anchor->says = g_strdup (json_array_get_string_element (values, 4));

  return anchor;
}

static void
add_anchors (GPtrArray  *anchors,
             JsonObject *row)
{
  JsonNode *node = json_object_get_member (row, "sentences");
  JsonArray *sentences = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                      : NULL;

  for (guint i = 0; sentences != NULL && i < json_array_get_length (sentences); i++)
    {
      JsonNode *sentence = json_array_get_element (sentences, i);
      PlxAnchor *anchor = JSON_NODE_HOLDS_ARRAY (sentence)
                          ? anchor_from_values (json_node_get_array (sentence)) : NULL;

      if (anchor != NULL)
        g_ptr_array_add (anchors, anchor);
    }
}

static PlxCorrection *
correction_from_row (JsonObject *row)
{
  const char *kind_nick = plx_json_get_string (row, "kind");
  const char *difference_nick = plx_json_get_string (row, "difference");
  g_autoptr (PlxCorrection) correction = NULL;
  int kind, difference = 0;

  if (kind_nick == NULL || !plx_enum_from_nick (PLX_TYPE_CORRECTION_KIND, kind_nick, &kind) ||
      (kind == PLX_CORRECTION_DISMISS &&
       (difference_nick == NULL ||
        !plx_enum_from_nick (PLX_TYPE_DIFFERENCE_KIND, difference_nick, &difference))))
    return NULL;

  correction = plx_correction_new (kind, 1);
  correction->difference = difference;
  correction->about = g_strdup (plx_json_get_string (row, "about"));
  add_anchors (correction->anchors, row);

  return plx_correction_is_whole (correction) ? g_steal_pointer (&correction) : NULL;
}

/**
 * plx_bundle_list_corrections:
 * @parcel: a story
 *
 * Returns: (transfer full) (element-type PlxCorrection): what is said of its claims, the oldest
 *   first; articles are told by their place, from 1, and the story is 1
 */
GPtrArray *
plx_bundle_list_corrections (PlxParcel *parcel)
{
  GPtrArray *corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_correction_free);
  JsonArray *rows = plx_parcel_get_said (parcel, "correction");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      PlxCorrection *correction = JSON_NODE_HOLDS_OBJECT (node)
                                  ? correction_from_row (json_node_get_object (node)) : NULL;

      if (correction == NULL)
        continue;
      correction->id = i + 1;
      g_ptr_array_add (corrections, correction);
    }

  return corrections;
}

/**
 * plx_bundle_list_notes:
 * @parcel: a story
 *
 * Returns: (transfer full) (element-type PlxNote): what is noted on its claims, the oldest first
 */
GPtrArray *
plx_bundle_list_notes (PlxParcel *parcel)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_note_free);
  JsonArray *rows = plx_parcel_get_said (parcel, "note");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      JsonObject *row = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      PlxNote *note;

      if (row == NULL || plx_json_get_string (row, "body") == NULL ||
          g_strcmp0 (plx_json_get_string (row, "subject"), "claim") != 0)
        continue;

      note = plx_note_new (1, plx_json_get_string (row, "body"));
      add_anchors (note->anchors, row);
      g_ptr_array_add (notes, note);
    }

  return notes;
}

static char **
names_from_row (JsonObject *row)
{
  JsonNode *node = json_object_get_member (row, "names");
  JsonArray *values = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                   : NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    if (is_of_type (values, i, G_TYPE_STRING))
      g_strv_builder_add (names, json_array_get_string_element (values, i));

  return g_strv_builder_end (names);
}

/* A coordinate is stored as an integer where it is one. */
static gboolean
read_number (JsonObject *row,
             const char *name,
             double     *number)
{
  JsonNode *node = json_object_get_member (row, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE &&
       json_node_get_value_type (node) != G_TYPE_INT64))
    return FALSE;

  *number = json_node_get_double (node);

  return isfinite (*number);
}

static PlxPlacement *
placement_from_row (JsonObject *row)
{
  const char *kind_nick = plx_json_get_string (row, "kind");
  g_autoptr (PlxPlacement) placement = plx_placement_new (1, NULL);
  double x, y;
  int kind;

  if (kind_nick == NULL || !plx_enum_from_nick (PLX_TYPE_KIND, kind_nick, &kind) ||
      plx_json_get_string (row, "entity") == NULL)
    return NULL;

  placement->entity = g_strdup (plx_json_get_string (row, "entity"));
  placement->names = names_from_row (row);
  placement->kind = kind;
  placement->hidden = plx_json_get_int (row, "hidden") != 0;
  if (read_number (row, "x", &x) && read_number (row, "y", &y))
    plx_placement_move (placement, x, y, plx_json_get_int (row, "pinned") != 0);

  return plx_placement_is_empty (placement) ? NULL : g_steal_pointer (&placement);
}

/**
 * plx_bundle_list_placements:
 * @parcel: a story
 *
 * Returns: (transfer full) (element-type PlxPlacement): what was done with the nodes of its graph,
 *   the oldest first
 */
GPtrArray *
plx_bundle_list_placements (PlxParcel *parcel)
{
  GPtrArray *placements = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_placement_free);
  JsonArray *rows = plx_parcel_get_said (parcel, "placement");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      PlxPlacement *placement = JSON_NODE_HOLDS_OBJECT (node)
                                ? placement_from_row (json_node_get_object (node)) : NULL;

      if (placement != NULL)
        g_ptr_array_add (placements, placement);
    }

  return placements;
}
