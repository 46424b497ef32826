/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-forms.h"
#include "language/entities/plx-namings.h"

G_BEGIN_DECLS

/**
 * PlxNamed:
 *
 * The entities that the user has named, among those that the engine finds.
 *
 * What the engine finds to be one is told by the root of a form. Behind all forms there is a place
 * for each entity that the user speaks of: mentions of which that was said have it, and mentions
 * that are one with them follow, as long as the user says nothing else.
 */
typedef struct _PlxNamed PlxNamed;

PlxNamed          *plx_named_new      (PlxNamings        *namings,
                                       PlxNameForms      *forms,
                                       GPtrArray         *annotations,
                                       GPtrArray         *names);
void               plx_named_free     (PlxNamed          *self);

guint32            plx_named_get_n    (PlxNamed          *self);
guint32            plx_named_place    (PlxNamed          *self,
                                       guint32            article,
                                       guint              mention,
                                       guint32            root);
PlxNameForm       *plx_named_get_form (PlxNamed          *self,
                                       guint32            place,
                                       PlxNameForm       *form);
void               plx_named_settle   (PlxNamed          *self,
                                       guint32            place,
                                       PlxEntityRecord   *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNamed, plx_named_free)

G_END_DECLS
