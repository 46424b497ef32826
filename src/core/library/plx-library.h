/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "library/plx-parcel.h"
#include "library/plx-query.h"
#include "library/plx-rule.h"
#include "model/plx-analysis.h"
#include "model/plx-correction.h"
#include "model/plx-naming.h"
#include "model/plx-note.h"
#include "model/plx-placement.h"
#include "model/plx-story.h"

G_BEGIN_DECLS

/**
 * PlxLibraryError:
 * @PLX_LIBRARY_ERROR_BUSY: another program holds the library
 * @PLX_LIBRARY_ERROR_CORRUPT: the file is not a readable library
 * @PLX_LIBRARY_ERROR_STORAGE: the disk or the database refused
 * @PLX_LIBRARY_ERROR_TOO_NEW: a later release wrote the library
 * @PLX_LIBRARY_ERROR_NOT_FOUND: it holds no such thing
 * @PLX_LIBRARY_ERROR_READ_ONLY: it can be read only
 */
typedef enum
{
  PLX_LIBRARY_ERROR_BUSY,
  PLX_LIBRARY_ERROR_CORRUPT,
  PLX_LIBRARY_ERROR_STORAGE,
  PLX_LIBRARY_ERROR_TOO_NEW,
  PLX_LIBRARY_ERROR_NOT_FOUND,
  PLX_LIBRARY_ERROR_READ_ONLY,
} PlxLibraryError;

#define PLX_LIBRARY_ERROR (plx_library_error_quark ())
GQuark plx_library_error_quark (void);

#define PLX_TYPE_LIBRARY (plx_library_get_type ())

/**
 * PlxLibrary:
 *
 * The library: one SQLite file, and the one place through which it changes.
 *
 * Properties, all notified on the main thread: `stories` (a [iface@Gio.ListModel] of
 * [class@Story], newest first, always true to the file), `undo-label` and
 * `redo-label` (nullable: what the next undo or redo would take back or do again, e.g.
 * “Add 5 articles”; `NULL` where there is nothing); `n-articles`, `n-notes` and `n-trashed` (how
 * many there are).
 *
 * Signals, one for each [enum@Saying]: `namings-changed ()`, `corrections-changed ()`,
 * `notes-changed ()`, `placements-changed ()`: what the user has said is not what it was, by a
 * call, by undo or redo, or maybe by another program. Likewise `articles-changed ()` (what a list
 * of all articles tells), `trash-changed ()` and `history-changed ()`. Emitted on the main thread,
 * when it can be listed.
 *
 * The signal `damaged (const char *why)` tells once that the file is damaged.
 *
 * Every `…_async` call that changes something is one change of the history. It writes
 * on the library's own thread, in one transaction, and afterwards brings the objects
 * of the model (stories, their articles, titles and filters) up to date on the main thread
 * before the callback runs. So do undo and redo.
 */
G_DECLARE_FINAL_TYPE (PlxLibrary, plx_library, PLX, LIBRARY, GObject)

PlxLibrary *plx_library_open                (const char  *path,
                                             GError     **error);
char       *plx_library_dup_default_path    (void);
void        plx_library_close               (PlxLibrary  *self);

const char *plx_library_get_path            (PlxLibrary  *self);
const char *plx_library_get_read_only       (PlxLibrary  *self);
gboolean    plx_library_is_newer            (PlxLibrary  *self);

GListModel *plx_library_get_stories         (PlxLibrary  *self);
PlxStory   *plx_library_find_story          (PlxLibrary  *self,
                                             gint64       id);
const char *plx_library_get_undo_label      (PlxLibrary  *self);
const char *plx_library_get_redo_label      (PlxLibrary  *self);

/* Fills a story's list of articles, which is empty until asked for. */
void        plx_library_load_story_async    (PlxLibrary          *self,
                                             PlxStory            *story,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean    plx_library_load_story_finish   (PlxLibrary          *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/* Adds documents to a story, or to a new one where @story is NULL; gives the story. A document
 * that the library has already (the same digest) is not stored twice, only joined to the story. */
void        plx_library_add_async           (PlxLibrary          *self,
                                             PlxStory            *story,
                                             const char          *title,
                                             GPtrArray           *documents,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
PlxStory   *plx_library_add_finish          (PlxLibrary          *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/* All changes below end with plx_library_change_finish(). */
void        plx_library_set_document_async  (PlxLibrary          *self,
                                             PlxArticle          *article,
                                             PlxDocument         *document,
                                             const char          *label,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        plx_library_rename_story_async  (PlxLibrary          *self,
                                             PlxStory            *story,
                                             const char          *title,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        plx_library_set_filter_async    (PlxLibrary          *self,
                                             PlxStory            *story,
                                             PlxFilter           *filter,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        plx_library_leave_story_async   (PlxLibrary          *self,
                                             PlxStory            *story,
                                             PlxArticle          *article,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        plx_library_remove_story_async  (PlxLibrary          *self,
                                             PlxStory            *story,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        plx_library_undo_async          (PlxLibrary          *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        plx_library_redo_async          (PlxLibrary          *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

/* Remembers corrections for an outlet: they hold for all its articles that are there and for all
 * that will come. Where a document is given, the article is changed to it in the same change.
 * @label names what is remembered; the number of articles is added to it. */
void        plx_library_remember_async      (PlxLibrary          *self,
                                             PlxArticle          *article,
                                             PlxDocument         *document,
                                             GPtrArray           *rules,
                                             const char          *label,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        plx_library_forget_async        (PlxLibrary          *self,
                                             PlxRule             *rule,
                                             const char          *label,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean    plx_library_rules_finish        (PlxLibrary          *self,
                                             GAsyncResult        *result,
                                             guint               *n_articles,
                                             GError             **error);

/* Not a change: all rules, the oldest first, with the number of articles in which they do
 * something. */
void        plx_library_list_rules_async    (PlxLibrary          *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
GPtrArray  *plx_library_list_rules_finish   (PlxLibrary          *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/**
 * PlxMembership:
 * @article: id of an article
 * @story: id of a story that has it
 * @document: its place among the documents that were asked for
 *
 * That an article is in a story.
 */
typedef struct
{
  gint64  article;
  gint64  story;
  guint32 document;
} PlxMembership;

/* Not a change: the articles of all stories, each once, and which story has which of them. */
void        plx_library_list_articles_async  (PlxLibrary          *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GPtrArray  *plx_library_list_articles_finish (PlxLibrary          *self,
                                              GAsyncResult        *result,
                                              GArray             **memberships,
                                              GError             **error);

/**
 * PlxSaying:
 * @PLX_SAYING_NAMING: a [struct@Naming] of a name. It takes the place of the one that it replaces,
 *   and keeps of it what it says nothing of. Those of a story are its own, those of its articles
 *   and mentions, and those of the library.
 * @PLX_SAYING_CORRECTION: a [struct@Correction] of the story's claims
 * @PLX_SAYING_NOTE: a [struct@Note] on a claim, a text or an entity; with an id it is written in
 *   the place of the one of that id, and where it is empty it removes that one
 * @PLX_SAYING_PLACEMENT: a [struct@Placement] of a node of the story's graph: moved, pinned,
 *   hidden. It takes the place of what was said of the same entity; where it says nothing, that is
 *   forgotten.
 *
 * The kinds of what a user says of a story.
 */
typedef enum
{
  PLX_SAYING_NAMING,
  PLX_SAYING_CORRECTION,
  PLX_SAYING_NOTE,
  PLX_SAYING_PLACEMENT,
} PlxSaying;

#define PLX_N_SAYINGS (PLX_SAYING_PLACEMENT + 1)

/* The library's signal for a kind. */
const char *plx_saying_get_signal           (PlxSaying            saying);

/* Remembers what the user says, and takes back what was said before (by its id), as one change.
 * @label names it in undo. Either array may be NULL. Ends with plx_library_change_finish(). */
void        plx_library_say_async           (PlxLibrary          *self,
                                             PlxSaying            saying,
                                             GPtrArray           *items,
                                             GPtrArray           *take_back,
                                             const char          *label,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

/* Not a change: what was said that bears on a story, the oldest first; all namings where @story is
 * NULL. Of a story of number 0, which has an article by itself, it is that of all articles. */
void        plx_library_list_said_async     (PlxLibrary          *self,
                                             PlxSaying            saying,
                                             PlxStory            *story,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
GPtrArray  *plx_library_list_said_finish    (PlxLibrary          *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/* Looks for what other programs have written: the command line, beside an open window. Not a
 * change; costs next to nothing where there is none. Ends with plx_library_change_finish(), too. */
void        plx_library_refresh_async       (PlxLibrary          *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean    plx_library_change_finish       (PlxLibrary          *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/* What was computed for a story, kept under a key that names all it depends on. Not a change. */
void         plx_library_save_analysis_async  (PlxLibrary          *self,
                                               PlxStory            *story,
                                               const char          *key,
                                               PlxAnalysis         *analysis,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
void         plx_library_load_analysis_async  (PlxLibrary          *self,
                                               PlxStory            *story,
                                               const char          *key,
                                               GPtrArray           *documents,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
PlxAnalysis *plx_library_load_analysis_finish (PlxLibrary          *self,
                                               GAsyncResult        *result,
                                               GError             **error);

/* How a view shows a story, kept for it. Not a change; the first ends with
 * plx_library_change_finish(). */
void         plx_library_save_state_async  (PlxLibrary          *self,
                                            PlxStory            *story,
                                            const char          *view,
                                            const char          *state,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
void         plx_library_load_state_async  (PlxLibrary          *self,
                                            PlxStory            *story,
                                            const char          *view,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
char        *plx_library_load_state_finish (PlxLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* A story with all that there is of it, for another library. The first is not a change; the
 * second ends with plx_library_add_finish(). */
void         plx_library_load_parcel_async    (PlxLibrary          *self,
                                               PlxStory            *story,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
PlxParcel   *plx_library_load_parcel_finish   (PlxLibrary          *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void         plx_library_add_parcel_async     (PlxLibrary          *self,
                                               PlxParcel           *parcel,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

GBytes      *plx_library_read_original        (PlxLibrary          *self,
                                               const char          *sha256,
                                               GError             **error);

/**
 * PlxUncounted:
 * @body: the text, by a number of the library's
 * @document: (nullable): an article with this text; `NULL` where it is damaged
 * @counts: (nullable): the countries that it mentions, for whoever counts to fill in
 *
 * A text in which countries have not been counted. Where it is damaged, counts of no country keep
 * it from being listed again.
 */
typedef struct
{
  gint64            body;
  PlxDocument      *document;
  PlxCountryCounts *counts;
} PlxUncounted;

void        plx_uncounted_free                (PlxUncounted        *self);

/* Neither is a change; the second ends with plx_library_change_finish(). */
void        plx_library_list_uncounted_async  (PlxLibrary          *self,
                                               guint                engine,
                                               guint                limit,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
GPtrArray  *plx_library_list_uncounted_finish (PlxLibrary          *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void        plx_library_save_counts_async     (PlxLibrary          *self,
                                               GPtrArray           *counted,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

/**
 * PlxHit:
 * @article: id of the article
 * @story: id of a story that has it, or 0
 * @title: the article's headline or file name
 * @outlet: (nullable): the outlet
 * @snippet: the words around the hit; each hit between U+0002 and U+0003
 */
typedef struct
{
  gint64  article;
  gint64  story;
  char   *title;
  char   *outlet;
  char   *snippet;
} PlxHit;

void        plx_hit_free               (PlxHit              *self);

void        plx_library_search_async   (PlxLibrary          *self,
                                        PlxQuery            *query,
                                        guint                limit,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
GPtrArray  *plx_library_search_finish  (PlxLibrary          *self,
                                        GAsyncResult        *result,
                                        GError             **error);
guint       plx_library_search_get_n_found (GAsyncResult    *result);

G_END_DECLS
