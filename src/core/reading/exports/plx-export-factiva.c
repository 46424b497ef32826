/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-export-factiva"

#include "config.h"

#include <string.h>

#include "reading/exports/plx-export-private.h"
#include "reading/article/plx-head.h"

/* Between the length of an article and its text stand a few lines. */
#define HEAD_LINES 12

/* A section's name is short, and a line of the head is no paragraph. */
#define SECTION_WORDS 4
#define HEAD_WORDS 12

/* The two or three letters before each field, and what it holds. */
static const PlxLabelName codes[] = {
  { "SE", PLX_LABEL_SECTION },  { "HD", PLX_LABEL_HEADLINE }, { "BY", PLX_LABEL_AUTHOR },
  { "WC", PLX_LABEL_LENGTH },   { "PD", PLX_LABEL_DATE },     { "SN", PLX_LABEL_OUTLET },
  { "LA", PLX_LABEL_LANGUAGE }, { "CY", PLX_LABEL_LEGAL },    { "LP", PLX_LABEL_BODY },
  { "TD", PLX_LABEL_BODY },     { "ART", PLX_LABEL_CAPTION }, { "ET", PLX_LABEL_MINOR },
  { "SC", PLX_LABEL_MINOR },    { "ED", PLX_LABEL_MINOR },    { "PG", PLX_LABEL_MINOR },
  { "CR", PLX_LABEL_MINOR },    { "VOL", PLX_LABEL_MINOR },   { "CX", PLX_LABEL_MINOR },
  { "CT", PLX_LABEL_MINOR },    { "RF", PLX_LABEL_NOTE },     { "CO", PLX_LABEL_NOTE },
  { "IN", PLX_LABEL_NOTE },     { "NS", PLX_LABEL_NOTE },     { "RE", PLX_LABEL_NOTE },
  { "IPC", PLX_LABEL_NOTE },    { "IPD", PLX_LABEL_NOTE },    { "PUB", PLX_LABEL_NOTE },
  { "AN", PLX_LABEL_END },
};

/* “Document SELW000020140304ea340001x”: the paper, four zeros, the day, the number in it. */
static gboolean
is_id (const char *text)
{
  const char *id;
  gsize letters = 0;

  if (!g_str_has_prefix (text, "Document ") && !g_str_has_prefix (text, "Dokument "))
    return FALSE;

  id = text + strlen ("Document ");
  while (g_ascii_isupper (id[letters]) || (letters > 0 && id[letters] >= '1' && id[letters] <= '9'))
    letters++;

  return letters >= 2 && letters <= 8 && strlen (id) >= letters + 12 + 4 &&
         strncmp (id + letters, "0000", 4) == 0 &&
         strspn (id + letters, "0123456789") >= 12 && strchr (id, ' ') == NULL;
}

/* Codes that may also be words of a text are only codes with what such a field holds. */
static gboolean
is_code_value (const PlxLabelName *code,
               const char         *value)
{
  if (*value == '\0')
    return TRUE;
  if (code->label == PLX_LABEL_END)
    return is_id (value);
  if (code->label == PLX_LABEL_LENGTH)
    return plx_export_is_length (value);
  if (strcmp (code->name, "CO") == 0 || strcmp (code->name, "IN") == 0 ||
      strcmp (code->name, "NS") == 0 || strcmp (code->name, "RE") == 0)
    return strstr (value, " : ") != NULL;

  return TRUE;
}

static void
factiva_parse (PlxExportLine *line)
{
  gsize length = 0;

  if (is_id (line->text))
    {
      line->label = PLX_LABEL_END;
      return;
    }
  /* Without codes, the length stands alone. */
  if (plx_export_is_length (line->text))
    {
      line->label = PLX_LABEL_LENGTH;
      return;
    }

  while (length < 4 && g_ascii_isupper (line->text[length]))
    length++;
  if (length < 2 || length > 3 || (line->text[length] != ' ' && line->text[length] != '\0'))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const char *value = line->text + length + strspn (line->text + length, " ");

      if (strlen (codes[i].name) != length || strncmp (codes[i].name, line->text, length) != 0 ||
          !is_code_value (&codes[i], value))
        continue;

      line->label = codes[i].label;
      line->name = codes[i].name;
      line->value = value;
      /* The number comes on a line of its own. */
      if (line->label == PLX_LABEL_END && *value == '\0')
        line->label = PLX_LABEL_NOTE;
    }
}

static gboolean
has_codes (GArray *lines,
           guint   start,
           guint   end)
{
  for (guint i = start; i < end; i++)
    if (g_strcmp0 (plx_export_line (lines, i)->name, "HD") == 0)
      return TRUE;

  return FALSE;
}

/* The number of an article has a form that nothing else has. */
static gboolean
factiva_judge (GArray *lines)
{
  return plx_export_count (lines, PLX_LABEL_END) > 0 &&
         plx_export_count (lines, PLX_LABEL_LENGTH) * 2 >= plx_export_count (lines, PLX_LABEL_END);
}

/* The label of the field that goes on with a line that has none. */
static PlxLabel
put_coded (PlxExportArticle *article,
           PlxExportLine    *line,
           PlxLabel          open)
{
  gboolean in_text = open == PLX_LABEL_BODY;
  PlxExportLine more = *line;

  if (line->label == PLX_LABEL_BODY)
    plx_export_put_value (article, line, PLX_ROLE_BODY);
  else if (in_text && line->label != PLX_LABEL_NOTE && line->label != PLX_LABEL_END &&
           line->label != PLX_LABEL_CAPTION)
    plx_export_put_body (article, line);
  else if (line->label == PLX_LABEL_NONE && open == PLX_LABEL_HEADLINE &&
           article->document->fields[PLX_FIELD_HEADLINE] != NULL)
    {
      g_autofree char *headline = g_strjoin (" ", article->document->fields[PLX_FIELD_HEADLINE],
                                             line->text, NULL);

      plx_document_set_field (article->document, PLX_FIELD_HEADLINE, headline, "factiva: HD");
      plx_export_put (article, line->text, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
    }
  else if (line->label == PLX_LABEL_NONE && open != PLX_LABEL_NONE)
    {
      /* Where the code stands alone, as in the cell of a table, the next line is its value. */
      more.label = open;
      more.value = more.text;
      plx_export_put_field (article, &more);
    }
  else
    plx_export_put_field (article, line);

  if (line->label == PLX_LABEL_NONE || (in_text && line->label == PLX_LABEL_MINOR))
    return open;

  return in_text && line->label != PLX_LABEL_NOTE && line->label != PLX_LABEL_END &&
         line->label != PLX_LABEL_CAPTION ? PLX_LABEL_BODY : line->label;
}

static gboolean
is_byline (const char *text)
{
  g_autofree char *name = plx_head_find_byline (text);

  return name != NULL || plx_head_is_name (text);
}

/* Section, headline, byline: what stands before the length. */
static void
put_before_length (PlxExportArticle *article,
                   GArray           *lines,
                   guint             start,
                   guint             length)
{
  guint headline = length > start ? length - 1 : start;
  gboolean has_byline = length > start + 1 &&
                        is_byline (plx_export_line (lines, length - 1)->text);

  headline -= has_byline;
  for (guint i = start; i < length; i++)
    {
      PlxExportLine *line = plx_export_line (lines, i);
      gboolean section = start > 0 && i == start && i + 1 == headline &&
                         line->draft->shape.n_words <= SECTION_WORDS;

      if (i == headline)
        {
          plx_export_set (article, PLX_FIELD_HEADLINE, line->text, "headline");
          plx_export_put (article, line->text, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
        }
      else if (i > headline)
        {
          plx_export_set (article, PLX_FIELD_AUTHOR, line->text, "byline");
          plx_export_put (article, line->text, PLX_ROLE_AUTHOR, PLX_CUT_NONE);
        }
      else
        {
          if (section)
            plx_export_set (article, PLX_FIELD_SECTION, line->text, "section");
          plx_export_put_note (article, line);
        }
    }
}

/* A number, a time, or the short name of the outlet in the database. */
static gboolean
is_bookkeeping (const char *text)
{
  gboolean capitals = strlen (text) <= 8;

  if (text[strspn (text, "0123456789:.,/- ")] == '\0' ||
      plx_export_is_legal (text) || g_ascii_strncasecmp (text, "volume ", 7) == 0)
    return TRUE;

  for (const char *p = text; *p != '\0'; p++)
    capitals = capitals && (g_ascii_isupper (*p) || g_ascii_isdigit (*p));

  return capitals;
}

/* Day, time, outlet, its short name, page, language, copyright; gives where the text begins. */
static guint
put_after_length (PlxExportArticle *article,
                  GArray           *lines,
                  guint             length,
                  guint             end)
{
  guint i;
  gboolean legal = FALSE;

  for (i = length; i < end && i < length + HEAD_LINES; i++)
    {
      PlxExportLine *line = plx_export_line (lines, i);
      PlxField field = PLX_FIELD_OUTLET;

      if (line->label == PLX_LABEL_END || line->draft->shape.n_words > HEAD_WORDS ||
          (legal && !plx_export_is_legal (line->text)))
        break;

      legal |= plx_export_is_legal (line->text);
      if (line->label == PLX_LABEL_LENGTH || is_bookkeeping (line->text))
        {
          plx_export_put_note (article, line);
          continue;
        }
      if (article->document->fields[PLX_FIELD_PUBLISHED] == NULL &&
          plx_export_is_date (line->text))
        {
          plx_export_set (article, PLX_FIELD_PUBLISHED, line->text, "date");
          plx_export_put (article, line->text, PLX_ROLE_DATE, PLX_CUT_NONE);
          continue;
        }

      /* The first name is that of the outlet, the second that of the language. */
      if (article->document->fields[PLX_FIELD_OUTLET] != NULL)
        field = PLX_FIELD_LANGUAGE;
      plx_export_set (article, field, line->text,
                      field == PLX_FIELD_OUTLET ? "source" : "language");
      plx_export_put_note (article, line);
    }

  return i;
}

static void
factiva_fill (PlxExportArticle *article,
              GArray           *lines,
              guint             start,
              guint             end)
{
  PlxLabel open = PLX_LABEL_NONE;
  guint at = start;
  guint length = start;

  if (has_codes (lines, start, end))
    {
      for (guint i = start; i < end; i++)
        open = put_coded (article, plx_export_line (lines, i), open);
      return;
    }

  while (length < end && plx_export_line (lines, length)->label != PLX_LABEL_LENGTH)
    length++;
  if (length < end)
    {
      put_before_length (article, lines, start, length);
      at = put_after_length (article, lines, length, end);
    }

  for (gboolean done = FALSE; at < end; at++)
    {
      PlxExportLine *line = plx_export_line (lines, at);

      done |= line->label == PLX_LABEL_END;
      if (done)
        plx_export_put_note (article, line);
      else
        plx_export_put_body (article, line);
    }
}

const PlxExportProduct plx_export_factiva = {
  .name = "factiva",
  .anchor = PLX_LABEL_END,
  .parse = factiva_parse,
  .judge = factiva_judge,
  .fill = factiva_fill,
};
