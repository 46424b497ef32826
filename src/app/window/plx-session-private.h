/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-note-places.h"
#include "window/plx-session.h"
#include "window/plx-story-said.h"

G_BEGIN_DECLS

/* The fields of a session, which is one type in several files: the object itself, comparing, the
 * filter, and what the user says and does. */
struct _PlxSession
{
  GObject        parent_instance;

  PlxLibrary    *library;
  PlxStory      *story;               /* nullable */
  PlxStorySaid  *said[PLX_N_SAYINGS]; /* none is NULL */
  PlxFilter     *filter;              /* never NULL */
  PlxAnalysis   *analysis;            /* nullable */
  PlxPassages   *passages;            /* nullable; fits analysis */
  GPtrArray     *articles;            /* PlxArticle; those of the analysis, by place */
  gint64        *ids;                 /* theirs; nullable as the analysis is */
  GStrv          sources;             /* what they are called; nullable as the analysis is */
  PlxNotePlaces  note_places;         /* on which claims of it the notes are */
  PlxTextNotes   text_notes;          /* where in its texts they are */
  char          *key;                 /* nullable; of the analysis, or of the one under way */
  guint          article;

  PlxProgress   *progress;            /* nullable; of the comparison under way */
  GCancellable  *cancellable;         /* nullable; what is under way for the open story */
  GSignalGroup  *story_group;
  guint          n_filters;           /* filters on their way into the library */
  gboolean       loaded;              /* the story's articles are there */
  gboolean       busy;
  gboolean       is_stopped;          /* the user has given up comparing what there is */
  guint          compare_id;          /* idle source, or 0 */
};

void plx_session_set_busy (PlxSession   *self,
                           gboolean      busy);
void plx_session_fail     (PlxSession   *self,
                           const GError *error);

/* plx-session-comparing.c */
void plx_session_take_analysis (PlxSession  *self,
                                PlxAnalysis *analysis,
                                GPtrArray   *articles);
void plx_session_queue_compare (PlxSession  *self);
void plx_session_load_story    (PlxSession  *self);
void plx_session_leave_off     (PlxSession  *self);

/* plx-session-filter.c */
void plx_session_apply_filter  (PlxSession *self,
                                PlxFilter  *filter);
void plx_session_follow_filter (PlxSession *self);

/* plx-session-said.c */
void       plx_session_say      (PlxSession *self,
                                 PlxSaying   saying,
                                 GPtrArray  *items,
                                 GPtrArray  *take_back,
                                 const char *label);
GPtrArray *plx_session_get_said (PlxSession *self,
                                 PlxSaying   saying);
gboolean   plx_session_has_said (PlxSession *self,
                                 PlxSaying   saying);

G_END_DECLS
