/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/forms/plx-sheet-forms-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sheet/forms/plx-odt-styles.h"
#include "sheet/forms/plx-sheet-runs.h"

/* How many dots a point has in pictures. */
#define PICTURE_SCALE 3.0

/* A text for office programs: OpenDocument, with styles that whoever opens it can change. */
typedef struct
{
  PlxSheetWriter   parent;

  PlxSheetContent *content;
  PlxOdtStyles    *styles;     /* automatic ones */
  GString         *body;
  GPtrArray       *pictures;   /* PlxOdtPicture */
  GArray          *cited;      /* guint: articles */
  GHashTable      *noted;      /* articles that have a note in this section */
  GArray          *columns;    /* PlxSheetColumn, of the table that is open */
  double           width;      /* of the text, in points */
  double           em;
  guint            n_notes;
  guint            n_tables;
  gboolean         lists_sources;
  gboolean         in_table;
  gboolean         in_head;
  gboolean         is_ruled;
  gboolean         goes_on;
  gboolean         skips_head;
  const char      *anchor;     /* nullable: leads to the next row */
  gboolean         breaks;     /* the next paragraph begins a page */
} Odt;

#define ODT(writer) ((Odt *) (writer))

static void
add (Odt        *self,
     const char *markup)
{
  g_string_append (self->body, markup);
}

static void
add_escaped (GString    *out,
             const char *text)
{
  plx_sheet_form_append_xml (out, text, strlen (text));
}

static const char *
find_paragraph_style (Odt                *self,
                      const char         *parent,
                      const PlxSheetText *text,
                      PlxSheetAlign       align)
{
  const char *name = plx_odt_styles_for_paragraph (self->styles, parent, text, align,
                                                   self->breaks);

  self->breaks = FALSE;

  return name;
}

static void
add_lines (Odt        *self,
           const char *text,
           gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *mark = g_strstr_len (text, end - text, "\u2028");

      plx_sheet_form_append_xml (self->body, text, (mark != NULL ? mark : end) - text);
      if (mark != NULL)
        add (self, "<text:line-break/>");
      text = mark != NULL ? mark + strlen ("\u2028") : end;
    }
}

/* The first time in a section, a source is told in a note at the foot of the page, under its
 * number; from then on the number leads to the list. A repeated head can have no note. */
static void
add_citation (Odt               *self,
              const PlxSheetRun *run)
{
  const guint n = run->article + 1;

  plx_sheet_form_cite (self->cited, run->article);
  if (!self->in_head && g_hash_table_add (self->noted, GUINT_TO_POINTER (n)))
    {
      g_autofree char *source = plx_sheet_form_dup_source (self->content, run->article);

      g_string_append_printf (self->body, "<text:note text:id=\"note%u\" text:note-class="
                              "\"footnote\"><text:note-citation text:label=\"%u\">%u"
                              "</text:note-citation><text:note-body><text:p text:style-name="
                              "\"Footnote\">", ++self->n_notes, n, n);
      add_escaped (self->body, source);
      add (self, "</text:p></text:note-body></text:note>");
    }
  else
    {
      g_string_append_printf (self->body, "<text:a xlink:type=\"simple\" xlink:href="
                              "\"#source-%u\"><text:span text:style-name=\"Citation\">%u"
                              "</text:span></text:a>", n, n);
    }
  if (run->paragraph > 0)
    g_string_append_printf (self->body, "\u00a0¶\u00a0%u", run->paragraph);
}

static void
add_run (Odt               *self,
         const PlxSheetRun *run)
{
  const gboolean links = plx_sheet_run_has (run, PLX_DRESS_LINK) &&
                         plx_sheet_form_is_safe_target (run->target);
  const char *style = plx_odt_styles_for_run (self->styles, run);

  if (plx_sheet_run_has (run, PLX_DRESS_CITATION))
    {
      add_citation (self, run);
      return;
    }

  if (links)
    {
      add (self, "<text:a xlink:type=\"simple\" xlink:href=\"");
      add_escaped (self->body, run->target);
      add (self, "\">");
    }
  if (style != NULL)
    g_string_append_printf (self->body, "<text:span text:style-name=\"%s\">", style);
  add_lines (self, run->start, run->length);
  if (style != NULL)
    add (self, "</text:span>");
  if (links)
    add (self, "</text:a>");
}

static void
add_text (Odt                *self,
          const PlxSheetText *text)
{
  g_autoptr (GArray) runs = text != NULL ? plx_sheet_text_list_runs (text) : NULL;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    add_run (self, &g_array_index (runs, PlxSheetRun, i));
}

static void
add_bookmark (Odt        *self,
              const char *id)
{
  if (id == NULL)
    return;

  add (self, "<text:bookmark text:name=\"");
  add_escaped (self->body, id);
  add (self, "\"/>");
}

static void
end_open_table (Odt *self)
{
  if (!self->in_table)
    return;

  if (self->in_head)
    add (self, "</table:table-header-rows>");
  add (self, "</table:table>\n");
  self->in_table = self->in_head = self->goes_on = FALSE;
}

static void
begin_block (Odt *self)
{
  if (self->goes_on)
    end_open_table (self);
}

static void
odt_begin_section (PlxSheetWriter *writer,
                   const char     *id,
                   const char     *title)
{
  begin_block (ODT (writer));
  g_hash_table_remove_all (ODT (writer)->noted);
}

static void
odt_heading (PlxSheetWriter     *writer,
             guint               level,
             const PlxSheetText *text,
             const char         *id)
{
  Odt *self = ODT (writer);
  g_autofree char *parent = level == 0 ? g_strdup ("Title")
                                       : g_strdup_printf ("Heading_20_%u", level);

  begin_block (self);
  if (level == 0)
    g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">",
                            find_paragraph_style (self, parent, text, PLX_ALIGN_START));
  else
    g_string_append_printf (self->body, "<text:h text:outline-level=\"%u\" text:style-name="
                            "\"%s\">", level,
                            find_paragraph_style (self, parent, text, PLX_ALIGN_START));
  add_bookmark (self, id);
  add_text (self, text);
  add (self, level == 0 ? "</text:p>\n" : "</text:h>\n");
}

static const char * const styles[PLX_N_STYLES] = {
  [PLX_STYLE_TEXT] = "Text",    [PLX_STYLE_SMALL] = "Small",   [PLX_STYLE_LEAD] = "Lead",
  [PLX_STYLE_QUOTE] = "Quote",  [PLX_STYLE_META] = "Meta",     [PLX_STYLE_KICKER] = "Kicker",
  [PLX_STYLE_LABEL] = "Label",  [PLX_STYLE_DETAIL] = "Detail", [PLX_STYLE_NOTE] = "Note",
};

static void
odt_paragraph (PlxSheetWriter     *writer,
               PlxSheetStyle       style,
               const PlxSheetText *text)
{
  Odt *self = ODT (writer);

  begin_block (self);
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">",
                          find_paragraph_style (self, styles[style], text, PLX_ALIGN_START));
  add_text (self, text);
  add (self, "</text:p>\n");
}

static void
odt_list_item (PlxSheetWriter     *writer,
               const char         *marker,
               const PlxSheetText *text,
               const char         *id)
{
  Odt *self = ODT (writer);

  begin_block (self);
  self->lists_sources |= id != NULL && g_str_has_prefix (id, "source-");
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">",
                          find_paragraph_style (self, "Item", text, PLX_ALIGN_START));
  add_bookmark (self, id);
  add_escaped (self->body, marker != NULL ? marker : "•");
  add (self, "<text:tab/>");
  add_text (self, text);
  add (self, "</text:p>\n");
}

/* Columns share the width as they ask for it; an em is a share like any other. */
static void
add_columns (Odt                 *self,
             const PlxSheetTable *table)
{
  double whole = 0, fixed = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const PlxSheetColumn *column = &table->columns[i];

      if (column->ems > 0)
        fixed += column->ems * self->em;
      else
        whole += column->width;
    }

  for (guint i = 0; i < table->n_columns; i++)
    {
      const PlxSheetColumn *column = &table->columns[i];
      const double points = column->ems > 0 ? column->ems * self->em
                            : whole > 0 ? MAX (self->width - fixed, 1) * column->width / whole : 1;
      const guint share = CLAMP (points * 65535 / self->width, 1, 65535);

      g_string_append_printf (self->styles->out, "<style:style style:name=\"Table%u.%u\" "
                              "style:family=\"table-column\"><style:table-column-properties "
                              "style:rel-column-width=\"%u*\"/></style:style>\n", self->n_tables,
                              i + 1, share);
      g_string_append_printf (self->body, "<table:table-column table:style-name=\"Table%u.%u\"/>",
                              self->n_tables, i + 1);
    }
}

static void
odt_begin_table (PlxSheetWriter      *writer,
                 const PlxSheetTable *table)
{
  Odt *self = ODT (writer);
  const gboolean continues = table->continues && self->goes_on;

  self->skips_head = continues;
  if (!continues)
    end_open_table (self);
  self->goes_on = table->goes_on;
  self->anchor = table->id;
  if (continues)
    return;

  self->n_tables++;
  self->in_table = TRUE;
  self->is_ruled = table->is_ruled;
  g_array_set_size (self->columns, 0);
  g_array_append_vals (self->columns, table->columns, table->n_columns);
  g_string_append_printf (self->body, "<table:table table:name=\"Table%u\" table:style-name="
                          "\"Whole\">", self->n_tables);
  /* Who sees the table has read its title as a heading; this is for who hears it. */
  if (table->title != NULL)
    {
      add (self, "<table:title>");
      add_escaped (self->body, table->title);
      add (self, "</table:title>");
    }
  add_columns (self, table);
}

static void
add_cell (Odt                *self,
          PlxSheetRow         kind,
          const PlxSheetText *cell,
          guint               place)
{
  const PlxSheetColumn *column = &g_array_index (self->columns, PlxSheetColumn, place);
  const gboolean heads = kind != PLX_ROW_BODY;

  g_string_append_printf (self->body, "<table:table-cell table:style-name=\"%s\" "
                          "office:value-type=\"string\"",
                          heads ? "Head" : self->is_ruled ? "Ruled" : "Plain");
  if (kind == PLX_ROW_SPANNING)
    g_string_append_printf (self->body, " table:number-columns-spanned=\"%u\"",
                            self->columns->len);
  g_string_append_printf (self->body, "><text:p text:style-name=\"%s\">",
                          find_paragraph_style (self, heads || column->heads_rows ? "Cell_20_Head"
                                                                                  : "Cell",
                                                cell, kind == PLX_ROW_SPANNING ? PLX_ALIGN_START
                                                                               : column->align));
  if (kind != PLX_ROW_HEAD)
    add_bookmark (self, g_steal_pointer (&self->anchor));
  add_text (self, cell);
  add (self, "</text:p></table:table-cell>");
}

static void
odt_row (PlxSheetWriter  *writer,
         PlxSheetRow      kind,
         PlxSheetText   **cells,
         guint            n_cells)
{
  Odt *self = ODT (writer);

  if (!self->in_table || (kind == PLX_ROW_HEAD && self->skips_head))
    return;

  if (kind == PLX_ROW_HEAD && !self->in_head)
    add (self, "<table:table-header-rows>");
  if (kind != PLX_ROW_HEAD && self->in_head)
    add (self, "</table:table-header-rows>");
  self->in_head = kind == PLX_ROW_HEAD;
  self->skips_head |= kind != PLX_ROW_HEAD;

  add (self, "<table:table-row>");
  for (guint i = 0; i < n_cells && i < self->columns->len; i++)
    add_cell (self, kind, cells[i], i);
  for (guint i = n_cells; i < self->columns->len; i++)
    add (self, "<table:covered-table-cell/>");
  add (self, "</table:table-row>\n");
}

static void
odt_end_table (PlxSheetWriter *writer)
{
  if (!ODT (writer)->goes_on)
    end_open_table (ODT (writer));
}

static void
odt_figure (PlxSheetWriter       *writer,
            const PlxSheetFigure *figure)
{
  Odt *self = ODT (writer);
  PlxOdtPicture *picture = g_new0 (PlxOdtPicture, 1);
  const double width = self->width * figure->width;
  char points[2][G_ASCII_DTOSTR_BUF_SIZE];

  begin_block (self);
  picture->name = g_strdup_printf ("Pictures/figure-%u.png", self->pictures->len + 1);
  picture->bytes = plx_sheet_figure_to_png (figure, width, PICTURE_SCALE);
  g_ptr_array_add (self->pictures, picture);

  add (self, "<text:p text:style-name=\"Text\">");
  add_bookmark (self, figure->id);
  g_string_append_printf (self->body, "<draw:frame draw:name=\"Figure %u\" text:anchor-type="
                          "\"as-char\" svg:width=\"%spt\" svg:height=\"%spt\"><draw:image "
                          "xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\" "
                          "xlink:actuate=\"onLoad\" draw:mime-type=\"image/png\"/><svg:title>",
                          self->pictures->len,
                          g_ascii_formatd (points[0], sizeof points[0], "%.1f", width),
                          g_ascii_formatd (points[1], sizeof points[1], "%.1f",
                                           width * figure->aspect), picture->name);
  add_escaped (self->body, figure->alt);
  add (self, "</svg:title><svg:desc>");
  add_escaped (self->body, figure->alt);
  add (self, "</svg:desc></draw:frame></text:p>\n");
  if (figure->caption != NULL)
    odt_paragraph (writer, PLX_STYLE_META, figure->caption);
  if (figure->destroy != NULL)
    figure->destroy (figure->data);
}

static void
odt_page_break (PlxSheetWriter *writer)
{
  begin_block (ODT (writer));
  ODT (writer)->breaks = TRUE;
}

static guint
odt_count_columns (PlxSheetWriter *writer,
                   double          ems)
{
  Odt *self = ODT (writer);

  return MAX (1, self->width / (ems * self->em));
}

static const PlxSheetWriterClass odt_class = {
  .begin_section = odt_begin_section,
  .heading = odt_heading,
  .paragraph = odt_paragraph,
  .list_item = odt_list_item,
  .begin_table = odt_begin_table,
  .row = odt_row,
  .end_table = odt_end_table,
  .figure = odt_figure,
  .page_break = odt_page_break,
  .count_columns = odt_count_columns,
};

static void
add_cited (Odt *self)
{
  begin_block (self);
  if (self->lists_sources || self->cited->len == 0)
    return;

  add (self, "<text:h text:outline-level=\"1\" text:style-name=\"Heading_20_1\">");
  add_escaped (self->body, _("Sources"));
  add (self, "</text:h>\n");
  for (guint i = 0; i < self->cited->len; i++)
    {
      const guint article = g_array_index (self->cited, guint, i);
      g_autofree char *source = plx_sheet_form_dup_source (self->content, article);

      g_string_append_printf (self->body, "<text:p text:style-name=\"Item\"><text:bookmark "
                              "text:name=\"source-%u\"/>%u<text:tab/>", article + 1, article + 1);
      add_escaped (self->body, source);
      add (self, "</text:p>\n");
    }
}

static void
picture_free (gpointer data)
{
  PlxOdtPicture *picture = data;

  g_free (picture->name);
  g_bytes_unref (picture->bytes);
  g_free (picture);
}

gboolean
plx_sheet_write_odt (PlxSheetContent   *content,
                     GOutputStream     *stream,
                     PlxSheetProgress   progress,
                     gpointer           data,
                     GCancellable      *cancellable,
                     GError           **error)
{
  PlxSheetPlan *plan = plx_sheet_content_get_plan (content);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GHashTable) noted = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (picture_free);
  g_autoptr (GArray) cited = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (PlxSheetColumn));
  g_autofree char *language = plx_sheet_form_dup_language (content);
  g_autoptr (PlxOdtStyles) styles_made = plx_odt_styles_new (language);
  Odt self = { .parent = { &odt_class }, .content = content, .styles = styles_made, .body = body,
               .pictures = pictures, .cited = cited, .noted = noted, .columns = columns,
               .em = plan->font_size };
  double height;

  plx_sheet_plan_get_page_size (plan, &self.width, &height);
  self.width -= 2 * plan->margin;

  if (!plx_sheet_content_write (content, &self.parent, progress, data, cancellable, error))
    return FALSE;

  end_open_table (&self);
  add_cited (&self);

  return plx_odt_package_write (stream, styles_made->out, body, pictures, content, language,
                                cancellable, error);
}
