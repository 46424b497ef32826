/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-called"

#include "config.h"

#include <string.h>

#include "comparing/plx-differing.h"

/* How far "as" may stand behind its verb, and how many words a name for something has. */
#define AS_REACH 8
#define MOST_WORDS 6

#define OPENING "“ \" ‘"
#define CLOSING "” \" ’"
#define MORE_VERBS "branded brands denounced denounces condemned condemns hailed hails praised " \
                   "praises slammed derided derides characterised characterized portrayed cast"

/* Tokens of a sentence that call something by a name: “dismissed the affair as ‘hysteria’”. */
typedef struct
{
  guint    verb;
  guint    first;
  guint    past;      /* 0 where there are none */
  gboolean is_quoted;
} Calling;

static gboolean
is_calling_verb (PlxMember *member,
                 guint      i)
{
  return plx_tokens_use (member->tokens, i, PLX_LEX (CALL)) ||
         plx_tokens_among (member->tokens, i, MORE_VERBS);
}

/* The name from a token on: what stands between quotation marks, or the words up to the next mark
 * or small word. */
static void
read_name (PlxMember *member,
           guint      at,
           Calling   *calling)
{
  guint i;

  while (plx_tokens_among (member->tokens, at, "a an the"))
    at++;
  calling->is_quoted = plx_tokens_among (member->tokens, at, OPENING);
  if (calling->is_quoted)
    at++;
  for (i = at; i < member->tokens->len && i - at <= MOST_WORDS; i++)
    {
      if (calling->is_quoted ? plx_tokens_among (member->tokens, i, CLOSING)
                             : !plx_tokens_at (member->tokens, i)->is_content)
        break;
    }
  if (i == at || i - at > MOST_WORDS)
    return;
  calling->first = at;
  calling->past = i;
}

/* "described it as": the verb, and within a few words the "as". */
static Calling
find_calling (PlxMember *member)
{
  Calling calling = { 0 };

  for (guint i = 1; i < member->tokens->len && calling.past == 0; i++)
    {
      if (!is_calling_verb (member, i))
        continue;
      for (guint k = i + 1; k < member->tokens->len && k <= i + AS_REACH; k++)
        {
          if (plx_tokens_among (member->tokens, k, ", ; : . –"))
            break;
          if (!plx_tokens_among (member->tokens, k, "as"))
            continue;
          calling.verb = i;
          read_name (member, k + 1, &calling);
          break;
        }
    }

  return calling;
}

/* Whether both are of the same one: what stands before the verbs names it. */
static gboolean
are_of_one (PlxMember     *a,
            const Calling *in_a,
            PlxMember     *b,
            const Calling *in_b)
{
  PlxSetting before_a = { 0, plx_tokens_at (a->tokens, in_a->verb)->start, 0, 0, FALSE };
  PlxSetting before_b = { 0, plx_tokens_at (b->tokens, in_b->verb)->start, 0, 0, FALSE };
  PlxShare share = plx_settings_share (a, &before_a, b, &before_b);

  return share.names > 0 && 2 * (share.words + share.names) >= MIN (share.of_a, share.of_b);
}

static gboolean
share_word (PlxMember     *a,
            const Calling *in_a,
            PlxMember     *b,
            const Calling *in_b)
{
  for (guint i = in_a->first; i < in_a->past; i++)
    {
      for (guint k = in_b->first; k < in_b->past; k++)
        {
          if (plx_tokens_at (a->tokens, i)->stem == plx_tokens_at (b->tokens, k)->stem &&
              plx_tokens_at (a->tokens, i)->is_content)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
differ (PlxMember     *a,
        const Calling *in_a,
        PlxMember     *b,
        const Calling *in_b)
{
  return in_a->past > 0 && in_b->past > 0 && (in_a->is_quoted || in_b->is_quoted) &&
         a->ref.article != b->ref.article && !share_word (a, in_a, b, in_b) &&
         are_of_one (a, in_a, b, in_b) && plx_member_may_oppose (a, b);
}

static void
add (PlxClaimRecord *claim,
     GArray         *members,
     const Calling  *callings)
{
  g_autofree char **says = g_new0 (char *, members->len);

  for (guint i = 0; i < plx_members_bound (members); i++)
    {
      PlxMember *member = plx_members_at (members, i);

      if (callings[i].past > 0)
        says[i] = plx_member_dup_words (member,
                                        plx_tokens_at (member->tokens, callings[i].first)->start,
                                        plx_tokens_at (member->tokens, callings[i].past - 1)->end);
    }
  plx_claim_add_difference (claim, PLX_RULE_QUOTE_CALLED, g_strdup ("what it is called"), members,
                            says);
  for (guint i = 0; i < members->len; i++)
    g_free (says[i]);
}

/**
 * plx_differences_find_called:
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds where the same one is quoted to have called something by other words: a quotation of a
 * word or two, which is too short to be held against another one word by word.
 */
void
plx_differences_find_called (PlxClaimRecord *claim,
                             GArray         *members)
{
  guint n = plx_members_bound (members);
  g_autofree Calling *callings = g_new (Calling, n);

  for (guint i = 0; i < n; i++)
    callings[i] = find_calling (plx_members_at (members, i));

  for (guint i = 0; i < n; i++)
    {
      for (guint k = i + 1; k < n; k++)
        {
          if (differ (plx_members_at (members, i), &callings[i], plx_members_at (members, k),
                      &callings[k]))
            {
              add (claim, members, callings);
              return;
            }
        }
    }
}
