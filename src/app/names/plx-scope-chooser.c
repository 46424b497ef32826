/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-scope-chooser"

#include "config.h"

#include "names/plx-scope-chooser.h"

#include "names/plx-naming-words.h"

/**
 * PlxScopeChooser:
 *
 * How far a change of a name reaches. All choosers of a window show what was chosen last.
 */
struct _PlxScopeChooser
{
  AdwBin       parent_instance;

  PlxMender   *mender; /* nullable until it is given */
  gboolean     updating;
  gboolean     has_mention;

  GtkDropDown *scopes;
};

G_DEFINE_FINAL_TYPE (PlxScopeChooser, plx_scope_chooser, ADW_TYPE_BIN)

static PlxScope
get_first (PlxScopeChooser *self)
{
  return self->has_mention ? PLX_SCOPE_MENTION : PLX_SCOPE_ARTICLE;
}

static void
update (PlxScopeChooser *self)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->scopes,
                              plx_mender_get_scope (self->mender, self->has_mention) -
                                get_first (self));
  self->updating = FALSE;
}

static void
selected_cb (PlxScopeChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->scopes);

  if (!self->updating && self->mender != NULL && selected != GTK_INVALID_LIST_POSITION)
    plx_mender_set_scope (self->mender, get_first (self) + selected);
}

static void
plx_scope_chooser_dispose (GObject *object)
{
  PlxScopeChooser *self = PLX_SCOPE_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SCOPE_CHOOSER);
  g_clear_object (&self->mender);

  G_OBJECT_CLASS (plx_scope_chooser_parent_class)->dispose (object);
}

static void
plx_scope_chooser_class_init (PlxScopeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_scope_chooser_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-scope-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxScopeChooser, scopes);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
plx_scope_chooser_init (PlxScopeChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (PlxScopeChooser *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (PlxScope scope = get_first (self); scope <= PLX_SCOPE_LIBRARY; scope++)
    gtk_string_list_append (list, plx_scope_words (scope));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->scopes, G_LIST_MODEL (list));
  self->updating = FALSE;
}

/**
 * plx_scope_chooser_set_mender:
 * @self: a chooser
 * @mender: what remembers the choice
 * @has_mention: whether one mention can be changed alone
 */
void
plx_scope_chooser_set_mender (PlxScopeChooser *self,
                              PlxMender       *mender,
                              gboolean         has_mention)
{
  g_return_if_fail (PLX_IS_SCOPE_CHOOSER (self));
  g_return_if_fail (PLX_IS_MENDER (mender));

  self->has_mention = has_mention;
  fill (self);

  if (self->mender != mender)
    {
      if (self->mender != NULL)
        g_signal_handlers_disconnect_by_func (self->mender, update, self);
      g_set_object (&self->mender, mender);
      g_signal_connect_object (mender, "notify::scope", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }

  update (self);
}
