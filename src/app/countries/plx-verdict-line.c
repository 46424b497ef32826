/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-verdict-line"

#include "config.h"

#include "countries/plx-verdict-line.h"

#include <glib/gi18n.h>

#include "countries/plx-country-labels.h"
#include "countries/plx-relations.h"
#include "window/plx-labels.h"

/**
 * PlxVerdictLine:
 *
 * What the record says of one country, and whether a statement agrees with it.
 */
struct _PlxVerdictLine
{
  AdwBin    parent_instance;

  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (PlxVerdictLine, plx_verdict_line, ADW_TYPE_BIN)

static void
plx_verdict_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_VERDICT_LINE);

  G_OBJECT_CLASS (plx_verdict_line_parent_class)->dispose (object);
}

static void
plx_verdict_line_class_init (PlxVerdictLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_verdict_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-verdict-line.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxVerdictLine, icon);
  gtk_widget_class_bind_template_child (widget_class, PlxVerdictLine, label);
}

static void
plx_verdict_line_init (PlxVerdictLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_record (const PlxStatementRecord *record)
{
  const PlxRelationInfo *relation = plx_relation_lookup (record->relation);
  const char *country = plx_country_get_label (record->country);
  g_autofree char *on = plx_label_day (record->on);
  const char *name = relation != NULL ? relation->short_title : record->relation;

  if (record->says == PLX_SAYS_COUNT)
    /* Translators: “ICC: 123 members on 15 June 2015” */
    return g_strdup_printf (ngettext ("%s: %u member on %s", "%s: %u members on %s",
                                      record->record_count), name, record->record_count, on);

  /* Translators: a country, a relation, a status and a day:
   * “Sudan, ICC: signed, not ratified on 15 June 2015” */
  return g_strdup_printf (_("%s, %s: %s on %s"),
                          country != NULL ? country : record->country, name,
                          plx_label_status (record->record,
                                            relation == NULL || relation->is_treaty), on);
}

/**
 * plx_verdict_line_new:
 * @record: a statement
 *
 * Returns: (transfer floating): a line
 */
GtkWidget *
plx_verdict_line_new (const PlxStatementRecord *record)
{
  static const struct { const char *icon; const char *style; } looks[] = {
    [PLX_VERDICT_AGREES] = { "object-select-symbolic", "success" },
    [PLX_VERDICT_CONTRADICTS] = { "dialog-warning-symbolic", "error" },
    [PLX_VERDICT_UNKNOWN] = { "dialog-question-symbolic", "dimmed" },
  };
  PlxVerdictLine *self = g_object_new (PLX_TYPE_VERDICT_LINE, NULL);
  g_autofree char *says = dup_record (record);
  /* Translators: a verdict and what the record says:
   * “Contradicts the record — Zimbabwe, ICC: signed, not ratified on 15 June 2015” */
  g_autofree char *label =
    g_strdup_printf (_("%s — %s"), plx_label_verdict (record->verdict), says);

  gtk_image_set_from_icon_name (self->icon, looks[record->verdict].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[record->verdict].style);
  gtk_label_set_label (self->label, label);

  return GTK_WIDGET (self);
}
