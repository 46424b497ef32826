/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/forms/plx-sheet-forms-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sheet/forms/plx-sheet-html-style.h"
#include "sheet/forms/plx-sheet-runs.h"

/* Written to the stream when so much has come together. */
#define FLUSH_BYTES (256 * 1024)

/* The width of the text on the screen, in points, of which a figure takes a part. */
#define TEXT_WIDTH 540.0

/* One page with all in it: it loads nothing and runs nothing. */
typedef struct
{
  PlxSheetWriter   parent;

  PlxSheetContent *content;
  GOutputStream   *stream;
  GCancellable    *cancellable; /* nullable */
  GError          *failure;     /* nullable; of the stream */
  GString         *out;
  char            *language;
  gboolean         is_rtl;      /* the page; what is otherwise says so */
  GArray          *cited;       /* guint: articles */
  GArray          *columns;     /* PlxSheetColumn, of the table that is open */
  gboolean         lists_sources;
  gboolean         in_list;
  gboolean         in_body;     /* of the table */
  gboolean         in_table;
  gboolean         goes_on;     /* the table is continued by the next part */
  gboolean         skips_head;  /* the heads of the table stand there already */
  const char      *anchor;      /* nullable: leads to the next row */
  guint            n_figures;
} Html;

#define HTML(writer) ((Html *) (writer))

static void
add (Html       *self,
     const char *markup)
{
  g_string_append (self->out, markup);
}

static void
add_words (Html       *self,
           const char *words)
{
  plx_sheet_form_append_xml (self->out, words, strlen (words));
}

static void
flush (Html    *self,
       gboolean all)
{
  if (self->failure != NULL || (!all && self->out->len < FLUSH_BYTES))
    return;

  g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL,
                             self->cancellable, &self->failure);
  g_string_truncate (self->out, 0);
}

static void
add_attribute (Html       *self,
               const char *name,
               const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (self->out, " %s=\"", name);
  add_words (self, value);
  g_string_append_c (self->out, '"');
}

/* The language and direction of a text, where they are not those of the page. */
static void
add_language (Html               *self,
              const PlxSheetText *text)
{
  if (text != NULL && g_strcmp0 (text->language, self->language) != 0)
    add_attribute (self, "lang", text->language);
  if (text != NULL && plx_sheet_form_is_rtl (text->string->str) != self->is_rtl)
    add_attribute (self, "dir", self->is_rtl ? "ltr" : "rtl");
}

static const struct
{
  PlxDress    dress;
  const char *open;
  const char *close;
} tags[] = {
  { PLX_DRESS_BOLD, "<strong>", "</strong>" },
  { PLX_DRESS_ITALIC, "<em>", "</em>" },
  { PLX_DRESS_SMALL, "<small>", "</small>" },
  { PLX_DRESS_CODE, "<code>", "</code>" },
  { PLX_DRESS_ONLY_HERE, "<mark class=\"here\">", "</mark>" },
  { PLX_DRESS_ONLY_THERE, "<mark class=\"there\">", "</mark>" },
  { PLX_DRESS_CHANGED, "<mark class=\"changed\">", "</mark>" },
  { PLX_DRESS_NAME, "<span class=\"name\">", "</span>" },
};

/* U+2028 ends a line. */
static void
add_lines (Html       *self,
           const char *text,
           gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *mark = g_strstr_len (text, end - text, "\u2028");

      plx_sheet_form_append_xml (self->out, text, (mark != NULL ? mark : end) - text);
      if (mark != NULL)
        add (self, "<br>");
      text = mark != NULL ? mark + strlen ("\u2028") : end;
    }
}

static void
add_citation (Html              *self,
              const PlxSheetRun *run)
{
  const guint n = run->article + 1;

  plx_sheet_form_cite (self->cited, run->article);
  g_string_append_printf (self->out, "<sup><a class=\"cite\" href=\"#source-%u\">%u</a></sup>", n,
                          n);
  if (run->paragraph > 0)
    g_string_append_printf (self->out, "<span class=\"where\">\u00a0¶\u00a0%u</span>",
                            run->paragraph);
}

static void
add_run (Html              *self,
         const PlxSheetRun *run)
{
  const gboolean links = plx_sheet_run_has (run, PLX_DRESS_LINK) &&
                         plx_sheet_form_is_safe_target (run->target);

  if (plx_sheet_run_has (run, PLX_DRESS_CITATION))
    {
      add_citation (self, run);
      return;
    }

  if (links)
    {
      add (self, "<a");
      add_attribute (self, "href", run->target);
      add (self, ">");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (plx_sheet_run_has (run, tags[i].dress))
      add (self, tags[i].open);
  add_lines (self, run->start, run->length);
  for (gsize i = G_N_ELEMENTS (tags); i > 0; i--)
    if (plx_sheet_run_has (run, tags[i - 1].dress))
      add (self, tags[i - 1].close);
  if (links)
    add (self, "</a>");
}

static void
add_text (Html               *self,
          const PlxSheetText *text)
{
  g_autoptr (GArray) runs = text != NULL ? plx_sheet_text_list_runs (text) : NULL;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    add_run (self, &g_array_index (runs, PlxSheetRun, i));
}

static void
end_list (Html *self)
{
  if (self->in_list)
    add (self, "</ul>\n");
  self->in_list = FALSE;
}

/* A table that the next part did not go on with after all. */
static void
end_open_table (Html *self)
{
  if (self->in_table)
    add (self, self->in_body ? "</tbody></table></div>\n" : "</thead></table></div>\n");
  self->in_table = self->in_body = self->goes_on = FALSE;
}

static void
begin_block (Html *self)
{
  end_list (self);
  if (self->goes_on)
    end_open_table (self);
}

static void
html_begin_section (PlxSheetWriter *writer,
                    const char     *id,
                    const char     *title)
{
  begin_block (HTML (writer));
  add (HTML (writer), "<section");
  add_attribute (HTML (writer), "id", id);
  add_attribute (HTML (writer), "aria-label", title);
  add (HTML (writer), ">\n");
}

static void
html_end_section (PlxSheetWriter *writer)
{
  begin_block (HTML (writer));
  add (HTML (writer), "</section>\n");
  flush (HTML (writer), FALSE);
}

static void
html_heading (PlxSheetWriter     *writer,
              guint               level,
              const PlxSheetText *text,
              const char         *id)
{
  Html *self = HTML (writer);

  begin_block (self);
  g_string_append_printf (self->out, "<h%u", level + 1);
  add_attribute (self, "id", id);
  add_language (self, text);
  add (self, ">");
  add_text (self, text);
  g_string_append_printf (self->out, "</h%u>\n", level + 1);
}

static const char * const classes[PLX_N_STYLES] = {
  [PLX_STYLE_TEXT] = NULL,      [PLX_STYLE_SMALL] = "small",   [PLX_STYLE_LEAD] = "lead",
  [PLX_STYLE_QUOTE] = "quote",  [PLX_STYLE_META] = "meta",     [PLX_STYLE_KICKER] = "kicker",
  [PLX_STYLE_LABEL] = "label",  [PLX_STYLE_DETAIL] = "detail", [PLX_STYLE_NOTE] = "note",
};

static void
html_paragraph (PlxSheetWriter     *writer,
                PlxSheetStyle       style,
                const PlxSheetText *text)
{
  Html *self = HTML (writer);

  begin_block (self);
  add (self, "<p");
  add_attribute (self, "class", classes[style]);
  add_language (self, text);
  add (self, ">");
  add_text (self, text);
  add (self, "</p>\n");
  flush (self, FALSE);
}

static void
html_list_item (PlxSheetWriter     *writer,
                const char         *marker,
                const PlxSheetText *text,
                const char         *id)
{
  Html *self = HTML (writer);

  if (self->goes_on)
    end_open_table (self);
  if (!self->in_list)
    add (self, "<ul role=\"list\">\n");
  self->in_list = TRUE;
  self->lists_sources |= id != NULL && g_str_has_prefix (id, "source-");

  add (self, "<li");
  add_attribute (self, "id", id);
  add_language (self, text);
  add (self, ">");
  if (marker != NULL)
    {
      add (self, "<span class=\"marker\">");
      add_words (self, marker);
      /* The space is for who copies the line; in there it takes no room of its own. */
      add (self, "\u00a0</span>");
    }
  add_text (self, text);
  add (self, "</li>\n");
  flush (self, FALSE);
}

static void
add_widths (Html                *self,
            const PlxSheetTable *table)
{
  double whole = 0;

  for (guint i = 0; i < table->n_columns; i++)
    whole += table->columns[i].ems > 0 ? 0 : table->columns[i].width;

  add (self, "<colgroup>");
  for (guint i = 0; i < table->n_columns; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      const PlxSheetColumn *column = &table->columns[i];

      if (column->ems > 0)
        g_string_append_printf (self->out, "<col style=\"width:%sem\">",
                                g_ascii_formatd (number, sizeof number, "%.1f", column->ems));
      else if (whole > 0)
        g_string_append_printf (self->out, "<col style=\"width:%s%%\">",
                                g_ascii_formatd (number, sizeof number, "%.1f",
                                                 100 * column->width / whole));
    }
  add (self, "</colgroup>\n");
}

static void
html_begin_table (PlxSheetWriter      *writer,
                  const PlxSheetTable *table)
{
  Html *self = HTML (writer);
  const gboolean continues = table->continues && self->goes_on;

  end_list (self);
  self->skips_head = continues;
  if (!continues)
    end_open_table (self);
  self->goes_on = table->goes_on;
  self->anchor = continues ? table->id : NULL;
  if (continues)
    return;

  g_array_set_size (self->columns, 0);
  g_array_append_vals (self->columns, table->columns, table->n_columns);
  /* A wide table is scrolled by itself, by keys too. */
  add (self, "<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
  add_attribute (self, "aria-label", table->title != NULL ? table->title : _("Table"));
  add (self, "><table");
  add_attribute (self, "id", table->id);
  add_attribute (self, "class", table->is_ruled ? "ruled" : NULL);
  add (self, ">\n");
  if (table->title != NULL)
    {
      add (self, "<caption>");
      add_words (self, table->title);
      add (self, "</caption>\n");
    }
  add_widths (self, table);
  add (self, "<thead>\n");
  self->in_table = TRUE;
  self->in_body = FALSE;
}

static const char *
get_align_class (PlxSheetAlign align)
{
  return align == PLX_ALIGN_END ? "end" : align == PLX_ALIGN_CENTER ? "center" : NULL;
}

static void
add_cell (Html               *self,
          PlxSheetRow         kind,
          const PlxSheetText *cell,
          guint               place,
          guint               n_columns)
{
  const PlxSheetColumn *column = &g_array_index (self->columns, PlxSheetColumn, place);
  const gboolean heads = kind == PLX_ROW_HEAD || kind == PLX_ROW_SPANNING || column->heads_rows;

  add (self, heads ? "<th" : "<td");
  if (kind == PLX_ROW_SPANNING)
    g_string_append_printf (self->out, " colspan=\"%u\" scope=\"colgroup\"", n_columns);
  else if (heads)
    add_attribute (self, "scope", kind == PLX_ROW_HEAD ? "col" : "row");
  if (kind != PLX_ROW_SPANNING)
    add_attribute (self, "class", get_align_class (column->align));
  add_language (self, cell);
  add (self, ">");
  add_text (self, cell);
  add (self, heads ? "</th>" : "</td>");
}

static void
html_row (PlxSheetWriter  *writer,
          PlxSheetRow      kind,
          PlxSheetText   **cells,
          guint            n_cells)
{
  Html *self = HTML (writer);

  if (!self->in_table || (kind == PLX_ROW_HEAD && (self->skips_head || self->in_body)))
    return;

  if (kind != PLX_ROW_HEAD && !self->in_body)
    {
      add (self, "</thead>\n<tbody>\n");
      self->in_body = TRUE;
    }

  add (self, "<tr");
  add_attribute (self, "class", kind == PLX_ROW_SPANNING ? "spanning" : NULL);
  add_attribute (self, "id", g_steal_pointer (&self->anchor));
  add (self, ">");
  for (guint i = 0; i < n_cells && i < self->columns->len; i++)
    add_cell (self, kind, cells[i], i, self->columns->len);
  add (self, "</tr>\n");
  flush (self, FALSE);
}

static void
html_end_table (PlxSheetWriter *writer)
{
  if (!HTML (writer)->goes_on)
    end_open_table (HTML (writer));
}

/* Two pictures in one page must not know each other's parts, so each has names of its own. */
static void
add_svg (Html       *self,
         GBytes     *bytes,
         const char *alt)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *svg = g_strstr_len (data, length, "<svg ");
  g_autoptr (GString) text = NULL;
  g_autofree char *id = g_strdup_printf ("id=\"f%u-", self->n_figures);
  g_autofree char *href = g_strdup_printf ("href=\"#f%u-", self->n_figures);
  g_autofree char *url = g_strdup_printf ("url(#f%u-", self->n_figures);
  const char *end;

  if (svg == NULL || !(end = memchr (svg, '>', data + length - svg)))
    return;

  text = g_string_new_len (end + 1, data + length - end - 1);
  g_string_replace (text, "id=\"", id, 0);
  g_string_replace (text, "href=\"#", href, 0);
  g_string_replace (text, "url(#", url, 0);

  g_string_append_len (self->out, svg, end - svg);
  g_string_append_printf (self->out, " role=\"img\" aria-labelledby=\"figure-%u\"><title "
                          "id=\"figure-%u\">", self->n_figures, self->n_figures);
  add_words (self, alt);
  add (self, "</title><desc>");
  add_words (self, alt);
  add (self, "</desc>");
  g_string_append_len (self->out, text->str, text->len);
}

static void
html_figure (PlxSheetWriter       *writer,
             const PlxSheetFigure *figure)
{
  Html *self = HTML (writer);
  g_autoptr (GBytes) svg = plx_sheet_figure_to_svg (figure, TEXT_WIDTH * figure->width);

  begin_block (self);
  self->n_figures++;
  add (self, "<figure");
  add_attribute (self, "id", figure->id);
  add (self, ">");
  add_svg (self, svg, figure->alt);
  if (figure->caption != NULL)
    {
      add (self, "<figcaption");
      add_language (self, figure->caption);
      add (self, ">");
      add_text (self, figure->caption);
      add (self, "</figcaption>");
    }
  add (self, "</figure>\n");
  flush (self, FALSE);
  if (figure->destroy != NULL)
    figure->destroy (figure->data);
}

static void
html_begin_group (PlxSheetWriter *writer)
{
  begin_block (HTML (writer));
  add (HTML (writer), "<div class=\"group\">\n");
}

static void
html_end_group (PlxSheetWriter *writer)
{
  begin_block (HTML (writer));
  add (HTML (writer), "</div>\n");
}

static void
html_page_break (PlxSheetWriter *writer)
{
  begin_block (HTML (writer));
  add (HTML (writer), "<div class=\"page-break\"></div>\n");
}

/* A page on the screen is as wide as it is: tables that do not fit are scrolled. */
static guint
html_count_columns (PlxSheetWriter *writer,
                    double          ems)
{
  return G_MAXUINT16;
}

static const PlxSheetWriterClass html_class = {
  .begin_section = html_begin_section,
  .end_section = html_end_section,
  .heading = html_heading,
  .paragraph = html_paragraph,
  .list_item = html_list_item,
  .begin_table = html_begin_table,
  .row = html_row,
  .end_table = html_end_table,
  .figure = html_figure,
  .begin_group = html_begin_group,
  .end_group = html_end_group,
  .page_break = html_page_break,
  .count_columns = html_count_columns,
};

static void
add_head (Html *self)
{
  const char *title = plx_sheet_content_get_title (self->content);

  add (self, "<!DOCTYPE html>\n<html");
  add_attribute (self, "lang", self->language);
  add (self, self->is_rtl ? " dir=\"rtl\">\n" : ">\n");
  add (self, "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
       "content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" "
       "content=\"Parallax " PACKAGE_VERSION "\">\n<title>");
  add_words (self, title);
  add (self, "</title>\n<style>\n" PLX_SHEET_HTML_STYLE "</style>\n</head>\n<body>\n<main>\n");
}

/* Where the plan shows no list of sources, what was cited is told all the same. */
static void
add_cited (Html *self)
{
  begin_block (self);
  if (self->lists_sources || self->cited->len == 0)
    return;

  add (self, "<section id=\"cited\"><h2>");
  add_words (self, _("Sources"));
  add (self, "</h2>\n<ul role=\"list\">\n");
  for (guint i = 0; i < self->cited->len; i++)
    {
      const guint article = g_array_index (self->cited, guint, i);
      g_autofree char *source = plx_sheet_form_dup_source (self->content, article);

      g_string_append_printf (self->out,
                              "<li id=\"source-%u\"><span class=\"marker\">%u\u00a0</span>",
                              article + 1, article + 1);
      add_words (self, source);
      add (self, "</li>\n");
    }
  add (self, "</ul></section>\n");
}

gboolean
plx_sheet_write_html (PlxSheetContent   *content,
                      GOutputStream     *stream,
                      PlxSheetProgress   progress,
                      gpointer           data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) cited = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (PlxSheetColumn));
  g_autofree char *language = plx_sheet_form_dup_language (content);
  Html self = { { &html_class }, content, stream, cancellable, NULL, out, language,
                plx_sheet_form_is_rtl_language (language), cited, columns, FALSE, FALSE, FALSE,
                FALSE, FALSE, FALSE, 0 };
  gboolean done;

  add_head (&self);
  done = plx_sheet_content_write (content, &self.parent, progress, data, cancellable, error);
  if (done)
    {
      add_cited (&self);
      add (&self, "</main>\n</body>\n</html>\n");
      flush (&self, TRUE);
    }

  if (self.failure == NULL)
    return done;

  g_clear_error (error);
  g_propagate_error (error, self.failure);

  return FALSE;
}
