/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-author"

#include "config.h"

#include "reading/html/plx-html-author.h"

#include <string.h>

#include "language/names/plx-agencies.h"
#include "reading/article/plx-head.h"
#include "reading/article/plx-sameness.h"

/* Places that may name an author. */
#define MAX_PLACES 24

typedef struct
{
  char *name;
  char *found;
} Place;

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_free (place->name);
  g_free (place->found);
}

static gboolean
is_author (const char *text)
{
  return text != NULL && *text != '\0' && strstr (text, "://") == NULL && text[0] != '@' &&
         text[0] != '/' && strlen (text) <= PLX_BYLINE_BYTES;
}

static void
add_place (GArray     *places,
           const char *name,
           const char *found)
{
  Place place = { g_strdup (name), g_strdup (found) };

  g_array_append_val (places, place);
}

/* A line of the page's head that opens with “by”. */
static void
add_visible (GArray      *places,
             PlxHtmlPage *page)
{
  guint n_prose = 0;

  for (guint i = 0; i < page->blocks->len && n_prose < 2; i++)
    {
      PlxDraft *draft = plx_html_page_get_block (page, i)->draft;
      g_autofree char *name = plx_head_find_byline (draft->text);

      n_prose += !plx_draft_is_cut (draft) && plx_draft_is_prose (draft);
      if (name == NULL)
        continue;

      add_place (places, name, "text");
      return;
    }
}

static void
add_metas (GArray       *places,
           PlxHtmlFinds *finds)
{
  static const char *const names[] = { "dc:creator", "dcterms:creator", "author", "article:author",
                                       "parsely-author", "sailthru:author", "byl",
                                       "citation_author", "article:author_name", "authors",
                                       "cxenseparse:author", "og:author", "dc:contributor" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_hash_table_lookup (finds->metas, names[i]);
      g_autofree char *place = plx_html_finds_dup_place (names[i]);

      if (!is_author (value))
        continue;
      add_place (places, g_ascii_strncasecmp (value, "by ", 3) == 0 ? value + 3 : value, place);
    }
}

static void
add_element (GArray     *places,
             const char *value,
             const char *found)
{
  g_autofree char *name = NULL;

  if (!is_author (value))
    return;
  name = plx_head_clean_byline (value);
  if (*name != '\0')
    add_place (places, name, found);
}

/*
 * Systems fill the author's place with the name of a user, of the outlet or of an agency where
 * nobody has told them better.
 */
static gboolean
is_weak (const char *name,
         const char *outlet)
{
  gunichar first = g_utf8_get_char (name);

  return (strchr (name, ' ') == NULL && g_unichar_type (first) != G_UNICODE_OTHER_LETTER) ||
         (outlet != NULL && plx_sameness_judge (PLX_FIELD_OUTLET, outlet, name)) ||
         plx_agencies_find (name, -1) != NULL;
}

/**
 * plx_html_author_find:
 * @finds: what the page tells of itself
 * @page: a page whose blocks are cut
 * @document: the document, with its outlet
 *
 * Fills the author from the first place that names one; from a later one where the first has but
 * the name of a user or of the outlet, and the later one that of a person.
 */
void
plx_html_author_find (PlxHtmlFinds *finds,
                      PlxHtmlPage  *page,
                      PlxDocument  *document)
{
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), MAX_PLACES);
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  const Place *best;

  g_array_set_clear_func (places, place_clear);
  if (is_author (finds->ld->author))
    add_place (places, finds->ld->author, "json-ld author");
  add_metas (places, finds);
  add_element (places, finds->item_author, "microdata author");
  add_element (places, finds->rel_author, "rel=author");
  add_element (places, finds->class_author, "class");
  if (places->len == 0 || is_weak (g_array_index (places, Place, 0).name, outlet))
    add_visible (places, page);
  if (places->len == 0)
    return;

  best = &g_array_index (places, Place, 0);
  for (guint i = 0; i < places->len && is_weak (best->name, outlet); i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (plx_head_is_name (place->name) && !is_weak (place->name, outlet))
        best = place;
    }

  plx_document_set_field (document, PLX_FIELD_AUTHOR, best->name, best->found);
}
