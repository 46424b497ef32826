/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-draft.h"
#include "reading/plx-reader.h"

G_BEGIN_DECLS

/**
 * PlxPaperKind:
 * @PLX_PAPER_TEXT: a paragraph
 * @PLX_PAPER_TITLE: styled as the title of the text
 * @PLX_PAPER_SUBTITLE: styled as its subtitle
 * @PLX_PAPER_HEADING: styled as a heading
 * @PLX_PAPER_ITEM: an item of a list
 * @PLX_PAPER_QUOTE: styled as a quotation
 * @PLX_PAPER_ROW: a row of a table
 * @PLX_PAPER_CAPTION: styled as a caption
 * @PLX_PAPER_NOTE: a footnote, an endnote, or a comment in the margin
 * @PLX_PAPER_PAGE: at the head or the foot of each page
 *
 * What a word processor says that a paragraph is.
 */
typedef enum
{
  PLX_PAPER_TEXT,
  PLX_PAPER_TITLE,
  PLX_PAPER_SUBTITLE,
  PLX_PAPER_HEADING,
  PLX_PAPER_ITEM,
  PLX_PAPER_QUOTE,
  PLX_PAPER_ROW,
  PLX_PAPER_CAPTION,
  PLX_PAPER_NOTE,
  PLX_PAPER_PAGE,
} PlxPaperKind;

/**
 * PlxPaper:
 * @drafts: (element-type PlxDraft): the paragraphs in order
 * @kinds: (element-type PlxPaperKind): what each is
 * @bytes: how much text they have
 * @is_full: whether there was more text than an article has
 * @gap: whether an empty paragraph was the last
 * @fields: (nullable): what the file says of itself, by [enum@Field]; only believed where the
 *   text does not tell
 * @links: paragraphs that are a link as a whole, and where it leads
 *
 * The text of an office file on its way into documents.
 */
typedef struct
{
  GPtrArray  *drafts;
  GArray     *kinds;
  gsize       bytes;
  gboolean    is_full;
  gboolean    gap;
  char       *fields[PLX_N_FIELDS];
  GHashTable *links;
} PlxPaper;

PlxPaper     *plx_paper_new         (void);
void          plx_paper_free        (PlxPaper         *self);
void          plx_paper_add         (PlxPaper         *self,
                                     const char       *text,
                                     gssize            length,
                                     PlxPaperKind      kind);
void          plx_paper_add_link    (PlxPaper         *self,
                                     const char       *text,
                                     const char       *address);
PlxPaperKind  plx_paper_judge_style (const char       *name);
gboolean      plx_paper_finish      (PlxPaper         *self,
                                     const PlxSource  *source,
                                     const char       *format,
                                     PlxReadingBatch  *batch,
                                     GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPaper, plx_paper_free)

G_END_DECLS
