/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-html"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/exports/plx-export.h"
#include "reading/html/plx-html-content.h"
#include "reading/html/plx-html-metadata.h"
#include "reading/html/plx-html-others.h"
#include "reading/html/plx-html-page.h"

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

/* A large first letter that a page sets apart from its word: “T”, “he mayor said”. */
static gboolean
is_drop_capital (PlxDraft *first,
                 PlxDraft *rest)
{
  gunichar letter = g_utf8_get_char (first->text);

  return !plx_draft_is_cut (first) && !plx_draft_is_cut (rest) && g_unichar_isupper (letter) &&
         *g_utf8_next_char (first->text) == '\0' && rest->shape.starts_lower;
}

static GPtrArray *
take_drafts (PlxHtmlPage *page)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxDraft *draft = g_steal_pointer (&plx_html_page_get_block (page, i)->draft);
      PlxDraft *last = drafts->len > 0 ? drafts->pdata[drafts->len - 1] : NULL;

      if (last != NULL && is_drop_capital (last, draft))
        {
          g_autofree char *joined = g_strconcat (last->text, draft->text, NULL);

          g_set_str (&draft->text, joined);
          g_ptr_array_remove_index (drafts, drafts->len - 1);
        }
      g_ptr_array_add (drafts, draft);
    }

  return drafts;
}

/* What is kept of the page and stands in its linked data too would be there twice. */
static void
remove_repeated (GPtrArray  *drafts,
                 const char *body)
{
  for (guint i = drafts->len; i-- > 0;)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!plx_draft_is_cut (draft) && draft->role != PLX_ROLE_HEADLINE &&
          draft->role != PLX_ROLE_AUTHOR && draft->role != PLX_ROLE_DATE &&
          strstr (body, draft->text) != NULL)
        g_ptr_array_remove_index (drafts, i);
    }
}

/*
 * Some pages show their article only once a script has run, and carry its whole text in their
 * linked data meanwhile.
 */
static void
add_linked_body (GPtrArray  *drafts,
                 const char *body,
                 gsize       kept)
{
  g_auto (GStrv) lines = NULL;

  if (body == NULL || strlen (body) < MIN_ARTICLE * 2 || kept * 2 > strlen (body) ||
      strstr (body, "</") != NULL)
    return;

  remove_repeated (drafts, body);
  lines = g_strsplit (body, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (PlxDraft) draft = plx_draft_new (lines[i], -1);

      if (*draft->text != '\0')
        g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }
}

static gboolean
reader_html_read (const PlxSource  *source,
                  PlxReadingBatch  *batch,
                  GError          **error)
{
  g_autoptr (PlxDocument) document = plx_document_new (source->name, plx_reader_html.format);
  g_autoptr (GBytes) bytes = plx_source_load (source, PLX_READING_MAX_BYTES, error);
  g_autoptr (PlxHtmlPage) page = NULL;
  g_autoptr (PlxHtmlFinds) finds = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  gsize kept;

  if (bytes == NULL)
    return FALSE;

  page = plx_html_page_new (bytes, source->name, error);
  if (page == NULL)
    return FALSE;

  mark_page (page);
  finds = plx_html_finds_new (page);
  plx_html_metadata_find (finds, page, source->address, document);
  plx_html_content_mark_head (page, document);
  plx_html_others_find (finds, page, document);

  plx_html_content_mark_places (page);
  kept = count_kept (page);
  drafts = take_drafts (page);
  add_linked_body (drafts, finds->ld->body, kept);
  if (plx_export_read (drafts, source, plx_reader_html.format, batch))
    return TRUE;

  document = plx_reader_finish (g_steal_pointer (&document), drafts, source->name, error);
  if (document == NULL)
    return FALSE;

  plx_reading_batch_add (batch, g_steal_pointer (&document));

  return TRUE;
}

const PlxReader plx_reader_html = {
  .format = "html",
  .accepts = reader_html_accepts,
  .read = reader_html_read,
};
