/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "compare/plx-compare-view.h"

#include <glib/gi18n.h>

#include "compare/plx-arrangements.h"
#include "compare/plx-matrix.h"
#include "compare/plx-matrix-bar.h"
#include "compare/plx-matrix-passage.h"
#include "compare/plx-matrix-row.h"
#include "compare/plx-pair.h"
#include "corrections/plx-claim-actions.h"
#include "window/plx-labels.h"

/**
 * PlxCompareView:
 *
 * The view *Compare* of the window: where do they differ. The matrix has the claims as rows and
 * the articles as columns; the pair lays two articles side by side.
 */
struct _PlxCompareView
{
  AdwBin           parent_instance;

  PlxSession      *session;  /* nullable while the window is being built */
  GSignalGroup    *signals;  /* of session */
  gboolean         is_stale; /* whether what is shown is not what the session has */
  gboolean         pair_is_stale; /* the same for the pair alone */
  PlxPassages     *shown;    /* those that matrix and pair show; nullable */
  PlxArrangements *arrangements; /* of the session's stories; nullable as session is */

  AdwStatusPage   *empty;
  GtkWidget       *add;      /* in empty */
  AdwToggleGroup  *modes;
  GtkLabel        *summary;
  PlxMatrixBar    *bar;
  PlxMatrix       *matrix;
  PlxPair         *pair;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxCompareViewProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxCompareView, plx_compare_view, ADW_TYPE_BIN)

/* The template does not bind it: a bound child of the bin itself would be let go of twice. */
static void
show_page (PlxCompareView *self,
           const char     *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))), name);
}

static void
show_empty (PlxCompareView *self,
            const char     *title,
            const char     *description)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
  gtk_widget_set_visible (self->add, FALSE);
  show_page (self, "empty");
}

/* Isolated where it runs against the text around it, so that it does not tear that apart. */
static GStrv
dup_sources (PlxCompareView *self,
             PlxAnalysis    *analysis)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    g_strv_builder_take (builder,
                         plx_label_isolate (plx_session_get_source (self->session, i)));

  return g_strv_builder_end (builder);
}

/* How the story is arranged, told of the articles that it has now. */
static PlxArrangement *
find_arrangement (PlxCompareView *self,
                  PlxAnalysis    *analysis,
                  PlxPassages    *passages)
{
  PlxArrangement *arrangement = plx_arrangements_get (self->arrangements);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxArticle *article = plx_session_find_article (self->session, i);

      /* An article that has just left the story is still compared. */
      if (article != NULL)
        g_strv_builder_take (ids, g_strdup_printf ("%" G_GINT64_FORMAT,
                                                   plx_article_get_id (article)));
      else
        g_strv_builder_take (ids, g_strdup_printf ("gone-%u", i));
    }
  names = g_strv_builder_end (ids);

  plx_arrangement_set_articles (arrangement, (const char * const *) names, passages);

  return arrangement;
}

/* “9 claims of several sources: 5 differ” answers the view's question at once. */
static char *
dup_summary (guint n_shared,
             guint n_differ)
{
  if (n_shared == 0)
    return g_strdup (_("No two sources say the same"));
  if (n_differ == 0)
    return g_strdup_printf (ngettext ("%u claim of several sources: no difference found",
                                      "%u claims of several sources: no differences found",
                                      n_shared), n_shared);

  return g_strdup_printf (ngettext ("%u claim of several sources: %u differs",
                                    "%u claims of several sources: %u differ",
                                    n_shared), n_shared, n_differ);
}

static void
show_summary (PlxCompareView *self)
{
  guint n_shared = plx_matrix_get_n_shared (self->matrix);
  g_autofree char *summary = dup_summary (n_shared, plx_matrix_get_n_differ (self->matrix));

  gtk_label_set_label (self->summary, summary);

  /* An empty list would look as if nothing had been found. */
  if (n_shared == 0)
    g_object_set (self->matrix, "singles", TRUE, NULL);
}

static gboolean
is_matrix (PlxCompareView *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->modes), "matrix") == 0;
}

/* The pair has a widget for each sentence of two articles, so it is filled only to be looked at. */
static void
refresh_pair (PlxCompareView *self)
{
  PlxAnalysis *analysis;
  g_auto (GStrv) sources = NULL;

  if (!self->pair_is_stale || is_matrix (self))
    return;

  /* A story may have been left since, and another is on its way. */
  analysis = plx_session_get_analysis (self->session);
  if (analysis == NULL || plx_session_get_passages (self->session) != self->shown)
    return;

  self->pair_is_stale = FALSE;
  sources = dup_sources (self, analysis);
  plx_pair_show (self->pair, analysis, self->shown, sources);
}

static void
refresh (PlxCompareView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);
  g_auto (GStrv) sources = NULL;

  self->is_stale = FALSE;

  if (analysis == NULL || passages == NULL)
    {
      if (plx_session_is_busy (self->session))
        show_page (self, "busy");
      else
        show_empty (self, _("Nothing to Compare"), NULL);
      return;
    }
  if (plx_analysis_get_n_articles (analysis) < 2)
    {
      show_empty (self, _("One Article Alone"), _("Add another article to compare."));
      gtk_widget_set_visible (self->add, TRUE);
      return;
    }
  if (passages->n_shown == 0)
    {
      show_empty (self, _("Nothing Left"), _("The filter hides every passage."));
      return;
    }

  show_page (self, "compare");
  if (self->shown == passages)
    return;

  /* A session tells of each thing that has changed; all of them together are shown once. */
  g_clear_pointer (&self->shown, plx_passages_unref);
  self->shown = plx_passages_ref (passages);
  sources = dup_sources (self, analysis);
  plx_matrix_show (self->matrix, analysis, passages, sources,
                   find_arrangement (self, analysis, passages));
  show_summary (self);
  self->pair_is_stale = TRUE;
  refresh_pair (self);
}

/* Rows are made only for those who look. */
static void
session_changed_cb (PlxCompareView *self)
{
  self->is_stale = TRUE;

  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
mode_cb (PlxCompareView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_matrix (self));
  refresh_pair (self);
}

static void
said_cb (PlxCompareView *self,
         const char     *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Two articles side by side, as one asks for them at the head of a column. */
static void
show_pair_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  guint left, right;

  g_variant_get (parameter, "(uu)", &left, &right);
  adw_toggle_group_set_active_name (self->modes, "pair");
  if (!self->pair_is_stale)
    plx_pair_choose (self->pair, left, right);
}

static void
show_sentence_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  PlxSentenceRef ref;

  g_variant_get (parameter, "(uu)", &ref.article, &ref.sentence);
  plx_session_show_sentence (self->session, ref);
}

/* A sentence that somebody found elsewhere, beside what other sources say of it. */
static void
go_to_sentence_cb (PlxCompareView *self,
                   guint           article,
                   guint           sentence)
{
  PlxSentenceRef ref = { article, sentence };

  if (self->is_stale)
    refresh (self);
  adw_toggle_group_set_active_name (self->modes, "matrix");
  if (plx_session_get_analysis (self->session) == NULL ||
      !plx_matrix_go_to_sentence (self->matrix, ref))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  int direction = g_str_equal (action, "compare.next-difference") ? 1 : -1;

  gboolean stepped = TRUE;

  /* The keys work in the whole window, but only where this view can be seen. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->pair)))
    stepped = plx_pair_step (self->pair, direction);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->matrix)))
    stepped = plx_matrix_step (self->matrix, direction);

  if (!stepped)
    gtk_widget_error_bell (widget);
}

/* What the pair shows may be of an analysis that the session has no more. */
static PlxClaimTarget *
get_chosen (PlxCompareView *self)
{
  PlxSentenceRef ref, partner;

  if (self->pair_is_stale || plx_session_get_passages (self->session) != self->shown ||
      !plx_pair_get_chosen (self->pair, &ref, &partner))
    return NULL;

  return plx_claim_target_new_at (self->session, ref);
}

/* A row shows a claim, and a passage in it a sentence of the claim; in the pair one is chosen. */
static PlxClaimTarget *
get_target (GtkWidget *host,
            GtkWidget *at)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (host);
  GtkWidget *row = gtk_widget_get_ancestor (at, PLX_TYPE_MATRIX_ROW);
  GtkWidget *passage = gtk_widget_get_ancestor (at, PLX_TYPE_MATRIX_PASSAGE);
  PlxClaimItem *item = row != NULL ? plx_matrix_row_get_item (PLX_MATRIX_ROW (row)) : NULL;
  PlxSentenceRef ref;

  if (at == GTK_WIDGET (self->pair) || gtk_widget_is_ancestor (at, GTK_WIDGET (self->pair)))
    return get_chosen (self);
  if (item == NULL ||
      plx_claim_item_get_analysis (item) != plx_session_get_analysis (self->session))
    return NULL;
  if (passage != NULL)
    ref = plx_matrix_passage_get_ref (PLX_MATRIX_PASSAGE (passage));

  return plx_claim_target_new (self->session, plx_claim_item_get_index (item),
                               passage != NULL ? &ref : NULL);
}

static void
fill_menu_cb (PlxCompareView *self,
              GMenu          *menu)
{
  g_autoptr (PlxClaimTarget) target = get_chosen (self);

  if (target != NULL)
    plx_claim_actions_append (GTK_WIDGET (self), menu, target);
}

static void
notes_changed_cb (PlxCompareView *self)
{
  plx_matrix_refresh (self->matrix);
}

static void
plx_compare_view_map (GtkWidget *widget)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);

  if (self->is_stale && self->session != NULL)
    refresh (self);

  GTK_WIDGET_CLASS (plx_compare_view_parent_class)->map (widget);
}

static void
plx_compare_view_dispose (GObject *object)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COMPARE_VIEW);
  g_clear_pointer (&self->shown, plx_passages_unref);
  g_clear_object (&self->arrangements);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_compare_view_parent_class)->dispose (object);
}

static void
plx_compare_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  switch ((PlxCompareViewProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_compare_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  switch ((PlxCompareViewProperty) prop_id)
    {
    case PROP_SESSION:
      plx_compare_view_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_compare_view_class_init (PlxCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLX_TYPE_MATRIX);
  g_type_ensure (PLX_TYPE_MATRIX_BAR);
  g_type_ensure (PLX_TYPE_PAIR);

  object_class->dispose = plx_compare_view_dispose;
  object_class->get_property = plx_compare_view_get_property;
  object_class->set_property = plx_compare_view_set_property;
  widget_class->map = plx_compare_view_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, empty);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, add);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, modes);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, bar);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, matrix);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, pair);
  gtk_widget_class_bind_template_callback (widget_class, fill_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, said_cb);

  gtk_widget_class_install_action (widget_class, "compare.show-sentence", "(uu)",
                                   show_sentence_cb);
  gtk_widget_class_install_action (widget_class, "compare.show-pair", "(uu)", show_pair_cb);
  gtk_widget_class_install_action (widget_class, "compare.next-difference", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "compare.previous-difference", NULL, step_cb);
}

static void
plx_compare_view_init (PlxCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "matrix",
                                  plx_matrix_get_actions (self->matrix));

  self->signals = g_signal_group_new (PLX_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::analysis",
                                  G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::passages",
                                  G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::busy",
                                  G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notes-changed", G_CALLBACK (notes_changed_cb),
                                  self);
  /* Once the window has turned to this view, so that what is found can have the focus. */
  g_signal_group_connect_data (self->signals, "compare-sentence", G_CALLBACK (go_to_sentence_cb),
                               self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

PlxSession *
plx_compare_view_get_session (PlxCompareView *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_VIEW (self), NULL);

  return self->session;
}

void
plx_compare_view_set_session (PlxCompareView *self,
                              PlxSession     *session)
{
  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session);
  g_clear_object (&self->arrangements);
  if (session != NULL)
    {
      g_autoptr (PlxCorrector) corrector = plx_corrector_new (session);

      self->arrangements = plx_arrangements_new (session);
      plx_claim_actions_add (GTK_WIDGET (self), corrector, get_target);
    }
  session_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
