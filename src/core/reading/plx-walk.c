/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-walk"

#include "config.h"

#include "reading/plx-walk.h"

#include <string.h>

#include "reading/plx-reader.h"

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," \
  G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK

/* Links are not followed, so there is no loop; but a disk may be mounted within itself. */
#define MAX_DEPTH 64

/* As much of a page as may name the folder of its pictures: that is in its head and all along. */
#define MAX_PAGE_BYTES (4 * 1024 * 1024)

/**
 * Walk:
 * @files: (element-type PlxWalkFile): what was found
 * @batch: gets the folders that can't be looked into, and the count of what is passed over
 * @found: (nullable): told of each file
 * @user_data: for @found
 * @cancellable: (nullable): stops it
 *
 * A walk through what the user named.
 */
typedef struct
{
  GPtrArray       *files;
  PlxReadingBatch *batch;
  PlxWalkFunc      found;
  gpointer         user_data;
  GCancellable    *cancellable;
} Walk;

static void
file_free (gpointer data)
{
  PlxWalkFile *self = data;

  g_object_unref (self->file);
  g_free (self->folder);
  g_free (self);
}

static const char *
get_suffix (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? dot + 1 : "";
}

static gboolean
is_one_of (const char         *word,
           const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* What a page needs to be drawn, and what systems leave in folders: text by its form, but
 * nobody's article. */
static gboolean
is_part_of_page (const char *name)
{
  static const char * const suffixes[] = { "css", "js", "mjs", "map", "svg", "lnk", "url", NULL };
  static const char * const names[] = { "desktop.ini", "thumbs.db", NULL };

  return is_one_of (get_suffix (name), suffixes) || is_one_of (name, names);
}

/**
 * plx_walk_no_text:
 * @name: the name of a file that was found in a folder, and that no reader knows
 *
 * Returns: whether it tells that it is a picture, a recording, a type face: something in
 *   which nobody looks for an article
 */
gboolean
plx_walk_no_text (const char *name)
{
  static const char * const suffixes[] = {
    "png", "jpg", "jpeg", "jpe", "gif", "webp", "avif", "heic", "heif", "jxl", "bmp", "ico", "cur",
    "tif", "tiff", "psd", "xcf", "raw", "mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "aac",
    "wma", "mp4", "m4v", "webm", "mov", "avi", "mkv", "mpg", "mpeg", "ogv", "wmv", "flv", "swf",
    "woff", "woff2", "ttf", "otf", "eot", "wasm", "exe", "dll", "so", NULL
  };

  return is_one_of (get_suffix (name), suffixes);
}

/* How programs in many languages call the folder of a page's pictures, after the page's own
 * name: “page_files”, “page-Dateien”. */
static gboolean
is_resource_suffix (const char *rest)
{
  static const char * const known[] = {
    ".files", "_files", "-files", ".fld", "-dateien", "_dateien", "_fichiers", "-fichiers",
    "_bestanden", "-bestanden", "_file", "_archivos", "-archivos", "-filer", "_filer",
    "_tiedostot", "_pliki", "_soubory", "_súbory", "_elemei", "_ficheiros", "_arquivos",
    "_dosyalar", "_datoteke", "_fitxers", "_failid", "_fails", "_bylos", "_fajlovi",
    "_fitxategiak", "_файлы", "_файли", "_файлове", "_αρχεία", "_文件", "_ファイル", "_파일",
  };
  g_autofree char *folded = g_utf8_casefold (rest, -1);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *other = g_utf8_casefold (known[i], -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_page (const char *name)
{
  static const char * const suffixes[] = { "html", "htm", "xhtml", "shtml", "xht", NULL };

  return is_one_of (get_suffix (name), suffixes);
}

/* Whether a page takes its pictures from a folder beside it. */
static gboolean
page_uses_folder (GFile        *page,
                  const char   *folder,
                  GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (page, cancellable, NULL);
  g_autofree char *text = g_malloc (MAX_PAGE_BYTES + 1);
  g_autofree char *plain = g_strdup_printf ("%s/", folder);
  g_autofree char *escaped = g_uri_escape_string (plain, "/", TRUE);
  gsize length = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_PAGE_BYTES, &length,
                                cancellable, NULL))
    return FALSE;

  return g_strstr_len (text, length, plain) != NULL || g_strstr_len (text, length, escaped) != NULL;
}

/* A page that was saved whole has a folder of pictures, styles and frames beside it. */
static gboolean
is_resource_folder (const char   *folder,
                    GPtrArray    *beside,
                    GCancellable *cancellable)
{
  for (guint i = 0; i < beside->len; i++)
    {
      g_autofree char *page = g_file_get_basename (beside->pdata[i]);
      gsize stem;

      if (page == NULL || !is_page (page))
        continue;

      stem = strlen (page) - strlen (get_suffix (page)) - 1;
      if (strncmp (folder, page, stem) != 0 || !g_utf8_validate (folder + stem, -1, NULL))
        continue;

      if (is_resource_suffix (folder + stem))
        return TRUE;
      if (folder[stem] != '\0' && strchr ("_-.", folder[stem]) != NULL &&
          page_uses_folder (beside->pdata[i], folder, cancellable))
        return TRUE;
    }

  return FALSE;
}

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  GFileInfo *info_a = *(GFileInfo * const *) a;
  GFileInfo *info_b = *(GFileInfo * const *) b;
  const char *name_a = g_file_info_get_display_name (info_a);
  const char *name_b = g_file_info_get_display_name (info_b);
  g_autofree char *key_a = g_utf8_collate_key_for_filename (name_a, -1);
  g_autofree char *key_b = g_utf8_collate_key_for_filename (name_b, -1);
  int order = strcmp (key_a, key_b);

  return order != 0 ? order : strcmp (name_a, name_b);
}

/* What is in a folder, in the order in which people count: 2 before 10. */
static GPtrArray *
list_folder (GFile         *folder,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GFileInfo *info;

  enumerator = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                          cancellable, error);
  if (enumerator == NULL)
    return NULL;

  while (g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, error))
    {
      if (info == NULL)
        {
          g_ptr_array_sort (infos, compare_infos);
          return g_steal_pointer (&infos);
        }

      if (!g_file_info_get_is_hidden (info))
        g_ptr_array_add (infos, g_object_ref (info));
    }

  return NULL;
}

static void
add_file (Walk       *walk,
          GFile      *file,
          const char *folder,
          goffset     size)
{
  PlxWalkFile *self = g_new0 (PlxWalkFile, 1);

  self->file = g_object_ref (file);
  self->folder = g_strdup (folder);
  self->size = size;
  g_ptr_array_add (walk->files, self);

  if (walk->found != NULL)
    walk->found (walk->files->len, walk->user_data);
}

static void
fail (Walk         *walk,
      const char   *folder,
      const GError *system)
{
  GError *error = NULL;

  if (!g_error_matches (system, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      plx_reading_set_system_error (folder, system, &error);
      plx_reading_batch_fail (walk->batch, folder, error);
    }
}

static void walk_folder (Walk       *walk,
                         GFile      *folder,
                         const char *name,
                         guint       depth);

/* How many files nobody will read. */
static guint
count_files (Walk  *walk,
             GFile *folder,
             guint  depth)
{
  g_autoptr (GPtrArray) infos = list_folder (folder, walk->cancellable, NULL);
  guint n = 0;

  for (guint i = 0; infos != NULL && i < infos->len; i++)
    {
      GFileInfo *info = infos->pdata[i];
      g_autoptr (GFile) file = g_file_get_child (folder, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
        n++;
      else if (depth < MAX_DEPTH)
        n += count_files (walk, file, depth + 1);
    }

  return n;
}

static void
walk_entry (Walk       *walk,
            GFile      *file,
            const char *folder,
            GPtrArray  *beside,
            GFileInfo  *info,
            guint       depth)
{
  const char *name = g_file_info_get_display_name (info);

  if (g_file_info_get_is_symlink (info))
    {
      walk->batch->n_links++;
    }
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_autofree char *below = g_strdup_printf ("%s/%s", folder, name);

      if (is_resource_folder (g_file_info_get_name (info), beside, walk->cancellable))
        walk->batch->n_others += count_files (walk, file, depth + 1);
      else
        walk_folder (walk, file, below, depth + 1);
    }
  else if (is_part_of_page (name))
    {
      walk->batch->n_others++;
    }
  else
    {
      add_file (walk, file, folder, g_file_info_get_size (info));
    }
}

static void
walk_folder (Walk       *walk,
             GFile      *folder,
             const char *name,
             guint       depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = list_folder (folder, walk->cancellable, &error);
  g_autoptr (GPtrArray) beside = g_ptr_array_new_with_free_func (g_object_unref);

  if (infos == NULL)
    {
      fail (walk, name, error);
      return;
    }

  if (depth > MAX_DEPTH)
    {
      plx_reading_batch_fail (walk->batch, name,
                              g_error_new (PLX_READING_ERROR, PLX_READING_ERROR_TOO_DEEP,
                                           "“%s” lies too deep: in a folder within a folder "
                                           "within a folder …", name));
      return;
    }

  for (guint i = 0; i < infos->len; i++)
    g_ptr_array_add (beside, g_file_get_child (folder, g_file_info_get_name (infos->pdata[i])));

  for (guint i = 0; i < infos->len && !g_cancellable_is_cancelled (walk->cancellable); i++)
    walk_entry (walk, beside->pdata[i], name, beside, infos->pdata[i], depth);
}

/* What the user named: links in it are followed, for he meant what they lead to. */
static void
walk_named (Walk      *walk,
            GFile     *file,
            GPtrArray *beside)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                                  walk->cancellable, NULL);
  guint before = walk->files->len + walk->batch->n_failures;
  guint passed = walk->batch->n_others + walk->batch->n_links;
  const char *name;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    {
      add_file (walk, file, NULL, info != NULL ? g_file_info_get_size (info) : -1);
      return;
    }

  /* Who takes a whole folder's content in hand takes the pictures of the pages, too. */
  if (base != NULL && is_resource_folder (base, beside, walk->cancellable))
    {
      walk->batch->n_others += count_files (walk, file, 1);
      return;
    }

  name = g_file_info_get_display_name (info);
  walk_folder (walk, file, name, 0);
  if (walk->files->len + walk->batch->n_failures > before ||
      g_cancellable_is_cancelled (walk->cancellable))
    return;

  passed = walk->batch->n_others + walk->batch->n_links - passed;
  plx_reading_batch_fail (walk->batch, name,
                          g_error_new (PLX_READING_ERROR, PLX_READING_ERROR_EMPTY,
                                       passed > 0
                                       ? "The folder “%s” holds no file with text."
                                       : "There is no file in the folder “%s”.", name));
}

/**
 * plx_walk:
 * @files: (element-type GFile): files and folders
 * @batch: gets the folders that can't be looked into, and counts what is passed over
 * @found: (nullable): told of each file that is found, on this thread
 * @user_data: for @found
 * @cancellable: (nullable): stops it; what was found by then is returned
 *
 * Lists the files that the user named, and those in the folders that he named and in theirs.
 * Hidden ones, links, the styles and scripts of web pages and the folders of saved pages are
 * passed over.
 *
 * Returns: (transfer full) (element-type PlxWalkFile): the files, in the order of their names
 *   within each folder
 */
GPtrArray *
plx_walk (GPtrArray       *files,
          PlxReadingBatch *batch,
          PlxWalkFunc      found,
          gpointer         user_data,
          GCancellable    *cancellable)
{
  Walk walk = { .batch = batch, .found = found, .user_data = user_data,
                .cancellable = cancellable };

  walk.files = g_ptr_array_new_with_free_func (file_free);
  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    walk_named (&walk, files->pdata[i], files);

  return walk.files;
}
