/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include <string.h>

#include "countries/plx-own-tables.h"
#include "model/plx-source-names.h"
#include "window/plx-comparison.h"
#include "window/plx-session-private.h"

struct _PlxSession
{
  GObject        parent_instance;

  PlxLibrary    *library;
  PlxStory      *story;               /* nullable */
  PlxStorySaid  *said[PLX_N_SAYINGS]; /* none is NULL */
  PlxFilter     *filter;              /* never NULL */
  PlxAnalysis   *analysis;            /* nullable */
  PlxPassages   *passages;            /* nullable; fits analysis */
  GPtrArray     *articles;            /* PlxArticle; those of the analysis, by place */
  gint64        *ids;                 /* theirs; nullable as the analysis is */
  GStrv          sources;             /* what they are called; nullable as the analysis is */
  PlxNotePlaces  note_places;         /* on which claims of it the notes are */
  char          *key;                 /* nullable; of the analysis, or of the one under way */
  guint          article;

  GCancellable  *cancellable;         /* nullable; what is under way for the open story */
  GSignalGroup  *story_group;
  guint          n_filters;           /* filters on their way into the library */
  gboolean       loaded;              /* the story's articles are there */
  gboolean       busy;
  guint          compare_id;          /* idle source, or 0 */
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_STORY,
  PROP_ANALYSIS,
  PROP_PASSAGES,
  PROP_FILTER,
  PROP_BUSY,
  PROP_ARTICLE,
} PlxSessionProperty;

enum
{
  SIGNAL_SHOW_SENTENCE,
  SIGNAL_COMPARE_SENTENCE,
  SIGNAL_CHANGED,
  SIGNAL_NOTES_CHANGED,
  SIGNAL_PLACEMENTS_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_ARTICLE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSession, plx_session, G_TYPE_OBJECT)

static void
set_busy (PlxSession *self,
          gboolean    busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
fail (PlxSession   *self,
      const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static GPtrArray *
list_documents (GPtrArray *articles)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (documents,
                     plx_document_ref (plx_article_get_document (articles->pdata[i])));

  return documents;
}

static gint64 *
list_ids (GPtrArray *articles)
{
  gint64 *ids = g_new0 (gint64, articles->len + 1);

  for (guint i = 0; i < articles->len; i++)
    ids[i] = plx_article_get_id (g_ptr_array_index (articles, i));

  return ids;
}

/* Everything that fits the analysis changes with it, so that no listener ever
 * sees passages of another one. */
static void
take_analysis (PlxSession  *self,
               PlxAnalysis *analysis,
               GPtrArray   *articles)
{
  g_autoptr (PlxAnalysis) old = g_steal_pointer (&self->analysis);
  guint n = articles != NULL ? articles->len : 0;
  gboolean moved = FALSE;

  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->sources, g_strfreev);
  plx_note_places_clear (&self->note_places);

  if (analysis != NULL)
    {
      g_autoptr (GPtrArray) documents = list_documents (articles);

      self->sources = plx_source_names_new (documents);
      self->analysis = plx_analysis_ref (analysis);
      self->articles = g_ptr_array_ref (articles);
      self->ids = list_ids (articles);
      self->passages = plx_comparing_filter (analysis, self->filter, plx_session_get_today (self));
    }

  if (analysis != NULL && self->article >= n)
    {
      self->article = n > 0 ? n - 1 : 0;
      moved = TRUE;
    }

  g_object_freeze_notify (G_OBJECT (self));
  if (old != self->analysis)
    {
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ANALYSIS]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PASSAGES]);
    }
  if (moved)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARTICLE]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
apply_filter (PlxSession *self,
              PlxFilter  *filter)
{
  g_autoptr (PlxFilter) old = g_steal_pointer (&self->filter);

  self->filter = plx_filter_ref (filter);

  if (self->analysis != NULL)
    {
      g_clear_pointer (&self->passages, plx_passages_unref);
      self->passages = plx_comparing_filter (self->analysis, filter, plx_session_get_today (self));
    }

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
  if (self->analysis != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PASSAGES]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* What is compared for a session, and which articles it is: kept apart from the session, which
 * may have turned to another story before it is done. */
typedef struct
{
  PlxSession   *session;
  GPtrArray    *articles;
  GCancellable *cancellable;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->session);
  g_ptr_array_unref (job->articles);
  g_object_unref (job->cancellable);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static PlxDay
get_asked_day (PlxSession *self)
{
  if (self->filter->as_of == PLX_AS_OF_TODAY)
    return plx_session_get_today (self);

  return self->filter->as_of == PLX_AS_OF_DAY ? self->filter->day : 0;
}

static GPtrArray *
list_articles (PlxSession *self)
{
  GListModel *list = G_LIST_MODEL (plx_story_get_articles (self->story));
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (articles, g_list_model_get_item (list, i));

  return articles;
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxAnalysis) analysis = plx_comparison_run_finish (result, &error);
  PlxSession *self = job->session;

  if (g_cancellable_is_cancelled (job->cancellable))
    return;

  g_clear_object (&self->cancellable);
  if (analysis != NULL)
    take_analysis (self, analysis, job->articles);
  set_busy (self, FALSE);

  if (analysis == NULL)
    fail (self, error);
}

static gboolean
is_same_list (GPtrArray *a,
              GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  return a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0;
}

static void
start_comparison (PlxSession     *self,
                  GPtrArray      *articles,
                  GPtrArray      *documents,
                  PlxNamings     *namings,
                  PlxCorrections *corrections)
{
  Job *job = g_new0 (Job, 1);

  self->cancellable = g_cancellable_new ();
  job->session = g_object_ref (self);
  job->articles = g_ptr_array_ref (articles);
  job->cancellable = g_object_ref (self->cancellable);

  /* While only a text or the day changes, what is on the screen may stay there
   * until the new comparison is done; with other articles it would not fit. */
  if (!is_same_list (self->articles, articles))
    take_analysis (self, NULL, NULL);

  set_busy (self, TRUE);
  plx_comparison_run_async (self->library, self->story, documents, namings, corrections,
                            self->filter->as_of, get_asked_day (self), job->cancellable,
                            compared_cb, job);
}

static void
compare (PlxSession *self)
{
  g_autoptr (GPtrArray) articles = list_articles (self);
  g_autoptr (GPtrArray) documents = list_documents (articles);
  g_autofree gint64 *ids = list_ids (articles);
  const gint64 story = plx_story_get_id (self->story);
  g_autoptr (PlxNamings) namings =
    plx_namings_new (plx_session_get_said (self, PLX_SAYING_NAMING), ids, articles->len, story);
  g_autoptr (PlxCorrections) corrections =
    plx_corrections_new (plx_session_get_said (self, PLX_SAYING_CORRECTION), ids, articles->len,
                         story);
  g_autofree char *key = plx_comparison_dup_key (documents, namings, corrections,
                                                 self->filter->as_of, get_asked_day (self));
  gboolean changed = g_set_str (&self->key, key);

  if (!changed && (self->analysis != NULL || self->cancellable != NULL))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (documents->len > 0)
    {
      start_comparison (self, articles, documents, namings, corrections);
      return;
    }

  take_analysis (self, NULL, NULL);
  set_busy (self, FALSE);
}

static gboolean
compare_idle_cb (gpointer user_data)
{
  PlxSession *self = user_data;

  self->compare_id = 0;
  compare (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_ready (PlxSession *self)
{
  return self->loaded && plx_session_has_said (self, PLX_SAYING_NAMING) &&
         plx_session_has_said (self, PLX_SAYING_CORRECTION);
}

/* One change of the library may notify many times: it is compared once. */
static void
queue_compare (PlxSession *self)
{
  if (is_ready (self) && self->compare_id == 0)
    self->compare_id = g_idle_add (compare_idle_cb, self);
}

static void
document_notify_cb (PlxSession *self)
{
  queue_compare (self);
}

static void
articles_changed_cb (PlxSession *self,
                     guint       position,
                     guint       removed,
                     guint       added,
                     GListModel *list)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (list, i);

      g_signal_handlers_disconnect_by_func (article, document_notify_cb, self);
      g_signal_connect_object (article, "notify::document", G_CALLBACK (document_notify_cb),
                               self, G_CONNECT_SWAPPED);
    }

  queue_compare (self);
}

static gboolean
is_same_filter (PlxFilter *a,
                PlxFilter *b)
{
  g_autofree char *string_a = plx_filter_to_string (a);
  g_autofree char *string_b = plx_filter_to_string (b);

  return g_str_equal (string_a, string_b);
}

static void
story_filter_notify_cb (PlxSession *self)
{
  PlxFilter *filter = plx_story_get_filter (self->story);

  /* While the user sets one filter after the other, the library is behind. */
  if (self->n_filters > 0 || is_same_filter (filter, self->filter))
    return;

  apply_filter (self, filter);
  queue_compare (self);
}

static void
story_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (PlxSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_load_story_finish (PLX_LIBRARY (object), result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      set_busy (self, FALSE);
      fail (self, error);
      return;
    }

  if (self->story == NULL)
    return;

  self->loaded = TRUE;
  g_clear_object (&self->cancellable);
  if (is_ready (self))
    compare (self);
}

static void
notes_changed_cb (PlxSession *self)
{
  g_signal_emit (self, signals[SIGNAL_NOTES_CHANGED], 0);
}

static void
placements_changed_cb (PlxSession *self)
{
  g_signal_emit (self, signals[SIGNAL_PLACEMENTS_CHANGED], 0);
}

static void
plx_session_constructed (GObject *object)
{
  static void (* const changed_cbs[PLX_N_SAYINGS]) (PlxSession *) = {
    [PLX_SAYING_NAMING] = queue_compare,
    [PLX_SAYING_CORRECTION] = queue_compare,
    [PLX_SAYING_NOTE] = notes_changed_cb,
    [PLX_SAYING_PLACEMENT] = placements_changed_cb,
  };
  PlxSession *self = PLX_SESSION (object);

  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    {
      self->said[i] = plx_story_said_new (self->library, i);
      g_signal_connect_object (self->said[i], "changed", G_CALLBACK (changed_cbs[i]), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->said[i], "failed", G_CALLBACK (fail), self,
                               G_CONNECT_SWAPPED);
    }

  G_OBJECT_CLASS (plx_session_parent_class)->constructed (object);
}

static void
plx_session_dispose (GObject *object)
{
  PlxSession *self = PLX_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->compare_id, g_source_remove);
  g_clear_object (&self->story_group);
  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    g_clear_object (&self->said[i]);
  g_clear_object (&self->story);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plx_session_parent_class)->dispose (object);
}

static void
plx_session_finalize (GObject *object)
{
  PlxSession *self = PLX_SESSION (object);

  g_clear_pointer (&self->filter, plx_filter_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->sources, g_strfreev);
  plx_note_places_clear (&self->note_places);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (plx_session_parent_class)->finalize (object);
}

static void
plx_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlxSession *self = PLX_SESSION (object);

  switch ((PlxSessionProperty) prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;

    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;

    case PROP_ANALYSIS:
      g_value_set_boxed (value, self->analysis);
      break;

    case PROP_PASSAGES:
      g_value_set_boxed (value, self->passages);
      break;

    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;

    case PROP_ARTICLE:
      g_value_set_uint (value, self->article);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_session_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PlxSession *self = PLX_SESSION (object);

  switch ((PlxSessionProperty) prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;

    case PROP_STORY:
      plx_session_set_story (self, g_value_get_object (value));
      break;

    case PROP_FILTER:
      plx_session_set_filter (self, g_value_get_boxed (value));
      break;

    case PROP_ARTICLE:
      plx_session_set_article (self, g_value_get_uint (value));
      break;

    case PROP_ANALYSIS:
    case PROP_PASSAGES:
    case PROP_BUSY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_session_class_init (PlxSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable =
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readwrite = readable | G_PARAM_WRITABLE;

  object_class->constructed = plx_session_constructed;
  object_class->dispose = plx_session_dispose;
  object_class->finalize = plx_session_finalize;
  object_class->get_property = plx_session_get_property;
  object_class->set_property = plx_session_set_property;

  props[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, PLX_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_STORY] = g_param_spec_object ("story", NULL, NULL, PLX_TYPE_STORY, readwrite);
  props[PROP_ANALYSIS] = g_param_spec_boxed ("analysis", NULL, NULL, PLX_TYPE_ANALYSIS, readable);
  props[PROP_PASSAGES] = g_param_spec_boxed ("passages", NULL, NULL, PLX_TYPE_PASSAGES, readable);
  props[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, PLX_TYPE_FILTER, readwrite);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  props[PROP_ARTICLE] =
    g_param_spec_uint ("article", NULL, NULL, 0, G_MAXUINT, 0, readwrite);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_SHOW_SENTENCE] =
    g_signal_new ("show-sentence", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_COMPARE_SENTENCE] =
    g_signal_new ("compare-sentence", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_PTR_ARRAY);
  signals[SIGNAL_NOTES_CHANGED] =
    g_signal_new ("notes-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PLACEMENTS_CHANGED] =
    g_signal_new ("placements-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

/* The filter may ask for what there was not, or is called otherwise. */
static void
tables_changed_cb (PlxSession *self)
{
  g_autoptr (PlxFilter) filter = plx_filter_ref (self->filter);

  apply_filter (self, filter);
}

static void
plx_session_init (PlxSession *self)
{
  self->filter = plx_filter_new ();
  g_signal_connect_object (plx_own_tables_get_default (), "changed",
                           G_CALLBACK (tables_changed_cb), self, G_CONNECT_SWAPPED);

  self->story_group = g_signal_group_new (PLX_TYPE_STORY);
  g_signal_group_connect_swapped (self->story_group, "notify::filter",
                                  G_CALLBACK (story_filter_notify_cb), self);
}

/**
 * plx_session_new:
 * @library: (nullable): the library of the stories; without one no story can be opened
 *
 * Returns: (transfer full): a session in which no story is open
 */
PlxSession *
plx_session_new (PlxLibrary *library)
{
  return g_object_new (PLX_TYPE_SESSION, "library", library, NULL);
}

PlxLibrary *
plx_session_get_library (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->library;
}

PlxStory *
plx_session_get_story (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->story;
}

/**
 * plx_session_set_story:
 * @self: a session
 * @story: (nullable): the story to open, or `NULL` to close the open one
 *
 * Opens a story: loads its articles, then what is found in them.
 *
 * Returns at once; what was under way for another story is cancelled.
 */
void
plx_session_set_story (PlxSession *self,
                       PlxStory   *story)
{
  g_autoptr (PlxFilter) none = NULL;
  GListStore *articles;

  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));
  g_return_if_fail (story == NULL || self->library != NULL);

  if (story == self->story)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->compare_id, g_source_remove);
  g_clear_pointer (&self->key, g_free);
  if (self->story != NULL)
    g_signal_handlers_disconnect_by_func (plx_story_get_articles (self->story),
                                          articles_changed_cb, self);

  g_object_freeze_notify (G_OBJECT (self));
  g_set_object (&self->story, story);
  self->loaded = FALSE;
  self->article = 0;
  take_analysis (self, NULL, NULL);
  none = plx_filter_new ();
  apply_filter (self, story != NULL ? plx_story_get_filter (story) : none);
  set_busy (self, story != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARTICLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STORY]);
  g_object_thaw_notify (G_OBJECT (self));

  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    plx_story_said_set_story (self->said[i], story);
  g_signal_group_set_target (self->story_group, story);
  if (story == NULL)
    return;

  articles = plx_story_get_articles (story);
  g_signal_connect_object (articles, "items-changed", G_CALLBACK (articles_changed_cb),
                           self, G_CONNECT_SWAPPED);
  articles_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (articles)),
                       G_LIST_MODEL (articles));

  self->cancellable = g_cancellable_new ();
  plx_library_load_story_async (self->library, story, self->cancellable, story_loaded_cb,
                                g_object_ref (self));
}

PlxAnalysis *
plx_session_get_analysis (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->analysis;
}

PlxPassages *
plx_session_get_passages (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->passages;
}

PlxFilter *
plx_session_get_filter (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->filter;
}

static void
filter_changed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (PlxSession) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_filters--;
  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    fail (self, error);

  /* The window must not show a filter that the library does not know. */
  if (self->story != NULL)
    story_filter_notify_cb (self);
}

/**
 * plx_session_set_filter:
 * @self: a session in which a story is open
 * @filter: which passages are shown from now on
 *
 * Filters the open story; the user can undo it.
 */
void
plx_session_set_filter (PlxSession *self,
                        PlxFilter  *filter)
{
  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  if (filter == self->filter || self->story == NULL)
    return;

  /* Shown before it is written: a filter follows the hand. */
  apply_filter (self, filter);
  queue_compare (self);
  self->n_filters++;
  plx_library_set_filter_async (self->library, self->story, filter, filter_changed_cb,
                                g_object_ref (self));
}

/**
 * plx_session_clear_filter:
 * @self: a session in which a story is open
 *
 * Shows every passage of the open story; the user can undo it.
 */
void
plx_session_clear_filter (PlxSession *self)
{
  g_autoptr (PlxFilter) filter = NULL;

  g_return_if_fail (PLX_IS_SESSION (self));

  /* To which treaty the countries are held, and on which day, hides nothing. */
  filter = plx_filter_new ();
  g_set_str (&filter->relation, self->filter->relation);
  filter->as_of = self->filter->as_of;
  filter->day = self->filter->day;
  plx_session_set_filter (self, filter);
}

gboolean
plx_session_is_busy (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), FALSE);

  return self->busy;
}

guint
plx_session_get_article (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), 0);

  return self->article;
}

void
plx_session_set_article (PlxSession *self,
                         guint       article)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  if (self->article == article)
    return;

  self->article = article;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARTICLE]);
}

/**
 * plx_session_find_article:
 * @self: a session
 * @article: a place in the analysis
 *
 * Returns: (transfer none) (nullable): the article at that place, or `NULL` where there is no
 *   such place or no analysis
 */
PlxArticle *
plx_session_find_article (PlxSession *self,
                          guint       article)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  if (self->articles == NULL || article >= self->articles->len)
    return NULL;

  return self->articles->pdata[article];
}

/**
 * plx_session_get_source:
 * @self: a session
 * @article: a place in the analysis
 *
 * Returns: (transfer none): what to call the article beside the others of its story; an empty
 *   string where there is no such place or no analysis
 */
const char *
plx_session_get_source (PlxSession *self,
                        guint       article)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return plx_session_find_article (self, article) != NULL ? self->sources[article] : "";
}

/**
 * plx_session_get_said:
 * @self: a session
 * @saying: a kind of what the user says
 *
 * Returns: (transfer none): what the user has said of its story, the oldest first
 */
GPtrArray *
plx_session_get_said (PlxSession *self,
                      PlxSaying   saying)
{
  return plx_story_said_get_all (self->said[saying]);
}

/**
 * plx_session_has_said:
 * @self: a session
 * @saying: a kind of what the user says
 *
 * Returns: whether it is known what the user has said of its story
 */
gboolean
plx_session_has_said (PlxSession *self,
                      PlxSaying   saying)
{
  return plx_story_said_is_read (self->said[saying]);
}

/**
 * plx_session_get_ids:
 * @self: a session
 *
 * Returns: (transfer none) (nullable) (array): the ids of the articles of its analysis, by their
 *   place; `NULL` where there is none
 */
const gint64 *
plx_session_get_ids (PlxSession *self)
{
  return self->ids;
}

/**
 * plx_session_get_note_places:
 * @self: a session
 *
 * Returns: (transfer none): on which claims of its analysis the notes are
 */
PlxNotePlaces *
plx_session_get_note_places (PlxSession *self)
{
  return &self->note_places;
}

/**
 * plx_session_get_articles:
 * @self: a session
 *
 * Returns: (transfer none) (nullable) (element-type PlxArticle): the articles of its analysis, by
 *   their place; `NULL` where there is none
 */
GPtrArray *
plx_session_get_articles (PlxSession *self)
{
  return self->articles;
}

/**
 * plx_session_get_today:
 * @self: a session
 *
 * Returns: the day on which the user sits before the screen
 */
PlxDay
plx_session_get_today (PlxSession *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));

  return g_date_get_julian (&date);
}

/**
 * plx_session_show_sentence:
 * @self: a session
 * @ref: a sentence of the analysis
 *
 * Asks for a sentence to be shown in its article.
 */
void
plx_session_show_sentence (PlxSession     *self,
                           PlxSentenceRef  ref)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  plx_session_set_article (self, ref.article);
  g_signal_emit (self, signals[SIGNAL_SHOW_SENTENCE], 0, ref.article, ref.sentence);
}

/**
 * plx_session_compare_sentence:
 * @self: a session
 * @ref: a sentence of the analysis
 *
 * Asks for a sentence to be shown beside what other sources say of it.
 */
void
plx_session_compare_sentence (PlxSession     *self,
                              PlxSentenceRef  ref)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_COMPARE_SENTENCE], 0, ref.article, ref.sentence);
}
