/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session-matter"

#include "config.h"

#include "sheet/plx-session-matter.h"

#include "countries/plx-country-labels.h"
#include "countries/plx-countries.h"

/* Returns: (transfer full) (element-type GStrv): by claim, what the user has noted on it */
static GPtrArray *
list_notes (PlxSession  *session,
            PlxAnalysis *analysis)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      g_autoptr (GPtrArray) notes = plx_session_list_notes (session, i);
      g_autoptr (GStrvBuilder) bodies = g_strv_builder_new ();

      for (guint j = 0; j < notes->len; j++)
        g_strv_builder_add (bodies, ((const PlxNote *) g_ptr_array_index (notes, j))->body);
      g_ptr_array_add (all, g_strv_builder_end (bodies));
    }

  return all;
}

/* Returns: (transfer full) (element-type PlxPlacement): what the user has done with the nodes of
 * the graph; copies, since a sheet is set on other threads */
static GPtrArray *
list_placements (PlxSession *session)
{
  GPtrArray *placements = plx_session_get_placements (session);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_placement_free);

  for (guint i = 0; placements != NULL && i < placements->len; i++)
    g_ptr_array_add (copies, plx_placement_copy (g_ptr_array_index (placements, i)));

  return copies;
}

/* Returns: (transfer full) (nullable): by code, what the user calls countries, where he does */
static GHashTable *
list_country_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      const char *label = plx_country_get_label (countries[i].iso3);

      if (g_strcmp0 (label, countries[i].name) != 0)
        g_hash_table_insert (names, g_strdup (countries[i].iso3), g_strdup (label));
    }

  return g_hash_table_size (names) > 0 ? g_steal_pointer (&names) : NULL;
}

/**
 * plx_session_create_matter:
 * @session: what the window works on, with a story that is compared
 *
 * Gathers what a sheet is about: the open story as it is shown now.
 *
 * Returns: (transfer full): it
 */
PlxSheetMatter *
plx_session_create_matter (PlxSession *session)
{
  PlxStory *story = plx_session_get_story (session);
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  PlxSheetMatter *matter;

  matter = plx_sheet_matter_new (story != NULL ? plx_story_get_title (story) : "", analysis,
                                 plx_session_get_passages (session),
                                 plx_session_get_filter (session));
  matter->today = plx_session_get_today (session);
  matter->notes = list_notes (session, analysis);
  matter->placements = list_placements (session);
  matter->country_names = list_country_names ();

  return matter;
}
