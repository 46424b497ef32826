/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "pdf-fixture.h"

#include <string.h>

/* Files that no typesetting makes are put together from their objects. */

/* What a password is filled up with (ISO 32000-1, 7.6.3.3). */
static const guint8 padding[32] = {
  0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
  0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
};

#define KEY_LENGTH 5

/**
 * Raw:
 * @bytes: the file so far
 * @offsets: (element-type gsize): where its objects begin
 *
 * A file that is being put together.
 */
typedef struct
{
  GString *bytes;
  GArray  *offsets;
} Raw;

static void
start (Raw *raw)
{
  raw->bytes = g_string_new ("%PDF-1.4\n");
  raw->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
}

static void
add (Raw        *raw,
     const char *object)
{
  g_array_append_val (raw->offsets, raw->bytes->len);
  g_string_append_printf (raw->bytes, "%u 0 obj\n%s\nendobj\n", raw->offsets->len, object);
}

static void
add_stream (Raw          *raw,
            const char   *keys,
            const guint8 *data,
            gsize         length)
{
  g_array_append_val (raw->offsets, raw->bytes->len);
  g_string_append_printf (raw->bytes,
                          "%u 0 obj\n<< /Length %" G_GSIZE_FORMAT " %s >>\nstream\n",
                          raw->offsets->len, length, keys);
  g_string_append_len (raw->bytes, (const char *) data, length);
  g_string_append (raw->bytes, "\nendstream\nendobj\n");
}

static GBytes *
finish (Raw        *raw,
        const char *trailer)
{
  gsize table = raw->bytes->len;

  g_string_append_printf (raw->bytes, "xref\n0 %u\n0000000000 65535 f \n", raw->offsets->len + 1);
  for (guint i = 0; i < raw->offsets->len; i++)
    g_string_append_printf (raw->bytes, "%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (raw->offsets, gsize, i));
  g_string_append_printf (raw->bytes,
                          "trailer\n<< /Size %u /Root 1 0 R %s >>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n", raw->offsets->len + 1, trailer, table);
  g_array_unref (raw->offsets);

  return g_string_free_to_bytes (raw->bytes);
}

/* RC4, which is all that the oldest of PDF's locks has. */
static void
encrypt (const guint8 *key,
         gsize         key_length,
         guint8       *data,
         gsize         length)
{
  guint8 state[256];
  guint8 a = 0;
  guint8 b = 0;

  for (guint i = 0; i < 256; i++)
    state[i] = i;
  for (guint i = 0; i < 256; i++)
    {
      guint8 swap = state[i];

      b += swap + key[i % key_length];
      state[i] = state[b];
      state[b] = swap;
    }

  b = 0;
  for (gsize i = 0; i < length; i++)
    {
      guint8 swap = state[++a];

      b += swap;
      state[a] = state[b];
      state[b] = swap;
      data[i] ^= state[(guint8) (state[a] + state[b])];
    }
}

static void
digest (const guint8 *data,
        gsize         length,
        guint8       *result)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  gsize size = 16;

  g_checksum_update (checksum, data, length);
  g_checksum_get_digest (checksum, result, &size);
}

static void
append_hex (GString      *text,
            const guint8 *data,
            gsize         length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", data[i]);
}

/* The key of a file without a password: of the padding, the owner's entry, rights and name. */
static void
make_key (const guint8 *owner,
          guint8       *key)
{
  guint8 input[32 + 32 + 4 + 16] = { 0 };
  guint8 result[16];

  memcpy (input, padding, 32);
  memcpy (input + 32, owner, 32);
  memset (input + 64, 0xFF, 4);
  memset (input + 68, 0x11, 16);
  digest (input, sizeof input, result);
  memcpy (key, result, KEY_LENGTH);
}

/**
 * pdf_make_locked:
 * @by_user: whether it takes a password to open it; else only to change it
 *
 * Returns: (transfer full): an encrypted file of one sentence
 */
GBytes *
pdf_make_locked (gboolean by_user)
{
  guint8 content[] = "BT /F1 12 Tf 72 700 Td (The clerk has no key to the lock.) Tj ET";
  g_autoptr (GString) trailer = g_string_new ("/ID [<11111111111111111111111111111111> "
                                              "<11111111111111111111111111111111>] /Encrypt << "
                                              "/Filter /Standard /V 1 /R 2 /P -1 /O <");
  guint8 owner[32];
  guint8 user[32];
  guint8 key[KEY_LENGTH];
  guint8 object_key[16];
  guint8 object_input[KEY_LENGTH + 5] = { 0 };
  Raw raw;

  memset (owner, 0x22, sizeof owner);
  memcpy (user, padding, sizeof user);
  make_key (owner, key);
  encrypt (key, sizeof key, user, sizeof user);
  if (by_user)
    user[0] ^= 1;
  append_hex (trailer, owner, sizeof owner);
  g_string_append (trailer, "> /U <");
  append_hex (trailer, user, sizeof user);
  g_string_append (trailer, "> >>");

  /* The content is object 4. */
  memcpy (object_input, key, sizeof key);
  object_input[KEY_LENGTH] = 4;
  digest (object_input, sizeof object_input, object_key);
  encrypt (object_key, KEY_LENGTH + 5, content, sizeof content - 1);

  start (&raw);
  add (&raw, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&raw, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add (&raw, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
             "/Resources << /Font << /F1 5 0 R >> >> >>");
  add_stream (&raw, "", content, sizeof content - 1);
  add (&raw, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>");

  return finish (&raw, trailer->str);
}

/**
 * pdf_make_bomb:
 * @depth: how often its content doubles
 *
 * Returns: (transfer full): a small file of forms within forms, each of which is there twice
 */
GBytes *
pdf_make_bomb (guint depth)
{
  static const char twice[] = "/X Do /X Do";
  static const char end[] = "BT /F1 12 Tf 72 700 Td (Goat) Tj ET";
  Raw raw;

  start (&raw);
  add (&raw, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&raw, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add (&raw, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
             "/Resources << /XObject << /X 6 0 R >> >> >>");
  add_stream (&raw, "", (const guint8 *) twice, strlen (twice));
  add (&raw, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>");
  for (guint i = 0; i < depth; i++)
    {
      g_autofree char *keys =
          g_strdup_printf ("/Type /XObject /Subtype /Form /BBox [0 0 600 900] "
                           "/Resources << /Font << /F1 5 0 R >> /XObject << /X %u 0 R >> >>",
                           7 + i);

      add_stream (&raw, keys, (const guint8 *) twice, strlen (twice));
    }
  add_stream (&raw, "/Type /XObject /Subtype /Form /BBox [0 0 600 900] "
                    "/Resources << /Font << /F1 5 0 R >> >>", (const guint8 *) end, strlen (end));

  return finish (&raw, "");
}

/* From the numbers of glyphs, which stand for themselves, to characters. */
static const char to_unicode[] =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
    "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    "1 beginbfrange <3000> <9FFF> <3000> endbfrange endcmap end end";

/**
 * pdf_make_ideographs:
 *
 * Returns: (transfer full): two lines of Chinese, in a font that is not there
 */
GBytes *
pdf_make_ideographs (void)
{
  /* 港口办公室星期一中午关门 / 没有人知道是为什么。 */
  static const char content[] =
      "BT /F1 12 Tf 72 700 Td <6E2F53E3529E516C5BA4661F671F4E004E2D5348517395E8> Tj "
      "0 -15 Td <6CA167094EBA77E59053662F4E3A4EC04E483002> Tj ET";
  Raw raw;

  start (&raw);
  add (&raw, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&raw, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add (&raw, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
             "/Resources << /Font << /F1 5 0 R >> >> >>");
  add_stream (&raw, "", (const guint8 *) content, strlen (content));
  add (&raw, "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H "
             "/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>");
  add (&raw, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo "
             "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
  add_stream (&raw, "", (const guint8 *) to_unicode, strlen (to_unicode));

  return finish (&raw, "");
}

/**
 * pdf_make_gap:
 *
 * Returns: (transfer full): a file of two pages, the second of which is not there
 */
GBytes *
pdf_make_gap (void)
{
  static const char content[] = "BT /F1 12 Tf 72 700 Td (The clerk has no key to the lock.) Tj ET";
  Raw raw;

  start (&raw);
  add (&raw, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&raw, "<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>");
  add (&raw, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
             "/Resources << /Font << /F1 5 0 R >> >> >>");
  add_stream (&raw, "", (const guint8 *) content, strlen (content));
  add (&raw, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>");

  return finish (&raw, "");
}
