/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sections"

#include "config.h"

#include "reading/article/plx-sections.h"

#include <string.h>

/* A section's name is short. */
#define SECTION_BYTES 60
#define SECTION_WORDS 4

/* A line over the headline that names its section is shorter still. */
#define KICKER_WORDS 3

static gboolean
is_among (const char        *word,
          const char *const *words)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return g_strv_contains (words, lower);
}

/* Where a trail starts, or what every page of an outlet is in. */
static gboolean
is_home (const char *step)
{
  static const char *const words[] = { "home", "homepage", "home page", "front page", "start",
                                       "startseite", "accueil", "inicio", "início", "portada",
                                       "hem", "forsiden", "etusivu", "strona główna", "главная",
                                       "головна", "anasayfa", "ana sayfa", "today", "you are here",
                                       "you are here:", "back", "menu", "index", "all", "more",
                                       "articles", "article", "archive", "here", "null",
                                       "undefined", "none", "uncategorized", "default", NULL };

  return is_among (step, words);
}

static gboolean
can_be_section (const char *text)
{
  guint words = 1;
  gboolean letters = FALSE;

  if (*text == '\0' || strlen (text) > SECTION_BYTES || strstr (text, "://") != NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      words += *p == ' ';
      letters |= g_unichar_isalpha (g_utf8_get_char (p));
    }

  return letters && words <= SECTION_WORDS;
}

/**
 * plx_sections_clean:
 * @value: (nullable): a section as a page gives it, such as “news/world”
 *
 * Returns: (transfer full) (nullable): its name, or `NULL` where that is none
 */
char *
plx_sections_clean (const char *value)
{
  g_autofree char *text = NULL;
  g_autofree char *lower = NULL;
  const char *last;

  if (value == NULL || strstr (value, "&#") != NULL)
    return NULL;

  text = plx_text_squash (value, -1);
  /* The first of several. */
  text[strcspn (text, ",;|")] = '\0';
  g_strchomp (text);
  while (g_str_has_suffix (text, "/"))
    text[strlen (text) - 1] = '\0';
  last = strchr (text, ' ') == NULL ? strrchr (text, '/') : NULL;
  last = last != NULL ? last + 1 : text;
  if (!can_be_section (last) || is_home (last))
    return NULL;

  lower = g_utf8_strdown (last, -1);
  if (strcmp (lower, last) == 0)
    {
      g_autofree char *first = g_strndup (last, g_utf8_next_char (last) - last);
      g_autofree char *upper = g_utf8_strup (first, -1);

      return g_strconcat (upper, g_utf8_next_char (last), NULL);
    }

  return g_strdup (last);
}

/* Whether one of them starts as the other does: a trail cuts long headlines. */
static gboolean
is_start_of (const char *step,
             const char *headline)
{
  g_autofree char *short_one = g_utf8_casefold (step, -1);
  g_autofree char *long_one = headline != NULL ? g_utf8_casefold (headline, -1) : NULL;

  if (g_str_has_suffix (short_one, "..."))
    short_one[strlen (short_one) - strlen ("...")] = '\0';
  if (g_str_has_suffix (short_one, "…"))
    short_one[strlen (short_one) - strlen ("…")] = '\0';

  return long_one != NULL && *short_one != '\0' &&
         (g_str_has_prefix (long_one, short_one) || g_str_has_prefix (short_one, long_one));
}

/**
 * plx_sections_from_trail:
 * @trail: (nullable): a breadcrumb, such as “Home » World » Europe » Ferry sinks”
 * @headline: (nullable): the article's headline, which is no section
 * @outlet: (nullable): its outlet, which is none either
 *
 * Returns: (transfer full) (nullable): the last section that it names
 */
char *
plx_sections_from_trail (const char *trail,
                         const char *headline,
                         const char *outlet)
{
  static const char *const separators[] = { "»", "›", "→", "▸", "·", "•", ">", "::", "|", "/" };
  g_autoptr (GString) plain = g_string_new (trail);
  g_auto (GStrv) steps = NULL;

  if (trail == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    g_string_replace (plain, separators[i], "\n", 0);
  steps = g_strsplit (plain->str, "\n", -1);

  for (guint i = g_strv_length (steps); i-- > 0;)
    {
      g_autofree char *step = plx_sections_clean (steps[i]);

      if (step != NULL && !is_start_of (step, headline) &&
          (outlet == NULL || !plx_text_contains (outlet, step)))
        return g_steal_pointer (&step);
    }

  return NULL;
}

/* Parts of an address that every article of an outlet has. */
static gboolean
is_plain_part (const char *part)
{
  static const char *const words[] = { "news", "article", "articles", "story", "stories", "post",
                                       "posts", "blog", "blogs", "content", "archive", "archives",
                                       "amp", "wp", "html", "index", "entry", "entries", "page",
                                       "pages", "view", "read", "web", "www", "category", "tag",
                                       "topic", "topics", "section", "sections", "item", "artikel",
                                       "articulo", "noticia", "noticias", "noticies", "nyheter",
                                       "actualites", "actualite", "nachrichten", "notizie",
                                       "static",
                                       "portal", "site", "home", "main", "public", "live", "detail",
                                       "details", "online", "mobile", "international-edition",
                                       "feature", "features", "permalink", "slideshow", "cgi-bin",
                                       "novosti", "node", "publication", "wiki", "watch", "status",
                                       "document", "documents", "files", "uploads", "app", "doc",
                                       "author", "authors", "user", "users", "p", "a", "s", NULL };

  return is_among (part, words);
}

/**
 * plx_sections_from_path:
 * @address: (nullable): an address
 *
 * Returns: (transfer full) (nullable): the section that its path names, as in `/politics/…`
 */
char *
plx_sections_from_path (const char *address)
{
  const char *host = address != NULL ? strstr (address, "://") : NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) parts = NULL;

  if (host == NULL)
    return NULL;

  host += strlen ("://");
  host += strcspn (host, "/?#");
  path = g_strndup (host, strcspn (host, "?#"));
  parts = g_strsplit (path, "/", -1);

  /* The last part is the article itself. */
  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL && *parts[i + 1] != '\0'; i++)
    {
      gsize length = strspn (parts[i], "abcdefghijklmnopqrstuvwxyz-");

      if (length < 4 || length > 24 || parts[i][length] != '\0' || is_plain_part (parts[i]) ||
          is_home (parts[i]))
        continue;
      g_strdelimit (parts[i], "-", ' ');
      return plx_sections_clean (parts[i]);
    }

  return NULL;
}

static gboolean
is_kicker (const PlxDraft *draft)
{
  static const char *const words[] = { "world", "politics", "business", "opinion", "sport",
                                       "sports", "africa", "asia", "europe", "americas", "economy",
                                       "culture", "health", "science", "technology", "tech",
                                       "national", "international", "middle east", "world news",
                                       "us news", "uk news", "us politics", "uk politics",
                                       "environment", "climate", "education", "entertainment",
                                       "crime", "local", "local news", "analysis", "investigations",
                                       "finance", "markets", "travel", "lifestyle", "society",
                                       "politik", "wirtschaft", "kultur", "wissen", "panorama",
                                       "politique", "monde", "économie", "société", "política",
                                       "mundo", "economía", "economia", "sociedad", "cultura",
                                       "mondo", "cronaca", "esteri", "политика", "экономика", "мир",
                                       NULL };
  gsize length = strlen (draft->text);

  return draft->shape.n_words <= KICKER_WORDS && length < SECTION_BYTES &&
         is_among (draft->text, words);
}

/* The one line over the headline that is a section's name; several of them are a menu. */
static const char *
find_kicker (GPtrArray *drafts)
{
  const char *kicker = NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (draft->role == PLX_ROLE_HEADLINE)
        return kicker;
      if (is_kicker (draft))
        {
          if (kicker != NULL)
            return NULL;
          kicker = draft->text;
        }
    }

  return NULL;
}

/**
 * plx_sections_find:
 * @drafts: (element-type PlxDraft): marked blocks
 * @document: the document that they will go into
 *
 * Finds the section in a breadcrumb or in a line over the headline, where nothing has told it.
 */
void
plx_sections_find (GPtrArray   *drafts,
                   PlxDocument *document)
{
  const char *headline = document->fields[PLX_FIELD_HEADLINE];
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  g_autofree char *section = NULL;

  if (document->fields[PLX_FIELD_SECTION] != NULL)
    return;

  for (guint i = 0; i < drafts->len && section == NULL; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (draft->reason == PLX_CUT_BREADCRUMB)
        section = plx_sections_from_trail (draft->text, headline, outlet);
    }

  if (section == NULL)
    section = plx_sections_clean (find_kicker (drafts));

  if (section != NULL)
    {
      plx_document_set_field (document, PLX_FIELD_SECTION, section, "text");
      return;
    }

  section = plx_sections_from_path (document->fields[PLX_FIELD_ADDRESS]);
  plx_document_set_field (document, PLX_FIELD_SECTION, section, "address");
}
