/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-block-row"

#include "config.h"

#include "read/plx-block-row.h"

#include <glib/gi18n.h>

#include "kept/plx-text-note-dialog.h"
#include "read/plx-block-row-private.h"
#include "read/plx-read-selection.h"

typedef enum
{
  PROP_ITEM = 1,
} PlxBlockRowProperty;

enum
{
  SIGNAL_NAME_ACTIVATED,
  SIGNAL_FOLD_ACTIVATED,
  SIGNAL_MARK_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_ITEM + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxBlockRow, plx_block_row, ADW_TYPE_BIN)

static gboolean
activate_link_cb (PlxBlockRow *self,
                  const char  *uri)
{
  g_signal_emit (self, signals[SIGNAL_NAME_ACTIVATED], 0, (guint) g_ascii_strtoull (uri, NULL, 10));

  return TRUE;
}

static void
fold_clicked_cb (PlxBlockRow *self)
{
  g_signal_emit (self, signals[SIGNAL_FOLD_ACTIVATED], 0);
}

/* The button that cuts is there for those who point at a paragraph or have the keys in it. */
static gboolean
is_wanted (PlxBlockRow *self,
           gboolean     contains_pointer,
           gboolean     contains_focus)
{
  return (contains_pointer || contains_focus) && self->item != NULL &&
         plx_read_item_get_kind (self->item) == PLX_READ_ITEM_BLOCK;
}

static void
keep_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxReadItem *item = PLX_BLOCK_ROW (widget)->item;

  plx_session_set_kept_run (plx_read_item_get_session (item), plx_read_item_get_article (item),
                            plx_read_item_get_block (item), plx_read_item_get_n_blocks (item),
                            !g_str_equal (action_name, "block.cut"));
}

static void
always_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxReadItem *item = PLX_BLOCK_ROW (widget)->item;

  plx_session_set_always (plx_read_item_get_session (item), plx_read_item_get_article (item),
                          plx_read_item_get_block (item),
                          plx_read_item_get_kind (item) == PLX_READ_ITEM_CUT);
}

static void
mark_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxBlockRow *self = PLX_BLOCK_ROW (widget);
  guint32 first = plx_document_get_block (plx_block_row_get_document (self),
                                          plx_read_item_get_block (self->item))->start;
  guint start, end;

  /* Nothing is asked for, too: it is for the view to say so. */
  if (!plx_read_selection_find (self->text, &start, &end))
    start = end;
  g_signal_emit (self, signals[SIGNAL_MARK_REQUESTED], 0, first + start, first + end);
}

/* A note on what is selected, or the word at the cursor; `NULL` where there is none. */
static PlxNote *
make_note (PlxBlockRow *self)
{
  guint32 first = plx_document_get_block (plx_block_row_get_document (self),
                                          plx_read_item_get_block (self->item))->start;
  guint start, end;

  if (!plx_read_selection_find (self->text, &start, &end))
    return NULL;

  return plx_session_make_text_note (plx_read_item_get_session (self->item),
                                     plx_read_item_get_article (self->item),
                                     first + start, first + end);
}

static void
remark_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxBlockRow *self = PLX_BLOCK_ROW (widget);
  g_autoptr (PlxNote) note = make_note (self);

  if (note != NULL)
    adw_dialog_present (plx_text_note_dialog_new (plx_read_item_get_session (self->item), note),
                        widget);
}

static void
highlight_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PlxBlockRow *self = PLX_BLOCK_ROW (widget);
  g_autoptr (PlxNote) note = make_note (self);

  if (note == NULL)
    return;

  note->highlight = plx_highlight_from_nick (g_variant_get_string (parameter, NULL));
  plx_session_write_note (plx_read_item_get_session (self->item), note, _("Highlight Words"));
}

static gboolean
activate_remark_cb (PlxBlockRow *self,
                    const char  *uri)
{
  PlxSession *session = plx_read_item_get_session (self->item);
  const PlxNote *note = plx_session_find_note (session, g_ascii_strtoll (uri, NULL, 10));

  if (note != NULL)
    adw_dialog_present (plx_text_note_dialog_new (session, note), GTK_WIDGET (self));

  return TRUE;
}

static void
plx_block_row_dispose (GObject *object)
{
  PlxBlockRow *self = PLX_BLOCK_ROW (object);

  plx_block_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_BLOCK_ROW);

  G_OBJECT_CLASS (plx_block_row_parent_class)->dispose (object);
}

static void
plx_block_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlxBlockRow *self = PLX_BLOCK_ROW (object);

  switch ((PlxBlockRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_block_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlxBlockRow *self = PLX_BLOCK_ROW (object);

  switch ((PlxBlockRowProperty) prop_id)
    {
    case PROP_ITEM:
      plx_block_row_set_item (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_block_row_class_init (PlxBlockRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_block_row_dispose;
  object_class->get_property = plx_block_row_get_property;
  object_class->set_property = plx_block_row_set_property;

  props[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, PLX_TYPE_READ_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_NAME_ACTIVATED] =
    g_signal_new ("name-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FOLD_ACTIVATED] =
    g_signal_new ("fold-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_MARK_REQUESTED] =
    g_signal_new ("mark-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "block.highlight", "s", highlight_cb);
  gtk_widget_class_install_action (widget_class, "block.remark", NULL, remark_cb);
  gtk_widget_class_install_action (widget_class, "block.mark", NULL, mark_cb);
  gtk_widget_class_install_action (widget_class, "block.cut", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "block.put-back", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "block.always", NULL, always_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-block-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, text_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, text);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, decision);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, remarks);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, fold);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, fold_button);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, fold_put_back);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, fold_arrow);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, fold_label);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, fold_word);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, cut);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, cut_reason);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, cut_text);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, note);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, note_icon);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, note_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_remark_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_wanted);
}

static void
plx_block_row_init (PlxBlockRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlxReadItem *
plx_block_row_get_item (PlxBlockRow *self)
{
  g_return_val_if_fail (PLX_IS_BLOCK_ROW (self), NULL);

  return self->item;
}

void
plx_block_row_set_item (PlxBlockRow *self,
                        PlxReadItem *item)
{
  g_return_if_fail (PLX_IS_BLOCK_ROW (self));
  g_return_if_fail (item == NULL || PLX_IS_READ_ITEM (item));

  if (self->item == item)
    return;

  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->item, plx_block_row_update, self);
      g_signal_handlers_disconnect_by_func (plx_read_item_get_session (self->item),
                                            plx_block_row_update, self);
    }
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_object (item, "changed", G_CALLBACK (plx_block_row_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (plx_read_item_get_session (item), "notes-changed",
                               G_CALLBACK (plx_block_row_update), self, G_CONNECT_SWAPPED);
      plx_block_row_update (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

/**
 * plx_block_row_focus:
 * @self: a row that shows a block
 * @mention: a mention in that block
 *
 * Puts the keys and the cursor on a name, so that one goes on from there.
 */
void
plx_block_row_focus (PlxBlockRow *self,
                     guint        mention)
{
  PlxSession *session = plx_read_item_get_session (self->item);
  PlxAnnotation *annotation =
    plx_analysis_get_annotation (plx_session_get_analysis (session),
                                 plx_read_item_get_article (self->item));
  const PlxMentionSpan *span = &g_array_index (annotation->mentions, PlxMentionSpan, mention);
  const PlxBlockSpan *block = plx_document_get_block (annotation->document,
                                                      plx_read_item_get_block (self->item));
  const char *text = gtk_label_get_text (self->text);
  int offset = g_utf8_pointer_to_offset (text, text + span->start - block->start);

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_label_select_region (self->text, offset, offset);
}

/**
 * plx_block_row_locate:
 * @self: a row that shows a block
 * @mention: a mention in that block
 * @relative_to: the widget in whose coordinates the answer is
 * @rectangle: (out): where the mention is
 *
 * Returns: whether it can be told
 */
gboolean
plx_block_row_locate (PlxBlockRow  *self,
                      guint         mention,
                      GtkWidget    *relative_to,
                      GdkRectangle *rectangle)
{
  PlxSession *session = plx_read_item_get_session (self->item);
  PlxAnnotation *annotation =
    plx_analysis_get_annotation (plx_session_get_analysis (session),
                                 plx_read_item_get_article (self->item));
  const PlxMentionSpan *span = &g_array_index (annotation->mentions, PlxMentionSpan, mention);
  const PlxBlockSpan *block = plx_document_get_block (annotation->document,
                                                      plx_read_item_get_block (self->item));
  PangoRectangle start, end;
  graphene_point_t point;
  int x, y;

  /* The text of the label is the block's, byte for byte. */
  pango_layout_index_to_pos (gtk_label_get_layout (self->text), span->start - block->start,
                             &start);
  pango_layout_index_to_pos (gtk_label_get_layout (self->text), span->end - block->start, &end);
  gtk_label_get_layout_offsets (self->text, &x, &y);

  if (!gtk_widget_compute_point (GTK_WIDGET (self->text), relative_to,
                                 &GRAPHENE_POINT_INIT (x + PANGO_PIXELS (start.x),
                                                       y + PANGO_PIXELS (start.y)),
                                 &point))
    return FALSE;

  rectangle->x = point.x;
  rectangle->y = point.y;
  rectangle->width = start.y == end.y ? ABS (PANGO_PIXELS (end.x - start.x)) : 1;
  rectangle->height = PANGO_PIXELS (start.height);
  if (start.y == end.y && end.x < start.x)
    rectangle->x -= rectangle->width;

  return TRUE;
}
