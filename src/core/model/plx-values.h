/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlxRole:
 * @PLX_ROLE_HEADLINE: the article's headline
 * @PLX_ROLE_STANDFIRST: the sentence or two under the headline
 * @PLX_ROLE_AUTHOR: the byline
 * @PLX_ROLE_DATE: the date line
 * @PLX_ROLE_BODY: a paragraph of the article
 * @PLX_ROLE_HEADING: a heading between paragraphs
 * @PLX_ROLE_QUOTE: a quotation set off as a block
 * @PLX_ROLE_LIST: an item of a list
 * @PLX_ROLE_TABLE: a row of a table
 * @PLX_ROLE_CAPTION: a caption, which is cut
 * @PLX_ROLE_CHROME: part of the page and not of the article, which is cut
 *
 * What a block of a page is.
 */
typedef enum
{
  PLX_ROLE_HEADLINE,
  PLX_ROLE_STANDFIRST,
  PLX_ROLE_AUTHOR,
  PLX_ROLE_DATE,
  PLX_ROLE_BODY,
  PLX_ROLE_HEADING,
  PLX_ROLE_QUOTE,
  PLX_ROLE_LIST,
  PLX_ROLE_TABLE,
  PLX_ROLE_CAPTION,
  PLX_ROLE_CHROME,
} PlxRole;

/**
 * PlxCutReason:
 * @PLX_CUT_NONE: not cut
 * @PLX_CUT_USER: cut by the user
 * @PLX_CUT_RULE: cut by a rule that the user had remembered
 *
 * Why a block was cut. The other values name the kind of page chrome.
 */
typedef enum
{
  PLX_CUT_NONE,
  PLX_CUT_COMMENTS,
  PLX_CUT_DONATION,
  PLX_CUT_RELATED_LINK,
  PLX_CUT_PROMO,
  PLX_CUT_NEWSLETTER,
  PLX_CUT_COOKIES,
  PLX_CUT_ACCOUNT,
  PLX_CUT_BREADCRUMB,
  PLX_CUT_NAVIGATION,
  PLX_CUT_TEMPLATE,
  PLX_CUT_CAPTION,
  PLX_CUT_ADVERTISEMENT,
  PLX_CUT_SHARE,
  PLX_CUT_LEGAL,
  PLX_CUT_USER,
  PLX_CUT_RULE,
} PlxCutReason;

/**
 * PlxDecider:
 * @PLX_DECIDER_READER: what was found when the page was read
 * @PLX_DECIDER_USER: the user, by hand
 * @PLX_DECIDER_RULE: a rule that the user had remembered
 *
 * Who decided whether a block belongs to the article.
 */
typedef enum
{
  PLX_DECIDER_READER,
  PLX_DECIDER_USER,
  PLX_DECIDER_RULE,
} PlxDecider;

/**
 * PlxKind:
 *
 * What an entity is.
 */
typedef enum
{
  PLX_KIND_PERSON,
  PLX_KIND_ORGANIZATION,
  PLX_KIND_COUNTRY,
  PLX_KIND_PLACE,
  PLX_KIND_EVENT,
  PLX_KIND_LAW,
  PLX_KIND_OTHER,
} PlxKind;

/**
 * PlxForm:
 * @PLX_FORM_NAME: a name
 * @PLX_FORM_DEMONYM: a word such as “Chinese”, which speaks of the country
 * @PLX_FORM_METONYM: a name such as “the Kremlin” or “Moscow” that stands for a government
 * @PLX_FORM_TITLE: a title that stands for its holder, such as “Prime Minister”
 *
 * In which way a mention names its entity.
 */
typedef enum
{
  PLX_FORM_NAME,
  PLX_FORM_DEMONYM,
  PLX_FORM_METONYM,
  PLX_FORM_TITLE,
} PlxForm;

/**
 * PlxDifferenceKind:
 * @PLX_DIFFERENCE_NUMBER: how many, how much
 * @PLX_DIFFERENCE_DATE: when
 * @PLX_DIFFERENCE_NAME: who or what it is called
 * @PLX_DIFFERENCE_PLACE: where
 * @PLX_DIFFERENCE_WORDING: other words for the same thing
 * @PLX_DIFFERENCE_ATTRIBUTION: who says so
 * @PLX_DIFFERENCE_CERTAINTY: how sure it is
 * @PLX_DIFFERENCE_NEGATION: whether it is so at all
 * @PLX_DIFFERENCE_ACTOR: who did it to whom
 * @PLX_DIFFERENCE_QUOTATION: which words somebody has used
 * @PLX_DIFFERENCE_ORDER: what came first
 *
 * What it is that two sentences of one claim say differently.
 */
typedef enum
{
  PLX_DIFFERENCE_NUMBER,
  PLX_DIFFERENCE_DATE,
  PLX_DIFFERENCE_NAME,
  PLX_DIFFERENCE_PLACE,
  PLX_DIFFERENCE_WORDING,
  PLX_DIFFERENCE_ATTRIBUTION,
  PLX_DIFFERENCE_CERTAINTY,
  PLX_DIFFERENCE_NEGATION,
  PLX_DIFFERENCE_ACTOR,
  PLX_DIFFERENCE_QUOTATION,
  PLX_DIFFERENCE_ORDER,
} PlxDifferenceKind;

/**
 * PlxVoice:
 * @PLX_VOICE_OUTLET: a news agency, a newspaper, a station: somebody who reports
 * @PLX_VOICE_BODY: a government, a company, a court, speaking for itself
 * @PLX_VOICE_PERSON: a person with a name, on the record
 * @PLX_VOICE_DOCUMENT: a statement, a report, a filing
 * @PLX_VOICE_UNNAMED: people whose names are kept back
 *
 * What kind of origin a sentence has its report from.
 */
typedef enum
{
  PLX_VOICE_OUTLET,
  PLX_VOICE_BODY,
  PLX_VOICE_PERSON,
  PLX_VOICE_DOCUMENT,
  PLX_VOICE_UNNAMED,
} PlxVoice;

/**
 * PlxPlace:
 * @PLX_PLACE_HEADLINE: in the headline
 * @PLX_PLACE_STANDFIRST: in the sentence or two under it
 * @PLX_PLACE_LEAD: in the first paragraph of the body
 * @PLX_PLACE_PARAGRAPH: in a later one
 *
 * How far up in its article a sentence stands.
 */
typedef enum
{
  PLX_PLACE_HEADLINE,
  PLX_PLACE_STANDFIRST,
  PLX_PLACE_LEAD,
  PLX_PLACE_PARAGRAPH,
} PlxPlace;

/**
 * PlxStatus:
 * @PLX_STATUS_UNKNOWN: the table does not say
 * @PLX_STATUS_PARTY: a party to the treaty, or a member of the bloc
 * @PLX_STATUS_SIGNATORY: has signed and not ratified
 * @PLX_STATUS_WITHDRAWN: was a party and has left
 * @PLX_STATUS_NON_PARTY: neither
 * @PLX_STATUS_ACCEPTED: not bound by the treaty, but has accepted the jurisdiction of its court
 *
 * How a country stands in a relation on a day.
 */
typedef enum
{
  PLX_STATUS_UNKNOWN,
  PLX_STATUS_PARTY,
  PLX_STATUS_SIGNATORY,
  PLX_STATUS_WITHDRAWN,
  PLX_STATUS_NON_PARTY,
  PLX_STATUS_ACCEPTED,
} PlxStatus;

#define PLX_N_STATUSES (PLX_STATUS_ACCEPTED + 1)

/**
 * PlxSays:
 * @PLX_SAYS_COUNT: how many parties there are
 * @PLX_SAYS_SUSPENDED: it is one, but for now has no part in it
 *
 * What a statement says of a country in a relation.
 */
typedef enum
{
  PLX_SAYS_MEMBER,
  PLX_SAYS_NON_MEMBER,
  PLX_SAYS_SIGNATORY,
  PLX_SAYS_WITHDRAWN,
  PLX_SAYS_COUNT,
  PLX_SAYS_SUSPENDED,
} PlxSays;

/**
 * PlxVerdict:
 *
 * How a statement stands to the record on its day.
 */
typedef enum
{
  PLX_VERDICT_AGREES,
  PLX_VERDICT_CONTRADICTS,
  PLX_VERDICT_UNKNOWN,
} PlxVerdict;

/**
 * PlxField:
 * @PLX_FIELD_HEADLINE: the headline
 * @PLX_FIELD_STANDFIRST: the sentence or two under the headline
 * @PLX_FIELD_AUTHOR: who wrote it, several names with commas between them
 * @PLX_FIELD_OUTLET: who published it
 * @PLX_FIELD_PUBLISHED: when it was published, in ISO 8601
 * @PLX_FIELD_LANGUAGE: its language, in BCP 47
 * @PLX_FIELD_ADDRESS: where it is on the web
 * @PLX_FIELD_SECTION: the part of the outlet in which it stands: “World”, “Politics”
 * @PLX_FIELD_AGENCY: the news agencies that it credits, with commas between them
 * @PLX_FIELD_DATELINE: the place, and the day where it tells one, from which it is written:
 *   “PRETORIA, June 14”
 *
 * The metadata of an article.
 */
typedef enum
{
  PLX_FIELD_HEADLINE,
  PLX_FIELD_STANDFIRST,
  PLX_FIELD_AUTHOR,
  PLX_FIELD_OUTLET,
  PLX_FIELD_PUBLISHED,
  PLX_FIELD_LANGUAGE,
  PLX_FIELD_ADDRESS,
  PLX_FIELD_SECTION,
  PLX_FIELD_AGENCY,
  PLX_FIELD_DATELINE,
} PlxField;

#define PLX_N_FIELDS (PLX_FIELD_DATELINE + 1)

/**
 * PlxScope:
 * @PLX_SCOPE_MENTION: one stretch of one article
 * @PLX_SCOPE_ARTICLE: one article
 * @PLX_SCOPE_STORY: the articles of one story
 * @PLX_SCOPE_LIBRARY: all articles, those to come too
 *
 * How far a naming reaches. Where several speak of one mention, the narrowest decides, and among
 * equals the newest.
 */
typedef enum
{
  PLX_SCOPE_MENTION,
  PLX_SCOPE_ARTICLE,
  PLX_SCOPE_STORY,
  PLX_SCOPE_LIBRARY,
} PlxScope;

/**
 * PlxCorrectionKind:
 * @PLX_CORRECTION_TOGETHER: its sentences report the same: they are one claim
 * @PLX_CORRECTION_APART: the sentences of one side report something else than those of the other
 * @PLX_CORRECTION_DISMISS: a difference between its sentences is none
 *
 * What the user has said of the claims of a story.
 */
typedef enum
{
  PLX_CORRECTION_TOGETHER,
  PLX_CORRECTION_APART,
  PLX_CORRECTION_DISMISS,
} PlxCorrectionKind;

/**
 * PlxDay:
 *
 * A calendar day as a Julian day number in the sense of [struct@GLib.Date]; 0 is no day.
 */
typedef guint32 PlxDay;

#define PLX_TYPE_ROLE (plx_role_get_type ())
#define PLX_TYPE_CUT_REASON (plx_cut_reason_get_type ())
#define PLX_TYPE_DECIDER (plx_decider_get_type ())
#define PLX_TYPE_KIND (plx_kind_get_type ())
#define PLX_TYPE_FORM (plx_form_get_type ())
#define PLX_TYPE_DIFFERENCE_KIND (plx_difference_kind_get_type ())
#define PLX_TYPE_VOICE (plx_voice_get_type ())
#define PLX_TYPE_PLACE (plx_place_get_type ())
#define PLX_TYPE_STATUS (plx_status_get_type ())
#define PLX_TYPE_SAYS (plx_says_get_type ())
#define PLX_TYPE_VERDICT (plx_verdict_get_type ())
#define PLX_TYPE_FIELD (plx_field_get_type ())
#define PLX_TYPE_SCOPE (plx_scope_get_type ())
#define PLX_TYPE_CORRECTION_KIND (plx_correction_kind_get_type ())

GType plx_role_get_type            (void);
GType plx_cut_reason_get_type      (void);
GType plx_decider_get_type         (void);
GType plx_kind_get_type            (void);
GType plx_form_get_type            (void);
GType plx_difference_kind_get_type (void);
GType plx_voice_get_type           (void);
GType plx_place_get_type           (void);
GType plx_status_get_type          (void);
GType plx_says_get_type            (void);
GType plx_verdict_get_type         (void);
GType plx_field_get_type           (void);
GType plx_scope_get_type           (void);
GType plx_correction_kind_get_type (void);

const char *plx_enum_to_nick   (GType       type,
                                int         value);
gboolean    plx_enum_from_nick (GType       type,
                                const char *nick,
                                int        *value);

PlxDay      plx_day_parse      (const char *iso8601);
char       *plx_day_format     (PlxDay      day);

G_END_DECLS
