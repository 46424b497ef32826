/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which sentences meet in a story of so many articles that not all of them can. */

#include "config.h"

#include "comparing/plx-meetings.h"
#include "language/plx-language.h"

#define N_ARTICLES 60

/* In a ring of so many articles these two are too far apart for the sample. */
#define ONE 4
#define OTHER 35

/* A sentence meets no more than so many beside its sample. */
#define MOST_FAR 8

static const char * const heads[] = { "Arno", "Bris", "Cudden", "Dor", "Elms", "Fal", "Gret",
                                      "Hobs" };
static const char * const tails[] = { "way", "sel", "ham", "rick", "gard", "lowby", "tan", "ten" };

/* All tell the same of a place of their own; @has_accordion where one more word is shared. */
static PlxAnnotation *
make_article (guint    number,
              gboolean has_accordion)
{
  g_autofree char *name = g_strdup_printf ("%02u.txt", number);
  g_autofree char *place = g_strconcat (heads[number / G_N_ELEMENTS (tails)],
                                        tails[number % G_N_ELEMENTS (tails)], NULL);
  g_autofree char *told =
    g_strdup_printf ("At %s the keepers%s counted the lanterns, polished the brass horn and wrote "
                     "the fog into the logbook before dawn.",
                     place, has_accordion ? " with an accordion" : "");
  g_autofree char *own = g_strdup_printf ("The tower there has %u steps.", 1001 + 13 * number);
  g_autoptr (PlxDocument) document = plx_document_new (name, "text");

  plx_document_set_field (document, PLX_FIELD_LANGUAGE, "en", "test");
  plx_document_append (document, told, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, own, -1, PLX_ROLE_BODY, PLX_CUT_NONE);

  return plx_language_annotate (document);
}

/* A story as it is when its sentences are to meet. */
typedef struct
{
  GPtrArray   *annotations;
  GPtrArray   *entities;
  PlxWeave    *weave;
  PlxMeetings *meetings;
} Story;

static void
story_clear (Story *self)
{
  plx_meetings_unref (self->meetings);
  plx_weave_free (self->weave);
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->annotations);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static Story
make_story (guint n_articles,
            guint every_with_accordion)
{
  Story self;

  self.annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (self.annotations,
                     make_article (i, every_with_accordion > 0 ? i % every_with_accordion == 0
                                                               : i == ONE || i == OTHER));
  self.entities = plx_language_resolve (self.annotations);
  self.weave = plx_weave_new (self.annotations, self.entities);
  self.meetings = plx_meetings_new (self.weave, NULL);

  return self;
}

/* The place in the weave of what an article tells as all do. */
static guint
find_node (Story *self,
           guint  article)
{
  for (guint i = 0; i < self->weave->nodes->len; i++)
    {
      const PlxNode *node = g_ptr_array_index (self->weave->nodes, i);

      if (node->ref.article == article)
        return i;
    }

  g_assert_not_reached ();
}

/* Whether the sentence of the later article meets that of the earlier one. */
static gboolean
do_meet (Story *self,
         guint  earlier,
         guint  later)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint wanted = find_node (self, earlier);

  plx_meetings_find (self->meetings, find_node (self, later), others);
  for (guint i = 0; i < others->len; i++)
    {
      if (g_array_index (others, guint, i) == wanted)
        return TRUE;
    }

  return FALSE;
}

static void
test_few (void)
{
  g_auto (Story) story = make_story (30, 0);

  g_test_summary ("In a story of not so many articles all meet that share enough");
  for (guint i = 1; i < 30; i++)
    g_assert_true (do_meet (&story, 0, i));
}

static void
test_sample (void)
{
  g_auto (Story) story = make_story (N_ARTICLES, 0);

  g_test_summary ("What all tell meets a sample, in a ring of the articles");
  g_assert_true (plx_meetings_is_sampled (story.meetings, find_node (&story, 10),
                                          find_node (&story, 20)));
  g_assert_true (do_meet (&story, 10, 20));
  g_assert_true (do_meet (&story, 1, N_ARTICLES - 2));
  g_assert_false (plx_meetings_is_sampled (story.meetings, find_node (&story, 10),
                                           find_node (&story, 40)));
  g_assert_false (do_meet (&story, 10, 40));
}

static void
test_closest (void)
{
  g_auto (Story) story = make_story (N_ARTICLES, 0);

  g_test_summary ("Two that share most with each other meet wherever they stand");
  g_assert_false (plx_meetings_is_sampled (story.meetings, find_node (&story, ONE),
                                           find_node (&story, OTHER)));
  g_assert_true (do_meet (&story, ONE, OTHER));
  g_assert_false (do_meet (&story, ONE, OTHER + 1));
  g_assert_false (do_meet (&story, ONE + 1, OTHER));
}

static void
test_closest_of_each_other (void)
{
  g_auto (Story) story = make_story (N_ARTICLES, 3);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *n_far = g_new0 (guint, story.weave->nodes->len);
  guint n = 0;

  g_test_summary ("Where many share as much, each meets only as few as there is room for");
  for (guint i = 0; i < story.weave->nodes->len; i++)
    {
      plx_meetings_find (story.meetings, i, others);
      for (guint j = 0; j < others->len; j++)
        {
          const guint other = g_array_index (others, guint, j);

          if (plx_meetings_is_sampled (story.meetings, i, other))
            continue;
          n++;
          n_far[i]++;
          n_far[other]++;
        }
    }

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < story.weave->nodes->len; i++)
    g_assert_cmpuint (n_far[i], <=, MOST_FAR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/meetings/few-articles", test_few);
  g_test_add_func ("/meetings/sample", test_sample);
  g_test_add_func ("/meetings/closest", test_closest);
  g_test_add_func ("/meetings/closest-of-each-other", test_closest_of_each_other);

  return g_test_run ();
}
