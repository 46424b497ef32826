/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-naming-words"

#include "config.h"

#include "names/plx-naming-words.h"

#include <glib/gi18n.h>

#include "countries/plx-countries.h"
#include "window/plx-labels.h"

/* What the user has said of names, in words. */

/**
 * plx_scope_words:
 * @scope: a scope
 *
 * Returns: (transfer none): how far it reaches
 */
const char *
plx_scope_words (PlxScope scope)
{
  switch (scope)
    {
    case PLX_SCOPE_MENTION:
      return _("This Mention");

    case PLX_SCOPE_ARTICLE:
      return _("This Article");

    case PLX_SCOPE_STORY:
      return _("This Story");

    case PLX_SCOPE_LIBRARY:
    default:
      return _("Everywhere");
    }
}

static const char *
get_country (const PlxNaming *naming)
{
  const PlxCountryInfo *country;

  if (naming->country == NULL)
    return NULL;
  if (*naming->country == '\0')
    return _("No country");

  country = plx_country_lookup (naming->country);

  return country != NULL ? country->name : naming->country;
}

/**
 * plx_naming_dup_title:
 * @naming: a naming
 *
 * Returns: (transfer full): what it says, such as “Putin”: Vladimir Putin · Person · Russia
 */
char *
plx_naming_dup_title (const PlxNaming *naming)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *says = NULL;

  if (!naming->is_name)
    /* Translators: %s are words of an article */
    return g_strdup_printf (_("“%s” is not a name"), naming->surface);

  if (naming->entity != NULL && !g_str_equal (naming->entity, naming->surface))
    g_strv_builder_add (parts, naming->entity);
  if (naming->has_kind)
    g_strv_builder_add (parts, plx_label_kind (naming->kind));
  if (naming->country != NULL)
    g_strv_builder_add (parts, get_country (naming));
  strv = g_strv_builder_end (parts);

  /* Translators: %s are words of an article */
  if (strv[0] == NULL)
    return g_strdup_printf (_("“%s” is a name"), naming->surface);

  says = g_strjoinv (" · ", strv);
  /* Translators: %1$s are words of an article, %2$s what they are: Vladimir Putin · Person */
  return g_strdup_printf (_("“%1$s”: %2$s"), naming->surface, says);
}

/* The title of an article that is in one of the stories that were opened. */
static const char *
find_title (PlxSession *session,
            gint64      id)
{
  GListModel *stories = plx_library_get_stories (plx_session_get_library (session));

  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, i);
      GListModel *articles = G_LIST_MODEL (plx_story_get_articles (story));

      for (guint k = 0; k < g_list_model_get_n_items (articles); k++)
        {
          g_autoptr (PlxArticle) article = g_list_model_get_item (articles, k);

          if (plx_article_get_id (article) == id)
            return plx_article_get_title (article);
        }
    }

  return NULL;
}

/* How far it reaches, such as “In the story Putin to visit China”. */
static char *
dup_where (const PlxNaming *naming,
           PlxSession      *session)
{
  const char *title = NULL;
  PlxStory *story;

  if (naming->scope == PLX_SCOPE_LIBRARY)
    return g_strdup (_("Everywhere"));

  if (naming->scope == PLX_SCOPE_STORY)
    {
      story = plx_library_find_story (plx_session_get_library (session), naming->story);
      title = story != NULL ? plx_story_get_title (story) : NULL;
      /* Translators: %s is the title of a story */
      return title != NULL ? g_strdup_printf (_("In the story “%s”"), title)
                           : g_strdup (_("In one story"));
    }

  title = find_title (session, naming->article);
  if (naming->scope == PLX_SCOPE_ARTICLE)
    /* Translators: %s is the title of an article */
    return title != NULL ? g_strdup_printf (_("In the article “%s”"), title)
                         : g_strdup (_("In one article"));

  /* Translators: %s is the title of an article */
  return title != NULL ? g_strdup_printf (_("One mention in the article “%s”"), title)
                       : g_strdup (_("One mention in an article"));
}

/**
 * plx_naming_new_row:
 * @naming: a naming of the library
 * @session: a session on it
 *
 * Returns: (transfer floating): a [class@SaidRow] of what was said, and how far that reaches
 */
GtkWidget *
plx_naming_new_row (const PlxNaming *naming,
                    PlxSession      *session)
{
  g_autofree char *title = plx_naming_dup_title (naming);
  g_autofree char *where = dup_where (naming, session);

  return plx_said_row_new (PLX_TYPE_NAMING, naming, title, NULL, where);
}

/**
 * plx_naming_matches:
 * @naming: a naming
 * @words: what the user looks for
 *
 * Returns: whether it has words that begin so
 */
gboolean
plx_naming_matches (const PlxNaming *naming,
                    const char      *words)
{
  g_autofree char *title = plx_naming_dup_title (naming);

  return *words == '\0' || g_str_match_string (words, title, TRUE);
}
