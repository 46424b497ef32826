/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparing/plx-reprints.h"

#include <string.h>

static PlxDocument *
make_document (const char *text)
{
  PlxDocument *document = plx_document_new (NULL, "text");

  plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);

  return document;
}

static PlxReprintKind
compare (const char *a,
         const char *b,
         PlxOverlap *overlap)
{
  g_autoptr (PlxDocument) first = make_document (a);
  g_autoptr (PlxDocument) second = make_document (b);
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (guint64));

  plx_shingles_collect (first, x);
  plx_shingles_collect (second, y);
  plx_shingles_sort (x);
  plx_shingles_sort (y);

  return plx_reprints_compare (x, y, overlap);
}

static void
test_overlap_is_exact (void)
{
  PlxOverlap overlap;

  /* Four shingles and six; four are common. */
  compare ("one two three four five six seven eight",
           "one two three four five six seven eight nine ten", &overlap);
  g_assert_cmpfloat_with_epsilon (overlap.resemblance, 4 / 6.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (overlap.containment, 1, 1e-9);

  /* What is told twice counts twice. */
  compare ("go go go go go go go", "go go go go go", &overlap);
  g_assert_cmpfloat_with_epsilon (overlap.resemblance, 1 / 3.0, 1e-9);
}

typedef struct
{
  const char     *name;
  const char     *a;
  const char     *b;
  PlxReprintKind  kind;
} KindCase;

#define BRIDGE \
  "The old bridge over the Marn was closed on Friday after divers found cracks in two piers. " \
  "Lorries must take the ferry at Sull until spring, the county said. "
#define BAKERS \
  "Bakers on the far bank said that they would row their bread across if need be, as their " \
  "grandmothers had done in the flood. "

static const KindCase kind_cases[] = {
  { "trifles", BRIDGE, "the OLD bridge — over the Marn — was closed on Friday, after divers found "
                       "cracks in two piers; lorries must take the ferry at Sull until spring the "
                       "county said", PLX_REPRINT_COPY },
  { "quotes", "She said: “The dog’s bone is ours, and it stays here.”",
    "She said: \"The dog's bone is ours, and it stays here.\"", PLX_REPRINT_COPY },
  { "cut", BRIDGE BAKERS, BRIDGE, PLX_REPRINT_VERSION },
  { "other-words", BRIDGE, "Cracks in its piers have shut the bridge at Sull; the county sends "
                           "lorries to the ferry until the spring.", PLX_REPRINT_NONE },
  { "short", "Rain again.", "rain again", PLX_REPRINT_COPY },
  { "short-contained", "Rain again on the coast today.", BRIDGE "Rain again on the coast today.",
    PLX_REPRINT_NONE },
  { "nothing", "", "", PLX_REPRINT_NONE },
  { "marks", "…!", "…!", PLX_REPRINT_NONE },
  { "chinese", "昨天下午市中心的桥梁因为裂缝而关闭", "昨天下午，市中心的桥梁因为裂缝而关闭。", PLX_REPRINT_COPY },
  { "chinese-other", "昨天下午市中心的桥梁因为裂缝而关闭", "今天上午农民在山上发现了古代的钱币", PLX_REPRINT_NONE },
};

static void
test_kind (gconstpointer data)
{
  const KindCase *one = data;

  g_assert_cmpint (compare (one->a, one->b, NULL), ==, one->kind);
  g_assert_cmpint (compare (one->b, one->a, NULL), ==, one->kind);
}

/* A text of 300 drawn words. Of those after it, one in @edit is another; none where it is 0. */
static char *
draw_text (guint32 seed,
           guint   edit,
           guint32 edit_seed)
{
  g_autoptr (GRand) words = g_rand_new_with_seed (seed);
  g_autoptr (GRand) edits = g_rand_new_with_seed (edit_seed);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    {
      guint word = g_rand_int_range (words, 0, 5000);

      if (edit > 0 && g_rand_int_range (edits, 0, edit) == 0)
        word += 5000;
      g_string_append_printf (text, "w%u ", word);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_index_finds (void)
{
  const guint n = 400;
  g_autoptr (PlxReprints) index = plx_reprints_new ();
  g_autoptr (GArray) found = NULL;

  g_test_summary ("Of pairs with one word in twenty changed 98 % are found, and nothing else");

  for (guint i = 0; i < 2 * n; i++)
    {
      g_autofree char *text = draw_text (i / 2, i % 2 == 1 ? 20 : 0, i);
      g_autoptr (PlxDocument) document = make_document (text);

      g_assert_cmpuint (plx_reprints_add (index, document), ==, i);
    }

  found = plx_reprints_find (index);
  g_assert_cmpuint (found->len, >=, n * 98 / 100);
  for (guint i = 0; i < found->len; i++)
    {
      const PlxReprint *reprint = &g_array_index (found, PlxReprint, i);

      g_assert_cmpuint (reprint->a % 2, ==, 0);
      g_assert_cmpuint (reprint->b, ==, reprint->a + 1);
      g_assert_cmpint (reprint->kind, ==, PLX_REPRINT_VERSION);
      g_assert_cmpfloat (reprint->overlap.resemblance, <, reprint->overlap.containment);
    }
}

static void
test_query (void)
{
  g_autoptr (PlxReprints) index = plx_reprints_new ();
  g_autofree char *edited = draw_text (7, 20, 1);
  g_autoptr (PlxDocument) asked = make_document (edited);
  g_autoptr (PlxDocument) unknown = make_document (BRIDGE);
  g_autoptr (GArray) before = plx_reprints_query (index, asked);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GArray) none = NULL;

  g_assert_cmpuint (before->len, ==, 0);

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = draw_text (i, 0, 0);
      g_autoptr (PlxDocument) document = make_document (text);

      plx_reprints_add (index, document);
    }

  found = plx_reprints_query (index, asked);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, PlxReprint, 0).a, ==, 7);
  g_assert_cmpint (g_array_index (found, PlxReprint, 0).kind, ==, PLX_REPRINT_VERSION);

  /* What is added later is found as well, and the best comes first. */
  plx_reprints_add (index, asked);
  again = plx_reprints_query (index, asked);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_cmpuint (g_array_index (again, PlxReprint, 0).a, ==, 50);
  g_assert_cmpint (g_array_index (again, PlxReprint, 0).kind, ==, PLX_REPRINT_COPY);

  none = plx_reprints_query (index, unknown);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A crowd of copies costs no more than it is large, and holds together. */
static void
test_crowd (void)
{
  const guint n = 2000;
  g_autoptr (PlxReprints) index = plx_reprints_new ();
  g_autofree guint *sets = g_new (guint, n);
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxDocument) document = make_document (BRIDGE);

      sets[i] = i;
      plx_reprints_add (index, document);
    }

  found = plx_reprints_find (index);
  g_assert_cmpuint (found->len, <, n * 10);
  for (guint i = 0; i < found->len; i++)
    plx_reprints_unite (sets, g_array_index (found, PlxReprint, i).a,
                        g_array_index (found, PlxReprint, i).b);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (plx_reprints_find_first (sets, i), ==, 0);
}

static void
test_large_text (void)
{
  g_autoptr (PlxReprints) index = plx_reprints_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxDocument) large = NULL;
  g_autoptr (PlxDocument) repeated = NULL;
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; text->len < 5 * 1000 * 1000; i++)
    g_string_append_printf (text, "wort%u ", i);
  large = make_document (text->str);
  g_string_truncate (text, 0);
  while (text->len < 5 * 1000 * 1000)
    g_string_append (text, "again ");
  repeated = make_document (text->str);

  plx_reprints_add (index, large);
  plx_reprints_add (index, repeated);
  plx_reprints_add (index, large);
  found = plx_reprints_find (index);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, PlxReprint, 0).b, ==, 2);
  g_assert_cmpint (g_array_index (found, PlxReprint, 0).kind, ==, PLX_REPRINT_COPY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reprints/overlap-is-exact", test_overlap_is_exact);
  for (guint i = 0; i < G_N_ELEMENTS (kind_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reprints/kind/", kind_cases[i].name, NULL);

      g_test_add_data_func (path, &kind_cases[i], test_kind);
    }
  g_test_add_func ("/reprints/index-finds", test_index_finds);
  g_test_add_func ("/reprints/query", test_query);
  g_test_add_func ("/reprints/crowd", test_crowd);
  g_test_add_func ("/reprints/large-text", test_large_text);

  return g_test_run ();
}
