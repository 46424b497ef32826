/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-content"

#include "config.h"

#include "reading/html/plx-html-content.h"

#include <string.h>

#include "reading/html/plx-html-content-private.h"

/* A text of fewer bytes says nothing about where the article is. */
#define MIN_PROSE 25

/* A block with more of its text in links than this is a way elsewhere. */
#define LINKED 0.5

/* How far around the root more sections of the article are looked for. */
#define SECTION_LEVELS 3

/* How far up the score of a paragraph goes. */
#define SCORE_LEVELS 5

/* An element with more of the page's prose than this is no chrome, whatever it is called. */
#define MOSTLY 0.4

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

  if (length < MIN_PROSE || block->level > 0 ||
      plx_html_content_get_density (block->link_chars, length) > LINKED)
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

/**
 * plx_html_content_claims_chrome:
 * @page: a page
 * @at: an element, by its place
 *
 * Returns: whether it is chrome by its name, and small enough for that to be true
 */
gboolean
plx_html_content_claims_chrome (PlxHtmlPage *page,
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

      element->in_chrome = plx_html_content_claims_chrome (page, i);
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

      element->score *= 1 - plx_html_content_get_density (element->link_chars, element->chars);
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
            (1 - plx_html_content_get_density (element->link_chars, element->chars));
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
          plx_html_content_get_density (parent->link_chars, parent->chars) < 0.3 &&
          !plx_html_content_claims_chrome (page, element->parent))
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

/**
 * plx_html_content_add_sections:
 * @page: a page
 * @root: the element that holds the article
 *
 * Some pages have each section of the article in a division of its own. Those beside the root that
 * are made like it, or like what it stands in, and hold prose, belong to the article too.
 */
void
plx_html_content_add_sections (PlxHtmlPage *page,
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
              plx_html_content_get_density (element->link_chars, element->chars) < 0.15)
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
