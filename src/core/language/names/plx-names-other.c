/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-names-other"

#include "config.h"

#include "language/names/plx-names-other.h"

#include <string.h>

#include "countries/plx-country-names.h"
#include "language/entities/plx-spelling.h"
#include "language/names/plx-gazetteer.h"
#include "language/text/plx-function-words.h"
#include "language/text/plx-word-runs.h"
#include "language/text/plx-words.h"

/* A longer run of words with capitals is a headline or a list. */
#define LONGEST_RUN 6

/* Where nouns have capitals, a name is seldom longer. */
#define LONGEST_AMONG_NOUNS 3

/* From this share on, of 9, a word is mostly part of people's names in English texts. */
#define MOSTLY_PERSON 6

/* What an article in another language is read with. */
typedef struct
{
  const char            *tag;
  const PlxCountryNames *countries; /* nullable */
  gboolean               has_noun_capitals;
  const char            *text;
  GArray                *words;     /* PlxWord: those of one sentence */
  GArray                *mentions;  /* PlxMentionSpan */
  GHashTable            *known;     /* words that are names elsewhere in it => kind */
} Reader;

/* What small words tie the words of a name together, in any language with capitals. */
static const char *const particles[] = {
  "af", "al", "ap", "av", "ben", "bin", "bint", "da", "das", "de", "degli", "dei", "del", "della",
  "dello",
  "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "les", "los",
  "ter", "ten", "van", "vom", "von", "zu", "zum", "zur", "аль", "бен", "бин",
  "ван", "де", "дер", "ди", "ибн", "ла", "фон", "эль", NULL
};

/* Those that tie the names of people together where nouns have capitals. */
static const char *const of_people[] = {
  "al", "ben", "bin", "da", "de", "del", "der", "den", "di", "dos", "du", "ibn", "la", "le",
  "van", "von",
  "zu", NULL
};

/* What stands before the name of somebody, in the languages of the news. */
static const char *const titles[] = {
  /* Abbreviated, in several languages */
  "dr", "dra", "dott", "dott.ssa", "dhr", "mevr", "mr", "mrs", "prof", "sig", "sig.ra", "sr",
  "sra", "hr",
  "fr", "mgr", "inż", "ing", "gen", "płk", "lic", "dip", "av",
  /* German */
  "präsident", "präsidentin", "kanzler", "kanzlerin", "bundeskanzler", "bundeskanzlerin",
  "minister",
  "ministerin", "premier", "premierminister", "premierministerin", "ministerpräsident",
  "ministerpräsidentin", "staatschef", "regierungschef", "regierungschefin", "herr", "herrn",
  "frau",
  "könig", "königin", "prinz", "prinzessin", "papst", "general", "sprecher", "sprecherin",
  "botschafter",
  "botschafterin", "senator", "senatorin", "richter", "richterin", "anwalt", "anwältin",
  "professor",
  "professorin", "bischof", "kardinal", "sänger", "sängerin", "autor", "autorin", "trainer",
  "trainerin",
  "bürgermeister", "bürgermeisterin", "oberbürgermeister",
  /* French */
  "président", "présidente", "ministre", "premier-ministre", "chancelier", "chancelière", "roi",
  "reine",
  "prince", "princesse", "pape", "général", "porte-parole", "ambassadeur", "ambassadrice",
  "sénateur",
  "sénatrice", "monsieur", "madame", "mme", "m", "maire", "juge", "cardinal", "colonel",
  /* Spanish, Portuguese, Italian, Catalan, Galician, Romanian */
  "presidente", "presidenta", "president", "ministro", "ministra", "ministru", "premier",
  "canciller",
  "chanceler", "cancelliere", "rey", "reina", "rei", "rainha", "re", "regina", "príncipe", "papa",
  "portavoz", "porta-voz", "portavoce", "embajador", "embajadora", "embaixador", "embaixadora",
  "ambasciatore", "senador", "senadora", "senatore", "señor", "señora", "senhor", "senhora",
  "signor",
  "signora", "don", "doña", "alcalde", "alcaldesa", "sindaco", "generale", "președintele",
  "premierul", "ministrul", "juez", "jueza", "juiz",
  /* Dutch, Danish, Norwegian, Swedish */
  "premier", "koning", "koningin", "meneer", "mevrouw", "woordvoerder", "burgemeester",
  "statsminister",
  "statsministeren", "præsident", "presidenten", "utenriksminister", "utrikesminister",
  "udenrigsminister", "kung", "kong", "konge", "drottning", "dronning", "fru", "herr",
  /* Polish, Czech, Slovak, Slovene, Croatian, Bosnian */
  "prezydent", "prezydenta", "premiera", "ministra", "pan", "pani", "prezident", "prezidenta",
  "premiér", "ministr", "rzecznik", "mluvčí", "predsednik", "predsednica", "predsjednik",
  "predsjednica", "premijer", "papież",
  /* Finnish, Estonian, Hungarian, Turkish, Indonesian, Vietnamese */
  "presidentti", "pääministeri", "ulkoministeri", "peaminister", "elnök", "miniszterelnök",
  "miniszter",
  "cumhurbaşkanı", "başbakan", "bakanı", "başkanı", "presiden", "menteri", "perdana", "ông", "bà",
  /* Russian, Ukrainian, Bulgarian, Serbian, Macedonian */
  "президент", "президента", "президенту", "президентом", "президентът", "премьер",
  "премьер-министр",
  "премьер-министра", "премьер-министром", "министр", "министра", "министром", "канцлер",
  "канцлера",
  "король", "короля", "генерал", "генерала", "посол", "посла", "сенатор", "господин", "госпожа",
  "прем'єр", "прем'єр-міністр", "міністр", "міністра", "президентка", "министър", "премиер",
  "премиерът", "председник", "председница", "премијер", "министар", "дипломат", "дипломата",
  /* Greek */
  "πρόεδρος", "πρόεδρο", "προέδρου", "πρωθυπουργός", "πρωθυπουργό", "πρωθυπουργού", "υπουργός",
  "υπουργό", "υπουργού", "κύριος", "κυρία", "βασιλιάς", NULL
};

static gboolean
has_noun_capitals (const char *tag)
{
  static const char *const languages[] = { "de", "lb", "gsw", "nds", "frr", NULL };
  g_autofree char *language = g_ascii_strdown (tag, strcspn (tag, "-_"));

  return g_strv_contains (languages, language);
}

static const PlxWord *
get_word (const Reader *self,
          guint         at)
{
  return &g_array_index (self->words, PlxWord, at);
}

static char *
dup_lower (const Reader *self,
           guint         at)
{
  const PlxWord *word = get_word (self, at);
  g_autofree char *plain = g_strndup (self->text + word->start, word->end - word->start);
  char *lower = g_utf8_strdown (plain, -1);

  if (g_str_has_suffix (lower, "."))
    lower[strlen (lower) - 1] = '\0';

  return lower;
}

static gboolean
is_in (const Reader        *self,
       guint                at,
       const char *const   *list)
{
  g_autofree char *lower = at < self->words->len ? dup_lower (self, at) : NULL;

  return lower != NULL && g_strv_contains (list, lower);
}

static gboolean
is_capital (const Reader *self,
            guint         at)
{
  return at < self->words->len && get_word (self, at)->is_word &&
         g_unichar_isupper (g_utf8_get_char (self->text + get_word (self, at)->start));
}

static gboolean
is_acronym (const Reader *self,
            guint         at)
{
  const PlxWord *word = get_word (self, at);
  guint n = 0;

  for (const char *c = self->text + word->start; c < self->text + word->end;
       c = g_utf8_next_char (c))
    {
      if (!g_unichar_isupper (g_utf8_get_char (c)) && !g_ascii_isdigit (*c))
        return FALSE;
      n++;
    }

  return n >= 2 && n <= 6;
}

static gboolean
is_function_word (const Reader *self,
                  guint         at)
{
  const PlxWord *word = get_word (self, at);

  return plx_function_words_has (self->tag, self->text + word->start, word->end - word->start);
}

/* Whether a capital says nothing here: at the beginning of a sentence or of what somebody says. */
static gboolean
is_first (const Reader *self,
          guint         at)
{
  for (guint i = at; i > 0; i--)
    {
      const PlxWord *before = get_word (self, i - 1);
      const char mark = self->text[before->start];

      if (before->is_word)
        return FALSE;
      if (mark != ',' && mark != '(' && mark != '-' && mark != ';')
        return TRUE;
      if (mark == ',' || mark == ';')
        return FALSE;
    }

  return TRUE;
}

/* How the word is used in English, where many names are the same: "vladimir", "obama". */
static gboolean
is_person_word (const Reader *self,
                guint         at)
{
  const PlxWord *word = get_word (self, at);
  g_autofree char *plain = g_strndup (self->text + word->start, word->end - word->start);
  g_autofree char *latin = plx_spelling_is_foreign (plain) ? plx_spelling_latinize (plain) : NULL;
  g_autofree char *folded = plx_spelling_fold (latin != NULL ? latin : plain);
  PlxWordUse use;

  return plx_gazetteer_get_use (folded, &use) && use.person >= MOSTLY_PERSON && use.small <= 4;
}

static void
emit (Reader     *self,
      gsize       start,
      gsize       end,
      PlxKind     kind,
      const char *country)
{
  const PlxMentionSpan mention = { .start = start, .end = end, .entity = PLX_NONE, .kind = kind,
                                   .form = PLX_FORM_NAME, .country = country };

  g_array_append_val (self->mentions, mention);
}

/* Notes the words of a name, so that it is known again where a sentence begins with it. */
static void
remember (Reader *self,
          guint   first,
          guint   last,
          PlxKind kind)
{
  if (kind == PLX_KIND_PERSON || first == last)
    g_hash_table_insert (self->known, dup_lower (self, last), GINT_TO_POINTER (kind + 1));
}

/* What a run of words names, by our tables and by its form. */
static PlxKind
judge (Reader      *self,
       guint        first,
       guint        last,
       const char **country)
{
  const gsize start = get_word (self, first)->start;
  g_autofree char *name = g_strndup (self->text + start, get_word (self, last)->end - start);
  const PlxKnownName *known = plx_gazetteer_lookup (name, FALSE);

  *country = known != NULL ? known->country : NULL;
  if (known != NULL)
    return known->kind;
  if (first > 0 && is_in (self, first - 1, titles))
    return PLX_KIND_PERSON;
  if (first == last && is_acronym (self, first))
    return PLX_KIND_ORGANIZATION;
  if (last > first && last - first <= 3 && is_person_word (self, first))
    return PLX_KIND_PERSON;

  return PLX_KIND_OTHER;
}

static void
emit_run (Reader *self,
          guint   first,
          guint   last)
{
  const char *country;
  const PlxKind kind = judge (self, first, last, &country);

  emit (self, get_word (self, first)->start, get_word (self, last)->end, kind, country);
  remember (self, first, last, kind);
}

/* Whether the name of a country begins there, which is a name of its own. */
static gboolean
begins_country (const Reader *self,
                guint         at)
{
  const PlxWord *last = get_word (self, self->words->len - 1);
  gsize end;

  return self->countries != NULL && at < self->words->len &&
         plx_country_names_match (self->countries, self->text, get_word (self, at)->start,
                                  last->end, &end) != NULL;
}

/* The last word of the name that begins at @first: words with capitals, and particles between. */
static guint
find_last (const Reader      *self,
           guint              first,
           guint              most,
           const char *const *between)
{
  guint last = first;

  for (guint n = 1; n < most; n++)
    {
      guint next = last + 1;

      while (next < self->words->len && next <= last + 2 && !is_capital (self, next) &&
             is_in (self, next, between))
        next++;
      if (!is_capital (self, next) || is_in (self, next, titles) || begins_country (self, next))
        break;
      last = next;
    }

  return last;
}

/* How many words a name may have where nouns have capitals. Behind a title, "Roes Rede" is one word
 * of a name, and "Roe Rede" may be two. */
static guint
judge_length (const Reader *self,
              guint         at,
              gboolean      has_title)
{
  const PlxWord *word = get_word (self, at);

  if (!has_title || is_person_word (self, at))
    return LONGEST_AMONG_NOUNS;

  return self->text[word->end - 1] == 's' ? 1 : LONGEST_AMONG_NOUNS - 1;
}

/* Where nouns have capitals: only behind a title, or where the first word is somebody's given
 * name; acronyms, and what our tables know. */
static guint
read_among_nouns (Reader *self,
                  guint   at)
{
  const gboolean has_title = at > 0 && is_in (self, at - 1, titles);
  const PlxWord *word = get_word (self, at);
  g_autofree char *name = g_strndup (self->text + word->start, word->end - word->start);

  if (is_in (self, at, titles) || is_function_word (self, at))
    return at + 1;

  if (has_title || (is_person_word (self, at) && is_capital (self, at + 1) &&
                    !is_in (self, at + 1, titles)))
    {
      const guint last = find_last (self, at, judge_length (self, at, has_title), of_people);

      emit (self, word->start, get_word (self, last)->end, PLX_KIND_PERSON, NULL);
      remember (self, at, last, PLX_KIND_PERSON);
      return last + 1;
    }

  if ((is_acronym (self, at) && !is_first (self, at)) || plx_gazetteer_lookup (name, FALSE) != NULL)
    emit_run (self, at, at);

  return at + 1;
}

/* One word at the beginning may be any word; a full name behind it stands by itself. */
static gboolean
is_common_start (const Reader *self,
                 guint         at,
                 guint         last)
{
  if (last == at)
    return TRUE;

  return !is_person_word (self, at) && (last >= at + 2 || !is_capital (self, at + 1));
}

static guint
read_name (Reader *self,
           guint   at)
{
  guint last;

  if (!is_capital (self, at) || is_in (self, at, titles))
    return at + 1;
  if (self->has_noun_capitals)
    return read_among_nouns (self, at);

  if (is_first (self, at) && is_function_word (self, at))
    return at + 1;

  last = find_last (self, at, LONGEST_RUN + 1, particles);
  if (last >= at + LONGEST_RUN)
    return last + 1;

  if (is_first (self, at) && !is_acronym (self, at) && is_common_start (self, at, last))
    return at + 1;

  emit_run (self, at, last);

  return last + 1;
}

/* In scripts without spaces a name may begin at any letter. */
static gsize
read_country (Reader  *self,
              guint    at,
              gsize    end)
{
  const PlxWord *word = get_word (self, at);
  const gboolean is_spaceless =
    plx_word_runs_is_spaceless (g_utf8_get_char (self->text + word->start));

  for (gsize start = word->start; self->countries != NULL && start < word->end;
       start = g_utf8_next_char (self->text + start) - self->text)
    {
      gsize match_end;
      const char *code =
        plx_country_names_match (self->countries, self->text, start, end, &match_end);

      if (code != NULL)
        {
          emit (self, start, match_end, PLX_KIND_COUNTRY, code);
          return match_end;
        }
      if (!is_spaceless)
        break;
    }

  return word->start;
}

/* "L'Afrique", "dell'Italia": what is elided before a name is no part of it. */
static void
drop_elisions (Reader *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      PlxWord *word = &g_array_index (self->words, PlxWord, i);
      const char *text = self->text;

      if (!word->is_word)
        continue;

      for (gsize at = word->start, n = 0; at < word->end && n < 6; n++)
        {
          const gunichar c = g_utf8_get_char (text + at);
          const gsize next = g_utf8_next_char (text + at) - text;

          if ((c == '\'' || c == 0x2019) && n > 0 && next < word->end &&
              g_unichar_isupper (g_utf8_get_char (text + next)) &&
              g_unichar_islower (g_utf8_get_char (text + next - (c == '\'' ? 2 : 4))))
            {
              word->start = next;
              break;
            }
          at = next;
        }
    }
}

static void
read_sentence (Reader *self,
               gsize   start,
               gsize   end)
{
  g_autoptr (GArray) words = plx_words_split (self->text, start, end);
  guint at = 0;

  self->words = words;
  drop_elisions (self);
  while (at < words->len)
    {
      const gsize match_end = get_word (self, at)->is_word ? read_country (self, at, end)
                                                           : get_word (self, at)->start;
      guint next = at;

      while (next < words->len && get_word (self, next)->start < match_end)
        next++;
      at = next > at ? next : read_name (self, at);
    }
}

/* Names that stand alone where a capital says nothing, but are names elsewhere. */
static void
read_again (Reader *self,
            gsize   start,
            gsize   end,
            GArray *found,
            guint  *next)
{
  g_autoptr (GArray) words = plx_words_split (self->text, start, end);

  self->words = words;
  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = get_word (self, i);
      g_autofree char *lower = NULL;
      gpointer kind;

      while (*next < found->len &&
             g_array_index (found, PlxMentionSpan, *next).end <= word->start)
        {
          g_array_append_val (self->mentions, g_array_index (found, PlxMentionSpan, *next));
          (*next)++;
        }

      if (!is_capital (self, i) ||
          (*next < found->len && g_array_index (found, PlxMentionSpan, *next).start < word->end))
        continue;

      lower = dup_lower (self, i);
      kind = g_hash_table_lookup (self->known, lower);
      if (kind != NULL && !is_function_word (self, i))
        emit (self, word->start, word->end, GPOINTER_TO_INT (kind) - 1, NULL);
    }

  while (*next < found->len && g_array_index (found, PlxMentionSpan, *next).start < end)
    {
      g_array_append_val (self->mentions, g_array_index (found, PlxMentionSpan, *next));
      (*next)++;
    }
}

/**
 * plx_names_other_find:
 * @annotation: an article with its sentences
 * @tag: BCP 47 tag of its language, which is not English
 *
 * Finds the names in an article that is not in English: countries by their names in its
 * language, and others by their form, which is a capital inside a sentence. Where all nouns have
 * capitals, as in German, only those behind a title or that our tables know; where nothing has,
 * only countries.
 */
void
plx_names_other_find (PlxAnnotation *annotation,
                      const char    *tag)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
  Reader self = { .tag = tag, .countries = plx_country_names_get (tag),
                  .has_noun_capitals = has_noun_capitals (tag),
                  .text = annotation->document->text->str, .mentions = found, .known = known };
  guint next = 0;

  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (annotation->sentences, PlxSentenceSpan, i);

      read_sentence (&self, sentence->start, sentence->end);
    }

  self.mentions = annotation->mentions;
  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (annotation->sentences, PlxSentenceSpan, i);
      const guint first = annotation->mentions->len;

      read_again (&self, sentence->start, sentence->end, found, &next);
      for (guint j = first; j < annotation->mentions->len; j++)
        g_array_index (annotation->mentions, PlxMentionSpan, j).sentence = i;
    }
}
