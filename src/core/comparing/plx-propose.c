/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-propose"

#include "config.h"

#include <math.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-terms.h"

/* Chosen on the BASIL events, as far as their outlets are news sites. */
#define MIN_LIKENESS 0.16
#define DAYS_APART 45.0
#define N_REASONS 4
#define ROLE_IS_TEXT(role) \
  ((role) == PLX_ROLE_HEADLINE || (role) == PLX_ROLE_STANDFIRST || (role) == PLX_ROLE_BODY)

/* An article as a bag of terms. */
typedef struct
{
  GHashTable *counts;  /* id to number */
  GHashTable *weights; /* id to (owned float) */
  double      length;
  PlxDay      day;
} Bag;

static void
bag_free (gpointer data)
{
  Bag *bag = data;

  g_hash_table_unref (bag->counts);
  g_hash_table_unref (bag->weights);
  g_free (bag);
}

/* What a term looks like and how rare it is, whichever article shows it first. */
typedef struct
{
  char    *word;
  float    rarity;
  gboolean is_name;
  guint    n_articles;
} Face;

static void
face_free (gpointer data)
{
  Face *face = data;

  g_free (face->word);
  g_free (face);
}

static Bag *
bag_new (PlxDocument *document,
         GHashTable  *faces)
{
  Bag *self = g_new0 (Bag, 1);

  self->counts = g_hash_table_new (NULL, NULL);
  self->weights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->day = plx_document_get_day (document);

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);
      g_autoptr (PlxTerms) terms = NULL;

      if (!block->kept || !ROLE_IS_TEXT (block->role))
        continue;

      terms = plx_terms_new (document->text->str, block->start, block->end, NULL, NULL);
      for (guint j = 0; j < terms->terms->len; j++)
        {
          PlxTerm *term = &g_array_index (terms->terms, PlxTerm, j);
          gpointer id = GUINT_TO_POINTER (term->id);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, id));
          Face *face = g_hash_table_lookup (faces, id);

          if (face == NULL)
            {
              face = g_new0 (Face, 1);
              face->word = g_strndup (document->text->str + term->start, term->end - term->start);
              face->rarity = term->rarity;
              g_hash_table_insert (faces, id, face);
            }
          face->is_name |= term->kind == PLX_TERM_NAME;
          face->n_articles += n == 0;
          g_hash_table_insert (self->counts, id, GUINT_TO_POINTER (n + 1));
        }
    }

  return self;
}

static void
bag_weigh (Bag        *self,
           GHashTable *faces,
           guint       n_articles)
{
  GHashTableIter iter;
  gpointer id, n;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &id, &n))
    {
      Face *face = g_hash_table_lookup (faces, id);
      float *weight = g_new (float, 1);

      *weight = (1 + log (GPOINTER_TO_UINT (n))) * face->rarity * (face->is_name ? 1.5 : 1) *
                log (1 + (n_articles + 1.0) / face->n_articles);
      self->length += *weight * *weight;
      g_hash_table_insert (self->weights, id, weight);
    }

  self->length = sqrt (self->length);
}

static double
likeness (Bag *a,
          Bag *b)
{
  double product = 0;
  GHashTableIter iter;
  gpointer id, weight;

  g_hash_table_iter_init (&iter, a->weights);
  while (g_hash_table_iter_next (&iter, &id, &weight))
    {
      float *other = g_hash_table_lookup (b->weights, id);

      if (other != NULL)
        product += *(float *) weight * *other;
    }

  if (a->length == 0 || b->length == 0)
    return 0;

  product /= a->length * b->length;
  if (a->day != 0 && b->day != 0)
    product *= exp (-fabs ((double) a->day - b->day) / DAYS_APART);

  return product;
}

typedef struct
{
  guint  a;
  guint  b;
  double score;
} Pairing;

static int
compare_pairings (const void *x,
                  const void *y)
{
  const Pairing *a = x, *b = y;

  if (a->score != b->score)
    return a->score < b->score ? 1 : -1;
  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;

  return a->b < b->b ? -1 : a->b > b->b;
}

static double
mean_likeness (GArray       *a,
               GArray       *b,
               const double *table,
               guint         n)
{
  double sum = 0;

  for (guint i = 0; i < a->len; i++)
    {
      for (guint j = 0; j < b->len; j++)
        sum += table[g_array_index (a, guint32, i) * n + g_array_index (b, guint32, j)];
    }

  return sum / (a->len * b->len);
}

static GPtrArray *
group (GPtrArray *bags)
{
  guint n = bags->len;
  g_autofree double *table = g_new0 (double, (gsize) n * n + 1);
  g_autofree guint *group_of = g_new (guint, n + 1);
  g_autoptr (GArray) pairings = g_array_new (FALSE, FALSE, sizeof (Pairing));
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      GArray *members = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_array_append_val (members, i);
      g_ptr_array_add (groups, members);
      group_of[i] = i;
      for (guint j = 0; j < i; j++)
        {
          Pairing pairing = { j, i, likeness (g_ptr_array_index (bags, j),
                                              g_ptr_array_index (bags, i)) };

          table[(gsize) i * n + j] = table[(gsize) j * n + i] = pairing.score;
          if (pairing.score >= MIN_LIKENESS)
            g_array_append_val (pairings, pairing);
        }
    }
  g_array_sort (pairings, compare_pairings);

  for (guint i = 0; i < pairings->len; i++)
    {
      Pairing *pairing = &g_array_index (pairings, Pairing, i);
      guint a = group_of[pairing->a], b = group_of[pairing->b];
      GArray *from = g_ptr_array_index (groups, b);

      if (a == b || mean_likeness (g_ptr_array_index (groups, a), from, table, n) < MIN_LIKENESS)
        continue;
      for (guint j = 0; j < from->len; j++)
        group_of[g_array_index (from, guint32, j)] = a;
      g_array_append_vals (g_ptr_array_index (groups, a), from->data, from->len);
      g_clear_pointer (&g_ptr_array_index (groups, b), g_array_unref);
    }

  return groups;
}

typedef struct
{
  const char *word;
  double      weight;
} Reason;

static int
compare_reasons (const void *x,
                 const void *y)
{
  const Reason *a = x, *b = y;

  if (a->weight != b->weight)
    return a->weight < b->weight ? 1 : -1;

  return g_strcmp0 (a->word, b->word);
}

/* The words that all articles of a proposal have, the most telling first. */
static char **
reasons_for (GArray     *members,
             GPtrArray  *bags,
             GHashTable *faces)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (Reason));
  Bag *first = g_ptr_array_index (bags, g_array_index (members, guint32, 0));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, first->weights);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      Face *face = g_hash_table_lookup (faces, id);
      Reason reason = { face->word, G_MAXDOUBLE };

      for (guint i = 0; i < members->len; i++)
        {
          Bag *bag = g_ptr_array_index (bags, g_array_index (members, guint32, i));
          float *weight = g_hash_table_lookup (bag->weights, id);

          reason.weight = MIN (reason.weight, weight != NULL ? *weight : 0);
        }
      if (reason.weight > 0)
        g_array_append_val (reasons, reason);
    }

  g_array_sort (reasons, compare_reasons);
  for (guint i = 0; i < MIN (reasons->len, N_REASONS); i++)
    g_strv_builder_add (builder, g_array_index (reasons, Reason, i).word);

  return g_strv_builder_end (builder);
}

static int
compare_places (const void *x,
                const void *y)
{
  guint32 a = *(const guint32 *) x, b = *(const guint32 *) y;

  return (a > b) - (a < b);
}

void
plx_proposal_free (PlxProposal *self)
{
  g_array_unref (self->articles);
  g_strfreev (self->why);
  g_free (self);
}

/**
 * plx_comparing_propose:
 * @documents: (element-type PlxDocument): articles
 *
 * Groups those articles that are about one event. An article that stands alone is in no
 * proposal.
 *
 * Returns: (transfer full) (element-type PlxProposal): the proposals
 */
GPtrArray *
plx_comparing_propose (GPtrArray *documents)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_proposal_free);
  g_autoptr (GHashTable) faces = g_hash_table_new_full (NULL, NULL, NULL, face_free);
  g_autoptr (GPtrArray) bags = g_ptr_array_new_with_free_func (bag_free);
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (bags, bag_new (g_ptr_array_index (documents, i), faces));
  for (guint i = 0; i < bags->len; i++)
    bag_weigh (g_ptr_array_index (bags, i), faces, bags->len);

  groups = group (bags);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GArray) members = g_ptr_array_index (groups, i);
      PlxProposal *proposal;

      if (members == NULL || members->len < 2)
        continue;

      g_array_sort (members, compare_places);
      proposal = g_new0 (PlxProposal, 1);
      proposal->why = reasons_for (members, bags, faces);
      proposal->articles = g_steal_pointer (&members);
      g_ptr_array_add (proposals, proposal);
    }

  return proposals;
}
