/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-text"

#include "config.h"

#include "language/train/plx-train-text.h"

#include <string.h>

/* Marks and endings that stand right behind what is before them. */
static const char *const closing[] = {
  ".", ",", ";", ":", "!", "?", "%", ")", "]", "}", "’", "”", "''", "...",
  "'s", "'S", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m", NULL
};

/* Marks that stand right before what is behind them. */
static const char *const opening[] = {
  "(", "[", "{", "$", "£", "€", "“", "‘", "#", "``", NULL
};

/* How the classes are called in the texts. */
static const char *const class_names[PLX_NAME_N_CLASSES] = { "PER", "ORG", "LOC", "MISC" };

static void
word_clear (gpointer data)
{
  PlxTrainWord *self = data;

  g_free (self->text);
}

PlxTrainSentence *
plx_train_sentence_new (void)
{
  PlxTrainSentence *self = g_new0 (PlxTrainSentence, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (PlxTrainWord));
  g_array_set_clear_func (self->words, word_clear);

  return self;
}

void
plx_train_sentence_free (PlxTrainSentence *self)
{
  g_array_unref (self->words);
  g_free (self->text);
  g_free (self);
}

/**
 * plx_train_sentence_add:
 * @self: a sentence
 * @text: a word
 * @length: how many bytes, or -1 for all
 * @name: which name of the sentence it belongs to, or 0
 * @klass: what that name names
 *
 * Adds a word. What is not UTF-8 in it, or nothing, becomes the sign that stands for such.
 */
void
plx_train_sentence_add (PlxTrainSentence *self,
                        const char       *text,
                        gssize            length,
                        guint32           name,
                        PlxNameClass      klass)
{
  PlxTrainWord word = { .name = name, .klass = klass };

  word.text = length != 0 && *text != '\0' ? g_utf8_make_valid (text, length)
                                           : g_strdup ("\xef\xbf\xbd");
  g_array_append_val (self->words, word);
}

/* Whether a word stands right behind the one before it. A straight quote opens and closes in turn;
 * @is_quoted tells whether one is open. */
static gboolean
is_joined (const char *before,
           const char *text,
           gboolean   *is_quoted)
{
  gboolean joined = before == NULL || g_strv_contains (closing, text) ||
                    g_strv_contains (opening, before);

  if (g_str_equal (text, "\""))
    {
      joined = joined || *is_quoted;
      *is_quoted = !*is_quoted;
    }
  else if (before != NULL && g_str_equal (before, "\"") && *is_quoted)
    joined = TRUE;

  return joined;
}

/**
 * plx_train_sentence_join:
 * @self: a sentence
 *
 * Writes the words as a text, with spaces where they belong, and notes where each stands in it. It
 * is what the evaluation does with the same words, so that training sees what is measured.
 */
void
plx_train_sentence_join (PlxTrainSentence *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *before = NULL;
  gboolean is_quoted = FALSE;

  for (guint i = 0; i < self->words->len; i++)
    {
      PlxTrainWord *word = &g_array_index (self->words, PlxTrainWord, i);

      if (!is_joined (before, word->text, &is_quoted))
        g_string_append_c (text, ' ');
      word->start = text->len;
      g_string_append (text, word->text);
      word->end = text->len;
      before = word->text;
    }

  g_set_str (&self->text, text->str);
}

/* Reads a tag such as "B-PER" or "O". Returns FALSE where it is none. */
static gboolean
read_tag (const char   *tag,
          gboolean     *is_named,
          gboolean     *begins,
          PlxNameClass *klass)
{
  *is_named = FALSE;
  if (g_str_equal (tag, "O"))
    return TRUE;

  if ((tag[0] != 'B' && tag[0] != 'I') || tag[1] != '-')
    return FALSE;

  for (guint i = 0; i < PLX_NAME_N_CLASSES; i++)
    {
      if (g_str_equal (tag + 2, class_names[i]))
        {
          *is_named = TRUE;
          *begins = tag[0] == 'B';
          *klass = (PlxNameClass) i;
        }
    }

  return *is_named;
}

/* Adds the word of a line. A name goes on where the tag says so and the class stays the same. */
static gboolean
add_line (PlxTrainSentence *sentence,
          const char       *line)
{
  const char *tab = strchr (line, '\t');
  const char *tag = strrchr (line, '\t');
  const guint n = sentence->words->len;
  const PlxTrainWord *last = n > 0 ? &g_array_index (sentence->words, PlxTrainWord, n - 1) : NULL;
  PlxNameClass klass = PLX_NAME_CLASS_OTHER;
  gboolean is_named;
  gboolean begins = FALSE;
  guint32 name = 0;

  if (tab == NULL || !read_tag (tag + 1, &is_named, &begins, &klass))
    return FALSE;

  if (is_named && !begins && last != NULL && last->name != 0 && last->klass == klass)
    name = last->name;
  else if (is_named)
    name = n + 1;
  plx_train_sentence_add (sentence, line, tab - line, name, klass);

  return TRUE;
}

static GDataInputStream *
open_text (GFile   *file,
           GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GConverter) unzip = NULL;
  g_autoptr (GInputStream) plain = NULL;

  if (stream == NULL)
    return NULL;

  if (!g_str_has_suffix (name, ".gz"))
    return g_data_input_stream_new (G_INPUT_STREAM (stream));

  unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  plain = g_converter_input_stream_new (G_INPUT_STREAM (stream), unzip);

  return g_data_input_stream_new (plain);
}

static void
end_sentence (GPtrArray         *sentences,
              PlxTrainSentence **sentence)
{
  if ((*sentence)->words->len == 0)
    return;

  plx_train_sentence_join (*sentence);
  g_ptr_array_add (sentences, *sentence);
  *sentence = plx_train_sentence_new ();
}

static gboolean
read_lines (GDataInputStream *stream,
            GPtrArray        *sentences,
            GError          **error)
{
  g_autoptr (PlxTrainSentence) sentence = plx_train_sentence_new ();
  g_autoptr (GError) failure = NULL;
  char *next;

  for (guint n = 1; (next = g_data_input_stream_read_line (stream, NULL, NULL, &failure)) != NULL;
       n++)
    {
      g_autofree char *line = g_strchomp (next);

      if (*line == '\0')
        end_sentence (sentences, &sentence);
      else if (!add_line (sentence, line))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "line %u is not a word, a tab and one of the tags O, B-… and I-… with PER, "
                       "ORG, LOC or MISC", n);
          return FALSE;
        }
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  end_sentence (sentences, &sentence);

  return TRUE;
}

/**
 * plx_train_text_read:
 * @file: a text in the manner of CoNLL: a word, a tab and a tag on each line, and an empty line
 *   behind each sentence; packed with gzip where its name ends in `.gz`
 * @error: return location for an error of reading, or a `G_IO_ERROR_INVALID_DATA`
 *
 * Reads sentences in which the names are marked.
 *
 * Returns: (transfer full) (nullable) (element-type PlxTrainSentence): the sentences, none where
 *   the file is empty; `NULL` on error
 */
GPtrArray *
plx_train_text_read (GFile   *file,
                     GError **error)
{
  g_autoptr (GPtrArray) sentences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_train_sentence_free);
  g_autoptr (GDataInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = open_text (file, error);
  if (stream != NULL && read_lines (stream, sentences, error))
    return g_steal_pointer (&sentences);

  g_prefix_error (error, "Reading the marked text %s: ", g_file_peek_path (file));

  return NULL;
}
