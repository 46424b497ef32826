/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-assertions"

#include "config.h"

#include "comparing/plx-assertions.h"

#include <string.h>

#include "comparing/plx-predicates.h"
#include "comparing/plx-stem.h"

/* How far back an "if" takes what follows out of the world, and how many adjectives may stand
 * between "is not a" and its noun. */
#define IF_REACH 9
#define MAX_ADJECTIVES 3

/* How many words before a "who" it may stand for, itself counted. */
#define WHO_REACH 4

#define NOT "not never"
#define BE "is are was were am 're been be isn't aren't wasn't weren't ain't"
#define HELPERS "is are was were am 're 'm been being has have had 've do does did will " \
                "'ll isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't " \
                "won't ain't"
#define FUTURE "will 'll won't"
#define MODALS "would could should can must shall ought cannot can't wouldn't couldn't " \
               "shouldn't"
#define MAYBE "may might"
#define LOOSE "also still ever then now already again just even yet so always often since " \
              "later earlier finally"
#define HEDGING_TO "unlikely believed thought reported alleged presumed suspected rumoured " \
                   "rumored said appears appeared seems seemed"
#define PLANNING_TO "likely considering hoping intending planning going about threatening"
/* Of what is still to come, these are as sure as "will". */
#define SURE_TO "set due scheduled going about poised slated bound ready agreed agree agrees"
#define REFUSING_TO "refuse refused refuses refusing decline declined declines declining " \
                    "fail failed fails failing unable unwilling neglected"
#define DOING_TO "opting opted opts chose decided chosen choosing managed manages agreed " \
                 "agrees went came continued continues began set travelled traveled proceeded"
#define NOT_DOING "avoid avoided avoids avoiding deny denied denies denying"
#define DENYING "deny denied denies denying dispute disputed disputes doubt doubted doubts"
#define REJECTING "reject rejected rejects rejecting dismissed dismisses"
#define RUMOURS "claims accusations allegations suggestions reports rumours rumors charges"
#define BELIEVING "believe believes think thinks suspect suspects assume assumes presume presumes"
#define NOTIONS "speculated speculate speculation idea notion claim claims allegation " \
                "allegations suggestion suggestions rumour rumours rumor rumors belief myth " \
                "question questions possibility chance chances fear fears hope hopes"
#define NOBODY "no neither nor nobody none nothing"
#define NOT_VERB_BEFORE "a an the this that these those his her its their our my your of in " \
                        "at by for on with from into to no any some more most very and or " \
                        "them him us me you"
/* Words that say too little for two sentences with them to be about the same. */
#define VAGUE "be have do go come get make take say tell think want see help put us let " \
              "try give seem look feel mean need keep ask talk believ right good sure bad " \
              "import possibl likely becom"

/* What makes a verb a mere plan, "is considering whether to sell", or a chance. */
#define WEIGHING "consider considers considering considered weighing weigh weighs debating " \
                 "debate mulling decide deciding discussing examining exploring undecided"
#define CAN "can could cannot can't couldn't"
#define SENSING "hear see feel smell taste afford"
#define ABLE_TO "able allowed permitted free entitled eligible"
#define ALLOWING "allow allowed allows allowing let lets letting enable enabled enables enabling " \
                 "permit permitted permits permitting"
#define STOPPING "bar barred bars barring ban banned bans banning prevent prevented prevents " \
                 "preventing stop stopped stops stopping keep kept keeps disqualify disqualified " \
                 "disqualifies prohibit prohibited prohibits"

/* How many words name whom something is allowed: "allowed the former minister to". */
#define ALLOWED_REACH 5
#define HELPERS_REACH 3

/* Who can serve in a post can stay in it. */
#define SERVING "serv serve sit"

static void
set_predicate (PlxAssertion *self,
               const char   *stem)
{
  PlxPredicate predicate = plx_predicate_find (stem);

  self->predicate = predicate.hash;
  self->denied ^= predicate.is_against;
  self->opposite = predicate.is_against;
  self->alone = predicate.alone;
}

static gboolean
is_hedge (GArray *tokens,
          guint   i)
{
  return plx_tokens_use (tokens, i, PLX_LEX (HEARSAY) | PLX_LEX (DOUBT));
}

static gboolean
is_adverb (GArray *tokens,
           guint   i)
{
  return plx_tokens_among (tokens, i, LOOSE) ||
         g_str_has_suffix (plx_tokens_word (tokens, i), "ly");
}

/* After a name "'s" mostly tells whose something is. */
static gboolean
is_short_is (GArray *tokens,
             guint   i)
{
  return i > 0 && plx_tokens_among (tokens, i, "'s") &&
         plx_tokens_among (tokens, i - 1, "he she it that there who what");
}

/* "allowed him to stay", "did not bar her from voting": what can be and what cannot. It is said of
 * the one who may, who stands between. Returns whether that is what stands before a verb. */
static gboolean
take_chance (GArray       *tokens,
             guint         link,
             PlxAssertion *self)
{
  gboolean is_from = plx_tokens_among (tokens, link, "from");

  for (guint i = link; i-- > 0 && link - i <= ALLOWED_REACH;)
    {
      if (!plx_tokens_at (tokens, i)->is_word)
        return FALSE;
      if (!plx_tokens_among (tokens, i, is_from ? STOPPING : ALLOWING))
        continue;
      self->possible = TRUE;
      self->denied ^= is_from;
      self->first = link;
      for (guint k = i; k-- > 0 && i - k <= HELPERS_REACH;)
        self->denied ^= plx_tokens_among (tokens, k, NOT) ||
                        g_str_has_suffix (plx_tokens_word (tokens, k), "n't");
      return TRUE;
    }

  return FALSE;
}

/* "could have", "cannot", and "would" before what may be. Returns whether it is such a word. */
static gboolean
take_can (GArray       *tokens,
          guint         i,
          PlxAssertion *self)
{
  if (!plx_tokens_among (tokens, i, CAN) &&
      !(self->possible && plx_tokens_among (tokens, i, MODALS)))
    return FALSE;

  /* "could reopen in May" is less than "will", and "could hear the shots" is as much as "heard". */
  if (plx_tokens_among (tokens, i, "could") && self->first == self->token &&
      !plx_tokens_among (tokens, self->token, SENSING))
    self->planned = self->hedged = TRUE;
  else
    self->possible = TRUE;
  self->denied ^= plx_tokens_among (tokens, i, "cannot") ||
                  g_str_has_suffix (plx_tokens_word (tokens, i), "n't");
  self->first = i;

  return TRUE;
}

/* What rules over "to" and its verb. Returns whether the verb is still said to be done or not. */
static gboolean
take_ruler (GArray       *tokens,
            PlxAssertion *self)
{
  guint ruler = self->first - 2;

  if (self->first < 3)
    return FALSE;

  /* "opted not to attend" */
  if (plx_tokens_among (tokens, ruler, NOT))
    {
      self->denied = !self->denied;
      ruler--;
    }

  if (plx_tokens_among (tokens, ruler, "whether") && ruler > 0 &&
      plx_tokens_among (tokens, ruler - 1, WEIGHING))
    {
      self->planned = self->hedged = TRUE;
      self->first = ruler - 1;
      return TRUE;
    }
  if (plx_tokens_among (tokens, ruler, ABLE_TO))
    {
      self->possible = TRUE;
      self->first = ruler;
      return TRUE;
    }
  if (take_chance (tokens, self->first - 1, self))
    return TRUE;

  /* "due to damage of the roof" */
  if (plx_tokens_among (tokens, ruler, "due") && plx_tokens_among (tokens, self->token + 1, "of"))
    return FALSE;
  if (plx_tokens_among (tokens, ruler, HEDGING_TO))
    self->hedged = TRUE;
  else if (plx_tokens_among (tokens, ruler, PLANNING_TO) ||
           plx_tokens_use (tokens, ruler, PLX_LEX (AHEAD)))
    {
      self->planned = TRUE;
      self->hedged |= !plx_tokens_among (tokens, ruler, SURE_TO);
    }
  else if (plx_tokens_among (tokens, ruler, REFUSING_TO))
    self->denied = !self->denied;
  else if (!plx_tokens_among (tokens, ruler, DOING_TO))
    return FALSE;

  self->first = ruler;

  return TRUE;
}

/* Goes back over the words that belong to a verb. Returns whether it is said as a fact, denied or
 * hedged; @helped gets whether a helping verb was there. */
static gboolean
take_helpers (GArray       *tokens,
              gboolean      is_reported,
              PlxAssertion *self,
              gboolean     *helped)
{
  gboolean ruled = FALSE;

  while (self->first > 0)
    {
      guint i = self->first - 1;
      const char *word = plx_tokens_word (tokens, i);

      if (take_can (tokens, i, self))
        {
          *helped = TRUE;
          continue;
        }
      /* "The bank said it would cut" is what it will do. */
      if (plx_tokens_among (tokens, i, MODALS) &&
          !(is_reported && plx_tokens_among (tokens, i, "would") &&
            !plx_tokens_among (tokens, i + 1, "have not")))
        return FALSE;

      if (plx_tokens_among (tokens, i, NOT) || g_str_has_suffix (word, "n't"))
        {
          self->denied = !self->denied;
          *helped = TRUE;
        }
      else if (is_hedge (tokens, i) || plx_tokens_among (tokens, i, MAYBE))
        {
          self->hedged = TRUE;
          *helped |= plx_tokens_among (tokens, i, MAYBE);
        }
      else if (plx_tokens_among (tokens, i, HELPERS " would") || is_short_is (tokens, i))
        {
          self->planned |= plx_tokens_among (tokens, i, FUTURE " would");
          self->passive |= self->first == self->token && plx_tokens_among (tokens, i, BE);
          *helped = TRUE;
        }
      else if (plx_tokens_among (tokens, i, "to from") && !ruled)
        {
          if (*word == 'f' ? !take_chance (tokens, i, self) : !take_ruler (tokens, self))
            return FALSE;
          ruled = *helped = TRUE;
          continue;
        }
      else if (self->first == self->token && plx_tokens_among (tokens, i, NOT_DOING) &&
               g_str_has_suffix (plx_tokens_word (tokens, self->token), "ing"))
        {
          self->denied = !self->denied;
          *helped = TRUE;
        }
      else if (!is_adverb (tokens, i))
        {
          break;
        }
      self->first = i;
    }

  return self->first > 0 || *helped;
}

/* "if he leaves", "whether it did", "no evidence that he knew" tell no fact; "denied that he
 * knew" tells the opposite. */
static gboolean
take_frame (GArray       *tokens,
            PlxAssertion *self)
{
  for (guint i = self->first; i-- > 0 && self->first - i < IF_REACH;)
    {
      if (plx_tokens_among (tokens, i, ", ; : –"))
        break;
      if (plx_tokens_among (tokens, i, "if whether unless should how why"))
        return FALSE;
      self->hedged |= plx_tokens_among (tokens, i, BELIEVING);
      if (i > 0 && plx_tokens_among (tokens, i, "that he she they it"))
        {
          if (plx_tokens_among (tokens, i - 1, DENYING))
            self->denied = !self->denied;
          if (i > 1 && plx_tokens_among (tokens, i - 2, DENYING " " REJECTING) &&
              plx_tokens_among (tokens, i - 1, RUMOURS))
            self->denied = !self->denied;
          if ((i > 1 && plx_tokens_among (tokens, i - 2, "no any not")) ||
              plx_tokens_among (tokens, i - 1, NOTIONS))
            return FALSE;
        }
    }

  if (self->first > 0 && plx_tokens_among (tokens, self->first - 1, NOBODY))
    {
      self->denied = !self->denied;
      self->by_nobody = TRUE;
    }
  else if (self->first > 1 && plx_tokens_among (tokens, self->first - 2, NOBODY))
    self->denied = !self->denied;

  return TRUE;
}

/* Without a helping verb only a past form tells a verb from a noun. */
static gboolean
is_past_verb (GArray *tokens,
              guint   i)
{
  PlxToken *token = plx_tokens_at (tokens, i);

  /* "betrayed by" goes with somebody before it whom only a form of "be" would tell. */
  if (i == 0 || plx_tokens_among (tokens, i - 1, NOT_VERB_BEFORE) ||
      g_str_equal (plx_tokens_word (tokens, i + 1), "by") ||
      g_str_has_suffix (token->folded, "ing") || g_str_has_suffix (token->folded, "s"))
    return FALSE;
  if (g_str_has_suffix (token->folded, "ed") || plx_tokens_use (tokens, i, PLX_LEX (PAST)))
    return TRUE;

  return plx_stem_is_irregular (token->folded);
}

static gboolean
is_participle (GArray *tokens,
               guint   i)
{
  const char *word = plx_tokens_word (tokens, i);

  return g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "en") ||
         plx_tokens_use (tokens, i, PLX_LEX (PAST)) || plx_stem_is_irregular (word);
}

/* "The bishop opposes the law": of the words that have an opposite, "-s" after a noun tells it. */
static gboolean
is_present_verb (GArray     *tokens,
                 guint       i,
                 const char *stem)
{
  if (i == 0 || !g_str_has_suffix (plx_tokens_word (tokens, i), "s") ||
      !plx_tokens_at (tokens, i - 1)->is_content)
    return FALSE;

  return plx_predicate_has_opposite (stem);
}

/* "is not a right-wing party": the noun that ends the words after a form of "be". */
static gboolean
take_complement (GArray       *tokens,
                 PlxAssertion *self)
{
  guint i = self->token;

  if (i + 1 < tokens->len && plx_tokens_at (tokens, i + 1)->is_content)
    return FALSE;
  while (i > 0 && self->token - i < MAX_ADJECTIVES &&
         plx_tokens_at (tokens, i - 1)->is_content && !plx_tokens_among (tokens, i - 1, NOT) &&
         !is_hedge (tokens, i - 1) && !is_adverb (tokens, i - 1))
    i--;
  if (i > 0 && plx_tokens_among (tokens, i - 1, "a an the"))
    i--;
  if (i == 0 || i == self->token)
    return FALSE;

  for (guint j = i; j-- > 0 && i - j < 4;)
    {
      if (plx_tokens_among (tokens, j, BE) || is_short_is (tokens, j))
        {
          self->first = i;
          return TRUE;
        }
      if (!plx_tokens_among (tokens, j, NOT) && !is_adverb (tokens, j))
        return FALSE;
    }

  return FALSE;
}

/* What was not done until Friday was done. */
static gboolean
lasts_until (GArray *tokens,
             guint   token)
{
  for (guint i = token + 1; i < tokens->len && i < token + IF_REACH; i++)
    {
      if (plx_tokens_among (tokens, i, "until"))
        return TRUE;
      if (plx_tokens_among (tokens, i, ", ;"))
        break;
    }

  return FALSE;
}

static gboolean
read_assertion (GArray       *tokens,
                gboolean      is_reported,
                guint         token,
                PlxAssertion *self)
{
  char stem[PLX_STEM_MAX];
  gboolean helped = FALSE;

  *self = (PlxAssertion) { .token = token, .first = token };
  if (!plx_tokens_at (tokens, token)->is_content || plx_tokens_among (tokens, token, NOT) ||
      plx_tokens_at (tokens, token)->is_capital ||
      g_str_has_suffix (plx_tokens_word (tokens, token), "ly") ||
      plx_tokens_among (tokens, token, LOOSE))
    return FALSE;

  self->last = token + plx_predicate_read (tokens, token, stem);
  if (plx_predicate_is_among (VAGUE, stem))
    return FALSE;

  take_complement (tokens, self);
  if (!take_helpers (tokens, is_reported, self, &helped) ||
      (!helped && !is_past_verb (tokens, token) && !is_present_verb (tokens, token, stem)))
    return FALSE;
  self->present = !helped && !is_past_verb (tokens, token);
  self->ongoing = self->passive && g_str_has_suffix (plx_tokens_word (tokens, token), "ing") &&
                  plx_tokens_among (tokens, self->first, "is are am 're 's");
  self->passive &= is_participle (tokens, token);
  /* "issued no warning" */
  self->denied ^= plx_tokens_among (tokens, token + 1, "no");

  self->turned = g_str_equal (stem, "contain");
  set_predicate (self, self->possible && plx_predicate_is_among (SERVING, stem) ? "stay" : stem);

  return take_frame (tokens, self) && !(self->denied && lasts_until (tokens, token));
}

/**
 * plx_assertions_find:
 * @member: a sentence of a claim
 *
 * Finds what a sentence says as a fact of somebody. Wishes, conditions and questions are left
 * out, and so is what may as well be a noun.
 *
 * Returns: (transfer full) (element-type PlxAssertion): what it says
 */
GArray *
plx_assertions_find (PlxMember *member)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PlxAssertion));

  if (strchr (member->node->text, '?') != NULL)
    return found;

  for (guint i = 0; i < member->tokens->len; i++)
    {
      PlxAssertion assertion;

      if (read_assertion (member->tokens, member->node->is_attributed, i, &assertion))
        g_array_append_val (found, assertion);
    }

  return found;
}

/* The words before the verb and after it. */
static void
split_setting (PlxMember          *member,
               const PlxAssertion *assertion,
               PlxSetting         *subject,
               PlxSetting         *object)
{
  PlxToken *first = plx_tokens_at (member->tokens, assertion->first);
  PlxToken *token = plx_tokens_at (member->tokens, assertion->token);

  guint border;

  *subject = *object = plx_member_get_setting (member, first->start, token->end);
  /* In "the veterans who served" it is the veterans. */
  border = plx_member_token_at (member, subject->start);
  if (border > 0 && plx_tokens_among (member->tokens, border - 1, "who which"))
    {
      border = border > WHO_REACH ? border - WHO_REACH : 0;
      subject->start = plx_tokens_at (member->tokens, border)->start;
    }
  subject->end = first->start;
  object->start = token->end;
  /* What follows a comma is added, by a witness or by the writer. */
  for (guint i = assertion->token; i < member->tokens->len; i++)
    {
      PlxToken *comma = plx_tokens_at (member->tokens, i);

      if (comma->start < object->end && g_str_equal (comma->folded, ","))
        object->end = comma->start;
    }
}

/* Whether the subject only points back, or is the one of the clause before. */
static gboolean
points_back (PlxMember        *member,
             const PlxSetting *subject)
{
  for (guint i = 0; i < member->tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (member->tokens, i);

      if (token->start < subject->start || token->end > subject->end || !token->is_word)
        continue;
      if (plx_tokens_among (member->tokens, i, "he she they it"))
        return TRUE;
      if (token->is_content || plx_tokens_among (member->tokens, i, "i we you"))
        return FALSE;
    }

  return TRUE;
}

/**
 * plx_assertions_exclude:
 * @a: what a sentence says
 * @b: what another one says
 *
 * Returns: whether the two words alone tell that both can't be said of the same one
 */
gboolean
plx_assertions_exclude (const PlxAssertion *a,
                        const PlxAssertion *b)
{
  if (a->predicate != b->predicate || a->opposite == b->opposite)
    return FALSE;

  return a->alone == PLX_ALONE_ALWAYS ||
         (a->alone == PLX_ALONE_AHEAD && (a->planned || a->ongoing) &&
          (b->planned || b->ongoing));
}

static gboolean
share_any (PlxMember        *a,
           const PlxSetting *in_a,
           PlxMember        *b,
           const PlxSetting *in_b)
{
  PlxShare share = plx_settings_share (a, in_a, b, in_b);

  return share.words + share.names > 0;
}

/* "Issued no warning" and "a warning was issued", "the bill passed the house" and "the house voted
 * down the bill": what is the subject of one is the object of the other. */
static gboolean
are_crossed (PlxMember          *a,
             const PlxAssertion *in_a,
             PlxMember          *b,
             const PlxAssertion *in_b)
{
  PlxSetting subject_a, subject_b, object_a, object_b;

  if (in_a->passive == in_b->passive && in_a->opposite == in_b->opposite)
    return FALSE;
  split_setting (a, in_a, &subject_a, &object_a);
  split_setting (b, in_b, &subject_b, &object_b);
  if (in_a->passive != in_b->passive)
    return in_a->passive ? share_any (a, &subject_a, b, &object_b)
                         : share_any (a, &object_a, b, &subject_b);

  return share_any (a, &subject_a, b, &object_b) && share_any (a, &object_a, b, &subject_b);
}

/**
 * plx_assertions_meet:
 * @a: a sentence of a claim
 * @in_a: what it says
 * @b: another sentence
 * @in_b: what that one says
 *
 * Returns: whether both say it, or deny it, of the same somebody and the same something
 */
gboolean
plx_assertions_meet (PlxMember          *a,
                     const PlxAssertion *in_a,
                     PlxMember          *b,
                     const PlxAssertion *in_b)
{
  PlxSetting subject_a, subject_b, object_a, object_b;
  PlxShare subjects, objects;

  if (in_a->predicate != in_b->predicate)
    return FALSE;

  split_setting (a, in_a, &subject_a, &object_a);
  split_setting (b, in_b, &subject_b, &object_b);
  subjects = plx_settings_share (a, &subject_a, b, &subject_b);
  objects = plx_settings_share (a, &object_a, b, &object_b);

  if (in_a->by_nobody != in_b->by_nobody)
    return objects.words + objects.names > 0;
  if (are_crossed (a, in_a, b, in_b))
    return TRUE;
  if (in_a->turned != in_b->turned)
    return objects.words + objects.names >= 2;
  if (plx_assertions_exclude (in_a, in_b))
    return subjects.words + subjects.names > 0;

  if (subjects.words + subjects.names == 0 && !points_back (a, &subject_a) &&
      !points_back (b, &subject_b))
    return FALSE;

  /* "resigned" and "did not resign over it". */
  if (objects.of_a == 0 || objects.of_b == 0)
    return subjects.words + subjects.names > 0;

  return objects.words + objects.names > 0;
}

static gboolean
is_said (PlxMember          *member,
         const PlxAssertion *assertion)
{
  PlxToken *token = plx_tokens_at (member->tokens, assertion->token);

  return !member->node->is_attributed || (token->start >= member->node->scope_start &&
                                          token->end <= member->node->scope_end);
}

/* What stands behind "since", "after", "who" is known already, and not what is reported. */
static gboolean
is_main (PlxMember          *member,
         const PlxAssertion *assertion)
{
  for (guint i = assertion->first; i-- > 0 && plx_tokens_at (member->tokens, i)->is_word;)
    {
      if (plx_tokens_among (member->tokens, i, "since after before when while as because who whom "
                            "which where although though if until"))
        return FALSE;
    }

  return TRUE;
}

/**
 * plx_members_assert_the_same:
 * @a: a sentence of a claim
 * @b: another one
 * @is_main_only: whether only that counts which stands in no clause of its own
 *
 * Sentences of a claim may share the topic and no more.
 *
 * Returns: whether the very thing that is said in the one, by whoever it tells, is said in the
 *   other, too
 */
gboolean
plx_members_assert_the_same (PlxMember *a,
                             PlxMember *b,
                             gboolean   is_main_only)
{
  for (guint i = 0; i < a->assertions->len; i++)
    {
      const PlxAssertion *x = &g_array_index (a->assertions, PlxAssertion, i);

      if (!is_said (a, x) || (is_main_only && !is_main (a, x)))
        continue;
      for (guint k = 0; k < b->assertions->len; k++)
        {
          const PlxAssertion *y = &g_array_index (b->assertions, PlxAssertion, k);

          if (x->denied == y->denied && x->possible == y->possible && is_said (b, y) &&
              (!is_main_only || is_main (b, y)) && plx_assertions_meet (a, x, b, y))
            return TRUE;
        }
    }

  return FALSE;
}
