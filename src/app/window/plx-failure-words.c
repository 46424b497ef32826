/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-failure-words"

#include "config.h"

#include "window/plx-failure-words.h"

#include <glib/gi18n.h>

/**
 * plx_failure_explain:
 * @error: why a file did not come in
 *
 * Returns: the same in plain words
 */
const char *
plx_failure_explain (const GError *error)
{
  if (error->domain != PLX_READING_ERROR)
    return error->message;

  switch ((PlxReadingError) error->code)
    {
    case PLX_READING_ERROR_NOT_FOUND:
      return _("There is no such file here. A page on the web has to be saved first.");

    case PLX_READING_ERROR_UNREADABLE:
      return _("The system does not allow it to be read.");

    case PLX_READING_ERROR_FOLDER:
      return _("This is a folder.");

    case PLX_READING_ERROR_EMPTY:
      return _("There is no text in it.");

    case PLX_READING_ERROR_NOT_TEXT:
      return _("This is no text, web page or document that Parallax can read.");

    case PLX_READING_ERROR_TOO_LARGE:
      return _("It is longer than any article.");

    case PLX_READING_ERROR_ENCODING:
      return _("Its characters are damaged, or not in the encoding that it claims.");

    case PLX_READING_ERROR_DAMAGED:
      return _("The file is damaged or broken off.");

    case PLX_READING_ERROR_PASSWORD:
      return _("It opens only with a password. Save it without one first.");

    case PLX_READING_ERROR_UNSAFE:
      return _("A name in this archive points out of the archive.");

    case PLX_READING_ERROR_TOO_DEEP:
      return _("It lies in a file within a file within a file.");

    case PLX_READING_ERROR_NO_TEXT:
      return _("Its pages are pictures of text, which can be read only after text recognition.");

    case PLX_READING_ERROR_UNSUPPORTED:
      return _("This form of file cannot be read.");

    default:
      return error->message;
    }
}

/**
 * plx_failure_others:
 * @batch: what was read
 *
 * Returns: (transfer full) (nullable): what was passed over in folders and why, in a sentence or
 *   two; `NULL` where nothing was
 */
char *
plx_failure_others (PlxReadingBatch *batch)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (batch->n_others > 0)
    g_string_append_printf (text,
                            ngettext ("%u picture or other file without text was passed over.",
                                      "%u pictures and other files without text were passed over.",
                                      batch->n_others),
                            batch->n_others);
  if (batch->n_links > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, ngettext ("%u link was not followed.",
                                              "%u links were not followed.", batch->n_links),
                              batch->n_links);
    }
  if (batch->n_same > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, ngettext ("%u article was there twice and came in once.",
                                              "%u articles were there twice and came in once.",
                                              batch->n_same),
                              batch->n_same);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * plx_failures_to_text:
 * @failures: (element-type PlxReadingFailure): what did not come in
 * @others: (nullable): a last line
 *
 * Returns: (transfer full): the files that did not come in, a line each: the file, a tab, why, and
 *   the word for that
 */
char *
plx_failures_to_text (GPtrArray  *failures,
                      const char *others)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < failures->len; i++)
    {
      const PlxReadingFailure *failure = failures->pdata[i];

      g_string_append_printf (text, "%s%s%s\t%s (%s)\n",
                              failure->folder != NULL ? failure->folder : "",
                              failure->folder != NULL ? "/" : "", failure->name,
                              plx_failure_explain (failure->error),
                              plx_reading_error_to_nick (failure->error));
    }
  if (others != NULL)
    g_string_append_printf (text, "%s\n", others);

  return g_string_free (text, FALSE);
}
