/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-copy"

#include "config.h"

#include "compare/plx-claim-copy.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/plx-labels.h"

/* What is copied from the matrix: never a sentence without its source. As text, and as HTML for
 * programs that take it, with the address of the article as a link. */

/* “Harbour Ledger, 16 May 2019, https://…”: what is known of it. */
static char *
dup_source (PlxClaimItem *item,
            guint         article,
            gboolean      with_address)
{
  PlxDocument *document = plx_analysis_get_document (plx_claim_item_get_analysis (item), article);
  const char *address = document->fields[PLX_FIELD_ADDRESS];
  PlxDay day = plx_document_get_day (document);
  GString *out = g_string_new (plx_claim_item_get_sources (item)[article]);

  if (day != 0)
    {
      g_autofree char *date = plx_label_day (day);

      g_string_append_printf (out, ", %s", date);
    }
  if (with_address && address != NULL)
    g_string_append_printf (out, ", %s", address);

  return g_string_free_and_steal (out);
}

static void
append_text (GString        *out,
             PlxClaimItem   *item,
             PlxSentenceRef  ref)
{
  g_autofree char *text = plx_analysis_dup_sentence (plx_claim_item_get_analysis (item), ref);
  g_autofree char *source = dup_source (item, ref.article, TRUE);

  /* Translators: a sentence that is quoted, then its source on a line of its own */
  g_string_append_printf (out, _("“%s”\n— %s\n"), text, source);
}

static void
append_html (GString        *out,
             PlxClaimItem   *item,
             PlxSentenceRef  ref)
{
  PlxAnalysis *analysis = plx_claim_item_get_analysis (item);
  PlxDocument *document = plx_analysis_get_document (analysis, ref.article);
  const char *address = document->fields[PLX_FIELD_ADDRESS];
  g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);
  g_autofree char *source = dup_source (item, ref.article, FALSE);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *escaped_source = g_markup_escape_text (source, -1);

  g_string_append_printf (out, "<blockquote><p>%s</p><p>— ", escaped);
  if (address != NULL)
    {
      g_autofree char *link = g_markup_escape_text (address, -1);

      g_string_append_printf (out, "<a href=\"%s\">%s</a>", link, escaped_source);
    }
  else
    {
      g_string_append (out, escaped_source);
    }
  g_string_append (out, "</p></blockquote>\n");
}

static void
for_each_ref (PlxClaimItem *item,
              GString      *out,
              void        (*append) (GString        *out,
                                     PlxClaimItem   *item,
                                     PlxSentenceRef  ref))
{
  guint n_articles = plx_analysis_get_n_articles (plx_claim_item_get_analysis (item));

  for (guint i = 0; i < n_articles; i++)
    {
      guint n_refs;
      const PlxSentenceRef *refs = plx_claim_item_get_refs (item, i, &n_refs);

      for (guint j = 0; j < n_refs; j++)
        append (out, item, refs[j]);
    }
}

/* As the receiver likes it best. */
static GdkContentProvider *
new_provider (const char *text,
              GString    *html)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (html);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * plx_claim_copy_sentence_text:
 * @item: a row of the matrix
 * @ref: a sentence of it
 *
 * Returns: (transfer full): the sentence and its source, as text
 */
char *
plx_claim_copy_sentence_text (PlxClaimItem   *item,
                              PlxSentenceRef  ref)
{
  GString *out = g_string_new (NULL);

  append_text (out, item, ref);

  return g_string_free_and_steal (out);
}

/**
 * plx_claim_copy_claim_text:
 * @item: a row of the matrix
 *
 * Returns: (transfer full): its label, and each of its sentences that is shown with its source
 */
char *
plx_claim_copy_claim_text (PlxClaimItem *item)
{
  GString *out = g_string_new (plx_claim_item_get_record (item)->label);

  g_string_append (out, "\n\n");
  for_each_ref (item, out, append_text);

  return g_string_free_and_steal (out);
}

/**
 * plx_claim_copy_sentence:
 * @item: a row of the matrix
 * @ref: a sentence of it
 *
 * Returns: (transfer full): the sentence and its source, for the clipboard
 */
GdkContentProvider *
plx_claim_copy_sentence (PlxClaimItem   *item,
                         PlxSentenceRef  ref)
{
  g_autofree char *text = plx_claim_copy_sentence_text (item, ref);
  GString *html = g_string_new ("<meta charset=\"utf-8\">");

  append_html (html, item, ref);

  return new_provider (text, html);
}

/**
 * plx_claim_copy_claim:
 * @item: a row of the matrix
 *
 * Returns: (transfer full): the same as text and with its sentences as HTML, for the clipboard
 */
GdkContentProvider *
plx_claim_copy_claim (PlxClaimItem *item)
{
  g_autofree char *text = plx_claim_copy_claim_text (item);
  g_autofree char *label = g_markup_escape_text (plx_claim_item_get_record (item)->label, -1);
  GString *html = g_string_new ("<meta charset=\"utf-8\">");

  g_string_append_printf (html, "<p><b>%s</b></p>\n", label);
  for_each_ref (item, html, append_html);

  return new_provider (text, html);
}
