/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bulk-article"

#include "config.h"

#include "reading/tables/plx-bulk-article.h"

#include <string.h>

#include "reading/tables/plx-bulk-values.h"
#include "reading/article/plx-draft.h"
#include "reading/article/plx-outlets.h"

/* A standfirst that is the start of the text again is compared in so many letters. */
#define START_CHARS 60

/* A headline stands among so many first lines of a text, where it does at all. */
#define HEAD_LINES 4

/**
 * Article:
 * @form: what it has in common with the others
 * @values: its values
 * @document: what it becomes
 * @text: its texts, those of several columns a blank line apart
 * @is_html: whether @text has tags
 *
 * A row on its way into a document.
 */
typedef struct
{
  const PlxBulkForm  *form;
  char              **values;
  PlxDocument        *document;
  GString            *text;
  gboolean            is_html;
} Article;

/**
 * plx_bulk_form_new:
 * @format: how the table is written
 * @columns: what its columns hold
 * @sample: (element-type GStrv): some of its rows
 *
 * Looks at the dates of a table, which all have one form.
 *
 * Returns: (transfer full): what its articles have in common
 */
PlxBulkForm *
plx_bulk_form_new (const char *format,
                   PlxColumns *columns,
                   GPtrArray  *sample)
{
  PlxBulkForm *self = g_new0 (PlxBulkForm, 1);
  guint n = plx_columns_get_n (columns);

  self->format = format;
  self->columns = plx_columns_ref (columns);
  self->month_first = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      int votes = 0;

      for (guint k = 0; k < sample->len; k++)
        votes += plx_bulk_tell_month_first (((char **) sample->pdata[k])[i]);
      self->month_first[i] = votes > 0;
    }

  return self;
}

void
plx_bulk_form_free (PlxBulkForm *self)
{
  plx_columns_unref (self->columns);
  g_free (self->month_first);
  g_free (self);
}

/* What tools write where there is nothing. */
static gboolean
is_nothing (const char *value)
{
  static const char *const words[] = { "nan", "none", "null", "n/a", "na", "nil", "undefined",
                                       "\\n", "#n/a", "<na>", NULL };
  g_autofree char *lower = NULL;
  const char *p = value;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return TRUE;
  if (strlen (value) > 12)
    return FALSE;

  lower = g_ascii_strdown (value, -1);
  g_strstrip (lower);

  return g_strv_contains (words, lower);
}

/* Python writes a list as “['A', 'B']”, databases one as “A; B”. */
static char *
clean_list (const char *value)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  gsize length = strlen (value);
  gboolean listed = length > 4 && value[0] == '[' && value[length - 1] == ']' &&
                    (value[1] == '\'' || value[1] == '"') && value[length - 2] == value[1];

  if (listed)
    {
      g_string_append_len (clean, value + 2, length - 4);
      g_string_replace (clean, "', '", ", ", 0);
      g_string_replace (clean, "\", \"", ", ", 0);
      g_string_replace (clean, "','", ", ", 0);
      g_string_replace (clean, "\",\"", ", ", 0);
    }
  else
    {
      g_string_append (clean, value);
    }

  g_string_replace (clean, "; ", ", ", 0);
  g_string_replace (clean, ";", ", ", 0);
  g_string_replace (clean, "|", ", ", 0);

  return plx_text_squash (clean->str, -1);
}

static char *
clean_author (const char *value)
{
  g_autofree char *list = clean_list (value);
  gboolean by = g_ascii_strncasecmp (list, "by ", 3) == 0;

  return g_strdup (by ? list + 3 : list);
}

static char *
clean_outlet (const char *value)
{
  g_autofree char *plain = plx_text_squash (value, -1);
  const char *known = strchr (plain, ' ') == NULL && strchr (plain, '.') != NULL
                      ? plx_outlets_find_by_address (plain) : NULL;

  if (known == NULL && strchr (plain, ' ') == NULL && strstr (plain, "://") == NULL &&
      strchr (plain, '.') != NULL)
    {
      g_autofree char *address = g_strconcat ("https://", plain, "/", NULL);

      known = plx_outlets_find_by_address (address);
    }

  return g_strdup (known != NULL ? known : plain);
}

/* The value as the field has it, or NULL where it can't be that. */
static char *
convert (const char *value,
         PlxField    field,
         gboolean    month_first)
{
  g_autofree char *clean = plx_bulk_clean_text (value);

  switch (field)
    {
    case PLX_FIELD_PUBLISHED:
      return plx_bulk_date_to_iso (clean, month_first);
    case PLX_FIELD_LANGUAGE:
      return plx_bulk_language_from_name (clean);
    case PLX_FIELD_AUTHOR:
      return clean_author (clean);
    case PLX_FIELD_OUTLET:
      return clean_outlet (clean);
    case PLX_FIELD_SECTION:
    case PLX_FIELD_AGENCY:
      return clean_list (clean);
    case PLX_FIELD_ADDRESS:
      return g_strstrip (g_strdup (value));
    case PLX_FIELD_HEADLINE:
    case PLX_FIELD_STANDFIRST:
    case PLX_FIELD_DATELINE:
    default:
      return plx_text_squash (clean, -1);
    }
}

/* Headlines and standfirsts may have tags in them, too. */
static char *
drop_tags (const char *value)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    {
      const char *end = *p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/') ? strchr (p, '>')
                                                                             : NULL;

      if (end == NULL)
        g_string_append_c (plain, *p);
      else
        p = end;
    }

  return g_string_free (plain, FALSE);
}

/* The first value of a field counts; what is not understood, or differs, is kept beside it. */
static void
take_field (Article *self,
            guint    index)
{
  const PlxColumn *column = plx_columns_get (self->form->columns, index);
  g_autofree char *found = g_strdup_printf ("column %s", column->name);
  g_autofree char *plain = plx_bulk_has_tags (self->values[index])
                           ? drop_tags (self->values[index]) : g_strdup (self->values[index]);
  g_autofree char *value = convert (plain, column->field, self->form->month_first[index]);

  if (value == NULL)
    {
      g_autofree char *raw = plx_text_squash (plain, -1);

      plx_document_add_other (self->document, column->field, raw, found);
    }
  else if (*value != '\0' && self->document->fields[column->field] == NULL)
    {
      plx_document_set_field (self->document, column->field, value, found);
    }
  else if (*value != '\0' && !g_str_equal (value, self->document->fields[column->field]))
    {
      plx_document_add_other (self->document, column->field, value, found);
    }
}

static void
append_as_html (GString    *page,
                const char *value)
{
  g_auto (GStrv) lines = NULL;

  if (plx_bulk_has_tags (value))
    {
      g_string_append (page, value);
      return;
    }

  lines = g_strsplit (value, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (page, "<p>%s</p>\n", line);
    }
}

static gboolean
is_text (const PlxColumn *column)
{
  return column->use == PLX_COLUMN_BODY || column->use == PLX_COLUMN_HTML;
}

static void
take_texts (Article *self)
{
  guint n = plx_columns_get_n (self->form->columns);

  for (guint i = 0; i < n; i++)
    {
      const PlxColumn *column = plx_columns_get (self->form->columns, i);

      if (is_text (column) && !is_nothing (self->values[i]))
        self->is_html = self->is_html || column->use == PLX_COLUMN_HTML ||
                        plx_bulk_has_tags (self->values[i]);
    }

  for (guint i = 0; i < n; i++)
    {
      if (!is_text (plx_columns_get (self->form->columns, i)) || is_nothing (self->values[i]) ||
          strstr (self->text->str, self->values[i]) != NULL)
        continue;

      if (self->is_html)
        {
          append_as_html (self->text, self->values[i]);
        }
      else
        {
          g_autofree char *clean = plx_bulk_clean_text (self->values[i]);

          g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? "\n\n" : "", clean);
        }
    }
}

/* Bytes at the start of a value that show whether it stands elsewhere, too. */
static gsize
measure_start (const char *value)
{
  return g_utf8_offset_to_pointer (value, MIN (g_utf8_strlen (value, -1), START_CHARS)) - value;
}

/* “The first words of the text …” are no standfirst that it lacks. */
static gboolean
starts_text (GPtrArray  *drafts,
             const char *value)
{
  gsize length = measure_start (value);

  for (guint i = 0; i < drafts->len && i < HEAD_LINES; i++)
    {
      const char *text = ((PlxDraft *) drafts->pdata[i])->text;

      if (strncmp (text, value, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_line (GPtrArray  *drafts,
          const char *value)
{
  for (guint i = 0; i < drafts->len && i < HEAD_LINES; i++)
    if (g_str_equal (((PlxDraft *) drafts->pdata[i])->text, value))
      return TRUE;

  return FALSE;
}

static void
insert_settled (GPtrArray  *drafts,
                guint       at,
                const char *text,
                PlxRole     role)
{
  PlxDraft *draft = plx_draft_new (text, -1);

  draft->gap = TRUE;
  plx_draft_settle (draft, role, PLX_CUT_NONE);
  g_ptr_array_insert (drafts, at, draft);
}

/* What has columns of its own stands over the text, where the text does not repeat it. */
static gboolean
finish_text (Article         *self,
             const PlxSource *row,
             PlxReadingBatch *batch)
{
  const char *headline = self->document->fields[PLX_FIELD_HEADLINE];
  const char *standfirst = self->document->fields[PLX_FIELD_STANDFIRST];
  g_autoptr (GPtrArray) drafts = plx_text_split (self->text->str);
  guint at = 0;

  if (headline != NULL && !has_line (drafts, headline))
    insert_settled (drafts, at++, headline, PLX_ROLE_HEADLINE);
  if (standfirst != NULL && !starts_text (drafts, standfirst))
    insert_settled (drafts, at, standfirst, PLX_ROLE_STANDFIRST);

  return plx_reader_finish_text (row, batch, plx_document_ref (self->document), drafts, NULL);
}

static gboolean
repeats (const char *html,
         const char *value)
{
  g_autofree char *plain = drop_tags (html);
  g_autofree char *clean = plx_bulk_clean_text (plain);
  g_autofree char *squashed = plx_text_squash (clean, -1);
  g_autofree char *start = g_strndup (value, measure_start (value));

  return strstr (squashed, start) != NULL;
}

static GBytes *
make_page (Article *self)
{
  g_autoptr (GString) page = NULL;
  const char *headline = self->document->fields[PLX_FIELD_HEADLINE];
  const char *standfirst = self->document->fields[PLX_FIELD_STANDFIRST];
  g_autofree char *title = g_markup_escape_text (headline != NULL ? headline : "", -1);
  g_autofree char *lead = g_markup_escape_text (standfirst != NULL ? standfirst : "", -1);

  if (plx_bulk_is_page (self->text->str))
    return g_bytes_new (self->text->str, self->text->len);

  page = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">");
  g_string_append_printf (page, "<title>%s</title></head>\n<body><article>\n", title);
  if (headline != NULL && strstr (self->text->str, "<h1") == NULL)
    g_string_append_printf (page, "<h1>%s</h1>\n", title);
  if (standfirst != NULL && !repeats (self->text->str, standfirst))
    g_string_append_printf (page, "<p class=\"standfirst\">%s</p>\n", lead);
  g_string_append_printf (page, "%s\n</article></body></html>\n", self->text->str);

  return g_bytes_new (page->str, page->len);
}

/* The columns go before what the page says; both are kept. */
static void
put_fields_over (PlxDocument *page,
                 PlxDocument *row)
{
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    {
      if (row->fields[i] == NULL)
        continue;
      if (page->fields[i] != NULL && !g_str_equal (page->fields[i], row->fields[i]) &&
          !g_str_has_prefix (row->fields[i], page->fields[i]))
        plx_document_add_other (page, i, page->fields[i],
                                page->found[i] != NULL ? page->found[i] : "text");
      plx_document_set_field (page, i, row->fields[i], row->found[i]);
    }

  for (guint i = 0; i < row->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (row->others, PlxOtherValue, i);

      plx_document_add_other (page, other->field, other->value, other->found);
    }
}

static gboolean
finish_html (Article         *self,
             const PlxSource *row,
             PlxReadingBatch *batch)
{
  g_autoptr (GBytes) bytes = make_page (self);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  PlxSource page = *row;
  PlxDocument *document;

  page.stream = stream;
  page.size = g_bytes_get_size (bytes);
  if (self->document->fields[PLX_FIELD_ADDRESS] != NULL)
    page.address = self->document->fields[PLX_FIELD_ADDRESS];

  if (!plx_reader_html.read (&page, batch, NULL) || batch->documents->len == 0)
    return FALSE;

  document = batch->documents->pdata[0];
  put_fields_over (document, self->document);
  g_set_str (&document->format, self->form->format);

  return TRUE;
}

/* Linked data names the kind of each thing in it; a page has more of them than its article. */
static gboolean
is_other_thing (const PlxBulkForm  *form,
                char              **values)
{
  int at = plx_columns_find (form->columns, "@type");

  return at >= 0 && *values[at] != '\0' && strstr (values[at], "Article") == NULL &&
         strstr (values[at], "Posting") == NULL && strstr (values[at], "Report") == NULL &&
         strstr (values[at], "Review") == NULL && strstr (values[at], "CreativeWork") == NULL;
}

static gboolean
is_empty_row (char **values)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (!is_nothing (values[i]))
      return FALSE;

  return TRUE;
}

/**
 * plx_bulk_article_make:
 * @source: the row, as a source of its own: its name is “file › row 17”; its stream is not read
 * @form: what its table has in common
 * @values: its values, one for each column
 * @document: (out) (transfer full) (optional): the article
 *
 * Makes an article of a row: its text is cleaned as any other, and its columns go before what the
 * text says of the metadata.
 *
 * Returns: what came of it
 */
PlxBulkMade
plx_bulk_article_make (const PlxSource    *source,
                       const PlxBulkForm  *form,
                       char              **values,
                       PlxDocument       **document)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (PlxDocument) made = plx_document_new (source->name, form->format);
  g_autoptr (GString) text = g_string_new (NULL);
  Article self = { .form = form, .values = values, .document = made, .text = text };

  if (is_empty_row (values) || is_other_thing (form, values))
    return PLX_BULK_SKIPPED;

  for (guint i = 0; i < plx_columns_get_n (form->columns); i++)
    if (plx_columns_get (form->columns, i)->use == PLX_COLUMN_FIELD && !is_nothing (values[i]))
      take_field (&self, i);
  take_texts (&self);

  /* A page without text is as good as none. */
  if (self.is_html && !finish_html (&self, source, batch))
    {
      self.is_html = FALSE;
      g_string_truncate (text, 0);
    }
  if (!self.is_html && !finish_text (&self, source, batch))
    return PLX_BULK_NO_TEXT;

  *document = plx_document_ref (batch->documents->pdata[0]);

  return PLX_BULK_MADE;
}
