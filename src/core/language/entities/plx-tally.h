/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-forms.h"

G_BEGIN_DECLS

/**
 * PlxTally:
 * @record: what it becomes
 * @surfaces: how often it has which name, as it is written
 * @kinds: as what it was found how often
 * @articles: in which articles it is named, by their places
 * @votes: what sentences say of its country
 * @place: its place among all entities, when they are sorted
 *
 * An entity while its mentions are counted.
 */
typedef struct
{
  PlxEntityRecord *record;
  GHashTable      *surfaces;
  guint            kinds[PLX_KIND_OTHER + 1];
  GHashTable      *articles;
  GPtrArray       *votes;
  guint            place;
} PlxTally;

PlxTally *plx_tally_new        (void);
void      plx_tally_free       (gpointer              data);
void      plx_tally_add        (PlxTally             *self,
                                const PlxMentionSpan *mention,
                                const char           *surface,
                                guint32               article);
void      plx_tally_add_title  (PlxTally             *self,
                                guint32               article);
void      plx_tally_vote       (PlxTally             *self,
                                const char           *country,
                                guint                 rank,
                                PlxSentenceRef        ref);
PlxKind   plx_tally_judge_kind (const PlxTally       *self,
                                const PlxNameForm    *form);
void      plx_tally_settle     (PlxTally             *self,
                                const PlxNameForm    *form);

G_END_DECLS
