/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rulings"

#include "config.h"

#include "comparing/plx-rulings.h"

#include "model/plx-naming.h"

/* The two sides of a correction, by their places: who came to whom, or who is kept from whom. */
typedef struct
{
  GArray *from;
  GArray *to;
} Sides;

/* The corrections on their way to rulings, the newest first. */
typedef struct
{
  PlxRulings     *rulings;
  GPtrArray      *annotations;
  PlxAnchorIndex *index;
  GHashTable     *places;   /* guint64 of a PlxSentenceRef → its place + 1 */
  GPtrArray      *members;  /* (element-type GArray of guint) (nullable): those of each unit */
  GArray         *moves;    /* Sides: of those that brought sentences together */
  GArray         *partings; /* Sides: of those that keep sentences apart */
} Resolver;

static guint64
pack (guint a,
      guint b)
{
  return (guint64) a << 32 | b;
}

static guint64
pack_pair (guint a,
           guint b)
{
  return pack (MIN (a, b), MAX (a, b));
}

static gpointer
new_key (guint64 key)
{
  return g_memdup2 (&key, sizeof key);
}

static PlxRuledSentence *
sentence_at (PlxRulings *self,
             guint       place)
{
  return &g_array_index (self->sentences, PlxRuledSentence, place);
}

static guint
at (GArray *places,
    guint   i)
{
  return g_array_index (places, guint, i);
}

static gboolean
has (GArray *places,
     guint   place)
{
  for (guint i = 0; i < places->len; i++)
    if (at (places, i) == place)
      return TRUE;

  return FALSE;
}

static void
sides_clear (gpointer data)
{
  Sides *sides = data;

  g_array_unref (sides->from);
  g_array_unref (sides->to);
}

static void
add_sides (GArray *all,
           GArray *from,
           GArray *to)
{
  const Sides sides = { g_array_ref (from), g_array_ref (to) };

  g_array_append_val (all, sides);
}

static void
dismissal_clear (gpointer data)
{
  g_array_unref (((PlxDismissal *) data)->refs);
}

static guint
ensure_sentence (Resolver       *self,
                 PlxSentenceRef  ref)
{
  const guint64 key = pack (ref.article, ref.sentence);
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &key));
  const guint place = self->rulings->sentences->len;
  const PlxRuledSentence sentence = { .ref = ref, .unit = place, .seat = PLX_NONE };
  GArray *members;

  if (known > 0)
    return known - 1;

  g_array_append_val (self->rulings->sentences, sentence);
  g_hash_table_insert (self->places, new_key (key), GUINT_TO_POINTER (place + 1));
  members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (members, place);
  g_ptr_array_add (self->members, members);

  return place;
}

/* Only sentences that are compared can be in a claim. */
static gboolean
find_sentence (Resolver        *self,
               const PlxAnchor *anchor,
               PlxSentenceRef  *ref)
{
  PlxAnnotation *annotation;
  const PlxSentenceSpan *span;

  if (!plx_anchor_index_find (self->index, anchor, ref))
    return FALSE;

  annotation = g_ptr_array_index (self->annotations, ref->article);
  span = &g_array_index (annotation->sentences, PlxSentenceSpan, ref->sentence);

  return plx_weave_takes (plx_document_get_block (annotation->document, span->block)->role);
}

/* The places of the sentences of one side, each once. */
static GArray *
list_side (Resolver            *self,
           const PlxCorrection *correction,
           guint                side)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < correction->anchors->len; i++)
    {
      const PlxAnchor *anchor = g_ptr_array_index (correction->anchors, i);
      PlxSentenceRef ref;
      guint place;

      if (anchor->side != side || !find_sentence (self, anchor, &ref))
        continue;
      place = ensure_sentence (self, ref);
      if (!has (places, place))
        g_array_append_val (places, place);
    }

  return places;
}

/**
 * plx_rulings_are_apart:
 * @self: rulings
 * @a: a ruled sentence, by its place
 * @b: another
 *
 * Returns: whether no claim may hold both
 */
gboolean
plx_rulings_are_apart (PlxRulings *self,
                       guint       a,
                       guint       b)
{
  const guint64 key = pack_pair (a, b);

  return g_hash_table_contains (self->apart, &key);
}

static gboolean
are_also (PlxRulings *self,
          guint       a,
          guint       b)
{
  for (guint i = 0; i < self->also->len; i++)
    {
      const PlxRuledPair *pair = &g_array_index (self->also, PlxRuledPair, i);

      if (pack_pair (pair->a, pair->b) == pack_pair (a, b))
        return TRUE;
    }

  return FALSE;
}

static gboolean
are_together (PlxRulings *self,
              guint       a,
              guint       b)
{
  return sentence_at (self, a)->unit == sentence_at (self, b)->unit || are_also (self, a, b);
}

static gboolean
can_unite (Resolver *self,
           guint     a,
           guint     b)
{
  GArray *with_a = self->members->pdata[sentence_at (self->rulings, a)->unit];
  GArray *with_b = self->members->pdata[sentence_at (self->rulings, b)->unit];

  for (guint i = 0; i < with_a->len; i++)
    for (guint j = 0; j < with_b->len; j++)
      if (plx_rulings_are_apart (self->rulings, at (with_a, i), at (with_b, j)))
        return FALSE;

  return TRUE;
}

/* The unit of @seat keeps the seat that a newer correction gave it. */
static void
unite (Resolver *self,
       guint     a,
       guint     b,
       guint     seat)
{
  const guint unit_a = sentence_at (self->rulings, a)->unit;
  const guint unit_b = sentence_at (self->rulings, b)->unit;
  const guint first = MIN (unit_a, unit_b), second = MAX (unit_a, unit_b);
  GArray *joining = self->members->pdata[second];
  guint newer = PLX_NONE;

  if (seat != PLX_NONE)
    newer = sentence_at (self->rulings, sentence_at (self->rulings, seat)->unit)->seat;
  if (newer == PLX_NONE)
    newer = seat;
  if (newer == PLX_NONE)
    newer = sentence_at (self->rulings, first)->seat;
  if (newer == PLX_NONE)
    newer = sentence_at (self->rulings, second)->seat;

  for (guint i = 0; i < joining->len; i++)
    sentence_at (self->rulings, at (joining, i))->unit = first;
  g_array_append_vals (self->members->pdata[first], joining->data, joining->len);
  g_clear_pointer ((GArray **) &self->members->pdata[second], g_array_unref);
  sentence_at (self->rulings, first)->seat = newer;
}

/* As far as nothing later says otherwise. */
static void
unite_with_all (Resolver *self,
                guint     place,
                GArray   *side)
{
  for (guint i = 0; i < side->len; i++)
    if (!are_together (self->rulings, place, at (side, i)) &&
        can_unite (self, place, at (side, i)))
      unite (self, place, at (side, i), PLX_NONE);
}

/* Who was put with another that was later taken away stays with those among whom it was seen. */
static void
stay_behind (Resolver *self,
             guint     place,
             guint     gone)
{
  for (guint i = 0; i < self->partings->len; i++)
    {
      const Sides *parting = &g_array_index (self->partings, Sides, i);

      if (has (parting->from, gone) && has (parting->to, place))
        unite_with_all (self, place, parting->to);
      else if (has (parting->to, gone) && has (parting->from, place))
        unite_with_all (self, place, parting->from);
    }
}

/* Two sentences of units that must not be one are one claim of their own: a long sentence may
 * report what two claims do. */
static PlxCorrectionState
rule_together (Resolver *self,
               GArray   *from,
               GArray   *to)
{
  g_autoptr (GArray) all = g_array_copy (from);
  const guint seat = to->len > 0 ? at (to, 0) : PLX_NONE;
  guint n_obeyed = 0;

  g_array_append_vals (all, to->data, to->len);
  for (guint i = 0; i < all->len; i++)
    for (guint j = i + 1; j < all->len; j++)
      {
        const PlxRuledPair pair = { at (all, i), at (all, j) };

        if (pair.a == pair.b)
          continue;
        if (plx_rulings_are_apart (self->rulings, pair.a, pair.b))
          stay_behind (self, pair.a, pair.b);
        else if (are_together (self->rulings, pair.a, pair.b))
          n_obeyed++;
        else if (can_unite (self, pair.a, pair.b))
          {
            unite (self, pair.a, pair.b, seat);
            n_obeyed++;
          }
        else if (all->len == 2)
          {
            g_array_append_val (self->rulings->also, pair);
            n_obeyed++;
          }
      }

  if (n_obeyed > 0)
    add_sides (self->moves, from, to);

  return n_obeyed > 0 ? PLX_CORRECTION_OBEYED : PLX_CORRECTION_OVERRULED;
}

/* What came later to the other side belongs there now, whomever it had been kept from before. */
static gboolean
has_changed_sides (Resolver *self,
                   guint     place,
                   GArray   *other_side)
{
  for (guint i = 0; i < self->moves->len; i++)
    {
      const Sides *move = &g_array_index (self->moves, Sides, i);

      if (!has (move->from, place))
        continue;
      for (guint j = 0; j < other_side->len; j++)
        if (has (move->to, at (other_side, j)))
          return TRUE;
    }

  return FALSE;
}

static GArray *
list_loyal (Resolver *self,
            GArray   *side,
            GArray   *other_side)
{
  GArray *loyal = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < side->len; i++)
    {
      const guint place = at (side, i);

      if (!has_changed_sides (self, place, other_side))
        g_array_append_val (loyal, place);
    }

  return loyal;
}

static PlxCorrectionState
rule_apart (Resolver *self,
            GArray   *one,
            GArray   *other)
{
  g_autoptr (GArray) a = list_loyal (self, one, other);
  g_autoptr (GArray) b = list_loyal (self, other, one);
  guint n_obeyed = 0;

  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      {
        if (are_together (self->rulings, at (a, i), at (b, j)))
          continue;
        g_hash_table_add (self->rulings->apart, new_key (pack_pair (at (a, i), at (b, j))));
        n_obeyed++;
      }
  /* Those that were chosen are one claim. Of the rest nothing is said. */
  for (guint i = 1; i < a->len; i++)
    unite_with_all (self, at (a, i), a);
  add_sides (self->partings, a, b);

  return n_obeyed > 0 ? PLX_CORRECTION_OBEYED : PLX_CORRECTION_OVERRULED;
}

static PlxCorrectionState
rule_dismiss (Resolver            *self,
              const PlxCorrection *correction)
{
  PlxDismissal dismissal = {
    .correction = correction,
    .refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef)),
  };
  guint n_found = 0;

  for (guint i = 0; i < correction->anchors->len; i++)
    {
      PlxSentenceRef ref = { PLX_NONE, PLX_NONE };

      if (find_sentence (self, g_ptr_array_index (correction->anchors, i), &ref))
        n_found++;
      else
        ref.article = PLX_NONE;
      g_array_append_val (dismissal.refs, ref);
    }
  g_array_append_val (self->rulings->dismissals, dismissal);

  return n_found > 1 ? PLX_CORRECTION_OBEYED : PLX_CORRECTION_GONE;
}

static PlxCorrectionState
rule (Resolver            *self,
      const PlxCorrection *correction)
{
  g_autoptr (GArray) from = NULL;
  g_autoptr (GArray) to = NULL;

  if (correction->kind == PLX_CORRECTION_DISMISS)
    return rule_dismiss (self, correction);

  from = list_side (self, correction, 0);
  to = list_side (self, correction, 1);
  if (from->len + to->len < 2 ||
      (correction->kind == PLX_CORRECTION_APART && (from->len == 0 || to->len == 0)))
    return PLX_CORRECTION_GONE;

  return correction->kind == PLX_CORRECTION_TOGETHER ? rule_together (self, from, to)
                                                     : rule_apart (self, from, to);
}

static PlxAnchorIndex *
index_articles (PlxCorrections *corrections,
                GPtrArray      *annotations,
                const guint    *given)
{
  guint n_articles;
  const gint64 *ids = plx_corrections_get_articles (corrections, &n_articles);
  g_autofree gint64 *articles = g_new0 (gint64, annotations->len + 1);

  for (guint i = 0; i < annotations->len; i++)
    {
      const guint place = given != NULL ? given[i] : i;

      articles[i] = place < n_articles ? ids[place] : 0;
    }

  return plx_anchor_index_new (annotations, articles);
}

/**
 * plx_rulings_new:
 * @corrections: what the user has said
 * @annotations: (element-type PlxAnnotation): the articles
 * @given: (nullable) (array): the place of each among the articles of @corrections, where it is
 *   another
 *
 * Finds the sentences that are spoken of, and settles contradictions: the newest wins.
 *
 * Returns: (transfer full): what that comes to
 */
PlxRulings *
plx_rulings_new (PlxCorrections *corrections,
                 GPtrArray      *annotations,
                 const guint    *given)
{
  PlxRulings *self = g_new0 (PlxRulings, 1);
  GPtrArray *all = plx_corrections_get_all (corrections);
  g_autoptr (PlxAnchorIndex) index = index_articles (corrections, annotations, given);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Sides));
  g_autoptr (GArray) partings = g_array_new (FALSE, FALSE, sizeof (Sides));
  Resolver resolver = { self, annotations, index, places, members, moves, partings };

  self->corrections = plx_corrections_ref (corrections);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (PlxRuledSentence));
  self->apart = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->also = g_array_new (FALSE, FALSE, sizeof (PlxRuledPair));
  self->dismissals = g_array_new (FALSE, FALSE, sizeof (PlxDismissal));
  g_array_set_clear_func (self->dismissals, dismissal_clear);
  g_array_set_clear_func (moves, sides_clear);
  g_array_set_clear_func (partings, sides_clear);
  self->states = g_array_new (FALSE, TRUE, sizeof (PlxCorrectionState));
  g_array_set_size (self->states, all->len);

  for (guint i = all->len; i > 0; i--)
    g_array_index (self->states, PlxCorrectionState, i - 1) =
      rule (&resolver, g_ptr_array_index (all, i - 1));

  for (guint i = 0; i < members->len; i++)
    g_clear_pointer ((GArray **) &members->pdata[i], g_array_unref);

  return self;
}

void
plx_rulings_free (PlxRulings *self)
{
  g_array_unref (self->sentences);
  g_hash_table_unref (self->apart);
  g_array_unref (self->also);
  g_array_unref (self->dismissals);
  g_array_unref (self->states);
  plx_corrections_unref (self->corrections);
  g_free (self);
}

static gboolean
say_the_same (const char *a,
              const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (a == NULL || b == NULL)
    return FALSE;

  folded_a = plx_naming_fold (a);
  folded_b = plx_naming_fold (b);

  return g_str_equal (folded_a, folded_b);
}

/* The place of a sentence among those of a dismissal. */
static gboolean
find_ref (const PlxDismissal   *dismissal,
          const PlxSentenceRef *ref,
          guint                *place)
{
  for (guint i = 0; i < dismissal->refs->len; i++)
    {
      const PlxSentenceRef *other = &g_array_index (dismissal->refs, PlxSentenceRef, i);

      *place = i;
      if (other->article == ref->article && other->sentence == ref->sentence)
        return TRUE;
    }

  return FALSE;
}

/* A difference in which a sentence takes part that was not there when it was dismissed is news. It
 * is the same one where it is about the same, or where each sentence says the same as it did: the
 * one or the other may be worded anew by a later release. */
static gboolean
is_dismissed (const PlxDismissal        *dismissal,
              const PlxDifferenceRecord *difference)
{
  gboolean says_same = TRUE;

  if (difference->kind != dismissal->correction->difference)
    return FALSE;

  for (guint i = 0; i < difference->refs->len; i++)
    {
      const PlxAnchor *anchor;
      guint place;

      if (!find_ref (dismissal, &g_array_index (difference->refs, PlxSentenceRef, i), &place))
        return FALSE;
      anchor = g_ptr_array_index (dismissal->correction->anchors, place);
      says_same = says_same && say_the_same (anchor->says, difference->says[i]);
    }

  return says_same || g_strcmp0 (dismissal->correction->about, difference->about) == 0;
}

/**
 * plx_rulings_drop_differences:
 * @self: rulings
 * @claim: a claim
 *
 * Takes those of its differences away that the user has dismissed.
 */
void
plx_rulings_drop_differences (PlxRulings     *self,
                              PlxClaimRecord *claim)
{
  for (guint i = claim->differences->len; i > 0; i--)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i - 1);
      gboolean dismissed = FALSE;

      for (guint k = 0; k < self->dismissals->len && !dismissed; k++)
        dismissed = is_dismissed (&g_array_index (self->dismissals, PlxDismissal, k), difference);
      if (dismissed)
        g_ptr_array_remove_index (claim->differences, i - 1);
    }
}
