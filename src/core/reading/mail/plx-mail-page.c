/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mail-page"

#include "config.h"

#include "reading/mail/plx-mail-text.h"

#include <string.h>

#include "reading/article/plx-draft.h"
#include "reading/plx-part.h"

/* A head that is cut into blocks has no more than these. */
#define HEAD_BLOCKS 8

/* Where a newsletter says how to see it, and how to be rid of it. */
#define TOP_BLOCKS 6
#define FOOT_BLOCKS 14

/* A paragraph that speaks of mailing lists before these may be what the mail is about. */
#define LAST_BLOCKS 6

/* Under “--”, no more than this is a signature. */
#define SIGNATURE_BLOCKS 8

static gsize
count_kept (PlxDocument *document,
            guint        start,
            guint        end)
{
  gsize bytes = 0;

  for (guint i = start; i < end; i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      if (block->kept)
        bytes += block->end - block->start;
    }

  return bytes;
}

static gsize
count_all (PlxDocument *document,
           guint        start)
{
  return start < plx_document_get_n_blocks (document)
             ? document->text->len - plx_document_get_block (document, start)->start
             : 0;
}

/* “---------- Forwarded message --------- From: …” in one block: gives the head, or NULL. */
static const char *
find_after_rule (const char *text,
                 gboolean   *forward)
{
  const char *rule = strstr (text, "---");
  const char *end;
  g_autofree char *divider = NULL;

  if (rule != text)
    return NULL;
  end = text + strspn (text, "-");
  end = strstr (end, "---");
  if (end == NULL)
    return NULL;
  end += strspn (end, "-");

  divider = g_strndup (text, end - text);

  return plx_mail_is_divider (divider, forward) ? end : NULL;
}

/* The head of a mail from the block @from on; gives the block after it. */
static gboolean
read_head (PlxDocument   *document,
           guint          from,
           PlxMailHeader *header,
           guint         *body)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i = from;

  for (; i < plx_document_get_n_blocks (document) && i < from + HEAD_BLOCKS; i++)
    {
      g_autofree char *block = plx_document_dup_block (document, i);

      if (!plx_mail_has_label (block))
        break;
      g_string_append (text, block);
      g_string_append_c (text, '\n');
    }

  *body = i;

  return i > from && plx_mail_header_read (header, text->str);
}

/* Whether a mail that is passed on or answered begins with the block @at. */
static gboolean
find_passed (PlxDocument   *document,
             guint          at,
             PlxMailHeader *header,
             guint         *body,
             gboolean      *forward)
{
  g_autofree char *text = plx_document_dup_block (document, at);
  const char *rest;

  memset (header, 0, sizeof *header);
  *forward = FALSE;
  rest = find_after_rule (text, forward);
  if (rest != NULL && plx_mail_header_read (header, rest))
    {
      *body = at + 1;
      return TRUE;
    }

  if (plx_mail_is_divider (text, forward) && read_head (document, at + 1, header, body))
    return TRUE;
  if (read_head (document, at, header, body))
    return TRUE;

  *body = at + 1;

  return at > 0 && plx_mail_is_attribution (text, FALSE);
}

static void
cut_range (PlxDocument  *document,
           guint         start,
           guint         end,
           PlxCutReason  reason)
{
  for (guint i = start; i < end; i++)
    if (plx_document_get_block (document, i)->kept || reason == PLX_CUT_COMMENTS)
      plx_part_cut (document, i, reason);
}

/**
 * plx_mail_page_mark:
 * @self: what is known of the mail; gets what it passes on
 * @document: the mail's page, as it was read; nobody else holds it
 *
 * Cuts what a mail answers or, where it passes on another, what is said about that.
 */
void
plx_mail_page_mark (PlxMailText *self,
                    PlxDocument *document)
{
  guint start = 0;

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      PlxMailHeader header;
      gboolean forward;
      gboolean passed;
      guint body;

      if (!find_passed (document, i, &header, &body, &forward))
        continue;

      passed = count_kept (document, start, i) <= PLX_MAIL_OWN_BYTES &&
               count_all (document, body) >= PLX_MAIL_PASSED_BYTES;
      passed |= header.from != NULL && (forward || self->is_forward);
      if (!passed)
        {
          plx_mail_header_clear (&header);
          cut_range (document, i, plx_document_get_n_blocks (document), PLX_CUT_COMMENTS);
          return;
        }

      cut_range (document, start, i, PLX_CUT_COMMENTS);
      cut_range (document, i, body, PLX_CUT_TEMPLATE);
      self->is_forward = header.from != NULL;
      plx_mail_header_clear (&self->forwarded);
      self->forwarded = header;
      start = body;
      i = body - 1;
    }
}

static void
mark_signature (PlxDocument *document)
{
  guint n = plx_document_get_n_blocks (document);

  for (guint i = n; i-- > 0 && i + SIGNATURE_BLOCKS >= n;)
    {
      g_autofree char *text = plx_document_dup_block (document, i);

      if (strcmp (text, "--") != 0)
        continue;
      if (count_kept (document, i, n) < PLX_MAIL_OWN_BYTES)
        cut_range (document, i, n, PLX_CUT_TEMPLATE);
      return;
    }
}

/**
 * plx_mail_foot_mark:
 * @document: a mail, as it was read; nobody else holds it
 *
 * Cuts what newsletters, lists and mail programs put at the top and at the end of a mail.
 */
void
plx_mail_foot_mark (PlxDocument *document)
{
  guint n = plx_document_get_n_blocks (document);
  PlxCutReason reason = PLX_CUT_NONE;

  mark_signature (document);

  for (guint i = 0; i < n; i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);
      g_autofree char *text = plx_document_dup_block (document, i);
      g_autoptr (PlxDraft) draft = plx_draft_new (text, -1);
      PlxCutReason own = PLX_CUT_NONE;

      if (i + (plx_draft_is_prose (draft) ? LAST_BLOCKS : FOOT_BLOCKS) >= n && i > 0)
        own = plx_mail_judge_footer (draft->text);
      else if (i < TOP_BLOCKS)
        own = plx_mail_judge_line (draft->text);

      /* Under the foot's first words stand its address, its links and its lawyers. */
      if (own != PLX_CUT_NONE && block->kept)
        plx_part_cut (document, i, own);
      else if (reason == PLX_CUT_NEWSLETTER && block->kept && i + FOOT_BLOCKS >= n &&
               !plx_draft_is_prose (draft))
        plx_part_cut (document, i, reason);
      if (own != PLX_CUT_NONE && i >= TOP_BLOCKS)
        reason = own;
    }
}
