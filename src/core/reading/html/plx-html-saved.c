/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-saved"

#include "config.h"

#include "reading/html/plx-html-saved.h"

#include <string.h>

/* What a program notes when it saves a page stands at its top. */
#define TOP_BYTES 16384

/* No address is longer. */
#define MAX_ADDRESS 2000

/* The address that @text starts with, or NULL. */
static char *
dup_address (const char *text,
             const char *ends)
{
  gsize length = strcspn (text, ends);

  if (length < 10 || length > MAX_ADDRESS ||
      (!g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://")))
    return NULL;

  /* The page has not been decoded where it is found. */
  return g_utf8_make_valid (text, (gssize) length);
}

/* `<!-- saved from url=(0042)https://… -->`, as Chrome and Edge note it. */
static char *
find_saved_from (const char *top)
{
  const char *at = strstr (top, "saved from url=(");

  if (at == NULL || (at = strchr (at, ')')) == NULL)
    return NULL;

  return dup_address (at + 1, " \r\n\t>");
}

/* A comment of SingleFile has the address in a line of its own. */
static char *
find_single_file (const char *top)
{
  const char *at = strstr (top, "Page saved with SingleFile");

  if (at == NULL || (at = strstr (at, "url:")) == NULL)
    return NULL;

  at += strlen ("url:");

  return dup_address (at + strspn (at, " \t"), " \r\n\t");
}

/* Firefox's reader view links the site over the headline to the page itself. */
static char *
find_reader_view (const char *top)
{
  const char *at = strstr (top, "reader-domain");
  const char *tag = at;
  const char *href;

  if (at == NULL)
    return NULL;
  while (tag > top && *tag != '<')
    tag--;
  href = strstr (tag, "href=\"");
  if (href == NULL || href > at + MAX_ADDRESS)
    return NULL;

  return dup_address (href + strlen ("href=\""), "\"");
}

/**
 * plx_html_saved_find_address:
 * @bytes: a page
 *
 * Looks for the note of the program that saved the page.
 *
 * Returns: (transfer full) (nullable): the address from which it was saved
 */
char *
plx_html_saved_find_address (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *top = g_strndup (data, MIN (size, TOP_BYTES));
  char *address = find_saved_from (top);

  if (address == NULL)
    address = find_single_file (top);
  if (address == NULL)
    address = find_reader_view (top);

  return address;
}

/**
 * plx_html_saved_get_original:
 * @address: the address of a page
 *
 * Returns: the address that the page had where @address is that of a copy in a web archive, a part
 *   of @address; else @address itself
 */
const char *
plx_html_saved_get_original (const char *address)
{
  const char *at = strstr (address, "web.archive.org/web/");

  if (at == NULL)
    return address;

  /* `20200102030405/`, or with a mark of what it is: `20200102030405id_/`. */
  at += strlen ("web.archive.org/web/");
  at += strspn (at, "0123456789");
  at += strcspn (at, "/:");
  if (*at == '/' && (g_str_has_prefix (at + 1, "http://") || g_str_has_prefix (at + 1, "https://")))
    return at + 1;

  return address;
}
