/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-label-found"

#include "config.h"

#include "window/plx-labels.h"

#include <glib/gi18n.h>
#include <string.h>

/* What readers call the places in which they find metadata, by how the names begin, and what
 * people call them. The longer of two beginnings stands first. */
static const struct
{
  const char *start;
  const char *words;
} places[] = {
  { "text", N_("In the text") },
  { "agencies", N_("In the text") },
  { "json-ld", N_("In the page’s data for search engines") },
  { "microdata", N_("In marks in the page’s text") },
  { "og:url", N_("In the page’s link to itself") },
  { "canonical", N_("In the page’s link to itself") },
  { "og:", N_("In what the page tells social networks") },
  { "twitter:", N_("In what the page tells social networks") },
  { "article:", N_("In what the page tells social networks") },
  { "dc", N_("In the page’s library record") },
  { "citation_", N_("In the page’s library record") },
  { "meta ", N_("In the head of the page") },
  { "html lang", N_("In the head of the page") },
  { "address", N_("In the address") },
  { "breadcrumb", N_("In the path of sections") },
  { "byline", N_("In the byline") },
  { "rel=author", N_("In the byline") },
  { "class", N_("In a part of the page that is marked so") },
  { "heading", N_("In the heading") },
  { "h1", N_("In the heading") },
  { "title", N_("In the title of the page") },
  { "time", N_("In a date on the page") },
  { "print:", N_("In a line that printing adds") },
  { "pdf:", N_("In the properties of the PDF") },
  { "epub", N_("In the properties of the book") },
  { "properties", N_("In the properties of the file") },
  { "style", N_("In a paragraph of that style") },
  { "mhtml:", N_("In the head of the saved page") },
  { "mail", N_("In the head of the message") },
  { "feed", N_("In the feed") },
  { "item/", N_("In the feed") },
  { "entry/", N_("In the feed") },
  { "front matter", N_("In the head of the file") },
  { "factiva:", N_("In the head of the article in the database’s export") },
  { "nexis", N_("In the head of the article in the database’s export") },
  { "proquest:", N_("In the head of the article in the database’s export") },
  { "channel", N_("In the feed") },
  { "source", N_("Where it was saved from") },
};

static char *
label_place (const char *found)
{
  if (g_str_has_prefix (found, "column "))
    /* Translators: %s is the name of a column of a table */
    return g_strdup_printf (_("In the column “%s”"), found + strlen ("column "));

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_ascii_strncasecmp (found, places[i].start, strlen (places[i].start)) == 0)
      return g_strdup (_(places[i].words));

  /* Translators: %s is the part of a page, such as “sailthru.author” */
  return g_strdup_printf (_("Found in %s"), found);
}

/**
 * plx_label_found:
 * @found: (nullable): where a reader has found a field, such as `text` or `og:title`
 *
 * Returns: (transfer full): the same in words
 */
char *
plx_label_found (const char *found)
{
  g_autofree char *place = NULL;

  if (found == NULL)
    return g_strdup (_("Not found"));

  if (g_str_equal (found, "user"))
    return g_strdup (_("Entered by you"));

  if (!g_str_has_prefix (found, PLX_FOUND_CHOSEN))
    return label_place (found);

  place = label_place (found + strlen (PLX_FOUND_CHOSEN));

  /* Translators: %s is where something was found, such as “In the text” */
  return g_strdup_printf (_("Chosen by you · %s"), place);
}
