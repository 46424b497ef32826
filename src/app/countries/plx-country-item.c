/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-item"

#include "config.h"

#include "countries/plx-country-item.h"

#include <glib/gi18n.h>

#include "comparing/plx-involved.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-standing.h"
#include "window/plx-labels.h"

/* How many people a row names; all are told where the country is looked at. */
#define MAX_PEOPLE 3

/**
 * PlxCountryItem:
 *
 * A country of the story as map and table show it, in words. It does not change.
 */
struct _PlxCountryItem
{
  GObject      parent_instance;

  PlxCountry  *country;   /* never NULL */
  PlxStanding  standing;
  gboolean     is_known;  /* whether there is a relation to stand to */
  gboolean     is_treaty;
  char        *status;    /* never NULL, may be empty */
  char        *words;     /* never NULL, may be empty: since when, and then and now */
  char        *since;     /* never NULL, may be empty */
  char        *people;    /* never NULL, may be empty */
  char        *sources;   /* never NULL: in how many, of how many */
  guint        n_sources;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_STATUS,
  PROP_BRIEF,
  PROP_SINCE,
  PROP_SINCE_DAY,
  PROP_SOURCE,
  PROP_MENTIONS,
  PROP_PASSAGES,
  PROP_SOURCES,
  PROP_N_SOURCES,
  PROP_PEOPLE,
  PROP_SHADE,
} PlxCountryItemProperty;

static GParamSpec *props[PROP_SHADE + 1];

G_DEFINE_FINAL_TYPE (PlxCountryItem, plx_country_item, G_TYPE_OBJECT)

static void
plx_country_item_finalize (GObject *object)
{
  PlxCountryItem *self = PLX_COUNTRY_ITEM (object);

  g_clear_object (&self->country);
  g_clear_pointer (&self->status, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->since, g_free);
  g_clear_pointer (&self->people, g_free);
  g_clear_pointer (&self->sources, g_free);

  G_OBJECT_CLASS (plx_country_item_parent_class)->finalize (object);
}

/* In a column there is no room for a sentence, nor for then and now beside each other. */
static char *
dup_brief (PlxCountryItem *self)
{
  const PlxStanding *standing = &self->standing;

  if (!self->is_known)
    return g_strdup ("");

  if (!standing->changed)
    return g_strdup (plx_label_status_brief (standing->status, self->is_treaty));

  /* Translators: in a column: how a country stood when an article was written, and how it stands
   * today, in two lines: “Party →”, “Withdrawn” */
  return g_strdup_printf (_("%1$s →\n%2$s"),
                          plx_label_status_brief (standing->status, self->is_treaty),
                          plx_label_status_brief (standing->now, self->is_treaty));
}

static void
plx_country_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlxCountryItem *self = PLX_COUNTRY_ITEM (object);

  switch ((PlxCountryItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, plx_country_item_get_name (self));
      break;

    case PROP_STATUS:
      /* Since when stands in a column of its own. */
      if (self->standing.changed)
        g_value_take_string (value, plx_label_capitalize (self->words));
      else
        g_value_set_string (value, self->status);
      break;

    case PROP_BRIEF:
      g_value_take_string (value, dup_brief (self));
      break;

    case PROP_SINCE:
      g_value_set_string (value, self->since);
      break;

    case PROP_SINCE_DAY:
      g_value_set_uint (value, self->standing.since);
      break;

    case PROP_SOURCE:
      g_value_set_string (value, plx_country_get_source (self->country));
      break;

    case PROP_MENTIONS:
      g_value_set_uint (value, plx_country_get_n_mentions (self->country));
      break;

    case PROP_PASSAGES:
      g_value_set_uint (value, plx_country_get_passages (self->country)->len);
      break;

    case PROP_SOURCES:
      g_value_set_string (value, self->sources);
      break;

    case PROP_N_SOURCES:
      g_value_set_uint (value, self->n_sources);
      break;

    case PROP_PEOPLE:
      g_value_set_string (value, self->people);
      break;

    case PROP_SHADE:
      g_value_set_enum (value, plx_country_get_status (self->country));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_country_item_class_init (PlxCountryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_country_item_finalize;
  object_class->get_property = plx_country_item_get_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  props[PROP_BRIEF] = g_param_spec_string ("brief", NULL, NULL, NULL, flags);
  props[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, NULL, flags);
  props[PROP_SINCE_DAY] = g_param_spec_uint ("since-day", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  props[PROP_MENTIONS] = g_param_spec_uint ("mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PASSAGES] = g_param_spec_uint ("passages", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_SOURCES] = g_param_spec_string ("sources", NULL, NULL, NULL, flags);
  props[PROP_N_SOURCES] = g_param_spec_uint ("n-sources", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PEOPLE] = g_param_spec_string ("people", NULL, NULL, NULL, flags);
  props[PROP_SHADE] = g_param_spec_enum ("shade", NULL, NULL, PLX_TYPE_STATUS, PLX_STATUS_UNKNOWN,
                                         flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_country_item_init (PlxCountryItem *self)
{
}

static char *
dup_people (PlxAnalysis *analysis,
            PlxPassages *passages,
            const char  *country)
{
  g_autoptr (GArray) people = plx_involved_people (analysis, passages, country);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (people->len, MAX_PEOPLE); i++)
    {
      if (i > 0)
        g_string_append (text, _(", "));
      g_string_append (text, plx_analysis_get_entity (analysis,
                                                      g_array_index (people, guint, i))->name);
    }

  if (people->len > MAX_PEOPLE)
    g_string_append (text, "…");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
count_sources (PlxCountryItem *self,
               guint           n)
{
  for (guint i = 0; i < n; i++)
    self->n_sources += plx_country_get_mentions_in (self->country, i) > 0;

  /* Translators: in how many of how many articles: “3 of 5” */
  self->sources = g_strdup_printf (_("%u of %u"), self->n_sources, n);
}

/**
 * plx_country_item_new:
 * @country: a country
 * @analysis: the analysis that it is of
 * @passages: which passages count
 * @relation: id of the relation that is asked for
 * @today: what day it is
 *
 * Returns: (transfer full): an item
 */
PlxCountryItem *
plx_country_item_new (PlxCountry  *country,
                      PlxAnalysis *analysis,
                      PlxPassages *passages,
                      const char  *relation,
                      PlxDay       today)
{
  PlxCountryItem *self = g_object_new (PLX_TYPE_COUNTRY_ITEM, NULL);
  const PlxRelationInfo *info = plx_relation_lookup (relation);
  const char *code = plx_country_get_code (country);

  self->country = g_object_ref (country);
  self->is_known = info != NULL;
  self->is_treaty = info != NULL && info->is_treaty;
  if (info != NULL)
    {
      plx_standing_find (info, code, plx_country_get_on (country), today, &self->standing);
      self->status = g_strdup (plx_label_status (self->standing.status, info->is_treaty));
      self->words = plx_standing_to_words (info, &self->standing);
    }
  else
    {
      self->status = g_strdup ("");
      self->words = g_strdup ("");
    }

  self->since = self->standing.since != 0 ? plx_label_day (self->standing.since) : g_strdup ("");
  self->people = dup_people (analysis, passages, code);
  count_sources (self, plx_analysis_get_n_articles (analysis));

  return self;
}

PlxCountry *
plx_country_item_get_country (PlxCountryItem *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY_ITEM (self), NULL);

  return self->country;
}

const char *
plx_country_item_get_code (PlxCountryItem *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY_ITEM (self), NULL);

  return plx_country_get_code (self->country);
}

/**
 * plx_country_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): what the country is called, by the user perhaps
 */
const char *
plx_country_item_get_name (PlxCountryItem *self)
{
  const char *label;

  g_return_val_if_fail (PLX_IS_COUNTRY_ITEM (self), NULL);

  label = plx_country_get_label (plx_country_get_code (self->country));

  return label != NULL ? label : plx_country_get_name (self->country);
}

guint
plx_country_item_get_mentions (PlxCountryItem *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY_ITEM (self), 0);

  return plx_country_get_n_mentions (self->country);
}

/**
 * plx_country_item_get_standing:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): how the country stands; `NULL` where there is no such
 *   relation
 */
const PlxStanding *
plx_country_item_get_standing (PlxCountryItem *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY_ITEM (self), NULL);

  return self->is_known ? &self->standing : NULL;
}

/**
 * plx_country_item_dup_standing_words:
 * @self: an item
 *
 * Returns: (transfer full): how it stands and on which day, in words; empty where there is no such
 *   relation
 */
char *
plx_country_item_dup_standing_words (PlxCountryItem *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (PLX_IS_COUNTRY_ITEM (self), NULL);

  if (!self->is_known)
    return g_strdup ("");

  day = plx_label_day (self->standing.on);
  if (plx_country_is_mixed (self->country))
    /* Translators: %1$s is how a country stands, %2$s a day */
    return g_strdup_printf (_("%1$s on %2$s; on the day of another article it stood differently"),
                            self->status, day);

  if (self->standing.changed)
    /* Translators: %1$s is how a country stood and stands, %2$s the day of “then”: “not a party
     * then, party since 2024-02-01 (then: 30 August 2023)” */
    return g_strdup_printf (_("%1$s (then: %2$s)"), self->words, day);

  /* Translators: %1$s is how a country stands, %2$s a day */
  return g_strdup_printf (_("%1$s, on %2$s"), self->words, day);
}

/**
 * plx_country_item_dup_mention_words:
 * @self: an item
 *
 * Returns: (transfer full): how often it is named, and in how many sources
 */
char *
plx_country_item_dup_mention_words (PlxCountryItem *self)
{
  const guint n_mentions = plx_country_item_get_mentions (self);
  g_autofree char *mentions =
    g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *sources =
    g_strdup_printf (ngettext ("%u source", "%u sources", self->n_sources), self->n_sources);

  /* Translators: “7 mentions in 3 sources” */
  return g_strdup_printf (_("%s in %s"), mentions, sources);
}

/**
 * plx_country_item_dup_words:
 * @self: an item
 *
 * Returns: (transfer full): how it stands and how often it is named, in two lines
 */
char *
plx_country_item_dup_words (PlxCountryItem *self)
{
  g_autofree char *standing = plx_country_item_dup_standing_words (self);
  g_autofree char *mentions = plx_country_item_dup_mention_words (self);

  return *standing != '\0' ? g_strconcat (standing, "\n", mentions, NULL)
                           : g_steal_pointer (&mentions);
}
