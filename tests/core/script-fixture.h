/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library-fixture.h"

G_BEGIN_DECLS

/* What users do with a library, step by step: the tests of its safety do it again and again. */

/**
 * ScriptStep:
 * @library: an open library
 * @n: a number that tells this step from others of its kind
 * @error: return location for an error
 *
 * Returns: whether the step was done
 */
typedef gboolean (*ScriptStep) (PlxLibrary  *library,
                                guint        n,
                                GError     **error);

/* Steps that go on from what is there. Those that change something are one change each; they are
 * about the newest story, which is there from the first on. */
gboolean  script_add_story     (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_add_articles  (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_edit          (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_rename        (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_filter        (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_note          (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_name          (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_leave         (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_remove        (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_undo          (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_redo          (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_search        (PlxLibrary  *library,
                                guint        n,
                                GError     **error);
gboolean  script_save_state    (PlxLibrary  *library,
                                guint        n,
                                GError     **error);

/* All rows of all tables that are not SQLite's own, one a line, in order; of a library that is
 * closed. Without its history, its tables are left out and those of which none is kept, since what
 * is in them is never taken back; without times, columns that tell when something was done. */
typedef enum
{
  SCRIPT_DUMP_ALL = 0,
  SCRIPT_DUMP_NO_HISTORY = 1 << 0,
  SCRIPT_DUMP_NO_TIMES = 1 << 1,
} ScriptDump;

char     *script_dump          (const char  *path,
                                ScriptDump   how);

/* Makes an empty library as an earlier release made it. */
void      script_make_old     (const char  *path,
                                gint64       version);

G_END_DECLS
