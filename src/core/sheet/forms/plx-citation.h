/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"
#include "sheet/forms/plx-cited-name.h"

G_BEGIN_DECLS

/**
 * PlxCitation:
 * @key: what it is called in the list: letters and digits of ASCII, no two alike
 * @document: the article
 * @names: (element-type PlxCitedName): who has written it
 * @year: of publication, or 0
 * @month: from 1, or 0
 * @day: from 1, or 0
 * @accessed: (nullable): when it was added
 *
 * An article as lists of literature tell it.
 */
typedef struct
{
  char        *key;
  PlxDocument *document;
  GPtrArray   *names;
  guint        year;
  guint        month;
  guint        day;
  GDateTime   *accessed;
} PlxCitation;

/**
 * PlxCitationStyle:
 * @PLX_CITATION_RIS: RIS, which all programs for literature read
 * @PLX_CITATION_CSL: CSL-JSON, for Zotero, Pandoc and the like
 * @PLX_CITATION_BIBTEX: BibTeX, for LaTeX
 */
typedef enum
{
  PLX_CITATION_RIS,
  PLX_CITATION_CSL,
  PLX_CITATION_BIBTEX,
} PlxCitationStyle;

char *plx_citations_dup        (GPtrArray        *documents,
                                PlxCitationStyle  style);

/* How each style writes a list of PlxCitation. */
char *plx_citations_dup_ris    (GPtrArray        *citations);
char *plx_citations_dup_csl    (GPtrArray        *citations);
char *plx_citations_dup_bibtex (GPtrArray        *citations);

G_END_DECLS
