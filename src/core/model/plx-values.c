/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-values"

#include "config.h"

#include "model/plx-values.h"

#include <stdio.h>

G_DEFINE_ENUM_TYPE (PlxRole, plx_role,
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_HEADLINE, "headline"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_STANDFIRST, "standfirst"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_AUTHOR, "author"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_BODY, "body"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_HEADING, "heading"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_LIST, "list"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_TABLE, "table"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_CAPTION, "caption"),
                    G_DEFINE_ENUM_VALUE (PLX_ROLE_CHROME, "chrome"))

G_DEFINE_ENUM_TYPE (PlxCutReason, plx_cut_reason,
                    G_DEFINE_ENUM_VALUE (PLX_CUT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_COMMENTS, "comments"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_DONATION, "donation"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_RELATED_LINK, "related-link"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_PROMO, "promo"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_NEWSLETTER, "newsletter"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_COOKIES, "cookies"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_ACCOUNT, "account"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_BREADCRUMB, "breadcrumb"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_NAVIGATION, "navigation"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_TEMPLATE, "template"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_CAPTION, "caption"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_ADVERTISEMENT, "advertisement"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_SHARE, "share"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_LEGAL, "legal"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_USER, "user"),
                    G_DEFINE_ENUM_VALUE (PLX_CUT_RULE, "rule"))

G_DEFINE_ENUM_TYPE (PlxDecider, plx_decider,
                    G_DEFINE_ENUM_VALUE (PLX_DECIDER_READER, "reader"),
                    G_DEFINE_ENUM_VALUE (PLX_DECIDER_USER, "user"),
                    G_DEFINE_ENUM_VALUE (PLX_DECIDER_RULE, "rule"))

G_DEFINE_ENUM_TYPE (PlxKind, plx_kind,
                    G_DEFINE_ENUM_VALUE (PLX_KIND_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (PLX_KIND_ORGANIZATION, "organization"),
                    G_DEFINE_ENUM_VALUE (PLX_KIND_COUNTRY, "country"),
                    G_DEFINE_ENUM_VALUE (PLX_KIND_PLACE, "place"),
                    G_DEFINE_ENUM_VALUE (PLX_KIND_EVENT, "event"),
                    G_DEFINE_ENUM_VALUE (PLX_KIND_LAW, "law"),
                    G_DEFINE_ENUM_VALUE (PLX_KIND_OTHER, "other"))

G_DEFINE_ENUM_TYPE (PlxForm, plx_form,
                    G_DEFINE_ENUM_VALUE (PLX_FORM_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (PLX_FORM_DEMONYM, "demonym"),
                    G_DEFINE_ENUM_VALUE (PLX_FORM_METONYM, "metonym"),
                    G_DEFINE_ENUM_VALUE (PLX_FORM_TITLE, "title"))

G_DEFINE_ENUM_TYPE (PlxDifferenceKind, plx_difference_kind,
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_PLACE, "place"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_WORDING, "wording"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_ATTRIBUTION, "attribution"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_CERTAINTY, "certainty"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_NEGATION, "negation"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_ACTOR, "actor"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_QUOTATION, "quotation"),
                    G_DEFINE_ENUM_VALUE (PLX_DIFFERENCE_ORDER, "order"))

G_DEFINE_ENUM_TYPE (PlxVoice, plx_voice,
                    G_DEFINE_ENUM_VALUE (PLX_VOICE_OUTLET, "outlet"),
                    G_DEFINE_ENUM_VALUE (PLX_VOICE_BODY, "body"),
                    G_DEFINE_ENUM_VALUE (PLX_VOICE_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (PLX_VOICE_DOCUMENT, "document"),
                    G_DEFINE_ENUM_VALUE (PLX_VOICE_UNNAMED, "unnamed"))

G_DEFINE_ENUM_TYPE (PlxPlace, plx_place,
                    G_DEFINE_ENUM_VALUE (PLX_PLACE_HEADLINE, "headline"),
                    G_DEFINE_ENUM_VALUE (PLX_PLACE_STANDFIRST, "standfirst"),
                    G_DEFINE_ENUM_VALUE (PLX_PLACE_LEAD, "lead"),
                    G_DEFINE_ENUM_VALUE (PLX_PLACE_PARAGRAPH, "paragraph"))

G_DEFINE_ENUM_TYPE (PlxStatus, plx_status,
                    G_DEFINE_ENUM_VALUE (PLX_STATUS_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (PLX_STATUS_PARTY, "state-party"),
                    G_DEFINE_ENUM_VALUE (PLX_STATUS_SIGNATORY, "signatory"),
                    G_DEFINE_ENUM_VALUE (PLX_STATUS_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (PLX_STATUS_NON_PARTY, "non-party"),
                    G_DEFINE_ENUM_VALUE (PLX_STATUS_ACCEPTED, "accepted-jurisdiction"))

G_DEFINE_ENUM_TYPE (PlxSays, plx_says,
                    G_DEFINE_ENUM_VALUE (PLX_SAYS_MEMBER, "member"),
                    G_DEFINE_ENUM_VALUE (PLX_SAYS_NON_MEMBER, "non-member"),
                    G_DEFINE_ENUM_VALUE (PLX_SAYS_SIGNATORY, "signatory"),
                    G_DEFINE_ENUM_VALUE (PLX_SAYS_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (PLX_SAYS_COUNT, "count"),
                    G_DEFINE_ENUM_VALUE (PLX_SAYS_SUSPENDED, "suspended"))

G_DEFINE_ENUM_TYPE (PlxVerdict, plx_verdict,
                    G_DEFINE_ENUM_VALUE (PLX_VERDICT_AGREES, "agrees"),
                    G_DEFINE_ENUM_VALUE (PLX_VERDICT_CONTRADICTS, "contradicts"),
                    G_DEFINE_ENUM_VALUE (PLX_VERDICT_UNKNOWN, "unknown"))

G_DEFINE_ENUM_TYPE (PlxField, plx_field,
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_HEADLINE, "headline"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_STANDFIRST, "standfirst"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_AUTHOR, "author"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_OUTLET, "outlet"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_PUBLISHED, "published"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_LANGUAGE, "language"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_ADDRESS, "address"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_SECTION, "section"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_AGENCY, "agency"),
                    G_DEFINE_ENUM_VALUE (PLX_FIELD_DATELINE, "dateline"))

G_DEFINE_ENUM_TYPE (PlxScope, plx_scope,
  G_DEFINE_ENUM_VALUE (PLX_SCOPE_MENTION, "mention"),
  G_DEFINE_ENUM_VALUE (PLX_SCOPE_ARTICLE, "article"),
  G_DEFINE_ENUM_VALUE (PLX_SCOPE_STORY, "story"),
  G_DEFINE_ENUM_VALUE (PLX_SCOPE_LIBRARY, "library"))

G_DEFINE_ENUM_TYPE (PlxCorrectionKind, plx_correction_kind,
                    G_DEFINE_ENUM_VALUE (PLX_CORRECTION_TOGETHER, "together"),
                    G_DEFINE_ENUM_VALUE (PLX_CORRECTION_APART, "apart"),
                    G_DEFINE_ENUM_VALUE (PLX_CORRECTION_DISMISS, "dismiss"))

/**
 * plx_enum_to_nick:
 * @type: one of the enumerations of the model
 * @value: a value of it
 *
 * Gives the word that stands for a value in JSON, in the library and on the
 * command line. It is never translated.
 *
 * Returns: a static string
 */
const char *
plx_enum_to_nick (GType type,
                  int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *entry = g_enum_get_value (klass, value);

  g_return_val_if_fail (entry != NULL, "");

  return entry->value_nick;
}

/**
 * plx_enum_from_nick:
 * @type: one of the enumerations of the model
 * @nick: a word
 * @value: (out): the value that the word stands for
 *
 * Returns: whether the word stands for a value of the enumeration
 */
gboolean
plx_enum_from_nick (GType       type,
                    const char *nick,
                    int        *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *entry = g_enum_get_value_by_nick (klass, nick);

  if (entry == NULL)
    return FALSE;

  *value = entry->value;

  return TRUE;
}

/**
 * plx_day_parse:
 * @iso8601: (nullable): a day, or a day and a time, as ISO 8601 writes it
 *
 * The day is the one written: a zone does not move it, since readers know an
 * article by the date printed on it.
 *
 * Returns: the day, or 0 where there is none
 */
PlxDay
plx_day_parse (const char *iso8601)
{
  guint year = 0, month = 0, day = 0;
  GDate date;

  if (iso8601 == NULL || sscanf (iso8601, "%4u-%2u-%2u", &year, &month, &day) != 3)
    return 0;

  if (!g_date_valid_dmy (day, month, year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

/**
 * plx_day_format:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): the day as `YYYY-MM-DD`, or `NULL` for no day
 */
char *
plx_day_format (PlxDay day)
{
  GDate date;

  if (!g_date_valid_julian (day))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}
