/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-head"

#include "config.h"

#include <string.h>

#include "reading/article/plx-dates.h"
#include "reading/html/plx-html-content.h"

/* A byline with its date has no more words than this. */
#define BYLINE_WORDS 24

/* Where the lead may stand after the headline, and how long it is at least. */
#define LEAD_BLOCKS 5
#define LEAD_WORDS 12

/* Less important than any heading. */
#define NO_LEVEL 7

/* How many elements up a class may tell what a block is. */
#define CLASS_LEVELS 2

/* Letters and digits only, in small letters: what two spellings of one headline share. */
static char *
dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, g_unichar_tolower (c));
    }

  return g_string_free (plain, FALSE);
}

static gboolean
is_same (const char *text,
         const char *plain)
{
  g_autofree char *own = dup_plain (text);

  return *plain != '\0' && strcmp (own, plain) == 0;
}

static gboolean
has_class (PlxHtmlPage       *page,
           guint              at,
           const char *const *words)
{
  for (guint level = 0; at != PLX_HTML_NONE && level < CLASS_LEVELS; level++)
    {
      PlxHtmlElement *element = plx_html_page_get_element (page, at);
      const char *names = plx_html_get_attribute (element->node, "class");

      for (guint i = 0; names != NULL && words[i] != NULL; i++)
        if (plx_text_contains (names, words[i]))
          return TRUE;
      at = element->parent;
    }

  return FALSE;
}

/* The place of the first paragraph that is kept, or the number of blocks. */
static guint
find_first_prose (PlxHtmlPage *page)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);

      if (!plx_draft_is_cut (block->draft) && block->level == 0 &&
          plx_draft_is_prose (block->draft))
        return i;
    }

  return page->blocks->len;
}

static guint
mark_headline (PlxHtmlPage *page,
               PlxDocument *document,
               guint        end)
{
  g_autofree char *plain = dup_plain (document->fields[PLX_FIELD_HEADLINE]);
  guint found = PLX_HTML_NONE;
  guint best = G_MAXUINT;

  for (guint i = 0; i < page->blocks->len && i <= end; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);
      guint level = block->level > 0 ? block->level : NO_LEVEL;

      /* The last of the most important: a headline also stands in menus and lists of links. */
      if ((level < best || (level == best && level < NO_LEVEL)) &&
          is_same (block->draft->text, plain))
        {
          found = i;
          best = level;
        }
    }

  if (found != PLX_HTML_NONE)
    plx_draft_settle (plx_html_page_get_block (page, found)->draft, PLX_ROLE_HEADLINE,
                      PLX_CUT_NONE);

  return found;
}

static gboolean
is_byline (PlxDraft   *draft,
           const char *author)
{
  return author != NULL && strlen (author) > 3 && draft->shape.n_words <= BYLINE_WORDS &&
         plx_text_contains (draft->text, author) && !draft->shape.ends_sentence;
}

static void
mark_block (PlxHtmlPage  *page,
            PlxHtmlBlock *block,
            PlxDocument  *document,
            const char   *standfirst)
{
  static const char *const classes[] = { "standfirst", "subtitle", "subhead", "subline", "dek",
                                         "deck", "kicker", NULL };
  PlxDateFind find;
  PlxDraft *draft = block->draft;

  if (draft->role == PLX_ROLE_HEADLINE)
    return;
  if (is_byline (draft, document->fields[PLX_FIELD_AUTHOR]))
    plx_draft_settle (draft, PLX_ROLE_AUTHOR, PLX_CUT_NONE);
  else if (block->level == 0 && plx_dates_is_line (draft->text, FALSE, &find))
    plx_draft_settle (draft, PLX_ROLE_DATE, PLX_CUT_NONE);
  else if (is_same (draft->text, standfirst) && has_class (page, block->element, classes))
    plx_draft_settle (draft, PLX_ROLE_STANDFIRST, PLX_CUT_NONE);
}

/*
 * The lead often stands above the element of the article, right under the headline. It is a
 * paragraph, in nothing that calls itself chrome, and not a link.
 */
static void
rescue_lead (PlxHtmlPage *page,
             guint        headline)
{
  for (guint i = headline + 1; i < page->blocks->len && i <= headline + LEAD_BLOCKS; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);

      if (!plx_draft_is_cut (block->draft))
        {
          if (block->draft->role == PLX_ROLE_BODY)
            return;
          continue;
        }
      if (block->draft->reason != PLX_CUT_NAVIGATION || block->draft->shape.n_words < LEAD_WORDS ||
          block->level > 2 || block->link_chars * 3 > strlen (block->draft->text) ||
          plx_html_content_is_chrome (page, block->element))
        continue;

      plx_draft_settle (block->draft, PLX_ROLE_BODY, PLX_CUT_NONE);
      return;
    }
}

/**
 * plx_html_content_mark_head:
 * @page: a page whose blocks are marked
 * @document: its metadata
 *
 * Finds headline, standfirst, byline and date among the first blocks, whether they stand in
 * the element of the article or above it.
 */
void
plx_html_content_mark_head (PlxHtmlPage *page,
                            PlxDocument *document)
{
  g_autofree char *standfirst = dup_plain (document->fields[PLX_FIELD_STANDFIRST]);
  guint prose = find_first_prose (page);
  guint headline = mark_headline (page, document, prose);

  if (headline != PLX_HTML_NONE && headline < prose && prose < page->blocks->len)
    rescue_lead (page, headline);

  for (guint i = headline == PLX_HTML_NONE ? prose : headline; i < page->blocks->len; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);

      mark_block (page, block, document, standfirst);
      /* The standfirst has the form of a paragraph, and the byline may come after it. */
      if (i >= prose && block->draft->role == PLX_ROLE_BODY)
        break;
    }
}
