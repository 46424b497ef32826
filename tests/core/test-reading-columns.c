/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "reading/tables/plx-bulk-values.h"
#include "reading/tables/plx-columns.h"

/* A text of our own that is long enough for an article. */
#define LONG_TEXT                                                                                 \
  "The ferry to Ostrava Bay left Port Selwyn two hours late on Tuesday, the company said. About " \
  "ninety passengers waited on the quay. “We will look for a second captain,” said its "          \
  "spokesman, who asked for patience until the summer begins."

#define OTHER_TEXT                                                                                \
  "The harbour office of Port Selwyn will close at noon from Monday on. Nobody there would say "  \
  "why. The mayor wants a bridge instead, and has wanted one for eleven years, the Herald wrote " \
  "in its edition of Thursday."

static PlxColumns *
guess (const char *header,
       const char *first,
       const char *second)
{
  g_auto (GStrv) names = g_strsplit (header, "|", -1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (first != NULL)
    g_ptr_array_add (rows, g_strsplit (first, "|", -1));
  if (second != NULL)
    g_ptr_array_add (rows, g_strsplit (second, "|", -1));

  return plx_columns_guess ((const char *const *) names, rows);
}

/* Headers in many languages and of many tools, and what each column is found to hold. */
static const struct
{
  const char *header;
  const char *found;
} headers[] = {
  { "Title|Full text|Date", "headline|body|published" },
  { "id|headline|article_body|pub_date|byline|web_url|section_name",
    "none|headline|body|published|author|address|section" },
  { "title|text|authors|publishedAt|source.id|source.name|url|urlToImage|description",
    "headline|body|author|published|none|outlet|address|none|standfirst" },
  { "Titel|Untertitel|Inhalt|Autor|Datum|Quelle|Ressort|Sprache",
    "headline|standfirst|body|author|published|outlet|section|language" },
  { "titre|chapô|texte|auteur|date de publication|journal|rubrique|lien",
    "headline|standfirst|body|author|published|outlet|section|address" },
  { "Título|Entradilla|Cuerpo|Autor|Fecha de publicación|Medio|Sección|Enlace",
    "headline|standfirst|body|author|published|outlet|section|address" },
  { "titolo|testo|data|testata|autore", "headline|body|published|outlet|author" },
  { "título|conteúdo|data de publicação|veículo|editoria",
    "headline|body|published|outlet|section" },
  { "заголовок|текст|дата|источник|автор|ссылка|рубрика",
    "headline|body|published|outlet|author|address|section" },
  { "标题|正文|发布时间|来源|作者|链接", "headline|body|published|outlet|author|address" },
  { "タイトル|本文|日付|媒体名", "headline|body|published|outlet" },
  { "العنوان|النص|التاريخ|المصدر|الكاتب|الرابط",
    "headline|body|published|outlet|author|address" },
  { "tytuł|treść|data publikacji|źródło|kategoria", "headline|body|published|outlet|section" },
  { "başlık|içerik|tarih|kaynak|yazar", "headline|body|published|outlet|author" },
  { "kop|inhoud|datum|krant|auteur", "headline|body|published|outlet|author" },
  { "HD|LP|TD|PD|SN|BY|LA|SE",
    "headline|standfirst|body|published|outlet|author|language|section" },
  { "_source.title|_source.content|_source.published_date|_source.author.name",
    "headline|body|published|author" },
  { "fields.headline|fields.bodyText|fields.trailText|webPublicationDate|webUrl|sectionName",
    "headline|body|standfirst|published|address|section" },
  { "title.rendered|content.rendered|excerpt.rendered|date_gmt|link",
    "headline|body|standfirst|published|address" },
  { "article_title_en|clean_text|media_outlet|word_count|image_url|related.title",
    "headline|body|outlet|none|none|none" },
  { "序号|新闻标题|正文内容|发布日期|来源媒体|链接地址",
    "none|headline|body|published|outlet|address" },
  { "Title|pubtitle|placeOfPublication|pubdate|date_download|Full text|highlights",
    "headline|outlet|none|published|none|body|standfirst" },
  { "dc:title|dc.creator|og:site_name|author_id|author_url|html",
    "headline|author|outlet|none|none|html" },
};

static void
test_names_are_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (PlxColumns) columns = guess (headers[i].header, NULL, NULL);
      g_auto (GStrv) found = g_strsplit (headers[i].found, "|", -1);

      for (guint k = 0; k < plx_columns_get_n (columns); k++)
        {
          g_autofree char *all = plx_columns_to_string (columns);
          g_autofree char *want = g_strdup_printf ("%s=%s", found[k],
                                                   plx_columns_get (columns, k)->name);

          if (strstr (all, want) == NULL)
            g_error ("%s is not in %s", want, all);
        }
    }
}

static void
test_values_tell (void)
{
  g_autoptr (PlxColumns) columns =
    guess ("column 1|column 2|column 3|column 4|column 5|column 6",
           "17|2014-03-04|https://selwyn.example/a|Ferry is late for the third time|" LONG_TEXT
           "|en",
           "18|2014-03-06|https://selwyn.example/b|Harbour office to close at noon|" OTHER_TEXT
           "|en");
  g_autofree char *text = plx_columns_to_string (columns);

  g_assert_cmpstr (text, ==,
                   "none=column 1,published=column 2,address=column 3,headline=column 4,"
                   "body=column 5,language=column 6");
  g_assert_cmpint (plx_columns_get (columns, 0)->basis, ==, PLX_COLUMN_BASIS_NONE);
  g_assert_cmpint (plx_columns_get (columns, 4)->basis, ==, PLX_COLUMN_BASIS_VALUES);
}

/* A name that what stands in its column belies does not count. */
static void
test_values_against_names (void)
{
  g_autoptr (PlxColumns) columns =
    guess ("Date|Text|Source|Description|Media",
           "Monday's|8|https://selwyn.example/a|" LONG_TEXT "|https://selwyn.example/1.jpg",
           "Tuesday's|9|https://selwyn.example/b|" OTHER_TEXT "|https://selwyn.example/2.jpg");
  g_autofree char *text = plx_columns_to_string (columns);

  g_assert_nonnull (strstr (text, "none=Date,none=Text,"));
  g_assert_nonnull (strstr (text, "none=Media"));
  g_assert_true (plx_columns_has_text (columns));
}

/* Of two columns that may be the text, the longer is it. */
static void
test_longer_text_wins (void)
{
  g_autoptr (PlxColumns) columns = guess ("content|full_article|title",
                                          "The ferry to …|" LONG_TEXT "|Ferry is late",
                                          "The harbour …|" OTHER_TEXT "|Office to close");
  g_autofree char *text = plx_columns_to_string (columns);

  g_assert_nonnull (strstr (text, "body=full_article,headline=title"));
}

static void
test_strings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxColumns) columns =
    plx_columns_parse ("headline=Title, body=\"Full, \"\"whole\"\" text\",none=id,html= Page ,…",
                       &error);
  g_autofree char *text = NULL;
  g_autoptr (PlxColumns) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (plx_columns_get_n (columns), ==, 4);
  g_assert_cmpstr (plx_columns_get (columns, 1)->name, ==, "Full, \"whole\" text");
  g_assert_cmpstr (plx_columns_get (columns, 3)->name, ==, "Page");
  g_assert_cmpint (plx_columns_get (columns, 1)->use, ==, PLX_COLUMN_BODY);
  g_assert_true (columns->partial);

  text = plx_columns_to_string (columns);
  again = plx_columns_parse (text, &error);
  g_assert_no_error (error);
  g_assert_true (plx_columns_equal_table (columns, again));
  g_assert_cmpint (plx_columns_get (again, 3)->use, ==, PLX_COLUMN_HTML);
}

static void
test_wrong_strings (void)
{
  static const char *const wrong[] = { "headlin=Title", "headline", "body=A,headline=A", "=A" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plx_columns_parse (wrong[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* What the user chose goes over what was guessed, and only for tables of these columns. */
static void
test_choice (void)
{
  g_autoptr (PlxColumns) table = guess ("Title|Text|Date|Note", NULL, NULL);
  g_autoptr (PlxColumns) part = plx_columns_parse ("body=note,…", NULL);
  g_autoptr (PlxColumns) other = plx_columns_parse ("body=Nota,…", NULL);
  g_autoptr (PlxColumns) whole = plx_columns_parse ("body=Text,none=Title,none=Date", NULL);
  g_autofree char *text = NULL;

  g_assert_false (plx_columns_apply (other, table));
  g_assert_false (plx_columns_apply (whole, table));
  g_assert_true (plx_columns_apply (part, table));
  text = plx_columns_to_string (table);
  g_assert_cmpstr (text, ==, "headline=Title,none=Text,published=Date,body=Note");
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } dates[] = {
    { "1393950000", "2014-03-04T16:20:00Z" },
    { "1393950000123", "2014-03-04T16:20:00Z" },
    { "1393950000.0", "2014-03-04T16:20:00Z" },
    { "20140304T162000Z", "2014-03-04T16:20:00Z" },
    { "20140304162000", "2014-03-04T16:20:00" },
    { "Tue, 04 Mar 2014 17:20:00 +0100", "2014-03-04T17:20:00+01:00" },
    { "2014-03-04 17:20:00", "2014-03-04T17:20:00" },
    { "4 mars 2014", "2014-03-04" },
    { "17", NULL },
    { "99999999999999999999", NULL },
    { "yesterday", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *iso = plx_bulk_date_to_iso (dates[i].text, FALSE);

      g_assert_cmpstr (iso, ==, dates[i].iso);
    }

  g_assert_cmpint (plx_bulk_tell_month_first ("4/25/2020"), ==, 1);
  g_assert_cmpint (plx_bulk_tell_month_first ("25/4/2020"), ==, -1);
  g_assert_cmpint (plx_bulk_tell_month_first ("4/5/2020"), ==, 0);
}

static void
test_languages (void)
{
  static const struct
  {
    const char *text;
    const char *code;
  } languages[] = {
    { "en", "en" },          { "EN", "en" },       { "en_GB", "en-GB" }, { "English", "en" },
    { "русский", "ru" },     { "deu", "de" },      { "Deutsch", "de" },  { "pt-BR", "pt-BR" },
    { "gibberish", NULL },   { "", NULL },         { "xx", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *code = plx_bulk_language_from_name (languages[i].text);

      g_assert_cmpstr (code, ==, languages[i].code);
    }
}

static void
test_clean (void)
{
  g_autofree char *clean = plx_bulk_clean_text ("A &amp; B&#8217;s &lt;b&gt; &bogus; R&D");
  g_autofree char *lines = plx_bulk_clean_text ("First.\\nSecond.\\nThird.");
  g_autofree char *path = plx_bulk_clean_text ("in C:\\news");

  g_assert_cmpstr (clean, ==, "A & B’s <b> &bogus; R&D");
  g_assert_cmpstr (lines, ==, "First.\nSecond.\nThird.");
  g_assert_cmpstr (path, ==, "in C:\\news");
  g_assert_true (plx_bulk_has_tags ("One<br/>two"));
  g_assert_true (plx_bulk_has_tags ("<P class=\"a\">One</P>"));
  g_assert_false (plx_bulk_has_tags ("1 < 2 and 3 > 2 <pepper>"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/columns/names/are-known", test_names_are_known);
  g_test_add_func ("/columns/values/tell-without-names", test_values_tell);
  g_test_add_func ("/columns/values/belie-names", test_values_against_names);
  g_test_add_func ("/columns/values/longer-text-wins", test_longer_text_wins);
  g_test_add_func ("/columns/strings/there-and-back", test_strings);
  g_test_add_func ("/columns/strings/wrong-ones-are-told", test_wrong_strings);
  g_test_add_func ("/columns/choice/goes-over-guess", test_choice);
  g_test_add_func ("/columns/dates/of-machines", test_dates);
  g_test_add_func ("/columns/languages/by-name-or-code", test_languages);
  g_test_add_func ("/columns/texts/are-cleaned", test_clean);

  return g_test_run ();
}
