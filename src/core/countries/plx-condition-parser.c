/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-condition-parser"

#include "config.h"

#include "countries/plx-condition.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer and deeper than anybody writes, and short enough that nothing overflows. */
#define LONGEST 4000
#define DEEPEST 50

typedef struct
{
  const char *at;
  guint       depth;
} Parser;

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

/* Names have letters of any language in them, digits, hyphens, dots and underscores. */
static gsize
measure_name (Parser *parser)
{
  const char *at;

  skip_space (parser);
  for (at = parser->at; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (at)) && strchr ("-_.", *at) == NULL)
        break;
    }

  return at - parser->at;
}

static char *
take_name (Parser *parser)
{
  gsize length = measure_name (parser);
  char *name = g_strndup (parser->at, length);

  parser->at += length;

  return name;
}

static gboolean
take_word (Parser     *parser,
           const char *word)
{
  gsize length = measure_name (parser);

  if (length != strlen (word) || g_ascii_strncasecmp (parser->at, word, length) != 0)
    return FALSE;

  parser->at += length;

  return TRUE;
}

static gboolean
take_mark (Parser *parser,
           char    mark)
{
  skip_space (parser);
  if (*parser->at != mark)
    return FALSE;

  parser->at++;

  return TRUE;
}

static const PlxRelationInfo *
find_relation (const char *name)
{
  g_autoptr (GPtrArray) all = plx_relations_list_all ();

  for (guint i = 0; i < all->len; i++)
    {
      const PlxRelationInfo *relation = g_ptr_array_index (all, i);

      if (g_ascii_strcasecmp (relation->id, name) == 0 ||
          g_ascii_strcasecmp (relation->short_title, name) == 0)
        return relation;
    }

  return NULL;
}

static char *
list_relations (void)
{
  g_autoptr (GPtrArray) all = plx_relations_list_all ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((const PlxRelationInfo *) g_ptr_array_index (all, i))->id);

  return g_string_free_and_steal (text);
}

static gboolean
parse_statuses (Parser  *parser,
                guint   *statuses,
                GError **error)
{
  *statuses = 0;

  do
    {
      g_autofree char *word = take_name (parser);
      PlxStatus status;

      if (!plx_status_parse (word, &status))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("“%s” is no status. There are: member, state-party, signatory, withdrawn, "
                         "non-party, accepted-jurisdiction, unknown."), word);
          return FALSE;
        }
      *statuses |= 1u << status;
    }
  while (take_mark (parser, '|'));

  return TRUE;
}

static PlxCondition *
parse_test (Parser  *parser,
            GError **error)
{
  g_autofree char *name = take_name (parser);
  const PlxRelationInfo *relation;
  guint statuses = 1u << PLX_STATUS_PARTY;

  if (*name == '\0')
    {
      skip_space (parser);
      if (*parser->at != '\0')
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                     _("A treaty or bloc is expected before “%s”."), parser->at);
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                             _("A treaty or bloc is expected at the end."));
      return NULL;
    }

  if ((relation = find_relation (name)) == NULL)
    {
      g_autofree char *known = list_relations ();

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("There is no table of a treaty or bloc “%1$s”. There are: %2$s."), name,
                   known);
      return NULL;
    }

  if (take_mark (parser, ':') && !parse_statuses (parser, &statuses, error))
    return NULL;

  return plx_condition_new_test (relation->id, statuses);
}

static PlxCondition *parse_any (Parser  *parser,
                                GError **error);

static PlxCondition *
parse_bracket (Parser  *parser,
               GError **error)
{
  g_autoptr (PlxCondition) inner = NULL;

  if (++parser->depth > DEEPEST)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("There are too many brackets and “not”s within each other."));
      return NULL;
    }

  if ((inner = parse_any (parser, error)) == NULL)
    return NULL;

  if (!take_mark (parser, ')'))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("A bracket is opened and not closed."));
      return NULL;
    }
  parser->depth--;

  return g_steal_pointer (&inner);
}

static PlxCondition *
parse_one (Parser  *parser,
           GError **error)
{
  gboolean denied = FALSE;
  PlxCondition *inner;

  while (take_word (parser, "not"))
    denied = !denied;

  inner = take_mark (parser, '(') ? parse_bracket (parser, error) : parse_test (parser, error);

  return inner != NULL && denied ? plx_condition_new_not (inner) : inner;
}

static PlxCondition *
parse_all (Parser  *parser,
           GError **error)
{
  g_autoptr (PlxCondition) all = parse_one (parser, error);

  /* "NATO but not ICC" is how people say it. */
  while (all != NULL && (take_word (parser, "and") || take_word (parser, "but")))
    {
      PlxCondition *next = parse_one (parser, error);

      if (next == NULL)
        return NULL;
      all = plx_condition_new_join (PLX_CONDITION_AND, g_steal_pointer (&all), next);
    }

  return g_steal_pointer (&all);
}

static PlxCondition *
parse_any (Parser  *parser,
           GError **error)
{
  g_autoptr (PlxCondition) any = parse_all (parser, error);

  while (any != NULL && take_word (parser, "or"))
    {
      PlxCondition *next = parse_all (parser, error);

      if (next == NULL)
        return NULL;
      any = plx_condition_new_join (PLX_CONDITION_OR, g_steal_pointer (&any), next);
    }

  return g_steal_pointer (&any);
}

/**
 * plx_condition_parse:
 * @text: what is asked, such as “nato but not icc” or “(eu or coe) and icc:signatory|withdrawn”
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Reads a condition. Treaties and blocs are named by their id or short title, in small letters or
 * capitals, and stand for their members; after a colon stand other statuses. “and”, “but”, “or”,
 * “not” and brackets join them; “and” binds closer than “or”.
 *
 * Returns: (transfer full) (nullable): the condition, or `NULL` on error
 */
PlxCondition *
plx_condition_parse (const char  *text,
                     GError     **error)
{
  Parser parser = { .at = text };
  g_autoptr (PlxCondition) condition = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > LONGEST || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("What is asked of countries is too long, or is no text."));
      return NULL;
    }

  if ((condition = parse_any (&parser, error)) == NULL)
    return NULL;

  skip_space (&parser);
  if (*parser.at != '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“and”, “or” or “but not” is expected before “%s”."), parser.at);
      return NULL;
    }

  return g_steal_pointer (&condition);
}
