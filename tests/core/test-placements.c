/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-placement.h"

static void
add_entity (PlxAnalysis *analysis,
            const char  *name,
            const char  *forms,
            PlxKind      kind)
{
  PlxEntityRecord *entity = plx_entity_record_new ();

  entity->name = g_strdup (name);
  entity->names = g_strsplit (forms, "|", -1);
  entity->kind = kind;
  g_ptr_array_add (analysis->entities, entity);
}

static void
add_placement (GPtrArray  *placements,
               const char *name,
               const char *forms,
               PlxKind     kind)
{
  PlxPlacement *placement = plx_placement_new (1, NULL);

  placement->entity = g_strdup (name);
  placement->names = g_strsplit (forms, "|", -1);
  placement->kind = kind;
  plx_placement_move (placement, placements->len, 0, FALSE);
  g_ptr_array_add (placements, placement);
}

/* For each entity the number of its placement, or a dash. */
static void
assert_found (GPtrArray   *placements,
              PlxAnalysis *analysis,
              const char  *wanted)
{
  g_autoptr (GPtrArray) found = plx_placements_find (placements, analysis);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const PlxPlacement *placement = found->pdata[i];

      if (placement != NULL)
        g_string_append_printf (text, "%g ", placement->x);
      else
        g_string_append (text, "- ");
    }

  g_assert_cmpstr (text->str, ==, wanted);
}

static GPtrArray *
placements_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_placement_free);
}

static void
test_found_again (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (GPtrArray) placements = placements_new ();

  g_test_summary ("An entity is found under a fuller name, a shorter one, or another kind");

  add_entity (analysis, "Harbour Trust", "Harbour Trust", PLX_KIND_ORGANIZATION);
  add_entity (analysis, "Ada May Quill", "Quill|Ada Quill|Ada May Quill", PLX_KIND_PERSON);
  add_entity (analysis, "Holt", "Holt", PLX_KIND_PERSON);
  add_entity (analysis, "Nobody’s Mill", "Nobody’s Mill", PLX_KIND_PLACE);

  add_placement (placements, "Ada Quill", "Quill|Ada Quill", PLX_KIND_PERSON);
  add_placement (placements, "Ben Holt", "Ben Holt|Holt", PLX_KIND_PERSON);
  add_placement (placements, "Nobody's  Mill", "", PLX_KIND_PLACE);
  add_placement (placements, "Harbour Trust", "", PLX_KIND_PLACE);
  add_placement (placements, "Cleo Moss", "Moss", PLX_KIND_PERSON);
  assert_found (placements, analysis, "3 0 1 2 ");
}

static void
test_surest_first (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (GPtrArray) placements = placements_new ();

  g_test_summary ("The same name and kind come before a form, and newer before older");

  add_entity (analysis, "Ada Quill", "Quill|Ada Quill", PLX_KIND_PERSON);
  add_entity (analysis, "Quill", "Quill", PLX_KIND_PLACE);
  add_entity (analysis, "Tom Quill", "Quill|Tom Quill", PLX_KIND_PERSON);

  add_placement (placements, "Quill", "Quill", PLX_KIND_PLACE);
  add_placement (placements, "Ada Quill", "Quill", PLX_KIND_PERSON);
  add_placement (placements, "Ada Quill", "Ada Quill", PLX_KIND_PERSON);
  assert_found (placements, analysis, "2 0 - ");

  /* A surname that several bear is that of the one who is mentioned most and has no place yet. */
  add_placement (placements, "Quill", "Quill", PLX_KIND_PERSON);
  assert_found (placements, analysis, "2 0 3 ");
}

static void
test_nothing (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (GPtrArray) placements = placements_new ();

  assert_found (placements, analysis, "");
  add_placement (placements, "Ada Quill", "Quill", PLX_KIND_PERSON);
  assert_found (placements, analysis, "");
  add_entity (analysis, "Moss", "", PLX_KIND_PERSON);
  assert_found (placements, analysis, "- ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/placements/found-again", test_found_again);
  g_test_add_func ("/placements/surest-first", test_surest_first);
  g_test_add_func ("/placements/nothing", test_nothing);

  return g_test_run ();
}
