/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * PlxXmlEvent:
 * @PLX_XML_END: the file's end, or a fault
 * @PLX_XML_OPEN: an element begins
 * @PLX_XML_CLOSE: an element ends; one that is empty does so too
 * @PLX_XML_TEXT: text in an element
 *
 * What the reader has come to.
 */
typedef enum
{
  PLX_XML_END,
  PLX_XML_OPEN,
  PLX_XML_CLOSE,
  PLX_XML_TEXT,
} PlxXmlEvent;

/**
 * PlxXml:
 * @reader: what reads
 * @stream: where from
 * @error: (nullable): why @stream could not be read
 * @name: (nullable): the element's name without its prefix
 * @empty: whether the element is empty, and its end is still to be told
 *
 * XML that is read bit by bit, whatever its size. It fetches nothing, and takes no entities but
 * those of XML itself.
 */
typedef struct
{
  xmlTextReader *reader;
  GInputStream  *stream;
  GError        *error;
  const char    *name;
  gboolean       empty;
} PlxXml;

PlxXml      *plx_xml_new           (GInputStream *stream);
void         plx_xml_free          (PlxXml       *self);
PlxXmlEvent  plx_xml_next          (PlxXml       *self);
gboolean     plx_xml_is            (PlxXml       *self,
                                    const char   *name);
gboolean     plx_xml_has_prefix    (PlxXml       *self,
                                    const char   *prefix);
const char  *plx_xml_get_text      (PlxXml       *self);
char        *plx_xml_dup_attribute (PlxXml       *self,
                                    const char   *name);
char        *plx_xml_dup_content   (PlxXml       *self);
void         plx_xml_skip          (PlxXml       *self);
gboolean     plx_xml_check         (PlxXml       *self,
                                    const char   *file,
                                    GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxXml, plx_xml_free)

G_END_DECLS
