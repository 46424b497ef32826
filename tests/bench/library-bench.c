/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * library-bench make N WORDS FILE: writes N made articles, one a line; WORDS has a word a line, the
 * most frequent first.
 * library-bench raw FILE DB: loads them into an index of FTS5 with external content, and nothing
 * else.
 * library-bench text FILE DB: takes them into a library.
 * library-bench analysed FILE DB: the same, and counts countries.
 * library-bench sizes FILE DB: how large the parts of a library are, beside the texts.
 * library-bench queries DB: how long searches take.
 * library-bench opening DB EMPTY: how long it takes to open a library and an empty one.
 *
 * Run by tests/bench/library; never part of the tests.
 */

#define G_LOG_DOMAIN "library-bench"

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "language/plx-country-counting.h"
#include "library/plx-db.h"
#include "library/plx-intake.h"
#include "library/plx-query.h"

/* As many as the library writes at a time. */
#define BATCH 512

#define N_OUTLETS 240
#define N_AUTHORS 4000
#define MEAN_WORDS 600
#define ZIPF_SHIFT 3.0

/* So that half as many different words as words are in an article, and it packs to half, as news
 * does. */
#define REUSED 0.37

/* What half of the library is about, and a quarter, and so on. */
static const char * const topics[] = { "government", "harvest", "tribunal", "lighthouse" };

static const char * const countries[] = {
  "Norway", "Sweden", "Denmark", "Chile", "Kenya", "Ghana", "Japan", "Peru", "France", "Spain",
  "Italy", "Poland", "Egypt", "Brazil", "Canada", "India", "China", "Iceland", "Ireland", "Turkey",
};

static double
get_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static const char *
draw_word (GPtrArray *words,
           GRand     *rand)
{
  double rank = ZIPF_SHIFT * (pow (words->len / ZIPF_SHIFT, g_rand_double (rand)) - 1);

  return g_ptr_array_index (words, MIN ((guint) rank, words->len - 1));
}

/* A word of an article: who has used one uses it again. */
static const char *
draw_next (GPtrArray *words,
           GPtrArray *used,
           GRand     *rand)
{
  const char *word;

  if (used->len > 0 && g_rand_double (rand) < REUSED)
    return g_ptr_array_index (used, g_rand_int_range (rand, 0, used->len));

  word = draw_word (words, rand);
  g_ptr_array_add (used, (gpointer) word);

  return word;
}

static void
append_sentence (GString    *text,
                 GPtrArray  *words,
                 GPtrArray  *used,
                 const char *topic,
                 GRand      *rand)
{
  const guint n = g_rand_int_range (rand, 7, 34);
  const gsize start = text->len;

  for (guint i = 0; i < n; i++)
    {
      const int luck = g_rand_int_range (rand, 0, 1000);
      const char *word = luck < 25 ? countries[luck % G_N_ELEMENTS (countries)]
                         : topic != NULL && luck < 40 ? topic : draw_next (words, used, rand);

      g_string_append_printf (text, "%s%s", word,
                              i + 1 == n ? ". " : luck > 960 ? ", " : " ");
    }
  text->str[start] = g_ascii_toupper (text->str[start]);
}

/* Paragraphs are parted by U+0001. */
static void
append_body (GString    *text,
             GPtrArray  *words,
             const char *topic,
             GRand      *rand)
{
  /* Most articles are short, and a few are long. */
  const double spread = (g_rand_double (rand) + g_rand_double (rand) + g_rand_double (rand) - 1.5);
  const gsize length = MEAN_WORDS * 5.8 * exp (spread) * 0.9;
  const gsize start = text->len;
  g_autoptr (GPtrArray) used = g_ptr_array_new ();

  while (text->len - start < length)
    {
      for (guint i = g_rand_int_range (rand, 1, 5); i > 0; i--)
        append_sentence (text, words, used, topic, rand);
      text->str[text->len - 1] = '\001';
    }
  g_string_truncate (text, text->len - 1);
}

static int
make (guint       n,
      const char *words_path,
      const char *path)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  FILE *file = fopen (path, "w");

  if (file == NULL || !g_file_get_contents (words_path, &contents, NULL, NULL))
    return 1;

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      lines[i][strcspn (lines[i], "\t")] = '\0';
      if (*lines[i] != '\0')
        g_ptr_array_add (words, lines[i]);
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const guint day = g_rand_int_range (rand, 0, 3650);
      guint topic = 0;

      while (topic < G_N_ELEMENTS (topics) && g_rand_boolean (rand))
        topic++;
      g_string_append_printf (text, "The %s %u\t20%02u-%02u-%02u\t",
                              (char *) words->pdata[200 + day % 40],
                              g_rand_int_range (rand, 0, N_OUTLETS), 10 + day / 365,
                              1 + day / 31 % 12, 1 + day % 28);
      g_string_append_printf (text, "Ada %s %u\t", (char *) words->pdata[900 + day % 99],
                              g_rand_int_range (rand, 0, N_AUTHORS));
      for (guint k = 0; k < 8; k++)
        g_string_append_printf (text, "%s%s", draw_word (words, rand), k < 7 ? " " : "\t");
      append_body (text, words, topic > 0 ? topics[topic - 1] : NULL, rand);
      fprintf (file, "%s\n", text->str);
    }

  return fclose (file) == 0 ? 0 : 1;
}

typedef struct
{
  char *outlet;
  char *day;
  char *author;
  char *headline;
  char *body;
} Made;

/* Reads one article; what it is made of is in the line. */
static gboolean
read_made (FILE   *file,
           char  **line,
           size_t *size,
           Made   *made)
{
  char **fields[] = { &made->outlet, &made->day, &made->author, &made->headline, &made->body };
  ssize_t length = getline (line, size, file);
  char *at = *line;

  if (length <= 0)
    return FALSE;

  (*line)[length - 1] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *end = strchr (at, '\t');

      *fields[i] = at;
      if (end != NULL)
        *end = '\0';
      at = end != NULL ? end + 1 : at;
    }
  for (char *c = made->body; *c != '\0'; c++)
    if (*c == '\001')
      *c = '\n';

  return TRUE;
}

static void
run (sqlite3    *db,
     const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    {
      fprintf (stderr, "%s: %s\n", sql, message);
      exit (1);
    }
}

static long
get_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

static void
tell_load (const char *what,
           guint       n,
           gint64      bytes,
           double      wall,
           double      work,
           const char *path)
{
  GStatBuf status = { 0 };

  g_stat (path, &status);
  printf ("%s: %u articles, %.1f MB of text, %.2f s, %.0f a second, %.2f s of processor time, "
          "%ld MB of memory, file %.1f MB, %.3f of the text\n", what, n, bytes / 1e6, wall / 1e3,
          n / wall * 1e3, work / 1e3, get_memory (), status.st_size / 1e6,
          (double) status.st_size / bytes);
}

static int
load_raw (const char *made_path,
          const char *path)
{
  FILE *file = fopen (made_path, "r");
  g_autofree char *line = NULL;
  size_t size = 0;
  sqlite3 *db = NULL;
  sqlite3_stmt *row = NULL, *index = NULL;
  double wall, work;
  gint64 bytes = 0;
  guint n = 0;
  Made made;

  if (file == NULL || sqlite3_open (path, &db) != SQLITE_OK)
    return 1;

  run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
       "CREATE TABLE a (id INTEGER PRIMARY KEY, title TEXT, body TEXT);"
       "CREATE VIRTUAL TABLE f USING fts5(title, body, content = 'a', content_rowid = 'id',"
       " tokenize = 'unicode61 remove_diacritics 2')");
  sqlite3_prepare_v2 (db, "INSERT INTO a VALUES (?, ?, ?)", -1, &row, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO f (rowid, title, body) VALUES (?, ?, ?)", -1, &index, NULL);
  wall = get_clock (CLOCK_MONOTONIC);
  work = get_clock (CLOCK_PROCESS_CPUTIME_ID);
  run (db, "BEGIN IMMEDIATE");
  while (read_made (file, &line, &size, &made))
    {
      sqlite3_stmt *both[] = { row, index };

      n++;
      bytes += strlen (made.headline) + strlen (made.body);
      for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
        {
          sqlite3_bind_int (both[i], 1, n);
          sqlite3_bind_text (both[i], 2, made.headline, -1, SQLITE_STATIC);
          sqlite3_bind_text (both[i], 3, made.body, -1, SQLITE_STATIC);
          if (sqlite3_step (both[i]) != SQLITE_DONE)
            return 1;
          sqlite3_reset (both[i]);
        }
      if (n % BATCH == 0)
        run (db, "COMMIT; BEGIN IMMEDIATE");
    }
  run (db, "COMMIT");
  wall = get_clock (CLOCK_MONOTONIC) - wall;
  work = get_clock (CLOCK_PROCESS_CPUTIME_ID) - work;
  sqlite3_finalize (row);
  sqlite3_finalize (index);
  sqlite3_close (db);
  fclose (file);
  tell_load ("raw", n, bytes, wall, work, path);

  return 0;
}

typedef struct
{
  PlxIntake *intake;
  FILE      *file;
  guint      n;
  gint64     bytes;
  int        done;
} Reading;

/* As a reader of text files would make it. */
static PlxDocument *
make_document (const Made *made,
               guint       n)
{
  g_autofree char *source = g_strdup_printf ("%06u.txt", n);
  g_autofree char *content = g_strdup_printf ("%s\n\n%s\n", made->headline, made->body);
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (PlxProvenance) provenance = plx_provenance_new_for_bytes (bytes, FALSE);
  g_auto (GStrv) paragraphs = g_strsplit (made->body, "\n", -1);
  PlxDocument *document = plx_document_new (source, "text");

  plx_document_append (document, made->headline, -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    plx_document_append (document, paragraphs[i], -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_HEADLINE, made->headline, "text");
  plx_document_set_field (document, PLX_FIELD_OUTLET, made->outlet, "text");
  plx_document_set_field (document, PLX_FIELD_AUTHOR, made->author, "text");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, made->day, "text");
  plx_document_set_field (document, PLX_FIELD_LANGUAGE, "en", "text");
  plx_document_set_provenance (document, provenance);

  return document;
}

static gpointer
read_in_thread (gpointer data)
{
  Reading *reading = data;
  g_autofree char *line = NULL;
  size_t size = 0;
  Made made;

  while (read_made (reading->file, &line, &size, &made))
    {
      g_autoptr (PlxDocument) document = make_document (&made, reading->n++);

      reading->bytes += strlen (made.headline) + strlen (made.body);
      if (!plx_intake_push (reading->intake, document, NULL))
        break;
    }
  g_atomic_int_set (&reading->done, 1);
  g_main_context_wakeup (NULL);

  return NULL;
}

static void
count_countries (PlxDocument *document)
{
  g_autoptr (PlxCountryCounts) counts = plx_language_count_countries (document);

  plx_document_set_countries (document, counts);
}

static void
keep_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static int
load_library (const char *made_path,
              const char *path,
              gboolean    analysed)
{
  Reading reading = { .file = fopen (made_path, "r") };
  g_autoptr (PlxLibrary) library = plx_library_open (path, NULL);
  double wall = get_clock (CLOCK_MONOTONIC);
  double work = get_clock (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (PlxIntake) intake = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  if (reading.file == NULL || library == NULL)
    return 1;

  intake = plx_intake_new (library, NULL, analysed ? count_countries : NULL, NULL);
  reading.intake = intake;
  thread = g_thread_new ("read", read_in_thread, &reading);
  while (!g_atomic_int_get (&reading.done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  plx_intake_close_async (intake, keep_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!plx_intake_close_finish (intake, result, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  wall = get_clock (CLOCK_MONOTONIC) - wall;
  work = get_clock (CLOCK_PROCESS_CPUTIME_ID) - work;
  plx_library_close (library);
  fclose (reading.file);
  tell_load (analysed ? "analysed" : "text", plx_intake_get_n_added (intake), reading.bytes, wall,
             work, path);

  return 0;
}

static int
tell_sizes (const char *made_path,
            const char *path)
{
  static const struct
  {
    const char *what;
    const char *where;
  } parts[] = {
    { "index", "name GLOB 'article_fts*' OR name GLOB 'article_dense*'" },
    { "bodies", "name IN ('body', 'sqlite_autoindex_body_1', 'article_body')" },
    { "originals", "name GLOB '*original*'" },
    { "articles", "name IN ('article', 'sqlite_autoindex_article_1', 'article_day',"
      " 'article_outlet', 'article_language')" },
    { "history", "name GLOB 'change*'" },
    { "analysis", "name GLOB 'body_*' OR name GLOB '*analysis*'" },
    { "all", "1" },
  };
  g_autoptr (PlxDb) db = plx_db_open_reader (path, NULL);
  FILE *file = fopen (made_path, "r");
  g_autofree char *line = NULL;
  size_t size = 0;
  double bytes = 0;
  gint64 all = 0;
  Made made;

  while (read_made (file, &line, &size, &made))
    bytes += strlen (made.headline) + strlen (made.body);
  fclose (file);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT sum(pgsize) FROM dbstat WHERE"
                                              " aggregate = TRUE AND (%s)", parts[i].where);
      gint64 is = 0;

      plx_db_get_int (db, "Measuring", sql, &is, NULL);
      printf ("size of %s: %.1f MB, %.3f of the text\n", parts[i].what, is / 1e6, is / bytes);
      all = is;
    }

  return all > 0 ? 0 : 1;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double one = *(const double *) a;
  const double two = *(const double *) b;

  return (one > two) - (one < two);
}

static int
ask (const char *path)
{
  static const char * const queries[] = {
    "\"lighthouse\"", "lighthouse", "\"tribunal\"", "\"harvest\"", "\"government\"", "government",
    "\"the\"", "\"said\"", "said", "\"government\" \"said\"", "government said", "the government",
    "\"government\" \"harvest\"", "Norway Sweden", "\"of the\"", "\"said the government\"", "th",
    "gov", "pre", "con pro",
  };
  g_autoptr (PlxLibrary) library = plx_library_open (path, NULL);
  double worst = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      double times[5];
      guint n_found = 0, n = 0;

      for (gsize k = 0; k < G_N_ELEMENTS (times); k++)
        {
          g_autoptr (PlxQuery) query = plx_query_parse (queries[i], NULL, NULL, NULL);
          g_autoptr (GAsyncResult) result = NULL;
          g_autoptr (GPtrArray) hits = NULL;

          times[k] = get_clock (CLOCK_PROCESS_CPUTIME_ID);
          plx_library_search_async (library, query, 20, NULL, keep_cb, &result);
          while (result == NULL)
            g_main_context_iteration (NULL, TRUE);
          hits = plx_library_search_finish (library, result, NULL);
          times[k] = get_clock (CLOCK_PROCESS_CPUTIME_ID) - times[k];
          n_found = plx_library_search_get_n_found (result);
          n = hits->len;
        }
      qsort (times, G_N_ELEMENTS (times), sizeof *times, compare_times);
      worst = MAX (worst, times[2]);
      printf ("query %s: %u found, %u told, %.1f ms of processor time, the first time %.1f\n",
              queries[i], n_found, n, times[2], times[4]);
    }
  printf ("queries: %.1f ms for the worst (goal 50)\n", worst);

  return 0;
}

static int
open_both (const char *path,
           const char *empty)
{
  const char *paths[] = { path, empty };
  double best[2] = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < 12; i++)
    {
      const double start = get_clock (CLOCK_MONOTONIC);
      g_autoptr (PlxLibrary) library = plx_library_open (paths[i % 2], NULL);

      best[i % 2] = MIN (best[i % 2], get_clock (CLOCK_MONOTONIC) - start);
    }
  printf ("opening: %.1f ms, an empty library %.1f ms (goal: 50 ms more at most)\n", best[0],
          best[1]);

  return 0;
}

int
main (int    argc,
      char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";

  setvbuf (stdout, NULL, _IOLBF, 0);
  if (g_str_equal (what, "make") && argc == 5)
    return make (strtoul (argv[2], NULL, 10), argv[3], argv[4]);
  if (g_str_equal (what, "raw") && argc == 4)
    return load_raw (argv[2], argv[3]);
  if (g_str_equal (what, "text") && argc == 4)
    return load_library (argv[2], argv[3], FALSE);
  if (g_str_equal (what, "analysed") && argc == 4)
    return load_library (argv[2], argv[3], TRUE);
  if (g_str_equal (what, "sizes") && argc == 4)
    return tell_sizes (argv[2], argv[3]);
  if (g_str_equal (what, "queries") && argc == 3)
    return ask (argv[2]);
  if (g_str_equal (what, "opening") && argc == 4)
    return open_both (argv[2], argv[3]);

  fprintf (stderr, "See the beginning of library-bench.c for how to call it.\n");

  return 2;
}
