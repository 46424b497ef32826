/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "language/names/plx-name-layout.h"

G_BEGIN_DECLS

typedef struct _PlxNameModel PlxNameModel;

PlxNameModel       *plx_name_model_load        (const char          *path,
                                                GError             **error);
PlxNameModel       *plx_name_model_new         (GBytes              *bytes,
                                                GError             **error);
void                plx_name_model_free        (PlxNameModel        *self);
const PlxNameModel *plx_name_model_get_default (GError             **error);

char               *plx_name_model_dup_sha256  (const PlxNameModel  *self);

const gint8        *plx_name_model_find_row    (const PlxNameModel  *self,
                                                guint32              feature);
guint               plx_name_model_find_rows   (const PlxNameModel  *self,
                                                const guint32       *features,
                                                guint                n_features,
                                                const gint8        **rows);
const PlxNameWord  *plx_name_model_find_word   (const PlxNameModel  *self,
                                                guint32              word);
void                plx_name_model_read_vector (const PlxNameModel  *self,
                                                const PlxNameWord   *word,
                                                float               *vector);
const PlxNameDense *plx_name_model_get_dense   (const PlxNameModel  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameModel, plx_name_model_free)

G_END_DECLS
