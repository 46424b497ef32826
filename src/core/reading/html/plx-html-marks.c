/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-content"

#include "config.h"

#include "reading/html/plx-html-content.h"

#include <string.h>

#include "reading/article/plx-chrome.h"
#include "reading/article/plx-cues.h"
#include "reading/html/plx-html-content-private.h"

/* Once it is known which element holds the article: what each block is, and which are no part of
 * it. */

/* What is said of an author has no more blocks than this. */
#define AUTHOR_BLOCKS 4

/* The role that an element gives what stands in it. */
static PlxRole
get_role (PlxHtmlTag tag,
          PlxRole    around)
{
  if (tag == PLX_HTML_QUOTE || around == PLX_ROLE_QUOTE)
    return PLX_ROLE_QUOTE;
  if (tag == PLX_HTML_ITEM)
    return PLX_ROLE_LIST;
  if (tag == PLX_HTML_ROW)
    return PLX_ROLE_TABLE;

  return around;
}

/* A list, a table or a division whose text is mostly links leads elsewhere. */
static gboolean
is_link_farm (const PlxHtmlElement *element)
{
  double density = plx_html_content_get_density (element->link_chars, element->chars);

  if (element->tag == PLX_HTML_PARAGRAPH || element->tag == PLX_HTML_ITEM ||
      element->tag == PLX_HTML_CELL || element->tag == PLX_HTML_ROW)
    return FALSE;

  return density > 0.6 && element->chars > 20 && element->mass < 12;
}

/* Tells an element what it has from those around it, which know it of themselves already. */
static void
inherit (PlxHtmlPage *page,
         guint        at,
         guint        root)
{
  static const PlxHtmlElement top = { .role = PLX_ROLE_BODY };
  PlxHtmlElement *element = plx_html_page_get_element (page, at);
  const PlxHtmlElement *around = &top;
  gboolean quote = element->tag == PLX_HTML_QUOTE;
  PlxCutReason own = plx_html_content_claims_chrome (page, at) ? element->hint : PLX_CUT_NONE;

  if (at == root || element->is_section)
    {
      element->is_inside = TRUE;
      element->reason = element->reason_in_quote = PLX_CUT_NONE;
      element->role = PLX_ROLE_BODY;
      element->is_farm = FALSE;
      return;
    }

  if (element->parent != PLX_HTML_NONE)
    around = plx_html_page_get_element (page, element->parent);

  /* A post that the article quotes is no way to share the article. */
  if (quote && own == PLX_CUT_SHARE)
    own = PLX_CUT_NONE;
  element->reason_in_quote = own != PLX_CUT_NONE && own != PLX_CUT_SHARE
                                 ? own : around->reason_in_quote;
  element->reason = own != PLX_CUT_NONE ? own : quote ? around->reason_in_quote : around->reason;
  element->is_farm = around->is_farm || is_link_farm (element);
  element->role = get_role (element->tag, around->role);
  element->is_inside = around->is_inside;
}

static PlxRole
role_of_cut (PlxCutReason reason)
{
  return reason == PLX_CUT_CAPTION ? PLX_ROLE_CAPTION : PLX_ROLE_CHROME;
}

static void
mark_outside (PlxHtmlPage  *page,
              PlxHtmlBlock *block)
{
  PlxCutReason reason = PLX_CUT_NONE;

  if (block->element != PLX_HTML_NONE)
    reason = plx_html_page_get_element (page, block->element)->reason;
  if (reason == PLX_CUT_NONE || reason == PLX_CUT_NAVIGATION)
    {
      PlxCutReason own = plx_cues_judge_draft (block->draft);

      reason = own != PLX_CUT_NONE ? own : PLX_CUT_NAVIGATION;
    }

  plx_draft_settle (block->draft, role_of_cut (reason), reason);
}

static void
mark_inside (PlxHtmlPage  *page,
             PlxHtmlBlock *block)
{
  const PlxHtmlElement *element = plx_html_page_get_element (page, block->element);
  PlxCutReason reason = element->reason;
  gsize length = strlen (block->draft->text);
  double density = plx_html_content_get_density (block->link_chars, length);

  if (reason == PLX_CUT_NONE)
    reason = plx_cues_judge_draft (block->draft);
  if (reason == PLX_CUT_NONE && block->level > 0 && block->draft->shape.n_words <= 5 &&
      g_str_has_prefix (block->draft->text, "More "))
    reason = PLX_CUT_RELATED_LINK;
  if (reason == PLX_CUT_NONE && block->level == 0 && plx_chrome_is_caption (block->draft))
    reason = PLX_CUT_CAPTION;
  if (reason == PLX_CUT_NONE && element->is_farm)
    reason = PLX_CUT_RELATED_LINK;
  /* A paragraph that is one link, without a stop: a way to another article. */
  if (reason == PLX_CUT_NONE && density > 0.8 && block->level == 0 &&
      (!block->draft->shape.ends_sentence || block->draft->shape.n_words < 20))
    reason = PLX_CUT_RELATED_LINK;

  if (reason != PLX_CUT_NONE)
    plx_draft_settle (block->draft, role_of_cut (reason), reason);
  else
    block->draft->role = block->level > 0 ? PLX_ROLE_HEADING : element->role;
}

/* A heading under which nothing is kept has nothing to head. */
static void
mark_empty_headings (PlxHtmlPage *page)
{
  gboolean kept_below = FALSE;
  PlxCutReason below = PLX_CUT_RELATED_LINK;

  for (guint i = page->blocks->len; i-- > 0;)
    {
      PlxDraft *draft = plx_html_page_get_block (page, i)->draft;

      if (plx_draft_is_cut (draft))
        {
          if (!kept_below)
            below = draft->reason;
          continue;
        }
      if (draft->role == PLX_ROLE_HEADING && !kept_below)
        plx_draft_settle (draft, PLX_ROLE_CHROME, below);
      else
        kept_below = draft->role != PLX_ROLE_HEADING || kept_below;
    }
}

/*
 * What stands under a heading such as “More from us” is what the heading says, as long as it is
 * a list or leads elsewhere.
 */
static void
mark_under_headings (PlxHtmlPage *page)
{
  PlxCutReason reason = PLX_CUT_NONE;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);
      gsize length = strlen (block->draft->text);

      if (block->level > 0)
        reason = plx_draft_is_cut (block->draft) ? block->draft->reason : PLX_CUT_NONE;
      else if (reason == PLX_CUT_NONE || reason == PLX_CUT_NAVIGATION ||
               reason == PLX_CUT_CAPTION || plx_draft_is_cut (block->draft))
        continue;
      else if (block->draft->role == PLX_ROLE_LIST ||
               plx_html_content_get_density (block->link_chars, length) > 0.3 ||
               !plx_draft_is_prose (block->draft))
        plx_draft_settle (block->draft, PLX_ROLE_CHROME, reason);
      else
        reason = PLX_CUT_NONE;
    }
}

static gboolean
is_about_author (const PlxDraft *draft)
{
  static const char *const openings[] = { "about the author", "about the writer", "über den autor",
                                          "über die autor", "zum autor", "zur autorin",
                                          "à propos de l", "sobre el autor", "sobre la autora",
                                          "acerca del autor", "sobre o autor", "sobre a autora",
                                          "sull’autore", "sull'autore", "over de auteur",
                                          "o autorze", "o autorce", "om författaren",
                                          "om forfatteren", "o autorovi", "despre autor",
                                          "yazar hakkında", "об авторе", "про автора",
                                          "作者简介", "著者について" };
  g_autofree char *lower = NULL;

  if (draft->shape.n_words > 8 || draft->shape.ends_sentence)
    return FALSE;

  lower = g_utf8_strdown (draft->text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (lower, openings[i]))
      return TRUE;

  return FALSE;
}

/* What is said of the author at the end speaks of no event. */
static void
mark_author_box (PlxHtmlPage *page)
{
  guint n_after = 0;

  for (guint i = page->blocks->len; i-- > 0 && n_after <= AUTHOR_BLOCKS;)
    {
      PlxDraft *draft = plx_html_page_get_block (page, i)->draft;

      if (is_about_author (draft))
        {
          for (guint k = i; k < page->blocks->len; k++)
            if (!plx_draft_is_cut (plx_html_page_get_block (page, k)->draft))
              plx_draft_settle (plx_html_page_get_block (page, k)->draft, PLX_ROLE_CHROME,
                                PLX_CUT_PROMO);
          return;
        }
      n_after += !plx_draft_is_cut (draft);
    }
}

/**
 * plx_html_content_mark_blocks:
 * @page: a page
 * @root: the element that holds the article
 *
 * Gives every block of the page a role, and those that are no part of the article a reason.
 */
void
plx_html_content_mark_blocks (PlxHtmlPage *page,
                              guint        root)
{
  plx_html_content_add_sections (page, root);
  for (guint i = 0; i < page->elements->len; i++)
    inherit (page, i, root);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);

      if (block->element != PLX_HTML_NONE &&
          plx_html_page_get_element (page, block->element)->is_inside)
        mark_inside (page, block);
      else
        mark_outside (page, block);
    }

  mark_under_headings (page);
  mark_author_box (page);
  mark_empty_headings (page);
}
