/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-export-proquest"

#include "config.h"

#include <string.h>

#include "reading/exports/plx-export-private.h"

/* A rule between two articles is no shorter. */
#define RULE_LENGTH 20

static const PlxLabelName labels[] = {
  { "Title", PLX_LABEL_HEADLINE },
  { "Author", PLX_LABEL_AUTHOR },
  { "Publication title", PLX_LABEL_OUTLET },
  { "Publication date", PLX_LABEL_DATE },
  { "Section", PLX_LABEL_SECTION },
  { "Language of publication", PLX_LABEL_LANGUAGE },
  { "Language", PLX_LABEL_LANGUAGE },
  { "Dateline", PLX_LABEL_DATELINE },
  { "Document URL", PLX_LABEL_NOTE },
  { "URL", PLX_LABEL_ADDRESS },
  { "Full text", PLX_LABEL_BODY },
  { "Full Text", PLX_LABEL_BODY },
  { "Copyright", PLX_LABEL_LEGAL },
  { "ProQuest document ID", PLX_LABEL_ID },
  { "Abstract", PLX_LABEL_NOTE },
  { "Abstract (summary)", PLX_LABEL_NOTE },
  { "Links", PLX_LABEL_NOTE },
  { "Subject", PLX_LABEL_NOTE },
  { "Business indexing term", PLX_LABEL_NOTE },
  { "Location", PLX_LABEL_NOTE },
  { "People", PLX_LABEL_NOTE },
  { "Company / organization", PLX_LABEL_NOTE },
  { "Identifier / keyword", PLX_LABEL_NOTE },
  { "Credit", PLX_LABEL_NOTE },
  { "Volume", PLX_LABEL_NOTE },
  { "Issue", PLX_LABEL_NOTE },
  { "Pages", PLX_LABEL_NOTE },
  { "First page", PLX_LABEL_NOTE },
  { "Number of pages", PLX_LABEL_NOTE },
  { "Publication year", PLX_LABEL_NOTE },
  { "Publication info", PLX_LABEL_NOTE },
  { "Publication subject", PLX_LABEL_NOTE },
  { "Place of publication", PLX_LABEL_NOTE },
  { "Country of publication", PLX_LABEL_NOTE },
  { "Publisher", PLX_LABEL_NOTE },
  { "Source type", PLX_LABEL_NOTE },
  { "Document type", PLX_LABEL_NOTE },
  { "Document feature", PLX_LABEL_NOTE },
  { "ISSN", PLX_LABEL_NOTE },
  { "e-ISSN", PLX_LABEL_NOTE },
  { "DOI", PLX_LABEL_NOTE },
  { "Last updated", PLX_LABEL_NOTE },
  { "Database", PLX_LABEL_NOTE },
};

static void
proquest_parse (PlxExportLine *line)
{
  if (strlen (line->text) >= RULE_LENGTH && line->text[strspn (line->text, "_ ")] == '\0')
    line->label = PLX_LABEL_START;
  else if (strcmp (line->text, "Enlarge this image.") == 0)
    line->label = PLX_LABEL_MINOR;
}

static gboolean
proquest_judge (GArray *lines)
{
  return plx_export_count (lines, PLX_LABEL_ID) > 0 &&
         plx_export_count (lines, PLX_LABEL_HEADLINE) > 0 &&
         plx_export_count (lines, PLX_LABEL_OUTLET) > 0 &&
         plx_export_count (lines, PLX_LABEL_BODY) > 0;
}

/* The title stands once more over the record, without a label. */
static const char *
find_title (GArray *lines,
            guint   start,
            guint   end)
{
  for (guint i = start; i < end; i++)
    if (plx_export_line (lines, i)->label == PLX_LABEL_HEADLINE)
      return plx_export_line (lines, i)->value;

  return NULL;
}

/*
 * From “Full text:” on it is text, to the next label. Which labels come before it and which after
 * depends on how the list was exported.
 */
static void
proquest_fill (PlxExportArticle *article,
               GArray           *lines,
               guint             start,
               guint             end)
{
  const char *title = find_title (lines, start, end);
  gboolean in_text = FALSE;

  for (guint i = start; i < end; i++)
    {
      PlxExportLine *line = plx_export_line (lines, i);

      if (line->label == PLX_LABEL_BODY)
        {
          in_text = TRUE;
          plx_export_put_value (article, line, PLX_ROLE_BODY);
        }
      else if (in_text && line->label == PLX_LABEL_NONE)
        plx_export_put_body (article, line);
      else if (line->label == PLX_LABEL_NONE && g_strcmp0 (line->text, title) == 0)
        plx_export_put (article, line->text, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
      else
        {
          in_text = in_text && line->label == PLX_LABEL_MINOR;
          plx_export_put_field (article, line);
        }
    }
}

const PlxExportProduct plx_export_proquest = {
  .name = "proquest",
  .labels = labels,
  .n_labels = G_N_ELEMENTS (labels),
  .anchor = PLX_LABEL_ID,
  .parse = proquest_parse,
  .judge = proquest_judge,
  .fill = proquest_fill,
};
