/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-offers-dialog"

#include "config.h"

#include "window/plx-offers-dialog.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"
#include "window/plx-offers.h"

/* More nobody goes through at once; the rest comes up when some are dealt with. */
#define MAX_OFFERS 50

/* So much of what the articles share is their title. */
#define TITLE_REASONS 3

/**
 * PlxOffersDialog:
 *
 * Proposes stories: articles of the library that seem to be about one event and are not in one
 * story yet, with what they share, and which of them are the same text.
 */
struct _PlxOffersDialog
{
  AdwDialog           parent_instance;

  PlxSession         *session;
  gint64              story;       /* proposals for its articles only, or 0 for all */
  GCancellable       *cancellable; /* of what is being asked, or NULL */
  GPtrArray          *offers;      /* what is shown, or NULL */
  GPtrArray          *groups;      /* not owned: one for each of them */

  GtkStack           *stack;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (PlxOffersDialog, plx_offers_dialog, ADW_TYPE_DIALOG)

static char *
format_days (PlxDay from,
             PlxDay to)
{
  g_autofree char *first = plx_label_day (from);
  g_autofree char *last = plx_label_day (to);

  if (from == to)
    return g_steal_pointer (&first);

  /* Translators: from one day to another, such as “3 March 2021 – 5 March 2021” */
  return g_strdup_printf (_("%1$s – %2$s"), first, last);
}

static guint
count_same (const PlxOffer *offer)
{
  guint n = 0;

  for (guint i = 0; i < offer->proposal->reprints->len; i++)
    {
      const PlxReprintSet *set = g_ptr_array_index (offer->proposal->reprints, i);

      n = MAX (n, set->articles->len);
    }

  return n;
}

/* What is shared beside what the title tells, and on a line of its own “3 articles · 4 May 2011 –
 * 6 May 2011 · 2 have the same words” */
static char *
describe (const PlxOffer *offer)
{
  const PlxProposal *proposal = offer->proposal;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = proposal->articles->len, n_same = count_same (offer);

  if (g_strv_length (proposal->why) > TITLE_REASONS)
    {
      g_autofree char *more = g_strjoinv (_(", "), proposal->why + TITLE_REASONS);
      g_autofree char *escaped = g_markup_escape_text (more, -1);

      g_string_append_printf (text, "%s\n", escaped);
    }
  g_string_append_printf (text, ngettext ("%u article", "%u articles", n), n);
  if (proposal->from != 0)
    {
      g_autofree char *days = format_days (proposal->from, proposal->to);

      g_string_append_printf (text, " · %s", days);
    }
  if (n_same > 0)
    {
      g_string_append (text, " · ");
      /* Translators: how many articles of a story are copies or versions of one text */
      g_string_append_printf (text, ngettext ("%u has the same words", "%u have the same words",
                                              n_same), n_same);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What an article is to one that stands before it, or NULL. */
static char *
tell_reprint (const PlxOffer *offer,
              guint32         place)
{
  for (guint i = 0; i < offer->proposal->reprints->len; i++)
    {
      const PlxReprintSet *set = g_ptr_array_index (offer->proposal->reprints, i);
      g_autofree char *source = NULL;
      guint k = 1;

      while (k < set->articles->len && g_array_index (set->articles, guint32, k) != place)
        k++;
      if (k == set->articles->len)
        continue;

      source = plx_document_dup_source (plx_offer_find (offer, g_array_index (set->articles,
                                                                              guint32, 0)));
      /* Translators: %s is an outlet */
      return g_strdup_printf (set->kind == PLX_REPRINT_COPY ? _("the same text as %s")
                                                            : _("largely the same text as %s"),
                              source);
    }

  return NULL;
}

static GtkWidget *
make_row (const PlxOffer *offer,
          guint           article)
{
  PlxDocument *document = g_ptr_array_index (offer->documents, article);
  GtkWidget *row = adw_action_row_new ();
  PlxDay day = plx_document_get_day (document);
  g_autofree char *source = plx_document_dup_source (document);
  g_autofree char *date = day != 0 ? plx_label_day (day) : NULL;
  g_autofree char *reprint =
    tell_reprint (offer, g_array_index (offer->proposal->articles, guint32, article));
  g_autoptr (GString) subtitle = g_string_new (source);

  if (date != NULL)
    g_string_append_printf (subtitle, " · %s", date);
  if (reprint != NULL)
    g_string_append_printf (subtitle, " · %s", reprint);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plx_document_get_title (document));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);

  return row;
}

typedef struct
{
  PlxSession *session;
  char       *text; /* what is told when it is done */
} Step;

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (PlxSession) session = step->session;
  g_autofree char *text = step->text;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStory) story = plx_library_add_finish (PLX_LIBRARY (object), result, &error);

  if (story != NULL)
    g_signal_emit_by_name (session, "changed", text, NULL);
  else
    g_signal_emit_by_name (session, "failed", error);
}

static void
take_cb (PlxOffersDialog *self,
         GtkWidget       *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "offer"));
  const PlxOffer *offer = g_ptr_array_index (self->offers, i);
  PlxLibrary *library = plx_session_get_library (self->session);
  PlxStory *target = plx_library_find_story (library, offer->target);
  const char *title = plx_document_get_title (g_ptr_array_index (offer->documents, 0));
  Step *step = g_new0 (Step, 1);

  gtk_widget_set_sensitive (button, FALSE);
  step->session = g_object_ref (self->session);
  /* Translators: %s is the title of a story */
  step->text = target != NULL ? g_strdup_printf (_("Added to “%s”"), plx_story_get_title (target))
                              : g_strdup_printf (_("New story “%s”"), title);
  plx_library_add_async (library, target, title, offer->documents, NULL, added_cb, step);
}

static GtkWidget *
make_button (PlxOffersDialog *self,
             guint            i)
{
  const PlxOffer *offer = g_ptr_array_index (self->offers, i);
  PlxStory *target = plx_library_find_story (plx_session_get_library (self->session),
                                             offer->target);
  GtkWidget *button = gtk_button_new_with_mnemonic (target != NULL ? _("_Add to Story")
                                                                   : _("_New Story"));

  if (target != NULL)
    {
      g_autofree char *tip = g_strdup_printf (_("Add to “%s”"), plx_story_get_title (target));

      gtk_widget_set_tooltip_text (button, tip);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "offer", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static AdwPreferencesGroup *
make_group (PlxOffersDialog *self,
            guint            i)
{
  const PlxOffer *offer = g_ptr_array_index (self->offers, i);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *why = plx_offers_dialog_title ((const char * const *) offer->proposal->why);
  g_autofree char *title = g_markup_escape_text (why, -1);
  g_autofree char *description = describe (offer);

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_group_set_header_suffix (group, make_button (self, i));
  for (guint k = 0; k < offer->documents->len; k++)
    adw_preferences_group_add (group, make_row (offer, k));

  return group;
}

static void
show_offers (PlxOffersDialog *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);

  for (guint i = 0; i < self->offers->len && self->groups->len < MAX_OFFERS; i++)
    {
      AdwPreferencesGroup *group;

      if (self->story != 0 && !plx_offer_concerns (self->offers->pdata[i], self->story))
        continue;
      group = make_group (self, i);
      adw_preferences_page_add (self->page, group);
      g_ptr_array_add (self->groups, group);
    }

  gtk_stack_set_visible_child_name (self->stack, self->groups->len > 0 ? "offers" : "none");
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PlxOffersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = plx_offers_find_finish (result, &error);

  /* It was closed meanwhile. */
  if (self->session == NULL)
    return;

  if (offers == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit_by_name (self->session, "failed", error);
      return;
    }

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = g_steal_pointer (&offers);
  show_offers (self);
}

static void
refresh (PlxOffersDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  plx_offers_find_async (plx_session_get_library (self->session), self->cancellable, found_cb,
                         g_object_ref (self));
}

static void
plx_offers_dialog_dispose (GObject *object)
{
  PlxOffersDialog *self = PLX_OFFERS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_OFFERS_DIALOG);

  G_OBJECT_CLASS (plx_offers_dialog_parent_class)->dispose (object);
}

static void
plx_offers_dialog_class_init (PlxOffersDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_offers_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-offers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxOffersDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxOffersDialog, page);

  /* As in the window, which a dialog keeps from the keys. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
plx_offers_dialog_init (PlxOffersDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_offers_dialog_new:
 * @session: a session with a library
 * @story: id of the story whose articles it is about, or 0 for all
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_offers_dialog_new (PlxSession *session,
                       gint64      story)
{
  PlxOffersDialog *self = g_object_new (PLX_TYPE_OFFERS_DIALOG, NULL);
  PlxLibrary *library = plx_session_get_library (session);

  self->session = g_object_ref (session);
  self->story = story;
  /* Undo changes the label of redo. */
  g_signal_connect_object (library, "notify::undo-label", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::redo-label", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return ADW_DIALOG (self);
}

/**
 * plx_offers_dialog_title:
 * @why: (array zero-terminated=1): what articles share
 *
 * Returns: (transfer full): what a proposed story is called: the most telling of it
 */
char *
plx_offers_dialog_title (const char *const *why)
{
  g_auto (GStrv) first = NULL;
  guint n = 0;

  while (n < TITLE_REASONS && why[n] != NULL)
    n++;
  if (n == 0)
    return g_strdup (_("The same words"));

  first = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    first[i] = g_strdup (why[i]);

  /* Translators: between names and words that articles share */
  return g_strjoinv (_(", "), first);
}
