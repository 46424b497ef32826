/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-stem.h"

G_BEGIN_DECLS

/**
 * PlxAlone:
 * @PLX_ALONE_NEVER: what follows counts: "attends the summit"
 * @PLX_ALONE_AHEAD: of what is to come it does not: who "will stay until May" will not leave
 * @PLX_ALONE_ALWAYS: it never does: what "goes ahead on Monday" is not cancelled
 *
 * When a verb and its opposite can't both be told of the same one.
 */
typedef enum
{
  PLX_ALONE_NEVER,
  PLX_ALONE_AHEAD,
  PLX_ALONE_ALWAYS,
} PlxAlone;

/**
 * PlxPredicate:
 * @hash: the same for all forms of a verb, for verbs that mean the same, and for their opposites
 * @is_against: whether it is one of those that mean the opposite
 * @alone: when the verb says it all, whatever follows
 *
 * What a verb says, so far as another verb may say the same or the opposite.
 */
typedef struct
{
  guint32  hash;
  gboolean is_against;
  PlxAlone alone;
} PlxPredicate;

gboolean     plx_predicate_read         (GArray     *tokens,
                                         guint       token,
                                         char        stem[PLX_STEM_MAX]);
PlxPredicate plx_predicate_find         (const char *stem);
gboolean     plx_predicate_has_opposite (const char *stem);
gboolean     plx_predicate_is_among     (const char *words,
                                         const char *stem);

G_END_DECLS
