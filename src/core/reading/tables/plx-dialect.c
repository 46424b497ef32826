/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-dialect"

#include "config.h"

#include "reading/tables/plx-delimited.h"

#include <string.h>

#include "reading/tables/plx-bulk-values.h"
#include "reading/tables/plx-column-names.h"

/* What tells a table shows in so many rows. */
#define MAX_ROWS 60

/* A column's name is shorter. */
#define NAME_MAX_CHARS 60

/* A table without a header must be this long to be taken for one. */
#define MIN_ROWS 3

/**
 * Trial:
 * @n_cells: (element-type guint): cells of each row
 * @first: the first row
 * @rows: (element-type GStrv): the others
 * @n_quoted: rows with a cell in quotation marks
 *
 * What comes of reading a text with some delimiter.
 */
typedef struct
{
  GArray    *n_cells;
  GStrv      first;
  GPtrArray *rows;
  guint      n_quoted;
} Trial;

static void
trial_free (Trial *self)
{
  g_array_unref (self->n_cells);
  g_strfreev (self->first);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Trial, trial_free)

static GStrv
dup_row (PlxDelimited *reader)
{
  GStrv row = g_new0 (char *, plx_delimited_get_n (reader) + 1);

  for (guint i = 0; i < plx_delimited_get_n (reader); i++)
    row[i] = g_utf8_make_valid (plx_delimited_get (reader, i), -1);

  return row;
}

static Trial *
try (const char       *text,
     gsize             length,
     gboolean          whole,
     const PlxDialect *dialect)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (PlxDelimited) reader = plx_delimited_new (stream, dialect, NULL);
  Trial *self = g_new0 (Trial, 1);

  self->n_cells = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  while (self->n_cells->len < MAX_ROWS)
    {
      PlxDelimitedStep step = plx_delimited_next (reader, NULL);
      guint n = plx_delimited_get_n (reader);

      /* The last row may be broken off where the sample ends; so may a quotation. */
      if (step != PLX_DELIMITED_ROW)
        break;
      if (plx_delimited_at_end (reader) && !whole && self->first != NULL)
        break;

      g_array_append_val (self->n_cells, n);
      self->n_quoted += plx_delimited_has_quotes (reader);
      if (self->first == NULL)
        self->first = dup_row (reader);
      else
        g_ptr_array_add (self->rows, dup_row (reader));
    }

  return self;
}

static guint
count_equal (Trial *self,
             guint  n)
{
  guint count = 0;

  for (guint i = 0; i < self->n_cells->len; i++)
    count += g_array_index (self->n_cells, guint, i) == n;

  return count;
}

/* Rows that have a cell for each column, and perhaps commas in a text without quotation marks. */
static guint
count_full (Trial *self,
            guint  n)
{
  guint count = 0;

  for (guint i = 0; i < self->n_cells->len; i++)
    count += g_array_index (self->n_cells, guint, i) >= n;

  return count;
}

/* How many cells most rows have; the first row where it is as good as any. */
static guint
get_width (Trial *self)
{
  guint best = 0;

  for (guint i = 0; i < self->n_cells->len; i++)
    {
      guint n = g_array_index (self->n_cells, guint, i);

      if (best == 0 || count_equal (self, n) > count_equal (self, best))
        best = n;
    }

  return best;
}

static gboolean
is_name (const char *text)
{
  return *text != '\0' && strchr (text, '\n') == NULL &&
         g_utf8_strlen (text, -1) <= NAME_MAX_CHARS && !plx_bulk_is_date (text) &&
         text[strspn (text, "0123456789.,-")] != '\0' && strstr (text, "://") == NULL;
}

/* How many cells of a row are known as names of columns. */
static guint
count_known (char **row)
{
  guint known = 0;

  for (guint i = 0; row[i] != NULL; i++)
    known += is_name (row[i]) &&
             plx_column_names_match (row[i]).score > PLX_COLUMN_NAME_HINT;

  return known;
}

static gboolean
are_names (char **row)
{
  guint n = g_strv_length (row);
  guint names = 0;

  /* The first may be empty: pandas writes the numbers of the rows under it. */
  for (guint i = 0; i < n; i++)
    names += is_name (row[i]) || (i == 0 && *row[i] == '\0') || (i + 1 == n && *row[i] == '\0');

  return names == n;
}

typedef gboolean (*Test) (const char *text);

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789.,-")] == '\0';
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

/* Whether nearly all rows have a date, a number or an address in one column, as tables do. */
static gboolean
has_typed_column (GPtrArray *rows,
                  guint      width)
{
  static const Test tests[] = { is_number, is_address, plx_bulk_is_date };

  for (guint k = 0; k < G_N_ELEMENTS (tests) && rows->len > 0; k++)
    for (guint column = 0; column < MIN (width, 64); column++)
      {
        guint count = 0;

        for (guint i = 0; i < rows->len; i++)
          {
            char **row = rows->pdata[i];

            count += column < g_strv_length (row) && strlen (row[column]) < 400 &&
                     tests[k] (row[column]);
          }
        if (count * 10 >= rows->len * 9)
          return TRUE;
      }

  return FALSE;
}

/*
 * A header of known names makes a table of what follows it in some order; without one, the rows
 * must be of one form throughout, since sentences have commas too.
 */
static gboolean
is_table (Trial      *self,
          const char  delimiter)
{
  guint width = get_width (self);
  guint equal = count_equal (self, width);
  guint n = self->n_cells->len;
  guint known;
  gboolean names;
  gboolean fits;

  if (self->first == NULL || width < 2 || g_strv_length (self->first) < 2)
    return FALSE;

  known = count_known (self->first);
  names = are_names (self->first);
  fits = g_strv_length (self->first) == width;

  if (names && known >= 2 && count_full (self, g_strv_length (self->first)) * 10 >= n * 6)
    return TRUE;
  if (names && fits && known == 1 && n >= 2 && equal * 10 >= n * 9 &&
      (self->n_quoted * 2 >= n || delimiter == '\t' || has_typed_column (self->rows, width)))
    return TRUE;

  return n >= MIN_ROWS && equal * 10 >= n * 9 &&
         (has_typed_column (self->rows, width) || self->n_quoted * 10 >= n * 9);
}

/* Excel tells in the first line what stands between the cells. */
static gboolean
take_sep_line (const char *text,
               gsize       length,
               PlxDialect *dialect)
{
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 ||
      (text[5] != '\n' && text[5] != '\r') || strchr (",;|\t", text[4]) == NULL)
    return FALSE;

  dialect->delimiter = text[4];
  dialect->skip_lines = 1;

  return TRUE;
}

/* Some databases put a backslash before a mark, where others double it. */
static gboolean
uses_backslash (const char *text,
                gsize       length)
{
  guint escaped = 0;
  guint doubled = 0;

  for (gsize i = 1; i + 1 < length; i++)
    {
      escaped += text[i] == '\\' && text[i + 1] == '"';
      doubled += text[i] == '"' && text[i + 1] == '"' && text[i - 1] != ',' && text[i - 1] != ';' &&
                 text[i - 1] != '\t' && text[i - 1] != '\n';
    }

  return escaped > 0 && doubled <= escaped / 4;
}

/**
 * plx_dialect_guess:
 * @text: the start of a file, or all of it
 * @length: its bytes
 * @whole: whether it is all of it
 * @dialect: (out): how it is written
 *
 * Finds out whether a text is a table, and what stands between its cells. Prose with commas is
 * none, nor is a table in Markdown.
 *
 * Returns: whether it is a table
 */
gboolean
plx_dialect_guess (const char *text,
                   gsize       length,
                   gboolean    whole,
                   PlxDialect *dialect)
{
  static const char delimiters[] = { '\t', ',', ';', '|' };
  guint best = 0;
  gsize space = 0;

  *dialect = (PlxDialect) { .backslash = uses_backslash (text, length) };
  if (take_sep_line (text, length, dialect))
    return TRUE;

  while (space < length && g_ascii_isspace (text[space]) && text[space] != '\t')
    space++;
  if (space == length || strchr ("<{[|#", text[space]) != NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      PlxDialect tried = { .delimiter = delimiters[i], .backslash = dialect->backslash };
      g_autoptr (Trial) trial = try (text, length, whole, &tried);
      guint known = trial->first != NULL ? count_known (trial->first) : 0;
      guint merit = is_table (trial, tried.delimiter) ? 100 + known * 50 + get_width (trial) : 0;

      if (merit > best)
        {
          best = merit;
          dialect->delimiter = tried.delimiter;
        }
    }

  return best > 0;
}

/* Whether a row's cells have another form than the cells under them: names over dates. */
static gboolean
differs_from (char     **first,
              GPtrArray *rows)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  double chars = 0;
  double first_chars = 0;

  g_ptr_array_add (alone, first);
  if (has_typed_column (rows, g_strv_length (first)) &&
      !has_typed_column (alone, g_strv_length (first)))
    return TRUE;

  for (guint i = 0; i < rows->len; i++)
    for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
      chars += strlen (*cell);
  for (char **cell = first; *cell != NULL; cell++)
    first_chars += strlen (*cell);

  return rows->len > 0 && chars / rows->len > first_chars * 3;
}

/**
 * plx_dialect_has_header:
 * @first: the first row of a table
 * @rows: (element-type GStrv): some of the others
 *
 * Returns: whether the first row has the names of the columns
 */
gboolean
plx_dialect_has_header (char     **first,
                        GPtrArray *rows)
{
  guint known = count_known (first);

  if (!are_names (first))
    return known >= 3 && known * 2 >= g_strv_length (first);

  return known > 0 || differs_from (first, rows);
}
