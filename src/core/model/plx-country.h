/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY (plx_country_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountry, plx_country, PLX, COUNTRY, GObject)

PlxCountry     *plx_country_new             (const char     *code,
                                             const char     *name,
                                             guint           n_articles);

void            plx_country_add_passage     (PlxCountry     *self,
                                             PlxSentenceRef  ref,
                                             guint           n_mentions);
void            plx_country_set_standing    (PlxCountry     *self,
                                             PlxStatus       status,
                                             PlxDay          on,
                                             PlxDay          since,
                                             const char     *source);
void            plx_country_set_mixed       (PlxCountry     *self,
                                             gboolean        mixed);

const char     *plx_country_get_code        (PlxCountry     *self);
const char     *plx_country_get_name        (PlxCountry     *self);
PlxStatus       plx_country_get_status      (PlxCountry     *self);
gboolean        plx_country_is_mixed        (PlxCountry     *self);
PlxDay          plx_country_get_on          (PlxCountry     *self);
PlxDay          plx_country_get_since       (PlxCountry     *self);
const char     *plx_country_get_source      (PlxCountry     *self);
guint           plx_country_get_n_mentions  (PlxCountry     *self);
guint           plx_country_get_mentions_in (PlxCountry     *self,
                                             guint           article);
GArray         *plx_country_get_passages    (PlxCountry     *self);

G_END_DECLS
