/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "bundle/plx-bundle.h"
#include "countries/plx-relation-file.h"
#include "model/plx-json.h"

G_BEGIN_DECLS

/* What making a bundle, opening and checking it share.
 *
 * A bundle is a ZIP file:
 *
 *   manifest.json        what it is, and size and SHA-256 of all that follows
 *   README.txt           the same for people
 *   story.json           title, filter, and the articles with where they are from
 *   documents/NNNN.json  an article as it was read and mended, by its place in the story
 *   originals/SHA256.x   the bytes that articles were read from
 *   said.json            namings, corrections, notes, placements
 *   plan.json            the plan of the sheet, where there is one
 *   labels.json          what the user calls countries
 *   relations/NNNN.csv   the user's own relations, byte for byte
 *   analysis.json        what was found, as “parallax-cli compare --json” prints it
 *   versions.json        with which program, rules and tables
 */
#define PLX_BUNDLE_FORMAT "parallax-bundle"
#define PLX_BUNDLE_VERSION 1

#define PLX_MEMBER_MANIFEST "manifest.json"
#define PLX_MEMBER_README "README.txt"
#define PLX_MEMBER_STORY "story.json"
#define PLX_MEMBER_SAID "said.json"
#define PLX_MEMBER_PLAN "plan.json"
#define PLX_MEMBER_LABELS "labels.json"
#define PLX_MEMBER_ANALYSIS "analysis.json"
#define PLX_MEMBER_VERSIONS "versions.json"
#define PLX_FOLDER_DOCUMENTS "documents/"
#define PLX_FOLDER_ORIGINALS "originals/"
#define PLX_FOLDER_RELATIONS "relations/"

/**
 * PlxMember:
 * @name: its name in the bundle
 * @bytes: (nullable): its content; `NULL` for an original that is loaded when its turn comes
 * @size: bytes of it
 * @sha256: SHA-256 of it
 *
 * A file in a bundle.
 */
typedef struct
{
  char    *name;
  GBytes  *bytes;
  guint64  size;
  char    *sha256;
} PlxMember;

PlxMember  *plx_member_new             (const char    *name,
                                        GBytes        *bytes);
void        plx_member_free            (PlxMember     *self);

/* plx-bundle-json.c */
GBytes     *plx_bundle_json_bytes      (JsonBuilder   *builder);
GBytes     *plx_bundle_node_bytes      (JsonNode      *root);
GBytes     *plx_bundle_story_bytes     (PlxBundle     *self,
                                        GArray        *reads_again);
GBytes     *plx_bundle_document_bytes  (PlxDocument   *document);
GBytes     *plx_bundle_analysis_bytes  (PlxAnalysis   *analysis);
char       *plx_bundle_original_name   (PlxDocument   *document);
char       *plx_bundle_document_name   (guint          place);
char       *plx_bundle_relation_name   (guint          place);
JsonNode   *plx_bundle_parse           (GBytes        *bytes,
                                        const char    *name,
                                        GError       **error);
PlxDocument *plx_bundle_parse_document (GBytes        *bytes,
                                        const char    *name,
                                        GError       **error);

/* plx-bundle-said.c */
GPtrArray  *plx_bundle_list_namings     (PlxParcel    *parcel);
GPtrArray  *plx_bundle_list_corrections (PlxParcel    *parcel);
GPtrArray  *plx_bundle_list_notes       (PlxParcel    *parcel);
GPtrArray  *plx_bundle_list_placements  (PlxParcel    *parcel);

/* plx-bundle-unpacking.c */

/**
 * PlxUnpacked:
 * @members: (element-type utf8 PlxMember): all files but the manifest, by name
 * @promised: (element-type utf8 PlxMember): what the manifest says of them; without their bytes
 * @manifest: (nullable): the manifest, byte for byte
 * @faults: (element-type PlxBundleFinding): what is wrong with the files
 *
 * A bundle out of its ZIP file, and nowhere but in memory.
 */
typedef struct
{
  GHashTable *members;
  GHashTable *promised;
  GBytes     *manifest;
  GPtrArray  *faults;
} PlxUnpacked;

PlxUnpacked *plx_unpacked_new          (GFile         *file,
                                        GCancellable  *cancellable,
                                        GError       **error);
void         plx_unpacked_free         (PlxUnpacked   *self);
GBytes      *plx_unpacked_get          (PlxUnpacked   *self,
                                        const char    *name);

PlxBundleFinding *plx_bundle_finding_new  (PlxBundleFlaw     flaw,
                                           const char       *member,
                                           const char       *format,
                                           ...) G_GNUC_PRINTF (3, 4);
void              plx_bundle_finding_free (PlxBundleFinding *self);

/* plx-bundle-opening.c */
PlxBundle  *plx_bundle_new_for_unpacked (PlxUnpacked  *unpacked,
                                         GError      **error);
JsonObject *plx_bundle_get_article      (JsonNode     *story,
                                         guint         place);

/* How reading an original again came out. */
gboolean    plx_bundle_reads_again      (PlxDocument   *document,
                                         GBytes        *original,
                                         GHashTable    *known,
                                         GCancellable  *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMember, plx_member_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxUnpacked, plx_unpacked_free)

G_END_DECLS
