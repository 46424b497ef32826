/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-model"

#include "config.h"

#include "comparing/plx-pair-model.h"

#include "comparing/plx-claims.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

/* So many pairs of sentences are compared word by word at once. No article has as many; of a book
 * the others are compared when one of them is looked at. */
#define MAX_COMPARED 3000

static gboolean
has_ref (const PlxDifferenceRecord *difference,
         guint32                    article,
         guint32                    sentence)
{
  for (guint i = 0; i < difference->refs->len; i++)
    {
      const PlxSentenceRef *ref = &g_array_index (difference->refs, PlxSentenceRef, i);

      if (ref->article == article && ref->sentence == sentence)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_difference (const PlxPairModel *self,
                const PlxPairLink  *link)
{
  const PlxClaimRecord *claim = plx_analysis_get_claim (self->analysis, link->claim);

  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);

      if (has_ref (difference, self->article[LEFT], link->sentence[LEFT]) &&
          has_ref (difference, self->article[RIGHT], link->sentence[RIGHT]))
        return TRUE;
    }

  return FALSE;
}

static void
judge (const PlxPairModel *self,
       PlxPairLink        *link)
{
  g_autoptr (PlxWording) left = plx_pair_model_new_wording (self, LEFT, link->sentence[LEFT]);
  g_autoptr (PlxWording) right = plx_pair_model_new_wording (self, RIGHT, link->sentence[RIGHT]);
  g_autoptr (PlxChanges) changes = NULL;
  gboolean is_same = g_str_equal (left->text, right->text);

  /* Reprints have thousands of sentences that are the same to the letter. */
  if (!is_same && self->links->len >= MAX_COMPARED)
    {
      link->kind = PLX_PAIR_REWORDED;
    }
  else if (!is_same)
    {
      changes = plx_changes_new (left, right);
      if (changes->changes->len > 0)
        link->kind = PLX_PAIR_REWORDED;
      if (changes->changes->len > 0 && changes->is_near)
        link->changes = g_steal_pointer (&changes);
    }

  if (has_difference (self, link))
    link->kind = PLX_PAIR_DIFFERS;
}

static void
clear_link (gpointer link)
{
  g_clear_pointer (&((PlxPairLink *) link)->changes, plx_changes_free);
}

static void
find_links (PlxPairModel *self)
{
  g_autoptr (GArray) ties = plx_comparing_pair (self->analysis, self->article[LEFT],
                                                self->article[RIGHT]);

  for (guint i = 0; i < ties->len; i++)
    {
      const PlxPairTie *tie = &g_array_index (ties, PlxPairTie, i);
      PlxPairLink link = { { tie->left, tie->right }, tie->claim, PLX_PAIR_SAME, NULL, TRUE };

      if (!plx_pair_model_is_shown (self, LEFT, tie->left) ||
          !plx_pair_model_is_shown (self, RIGHT, tie->right))
        continue;
      judge (self, &link);
      g_array_append_val (self->links, link);
    }
}

/* The longest run of links in which both sides come in order: these keep their order, the others
 * have moved and cross them. By the usual piles: the last link of the best run of each length. */
static void
find_order (PlxPairModel *self)
{
  guint n = self->links->len, n_piles = 0;
  g_autofree guint *piles = g_new (guint, n + 1);
  g_autofree guint *before = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint32 right = plx_pair_model_link (self, i)->sentence[RIGHT];
      guint low = 0, high = n_piles;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (plx_pair_model_link (self, piles[middle])->sentence[RIGHT] <= right)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? piles[low - 1] : G_MAXUINT;
      piles[low] = i;
      n_piles = MAX (n_piles, low + 1);
    }

  if (n_piles > 0)
    for (guint i = piles[n_piles - 1]; i != G_MAXUINT; i = before[i])
      plx_pair_model_link (self, i)->is_moved = FALSE;
}

static int
compare_by_right (const void *x,
                  const void *y,
                  void       *data)
{
  const PlxPairLink *a = plx_pair_model_link (data, *(const guint32 *) x);
  const PlxPairLink *b = plx_pair_model_link (data, *(const guint32 *) y);

  if (a->sentence[RIGHT] != b->sentence[RIGHT])
    return a->sentence[RIGHT] < b->sentence[RIGHT] ? -1 : 1;

  return a->sentence[LEFT] < b->sentence[LEFT] ? -1 : a->sentence[LEFT] > b->sentence[LEFT];
}

static void
sort_by_right (PlxPairModel *self)
{
  for (guint32 i = 0; i < self->links->len; i++)
    g_array_append_val (self->by_right, i);
  g_array_sort_with_data (self->by_right, compare_by_right, self);
}

/* Adds where a side differs, from where it has come to up to before @until. What only it says
 * counts once a run; what is tied counts on the left side. */
static void
add_stops (PlxPairModel *self,
           PlxPairSide   side,
           guint32      *at,
           guint32       until)
{
  PlxPairStop *run = NULL;

  for (guint32 i = at[side]; i < until; at[side] = ++i)
    {
      PlxPairStop stop = { side, i, i, { at[LEFT], at[RIGHT] } };
      guint n, first = plx_pair_model_find (self, side, i, &n);
      gboolean differs = n == 0;

      if (!plx_pair_model_is_compared (self, side, i))
        continue;
      if (n == 0 && run != NULL)
        {
          run->last = i;
          continue;
        }
      run = NULL;
      for (guint j = 0; j < n && side == LEFT; j++)
        {
          const PlxPairLink *link =
            plx_pair_model_link (self, plx_pair_model_nth (self, side, first + j));

          differs |= link->kind == PLX_PAIR_DIFFERS || link->changes != NULL;
        }
      if (!differs)
        continue;
      g_array_append_val (self->stops, stop);
      if (n == 0)
        run = &g_array_index (self->stops, PlxPairStop, self->stops->len - 1);
    }
}

/* From one link that keeps the order to the next: first what the left side has before it, then
 * what the right one has. */
static void
find_stops (PlxPairModel *self)
{
  guint32 at[PLX_PAIR_N_SIDES] = { 0, 0 };

  for (guint i = 0; i < self->links->len; i++)
    {
      const PlxPairLink *link = plx_pair_model_link (self, i);

      if (link->is_moved)
        continue;
      for (PlxPairSide side = LEFT; side <= RIGHT; side++)
        add_stops (self, side, at, link->sentence[side]);
      add_stops (self, LEFT, at, link->sentence[LEFT] + 1);
    }

  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    add_stops (self, side, at, plx_pair_model_n_sentences (self, side));
}

/**
 * plx_pair_model_new:
 * @analysis: an analysis
 * @passages: what of it is shown
 * @left: one of its articles
 * @right: another
 *
 * Returns: (transfer full): the two side by side
 */
PlxPairModel *
plx_pair_model_new (PlxAnalysis *analysis,
                    PlxPassages *passages,
                    guint        left,
                    guint        right)
{
  PlxPairModel *self = g_new0 (PlxPairModel, 1);

  self->analysis = plx_analysis_ref (analysis);
  self->passages = plx_passages_ref (passages);
  self->article[LEFT] = left;
  self->article[RIGHT] = right;
  self->links = g_array_new (FALSE, FALSE, sizeof (PlxPairLink));
  g_array_set_clear_func (self->links, clear_link);
  self->stops = g_array_new (FALSE, FALSE, sizeof (PlxPairStop));
  self->by_right = g_array_new (FALSE, FALSE, sizeof (guint32));
  find_links (self);
  find_order (self);
  sort_by_right (self);
  find_stops (self);

  return self;
}

void
plx_pair_model_free (PlxPairModel *self)
{
  plx_analysis_unref (self->analysis);
  plx_passages_unref (self->passages);
  g_array_unref (self->links);
  g_array_unref (self->stops);
  g_array_unref (self->by_right);
  g_free (self);
}

PlxPairLink *
plx_pair_model_link (const PlxPairModel *self,
                     guint               i)
{
  return &g_array_index (self->links, PlxPairLink, i);
}

/**
 * plx_pair_model_nth:
 * @self: two articles
 * @side: a side
 * @place: a place in the order of that side
 *
 * Returns: the link at that place, by its place in the links
 */
guint
plx_pair_model_nth (const PlxPairModel *self,
                    PlxPairSide         side,
                    guint               place)
{
  return side == LEFT ? place : g_array_index (self->by_right, guint32, place);
}

/**
 * plx_pair_model_find:
 * @self: two articles
 * @side: a side
 * @sentence: a sentence of that side
 * @n: (out): how many links it has
 *
 * Returns: the first of its links, or of those after it where it has none, by its place in the
 *   order of that side
 */
guint
plx_pair_model_find (const PlxPairModel *self,
                     PlxPairSide         side,
                     guint32             sentence,
                     guint              *n)
{
  guint low = 0, high = self->links->len, end;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      guint link = plx_pair_model_nth (self, side, middle);

      if (plx_pair_model_link (self, link)->sentence[side] < sentence)
        low = middle + 1;
      else
        high = middle;
    }

  for (end = low; end < self->links->len; end++)
    if (plx_pair_model_link (self, plx_pair_model_nth (self, side, end))->sentence[side] !=
        sentence)
      break;
  *n = end - low;

  return low;
}

/**
 * plx_pair_model_kind:
 * @self: two articles
 * @side: a side
 * @sentence: a sentence of that side
 *
 * Returns: how it stands to the other article: the most that can be said of its links
 */
PlxPairKind
plx_pair_model_kind (const PlxPairModel *self,
                     PlxPairSide         side,
                     guint32             sentence)
{
  guint n, first = plx_pair_model_find (self, side, sentence, &n);
  PlxPairKind kind = PLX_PAIR_SAME;

  if (n == 0)
    return PLX_PAIR_ALONE;

  for (guint i = first; i < first + n; i++)
    kind = MAX (kind, plx_pair_model_link (self, plx_pair_model_nth (self, side, i))->kind);

  return kind;
}

/**
 * plx_pair_model_find_stop:
 * @self: two articles
 * @side: a side
 * @sentence: a sentence of that side
 *
 * Returns: the stop at which it or what it is tied to stands, by its place in the stops, or
 *   `G_MAXUINT`
 */
guint
plx_pair_model_find_stop (const PlxPairModel *self,
                          PlxPairSide         side,
                          guint32             sentence)
{
  guint n, first = plx_pair_model_find (self, side, sentence, &n);

  for (guint i = 0; i < self->stops->len; i++)
    {
      const PlxPairStop *stop = &g_array_index (self->stops, PlxPairStop, i);

      if (stop->side == side && sentence >= stop->first && sentence <= stop->last)
        return i;
      for (guint j = first; j < first + n && stop->side != side; j++)
        {
          guint32 partner =
            plx_pair_model_link (self, plx_pair_model_nth (self, side, j))->sentence[!side];

          if (partner >= stop->first && partner <= stop->last)
            return i;
        }
    }

  return G_MAXUINT;
}

/**
 * plx_pair_model_next_stop:
 * @self: two articles
 * @side: a side
 * @sentence: a sentence of that side
 * @direction: 1 for the first stop behind it, -1 for the last before it
 *
 * Returns: the stop, by its place in the stops, or `G_MAXUINT`
 */
guint
plx_pair_model_next_stop (const PlxPairModel *self,
                          PlxPairSide         side,
                          guint32             sentence,
                          int                 direction)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < self->stops->len; i++)
    {
      guint32 at = g_array_index (self->stops, PlxPairStop, i).at[side];

      if (direction > 0 && at > sentence)
        return i;
      if (direction < 0 && at < sentence)
        found = i;
    }

  return found;
}

/**
 * plx_pair_model_across:
 * @self: two articles
 * @side: a side
 * @sentence: a sentence of that side
 *
 * Returns: the sentence of the other side that is tied to it, or else that follows the last thing
 *   before it which both tell, or `PLX_NONE` where the other side has none
 */
guint32
plx_pair_model_across (const PlxPairModel *self,
                       PlxPairSide         side,
                       guint32             sentence)
{
  guint n, place = plx_pair_model_find (self, side, sentence, &n);
  guint n_other = plx_pair_model_n_sentences (self, !side);
  guint32 across = 0;

  if (n > 0)
    return plx_pair_model_link (self, plx_pair_model_nth (self, side, place))->sentence[!side];

  while (place-- > 0)
    {
      const PlxPairLink *link = plx_pair_model_link (self, plx_pair_model_nth (self, side, place));

      if (link->is_moved)
        continue;
      across = MIN (link->sentence[!side] + 1, n_other - 1);
      break;
    }
  while (across < n_other && !plx_pair_model_is_shown (self, !side, across))
    across++;

  return across < n_other ? across : PLX_NONE;
}

guint
plx_pair_model_n_sentences (const PlxPairModel *self,
                            PlxPairSide         side)
{
  return plx_analysis_get_annotation (self->analysis, self->article[side])->sentences->len;
}

gboolean
plx_pair_model_is_shown (const PlxPairModel *self,
                         PlxPairSide         side,
                         guint32             sentence)
{
  return plx_passages_is_shown (self->passages,
                                (PlxSentenceRef) { self->article[side], sentence });
}

/**
 * plx_pair_model_is_compared:
 * @self: two articles
 * @side: a side
 * @sentence: a sentence of that side
 *
 * Returns: whether it is shown and reports something, unlike a headline or a byline
 */
gboolean
plx_pair_model_is_compared (const PlxPairModel *self,
                            PlxPairSide         side,
                            guint32             sentence)
{
  PlxSentenceRef ref = { self->article[side], sentence };
  const PlxSentenceSpan *span = plx_analysis_get_sentence (self->analysis, ref);
  PlxDocument *document = plx_analysis_get_document (self->analysis, ref.article);

  return plx_pair_model_is_shown (self, side, sentence) &&
         plx_weave_takes (plx_document_get_block (document, span->block)->role);
}

char *
plx_pair_model_dup_text (const PlxPairModel *self,
                         PlxPairSide         side,
                         guint32             sentence)
{
  return plx_analysis_dup_sentence (self->analysis,
                                    (PlxSentenceRef) { self->article[side], sentence });
}

PlxWording *
plx_pair_model_new_wording (const PlxPairModel *self,
                            PlxPairSide         side,
                            guint32             sentence)
{
  return plx_wording_new (self->analysis,
                          &(PlxSentenceRef) { self->article[side], sentence }, 1);
}

/**
 * plx_pair_model_new_partners:
 * @self: two articles
 * @side: a side
 * @sentence: a sentence of that side
 *
 * Returns: (transfer full) (nullable): what is tied to it on the other side, one sentence after
 *   the other
 */
PlxWording *
plx_pair_model_new_partners (const PlxPairModel *self,
                             PlxPairSide         side,
                             guint32             sentence)
{
  guint n, first = plx_pair_model_find (self, side, sentence, &n);
  g_autofree PlxSentenceRef *refs = g_new (PlxSentenceRef, n);

  for (guint i = 0; i < n; i++)
    {
      guint place = plx_pair_model_nth (self, side, first + i);

      refs[i] = (PlxSentenceRef) { self->article[!side],
                                   plx_pair_model_link (self, place)->sentence[!side] };
    }

  return n > 0 ? plx_wording_new (self->analysis, refs, n) : NULL;
}
