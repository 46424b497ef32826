/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-source-head"

#include "config.h"

#include "compare/plx-source-head.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/plx-labels.h"

/**
 * PlxSourceHead:
 *
 * The head of a column of the matrix: which article it is, and of which day.
 */
struct _PlxSourceHead
{
  AdwBin    parent_instance;

  GtkLabel *source;
  GtkLabel *headline;
  GtkLabel *day;
};

G_DEFINE_FINAL_TYPE (PlxSourceHead, plx_source_head, ADW_TYPE_BIN)

static void
plx_source_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_SOURCE_HEAD);

  G_OBJECT_CLASS (plx_source_head_parent_class)->dispose (object);
}

static void
plx_source_head_class_init (PlxSourceHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_source_head_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-source-head.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, source);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, headline);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, day);
}

static void
plx_source_head_init (PlxSourceHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_shortened (const char *source,
              const char *headline)
{
  gsize length = g_str_has_suffix (source, "…") ? strlen (source) - strlen ("…")
                                                : MAX (strlen (source), strlen (headline));

  return strncmp (source, headline, length) == 0;
}

/**
 * plx_source_head_new:
 * @source: what the article is called
 * @document: the article
 *
 * Returns: (transfer floating): the head
 */
GtkWidget *
plx_source_head_new (const char  *source,
                     PlxDocument *document)
{
  PlxSourceHead *self = g_object_new (PLX_TYPE_SOURCE_HEAD, NULL);
  PlxDay day = plx_document_get_day (document);
  const char *headline = document->fields[PLX_FIELD_HEADLINE];
  g_autofree char *label = day != 0 ? plx_label_day (day) : NULL;

  gtk_label_set_label (self->source, source);
  /* Without an outlet the headline, or the name of the file, already stands above. */
  gtk_label_set_label (self->headline, headline != NULL ? headline : "");
  gtk_widget_set_visible (GTK_WIDGET (self->headline),
                          headline != NULL && !is_shortened (source, headline));
  gtk_label_set_label (self->day, label != NULL ? label : _("No date"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), plx_document_get_title (document));

  return GTK_WIDGET (self);
}
