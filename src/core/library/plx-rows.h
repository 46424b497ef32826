/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-body.h"
#include "library/plx-db.h"
#include "library/plx-library.h"
#include "library/plx-rule.h"

G_BEGIN_DECLS

/**
 * PlxStoryRow:
 * @id: the story
 * @exists: whether the library has it; where not, the rest is empty
 * @title: its title
 * @filter: its filter
 * @n_articles: how many articles it has
 * @first_day: the day of the first, or 0
 * @last_day: the day of the last, or 0
 * @articles: (nullable) (element-type gint64): its articles in order, where they were asked for
 *
 * What the tables say of a story, on its way from the database's thread to the main thread.
 */
typedef struct
{
  gint64     id;
  gboolean   exists;
  char      *title;
  PlxFilter *filter;
  guint      n_articles;
  PlxDay     first_day;
  PlxDay     last_day;
  GArray    *articles;
} PlxStoryRow;

void         plx_story_row_free       (PlxStoryRow  *self);

GPtrArray   *plx_rows_list_stories    (PlxDb        *db,
                                       GError      **error);
PlxStoryRow *plx_rows_read_story      (PlxDb        *db,
                                       gint64        id,
                                       GError      **error);
gint64       plx_rows_add_story       (PlxDb        *db,
                                       const char   *title,
                                       GError      **error);
gboolean     plx_rows_set_title       (PlxDb        *db,
                                       gint64        story,
                                       const char   *title,
                                       GError      **error);
gboolean     plx_rows_set_filter      (PlxDb        *db,
                                       gint64        story,
                                       PlxFilter    *filter,
                                       GError      **error);
gboolean     plx_rows_join            (PlxDb        *db,
                                       gint64        story,
                                       gint64        article,
                                       GError      **error);

/**
 * PlxPrepared:
 * @document: a document
 * @digest: its digest
 * @body: (nullable): what is long in it, packed
 * @beside: (nullable): what it was read from, packed beside @body
 *
 * A document on its way into the library. Whatever takes time is done before the one thread that
 * writes has to wait for it.
 */
typedef struct
{
  PlxDocument *document;
  char        *digest;
  PlxBody     *body;
  GBytes      *beside;
} PlxPrepared;

PlxPrepared *plx_prepared_new         (PlxDocument  *document);
void         plx_prepared_free        (PlxPrepared  *self);
void         plx_prepared_pack        (PlxPrepared  *self);

/* plx-article-rows.c */
PlxDocument *plx_rows_read_document   (PlxDb        *db,
                                       gint64        article,
                                       GError      **error);
GArray      *plx_rows_list_memberships (PlxDb       *db,
                                        GError     **error);
gint64       plx_rows_add_document    (PlxDb        *db,
                                       PlxDocument  *document,
                                       GPtrArray    *rules,
                                       guint        *n_restored,
                                       GError      **error);
gint64       plx_rows_add_prepared    (PlxDb        *db,
                                       PlxPrepared  *prepared,
                                       GPtrArray    *rules,
                                       gboolean     *known,
                                       guint        *n_restored,
                                       GError      **error);
gboolean     plx_rows_set_document    (PlxDb        *db,
                                       gint64        article,
                                       PlxDocument  *document,
                                       GError      **error);
gint64       plx_rows_add_as_it_is    (PlxDb        *db,
                                       PlxDocument  *document,
                                       const char   *digest,
                                       GError      **error);
char        *plx_rows_dup_digest      (PlxDb        *db,
                                       gint64        article,
                                       GError      **error);

/* plx-count-rows.c */
gboolean     plx_rows_keep_counts     (PlxDb                   *db,
                                       gint64                   body,
                                       const PlxCountryCounts  *counts,
                                       GError                 **error);

/* plx-original-rows.c */
GBytes      *plx_original_pack_beside (PlxProvenance  *provenance,
                                       const PlxBody  *body);
gboolean     plx_rows_keep_original   (PlxDb          *db,
                                       PlxProvenance  *provenance,
                                       GBytes         *beside,
                                       gint64          body,
                                       gint64         *origin,
                                       GError        **error);
void         plx_rows_bind_origin     (PlxDbRequest   *statement,
                                       int             first,
                                       gint64          origin,
                                       PlxProvenance  *provenance);
gboolean     plx_rows_add_original    (PlxDb          *db,
                                       gint64          article,
                                       PlxProvenance  *provenance,
                                       GError        **error);
GBytes      *plx_rows_read_original   (PlxDb          *db,
                                       const char     *sha256,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPrepared, plx_prepared_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStoryRow, plx_story_row_free)

G_END_DECLS
