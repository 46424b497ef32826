/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-library"

#include "config.h"

#include "plx-cli-library-story.h"

#include <stdio.h>

/* The actions of `library` on the claims of a story: what they are, and what the user has said of
 * them. */

/* Sentences, and a slash between the two sides. */
static gboolean
add_sentences (PlxCliStory    *self,
               PlxCorrection  *correction,
               char          **words)
{
  guint side = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      PlxSentenceRef ref;

      if (g_str_equal (words[i], "/"))
        side = 1;
      else if (!plx_cli_story_find_sentence (self, words[i], &ref))
        return FALSE;
      else
        plx_correction_add (correction, side, plx_cli_story_make_anchor (self, ref));
    }

  return TRUE;
}

static const char *
get_state_nick (PlxCorrectionState state)
{
  switch (state)
    {
    case PLX_CORRECTION_GONE:
      return "gone";

    case PLX_CORRECTION_OVERRULED:
      return "overruled";

    case PLX_CORRECTION_OBEYED:
    default:
      return "obeyed";
    }
}

static void
add_correction (JsonBuilder         *builder,
                const PlxCorrection *correction,
                PlxCorrectionState   state)
{
  const gboolean dismisses = correction->kind == PLX_CORRECTION_DISMISS;

  json_builder_begin_object (builder);
  plx_json_add_int (builder, "correction", correction->id);
  plx_json_add_int (builder, "story", correction->story);
  plx_json_add_string (builder, "kind", plx_enum_to_nick (PLX_TYPE_CORRECTION_KIND,
                                                          correction->kind));
  plx_json_add_string (builder, "state", get_state_nick (state));
  plx_json_add_string (builder, "difference",
                       dismisses ? plx_enum_to_nick (PLX_TYPE_DIFFERENCE_KIND,
                                                     correction->difference) : NULL);
  plx_json_add_string (builder, "about", correction->about);
  plx_cli_story_add_anchors (builder, correction->anchors);
  json_builder_end_object (builder);
}

static void
print_correction_json (const PlxCorrection *correction,
                       PlxCorrectionState   state)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_correction (builder, correction, state);
  plx_cli_print_json (builder);
}

static void
print_correction (const PlxCorrection *correction,
                  PlxCorrectionState   state)
{
  printf ("%" G_GINT64_FORMAT "  %s", correction->id,
          plx_enum_to_nick (PLX_TYPE_CORRECTION_KIND, correction->kind));
  if (correction->kind == PLX_CORRECTION_DISMISS)
    printf (" %s, %s", plx_enum_to_nick (PLX_TYPE_DIFFERENCE_KIND, correction->difference),
            correction->about);
  if (state != PLX_CORRECTION_OBEYED)
    printf (" (%s)", get_state_nick (state));
  putchar ('\n');

  for (guint side = 0; side <= 1; side++)
    for (guint i = 0; i < correction->anchors->len; i++)
      {
        const PlxAnchor *anchor = g_ptr_array_index (correction->anchors, i);

        if (anchor->side == side)
          printf ("  %s%" G_GINT64_FORMAT ": %s\n", side == 1 ? "/ " : "  ", anchor->article,
                  anchor->text);
      }
}

PlxCliStatus
plx_cli_library_corrections (PlxCliLibraryRequest *request)
{
  PlxCliStatus status;
  g_autoptr (PlxCliStory) opened = plx_cli_story_open (request, &status);
  g_autoptr (GArray) states = NULL;

  if (opened == NULL)
    return status;

  states = plx_corrections_list_states (opened->corrections, opened->analysis->annotations);
  for (guint i = 0; i < opened->said->len; i++)
    (request->json ? print_correction_json : print_correction) (
      g_ptr_array_index (opened->said, i), g_array_index (states, PlxCorrectionState, i));

  return PLX_CLI_OK;
}

static PlxCliStatus
write_correction (PlxCliLibraryRequest *request,
                  PlxCorrection        *correction,
                  PlxCorrection        *take_back,
                  const char           *label)
{
  g_autoptr (GPtrArray) add = g_ptr_array_new ();
  g_autoptr (GPtrArray) remove = g_ptr_array_new ();
  PlxCliStatus status;

  if (correction != NULL)
    g_ptr_array_add (add, correction);
  if (take_back != NULL)
    g_ptr_array_add (remove, take_back);
  status = plx_cli_library_say (request, PLX_SAYING_CORRECTION, add, remove, label);

  return status == PLX_CLI_OK ? plx_cli_library_corrections (request) : status;
}

static gboolean
has_all (GPtrArray                 *anchors,
         PlxCliStory               *self,
         const PlxDifferenceRecord *difference)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      const PlxAnchor *anchor = g_ptr_array_index (anchors, i);
      gboolean found = FALSE;

      for (guint k = 0; k < difference->refs->len && !found; k++)
        {
          g_autoptr (PlxAnchor) other =
            plx_cli_story_make_anchor (self, g_array_index (difference->refs, PlxSentenceRef, k));

          found = other->article == anchor->article && other->nth == anchor->nth &&
                  g_str_equal (other->text, anchor->text);
        }
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static const PlxDifferenceRecord *
find_difference (PlxCliStory         *self,
                 const PlxCorrection *correction)
{
  for (guint i = 0; i < self->analysis->claims->len; i++)
    {
      GPtrArray *differences = plx_analysis_get_claim (self->analysis, i)->differences;

      for (guint k = 0; k < differences->len; k++)
        {
          const PlxDifferenceRecord *difference = g_ptr_array_index (differences, k);

          if (difference->kind == correction->difference &&
              has_all (correction->anchors, self, difference))
            return difference;
        }
    }

  return NULL;
}

/* The sentences that were given tell which difference is meant; it may have others too. */
static PlxCliStatus
dismiss (PlxCliLibraryRequest *request,
         PlxCliStory          *opened,
         PlxCorrection        *correction)
{
  const PlxDifferenceRecord *difference;
  int kind;

  if (plx_cli_library_count_words (request) < 4 ||
      !plx_enum_from_nick (PLX_TYPE_DIFFERENCE_KIND, request->words[2], &kind))
    return plx_cli_usage ("say which difference is to be dismissed: STORY dismiss KIND SENTENCE…, "
                          "as “library compare” prints them");

  correction->difference = kind;
  if (!add_sentences (opened, correction, request->words + 3))
    return PLX_CLI_FAILED;
  if (!(difference = find_difference (opened, correction)))
    {
      g_printerr ("%s: these sentences do not differ so\n", g_get_prgname ());
      return PLX_CLI_FAILED;
    }

  g_set_str (&correction->about, difference->about);
  g_ptr_array_set_size (correction->anchors, 0);
  for (guint i = 0; i < difference->refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (difference->refs, PlxSentenceRef, i);
      PlxAnchor *anchor = plx_cli_story_make_anchor (opened, ref);

      g_set_str (&anchor->says, difference->says[i]);
      plx_correction_add (correction, 0, anchor);
    }

  return write_correction (request, correction, NULL, "Dismiss a Difference");
}

PlxCliStatus
plx_cli_library_correct (PlxCliLibraryRequest *request)
{
  PlxCliStatus status;
  g_autoptr (PlxCliStory) opened = NULL;
  g_autoptr (PlxCorrection) correction = NULL;
  int kind;

  if (plx_cli_library_count_words (request) < 3 ||
      !plx_enum_from_nick (PLX_TYPE_CORRECTION_KIND, request->words[1], &kind))
    return plx_cli_usage ("say what belongs where: STORY together SENTENCE SENTENCE…, "
                          "STORY apart SENTENCE… / SENTENCE…, or STORY dismiss KIND SENTENCE…");

  if (!(opened = plx_cli_story_open (request, &status)))
    return status;

  correction = plx_correction_new (kind, plx_story_get_id (opened->story));
  if (kind == PLX_CORRECTION_DISMISS)
    return dismiss (request, opened, correction);

  if (!add_sentences (opened, correction, request->words + 2))
    return PLX_CLI_FAILED;
  if (!plx_correction_is_whole (correction))
    return plx_cli_usage (kind == PLX_CORRECTION_APART
                            ? "“apart” takes sentences before and after a “/”"
                            : "“together” takes two sentences or more");

  return write_correction (request, correction, NULL, kind == PLX_CORRECTION_APART
                           ? "Keep Sentences Apart" : "Put Sentences Together");
}

PlxCliStatus
plx_cli_library_take_back (PlxCliLibraryRequest *request)
{
  const gint64 number = plx_cli_library_read_number (request);
  PlxCliStatus status;
  g_autoptr (PlxCliStory) opened = NULL;

  if (number == 0)
    return plx_cli_usage ("give a story, and a number in its “library corrections”");
  if (!(opened = plx_cli_story_open (request, &status)))
    return status;

  for (guint i = 0; i < opened->said->len; i++)
    {
      PlxCorrection *correction = g_ptr_array_index (opened->said, i);

      if (correction->id == number)
        return write_correction (request, NULL, correction, "Take Back a Correction");
    }

  g_printerr ("%s: the story has no correction of the number %" G_GINT64_FORMAT "\n",
              g_get_prgname (), number);

  return PLX_CLI_FAILED;
}

/* What the user has said of the claims, and whether it was obeyed. */
static void
add_corrections (JsonBuilder *builder,
                 PlxCliStory *opened)
{
  g_autoptr (GArray) states = plx_corrections_list_states (opened->corrections,
                                                           opened->analysis->annotations);

  json_builder_set_member_name (builder, "corrections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < opened->said->len; i++)
    add_correction (builder, g_ptr_array_index (opened->said, i),
                    g_array_index (states, PlxCorrectionState, i));
  json_builder_end_array (builder);
}

PlxCliStatus
plx_cli_library_compare (PlxCliLibraryRequest *request)
{
  PlxCliStatus status;
  g_autoptr (PlxCliStory) opened = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  if (plx_cli_library_count_words (request) != 1)
    return plx_cli_usage ("one story has to be named, by its number in “library list”");
  if (!(opened = plx_cli_story_open (request, &status)))
    return status;

  if (!(notes = plx_cli_story_list_notes (request, opened, &error)))
    return plx_cli_library_complain (error);

  json_builder_begin_object (builder);
  plx_cli_print_comparison (builder, opened->analysis, opened->names, notes, "icc",
                            request->json);
  add_corrections (builder, opened);
  json_builder_end_object (builder);
  if (request->json)
    plx_cli_print_json (builder);

  return PLX_CLI_OK;
}
