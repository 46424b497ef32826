/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-terms"

#include "config.h"

#include "comparing/plx-terms.h"

#include <math.h>
#include <string.h>

#include "comparing/plx-stem.h"
#include "comparing/plx-word-table.h"
#include "language/text/plx-word-list.h"
#include "language/text/plx-words.h"

#define ROOT_LETTERS 5

static const char * const negations[] = {
  "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot",
};

/* Verbs, and what is made of them, that tell of something that it did not come about. */
#define DENIALS "abandon abandoned abandoning abandons abstain abstained abstaining abstains " \
                "avoid avoided avoiding avoids block blocked blocking blocks boycott boycotted " \
                "boycotting boycotts cancel canceled canceling cancellation cancelled cancelling " \
                "cancels decline declined declines declining denial denied denies deny denying " \
                "fail failed failing fails failure halt halted halting halts impossible " \
                "inability lack lacked lacking lacks miss missed misses missing oppose opposed " \
                "opposes opposing prevent prevented preventing prevents refusal refuse refused " \
                "refuses refusing reject rejected rejecting rejection rejects scrap scrapped " \
                "scrapping scraps skip skipped skipping skips unable unlikely unwilling"

static const char * const months_and_days[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
  "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  "sunday",
};

/**
 * plx_terms_is_negation:
 * @folded: a word in lower case
 *
 * Returns: whether it denies what it stands with
 */
gboolean
plx_terms_is_negation (const char *folded)
{
  if (g_str_has_suffix (folded, "n't") || g_str_has_suffix (folded, "n’t"))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (negations); i++)
    {
      if (folded[0] == negations[i][0] && g_str_equal (folded, negations[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_month_or_day (const char *folded)
{
  gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == '.')
    length--;

  for (guint i = 0; i < G_N_ELEMENTS (months_and_days); i++)
    {
      if (strlen (months_and_days[i]) == length && memcmp (folded, months_and_days[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The number that a word in digits stands for, its separators taken out; -1 for none. */
static gint64
digits_value (const char *folded)
{
  gint64 value = 0;

  if (!g_ascii_isdigit (folded[0]))
    return -1;

  for (const char *p = folded; *p != '\0' && *p != '.'; p++)
    {
      if (g_ascii_isdigit (*p))
        value = MIN (value * 10 + (*p - '0'), G_MAXINT32);
      else if (*p != ',')
        break;
    }

  return value;
}

static void
set_number (PlxTerm *term,
            gint64   value)
{
  char buffer[32];

  g_snprintf (buffer, sizeof buffer, "#%" G_GINT64_FORMAT, value);
  term->id = plx_word_hash (buffer, strlen (buffer));
  term->kind = value >= 1900 && value <= 2100 ? PLX_TERM_DATE : PLX_TERM_NUMBER;
  term->rarity = value <= 3 ? 0.4f : 0.7f;
}

/* A word as it is looked up. */
typedef struct
{
  const char *folded; /* in lower case */
  gsize       length;
  guint32     hash;
  char        stem[PLX_STEM_MAX];
  gsize       stem_length;
  guint32     stem_hash;
  char        plain[64]; /* what holds most words */
  char       *held;      /* (nullable): what holds the others */
} Form;

static void
form_clear (Form *form)
{
  g_free (form->held);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

static void
set_word (PlxTerm    *term,
          const Form *form)
{
  PlxWordFacts facts = plx_word_lookup (form->hash);

  term->id = form->stem_hash;
  term->root = form->stem_length > ROOT_LETTERS ? plx_word_hash (form->stem, ROOT_LETTERS) : 0;
  term->cluster = facts.cluster;
  term->rarity = facts.rarity;

  /* An inflected form is rarer than its word, and tells no more. */
  if (form->stem_length != form->length)
    term->rarity = MIN (term->rarity, plx_word_lookup (term->id).rarity);
}

/* Letters in threes bring together what no rule of inflection does: "Wal-Mart" and "Walmart",
 * "Zelensky" and "Zelenskyy". */
static void
read_form (PlxTerms      *self,
           const char    *text,
           const PlxWord *word,
           Form          *form)
{
  const gsize length = word->end - word->start;
  guint32 number;

  form->folded = form->plain;
  /* An apostrophe is kept as it is written. */
  if (length >= sizeof form->plain || memchr (text + word->start, '\xe2', length) != NULL ||
      !plx_words_fold_plain (text + word->start, length, form->plain))
    form->folded = form->held = plx_words_dup_lower (text + word->start, length);
  form->length = strlen (form->folded);
  form->hash = plx_word_hash (form->folded, form->length);
  form->stem_length = plx_stem_word (form->folded, form->stem);
  form->stem_hash = plx_word_hash (form->stem, form->stem_length);

  self->n_words++;
  number = plx_vocabulary_add_form (self->vocabulary, form->hash);
  g_array_append_val (self->parts.words, number);
  g_array_append_val (self->stems, form->stem_hash);
  plx_vocabulary_add_letters (self->vocabulary, form->folded, form->length, self->parts.letters);
}

/* What a word is that is no number. */
static void
read_kind (PlxTerms   *self,
           PlxTerm    *term,
           const Form *form,
           gunichar    letter,
           gboolean    first)
{
  gboolean capital = g_unichar_isupper (letter);

  set_word (term, form);
  if (capital && is_month_or_day (form->folded))
    term->kind = PLX_TERM_DATE;
  else if (capital && (!first || term->rarity > 0.8f))
    term->kind = PLX_TERM_NAME;
  else
    term->is_placed = plx_vocabulary_add_word (self->vocabulary, form->hash, &term->word);
}

static void
add_word (PlxTerms      *self,
          const char    *text,
          const PlxWord *word)
{
  g_auto (Form) form = { .held = NULL };
  PlxTerm term = { .start = word->start, .end = word->end };
  gboolean first = self->n_words == 0;
  gint64 value;

  if (!word->is_word)
    return;

  read_form (self, text, word, &form);
  if (plx_terms_is_negation (form.folded))
    {
      self->n_negations++;
      self->n_denials++;
    }
  else if (plx_word_list_may_have (DENIALS, form.hash) &&
           plx_word_list_has (DENIALS, form.folded))
    {
      self->n_denials++;
    }

  /* The possessive ending is a word of its own. */
  if (plx_stem_is_function_word (form.folded) || form.length == 0 ||
      (word->end - word->start > 1 &&
       (form.folded[0] == '\'' || g_str_has_prefix (form.folded, "’"))))
    return;

  value = digits_value (form.folded);
  if (value < 0 && plx_stem_number_word (form.folded) != G_MAXUINT)
    value = plx_stem_number_word (form.folded);
  if (value >= 0)
    set_number (&term, value);
  else
    read_kind (self, &term, &form, g_utf8_get_char (text + word->start), first);

  term.weight = term.rarity;
  g_array_append_val (self->terms, term);
}

/* A mention is one term, whichever of its names it uses: "Mr Ruto" and "the Kenyan president
 * William Ruto" meet, and a long name weighs no more than a short one. */
static void
add_mention (PlxTerms             *self,
             const char           *text,
             const PlxMentionSpan *mention,
             GPtrArray            *entities)
{
  const PlxEntityRecord *entity = g_ptr_array_index (entities, mention->entity);
  g_autofree char *key = g_strconcat ("@", entity->name, NULL);
  g_autoptr (GArray) words = plx_words_split (text, mention->start, mention->end);
  PlxTerm term = { .start = mention->start, .end = mention->end, .kind = PLX_TERM_NAME };

  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);
      g_auto (Form) form = { .held = NULL };

      if (!word->is_word)
        continue;
      read_form (self, text, word, &form);
      if (!plx_stem_is_function_word (form.folded))
        term.rarity = MAX (term.rarity, plx_word_lookup (form.hash).rarity);
    }

  term.id = plx_word_hash (key, strlen (key));
  term.weight = term.rarity;
  g_array_append_val (self->terms, term);
}

static int
compare_keys (const void *x,
              const void *y)
{
  const PlxTermKey *a = x, *b = y;

  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;

  return (a->at > b->at) - (a->at < b->at);
}

static void
add_key (GArray  *keys,
         guint64 *mask,
         guint32  key,
         guint    at)
{
  PlxTermKey entry = { key, at };

  g_array_append_val (keys, entry);
  *mask |= G_GUINT64_CONSTANT (1) << (key * 0x9e3779b1u >> 26);
}

/* Adds up what no partner of the sentence changes. */
static void
add_up (PlxTerms *self)
{
  memset (self->weights, 0, sizeof self->weights);
  self->weight = self->square = self->rarity = 0;
  for (guint i = 0; i < MIN (self->terms->len, PLX_TERMS_MOST); i++)
    {
      const PlxTerm *term = &g_array_index (self->terms, PlxTerm, i);

      self->weights[term->kind] += term->weight;
      self->weight += term->weight;
      self->square += term->weight * term->weight;
      self->rarity += term->rarity;
    }
}

/* Puts the words in an order in which those of two sentences meet without looking at each pair. */
static void
sort_keys (PlxTerms *self)
{
  GArray **lists[] = { &self->by_id, &self->by_root, &self->by_cluster };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_array_sized_new (FALSE, FALSE, sizeof (PlxTermKey), self->terms->len);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxTerm *term = &g_array_index (self->terms, PlxTerm, i);

      add_key (self->by_id, &self->id_mask, term->id, i);
      if (term->root != 0 && plx_term_is_inflected (term))
        add_key (self->by_root, &self->root_mask, term->root, i);
      if (term->cluster != 0 && term->kind == PLX_TERM_WORD)
        add_key (self->by_cluster, &self->cluster_mask, term->cluster, i);
      if (term->is_placed)
        g_array_append_val (self->parts.placed, term->word);
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_array_sort (*lists[i], compare_keys);
}

/**
 * plx_terms_new:
 * @text: a text
 * @start: first byte of the sentence
 * @end: the byte after its last
 * @mentions: (nullable) (element-type PlxMentionSpan): mentions of the text, in order
 * @entities: (nullable) (element-type PlxEntityRecord): what the mentions name
 * @vocabulary: that of all sentences that it will be compared with; must outlive the terms
 *
 * Takes a sentence apart into the words that tell what it reports.
 *
 * Returns: (transfer full): the terms
 */
PlxTerms *
plx_terms_new (const char    *text,
               gsize          start,
               gsize          end,
               GArray        *mentions,
               GPtrArray     *entities,
               PlxVocabulary *vocabulary)
{
  PlxTerms *self = g_new0 (PlxTerms, 1);
  g_autoptr (GArray) words = plx_words_split (text, start, end);
  guint next = 0;

  self->vocabulary = vocabulary;
  self->terms = g_array_sized_new (FALSE, FALSE, sizeof (PlxTerm), words->len);
  self->parts.words = g_array_sized_new (FALSE, FALSE, sizeof (guint32), words->len);
  self->parts.placed = g_array_sized_new (FALSE, FALSE, sizeof (guint32), words->len);
  self->parts.letters = g_array_sized_new (FALSE, FALSE, sizeof (guint32), end - start);
  self->stems = g_array_sized_new (FALSE, FALSE, sizeof (guint32), words->len);

  for (guint i = 0; i < words->len; i++)
    {
      PlxWord *word = &g_array_index (words, PlxWord, i);
      PlxMentionSpan *mention = NULL;

      while (mentions != NULL && next < mentions->len)
        {
          mention = &g_array_index (mentions, PlxMentionSpan, next);
          if (mention->end > word->start)
            break;
          mention = NULL;
          next++;
        }

      if (mention == NULL || mention->entity == PLX_NONE || mention->start >= word->end)
        add_word (self, text, word);
      else if (self->terms->len == 0 ||
               g_array_index (self->terms, PlxTerm, self->terms->len - 1).start != mention->start)
        add_mention (self, text, mention, entities);
    }
  plx_vocabulary_end_letters (vocabulary);
  sort_keys (self);
  add_up (self);

  return self;
}

void
plx_terms_free (PlxTerms *self)
{
  g_array_unref (self->terms);
  plx_vocabulary_forget (self->vocabulary, &self->parts);
  g_array_unref (self->parts.words);
  g_array_unref (self->parts.placed);
  g_array_unref (self->parts.letters);
  g_array_unref (self->stems);
  g_array_unref (self->by_id);
  g_array_unref (self->by_root);
  g_array_unref (self->by_cluster);
  g_free (self);
}

PlxTermStats *
plx_term_stats_new (void)
{
  PlxTermStats *self = g_new0 (PlxTermStats, 1);

  self->counts = g_hash_table_new (NULL, NULL);

  return self;
}

void
plx_term_stats_free (PlxTermStats *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

/**
 * plx_term_stats_add:
 * @self: counts of a story
 * @terms: a sentence of it
 *
 * Counts the terms of a sentence, each once.
 */
void
plx_term_stats_add (PlxTermStats *self,
                    PlxTerms     *terms)
{
  self->n_sentences++;

  for (guint i = 0; i < terms->by_id->len; i++)
    {
      const PlxTermKey *term = &g_array_index (terms->by_id, PlxTermKey, i);
      gpointer id = GUINT_TO_POINTER (term->key);

      if (i > 0 && term[-1].key == term->key)
        continue;
      g_hash_table_insert (self->counts, id,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (
                             g_hash_table_lookup (self->counts, id)) + 1));
    }
}

/**
 * plx_terms_weigh:
 * @self: a sentence of the story
 * @stats: counts of the story
 *
 * Weighs each term by how few sentences of the story have it, beside how rare it is anywhere:
 * the name that every second sentence has tells nothing of what this one reports.
 */
void
plx_terms_weigh (PlxTerms     *self,
                 PlxTermStats *stats)
{
  double all = log (stats->n_sentences + 1.0);

  for (guint i = 0; i < self->terms->len; i++)
    {
      PlxTerm *term = &g_array_index (self->terms, PlxTerm, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (stats->counts, GUINT_TO_POINTER (term->id)));
      double here = all > 0 ? log ((stats->n_sentences + 1.0) / MAX (n, 1)) / all : 1;

      term->weight = term->rarity * here;
    }
  add_up (self);
}

static gboolean
has_before (GArray  *hashes,
            guint    i,
            guint32  hash)
{
  for (guint j = 0; j < i; j++)
    {
      if (g_array_index (hashes, guint32, j) == hash)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_terms_add_rarity:
 * @self: a headline, its names taken for words
 * @sums: (element-type guint32 double): a sum for each stem, owned by the table
 *
 * Adds how much each of its words tells anywhere to the sum of that word.
 */
void
plx_terms_add_rarity (PlxTerms   *self,
                      GHashTable *sums)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxTerm *term = &g_array_index (self->terms, PlxTerm, i);
      double *sum = g_hash_table_lookup (sums, GUINT_TO_POINTER (term->id));

      if (sum == NULL)
        {
          sum = g_new0 (double, 1);
          g_hash_table_insert (sums, GUINT_TO_POINTER (term->id), sum);
        }
      *sum += term->rarity;
    }
}

/**
 * plx_terms_sum_of:
 * @self: a sentence
 * @sums: (element-type guint32 double): a sum for each stem
 *
 * Returns: the sums of its words together, each counted once
 */
double
plx_terms_sum_of (PlxTerms   *self,
                  GHashTable *sums)
{
  double all = 0;

  for (guint i = 0; i < self->stems->len; i++)
    {
      guint32 stem = g_array_index (self->stems, guint32, i);
      double *sum = g_hash_table_lookup (sums, GUINT_TO_POINTER (stem));

      if (sum != NULL && !has_before (self->stems, i, stem))
        all += *sum;
    }

  return all;
}
