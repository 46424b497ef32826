/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rtf-words"

#include "config.h"

#include "reading/office/plx-rtf-words.h"

#include <stdlib.h>
#include <string.h>

/* In the order of strcmp(). */
static const PlxRtfWord words[] = {
  { "aftnsep", PLX_RTF_SKIP, NULL, 0 },
  { "aftnsepc", PLX_RTF_SKIP, NULL, 0 },
  { "annotation", PLX_RTF_NOTE, NULL, 0 },
  { "ansicpg", PLX_RTF_CODE_PAGE, NULL, 0 },
  { "atnauthor", PLX_RTF_SKIP, NULL, 0 },
  { "atndate", PLX_RTF_SKIP, NULL, 0 },
  { "atnid", PLX_RTF_SKIP, NULL, 0 },
  { "atnref", PLX_RTF_SKIP, NULL, 0 },
  { "author", PLX_RTF_AUTHOR, NULL, 0 },
  { "bin", PLX_RTF_BINARY, NULL, 0 },
  { "bkmkend", PLX_RTF_SKIP, NULL, 0 },
  { "bkmkstart", PLX_RTF_SKIP, NULL, 0 },
  { "bullet", PLX_RTF_TEXT, "•", 0 },
  { "buptim", PLX_RTF_SKIP, NULL, 0 },
  { "category", PLX_RTF_SKIP, NULL, 0 },
  { "cell", PLX_RTF_CELL, NULL, 0 },
  { "colortbl", PLX_RTF_SKIP, NULL, 0 },
  { "column", PLX_RTF_PARAGRAPH, NULL, 0 },
  { "comment", PLX_RTF_SKIP, NULL, 0 },
  { "company", PLX_RTF_SKIP, NULL, 0 },
  { "cpg", PLX_RTF_FONT_PAGE, NULL, 0 },
  { "creatim", PLX_RTF_CREATED, NULL, 0 },
  { "datafield", PLX_RTF_SKIP, NULL, 0 },
  { "datastore", PLX_RTF_SKIP, NULL, 0 },
  { "deff", PLX_RTF_DEFAULT_FONT, NULL, 0 },
  { "deleted", PLX_RTF_HIDDEN, NULL, 0 },
  { "do", PLX_RTF_SEEN, NULL, 0 },
  { "doccomm", PLX_RTF_SKIP, NULL, 0 },
  { "dptxbxtext", PLX_RTF_BOX, NULL, 0 },
  { "dy", PLX_RTF_DAY, NULL, 0 },
  { "emdash", PLX_RTF_TEXT, "—", 0 },
  { "emspace", PLX_RTF_TEXT, " ", 0 },
  { "endash", PLX_RTF_TEXT, "–", 0 },
  { "enspace", PLX_RTF_TEXT, " ", 0 },
  { "f", PLX_RTF_FONT, NULL, 0 },
  { "falt", PLX_RTF_SKIP, NULL, 0 },
  { "fcharset", PLX_RTF_FONT_CHARSET, NULL, 0 },
  { "field", PLX_RTF_SEEN, NULL, 0 },
  { "filetbl", PLX_RTF_SKIP, NULL, 0 },
  { "fldinst", PLX_RTF_INSTRUCTION, NULL, 0 },
  { "fldrslt", PLX_RTF_SEEN, NULL, 0 },
  { "fname", PLX_RTF_SKIP, NULL, 0 },
  { "fontemb", PLX_RTF_SKIP, NULL, 0 },
  { "fonttbl", PLX_RTF_FONTS, NULL, 0 },
  { "footer", PLX_RTF_PAGE, NULL, 0 },
  { "footerf", PLX_RTF_PAGE, NULL, 0 },
  { "footerl", PLX_RTF_PAGE, NULL, 0 },
  { "footerr", PLX_RTF_PAGE, NULL, 0 },
  { "footnote", PLX_RTF_NOTE, NULL, 0 },
  { "ftnsep", PLX_RTF_SKIP, NULL, 0 },
  { "ftnsepc", PLX_RTF_SKIP, NULL, 0 },
  { "generator", PLX_RTF_SKIP, NULL, 0 },
  { "header", PLX_RTF_PAGE, NULL, 0 },
  { "headerf", PLX_RTF_PAGE, NULL, 0 },
  { "headerl", PLX_RTF_PAGE, NULL, 0 },
  { "headerr", PLX_RTF_PAGE, NULL, 0 },
  { "hlinkbase", PLX_RTF_SKIP, NULL, 0 },
  { "info", PLX_RTF_INFO, NULL, 0 },
  { "intbl", PLX_RTF_IN_TABLE, NULL, 0 },
  { "keywords", PLX_RTF_SKIP, NULL, 0 },
  { "latentstyles", PLX_RTF_SKIP, NULL, 0 },
  { "ldblquote", PLX_RTF_TEXT, "“", 0 },
  { "line", PLX_RTF_TEXT, "\n", 0 },
  { "listoverridetable", PLX_RTF_SKIP, NULL, 0 },
  { "listtable", PLX_RTF_SKIP, NULL, 0 },
  { "listtext", PLX_RTF_SKIP, NULL, 0 },
  { "lquote", PLX_RTF_TEXT, "‘", 0 },
  { "ls", PLX_RTF_LIST, NULL, 0 },
  { "mac", PLX_RTF_CODE_PAGE, NULL, 10000 },
  { "manager", PLX_RTF_SKIP, NULL, 0 },
  { "mmathPr", PLX_RTF_SKIP, NULL, 0 },
  { "mo", PLX_RTF_MONTH, NULL, 0 },
  { "nestcell", PLX_RTF_TEXT, " ", 0 },
  { "nestrow", PLX_RTF_TEXT, "\n", 0 },
  { "nextfile", PLX_RTF_SKIP, NULL, 0 },
  { "nonesttables", PLX_RTF_SKIP, NULL, 0 },
  { "nonshppict", PLX_RTF_SKIP, NULL, 0 },
  { "objclass", PLX_RTF_SKIP, NULL, 0 },
  { "objdata", PLX_RTF_SKIP, NULL, 0 },
  { "object", PLX_RTF_SEEN, NULL, 0 },
  { "objname", PLX_RTF_SKIP, NULL, 0 },
  { "operator", PLX_RTF_SKIP, NULL, 0 },
  { "outlinelevel", PLX_RTF_OUTLINE, NULL, 0 },
  { "page", PLX_RTF_PARAGRAPH, NULL, 0 },
  { "panose", PLX_RTF_SKIP, NULL, 0 },
  { "par", PLX_RTF_PARAGRAPH, NULL, 0 },
  { "pard", PLX_RTF_RESET, NULL, 0 },
  { "pc", PLX_RTF_CODE_PAGE, NULL, 437 },
  { "pca", PLX_RTF_CODE_PAGE, NULL, 850 },
  { "pgdsctbl", PLX_RTF_SKIP, NULL, 0 },
  { "pgptbl", PLX_RTF_SKIP, NULL, 0 },
  { "pict", PLX_RTF_SKIP, NULL, 0 },
  { "plain", PLX_RTF_PLAIN, NULL, 0 },
  { "pntext", PLX_RTF_SKIP, NULL, 0 },
  { "pntxta", PLX_RTF_SKIP, NULL, 0 },
  { "pntxtb", PLX_RTF_SKIP, NULL, 0 },
  { "printim", PLX_RTF_SKIP, NULL, 0 },
  { "private", PLX_RTF_SKIP, NULL, 0 },
  { "qmspace", PLX_RTF_TEXT, " ", 0 },
  { "rdblquote", PLX_RTF_TEXT, "”", 0 },
  { "result", PLX_RTF_SEEN, NULL, 0 },
  { "revtbl", PLX_RTF_SKIP, NULL, 0 },
  { "revtim", PLX_RTF_SKIP, NULL, 0 },
  { "row", PLX_RTF_ROW, NULL, 0 },
  { "rquote", PLX_RTF_TEXT, "’", 0 },
  { "rsidtbl", PLX_RTF_SKIP, NULL, 0 },
  { "s", PLX_RTF_STYLE, NULL, 0 },
  { "sect", PLX_RTF_PARAGRAPH, NULL, 0 },
  { "shp", PLX_RTF_SEEN, NULL, 0 },
  { "shpinst", PLX_RTF_SEEN, NULL, 0 },
  { "shprslt", PLX_RTF_SKIP, NULL, 0 },
  { "shptxt", PLX_RTF_BOX, NULL, 0 },
  { "sn", PLX_RTF_SKIP, NULL, 0 },
  { "stylesheet", PLX_RTF_STYLES, NULL, 0 },
  { "subject", PLX_RTF_SKIP, NULL, 0 },
  { "sv", PLX_RTF_SKIP, NULL, 0 },
  { "tab", PLX_RTF_TEXT, " ", 0 },
  { "tc", PLX_RTF_SKIP, NULL, 0 },
  { "template", PLX_RTF_SKIP, NULL, 0 },
  { "themedata", PLX_RTF_SKIP, NULL, 0 },
  { "title", PLX_RTF_TITLE, NULL, 0 },
  { "u", PLX_RTF_UNICODE, NULL, 0 },
  { "uc", PLX_RTF_UNICODE_SKIP, NULL, 0 },
  { "ud", PLX_RTF_SKIP, NULL, 0 },
  { "upr", PLX_RTF_SKIP, NULL, 0 },
  { "userprops", PLX_RTF_SKIP, NULL, 0 },
  { "v", PLX_RTF_HIDDEN, NULL, 0 },
  { "xe", PLX_RTF_SKIP, NULL, 0 },
  { "xmlnstbl", PLX_RTF_SKIP, NULL, 0 },
  { "yr", PLX_RTF_YEAR, NULL, 0 },
};

/* The code pages that Windows takes for the character sets of fonts. */
static const struct
{
  int charset;
  int page;
} charsets[] = {
  { 0, 1252 },   { 77, 10000 }, { 128, 932 },  { 129, 949 },  { 130, 1361 }, { 134, 936 },
  { 136, 950 },  { 161, 1253 }, { 162, 1254 }, { 163, 1258 }, { 177, 1255 }, { 178, 1256 },
  { 186, 1257 }, { 204, 1251 }, { 222, 874 },  { 238, 1250 }, { 254, 437 },  { 255, 850 },
};

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (a, ((const PlxRtfWord *) b)->name);
}

/**
 * plx_rtf_find_word:
 * @name: a control word without its backslash and number
 *
 * Returns: (nullable): what it does, or `NULL` where reading does not care
 */
const PlxRtfWord *
plx_rtf_find_word (const char *name)
{
  return bsearch (name, words, G_N_ELEMENTS (words), sizeof *words, compare_words);
}

/**
 * plx_rtf_charset_page:
 * @charset: the character set of a font
 *
 * Returns: its code page, or 0 for that of the file
 */
int
plx_rtf_charset_page (int charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (charsets[i].charset == charset)
      return charsets[i].page;

  return 0;
}

/**
 * plx_rtf_decode:
 * @bytes: some text
 * @length: bytes in it
 * @page: its code page
 *
 * Returns: (transfer full): @bytes in UTF-8; what is not in the code page becomes U+FFFD
 */
char *
plx_rtf_decode (const char *bytes,
                gsize       length,
                int         page)
{
  g_autofree char *name = g_strdup_printf ("CP%d", page);
  const char *charset = page == 10000 ? "MACINTOSH" : page == 65001 ? "UTF-8" :
                        page == 936 ? "GB18030" : page == 20866 ? "KOI8-R" : name;
  g_autofree char *text = NULL;
  GString *partly;

  text = g_convert_with_fallback (bytes, length, "UTF-8", charset, "\357\277\275", NULL, NULL,
                                  NULL);
  if (text != NULL)
    return g_steal_pointer (&text);

  /* A byte that is in no such code page must not take the others with it. */
  partly = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *sign = g_convert (bytes + i, 1, "UTF-8", charset, NULL, NULL, NULL);

      g_string_append (partly, sign != NULL ? sign : "\357\277\275");
    }

  return g_string_free (partly, FALSE);
}
