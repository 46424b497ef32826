/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "countries/plx-relations.h"
#include "sheet/plx-sheet-records.h"
#include "sheet/plx-sheet-telling.h"
#include "sheet/plx-sheet-words.h"

#define N_COLUMNS 3
#define ROWS_PER_PART 8

/* Some statements of one verdict. */
typedef struct
{
  guint    first;
  guint    end;
  gboolean begins; /* the verdict */
  gboolean ends;
} Part;

typedef struct
{
  PlxSheetTelling *telling;
  GPtrArray       *rows;  /* const PlxStatementRecord *, by verdict */
  GArray          *parts; /* Part */
  PlxSheetRecords *records;
} Statements;

/* The row of the table that says so. */
static const PlxInterval *
find_interval (const PlxStatementRecord *statement)
{
  const PlxRelationInfo *relation = plx_relation_lookup (statement->relation);
  const PlxInterval *interval = NULL;

  if (relation != NULL && statement->country != NULL && statement->on != 0)
    plx_relation_status (relation, statement->country, statement->on, &interval);

  return interval;
}

static const char *
record_of (const PlxStatementRecord *statement)
{
  const PlxInterval *interval = find_interval (statement);

  return interval != NULL ? interval->source : NULL;
}

/* What needs to be looked at comes first. */
static guint
rank_of (const PlxStatementRecord *statement)
{
  switch (statement->verdict)
    {
    case PLX_VERDICT_CONTRADICTS:
      return 0;

    case PLX_VERDICT_UNKNOWN:
      return 1;

    case PLX_VERDICT_AGREES:
    default:
      return 2;
    }
}

static const PlxStatementRecord *
row_at (const Statements *self,
        guint             i)
{
  return g_ptr_array_index (self->rows, i);
}

static void
find_parts (Statements *self)
{
  for (guint first = 0, end; first < self->rows->len; first = end)
    {
      const guint rank = rank_of (row_at (self, first));
      Part part = { first, 0, first == 0 || rank_of (row_at (self, first - 1)) != rank, FALSE };

      for (end = first + 1; end < self->rows->len && end < first + ROWS_PER_PART &&
                            rank_of (row_at (self, end)) == rank; end++)
        ;
      part.end = end;
      part.ends = end == self->rows->len || rank_of (row_at (self, end)) != rank;
      g_array_append_val (self->parts, part);
    }
}

static void
free_state (gpointer state)
{
  Statements *self = state;

  plx_telling_free (self->telling);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->parts);
  plx_sheet_records_free (self->records);
  g_free (self);
}

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  Statements *self = g_new0 (Statements, 1);

  self->telling = plx_telling_new (matter, plan);
  self->rows = g_ptr_array_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->records = plx_sheet_records_new ();
  for (guint rank = 0; rank <= 2; rank++)
    {
      for (guint i = 0; i < matter->analysis->statements->len; i++)
        {
          const PlxStatementRecord *statement = plx_analysis_get_statement (matter->analysis, i);

          if (rank_of (statement) != rank ||
              !plx_passages_is_shown (matter->passages, statement->ref))
            continue;
          g_ptr_array_add (self->rows, (gpointer) statement);
          plx_sheet_records_add (self->records, record_of (statement));
        }
    }
  find_parts (self);
  if (self->rows->len > 0)
    return self;

  free_state (self);

  return NULL;
}

static guint
count_parts (gpointer state)
{
  return ((Statements *) state)->parts->len;
}

/* What a sentence says of a country or of how many there are. */
static char *
dup_says (PlxSheetMatter           *matter,
          const PlxStatementRecord *statement)
{
  g_autofree char *relation = plx_words_dup_relation (statement->relation);
  const PlxRelationInfo *info = plx_relation_lookup (statement->relation);
  const char *country = statement->country != NULL
                        ? plx_sheet_matter_get_country (matter, statement->country) : "";
  const gboolean is_treaty = info == NULL || info->is_treaty;

  switch (statement->says)
    {
    case PLX_SAYS_COUNT:
      /* Translators: a treaty or bloc, and how many are said to belong to it */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: has %2$u party",
                                           "%1$s: has %2$u parties", statement->count), relation,
                              statement->count);

    case PLX_SAYS_NON_MEMBER:
      /* Translators: a country and a treaty */
      return is_treaty ? g_strdup_printf (_("%1$s, %2$s: is not a party"), country, relation)
      /* Translators: a country and a bloc */
                       : g_strdup_printf (_("%1$s, %2$s: is not a member"), country, relation);

    case PLX_SAYS_SIGNATORY:
      return g_strdup_printf (_("%1$s, %2$s: has signed"), country, relation);

    case PLX_SAYS_WITHDRAWN:
      return g_strdup_printf (_("%1$s, %2$s: has left"), country, relation);

    case PLX_SAYS_MEMBER:
    default:
      return is_treaty ? g_strdup_printf (_("%1$s, %2$s: is a party"), country, relation)
                       : g_strdup_printf (_("%1$s, %2$s: is a member"), country, relation);
    }
}

static char *
dup_record (const PlxStatementRecord *statement)
{
  g_autofree char *day = plx_words_dup_day (statement->on);

  if (statement->verdict == PLX_VERDICT_UNKNOWN)
    return g_strdup (_("The record does not say."));
  if (statement->says == PLX_SAYS_COUNT)
    /* Translators: how many parties a treaty had, and on which day */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u party on %2$s",
                                         "%1$u parties on %2$s", statement->record_count),
                            statement->record_count, day);

  /* Translators: how a country stood, and on which day */
  return g_strdup_printf (_("%1$s on %2$s"), plx_words_status (statement->record,
                                                               statement->relation), day);
}

/* What the record says on the day, since when, and by which letter it is found. */
static PlxSheetText *
create_record (const Statements         *self,
               const PlxStatementRecord *statement)
{
  const PlxInterval *interval = find_interval (statement);
  g_autofree char *record = dup_record (statement);
  g_autofree char *since = interval != NULL
                           ? plx_sheet_record_dup_since (statement->record, interval->from)
                           : g_strdup ("");
  g_autofree char *mark =
    plx_sheet_records_dup_mark (plx_sheet_records_add (self->records, record_of (statement)));
  PlxSheetText *text = plx_sheet_text_new (record, NULL);

  if (*since != '\0')
    {
      /* Translators: since which day a country has stood so */
      g_autofree char *words = g_strdup_printf (_(", since %s"), since);

      plx_sheet_text_append (text, words);
    }
  plx_sheet_text_append (text, *mark != '\0' ? " " : "");
  plx_sheet_text_append (text, mark);

  return text;
}

/* Whether a row is about the same sentence as the one above it in its part. */
static gboolean
is_same_sentence (const Statements *self,
                  guint             i)
{
  const PlxStatementRecord *statement = row_at (self, i);
  const PlxStatementRecord *above = i > 0 ? row_at (self, i - 1) : NULL;

  for (guint j = 0; j < self->parts->len; j++)
    {
      if (g_array_index (self->parts, Part, j).first == i)
        return FALSE;
    }

  return above != NULL && above->ref.article == statement->ref.article &&
         above->ref.sentence == statement->ref.sentence;
}

static void
write_row (const Statements *self,
           guint             i,
           PlxSheetWriter   *writer)
{
  const PlxStatementRecord *statement = row_at (self, i);
  g_autofree char *words = dup_says (self->telling->matter, statement);
  const gboolean is_same = is_same_sentence (self, i);
  g_autoptr (PlxSheetText) sentence = is_same
                                      ? plx_sheet_text_new (NULL, NULL)
                                      : plx_telling_sentence (self->telling, statement->ref);
  g_autoptr (PlxSheetText) says = plx_sheet_text_new (words, NULL);
  g_autoptr (PlxSheetText) record = create_record (self, statement);
  PlxSheetText *cells[N_COLUMNS] = { sentence, says, record };

  if (is_same)
    /* Translators: stands for the sentence of the row above */
    plx_sheet_text_append_dressed (sentence, _("– the same sentence –"), PLX_DRESS_SMALL);
  else
    plx_sheet_text_append_citation (sentence, statement->ref.article,
                                    plx_telling_paragraph (self->telling, statement->ref));
  plx_sheet_writer_row (writer, PLX_ROW_BODY, cells, N_COLUMNS);
}

static const char *
title_of (PlxVerdict verdict)
{
  switch (verdict)
    {
    case PLX_VERDICT_CONTRADICTS:
      return _("≠ Contradict the record");

    case PLX_VERDICT_AGREES:
      return _("= Agree with the record");

    case PLX_VERDICT_UNKNOWN:
    default:
      return _("? Cannot be held against the record");
    }
}

static void
write_part (gpointer        state,
            guint           place,
            PlxSheetWriter *writer)
{
  const Statements *self = state;
  const Part *part = &g_array_index (self->parts, Part, place);
  const char *title = title_of (row_at (self, part->first)->verdict);
  const char *heads[N_COLUMNS] = { _("Sentence"), _("It says"), _("The record on that day") };
  const PlxSheetColumn columns[N_COLUMNS] = {
    { .width = 1.9, .style = PLX_STYLE_SMALL },
    { .width = 1, .style = PLX_STYLE_SMALL },
    { .width = 1.2, .style = PLX_STYLE_SMALL },
  };
  const PlxSheetTable table = {
    NULL, title, columns, N_COLUMNS, TRUE, !part->begins, !part->ends,
  };

  if (place == 0)
    {
      plx_sheet_writer_begin_group (writer);
      plx_sheet_writer_head (writer, 1, _("What the sources say about membership"), NULL);
      plx_sheet_writer_say (writer, PLX_STYLE_META,
                            _("Sentences that say how a country stands to a treaty or a bloc, "
                              "beside what the record says of that day. Who is right is not said: "
                              "a sentence may speak of another day, or the record may lack a "
                              "step."));
    }
  if (part->begins)
    plx_sheet_writer_head (writer, 2, title, NULL);
  if (place == 0)
    plx_sheet_writer_end_group (writer);

  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row_words (writer, PLX_ROW_HEAD, heads, N_COLUMNS);
  for (guint i = part->first; i < part->end; i++)
    write_row (self, i, writer);
  plx_sheet_writer_end_table (writer);
  if (place + 1 == self->parts->len)
    plx_sheet_records_write (self->records, NULL, writer);
}

const PlxSheetSection plx_sheet_section_statements = {
  .id = "statements",
  .title = N_("Statements"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
