/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-doubts"

#include "config.h"

#include "reading/article/plx-doubts.h"

#include <string.h>

#include "reading/article/plx-dateline.h"
#include "reading/article/plx-sameness.h"

/* What lies so many days apart is not of one week's news. */
#define FAR_DAYS 60

/* How many words a verb may stand before its “on Sept. 20”. */
#define REACH 6

/* How far behind “will” its date may stand, in bytes, and how long a date is at most. */
#define PLAN_BYTES 120
#define DATE_BYTES 40

/* Where a dateline is looked for. */
#define DATELINE_BLOCKS 3

/**
 * Doubts:
 * @published: the day on the page
 * @reported: what was reported latest, by the text: “said on Sept. 20”
 * @n_reported: how many such days the text has that can't be of the page's time
 * @sure: whether one of them goes with a verb of saying, which is of the day itself
 * @planned: the latest day that the text speaks of as still to come, though it is long past
 * @latest: the latest full date in the text that is not after the page's
 * @fits: whether the text also has a day that goes well with the page's
 *
 * What the dates in a text say about the one on its page.
 */
typedef struct
{
  PlxDay   published;
  PlxDay   reported;
  guint    n_reported;
  gboolean sure;
  PlxDay   planned;
  PlxDay   latest;
  gboolean fits;
} Doubts;

static PlxDay
make_day (int year,
          int month,
          int day)
{
  GDate date;

  if (!g_date_valid_dmy (day, month, year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

static int
get_year (PlxDay day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return g_date_get_year (&date);
}

/* The day without a year that lies nearest to @near. */
static PlxDay
resolve_nearest (const PlxDateFind *find,
                 PlxDay             near)
{
  PlxDay best = 0;
  guint best_apart = G_MAXUINT;

  if (find->year != 0)
    return make_day (find->year, find->month, find->day);

  for (int year = get_year (near) - 1; year <= get_year (near) + 1; year++)
    {
      PlxDay day = make_day (year, find->month, find->day);
      guint apart = day > near ? day - near : near - day;

      if (day != 0 && apart < best_apart)
        {
          best = day;
          best_apart = apart;
        }
    }

  return best;
}

static gboolean
are_far (PlxDay one,
         PlxDay other)
{
  return MAX (one, other) - MIN (one, other) > FAR_DAYS;
}

static gboolean
is_one_of (const char        *word,
           gsize              length,
           const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_saying (const char *word,
           gsize       length)
{
  static const char *const words[] = { "said", "told", "announced", "reported", "confirmed",
                                       "stated", "wrote", "tweeted", "declared", "warned", NULL };

  return is_one_of (word, length, words);
}

static gboolean
is_past (const char *word,
         gsize       length)
{
  static const char *const words[] = { "met", "took", "won", "began", "made", "gave", "found",
                                       "went", "came", "spoke", "left", "fell", "shot", "struck",
                                       "hit", "sank", "broke", "fled", "sent", "lost", "saw",
                                       "held", NULL };

  return is_one_of (word, length, words) ||
         (length > 4 && g_ascii_strncasecmp (word + length - 2, "ed", 2) == 0);
}

/* Words by which a day is still to come, is one of each year, or is not the verb's own. */
static gboolean
is_open (const char *word,
         gsize       length)
{
  static const char *const words[] = { "will", "would", "may", "might", "could", "should", "shall",
                                       "can", "to", "is", "are", "be", "am", "scheduled", "planned",
                                       "expected", "slated", "supposed", "based", "due", "set",
                                       "every", "each", "annually", "celebrated", "observed",
                                       "born", "timed", "that", "which", "who", "when", "if",
                                       "next", "until", "before", "after", "last", "since", NULL };

  return is_one_of (word, length, words);
}

/*
 * Whether the words before @at, in the same clause, report something that has happened. Goes back
 * from the nearest word: “said on” is sure, “will be held on” is not.
 */
static gboolean
tells_past (const char *text,
            const char *at,
            gboolean   *saying)
{
  guint n = 0;

  *saying = FALSE;
  while (at > text && n < REACH)
    {
      const char *end = at;
      const char *start;

      while (end > text && end[-1] == ' ')
        end--;
      if (end == text || strchr (".,;:!?()\"", end[-1]) != NULL || (guchar) end[-1] >= 0x80)
        return FALSE;
      start = end;
      while (start > text && start[-1] != ' ')
        start--;

      if (is_open (start, end - start))
        return FALSE;
      if (is_saying (start, end - start))
        return *saying = TRUE;
      if (is_past (start, end - start))
        {
          const char *before = start > text ? start - 1 : text;
          const char *word = before;

          while (word > text && word[-1] != ' ')
            word--;
          return !is_open (word, before - word);
        }
      at = start;
      n++;
    }

  return FALSE;
}

/* Skips “Wednesday, ”. */
static const char *
skip_weekday (const char *text)
{
  gsize length = strcspn (text, " ,");

  if (length > 3 && length < 10 && g_ascii_strncasecmp (text + length - 3, "day", 3) == 0)
    return text + length + strspn (text + length, " ,");

  return text;
}

/* A day that was reported: does it lie where the page's date says that it can't? */
static void
weigh_reported (Doubts            *self,
                const PlxDateFind *find,
                gboolean           saying)
{
  PlxDay day = make_day (find->year != 0 ? find->year : get_year (self->published), find->month,
                         find->day);

  if (day == 0 || day <= self->published + FAR_DAYS)
    return;

  /*
   * After the page's date by months, and told as past. Without a year, it is of the year before;
   * but the news of a winter may well speak of last December like that.
   */
  if (find->year == 0)
    {
      day = make_day (get_year (self->published) - 1, find->month, find->day);
      if (day == 0 || !are_far (day, self->published))
        return;
    }

  self->n_reported++;
  self->sure |= saying;
  self->reported = MAX (self->reported, day);
}

/* The first bytes of a text, however long it is, up to the end of a character. */
static char *
dup_start (const char *text,
           gsize       length)
{
  char *start = g_strndup (text, length);
  const char *bad;

  if (!g_utf8_validate (start, -1, &bad))
    start[bad - start] = '\0';

  return start;
}

static void
read_reports (Doubts     *self,
              const char *text)
{
  for (const char *p = strstr (text, " on "); p != NULL; p = strstr (p + 1, " on "))
    {
      g_autofree char *rest = dup_start (p + strlen (" on "), DATE_BYTES);
      PlxDateFind find;
      gboolean saying;

      if (!plx_dates_find_day (skip_weekday (rest), &find) || find.start > 0 ||
          !tells_past (text, p, &saying))
        continue;
      weigh_reported (self, &find, saying);
    }
}

/* What is told as still to come, and is long past by the page's date. */
static void
read_plans (Doubts     *self,
            const char *text)
{
  static const char *const openings[] = { " will ", " is set to ", " are set to ", " plans to ",
                                          " plan to ", " is due to ", " is scheduled to ",
                                          " is expected to ", " are expected to " };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    for (const char *p = strstr (text, openings[i]); p != NULL; p = strstr (p + 1, openings[i]))
      {
        g_autofree char *clause = dup_start (p, PLAN_BYTES);
        PlxDateFind find;
        PlxDay day;

        clause[strcspn (clause, ".!?;\"")] = '\0';
        /* What somebody said once stays as it was said. */
        if (strstr (clause, "”") != NULL || !plx_dates_find_month (clause, &find) ||
            find.year == 0)
          continue;
        day = make_day (find.year, find.month, find.day > 0 ? find.day : 28);
        if (day != 0 && day + FAR_DAYS < self->published)
          self->planned = MAX (self->planned, day);
      }
}

/* Every date of a text: whether one goes well with the page's, and which is the latest. */
static void
read_dates (Doubts     *self,
            const char *text)
{
  PlxDateFind find;

  for (const char *p = text; plx_dates_find_day (p, &find); p += find.end)
    {
      PlxDay day = resolve_nearest (&find, self->published);

      if (day != 0 && day <= self->published + 1 && !are_far (day, self->published))
        self->fits = TRUE;
      if (find.year != 0 && day <= self->published)
        self->latest = MAX (self->latest, day);
    }

  for (const char *p = text; plx_dates_find_month (p, &find); p += find.end)
    {
      PlxDay day = make_day (find.year, find.month, find.day > 0 ? find.day : 28);

      if (day <= self->published)
        self->latest = MAX (self->latest, day);
    }
}

/* The day of a dateline is that of the report. */
static gboolean
read_dateline (GPtrArray   *drafts,
               PlxDocument *document,
               PlxDay       published)
{
  guint n = 0;

  for (guint i = 0; i < drafts->len && n < DATELINE_BLOCKS; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      g_autoptr (PlxDateline) dateline = NULL;
      PlxDay day;

      if (plx_draft_is_cut (draft) || draft->role != PLX_ROLE_BODY)
        continue;
      n++;
      dateline = plx_dateline_read (draft->text);
      if (dateline == NULL || !dateline->has_day)
        continue;

      day = resolve_nearest (&dateline->day, published);
      if (day != 0 && are_far (day, published))
        {
          g_autofree char *iso = plx_day_format (day);

          plx_sameness_add (document, PLX_FIELD_PUBLISHED, iso, "text");
        }
      return TRUE;
    }

  return FALSE;
}

static void
conclude (Doubts      *self,
          PlxDocument *document)
{
  g_autofree char *iso = NULL;

  if (!self->fits && self->reported != 0 && (self->sure || self->n_reported > 1))
    iso = plx_day_format (self->reported);
  else if (!self->fits && self->planned != 0 && self->latest <= self->planned)
    {
      iso = plx_day_format (self->planned);
      /* Only the month is sure. */
      iso[strlen ("2023-09")] = '\0';
    }

  plx_sameness_add (document, PLX_FIELD_PUBLISHED, iso, "text");
}

/**
 * plx_doubts_find:
 * @drafts: (element-type PlxDraft): marked blocks
 * @document: the document that they will go into, with the metadata known so far
 *
 * Asks whether the text contradicts the date on the page: by the day of its dateline, by a day on
 * which something “was said” though it is still to come, or by plans for a day that is long past.
 * What the text says is then kept as an other value, as a day or, where only that is sure, a
 * month. In doubt, it says nothing. The tenses are those of English.
 */
void
plx_doubts_find (GPtrArray   *drafts,
                 PlxDocument *document)
{
  const char *language = document->fields[PLX_FIELD_LANGUAGE];
  Doubts self = { .published = plx_day_parse (document->fields[PLX_FIELD_PUBLISHED]) };

  if (self.published == 0 || read_dateline (drafts, document, self.published) ||
      (language != NULL && !g_str_has_prefix (language, "en")))
    return;

  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (plx_draft_is_cut (draft) ||
          (draft->role != PLX_ROLE_BODY && draft->role != PLX_ROLE_STANDFIRST &&
           draft->role != PLX_ROLE_LIST))
        continue;
      read_reports (&self, draft->text);
      read_plans (&self, draft->text);
    }
  if (self.reported == 0 && self.planned == 0)
    return;

  /* Most articles never get here. */
  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!plx_draft_is_cut (draft) && draft->role != PLX_ROLE_DATE &&
          draft->role != PLX_ROLE_AUTHOR)
        read_dates (&self, draft->text);
    }
  conclude (&self, document);
}
