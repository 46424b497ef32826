/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-story-corrections.h"

struct _PlxStoryCorrections
{
  GObject       parent_instance;

  PlxLibrary   *library;       /* nullable, weak: the session has it */
  PlxStory     *story;         /* nullable */
  GPtrArray    *corrections;   /* PlxCorrection; never NULL */
  GPtrArray    *notes;         /* PlxNote; never NULL */
  GCancellable *cancellable;   /* nullable; while corrections are being read */
  GCancellable *note_reading;  /* nullable; while notes are being read */
  gboolean      is_read;

  PlxAnalysis  *placed_in;     /* nullable; to which the places fit */
  GArray       *places;        /* guint: the claim of each note, or PLX_NONE */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_NOTES_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxStoryCorrections, plx_story_corrections, G_TYPE_OBJECT)

static void
forget_places (PlxStoryCorrections *self)
{
  g_clear_pointer (&self->placed_in, plx_analysis_unref);
  g_array_set_size (self->places, 0);
}

static void
take_corrections (PlxStoryCorrections *self,
                  GPtrArray           *corrections)
{
  g_ptr_array_unref (self->corrections);
  self->corrections = corrections;
}

static void
take_notes (PlxStoryCorrections *self,
            GPtrArray           *notes)
{
  forget_places (self);
  g_ptr_array_unref (self->notes);
  self->notes = notes;
}

static void
stop (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* What comes although it was cancelled is of another story, or of before a change. */
static gboolean
is_late (GAsyncResult *result,
         GCancellable *cancellable)
{
  return cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != cancellable;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxStoryCorrections) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) corrections =
    plx_library_list_corrections_finish (PLX_LIBRARY (object), result, &error);

  if (is_late (result, self->cancellable))
    return;

  g_clear_object (&self->cancellable);
  self->is_read = TRUE;
  if (corrections != NULL)
    take_corrections (self, g_steal_pointer (&corrections));
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
notes_listed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (PlxStoryCorrections) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes =
    plx_library_list_notes_finish (PLX_LIBRARY (object), result, &error);

  if (is_late (result, self->note_reading))
    return;

  g_clear_object (&self->note_reading);
  if (notes != NULL)
    take_notes (self, g_steal_pointer (&notes));
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);

  g_signal_emit (self, signals[SIGNAL_NOTES_CHANGED], 0);
}

static void
read_corrections (PlxStoryCorrections *self)
{
  stop (&self->cancellable);
  if (self->story == NULL || self->library == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  plx_library_list_corrections_async (self->library, self->story, self->cancellable, listed_cb,
                                      g_object_ref (self));
}

static void
read_notes (PlxStoryCorrections *self)
{
  stop (&self->note_reading);
  if (self->story == NULL || self->library == NULL)
    return;

  self->note_reading = g_cancellable_new ();
  plx_library_list_notes_async (self->library, self->story, self->note_reading, notes_listed_cb,
                                g_object_ref (self));
}

static void
plx_story_corrections_dispose (GObject *object)
{
  PlxStoryCorrections *self = PLX_STORY_CORRECTIONS (object);

  stop (&self->cancellable);
  stop (&self->note_reading);
  g_clear_object (&self->story);
  g_clear_weak_pointer (&self->library);

  G_OBJECT_CLASS (plx_story_corrections_parent_class)->dispose (object);
}

static void
plx_story_corrections_finalize (GObject *object)
{
  PlxStoryCorrections *self = PLX_STORY_CORRECTIONS (object);

  g_clear_pointer (&self->placed_in, plx_analysis_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_story_corrections_parent_class)->finalize (object);
}

static void
plx_story_corrections_class_init (PlxStoryCorrectionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_story_corrections_dispose;
  object_class->finalize = plx_story_corrections_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOTES_CHANGED] =
    g_signal_new ("notes-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plx_story_corrections_init (PlxStoryCorrections *self)
{
  self->corrections = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * plx_story_corrections_new:
 * @library: (nullable): the library of the stories; without one nothing is ever said
 *
 * Returns: (transfer full): what the user has said, of no story yet
 */
PlxStoryCorrections *
plx_story_corrections_new (PlxLibrary *library)
{
  PlxStoryCorrections *self = g_object_new (PLX_TYPE_STORY_CORRECTIONS, NULL);

  g_set_weak_pointer (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "corrections-changed", G_CALLBACK (read_corrections), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "notes-changed", G_CALLBACK (read_notes), self,
                               G_CONNECT_SWAPPED);
    }

  return self;
}

/**
 * plx_story_corrections_set_story:
 * @self: what the user has said
 * @story: (nullable): the story of whose claims
 *
 * Reads what was said of another story.
 */
void
plx_story_corrections_set_story (PlxStoryCorrections *self,
                                 PlxStory            *story)
{
  g_return_if_fail (PLX_IS_STORY_CORRECTIONS (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));

  if (!g_set_object (&self->story, story))
    return;

  self->is_read = FALSE;
  take_corrections (self, g_ptr_array_new ());
  take_notes (self, g_ptr_array_new ());
  read_corrections (self);
  read_notes (self);
}

/**
 * plx_story_corrections_is_read:
 * @self: what the user has said
 *
 * Returns: whether it is known; the notes may still be coming
 */
gboolean
plx_story_corrections_is_read (PlxStoryCorrections *self)
{
  g_return_val_if_fail (PLX_IS_STORY_CORRECTIONS (self), FALSE);

  return self->is_read;
}

/**
 * plx_story_corrections_get_all:
 * @self: what the user has said
 *
 * Returns: (transfer none) (element-type PlxCorrection): all of it, the oldest first
 */
GPtrArray *
plx_story_corrections_get_all (PlxStoryCorrections *self)
{
  g_return_val_if_fail (PLX_IS_STORY_CORRECTIONS (self), NULL);

  return self->corrections;
}

/**
 * plx_story_corrections_get_notes:
 * @self: what the user has said
 *
 * Returns: (transfer none) (element-type PlxNote): the notes, the oldest first
 */
GPtrArray *
plx_story_corrections_get_notes (PlxStoryCorrections *self)
{
  g_return_val_if_fail (PLX_IS_STORY_CORRECTIONS (self), NULL);

  return self->notes;
}

static gint64 *
list_ids (GPtrArray *articles)
{
  gint64 *ids = g_new0 (gint64, articles->len + 1);

  for (guint i = 0; i < articles->len; i++)
    ids[i] = plx_article_get_id (g_ptr_array_index (articles, i));

  return ids;
}

/**
 * plx_story_corrections_look_up:
 * @self: what the user has said
 * @articles: (element-type PlxArticle): the articles of the story, in their order
 *
 * Returns: (transfer full): what of it speaks of these articles
 */
PlxCorrections *
plx_story_corrections_look_up (PlxStoryCorrections *self,
                               GPtrArray           *articles)
{
  g_autofree gint64 *ids = NULL;

  g_return_val_if_fail (PLX_IS_STORY_CORRECTIONS (self), NULL);

  ids = list_ids (articles);

  return plx_corrections_new (self->corrections, ids, articles->len,
                              self->story != NULL ? plx_story_get_id (self->story) : 0);
}

static void
place_notes (PlxStoryCorrections *self,
             PlxAnalysis         *analysis,
             GPtrArray           *articles)
{
  g_autofree gint64 *ids = list_ids (articles);
  g_autoptr (PlxAnchorIndex) index = NULL;

  if (self->placed_in == analysis)
    return;

  forget_places (self);
  self->placed_in = plx_analysis_ref (analysis);
  index = plx_anchor_index_new (analysis->annotations, ids);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const PlxNote *note = g_ptr_array_index (self->notes, i);
      const guint claim = plx_anchor_index_find_claim (index, analysis, note->anchors);

      g_array_append_val (self->places, claim);
    }
}

/**
 * plx_story_corrections_list_notes:
 * @self: what the user has said
 * @analysis: what is found in the story
 * @articles: (element-type PlxArticle): its articles, by their place
 * @claim: a claim of it, by its place
 *
 * Returns: (transfer container) (element-type PlxNote): the notes on that claim, the oldest first;
 *   of use until the notes change
 */
GPtrArray *
plx_story_corrections_list_notes (PlxStoryCorrections *self,
                                  PlxAnalysis         *analysis,
                                  GPtrArray           *articles,
                                  guint                claim)
{
  GPtrArray *notes;

  g_return_val_if_fail (PLX_IS_STORY_CORRECTIONS (self), NULL);

  notes = g_ptr_array_new ();
  if (self->notes->len == 0)
    return notes;

  place_notes (self, analysis, articles);
  for (guint i = 0; i < self->notes->len; i++)
    if (g_array_index (self->places, guint, i) == claim)
      g_ptr_array_add (notes, g_ptr_array_index (self->notes, i));

  return notes;
}
