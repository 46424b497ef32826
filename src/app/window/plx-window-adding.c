/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-adding"

#include "config.h"

#include "window/plx-window-adding.h"

#include <glib/gi18n.h>

#include "window/plx-failure-words.h"
#include "window/plx-failures-dialog.h"
#include "window/plx-window-bundle.h"

/* The ways by which articles come into the window: the file chooser, the clipboard, and (in
 * plx-window-drop.c) what is dropped on it; and how the user is told what came of it. */

/* Of 300 files that were chosen at once, the list of recent files need not have more. */
#define MAX_REMEMBERED 10

/**
 * plx_window_remember_files:
 * @files: (element-type GFile): files that the user has named
 *
 * Puts files among those that the desktop remembers, where the user lets it remember any.
 */
void
plx_window_remember_files (GPtrArray *files)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  for (guint i = 0; i < MIN (files->len, MAX_REMEMBERED); i++)
    {
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);

      gtk_recent_manager_add_item (manager, uri);
    }
}

static void
add_files (PlxWindow *self,
           GPtrArray *files,
           gboolean   here)
{
  PlxStory *story = here ? plx_window_get_shown_story (self) : NULL;

  plx_window_remember_files (files);
  plx_importer_add_files (plx_window_get_importer (self), files, story, NULL);
}

/* Files that were chosen while it was open where they should go. */
typedef struct
{
  PlxWindow *window;
  GPtrArray *files;
} Question;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Question *question = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (!g_str_equal (answer, "cancel"))
    add_files (question->window, question->files, g_str_equal (answer, "here"));

  g_object_unref (question->window);
  g_ptr_array_unref (question->files);
  g_free (question);
}

static void
ask_where (PlxWindow *self,
           GPtrArray *files)
{
  PlxStory *story = plx_window_get_shown_story (self);
  AdwDialog *dialog = adw_alert_dialog_new (_("Where to Add Them?"), NULL);
  Question *question = g_new0 (Question, 1);

  /* Translators: %s is the title of a story */
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _("The story “%s” is open."),
                                plx_story_get_title (story));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "new", _("_New Story"),
                                  "here", _("_Add to This Story"),
                                  NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "here");
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "here",
                                            ADW_RESPONSE_SUGGESTED);

  question->window = g_object_ref (self);
  question->files = g_ptr_array_ref (files);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, answered_cb,
                           question);
}

typedef enum
{
  WHERE_NEW,
  WHERE_HERE,
  WHERE_ASK,
} Where;

typedef struct
{
  PlxWindow *window;
  Where      where;
  gboolean   folders;
} Choice;

static GListModel *
finish_dialog (GtkFileDialog  *dialog,
               const Choice   *choice,
               GAsyncResult   *result,
               GError        **error)
{
  if (choice->folders)
    return gtk_file_dialog_select_multiple_folders_finish (dialog, result, error);

  return gtk_file_dialog_open_multiple_finish (dialog, result, error);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (PlxWindow) self = choice->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  list = finish_dialog (GTK_FILE_DIALOG (object), choice, result, &error);
  if (list == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
          !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        plx_window_show_error (self, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (files, g_list_model_get_item (list, i));

  if (choice->where == WHERE_ASK &&
      plx_window_get_shown_story (self) != NULL)
    ask_where (self, files);
  else
    add_files (self, files, choice->where == WHERE_HERE);
}

static GListModel *
make_filters (void)
{
  /* By their endings, too: not every system knows every kind, and archives have two. */
  static const char * const types[] = {
    "text/plain", "text/markdown", "text/html", "application/xhtml+xml", "text/csv",
    "text/tab-separated-values", "application/json", "application/pdf", "application/rtf",
    "text/rtf", "application/epub+zip", "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "message/rfc822",
    "application/mbox", "application/x-mimearchive", "application/rss+xml",
    "application/atom+xml", "application/zip",
  };
  static const char * const suffixes[] = {
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mht", "mhtml", "pdf", "docx", "odt",
    "rtf", "epub", "eml", "mbox", "rss", "atom", "xml", "warc", "warc.gz", "wacz", "csv", "tsv",
    "tab", "json", "jsonl", "ndjson", "zip",
  };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) readable = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (readable, _("All Readable Files"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (readable, types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (readable, suffixes[i]);
  g_list_store_append (filters, readable);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
choose (PlxWindow *self,
        Where      where,
        gboolean   folders)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (self);
  choice->where = where;
  choice->folders = folders;

  gtk_file_dialog_set_accept_label (dialog, _("_Add"));
  if (folders)
    {
      gtk_file_dialog_set_title (dialog, _("Add Folders"));
      gtk_file_dialog_select_multiple_folders (dialog, GTK_WINDOW (self), NULL, chosen_cb, choice);
    }
  else
    {
      gtk_file_dialog_set_title (dialog, _("Add Articles"));
      gtk_file_dialog_set_filters (dialog, filters);
      gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), NULL, chosen_cb, choice);
    }
}

/* The ways to choose files, and where their articles go. */
static const struct
{
  const char *action;
  Where       where;
  gboolean    folders;
} choosers[] = {
  { "win.add", WHERE_ASK, FALSE },
  { "win.add-new", WHERE_NEW, FALSE },
  { "win.add-here", WHERE_HERE, FALSE },
  { "win.add-folder", WHERE_ASK, TRUE },
  { "win.add-folder-new", WHERE_NEW, TRUE },
  { "win.add-folder-here", WHERE_HERE, TRUE },
};

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (choosers); i++)
    if (g_str_equal (choosers[i].action, action_name))
      choose (PLX_WINDOW (widget), choosers[i].where, choosers[i].folders);
}

static void
explain_link (PlxWindow  *self,
              const char *link)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("This Is Only an Address"), NULL);
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  /* Translators: %s is the name of a web site */
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                _("Parallax never opens a connection, so it cannot fetch the page "
                                  "from %s. Save it in your browser and add the file, or select "
                                  "the article there, copy it and paste it here."),
                                host != NULL ? host : link);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * plx_window_add_clip:
 * @self: a window
 * @clip: what was copied or dropped
 * @story: (nullable): where it goes, or `NULL` for a new story
 *
 * Adds what was copied or dropped.
 */
void
plx_window_add_clip (PlxWindow *self,
                     PlxClip   *clip,
                     PlxStory  *story)
{
  PlxImporter *importer = plx_window_get_importer (self);

  if (clip->files != NULL && (plx_window_offer_relation (self, clip->files, story) ||
                              plx_window_offer_bundle (self, clip->files, story)))
    return;

  if (clip->files != NULL)
    plx_importer_add_files (importer, clip->files, story, NULL);
  else if (clip->bytes != NULL)
    plx_importer_add_bytes (importer, clip->bytes, clip->address, story);
  else
    explain_link (self, clip->link);
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxClip) clip = plx_clipboard_read_finish (result, &error);

  if (clip == NULL)
    {
      g_debug ("Nothing is pasted: %s", error->message);
      plx_window_say (self, _("The clipboard holds neither files nor a text"));
      return;
    }

  plx_window_add_clip (self, clip, plx_window_get_shown_story (self));
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  plx_clipboard_read_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                            g_object_ref (widget));
}

static void
sample_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  plx_window_open_sample (PLX_WINDOW (widget));
}

static void
cancel_import_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  plx_importer_cancel (plx_window_get_importer (PLX_WINDOW (widget)));
}

/* What did not come in, to be read when the user asks for it. */
typedef struct
{
  GPtrArray *failures;
  char      *others; /* nullable; what else there is to say */
  char      *added;  /* such as “5 articles added” */
  char      *label;  /* nullable; what undo would take back when they were */
} Details;

static void
details_free (gpointer data)
{
  Details *details = data;

  g_ptr_array_unref (details->failures);
  g_free (details->others);
  g_free (details->added);
  g_free (details->label);
  g_free (details);
}

static void
details_cb (PlxWindow *self,
            AdwToast  *toast)
{
  const Details *details = g_object_get_data (G_OBJECT (toast), "details");
  PlxLibrary *library = plx_session_get_library (plx_window_get_session (self));
  gboolean is_last = g_strcmp0 (details->label, plx_library_get_undo_label (library)) == 0;

  adw_dialog_present (plx_failures_dialog_new (details->failures, details->others,
                                               is_last ? details->added : NULL),
                      GTK_WIDGET (self));
}

static void
say_with_details (PlxWindow       *self,
                  const char      *text,
                  const char      *added,
                  PlxReadingBatch *batch)
{
  PlxLibrary *library = plx_session_get_library (plx_window_get_session (self));
  AdwToast *toast = adw_toast_new (text);
  Details *details = g_new0 (Details, 1);

  adw_toast_set_button_label (toast, _("_Details"));
  /* Until it is read: what is missing must not go by unseen. */
  adw_toast_set_timeout (toast, 0);
  details->failures = g_ptr_array_ref (batch->failures);
  details->others = plx_failure_others (batch);
  details->added = g_strdup (added);
  details->label = g_strdup (plx_library_get_undo_label (library));
  g_object_set_data_full (G_OBJECT (toast), "details", details, details_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (details_cb), self,
                           G_CONNECT_SWAPPED);
  plx_window_add_toast (self, toast);
}

/**
 * plx_window_install_adding:
 * @widget_class: the window's class
 *
 * Installs the actions by which articles are added.
 */
void
plx_window_install_adding (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (choosers); i++)
    gtk_widget_class_install_action (widget_class, choosers[i].action, NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-import", NULL, cancel_import_cb);

  /* A binding and no accelerator of the application, so that text fields come first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste",
                                       NULL);
}

/* A link may lead to an article, so that it was left alone must not go by unseen. */
static void
say_with_links (PlxWindow  *self,
                const char *added,
                guint       n_links)
{
  g_autofree char *text = NULL;

  /* Translators: %1$s is such as “5 articles added”, %2$u how many links were in the folders */
  text = g_strdup_printf (ngettext ("%1$s, %2$u link was not followed",
                                    "%1$s, %2$u links were not followed", n_links),
                          added, n_links);
  plx_window_say_with_undo (self, text);
}

/* Such as “5 articles added”; that some came out of the trash is told, too. */
static char *
describe_added (const PlxImportOutcome *outcome)
{
  g_autofree char *added = NULL;

  added = g_strdup_printf (ngettext ("%u article added", "%u articles added", outcome->n_added),
                           outcome->n_added);
  if (outcome->n_restored == 0)
    return g_steal_pointer (&added);

  /* Translators: %1$s is such as “5 articles added”, %2$u how many of them were in the trash */
  return g_strdup_printf (ngettext ("%1$s, %2$u of them from the trash",
                                    "%1$s, %2$u of them from the trash", outcome->n_restored),
                          added, outcome->n_restored);
}

static char *
describe_failed (const char             *added,
                 const PlxImportOutcome *outcome)
{
  guint n = outcome->batch->failures->len;

  /* Translators: %1$s is such as “5 articles added”, %2$u how many were not */
  return g_strdup_printf (ngettext ("%1$s, %2$u could not be read",
                                    "%1$s, %2$u could not be read", n), added, n);
}

/* Several files of one text are one article; who added six must not look for the other five. */
static void
say_with_same (PlxWindow  *self,
               const char *added,
               guint       n_same)
{
  g_autofree char *text = NULL;

  /* Translators: %1$s is such as “5 articles added”, %2$u how many more files were read */
  text = g_strdup_printf (ngettext ("%1$s, %2$u more has the same text as another",
                                    "%1$s, %2$u more have the same text as others", n_same),
                          added, n_same);
  plx_window_say_with_undo (self, text);
}

/**
 * plx_window_announce:
 * @self: a window
 * @outcome: how an import without an error went
 *
 * Tells the user what came in, and what did not.
 */
void
plx_window_announce (PlxWindow        *self,
                     PlxImportOutcome *outcome)
{
  GPtrArray *failures = outcome->batch->failures;
  g_autofree char *added = describe_added (outcome);
  g_autofree char *text = NULL;

  if (failures->len == 0)
    {
      if (outcome->n_added > 0 && outcome->batch->n_links > 0)
        say_with_links (self, added, outcome->batch->n_links);
      else if (outcome->n_added > 0 && outcome->batch->n_documents > outcome->n_added)
        say_with_same (self, added, outcome->batch->n_documents - outcome->n_added);
      else if (outcome->n_added > 0)
        plx_window_say_with_undo (self, added);
      else
        plx_window_say (self, _("The story has these articles already"));
      return;
    }

  if (outcome->n_added == 0)
    {
      g_autofree char *others = plx_failure_others (outcome->batch);

      adw_dialog_present (plx_failures_dialog_new (failures, others, NULL), GTK_WIDGET (self));
      return;
    }

  text = describe_failed (added, outcome);
  say_with_details (self, text, added, outcome->batch);
}

/**
 * plx_window_end_import:
 * @self: a window
 * @importing: (transfer full): an import that took its time
 * @outcome: how it went
 *
 * Ends an import for the desktop: whoever has turned to another program is told of it there.
 */
void
plx_window_end_import (PlxWindow        *self,
                       PlxLongWork      *importing,
                       PlxImportOutcome *outcome)
{
  g_autofree char *added = describe_added (outcome);
  g_autofree char *text = NULL;

  if (outcome->error != NULL)
    {
      gboolean is_wanted = !g_error_matches (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      plx_long_work_end (importing, is_wanted ? _("The Articles Were Not Added") : NULL,
                         outcome->error->message);
      return;
    }

  text = outcome->batch->failures->len > 0 ? describe_failed (added, outcome)
                                           : g_steal_pointer (&added);
  plx_long_work_end (importing, text,
                     outcome->story != NULL ? plx_story_get_title (outcome->story) : NULL);
}
