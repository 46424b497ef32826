/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-odt"

#include "config.h"

#include "reading/office/plx-office.h"

#include <stdlib.h>
#include <string.h>

#include "reading/office/plx-paper-builder.h"
#include "reading/office/plx-xml.h"

/* As in plx-docx.c. */
#define MAX_BASES 20
#define MAX_STYLES 100000

/* So many spaces in a row say no more than one. */
#define MAX_SPACES 100

/**
 * Style:
 * @kind: what its paragraphs are, as far as it says itself
 * @base: (nullable): the style that it is based on
 */
typedef struct
{
  PlxPaperKind  kind;
  char         *base;
} Style;

/**
 * Writer:
 * @source: where the file comes from
 * @styles: the styles by their name
 * @paper: gets the text
 * @builder: (nullable): puts the text together, while there is some
 * @items: in how many items of lists the text stands
 * @notes: in how many notes
 * @pages: in how many tables of contents, or heads and feet of pages
 */
typedef struct
{
  const PlxSource *source;
  GHashTable      *styles;
  PlxPaper        *paper;
  PlxPaperBuilder *builder;
  guint            items;
  guint            notes;
  guint            pages;
} Writer;

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->base);
  g_free (style);
}

static PlxPaperKind
find_kind (Writer     *self,
           const char *name)
{
  for (guint i = 0; name != NULL && i < MAX_BASES; i++)
    {
      Style *style = g_hash_table_lookup (self->styles, name);
      PlxPaperKind kind = style != NULL ? style->kind : plx_paper_judge_style (name);

      if (kind != PLX_PAPER_TEXT || style == NULL)
        return kind;
      name = style->base;
    }

  return PLX_PAPER_TEXT;
}

static void
read_style (Writer *self,
            PlxXml *xml)
{
  g_autofree char *name = plx_xml_dup_attribute (xml, "name");
  g_autofree char *level = plx_xml_dup_attribute (xml, "default-outline-level");
  Style *style;

  if (name == NULL || g_hash_table_size (self->styles) >= MAX_STYLES)
    return;

  style = g_new0 (Style, 1);
  style->base = plx_xml_dup_attribute (xml, "parent-style-name");
  style->kind = level != NULL && *level != '\0' ? PLX_PAPER_HEADING : plx_paper_judge_style (name);
  g_hash_table_insert (self->styles, g_steal_pointer (&name), style);
}

static void
open_paragraph (Writer *self,
                PlxXml *xml)
{
  g_autofree char *style = plx_xml_dup_attribute (xml, "style-name");
  PlxPaperKind kind = find_kind (self, style);

  if (plx_xml_is (xml, "h") && kind != PLX_PAPER_TITLE)
    kind = PLX_PAPER_HEADING;
  if (kind == PLX_PAPER_TEXT && self->items > 0)
    kind = PLX_PAPER_ITEM;
  if (self->notes > 0)
    kind = PLX_PAPER_NOTE;
  else if (self->pages > 0)
    kind = PLX_PAPER_PAGE;

  plx_paper_builder_open_paragraph (self->builder, kind);
}

static void
append_spaces (Writer *self,
               PlxXml *xml)
{
  g_autofree char *count = plx_xml_dup_attribute (xml, "c");
  int n = count != NULL ? CLAMP (atoi (count), 1, MAX_SPACES) : 1;

  for (int i = 0; i < n; i++)
    plx_paper_builder_append (self->builder, " ", 1);
}

static gboolean
is_note (PlxXml *xml)
{
  return plx_xml_is (xml, "note-body") || plx_xml_is (xml, "annotation");
}

static gboolean
is_page (PlxXml *xml)
{
  return plx_xml_is (xml, "table-of-content") || plx_xml_is (xml, "alphabetical-index") ||
         plx_xml_is (xml, "header") || plx_xml_is (xml, "footer");
}

static gboolean
is_left_out (PlxXml *xml)
{
  static const char *const names[] = {
    "tracked-changes", /* what was taken out */
    "note-citation",   /* the number of a footnote */
    "binary-data", "script", "ruby-text", "forms", "sender-initials", NULL,
  };

  /* The name of a picture; who wrote an annotation, and when. */
  if (plx_xml_has_prefix (xml, "svg") || plx_xml_has_prefix (xml, "dc"))
    return TRUE;

  for (guint i = 0; names[i] != NULL; i++)
    if (plx_xml_is (xml, names[i]))
      return TRUE;

  return FALSE;
}

static void
open_element (Writer *self,
              PlxXml *xml)
{
  if (is_left_out (xml))
    plx_xml_skip (xml);
  else if (plx_xml_is (xml, "p") || plx_xml_is (xml, "h"))
    open_paragraph (self, xml);
  else if (plx_xml_is (xml, "style"))
    read_style (self, xml);
  else if (plx_xml_is (xml, "list-item") || plx_xml_is (xml, "list-header"))
    self->items++;
  else if (is_note (xml))
    self->notes++;
  else if (is_page (xml))
    self->pages++;
  else if (plx_xml_is (xml, "table-row"))
    plx_paper_builder_open_row (self->builder);
  else if (plx_xml_is (xml, "s"))
    append_spaces (self, xml);
  else if (plx_xml_is (xml, "tab"))
    plx_paper_builder_append (self->builder, " ", 1);
  else if (plx_xml_is (xml, "line-break"))
    plx_paper_builder_append (self->builder, "\n", 1);
}

static void
close_element (Writer *self,
               PlxXml *xml)
{
  if (plx_xml_is (xml, "p") || plx_xml_is (xml, "h"))
    plx_paper_builder_close_paragraph (self->builder);
  else if (plx_xml_is (xml, "table-cell"))
    plx_paper_builder_next_cell (self->builder);
  else if (plx_xml_is (xml, "table-row"))
    plx_paper_builder_close_row (self->builder);
  else if (plx_xml_is (xml, "list-item") || plx_xml_is (xml, "list-header"))
    self->items -= self->items > 0;
  else if (is_note (xml))
    self->notes -= self->notes > 0;
  else if (is_page (xml))
    self->pages -= self->pages > 0;
}

/* A line's end in the file is a space in the text. */
static void
append_text (Writer     *self,
             const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strdelimit (line, "\r\n", ' ');
  plx_paper_builder_append (self->builder, line, -1);
}

/* Reads styles, and the text where there is some: heads and feet are among the styles. */
static gboolean
read_part (Writer      *self,
           PlxArchive  *archive,
           GError     **error)
{
  g_autoptr (GInputStream) stream = plx_archive_get_stream (archive);
  g_autoptr (PlxXml) xml = plx_xml_new (stream);
  g_autoptr (PlxPaperBuilder) builder = plx_paper_builder_new (self->paper);
  PlxXmlEvent event;

  self->builder = builder;
  self->items = self->notes = self->pages = 0;

  while (!self->paper->is_full && (event = plx_xml_next (xml)) != PLX_XML_END)
    switch (event)
      {
      case PLX_XML_OPEN:
        open_element (self, xml);
        break;
      case PLX_XML_CLOSE:
        close_element (self, xml);
        break;
      case PLX_XML_TEXT:
        append_text (self, plx_xml_get_text (xml));
        break;
      case PLX_XML_END:
        break;
      }

  return self->paper->is_full || plx_xml_check (xml, self->source->name, error);
}

static void
read_meta (Writer     *self,
           PlxArchive *archive)
{
  static const struct
  {
    const char *name;
    PlxField    field;
  } known[] = {
    { "title", PLX_FIELD_HEADLINE },
    { "initial-creator", PLX_FIELD_AUTHOR },
    { "creation-date", PLX_FIELD_PUBLISHED },
    { "language", PLX_FIELD_LANGUAGE },
  };
  g_autoptr (GInputStream) stream = plx_archive_get_stream (archive);
  g_autoptr (PlxXml) xml = plx_xml_new (stream);
  PlxXmlEvent event;

  while ((event = plx_xml_next (xml)) != PLX_XML_END)
    for (guint i = 0; event == PLX_XML_OPEN && i < G_N_ELEMENTS (known); i++)
      if (plx_xml_is (xml, known[i].name))
        {
          g_autofree char *content = plx_xml_dup_content (xml);

          if (*content != '\0')
            g_set_str (&self->paper->fields[known[i].field], content);
          break;
        }
}

/* A file with a password keeps its names open, and tells in its manifest how it is locked. */
static gboolean
check_is_open (Writer      *self,
               PlxArchive  *archive,
               GError     **error)
{
  g_autoptr (GInputStream) stream = plx_archive_get_stream (archive);
  g_autoptr (PlxXml) xml = plx_xml_new (stream);
  PlxXmlEvent event;

  while ((event = plx_xml_next (xml)) != PLX_XML_END)
    if (event == PLX_XML_OPEN && plx_xml_is (xml, "encryption-data"))
      {
        g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_PASSWORD,
                     "“%s” is protected by a password. Save it without one.", self->source->name);
        return FALSE;
      }

  return TRUE;
}

/* The file's parts in the order in which they are needed, whatever theirs is. */
static gboolean
read_parts (Writer      *self,
            PlxArchive  *archive,
            GError     **error)
{
  GError *local = NULL;
  PlxArchiveEntry entry;

  while (plx_archive_next (archive, &entry, &local))
    {
      if (strcmp (entry.name, "META-INF/manifest.xml") == 0 &&
          !check_is_open (self, archive, error))
        return FALSE;
      if (strcmp (entry.name, "meta.xml") == 0)
        read_meta (self, archive);
    }

  if (local == NULL && plx_archive_find (archive, "styles.xml", &local) &&
      !read_part (self, archive, error))
    return FALSE;
  if (local == NULL && plx_archive_find (archive, "content.xml", &local))
    return read_part (self, archive, error);

  if (local != NULL)
    g_propagate_error (error, local);
  else
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
                 "“%s” is damaged: its text is not in it.", self->source->name);

  return FALSE;
}

/**
 * plx_odt_read:
 * @archive: an ODT file, before its first entry
 * @source: the source of @archive
 * @batch: gets the article or articles
 *
 * Reads what LibreOffice saves.
 *
 * Returns: `FALSE` with @error set where it can't be read
 */
gboolean
plx_odt_read (PlxArchive       *archive,
              const PlxSource  *source,
              PlxReadingBatch  *batch,
              GError          **error)
{
  g_autoptr (PlxPaper) paper = plx_paper_new ();
  g_autoptr (GHashTable) styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         style_free);
  Writer self = { .source = source, .styles = styles, .paper = paper };

  return read_parts (&self, archive, error) &&
         plx_paper_finish (paper, source, "odt", batch, error);
}
