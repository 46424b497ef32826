/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-gazetteer"

#include "config.h"

#include "language/names/plx-gazetteer.h"

#include <gio/gio.h>
#include <string.h>

#include "countries/plx-countries.h"

/* Shorter words in capitals are acronyms. */
#define SHORTEST_IN_CAPITALS 5

/* So far apart are the landmarks of the table of words. */
#define LANDMARK_BYTES 512

/* A line of the table of words, and the first eight letters of its word as a number. */
typedef struct
{
  guint64 letters;
  guint32 line;
} Landmark;

/* What is compiled in, read once. The table of words is not read at all but for some landmarks: it
 * is sorted, and searched where it lies. */
typedef struct
{
  GHashTable *cues;  /* word => bits of PlxCue */
  GHashTable *names; /* name in small letters => PlxKnownName */
  GHashTable *firsts; /* with what names begin, all up to what is no letter or digit => how many
                       * bytes the longest of them has */
  const char *words;
  gsize       words_size;
  GArray     *landmarks; /* Landmark, in order */
} Gazetteer;

static const struct
{
  const char *name;
  PlxCue      cue;
} cue_classes[] = {
  { "title", PLX_CUE_TITLE },
  { "honorific", PLX_CUE_HONORIFIC },
  { "rank", PLX_CUE_RANK },
  { "org-tail", PLX_CUE_ORG_TAIL },
  { "org-head", PLX_CUE_ORG_HEAD },
  { "org-generic", PLX_CUE_ORG_GENERIC },
  { "place-tail", PLX_CUE_PLACE_TAIL },
  { "place-head", PLX_CUE_PLACE_HEAD },
  { "event-tail", PLX_CUE_EVENT_TAIL },
  { "event-head", PLX_CUE_EVENT_HEAD },
  { "law-tail", PLX_CUE_LAW_TAIL },
  { "law-head", PLX_CUE_LAW_HEAD },
  { "place-noun", PLX_CUE_PLACE_NOUN },
  { "org-noun", PLX_CUE_ORG_NOUN },
  { "person-verb", PLX_CUE_PERSON_VERB },
  { "place-before", PLX_CUE_PLACE_BEFORE },
  { "place-of", PLX_CUE_PLACE_OF },
  { "month", PLX_CUE_MONTH },
  { "particle", PLX_CUE_PARTICLE },
  { "people", PLX_CUE_PEOPLE },
  { "role", PLX_CUE_ROLE },
  { "person-noun", PLX_CUE_PERSON_NOUN },
  { "given-month", PLX_CUE_GIVEN_MONTH },
  { "place-strong", PLX_CUE_PLACE_STRONG },
  { "act", PLX_CUE_ACT },
  { "state-title", PLX_CUE_STATE_TITLE },
  { "government-tail", PLX_CUE_GOVERNMENT },
  { "election", PLX_CUE_ELECTION },
  { "portfolio", PLX_CUE_PORTFOLIO },
  { "event-start", PLX_CUE_EVENT_START },
};

static const char *
load (const char *name,
      gsize      *size)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX "/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  /* Only a broken build lacks it. */
  if (bytes == NULL)
    g_error ("%s", error->message);

  /* It is not compressed, so the bytes are those of the program itself. */
  return g_bytes_get_data (bytes, size);
}

static void
add_cues (Gazetteer  *self,
          const char *class_name,
          const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);
  guint bit = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cue_classes); i++)
    {
      if (g_str_equal (cue_classes[i].name, class_name))
        bit = cue_classes[i].cue;
    }

  for (gsize i = 0; list[i] != NULL; i++)
    {
      const guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->cues, list[i])) | bit;

      g_hash_table_replace (self->cues, g_strdup (list[i]), GUINT_TO_POINTER (bits));
    }
}

/* In small letters. Most words have no others than ASCII's, for which this is much faster. */
static char *
dup_lower (const char *word)
{
  for (const char *at = word; *at != '\0'; at++)
    {
      if ((guchar) *at >= 0x80)
        return g_utf8_strdown (word, -1);
    }

  return g_ascii_strdown (word, -1);
}

/* With what a name begins. */
static gsize
get_first_length (const char *name)
{
  gsize length = 0;

  while (g_ascii_isalnum (name[length]) || (guchar) name[length] >= 0x80)
    length++;

  return length;
}

static void
note_first (Gazetteer  *self,
            const char *key)
{
  g_autofree char *first = g_strndup (key, get_first_length (key));
  const gsize longest = GPOINTER_TO_SIZE (g_hash_table_lookup (self->firsts, first));

  if (strlen (key) > longest)
    g_hash_table_replace (self->firsts, g_steal_pointer (&first),
                          GSIZE_TO_POINTER (strlen (key)));
}

static void
add_names (Gazetteer  *self,
           const char *kind_name,
           const char *country,
           const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);
  const char *code = plx_country_intern (*country != '\0' ? country : NULL);
  int kind = PLX_KIND_OTHER;

  plx_enum_from_nick (PLX_TYPE_KIND, kind_name, &kind);

  for (gsize i = 0; list[i] != NULL; i++)
    {
      g_autofree char *key = dup_lower (list[i]);
      PlxKnownName *known;

      if (g_hash_table_contains (self->names, key))
        continue;

      note_first (self, key);
      known = g_new (PlxKnownName, 1);
      known->name = g_intern_string (list[0]);
      known->alias = g_intern_string (list[i]);
      known->kind = kind;
      known->country = code;
      g_hash_table_insert (self->names, g_steal_pointer (&key), known);
    }
}

static void
read_lines (Gazetteer  *self,
            const char *name)
{
  gsize size;
  const char *data = load (name, &size);
  g_autofree char *copy = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = NULL;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;

      cells = g_strsplit (lines[i], "\t", 3);
      if (g_strv_length (cells) == 2)
        add_cues (self, cells[0], cells[1]);
      else if (g_strv_length (cells) == 3)
        add_names (self, cells[0], cells[1], cells[2]);
    }
}

/* The table of outlets says which of their names are common words, or several outlets share:
 * those name nothing here. */
static void
read_outlets (Gazetteer *self)
{
  gsize size;
  const char *data = load ("outlets/outlets.tsv", &size);
  g_autofree char *copy = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  for (gsize i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *all = g_strconcat (cells[0], "|", cells[2], NULL);
      g_auto (GStrv) names = g_strsplit (all, "|", -1);
      g_auto (GStrv) ambiguous = g_strsplit (cells[5], "|", -1);
      g_autoptr (GStrvBuilder) clear = g_strv_builder_new ();
      g_auto (GStrv) kept = NULL;
      g_autofree char *joined = NULL;

      for (gsize k = 0; names[k] != NULL; k++)
        if (names[k][0] != '\0' && !g_strv_contains ((const char * const *) ambiguous, names[k]))
          g_strv_builder_add (clear, names[k]);

      kept = g_strv_builder_end (clear);
      joined = g_strjoinv ("|", kept);
      if (kept[0] != NULL)
        add_names (self, "organization", cells[3], joined);
    }
}

/* Sorts as the word does that ends at a tab, or at the end of the string. */
static guint64
letters_of (const char *word)
{
  guint64 letters = 0;
  guint n = 0;

  while (n < 8 && word[n] != '\t' && word[n] != '\0')
    letters = letters << 8 | (guchar) word[n++];

  return n > 0 ? letters << 8 * (8 - n) : 0;
}

static gsize
find_line (const Gazetteer *self,
           gsize            at)
{
  while (at > 0 && self->words[at - 1] != '\n')
    at--;

  return at;
}

static void
set_landmarks (Gazetteer *self)
{
  self->landmarks = g_array_new (FALSE, FALSE, sizeof (Landmark));
  for (gsize at = 0; at < self->words_size; at += LANDMARK_BYTES)
    {
      const gsize line = find_line (self, at);
      const Landmark landmark = { letters_of (self->words + line), line };

      g_array_append_val (self->landmarks, landmark);
    }
}

/* Between which lines a word stands, if it does: few are left, near each other. */
static void
find_surroundings (const Gazetteer *self,
                   const char      *word,
                   gsize           *low,
                   gsize           *high)
{
  const Landmark *landmarks = (const Landmark *) (gpointer) self->landmarks->data;
  const guint64 letters = letters_of (word);
  guint first = 0, past = self->landmarks->len;

  while (first < past)
    {
      const guint middle = first + (past - first) / 2;

      if (landmarks[middle].letters < letters)
        first = middle + 1;
      else
        past = middle;
    }
  while (past < self->landmarks->len && landmarks[past].letters == letters)
    past++;

  *low = first > 0 ? landmarks[first - 1].line : 0;
  *high = past < self->landmarks->len ? landmarks[past].line : self->words_size;
}

static const Gazetteer *
get_gazetteer (void)
{
  static Gazetteer *gazetteer;

  if (g_once_init_enter_pointer (&gazetteer))
    {
      Gazetteer *self = g_new0 (Gazetteer, 1);

      self->cues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->names = g_hash_table_new (g_str_hash, g_str_equal);
      self->firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      read_lines (self, "language/en/cues.txt");
      read_lines (self, "language/en/bodies.txt");
      read_lines (self, "language/en/parties.txt");
      read_lines (self, "language/en/places.txt");
      read_outlets (self);
      self->words = load ("language/en/words.txt", &self->words_size);
      set_landmarks (self);
      g_once_init_leave_pointer (&gazetteer, self);
    }

  return gazetteer;
}

/**
 * plx_gazetteer_get_cues:
 * @word: a word in small letters, without a stop
 *
 * Returns: bits of [flags@Cue]
 */
guint
plx_gazetteer_get_cues (const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_gazetteer ()->cues, word));
}

/**
 * plx_gazetteer_get_use:
 * @word: a word in small letters
 * @use: (out caller-allocates): how it is used
 *
 * Returns: whether the word is known
 */
gboolean
plx_gazetteer_get_use (const char *word,
                       PlxWordUse *use)
{
  const Gazetteer *self = get_gazetteer ();
  const gsize length = strlen (word);
  gsize low, high;

  find_surroundings (self, word, &low, &high);
  while (low < high)
    {
      const gsize line = find_line (self, low + (high - low) / 2);
      int order;

      order = strncmp (self->words + line, word, length);
      if (order == 0)
        order = (guchar) self->words[line + length] - '\t';

      if (order == 0)
        {
          const char *digits = self->words + line + length + 1;

          *use = (PlxWordUse) { digits[0] - '0', digits[1] - '0', digits[2] - '0',
                                digits[3] - '0', digits[4] - '0', digits[5] - '0' };
          return TRUE;
        }

      if (order > 0)
        high = line;
      else
        low = (const char *) memchr (self->words + line, '\n', high - line) - self->words + 1;
    }

  return FALSE;
}

static gboolean
is_all_capitals (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      if (g_unichar_islower (g_utf8_get_char (name)))
        return FALSE;
    }

  return TRUE;
}

/* Names of one word must be written as they are in the table, or all in capitals, as
 * in a dateline; longer ones may differ inside: “Rome statute”. */
static gboolean
is_written_so (const char *name,
               const char *alias)
{
  if (g_str_equal (name, alias))
    return TRUE;

  if (g_utf8_get_char (name) != g_utf8_get_char (alias))
    return FALSE;
  if (strlen (name) >= SHORTEST_IN_CAPITALS && is_all_capitals (name))
    return TRUE;

  /* "Nato", "Unicef": long acronyms are also written as names are. */
  return strchr (alias, ' ') != NULL ||
         (strlen (alias) >= 4 && g_ascii_isupper (alias[1]) && g_ascii_islower (name[1]));
}

/**
 * plx_gazetteer_get_longest:
 * @word: a word, in small letters
 *
 * Most words need not be looked up further than this.
 *
 * Returns: how many bytes, in small letters, a name in our tables has at most that begins with it;
 *   0 where none does
 */
gsize
plx_gazetteer_get_longest (const char *word)
{
  char first[64];
  const gsize length = get_first_length (word);

  /* "r.n.c." is looked up without its stops. */
  if (length >= sizeof first || word[length] == '.')
    return G_MAXSIZE;

  memcpy (first, word, length);
  first[length] = '\0';

  return GPOINTER_TO_SIZE (g_hash_table_lookup (get_gazetteer ()->firsts, first));
}

/**
 * plx_gazetteer_lookup:
 * @name: a name, with plain apostrophes and single spaces
 * @any_case: whether to look past how it is written
 *
 * Returns: (nullable) (transfer none): what our tables know of it
 */
const PlxKnownName *
plx_gazetteer_lookup (const char *name,
                      gboolean    any_case)
{
  g_autofree char *key = dup_lower (name);
  const PlxKnownName *known = g_hash_table_lookup (get_gazetteer ()->names, key);

  /* "R.N.C." */
  if (known == NULL && name[0] != '\0' && name[1] == '.')
    {
      g_autoptr (GString) bare = g_string_new (name);

      if (g_string_replace (bare, ".", "", 0) > 1)
        return plx_gazetteer_lookup (bare->str, FALSE);
    }

  if (known == NULL || any_case || is_written_so (name, known->alias))
    return known;

  return NULL;
}
