/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-label-clause"

#include "config.h"

#include "comparing/plx-label-clause.h"

#include <string.h>

#include "comparing/plx-differing.h"
#include "comparing/plx-stem.h"

/* How many words may stand between two commas beside the subject. */
#define ASIDE_WORDS 24

/* So many words settle how a label may end. */
#define LAST_WORDS 4

#define ASIDES "which who whose whom a an the all both one once now then formerly including " \
               "like at in by of from with his her its their ever since after before " \
               "according despite however meanwhile though too also as"

/* Where a phrase begins that can be left out; behind "of", "to" and "that" is what is needed. */
#define CUTS "in on at by for with from after before since until because as while when where " \
             "and but or over under during despite against into near about amid through among " \
             "across"

#define CLAUSES "that whether if which who whose because while when where although though unless"

/* With what no clause ends. */
#define LOOSE_ENDS "a an the is are was were be been being has have had will would that to of " \
                   "and or but in on at by for with from its his her their our my your as not " \
                   "than who which whose whom if whether when while where because beyond into " \
                   "over under against between among about after before since until during " \
                   "despite through can could may might should must no more most such very so " \
                   "too how why what this these those some any every each both either neither"

/* Whether a name goes on over the border before a token: "Belt and Road" is not cut. */
static gboolean
is_inside_name (PlxLabelSource *self,
                guint           token)
{
  guint32 byte = self->offset + plx_tokens_at (self->tokens, token)->start;
  guint next = plx_annotation_first_mention (self->annotation, byte);

  if (next > 0 &&
      g_array_index (self->annotation->mentions, PlxMentionSpan, next - 1).end > byte)
    return TRUE;

  /* Two capitals with a small word between them may be a name that nobody knows yet. */
  return token > 0 && token + 1 < self->tokens->len &&
         plx_tokens_among (self->tokens, token, "and of for the") &&
         plx_tokens_at (self->tokens, token - 1)->is_capital &&
         plx_tokens_at (self->tokens, token + 1)->is_capital;
}

/* Whether a word may be a verb that tells: "closed", "broke", "opposes" before what it opposes. */
static gboolean
is_finite (GArray *tokens,
           guint   i)
{
  PlxToken *token = plx_tokens_at (tokens, i);
  gboolean has_subject = i > 0 && (plx_tokens_at (tokens, i - 1)->is_content ||
                                   plx_tokens_use (tokens, i - 1, PLX_LEX (PRONOUN) |
                                                                        PLX_LEX (ADVERB)) ||
                                   !plx_tokens_at (tokens, i - 1)->is_word);

  if (plx_tokens_among (tokens, i, PLX_LABEL_HELPERS) ||
      g_str_has_suffix (token->folded, "n't") ||
      plx_tokens_use (tokens, i, PLX_LEX (SAY)) ||
      (has_subject && plx_tokens_use (tokens, i, PLX_LEX (SAY_THAT))))
    return TRUE;
  if (!token->is_content || token->is_capital || !has_subject)
    return FALSE;
  if (g_str_has_suffix (token->folded, "ed") || plx_tokens_use (tokens, i, PLX_LEX (PAST)) ||
      plx_stem_is_irregular (token->folded))
    return TRUE;

  /* A plural is followed by a verb, and "-s" that tells one by its object. */
  return g_str_has_suffix (token->folded, "s") && i + 1 < tokens->len &&
         (plx_tokens_use (tokens, i + 1, PLX_LEX (DETERMINER)) ||
          plx_tokens_at (tokens, i + 1)->is_capital);
}

/* Whether what starts after a comma only tells who or what the words before it are. */
static gboolean
is_aside (GArray *tokens,
          guint   comma,
          guint   end)
{
  guint first = comma + 1;

  /* "he did, saying, …" leads to what is said. */
  if (plx_tokens_use (tokens, first, PLX_LEX (SAYING)))
    return FALSE;
  if (plx_tokens_among (tokens, end + 1, "to") ||
      (end + 1 < tokens->len && is_finite (tokens, end + 1)))
    return TRUE;
  if (plx_tokens_among (tokens, first, ASIDES " led known born held built") ||
      g_str_has_suffix (plx_tokens_word (tokens, first), "ed") ||
      plx_tokens_among (tokens, first + 1, "'s") ||
      plx_tokens_among (tokens, comma - 1, PLX_LABEL_HELPERS))
    return TRUE;
  /* "Smith, 52," */
  if (end == first + 1 && g_ascii_isdigit (plx_tokens_word (tokens, first)[0]))
    return TRUE;

  /* "the mayor, Ann Smith," but not "France, Italy,". */
  if (plx_tokens_at (tokens, comma - 1)->is_capital)
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      if (!plx_tokens_at (tokens, i)->is_capital)
        return FALSE;
    }

  return TRUE;
}

/* What stands between two commas, or in brackets: "Smith, the head of the board, left". Returns
 * the token after it, or @at where there is none. */
static guint
skip_aside (GArray *tokens,
            guint   at)
{
  gboolean brackets = plx_label_is_mark (tokens, at, "(");

  for (guint i = at + 1; at > 0 && i < tokens->len && i < at + ASIDE_WORDS; i++)
    {
      if (brackets && plx_label_is_mark (tokens, i, ")"))
        return i + 1;
      if (brackets || !plx_label_is_mark (tokens, i, ","))
        continue;
      /* Of a list every part counts. */
      if (plx_tokens_among (tokens, i + 1, "and or") || i + 2 >= tokens->len)
        return at;

      return is_aside (tokens, at, i) ? i + 1 : at;
    }

  return at;
}

/* "Smith, 52, who heads the board, left": one comma ends an aside and starts the next. */
static guint
skip_asides (GArray *tokens,
             guint   at)
{
  guint next = plx_label_is_mark (tokens, at, ", (") ? skip_aside (tokens, at) : at;

  /* A verb behind one is that of the sentence: "Smith, hoping for more, accepted". */
  while (next > at && next < tokens->len &&
         !g_str_has_suffix (plx_tokens_word (tokens, next), "ed") &&
         skip_aside (tokens, next - 1) > next)
    next = skip_aside (tokens, next - 1);

  return next;
}


/* "holding", "calling", "launched": a word that asks for another one after it. */
static gboolean
asks_for_more (PlxLabelSource *self,
               guint           i)
{
  PlxToken *token = plx_tokens_at (self->tokens, i);

  if (token->is_capital)
    return FALSE;

  return plx_tokens_among (self->tokens, i, LOOSE_ENDS) ||
         plx_tokens_use (self->tokens, i, PLX_LEX (SAY) | PLX_LEX (SAY_THAT) | PLX_LEX (SAYING) |
                                          PLX_LEX (UTTER) | PLX_LEX (CALL) | PLX_LEX (PAST)) ||
         g_str_has_suffix (token->folded, "ing") || g_str_has_suffix (token->folded, "ed") ||
         plx_stem_is_irregular (token->folded) ||
         (i > 0 && plx_tokens_among (self->tokens, i - 1, "to will would can could may might"));
}

/* Where the first verb that tells stands from @start on; past @past where none does. */
static guint
find_verb (PlxLabelSource *self,
           guint           start,
           guint           past)
{
  for (guint i = start + 1; i < past; i++)
    {
      if (is_finite (self->tokens, i))
        return i;
    }

  return past;
}

/* "swift, negative reactions" and "Norway, Portugal and Kenya" go on behind the comma. */
static gboolean
goes_on (PlxLabelSource *self,
         guint           comma)
{
  guint next = comma + 1;

  if (!plx_label_is_mark (self->tokens, comma, ","))
    return FALSE;

  return next + 1 < self->tokens->len && plx_tokens_at (self->tokens, next)->is_content &&
         plx_tokens_at (self->tokens, comma - 1)->is_content &&
         plx_tokens_at (self->tokens, next)->is_capital ==
         plx_tokens_at (self->tokens, comma - 1)->is_capital &&
         !g_str_has_suffix (plx_tokens_word (self->tokens, next), "ing") &&
         !is_finite (self->tokens, next + 1) &&
         (plx_tokens_at (self->tokens, next + 1)->is_content ||
          plx_tokens_among (self->tokens, next + 1, ", and or"));
}

/* Whether the sentence ends before a token: the stop in "example.org" is none. */
static gboolean
is_stop (PlxLabelSource *self,
         guint           i)
{
  /* Nor is one of ". . .". */
  if (i + 1 < self->tokens->len && plx_label_is_mark (self->tokens, i, ".") &&
      (plx_label_is_mark (self->tokens, i + 1, ".") ||
       plx_label_is_mark (self->tokens, i - 1, ".")))
    return FALSE;

  return plx_label_is_mark (self->tokens, i, ". ! ? ...") &&
         (i + 1 == self->tokens->len ||
          plx_label_is_mark (self->tokens, i + 1, PLX_LABEL_QUOTES) ||
          plx_tokens_at (self->tokens, i + 1)->start > plx_tokens_at (self->tokens, i)->end);
}

/* Where the last clause of some words begins: "that a spark" is none before its verb. */
static guint
last_clause (PlxLabelSource *self,
             guint           start,
             guint           last)
{
  for (guint i = last; i > start; i--)
    {
      if (plx_tokens_among (self->tokens, i, CLAUSES))
        return i;
    }

  return start;
}

/* Whether a phrase that can be left out may begin at a token; behind a noun "to" tells what it is
 * for, and behind a name or a day, why. */
static gboolean
may_be_cut (PlxLabelSource *self,
            guint           last,
            guint           i)
{
  if (plx_tokens_among (self->tokens, i, "to"))
    return plx_tokens_at (self->tokens, last)->is_capital ||
           plx_tokens_use (self->tokens, last, PLX_LEX (WEEKDAY) | PLX_LEX (DAYPART) |
                                               PLX_LEX (PERIOD));

  return plx_tokens_among (self->tokens, i, CUTS);
}

/* How the words from @start on may end before the token @i, of which @last is the last one. */
static PlxClauseEnd
end_before (PlxLabelSource *self,
            guint           start,
            guint           last,
            guint           i,
            guint           n)
{
  gboolean is_quoted = plx_label_is_mark (self->tokens, 0, PLX_LABEL_QUOTES);
  gboolean is_border;
  guint verb;

  if (i >= self->tokens->len || is_stop (self, i))
    return PLX_CLAUSE_WHOLE;
  if (n >= PLX_LABEL_WORDS - 1 && is_quoted &&
      plx_label_is_mark (self->tokens, i, PLX_LABEL_QUOTES))
    return PLX_CLAUSE_WHOLE;
  if (n < PLX_LABEL_WORDS || is_inside_name (self, i))
    return PLX_CLAUSE_BROKEN;

  is_border = plx_label_is_mark (self->tokens, i, ", ; : – — -- (") ||
              plx_tokens_among (self->tokens, i, "which who whose");
  if ((!is_border && !may_be_cut (self, last, i)) || goes_on (self, i) ||
      (is_border && plx_label_is_mark (self->tokens, i + 1, PLX_LABEL_QUOTES)))
    return PLX_CLAUSE_BROKEN;
  verb = find_verb (self, last_clause (self, start, last), last + 1);
  /* At a comma a verb may stand last, as in "which it launched,". */
  if (verb > last || (verb == last && !is_border) ||
      plx_tokens_among (self->tokens, last, LOOSE_ENDS) ||
      plx_tokens_use (self->tokens, last, PLX_LEX (SAY) | PLX_LEX (SAY_THAT) | PLX_LEX (SAYING)) ||
      (!is_border && asks_for_more (self, last)))
    return PLX_CLAUSE_BROKEN;

  return is_border ? PLX_CLAUSE_WHOLE : PLX_CLAUSE_CUT;
}
static void
append_token (PlxLabelSource *self,
              GString        *label,
              guint           token,
              guint           last)
{
  PlxToken *here = plx_tokens_at (self->tokens, token);

  if (label->len > 0 && (token != last + 1 ||
                         here->start > plx_tokens_at (self->tokens, last)->end))
    g_string_append_c (label, ' ');
  g_string_append_len (label, self->node->text + here->start, here->end - here->start);
}

/* A quote that is opened is closed; one that is only closed goes. */
static void
balance_quotes (GString *label)
{
  static const char * const marks[] = { "“", "”", "\"" };
  guint counts[G_N_ELEMENTS (marks)] = { 0 };
  const char *last;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      for (const char *at = strstr (label->str, marks[i]); at != NULL;
           at = strstr (at + 1, marks[i]))
        counts[i]++;
    }

  if (counts[0] == counts[1] && counts[2] % 2 == 0)
    return;
  if (counts[0] == counts[1] + 1 && counts[2] == 0)
    {
      g_string_append (label, "”");
      return;
    }
  last = strrchr (label->str, '"');
  if (counts[0] == counts[1] && (last == label->str || last[-1] == ' '))
    {
      g_string_append_c (label, '"');
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (label, marks[i], "", 0);
}

/* Where the last words begin: more of them need not be looked at. */
static gsize
find_last_words (const GString *label)
{
  gsize at = label->len;
  guint n_spaces = 0;

  while (at > 0 && n_spaces < LAST_WORDS)
    n_spaces += label->str[--at] == ' ';

  return n_spaces == LAST_WORDS ? at + 1 : 0;
}

/* No label ends in a comma, and none that is cut in "of the". */
static void
drop_loose_end (GString *label,
                gboolean is_cut)
{
  while (label->len > 0)
    {
      g_autoptr (GArray) tokens = plx_tokens_new (label->str, find_last_words (label),
                                                  label->len);
      guint last = tokens->len - 1;

      /* The comma of “…,” said Smith" goes, and the mark behind it is put back later. */
      if (tokens->len > 2 && plx_label_is_mark (tokens, last, "” \"") &&
          plx_label_is_mark (tokens, last - 1, ","))
        last--;
      if (tokens->len < 2 || !((is_cut && plx_tokens_among (tokens, last, LOOSE_ENDS)) ||
                               plx_label_is_mark (tokens, last, ", ; : . – — -- (")))
        break;
      g_string_truncate (label, plx_tokens_at (tokens, last - 1)->end);
    }
}

/* Before the verb, what stands between two commas tells who or what the subject is. */
static guint
skip_apposition (PlxLabelSource *self,
                 guint           start,
                 guint           at)
{
  guint next = skip_asides (self->tokens, at);

  if (next > at || !plx_label_is_mark (self->tokens, at, ",") ||
      find_verb (self, start, at) < at || at + 1 >= self->tokens->len ||
      plx_tokens_at (self->tokens, at + 1)->is_capital ||
      !plx_tokens_at (self->tokens, at - 1)->is_capital)
    return next;

  for (guint i = at + 1; i < self->tokens->len && i < at + ASIDE_WORDS; i++)
    {
      if (!plx_label_is_mark (self->tokens, i, ","))
        continue;
      if (plx_tokens_among (self->tokens, i + 1, "and or"))
        return at;
      next = skip_asides (self->tokens, i);
      return next > i ? next : i + 1;
    }

  return at;
}

static glong
n_letters (PlxLabelSource *self,
           guint           token,
           guint           last)
{
  const PlxToken *own = plx_tokens_at (self->tokens, token);
  gboolean is_apart = token != last + 1 || own->start > plx_tokens_at (self->tokens, last)->end;

  return is_apart + g_utf8_strlen (self->node->text + own->start, own->end - own->start);
}

/* The words from @start on, without asides, up to where they can best end in the room that there
 * is: at the end of the clause, else behind the last phrase that has room. */
static GArray *
take_words (PlxLabelSource *self,
            guint           start,
            PlxClauseEnd   *end)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0, last = start, cut = 0;
  glong letters = 0;

  *end = PLX_CLAUSE_BROKEN;
  for (guint i = start; letters <= PLX_LABEL_LETTERS; i++)
    {
      PlxClauseEnd here = PLX_CLAUSE_BROKEN;

      if (i > start)
        {
          i = skip_apposition (self, start, i);
          here = end_before (self, start, last, i, n);
        }
      if (here == PLX_CLAUSE_WHOLE)
        {
          *end = PLX_CLAUSE_WHOLE;
          return kept;
        }
      if (here == PLX_CLAUSE_CUT && letters < PLX_LABEL_LETTERS)
        cut = kept->len;
      if (i >= self->tokens->len)
        break;
      letters += n_letters (self, i, last);
      n += plx_tokens_at (self->tokens, i)->is_word;
      last = i;
      g_array_append_val (kept, i);
    }
  if (cut > 0)
    *end = PLX_CLAUSE_CUT;
  g_array_set_size (kept, cut > 0 ? cut : MAX (kept->len, 1) - 1);

  return kept;
}

gboolean
plx_label_is_mark (GArray     *tokens,
                   guint       token,
                   const char *marks)
{
  return token < tokens->len && !plx_tokens_at (tokens, token)->is_word &&
         plx_tokens_among (tokens, token, marks);
}

/**
 * plx_label_take:
 * @source: a sentence
 * @start: the token to start at
 * @end: (out): how the clause ends
 *
 * Takes the clause that starts at a token, without what stands between commas beside its subject,
 * and where room is short without the last phrases; an ellipsis tells that they are missing.
 *
 * Returns: (transfer full): the words of it
 */
GString *
plx_label_take (PlxLabelSource *source,
                guint           start,
                PlxClauseEnd   *end)
{
  GString *label = g_string_new (NULL);
  g_autoptr (GArray) kept = take_words (source, start, end);

  for (guint i = 0; i < kept->len; i++)
    append_token (source, label, g_array_index (kept, guint, i),
                  g_array_index (kept, guint, MAX (i, 1) - 1));
  drop_loose_end (label, *end != PLX_CLAUSE_WHOLE);
  if (*end != PLX_CLAUSE_WHOLE && label->len > 0)
    g_string_append (label, "…");
  balance_quotes (label);

  return label;
}
