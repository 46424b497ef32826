/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-attribution"

#include "config.h"

#include <string.h>

#include "comparing/plx-assertions.h"
#include "comparing/plx-differing.h"
#include "comparing/plx-origins.h"

/* From here on a sentence that names nobody says the very thing that the other one attributes. */
#define SAME 0.7

/* And from here on two outlets report the same news, whatever else each adds. */
#define REPORTED 0.8

/* So many telling words make what stands between marks a quotation. */
#define LEAST_QUOTED 2

#define UNNAMED "people who are not named"

static gboolean
has_name (PlxMember *member)
{
  return member->node->origin != NULL && !member->node->is_credited &&
         member->node->voice != PLX_VOICE_UNNAMED;
}

/* Whether a sentence states what it says as a fact, in nobody's words. */
static gboolean
states (PlxMember *member)
{
  return !member->node->is_attributed && !member->node->is_unnamed &&
         member->node->quotes->len == 0 && !has_name (member);
}

static char *
attribution_of (PlxMember *member)
{
  if (!has_name (member) && member->node->voice == PLX_VOICE_UNNAMED &&
      member->node->origin != NULL && !member->node->is_credited)
    return g_strdup_printf ("%s, not named", member->node->origin);
  if (!has_name (member))
    return member->node->is_unnamed ? g_strdup (UNNAMED) : NULL;

  if (member->node->is_unnamed)
    return g_strdup_printf ("%s, from %s", member->node->origin, UNNAMED);

  return g_strdup (member->node->origin);
}

/* Whether two origins are two: a person may be called by another first name elsewhere. */
static gboolean
are_others (const char *a,
            const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1), *folded_b = g_utf8_casefold (b, -1);
  const char *last_a = strrchr (folded_a, ' '), *last_b = strrchr (folded_b, ' ');

  if (last_a != NULL && last_b != NULL)
    return !g_str_equal (last_a, last_b);

  return strstr (folded_a, folded_b) == NULL && strstr (folded_b, folded_a) == NULL;
}

/* What somebody says and what somebody else says of the same topic are two things; only where
 * the words are largely the same it is one thing with two origins. */
static gboolean
say_the_same (PlxMember *a,
              PlxMember *b)
{
  PlxSetting all = { 0, G_MAXUINT32, 0, 0, FALSE };
  PlxShare share = plx_settings_share (a, &all, b, &all);
  guint shared = share.words + share.names, least = MIN (share.of_a, share.of_b);

  if (share.words == 0 || !plx_member_opposes (a, b))
    return FALSE;

  return share.words >= 3 ? 2 * shared >= least || (share.words >= 4 && 5 * shared >= 2 * least)
                          : shared >= 4 && 3 * shared >= least;
}

/* Whether a sentence names the origin of another one by its last name: then it is told there too,
 * on whatever way it came. */
static gboolean
names (PlxMember  *member,
       const char *origin)
{
  const char *last = strrchr (origin, ' ');

  return last != NULL && strstr (member->node->text, last + 1) != NULL;
}

/* Whether one at least has it from those whose trade it is, and none from a person, who may have
 * said several things. */
static gboolean
report (PlxMember *a,
        PlxMember *b)
{
  return (a->node->voice == PLX_VOICE_OUTLET || b->node->voice == PLX_VOICE_OUTLET) &&
         a->node->voice != PLX_VOICE_PERSON && b->node->voice != PLX_VOICE_PERSON &&
         plx_member_similarity (a, b) >= REPORTED;
}

/* Whether both quote, and none of the words that the other one does: then two things were said. A
 * title between marks is no quotation. */
static gboolean
quote_others (PlxMember *a,
              PlxMember *b)
{
  gboolean any = FALSE;

  for (guint i = 0; i < a->node->quotes->len; i++)
    {
      const PlxQuoted *x = &g_array_index (a->node->quotes, PlxQuoted, i);
      PlxSetting in_a = { x->start - a->offset, x->end - a->offset, 0, 0, FALSE };

      for (guint k = 0; k < b->node->quotes->len; k++)
        {
          const PlxQuoted *y = &g_array_index (b->node->quotes, PlxQuoted, k);
          PlxSetting in_b = { y->start - b->offset, y->end - b->offset, 0, 0, FALSE };
          PlxShare share = plx_settings_share (a, &in_a, b, &in_b);

          if (share.of_a < LEAST_QUOTED || share.of_b < LEAST_QUOTED)
            continue;
          if (share.words + share.names > 0)
            return FALSE;
          any = TRUE;
        }
    }

  return any;
}

static gboolean
name_others (PlxMember *a,
             PlxMember *b)
{
  return has_name (a) && has_name (b) && are_others (a->node->origin, b->node->origin) &&
         !quote_others (a, b) && !names (a, b->node->origin) && !names (b, a->node->origin) &&
         (report (a, b) || plx_members_assert_the_same (a, b, FALSE));
}

static gboolean
one_names (PlxMember *a,
           PlxMember *b)
{
  PlxMember *named = has_name (a) ? a : b, *other = has_name (a) ? b : a;

  return has_name (named) && !named->node->is_unnamed && !has_name (other) &&
         other->node->is_unnamed &&
         plx_members_assert_the_same (a, b, FALSE);
}

static gboolean
one_states (PlxMember *a,
            PlxMember *b)
{
  PlxMember *told = states (a) ? b : a, *stated = states (a) ? a : b;

  return states (stated) && told->node->is_attributed && told->node->quotes->len == 0 &&
         (has_name (told) || told->node->is_unnamed) &&
         !(stated->node->is_credited && told->node->origin != NULL &&
           !are_others (stated->node->origin, told->node->origin)) &&
         plx_member_similarity (a, b) >= SAME &&
         plx_members_assert_the_same (a, b, TRUE);
}

typedef struct
{
  const char *rule;
  gboolean  (*differ) (PlxMember *a, PlxMember *b);
} Rule;

/* The plainest first: a claim is told to differ in this once. */
static const Rule rules[] = {
  { PLX_RULE_ATTRIBUTION_OTHER, name_others },
  { PLX_RULE_ATTRIBUTION_UNNAMED, one_names },
  { PLX_RULE_ATTRIBUTION_NONE, one_states },
};

static gboolean
find_rule (GArray     *members,
           const Rule *rule)
{
  for (guint i = 0; i < plx_members_bound (members); i++)
    {
      for (guint j = 0; j < i; j++)
        {
          PlxMember *a = plx_members_at (members, i), *b = plx_members_at (members, j);

          if (a->ref.article != b->ref.article && rule->differ (a, b) && say_the_same (a, b))
            return TRUE;
        }
    }

  return FALSE;
}

static void
add (PlxClaimRecord *claim,
     GArray         *members,
     const char     *rule)
{
  g_autofree char **says = g_new0 (char *, members->len);

  for (guint i = 0; i < members->len; i++)
    {
      PlxMember *member = plx_members_at (members, i);

      says[i] = attribution_of (member);
      if (says[i] == NULL && states (member) && g_str_equal (rule, PLX_RULE_ATTRIBUTION_NONE))
        says[i] = g_strdup ("stated as a fact");
    }

  plx_claim_add_difference (claim, rule, g_strdup ("who says so"), members, says);
  for (guint i = 0; i < members->len; i++)
    g_free (says[i]);
}

/**
 * plx_differences_find_attribution:
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds where sentences that say the same have it from others, where one names who says so and
 * the other does not, and where one states as a fact what somebody says in the other.
 */
void
plx_differences_find_attribution (PlxClaimRecord *claim,
                                  GArray         *members)
{
  /* Who said the words that both quote is told already. */
  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);

      if (g_str_equal (difference->rule, PLX_RULE_QUOTE_SPEAKER))
        return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (find_rule (members, &rules[i]))
        {
          add (claim, members, rules[i].rule);
          return;
        }
    }
}
