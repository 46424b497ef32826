/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-event-terms"

#include "config.h"

#include "comparing/plx-event-terms.h"

#include <math.h>
#include <string.h>

#include "comparing/plx-event-terms-private.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-word-table.h"
#include "language/plx-language.h"
#include "language/text/plx-function-words.h"
#include "language/text/plx-word-runs.h"
#include "language/text/plx-words.h"

/* An article of the usual length, and what share of its words the most frequent word is, by
 * Zipf's law: so many articles anywhere have a word of a given rank. */
#define USUAL_WORDS 500.0
#define ZIPF_SHARE 0.08
#define ZIPF_SHIFT 5.0

/* The word table tells the rank of a word among these many, on a logarithmic scale. */
#define RANKED_WORDS 50000.0
#define RANK_UNIT 20.0

#define WORD_MAX 64

static void
article_free (gpointer data)
{
  PlxEventArticle *article = data;

  g_array_unref (article->terms);
  g_array_unref (article->pairs);
  g_free (article);
}

/* The share of articles anywhere that have a number: days and hours are in many, years in some. */
static double
number_anywhere (const char *folded,
                 gsize       length)
{
  return length <= 2 ? 0.1 : length == 4 ? 0.02 : 0.002;
}

static double
word_anywhere (guint32 hash)
{
  PlxWordFacts facts = plx_word_lookup (hash);
  double rank = RANK_UNIT * expm1 (facts.rarity * log1p (RANKED_WORDS / RANK_UNIT));

  return -expm1 (-USUAL_WORDS * ZIPF_SHARE / (rank + ZIPF_SHIFT));
}

/* The same of a language of which we have no frequencies: what is said often is short. */
static double
foreign_anywhere (const char *folded)
{
  double letters = g_utf8_strlen (folded, -1);

  if (plx_word_runs_is_spaceless (g_utf8_get_char (folded)))
    letters *= 2;

  return exp2 (-letters);
}

static PlxEventWord *
word_new (PlxEventTerms *self,
          const char    *tag,
          const char    *folded,
          gsize          length)
{
  char stem[PLX_STEM_MAX];
  gboolean is_number = g_ascii_isdigit (folded[0]);
  gboolean is_english = plx_language_is_full (tag);
  gboolean is_plain = is_number || !is_english;
  gsize stem_length = is_plain ? length : plx_stem_word (folded, stem);
  guint32 id = plx_word_hash (is_plain ? folded : stem, stem_length);
  double anywhere = is_number ? number_anywhere (folded, length)
                    : is_english ? word_anywhere (plx_word_hash (folded, length))
                                 : foreign_anywhere (folded);
  PlxEventWord *word = g_hash_table_lookup (self->words, GUINT_TO_POINTER (id));

  if (word == NULL)
    {
      word = g_new0 (PlxEventWord, 1);
      word->id = id;
      word->face = g_string_chunk_insert (self->chunk, folded);
      word->anywhere = anywhere;
      g_hash_table_insert (self->words, GUINT_TO_POINTER (id), word);
      return word;
    }

  /* An inflected form is rarer than its word, and tells no more. The same whichever comes first. */
  word->anywhere = MAX (word->anywhere, anywhere);
  if (length < strlen (word->face) ||
      (length == strlen (word->face) && strcmp (folded, word->face) < 0))
    word->face = g_string_chunk_insert (self->chunk, folded);

  return word;
}

/* Writes a word in lower case and without the stops of an abbreviation, so that "N.A.A.C.P." and
 * "NAACP" meet, into @folded. Returns its length. */
static gsize
fold (const char *text,
      gsize       length,
      char        folded[WORD_MAX])
{
  g_autofree char *lower = NULL;
  gsize n = 0;

  for (gsize i = 0; i < length && lower == NULL; i++)
    {
      if ((guchar) text[i] >= 0x80)
        lower = plx_words_dup_lower (text, length);
    }
  if (lower != NULL)
    {
      text = lower;
      length = strlen (lower);
    }

  for (gsize i = 0; i < length && n + 1 < WORD_MAX; i++)
    {
      if (text[i] != '.' && text[i] != ',')
        folded[n++] = g_ascii_tolower (text[i]);
    }
  folded[n] = '\0';

  /* A long word may be cut inside of a character. */
  for (const char *end = NULL; !g_utf8_validate (folded, n, &end);)
    {
      n = end - folded;
      folded[n] = '\0';
    }

  return n;
}

/* Hiragana holds Japanese together; what it tells is written in Kanji and Katakana. */
static gboolean
is_hiragana (const char *folded)
{
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HIRAGANA)
        return FALSE;
    }

  return TRUE;
}

/* "I'll", "they’re", and the ending of a possessive. */
static gboolean
is_contraction (const char *folded)
{
  g_autofree char *head = g_strndup (folded, strcspn (folded, "'’"));

  return strlen (head) < strlen (folded) && (*head == '\0' || plx_stem_is_function_word (head));
}

static gboolean
tells_nothing (const char *tag,
               const char *folded,
               gsize       length)
{
  if (length == 0 || *g_utf8_next_char (folded) == '\0' || is_hiragana (folded))
    return TRUE;

  /* English stands in articles of any language, and pages are not always right about theirs. */
  return plx_stem_is_function_word (folded) || is_contraction (folded) ||
         (!plx_language_is_full (tag) && plx_function_words_has (tag, folded, length));
}

static PlxEventWord *
look_up (PlxEventTerms *self,
         GHashTable    *written,
         const char    *tag,
         const char    *text,
         gsize          length)
{
  char folded[WORD_MAX];
  gsize n = fold (text, length, folded);
  gpointer found;

  if (!g_hash_table_lookup_extended (written, folded, NULL, &found))
    {
      found = tells_nothing (tag, folded, n) ? NULL : word_new (self, tag, folded, n);
      g_hash_table_insert (written, g_string_chunk_insert (self->chunk, folded), found);
    }

  return found;
}

static const char *
language_of (PlxDocument *document)
{
  const char *tag = document->fields[PLX_FIELD_LANGUAGE];

  return tag != NULL ? tag : "en";
}

static GHashTable *
written_in (PlxEventTerms *self,
            const char    *tag)
{
  GHashTable *written = g_hash_table_lookup (self->written, tag);

  if (written == NULL)
    {
      written = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->written, g_string_chunk_insert (self->chunk, tag), written);
    }

  return written;
}

/* Whether a sentence may begin after this mark. */
static gboolean
ends_sentence (const char *text,
               gsize       length)
{
  return (length == 1 && strchr (".!?:\"", *text) != NULL) ||
         (length == strlen ("“") && (memcmp (text, "“", length) == 0 ||
                                     memcmp (text, "”", length) == 0));
}

static void
add_pair (PlxEventArticle *article,
          guint32          before,
          guint32          id)
{
  PlxEventTerm pair = { .id = (before * 0x9e3779b1u ^ id) * 0x85ebca6bu, .count = 1 };

  pair.id ^= pair.id >> 15;
  g_array_append_val (article->pairs, pair);
}

static void
add_block (PlxEventTerms      *self,
           PlxEventArticle    *article,
           PlxDocument        *document,
           const PlxBlockSpan *block,
           GPtrArray          *here)
{
  const char *text = document->text->str;
  const char *tag = language_of (document);
  guint number = self->articles->len + 1;
  g_autoptr (GArray) words = plx_words_split (text, block->start, block->end);
  gboolean first = TRUE;
  guint32 before = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *span = &g_array_index (words, PlxWord, i);
      gsize length = span->end - span->start;
      PlxEventWord *word = span->is_word ? look_up (self, article->written, tag, text + span->start,
                                          length) : NULL;

      if (word != NULL)
        {
          if (word->last != number)
            {
              word->last = number;
              word->n_here = 0;
              word->n_articles++;
              g_ptr_array_add (here, word);
            }
          word->n_here++;
          /* Headlines are often in capitals throughout. */
          if (!first && block->role != PLX_ROLE_HEADLINE && word->last_name != number &&
              g_unichar_isupper (g_utf8_get_char (text + span->start)))
            {
              word->last_name = number;
              word->n_names++;
            }
          if (before != 0)
            add_pair (article, before, word->id);
          before = word->id;
        }
      first = !span->is_word && ends_sentence (text + span->start, length);
    }
}

static int
compare_terms (const void *x,
               const void *y)
{
  const PlxEventTerm *a = x, *b = y;

  return (a->id > b->id) - (a->id < b->id);
}

static void
sort_pairs (PlxEventArticle *article)
{
  guint n = 0;

  g_array_sort (article->pairs, compare_terms);
  for (guint i = 0; i < article->pairs->len; i++)
    {
      PlxEventTerm *pair = &g_array_index (article->pairs, PlxEventTerm, i);

      if (n == 0 || g_array_index (article->pairs, PlxEventTerm, n - 1).id != pair->id)
        g_array_index (article->pairs, PlxEventTerm, n++) = *pair;
    }
  g_array_set_size (article->pairs, n);
}

static gboolean
is_told (const PlxBlockSpan *block)
{
  return block->kept && (block->role == PLX_ROLE_HEADLINE || block->role == PLX_ROLE_STANDFIRST ||
                         block->role == PLX_ROLE_BODY || block->role == PLX_ROLE_HEADING ||
                         block->role == PLX_ROLE_QUOTE || block->role == PLX_ROLE_LIST);
}

static void
add_article (PlxEventTerms *self,
             PlxDocument   *document)
{
  PlxEventArticle *article = g_new0 (PlxEventArticle, 1);
  g_autoptr (GPtrArray) here = g_ptr_array_new ();

  article->terms = g_array_new (FALSE, FALSE, sizeof (PlxEventTerm));
  article->pairs = g_array_new (FALSE, FALSE, sizeof (PlxEventTerm));
  article->day = plx_document_get_day (document);
  article->written = written_in (self, language_of (document));

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      if (is_told (block))
        add_block (self, article, document, block, here);
    }

  for (guint i = 0; i < here->len; i++)
    {
      const PlxEventWord *word = g_ptr_array_index (here, i);
      PlxEventTerm term = { .id = word->id, .count = 1 + log (word->n_here) };

      g_array_append_val (article->terms, term);
    }
  g_array_sort (article->terms, compare_terms);
  sort_pairs (article);
  g_ptr_array_add (self->articles, article);
}

/**
 * plx_event_terms_new:
 * @documents: (element-type PlxDocument): the articles of a collection
 *
 * Takes articles apart into what tells the events that they are about.
 *
 * Each word is weighed by how few articles have it: those of the collection, and, as far as the
 * collection is small, those anywhere. So a word means much the same beside three other articles
 * as beside three thousand, whatever these are about.
 *
 * Returns: (transfer full): the terms
 */
PlxEventTerms *
plx_event_terms_new (GPtrArray *documents)
{
  PlxEventTerms *self = g_new0 (PlxEventTerms, 1);

  self->articles = g_ptr_array_new_full (documents->len, article_free);
  self->words = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) g_hash_table_unref);
  self->pairs = g_hash_table_new (NULL, NULL);
  self->chunk = g_string_chunk_new (65536);

  for (guint i = 0; i < documents->len; i++)
    add_article (self, g_ptr_array_index (documents, i));
  plx_event_terms_weigh (self);

  return self;
}

void
plx_event_terms_free (PlxEventTerms *self)
{
  g_ptr_array_unref (self->articles);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->pairs);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

guint
plx_event_terms_get_n (PlxEventTerms *self)
{
  return self->articles->len;
}

const PlxEventArticle *
plx_event_terms_get (PlxEventTerms *self,
                     guint          article)
{
  return g_ptr_array_index (self->articles, article);
}

/**
 * plx_event_terms_get_face:
 * @self: terms
 * @id: one of them
 *
 * Returns: how it is written, in lower case
 */
const char *
plx_event_terms_get_face (PlxEventTerms *self,
                          guint32        id)
{
  const PlxEventWord *word = g_hash_table_lookup (self->words, GUINT_TO_POINTER (id));

  return word != NULL ? word->face : "";
}

/**
 * plx_event_terms_find:
 * @self: terms
 * @article: one of the articles
 * @word: a word of it, as it is written there
 * @length: its length in bytes
 *
 * Returns: the id of its term, or 0 where it tells nothing
 */
guint32
plx_event_terms_find (PlxEventTerms *self,
                      guint          article,
                      const char    *word,
                      gsize          length)
{
  char folded[WORD_MAX];
  const PlxEventWord *found;

  fold (word, length, folded);
  found = g_hash_table_lookup (plx_event_terms_get (self, article)->written, folded);

  return found != NULL ? found->id : 0;
}
