/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparing/plx-corrections.h"
#include "comparing/plx-terms.h"
#include "model/plx-progress.h"

G_BEGIN_DECLS

/**
 * PlxStanding:
 * @country: (nullable): static ISO 3166-1 alpha-3 code, or `NULL` where it speaks of a number of
 *   countries
 * @relation: static id of the relation
 * @says: how the country stands
 * @count: the number of countries
 *
 * What a sentence says of how a country stands to a treaty.
 */
typedef struct
{
  const char *country;
  const char *relation;
  PlxSays     says;
  guint       count;
} PlxStanding;

/**
 * PlxNode:
 * @ref: where the sentence stands; the article by its place among @annotations of the weave
 * @terms: its telling words, weighed within the story
 * @origin: (nullable): whom it takes what it reports from
 * @voice: what kind of origin that is
 * @is_credited: whether that is only the agency of the whole article
 * @is_unnamed: whether somebody without a name says so
 * @is_attributed: whether it tells that somebody says so
 * @scope_start: first byte in @text of what is said so
 * @scope_end: the byte after its last
 * @cue_start: first byte in @text of the words that mark it, such as "said"
 * @cue_end: the byte after their last, or 0
 * @quotes: (element-type PlxQuoted): what it quotes
 * @standings: (element-type PlxStanding): what it says of how countries stand
 * @tokens: (element-type PlxToken): its words and marks
 * @facts: (element-type PlxFact): what in it can be said differently
 * @headline: how much it tells of what the headlines of the story tell, 0 to 1 or somewhat more
 * @text: the sentence
 * @place: where in its article it stands, 0 to 1
 *
 * A sentence while it is being compared.
 */
typedef struct
{
  PlxSentenceRef  ref;
  PlxTerms       *terms;
  char           *origin;
  PlxVoice        voice;
  gboolean        is_credited;
  gboolean        is_unnamed;
  gboolean        is_attributed;
  guint32         scope_start;
  guint32         scope_end;
  guint32         cue_start;
  guint32         cue_end;
  GArray         *quotes;
  GArray         *standings;
  GArray         *tokens;
  GArray         *facts;
  double          headline;
  char           *text;
  double          place;
} PlxNode;

/**
 * PlxWeave:
 * @annotations: (element-type PlxAnnotation): the articles, in an order that depends on nothing
 *   but what they say
 * @entities: (element-type PlxEntityRecord): what they name
 * @nodes: (element-type PlxNode): their sentences, by article and place
 * @said: (element-type PlxStated): what they say of how countries stand, by article and place
 * @vocabulary: of which words they are made
 * @progress: (nullable): who is told how far comparing is; whoever has one outlives the weave
 *
 * The sentences of a story while they are being compared.
 */
typedef struct
{
  GPtrArray     *annotations;
  GPtrArray     *entities;
  GPtrArray     *nodes;
  GArray        *said;
  PlxVocabulary *vocabulary;
  PlxProgress   *progress;
} PlxWeave;

/* How much of comparing is done when a stage of it begins: measured on a story of five hundred
 * articles, since of a small one nobody sees it. */
#define PLX_DONE_BEFORE_NAMES    0.23
#define PLX_DONE_BEFORE_WORDS    0.26
#define PLX_DONE_BEFORE_PAIRS    0.38
#define PLX_DONE_BEFORE_GROUPS   0.72
#define PLX_DONE_BEFORE_CLAIMS   0.85
#define PLX_DONE_BEFORE_CHECKS   0.98

PlxWeave  *plx_weave_new         (GPtrArray    *annotations,
                                  GPtrArray    *entities);
void       plx_weave_free        (PlxWeave     *self);
gboolean   plx_weave_takes       (PlxRole       role);
GPtrArray *plx_weave_find_claims (PlxWeave       *self,
                                  PlxCorrections *corrections,
                                  const guint    *given,
                                  GCancellable   *cancellable);
PlxNode   *plx_weave_get_node    (PlxWeave       *self,
                                  PlxSentenceRef  ref);
gboolean   plx_nodes_share_standing (const PlxNode *a,
                                     const PlxNode *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWeave, plx_weave_free)

G_END_DECLS
