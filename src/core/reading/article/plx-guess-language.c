/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-guess-language"

#include "config.h"

#include "reading/article/plx-guess-language.h"

#include <gio/gio.h>
#include <string.h>

#include "reading/article/plx-sameness.h"

#define TABLE "/io/github/parallaxapp/Parallax/language/function-words.tsv"

/* A thousand words tell as much as ten thousand. */
#define MAX_WORDS 1000

/* The same for letters, where a script has no spaces. */
#define MAX_LETTERS 10000

/* Too few words to tell anything, and enough to contradict what a page says of itself. */
#define MIN_WORDS 20
#define SURE_WORDS 50

/* Of so many words, at least one is one of the small words of its language; and so many of them
 * where there has to be no doubt. */
#define SHARE 12
#define SURE_SHARE 6

/* How close, in percent, the next language may come. */
#define NEXT 80
#define SURE_NEXT 60

/* No small word is longer, in bytes. */
#define WORD_BYTES 40

/* Languages whose small words the table may have. */
#define MAX_LANGUAGES 64

/* How much a letter counts that only one language of its script has, in words. */
#define LETTER_WEIGHT 0.5

/* Languages that hardly differ in their small words: the second is not another language. */
static const char *const twins[][2] = {
  { "da", "no" }, { "id", "ms" }, { "cs", "sk" }, { "gl", "pt" }, { "hr", "sl" }, { "gl", "es" },
  { "af", "nl" }, { "ca", "es" }, { "sr", "mk" }, { "az", "tr" }, { "ru", "bg" }, { "ru", "be" },
};

/* Scripts that one language of the news writes. */
static const struct
{
  GUnicodeScript  script;
  const char     *language;
} scripts[] = {
  { G_UNICODE_SCRIPT_GREEK, "el" },    { G_UNICODE_SCRIPT_HEBREW, "he" },
  { G_UNICODE_SCRIPT_HANGUL, "ko" },   { G_UNICODE_SCRIPT_HIRAGANA, "ja" },
  { G_UNICODE_SCRIPT_KATAKANA, "ja" }, { G_UNICODE_SCRIPT_HAN, "zh" },
  { G_UNICODE_SCRIPT_THAI, "th" },     { G_UNICODE_SCRIPT_LAO, "lo" },
  { G_UNICODE_SCRIPT_KHMER, "km" },    { G_UNICODE_SCRIPT_MYANMAR, "my" },
  { G_UNICODE_SCRIPT_GEORGIAN, "ka" }, { G_UNICODE_SCRIPT_ARMENIAN, "hy" },
  { G_UNICODE_SCRIPT_BENGALI, "bn" },  { G_UNICODE_SCRIPT_TAMIL, "ta" },
  { G_UNICODE_SCRIPT_TELUGU, "te" },   { G_UNICODE_SCRIPT_KANNADA, "kn" },
  { G_UNICODE_SCRIPT_MALAYALAM, "ml" }, { G_UNICODE_SCRIPT_GUJARATI, "gu" },
  { G_UNICODE_SCRIPT_GURMUKHI, "pa" }, { G_UNICODE_SCRIPT_SINHALA, "si" },
  { G_UNICODE_SCRIPT_ETHIOPIC, "am" }, { G_UNICODE_SCRIPT_MONGOLIAN, "mn" },
  { G_UNICODE_SCRIPT_TIBETAN, "bo" },
};

/* Letters that one of the languages of a script has, and its neighbours have not. */
static const struct
{
  const char *language;
  const char *letters;
} own_letters[] = {
  { "de", "ß" },     { "es", "ñ¿¡" },  { "pt", "ãõ" },    { "pl", "łśźńćążę" },
  { "cs", "ěřů" },   { "sk", "ľĺŕô" }, { "hu", "őű" },    { "ro", "țșăţ" },   { "tr", "ığ" },
  { "az", "ə" },     { "is", "þð" },   { "lv", "ļņķģēī" }, { "lt", "ėįųū" },  { "et", "õ" },
  { "ca", "·" },     { "vi", "ơưđạảấầẩậắằặẹẻếềểệọỏốồổộớờởợụủứừửựỳ" }, { "fr", "œçêî" },
  { "hr", "đćžš" },  { "sl", "čžš" },  { "uk", "їєґ" },   { "ru", "ыэё" },    { "be", "ў" },
  { "sr", "ђћљњџј" }, { "mk", "ѓќѕ" }, { "bg", "ъщ" },    { "kk", "әғқңөұүһ" },
  { "fa", "گچپژی" }, { "ur", "ٹڈڑںے" }, { "ps", "ښځټډړڼېۍ" }, { "ar", "ةىإأ" },
};

/**
 * Table:
 * @words: a word → bits of the languages of which it is a small word
 * @languages: the languages, a bit each
 * @letters: a character → the place of the language that it is of, and 1
 *
 * The small words that every text has. Built once and kept until the program ends.
 */
typedef struct
{
  GHashTable *words;
  const char *languages[MAX_LANGUAGES];
  guint       n_languages;
  GHashTable *letters;
} Table;

/**
 * Count:
 * @n_words: words seen
 * @words: how many small words of each language
 * @scores: the same, less for a word that several languages share
 * @script: how many letters of each of @scripts
 * @n_letters: letters seen
 *
 * What a text has of each language.
 */
typedef struct
{
  guint  n_words;
  guint  words[MAX_LANGUAGES];
  double scores[MAX_LANGUAGES];
  guint  script[G_N_ELEMENTS (scripts)];
  guint  n_letters;
} Count;

static void
table_add (Table *table,
           char **row)
{
  g_auto (GStrv) words = g_strsplit (row[1], " ", -1);
  guint place = table->n_languages++;

  g_assert (table->n_languages <= MAX_LANGUAGES);
  table->languages[place] = g_intern_string (row[0]);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 *bits = g_hash_table_lookup (table->words, words[i]);

      if (bits == NULL)
        {
          bits = g_new0 (guint64, 1);
          g_hash_table_insert (table->words, g_strdup (words[i]), bits);
        }
      *bits |= G_GUINT64_CONSTANT (1) << place;
    }

  for (guint i = 0; i < G_N_ELEMENTS (own_letters); i++)
    for (const char *p = own_letters[i].letters;
         *p != '\0' && strcmp (own_letters[i].language, row[0]) == 0; p = g_utf8_next_char (p))
      g_hash_table_insert (table->letters, GUINT_TO_POINTER (g_utf8_get_char (p)),
                           GUINT_TO_POINTER (place + 1));
}

static const Table *
get_table (void)
{
  static gsize once = 0;
  static Table table;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (TABLE, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                           NULL);
      g_auto (GStrv) lines = NULL;

      g_assert (bytes != NULL);
      table.words = g_hash_table_new (g_str_hash, g_str_equal);
      table.letters = g_hash_table_new (NULL, NULL);
      lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
      for (guint i = 1; lines[i] != NULL; i++)
        {
          g_auto (GStrv) row = g_strsplit (lines[i], "\t", 2);

          if (g_strv_length (row) == 2)
            table_add (&table, row);
        }
      g_once_init_leave (&once, 1);
    }

  return &table;
}

static guint
count_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static void
count_word (Count       *self,
            const Table *table,
            const char  *word)
{
  const guint64 *bits = g_hash_table_lookup (table->words, word);

  self->n_words++;
  if (bits == NULL)
    return;

  for (guint i = 0; i < table->n_languages; i++)
    if (*bits & (G_GUINT64_CONSTANT (1) << i))
      {
        self->words[i]++;
        self->scores[i] += 1.0 / count_bits (*bits);
      }
}

static void
count_letter (Count       *self,
              const Table *table,
              gunichar     letter)
{
  GUnicodeScript script;
  guint place;

  self->n_letters++;
  if (letter < 0x80)
    return;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (table->letters, GUINT_TO_POINTER (letter)));
  if (place > 0)
    self->scores[place - 1] += LETTER_WEIGHT;
  if (letter < 0x370)
    return;

  script = g_unichar_get_script (letter);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i].script == script)
      {
        self->script[i]++;
        return;
      }
}

/* Adds the words and letters of @text. */
static void
count_text (Count       *self,
            const Table *table,
            const char  *text)
{
  char word[WORD_BYTES + 8];
  gsize length = 0;

  for (const char *p = text; self->n_words < MAX_WORDS && self->n_letters < MAX_LETTERS;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean mark = c >= 0x300 && g_unichar_ismark (c);

      if (g_unichar_isalpha (c) || mark)
        {
          c = g_unichar_tolower (c);
          if (length <= WORD_BYTES)
            length += g_unichar_to_utf8 (c, word + length);
          if (!mark)
            count_letter (self, table, c);
          continue;
        }

      if (length > 0)
        {
          word[length] = '\0';
          count_word (self, table, length <= WORD_BYTES ? word : "");
        }
      length = 0;
      if (*p == '\0')
        return;
    }
}

/* The language of a script that only one writes, where most letters are of it. */
static const char *
judge_script (const Count *self)
{
  guint best = 0;
  guint kana = 0;
  guint sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (self->script[i] > self->script[best])
        best = i;
      if (strcmp (scripts[i].language, "ja") == 0)
        kana += self->script[i];
      if (strcmp (scripts[i].language, "ja") == 0 || strcmp (scripts[i].language, "zh") == 0)
        sum += self->script[i];
    }

  /* Japanese has its own letters beside those that it shares with Chinese. */
  if (sum * 3 > self->n_letters)
    return kana * 12 > sum ? "ja" : "zh";

  return self->script[best] * 2 > self->n_letters ? scripts[best].language : NULL;
}

static gboolean
are_twins (const char *one,
           const char *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    if ((strcmp (twins[i][0], one) == 0 && strcmp (twins[i][1], other) == 0) ||
        (strcmp (twins[i][1], one) == 0 && strcmp (twins[i][0], other) == 0))
      return TRUE;

  return FALSE;
}

static const char *
judge (const Count *self,
       const Table *table,
       gboolean     sure)
{
  const char *by_script = judge_script (self);
  guint best = 0;
  guint second;

  if (by_script != NULL)
    return self->n_letters >= (sure ? 4 * SURE_WORDS : MIN_WORDS) ? by_script : NULL;
  if (self->n_words < (sure ? SURE_WORDS : MIN_WORDS))
    return NULL;

  for (guint i = 1; i < table->n_languages; i++)
    if (self->scores[i] > self->scores[best])
      best = i;
  if (self->words[best] * (sure ? SURE_SHARE : SHARE) < self->n_words)
    return NULL;
  second = best == 0;
  for (guint i = 0; i < table->n_languages; i++)
    if (i != best && self->scores[i] > self->scores[second])
      second = i;

  return self->scores[second] * 100 < self->scores[best] * (sure ? SURE_NEXT : NEXT) ||
         are_twins (table->languages[best], table->languages[second]) ? table->languages[best]
                                                                      : NULL;
}

static const char *
guess (GPtrArray *drafts,
       gboolean   sure)
{
  const Table *table = get_table ();
  Count count = { 0 };

  for (guint i = 0; i < drafts->len && count.n_words < MAX_WORDS && count.n_letters < MAX_LETTERS;
       i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!plx_draft_is_cut (draft))
        count_text (&count, table, draft->text);
    }

  return judge (&count, table, sure);
}

/**
 * plx_guess_language:
 * @drafts: (element-type PlxDraft): marked blocks
 *
 * Guesses in which language an article is written: from its script, where only one language of
 * the news is written in it, else from the small words and the letters of its paragraphs.
 *
 * Returns: (nullable): an ISO 639-1 code as a static string
 */
const char *
plx_guess_language (GPtrArray *drafts)
{
  return guess (drafts, FALSE);
}

/* In which other language than @language the article is written beyond doubt. */
static const char *
guess_against (GPtrArray  *drafts,
               const char *language)
{
  const char *found = guess (drafts, TRUE);
  g_autofree char *own = g_ascii_strdown (language, strcspn (language, "-_"));

  return found == NULL || strcmp (own, found) == 0 || are_twins (own, found) ? NULL : found;
}

/**
 * plx_guess_language_fill:
 * @drafts: (element-type PlxDraft): marked blocks
 * @document: the document that they will go into
 *
 * Fills the language where nothing has told it. Where the text is beyond doubt in another
 * language than a page says of itself, it keeps that as an other value.
 */
void
plx_guess_language_fill (GPtrArray   *drafts,
                         PlxDocument *document)
{
  const char *language = document->fields[PLX_FIELD_LANGUAGE];

  if (language == NULL)
    plx_document_set_field (document, PLX_FIELD_LANGUAGE, plx_guess_language (drafts), "text");
  else
    plx_sameness_add (document, PLX_FIELD_LANGUAGE, guess_against (drafts, language), "text");
}
