/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-dateline"

#include "config.h"

#include "reading/article/plx-dateline.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/names/plx-agencies.h"
#include "language/names/plx-gazetteer.h"
#include "reading/article/plx-draft.h"

/* A dateline is no longer, in bytes; its place has no more words, nor more parts. */
#define HEAD_BYTES 120
#define PLACE_WORDS 5
#define PLACE_PARTS 3

/* Of ten sightings of a word with a capital, so many are of a place. */
#define PLACE_SHARE 5

/* How the head ends: what is sure of it. */
typedef enum
{
  END_NONE,
  END_DASH,
  END_HYPHEN,
  END_COLON,
  END_BRACKET,
} End;

/* What the parts of a head turned out to be. */
typedef struct
{
  PlxDateline *dateline;
  GString     *told;       /* place and day, as written */
  guint        n_places;
  gboolean     capitals;   /* all the first place */
  char        *place;      /* the first place */
  gboolean     bracket;    /* something stands in brackets */
} Head;

static gboolean
is_opening_dash (const char *p,
                 gsize      *length,
                 End        *end)
{
  static const struct
  {
    const char *mark;
    End         end;
  } marks[] = {
    { "—", END_DASH },  { "–", END_DASH },   { "--", END_DASH },  { "‒", END_DASH },
    { ".- ", END_DASH }, { ".— ", END_DASH }, { ".– ", END_DASH }, { " - ", END_HYPHEN },
    { ")- ", END_HYPHEN }, { "/. ", END_DASH }, { ": ", END_COLON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i].mark))
      {
        /* What closes the credit still belongs to the head. */
        *length = marks[i].mark[0] == ')' || marks[i].mark[0] == '/' ? 1 : 0;
        *end = marks[i].end;
        return TRUE;
      }

  return FALSE;
}

/* A bracket after which the sentence starts at once: “Genève (ATS) Le conseil…”. */
static gboolean
ends_with_bracket (const char *p)
{
  gunichar next;

  if (*p != ')' || p[1] != ' ')
    return FALSE;
  next = g_utf8_get_char (p + 2);

  return g_unichar_isupper (next) || g_unichar_type (next) == G_UNICODE_OTHER_LETTER;
}

/* Where the head of @text ends; gives its bytes. */
static End
find_end (const char *text,
          gsize      *length)
{
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0' && p - text <= HEAD_BYTES; p = g_utf8_next_char (p))
    {
      End end = END_NONE;
      gsize kept = 0;

      if (*p == '(')
        inside = TRUE;
      if ((!inside || *p == ')') && p > text && is_opening_dash (p, &kept, &end))
        {
          *length = p - text + kept;
          return end;
        }
      if (inside && ends_with_bracket (p))
        {
          g_autofree char *rest = g_strndup (p + 1, 30);
          *length = p + 1 - text;
          /* “SEOUL (Reuters) June 14 - …”: a dash is still to come. */
          if (strstr (rest, "—") == NULL && strstr (rest, "–") == NULL &&
              strstr (rest, " - ") == NULL && strstr (rest, "--") == NULL)
            return END_BRACKET;
        }
      if (*p == ')')
        inside = FALSE;
    }

  return END_NONE;
}

static gboolean
is_small_word (const char *word)
{
  static const char *const words[] = { "de", "of", "la", "le", "el", "am", "an", "der", "do", "da",
                                       "dos", "del", "di", "du", "upon", "on", "sur", "the", "in",
                                       "and", "y", "e", "et", "und", "nad", "al", "near", NULL };

  return g_strv_contains (words, word);
}

/* What stands in capitals before a dash, too, and is no place. */
static gboolean
is_label (const char *word)
{
  static const char *const words[] = { "UPDATE", "UPDATED", "BREAKING", "EXCLUSIVE", "OPINION",
                                       "WATCH", "VIDEO", "PHOTOS", "PHOTO", "ANALYSIS", "LIVE",
                                       "CORRECTION", "CORRECTED", "EDITOR", "NEWS", "READ", "NOTE",
                                       "LISTEN", "COMMENT", "REVIEW", "PODCAST", "SPONSORED",
                                       "SPOILER", "WARNING", "ADVERTISEMENT", "FACTBOX", "ALERT",
                                       "EXPLAINER", "INTERVIEW", "FEATURE", "EDITORIAL", "FILE",
                                       "QUESTION", "ANSWER", "NOTES", "COLUMN", "STORY", "MORE",
                                       "RELATED", "POLL", "TIP", "FAQ", NULL };
  gsize length = plx_text_span_not (word, "'’:");
  g_autofree char *own = g_strndup (word, length);

  return g_strv_contains (words, own);
}

static gboolean
is_known_place (const char *part)
{
  const PlxKnownName *known = plx_gazetteer_lookup (part, TRUE);
  g_autofree char *lower = NULL;
  PlxWordUse use;
  PlxForm form;

  if (plx_country_match_name (part, -1, &form, NULL) != NULL)
    return form != PLX_FORM_DEMONYM;
  if (known != NULL)
    return known->kind == PLX_KIND_PLACE || known->kind == PLX_KIND_COUNTRY;

  lower = g_utf8_strdown (part, -1);

  return plx_gazetteer_get_use (lower, &use) && use.place >= PLACE_SHARE;
}

static gboolean
is_place (const char *part,
          gboolean   *capitals)
{
  g_auto (GStrv) words = g_strsplit_set (part, " /-", -1);
  guint n = 0;

  *capitals = TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar first = g_utf8_get_char (words[i]);
      g_autofree char *upper = g_utf8_strup (words[i], -1);

      if (*words[i] == '\0' || is_small_word (words[i]))
        continue;
      if (!(g_unichar_isupper (first) || g_unichar_type (first) == G_UNICODE_OTHER_LETTER) ||
          words[i][plx_text_span_not (words[i], "0123456789\"“”?!@#$%&*=<>:;|")] != '\0' ||
          is_label (words[i]))
        return FALSE;
      n++;
      *capitals &= strcmp (upper, words[i]) == 0;
    }

  return n > 0 && n <= PLACE_WORDS && g_utf8_strlen (part, -1) >= 3;
}

/* A part of the head between commas: a place, or a day and no more than its weekday. */
static gboolean
read_part (Head       *head,
           const char *part)
{
  g_autofree char *own = plx_text_squash (part, -1);
  gboolean capitals;
  PlxDateFind day;

  if (*own == '\0')
    return TRUE;

  if (!head->dateline->has_day && plx_dates_find_day (own, &day))
    {
      if (day.start > 20 || strlen (own) - day.end > 8)
        return FALSE;
      head->dateline->has_day = TRUE;
      head->dateline->day = day;
    }
  else if (head->dateline->has_day && strlen (own) == 4 && g_ascii_isdigit (own[0]))
    {
      /* “June 14, 2015”: the comma cut the year off. */
      g_autofree char *whole = g_strconcat (head->told->str, ", ", own, NULL);

      plx_dates_find_day (whole, &head->dateline->day);
    }
  else if (is_place (own, &capitals) && head->n_places < PLACE_PARTS)
    {
      if (head->n_places == 0)
        {
          head->capitals = capitals;
          head->place = g_strdup (own);
        }
      head->n_places++;
    }
  else
    return FALSE;

  g_string_append_printf (head->told, "%s%s", head->told->len > 0 ? ", " : "", own);

  return TRUE;
}

/* Takes what stands in brackets, or between slashes as “/Xinhua/”, out of the head. */
static char *
take_bracket (Head       *head,
              const char *text)
{
  const char *open = strchr (text, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *before = NULL;

  if (open == NULL)
    {
      open = strstr (text, " /");
      open = open != NULL ? open + 1 : NULL;
      close = open != NULL ? strchr (open + 1, '/') : NULL;
    }
  if (open == NULL || close == NULL)
    return g_strdup (text);

  head->bracket = TRUE;
  plx_agencies_read_credit (open + 1, close - open - 1, TRUE, head->dateline->agencies);
  before = g_strndup (text, open - text);

  return g_strconcat (before, ",", close + 1, NULL);
}

static gboolean
is_sure (const Head *head,
         End         end)
{
  const PlxDateline *dateline = head->dateline;

  if (dateline->agencies->len > 0)
    return head->n_places > 0 || dateline->has_day;
  if (head->n_places == 0 || end == END_BRACKET)
    return FALSE;
  if (dateline->has_day)
    return head->capitals || head->bracket || is_known_place (head->place);
  if (end == END_COLON)
    return head->capitals && is_known_place (head->place);
  if (end == END_HYPHEN)
    return head->capitals && (head->bracket || is_known_place (head->place));

  return head->capitals || (!head->bracket && is_known_place (head->place));
}

/* “(ANSA) - ROMA, 14 GIU - …”: the agency comes first. */
static const char *
skip_first_credit (const char *text,
                   GPtrArray  *agencies)
{
  const char *close = *text == '(' ? strchr (text, ')') : NULL;
  const char *p;

  if (close == NULL || close - text > HEAD_BYTES / 2 ||
      plx_agencies_read_credit (text + 1, close - text - 1, TRUE, agencies) == 0)
    return text;

  p = close + 1;
  while (*p == ' ' || *p == '-' || g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—"))
    p = g_utf8_next_char (p);

  return p;
}

/**
 * plx_dateline_read:
 * @text: the first paragraph of an article
 *
 * Reads a dateline by its form: a place, often in capitals, a day, an agency in brackets, and a
 * dash before the first sentence: “PRETORIA, June 14 (Reuters) — …”, “Genève (ATS) …”.
 *
 * Returns: (transfer full) (nullable): what it says; without a text where only an agency stands
 *   in brackets; or `NULL` where the paragraph has none
 */
PlxDateline *
plx_dateline_read (const char *text)
{
  g_autoptr (PlxDateline) self = g_new0 (PlxDateline, 1);
  g_autoptr (GString) told = g_string_new (NULL);
  Head head = { .dateline = self, .told = told };
  g_autofree char *raw = NULL;
  g_autofree char *rest = NULL;
  g_auto (GStrv) parts = NULL;
  gboolean credited;
  gsize length = 0;
  End end;

  self->agencies = g_ptr_array_new ();
  text = skip_first_credit (text, self->agencies);
  credited = self->agencies->len > 0;

  end = find_end (text, &length);
  raw = g_strndup (text, length);
  rest = take_bracket (&head, raw);
  parts = g_strsplit (rest, ",", -1);

  for (guint i = 0; end != END_NONE && parts[i] != NULL; i++)
    if (!read_part (&head, parts[i]))
      end = END_NONE;

  if (end != END_NONE && is_sure (&head, end))
    self->text = g_strdup (told->str);
  else
    self->has_day = FALSE;
  g_free (head.place);

  return self->text != NULL || credited ? g_steal_pointer (&self) : NULL;
}

void
plx_dateline_free (PlxDateline *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->agencies);
  g_free (self);
}
