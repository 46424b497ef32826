/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-outlets"

#include "config.h"

#include "reading/article/plx-outlets.h"

#include <string.h>

/* Words of the longest name that is looked for. */
#define NAME_WORDS 8

/* The ends of up to NAME_WORDS words from @start on; gives how many. */
static guint
find_word_ends (const char *start,
                gsize      *ends)
{
  const char *p = start;
  guint n = 0;

  while (n < NAME_WORDS && *p != '\0')
    {
      p += strcspn (p, " ");
      ends[n++] = p - start;
      p += strspn (p, " ");
    }

  return n;
}

/* The longest name that starts at @start; gives its length. */
static const char *
match_name (const char *start,
            gsize      *length)
{
  gsize ends[NAME_WORDS];
  guint n = find_word_ends (start, ends);

  while (n > 0)
    {
      g_autofree char *name = g_strndup (start, ends[--n]);
      const char *found;

      /* “Independent’s,” is still the Independent. */
      if (g_str_has_suffix (name, "’s"))
        name[strlen (name) - strlen ("’s")] = '\0';
      for (gsize k = strlen (name); k > 0 && strchr (".,:;!?)\"", name[k - 1]) != NULL; k--)
        name[k - 1] = '\0';

      found = plx_outlets_find_by_name (name);
      if (found != NULL)
        {
          *length = ends[n];
          return found;
        }
    }

  return NULL;
}

/**
 * plx_outlets_find_in_text:
 * @text: a block that speaks of its outlet
 *
 * Returns: (nullable): the first outlet that it names, as a static string
 */
const char *
plx_outlets_find_in_text (const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize length;
      const char *found = match_name (p, &length);
      gboolean single = found != NULL && memchr (p, ' ', length) == NULL;

      /* The first word of a sentence has a capital anyway: “Time to subscribe”. */
      if (found != NULL && !(single && p == text && p[length] != '\0'))
        return found;

      p += strcspn (p, " ");
      p += plx_text_span (p, " (“\"©");
    }

  return NULL;
}

/* Words with capitals from @start on: “The Harbour Ledger. The…” gives “The Harbour Ledger”. */
static char *
take_name (const char *start)
{
  const char *p = start;
  const char *end = start;

  while (g_unichar_isupper (g_utf8_get_char (p)))
    {
      gsize length = plx_text_span_not (p, " .,;:|!?()’'");

      end = p + length;
      if (*end != ' ')
        break;
      p = end + 1;
    }

  return end > start ? g_strndup (start, end - start) : NULL;
}

static gsize
count_words (const char *name)
{
  gsize n = 1;

  for (; *name != '\0'; name++)
    n += *name == ' ';

  return n;
}

/* A name after a phrase such as “supporting the”. */
static char *
take_after (const char *text,
            const char *phrase,
            guint       min_words)
{
  const char *at = strstr (text, phrase);
  g_autofree char *name = NULL;

  if (at == NULL)
    return NULL;

  at += strlen (phrase);
  at += plx_text_span (at, " 0123456789-–,");
  if (g_str_has_prefix (at, "the "))
    at += strlen ("the ");
  name = take_name (at);
  if (name == NULL || count_words (name) < min_words + (g_str_has_prefix (name, "The ") ? 1 : 0) ||
      plx_text_contains (name, "all rights") || plx_text_contains (name, "cookie") ||
      plx_text_contains (name, "privacy") || strlen (name) < 3)
    return NULL;

  return g_steal_pointer (&name);
}

/* What a page calls itself where it is none of the outlets that we know. */
static char *
guess_name (PlxDraft *draft)
{
  static const struct
  {
    const char *phrase;
    guint       min_words;
  } phrases[] = {
    { "©", 1 },           { "Copyright", 1 },     { "copyright", 1 },  { "(c)", 1 },
    { "supporting", 2 },  { "upport", 2 },        { "ubscribe to", 2 }, { "donation to", 2 },
    { "Get the", 2 },     { "contribution to", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      char *name = take_after (draft->text, phrases[i].phrase, phrases[i].min_words);

      if (name != NULL)
        return name;
    }

  return NULL;
}

/* Chrome in which a page speaks of itself, not of others. */
static gboolean
speaks_of_itself (PlxDraft *draft)
{
  return draft->reason == PLX_CUT_DONATION || draft->reason == PLX_CUT_LEGAL ||
         draft->reason == PLX_CUT_NEWSLETTER || draft->reason == PLX_CUT_COMMENTS ||
         draft->reason == PLX_CUT_PROMO || draft->reason == PLX_CUT_ACCOUNT ||
         draft->reason == PLX_CUT_COOKIES || draft->reason == PLX_CUT_NAVIGATION;
}

/* “Get the Harbour Ledger” leaves open whether the name starts with “The”; the page may tell. */
static char *
add_article (char      *name,
             GPtrArray *drafts)
{
  g_autofree char *own = name;
  g_autofree char *full = g_strconcat ("The ", own, NULL);

  for (guint i = 0; i < drafts->len; i++)
    if (strstr (((PlxDraft *) drafts->pdata[i])->text, full) != NULL)
      return g_steal_pointer (&full);

  return g_steal_pointer (&own);
}

/**
 * plx_outlets_find_in_chrome:
 * @drafts: (element-type PlxDraft): marked blocks
 *
 * Looks for the outlet in the parts of the page where it speaks of itself. An outlet that the
 * article only cites is not one of them.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
plx_outlets_find_in_chrome (GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      const char *known = NULL;

      if (plx_draft_is_cut (draft) && speaks_of_itself (draft))
        known = plx_outlets_find_in_text (draft->text);
      if (known != NULL)
        return g_strdup (known);
    }

  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      char *name = NULL;

      if (plx_draft_is_cut (draft) && speaks_of_itself (draft))
        name = guess_name (draft);
      if (name != NULL)
        return add_article (name, drafts);
    }

  return NULL;
}
