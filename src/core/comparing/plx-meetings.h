/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"

G_BEGIN_DECLS

/**
 * PlxMeetings:
 *
 * Which sentences of a story are held against each other: those that share telling words.
 *
 * In a story of many articles, a sentence that very many others may report too is held only against
 * those of the articles next to its own, in the order of the articles, which depends on nothing
 * but what they say and has nothing to do with what they are about. So every article's sentences
 * meet those of a fair sample of the others, the same for each run, and the work grows with the
 * story and not with its square. It meets besides, wherever they stand, the few with which it
 * shares most, and which share most with it. A sentence that few may report meets all of them.
 */
typedef struct _PlxMeetings PlxMeetings;

/**
 * PlxMeetingPairs:
 * @sampled: how many of them belong to the sample, and have been looked at
 * @all: how many there are altogether
 *
 * Pairs of sentences of two articles.
 */
typedef struct
{
  guint sampled;
  guint all;
} PlxMeetingPairs;

PlxMeetings *plx_meetings_new          (PlxWeave     *weave,
                                        GCancellable *cancellable);
PlxMeetings *plx_meetings_ref          (PlxMeetings  *self);
void         plx_meetings_unref        (PlxMeetings  *self);
void         plx_meetings_find         (PlxMeetings  *self,
                                        guint         node,
                                        GArray       *others);
gboolean     plx_meetings_is_sampled   (PlxMeetings  *self,
                                        guint         a,
                                        guint         b);
PlxMeetingPairs
             plx_meetings_count_pairs  (PlxMeetings  *self,
                                        GArray       *a,
                                        GArray       *b);
guint        plx_meetings_count_thirds (PlxMeetings  *self,
                                        guint         a,
                                        guint         b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMeetings, plx_meetings_unref)

G_END_DECLS
