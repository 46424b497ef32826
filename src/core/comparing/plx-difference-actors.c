/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-actors"

#include "config.h"

#include <string.h>

#include "comparing/plx-differing.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-word-table.h"

/* How many words name who does something, and how far the "by" may stand from its verb. */
#define MOST_NAMING 4
#define BY_REACH 6

/* Adverbs and "not" between a form of "be" and its verb. */
#define BE_REACH 3

/* Two nouns that are used less alike than that are of two sorts of things. */
#define OTHER_NOUN 0.3

#define BE "is are was were be been being 're"
#define LINKS "at on to against upon into for"

/* Some tokens of a sentence. */
typedef struct
{
  guint first;
  guint past; /* the same where there are none */
} Run;

/* A verb with who does it and to whom it is done. */
typedef struct
{
  guint32 verb; /* hash of its stem */
  guint   token;
  Run     agent;
  Run     patient;
} Act;

static gboolean
is_naming (PlxMember *member,
           guint      i)
{
  return i < member->tokens->len && plx_tokens_at (member->tokens, i)->is_content &&
         !plx_tokens_use (member->tokens, i, PLX_LEX (AUXILIARY) | PLX_LEX (MODAL) |
                                              PLX_LEX (PREPOSITION));
}

/* The nouns that end right before a token: "the harbour police" before "fired". */
static Run
naming_before (PlxMember *member,
               guint      end)
{
  Run run = { end, end };

  while (run.first > 0 && end - run.first < MOST_NAMING && is_naming (member, run.first - 1))
    run.first--;

  return run;
}

/* The nouns that begin behind a token, with an article or a preposition between. */
static Run
naming_after (PlxMember *member,
              guint      from)
{
  Run run;

  if (plx_tokens_among (member->tokens, from, LINKS))
    from++;
  while (plx_tokens_use (member->tokens, from, PLX_LEX (DETERMINER)))
    from++;
  run = (Run) { from, from };
  while (run.past - from < MOST_NAMING && is_naming (member, run.past))
    run.past++;

  return run;
}

/* Where the helping verbs before a verb begin; @is_passive gets whether they make it passive. */
static guint
helpers_before (PlxMember *member,
                guint      verb,
                gboolean  *is_passive)
{
  guint i = verb;

  *is_passive = FALSE;
  while (i > 0 && verb - i < BE_REACH &&
         (plx_tokens_use (member->tokens, i - 1, PLX_LEX (AUXILIARY) | PLX_LEX (ADVERB)) ||
          plx_tokens_among (member->tokens, i - 1, "not never") ||
          g_str_has_suffix (plx_tokens_word (member->tokens, i - 1), "ly")))
    {
      i--;
      *is_passive |= plx_tokens_among (member->tokens, i, BE);
    }

  return i;
}

static guint
find_by (PlxMember *member,
         guint      verb)
{
  for (guint i = verb + 1; i < member->tokens->len && i <= verb + BY_REACH; i++)
    {
      if (plx_tokens_among (member->tokens, i, "by"))
        return i;
      if (!plx_tokens_at (member->tokens, i)->is_word ||
          plx_tokens_use (member->tokens, i, PLX_LEX (CONJUNCTION)))
        break;
    }

  return 0;
}

static gboolean
read_act (PlxMember *member,
          guint      verb,
          Act       *act)
{
  PlxToken *token = plx_tokens_at (member->tokens, verb);
  gboolean is_past = g_str_has_suffix (token->folded, "ed") ||
                     plx_tokens_use (member->tokens, verb, PLX_LEX (PAST)) ||
                     plx_stem_is_irregular (token->folded);
  gboolean is_passive;
  guint first = helpers_before (member, verb, &is_passive);

  if (!token->is_content || token->is_capital || !is_past ||
      plx_tokens_use (member->tokens, verb, PLX_LEX (SAY) | PLX_LEX (SAY_THAT)))
    return FALSE;

  *act = (Act) { .verb = token->stem, .token = verb, .patient = naming_before (member, first) };
  if (is_passive)
    {
      guint by = find_by (member, verb);

      if (by == 0)
        return FALSE;
      act->agent = naming_after (member, by + 1);
    }
  else
    {
      act->agent = act->patient;
      act->patient = naming_after (member, verb + 1);
    }

  return act->agent.first < act->agent.past && act->patient.first < act->patient.past;
}

static GArray *
find_acts (PlxMember *member)
{
  GArray *acts = g_array_new (FALSE, FALSE, sizeof (Act));

  for (guint i = 0; i < member->tokens->len; i++)
    {
      Act act;

      if (read_act (member, i, &act))
        g_array_append_val (acts, act);
    }

  return acts;
}

static PlxSetting
setting_of (PlxMember *member,
            Run        run)
{
  return (PlxSetting) { plx_tokens_at (member->tokens, run.first)->start,
                        plx_tokens_at (member->tokens, run.past - 1)->end, 0, 0, FALSE };
}

static guint
n_shared (PlxMember *a,
          Run        in_a,
          PlxMember *b,
          Run        in_b)
{
  PlxSetting setting_a = setting_of (a, in_a), setting_b = setting_of (b, in_b);
  PlxShare share = plx_settings_share (a, &setting_a, b, &setting_b);

  return share.words + share.names;
}

static gboolean
are_swapped (PlxWeave  *weave,
             PlxMember *a,
             const Act *act_a,
             PlxMember *b,
             const Act *act_b)
{
  return act_a->verb == act_b->verb && n_shared (a, act_a->agent, b, act_b->patient) > 0 &&
         n_shared (a, act_a->patient, b, act_b->agent) > 0 &&
         n_shared (a, act_a->agent, b, act_b->agent) == 0 &&
         n_shared (a, act_a->patient, b, act_b->patient) == 0;
}

/* The one name in some words, where there is just one. */
static const PlxMentionSpan *
name_in (PlxMember *member,
         Run        run)
{
  PlxSetting setting = setting_of (member, run);
  GArray *mentions = member->annotation->mentions;
  const PlxMentionSpan *found = NULL;

  for (guint i = plx_annotation_first_mention (member->annotation, member->offset + setting.start);
       i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->end > member->offset + setting.end)
        break;
      if (mention->entity == PLX_NONE)
        continue;
      if (found != NULL)
        return NULL;
      found = mention;
    }

  return found;
}

static gboolean
names_entity (PlxMember *member,
              guint32    entity)
{
  GArray *mentions = member->annotation->mentions;

  for (guint i = plx_annotation_first_mention (member->annotation, member->offset);
       i < mentions->len &&
       g_array_index (mentions, PlxMentionSpan, i).sentence == member->ref.sentence; i++)
    {
      if (g_array_index (mentions, PlxMentionSpan, i).entity == entity)
        return TRUE;
    }

  return FALSE;
}

/* "called the vote “a farce”" */
static gboolean
is_saying (PlxMember *member,
           const Act *act)
{
  return member->node->quotes->len > 0 &&
         plx_tokens_use (member->tokens, act->token, PLX_LEX (CALL) | PLX_LEX (UTTER));
}

static gboolean
find_place (PlxMember    *member,
            Run           run,
            PlxWordPlace *place)
{
  const char *word = plx_tokens_word (member->tokens, run.past - 1);

  return plx_word_place (plx_word_hash (word, strlen (word)), place);
}

/* "The army" and "a company" are two, "the police" and "officers" may not be: how the two words
 * are used tells. */
static gboolean
are_other_nouns (PlxMember *a,
                 const Act *act_a,
                 PlxMember *b,
                 const Act *act_b)
{
  PlxWordPlace place_a = { 0 }, place_b = { 0 };

  return find_place (a, act_a->agent, &place_a) && find_place (b, act_b->agent, &place_b) &&
         plx_word_places_cosine (&place_a, &place_b) < OTHER_NOUN;
}

/* The same is done to the same, and by somebody else, which a name tells or two nouns that have
 * nothing in common, since one body has many words for it. */
static gboolean
are_others (PlxWeave  *weave,
            PlxMember *a,
            const Act *act_a,
            PlxMember *b,
            const Act *act_b)
{
  const PlxMentionSpan *name_a, *name_b;
  const PlxEntityRecord *entity_a, *entity_b;

  if (act_a->verb != act_b->verb || is_saying (a, act_a) || is_saying (b, act_b) ||
      n_shared (a, act_a->patient, b, act_b->patient) == 0 ||
      n_shared (a, act_a->agent, b, act_b->agent) > 0)
    return FALSE;
  name_a = name_in (a, act_a->agent);
  name_b = name_in (b, act_b->agent);
  if (name_a == NULL && name_b == NULL)
    return are_other_nouns (a, act_a, b, act_b) && plx_member_opposes (a, b);
  if (name_a == NULL || name_b == NULL || names_entity (a, name_b->entity) ||
      names_entity (b, name_a->entity))
    return FALSE;
  entity_a = g_ptr_array_index (weave->entities, name_a->entity);
  entity_b = g_ptr_array_index (weave->entities, name_b->entity);

  if (plx_names_overlap (entity_a->name, entity_b->name))
    return FALSE;

  return (entity_a->country == NULL || g_strcmp0 (entity_a->country, entity_b->country) != 0 ||
          (entity_a->kind == PLX_KIND_PERSON && entity_b->kind == PLX_KIND_PERSON)) &&
         plx_member_opposes (a, b);
}

typedef struct
{
  const char *rule;
  const char *about;
  gboolean  (*differ) (PlxWeave *weave, PlxMember *a, const Act *act_a, PlxMember *b,
                       const Act *act_b);
} Rule;

static const Rule rules[] = {
  { PLX_RULE_ACTOR_SWAPPED, "who did it to whom: ", are_swapped },
  { PLX_RULE_ACTOR_OTHER, "who did it: ", are_others },
};

/* From who does it to whom it is done, in the order of the sentence. */
static char *
in_words (PlxMember *member,
          const Act *act)
{
  guint first = MIN (act->agent.first, act->patient.first);
  guint past = MAX (act->agent.past, act->patient.past);

  return plx_member_dup_words (member, plx_tokens_at (member->tokens, first)->start,
                               plx_tokens_at (member->tokens, past - 1)->end);
}

/* What a member says that does the same as one of two acts. */
static char *
say (PlxMember *member,
     GArray    *acts,
     PlxMember *other,
     const Act *act)
{
  for (guint i = 0; i < acts->len; i++)
    {
      const Act *own = &g_array_index (acts, Act, i);

      if (own->verb == act->verb &&
          n_shared (member, own->agent, other, act->agent) +
          n_shared (member, own->patient, other, act->patient) > 0)
        return in_words (member, own);
    }

  return NULL;
}

static void
add (PlxClaimRecord *claim,
     GArray         *members,
     GPtrArray      *acts,
     const Rule     *rule,
     guint           i,
     const Act      *a,
     guint           j,
     const Act      *b)
{
  g_autofree char **says = g_new0 (char *, members->len);
  PlxMember *member = plx_members_at (members, i);
  PlxToken *verb = plx_tokens_at (member->tokens, a->token);
  g_autofree char *word = plx_member_dup_words (member, verb->start, verb->end);

  for (guint k = 0; k < members->len; k++)
    {
      if (k == i || k == j)
        says[k] = in_words (plx_members_at (members, k), k == i ? a : b);
      else
        says[k] = say (plx_members_at (members, k), g_ptr_array_index (acts, k), member, a);
    }
  plx_claim_add_difference (claim, rule->rule, g_strconcat (rule->about, word, NULL), members,
                            says);
  for (guint k = 0; k < members->len; k++)
    g_free (says[k]);
}

static gboolean
find_between (PlxWeave       *weave,
              PlxClaimRecord *claim,
              GArray         *members,
              GPtrArray      *acts,
              const Rule     *rule,
              guint           i,
              guint           j)
{
  GArray *of_i = g_ptr_array_index (acts, i), *of_j = g_ptr_array_index (acts, j);
  PlxMember *a = plx_members_at (members, i), *b = plx_members_at (members, j);

  for (guint x = 0; a->ref.article != b->ref.article && x < of_i->len; x++)
    {
      for (guint y = 0; y < of_j->len; y++)
        {
          const Act *act_a = &g_array_index (of_i, Act, x), *act_b = &g_array_index (of_j, Act, y);

          if (rule->differ (weave, a, act_a, b, act_b))
            {
              add (claim, members, acts, rule, i, act_a, j, act_b);
              return TRUE;
            }
        }
    }

  return FALSE;
}

static void
find_rule (PlxWeave       *weave,
           PlxClaimRecord *claim,
           GArray         *members,
           GPtrArray      *acts,
           const Rule     *rule)
{
  for (guint i = 0; i < plx_members_bound (members); i++)
    {
      for (guint j = i + 1; j < plx_members_bound (members); j++)
        {
          if (find_between (weave, claim, members, acts, rule, i, j))
            return;
        }
    }
}

/**
 * plx_differences_find_actors:
 * @weave: the sentences of a story
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds where who does something and to whom it is done is the other way round, whether the verb
 * is active or passive, and where the same is done to the same by another one with a name.
 */
void
plx_differences_find_actors (PlxWeave       *weave,
                             PlxClaimRecord *claim,
                             GArray         *members)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (acts, find_acts (plx_members_at (members, i)));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    find_rule (weave, claim, members, acts, &rules[i]);
}
