/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections.h"

#include "sheet/plx-sheet-sections-private.h"

/* In the order in which a new plan has them. */
static const PlxSheetSection *const sections[] = {
  &plx_sheet_section_cover,
  &plx_sheet_section_summary,
  &plx_sheet_section_claims,
  &plx_sheet_section_pair,
  &plx_sheet_section_differences,
  &plx_sheet_section_statements,
  &plx_sheet_section_countries,
  &plx_sheet_section_graph,
  &plx_sheet_section_articles,
  &plx_sheet_section_notes,
};

/* How many sections there are to choose from. */
guint
plx_sheet_sections_get_n (void)
{
  return G_N_ELEMENTS (sections);
}

/* They are in the order in which a new plan has them. */
const PlxSheetSection *
plx_sheet_sections_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (sections), NULL);

  return sections[index];
}

/**
 * plx_sheet_sections_lookup:
 * @id: an id, perhaps of another version of the program
 *
 * Returns: (nullable): the section, or `NULL` where there is none of this id
 */
const PlxSheetSection *
plx_sheet_sections_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i]->id, id))
      return sections[i];

  return NULL;
}
