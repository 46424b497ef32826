/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relation-rows"

#include "config.h"

#include "countries/plx-relation-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "countries/plx-country-search.h"
#include "countries/plx-relation-file.h"

/* 200 countries with 100 changes each. */
#define MOST_ROWS 20000

/* Bytes of a cell that are shown in a message. */
#define LONGEST_SHOWN 60

/* A country that has stood so "ever since": before all days that a table can have. */
#define EVER_SINCE 1

enum
{
  COLUMN_COUNTRY,
  COLUMN_STATUS,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_SOURCE,
};

static const char * const column_names[PLX_OWN_N_COLUMNS] = {
  "country", "status", "from", "to", "source",
};

/* An interval and where it stands in the file. */
typedef struct
{
  PlxInterval interval;
  guint       line;
  gboolean    is_treaty_word;
} Row;

/* plx_relation_rows_new:
 * @problems: (element-type PlxRelationProblem): where problems are added; must outlive the rows */
PlxRelationRows *
plx_relation_rows_new (const char *name,
                       PlxDay      today,
                       GPtrArray  *problems)
{
  PlxRelationRows *self = g_new0 (PlxRelationRows, 1);

  self->name = name;
  self->rest = PLX_STATUS_NON_PARTY;
  self->as_of = today;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->problems = problems;

  return self;
}

void
plx_relation_rows_free (PlxRelationRows *self)
{
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->note);
  g_array_unref (self->rows);
  g_free (self);
}

/* plx_relation_rows_complain:
 * @message: (transfer full): a whole sentence
 *
 * Errors are counted also where there are too many to be told. */
void
plx_relation_rows_complain (PlxRelationRows *self,
                            guint            line,
                            gboolean         is_error,
                            char            *message)
{
  PlxRelationProblem *problem;

  self->n_errors += is_error;
  if (self->problems->len >= PLX_RELATION_PROBLEMS_MAX)
    {
      g_free (message);
      return;
    }

  problem = g_new0 (PlxRelationProblem, 1);
  problem->line = line;
  problem->is_error = is_error;
  problem->message = message;
  g_ptr_array_add (self->problems, problem);
}

/* What a cell has, short enough for a message. */
static char *
dup_shown (const char *cell)
{
  g_autofree char *start = NULL;
  g_autofree char *line = g_strdelimit (g_strdup (cell), "\n\r\t", ' ');

  if (strlen (line) <= LONGEST_SHOWN)
    return g_steal_pointer (&line);

  start = g_strndup (line, g_utf8_find_prev_char (line, line + LONGEST_SHOWN) - line);

  return g_strconcat (start, "…", NULL);
}

static void
complain_of (PlxRelationRows *self,
             PlxSeparated    *table,
             const char      *format,
             const char      *cell)
{
  g_autofree char *shown = dup_shown (cell);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  plx_relation_rows_complain (self, table->row_line, TRUE,
                              g_strconcat (parts[0], shown, parts[1], NULL));
}

static int
find_column (const char *name)
{
  for (int i = 0; i < PLX_OWN_N_COLUMNS; i++)
    {
      if (g_ascii_strcasecmp (name, column_names[i]) == 0)
        return i;
    }

  return -1;
}

/* plx_relation_rows_set_header:
 *
 * Returns: whether the row that was read last is a header with all that is needed */
gboolean
plx_relation_rows_set_header (PlxRelationRows *self,
                              PlxSeparated    *table)
{
  for (int i = 0; i < PLX_OWN_N_COLUMNS; i++)
    self->columns[i] = -1;
  self->n_columns = table->cells->len;

  for (guint i = 0; i < table->cells->len; i++)
    {
      int column = find_column (plx_separated_get (table, i));

      if (column >= 0 && self->columns[column] >= 0)
        {
          complain_of (self, table, _("The column “%s” stands there twice."),
                       column_names[column]);
          return FALSE;
        }
      if (column >= 0)
        self->columns[column] = i;
      else if (*plx_separated_get (table, i) != '\0')
        {
          g_autofree char *shown = dup_shown (plx_separated_get (table, i));

          plx_relation_rows_complain (self, table->row_line, FALSE,
                                      g_strdup_printf (_("The column “%s” is not used."), shown));
        }
    }

  for (int i = COLUMN_COUNTRY; i <= COLUMN_STATUS; i++)
    {
      if (self->columns[i] < 0)
        {
          complain_of (self, table, _("The first line must name the columns country, status, from, "
                                      "to and source; “%s” is missing."), column_names[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static const char *
get_cell (PlxRelationRows *self,
          PlxSeparated    *table,
          int              column)
{
  return plx_separated_get (table, self->columns[column]);
}

/* What a spreadsheet would compute, and some do when a file is opened. */
static gboolean
is_formula (const char *cell)
{
  return *cell != '\0' && strchr ("=+-@", *cell) != NULL && cell[1] != '\0';
}

static gboolean
read_country (PlxRelationRows  *self,
              PlxSeparated     *table,
              const char      **code)
{
  const char *cell = get_cell (self, table, COLUMN_COUNTRY);
  gboolean several = FALSE;
  const PlxCountryInfo *country = plx_country_search (cell, &several);
  const char *name = NULL;
  g_autofree char *shown = NULL;

  if (country != NULL)
    {
      *code = country->iso3;
      return TRUE;
    }

  if (*cell == '\0')
    plx_relation_rows_complain (self, table->row_line, TRUE, g_strdup (_("There is no country.")));
  else if (is_formula (cell))
    complain_of (self, table, _("“%s” is a formula and no country. Save the file with values "
                                "instead of formulas."), cell);
  else if (several)
    complain_of (self, table, _("Several countries are called “%s”. Write its code of three "
                                "letters instead."), cell);
  else if (self->problems->len >= PLX_RELATION_PROBLEMS_MAX ||
           (country = plx_country_suggest (cell, &name)) == NULL)
    complain_of (self, table, _("“%s” is no country that Parallax knows."), cell);
  else
    {
      shown = dup_shown (cell);
      /* Translators: %1$s is what stands there, %2$s a name that is like it, %3$s its code */
      plx_relation_rows_complain (self, table->row_line, TRUE,
                                  g_strdup_printf (_("“%1$s” is no country that Parallax knows. "
                                                     "Did you mean “%2$s” (%3$s)?"),
                                                   shown, name, country->iso3));
    }

  return FALSE;
}

static gboolean
read_status (PlxRelationRows *self,
             PlxSeparated    *table,
             PlxStatus       *status)
{
  const char *cell = get_cell (self, table, COLUMN_STATUS);

  if (plx_status_parse (cell, status))
    return TRUE;

  if (*cell == '\0')
    plx_relation_rows_complain (self, table->row_line, TRUE, g_strdup (_("There is no status.")));
  else
    complain_of (self, table, _("“%s” is no status. There are: member, state-party, signatory, "
                                "withdrawn, non-party, accepted-jurisdiction, unknown."), cell);

  return FALSE;
}

/* Exactly YYYY-MM-DD: in other ways of writing, days and months are taken for each other. */
static gboolean
read_day (PlxRelationRows *self,
          PlxSeparated    *table,
          int              column,
          PlxDay           empty,
          PlxDay          *day)
{
  const char *cell = get_cell (self, table, column);

  *day = empty;
  if (*cell == '\0')
    return TRUE;

  if (g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", cell, 0, 0))
    {
      *day = plx_day_parse (cell);
      if (*day == 0)
        complain_of (self, table, _("There is no day “%s” in the calendar."), cell);
    }
  else
    {
      *day = 0;
      complain_of (self, table, _("“%s” is no day. Write days as 2024-02-01: year, month, day."),
                   cell);
    }

  return *day != 0;
}

static gboolean
has_shape (PlxRelationRows *self,
           PlxSeparated    *table)
{
  if (table->is_open)
    {
      plx_relation_rows_complain (self, table->row_line, TRUE,
                                  g_strdup (_("A quotation mark is opened here and never closed; "
                                              "all that follows belongs to this cell.")));
      return FALSE;
    }

  for (guint i = self->n_columns; i < table->cells->len; i++)
    {
      if (*plx_separated_get (table, i) != '\0')
        {
          plx_relation_rows_complain (
            self, table->row_line, TRUE,
            g_strdup_printf (_("There are %1$u cells, and %2$u columns in the first line. Put text "
                               "with separators in it between quotation marks."),
                             table->cells->len, self->n_columns));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
has_room (PlxRelationRows *self,
          PlxSeparated    *table)
{
  if (self->n_rows <= MOST_ROWS)
    return TRUE;

  if (self->n_rows == MOST_ROWS + 1)
    plx_relation_rows_complain (self, table->row_line, TRUE,
                                g_strdup_printf (_("From here on nothing was read: a table of "
                                                   "countries has %u lines at most."), MOST_ROWS));

  return FALSE;
}

/* plx_relation_rows_add:
 *
 * Takes the row that @table has read last, or tells why not. */
void
plx_relation_rows_add (PlxRelationRows *self,
                       PlxSeparated    *table)
{
  Row row = { .line = table->row_line };
  const char *source;

  self->n_rows++;
  if (!has_room (self, table) || !has_shape (self, table) ||
      !read_country (self, table, &row.interval.country) ||
      !read_status (self, table, &row.interval.status) ||
      !read_day (self, table, COLUMN_FROM, EVER_SINCE, &row.interval.from) ||
      !read_day (self, table, COLUMN_TO, 0, &row.interval.to))
    return;

  if (row.interval.to != 0 && row.interval.to <= row.interval.from)
    {
      complain_of (self, table, _("It ends on %s, which is not after the day on which it begins."),
                   get_cell (self, table, COLUMN_TO));
      return;
    }

  source = get_cell (self, table, COLUMN_SOURCE);
  if (*source == '\0')
    self->n_sourceless++;
  else if (is_formula (source))
    plx_relation_rows_complain (self, table->row_line, FALSE,
                                g_strdup (_("The source begins like a formula. It is kept as "
                                            "text.")));
  row.interval.source = g_intern_string (source);
  row.interval.note = "";
  row.is_treaty_word = row.interval.status == PLX_STATUS_SIGNATORY ||
                       row.interval.status == PLX_STATUS_ACCEPTED ||
                       strstr (get_cell (self, table, COLUMN_STATUS), "arty") != NULL;
  g_array_append_val (self->rows, row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *left = a, *right = b;
  int order = strcmp (left->interval.country, right->interval.country);

  if (order != 0)
    return order;
  if (left->interval.from != right->interval.from)
    return left->interval.from < right->interval.from ? -1 : 1;

  return left->line < right->line ? -1 : 1;
}

static gboolean
overlap (const Row *first,
         const Row *second)
{
  return first->interval.country == second->interval.country &&
         (first->interval.to == 0 || second->interval.from < first->interval.to);
}

static void
complain_of_overlap (PlxRelationRows *self,
                     const Row       *kept,
                     const Row       *dropped)
{
  gboolean same = kept->interval.from == dropped->interval.from &&
                  kept->interval.to == dropped->interval.to &&
                  kept->interval.status == dropped->interval.status;
  const char *name = plx_country_lookup (dropped->interval.country)->name;

  if (same)
    plx_relation_rows_complain (self, dropped->line, FALSE,
                                g_strdup_printf (_("It says the same as line %u."), kept->line));
  else
    /* Translators: %1$s is a country, %2$u the number of a line */
    plx_relation_rows_complain (self, dropped->line, TRUE,
                                g_strdup_printf (_("%1$s already has a status on some of these "
                                                   "days, by line %2$u. “to” is the first day on "
                                                   "which a line no longer holds."),
                                                 name, kept->line));
}

/* Of two lines that overlap, the one further down is left out. */
static void
drop_overlaps (PlxRelationRows *self)
{
  guint n = 0;
  Row *rows = (Row *) self->rows->data;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean fits = n == 0 || !overlap (&rows[n - 1], &rows[i]);

      if (fits)
        {
          rows[n++] = rows[i];
        }
      else if (rows[i].line > rows[n - 1].line)
        {
          complain_of_overlap (self, &rows[n - 1], &rows[i]);
        }
      else
        {
          /* What was before it was checked against a line that begins no later. */
          complain_of_overlap (self, &rows[i], &rows[n - 1]);
          rows[n - 1] = rows[i];
        }
    }

  g_array_set_size (self->rows, n);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const PlxRelationProblem *left = *(const PlxRelationProblem * const *) a;
  const PlxRelationProblem *right = *(const PlxRelationProblem * const *) b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;

  return right->is_error - left->is_error;
}

/* Only what looks like a name is looked for in sentences: "OPEC", not "my list". */
static void
add_term (GPtrArray  *terms,
          const char *term)
{
  gboolean capital = FALSE;

  for (const char *at = term; *at != '\0'; at = g_utf8_next_char (at))
    capital |= g_unichar_isupper (g_utf8_get_char (at));
  if (!capital || g_utf8_strlen (term, -1) < 2 ||
      g_ptr_array_find_with_equal_func (terms, term, g_str_equal, NULL))
    return;

  g_ptr_array_add (terms, g_strdup (term));
}

/* "Organization of the Petroleum Exporting Countries": OPEC. */
static char *
make_initials (const char *title)
{
  g_auto (GStrv) words = g_strsplit_set (title, " -", -1);
  GString *initials = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar first = g_utf8_get_char (words[i]);

      if (g_unichar_isupper (first) && g_ascii_strcasecmp (words[i], "the") != 0)
        g_string_append_unichar (initials, first);
    }
  if (g_utf8_strlen (initials->str, -1) < 3)
    g_string_truncate (initials, 0);

  return g_string_free_and_steal (initials);
}

/* The words by which sentences name it: its title, without "the" and without what stands in
 * brackets, that, its short title and its initials. */
static char **
make_terms (const char *title,
            const char *short_title)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();
  g_auto (GStrv) parts = g_strsplit_set (title, "()", 3);
  g_autofree char *initials = NULL;

  for (guint i = 0; parts[i] != NULL && i < 2; i++)
    {
      g_strstrip (parts[i]);
      add_term (terms, g_ascii_strncasecmp (parts[i], "the ", 4) == 0 ? parts[i] + 4 : parts[i]);
    }
  initials = make_initials (parts[0] != NULL ? parts[0] : title);
  add_term (terms, short_title);
  add_term (terms, initials);
  g_ptr_array_add (terms, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&terms), FALSE);
}

/* The nouns of its title that mean it where it was named before: "the council". */
static char **
make_vague (const char *title,
            gboolean    is_treaty)
{
  static const char * const nouns[] = { "treaty", "convention", "pact", "charter", "statute",
                                        "union", "alliance", "organisation", "organization",
                                        "bloc", "group", "council", "club", "forum", "court",
                                        "tribunal", "league", NULL };
  g_autofree char *folded = g_utf8_strdown (title, -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **vague;

  for (guint i = 0; nouns[i] != NULL; i++)
    {
      if (strstr (folded, nouns[i]) != NULL)
        g_strv_builder_add (builder, nouns[i]);
    }
  g_strv_builder_add_many (builder, is_treaty ? "treaty" : "bloc", NULL);
  vague = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return vague;
}

static PlxRelationInfo *
make_relation (PlxRelationRows *self)
{
  PlxRelationInfo *relation = g_new0 (PlxRelationInfo, 1);
  PlxInterval *intervals = g_new0 (PlxInterval, self->rows->len);
  const char *title = self->title != NULL ? self->title : self->name;

  relation->id = plx_relation_file_make_id (self->name);
  relation->title = g_strdup (title);
  relation->short_title = g_strdup (self->short_title != NULL ? self->short_title : title);
  relation->is_own = TRUE;
  relation->is_treaty = self->kind == PLX_OWN_TREATY;
  relation->since = G_MAXUINT32;
  relation->rest = self->rest;
  relation->terms = (const char * const *) make_terms (title, relation->short_title);
  relation->adjective = "";
  relation->as_of = self->as_of;
  relation->note = g_strdup (self->note != NULL ? self->note : "");
  relation->intervals = intervals;
  relation->n_intervals = self->rows->len;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      intervals[i] = row->interval;
      relation->since = MIN (relation->since, row->interval.from);
      relation->is_treaty |= self->kind == PLX_OWN_GUESSED && row->is_treaty_word;
    }
  relation->vague = (const char * const *) make_vague (title, relation->is_treaty);

  return relation;
}

/* plx_relation_rows_finish:
 *
 * Checks what only all rows together tell.
 *
 * Returns: (transfer full) (nullable): the relation, or NULL where no row is right */
PlxRelationInfo *
plx_relation_rows_finish (PlxRelationRows *self)
{
  g_array_sort (self->rows, compare_rows);
  drop_overlaps (self);

  if (self->n_sourceless > 0)
    plx_relation_rows_complain (self, 0, FALSE,
                                g_strdup_printf (ngettext ("%u line gives no source.",
                                                           "%u lines give no source.",
                                                           self->n_sourceless),
                                                 self->n_sourceless));
  if (self->n_rows == 0 && self->n_errors == 0)
    plx_relation_rows_complain (self, 0, TRUE,
                                g_strdup (_("There is nothing under the first line.")));
  g_ptr_array_sort (self->problems, compare_problems);
  self->n_taken = self->rows->len;

  return self->n_taken > 0 ? make_relation (self) : NULL;
}

void
plx_relation_rows_free_relation (PlxRelationInfo *relation)
{
  g_free ((char *) relation->id);
  g_free ((char *) relation->title);
  g_free ((char *) relation->short_title);
  g_free ((char *) relation->note);
  g_strfreev ((char **) relation->terms);
  g_strfreev ((char **) relation->vague);
  g_free ((PlxInterval *) relation->intervals);
  g_free (relation);
}
