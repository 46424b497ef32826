/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAMING (plx_naming_get_type ())

/**
 * PlxNaming:
 * @id: its number in the library, or 0 while it has none
 * @scope: how far it reaches
 * @article: id of the article, where @scope is a mention or an article; else 0
 * @story: id of the story, where @scope is a story; else 0
 * @surface: the words as they are written
 * @start: where @scope is a mention, its first byte in the article's text
 * @is_name: whether the words are a name at all; all below is unset where they are not
 * @entity: (nullable): what is named, by the name that it is to be called; mentions whose namings
 *   give one entity (in whatever case) are one, and those that the engine finds to be one with
 *   them follow; `NULL` where nothing was said
 * @has_kind: whether @kind was said
 * @kind: what it is
 * @country: (nullable): ISO 3166-1 alpha-3 code of its country; "" for none; `NULL` where nothing
 *   was said
 * @before: (nullable): where @scope is a mention, what stands before it in its paragraph, and
 * @after: (nullable): what stands behind: by these it is found again where the text has shifted
 *
 * What the user has said of a name: “treat these words as …”. It always wins over what the engine
 * finds, whenever an article is read again.
 *
 * A name that says nothing of an entity, kind or country leaves each to a wider or older naming,
 * and else to the engine.
 *
 * It is the one form in which every way of mending is kept. *Not a name* is a naming whose
 * @is_name is unset; *a missed name* one whose @scope is a mention; renaming, merging and
 * splitting give @entity to the surfaces concerned; a kind or country set by hand gives those.
 */
typedef struct
{
  gint64    id;
  PlxScope  scope;
  gint64    article;
  gint64    story;
  char     *surface;
  guint32   start;
  gboolean  is_name;
  char     *entity;
  gboolean  has_kind;
  PlxKind   kind;
  char     *country;
  char     *before;
  char     *after;
} PlxNaming;

GType      plx_naming_get_type (void);

PlxNaming *plx_naming_new      (PlxScope         scope,
                                const char      *surface);
PlxNaming *plx_naming_copy     (const PlxNaming *self);
void       plx_naming_free     (PlxNaming       *self);

char      *plx_naming_fold     (const char      *words);
gboolean   plx_naming_replaces (const PlxNaming *self,
                                const PlxNaming *other);
void       plx_naming_inherit  (PlxNaming       *self,
                                const PlxNaming *older);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNaming, plx_naming_free)

G_END_DECLS
