/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "said-fixture.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A library of its own for each test; the test adds the stories and opens it again. */
void
said_fixture_make (SaidFixture *fixture,
                   const char  *kind)
{
  static guint n = 0;
  g_autofree char *name = g_strdup_printf ("%s-%u.sqlite", kind, n++);

  fixture->path = fixture_dup_path (name);
  said_fixture_open (fixture);
}

void
said_fixture_open (SaidFixture *fixture)
{
  fixture->library = fixture_open (fixture->path);
  g_set_object (&fixture->one, plx_library_find_story (fixture->library, 1));
  g_set_object (&fixture->two, plx_library_find_story (fixture->library, 2));
  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    g_signal_connect_swapped (fixture->library, plx_saying_get_signal (i), G_CALLBACK (count_cb),
                              &fixture->n_changed[i]);
}

void
said_fixture_close (SaidFixture *fixture)
{
  g_clear_object (&fixture->one);
  g_clear_object (&fixture->two);
  g_clear_object (&fixture->library);
}

void
said_fixture_reopen (SaidFixture *fixture)
{
  said_fixture_close (fixture);
  said_fixture_open (fixture);
}

void
said_fixture_tear_down (SaidFixture   *fixture,
                        gconstpointer  data)
{
  said_fixture_close (fixture);
  fixture_check_file (fixture->path);
  g_clear_pointer (&fixture->path, g_free);
}

GPtrArray *
said_fixture_list (SaidFixture *fixture,
                   PlxSaying    saying,
                   PlxStory    *story)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  plx_library_list_said_async (fixture->library, saying, story, NULL, fixture_keep_cb, &result);
  items = plx_library_list_said_finish (fixture->library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return items;
}

gboolean
said_fixture_say (SaidFixture  *fixture,
                  PlxSaying     saying,
                  GPtrArray    *items,
                  GPtrArray    *take_back,
                  const char   *label,
                  GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_say_async (fixture->library, saying, items, take_back, label, fixture_keep_cb,
                         &result);

  return fixture_finish (fixture->library, &result, error);
}

gboolean
said_fixture_say_one (SaidFixture  *fixture,
                      PlxSaying     saying,
                      gpointer      item,
                      const char   *label,
                      GError      **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);

  return said_fixture_say (fixture, saying, items, NULL, label, error);
}

void
said_fixture_undo (SaidFixture *fixture)
{
  g_assert_true (fixture_undo (fixture->library, NULL));
}

void
said_fixture_redo (SaidFixture *fixture)
{
  g_assert_true (fixture_redo (fixture->library, NULL));
}
