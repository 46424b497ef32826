/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-matrix"

#include "config.h"

#include "comparing/plx-country-matrix.h"

#include "comparing/plx-involved.h"

/* A country and how often it comes, while rows and columns are put in order. */
typedef struct
{
  const char *code; /* nullable */
  guint       n;
} Count;

static void
add_count (GArray     *counts,
           const char *code)
{
  for (guint i = 0; i < counts->len; i++)
    {
      Count *count = &g_array_index (counts, Count, i);

      if (count->code == code)
        {
          count->n++;
          return;
        }
    }

  g_array_append_val (counts, ((Count) { code, 1 }));
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *left = a, *right = b;

  if ((left->code == NULL) != (right->code == NULL))
    return left->code == NULL ? 1 : -1;
  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;

  return g_strcmp0 (left->code, right->code);
}

/* Calls `func` for each country of each shown passage, once a passage. */
static void
for_each_passage (PlxAnalysis *analysis,
                  PlxPassages *passages,
                  void       (*func) (PlxSentenceRef  ref,
                                      const char     *country,
                                      gpointer        user_data),
                  gpointer     user_data)
{
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      GArray *mentions = plx_analysis_get_annotation (analysis, i)->mentions;

      for (guint j = 0; j < mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, j);
          PlxSentenceRef ref = { i, mention->sentence };
          const char *country = plx_involved_country (analysis, mention);
          gboolean counted = FALSE;

          for (guint k = j; k > 0 && mention[-1].sentence == ref.sentence && !counted; k--)
            {
              mention--;
              counted = plx_involved_country (analysis, mention) == country;
            }

          if (country != NULL && !counted &&
              (passages == NULL || plx_passages_is_shown (passages, ref)))
            func (ref, country, user_data);
        }
    }
}

static void
count_country (PlxSentenceRef  ref,
               const char     *country,
               gpointer        user_data)
{
  add_count (user_data, country);
}

typedef struct
{
  PlxCountryMatrix *matrix;
  guint            *rows; /* for each article, in which row it is */
} Filling;

static void
fill_cell (PlxSentenceRef  ref,
           const char     *country,
           gpointer        user_data)
{
  Filling *filling = user_data;
  PlxCountryMatrix *self = filling->matrix;
  guint column = 0;

  g_ptr_array_find (self->countries, country, &column);
  g_array_index (self->passages, guint,
                 filling->rows[ref.article] * self->countries->len + column)++;
}

/**
 * plx_country_matrix_new:
 * @analysis: an analysis
 * @passages: (nullable): which passages count; `NULL` for all
 *
 * Counts which countries outlets of which country write of.
 *
 * Returns: (transfer full): the counts
 */
PlxCountryMatrix *
plx_country_matrix_new (PlxAnalysis *analysis,
                        PlxPassages *passages)
{
  PlxCountryMatrix *self = g_new0 (PlxCountryMatrix, 1);
  g_autoptr (GArray) homes = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (GArray) countries = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autofree guint *rows = g_new0 (guint, plx_analysis_get_n_articles (analysis) + 1);
  Filling filling = { self, rows };

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    add_count (homes, plx_involved_home (analysis, i));
  for_each_passage (analysis, passages, count_country, countries);
  g_array_sort (homes, compare_counts);
  g_array_sort (countries, compare_counts);

  self->homes = g_ptr_array_new ();
  self->countries = g_ptr_array_new ();
  self->n_articles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->passages = g_array_new (FALSE, TRUE, sizeof (guint));
  for (guint i = 0; i < homes->len; i++)
    {
      g_ptr_array_add (self->homes, (gpointer) g_array_index (homes, Count, i).code);
      g_array_append_val (self->n_articles, g_array_index (homes, Count, i).n);
    }
  for (guint i = 0; i < countries->len; i++)
    g_ptr_array_add (self->countries, (gpointer) g_array_index (countries, Count, i).code);
  g_array_set_size (self->passages, homes->len * countries->len);
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    g_ptr_array_find (self->homes, plx_involved_home (analysis, i), &rows[i]);
  for_each_passage (analysis, passages, fill_cell, &filling);

  return self;
}

void
plx_country_matrix_free (PlxCountryMatrix *self)
{
  g_ptr_array_unref (self->homes);
  g_ptr_array_unref (self->countries);
  g_array_unref (self->n_articles);
  g_array_unref (self->passages);
  g_free (self);
}

/**
 * plx_country_matrix_get:
 * @self: a matrix
 * @home: a row, by its place among the homes
 * @country: a column, by its place among the countries
 *
 * Returns: how many passages of outlets from there speak of that country
 */
guint
plx_country_matrix_get (PlxCountryMatrix *self,
                        guint             home,
                        guint             country)
{
  g_return_val_if_fail (home < self->homes->len, 0);
  g_return_val_if_fail (country < self->countries->len, 0);

  return g_array_index (self->passages, guint, home * self->countries->len + country);
}

typedef struct
{
  gboolean    *is_home; /* for each article, whether its outlet is from there */
  const char  *country;
  GArray      *refs;
} Collecting;

static void
collect_ref (PlxSentenceRef  ref,
             const char     *country,
             gpointer        user_data)
{
  Collecting *collecting = user_data;

  if (country == collecting->country && collecting->is_home[ref.article])
    g_array_append_val (collecting->refs, ref);
}

/**
 * plx_country_matrix_refs:
 * @self: a matrix
 * @analysis: the analysis of which it was made
 * @passages: (nullable): the passages with which it was made
 * @home: a row
 * @country: a column
 *
 * Returns: (transfer full) (element-type PlxSentenceRef): the sentences that a cell counts
 */
GArray *
plx_country_matrix_refs (PlxCountryMatrix *self,
                         PlxAnalysis      *analysis,
                         PlxPassages      *passages,
                         guint             home,
                         guint             country)
{
  g_autofree gboolean *is_home = g_new0 (gboolean, plx_analysis_get_n_articles (analysis) + 1);
  Collecting collecting = { .is_home = is_home,
                            .refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef)) };

  g_return_val_if_fail (home < self->homes->len && country < self->countries->len, collecting.refs);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    is_home[i] = plx_involved_home (analysis, i) == g_ptr_array_index (self->homes, home);
  collecting.country = g_ptr_array_index (self->countries, country);
  for_each_passage (analysis, passages, collect_ref, &collecting);

  return collecting.refs;
}
