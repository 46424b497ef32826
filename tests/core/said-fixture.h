/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library-fixture.h"

G_BEGIN_DECLS

/* What the tests of what the user says of stories share: a library with two stories, which are
 * number 1 and 2, and how often it told that something was said. */
typedef struct
{
  char       *path;
  PlxLibrary *library;
  PlxStory   *one;
  PlxStory   *two;
  guint       n_changed[PLX_N_SAYINGS];
} SaidFixture;

void       said_fixture_make      (SaidFixture   *fixture,
                                   const char    *kind);
void       said_fixture_open      (SaidFixture   *fixture);
void       said_fixture_close     (SaidFixture   *fixture);
void       said_fixture_reopen    (SaidFixture   *fixture);
void       said_fixture_tear_down (SaidFixture   *fixture,
                                   gconstpointer  data);

GPtrArray *said_fixture_list      (SaidFixture   *fixture,
                                   PlxSaying      saying,
                                   PlxStory      *story);
gboolean   said_fixture_say       (SaidFixture   *fixture,
                                   PlxSaying      saying,
                                   GPtrArray     *items,
                                   GPtrArray     *take_back,
                                   const char    *label,
                                   GError       **error);
gboolean   said_fixture_say_one   (SaidFixture   *fixture,
                                   PlxSaying      saying,
                                   gpointer       item,
                                   const char    *label,
                                   GError       **error);
void       said_fixture_undo      (SaidFixture   *fixture);
void       said_fixture_redo      (SaidFixture   *fixture);

G_END_DECLS
