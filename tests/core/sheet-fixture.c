/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet-fixture.h"

#include "made-analysis.h"

/* What the next content is made of: a section is told by its functions alone. */
typedef struct
{
  guint       n_parts;
  SheetWrite  write;
  gpointer    data;
} Made;

static Made next;

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  return g_memdup2 (&next, sizeof next);
}

static guint
count_parts (gpointer state)
{
  return ((Made *) state)->n_parts;
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  Made *made = state;

  made->write (part, writer, made->data);
}

static const PlxSheetSection section = {
  "made", "Made for a test", TRUE, prepare, count_parts, write_part, g_free,
};

/* Matter of articles by The Paper 1, The Paper 2 and so on, with two sentences each. */
PlxSheetMatter *
sheet_fixture_matter (guint n_articles)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  PlxSheetMatter *matter;

  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *outlet = g_strdup_printf ("The Paper %u", i + 1);

      made_article (analysis, outlet, "2024-01-02");
      made_paragraph (analysis, i, "{Ann Able} met {Bob Best}.|They spoke of {Utopia}.");
    }
  passages = plx_passages_new (analysis, TRUE);
  matter = plx_sheet_matter_new ("A hearing, told twice", analysis, passages, filter);
  matter->language = g_strdup ("en");
  matter->today = plx_day_parse ("2024-02-01");

  return matter;
}

/* Content of one section, which a function writes. */
PlxSheetContent *
sheet_fixture_content (PlxSheetMatter *matter,
                       PlxSheetPlan   *plan,
                       guint           n_parts,
                       SheetWrite      write,
                       gpointer        data)
{
  const PlxSheetSection *sections[] = { &section };
  PlxSheetContent *content = plx_sheet_content_new_of (matter, plan, sections, 1);

  next = (Made) { n_parts, write, data };
  plx_sheet_content_count_parts (content, 0, NULL);

  return content;
}

/* So many words, the same for the same seed, in sentences. */
char *
sheet_fixture_words (guint seed,
                     guint n)
{
  static const char *const words[] = {
    "the", "a", "in", "of", "to", "and", "harbour", "minister", "bridge", "evening", "council",
    "announced", "international", "Thursday", "investigation", "witnesses", "river", "quickly",
    "government", "representatives", "told", "reporters", "agreement", "was", "had", "been",
    "signed", "before", "midnight", "seventeen", "people", "responsible", "for", "it", "whether",
    "conversation", "unfortunately", "engine", "captain", "paper", "nobody", "remembered",
    "extraordinary", "circumstances", "city", "with", "lanterns", "an", "administration", "said",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed + 1);
  GString *text = g_string_new (NULL);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
      gboolean is_end = i + 1 == n || (length > 7 && g_rand_int_range (random, 0, 8) == 0);

      if (length == 0)
        g_string_append_printf (text, "%s%c%s", i > 0 ? " " : "", g_ascii_toupper (*word),
                                word + 1);
      else
        g_string_append_printf (text, " %s", word);
      if (is_end)
        g_string_append_c (text, '.');
      length = is_end ? 0 : length + 1;
    }

  return g_string_free_and_steal (text);
}

static void
write_table (guint           part,
             PlxSheetWriter *writer)
{
  static const PlxSheetColumn columns[] = {
    { .width = 2, .style = PLX_STYLE_SMALL, .heads_rows = TRUE },
    { .width = 3, .style = PLX_STYLE_SMALL },
    { .ems = 5, .align = PLX_ALIGN_END, .style = PLX_STYLE_META },
  };
  const PlxSheetTable table = { .title = "Who told whom", .columns = columns,
                                .n_columns = G_N_ELEMENTS (columns), .is_ruled = TRUE };
  const char *const heads[] = { "Who", "What", "Count" };

  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row_words (writer, PLX_ROW_HEAD, heads, G_N_ELEMENTS (heads));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *one = sheet_fixture_words (7 * part + i, 5);
      g_autofree char *two = sheet_fixture_words (11 * part + i, 16);
      g_autofree char *count = g_strdup_printf ("%u", 37 * part + i);
      const char *const cells[] = { one, two, count };

      plx_sheet_writer_row_words (writer, PLX_ROW_BODY, cells, G_N_ELEMENTS (cells));
    }
  plx_sheet_writer_end_table (writer);
}

/* A part in the manner of a claim: a heading, what sources say, how they differ; every tenth part
 * has a table. @data says how many articles there are to cite. */
void
sheet_fixture_write (guint           part,
                     PlxSheetWriter *writer,
                     gpointer        data)
{
  guint n_articles = GPOINTER_TO_UINT (data);
  g_autofree char *head = g_strdup_printf ("Claim number %u of a long sheet", part + 1);
  g_autofree char *id = g_strdup_printf ("claim-%u", part + 1);

  if (part == 0)
    plx_sheet_writer_head (writer, 0, "A hearing, told twice", NULL);
  if (part % 25 == 0)
    plx_sheet_writer_head (writer, 1, "Claims and differences", NULL);

  plx_sheet_writer_begin_group (writer);
  plx_sheet_writer_head (writer, 2, head, id);
  plx_sheet_writer_say (writer, PLX_STYLE_META, "≠ differ: number · 2 sources, 2 origins");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *words = sheet_fixture_words (3 * part + i, 45);
      g_autoptr (PlxSheetText) text = plx_sheet_text_new (words, "en");

      plx_sheet_text_dress (text, 10, 30, PLX_DRESS_CHANGED);
      plx_sheet_text_append_citation (text, (part + i) % n_articles, i + 1);
      plx_sheet_writer_paragraph (writer, PLX_STYLE_QUOTE, text);
    }
  plx_sheet_writer_say (writer, PLX_STYLE_DETAIL, "Number – how many came: 1 “fifty” · 2 “forty”");
  plx_sheet_writer_end_group (writer);

  if (part % 10 == 9)
    write_table (part, writer);
}
