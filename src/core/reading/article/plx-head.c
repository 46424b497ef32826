/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-head"

#include "config.h"

#include "reading/article/plx-head.h"

#include <string.h>

#include "reading/article/plx-chrome.h"
#include "reading/article/plx-dates.h"
#include "reading/article/plx-outlets.h"
#include "reading/article/plx-sameness.h"

/* A headline is shorter than a paragraph. */
#define HEADLINE_WORDS 35

/* A standfirst is no longer than this, and so many lines at most stand between it and the body. */
#define STANDFIRST_WORDS 50
#define HEAD_LINES 6

/* An agency's byline names a few people. */
#define CREDIT_WORDS 40

/* Lines between a date and the name of the author. */
#define NAME_DISTANCE 3

/* A line of more words under the byline is a paragraph without its stop. */
#define CAPTION_WORDS 25

/* A name of this many words or more is a phrase. */
#define NAME_WORDS 5

/* What the file itself tells of a field goes before what its text says; both are kept. Of what the
 * text says, the first counts. */
static void
take_field (PlxDocument *document,
            PlxField     field,
            const char  *value)
{
  if (document->fields[field] == NULL)
    plx_document_set_field (document, field, value, "text");
  else if (g_strcmp0 (document->found[field], "text") != 0)
    plx_sameness_add (document, field, value, "text");
}

static const char *by_words[] = { "by ", "by: ", "written by ", "von ", "par ", "por ", "di ",
                                  "door ", "author: ", "words by ", "story by ", "reported by " };

/* Whether @text starts with a word that announces an author; gives what follows. */
static const char *
skip_by (const char *text)
{
  gsize best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (by_words); i++)
    {
      gsize length = strlen (by_words[i]);

      if (length > best && g_ascii_strncasecmp (text, by_words[i], length) == 0)
        best = length;
    }

  return best > 0 ? text + best : NULL;
}

static gboolean
is_particle (const char *word)
{
  static const char *particles[] = { "de", "van", "von", "der", "den", "da", "di", "del", "la",
                                     "le", "bin", "ibn", "al", "el", "and", "y", "und", "et", "dos",
                                     "du", "ter", "ten", "&" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (strcmp (word, particles[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * plx_head_is_name:
 * @text: a line
 *
 * Returns: whether it has the form of a person's name, or of two: a few words with capitals and
 *   nothing else
 */
gboolean
plx_head_is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  if (strpbrk (text, "0123456789:;!?\"()[]@#|/") != NULL)
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (is_particle (words[i]))
        continue;
      if (!g_unichar_isupper (g_utf8_get_char (words[i])))
        return FALSE;
      n++;
    }

  return n >= 2 && n <= NAME_WORDS;
}

/* Drops what follows a name: a comma, a place, an agency. */
static void
trim_after_name (char *name)
{
  static const char *ends[] = { " in ", " for ", ", ", " | ", " · ", " - ", " – ", " — ", " at ",
                                " (" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char *end = strstr (name, ends[i]);

      /* “A, B and C” are names to the end. */
      if (end != NULL && i == 2 && (strstr (end, " and ") != NULL || strstr (end, " & ") != NULL))
        continue;
      if (end != NULL && end != name)
        *end = '\0';
    }
}

/**
 * plx_head_clean_byline:
 * @text: a byline, such as “By Jane Doe in Nairobi”
 *
 * Returns: (transfer full): the names in it
 */
char *
plx_head_clean_byline (const char *text)
{
  const char *rest = skip_by (text);
  g_autofree char *name = plx_text_squash (rest != NULL ? rest : text, -1);
  PlxDateFind find;

  if (plx_dates_find (name, FALSE, &find) && find.start > 0)
    name[find.start] = '\0';
  g_strchomp (name);
  for (gsize n = strlen (name); n > 0 && strchr (" |,-;:", name[n - 1]) != NULL; n--)
    name[n - 1] = '\0';
  trim_after_name (name);

  return g_strdup (name);
}

/**
 * plx_head_find_byline:
 * @text: a line
 *
 * Returns: (transfer full) (nullable): the names in it, where it opens with a word such as “by”
 */
char *
plx_head_find_byline (const char *text)
{
  g_autofree char *name = NULL;

  if (skip_by (text) == NULL || strlen (text) > 160)
    return NULL;
  name = plx_head_clean_byline (text);

  return plx_head_is_name (name) ? g_steal_pointer (&name) : NULL;
}

static gboolean
is_author_line (const char *text,
                gboolean    near_date)
{
  g_autofree char *name = NULL;
  const char *rest = skip_by (text);

  if (strlen (text) > 160)
    return FALSE;

  name = plx_head_clean_byline (text);
  if (rest != NULL)
    return g_unichar_isupper (g_utf8_get_char (rest)) && strlen (name) >= 3;

  return near_date && plx_head_is_name (name);
}

/* A byline and a date on one line: “By Jane Doe | May 3, 2019”. */
static gboolean
mark_author_and_date (PlxDraft    *draft,
                      PlxDocument *document)
{
  g_autofree char *head = NULL;
  g_autofree char *name = NULL;
  g_autofree char *iso = NULL;
  PlxDateFind find;

  if (draft->shape.n_words > 20 || skip_by (draft->text) == NULL ||
      !plx_dates_find (draft->text, FALSE, &find) || find.start < 6)
    return FALSE;
  /* “a.m.” ends a date and not a sentence. */
  if (draft->shape.ends_sentence && find.end + 1 < strlen (draft->text))
    return FALSE;

  head = g_strndup (draft->text, find.start);
  name = plx_head_clean_byline (head);
  iso = plx_dates_format (&find);
  g_strchomp (name);

  take_field (document, PLX_FIELD_AUTHOR, name);
  take_field (document, PLX_FIELD_PUBLISHED, iso);
  plx_draft_settle (draft, PLX_ROLE_AUTHOR, PLX_CUT_NONE);

  return TRUE;
}

/* Date lines of the head; gives the place of the first, or -1. */
static int
mark_dates (GPtrArray   *drafts,
            guint        head,
            PlxDocument *document)
{
  g_autofree char *changed = NULL;
  int first = -1;

  for (guint i = 0; i < head; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      g_autofree char *iso = NULL;
      PlxDateFind find;

      if (draft->settled || mark_author_and_date (draft, document))
        continue;
      if (!plx_dates_is_line (draft->text, FALSE, &find))
        continue;

      iso = plx_dates_format (&find);
      if (!plx_dates_is_change (draft->text))
        take_field (document, PLX_FIELD_PUBLISHED, iso);
      else if (changed == NULL)
        changed = g_steal_pointer (&iso);
      plx_draft_settle (draft, PLX_ROLE_DATE, PLX_CUT_NONE);
      first = first < 0 ? (int) i : first;
    }

  /* Better than no date at all. */
  if (changed != NULL && document->fields[PLX_FIELD_PUBLISHED] == NULL)
    take_field (document, PLX_FIELD_PUBLISHED, changed);

  return first;
}

/* A line that is nothing but an outlet's name. */
static void
mark_outlet (GPtrArray   *drafts,
             guint        head,
             PlxDocument *document)
{
  for (guint i = 0; i < head; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      const char *known;

      if (draft->settled || draft->shape.n_words > 6 ||
          (known = plx_outlets_find_by_name (draft->text)) == NULL)
        continue;

      take_field (document, PLX_FIELD_OUTLET, known);
      plx_draft_settle (draft, PLX_ROLE_CHROME, PLX_CUT_NAVIGATION);
    }
}

/* Sections of a newspaper have the form of names: “Middle East”, “World News”. */
static gboolean
is_section (const char *text)
{
  static const char *const words[] = { "News", "World", "East", "Politics", "Business", "Opinion",
                                       "Sport", "Sports", "Africa", "Asia", "Europe", "America",
                                       "Americas", "Review", "Edition", "Morning", "Live", "Staff",
                                       "Updates", "Analysis", "Home", "Media", "International",
                                       "National", "Report", "Breaking", "Latest", "Video",
                                       "Photos", "Culture", "Health", "Science", "Tech", NULL };
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains (words, parts[i]))
      return TRUE;

  return FALSE;
}

static int
mark_author (GPtrArray   *drafts,
             guint        head,
             int          date,
             PlxDocument *document)
{
  for (guint i = 0; i < head; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      gboolean near_date = date >= 0 && ABS ((int) i - date) <= NAME_DISTANCE &&
                           !is_section (draft->text);
      g_autofree char *name = NULL;

      if (draft->settled || plx_draft_is_cut (draft) || draft->shape.ends_sentence)
        continue;
      if (!is_author_line (draft->text, near_date))
        continue;
      /* The only line over a date may as well be the headline, and so may what repeats it. */
      if (skip_by (draft->text) == NULL &&
          (i == 0 || strcmp (draft->text, ((PlxDraft *) drafts->pdata[0])->text) == 0))
        continue;

      name = plx_head_clean_byline (draft->text);
      take_field (document, PLX_FIELD_AUTHOR, name);
      plx_draft_settle (draft, PLX_ROLE_AUTHOR, PLX_CUT_NONE);

      return i;
    }

  return -1;
}

/* A masthead: a name of a few words, over a headline that is longer. */
static gboolean
is_masthead (GPtrArray *drafts,
             guint      at,
             guint      head)
{
  PlxDraft *draft = drafts->pdata[at];
  PlxDraft *next = NULL;

  for (guint i = at + 1; i < head && next == NULL; i++)
    if (!plx_draft_is_cut (drafts->pdata[i]) && !((PlxDraft *) drafts->pdata[i])->settled)
      next = drafts->pdata[i];

  return next != NULL && draft->shape.n_words <= 4 &&
         draft->shape.n_capital == draft->shape.n_words && next->shape.n_words >= 5 &&
         next->shape.n_words > draft->shape.n_words + 2;
}

static void
take_masthead (PlxDraft    *draft,
               PlxDocument *document)
{
  g_autofree char *name = g_strdup (draft->text);

  if (document->fields[PLX_FIELD_OUTLET] != NULL)
    return;

  /* A masthead in capitals is a matter of type. */
  if (plx_draft_is_capitals (draft) && draft->shape.n_words > 1 && g_str_is_ascii (name))
    for (char *p = name + 1; *p != '\0'; p++)
      if (g_ascii_isalpha (p[-1]))
        *p = g_ascii_tolower (*p);

  take_field (document, PLX_FIELD_OUTLET, name);
}

static gboolean
can_be_headline (PlxDraft *draft)
{
  return !draft->settled && !plx_draft_is_cut (draft) && draft->shape.n_words >= 2 &&
         draft->shape.n_words <= HEADLINE_WORDS && draft->shape.n_stops <= 1 &&
         !g_str_has_suffix (draft->text, ".") && !draft->shape.starts_lower;
}

/* The last step of a breadcrumb is often the headline. */
static int
find_by_trail (GPtrArray *drafts,
               guint      head)
{
  for (guint i = 0; i < head; i++)
    {
      PlxDraft *trail = drafts->pdata[i];

      if (trail->reason != PLX_CUT_BREADCRUMB)
        continue;
      for (guint k = 0; k < head; k++)
        if (can_be_headline (drafts->pdata[k]) &&
            ((PlxDraft *) drafts->pdata[k])->shape.n_words >= 3 &&
            g_str_has_suffix (trail->text, ((PlxDraft *) drafts->pdata[k])->text))
          return k;
    }

  return -1;
}

/* Where the headline stands that the file itself tells. */
static int
find_known (GPtrArray   *drafts,
            guint        head,
            PlxDocument *document)
{
  const char *known = document->fields[PLX_FIELD_HEADLINE];

  for (guint i = 0; i < head; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if ((draft->settled && draft->role == PLX_ROLE_HEADLINE) ||
          (known != NULL && can_be_headline (draft) && g_str_equal (draft->text, known)))
        return i;
    }

  return -1;
}

static int
mark_headline (GPtrArray   *drafts,
               guint        head,
               PlxDocument *document)
{
  int found = find_known (drafts, head, document);

  /* A line that is not the known headline is none. */
  if (found < 0 && document->fields[PLX_FIELD_HEADLINE] != NULL)
    return -1;
  if (found < 0)
    found = find_by_trail (drafts, head);

  for (guint i = 0; i < head && found < 0; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!can_be_headline (draft))
        continue;
      if (is_masthead (drafts, i, head))
        {
          take_masthead (draft, document);
          plx_draft_settle (draft, PLX_ROLE_CHROME, PLX_CUT_NAVIGATION);
          continue;
        }
      found = i;
    }

  if (found >= 0)
    {
      PlxDraft *draft = drafts->pdata[found];

      take_field (document, PLX_FIELD_HEADLINE, draft->text);
      for (guint i = 0; i < head; i++)
        if (strcmp (((PlxDraft *) drafts->pdata[i])->text, draft->text) == 0)
          plx_draft_settle (drafts->pdata[i], PLX_ROLE_HEADLINE, PLX_CUT_NONE);
    }

  return found;
}

static gboolean
is_announced (const char *text)
{
  return plx_text_contains (text, "publish") || plx_text_contains (text, "posted") ||
         plx_text_contains (text, "updated");
}

/* Some pages tell their date only at the end. */
static void
mark_late_date (GPtrArray   *drafts,
                guint        head,
                PlxDocument *document)
{
  for (guint i = head; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      g_autofree char *iso = NULL;
      PlxDateFind find;

      if (draft->settled || plx_draft_is_cut (draft) ||
          !is_announced (draft->text) ||
          !plx_dates_is_line (draft->text, FALSE, &find))
        continue;

      iso = plx_dates_format (&find);
      take_field (document, PLX_FIELD_PUBLISHED, iso);
      plx_draft_settle (draft, PLX_ROLE_DATE, PLX_CUT_NONE);
      return;
    }
}

/* What is left of the head: one line under the headline is the standfirst, others are chrome. */
static void
mark_rest (GPtrArray   *drafts,
           guint        head,
           int          headline,
           int          byline,
           PlxDocument *document)
{
  for (guint i = 0; i < head; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      gboolean after_byline = byline >= 0 && (int) i > byline;

      if (draft->settled || plx_draft_is_cut (draft))
        continue;

      if (headline >= 0 && (int) i > headline && !after_byline && draft->shape.n_words >= 4 &&
          document->fields[PLX_FIELD_STANDFIRST] == NULL)
        {
          plx_document_set_field (document, PLX_FIELD_STANDFIRST, draft->text, "text");
          plx_draft_settle (draft, PLX_ROLE_STANDFIRST, PLX_CUT_NONE);
        }
      else if (draft->shape.ends_sentence && (headline < 0 || (int) i > headline))
        continue;
      else if (draft->shape.n_words > CAPTION_WORDS)
        continue;
      else if (after_byline && draft->shape.n_words >= 4 && !plx_draft_is_capitals (draft))
        plx_draft_settle (draft, PLX_ROLE_CAPTION, PLX_CUT_CAPTION);
      else if (headline >= 0 || draft->shape.n_words <= 3)
        plx_draft_settle (draft, PLX_ROLE_CHROME, PLX_CUT_NAVIGATION);
    }
}

/*
 * A standfirst may have the form of a paragraph. What tells is that a byline or a date comes
 * after it, before the article begins in earnest.
 */
static guint
find_head (GPtrArray *drafts)
{
  guint head = plx_chrome_find_body (drafts);
  guint lines = 0;

  if (head == 0 || head >= drafts->len ||
      ((PlxDraft *) drafts->pdata[head])->shape.n_words > STANDFIRST_WORDS)
    return head;

  for (guint i = head + 1; i < drafts->len && lines < HEAD_LINES; i++, lines++)
    {
      PlxDraft *draft = drafts->pdata[i];
      PlxDateFind find;

      if (!plx_draft_is_cut (draft) && plx_draft_is_prose (draft))
        return head;
      if (plx_dates_is_line (draft->text, FALSE, &find) || skip_by (draft->text) != NULL)
        {
          for (i++; i < drafts->len; i++)
            if (!plx_draft_is_cut (drafts->pdata[i]) && plx_draft_is_prose (drafts->pdata[i]))
              return i;
          return head;
        }
    }

  return head;
}

/* “Reporting by A and B; editing by C”: an agency's byline, at the end. */
static void
mark_credits (GPtrArray *drafts,
              guint      head)
{
  static const char *const openings[] = { "Reporting by ", "Additional reporting by ",
                                          "Editing by ", "Writing by ", "Compiled by ",
                                          "Edited by: ", "Edited by ", "Additional reporting: ",
                                          "(Reporting by " };

  for (guint i = head; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      for (guint k = 0; k < G_N_ELEMENTS (openings) && !draft->settled; k++)
        if (g_str_has_prefix (draft->text, openings[k]) && draft->shape.n_words <= CREDIT_WORDS &&
            !plx_draft_is_cut (draft))
          plx_draft_settle (draft, PLX_ROLE_AUTHOR, PLX_CUT_NONE);
    }
}

/**
 * plx_head_mark:
 * @drafts: (element-type PlxDraft): blocks in order, chrome marked
 * @document: the document that they will go into
 *
 * Finds headline, standfirst, byline and date among the blocks before the first paragraph,
 * by their form and place, and puts them into the fields of @document.
 */
void
plx_head_mark (GPtrArray   *drafts,
               PlxDocument *document)
{
  guint head = find_head (drafts);
  int date;
  int author;
  int headline;
  int byline;

  mark_outlet (drafts, head, document);
  date = mark_dates (drafts, head, document);
  author = mark_author (drafts, head, date, document);
  headline = mark_headline (drafts, head, document);

  byline = author < 0 ? date : date < 0 ? author : MIN (author, date);
  if (date < 0)
    mark_late_date (drafts, head, document);
  if (headline >= 0 && byline < headline)
    byline = MAX (author, date) > headline ? MAX (author, date) : -1;

  mark_rest (drafts, head, headline, byline, document);
  mark_credits (drafts, head);
}
