/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A story of so many articles that not each sentence can be held against each other one. */

#include "config.h"

#include "comparing/plx-comparing.h"

#include <stdlib.h>
#include <string.h>

#define N_ARTICLES 60

/* An article that tells what only one other does, in the words of all. */
#define ONE 7

/* Which other: some stand near the first in the order of the articles, others do not. */
static const guint others[] = { 13, 22, 33, 52 };

/* What all tell, each half of them in words of its own. */
static const char * const told[][2] = {
  { "The cable car over the gorge of Tessel stopped with ninety passengers on Sunday.",
    "Ninety passengers hung over the gorge of Tessel on Sunday when the cable car stopped." },
  { "A bearing at the upper station broke, the operator Hanne Dorval said.",
    "According to the operator Hanne Dorval, a bearing broke at the upper station." },
  { "Rescuers lowered the passengers on ropes until midnight.",
    "Until midnight the passengers were lowered on ropes by rescuers." },
};

static const char * const villages[] = {
  "Arnoway", "Brissel", "Cuddenham", "Dorrick", "Elmsgard", "Fallowby", "Grettan", "Hobsten",
  "Inverlee", "Jarrowick", "Keldon", "Lammerby", "Mossgate", "Norrum", "Oxterby",
};

static const char * const animals[] = { "goat", "heron", "mule", "sheepdog" };

static const char * const witnesses[] = {
  "mechanic Ludo Marchetti of Keldon", "student Ines Varga of Dorrick",
  "welder Tore Aakvik of Mossgate", "pensioner Pilar Quint of Norrum",
  "driver Osman Delray of Hobsten", "soldier Greta Lunde of Oxterby",
};

static PlxDocument *
make_article (guint number,
              guint other)
{
  g_autofree char *name = g_strdup_printf ("%02u.txt", number);
  g_autofree char *own =
    g_strdup_printf ("In %s a %s answered to the number %u.",
                     villages[number % G_N_ELEMENTS (villages)],
                     animals[number / G_N_ELEMENTS (villages)], 1000 + 37 * number);
  g_autofree char *said =
    g_strdup_printf ("The %s had greased and measured the bearing of the upper station in May.",
                     witnesses[number == ONE || number == other ? 0 : 1 + number % 5]);
  PlxDocument *document = plx_document_new (name, "text");

  plx_document_set_field (document, PLX_FIELD_LANGUAGE, "en", "test");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2019-08-12", "test");
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    plx_document_append (document, told[i][(number >> i) % 2], -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, said, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, own, -1, PLX_ROLE_BODY, PLX_CUT_NONE);

  return document;
}

static GPtrArray *
make_story (guint step,
            guint other)
{
  GPtrArray *story = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < N_ARTICLES; i++)
    g_ptr_array_add (story, make_article (i * step % N_ARTICLES, other));

  return story;
}

static PlxAnalysis *
compare (GPtrArray *story)
{
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis = plx_comparing_analyse (story, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL,
                                                 &error);

  g_assert_no_error (error);

  return analysis;
}

static guint
number_of (PlxAnalysis *analysis,
           guint32      article)
{
  return atoi (plx_analysis_get_annotation (analysis, article)->document->source);
}

static gboolean
has_sentence (PlxAnalysis          *analysis,
              const PlxClaimRecord *claim,
              guint                 number,
              guint                 sentence)
{
  for (guint i = 0; i < claim->refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, i);

      if (number_of (analysis, ref.article) == number && ref.sentence == sentence)
        return TRUE;
    }

  return FALSE;
}

/* The claim of the most sources among those that have a sentence of an article; `NULL` for none. */
static const PlxClaimRecord *
find_claim (PlxAnalysis *analysis,
            guint        number,
            guint        sentence)
{
  const PlxClaimRecord *found = NULL;

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      if (has_sentence (analysis, claim, number, sentence) &&
          (found == NULL || claim->n_sources > found->n_sources))
        found = claim;
    }

  return found;
}

static void
test_all (void)
{
  g_autoptr (GPtrArray) story = make_story (1, others[0]);
  g_autoptr (PlxAnalysis) analysis = compare (story);

  g_test_summary ("What all tell is one claim of all, though each sentence met only some others");
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_cmpuint (find_claim (analysis, 0, i)->n_sources, ==, N_ARTICLES);
}

static void
test_two (void)
{
  g_test_summary ("What two tell in the words of all is a claim of the two");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GPtrArray) story = make_story (1, others[i]);
      g_autoptr (PlxAnalysis) analysis = compare (story);
      guint n = 0;

      for (guint k = 0; k < analysis->claims->len; k++)
        {
          const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, k);

          n += claim->n_sources == 2 &&
               has_sentence (analysis, claim, ONE, G_N_ELEMENTS (told)) &&
               has_sentence (analysis, claim, others[i], G_N_ELEMENTS (told));
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

static char *
write_claim (PlxAnalysis          *analysis,
             const PlxClaimRecord *claim)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < claim->refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, i);

      g_ptr_array_add (lines, g_strdup_printf ("%02u.%u", number_of (analysis, ref.article),
                                               ref.sentence));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  all = g_strjoinv (" ", (char **) lines->pdata);

  return g_strdup_printf ("%s: %s", claim->label, all);
}

static char *
write_claims (GPtrArray *story)
{
  g_autoptr (PlxAnalysis) analysis = compare (story);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < analysis->claims->len; i++)
    g_ptr_array_add (claims, write_claim (analysis, plx_analysis_get_claim (analysis, i)));
  g_ptr_array_sort_values (claims, (GCompareFunc) strcmp);
  g_ptr_array_add (claims, NULL);

  return g_strjoinv ("\n", (char **) claims->pdata);
}

static void
test_order (void)
{
  static const guint steps[] = { 7, 59 };
  g_autoptr (GPtrArray) story = make_story (1, others[0]);
  g_autofree char *claims = write_claims (story);

  g_test_summary ("Which sentences meet does not depend on the order in which articles came");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) turned = make_story (steps[i], others[0]);
      g_autofree char *again = write_claims (turned);

      g_assert_cmpstr (again, ==, claims);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/many-articles/what-all-tell", test_all);
  g_test_add_func ("/many-articles/what-two-tell", test_two);
  g_test_add_func ("/many-articles/order-does-not-matter", test_order);

  return g_test_run ();
}
