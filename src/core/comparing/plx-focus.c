/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-focus"

#include "config.h"

#include "comparing/plx-focus.h"

#include <string.h>

#include "comparing/plx-involved.h"
#include "language/plx-language.h"
#include "language/text/plx-lexemes.h"

/*
 * The measure. A passage weighs each country that it speaks of by the best place that a mention of
 * it has in the sentence: whom the sentence tells of (its subject), what that one does something
 * to, or a mere circumstance ("in", "from", "with" it). A people as an adjective, or a person or
 * body of a country, counts for a part. A passage is about the countries that reach PASSAGE.
 *
 * An article adds up its passages, each multiplied by how far up it stands. It is about the
 * countries that have a share of ARTICLE or more of all that it says of countries; and about those
 * of which its headline tells.
 */
#define SUBJECT 1.0
#define OBJECT 0.6
#define CIRCUMSTANCE 0.3

#define PLAIN 1.0
#define MEMBER 0.8 /* of a person, or a body */
#define ADJECTIVE 0.5

#define PASSAGE 0.5
#define PASSAGE_OF_ARTICLE 0.3 /* where the article is about it */
#define ARTICLE 0.2

/* How many words may stand between a preposition and the name that belongs to it. */
#define LONGEST_PHRASE 5

static const double place_weights[] = {
  [PLX_PLACE_HEADLINE] = 5.0,
  [PLX_PLACE_STANDFIRST] = 3.0,
  [PLX_PLACE_LEAD] = 3.0,
  [PLX_PLACE_PARAGRAPH] = 1.0,
};

typedef struct
{
  guint       sentence;
  const char *country;
  double      weight;
} Passage;

struct _PlxFocus
{
  GPtrArray *passages; /* GArray of Passage, for each article, by sentence */
  GPtrArray *shares;   /* GArray of PlxFocusShare, for each article, the largest first */
};

/* A sentence, while its mentions are weighed. */
typedef struct
{
  const PlxAnnotation   *annotation;
  const PlxSentenceSpan *span;
  PlxLexemes            *lexemes;     /* nullable: not in English */
  guint                  opening;     /* how many lexemes stand before what it tells of */
  gsize                  subject_end; /* where that ends */
} Sentence;

#define VERBS (PLX_LEX (AUXILIARY) | PLX_LEX (MODAL) | PLX_LEX (PAST) | PLX_LEX (SAY) | \
               PLX_LEX (SAY_THAT) | PLX_LEX (UTTER) | PLX_LEX (CALL))

static gboolean
is_plain_word (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_WORD) != 0 && (lexeme->form & PLX_LEXEME_CAPITAL) == 0 &&
         (lexeme->form & PLX_LEXEME_NUMBER) == 0;
}

/* Verbs that the lexicon knows, and what looks like the past of any other: "visited", but not "the
 * jailed leader". */
static gboolean
is_verb (const PlxLexemes *lexemes,
         guint             i)
{
  const PlxLexeme *lexeme = plx_lexemes_at (lexemes, i);
  const PlxLexeme *next = plx_lexemes_at (lexemes, i + 1);
  const char *end = lexemes->text + lexeme->end;

  if (plx_lexeme_is (lexeme, VERBS))
    return TRUE;

  /* "The kitchen serves the", "the minister visits Kenya": no plural, since a name or an article
   * follows. */
  if (is_plain_word (lexeme) && lexeme->uses == 0 && end[-1] == 's' && i > 0 &&
      is_plain_word (plx_lexemes_at (lexemes, i - 1)) &&
      !plx_lexeme_is (plx_lexemes_at (lexemes, i - 1), PLX_LEX (DETERMINER)) &&
      ((next->form & PLX_LEXEME_CAPITAL) != 0 || plx_lexeme_is (next, PLX_LEX (DETERMINER))))
    return TRUE;

  return is_plain_word (lexeme) && lexeme->end - lexeme->start > 4 &&
         strncmp (end - 2, "ed", 2) == 0 && i > 0 &&
         !plx_lexeme_is (plx_lexemes_at (lexemes, i - 1), PLX_LEX (DETERMINER));
}

/* A sentence that begins with a circumstance tells of what stands behind the comma: "In Ankara on
 * Monday, …", "Speaking in Ankara, …". Gives the first lexeme behind that. */
static guint
skip_circumstance (const PlxLexemes *lexemes)
{
  const PlxLexeme *first = plx_lexemes_at (lexemes, 0);
  const gboolean participle =
    first->end - first->start > 4 && strncmp (lexemes->text + first->end - 3, "ing", 3) == 0;

  if (!participle && !plx_lexeme_is (first, PLX_LEX (PREPOSITION) | PLX_LEX (CONJUNCTION)))
    return 0;

  for (guint i = 1; i < lexemes->items->len; i++)
    {
      if (plx_lexemes_at (lexemes, i)->mark == ',')
        return i + 1;
    }

  return 0;
}

static gboolean
is_in_mention (const Sentence *self,
               gsize           at)
{
  const PlxAnnotation *annotation = self->annotation;
  guint i = plx_annotation_first_mention (annotation, at + 1);

  return i > 0 && g_array_index (annotation->mentions, PlxMentionSpan, i - 1).end > at;
}

/* What the sentence tells of ends with its first verb, or with a plain word right behind a name,
 * which is one too: "Turkey backs …". */
static void
find_subject (Sentence *self)
{
  const PlxLexemes *lexemes = self->lexemes;
  gboolean behind_name = FALSE;

  self->subject_end = self->span->end;
  self->opening = skip_circumstance (lexemes);
  for (guint i = self->opening; i < lexemes->items->len; i++)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (lexemes, i);
      gboolean in_name = is_in_mention (self, lexeme->start);

      if (!in_name &&
          (is_verb (lexemes, i) ||
           (behind_name && is_plain_word (lexeme) && lexeme->uses == 0 &&
            plx_lexemes_at (lexemes, i + 1)->mark != ',' &&
            (lexeme->form & PLX_LEXEME_HYPHEN) == 0 &&
            lexemes->text[lexeme->end - 1] == 's')))
        {
          self->subject_end = lexeme->start;
          return;
        }
      behind_name = in_name;
    }
}

static guint
find_lexeme (const PlxLexemes *lexemes,
             gsize             at)
{
  guint low = 0, high = lexemes->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (plx_lexemes_at (lexemes, middle)->start < at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether a preposition rules the mention: "to China", "from the old port of Mombasa". */
static gboolean
is_circumstance (const Sentence       *self,
                 const PlxMentionSpan *mention)
{
  guint i = find_lexeme (self->lexemes, mention->start);

  for (guint n = 0; i > 0 && n < LONGEST_PHRASE; n++)
    {
      const PlxLexeme *before = plx_lexemes_at (self->lexemes, --i);

      /* "In Kenya, Uganda": the comma parts them. */
      if (i + 1 == self->opening)
        return FALSE;

      /* "In Kenya and Uganda": what holds of the first holds of the others. */
      if (i > 0 && (before->mark == ',' || plx_lexemes_has_word (self->lexemes, i, "and or")) &&
          is_in_mention (self, plx_lexemes_at (self->lexemes, i - 1)->start))
        {
          n = 0;
          continue;
        }

      if (before->mark != 0 && before->mark != '-')
        return FALSE;
      /* "To the shores of Kenya" goes on to look for the "to"; "the invasion of Kenya" has none. */
      if (plx_lexeme_is (before, PLX_LEX (PREPOSITION)) &&
          !plx_lexemes_has_word (self->lexemes, i, "of"))
        return TRUE;
      if (is_verb (self->lexemes, i) || plx_lexeme_is (before, PLX_LEX (CONJUNCTION)))
        return FALSE;
    }

  return FALSE;
}

/* What stands at the beginning, before what the sentence tells of. */
static gboolean
is_before_subject (const Sentence       *self,
                   const PlxMentionSpan *mention)
{
  return self->opening > 0 &&
         mention->start < plx_lexemes_at (self->lexemes, self->opening)->start;
}

static double
weigh_place (const Sentence       *self,
             const PlxMentionSpan *mention)
{
  if (self->lexemes == NULL)
    return OBJECT;

  if (is_before_subject (self, mention) || is_circumstance (self, mention))
    return CIRCUMSTANCE;

  return mention->start < self->subject_end ? SUBJECT : OBJECT;
}

/* Whether a people's name stands for more than a word beside another: "the Chinese said", and
 * "Chinese officials said", which tell of China, but not "a Chinese restaurant". */
static double
weigh_form (const Sentence       *self,
            const PlxMentionSpan *mention,
            gboolean              belongs,
            double                place)
{
  if (belongs)
    return MEMBER;

  if (mention->form == PLX_FORM_DEMONYM)
    return place == SUBJECT && self->lexemes != NULL ? MEMBER : ADJECTIVE;

  return PLAIN;
}

static const char *
find_country (PlxAnalysis          *analysis,
              const PlxMentionSpan *mention,
              gboolean             *belongs)
{
  const char *country = plx_involved_country (analysis, mention);

  *belongs = country == NULL;
  if (country != NULL || mention->entity == PLX_NONE)
    return country;

  return plx_analysis_get_entity (analysis, mention->entity)->country;
}

static void
add_passage (GArray     *passages,
             guint       sentence,
             const char *country,
             double      weight)
{
  for (guint i = passages->len; i > 0; i--)
    {
      Passage *passage = &g_array_index (passages, Passage, i - 1);

      if (passage->sentence != sentence)
        break;
      if (passage->country == country)
        {
          passage->weight = MAX (passage->weight, weight);
          return;
        }
    }

  g_array_append_val (passages, ((Passage) { sentence, country, weight }));
}

static GArray *
weigh_passages (PlxAnalysis *analysis,
                guint        article)
{
  const PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, article);
  const char *language = annotation->document->fields[PLX_FIELD_LANGUAGE];
  const gboolean full = language == NULL || plx_language_is_full (language);
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  g_autoptr (PlxLexemes) lexemes = NULL;
  Sentence sentence = { .annotation = annotation };

  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
      const PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan,
                                                    mention->sentence);
      gboolean belongs;
      const char *country = find_country (analysis, mention, &belongs);
      double place;

      if (country == NULL)
        continue;

      if (sentence.span != span)
        {
          g_clear_pointer (&lexemes, plx_lexemes_free);
          sentence.span = span;
          if (full)
            lexemes = plx_lexemes_new (annotation->document->text->str, span->start, span->end);
          sentence.lexemes = lexemes;
          if (full)
            find_subject (&sentence);
        }

      place = weigh_place (&sentence, mention);
      add_passage (passages, mention->sentence, country,
                   place * weigh_form (&sentence, mention, belongs, place));
    }

  return passages;
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const PlxFocusShare *left = a, *right = b;

  if (left->share != right->share)
    return left->share > right->share ? -1 : 1;

  return strcmp (left->country, right->country);
}

static PlxFocusShare *
get_share (GArray     *shares,
           const char *country)
{
  for (guint i = 0; i < shares->len; i++)
    {
      PlxFocusShare *share = &g_array_index (shares, PlxFocusShare, i);

      if (share->country == country)
        return share;
    }

  g_array_append_val (shares, ((PlxFocusShare) { country, 0.0, FALSE }));

  return &g_array_index (shares, PlxFocusShare, shares->len - 1);
}

static GArray *
add_up (PlxAnalysis *analysis,
        guint        article,
        GArray      *passages)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (PlxFocusShare));
  double sum = 0.0;

  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);
      PlxSentenceRef ref = { article, passage->sentence };
      PlxPlace place = plx_analysis_get_place (analysis, ref, NULL);
      PlxFocusShare *share = get_share (shares, passage->country);

      share->share += passage->weight * place_weights[place];
      sum += passage->weight * place_weights[place];
      share->is_about |= place == PLX_PLACE_HEADLINE && passage->weight >= PASSAGE;
    }

  for (guint i = 0; i < shares->len; i++)
    {
      PlxFocusShare *share = &g_array_index (shares, PlxFocusShare, i);

      share->share /= sum;
      share->is_about |= share->share >= ARTICLE;
    }
  g_array_sort (shares, compare_shares);

  return shares;
}

/**
 * plx_focus_new:
 * @analysis: an analysis
 *
 * Measures what the articles and passages of a story are about. A passage is about a country that
 * it tells of, as the one who does something or to whom it is done; not of one that is only where
 * something happens, or whose people's name is an adjective. An article is about a country that
 * makes up a fifth or more of what it says of countries, passages further up counting more, and
 * about one of which its headline tells.
 *
 * Takes time in proportion to the mentions, and may be called from any thread.
 *
 * Returns: (transfer full): the measure
 */
PlxFocus *
plx_focus_new (PlxAnalysis *analysis)
{
  PlxFocus *self = g_atomic_rc_box_new0 (PlxFocus);

  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->shares = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      GArray *passages = weigh_passages (analysis, i);

      g_ptr_array_add (self->passages, passages);
      g_ptr_array_add (self->shares, add_up (analysis, i, passages));
    }

  return self;
}

PlxFocus *
plx_focus_ref (PlxFocus *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
focus_clear (gpointer data)
{
  PlxFocus *self = data;

  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->shares);
}

void
plx_focus_unref (PlxFocus *self)
{
  g_atomic_rc_box_release_full (self, focus_clear);
}

/**
 * plx_focus_get_shares:
 * @self: a measure
 * @article: an article, by its place
 *
 * Returns: (transfer none) (element-type PlxFocusShare): the countries that it speaks of, the
 *   largest share first
 */
const GArray *
plx_focus_get_shares (PlxFocus *self,
                      guint     article)
{
  g_return_val_if_fail (article < self->shares->len, NULL);

  return g_ptr_array_index (self->shares, article);
}

/**
 * plx_focus_is_article_about:
 * @self: a measure
 * @article: an article, by its place
 * @country: static code of a country
 *
 * Returns: whether the article is about the country
 */
gboolean
plx_focus_is_article_about (PlxFocus   *self,
                            guint       article,
                            const char *country)
{
  const GArray *shares = plx_focus_get_shares (self, article);

  for (guint i = 0; i < shares->len; i++)
    {
      const PlxFocusShare *share = &g_array_index (shares, PlxFocusShare, i);

      if (share->country == country)
        return share->is_about;
    }

  return FALSE;
}

/* The first passage of a sentence, or how many there are. */
static guint
find_passage (const GArray *passages,
              guint         sentence)
{
  guint low = 0, high = passages->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (passages, Passage, middle).sentence < sentence)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * plx_focus_is_passage_about:
 * @self: a measure
 * @ref: a sentence
 * @country: static code of a country
 *
 * Returns: whether the sentence is about the country. One that names a country of which its article
 *   is about anyway needs less for that
 */
gboolean
plx_focus_is_passage_about (PlxFocus       *self,
                            PlxSentenceRef  ref,
                            const char     *country)
{
  const GArray *passages;

  g_return_val_if_fail (ref.article < self->passages->len, FALSE);

  passages = g_ptr_array_index (self->passages, ref.article);
  for (guint i = find_passage (passages, ref.sentence); i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);

      if (passage->sentence != ref.sentence)
        break;
      if (passage->country == country)
        return passage->weight >= PASSAGE ||
               (passage->weight >= PASSAGE_OF_ARTICLE &&
                plx_focus_is_article_about (self, ref.article, country));
    }

  return FALSE;
}
