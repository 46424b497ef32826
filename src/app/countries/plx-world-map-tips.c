/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-world-map"

#include "config.h"

#include "countries/plx-world-map-private.h"

#include <glib/gi18n.h>

#include "countries/plx-countries.h"
#include "countries/plx-country-labels.h"
#include "window/plx-labels.h"

/* What the map says of a country in words. */

/*< private >
 * plx_world_map_dup_tip:
 * @self: a map
 * @land: a land that is a country
 *
 * Returns: (transfer full): what is said of it where the pointer or the keyboard is
 */
char *
plx_world_map_dup_tip (PlxWorldMap   *self,
                       const PlxLand *land)
{
  PlxMapMark *mark = plx_map_marks_find (self->marks, land->country);
  const char *name = plx_country_get_label (land->country);
  g_autofree char *words = NULL;
  g_autofree char *day = NULL;

  if (mark != NULL)
    {
      words = plx_country_item_dup_words (plx_map_mark_get_item (mark));

      return g_strconcat (plx_country_item_get_name (plx_map_mark_get_item (mark)), "\n", words,
                          NULL);
    }

  if (self->relation == NULL)
    return g_strdup (name);

  day = plx_label_day (self->day);

  /* Translators: a country, how it stands to a treaty on which day, and that nobody names it */
  return g_strdup_printf (_("%s\n%s on %s\nNot mentioned"), name,
                          plx_label_status (plx_world_map_get_status (self, land->country),
                                            self->relation->is_treaty), day);
}

gboolean
plx_world_map_query_tip (GtkWidget  *widget,
                         int         x,
                         int         y,
                         gboolean    keyboard,
                         GtkTooltip *tooltip)
{
  PlxWorldMap *self = PLX_WORLD_MAP (widget);
  const PlxLand *land = keyboard ? self->selected != NULL ? plx_outlines_find (self->selected)
                                                          : NULL
                                 : plx_world_map_find_land (self, x, y);
  g_autofree char *tip = NULL;
  PlxMapPoint place;

  if (land == NULL || land->country == NULL)
    return FALSE;

  tip = plx_world_map_dup_tip (self, land);
  gtk_tooltip_set_text (tooltip, tip);
  if (keyboard)
    {
      place = plx_map_camera_to_screen (&self->camera, land->centre);
      gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { place.x - 8, place.y - 8, 16, 16 });
    }

  return TRUE;
}
