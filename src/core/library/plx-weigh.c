/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-search"

#include "config.h"

#include "library/plx-search.h"

#include <math.h>

/* How well an article fits what is looked for: by the formula of bm25 (Robertson and Zaragoza, “The
 * Probabilistic Relevance Framework”, 2009). FTS5 has it as well, but counts for it in how many
 * articles each phrase is, even where there is but one, which takes as long as finding them all. */

#define K1 1.2
#define B 0.75

/* A phrase that is in so many articles tells little, however many more they are. */
#define MAX_COUNTED 20000

/* What is the same for all articles. */
typedef struct
{
  guint   n_phrases;
  double  n_articles;
  double  mean_length;
  double *tells; /* of each phrase: how much it tells */
} Weighing;

static void
weighing_free (void *data)
{
  Weighing *self = data;

  g_free (self->tells);
  g_free (self);
}

static int
count_cb (const Fts5ExtensionApi *api,
          Fts5Context            *context,
          void                   *data)
{
  double *n = data;

  *n += 1;

  return *n < MAX_COUNTED ? SQLITE_OK : SQLITE_DONE;
}

static Weighing *
weighing_new (const Fts5ExtensionApi *api,
              Fts5Context            *context)
{
  Weighing *self = g_new0 (Weighing, 1);
  sqlite3_int64 n_articles = 0, n_words = 0;

  self->n_phrases = MAX (api->xPhraseCount (context), 0);
  self->tells = g_new0 (double, self->n_phrases);
  api->xRowCount (context, &n_articles);
  api->xColumnTotalSize (context, -1, &n_words);
  self->n_articles = MAX (n_articles, 1);
  self->mean_length = MAX (n_words / self->n_articles, 1);

  for (guint i = 0; i < self->n_phrases; i++)
    {
      double n = 0;

      /* Of one phrase, it is the same in all. */
      if (self->n_phrases > 1)
        api->xQueryPhrase (context, i, &n, count_cb);
      self->tells[i] = MAX (log ((self->n_articles - n + 0.5) / (n + 0.5)), 1e-6);
    }

  return self;
}

/* plx_weigh(table, weight of a hit in the first column, …): less is better */
static void
weigh_func (const Fts5ExtensionApi  *api,
            Fts5Context             *context,
            sqlite3_context         *result,
            int                      n_values,
            sqlite3_value          **values)
{
  Weighing *self = api->xGetAuxdata (context, 0);
  g_autofree double *found = NULL;
  double weight = 0;
  int n_found = 0, length = 0;

  if (self == NULL)
    {
      self = weighing_new (api, context);
      if (api->xSetAuxdata (context, self, weighing_free) != SQLITE_OK)
        {
          sqlite3_result_error_nomem (result);
          return;
        }
    }

  found = g_new0 (double, self->n_phrases);
  api->xInstCount (context, &n_found);
  for (int i = 0; i < n_found; i++)
    {
      int phrase, column, offset;

      if (api->xInst (context, i, &phrase, &column, &offset) == SQLITE_OK &&
          phrase < (int) self->n_phrases)
        found[phrase] += column < n_values ? sqlite3_value_double (values[column]) : 1;
    }

  api->xColumnSize (context, -1, &length);
  for (guint i = 0; i < self->n_phrases; i++)
    weight += self->tells[i] * found[i] * (K1 + 1) /
              (found[i] + K1 * (1 - B + B * length / self->mean_length));
  sqlite3_result_double (result, -weight);
}

/**
 * plx_search_get_api:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): what FTS5 lets others call; or `NULL` on error
 */
fts5_api *
plx_search_get_api (PlxDb   *db,
                    GError **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, "Searching", "SELECT fts5(?)", error);
  fts5_api *api = NULL;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  if (api == NULL)
    plx_db_take_error (db, "Searching", error);

  return api;
}

/**
 * plx_search_prepare:
 * @db: a connection
 * @error: return location for an error
 *
 * Gives the connection plx_weigh(), by which hits are put in order.
 *
 * Returns: whether it has it
 */
gboolean
plx_search_prepare (PlxDb   *db,
                    GError **error)
{
  fts5_api *api = plx_search_get_api (db, error);

  if (api == NULL)
    return FALSE;

  if (api->xCreateFunction (api, "plx_weigh", NULL, weigh_func, NULL) == SQLITE_OK)
    return TRUE;

  plx_db_take_error (db, "Searching", error);

  return FALSE;
}
