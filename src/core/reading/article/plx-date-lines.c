/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-dates"

#include "config.h"

#include "reading/article/plx-dates.h"

#include <stdio.h>
#include <string.h>

#include "reading/article/plx-date-tokens.h"
#include "reading/article/plx-draft.h"

/* Where a date stands, and what it is the date of. */

/**
 * plx_dates_is_line:
 * @text: a block's text
 * @month_first: whether “4/5/2020” is the fifth of April
 * @found: (out): its date
 *
 * Returns: whether the block is a date line: a date, and little else
 */
gboolean
plx_dates_is_line (const char  *text,
                   gboolean     month_first,
                   PlxDateFind *found)
{
  guint others = 0;
  gboolean inside = FALSE;

  if (strlen (text) > 160 || !plx_dates_find (text, month_first, found))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean outside_date = p < text + found->start || p >= text + found->end;
      gboolean word = outside_date && g_unichar_isalnum (g_utf8_get_char (p));

      if (word && !inside)
        others++;
      inside = word;
    }

  return others <= 4 || (others <= 10 && (plx_text_contains (text, "updated") ||
                                          plx_text_contains (text, "modified") ||
                                          plx_text_contains (text, "published")));
}

/**
 * plx_dates_from_path:
 * @address: (nullable): an address
 *
 * Returns: (transfer full) (nullable): the day that stands in its path, as in `/2023/08/30/`
 */
char *
plx_dates_from_path (const char *address)
{
  for (const char *p = address; p != NULL && *p != '\0'; p++)
    {
      int year;
      int month;
      int day;
      int n = 0;

      if ((*p != '/' && *p != '-' && *p != '_') || !g_ascii_isdigit (p[1]))
        continue;
      if (sscanf (p + 1, "%4d%*1[/-]%2d%*1[/-]%2d%n", &year, &month, &day, &n) != 3 || n < 8)
        {
          n = 0;
          if (sscanf (p + 1, "%4d%2d%2d%n", &year, &month, &day, &n) != 3 || n != 8)
            continue;
        }
      if (g_ascii_isdigit (p[1 + n]) || year < 1990 || year > PLX_DATE_LAST_YEAR || month < 1 ||
          month > 12 || day < 1 || !g_date_valid_dmy (day, month, year))
        continue;

      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }

  return NULL;
}

/**
 * plx_dates_is_change:
 * @text: a line with a date
 *
 * Returns: whether it tells when something was changed, and not when it was published
 */
gboolean
plx_dates_is_change (const char *text)
{
  static const char *const words[] = { "updated", "update:", "modified", "edited", "revised",
                                       "aktualisiert", "geändert", "stand:", "mis à jour",
                                       "modifié", "actualizado", "aggiornato", "atualizado",
                                       "bijgewerkt", "gewijzigd", "oppdatert", "uppdaterad",
                                       "opdateret", "aktualizacja", "обновлено", "оновлено",
                                       "güncelleme" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL && strstr (lower, "publish") == NULL)
      return TRUE;

  return FALSE;
}

/**
 * plx_dates_is_nothing:
 * @iso: a date
 *
 * Returns: whether it is what programs write where they have no date
 */
gboolean
plx_dates_is_nothing (const char *iso)
{
  return g_str_has_prefix (iso, "1970-01-01") || g_str_has_prefix (iso, "1969-12-31") ||
         g_str_has_prefix (iso, "1900-01-01");
}
