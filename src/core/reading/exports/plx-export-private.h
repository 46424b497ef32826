/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/exports/plx-export.h"

G_BEGIN_DECLS

/**
 * PlxLabel:
 *
 * What a line of a database export says it holds.
 */
typedef enum
{
  PLX_LABEL_NONE,
  PLX_LABEL_HEADLINE,
  PLX_LABEL_OUTLET,
  PLX_LABEL_DATE,
  PLX_LABEL_AUTHOR,
  PLX_LABEL_SECTION,
  PLX_LABEL_LENGTH,
  PLX_LABEL_LANGUAGE,
  PLX_LABEL_DATELINE,
  PLX_LABEL_STANDFIRST,
  PLX_LABEL_ADDRESS,
  PLX_LABEL_BODY,      /* what follows is the text */
  PLX_LABEL_CAPTION,
  PLX_LABEL_LEGAL,
  PLX_LABEL_NOTE,      /* said by the database, before or after the text */
  PLX_LABEL_MINOR,     /* so before the text; within it, a word like any other */
  PLX_LABEL_ID,        /* the number of the article in the database */
  PLX_LABEL_START,     /* the first line of an article */
  PLX_LABEL_END,       /* the last */
} PlxLabel;

/**
 * PlxLabelName:
 * @name: how a label is written
 * @label: what it says
 */
typedef struct
{
  const char *name;
  PlxLabel    label;
} PlxLabelName;

/**
 * PlxExportLine:
 * @text: a paragraph; the draft's own
 * @draft: where it comes from
 * @label: what it says it holds
 * @value: what stands after the label
 * @name: (nullable): the label as the database spells it
 *
 * A paragraph of an export.
 */
typedef struct
{
  const char *text;
  PlxDraft   *draft;
  PlxLabel    label;
  const char *value;
  const char *name;
} PlxExportLine;

/**
 * PlxExportArticle:
 * @product: the database, as the places say in which something was found
 * @document: gets the fields
 * @drafts: (element-type PlxDraft): the blocks
 *
 * An article that is taken out of an export.
 */
typedef struct
{
  const char  *product;
  PlxDocument *document;
  GPtrArray   *drafts;
} PlxExportArticle;

/**
 * PlxExportProduct:
 * @name: the database
 * @labels: its labels
 * @n_labels: how many
 * @parse: (nullable): finds a label where it is not written before a colon
 * @judge: whether lines are of such an export: there have to be several of its marks
 * @anchor: the label of a line that every article has
 * @fill: sorts the lines of an article
 *
 * A database of articles that exports many in one file.
 */
typedef struct
{
  const char         *name;
  const PlxLabelName *labels;
  guint               n_labels;
  PlxLabel            anchor;
  void     (*parse) (PlxExportLine    *line);
  gboolean (*judge) (GArray           *lines);
  void     (*fill)  (PlxExportArticle *article,
                     GArray           *lines,
                     guint             start,
                     guint             end);
} PlxExportProduct;

extern const PlxExportProduct plx_export_nexis;
extern const PlxExportProduct plx_export_factiva;
extern const PlxExportProduct plx_export_proquest;

static inline PlxExportLine *
plx_export_line (GArray *lines,
                 guint   index)
{
  return &g_array_index (lines, PlxExportLine, index);
}

guint    plx_export_count      (GArray           *lines,
                                PlxLabel          label);
gboolean plx_export_is_date    (const char       *text);
gboolean plx_export_is_length  (const char       *text);
gboolean plx_export_is_legal   (const char       *text);

void     plx_export_put        (PlxExportArticle *article,
                                const char       *text,
                                PlxRole           role,
                                PlxCutReason      reason);
void     plx_export_put_body   (PlxExportArticle *article,
                                PlxExportLine    *line);
void     plx_export_put_note   (PlxExportArticle *article,
                                PlxExportLine    *line);
void     plx_export_put_value  (PlxExportArticle *article,
                                PlxExportLine    *line,
                                PlxRole           role);
void     plx_export_put_field  (PlxExportArticle *article,
                                PlxExportLine    *line);
void     plx_export_set        (PlxExportArticle *article,
                                PlxField          field,
                                const char       *value,
                                const char       *name);

G_END_DECLS
