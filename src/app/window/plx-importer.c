/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-importer"

#include "config.h"

#include "window/plx-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/plx-story-title.h"

/**
 * PlxImporter:
 *
 * Brings articles into the library: reads files or what was pasted, and adds them to a story.
 *
 * It works off one request after another and lives on the main thread; reading
 * and writing do not. Properties: `busy`, and `fraction` from 0 to 1.
 *
 * Signals: `done (PlxImportOutcome *)` after each request. What it points to is lent for the
 * time of the call.
 */
struct _PlxImporter
{
  GObject       parent_instance;

  PlxLibrary   *library;
  GQueue        requests;    /* Request; the first is under way where there is a cancellable */
  GCancellable *cancellable; /* nullable */
  double        fraction;
};

typedef enum
{
  PROP_BUSY = 1,
  PROP_FRACTION,
} PlxImporterProperty;

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static GParamSpec *props[PROP_FRACTION + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxImporter, plx_importer, G_TYPE_OBJECT)

/* What is asked for, and how far it has come. */
typedef struct
{
  PlxImporter     *importer;
  GPtrArray       *files;     /* nullable; GFile */
  GBytes          *bytes;     /* nullable */
  char            *address;   /* nullable; where the bytes come from */
  PlxStory        *story;     /* nullable; a new one */
  char            *title;     /* nullable; of the new one */
  PlxReadingBatch *batch;     /* nullable until it is read */
  guint            candidate; /* which story is looked at for the same articles */
  guint            n_before;
} Request;

static void start_next (PlxImporter *self);

static void
request_free (Request *request)
{
  g_object_unref (request->importer);
  g_clear_pointer (&request->files, g_ptr_array_unref);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free (request->address);
  g_clear_object (&request->story);
  g_free (request->title);
  g_clear_pointer (&request->batch, plx_reading_batch_free);
  g_free (request);
}

static void
set_fraction (PlxImporter *self,
              double       fraction)
{
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
}

static void
finish (Request  *request,
        PlxStory *story,
        gboolean  known,
        GError   *error)
{
  g_autoptr (PlxImporter) self = g_object_ref (request->importer);
  guint n = story != NULL ? plx_story_get_n_articles (story) : 0;
  PlxImportOutcome outcome = {
    .story = story,
    .n_added = n > request->n_before && !known ? n - request->n_before : 0,
    .known = known,
    .batch = request->batch,
    .error = error,
  };

  g_queue_remove (&self->requests, request);
  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, &outcome);
  request_free (request);

  start_next (self);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  PlxStory *story = plx_library_add_finish (PLX_LIBRARY (object), result, &error);
  g_autoptr (PlxStory) kept = story != NULL ? g_object_ref (story) : NULL;

  finish (request, kept, FALSE, error);
}

static void
add (Request *request)
{
  PlxImporter *self = request->importer;
  g_autofree char *title = g_strdup (request->title);

  if (title == NULL)
    title = plx_story_title_propose (request->batch->documents);
  if (request->story != NULL)
    request->n_before = plx_story_get_n_articles (request->story);

  plx_library_add_async (self->library, request->story, title, request->batch->documents,
                         self->cancellable, added_cb, request);
}

static gboolean
story_has_text (PlxStory   *story,
                const char *text)
{
  GListModel *articles = G_LIST_MODEL (plx_story_get_articles (story));

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);

      /* The text stays as it was read whatever the user cuts or corrects. */
      if (g_str_equal (plx_article_get_document (article)->text->str, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
story_has_all (PlxStory  *story,
               GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      PlxDocument *document = documents->pdata[i];

      if (!story_has_text (story, document->text->str))
        return FALSE;
    }

  return TRUE;
}

static void look_at_candidate (Request *request);

static void
candidate_loaded_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  Request *request = user_data;
  GListModel *stories = plx_library_get_stories (PLX_LIBRARY (object));
  g_autoptr (PlxStory) story = g_list_model_get_item (stories, request->candidate);
  g_autoptr (GError) error = NULL;

  if (!plx_library_load_story_finish (PLX_LIBRARY (object), result, &error))
    g_debug ("A story is not looked at: %s", error->message);
  else if (story != NULL && story_has_all (story, request->batch->documents))
    {
      finish (request, story, TRUE, NULL);
      return;
    }

  request->candidate++;
  look_at_candidate (request);
}

/* Whoever opens the same files again wants the story that he has made of them. */
static void
look_at_candidate (Request *request)
{
  PlxImporter *self = request->importer;
  GListModel *stories = plx_library_get_stories (self->library);

  for (; request->candidate < g_list_model_get_n_items (stories); request->candidate++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, request->candidate);

      if (plx_story_get_n_articles (story) < request->batch->documents->len)
        continue;

      plx_library_load_story_async (self->library, story, self->cancellable,
                                    candidate_loaded_cb, request);
      return;
    }

  add (request);
}

static void
batch_read (Request *request)
{
  if (request->batch->documents->len == 0)
    finish (request, NULL, FALSE, NULL);
  else if (request->story != NULL)
    add (request);
  else
    look_at_candidate (request);
}

static void
files_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;

  request->batch = plx_reading_read_files_finish (result, &error);
  if (request->batch == NULL)
    finish (request, NULL, FALSE, error);
  else
    batch_read (request);
}

static void
progress_cb (const PlxReadingProgress *progress,
             gpointer                  user_data)
{
  set_fraction (user_data, progress->fraction);
}

static void
read_bytes_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_reading_read_bytes (request->bytes, _("Pasted text"),
                                                  request->address, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) plx_document_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
bytes_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  PlxDocument *document = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      finish (request, NULL, FALSE, error);
      return;
    }

  request->batch = plx_reading_batch_new ();
  if (document != NULL)
    g_ptr_array_add (request->batch->documents, document);
  else
    plx_reading_batch_fail (request->batch, _("Pasted text"), g_steal_pointer (&error));

  batch_read (request);
}

static void
start_next (PlxImporter *self)
{
  Request *request = g_queue_peek_head (&self->requests);

  if (self->cancellable != NULL)
    return;

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  if (request == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  set_fraction (self, 0);

  if (request->files != NULL)
    {
      plx_reading_read_files_async (request->files, NULL, progress_cb, self, self->cancellable,
                                    files_read_cb, request);
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (self, self->cancellable, bytes_read_cb, request);

      g_task_set_source_tag (task, start_next);
      g_task_set_static_name (task, "[parallax] read what was pasted");
      g_task_set_task_data (task, request, NULL);
      g_task_run_in_thread (task, read_bytes_in_thread);
    }
}

static void
push (PlxImporter *self,
      Request     *request,
      PlxStory    *story)
{
  request->importer = g_object_ref (self);
  request->story = story != NULL ? g_object_ref (story) : NULL;

  g_queue_push_tail (&self->requests, request);
  start_next (self);
}

static void
plx_importer_finalize (GObject *object)
{
  PlxImporter *self = PLX_IMPORTER (object);

  /* Each request holds the importer, so there is none left. */
  g_assert (g_queue_is_empty (&self->requests));
  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plx_importer_parent_class)->finalize (object);
}

static void
plx_importer_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlxImporter *self = PLX_IMPORTER (object);

  switch ((PlxImporterProperty) prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, plx_importer_is_busy (self));
      break;

    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_importer_class_init (PlxImporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_importer_finalize;
  object_class->get_property = plx_importer_get_property;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
plx_importer_init (PlxImporter *self)
{
  g_queue_init (&self->requests);
}

/**
 * plx_importer_new:
 * @library: where the articles go
 *
 * Returns: (transfer full): an importer
 */
PlxImporter *
plx_importer_new (PlxLibrary *library)
{
  PlxImporter *self = g_object_new (PLX_TYPE_IMPORTER, NULL);

  self->library = g_object_ref (library);

  return self;
}

gboolean
plx_importer_is_busy (PlxImporter *self)
{
  g_return_val_if_fail (PLX_IS_IMPORTER (self), FALSE);

  return !g_queue_is_empty (&self->requests);
}

/**
 * plx_importer_cancel:
 * @self: an importer
 *
 * Gives up the request under way; what is in the library already stays there.
 */
void
plx_importer_cancel (PlxImporter *self)
{
  g_return_if_fail (PLX_IS_IMPORTER (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * plx_importer_add_files:
 * @self: an importer
 * @files: (element-type GFile): the files
 * @story: (nullable): the story to which their articles are added, or `NULL` for a new one
 * @title: (nullable): what a new story is called, or `NULL` to take it from the articles
 *
 * Reads files and adds their articles.
 */
void
plx_importer_add_files (PlxImporter *self,
                        GPtrArray   *files,
                        PlxStory    *story,
                        const char  *title)
{
  Request *request;

  g_return_if_fail (PLX_IS_IMPORTER (self));
  g_return_if_fail (files != NULL);
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));

  request = g_new0 (Request, 1);
  request->files = g_ptr_array_ref (files);
  request->title = g_strdup (title);
  push (self, request, story);
}

/**
 * plx_importer_add_bytes:
 * @self: an importer
 * @bytes: a text or a page
 * @address: (nullable): the address from which it was copied
 * @story: (nullable): the story to which it is added, or `NULL` for a new one
 *
 * Adds what was pasted as an article.
 */
void
plx_importer_add_bytes (PlxImporter *self,
                        GBytes      *bytes,
                        const char  *address,
                        PlxStory    *story)
{
  Request *request;

  g_return_if_fail (PLX_IS_IMPORTER (self));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));

  request = g_new0 (Request, 1);
  request->bytes = g_bytes_ref (bytes);
  request->address = g_strdup (address);
  push (self, request, story);
}

/**
 * plx_importer_explain:
 * @error: why a file did not come in
 *
 * Returns: the same in plain words
 */
const char *
plx_importer_explain (const GError *error)
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
      return _("This is a folder. Add the files in it instead.");

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
