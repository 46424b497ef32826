/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pages and articles; what is older is a subject, not a date of publication. */
#define PLX_DATE_FIRST_YEAR 1900
#define PLX_DATE_LAST_YEAR 2099

typedef enum
{
  PLX_DATE_END,
  PLX_DATE_NUMBER,
  PLX_DATE_WORD,
  PLX_DATE_MARK,
} PlxDateTokenKind;

/**
 * PlxDateToken:
 * @kind: what it is
 * @start: its first byte in the text
 * @end: the byte after it
 * @value: of a number; the character of a mark
 * @digits: how many a number has
 * @spaced: whether white space stands before it
 *
 * What a date may be made of: numbers, words that name a month or a time zone in one of many
 * languages, and the marks between them.
 */
typedef struct
{
  PlxDateTokenKind kind;
  gsize            start;
  gsize            end;
  int              value;
  int              digits;
  gboolean         spaced;
} PlxDateToken;

PlxDateToken plx_date_token_next      (const char          *text,
                                       const char         **p);
int          plx_date_token_get_month (const PlxDateToken  *self,
                                       const char          *text);
gboolean     plx_date_token_is_month  (const PlxDateToken  *self,
                                       const char          *text);
gboolean     plx_date_token_get_zone  (const PlxDateToken  *self,
                                       const char          *text,
                                       int                 *minutes);

G_END_DECLS
