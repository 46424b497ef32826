/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word longer than this is no name; its keys are those of its beginning. */
#define PLX_SPELLING_LONGEST 40

/**
 * PlxAlike:
 * @PLX_ALIKE_NOT: they are two words
 * @PLX_ALIKE_MAYBE: they may be one: the same consonants in the same order
 * @PLX_ALIKE_SAME: they are one word, or two ways to write it in our letters
 *
 * How alike two words of names are.
 */
typedef enum
{
  PLX_ALIKE_NOT,
  PLX_ALIKE_MAYBE,
  PLX_ALIKE_SAME,
} PlxAlike;

char     *plx_spelling_fold          (const char *name);
gboolean  plx_spelling_is_foreign    (const char *name);
char     *plx_spelling_latinize      (const char *name);
void      plx_spelling_make_key      (const char *word,
                                      char        key[PLX_SPELLING_LONGEST + 1]);
void      plx_spelling_make_skeleton (const char *word,
                                      char        skeleton[PLX_SPELLING_LONGEST + 1]);
PlxAlike  plx_spelling_compare       (const char *a,
                                      const char *b);

G_END_DECLS
