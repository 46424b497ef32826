/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-record"

#include "config.h"

#include "model/plx-record.h"

/**
 * PlxRecord:
 *
 * One thing of an analysis, as an object that a widget can bind to.
 *
 * Engines work on the structs of [struct@Analysis]; a record is made when a list
 * asks for a row and dies with it. It says nothing of its own: it looks its values up
 * in the analysis, by its index and, where things stand within others (the sentences of
 * an article, the differences of a claim), by the index of that group.
 */
typedef struct
{
  PlxAnalysis *analysis; /* never NULL */
  guint        group;
  guint        index;
} PlxRecordPrivate;

typedef enum
{
  PROP_ANALYSIS = 1,
  PROP_GROUP,
  PROP_INDEX,
} PlxRecordProperty;

static GParamSpec *props[PROP_INDEX + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlxRecord, plx_record, G_TYPE_OBJECT)

static PlxRecordPrivate *
get_private (PlxRecord *self)
{
  return plx_record_get_instance_private (self);
}

static void
plx_record_finalize (GObject *object)
{
  g_clear_pointer (&get_private (PLX_RECORD (object))->analysis, plx_analysis_unref);

  G_OBJECT_CLASS (plx_record_parent_class)->finalize (object);
}

static void
plx_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlxRecordPrivate *priv = get_private (PLX_RECORD (object));

  switch ((PlxRecordProperty) prop_id)
    {
    case PROP_ANALYSIS:
      g_value_set_boxed (value, priv->analysis);
      break;

    case PROP_GROUP:
      g_value_set_uint (value, priv->group);
      break;

    case PROP_INDEX:
      g_value_set_uint (value, priv->index);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_record_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlxRecordPrivate *priv = get_private (PLX_RECORD (object));

  switch ((PlxRecordProperty) prop_id)
    {
    case PROP_ANALYSIS:
      priv->analysis = g_value_dup_boxed (value);
      break;

    case PROP_GROUP:
      priv->group = g_value_get_uint (value);
      break;

    case PROP_INDEX:
      priv->index = g_value_get_uint (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_record_class_init (PlxRecordClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_record_finalize;
  object_class->get_property = plx_record_get_property;
  object_class->set_property = plx_record_set_property;

  props[PROP_ANALYSIS] =
    g_param_spec_boxed ("analysis", NULL, NULL, PLX_TYPE_ANALYSIS, flags);
  props[PROP_GROUP] =
    g_param_spec_uint ("group", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_INDEX] =
    g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_record_init (PlxRecord *self)
{
}

/**
 * plx_record_get_analysis:
 * @self: a record
 *
 * Returns: (transfer none): where it looks its values up
 */
PlxAnalysis *
plx_record_get_analysis (PlxRecord *self)
{
  g_return_val_if_fail (PLX_IS_RECORD (self), NULL);

  return get_private (self)->analysis;
}

/**
 * plx_record_get_group:
 * @self: a record
 *
 * Returns: the place of the article or claim in which the thing stands, or 0
 */
guint
plx_record_get_group (PlxRecord *self)
{
  g_return_val_if_fail (PLX_IS_RECORD (self), 0);

  return get_private (self)->group;
}

/**
 * plx_record_get_index:
 * @self: a record
 *
 * Returns: its place among those of its kind and group, from 0
 */
guint
plx_record_get_index (PlxRecord *self)
{
  g_return_val_if_fail (PLX_IS_RECORD (self), 0);

  return get_private (self)->index;
}

/**
 * PlxRecordList:
 *
 * A list model that makes its records when they are asked for.
 *
 * An article of 600 words has some hundreds of sentences and mentions; only the rows on the
 * screen become objects.
 */
struct _PlxRecordList
{
  GObject      parent_instance;

  GType        item_type;
  PlxAnalysis *analysis; /* never NULL */
  guint        group;
  GArray      *indices;  /* guint32 */
};

static GType
record_list_get_item_type (GListModel *model)
{
  return PLX_RECORD_LIST (model)->item_type;
}

static guint
record_list_get_n_items (GListModel *model)
{
  return PLX_RECORD_LIST (model)->indices->len;
}

static gpointer
record_list_get_item (GListModel *model,
                      guint       position)
{
  PlxRecordList *self = PLX_RECORD_LIST (model);

  if (position >= self->indices->len)
    return NULL;

  return g_object_new (self->item_type,
                       "analysis", self->analysis,
                       "group", self->group,
                       "index", g_array_index (self->indices, guint32, position),
                       NULL);
}

static void
record_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = record_list_get_item_type;
  iface->get_n_items = record_list_get_n_items;
  iface->get_item = record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxRecordList, plx_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, record_list_iface_init))

static void
plx_record_list_finalize (GObject *object)
{
  PlxRecordList *self = PLX_RECORD_LIST (object);

  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->indices, g_array_unref);

  G_OBJECT_CLASS (plx_record_list_parent_class)->finalize (object);
}

static void
plx_record_list_class_init (PlxRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_record_list_finalize;
}

static void
plx_record_list_init (PlxRecordList *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * plx_record_list_new:
 * @item_type: a type derived from [class@Record]
 * @analysis: where the records look
 * @group: the article or claim in which they stand, or 0
 * @indices: (array length=n_indices): their places
 * @n_indices: how many there are
 *
 * Returns: (transfer full): a list of them
 */
GListModel *
plx_record_list_new (GType          item_type,
                     PlxAnalysis   *analysis,
                     guint          group,
                     const guint32 *indices,
                     guint          n_indices)
{
  PlxRecordList *self = g_object_new (PLX_TYPE_RECORD_LIST, NULL);

  self->item_type = item_type;
  self->analysis = plx_analysis_ref (analysis);
  self->group = group;
  g_array_append_vals (self->indices, indices, n_indices);

  return G_LIST_MODEL (self);
}

/**
 * plx_record_list_new_all:
 * @item_type: a type derived from [class@Record]
 * @analysis: where the records look
 * @group: the article or claim in which they stand, or 0
 * @n: how many there are
 *
 * Returns: (transfer full): a list of the first @n of the group, in their order
 */
GListModel *
plx_record_list_new_all (GType        item_type,
                         PlxAnalysis *analysis,
                         guint        group,
                         guint        n)
{
  g_autoptr (GArray) indices = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint32 i = 0; i < n; i++)
    g_array_append_val (indices, i);

  return plx_record_list_new (item_type, analysis, group, (const guint32 *) indices->data, n);
}
