/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-paper"

#include "config.h"

#include "reading/office/plx-paper.h"

#include <string.h>

#include "reading/article/plx-chrome.h"
#include "reading/article/plx-dates.h"
#include "reading/exports/plx-export.h"

/* A text of more paragraphs is no article, however short they are. */
#define MAX_DRAFTS 500000

/* A page has no more lines at its head and foot. */
#define MAX_HEADS 50

#define MAX_LINKS 10000

/* A heading is no longer than this, whatever its style says. */
#define HEADING_WORDS 40

PlxPaper *
plx_paper_new (void)
{
  PlxPaper *self = g_new0 (PlxPaper, 1);

  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (PlxPaperKind));
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
plx_paper_free (PlxPaper *self)
{
  g_ptr_array_unref (self->drafts);
  g_array_unref (self->kinds);
  g_hash_table_unref (self->links);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self);
}

/* A head or foot is told once for each section of the file. */
static gboolean
is_repeated (PlxPaper   *self,
             const char *text)
{
  for (guint i = self->drafts->len; i-- > 0 && i + MAX_HEADS > self->drafts->len;)
    {
      if (g_array_index (self->kinds, PlxPaperKind, i) != PLX_PAPER_PAGE)
        return FALSE;
      if (strcmp (((PlxDraft *) self->drafts->pdata[i])->text, text) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_paper_add:
 * @self: a paper
 * @text: UTF-8; each line of it becomes a paragraph
 * @length: bytes in it, or -1
 * @kind: what the file says it is
 *
 * Adds a paragraph. An empty one is a gap.
 */
void
plx_paper_add (PlxPaper     *self,
               const char   *text,
               gssize        length,
               PlxPaperKind  kind)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  while (text <= end)
    {
      const char *line_end = memchr (text, '\n', end - text);
      g_autoptr (PlxDraft) draft = NULL;

      line_end = line_end != NULL ? line_end : end;
      self->bytes += line_end - text + 1;
      if (self->bytes > PLX_READING_MAX_BYTES || self->drafts->len >= MAX_DRAFTS)
        {
          self->is_full = TRUE;
          return;
        }

      draft = plx_draft_new (text, line_end - text);
      text = line_end + 1;
      if (*draft->text == '\0')
        self->gap = TRUE;
      else if (kind != PLX_PAPER_PAGE || !is_repeated (self, draft->text))
        {
          draft->gap = self->gap;
          self->gap = FALSE;
          g_ptr_array_add (self->drafts, g_steal_pointer (&draft));
          g_array_append_val (self->kinds, kind);
        }
    }
}

/**
 * plx_paper_add_link:
 * @self: a paper
 * @text: a paragraph that is one link
 * @address: where it leads
 *
 * Notes a link: that of the headline leads to the article.
 */
void
plx_paper_add_link (PlxPaper   *self,
                    const char *text,
                    const char *address)
{
  if (g_hash_table_size (self->links) < MAX_LINKS && g_str_has_prefix (address, "http") &&
      g_utf8_validate (address, -1, NULL))
    g_hash_table_insert (self->links, plx_text_squash (text, -1), g_strdup (address));
}

/**
 * plx_paper_judge_style:
 * @name: the name of a paragraph style: that of its definition, which word processors keep in
 *   English for their own styles
 *
 * Returns: what its paragraphs are
 */
PlxPaperKind
plx_paper_judge_style (const char *name)
{
  static const struct
  {
    const char  *name;
    PlxPaperKind  kind;
  } known[] = {
    { "title", PLX_PAPER_TITLE },        { "subtitle", PLX_PAPER_SUBTITLE },
    { "heading", PLX_PAPER_HEADING },    { "list", PLX_PAPER_ITEM },
    { "quote", PLX_PAPER_QUOTE },        { "intense quote", PLX_PAPER_QUOTE },
    { "quotations", PLX_PAPER_QUOTE },   { "block text", PLX_PAPER_QUOTE },
    { "caption", PLX_PAPER_CAPTION },    { "illustration", PLX_PAPER_CAPTION },
    { "footnote", PLX_PAPER_NOTE },      { "endnote", PLX_PAPER_NOTE },
    { "annotation", PLX_PAPER_NOTE },    { "header", PLX_PAPER_PAGE },
    { "footer", PLX_PAPER_PAGE },        { "toc", PLX_PAPER_PAGE },
  };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (known); i++)
    {
      gsize length = strlen (known[i].name);

      /* “heading 2”, “List Bullet”, “Heading_20_2” */
      if (g_ascii_strncasecmp (name, known[i].name, length) == 0 &&
          !g_ascii_isalpha (name[length]))
        return known[i].kind;
    }

  return PLX_PAPER_TEXT;
}

/* Whether what a file gives as its title is one: not what a printer or a template wrote there. */
static gboolean
is_title (const char *title)
{
  static const char *const not_titles[] = { "Microsoft Word", "Untitled", "Document", "Dokument",
                                            "PowerPoint", "Unknown", "Title" };

  if (title == NULL || strchr (title, ' ') == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (not_titles); i++)
    if (g_str_has_prefix (title, not_titles[i]))
      return FALSE;

  return TRUE;
}

/* The paragraph that the file itself marks as the headline, or -1. */
static int
find_headline (PlxPaper *self)
{
  int first_heading = -1;
  guint body = plx_chrome_find_body (self->drafts);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      PlxDraft *draft = self->drafts->pdata[i];
      PlxPaperKind kind = g_array_index (self->kinds, PlxPaperKind, i);

      if (plx_draft_is_cut (draft) || draft->shape.n_words > HEADING_WORDS)
        continue;
      if (kind == PLX_PAPER_TITLE)
        return i;
      if (kind == PLX_PAPER_HEADING && first_heading < 0 && i < body)
        first_heading = i;
    }

  return first_heading;
}

static gboolean
is_aside (PlxPaperKind kind)
{
  return kind == PLX_PAPER_NOTE || kind == PLX_PAPER_PAGE;
}

/* What the file says of a paragraph counts where the words themselves do not speak against it. */
static void
apply_kind (PlxDraft     *draft,
            PlxPaperKind  kind)
{
  switch (kind)
    {
    case PLX_PAPER_NOTE:
    case PLX_PAPER_PAGE:
      return;
    case PLX_PAPER_CAPTION:
      plx_draft_settle (draft, PLX_ROLE_CAPTION, PLX_CUT_CAPTION);
      return;
    case PLX_PAPER_TITLE:
    case PLX_PAPER_HEADING:
      if (!plx_draft_is_cut (draft) && draft->shape.n_words <= HEADING_WORDS)
        plx_draft_settle (draft, PLX_ROLE_HEADING, PLX_CUT_NONE);
      return;
    case PLX_PAPER_ITEM:
      if (!plx_draft_is_cut (draft))
        plx_draft_settle (draft, PLX_ROLE_LIST, PLX_CUT_NONE);
      return;
    case PLX_PAPER_QUOTE:
      if (!plx_draft_is_cut (draft))
        plx_draft_settle (draft, PLX_ROLE_QUOTE, PLX_CUT_NONE);
      return;
    case PLX_PAPER_ROW:
      if (!plx_draft_is_cut (draft))
        plx_draft_settle (draft, PLX_ROLE_TABLE, PLX_CUT_NONE);
      return;
    case PLX_PAPER_SUBTITLE:
    case PLX_PAPER_TEXT:
      return;
    }
}

static void
apply_kinds (PlxPaper    *self,
             PlxDocument *document)
{
  int headline = find_headline (self);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      PlxDraft *draft = self->drafts->pdata[i];
      PlxPaperKind kind = g_array_index (self->kinds, PlxPaperKind, i);

      if ((int) i == headline)
        {
          plx_draft_settle (draft, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
          plx_document_set_field (document, PLX_FIELD_HEADLINE, draft->text, "style");
        }
      else if (kind == PLX_PAPER_SUBTITLE && !plx_draft_is_cut (draft) &&
               document->fields[PLX_FIELD_STANDFIRST] == NULL)
        {
          plx_draft_settle (draft, PLX_ROLE_STANDFIRST, PLX_CUT_NONE);
          plx_document_set_field (document, PLX_FIELD_STANDFIRST, draft->text, "style");
        }
      else
        apply_kind (draft, kind);
    }
}

/* What the file says of itself fills what the text leaves open: its author is often only the
 * owner of the machine, and its date the day on which it was saved. */
static void
fill_fields (PlxPaper    *self,
             PlxDocument *document)
{
  g_autofree char *published = NULL;

  if (self->fields[PLX_FIELD_PUBLISHED] != NULL)
    published = plx_dates_to_iso (self->fields[PLX_FIELD_PUBLISHED], FALSE);
  g_set_str (&self->fields[PLX_FIELD_PUBLISHED], published);

  if (!is_title (self->fields[PLX_FIELD_HEADLINE]))
    g_clear_pointer (&self->fields[PLX_FIELD_HEADLINE], g_free);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    if (document->fields[i] == NULL && self->fields[i] != NULL)
      {
        g_autofree char *plain = plx_text_squash (self->fields[i], -1);

        plx_document_set_field (document, i, plain, "properties");
      }

  if (document->fields[PLX_FIELD_ADDRESS] == NULL && document->fields[PLX_FIELD_HEADLINE] != NULL)
    plx_document_set_field (document, PLX_FIELD_ADDRESS,
                            g_hash_table_lookup (self->links,
                                                 document->fields[PLX_FIELD_HEADLINE]), "link");
}

/**
 * plx_paper_finish:
 * @self: a paper with all its text
 * @source: where it comes from
 * @format: how it was read
 * @batch: gets the article, or the articles of a database export
 *
 * Finds out what is what in the text, and adds it to the batch.
 *
 * Returns: `FALSE` with @error set where there is too much text or none
 */
gboolean
plx_paper_finish (PlxPaper         *self,
                  const PlxSource  *source,
                  const char       *format,
                  PlxReadingBatch  *batch,
                  GError          **error)
{
  PlxDocument *document;

  if (self->is_full)
    {
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE,
                   "“%s” has more text than any article.", source->name);
      return FALSE;
    }

  /* What stands on each page is not to be taken for a part of an article. */
  for (guint i = 0; i < self->drafts->len; i++)
    if (is_aside (g_array_index (self->kinds, PlxPaperKind, i)))
      plx_draft_settle (self->drafts->pdata[i], PLX_ROLE_CHROME, PLX_CUT_TEMPLATE);

  if (plx_export_read (self->drafts, source, format, batch))
    return TRUE;

  document = plx_document_new (source->name, format);
  plx_chrome_mark_blocks (self->drafts);
  apply_kinds (self, document);
  if (!plx_reader_finish_text (source, batch, document, self->drafts, error))
    return FALSE;

  /* Nobody else has it yet. */
  fill_fields (self, batch->documents->pdata[batch->documents->len - 1]);

  return TRUE;
}
