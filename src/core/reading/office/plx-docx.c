/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-docx"

#include "config.h"

#include "reading/office/plx-office.h"

#include <string.h>

#include "reading/office/plx-paper-builder.h"
#include "reading/office/plx-xml.h"

/* A style is based on another, which is based on another; in a circle, if someone means harm. */
#define MAX_BASES 20

#define MAX_STYLES 10000

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
 * Word:
 * @archive: the file
 * @source: where it comes from
 * @styles: the styles by their id, which is in the language of the program that wrote it
 * @main: (nullable): the name of the entry with the text
 * @paper: gets the text
 */
typedef struct
{
  PlxArchive      *archive;
  const PlxSource *source;
  GHashTable      *styles;
  char            *main;
  PlxPaper        *paper;
} Word;

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->base);
  g_free (style);
}

static PlxPaperKind
find_kind (Word       *self,
           const char *id)
{
  for (guint i = 0; id != NULL && i < MAX_BASES; i++)
    {
      Style *style = g_hash_table_lookup (self->styles, id);

      if (style == NULL)
        return PLX_PAPER_TEXT;
      if (style->kind != PLX_PAPER_TEXT)
        return style->kind;
      id = style->base;
    }

  return PLX_PAPER_TEXT;
}

/* Levels 0 to 8 are headings; 9 is the text. */
static gboolean
is_heading_level (PlxXml *xml)
{
  g_autofree char *level = plx_xml_dup_attribute (xml, "val");

  return level != NULL && level[0] >= '0' && level[0] <= '8' && level[1] == '\0';
}

static void
read_style (Word   *self,
            PlxXml *xml)
{
  g_autofree char *id = plx_xml_dup_attribute (xml, "styleId");
  Style *style = g_new0 (Style, 1);
  PlxXmlEvent event;

  while ((event = plx_xml_next (xml)) != PLX_XML_END &&
         !(event == PLX_XML_CLOSE && plx_xml_is (xml, "style")))
    {
      if (event != PLX_XML_OPEN)
        continue;

      if (plx_xml_is (xml, "name"))
        {
          g_autofree char *name = plx_xml_dup_attribute (xml, "val");

          style->kind = plx_paper_judge_style (name);
        }
      else if (plx_xml_is (xml, "basedOn") && style->base == NULL)
        style->base = plx_xml_dup_attribute (xml, "val");
      else if (plx_xml_is (xml, "outlineLvl") && style->kind == PLX_PAPER_TEXT &&
               is_heading_level (xml))
        style->kind = PLX_PAPER_HEADING;
    }

  if (id != NULL && g_hash_table_size (self->styles) < MAX_STYLES)
    g_hash_table_insert (self->styles, g_steal_pointer (&id), style);
  else
    style_free (style);
}

static void
read_styles (Word   *self,
             PlxXml *xml)
{
  PlxXmlEvent event;

  while ((event = plx_xml_next (xml)) != PLX_XML_END)
    if (event == PLX_XML_OPEN && plx_xml_is (xml, "style"))
      read_style (self, xml);
}

static void
read_properties (Word   *self,
                 PlxXml *xml)
{
  static const struct
  {
    const char *name;
    PlxField    field;
  } known[] = {
    { "title", PLX_FIELD_HEADLINE },
    { "creator", PLX_FIELD_AUTHOR },
    { "created", PLX_FIELD_PUBLISHED },
    { "language", PLX_FIELD_LANGUAGE },
  };
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

/* What is told before the text: a paragraph's style, its place in the outline or in a list. */
static void
read_paragraph_properties (Word            *self,
                           PlxXml          *xml,
                           PlxPaperBuilder *builder,
                           PlxPaperKind     preset)
{
  PlxPaperKind kind = PLX_PAPER_TEXT;
  gboolean numbered = FALSE;
  gboolean heading = FALSE;
  PlxXmlEvent event;

  while ((event = plx_xml_next (xml)) != PLX_XML_END &&
         !(event == PLX_XML_CLOSE && plx_xml_is (xml, "pPr")))
    {
      if (event != PLX_XML_OPEN)
        continue;

      /* The properties before a tracked change are no longer those of the paragraph. */
      if (plx_xml_is (xml, "pPrChange") || plx_xml_is (xml, "rPr") || plx_xml_is (xml, "sectPr"))
        plx_xml_skip (xml);
      else if (plx_xml_is (xml, "pStyle"))
        {
          g_autofree char *id = plx_xml_dup_attribute (xml, "val");

          kind = find_kind (self, id);
        }
      else if (plx_xml_is (xml, "numId"))
        {
          g_autofree char *number = plx_xml_dup_attribute (xml, "val");

          numbered = g_strcmp0 (number, "0") != 0;
        }
      else if (plx_xml_is (xml, "outlineLvl"))
        heading = is_heading_level (xml);
    }

  if (preset != PLX_PAPER_TEXT)
    return;
  if (kind == PLX_PAPER_TEXT)
    kind = heading ? PLX_PAPER_HEADING : numbered ? PLX_PAPER_ITEM : PLX_PAPER_TEXT;
  plx_paper_builder_set_kind (builder, kind);
}

static gboolean
is_left_out (PlxXml *xml)
{
  static const char *const names[] = {
    "del", "moveFrom",      /* what a tracked change took out */
    "Fallback",             /* a text box once more, for old programs */
    "instrText", "delText", /* the code of a field */
    "rPr", "sectPr", "tblPr", "trPr", "tcPr", "rt", NULL,
  };

  for (guint i = 0; names[i] != NULL; i++)
    if (plx_xml_is (xml, names[i]))
      return TRUE;

  return FALSE;
}

static void
open_element (Word            *self,
              PlxXml          *xml,
              PlxPaperBuilder *builder,
              PlxPaperKind     preset)
{
  if (is_left_out (xml))
    plx_xml_skip (xml);
  else if (plx_xml_is (xml, "p"))
    plx_paper_builder_open_paragraph (builder, preset);
  else if (plx_xml_is (xml, "pPr"))
    read_paragraph_properties (self, xml, builder, preset);
  else if (plx_xml_is (xml, "tr"))
    plx_paper_builder_open_row (builder);
  else if (plx_xml_is (xml, "br") || plx_xml_is (xml, "cr"))
    plx_paper_builder_append (builder, "\n", 1);
  else if (plx_xml_is (xml, "tab") || plx_xml_is (xml, "ptab"))
    plx_paper_builder_append (builder, " ", 1);
  else if (plx_xml_is (xml, "noBreakHyphen"))
    plx_paper_builder_append (builder, "-", 1);
}

static void
close_element (PlxXml          *xml,
               PlxPaperBuilder *builder)
{
  if (plx_xml_is (xml, "p"))
    plx_paper_builder_close_paragraph (builder);
  else if (plx_xml_is (xml, "tc"))
    plx_paper_builder_next_cell (builder);
  else if (plx_xml_is (xml, "tr"))
    plx_paper_builder_close_row (builder);
}

/* Reads the paragraphs of a part of the file. */
static void
read_text (Word         *self,
           PlxXml       *xml,
           PlxPaperKind  preset)
{
  g_autoptr (PlxPaperBuilder) builder = plx_paper_builder_new (self->paper);
  PlxXmlEvent event;

  while (!self->paper->is_full && (event = plx_xml_next (xml)) != PLX_XML_END)
    switch (event)
      {
      case PLX_XML_OPEN:
        open_element (self, xml, builder, preset);
        break;
      case PLX_XML_CLOSE:
        close_element (xml, builder);
        break;
      case PLX_XML_TEXT:
        /* Between elements there is only white space, but in “w:t”. */
        if (plx_xml_is (xml, "t"))
          plx_paper_builder_append (builder, plx_xml_get_text (xml), -1);
        break;
      case PLX_XML_END:
        break;
      }
}

static gboolean
is_part (const char *name,
         const char *start)
{
  return g_str_has_prefix (name, start) && g_str_has_suffix (name, ".xml") &&
         strchr (name + strlen ("word/"), '/') == NULL;
}

/* What has to be known before the text is read. */
static gboolean
read_definitions (Word    *self,
                  GError **error)
{
  GError *local = NULL;
  PlxArchiveEntry entry;

  while (plx_archive_next (self->archive, &entry, &local))
    {
      g_autoptr (GInputStream) stream = plx_archive_get_stream (self->archive);
      g_autoptr (PlxXml) xml = NULL;

      if (self->main == NULL && is_part (entry.name, "word/document"))
        self->main = g_strdup (entry.name);
      if (!is_part (entry.name, "word/styles") && strcmp (entry.name, "docProps/core.xml") != 0)
        continue;

      xml = plx_xml_new (stream);
      if (g_str_has_prefix (entry.name, "word/"))
        read_styles (self, xml);
      else
        read_properties (self, xml);
    }

  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gboolean
read_main (Word    *self,
           GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlxXml) xml = NULL;
  GError *local = NULL;

  if (self->main == NULL || !plx_archive_find (self->archive, self->main, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      else
        g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
                     "“%s” is damaged: its text is not in it.", self->source->name);
      return FALSE;
    }

  stream = plx_archive_get_stream (self->archive);
  xml = plx_xml_new (stream);
  read_text (self, xml, PLX_PAPER_TEXT);

  return self->paper->is_full || plx_xml_check (xml, self->source->name, error);
}

/* Notes, and what stands at the head and foot of each page, come after the text, and cut. */
static gboolean
read_notes (Word    *self,
            GError **error)
{
  GError *local = NULL;
  PlxArchiveEntry entry;

  if (!plx_archive_rewind (self->archive, error))
    return FALSE;

  while (plx_archive_next (self->archive, &entry, &local))
    {
      gboolean note = is_part (entry.name, "word/footnotes") ||
                      is_part (entry.name, "word/endnotes") ||
                      strcmp (entry.name, "word/comments.xml") == 0;
      gboolean page = is_part (entry.name, "word/header") || is_part (entry.name, "word/footer");
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (PlxXml) xml = NULL;

      if (!note && !page)
        continue;

      stream = plx_archive_get_stream (self->archive);
      xml = plx_xml_new (stream);
      read_text (self, xml, note ? PLX_PAPER_NOTE : PLX_PAPER_PAGE);
    }

  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

/**
 * plx_docx_read:
 * @archive: a DOCX file, before its first entry
 * @source: the source of @archive
 * @batch: gets the article or articles
 *
 * Reads what Word saves.
 *
 * Returns: `FALSE` with @error set where it can't be read
 */
gboolean
plx_docx_read (PlxArchive       *archive,
               const PlxSource  *source,
               PlxReadingBatch  *batch,
               GError          **error)
{
  g_autoptr (PlxPaper) paper = plx_paper_new ();
  g_autoptr (GHashTable) styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         style_free);
  Word self = { .archive = archive, .source = source, .styles = styles, .paper = paper };
  gboolean done;

  done = read_definitions (&self, error) && read_main (&self, error) && read_notes (&self, error);
  g_free (self.main);

  return done && plx_paper_finish (paper, source, "docx", batch, error);
}
