/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-markdown"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/plx-charset.h"
#include "reading/article/plx-dates.h"
#include "reading/article/plx-draft.h"
#include "reading/text/plx-markdown.h"

/* Marks of as many kinds make a text Markdown: one may stand in any text. */
#define MIN_KINDS 2

/* So many entries of a list that are links and nothing else are no part of an article. */
#define MIN_LINKS 2

/* Names of the front matter that clippers and site generators write. */
static const struct
{
  const char *name;
  PlxField    field;
} names[] = {
  { "title", PLX_FIELD_HEADLINE },         { "headline", PLX_FIELD_HEADLINE },
  { "subtitle", PLX_FIELD_STANDFIRST },    { "description", PLX_FIELD_STANDFIRST },
  { "summary", PLX_FIELD_STANDFIRST },     { "excerpt", PLX_FIELD_STANDFIRST },
  { "author", PLX_FIELD_AUTHOR },          { "authors", PLX_FIELD_AUTHOR },
  { "byline", PLX_FIELD_AUTHOR },          { "creator", PLX_FIELD_AUTHOR },
  { "site", PLX_FIELD_OUTLET },            { "sitename", PLX_FIELD_OUTLET },
  { "site_name", PLX_FIELD_OUTLET },       { "publisher", PLX_FIELD_OUTLET },
  { "publication", PLX_FIELD_OUTLET },     { "outlet", PLX_FIELD_OUTLET },
  { "published", PLX_FIELD_PUBLISHED },    { "date", PLX_FIELD_PUBLISHED },
  { "pubdate", PLX_FIELD_PUBLISHED },      { "publish_date", PLX_FIELD_PUBLISHED },
  { "date_published", PLX_FIELD_PUBLISHED }, { "lang", PLX_FIELD_LANGUAGE },
  { "language", PLX_FIELD_LANGUAGE },      { "url", PLX_FIELD_ADDRESS },
  { "link", PLX_FIELD_ADDRESS },           { "canonical", PLX_FIELD_ADDRESS },
  { "source", PLX_FIELD_ADDRESS },         { "source_url", PLX_FIELD_ADDRESS },
  { "section", PLX_FIELD_SECTION },        { "category", PLX_FIELD_SECTION },
};

static gboolean
has_front_matter (const char *text)
{
  const char *line = strchr (text, '\n');
  const char *end;

  if (!g_str_has_prefix (text, "---") || line == NULL ||
      strspn (text + 3, " \r") != (gsize) (line - text - 3))
    return FALSE;

  end = strstr (line, "\n---");

  return end != NULL && memchr (line, ':', end - line) != NULL;
}

static gboolean
is_heading (const char *line)
{
  gsize level = strspn (line, "#");

  return level >= 1 && level <= 6 && line[level] == ' ' && line[level + 1] != '\0';
}

/* Kinds of marks in the first lines. Asterisks and numbers before lines are nothing special. */
static guint
count_kinds (char **lines)
{
  gboolean heading = FALSE;
  gboolean link = FALSE;
  gboolean picture = FALSE;
  gboolean strong = FALSE;
  gboolean underline = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      const char *close = strstr (line, "](");

      heading = heading || is_heading (line);
      picture = picture || (close != NULL && strstr (line, "![") != NULL);
      link = link || (close != NULL && strchr (close, ')') != NULL &&
                      (strstr (close, "](http") != NULL || strstr (close, "](/") != NULL));
      strong = strong || (g_str_has_prefix (line, "**") && strstr (line + 2, "**") != NULL);
      underline = underline || (i > 0 && *lines[i - 1] != '\0' && strlen (line) >= 3 &&
                                strspn (line, "=") == strlen (line));
    }

  /* What only Markdown has counts for more. */
  return heading + 2 * link + 2 * picture + strong + underline;
}

static gboolean
reader_markdown_accepts (const guint8 *data,
                         gsize         length)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (memchr (data, 0, length) != NULL)
    return FALSE;

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  text = g_strndup ((const char *) data, length);
  g_strdelimit (text, "\r", '\n');
  if (has_front_matter (text))
    return TRUE;

  lines = g_strsplit (text, "\n", -1);

  return count_kinds (lines) >= MIN_KINDS;
}

static void
take_value (PlxDocument *document,
            const char  *name,
            const char  *value)
{
  g_autofree char *found = g_strdup_printf ("front matter: %s", name);
  g_autofree char *iso = NULL;
  PlxDateFind find;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      PlxField field = names[i].field;

      if (g_ascii_strcasecmp (names[i].name, name) != 0)
        continue;

      /* A source may be an address or the name of who published it. */
      if (field == PLX_FIELD_ADDRESS && strstr (value, "://") == NULL)
        field = PLX_FIELD_OUTLET;
      if (field == PLX_FIELD_PUBLISHED)
        {
          if (!plx_dates_find (value, FALSE, &find))
            return;
          value = iso = plx_dates_format (&find);
        }

      if (document->fields[field] == NULL)
        plx_document_set_field (document, field, value, found);
      return;
    }
}

static char *
dup_unquoted (const char *text)
{
  g_autofree char *value = g_strstrip (g_strdup (text));
  gsize length = strlen (value);

  if (length >= 2 && (*value == '"' || *value == '\'') && value[length - 1] == *value)
    return g_strndup (value + 1, length - 2);

  return g_steal_pointer (&value);
}

/* A value that goes on as a list: in brackets, or in lines of their own below. */
static char *
dup_value (char       **lines,
           guint       *at,
           const char  *after_name)
{
  g_autofree char *value = dup_unquoted (after_name);
  g_autoptr (GString) list = g_string_new (NULL);
  g_auto (GStrv) entries = NULL;

  if (*value == '[' && g_str_has_suffix (value, "]"))
    {
      value[strlen (value) - 1] = '\0';
      entries = g_strsplit (value + 1, ",", -1);
      for (guint i = 0; entries[i] != NULL; i++)
        {
          g_autofree char *entry = dup_unquoted (entries[i]);

          g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", entry);
        }
      return g_string_free (g_steal_pointer (&list), FALSE);
    }

  if (*value != '\0' && strcmp (value, "|") != 0 && strcmp (value, ">") != 0)
    return g_steal_pointer (&value);

  while (lines[*at + 1] != NULL && (*lines[*at + 1] == ' ' || *lines[*at + 1] == '-') &&
         !g_str_has_prefix (lines[*at + 1], "---"))
    {
      const char *line = lines[++*at];
      g_autofree char *entry = dup_unquoted (line + strspn (line, " -"));

      g_string_append_printf (list, "%s%s", list->len == 0 ? "" : strchr (line, '-') ? ", " : " ",
                              entry);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The lines of YAML before the text. They tell the fields, and stay in the record as chrome. */
static guint
take_front_matter (char        **lines,
                   PlxDocument  *document,
                   GPtrArray    *drafts)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint i;
  PlxDraft *draft;

  for (i = 1; lines[i] != NULL && !g_str_has_prefix (lines[i], "---"); i++)
    {
      const char *colon = strchr (lines[i], ':');
      guint first = i;

      if (colon != NULL && g_ascii_isalpha (*lines[i]))
        {
          g_autofree char *name = g_strndup (lines[i], colon - lines[i]);
          g_autofree char *value = dup_value (lines, &i, colon + 1);

          take_value (document, g_strstrip (name), value);
        }

      for (guint k = first; k <= i; k++)
        g_string_append_printf (all, "%s ", lines[k]);
    }

  draft = plx_draft_new (all->str, -1);
  plx_draft_settle (draft, PLX_ROLE_CHROME, PLX_CUT_TEMPLATE);
  g_ptr_array_add (drafts, draft);

  return lines[i] != NULL ? i + 1 : i;
}

/* Lists of links are a page's navigation, or what else there is to read. */
static void
cut_links (GPtrArray *drafts,
           GArray    *are_links)
{
  guint n = 0;

  for (guint i = 0; i <= drafts->len; i++)
    {
      if (i < drafts->len && g_array_index (are_links, gboolean, i))
        {
          n++;
          continue;
        }

      for (guint k = i - n; n >= MIN_LINKS && k < i; k++)
        {
          PlxDraft *draft = drafts->pdata[k];

          plx_draft_settle (draft, PLX_ROLE_CHROME,
                            draft->shape.n_words > 3 ? PLX_CUT_RELATED_LINK : PLX_CUT_NAVIGATION);
        }
      n = 0;
    }
}

static void
add_block (GPtrArray              *drafts,
           GArray                 *are_links,
           const PlxMarkdownBlock *block,
           PlxDocument            *document)
{
  g_autoptr (PlxDraft) draft = plx_draft_new (block->text, -1);

  if (*draft->text == '\0')
    return;

  draft->gap = TRUE;
  if (block->role == PLX_ROLE_HEADING && block->level == 1 &&
      (document->fields[PLX_FIELD_HEADLINE] == NULL ||
       g_str_equal (document->fields[PLX_FIELD_HEADLINE], draft->text)))
    {
      if (document->fields[PLX_FIELD_HEADLINE] == NULL)
        plx_document_set_field (document, PLX_FIELD_HEADLINE, draft->text, "heading");
      plx_draft_settle (draft, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
    }
  else if (block->role == PLX_ROLE_CAPTION)
    plx_draft_settle (draft, PLX_ROLE_CAPTION, PLX_CUT_CAPTION);
  else
    draft->role = block->role;

  g_array_append_val (are_links, block->is_link);
  g_ptr_array_add (drafts, g_steal_pointer (&draft));
}

static gboolean
reader_markdown_read (const PlxSource  *source,
                      PlxReadingBatch  *batch,
                      GError          **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);
  g_autoptr (GArray) are_links = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_autoptr (GBytes) bytes = plx_source_load (source, PLX_READING_MAX_BYTES, error);
  g_autoptr (GArray) blocks = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  PlxDocument *document;
  guint start = 0;

  if (bytes == NULL)
    return FALSE;

  text = plx_charset_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL,
                             NULL);
  if (text == NULL)
    {
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_ENCODING,
                   "“%s” is text in no encoding that Parallax knows, or its characters are "
                   "damaged.", source->name);
      return FALSE;
    }

  document = plx_document_new (source->name, plx_reader_markdown.format);
  lines = plx_markdown_split_lines (text);
  if (has_front_matter (text))
    {
      gboolean is_link = FALSE;

      start = take_front_matter (lines, document, drafts);
      g_array_append_val (are_links, is_link);
    }

  blocks = plx_markdown_parse (lines + start);
  for (guint i = 0; i < blocks->len; i++)
    add_block (drafts, are_links, &g_array_index (blocks, PlxMarkdownBlock, i), document);
  cut_links (drafts, are_links);

  return plx_reader_finish_text (source, batch, document, drafts, error);
}

const PlxReader plx_reader_markdown = {
  .format = "markdown",
  .accepts = reader_markdown_accepts,
  .read = reader_markdown_read,
};
