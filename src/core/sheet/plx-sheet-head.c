/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sheet/plx-sheet-proof.h"
#include "sheet/plx-sheet-words.h"

static char *
dup_facts (PlxProof *self)
{
  guint n = plx_analysis_get_n_articles (self->analysis);
  PlxDay first = 0, last = 0;
  g_autofree char *sources = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source",
                                                           "%u sources", n), n);
  g_autofree char *days = NULL;
  g_autofree char *today = plx_words_dup_day (self->options->today);

  for (guint i = 0; i < n; i++)
    {
      PlxDay day = plx_document_get_day (plx_analysis_get_document (self->analysis, i));

      first = first == 0 || (day != 0 && day < first) ? day : first;
      last = MAX (last, day);
    }
  days = plx_words_dup_days (first, last);

  if (*days != '\0' && *today != '\0')
    /* Translators: “5 sources”, the days of their publication, the day of the comparison */
    return g_strdup_printf (_("%s, published %s · compared on %s"), sources, days, today);
  if (*today != '\0')
    /* Translators: “5 sources”, the day of the comparison */
    return g_strdup_printf (_("%s · compared on %s"), sources, today);

  return g_steal_pointer (&sources);
}

static char *
dup_shown (PlxProof *self)
{
  g_autofree char *filter = plx_words_dup_filter (self->filter);

  if (*filter == '\0' && self->passages->n_shown == self->passages->n_all)
    /* Translators: %u is the number of passages */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Shown: the only passage.",
                                         "Shown: all %u passages.", self->passages->n_all),
                            self->passages->n_all);
  if (*filter == '\0')
    return g_strdup_printf (_("Shown: %u of %u passages."), self->passages->n_shown,
                            self->passages->n_all);

  /* Translators: how many passages of how many, and the filter in words */
  return g_strdup_printf (_("Shown: %u of %u passages. Filter: %s."), self->passages->n_shown,
                          self->passages->n_all, filter);
}

/* The title block: what it is, of what, and how much of it. */
void
plx_proof_add_head (PlxProof *self)
{
  g_autofree char *facts = dup_facts (self);
  g_autofree char *shown = dup_shown (self);

  plx_flow_rule (self->flow, 2.5, 0);
  plx_flow_space (self->flow, plx_proof_em (self, 0.7));
  plx_proof_paragraph (self, PLX_FACE_KICKER, _("COMPARISON OF SOURCES"));
  plx_flow_space (self->flow, plx_proof_em (self, 0.5));
  plx_proof_paragraph (self, PLX_FACE_TITLE, self->options->title);
  plx_flow_space (self->flow, plx_proof_em (self, 0.6));
  plx_proof_paragraph (self, PLX_FACE_META, facts);
  plx_flow_space (self->flow, plx_proof_em (self, 0.15));
  plx_proof_paragraph (self, PLX_FACE_META_BOLD, shown);
}

/* Whom the sentences of an article name as their origin. */
static char *
dup_origins (PlxProof *self,
             guint     article)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (self->analysis, i);

      for (guint j = 0; j < claim->refs->len && j < claim->origin_of->len; j++)
        {
          guint32 origin = g_array_index (claim->origin_of, guint32, j);

          if (g_array_index (claim->refs, PlxSentenceRef, j).article != article ||
              origin >= g_strv_length (claim->origins) ||
              g_ptr_array_find_with_equal_func (names, claim->origins[origin], g_str_equal,
                                                NULL))
            continue;

          g_ptr_array_add (names, claim->origins[origin]);
        }
    }

  g_ptr_array_add (names, NULL);

  return names->len > 1 ? g_strjoinv (", ", (char **) names->pdata) : g_strdup ("–");
}

typedef struct
{
  double x;
  double width;
} Column;

/* Tag, source, author, date, origins: parts of the width; the first is set by the font. */
static void
set_columns (PlxProof *self,
             Column    columns[5])
{
  static const double parts[] = { 0.46, 0.18, 0.16, 0.20 };
  double gap = plx_proof_em (self, 0.8);
  double x = plx_proof_em (self, 2.2);
  double width = plx_flow_get_width (self->flow) - x;

  columns[0] = (Column) { 0, x - gap / 2 };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      columns[i + 1] = (Column) { x, parts[i] * width - (i < 3 ? gap : 0) };
      x += parts[i] * width;
    }
}

/* The source in bold, and its headline under it. */
static PangoLayout *
lay_out_source (PlxProof    *self,
                PlxDocument *document,
                double       width)
{
  g_autofree char *source = plx_words_dup_source (document);
  const char *title = plx_document_get_title (document);
  gboolean both = title != NULL && !g_str_equal (title, source);
  /* U+2028 ends a line and not the paragraph. */
  g_autofree char *text = g_strconcat (source, both ? "\u2028" : "", both ? title : "", NULL);
  PangoLayout *layout = plx_proof_layout (self->context, self->options->font_size,
                                          PLX_FACE_TEXT, text, width);

  plx_proof_dress_face (layout, PLX_FACE_LABEL, 0, strlen (source));

  return layout;
}

static void
add_source (PlxProof *self,
            Column    columns[5],
            guint     article)
{
  PlxDocument *document = plx_analysis_get_document (self->analysis, article);
  g_autofree char *tag = plx_words_dup_tag (article);
  g_autofree char *day = plx_words_dup_day (plx_document_get_day (document));
  g_autofree char *origins = dup_origins (self, article);
  const char *author = document->fields[PLX_FIELD_AUTHOR];

  plx_flow_begin_group (self->flow);
  plx_proof_cell (self, PLX_FACE_LABEL, tag, columns[0].x, columns[0].width);
  plx_flow_cell (self->flow, lay_out_source (self, document, columns[1].width), columns[1].x);
  plx_proof_cell (self, PLX_FACE_META, author != NULL ? author : "–", columns[2].x,
                  columns[2].width);
  plx_proof_cell (self, PLX_FACE_META, *day != '\0' ? day : "–", columns[3].x,
                  columns[3].width);
  plx_proof_cell (self, PLX_FACE_META, origins, columns[4].x, columns[4].width);
  plx_flow_row (self->flow);

  if (!plx_proof_shows (self, article))
    {
      plx_proof_cell (self, PLX_FACE_META, _("All its passages are hidden by the filter."),
                      columns[1].x, plx_flow_get_width (self->flow) - columns[1].x);
      plx_flow_row (self->flow);
    }

  plx_flow_space (self->flow, plx_proof_em (self, 0.35));
  plx_flow_rule (self->flow, 0.3, 0.6);
  plx_flow_end_group (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.35));
}

void
plx_proof_add_sources (PlxProof *self)
{
  const char *titles[] = { "", _("Source"), _("Author"), _("Date"), _("Takes from") };
  Column columns[5];

  set_columns (self, columns);
  plx_proof_heading (self, _("Sources"));
  plx_flow_begin_table (self->flow);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    plx_proof_cell (self, PLX_FACE_META, titles[i], columns[i].x, columns[i].width);
  plx_flow_row (self->flow);
  plx_flow_keep_with_next (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.2));
  plx_flow_rule (self->flow, 0.5, 0.2);
  plx_flow_end_table_head (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.35));

  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    add_source (self, columns, i);

  plx_flow_end_table (self->flow);
}
