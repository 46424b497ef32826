/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-block-row"

#include "config.h"

#include "read/plx-block-row.h"

#include <glib/gi18n.h>

#include "read/plx-block-row-private.h"
#include "read/plx-read-labels.h"
#include "read/plx-read-text.h"
#include "window/plx-labels.h"

/* What a row shows: a paragraph with its names, what was cut, or a word on the whole article. */

/**
 * plx_block_row_get_document:
 * @self: a row that shows something
 *
 * Returns: (transfer none): the article of which it is
 */
PlxDocument *
plx_block_row_get_document (PlxBlockRow *self)
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
  gtk_label_set_attributes (self->text, NULL);
  if (g_strcmp0 (gtk_label_get_label (self->text), markup) != 0)
    set_markup (self->text, markup);
  plx_label_follow (self->text, gtk_label_get_text (self->text));
}

static void
show_head (PlxBlockRow *self)
{
  const char *source = plx_session_get_source (plx_read_item_get_session (self->item),
                                               plx_read_item_get_article (self->item));
  g_autofree char *day = plx_label_day (plx_document_get_day (plx_block_row_get_document (self)));
  g_autofree char *markup = NULL;

  if (*day != '\0')
    markup = g_markup_printf_escaped ("%s · %s", source, day);
  else
    markup = g_markup_escape_text (source, -1);
  set_text (self, markup, "caption-heading");
}

static GMenuModel *
make_notes_menu (void)
{
  static GMenu *menu;
  g_autoptr (GMenu) highlights = NULL;

  if (menu != NULL)
    return G_MENU_MODEL (menu);

  highlights = g_menu_new ();
  g_menu_append (highlights, _("_Mark"), "block.highlight::mark");
  g_menu_append (highlights, _("_Important"), "block.highlight::important");
  g_menu_append (highlights, _("_Doubtful"), "block.highlight::doubt");
  menu = g_menu_new ();
  g_menu_append (menu, _("_Note…"), "block.remark");
  g_menu_append_submenu (menu, _("_Highlight"), G_MENU_MODEL (highlights));

  return G_MENU_MODEL (menu);
}

static void
add_attribute (PangoAttrList    *attributes,
               PangoAttribute   *attribute,
               guint32           start,
               guint32           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* Weight and slope tell the ways apart for those who do not see the colours, which stand on light
 * and dark alike. A note without a highlight has a line over its words. */
static void
highlight (PangoAttrList *attributes,
           PlxHighlight   how,
           guint32        start,
           guint32        end)
{
  static const struct
  {
    guint16 red, green, blue;
  } colors[] = {
    [PLX_HIGHLIGHT_MARK] = { 0xf5f5, 0xc2c2, 0x1111 },
    [PLX_HIGHLIGHT_IMPORTANT] = { 0xe6e6, 0x6161, 0x0000 },
    [PLX_HIGHLIGHT_DOUBT] = { 0x3535, 0x8484, 0xe4e4 },
  };

  if (how == PLX_HIGHLIGHT_NONE)
    {
      add_attribute (attributes, pango_attr_overline_new (PANGO_OVERLINE_SINGLE), start, end);
      return;
    }

  add_attribute (attributes, pango_attr_background_new (colors[how].red, colors[how].green,
                                                        colors[how].blue), start, end);
  add_attribute (attributes, pango_attr_background_alpha_new (0x5000), start, end);
  if (how == PLX_HIGHLIGHT_IMPORTANT)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if (how == PLX_HIGHLIGHT_DOUBT)
    add_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
}

/* A note that is in two sentences is told once. */
static gboolean
is_told (GArray *places,
         guint   i)
{
  for (guint k = 0; k < i; k++)
    if (g_array_index (places, PlxTextNotePlace, k).note ==
        g_array_index (places, PlxTextNotePlace, i).note)
      return TRUE;

  return FALSE;
}

/* The text of the label is the block's, byte for byte. */
static void
show_remarks (PlxBlockRow        *self,
              const PlxBlockSpan *block)
{
  g_autoptr (GArray) places =
    plx_session_list_text_notes (plx_read_item_get_session (self->item),
                                 plx_read_item_get_article (self->item), block->start, block->end);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PlxTextNotePlace *place = &g_array_index (places, PlxTextNotePlace, i);
      const char *text = *place->note->body != '\0' ? place->note->body : _("Highlighted");
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      highlight (attributes, place->note->highlight,
                 MAX (place->start, block->start) - block->start,
                 MIN (place->end, block->end) - block->start);
      if (!is_told (places, i))
        g_string_append_printf (markup, "%s<a href=\"%" G_GINT64_FORMAT "\">%s</a>",
                                markup->len > 0 ? "\n" : "", place->note->id, escaped);
    }

  gtk_label_set_attributes (self->text, places->len > 0 ? attributes : NULL);
  gtk_label_set_markup (self->remarks, markup->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), markup->len > 0);
}

/* What can be done to a block, for the menu that opens on its text. */
static GMenuModel *
make_menu (PlxBlockRow *self,
           gboolean     is_cut)
{
  const char *outlet = plx_block_row_get_document (self)->fields[PLX_FIELD_OUTLET];
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new ();
  g_autofree char *always = NULL;

  if (!is_cut)
    {
      g_menu_append_section (menu, NULL, make_notes_menu ());
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
  g_autofree char *decision = plx_read_label_decision (plx_block_row_get_document (self),
                                                       plx_read_item_get_block (self->item));
  g_autoptr (GMenuModel) menu = NULL;
  const PlxBlockSpan *block = plx_document_get_block (plx_block_row_get_document (self),
                                                      plx_read_item_get_block (self->item));
  g_autofree char *markup = NULL;

  markup = plx_read_text_block (plx_read_item_get_session (self->item),
                                plx_read_item_get_article (self->item),
                                plx_read_item_get_block (self->item),
                                plx_read_item_get_highlight (self->item));
  set_text (self, markup, get_role_class (block->role));
  show_remarks (self, block);
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

  reasons = describe_reasons (plx_block_row_get_document (self),
                              plx_read_item_get_block (self->item), n);

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
  PlxDocument *document = plx_block_row_get_document (self);
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
  g_autofree char *text = plx_read_label_count (plx_block_row_get_document (self));

  show_note (self, text, "edit-cut-symbolic", "receipt");
}

static void
show_conflicts (PlxBlockRow *self)
{
  g_autofree char *text = plx_read_label_conflicts (plx_block_row_get_document (self));

  show_note (self, text != NULL ? text : "", "dialog-information-symbolic", "details");
}

static void
show_language (PlxBlockRow *self)
{
  g_autofree char *text = plx_read_label_language (plx_block_row_get_document (self));

  show_note (self, text != NULL ? text : "", "preferences-desktop-locale-symbolic", "details");
}

static void
show_parts (PlxBlockRow     *self,
            PlxReadItemKind  kind)
{
  gboolean has_outlet = plx_block_row_get_document (self)->fields[PLX_FIELD_OUTLET] != NULL;
  gboolean is_block = kind == PLX_READ_ITEM_BLOCK;
  gboolean is_cut = kind == PLX_READ_ITEM_CUT;

  gtk_widget_set_visible (self->text_overlay, kind == PLX_READ_ITEM_HEAD || is_block);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.highlight", is_block);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.remark", is_block);
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

/**
 * plx_block_row_update:
 * @self: a row
 *
 * Shows what its item has now.
 */
void
plx_block_row_update (PlxBlockRow *self)
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
