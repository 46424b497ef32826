/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-person-names"

#include "config.h"

#include "language/entities/plx-person-names.h"

#include <string.h>

/* Given names and what people who bear them are called. */
static const char *const nicknames[][2] = {
  { "abe", "abraham" }, { "al", "albert" }, { "alex", "alexander" }, { "andy", "andrew" },
  { "ben", "benjamin" }, { "bernie", "bernard" }, { "beth", "elizabeth" }, { "bill", "william" },
  { "bob", "robert" }, { "bobby", "robert" }, { "cathy", "catherine" }, { "charlie", "charles" },
  { "chris", "christopher" }, { "chuck", "charles" }, { "dan", "daniel" }, { "dave", "david" },
  { "debbie", "deborah" }, { "dick", "richard" }, { "don", "donald" }, { "doug", "douglas" },
  { "ed", "edward" }, { "fred", "frederick" }, { "gerry", "gerald" }, { "greg", "gregory" },
  { "harry", "harold" }, { "jack", "john" }, { "jeff", "jeffrey" }, { "jerry", "gerald" },
  { "jim", "james" }, { "jimmy", "james" }, { "joe", "joseph" }, { "jon", "jonathan" },
  { "kate", "katherine" }, { "ken", "kenneth" }, { "larry", "lawrence" }, { "liz", "elizabeth" },
  { "maggie", "margaret" }, { "matt", "matthew" }, { "max", "maximilian" }, { "mike", "michael" },
  { "mitch", "mitchell" }, { "nick", "nicholas" }, { "pat", "patrick" }, { "peggy", "margaret" },
  { "pete", "peter" }, { "ray", "raymond" }, { "rick", "richard" }, { "rob", "robert" },
  { "ron", "ronald" }, { "rudy", "rudolph" }, { "sam", "samuel" }, { "steve", "stephen" },
  { "steve", "steven" }, { "sue", "susan" }, { "ted", "edward" }, { "tim", "timothy" },
  { "tom", "thomas" }, { "tommy", "thomas" }, { "tony", "anthony" }, { "will", "william" },
};

/* One given name in the languages in which people of one country bear it; each group ends with
 * `NULL`, and the last of them too. */
static const char *const namesakes[] = {
  "alexander", "aleksandr", "aleksander", "aleksandar", "oleksandr", "alyaksandr", NULL,
  "alexei", "aleksey", "aleksei", "alexey", "oleksiy", "oleksii", "alyaksey", NULL,
  "anatoly", "anatoliy", "anatoli", "anatol", NULL,
  "andrei", "andrey", "andriy", "andrii", "andrej", NULL,
  "arkady", "arkadiy", "arkadi", NULL,
  "artem", "artyom", "artiom", NULL,
  "boris", "borys", NULL,
  "denis", "denys", NULL,
  "dmitry", "dmitri", "dmitriy", "dmytro", "dzmitry", NULL,
  "fyodor", "fedor", "fedir", NULL,
  "georgy", "georgiy", "georgi", "heorhiy", "heorhii", NULL,
  "gregory", "grigory", "grigoriy", "hryhoriy", "hryhorii", NULL,
  "igor", "ihor", NULL,
  "ilya", "illia", "illya", NULL,
  "kirill", "kyrylo", "kiril", NULL,
  "konstantin", "kostyantyn", "kostiantyn", NULL,
  "leonid", "leanid", NULL,
  "maxim", "maksim", "maksym", NULL,
  "mikhail", "mykhailo", "mykhaylo", "mihail", NULL,
  "nikita", "mykyta", NULL,
  "nikolai", "nikolay", "mykola", "mikalai", "nikolaj", NULL,
  "oleg", "oleh", "aleh", NULL,
  "pavel", "pavlo", NULL,
  "pyotr", "petr", "petro", NULL,
  "roman", "raman", NULL,
  "sergei", "sergey", "serhiy", "serhii", "siarhei", NULL,
  "timofei", "timofey", "tymofiy", NULL,
  "vasily", "vasiliy", "vasyl", NULL,
  "viktor", "victor", NULL,
  "vitaly", "vitaliy", "vitali", "vital", NULL,
  "vladimir", "volodymyr", "uladzimir", NULL,
  "vladislav", "vladyslav", NULL,
  "yevgeny", "yevgeniy", "evgeny", "evgeniy", "yevhen", "yauhen", NULL,
  "yuri", "yury", "yuriy", "iurii", NULL,
  "anna", "hanna", "ganna", NULL,
  "helena", "elena", "yelena", "olena", "alena", NULL,
  "irina", "iryna", NULL,
  "julia", "yulia", "yuliya", "iuliia", NULL,
  "natalia", "nataliya", "natalya", "natallia", NULL,
  "olga", "olha", "volha", NULL,
  "svetlana", "svitlana", "sviatlana", NULL,
  "tatiana", "tatyana", "tetiana", "tetyana", NULL,
  "xenia", "ksenia", "kseniya", NULL,
  NULL
};

/* Particles with which a family name begins, and which may be left out. */
static const char *const particles[] = {
  "al", "el", "ul", "da", "de", "del", "della", "di", "do", "dos", "das", "du", "la", "le", "van",
  "von", "der", "den", "ten", "ter", "bin", "ibn", "ben", NULL
};

static void
add_given (GHashTable *groups,
           const char *name,
           guint       group)
{
  GArray *list = g_hash_table_lookup (groups, name);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (groups, (gpointer) name, list);
    }

  g_array_append_val (list, group);
}

/* Given names => of which groups of names for one person they are part. */
static GHashTable *
get_groups (void)
{
  static GHashTable *groups;

  if (g_once_init_enter_pointer (&groups))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);
      guint group = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (nicknames); i++, group++)
        {
          add_given (made, nicknames[i][0], group);
          add_given (made, nicknames[i][1], group);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (namesakes); i++)
        {
          if (namesakes[i] == NULL)
            group++;
          else
            add_given (made, namesakes[i], group);
        }

      g_once_init_leave_pointer (&groups, made);
    }

  return groups;
}

/* "Bill" and "William", "Oleksandr" and "Aleksandr". */
static gboolean
are_namesakes (const char *a,
               const char *b)
{
  const GArray *first = g_hash_table_lookup (get_groups (), a);
  const GArray *second = first != NULL ? g_hash_table_lookup (get_groups (), b) : NULL;

  for (guint i = 0; second != NULL && i < first->len; i++)
    {
      for (guint j = 0; j < second->len; j++)
        {
          if (g_array_index (first, guint, i) == g_array_index (second, guint, j))
            return TRUE;
        }
    }

  return FALSE;
}

static PlxAlike
compare_given (const char *a,
               const char *b)
{
  const PlxAlike alike = plx_spelling_compare (a, b);

  return alike != PLX_ALIKE_SAME && are_namesakes (a, b) ? PLX_ALIKE_SAME : alike;
}

static gboolean
is_same_word (const char *a,
              const char *b)
{
  return plx_spelling_compare (a, b) == PLX_ALIKE_SAME;
}

/* "Lindqvist" of "Lindqvist-Borg": a whole part of a double name, at either end. */
static gboolean
is_half (const char *part,
         const char *whole)
{
  const gsize n = strlen (part);

  return n >= 3 &&
         ((g_str_has_prefix (whole, part) && whole[n] == '-') ||
          (g_str_has_suffix (whole, part) && strlen (whole) > n + 3 &&
           whole[strlen (whole) - n - 1] == '-'));
}

static PlxAlike
compare_family (const char *a,
                const char *b)
{
  return is_half (a, b) || is_half (b, a) ? PLX_ALIKE_SAME : plx_spelling_compare (a, b);
}

/* "George W. Roe" and "George H. Roe": names between the first and the last that exclude
 * each other. */
static gboolean
are_middles_apart (const char * const *a,
                   guint               n,
                   const char * const *b,
                   guint               m)
{
  if (n <= 2 || m <= 2)
    return FALSE;

  for (guint i = 1; i + 1 < n; i++)
    {
      for (guint j = 1; j + 1 < m; j++)
        {
          if (*a[i] == *b[j] || g_strv_contains (particles, a[i]) ||
              g_strv_contains (particles, b[j]))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * plx_person_name_make_key:
 * @word: a word of a name, folded
 *
 * Returns: (transfer full): what all spellings of the word have in common
 */
char *
plx_person_name_make_key (const char *word)
{
  char key[PLX_SPELLING_LONGEST + 1];

  if (strlen (word) < 5)
    return g_strdup (word);

  plx_spelling_make_key (word, key);

  return g_strdup (key);
}

/**
 * plx_person_name_has_initials:
 * @name: a name as it is written
 *
 * Returns: whether it begins with initials and not with a given name: “J. P. Roe”, “JP Roe”
 */
gboolean
plx_person_name_has_initials (const char *name)
{
  guint n = 0;
  gboolean has_stop = FALSE;

  for (const char *at = name; *at != '\0' && *at != ' '; at = g_utf8_next_char (at))
    {
      if (*at == '.')
        has_stop = TRUE;
      else if (*at == '-')
        continue;
      else if (g_unichar_isupper (g_utf8_get_char (at)))
        n++;
      else
        return FALSE;
    }

  return n >= 1 && n <= 3 && (has_stop || strchr (name, ' ') != NULL);
}

/**
 * plx_person_name_compare:
 * @a: the words of a full name, folded; ends with `NULL`
 * @b: the words of another
 *
 * Tells whether two full names may name one person: the same first and last word, give or take
 * a transliteration, whatever stands between; one with names before it that the other leaves
 * out ("Juan Manuel Santos", "Manuel Santos"), or with a second family name behind it; or with
 * the family name first.
 *
 * Returns: how surely
 */
PlxAlike
plx_person_name_compare (const char * const *a,
                         const char * const *b)
{
  const guint n = g_strv_length ((char **) a);
  const guint m = g_strv_length ((char **) b);
  const char *const *longer = n > m ? a : b;
  const char *const *shorter = n > m ? b : a;
  PlxAlike family, given;

  if (n < 2 || m < 2)
    return PLX_ALIKE_NOT;

  family = compare_family (a[n - 1], b[m - 1]);
  given = compare_given (a[0], b[0]);
  if (family != PLX_ALIKE_NOT && given != PLX_ALIKE_NOT)
    return are_middles_apart (a, n, b, m) ? PLX_ALIKE_NOT : MIN (family, given);

  /* "Holm Anders" */
  if (n == 2 && m == 2 && is_same_word (a[0], b[1]) && is_same_word (a[1], b[0]))
    return PLX_ALIKE_SAME;
  if (n == m)
    return PLX_ALIKE_NOT;

  /* "Manuel Santos" of "Juan Manuel Santos" */
  if (family == PLX_ALIKE_SAME)
    return g_strv_contains (longer + 1, shorter[0]) ? PLX_ALIKE_SAME : PLX_ALIKE_NOT;

  /* "Rodrigo Pereda" of "Rodrigo Pereda Quiroz" */
  for (guint i = 0; shorter[i] != NULL; i++)
    {
      if (!is_same_word (shorter[i], longer[i]))
        return PLX_ALIKE_NOT;
    }

  return PLX_ALIKE_SAME;
}

/**
 * plx_person_name_is_initials:
 * @short_words: the words of a name that begins with initials, written as one word: “jp roe”
 * @full_words: the words of a full name, folded
 *
 * Returns: whether the initials may be those of the full name
 */
gboolean
plx_person_name_is_initials (const char * const *short_words,
                             const char * const *full_words)
{
  const guint n = g_strv_length ((char **) short_words);
  const guint m = g_strv_length ((char **) full_words);

  if (n < 2 || m < 2 ||
      compare_family (short_words[n - 1], full_words[m - 1]) != PLX_ALIKE_SAME ||
      *short_words[0] != *full_words[0] || strlen (full_words[0]) < 2)
    return FALSE;

  for (guint i = 1; short_words[0][i] != '\0' && i + 1 < m; i++)
    {
      if (short_words[0][i] != *full_words[i])
        return FALSE;
    }

  return TRUE;
}

/**
 * plx_person_name_is_short:
 * @short_words: the words of a name, folded; ends with `NULL`
 * @full_words: the words of another
 *
 * Tells whether a name is part of a fuller one in the way in which people are called
 * after they were named in full.
 *
 * Returns: in which way
 */
PlxShortName
plx_person_name_is_short (const char * const *short_words,
                          const char * const *full_words)
{
  guint n = g_strv_length ((char **) short_words);
  const guint m = g_strv_length ((char **) full_words);
  guint same = 0;

  /* "Al Zayani" is what "Hamad al-Zayani" is called. */
  while (n > 1 && n < m && g_strv_contains (particles, short_words[0]) &&
         !is_same_word (short_words[0], full_words[m - n]))
    {
      short_words++;
      n--;
    }

  if (n == 0 || n >= m)
    return PLX_SHORT_NAME_NONE;

  while (same < n && is_same_word (short_words[n - 1 - same], full_words[m - 1 - same]))
    same++;
  if (same == n)
    return PLX_SHORT_NAME_FAMILY;
  if (n > 1)
    return PLX_SHORT_NAME_NONE;

  if (is_half (short_words[0], full_words[m - 1]))
    return PLX_SHORT_NAME_FAMILY;
  if (g_str_equal (short_words[0], full_words[0]))
    return PLX_SHORT_NAME_GIVEN;

  for (guint i = 1; i + 1 < m; i++)
    {
      if (strlen (short_words[0]) > 3 && is_same_word (short_words[0], full_words[i]))
        return PLX_SHORT_NAME_INNER;
    }

  return PLX_SHORT_NAME_NONE;
}
