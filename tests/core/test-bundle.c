/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bundle-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static PlxBundle *
make_bundle (void)
{
  g_autoptr (PlxParcel) parcel = bundle_fixture_parcel ();

  return plx_bundle_new (parcel, plx_day_parse ("2024-05-06"));
}

/* All that checking says of a bundle: a line a finding, or the error. */
static char *
check (GBytes   *bytes,
       gboolean *sound)
{
  g_autoptr (GFile) file = bundle_fixture_file ("checked.zip", bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxBundleCheck) checked = plx_bundle_check (file, NULL, NULL, NULL, &error);
  GString *said = g_string_new (NULL);

  if (sound != NULL)
    *sound = checked != NULL && checked->is_sound;
  if (checked == NULL)
    g_string_append (said, error->message);
  for (guint i = 0; checked != NULL && i < checked->findings->len; i++)
    {
      const PlxBundleFinding *finding = checked->findings->pdata[i];

      g_string_append_printf (said, "%d %s %s\n", finding->flaw,
                              finding->member != NULL ? finding->member : "-", finding->message);
    }

  return g_string_free_and_steal (said);
}

static void
assert_says (const char *said,
             const char *words)
{
  if (strstr (said, words) == NULL)
    g_error ("“%s” is not in: %s", words, said);
}

static void
test_sound (void)
{
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  g_autoptr (GBytes) again = bundle_fixture_write (bundle);
  g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);
  g_autofree char *said = NULL;
  gboolean sound;

  g_test_summary ("A bundle is sound, the same when it is made again, and holds the files");

  g_assert_true (g_bytes_equal (bytes, again));
  said = check (bytes, &sound);
  g_assert_cmpstr (said, ==, "");
  g_assert_true (sound);

  g_assert_cmpstr (((Member *) members->pdata[0])->name, ==, "manifest.json");
  for (guint i = 2; i < members->len; i++)
    g_assert_cmpstr (((Member *) members->pdata[i - 1])->name, <,
                     i == 2 ? "z" : ((Member *) members->pdata[i])->name);
  for (guint i = 0; i < bundle->parcel->documents->len; i++)
    {
      PlxDocument *document = bundle->parcel->documents->pdata[i];
      g_autofree char *name = g_strconcat ("originals/", document->provenance->sha256, NULL);
      Member *member = bundle_fixture_find (members, name);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, member->bytes);

      g_assert_cmpstr (sha256, ==, document->provenance->sha256);
    }
}

static void
test_one_byte (void)
{
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);

  g_test_summary ("One changed byte of any file is found, and which file it is");

  for (guint i = 1; i < members->len; i++)
    {
      Member *member = members->pdata[i];
      g_autoptr (GBytes) whole = g_bytes_ref (member->bytes);
      g_autoptr (GBytes) zip = NULL;
      g_autofree char *said = NULL;
      g_autofree char *wanted = g_strdup_printf ("“%s” was changed", member->name);
      gsize length;
      guint8 *data = g_bytes_unref_to_data (g_bytes_ref (whole), &length);
      gboolean sound;

      data[length / 2] ^= 1;
      g_bytes_unref (member->bytes);
      member->bytes = g_bytes_new_take (data, length);
      zip = bundle_fixture_zip (members);
      said = check (zip, &sound);
      g_assert_false (sound);
      assert_says (said, wanted);

      g_bytes_unref (member->bytes);
      member->bytes = g_bytes_ref (whole);
    }
}

typedef struct
{
  const char *path;
  const char *member;
  const char *from;
  const char *to;
  const char *said;
} Forgery;

static const Forgery forgeries[] = {
  { "/bundle/forged/original", "originals/", "84 people on board", "48 people on board",
    "1 documents/" },
  { "/bundle/forged/document", "documents/0002.json", "with 90 people", "with 50 people",
    "The text of article 2 (“Ferry strands with 90 aboard”) is not what its original says" },
  { "/bundle/forged/analysis", "analysis.json", "\"sources\" : 3", "\"sources\" : 2",
    "2 claims[" },
  { "/bundle/forged/says", "analysis.json", "84 people", "85 people", "2 claims[" },
  { "/bundle/forged/table", "versions.json",
    "countries/relations/icc.csv\" : \"", "countries/relations/icc.csv\" : \"0",
    "3 countries/relations/icc.csv The table “countries/relations/icc.csv” is not the one" },
  { "/bundle/forged/engine", "versions.json", "\"engine\" : \"", "\"engine\" : \"9",
    "3 engine The version of “engine”" },
};

static void
test_forged (gconstpointer data)
{
  const Forgery *forgery = data;
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);
  g_autoptr (GBytes) zip = NULL;
  g_autofree char *said = NULL;
  gboolean sound;

  g_test_summary ("Who makes the manifest anew is found out by what comes of the originals");

  bundle_fixture_replace (members, forgery->member, forgery->from, forgery->to);
  bundle_fixture_forge (members);
  zip = bundle_fixture_zip (members);
  said = check (zip, &sound);
  g_assert_false (sound);
  assert_says (said, forgery->said);
}

static void
test_no_original (void)
{
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *said = NULL;
  gboolean sound;

  g_test_summary ("An article whose original was not kept is told of, and is no fault");

  plx_document_set_provenance (bundle->parcel->documents->pdata[1], NULL);
  bytes = bundle_fixture_write (bundle);
  said = check (bytes, &sound);
  g_assert_true (sound);
  assert_says (said, "4 documents/0002.json The original of article 2");
}

static char *
read_error (GBytes *bytes,
            int    *code)
{
  g_autoptr (GFile) file = bundle_fixture_file ("read.zip", bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxBundle) bundle = plx_bundle_read (file, NULL, &error);

  g_assert_null (bundle);
  g_assert_nonnull (error);
  g_assert_true (error->domain == PLX_BUNDLE_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  *code = error->code;

  return g_strdup (error->message);
}

static void
assert_refused (GPtrArray      *members,
                PlxBundleError  wanted,
                const char     *words)
{
  g_autoptr (GBytes) bytes = bundle_fixture_zip (members);
  g_autofree char *message = NULL;
  g_autofree char *said = NULL;
  gboolean sound;
  int code;

  message = read_error (bytes, &code);
  g_assert_cmpint (code, ==, wanted);
  assert_says (message, words);
  said = check (bytes, &sound);
  g_assert_false (sound);
  assert_says (said, words);
}

static void
test_names (void)
{
  static const char * const unsafe[] = { "../evil", "/etc/evil", "a/../../evil", "C:\\evil",
                                         "a\\..\\..\\evil" };
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);

  g_test_summary ("Names that lead out, links, files twice, and files too many are refused");

  for (gsize i = 0; i < G_N_ELEMENTS (unsafe); i++)
    {
      g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);

      bundle_fixture_add (members, unsafe[i], content, MEMBER_FILE);
      assert_refused (members, PLX_BUNDLE_ERROR_UNSAFE, "leads out of it");
    }

  {
    g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);

    bundle_fixture_add (members, "originals/link", content, MEMBER_LINK);
    assert_refused (members, PLX_BUNDLE_ERROR_CHANGED, "There are links in the bundle");
  }

  {
    g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);

    bundle_fixture_add (members, "story.json", content, MEMBER_FILE);
    assert_refused (members, PLX_BUNDLE_ERROR_CHANGED, "There are two files “story.json”");
  }

  {
    g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);

    bundle_fixture_add (members, "extra.txt", content, MEMBER_FILE);
    assert_refused (members, PLX_BUNDLE_ERROR_CHANGED,
                    "“extra.txt” is in the bundle, but not in its manifest");
  }

  {
    g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);

    g_ptr_array_remove (members, bundle_fixture_find (members, "said.json"));
    assert_refused (members, PLX_BUNDLE_ERROR_CHANGED, "“said.json” is missing");
  }
}

static void
test_none (void)
{
  static const char * const contents[] = { "", "no ZIP file at all", "PK\003\004 but only so" };
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  g_autoptr (GBytes) zeros = NULL;

  g_test_summary ("What is no bundle, is of a later release, or grows without end is refused");

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new (contents[i], strlen (contents[i]));
      g_autofree char *message = NULL;
      int code;

      message = read_error (content, &code);
      g_assert_true (code == PLX_BUNDLE_ERROR_NOT_ONE || code == PLX_BUNDLE_ERROR_DAMAGED);
    }

  {
    g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);

    g_ptr_array_remove_index (members, 0);
    assert_refused (members, PLX_BUNDLE_ERROR_NOT_ONE, "is not an evidence bundle");
  }

  {
    g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);

    bundle_fixture_replace (members, "manifest.json", "\"version\" : 1", "\"version\" : 2");
    assert_refused (members, PLX_BUNDLE_ERROR_TOO_NEW, "A later release");
  }

  {
    g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);
    const gsize length = 80 * 1024 * 1024;

    zeros = g_bytes_new_take (g_malloc0 (length), length);
    bundle_fixture_add (members, "zeros", zeros, MEMBER_FILE);
    assert_refused (members, PLX_BUNDLE_ERROR_TOO_LARGE, "grows beyond all measure");
  }
}

/* Files of a bundle that are what the manifest says, and yet cannot be what they should be. */
static void
test_garbage (void)
{
  static const char * const garbage[] = {
    "", "{", "[]", "{}", "null", "\"x\"", "{\"articles\": 7}", "{\"articles\": [7]}",
    "{\"title\": 1, \"filter\": \"x\", \"articles\": [{}]}",
    "{\"text\": \"ab\", \"format\": \"text\", \"found\": {}, \"blocks\": [[0, 99, \"body\", "
    "\"none\", 1]]}",
    "{\"text\": \"\\u00e4\", \"format\": \"text\", \"found\": {}, \"blocks\": [[1, 2, \"body\", "
    "\"none\", 1]]}",
    "{\"naming\": [{\"scope\": \"story\", \"surface\": 1}], \"correction\": 1}", "\xff\xfe",
  };
  static const char * const names[] = { "story.json", "documents/0001.json", "said.json",
                                        "labels.json", "analysis.json", "versions.json" };
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (garbage); k++)
      {
        g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);
        Member *member = bundle_fixture_find (members, names[i]);
        g_autoptr (GBytes) zip = NULL;
        g_autofree char *said = NULL;
        gboolean sound;

        g_bytes_unref (member->bytes);
        member->bytes = g_bytes_new (garbage[k], strlen (garbage[k]));
        bundle_fixture_forge (members);
        zip = bundle_fixture_zip (members);
        said = check (zip, &sound);
        /* Nothing said and no name for a country are a said.json and a labels.json, too. */
        if (!g_str_equal (names[i], "said.json") && !g_str_equal (names[i], "labels.json"))
          g_assert_false (sound);
        g_assert_true (g_utf8_validate (said, -1, NULL));
      }
}

/* What nests so deep that whoever reads it by calling itself falls over. */
static void
test_deep (void)
{
  static const char * const names[] = { "story.json", "said.json", "analysis.json" };
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  g_autoptr (GString) deep = g_string_new ("{\"naming\":");

  for (guint i = 0; i < 500000; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < 500000; i++)
    g_string_append_c (deep, ']');
  g_string_append_c (deep, '}');

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) members = bundle_fixture_unzip (bytes);
      Member *member = bundle_fixture_find (members, names[i]);
      g_autoptr (GBytes) zip = NULL;
      g_autofree char *said = NULL;
      gboolean sound;

      g_bytes_unref (member->bytes);
      member->bytes = g_bytes_new (deep->str, deep->len);
      bundle_fixture_forge (members);
      zip = bundle_fixture_zip (members);
      said = check (zip, &sound);
      g_assert_false (sound);
      assert_says (said, names[i]);
    }
}

static void
test_truncated (void)
{
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  const gsize length = g_bytes_get_size (bytes);
  const gsize step = g_test_thorough () ? 1 : 1021;

  g_test_summary ("A bundle that breaks off anywhere is refused in words");

  for (gsize n = 0; n < length; n += n < 24 || n + 24 > length ? 1 : step)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
      g_autofree char *message = NULL;
      g_autofree char *said = NULL;
      gboolean sound;
      int code;

      message = read_error (part, &code);
      g_assert_cmpint (code, !=, PLX_BUNDLE_ERROR_TOO_NEW);
      said = check (part, &sound);
      g_assert_false (sound);
    }
}

static void
test_flipped (void)
{
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autoptr (GBytes) bytes = bundle_fixture_write (bundle);
  const gsize length = g_bytes_get_size (bytes);
  const gsize step = g_test_thorough () ? 1 : 251;
  guint n_refused = 0, n_tried = 0;

  g_test_summary ("Whatever byte of the file is changed: it is refused, or reads just the same");

  for (gsize n = 0; n < length; n += step)
    {
      gsize size;
      guint8 *data = g_bytes_unref_to_data (g_bytes_ref (bytes), &size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GFile) file = NULL;
      g_autoptr (PlxBundle) read = NULL;
      g_autoptr (GError) error = NULL;

      data[n] ^= 0x40;
      changed = g_bytes_new_take (data, size);
      file = bundle_fixture_file ("flipped.zip", changed);
      read = plx_bundle_read (file, NULL, &error);
      n_tried++;
      n_refused += read == NULL;

      /* What is beside the files, such as a time in the ZIP file, may be anything. */
      if (read != NULL)
        {
          g_autoptr (GBytes) again = bundle_fixture_write (read);

          g_assert_true (g_bytes_equal (again, bytes));
        }
    }
  g_assert_cmpuint (n_refused * 2, >, n_tried);
}

static void
test_full_disk_leaves_nothing (void)
{
  g_autoptr (PlxBundle) bundle = make_bundle ();
  g_autofree char *folder = g_dir_make_tmp ("plx-full-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "new.zip", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  rlim_t before;
  gboolean is_saved;

  g_test_summary ("Where there was no file, none is left that is not whole");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  before = limit.rlim_cur;
  limit.rlim_cur = 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  is_saved = plx_bundle_save (bundle, file, NULL, NULL, NULL, NULL, &error);
  limit.rlim_cur = before;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (is_saved);
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/bundle/full-disk", test_full_disk_leaves_nothing);
  g_test_add_func ("/bundle/sound", test_sound);
  g_test_add_func ("/bundle/one-byte", test_one_byte);
  g_test_add_func ("/bundle/no-original", test_no_original);
  g_test_add_func ("/bundle/names", test_names);
  g_test_add_func ("/bundle/none", test_none);
  g_test_add_func ("/bundle/garbage", test_garbage);
  g_test_add_func ("/bundle/deep", test_deep);
  g_test_add_func ("/bundle/truncated", test_truncated);
  g_test_add_func ("/bundle/flipped", test_flipped);
  for (gsize i = 0; i < G_N_ELEMENTS (forgeries); i++)
    g_test_add_data_func (forgeries[i].path, &forgeries[i], test_forged);

  return g_test_run ();
}
