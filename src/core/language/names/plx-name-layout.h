/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxNameClass:
 * @PLX_NAME_CLASS_OTHER: events, laws, peoples, works and what else has a name
 *
 * What the model tells apart. The rest is told by our tables and by the words of a name.
 */
typedef enum
{
  PLX_NAME_CLASS_PERSON,
  PLX_NAME_CLASS_ORGANIZATION,
  PLX_NAME_CLASS_PLACE,
  PLX_NAME_CLASS_OTHER,
} PlxNameClass;

/**
 * PlxNamePart:
 * @PLX_NAME_PART_ALONE: the whole of a name
 *
 * Which part of a name a token is.
 */
typedef enum
{
  PLX_NAME_PART_FIRST,
  PLX_NAME_PART_INNER,
  PLX_NAME_PART_LAST,
  PLX_NAME_PART_ALONE,
} PlxNamePart;

/* The labels of tokens: 0 is no name, then four parts for each class. */
#define PLX_NAME_N_CLASSES 4
#define PLX_NAME_N_LABELS (1 + 4 * PLX_NAME_N_CLASSES)
#define PLX_NAME_LABEL(klass, part) (1 + 4 * (klass) + (part))
#define PLX_NAME_LABEL_CLASS(label) (((label) - 1) / 4)
#define PLX_NAME_LABEL_PART(label) (((label) - 1) % 4)

/* Rows of labels are as wide as this, so that they can be worked through four at a time. */
#define PLX_NAME_LABEL_WIDTH 20

/* The size of the hidden layer, and of what is kept of each word. */
#define PLX_NAME_HIDDEN 64
#define PLX_NAME_DIMS 32

/* How many words on each side of a word are looked at. */
#define PLX_NAME_REACH 2
#define PLX_NAME_WINDOW (2 * PLX_NAME_REACH + 1)

/* Forms of a word, such as “capital inside a sentence” or “number”, by the case of the sentence. */
#define PLX_NAME_N_FORMS 24
#define PLX_NAME_FORM_DIMS 6

#define PLX_NAME_INPUTS (PLX_NAME_DIMS + PLX_NAME_FORM_DIMS)

/**
 * PlxNameDense:
 * @row_scale: what the numbers of a feature's row are multiplied by
 * @word_scale: the same for the numbers of each dimension of a word
 * @forms: for each form of a word, what goes beside the numbers of the word
 * @hidden: for each place of the window and each input, its weights in the hidden layer
 * @hidden_bias: the bias of the hidden layer
 * @output: for each part of the hidden layer, its weights for the labels
 * @transitions: what each label adds behind each label; the last row is for the beginning
 *
 * The part of the model of which every word takes all.
 */
typedef struct
{
  float row_scale;
  float word_scale[PLX_NAME_DIMS];
  float forms[PLX_NAME_N_FORMS][PLX_NAME_FORM_DIMS];
  float hidden[PLX_NAME_WINDOW][PLX_NAME_INPUTS][PLX_NAME_HIDDEN];
  float hidden_bias[PLX_NAME_HIDDEN];
  float output[PLX_NAME_HIDDEN][PLX_NAME_LABEL_WIDTH];
  float transitions[PLX_NAME_N_LABELS + 1][PLX_NAME_LABEL_WIDTH];
} PlxNameDense;

/**
 * PlxNameWord:
 * @fine: its cluster of many words that are used alike, or 0
 * @coarse: its cluster of few, or 0
 * @vector: where it stands among all words, four bits a dimension
 *
 * What the model knows of a word.
 */
typedef struct
{
  guint16 fine;
  guint16 coarse;
  guint8  vector[PLX_NAME_DIMS / 2];
} PlxNameWord;

#define PLX_NAME_MAGIC "PLXNAME1"

/* Each part of the file begins at a multiple of this. */
#define PLX_NAME_ALIGN 64

/* Keys are hashes of 32 bits. An index by their upper half says where the lower halves begin. */
#define PLX_NAME_INDEX_SIZE (65536 + 1)

/**
 * PlxNameHeader:
 * @magic: `PLX_NAME_MAGIC`
 * @byte_order: `G_BYTE_ORDER` of the machine for which it was made
 * @size: of the whole file, in bytes
 * @checksum: of all that follows the header
 * @n_words: how many words it knows
 * @n_rows: how many features it knows
 * @dense_size: `sizeof (PlxNameDense)`
 *
 * The beginning of the file. Behind it come, each aligned: the index, the keys and the facts of the
 * words; the index, the keys and the rows of the features; and the dense part.
 */
typedef struct
{
  char    magic[8];
  guint32 byte_order;
  guint32 size;
  guint64 checksum;
  guint32 n_words;
  guint32 n_rows;
  guint32 dense_size;
} PlxNameHeader;

/**
 * plx_name_checksum:
 * @data: where to begin; aligned to 8 bytes
 * @size: how many bytes, a multiple of 8
 *
 * Returns: a checksum that tells a damaged file from a good one; no protection against forgery
 */
static inline guint64
plx_name_checksum (const void *data,
                   gsize       size)
{
  const guint64 *words = data;
  guint64 sum = 0xcbf29ce484222325u;

  for (gsize i = 0; i < size / 8; i++)
    sum = (sum ^ words[i]) * 0x100000001b3u + (sum >> 47);

  return sum;
}

G_END_DECLS
