/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/forms/plx-sheet-tables.h"

#include <stdarg.h>

#include "countries/plx-countries.h"
#include "countries/plx-relations.h"
#include "graph/plx-csv.h"
#include "graph/plx-graph-export.h"
#include "model/plx-difference-rules.h"
#include "sheet/plx-sheet-words.h"

/* The tables for programs: their columns are in English and stay as they are, a row is one thing,
 * and sources are told by the numbers that they have on the sheet. */

typedef struct
{
  PlxSheetMatter *matter;
  GCancellable   *cancellable; /* nullable */
  GString        *out;
} Table;

/* Fields that are words; ends with `NULL`. What is not known is an empty field. */
static void
add_words (Table *self,
           ...)
{
  const char *value;
  va_list args;

  va_start (args, self);
  while ((value = va_arg (args, const char *)) != NULL)
    {
      plx_csv_append (self->out, value, TRUE);
      g_string_append_c (self->out, ',');
    }
  va_end (args);
}

static void
add_number (Table *self,
            gint64 number)
{
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT ",", number);
}

static void
end_row (Table *self)
{
  g_string_truncate (self->out, self->out->len - 1);
  g_string_append (self->out, "\r\n");
}

static const char *
or_empty (const char *value)
{
  return value != NULL ? value : "";
}

static void
add_source (Table *self,
            guint  article)
{
  PlxDocument *document = plx_analysis_get_document (self->matter->analysis, article);
  const PlxSheetOrigin *origin = plx_sheet_matter_get_origin (self->matter, article);
  g_autofree char *added = NULL;

  if (origin != NULL && origin->added != 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (origin->added);

      added = time != NULL ? g_date_time_format_iso8601 (time) : NULL;
    }

  add_number (self, article + 1);
  add_words (self, or_empty (plx_document_get_title (document)),
             or_empty (document->fields[PLX_FIELD_OUTLET]),
             or_empty (document->fields[PLX_FIELD_AUTHOR]),
             or_empty (document->fields[PLX_FIELD_PUBLISHED]),
             or_empty (document->fields[PLX_FIELD_SECTION]),
             or_empty (document->fields[PLX_FIELD_AGENCY]),
             or_empty (document->fields[PLX_FIELD_DATELINE]),
             or_empty (document->fields[PLX_FIELD_ADDRESS]),
             or_empty (document->fields[PLX_FIELD_LANGUAGE]),
             or_empty (document->source), or_empty (added),
             or_empty (origin != NULL ? origin->sha256 : NULL), NULL);
  if (origin != NULL && origin->sha256 != NULL)
    add_number (self, origin->size);
  else
    add_words (self, "", NULL);
  end_row (self);
}

static void
write_sources (Table *self)
{
  g_string_append (self->out, "source,title,outlet,author,published,section,agency,dateline,"
                   "address,language,file,added,sha256,bytes\r\n");
  for (guint i = 0; i < plx_analysis_get_n_articles (self->matter->analysis); i++)
    if (plx_sheet_matter_shows (self->matter, i))
      add_source (self, i);
}

/* Where a sentence stands, and its words. */
static void
add_sentence (Table          *self,
              PlxSentenceRef  ref)
{
  g_autofree char *text = plx_analysis_dup_sentence (self->matter->analysis, ref);
  guint paragraph;

  plx_analysis_get_place (self->matter->analysis, ref, &paragraph);
  add_number (self, ref.article + 1);
  add_number (self, paragraph);
  add_words (self, text, NULL);
}

static char *
dup_notes (Table *self,
           guint  claim)
{
  char **notes = plx_sheet_matter_get_notes (self->matter, claim);

  return notes != NULL ? g_strjoinv ("\n", notes) : g_strdup ("");
}

static void
add_claim (Table *self,
           guint  place)
{
  const PlxClaimRecord *claim = plx_analysis_get_claim (self->matter->analysis, place);
  g_autofree char *notes = dup_notes (self, place);

  for (guint i = 0; i < claim->refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, i);
      const guint32 origin = g_array_index (claim->origin_of, guint32, i);

      if (!plx_passages_is_shown (self->matter->passages, ref))
        continue;

      add_number (self, place + 1);
      add_words (self, or_empty (claim->label), NULL);
      add_number (self, claim->n_sources);
      add_number (self, claim->n_independent);
      add_number (self, claim->differences->len);
      add_sentence (self, ref);
      add_words (self, origin != PLX_NONE ? claim->origins[origin] : "", notes, NULL);
      end_row (self);
    }
}

static void
write_claims (Table *self)
{
  g_string_append (self->out, "claim,label,sources,independent,differences,source,paragraph,"
                   "sentence,taken_from,notes\r\n");
  for (guint i = 0; i < self->matter->analysis->claims->len; i++)
    add_claim (self, i);
}

static void
add_difference (Table                     *self,
                guint                      claim,
                guint                      place,
                const PlxDifferenceRecord *difference)
{
  for (guint i = 0; i < difference->refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (difference->refs, PlxSentenceRef, i);

      if (!plx_passages_is_shown (self->matter->passages, ref))
        continue;

      add_number (self, claim + 1);
      add_number (self, place + 1);
      add_words (self, plx_enum_to_nick (PLX_TYPE_DIFFERENCE_KIND, difference->kind),
                 or_empty (difference->rule),
                 plx_difference_rule_english (difference->rule),
                 or_empty (difference->about), difference->says[i], NULL);
      add_sentence (self, ref);
      end_row (self);
    }
}

static void
write_differences (Table *self)
{
  g_string_append (self->out, "claim,difference,kind,rule,because,about,says,source,paragraph,"
                   "sentence\r\n");
  for (guint i = 0; i < self->matter->analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (self->matter->analysis, i);

      for (guint k = 0; k < claim->differences->len; k++)
        add_difference (self, i, k, claim->differences->pdata[k]);
    }
}

static void
add_statement (Table                    *self,
               const PlxStatementRecord *statement)
{
  const gboolean counts = statement->says == PLX_SAYS_COUNT;
  g_autofree char *says = counts ? g_strdup_printf ("%u members", statement->count)
                                 : g_strdup (plx_enum_to_nick (PLX_TYPE_SAYS, statement->says));
  g_autofree char *record = counts ? g_strdup_printf ("%u members", statement->record_count)
                                   : g_strdup (plx_enum_to_nick (PLX_TYPE_STATUS,
                                                                 statement->record));
  g_autofree char *on = plx_day_format (statement->on);

  add_sentence (self, statement->ref);
  add_words (self, or_empty (statement->country),
             statement->country != NULL
               ? plx_sheet_matter_get_country (self->matter, statement->country) : "",
             statement->relation, says, or_empty (on), record,
             plx_enum_to_nick (PLX_TYPE_VERDICT, statement->verdict), NULL);
  end_row (self);
}

static void
write_statements (Table *self)
{
  g_string_append (self->out, "source,paragraph,sentence,code,country,relation,says,on,record,"
                   "verdict\r\n");
  for (guint i = 0; i < self->matter->analysis->statements->len; i++)
    {
      const PlxStatementRecord *statement =
        plx_analysis_get_statement (self->matter->analysis, i);

      if (plx_passages_is_shown (self->matter->passages, statement->ref))
        add_statement (self, statement);
    }
}

/* By country, how often each article names it in the passages that are shown. */
static GHashTable *
count_mentions (Table *self)
{
  const guint n = plx_analysis_get_n_articles (self->matter->analysis);
  GHashTable *countries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < n; i++)
    {
      GArray *mentions = plx_analysis_get_annotation (self->matter->analysis, i)->mentions;

      for (guint k = 0; k < mentions->len; k++)
        {
          const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, k);
          guint *counts;

          if (mention->country == NULL ||
              !plx_passages_is_shown (self->matter->passages,
                                      (PlxSentenceRef) { i, mention->sentence }))
            continue;

          counts = g_hash_table_lookup (countries, mention->country);
          if (counts == NULL)
            {
              counts = g_new0 (guint, n + 1);
              g_hash_table_insert (countries, (gpointer) mention->country, counts);
            }
          counts[i]++;
        }
    }

  return countries;
}

static char *
list_sources (Table       *self,
              const guint *counts,
              guint       *n_mentions)
{
  GString *list = g_string_new (NULL);

  *n_mentions = 0;
  for (guint i = 0; i < plx_analysis_get_n_articles (self->matter->analysis); i++)
    if (counts[i] > 0)
      {
        g_string_append_printf (list, "%s%u", list->len > 0 ? " " : "", i + 1);
        *n_mentions += counts[i];
      }

  return g_string_free_and_steal (list);
}

static void
add_country (Table       *self,
             const char  *code,
             const guint *counts)
{
  const PlxRelationInfo *relation = plx_relation_lookup (self->matter->filter->relation);
  g_autoptr (GArray) days = plx_words_find_days (self->matter->analysis, self->matter->filter,
                                                 self->matter->today, counts);
  guint n_mentions;
  g_autofree char *sources = list_sources (self, counts, &n_mentions);

  for (guint i = 0; i < days->len; i++)
    {
      const PlxDay day = g_array_index (days, PlxDay, i);
      const PlxInterval *interval = NULL;
      PlxStatus status = PLX_STATUS_UNKNOWN;
      g_autofree char *on = plx_day_format (day);

      if (relation != NULL)
        status = plx_relation_status (relation, code, day, &interval);

      add_words (self, code, plx_sheet_matter_get_country (self->matter, code), NULL);
      add_number (self, n_mentions);
      add_words (self, sources, self->matter->filter->relation, or_empty (on),
                 plx_enum_to_nick (PLX_TYPE_STATUS, status),
                 interval != NULL ? interval->source : "", NULL);
      end_row (self);
    }
}

static void
write_countries (Table *self)
{
  g_autoptr (GHashTable) mentions = count_mentions (self);
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (mentions),
                                         (GCompareFunc) g_strcmp0);

  g_string_append (self->out, "code,country,mentions,named_by,relation,on,status,record\r\n");
  for (GList *l = codes; l != NULL; l = l->next)
    add_country (self, l->data, g_hash_table_lookup (mentions, l->data));
}

static gboolean
write_graph (Table           *self,
             PlxGraphFormat   format,
             GError         **error)
{
  const PlxGraphOptions readable = { .threshold = PLX_GRAPH_READABLE };
  g_autoptr (PlxGraph) graph = NULL;
  PlxGraphExport export = { .analysis = self->matter->analysis, .graph = self->matter->graph,
                            .title = self->matter->title };
  g_autoptr (GBytes) bytes = NULL;

  if (export.graph == NULL)
    {
      graph = plx_graph_new (self->matter->analysis, self->matter->passages, &readable);
      plx_graph_lay_out (graph, NULL, self->matter->analysis, NULL, NULL, self->cancellable);
      export.graph = graph;
    }

  bytes = plx_graph_export (&export, format, error);
  if (bytes != NULL)
    g_string_append_len (self->out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return bytes != NULL;
}

/* The two tables of the graph are the graph's own. */
static const char * const names[] = {
  "sources", "claims", "differences", "statements", "countries", "graph-nodes", "graph-edges", NULL
};

static void (* const writers[]) (Table *self) = {
  write_sources, write_claims, write_differences, write_statements, write_countries
};

/**
 * plx_sheet_tables_list:
 *
 * Returns: (transfer none): the names of the tables that can be written; ends with `NULL`
 */
const char * const *
plx_sheet_tables_list (void)
{
  return names;
}

gboolean
plx_sheet_table_exists (const char *table)
{
  return g_strv_contains (names, table);
}

/**
 * plx_sheet_table_dup_csv:
 * @matter: a story
 * @table: the name of a table
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes a table of what is found in a story, as far as the filter shows it, in comma-separated
 * values as RFC 4180 has them, in UTF-8.
 *
 * Returns: (transfer full) (nullable): the table, or `NULL` on error
 */
char *
plx_sheet_table_dup_csv (PlxSheetMatter *matter,
                         const char     *table,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Table self = { matter, cancellable, out };
  gboolean done = TRUE;

  g_return_val_if_fail (plx_sheet_table_exists (table), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_equal (names[i], table))
      writers[i] (&self);

  if (g_str_equal (table, "graph-nodes"))
    done = write_graph (&self, PLX_GRAPH_FORMAT_CSV_NODES, error);
  else if (g_str_equal (table, "graph-edges"))
    done = write_graph (&self, PLX_GRAPH_FORMAT_CSV_EDGES, error);

  if (!done || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&out));
}
