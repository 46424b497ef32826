/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-statements"

#include "config.h"

#include "countries/plx-statements.h"

#include <string.h>

#include "countries/plx-clause.h"

/* How many sentences back "the court" may have been named. */
#define LONGEST_MEMORY 40

/* Sentences longer than this are no sentences (a table run together, say). */
#define LONGEST_SENTENCE 4000

/* Where in an article a sentence stands, for what the sentences before it tell. */
typedef struct
{
  PlxAnnotation *annotation;
  guint          sentence;
  PlxClause    **clauses; /* those that have been parsed */
} Place;

static void
clear_clause (gpointer data)
{
  PlxClause *clause = data;

  g_clear_pointer (&clause, plx_clause_free);
}

static PlxClause *
parse_sentence (Place *place,
                guint  index)
{
  const PlxSentenceSpan *span = &g_array_index (place->annotation->sentences, PlxSentenceSpan,
                                                index);

  if (place->clauses[index] == NULL)
    place->clauses[index] = plx_clause_new (place->annotation->document->text->str + span->start,
                                            MIN (span->end - span->start, LONGEST_SENTENCE));

  return place->clauses[index];
}

/* The last relation that a sentence names and that `noun` can stand for. */
static const PlxRelationInfo *
find_named (PlxClause  *clause,
            const char *noun)
{
  for (int i = (int) clause->tokens->len - 1; i >= 0; i--)
    {
      const PlxRelationInfo *relation = plx_clause_at (clause, i)->relation;

      if (relation != NULL && g_strv_contains (relation->vague, noun))
        return relation;
    }

  return NULL;
}

static const PlxRelationInfo *
resolve_in_article (const char *noun,
                    gpointer    user_data)
{
  Place *place = user_data;

  for (guint i = place->sentence; i > 0 && i + LONGEST_MEMORY > place->sentence; i--)
    {
      const PlxRelationInfo *relation = find_named (parse_sentence (place, i - 1), noun);

      if (relation != NULL)
        return relation;
    }

  return NULL;
}

static const PlxRelationInfo *
resolve_in_previous (const char *noun,
                     gpointer    user_data)
{
  PlxClause *previous = user_data;

  return previous != NULL ? find_named (previous, noun) : NULL;
}

static PlxStatementRecord *
check (const PlxStated *said,
       PlxDay         on)
{
  PlxStatementRecord *record = g_new0 (PlxStatementRecord, 1);
  const PlxFinding *finding = &said->finding;

  record->ref = said->ref;
  record->country = finding->country;
  record->relation = finding->relation->id;
  record->says = finding->says;
  record->count = finding->count;
  record->on = plx_statements_day (finding, on);
  record->record = plx_relation_status (finding->relation, finding->country, record->on, NULL);
  if (finding->says == PLX_SAYS_COUNT && record->on != 0)
    record->record_count = plx_relation_count (finding->relation, PLX_STATUS_PARTY, record->on);
  record->verdict = plx_statements_judge (finding, on);

  return record;
}

/**
 * plx_statements_search:
 * @annotation: an article and what was found in it
 * @article: its place among the articles
 * @said: (element-type PlxStated): where they are added
 *
 * Finds the sentences of an article that themselves say how a country stands to
 * a treaty or a bloc.
 */
void
plx_statements_search (PlxAnnotation *annotation,
                       guint          article,
                       GArray        *said)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (PlxFinding));
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (clear_clause);
  const char *text = annotation->document->text->str;

  g_ptr_array_set_size (clauses, annotation->sentences->len);
  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan, i);
      Place place = { annotation, i, (PlxClause **) clauses->pdata };

      if (!plx_predicates_possible (text + span->start, span->end - span->start))
        continue;

      g_array_set_size (findings, 0);
      plx_predicates_find (parse_sentence (&place, i),
                           i > 0 ? parse_sentence (&place, i - 1) : NULL,
                           resolve_in_article, &place, findings);

      for (guint j = 0; j < findings->len; j++)
        {
          PlxStated one = { { article, i }, g_array_index (findings, PlxFinding, j) };

          g_array_append_val (said, one);
        }
    }
}

/**
 * plx_statements_find:
 * @annotation: an article and what was found in it
 * @article: its place among the articles
 * @on: the day on which the statements are checked, or 0
 * @statements: (element-type PlxStatementRecord): where they are added
 *
 * Finds the sentences of an article that themselves say how a country stands to
 * a treaty or a bloc, and holds them against the record of that day.
 */
void
plx_statements_find (PlxAnnotation *annotation,
                     guint          article,
                     PlxDay         on,
                     GPtrArray     *statements)
{
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (PlxStated));

  plx_statements_search (annotation, article, said);
  for (guint i = 0; i < said->len; i++)
    g_ptr_array_add (statements, check (&g_array_index (said, PlxStated, i), on));
}

/**
 * plx_statements_fill:
 * @analysis: an analysis that has its annotations, and no one else sees yet
 * @said: (element-type PlxStated): what the sentences of its articles say, in their order
 * @as_of: for which day statements are held against the record
 * @day: the chosen day, or today; 0 where neither is known
 *
 * Holds the statements of all articles of a story against the record.
 */
void
plx_statements_fill (PlxAnalysis *analysis,
                     GArray      *said,
                     PlxAsOf      as_of,
                     PlxDay       day)
{
  for (guint i = 0; i < said->len; i++)
    {
      const PlxStated *one = &g_array_index (said, PlxStated, i);
      PlxDay on = as_of == PLX_AS_OF_ARTICLE ? plx_analysis_get_day (analysis, one->ref.article)
                                             : day;

      g_ptr_array_add (analysis->statements, check (one, on != 0 ? on : day));
    }
}

/**
 * plx_statements_read:
 * @sentence: a sentence
 * @previous: (nullable): the sentence before it
 *
 * Finds what one sentence says of how countries stand, for callers that have no
 * article.
 *
 * Returns: (transfer full) (element-type PlxFinding): what it says, in its order
 */
GArray *
plx_statements_read (const char *sentence,
                     const char *previous)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (PlxFinding));
  g_autoptr (PlxClause) clause = plx_clause_new (sentence, strlen (sentence));
  g_autoptr (PlxClause) before = NULL;

  if (previous != NULL)
    before = plx_clause_new (previous, strlen (previous));

  if (plx_predicates_possible (sentence, strlen (sentence)))
    plx_predicates_find (clause, before, resolve_in_previous, before, findings);

  return findings;
}
