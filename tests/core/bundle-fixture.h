/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bundle/plx-bundle.h"

G_BEGIN_DECLS

/* A story of three short articles that were read from files, and what is in a bundle of it, to be
 * taken apart and put together again. */

typedef enum
{
  MEMBER_FILE,
  MEMBER_LINK,
} MemberKind;

typedef struct
{
  char       *name;
  GBytes     *bytes;
  MemberKind  kind;
} Member;

PlxDocument *bundle_fixture_read     (const char  *name,
                                      const char  *content);
PlxParcel   *bundle_fixture_parcel   (void);
GBytes      *bundle_fixture_write    (PlxBundle   *bundle);
GFile       *bundle_fixture_file     (const char  *name,
                                      GBytes      *bytes);

GPtrArray   *bundle_fixture_unzip    (GBytes      *bytes);
GBytes      *bundle_fixture_zip      (GPtrArray   *members);
Member      *bundle_fixture_find     (GPtrArray   *members,
                                      const char  *name);
void         bundle_fixture_add      (GPtrArray   *members,
                                      const char  *name,
                                      GBytes      *bytes,
                                      MemberKind   kind);
void         bundle_fixture_replace  (GPtrArray   *members,
                                      const char  *name,
                                      const char  *from,
                                      const char  *to);
void         bundle_fixture_forge    (GPtrArray   *members);

G_END_DECLS
