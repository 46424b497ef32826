/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-cells.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-words.h"

#define BLOCKS_PER_PART 8
/* Stands for sentences that the filter hides. */
#define GAP "[…]"

/* Some blocks of an article. */
typedef struct
{
  guint article;
  guint first; /* block */
  guint end;
} Part;

typedef struct
{
  PlxSheetTelling *telling;
  GArray          *parts; /* Part */
} Articles;

static void
add_parts (Articles *self,
           guint     article)
{
  PlxDocument *document = plx_analysis_get_document (self->telling->matter->analysis, article);
  const guint n = plx_document_get_n_blocks (document);
  guint first = 0;

  do
    {
      const Part part = { article, first, MIN (first + BLOCKS_PER_PART, n) };

      g_array_append_val (self->parts, part);
      first = part.end;
    }
  while (first < n);
}

static void
free_state (gpointer state)
{
  Articles *self = state;

  plx_telling_free (self->telling);
  g_array_unref (self->parts);
  g_free (self);
}

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  const char * const *chosen = (const char * const *) plan->articles;
  Articles *self = g_new0 (Articles, 1);

  self->telling = plx_telling_new (matter, plan);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  for (guint i = 0; i < plx_analysis_get_n_articles (matter->analysis); i++)
    {
      g_autofree char *digest =
        plx_document_dup_digest (plx_analysis_get_document (matter->analysis, i));

      if (chosen == NULL || g_strv_contains (chosen, digest))
        add_parts (self, i);
    }
  if (self->parts->len > 0)
    return self;

  free_state (self);

  return NULL;
}

static guint
count_parts (gpointer state)
{
  return ((Articles *) state)->parts->len;
}

static void
write_head (const Articles *self,
            guint           article,
            PlxSheetWriter *writer)
{
  PlxDocument *document = plx_analysis_get_document (self->telling->matter->analysis, article);
  const char *title = document->fields[PLX_FIELD_HEADLINE];
  const char *author = document->fields[PLX_FIELD_AUTHOR];
  g_autofree char *day = plx_words_dup_day (plx_document_get_day (document));
  g_autofree char *id = g_strdup_printf ("article-%u", article + 1);
  g_autoptr (PlxSheetText) heading =
    title != NULL ? plx_sheet_text_new (title, plx_telling_language (self->telling, article))
                  : plx_cell_of_source (self->telling, article);
  g_autofree char *source = title != NULL ? plx_telling_source (self->telling, article)
                                          : g_strdup (_("no headline"));
  g_autofree char *byline = author != NULL && *author != '\0' ? plx_marks_plain (author)
                                                              : g_strdup ("");
  g_autofree char *words = g_strconcat (source, *byline != '\0' ? " · " : "", byline,
                                        *day != '\0' ? " · " : "", day, NULL);
  g_autoptr (PlxSheetText) line = plx_marks_read (words);

  plx_sheet_writer_heading (writer, 2, heading, id);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_META, line);
}

/* The first sentence of a block, and the one after its last. */
static void
find_sentences (const PlxAnnotation *annotation,
                guint                block,
                guint               *first,
                guint               *end)
{
  const PlxSentenceSpan *spans = (const PlxSentenceSpan *) annotation->sentences->data;
  guint low = 0, high = annotation->sentences->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (spans[middle].block < block)
        low = middle + 1;
      else
        high = middle;
    }

  *first = *end = low;
  while (*end < annotation->sentences->len && spans[*end].block == block)
    (*end)++;
}

/* What of a block is shown, with a gap where something is not; empty where nothing is. */
static PlxSheetText *
create_text (const Articles *self,
             guint           article,
             guint           first,
             guint           end)
{
  PlxSheetMatter *matter = self->telling->matter;
  PlxSheetText *text = plx_sheet_text_new (NULL, plx_telling_language (self->telling, article));
  gboolean any = FALSE, gap = FALSE;

  for (guint i = first; i < end; i++)
    {
      const PlxSentenceRef ref = { article, i };
      const gboolean shown = plx_passages_is_shown (matter->passages, ref);
      g_autofree char *sentence = shown ? plx_analysis_dup_sentence (matter->analysis, ref) : NULL;

      if (!shown && gap)
        continue;
      plx_sheet_text_append (text, i > first ? " " : "");
      plx_sheet_text_append (text, shown ? g_strstrip (sentence) : GAP);
      any |= shown;
      gap = !shown;
    }

  if (!any)
    g_string_truncate (text->string, 0);

  return text;
}

static void
write_block (const Articles *self,
             guint           article,
             guint           block,
             PlxSheetWriter *writer)
{
  PlxAnalysis *analysis = self->telling->matter->analysis;
  PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, article);
  const PlxBlockSpan *span = plx_document_get_block (annotation->document, block);
  g_autoptr (PlxSheetText) text = NULL;
  g_autofree char *marker = NULL;
  g_autofree char *id = NULL;
  guint first, end, paragraph;

  find_sentences (annotation, block, &first, &end);
  if (!span->kept || first == end || span->role == PLX_ROLE_HEADLINE)
    return;

  text = create_text (self, article, first, end);
  if (plx_sheet_text_get_length (text) == 0)
    return;

  paragraph = plx_telling_paragraph (self->telling, (PlxSentenceRef) { article, first });
  if (span->role == PLX_ROLE_HEADING)
    plx_sheet_writer_heading (writer, 3, text, NULL);
  else if (span->role == PLX_ROLE_STANDFIRST)
    plx_sheet_writer_paragraph (writer, PLX_STYLE_LEAD, text);
  else if (span->role == PLX_ROLE_AUTHOR || span->role == PLX_ROLE_DATE)
    plx_sheet_writer_paragraph (writer, PLX_STYLE_META, text);
  else
    {
      /* Translators: the number of a paragraph, in the margin beside it */
      marker = g_strdup_printf (_("¶ %u"), paragraph);
      id = g_strdup_printf ("paragraph-%u-%u", article + 1, paragraph);
      plx_sheet_writer_list_item (writer, marker, text, id);
    }
}

static guint
count_hidden (const Articles *self,
              guint           article)
{
  PlxSheetMatter *matter = self->telling->matter;
  guint n = plx_analysis_get_annotation (matter->analysis, article)->sentences->len, n_hidden = 0;

  for (guint i = 0; i < n; i++)
    n_hidden += !plx_passages_is_shown (matter->passages, (PlxSentenceRef) { article, i });

  return n_hidden;
}

/* What belongs to the page and not to the article, by the reason why it was cut. */
static char *
dup_cut (PlxDocument *document)
{
  guint counts[PLX_CUT_RULE + 1] = { 0 };
  guint n = 0;
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      if (block->kept || block->reason > PLX_CUT_RULE)
        continue;
      counts[block->reason]++;
      n++;
    }
  if (n == 0)
    return NULL;

  for (PlxCutReason reason = 0; reason <= PLX_CUT_RULE; reason++)
    {
      if (counts[reason] > 0)
        /* Translators: why something was cut, and how much */
        g_string_append_printf (reasons, _("%1$s%2$s (%3$u)"), reasons->len > 0 ? _(", ") : "",
                                plx_words_reason (reason), counts[reason]);
    }

  /* Translators: followed by what was cut, and how much of each */
  return g_strdup_printf (_("Cut, since it belongs to the page and not to the article: %s."),
                          reasons->str);
}

static void
write_foot (const Articles *self,
            guint           article,
            PlxSheetWriter *writer)
{
  PlxDocument *document = plx_analysis_get_document (self->telling->matter->analysis, article);
  const guint n_hidden = count_hidden (self, article);
  g_autofree char *cut = dup_cut (document);

  if (n_hidden > 0)
    {
      g_autofree char *hidden = plx_telling_hidden (n_hidden);

      plx_sheet_writer_say (writer, PLX_STYLE_META, hidden);
    }
  if (cut != NULL)
    plx_sheet_writer_say (writer, PLX_STYLE_META, cut);
}

static void
write_part (gpointer        state,
            guint           place,
            PlxSheetWriter *writer)
{
  const Articles *self = state;
  const Part *part = &g_array_index (self->parts, Part, place);
  const gboolean ends = place + 1 == self->parts->len ||
                        g_array_index (self->parts, Part, place + 1).article != part->article;

  if (place == 0)
    {
      plx_sheet_writer_head (writer, 1, _("Articles"), NULL);
      plx_sheet_writer_say (writer, PLX_STYLE_META,
                            _("The figures in the margin are those of the paragraphs, to which the "
                              "small figures with ¶ lead."));
    }
  if (part->first == 0)
    write_head (self, part->article, writer);
  for (guint i = part->first; i < part->end; i++)
    write_block (self, part->article, i, writer);
  if (ends)
    write_foot (self, part->article, writer);
}

const PlxSheetSection plx_sheet_section_articles = {
  .id = "articles",
  .title = N_("Articles"),
  .is_usual = FALSE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
