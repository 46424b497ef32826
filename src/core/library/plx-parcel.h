/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/plx-document.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_PARCEL (plx_parcel_get_type ())

/**
 * PlxParcel:
 * @title: what the story is called
 * @filter: its filter
 * @documents: (element-type PlxDocument): its articles, in order
 * @digests: (element-type utf8): by article, the digest of the document as it first came in
 * @said: what the user has said of the story, by kind: an object with an array of objects for
 *   each of `naming`, `correction`, `note` and `placement`, in the words of the library's tables.
 *   Articles are told by their place, from 1; the story is not told
 * @states: (element-type utf8 utf8): by view, how it shows the story
 *
 * A story with all that a library knows of it, on its way from one library to another.
 *
 * It is filled by whoever makes it, and not changed once a second holder has a reference.
 */
typedef struct
{
  char       *title;
  PlxFilter  *filter;
  GPtrArray  *documents;
  GPtrArray  *digests;
  JsonObject *said;
  GHashTable *states;
} PlxParcel;

GType      plx_parcel_get_type (void);

PlxParcel *plx_parcel_new      (const char  *title);
PlxParcel *plx_parcel_ref      (PlxParcel   *self);
void       plx_parcel_unref    (PlxParcel   *self);
void       plx_parcel_add      (PlxParcel   *self,
                                PlxDocument *document,
                                const char  *digest);
JsonArray *plx_parcel_get_said (PlxParcel   *self,
                                const char  *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxParcel, plx_parcel_unref)

G_END_DECLS
