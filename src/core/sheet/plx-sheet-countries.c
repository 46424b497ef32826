/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "countries/plx-countries.h"
#include "countries/plx-relations.h"
#include "sheet/plx-sheet-proof.h"
#include "sheet/plx-sheet-words.h"

/* What the sheet says of one country. */
typedef struct
{
  const char *code;
  guint      *mentions; /* (owned): by article, in the passages that are shown */
  guint       n;
} Row;

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->mentions);
}

static Row *
find_row (GArray     *rows,
          const char *code,
          guint       n_articles)
{
  Row row = { code, NULL, 0 };

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (g_array_index (rows, Row, i).code, code))
      return &g_array_index (rows, Row, i);

  row.mentions = g_new0 (guint, n_articles + 1);
  g_array_append_val (rows, row);

  return &g_array_index (rows, Row, rows->len - 1);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = a;
  const Row *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;

  return strcmp (x->code, y->code);
}

static GArray *
collect_rows (PlxProof *self)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  guint n_articles = plx_analysis_get_n_articles (self->analysis);

  g_array_set_clear_func (rows, row_clear);

  for (guint i = 0; i < n_articles; i++)
    {
      GArray *mentions = plx_analysis_get_annotation (self->analysis, i)->mentions;

      for (guint j = 0; j < mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, j);
          PlxSentenceRef ref = { i, mention->sentence };
          Row *row;

          if (mention->country == NULL || !plx_passages_is_shown (self->passages, ref))
            continue;

          row = find_row (rows, mention->country, n_articles);
          row->mentions[i]++;
          row->n++;
        }
    }

  g_array_sort (rows, compare_rows);

  return rows;
}

static const char *
name_of (const char *code)
{
  const PlxCountryInfo *country = plx_country_lookup (code);

  return country != NULL ? country->name : code;
}

static char *
dup_mentions (PlxProof  *self,
              const Row *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      g_autofree char *tag = plx_words_dup_tag (i);

      if (row->mentions[i] > 0)
        /* A no-break space: the letter and its number belong together. */
        g_string_append_printf (text, "%s%s\u00a0%u", text->len > 0 ? ", " : "", tag,
                                row->mentions[i]);
    }

  return g_string_free_and_steal (text);
}

/* Number of a record in the notes under the table, from 1. */
static guint
find_note (GPtrArray  *notes,
           const char *record)
{
  guint place;

  if (!g_ptr_array_find_with_equal_func (notes, record, g_str_equal, &place))
    {
      place = notes->len;
      g_ptr_array_add (notes, g_strdup (record));
    }

  return place + 1;
}

static char *
dup_standing (PlxProof  *self,
              const Row *row,
              GPtrArray *notes)
{
  g_autoptr (GArray) days = plx_words_find_days (self->analysis, self->filter,
                                                 self->options->today, row->mentions);
  g_autofree char *record = NULL;
  g_autofree char *standing = plx_words_dup_standing (self->filter->relation, row->code, days,
                                                      &record);

  if (record == NULL || *record == '\0')
    return g_steal_pointer (&standing);

  /* Translators: how a country stands, and the number of a note that says from where we know */
  return g_strdup_printf (_("%s (%u)"), standing, find_note (notes, record));
}

static void
add_row (PlxProof  *self,
         const Row *row,
         GPtrArray *notes)
{
  double width = plx_flow_get_width (self->flow);
  double gap = plx_proof_em (self, 0.8);
  g_autofree char *mentions = dup_mentions (self, row);
  g_autofree char *standing = dup_standing (self, row, notes);

  plx_flow_begin_group (self->flow);
  plx_proof_cell (self, PLX_FACE_LABEL, name_of (row->code), 0, 0.28 * width - gap);
  plx_proof_cell (self, PLX_FACE_META, standing, 0.28 * width, 0.5 * width - gap);
  plx_proof_cell (self, PLX_FACE_META, mentions, 0.78 * width, 0.22 * width);
  plx_flow_row (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.25));
  plx_flow_rule (self->flow, 0.3, 0.6);
  plx_flow_end_group (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.25));
}

static void
add_notes (PlxProof  *self,
           GPtrArray *notes)
{
  const PlxRelationInfo *relation = plx_relation_lookup (self->filter->relation);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("(%u)", i + 1);
      double indent = plx_proof_em (self, 2.2);

      plx_proof_cell (self, PLX_FACE_META, number, 0, indent);
      plx_proof_cell (self, PLX_FACE_META, g_ptr_array_index (notes, i), indent,
                      plx_flow_get_width (self->flow) - indent);
      plx_flow_row (self->flow);
    }

  if (relation != NULL && relation->as_of != 0)
    {
      g_autofree char *day = plx_words_dup_day (relation->as_of);
      /* Translators: a treaty or bloc, and the day on which our table of it was gone over */
      g_autofree char *text = g_strdup_printf (_("Table of %s as of %s."), relation->title, day);

      plx_proof_paragraph (self, PLX_FACE_META, text);
    }
}

static void
add_table (PlxProof *self,
           GArray   *rows)
{
  double width = plx_flow_get_width (self->flow);
  g_autofree char *relation = plx_words_dup_relation (self->filter->relation);
  /* Translators: the head of a column; %s is a treaty or bloc, such as “ICC” */
  g_autofree char *standing = g_strdup_printf (_("%s, by the record"), relation);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  plx_flow_begin_table (self->flow);
  plx_proof_cell (self, PLX_FACE_META, _("Country"), 0, 0.28 * width);
  plx_proof_cell (self, PLX_FACE_META, standing, 0.28 * width, 0.5 * width);
  plx_proof_cell (self, PLX_FACE_META, _("Mentions"), 0.78 * width, 0.22 * width);
  plx_flow_row (self->flow);
  plx_flow_keep_with_next (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.2));
  plx_flow_rule (self->flow, 0.5, 0.2);
  plx_flow_end_table_head (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.25));

  for (guint i = 0; i < rows->len; i++)
    add_row (self, &g_array_index (rows, Row, i), notes);

  plx_flow_end_table (self->flow);
  add_notes (self, notes);
}

static gboolean
is_same_sentence (const PlxStatementRecord *a,
                  const PlxStatementRecord *b)
{
  return a->ref.article == b->ref.article && a->ref.sentence == b->ref.sentence;
}

static void
add_verdict (PlxProof                 *self,
             const PlxStatementRecord *statement)
{
  double indent = plx_proof_em (self, 2.9);
  const char *country = statement->country != NULL ? name_of (statement->country) : NULL;
  g_autofree char *verdict = plx_words_dup_verdict (statement, country);

  plx_flow_bar (self->flow, plx_proof_em (self, 2.2));
  plx_proof_cell (self, PLX_FACE_META, verdict, indent,
                  plx_flow_get_width (self->flow) - indent);
  plx_flow_row (self->flow);
}

/* A sentence, and below it each thing that it says about how a country stands. Gives the place of
 * the first statement of the next sentence. */
static guint
add_statements (PlxProof *self,
                guint     first)
{
  double indent = plx_proof_em (self, 2.2);
  const PlxStatementRecord *statement = plx_analysis_get_statement (self->analysis, first);
  g_autofree char *tag = plx_words_dup_tag (statement->ref.article);
  g_autofree char *sentence = plx_analysis_dup_sentence (self->analysis, statement->ref);
  guint i;

  g_strstrip (sentence);
  plx_flow_begin_group (self->flow);
  plx_proof_cell (self, PLX_FACE_META_BOLD, tag, 0, indent);
  plx_proof_cell (self, PLX_FACE_TEXT, sentence, indent,
                  plx_flow_get_width (self->flow) - indent);
  plx_flow_row (self->flow);

  for (i = first; i < self->analysis->statements->len; i++)
    {
      const PlxStatementRecord *each = plx_analysis_get_statement (self->analysis, i);

      if (!is_same_sentence (each, statement))
        break;
      add_verdict (self, each);
    }

  plx_flow_end_group (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.7));

  return i;
}

/* The countries that the passages speak of, and what the articles say about their standing. */
void
plx_proof_add_countries (PlxProof *self)
{
  g_autoptr (GArray) rows = collect_rows (self);
  gboolean begun = FALSE;

  if (rows->len > 0)
    {
      plx_proof_heading (self, _("Countries"));
      add_table (self, rows);
    }

  for (guint i = 0; i < self->analysis->statements->len; )
    {
      const PlxStatementRecord *statement = plx_analysis_get_statement (self->analysis, i);

      if (!plx_passages_is_shown (self->passages, statement->ref))
        {
          i++;
          continue;
        }
      if (!begun)
        plx_proof_heading (self, _("What the sources say about membership"));

      begun = TRUE;
      i = add_statements (self, i);
    }
}
