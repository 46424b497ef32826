/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

/**
 * PlxShape:
 * @n_words: words
 * @n_capital: words that start with a capital letter
 * @n_upper: letters in capitals
 * @n_letters: letters
 * @ends_sentence: whether it ends as a sentence does
 * @starts_lower: whether its first letter is a small one
 * @first_person: how often it says we, us or our outside quotation marks
 * @second_person: how often it says you or your outside quotation marks
 * @n_stops: sentence ends in it, the last one included
 *
 * What the form of a block tells without knowing its words.
 */
typedef struct
{
  guint    n_words;
  guint    n_capital;
  guint    n_upper;
  guint    n_letters;
  gboolean ends_sentence;
  gboolean starts_lower;
  guint    first_person;
  guint    second_person;
  guint    n_stops;
} PlxShape;

/**
 * PlxDraft:
 * @text: the block's text
 * @role: what it is taken for
 * @reason: why it is cut, or `PLX_CUT_NONE`
 * @settled: whether @role and @reason are final
 * @gap: whether a blank line stands before it
 * @shape: its form
 * @place: (nullable): where it stood in its page or file
 *
 * A block on its way into a document, whose role is still being found.
 */
typedef struct
{
  char         *text;
  PlxRole       role;
  PlxCutReason  reason;
  gboolean      settled;
  gboolean      gap;
  PlxShape      shape;
  char         *place;
} PlxDraft;

PlxDraft *plx_draft_new       (const char   *text,
                               gssize        length);
void      plx_draft_free      (PlxDraft     *self);
void      plx_draft_settle    (PlxDraft     *self,
                               PlxRole       role,
                               PlxCutReason  reason);
gboolean  plx_draft_is_cut    (PlxDraft     *self);
gboolean  plx_draft_is_prose  (PlxDraft     *self);
gboolean  plx_draft_is_capitals (PlxDraft   *self);
gboolean  plx_draft_is_title_case (PlxDraft *self);

void      plx_shape_measure   (PlxShape     *self,
                               const char   *text);

char     *plx_text_squash     (const char   *text,
                               gssize        length);
gboolean  plx_text_contains   (const char   *text,
                               const char   *part);
gsize     plx_text_span       (const char   *text,
                               const char   *characters);
gsize     plx_text_span_not   (const char   *text,
                               const char   *characters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDraft, plx_draft_free)

G_END_DECLS
