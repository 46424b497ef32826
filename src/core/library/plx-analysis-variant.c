/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-analysis"

#include "config.h"

#include "library/plx-analysis-variant.h"

#include <string.h>

#include "model/plx-difference-rules.h"

/* The first number is the version of the layout; another one is not read. Documents are not part
 * of it: who reads it has them, and names them in the key. A country or relation that is none is
 * an empty string. */
#define VERSION 3
#define MENTION_TYPE "(uuuuuusbuu)"
#define ANNOTATION_TYPE "(a(uuu)a" MENTION_TYPE ")"
#define ENTITY_TYPE "(sasus(uu)uubbb)"
#define DIFFERENCE_TYPE "(ussa(uu)as)"
#define CLAIM_TYPE "(sa(uu)uuasauaua" DIFFERENCE_TYPE ")"
#define STATEMENT_TYPE "((uu)ssuuuuuu)"
#define COPY_TYPE "(uuuuuuub)"
#define ANALYSIS_TYPE \
  "(ua" ANNOTATION_TYPE "a" ENTITY_TYPE "a" CLAIM_TYPE "a" STATEMENT_TYPE "a" COPY_TYPE ")"

static GVariant *
strv_to_variant (char **strv)
{
  return g_variant_new_strv ((const char * const *) strv, strv ? -1 : 0);
}

static GVariant *
numbers_to_variant (GArray *numbers)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, numbers->data, numbers->len,
                                    sizeof (guint32));
}

static GVariant *
refs_to_variant (GArray *refs)
{
  G_STATIC_ASSERT (sizeof (PlxSentenceRef) == 2 * sizeof (guint32));

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), refs->data, refs->len,
                                    sizeof (PlxSentenceRef));
}

static GVariant *
annotation_to_variant (PlxAnnotation *annotation)
{
  g_auto (GVariantBuilder) mentions = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" MENTION_TYPE));

  G_STATIC_ASSERT (sizeof (PlxSentenceSpan) == 3 * sizeof (guint32));

  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *m = &g_array_index (annotation->mentions, PlxMentionSpan, i);

      g_variant_builder_add (&mentions, MENTION_TYPE, m->start, m->end, m->sentence, m->entity,
                             (guint32) m->kind, (guint32) m->form, m->country ? m->country : "",
                             m->by_user, (guint32) m->said_in, (guint32) m->named_in);
    }

  return g_variant_new ("(@a(uuu)a" MENTION_TYPE ")",
                        g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuu)"),
                                                   annotation->sentences->data,
                                                   annotation->sentences->len,
                                                   sizeof (PlxSentenceSpan)),
                        &mentions);
}

static GVariant *
entity_to_variant (const PlxEntityRecord *entity)
{
  return g_variant_new ("(s@asus(uu)uubbb)", entity->name ? entity->name : "",
                        strv_to_variant (entity->names), (guint32) entity->kind,
                        entity->country ? entity->country : "",
                        entity->country_from.article, entity->country_from.sentence,
                        entity->n_mentions, entity->n_articles, entity->is_named_by_user,
                        entity->kind_by_user, entity->country_by_user);
}

static GVariant *
claim_to_variant (const PlxClaimRecord *claim)
{
  g_auto (GVariantBuilder) differences =
    G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" DIFFERENCE_TYPE));

  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *d = g_ptr_array_index (claim->differences, i);

      g_variant_builder_add (&differences, "(uss@a(uu)@as)", (guint32) d->kind,
                             d->rule ? d->rule : "", d->about ? d->about : "",
                             refs_to_variant (d->refs), strv_to_variant (d->says));
    }

  return g_variant_new ("(s@a(uu)uu@as@au@aua" DIFFERENCE_TYPE ")",
                        claim->label ? claim->label : "", refs_to_variant (claim->refs),
                        claim->n_sources, claim->n_independent, strv_to_variant (claim->origins),
                        numbers_to_variant (claim->voices),
                        numbers_to_variant (claim->origin_of),
                        &differences);
}

static GVariant *
statement_to_variant (const PlxStatementRecord *statement)
{
  return g_variant_new (STATEMENT_TYPE, statement->ref.article, statement->ref.sentence,
                        statement->country ? statement->country : "",
                        statement->relation ? statement->relation : "",
                        (guint32) statement->says, statement->count, statement->on,
                        (guint32) statement->record, statement->record_count,
                        (guint32) statement->verdict);
}

static GVariant *
copy_to_variant (const PlxCopyRecord *copy)
{
  return g_variant_new (COPY_TYPE, copy->article, copy->start, copy->end, copy->other,
                        copy->other_start, copy->other_end, copy->n_words, copy->is_later);
}

/**
 * plx_analysis_to_variant:
 * @self: an analysis
 *
 * Writes an analysis down, without its documents.
 *
 * Returns: (transfer floating): what [func@Analysis.from_variant] reads
 */
GVariant *
plx_analysis_to_variant (PlxAnalysis *self)
{
  g_auto (GVariantBuilder) annotations =
    G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" ANNOTATION_TYPE));
  g_auto (GVariantBuilder) entities = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" ENTITY_TYPE));
  g_auto (GVariantBuilder) claims = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CLAIM_TYPE));
  g_auto (GVariantBuilder) statements =
    G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" STATEMENT_TYPE));
  g_auto (GVariantBuilder) copies = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" COPY_TYPE));

  for (guint i = 0; i < self->annotations->len; i++)
    g_variant_builder_add_value (&annotations,
                                 annotation_to_variant (plx_analysis_get_annotation (self, i)));
  for (guint i = 0; i < self->entities->len; i++)
    g_variant_builder_add_value (&entities, entity_to_variant (plx_analysis_get_entity (self, i)));
  for (guint i = 0; i < self->claims->len; i++)
    g_variant_builder_add_value (&claims, claim_to_variant (plx_analysis_get_claim (self, i)));
  for (guint i = 0; i < self->statements->len; i++)
    g_variant_builder_add_value (&statements,
                                 statement_to_variant (plx_analysis_get_statement (self, i)));
  for (guint i = 0; i < self->copies->len; i++)
    g_variant_builder_add_value (&copies, copy_to_variant (g_ptr_array_index (self->copies, i)));

  return g_variant_new (ANALYSIS_TYPE, VERSION, &annotations, &entities, &claims, &statements,
                        &copies);
}

static gboolean
is_value (GType   type,
          guint32 value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return value <= G_MAXINT && g_enum_get_value (klass, value) != NULL;
}

/* Ids become static strings; a damaged file must not fill the memory with others. */
static gboolean
read_id (const char  *string,
         gsize        longest,
         const char **id)
{
  *id = NULL;
  if (*string == '\0')
    return TRUE;

  if (strlen (string) > longest)
    return FALSE;

  for (const char *c = string; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
      return FALSE;

  *id = g_intern_string (string);

  return TRUE;
}

static gboolean
is_span (PlxDocument *document,
         guint32      start,
         guint32      end)
{
  const GString *text = document->text;

  return start <= end && end <= text->len &&
         ((guchar) text->str[start] & 0xc0) != 0x80 && ((guchar) text->str[end] & 0xc0) != 0x80;
}

static gboolean
is_ref (PlxAnalysis    *self,
        PlxSentenceRef  ref)
{
  return ref.article < self->annotations->len &&
         ref.sentence < plx_analysis_get_annotation (self, ref.article)->sentences->len;
}

static gboolean
read_refs (PlxAnalysis *self,
           GVariant    *variant,
           GArray      *refs)
{
  gsize n;
  const PlxSentenceRef *values = g_variant_get_fixed_array (variant, &n, sizeof (PlxSentenceRef));

  for (gsize i = 0; i < n; i++)
    if (!is_ref (self, values[i]))
      return FALSE;

  if (n > 0)
    g_array_append_vals (refs, values, n);

  return TRUE;
}

static gboolean
read_sentences (PlxAnnotation *annotation,
                GVariant      *variant)
{
  gsize n;
  const PlxSentenceSpan *spans = g_variant_get_fixed_array (variant, &n, sizeof (PlxSentenceSpan));

  for (gsize i = 0; i < n; i++)
    if (!is_span (annotation->document, spans[i].start, spans[i].end) ||
        spans[i].block >= plx_document_get_n_blocks (annotation->document))
      return FALSE;

  if (n > 0)
    g_array_append_vals (annotation->sentences, spans, n);

  return TRUE;
}

static gboolean
read_mentions (PlxAnnotation *annotation,
               GVariant      *variant,
               gsize          n_entities)
{
  GVariantIter iter;
  guint32 start, end, sentence, entity, kind, form, said_in, named_in;
  gboolean by_user;
  const char *country;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(uuuuuu&sbuu)", &start, &end, &sentence, &entity, &kind,
                              &form, &country, &by_user, &said_in, &named_in))
    {
      PlxMentionSpan mention = { .start = start, .end = end, .sentence = sentence,
                                 .entity = entity, .kind = kind, .form = form,
                                 .by_user = by_user, .said_in = said_in,
                                 .named_in = named_in };

      if (!is_span (annotation->document, start, end) ||
          sentence >= annotation->sentences->len ||
          (entity != PLX_NONE && entity >= n_entities) ||
          !is_value (PLX_TYPE_KIND, kind) || !is_value (PLX_TYPE_FORM, form) ||
          !is_value (PLX_TYPE_SCOPE, said_in) || !is_value (PLX_TYPE_SCOPE, named_in) ||
          !read_id (country, 3, &mention.country))
        return FALSE;

      g_array_append_val (annotation->mentions, mention);
    }

  return TRUE;
}

static gboolean
read_annotations (PlxAnalysis *self,
                  GVariant    *variant,
                  GPtrArray   *documents,
                  gsize        n_entities)
{
  if (g_variant_n_children (variant) != documents->len)
    return FALSE;

  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);
      g_autoptr (GVariant) sentences = g_variant_get_child_value (child, 0);
      g_autoptr (GVariant) mentions = g_variant_get_child_value (child, 1);
      PlxAnnotation *annotation = plx_annotation_new (g_ptr_array_index (documents, i));

      g_ptr_array_add (self->annotations, annotation);
      if (!read_sentences (annotation, sentences) ||
          !read_mentions (annotation, mentions, n_entities))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_entities (PlxAnalysis *self,
               GVariant    *variant)
{
  GVariantIter iter;
  GVariant *child;

  g_variant_iter_init (&iter, variant);
  while ((child = g_variant_iter_next_value (&iter)))
    {
      g_autoptr (GVariant) owned = child;
      PlxEntityRecord *entity = plx_entity_record_new ();
      const char *country;
      guint32 kind;

      g_ptr_array_add (self->entities, entity);
      g_variant_get (owned, "(s^asu&s(uu)uubbb)", &entity->name, &entity->names, &kind, &country,
                     &entity->country_from.article, &entity->country_from.sentence,
                     &entity->n_mentions, &entity->n_articles, &entity->is_named_by_user,
                     &entity->kind_by_user, &entity->country_by_user);

      if (!is_value (PLX_TYPE_KIND, kind) || !read_id (country, 3, &entity->country) ||
          (entity->country_from.article != PLX_NONE && !is_ref (self, entity->country_from)))
        return FALSE;

      entity->kind = kind;
    }

  return TRUE;
}

static gboolean
read_differences (PlxAnalysis    *self,
                  PlxClaimRecord *claim,
                  GVariant       *variant)
{
  GVariantIter iter;
  GVariant *child;

  g_variant_iter_init (&iter, variant);
  while ((child = g_variant_iter_next_value (&iter)))
    {
      g_autoptr (GVariant) owned = child;
      g_autoptr (GVariant) refs = NULL;
      PlxDifferenceRecord *difference = plx_difference_record_new (0);
      const char *rule;
      guint32 kind;

      g_ptr_array_add (claim->differences, difference);
      g_variant_get (owned, "(u&ss@a(uu)^as)", &kind, &rule, &difference->about, &refs,
                     &difference->says);
      difference->rule = plx_difference_rule_find (rule);

      if (!is_value (PLX_TYPE_DIFFERENCE_KIND, kind) ||
          (*rule != '\0' && difference->rule == NULL) ||
          !read_refs (self, refs, difference->refs) ||
          g_strv_length (difference->says) != difference->refs->len)
        return FALSE;

      difference->kind = kind;
    }

  return TRUE;
}

static gboolean
read_voices (PlxClaimRecord *claim,
             GVariant       *variant)
{
  gsize n;
  const guint32 *values = g_variant_get_fixed_array (variant, &n, sizeof (guint32));

  if (n != g_strv_length (claim->origins))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    if (!is_value (PLX_TYPE_VOICE, values[i]))
      return FALSE;

  if (n > 0)
    g_array_append_vals (claim->voices, values, n);

  return TRUE;
}

static gboolean
read_origins (PlxClaimRecord *claim,
              GVariant       *variant)
{
  gsize n;
  const guint32 *values = g_variant_get_fixed_array (variant, &n, sizeof (guint32));
  guint n_origins = g_strv_length (claim->origins);

  if (n != claim->refs->len)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    if (values[i] != PLX_NONE && values[i] >= n_origins)
      return FALSE;

  if (n > 0)
    g_array_append_vals (claim->origin_of, values, n);

  return TRUE;
}

static gboolean
read_claims (PlxAnalysis *self,
             GVariant    *variant)
{
  GVariantIter iter;
  GVariant *child;

  g_variant_iter_init (&iter, variant);
  while ((child = g_variant_iter_next_value (&iter)))
    {
      g_autoptr (GVariant) owned = child;
      g_autoptr (GVariant) refs = NULL;
      g_autoptr (GVariant) voices = NULL;
      g_autoptr (GVariant) origin_of = NULL;
      g_autoptr (GVariant) differences = NULL;
      PlxClaimRecord *claim = plx_claim_record_new ();

      g_ptr_array_add (self->claims, claim);
      g_clear_pointer (&claim->origins, g_strfreev);
      g_variant_get (owned, "(s@a(uu)uu^as@au@au@a" DIFFERENCE_TYPE ")", &claim->label, &refs,
                     &claim->n_sources, &claim->n_independent, &claim->origins, &voices,
                     &origin_of, &differences);

      if (!read_refs (self, refs, claim->refs) || claim->refs->len == 0 ||
          claim->n_sources > self->annotations->len ||
          claim->n_independent > self->annotations->len || !read_voices (claim, voices) ||
          !read_origins (claim, origin_of) || !read_differences (self, claim, differences))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_statements (PlxAnalysis *self,
                 GVariant    *variant)
{
  GVariantIter iter;
  PlxStatementRecord statement = { 0 };
  const char *country, *relation;
  guint32 says, record, verdict;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "((uu)&s&suuuuuu)", &statement.ref.article,
                              &statement.ref.sentence, &country, &relation, &says,
                              &statement.count, &statement.on, &record,
                              &statement.record_count, &verdict))
    {
      if (!is_ref (self, statement.ref) ||
          !read_id (country, 3, &statement.country) ||
          !read_id (relation, 32, &statement.relation) || statement.relation == NULL ||
          !is_value (PLX_TYPE_SAYS, says) || !is_value (PLX_TYPE_STATUS, record) ||
          !is_value (PLX_TYPE_VERDICT, verdict))
        return FALSE;

      statement.says = says;
      statement.record = record;
      statement.verdict = verdict;
      g_ptr_array_add (self->statements, g_memdup2 (&statement, sizeof statement));
    }

  return TRUE;
}

static gboolean
is_stretch (PlxAnalysis *self,
            guint32      article,
            guint32      start,
            guint32      end)
{
  return article < self->annotations->len &&
         is_span (plx_analysis_get_document (self, article), start, end);
}

static gboolean
read_copies (PlxAnalysis *self,
             GVariant    *variant)
{
  GVariantIter iter;
  PlxCopyRecord copy;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, COPY_TYPE, &copy.article, &copy.start, &copy.end,
                              &copy.other, &copy.other_start, &copy.other_end, &copy.n_words,
                              &copy.is_later))
    {
      if (!is_stretch (self, copy.article, copy.start, copy.end) ||
          !is_stretch (self, copy.other, copy.other_start, copy.other_end))
        return FALSE;

      g_ptr_array_add (self->copies, g_memdup2 (&copy, sizeof copy));
    }

  return TRUE;
}

/**
 * plx_analysis_from_variant:
 * @variant: what [method@Analysis.to_variant] wrote, perhaps damaged since
 * @documents: (element-type PlxDocument): the documents that it is about
 *
 * Reads an analysis. Every place and number in it is checked against the
 * documents, because those who use it rely on them.
 *
 * Returns: (transfer full) (nullable): the analysis, or `NULL` where @variant is none of these
 *   documents
 */
PlxAnalysis *
plx_analysis_from_variant (GVariant  *variant,
                           GPtrArray *documents)
{
  g_autoptr (PlxAnalysis) self = plx_analysis_new ();
  g_autoptr (GVariant) annotations = NULL;
  g_autoptr (GVariant) entities = NULL;
  g_autoptr (GVariant) claims = NULL;
  g_autoptr (GVariant) statements = NULL;
  g_autoptr (GVariant) copies = NULL;
  guint32 version;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (ANALYSIS_TYPE)) ||
      !g_variant_is_normal_form (variant))
    return NULL;

  g_variant_get (variant, "(u@a" ANNOTATION_TYPE "@a" ENTITY_TYPE "@a" CLAIM_TYPE
                 "@a" STATEMENT_TYPE "@a" COPY_TYPE ")", &version, &annotations, &entities, &claims,
                 &statements, &copies);

  if (version != VERSION ||
      !read_annotations (self, annotations, documents, g_variant_n_children (entities)) ||
      !read_entities (self, entities) ||
      !read_claims (self, claims) ||
      !read_statements (self, statements) ||
      !read_copies (self, copies))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * plx_analysis_to_bytes:
 * @self: an analysis
 *
 * Returns: (transfer full): what [func@Analysis.from_bytes] reads
 */
GBytes *
plx_analysis_to_bytes (PlxAnalysis *self)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (plx_analysis_to_variant (self));

  return g_variant_get_data_as_bytes (variant);
}

/**
 * plx_analysis_from_bytes:
 * @bytes: what [method@Analysis.to_bytes] wrote, perhaps damaged since
 * @documents: (element-type PlxDocument): the documents that it is about
 *
 * Returns: (transfer full) (nullable): the analysis, or `NULL` where @bytes hold none of these
 *   documents
 */
PlxAnalysis *
plx_analysis_from_bytes (GBytes    *bytes,
                         GPtrArray *documents)
{
  g_autoptr (GVariant) variant = NULL;

  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ANALYSIS_TYPE), bytes,
                                                          FALSE));

  return plx_analysis_from_variant (variant, documents);
}
