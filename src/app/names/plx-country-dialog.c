/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-dialog"

#include "config.h"

#include "names/plx-country-dialog.h"

#include <glib/gi18n.h>

#include "countries/plx-countries.h"
#include "names/plx-find-entry.h"
#include "names/plx-scope-chooser.h"

/**
 * PlxCountryDialog:
 *
 * Asks to which country names belong. A country is found by any of its names, and by its people.
 */
struct _PlxCountryDialog
{
  AdwDialog         parent_instance;

  PlxMender        *mender;
  PlxNameTarget    *target;
  GHashTable       *countries; /* name, owned by our tables → PlxCountryInfo; without “None” */

  GtkEditable      *search_entry;
  AdwWindowTitle   *heading;
  GtkStack         *stack;
  GListModel       *filtered;
  GtkCustomFilter  *filter;
  GtkStringList    *names;
  PlxScopeChooser  *scope;
};

G_DEFINE_FINAL_TYPE (PlxCountryDialog, plx_country_dialog, ADW_TYPE_DIALOG)

static gboolean
has_word (const char * const *list,
          const char         *words)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_match_string (words, list[i], TRUE))
      return TRUE;

  return FALSE;
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  PlxCountryDialog *self = user_data;
  const char *words = gtk_editable_get_text (self->search_entry);
  const char *name = gtk_string_object_get_string (item);
  const PlxCountryInfo *country = g_hash_table_lookup (self->countries, name);

  if (*words == '\0' || g_str_match_string (words, name, TRUE))
    return TRUE;

  return country != NULL &&
         (g_str_match_string (words, country->official_name, TRUE) ||
          has_word (country->aliases, words) || has_word (country->demonyms, words));
}

static void
search_changed_cb (PlxCountryDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (self->filtered) > 0 ? "countries"
                                                                                  : "none");
}

static void
choose (PlxCountryDialog *self,
        guint             position)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (self->filtered, position);
  const PlxCountryInfo *country;

  if (item == NULL)
    return;

  country = g_hash_table_lookup (self->countries, gtk_string_object_get_string (item));
  plx_mender_set_country (self->mender, self->target, country != NULL ? country->iso3 : "");
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (PlxCountryDialog *self,
             guint             position)
{
  choose (self, position);
}

/* Enter takes the first that is left; not the first of all. */
static void
entered_cb (PlxCountryDialog *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    choose (self, 0);
}

static void
stop_search_cb (PlxCountryDialog *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
plx_country_dialog_dispose (GObject *object)
{
  PlxCountryDialog *self = PLX_COUNTRY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COUNTRY_DIALOG);
  g_clear_pointer (&self->target, plx_name_target_unref);
  g_clear_object (&self->mender);

  G_OBJECT_CLASS (plx_country_dialog_parent_class)->dispose (object);
}

static void
plx_country_dialog_finalize (GObject *object)
{
  PlxCountryDialog *self = PLX_COUNTRY_DIALOG (object);

  g_clear_pointer (&self->countries, g_hash_table_unref);

  G_OBJECT_CLASS (plx_country_dialog_parent_class)->finalize (object);
}

static void
plx_country_dialog_class_init (PlxCountryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_country_dialog_dispose;
  object_class->finalize = plx_country_dialog_finalize;

  g_type_ensure (PLX_TYPE_SCOPE_CHOOSER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-country-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDialog, names);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDialog, scope);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
plx_country_dialog_init (PlxCountryDialog *self)
{
  self->countries = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, is_wanted, self, NULL);
  plx_find_entry_follow (self->search_entry, GTK_WIDGET (self));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(char * const *) a, *(char * const *) b);
}

/* The ways to have no country come first: a wrong one is what is mended most. */
static void
fill (PlxCountryDialog *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_hash_table_insert (self->countries, (gpointer) countries[i].name,
                           (gpointer) &countries[i]);
      g_ptr_array_add (names, (gpointer) countries[i].name);
    }

  g_ptr_array_sort (names, compare_names);
  gtk_string_list_append (self->names, _("None"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (self->names, names->pdata[i]);
}

/**
 * plx_country_dialog_new:
 * @mender: what mends the names
 * @target: one name or several
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_country_dialog_new (PlxMender     *mender,
                        PlxNameTarget *target)
{
  PlxCountryDialog *self = g_object_new (PLX_TYPE_COUNTRY_DIALOG, NULL);
  const PlxEntityRecord *record = plx_name_target_get_record (target);
  const PlxCountryInfo *country = NULL;
  g_autofree char *title = NULL;

  self->mender = g_object_ref (mender);
  self->target = plx_name_target_ref (target);
  fill (self);

  if (target->entities->len == 1)
    {
      if (record->country != NULL)
        country = plx_country_lookup (record->country);
      /* Translators: %s is a name */
      title = g_strdup_printf (_("Country of %s"), record->name);
      adw_dialog_set_title (ADW_DIALOG (self), title);
      adw_window_title_set_subtitle (self->heading, country != NULL ? country->name : _("None"));
    }
  plx_scope_chooser_set_mender (self->scope, mender, plx_name_target_has_mention (target));

  return ADW_DIALOG (self);
}
