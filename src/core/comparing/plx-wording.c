/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-wording"

#include "config.h"

#include "comparing/plx-wording.h"

static guint
first_mention (GArray  *mentions,
               guint32  start)
{
  guint low = 0, high = mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (mentions, PlxMentionSpan, middle).start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The names of a sentence, counted from where it stands in the wording. */
static void
add_mentions (PlxWording            *self,
              GArray                *mentions,
              const PlxSentenceSpan *sentence,
              guint32                at)
{
  for (guint i = first_mention (mentions, sentence->start); i < mentions->len; i++)
    {
      PlxMentionSpan mention = g_array_index (mentions, PlxMentionSpan, i);

      if (mention.start >= sentence->end)
        return;
      mention.start = at + mention.start - sentence->start;
      mention.end = at + mention.end - sentence->start;
      g_array_append_val (self->mentions, mention);
    }
}

/**
 * plx_wording_new:
 * @analysis: an analysis
 * @refs: (array length=n_refs): some of its sentences
 * @n_refs: how many they are
 *
 * Returns: (transfer full): the sentences, one after the other
 */
PlxWording *
plx_wording_new (PlxAnalysis          *analysis,
                 const PlxSentenceRef *refs,
                 guint                 n_refs)
{
  PlxWording *self = g_new0 (PlxWording, 1);
  GString *text = g_string_new (NULL);

  self->mentions = g_array_new (FALSE, FALSE, sizeof (PlxMentionSpan));
  for (guint i = 0; i < n_refs; i++)
    {
      const PlxSentenceSpan *sentence = plx_analysis_get_sentence (analysis, refs[i]);
      PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, refs[i].article);

      if (i > 0)
        g_string_append_c (text, ' ');
      add_mentions (self, annotation->mentions, sentence, text->len);
      g_string_append_len (text, annotation->document->text->str + sentence->start,
                           sentence->end - sentence->start);
    }
  self->text = g_string_free_and_steal (text);

  return self;
}

void
plx_wording_free (PlxWording *self)
{
  g_free (self->text);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_free (self);
}

/**
 * plx_wording_read:
 * @self: a wording
 *
 * Returns: what the engine compares word by word; it lives as long as @self
 */
PlxWordText
plx_wording_read (const PlxWording *self)
{
  PlxWordText text = plx_word_text (self->text);

  text.mentions = self->mentions;

  return text;
}
