/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxCue:
 *
 * What a word tells about the name of which it is part, or beside which it stands.
 */
typedef enum
{
  PLX_CUE_TITLE        = 1 << 0,
  PLX_CUE_HONORIFIC    = 1 << 1,
  PLX_CUE_RANK         = 1 << 2,
  PLX_CUE_ORG_TAIL     = 1 << 3,
  PLX_CUE_ORG_HEAD     = 1 << 4,
  PLX_CUE_ORG_GENERIC  = 1 << 5,
  PLX_CUE_PLACE_TAIL   = 1 << 6,
  PLX_CUE_PLACE_HEAD   = 1 << 7,
  PLX_CUE_EVENT_TAIL   = 1 << 8,
  PLX_CUE_EVENT_HEAD   = 1 << 9,
  PLX_CUE_LAW_TAIL     = 1 << 10,
  PLX_CUE_LAW_HEAD     = 1 << 11,
  PLX_CUE_PLACE_NOUN   = 1 << 12,
  PLX_CUE_ORG_NOUN     = 1 << 13,
  PLX_CUE_PERSON_VERB  = 1 << 14,
  PLX_CUE_PLACE_BEFORE = 1 << 15,
  PLX_CUE_PLACE_OF     = 1 << 16,
  PLX_CUE_MONTH        = 1 << 17,
  PLX_CUE_PARTICLE     = 1 << 18,
  PLX_CUE_PEOPLE       = 1 << 19,
  PLX_CUE_ROLE         = 1 << 20,
  PLX_CUE_PERSON_NOUN  = 1 << 21,
  PLX_CUE_GIVEN_MONTH  = 1 << 22,
  PLX_CUE_PLACE_STRONG = 1 << 23,
  PLX_CUE_ACT          = 1 << 24,
  PLX_CUE_STATE_TITLE  = 1 << 25,
  PLX_CUE_GOVERNMENT   = 1 << 26,
  PLX_CUE_ELECTION     = 1 << 27,
  PLX_CUE_PORTFOLIO    = 1 << 28,
  PLX_CUE_EVENT_START  = 1 << 29,
} PlxCue;

/**
 * PlxWordUse:
 * @person: share of a person's name, from 0 to 9
 * @organization: of an organization's
 * @place: of a place's or a country's
 * @other: of other names
 * @plain: of no name
 * @small: how often it is written small
 *
 * How a word is used where it is written with a capital inside a sentence.
 */
typedef struct
{
  guint8 person;
  guint8 organization;
  guint8 place;
  guint8 other;
  guint8 plain;
  guint8 small;
} PlxWordUse;

/**
 * PlxKnownName:
 * @name: the fullest name of what it names
 * @alias: the name as it is written
 * @kind: what it is
 * @country: (nullable): static code of the country that it belongs to
 *
 * A name that our tables know. Names of one thing share the pointer @name.
 */
typedef struct
{
  const char *name;
  const char *alias;
  PlxKind     kind;
  const char *country;
} PlxKnownName;

guint               plx_gazetteer_get_cues (const char *word);
gboolean            plx_gazetteer_get_use  (const char *word,
                                            PlxWordUse *use);
gsize               plx_gazetteer_get_longest (const char *word);
const PlxKnownName *plx_gazetteer_lookup   (const char *name,
                                            gboolean    any_case);

G_END_DECLS
