/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-composer"

#include "config.h"

#include "sheet/plx-sheet-composer.h"

#include <glib/gi18n.h>
#include <math.h>

#include "filter/plx-filter-words.h"
#include "sheet/plx-section-list.h"
#include "sheet/plx-sheet-articles-dialog.h"
#include "sheet/plx-sheet-sections.h"

#define POINTS_PER_MM (72 / 25.4)

/* How the sections are called that have a row of their own below the others. */
#define PAIR "pair"
#define ARTICLES "articles"
#define CLAIMS "claims"

/**
 * PlxSheetComposer:
 *
 * The panel in which a sheet is composed: its title, its sections and their order, its paper.
 *
 * It edits a [struct@SheetPlan]: each change makes a new one, and emits `changed ()`.
 */
struct _PlxSheetComposer
{
  AdwBin               parent_instance;

  PlxSession          *session;     /* nullable */
  PlxSheetPlan        *plan;        /* never NULL */
  gboolean             is_updating; /* what changes now is not the user's doing */
  guint                n_articles;  /* of those that can be chosen */

  GtkEditable         *title_row;
  PlxSectionList      *sections;
  GtkWidget           *content_group;
  AdwComboRow         *first_row;
  AdwComboRow         *second_row;
  AdwActionRow        *articles_row;
  AdwActionRow        *columns_row;
  AdwComboRow         *paper_row;
  AdwComboRow         *orientation_row;
  AdwSpinRow          *margin_row;
  AdwSpinRow          *text_row;
  GtkWidget           *filter_group;
  AdwActionRow        *filter_row;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSheetComposer, plx_sheet_composer, ADW_TYPE_BIN)

static PlxAnalysis *
get_analysis (PlxSheetComposer *self)
{
  return self->session != NULL ? plx_session_get_analysis (self->session) : NULL;
}

static const char *
get_story_title (PlxSheetComposer *self)
{
  PlxStory *story = self->session != NULL ? plx_session_get_story (self->session) : NULL;

  return story != NULL ? plx_story_get_title (story) : "";
}

static void show_plan (PlxSheetComposer *self);

/* Takes over a plan that the user has made. */
static void
take_plan (PlxSheetComposer *self,
           PlxSheetPlan     *plan)
{
  if (plx_sheet_plan_equal (self->plan, plan))
    {
      plx_sheet_plan_unref (plan);
      return;
    }

  plx_sheet_plan_unref (self->plan);
  self->plan = plan;
  show_plan (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Sections */

static void
section_toggled_cb (PlxSheetComposer *self,
                    const char       *id,
                    gboolean          is_shown)
{
  PlxSheetPlan *plan = plx_sheet_plan_copy (self->plan);

  plx_sheet_plan_set_part (plan, id, is_shown);
  take_plan (self, plan);
}

static void
section_moved_cb (PlxSheetComposer *self,
                  const char       *id,
                  guint             place)
{
  PlxSheetPlan *plan = plx_sheet_plan_copy (self->plan);

  plx_sheet_plan_move_part (plan, id, place);
  take_plan (self, plan);
}

/* Sections that this plan does not name, because a release before this one has made it, can be
 * switched on. */
static PlxSheetPlan *
complete (PlxSheetPlan *plan)
{
  PlxSheetPlan *copy = NULL;

  for (guint i = 0; i < plx_sheet_sections_get_n (); i++)
    {
      const char *id = plx_sheet_sections_get (i)->id;
      gboolean is_named = FALSE;

      for (guint j = 0; j < plan->parts->len && !is_named; j++)
        is_named = g_str_equal (g_array_index (plan->parts, PlxSheetPart, j).id, id);
      if (is_named)
        continue;

      if (copy == NULL)
        copy = plx_sheet_plan_copy (plan);
      plx_sheet_plan_set_part (copy, id, FALSE);
    }

  return copy != NULL ? copy : plx_sheet_plan_ref (plan);
}

/* Articles */

static char *
dup_digest (PlxSheetComposer *self,
            guint             article)
{
  return plx_document_dup_digest (plx_analysis_get_document (get_analysis (self), article));
}

static guint
find_article (PlxSheetComposer *self,
              const char       *digest,
              guint             otherwise)
{
  for (guint i = 0; digest != NULL && i < self->n_articles; i++)
    {
      g_autofree char *other = dup_digest (self, i);

      if (g_str_equal (digest, other))
        return i;
    }

  return otherwise;
}

static void
pair_changed_cb (PlxSheetComposer *self,
                 GParamSpec       *pspec,
                 AdwComboRow      *row)
{
  guint first = adw_combo_row_get_selected (self->first_row);
  guint second = adw_combo_row_get_selected (self->second_row);
  PlxSheetPlan *plan;

  if (self->is_updating || first >= self->n_articles || second >= self->n_articles)
    return;

  /* Who chooses the one that stands on the other side has them change places. */
  if (first == second && row == self->first_row)
    second = find_article (self, self->plan->pair[0], first > 0 ? 0 : 1);
  else if (first == second)
    first = find_article (self, self->plan->pair[1], second > 0 ? 0 : 1);

  plan = plx_sheet_plan_copy (self->plan);
  g_free (plan->pair[0]);
  g_free (plan->pair[1]);
  plan->pair[0] = dup_digest (self, first);
  plan->pair[1] = dup_digest (self, second);
  take_plan (self, plan);
}

static void
articles_chosen_cb (PlxSheetComposer *self,
                    GStrv             digests)
{
  PlxSheetPlan *plan = plx_sheet_plan_copy (self->plan);

  g_strfreev (plan->articles);
  plan->articles = g_strdupv (digests);
  take_plan (self, plan);
}

static void
columns_chosen_cb (PlxSheetComposer *self,
                   GStrv             digests)
{
  PlxSheetPlan *plan = plx_sheet_plan_copy (self->plan);
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  gboolean is_any = FALSE;

  for (guint i = 0; digests != NULL && i < self->n_articles; i++)
    {
      g_autofree char *digest = dup_digest (self, i);

      if (!g_strv_contains ((const char * const *) digests, digest))
        {
          g_strv_builder_add (hidden, digest);
          is_any = TRUE;
        }
    }

  g_clear_pointer (&plan->hidden_columns, g_strfreev);
  if (is_any)
    plan->hidden_columns = g_strv_builder_end (hidden);
  take_plan (self, plan);
}

static gboolean
has_article (PlxSheetComposer *self,
             guint             article)
{
  g_autofree char *digest = dup_digest (self, article);

  return self->plan->articles == NULL ||
         g_strv_contains ((const char * const *) self->plan->articles, digest);
}

static gboolean
has_column (PlxSheetComposer *self,
            guint             article)
{
  g_autofree char *digest = dup_digest (self, article);

  return self->plan->hidden_columns == NULL ||
         !g_strv_contains ((const char * const *) self->plan->hidden_columns, digest);
}

static void
ask_articles (PlxSheetComposer *self,
              const char       *title,
              gboolean        (*has) (PlxSheetComposer *self,
                                      guint             article),
              GCallback         chosen)
{
  AdwDialog *dialog = plx_sheet_articles_dialog_new (title);

  for (guint i = 0; i < self->n_articles; i++)
    {
      g_autofree char *digest = dup_digest (self, i);

      plx_sheet_articles_dialog_add (PLX_SHEET_ARTICLES_DIALOG (dialog), digest,
                                     plx_session_get_source (self->session, i), has (self, i));
    }

  g_signal_connect_object (dialog, "chosen", chosen, self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
articles_activated_cb (PlxSheetComposer *self)
{
  ask_articles (self, _("Articles in Full"), has_article, G_CALLBACK (articles_chosen_cb));
}

static void
columns_activated_cb (PlxSheetComposer *self)
{
  ask_articles (self, _("Columns of the Claims"), has_column, G_CALLBACK (columns_chosen_cb));
}

static void
show_count (PlxSheetComposer *self,
            AdwActionRow     *row,
            gboolean        (*has) (PlxSheetComposer *self,
                                    guint             article))
{
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < self->n_articles; i++)
    n += has (self, i);

  if (n == self->n_articles)
    words = g_strdup (_("All"));
  else
    /* Translators: how many sources are chosen, and of how many */
    words = g_strdup_printf (_("%u of %u"), n, self->n_articles);
  adw_action_row_set_subtitle (row, words);
}

static void
show_content (PlxSheetComposer *self)
{
  gboolean pair = plx_sheet_plan_shows (self->plan, PAIR) && self->n_articles > 1;
  gboolean articles = plx_sheet_plan_shows (self->plan, ARTICLES) && self->n_articles > 0;
  gboolean columns = plx_sheet_plan_shows (self->plan, CLAIMS) && self->n_articles > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->first_row), pair);
  gtk_widget_set_visible (GTK_WIDGET (self->second_row), pair);
  gtk_widget_set_visible (GTK_WIDGET (self->articles_row), articles);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), columns);
  gtk_widget_set_visible (self->content_group, pair || articles || columns);

  if (self->n_articles > 1)
    {
      guint first = find_article (self, self->plan->pair[0], 0);

      adw_combo_row_set_selected (self->first_row, first);
      adw_combo_row_set_selected (self->second_row,
                                  find_article (self, self->plan->pair[1], first == 0 ? 1 : 0));
    }
  if (self->n_articles > 0)
    {
      show_count (self, self->articles_row, has_article);
      show_count (self, self->columns_row, has_column);
    }
}

/* The rest */

static void
changed_cb (PlxSheetComposer *self)
{
  PlxSheetPlan *plan;
  const char *title;

  if (self->is_updating)
    return;

  plan = plx_sheet_plan_copy (self->plan);
  title = gtk_editable_get_text (self->title_row);
  g_set_str (&plan->title, *title != '\0' && !g_str_equal (title, get_story_title (self))
                           ? title : NULL);
  plan->paper = MIN (adw_combo_row_get_selected (self->paper_row), PLX_N_PAPERS - 1);
  plan->is_landscape = adw_combo_row_get_selected (self->orientation_row) == 1;
  /* What is not in whole millimetres is kept until it is changed. */
  if (fabs (adw_spin_row_get_value (self->margin_row) - plan->margin / POINTS_PER_MM) >= 0.5)
    plan->margin = adw_spin_row_get_value (self->margin_row) * POINTS_PER_MM;
  plan->font_size = adw_spin_row_get_value (self->text_row);
  take_plan (self, plan);
}

/* What is typed is not touched while it is: an empty title may be the beginning of another. */
static void
show_title (PlxSheetComposer *self)
{
  const char *title = self->plan->title != NULL ? self->plan->title : get_story_title (self);
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (self->title_row));

  if (!gtk_widget_has_focus (delegate) || self->plan->title != NULL)
    {
      if (!g_str_equal (gtk_editable_get_text (self->title_row), title))
        gtk_editable_set_text (self->title_row, title);
    }
}

static void
show_filter (PlxSheetComposer *self)
{
  PlxFilter *filter = self->session != NULL ? plx_session_get_filter (self->session) : NULL;
  PlxPassages *passages = self->session != NULL ? plx_session_get_passages (self->session) : NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *words = NULL;
  g_autofree char *count = NULL;

  gtk_widget_set_visible (self->filter_group, passages != NULL && !plx_filter_is_empty (filter));
  if (passages == NULL || plx_filter_is_empty (filter))
    return;

  for (PlxFilterPart part = 0; part < PLX_N_FILTER_PARTS; part++)
    if (plx_filter_has_part (filter, part))
      g_strv_builder_take (parts, plx_filter_describe_part (filter, part, get_analysis (self)));
  strv = g_strv_builder_end (parts);
  words = g_strjoinv ("; ", strv);
  /* Translators: how many passages the filter shows, and of how many: “42 of 118 passages” */
  count = g_strdup_printf (ngettext ("%u of %u passage", "%u of %u passages", passages->n_all),
                           passages->n_shown, passages->n_all);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->filter_row), count);
  adw_action_row_set_subtitle (self->filter_row, words);
}

static void
show_plan (PlxSheetComposer *self)
{
  gboolean was_updating = self->is_updating;

  self->is_updating = TRUE;
  plx_section_list_set_plan (self->sections, self->plan);
  show_content (self);
  adw_combo_row_set_selected (self->paper_row, self->plan->paper);
  adw_combo_row_set_selected (self->orientation_row, self->plan->is_landscape ? 1 : 0);
  adw_spin_row_set_value (self->margin_row, self->plan->margin / POINTS_PER_MM);
  adw_spin_row_set_value (self->text_row, self->plan->font_size);
  self->is_updating = was_updating;
}

static void
plx_sheet_composer_dispose (GObject *object)
{
  PlxSheetComposer *self = PLX_SHEET_COMPOSER (object);

  /* Rows that go change what is selected in them. */
  self->is_updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SHEET_COMPOSER);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_sheet_composer_parent_class)->dispose (object);
}

static void
plx_sheet_composer_finalize (GObject *object)
{
  PlxSheetComposer *self = PLX_SHEET_COMPOSER (object);

  g_clear_pointer (&self->plan, plx_sheet_plan_unref);

  G_OBJECT_CLASS (plx_sheet_composer_parent_class)->finalize (object);
}

static void
plx_sheet_composer_class_init (PlxSheetComposerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_sheet_composer_dispose;
  object_class->finalize = plx_sheet_composer_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLX_TYPE_SECTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-sheet-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, sections);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, content_group);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, first_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, second_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, articles_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, columns_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, paper_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, margin_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, text_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, filter_group);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetComposer, filter_row);
  gtk_widget_class_bind_template_callback (widget_class, section_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pair_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, articles_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_activated_cb);
}

static void
plx_sheet_composer_init (PlxSheetComposer *self)
{
  self->is_updating = TRUE;
  self->plan = plx_sheet_plan_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_spin_row_set_range (self->margin_row, ceil (PLX_SHEET_MIN_MARGIN / POINTS_PER_MM),
                          floor (PLX_SHEET_MAX_MARGIN / POINTS_PER_MM));
  adw_spin_row_set_range (self->text_row, PLX_SHEET_MIN_FONT, PLX_SHEET_MAX_FONT);
  show_plan (self);
  self->is_updating = FALSE;
}

/**
 * plx_sheet_composer_set_session:
 * @self: a composer
 * @session: (nullable): whose story is printed
 */
void
plx_sheet_composer_set_session (PlxSheetComposer *self,
                                PlxSession       *session)
{
  g_return_if_fail (PLX_IS_SHEET_COMPOSER (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    plx_sheet_composer_update (self);
}

/**
 * plx_sheet_composer_update:
 * @self: a composer
 *
 * Takes over from the session which articles there are and what the filter asks.
 */
void
plx_sheet_composer_update (PlxSheetComposer *self)
{
  PlxAnalysis *analysis;
  g_autoptr (GtkStringList) first = NULL;
  g_autoptr (GtkStringList) second = NULL;

  g_return_if_fail (PLX_IS_SHEET_COMPOSER (self));

  self->is_updating = TRUE;
  analysis = get_analysis (self);
  self->n_articles = analysis != NULL ? plx_analysis_get_n_articles (analysis) : 0;
  first = gtk_string_list_new (NULL);
  second = gtk_string_list_new (NULL);
  for (guint i = 0; i < self->n_articles; i++)
    {
      gtk_string_list_append (first, plx_session_get_source (self->session, i));
      gtk_string_list_append (second, plx_session_get_source (self->session, i));
    }
  adw_combo_row_set_model (self->first_row, G_LIST_MODEL (first));
  adw_combo_row_set_model (self->second_row, G_LIST_MODEL (second));

  show_title (self);
  show_plan (self);
  show_filter (self);
  self->is_updating = FALSE;
}

/**
 * plx_sheet_composer_get_plan:
 * @self: a composer
 *
 * Returns: (transfer none): the plan as the user wants it now; it is not changed, but replaced by
 *   another
 */
PlxSheetPlan *
plx_sheet_composer_get_plan (PlxSheetComposer *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_COMPOSER (self), NULL);

  return self->plan;
}

/**
 * plx_sheet_composer_set_plan:
 * @self: a composer
 * @plan: a plan
 *
 * Shows a plan, to be changed by the user. This emits nothing.
 */
void
plx_sheet_composer_set_plan (PlxSheetComposer *self,
                             PlxSheetPlan     *plan)
{
  g_return_if_fail (PLX_IS_SHEET_COMPOSER (self));
  g_return_if_fail (plan != NULL);

  g_clear_pointer (&self->plan, plx_sheet_plan_unref);
  self->plan = complete (plan);
  self->is_updating = TRUE;
  show_title (self);
  show_plan (self);
  self->is_updating = FALSE;
}
