/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-xml"

#include "config.h"

#include "reading/office/plx-xml.h"

#include <string.h>

#include "reading/plx-reader.h"

static int
read_cb (void *data,
         char *buffer,
         int   length)
{
  PlxXml *self = data;

  if (self->error != NULL)
    return -1;

  return g_input_stream_read (self->stream, buffer, length, NULL, &self->error);
}

static int
close_cb (void *data)
{
  return 0;
}

/* Faults are told by [func@xml_check], not on standard error. */
static void
error_cb (void                    *data,
          const char              *message,
          xmlParserSeverities      severity,
          xmlTextReaderLocatorPtr  locator)
{
}

/**
 * plx_xml_new:
 * @stream: XML
 *
 * Returns: (transfer full): a reader before the first element
 */
PlxXml *
plx_xml_new (GInputStream *stream)
{
  PlxXml *self = g_new0 (PlxXml, 1);

  self->stream = g_object_ref (stream);
  self->reader = xmlReaderForIO (read_cb, close_cb, self, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                 XML_PARSE_COMPACT);
  if (self->reader != NULL)
    xmlTextReaderSetErrorHandler (self->reader, error_cb, NULL);

  return self;
}

void
plx_xml_free (PlxXml *self)
{
  if (self->reader != NULL)
    xmlFreeTextReader (self->reader);
  g_object_unref (self->stream);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * plx_xml_next:
 * @self: a reader
 *
 * Returns: what comes next
 */
PlxXmlEvent
plx_xml_next (PlxXml *self)
{
  if (self->empty)
    {
      self->empty = FALSE;
      return PLX_XML_CLOSE;
    }

  while (self->reader != NULL && xmlTextReaderRead (self->reader) == 1)
    {
      int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT)
        self->name = (const char *) xmlTextReaderConstLocalName (self->reader);

      if (type == XML_READER_TYPE_ELEMENT)
        {
          self->empty = xmlTextReaderIsEmptyElement (self->reader) == 1;
          return PLX_XML_OPEN;
        }
      if (type == XML_READER_TYPE_END_ELEMENT)
        return PLX_XML_CLOSE;
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
          type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
        return PLX_XML_TEXT;
    }

  return PLX_XML_END;
}

/**
 * plx_xml_is:
 * @self: a reader that has come to an element
 * @name: a name without prefix
 *
 * Returns: whether that is the element's name
 */
gboolean
plx_xml_is (PlxXml     *self,
            const char *name)
{
  return self->name != NULL && strcmp (self->name, name) == 0;
}

/**
 * plx_xml_has_prefix:
 * @self: a reader that has come to the beginning of an element
 * @prefix: the customary prefix of a namespace
 *
 * Returns: whether the element has it
 */
gboolean
plx_xml_has_prefix (PlxXml     *self,
                    const char *prefix)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstPrefix (self->reader), prefix) == 0;
}

/**
 * plx_xml_get_text:
 * @self: a reader that has come to text
 *
 * Returns: the text, which is the reader's own until it goes on
 */
const char *
plx_xml_get_text (PlxXml *self)
{
  const char *text = (const char *) xmlTextReaderConstValue (self->reader);

  return text != NULL ? text : "";
}

/**
 * plx_xml_dup_attribute:
 * @self: a reader that has come to the beginning of an element
 * @name: a name without prefix
 *
 * Returns: (transfer full) (nullable): the value of an attribute
 */
char *
plx_xml_dup_attribute (PlxXml     *self,
                       const char *name)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    if (strcmp ((const char *) xmlTextReaderConstLocalName (self->reader), name) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (self->reader));
  xmlTextReaderMoveToElement (self->reader);

  return value;
}

/**
 * plx_xml_skip:
 * @self: a reader that has come to the beginning of an element
 *
 * Goes to the end of the element, past all that is in it.
 */
void
plx_xml_skip (PlxXml *self)
{
  guint depth = 1;

  while (depth > 0)
    switch (plx_xml_next (self))
      {
      case PLX_XML_OPEN:
        depth++;
        break;
      case PLX_XML_CLOSE:
        depth--;
        break;
      case PLX_XML_TEXT:
        break;
      case PLX_XML_END:
        return;
      }
}

/**
 * plx_xml_dup_content:
 * @self: a reader that has come to the beginning of an element
 *
 * Goes to the end of the element.
 *
 * Returns: (transfer full): the text in it
 */
char *
plx_xml_dup_content (PlxXml *self)
{
  g_autoptr (GString) content = g_string_new (NULL);
  guint depth = 1;

  while (depth > 0)
    switch (plx_xml_next (self))
      {
      case PLX_XML_OPEN:
        depth++;
        break;
      case PLX_XML_CLOSE:
        depth--;
        break;
      case PLX_XML_TEXT:
        g_string_append (content, plx_xml_get_text (self));
        break;
      case PLX_XML_END:
        depth = 0;
        break;
      }

  return g_strdup (g_strstrip (content->str));
}

/**
 * plx_xml_check:
 * @self: a reader that has come to the end
 * @file: the name of the file, for people
 *
 * Returns: whether it was the end; else @error tells the fault
 */
gboolean
plx_xml_check (PlxXml      *self,
               const char  *file,
               GError     **error)
{
  if (self->error != NULL)
    {
      plx_reading_set_system_error (file, self->error, error);
      return FALSE;
    }

  if (self->reader != NULL && xmlTextReaderReadState (self->reader) == XML_TEXTREADER_MODE_EOF)
    return TRUE;

  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
               "“%s” is damaged: it is broken off, or part of it is wrong.", file);

  return FALSE;
}
