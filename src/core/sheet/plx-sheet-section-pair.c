/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "comparing/plx-change-words.h"
#include "sheet/plx-sheet-cells.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-pair-rows.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT
#define N_COLUMNS 3
#define ROWS_PER_PART 6
#define LINE_END "\u2028"

typedef struct
{
  PlxSheetTelling *telling;
  PlxPairModel    *model;
  GPtrArray       *rows; /* PlxSheetPairRow */
} Pair;

/* The article that the plan names, or else the first that is not the other one. */
static guint
find_article (PlxSheetMatter *matter,
              const char     *digest,
              guint           other)
{
  const guint n = plx_analysis_get_n_articles (matter->analysis);
  const guint found = digest != NULL ? plx_sheet_matter_find_article (matter, digest) : PLX_NONE;

  if (found < n && found != other)
    return found;

  for (guint i = 0; i < n; i++)
    {
      if (i != other && plx_sheet_matter_shows (matter, i))
        return i;
    }

  return PLX_NONE;
}

static void
free_state (gpointer state)
{
  Pair *self = state;

  plx_telling_free (self->telling);
  plx_pair_model_free (self->model);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  const guint planned = plan->pair[1] != NULL
                        ? plx_sheet_matter_find_article (matter, plan->pair[1]) : PLX_NONE;
  const guint left = find_article (matter, plan->pair[0], planned);
  const guint right = find_article (matter, plan->pair[1], left);
  Pair *self;

  if (left == PLX_NONE || right == PLX_NONE)
    return NULL;

  self = g_new0 (Pair, 1);
  self->telling = plx_telling_new (matter, plan);
  self->model = plx_pair_model_new (matter->analysis, matter->passages, left, right);
  self->rows = plx_sheet_pair_rows_new (self->model);

  return self;
}

static guint
count_parts (gpointer state)
{
  const Pair *self = state;

  return MAX ((self->rows->len + ROWS_PER_PART - 1) / ROWS_PER_PART, 1);
}

static const PlxSheetPairRow *
row_at (const Pair *self,
        guint       i)
{
  return g_ptr_array_index (self->rows, i);
}

static PlxSentenceRef
ref_of (const Pair  *self,
        PlxPairSide  side,
        guint32      sentence)
{
  return (PlxSentenceRef) { self->model->article[side], sentence };
}

/* The one link of a row with one sentence on each side. */
static const PlxPairLink *
find_link (const Pair            *self,
           const PlxSheetPairRow *row)
{
  guint n, first;

  if (row->left == PLX_NONE || row->rights->len != 1 || row->above->len > 0)
    return NULL;

  first = plx_pair_model_find (self->model, LEFT, row->left, &n);

  return n == 1 ? plx_pair_model_link (self->model, plx_pair_model_nth (self->model, LEFT, first))
                : NULL;
}

static void
append_sentence (const Pair        *self,
                 PlxSheetText      *text,
                 PlxPairSide        side,
                 guint32            sentence,
                 const PlxPairLink *link)
{
  const PlxSentenceRef ref = ref_of (self, side, sentence);
  g_autofree char *words = plx_analysis_dup_sentence (self->model->analysis, ref);
  gsize start;

  if (plx_sheet_text_get_length (text) > 0)
    plx_sheet_text_append (text, LINE_END);
  start = plx_sheet_text_get_length (text);
  plx_sheet_text_append (text, words);
  if (link != NULL && link->changes != NULL)
    plx_cell_mark_changes (text, start, link->changes,
                           side == LEFT ? PLX_CHANGE_BASE : PLX_CHANGE_OTHER);
  plx_sheet_text_append_citation (text, ref.article, plx_telling_paragraph (self->telling, ref));
}

/* A line of ours below the sentences. */
static void
append_small (PlxSheetText *text,
              const char   *marked)
{
  g_autofree char *small = plx_marks_dress (marked, PLX_DRESS_SMALL);

  plx_marks_append_line (text, small);
}

static gboolean
has_ref (const PlxDifferenceRecord *difference,
         PlxSentenceRef             ref)
{
  for (guint i = 0; i < difference->refs->len; i++)
    {
      const PlxSentenceRef each = g_array_index (difference->refs, PlxSentenceRef, i);

      if (each.article == ref.article && each.sentence == ref.sentence)
        return TRUE;
    }

  return FALSE;
}

/* The differences in which the sentences of a link stand against each other, each once. */
static void
append_differences (const Pair            *self,
                    const PlxSheetPairRow *row,
                    PlxSheetText          *text)
{
  guint n, first = plx_pair_model_find (self->model, LEFT, row->left, &n);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = first; i < first + n; i++)
    {
      const PlxPairLink *link =
        plx_pair_model_link (self->model, plx_pair_model_nth (self->model, LEFT, i));
      const PlxClaimRecord *claim = plx_analysis_get_claim (self->model->analysis, link->claim);

      for (guint j = 0; j < claim->differences->len; j++)
        {
          const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, j);
          g_autofree char *words = NULL, *line = NULL;

          if (!has_ref (difference, ref_of (self, LEFT, link->sentence[LEFT])) ||
              !has_ref (difference, ref_of (self, RIGHT, link->sentence[RIGHT])) ||
              !g_hash_table_add (told, (gpointer) difference))
            continue;
          words = plx_telling_difference_between (self->telling, difference,
                                                  self->model->article[LEFT],
                                                  self->model->article[RIGHT]);
          if (words == NULL)
            continue;
          line = g_strconcat ("≠ ", words, NULL);
          append_small (text, line);
        }
    }
}

/* Two wordings of one sentence: what the right one does with the left one. */
static void
append_change (const Pair        *self,
               const PlxPairLink *link,
               PlxSheetText      *text)
{
  g_autoptr (PlxWording) left = plx_pair_model_new_wording (self->model, LEFT,
                                                            link->sentence[LEFT]);
  g_autoptr (PlxWording) right = plx_pair_model_new_wording (self->model, RIGHT,
                                                             link->sentence[RIGHT]);
  g_autofree char *source =
    plx_marks_plain (self->telling->sources[self->model->article[RIGHT]]);
  g_autofree char *words = plx_change_words_dup (source, left, right);
  g_autofree char *line = g_strconcat ("≈ ", words, NULL);

  append_small (text, line);
}

static void
append_above (const Pair            *self,
              const PlxSheetPairRow *row,
              PlxSheetText          *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < row->above->len; i++)
    {
      const guint32 sentence = g_array_index (row->above, guint32, i);
      g_autofree char *citation = plx_telling_cite (self->telling,
                                                    ref_of (self, RIGHT, sentence));

      g_string_append (words, citation);
    }
  if (row->above->len == 0)
    return;

  /* Translators: followed by the number and paragraph of a sentence that stands further up */
  line = g_strdup_printf (_("↑ tied to what stands above%s"), words->str);
  append_small (text, line);
}

static PlxSheetText *
create_right (const Pair            *self,
              const PlxSheetPairRow *row,
              const PlxPairLink     *link)
{
  PlxSheetText *text =
    plx_sheet_text_new (NULL, plx_telling_language (self->telling, self->model->article[RIGHT]));

  for (guint i = 0; i < row->rights->len; i++)
    append_sentence (self, text, RIGHT, g_array_index (row->rights, guint32, i), link);
  append_above (self, row, text);

  if (row->kind == PLX_PAIR_DIFFERS && row->left != PLX_NONE)
    append_differences (self, row, text);
  else if (link != NULL && link->changes != NULL && row->kind == PLX_PAIR_REWORDED)
    append_change (self, link, text);
  if (row->is_moved)
    append_small (text, _("⇅ told in another place"));

  return text;
}

static const char *
glyph_of (PlxPairKind kind)
{
  switch (kind)
    {
    case PLX_PAIR_SAME:
      return "=";

    case PLX_PAIR_REWORDED:
      return "≈";

    case PLX_PAIR_DIFFERS:
      return "≠";

    case PLX_PAIR_ALONE:
    default:
      return "◇";
    }
}

static void
write_row (const Pair            *self,
           const PlxSheetPairRow *row,
           PlxSheetWriter        *writer)
{
  const PlxPairLink *link = find_link (self, row);
  g_autoptr (PlxSheetText) left =
    plx_sheet_text_new (NULL, plx_telling_language (self->telling, self->model->article[LEFT]));
  g_autoptr (PlxSheetText) glyph = plx_sheet_text_new (glyph_of (row->kind), NULL);
  g_autoptr (PlxSheetText) right = create_right (self, row, link);
  PlxSheetText *cells[N_COLUMNS] = { left, glyph, right };

  if (row->left != PLX_NONE)
    append_sentence (self, left, LEFT, row->left, link);
  plx_sheet_writer_row (writer, PLX_ROW_BODY, cells, N_COLUMNS);
}

/* How many of each kind there are. */
static char *
dup_counts (const Pair *self)
{
  guint counts[PLX_PAIR_ALONE + 1] = { 0 };
  guint n_left = 0;
  g_autofree char *left = plx_telling_source (self->telling, self->model->article[LEFT]);
  g_autofree char *right = plx_telling_source (self->telling, self->model->article[RIGHT]);

  for (guint i = 0; i < self->rows->len; i++)
    {
      counts[row_at (self, i)->kind]++;
      n_left += row_at (self, i)->kind == PLX_PAIR_ALONE && row_at (self, i)->left != PLX_NONE;
    }

  /* Translators: of the sentences of two sources, how many are the same, in other words, different,
   * and only in one of them; %4$s and %6$s are the sources */
  return g_strdup_printf (_("= %1$u the same · ≈ %2$u in other words · ≠ %3$u different · ◇ only "
                            "%4$s: %5$u · ◇ only %6$s: %7$u"), counts[PLX_PAIR_SAME],
                          counts[PLX_PAIR_REWORDED], counts[PLX_PAIR_DIFFERS], left, n_left, right,
                          counts[PLX_PAIR_ALONE] - n_left);
}

static void
write_head (const Pair     *self,
            PlxSheetWriter *writer)
{
  g_autofree char *counts = dup_counts (self);
  g_autoptr (PlxSheetText) line = plx_marks_read (counts);

  plx_sheet_writer_head (writer, 1, _("Two articles side by side"), NULL);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_META, line);
  plx_sheet_writer_say (writer, PLX_STYLE_META,
                        _("What is tied stands on one level. Marked are the words that the other "
                          "has not, or has otherwise. Headlines and bylines are not compared."));
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  const Pair *self = state;
  const guint end = MIN ((part + 1) * ROWS_PER_PART, self->rows->len);
  g_autoptr (PlxSheetText) left = plx_cell_of_source (self->telling, self->model->article[LEFT]);
  g_autoptr (PlxSheetText) right = plx_cell_of_source (self->telling, self->model->article[RIGHT]);
  PlxSheetText *heads[N_COLUMNS] = { left, NULL, right };
  const PlxSheetColumn columns[N_COLUMNS] = {
    { .width = 1, .style = PLX_STYLE_SMALL },
    { .ems = 1.6, .align = PLX_ALIGN_CENTER, .style = PLX_STYLE_LABEL },
    { .width = 1, .style = PLX_STYLE_SMALL },
  };
  const PlxSheetTable table = {
    part == 0 ? "pair-table" : NULL, _("Two articles side by side"), columns, N_COLUMNS, TRUE,
    part > 0, end < self->rows->len,
  };

  if (part == 0)
    write_head (self, writer);
  if (self->rows->len == 0)
    return;

  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row (writer, PLX_ROW_HEAD, heads, N_COLUMNS);
  for (guint i = part * ROWS_PER_PART; i < end; i++)
    write_row (self, row_at (self, i), writer);
  plx_sheet_writer_end_table (writer);
}

const PlxSheetSection plx_sheet_section_pair = {
  .id = "pair",
  .title = N_("Two Articles"),
  .is_usual = FALSE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
