/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-senses"

#include "config.h"

#include "language/entities/plx-senses.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/entities/plx-phrase.h"
#include "language/entities/plx-spelling.h"
#include "language/names/plx-gazetteer.h"
#include "language/plx-language.h"

/* States of the United States that have their name in common with a country or a capital. */
static const char *const states[] = { "georgia", "washington", NULL };

static const char *const state_words[] = { "state", "governor", "senator", NULL };

static const char *const before_places[] = {
  "in", "to", "from", "near", "across", "outside", NULL
};

/* Words before "of" that make the official name of a country. */
static const char *const realms[] = {
  "kingdom", "republic", "state", "sultanate", "principality", "emirate", "federation",
  "commonwealth", "duchy", NULL
};

/* What is said beside ambiguous names. */
typedef struct
{
  GHashTable *people; /* first and last words of the full names of people, folded */
  GHashTable *clear;  /* codes of countries that are named beyond doubt */
} Context;

typedef struct
{
  PlxAnnotation *annotation;
  const GArray  *senses;   /* Sense, by mention */
  Context        context;  /* in the article itself */
  const Context *story;    /* in all articles */
  gboolean       in_usa;   /* whether a state that is called like a country is spoken of */
} Article;

static void
context_init (Context *self)
{
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->clear = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
context_clear (Context *self)
{
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->clear);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Context, context_clear)

/* What a name without its context may mean. */
typedef struct
{
  char       *folded;
  const char *code;      /* nullable: the country that it may name */
  PlxForm     form;
  gboolean    ambiguous;
} Sense;

static void
sense_clear (Sense *self)
{
  g_free (self->folded);
}

/* "Kingdom of Jordan": not every such name is in our table. */
static const char *
match_realm (const char *name,
             Sense      *sense)
{
  const char *of = strstr (name, " of ");
  g_autofree char *before = NULL;
  const char *word, *code;
  g_autofree char *lower = NULL;

  if (of == NULL)
    return NULL;

  before = g_strndup (name, of - name);
  word = strrchr (before, ' ');
  lower = g_ascii_strdown (word != NULL ? word + 1 : before, -1);
  if (!g_strv_contains (realms, lower))
    return NULL;

  code = plx_country_match_name (of + strlen (" of "), -1, &sense->form, NULL);
  if (sense->form != PLX_FORM_NAME ||
      (g_str_equal (lower, "state") && g_strv_contains (states, strrchr (sense->folded, ' ') + 1)))
    code = NULL;
  sense->form = PLX_FORM_NAME;

  return code;
}

static Sense
read_sense (const PlxAnnotation  *annotation,
            const PlxMentionSpan *mention)
{
  const char *text = annotation->document->text->str + mention->start;
  const gsize n = mention->end - mention->start;
  g_autofree char *name = g_strndup (text, n);
  Sense sense = { .folded = plx_spelling_fold (name), .form = PLX_FORM_NAME };

  sense.code = plx_country_match_name (text, n, &sense.form, &sense.ambiguous);
  if (sense.code == NULL)
    sense.code = match_realm (name, &sense);

  return sense;
}

/* What each mention of an article may mean; it is asked several times. */
static GArray *
read_senses (const PlxAnnotation *annotation)
{
  const GArray *mentions = annotation->mentions;
  GArray *senses = g_array_sized_new (FALSE, FALSE, sizeof (Sense), mentions->len);

  g_array_set_clear_func (senses, (GDestroyNotify) sense_clear);
  for (guint i = 0; i < mentions->len; i++)
    {
      Sense sense = read_sense (annotation, &g_array_index (mentions, PlxMentionSpan, i));

      g_array_append_val (senses, sense);
    }

  return senses;
}

static void
note_person (Context    *self,
             const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const guint n = g_strv_length (words);

  if (n < 2)
    return;

  g_hash_table_add (self->people, g_strdup (words[0]));
  g_hash_table_add (self->people, g_strdup (words[n - 1]));
}

static void
read_article (Context             *self,
              const PlxAnnotation *annotation,
              const GArray        *senses)
{
  const GArray *mentions = annotation->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);
      const Sense *sense = &g_array_index (senses, Sense, i);

      if (mention->kind == PLX_KIND_PERSON)
        note_person (self, sense->folded);
      else if (mention->country != NULL && mention->kind != PLX_KIND_ORGANIZATION &&
               (!sense->ambiguous || mention->form == PLX_FORM_DEMONYM))
        g_hash_table_add (self->clear, (gpointer) mention->country);
    }
}

/* "The state of Georgia", "Washington state", "Atlanta, Georgia". */
static gboolean
is_state (PlxPhrase   *phrase,
          guint        m,
          const Sense *sense)
{
  const gint before = (gint) phrase->firsts[m] - 1;
  const gint after = (gint) phrase->lasts[m] + 1;
  const guint32 other = plx_phrase_get_mention (phrase, before - 1);

  if (!g_strv_contains (states, sense->folded))
    return FALSE;

  if (plx_phrase_is (phrase, after, "state") ||
      (plx_phrase_is (phrase, before, "of") &&
       plx_phrase_is_one_of (phrase, before - 1, state_words)))
    return TRUE;

  return plx_phrase_is (phrase, before, ",") && other != PLX_NONE &&
         phrase->mentions[other].kind == PLX_KIND_PLACE &&
         g_strcmp0 (phrase->mentions[other].country, "USA") == 0;
}

/* "Mr Jordan" */
static gboolean
is_addressed (PlxPhrase *phrase,
              gint       before)
{
  static const char *const addresses[] = { "mr", "mrs", "ms", "miss", "dr", "sir", "dame", NULL };

  return plx_phrase_is_one_of (phrase, before, addresses);
}

/* Whether a single name is that of somebody whom its article names in full. */
static gboolean
is_person (Article     *self,
           PlxPhrase   *phrase,
           guint        m,
           const Sense *sense)
{
  const gint before = (gint) phrase->firsts[m] - 1;
  const gint after = (gint) phrase->lasts[m] + 1;

  const Context *context = &self->context;

  if (strchr (sense->folded, ' ') != NULL)
    return FALSE;
  if (is_addressed (phrase, before))
    return TRUE;

  /* Who is named in full in another article only is meant where no article means the country. */
  if (!g_hash_table_contains (context->people, sense->folded))
    context = self->story;
  if (!g_hash_table_contains (context->people, sense->folded))
    return FALSE;
  if (plx_phrase_has (phrase, before, PLX_CUE_TITLE))
    return TRUE;
  if (plx_phrase_is_one_of (phrase, before, before_places) ||
      plx_phrase_is (phrase, after, "state") || plx_phrase_is (phrase, before, "of"))
    return FALSE;

  return sense->code == NULL || sense->form == PLX_FORM_METONYM ||
         !g_hash_table_contains (context->clear, sense->code);
}

static void
set_kind (PlxMentionSpan *mention,
          PlxKind         kind,
          PlxForm         form,
          const char     *country)
{
  mention->kind = kind;
  mention->form = form;
  mention->country = country;
}

/* What a name of a country or its seat means where it stands. */
static void
settle_mention (Article     *self,
                PlxPhrase   *phrase,
                guint        m,
                const Sense *sense)
{
  PlxMentionSpan *mention = &phrase->mentions[m];

  if (phrase->firsts[m] == PLX_NONE || sense->code == NULL || sense->form == PLX_FORM_DEMONYM)
    return;

  if (is_state (phrase, m, sense))
    {
      set_kind (mention, PLX_KIND_PLACE, PLX_FORM_NAME, plx_country_intern ("USA"));
      self->in_usa = self->in_usa || !g_hash_table_contains (self->context.clear, sense->code);
    }
  else if (is_person (self, phrase, m, sense))
    {
      set_kind (mention, PLX_KIND_PERSON, PLX_FORM_NAME, NULL);
    }
  else if (mention->kind == PLX_KIND_PERSON || mention->kind == PLX_KIND_OTHER ||
           (sense->form == PLX_FORM_NAME && mention->kind != PLX_KIND_COUNTRY &&
            !sense->ambiguous))
    {
      /* The same name is a country's in every sentence, unless somebody is called so. */
      if (sense->form == PLX_FORM_NAME)
        set_kind (mention, PLX_KIND_COUNTRY, PLX_FORM_NAME, sense->code);
      else if (mention->kind != PLX_KIND_ORGANIZATION)
        set_kind (mention, PLX_KIND_PLACE, mention->form, sense->code);
    }
}

static gboolean
may_mislead (const PlxMentionSpan *mention,
             const Sense          *sense)
{
  return sense->code != NULL && sense->form != PLX_FORM_DEMONYM &&
         (sense->ambiguous || mention->kind != PLX_KIND_COUNTRY);
}

static void
settle_sentence (Article *self,
                 guint    first,
                 guint    end)
{
  PlxMentionSpan *mentions = (PlxMentionSpan *) self->annotation->mentions->data;
  const PlxSentenceSpan *sentence =
    &g_array_index (self->annotation->sentences, PlxSentenceSpan, mentions[first].sentence);
  g_autoptr (PlxPhrase) phrase = NULL;

  for (guint i = first; i < end; i++)
    {
      const Sense *sense = &g_array_index (self->senses, Sense, i);

      if (!may_mislead (&mentions[i], sense))
        continue;
      if (phrase == NULL)
        phrase = plx_phrase_new (self->annotation->document->text->str, sentence->start,
                                 sentence->end, mentions + first, end - first);
      settle_mention (self, phrase, i - first, sense);
    }
}

/* Where one "Georgia" is the state and none is beyond doubt the country, all are the state. */
static void
settle_states (Article *self)
{
  for (guint i = 0; self->in_usa && i < self->annotation->mentions->len; i++)
    {
      PlxMentionSpan *mention =
        &g_array_index (self->annotation->mentions, PlxMentionSpan, i);

      if (mention->kind == PLX_KIND_COUNTRY && mention->form == PLX_FORM_NAME &&
          g_strv_contains (states, g_array_index (self->senses, Sense, i).folded))
        set_kind (mention, PLX_KIND_PLACE, PLX_FORM_NAME, plx_country_intern ("USA"));
    }
}

static void
settle_article (PlxAnnotation *annotation,
                const GArray  *senses,
                const Context *story)
{
  g_auto (Context) context = { 0 };
  Article self = { .annotation = annotation, .senses = senses, .story = story };
  const GArray *mentions = annotation->mentions;
  guint first = 0;

  context_init (&context);
  read_article (&context, annotation, senses);
  self.context = context;

  for (guint j = 1; j <= mentions->len; j++)
    {
      if (j < mentions->len &&
          g_array_index (mentions, PlxMentionSpan, j).sentence ==
            g_array_index (mentions, PlxMentionSpan, first).sentence)
        continue;

      settle_sentence (&self, first, j);
      first = j;
    }

  settle_states (&self);
}

/**
 * plx_senses_settle:
 * @annotations: (element-type PlxAnnotation): the articles
 *
 * Settles what names mean that may mean several things: a country or somebody of that family
 * name, a country or a state. An article that speaks of Marcus Jordan means him by “Jordan”, unless
 * it speaks of the country as well. Sets the kind, form and country of these mentions.
 */
void
plx_senses_settle (GPtrArray *annotations)
{
  g_auto (Context) story = { 0 };
  g_autoptr (GPtrArray) senses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  context_init (&story);
  for (guint i = 0; i < annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      g_ptr_array_add (senses, read_senses (annotation));
      read_article (&story, annotation, g_ptr_array_index (senses, i));
    }

  for (guint i = 0; i < annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (plx_language_is_full (annotation->document->fields[PLX_FIELD_LANGUAGE]))
        settle_article (annotation, g_ptr_array_index (senses, i), &story);
    }
}
