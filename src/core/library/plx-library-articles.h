/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

/**
 * PlxArticleOrder:
 * @PLX_ARTICLE_ORDER_NEWEST: by date, the newest first; those without one last
 * @PLX_ARTICLE_ORDER_OLDEST: by date, the oldest first; those without one last
 * @PLX_ARTICLE_ORDER_OUTLET: by outlet, and there the newest first; those without one last
 * @PLX_ARTICLE_ORDER_HEADLINE: by headline, or the file's name where there is none
 * @PLX_ARTICLE_ORDER_ADDED: the last that came in first
 *
 * In what order all articles are listed.
 */
typedef enum
{
  PLX_ARTICLE_ORDER_NEWEST,
  PLX_ARTICLE_ORDER_OLDEST,
  PLX_ARTICLE_ORDER_OUTLET,
  PLX_ARTICLE_ORDER_HEADLINE,
  PLX_ARTICLE_ORDER_ADDED,
} PlxArticleOrder;

#define PLX_N_ARTICLE_ORDERS (PLX_ARTICLE_ORDER_ADDED + 1)

/**
 * PlxArticleLine:
 * @id: the article
 * @title: its headline, or its file's name
 * @outlet: (nullable): its outlet
 * @day: its day, or 0
 * @added: when it came in, in seconds since 1970, or 0
 * @story: the newest story that has it, or 0
 * @n_stories: how many stories have it
 * @tags: (array zero-terminated=1): what it is tagged with
 *
 * What a list tells of an article.
 */
typedef struct
{
  gint64  id;
  char   *title;
  char   *outlet;
  PlxDay  day;
  gint64  added;
  gint64  story;
  guint   n_stories;
  GStrv   tags;
} PlxArticleLine;

void        plx_article_line_free          (PlxArticleLine      *self);

/* Not changes. All articles that are not in the trash, those with a tag where one is given; and
 * what lists tell of some of them, in the order in which they were asked for. */
void        plx_library_list_ids_async     (PlxLibrary          *self,
                                            PlxArticleOrder      order,
                                            const char          *tag,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GArray     *plx_library_list_ids_finish    (PlxLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void        plx_library_read_lines_async   (PlxLibrary          *self,
                                            GArray              *articles,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GPtrArray  *plx_library_read_lines_finish  (PlxLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* Puts articles of the library into a story, or into a new one where @story is NULL. Ends with
 * plx_library_add_finish(). */
void        plx_library_gather_async       (PlxLibrary          *self,
                                            PlxStory            *story,
                                            const char          *title,
                                            GArray              *articles,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);

/* Not a change: an article to be read by itself, as a story that the library does not have. */
void        plx_library_load_loose_async   (PlxLibrary          *self,
                                            gint64               article,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
PlxStory   *plx_library_load_loose_finish  (PlxLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxArticleLine, plx_article_line_free)

G_END_DECLS
