/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

/**
 * PlxTagged:
 * @PLX_TAGGED_ARTICLE: an article
 * @PLX_TAGGED_STORY: a story
 *
 * What can be tagged.
 */
typedef enum
{
  PLX_TAGGED_ARTICLE,
  PLX_TAGGED_STORY,
} PlxTagged;

/* A change: adds a tag to articles or stories that lack it, or removes it from those that have it.
 * Tags that differ only by case are one. Ends with plx_library_change_finish(). */
void  plx_library_tag_async          (PlxLibrary          *self,
                                      PlxTagged            tagged,
                                      GArray              *ids,
                                      const char          *tag,
                                      gboolean             add,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);

/* Not a change: the tags that all of some have, or all that there are where @ids is NULL; by their
 * names. */
void  plx_library_list_tags_async    (PlxLibrary          *self,
                                      PlxTagged            tagged,
                                      GArray              *ids,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
GStrv plx_library_list_tags_finish   (PlxLibrary          *self,
                                      GAsyncResult        *result,
                                      GError             **error);

G_END_DECLS
