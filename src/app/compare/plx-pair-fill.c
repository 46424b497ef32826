/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-fill"

#include "config.h"

#include "compare/plx-pair-fill.h"

#include <string.h>

#include "window/plx-labels.h"

/* Stands for what the filter hides. */
#define GAP "[…]"

/* A paragraph as it will look: which tag its characters get. */
typedef struct
{
  const char *tag;
  guint       start;
  guint       end;
} Run;

/* An article on its way into a buffer. Characters are counted as they come, since the buffer
 * counts them too and the document counts bytes. */
typedef struct
{
  const PlxPairModel *model;
  PlxPairSide         side;
  PlxDocument        *document;
  GArray             *sentences; /* of the annotation, borrowed */
  GString            *text;
  guint               n_chars;
  GArray             *spans;
  GArray             *runs;
  gboolean            has_gap;   /* whether the last that was added stands for hidden sentences */
} Filling;

static void
add_text (Filling    *self,
          const char *text,
          gsize       length)
{
  g_string_append_len (self->text, text, length);
  self->n_chars += g_utf8_strlen (text, length);
}

static const char *
tag_of (PlxRole role)
{
  switch (role)
    {
    case PLX_ROLE_HEADLINE:
      return "headline";

    case PLX_ROLE_STANDFIRST:
      return "standfirst";

    case PLX_ROLE_HEADING:
      return "heading";

    case PLX_ROLE_AUTHOR:
    case PLX_ROLE_DATE:
    case PLX_ROLE_CAPTION:
      return "aside";

    case PLX_ROLE_QUOTE:
    case PLX_ROLE_LIST:
      return "indented";

    case PLX_ROLE_BODY:
    case PLX_ROLE_TABLE:
    case PLX_ROLE_CHROME:
    default:
      return NULL;
    }
}

static void
start_paragraph (Filling *self)
{
  if (self->n_chars > 0)
    add_text (self, "\n", 1);
}

static void
add_gap (Filling *self)
{
  Run run = { "aside", self->n_chars, 0 };

  if (self->has_gap)
    return;

  add_text (self, GAP, strlen (GAP));
  run.end = self->n_chars;
  g_array_append_val (self->runs, run);
  self->has_gap = TRUE;
}

/* A headline is no passage that a filter asks for, but nobody reads an article without it. */
static gboolean
is_shown (Filling            *self,
          const PlxBlockSpan *block,
          guint               sentence)
{
  return block->role == PLX_ROLE_HEADLINE ||
         plx_pair_model_is_shown (self->model, self->side, sentence);
}

static void
add_sentence (Filling               *self,
              const PlxSentenceSpan *sentence)
{
  const char *text = self->document->text->str + sentence->start;
  gsize length = sentence->end - sentence->start;
  PlxPairSpan span = { self->n_chars };

  add_text (self, text, length);
  span.end = self->n_chars;
  span.is_rtl = plx_label_direction (text) == GTK_TEXT_DIR_RTL;
  g_array_append_val (self->spans, span);
  self->has_gap = FALSE;
}

static gboolean
ends_in_space (Filling *self)
{
  return self->text->len > 0 && g_ascii_isspace (self->text->str[self->text->len - 1]);
}

static void
add_sentences (Filling            *self,
               const PlxBlockSpan *block,
               guint               first,
               guint               end)
{
  guint32 at = block->start;

  for (guint i = first; i < end; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (self->sentences, PlxSentenceSpan, i);

      /* Where what is hidden leaves nothing behind, its space goes too. */
      if (sentence->start > at && i > first && !ends_in_space (self))
        add_text (self, " ", 1);
      at = sentence->end;

      if (is_shown (self, block, i))
        {
          add_sentence (self, sentence);
        }
      else
        {
          PlxPairSpan span = { self->n_chars, self->n_chars };

          add_gap (self);
          g_array_append_val (self->spans, span);
        }
    }
}

static void
add_hidden (Filling *self,
            guint    n)
{
  PlxPairSpan span = { self->n_chars, self->n_chars };

  for (guint i = 0; i < n; i++)
    g_array_append_val (self->spans, span);
}

/* Paragraphs of which nothing is shown are one gap together. */
static guint
add_block (Filling *self,
           guint    index,
           guint    first)
{
  const PlxBlockSpan *block = plx_document_get_block (self->document, index);
  Run run = { tag_of (block->role), 0, 0 };
  gboolean has_shown = FALSE;
  guint end;

  for (end = first; end < self->sentences->len; end++)
    {
      if (g_array_index (self->sentences, PlxSentenceSpan, end).block != index)
        break;
      has_shown |= is_shown (self, block, end);
    }

  if (!block->kept || (end > first && !has_shown && self->has_gap))
    {
      add_hidden (self, end - first);
      return end;
    }

  start_paragraph (self);
  run.start = self->n_chars;
  if (end > first)
    {
      add_sentences (self, block, first, end);
    }
  else
    {
      add_text (self, self->document->text->str + block->start, block->end - block->start);
      self->has_gap = FALSE;
    }
  run.end = self->n_chars;
  if (run.tag != NULL)
    g_array_append_val (self->runs, run);

  return end;
}

static void
apply (GtkTextBuffer *buffer,
       const char    *tag,
       guint          start,
       guint          end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

/* What is only here is underlined on the right and struck on the left, as in a text that has
 * been edited; what stands for something else is heavy, and what has moved is underlined twice. */
static const char *
tag_of_change (const PlxChange *change)
{
  switch (change->kind)
    {
    case PLX_CHANGE_ADDED:
      return "added";

    case PLX_CHANGE_LEFT_OUT:
      return "left-out";

    case PLX_CHANGE_EXCHANGED:
      return "exchanged";

    case PLX_CHANGE_MOVED_HERE:
    case PLX_CHANGE_MOVED_AWAY:
    default:
      return "moved";
    }
}

static void
mark_changes (GtkTextBuffer     *buffer,
              const PlxPairSpan *span,
              const PlxChanges  *changes,
              PlxPairSide        side,
              const char        *text)
{
  PlxChangeSide own = side == PLX_PAIR_LEFT ? PLX_CHANGE_BASE : PLX_CHANGE_OTHER;

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const PlxChange *change = plx_changes_at (changes, i);
      guint32 start, end;
      guint from;

      /* Marks on articles and prepositions would only be noise. */
      plx_changes_range (changes, change, own, &start, &end);
      if (start == end || !change->tells)
        continue;
      from = span->start + g_utf8_strlen (text, start);
      apply (buffer, tag_of_change (change), from,
             from + g_utf8_strlen (text + start, end - start));
    }
}

static gboolean
is_tied_once (const PlxPairModel *model,
              PlxPairSide         side,
              guint32             sentence)
{
  guint n;

  plx_pair_model_find (model, side, sentence, &n);

  return n == 1;
}

/* A sentence is compared with all that it is tied to together: what one of two partners says is
 * not missing. */
static void
mark_against_all (GtkTextBuffer      *buffer,
                  const PlxPairModel *model,
                  PlxPairSide         side,
                  guint32             sentence,
                  const PlxPairSpan  *span)
{
  g_autoptr (PlxWording) own = plx_pair_model_new_wording (model, side, sentence);
  g_autoptr (PlxWording) other = plx_pair_model_new_partners (model, side, sentence);
  g_autoptr (PlxChanges) changes = side == PLX_PAIR_LEFT ? plx_changes_new (own, other)
                                                         : plx_changes_new (other, own);

  if (changes->is_near)
    mark_changes (buffer, span, changes, side, own->text);
}

static void
mark_sentence (GtkTextBuffer      *buffer,
               const PlxPairModel *model,
               PlxPairSide         side,
               guint32             sentence,
               const PlxPairSpan  *span)
{
  guint n, first = plx_pair_model_find (model, side, sentence, &n);
  const PlxPairLink *link;

  if (n == 0 || span->start == span->end)
    return;

  link = plx_pair_model_link (model, plx_pair_model_nth (model, side, first));
  if (n > 1 || !is_tied_once (model, !side, link->sentence[!side]))
    {
      mark_against_all (buffer, model, side, sentence, span);
    }
  else if (link->changes != NULL)
    {
      g_autofree char *own = plx_pair_model_dup_text (model, side, sentence);

      mark_changes (buffer, span, link->changes, side, own);
    }
}

static void
flush (Filling       *self,
       GtkTextBuffer *buffer)
{
  gtk_text_buffer_set_text (buffer, self->text->str, self->text->len);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);

      apply (buffer, run->tag, run->start, run->end);
    }
  for (guint i = 0; i < self->spans->len; i++)
    mark_sentence (buffer, self->model, self->side, i,
                   &g_array_index (self->spans, PlxPairSpan, i));
}

/**
 * plx_pair_fill:
 * @buffer: a buffer with the tags of [func@pair_fill_make_tags]
 * @model: two articles
 * @side: the one to show
 *
 * Writes an article as running text, with the words marked in which it differs from the other.
 *
 * Returns: (transfer full) (element-type PlxPairSpan): where each of its sentences stands
 */
GArray *
plx_pair_fill (GtkTextBuffer      *buffer,
               const PlxPairModel *model,
               PlxPairSide         side)
{
  guint article = model->article[side], next = 0;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Filling self = {
    model, side, plx_analysis_get_document (model->analysis, article),
    plx_analysis_get_annotation (model->analysis, article)->sentences, text, 0,
    g_array_new (FALSE, FALSE, sizeof (PlxPairSpan)), runs, FALSE,
  };

  for (guint i = 0; i < plx_document_get_n_blocks (self.document); i++)
    next = add_block (&self, i, next);
  flush (&self, buffer);

  return self.spans;
}

/**
 * plx_pair_fill_make_tags:
 * @buffer: a new buffer
 *
 * Makes the tags of a text: for its paragraphs, its marks, and the sentences that are looked at.
 * Those that come later lie over those before.
 */
void
plx_pair_fill_make_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "headline", "weight", PANGO_WEIGHT_BOLD, "scale", 1.3,
                              "pixels-below-lines", 9, NULL);
  gtk_text_buffer_create_tag (buffer, "standfirst", "scale", 1.1, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD,
                              "pixels-above-lines", 9, NULL);
  gtk_text_buffer_create_tag (buffer, "aside", "scale", 0.9, NULL);
  gtk_text_buffer_create_tag (buffer, "indented", "left-margin", 36, "right-margin", 24, NULL);

  gtk_text_buffer_create_tag (buffer, "partner", NULL);
  gtk_text_buffer_create_tag (buffer, "current", NULL);

  gtk_text_buffer_create_tag (buffer, "added", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "left-out", "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (buffer, "exchanged", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "moved", "underline", PANGO_UNDERLINE_DOUBLE, NULL);
}

static void
set_tint (GtkTextBuffer *buffer,
          const char    *tag,
          const char    *property,
          const GdkRGBA *color,
          float          alpha)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GdkRGBA tint = *color;

  tint.alpha *= alpha;
  g_object_set (gtk_text_tag_table_lookup (table, tag), property, &tint, NULL);
}

/**
 * plx_pair_fill_set_tints:
 * @buffer: a buffer with its tags
 * @text: the colour of the text
 * @accent: the accent colour
 * @high_contrast: whether nothing may be faint
 *
 * Fits the tints to light and dark. Each mark has a shape too, so that nothing is lost with them.
 */
void
plx_pair_fill_set_tints (GtkTextBuffer *buffer,
                         const GdkRGBA *text,
                         const GdkRGBA *accent,
                         gboolean       high_contrast)
{
  set_tint (buffer, "aside", "foreground-rgba", text, high_contrast ? 0.9 : 0.6);
  set_tint (buffer, "partner", "background-rgba", accent, 0.12);
  set_tint (buffer, "current", "background-rgba", accent, 0.2);
  set_tint (buffer, "added", "background-rgba", accent, 0.16);
  set_tint (buffer, "left-out", "background-rgba", text, 0.1);
  set_tint (buffer, "exchanged", "background-rgba", accent, 0.16);
  set_tint (buffer, "moved", "background-rgba", text, 0.07);
}
