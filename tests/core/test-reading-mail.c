/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "made-pages.h"

#define HEAD_OF(from, subject) \
  "From: " from "\r\nTo: reader@example.org\r\nSubject: " subject \
  "\r\nDate: Tue, 04 Mar 2014 18:30:05 +0100\r\nMessage-ID: <1@selwyn.example>\r\n" \
  "MIME-Version: 1.0\r\n"

#define TEXT_HEAD "Content-Type: text/plain; charset=utf-8\r\n\r\n"

static PlxReadingBatch *
read_mail (const char *mail)
{
  return read_batch (mail, strlen (mail));
}

static void
test_fields (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("=?iso-8859-1?Q?Mirela_T=E4ndy?= <mirela@selwyn.example>",
               "=?utf-8?B?UmU6IEZlcnJ5IHBpZXIgdG8gY2xvc2Ug4oCTIHNvb24=?=")
      "Archived-At: <https://lists.example/1>\r\n" TEXT_HEAD PIER_PLAIN);
  PlxDocument *document = only_document (batch);

  g_assert_cmpstr (document->format, ==, "mail");
  assert_pier (document);
  assert_field (document, PLX_FIELD_HEADLINE, "Ferry pier to close – soon", "mail: Subject");
  assert_field (document, PLX_FIELD_AUTHOR, "Mirela Tändy", "mail: From");
  assert_field (document, PLX_FIELD_PUBLISHED, "2014-03-04T18:30:05+01:00", "mail: Date");
  assert_field (document, PLX_FIELD_ADDRESS, "https://lists.example/1", "mail: Archived-At");
  g_assert_cmpuint (batch->failures->len, ==, 0);
}

/* Old programs put their own encoding into the head, and say nothing of it. */
static void
test_raw_head (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("M\xE4rta \xD6sterlund <m@selwyn.example>",
               "F\xE4rjel\xE4get f\xF6rsvinner i v\xE5r")
      TEXT_HEAD PIER_PLAIN);
  PlxDocument *document = only_document (batch);

  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Färjeläget försvinner i vår");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Märta Österlund");
}

static void
test_prefixes (void)
{
  static const char *const subjects[] = { "Re: The pier is closing", "RE: Re: The pier is closing",
                                          "AW: The pier is closing", "Antw: The pier is closing",
                                          "SV: The pier is closing", "Re[2]: The pier is closing",
                                          "回复：The pier is closing", "RV: The pier is closing",
                                          "TR : The pier is closing",
                                          "WG: AW: The pier is closing" };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *mail = g_strdup_printf (HEAD_OF ("a@b.example", "%s") TEXT_HEAD PIER_PLAIN,
                                               subjects[i]);
      g_autoptr (PlxReadingBatch) batch = read_mail (mail);

      g_assert_cmpstr (only_document (batch)->fields[PLX_FIELD_HEADLINE], ==,
                       "The pier is closing");
    }
}

#define ALTERNATIVE(plain, html) \
  "Content-Type: multipart/alternative; boundary=\"cut\"\r\n\r\n--cut\r\n" TEXT_HEAD plain \
  "\r\n--cut\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" html "\r\n--cut--\r\n"

static void
test_newsletter (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("Selwyn Herald <news@selwyn.example>", "The week at the harbour of Selwyn")
      "List-Unsubscribe: <https://selwyn.example/u>\r\n"
      ALTERNATIVE ("View this mail in your browser: https://selwyn.example/1",
                   "<html><body><p>View this mail in your browser</p><h1>Ferry pier to close</h1>"
                   PIER_HTML "<p>You are receiving this because you signed up.</p>"
                   "<p>12 Quay Street</p><p><a href=\"u\">Unsubscribe</a></p></body></html>"));
  PlxDocument *document = only_document (batch);

  assert_pier (document);
  assert_cut (document, "View this mail", PLX_CUT_NEWSLETTER);
  assert_cut (document, "You are receiving", PLX_CUT_NEWSLETTER);
  assert_cut (document, "Unsubscribe", PLX_CUT_NEWSLETTER);
  assert_field (document, PLX_FIELD_OUTLET, "Selwyn Herald", "mail: From");
  g_assert_null (document->fields[PLX_FIELD_AUTHOR]);
}

static void
test_plain_has_more (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("a@b.example", "The pier")
      ALTERNATIVE (PIER_PLAIN, "<html><p>Your program shows no plain text.</p></html>"));

  assert_pier (only_document (batch));
}

static void
test_forwarded (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("Joost Perrin <joost@example.org>", "Fwd: pier") TEXT_HEAD
      "Have you seen this?\r\n\r\nJoost\r\n\r\n---------- Forwarded message ---------\r\n"
      "From: Mirela Tandy <mirela@selwyn.example>\r\nDate: Mon, Mar 3, 2014 at 6:30 PM\r\n"
      "Subject: Ferry pier to close in spring\r\nTo: <joost@example.org>\r\n\r\n\r\n" PIER_PLAIN
      "\r\n-- \r\nMirela Tandy\r\nSelwyn Herald\r\n");
  PlxDocument *document = only_document (batch);

  assert_pier (document);
  assert_cut (document, "Have you seen", PLX_CUT_COMMENTS);
  assert_cut (document, "From: Mirela", PLX_CUT_TEMPLATE);
  assert_cut (document, "Selwyn Herald", PLX_CUT_TEMPLATE);
  assert_field (document, PLX_FIELD_HEADLINE, "Ferry pier to close in spring",
                "mail: forwarded Subject");
  assert_field (document, PLX_FIELD_AUTHOR, "Mirela Tandy", "mail: forwarded From");
  assert_field (document, PLX_FIELD_PUBLISHED, "2014-03-03T18:30", "mail: forwarded Date");
}

/* Apple's way: the mail that is passed on is quoted from end to end; and in German. */
static void
test_forwarded_quoted (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("Joost Perrin <joost@example.org>", "WG: pier") TEXT_HEAD
      "Schau mal.\r\n\r\nAnfang der weitergeleiteten Nachricht:\r\n\r\n"
      "> Von: \"Mirela Tandy\" <mirela@selwyn.example>\r\n> Betreff: Ferry pier to close in spring"
      "\r\n> Datum: 3. März 2014 um 18:30:00 MEZ\r\n> \r\n> " PIER_1 "\r\n> \r\n> " PIER_2
      "\r\n> \r\n> " PIER_3 "\r\n> \r\n> " PIER_4 "\r\n");
  PlxDocument *document = only_document (batch);

  assert_pier (document);
  assert_cut (document, "Schau mal", PLX_CUT_COMMENTS);
  assert_field (document, PLX_FIELD_AUTHOR, "Mirela Tandy", "mail: forwarded From");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Ferry pier to close in spring");
}

/* “Re: Fwd:” answers; and a paragraph about mailing lists is no footer where others follow. */
static void
test_answer_to_forward (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("Joost Perrin <joost@example.org>", "Re: Fwd: pier") TEXT_HEAD
      "The mailing list of the harbour has eleven hundred readers, the board said, and every one "
      "of them has heard of it.\r\n\r\n" PIER_PLAIN "\r\n" PIER_1 " It said so again.\r\n\r\n"
      PIER_2 " She said so again.\r\n\r\n-----Original Message-----\r\nFrom: Mirela Tandy\r\n"
      "Date: 4 March 2014\r\nSubject: Fwd: pier\r\n\r\nWhat do you think?\r\n");
  PlxDocument *document = only_document (batch);

  assert_pier (document);
  assert_kept (document, "The mailing list of");
  assert_cut (document, "What do you think", PLX_CUT_COMMENTS);
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Joost Perrin");
}

static void
test_forwarded_page (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("Joost Perrin <joost@example.org>", "Fwd: pier")
      "Content-Type: text/html; charset=utf-8\r\n\r\n"
      "<div>Have you seen this?</div><div class=\"gmail_quote\"><div>---------- Forwarded message "
      "---------<br>From: <b>Mirela Tandy</b> &lt;mirela@selwyn.example&gt;<br>Date: Mon, Mar 3, "
      "2014 at 6:30 PM<br>Subject: Ferry pier to close in spring<br>To: &lt;j@example.org&gt;<br>"
      "</div><br>" PIER_HTML "</div>");
  PlxDocument *document = only_document (batch);

  assert_pier (document);
  assert_cut (document, "Have you seen", PLX_CUT_COMMENTS);
  assert_field (document, PLX_FIELD_AUTHOR, "Mirela Tandy", "mail: forwarded From");
  assert_field (document, PLX_FIELD_HEADLINE, "Ferry pier to close in spring",
                "mail: forwarded Subject");
}

static void
test_answer (void)
{
  static const char *const openings[] = {
    "On Tue, Mar 4, 2014 at 6:30 PM Mirela Tandy\r\n<mirela@selwyn.example> wrote:",
    "Am 04.03.2014 um 18:30 schrieb Mirela Tandy:",
    "Le 04/03/2014 18:30, Mirela Tandy a écrit :",
    "El 04/03/2014 a las 18:30, Mirela Tandy escribió:",
    "04.03.2014 18:30, Mirela Tandy пишет:",
  };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autofree char *mail = g_strdup_printf (
          HEAD_OF ("a@b.example", "Re: pier") TEXT_HEAD PIER_PLAIN "\r\n%s\r\n\r\n"
          "> What is new at the pier?\r\n> I have to know.\r\n\r\n-- \r\nJoost\r\n"
          "_______________________________________________\r\nharbour mailing list\r\n"
          "https://lists.example/harbour\r\n", openings[i]);
      g_autoptr (PlxReadingBatch) batch = read_mail (mail);
      PlxDocument *document = only_document (batch);

      assert_pier (document);
      assert_cut (document, "What is new", PLX_CUT_COMMENTS);
      assert_cut (document, "Joost", PLX_CUT_TEMPLATE);
      assert_cut (document, "harbour mailing", PLX_CUT_NEWSLETTER);
    }
}

static void
test_answer_without_marks (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("a@b.example", "Re: pier") TEXT_HEAD PIER_PLAIN "\r\n\r\n"
      "-----Ursprüngliche Nachricht-----\r\nVon: Mirela Tandy\r\n"
      "Gesendet: Dienstag, 4. März 2014 18:30\r\nAn: Joost\r\nBetreff: pier\r\n\r\n"
      "What is new at the pier? I have to know.\r\n");
  PlxDocument *document = only_document (batch);

  assert_pier (document);
  assert_cut (document, "What is new", PLX_CUT_COMMENTS);
}

static void
test_flowed (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("a@b.example", "The pier")
      "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\n"
      "The harbour board of Port Selwyn vo \r\nted on Tuesday to close the old ferry pier.\r\n\r\n"
      " From the first of March the boats  \r\ngo from the northern quay, it said.\r\n");
  PlxDocument *document = only_document (batch);

  assert_kept (document, "The harbour board of Port Selwyn voted on Tuesday to close the old");
  assert_kept (document, "From the first of March the boats go from the northern quay, it said.");
}

/* A paragraph that flows over a hundred thousand lines costs no more a line than a short one. */
static void
test_flowed_far (void)
{
  g_autoptr (GString) mail = g_string_new (HEAD_OF ("a@b.example", "Far")
      "Content-Type: text/plain; format=flowed\r\n\r\n");
  g_autoptr (PlxReadingBatch) batch = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (mail, "and on \n");
  g_string_append (mail, "to the end.\n");
  batch = read_mail (mail->str);

  g_assert_true (g_str_has_suffix (only_document (batch)->text->str, "and on to the end."));
}

static void
test_attached (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("a@b.example", "The pier")
      "Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\n" TEXT_HEAD
      "Two articles for you.\r\n--out\r\nContent-Type: text/html; name=\"pier.html\"\r\n"
      "Content-Disposition: attachment; filename=\"pier.html\"\r\n\r\n<html><head><title>Ferry "
      "pier to close</title></head><body>" PIER_HTML "</body></html>\r\n--out\r\n"
      "Content-Type: message/rfc822\r\n\r\n" HEAD_OF ("Mirela Tandy <m@b.example>", "Goats at sea")
      TEXT_HEAD PIER_PLAIN "\r\n--out\r\nContent-Type: image/png; name=x.png\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--out--\r\n");
  PlxDocument *page;
  PlxDocument *mail;

  g_assert_cmpuint (batch->documents->len, ==, 2);
  g_assert_cmpuint (batch->failures->len, ==, 0);
  page = batch->documents->pdata[0];
  mail = batch->documents->pdata[1];
  assert_cut (page, "Two articles", PLX_CUT_COMMENTS);
  assert_pier (page);
  g_assert_cmpstr (page->source, ==, "file › pier.html");
  assert_pier (mail);
  g_assert_cmpstr (mail->fields[PLX_FIELD_HEADLINE], ==, "Goats at sea");
}

static void
test_box (void)
{
  static const char box[] =
      "From a@b.example Tue Mar  4 18:30:05 2014\n"
      HEAD_OF ("Mirela Tandy <m@b.example>", "One pier")
      TEXT_HEAD PIER_PLAIN "\n>From here on, all is quoted from the board, said the paper.\n\n"
      "From c@b.example Tue Mar  4 19:30:05 2014\n"
      HEAD_OF ("Joost Perrin <j@b.example>", "Two piers")
      TEXT_HEAD PIER_PLAIN "\n";
  g_autoptr (PlxReadingBatch) batch = read_batch (box, strlen (box));
  PlxDocument *first;

  g_assert_cmpuint (batch->documents->len, ==, 2);
  first = batch->documents->pdata[0];
  g_assert_cmpstr (first->source, ==, "file › One pier");
  assert_kept (first, "From here on");
  g_assert_cmpstr (((PlxDocument *) batch->documents->pdata[1])->fields[PLX_FIELD_AUTHOR], ==,
                   "Joost Perrin");
}

static void
test_no_mail (void)
{
  static const char *const texts[] = {
    "From: our correspondent\n\n" PIER_PLAIN,
    "Title: The pier\nDate: 4 March 2014\nAuthor: Mirela Tandy\n\n" PIER_PLAIN,
    "From here to there\nDate: today\nSubject: none\n\n" PIER_PLAIN,
    "Subject: the pier\nit closes\nFrom: us\nDate: now\n\n" PIER_PLAIN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlxReadingBatch) batch = read_mail (texts[i]);

      g_assert_cmpstr (only_document (batch)->format, !=, "mail");
    }
}

static void
test_encrypted (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("a@b.example", "Secret")
      "Content-Type: multipart/encrypted; boundary=x; protocol=pgp\r\n\r\n"
      "--x\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--x\r\n"
      "Content-Type: application/octet-stream\r\n\r\nabc\r\n--x--\r\n");

  g_assert_cmpuint (batch->documents->len, ==, 0);
  assert_failure (batch, PLX_READING_ERROR_PASSWORD);
}

static void
test_broken_off (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      HEAD_OF ("a@b.example", "The pier") "Content-Type: multipart/mixed; boundary=out\r\n\r\n--out"
      "\r\n" TEXT_HEAD PIER_PLAIN "\r\n--out\r\nContent-Type: application/pdf\r\n");

  assert_pier (only_document (batch));
  assert_failure (batch, PLX_READING_ERROR_DAMAGED);
}

static void
test_nested (void)
{
  g_autoptr (GString) mail = g_string_new (HEAD_OF ("a@b.example", "Deep"));
  g_autoptr (GString) mails = g_string_new (NULL);
  g_autoptr (PlxReadingBatch) batch = NULL;
  g_autoptr (PlxReadingBatch) second = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (mail, "Content-Type: multipart/mixed; boundary=b%u\r\n\r\n--b%u\r\n",
                            i, i);
  batch = read_mail (mail->str);
  g_assert_cmpuint (batch->failures->len, >, 0);

  for (guint i = 0; i < 10000; i++)
    g_string_append (mails, HEAD_OF ("a@b.example", "Deep") "Content-Type: message/rfc822\r\n\r\n");
  second = read_mail (mails->str);
  g_assert_cmpuint (second->failures->len, >, 0);
}

static void
test_bombs (void)
{
  g_autoptr (GString) heads = g_string_new (HEAD_OF ("a@b.example", "Bomb"));
  g_autoptr (GString) zeros = g_string_new (HEAD_OF ("a@b.example", "Bomb")
      "Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\n" TEXT_HEAD PIER_PLAIN
      "\r\n--out\r\nContent-Type: application/pdf; name=x.pdf\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\n");
  g_autofree char *line = g_strnfill (1024, 'A');
  g_autoptr (PlxReadingBatch) batch = NULL;
  g_autoptr (PlxReadingBatch) second = NULL;

  for (guint i = 0; i < 70 * 1024; i++)
    g_string_append (zeros, line);
  batch = read_mail (zeros->str);
  assert_pier (batch->documents->pdata[0]);
  assert_failure (batch, PLX_READING_ERROR_TOO_LARGE);

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (heads, "X-Field-%u: %s\r\n", i, "=?utf-8?Q?=C3?=");
  g_string_append (heads, TEXT_HEAD PIER_PLAIN);
  second = read_mail (heads->str);
  assert_pier (only_document (second));
}

static void
test_abused (void)
{
  static const char mail[] =
      HEAD_OF ("=?utf-8?Q?Mirela?= <m@b.example>", "=?utf-8?B?UGllcg==?=")
      "Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\n"
      ALTERNATIVE (PIER_PLAIN, "<html>" PIER_HTML "</html>") "--out\r\n"
      "Content-Type: text/html; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "Content-Disposition: attachment; filename*=utf-8''a%20b.html\r\n\r\n<html>" PIER_HTML
      "=20=\r\n</html>\r\n--out--\r\n";

  abuse (mail, strlen (mail));
}

#define SAVED_HEAD \
  "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://selwyn.example/2014/03/pier\r\n" \
  "Subject: =?utf-8?Q?Ferry=20pier=20to=20close?=\r\nDate: Wed, 5 Mar 2014 09:00:00 -0000\r\n" \
  "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n" \
  "\tboundary=\"--MultipartBoundary--x----\"\r\n\r\n\r\n"
#define SAVED_PART "----MultipartBoundary--x----\r\nContent-Type: "
#define SAVED_END "----MultipartBoundary--x------\r\n"

static const char saved_page[] =
    SAVED_HEAD SAVED_PART "text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://selwyn.example/2014/03/pier\r\n\r\n<!DOCTYPE html><html><head>"
    "<meta charset=3D\"utf-8\"><title>Ferry pier=\r\n to close</title></head><body><h1>Ferry pier "
    "to close</h1><p>=E2=80=9CWe are sad=E2=80=9D, said the boats, which had all come to the old "
    "pier for many years.</p>" PIER_HTML "</body></html>\r\n" SAVED_PART "text/html\r\n"
    "Content-Location: cid:frame-2\r\n\r\n<html><p>Buy a boat</p></html>\r\n" SAVED_PART
    "image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n" SAVED_END;

static void
test_saved_page (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (saved_page);
  PlxDocument *document = only_document (batch);

  g_assert_cmpuint (batch->failures->len, ==, 0);
  g_assert_cmpstr (document->format, ==, "mhtml");
  assert_pier (document);
  assert_kept (document, "“We are sad”");
  assert_field (document, PLX_FIELD_ADDRESS, "https://selwyn.example/2014/03/pier",
                "mhtml: Content-Location");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Ferry pier to close");
  g_assert_null (strstr (document->text->str, "Buy a boat"));
}

static void
test_saved_page_frames (void)
{
  g_autoptr (PlxReadingBatch) batch = read_mail (
      "From: \"Saved by Internet Explorer 11\"\r\nSubject: The pier\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n--x\r\n"
      "Content-Type: text/html; charset=\"windows-1252\"\r\n"
      "Content-Location: http://selwyn.example/\r\n\r\n<html><frameset><frame src=1></frameset>"
      "<p>M\xE4rz</p></html>\r\n--x\r\nContent-Type: text/html\r\n"
      "Content-Location: http://selwyn.example/1\r\n\r\n<html>" PIER_HTML "</html>\r\n--x--\r\n");
  PlxDocument *document = only_document (batch);

  assert_pier (document);
  g_assert_cmpstr (document->fields[PLX_FIELD_ADDRESS], ==, "http://selwyn.example/1");
}

static void
test_saved_page_broken_off (void)
{
  g_autoptr (PlxReadingBatch) batch = read_batch (saved_page, strlen (saved_page) - 200);
  g_autoptr (PlxReadingBatch) head = read_mail (SAVED_HEAD);

  assert_pier (only_document (batch));
  assert_failure (batch, PLX_READING_ERROR_DAMAGED);
  g_assert_cmpuint (head->documents->len, ==, 0);
  assert_failure (head, PLX_READING_ERROR_DAMAGED);
}

static void
test_saved_page_abused (void)
{
  abuse (saved_page, strlen (saved_page));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-mail/fields", test_fields);
  g_test_add_func ("/reading-mail/raw-head", test_raw_head);
  g_test_add_func ("/reading-mail/prefixes", test_prefixes);
  g_test_add_func ("/reading-mail/newsletter", test_newsletter);
  g_test_add_func ("/reading-mail/plain-has-more", test_plain_has_more);
  g_test_add_func ("/reading-mail/forwarded", test_forwarded);
  g_test_add_func ("/reading-mail/forwarded-quoted", test_forwarded_quoted);
  g_test_add_func ("/reading-mail/forwarded-page", test_forwarded_page);
  g_test_add_func ("/reading-mail/answer", test_answer);
  g_test_add_func ("/reading-mail/answer-to-forward", test_answer_to_forward);
  g_test_add_func ("/reading-mail/answer-without-marks", test_answer_without_marks);
  g_test_add_func ("/reading-mail/flowed", test_flowed);
  g_test_add_func ("/reading-mail/flowed-far", test_flowed_far);
  g_test_add_func ("/reading-mail/attached", test_attached);
  g_test_add_func ("/reading-mail/box", test_box);
  g_test_add_func ("/reading-mail/no-mail", test_no_mail);
  g_test_add_func ("/reading-mail/encrypted", test_encrypted);
  g_test_add_func ("/reading-mail/broken-off", test_broken_off);
  g_test_add_func ("/reading-mail/nested", test_nested);
  g_test_add_func ("/reading-mail/bombs", test_bombs);
  g_test_add_func ("/reading-mail/abused", test_abused);

  g_test_add_func ("/reading-mail/saved-page", test_saved_page);
  g_test_add_func ("/reading-mail/saved-page-frames", test_saved_page_frames);
  g_test_add_func ("/reading-mail/saved-page-broken-off", test_saved_page_broken_off);
  g_test_add_func ("/reading-mail/saved-page-abused", test_saved_page_abused);

  return g_test_run ();
}
