/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-export"

#include "config.h"

#include "reading/exports/plx-export.h"

#include <string.h>

#include "reading/article/plx-chrome.h"
#include "reading/article/plx-dates.h"
#include "reading/exports/plx-export-private.h"
#include "reading/article/plx-guess-language.h"
#include "reading/article/plx-head.h"
#include "reading/article/plx-outlets.h"

/* A label and its colon are no longer than this. */
#define LABEL_BYTES 40

/* Words that may stand in a line beside its date: the day of the week, the zone. */
#define DATE_WORDS 10

static const PlxExportProduct *const products[] = {
  &plx_export_nexis,
  &plx_export_factiva,
  &plx_export_proquest,
};

/* What stands on every page of the file is no line of the export. */
static gboolean
is_aside (PlxDraft *draft)
{
  return draft->settled && draft->reason == PLX_CUT_TEMPLATE;
}

/* “Section: News” has a label, as has “Body” alone. */
static void
parse_label (PlxExportLine          *line,
             const PlxExportProduct *product)
{
  gsize length = 0;

  while (length <= LABEL_BYTES && line->text[length] != ':' && line->text[length] != '\0')
    length++;
  if (length > LABEL_BYTES || length == 0)
    return;

  for (guint i = 0; i < product->n_labels; i++)
    {
      const char *name = product->labels[i].name;
      gboolean alone = line->text[length] == '\0';

      if (strlen (name) != length || g_ascii_strncasecmp (line->text, name, length) != 0)
        continue;
      /* Without a colon, only a few may stand for themselves. */
      if (alone && product->labels[i].label != PLX_LABEL_BODY &&
          product->labels[i].label != PLX_LABEL_CAPTION &&
          product->labels[i].label != PLX_LABEL_NOTE)
        continue;

      line->label = product->labels[i].label;
      line->name = name;
      line->value = line->text + length + (alone ? 0 : 1);
      line->value += strspn (line->value, " ");
      return;
    }
}

static GArray *
parse_lines (GPtrArray              *drafts,
             const PlxExportProduct *product)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (PlxExportLine));

  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      PlxExportLine line = { draft->text, draft, PLX_LABEL_NONE, draft->text, NULL };

      if (is_aside (draft))
        continue;

      parse_label (&line, product);
      if (line.label == PLX_LABEL_NONE && product->parse != NULL)
        product->parse (&line);
      g_array_append_val (lines, line);
    }

  return lines;
}

/**
 * plx_export_count:
 * @lines: (element-type PlxExportLine): lines
 * @label: a label
 *
 * Returns: how many lines have it
 */
guint
plx_export_count (GArray   *lines,
                  PlxLabel  label)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += plx_export_line (lines, i)->label == label;

  return n;
}

/**
 * plx_export_is_date:
 * @text: a line
 *
 * Returns: whether it is a date with little beside it: “March 4, 2014 Tuesday 10:12 AM GMT”
 */
gboolean
plx_export_is_date (const char *text)
{
  PlxShape shape;
  PlxDateFind find;

  if (strlen (text) > 100 || !plx_dates_find (text, FALSE, &find))
    return FALSE;

  plx_shape_measure (&shape, text);

  return shape.n_words <= DATE_WORDS && (find.start == 0 || find.end == strlen (text)) &&
         strlen (text) - (find.end - find.start) <= 30;
}

/**
 * plx_export_is_length:
 * @text: a line, or what stands after its label
 *
 * Returns: whether it tells how long an article is: “734 words”
 */
gboolean
plx_export_is_length (const char *text)
{
  static const char *const units[] = { "words", "word", "Wörter", "mots", "palabras", "parole",
                                       "woorden", "palavras" };
  gsize digits = strspn (text, "0123456789,.");

  if (digits == 0 || text[digits] != ' ')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (text + digits + 1, units[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * plx_export_is_legal:
 * @text: a line
 *
 * Returns: whether it says whose the article is
 */
gboolean
plx_export_is_legal (const char *text)
{
  return g_ascii_strncasecmp (text, "copyright ", 10) == 0 || g_str_has_prefix (text, "©") ||
         g_str_has_prefix (text, "(c) ") || g_str_has_prefix (text, "(C) ") ||
         g_ascii_strncasecmp (text, "all rights reserved", 19) == 0 ||
         g_ascii_strncasecmp (text, "alle rechte vorbehalten", 23) == 0 ||
         g_ascii_strncasecmp (text, "tous droits r", 13) == 0;
}

/**
 * plx_export_put:
 * @article: an article
 * @text: a block
 * @role: what it is
 * @reason: why it is cut, or `PLX_CUT_NONE`
 *
 * Adds a block about which all is known.
 */
void
plx_export_put (PlxExportArticle *article,
                const char       *text,
                PlxRole           role,
                PlxCutReason      reason)
{
  PlxDraft *draft = plx_draft_new (text, -1);

  plx_draft_settle (draft, role, reason);
  if (*draft->text != '\0')
    g_ptr_array_add (article->drafts, draft);
  else
    plx_draft_free (draft);
}

/**
 * plx_export_put_body:
 * @article: an article
 * @line: a line of its text
 *
 * Adds a paragraph, which may still turn out to be chrome.
 */
void
plx_export_put_body (PlxExportArticle *article,
                     PlxExportLine    *line)
{
  PlxDraft *draft = plx_draft_new (line->text, -1);

  draft->gap = line->draft->gap;
  if (line->draft->settled && line->draft->role != PLX_ROLE_CHROME &&
      line->draft->role != PLX_ROLE_HEADLINE)
    plx_draft_settle (draft, line->draft->role, line->draft->reason);
  g_ptr_array_add (article->drafts, draft);
}

/**
 * plx_export_put_note:
 * @article: an article
 * @line: a line that is the database's
 *
 * Adds a line, and cuts it.
 */
void
plx_export_put_note (PlxExportArticle *article,
                     PlxExportLine    *line)
{
  gboolean legal = line->label == PLX_LABEL_LEGAL || plx_export_is_legal (line->text);

  plx_export_put (article, line->text, PLX_ROLE_CHROME,
                  legal ? PLX_CUT_LEGAL : PLX_CUT_TEMPLATE);
}

/**
 * plx_export_put_value:
 * @article: an article
 * @line: a line
 * @role: what stands after its label
 *
 * Adds the label, which is cut, and what stands after it.
 */
void
plx_export_put_value (PlxExportArticle *article,
                      PlxExportLine    *line,
                      PlxRole           role)
{
  g_autofree char *label = g_strndup (line->text, line->value - line->text);

  plx_export_put (article, label, PLX_ROLE_CHROME, PLX_CUT_TEMPLATE);
  if (role != PLX_ROLE_BODY)
    plx_export_put (article, line->value, role,
                    role == PLX_ROLE_CAPTION ? PLX_CUT_CAPTION : PLX_CUT_NONE);
  else if (*line->value != '\0')
    g_ptr_array_add (article->drafts, plx_draft_new (line->value, -1));
}

/* The name of a language in English, as databases write it, or in itself. */
static const char *
find_language (const char *name)
{
  static const struct
  {
    const char *name;
    const char *code;
  } known[] = {
    { "english", "en" },    { "german", "de" },     { "deutsch", "de" },   { "french", "fr" },
    { "fran", "fr" },       { "spanish", "es" },    { "espa", "es" },      { "italian", "it" },
    { "portuguese", "pt" }, { "dutch", "nl" },      { "russian", "ru" },   { "arabic", "ar" },
    { "chinese", "zh" },    { "japanese", "ja" },   { "polish", "pl" },    { "swedish", "sv" },
    { "danish", "da" },     { "norwegian", "no" },  { "finnish", "fi" },   { "turkish", "tr" },
    { "korean", "ko" },     { "ukrainian", "uk" },  { "czech", "cs" },     { "hungarian", "hu" },
    { "englisch", "en" },   { "anglais", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strncasecmp (name, known[i].name, strlen (known[i].name)) == 0)
      return known[i].code;

  return NULL;
}

/* “The Evening Example (London)” is the one that is known, or is named without the town. */
static char *
clean_outlet (const char *value)
{
  const char *known = plx_outlets_find_by_name (value);
  const char *bracket = strstr (value, " (");
  g_autofree char *bare = NULL;

  if (known != NULL)
    return g_strdup (known);

  bare = g_strndup (value, bracket != NULL ? (gsize) (bracket - value)
                                           : strcspn (value, ";"));
  known = plx_outlets_find_by_name (bare);

  return g_strdup (known != NULL ? known : bare);
}

/* “NEWS; Pg. 4” names the section and the page. */
static char *
clean_section (const char *value)
{
  static const char *const pages[] = { "Pg.", "S.", "p.", "P." };
  char *section = g_strndup (value, strcspn (value, ";"));

  g_strstrip (section);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_has_prefix (section, pages[i]))
      *section = '\0';

  return section;
}

/* “Tandy, Mirela; Perrin, Joost” and “By MIRELA TANDY”. */
static char *
clean_author (const char *value)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;

  if (strchr (value, ';') == NULL && strstr (value, ", ") == NULL)
    return plx_head_clean_byline (value);

  parts = g_strsplit (value, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *comma = strstr (g_strstrip (parts[i]), ", ");
      g_autofree char *turned = NULL;
      g_autofree char *plain = NULL;

      /* A surname before the comma, one or two first names after it. */
      if (comma != NULL && strchr (comma + 2, ',') == NULL && strchr (parts[i], ' ') == comma + 1 &&
          g_ascii_strncasecmp (parts[i], "by ", 3) != 0)
        {
          *comma = '\0';
          turned = g_strdup_printf ("%s %s", comma + 2, parts[i]);
        }
      plain = plx_head_clean_byline (turned != NULL ? turned : parts[i]);
      if (*plain != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", plain);
    }

  return g_strdup (names->str);
}

/* “March 3, 2014 Monday 10:12 AM GMT” is a date once the day of the week does not stand between. */
static char *
clean_date (const char *value)
{
  g_autofree char *plain = NULL;
  const char *rest;
  PlxDateFind find;

  if (!plx_dates_find (value, FALSE, &find))
    return NULL;

  rest = value + find.end + strspn (value + find.end, " ,");
  if (find.hour < 0 && g_ascii_isalpha (*rest) && strpbrk (rest, "0123456789") != NULL)
    {
      rest += strcspn (rest, " ");
      plain = g_strdup_printf ("%.*s%s", (int) find.end, value, rest);
    }

  return plx_dates_to_iso (plain != NULL ? plain : value, FALSE);
}

/**
 * plx_export_set:
 * @article: an article
 * @field: a field
 * @value: what the database says of it
 * @name: (nullable): where it says so
 *
 * Sets a field that is not set yet, in our own way of writing.
 */
void
plx_export_set (PlxExportArticle *article,
                PlxField          field,
                const char       *value,
                const char       *name)
{
  g_autofree char *found = g_strdup_printf ("%s: %s", article->product, name);
  g_autofree char *clean = NULL;

  if (article->document->fields[field] != NULL || value == NULL || *value == '\0')
    return;

  if (field == PLX_FIELD_PUBLISHED)
    clean = clean_date (value);
  else if (field == PLX_FIELD_AUTHOR)
    clean = clean_author (value);
  else if (field == PLX_FIELD_OUTLET)
    clean = clean_outlet (value);
  else if (field == PLX_FIELD_SECTION)
    clean = clean_section (value);
  else if (field == PLX_FIELD_LANGUAGE)
    clean = g_strdup (find_language (value));
  else
    clean = plx_text_squash (value, -1);

  plx_document_set_field (article->document, field, clean, name != NULL ? found : article->product);
}

/**
 * plx_export_put_field:
 * @article: an article
 * @line: a line with a label
 *
 * Adds a line whose label tells all, and sets the field that it gives.
 */
void
plx_export_put_field (PlxExportArticle *article,
                      PlxExportLine    *line)
{
  static const struct
  {
    PlxLabel label;
    PlxField field;
    PlxRole  role;
  } known[] = {
    { PLX_LABEL_HEADLINE, PLX_FIELD_HEADLINE, PLX_ROLE_HEADLINE },
    { PLX_LABEL_OUTLET, PLX_FIELD_OUTLET, PLX_ROLE_CHROME },
    { PLX_LABEL_DATE, PLX_FIELD_PUBLISHED, PLX_ROLE_DATE },
    { PLX_LABEL_AUTHOR, PLX_FIELD_AUTHOR, PLX_ROLE_AUTHOR },
    { PLX_LABEL_SECTION, PLX_FIELD_SECTION, PLX_ROLE_CHROME },
    { PLX_LABEL_LANGUAGE, PLX_FIELD_LANGUAGE, PLX_ROLE_CHROME },
    { PLX_LABEL_DATELINE, PLX_FIELD_DATELINE, PLX_ROLE_CHROME },
    { PLX_LABEL_STANDFIRST, PLX_FIELD_STANDFIRST, PLX_ROLE_STANDFIRST },
    { PLX_LABEL_ADDRESS, PLX_FIELD_ADDRESS, PLX_ROLE_CHROME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (line->label != known[i].label)
        continue;

      plx_export_set (article, known[i].field, line->value, line->name);
      if (known[i].role != PLX_ROLE_CHROME)
        plx_export_put_value (article, line, known[i].role);
      else
        plx_export_put_note (article, line);
      return;
    }

  if (line->label == PLX_LABEL_CAPTION)
    plx_export_put_value (article, line, PLX_ROLE_CAPTION);
  else
    plx_export_put_note (article, line);
}

/* Finds what is chrome in the text itself, and the language where the database is silent. */
static void
finish_article (PlxExportArticle *article,
                const PlxSource  *source,
                PlxReadingBatch  *batch)
{
  PlxDocument *document;

  plx_chrome_mark_blocks (article->drafts);
  plx_chrome_mark_runs (article->drafts);
  plx_chrome_mark_heading (article->drafts);
  if (article->document->fields[PLX_FIELD_LANGUAGE] == NULL)
    plx_document_set_field (article->document, PLX_FIELD_LANGUAGE,
                            plx_guess_language (article->drafts), "text");

  document = plx_reader_finish (g_steal_pointer (&article->document), article->drafts,
                                source->name, NULL);
  if (document != NULL)
    plx_reading_batch_add (batch, document);
}

/* What stands on every page goes with the last article. */
static void
put_asides (PlxExportArticle *article,
            GPtrArray        *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    if (is_aside (drafts->pdata[i]))
      plx_export_put (article, ((PlxDraft *) drafts->pdata[i])->text, PLX_ROLE_CHROME,
                      PLX_CUT_TEMPLATE);
}

/* The line after the last of the article that begins at @start. A stretch without an anchor, such
 * as a cover, goes with the article after it. */
static guint
find_end (GArray   *lines,
          guint     start,
          PlxLabel  anchor,
          gboolean  by_ends,
          gboolean  by_starts)
{
  gboolean anchored = FALSE;

  for (guint i = start; i < lines->len && (by_ends || by_starts); i++)
    {
      PlxLabel label = plx_export_line (lines, i)->label;

      if (!by_ends && label == PLX_LABEL_START && anchored)
        return i;
      anchored |= label == anchor;
      if (by_ends && label == PLX_LABEL_END && anchored)
        return i + 1;
    }

  return lines->len;
}

/* How many lines there are up to the last anchor: what comes after it is no article. */
static guint
count_anchored (GArray   *lines,
                PlxLabel  anchor)
{
  guint n = lines->len;

  while (n > 0 && plx_export_line (lines, n - 1)->label != anchor)
    n--;

  return n;
}

static void
read_articles (const PlxExportProduct *product,
               GPtrArray              *drafts,
               GArray                 *lines,
               const PlxSource        *source,
               const char             *format,
               PlxReadingBatch        *batch)
{
  gboolean by_ends = plx_export_count (lines, PLX_LABEL_END) > 0;
  gboolean by_starts = plx_export_count (lines, PLX_LABEL_START) > 0;
  guint anchored = count_anchored (lines, product->anchor);

  for (guint start = 0, end; start < lines->len; start = end)
    {
      g_autoptr (GPtrArray) blocks =
          g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);
      PlxExportArticle article = { product->name, NULL, blocks };

      end = find_end (lines, start, product->anchor, by_ends, by_starts);
      if (end >= anchored)
        end = lines->len;

      article.document = plx_document_new (source->name, format);
      product->fill (&article, lines, start, end);
      if (end == lines->len)
        put_asides (&article, drafts);
      finish_article (&article, source, batch);
    }
}

/**
 * plx_export_read:
 * @drafts: (element-type PlxDraft): the paragraphs of a file, of any format
 * @source: where they come from
 * @format: how they were read
 * @batch: gets the articles
 *
 * Splits a file that a database of articles exported into its articles, with the metadata that the
 * database gives. Each line of the file goes into one of them.
 *
 * Returns: whether it is such a file; if not, nothing was done
 */
gboolean
plx_export_read (GPtrArray       *drafts,
                 const PlxSource *source,
                 const char      *format,
                 PlxReadingBatch *batch)
{
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    {
      g_autoptr (GArray) lines = parse_lines (drafts, products[i]);

      if (lines->len == 0 || !products[i]->judge (lines))
        continue;

      read_articles (products[i], drafts, lines, source, format, batch);
      return TRUE;
    }

  return FALSE;
}
