/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-titles"

#include "config.h"

#include "language/entities/plx-titles.h"

#include <string.h>

#include "language/entities/plx-phrase.h"
#include "language/names/plx-gazetteer.h"
#include "language/plx-language.h"
#include "language/text/plx-words.h"

/* The last words of titles of which a country has one holder at a time. */
static const char *const offices[] = {
  "president", "premier", "minister", "chancellor", "king", "queen", "emperor", "empress", "emir",
  "sultan", "pm", "taoiseach", "shah", "pope", NULL
};

/* "Minister" alone is one of many. */
static const char *const of_many[] = { "minister", "deputy minister", "junior minister", NULL };

/* Who was, or will be, is not who is. */
static const char *const not_now[] = {
  "former", "ex", "then", "late", "retired", "outgoing", "incoming", "acting", "interim",
  "caretaker", NULL
};

static const char *const possessives[] = { "'s", "'", NULL };

/* Stands for several holders of one office. */
#define SEVERAL GUINT_TO_POINTER (PLX_NONE)

/* A run of words that names an office. */
typedef struct
{
  gint  first;
  gint  last;
  char *key; /* nullable: country and office; NULL where it is none */
} Office;

static void
office_clear (Office *self)
{
  g_free (self->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Office, office_clear)

static gboolean
is_title_word (PlxPhrase *self,
               gint       at)
{
  return plx_phrase_get_mention (self, at) == PLX_NONE && !plx_phrase_is (self, at, "the") &&
         plx_phrase_has (self, at, PLX_CUE_TITLE | PLX_CUE_RANK | PLX_CUE_PORTFOLIO);
}

static Office
make_office (PlxPhrase  *self,
             const char *country,
             gint        first,
             gint        last)
{
  Office office = { first, last, NULL };
  g_autoptr (GString) title = g_string_new (NULL);

  if (country == NULL || last < first || !plx_phrase_is_one_of (self, last, offices))
    return office;

  for (gint i = first; i <= last; i++)
    {
      const char *word = self->lower[i];

      if (g_strv_contains (not_now, word))
        return office;
      g_string_append_printf (title, i > first ? " %s" : "%s",
                              g_str_equal (word, "defence") ? "defense" : word);
    }

  if (!g_strv_contains (of_many, title->str))
    office.key = g_strconcat (country, "\t", title->str, NULL);

  return office;
}

/* A word that our lists do not know, in the title of a minister: "climate minister". */
static gboolean
is_plain_word (PlxPhrase *self,
               gint       at)
{
  return at >= 0 && (guint) at < self->words->len &&
         plx_phrase_get_mention (self, at) == PLX_NONE && g_ascii_isalpha (self->lower[at][0]) &&
         strlen (self->lower[at]) > 3 &&
         !plx_phrase_has (self, at, PLX_CUE_PERSON_VERB | PLX_CUE_ACT);
}

/* The office whose words begin at @first. */
static Office
read_forward (PlxPhrase  *self,
              const char *country,
              gint        first)
{
  const gboolean has_plain = !is_title_word (self, first) && is_plain_word (self, first) &&
                             plx_phrase_is (self, first + 1, "minister");
  gint last = first + has_plain;

  while (is_title_word (self, last))
    last++;

  return make_office (self, country, first, last - 1);
}

static Office
read_backward (PlxPhrase  *self,
               const char *country,
               gint        last)
{
  gint first = last;

  while (is_title_word (self, first))
    first--;
  if (first == last - 1 && plx_phrase_is (self, last, "minister") && is_plain_word (self, first))
    first--;

  return make_office (self, country, first + 1, last);
}

static gint
skip_possessive (PlxPhrase *self,
                 gint       at)
{
  return at + plx_phrase_is_one_of (self, at, possessives);
}

/* The mention of a country that ends right before @at, with or without its possessive. */
static guint32
find_country_before (PlxPhrase *self,
                     gint       at)
{
  if (plx_phrase_is_one_of (self, at, possessives))
    at--;

  return plx_phrase_get_mention (self, at);
}

static gboolean
is_country (PlxPhrase  *self,
            guint32     mention,
            const char *country)
{
  return mention != PLX_NONE && self->mentions[mention].kind == PLX_KIND_COUNTRY &&
         self->mentions[mention].country == country;
}

/* "Norwegian [President] Holm", "Norway's [president], Holm". */
static Office
read_office_before (PlxPhrase *self,
                    guint      m)
{
  const char *country = self->mentions[m].country;
  const gint before = (gint) self->firsts[m] - 1;
  Office office = read_backward (self, country, before - plx_phrase_is (self, before, ","));

  if (office.key != NULL &&
      !is_country (self, find_country_before (self, office.first - 1), country))
    g_clear_pointer (&office.key, g_free);

  return office;
}

/* "Holm, the Norwegian [president]", "Holm, [president] of Norway". */
static Office
read_office_after (PlxPhrase *self,
                   guint      m)
{
  const char *country = self->mentions[m].country;
  gint at = (gint) self->lasts[m] + 1;
  Office office = { 0, 0, NULL };
  guint32 other;

  if (!plx_phrase_is (self, at, ","))
    return office;

  at += 1 + plx_phrase_is (self, at + 1, "the");
  other = plx_phrase_get_mention (self, at);
  if (is_country (self, other, country))
    return read_forward (self, country, skip_possessive (self, (gint) self->lasts[other] + 1));

  office = read_forward (self, country, at);
  at = office.last + 1;
  if (office.key != NULL &&
      !(plx_phrase_is (self, at, "of") &&
        is_country (self,
                    plx_phrase_get_mention (self, at + 1 + plx_phrase_is (self, at + 1, "the")),
                    country)))
    g_clear_pointer (&office.key, g_free);

  return office;
}

static void
note_holder (GHashTable *holders,
             char       *key,
             guint32     root)
{
  gpointer other;

  if (!g_hash_table_lookup_extended (holders, key, NULL, &other))
    g_hash_table_insert (holders, key, GUINT_TO_POINTER (root));
  else if (other != GUINT_TO_POINTER (root))
    g_hash_table_insert (holders, key, SEVERAL);
  else
    g_free (key);
}

static void
find_holders (PlxPhrase  *self,
              GHashTable *holders)
{
  for (guint i = 0; i < self->n_mentions; i++)
    {
      const PlxMentionSpan *mention = &self->mentions[i];

      if (mention->kind != PLX_KIND_PERSON || mention->country == NULL ||
          self->firsts[i] == PLX_NONE)
        continue;

      {
        g_auto (Office) before = read_office_before (self, i);
        g_auto (Office) after = read_office_after (self, i);

        if (before.key != NULL)
          note_holder (holders, g_steal_pointer (&before.key), mention->entity);
        if (after.key != NULL)
          note_holder (holders, g_steal_pointer (&after.key), mention->entity);
      }
    }
}

/* Whether what follows an office names its holder, so that it is no mention of its own. */
static gboolean
is_followed_by_name (PlxPhrase *self,
                     gint       after)
{
  const gint next = after + plx_phrase_is (self, after, ",");

  return plx_phrase_get_mention (self, after) != PLX_NONE ||
         plx_phrase_is_capital (self, after) ||
         (plx_phrase_get_mention (self, next) != PLX_NONE &&
          self->mentions[plx_phrase_get_mention (self, next)].kind == PLX_KIND_PERSON);
}

/* Whether what stands before it names its holder: "Holm, the president of Norway". */
static gboolean
is_after_name (PlxPhrase *self,
               gint       before)
{
  const guint32 other = plx_phrase_get_mention (self, before - 1);

  return plx_phrase_is (self, before, ",") && other != PLX_NONE &&
         self->mentions[other].kind == PLX_KIND_PERSON;
}

/* "The Norwegian [president]", "Norway's [president]", "the [president] of Norway". */
static Office
read_office_of (PlxPhrase *self,
                guint      m)
{
  const PlxMentionSpan *mention = &self->mentions[m];
  const gint before = (gint) self->firsts[m] - 1;
  const gint after = (gint) self->lasts[m] + 1;
  const gint of = before - plx_phrase_is (self, before, "the");
  Office office = { 0, 0, NULL };
  gint end = after;
  gint start = before;

  if (plx_phrase_is_joined (self, m))
    return office;

  if (plx_phrase_is (self, of, "of"))
    {
      office = read_backward (self, mention->country, of - 1);
      start = office.first - 1;
      if (office.key != NULL && !plx_phrase_is (self, start, "the"))
        g_clear_pointer (&office.key, g_free);
      start--;
    }
  else if (plx_phrase_is_one_of (self, after, possessives) ||
           (mention->form == PLX_FORM_DEMONYM && plx_phrase_is (self, before, "the")))
    {
      office = read_forward (self, mention->country, skip_possessive (self, after));
      end = office.last + 1;
      start -= plx_phrase_is (self, before, "the");
    }

  if (office.key != NULL && (is_followed_by_name (self, end) || is_after_name (self, start)))
    g_clear_pointer (&office.key, g_free);

  return office;
}

/* A finder may have taken the title into a name. */
static gboolean
is_free (PlxPhrase            *self,
         const PlxMentionSpan *title)
{
  for (guint i = 0; i < self->n_mentions; i++)
    {
      if (self->mentions[i].start < title->end && self->mentions[i].end > title->start)
        return FALSE;
    }

  return TRUE;
}

static void
add_titles (PlxPhrase  *self,
            GHashTable *holders,
            GArray     *added)
{
  for (guint i = 0; i < self->n_mentions; i++)
    {
      g_auto (Office) office = { 0, 0, NULL };
      PlxMentionSpan title = { .kind = PLX_KIND_PERSON, .form = PLX_FORM_TITLE };
      gpointer root;

      if (self->mentions[i].kind != PLX_KIND_COUNTRY || self->firsts[i] == PLX_NONE)
        continue;

      office = read_office_of (self, i);
      if (office.key == NULL ||
          !g_hash_table_lookup_extended (holders, office.key, NULL, &root) || root == SEVERAL)
        continue;

      title.start = g_array_index (self->words, PlxWord, office.first).start;
      title.end = g_array_index (self->words, PlxWord, office.last).end;
      title.sentence = self->mentions[i].sentence;
      title.entity = GPOINTER_TO_UINT (root);
      if (is_free (self, &title))
        g_array_append_val (added, title);
    }
}

typedef void (*SentenceFunc) (PlxPhrase *phrase,
                              gpointer   first,
                              gpointer   second);

/* What a sentence must name. */
typedef enum
{
  NAMES_COUNTRY,
  NAMES_COUNTRY_AND_HOLDER, /* and a person of whom the country is known */
} Names;

static gboolean
has_names (const PlxMentionSpan *mentions,
           guint                 n,
           Names                 wanted)
{
  gboolean has_country = FALSE, has_holder = wanted == NAMES_COUNTRY;

  for (guint i = 0; i < n; i++)
    {
      has_country = has_country || mentions[i].kind == PLX_KIND_COUNTRY;
      has_holder = has_holder ||
                   (mentions[i].kind == PLX_KIND_PERSON && mentions[i].country != NULL);
    }

  return has_country && has_holder;
}

/* Calls @func for each sentence of an article that has the wanted names. */
static void
each_sentence (PlxAnnotation *annotation,
               Names          wanted,
               SentenceFunc   func,
               gpointer       first_data,
               gpointer       second_data)
{
  PlxMentionSpan *mentions = (PlxMentionSpan *) annotation->mentions->data;
  const guint n = annotation->mentions->len;

  for (guint first = 0, end; first < n; first = end)
    {
      const PlxSentenceSpan *sentence =
        &g_array_index (annotation->sentences, PlxSentenceSpan, mentions[first].sentence);

      for (end = first; end < n && mentions[end].sentence == mentions[first].sentence;)
        end++;

      if (has_names (mentions + first, end - first, wanted))
        {
          g_autoptr (PlxPhrase) phrase =
            plx_phrase_new (annotation->document->text->str, sentence->start, sentence->end,
                            mentions + first, end - first);

          func (phrase, first_data, second_data);
        }
    }
}

static void
find_holders_in (PlxPhrase *phrase,
                 gpointer   holders,
                 gpointer   unused)
{
  find_holders (phrase, holders);
}

static void
add_titles_in (PlxPhrase *phrase,
               gpointer   holders,
               gpointer   added)
{
  add_titles (phrase, holders, added);
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const guint32 first = ((const PlxMentionSpan *) a)->start;
  const guint32 second = ((const PlxMentionSpan *) b)->start;

  return first < second ? -1 : first > second;
}

static gboolean
is_english (const PlxAnnotation *annotation)
{
  return plx_language_is_full (annotation->document->fields[PLX_FIELD_LANGUAGE]);
}

/**
 * plx_titles_clear:
 * @annotations: (element-type PlxAnnotation): the articles
 *
 * Takes away the titles that were found when the articles were resolved before, in this
 * company or another.
 */
void
plx_titles_clear (GPtrArray *annotations)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      GArray *mentions = ((PlxAnnotation *) g_ptr_array_index (annotations, i))->mentions;
      guint kept = 0;

      for (guint j = 0; j < mentions->len; j++)
        {
          const PlxMentionSpan mention = g_array_index (mentions, PlxMentionSpan, j);

          if (mention.form != PLX_FORM_TITLE)
            g_array_index (mentions, PlxMentionSpan, kept++) = mention;
        }
      g_array_set_size (mentions, kept);
    }
}

/**
 * plx_titles_find:
 * @annotations: (element-type PlxAnnotation): the articles, each mention with the entity, kind
 *   and country that its sentence tells
 *
 * Adds mentions of people by their titles: “the Norwegian president”, where the articles tell of
 * one Norwegian president and say who it is. The mention is that of the title alone, since its
 * country has one of its own.
 */
void
plx_titles_find (GPtrArray *annotations)
{
  g_autoptr (GHashTable) holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < annotations->len; i++)
    {
      if (is_english (g_ptr_array_index (annotations, i)))
        each_sentence (g_ptr_array_index (annotations, i), NAMES_COUNTRY_AND_HOLDER,
                       find_holders_in, holders, NULL);
    }
  if (g_hash_table_size (holders) == 0)
    return;

  for (guint i = 0; i < annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, i);
      g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (PlxMentionSpan));

      if (is_english (annotation))
        each_sentence (annotation, NAMES_COUNTRY, add_titles_in, holders, added);
      if (added->len == 0)
        continue;

      g_array_append_vals (annotation->mentions, added->data, added->len);
      g_array_sort (annotation->mentions, compare_mentions);
    }
}
