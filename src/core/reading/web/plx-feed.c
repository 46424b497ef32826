/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-feed"

#include "config.h"

#include "reading/web/plx-feed.h"

#include <string.h>

#include "reading/article/plx-dates.h"
#include "reading/article/plx-draft.h"
#include "reading/article/plx-guess-language.h"
#include "reading/html/plx-html-page.h"
#include "reading/html/plx-html-parse.h"
#include "reading/mail/plx-mail.h"
#include "reading/article/plx-outlets.h"
#include "reading/plx-part.h"

/* A description of more words is the article. */
#define TEASER_WORDS 100

/* What stands under an article is no longer than this. */
#define FOOT_WORDS 40

/* No line of a head is longer. */
#define LINE_BYTES 4096

/* If the article opens with the first so many bytes of its teaser, that is no standfirst. */
#define OPENING_BYTES 60

void
plx_feed_clear (PlxFeed *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->author, g_free);
}

void
plx_feed_item_clear (PlxFeedItem *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->teaser, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->updated, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->outlet, g_free);
}

/**
 * plx_feed_strip:
 * @html: (nullable): a line that may have markup in it
 *
 * Returns: (transfer full) (nullable): its text, or `NULL` where there is none, or far too much
 */
char *
plx_feed_strip (const char *html)
{
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  htmlDocPtr doc;

  if (html == NULL || strlen (html) > 64 * LINE_BYTES)
    return NULL;
  if (strpbrk (html, "<&") == NULL)
    text = plx_text_squash (html, -1);
  else
    {
      page = g_strconcat ("\xEF\xBB\xBF<html><body><div>", html, "</div></body></html>", NULL);
      bytes = g_bytes_new_static (page, strlen (page));
      doc = plx_html_parse (bytes, "", NULL);
      if (doc == NULL)
        return NULL;
      text = plx_html_dup_text (xmlDocGetRootElement (doc), 16 * LINE_BYTES);
      xmlFreeDoc (doc);
    }

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static guint
count_words (const char *text)
{
  PlxShape shape;

  if (text == NULL)
    return 0;
  plx_shape_measure (&shape, text);

  return shape.n_words;
}

/* A date in the manner of mails, as RSS has them, or of ISO 8601. */
static char *
dup_date (const char *value)
{
  char *date = NULL;

  if (value == NULL)
    return NULL;
  value += strspn (value, " \t\r\n");
  if (strlen (value) < 10 || strlen (value) > 100)
    return NULL;
  if (!g_ascii_isdigit (value[0]) || !g_ascii_isdigit (value[3]))
    date = plx_mail_dup_date (value);

  return date != NULL ? date : plx_dates_to_iso (value, FALSE);
}

static char *
squash_letters (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (letters, g_ascii_tolower (*text));

  return g_string_free (letters, FALSE);
}

/* Whether a name such as “Selwyn Herald” is in an address such as “www.selwynherald.example”. */
static gboolean
is_in_host (const char *name,
            const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL)
                                         : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *letters = squash_letters (name);
  g_autofree char *host_letters = host != NULL ? squash_letters (host) : NULL;

  return host_letters != NULL && strlen (letters) >= 4 && strstr (host_letters, letters) != NULL;
}

/* “World | Selwyn Herald”, “Selwyn Herald » Politics”: the part that is the outlet. */
static char *
find_outlet_in_title (const char *title,
                      const char *address)
{
  static const char *const separators[] = { " | ", " » ", " - ", " – ", " — ", " :: ", " > ",
                                            ": ", " · " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_auto (GStrv) parts = g_strsplit (title, separators[i], 6);

      for (guint k = 0; parts[1] != NULL && parts[k] != NULL; k++)
        if (plx_outlets_find_by_name (parts[k]) != NULL || is_in_host (parts[k], address))
          return g_strdup (parts[k]);
    }

  return g_strdup (title);
}

static void
set_outlet (PlxFeed     *self,
            PlxFeedItem *item,
            PlxDocument *document)
{
  const char *known = plx_outlets_find_by_address (document->fields[PLX_FIELD_ADDRESS]);
  g_autofree char *title = plx_feed_strip (self->title);
  g_autofree char *source = plx_feed_strip (item->outlet);
  g_autofree char *found = NULL;

  if (known != NULL)
    {
      plx_document_set_field (document, PLX_FIELD_OUTLET, known, "address");
      return;
    }
  if (source != NULL)
    {
      found = g_strconcat (self->format, ": source", NULL);
      plx_part_prefer (document, PLX_FIELD_OUTLET, source, found);
    }
  else if (title != NULL)
    {
      const char *address = document->fields[PLX_FIELD_ADDRESS];
      g_autofree char *outlet = find_outlet_in_title (title, address != NULL ? address
                                                                            : self->address);

      found = g_strdup_printf ("%s: %s/title", self->format,
                               strcmp (self->format, "rss") == 0 ? "channel" : "feed");
      plx_part_prefer (document, PLX_FIELD_OUTLET, outlet, found);
    }
}

static void
set_field (PlxFeed     *self,
           PlxFeedItem *item,
           PlxDocument *document,
           PlxField     field,
           const char  *value)
{
  g_autofree char *found = NULL;

  if (value == NULL || *value == '\0' || strlen (value) > LINE_BYTES)
    return;
  found = g_strdup_printf ("%s: %s", self->format,
                           item->where[field] != NULL ? item->where[field] : "feed");
  plx_part_prefer (document, field, value, found);
}

/* “editor@example.org (Jane Doe)” → “Jane Doe” */
static char *
dup_author (const char *value)
{
  g_autofree char *text = plx_feed_strip (value);
  const char *open = text != NULL ? strchr (text, '(') : NULL;

  if (text == NULL || strchr (text, '@') == NULL)
    return g_steal_pointer (&text);
  if (open == NULL || open < strchr (text, '@'))
    return NULL;

  return g_strstrip (g_strndup (open + 1, strcspn (open + 1, ")")));
}

/* “en-gb” is “en-GB”. */
static char *
dup_language (const char *language)
{
  gsize length = language != NULL ? strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"
                                                      "QRSTUVWXYZ")
                                  : 0;
  g_autofree char *first = NULL;
  g_autofree char *region = NULL;

  if (length < 2 || length > 3)
    return NULL;
  first = g_ascii_strdown (language, length);
  if ((language[length] != '-' && language[length] != '_') || strlen (language) != length + 3)
    return g_steal_pointer (&first);
  region = g_ascii_strup (language + length + 1, 2);

  return g_strdup_printf ("%s-%s", first, region);
}

static void
set_fields (PlxFeed     *self,
            PlxFeedItem *item,
            PlxDocument *document)
{
  g_autofree char *title = plx_feed_strip (item->title);
  g_autofree char *author = dup_author (item->author);
  g_autofree char *section = plx_feed_strip (item->section);
  g_autofree char *published = dup_date (item->published);
  g_autofree char *language = dup_language (self->language);

  g_set_str (&document->format, "feed");
  if (published == NULL)
    published = dup_date (item->updated);
  if (author == NULL && document->fields[PLX_FIELD_AUTHOR] == NULL)
    author = dup_author (self->author);

  plx_document_set_field (document, PLX_FIELD_ADDRESS, NULL, NULL);
  set_field (self, item, document, PLX_FIELD_ADDRESS, item->address);
  set_field (self, item, document, PLX_FIELD_HEADLINE, title);
  set_field (self, item, document, PLX_FIELD_AUTHOR, author);
  set_field (self, item, document, PLX_FIELD_PUBLISHED, published);
  set_field (self, item, document, PLX_FIELD_SECTION, section);
  set_outlet (self, item, document);
  if (document->fields[PLX_FIELD_LANGUAGE] == NULL)
    set_field (self, item, document, PLX_FIELD_LANGUAGE, language);
}

/* A teaser that the article does not open with stands over it. */
static void
set_standfirst (PlxFeed     *self,
                PlxFeedItem *item,
                PlxDocument *document)
{
  g_autofree char *teaser = plx_feed_strip (item->teaser);
  g_autofree char *opening = NULL;

  if (teaser == NULL || count_words (teaser) > TEASER_WORDS)
    return;

  opening = g_utf8_make_valid (teaser, MIN (strlen (teaser), OPENING_BYTES));
  if (g_str_has_suffix (opening, "\xEF\xBF\xBD"))
    opening[strlen (opening) - 3] = '\0';
  if (strstr (document->text->str, opening) == NULL)
    set_field (self, item, document, PLX_FIELD_STANDFIRST, teaser);
}

/* “The post … appeared first on …”: what programs put under the articles of a feed. */
static void
cut_foot (PlxDocument *document)
{
  static const char *const phrases[] = { "appeared first on", "first appeared on",
                                         "erschien zuerst auf", "apareció primero en",
                                         "est apparu en premier sur", "proviene da",
                                         "apareceu primeiro em", "verscheen eerst op",
                                         "впервые появилась", "dök först upp på" };
  guint n = plx_document_get_n_blocks (document);

  for (guint i = n > 3 ? n - 3 : 0; i < n; i++)
    {
      g_autofree char *text = plx_document_dup_block (document, i);

      for (guint k = 0; k < G_N_ELEMENTS (phrases); k++)
        if (count_words (text) <= FOOT_WORDS && strstr (text, phrases[k]) != NULL)
          plx_part_cut (document, i, PLX_CUT_TEMPLATE);
    }
}

static PlxDocument *
read_content (const PlxSource *source,
              PlxFeedItem     *item,
              const char      *content,
              const char      *name)
{
  g_autofree char *title = plx_feed_strip (item->title);
  g_autofree char *heading = title != NULL ? g_markup_printf_escaped ("<h1>%s</h1>", title) : NULL;
  g_autofree char *page = g_strconcat ("<html><body><article>", heading != NULL ? heading : "",
                                       content, "</article></body></html>", NULL);
  g_autoptr (PlxReadingBatch) batch = NULL;
  PlxSource part = *source;

  part.name = name;
  batch = plx_part_read_text (&part, &plx_reader_html, page, item->address);

  return batch->documents->len > 0 ? plx_document_ref (batch->documents->pdata[0]) : NULL;
}

/* An item that only announces an article: its headline, and what it is about. */
static PlxDocument *
make_teaser (PlxFeed     *self,
             PlxFeedItem *item,
             const char  *name)
{
  g_autofree char *title = plx_feed_strip (item->title);
  g_autofree char *teaser = plx_feed_strip (item->teaser);
  PlxDocument *document;

  if (teaser == NULL)
    return NULL;

  document = plx_document_new (name, "feed");
  if (title != NULL)
    plx_document_append (document, title, -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  plx_document_append (document, teaser, -1, PLX_ROLE_STANDFIRST, PLX_CUT_NONE);
  set_field (self, item, document, PLX_FIELD_STANDFIRST, teaser);

  return document;
}

static char *
dup_name (PlxFeedItem     *item,
          const PlxSource *source)
{
  g_autofree char *title = plx_feed_strip (item->title);

  return g_strdup_printf ("%s › %s", source->name,
                          title != NULL ? title : item->address != NULL ? item->address : "?");
}

static gboolean
has_text (PlxDocument *document)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    if (plx_document_get_block (document, i)->kept &&
        plx_document_get_block (document, i)->role != PLX_ROLE_HEADLINE)
      return TRUE;

  return FALSE;
}

/**
 * plx_feed_add_item:
 * @self: a feed
 * @item: one of its articles
 * @source: the file
 * @batch: gets the article; one that has neither text nor teaser is not one
 *
 * Makes an article of what a feed says of it.
 */
void
plx_feed_add_item (PlxFeed         *self,
                   PlxFeedItem     *item,
                   const PlxSource *source,
                   PlxReadingBatch *batch)
{
  g_autofree char *name = dup_name (item, source);
  g_autofree char *teaser = plx_feed_strip (item->teaser);
  gboolean teased = item->content == NULL && teaser != NULL && count_words (teaser) <= TEASER_WORDS;
  const char *content = item->content != NULL ? item->content : item->teaser;
  g_autoptr (PlxDocument) document = NULL;

  if (content != NULL && !teased)
    document = read_content (source, item, content, name);
  if (document != NULL && !has_text (document))
    g_clear_pointer (&document, plx_document_unref);
  if (document == NULL)
    document = make_teaser (self, item, name);
  else if (item->content != NULL)
    set_standfirst (self, item, document);
  if (document == NULL)
    return;

  set_fields (self, item, document);
  cut_foot (document);
  plx_reading_batch_add (batch, g_steal_pointer (&document));
}
