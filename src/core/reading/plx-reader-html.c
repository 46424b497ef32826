/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-html"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/plx-html-content.h"
#include "reading/plx-html-metadata.h"
#include "reading/plx-html-page.h"

/* An article shorter than this is taken for a page whose text is hidden until a script runs. */
#define MIN_ARTICLE 250

static gboolean
reader_html_accepts (const guint8 *data,
                     gsize         length)
{
  static const char *const marks[] = { "<!doctype html", "<html", "<head", "<body", "<title",
                                       "<meta ", "<div", "<article", "<p>", "<h1" };
  g_autofree char *plain = g_malloc0 (length + 1);
  gsize n = 0;
  const char *start;

  /* UTF-16 reads as ASCII once its NULs are gone. */
  for (gsize i = 0; i < length; i++)
    if (data[i] != 0 && data[i] < 0x80)
      plain[n++] = g_ascii_tolower (data[i]);

  start = plain + strspn (plain, " \t\r\n");
  if (*start != '<')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (start, marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gsize
count_kept (PlxHtmlPage *page)
{
  gsize kept = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxDraft *draft = plx_html_page_get_block (page, i)->draft;

      if (!plx_draft_is_cut (draft))
        kept += strlen (draft->text);
    }

  return kept;
}

static void
mark_page (PlxHtmlPage *page)
{
  guint root;

  plx_html_page_cut_blocks (page, FALSE);
  root = plx_html_content_find_root (page);
  if (root != PLX_HTML_NONE)
    plx_html_content_mark_blocks (page, root);
  if (count_kept (page) >= MIN_ARTICLE)
    return;

  plx_html_page_cut_blocks (page, TRUE);
  root = plx_html_content_find_root (page);
  if (root != PLX_HTML_NONE)
    plx_html_content_mark_blocks (page, root);
}

static GPtrArray *
take_drafts (PlxHtmlPage *page)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);

  for (guint i = 0; i < page->blocks->len; i++)
    g_ptr_array_add (drafts, g_steal_pointer (&plx_html_page_get_block (page, i)->draft));

  return drafts;
}

static PlxDocument *
reader_html_read (const PlxSource  *source,
                  GError          **error)
{
  g_autoptr (PlxDocument) document = plx_document_new (source->name, plx_reader_html.format);
  g_autoptr (PlxHtmlPage) page = plx_html_page_new (source->bytes);
  g_autoptr (GPtrArray) drafts = NULL;

  if (page == NULL)
    {
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_EMPTY,
                   "“%s” is empty: there is no text in it.", source->name);
      return NULL;
    }

  mark_page (page);
  plx_html_metadata_find (page, source->address, document);
  plx_html_content_mark_head (page, document);
  drafts = take_drafts (page);

  return plx_reader_finish (g_steal_pointer (&document), drafts, source->name, error);
}

const PlxReader plx_reader_html = {
  .format = "html",
  .accepts = reader_html_accepts,
  .read = reader_html_read,
};
