/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-column-names"

#include "config.h"

#include "reading/tables/plx-column-names.h"

#include <string.h>

/* How much less each place further back in its list says. */
#define RANK_STEP 0.35

/* A name with a part that no list knows. */
#define WORD_SCORE PLX_COLUMN_NAME_HINT

/* A value within another is less likely the article's own. */
#define LEVEL_COST 4

/* Letters from here on are of scripts without spaces, Korean aside. */
#define FIRST_OF_CJK 0x3040

/* Names are short; what is longer is a sentence in the first row. */
#define MAX_NAME 120

/*
 * How databases, tools, libraries and people call the columns of a table of articles, the most
 * telling first. Databases have codes of two letters. They are compared without case, accents,
 * marks and spaces.
 */
static const struct
{
  PlxColumnUse use;
  PlxField     field;
  const char  *names;
} lists[] = {
  { PLX_COLUMN_FIELD, PLX_FIELD_HEADLINE,
    "headline; hed; title; article title; article headline; headline text; "
    "story title; news title; post title; page title; document title; web title; "
    "heading; header line; HD; TI; T1; HL" },
  { PLX_COLUMN_FIELD, PLX_FIELD_HEADLINE,
    "titre; titre article; título; titular; encabezado; manchete; titolo; titel; "
    "überschrift; schlagzeile; tytuł; nagłówek; başlık; haber başlığı; otsikko; "
    "overskrift; tittel; kop; titlu; nadpis; titulek; naslov; naslovnica; cím; "
    "főcím; τίτλος; заголовок; название; назва; заглавие; наслов" },
  { PLX_COLUMN_FIELD, PLX_FIELD_HEADLINE,
    "标题; 標題; 题名; 新闻标题; タイトル; 見出し; 제목; عنوان; العنوان; تیتر; כותרת; शीर्षक; "
    "শিরোনাম; judul; tiêu đề; หัวข้อ; kichwa" },
  { PLX_COLUMN_FIELD, PLX_FIELD_STANDFIRST,
    "standfirst; dek; deck; sub headline; subhead; subheading; subtitle; lede; "
    "lead; lead paragraph; trail text; summary; abstract; description; teaser; "
    "excerpt; intro; introduction; snippet; blurb; highlights; key points; "
    "meta description; LP; AB" },
  { PLX_COLUMN_FIELD, PLX_FIELD_STANDFIRST,
    "chapeau; chapô; résumé; sous titre; accroche; untertitel; vorspann; anriss; "
    "zusammenfassung; kurzfassung; entradilla; bajada; copete; resumen; subtítulo; "
    "sommario; sottotitolo; occhiello; riassunto; resumo; linha fina; "
    "streszczenie; podtytuł; zajawka; özet; spot; ingress; ingressi; manchet; "
    "underrubrik; samenvatting; ondertitel; rezumat; perex; sažetak; összefoglaló; "
    "περίληψη; лид; анонс; аннотация; подзаголовок; описание; резюме" },
  { PLX_COLUMN_FIELD, PLX_FIELD_STANDFIRST,
    "摘要; 导语; 概要; リード; 요약; 부제; ملخص; خلاصه; תקציר; सारांश; ringkasan; tóm tắt" },
  { PLX_COLUMN_FIELD, PLX_FIELD_AUTHOR,
    "author; authors; byline; by line; bylines; creator; creators; writer; "
    "writers; reporter; journalist; journalists; author name; author names; "
    "article author; post author; written by; by; contributor; AU; A1; BY" },
  { PLX_COLUMN_FIELD, PLX_FIELD_AUTHOR,
    "auteur; auteurs; journaliste; signature; autor; autores; autora; autoren; "
    "autorin; verfasser; redakteur; autore; autori; giornalista; redator; autorzy; "
    "dziennikarz; yazar; muhabir; kirjoittaja; toimittaja; författare; skribent; "
    "forfatter; schrijver; jurnalist; novinar; szerző; újságíró; συγγραφέας; "
    "συντάκτης; автор; авторы; журналист" },
  { PLX_COLUMN_FIELD, PLX_FIELD_AUTHOR,
    "作者; 记者; 著者; 筆者; 記者; 기자; 저자; كاتب; الكاتب; المؤلف; نویسنده; מחבר; लेखक; "
    "penulis; tác giả; mwandishi" },
  { PLX_COLUMN_FIELD, PLX_FIELD_OUTLET,
    "outlet; media outlet; news outlet; newspaper; publication; publication name; "
    "publication title; source name; media name; medium; news source; "
    "media source; source; source title; newspaper name; journal; journal name; "
    "journal title; pub title; pubtitle; magazine; periodical; paper; publisher; publisher name; "
    "site name; site; website; domain; source domain; channel; broadcaster; "
    "provider; media; feed; feed name; feed title; host; hostname; SN; SO; JO; JF" },
  { PLX_COLUMN_FIELD, PLX_FIELD_OUTLET,
    "quelle; zeitung; zeitschrift; herausgeber; publikation; journal; média; "
    "quotidien; fuente; medio; periódico; diario; fonte; testata; giornale; "
    "jornal; veículo; źródło; gazeta; wydawca; kaynak; gazete; yayın; lähde; "
    "lehti; källa; tidning; kilde; avis; bron; krant; sursă; ziar; zdroj; noviny; "
    "izvor; forrás; lap; πηγή; εφημερίδα; источник; издание; сми; газета; джерело; "
    "видання" },
  { PLX_COLUMN_FIELD, PLX_FIELD_OUTLET,
    "来源; 媒体; 报纸; 出典; 媒体名; 新聞; 출처; 언론사; مصدر; المصدر; الصحيفة; منبع; מקור; עיתון; "
    "स्रोत; sumber; media massa; nguồn" },
  { PLX_COLUMN_FIELD, PLX_FIELD_PUBLISHED,
    "published; date published; date publish; date time pub; published date; "
    "published at; published on; "
    "publish date; publication date; pub date; publication date time; "
    "publication time; publish time; pub time; published time; first published; "
    "first publication date; date of publication; date of issue; issue date; "
    "web publication date; article date; news date; post date; posted; posted at; "
    "posted on; date posted; release date; date; date time; load date; timestamp; "
    "time; seen date; day; PD; DA; DP; PY; created; created at; date created; "
    "creation date; date gmt" },
  { PLX_COLUMN_FIELD, PLX_FIELD_PUBLISHED,
    "date de publication; date de parution; parution; publié le; datum; "
    "erscheinungsdatum; veröffentlicht; veröffentlicht am; veröffentlichungsdatum; "
    "publikationsdatum; fecha; fecha de publicación; fecha publicación; publicado; "
    "data; data di pubblicazione; data pubblicazione; data de publicação; "
    "data publikacji; opublikowano; tarih; yayın tarihi; päivämäärä; julkaistu; "
    "publicerad; publiceringsdatum; dato; udgivet; publisert; gepubliceerd; "
    "publicatiedatum; data publicării; datum vydání; datum objave; dátum; "
    "megjelenés; ημερομηνία; дата; дата публикации; опубликовано; дата публікації; "
    "датум" },
  { PLX_COLUMN_FIELD, PLX_FIELD_PUBLISHED,
    "日期; 发布日期; 发布时间; 发表时间; 时间; 日付; 公開日; 掲載日; 날짜; 게시일; 발행일; تاريخ; التاريخ; "
    "تاريخ النشر; تاریخ; תאריך; तारीख; tanggal; ngày; ngày đăng; tarehe" },
  { PLX_COLUMN_FIELD, PLX_FIELD_LANGUAGE,
    "language; lang; language code; lang code; in language; source lang; "
    "source language; locale; LA" },
  { PLX_COLUMN_FIELD, PLX_FIELD_LANGUAGE,
    "sprache; langue; idioma; lengua; lingua; língua; język; dil; kieli; språk; "
    "sprog; taal; limbă; jazyk; jezik; nyelv; γλώσσα; язык; мова; език" },
  { PLX_COLUMN_FIELD, PLX_FIELD_LANGUAGE,
    "语言; 言語; 언어; لغة; اللغة; زبان; שפה; भाषा; bahasa; ngôn ngữ; lugha" },
  { PLX_COLUMN_FIELD, PLX_FIELD_ADDRESS,
    "url; link; href; permalink; web address; web url; article url; article link; "
    "story url; news url; source url; canonical; canonical url; original url; "
    "page url; document url; share url; short url; uri; target uri; guid; address; "
    "UR" },
  { PLX_COLUMN_FIELD, PLX_FIELD_ADDRESS,
    "webadresse; adresse; lien; enlace; vínculo; dirección; collegamento; "
    "indirizzo; endereço; odnośnik; adres url; bağlantı; osoite; linkki; länk; "
    "lenke; odkaz; poveznica; hivatkozás; σύνδεσμος; ссылка; адрес; посилання" },
  { PLX_COLUMN_FIELD, PLX_FIELD_ADDRESS,
    "链接; 网址; 連結; リンク; 링크; 주소; رابط; الرابط; لینک; קישור; लिंक; tautan; liên kết; "
    "kiungo" },
  { PLX_COLUMN_FIELD, PLX_FIELD_SECTION,
    "section; section name; category; categories; news desk; desk; topic; "
    "department; beat; pillar name; SE" },
  { PLX_COLUMN_FIELD, PLX_FIELD_SECTION,
    "ressort; rubrik; rubrique; catégorie; kategorie; sección; categoría; sezione; "
    "rubrica; seção; editoria; categoria; dział; kategoria; bölüm; kategori; "
    "osasto; avdelning; seksjon; sektion; rubriek; secțiune; kategorija; rovat; "
    "κατηγορία; рубрика; раздел; категория; розділ" },
  { PLX_COLUMN_FIELD, PLX_FIELD_SECTION,
    "栏目; 分类; 版面; カテゴリ; 欄; 섹션; 카테고리; قسم; القسم; מדור; श्रेणी; rubrik berita; "
    "chuyên mục" },
  { PLX_COLUMN_FIELD, PLX_FIELD_AGENCY,
    "agency; news agency; wire; wire service; credit; agence; agence de presse; "
    "agentur; nachrichtenagentur; agencia; agenzia; agência; agencja; ajans; byrå; "
    "агентство; 通讯社; 通信社; 통신사; وكالة" },
  { PLX_COLUMN_FIELD, PLX_FIELD_DATELINE,
    "dateline; date line; dateline location; ortsmarke; spitzmarke" },
  { PLX_COLUMN_BODY, 0,
    "body; article body; full text; body text; article text; main text; text; "
    "content; contents; article content; main content; story text; story body; "
    "news text; news content; post content; post body; content text; plain text; "
    "clean text; cleaned text; extracted text; document text; document; "
    "full article; article; story; raw text; text content; transcript; post; TD; "
    "TX; FT" },
  { PLX_COLUMN_BODY, 0,
    "texte; texte intégral; texte complet; corps; corps du texte; contenu; inhalt; "
    "volltext; artikeltext; haupttext; fließtext; texto; texto completo; cuerpo; "
    "contenido; conteúdo; corpo; testo; testo completo; contenuto; tekst; treść; "
    "pełny tekst; treść artykułu; metin; içerik; haber metni; haber; teksti; "
    "sisältö; leipäteksti; brödtext; innehåll; brødtekst; innhold; indhold; "
    "inhoud; volledige tekst; artikel; articol; conținut; obsah; tělo; sadržaj; "
    "tartalom; szöveg; κείμενο; περιεχόμενο; текст; полный текст; текст статьи; "
    "содержание; зміст; съдържание" },
  { PLX_COLUMN_BODY, 0,
    "正文; 内容; 全文; 本文; 新闻内容; 記事; 내용; 본문; 기사; نص; النص; المحتوى; متن; תוכן; טקסט; "
    "सामग्री; isi; isi berita; nội dung; เนื้อหา; maudhui" },
  { PLX_COLUMN_HTML, 0,
    "html; raw html; body html; content html; article html; page html; "
    "html content; html body; page source; html source; content encoded; "
    "text html; source code" },
};

/* What a name may have beside its word without meaning anything else. */
static const char *const fillers[] = { "article", "articles", "news", "story", "post", "page",
                                       "doc", "document", "item", "record", "main", "full", "raw",
                                       "clean", "cleaned", "original", "web", "meta", "og", "dc",
                                       "dcterms", "schema", "the", "en", "eng", "english", "field",
                                       "column", "col", "text", "string", "value", "x", NULL };

/* What stands within its parent's name: “author.name”, “title.rendered”. */
static const char *const generic[] = { "name", "names", "value", "text", "rendered", "main",
                                       "original", "display", "label", "default", "t", "content",
                                       "plain", "full", "title", "en", "raw", "cdata", NULL };

/* A name with one of these is about something else, or about the other columns. */
static const char *const bars[] = { "id", "ids", "identifier", "no", "nr", "num", "number", "count",
                                    "counts", "length", "len", "size", "score", "rank", "index",
                                    "idx", "hash", "md5", "sha1", "sha256", "checksum", "digest",
                                    "image", "images", "img", "photo", "picture", "thumbnail",
                                    "thumb", "icon", "logo", "video", "videos", "audio", "email",
                                    "mail", "twitter", "facebook", "handle", "sentiment",
                                    "embedding", "vector", "tokens", "words", "wordcount",
                                    "related", "entities", "keywords", "tags", "country", "width",
                                    "height", "multimedia", "caption", "comments", "likes",
                                    "shares", "type", "status", "version", "avatar", "bio",
                                    "place",
                                    NULL };

/* Days on which a machine did something, which are no days of publication. */
static const char *const late[] = { "updated", "update", "modified", "crawled", "crawl", "fetched",
                                    "accessed", "access", "retrieved", "scraped", "collected",
                                    "downloaded", "indexed", "added", "imported", "edited", "end",
                                    "start", "download", "modify", NULL };

/* Upper and lower case, accents and marks aside; a space between words, also in “pubDate”. */
static char *
normalise (const char *name)
{
  g_autofree char *whole = g_utf8_normalize (name, -1, G_NORMALIZE_NFKD);
  GString *plain = g_string_new (NULL);
  gboolean gap = FALSE;
  gboolean after_lower = FALSE;

  for (const char *p = whole != NULL ? whole : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          gap = plain->len > 0;
          after_lower = FALSE;
          continue;
        }
      if (gap || (after_lower && g_unichar_isupper (c)))
        g_string_append_c (plain, ' ');
      gap = FALSE;
      after_lower = g_unichar_islower (c);
      g_string_append_unichar (plain, g_unichar_tolower (c));
    }

  return g_string_free (plain, FALSE);
}

static void
remove_spaces (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';
}

static GHashTable *
make_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) names = g_strsplit (lists[i].names, "; ", -1);

      for (guint k = 0; names[k] != NULL; k++)
        {
          g_autofree char *key = normalise (names[k]);
          PlxColumnMatch *match = g_new0 (PlxColumnMatch, 1);

          remove_spaces (key);
          match->use = lists[i].use;
          match->field = lists[i].field;
          match->score = 100 - (int) (k * RANK_STEP);
          /* Codes of two letters mean many things. */
          if (strlen (key) == 2)
            match->score = WORD_SCORE + 10;

          if (g_hash_table_contains (table, key))
            g_free (match);
          else
            g_hash_table_insert (table, g_steal_pointer (&key), match);
        }
    }

  return table;
}

static GHashTable *
get_table (void)
{
  static GHashTable *table;

  if (g_once_init_enter_pointer (&table))
    g_once_init_leave_pointer (&table, make_table ());

  return table;
}

static const PlxColumnMatch *
look_up (const char *words)
{
  g_autofree char *key = g_strdup (words);

  remove_spaces (key);

  return g_hash_table_lookup (get_table (), key);
}

static gboolean
has_any (char             **words,
         const char *const *list)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (list, words[i]))
      return TRUE;

  return FALSE;
}

/* The words without those that say nothing; numbers too: “author1”. */
static char *
drop_fillers (char **words)
{
  GString *rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_strdup (words[i]);
      gsize length = strlen (word);

      while (length > 0 && g_ascii_isdigit (word[length - 1]))
        word[--length] = '\0';
      if (length > 0 && !g_strv_contains (fillers, word))
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", word);
    }

  return g_string_free (rest, FALSE);
}

/* “author url” is where to find the author, “source link” where to find the source. */
static gboolean
is_address_of_another (char                 **words,
                       const PlxColumnMatch  *match)
{
  if (match->use != PLX_COLUMN_FIELD || match->field != PLX_FIELD_ADDRESS)
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const PlxColumnMatch *other = look_up (words[i]);

      if (other != NULL && other->use == PLX_COLUMN_FIELD && other->field != match->field)
        return TRUE;
    }

  return FALSE;
}

/* Chinese and Japanese do not part words: “来源媒体” has “来源” in it. The longest name found counts. */
static const PlxColumnMatch *
look_within (const char *plain)
{
  const PlxColumnMatch *best = NULL;
  gsize best_length = 0;
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  if (g_utf8_get_char (plain) < FIRST_OF_CJK)
    return NULL;

  g_hash_table_iter_init (&iter, get_table ());
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gsize length = strlen (key);
      gboolean wide = g_utf8_get_char (key) >= FIRST_OF_CJK && g_utf8_strlen (key, -1) >= 2;

      /* Of two of one length, the order in the table must not decide. */
      if (wide && strstr (plain, key) != NULL &&
          (length > best_length ||
           (length == best_length && strstr (plain, key) == plain)))
        {
          best = value;
          best_length = length;
        }
    }

  return best;
}

static PlxColumnMatch
match_words (const char *plain)
{
  PlxColumnMatch match = { 0 };
  const PlxColumnMatch *known = look_up (plain);
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  guint n_words = g_strv_length (words);
  g_autofree char *rest = NULL;

  if (known != NULL)
    return *known;

  match.barred = has_any (words, bars) || has_any (words, late);
  if (match.barred || n_words == 0)
    return match;

  rest = drop_fillers (words);
  known = *rest != '\0' ? look_up (rest) : NULL;
  if (known != NULL)
    {
      match = *known;
      match.score = MAX (match.score - 10, WORD_SCORE);
      return match;
    }

  known = look_within (plain);
  for (guint i = n_words; i-- > 0 && n_words <= 4 && known == NULL;)
    known = strlen (words[i]) > 2 ? look_up (words[i]) : NULL;
  if (known != NULL)
    {
      match = *known;
      match.score = WORD_SCORE;
      if (is_address_of_another (words, known))
        match = (PlxColumnMatch) { .barred = TRUE };
    }

  return match;
}

/* “author.url” is where to find the author, not the article. */
static gboolean
is_of_another (const PlxColumnMatch *match,
               const PlxColumnMatch *parent)
{
  return parent->barred ||
         (parent->score > WORD_SCORE && parent->use == PLX_COLUMN_FIELD &&
          (match->use != parent->use || match->field != parent->field));
}

/* Whether the last part only says again that it is what its parent is called. */
static gboolean
is_generic (const char *part,
            const char *parent)
{
  PlxColumnMatch match = match_words (parent);

  if (*part == '\0')
    return TRUE;
  if (match.score == 0 || !g_strv_contains (generic, part))
    return FALSE;
  /* “article.title” is a title; “author.title” is what an author is. */
  if (match.use != PLX_COLUMN_FIELD)
    return match_words (part).score == 0;

  return match.field != PLX_FIELD_AUTHOR || !g_str_equal (part, "title");
}

static PlxColumnMatch
match_parts (char **parts,
             guint  n)
{
  PlxColumnMatch match;
  guint last = n - 1;

  while (last > 0 && is_generic (parts[last], parts[last - 1]))
    last--;

  match = match_words (parts[last]);
  if (last > 0 && last == n - 1)
    {
      g_autofree char *both = g_strconcat (parts[last - 1], " ", parts[last], NULL);
      const PlxColumnMatch *known = look_up (both);

      if (known != NULL)
        return *known;
    }

  for (guint i = 0; i < last && match.score > 0; i++)
    {
      PlxColumnMatch parent = match_words (parts[i]);

      if (is_of_another (&match, &parent))
        match = (PlxColumnMatch) { .barred = TRUE };
      else
        match.score = MAX (match.score - LEVEL_COST, 1);
    }

  return match;
}

/**
 * plx_column_names_match:
 * @name: a column's name; dots stand between the names of values within values
 *
 * Looks what columns of that name hold, in the languages and tools that we know.
 *
 * Returns: the use for which it speaks the most clearly
 */
PlxColumnMatch
plx_column_names_match (const char *name)
{
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  if (strlen (name) > MAX_NAME || *name == '\0')
    return (PlxColumnMatch) { 0 };
  /* “@context”, “@type”: linked data about linked data. */
  if (*name == '@')
    return (PlxColumnMatch) { .barred = TRUE };

  parts = g_strsplit (name, ".", -1);
  for (; parts[n] != NULL; n++)
    {
      /* Databases wrap what they export: “_source.title”. */
      g_autofree char *plain = *parts[n] == '_' && parts[n + 1] != NULL
                               ? g_strdup ("") : normalise (parts[n]);

      g_set_str (&parts[n], plain);
    }

  return match_parts (parts, n);
}
