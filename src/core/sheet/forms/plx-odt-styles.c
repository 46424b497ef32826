/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/forms/plx-odt-styles.h"

#include <string.h>

/**
 * plx_odt_styles_new:
 * @language: the language of the text, as BCP 47
 *
 * Returns: (transfer full): no styles yet
 */
PlxOdtStyles *
plx_odt_styles_new (const char *language)
{
  PlxOdtStyles *self = g_new0 (PlxOdtStyles, 1);

  self->out = g_string_new (NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->language = g_strdup (language);
  self->is_rtl = plx_sheet_form_is_rtl_language (language);

  return self;
}

void
plx_odt_styles_free (PlxOdtStyles *self)
{
  g_string_free (self->out, TRUE);
  g_hash_table_unref (self->known);
  g_free (self->language);
  g_free (self);
}

static void
add_escaped (GString    *out,
             const char *text)
{
  plx_sheet_form_append_xml (out, text, strlen (text));
}

/* An automatic style, made when it is first needed. @key is all that it is. */
static const char *
find_style (PlxOdtStyles *self,
            const char   *prefix,
            const char   *key,
            gboolean     *is_new)
{
  const char *name = g_hash_table_lookup (self->known, key);
  char *made;

  *is_new = name == NULL;
  if (name != NULL)
    return name;

  made = g_strdup_printf ("%s%u", prefix, g_hash_table_size (self->known) + 1);
  g_hash_table_insert (self->known, g_strdup (key), made);

  return made;
}

static void
add_language_properties (GString    *out,
                         const char *language)
{
  g_auto (GStrv) parts = g_strsplit_set (language, "-_", 3);

  if (parts[0] == NULL)
    return;

  g_string_append (out, " fo:language=\"");
  add_escaped (out, parts[0]);
  g_string_append (out, "\" fo:country=\"");
  add_escaped (out, parts[1] != NULL && strlen (parts[1]) == 2 ? parts[1] : "none");
  g_string_append_c (out, '"');
}

/**
 * plx_odt_styles_for_paragraph:
 * @self: the styles of a text
 * @parent: the name of a style that is always there
 * @text: (nullable): the words of a paragraph
 * @align: how it is aligned
 * @breaks: whether it begins a page
 *
 * Returns: (transfer none): the name of that style, or of one that differs from it in language,
 *   direction or side, or begins a page
 */
const char *
plx_odt_styles_for_paragraph (PlxOdtStyles       *self,
                              const char         *parent,
                              const PlxSheetText *text,
                              PlxSheetAlign       align,
                              gboolean            breaks)
{
  const char *language = text != NULL && g_strcmp0 (text->language, self->language) != 0
                         ? text->language : NULL;
  const gboolean rtl = text != NULL && plx_sheet_form_is_rtl (text->string->str);
  g_autofree char *key = g_strdup_printf ("p|%s|%s|%d|%d|%d", parent, language ? language : "",
                                          rtl, align, breaks);
  gboolean is_new;
  const char *name;

  if (language == NULL && rtl == self->is_rtl && align == PLX_ALIGN_START && !breaks)
    return parent;

  name = find_style (self, "P", key, &is_new);
  if (is_new)
    {
      g_string_append_printf (self->out, "<style:style style:name=\"%s\" style:family="
                              "\"paragraph\" style:parent-style-name=\"%s\">"
                              "<style:paragraph-properties%s style:writing-mode=\"%s\" "
                              "fo:text-align=\"%s\"/>", name, parent,
                              breaks ? " fo:break-before=\"page\"" : "",
                              rtl ? "rl-tb" : "lr-tb",
                              align == PLX_ALIGN_END ? "end"
                              : align == PLX_ALIGN_CENTER ? "center" : "start");
      if (language != NULL)
        {
          g_string_append (self->out, "<style:text-properties");
          add_language_properties (self->out, language);
          g_string_append (self->out, "/>");
        }
      g_string_append (self->out, "</style:style>\n");
    }

  return name;
}

static const struct
{
  PlxDress    dress;
  const char *properties;
} looks[] = {
  { PLX_DRESS_BOLD, " fo:font-weight=\"bold\"" },
  { PLX_DRESS_ITALIC, " fo:font-style=\"italic\"" },
  { PLX_DRESS_SMALL, " fo:font-size=\"85%\"" },
  { PLX_DRESS_CODE, " fo:font-family=\"'Liberation Mono'\" style:font-family-generic=\"modern\""
                    " style:font-pitch=\"fixed\"" },
  { PLX_DRESS_ONLY_HERE, " style:text-underline-style=\"solid\" style:text-underline-width="
                         "\"bold\" style:text-underline-color=\"font-color\"" },
  { PLX_DRESS_ONLY_THERE, " style:text-underline-style=\"dotted\" style:text-underline-width="
                          "\"bold\" style:text-underline-color=\"font-color\"" },
  { PLX_DRESS_CHANGED, " style:text-underline-style=\"solid\" style:text-underline-type=\"double\""
                       " style:text-underline-color=\"font-color\"" },
};

static const char *
find_text_style (PlxOdtStyles *self,
                 guint         dresses)
{
  g_autofree char *key = g_strdup_printf ("t|%u", dresses);
  gboolean is_new;
  const char *name = find_style (self, "T", key, &is_new);

  if (!is_new)
    return name;

  g_string_append_printf (self->out, "<style:style style:name=\"%s\" style:family=\"text\">"
                          "<style:text-properties", name);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (dresses & (1u << looks[i].dress))
      g_string_append (self->out, looks[i].properties);
  g_string_append (self->out, "/></style:style>\n");

  return name;
}

/**
 * plx_odt_styles_for_run:
 * @self: the styles of a text
 * @run: a stretch of a paragraph
 *
 * Returns: (transfer none) (nullable): the name of its style, or `NULL` where it looks as its
 *   paragraph does
 */
const char *
plx_odt_styles_for_run (PlxOdtStyles      *self,
                        const PlxSheetRun *run)
{
  guint dresses = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    dresses |= run->dresses & (1u << looks[i].dress);

  return dresses != 0 ? find_text_style (self, dresses) : NULL;
}
