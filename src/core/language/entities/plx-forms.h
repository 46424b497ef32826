/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-gazetteer.h"
#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxNameForm:
 * @name: the name as it is written, with plain apostrophes and single spaces
 * @words: its words, folded; ends with `NULL`
 * @folded: the words with a space between them
 * @code: (nullable): static code of the country that it names
 * @known: (nullable): what our tables know of it
 * @kinds: how often it was found to name which kind
 * @articles: (element-type guint32): in which articles it stands
 * @language: (nullable): ISO 639-1 code of the language of its articles, or `NULL` where one of
 *   them has the full treatment
 * @is_person: whether it names a person
 * @is_place: whether it names a place that has its name in common with a country or its seat
 * @has_initials: whether it begins with initials; they are its first word
 * @is_foreign: whether it is written in another script, so that only its consonants tell much
 * @parent: another form of the same thing, or the form itself
 * @fuller: (nullable) (element-type guint32): the fuller names of several people for whom it
 *   may be short
 *
 * A name in one of the ways in which it is written.
 */
typedef struct
{
  char                *name;
  char               **words;
  char                *folded;
  const char          *code;
  const PlxKnownName  *known;
  guint                kinds[PLX_KIND_OTHER + 1];
  GArray              *articles;
  char                *language;
  gboolean             is_person;
  gboolean             is_place;
  gboolean             has_initials;
  gboolean             is_foreign;
  guint32              parent;
  GArray              *fuller;
} PlxNameForm;

/**
 * PlxNameForms:
 * @forms: (element-type PlxNameForm): all forms, in the order of their writing
 * @of_mentions: (element-type GArray): for each article, the form of each mention
 *
 * All the forms of all names of some articles, and which of them name one thing.
 */
typedef struct
{
  GPtrArray *forms;
  GPtrArray *of_mentions;
} PlxNameForms;

PlxNameForms *plx_name_forms_new      (GPtrArray    *annotations);
void          plx_name_forms_free     (PlxNameForms *self);
PlxNameForm  *plx_name_forms_get      (PlxNameForms *self,
                                       guint32       form);
guint32       plx_name_forms_get_root (PlxNameForms *self,
                                       guint32       form);
gboolean      plx_name_forms_share    (PlxNameForms *self,
                                       guint32       a,
                                       guint32       b);
guint         plx_name_forms_count_titles (const PlxNameForm *form);
void          plx_name_forms_drop_words   (PlxNameForm       *form,
                                           guint              n);
void          plx_name_forms_set_person   (PlxNameForm       *form);
void          plx_name_forms_unite    (PlxNameForms *self,
                                       guint32       a,
                                       guint32       b);
void          plx_name_forms_relate   (PlxNameForms *self,
                                       GPtrArray    *annotations);
char         *plx_name_forms_drop_legal_ending (const char *name);
const PlxKnownName *plx_name_forms_look_up     (const char *name);
gboolean      plx_name_forms_is_firm         (const PlxNameForm *form);
char         *plx_name_forms_make_body_key   (const PlxNameForm *form);
void          plx_name_forms_relate_bodies   (PlxNameForms *self);
void          plx_name_forms_relate_brackets (PlxNameForms *self,
                                              GPtrArray    *annotations);
void          plx_name_forms_relate_declined (PlxNameForms *self);
void          plx_name_forms_relate_people   (PlxNameForms *self);
void          plx_name_forms_relate_scripts  (PlxNameForms *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameForms, plx_name_forms_free)

G_END_DECLS
