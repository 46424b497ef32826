/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-item"

#include "config.h"

#include "names/plx-name-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "countries/plx-countries.h"
#include "window/plx-labels.h"

/**
 * PlxNameItem:
 *
 * An entity of the open story as a row of a list, with its mentions by source. It does not change.
 *
 * Properties: `label` (all that a row of it shows, for those who hear it).
 */
struct _PlxNameItem
{
  GObject      parent_instance;

  PlxAnalysis *analysis;
  guint        entity;
  guint       *counts;  /* of mentions, by article */
  GPtrArray   *sources; /* char *, by article; shared by all items */
  char        *words;   /* what can be searched for */
};

typedef enum
{
  PROP_LABEL = 1,
} PlxNameItemProperty;

static GParamSpec *props[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (PlxNameItem, plx_name_item, G_TYPE_OBJECT)

static char *
dup_label (PlxNameItem *self)
{
  g_autofree char *facts = plx_name_item_dup_facts (self);
  g_autofree char *counts = plx_name_item_dup_counts (self);

  return g_strjoin (", ", plx_name_item_get_record (self)->name, facts, counts, NULL);
}

static void
plx_name_item_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((PlxNameItemProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_take_string (value, dup_label (PLX_NAME_ITEM (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_name_item_finalize (GObject *object)
{
  PlxNameItem *self = PLX_NAME_ITEM (object);

  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (plx_name_item_parent_class)->finalize (object);
}

static void
plx_name_item_class_init (PlxNameItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_name_item_finalize;
  object_class->get_property = plx_name_item_get_property;

  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_name_item_init (PlxNameItem *self)
{
}

static const char *
get_country_name (const PlxEntityRecord *entity)
{
  const PlxCountryInfo *country = entity->country != NULL ? plx_country_lookup (entity->country)
                                                          : NULL;

  return country != NULL ? country->name : NULL;
}

static PlxNameItem *
name_item_new (PlxAnalysis *analysis,
               guint        entity,
               GPtrArray   *sources)
{
  PlxNameItem *self = g_object_new (PLX_TYPE_NAME_ITEM, NULL);
  const PlxEntityRecord *record = plx_analysis_get_entity (analysis, entity);
  g_autofree char *forms = g_strjoinv ("\n", record->names);
  const char *country = get_country_name (record);

  self->analysis = plx_analysis_ref (analysis);
  self->entity = entity;
  self->counts = g_new0 (guint, MAX (sources->len, 1));
  self->sources = g_ptr_array_ref (sources);
  self->words = g_strjoin ("\n", record->name, forms, country, NULL);

  return self;
}

/**
 * plx_name_items_new:
 * @session: a session
 *
 * Returns: (transfer full) (element-type PlxNameItem): the names of the open story; none while
 *   there is no analysis
 */
GPtrArray *
plx_name_items_new (PlxSession *session)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  if (analysis == NULL)
    return items;

  for (guint a = 0; a < plx_analysis_get_n_articles (analysis); a++)
    g_ptr_array_add (sources, g_strdup (plx_session_get_source (session, a)));
  for (guint i = 0; i < analysis->entities->len; i++)
    g_ptr_array_add (items, name_item_new (analysis, i, sources));

  for (guint a = 0; a < sources->len; a++)
    {
      GArray *mentions = plx_analysis_get_annotation (analysis, a)->mentions;

      for (guint m = 0; m < mentions->len; m++)
        {
          guint entity = g_array_index (mentions, PlxMentionSpan, m).entity;

          if (entity != PLX_NONE)
            PLX_NAME_ITEM (items->pdata[entity])->counts[a]++;
        }
    }

  return items;
}

guint
plx_name_item_get_entity (PlxNameItem *self)
{
  g_return_val_if_fail (PLX_IS_NAME_ITEM (self), PLX_NONE);

  return self->entity;
}

const PlxEntityRecord *
plx_name_item_get_record (PlxNameItem *self)
{
  g_return_val_if_fail (PLX_IS_NAME_ITEM (self), NULL);

  return plx_analysis_get_entity (self->analysis, self->entity);
}

guint
plx_name_item_get_n_sources (PlxNameItem *self)
{
  g_return_val_if_fail (PLX_IS_NAME_ITEM (self), 0);

  return self->sources->len;
}

/**
 * plx_name_item_get_count:
 * @self: an item
 * @source: an article's place
 *
 * Returns: how often the article names it
 */
guint
plx_name_item_get_count (PlxNameItem *self,
                         guint        source)
{
  g_return_val_if_fail (PLX_IS_NAME_ITEM (self), 0);

  return source < self->sources->len ? self->counts[source] : 0;
}

const char *
plx_name_item_get_source (PlxNameItem *self,
                          guint        source)
{
  g_return_val_if_fail (PLX_IS_NAME_ITEM (self), NULL);
  g_return_val_if_fail (source < self->sources->len, NULL);

  return self->sources->pdata[source];
}

/**
 * plx_name_dup_facts:
 * @entity: an entity
 *
 * Returns: (transfer full): what it is and where it belongs, such as “Person · Sudan”
 */
char *
plx_name_dup_facts (const PlxEntityRecord *entity)
{
  const char *country = get_country_name (entity);

  if (country == NULL ||
      (entity->kind == PLX_KIND_COUNTRY && g_str_equal (country, entity->name)))
    return g_strdup (plx_label_kind (entity->kind));

  /* Translators: what something is, and the country it belongs to: “Person · Sudan” */
  return g_strdup_printf (_("%s · %s"), plx_label_kind (entity->kind), country);
}

char *
plx_name_item_dup_facts (PlxNameItem *self)
{
  return plx_name_dup_facts (plx_name_item_get_record (self));
}

/**
 * plx_name_item_dup_counts:
 * @self: an item
 *
 * Returns: (transfer full): such as “12 mentions in 3 of 5 sources”
 */
char *
plx_name_item_dup_counts (PlxNameItem *self)
{
  const PlxEntityRecord *record = plx_name_item_get_record (self);
  g_autofree char *mentions = NULL;

  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", record->n_mentions),
                              record->n_mentions);

  /* Translators: %1$s is such as “12 mentions”, %2$u of %3$u sources have them */
  return g_strdup_printf (ngettext ("%1$s in %2$u of %3$u source", "%1$s in %2$u of %3$u sources",
                                    self->sources->len),
                          mentions, record->n_articles, self->sources->len);
}

/**
 * plx_name_item_dup_sources:
 * @self: an item
 *
 * Returns: (transfer full): a line for each source, with its mentions
 */
char *
plx_name_item_dup_sources (PlxNameItem *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (PLX_IS_NAME_ITEM (self), NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a source, and how often it names something */
      g_string_append_printf (text, _("%1$s: %2$u"), (char *) self->sources->pdata[i],
                              self->counts[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * plx_name_item_matches:
 * @self: an item
 * @words: what the user looks for
 *
 * Returns: whether one of its forms, or its country, has words that begin so, whatever their
 *   accents and capitals
 */
gboolean
plx_name_item_matches (PlxNameItem *self,
                       const char  *words)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (PLX_IS_NAME_ITEM (self), FALSE);

  if (*words == '\0' || g_str_match_string (words, self->words, TRUE))
    return TRUE;

  /* Who types accents finds also what is written without. */
  plain = g_str_to_ascii (words, NULL);

  return strchr (plain, '?') == NULL && g_str_match_string (plain, self->words, TRUE);
}

static int
compare_numbers (guint a,
                 guint b)
{
  return (a > b) - (a < b);
}

static int
compare_countries (const PlxEntityRecord *a,
                   const PlxEntityRecord *b)
{
  const char *country_a = get_country_name (a);
  const char *country_b = get_country_name (b);

  if (country_a == NULL || country_b == NULL)
    return (country_a == NULL) - (country_b == NULL);

  return g_utf8_collate (country_a, country_b);
}

/**
 * plx_name_item_compare:
 * @a: an item
 * @b: an item of the same story
 * @order: an order
 *
 * Returns: negative where @a comes first in that order, positive where @b does
 */
int
plx_name_item_compare (PlxNameItem  *a,
                       PlxNameItem  *b,
                       PlxNameOrder  order)
{
  const PlxEntityRecord *record_a = plx_name_item_get_record (a);
  const PlxEntityRecord *record_b = plx_name_item_get_record (b);
  int result = 0;

  switch (order)
    {
    case PLX_NAME_ORDER_SOURCES:
      result = compare_numbers (record_b->n_articles, record_a->n_articles);
      break;

    case PLX_NAME_ORDER_NAME:
      result = g_utf8_collate (record_a->name, record_b->name);
      break;

    case PLX_NAME_ORDER_KIND:
      result = compare_numbers (record_a->kind, record_b->kind);
      break;

    case PLX_NAME_ORDER_COUNTRY:
      result = compare_countries (record_a, record_b);
      break;

    case PLX_NAME_ORDER_MENTIONS:
    default:
      break;
    }

  if (result == 0)
    result = compare_numbers (record_b->n_mentions, record_a->n_mentions);

  return result != 0 ? result : g_utf8_collate (record_a->name, record_b->name);
}
