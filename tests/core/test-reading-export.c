/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "office-fixture.h"

/* Of our own writing, in the form in which databases export; every name is invented. */
#define FERRY "The morning ferry to Ostrava Bay left Port Selwyn two hours late on Tuesday " \
              "because its captain had not come to work, the company said."
#define CAKE "About ninety passengers waited on the quay, and some ate cake from the harbour " \
             "bakery until the company had found another captain."
#define LAMP "The lamp of the old lighthouse was lit again on Monday after eleven years in the " \
             "dark, its keeper said. He had found a bulb in the cellar."

static const char nexis[] =
    "User Name: A. Reader\n\nDate and Time: Monday, June 2, 2014 3:04:00 PM CEST\n\n"
    "Job Number: 1234567\n\nDocuments (2)\n\n1. Ferry to Ostrava Bay is late again\n\n"
    "Client/Matter: -None-\n\n2. Lamp of the lighthouse burns again\n\n"
    "Search Terms: ferry or lamp\n\n"
    "Ferry to Ostrava Bay is late again\n\nThe Selwyn Herald (Port Selwyn)\n\n"
    "March 4, 2014 Tuesday\n\nFinal Edition\n\n"
    "Copyright 2014 Selwyn Papers Ltd. All Rights Reserved\n\n"
    "Section: NEWS; Pg. 4\n\nLength: 734 words\n\nByline: Mirela Tandy\n\nDateline: PORT SELWYN\n\n"
    "Highlight: Ninety passengers wait for a captain\n\nBody\n\n" FERRY "\n\n" CAKE "\n\n"
    "Notes: the bakery has since closed for the rest of the day and will open tomorrow.\n\n"
    "Read also: Why the lighthouse is painted green\n\n"
    "Graphic\n\nThe quay at noon, Joost Perrin\n\nClassification\n\n"
    "Language: ENGLISH\n\nPublication-Type: Newspaper\n\nSubject: FERRIES (90%); CAKE (55%)\n\n"
    "Load-Date: March 5, 2014\n\nEnd of Document\n\n"
    "Lamp of the lighthouse burns again\n\nOstrava Courier\n\nMarch 3, 2014 Monday 10:12 AM GMT\n\n"
    "Copyright 2014 Courier\n\nLength: 120 words\n\nByline: By ANNA LIND\n\nBody\n\n" LAMP "\n\n"
    "Load-Date: March 3, 2014\n\nEnd of Document\n\nPage 3 of 3\n";

static const char nexis_old[] =
    "                               1 of 2 DOCUMENTS\n\n\n"
    "                         The Selwyn Herald\n\n                    March 4, 2014 Tuesday\n"
    "                              Final Edition\n\nFerry to Ostrava Bay is late again\n\n"
    "BYLINE: Mirela Tandy\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 734 words\n\n" FERRY "\n\n" CAKE "\n\n"
    "LOAD-DATE: March 5, 2014\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: The quay at noon, Joost Perrin\n\n"
    "PUBLICATION-TYPE: Newspaper\n\n                 Copyright 2014 Selwyn Papers Ltd.\n"
    "                         All Rights Reserved\n\n\n"
    "                               2 of 2 DOCUMENTS\n\n\n"
    "                          Ostrava Courier\n\n                    March 3, 2014 Monday\n\n"
    "Lamp of the lighthouse burns again\n\nLENGTH: 120 words\n\n" LAMP "\n\n"
    "LOAD-DATE: March 3, 2014\n\nLANGUAGE: ENGLISH\n";

static const char factiva[] =
    "SE   Harbour\nHD   Ferry to Ostrava Bay is late again\nBY   By Mirela Tandy\nWC   734 words\n"
    "PD   4 March 2014\nET   10:12\nSN   Selwyn Herald\nSC   SELW\nED   Final\nPG   4\n"
    "LA   English\n"
    "CY   Copyright 2014 Selwyn Papers Ltd.\nLP   " FERRY "\nTD   " CAKE "\n"
    "IN the end the captain was found on the beach, and nobody knew how he had come there at all.\n"
    "CO   slwfry : Selwyn Ferries Ltd\nNS   gtrans : Transport\nRE   ost : Ostrava\n"
    "IPD  Harbour\nPUB  Selwyn Papers\nAN   Document SELW000020140304ea340001x\n\n"
    "HD   Lamp of the lighthouse burns again\nWC   120 words\nPD   3 March 2014\n"
    "SN   Ostrava Courier\nSC   OSTC\nLA   English\nCY   (c) 2014 Courier\nLP   " LAMP "\n"
    "AN   Document OSTC000020140303ea330002y\n\nSearch Summary\n\nText: ferry or lamp\n";

static const char factiva_plain[] =
    "Harbour\nFerry to Ostrava Bay is late again\nBy Mirela Tandy\n734 words\n4 March 2014\n10:12\n"
    "Selwyn Herald\nSELW\nFinal\n4\nEnglish\nCopyright 2014 Selwyn Papers Ltd.\n\n" FERRY "\n\n"
    CAKE "\n\nDocument SELW000020140304ea340001x\n\n"
    "Harbour\nLamp of the lighthouse burns again\n120 words\n3 March 2014\nOstrava Courier\nOSTC\n"
    "English\n(c) 2014 Courier\n\n" LAMP "\n\nDocument OSTC000020140303ea330002y\n\n"
    "© 2014 Factiva, Inc. All rights reserved.\n";

#define RULE "____________________________________________________________\n\n"

static const char proquest[] =
    RULE "Document 1 of 2\n\nFerry to Ostrava Bay is late again\n\n"
    "Author: Tandy, Mirela; Perrin, Joost\n\nPublication info: Selwyn Herald ; Port Selwyn "
    "[Port Selwyn]. 04 Mar 2014: 4.\n\nAbstract: Passengers waited.\n\n"
    "Full text: " FERRY "\n\n" CAKE "\n\nSubject: Ferries; Cake\n\n"
    "Title: Ferry to Ostrava Bay is late again\n\nPublication title: Selwyn Herald; Port Selwyn\n\n"
    "Pages: 4\n\nPublication year: 2014\n\nPublication date: Mar 4, 2014\n\nSection: Harbour\n\n"
    "Language of publication: English\n\nProQuest document ID: 1504000001\n\n"
    "Document URL: https://search.example/docview/1504000001\n\n"
    "Copyright: Copyright Selwyn Papers Mar 4, 2014\n\nDatabase: Herald Archive\n\n"
    RULE "Document 2 of 2\n\nLamp of the lighthouse burns again\n\nFull text: " LAMP "\n\n"
    "Title: Lamp of the lighthouse burns again\n\nPublication title: Ostrava Courier\n\n"
    "Publication date: Mar 3, 2014\n\nLanguage of publication: English\n\n"
    "ProQuest document ID: 1504000002\n\n" RULE "Contact us at: https://contact.example\n";

static void
assert_kept (PlxDocument *document,
             const char  *start,
             PlxRole      role,
             gboolean     kept)
{
  const PlxBlockSpan *block = office_find_block (document, start);

  g_test_message ("%s", start);
  g_assert_nonnull (block);
  g_assert_cmpstr (plx_enum_to_nick (PLX_TYPE_ROLE, block->role), ==,
                   plx_enum_to_nick (PLX_TYPE_ROLE, role));
  g_assert_cmpint (block->kept, ==, kept);
}

/* Nothing is lost: each line of the file is in one of the documents, or its parts are. */
static void
assert_nothing_lost (PlxReadingBatch *batch,
                     const char      *text)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < batch->documents->len; i++)
    {
      g_string_append (all, ((PlxDocument *) batch->documents->pdata[i])->text->str);
      g_string_append (all, "\n");
    }

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (lines[i], " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        if (strstr (all->str, words[k]) == NULL)
          g_error ("“%s” is lost, of “%s”", words[k], lines[i]);
    }
}

/* That both articles are there, with what stands in them and about them. */
static PlxReadingBatch *
assert_two (const char *text,
            const char *product)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  PlxReadingBatch *batch = office_read (bytes, "export.txt");
  PlxDocument *first, *second;
  g_autofree char *prefix = g_strconcat (product, ":", NULL);

  g_assert_cmpuint (batch->failures->len, ==, 0);
  for (guint d = 0; d < batch->documents->len; d++)
    for (guint i = 0; i < plx_document_get_n_blocks (batch->documents->pdata[d]); i++)
      {
        g_autofree char *block = plx_document_dup_block (batch->documents->pdata[d], i);

        g_test_message ("%u %s %d | %s", d,
                        plx_enum_to_nick (PLX_TYPE_ROLE,
                                          plx_document_get_block (batch->documents->pdata[d],
                                                                  i)->role),
                        plx_document_get_block (batch->documents->pdata[d], i)->kept, block);
      }
  g_assert_cmpuint (batch->documents->len, ==, 2);
  first = batch->documents->pdata[0];
  second = batch->documents->pdata[1];

  g_assert_cmpstr (first->format, ==, "text");
  g_assert_cmpstr (first->fields[PLX_FIELD_HEADLINE], ==, "Ferry to Ostrava Bay is late again");
  g_assert_true (g_str_has_prefix (first->found[PLX_FIELD_HEADLINE], prefix));
  g_assert_cmpstr (first->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-04");
  g_assert_cmpstr (first->fields[PLX_FIELD_LANGUAGE], ==, "en");
  g_assert_true (g_str_has_prefix (first->fields[PLX_FIELD_AUTHOR], "Mirela Tandy"));
  g_assert_true (g_str_has_suffix (first->fields[PLX_FIELD_OUTLET], "Selwyn Herald"));
  assert_kept (first, FERRY, PLX_ROLE_BODY, TRUE);
  assert_kept (first, CAKE, PLX_ROLE_BODY, TRUE);
  assert_kept (first, "Ferry to Ostrava Bay is late again", PLX_ROLE_HEADLINE, TRUE);
  g_assert_null (strstr (first->text->str, "lit again"));

  g_assert_cmpstr (second->fields[PLX_FIELD_HEADLINE], ==, "Lamp of the lighthouse burns again");
  g_assert_cmpstr (second->fields[PLX_FIELD_OUTLET], ==, "Ostrava Courier");
  g_assert_true (g_str_has_prefix (second->fields[PLX_FIELD_PUBLISHED], "2014-03-03"));
  assert_kept (second, LAMP, PLX_ROLE_BODY, TRUE);
  g_assert_null (strstr (second->text->str, "captain"));
  assert_nothing_lost (batch, text);

  return batch;
}

/* That nothing is kept of a document but what has a role in an article. */
static void
assert_kept_bytes (PlxDocument *document,
                   gsize        least,
                   gsize        most)
{
  gsize kept = 0;

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      kept += block->kept ? block->end - block->start : 0;
    }
  g_assert_cmpuint (kept, >=, least);
  g_assert_cmpuint (kept, <=, most);
}

static void
test_nexis (void)
{
  g_autoptr (PlxReadingBatch) batch = assert_two (nexis, "nexis");
  PlxDocument *first = batch->documents->pdata[0];
  PlxDocument *second = batch->documents->pdata[1];

  g_assert_cmpstr (first->found[PLX_FIELD_AUTHOR], ==, "nexis: Byline");
  g_assert_cmpstr (first->fields[PLX_FIELD_SECTION], ==, "NEWS");
  g_assert_cmpstr (first->fields[PLX_FIELD_DATELINE], ==, "PORT SELWYN");
  g_assert_cmpstr (first->fields[PLX_FIELD_STANDFIRST], ==, "Ninety passengers wait for a captain");
  g_assert_cmpstr (second->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-03T10:12Z");
  assert_kept (first, "Ninety passengers wait", PLX_ROLE_STANDFIRST, TRUE);
  assert_kept (first, "Notes: the bakery", PLX_ROLE_BODY, TRUE);
  assert_kept (first, "Read also", PLX_ROLE_CHROME, FALSE);
  assert_kept (first, "The quay at noon", PLX_ROLE_CAPTION, FALSE);
  assert_kept (first, "Subject: FERRIES", PLX_ROLE_CHROME, FALSE);
  assert_kept (first, "1. Ferry to", PLX_ROLE_CHROME, FALSE);
  assert_kept (first, "Copyright 2014", PLX_ROLE_CHROME, FALSE);
  assert_kept_bytes (second, strlen (LAMP) + 40, strlen (LAMP) + 100);
}

static void
test_nexis_old (void)
{
  g_autoptr (PlxReadingBatch) batch = assert_two (nexis_old, "nexis");
  PlxDocument *first = batch->documents->pdata[0];

  assert_kept (first, "Final Edition", PLX_ROLE_CHROME, FALSE);
  assert_kept (first, "The quay at noon", PLX_ROLE_CAPTION, FALSE);
  assert_kept (first, "All Rights Reserved", PLX_ROLE_CHROME, FALSE);
}

static void
test_factiva (void)
{
  g_autoptr (PlxReadingBatch) batch = assert_two (factiva, "factiva");
  PlxDocument *first = batch->documents->pdata[0];

  g_assert_cmpstr (first->found[PLX_FIELD_OUTLET], ==, "factiva: SN");
  g_assert_cmpstr (first->fields[PLX_FIELD_SECTION], ==, "Harbour");
  assert_kept (first, "IN the end the captain", PLX_ROLE_BODY, TRUE);
  assert_kept (first, "CO slwfry", PLX_ROLE_CHROME, FALSE);
  assert_kept (batch->documents->pdata[1], "Search Summary", PLX_ROLE_CHROME, FALSE);
}

static void
test_factiva_plain (void)
{
  g_autoptr (PlxReadingBatch) batch = assert_two (factiva_plain, "factiva");
  PlxDocument *second = batch->documents->pdata[1];

  g_assert_cmpstr (second->fields[PLX_FIELD_SECTION], ==, "Harbour");
  g_assert_null (second->fields[PLX_FIELD_AUTHOR]);
  assert_kept (second, "English", PLX_ROLE_CHROME, FALSE);
  assert_kept (second, "© 2014", PLX_ROLE_CHROME, FALSE);
}

static void
test_proquest (void)
{
  g_autoptr (PlxReadingBatch) batch = assert_two (proquest, "proquest");
  PlxDocument *first = batch->documents->pdata[0];

  g_assert_cmpstr (first->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy, Joost Perrin");
  g_assert_cmpstr (first->fields[PLX_FIELD_SECTION], ==, "Harbour");
  assert_kept (first, "Abstract:", PLX_ROLE_CHROME, FALSE);
  assert_kept (batch->documents->pdata[1], "Contact us", PLX_ROLE_CHROME, FALSE);
}

/* The same out of a word processor, with a paragraph a line. */
static void
test_formats (void)
{
  g_auto (GStrv) lines = g_strsplit (nexis, "\n", -1);
  g_autoptr (GString) xml = g_string_new ("<w:document xmlns:w='w'><w:body>");
  g_autoptr (GString) rtf = g_string_new ("{\\rtf1\\ansi{\\footer Page 1 of 9\\par}\\pard ");
  g_autoptr (GString) html = g_string_new ("<!doctype html><html><head><title>Results</title>"
                                            "</head><body>");
  g_autoptr (GBytes) docx = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) page = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (xml, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", escaped);
      g_string_append_printf (rtf, "%s\\par\n", lines[i]);
      g_string_append_printf (html, "<p>%s</p>\n", escaped);
    }
  g_string_append (xml, "</w:body></w:document>");
  g_string_append (rtf, "}");
  docx = office_zip ("[Content_Types].xml", "<Types/>", "word/document.xml", xml->str, NULL);
  bytes = g_bytes_new (rtf->str, rtf->len);
  page = g_bytes_new (html->str, html->len);

  for (guint i = 0; i < 3; i++)
    {
      static const char *const formats[] = { "docx", "rtf", "html" };
      GBytes *const files[] = { docx, bytes, page };
      g_autoptr (PlxReadingBatch) batch = office_read (files[i], "export");
      PlxDocument *document;

      g_assert_cmpuint (batch->documents->len, ==, 2);
      document = batch->documents->pdata[1];
      g_assert_cmpstr (document->format, ==, formats[i]);
      g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==,
                       "Lamp of the lighthouse burns again");
      g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "ANNA LIND");
      assert_kept (document, LAMP, PLX_ROLE_BODY, TRUE);
    }
}

/* Texts that have some of the words of an export are none. */
static void
test_no_export (void)
{
  static const char *const texts[] = {
    "Length of the ferry\n\nLength: 734 feet\n\nSection: the harbour\n\n" FERRY "\n\n" CAKE "\n",
    "Ferry to Ostrava Bay is late again\n\n734 words\n\n" FERRY "\n\nTitle: none\n\n" CAKE "\n",
    "HD is the new standard\n\nIN THE HARBOUR\n\n" FERRY "\n\nAN apple a day\n\n" CAKE "\n",
    "Author: Mirela Tandy\n\nTitle: Ferries\n\nFull text: see below\n\n" FERRY "\n\n" CAKE "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (PlxDocument) document = office_read_one (bytes, "article.txt");
      const char *found = document->found[PLX_FIELD_HEADLINE];

      g_assert_true (found == NULL || strchr (found, ':') == NULL);
      g_assert_nonnull (strstr (document->text->str, FERRY));
    }
}

/* A file of nothing but marks takes no longer than it is long. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxReadingBatch) batch = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, "Length: 7 words\nSection: A\nEnd of Document\n");
  bytes = g_bytes_new (text->str, text->len);
  g_test_timer_start ();
  batch = office_read (bytes, "long.txt");
  g_assert_cmpuint (batch->documents->len, ==, 4000);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/export/nexis", test_nexis);
  g_test_add_func ("/reading/export/nexis-old", test_nexis_old);
  g_test_add_func ("/reading/export/factiva", test_factiva);
  g_test_add_func ("/reading/export/factiva-plain", test_factiva_plain);
  g_test_add_func ("/reading/export/proquest", test_proquest);
  g_test_add_func ("/reading/export/formats", test_formats);
  g_test_add_func ("/reading/export/none", test_no_export);
  g_test_add_func ("/reading/export/long", test_long);

  return g_test_run ();
}
