/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "matrix-fixture.h"

static char *
dup_sentence (guint article,
              guint claim)
{
  return g_strdup_printf ("The keeper of lighthouse %u counted %u boats on Tuesday before noon.",
                          claim, 40 + (article % 2) * 2);
}

static void
add_article (PlxAnalysis   *analysis,
             guint          article,
             guint          n_articles,
             guint          n_claims,
             MatrixSilence  is_silent)
{
  g_autofree char *source = g_strdup_printf ("%u.txt", article);
  g_autofree char *outlet = g_strdup_printf ("Outlet %c", 'A' + article % 26);
  g_autoptr (PlxDocument) document = plx_document_new (source, "text");
  PlxAnnotation *annotation;

  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "text");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2019-05-16", "text");
  plx_document_set_field (document, PLX_FIELD_ADDRESS, "https://example.org/boats?a&b", "text");
  annotation = plx_annotation_new (document);
  for (guint i = 0; i < n_claims; i++)
    {
      guint claim = article == n_articles - 1 ? n_claims - 1 - i : i;
      PlxClaimRecord *record = g_ptr_array_index (analysis->claims, claim);
      PlxSentenceRef ref = { article, annotation->sentences->len };
      PlxSentenceSpan span = { 0 };
      const PlxBlockSpan *block;
      g_autofree char *text = dup_sentence (article, claim);
      guint32 none = PLX_NONE;

      if (is_silent != NULL && is_silent (article, claim))
        continue;
      plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
      span.block = plx_document_get_n_blocks (document) - 1;
      block = plx_document_get_block (document, span.block);
      span.start = block->start;
      span.end = block->end;
      g_array_append_val (annotation->sentences, span);
      g_array_append_val (record->refs, ref);
      g_array_append_val (record->origin_of, none);
      record->n_independent = ++record->n_sources;
    }
  g_ptr_array_add (analysis->annotations, annotation);
}

static PlxAnalysis *
new_analysis (guint         n_articles,
              guint         n_claims,
              MatrixSilence is_silent)
{
  PlxAnalysis *analysis = plx_analysis_new ();

  for (guint i = 0; i < n_claims; i++)
    {
      PlxClaimRecord *record = plx_claim_record_new ();

      record->label = g_strdup_printf ("Boats at lighthouse %u", i);
      g_ptr_array_add (analysis->claims, record);
    }
  for (guint i = 0; i < n_articles; i++)
    add_article (analysis, i, n_articles, n_claims, is_silent);

  return analysis;
}

/* The claim differs in what its first two sentences count. */
void
matrix_fixture_differ (MatrixFixture     *self,
                       guint              claim,
                       PlxDifferenceKind  kind)
{
  static const char * const says[] = { "40 boats", "42 boats", NULL };
  PlxClaimRecord *record = g_ptr_array_index (self->analysis->claims, claim);
  PlxDifferenceRecord *difference = plx_difference_record_new (kind);

  g_assert_cmpuint (record->refs->len, >=, 2);
  difference->about = g_strdup ("how many boats");
  g_array_append_vals (difference->refs, record->refs->data, 2);
  difference->says = g_strdupv ((char **) says);
  g_ptr_array_add (record->differences, difference);
}

void
matrix_fixture_open (MatrixFixture *self,
                     guint          n_articles,
                     guint          n_claims,
                     MatrixSilence  is_silent)
{
  g_autoptr (GStrvBuilder) sources = g_strv_builder_new ();

  self->analysis = new_analysis (n_articles, n_claims, is_silent);
  self->passages = plx_passages_new (self->analysis, TRUE);
  self->arrangement = plx_arrangement_new ();
  for (guint i = 0; i < n_articles; i++)
    g_strv_builder_take (sources, g_strdup_printf ("Outlet %c", 'A' + i % 26));
  self->sources = g_strv_builder_end (sources);
  self->matrix = g_object_new (PLX_TYPE_MATRIX, NULL);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 1000, 700);
  gtk_window_set_child (self->window, GTK_WIDGET (self->matrix));
}

/* As the view does it. Articles are known by their names here. */
void
matrix_fixture_show (MatrixFixture *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; self->sources[i] != NULL; i++)
    g_strv_builder_take (ids, g_strdup_printf ("%u", i));
  names = g_strv_builder_end (ids);
  plx_arrangement_set_articles (self->arrangement, (const char * const *) names, self->passages);
  plx_matrix_show (self->matrix, self->analysis, self->passages, self->sources,
                   self->arrangement);
  gtk_window_present (self->window);
  matrix_fixture_settle (self);
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  return --*(guint *) data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until a change has been drawn, and what it has brought about. */
void
matrix_fixture_settle (MatrixFixture *self)
{
  guint n_frames = 4;

  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

void
matrix_fixture_close (MatrixFixture *self)
{
  gtk_window_destroy (self->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->arrangement);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->sources, g_strfreev);
}

static void
find (GtkWidget *widget,
      GType      type,
      GPtrArray *found)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find (child, type, found);
}

/* The widgets of a type that can be seen, in their order. */
GPtrArray *
matrix_fixture_find (GtkWidget *root,
                     GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  find (root, type, found);

  return found;
}

/* In which order the claims stand: “2 0 1”. */
char *
matrix_fixture_order (MatrixFixture *self)
{
  g_autoptr (GListModel) items = NULL;
  GString *out = g_string_new (NULL);

  g_object_get (self->matrix, "items", &items, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PlxClaimItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (out, "%s%u", i > 0 ? " " : "", plx_claim_item_get_index (item));
    }

  return g_string_free_and_steal (out);
}
