/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country"

#include "config.h"

#include "model/plx-country.h"

/**
 * PlxCountry:
 *
 * A country that a story involves: how it stands in the relation asked for, on the day asked
 * for, and the passages that speak of it.
 *
 * It is filled by whoever makes it and is not changed afterwards.
 */
struct _PlxCountry
{
  GObject     parent_instance;

  char       *code;     /* never NULL */
  char       *name;     /* never NULL */
  PlxStatus   status;
  gboolean    mixed;
  PlxDay      on;
  PlxDay      since;
  char       *source;   /* nullable */
  guint       n_mentions;
  GArray     *mentions; /* guint, one for each article */
  GArray     *passages; /* PlxSentenceRef */
};

typedef enum
{
  PROP_CODE = 1,
  PROP_NAME,
  PROP_STATUS,
  PROP_N_MENTIONS,
} PlxCountryProperty;

static GParamSpec *props[PROP_N_MENTIONS + 1];

G_DEFINE_FINAL_TYPE (PlxCountry, plx_country, G_TYPE_OBJECT)

static void
plx_country_finalize (GObject *object)
{
  PlxCountry *self = PLX_COUNTRY (object);

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->passages, g_array_unref);

  G_OBJECT_CLASS (plx_country_parent_class)->finalize (object);
}

static void
plx_country_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlxCountry *self = PLX_COUNTRY (object);

  switch ((PlxCountryProperty) prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;

    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_country_class_init (PlxCountryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_country_finalize;
  object_class->get_property = plx_country_get_property;

  props[PROP_CODE] =
    g_param_spec_string ("code", NULL, NULL, NULL, flags);
  props[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, PLX_TYPE_STATUS, PLX_STATUS_UNKNOWN, flags);
  props[PROP_N_MENTIONS] =
    g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_country_init (PlxCountry *self)
{
  self->mentions = g_array_new (FALSE, TRUE, sizeof (guint));
  self->passages = g_array_new (FALSE, TRUE, sizeof (PlxSentenceRef));
}

/**
 * plx_country_new:
 * @code: ISO 3166-1 alpha-3 code
 * @name: what it is called
 * @n_articles: how many articles the story has
 *
 * Returns: (transfer full): a country without passages
 */
PlxCountry *
plx_country_new (const char *code,
                 const char *name,
                 guint       n_articles)
{
  PlxCountry *self = g_object_new (PLX_TYPE_COUNTRY, NULL);

  self->code = g_strdup (code);
  self->name = g_strdup (name);
  g_array_set_size (self->mentions, n_articles);

  return self;
}

/**
 * plx_country_add_passage:
 * @self: a country
 * @ref: a sentence that speaks of it; sentences come in order
 * @n_mentions: how often
 */
void
plx_country_add_passage (PlxCountry     *self,
                         PlxSentenceRef  ref,
                         guint           n_mentions)
{
  g_return_if_fail (PLX_IS_COUNTRY (self));
  g_return_if_fail (ref.article < self->mentions->len);

  g_array_append_val (self->passages, ref);
  g_array_index (self->mentions, guint, ref.article) += n_mentions;
  self->n_mentions += n_mentions;
}

/**
 * plx_country_set_standing:
 * @self: a country
 * @status: how it stands
 * @on: on which day, or 0
 * @since: since when it has stood so, or 0
 * @source: (nullable): who says so
 */
void
plx_country_set_standing (PlxCountry *self,
                          PlxStatus   status,
                          PlxDay      on,
                          PlxDay      since,
                          const char *source)
{
  g_return_if_fail (PLX_IS_COUNTRY (self));

  self->status = status;
  self->on = on;
  self->since = since;
  g_set_str (&self->source, source);
}

/**
 * plx_country_set_mixed:
 * @self: a country
 * @mixed: whether its status is not the same on the days of all articles
 */
void
plx_country_set_mixed (PlxCountry *self,
                       gboolean    mixed)
{
  g_return_if_fail (PLX_IS_COUNTRY (self));

  self->mixed = mixed;
}

const char *
plx_country_get_code (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), NULL);

  return self->code;
}

const char *
plx_country_get_name (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), NULL);

  return self->name;
}

PlxStatus
plx_country_get_status (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), PLX_STATUS_UNKNOWN);

  return self->status;
}

/**
 * plx_country_is_mixed:
 * @self: a country
 *
 * Returns: whether it stood differently on the day of another article that speaks of it
 */
gboolean
plx_country_is_mixed (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), FALSE);

  return self->mixed;
}

/**
 * plx_country_get_on:
 * @self: a country
 *
 * Returns: the day for which its status is told, or 0
 */
PlxDay
plx_country_get_on (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), 0);

  return self->on;
}

/**
 * plx_country_get_since:
 * @self: a country
 *
 * Returns: the day since which it has stood so, or 0
 */
PlxDay
plx_country_get_since (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), 0);

  return self->since;
}

/**
 * plx_country_get_source:
 * @self: a country
 *
 * Returns: (nullable): who says that it stands so
 */
const char *
plx_country_get_source (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), NULL);

  return self->source;
}

guint
plx_country_get_n_mentions (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), 0);

  return self->n_mentions;
}

/**
 * plx_country_get_mentions_in:
 * @self: a country
 * @article: an article of the story, by its place
 *
 * Returns: how often that article speaks of it
 */
guint
plx_country_get_mentions_in (PlxCountry *self,
                             guint       article)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), 0);
  g_return_val_if_fail (article < self->mentions->len, 0);

  return g_array_index (self->mentions, guint, article);
}

/**
 * plx_country_get_passages:
 * @self: a country
 *
 * Returns: (transfer none) (element-type PlxSentenceRef): the sentences that speak of it
 */
GArray *
plx_country_get_passages (PlxCountry *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRY (self), NULL);

  return self->passages;
}
