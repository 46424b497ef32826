/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For memfd_create(). */
#define _GNU_SOURCE

#define G_LOG_DOMAIN "plx-pdf-file"

#include "config.h"

#include "reading/pdf/plx-pdf-file.h"

#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "reading/pdf/plx-pdf-wire.h"

/* A newspaper's pages with all their pictures. */
#define MAX_FILE_BYTES (256 * 1024 * 1024)

/* What a file says about itself is shorter. */
#define MAX_TEXT (64 * 1024)

/* The program that knows PDF files, beside ours. */
#define HELPER "parallax-pdf"

static gboolean
set_error (const PlxSource  *source,
           PlxReadingError   code,
           GError          **error)
{
  static const char *const what[] = {
    [PLX_READING_ERROR_UNREADABLE] = "can't be read: no memory is left for it.",
    [PLX_READING_ERROR_TOO_LARGE] = "is too large for an article, or takes too long to read.",
    [PLX_READING_ERROR_DAMAGED] = "is damaged: it begins as a PDF file does, but no page of it "
                                  "can be read.",
    [PLX_READING_ERROR_PASSWORD] = "is locked: it opens only with a password. Save it without "
                                   "one, and add it again.",
    [PLX_READING_ERROR_NO_TEXT] = NULL,
    [PLX_READING_ERROR_UNSUPPORTED] = "is a PDF file, and this build of Parallax leaves PDF files "
                                      "out.",
  };

  if ((guint) code >= G_N_ELEMENTS (what) || what[code] == NULL)
    code = PLX_READING_ERROR_DAMAGED;
  g_set_error (error, PLX_READING_ERROR, (int) code, "“%s” %s", source->name, what[code]);

  return FALSE;
}

#ifdef HAVE_PDF

/* Installed, or in the folder where it was built. */
static char *
find_helper (void)
{
  static const char *const places[] = { "../libexec", "../pdf", "pdf" };
  const char *named = g_getenv ("PARALLAX_PDF");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *installed = g_build_filename (LIBEXECDIR, HELPER, NULL);

  if (named != NULL)
    return g_strdup (named);

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], HELPER, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return g_steal_pointer (&installed);
}

/* The file's content behind a descriptor that can be mapped. */
static int
open_bytes (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  int fd = memfd_create ("parallax-pdf", MFD_CLOEXEC);

  while (fd >= 0 && length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0)
        {
          close (fd);
          return -1;
        }
      data += n;
      length -= n;
    }

  return fd;
}

static GSubprocess *
start_helper (const PlxSource  *source,
              GBytes           *bytes,
              GError          **error)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autofree char *helper = find_helper ();
  GSubprocess *process;
  int fd = open_bytes (bytes);

  if (fd < 0)
    {
      set_error (source, PLX_READING_ERROR_UNREADABLE, error);
      return NULL;
    }

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawn (launcher, NULL, helper, NULL);
  if (process == NULL)
    set_error (source, PLX_READING_ERROR_UNSUPPORTED, error);

  return process;
}

/**
 * Wire:
 * @stream: what the helper writes
 * @cancellable: (nullable): stops it
 * @file: gets what it says
 * @code: the error that it told of
 *
 * What comes from the helper, which may say anything: it reads a file that anybody may have made.
 */
typedef struct
{
  GInputStream    *stream;
  GCancellable    *cancellable;
  PlxPdfFile      *file;
  PlxReadingError  code;
} Wire;

static gboolean
receive (Wire     *wire,
         gpointer  data,
         gsize     length)
{
  gsize n = 0;

  return length == 0 ||
         (g_input_stream_read_all (wire->stream, data, length, &n, wire->cancellable, NULL) &&
          n == length);
}

static gboolean
receive_text (Wire  *wire,
              char **text)
{
  g_autofree char *bytes = NULL;
  guint32 length;

  if (!receive (wire, &length, sizeof length) || length > MAX_TEXT)
    return FALSE;

  bytes = g_malloc0 (length + 1);
  if (!receive (wire, bytes, length))
    return FALSE;

  g_free (*text);
  *text = g_utf8_make_valid (bytes, -1);

  return TRUE;
}

static void
make_sane (PlxPdfGlyph *glyph)
{
  float *const numbers[] = { &glyph->x0, &glyph->y0, &glyph->x1, &glyph->y1, &glyph->size };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!isfinite (*numbers[i]) || fabsf (*numbers[i]) > 1e6f)
      *numbers[i] = 0;
  glyph->size = CLAMP (glyph->size, 0.1f, 10000);
  if (!g_unichar_validate (glyph->character) || glyph->character == 0)
    glyph->character = ' ';
  glyph->style &= PLX_PDF_BOLD | PLX_PDF_ITALIC;
}

static gboolean
receive_page (Wire *wire)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (PlxPdfGlyph));
  PlxPdfWirePage head;
  PlxPdfPage *page;

  if (wire->file->pages->len >= PLX_PDF_MAX_PAGES || !receive (wire, &head, sizeof head) ||
      head.n_glyphs > PLX_PDF_MAX_GLYPHS || head.n_pictures > PLX_PDF_MAX_PICTURES)
    return FALSE;

  g_array_set_size (glyphs, head.n_glyphs);
  if (!receive (wire, glyphs->data, head.n_glyphs * sizeof (PlxPdfGlyph)))
    return FALSE;

  for (guint i = 0; i < glyphs->len; i++)
    make_sane (&g_array_index (glyphs, PlxPdfGlyph, i));
  page = plx_pdf_page_new (head.number, isfinite (head.width) ? head.width : 0,
                           isfinite (head.height) ? head.height : 0, glyphs);
  g_ptr_array_add (wire->file->pages, page);
  g_array_set_size (page->pictures, head.n_pictures);

  return receive (wire, page->pictures->data, head.n_pictures * sizeof (PlxPdfPicture));
}

/* All that the helper has to say; `FALSE` where it broke off, or told of an error. */
static gboolean
receive_file (Wire *wire)
{
  guint32 number = 0;

  if (!receive (wire, &number, sizeof number) || number != PLX_PDF_WIRE_START)
    return FALSE;

  while (receive (wire, &number, sizeof number))
    {
      gboolean fine = FALSE;

      if (number == PLX_PDF_WIRE_END)
        return wire->file->pages->len > 0;
      if (number == PLX_PDF_WIRE_TITLE)
        fine = receive_text (wire, &wire->file->title);
      else if (number == PLX_PDF_WIRE_AUTHOR)
        fine = receive_text (wire, &wire->file->author);
      else if (number == PLX_PDF_WIRE_CREATED)
        fine = receive_text (wire, &wire->file->created);
      else if (number == PLX_PDF_WIRE_PAGE)
        fine = receive_page (wire);
      else if (number == PLX_PDF_WIRE_MISSING)
        fine = receive (wire, &wire->file->n_missing, sizeof (guint32));
      else if (number == PLX_PDF_WIRE_FAILED && receive (wire, &number, sizeof number))
        wire->code = number;

      if (!fine)
        return FALSE;
    }

  return FALSE;
}

/* A helper that the system stopped ran out of time or memory, or into a fault of its own. */
static PlxReadingError
judge_end (GSubprocess *process)
{
  int number;

  /* Whoever still writes finds nobody who reads. */
  g_input_stream_close (g_subprocess_get_stdout_pipe (process), NULL, NULL);
  g_subprocess_wait (process, NULL, NULL);
  number = g_subprocess_get_if_signaled (process) ? g_subprocess_get_term_sig (process) : 0;

  return number == SIGXCPU || number == SIGKILL || number == SIGABRT ? PLX_READING_ERROR_TOO_LARGE
                                                                     : PLX_READING_ERROR_DAMAGED;
}

/**
 * plx_pdf_file_load:
 * @source: a PDF file
 *
 * Has the letters of all pages read, and what the file says about itself, by a program of its
 * own: a file that was made to break the library, or to take all time and memory, breaks that.
 *
 * Returns: (transfer full): the file, or `NULL` with @error set
 */
PlxPdfFile *
plx_pdf_file_load (const PlxSource  *source,
                   GError          **error)
{
  g_autoptr (GBytes) bytes = plx_source_load (source, MAX_FILE_BYTES, error);
  g_autoptr (PlxPdfFile) self = NULL;
  g_autoptr (GSubprocess) process = NULL;
  Wire wire = { NULL };

  if (bytes == NULL)
    return NULL;

  process = start_helper (source, bytes, error);
  if (process == NULL)
    return NULL;

  self = g_new0 (PlxPdfFile, 1);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_page_free);
  wire = (Wire) { g_subprocess_get_stdout_pipe (process), source->cancellable, self,
                  PLX_READING_ERROR_DAMAGED };
  if (receive_file (&wire))
    {
      g_subprocess_wait (process, NULL, NULL);
      return g_steal_pointer (&self);
    }

  if (g_cancellable_set_error_if_cancelled (source->cancellable, error))
    {
      g_subprocess_force_exit (process);
      return NULL;
    }

  if (wire.code == PLX_READING_ERROR_DAMAGED)
    wire.code = judge_end (process);
  set_error (source, wire.code, error);

  return NULL;
}

#else

PlxPdfFile *
plx_pdf_file_load (const PlxSource  *source,
                   GError          **error)
{
  set_error (source, PLX_READING_ERROR_UNSUPPORTED, error);

  return NULL;
}

#endif

void
plx_pdf_file_free (PlxPdfFile *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self->title);
  g_free (self->author);
  g_free (self->created);
  g_free (self);
}
