/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-content"

#include "config.h"

#include "reading/html/plx-html-content.h"

#include <string.h>

#include "reading/article/plx-chrome.h"
#include "reading/article/plx-cues.h"

/* A text of fewer bytes says nothing about where the article is. */
#define MIN_PROSE 25

/* A block with more of its text in links than this is a way elsewhere. */
#define LINKED 0.5

/* What is said of an author has no more blocks than this. */
#define AUTHOR_BLOCKS 4

/* How far around the root more sections of the article are looked for. */
#define SECTION_LEVELS 3

/* How far up the score of a paragraph goes. */
#define SCORE_LEVELS 5

/* An element with more of the page's prose than this is no chrome, whatever it is called. */
#define MOSTLY 0.4

static double
get_density (guint part,
             guint whole)
{
  return whole > 0 ? (double) part / whole : 0;
}

/* What the tag alone claims. */
static PlxCutReason
judge_tag (PlxHtmlTag tag)
{
  switch ((int) tag)
    {
    case PLX_HTML_NAV:
    case PLX_HTML_FOOTER:
    case PLX_HTML_ASIDE:
      return PLX_CUT_NAVIGATION;

    case PLX_HTML_FORM:
      return PLX_CUT_ACCOUNT;

    case PLX_HTML_CAPTION:
      return PLX_CUT_CAPTION;

    default:
      return PLX_CUT_NONE;
    }
}

static void
judge_element (PlxHtmlElement *element)
{
  const char *itemprop = plx_html_get_attribute (element->node, "itemprop");
  const char *role = plx_html_get_attribute (element->node, "role");

  element->hint = plx_html_names_judge (plx_html_get_attribute (element->node, "class"),
                                        plx_html_get_attribute (element->node, "id"),
                                        &element->praise);

  if (element->hint == PLX_CUT_NONE)
    element->hint = judge_tag (element->tag);
  if (itemprop != NULL && strstr (itemprop, "articleBody") != NULL)
    element->praise = 3;
  else if (element->tag == PLX_HTML_ARTICLE || element->tag == PLX_HTML_MAIN ||
           (role != NULL && (strcmp (role, "main") == 0 || strcmp (role, "article") == 0)))
    element->praise = MAX (element->praise, 1);
  if (role != NULL && (strcmp (role, "navigation") == 0 || strcmp (role, "complementary") == 0 ||
                       strcmp (role, "contentinfo") == 0 || strcmp (role, "dialog") == 0))
    element->hint = PLX_CUT_NAVIGATION;
  /* “article-body comments-open” praises itself and is not to be cut for its other names. */
  if (element->praise == 3)
    element->hint = PLX_CUT_NONE;
}

/* How much prose a block is: long, with commas, and not in links. */
static double
weigh_block (PlxHtmlBlock *block)
{
  const char *text = block->draft->text;
  gsize length = strlen (text);
  guint commas = 0;

  if (length < MIN_PROSE || block->level > 0 || get_density (block->link_chars, length) > LINKED)
    return 0;

  for (const char *p = text; *p != '\0'; p++)
    commas += *p == ',';

  return 1 + MIN (commas, 10) + MIN (length / 100.0, 5);
}

static void
add_up (PlxHtmlPage *page)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);
      guint length = strlen (block->draft->text);
      double mass = weigh_block (block);
      PlxHtmlElement *element;

      if (block->element == PLX_HTML_NONE)
        continue;
      element = plx_html_page_get_element (page, block->element);
      if (element->tag == PLX_HTML_HEADING)
        block->level = element->node->name[1] - '0';

      element->chars += length;
      element->link_chars += block->link_chars;
      element->prose_chars += plx_draft_is_prose (block->draft) ? length : 0;
      element->mass += block->level > 0 ? 0 : mass;
    }

  /* A parent stands before its children: what they have is complete when it is their turn. */
  for (guint i = page->elements->len; i-- > 0;)
    {
      PlxHtmlElement *element = plx_html_page_get_element (page, i);
      PlxHtmlElement *parent;

      if (element->parent == PLX_HTML_NONE)
        continue;
      parent = plx_html_page_get_element (page, element->parent);
      parent->chars += element->chars;
      parent->link_chars += element->link_chars;
      parent->prose_chars += element->prose_chars;
      parent->mass += element->mass;
    }
}

/* Whether an element is chrome by its name, and small enough for that to be true. */
static gboolean
is_chrome (PlxHtmlPage *page,
           guint        at)
{
  PlxHtmlElement *element = plx_html_page_get_element (page, at);
  double whole = plx_html_page_get_element (page, 0)->mass;
  double limit = element->hint == PLX_CUT_COMMENTS ? 0.85 : MOSTLY;

  /* Prose that leads nowhere is no list of links: some call the article's own lead a teaser. */
  if (element->hint == PLX_CUT_RELATED_LINK && element->link_chars == 0 &&
      element->prose_chars * 2 > element->chars)
    return FALSE;

  return element->hint != PLX_CUT_NONE && element->mass <= limit * whole;
}

/* A parent stands before its children, so one walk tells all elements what they stand in. */
static void
spread_chrome (PlxHtmlPage *page)
{
  for (guint i = 0; i < page->elements->len; i++)
    {
      PlxHtmlElement *element = plx_html_page_get_element (page, i);

      element->in_chrome = is_chrome (page, i);
      if (element->parent != PLX_HTML_NONE)
        element->in_chrome |= plx_html_page_get_element (page, element->parent)->in_chrome;
    }
}

static double
get_tag_bonus (const PlxHtmlElement *element)
{
  double bonus = 0;

  switch ((int) element->tag)
    {
    case PLX_HTML_BLOCK:
    case PLX_HTML_ARTICLE:
    case PLX_HTML_MAIN:
      bonus = 5;
      break;

    case PLX_HTML_CELL:
    case PLX_HTML_QUOTE:
      bonus = 3;
      break;

    case PLX_HTML_LIST:
    case PLX_HTML_ITEM:
    case PLX_HTML_FORM:
    case PLX_HTML_ADDRESS:
      bonus = -3;
      break;

    default:
      break;
    }

  return bonus + element->praise * 12.0 - (element->hint != PLX_CUT_NONE ? 25 : 0);
}

/* Each paragraph speaks for the elements around it, the nearer the more. */
static void
score_elements (PlxHtmlPage *page)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);
      double mass = weigh_block (block);
      guint at = block->element;
      guint level = 0;

      if (mass <= 0 || at == PLX_HTML_NONE || plx_html_page_get_element (page, at)->in_chrome)
        continue;

      /* A paragraph speaks for its parent; text right in a division speaks for that. */
      if (plx_html_page_get_element (page, at)->tag == PLX_HTML_PARAGRAPH ||
          plx_html_page_get_element (page, at)->tag == PLX_HTML_ITEM)
        at = plx_html_page_get_element (page, at)->parent;

      for (; at != PLX_HTML_NONE && level < SCORE_LEVELS; level++)
        {
          PlxHtmlElement *element = plx_html_page_get_element (page, at);

          if (element->score == 0)
            element->score = get_tag_bonus (element);
          element->score += mass / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
          at = element->parent;
        }
    }

  for (guint i = 0; i < page->elements->len; i++)
    {
      PlxHtmlElement *element = plx_html_page_get_element (page, i);

      element->score *= 1 - get_density (element->link_chars, element->chars);
    }
}

static guint
find_best (PlxHtmlPage *page)
{
  guint best = 0;

  for (guint i = 0; i < page->elements->len; i++)
    if (plx_html_page_get_element (page, i)->score > plx_html_page_get_element (page, best)->score)
      best = i;

  return best;
}

/* The innermost element that names itself the article and has most of what is in @best. */
static guint
find_named (PlxHtmlPage *page,
            guint        best)
{
  double mass = plx_html_page_get_element (page, best)->mass;
  guint named = PLX_HTML_NONE;
  double value = 0;

  for (guint i = 0; i < page->elements->len; i++)
    {
      PlxHtmlElement *element = plx_html_page_get_element (page, i);
      double own;

      if (element->praise < 2 || element->mass < mass * 0.6 ||
          element->in_chrome)
        continue;

      /* An inner one wins unless it loses prose. */
      own = element->mass * (element->praise == 3 ? 1.3 : 1) *
            (1 - get_density (element->link_chars, element->chars));
      if (own >= value * 0.92)
        {
          named = i;
          value = MAX (own, value);
        }
    }

  return named;
}

/* Upwards as long as there is clearly more prose to gain, or nothing to lose. */
static guint
climb (PlxHtmlPage *page,
       guint        at)
{
  for (;;)
    {
      PlxHtmlElement *element = plx_html_page_get_element (page, at);
      PlxHtmlElement *parent;

      if (element->parent == PLX_HTML_NONE || element->parent == 0)
        return at;

      parent = plx_html_page_get_element (page, element->parent);
      if (parent->hint != PLX_CUT_NONE && parent->mass < element->mass * 1.05)
        return at;
      if (parent->mass >= element->mass * 1.3 && parent->score > element->score * 0.35 &&
          get_density (parent->link_chars, parent->chars) < 0.3 &&
          !is_chrome (page, element->parent))
        at = element->parent;
      else if (parent->score > element->score)
        at = element->parent;
      else
        return at;
    }
}

/* Whether two elements are of one make: the sections of one article often are. */
static gboolean
is_alike (const PlxHtmlElement *one,
          const PlxHtmlElement *other)
{
  return one->tag == other->tag &&
         g_strcmp0 (plx_html_get_attribute (one->node, "class"),
                    plx_html_get_attribute (other->node, "class")) == 0;
}

/*
 * Some pages have each section of the article in a division of its own. Those beside the root that
 * are made like it, or like what it stands in, and hold prose, belong to the article too.
 */
static void
add_sections (PlxHtmlPage *page,
              guint        root)
{
  guint inner = root;

  for (guint level = 0; level < SECTION_LEVELS; level++)
    {
      guint outer = plx_html_page_get_element (page, inner)->parent;
      guint end;

      if (outer == PLX_HTML_NONE || outer == 0)
        return;

      end = plx_html_page_get_element (page, outer)->end;
      for (guint i = outer + 1; i < end; i = plx_html_page_get_element (page, i)->end)
        {
          PlxHtmlElement *element = plx_html_page_get_element (page, i);

          if (i != inner && !element->in_chrome &&
              is_alike (element, plx_html_page_get_element (page, inner)) &&
              element->prose_chars * 2 > element->chars &&
              get_density (element->link_chars, element->chars) < 0.15)
            element->is_section = TRUE;
        }
      inner = outer;
    }
}

/**
 * plx_html_content_find_root:
 * @page: a page whose blocks are cut
 *
 * Looks for the element that holds the article: by what elements call themselves, and by
 * where the prose is.
 *
 * Returns: its place, or `PLX_HTML_NONE` where the page has no elements
 */
guint
plx_html_content_find_root (PlxHtmlPage *page)
{
  guint best;
  guint named;

  if (page->elements->len == 0)
    return PLX_HTML_NONE;

  for (guint i = 0; i < page->elements->len; i++)
    judge_element (plx_html_page_get_element (page, i));

  add_up (page);
  spread_chrome (page);
  score_elements (page);

  best = climb (page, find_best (page));
  named = find_named (page, best);

  return named != PLX_HTML_NONE ? named : best;
}

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
  double density = get_density (element->link_chars, element->chars);

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
  PlxCutReason own = is_chrome (page, at) ? element->hint : PLX_CUT_NONE;

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
  double density = get_density (block->link_chars, length);

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
               get_density (block->link_chars, length) > 0.3 ||
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
 * plx_html_content_is_chrome:
 * @page: a page
 * @element: an element, by its place
 *
 * Returns: whether it, or one around it, is chrome by what it calls itself
 */
gboolean
plx_html_content_is_chrome (PlxHtmlPage *page,
                            guint        element)
{
  return plx_html_page_get_element (page, element)->in_chrome;
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
  add_sections (page, root);
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
