/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-phrases"

#include "config.h"

#include "countries/plx-phrases.h"

static PlxWordClass
class_at (PlxParse *self,
          int       token)
{
  return plx_parse_word (self, token)->word_class;
}

/* "Russian-led": the mark between. */
static gboolean
is_hyphen (PlxParse *self,
           int       token)
{
  return plx_clause_is (self->clause, token, "-");
}

static gboolean
is_owner (PlxParse *self,
          int       token)
{
  return plx_clause_is (self->clause, token, "'s");
}

/* Whether a noun, or what stands before one, can go on there. */
static gboolean
is_nounish (PlxParse *self,
            int       token)
{
  switch (plx_clause_kind (self->clause, token))
    {
    case PLX_TOKEN_COUNTRY:
    case PLX_TOKEN_DEMONYM:
    case PLX_TOKEN_RELATION:
    case PLX_TOKEN_NUMBER:
      return TRUE;

    case PLX_TOKEN_MARK:
      return FALSE;

    case PLX_TOKEN_WORD:
    default:
      return class_at (self, token) == PLX_WORD_NOUN || class_at (self, token) == PLX_WORD_TIME;
    }
}

/* "The founding member", "a Paris-based club", "its vote": a verb's form that is a noun or an
 * adjective here. */
static gboolean
is_verb_as_noun (PlxParse *self,
                 int       token,
                 int       start)
{
  const PlxWordInfo *info = plx_parse_word (self, token);
  PlxWordClass before = class_at (self, token - 1);
  gboolean determined = token > start &&
                        (before == PLX_WORD_DETERMINER || is_owner (self, token - 1) ||
                         /* "The three stops of the tour" */
                         (plx_clause_kind (self->clause, token - 1) == PLX_TOKEN_NUMBER &&
                          info->form == PLX_WORD_PRESENT &&
                          plx_clause_is (self->clause, token + 1, "of")));
  gboolean followed = is_nounish (self, token + 1) || is_hyphen (self, token + 1);

  if (token > start && is_hyphen (self, token - 1))
    return TRUE;

  /* "The ICC founding treaty", "an EU acceding state" */
  if (token > start && (info->form == PLX_WORD_GERUND || info->form == PLX_WORD_PARTICIPLE) &&
      (plx_parse_word (self, token + 1)->senses &
       (PLX_SENSE_MEMBER | PLX_SENSE_SIGNATORY | PLX_SENSE_BODY | PLX_SENSE_PARTY)) != 0 &&
      plx_clause_kind (self->clause, token - 1) != PLX_TOKEN_COUNTRY)
    return TRUE;

  if (determined || (before == PLX_WORD_ADVERB && token - 1 > start &&
                     class_at (self, token - 2) == PLX_WORD_DETERMINER))
    return followed || info->form == PLX_WORD_BASE || info->form == PLX_WORD_PRESENT ||
           info->form == PLX_WORD_GERUND;

  /* "An expanded united front": an adjective behind another */
  return token > start && followed && info->form != PLX_WORD_BASE &&
         info->form != PLX_WORD_PRESENT && before == PLX_WORD_NOUN && token - 2 >= start &&
         class_at (self, token - 2) == PLX_WORD_DETERMINER && info->act == PLX_ACT_OTHER &&
         plx_clause_kind (self->clause, token - 1) == PLX_TOKEN_WORD &&
         plx_parse_word (self, token - 1)->senses == 0 && info->form == PLX_WORD_GERUND;
}

/* "Last year", "this week", "two years ago", "Monday": where what tells the time ends, or `token`.
 * */
static int
skip_time (PlxParse *self,
           int       token)
{
  static PlxWordSet openers = { "last", "this", "next", "that", "earlier", "late", "early", "the",
                                "past", "same", "previous", "every", "each", NULL };
  static PlxWordSet closers = { "ago", "later", "earlier", "before", NULL };
  int at = token;

  if (class_at (self, at) == PLX_WORD_TIME && !is_owner (self, at + 1))
    {
      at++;
      while (plx_clause_kind (self->clause, at) == PLX_TOKEN_NUMBER ||
             (class_at (self, at) == PLX_WORD_NOUN &&
              (plx_parse_word (self, at)->senses & PLX_SENSE_SPAN) != 0))
        at++;
      return at;
    }

  while (plx_clause_in (self->clause, at, openers))
    at++;
  if (at == token && plx_clause_kind (self->clause, at) != PLX_TOKEN_NUMBER &&
      !plx_clause_is (self->clause, at, "a") && !plx_clause_is (self->clause, at, "several"))
    return token;
  while (plx_clause_kind (self->clause, at) == PLX_TOKEN_NUMBER ||
         plx_clause_is (self->clause, at, "a") || plx_clause_is (self->clause, at, "several") ||
         plx_clause_is (self->clause, at, "few"))
    at++;

  if (((plx_parse_word (self, at)->senses & PLX_SENSE_SPAN) == 0 &&
       class_at (self, at) != PLX_WORD_TIME) || is_owner (self, at + 1))
    return token;

  at++;
  if (plx_clause_in (self->clause, at, closers))
    return at + 1;

  return plx_clause_in (self->clause, token, openers) ? at : token;
}

static gboolean
is_year (PlxParse *self,
         int       token)
{
  const PlxToken *there = plx_clause_at (self->clause, token);

  return there->kind == PLX_TOKEN_NUMBER && there->number > 1800 && there->number < 2200;
}

/* "In July Iran joined", "this year Kosovo is" */
static gboolean
is_time (PlxParse *self,
         int       token)
{
  return class_at (self, token) == PLX_WORD_TIME ||
         (plx_parse_word (self, token)->senses & PLX_SENSE_SPAN) != 0;
}

static gboolean
is_personal (PlxParse *self,
             int       token)
{
  return class_at (self, token) == PLX_WORD_PRONOUN &&
         (plx_parse_word (self, token)->senses & PLX_SENSE_QUANTITY) == 0 &&
         !plx_clause_is (self->clause, token, "one");
}

/* "That Iceland is in NATO surprises many", "Hungary hosts the": a word behind a name that is no
 * part of it, since what follows can only be its object. */
static gboolean
is_clause_verb (PlxParse *self,
                int       token)
{
  const PlxToken *there = plx_clause_at (self->clause, token);
  PlxTokenKind before = plx_clause_kind (self->clause, token - 1);
  PlxWordClass next = class_at (self, token + 1);

  return (before == PLX_TOKEN_RELATION || before == PLX_TOKEN_COUNTRY) &&
         there->kind == PLX_TOKEN_WORD && !there->is_capital &&
         class_at (self, token) == PLX_WORD_NOUN && plx_parse_word (self, token)->senses == 0 &&
         g_str_has_suffix (there->word, "s") && !g_str_has_suffix (there->word, "ss") &&
         (next == PLX_WORD_DETERMINER || next == PLX_WORD_PRONOUN);
}

/* "With Finland's accession NATO's border": the body begins another phrase. */
static gboolean
is_body_behind (PlxParse *self,
                int       token)
{
  return plx_clause_kind (self->clause, token) == PLX_TOKEN_RELATION &&
         (plx_parse_word (self, token - 1)->senses & PLX_SENSE_MEMBERSHIP) != 0;
}

/* Whether a noun phrase that began at `start` goes on with `token`. */
static gboolean
goes_on (PlxParse *self,
         int       token,
         int       start)
{
  static PlxWordSet before_determiners = { "all", "both", "half", "such", "such", "what", "neither",
                                           "either", "none", NULL };
  PlxClause *clause = self->clause;
  PlxWordClass word_class = class_at (self, token);

  if (is_owner (self, token))
    return token > start;
  if (is_hyphen (self, token))
    return TRUE;
  if (plx_clause_kind (clause, token) == PLX_TOKEN_MARK)
    return FALSE;
  if (is_hyphen (self, token - 1) ||
      (is_hyphen (self, token + 1) && plx_clause_kind (clause, token) == PLX_TOKEN_WORD))
    return TRUE;

  /* "To whose statute Chad is a party" */
  if (token == start + 1 && plx_clause_is (self->clause, start - 1, "whose") &&
      plx_clause_kind (self->clause, token) == PLX_TOKEN_COUNTRY)
    return FALSE;
  /* "In 2017 Burundi left", "among them Canada": nothing goes on behind these. */
  if (token > start && (is_year (self, token - 1) || is_personal (self, token - 1) ||
                        (is_time (self, token - 1) && plx_clause_at (clause, token)->is_capital)))
    return FALSE;

  if (token > start && (is_clause_verb (self, token) || is_body_behind (self, token)))
    return FALSE;

  if (is_nounish (self, token))
    return token == start || skip_time (self, token) == token ||
           class_at (self, token - 1) == PLX_WORD_DETERMINER;

  switch ((guint) word_class)
    {
    case PLX_WORD_DETERMINER:
      return token == start || plx_clause_in (clause, token - 1, before_determiners);

    case PLX_WORD_PRONOUN:
      return token == start ||
             (class_at (self, token - 1) == PLX_WORD_DETERMINER &&
              !plx_clause_is (clause, token - 1, "that"));

    case PLX_WORD_VERB:
      return is_verb_as_noun (self, token, start);

    case PLX_WORD_ADVERB:
      /* "The only member", "a still neutral country", "the newly admitted member" */
      return token > start && ((class_at (self, token - 1) == PLX_WORD_DETERMINER &&
                                !plx_clause_is (clause, token - 1, "these")) ||
                               is_owner (self, token - 1));

    case PLX_WORD_MODAL:
      /* "The May summit", "a would-be member" */
      return token > start && class_at (self, token - 1) == PLX_WORD_DETERMINER &&
             (plx_clause_is (clause, token, "may") || is_hyphen (self, token + 1));

    default:
      return FALSE;
    }
}

/* The last word that tells what the phrase is: "the treaty", of "the treaty 's". */
static void
finish_noun (PlxParse  *self,
             PlxPhrase *phrase)
{
  const PlxWordInfo *first = plx_parse_word (self, phrase->start);
  const PlxWordInfo *last = plx_parse_word (self, phrase->end - 1);

  if (plx_clause_kind (self->clause, phrase->end - 1) == PLX_TOKEN_WORD)
    phrase->senses = last->senses;
  phrase->negative = (first->senses & PLX_SENSE_NEGATIVE) != 0;

  /* "Member state": a member. */
  if ((phrase->senses & (PLX_SENSE_STATE | PLX_SENSE_STATES)) != 0)
    {
      int before = phrase->end - 2 - is_hyphen (self, phrase->end - 2);
      guint32 senses = before >= phrase->start ? plx_parse_word (self, before)->senses : 0;

      if ((senses & (PLX_SENSE_MEMBER | PLX_SENSE_SIGNATORY | PLX_SENSE_PARTY)) != 0)
        phrase->senses = (senses & ~PLX_SENSE_PLURAL) |
                        ((phrase->senses & PLX_SENSE_STATES) != 0 ? PLX_SENSE_PLURAL : 0);
    }
}

static int
read_noun (PlxParse  *self,
           int        token,
           PlxPhrase *phrase)
{
  int end = token;
  int time = skip_time (self, token);

  if (time > token && !(class_at (self, token - 1) == PLX_WORD_PREPOSITION))
    {
      phrase->kind = PLX_PHRASE_ADVERB;
      return time;
    }

  while (!plx_clause_is_end (self->clause, end) && goes_on (self, end, token))
    end++;

  /* "None of", "both of": the quantity stands alone. */
  phrase->kind = PLX_PHRASE_NOUN;
  phrase->start = token;
  phrase->end = end;
  if (end > token)
    finish_noun (self, phrase);

  return end;
}

/* "That" behind a noun and before a verb is "which", behind a verb it opens what is said. */
static gboolean
read_that (PlxParse  *self,
           int        token,
           PlxPhrase *phrase)
{
  const PlxPhrase *before = plx_parse_at (self, self->phrases->len - 1);
  PlxVerb verb;
  int end;

  if (!plx_clause_is (self->clause, token, "that"))
    return FALSE;

  /* "That country" */
  if ((plx_parse_word (self, token + 1)->senses &
       (PLX_SENSE_STATE | PLX_SENSE_BODY | PLX_SENSE_SPAN)) != 0)
    return FALSE;

  phrase->kind = PLX_PHRASE_SUBORDINATOR;
  if (before->kind == PLX_PHRASE_NOUN && (before->senses & PLX_SENSE_TALE) == 0)
    {
      if (plx_parse_verb (self, token + 1, &end, &verb) && !verb.gerund)
        {
          phrase->kind = PLX_PHRASE_RELATIVE;
          return TRUE;
        }
      /* "Countries that, like China," */
      if (plx_clause_is (self->clause, token + 1, ","))
        {
          phrase->kind = PLX_PHRASE_RELATIVE;
          return TRUE;
        }
      /* "Countries that Turkey", "the fact that the country" */
      return class_at (self, token + 1) == PLX_WORD_DETERMINER ||
             class_at (self, token + 1) == PLX_WORD_PRONOUN ||
             plx_clause_kind (self->clause, token + 1) == PLX_TOKEN_COUNTRY;
    }

  /* "That court", "that of" are no clauses. */
  return before->kind == PLX_PHRASE_VERB || before->kind == PLX_PHRASE_NOUN ||
         before->kind == PLX_PHRASE_ADVERB || before->kind == PLX_PHRASE_JOINT ||
         plx_clause_kind (self->clause, token + 1) == PLX_TOKEN_COUNTRY ||
         class_at (self, token + 1) == PLX_WORD_DETERMINER;
}

/* Of a word that is a phrase by itself. */
static PlxPhraseKind
kind_of_word (PlxWordClass word_class)
{
  switch ((guint) word_class)
    {
    case PLX_WORD_PREPOSITION:
    case PLX_WORD_TO:
      return PLX_PHRASE_PREPOSITION;

    case PLX_WORD_JOINT:
      return PLX_PHRASE_JOINT;

    case PLX_WORD_RELATIVE:
      return PLX_PHRASE_RELATIVE;

    case PLX_WORD_SUBORDINATOR:
      return PLX_PHRASE_SUBORDINATOR;

    case PLX_WORD_NEGATION:
      return PLX_PHRASE_NEGATION;

    default:
      return PLX_PHRASE_ADVERB;
    }
}

/* Reads the phrase at a token. Returns the token behind it. */
static int
read_phrase (PlxParse  *self,
             int        token,
             PlxPhrase *phrase)
{
  const PlxWordInfo *info = plx_parse_word (self, token);
  int end;

  phrase->senses = info->senses;
  if (plx_clause_is_end (self->clause, token))
    {
      phrase->kind = PLX_PHRASE_END;
      return token + 1;
    }
  if (plx_clause_kind (self->clause, token) == PLX_TOKEN_MARK && !is_hyphen (self, token))
    {
      phrase->kind = PLX_PHRASE_MARK;
      return token + 1;
    }

  if ((end = plx_parse_compound (self, token, phrase)) > token)
    return end;
  /* "No longer a member", where no verb takes it */
  if (plx_clause_is (self->clause, token, "no") &&
      plx_clause_is (self->clause, token + 1, "longer") &&
      !plx_parse_verb (self, token, &end, &phrase->verb))
    {
      phrase->kind = PLX_PHRASE_ADVERB;
      phrase->senses = PLX_SENSE_FORMER;
      return token + 2;
    }
  if (read_that (self, token, phrase))
    return token + 1;
  if (plx_clause_kind (self->clause, token) == PLX_TOKEN_WORD &&
      !is_verb_as_noun (self, token, token) && !is_hyphen (self, token + 1) &&
      plx_parse_verb (self, token, &end, &phrase->verb))
    {
      phrase->kind = PLX_PHRASE_VERB;
      return end;
    }
  if ((end = read_noun (self, token, phrase)) > token)
    return end;

  phrase->kind = kind_of_word (info->word_class);

  return token + 1;
}

/**
 * plx_parse_new:
 * @clause: a sentence, which must outlive the parse
 *
 * Cuts a sentence into phrases: nouns with what stands before them, verbs with their auxiliaries,
 * and what joins them. What an unknown word is, is told by its ending and its place.
 *
 * Returns: (transfer full): its phrases
 */
PlxParse *
plx_parse_new (PlxClause *clause)
{
  PlxParse *self = g_new0 (PlxParse, 1);

  self->clause = clause;
  self->phrases = g_array_sized_new (FALSE, TRUE, sizeof (PlxPhrase), clause->tokens->len);
  for (int at = 0; at < (int) clause->tokens->len; )
    {
      PlxPhrase phrase = { 0 };
      int start = at;

      at = read_phrase (self, at, &phrase);
      phrase.start = start;
      phrase.end = at;
      g_array_append_val (self->phrases, phrase);
    }

  return self;
}

/**
 * plx_parse_free:
 * @self: (transfer full): a parse
 *
 * Frees it, but not its sentence.
 */
void
plx_parse_free (PlxParse *self)
{
  g_array_unref (self->phrases);
  g_free (self);
}

/**
 * plx_parse_at:
 * @self: a parse
 * @index: the place of a phrase, which may be outside
 *
 * Returns: (transfer none): the phrase there, or an empty end
 */
const PlxPhrase *
plx_parse_at (PlxParse *self,
              int       index)
{
  static const PlxPhrase outside = { .kind = PLX_PHRASE_END, .start = -1, .end = -1 };

  if (index < 0 || index >= (int) self->phrases->len)
    return &outside;

  return &g_array_index (self->phrases, PlxPhrase, index);
}

/**
 * plx_parse_kind:
 * @self: a parse
 * @index: the place of a phrase, which may be outside
 *
 * Returns: its kind
 */
PlxPhraseKind
plx_parse_kind (PlxParse *self,
                int       index)
{
  return plx_parse_at (self, index)->kind;
}

/**
 * plx_parse_is:
 * @self: a parse
 * @index: the place of a phrase
 * @word: a word in small letters, or a mark
 *
 * Returns: whether the phrase begins with it
 */
gboolean
plx_parse_is (PlxParse   *self,
              int         index,
              const char *word)
{
  return plx_clause_is (self->clause, plx_parse_at (self, index)->start, word);
}

/**
 * plx_parse_has:
 * @self: a parse
 * @index: the place of a phrase
 * @word: a word in small letters
 *
 * Returns: whether it stands in the phrase
 */
gboolean
plx_parse_has (PlxParse   *self,
               int         index,
               const char *word)
{
  const PlxPhrase *phrase = plx_parse_at (self, index);

  for (int at = phrase->start; at < phrase->end; at++)
    {
      if (plx_clause_is (self->clause, at, word))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_parse_senses:
 * @self: a parse
 * @index: the place of a phrase
 *
 * Returns: (nullable): the senses of all words in it
 */
guint32
plx_parse_senses (PlxParse *self,
                 int       index)
{
  const PlxPhrase *phrase = plx_parse_at (self, index);
  guint32 senses = phrase->senses;

  for (int at = phrase->start; at < phrase->end; at++)
    senses |= plx_parse_word (self, at)->senses;

  return senses;
}

/**
 * plx_parse_find:
 * @self: a parse
 * @token: a token of the sentence
 *
 * Returns: the place of the phrase in which it stands, or -1
 */
int
plx_parse_find (PlxParse *self,
                int       token)
{
  for (int i = 0; i < (int) self->phrases->len; i++)
    {
      if (token < plx_parse_at (self, i)->end)
        return token >= 0 ? i : -1;
    }

  return -1;
}

/**
 * plx_parse_word:
 * @self: a parse
 * @token: a token, which may be outside
 *
 * Returns: (transfer none): what is known of the word; nothing of a name, a number or a mark
 */
const PlxWordInfo *
plx_parse_word (PlxParse *self,
                int       token)
{
  static const PlxWordInfo nothing = { 0 };
  const PlxToken *there = plx_clause_at (self->clause, token);

  return there->info != NULL ? there->info : &nothing;
}
