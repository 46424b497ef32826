/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "countries/plx-own-tables.h"
#include "window/plx-session-private.h"

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
    [PLX_SAYING_NAMING] = plx_session_queue_compare,
    [PLX_SAYING_CORRECTION] = plx_session_queue_compare,
    [PLX_SAYING_NOTE] = notes_changed_cb,
    [PLX_SAYING_PLACEMENT] = placements_changed_cb,
  };
  PlxSession *self = PLX_SESSION (object);

  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    {
      self->said[i] = plx_story_said_new (self->library, i);
      g_signal_connect_object (self->said[i], "changed", G_CALLBACK (changed_cbs[i]), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->said[i], "failed", G_CALLBACK (plx_session_fail), self,
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
  g_clear_pointer (&self->progress, plx_progress_unref);
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
  plx_text_notes_clear (&self->text_notes);
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

/* The filter may ask for what there was not, or is called otherwise; sentences may speak of it. */
static void
tables_changed_cb (PlxSession *self)
{
  g_autoptr (PlxFilter) filter = plx_filter_ref (self->filter);

  plx_session_apply_filter (self, filter);
  plx_session_queue_compare (self);
}

static void
plx_session_init (PlxSession *self)
{
  self->filter = plx_filter_new ();
  g_signal_connect_object (plx_own_tables_get_default (), "changed",
                           G_CALLBACK (tables_changed_cb), self, G_CONNECT_SWAPPED);

  self->story_group = g_signal_group_new (PLX_TYPE_STORY);
  g_signal_group_connect_swapped (self->story_group, "notify::filter",
                                  G_CALLBACK (plx_session_follow_filter), self);
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

  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));
  g_return_if_fail (story == NULL || self->library != NULL);

  if (story == self->story)
    return;

  plx_session_leave_off (self);

  g_object_freeze_notify (G_OBJECT (self));
  g_set_object (&self->story, story);
  self->loaded = FALSE;
  self->article = 0;
  plx_session_take_analysis (self, NULL, NULL);
  none = plx_filter_new ();
  plx_session_apply_filter (self, story != NULL ? plx_story_get_filter (story) : none);
  plx_session_set_busy (self, story != NULL);
  g_object_notify (G_OBJECT (self), "article");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STORY]);
  g_object_thaw_notify (G_OBJECT (self));

  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    plx_story_said_set_story (self->said[i], story);
  g_signal_group_set_target (self->story_group, story);
  if (story != NULL)
    plx_session_load_story (self);
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

gboolean
plx_session_is_busy (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), FALSE);

  return self->busy;
}

/**
 * plx_session_set_busy:
 * @self: a session
 * @busy: whether its story is being compared
 */
void
plx_session_set_busy (PlxSession *self,
                      gboolean    busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify (G_OBJECT (self), "busy");
}

/**
 * plx_session_fail:
 * @self: a session
 * @error: why something could not be done
 *
 * Tells of an error, unless it is only that something was cancelled.
 */
void
plx_session_fail (PlxSession   *self,
                  const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
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
  g_object_notify (G_OBJECT (self), "article");
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
