/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-epub-package"

#include "config.h"

#include "reading/office/plx-epub-package.h"

#include <string.h>

#include "reading/office/plx-xml.h"

#define MAX_ITEMS 10000

/* All pages of a book together; the text of a long novel has two megabytes. */
#define MAX_BYTES (64 * 1024 * 1024)

/**
 * Reading:
 * @self: what is being filled
 * @folder: where the package is, to which its addresses are relative
 * @manifest: (element-type PlxEpubItem): the files by their id
 */
typedef struct
{
  PlxEpubPackage *self;
  char           *folder;
  GHashTable     *manifest;
} Reading;

static void
item_free (gpointer data)
{
  PlxEpubItem *item = data;

  g_free (item->name);
  g_clear_pointer (&item->content, g_bytes_unref);
  g_free (item);
}

void
plx_epub_package_free (PlxEpubPackage *self)
{
  g_ptr_array_unref (self->items);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self);
}

static gboolean
set_damaged (const PlxSource  *source,
             GError          **error)
{
  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
               "“%s” is damaged: it does not say in which order its pages are.", source->name);

  return FALSE;
}

/* The name of the package's entry. */
static char *
find_package (PlxArchive  *archive,
              GError     **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlxXml) xml = NULL;
  PlxXmlEvent event;

  if (!plx_archive_find (archive, "META-INF/container.xml", error))
    return NULL;

  stream = plx_archive_get_stream (archive);
  xml = plx_xml_new (stream);
  while ((event = plx_xml_next (xml)) != PLX_XML_END)
    if (event == PLX_XML_OPEN && plx_xml_is (xml, "rootfile"))
      return plx_xml_dup_attribute (xml, "full-path");

  return NULL;
}

/* The name in the archive of what an address points to: never out of it. */
static char *
resolve (Reading    *reading,
         const char *href)
{
  g_autofree char *plain = g_strndup (href, strcspn (href, "#?"));
  g_autofree char *name = g_uri_unescape_string (plain, NULL);
  g_autofree char *base = g_strconcat ("/", reading->folder, NULL);
  g_autofree char *path = g_canonicalize_filename (name != NULL ? name : plain, base);

  return g_strdup (path + 1);
}

static gboolean
is_front_name (const char *name)
{
  static const char *const names[] = { "cover", "toc", "nav", "titlepage", "title_page", "contents",
                                       "copyright", "colophon" };
  g_autofree char *base = g_path_get_basename (name);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i]);

      if (g_ascii_strncasecmp (base, names[i], length) == 0 && !g_ascii_isalpha (base[length]))
        return TRUE;
    }

  return FALSE;
}

static void
take_manifest_item (Reading *reading,
                    PlxXml  *xml)
{
  g_autofree char *id = plx_xml_dup_attribute (xml, "id");
  g_autofree char *href = plx_xml_dup_attribute (xml, "href");
  g_autofree char *type = plx_xml_dup_attribute (xml, "media-type");
  g_autofree char *properties = plx_xml_dup_attribute (xml, "properties");
  PlxEpubItem *item;

  if (id == NULL || href == NULL || type == NULL || strstr (type, "html") == NULL ||
      g_hash_table_size (reading->manifest) >= MAX_ITEMS)
    return;

  item = g_new0 (PlxEpubItem, 1);
  item->name = resolve (reading, href);
  item->is_front = (properties != NULL && strstr (properties, "nav") != NULL) ||
                   is_front_name (item->name);
  g_hash_table_insert (reading->manifest, g_steal_pointer (&id), item);
}

static void
take_spine_item (Reading *reading,
                 PlxXml  *xml)
{
  g_autofree char *id = plx_xml_dup_attribute (xml, "idref");
  g_autofree char *linear = plx_xml_dup_attribute (xml, "linear");
  g_autofree char *key = NULL;
  PlxEpubItem *item;

  /* A page that is read twice is one page. */
  if (id == NULL || !g_hash_table_steal_extended (reading->manifest, id, (gpointer *) &key,
                                                  (gpointer *) &item))
    return;

  item->is_front |= g_strcmp0 (linear, "no") == 0;
  g_ptr_array_add (reading->self->items, item);
}

/* Programs that collect the news of the day name their collection so. */
static void
take_meta (Reading *reading,
           PlxXml  *xml)
{
  g_autofree char *name = plx_xml_dup_attribute (xml, "name");
  g_autofree char *content = plx_xml_dup_attribute (xml, "content");

  if (g_strcmp0 (name, "calibre:publication_type") == 0 && content != NULL)
    reading->self->is_periodical = g_str_has_prefix (content, "periodical");
}

static void
take_metadata (Reading *reading,
               PlxXml  *xml)
{
  static const struct
  {
    const char *name;
    PlxField    field;
  } known[] = {
    { "title", PLX_FIELD_HEADLINE },    { "creator", PLX_FIELD_AUTHOR },
    { "date", PLX_FIELD_PUBLISHED },    { "language", PLX_FIELD_LANGUAGE },
    { "publisher", PLX_FIELD_OUTLET },  { "source", PLX_FIELD_ADDRESS },
  };

  if (plx_xml_is (xml, "meta"))
    take_meta (reading, xml);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      char **field = &reading->self->fields[known[i].field];
      g_autofree char *content = NULL;

      if (!plx_xml_is (xml, known[i].name))
        continue;

      content = plx_xml_dup_content (xml);
      g_strdelimit (content, "\r\n\t", ' ');
      if (*content == '\0')
        return;
      if (*field == NULL)
        *field = g_steal_pointer (&content);
      else if (known[i].field == PLX_FIELD_AUTHOR && strlen (*field) < 1000)
        {
          g_autofree char *both = g_strjoin (", ", *field, content, NULL);

          g_set_str (field, both);
        }
      return;
    }
}

static void
read_package (Reading *reading,
              PlxXml  *xml)
{
  gboolean in_metadata = FALSE;
  PlxXmlEvent event;

  while ((event = plx_xml_next (xml)) != PLX_XML_END)
    {
      if (plx_xml_is (xml, "metadata"))
        in_metadata = event == PLX_XML_OPEN;
      else if (event == PLX_XML_OPEN && plx_xml_is (xml, "item"))
        take_manifest_item (reading, xml);
      else if (event == PLX_XML_OPEN && plx_xml_is (xml, "itemref"))
        take_spine_item (reading, xml);
      else if (event == PLX_XML_OPEN && in_metadata)
        take_metadata (reading, xml);
    }
}

/* Loads all pages in one walk through the archive. */
static gboolean
load_items (PlxEpubPackage   *self,
            PlxArchive       *archive,
            const PlxSource  *source,
            GError          **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  gsize left = MAX_BYTES;
  GError *local = NULL;
  PlxArchiveEntry entry;

  for (guint i = 0; i < self->items->len; i++)
    g_hash_table_insert (wanted, ((PlxEpubItem *) self->items->pdata[i])->name,
                         self->items->pdata[i]);
  if (!plx_archive_rewind (archive, error))
    return FALSE;

  while (plx_archive_next (archive, &entry, &local))
    {
      PlxEpubItem *item = g_hash_table_lookup (wanted, entry.name);

      if (item == NULL || item->content != NULL)
        continue;

      item->content = plx_archive_load (archive, left, error);
      if (item->content == NULL)
        return FALSE;
      left -= g_bytes_get_size (item->content);
    }

  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gboolean
read_all (PlxEpubPackage   *self,
          PlxArchive       *archive,
          const PlxSource  *source,
          GError          **error)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GHashTable) manifest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                           item_free);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlxXml) xml = NULL;
  g_autoptr (GError) local = NULL;
  Reading reading = { .self = self, .manifest = manifest };

  name = find_package (archive, &local);
  if (local == NULL && (name == NULL || !plx_archive_find (archive, name, &local)) &&
      local == NULL)
    return set_damaged (source, error);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  folder = g_path_get_dirname (name);
  reading.folder = strcmp (folder, ".") == 0 ? (char *) "" : folder;
  stream = plx_archive_get_stream (archive);
  xml = plx_xml_new (stream);
  read_package (&reading, xml);

  return plx_xml_check (xml, source->name, error) && load_items (self, archive, source, error);
}

/**
 * plx_epub_package_new:
 * @archive: an EPUB
 * @source: the source of @archive
 *
 * Returns: (transfer full): its pages and what it says of itself, or `NULL` with @error set
 */
PlxEpubPackage *
plx_epub_package_new (PlxArchive       *archive,
                      const PlxSource  *source,
                      GError          **error)
{
  g_autoptr (PlxEpubPackage) self = g_new0 (PlxEpubPackage, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);
  if (!read_all (self, archive, source, error))
    return NULL;

  return g_steal_pointer (&self);
}
