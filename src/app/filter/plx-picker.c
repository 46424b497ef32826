/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-picker"

#include "config.h"

#include "filter/plx-picker.h"

/**
 * PlxPicker:
 *
 * One part of the filter, to be set by the user.
 *
 * The same pickers stand in the popovers of the filter bar and, where the window is
 * narrow, in one dialog. What they hold may be long, so they bring themselves up to
 * date only while they can be seen.
 */
typedef struct
{
  PlxSession *session; /* nullable */
  gboolean    updating;
} PlxPickerPrivate;

typedef enum
{
  PROP_SESSION = 1,
} PlxPickerProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlxPicker, plx_picker, ADW_TYPE_BIN)

static void
update (PlxPicker *self)
{
  PlxPickerPrivate *priv = plx_picker_get_instance_private (self);

  if (priv->session == NULL || priv->updating || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  priv->updating = TRUE;
  PLX_PICKER_GET_CLASS (self)->update (self);
  priv->updating = FALSE;
}

static void
plx_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_picker_parent_class)->map (widget);

  update (PLX_PICKER (widget));
}

static void
plx_picker_dispose (GObject *object)
{
  PlxPickerPrivate *priv = plx_picker_get_instance_private (PLX_PICKER (object));

  g_clear_object (&priv->session);

  G_OBJECT_CLASS (plx_picker_parent_class)->dispose (object);
}

static void
plx_picker_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlxPicker *self = PLX_PICKER (object);

  switch ((PlxPickerProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, plx_picker_get_session (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_picker_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlxPicker *self = PLX_PICKER (object);

  switch ((PlxPickerProperty) prop_id)
    {
    case PROP_SESSION:
      plx_picker_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_picker_class_init (PlxPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_picker_dispose;
  object_class->get_property = plx_picker_get_property;
  object_class->set_property = plx_picker_set_property;

  widget_class->map = plx_picker_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_picker_init (PlxPicker *self)
{
}

/**
 * plx_picker_get_session: (get-property session)
 * @self: a picker
 *
 * Returns: (transfer none) (nullable): the session of which it sets the filter
 */
PlxSession *
plx_picker_get_session (PlxPicker *self)
{
  PlxPickerPrivate *priv = plx_picker_get_instance_private (self);

  g_return_val_if_fail (PLX_IS_PICKER (self), NULL);

  return priv->session;
}

void
plx_picker_set_session (PlxPicker  *self,
                        PlxSession *session)
{
  PlxPickerPrivate *priv = plx_picker_get_instance_private (self);

  g_return_if_fail (PLX_IS_PICKER (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (priv->session == session)
    return;

  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_func (priv->session, update, self);
  g_set_object (&priv->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::filter", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::analysis", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::passages", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

/**
 * plx_picker_is_updating:
 * @self: a picker
 *
 * Returns: whether its controls are being set by the program and not by the user
 */
gboolean
plx_picker_is_updating (PlxPicker *self)
{
  PlxPickerPrivate *priv = plx_picker_get_instance_private (self);

  g_return_val_if_fail (PLX_IS_PICKER (self), FALSE);

  return priv->updating || priv->session == NULL;
}

/**
 * plx_picker_begin_update:
 * @self: a picker
 *
 * Its controls are set by the program from now until `plx_picker_end_update ()`.
 */
void
plx_picker_begin_update (PlxPicker *self)
{
  PlxPickerPrivate *priv = plx_picker_get_instance_private (self);

  g_return_if_fail (PLX_IS_PICKER (self));
  g_return_if_fail (!priv->updating);

  priv->updating = TRUE;
}

void
plx_picker_end_update (PlxPicker *self)
{
  PlxPickerPrivate *priv = plx_picker_get_instance_private (self);

  g_return_if_fail (PLX_IS_PICKER (self));

  priv->updating = FALSE;
}

/**
 * plx_picker_copy_filter:
 * @self: a picker with a session
 *
 * Returns: (transfer full): a filter like the session's, to be changed
 */
PlxFilter *
plx_picker_copy_filter (PlxPicker *self)
{
  PlxPickerPrivate *priv = plx_picker_get_instance_private (self);

  g_return_val_if_fail (PLX_IS_PICKER (self), NULL);
  g_return_val_if_fail (priv->session != NULL, NULL);

  return plx_filter_copy (plx_session_get_filter (priv->session));
}
