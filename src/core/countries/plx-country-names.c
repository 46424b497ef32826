/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-names"

#include "config.h"

#include "countries/plx-country-names.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "countries/plx-countries.h"
#include "countries/plx-country-endings.h"
#include "countries/plx-table.h"

/* More languages than anybody reads; tags come from pages, and each costs a dictionary. */
#define MOST_LANGUAGES 64

/* Longer than any name, in words and in bytes. */
#define MOST_WORDS 12
#define LONGEST_WORD 120

/* A name of a country, word by word. */
typedef struct
{
  const char *code;
  char       *name;    /* as it is written */
  GStrv       words;   /* folded */
  guint       n_words;
  gboolean    is_capitals; /* so that it must be written in capitals */
  gboolean    has_stops;
} Name;

struct _PlxCountryNames
{
  GHashTable       *by_start; /* first letters of the first word, folded => GPtrArray of Name */
  const PlxEndings *endings;  /* nullable */
  char              language[4];
};

/* What Korean writes behind a noun in one word with it. */
static const char *const particles[] = {
  "", "은", "는", "이", "가", "을", "를", "의", "에", "에서", "와", "과", "도", "로", "으로", "만", "까지",
  "부터", "측", "인", "산", "군", "내", NULL
};

/* What Arabic and Hebrew write before a noun in one word with it. */
static const char *const prefixes[] = {
  "و", "ف", "ب", "ل", "ك", "وب", "ול", "ב", "ל", "מ", "ה", "ו", "ש", "כ", "וב", "ומ", "שב", "של",
  NULL
};

static gboolean
is_spaceless (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  switch ((int) uscript_getScript (c, &status))
    {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return TRUE;
    default:
      return c == 0x30fc; /* the long vowel of katakana */
    }
}

/* In these scripts a mark is an accent or a vowel that may be left out. */
static gboolean
is_accented_script (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      const gunichar c = g_utf8_get_char (word);

      if (c >= 0x700 && !(c >= 0x1e00 && c < 0x2000))
        return FALSE;
    }

  return TRUE;
}

/* A word in small letters, without accents. */
static char *
fold (const char *word)
{
  const gboolean drops_marks = is_accented_script (word);
  g_autofree char *apart = g_utf8_normalize (word, -1, drops_marks ? G_NORMALIZE_NFKD
                                                                   : G_NORMALIZE_NFKC);
  GString *folded = g_string_new (NULL);

  for (const char *at = apart != NULL ? apart : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_unichar_tolower (g_utf8_get_char (at));

      if (drops_marks && g_unichar_ismark (c))
        continue;
      g_string_append_unichar (folded, c == 0x131 ? 'i' : c);
    }

  return g_string_free (folded, FALSE);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200c;
}

/* The word at @at: letters and marks. */
static gsize
measure_word (const char *text,
              gsize       at,
              gsize       end)
{
  gsize next = at;

  while (next < end && is_letter (g_utf8_get_char (text + next)))
    next = g_utf8_next_char (text + next) - text;

  return next - at;
}

/* What stands between two words of one name: a space, a hyphen, an apostrophe. */
static gsize
skip_between (const char *text,
              gsize       at,
              gsize       end,
              gboolean    has_stops)
{
  gsize next = at;

  for (guint n = 0; next < end && n < 3; n++)
    {
      const gunichar c = g_utf8_get_char (text + next);

      if (!(g_unichar_isspace (c) && c != '\n') && c != '-' && c != 0x2010 && c != 0x2011 &&
          c != 0x2013 && c != '\'' && c != 0x2019 && c != 0x5f4 && c != 0x5f3 &&
          !(c == '.' && has_stops))
        break;
      next = g_utf8_next_char (text + next) - text;
    }

  return next - at;
}

static char *
make_start (const char *folded)
{
  const glong n = g_utf8_strlen (folded, -1);

  return g_utf8_substring (folded, 0, MIN (n, 3));
}

static void
name_free (gpointer data)
{
  Name *self = data;

  g_free (self->name);
  g_strfreev (self->words);
  g_free (self);
}

static GStrv
split (const char *name)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const gsize end = strlen (name);

  for (gsize at = 0; at < end;)
    {
      const gsize n = measure_word (name, at, end);
      g_autofree char *word = g_strndup (name + at, n);

      if (n > 0)
        g_strv_builder_take (words, fold (word));
      at += n > 0 ? n : (gsize) (g_utf8_next_char (name + at) - (name + at));
    }

  return g_strv_builder_end (words);
}

static gboolean
is_all_capitals (const char *name)
{
  gboolean has_case = FALSE;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      const gunichar c = g_utf8_get_char (name);

      if (is_letter (c) && !g_unichar_isupper (c))
        return FALSE;
      has_case = has_case || g_unichar_isupper (c);
    }

  return has_case;
}

static void
add_name (PlxCountryNames *self,
          const char      *code,
          const char      *name,
          gboolean         is_ours)
{
  Name *entry = g_new0 (Name, 1);
  g_autofree char *start = NULL;
  const gboolean is_spaceless_name = is_spaceless (g_utf8_get_char (name));
  const gboolean is_hangul = g_utf8_get_char (name) >= 0xac00 && g_utf8_get_char (name) < 0xd7a4;
  GPtrArray *names;

  entry->code = code;
  entry->name = g_strdup (name);
  entry->words = split (name);
  entry->n_words = g_strv_length (entry->words);
  entry->is_capitals = is_all_capitals (name);
  entry->has_stops = strchr (name, '.') != NULL;

  /* Two letters are too often something else; of our own list we know better. */
  if (entry->n_words == 0 || entry->n_words > MOST_WORDS ||
      (!is_ours && !is_spaceless_name && !is_hangul && g_utf8_strlen (name, -1) < 3) ||
      (!is_ours && is_spaceless_name && g_utf8_strlen (name, -1) < 2))
    {
      name_free (entry);
      return;
    }

  start = is_spaceless_name ? g_utf8_substring (name, 0, 1) : make_start (entry->words[0]);
  names = g_hash_table_lookup (self->by_start, start);
  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (name_free);
      g_hash_table_insert (self->by_start, g_steal_pointer (&start), names);
    }
  g_ptr_array_add (names, entry);
}

/* "Myanmar (Burma)" is two names. */
static void
add_parts (PlxCountryNames *self,
           const char      *code,
           const char      *name)
{
  const gsize n = strcspn (name, "(");
  const char *wide = strstr (name, "（");
  g_autofree char *first = g_strstrip (g_strndup (name, wide != NULL ? (gsize) (wide - name) : n));

  if (*first != '\0' && wide == NULL)
    add_name (self, code, first, FALSE);
  if (name[n] == '(')
    {
      g_autofree char *second = g_strndup (name + n + 1, strcspn (name + n + 1, ")"));

      if (*second != '\0' && strchr (first, ' ') == NULL)
        add_name (self, code, second, FALSE);
    }
}

static void
add_from_icu (PlxCountryNames *self,
              const char      *locale,
              UDisplayContext  length)
{
  UDisplayContext contexts[] = { length, UDISPCTX_NO_SUBSTITUTE };
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names =
    uldn_openForContext (locale, contexts, G_N_ELEMENTS (contexts), &status);
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (gsize i = 0; U_SUCCESS (status) && i < n; i++)
    {
      UChar wide[200];
      char name[600];
      gint32 size = 0;
      UErrorCode one = U_ZERO_ERROR;

      uldn_regionDisplayName (names, countries[i].iso2, wide, G_N_ELEMENTS (wide), &one);
      u_strToUTF8 (name, sizeof name, &size, wide, -1, &one);
      if (one == U_ZERO_ERROR && strcmp (name, countries[i].iso2) != 0)
        add_parts (self, countries[i].iso3, name);
    }

  uldn_close (names);
}

static void
add_our_own (PlxCountryNames *self)
{
  static PlxTable *table;

  if (g_once_init_enter_pointer (&table))
    g_once_init_leave_pointer (&table, plx_table_load ("other-names.csv"));

  for (guint i = 0; i < plx_table_get_n_rows (table); i++)
    {
      const char *code = plx_country_intern (plx_table_get (table, i, "iso3"));
      g_auto (GStrv) names = NULL;

      if (!g_str_equal (plx_table_get (table, i, "language"), self->language))
        continue;

      names = g_strsplit (plx_table_get (table, i, "names"), "|", -1);
      for (gsize j = 0; names[j] != NULL; j++)
        add_name (self, code, names[j], TRUE);
    }
}

static void
country_names_free (PlxCountryNames *self)
{
  g_hash_table_unref (self->by_start);
  g_free (self);
}

static PlxCountryNames *
load (const char *language,
      const char *locale)
{
  PlxCountryNames *self = g_new0 (PlxCountryNames, 1);

  self->by_start = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  self->endings = plx_country_endings_get (language);
  g_strlcpy (self->language, language, sizeof self->language);
  add_from_icu (self, locale, UDISPCTX_LENGTH_FULL);
  add_from_icu (self, locale, UDISPCTX_LENGTH_SHORT);
  /* Both ways to write Chinese, whichever the page says that it is. */
  if (g_str_equal (language, "zh"))
    add_from_icu (self, "zh_Hant", UDISPCTX_LENGTH_SHORT);
  add_our_own (self);

  /* An ICU without data. */
  if (g_hash_table_size (self->by_start) == 0)
    g_clear_pointer (&self, country_names_free);

  return self;
}

/**
 * plx_country_names_get:
 * @tag: (nullable): BCP 47 tag of a language
 *
 * Finds the names of all countries in a language, as ICU has them, and some more of our own. A
 * language is read once and kept for ever. Safe to call from any thread.
 *
 * Returns: (nullable) (transfer none): the names, or `NULL` where @tag is no language
 */
const PlxCountryNames *
plx_country_names_get (const char *tag)
{
  static GMutex mutex;
  static GHashTable *loaded;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *language = NULL;
  PlxCountryNames *self;
  gsize n = 0;

  while (tag != NULL && g_ascii_isalpha (tag[n]))
    n++;
  if (n < 2 || n > 3 || (tag[n] != '\0' && tag[n] != '-' && tag[n] != '_'))
    return NULL;

  language = g_ascii_strdown (tag, n);
  locker = g_mutex_locker_new (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self = g_hash_table_lookup (loaded, language);
  if (self == NULL && g_hash_table_size (loaded) < MOST_LANGUAGES)
    {
      self = load (g_str_equal (language, "nb") || g_str_equal (language, "nn") ? "no" : language,
                   language);
      g_hash_table_insert (loaded, g_steal_pointer (&language), self);
    }

  return self;
}

static gboolean
is_written_so (const Name *name,
               const char *text,
               gsize       start,
               gsize       end)
{
  if (!name->is_capitals)
    return TRUE;

  for (const char *at = text + start; at < text + end; at = g_utf8_next_char (at))
    {
      if (g_unichar_islower (g_utf8_get_char (at)))
        return FALSE;
    }

  return TRUE;
}

/* Where a name that begins with @first, whose first word ends at @at, ends in the text; 0 if it
 * does not stand there. */
static gsize
match_words (const PlxCountryNames *self,
             const Name            *name,
             const char            *first,
             const char            *text,
             gsize                  start,
             gsize                  at,
             gsize                  end)
{
  if (!plx_country_endings_match (name->is_capitals ? NULL : self->endings, name->words[0], first,
                                  name->n_words > 1))
    return 0;

  for (guint i = 1; i < name->n_words; i++)
    {
      const gsize word = at + skip_between (text, at, end, name->has_stops);
      const gsize n = measure_word (text, word, end);
      g_autofree char *plain = g_strndup (text + word, MIN (n, LONGEST_WORD));
      g_autofree char *folded = fold (plain);

      if (word == at || n == 0 || n > LONGEST_WORD ||
          !plx_country_endings_match (self->endings, name->words[i], folded, TRUE))
        return 0;
      at = word + n;
    }

  if (!is_written_so (name, text, start, at))
    return 0;

  return name->has_stops && at < end && text[at] == '.' ? at + 1 : at;
}

/* The longest name that begins with the word from @start to @at. */
static const char *
match_word (const PlxCountryNames *self,
            const char            *folded,
            const char            *text,
            gsize                  start,
            gsize                  at,
            gsize                  end,
            gsize                 *match_end)
{
  g_autofree char *key = make_start (folded);
  const GPtrArray *names = g_hash_table_lookup (self->by_start, key);
  const Name *best = NULL;
  gboolean is_tie = FALSE;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const Name *name = g_ptr_array_index (names, i);
      const gsize found = match_words (self, name, folded, text, start, at, end);

      if (found == 0 || (best != NULL && found < *match_end))
        continue;

      /* What two countries could be called with an ending is neither, unless it is a name. */
      if (best != NULL && found == *match_end && best->code != name->code)
        {
          if (g_str_equal (name->words[0], folded))
            is_tie = FALSE;
          else
            {
              is_tie = is_tie || !g_str_equal (best->words[0], folded);
              continue;
            }
        }
      else
        is_tie = is_tie && best != NULL && found == *match_end;
      best = name;
      *match_end = found;
    }

  return best != NULL && !is_tie ? best->code : NULL;
}

static const char *
match_spaceless (const PlxCountryNames *self,
                 const char            *text,
                 gsize                  start,
                 gsize                  end,
                 gsize                 *match_end)
{
  g_autofree char *key = g_utf8_substring (text + start, 0, 1);
  const GPtrArray *names = g_hash_table_lookup (self->by_start, key);
  const char *code = NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const Name *name = g_ptr_array_index (names, i);
      const gsize n = strlen (name->name);

      if (n <= end - start && strncmp (text + start, name->name, n) == 0 &&
          (code == NULL || start + n > *match_end))
        {
          code = name->code;
          *match_end = start + n;
        }
    }

  return code;
}

/* Korean writes its particles behind the name, in one word with it. */
static const char *
match_korean (const PlxCountryNames *self,
              const char            *text,
              gsize                  start,
              gsize                  at,
              gsize                 *match_end)
{
  const char *code = NULL;

  for (gsize n = at - start; n >= 6; n = g_utf8_find_prev_char (text + start, text + start + n) -
                                         (text + start))
    {
      g_autofree char *rest = g_strndup (text + start + n, at - start - n);
      g_autofree char *word = g_strndup (text + start, n);
      g_autofree char *folded = fold (word);

      if (g_strv_contains (particles, rest) &&
          (code = match_word (self, folded, text, start, start + n, start + n, match_end)) != NULL)
        return code;
    }

  return NULL;
}

/* Arabic and Hebrew write "and", "in" and "to" before the name, in one word with it. */
static const char *
match_prefixed (const PlxCountryNames *self,
                const char            *text,
                gsize                  start,
                gsize                  at,
                gsize                  end,
                gsize                 *match_end)
{
  g_autofree char *word = g_strndup (text + start, at - start);

  for (gsize i = 0; prefixes[i] != NULL; i++)
    {
      const gsize n = strlen (prefixes[i]);
      g_autofree char *folded = NULL;
      const char *code;

      if (!g_str_has_prefix (word, prefixes[i]) || at - start < n + 8)
        continue;

      folded = fold (word + n);
      code = match_word (self, folded, text, start + n, at, end, match_end);
      if (code != NULL)
        return code;
    }

  /* "To" and "the" are one letter twice. */
  if (g_str_has_prefix (word, "لل"))
    {
      g_autofree char *whole = g_strconcat ("ال", word + strlen ("لل"), NULL);
      g_autofree char *folded = fold (whole);

      return match_word (self, folded, text, start, at, end, match_end);
    }

  return NULL;
}

/**
 * plx_country_names_match:
 * @self: the names of a language
 * @text: UTF-8
 * @start: where a word begins; in a script without spaces, any letter
 * @end: how far may be read
 * @match_end: (out): the byte after the name, else @start
 *
 * Finds the longest name of a country that begins here, declined or not. A name must be written
 * with a capital where the script has them.
 *
 * Returns: (nullable): static code of the country
 */
const char *
plx_country_names_match (const PlxCountryNames *self,
                         const char            *text,
                         gsize                  start,
                         gsize                  end,
                         gsize                 *match_end)
{
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;
  const char *code;
  gunichar c;
  gsize n;

  *match_end = start;
  if (start >= end)
    return NULL;

  c = g_utf8_get_char (text + start);
  if (is_spaceless (c))
    return match_spaceless (self, text, start, end, match_end);

  n = measure_word (text, start, end);
  if (n == 0 || n > LONGEST_WORD || g_unichar_islower (c))
    return NULL;

  word = g_strndup (text + start, n);
  folded = fold (word);
  code = match_word (self, folded, text, start, start + n, end, match_end);
  if (code == NULL && c >= 0xac00 && c < 0xd7a4)
    code = match_korean (self, text, start, start + n, match_end);
  if (code == NULL && c >= 0x590 && c < 0x700)
    code = match_prefixed (self, text, start, start + n, end, match_end);
  if (code == NULL)
    *match_end = start;

  return code;
}
