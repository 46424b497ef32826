/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-field"

#include "config.h"

#include "model/plx-field.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* Names of languages are not longer than this. */
#define MAX_NAME 128

/* A day; a time, which may have seconds; a zone by its name or as hours and minutes. */
#define PUBLISHED \
  "^(\\d{4}-\\d\\d-\\d\\d)" \
  "(?:[T ]\\s*([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d)(?:\\.\\d+)?)?" \
  "(?:\\s*(Z|UTC|GMT|[+-])(?:([01]\\d):?([0-5]\\d))?)?)?$"

/* “2023-08-30”, “2023-08-30 14:05”, “2023-08-30T14:05:09.5+0200”, “… UTC” → ISO 8601 */
static char *
parse_published (const char *text)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;
  g_autofree char *minute = NULL;
  g_autofree char *second = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *zone_hour = NULL;
  g_autofree char *zone_minute = NULL;
  g_autoptr (GString) iso = NULL;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new (PUBLISHED, G_REGEX_CASELESS, 0, NULL));

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  day = g_match_info_fetch (match, 1);
  hour = g_match_info_fetch (match, 2);
  minute = g_match_info_fetch (match, 3);
  second = g_match_info_fetch (match, 4);
  sign = g_match_info_fetch (match, 5);
  zone_hour = g_match_info_fetch (match, 6);
  zone_minute = g_match_info_fetch (match, 7);
  if (plx_day_parse (day) == 0)
    return NULL;

  iso = g_string_new (day);
  if (hour == NULL || *hour == '\0')
    return g_string_free_and_steal (g_steal_pointer (&iso));

  g_string_append_printf (iso, "T%s:%s", hour, minute);
  if (second != NULL && *second != '\0')
    g_string_append_printf (iso, ":%s", second);

  if (sign == NULL || *sign == '\0')
    return g_string_free_and_steal (g_steal_pointer (&iso));

  /* A sign needs its hours, and a name has none. */
  if ((*sign == '+' || *sign == '-') != (zone_hour != NULL && *zone_hour != '\0'))
    return NULL;

  if (*sign == '+' || *sign == '-')
    g_string_append_printf (iso, "%s%s:%s", sign, zone_hour, zone_minute);
  else
    g_string_append_c (iso, 'Z');

  return g_string_free_and_steal (g_steal_pointer (&iso));
}

static char *
dup_language_name (const char *tag,
                   const char *in_locale)
{
  UChar name[MAX_NAME];
  char utf8[MAX_NAME * 3];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayName (tag, in_locale, name, MAX_NAME, &status);

  if (U_FAILURE (status) || length <= 0 || length >= MAX_NAME)
    return NULL;

  u_strToUTF8 (utf8, sizeof utf8, NULL, name, length, &status);

  return U_SUCCESS (status) ? g_strdup (utf8) : NULL;
}

/* A language by its name, in English or as the user's own language has it. */
static char *
find_language (const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (const char * const *code = uloc_getISOLanguages (); *code != NULL; code++)
    {
      const char *locales[] = { "en", NULL };

      for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
        {
          g_autofree char *name = dup_language_name (*code, locales[i]);
          g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

          if (g_strcmp0 (folded, wanted) == 0)
            return g_strdup (*code);
        }
    }

  return NULL;
}

static gboolean
is_language (const char *code)
{
  for (const char * const *known = uloc_getISOLanguages (); *known != NULL; known++)
    if (g_str_equal (*known, code))
      return TRUE;

  return FALSE;
}

static char *
parse_language (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  char language[ULOC_LANG_CAPACITY];
  char tag[ULOC_FULLNAME_CAPACITY];
  g_autofree char *dashes = g_strdelimit (g_strdup (text), "_", '-');
  int32_t parsed = 0;

  uloc_forLanguageTag (dashes, locale, sizeof locale, &parsed, &status);
  if (U_FAILURE (status) || parsed != (int32_t) strlen (dashes))
    return find_language (text);

  uloc_getLanguage (locale, language, sizeof language, &status);
  uloc_toLanguageTag (locale, tag, sizeof tag, TRUE, &status);
  if (U_FAILURE (status) || !is_language (language))
    return find_language (text);

  return g_strdup (tag);
}

static char *
parse_address (const char *text)
{
  g_autofree char *full = strstr (text, "://") != NULL ? g_strdup (text)
                                                       : g_strconcat ("https://", text, NULL);
  g_autoptr (GUri) uri = g_uri_parse (full, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || strpbrk (text, " \t\n") != NULL)
    return NULL;

  if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    return NULL;

  /* A word is no host. */
  if (strchr (host, '.') == NULL || *host == '.' || g_str_has_suffix (host, "."))
    return NULL;

  return g_steal_pointer (&full);
}

/**
 * plx_field_parse:
 * @field: a field of the metadata
 * @text: what somebody has typed, not empty
 *
 * Brings what was typed into the form in which a document keeps it: a date as ISO 8601, a language
 * as BCP 47 (its English name will do), an address with its scheme.
 *
 * Returns: (transfer full) (nullable): the value, or `NULL` where it is none of this field
 */
char *
plx_field_parse (PlxField    field,
                 const char *text)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_strstrip (g_strdelimit (g_strdup (text), "\n\r\t", ' '));
  if (*clean == '\0')
    return NULL;

  switch (field)
    {
    case PLX_FIELD_PUBLISHED:
      return parse_published (clean);

    case PLX_FIELD_LANGUAGE:
      return parse_language (clean);

    case PLX_FIELD_ADDRESS:
      return parse_address (clean);

    case PLX_FIELD_HEADLINE:
    case PLX_FIELD_STANDFIRST:
    case PLX_FIELD_AUTHOR:
    case PLX_FIELD_OUTLET:
    case PLX_FIELD_SECTION:
    case PLX_FIELD_AGENCY:
    case PLX_FIELD_DATELINE:
    default:
      return g_steal_pointer (&clean);
    }
}

/**
 * plx_field_dup_display:
 * @field: a field of the metadata
 * @value: (nullable): its value
 *
 * Returns: (transfer full) (nullable): what the value is called by people, in the user's language,
 *   where that is something else: “Swahili (Kenya)” for `sw-KE`
 */
char *
plx_field_dup_display (PlxField    field,
                       const char *value)
{
  g_autofree char *name = NULL;

  if (field != PLX_FIELD_LANGUAGE || value == NULL)
    return NULL;

  name = dup_language_name (value, NULL);

  return g_strcmp0 (name, value) != 0 ? g_steal_pointer (&name) : NULL;
}
