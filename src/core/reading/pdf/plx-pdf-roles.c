/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-roles"

#include "config.h"

#include "reading/pdf/plx-pdf-roles.h"

#include <math.h>

#include "reading/article/plx-draft.h"
#include "reading/article/plx-head.h"
#include "reading/article/plx-outlets.h"
#include "reading/pdf/plx-pdf-blocks.h"

/* A headline is larger than the text by so much. */
#define HEADLINE_SIZE 1.15
#define HEADLINE_WORDS 35

/* A masthead is larger than the headline, and a name. */
#define MASTHEAD_WORDS 4

/* A heading is no paragraph. */
#define HEADING_WORDS 20

/* So many blocks under a heading, its text has begun. */
#define HEADING_REACH 20

/* A standfirst is of another type than the text, and no mere label. */
#define STANDFIRST_MIN 6
#define STANDFIRST_WORDS 70

static char *
describe_place (const PlxPdfBlock *block)
{
  static const char *const names[] = {
    [PLX_PDF_HEAD] = ", head",
    [PLX_PDF_FOOT] = ", foot",
    [PLX_PDF_ASIDE] = ", aside",
    [PLX_PDF_NOTE] = ", footnote",
  };
  const char *name = block->kind < G_N_ELEMENTS (names) ? names[block->kind] : NULL;

  return g_strdup_printf ("page %u%s", block->page, name != NULL ? name : "");
}

/* What the form alone decides. */
static void
settle_by_kind (PlxDraft          *draft,
                const PlxPdfBlock *block)
{
  switch (block->kind)
    {
    case PLX_PDF_HEAD:
    case PLX_PDF_FOOT:
    case PLX_PDF_ASIDE:
      plx_draft_settle (draft, PLX_ROLE_CHROME, PLX_CUT_TEMPLATE);
      break;
    case PLX_PDF_CAPTION:
      plx_draft_settle (draft, PLX_ROLE_CAPTION, PLX_CUT_CAPTION);
      break;
    case PLX_PDF_NOTE:
    case PLX_PDF_ITEM:
      plx_draft_settle (draft, PLX_ROLE_LIST, PLX_CUT_NONE);
      break;
    case PLX_PDF_ROW:
      plx_draft_settle (draft, PLX_ROLE_TABLE, PLX_CUT_NONE);
      break;
    case PLX_PDF_BODY:
    case PLX_PDF_LARGE:
    case PLX_PDF_STRONG:
    case PLX_PDF_SMALL:
    default:
      break;
    }
}

/* Where the text begins: the first paragraph in the type of most of it. */
static guint
find_text (GPtrArray *blocks,
           GPtrArray *drafts)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((PlxPdfBlock *) blocks->pdata[i])->kind == PLX_PDF_BODY &&
        plx_draft_is_prose (drafts->pdata[i]))
      return i;

  return blocks->len;
}

static gboolean
can_be_headline (const PlxPdfBlock *block,
                 PlxDraft          *draft)
{
  return !draft->settled && !plx_draft_is_cut (draft) && draft->shape.n_words >= 2 &&
         draft->shape.n_words <= HEADLINE_WORDS && draft->shape.n_stops <= 2 &&
         (block->kind == PLX_PDF_LARGE || block->kind == PLX_PDF_STRONG);
}

/* The block in the largest type over the text, one apart. */
static int
find_largest (GPtrArray *blocks,
              GPtrArray *drafts,
              guint      text,
              int        apart)
{
  int best = -1;
  float size = 0;

  for (guint i = 0; i < text; i++)
    {
      PlxPdfBlock *block = blocks->pdata[i];

      if ((int) i == apart || !can_be_headline (block, drafts->pdata[i]) ||
          block->size < size * 1.05f)
        continue;
      best = i;
      size = block->size;
    }

  return best;
}

/* The name of the paper, in larger type than its headlines. */
static gboolean
is_masthead (GPtrArray *blocks,
             GPtrArray *drafts,
             int        largest,
             int        second,
             float      body_size)
{
  PlxDraft *draft = drafts->pdata[largest];
  PlxDraft *next = second >= 0 ? drafts->pdata[second] : NULL;

  if (plx_outlets_find_by_name (draft->text) != NULL)
    return TRUE;

  return next != NULL && second > largest && draft->shape.n_words <= MASTHEAD_WORDS &&
         draft->shape.n_capital == draft->shape.n_words && next->shape.n_words >= 5 &&
         ((PlxPdfBlock *) blocks->pdata[second])->size >= body_size * HEADLINE_SIZE;
}

static void
take_masthead (PlxDraft    *draft,
               PlxDocument *document)
{
  const char *known = plx_outlets_find_by_name (draft->text);

  plx_document_set_field (document, PLX_FIELD_OUTLET, known != NULL ? known : draft->text, "text");
  plx_draft_settle (draft, PLX_ROLE_CHROME, PLX_CUT_NAVIGATION);
}

static int
mark_headline (GPtrArray   *blocks,
               GPtrArray   *drafts,
               guint        text,
               float        body_size,
               PlxDocument *document)
{
  int largest = find_largest (blocks, drafts, text, -1);
  PlxPdfBlock *block;

  if (largest < 0)
    return -1;

  if (is_masthead (blocks, drafts, largest, find_largest (blocks, drafts, text, largest),
                   body_size))
    {
      take_masthead (drafts->pdata[largest], document);
      largest = find_largest (blocks, drafts, text, -1);
    }

  block = largest >= 0 ? blocks->pdata[largest] : NULL;
  if (block == NULL || (block->size < body_size * HEADLINE_SIZE && block->kind != PLX_PDF_STRONG))
    return -1;

  plx_draft_settle (drafts->pdata[largest], PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_HEADLINE, ((PlxDraft *) drafts->pdata[largest])->text,
                          "text");

  return largest;
}

/* What stands right under the headline in type of its own. */
static void
mark_standfirst (GPtrArray   *blocks,
                 GPtrArray   *drafts,
                 guint        headline,
                 guint        text,
                 PlxDocument *document)
{
  for (guint i = headline + 1; i < text; i++)
    {
      PlxPdfBlock *block = blocks->pdata[i];
      PlxDraft *draft = drafts->pdata[i];

      if (draft->settled || plx_draft_is_cut (draft))
        continue;
      if (block->kind != PLX_PDF_LARGE && block->kind != PLX_PDF_STRONG && !block->italic)
        return;
      if (draft->shape.n_words < STANDFIRST_MIN || draft->shape.n_words > STANDFIRST_WORDS ||
          g_ascii_strncasecmp (draft->text, "by ", 3) == 0)
        continue;

      plx_draft_settle (draft, PLX_ROLE_STANDFIRST, PLX_CUT_NONE);
      plx_document_set_field (document, PLX_FIELD_STANDFIRST, draft->text, "text");
      return;
    }
}

/* Papers put the names of their authors under the title, and say no “by”. */
static void
mark_authors (GPtrArray   *blocks,
              GPtrArray   *drafts,
              guint        headline,
              guint        text,
              PlxDocument *document)
{
  for (guint i = headline + 1; i < text; i++)
    {
      g_autofree char *byline = plx_head_find_byline (((PlxDraft *) drafts->pdata[i])->text);

      if (byline != NULL)
        return;
    }

  for (guint i = headline + 1; i < text && i <= headline + 2; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (draft->settled || plx_draft_is_cut (draft) || draft->shape.ends_sentence ||
          !plx_head_is_name (draft->text) ||
          plx_draft_is_capitals (draft) || plx_outlets_find_by_name (draft->text) != NULL)
        continue;
      plx_draft_settle (draft, PLX_ROLE_AUTHOR, PLX_CUT_NONE);
      plx_document_set_field (document, PLX_FIELD_AUTHOR, draft->text, "text");
      return;
    }
}

static gboolean
is_heading (const PlxPdfBlock *block,
            PlxDraft          *draft)
{
  return (block->kind == PLX_PDF_LARGE || block->kind == PLX_PDF_STRONG) &&
         draft->shape.n_words >= 1 && draft->shape.n_words <= HEADING_WORDS &&
         draft->shape.n_stops <= 1 && !g_str_has_suffix (draft->text, ".") &&
         block->n_lines <= 3;
}

/* Whether a part of the text stands under the heading at @at, and not a list of links. */
static gboolean
leads_text (GPtrArray *blocks,
            GPtrArray *drafts,
            guint      at)
{
  for (guint i = at + 1; i < blocks->len && i <= at + HEADING_REACH; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      switch (((PlxPdfBlock *) blocks->pdata[i])->kind)
        {
        case PLX_PDF_BODY:
        case PLX_PDF_SMALL:
          return plx_draft_is_prose (draft) && !plx_draft_is_cut (draft);
        case PLX_PDF_ITEM:
        case PLX_PDF_ROW:
          return TRUE;
        case PLX_PDF_LARGE:
        case PLX_PDF_STRONG:
          if (plx_draft_is_prose (draft))
            return !plx_draft_is_cut (draft);
          break;
        case PLX_PDF_NOTE:
        case PLX_PDF_CAPTION:
        case PLX_PDF_HEAD:
        case PLX_PDF_FOOT:
        case PLX_PDF_ASIDE:
        default:
          break;
        }
    }

  return FALSE;
}

/**
 * plx_pdf_roles_draft:
 * @blocks: (element-type PlxPdfBlock): the blocks of a file
 *
 * Returns: (transfer full) (element-type PlxDraft): the same as drafts, of which those are settled
 *   whose form decides: what belongs to the page, rows, items
 */
GPtrArray *
plx_pdf_roles_draft (GPtrArray *blocks)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);

  for (guint i = 0; i < blocks->len; i++)
    {
      PlxPdfBlock *block = blocks->pdata[i];
      PlxDraft *draft = plx_draft_new (block->text->str, block->text->len);

      draft->gap = TRUE;
      draft->place = describe_place (block);
      settle_by_kind (draft, block);
      g_ptr_array_add (drafts, draft);
    }

  return drafts;
}

/**
 * plx_pdf_roles_find:
 * @blocks: (element-type PlxPdfBlock): the blocks of a file
 * @drafts: (element-type PlxDraft): the same as drafts, chrome marked
 * @body_size: size of the type that most of it is in
 * @document: the document that they will go into; gets a headline and a standfirst
 *
 * Finds what the type tells of the blocks of an article: headline, standfirst, headings. The rest
 * is left open, for their words tell more.
 */
void
plx_pdf_roles_find (GPtrArray   *blocks,
                    GPtrArray   *drafts,
                    float        body_size,
                    PlxDocument *document)
{
  guint text = find_text (blocks, drafts);
  int headline = mark_headline (blocks, drafts, text, body_size, document);

  if (headline >= 0)
    {
      mark_standfirst (blocks, drafts, headline, text, document);
      mark_authors (blocks, drafts, headline, text, document);
    }

  for (guint i = text; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!draft->settled && !plx_draft_is_cut (draft) && is_heading (blocks->pdata[i], draft) &&
          leads_text (blocks, drafts, i))
        plx_draft_settle (draft, PLX_ROLE_HEADING, PLX_CUT_NONE);
    }
}
