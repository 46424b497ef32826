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
