/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-foot"

#include "config.h"

#include "compare/plx-pair-foot.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/* Less would let the articles jump with every line that comes or goes; more than the most is
 * scrolled, since the articles come first. */
#define MIN_HEIGHT        76
#define MAX_HEIGHT        190
#define MAX_NARROW_HEIGHT 150

/**
 * PlxPairFoot:
 *
 * The foot of a pair of articles: how the chosen sentence stands to the other article, and the way
 * to the next difference. Where there is no room for both articles, it shows what the other one
 * says as well.
 */
struct _PlxPairFoot
{
  AdwBin             parent_instance;

  gboolean           is_narrow;
  guint              nth;       /* at which difference one is, or 0 */
  guint              n;         /* how many there are */

  GtkScrolledWindow *scroll;
  GtkLabel          *heading;
  GtkLabel          *words;
  GtkLabel          *partner;
  GtkButton         *across;
  GtkLabel          *position;
};

G_DEFINE_FINAL_TYPE (PlxPairFoot, plx_pair_foot, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
plx_pair_foot_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_PAIR_FOOT);

  G_OBJECT_CLASS (plx_pair_foot_parent_class)->dispose (object);
}

static void
plx_pair_foot_class_init (PlxPairFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_pair_foot_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-pair-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPairFoot, scroll);
  gtk_widget_class_bind_template_child (widget_class, PlxPairFoot, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxPairFoot, words);
  gtk_widget_class_bind_template_child (widget_class, PlxPairFoot, partner);
  gtk_widget_class_bind_template_child (widget_class, PlxPairFoot, across);
  gtk_widget_class_bind_template_child (widget_class, PlxPairFoot, position);
}

static void
plx_pair_foot_init (PlxPairFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scrolled_window_set_max_content_height (self->scroll, MAX_HEIGHT);
  gtk_scrolled_window_set_min_content_height (self->scroll, MIN_HEIGHT);
}

/**
 * plx_pair_foot_show:
 * @self: a foot
 * @heading: (nullable): where the chosen sentence stands
 * @words: how it stands to the other article, as markup
 */
void
plx_pair_foot_show (PlxPairFoot *self,
                    const char  *heading,
                    const char  *words)
{
  g_return_if_fail (PLX_IS_PAIR_FOOT (self));

  set_text (self->heading, heading);
  gtk_label_set_markup (self->words, words);
}

/**
 * plx_pair_foot_show_partner:
 * @self: a foot
 * @partner: (nullable): what the other article says
 * @marks: (nullable): how its words are marked
 * @source: (nullable): what the other article is called
 *
 * Is seen only where the foot is narrow.
 */
void
plx_pair_foot_show_partner (PlxPairFoot   *self,
                            const char    *partner,
                            PangoAttrList *marks,
                            const char    *source)
{
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_PAIR_FOOT (self));

  set_text (self->partner, partner);
  if (partner != NULL)
    plx_label_follow (self->partner, partner);
  gtk_label_set_attributes (self->partner, marks);
  gtk_widget_set_visible (GTK_WIDGET (self->partner), self->is_narrow && partner != NULL);

  /* Translators: on a button that turns to the other of two articles */
  label = source != NULL ? g_strdup_printf (_("Turn to %s"), source) : NULL;
  gtk_button_set_label (self->across, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->across), self->is_narrow && label != NULL);
}

/* In a narrow window the button that turns to the other article needs the room. */
static void
show_position (PlxPairFoot *self)
{
  g_autofree char *text = NULL;

  if (self->nth > 0 && self->is_narrow)
    /* Translators: at which difference one is, and how many there are, where there is no room */
    text = g_strdup_printf (_("%u of %u"), self->nth, self->n);
  else if (self->nth > 0)
    /* Translators: one goes from difference to difference */
    text = g_strdup_printf (_("Difference %u of %u"), self->nth, self->n);
  else
    text = g_strdup_printf (ngettext ("%u difference", "%u differences", self->n), self->n);
  gtk_label_set_label (self->position, text);
}

/**
 * plx_pair_foot_set_position:
 * @self: a foot
 * @nth: at which difference one is, from 1; 0 where at none
 * @n: how many there are
 */
void
plx_pair_foot_set_position (PlxPairFoot *self,
                            guint        nth,
                            guint        n)
{
  g_return_if_fail (PLX_IS_PAIR_FOOT (self));

  self->nth = nth;
  self->n = n;
  show_position (self);
}

/**
 * plx_pair_foot_set_narrow:
 * @self: a foot
 * @narrow: whether only one of the articles can be seen above it
 */
void
plx_pair_foot_set_narrow (PlxPairFoot *self,
                          gboolean     narrow)
{
  g_return_if_fail (PLX_IS_PAIR_FOOT (self));

  self->is_narrow = narrow;
  show_position (self);
  /* The template does not bind the box: a bound child of the bin itself would be let go of
   * twice. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_bin_get_child (ADW_BIN (self))),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_min_content_height (self->scroll, narrow ? -1 : MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (self->scroll,
                                              narrow ? MAX_NARROW_HEIGHT : MAX_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->partner),
                          narrow && *gtk_label_get_label (self->partner) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->across),
                          narrow && gtk_button_get_label (self->across) != NULL &&
                          *gtk_button_get_label (self->across) != '\0');
}

const char *
plx_pair_foot_get_words (PlxPairFoot *self)
{
  g_return_val_if_fail (PLX_IS_PAIR_FOOT (self), NULL);

  return gtk_label_get_text (self->words);
}

const char *
plx_pair_foot_get_position (PlxPairFoot *self)
{
  g_return_val_if_fail (PLX_IS_PAIR_FOOT (self), NULL);

  return gtk_label_get_text (self->position);
}
