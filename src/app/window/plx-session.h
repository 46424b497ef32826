/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-comparing.h"
#include "language/entities/plx-mending.h"
#include "library/plx-library.h"
#include "window/plx-text-notes.h"

G_BEGIN_DECLS

#define PLX_TYPE_SESSION (plx_session_get_type ())

/**
 * PlxSession:
 *
 * What one window works on: the open story, what was found in it, and the filter.
 *
 * The window owns it and hands it to every view as their `session` property. Views read it,
 * bind to its properties and ask it for changes; they never talk to the library themselves.
 *
 * Properties (all notify on the main thread):
 *
 * - `library` ([class@Library], construct-only)
 * - `story` ([class@Story], nullable)
 * - `analysis` ([struct@Analysis], nullable while there is no story or it is being compared)
 * - `passages` ([struct@Passages], nullable as `analysis` is; fits the analysis always)
 * - `filter` ([struct@Filter], never `NULL`)
 * - `busy` (whether it is being compared)
 * - `article` (guint: the article that Read shows, by its place in the analysis)
 *
 * Signals: `show-sentence (guint article, guint sentence)`: somebody wants to see a sentence in its
 * article; the window turns to Read, which scrolls there. `compare-sentence (guint article, guint
 * sentence)`: likewise beside other sources; the window turns to Compare. `changed (char *what,
 * GPtrArray *rules)`: the user has changed an article, and may want to take it back, or to remember
 * it for the outlet by @rules (nullable; [struct@Rule]). `notes-changed ()`: the notes on the
 * claims may be others. `placements-changed ()`: what the user has done with the nodes of the graph
 * may be other than it was. `failed (GError)`: a change could not be made; the window says so.
 */
G_DECLARE_FINAL_TYPE (PlxSession, plx_session, PLX, SESSION, GObject)

PlxSession  *plx_session_new           (PlxLibrary     *library);

PlxLibrary  *plx_session_get_library   (PlxSession     *self);
PlxStory    *plx_session_get_story     (PlxSession     *self);
void         plx_session_set_story     (PlxSession     *self,
                                        PlxStory       *story);
PlxAnalysis *plx_session_get_analysis  (PlxSession     *self);
PlxPassages *plx_session_get_passages  (PlxSession     *self);
PlxFilter   *plx_session_get_filter    (PlxSession     *self);
void         plx_session_set_filter    (PlxSession     *self,
                                        PlxFilter      *filter);
void         plx_session_clear_filter  (PlxSession     *self);
gboolean     plx_session_is_busy       (PlxSession     *self);
PlxProgress *plx_session_get_progress  (PlxSession     *self);
void         plx_session_stop_comparing (PlxSession    *self);
void         plx_session_compare_again (PlxSession     *self);
guint        plx_session_get_article   (PlxSession     *self);
void         plx_session_set_article   (PlxSession     *self,
                                        guint           article);
PlxArticle  *plx_session_find_article  (PlxSession     *self,
                                        guint           article);
const char  *plx_session_get_source    (PlxSession     *self,
                                        guint           article);
PlxDay       plx_session_get_today     (PlxSession     *self);

void         plx_session_set_kept      (PlxSession     *self,
                                        guint           article,
                                        guint           block,
                                        gboolean        kept);
void         plx_session_set_kept_run  (PlxSession     *self,
                                        guint           article,
                                        guint           block,
                                        guint           n_blocks,
                                        gboolean        kept);
void         plx_session_set_always    (PlxSession     *self,
                                        guint           article,
                                        guint           block,
                                        gboolean        kept);
void         plx_session_remember      (PlxSession     *self,
                                        GPtrArray      *rules);
void         plx_session_forget        (PlxSession     *self,
                                        PlxRule        *rule);
void         plx_session_set_field     (PlxSession     *self,
                                        guint           article,
                                        PlxField        field,
                                        const char     *value);
void         plx_session_leave_story   (PlxSession     *self,
                                        guint           article);

/* What the user says of names. */
GPtrArray   *plx_session_get_namings   (PlxSession     *self);
void         plx_session_get_place     (PlxSession     *self,
                                        PlxScope        scope,
                                        guint           article,
                                        guint           mention,
                                        PlxMendPlace   *place);
void         plx_session_name          (PlxSession     *self,
                                        GPtrArray      *namings,
                                        GPtrArray      *forget,
                                        const char     *label);

/* What the user says of claims, and notes on them. */
GPtrArray   *plx_session_get_corrections (PlxSession   *self);
GArray      *plx_session_list_correction_states (PlxSession *self);
void         plx_session_correct       (PlxSession     *self,
                                        GPtrArray      *corrections,
                                        GPtrArray      *take_back,
                                        const char     *label);
GPtrArray   *plx_session_list_notes    (PlxSession     *self,
                                        guint           claim);
void         plx_session_write_notes   (PlxSession     *self,
                                        GPtrArray      *notes,
                                        const char     *label);

/* Notes on texts and entities, and what is highlighted. */
GArray      *plx_session_list_text_notes (PlxSession   *self,
                                          guint         article,
                                          guint32       start,
                                          guint32       end);
PlxNote     *plx_session_make_text_note  (PlxSession   *self,
                                          guint         article,
                                          guint32       start,
                                          guint32       end);
PlxNote     *plx_session_dup_entity_note (PlxSession   *self,
                                          guint32       entity);
void         plx_session_write_note      (PlxSession   *self,
                                          const PlxNote *note,
                                          const char   *label);
const PlxNote *plx_session_find_note     (PlxSession   *self,
                                          gint64        id);
gboolean     plx_session_show_note       (PlxSession   *self,
                                          const PlxNote *note);

/* What the user does with the nodes of the graph: moves, pins, hides. */
gboolean     plx_session_has_placements  (PlxSession   *self);
GPtrArray   *plx_session_get_placements  (PlxSession   *self);
GPtrArray   *plx_session_find_placements (PlxSession   *self);
PlxPlacement *plx_session_dup_placement  (PlxSession   *self,
                                          guint32       entity);
void         plx_session_place         (PlxSession     *self,
                                        GPtrArray      *placements,
                                        const char     *label);

void         plx_session_show_sentence (PlxSession     *self,
                                        PlxSentenceRef  ref);
void         plx_session_compare_sentence (PlxSession  *self,
                                        PlxSentenceRef  ref);

G_END_DECLS
