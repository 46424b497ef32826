/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-differing.h"
#include "comparing/plx-predicates.h"

G_BEGIN_DECLS

/**
 * PlxAssertion:
 * @token: the word that is said of somebody: a verb, or a noun or adjective after a form of "be"
 * @last: the same, or the second word of "step down"
 * @first: the first of the words that go with it: helping verbs, "not", "reportedly"
 * @predicate: the same for the forms of a word, and for words that say the opposite
 * @denied: whether it is said not to be so
 * @hedged: whether it is said with a reserve
 * @planned: whether it is said to be still to come
 * @present: whether it is said of what is so at all times
 * @opposite: whether the word is one that means the opposite, so that @denied is turned round
 * @passive: whether it is told of whom it is done to
 * @possible: whether it is only said that it can be, or could have been
 * @by_nobody: whether it is denied by a "nobody", so that others may be told of elsewhere
 * @ongoing: whether it is said to be on its way: "is leaving"
 * @turned: whether somebody is told to hold what others are told to find there
 * @alone: when the word says it all, whatever follows
 *
 * What a sentence says of somebody.
 */
typedef struct
{
  guint    token;
  guint    last;
  guint    first;
  guint32  predicate;
  gboolean denied;
  gboolean hedged;
  gboolean planned;
  gboolean present;
  gboolean opposite;
  gboolean passive;
  gboolean possible;
  gboolean by_nobody;
  gboolean ongoing;
  gboolean turned;
  PlxAlone alone;
} PlxAssertion;

GArray  *plx_assertions_find (PlxMember          *member);
gboolean plx_assertions_exclude (const PlxAssertion *a,
                                 const PlxAssertion *b);
gboolean plx_assertions_meet (PlxMember          *a,
                              const PlxAssertion *in_a,
                              PlxMember          *b,
                              const PlxAssertion *in_b);
gboolean plx_members_assert_the_same (PlxMember *a,
                                      PlxMember *b,
                                      gboolean   is_main_only);

G_END_DECLS
