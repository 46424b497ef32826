/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pdf-links.h"

#include <math.h>
#include <string.h>

/* Where a link is, in tenths of points from the upper left corner of the paper, and to which of the
 * targets it leads. */
typedef struct
{
  guint16 x;
  guint16 y;
  guint16 width;
  guint16 height;
  guint32 target;
} Link;

struct _PlxSheetPdfLinks
{
  double      height; /* of the paper */
  double      margin;
  double      top;
  GArray     *links;   /* Link, page by page */
  GArray     *starts;  /* guint32: the first one of each page */
  GPtrArray  *targets; /* utf8: each once */
  GHashTable *known;   /* those, to their place from 1 */
};

/**
 * plx_sheet_pdf_links_new:
 * @form: of the pages
 *
 * Returns: (transfer full): no links yet, and no page
 */
PlxSheetPdfLinks *
plx_sheet_pdf_links_new (const PlxSheetForm *form)
{
  PlxSheetPdfLinks *self = g_new0 (PlxSheetPdfLinks, 1);

  self->height = form->height;
  self->margin = form->margin;
  self->top = form->top;
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->targets = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
plx_sheet_pdf_links_free (PlxSheetPdfLinks *self)
{
  g_array_unref (self->links);
  g_array_unref (self->starts);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->targets);
  g_free (self);
}

/* What is added from here on stands on the next page. */
void
plx_sheet_pdf_links_begin_page (PlxSheetPdfLinks *self)
{
  g_array_append_val (self->starts, self->links->len);
}

/* Addresses come from strangers: only what leads to a page or a mail is a link, and all but plain
 * ASCII is escaped, and so are the signs that end a string in a PDF. */
static char *
dup_address (const char *target)
{
  g_autofree char *scheme = g_uri_parse_scheme (target);

  if (scheme == NULL || strlen (target) > 2000 ||
      (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0 &&
       g_ascii_strcasecmp (scheme, "mailto") != 0))
    return NULL;

  return g_uri_escape_string (target, ":/?#[]@!$&*+,;=%", FALSE);
}

static guint16
to_tenths (double points)
{
  return (guint16) round (CLAMP (10 * points, 0, G_MAXUINT16));
}

/* For a desk: adds a link to the page that was begun last. */
void
plx_sheet_pdf_links_add (const char *target,
                         double      x,
                         double      y,
                         double      width,
                         double      height,
                         gpointer    data)
{
  PlxSheetPdfLinks *self = data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, target));
  Link link = { to_tenths (x), to_tenths (y), to_tenths (width), to_tenths (height), 0 };

  if (place == 0)
    {
      char *kept = g_strdup (target);

      g_ptr_array_add (self->targets, kept);
      place = self->targets->len;
      g_hash_table_insert (self->known, kept, GUINT_TO_POINTER (place));
    }
  link.target = place - 1;
  g_array_append_val (self->links, link);
}

/* Where a link leads, as a PDF says it, or `NULL` where that is nowhere. */
static char *
dup_action (PlxSheetPdfLinks *self,
            const char       *target,
            GArray           *pages,
            GHashTable       *places)
{
  const PlxSheetPlace *place;
  g_autofree char *address = NULL;
  double top;

  if (*target != '#')
    {
      address = dup_address (target);
      return address == NULL ? NULL : g_strdup_printf ("/A << /S /URI /URI (%s) >>", address);
    }

  place = places != NULL ? g_hash_table_lookup (places, target + 1) : NULL;
  if (place == NULL || place->page >= pages->len)
    return NULL;

  top = place->y + self->margin / 2 + (place->page > 0 ? self->top : 0);

  return g_strdup_printf ("/Dest [%" G_GUINT64_FORMAT " 0 R /XYZ 0 %d 0]",
                          g_array_index (pages, guint64, place->page),
                          (int) (self->height - top));
}

/* A number of points, without the comma of a locale. */
static const char *
format (double  points,
        char   *buffer)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.1f", points);
}

/**
 * plx_sheet_pdf_links_write_page:
 * @self: links
 * @page: a page
 * @pages: (element-type guint64): the numbers of the objects that are pages
 * @places: (nullable): id to PlxSheetPlace
 * @appendix: where to add the links of the page
 *
 * Returns: (transfer full) (nullable): what the dictionary of the page has to say of them, or
 *   `NULL` where there are none
 */
char *
plx_sheet_pdf_links_write_page (PlxSheetPdfLinks *self,
                                guint             page,
                                GArray           *pages,
                                GHashTable       *places,
                                PlxPdfAppendix   *appendix)
{
  guint start = page < self->starts->len ? g_array_index (self->starts, guint32, page)
                                         : self->links->len;
  guint end = page + 1 < self->starts->len ? g_array_index (self->starts, guint32, page + 1)
                                           : self->links->len;
  g_autoptr (GString) list = g_string_new ("   /Annots [");
  gsize before = list->len;

  for (guint i = start; i < end; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);
      g_autofree char *action = dup_action (self, g_ptr_array_index (self->targets, link->target),
                                            pages, places);
      char n[4][G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *text = NULL;
      guint64 number;

      if (action == NULL)
        continue;

      number = plx_pdf_appendix_take_number (appendix);
      text = g_strdup_printf ("<< /Type /Annot /Subtype /Link /Rect [%s %s %s %s] /Border [0 0 0] "
                              "/F 4 %s >>", format (link->x / 10.0, n[0]),
                              format (self->height - (link->y + link->height) / 10.0, n[1]),
                              format ((link->x + link->width) / 10.0, n[2]),
                              format (self->height - link->y / 10.0, n[3]), action);
      plx_pdf_appendix_add (appendix, number, text, strlen (text));
      g_string_append_printf (list, " %" G_GUINT64_FORMAT " 0 R", number);
    }
  if (list->len == before)
    return NULL;
  g_string_append (list, " ]\n");

  return g_string_free_and_steal (g_steal_pointer (&list));
}
