/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle-private.h"

#include <string.h>

#include "comparing/plx-comparing.h"

/* By claim, what was noted on it. */
static GPtrArray *
find_notes (PlxBundle   *self,
            PlxAnalysis *analysis)
{
  g_autoptr (GPtrArray) notes = plx_bundle_list_notes (self->parcel);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PlxAnchorIndex) index = NULL;
  g_autofree guint *claims = g_new (guint, notes->len + 1);
  GPtrArray *by_claim = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (gint64 i = 1; i <= self->parcel->documents->len; i++)
    g_array_append_val (places, i);
  index = plx_anchor_index_new (analysis->annotations, (const gint64 *) places->data);
  for (guint i = 0; i < notes->len; i++)
    claims[i] = plx_anchor_index_find_claim (index, analysis,
                                             ((const PlxNote *) notes->pdata[i])->anchors);

  for (guint claim = 0; claim < analysis->claims->len; claim++)
    {
      g_autoptr (GStrvBuilder) bodies = g_strv_builder_new ();

      for (guint i = 0; i < notes->len; i++)
        if (claims[i] == claim)
          g_strv_builder_add (bodies, ((const PlxNote *) notes->pdata[i])->body);
      g_ptr_array_add (by_claim, g_strv_builder_end (bodies));
    }

  return by_claim;
}

/**
 * plx_bundle_make_matter:
 * @self: a bundle, of a file or of a story
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Compares the articles and applies the filter. The relations that are registered are used; see
 * [func@own_relations_add].
 *
 * Returns: (transfer full) (nullable): what a sheet of it is about; `NULL` on error
 */
PlxSheetMatter *
plx_bundle_make_matter (PlxBundle     *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (PlxAnalysis) analysis = plx_bundle_analyse (self, cancellable, error);
  g_autoptr (PlxPassages) passages = NULL;
  PlxSheetMatter *matter;

  if (analysis == NULL)
    return NULL;

  passages = plx_comparing_filter (analysis, self->parcel->filter, self->today);
  matter = plx_sheet_matter_new (self->parcel->title, analysis, passages, self->parcel->filter);
  matter->today = self->today;
  matter->notes = find_notes (self, analysis);
  matter->placements = plx_bundle_list_placements (self->parcel);
  if (g_hash_table_size (self->labels) > 0)
    matter->country_names = g_hash_table_ref (self->labels);

  return matter;
}

/**
 * plx_bundle_make_plan:
 * @self: a bundle
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): how its sheet is composed: as it was, where it was; `NULL`
 *   on error
 */
PlxSheetPlan *
plx_bundle_make_plan (PlxBundle  *self,
                      GError    **error)
{
  const char *plan = g_hash_table_lookup (self->parcel->states, "sheet");

  return plan != NULL ? plx_sheet_plan_from_json (plan, -1, error) : plx_sheet_plan_new ();
}
