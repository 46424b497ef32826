/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-wording.h"

G_BEGIN_DECLS

/**
 * PlxChangeKind:
 * @PLX_CHANGE_ADDED: the other sentence has words that the base has not
 * @PLX_CHANGE_LEFT_OUT: the base has words that the other has not
 * @PLX_CHANGE_EXCHANGED: both have words of their own there
 * @PLX_CHANGE_MOVED_HERE: words that the base has elsewhere
 * @PLX_CHANGE_MOVED_AWAY: words of the base that the other has elsewhere
 *
 * What the other sentence does with the base.
 */
typedef enum
{
  PLX_CHANGE_ADDED,
  PLX_CHANGE_LEFT_OUT,
  PLX_CHANGE_EXCHANGED,
  PLX_CHANGE_MOVED_HERE,
  PLX_CHANGE_MOVED_AWAY,
} PlxChangeKind;

/**
 * PlxChangeSide:
 * @PLX_CHANGE_BASE: the sentence that is compared with
 * @PLX_CHANGE_OTHER: the one that is compared
 */
typedef enum
{
  PLX_CHANGE_BASE,
  PLX_CHANGE_OTHER,
  PLX_CHANGE_N_SIDES,
} PlxChangeSide;

/**
 * PlxChange:
 * @kind: what happens
 * @first: the first word of either side, by its place in [struct@Changes]
 * @end: the word after the last; as @first where a side has none
 * @tells: whether more than little words are concerned
 */
typedef struct
{
  PlxChangeKind kind;
  guint         first[PLX_CHANGE_N_SIDES];
  guint         end[PLX_CHANGE_N_SIDES];
  gboolean      tells;
} PlxChange;

/**
 * PlxChangeWord:
 * @start: first byte in its sentence
 * @end: the byte after the last
 * @key: hash of what it is compared by
 * @differs: whether the other sentence lacks it there
 * @is_shared: whether it differs only because of what it belongs to: of nineteen passengers and
 *   twenty, the passengers
 * @tells: whether it means something by itself
 *
 * A word without the marks around it; a possessive is one with its ending.
 */
typedef struct
{
  guint32  start;
  guint32  end;
  guint32  key;
  gboolean differs;
  gboolean is_shared;
  gboolean tells;
} PlxChangeWord;

/**
 * PlxChanges:
 * @words: (array fixed-size=2) (element-type PlxChangeWord): the words of either side
 * @changes: (element-type PlxChange): in their order
 * @is_near: whether the two are wordings of one sentence: of one of them, at least half of what
 *   tells something stands in the other too. Otherwise a reader tells them apart at once, and
 *   single words say nothing
 *
 * What one sentence does with another, word by word.
 */
typedef struct
{
  GArray   *words[PLX_CHANGE_N_SIDES];
  GArray   *changes;
  gboolean  is_near;
} PlxChanges;

PlxChanges *plx_changes_new   (const PlxWording *base,
                               const PlxWording *other);
void        plx_changes_free  (PlxChanges       *self);
PlxChange  *plx_changes_at    (const PlxChanges *self,
                               guint             i);
void        plx_changes_range (const PlxChanges *self,
                               const PlxChange  *change,
                               PlxChangeSide     side,
                               guint32          *start,
                               guint32          *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxChanges, plx_changes_free)

G_END_DECLS
