/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-sheet"

#include "config.h"

#include "plx-cli-sheet.h"

#include "sheet/plx-sheet-sections.h"

/* How a sheet is composed: as a file says, or as it was in the window, and on top of it what the
 * command says. */

/* The numbers of a command are in points, with a point between the digits, whatever the locale. */
static gboolean
read_points (const char *words,
             double      min,
             double      max,
             double     *value)
{
  char *end = NULL;
  double points = words != NULL ? g_ascii_strtod (words, &end) : 0;

  if (words == NULL)
    return TRUE;
  if (*words == '\0' || *end != '\0' || !(points >= min && points <= max))
    return FALSE;

  *value = points;

  return TRUE;
}

/* Those named are printed, in that order, and no others. */
static const char *
read_sections (const char   *words,
               PlxSheetPlan *plan)
{
  g_auto (GStrv) ids = words != NULL ? g_strsplit (words, ",", -1) : NULL;

  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < plan->parts->len; i++)
    g_array_index (plan->parts, PlxSheetPart, i).is_shown = FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const PlxSheetSection *section = plx_sheet_sections_lookup (g_strstrip (ids[i]));

      if (section == NULL)
        return g_intern_string (ids[i]);
      plx_sheet_plan_set_part (plan, section->id, TRUE);
      plx_sheet_plan_move_part (plan, section->id, i);
    }

  return NULL;
}

/**
 * plx_cli_sheet_apply:
 * @arguments: what the command says
 * @plan: a plan that nobody else holds
 *
 * Complains on standard error about what cannot be done.
 *
 * Returns: whether the plan is what was asked for
 */
gboolean
plx_cli_sheet_apply (const PlxCliSheetArguments *arguments,
                     PlxSheetPlan               *plan)
{
  const char *unknown;

  if (arguments->title != NULL)
    g_set_str (&plan->title, arguments->title);
  plan->is_landscape |= arguments->landscape;
  unknown = read_sections (arguments->sections, plan);

  if (arguments->paper != NULL && !plx_sheet_paper_from_id (arguments->paper, &plan->paper))
    plx_cli_usage ("“%s” is not “a4”, “letter” or “a5”", arguments->paper);
  else if (!read_points (arguments->margin, PLX_SHEET_MIN_MARGIN, PLX_SHEET_MAX_MARGIN,
                         &plan->margin))
    plx_cli_usage ("“%s” is not a margin from %g to %g points", arguments->margin,
                   PLX_SHEET_MIN_MARGIN, PLX_SHEET_MAX_MARGIN);
  else if (!read_points (arguments->font_size, PLX_SHEET_MIN_FONT, PLX_SHEET_MAX_FONT,
                         &plan->font_size))
    plx_cli_usage ("“%s” is not a size from %g to %g points", arguments->font_size,
                   PLX_SHEET_MIN_FONT, PLX_SHEET_MAX_FONT);
  else if (unknown != NULL)
    plx_cli_usage ("there is no section “%s”", unknown);
  else
    return TRUE;

  return FALSE;
}

/**
 * plx_cli_sheet_make_plan:
 * @arguments: what the command says
 * @bundle: the story
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the plan in a file, else that of the story, else the usual
 *   one; `NULL` on error
 */
PlxSheetPlan *
plx_cli_sheet_make_plan (const PlxCliSheetArguments  *arguments,
                         PlxBundle                   *bundle,
                         GError                     **error)
{
  g_autofree char *json = NULL;
  g_autoptr (PlxSheetPlan) plan = NULL;
  gsize length;

  if (arguments->plan == NULL)
    plan = plx_bundle_make_plan (bundle, error);
  else if (g_file_get_contents (arguments->plan, &json, &length, error) &&
           !(plan = plx_sheet_plan_from_json (json, length, error)))
    g_prefix_error (error, "%s: ", arguments->plan);

  return plan != NULL ? plx_sheet_plan_copy (plan) : NULL;
}
