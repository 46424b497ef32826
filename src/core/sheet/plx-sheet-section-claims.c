/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-cells.h"
#include "sheet/plx-sheet-marks.h"

/* A column in which sentences are read is so wide at least, in ems. */
#define LEAST_EMS 13
/* With more sources than this a row of all of them is no longer seen as one, however wide. */
#define MAX_COLUMNS 8
/* So many sentences of one source make a part. */
#define SENTENCES_PER_PART 15
#define LINE_END "\u2028"

/* A sentence that only one source has. */
typedef struct
{
  const PlxSheetClaim *claim;
  guint                index; /* among those of its record */
  PlxSentenceRef       ref;
} Alone;

typedef struct
{
  PlxSheetTelling *telling;
  GArray          *columns; /* guint: the articles that have one */
  GArray          *several; /* const PlxSheetClaim * */
  GArray          *alone;   /* Alone, by article */
  GArray          *parts;   /* guint: of the sentences of one source, where each part begins */
} Claims;

/* Those that the user has not hidden, and of which something is shown. */
static GArray *
find_columns (PlxSheetMatter *matter,
              PlxSheetPlan   *plan)
{
  const char * const *hidden = (const char * const *) plan->hidden_columns;
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plx_analysis_get_n_articles (matter->analysis); i++)
    {
      g_autofree char *digest =
        plx_document_dup_digest (plx_analysis_get_document (matter->analysis, i));

      if ((hidden == NULL || !g_strv_contains (hidden, digest)) &&
          plx_sheet_matter_shows (matter, i))
        g_array_append_val (columns, i);
    }

  return columns;
}

/* As one reads: by article and place. */
static int
compare_alone (gconstpointer a,
               gconstpointer b)
{
  const Alone *x = a;
  const Alone *y = b;

  if (x->ref.article != y->ref.article)
    return x->ref.article < y->ref.article ? -1 : 1;
  if (x->ref.sentence != y->ref.sentence)
    return x->ref.sentence < y->ref.sentence ? -1 : 1;

  return (x->claim->claim > y->claim->claim) - (x->claim->claim < y->claim->claim);
}

static void
add_alone (Claims              *self,
           const PlxSheetClaim *claim)
{
  PlxSheetMatter *matter = self->telling->matter;
  const PlxClaimRecord *record = plx_analysis_get_claim (matter->analysis, claim->claim);

  for (guint i = 0; i < record->refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (record->refs, PlxSentenceRef, i);
      const Alone alone = { claim, i, ref };

      if (plx_passages_is_shown (matter->passages, ref))
        g_array_append_val (self->alone, alone);
    }
}

static const Alone *
alone_at (const Claims *self,
          guint         i)
{
  return &g_array_index (self->alone, Alone, i);
}

/* Where a source begins, and after so many of its sentences. */
static void
find_parts (Claims *self)
{
  guint n = 0;

  for (guint i = 0; i < self->alone->len; i++, n++)
    {
      if (i > 0 && alone_at (self, i)->ref.article == alone_at (self, i - 1)->ref.article &&
          n < SENTENCES_PER_PART)
        continue;
      g_array_append_val (self->parts, i);
      n = 0;
    }
}

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  Claims *self = g_new0 (Claims, 1);
  const GArray *claims;

  self->telling = plx_telling_new (matter, plan);
  self->columns = find_columns (matter, plan);
  self->several = g_array_new (FALSE, FALSE, sizeof (const PlxSheetClaim *));
  self->alone = g_array_new (FALSE, FALSE, sizeof (Alone));
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));

  claims = self->telling->tally->claims;
  for (guint i = 0; i < claims->len; i++)
    {
      const PlxSheetClaim *claim = &g_array_index (claims, PlxSheetClaim, i);

      if (claim->n_sources > 1)
        g_array_append_val (self->several, claim);
      else
        add_alone (self, claim);
    }
  g_array_sort (self->alone, compare_alone);
  find_parts (self);

  return self;
}

static void
free_state (gpointer state)
{
  Claims *self = state;

  plx_telling_free (self->telling);
  g_array_unref (self->columns);
  g_array_unref (self->several);
  g_array_unref (self->alone);
  g_array_unref (self->parts);
  g_free (self);
}

/* The claims of several sources, one a part; then what one source has, some sentences a part. */
static guint
count_parts (gpointer state)
{
  const Claims *self = state;

  return self->several->len + self->parts->len;
}

static const PlxClaimRecord *
record_of (const Claims        *self,
           const PlxSheetClaim *claim)
{
  return plx_analysis_get_claim (self->telling->matter->analysis, claim->claim);
}

static gboolean
tells (const Claims        *self,
       const PlxSheetClaim *claim,
       guint                article)
{
  const GArray *refs = record_of (self, claim)->refs;

  for (guint i = 0; i < refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);

      if (ref.article == article && plx_passages_is_shown (self->telling->matter->passages, ref))
        return TRUE;
    }

  return FALSE;
}

/* What stands under the label of a claim: whether its sources agree, who is silent, how much is
 * hidden, and what the user has noted. */
static GPtrArray *
tell_about (const Claims        *self,
            const PlxSheetClaim *claim)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) silent = plx_telling_silent (self->telling, claim);

  g_ptr_array_add (lines, plx_telling_agreement (self->telling, claim));
  if (silent->len > 0)
    {
      g_autofree char *names = plx_telling_sources (self->telling, silent);

      /* Translators: followed by the sources that say nothing of a claim */
      g_ptr_array_add (lines, g_strdup_printf (_("Silent: %s"), names));
    }
  if (claim->n_hidden > 0)
    g_ptr_array_add (lines, plx_telling_hidden (claim->n_hidden));

  return lines;
}

static char *
dup_heading (const Claims        *self,
             const PlxSheetClaim *claim)
{
  g_autofree char *label = plx_telling_label (self->telling, claim);

  /* Translators: the number of a claim and what it is about */
  return g_strdup_printf (_("%1$u. %2$s"), claim->number, label);
}

static char **
notes_of (const Claims        *self,
          const PlxSheetClaim *claim)
{
  return plx_sheet_matter_get_notes (self->telling->matter, claim->claim);
}

static void
write_notes (const Claims        *self,
             const PlxSheetClaim *claim,
             PlxSheetWriter      *writer)
{
  char **notes = notes_of (self, claim);

  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    {
      /* Translators: what the user has noted on a claim */
      g_autofree char *words = g_strdup_printf (_("Note: %s"), notes[i]);

      plx_sheet_writer_say (writer, PLX_STYLE_NOTE, words);
    }
}

/* The claim over all columns: its label in bold, and what is to be told of it below. */
static PlxSheetText *
create_span (const Claims        *self,
             const PlxSheetClaim *claim)
{
  g_autofree char *heading = dup_heading (self, claim);
  g_autofree char *bold = plx_marks_dress (heading, PLX_DRESS_BOLD);
  g_autoptr (GPtrArray) lines = tell_about (self, claim);
  PlxSheetText *text = plx_marks_read (bold);
  char **notes = notes_of (self, claim);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *small = plx_marks_dress (g_ptr_array_index (lines, i), PLX_DRESS_SMALL);

      plx_sheet_text_append (text, LINE_END);
      plx_marks_append (text, small);
    }
  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    {
      g_autofree char *words = g_strdup_printf (_("Note: %s"), notes[i]);

      plx_sheet_text_append (text, LINE_END);
      plx_sheet_text_append_dressed (text, words, PLX_DRESS_ITALIC);
    }

  return text;
}

static void
begin_table (PlxSheetWriter *writer,
             const char     *id,
             guint           n_columns,
             gboolean        continues,
             gboolean        goes_on)
{
  g_autofree PlxSheetColumn *columns = g_new0 (PlxSheetColumn, n_columns);
  PlxSheetTable table = { id, _("Claims by source"), columns, n_columns, TRUE, continues, goes_on };

  for (guint i = 0; i < n_columns; i++)
    columns[i] = (PlxSheetColumn) { .width = 1, .style = PLX_STYLE_SMALL };
  plx_sheet_writer_begin_table (writer, &table);
}

static void
write_row (PlxSheetWriter *writer,
           PlxSheetRow     kind,
           GPtrArray      *cells)
{
  plx_sheet_writer_row (writer, kind, (PlxSheetText **) cells->pdata, cells->len);
}

static GPtrArray *
cells_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_sheet_text_free);
}

/* All sources side by side: one table over all claims. */
static void
write_in_matrix (const Claims   *self,
                 guint           place,
                 PlxSheetWriter *writer)
{
  const PlxSheetClaim *claim = g_array_index (self->several, const PlxSheetClaim *, place);
  g_autofree char *id = g_strdup_printf ("claim-%u", claim->number);
  g_autoptr (GPtrArray) heads = cells_new ();
  g_autoptr (GPtrArray) span = cells_new ();
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      const guint article = g_array_index (self->columns, guint, i);

      g_ptr_array_add (heads, plx_cell_of_source (self->telling, article));
      g_ptr_array_add (cells, plx_cell_of_article (self->telling, claim, article));
    }
  g_ptr_array_add (span, create_span (self, claim));

  begin_table (writer, id, self->columns->len, place > 0, place + 1 < self->several->len);
  write_row (writer, PLX_ROW_HEAD, heads);
  write_row (writer, PLX_ROW_SPANNING, span);
  write_row (writer, PLX_ROW_BODY, cells);
  plx_sheet_writer_end_table (writer);
}

/* Some of the sources that tell a claim, side by side, in columns of which some may stay empty. */
static void
write_columns (const Claims        *self,
               const PlxSheetClaim *claim,
               const GArray        *telling,
               guint                first,
               guint                n_columns,
               PlxSheetWriter      *writer)
{
  g_autoptr (GPtrArray) heads = cells_new ();
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = first; i < MIN (first + n_columns, telling->len); i++)
    {
      const guint article = g_array_index (telling, guint, i);

      g_ptr_array_add (heads, plx_cell_of_source (self->telling, article));
      g_ptr_array_add (cells, plx_cell_of_article (self->telling, claim, article));
    }

  while (cells->len < n_columns)
    {
      g_ptr_array_add (heads, plx_sheet_text_new (NULL, NULL));
      g_ptr_array_add (cells, plx_sheet_text_new (NULL, NULL));
    }

  begin_table (writer, NULL, n_columns, FALSE, FALSE);
  write_row (writer, PLX_ROW_HEAD, heads);
  write_row (writer, PLX_ROW_BODY, cells);
  plx_sheet_writer_end_table (writer);
}

/* Where all sources have no room side by side, a claim has as many tables as it needs, of those
 * that tell it. Each has as many columns, so that they stand under each other, and no more than
 * that, so that they are as wide as they can be. */
static void
write_in_tables (const Claims   *self,
                 guint           place,
                 guint           n_fit,
                 PlxSheetWriter *writer)
{
  const PlxSheetClaim *claim = g_array_index (self->several, const PlxSheetClaim *, place);
  g_autofree char *id = g_strdup_printf ("claim-%u", claim->number);
  g_autofree char *heading = dup_heading (self, claim);
  g_autoptr (PlxSheetText) head = plx_marks_read (heading);
  g_autoptr (GPtrArray) lines = tell_about (self, claim);
  g_autoptr (GArray) telling = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_tables, n_columns;

  /* The head of a claim goes with its first table. */
  plx_sheet_writer_begin_group (writer);
  plx_sheet_writer_heading (writer, 3, head, id);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (PlxSheetText) line = plx_marks_read (g_ptr_array_index (lines, i));

      plx_sheet_writer_paragraph (writer, PLX_STYLE_META, line);
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      const guint article = g_array_index (self->columns, guint, i);

      if (tells (self, claim, article))
        g_array_append_val (telling, article);
    }
  n_tables = (telling->len + n_fit - 1) / n_fit;
  n_columns = n_tables > 0 ? (telling->len + n_tables - 1) / n_tables : 0;
  for (guint i = 0; i < n_tables; i++)
    {
      write_columns (self, claim, telling, i * n_columns, n_columns, writer);
      if (i == 0)
        plx_sheet_writer_end_group (writer);
    }
  if (n_tables == 0)
    plx_sheet_writer_end_group (writer);
  write_notes (self, claim, writer);
}

/* What the user has given no column is told, so that nobody takes it for silent. */
static void
write_without (const Claims   *self,
               PlxSheetWriter *writer)
{
  g_autoptr (GArray) without = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL, *words = NULL;
  g_autoptr (PlxSheetText) text = NULL;

  for (guint i = 0, next = 0; i < plx_analysis_get_n_articles (self->telling->matter->analysis);
       i++)
    {
      if (next < self->columns->len && g_array_index (self->columns, guint, next) == i)
        next++;
      else if (plx_sheet_matter_shows (self->telling->matter, i))
        g_array_append_val (without, i);
    }
  if (without->len == 0)
    return;

  names = plx_telling_sources (self->telling, without);
  /* Translators: followed by the names of sources */
  words = g_strdup_printf (_("Without a column: %s"), names);
  text = plx_marks_read (words);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_META, text);
}

static void
write_several (const Claims   *self,
               guint           place,
               PlxSheetWriter *writer)
{
  const guint n_fit = MAX (plx_sheet_writer_count_columns (writer, LEAST_EMS), 1);

  if (place == 0)
    {
      plx_sheet_writer_head (writer, 2, _("Told by more than one source"), NULL);
      write_without (self, writer);
    }

  if (self->columns->len <= MIN (n_fit, MAX_COLUMNS))
    write_in_matrix (self, place, writer);
  else
    write_in_tables (self, place, MIN (n_fit, MAX_COLUMNS), writer);
}

/* Whether a sentence stands just before: it may be of several claims. */
static gboolean
is_repeated (const Claims *self,
             guint         i)
{
  return i > 0 && alone_at (self, i - 1)->ref.article == alone_at (self, i)->ref.article &&
         alone_at (self, i - 1)->ref.sentence == alone_at (self, i)->ref.sentence;
}

static void
write_sentence (const Claims   *self,
                const Alone    *alone,
                PlxSheetWriter *writer)
{
  g_autoptr (PlxSheetText) text = plx_cell_of_sentence (self->telling, alone->claim,
                                                        alone->index);

  if (record_of (self, alone->claim)->n_sources > 1)
    plx_sheet_text_append_dressed (text, _(" – others tell it too; the filter hides them"),
                                   PLX_DRESS_SMALL);
  plx_sheet_writer_list_item (writer, "◇", text, NULL);
}

/* Some sentences that a source alone has. */
static void
write_alone (const Claims   *self,
             guint           part,
             PlxSheetWriter *writer)
{
  const guint first = g_array_index (self->parts, guint, part);
  const guint end = part + 1 < self->parts->len ? g_array_index (self->parts, guint, part + 1)
                                                : self->alone->len;
  const guint article = alone_at (self, first)->ref.article;

  if (part == 0)
    plx_sheet_writer_head (writer, 2, _("In one source only"), NULL);
  if (first == 0 || alone_at (self, first - 1)->ref.article != article)
    {
      g_autoptr (PlxSheetText) source = plx_cell_of_source (self->telling, article);

      plx_sheet_writer_heading (writer, 3, source, NULL);
    }

  for (guint i = first; i < end; i++)
    {
      const Alone *alone = alone_at (self, i);

      if (!is_repeated (self, i))
        write_sentence (self, alone, writer);
      write_notes (self, alone->claim, writer);
    }
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  const Claims *self = state;

  if (part == 0)
    plx_sheet_writer_head (writer, 1, _("Claims"), NULL);

  if (part < self->several->len)
    write_several (self, part, writer);
  else
    write_alone (self, part - self->several->len, writer);
}

const PlxSheetSection plx_sheet_section_claims = {
  .id = "claims",
  .title = N_("Claims"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
