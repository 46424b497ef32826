/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

struct _PlxSession
{
  GObject      parent_instance;

  PlxFilter   *filter;
  PlxAnalysis *analysis;
  PlxPassages *passages;
  guint        article;
};

typedef enum
{
  PROP_ANALYSIS = 1,
  PROP_PASSAGES,
  PROP_FILTER,
  PROP_BUSY,
  PROP_ARTICLE,
} PlxSessionProperty;

static GParamSpec *props[PROP_ARTICLE + 1];

G_DEFINE_FINAL_TYPE (PlxSession, plx_session, G_TYPE_OBJECT)

static void
plx_session_finalize (GObject *object)
{
  PlxSession *self = PLX_SESSION (object);

  g_clear_pointer (&self->filter, plx_filter_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);

  G_OBJECT_CLASS (plx_session_parent_class)->finalize (object);
}

static void
plx_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlxSession *self = PLX_SESSION (object);

  switch ((PlxSessionProperty) prop_id)
    {
    case PROP_ANALYSIS:
      g_value_set_boxed (value, self->analysis);
      break;

    case PROP_PASSAGES:
      g_value_set_boxed (value, self->passages);
      break;

    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, FALSE);
      break;

    case PROP_ARTICLE:
      g_value_set_uint (value, self->article);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_session_class_init (PlxSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_session_finalize;
  object_class->get_property = plx_session_get_property;

  props[PROP_ANALYSIS] = g_param_spec_boxed ("analysis", NULL, NULL, PLX_TYPE_ANALYSIS, flags);
  props[PROP_PASSAGES] = g_param_spec_boxed ("passages", NULL, NULL, PLX_TYPE_PASSAGES, flags);
  props[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, PLX_TYPE_FILTER, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_ARTICLE] = g_param_spec_uint ("article", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_session_init (PlxSession *self)
{
  self->filter = plx_filter_new ();
}

PlxSession *
plx_session_new (PlxLibrary *library)
{
  return g_object_new (PLX_TYPE_SESSION, NULL);
}

PlxAnalysis *
plx_session_get_analysis (PlxSession *self)
{
  return self->analysis;
}

PlxPassages *
plx_session_get_passages (PlxSession *self)
{
  return self->passages;
}

PlxFilter *
plx_session_get_filter (PlxSession *self)
{
  return self->filter;
}
