/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mail-fields"

#include "config.h"

#include "reading/mail/plx-mail-fields.h"

#include <string.h>

#include "reading/article/plx-draft.h"
#include "reading/article/plx-head.h"
#include "reading/mail/plx-mail.h"
#include "reading/article/plx-outlets.h"
#include "reading/plx-part.h"

/* A subject of fewer words, such as “FYI” or “Article”, is no headline if there is another. */
#define SUBJECT_WORDS 3

/**
 * plx_mail_fields_is_forward:
 * @message: a mail
 *
 * Returns: whether its subject says that it passes on another
 */
gboolean
plx_mail_fields_is_forward (GMimeMessage *message)
{
  g_autofree char *subject = plx_mail_dup_header (GMIME_OBJECT (message), "Subject");
  g_autofree char *stripped = NULL;
  gboolean forward = FALSE;

  if (subject != NULL)
    stripped = plx_mail_strip_subject (subject, &forward);

  return forward;
}

/* “<https://…>” → “https://…”, where it is an address of the Web */
static char *
dup_web_address (const char *value)
{
  const char *start = value != NULL ? strstr (value, "http") : NULL;
  gsize length = start != NULL ? strcspn (start, "> \t,") : 0;

  if (start == NULL || (!g_str_has_prefix (start, "http://") &&
                        !g_str_has_prefix (start, "https://")))
    return NULL;

  return g_strndup (start, length);
}

/**
 * plx_mail_fields_dup_address:
 * @message: a mail
 *
 * Returns: (transfer full) (nullable): where the mail is on the Web
 */
char *
plx_mail_fields_dup_address (GMimeMessage *message)
{
  g_autofree char *archived = plx_mail_dup_header (GMIME_OBJECT (message), "Archived-At");
  g_autofree char *list = plx_mail_dup_header (GMIME_OBJECT (message), "List-Post");
  char *address = dup_web_address (archived);

  return address != NULL ? address : dup_web_address (list);
}

static guint
count_words (const char *text)
{
  PlxShape shape;

  plx_shape_measure (&shape, text);

  return shape.n_words;
}

static gboolean
is_bulk (GMimeMessage *message)
{
  static const char *const fields[] = { "List-Unsubscribe", "List-Id", "List-Post", "Feedback-ID" };
  g_autofree char *precedence = plx_mail_dup_header (GMIME_OBJECT (message), "Precedence");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_mime_object_get_header (GMIME_OBJECT (message), fields[i]) != NULL)
      return TRUE;

  return precedence != NULL && g_ascii_strcasecmp (precedence, "bulk") == 0;
}

/* “[friends-of-goats] Goats at sea”: lists put their name before each subject. */
static char *
strip_list (char *subject)
{
  g_autofree char *whole = subject;
  const char *end = *whole == '[' ? strchr (whole, ']') : NULL;
  gboolean forward;

  if (end == NULL || end[1] == '\0')
    return g_steal_pointer (&whole);

  return plx_mail_strip_subject (end + 1 + strspn (end + 1, " "), &forward);
}

static void
set_headline (PlxDocument  *document,
              GMimeMessage *message,
              PlxMailText  *text)
{
  g_autofree char *raw = plx_mail_dup_header (GMIME_OBJECT (message), "Subject");
  const char *before = document->fields[PLX_FIELD_HEADLINE];
  const char *subject = text->is_forward && text->forwarded.subject != NULL
                            ? text->forwarded.subject
                            : raw;
  const char *found = subject == raw ? "mail: Subject" : "mail: forwarded Subject";
  g_autofree char *stripped = NULL;
  gboolean forward;

  if (subject == NULL)
    return;

  stripped = plx_mail_strip_subject (subject, &forward);
  if (is_bulk (message))
    stripped = strip_list (g_steal_pointer (&stripped));

  if (before != NULL && count_words (before) < SUBJECT_WORDS + 1)
    plx_document_set_field (document, PLX_FIELD_HEADLINE, NULL, NULL);
  else if (before != NULL && (count_words (stripped) < SUBJECT_WORDS ||
                              strstr (stripped, before) != NULL))
    return;

  plx_part_prefer (document, PLX_FIELD_HEADLINE, stripped, found);
}

/* Names of mailboxes that belong to a desk and not to a person. */
static gboolean
is_desk (const char *mailbox)
{
  static const char *const desks[] = { "news", "info", "no-reply", "noreply", "no_reply", "hello",
                                       "alert", "editor", "contact", "press", "redaktion",
                                       "redaction", "redaccion", "redazione", "redactie",
                                       "briefing",
                                       "donotreply", "do-not-reply", "daily", "digest", "desk",
                                       "mail@", "team@", "office@" };

  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    if (g_ascii_strncasecmp (mailbox, desks[i], strlen (desks[i])) == 0)
      return TRUE;

  return FALSE;
}

static const char *
find_outlet_of_mailbox (const char *mailbox)
{
  const char *host = mailbox != NULL ? strrchr (mailbox, '@') : NULL;
  g_autofree char *address = NULL;

  if (host == NULL)
    return NULL;
  address = g_strdup_printf ("https://%s/", host + 1);

  return plx_outlets_find_by_address (address);
}

/* “Jane Doe from The Ledger”, “Jane Doe | The Ledger”: a person and where they write. */
static gboolean
split_sender (const char  *name,
              char       **person,
              char       **outlet)
{
  static const char *const between[] = { " from ", " at ", " | ", " via ", " @ ", " de ", " – ",
                                         " - ", ", ", " von " };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *at = strstr (name, between[i]);
      g_autofree char *first = at != NULL ? g_strndup (name, at - name) : NULL;

      if (at == NULL || !plx_head_is_name (first) ||
          (i >= 5 && plx_outlets_find_by_name (at + strlen (between[i])) == NULL))
        continue;

      *person = g_steal_pointer (&first);
      *outlet = g_strdup (at + strlen (between[i]));
      return TRUE;
    }

  return FALSE;
}

static void
take_sender (PlxDocument *document,
             const char  *name,
             const char  *mailbox,
             gboolean     bulk,
             const char  *found)
{
  const char *known = name != NULL ? plx_outlets_find_by_name (name) : NULL;
  g_autofree char *person = NULL;
  g_autofree char *outlet = NULL;

  if (known == NULL)
    known = find_outlet_of_mailbox (mailbox);
  if (name == NULL || *name == '\0')
    {
      plx_part_prefer (document, PLX_FIELD_OUTLET, known, found);
      return;
    }

  if (split_sender (name, &person, &outlet))
    bulk = TRUE;
  else if (bulk || (mailbox != NULL && is_desk (mailbox)) || !plx_head_is_name (name) ||
           plx_outlets_find_by_name (name) != NULL)
    outlet = g_strdup (name);
  else
    person = g_strdup (name);

  /* A byline in the text is nearer to the article than who sent it. */
  if (person != NULL && document->fields[PLX_FIELD_AUTHOR] == NULL)
    plx_document_set_field (document, PLX_FIELD_AUTHOR, person, found);
  if (known != NULL)
    plx_part_prefer (document, PLX_FIELD_OUTLET, known, found);
  else if (outlet != NULL && strchr (outlet, '@') == NULL)
    plx_part_prefer (document, PLX_FIELD_OUTLET, outlet, found);
}

/* The sender as a forwarded head gives it: “Jane Doe <jane@example.org>”, “[mailto:…]”. */
static void
set_forwarded_sender (PlxDocument *document,
                      const char  *from)
{
  gsize length = strcspn (from, "<[(");
  g_autofree char *name = g_strstrip (g_strndup (from, length));
  const char *start = strpbrk (from, "<[(");
  g_autofree char *mailbox = NULL;

  if (start != NULL)
    {
      start += 1;
      if (g_str_has_prefix (start, "mailto:"))
        start += strlen ("mailto:");
      mailbox = g_strndup (start, strcspn (start, ">])"));
    }
  while (*name == '"' || *name == '\'')
    memmove (name, name + 1, strlen (name));
  name[strcspn (name, "\"")] = '\0';

  if (strchr (name, '@') != NULL)
    {
      g_clear_pointer (&mailbox, g_free);
      mailbox = g_steal_pointer (&name);
    }
  take_sender (document, name, mailbox, FALSE, "mail: forwarded From");
}

static void
set_sender (PlxDocument  *document,
            GMimeMessage *message)
{
  g_autofree char *from = plx_mail_dup_header (GMIME_OBJECT (message), "From");
  g_autoptr (InternetAddressList) list = NULL;
  InternetAddress *first;
  const char *mailbox = NULL;
  const char *name;

  list = from != NULL ? internet_address_list_parse (NULL, from) : NULL;
  if (list == NULL || internet_address_list_length (list) == 0)
    return;

  first = internet_address_list_get_address (list, 0);
  if (INTERNET_ADDRESS_IS_MAILBOX (first))
    mailbox = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (first));
  name = internet_address_get_name (first);
  if (name != NULL && g_utf8_validate (name, -1, NULL))
    take_sender (document, name, mailbox, is_bulk (message), "mail: From");
  else
    take_sender (document, NULL, mailbox, is_bulk (message), "mail: From");
}

static void
set_date (PlxDocument  *document,
          GMimeMessage *message,
          PlxMailText  *text)
{
  g_autofree char *raw = plx_mail_dup_header (GMIME_OBJECT (message), "Date");
  g_autofree char *iso = raw != NULL ? plx_mail_dup_date (raw) : NULL;

  if (text->is_forward && text->forwarded.date != NULL)
    {
      plx_part_prefer (document, PLX_FIELD_PUBLISHED, text->forwarded.date, "mail: forwarded Date");
      return;
    }

  plx_part_prefer (document, PLX_FIELD_PUBLISHED, iso, "mail: Date");
}

/**
 * plx_mail_fields_set:
 * @document: the mail as an article, with what its text says of itself; nobody else holds it
 * @message: the mail
 * @text: what its text passes on
 *
 * Sets the fields that the mail's head tells, or the head of the mail that it passes on.
 */
void
plx_mail_fields_set (PlxDocument  *document,
                     GMimeMessage *message,
                     PlxMailText  *text)
{
  set_headline (document, message, text);
  if (text->is_forward && text->forwarded.from != NULL)
    set_forwarded_sender (document, text->forwarded.from);
  else if (!text->is_forward)
    set_sender (document, message);
  set_date (document, message, text);
  if (document->fields[PLX_FIELD_ADDRESS] != NULL &&
      document->found[PLX_FIELD_ADDRESS] != NULL &&
      strcmp (document->found[PLX_FIELD_ADDRESS], "source") == 0)
    plx_document_set_field (document, PLX_FIELD_ADDRESS, document->fields[PLX_FIELD_ADDRESS],
                            "mail: Archived-At");
  plx_part_mark_title (document);
}
