/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bundle-fixture.h"
#include "library-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define PLAN "{\"title\":\"For the judge\",\"sections\":[]}"

typedef struct
{
  char       *path;
  PlxLibrary *library;
  PlxStory   *story;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (PlxParcel) parcel = bundle_fixture_parcel ();
  g_autofree char *name = g_strconcat ((const char *) data, ".sqlite", NULL);

  fixture->path = fixture_dup_path (name);
  fixture->library = fixture_open (fixture->path);
  fixture->story = fixture_add (fixture->library, NULL, "The ferry", parcel->documents, NULL);
  g_assert_nonnull (fixture->story);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->story);
  plx_library_close (fixture->library);
  g_clear_object (&fixture->library);
  g_free (fixture->path);
}

static PlxParcel *
load_parcel (PlxLibrary *library,
             PlxStory   *story)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlxParcel *parcel;

  plx_library_load_parcel_async (library, story, NULL, fixture_keep_cb, &result);
  parcel = plx_library_load_parcel_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return parcel;
}

static PlxStory *
open_bundle (PlxLibrary  *library,
             GFile       *file,
             GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_bundle_open_async (library, file, NULL, fixture_keep_cb, &result);

  return plx_bundle_open_finish (fixture_wait (&result), NULL, error);
}

static GFile *
save (Fixture       *fixture,
      const char    *name,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *fingerprint = NULL;

  plx_bundle_save_story_async (fixture->library, fixture->story, plx_day_parse ("2024-05-06"),
                               file, NULL, NULL, cancellable, fixture_keep_cb, &result);
  fingerprint = plx_bundle_save_story_finish (fixture_wait (&result), error);
  g_assert_true (fingerprint == NULL || strlen (fingerprint) == 64);

  return fingerprint != NULL ? g_steal_pointer (&file) : NULL;
}

static char *
dup_said (PlxParcel *parcel)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, parcel->said);

  return json_to_string (node, FALSE);
}

static JsonArray *
parse_rows (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);

  return json_array_ref (json_node_get_array (node));
}

/* A story of which the user has said all that can be said. */
static PlxParcel *
make_parcel (void)
{
  PlxParcel *parcel = bundle_fixture_parcel ();

  json_object_set_array_member (parcel->said, "naming", parse_rows (
    "[{\"scope\":\"article\",\"article\":2,\"surface\":\"Aurora\",\"start\":0,\"is_name\":1,"
    "\"entity\":\"MF Aurora\",\"kind\":\"other\"}]"));
  json_object_set_array_member (parcel->said, "correction", parse_rows (
    "[{\"kind\":\"together\",\"sentences\":[[1,0,0,\"Nobody was hurt, said Mette Holm, who leads "
    "the rescue service of the island.\",null],[2,1,0,\"Two were hurt, said Mette Holm, who leads "
    "the rescue service of the island.\",null]],\"difference\":null,\"about\":null}]"));
  json_object_set_array_member (parcel->said, "note", parse_rows (
    "[{\"article\":null,\"subject\":\"claim\",\"sentences\":[[3,0,0,\"Lamp on the pier was dark\","
    "null]],\"entity\":null,\"body\":\"Ask for the letter.\",\"changed\":1714953600}]"));
  json_object_set_array_member (parcel->said, "placement", parse_rows (
    "[{\"entity\":\"Mette Holm\",\"names\":[\"Mette Holm\"],\"kind\":\"person\",\"x\":1.5,"
    "\"y\":-2.25,\"pinned\":1,\"hidden\":0}]"));
  g_set_str (&parcel->filter->relation, "nato");
  parcel->filter->only_differences = TRUE;
  g_hash_table_insert (parcel->states, g_strdup ("sheet"), g_strdup (PLAN));

  return parcel;
}

static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (PlxParcel) parcel = make_parcel ();
  g_autoptr (PlxBundle) bundle = plx_bundle_new (parcel, plx_day_parse ("2024-05-06"));
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  g_autoptr (GFile) file = bundle_fixture_file ("whole.zip", bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStory) story = open_bundle (fixture->library, file, &error);
  g_autoptr (PlxParcel) there = NULL;
  g_autofree char *said = dup_said (parcel);
  g_autofree char *said_there = NULL;

  g_test_summary ("A bundle opened in another library is the same story in all that was said");

  g_assert_no_error (error);
  g_assert_cmpstr (plx_story_get_title (story), ==, "The ferry");
  there = load_parcel (fixture->library, story);
  said_there = dup_said (there);
  g_assert_nonnull (strstr (said_there, "\"MF Aurora\""));
  g_assert_nonnull (strstr (said_there, "[[1,0,0,\"Nobody was hurt"));
  g_assert_nonnull (strstr (said_there, "\"body\":\"Ask for the letter.\",\"changed\":1714953600"));
  g_assert_nonnull (strstr (said_there, "\"x\":1.5"));
  g_assert_true (plx_filter_equal (there->filter, parcel->filter));
  g_assert_cmpstr (g_hash_table_lookup (there->states, "sheet"), ==, PLAN);
  g_assert_cmpuint (there->documents->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      PlxDocument *here = parcel->documents->pdata[i], *other = there->documents->pdata[i];

      g_assert_cmpstr (here->text->str, ==, other->text->str);
      g_assert_cmpstr (here->provenance->sha256, ==, other->provenance->sha256);
      g_assert_cmpuint (other->provenance->added, >, 0);
    }

  g_assert_true (fixture_undo (fixture->library, NULL));
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 1);
  g_assert_true (fixture_redo (fixture->library, NULL));
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 2);
}

static void
test_same_sheet (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) first = save (fixture, "first.zip", NULL, &error);
  g_autofree char *other_path = fixture_dup_path ("other.sqlite");
  g_autoptr (PlxLibrary) other = fixture_open (other_path);
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxParcel) parcel = NULL;
  g_autoptr (PlxBundle) read = NULL;
  g_autoptr (PlxBundle) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) bytes_again = NULL;

  g_test_summary ("A bundle of the story that was opened from a bundle is the same, byte for byte");

  g_assert_no_error (error);
  story = open_bundle (other, first, &error);
  g_assert_no_error (error);
  parcel = load_parcel (other, story);
  again = plx_bundle_new (parcel, plx_day_parse ("2024-05-06"));
  again->library = g_object_ref (other);
  read = plx_bundle_read (first, NULL, &error);
  g_assert_no_error (error);
  bytes = bundle_fixture_write (read);
  bytes_again = bundle_fixture_write (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
  g_clear_object (&again->library);
  plx_library_close (other);
}

static gint64
count_articles (const char *path)
{
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GArray) memberships = NULL;

  plx_library_list_articles_async (library, NULL, fixture_keep_cb, &result);
  documents = plx_library_list_articles_finish (library, fixture_wait (&result), &memberships,
                                                NULL);
  plx_library_close (library);

  return documents->len;
}

static void
test_known_articles (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GFile) file = save (fixture, "known.zip", NULL, NULL);
  g_autoptr (PlxStory) again = open_bundle (fixture->library, file, NULL);
  g_autoptr (PlxStory) third = NULL;
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_test_summary ("Articles that the library has are not stored twice; mended ones stay beside");

  g_assert_nonnull (again);
  g_assert_cmpint (count_articles (fixture->path), ==, 3);

  article = fixture_dup_article (again, 1);
  document = plx_document_copy (plx_article_get_document (article));
  plx_document_choose (document, PLX_FIELD_OUTLET, "The Tide");
  plx_library_set_document_async (fixture->library, article, document, "Mend", fixture_keep_cb,
                                  &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));

  third = open_bundle (fixture->library, file, NULL);
  g_assert_nonnull (third);
  g_assert_cmpint (count_articles (fixture->path), ==, 4);
  g_clear_object (&article);
  article = fixture_dup_article (third, 1);
  g_assert_null (plx_article_get_document (article)->fields[PLX_FIELD_OUTLET]);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PlxParcel) parcel = make_parcel ();
  g_autoptr (PlxBundle) bundle = plx_bundle_new (parcel, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("Of a bundle that says what cannot be kept, nothing is kept");

  json_object_set_array_member (parcel->said, "placement", parse_rows (
    "[{\"entity\":\"Mette Holm\",\"names\":[],\"kind\":\"person\",\"pinned\":7,\"hidden\":0}]"));
  bytes = bundle_fixture_write (bundle);
  file = bundle_fixture_file ("wrong.zip", bytes);
  g_assert_null (open_bundle (fixture->library, file, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 1);
  g_clear_error (&error);

  members = bundle_fixture_unzip (bytes);
  bundle_fixture_replace (members, "said.json", "Mette", "Metta");
  zip = bundle_fixture_zip (members);
  g_clear_object (&file);
  file = bundle_fixture_file ("changed.zip", zip);
  g_assert_null (open_bundle (fixture->library, file, &error));
  g_assert_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_CHANGED);
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 1);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) old = g_bytes_new_static ("the old file", 12);
  g_autoptr (GFile) file = bundle_fixture_file ("kept.zip", old);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) now = NULL;

  g_test_summary ("Who cancels keeps the old file");

  g_cancellable_cancel (cancellable);
  g_assert_null (save (fixture, "kept.zip", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  now = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (now, old));
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) old = g_bytes_new_static ("the old file", 12);
  g_autoptr (GFile) file = bundle_fixture_file ("full.zip", old);
  g_autoptr (PlxParcel) parcel = bundle_fixture_parcel ();
  g_autoptr (PlxBundle) bundle = plx_bundle_new (parcel, 0);
  g_autoptr (GBytes) now = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;
  gboolean done;

  g_test_summary ("Where there is no room for a bundle, the old file stays");

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  done = plx_bundle_save (bundle, file, NULL, NULL, NULL, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (done);
  g_assert_nonnull (error);
  now = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (now, old));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) \
  g_test_add ("/bundle/library/" name, Fixture, name, set_up, function, tear_down)

  ADD ("there-and-back", test_there_and_back);
  ADD ("same-sheet", test_same_sheet);
  ADD ("known-articles", test_known_articles);
  ADD ("refused", test_refused);
  ADD ("cancelled", test_cancelled);
  ADD ("full-disk", test_full_disk);

  return g_test_run ();
}
