/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-labels"

#include "config.h"

#include "window/plx-labels.h"

#include <glib/gi18n.h>

/* The words for the values of the model. The model itself has only their nicks, which are
 * for programs; what people read is decided here, once for all views. */

const char *
plx_label_kind (PlxKind kind)
{
  switch (kind)
    {
    case PLX_KIND_PERSON:
      return _("Person");

    case PLX_KIND_ORGANIZATION:
      return _("Organization");

    case PLX_KIND_COUNTRY:
      return _("Country");

    case PLX_KIND_PLACE:
      return _("Place");

    case PLX_KIND_EVENT:
      return _("Event");

    case PLX_KIND_LAW:
      return _("Law");

    case PLX_KIND_OTHER:
    default:
      return _("Name");
    }
}

const char *
plx_label_kinds (PlxKind kind)
{
  switch (kind)
    {
    case PLX_KIND_PERSON:
      return _("People");

    case PLX_KIND_ORGANIZATION:
      return _("Organizations");

    case PLX_KIND_COUNTRY:
      return _("Countries");

    case PLX_KIND_PLACE:
      return _("Places");

    case PLX_KIND_EVENT:
      return _("Events");

    case PLX_KIND_LAW:
      return _("Laws");

    case PLX_KIND_OTHER:
    default:
      return _("Other Names");
    }
}

/**
 * plx_label_form:
 * @form: in which way words name something
 *
 * Returns: (transfer none) (nullable): what is peculiar about it; nothing about a name
 */
const char *
plx_label_form (PlxForm form)
{
  switch (form)
    {
    case PLX_FORM_DEMONYM:
      return _("Word for its people");

    case PLX_FORM_METONYM:
      return _("Stands for its government");

    case PLX_FORM_TITLE:
      return _("Title that stands for its holder");

    case PLX_FORM_NAME:
    default:
      return NULL;
    }
}

const char *
plx_label_reason (PlxCutReason reason)
{
  switch (reason)
    {
    case PLX_CUT_COMMENTS:
      return _("Reader comments");

    case PLX_CUT_DONATION:
      return _("Donation appeal");

    case PLX_CUT_RELATED_LINK:
      return _("Links to other articles");

    case PLX_CUT_PROMO:
      return _("Promotion");

    case PLX_CUT_NEWSLETTER:
      return _("Newsletter");

    case PLX_CUT_COOKIES:
      return _("Cookie notice");

    case PLX_CUT_ACCOUNT:
      return _("Account and sign-in");

    case PLX_CUT_BREADCRUMB:
      return _("Path of sections");

    case PLX_CUT_NAVIGATION:
      return _("Navigation");

    case PLX_CUT_TEMPLATE:
      return _("Furniture of the page");

    case PLX_CUT_CAPTION:
      return _("Caption");

    case PLX_CUT_ADVERTISEMENT:
      return _("Advertisement");

    case PLX_CUT_SHARE:
      return _("Share buttons");

    case PLX_CUT_LEGAL:
      return _("Legal notice");

    case PLX_CUT_USER:
      return _("Cut by you");

    case PLX_CUT_RULE:
      return _("Cut by your rule");

    case PLX_CUT_NONE:
    default:
      return _("Cut");
    }
}

const char *
plx_label_field (PlxField field)
{
  switch (field)
    {
    case PLX_FIELD_HEADLINE:
      return _("Headline");

    case PLX_FIELD_STANDFIRST:
      return _("Standfirst");

    case PLX_FIELD_AUTHOR:
      return _("Author");

    case PLX_FIELD_OUTLET:
      return _("Outlet");

    case PLX_FIELD_PUBLISHED:
      return _("Published");

    case PLX_FIELD_LANGUAGE:
      return _("Language");

    case PLX_FIELD_SECTION:
      return _("Section");

    case PLX_FIELD_AGENCY:
      return _("Agency");

    case PLX_FIELD_DATELINE:
      return _("Dateline");

    case PLX_FIELD_ADDRESS:
    default:
      return _("Address");
    }
}

const char *
plx_label_difference (PlxDifferenceKind kind)
{
  switch (kind)
    {
    case PLX_DIFFERENCE_NUMBER:
      return _("Number");

    case PLX_DIFFERENCE_DATE:
      return _("Date");

    case PLX_DIFFERENCE_NAME:
      return _("Name");

    case PLX_DIFFERENCE_PLACE:
      return _("Place");

    case PLX_DIFFERENCE_ATTRIBUTION:
      return _("Attribution");

    case PLX_DIFFERENCE_CERTAINTY:
      return _("Certainty");

    case PLX_DIFFERENCE_NEGATION:
      return _("Negation");

    case PLX_DIFFERENCE_ACTOR:
      /* Translators: a kind of difference: who has done it */
      return _("Who Acted");

    case PLX_DIFFERENCE_QUOTATION:
      return _("Quotation");

    case PLX_DIFFERENCE_ORDER:
      /* Translators: a kind of difference: what came first */
      return _("Order in Time");

    case PLX_DIFFERENCE_WORDING:
    default:
      return _("Wording");
    }
}

const char *
plx_label_verdict (PlxVerdict verdict)
{
  switch (verdict)
    {
    case PLX_VERDICT_AGREES:
      return _("Agrees with the record");

    case PLX_VERDICT_CONTRADICTS:
      return _("Contradicts the record");

    case PLX_VERDICT_UNKNOWN:
    default:
      return _("The record does not say");
    }
}

/**
 * plx_label_status:
 * @status: how a country stands
 * @is_treaty: whether it stands so to a treaty, which it may sign and be party to, and not to a
 *   bloc, of which it may be a member
 *
 * Returns: (transfer none): the status in words
 */
const char *
plx_label_status (PlxStatus status,
                  gboolean  is_treaty)
{
  switch (status)
    {
    case PLX_STATUS_PARTY:
      return is_treaty ? _("Party") : _("Member");

    case PLX_STATUS_SIGNATORY:
      return _("Signed, not ratified");

    case PLX_STATUS_WITHDRAWN:
      return _("Withdrawn");

    case PLX_STATUS_NON_PARTY:
      return is_treaty ? _("Not a party") : _("Not a member");

    case PLX_STATUS_ACCEPTED:
      return _("Accepted jurisdiction");

    case PLX_STATUS_UNKNOWN:
    default:
      return _("Not known");
    }
}

/**
 * plx_label_status_brief:
 * @status: how a country stands
 * @is_treaty: see [func@label_status]
 *
 * Returns: (transfer none): the status in as few words as a column has room for
 */
const char *
plx_label_status_brief (PlxStatus status,
                        gboolean  is_treaty)
{
  if (status == PLX_STATUS_SIGNATORY)
    /* Translators: in a column: a country has signed a treaty and not ratified it */
    return _("Signed only");

  if (status == PLX_STATUS_ACCEPTED)
    /* Translators: in a column: a country has accepted the jurisdiction of a court */
    return _("Accepted");

  return plx_label_status (status, is_treaty);
}

/**
 * plx_label_capitalize:
 * @text: words as they stand in the middle of a sentence
 *
 * Returns: (transfer full): the words as they begin one
 */
char *
plx_label_capitalize (const char *text)
{
  char first[7] = { 0 };

  if (*text == '\0')
    return g_strdup ("");

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/**
 * plx_label_day:
 * @day: a day, or 0
 *
 * Returns: (transfer full): the day as people write it, or an empty string
 */
char *
plx_label_day (PlxDay day)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  if (day == 0)
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);

  /* Translators: a day such as “3 May 2023” */
  return g_date_time_format (time, _("%-d %B %Y"));
}

static char *
label_month (PlxDay      day,
             const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), 1, 0, 0, 0);

  return g_date_time_format (time, format);
}

/**
 * plx_label_days:
 * @first: the first day, or 0
 * @last: the last day, or 0
 *
 * Tells roughly from when the articles of a story are.
 *
 * Returns: (transfer full): “Jun 2015”, “Aug–Sep 2023”, or an empty string
 */
char *
plx_label_days (PlxDay first,
                PlxDay last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GDate a, b;

  if (first == 0 || last == 0)
    return g_strdup ("");

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_julian (&a, first);
  g_date_set_julian (&b, last);

  /* Translators: a month such as “Jun 2015” */
  to = label_month (last, _("%b %Y"));
  if (g_date_get_year (&a) == g_date_get_year (&b))
    {
      if (g_date_get_month (&a) == g_date_get_month (&b))
        return g_steal_pointer (&to);

      /* Translators: the first month of two in one year, such as “Aug” in “Aug–Sep 2023” */
      from = label_month (first, _("%b"));
    }
  else
    {
      from = label_month (first, _("%b %Y"));
    }

  /* Translators: from a month to another, such as “Aug–Sep 2023” */
  return g_strdup_printf (_("%s–%s"), from, to);
}

static gboolean
is_from_right (gunichar letter)
{
  GUnicodeScript script = g_unichar_get_script (letter);

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
         script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
         script == G_UNICODE_SCRIPT_NKO;
}

/**
 * plx_label_direction:
 * @text: text of an article
 *
 * Returns: how it runs, by its first letter; none where it has no letter
 */
GtkTextDirection
plx_label_direction (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0' ? GTK_TEXT_DIR_NONE
         : is_from_right (g_utf8_get_char (text)) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

/**
 * plx_label_isolate:
 * @text: a name, to be put into a sentence of the window
 *
 * Returns: (transfer full): the name; where it runs against the window, with the marks that keep
 *   the sentence around it in its order
 */
char *
plx_label_isolate (const char *text)
{
  GtkTextDirection direction = plx_label_direction (text);

  if (direction == GTK_TEXT_DIR_NONE || direction == gtk_widget_get_default_direction ())
    return g_strdup (text);

  return g_strconcat ("\u2068", text, "\u2069", NULL);
}

/**
 * plx_label_follow:
 * @label: a label that shows text of an article
 * @text: that text
 *
 * Lets the label run as its text does: an English paragraph keeps its left edge in a window that
 * runs from right to left.
 */
void
plx_label_follow (GtkLabel   *label,
                  const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_direction (GTK_WIDGET (label), plx_label_direction (text));
}
