/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxFormPlace:
 * @article: an article of the analysis, by its place
 * @mention: a mention of it, by its place
 *
 * Where something is named.
 */
typedef struct
{
  guint32 article;
  guint32 mention;
} PlxFormPlace;

/**
 * PlxWrittenForm:
 * @surface: the words, with single spaces
 * @form: in which way they name it
 * @places: (element-type PlxFormPlace): where they stand, in the order of the articles
 *
 * A way in which the articles of a story write the name of something.
 */
typedef struct
{
  char    *surface;
  PlxForm  form;
  GArray  *places;
} PlxWrittenForm;

void       plx_written_form_free   (PlxWrittenForm *self);

GPtrArray *plx_written_forms_new   (PlxAnalysis    *analysis,
                                    guint           entity);
GArray    *plx_written_form_places (PlxAnalysis    *analysis,
                                    guint           entity);
gboolean   plx_written_form_step   (GArray         *places,
                                    PlxFormPlace    from,
                                    int             by,
                                    PlxFormPlace   *to);
char      *plx_written_form_dup    (PlxAnalysis    *analysis,
                                    PlxFormPlace    place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWrittenForm, plx_written_form_free)

G_END_DECLS
