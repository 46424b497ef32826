/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-matter.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "model/plx-source-names.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-words.h"

G_DEFINE_BOXED_TYPE (PlxSheetMatter, plx_sheet_matter, plx_sheet_matter_ref,
                     plx_sheet_matter_unref)

/* The articles tell themselves from what they were read. */
static void
take_origin (PlxSheetMatter *self,
             guint           article)
{
  PlxDocument *document = plx_analysis_get_document (self->analysis, article);
  const PlxProvenance *provenance = document->provenance;

  if (provenance != NULL)
    plx_sheet_matter_set_origin (self, article, provenance->added, provenance->sha256,
                                 provenance->size, document->source);
}

/**
 * plx_sheet_matter_new:
 * @title: what the story is called
 * @analysis: what was found in it
 * @passages: what of it is shown
 * @filter: the filter that @passages come from
 *
 * Returns: (transfer full): matter of which the caller may fill in the rest
 */
PlxSheetMatter *
plx_sheet_matter_new (const char  *title,
                      PlxAnalysis *analysis,
                      PlxPassages *passages,
                      PlxFilter   *filter)
{
  PlxSheetMatter *self = g_atomic_rc_box_new0 (PlxSheetMatter);

  self->title = g_utf8_make_valid (title, -1);
  self->analysis = plx_analysis_ref (analysis);
  self->sources = plx_source_names_new_for_analysis (analysis);
  self->passages = plx_passages_ref (passages);
  self->filter = plx_filter_ref (filter);
  self->engine = g_strdup ("Parallax " PACKAGE_VERSION);
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    take_origin (self, i);

  return self;
}

PlxSheetMatter *
plx_sheet_matter_ref (PlxSheetMatter *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
matter_clear (gpointer data)
{
  PlxSheetMatter *self = data;

  g_free (self->title);
  g_free (self->language);
  plx_analysis_unref (self->analysis);
  g_strfreev (self->sources);
  plx_passages_unref (self->passages);
  plx_filter_unref (self->filter);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->placements, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_strfreev (self->other_notes);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_clear_pointer (&self->country_names, g_hash_table_unref);
  g_free (self->engine);
  g_clear_pointer (&self->tables, g_hash_table_unref);
}

void
plx_sheet_matter_unref (PlxSheetMatter *self)
{
  g_atomic_rc_box_release_full (self, matter_clear);
}

static void
origin_free (gpointer data)
{
  PlxSheetOrigin *origin = data;

  if (origin == NULL)
    return;

  g_free (origin->sha256);
  g_free (origin->name);
  g_free (origin);
}

/**
 * plx_sheet_matter_set_origin:
 * @self: matter with one holder
 * @article: an article, by its place in the analysis
 * @added: when it came into the library, in seconds since 1970, or 0
 * @sha256: (nullable): of the original, in hexadecimal digits
 * @size: of the original, in bytes
 * @name: (nullable): the name of its file
 *
 * Says from what an article was read.
 */
void
plx_sheet_matter_set_origin (PlxSheetMatter *self,
                             guint           article,
                             gint64          added,
                             const char     *sha256,
                             guint64         size,
                             const char     *name)
{
  PlxSheetOrigin *origin = g_new0 (PlxSheetOrigin, 1);

  origin->added = added;
  origin->sha256 = g_strdup (sha256);
  origin->size = size;
  origin->name = name != NULL ? g_filename_display_name (name) : NULL;

  if (self->origins == NULL)
    self->origins = g_ptr_array_new_with_free_func (origin_free);
  if (self->origins->len <= article)
    g_ptr_array_set_size (self->origins, article + 1);
  origin_free (g_ptr_array_index (self->origins, article));
  g_ptr_array_index (self->origins, article) = origin;
}

/**
 * plx_sheet_matter_get_origin:
 * @self: matter
 * @article: an article, by its place in the analysis
 *
 * Returns: (nullable): from what it was read, where that is known
 */
const PlxSheetOrigin *
plx_sheet_matter_get_origin (const PlxSheetMatter *self,
                             guint                 article)
{
  return self->origins != NULL && article < self->origins->len
         ? g_ptr_array_index (self->origins, article) : NULL;
}

/**
 * plx_sheet_matter_get_notes:
 * @self: matter
 * @claim: a claim, by its place in the analysis
 *
 * Returns: (nullable): what the user has noted on it; ends with `NULL`
 */
char **
plx_sheet_matter_get_notes (const PlxSheetMatter *self,
                            guint                 claim)
{
  return self->notes != NULL && claim < self->notes->len
         ? g_ptr_array_index (self->notes, claim) : NULL;
}

/* What a country is called: by the user, else by us. */
const char *
plx_sheet_matter_get_country (const PlxSheetMatter *self,
                              const char           *code)
{
  const char *own = self->country_names != NULL
                    ? g_hash_table_lookup (self->country_names, code) : NULL;
  const PlxCountryInfo *country = own == NULL ? plx_country_lookup (code) : NULL;

  if (own != NULL)
    return own;

  return country != NULL ? country->name : code;
}

/* Whether any passage of an article is shown. */
gboolean
plx_sheet_matter_shows (const PlxSheetMatter *self,
                        guint                 article)
{
  const GByteArray *bytes = g_ptr_array_index (self->passages->shown, article);

  return bytes->len > 0 && memchr (bytes->data, TRUE, bytes->len) != NULL;
}

/**
 * plx_sheet_matter_find_article:
 * @self: matter
 * @digest: of an article, as a plan names it
 *
 * Returns: the place of the article in the analysis, or `G_MAXUINT` where it is not in the story
 */
guint
plx_sheet_matter_find_article (const PlxSheetMatter *self,
                               const char           *digest)
{
  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      g_autofree char *each =
        plx_document_dup_digest (plx_analysis_get_document (self->analysis, i));

      if (g_str_equal (each, digest))
        return i;
    }

  return G_MAXUINT;
}

/**
 * plx_sheet_matter_dup_note:
 * @self: matter
 * @article: an article, by its place in the analysis
 *
 * Returns: (transfer full): what a footnote says of it: source, author, day, as far as known
 */
char *
plx_sheet_matter_dup_note (const PlxSheetMatter *self,
                           guint                 article)
{
  PlxDocument *document = plx_analysis_get_document (self->analysis, article);
  g_autofree char *day = plx_words_dup_day (plx_document_get_day (document));
  const char *author = document->fields[PLX_FIELD_AUTHOR];
  g_autofree char *source = plx_marks_plain (self->sources[article]);
  GString *note = g_string_new (source);

  if (author != NULL && *author != '\0')
    {
      g_autofree char *plain = plx_marks_plain (author);

      g_string_append_printf (note, ", %s", plain);
    }
  if (*day != '\0')
    g_string_append_printf (note, ", %s", day);

  return g_string_free_and_steal (note);
}
