/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reader.h"

G_BEGIN_DECLS

/**
 * PlxFeed:
 * @format: what its kind is called where fields say where they were found: `rss`, `atom`
 * @title: (nullable): what the feed is called
 * @address: (nullable): the page that it belongs to
 * @language: (nullable): its language
 * @author: (nullable): who writes all of it
 *
 * What a feed says of itself.
 */
typedef struct
{
  const char *format;
  char       *title;
  char       *address;
  char       *language;
  char       *author;
} PlxFeed;

/**
 * PlxFeedItem:
 * @title: (nullable): its headline; may have markup in it
 * @content: (nullable): its text, as HTML
 * @teaser: (nullable): what it is about, as HTML
 * @author: (nullable): who wrote it
 * @published: (nullable): when, in whatever form
 * @updated: (nullable): when it was last changed
 * @address: (nullable): where it is
 * @section: (nullable): the first of its categories
 * @outlet: (nullable): from whom a feed that gathers others has it
 * @where: the names of the places where each of these was found, by [enum@Field]; static strings
 *
 * One article of a feed.
 */
typedef struct
{
  char       *title;
  char       *content;
  char       *teaser;
  char       *author;
  char       *published;
  char       *updated;
  char       *address;
  char       *section;
  char       *outlet;
  const char *where[PLX_N_FIELDS];
} PlxFeedItem;

void plx_feed_clear       (PlxFeed         *self);
void plx_feed_item_clear  (PlxFeedItem     *self);

void plx_feed_add_item    (PlxFeed         *self,
                           PlxFeedItem     *item,
                           const PlxSource *source,
                           PlxReadingBatch *batch);
char *plx_feed_strip      (const char      *html);

G_END_DECLS
