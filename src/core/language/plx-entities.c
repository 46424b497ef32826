/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-entities"

#include "config.h"

#include "language/plx-language.h"

static PlxEntityRecord *
find_or_add (GPtrArray  *entities,
             GHashTable *by_name,
             char       *name,
             PlxKind     kind,
             guint      *index)
{
  gpointer found;
  PlxEntityRecord *record;

  if (g_hash_table_lookup_extended (by_name, name, NULL, &found))
    {
      *index = GPOINTER_TO_UINT (found);
      return g_ptr_array_index (entities, *index);
    }

  record = plx_entity_record_new ();
  record->name = g_strdup (name);
  record->names = g_new0 (char *, 2);
  record->names[0] = g_strdup (name);
  record->kind = kind;
  *index = entities->len;
  g_hash_table_insert (by_name, g_strdup (name), GUINT_TO_POINTER (*index));
  g_ptr_array_add (entities, record);

  return record;
}

/**
 * plx_language_resolve:
 * @annotations: (element-type PlxAnnotation): the articles
 *
 * Finds which mentions name one thing, in all the articles, and sets their field `entity`.
 *
 * Returns: (transfer full) (element-type PlxEntityRecord): the entities, most mentioned first
 */
GPtrArray *
plx_language_resolve (GPtrArray *annotations)
{
  GPtrArray *entities =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_entity_record_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, i);
      const char *text = annotation->document->text->str;
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);
          g_autofree char *name = g_strndup (text + mention->start, mention->end - mention->start);
          PlxEntityRecord *record =
            find_or_add (entities, by_name, name, mention->kind, &mention->entity);

          record->n_mentions++;
          record->n_articles += g_hash_table_add (seen, record);
        }
    }

  return entities;
}
