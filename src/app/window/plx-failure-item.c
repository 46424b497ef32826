/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-failure-item"

#include "config.h"

#include "window/plx-failure-item.h"

#include "window/plx-failure-words.h"

/**
 * PlxFailureItem:
 *
 * A file that did not come in, for a list of them.
 *
 * Properties: `name`; `folder` (nullable), where it was found; `reason`, why it did not come in,
 * in words. It never changes.
 */
struct _PlxFailureItem
{
  GObject   parent_instance;

  char     *name;
  char     *folder; /* nullable */
  char     *reason;
  gboolean  grouped;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_FOLDER,
  PROP_REASON,
} PlxFailureItemProperty;

static GParamSpec *props[PROP_REASON + 1];

G_DEFINE_FINAL_TYPE (PlxFailureItem, plx_failure_item, G_TYPE_OBJECT)

static void
plx_failure_item_finalize (GObject *object)
{
  PlxFailureItem *self = PLX_FAILURE_ITEM (object);

  g_free (self->name);
  g_free (self->folder);
  g_free (self->reason);

  G_OBJECT_CLASS (plx_failure_item_parent_class)->finalize (object);
}

static void
plx_failure_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlxFailureItem *self = PLX_FAILURE_ITEM (object);

  switch ((PlxFailureItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;

    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_failure_item_class_init (PlxFailureItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_failure_item_finalize;
  object_class->get_property = plx_failure_item_get_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_failure_item_init (PlxFailureItem *self)
{
}

/**
 * plx_failure_item_new:
 * @failure: what did not come in
 * @grouped: whether it stands under its reason
 *
 * Returns: (transfer full): an item that says so
 */
PlxFailureItem *
plx_failure_item_new (const PlxReadingFailure *failure,
                      gboolean                 grouped)
{
  PlxFailureItem *self = g_object_new (PLX_TYPE_FAILURE_ITEM, NULL);

  self->name = g_strdup (failure->name);
  self->folder = g_strdup (failure->folder);
  self->reason = g_strdup (plx_failure_explain (failure->error));
  self->grouped = grouped;

  return self;
}

gboolean
plx_failure_item_is_grouped (PlxFailureItem *self)
{
  g_return_val_if_fail (PLX_IS_FAILURE_ITEM (self), FALSE);

  return self->grouped;
}
