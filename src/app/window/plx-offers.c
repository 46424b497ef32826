/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-offers"

#include "config.h"

#include "window/plx-offers.h"

/* Of the proposals that are parts of a story, half at least are so many times as alike in
 * themselves as to the nearest other. Below that the story has no parts but only pieces. */
#define MIN_APART 2.2

/* What the library has, and where it is filed. */
typedef struct
{
  GPtrArray *documents;
  GArray    *memberships; /* of PlxMembership */
} Stock;

static void
stock_free (gpointer data)
{
  Stock *self = data;

  g_ptr_array_unref (self->documents);
  g_array_unref (self->memberships);
  g_free (self);
}

/* A story of the library, as far as proposals know of it. */
typedef struct
{
  guint n_articles;
  guint n_here;      /* how many of its articles are in the proposal at hand */
  guint n_whole;     /* how many proposals it has every article of */
  guint n_apart;     /* how many of those are well apart from others */
} Shelf;

void
plx_offer_free (PlxOffer *self)
{
  plx_proposal_free (self->proposal);
  g_ptr_array_unref (self->documents);
  g_array_unref (self->stories);
  g_free (self);
}

/**
 * plx_offer_concerns:
 * @self: an offer
 * @story: id of a story
 *
 * Returns: whether the story has any of the articles
 */
gboolean
plx_offer_concerns (const PlxOffer *self,
                    gint64          story)
{
  for (guint i = 0; i < self->stories->len; i++)
    {
      if (g_array_index (self->stories, gint64, i) == story)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_offer_find:
 * @self: an offer
 * @place: a place that its proposal names
 *
 * Returns: (transfer none): the document there
 */
PlxDocument *
plx_offer_find (const PlxOffer *self,
                guint32         place)
{
  for (guint i = 0; i < self->proposal->articles->len; i++)
    {
      if (g_array_index (self->proposal->articles, guint32, i) == place)
        return g_ptr_array_index (self->documents, i);
    }

  g_return_val_if_reached (NULL);
}

static gboolean
has_place (const PlxProposal *proposal,
           guint32            place)
{
  for (guint i = 0; i < proposal->articles->len; i++)
    {
      if (g_array_index (proposal->articles, guint32, i) == place)
        return TRUE;
    }

  return FALSE;
}

static Shelf *
get_shelf (GHashTable *shelves,
           gint64      story)
{
  Shelf *shelf = g_hash_table_lookup (shelves, &story);

  if (shelf == NULL)
    {
      shelf = g_new0 (Shelf, 1);
      g_hash_table_insert (shelves, g_memdup2 (&story, sizeof story), shelf);
    }

  return shelf;
}

/* Counts how many articles of a proposal each story has. */
static void
count_here (GHashTable        *shelves,
            const Stock       *stock,
            const PlxProposal *proposal)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, shelves);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Shelf *) value)->n_here = 0;

  for (guint i = 0; i < stock->memberships->len; i++)
    {
      const PlxMembership *membership = &g_array_index (stock->memberships, PlxMembership, i);

      if (has_place (proposal, membership->document))
        get_shelf (shelves, membership->story)->n_here++;
    }
}

static GHashTable *
make_shelves (const Stock *stock,
              GPtrArray   *proposals)
{
  GHashTable *shelves = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < stock->memberships->len; i++)
    get_shelf (shelves, g_array_index (stock->memberships, PlxMembership, i).story)->n_articles++;

  for (guint i = 0; i < proposals->len; i++)
    {
      const PlxProposal *proposal = g_ptr_array_index (proposals, i);

      count_here (shelves, stock, proposal);
      g_hash_table_iter_init (&iter, shelves);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          Shelf *shelf = value;

          if (shelf->n_here != proposal->articles->len)
            continue;
          shelf->n_whole++;
          shelf->n_apart += proposal->apart >= MIN_APART;
        }
    }

  return shelves;
}

static int
compare_ids (const void *x,
             const void *y)
{
  gint64 a = *(const gint64 *) x, b = *(const gint64 *) y;

  return (a > b) - (a < b);
}

static gboolean
is_heap (const Shelf *shelf)
{
  return shelf->n_whole > 1 && shelf->n_apart * 2 >= shelf->n_whole;
}

/* A story that has all of the articles, and of no other event as many, is there already. One of
 * which they are several is a heap, if they are well apart. A story all of whose articles belong
 * to the proposal can take in the rest. */
static PlxOffer *
make_offer (GHashTable  *shelves,
            const Stock *stock,
            PlxProposal *proposal)
{
  PlxOffer *offer = g_new0 (PlxOffer, 1);
  GHashTableIter iter;
  gpointer key, value;
  guint most = 0;
  gboolean is_there = FALSE;

  offer->proposal = proposal;
  offer->stories = g_array_new (FALSE, FALSE, sizeof (gint64));
  offer->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  count_here (shelves, stock, proposal);
  g_hash_table_iter_init (&iter, shelves);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Shelf *shelf = value;
      gint64 story = *(gint64 *) key;

      if (shelf->n_here == 0)
        continue;
      g_array_append_val (offer->stories, story);
      is_there |= shelf->n_here == proposal->articles->len && !is_heap (shelf);
      if (shelf->n_here == shelf->n_articles &&
          (shelf->n_here > most || (shelf->n_here == most && story < offer->target)))
        {
          most = shelf->n_here;
          offer->target = story;
        }
    }
  g_array_sort (offer->stories, compare_ids);
  for (guint i = 0; i < proposal->articles->len; i++)
    {
      guint32 place = g_array_index (proposal->articles, guint32, i);

      g_ptr_array_add (offer->documents,
                       plx_document_ref (g_ptr_array_index (stock->documents, place)));
    }

  if (is_there)
    g_clear_pointer (&offer, plx_offer_free);

  return offer;
}

static void
find_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Stock *stock = task_data;
  g_autoptr (GPtrArray) proposals = plx_comparing_propose (stock->documents);
  g_autoptr (GHashTable) shelves = make_shelves (stock, proposals);
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_offer_free);

  /* An offer takes its proposal over. */
  g_ptr_array_set_free_func (proposals, NULL);
  for (guint i = 0; i < proposals->len; i++)
    {
      PlxOffer *offer = make_offer (shelves, stock, g_ptr_array_index (proposals, i));

      if (offer != NULL)
        g_ptr_array_add (offers, offer);
    }

  g_task_return_pointer (task, offers, (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GArray) memberships = NULL;
  Stock *stock;

  documents = plx_library_list_articles_finish (PLX_LIBRARY (object), result, &memberships,
                                                &error);
  if (documents == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  stock = g_new0 (Stock, 1);
  stock->documents = g_steal_pointer (&documents);
  stock->memberships = g_steal_pointer (&memberships);
  g_task_set_task_data (task, stock, stock_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * plx_offers_find_async:
 * @library: a library
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Finds the stories that the articles of a library could be put together to and are not yet.
 */
void
plx_offers_find_async (PlxLibrary          *library,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, plx_offers_find_async);
  g_task_set_static_name (task, "[parallax] find offers");
  plx_library_list_articles_async (library, cancellable, listed_cb, task);
}

/**
 * plx_offers_find_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxOffer) (nullable): the offers, or `NULL` on error
 */
GPtrArray *
plx_offers_find_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
