/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-json"

#include "config.h"

#include "bundle/plx-json-compare.h"

/* Nobody reads a longer value in a message. */
#define MAX_SHOWN 120

typedef struct
{
  GPtrArray *differences;
  GString   *path;
  guint      most;
} Comparing;

void
plx_json_difference_free (PlxJsonDifference *self)
{
  g_free (self->path);
  g_free (self->here);
  g_free (self->there);
  g_free (self);
}

static char *
dup_shown (JsonNode *node)
{
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : g_strdup ("nothing");

  if (g_utf8_strlen (text, -1) > MAX_SHOWN)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MAX_SHOWN);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&text);
}

static void
tell (Comparing *self,
      JsonNode  *here,
      JsonNode  *there)
{
  PlxJsonDifference *difference = g_new0 (PlxJsonDifference, 1);

  difference->path = g_strdup (self->path->len > 0 ? self->path->str : "the whole");
  difference->here = dup_shown (here);
  difference->there = dup_shown (there);
  g_ptr_array_add (self->differences, difference);
}

static void compare (Comparing *self,
                     JsonNode  *here,
                     JsonNode  *there);

static void
compare_objects (Comparing  *self,
                 JsonObject *here,
                 JsonObject *there)
{
  g_autoptr (GList) mine = json_object_get_members (here);
  g_autoptr (GList) theirs = json_object_get_members (there);
  const gsize length = self->path->len;

  for (GList *l = mine; l != NULL; l = l->next)
    {
      g_string_append_printf (self->path, "%s%s", length > 0 ? "." : "", (const char *) l->data);
      compare (self, json_object_get_member (here, l->data),
               json_object_get_member (there, l->data));
      g_string_truncate (self->path, length);
    }

  for (GList *l = theirs; l != NULL; l = l->next)
    if (!json_object_has_member (here, l->data))
      {
        g_string_append_printf (self->path, "%s%s", length > 0 ? "." : "", (const char *) l->data);
        compare (self, NULL, json_object_get_member (there, l->data));
        g_string_truncate (self->path, length);
      }
}

static void
compare_arrays (Comparing *self,
                JsonArray *here,
                JsonArray *there)
{
  const guint n_here = json_array_get_length (here), n_there = json_array_get_length (there);
  const gsize length = self->path->len;

  for (guint i = 0; i < MAX (n_here, n_there) && self->differences->len < self->most; i++)
    {
      g_string_append_printf (self->path, "[%u]", i);
      compare (self, i < n_here ? json_array_get_element (here, i) : NULL,
               i < n_there ? json_array_get_element (there, i) : NULL);
      g_string_truncate (self->path, length);
    }
}

static void
compare (Comparing *self,
         JsonNode  *here,
         JsonNode  *there)
{
  if (self->differences->len >= self->most)
    return;

  if (here != NULL && there != NULL && JSON_NODE_HOLDS_OBJECT (here) &&
      JSON_NODE_HOLDS_OBJECT (there))
    compare_objects (self, json_node_get_object (here), json_node_get_object (there));
  else if (here != NULL && there != NULL && JSON_NODE_HOLDS_ARRAY (here) &&
           JSON_NODE_HOLDS_ARRAY (there))
    compare_arrays (self, json_node_get_array (here), json_node_get_array (there));
  else if (here == NULL || there == NULL || !json_node_equal (here, there))
    tell (self, here, there);
}

/**
 * plx_json_compare:
 * @here: a value
 * @there: another
 * @most: how many differences are told at most
 *
 * Returns: (transfer full) (element-type PlxJsonDifference): where they differ
 */
GPtrArray *
plx_json_compare (JsonNode *here,
                  JsonNode *there,
                  guint     most)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Comparing self = { .path = path, .most = most };

  self.differences = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_json_difference_free);
  compare (&self, here, there);

  return self.differences;
}
