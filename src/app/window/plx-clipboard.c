/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-clipboard"

#include "config.h"

#include "window/plx-clipboard.h"

#include <string.h>

/* What is copied in a browser comes as HTML. Where it was copied from, browsers tell under
 * names of their own: Mozilla's as UTF-16, Chromium's as plain text. */
static const char * const html_types[] = { "text/html", NULL };
static const char * const mozilla_types[] = { "text/x-moz-url-priv", "text/x-moz-url", NULL };
static const char * const chromium_types[] = { "chromium/x-source-url", NULL };

/* What is copied and what is dropped is read in the same way, by functions of two names. */
static GdkContentFormats *
get_formats (gpointer source)
{
  return GDK_IS_DROP (source) ? gdk_drop_get_formats (source)
                              : gdk_clipboard_get_formats (source);
}

static void
read_type_async (gpointer             source,
                 const char * const  *types,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  if (GDK_IS_DROP (source))
    gdk_drop_read_async (source, (const char **) types, G_PRIORITY_DEFAULT, cancellable, callback,
                         user_data);
  else
    gdk_clipboard_read_async (source, (const char **) types, G_PRIORITY_DEFAULT, cancellable,
                              callback, user_data);
}

static GInputStream *
read_type_finish (gpointer       source,
                  GAsyncResult  *result,
                  const char   **type,
                  GError       **error)
{
  return GDK_IS_DROP (source) ? gdk_drop_read_finish (source, result, type, error)
                              : gdk_clipboard_read_finish (source, result, type, error);
}

static void
read_value_async (gpointer             source,
                  GType                type,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  if (GDK_IS_DROP (source))
    gdk_drop_read_value_async (source, type, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
  else
    gdk_clipboard_read_value_async (source, type, G_PRIORITY_DEFAULT, cancellable, callback,
                                    user_data);
}

static const GValue *
read_value_finish (gpointer       source,
                   GAsyncResult  *result,
                   GError       **error)
{
  return GDK_IS_DROP (source) ? gdk_drop_read_value_finish (source, result, error)
                              : gdk_clipboard_read_value_finish (source, result, error);
}

/* No article is longer; what a clipboard holds beyond that is not waited for. */
#define MAX_BYTES (16 * 1024 * 1024)

void
plx_clip_free (PlxClip *clip)
{
  g_clear_pointer (&clip->files, g_ptr_array_unref);
  g_clear_pointer (&clip->bytes, g_bytes_unref);
  g_free (clip->address);
  g_free (clip->link);
  g_free (clip);
}

static gboolean
is_on_web (const char *uri)
{
  const char *scheme = uri != NULL ? g_uri_peek_scheme (uri) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"));
}

/* The address, where a text is nothing else. */
static char *
dup_link (const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));

  if (!is_on_web (plain) || strpbrk (plain, " \t\r\n") != NULL)
    return NULL;

  return g_steal_pointer (&plain);
}

/* Browsers drag a link as if it were a file. */
static char *
dup_link_of_files (GSList *files)
{
  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *uri = g_file_get_uri (l->data);

      if (!is_on_web (uri))
        return NULL;
    }

  return files != NULL ? g_file_get_uri (files->data) : NULL;
}

static void
files_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSList) list = NULL;
  const GValue *value = read_value_finish (object, result, &error);
  PlxClip *clip;

  if (value == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clip = g_new0 (PlxClip, 1);
  list = gdk_file_list_get_files (g_value_get_boxed (value));
  clip->link = dup_link_of_files (list);
  if (clip->link == NULL)
    clip->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (GSList *l = list; l != NULL && clip->files != NULL; l = l->next)
    g_ptr_array_add (clip->files, g_object_ref (l->data));

  g_task_return_pointer (task, clip, (GDestroyNotify) plx_clip_free);
}

static void
text_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = read_value_finish (object, result, &error);
  const char *text = value != NULL ? g_value_get_string (value) : NULL;
  PlxClip *clip;

  if (text == NULL)
    {
      if (error == NULL)
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no text");
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clip = g_new0 (PlxClip, 1);
  clip->link = dup_link (text);
  if (clip->link == NULL)
    clip->bytes = g_bytes_new (text, strlen (text));
  g_task_return_pointer (task, clip, (GDestroyNotify) plx_clip_free);
}

static GBytes *
read_all (GInputStream  *stream,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  gssize n = 0;

  while (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)) <= MAX_BYTES)
    {
      g_autoptr (GBytes) bytes = g_input_stream_read_bytes (stream, 64 * 1024, cancellable, error);

      if (bytes == NULL)
        return NULL;
      if ((n = g_bytes_get_size (bytes)) == 0)
        break;
      if (!g_output_stream_write_all (memory, g_bytes_get_data (bytes, NULL), n, NULL,
                                      cancellable, error))
        return NULL;
    }

  if (!g_output_stream_close (memory, cancellable, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
read_stream_in_thread (GTask        *task,
                       gpointer      source,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = read_all (task_data, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_stream_async (GInputStream        *stream,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, read_stream_async);
  g_task_set_static_name (task, "[parallax] read the clipboard");
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  g_task_run_in_thread (task, read_stream_in_thread);
}

static char *
decode_address (GBytes     *bytes,
                const char *mime_type)
{
  g_autofree char *address = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_strv_contains (mozilla_types, mime_type))
    address = g_convert (data, size, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
  else
    address = g_utf8_make_valid (data, size);

  if (address == NULL)
    return NULL;

  /* The title of the page may follow on a line of its own. */
  g_strdelimit (address, "\r\n", '\0');
  if (g_uri_peek_scheme (g_strstrip (address)) == NULL)
    return NULL;

  return g_steal_pointer (&address);
}

static void
address_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);
  PlxClip *clip = g_task_get_task_data (task);
  PlxClip *out = g_new0 (PlxClip, 1);

  /* Without an address the article is as good as before. */
  if (bytes != NULL)
    out->address = decode_address (bytes, g_object_get_data (G_OBJECT (task), "mime-type"));
  out->bytes = g_bytes_ref (clip->bytes);

  g_task_return_pointer (task, out, (GDestroyNotify) plx_clip_free);
}

static void
address_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GInputStream) stream = NULL;
  const char *mime_type = NULL;
  PlxClip *clip = g_task_get_task_data (task);

  stream = read_type_finish (object, result, &mime_type, NULL);
  if (stream == NULL)
    {
      PlxClip *out = g_new0 (PlxClip, 1);

      out->bytes = g_bytes_ref (clip->bytes);
      g_task_return_pointer (task, out, (GDestroyNotify) plx_clip_free);
      return;
    }

  g_object_set_data_full (G_OBJECT (task), "mime-type", g_strdup (mime_type), g_free);
  read_stream_async (stream, g_task_get_cancellable (task), address_read_cb,
                     g_object_ref (task));
}

static void
html_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);
  GdkContentFormats *formats = get_formats (g_task_get_source_object (task));
  const char * const *types = chromium_types;
  PlxClip *clip;

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clip = g_new0 (PlxClip, 1);
  clip->bytes = bytes;
  g_task_set_task_data (task, clip, (GDestroyNotify) plx_clip_free);

  for (guint i = 0; mozilla_types[i] != NULL; i++)
    {
      if (gdk_content_formats_contain_mime_type (formats, mozilla_types[i]))
        types = mozilla_types;
    }
  read_type_async (g_task_get_source_object (task), types, g_task_get_cancellable (task),
                   address_cb, g_object_ref (task));
}

static void
html_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;

  stream = read_type_finish (object, result, NULL, &error);
  if (stream == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    read_stream_async (stream, g_task_get_cancellable (task), html_read_cb,
                       g_object_ref (task));
}

/**
 * plx_clipboard_read_async:
 * @source: (type GObject): a [class@Gdk.Clipboard] or a [class@Gdk.Drop]
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads what was copied or dropped: files, else a page, else a text.
 */
void
plx_clipboard_read_async (gpointer             source,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GdkContentFormats *formats = get_formats (source);
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, plx_clipboard_read_async);
  g_task_set_static_name (task, "[parallax] paste");

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    read_value_async (source, GDK_TYPE_FILE_LIST, cancellable, files_cb, task);
  else if (gdk_content_formats_contain_mime_type (formats, html_types[0]))
    read_type_async (source, html_types, cancellable, html_cb, task);
  else
    read_value_async (source, G_TYPE_STRING, cancellable, text_cb, task);
}

/**
 * plx_clipboard_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was copied, or `NULL` on error
 */
PlxClip *
plx_clipboard_read_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
