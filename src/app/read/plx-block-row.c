/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-block-row"

#include "config.h"

#include "read/plx-block-row.h"

#include <glib/gi18n.h>

#include "read/plx-read-labels.h"
#include "read/plx-read-selection.h"
#include "read/plx-read-text.h"
#include "window/plx-labels.h"

/**
 * PlxBlockRow:
 *
 * Shows a [class@ReadItem].
 *
 * Signals: `name-activated (guint mention)`, `fold-activated ()`, `mark-requested (guint start,
 * guint end)` for the bytes of the article's text that are selected, if any.
 *
 * ## Actions
 *
 * - `block.cut` cuts the block out of the article
 * - `block.put-back` puts it back, or all blocks for which the row stands
 * - `block.always` does the one or the other in all articles of the outlet
 * - `block.mark` asks for what is selected, or the word at the cursor, to be marked as a name
 */
struct _PlxBlockRow
{
  AdwBin       parent_instance;

  PlxReadItem *item; /* nullable: rows are recycled */

  GtkWidget   *text_overlay;
  GtkLabel    *text;
  GtkLabel    *decision;
  GtkWidget   *fold;
  GtkWidget   *fold_button;
  GtkWidget   *fold_put_back;
  GtkImage    *fold_arrow;
  GtkLabel    *fold_label;
  GtkLabel    *fold_word;
  GtkWidget   *cut;
  GtkLabel    *cut_reason;
  GtkLabel    *cut_text;
  GtkButton   *note;
  GtkImage    *note_icon;
  GtkLabel    *note_label;
};

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

static PlxDocument *
get_document (PlxBlockRow *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (plx_read_item_get_session (self->item));

  return plx_analysis_get_document (analysis, plx_read_item_get_article (self->item));
}

static const char *
get_role_class (PlxRole role)
{
  switch (role)
    {
    case PLX_ROLE_HEADLINE:
      return "title-1";

    case PLX_ROLE_STANDFIRST:
      return "plx-standfirst";

    case PLX_ROLE_AUTHOR:
    case PLX_ROLE_DATE:
      return "plx-byline";

    case PLX_ROLE_HEADING:
      return "title-4";

    case PLX_ROLE_QUOTE:
      return "plx-quote";

    case PLX_ROLE_BODY:
    case PLX_ROLE_LIST:
    case PLX_ROLE_TABLE:
    case PLX_ROLE_CAPTION:
    case PLX_ROLE_CHROME:
    default:
      return "plx-body";
    }
}

/* Where only the names in a text change, the cursor and what is selected stay. */
static void
set_markup (GtkLabel   *label,
            const char *markup)
{
  g_autofree char *text = g_strdup (gtk_label_get_text (label));
  int start, end;

  gtk_label_get_selection_bounds (label, &start, &end);
  gtk_label_set_markup (label, markup);
  if (g_str_equal (gtk_label_get_text (label), text) && end > 0)
    gtk_label_select_region (label, start, end);
}

static void
set_text (PlxBlockRow *self,
          const char  *markup,
          const char  *style)
{
  const char *classes[] = { "plx-text", style, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->text), classes);
  gtk_label_set_extra_menu (self->text, NULL);
  if (g_strcmp0 (gtk_label_get_label (self->text), markup) != 0)
    set_markup (self->text, markup);
  plx_label_follow (self->text, gtk_label_get_text (self->text));
}

static void
show_head (PlxBlockRow *self)
{
  const char *source = plx_session_get_source (plx_read_item_get_session (self->item),
                                               plx_read_item_get_article (self->item));
  g_autofree char *day = plx_label_day (plx_document_get_day (get_document (self)));
  g_autofree char *markup = NULL;

  if (*day != '\0')
    markup = g_markup_printf_escaped ("%s · %s", source, day);
  else
    markup = g_markup_escape_text (source, -1);
  set_text (self, markup, "caption-heading");
}

/* What can be done to a block, for the menu that opens on its text. */
static GMenuModel *
make_menu (PlxBlockRow *self,
           gboolean     is_cut)
{
  const char *outlet = get_document (self)->fields[PLX_FIELD_OUTLET];
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new ();
  g_autofree char *always = NULL;

  if (!is_cut)
    {
      g_menu_append (names, _("Mark as _Name…"), "block.mark");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
    }

  if (is_cut)
    g_menu_append (section, _("Put _Back"), "block.put-back");
  else
    g_menu_append (section, _("C_ut This Paragraph"), "block.cut");

  if (outlet != NULL)
    {
      /* Translators: %s is an outlet */
      always = g_strdup_printf (is_cut ? _("_Always Keep This in %s") : _("_Always Cut This in %s"),
                                outlet);
      g_menu_append (section, always, "block.always");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
show_block (PlxBlockRow *self)
{
  g_autofree char *decision = plx_read_label_decision (get_document (self),
                                                       plx_read_item_get_block (self->item));
  g_autoptr (GMenuModel) menu = NULL;
  const PlxBlockSpan *block = plx_document_get_block (get_document (self),
                                                      plx_read_item_get_block (self->item));
  g_autofree char *markup = NULL;

  markup = plx_read_text_block (plx_read_item_get_session (self->item),
                                plx_read_item_get_article (self->item),
                                plx_read_item_get_block (self->item),
                                plx_read_item_get_highlight (self->item));
  set_text (self, markup, get_role_class (block->role));
  gtk_label_set_label (self->decision, decision != NULL ? decision : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decision), decision != NULL);

  menu = make_menu (self, FALSE);
  gtk_label_set_extra_menu (self->text, menu);
}

/* “Donation appeal”, “Navigation, Share buttons”, “Navigation, Share buttons, …” */
static char *
describe_reasons (PlxDocument *document,
                  guint        first,
                  guint        n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint seen = 0;
  guint n_seen = 0;

  for (guint i = first; i < first + n; i++)
    {
      PlxCutReason reason = plx_document_get_block (document, i)->reason;

      if ((seen & (1u << reason)) != 0)
        continue;

      seen |= 1u << reason;
      if (n_seen > 0)
        g_string_append (text, _(", "));
      g_string_append (text, n_seen < 2 ? plx_label_reason (reason) : "…");
      if (++n_seen > 2)
        break;
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_fold (PlxBlockRow *self)
{
  guint n = plx_read_item_get_n_blocks (self->item);
  gboolean open = plx_read_item_is_open (self->item);
  g_autofree char *reasons = NULL;
  g_autofree char *text = NULL;

  reasons = describe_reasons (get_document (self), plx_read_item_get_block (self->item), n);

  /* Translators: %1$s is such as “Donation appeal”, %2$u how many paragraphs of it */
  text = g_strdup_printf (ngettext ("%1$s, %2$u paragraph cut", "%1$s, %2$u paragraphs cut", n),
                          reasons, n);
  gtk_label_set_label (self->fold_label, text);
  gtk_label_set_label (self->fold_word, open ? _("Hide") : _("Show"));
  gtk_image_set_from_icon_name (self->fold_arrow,
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (self->fold_put_back, open && n > 1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button),
                               GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
show_cut (PlxBlockRow *self)
{
  PlxDocument *document = get_document (self);
  guint index = plx_read_item_get_block (self->item);
  g_autofree char *text = plx_document_dup_block (document, index);
  g_autofree char *reason = plx_read_label_cut (document, index);
  g_autoptr (GMenuModel) menu = NULL;

  gtk_label_set_label (self->cut_reason, reason);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cut_reason),
                               plx_document_get_block (document, index)->place);
  gtk_label_set_label (self->cut_text, text);
  plx_label_follow (self->cut_text, text);

  menu = make_menu (self, TRUE);
  gtk_label_set_extra_menu (self->cut_text, menu);
}

static void
show_note (PlxBlockRow *self,
           const char  *text,
           const char  *icon,
           const char  *pane)
{
  gtk_label_set_label (self->note_label, text);
  gtk_image_set_from_icon_name (self->note_icon, icon);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->note), "s", pane);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->note), "read.pane");
}

static void
show_receipt (PlxBlockRow *self)
{
  g_autofree char *text = plx_read_label_count (get_document (self));

  show_note (self, text, "edit-cut-symbolic", "receipt");
}

static void
show_conflicts (PlxBlockRow *self)
{
  g_autofree char *text = plx_read_label_conflicts (get_document (self));

  show_note (self, text != NULL ? text : "", "dialog-information-symbolic", "details");
}

static void
show_language (PlxBlockRow *self)
{
  g_autofree char *text = plx_read_label_language (get_document (self));

  show_note (self, text != NULL ? text : "", "preferences-desktop-locale-symbolic", "details");
}

static void
show_parts (PlxBlockRow     *self,
            PlxReadItemKind  kind)
{
  gboolean has_outlet = get_document (self)->fields[PLX_FIELD_OUTLET] != NULL;
  gboolean is_block = kind == PLX_READ_ITEM_BLOCK;
  gboolean is_cut = kind == PLX_READ_ITEM_CUT;

  gtk_widget_set_visible (self->text_overlay, kind == PLX_READ_ITEM_HEAD || is_block);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), FALSE);
  gtk_widget_set_visible (self->fold, kind == PLX_READ_ITEM_FOLD);
  gtk_widget_set_visible (self->cut, is_cut);
  gtk_widget_set_visible (GTK_WIDGET (self->note),
                          kind == PLX_READ_ITEM_RECEIPT || kind == PLX_READ_ITEM_NOTE ||
                            kind == PLX_READ_ITEM_LANGUAGE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.cut", is_block);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.mark", is_block);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.put-back",
                                 is_cut || kind == PLX_READ_ITEM_FOLD);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.always",
                                 (is_block || is_cut) && has_outlet);
}

static void
update (PlxBlockRow *self)
{
  PlxReadItemKind kind;

  /* A row may outlive the comparison of which it is. */
  if (self->item == NULL ||
      plx_session_get_analysis (plx_read_item_get_session (self->item)) == NULL)
    return;

  kind = plx_read_item_get_kind (self->item);
  show_parts (self, kind);

  switch (kind)
    {
    case PLX_READ_ITEM_HEAD:
      show_head (self);
      break;

    case PLX_READ_ITEM_FOLD:
      show_fold (self);
      break;

    case PLX_READ_ITEM_CUT:
      show_cut (self);
      break;

    case PLX_READ_ITEM_RECEIPT:
      show_receipt (self);
      break;

    case PLX_READ_ITEM_NOTE:
      show_conflicts (self);
      break;

    case PLX_READ_ITEM_LANGUAGE:
      show_language (self);
      break;

    case PLX_READ_ITEM_BLOCK:
    default:
      show_block (self);
    }
}

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
  guint32 first = plx_document_get_block (get_document (self),
                                          plx_read_item_get_block (self->item))->start;
  guint start, end;

  /* Nothing is asked for, too: it is for the view to say so. */
  if (!plx_read_selection_find (self->text, &start, &end))
    start = end;
  g_signal_emit (self, signals[SIGNAL_MARK_REQUESTED], 0, first + start, first + end);
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

  gtk_widget_class_install_action (widget_class, "block.mark", NULL, mark_cb);
  gtk_widget_class_install_action (widget_class, "block.cut", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "block.put-back", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "block.always", NULL, always_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-block-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, text_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, text);
  gtk_widget_class_bind_template_child (widget_class, PlxBlockRow, decision);
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
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_object (item, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
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
