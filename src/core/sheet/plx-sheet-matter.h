/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"
#include "model/plx-analysis.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_MATTER (plx_sheet_matter_get_type ())

/**
 * PlxSheetOrigin:
 * @added: when it came into the library, in seconds since 1970, or 0
 * @sha256: (nullable): of the original, in hexadecimal digits
 * @size: of the original, in bytes, where @sha256 is there
 * @name: (nullable): the name of the file
 *
 * From what an article was read.
 */
typedef struct
{
  gint64   added;
  char    *sha256;
  guint64  size;
  char    *name;
} PlxSheetOrigin;

/**
 * PlxSheetMatter:
 * @title: what the story is called
 * @language: (nullable): the language of the words that are ours, as BCP 47; `NULL` is that of the
 *   locale
 * @analysis: what was found in the story
 * @sources: what its articles are called, see [func@source_names_new]; made by the constructor
 * @passages: what of it is shown
 * @filter: the filter that @passages come from; its relation is the one that is printed
 * @graph: (nullable): the graph, laid out; the section makes one where there is none
 * @placements: (nullable) (element-type PlxPlacement): what the user has done with its nodes, the
 *   oldest first
 * @today: the day printed as that of the comparison
 * @notes: (nullable) (element-type GStrv): by claim, what the user has noted on it
 * @other_notes: (nullable): what the user has noted on the story or on what is no longer a claim;
 *   ends with `NULL`
 * @origins: (nullable) (element-type PlxSheetOrigin): by article; an element may be `NULL`
 * @country_names: (nullable) (element-type utf8 utf8): by code, what the user calls a country
 * @engine: which version made the analysis
 * @tables: (nullable) (element-type utf8 utf8): by id, the versions of the tables and rules that
 *   the analysis depends on
 *
 * What a sheet is about.
 *
 * The caller fills it, as its only holder; afterwards nothing in it changes, and any thread may
 * read it.
 */
typedef struct
{
  char        *title;
  char        *language;
  PlxAnalysis *analysis;
  char       **sources;
  PlxPassages *passages;
  PlxFilter   *filter;
  PlxGraph    *graph;
  GPtrArray   *placements;
  PlxDay       today;
  GPtrArray   *notes;
  char       **other_notes;
  GPtrArray   *origins;
  GHashTable  *country_names;
  char        *engine;
  GHashTable  *tables;
} PlxSheetMatter;

GType           plx_sheet_matter_get_type     (void);
PlxSheetMatter *plx_sheet_matter_new          (const char           *title,
                                               PlxAnalysis          *analysis,
                                               PlxPassages          *passages,
                                               PlxFilter            *filter);
PlxSheetMatter *plx_sheet_matter_ref          (PlxSheetMatter       *self);
void            plx_sheet_matter_unref        (PlxSheetMatter       *self);

void            plx_sheet_matter_set_origin   (PlxSheetMatter       *self,
                                               guint                 article,
                                               gint64                added,
                                               const char           *sha256,
                                               guint64               size,
                                               const char           *name);
const PlxSheetOrigin *
                plx_sheet_matter_get_origin   (const PlxSheetMatter *self,
                                               guint                 article);
char          **plx_sheet_matter_get_notes    (const PlxSheetMatter *self,
                                               guint                 claim);
const char     *plx_sheet_matter_get_country  (const PlxSheetMatter *self,
                                               const char           *code);
gboolean        plx_sheet_matter_shows        (const PlxSheetMatter *self,
                                               guint                 article);
guint           plx_sheet_matter_find_article (const PlxSheetMatter *self,
                                               const char           *digest);
char           *plx_sheet_matter_dup_note     (const PlxSheetMatter *self,
                                               guint                 article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetMatter, plx_sheet_matter_unref)

G_END_DECLS
