/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "library/plx-library.h"
#include "model/plx-analysis.h"
#include "sheet/plx-sheet-matter.h"
#include "sheet/plx-sheet-plan.h"

G_BEGIN_DECLS

/**
 * PlxBundleError:
 * @PLX_BUNDLE_ERROR_NOT_ONE: the file is no bundle
 * @PLX_BUNDLE_ERROR_DAMAGED: it is broken off, or holds what it cannot hold
 * @PLX_BUNDLE_ERROR_CHANGED: it was changed after it was made
 * @PLX_BUNDLE_ERROR_UNSAFE: a name in it leads out of it
 * @PLX_BUNDLE_ERROR_TOO_LARGE: it grows beyond all measure when it is unpacked
 * @PLX_BUNDLE_ERROR_TOO_NEW: a later release made it
 */
typedef enum
{
  PLX_BUNDLE_ERROR_NOT_ONE,
  PLX_BUNDLE_ERROR_DAMAGED,
  PLX_BUNDLE_ERROR_CHANGED,
  PLX_BUNDLE_ERROR_UNSAFE,
  PLX_BUNDLE_ERROR_TOO_LARGE,
  PLX_BUNDLE_ERROR_TOO_NEW,
} PlxBundleError;

#define PLX_BUNDLE_ERROR (plx_bundle_error_quark ())
GQuark plx_bundle_error_quark (void);

#define PLX_TYPE_BUNDLE (plx_bundle_get_type ())

/**
 * PlxBundle:
 * @parcel: the story: its articles as they were read, and what the user has said of them. Of its
 *   states only the plan of its sheet (`sheet`) goes into a file
 * @relations: (element-type PlxRelationFile): the relations of the user's own
 * @labels: (element-type utf8 utf8): what the user calls countries, by their codes
 * @today: the day on which it was asked how countries stand “today”
 * @library: (nullable): where the bytes are that the articles were read from, unless the articles
 *   have them with them
 *
 * All that somebody else needs to see for himself what was found in a story.
 *
 * It is filled by whoever makes it, and not changed once a second holder has a reference.
 */
typedef struct
{
  PlxParcel  *parcel;
  GPtrArray  *relations;
  GHashTable *labels;
  PlxDay      today;
  PlxLibrary *library;
} PlxBundle;

/**
 * PlxBundleProgressFunc:
 * @fraction: how much is done, from 0 to 1
 * @user_data: data of whoever asked
 *
 * Is told how far making, opening or checking a bundle has come.
 */
typedef void (*PlxBundleProgressFunc) (double   fraction,
                                       gpointer user_data);

/**
 * PlxBundleFlaw:
 * @PLX_BUNDLE_FLAW_MEMBER: a file in it is not what the manifest says
 * @PLX_BUNDLE_FLAW_READING: an article is not what its original says
 * @PLX_BUNDLE_FLAW_ANALYSIS: what is found in the articles is not what the bundle says
 * @PLX_BUNDLE_FLAW_VERSION: it was made with another version of the program or of its tables
 * @PLX_BUNDLE_FLAW_NO_ORIGINAL: an original was not kept, so that only the text can be looked at
 *
 * What may be wrong with a bundle. The last is a weakness and no fault.
 */
typedef enum
{
  PLX_BUNDLE_FLAW_MEMBER,
  PLX_BUNDLE_FLAW_READING,
  PLX_BUNDLE_FLAW_ANALYSIS,
  PLX_BUNDLE_FLAW_VERSION,
  PLX_BUNDLE_FLAW_NO_ORIGINAL,
} PlxBundleFlaw;

/**
 * PlxBundleFinding:
 * @flaw: what kind of finding it is
 * @member: (nullable): the file in the bundle, the table, or the place in the analysis
 * @message: a whole sentence
 *
 * Something that checking a bundle has found.
 */
typedef struct
{
  PlxBundleFlaw  flaw;
  char          *member;
  char          *message;
} PlxBundleFinding;

/**
 * PlxBundleCheck:
 * @findings: (element-type PlxBundleFinding): what was found, the gravest first
 * @title: (nullable): what the story is called
 * @fingerprint: (nullable): SHA-256 of the manifest, which stands for the whole bundle
 * @n_members: how many files are in it
 * @n_articles: how many articles
 * @n_originals: how many of their originals
 * @is_sound: whether all is as the bundle says, made again with the same versions
 *
 * What came of checking a bundle.
 */
typedef struct
{
  GPtrArray *findings;
  char      *title;
  char      *fingerprint;
  guint      n_members;
  guint      n_articles;
  guint      n_originals;
  gboolean   is_sound;
} PlxBundleCheck;

GType           plx_bundle_get_type      (void);

PlxBundle      *plx_bundle_new           (PlxParcel              *parcel,
                                          PlxDay                  today);
PlxBundle      *plx_bundle_ref           (PlxBundle              *self);
void            plx_bundle_unref         (PlxBundle              *self);
void            plx_bundle_take_tables   (PlxBundle              *self);

GStrv           plx_bundle_adopt_tables  (PlxBundle              *self,
                                          GFile                  *relations,
                                          GFile                  *labels,
                                          GCancellable           *cancellable,
                                          GError                **error);

PlxAnalysis    *plx_bundle_analyse       (PlxBundle              *self,
                                          GCancellable           *cancellable,
                                          GError                **error);

PlxSheetMatter *plx_bundle_make_matter   (PlxBundle              *self,
                                          GCancellable           *cancellable,
                                          GError                **error);
PlxSheetPlan   *plx_bundle_make_plan     (PlxBundle              *self,
                                          GError                **error);

gboolean        plx_bundle_write         (PlxBundle              *self,
                                          GOutputStream          *stream,
                                          PlxBundleProgressFunc   progress,
                                          gpointer                progress_data,
                                          char                  **fingerprint,
                                          GCancellable           *cancellable,
                                          GError                **error);
gboolean        plx_bundle_save          (PlxBundle              *self,
                                          GFile                  *file,
                                          PlxBundleProgressFunc   progress,
                                          gpointer                progress_data,
                                          char                  **fingerprint,
                                          GCancellable           *cancellable,
                                          GError                **error);
PlxBundle      *plx_bundle_read          (GFile                  *file,
                                          GCancellable           *cancellable,
                                          GError                **error);
PlxBundleCheck *plx_bundle_check         (GFile                  *file,
                                          PlxBundleProgressFunc   progress,
                                          gpointer                progress_data,
                                          GCancellable           *cancellable,
                                          GError                **error);
void            plx_bundle_check_free    (PlxBundleCheck         *self);

/* plx-bundle-calls.c */
void            plx_bundle_save_story_async   (PlxLibrary             *library,
                                               PlxStory               *story,
                                               PlxDay                  today,
                                               GFile                  *file,
                                               PlxBundleProgressFunc   progress,
                                               gpointer                progress_data,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
char           *plx_bundle_save_story_finish  (GAsyncResult           *result,
                                               GError                **error);
void            plx_bundle_open_async         (PlxLibrary             *library,
                                               GFile                  *file,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
PlxStory       *plx_bundle_open_finish        (GAsyncResult           *result,
                                               PlxBundle             **bundle,
                                               GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBundle, plx_bundle_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBundleCheck, plx_bundle_check_free)

G_END_DECLS
