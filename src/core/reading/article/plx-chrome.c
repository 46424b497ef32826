/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-chrome"

#include "config.h"

#include "reading/article/plx-chrome.h"

#include <string.h>

#include "reading/article/plx-cues.h"

/* A line of so many words or more in capitals between two paragraphs is no heading. */
#define PROMO_WORDS 4

/* So many lines of so many words each, one after another, are titles of other articles. */
#define RUN_LINES 3
#define RUN_WORDS 5
#define MAX_RUN 15

/* Bytes at the end of a caption in which it says who took the picture. */
#define CREDIT_BYTES 60

/* An appeal goes on for a few paragraphs, not for a page. */
#define MAX_APPEAL 8

static gboolean
is_separator (gunichar c)
{
  return c == 0xBB || c == 0x203A || c == '>' || c == '|' || c == 0xB7 || c == 0x2022 ||
         c == 0x2192 || c == '/';
}

static gboolean
is_arrow (gunichar c)
{
  return c == 0xBB || c == 0x203A || c == '>' || c == 0x2192;
}

/* Short pieces with marks between them: where one is on a site, or where one can go. */
static PlxCutReason
judge_trail (PlxDraft *draft)
{
  guint separators = 0;
  guint arrows = 0;

  for (const char *p = draft->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_separator (c) || p == draft->text || p[-1] != ' ' || g_utf8_next_char (p)[0] != ' ')
        continue;
      separators++;
      arrows += is_arrow (c);
    }

  if (arrows >= 1 && draft->shape.n_words <= 40 && !draft->shape.ends_sentence)
    return PLX_CUT_BREADCRUMB;
  if (separators >= 2 && draft->shape.n_words <= separators * 4 + 4 && !draft->shape.ends_sentence)
    return PLX_CUT_NAVIGATION;

  return PLX_CUT_NONE;
}

/* What remains of a picture's description: two or three bare words in small letters. */
static gboolean
is_picture_leftover (PlxDraft *draft)
{
  return draft->shape.starts_lower && draft->shape.n_words >= 1 && draft->shape.n_words <= 4 &&
         draft->shape.n_capital == 0 && strpbrk (draft->text, ".,:;!?()[]0123456789") == NULL;
}

/* A line that ends with who took the picture: “… on Monday (Harbour Ledger)”. */
static gboolean
is_credited (PlxDraft *draft)
{
  const char *open = strrchr (draft->text, '(');
  const char *end = draft->text + strlen (draft->text);
  PlxShape credit;

  if (open == NULL || open == draft->text || draft->shape.n_words < 5 ||
      draft->shape.n_words > 40 || draft->shape.n_stops > 1 || end[-1] != ')')
    return FALSE;

  /* A sentence that ends inside the parenthesis, or right before it, may be prose. */
  plx_shape_measure (&credit, open);

  return credit.n_words >= 1 && credit.n_words <= 6 && credit.n_capital * 2 > credit.n_words &&
         !credit.ends_sentence;
}

/* “1 of 6”, “1 / 13”, “Image 1 of 4”, “0 shares”: the marks of a slide show or a counter. */
static gboolean
is_counter (PlxDraft *draft)
{
  guint digits = 0;
  guint others = 0;

  if (draft->shape.n_words > 5 || strlen (draft->text) > 30)
    return FALSE;

  for (const char *p = draft->text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        digits++;
      else if (g_ascii_isalpha (*p))
        others++;
    }

  return digits > 0 &&
         (others == 0 ||
          (others <= 7 && strstr (draft->text, " of ") != NULL &&
           g_ascii_isdigit (draft->text[strlen (draft->text) - 1])));
}

/* “File The queen opens the bridge”, “Photo: …”: the label of a picture, and no sentence. */
static gboolean
is_labelled_picture (PlxDraft *draft)
{
  static const char *labels[] = { "File ", "FILE", "Photo ", "PHOTO", "Image ", "Picture ",
                                  "Pictured" };

  if (draft->shape.ends_sentence && draft->shape.n_stops > 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *rest = draft->text + strlen (labels[i]);

      if (g_str_has_prefix (draft->text, labels[i]) && draft->shape.n_words >= 3 &&
          draft->shape.n_words <= 40)
        return plx_text_span (rest, ":-–—( ") > 0 || g_unichar_isupper (g_utf8_get_char (rest));
    }

  return FALSE;
}

/**
 * plx_chrome_is_caption:
 * @draft: a block
 *
 * Returns: whether it ends with who took a picture: “… at the airport. Credit: Jane Doe”,
 *   “(Image: © ESA)”
 */
gboolean
plx_chrome_is_caption (PlxDraft *draft)
{
  static const char *const credits[] = { "Credit:", "credit:", "(Image:", "(Photo", "Photo:",
                                         "PHOTO:", "Photograph:", "Image:", "Picture:", "Photo by",
                                         "(AP Photo", "/Getty", "/AFP", "/Reuters", "/AP",
                                         "photos ©" };
  gsize length = strlen (draft->text);
  const char *tail = draft->text + MAX (length, CREDIT_BYTES) - CREDIT_BYTES;

  if (draft->shape.n_words > 70)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    {
      const char *at = g_strrstr (tail, credits[i]);

      if (at != NULL &&
          (draft->shape.n_words <= 20 || !draft->shape.ends_sentence || draft->shape.n_stops <= 2))
        return at == draft->text || at[0] == '(' || at[0] == '/' || g_ascii_isspace (at[-1]) ||
               !g_ascii_isalpha (at[-1]) || g_ascii_islower (at[-1]);
    }

  return FALSE;
}

/**
 * plx_chrome_mark_blocks:
 * @drafts: (element-type PlxDraft): blocks in order
 *
 * Cuts the blocks that are chrome by their own words and form.
 */
void
plx_chrome_mark_blocks (GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      PlxCutReason reason;

      if (draft->settled)
        continue;

      reason = judge_trail (draft);
      if (reason == PLX_CUT_NONE)
        reason = plx_cues_judge_draft (draft);
      if (reason == PLX_CUT_NONE && (is_labelled_picture (draft) || is_credited (draft) ||
                                     plx_chrome_is_caption (draft)))
        reason = PLX_CUT_CAPTION;
      if (reason == PLX_CUT_NONE && is_counter (draft))
        reason = PLX_CUT_NAVIGATION;

      draft->reason = reason;
      if (reason == PLX_CUT_CAPTION)
        draft->role = PLX_ROLE_CAPTION;
      else if (reason != PLX_CUT_NONE)
        draft->role = PLX_ROLE_CHROME;
    }
}

static void
cut (PlxDraft     *draft,
     PlxCutReason  reason)
{
  draft->reason = reason;
  draft->role = reason == PLX_CUT_CAPTION ? PLX_ROLE_CAPTION : PLX_ROLE_CHROME;
}

/**
 * plx_chrome_find_body:
 * @drafts: (element-type PlxDraft): blocks in order
 *
 * Returns: the place of the first paragraph that is not cut, or the number of blocks
 */
guint
plx_chrome_find_body (GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!plx_draft_is_cut (draft) && plx_draft_is_prose (draft) &&
          !(draft->settled && draft->role != PLX_ROLE_BODY))
        return i;
    }

  return drafts->len;
}

static gboolean
speaks_for_outlet (PlxDraft *draft)
{
  return draft->shape.first_person > 0 || draft->shape.second_person > 0;
}

/* Whether the appeal that @draft belongs to goes on with it. */
static gboolean
continues_appeal (GPtrArray *drafts,
                  guint      at)
{
  PlxDraft *draft = drafts->pdata[at];
  double score;

  if (draft->settled || plx_draft_is_cut (draft))
    return draft->reason == PLX_CUT_DONATION;
  if (plx_cues_judge (draft->text, &score, NULL) == PLX_CUT_DONATION && score >= 2)
    return TRUE;

  return speaks_for_outlet (draft) && draft->text[0] != '"' &&
         !g_str_has_prefix (draft->text, "“");
}

/* An appeal may open with why it is made: paragraphs in the first person right before it. */
static void
mark_appeal_before (GPtrArray *drafts,
                    guint      end)
{
  for (guint i = end; i-- > 0 && i + 4 > end;)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (draft->settled || plx_draft_is_cut (draft) || draft->shape.first_person < 2 ||
          draft->text[0] == '"' || g_str_has_prefix (draft->text, "“"))
        return;
      cut (draft, PLX_CUT_DONATION);
    }
}

/* An appeal's paragraphs, from its heading on; a gap between two parts of it belongs to it too. */
static void
mark_appeal (GPtrArray *drafts,
             guint      start)
{
  guint last = start;

  for (guint i = start + 1; i < drafts->len && i <= start + MAX_APPEAL; i++)
    {
      if (continues_appeal (drafts, i))
        last = i;
      else if (i > last + 1)
        break;
    }

  for (guint i = start + 1; i <= last; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!draft->settled && !plx_draft_is_cut (draft))
        cut (draft, PLX_CUT_DONATION);
    }
}

/* Whether a reason's heading says what the lines under it are. */
static gboolean
colours_lines (PlxCutReason reason)
{
  return reason == PLX_CUT_RELATED_LINK || reason == PLX_CUT_NEWSLETTER ||
         reason == PLX_CUT_COMMENTS || reason == PLX_CUT_COOKIES || reason == PLX_CUT_ACCOUNT ||
         reason == PLX_CUT_PROMO || reason == PLX_CUT_SHARE || reason == PLX_CUT_NAVIGATION ||
         reason == PLX_CUT_LEGAL || reason == PLX_CUT_ADVERTISEMENT || reason == PLX_CUT_DONATION;
}

static gboolean
is_over_paragraph (GPtrArray *drafts,
                   guint      at)
{
  return at + 1 < drafts->len && !plx_draft_is_cut (drafts->pdata[at + 1]) &&
         plx_draft_is_prose (drafts->pdata[at + 1]);
}

/* The lines under a heading such as “Most read”, as long as they are only lines. */
static void
mark_lines_under (GPtrArray *drafts,
                  guint      start)
{
  PlxDraft *heading = drafts->pdata[start];

  for (guint i = start + 1; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (draft->settled || plx_draft_is_cut (draft) || plx_draft_is_prose (draft))
        return;
      /* A line right over a paragraph heads it, unless the lines are links. */
      if (heading->reason != PLX_CUT_RELATED_LINK && heading->reason != PLX_CUT_NEWSLETTER &&
          heading->reason != PLX_CUT_COMMENTS && is_over_paragraph (drafts, i))
        return;
      /* A gap before a line with nothing but gaps around it starts something new. */
      if (draft->gap && i > start + 1)
        return;
      if (draft->gap && draft->shape.ends_sentence && !speaks_for_outlet (draft))
        return;
      if (draft->gap && heading->reason != PLX_CUT_NEWSLETTER &&
          heading->reason != PLX_CUT_COMMENTS)
        return;

      cut (draft, heading->reason);
    }
}

/* Everything after the last paragraph takes its reason from what stands before it. */
static void
mark_tail (GPtrArray *drafts)
{
  guint last = drafts->len;
  PlxCutReason reason = PLX_CUT_NONE;

  while (last > 0)
    {
      PlxDraft *draft = drafts->pdata[last - 1];

      if (draft->settled || (!plx_draft_is_cut (draft) &&
                             (plx_draft_is_prose (draft) || draft->shape.ends_sentence)))
        break;
      last--;
    }

  for (guint i = last; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (plx_draft_is_cut (draft))
        reason = draft->reason;
      else if (last > 0)
        cut (draft, reason != PLX_CUT_NONE ? reason
                    : plx_draft_is_capitals (draft) && draft->shape.n_words >= PROMO_WORDS
                        ? PLX_CUT_PROMO
                        : PLX_CUT_RELATED_LINK);
    }
}

/* A sentence or two that speak to the reader, after the first chrome of the page's end. */
static void
mark_after_end (GPtrArray *drafts)
{
  guint last_prose = 0;
  guint n_prose = 0;
  guint n_after = 0;
  PlxCutReason reason = PLX_CUT_NONE;

  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (plx_draft_is_cut (draft) || !plx_draft_is_prose (draft))
        continue;
      n_prose++;
      n_after++;
      if (!speaks_for_outlet (draft))
        {
          last_prose = i;
          n_after = 0;
        }
    }

  /* An article in the first person speaks to its readers all the time. */
  if (n_after * 4 > n_prose)
    return;

  for (guint i = last_prose + 1; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (plx_draft_is_cut (draft))
        reason = draft->reason;
      else if (!draft->settled && reason != PLX_CUT_NONE && reason != PLX_CUT_CAPTION &&
               (speaks_for_outlet (draft) || !draft->shape.ends_sentence))
        cut (draft, reason);
    }
}

/**
 * plx_chrome_mark_runs:
 * @drafts: (element-type PlxDraft): blocks in order, marked by [func@chrome_mark_blocks]
 *
 * Cuts the blocks that are chrome because of where they stand: under an appeal, in a list
 * of links, after the end of the article.
 */
void
plx_chrome_mark_runs (GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (draft->reason == PLX_CUT_DONATION)
        {
          mark_appeal_before (drafts, i);
          mark_appeal (drafts, i);
        }
      else if (draft->role == PLX_ROLE_CHROME && colours_lines (draft->reason) &&
               draft->shape.n_words <= 12)
        mark_lines_under (drafts, i);
    }

  if (plx_chrome_find_body (drafts) < drafts->len)
    {
      mark_after_end (drafts);
      mark_tail (drafts);
    }
}

/* Whether prose stands after @at before the page ends. */
static gboolean
has_body_after (GPtrArray *drafts,
                guint      at)
{
  for (guint i = at + 1; i < drafts->len; i++)
    if (!plx_draft_is_cut (drafts->pdata[i]) && plx_draft_is_prose (drafts->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Whether a block between paragraphs is a line: no sentence, and not cut. */
static gboolean
is_line (PlxDraft *draft)
{
  return !draft->settled && !plx_draft_is_cut (draft) && !draft->shape.ends_sentence &&
         draft->shape.n_words >= 1 && draft->shape.n_words <= 25 && !draft->shape.starts_lower &&
         g_unichar_isalpha (g_utf8_get_char (draft->text)) &&
         draft->shape.first_person + draft->shape.second_person == 0 &&
         !g_str_has_suffix (draft->text, ":") && !g_str_has_suffix (draft->text, ",");
}

/* The number of lines from @at on, one after another; those that are cut do not break a run. */
static guint
measure_run (GPtrArray *drafts,
             guint      at,
             guint     *n_words,
             guint     *end)
{
  guint n = 0;

  *n_words = 0;
  for (*end = at; *end < drafts->len; (*end)++)
    {
      PlxDraft *draft = drafts->pdata[*end];

      if (is_line (draft))
        {
          n++;
          *n_words += draft->shape.n_words;
        }
      else if (!plx_draft_is_cut (draft) || draft->settled)
        break;
    }

  return n;
}

/* Whether what follows is a list that belongs to the article. */
static gboolean
introduces (PlxDraft *draft)
{
  return g_str_has_suffix (draft->text, ":");
}

/* A page of recipes, scores or advice is made of lines; an article is made of paragraphs. */
static gboolean
is_made_of_lines (GPtrArray *drafts)
{
  guint n_lines = 0;
  guint n_prose = 0;

  for (guint i = plx_chrome_find_body (drafts); i < drafts->len; i++)
    {
      n_lines += is_line (drafts->pdata[i]);
      n_prose += !plx_draft_is_cut (drafts->pdata[i]) && plx_draft_is_prose (drafts->pdata[i]);
    }

  return n_lines > n_prose * 2;
}

/*
 * Titles of other articles come in runs; a heading stands alone over its paragraph. The last
 * line of a run may be one, if a paragraph follows.
 */
static void
mark_title_runs (GPtrArray *drafts)
{
  guint body = plx_chrome_find_body (drafts);

  for (guint i = body; i < drafts->len; i++)
    {
      guint n_words;
      guint end;
      guint n = measure_run (drafts, i, &n_words, &end);

      if (n >= RUN_LINES && n <= MAX_RUN && n_words >= n * RUN_WORDS &&
          (i == body || !introduces (drafts->pdata[i - 1])))
        for (guint k = i; k < end; k++)
          if (is_line (drafts->pdata[k]))
            cut (drafts->pdata[k], PLX_CUT_RELATED_LINK);
      i = MAX (i, end);
    }
}

/* What was on the page before is there for the page's sake the second time. */
static void
mark_repeated (GPtrArray *drafts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!g_hash_table_add (seen, draft->text) && !draft->settled && !plx_draft_is_cut (draft) &&
          draft->shape.n_words >= 2 && !draft->shape.ends_sentence)
        cut (draft, PLX_CUT_NAVIGATION);
    }
}

/* “View gallery”, “Image caption,” and the like stand before the caption itself. */
static gboolean
follows_caption (GPtrArray *drafts,
                 guint      at)
{
  PlxDraft *before = at > 0 ? drafts->pdata[at - 1] : NULL;

  if (before == NULL || before->role != PLX_ROLE_CAPTION || before->shape.n_words > 4 ||
      before->shape.starts_lower)
    return FALSE;

  return g_str_has_suffix (before->text, ",") || g_str_has_suffix (before->text, ":") ||
         !is_over_paragraph (drafts, at);
}

/**
 * plx_chrome_mark_heading:
 * @drafts: (element-type PlxDraft): blocks in order
 *
 * Tells headings from promotions and from what pictures leave behind, between the
 * paragraphs of the article.
 */
void
plx_chrome_mark_heading (GPtrArray *drafts)
{
  if (!is_made_of_lines (drafts))
    {
      mark_repeated (drafts);
      mark_title_runs (drafts);
    }

  for (guint i = plx_chrome_find_body (drafts) + 1; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      /* The file itself tells what these are. */
      if (draft->role == PLX_ROLE_LIST || draft->role == PLX_ROLE_QUOTE ||
          draft->role == PLX_ROLE_TABLE)
        continue;

      if (draft->settled || plx_draft_is_cut (draft) || draft->shape.ends_sentence ||
          draft->shape.n_words > 30)
        {
          /* A question may head a section. */
          if (!draft->settled && !plx_draft_is_cut (draft) && g_str_has_suffix (draft->text, "?") &&
              draft->shape.n_words <= 20 && draft->shape.n_stops == 1 &&
              plx_draft_is_title_case (draft))
            draft->role = PLX_ROLE_HEADING;
          continue;
        }

      if (plx_draft_is_capitals (draft) && draft->shape.n_words >= PROMO_WORDS)
        cut (draft, PLX_CUT_PROMO);
      else if (is_picture_leftover (draft))
        cut (draft, PLX_CUT_CAPTION);
      else if (follows_caption (drafts, i))
        cut (draft, PLX_CUT_CAPTION);
      else if (draft->shape.n_words > 0 && has_body_after (drafts, i) &&
               !g_str_has_suffix (draft->text, ":"))
        draft->role = PLX_ROLE_HEADING;
    }
}
