/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-standing.h"
#include "model/plx-country.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY_ITEM (plx_country_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountryItem, plx_country_item, PLX, COUNTRY_ITEM, GObject)

PlxCountryItem *plx_country_item_new          (PlxCountry     *country,
                                               PlxAnalysis    *analysis,
                                               PlxPassages    *passages,
                                               const char     *relation,
                                               PlxDay          today);

PlxCountry     *plx_country_item_get_country  (PlxCountryItem *self);
const char     *plx_country_item_get_code     (PlxCountryItem *self);
const char     *plx_country_item_get_name     (PlxCountryItem *self);
guint           plx_country_item_get_mentions (PlxCountryItem *self);
const PlxStanding *
                plx_country_item_get_standing (PlxCountryItem *self);
char           *plx_country_item_dup_standing_words (PlxCountryItem *self);
char           *plx_country_item_dup_mention_words (PlxCountryItem *self);
char           *plx_country_item_dup_words    (PlxCountryItem *self);

G_END_DECLS
