/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-leaders"

#include "config.h"

#include "comparing/plx-leaders.h"

#include <string.h>

#include "language/text/plx-lexemes.h"
#include "language/text/plx-word-list.h"

/* How many bytes beside a name are looked at. */
#define REACH 80

/* Heads of state and of government, by the last word of their title. */
#define TITLES "president king queen emperor empress sultan emir amir premier chancellor " \
               "taoiseach monarch pope prime-minister supreme-leader"

/* Who holds a title no more, not yet, or in another's place is no leader. */
#define OTHERS "vice deputy former ex late past elect then ousted deposed exiled would-be " \
               "candidate assistant honorary"

static char *
dup_word (const PlxLexemes *lexemes,
          guint             i)
{
  const PlxLexeme *lexeme = plx_lexemes_at (lexemes, i);

  return (lexeme->form & PLX_LEXEME_WORD) != 0
           ? g_utf8_strdown (lexemes->text + lexeme->start, lexeme->end - lexeme->start)
           : g_strdup ("");
}

/* Whether the word at `i` ends a title; `first` is set to the title's first word. */
static gboolean
is_title (const PlxLexemes *lexemes,
          guint             i,
          guint            *first)
{
  g_autofree char *word = dup_word (lexemes, i);
  g_autofree char *before = i > 0 ? dup_word (lexemes, i - 1) : g_strdup ("");
  g_autofree char *both = g_strconcat (before, "-", word, NULL);

  *first = i;
  if (*before != '\0' && plx_word_list_has (TITLES, both))
    {
      *first = i - 1;
      return TRUE;
    }

  return plx_word_list_has (TITLES, word);
}

static gboolean
is_other (const PlxLexemes *lexemes,
          guint             i)
{
  g_autofree char *word = dup_word (lexemes, i);

  return plx_word_list_has (OTHERS, word);
}

/* Whether a body is named at this byte, or just before it: "FIFA President" leads no country. */
static gboolean
is_body_at (const PlxAnnotation *annotation,
            gsize                end)
{
  for (guint i = plx_annotation_first_mention (annotation, end > REACH ? end - REACH : 0);
       i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);

      if (mention->start >= end)
        break;
      if (mention->kind == PLX_KIND_ORGANIZATION && mention->form == PLX_FORM_NAME &&
          mention->end + 1 >= end)
        return TRUE;
    }

  return FALSE;
}

/* "Kenya's president", "the Kenyan president": whose title it is stands before it. */
static gboolean
has_owner (const PlxLexemes *lexemes,
           guint             title)
{
  const PlxLexeme *before = plx_lexemes_at (lexemes, title - 1);
  g_autofree char *word = title > 0 ? dup_word (lexemes, title - 1) : g_strdup ("");

  return title > 0 && (g_str_equal (word, "s") || g_str_has_suffix (word, "’s") ||
                       g_str_has_suffix (word, "'s") || (before->form & PLX_LEXEME_CAPITAL) != 0);
}

/* "Turkish President Recep …": the title stands right before the name. */
static gboolean
has_title_before (const PlxAnnotation *annotation,
                  const PlxMentionSpan *mention,
                  gsize                 start)
{
  const char *text = annotation->document->text->str;
  gsize from = MAX (start, mention->start > REACH ? mention->start - REACH : 0);
  g_autoptr (PlxLexemes) lexemes = NULL;
  guint n, first;

  while (from < mention->start && (text[from] & 0xc0) == 0x80)
    from++;
  lexemes = plx_lexemes_new (text, from, mention->start);
  n = lexemes->items->len;

  /* "Kenya's president, William Ruto" */
  if (n > 2 && plx_lexemes_at (lexemes, n - 1)->mark == ',' && is_title (lexemes, n - 2, &first) &&
      has_owner (lexemes, first))
    n--;

  if (n == 0 || !is_title (lexemes, n - 1, &first))
    return FALSE;

  for (guint i = first; i > 0 && i + 2 > first; i--)
    {
      if (is_other (lexemes, i - 1))
        return FALSE;
    }

  return !is_body_at (annotation, plx_lexemes_at (lexemes, first)->start);
}

/* "…, the Turkish president, said" and "…, president of Turkey" */
static gboolean
has_title_behind (const PlxAnnotation  *annotation,
                  const PlxMentionSpan *mention,
                  gsize                 end)
{
  const char *text = annotation->document->text->str;
  gsize to = MIN (end, (gsize) mention->end + REACH);
  g_autoptr (PlxLexemes) lexemes = NULL;

  while (to > mention->end && (text[to] & 0xc0) == 0x80)
    to--;
  lexemes = plx_lexemes_new (text, mention->end, to);

  if (plx_lexemes_at (lexemes, 0)->mark != ',')
    return FALSE;

  for (guint i = 1; i < MIN (lexemes->items->len, 7); i++)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (lexemes, i);
      guint first;

      if ((lexeme->form & PLX_LEXEME_WORD) == 0 || is_other (lexemes, i) ||
          plx_lexeme_is (lexeme, PLX_LEX (AUXILIARY) | PLX_LEX (MODAL) | PLX_LEX (PREPOSITION) |
                                   PLX_LEX (PRONOUN) | PLX_LEX (SAY)))
        return FALSE;

      if (is_title (lexemes, i, &first))
        {
          const PlxLexeme *next = plx_lexemes_at (lexemes, i + 1);

          /* "…, president of the bank": of what, a mention must tell. */
          return !is_body_at (annotation, lexeme->start) &&
                 (next->mark != 0 || next->end == 0 || plx_lexemes_has_word (lexemes, i + 1, "of"));
        }
    }

  return FALSE;
}

/* "president of FIFA" and "president of the company" */
static gboolean
leads_a_body (const PlxAnnotation  *annotation,
              const PlxMentionSpan *mention)
{
  const char *text = annotation->document->text->str;
  const char *of = g_strstr_len (text + mention->end, REACH, " of ");
  gsize at;

  if (of == NULL || memchr (text + mention->end, '.', of - text - mention->end) != NULL)
    return FALSE;

  at = of + strlen (" of ") - text;
  if (g_str_has_prefix (text + at, "the "))
    at += strlen ("the ");

  for (guint i = plx_annotation_first_mention (annotation, at); i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *next = &g_array_index (annotation->mentions, PlxMentionSpan, i);

      if (next->start > at)
        return TRUE;
      if (next->start == at)
        return next->kind != PLX_KIND_COUNTRY;
    }

  return TRUE;
}

static gboolean
is_introduced (const PlxAnnotation  *annotation,
               const PlxMentionSpan *mention)
{
  const PlxSentenceSpan *sentence = &g_array_index (annotation->sentences, PlxSentenceSpan,
                                                    mention->sentence);

  if (has_title_before (annotation, mention, sentence->start))
    return TRUE;

  return has_title_behind (annotation, mention, sentence->end) &&
         !(g_strstr_len (annotation->document->text->str + mention->end, REACH, " of ") != NULL &&
           leads_a_body (annotation, mention));
}

/**
 * plx_leaders_find:
 * @analysis: an analysis
 *
 * Finds the people whom an article introduces as the head of a state or of its government, by the
 * title before their name or behind it.
 *
 * Returns: (transfer full): for each entity, whether it is one
 */
gboolean *
plx_leaders_find (PlxAnalysis *analysis)
{
  gboolean *leaders = g_new0 (gboolean, analysis->entities->len + 1);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      const PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);

          if (mention->kind != PLX_KIND_PERSON || mention->form == PLX_FORM_TITLE ||
              mention->entity == PLX_NONE || leaders[mention->entity])
            continue;

          leaders[mention->entity] =
            plx_analysis_get_entity (analysis, mention->entity)->country != NULL &&
            is_introduced (annotation, mention);
        }
    }

  return leaders;
}
