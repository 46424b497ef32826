/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/forms/plx-sheet-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sheet/forms/plx-citation.h"
#include "sheet/forms/plx-sheet-forms-private.h"
#include "sheet/forms/plx-sheet-tables.h"
#include "sheet/forms/plx-zip.h"

typedef gboolean (*WriteFunc) (PlxSheetContent   *content,
                               GOutputStream     *stream,
                               PlxSheetProgress   progress,
                               gpointer           data,
                               GCancellable      *cancellable,
                               GError           **error);

static gboolean
write_text (GOutputStream  *stream,
            const char     *text,
            GCancellable   *cancellable,
            GError        **error)
{
  return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

/* The sources that the filter shows, in the order of the story. */
static gboolean
write_citations (PlxSheetContent   *content,
                 PlxCitationStyle   style,
                 GOutputStream     *stream,
                 GCancellable      *cancellable,
                 GError           **error)
{
  PlxSheetMatter *matter = plx_sheet_content_get_matter (content);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < plx_analysis_get_n_articles (matter->analysis); i++)
    if (plx_sheet_matter_shows (matter, i))
      g_ptr_array_add (documents, plx_analysis_get_document (matter->analysis, i));
  text = plx_citations_dup (documents, style);

  return write_text (stream, text, cancellable, error);
}

static gboolean
write_ris (PlxSheetContent   *content,
           GOutputStream     *stream,
           PlxSheetProgress   progress,
           gpointer           data,
           GCancellable      *cancellable,
           GError           **error)
{
  return write_citations (content, PLX_CITATION_RIS, stream, cancellable, error);
}

static gboolean
write_csl (PlxSheetContent   *content,
           GOutputStream     *stream,
           PlxSheetProgress   progress,
           gpointer           data,
           GCancellable      *cancellable,
           GError           **error)
{
  return write_citations (content, PLX_CITATION_CSL, stream, cancellable, error);
}

static gboolean
write_bibtex (PlxSheetContent   *content,
              GOutputStream     *stream,
              PlxSheetProgress   progress,
              gpointer           data,
              GCancellable      *cancellable,
              GError           **error)
{
  return write_citations (content, PLX_CITATION_BIBTEX, stream, cancellable, error);
}

static gboolean
write_tables (PlxSheetContent   *content,
              GOutputStream     *stream,
              PlxSheetProgress   progress,
              gpointer           data,
              GCancellable      *cancellable,
              GError           **error)
{
  const char * const *tables = plx_sheet_tables_list ();
  const guint n = g_strv_length ((char **) tables);
  g_autoptr (PlxZip) zip = plx_zip_new (stream, cancellable, error);

  if (zip == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strconcat (tables[i], ".csv", NULL);
      g_autoptr (GBytes) bytes = NULL;
      char *csv = plx_sheet_table_dup_csv (plx_sheet_content_get_matter (content), tables[i],
                                           cancellable, error);

      if (csv == NULL)
        return FALSE;
      bytes = g_bytes_new_take (csv, strlen (csv));
      if (!plx_zip_add (zip, name, bytes, TRUE, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n, data);
    }

  return plx_zip_finish (zip, error);
}

static const struct
{
  const char *id;
  const char *title;
  const char *suffix;
  const char *type;
  WriteFunc   write;
} forms[PLX_N_SHEET_FORMS] = {
  [PLX_SHEET_FORM_HTML] = { "html", N_("Web Page"), ".html", "text/html", plx_sheet_write_html },
  [PLX_SHEET_FORM_MARKDOWN] = { "md", N_("Markdown"), ".md", "text/markdown",
                                plx_sheet_write_markdown },
  [PLX_SHEET_FORM_ODT] = { "odt", N_("Text Document"), ".odt",
                           "application/vnd.oasis.opendocument.text", plx_sheet_write_odt },
  [PLX_SHEET_FORM_CSV] = { "csv", N_("Tables"), ".zip", "application/zip", write_tables },
  [PLX_SHEET_FORM_RIS] = { "ris", N_("Sources for Literature Programs"), ".ris",
                           "application/x-research-info-systems", write_ris },
  [PLX_SHEET_FORM_CSL] = { "csl", N_("Sources as CSL-JSON"), ".json",
                           "application/vnd.citationstyles.csl+json", write_csl },
  [PLX_SHEET_FORM_BIBTEX] = { "bibtex", N_("Sources for LaTeX"), ".bib", "text/x-bibtex",
                              write_bibtex },
};

/**
 * plx_sheet_form_get_id:
 * @form: a form
 *
 * Returns: what the command line calls it
 */
const char *
plx_sheet_form_get_id (PlxSheetForm form)
{
  return forms[form].id;
}

/**
 * plx_sheet_form_get_title:
 * @form: a form
 *
 * Returns: what users call it, translated
 */
const char *
plx_sheet_form_get_title (PlxSheetForm form)
{
  return _(forms[form].title);
}

/**
 * plx_sheet_form_get_suffix:
 * @form: a form
 *
 * Returns: with what the name of such a file ends: “.html”
 */
const char *
plx_sheet_form_get_suffix (PlxSheetForm form)
{
  return forms[form].suffix;
}

/**
 * plx_sheet_form_get_type:
 * @form: a form
 *
 * Returns: the media type of such a file
 */
const char *
plx_sheet_form_get_type (PlxSheetForm form)
{
  return forms[form].type;
}

/**
 * plx_sheet_form_from_id:
 * @id: a word of the command line
 * @form: (out): the form that is called so
 *
 * Returns: whether there is one
 */
gboolean
plx_sheet_form_from_id (const char   *id,
                        PlxSheetForm *form)
{
  for (guint i = 0; i < PLX_N_SHEET_FORMS; i++)
    if (g_str_equal (forms[i].id, id))
      {
        *form = i;
        return TRUE;
      }

  return FALSE;
}

void
plx_sheet_form_cite (GArray *cited,
                     guint   article)
{
  guint i = 0;

  while (i < cited->len && g_array_index (cited, guint, i) < article)
    i++;
  if (i == cited->len || g_array_index (cited, guint, i) != article)
    g_array_insert_val (cited, i, article);
}

/* What a list of sources says of an article where the plan has no list of its own. */
char *
plx_sheet_form_dup_source (PlxSheetContent *content,
                           guint            article)
{
  PlxSheetMatter *matter = plx_sheet_content_get_matter (content);
  PlxDocument *document = plx_analysis_get_document (matter->analysis, article);
  g_autofree char *note = plx_sheet_matter_dup_note (matter, article);
  const char *title = plx_document_get_title (document);
  const char *address = document->fields[PLX_FIELD_ADDRESS];

  return g_strconcat (note, title != NULL ? ": " : "", title != NULL ? title : "",
                      address != NULL ? ". " : "", address != NULL ? address : "", NULL);
}

/**
 * plx_sheet_form_write:
 * @form: a form
 * @content: a sheet
 * @stream: where to; it stays open
 * @progress: (nullable): told how far it has come, on the thread that calls this
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes a sheet in another form than pages. It may be called on any thread.
 *
 * Returns: whether all was written; where not, what is in @stream is worth nothing
 */
gboolean
plx_sheet_form_write (PlxSheetForm       form,
                      PlxSheetContent   *content,
                      GOutputStream     *stream,
                      PlxSheetProgress   progress,
                      gpointer           data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_return_val_if_fail (form < PLX_N_SHEET_FORMS, FALSE);

  return forms[form].write (content, stream, progress, data, cancellable, error);
}

/**
 * plx_sheet_form_save:
 * @form: a form
 * @content: a sheet
 * @file: where to
 * @progress: (nullable): told how far it has come, on the thread that calls this
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * As plx_sheet_form_write(). An older file gives way only to a whole new one.
 *
 * Returns: whether it was written
 */
gboolean
plx_sheet_form_save (PlxSheetForm       form,
                     PlxSheetContent   *content,
                     GFile             *file,
                     PlxSheetProgress   progress,
                     gpointer           data,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE,
                                                         G_FILE_CREATE_REPLACE_DESTINATION,
                                                         cancellable, error);
  g_autoptr (GCancellable) away = NULL;

  if (stream == NULL)
    return FALSE;

  if (plx_sheet_form_write (form, content, G_OUTPUT_STREAM (stream), progress, data, cancellable,
                            error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  /* Closed under a cancelled cancellable, the stream lets its temporary file go and leaves the
   * old one alone. */
  away = g_cancellable_new ();
  g_cancellable_cancel (away);
  g_output_stream_close (G_OUTPUT_STREAM (stream), away, NULL);

  return FALSE;
}

typedef struct
{
  PlxSheetForm      form;
  PlxSheetContent  *content;
  GFile            *file;
  PlxSheetProgress  progress; /* nullable */
  gpointer          data;
  GMainContext     *context;
  guint             told;     /* hundredths, so that many parts do not make as many reports */
} Work;

typedef struct
{
  GTask *task;  /* keeps the asker's data alive until the report is in */
  guint  done;
  guint  all;
} Report;

static void
work_free (Work *work)
{
  plx_sheet_content_unref (work->content);
  g_object_unref (work->file);
  g_main_context_unref (work->context);
  g_free (work);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  Work *work = g_task_get_task_data (report->task);

  /* After it is delivered, or cancelled, whoever asked may be gone. */
  if (!g_task_get_completed (report->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    work->progress (report->done, report->all, work->data);

  return G_SOURCE_REMOVE;
}

static void
send_report (guint    done,
             guint    all,
             gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);
  const guint hundredths = all > 0 ? (guint64) done * 100 / all : 100;
  g_autoptr (GSource) source = NULL;
  Report *report;

  if (hundredths == work->told)
    return;

  work->told = hundredths;
  source = g_idle_source_new ();
  report = g_new0 (Report, 1);
  report->task = g_object_ref (task);
  report->done = done;
  report->all = all;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[parallax] sheet progress");
  g_source_set_callback (source, report_cb, report, report_free);
  g_source_attach (source, work->context);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (plx_sheet_form_save (work->form, work->content, work->file,
                           work->progress != NULL ? send_report : NULL, task, cancellable,
                           &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * plx_sheet_form_save_async:
 * @form: a form
 * @content: a sheet
 * @file: where to
 * @progress: (nullable): told how far it has come, on the caller's context
 * @data: for @progress
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Writes a sheet to a file off the main thread; see plx_sheet_form_save().
 */
void
plx_sheet_form_save_async (PlxSheetForm         form,
                           PlxSheetContent     *content,
                           GFile               *file,
                           PlxSheetProgress     progress,
                           gpointer             data,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (form < PLX_N_SHEET_FORMS);
  g_return_if_fail (content != NULL);
  g_return_if_fail (G_IS_FILE (file));

  work = g_new0 (Work, 1);
  work->form = form;
  work->content = plx_sheet_content_ref (content);
  work->file = g_object_ref (file);
  work->progress = progress;
  work->data = data;
  work->context = g_main_context_ref_thread_default ();

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, plx_sheet_form_save_async);
  g_task_set_static_name (task, "[parallax] save sheet");
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * plx_sheet_form_save_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
plx_sheet_form_save_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
