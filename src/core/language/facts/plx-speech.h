/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexemes.h"

G_BEGIN_DECLS

/**
 * PlxSourceKind:
 * @PLX_SOURCE_NAMED: somebody or something with a name: "Bloomberg", "the Kremlin"
 * @PLX_SOURCE_DESCRIBED: by a role, and without a name: "two officials familiar with the matter"
 * @PLX_SOURCE_POINTER: a word that points back: "he"
 * @PLX_SOURCE_HEARSAY: nobody: "reportedly", "it was reported"
 *
 * How the one who says something is named.
 */
typedef enum
{
  PLX_SOURCE_NAMED,
  PLX_SOURCE_DESCRIBED,
  PLX_SOURCE_POINTER,
  PLX_SOURCE_HEARSAY,
} PlxSourceKind;

/**
 * PlxSpeaker:
 * @first: the first lexeme of the words that name who speaks
 * @past: the lexeme after the last
 * @from: the first lexeme of all that stands for who speaks: with what is told of them
 * @kind: how they are named
 *
 * Who says something, in lexemes.
 */
typedef struct
{
  guint         first;
  guint         past;
  guint         from;
  PlxSourceKind kind;
} PlxSpeaker;

gboolean plx_speech_read_before  (const PlxLexemes *lexemes,
                                  guint             verb,
                                  PlxSpeaker       *speaker);
gboolean plx_speech_read_after   (const PlxLexemes *lexemes,
                                  guint             at,
                                  PlxSpeaker       *speaker);
gboolean plx_speech_is_verb      (const PlxLexemes *lexemes,
                                  guint             at,
                                  guint64           uses);
guint32  plx_speech_find_mention (const PlxLexemes *lexemes,
                                  const PlxSpeaker *speaker,
                                  GArray           *mentions);

G_END_DECLS
