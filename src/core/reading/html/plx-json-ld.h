/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxJsonLd:
 * @headline: (nullable): the article's headline
 * @author: (nullable): its authors' names, a comma between them
 * @outlet: (nullable): its publisher's name
 * @published: (nullable): when it was published, as it is given
 * @modified: (nullable): when it was changed, as it is given
 * @description: (nullable): what it is about
 * @body: (nullable): its text
 * @section: (nullable): the part of the outlet in which it stands
 * @trail: (nullable): the steps that lead to it, “ › ” between them
 * @credit: (nullable): who is to be credited, where that is told apart from the author
 * @language: (nullable): its language, as it is given
 * @address: (nullable): its address
 *
 * What the linked data of a page tells of its article.
 */
typedef struct
{
  char *headline;
  char *author;
  char *outlet;
  char *published;
  char *modified;
  char *description;
  char *body;
  char *section;
  char *trail;
  char *credit;
  char *language;
  char *address;
} PlxJsonLd;

PlxJsonLd *plx_json_ld_new  (void);
void       plx_json_ld_free (PlxJsonLd  *self);
void       plx_json_ld_add  (PlxJsonLd  *self,
                             const char *script);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxJsonLd, plx_json_ld_free)

G_END_DECLS
