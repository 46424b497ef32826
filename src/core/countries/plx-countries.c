/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-countries"

#include "config.h"

#include "countries/plx-countries.h"

#include <string.h>

#include "countries/plx-table.h"

/* Longer than any name in the tables, in bytes. */
#define LONGEST 96

/* All capitals are taken as a way to print a name only from this length on:
 * shorter ones (US, IT, PER) are words and codes too. */
#define SHORTEST_IN_CAPITALS 4

/* What a phrase names. */
typedef struct
{
  const PlxCountryInfo *country; /* NULL where the phrase names no country after all */
  PlxForm               form;
  gboolean              ambiguous;
} Phrase;

typedef struct
{
  PlxCountryInfo *countries;
  gsize           n_countries;
  GHashTable     *by_iso3;     /* code → PlxCountryInfo */
  GHashTable     *phrases;     /* phrase → Phrase */
  GHashTable     *capitals;    /* phrase in capitals → Phrase */
  GHashTable     *first_words; /* first word of a phrase → length in bytes of the longest */
} Tables;

/* The length of the word at `text`: letters and digits. */
static gsize
measure_word (const char *text,
              const char *end)
{
  const char *at = text;

  while (at < end && g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at - text;
}

static void
note_first_word (Tables     *tables,
                 const char *phrase)
{
  gsize length = strlen (phrase);
  char *word = g_strndup (phrase, measure_word (phrase, phrase + length));
  gsize longest = GPOINTER_TO_SIZE (g_hash_table_lookup (tables->first_words, word));

  g_assert (length < LONGEST);
  g_hash_table_replace (tables->first_words, word, GSIZE_TO_POINTER (MAX (longest, length)));
}

static gboolean
is_ambiguous (const PlxCountryInfo *country,
              const char           *phrase)
{
  gsize length = strlen (phrase);

  for (gsize i = 0; country->ambiguous[i] != NULL; i++)
    {
      if (strncmp (country->ambiguous[i], phrase, length) == 0 &&
          country->ambiguous[i][length] == ':')
        return TRUE;
    }

  return FALSE;
}

static void
add_phrase (Tables               *tables,
            const PlxCountryInfo *country,
            const char           *phrase,
            PlxForm               form)
{
  Phrase *entry;

  /* A name goes before a city of that name, and the first country before another. */
  if (*phrase == '\0' || g_hash_table_contains (tables->phrases, phrase))
    return;

  entry = g_new0 (Phrase, 1);
  entry->country = country;
  entry->form = form;
  entry->ambiguous = country != NULL && is_ambiguous (country, phrase);
  g_hash_table_insert (tables->phrases, (gpointer) phrase, entry);
  note_first_word (tables, phrase);

  if (strlen (phrase) >= SHORTEST_IN_CAPITALS)
    {
      g_autofree char *capitals = g_utf8_strup (phrase, -1);

      if (!g_hash_table_contains (tables->capitals, capitals))
        {
          note_first_word (tables, capitals);
          g_hash_table_insert (tables->capitals, g_steal_pointer (&capitals), entry);
        }
    }
}

static void
add_list (Tables               *tables,
          const PlxCountryInfo *country,
          const char * const   *phrases,
          PlxForm               form)
{
  for (gsize i = 0; phrases[i] != NULL; i++)
    add_phrase (tables, country, phrases[i], form);
}

/* "Republic of Congo" is the "Republic of the Congo". */
static void
add_without_article (Tables               *tables,
                     const PlxCountryInfo *country,
                     const char           *name)
{
  const char *of = strstr (name, " of the ");

  if (of != NULL)
    {
      g_autofree char *shorter = g_strdup_printf ("%.*s of %s", (int) (of - name), name,
                                                  of + strlen (" of the "));

      add_phrase (tables, country, g_intern_string (shorter), PLX_FORM_NAME);
    }
}

static void
fill_country (PlxCountryInfo *country,
              PlxTable       *table,
              guint           row)
{
  country->iso3 = plx_table_get (table, row, "iso3");
  country->iso2 = plx_table_get (table, row, "iso2");
  country->name = plx_table_get (table, row, "name");
  country->official_name = plx_table_get (table, row, "official_name");
  country->capital = plx_table_get (table, row, "capital");
  country->region = plx_table_get (table, row, "region");
  country->subregion = plx_table_get (table, row, "subregion");
  country->aliases = plx_table_get_list (table, row, "aliases");
  country->demonyms = plx_table_get_list (table, row, "demonyms");
  country->metonyms = plx_table_get_list (table, row, "metonyms");
  country->ambiguous = plx_table_get_list (table, row, "ambiguous");
  country->source = plx_table_get (table, row, "source");
}

static void
add_not_countries (Tables *tables)
{
  PlxTable *table = plx_table_load ("not-countries.csv");

  for (guint i = 0; i < plx_table_get_n_rows (table); i++)
    add_phrase (tables, NULL, plx_table_get (table, i, "phrase"), PLX_FORM_NAME);
}

static Tables *
load_tables (void)
{
  PlxTable *table = plx_table_load ("names.csv");
  Tables *tables = g_new0 (Tables, 1);

  tables->n_countries = plx_table_get_n_rows (table);
  tables->countries = g_new0 (PlxCountryInfo, tables->n_countries);
  tables->by_iso3 = g_hash_table_new (g_str_hash, g_str_equal);
  tables->phrases = g_hash_table_new (g_str_hash, g_str_equal);
  tables->capitals = g_hash_table_new (g_str_hash, g_str_equal);
  tables->first_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < tables->n_countries; i++)
    {
      fill_country (&tables->countries[i], table, i);
      g_hash_table_insert (tables->by_iso3, (gpointer) tables->countries[i].iso3,
                           &tables->countries[i]);
      add_phrase (tables, &tables->countries[i], tables->countries[i].name, PLX_FORM_NAME);
    }

  /* Plain names of all countries go before anything else that reads the same. */
  for (gsize i = 0; i < tables->n_countries; i++)
    {
      const PlxCountryInfo *country = &tables->countries[i];

      add_phrase (tables, country, country->official_name, PLX_FORM_NAME);
      add_without_article (tables, country, country->official_name);
      add_list (tables, country, country->aliases, PLX_FORM_NAME);
      add_list (tables, country, country->demonyms, PLX_FORM_DEMONYM);
      add_list (tables, country, country->metonyms, PLX_FORM_METONYM);
    }

  add_not_countries (tables);

  return tables;
}

static const Tables *
get_tables (void)
{
  static Tables *tables;

  if (g_once_init_enter_pointer (&tables))
    g_once_init_leave_pointer (&tables, load_tables ());

  return tables;
}

static gboolean
is_all_capitals (const char *phrase)
{
  for (const char *at = phrase; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_islower (g_utf8_get_char (at)))
        return FALSE;
    }

  return TRUE;
}

static const Phrase *
find_phrase (const Tables *tables,
             const char   *phrase)
{
  const Phrase *entry = g_hash_table_lookup (tables->phrases, phrase);

  if (entry == NULL && strlen (phrase) >= SHORTEST_IN_CAPITALS && is_all_capitals (phrase))
    entry = g_hash_table_lookup (tables->capitals, phrase);

  return entry;
}

/* Copies what the tables could know from `text`, with plain apostrophes, and
 * notes where a phrase could end: before anything but a letter or a digit. */
typedef struct
{
  char   phrase[LONGEST + 1];
  gsize  ends[LONGEST];    /* in `phrase` */
  gsize  sources[LONGEST]; /* the same places in the text */
  gsize  n_ends;
} Candidates;

static void
collect_candidates (Candidates *candidates,
                    const char *text,
                    gsize       start,
                    gsize       end,
                    gsize       longest)
{
  gsize out = 0;
  const char *at = text + start;

  candidates->n_ends = 0;

  while (at < text + end)
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);
      gsize n = next - at;
      gboolean boundary;

      if (c == 0x2019)
        {
          c = '\'';
          n = 1;
        }

      if (out + n > longest)
        break;

      if (n == 1)
        candidates->phrase[out] = c;
      else
        memcpy (candidates->phrase + out, at, n);
      out += n;
      at = next;

      boundary = at >= text + end || !g_unichar_isalnum (g_utf8_get_char (at));
      if (boundary && !g_unichar_isspace (c))
        {
          candidates->ends[candidates->n_ends] = out;
          candidates->sources[candidates->n_ends++] = at - text;
        }
    }

  candidates->phrase[out] = '\0';
}

static const Phrase *
find_longest (const Tables *tables,
              const char   *text,
              gsize         start,
              gsize         end,
              gsize        *match_end)
{
  gsize length = measure_word (text + start, text + end);
  Candidates candidates;
  char word[LONGEST];
  gsize longest;

  if (length == 0 || length >= sizeof word)
    return NULL;

  memcpy (word, text + start, length);
  word[length] = '\0';
  longest = GPOINTER_TO_SIZE (g_hash_table_lookup (tables->first_words, word));
  if (longest == 0)
    return NULL;

  collect_candidates (&candidates, text, start, end, longest);

  for (gsize i = candidates.n_ends; i > 0; i--)
    {
      const Phrase *entry;

      candidates.phrase[candidates.ends[i - 1]] = '\0';
      entry = find_phrase (tables, candidates.phrase);
      if (entry != NULL)
        {
          *match_end = candidates.sources[i - 1];
          return entry;
        }
    }

  return NULL;
}

/**
 * plx_countries_list:
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): all countries, by their code; theirs for ever
 */
const PlxCountryInfo *
plx_countries_list (gsize *n)
{
  const Tables *tables = get_tables ();

  *n = tables->n_countries;

  return tables->countries;
}

/**
 * plx_country_lookup:
 * @iso3: (nullable): a code
 *
 * Returns: (nullable) (transfer none): the country of that code
 */
const PlxCountryInfo *
plx_country_lookup (const char *iso3)
{
  return iso3 != NULL ? g_hash_table_lookup (get_tables ()->by_iso3, iso3) : NULL;
}

/**
 * plx_country_intern:
 * @iso3: (nullable): a code, from a file or a library, say
 *
 * Returns: (nullable): the static string that stands for this country in the
 *   values of the model, or `NULL` where there is no such country
 */
const char *
plx_country_intern (const char *iso3)
{
  const PlxCountryInfo *country = plx_country_lookup (iso3);

  return country != NULL ? country->iso3 : NULL;
}

/**
 * plx_country_match_name:
 * @text: a phrase, with or without "the" before it
 * @length: its length in bytes, or -1
 * @form: (out) (optional): in which way it names the country
 * @ambiguous: (out) (optional): whether it may mean something else too
 *
 * Tells which country a whole phrase names. Case counts ("us" is no country),
 * but a longer name may stand in capitals.
 *
 * Returns: (nullable): static code of the country
 */
const char *
plx_country_match_name (const char *text,
                        gssize      length,
                        PlxForm    *form,
                        gboolean   *ambiguous)
{
  const Phrase *entry;
  gsize match_end = 0;
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (size > 4 && g_ascii_strncasecmp (text, "the ", 4) == 0)
    {
      text += 4;
      size -= 4;
    }

  entry = find_longest (get_tables (), text, 0, size, &match_end);
  if (entry == NULL || entry->country == NULL || match_end != size)
    return NULL;

  if (form != NULL)
    *form = entry->form;
  if (ambiguous != NULL)
    *ambiguous = entry->ambiguous;

  return entry->country->iso3;
}

/**
 * plx_country_match_longest:
 * @text: a text
 * @start: where a word starts
 * @end: how far may be read
 * @match_end: (out): the byte after the phrase; set also where the result is `NULL` because the
 *   longest phrase here only looks like a country ("New Mexico"), else @start
 * @form: (out) (optional): in which way it names the country
 * @ambiguous: (out) (optional): whether it may mean something else too
 *
 * Finds the longest phrase that starts here and names a country. A caller that
 * goes over the words of a text goes on at @match_end where that is behind
 * @start, so that no part of the phrase is taken for another country.
 *
 * Returns: (nullable): static code of the country
 */
const char *
plx_country_match_longest (const char *text,
                           gsize       start,
                           gsize       end,
                           gsize      *match_end,
                           PlxForm    *form,
                           gboolean   *ambiguous)
{
  const Phrase *entry;

  *match_end = start;
  entry = find_longest (get_tables (), text, start, end, match_end);
  if (entry == NULL || entry->country == NULL)
    return NULL;

  if (form != NULL)
    *form = entry->form;
  if (ambiguous != NULL)
    *ambiguous = entry->ambiguous;

  return entry->country->iso3;
}
