/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/forms/plx-sheet-forms-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sheet/forms/plx-sheet-runs.h"

/* Written to the stream when so much has come together. */
#define FLUSH_BYTES (256 * 1024)

/* What means something anywhere in a line, and what only at its start. */
#define MARKS "\\`*_[]<>|~&$"
#define STARTS "#+-="

/* Markdown with tables, as GitHub and Pandoc read it. */
typedef struct
{
  PlxSheetWriter   parent;

  PlxSheetContent *content;
  GOutputStream   *stream;
  GCancellable    *cancellable; /* nullable */
  GError          *failure;     /* nullable; of the stream */
  GString         *out;
  GArray          *cited;       /* guint: articles */
  GArray          *aligns;      /* PlxSheetAlign, of the table that is open */
  gboolean         lists_sources;
  gboolean         in_list;
  gboolean         in_table;
  gboolean         has_head;    /* the table */
  gboolean         goes_on;     /* the table is continued by the next part */
  gboolean         skips_head;
  const char      *anchor;      /* nullable: leads to the next row */
} Markdown;

#define MARKDOWN(writer) ((Markdown *) (writer))

static void
flush (Markdown *self,
       gboolean  all)
{
  if (self->failure != NULL || (!all && self->out->len < FLUSH_BYTES))
    return;

  g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL,
                             self->cancellable, &self->failure);
  g_string_truncate (self->out, 0);
}

static gboolean
is_at_line_start (GString *out)
{
  return out->len == 0 || out->str[out->len - 1] == '\n';
}

/* “12.” at the start of a line would be an item of a list. */
static gboolean
ends_number (GString *out)
{
  gsize i = out->len;

  while (i > 0 && g_ascii_isdigit (out->str[i - 1]))
    i--;

  return i < out->len && (i == 0 || out->str[i - 1] == '\n');
}

static void
append_escaped (GString    *out,
                const char *text,
                gsize       length,
                gboolean    in_table)
{
  for (const char *c = text; c < text + length; c++)
    {
      if (g_str_has_prefix (c, "\u2028"))
        {
          g_string_append (out, in_table ? "<br>" : "\\\n");
          c += strlen ("\u2028") - 1;
          continue;
        }

      if ((guchar) *c < ' ')
        {
          g_string_append_c (out, ' ');
          continue;
        }

      if (strchr (MARKS, *c) != NULL || (is_at_line_start (out) && strchr (STARTS, *c) != NULL) ||
          ((*c == '.' || *c == ')') && ends_number (out)))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c);
    }
}

static const struct
{
  PlxDress    dress;
  const char *mark;   /* nullable: what Markdown has for it, where it can be told */
  const char *open;
  const char *close;
} tags[] = {
  { PLX_DRESS_SMALL, NULL, "<small>", "</small>" },
  { PLX_DRESS_CODE, NULL, "<code>", "</code>" },
  { PLX_DRESS_ONLY_HERE, NULL, "<ins>", "</ins>" },
  { PLX_DRESS_ONLY_THERE, NULL, "<del>", "</del>" },
  { PLX_DRESS_CHANGED, NULL, "<mark>", "</mark>" },
  { PLX_DRESS_BOLD, "**", "<strong>", "</strong>" },
  { PLX_DRESS_ITALIC, "*", "<em>", "</em>" },
};

/* Stars are only understood where they stand beside a letter, and not in a word. */
static gboolean
takes_stars (const PlxSheetRun  *run,
             const PlxSheetText *text)
{
  const char *end = run->start + run->length;
  const char *last = run->length > 0 ? g_utf8_prev_char (end) : end;

  return run->length > 0 && g_unichar_isalnum (g_utf8_get_char (run->start)) &&
         g_unichar_isalnum (g_utf8_get_char (last)) &&
         (run->start == text->string->str || g_ascii_isspace (run->start[-1])) &&
         (*end == '\0' || g_ascii_isspace (*end) || g_ascii_ispunct (*end));
}

static void
append_citation (Markdown          *self,
                 GString           *out,
                 const PlxSheetRun *run)
{
  const guint n = run->article + 1;

  plx_sheet_form_cite (self->cited, run->article);
  g_string_append_printf (out, "<sup>[%u](#source-%u)</sup>", n, n);
  if (run->paragraph > 0)
    g_string_append_printf (out, "\u00a0¶\u00a0%u", run->paragraph);
}

static void
append_target (GString    *out,
               const char *target)
{
  g_string_append (out, "](<");
  for (const char *c = target; *c != '\0'; c++)
    if (strchr ("<>\\|", *c) != NULL || (guchar) *c <= ' ')
      g_string_append_printf (out, "%%%02X", (guchar) *c);
    else
      g_string_append_c (out, *c);
  g_string_append (out, ">)");
}

static void
append_run (Markdown           *self,
            GString            *out,
            const PlxSheetRun  *run,
            const PlxSheetText *text,
            gboolean            in_table)
{
  const gboolean links = plx_sheet_run_has (run, PLX_DRESS_LINK) &&
                         plx_sheet_form_is_safe_target (run->target);
  const gboolean stars = takes_stars (run, text);

  if (links)
    g_string_append_c (out, '[');
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (plx_sheet_run_has (run, tags[i].dress))
      g_string_append (out, stars && tags[i].mark != NULL ? tags[i].mark : tags[i].open);
  append_escaped (out, run->start, run->length, in_table);
  for (gsize i = G_N_ELEMENTS (tags); i > 0; i--)
    if (plx_sheet_run_has (run, tags[i - 1].dress))
      g_string_append (out, stars && tags[i - 1].mark != NULL ? tags[i - 1].mark
                                                              : tags[i - 1].close);
  if (links)
    append_target (out, run->target);
}

static void
add_text (Markdown           *self,
          const PlxSheetText *text,
          gboolean            in_table)
{
  g_autoptr (GArray) runs = text != NULL ? plx_sheet_text_list_runs (text) : NULL;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PlxSheetRun *run = &g_array_index (runs, PlxSheetRun, i);

      if (plx_sheet_run_has (run, PLX_DRESS_CITATION))
        append_citation (self, self->out, run);
      else
        append_run (self, self->out, run, text, in_table);
    }
}

/* A block has an empty line before it. */
static void
begin_block (Markdown *self)
{
  if (self->in_list || self->in_table)
    g_string_append_c (self->out, '\n');
  self->in_list = self->in_table = self->goes_on = FALSE;
}

static void
add_anchor (Markdown   *self,
            const char *id)
{
  if (id == NULL)
    return;

  g_string_append (self->out, "<a id=\"");
  plx_sheet_form_append_xml (self->out, id, strlen (id));
  g_string_append (self->out, "\"></a>");
}

static void
markdown_begin_section (PlxSheetWriter *writer,
                        const char     *id,
                        const char     *title)
{
  Markdown *self = MARKDOWN (writer);

  begin_block (self);
  if (id == NULL)
    return;

  add_anchor (self, id);
  g_string_append (self->out, "\n\n");
}

static void
markdown_heading (PlxSheetWriter     *writer,
                  guint               level,
                  const PlxSheetText *text,
                  const char         *id)
{
  Markdown *self = MARKDOWN (writer);

  begin_block (self);
  if (id != NULL)
    {
      add_anchor (self, id);
      g_string_append (self->out, "\n\n");
    }
  for (guint i = 0; i <= level; i++)
    g_string_append_c (self->out, '#');
  g_string_append_c (self->out, ' ');
  add_text (self, text, TRUE);
  g_string_append (self->out, "\n\n");
}

static void
markdown_paragraph (PlxSheetWriter     *writer,
                    PlxSheetStyle       style,
                    const PlxSheetText *text)
{
  Markdown *self = MARKDOWN (writer);
  const gboolean quoted = style == PLX_STYLE_QUOTE || style == PLX_STYLE_NOTE;

  begin_block (self);
  if (quoted)
    g_string_append (self->out, "> ");
  if (style == PLX_STYLE_LABEL)
    g_string_append (self->out, "<strong>");
  /* A line break within a quotation would end it, so it is written as within a table. */
  add_text (self, text, quoted);
  if (style == PLX_STYLE_LABEL)
    g_string_append (self->out, "</strong>");
  g_string_append (self->out, "\n\n");
  flush (self, FALSE);
}

static void
markdown_list_item (PlxSheetWriter     *writer,
                    const char         *marker,
                    const PlxSheetText *text,
                    const char         *id)
{
  Markdown *self = MARKDOWN (writer);

  if (!self->in_list)
    begin_block (self);
  self->in_list = TRUE;
  self->lists_sources |= id != NULL && g_str_has_prefix (id, "source-");

  g_string_append (self->out, "- ");
  add_anchor (self, id);
  /* A point is what Markdown puts there itself. */
  if (marker != NULL && g_unichar_isalnum (g_utf8_get_char (marker)))
    {
      g_string_append (self->out, "<strong>");
      append_escaped (self->out, marker, strlen (marker), TRUE);
      g_string_append (self->out, "</strong> ");
    }
  add_text (self, text, TRUE);
  g_string_append_c (self->out, '\n');
  flush (self, FALSE);
}

static void
markdown_begin_table (PlxSheetWriter      *writer,
                      const PlxSheetTable *table)
{
  Markdown *self = MARKDOWN (writer);
  const gboolean continues = table->continues && self->goes_on;

  self->skips_head = continues;
  self->anchor = continues ? table->id : NULL;
  if (continues)
    {
      self->goes_on = table->goes_on;
      return;
    }

  begin_block (self);
  if (table->id != NULL)
    {
      add_anchor (self, table->id);
      g_string_append (self->out, "\n\n");
    }
  if (table->title != NULL)
    {
      g_string_append (self->out, "<strong>");
      append_escaped (self->out, table->title, strlen (table->title), TRUE);
      g_string_append (self->out, "</strong>\n\n");
    }
  g_array_set_size (self->aligns, 0);
  for (guint i = 0; i < table->n_columns; i++)
    g_array_append_val (self->aligns, table->columns[i].align);
  self->in_table = TRUE;
  self->has_head = FALSE;
  self->goes_on = table->goes_on;
}

/* The line below the head tells how columns are aligned. */
static void
add_ruler (Markdown *self)
{
  for (guint i = 0; i < self->aligns->len; i++)
    switch (g_array_index (self->aligns, PlxSheetAlign, i))
      {
      case PLX_ALIGN_END:
        g_string_append (self->out, "| ---: ");
        break;
      case PLX_ALIGN_CENTER:
        g_string_append (self->out, "| :---: ");
        break;
      case PLX_ALIGN_START:
      default:
        g_string_append (self->out, "| --- ");
      }
  g_string_append (self->out, "|\n");
  self->has_head = TRUE;
}

static void
add_cells (Markdown      *self,
           PlxSheetRow    kind,
           PlxSheetText **cells,
           guint          n_cells)
{
  const gboolean spans = kind == PLX_ROW_SPANNING;

  for (guint i = 0; i < self->aligns->len; i++)
    {
      g_string_append (self->out, "| ");
      if (kind != PLX_ROW_HEAD)
        add_anchor (self, g_steal_pointer (&self->anchor));
      if (spans && i == 0)
        g_string_append (self->out, "<strong>");
      if (i < n_cells)
        add_text (self, cells[i], TRUE);
      if (spans && i == 0)
        g_string_append (self->out, "</strong>");
      g_string_append_c (self->out, ' ');
    }
  g_string_append (self->out, "|\n");
}

static void
markdown_row (PlxSheetWriter  *writer,
              PlxSheetRow      kind,
              PlxSheetText   **cells,
              guint            n_cells)
{
  Markdown *self = MARKDOWN (writer);

  if (!self->in_table || (kind == PLX_ROW_HEAD && self->skips_head))
    return;

  /* No table without a head, and none with two. */
  if (kind != PLX_ROW_HEAD && !self->has_head)
    {
      add_cells (self, PLX_ROW_HEAD, NULL, 0);
      add_ruler (self);
    }
  add_cells (self, kind, cells, n_cells);
  if (!self->has_head)
    add_ruler (self);
  flush (self, FALSE);
}

static void
markdown_end_table (PlxSheetWriter *writer)
{
  if (!MARKDOWN (writer)->goes_on)
    begin_block (MARKDOWN (writer));
}

/* A text has no pictures: it says what one would see. */
static void
markdown_figure (PlxSheetWriter       *writer,
                 const PlxSheetFigure *figure)
{
  Markdown *self = MARKDOWN (writer);

  begin_block (self);
  add_anchor (self, figure->id);
  g_string_append (self->out, "<em>");
  append_escaped (self->out, figure->alt, strlen (figure->alt), TRUE);
  g_string_append (self->out, "</em>\n\n");
  if (figure->caption != NULL)
    {
      add_text (self, figure->caption, FALSE);
      g_string_append (self->out, "\n\n");
    }
  if (figure->destroy != NULL)
    figure->destroy (figure->data);
}

static guint
markdown_count_columns (PlxSheetWriter *writer,
                        double          ems)
{
  return G_MAXUINT16;
}

static const PlxSheetWriterClass markdown_class = {
  .begin_section = markdown_begin_section,
  .heading = markdown_heading,
  .paragraph = markdown_paragraph,
  .list_item = markdown_list_item,
  .begin_table = markdown_begin_table,
  .row = markdown_row,
  .end_table = markdown_end_table,
  .figure = markdown_figure,
  .count_columns = markdown_count_columns,
};

static void
add_cited (Markdown *self)
{
  begin_block (self);
  if (self->lists_sources || self->cited->len == 0)
    return;

  g_string_append_printf (self->out, "## %s\n\n", _("Sources"));
  for (guint i = 0; i < self->cited->len; i++)
    {
      const guint article = g_array_index (self->cited, guint, i);
      g_autofree char *source = plx_sheet_form_dup_source (self->content, article);

      g_string_append_printf (self->out,
                              "- <a id=\"source-%u\"></a><strong>%u</strong> ", article + 1,
                              article + 1);
      append_escaped (self->out, source, strlen (source), TRUE);
      g_string_append_c (self->out, '\n');
    }
}

gboolean
plx_sheet_write_markdown (PlxSheetContent   *content,
                          GOutputStream     *stream,
                          PlxSheetProgress   progress,
                          gpointer           data,
                          GCancellable      *cancellable,
                          GError           **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) cited = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) aligns = g_array_new (FALSE, FALSE, sizeof (PlxSheetAlign));
  Markdown self = { { &markdown_class }, content, stream, cancellable, NULL, out, cited, aligns,
                    FALSE, FALSE, FALSE, FALSE, FALSE, FALSE };
  gboolean done = plx_sheet_content_write (content, &self.parent, progress, data, cancellable,
                                           error);

  if (done)
    {
      add_cited (&self);
      flush (&self, TRUE);
    }

  if (self.failure == NULL)
    return done;

  g_clear_error (error);
  g_propagate_error (error, self.failure);

  return FALSE;
}
