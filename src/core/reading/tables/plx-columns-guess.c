/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-columns-guess"

#include "config.h"

#include "reading/tables/plx-columns.h"

#include <string.h>

#include "reading/tables/plx-bulk-values.h"
#include "reading/tables/plx-column-names.h"
#include "reading/article/plx-dates.h"
#include "reading/article/plx-head.h"
#include "reading/article/plx-outlets.h"

/* More rows tell no more. */
#define MAX_ROWS 50

/* So much of a value shows what it is. */
#define MAX_LOOK 4000

/* Headlines are seldom longer, texts seldom shorter. */
#define HEADLINE_MAX_CHARS 250
#define BODY_MIN_CHARS 150

/* Languages by name are few words; codes are two or three letters, and perhaps a country. */
#define LANGUAGE_MAX_CHARS 12

/* What a name speaks for counts from here, where the values do not speak against it. */
#define MIN_SCORE 30

/* What only the values speak for. */
#define VALUE_SCORE 35

/**
 * Look:
 * @n: values that are not empty
 * @chars: letters of a value, in the mean
 * @words: words of a value, in the mean
 * @dates: how many are a date and nothing else
 * @urls: how many are an address
 * @files: how many are the address of a picture or a film
 * @domains: how many are a domain
 * @codes: how many look like the code of a language
 * @numbers: how many are a number
 * @tags: how many have tags
 * @pages: how many are a whole page
 * @prose: how many are sentences
 * @titles: how many have the form of a headline
 * @names: how many are a person's name
 * @outlets: how many name an outlet that we know
 * @distinct: how many differ
 *
 * What stands in a column.
 */
typedef struct
{
  guint  n;
  double chars;
  double words;
  guint  dates;
  guint  urls;
  guint  files;
  guint  domains;
  guint  codes;
  guint  numbers;
  guint  tags;
  guint  pages;
  guint  prose;
  guint  titles;
  guint  names;
  guint  outlets;
  guint  distinct;
} Look;

static gboolean
is_number (const char *text)
{
  return text[strspn (text, "0123456789.,+-% ")] == '\0';
}

static gboolean
is_url (const char *text)
{
  return (g_ascii_strncasecmp (text, "http://", 7) == 0 ||
          g_ascii_strncasecmp (text, "https://", 8) == 0 || g_str_has_prefix (text, "//") ||
          g_ascii_strncasecmp (text, "www.", 4) == 0) && strpbrk (text, " \n\t") == NULL;
}

static gboolean
is_file (const char *text)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4",
                                         ".mp3", ".ico", ".webm" };
  g_autofree char *path = g_ascii_strdown (text, strcspn (text, "?#"));

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_domain (const char *text)
{
  gsize length = strlen (text);
  const char *dot = strrchr (text, '.');

  return length < 80 && dot != NULL && dot > text && strlen (dot) > 2 &&
         text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789.-")] == '\0' &&
         !g_ascii_isdigit (dot[1]);
}

static gboolean
is_language (const char *text)
{
  gsize letters = strspn (text, "abcdefghijklmnopqrstuvwxyz");
  g_autofree char *code = NULL;

  if ((letters == 2 || letters == 3) && (text[letters] == '\0' || text[letters] == '-' ||
                                         text[letters] == '_'))
    return TRUE;

  if (strlen (text) > LANGUAGE_MAX_CHARS * 2)
    return FALSE;
  code = plx_bulk_language_from_name (text);

  return code != NULL;
}

static void
look_at_form (Look       *look,
              const char *text)
{
  g_autofree char *part = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_LOOK));
  g_autoptr (PlxDraft) draft = plx_draft_new (part, -1);
  guint n_words = draft->shape.n_words;
  gboolean tags = plx_bulk_has_tags (part);

  look->words += n_words;
  look->tags += tags;
  look->pages += tags && plx_bulk_is_page (part);
  look->prose += draft->shape.n_stops >= 2 || (draft->shape.n_stops == 1 && n_words >= 12) ||
                 (n_words < 4 && strlen (part) > 300);
  look->titles += n_words >= 2 && n_words <= 30 && draft->shape.n_stops <= 1 &&
                  strchr (text, '\n') == NULL && !g_str_has_suffix (text, ".") &&
                  !draft->shape.starts_lower && draft->shape.n_letters > strlen (text) / 2;
  look->names += n_words <= 5 && plx_head_is_name (part);
  look->outlets += n_words <= 8 && (plx_outlets_find_by_name (part) != NULL);
}

static Look
look_at (GPtrArray *rows,
         guint      column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Look look = { 0 };

  for (guint i = 0; i < rows->len && i < MAX_ROWS; i++)
    {
      const char *text = ((char **) rows->pdata[i])[column];
      glong chars = text != NULL ? g_utf8_strlen (text, -1) : 0;

      if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
        continue;

      look.n++;
      look.chars += chars;
      look.dates += chars <= 64 && plx_bulk_is_date (text);
      look.numbers += is_number (text);
      look.urls += is_url (text);
      look.files += is_file (text);
      look.domains += is_domain (text);
      look.codes += is_language (text);
      if (!is_url (text) && !is_number (text))
        look_at_form (&look, text);
      g_hash_table_add (seen, (char *) text);
    }

  look.distinct = g_hash_table_size (seen);
  if (look.n > 0)
    {
      look.chars /= look.n;
      look.words /= look.n;
    }

  return look;
}

static gboolean
most (guint part,
      guint all)
{
  return part * 10 >= all * 8;
}

/* Whether what stands in a column can be what its name says. */
static gboolean
can_be_field (const Look *look,
              PlxField    field)
{
  switch (field)
    {
    case PLX_FIELD_PUBLISHED:
      return look->dates * 2 >= look->n;
    case PLX_FIELD_ADDRESS:
      return (look->urls + look->domains) * 2 >= look->n && look->files * 2 < look->n;
    case PLX_FIELD_LANGUAGE:
      return look->chars <= 24 && look->numbers * 2 < look->n;
    case PLX_FIELD_HEADLINE:
      return look->numbers * 2 < look->n && look->urls * 2 < look->n &&
             look->chars <= HEADLINE_MAX_CHARS * 2;
    case PLX_FIELD_STANDFIRST:
      return look->numbers * 2 < look->n && look->urls * 2 < look->n;
    case PLX_FIELD_OUTLET:
      return look->numbers * 2 < look->n && look->files * 2 < look->n && look->chars <= 160;
    case PLX_FIELD_AUTHOR:
    case PLX_FIELD_SECTION:
    case PLX_FIELD_AGENCY:
    case PLX_FIELD_DATELINE:
    default:
      return look->numbers * 2 < look->n && look->urls * 2 < look->n && look->chars <= 400;
    }
}

static gboolean
can_be (const Look   *look,
        PlxColumnUse  use,
        PlxField      field)
{
  if (look->n == 0)
    return TRUE;
  if (use == PLX_COLUMN_FIELD)
    return can_be_field (look, field);
  if (use == PLX_COLUMN_HTML)
    return look->tags * 2 >= look->n;

  return look->numbers * 2 < look->n && look->urls * 2 < look->n && look->dates * 2 < look->n;
}

/*
 * Of two columns with names for a text, the longer is the article: “content” can be the first
 * lines of it, “description” all of it.
 */
static int
add_length (const Look   *look,
            PlxColumnUse  use,
            int           score)
{
  if (use != PLX_COLUMN_BODY || score == 0 || look->n == 0)
    return score;

  return score + MIN ((int) (look->chars / 40), 60) - (look->chars < 40 ? 30 : 0);
}

/* What the values alone speak for, and how clearly. */
static int
score_values (const Look *look,
              PlxField    field)
{
  gboolean varied = look->distinct * 2 > look->n || look->n <= 2;

  switch (field)
    {
    case PLX_FIELD_PUBLISHED:
      return most (look->dates, look->n) ? VALUE_SCORE : 0;
    case PLX_FIELD_ADDRESS:
      return most (look->urls, look->n) && look->files == 0 && varied ? VALUE_SCORE : 0;
    case PLX_FIELD_LANGUAGE:
      return most (look->codes, look->n) ? VALUE_SCORE : 0;
    case PLX_FIELD_HEADLINE:
      return look->titles * 10 >= look->n * 6 && varied && look->words >= 3 &&
             look->chars <= HEADLINE_MAX_CHARS && look->names * 2 < look->n
             ? VALUE_SCORE + MIN ((int) look->words, 12) : 0;
    case PLX_FIELD_OUTLET:
      return look->outlets * 2 >= look->n || most (look->domains, look->n) ? VALUE_SCORE : 0;
    case PLX_FIELD_AUTHOR:
      return look->names * 10 >= look->n * 6 && look->outlets * 2 < look->n ? VALUE_SCORE : 0;
    case PLX_FIELD_STANDFIRST:
    case PLX_FIELD_SECTION:
    case PLX_FIELD_AGENCY:
    case PLX_FIELD_DATELINE:
    default:
      return 0;
    }
}

/**
 * Guess:
 * @columns: what is found
 * @matches: what their names tell
 * @looks: what stands in them
 * @taken: which uses a column has; those that are no field come after the fields
 *
 * A table whose columns are being told apart.
 */
typedef struct
{
  PlxColumns     *columns;
  PlxColumnMatch *matches;
  Look           *looks;
  gboolean        taken[PLX_N_FIELDS + PLX_COLUMN_HTML + 1];
} Guess;

static gboolean *
get_taken (Guess        *self,
           PlxColumnUse  use,
           PlxField      field)
{
  return &self->taken[use == PLX_COLUMN_FIELD ? (guint) field : PLX_N_FIELDS + (guint) use];
}

static void
give (Guess          *self,
      guint           index,
      PlxColumnUse    use,
      PlxField        field,
      PlxColumnBasis  basis)
{
  PlxColumn *column = plx_columns_get (self->columns, index);

  if (column->use != PLX_COLUMN_UNUSED)
    *get_taken (self, column->use, column->field) = FALSE;
  *get_taken (self, use, field) = TRUE;
  column->use = use;
  column->field = field;
  column->basis = basis;
}

/* Gives each use to the column whose name speaks for it best. */
static void
guess_by_names (Guess *self)
{
  for (guint round = 0; round < self->columns->columns->len; round++)
    {
      int best = -1;
      int best_score = MIN_SCORE - 1;

      for (guint i = 0; i < self->columns->columns->len; i++)
        {
          const PlxColumnMatch *match = &self->matches[i];
          int score = add_length (&self->looks[i], match->use, match->score);

          if (plx_columns_get (self->columns, i)->basis == PLX_COLUMN_BASIS_NONE &&
              match->use != PLX_COLUMN_UNUSED && score > best_score &&
              can_be (&self->looks[i], match->use, match->field) &&
              !*get_taken (self, match->use, match->field))
            {
              best = i;
              best_score = score;
            }
        }

      if (best < 0)
        return;
      give (self, best, self->matches[best].use, self->matches[best].field,
            PLX_COLUMN_BASIS_NAME);
    }
}

/* The longest column of sentences is the text, where no name says which one it is. */
static void
guess_body (Guess *self)
{
  int best = -1;

  if (*get_taken (self, PLX_COLUMN_BODY, 0) || *get_taken (self, PLX_COLUMN_HTML, 0))
    return;

  for (guint i = 0; i < self->columns->columns->len; i++)
    {
      const PlxColumn *column = plx_columns_get (self->columns, i);
      gboolean free = column->use == PLX_COLUMN_UNUSED ||
                      (column->use == PLX_COLUMN_FIELD && self->looks[i].chars > 400 &&
                       (column->field == PLX_FIELD_STANDFIRST ||
                        column->field == PLX_FIELD_HEADLINE));

      if (free && !self->matches[i].barred && self->looks[i].chars >= BODY_MIN_CHARS &&
          (self->looks[i].prose + self->looks[i].tags) * 2 >= self->looks[i].n &&
          (best < 0 || self->looks[i].chars > self->looks[best].chars))
        best = i;
    }

  if (best >= 0)
    give (self, best, self->looks[best].pages * 2 > self->looks[best].n
          ? PLX_COLUMN_HTML : PLX_COLUMN_BODY, 0, PLX_COLUMN_BASIS_VALUES);
}

static void
guess_by_values (Guess *self)
{
  static const PlxField order[] = { PLX_FIELD_ADDRESS, PLX_FIELD_PUBLISHED, PLX_FIELD_LANGUAGE,
                                    PLX_FIELD_OUTLET, PLX_FIELD_AUTHOR, PLX_FIELD_HEADLINE };

  guess_body (self);

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    {
      int best = -1;
      int best_score = 0;

      if (*get_taken (self, PLX_COLUMN_FIELD, order[k]))
        continue;

      for (guint i = 0; i < self->columns->columns->len; i++)
        {
          int score = self->looks[i].n > 0 ? score_values (&self->looks[i], order[k]) : 0;

          if (plx_columns_get (self->columns, i)->use == PLX_COLUMN_UNUSED &&
              !self->matches[i].barred && score > best_score)
            {
              best = i;
              best_score = score;
            }
        }

      if (best >= 0)
        give (self, best, PLX_COLUMN_FIELD, order[k], PLX_COLUMN_BASIS_VALUES);
    }
}

/* A table of countries has names with the form of headlines; only a text makes articles of them. */
static void
drop_without_text (Guess *self)
{
  if (*get_taken (self, PLX_COLUMN_BODY, 0) || *get_taken (self, PLX_COLUMN_HTML, 0) ||
      *get_taken (self, PLX_COLUMN_FIELD, PLX_FIELD_STANDFIRST))
    return;

  for (guint i = 0; i < self->columns->columns->len; i++)
    {
      PlxColumn *column = plx_columns_get (self->columns, i);

      if (column->use == PLX_COLUMN_FIELD && column->field == PLX_FIELD_HEADLINE &&
          (column->basis == PLX_COLUMN_BASIS_VALUES ||
           self->matches[i].score <= PLX_COLUMN_NAME_HINT))
        {
          column->use = PLX_COLUMN_UNUSED;
          column->basis = PLX_COLUMN_BASIS_NONE;
        }
    }
}

/**
 * plx_columns_guess:
 * @names: the columns' names, in order; ends with `NULL`
 * @rows: (element-type GStrv): some rows, a value (or `NULL`) for each column
 *
 * Guesses what each column holds, from its name, and from what stands in it where the name says
 * nothing, or says what can't be.
 *
 * Returns: (transfer full): the columns
 */
PlxColumns *
plx_columns_guess (const char * const *names,
                   GPtrArray          *rows)
{
  PlxColumns *columns = plx_columns_new (names);
  guint n = plx_columns_get_n (columns);
  g_autofree PlxColumnMatch *matches = g_new0 (PlxColumnMatch, n + 1);
  g_autofree Look *looks = g_new0 (Look, n + 1);
  Guess self = { .columns = columns, .matches = matches, .looks = looks };

  for (guint i = 0; i < n; i++)
    {
      matches[i] = plx_column_names_match (names[i]);
      looks[i] = look_at (rows, i);
    }

  guess_by_names (&self);
  guess_by_values (&self);
  drop_without_text (&self);

  return columns;
}
