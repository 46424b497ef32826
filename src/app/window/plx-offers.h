/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-comparing.h"
#include "library/plx-library.h"

G_BEGIN_DECLS

/**
 * PlxOffer:
 * @proposal: what makes the articles one story
 * @documents: (element-type PlxDocument): its articles, in the order of the proposal's places
 * @target: the story to which they could be added, or 0 for a new one
 * @stories: (element-type gint64): the stories that have some of them
 *
 * A story that could be made of articles of the library.
 */
typedef struct
{
  PlxProposal *proposal;
  GPtrArray   *documents;
  gint64       target;
  GArray      *stories;
} PlxOffer;

void         plx_offer_free         (PlxOffer            *self);
gboolean     plx_offer_concerns     (const PlxOffer      *self,
                                     gint64               story);
PlxDocument *plx_offer_find         (const PlxOffer      *self,
                                     guint32              place);

void         plx_offers_find_async  (PlxLibrary          *library,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
GPtrArray   *plx_offers_find_finish (GAsyncResult        *result,
                                     GError             **error);

G_END_DECLS
