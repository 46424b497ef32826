/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-export-nexis"

#include "config.h"

#include <string.h>

#include "reading/exports/plx-export-private.h"

/* Between the date of an article and its length stand a few labels. */
#define HEAD_LINES 14

/* A headline that is broken into lines has no more of them. */
#define HEADLINE_LINES 4

static const PlxLabelName labels[] = {
  { "Headline", PLX_LABEL_HEADLINE },
  { "Byline", PLX_LABEL_AUTHOR },
  { "Autor", PLX_LABEL_AUTHOR },
  { "Auteur", PLX_LABEL_AUTHOR },
  { "Section", PLX_LABEL_SECTION },
  { "Rubrik", PLX_LABEL_SECTION },
  { "Rubrique", PLX_LABEL_SECTION },
  { "Length", PLX_LABEL_LENGTH },
  { "Länge", PLX_LABEL_LENGTH },
  { "LÄNGE", PLX_LABEL_LENGTH },
  { "Longueur", PLX_LABEL_LENGTH },
  { "Dateline", PLX_LABEL_DATELINE },
  { "Highlight", PLX_LABEL_STANDFIRST },
  { "Body", PLX_LABEL_BODY },
  { "Graphic", PLX_LABEL_CAPTION },
  { "Language", PLX_LABEL_LANGUAGE },
  { "Sprache", PLX_LABEL_LANGUAGE },
  { "Langue", PLX_LABEL_LANGUAGE },
  { "Load-Date", PLX_LABEL_NOTE },
  { "Update", PLX_LABEL_NOTE },
  { "Date-chargement", PLX_LABEL_NOTE },
  { "Classification", PLX_LABEL_NOTE },
  { "Publication-Type", PLX_LABEL_NOTE },
  { "Pub-Type", PLX_LABEL_NOTE },
  { "Type-publication", PLX_LABEL_NOTE },
  { "Journal-Code", PLX_LABEL_NOTE },
  { "Document-Type", PLX_LABEL_NOTE },
  { "Acc-No", PLX_LABEL_NOTE },
  { "Subject", PLX_LABEL_MINOR },
  { "Industry", PLX_LABEL_MINOR },
  { "Geographic", PLX_LABEL_MINOR },
  { "Person", PLX_LABEL_MINOR },
  { "Company", PLX_LABEL_MINOR },
  { "Organization", PLX_LABEL_MINOR },
  { "Ticker", PLX_LABEL_MINOR },
  { "Series", PLX_LABEL_MINOR },
  { "Correction", PLX_LABEL_MINOR },
  { "Correction-Date", PLX_LABEL_MINOR },
  { "Notes", PLX_LABEL_MINOR },
  { "Type", PLX_LABEL_MINOR },
  { "Distribution", PLX_LABEL_MINOR },
  { "Link to Image", PLX_LABEL_MINOR },
  { "Link to Original Document", PLX_LABEL_MINOR },
};

/* “3 of 25 DOCUMENTS”, “Dokument 3 von 25” */
static gboolean
is_counter (const char *text)
{
  g_auto (GStrv) words = NULL;
  guint numbers = 0;
  guint others = 0;

  if (strlen (text) > 40 || strpbrk (text, "0123456789") == NULL)
    return FALSE;

  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][strspn (words[i], "0123456789")] == '\0')
      numbers++;
    else if (g_ascii_strncasecmp (words[i], "document", 8) == 0 ||
             g_ascii_strncasecmp (words[i], "dokument", 8) == 0)
      others += 2;
    else if (g_ascii_strcasecmp (words[i], "of") == 0 ||
             g_ascii_strcasecmp (words[i], "von") == 0 || g_ascii_strcasecmp (words[i], "de") == 0)
      others++;

  return numbers == 2 && others == 3 && g_strv_length (words) == 4;
}

static void
nexis_parse (PlxExportLine *line)
{
  if (g_ascii_strcasecmp (line->text, "End of Document") == 0 ||
      g_ascii_strcasecmp (line->text, "Ende des Dokuments") == 0 ||
      g_ascii_strcasecmp (line->text, "Fin du document") == 0)
    line->label = PLX_LABEL_END;
  else if (is_counter (line->text))
    line->label = PLX_LABEL_START;
}

static guint
count_load_dates (GArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_strcmp0 (plx_export_line (lines, i)->name, "Load-Date") == 0;

  return n;
}

/* A length in words is in each article; an end, a number or a day of loading in each, too. */
static gboolean
nexis_judge (GArray *lines)
{
  guint n_lengths = 0;
  guint n_bounds = plx_export_count (lines, PLX_LABEL_END) +
                   plx_export_count (lines, PLX_LABEL_START) + count_load_dates (lines);
  guint n_others = plx_export_count (lines, PLX_LABEL_SECTION) +
                   plx_export_count (lines, PLX_LABEL_AUTHOR) +
                   plx_export_count (lines, PLX_LABEL_BODY) +
                   plx_export_count (lines, PLX_LABEL_STANDFIRST);

  for (guint i = 0; i < lines->len; i++)
    {
      PlxExportLine *line = plx_export_line (lines, i);

      if (line->label == PLX_LABEL_LENGTH && plx_export_is_length (line->value))
        n_lengths++;
    }

  return n_lengths > 0 && n_bounds > 0 && n_others > 0 && n_lengths * 4 >= n_bounds;
}

static guint
find_label (GArray   *lines,
            guint     start,
            guint     end,
            PlxLabel  label)
{
  for (guint i = start; i < end; i++)
    if (plx_export_line (lines, i)->label == label)
      return i;

  return end;
}

/* The line with the day of publication, before the length. */
static guint
find_date (GArray *lines,
           guint   start,
           guint   length)
{
  for (guint i = length; i-- > start && i + HEAD_LINES > length;)
    if (plx_export_line (lines, i)->label == PLX_LABEL_NONE &&
        plx_export_is_date (plx_export_line (lines, i)->text))
      return i;

  return length;
}

static gboolean
is_plain (PlxExportLine *line)
{
  return line->label == PLX_LABEL_NONE && !plx_export_is_legal (line->text);
}

/**
 * Head:
 * @outlet: the line with the outlet
 * @date: that with the day
 * @headline: the first line of the headline
 * @headline_end: the line after the last
 *
 * Where in an article its head is; past the end where it is not.
 */
typedef struct
{
  guint outlet;
  guint date;
  guint headline;
  guint headline_end;
} Head;

/* “1 of 25 DOCUMENTS”, outlet, day, edition, headline. */
static void
find_old_head (GArray *lines,
               guint   counter,
               guint   length,
               Head   *head)
{
  guint last = length;

  head->outlet = counter + 1 < head->date ? counter + 1 : length;
  for (guint i = head->date + 1; i < length; i++)
    {
      if (is_plain (plx_export_line (lines, i)))
        last = i;
      else if (plx_export_line (lines, i)->label != PLX_LABEL_NONE && last < length)
        break;
    }

  head->headline = last;
  head->headline_end = MIN (last + 1, length);
}

/* Headline, outlet, day. Before those of the first article stands the cover. */
static void
find_new_head (GArray *lines,
               guint   start,
               guint   length,
               Head   *head)
{
  guint first;

  if (head->date == length || head->date < start + 2)
    return;

  head->outlet = head->date - 1;
  head->headline_end = head->date - 1;
  first = head->date - 2;
  while (start > 0 && first > start && head->headline_end - first < HEADLINE_LINES &&
         is_plain (plx_export_line (lines, first - 1)))
    first--;
  head->headline = first;
}

static Head
find_head (GArray *lines,
           guint   start,
           guint   length)
{
  Head head = { length, length, length, length };
  guint counter = find_label (lines, start, length, PLX_LABEL_START);

  head.date = find_date (lines, start, length);
  if (counter < length && head.date < length)
    find_old_head (lines, counter, length, &head);
  else
    find_new_head (lines, start, length, &head);

  /* No day: the first line has to be the headline. */
  if (head.date == length)
    for (guint i = start; i < length && head.headline == length; i++)
      if (is_plain (plx_export_line (lines, i)))
        {
          head.headline = i;
          head.headline_end = i + 1;
        }

  return head;
}

static void
put_headline (PlxExportArticle *article,
              GArray           *lines,
              const Head       *head)
{
  g_autoptr (GString) headline = g_string_new (NULL);

  for (guint i = head->headline; i < head->headline_end; i++)
    {
      const char *text = plx_export_line (lines, i)->text;

      plx_export_put (article, text, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
      g_string_append_printf (headline, "%s%s", headline->len > 0 ? " " : "", text);
    }

  plx_export_set (article, PLX_FIELD_HEADLINE, headline->str, "title");
}

static void
put_head (PlxExportArticle *article,
          GArray           *lines,
          guint             start,
          guint             length)
{
  Head head = find_head (lines, start, length);

  for (guint i = start; i < length; i++)
    {
      PlxExportLine *line = plx_export_line (lines, i);

      if (i == head.headline)
        put_headline (article, lines, &head);
      else if (i > head.headline && i < head.headline_end)
        continue;
      else if (i == head.date)
        {
          plx_export_set (article, PLX_FIELD_PUBLISHED, line->text, "date");
          plx_export_put (article, line->text, PLX_ROLE_DATE, PLX_CUT_NONE);
        }
      else if (i == head.outlet)
        {
          plx_export_set (article, PLX_FIELD_OUTLET, line->text, "source");
          plx_export_put (article, line->text, PLX_ROLE_CHROME, PLX_CUT_NAVIGATION);
        }
      else if (i > MIN (head.date, head.headline))
        plx_export_put_field (article, line);
      else
        plx_export_put_note (article, line);
    }
}

/* Whether the text ends before a line with this label. */
static gboolean
is_tail (PlxLabel label)
{
  return label == PLX_LABEL_NOTE || label == PLX_LABEL_CAPTION || label == PLX_LABEL_LANGUAGE ||
         label == PLX_LABEL_END;
}

static void
put_rest (PlxExportArticle *article,
          GArray           *lines,
          guint             length,
          guint             end)
{
  guint body = find_label (lines, length, end, PLX_LABEL_BODY);
  gboolean in_text = FALSE;
  gboolean in_tail = FALSE;
  gboolean in_caption = FALSE;

  for (guint i = length; i < end; i++)
    {
      PlxExportLine *line = plx_export_line (lines, i);

      in_text |= i > length && !in_tail &&
                 (body < end ? i > body : line->label == PLX_LABEL_NONE);
      if (in_text && is_tail (line->label))
        {
          in_text = FALSE;
          in_tail = TRUE;
        }

      if (i == body)
        plx_export_put_value (article, line, PLX_ROLE_BODY);
      else if (in_text && plx_export_is_legal (line->text))
        plx_export_put_note (article, line);
      else if (in_text)
        plx_export_put_body (article, line);
      else if (line->label == PLX_LABEL_NONE && in_caption)
        plx_export_put (article, line->text, PLX_ROLE_CAPTION, PLX_CUT_CAPTION);
      else
        plx_export_put_field (article, line);

      in_caption = !in_text && (line->label == PLX_LABEL_CAPTION ||
                                (in_caption && line->label == PLX_LABEL_NONE));
    }
}

static void
nexis_fill (PlxExportArticle *article,
            GArray           *lines,
            guint             start,
            guint             end)
{
  guint length = find_label (lines, start, end, PLX_LABEL_LENGTH);

  put_head (article, lines, start, length);
  put_rest (article, lines, length, end);
}

const PlxExportProduct plx_export_nexis = {
  .name = "nexis",
  .labels = labels,
  .n_labels = G_N_ELEMENTS (labels),
  .anchor = PLX_LABEL_LENGTH,
  .parse = nexis_parse,
  .judge = nexis_judge,
  .fill = nexis_fill,
};
