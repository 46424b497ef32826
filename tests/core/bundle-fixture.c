/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bundle-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "reading/plx-reading.h"

static const struct
{
  const char *name;
  const char *content;
} articles[] = {
  { "quay.html",
    "<html lang='en'><head><title>Ferry runs aground</title>"
    "<meta property='og:site_name' content='The Quay'></head><body><article>"
    "<h1>Ferry runs aground off Sandholm</h1>"
    "<p>The ferry Aurora ran aground off Sandholm on Monday morning with 84 people on board, the "
    "coastguard of Denmark said.</p>"
    "<p>Nobody was hurt, said Mette Holm, who leads the rescue service of the island.</p>"
    "<p>The captain told reporters that a lamp on the pier had been dark.</p>"
    "</article></body></html>" },
  { "tide.txt",
    "Ferry strands with 90 aboard\n\nThe ferry Aurora ran aground off Sandholm on Monday morning "
    "with 90 people on board, the coastguard of Denmark said.\n\nTwo were hurt, said Mette Holm, "
    "who leads the rescue service of the island.\n" },
  { "beacon.txt",
    "Lamp on the pier was dark\n\nThe harbour of Sandholm had been told a week ago that a lamp on "
    "the pier was dark, a letter shows.\n\nThe ferry Aurora ran aground there on Monday morning "
    "with 84 people on board.\n" },
};

/* An article as it comes in: with what it was read from. */
PlxDocument *
bundle_fixture_read (const char *name,
                     const char *content)
{
  const PlxReadingOptions options = { .keep_originals = TRUE };
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  PlxDocument *document;

  plx_reading_batch_read_bytes (batch, bytes, name, NULL, &options, NULL);
  document = plx_reading_batch_take_one (batch, &error);
  g_assert_no_error (error);

  return document;
}

PlxParcel *
bundle_fixture_parcel (void)
{
  PlxParcel *parcel = plx_parcel_new ("The ferry");

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (PlxDocument) document = bundle_fixture_read (articles[i].name,
                                                              articles[i].content);

      plx_parcel_add (parcel, document, NULL);
    }

  return parcel;
}

GBytes *
bundle_fixture_write (PlxBundle *bundle)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_bundle_write (bundle, stream, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

GFile *
bundle_fixture_file (const char *name,
                     GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
member_free (gpointer data)
{
  Member *member = data;

  g_free (member->name);
  g_bytes_unref (member->bytes);
  g_free (member);
}

void
bundle_fixture_add (GPtrArray  *members,
                    const char *name,
                    GBytes     *bytes,
                    MemberKind  kind)
{
  Member *member = g_new0 (Member, 1);

  member->name = g_strdup (name);
  member->bytes = g_bytes_ref (bytes);
  member->kind = kind;
  g_ptr_array_add (members, member);
}

GPtrArray *
bundle_fixture_unzip (GBytes *bytes)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (member_free);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes)), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autoptr (GBytes) content = NULL;
      gsize size = archive_entry_size (entry);
      char *buffer = g_malloc (size + 1);

      g_assert_cmpint (archive_read_data (archive, buffer, size), ==, (gssize) size);
      content = g_bytes_new_take (buffer, size);
      bundle_fixture_add (members, archive_entry_pathname (entry), content, MEMBER_FILE);
    }
  archive_read_free (archive);

  return members;
}

GBytes *
bundle_fixture_zip (GPtrArray *members)
{
  struct archive *archive = archive_write_new ();
  gsize size = 65536, used = 0;
  char *buffer;

  for (guint i = 0; i < members->len; i++)
    size += 4096 + g_bytes_get_size (((Member *) members->pdata[i])->bytes);
  buffer = g_malloc (size);

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = members->pdata[i];
      struct archive_entry *entry = archive_entry_new ();
      gsize length;
      const void *data = g_bytes_get_data (member->bytes, &length);

      archive_entry_set_pathname (entry, member->name);
      archive_entry_set_perm (entry, 0644);
      if (member->kind == MEMBER_LINK)
        {
          archive_entry_set_filetype (entry, AE_IFLNK);
          archive_entry_set_symlink (entry, "/etc/passwd");
        }
      else
        {
          archive_entry_set_filetype (entry, AE_IFREG);
          archive_entry_set_size (entry, length);
        }
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      if (member->kind == MEMBER_FILE && length > 0)
        g_assert_cmpint (archive_write_data (archive, data, length), ==, (gssize) length);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}

Member *
bundle_fixture_find (GPtrArray  *members,
                     const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_has_prefix (((Member *) members->pdata[i])->name, name))
      return members->pdata[i];

  g_assert_not_reached ();
}

/* Puts other words into a file of the bundle, at the first place where the old ones stand. */
void
bundle_fixture_replace (GPtrArray  *members,
                        const char *name,
                        const char *from,
                        const char *to)
{
  Member *member = bundle_fixture_find (members, name);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (member->bytes, NULL),
                                               g_bytes_get_size (member->bytes));

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  g_bytes_unref (member->bytes);
  member->bytes = g_string_free_to_bytes (g_steal_pointer (&text));
}

/* Makes the manifest promise what is there: what somebody does who knows how it is made. */
void
bundle_fixture_forge (GPtrArray *members)
{
  Member *manifest = bundle_fixture_find (members, "manifest.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonArray *promised;

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (manifest->bytes, NULL),
                                             g_bytes_get_size (manifest->bytes), NULL));
  promised = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                           "members");
  for (guint i = 0; i < json_array_get_length (promised); i++)
    {
      JsonObject *object = json_array_get_object_element (promised, i);
      const char *name = json_object_get_string_member (object, "name");
      Member *member = bundle_fixture_find (members, name);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, member->bytes);

      json_object_set_string_member (object, "sha256", sha256);
      json_object_set_int_member (object, "bytes", g_bytes_get_size (member->bytes));
    }

  text = json_to_string (json_parser_get_root (parser), TRUE);
  g_bytes_unref (manifest->bytes);
  manifest->bytes = g_bytes_new (text, strlen (text));
}
