/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-comparing"

#include "config.h"

#include "comparing/plx-analysis-json.h"

#include "comparing/plx-comparing.h"
#include "model/plx-difference-rules.h"
#include "model/plx-json.h"

/* By how many voices a claim is told before it counts that an article leaves it out. */
#define LEAST_VOICES 2

static void
add_sentences (JsonBuilder *builder,
               PlxAnalysis *analysis,
               GArray      *refs)
{
  json_builder_set_member_name (builder, "sentences");
  json_builder_begin_array (builder);

  for (guint i = 0; i < refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);
      g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);
      guint paragraph;
      PlxPlace place = plx_analysis_get_place (analysis, ref, &paragraph);

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "article", ref.article);
      plx_json_add_int (builder, "sentence", ref.sentence);
      plx_json_add_string (builder, "place", plx_enum_to_nick (PLX_TYPE_PLACE, place));
      plx_json_add_int (builder, "paragraph", paragraph);
      plx_json_add_string (builder, "text", text);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_articles (JsonBuilder *builder,
              PlxAnalysis *analysis,
              GPtrArray   *names)
{
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, i);

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "file", names != NULL ? g_ptr_array_index (names, i)
                                                          : annotation->document->source);
      for (guint k = 0; k < PLX_N_FIELDS; k++)
        plx_json_add_string (builder, plx_enum_to_nick (PLX_TYPE_FIELD, k),
                             annotation->document->fields[k]);
      plx_json_add_int (builder, "passages", annotation->sentences->len);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* A mention with where it starts, in characters. */
typedef struct
{
  const PlxMentionSpan *span;
  guint                 article;
  glong                 start;
} Place;

/* Goes over each article once, however many entities and mentions it has. Returns, for each
 * entity, an array of places. */
static GPtrArray *
find_places (PlxAnalysis *analysis)
{
  GPtrArray *of_entity = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < analysis->entities->len; i++)
    g_ptr_array_add (of_entity, g_array_new (FALSE, FALSE, sizeof (Place)));

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, i);
      const char *counted = annotation->document->text->str;
      glong n_chars = 0;

      for (guint k = 0; k < annotation->mentions->len; k++)
        {
          const PlxMentionSpan *span = &g_array_index (annotation->mentions, PlxMentionSpan, k);
          const char *start = annotation->document->text->str + span->start;
          Place place = { span, i, 0 };

          if (span->entity >= of_entity->len)
            continue;

          n_chars += g_utf8_pointer_to_offset (counted, start);
          counted = start;
          place.start = n_chars;
          g_array_append_val ((GArray *) g_ptr_array_index (of_entity, span->entity), place);
        }
    }

  return of_entity;
}

static void
add_mentions (JsonBuilder *builder,
              PlxAnalysis *analysis,
              GArray      *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, place->article);
      const char *text = annotation->document->text->str;
      g_autofree char *words = g_strndup (text + place->span->start,
                                          place->span->end - place->span->start);

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "article", place->article);
      plx_json_add_int (builder, "start", place->start);
      plx_json_add_int (builder, "end", place->start + g_utf8_strlen (words, -1));
      plx_json_add_string (builder, "text", words);
      plx_json_add_string (builder, "form", plx_enum_to_nick (PLX_TYPE_FORM, place->span->form));
      json_builder_end_object (builder);
    }
}

static void
add_entities (JsonBuilder *builder,
              PlxAnalysis *analysis)
{
  g_autoptr (GPtrArray) places = find_places (analysis);

  json_builder_set_member_name (builder, "entities");
  json_builder_begin_array (builder);

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, i);

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "name", entity->name);
      plx_json_add_string (builder, "kind", plx_enum_to_nick (PLX_TYPE_KIND, entity->kind));
      plx_json_add_string (builder, "country", entity->country);
      json_builder_set_member_name (builder, "mentions");
      json_builder_begin_array (builder);
      add_mentions (builder, analysis, g_ptr_array_index (places, i));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_strings (JsonBuilder  *builder,
             const char   *member,
             char        **strings)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_voices (JsonBuilder *builder,
            GArray      *voices)
{
  json_builder_set_member_name (builder, "voices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < voices->len; i++)
    json_builder_add_string_value (builder,
                                   plx_enum_to_nick (PLX_TYPE_VOICE,
                                                     g_array_index (voices, guint32, i)));
  json_builder_end_array (builder);
}

/* What the user has noted on a claim; no member where nobody can have noted anything. */
static void
add_notes (JsonBuilder *builder,
           GPtrArray   *notes,
           guint        claim)
{
  if (notes != NULL)
    add_strings (builder, "notes", g_ptr_array_index (notes, claim));
}

static void
add_claims (JsonBuilder *builder,
            PlxAnalysis *analysis,
            GPtrArray   *notes)
{
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "label", claim->label);
      add_sentences (builder, analysis, claim->refs);
      plx_json_add_int (builder, "sources", claim->n_sources);
      plx_json_add_int (builder, "independent", claim->n_independent);
      add_strings (builder, "origins", claim->origins);
      add_voices (builder, claim->voices);

      json_builder_set_member_name (builder, "differences");
      json_builder_begin_array (builder);
      for (guint k = 0; k < claim->differences->len; k++)
        {
          const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, k);

          json_builder_begin_object (builder);
          plx_json_add_string (builder, "kind",
                               plx_enum_to_nick (PLX_TYPE_DIFFERENCE_KIND, difference->kind));
          plx_json_add_string (builder, "rule", difference->rule);
          plx_json_add_string (builder, "because", plx_difference_rule_english (difference->rule));
          plx_json_add_string (builder, "about", difference->about);
          add_sentences (builder, analysis, difference->refs);
          add_strings (builder, "says", difference->says);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      add_notes (builder, notes, i);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* Where a passage stands, in characters. */
static void
add_passage (JsonBuilder *builder,
             PlxAnalysis *analysis,
             const char  *member,
             guint        article,
             guint        start,
             guint        end)
{
  const char *text = plx_analysis_get_document (analysis, article)->text->str;

  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  plx_json_add_int (builder, "article", article);
  plx_json_add_int (builder, "start", g_utf8_pointer_to_offset (text, text + start));
  plx_json_add_int (builder, "end", g_utf8_pointer_to_offset (text, text + end));
  json_builder_end_object (builder);
}

static void
add_copies (JsonBuilder *builder,
            PlxAnalysis *analysis)
{
  json_builder_set_member_name (builder, "copies");
  json_builder_begin_array (builder);

  for (guint i = 0; i < analysis->copies->len; i++)
    {
      const PlxCopyRecord *copy = g_ptr_array_index (analysis->copies, i);
      g_autofree char *text = plx_analysis_dup_text (analysis, copy->article, copy->start,
                                                     copy->end);

      json_builder_begin_object (builder);
      add_passage (builder, analysis, "passage", copy->article, copy->start, copy->end);
      add_passage (builder, analysis, "other", copy->other, copy->other_start, copy->other_end);
      plx_json_add_int (builder, "words", copy->n_words);
      json_builder_set_member_name (builder, "later");
      json_builder_add_boolean_value (builder, copy->is_later);
      plx_json_add_string (builder, "text", text);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* What one article leaves out, where two voices at least report it. */
static void
add_left_out (JsonBuilder *builder,
              PlxAnalysis *analysis)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      g_autoptr (GArray) left_out = plx_comparing_left_out (analysis, i, LEAST_VOICES);

      for (guint k = 0; k < left_out->len; k++)
        {
          const PlxLeftOut *one = &g_array_index (left_out, PlxLeftOut, k);

          json_builder_begin_object (builder);
          plx_json_add_int (builder, "article", i);
          plx_json_add_int (builder, "claim", one->claim);
          plx_json_add_int (builder, "independent", one->n_independent);
          json_builder_end_object (builder);
        }
    }

  json_builder_end_array (builder);
}

/**
 * plx_analysis_dup_says:
 * @statement: a statement
 *
 * Returns: (transfer full): what it says, as programs read it: a nick, or a number of members
 */
char *
plx_analysis_dup_says (const PlxStatementRecord *statement)
{
  if (statement->says == PLX_SAYS_COUNT)
    return g_strdup_printf ("%u members", statement->count);

  return g_strdup (plx_enum_to_nick (PLX_TYPE_SAYS, statement->says));
}

/**
 * plx_analysis_dup_record:
 * @statement: a statement
 *
 * Returns: (transfer full): what the record says of it, in the same way
 */
char *
plx_analysis_dup_record (const PlxStatementRecord *statement)
{
  if (statement->says == PLX_SAYS_COUNT)
    return g_strdup_printf ("%u members", statement->record_count);

  return g_strdup (plx_enum_to_nick (PLX_TYPE_STATUS, statement->record));
}

static void
add_statements (JsonBuilder *builder,
                PlxAnalysis *analysis,
                const char  *relation)
{
  json_builder_set_member_name (builder, "statements");
  json_builder_begin_array (builder);

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const PlxStatementRecord *statement = plx_analysis_get_statement (analysis, i);
      g_autofree char *text = plx_analysis_dup_sentence (analysis, statement->ref);
      g_autofree char *says = plx_analysis_dup_says (statement);
      g_autofree char *record = plx_analysis_dup_record (statement);
      g_autofree char *on = plx_day_format (statement->on);

      if (relation != NULL && !g_str_equal (statement->relation, relation))
        continue;

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "article", statement->ref.article);
      plx_json_add_string (builder, "text", text);
      plx_json_add_string (builder, "country", statement->country);
      plx_json_add_string (builder, "relation", statement->relation);
      plx_json_add_string (builder, "says", says);
      plx_json_add_string (builder, "on", on);
      plx_json_add_string (builder, "record", record);
      plx_json_add_string (builder, "verdict",
                           plx_enum_to_nick (PLX_TYPE_VERDICT, statement->verdict));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/**
 * plx_analysis_build_json:
 * @self: what is found in some articles
 * @builder: an object that has been begun
 * @names: (nullable) (element-type utf8): by article, the file that it is from; `NULL` for the name
 *   that the document tells
 * @notes: (nullable) (element-type GStrv): by claim, what the user has noted on it; `NULL` where
 *   the articles are of no story
 * @relation: (nullable): statements about which treaty are told, or `NULL` for all
 *
 * Adds all that was found to an object: its articles, entities, claims with their differences,
 * copies, what articles leave out, and statements. It is the same whenever the same is found.
 */
void
plx_analysis_build_json (PlxAnalysis *self,
                         JsonBuilder *builder,
                         GPtrArray   *names,
                         GPtrArray   *notes,
                         const char  *relation)
{
  add_articles (builder, self, names);
  add_entities (builder, self);
  add_claims (builder, self, notes);
  add_copies (builder, self);
  add_left_out (builder, self);
  add_statements (builder, self, relation);
}
