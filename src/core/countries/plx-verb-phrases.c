/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-verb-phrases"

#include "config.h"

#include "countries/plx-phrases.h"

/* What has been read of a phrase of verbs. */
typedef struct
{
  PlxParse *parse;
  PlxVerb  *verb;
  gboolean  any;       /* whether there is a verb yet, and not only adverbs */
  gboolean  main;      /* whether there is one that is no auxiliary */
  gboolean  after_be;
  int       end;       /* the token behind the last that belongs to it */
} Reader;

static PlxWordClass
class_at (PlxParse *parse,
          int       token)
{
  return plx_parse_word (parse, token)->word_class;
}

/* "'s" is "is" before "not" and "a", and a genitive elsewhere. */
static gboolean
is_short_copula (PlxParse *parse,
                 int       token)
{
  static PlxWordSet behind = { "not", "never", "also", "still", "now", "a", "an", "been", NULL };

  return plx_clause_is (parse->clause, token, "'s") &&
         plx_clause_in (parse->clause, token + 1, behind);
}

/* Whether a verb in its plain form stands behind "to" at `token`. */
static gboolean
is_infinitive (PlxParse *parse,
               int       token)
{
  static PlxWordSet bases = { "be", "have", "do", NULL };
  int at = token + 1;

  while (class_at (parse, at) == PLX_WORD_ADVERB || class_at (parse, at) == PLX_WORD_NEGATION)
    at++;

  return plx_clause_in (parse->clause, at, bases) ||
         (class_at (parse, at) == PLX_WORD_VERB &&
          plx_parse_word (parse, at)->form == PLX_WORD_BASE);
}

/* What a verb makes of the infinitive that it governs: "failed to", "used to", "wants to". */
static void
govern (Reader  *self,
        int      to)
{
  PlxVerb *verb = self->verb;
  gboolean not = class_at (self->parse, to - 1) == PLX_WORD_NEGATION;

  verb->yet = plx_clause_is (self->parse->clause, to - 1, "yet");
  if (verb->yet)
    verb->negated = !verb->negated;
  else if (!self->any)
    verb->infinitive = TRUE;
  else if (!self->main)
    verb->unreal = TRUE; /* "is to", "has to" */
  else if (verb->act == PLX_ACT_FAIL)
    verb->negated = !verb->negated;
  else if (verb->act == PLX_ACT_CEASE)
    verb->former = TRUE;
  else if (verb->act == PLX_ACT_CHOOSE && !not)
    verb->unreal |= plx_parse_word (self->parse, to + 1)->act != PLX_ACT_BECOME;
  else if (verb->act != PLX_ACT_GO_ON && verb->act != PLX_ACT_CHOOSE)
    verb->unreal = TRUE;
}

/* Whether the phrase can go on with another verb: "stopped being", "went on to join". */
static gboolean
is_chained (Reader *self,
            int     token)
{
  const PlxWordInfo *info = plx_parse_word (self->parse, token);

  if (!self->main)
    return TRUE;

  return (self->verb->act == PLX_ACT_CEASE || self->verb->act == PLX_ACT_GO_ON ||
          self->verb->act == PLX_ACT_BECOME) &&
         (info->form == PLX_WORD_GERUND || plx_clause_is (self->parse->clause, token, "being")) &&
         self->verb->main == token - 1;
}

static void
begin (Reader             *self,
       int                 token,
       const PlxWordInfo  *info)
{
  PlxVerb *verb = self->verb;

  if (self->any)
    return;

  self->any = TRUE;
  verb->form = info->form;
  verb->gerund |= info->form == PLX_WORD_GERUND ||
                  plx_clause_is (self->parse->clause, token, "having") ||
                  plx_clause_is (self->parse->clause, token, "being");
  verb->participle = info->word_class == PLX_WORD_VERB && info->form == PLX_WORD_PARTICIPLE;
  verb->base = info->word_class == PLX_WORD_VERB && info->form == PLX_WORD_BASE;
}

static gboolean
take_auxiliary (Reader            *self,
                int                token,
                const PlxWordInfo *info)
{
  static PlxWordSet pasts = { "was", "were", NULL };
  PlxVerb *verb = self->verb;

  switch ((guint) info->word_class)
    {
    case PLX_WORD_BE:
      if (!is_chained (self, token))
        return FALSE;
      if (self->main && verb->act == PLX_ACT_CEASE)
        verb->former = TRUE;
      begin (self, token, info);
      self->after_be = TRUE;
      self->main = FALSE;
      verb->act = PLX_ACT_OTHER;
      verb->past |= plx_clause_in (self->parse->clause, token, pasts);
      return TRUE;

    case PLX_WORD_HAVE:
    case PLX_WORD_DO:
      if (self->main)
        return FALSE;
      begin (self, token, info);
      verb->perfect |= info->word_class == PLX_WORD_HAVE;
      self->after_be = FALSE;
      return TRUE;

    case PLX_WORD_MODAL:
      if (self->main)
        return FALSE;
      begin (self, token, info);
      verb->unreal = TRUE;
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
take_main (Reader            *self,
           int                token,
           const PlxWordInfo *info)
{
  PlxVerb *verb = self->verb;

  if (!is_chained (self, token))
    return FALSE;

  if (self->main && verb->act == PLX_ACT_CEASE)
    verb->former = TRUE;
  verb->is_passive = self->after_be &&
                     (info->form == PLX_WORD_PARTICIPLE ||
                      /* "Quit", "let": of all forms alike */
                      (info->form == PLX_WORD_BASE && !verb->unreal));
  /* "Is leaving" has not left. */
  if (self->after_be && info->form == PLX_WORD_GERUND && info->act != PLX_ACT_OTHER &&
      info->act != PLX_ACT_PLACE && info->act != PLX_ACT_HOLD && info->act != PLX_ACT_BIND)
    verb->unreal |= info->act != PLX_ACT_FAIL;
  begin (self, token, info);
  self->main = TRUE;
  self->after_be = FALSE;
  verb->act = info->act;
  verb->main = token;

  return TRUE;
}

/* "Does not contend", "will not respect": of a word that is not known the place tells that it is a
 * verb. */
static gboolean
take_unknown (Reader *self,
              int     token)
{
  const PlxToken *there = plx_clause_at (self->parse->clause, token);
  static const PlxWordInfo base = { .word_class = PLX_WORD_VERB, .form = PLX_WORD_BASE };
  PlxWordClass before = class_at (self->parse, token - 1);
  PlxWordClass second = class_at (self->parse, token - 2);

  if (self->main || !self->any || there->is_capital || *there->word == '\0' ||
      plx_parse_word (self->parse, token)->senses != 0 || before != PLX_WORD_NEGATION ||
      (second != PLX_WORD_DO && second != PLX_WORD_MODAL))
    return FALSE;

  return take_main (self, token, &base);
}

/* Takes one word, or says that it does not belong to the verb. */
static gboolean
take_word (Reader *self,
           int     token)
{
  PlxClause *clause = self->parse->clause;
  const PlxWordInfo *info = plx_parse_word (self->parse, token);
  PlxVerb *verb = self->verb;

  switch ((guint) info->word_class)
    {
    case PLX_WORD_BE:
    case PLX_WORD_HAVE:
    case PLX_WORD_DO:
    case PLX_WORD_MODAL:
      return take_auxiliary (self, token, info);

    case PLX_WORD_VERB:
      return take_main (self, token, info);

    case PLX_WORD_NEGATION:
      /* Behind the last verb it denies what follows, if not that verb: "decided not to". */
      if (self->main && !is_infinitive (self->parse, token + 1))
        return FALSE;
      verb->negated = !verb->negated;
      return TRUE;

    case PLX_WORD_ADVERB:
      if (plx_clause_is (clause, token, "longer") && plx_clause_is (clause, token - 1, "no"))
        verb->former = TRUE;
      /* "Is far from being" */
      if (plx_clause_is (clause, token, "far") && plx_clause_is (clause, token + 1, "from"))
        return FALSE;
      /* "Nearly left" */
      if (plx_clause_is (clause, token, "nearly") || plx_clause_is (clause, token, "almost"))
        verb->unreal |= class_at (self->parse, token + 1) == PLX_WORD_VERB;
      return TRUE;

    case PLX_WORD_NOUN:
      return take_unknown (self, token);

    case PLX_WORD_TO:
      if (!is_infinitive (self->parse, token))
        return FALSE;
      govern (self, token);
      self->main = FALSE;
      self->after_be = FALSE;
      return TRUE;

    default:
      return FALSE;
    }
}

/* "No longer", "went on to", "is both", "has long refused": words that are of another class
 * elsewhere. */
static gboolean
is_filler (Reader *self,
           int     token)
{
  static PlxWordSet floating = { "both", "all", "each", "neither", NULL };
  PlxClause *clause = self->parse->clause;
  PlxWordClass next = class_at (self->parse, token + 1);

  if (plx_clause_is (clause, token, "no"))
    return plx_clause_is (clause, token + 1, "longer");
  if (plx_clause_is (clause, token, "on"))
    return self->any && self->verb->act == PLX_ACT_GO_ON && next == PLX_WORD_TO;
  if (plx_clause_is (clause, token, "yet"))
    return next == PLX_WORD_TO || class_at (self->parse, token - 1) == PLX_WORD_NEGATION ||
           next == PLX_WORD_VERB;
  /* "Has not since ratified it" */
  if (plx_clause_is (clause, token, "once") || plx_clause_is (clause, token, "since"))
    return self->any && !self->main && next == PLX_WORD_VERB;

  /* "Are both in", "have all signed" */
  return self->any && plx_clause_in (clause, token, floating) &&
         (next == PLX_WORD_VERB || next == PLX_WORD_BE || next == PLX_WORD_HAVE ||
          /* "Is neither in this nor in that" denies by itself. */
          (next == PLX_WORD_PREPOSITION && !plx_clause_is (clause, token, "neither"))) &&
         !plx_clause_is (clause, token + 1, "of");
}

/**
 * plx_parse_verb:
 * @self: a parse
 * @token: a token
 * @end: (out): the token behind the phrase
 * @verb: (out): what it says
 *
 * Reads the phrase of verbs that begins at a token: "has not yet formally joined".
 *
 * Returns: whether one begins there
 */
gboolean
plx_parse_verb (PlxParse *self,
                int       token,
                int      *end,
                PlxVerb  *verb)
{
  Reader reader = { .parse = self, .verb = verb, .end = token };

  *verb = (PlxVerb) { .main = -1 };
  for (int at = token; !plx_clause_is_end (self->clause, at); at++)
    {
      if (is_filler (&reader, at))
        {
          verb->negated ^= plx_clause_is (self->clause, at, "neither");
          /* "Is not yet a member" */
          if (plx_clause_is (self->clause, at, "yet"))
            reader.end = at + 1;
          continue;
        }
      if (is_short_copula (self, at))
        {
          reader.any = reader.after_be = TRUE;
          reader.end = at + 1;
          continue;
        }
      if (plx_clause_kind (self->clause, at) != PLX_TOKEN_WORD || !take_word (&reader, at))
        break;
      /* Adverbs and denials behind the last verb are taken where another verb follows. */
      if (class_at (self, at) != PLX_WORD_ADVERB || !reader.main)
        reader.end = at + 1;
    }

  *end = reader.end;
  verb->is_bare = reader.any && !reader.main && !reader.after_be;
  verb->is_copula = (reader.any && reader.after_be) ||
                    (reader.main && verb->act == PLX_ACT_BECOME);

  return reader.any && reader.end > token;
}
