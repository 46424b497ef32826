/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-standings"

#include "config.h"

#include "comparing/plx-differing.h"
#include "countries/plx-countries.h"
#include "countries/plx-relations.h"

static const PlxStanding *
find_standing (PlxMember         *member,
               const PlxStanding *like)
{
  for (guint i = 0; i < member->node->standings->len; i++)
    {
      const PlxStanding *standing = &g_array_index (member->node->standings, PlxStanding, i);

      if (standing->relation == like->relation && standing->country == like->country)
        return standing;
    }

  return NULL;
}

static char *
in_words (const PlxStanding *standing)
{
  switch (standing->says)
    {
    case PLX_SAYS_COUNT:
      return g_strdup_printf ("%u members", standing->count);

    case PLX_SAYS_MEMBER:
      return g_strdup ("a member");

    case PLX_SAYS_NON_MEMBER:
      return g_strdup ("not a member");

    case PLX_SAYS_SIGNATORY:
      return g_strdup ("has signed and not ratified");

    case PLX_SAYS_WITHDRAWN:
      return g_strdup ("has left");

    case PLX_SAYS_SUSPENDED:
      return g_strdup ("suspended");

    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
name_difference (const PlxStanding *standing)
{
  const PlxRelationInfo *relation = plx_relation_lookup (standing->relation);
  const PlxCountryInfo *country = NULL;

  if (standing->country == NULL)
    return g_strdup_printf ("how many members: %s", relation->short_title);

  country = plx_country_lookup (standing->country);

  return g_strdup_printf ("how %s stands: %s", country != NULL ? country->name : standing->country,
                          relation->short_title);
}

/* Whether two articles say differently how a country stands. */
static gboolean
collect (GArray             *members,
         const PlxStanding  *like,
         char              **says)
{
  gboolean any = FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      PlxMember *a = &g_array_index (members, PlxMember, i);
      const PlxStanding *standing = find_standing (a, like);

      if (standing == NULL)
        continue;
      says[i] = in_words (standing);
      for (guint j = 0; j < i; j++)
        any |= says[j] != NULL && !g_str_equal (says[i], says[j]) &&
               g_array_index (members, PlxMember, j).ref.article != a->ref.article;
    }

  return any;
}

static gboolean
is_first (GArray            *members,
          guint              member,
          const PlxStanding *standing)
{
  for (guint i = 0; i < member; i++)
    {
      if (find_standing (&g_array_index (members, PlxMember, i), standing) != NULL)
        return FALSE;
    }

  return find_standing (&g_array_index (members, PlxMember, member), standing) == standing;
}

/**
 * plx_differences_find_standings:
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds countries of which the articles say differently how they stand to a treaty, and numbers
 * of its members.
 */
void
plx_differences_find_standings (PlxClaimRecord *claim,
                                GArray         *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      GArray *standings = g_array_index (members, PlxMember, i).node->standings;

      for (guint j = 0; j < standings->len; j++)
        {
          const PlxStanding *standing = &g_array_index (standings, PlxStanding, j);
          g_autofree char **says = NULL;

          /* Each country is gone through once, where it comes first. */
          if (!is_first (members, i, standing))
            continue;
          says = g_new0 (char *, members->len);
          if (collect (members, standing, says))
            plx_claim_add_difference (claim, standing->says == PLX_SAYS_COUNT
                                      ? PLX_RULE_NUMBER_PARTIES : PLX_RULE_STANDING,
                                      name_difference (standing), members, says);
          for (guint k = 0; k < members->len; k++)
            g_free (says[k]);
        }
    }
}
