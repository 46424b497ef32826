/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

#define PLX_TYPE_ANALYSIS (plx_analysis_get_type ())

/* Stands for "no entity" and "no claim" in the tables below. */
#define PLX_NONE G_MAXUINT32

/**
 * PlxSentenceSpan:
 * @start: first byte in the document's text
 * @end: the byte after the last
 * @block: the block in which it stands, by its place in the document
 *
 * A sentence of a kept block.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 block;
} PlxSentenceSpan;

/**
 * PlxMentionSpan:
 * @start: first byte in the document's text
 * @end: the byte after the last
 * @sentence: the sentence in which it stands, by its place in the annotation
 * @entity: the entity that it names, by its place in the analysis, or `PLX_NONE`
 * @kind: what it names
 * @form: in which way it names it
 * @country: (nullable): the country that it belongs to, as a static ISO 3166-1 alpha-3 code
 * @by_user: whether the user has said something of it: that it is a name, or of what
 * @said_in: where @by_user is set, the narrowest scope of what was said
 * @named_in: where @by_user is set, the scope in which it was said what it names; @said_in where
 *   nobody said that
 * @said: what that is, by its place in the namings of the analysis from 1; of use while entities
 *   are resolved
 *
 * A stretch of a sentence that names an entity.
 */
typedef struct
{
  guint32     start;
  guint32     end;
  guint32     sentence;
  guint32     entity;
  PlxKind     kind;
  PlxForm     form;
  const char *country;
  gboolean    by_user;
  PlxScope    said_in;
  PlxScope    named_in;
  guint32     said;
} PlxMentionSpan;

/**
 * PlxAnnotation:
 * @document: the document
 * @sentences: (element-type PlxSentenceSpan): its sentences in order
 * @mentions: (element-type PlxMentionSpan): its mentions, in order of their start, none
 *   overlapping another
 *
 * What `language` found in one document. Only kept blocks have sentences.
 */
typedef struct
{
  PlxDocument *document;
  GArray      *sentences;
  GArray      *mentions;
} PlxAnnotation;

/**
 * PlxSentenceRef:
 * @article: an article of the analysis, by its place
 * @sentence: a sentence of it, by its place
 */
typedef struct
{
  guint32 article;
  guint32 sentence;
} PlxSentenceRef;

/**
 * PlxEntityRecord:
 * @name: what it is called: its fullest plain name, in the language of the articles
 * @names: every form in which it is named, most frequent first; ends with `NULL`
 * @kind: what it is
 * @country: (nullable): static ISO 3166-1 alpha-3 code of the country it is or belongs to
 * @country_from: the sentence that told @country; article is `PLX_NONE` where our own tables did
 * @n_mentions: how often it is named
 * @n_articles: in how many articles
 * @is_named_by_user: whether the user has said what it is called
 * @kind_by_user: whether the user has said what it is
 * @country_by_user: whether the user has said of which country it is, or of none
 */
typedef struct
{
  char           *name;
  char          **names;
  PlxKind         kind;
  const char     *country;
  PlxSentenceRef  country_from;
  guint           n_mentions;
  guint           n_articles;
  gboolean        is_named_by_user;
  gboolean        kind_by_user;
  gboolean        country_by_user;
} PlxEntityRecord;

/**
 * PlxDifferenceRecord:
 * @kind: what it is about
 * @rule: (nullable): static id of the rule that found it, see [func@difference_rule_words]
 * @about: in words: what differs, e.g. "when the treaty was signed" or "how many guests"
 * @refs: (element-type PlxSentenceRef): two or more sentences of the claim
 * @says: what each of @refs says; ends with `NULL`
 */
typedef struct
{
  PlxDifferenceKind   kind;
  const char         *rule;
  char               *about;
  GArray             *refs;
  char              **says;
} PlxDifferenceRecord;

/**
 * PlxClaimRecord:
 * @label: a few words that tell what it is about
 * @refs: (element-type PlxSentenceRef): its sentences, by article and place; one at least
 * @n_sources: how many articles report it
 * @n_independent: how many voices report it that do not depend on each other: articles that have
 *   it from one origin, or have copied it from each other, are one; 1 at least, @n_sources at most
 * @origins: whom its sentences take it from (may be empty); ends with `NULL`
 * @voices: (element-type guint32): for each of @origins what kind it is, a [enum@Voice]
 * @origin_of: (array): for each of @refs, an index into @origins, or `PLX_NONE`
 * @differences: (element-type PlxDifferenceRecord): what its sentences say differently
 */
typedef struct
{
  char       *label;
  GArray     *refs;
  guint       n_sources;
  guint       n_independent;
  char      **origins;
  GArray     *voices;    /* guint32 */
  GArray     *origin_of; /* guint32 */
  GPtrArray  *differences;
} PlxClaimRecord;

/**
 * PlxCopyRecord:
 * @article: an article, by its place
 * @start: first byte in its text of the words that stand in another one too
 * @end: the byte after the last
 * @other: that other article
 * @other_start: first byte of the same words there
 * @other_end: the byte after the last
 * @n_words: how many words they are
 * @is_later: whether @article is of a later day than @other; where their days do not tell, either
 *   may have it from the other
 *
 * A passage that stands word for word in two articles.
 */
typedef struct
{
  guint32  article;
  guint32  start;
  guint32  end;
  guint32  other;
  guint32  other_start;
  guint32  other_end;
  guint32  n_words;
  gboolean is_later;
} PlxCopyRecord;

/**
 * PlxStatementRecord:
 * @ref: the sentence
 * @country: (nullable): static ISO 3166-1 alpha-3 code, or `NULL` where it speaks of a number
 *   of countries
 * @relation: static id of the relation
 * @says: what it says
 * @count: the number of parties that it gives, where @says is `PLX_SAYS_COUNT`
 * @on: the day on which it is checked, or 0
 * @record: the status in the table on that day
 * @record_count: the number of parties in the table on that day, where @says is `PLX_SAYS_COUNT`
 * @verdict: how the two stand to each other
 */
typedef struct
{
  PlxSentenceRef  ref;
  const char     *country;
  const char     *relation;
  PlxSays         says;
  guint           count;
  PlxDay          on;
  PlxStatus       record;
  guint           record_count;
  PlxVerdict      verdict;
} PlxStatementRecord;

/**
 * PlxAnalysis:
 * @annotations: (element-type PlxAnnotation): the articles, in the order in which they were given
 * @entities: (element-type PlxEntityRecord): most mentioned first
 * @claims: (element-type PlxClaimRecord): those of most sources first
 * @statements: (element-type PlxStatementRecord): by article and place
 * @copies: (element-type PlxCopyRecord): by article and place
 *
 * All that is found in the articles of a story.
 *
 * Like a document, an analysis is filled by the one who makes it and never
 * changed afterwards: views, graph and sheet read it from any thread.
 */
typedef struct
{
  GPtrArray *annotations;
  GPtrArray *entities;
  GPtrArray *claims;
  GPtrArray *statements;
  GPtrArray *copies;
} PlxAnalysis;

PlxAnnotation       *plx_annotation_new    (PlxDocument *document);
PlxAnnotation       *plx_annotation_copy   (PlxAnnotation *self);
void                 plx_annotation_free   (PlxAnnotation *self);
guint                plx_annotation_first_mention (const PlxAnnotation *self,
                                                   guint32              byte);
PlxEntityRecord     *plx_entity_record_new (void);
void                 plx_entity_record_free (PlxEntityRecord *self);
PlxDifferenceRecord *plx_difference_record_new (PlxDifferenceKind  kind);
void                 plx_difference_record_free (PlxDifferenceRecord *self);
PlxClaimRecord      *plx_claim_record_new  (void);
void                 plx_claim_record_free (PlxClaimRecord *self);

GType                plx_analysis_get_type (void);
PlxAnalysis         *plx_analysis_new      (void);
PlxAnalysis         *plx_analysis_ref      (PlxAnalysis *self);
void                 plx_analysis_unref    (PlxAnalysis *self);

guint                     plx_analysis_get_n_articles (PlxAnalysis *self);
PlxAnnotation            *plx_analysis_get_annotation (PlxAnalysis *self,
                                                       guint        article);
PlxDocument              *plx_analysis_get_document   (PlxAnalysis *self,
                                                       guint        article);
PlxDay                    plx_analysis_get_day        (PlxAnalysis *self,
                                                       guint        article);
const PlxSentenceSpan    *plx_analysis_get_sentence   (PlxAnalysis    *self,
                                                       PlxSentenceRef  ref);
PlxPlace                  plx_analysis_get_place      (PlxAnalysis    *self,
                                                       PlxSentenceRef  ref,
                                                       guint          *paragraph);
char                     *plx_analysis_dup_text       (PlxAnalysis *self,
                                                       guint        article,
                                                       guint        start,
                                                       guint        end);
char                     *plx_analysis_dup_sentence   (PlxAnalysis    *self,
                                                       PlxSentenceRef  ref);
const PlxEntityRecord    *plx_analysis_get_entity     (PlxAnalysis *self,
                                                       guint        index);
const PlxClaimRecord     *plx_analysis_get_claim      (PlxAnalysis *self,
                                                       guint        index);
const PlxStatementRecord *plx_analysis_get_statement  (PlxAnalysis *self,
                                                       guint        index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnnotation, plx_annotation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEntityRecord, plx_entity_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDifferenceRecord, plx_difference_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClaimRecord, plx_claim_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnalysis, plx_analysis_unref)

G_END_DECLS
