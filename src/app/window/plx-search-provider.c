/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-search-provider"

#include "config.h"

#include "window/plx-search-provider.h"

#include "countries/plx-country-days.h"
#include "plx-shell-search.h"

/* The overview shows five of a program and says how many more there are. */
#define MAX_HITS 12

/**
 * PlxSearchProvider:
 *
 * Lets the overview of the desktop find stories and articles.
 *
 * It tells titles, outlets and stories, and never a word of what an article says: an overview is
 * seen by whoever stands behind the user.
 *
 * Signals: `open (gint64 story, gint64 article)` where the user has chosen something there, the
 * article 0 for the story itself, the story 0 where no story has the article;
 * `search (const char *words)` where he wants to see all that was found.
 */
struct _PlxSearchProvider
{
  GObject                       parent_instance;

  PlxShellSearch               *skeleton;
  PlxSearchProviderLibraryFunc  get_library;
  gpointer                      user_data;
  GCancellable                 *searching; /* nullable */
  GHashTable                   *found;     /* id → Found, of the searches of this overview */
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_SEARCH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSearchProvider, plx_search_provider, G_TYPE_OBJECT)

/* What is told of something that was found. */
typedef struct
{
  char *title;
  char *about; /* nullable */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->title);
  g_free (found->about);
  g_free (found);
}

/* Takes the id. */
static void
add_found (PlxSearchProvider *self,
           GPtrArray         *ids,
           char              *id,
           const char        *title,
           const char        *about)
{
  Found *found = g_new0 (Found, 1);

  found->title = g_strdup (title);
  found->about = g_strdup (about);
  g_hash_table_insert (self->found, g_strdup (id), found);
  g_ptr_array_add (ids, id);
}

static gboolean
has_all (const char         *title,
         const char * const *terms)
{
  for (gsize i = 0; terms[i] != NULL; i++)
    if (!g_str_match_string (terms[i], title, TRUE))
      return FALSE;

  return TRUE;
}

static void
find_stories (PlxSearchProvider  *self,
              PlxLibrary         *library,
              const char * const *terms,
              GPtrArray          *ids)
{
  GListModel *stories = plx_library_get_stories (library);

  for (guint i = 0; i < g_list_model_get_n_items (stories) && ids->len < MAX_HITS; i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, i);

      if (has_all (plx_story_get_title (story), terms))
        add_found (self, ids,
                   g_strdup_printf ("story:%" G_GINT64_FORMAT, plx_story_get_id (story)),
                   plx_story_get_title (story), NULL);
    }
}

static void
add_hit (PlxSearchProvider *self,
         PlxLibrary        *library,
         const PlxHit      *hit,
         GPtrArray         *ids)
{
  PlxStory *story = plx_library_find_story (library, hit->story);
  const char *title = story != NULL ? plx_story_get_title (story) : NULL;
  g_autofree char *about = NULL;

  /* It has gone while the search was under way. */
  if (story == NULL && hit->story != 0)
    return;

  about = hit->outlet != NULL && title != NULL ? g_strdup_printf ("%s · %s", hit->outlet, title)
                                               : g_strdup (title != NULL ? title : hit->outlet);
  add_found (self, ids,
             g_strdup_printf ("article:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, hit->story,
                              hit->article),
             hit->title, about);
}

/* A question of the overview, until it is answered. */
typedef struct
{
  PlxSearchProvider     *provider;
  GDBusMethodInvocation *invocation;
  GPtrArray             *ids;
} Question;

static void
answer (Question *question)
{
  const char * const *ids;

  g_ptr_array_add (question->ids, NULL);
  ids = (const char * const *) question->ids->pdata;

  /* What is found among fewer words is found anew: both questions have the same answer. */
  plx_shell_search_complete_get_initial_result_set (question->provider->skeleton,
                                                    question->invocation, ids);
  g_object_unref (question->provider);
  g_ptr_array_unref (question->ids);
  g_free (question);

  /* The program may be here for this question alone. */
  g_application_release (g_application_get_default ());
}

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = plx_library_search_finish (PLX_LIBRARY (object), result, &error);

  if (hits == NULL)
    g_debug ("The search of the overview failed: %s", error->message);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    add_hit (question->provider, PLX_LIBRARY (object), hits->pdata[i], question->ids);

  answer (question);
}

static void
search (PlxSearchProvider     *self,
        GDBusMethodInvocation *invocation,
        const char * const    *terms)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *words = g_strjoinv (" ", (char **) terms);
  g_autoptr (PlxQuery) query = plx_query_parse (words, plx_country_days_find, NULL, NULL);
  PlxLibrary *library;

  g_application_hold (g_application_get_default ());
  question->provider = g_object_ref (self);
  question->invocation = invocation;
  question->ids = g_ptr_array_new_with_free_func (g_free);

  /* Whoever types on does not wait for what he had typed. */
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);

  if (query == NULL || plx_query_is_empty (query) ||
      (library = self->get_library (self->user_data)) == NULL)
    {
      answer (question);
      return;
    }

  find_stories (self, library, terms, question->ids);
  self->searching = g_cancellable_new ();
  plx_library_search_async (library, query, MAX_HITS, self->searching, searched_cb, question);
}

static gboolean
initial_cb (PlxSearchProvider     *self,
            GDBusMethodInvocation *invocation,
            const char * const    *terms)
{
  g_hash_table_remove_all (self->found);
  search (self, invocation, terms);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
subsearch_cb (PlxSearchProvider     *self,
              GDBusMethodInvocation *invocation,
              const char * const    *previous,
              const char * const    *terms)
{
  search (self, invocation, terms);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
metas_cb (PlxSearchProvider     *self,
          GDBusMethodInvocation *invocation,
          const char * const    *ids)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (APP_ID);
  g_autoptr (GVariant) drawn = g_icon_serialize (icon);
  GVariantBuilder metas;

  g_variant_builder_init_static (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const Found *found = g_hash_table_lookup (self->found, ids[i]);

      if (found == NULL)
        continue;

      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (ids[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (found->title));
      if (found->about != NULL)
        g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (found->about));
      g_variant_builder_add (&metas, "{sv}", "icon", drawn);
      g_variant_builder_close (&metas);
    }
  plx_shell_search_complete_get_result_metas (self->skeleton, invocation,
                                              g_variant_builder_end (&metas));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* The overview gives back what it was given, perhaps to a program that was started anew since. */
static gboolean
parse_id (const char *id,
          gint64     *story,
          gint64     *article)
{
  g_auto (GStrv) parts = g_strsplit (id, ":", -1);
  guint n = g_strv_length (parts);

  *article = 0;
  if (n == 2 && g_str_equal (parts[0], "story"))
    return g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, story, NULL);

  return n == 3 && g_str_equal (parts[0], "article") &&
         g_ascii_string_to_signed (parts[1], 10, 0, G_MAXINT64, story, NULL) &&
         g_ascii_string_to_signed (parts[2], 10, 1, G_MAXINT64, article, NULL);
}

static gboolean
activate_cb (PlxSearchProvider     *self,
             GDBusMethodInvocation *invocation,
             const char            *id)
{
  gint64 story, article;

  if (parse_id (id, &story, &article))
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, story, article);
  plx_shell_search_complete_activate_result (self->skeleton, invocation);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
launch_cb (PlxSearchProvider     *self,
           GDBusMethodInvocation *invocation,
           const char * const    *terms)
{
  g_autofree char *words = g_strjoinv (" ", (char **) terms);

  g_signal_emit (self, signals[SIGNAL_SEARCH], 0, words);
  plx_shell_search_complete_launch_search (self->skeleton, invocation);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
plx_search_provider_finalize (GObject *object)
{
  PlxSearchProvider *self = PLX_SEARCH_PROVIDER (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->skeleton);
  g_hash_table_unref (self->found);

  G_OBJECT_CLASS (plx_search_provider_parent_class)->finalize (object);
}

static void
plx_search_provider_class_init (PlxSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_search_provider_finalize;

  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                       G_TYPE_INT64);
  signals[SIGNAL_SEARCH] = g_signal_new ("search", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plx_search_provider_init (PlxSearchProvider *self)
{
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, found_free);
  self->skeleton = plx_shell_search_skeleton_new ();

  g_signal_connect_object (self->skeleton, "handle-get-initial-result-set",
                           G_CALLBACK (initial_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-subsearch-result-set",
                           G_CALLBACK (subsearch_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-result-metas", G_CALLBACK (metas_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-activate-result", G_CALLBACK (activate_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-launch-search", G_CALLBACK (launch_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plx_search_provider_new:
 * @get_library: gives the library when the overview asks for the first time
 * @user_data: data for @get_library; it has to outlive the provider
 *
 * Returns: (transfer full): a provider that nobody can ask yet
 */
PlxSearchProvider *
plx_search_provider_new (PlxSearchProviderLibraryFunc get_library,
                         gpointer                     user_data)
{
  PlxSearchProvider *self = g_object_new (PLX_TYPE_SEARCH_PROVIDER, NULL);

  self->get_library = get_library;
  self->user_data = user_data;

  return self;
}

/**
 * plx_search_provider_export:
 * @self: a provider
 * @connection: the session bus
 * @path: where it is found there, as the desktop's file of providers has it
 * @error: return location for an error
 *
 * Returns: whether it can be asked now
 */
gboolean
plx_search_provider_export (PlxSearchProvider  *self,
                            GDBusConnection    *connection,
                            const char         *path,
                            GError            **error)
{
  g_return_val_if_fail (PLX_IS_SEARCH_PROVIDER (self), FALSE);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection,
                                           path, error);
}

/**
 * plx_search_provider_unexport:
 * @self: a provider
 *
 * Takes it from the bus again.
 */
void
plx_search_provider_unexport (PlxSearchProvider *self)
{
  g_return_if_fail (PLX_IS_SEARCH_PROVIDER (self));

  if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton)) != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}
