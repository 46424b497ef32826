/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "comparing/plx-involved.h"
#include "countries/plx-standing.h"
#include "sheet/plx-sheet-map.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-records.h"
#include "sheet/plx-sheet-words.h"

#define ROWS_PER_PART 15
/* With more sources than this, how often each of them mentions a country has no room. */
#define MAX_SOURCES 10
#define MAX_COLUMNS (4 + MAX_SOURCES)
#define LINE_END "\u2028"

typedef struct
{
  char *standing;
  char *now;    /* nullable: how it stands today, where that is something else */
  char *since;
  guint record; /* its place among the records, from 1, or 0 */
} Row;

typedef struct
{
  PlxSheetMatter  *matter;
  GPtrArray       *countries; /* PlxCountry, the most mentioned first */
  GArray          *rows;      /* Row, by country */
  PlxSheetRecords *records;   /* who says how they stand */
  PlxDay           day;       /* for the lands that no article speaks of */
} Countries;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->standing);
  g_free (row->now);
  g_free (row->since);
}

/* How it stands today, where that is not as on the day that is asked for. */
static char *
dup_now (Countries  *self,
         PlxCountry *country)
{
  const PlxRelationInfo *relation = plx_relation_lookup (self->matter->filter->relation);
  PlxStanding standing;
  g_autofree char *since = NULL;

  if (relation == NULL || self->matter->today == 0 || plx_country_get_on (country) == 0)
    return NULL;

  plx_standing_find (relation, plx_country_get_code (country), plx_country_get_on (country),
                     self->matter->today, &standing);
  if (!standing.changed)
    return NULL;

  since = plx_words_dup_day (standing.now_since);
  if (*since == '\0')
    /* Translators: how a country stands today */
    return g_strdup_printf (_("today: %s"), plx_status_to_words (relation, standing.now));

  /* Translators: how a country stands today, and since when */
  return g_strdup_printf (_("today: %1$s since %2$s"),
                          plx_status_to_words (relation, standing.now), since);
}

static void
add_row (Countries  *self,
         PlxCountry *country)
{
  PlxSheetMatter *matter = self->matter;
  const guint n = plx_analysis_get_n_articles (matter->analysis);
  g_autofree guint *mentions = g_new0 (guint, n + 1);
  g_autoptr (GArray) days = NULL;
  g_autofree char *record = NULL;
  Row row = { 0 };

  for (guint i = 0; i < n; i++)
    mentions[i] = plx_country_get_mentions_in (country, i);
  days = plx_words_find_days (matter->analysis, matter->filter, matter->today, mentions);

  row.standing = plx_words_dup_standing (matter->filter->relation, plx_country_get_code (country),
                                         days, &record);
  row.now = dup_now (self, country);
  row.since = plx_sheet_record_dup_since (plx_country_get_status (country),
                                          plx_country_is_mixed (country)
                                            ? 0 : plx_country_get_since (country));
  row.record = plx_sheet_records_add (self->records, record);
  g_array_append_val (self->rows, row);
}

static void
free_state (gpointer state)
{
  Countries *self = state;

  plx_sheet_matter_unref (self->matter);
  g_ptr_array_unref (self->countries);
  g_array_unref (self->rows);
  plx_sheet_records_free (self->records);
  g_free (self);
}

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  Countries *self = g_new0 (Countries, 1);

  self->matter = plx_sheet_matter_ref (matter);
  self->countries = plx_involved_countries (matter->analysis, matter->passages, matter->filter,
                                            matter->today);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->records = plx_sheet_records_new ();
  for (guint i = 0; i < plx_analysis_get_n_articles (matter->analysis); i++)
    self->day = MAX (self->day, plx_involved_day (matter->analysis, i, matter->filter,
                                                  matter->today));
  for (guint i = 0; i < self->countries->len; i++)
    add_row (self, g_ptr_array_index (self->countries, i));

  if (self->countries->len > 0)
    return self;

  free_state (self);

  return NULL;
}

static guint
count_tables (const Countries *self)
{
  return (self->countries->len + ROWS_PER_PART - 1) / ROWS_PER_PART;
}

/* The map, the table in some parts, and who says so. */
static guint
count_parts (gpointer state)
{
  return 2 + count_tables (state);
}

static char *
dup_relation (const Countries *self)
{
  const PlxRelationInfo *relation = plx_relation_lookup (self->matter->filter->relation);

  return relation != NULL ? plx_marks_plain (relation->title)
                          : plx_marks_plain (self->matter->filter->relation);
}

static char *
dup_caption (const Countries *self)
{
  g_autofree char *relation = dup_relation (self);
  g_autofree char *day = plx_words_dup_day (self->day);

  if (*day == '\0')
    /* Translators: a treaty or bloc */
    return g_strdup_printf (_("How countries stand: %s. Framed heavily are those that the articles "
                              "speak of."), relation);

  /* Translators: a treaty or bloc, and a day */
  return g_strdup_printf (_("How countries stand: %1$s, on %2$s. Framed heavily are those that the "
                            "articles speak of, as of the articles."), relation, day);
}

static void
write_map (const Countries *self,
           PlxSheetWriter  *writer)
{
  const PlxRelationInfo *relation = plx_relation_lookup (self->matter->filter->relation);
  PlxSheetMap *map = plx_sheet_map_new (self->matter, relation, self->day, self->countries);
  g_autofree char *alt = plx_sheet_map_dup_words (map);
  g_autofree char *words = dup_caption (self);
  g_autoptr (PlxSheetText) caption = plx_sheet_text_new (words, NULL);
  const PlxSheetFigure figure = {
    .id = "map", .alt = alt, .caption = caption, .width = 1,
    .aspect = plx_sheet_map_get_aspect (map), .draw = plx_sheet_map_draw, .data = map,
    .destroy = (GDestroyNotify) plx_sheet_map_free,
  };

  plx_sheet_writer_head (writer, 1, _("Countries"), NULL);
  plx_sheet_writer_figure (writer, &figure);
}

/* Whether the table has a column for each source. */
static gboolean
has_sources (const Countries *self)
{
  const guint n = plx_analysis_get_n_articles (self->matter->analysis);

  return n > 1 && n <= MAX_SOURCES;
}

/* Gives how many there are. */
static guint
set_columns (const Countries *self,
             PlxSheetColumn  *columns)
{
  guint n = 0;

  columns[n++] = (PlxSheetColumn) { .width = 1.3, .style = PLX_STYLE_LABEL, .heads_rows = TRUE };
  columns[n++] = (PlxSheetColumn) { .width = 2.2, .style = PLX_STYLE_SMALL };
  columns[n++] = (PlxSheetColumn) { .width = 1.1, .style = PLX_STYLE_SMALL };
  columns[n++] = (PlxSheetColumn) { .ems = 4.2, .align = PLX_ALIGN_END, .style = PLX_STYLE_SMALL };
  for (guint i = 0; has_sources (self) && i < plx_analysis_get_n_articles (self->matter->analysis);
       i++)
    columns[n++] = (PlxSheetColumn) { .ems = 2.1, .align = PLX_ALIGN_END,
                                      .style = PLX_STYLE_SMALL };

  return n;
}

static void
free_cells (PlxSheetText **cells,
            guint          n)
{
  for (guint i = 0; i < n; i++)
    plx_sheet_text_free (cells[i]);
}

static void
write_heads (const Countries *self,
             guint            n_columns,
             PlxSheetWriter  *writer)
{
  g_autofree char *relation = plx_words_dup_relation (self->matter->filter->relation);
  /* Translators: the head of a column; %s is a treaty or bloc, such as “ICC” */
  g_autofree char *standing = g_strdup_printf (_("%s, by the record"), relation);
  PlxSheetText *cells[MAX_COLUMNS] = {
    plx_sheet_text_new (_("Country"), NULL), plx_sheet_text_new (standing, NULL),
    plx_sheet_text_new (_("Since"), NULL), plx_sheet_text_new (_("Mentions"), NULL),
  };

  /* A source by its number, as everywhere. */
  for (guint i = 4; i < n_columns; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i - 3);

      cells[i] = plx_sheet_text_new (number, NULL);
    }

  plx_sheet_writer_row (writer, PLX_ROW_HEAD, cells, n_columns);
  free_cells (cells, n_columns);
}

static PlxSheetText *
create_standing (const Row *row)
{
  PlxSheetText *text = plx_sheet_text_new (row->standing, NULL);

  if (row->record > 0)
    {
      g_autofree char *mark = plx_sheet_records_dup_mark (row->record);

      plx_sheet_text_append (text, " ");
      plx_sheet_text_append (text, mark);
    }
  if (row->now != NULL)
    {
      plx_sheet_text_append (text, LINE_END);
      plx_sheet_text_append_dressed (text, row->now, PLX_DRESS_ITALIC);
    }

  return text;
}

static void
write_row (const Countries *self,
           guint            place,
           guint            n_columns,
           PlxSheetWriter  *writer)
{
  PlxCountry *country = g_ptr_array_index (self->countries, place);
  const Row *row = &g_array_index (self->rows, Row, place);
  g_autofree char *mentions = g_strdup_printf ("%u", plx_country_get_n_mentions (country));
  PlxSheetText *cells[MAX_COLUMNS] = {
    plx_sheet_text_new (plx_sheet_matter_get_country (self->matter,
                                                      plx_country_get_code (country)), NULL),
    create_standing (row), plx_sheet_text_new (*row->since != '\0' ? row->since : "–", NULL),
    plx_sheet_text_new (mentions, NULL),
  };

  for (guint i = 4; i < n_columns; i++)
    {
      const guint n = plx_country_get_mentions_in (country, i - 4);
      g_autofree char *number = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("–");

      cells[i] = plx_sheet_text_new (number, NULL);
    }

  plx_sheet_writer_row (writer, PLX_ROW_BODY, cells, n_columns);
  free_cells (cells, n_columns);
}

static void
write_table (const Countries *self,
             guint            part,
             PlxSheetWriter  *writer)
{
  const guint end = MIN ((part + 1) * ROWS_PER_PART, self->countries->len);
  PlxSheetColumn columns[MAX_COLUMNS];
  const PlxSheetTable table = {
    part == 0 ? "countries-table" : NULL, _("Countries"), columns, set_columns (self, columns),
    TRUE, part > 0, end < self->countries->len,
  };

  plx_sheet_writer_begin_table (writer, &table);
  write_heads (self, table.n_columns, writer);
  for (guint i = part * ROWS_PER_PART; i < end; i++)
    write_row (self, i, table.n_columns, writer);
  plx_sheet_writer_end_table (writer);
}

static gboolean
lacks_days (const Countries *self)
{
  const PlxSheetMatter *matter = self->matter;

  for (guint i = 0; matter->filter->as_of == PLX_AS_OF_ARTICLE &&
                    i < plx_analysis_get_n_articles (matter->analysis); i++)
    {
      if (plx_document_get_day (plx_analysis_get_document (matter->analysis, i)) == 0 &&
          plx_sheet_matter_shows (matter, i))
        return TRUE;
    }

  return FALSE;
}

static void
write_records (const Countries *self,
               PlxSheetWriter  *writer)
{
  if (has_sources (self))
    plx_sheet_writer_say (writer, PLX_STYLE_META,
                          _("Mentions are those of all articles; the columns with figures are "
                            "those of each source by its number."));
  if (lacks_days (self))
    plx_sheet_writer_say (writer, PLX_STYLE_META,
                          _("Countries of which only articles without a date speak are told as of "
                            "the day of the comparison."));
  plx_sheet_records_write (self->records, plx_relation_lookup (self->matter->filter->relation),
                           writer);
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  const Countries *self = state;

  if (part == 0)
    write_map (self, writer);
  else if (part <= count_tables (self))
    write_table (self, part - 1, writer);
  else
    write_records (self, writer);
}

const PlxSheetSection plx_sheet_section_countries = {
  .id = "countries",
  .title = N_("Countries"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
