/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-importer"

#include "config.h"

#include "window/plx-importer.h"

#include <glib/gi18n-lib.h>

#include "comparing/plx-story-title.h"
#include "library/plx-library-trash.h"
#include "reading/tables/plx-tables.h"
#include "window/plx-known-story.h"

/* What is over before one has read the word needs no bar. */
#define SLOW_MS 500

/**
 * PlxImporter:
 *
 * Brings articles into the library: reads files or what was pasted, and adds them to a story.
 *
 * It works off one request after another and lives on the main thread; reading
 * and writing do not. Nothing of a request is in the library before all of it is read, so that
 * to cancel it changes nothing, and one step of the history takes it back.
 *
 * Properties: `busy`; `slow`, whether it has been so for long enough that the user wonders;
 * `fraction` from 0 to 1; `status`, what it is doing, in words; `detail`, which file it is at
 * (nullable); `incoming`, a [iface@Gio.ListModel] of [class@Gtk.StringObject], the articles that
 * are read but not yet in the library: a headline and, after a line break, who published it.
 *
 * Signals: `ask-columns (GPtrArray of PlxTables)` where there are tables among the files; who
 * handles it calls plx_importer_answer_columns(). Where nobody does, the columns are guessed.
 * `done (PlxImportOutcome *)` after each request. What it points to is lent for the time of the
 * call.
 */
struct _PlxImporter
{
  GObject        parent_instance;

  PlxLibrary    *library;
  GQueue         requests;    /* Request; the first is under way where there is a cancellable */
  GCancellable  *cancellable; /* nullable */
  GtkStringList *incoming;
  guint          slow_id;     /* runs out when a request is slow, or 0 */
  gboolean       slow;
  double         fraction;
  char          *status;      /* nullable before the first request */
  char          *detail;      /* nullable */
};

typedef enum
{
  PROP_BUSY = 1,
  PROP_SLOW,
  PROP_FRACTION,
  PROP_STATUS,
  PROP_DETAIL,
  PROP_INCOMING,
} PlxImporterProperty;

enum
{
  SIGNAL_ASK_COLUMNS,
  SIGNAL_DONE,
  N_SIGNALS,
};

static GParamSpec *props[PROP_INCOMING + 1];
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
  gboolean         asking;    /* whether the user is asked about tables */
  PlxReadingBatch *batch;     /* nullable until it is read */
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
set_progress (PlxImporter *self,
              double       fraction,
              const char  *status,
              const char  *detail)
{
  if (self->fraction != fraction)
    {
      self->fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
    }
  if (g_set_str (&self->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
  if (g_set_str (&self->detail, detail))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
}

static void
set_slow (PlxImporter *self,
          gboolean     slow)
{
  g_clear_handle_id (&self->slow_id, g_source_remove);
  if (self->slow == slow)
    return;

  self->slow = slow;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SLOW]);
}

static void
slow_cb (gpointer data)
{
  PlxImporter *self = data;

  self->slow_id = 0;
  set_slow (self, TRUE);
}

static void
clear_incoming (PlxImporter *self)
{
  gtk_string_list_splice (self->incoming, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->incoming)), NULL);
}

static void
finish (Request  *request,
        PlxStory *story,
        guint     n_restored,
        gboolean  known,
        GError   *error)
{
  g_autoptr (PlxImporter) self = g_object_ref (request->importer);
  guint n = story != NULL ? plx_story_get_n_articles (story) : 0;
  PlxImportOutcome outcome = {
    .story = story,
    .n_added = n > request->n_before && !known ? n - request->n_before : 0,
    .n_restored = n_restored,
    .known = known,
    .batch = request->batch,
    .error = error,
  };

  g_queue_remove (&self->requests, request);
  g_clear_object (&self->cancellable);
  set_slow (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, &outcome);
  clear_incoming (self);
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
  g_autoptr (PlxStory) story = plx_library_add_finish (PLX_LIBRARY (object), result, &error);

  finish (request, story, plx_library_get_n_moved (PLX_LIBRARY (object), result), FALSE, error);
}

static void
add (Request *request)
{
  PlxImporter *self = request->importer;
  g_autofree char *title = g_strdup (request->title);
  g_autofree char *status = NULL;

  status = g_strdup_printf (ngettext ("Adding %u article", "Adding %u articles",
                                      request->batch->documents->len),
                            request->batch->documents->len);
  set_progress (self, 1, status, NULL);

  if (title == NULL)
    title = plx_story_title_propose (request->batch->documents);
  if (request->story != NULL)
    request->n_before = plx_story_get_n_articles (request->story);

  plx_library_add_async (self->library, request->story, title, request->batch->documents,
                         self->cancellable, added_cb, request);
}

static void
known_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStory) story = plx_known_story_find_finish (result, &error);

  if (error != NULL)
    finish (request, NULL, 0, FALSE, error);
  else if (story != NULL)
    finish (request, story, 0, TRUE, NULL);
  else
    add (request);
}

static void
batch_read (Request *request)
{
  if (request->batch->documents->len == 0)
    finish (request, NULL, 0, FALSE, NULL);
  else if (request->story != NULL)
    add (request);
  else
    plx_known_story_find_async (request->importer->library, request->batch->documents,
                                request->importer->cancellable, known_found_cb, request);
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
    finish (request, NULL, 0, FALSE, error);
  else
    batch_read (request);
}

static char *
describe (const PlxReadingProgress *progress)
{
  if (progress->looking)
    /* Translators: while folders are looked through; %u is how many files were found so far */
    return g_strdup_printf (ngettext ("Looking for files: %u found", "Looking for files: %u found",
                                      progress->n_found), progress->n_found);

  if (progress->n_found > 1)
    /* Translators: the first is the file that is being read, the second how many there are */
    return g_strdup_printf (_("File %u of %u"), MIN (progress->n_done + 1,
                                                             progress->n_found),
                            progress->n_found);

  if (progress->n_articles > 1)
    return g_strdup_printf (ngettext ("Reading: %u article so far", "Reading: %u articles so far",
                                      progress->n_articles), progress->n_articles);

  return g_strdup (_("Reading articles"));
}

static void
progress_cb (const PlxReadingProgress *progress,
             gpointer                  user_data)
{
  PlxImporter *self = user_data;
  g_autofree char *status = describe (progress);

  set_progress (self, progress->fraction, status, progress->name);
  for (guint i = 0; i < progress->articles->len; i++)
    {
      const PlxReadingRow *row = progress->articles->pdata[i];

      gtk_string_list_take (self->incoming,
                            g_strconcat (row->title != NULL ? row->title : _("Untitled"),
                                         row->outlet != NULL ? "\n" : NULL, row->outlet, NULL));
    }
}

static void
read_bytes_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Request *request = task_data;
  PlxReadingBatch *batch = plx_reading_batch_new ();
  const PlxReadingOptions options = { .keep_originals = TRUE };

  plx_reading_batch_read_bytes (batch, request->bytes, _("Pasted text"), request->address, &options,
                                cancellable);
  g_task_return_pointer (task, batch, (GDestroyNotify) plx_reading_batch_free);
}

static void
bytes_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;

  request->batch = g_task_propagate_pointer (G_TASK (result), &error);
  if (request->batch == NULL)
    finish (request, NULL, 0, FALSE, error);
  else
    batch_read (request);
}

static void
read_files (Request   *request,
            GPtrArray *columns)
{
  PlxImporter *self = request->importer;
  const PlxReadingOptions options = { .columns = columns, .keep_originals = TRUE };

  set_slow (self, FALSE);
  self->slow_id = g_timeout_add_once (SLOW_MS, slow_cb, self);
  plx_reading_read_files_async (request->files, &options, progress_cb, self, self->cancellable,
                                files_read_cb, request);
}

static void
tables_found_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Request *request = user_data;
  PlxImporter *self = request->importer;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = plx_tables_find_finish (result, &error);

  if (tables == NULL)
    {
      finish (request, NULL, 0, FALSE, error);
      return;
    }

  if (tables->len == 0 ||
      !g_signal_has_handler_pending (self, signals[SIGNAL_ASK_COLUMNS], 0, FALSE))
    {
      read_files (request, NULL);
      return;
    }

  /* It is the user now who takes his time. */
  set_slow (self, FALSE);
  request->asking = TRUE;
  g_signal_emit (self, signals[SIGNAL_ASK_COLUMNS], 0, tables);
}

static void
start (Request *request)
{
  PlxImporter *self = request->importer;

  if (request->files != NULL)
    {
      plx_tables_find_async (request->files, self->cancellable, tables_found_cb, request);
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (self, self->cancellable, bytes_read_cb, request);

      g_task_set_source_tag (task, start);
      g_task_set_static_name (task, "[parallax] read what was pasted");
      g_task_set_task_data (task, request, NULL);
      g_task_run_in_thread (task, read_bytes_in_thread);
    }
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
  self->slow_id = g_timeout_add_once (SLOW_MS, slow_cb, self);
  set_progress (self, 0, request->files != NULL ? _("Looking for files") : _("Reading articles"),
                NULL);
  start (request);
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
  g_clear_handle_id (&self->slow_id, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->incoming);
  g_free (self->status);
  g_free (self->detail);

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

    case PROP_SLOW:
      g_value_set_boolean (value, self->slow);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;

    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_INCOMING:
      g_value_set_object (value, self->incoming);
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
  props[PROP_SLOW] = g_param_spec_boolean ("slow", NULL, NULL, FALSE, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  props[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  props[PROP_INCOMING] = g_param_spec_object ("incoming", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_ASK_COLUMNS] =
    g_signal_new ("ask-columns", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[SIGNAL_DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
plx_importer_init (PlxImporter *self)
{
  g_queue_init (&self->requests);
  self->incoming = gtk_string_list_new (NULL);
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
 * plx_importer_is_slow:
 * @self: an importer
 *
 * Returns: whether it has been busy for long enough that the user wonders
 */
gboolean
plx_importer_is_slow (PlxImporter *self)
{
  g_return_val_if_fail (PLX_IS_IMPORTER (self), FALSE);

  return self->slow;
}

/**
 * plx_importer_cancel:
 * @self: an importer
 *
 * Gives up the request under way. What was added before stays in the library.
 */
void
plx_importer_cancel (PlxImporter *self)
{
  g_return_if_fail (PLX_IS_IMPORTER (self));

  g_cancellable_cancel (self->cancellable);
  plx_importer_answer_columns (self, NULL);
}

/**
 * plx_importer_answer_columns:
 * @self: an importer that asked what the columns of tables hold
 * @columns: (nullable) (element-type PlxColumns): what they hold; or `NULL` to give up the request
 */
void
plx_importer_answer_columns (PlxImporter *self,
                             GPtrArray   *columns)
{
  Request *request = g_queue_peek_head (&self->requests);
  g_autoptr (GError) error = NULL;

  if (request == NULL || !request->asking)
    return;

  request->asking = FALSE;
  if (columns != NULL)
    {
      read_files (request, columns);
      return;
    }

  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The user does not want them");
  finish (request, NULL, 0, FALSE, error);
}

/**
 * plx_importer_add_files:
 * @self: an importer
 * @files: (element-type GFile): files and folders
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
