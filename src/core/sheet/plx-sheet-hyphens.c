/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-hyphens.h"

#include <hyphen.h>
#include <string.h>

/* A word shorter than this is not worth breaking, and nobody has words longer than that. */
#define MIN_LETTERS 6
#define MAX_BYTES 90

/* Letters that must stay before a hyphen and after it; what a dictionary asks for beyond that is
 * heeded by libhyphen. */
#define MIN_BEFORE 2
#define MIN_AFTER 3

/* Which country's way of writing is meant where a text does not say it. */
static const char *const usual[][2] = {
  { "en", "en_US" }, { "de", "de_DE" }, { "pt", "pt_PT" }, { "fr", "fr_FR" }, { "es", "es_ES" },
  { "it", "it_IT" }, { "nl", "nl_NL" }, { "sv", "sv_SE" }, { "da", "da_DK" }, { "nb", "nb_NO" },
  { "no", "nb_NO" }, { "nn", "nn_NO" }, { "pl", "pl_PL" }, { "cs", "cs_CZ" }, { "sk", "sk_SK" },
  { "sl", "sl_SI" }, { "hr", "hr_HR" }, { "sr", "sr" }, { "hu", "hu_HU" }, { "ro", "ro_RO" },
  { "bg", "bg_BG" }, { "el", "el_GR" }, { "ru", "ru_RU" }, { "uk", "uk_UA" }, { "be", "be_BY" },
  { "lt", "lt_LT" }, { "lv", "lv_LV" }, { "et", "et_EE" }, { "is", "is_IS" }, { "af", "af_ZA" },
  { "ca", "ca" }, { "gl", "gl" }, { "id", "id_ID" }, { "fi", "fi_FI" }, { "tr", "tr_TR" },
};

struct _PlxSheetHyphens
{
  GHashTable *dictionaries; /* language to HyphenDict, or to NULL where there is none */
};

static void
dictionary_free (gpointer dictionary)
{
  if (dictionary != NULL)
    hnj_hyphen_free (dictionary);
}

PlxSheetHyphens *
plx_sheet_hyphens_new (void)
{
  PlxSheetHyphens *self = g_new0 (PlxSheetHyphens, 1);

  self->dictionaries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, dictionary_free);

  return self;
}

void
plx_sheet_hyphens_free (PlxSheetHyphens *self)
{
  g_hash_table_unref (self->dictionaries);
  g_free (self);
}

static HyphenDict *
load_from (const char *folder,
           const char *name)
{
  g_autofree char *file = g_strdup_printf ("hyph_%s.dic", name);
  g_autofree char *path = g_build_filename (folder, "hyphen", file, NULL);
  HyphenDict *dictionary = g_file_test (path, G_FILE_TEST_EXISTS) ? hnj_hyphen_load (path) : NULL;

  return dictionary;
}

static HyphenDict *
load_named (const char *name)
{
  const char *const *folders = g_get_system_data_dirs ();
  HyphenDict *dictionary = NULL;

  for (guint i = 0; folders[i] != NULL && dictionary == NULL; i++)
    dictionary = load_from (folders[i], name);

  /* The runtime's own, which a sandbox need not name among the folders of data. */
  return dictionary != NULL ? dictionary : load_from ("/usr/share", name);
}

/* The dictionary of a language, of a country where the text says so. */
static HyphenDict *
load (const char *language)
{
  g_autofree char *name = g_strdelimit (g_strdup (language), "-", '_');
  g_autofree char *plain = g_strndup (name, strcspn (name, "_"));
  HyphenDict *dictionary;

  /* The name becomes that of a file. */
  if (strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") !=
      strlen (name))
    return NULL;

  dictionary = load_named (name);
  for (guint i = 0; i < G_N_ELEMENTS (usual) && dictionary == NULL; i++)
    if (g_str_equal (usual[i][0], plain))
      dictionary = load_named (usual[i][1]);

  return dictionary != NULL ? dictionary : load_named (plain);
}

static HyphenDict *
lookup (PlxSheetHyphens *self,
        const char      *language)
{
  gpointer dictionary;

  if (!g_hash_table_lookup_extended (self->dictionaries, language, NULL, &dictionary))
    {
      dictionary = load (language);
      g_hash_table_insert (self->dictionaries, g_strdup (language), dictionary);
    }

  return dictionary;
}

/* Gives the places as offsets in bytes, of which each is one between two letters. */
static void
keep_places (const char *word,
             gsize       length,
             const char *marks,
             GArray     *places)
{
  glong n_letters = g_utf8_strlen (word, length);
  glong letter = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p), letter++)
    {
      const char *next = g_utf8_next_char (p);
      guint32 place = next - word;

      /* libhyphen marks the letter after which a word may be broken, by its place among letters. */
      if (next < word + length && (marks[letter] & 1) && letter + 1 >= MIN_BEFORE &&
          n_letters - letter - 1 >= MIN_AFTER)
        g_array_append_val (places, place);
    }
}

/**
 * plx_sheet_hyphens_find:
 * @self: hyphens
 * @language: the language of the word, as BCP 47
 * @word: a word, of letters alone
 * @length: its length in bytes
 * @places: (element-type guint32): where to add where it may be broken, as bytes from its begin
 *
 * Looks up where a word may be broken. Breaks that would change its letters are left out.
 *
 * Returns: whether there are patterns for the language
 */
gboolean
plx_sheet_hyphens_find (PlxSheetHyphens *self,
                        const char      *language,
                        const char      *word,
                        gsize            length,
                        GArray          *places)
{
  HyphenDict *dictionary = lookup (self, language);
  g_autofree char *folded = NULL;
  char marks[MAX_BYTES + 8] = "";
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  gsize n;

  if (dictionary == NULL)
    return FALSE;

  folded = g_utf8_strdown (word, length);
  /* Where small letters are more or less than capitals, places would be those of another word. */
  if (g_utf8_strlen (folded, -1) != g_utf8_strlen (word, length) ||
      g_utf8_strlen (folded, -1) < MIN_LETTERS)
    return TRUE;

  if (!dictionary->utf8)
    {
      g_autofree char *utf8 = g_steal_pointer (&folded);

      folded = g_convert (utf8, -1, dictionary->cset, "UTF-8", NULL, NULL, NULL);
    }
  n = folded != NULL ? strlen (folded) : 0;
  if (n == 0 || n > MAX_BYTES)
    return TRUE;

  if (hnj_hyphen_hyphenate2 (dictionary, folded, n, marks, NULL, &replacements, &positions,
                             &cuts) == 0 && replacements == NULL)
    keep_places (word, length, marks, places);

  if (replacements != NULL)
    for (gsize i = 0; i < n; i++)
      free (replacements[i]);
  free (replacements);
  free (positions);
  free (cuts);

  return TRUE;
}
