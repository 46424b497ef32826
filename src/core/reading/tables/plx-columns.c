/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-columns"

#include "config.h"

#include "reading/tables/plx-columns.h"

#include <string.h>

#include <gio/gio.h>

G_DEFINE_BOXED_TYPE (PlxColumns, plx_columns, plx_columns_ref, plx_columns_unref)

static void
column_free (gpointer data)
{
  PlxColumn *column = data;

  g_free (column->name);
  g_free (column);
}

static void
columns_clear (gpointer data)
{
  PlxColumns *self = data;

  g_ptr_array_unref (self->columns);
}

static void
append (PlxColumns      *self,
        const char      *name,
        const PlxColumn *like)
{
  PlxColumn *column = g_new0 (PlxColumn, 1);

  *column = *like;
  column->name = g_strdup (name);
  g_ptr_array_add (self->columns, column);
}

/**
 * plx_columns_new:
 * @names: the columns' names, in order; ends with `NULL`
 *
 * Returns: (transfer full): the columns, none of them used
 */
PlxColumns *
plx_columns_new (const char * const *names)
{
  PlxColumns *self = g_atomic_rc_box_new0 (PlxColumns);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  for (guint i = 0; names[i] != NULL; i++)
    append (self, names[i], &(PlxColumn) { 0 });

  return self;
}

/**
 * plx_columns_copy:
 * @self: columns
 *
 * Returns: (transfer full): the same, for its only holder to change
 */
PlxColumns *
plx_columns_copy (PlxColumns *self)
{
  static const char *const none[] = { NULL };
  PlxColumns *copy = plx_columns_new (none);

  copy->partial = self->partial;
  for (guint i = 0; i < self->columns->len; i++)
    append (copy, plx_columns_get (self, i)->name, plx_columns_get (self, i));

  return copy;
}

PlxColumns *
plx_columns_ref (PlxColumns *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
plx_columns_unref (PlxColumns *self)
{
  g_atomic_rc_box_release_full (self, columns_clear);
}

guint
plx_columns_get_n (PlxColumns *self)
{
  return self->columns->len;
}

PlxColumn *
plx_columns_get (PlxColumns *self,
                 guint       index)
{
  g_return_val_if_fail (index < self->columns->len, NULL);

  return self->columns->pdata[index];
}

/* Names are the same to people where only the case or the space around them differs. */
static char *
fold_name (const char *name)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));

  return g_utf8_casefold (plain, -1);
}

static int
find_exactly (PlxColumns *self,
              const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (plx_columns_get (self, i)->name, name))
      return i;

  return -1;
}

/**
 * plx_columns_find:
 * @self: columns
 * @name: a column's name; case does not matter where no other column is called just so
 *
 * Returns: the column's index, or -1
 */
int
plx_columns_find (PlxColumns *self,
                  const char *name)
{
  g_autofree char *folded = fold_name (name);
  int exact = find_exactly (self, name);

  if (exact >= 0)
    return exact;

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *other = fold_name (plx_columns_get (self, i)->name);

      if (g_str_equal (other, folded))
        return i;
    }

  return -1;
}

/**
 * plx_columns_set:
 * @self: columns with one holder
 * @index: which column
 * @use: what it holds
 * @field: the field, where @use is `PLX_COLUMN_FIELD`; else it does not matter
 *
 * Says what a column holds, as the user chose.
 */
void
plx_columns_set (PlxColumns   *self,
                 guint         index,
                 PlxColumnUse  use,
                 PlxField      field)
{
  PlxColumn *column = plx_columns_get (self, index);

  g_return_if_fail (column != NULL);

  column->use = use;
  column->field = field;
  column->basis = PLX_COLUMN_BASIS_CHOICE;
}

/**
 * plx_columns_has_text:
 * @self: columns
 *
 * Returns: whether an article can come of a row: a column holds its text, its headline or its
 *   standfirst
 */
gboolean
plx_columns_has_text (PlxColumns *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlxColumn *column = plx_columns_get (self, i);

      if (column->use == PLX_COLUMN_BODY || column->use == PLX_COLUMN_HTML ||
          (column->use == PLX_COLUMN_FIELD &&
           (column->field == PLX_FIELD_HEADLINE || column->field == PLX_FIELD_STANDFIRST)))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_columns_equal_table:
 * @self: columns
 * @other: others
 *
 * Returns: whether both are for the same tables: those with just these columns,
 *   in whatever order
 */
gboolean
plx_columns_equal_table (PlxColumns *self,
                         PlxColumns *other)
{
  if (self->columns->len != other->columns->len || self->partial != other->partial)
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    if (find_exactly (other, plx_columns_get (self, i)->name) < 0)
      return FALSE;

  return TRUE;
}

static gboolean
fits (PlxColumns *self,
      PlxColumns *table)
{
  if (!self->partial)
    return plx_columns_equal_table (self, table);

  for (guint i = 0; i < self->columns->len; i++)
    if (plx_columns_find (table, plx_columns_get (self, i)->name) < 0)
      return FALSE;

  return TRUE;
}

/* What the user gave to one column, no other is guessed to hold. */
static void
drop_guesses (PlxColumns      *guess,
              const PlxColumn *chosen)
{
  for (guint i = 0; i < guess->columns->len; i++)
    {
      PlxColumn *column = plx_columns_get (guess, i);
      gboolean both_text = chosen->use >= PLX_COLUMN_BODY && column->use >= PLX_COLUMN_BODY;

      if (column->basis != PLX_COLUMN_BASIS_CHOICE && chosen->use != PLX_COLUMN_UNUSED &&
          (both_text || (column->use == chosen->use && column->field == chosen->field)))
        {
          column->use = PLX_COLUMN_UNUSED;
          column->basis = PLX_COLUMN_BASIS_NONE;
        }
    }
}

/**
 * plx_columns_apply:
 * @self: what the user chose
 * @guess: the columns of a table, guessed; with one holder
 *
 * Puts the user's choice over the guess, where it is for this table: it has just these columns,
 * or, of a partial choice, all that are named.
 *
 * Returns: whether it is for this table
 */
gboolean
plx_columns_apply (PlxColumns *self,
                   PlxColumns *guess)
{
  if (!fits (self, guess))
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlxColumn *chosen = plx_columns_get (self, i);

      plx_columns_set (guess, plx_columns_find (guess, chosen->name), chosen->use, chosen->field);
    }

  for (guint i = 0; self->partial && i < self->columns->len; i++)
    drop_guesses (guess, plx_columns_get (self, i));

  return TRUE;
}

static const char *
use_to_word (const PlxColumn *column)
{
  switch (column->use)
    {
    case PLX_COLUMN_FIELD:
      return plx_enum_to_nick (PLX_TYPE_FIELD, column->field);
    case PLX_COLUMN_BODY:
      return "body";
    case PLX_COLUMN_HTML:
      return "html";
    case PLX_COLUMN_UNUSED:
    default:
      return "none";
    }
}

static gboolean
word_to_use (const char *word,
             PlxColumn  *column)
{
  column->use = PLX_COLUMN_FIELD;
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    if (g_ascii_strcasecmp (word, plx_enum_to_nick (PLX_TYPE_FIELD, i)) == 0)
      {
        column->field = i;
        return TRUE;
      }

  if (g_ascii_strcasecmp (word, "body") == 0)
    column->use = PLX_COLUMN_BODY;
  else if (g_ascii_strcasecmp (word, "html") == 0)
    column->use = PLX_COLUMN_HTML;
  else if (g_ascii_strcasecmp (word, "none") == 0)
    column->use = PLX_COLUMN_UNUSED;

  return column->use != PLX_COLUMN_FIELD;
}

/**
 * plx_columns_to_string:
 * @self: columns
 *
 * Returns: (transfer full): all of it in one line: `headline=Title,body=Full text,none=Id`, which
 *   plx_columns_parse() reads; a name with a comma, a quotation mark or space around it stands in
 *   quotation marks. A partial choice ends in `,…`
 */
char *
plx_columns_to_string (PlxColumns *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlxColumn *column = plx_columns_get (self, i);
      g_autofree char *plain = g_strstrip (g_strdup (column->name));
      gboolean quoted = strpbrk (column->name, ",\"\n") != NULL || *plain == '\0' ||
                        !g_str_equal (plain, column->name);

      g_string_append_printf (text, "%s%s=", i > 0 ? "," : "", use_to_word (column));
      if (quoted)
        g_string_append_c (text, '"');
      for (const char *p = column->name; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (text, '"');
          g_string_append_c (text, *p);
        }
      if (quoted)
        g_string_append_c (text, '"');
    }

  if (self->partial)
    g_string_append (text, self->columns->len > 0 ? ",…" : "…");

  return g_string_free (text, FALSE);
}

/* The name of a column, up to the comma after it; @text moves behind that. */
static char *
take_name (const char **text)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *p = *text + strspn (*text, " \t");
  gboolean quoted = *p == '"';

  for (p += quoted; *p != '\0' && (quoted || *p != ','); p++)
    {
      if (quoted && *p == '"' && *++p != '"')
        break;
      g_string_append_c (name, *p);
    }

  p += strcspn (p, ",");
  *text = *p == ',' ? p + 1 : p;
  if (!quoted)
    g_strstrip (name->str);

  return g_strdup (name->str);
}

static void
set_wrong_word (const char  *word,
                GError     **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    g_string_append_printf (known, "%s, ", plx_enum_to_nick (PLX_TYPE_FIELD, i));

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               "“%s” is nothing that a column can hold. It can be: %sbody, html or none.", word,
               known->str);
}

/**
 * plx_columns_parse:
 * @text: a line as plx_columns_to_string() writes it
 * @error: return location for an error in plain words, `G_IO_ERROR_INVALID_ARGUMENT`
 *
 * Returns: (transfer full): the columns, with the basis of a choice; or `NULL` with @error set
 */
PlxColumns *
plx_columns_parse (const char  *text,
                   GError     **error)
{
  static const char *const none[] = { NULL };
  g_autoptr (PlxColumns) self = plx_columns_new (none);

  while (*text != '\0')
    {
      gsize length = strcspn (text, "=,");
      g_autofree char *word = g_strstrip (g_strndup (text, length));
      g_autofree char *name = NULL;
      PlxColumn made = { .basis = PLX_COLUMN_BASIS_CHOICE };

      if (g_str_equal (word, "…"))
        {
          self->partial = TRUE;
          text += length + (text[length] == ',');
          continue;
        }

      if (text[length] != '=')
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       "“%s” does not say which column it is: write for example "
                       "“headline=Title,body=Full text”.", word);
          return NULL;
        }

      if (!word_to_use (word, &made))
        {
          set_wrong_word (word, error);
          return NULL;
        }

      text += length + 1;
      name = take_name (&text);
      if (find_exactly (self, name) >= 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       "The column “%s” is named twice.", name);
          return NULL;
        }

      append (self, name, &made);
    }

  return g_steal_pointer (&self);
}
