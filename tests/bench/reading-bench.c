/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * reading-bench ROUNDS PAGE.html.gz…: how long Parallax takes to read pages, and libxml2 to parse
 * the same bytes, by turns. Then how the time grows with a page, and what hostile pages take.
 * Run by tests/bench/reading; never part of the tests.
 */

#define G_LOG_DOMAIN "reading-bench"

#include "config.h"

#include <gio/gio.h>
#include <libxml/HTMLparser.h>
#include <sys/resource.h>
#include <time.h>

#include "reading/plx-reading.h"

#define HOSTILE_BYTES (16 * 1000 * 1000)

typedef double (*Task) (GBytes *page);

/* Seconds of processor time: what others do on the machine counts less. */
static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static double
read_page (GBytes *page)
{
  double start = get_clock ();
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_reading_read_bytes (page, "page", NULL, &error);

  g_clear_pointer (&document, plx_document_unref);

  return get_clock () - start;
}

static double
parse_page (GBytes *page)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  gsize size;
  const char *data = g_bytes_get_data (page, &size);
  double start = get_clock ();

  xmlFreeDoc (htmlReadMemory (data, (int) size, NULL, "UTF-8", options));

  return get_clock () - start;
}

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  g_autoptr (GZlibDecompressor) unzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    g_error ("%s", error->message);

  plain = g_converter_input_stream_new (stream, G_CONVERTER (unzip));
  if (g_output_stream_splice (memory, plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
                              &error) < 0)
    g_error ("%s: %s", path, error->message);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_median (GArray *values)
{
  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, values->len / 2);
}

/**
 * Side:
 * @task: what is measured
 * @best: (element-type double): the best time of each page
 * @rounds: (element-type double): the sum over all pages, of each round
 */
typedef struct
{
  Task    task;
  GArray *best;
  GArray *rounds;
} Side;

static void
side_init (Side *self,
           Task  task,
           guint n_pages)
{
  self->task = task;
  self->best = g_array_new (FALSE, TRUE, sizeof (double));
  self->rounds = g_array_new (FALSE, TRUE, sizeof (double));
  g_array_set_size (self->best, n_pages);
}

static void
side_clear (Side *self)
{
  g_array_unref (self->best);
  g_array_unref (self->rounds);
}

static double
side_sum_best (Side *self)
{
  double sum = 0;

  for (guint i = 0; i < self->best->len; i++)
    sum += g_array_index (self->best, double, i);

  return sum;
}

static void
run_round (Side      *sides,
           GPtrArray *pages,
           guint      round)
{
  double sums[2] = { 0 };

  for (guint i = 0; i < pages->len; i++)
    for (guint k = 0; k < 2; k++)
      {
        /* Each goes first in every other round: the second finds the page in the cache. */
        guint at = (k + round) % 2;
        double seconds = sides[at].task (pages->pdata[i]);
        double *best = &g_array_index (sides[at].best, double, i);

        sums[at] += seconds;
        *best = round == 0 ? seconds : MIN (*best, seconds);
      }

  for (guint k = 0; k < 2; k++)
    g_array_append_val (sides[k].rounds, sums[k]);
}

static void
compare_on_pages (GPtrArray *pages,
                  guint      rounds)
{
  Side sides[2];
  gsize bytes = 0;
  double ours;
  double parse;

  side_init (&sides[0], read_page, pages->len);
  side_init (&sides[1], parse_page, pages->len);
  for (guint i = 0; i < pages->len; i++)
    bytes += g_bytes_get_size (pages->pdata[i]);
  for (guint round = 0; round < rounds; round++)
    run_round (sides, pages, round);

  ours = get_median (sides[0].rounds);
  parse = get_median (sides[1].rounds);
  g_print ("pages: %u of %.1f MB, %u rounds\n", pages->len, bytes / 1e6, rounds);
  g_print ("parallax: %.1f pages/s (median), %.1f (best)\n", pages->len / ours,
           pages->len / side_sum_best (&sides[0]));
  g_print ("libxml2: %.1f pages/s (median), %.1f (best)\n", pages->len / parse,
           pages->len / side_sum_best (&sides[1]));
  g_print ("parallax against libxml2: %.3f (median), %.3f (best); the goal is 0.5\n", parse / ours,
           side_sum_best (&sides[1]) / side_sum_best (&sides[0]));

  side_clear (&sides[0]);
  side_clear (&sides[1]);
}

/* A page as long as @bytes with menus, paragraphs, lists, links and comments. */
static GBytes *
make_page (gsize bytes)
{
  GString *page = g_string_new ("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                                "<title>The tide table</title></head><body><nav><ul>");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (page, "<li><a href=\"/section/%u\">Section %u</a></li>", i, i);
  g_string_append (page, "</ul></nav><main><article class=\"story-body\"><h1>The tide table</h1>");

  for (guint i = 0; page->len < bytes * 8 / 10; i++)
    {
      g_string_append_printf (
          page, "<p class=\"par\">The tide table for day %u was wrong, said the <a href=\"/p/%u\">"
                "harbour office</a>, which prints it each year; nobody had compared it with the "
                "marks on the pier, in rain or snow, for %u weeks.</p>\n", i, i, i % 50);
      if (i % 9 == 0)
        g_string_append_printf (page, "<ul><li>On day %u it was late.</li><li>On another it was "
                                      "early, as ever.</li></ul><h2>What came next</h2>", i);
    }

  g_string_append (page, "</article></main><div id=\"comments\" class=\"comments-area\">");
  for (guint i = 0; page->len < bytes; i++)
    g_string_append_printf (page, "<div class=\"comment depth-%u\"><span>Reader %u</span><p>I have "
                                  "known this for years, and told them.</p></div>", i % 4, i);
  g_string_append (page, "</div></body></html>");

  return g_string_free_to_bytes (page);
}

static void
show_growth (guint rounds)
{
  static const gsize sizes[] = { 100 * 1000, 1000 * 1000, 10 * 1000 * 1000 };

  g_print ("how the time grows with a page:\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) page = make_page (sizes[i]);
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (GArray) parses = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint round = 0; round < rounds; round++)
        {
          double seconds = read_page (page);
          double parse = parse_page (page);

          g_array_append_val (times, seconds);
          g_array_append_val (parses, parse);
        }
      g_print ("  %5.1f MB: %.1f ns a byte, libxml2 %.1f\n", g_bytes_get_size (page) / 1e6,
               get_median (times) / g_bytes_get_size (page) * 1e9,
               get_median (parses) / g_bytes_get_size (page) * 1e9);
    }
}

static void
show_hostile (void)
{
  static const struct
  {
    const char *what;
    const char *piece;
    guint       n;
  } hostiles[] = {
    { "nested divs", "<div>", 1000000 },
    { "nested divs with text", "<div>a", 1000000 },
    { "divs side by side", "<div>a</div>", 1000000 },
    { "paragraphs only", "<p>", 0 },
    { "links only", "<a>", 0 },
    { "links with text", "<a href=x>a</a> ", 0 },
    { "one text", "word ", 0 },
    { "one word", "w", 0 },
    { "attributes", " a", 0 },
    { "spans", "<span>a", 0 },
    { "breaks", "<br>a", 0 },
    { "lists", "<ul><li>a", 0 },
    { "tables", "<table><tr><td>a", 0 },
    { "opened comments", "<!--", 0 },
    { "less than", "<", 0 },
    { "entities", "&amp;", 0 },
    { "scripts", "<script>a</script>", 0 },
    { "times", "<time class=date>1 May 2014", 0 },
    { "headings", "<h1 class=author>a</h1>", 0 },
  };

  g_print ("hostile pages:\n");
  for (guint i = 0; i < G_N_ELEMENTS (hostiles); i++)
    {
      GString *page = g_string_new (i == 8 ? "<html><body" : "<html><body>");
      g_autoptr (GBytes) bytes = NULL;
      struct rusage usage;
      double seconds;

      while (hostiles[i].n > 0 ? page->len < hostiles[i].n * strlen (hostiles[i].piece)
                               : page->len + 30 < HOSTILE_BYTES)
        g_string_append (page, hostiles[i].piece);
      bytes = g_string_free_to_bytes (page);

      seconds = read_page (bytes);
      getrusage (RUSAGE_SELF, &usage);
      g_print ("  %-24s %5.1f MB: %6.2f s, %5.0f ns a byte; most memory so far %ld MB\n",
               hostiles[i].what, g_bytes_get_size (bytes) / 1e6, seconds,
               seconds / g_bytes_get_size (bytes) * 1e9, usage.ru_maxrss / 1024);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint rounds;

  if (argc < 2)
    {
      g_printerr ("reading-bench ROUNDS PAGE.html.gz…\n");
      return 2;
    }

  rounds = MAX (1, g_ascii_strtoull (argv[1], NULL, 10));
  for (int i = 2; i < argc; i++)
    g_ptr_array_add (pages, load (argv[i]));

  if (pages->len > 0)
    compare_on_pages (pages, rounds);
  if (g_getenv ("READING_BENCH_PAGES_ONLY") != NULL)
    return 0;
  show_growth (rounds);
  show_hostile ();

  return 0;
}
