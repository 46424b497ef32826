/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparing/plx-word-text.h"

G_BEGIN_DECLS

/**
 * PlxCollationMove:
 * @a: a witness
 * @first_a: its first word of the phrase
 * @b: another witness
 * @first_b: its first word of the phrase
 * @n_words: how many words the phrase has
 *
 * A phrase that two witnesses have in different places.
 */
typedef struct
{
  guint32 a;
  guint32 first_a;
  guint32 b;
  guint32 first_b;
  guint32 n_words;
} PlxCollationMove;

/**
 * PlxCollation:
 * @n_witnesses: how many texts were laid beside each other
 * @n_columns: how many columns they have together
 * @words: (element-type GArray): by witness, its words and marks as `PlxWord`; bytes are counted
 *   from the start of the witness
 * @ids: (element-type GArray): by witness, which word each is, as `guint32`: the same words have
 *   the same number, whatever their case and the style of their marks
 * @cells: by column and witness, the place of a word in @words, or `PLX_NONE`
 * @moves: (element-type PlxCollationMove): phrases that stand elsewhere, in order
 *
 * Several texts word by word. A column holds of each text one word or none, and all words of a text
 * stand in its columns in their order. Words in one column are the same, or stand in the place of
 * each other. The columns are the same for any order of the texts.
 */
typedef struct
{
  guint32    n_witnesses;
  guint32    n_columns;
  GPtrArray *words;
  GPtrArray *ids;
  guint32   *cells;
  GArray    *moves;
} PlxCollation;

PlxCollation *plx_collation_new      (const PlxWordText  *witnesses,
                                      guint               n_witnesses,
                                      GCancellable       *cancellable,
                                      GError            **error);
void          plx_collation_free     (PlxCollation       *self);
guint32       plx_collation_get_word (PlxCollation       *self,
                                      guint32             column,
                                      guint32             witness);
guint32       plx_collation_get_id   (PlxCollation       *self,
                                      guint32             column,
                                      guint32             witness);
gboolean      plx_collation_agrees   (PlxCollation       *self,
                                      guint32             column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCollation, plx_collation_free)

G_END_DECLS
