/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rtf-text"

#include "config.h"

#include "reading/office/plx-rtf-text.h"

#include <string.h>

#include "reading/office/plx-rtf-words.h"

/* So many letters are decoded at once, at most. */
#define CHUNK (64 * 1024)

#define MAX_NAME 1000

/**
 * plx_rtf_put:
 * @self: a file that is being read
 * @text: UTF-8
 * @length: bytes in it
 *
 * Adds text to where that of the current group goes.
 */
void
plx_rtf_put (PlxRtf     *self,
             const char *text,
             gsize       length)
{
  PlxRtfGroup *group = plx_rtf_current (self);

  switch (group->place)
    {
    case PLX_RTF_PLACE_TEXT:
      if (group->hidden)
        return;
      if (self->paragraph->len > PLX_READING_MAX_BYTES)
        self->paper->is_full = TRUE;
      else
        g_string_append_len (self->paragraph, text, length);
      return;
    case PLX_RTF_PLACE_STYLES:
    case PLX_RTF_PLACE_TITLE:
    case PLX_RTF_PLACE_AUTHOR:
    case PLX_RTF_PLACE_INSTRUCTION:
      if (self->name->len + length <= MAX_NAME)
        g_string_append_len (self->name, text, length);
      return;
    case PLX_RTF_PLACE_NOWHERE:
    case PLX_RTF_PLACE_FONTS:
    case PLX_RTF_PLACE_INFO:
    case PLX_RTF_PLACE_CREATED:
      return;
    }
}

/**
 * plx_rtf_flush:
 * @self: a file that is being read
 *
 * Decodes the letters that have gathered, at once, since a letter may have two bytes.
 */
void
plx_rtf_flush (PlxRtf *self)
{
  g_autofree char *text = NULL;

  if (self->bytes->len == 0)
    return;

  text = plx_rtf_decode (self->bytes->str, self->bytes->len, plx_rtf_current (self)->page);
  plx_rtf_put (self, text, strlen (text));
  g_string_truncate (self->bytes, 0);
}

/**
 * plx_rtf_put_byte:
 * @self: a file that is being read
 * @byte: a letter, or a part of one, in the code page of the current group
 */
void
plx_rtf_put_byte (PlxRtf *self,
                  int     byte)
{
  if (self->to_skip > 0)
    {
      self->to_skip--;
      return;
    }
  if (plx_rtf_current (self)->place == PLX_RTF_PLACE_NOWHERE || byte == 0)
    return;

  g_string_append_c (self->bytes, byte);
  if (self->bytes->len >= CHUNK)
    plx_rtf_flush (self);
}

/**
 * plx_rtf_put_unicode:
 * @self: a file that is being read
 * @number: a letter as RTF tells it: 16 bits with a sign, maybe half of one
 */
void
plx_rtf_put_unicode (PlxRtf *self,
                     int     number)
{
  gunichar c = number < 0 ? number + 0x10000 : number;
  char text[6];

  self->to_skip = plx_rtf_current (self)->skip;
  if (c >= 0xD800 && c <= 0xDBFF)
    {
      self->high = c;
      return;
    }
  if (c >= 0xDC00 && c <= 0xDFFF)
    c = self->high != 0 ? 0x10000 + ((self->high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
  self->high = 0;

  /* Fonts of symbols have their bullets there. */
  if (c == 0 || !g_unichar_validate (c) || (c >= 0xF000 && c <= 0xF0FF))
    return;

  plx_rtf_put (self, text, g_unichar_to_utf8 (c, text));
}

static void
note_link (PlxRtf *self)
{
  if (self->link != NULL && self->link_start == 0 && self->link_end == self->paragraph->len)
    plx_paper_add_link (self->paper, self->paragraph->str, self->link);
  g_clear_pointer (&self->link, g_free);
}

/**
 * plx_rtf_end_paragraph:
 * @self: a file that is being read
 *
 * Hands the paragraph on, and opens or ends a table where it is the first in one or after one.
 */
void
plx_rtf_end_paragraph (PlxRtf *self)
{
  if (self->interrupted == 0 && self->in_table && !self->in_row)
    {
      plx_paper_builder_open_row (self->builder);
      self->in_row = TRUE;
    }
  else if (self->interrupted == 0 && !self->in_table && self->in_row)
    {
      plx_paper_builder_close_row (self->builder);
      self->in_row = FALSE;
    }

  note_link (self);
  plx_paper_builder_open_paragraph (self->builder, self->kind);
  plx_paper_builder_append (self->builder, self->paragraph->str, self->paragraph->len);
  plx_paper_builder_close_paragraph (self->builder);
  g_string_truncate (self->paragraph, 0);
}

void
plx_rtf_end_cell (PlxRtf *self)
{
  self->in_table = TRUE;
  plx_rtf_end_paragraph (self);
  plx_paper_builder_next_cell (self->builder);
}

void
plx_rtf_end_row (PlxRtf *self)
{
  if (self->in_row)
    plx_paper_builder_close_row (self->builder);
  self->in_row = FALSE;
}

/**
 * plx_rtf_interrupt:
 * @self: a file that is being read
 * @kind: what stands in the group
 *
 * Lays the paragraph aside: a note or a box stands within it, and it goes on after that.
 */
void
plx_rtf_interrupt (PlxRtf       *self,
                   PlxPaperKind  kind)
{
  PlxRtfGroup *group = plx_rtf_current (self);

  if (group->place != PLX_RTF_PLACE_TEXT || group->outer != NULL)
    return;

  group->outer = self->paragraph;
  group->outer_kind = self->kind;
  group->outer_in_table = self->in_table;
  self->paragraph = g_string_new (NULL);
  self->kind = kind;
  self->interrupted++;
}

/**
 * plx_rtf_resume:
 * @self: a file that is being read
 * @group: what interrupted the paragraph
 *
 * Goes on with the paragraph.
 */
void
plx_rtf_resume (PlxRtf      *self,
                PlxRtfGroup *group)
{
  if (self->paragraph->len > 0)
    plx_rtf_end_paragraph (self);
  self->interrupted--;
  g_string_free (self->paragraph, TRUE);
  self->paragraph = group->outer;
  self->kind = group->outer_kind;
  self->in_table = group->outer_in_table;
}
