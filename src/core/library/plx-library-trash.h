/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

/**
 * PlxTrashed:
 * @story: id of the story, or 0 where it is an article
 * @article: id of the article, or 0 where it is a story
 * @title: the story's title, or the article's headline or file name
 * @outlet: (nullable): the article's outlet
 * @from: (nullable): the title of a story that has the article
 * @n_articles: how many articles went with the story, and would come back with it
 * @at: since when it is in the trash, in seconds since 1970
 *
 * Something in the trash. An article that went there with its story has no entry of its own.
 */
typedef struct
{
  gint64  story;
  gint64  article;
  char   *title;
  char   *outlet;
  char   *from;
  guint   n_articles;
  gint64  at;
} PlxTrashed;

/**
 * PlxPurge:
 * @n_stories: how many stories would be deleted
 * @n_articles: how many articles, those that go with the stories among them
 * @n_changes: how many changes could be undone no more
 * @label: (nullable): the newest of these
 *
 * What it would mean to delete something for ever.
 */
typedef struct
{
  guint  n_stories;
  guint  n_articles;
  guint  n_changes;
  char  *label;
} PlxPurge;

void       plx_trashed_free                    (PlxTrashed          *self);
void       plx_purge_free                      (PlxPurge            *self);

/* Changes, which end with plx_library_change_finish(). Arrays are of gint64, and may be NULL. */
void       plx_library_trash_async             (PlxLibrary          *self,
                                                GArray              *articles,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
void       plx_library_untrash_async           (PlxLibrary          *self,
                                                GArray              *stories,
                                                GArray              *articles,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);

/* Not a change: what is in the trash, the latest first. */
void       plx_library_list_trash_async        (PlxLibrary          *self,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GPtrArray *plx_library_list_trash_finish       (PlxLibrary          *self,
                                                GAsyncResult        *result,
                                                GError             **error);

/* Deletes for ever what is in the trash, all of it where both arrays are NULL. It cannot be undone,
 * nor can what was done to it before. The first only tells what that means. The second ends with
 * plx_library_change_finish(). */
void       plx_library_weigh_purge_async       (PlxLibrary          *self,
                                                GArray              *stories,
                                                GArray              *articles,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
PlxPurge  *plx_library_weigh_purge_finish      (PlxLibrary          *self,
                                                GAsyncResult        *result,
                                                GError             **error);
void       plx_library_purge_async             (PlxLibrary          *self,
                                                GArray              *stories,
                                                GArray              *articles,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);

/* How many articles a change took out of the trash, or brought there, beside what it was for. */
guint      plx_library_get_n_moved             (PlxLibrary          *self,
                                                GAsyncResult        *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTrashed, plx_trashed_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPurge, plx_purge_free)

G_END_DECLS
