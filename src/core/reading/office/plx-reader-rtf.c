/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-rtf"

#include "config.h"

#include "reading/plx-reader.h"

#include <stdlib.h>
#include <string.h>

#include "reading/office/plx-rtf-text.h"
#include "reading/office/plx-rtf-words.h"

#define CHUNK (64 * 1024)

/* Word gives up far earlier. */
#define MAX_GROUPS 4000

#define MAX_FONTS 20000
#define MAX_WORD 32

#define WESTERN 1252

/* No more to read. */
#define END -1

static gboolean
reader_rtf_accepts (const guint8 *data,
                    gsize         length)
{
  gsize at = 0;

  while (at < length && (g_ascii_isspace (data[at]) || (at < 3 && data[at] >= 0x80)))
    at++;

  return length - at >= 5 && memcmp (data + at, "{\\rtf", 5) == 0;
}

static int
next_byte (PlxRtf *self)
{
  g_autoptr (GError) system = NULL;
  gssize n;

  if (self->at < self->filled)
    return self->buffer[self->at++];
  if (self->error != NULL || self->paper->is_full)
    return END;

  n = g_input_stream_read (self->source->stream, self->buffer, CHUNK, self->source->cancellable,
                           &system);
  if (n < 0)
    plx_reading_set_system_error (self->source->name, system, &self->error);
  if (n <= 0)
    return END;

  self->filled = n;
  self->at = 1;

  return self->buffer[0];
}

static void
push_back (PlxRtf *self)
{
  if (self->at > 0)
    self->at--;
}

static gboolean
set_damaged (PlxRtf *self)
{
  if (self->error == NULL)
    g_set_error (&self->error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
                 "“%s” is damaged: it is broken off, or part of it is wrong.", self->source->name);

  return FALSE;
}

static void
open_group (PlxRtf *self)
{
  PlxRtfGroup group = { .place = PLX_RTF_PLACE_TEXT, .page = self->default_page, .skip = 1 };

  plx_rtf_flush (self);
  self->to_skip = 0;
  if (self->groups->len > 1)
    {
      group = *plx_rtf_current (self);
      group.outer = NULL;
      group.starred = group.is_field = FALSE;
    }
  if (group.place == PLX_RTF_PLACE_STYLES)
    self->number = 0;

  g_array_append_val (self->groups, group);
}

/* Where a link leads: HYPERLINK "address". */
static void
take_instruction (PlxRtf *self)
{
  const char *start = strstr (self->name->str, "HYPERLINK");
  const char *end;

  start = start != NULL ? strchr (start, '"') : NULL;
  end = start != NULL ? strchr (start + 1, '"') : NULL;
  if (end == NULL)
    return;

  g_free (self->link);
  self->link = g_strndup (start + 1, end - start - 1);
  self->link_start = self->paragraph->len;
  self->link_end = G_MAXSIZE;
}

static void
take_name (PlxRtf      *self,
           PlxRtfPlace  place)
{
  PlxPaperKind kind;

  g_strstrip (self->name->str);
  if (place == PLX_RTF_PLACE_STYLES)
    g_strdelimit (self->name->str, ";", '\0');

  if (place == PLX_RTF_PLACE_TITLE)
    g_set_str (&self->paper->fields[PLX_FIELD_HEADLINE], self->name->str);
  else if (place == PLX_RTF_PLACE_AUTHOR)
    g_set_str (&self->paper->fields[PLX_FIELD_AUTHOR], self->name->str);
  else if (place == PLX_RTF_PLACE_INSTRUCTION)
    take_instruction (self);
  else if (place == PLX_RTF_PLACE_STYLES && (kind = plx_paper_judge_style (self->name->str)) != 0 &&
           g_hash_table_size (self->styles) < MAX_FONTS)
    g_hash_table_insert (self->styles, GINT_TO_POINTER (self->number), GINT_TO_POINTER (kind));

  g_string_truncate (self->name, 0);
}

static void
set_font (PlxRtf *self,
          int     font)
{
  int page = GPOINTER_TO_INT (g_hash_table_lookup (self->fonts, GINT_TO_POINTER (font)));

  plx_rtf_current (self)->page = page != 0 ? page : self->default_page;
}

static void
close_group (PlxRtf *self)
{
  PlxRtfGroup group = *plx_rtf_current (self);
  gboolean named = group.place == PLX_RTF_PLACE_TITLE || group.place == PLX_RTF_PLACE_AUTHOR ||
                   group.place == PLX_RTF_PLACE_STYLES || group.place == PLX_RTF_PLACE_INSTRUCTION;

  plx_rtf_flush (self);
  self->to_skip = 0;
  if (group.outer != NULL)
    plx_rtf_resume (self, &group);
  g_array_set_size (self->groups, self->groups->len - 1);

  if (group.place == PLX_RTF_PLACE_FONTS && plx_rtf_current (self)->place != PLX_RTF_PLACE_FONTS)
    set_font (self, self->default_font);
  /* A field may have its instruction in several groups. */
  if (named && (group.place == PLX_RTF_PLACE_STYLES ||
                plx_rtf_current (self)->place != group.place))
    take_name (self, group.place);
  if (group.is_field && self->link != NULL && self->link_end == G_MAXSIZE)
    self->link_end = self->paragraph->len;
}

static void
define_font (PlxRtf *self,
             int     page)
{
  if (page != 0 && plx_rtf_current (self)->place == PLX_RTF_PLACE_FONTS &&
      g_hash_table_size (self->fonts) < MAX_FONTS)
    g_hash_table_insert (self->fonts, GINT_TO_POINTER (self->number), GINT_TO_POINTER (page));
}

static void
take_font (PlxRtf *self,
           int     font)
{
  if (plx_rtf_current (self)->place == PLX_RTF_PLACE_FONTS)
    self->number = font;
  else
    set_font (self, font);
}

static void
take_style (PlxRtf *self,
            int     style)
{
  gpointer kind = g_hash_table_lookup (self->styles, GINT_TO_POINTER (style));

  if (plx_rtf_current (self)->place == PLX_RTF_PLACE_STYLES)
    self->number = style;
  else if (kind != NULL && self->kind == PLX_PAPER_TEXT)
    self->kind = GPOINTER_TO_INT (kind);
}

static void
take_outline (PlxRtf *self,
              int     level)
{
  if (level < 0 || level > 8)
    return;

  if (plx_rtf_current (self)->place == PLX_RTF_PLACE_STYLES)
    g_hash_table_insert (self->styles, GINT_TO_POINTER (self->number),
                         GINT_TO_POINTER (PLX_PAPER_HEADING));
  else if (self->kind == PLX_PAPER_TEXT || self->kind == PLX_PAPER_ITEM)
    self->kind = PLX_PAPER_HEADING;
}

static void
reset_paragraph (PlxRtf *self)
{
  self->in_table = FALSE;
  if (self->kind != PLX_PAPER_NOTE && self->kind != PLX_PAPER_PAGE)
    self->kind = PLX_PAPER_TEXT;
}

static void
skip_binary (PlxRtf *self,
             int     count)
{
  for (int i = 0; i < count; i++)
    if (next_byte (self) == END)
      {
        set_damaged (self);
        return;
      }
}

static void
set_place (PlxRtf      *self,
           PlxRtfPlace  place)
{
  if (place != PLX_RTF_PLACE_FONTS && place != PLX_RTF_PLACE_INFO &&
      plx_rtf_current (self)->place != place)
    g_string_truncate (self->name, 0);
  plx_rtf_current (self)->place = place;
}

/* What changes where the text of the group goes. */
static void
act_on_group (PlxRtf           *self,
              const PlxRtfWord *word)
{
  gboolean in_info = plx_rtf_current (self)->place == PLX_RTF_PLACE_INFO;

  if (word->action == PLX_RTF_SKIP)
    set_place (self, PLX_RTF_PLACE_NOWHERE);
  else if (word->action == PLX_RTF_SEEN)
    plx_rtf_current (self)->is_field = strcmp (word->name, "field") == 0;
  else if (word->action == PLX_RTF_FONTS)
    set_place (self, PLX_RTF_PLACE_FONTS);
  else if (word->action == PLX_RTF_STYLES)
    set_place (self, PLX_RTF_PLACE_STYLES);
  else if (word->action == PLX_RTF_INFO)
    set_place (self, PLX_RTF_PLACE_INFO);
  else if (word->action == PLX_RTF_TITLE && in_info)
    set_place (self, PLX_RTF_PLACE_TITLE);
  else if (word->action == PLX_RTF_AUTHOR && in_info)
    set_place (self, PLX_RTF_PLACE_AUTHOR);
  else if (word->action == PLX_RTF_CREATED && in_info)
    set_place (self, PLX_RTF_PLACE_CREATED);
  else if (word->action == PLX_RTF_INSTRUCTION)
    set_place (self, PLX_RTF_PLACE_INSTRUCTION);
  else if (word->action == PLX_RTF_NOTE)
    plx_rtf_interrupt (self, PLX_PAPER_NOTE);
  else if (word->action == PLX_RTF_PAGE)
    plx_rtf_interrupt (self, PLX_PAPER_PAGE);
  else if (word->action == PLX_RTF_BOX)
    plx_rtf_interrupt (self, PLX_PAPER_TEXT);
}

/* What changes the letters and where they come from. */
static void
act_on_letters (PlxRtf           *self,
                const PlxRtfWord *word,
                int               number,
                gboolean          has_number)
{
  if (word->action == PLX_RTF_HIDDEN)
    plx_rtf_current (self)->hidden = !has_number || number != 0;
  else if (word->action == PLX_RTF_PLAIN)
    {
      plx_rtf_current (self)->hidden = FALSE;
      set_font (self, self->default_font);
    }
  else if (word->action == PLX_RTF_FONT)
    take_font (self, number);
  else if (word->action == PLX_RTF_FONT_CHARSET)
    define_font (self, plx_rtf_charset_page (number));
  else if (word->action == PLX_RTF_FONT_PAGE)
    define_font (self, number);
  else if (word->action == PLX_RTF_DEFAULT_FONT)
    self->default_font = number;
  else if (word->action == PLX_RTF_CODE_PAGE)
    plx_rtf_current (self)->page = self->default_page = word->number != 0 ? word->number : number;
  else if (word->action == PLX_RTF_UNICODE)
    plx_rtf_put_unicode (self, number);
  else if (word->action == PLX_RTF_UNICODE_SKIP)
    plx_rtf_current (self)->skip = CLAMP (number, 0, 8);
  else if (word->action == PLX_RTF_TEXT)
    plx_rtf_put (self, word->text, strlen (word->text));
  else if (word->action == PLX_RTF_BINARY)
    skip_binary (self, number);
}

/* What changes or ends the paragraph. */
static void
act_on_paragraph (PlxRtf           *self,
                  const PlxRtfWord *word,
                  int               number)
{
  if (word->action == PLX_RTF_STYLE)
    take_style (self, number);
  else if (word->action == PLX_RTF_OUTLINE)
    take_outline (self, number);
  else if (plx_rtf_current (self)->place != PLX_RTF_PLACE_TEXT)
    return;
  else if (word->action == PLX_RTF_PARAGRAPH)
    plx_rtf_end_paragraph (self);
  else if (word->action == PLX_RTF_RESET)
    reset_paragraph (self);
  else if (word->action == PLX_RTF_CELL)
    plx_rtf_end_cell (self);
  else if (word->action == PLX_RTF_ROW)
    plx_rtf_end_row (self);
  else if (word->action == PLX_RTF_IN_TABLE)
    self->in_table = TRUE;
  else if (word->action == PLX_RTF_LIST && number > 0 && self->kind == PLX_PAPER_TEXT)
    self->kind = PLX_PAPER_ITEM;
}

static void
act_on_date (PlxRtf           *self,
             const PlxRtfWord *word,
             int               number)
{
  if (plx_rtf_current (self)->place != PLX_RTF_PLACE_CREATED)
    return;

  if (word->action == PLX_RTF_YEAR)
    self->date[0] = number;
  else if (word->action == PLX_RTF_MONTH)
    self->date[1] = number;
  else if (word->action == PLX_RTF_DAY)
    self->date[2] = number;
}

static void
act (PlxRtf     *self,
     const char *name,
     int         number,
     gboolean    has_number)
{
  const PlxRtfWord *word = plx_rtf_find_word (name);
  gboolean starred = plx_rtf_current (self)->starred;

  plx_rtf_flush (self);
  /* What stands in for a letter may be a word, such as a quotation mark's. */
  if (self->to_skip > 0 && word != NULL && word->action == PLX_RTF_TEXT)
    {
      self->to_skip--;
      return;
    }

  self->to_skip = 0;
  plx_rtf_current (self)->starred = FALSE;
  if (starred && (word == NULL ||
                  (word->action != PLX_RTF_SEEN && word->action != PLX_RTF_NOTE &&
                   word->action != PLX_RTF_BOX && word->action != PLX_RTF_INSTRUCTION)))
    {
      set_place (self, PLX_RTF_PLACE_NOWHERE);
      return;
    }
  /* A picture may have its bytes as they are, braces and all. */
  if (word == NULL || (plx_rtf_current (self)->place == PLX_RTF_PLACE_NOWHERE &&
                       word->action != PLX_RTF_BINARY))
    return;

  act_on_group (self, word);
  act_on_letters (self, word, number, has_number);
  act_on_paragraph (self, word, number);
  act_on_date (self, word, number);
}

static int
hex_byte (PlxRtf *self)
{
  int high = next_byte (self);
  int low = next_byte (self);

  if (high == END || low == END || !g_ascii_isxdigit (high) || !g_ascii_isxdigit (low))
    return END;

  return g_ascii_xdigit_value (high) * 16 + g_ascii_xdigit_value (low);
}

/* A backslash and a sign. */
static void
read_symbol (PlxRtf *self,
             int     sign)
{
  int byte;

  if (sign == '\'')
    {
      byte = hex_byte (self);
      if (byte != END)
        plx_rtf_put_byte (self, byte);
    }
  else if (sign == '*')
    plx_rtf_current (self)->starred = TRUE;
  else if (sign == '~')
    plx_rtf_put_byte (self, ' ');
  else if (sign == '_')
    plx_rtf_put_byte (self, '-');
  else if (sign == '\\' || sign == '{' || sign == '}')
    plx_rtf_put_byte (self, sign);
  else if (sign == '\n' || sign == '\r')
    act (self, "par", 0, FALSE);
  else if (sign == '\t')
    plx_rtf_put_byte (self, ' ');
}

static void
read_word (PlxRtf *self)
{
  char name[MAX_WORD + 1];
  gsize length = 0;
  gboolean negative = FALSE;
  gboolean has_number = FALSE;
  gint64 number = 0;
  int c = next_byte (self);

  if (!g_ascii_isalpha (c))
    {
      if (c != END)
        read_symbol (self, c);
      return;
    }

  for (; c != END && g_ascii_isalpha (c); c = next_byte (self))
    if (length < MAX_WORD)
      name[length++] = c;
  name[length] = '\0';

  if (c == '-')
    {
      negative = TRUE;
      c = next_byte (self);
    }
  for (; c != END && g_ascii_isdigit (c); c = next_byte (self))
    {
      has_number = TRUE;
      number = MIN (number * 10 + (c - '0'), G_MAXINT);
    }

  /* One space belongs to the word. */
  if (c != ' ' && c != END)
    push_back (self);

  act (self, name, negative ? -number : number, has_number);
}

/* Reads to the end of the outermost group. */
static gboolean
read_groups (PlxRtf *self)
{
  int c;

  while ((c = next_byte (self)) != END)
    {
      if (c == '{')
        open_group (self);
      else if (c == '}' && self->groups->len == 1)
        return set_damaged (self);
      else if (c == '}')
        close_group (self);
      else if (c == '\\')
        read_word (self);
      else if (c != '\r' && c != '\n' && c != '\0')
        plx_rtf_put_byte (self, c);

      if (self->groups->len > MAX_GROUPS)
        {
          g_set_error (&self->error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_DEEP,
                       "“%s” has groups within groups without end.", self->source->name);
          return FALSE;
        }
      if (c == '}' && self->groups->len == 1)
        return self->error == NULL;
    }

  return self->paper->is_full || set_damaged (self);
}

static void
finish_date (PlxRtf *self)
{
  if (self->date[0] > 1900 && self->date[0] < 3000 && self->date[1] >= 1 && self->date[1] <= 12 &&
      self->date[2] >= 1 && self->date[2] <= 31)
    self->paper->fields[PLX_FIELD_PUBLISHED] =
        g_strdup_printf ("%04d-%02d-%02d", self->date[0], self->date[1], self->date[2]);
}

static void
rtf_init (PlxRtf          *self,
          const PlxSource *source,
          PlxPaper        *paper)
{
  PlxRtfGroup outside = { .place = PLX_RTF_PLACE_NOWHERE, .page = WESTERN, .skip = 1 };

  self->source = source;
  self->paper = paper;
  self->builder = plx_paper_builder_new (paper);
  self->groups = g_array_new (FALSE, FALSE, sizeof (PlxRtfGroup));
  self->fonts = g_hash_table_new (NULL, NULL);
  self->styles = g_hash_table_new (NULL, NULL);
  self->bytes = g_string_new (NULL);
  self->paragraph = g_string_new (NULL);
  self->name = g_string_new (NULL);
  self->default_page = WESTERN;
  self->buffer = g_malloc (CHUNK);
  g_array_append_val (self->groups, outside);
}

static void
rtf_clear (PlxRtf *self)
{
  /* The outermost is where the file ended within a note. */
  for (guint i = 0; i < self->groups->len; i++)
    if (g_array_index (self->groups, PlxRtfGroup, i).outer != NULL)
      g_string_free (g_array_index (self->groups, PlxRtfGroup, i).outer, TRUE);

  g_array_unref (self->groups);
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->styles);
  g_string_free (self->bytes, TRUE);
  g_string_free (self->paragraph, TRUE);
  g_string_free (self->name, TRUE);
  g_clear_pointer (&self->link, g_free);
  g_clear_error (&self->error);
  g_free (self->buffer);
}

static gboolean
reader_rtf_read (const PlxSource  *source,
                 PlxReadingBatch  *batch,
                 GError          **error)
{
  g_autoptr (PlxPaper) paper = plx_paper_new ();
  g_autoptr (GInputStream) stream = plx_source_hold (source, PLX_KEPT_MAX_BYTES, error);
  PlxSource held = *source;
  PlxRtf self = { 0 };
  gboolean done;

  if (stream == NULL)
    return FALSE;

  held.stream = stream;
  rtf_init (&self, &held, paper);
  done = read_groups (&self);
  if (self.paragraph->len > 0)
    plx_rtf_end_paragraph (&self);
  plx_paper_builder_free (self.builder);
  finish_date (&self);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&self.error));
  rtf_clear (&self);

  return done && plx_paper_finish (paper, source, plx_reader_rtf.format, batch, error);
}

const PlxReader plx_reader_rtf = {
  .format = "rtf",
  .accepts = reader_rtf_accepts,
  .read = reader_rtf_read,
};
