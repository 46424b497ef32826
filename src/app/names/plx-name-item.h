/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_ITEM (plx_name_item_get_type ())

/**
 * PlxNameOrder:
 * @PLX_NAME_ORDER_MENTIONS: the most mentioned first
 * @PLX_NAME_ORDER_SOURCES: those of most sources first
 * @PLX_NAME_ORDER_NAME: by the alphabet
 * @PLX_NAME_ORDER_KIND: by what they are
 * @PLX_NAME_ORDER_COUNTRY: by their country, those without one last
 *
 * In which order names are listed; equal ones by mentions, then by the alphabet.
 */
typedef enum
{
  PLX_NAME_ORDER_MENTIONS,
  PLX_NAME_ORDER_SOURCES,
  PLX_NAME_ORDER_NAME,
  PLX_NAME_ORDER_KIND,
  PLX_NAME_ORDER_COUNTRY,
} PlxNameOrder;

G_DECLARE_FINAL_TYPE (PlxNameItem, plx_name_item, PLX, NAME_ITEM, GObject)

GPtrArray             *plx_name_items_new         (PlxSession   *session);

guint                  plx_name_item_get_entity   (PlxNameItem  *self);
const PlxEntityRecord *plx_name_item_get_record   (PlxNameItem  *self);
guint                  plx_name_item_get_n_sources (PlxNameItem *self);
guint                  plx_name_item_get_count    (PlxNameItem  *self,
                                                   guint         source);
const char            *plx_name_item_get_source   (PlxNameItem  *self,
                                                   guint         source);
char                  *plx_name_item_dup_facts    (PlxNameItem  *self);
char                  *plx_name_item_dup_counts   (PlxNameItem  *self);
char                  *plx_name_item_dup_sources  (PlxNameItem  *self);
gboolean               plx_name_item_matches      (PlxNameItem  *self,
                                                   const char   *words);
int                    plx_name_item_compare      (PlxNameItem  *a,
                                                   PlxNameItem  *b,
                                                   PlxNameOrder  order);

char                  *plx_name_dup_facts         (const PlxEntityRecord *entity);

G_END_DECLS
