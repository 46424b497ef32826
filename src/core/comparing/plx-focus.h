/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxFocus:
 *
 * Which countries the articles of a story, and their passages, are about, and not only mention.
 */
typedef struct _PlxFocus PlxFocus;

/**
 * PlxFocusShare:
 * @country: static code of a country
 * @share: how much of what the article says of countries is about it, from 0 to 1
 * @is_about: whether the article is about it
 */
typedef struct
{
  const char *country;
  double      share;
  gboolean    is_about;
} PlxFocusShare;

PlxFocus     *plx_focus_new              (PlxAnalysis    *analysis);
PlxFocus     *plx_focus_ref              (PlxFocus       *self);
void          plx_focus_unref            (PlxFocus       *self);

const GArray *plx_focus_get_shares       (PlxFocus       *self,
                                          guint           article);
gboolean      plx_focus_is_article_about (PlxFocus       *self,
                                          guint           article,
                                          const char     *country);
gboolean      plx_focus_is_passage_about (PlxFocus       *self,
                                          PlxSentenceRef  ref,
                                          const char     *country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxFocus, plx_focus_unref)

G_END_DECLS
