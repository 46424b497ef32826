/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sheet/forms/plx-citation.h"

typedef struct
{
  const char *authors;
  const char *wanted; /* given|particle|family|suffix, or =literal; with semicolons between */
} NameCase;

static const NameCase name_cases[] = {
  { "Jane Roe", "Jane||Roe|" },
  { "Jane Roe, John Q. Public", "Jane||Roe|;John Q.||Public|" },
  { "Ann Bee, Cee Dee, and Eff Gee", "Ann||Bee|;Cee||Dee|;Eff||Gee|" },
  { "Ann Bee and Cee Dee", "Ann||Bee|;Cee||Dee|" },
  { "Ann Bee & Cee Dee; Eff Gee", "Ann||Bee|;Cee||Dee|;Eff||Gee|" },
  { "Ludwig van Aalst", "Ludwig|van|Aalst|" },
  { "Pia van der Meer", "Pia|van der|Meer|" },
  { "Rob De Quincey", "Rob||De Quincey|" },
  { "Omar al-Fulan", "Omar||al-Fulan|" },
  { "John Public Jr.", "John||Public|Jr." },
  { "John Public, Jr., Jane Roe", "John||Public|Jr.;Jane||Roe|" },
  { "Roe, Jane", "Jane||Roe|" },
  { "Reuters", "=Reuters" },
  { "Reuters, AFP", "=Reuters;=AFP" },
  { "Associated Press", "=Associated Press" },
  { "The Quay Staff", "=The Quay Staff" },
  { "王小明", "=王小明" },
  { "Ирина Светлова", "Ирина||Светлова|" },
  { "Cher", "=Cher" },
  { "A man who was there and saw how all of it came to pass", "=A man who was there;"
    "=saw how all of it came to pass" },
  { "", "" },
  { NULL, "" },
  { " , ,", "" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_autoptr (GPtrArray) names = plx_cited_names_parse (name_cases[i].authors);
      g_autoptr (GString) is = g_string_new (NULL);

      for (guint k = 0; k < names->len; k++)
        {
          const PlxCitedName *name = names->pdata[k];

          g_string_append (is, k > 0 ? ";" : "");
          if (name->literal != NULL)
            g_string_append_printf (is, "=%s", name->literal);
          else
            g_string_append_printf (is, "%s|%s|%s|%s", name->given,
                                    name->particle != NULL ? name->particle : "", name->family,
                                    name->suffix != NULL ? name->suffix : "");
        }
      g_test_message ("%s", name_cases[i].authors);
      g_assert_cmpstr (is->str, ==, name_cases[i].wanted);
    }
}

static PlxDocument *
make_document (const char *headline,
               const char *author,
               const char *outlet,
               const char *published,
               const char *address)
{
  PlxDocument *document = plx_document_new ("a.txt", "text");

  plx_document_append (document, "A text.", -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_HEADLINE, headline, "text");
  plx_document_set_field (document, PLX_FIELD_AUTHOR, author, "text");
  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "text");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, published, "text");
  plx_document_set_field (document, PLX_FIELD_ADDRESS, address, "text");

  return document;
}

#define NASTY "Gold & Silver: 100% {of} $5_000 #1 ~ ^x^ \\end{x} “übrig”\nÅ new line"

static GPtrArray *
make_documents (void)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (PlxProvenance) provenance = plx_provenance_new (1714953600, "ab12", 5, FALSE);

  g_ptr_array_add (documents, make_document (NASTY, "Pia van der Meer, Reuters", "The Quay & Co",
                                             "2024-05-06T10:00:00Z",
                                             "https://quay.example/a_b?c=%20{d}"));
  g_ptr_array_add (documents, make_document ("Second", "Pia van der Meer", "The Quay", "2024-05",
                                             NULL));
  g_ptr_array_add (documents, make_document ("Third", NULL, NULL, "2024", NULL));
  g_ptr_array_add (documents, make_document (NULL, NULL, NULL, "yesterday", NULL));
  plx_document_set_provenance (documents->pdata[0], provenance);

  return documents;
}

static void
test_ris (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autofree char *ris = plx_citations_dup (documents, PLX_CITATION_RIS);
  g_auto (GStrv) lines = g_strsplit (ris, "\r\n", -1);
  guint n_begun = 0, n_ended = 0;
  gboolean open = FALSE;

  g_test_summary ("Each line is a tag and a value, and each article begins and ends");

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;

      g_assert_true (g_ascii_isupper (lines[i][0]));
      g_assert_true (g_ascii_isalnum (lines[i][1]));
      g_assert_true (strncmp (lines[i] + 2, "  - ", 4) == 0);
      g_assert_null (strchr (lines[i], '\n'));
      if (g_str_has_prefix (lines[i], "TY"))
        {
          g_assert_false (open);
          open = TRUE;
          n_begun++;
        }
      g_assert_true (open);
      if (g_str_has_prefix (lines[i], "ER"))
        {
          open = FALSE;
          n_ended++;
        }
    }
  g_assert_cmpuint (n_begun, ==, 4);
  g_assert_cmpuint (n_ended, ==, 4);

  g_assert_nonnull (strstr (ris, "AU  - van der Meer, Pia\r\nAU  - Reuters\r\n"));
  g_assert_nonnull (strstr (ris, "“übrig” Å new line\r\n"));
  g_assert_nonnull (strstr (ris, "DA  - 2024/05/06/\r\n"));
  g_assert_nonnull (strstr (ris, "DA  - 2024/05//\r\n"));
  g_assert_nonnull (strstr (ris, "DA  - 2024///\r\n"));
  g_assert_nonnull (strstr (ris, "Y2  - 2024/05/06/\r\n"));
  g_assert_nonnull (strstr (ris, "N1  - SHA-256 ab12\r\n"));
  g_assert_nonnull (strstr (ris, "ID  - meer2024\r\n"));
  g_assert_nonnull (strstr (ris, "ID  - meer2024b\r\n"));
}

static void
test_csl (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autofree char *csl = plx_citations_dup (documents, PLX_CITATION_CSL);
  g_autoptr (JsonNode) root = json_from_string (csl, NULL);
  JsonArray *items;
  JsonObject *first, *author, *issued;
  JsonArray *parts;

  g_assert_nonnull (root);
  items = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (items), ==, 4);
  first = json_array_get_object_element (items, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "type"), ==, "article-newspaper");
  g_assert_cmpstr (json_object_get_string_member (first, "title"), ==, NASTY);
  g_assert_cmpstr (json_object_get_string_member (first, "container-title"), ==, "The Quay & Co");
  author = json_array_get_object_element (json_object_get_array_member (first, "author"), 0);
  g_assert_cmpstr (json_object_get_string_member (author, "family"), ==, "Meer");
  g_assert_cmpstr (json_object_get_string_member (author, "non-dropping-particle"), ==, "van der");
  author = json_array_get_object_element (json_object_get_array_member (first, "author"), 1);
  g_assert_cmpstr (json_object_get_string_member (author, "literal"), ==, "Reuters");
  issued = json_object_get_object_member (first, "issued");
  parts = json_array_get_array_element (json_object_get_array_member (issued, "date-parts"), 0);
  g_assert_cmpint (json_array_get_length (parts), ==, 3);
  g_assert_cmpint (json_array_get_int_element (parts, 1), ==, 5);
  issued = json_object_get_object_member (json_array_get_object_element (items, 2), "issued");
  parts = json_array_get_array_element (json_object_get_array_member (issued, "date-parts"), 0);
  g_assert_cmpint (json_array_get_length (parts), ==, 1);
  g_assert_false (json_object_has_member (json_array_get_object_element (items, 3), "issued"));
}

/* Reads the value that begins after a brace, as BibTeX does: to the brace that closes it, whatever
 * stands before a brace within. */
static char *
read_value (const char **at)
{
  GString *value = g_string_new (NULL);
  guint depth = 1;

  for (; **at != '\0'; (*at)++)
    {
      if (**at == '{')
        depth++;
      if (**at == '}' && --depth == 0)
        break;
      g_string_append_c (value, **at);
    }
  g_assert_cmpint (**at, ==, '}');
  (*at)++;

  return g_string_free_and_steal (value);
}

/* What LaTeX prints of a value. */
static char *
typeset (const char *value)
{
  static const struct
  {
    const char *from;
    const char *to;
  } table[] = {
    { "\\textbackslash{}", "\001" }, { "\\textbraceleft{}", "\002" },
    { "\\textbraceright{}", "\003" }, { "\\textasciitilde{}", "~" },
    { "\\textasciicircum{}", "^" }, { "\\&", "&" }, { "\\%", "%" }, { "\\$", "$" },
    { "\\#", "#" }, { "\\_", "_" }, { "{", "" }, { "}", "" }, { "\001", "\\" }, { "\002", "{" },
    { "\003", "}" },
  };
  GString *text = g_string_new (value);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_string_replace (text, table[i].from, table[i].to, 0);

  return g_string_free_and_steal (text);
}

static void
test_bibtex (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autofree char *bibtex = plx_citations_dup (documents, PLX_CITATION_BIBTEX);
  const char *at = strstr (bibtex, "title = {");
  g_autofree char *raw = NULL;
  g_autofree char *title = NULL;
  g_autofree char *address = NULL;
  g_autofree char *author = NULL;
  int depth = 0;

  g_test_summary ("Braces are balanced, and LaTeX prints what was in the article");

  for (const char *c = bibtex; *c != '\0'; c++)
    {
      depth += (*c == '{') - (*c == '}');
      g_assert_cmpint (depth, >=, 0);
    }
  g_assert_cmpint (depth, ==, 0);

  at += strlen ("title = {");
  raw = read_value (&at);
  title = typeset (raw);
  g_strdelimit (title, "\n", ' ');
  g_assert_cmpstr (title, ==, "Gold & Silver: 100% {of} $5_000 #1 ~ ^x^ \\end{x} “übrig” Å new "
                              "line");

  at = strstr (bibtex, "url = {") + strlen ("url = {");
  address = read_value (&at);
  g_assert_cmpstr (address, ==, "https://quay.example/a_b?c=%20%7Bd%7D");
  at = strstr (bibtex, "author = {") + strlen ("author = {");
  author = read_value (&at);
  g_assert_cmpstr (author, ==, "van der Meer, Pia and {Reuters}");
  g_assert_nonnull (strstr (bibtex, "@article{meer2024b,"));
  g_assert_nonnull (strstr (bibtex, "month = may"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/citations/names", test_names);
  g_test_add_func ("/citations/ris", test_ris);
  g_test_add_func ("/citations/csl", test_csl);
  g_test_add_func ("/citations/bibtex", test_bibtex);

  return g_test_run ();
}
