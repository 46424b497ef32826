/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-comparing.h"

#include "plx-cli-library.h"

G_BEGIN_DECLS

/* A story of the library with all that is found in it. */
typedef struct
{
  PlxStory       *story;       /* the library's */
  GArray         *articles;    /* gint64, by place */
  GPtrArray      *names;       /* what its articles are called */
  GPtrArray      *said;        /* PlxCorrection */
  PlxCorrections *corrections;
  PlxAnalysis    *analysis;
} PlxCliStory;

PlxCliStory *plx_cli_story_open          (PlxCliLibraryRequest *request,
                                          PlxCliStatus         *status);
void         plx_cli_story_free          (PlxCliStory          *self);
gboolean     plx_cli_story_find_sentence (PlxCliStory          *self,
                                          const char           *words,
                                          PlxSentenceRef       *found);
PlxAnchor   *plx_cli_story_make_anchor   (PlxCliStory          *self,
                                          PlxSentenceRef        ref);
void         plx_cli_story_add_anchors   (JsonBuilder          *builder,
                                          GPtrArray            *anchors);
GPtrArray   *plx_cli_story_list_notes    (PlxCliLibraryRequest *request,
                                          PlxCliStory          *self,
                                          GError              **error);
gint64       plx_cli_library_read_number (PlxCliLibraryRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCliStory, plx_cli_story_free)

G_END_DECLS
