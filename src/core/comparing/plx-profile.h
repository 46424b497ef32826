/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxProfile:
 * @n_members: how many texts are in it
 * @n_columns: how many columns
 * @members: which text each is
 * @cells: by column and member, the place of a word in the text, or `PLX_NONE`
 * @first: by column, the first of its words in @ids; one more at the end
 * @ids: the different words of each column, those that most have first
 * @counts: how many texts have each
 *
 * Some texts, laid beside each other.
 */
typedef struct
{
  guint32  n_members;
  guint32  n_columns;
  guint32 *members;
  guint32 *cells;
  guint32 *first;
  guint32 *ids;
  guint32 *counts;
} PlxProfile;

/**
 * PlxProfileWords:
 * @texts: (element-type GArray): by text, its words as numbers, `guint32`
 * @copies: by text, how many witnesses have it
 * @n_ids: how many words there are
 * @weights: by word, how much it tells; a mark has the least
 * @is_mark: by word, whether it is a mark
 *
 * What profiles are made of.
 */
typedef struct
{
  GPtrArray *texts;
  guint32   *copies;
  guint32    n_ids;
  guint32   *weights;
  guint8    *is_mark;
} PlxProfileWords;

/**
 * PlxProfileStep:
 * @a: a column of one profile, or `PLX_NONE`
 * @b: a column of the other, or `PLX_NONE`
 *
 * A column of two profiles together.
 */
typedef struct
{
  guint32 a;
  guint32 b;
} PlxProfileStep;

PlxProfile *plx_profile_new   (const PlxProfileWords *words,
                               guint32                text);
PlxProfile *plx_profile_merge (const PlxProfileWords *words,
                               const PlxProfile      *a,
                               const PlxProfile      *b,
                               GCancellable          *cancellable);
void        plx_profile_free  (PlxProfile            *self);

gboolean    plx_profile_align (const PlxProfileWords *words,
                               const PlxProfile      *a,
                               const PlxProfile      *b,
                               GArray                *steps,
                               GCancellable          *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProfile, plx_profile_free)

G_END_DECLS
