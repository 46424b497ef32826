/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-event-reasons"

#include "config.h"

#include "comparing/plx-event-reasons.h"

#include <string.h>

#include "language/text/plx-lexicon.h"
#include "language/text/plx-words.h"

#define N_NAMES 3
#define N_WORDS 3

/* What most of them have, they share. */
#define SHARED 0.6

/* So many articles speak for a large story. */
#define SPEAKERS 16

/* A name as it is shown has so many words at most. */
#define NAME_WORDS 3

#define TELLS_NOTHING                                                                              \
  (PLX_LEX (MONTH) | PLX_LEX (WEEKDAY) | PLX_LEX (CARDINAL) | PLX_LEX (SCALE) |                    \
   PLX_LEX (ORDINAL) | PLX_LEX (PERIOD) | PLX_LEX (TIME) | PLX_LEX (SAY) | PLX_LEX (SAY_THAT) |    \
   PLX_LEX (SAY_NOUN) | PLX_LEX (SAYING))

/* A term that articles share. */
typedef struct
{
  guint32  id;
  guint    n_articles;
  double   weight;
  gboolean is_name;
} Shared;

typedef struct
{
  PlxEventTerms *terms;
  GPtrArray     *documents;
  GArray        *speakers;
  GHashTable    *spellings; /* a name as it is written to how many of them have it */
  GHashTable    *names;     /* ids of the terms that are names */
} Reasons;

static int
compare_shared (const void *x,
                const void *y)
{
  const Shared *a = x, *b = y;

  if (a->weight != b->weight)
    return a->weight < b->weight ? 1 : -1;

  return (a->id > b->id) - (a->id < b->id);
}

static GArray *
choose_speakers (GArray *articles)
{
  guint n = MIN (articles->len, SPEAKERS);
  GArray *speakers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n; i++)
    g_array_append_val (speakers, g_array_index (articles, guint32, i * articles->len / n));

  return speakers;
}

static gboolean
is_shared (Reasons *self,
           guint    n_articles)
{
  return n_articles >= MAX (2, SHARED * self->speakers->len);
}

/* The terms that the articles share, the most telling first. */
static GArray *
share_terms (Reasons *self)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < self->speakers->len; i++)
    {
      const PlxEventArticle *article =
        plx_event_terms_get (self->terms, g_array_index (self->speakers, guint32, i));

      for (guint k = 0; k < article->terms->len; k++)
        {
          const PlxEventTerm *term = &g_array_index (article->terms, PlxEventTerm, k);
          Shared *one = g_hash_table_lookup (seen, GUINT_TO_POINTER (term->id));

          if (one == NULL)
            {
              one = g_new0 (Shared, 1);
              one->id = term->id;
              one->is_name = term->is_name;
              if (one->is_name)
                g_hash_table_add (self->names, GUINT_TO_POINTER (term->id));
              g_hash_table_insert (seen, GUINT_TO_POINTER (term->id), one);
            }
          one->n_articles++;
          one->weight += term->weight;
        }
    }

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Shared *one = value;

      if (is_shared (self, one->n_articles))
        g_array_append_vals (shared, one, 1);
    }
  g_array_sort (shared, compare_shared);

  return shared;
}

static gboolean
is_capital (const char    *text,
            const PlxWord *word)
{
  return word->is_word && g_unichar_isupper (g_utf8_get_char (text + word->start));
}

/* Adds every name of some words within the capitals from @from to @to. */
static void
add_run (const char *text,
         GArray     *words,
         guint       from,
         guint       to,
         GHashTable *own)
{
  for (guint i = from; i < to; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      for (guint k = i; k < MIN (to, i + NAME_WORDS); k++)
        {
          const PlxWord *word = &g_array_index (words, PlxWord, k);

          if (k > i)
            g_string_append_c (name, ' ');
          g_string_append_len (name, text + word->start, word->end - word->start);
          g_hash_table_add (own, g_strdup (name->str));
        }
    }
}

static void
read_block (const char         *text,
            const PlxBlockSpan *block,
            GHashTable         *own)
{
  g_autoptr (GArray) words = plx_words_split (text, block->start, block->end);
  gboolean first = TRUE;

  for (guint i = 0, to; i < words->len; i = MAX (to, i + 1))
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);
      guint from = i;

      to = i;
      while (to < words->len && is_capital (text, &g_array_index (words, PlxWord, to)))
        to++;
      /* The capital of a first word says nothing unless another follows. */
      if (to > from && first &&
          (to == from + 1 || plx_words_is_starter (text, word->start, word->end)))
        from++;
      add_run (text, words, from, to, own);
      first = to == i && !word->is_word && strchr (",;-()", text[word->start]) == NULL;
    }
}

/* Collects how the articles write their names. Headlines are often in capitals throughout. */
static void
collect_spellings (Reasons *self)
{
  for (guint i = 0; i < self->speakers->len; i++)
    {
      PlxDocument *document =
        g_ptr_array_index (self->documents, g_array_index (self->speakers, guint32, i));
      g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GHashTableIter iter;
      gpointer key;

      for (guint k = 0; k < plx_document_get_n_blocks (document); k++)
        {
          const PlxBlockSpan *block = plx_document_get_block (document, k);

          if (block->kept && (block->role == PLX_ROLE_BODY || block->role == PLX_ROLE_STANDFIRST))
            read_block (document->text->str, block, own);
        }

      g_hash_table_iter_init (&iter, own);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->spellings, key));

          g_hash_table_insert (self->spellings, g_strdup (key), GUINT_TO_POINTER (n + 1));
        }
    }
}

static gboolean
names_term (Reasons    *self,
            const char *name,
            guint32     id)
{
  guint article = g_array_index (self->speakers, guint32, 0);

  for (const char *word = name; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (plx_event_terms_find (self->terms, article, word, length) == id)
        return TRUE;
      word += length + (word[length] == ' ');
    }

  return FALSE;
}

static gboolean
is_named (Reasons    *self,
          GPtrArray  *names,
          const char *word,
          gsize       length)
{
  guint32 id = plx_event_terms_find (self->terms, g_array_index (self->speakers, guint32, 0), word,
                                     length);

  for (guint i = 0; i < names->len; i++)
    {
      if (id != 0 && names_term (self, g_ptr_array_index (names, i), id))
        return TRUE;
    }

  return FALSE;
}

/* Whether it begins and ends with words that are names everywhere, unlike "Leader Harry Reid", and
 * has none that stands in a name before it. */
static gboolean
is_whole (Reasons    *self,
          GPtrArray  *names,
          const char *name)
{
  for (const char *word = name; *word != '\0';)
    {
      gsize length = strcspn (word, " ");
      gboolean is_edge = word == name || word[length] == '\0';

      if (is_named (self, names, word, length) ||
          (is_edge && !g_hash_table_contains (self->names, GUINT_TO_POINTER (
                         plx_event_terms_find (self->terms,
                                               g_array_index (self->speakers, guint32, 0), word,
                                               length)))))
        return FALSE;
      word += length + (word[length] == ' ');
    }

  return TRUE;
}

/* The longest name with this word in it that the articles share, beside those in @names. */
static const char *
spell (Reasons   *self,
       GPtrArray *names,
       guint32    id)
{
  const char *best = NULL;
  guint best_n = 0;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->spellings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint n = GPOINTER_TO_UINT (value);
      int order;

      if (!is_shared (self, n) || !names_term (self, key, id) || !is_whole (self, names, key))
        continue;
      order = best != NULL ? (int) strlen (key) - (int) strlen (best) : 1;
      if (order == 0)
        order = n != best_n ? (int) n - (int) best_n : strcmp (best, key);
      if (order > 0)
        {
          best = key;
          best_n = n;
        }
    }

  return best;
}

static gboolean
tells (const char *face)
{
  const PlxLexWord *word = plx_lexicon_look_up (face, strlen (face));

  return (word == NULL || (word->uses & TELLS_NOTHING) == 0) && !g_ascii_isdigit (*face);
}

/**
 * plx_event_reasons_find:
 * @terms: the articles of a collection
 * @documents: (element-type PlxDocument): the same articles
 * @articles: (element-type guint32): those that are about one event
 *
 * Finds what the articles share and few others have: names, as they are written, then other words.
 *
 * Returns: (transfer full): the reasons, the most telling first, ended by `NULL`
 */
char **
plx_event_reasons_find (PlxEventTerms *terms,
                        GPtrArray     *documents,
                        GArray        *articles)
{
  g_autoptr (GArray) speakers = choose_speakers (articles);
  g_autoptr (GHashTable) spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) own_names = g_hash_table_new (NULL, NULL);
  Reasons self = { terms, documents, speakers, spellings, own_names };
  g_autoptr (GArray) shared = share_terms (&self);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  collect_spellings (&self);
  for (guint i = 0; i < shared->len; i++)
    {
      const Shared *one = &g_array_index (shared, Shared, i);
      const char *face = plx_event_terms_get_face (terms, one->id);
      GPtrArray *list = one->is_name ? names : words;
      const char *name;

      if (list->len >= (one->is_name ? N_NAMES : N_WORDS) || !tells (face))
        continue;
      name = one->is_name ? spell (&self, names, one->id) : face;
      if (name != NULL)
        g_ptr_array_add (list, g_strdup (name));
    }

  g_ptr_array_extend_and_steal (names, g_steal_pointer (&words));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * plx_event_reasons_format_days:
 * @from: the first day
 * @to: the last one
 *
 * Returns: (transfer full): the days in English, as short as may be: "4–6 May 2011"
 */
char *
plx_event_reasons_format_days (PlxDay from,
                               PlxDay to)
{
  static const char * const months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  };
  GDate a, b;
  const char *month_a, *month_b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_julian (&a, from);
  g_date_set_julian (&b, to);
  month_a = months[g_date_get_month (&a) - 1];
  month_b = months[g_date_get_month (&b) - 1];

  if (from == to)
    return g_strdup_printf ("%u %s %u", g_date_get_day (&a), month_a, g_date_get_year (&a));
  if (g_date_get_year (&a) != g_date_get_year (&b))
    return g_strdup_printf ("%u %s %u – %u %s %u", g_date_get_day (&a), month_a,
                            g_date_get_year (&a), g_date_get_day (&b), month_b,
                            g_date_get_year (&b));
  if (month_a != month_b)
    return g_strdup_printf ("%u %s – %u %s %u", g_date_get_day (&a), month_a, g_date_get_day (&b),
                            month_b, g_date_get_year (&b));

  return g_strdup_printf ("%u–%u %s %u", g_date_get_day (&a), g_date_get_day (&b), month_a,
                          g_date_get_year (&b));
}
