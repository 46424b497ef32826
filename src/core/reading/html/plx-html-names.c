/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-names"

#include "config.h"

#include <string.h>

#include "reading/html/plx-html-content.h"

/* Words that web designers give to the parts of a page. */
static const struct
{
  const char   *word;
  PlxCutReason  reason;
} chrome_words[] = {
  { "comment", PLX_CUT_COMMENTS },        { "comments", PLX_CUT_COMMENTS },
  { "commentlist", PLX_CUT_COMMENTS },    { "disqus", PLX_CUT_COMMENTS },
  { "respond", PLX_CUT_COMMENTS },        { "livefyre", PLX_CUT_COMMENTS },
  { "kommentare", PLX_CUT_COMMENTS },     { "coral", PLX_CUT_COMMENTS },
  { "replies", PLX_CUT_COMMENTS },        { "pingback", PLX_CUT_COMMENTS },
  { "share", PLX_CUT_SHARE },             { "sharing", PLX_CUT_SHARE },
  { "social", PLX_CUT_SHARE },            { "sharedaddy", PLX_CUT_SHARE },
  { "addthis", PLX_CUT_SHARE },           { "addtoany", PLX_CUT_SHARE },
  { "shareaholic", PLX_CUT_SHARE },       { "sociable", PLX_CUT_SHARE },
  { "sharebar", PLX_CUT_SHARE },          { "sharetools", PLX_CUT_SHARE },
  { "socials", PLX_CUT_SHARE },           { "print", PLX_CUT_NONE },
  { "related", PLX_CUT_RELATED_LINK },    { "recommended", PLX_CUT_RELATED_LINK },
  { "recommendations", PLX_CUT_RELATED_LINK }, { "recommendation", PLX_CUT_RELATED_LINK },
  { "recirc", PLX_CUT_RELATED_LINK },     { "recirculation", PLX_CUT_RELATED_LINK },
  { "readmore", PLX_CUT_RELATED_LINK },   { "popular", PLX_CUT_RELATED_LINK },
  { "trending", PLX_CUT_RELATED_LINK },   { "outbrain", PLX_CUT_RELATED_LINK },
  { "taboola", PLX_CUT_RELATED_LINK },    { "zergnet", PLX_CUT_RELATED_LINK },
  { "mostread", PLX_CUT_RELATED_LINK },   { "upnext", PLX_CUT_RELATED_LINK },
  { "morefrom", PLX_CUT_RELATED_LINK },   { "seealso", PLX_CUT_RELATED_LINK },
  { "yarpp", PLX_CUT_RELATED_LINK },      { "teaser", PLX_CUT_RELATED_LINK },
  { "teasers", PLX_CUT_RELATED_LINK },    { "relatedposts", PLX_CUT_RELATED_LINK },
  { "related-posts", PLX_CUT_RELATED_LINK }, { "similar", PLX_CUT_RELATED_LINK },
  { "suggested", PLX_CUT_RELATED_LINK },  { "crp", PLX_CUT_RELATED_LINK },
  { "promo", PLX_CUT_PROMO },             { "promotion", PLX_CUT_PROMO },
  { "cta", PLX_CUT_PROMO },               { "subscribe", PLX_CUT_PROMO },
  { "subscription", PLX_CUT_PROMO },      { "upsell", PLX_CUT_PROMO },
  { "appbanner", PLX_CUT_PROMO },         { "membership", PLX_CUT_PROMO },
  { "newsletter", PLX_CUT_NEWSLETTER },   { "newsletters", PLX_CUT_NEWSLETTER },
  { "signup", PLX_CUT_NEWSLETTER },       { "mailchimp", PLX_CUT_NEWSLETTER },
  { "optin", PLX_CUT_NEWSLETTER },        { "cookie", PLX_CUT_COOKIES },
  { "cookies", PLX_CUT_COOKIES },         { "gdpr", PLX_CUT_COOKIES },
  { "consent", PLX_CUT_COOKIES },         { "ccpa", PLX_CUT_COOKIES },
  { "login", PLX_CUT_ACCOUNT },           { "signin", PLX_CUT_ACCOUNT },
  { "register", PLX_CUT_ACCOUNT },        { "breadcrumb", PLX_CUT_BREADCRUMB },
  { "breadcrumbs", PLX_CUT_BREADCRUMB },  { "nav", PLX_CUT_NAVIGATION },
  { "navbar", PLX_CUT_NAVIGATION },       { "navigation", PLX_CUT_NAVIGATION },
  { "menu", PLX_CUT_NAVIGATION },         { "sidebar", PLX_CUT_NAVIGATION },
  { "widget", PLX_CUT_NAVIGATION },       { "widgets", PLX_CUT_NAVIGATION },
  { "pagination", PLX_CUT_NAVIGATION },   { "pager", PLX_CUT_NAVIGATION },
  { "toolbar", PLX_CUT_NAVIGATION },      { "masthead", PLX_CUT_NAVIGATION },
  { "footer", PLX_CUT_NAVIGATION },       { "tags", PLX_CUT_NAVIGATION },
  { "taglist", PLX_CUT_NAVIGATION },      { "toc", PLX_CUT_NAVIGATION },
  { "skip", PLX_CUT_NAVIGATION },         { "modal", PLX_CUT_NAVIGATION },
  { "popup", PLX_CUT_NAVIGATION },        { "bio", PLX_CUT_NAVIGATION },
  { "authorbox", PLX_CUT_NAVIGATION },    { "byline", PLX_CUT_NAVIGATION },
  { "topbar", PLX_CUT_NAVIGATION },       { "meta", PLX_CUT_NAVIGATION },
  { "metadata", PLX_CUT_NAVIGATION },     { "dateline", PLX_CUT_NONE },
  { "timestamp", PLX_CUT_NAVIGATION },    { "rating", PLX_CUT_NAVIGATION },
  { "tooltip", PLX_CUT_NAVIGATION },      { "dropdown", PLX_CUT_NAVIGATION },
  { "carousel", PLX_CUT_NAVIGATION },     { "colophon", PLX_CUT_NAVIGATION },
  { "ipp", PLX_CUT_NAVIGATION },
  { "hatnote", PLX_CUT_NAVIGATION },      { "catlinks", PLX_CUT_NAVIGATION },
  { "navbox", PLX_CUT_NAVIGATION },       { "editsection", PLX_CUT_NAVIGATION },
  { "ad", PLX_CUT_ADVERTISEMENT },        { "ads", PLX_CUT_ADVERTISEMENT },
  { "advert", PLX_CUT_ADVERTISEMENT },    { "advertisement", PLX_CUT_ADVERTISEMENT },
  { "adsense", PLX_CUT_ADVERTISEMENT },   { "sponsor", PLX_CUT_ADVERTISEMENT },
  { "sponsored", PLX_CUT_ADVERTISEMENT }, { "banner", PLX_CUT_ADVERTISEMENT },
  { "dfp", PLX_CUT_ADVERTISEMENT },       { "adbox", PLX_CUT_ADVERTISEMENT },
  { "legal", PLX_CUT_LEGAL },             { "copyright", PLX_CUT_LEGAL },
  { "disclaimer", PLX_CUT_LEGAL },        { "caption", PLX_CUT_CAPTION },
  { "figcaption", PLX_CUT_CAPTION },      { "credit", PLX_CUT_CAPTION },
  { "imagecaption", PLX_CUT_CAPTION },    { "photocredit", PLX_CUT_CAPTION },
  { "donate", PLX_CUT_DONATION },         { "donation", PLX_CUT_DONATION },
  { "contribute", PLX_CUT_DONATION },     { "gallery", PLX_CUT_CAPTION },
  { "slideshow", PLX_CUT_CAPTION },       { "adslot", PLX_CUT_ADVERTISEMENT },
};

/* Two words that mean the article when they stand together. */
static const char *const whole_words[] = { "article", "story", "post", "entry", "news", "blog",
                                           "main", "page", "artikel", "articulo", "content",
                                           "reader" };
static const char *const part_words[] = { "body", "content", "text", "copy", "main", "inner",
                                          "txt", "maincontent", "wrapper", "container" };

/* Names that say it all in one word. */
static const char *const body_words[] = { "articlebody", "storybody", "postbody", "entrycontent",
                                          "postcontent", "articlecontent", "articletext",
                                          "storytext", "storycontent", "bodycopy", "newsbody",
                                          "bodytext", "articlecopy", "mainarticle", "contentbody",
                                          "articlebodytext", "newstext", "postarticle" };

/* Two words that mean what is said of the author at the end. */
static const char *const author_words[] = { "author", "authors", "autor", "autoren", "auteur",
                                            "autore", "writer", "contributor" };
static const char *const box_words[] = { "about", "bio", "biography", "box", "card", "desc",
                                         "description", "info", "profile", "widget" };

/* What a word may mean besides a PlxCutReason. */
#define WHOLE 0x100
#define PART 0x200
#define BODY 0x400
#define AUTHOR 0x800
#define BOX 0x1000
#define REASON 0xFF

static void
add_words (GHashTable        *words,
           const char *const *list,
           guint              n,
           guint              meaning)
{
  for (guint i = 0; i < n; i++)
    {
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (words, list[i]));

      g_hash_table_insert (words, (gpointer) list[i], GUINT_TO_POINTER (before | meaning));
    }
}

static GHashTable *
get_words (void)
{
  static gsize once = 0;
  static GHashTable *words = NULL;

  if (g_once_init_enter (&once))
    {
      words = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (chrome_words); i++)
        add_words (words, &chrome_words[i].word, 1, chrome_words[i].reason);
      add_words (words, whole_words, G_N_ELEMENTS (whole_words), WHOLE);
      add_words (words, part_words, G_N_ELEMENTS (part_words), PART);
      add_words (words, body_words, G_N_ELEMENTS (body_words), BODY);
      add_words (words, author_words, G_N_ELEMENTS (author_words), AUTHOR);
      add_words (words, box_words, G_N_ELEMENTS (box_words), BOX);
      g_once_init_leave (&once, 1);
    }

  return words;
}

/**
 * Reading:
 * @reason: the first reason found
 * @whole: whether a word for an article was found
 * @part: whether a word for the body of one was found
 * @body: whether a name means the body of an article
 * @author: whether a word for an author was found
 * @box: whether a word for a box about one was found
 *
 * What the names of an element have told so far.
 */
typedef struct
{
  PlxCutReason reason;
  gboolean     whole;
  gboolean     part;
  gboolean     body;
  gboolean     author;
  gboolean     box;
} Reading;

static void
judge_word (Reading    *reading,
            const char *word)
{
  guint meaning = GPOINTER_TO_UINT (g_hash_table_lookup (get_words (), word));

  if (reading->reason == PLX_CUT_NONE)
    reading->reason = meaning & REASON;
  reading->whole |= (meaning & WHOLE) != 0;
  reading->part |= (meaning & PART) != 0;
  reading->author |= (meaning & AUTHOR) != 0;
  reading->box |= (meaning & BOX) != 0;
}

/* A name is cut into words at hyphens, underscores and capitals. */
static void
judge_name (Reading    *reading,
            const char *name,
            gsize       length)
{
  char word[64];
  char joined[64];
  gsize n = 0;
  gsize n_joined = 0;
  Reading own = { 0 };
  gboolean body;

  if (length >= sizeof word)
    return;

  for (gsize i = 0; i <= length; i++)
    {
      char c = i < length ? name[i] : '-';
      gboolean upper = g_ascii_isupper (c) && n > 0 && g_ascii_islower (name[i - 1]);

      if (!g_ascii_isalpha (c) || upper)
        {
          word[n] = '\0';
          if (n > 1)
            judge_word (&own, word);
          n = 0;
        }
      if (g_ascii_isalpha (c))
        {
          word[n++] = g_ascii_tolower (c);
          joined[n_joined++] = g_ascii_tolower (c);
        }
    }
  joined[n_joined] = '\0';

  if (own.author && own.box && own.reason == PLX_CUT_NONE)
    own.reason = PLX_CUT_PROMO;

  body = GPOINTER_TO_UINT (g_hash_table_lookup (get_words (), joined)) & BODY;
  reading->body |= body || (own.whole && own.part && own.reason == PLX_CUT_NONE);
  reading->whole |= own.whole && own.reason == PLX_CUT_NONE;
  if (reading->reason == PLX_CUT_NONE && !body)
    reading->reason = own.reason;
}

static void
judge_names (Reading    *reading,
             const char *names)
{
  while (names != NULL && *names != '\0')
    {
      gsize length = strcspn (names, " \t\r\n");

      if (length > 0)
        judge_name (reading, names, length);
      names += length;
      names += strspn (names, " \t\r\n");
    }
}

/**
 * plx_html_names_judge:
 * @class_name: (nullable): the classes of an element
 * @id: (nullable): its id
 * @praise: (out): 2 where they name the body of an article, 1 where an article, else 0
 *
 * Returns: what kind of chrome the names stand for, or `PLX_CUT_NONE`
 */
PlxCutReason
plx_html_names_judge (const char *class_name,
                      const char *id,
                      guint      *praise)
{
  Reading reading = { 0 };

  judge_names (&reading, id);
  judge_names (&reading, class_name);

  *praise = reading.body ? 2 : reading.whole ? 1 : 0;

  return reading.reason;
}
