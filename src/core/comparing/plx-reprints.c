/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reprints"

#include "config.h"

#include "comparing/plx-reprints.h"

#include <stdlib.h>
#include <string.h>

/* One-permutation hashing (P. Li, A. Owen, C.-H. Zhang, "One permutation hashing", 2012): a single
 * hash of each shingle says into which bin it falls, and a bin keeps the least of its shingles.
 * Two articles have the same in a bin about as often as they have the same shingles. Bins that stay
 * empty borrow from others, as A. Shrivastava, "Optimal densification for fast and accurate minwise
 * hashing", 2017, has it, so that short texts are compared by as many. */
#define N_BINS 128

/* Locality-sensitive hashing (P. Indyk, R. Motwani, "Approximate nearest neighbors", 1998):
 * articles meet where they agree in all rows of a band. Of those that have half in common 99.6 %
 * do. */
#define N_BANDS 42
#define N_ROWS (N_BINS / N_BANDS)

/* Articles that meet by chance go by what their bins say before anybody reads them. */
#define MIN_BINS (N_BINS * 3 / 10)

/* In a crowd that meets in one band each is compared with so many before it: that ties all of
 * them, in time that grows no faster than their number. */
#define CROWD 8

#define COPY_RESEMBLANCE 0.9
#define VERSION_RESEMBLANCE 0.4
#define VERSION_CONTAINMENT 0.6

/* Of a few words, any may be contained in another text. */
#define MIN_CONTAINED 20

/* An article as it stands in a band: 32 bits of what its rows say, then its number. */
typedef guint64 Entry;

struct _PlxReprints
{
  GPtrArray *documents;
  GArray    *bins;                 /* of guint16, N_BINS an article */
  GArray    *bands[N_BANDS];       /* of Entry */
  guint      n_sorted;             /* so many articles are sorted into the bands */
  GArray    *shingles;             /* of guint64, for the article at hand */
};

typedef struct
{
  guint32  bins[N_BINS];
  gboolean is_empty;
} Sketch;

static inline guint64
mix (guint64 x)
{
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);

  return x ^ x >> 33;
}

static void
densify (Sketch        *sketch,
         const guint8  *filled)
{
  for (guint i = 0; i < N_BINS; i++)
    {
      guint from = i;

      for (guint64 attempt = 1; !filled[from]; attempt++)
        from = mix ((guint64) i << 32 | attempt) % N_BINS;
      if (from != i)
        sketch->bins[i] = sketch->bins[from];
    }
}

static void
sketch_shingles (GArray *shingles,
                 Sketch *sketch)
{
  const guint64 *data = (const guint64 *) shingles->data;
  guint8 filled[N_BINS] = { 0 };
  guint n_filled = 0;

  memset (sketch->bins, 0xff, sizeof sketch->bins);
  sketch->is_empty = shingles->len == 0;
  for (guint i = 0; i < shingles->len; i++)
    {
      guint bin = ((data[i] >> 32) * N_BINS) >> 32;
      guint32 value = data[i];

      if (value < sketch->bins[bin])
        sketch->bins[bin] = value;
      n_filled += !filled[bin];
      filled[bin] = 1;
    }

  if (n_filled > 0 && n_filled < N_BINS)
    densify (sketch, filled);
}

static guint32
hash_band (const Sketch *sketch,
           guint         band)
{
  guint64 hash = band;

  for (guint i = 0; i < N_ROWS; i++)
    hash = mix (hash * 31 + sketch->bins[band * N_ROWS + i]);

  return hash;
}

PlxReprints *
plx_reprints_new (void)
{
  PlxReprints *self = g_new0 (PlxReprints, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  self->bins = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->shingles = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < N_BANDS; i++)
    self->bands[i] = g_array_new (FALSE, FALSE, sizeof (Entry));

  return self;
}

void
plx_reprints_free (PlxReprints *self)
{
  g_ptr_array_unref (self->documents);
  g_array_unref (self->bins);
  g_array_unref (self->shingles);
  for (guint i = 0; i < N_BANDS; i++)
    g_array_unref (self->bands[i]);
  g_free (self);
}

static void
take_bins (const Sketch *sketch,
           guint16       bins[N_BINS])
{
  for (guint i = 0; i < N_BINS; i++)
    bins[i] = sketch->bins[i];
}

/**
 * plx_reprints_add:
 * @self: an index
 * @document: an article
 *
 * Adds an article to the index, which keeps a reference to it and less than a kilobyte beside.
 *
 * Returns: its number: how many came before it
 */
guint
plx_reprints_add (PlxReprints *self,
                  PlxDocument *document)
{
  guint number = self->documents->len;
  guint16 bins[N_BINS];
  Sketch sketch;

  plx_shingles_collect (document, self->shingles);
  sketch_shingles (self->shingles, &sketch);
  take_bins (&sketch, bins);

  g_ptr_array_add (self->documents, plx_document_ref (document));
  g_array_append_vals (self->bins, bins, N_BINS);
  for (guint i = 0; i < N_BANDS && !sketch.is_empty; i++)
    {
      Entry entry = (guint64) hash_band (&sketch, i) << 32 | number;

      g_array_append_val (self->bands[i], entry);
    }

  return number;
}

/* Sorts entries by their upper 32 bits; those of one band keep the order in which they came. */
static void
sort_entries (GArray *entries,
              GArray *spare)
{
  g_array_set_size (spare, entries->len);

  for (guint shift = 32; shift < 64; shift += 8)
    {
      const Entry *from = (const Entry *) (shift % 16 == 0 ? entries : spare)->data;
      Entry *to = (Entry *) (shift % 16 == 0 ? spare : entries)->data;
      guint starts[257] = { 0 };

      for (guint i = 0; i < entries->len; i++)
        starts[(from[i] >> shift & 0xff) + 1]++;
      for (guint i = 1; i < 257; i++)
        starts[i] += starts[i - 1];
      for (guint i = 0; i < entries->len; i++)
        to[starts[from[i] >> shift & 0xff]++] = from[i];
    }
}

static void
sort_bands (PlxReprints *self)
{
  g_autoptr (GArray) spare = g_array_new (FALSE, FALSE, sizeof (Entry));

  if (self->n_sorted == self->documents->len)
    return;

  for (guint i = 0; i < N_BANDS; i++)
    sort_entries (self->bands[i], spare);
  self->n_sorted = self->documents->len;
}

static guint
common_bins (const guint16 *a,
             const guint16 *b)
{
  guint n = 0;

  for (guint i = 0; i < N_BINS; i++)
    n += a[i] == b[i];

  return n;
}

static const guint16 *
get_bins (PlxReprints *self,
          guint        number)
{
  return &g_array_index (self->bins, guint16, number * N_BINS);
}

static int
compare_pairs (const void *x,
               const void *y)
{
  guint64 a = *(const guint64 *) x, b = *(const guint64 *) y;

  return (a > b) - (a < b);
}

static void
sort_unique (GArray *pairs)
{
  guint n = 0;

  if (pairs->len > 1)
    qsort (pairs->data, pairs->len, sizeof (guint64), compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      guint64 pair = g_array_index (pairs, guint64, i);

      if (n == 0 || g_array_index (pairs, guint64, n - 1) != pair)
        g_array_index (pairs, guint64, n++) = pair;
    }
  g_array_set_size (pairs, n);
}

/* The pairs that meet in some band and are alike in their bins: numbers, the smaller one first. */
static GArray *
find_candidates (PlxReprints *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint band = 0; band < N_BANDS; band++)
    {
      const Entry *entries = (const Entry *) self->bands[band]->data;

      for (guint i = 1; i < self->bands[band]->len; i++)
        {
          for (guint k = i; k > 0 && i - k < CROWD && entries[k - 1] >> 32 == entries[i] >> 32; k--)
            {
              guint32 a = entries[k - 1], b = entries[i];
              guint64 pair = (guint64) a << 32 | b;

              if (common_bins (get_bins (self, a), get_bins (self, b)) >= MIN_BINS)
                g_array_append_val (pairs, pair);
            }
        }
    }
  sort_unique (pairs);

  return pairs;
}

/**
 * plx_reprints_compare:
 * @a: (element-type guint64): the shingles of an article, sorted
 * @b: (element-type guint64): those of another
 * @overlap: (out) (optional): how far they are the same
 *
 * Returns: what the articles are to each other
 */
PlxReprintKind
plx_reprints_compare (GArray     *a,
                      GArray     *b,
                      PlxOverlap *overlap)
{
  PlxOverlap found = plx_shingles_overlap (a, b);

  if (overlap != NULL)
    *overlap = found;

  if (found.resemblance >= COPY_RESEMBLANCE)
    return PLX_REPRINT_COPY;
  if (found.resemblance >= VERSION_RESEMBLANCE ||
      (found.containment >= VERSION_CONTAINMENT && MIN (a->len, b->len) >= MIN_CONTAINED))
    return PLX_REPRINT_VERSION;

  return PLX_REPRINT_NONE;
}

/**
 * plx_reprints_find:
 * @self: an index
 *
 * Finds the articles of the index that have the same words. Each pair is checked word by word: it
 * can be missed, but is never wrong. Of many that are all the same not every pair is told, but
 * enough of them to connect all.
 *
 * Returns: (transfer full) (element-type PlxReprint): the pairs, by their numbers
 */
GArray *
plx_reprints_find (PlxReprints *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PlxReprint));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) candidates = NULL;
  guint32 last = G_MAXUINT32;

  sort_bands (self);
  candidates = find_candidates (self);

  for (guint i = 0; i < candidates->len; i++)
    {
      guint64 pair = g_array_index (candidates, guint64, i);
      PlxReprint reprint = { .a = pair >> 32, .b = pair };

      if (reprint.a != last)
        {
          plx_shingles_collect (g_ptr_array_index (self->documents, reprint.a), own);
          plx_shingles_sort (own);
          last = reprint.a;
        }
      plx_shingles_collect (g_ptr_array_index (self->documents, reprint.b), self->shingles);
      plx_shingles_sort (self->shingles);
      reprint.kind = plx_reprints_compare (own, self->shingles, &reprint.overlap);
      if (reprint.kind != PLX_REPRINT_NONE)
        g_array_append_val (found, reprint);
    }

  return found;
}

/* The first entry of a band that agrees with @key, or where it would be. */
static guint
find_entry (GArray  *entries,
            guint32  key)
{
  guint low = 0, high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (entries, Entry, middle) >> 32 < key)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static GArray *
query_candidates (PlxReprints  *self,
                  const Sketch *sketch)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint16 bins[N_BINS];

  take_bins (sketch, bins);
  for (guint i = 0; i < N_BANDS && !sketch->is_empty; i++)
    {
      GArray *entries = self->bands[i];
      guint32 key = hash_band (sketch, i);

      for (guint k = find_entry (entries, key); k < entries->len; k++)
        {
          Entry entry = g_array_index (entries, Entry, k);
          guint64 number = (guint32) entry;

          if (entry >> 32 != key)
            break;
          if (common_bins (get_bins (self, number), bins) >= MIN_BINS)
            g_array_append_val (numbers, number);
        }
    }
  sort_unique (numbers);

  return numbers;
}

static int
compare_reprints (const void *x,
                  const void *y)
{
  const PlxReprint *a = x, *b = y;

  if (a->overlap.resemblance != b->overlap.resemblance)
    return a->overlap.resemblance < b->overlap.resemblance ? 1 : -1;

  return (a->a > b->a) - (a->a < b->a);
}

/**
 * plx_reprints_query:
 * @self: an index
 * @document: an article, which need not be in it
 *
 * Finds the articles of the index that have the same words as another.
 *
 * Returns: (transfer full) (element-type PlxReprint): them as `a`, the most alike first; `b` is how
 *   many articles the index has
 */
GArray *
plx_reprints_query (PlxReprints *self,
                    PlxDocument *document)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PlxReprint));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) numbers = NULL;
  Sketch sketch;

  sort_bands (self);
  plx_shingles_collect (document, own);
  sketch_shingles (own, &sketch);
  plx_shingles_sort (own);
  numbers = query_candidates (self, &sketch);

  for (guint i = 0; i < numbers->len; i++)
    {
      PlxReprint reprint = {
        .a = g_array_index (numbers, guint64, i),
        .b = self->documents->len,
      };

      plx_shingles_collect (g_ptr_array_index (self->documents, reprint.a), self->shingles);
      plx_shingles_sort (self->shingles);
      reprint.kind = plx_reprints_compare (own, self->shingles, &reprint.overlap);
      if (reprint.kind != PLX_REPRINT_NONE)
        g_array_append_val (found, reprint);
    }
  if (found->len > 1)
    qsort (found->data, found->len, sizeof (PlxReprint), compare_reprints);

  return found;
}

/**
 * plx_reprints_find_first:
 * @sets: for each article another of its set, or itself: disjoint sets, each named by its first
 * @article: an article
 *
 * Returns: the first article of its set
 */
guint
plx_reprints_find_first (guint *sets,
                         guint  article)
{
  while (sets[article] != article)
    article = sets[article] = sets[sets[article]];

  return article;
}

/**
 * plx_reprints_unite:
 * @sets: for each article another of its set, or itself
 * @a: an article
 * @b: another
 *
 * Makes one of the sets of two articles.
 */
void
plx_reprints_unite (guint *sets,
                    guint  a,
                    guint  b)
{
  a = plx_reprints_find_first (sets, a);
  b = plx_reprints_find_first (sets, b);
  sets[MAX (a, b)] = MIN (a, b);
}
