/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINE_END "\u2028"

static inline PlxSentenceRef
ref_at (const GArray *refs,
        guint         i)
{
  return g_array_index (refs, PlxSentenceRef, i);
}

/* The first sentence that is shown: the others are laid beside it. */
static guint
find_base (PlxSheetTelling      *telling,
           const PlxClaimRecord *record)
{
  for (guint i = 0; i < record->refs->len; i++)
    {
      if (plx_passages_is_shown (telling->matter->passages, ref_at (record->refs, i)))
        return i;
    }

  return 0;
}

/* Dresses the words of a change that are its own: of nineteen passengers and twenty, the number. */
static void
mark_run (PlxSheetText     *text,
          gsize             start,
          const PlxChanges *changes,
          const PlxChange  *change,
          PlxChangeSide     side)
{
  const GArray *words = changes->words[side];
  gsize from = 0, to = 0;

  for (guint i = change->first[side]; i <= change->end[side]; i++)
    {
      const PlxChangeWord *word = i < change->end[side]
                                  ? &g_array_index (words, PlxChangeWord, i) : NULL;

      if (word != NULL && !word->is_shared)
        {
          from = to > 0 ? from : start + word->start;
          to = start + word->end;
        }
      else if (to > 0)
        {
          plx_sheet_text_dress (text, from, MIN (to, plx_sheet_text_get_length (text)),
                                change->kind == PLX_CHANGE_EXCHANGED ? PLX_DRESS_CHANGED
                                                                     : PLX_DRESS_ONLY_HERE);
          to = 0;
        }
    }
}

/**
 * plx_cell_mark_changes:
 * @text: a text in which a sentence stands
 * @start: where the sentence begins in it
 * @changes: what the sentence and another do with each other
 * @side: which of the two it is
 *
 * Marks the words of a sentence that the other has not, and those for which it has others. Little
 * words alone are not worth a mark.
 */
void
plx_cell_mark_changes (PlxSheetText     *text,
                       gsize             start,
                       const PlxChanges *changes,
                       PlxChangeSide     side)
{
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const PlxChange *change = plx_changes_at (changes, i);

      if (change->tells && change->kind != PLX_CHANGE_MOVED_HERE &&
          change->kind != PLX_CHANGE_MOVED_AWAY)
        mark_run (text, start, changes, change, side);
    }
}

/* Dresses what a sentence says in a difference, where it has the words as they are told. */
static gboolean
mark_saying (const PlxDifferenceRecord *difference,
             PlxSentenceRef             ref,
             PlxSheetText              *text)
{
  const char *string = text->string->str;
  gboolean any = FALSE;

  for (guint i = 0; i < difference->refs->len && difference->says[i] != NULL; i++)
    {
      const PlxSentenceRef each = ref_at (difference->refs, i);
      const char *says = difference->says[i];
      const char *found = NULL;

      if (each.article != ref.article || each.sentence != ref.sentence || *says == '\0')
        continue;
      found = strstr (string, says);
      if (found == NULL)
        continue;
      plx_sheet_text_dress (text, found - string, found - string + strlen (says),
                            PLX_DRESS_CHANGED);
      any = TRUE;
    }

  return any;
}

static gboolean
has_ref (const PlxDifferenceRecord *difference,
         PlxSentenceRef             ref)
{
  for (guint i = 0; i < difference->refs->len; i++)
    {
      if (ref_at (difference->refs, i).article == ref.article &&
          ref_at (difference->refs, i).sentence == ref.sentence)
        return TRUE;
    }

  return FALSE;
}

/* The words of a sentence in which a difference consists. */
static gboolean
mark_sayings (PlxSheetTelling      *telling,
              const PlxClaimRecord *record,
              PlxSentenceRef        ref,
              PlxSheetText         *text)
{
  gboolean any = FALSE;

  for (guint i = 0; i < record->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (record->differences, i);

      if (difference->says != NULL && has_ref (difference, ref) &&
          plx_sheet_saying_count (difference, telling->matter->passages) >= 2)
        any |= mark_saying (difference, ref, text);
    }

  return any;
}

/* Where no difference says which words matter, those that the base has not. */
static void
mark_words (PlxSheetTelling *telling,
            PlxSentenceRef   base,
            PlxSentenceRef   ref,
            PlxSheetText    *text)
{
  g_autoptr (PlxWording) first = plx_wording_new (telling->matter->analysis, &base, 1);
  g_autoptr (PlxWording) own = plx_wording_new (telling->matter->analysis, &ref, 1);
  g_autoptr (PlxChanges) changes = plx_changes_new (first, own);
  const gsize lead = strspn (own->text, " \n\t");

  if (changes->is_near && lead == 0)
    plx_cell_mark_changes (text, 0, changes, PLX_CHANGE_OTHER);
}

static void
append_origin (const PlxClaimRecord *record,
               guint                 index,
               PlxSheetText         *text)
{
  const guint32 origin = index < record->origin_of->len
                         ? g_array_index (record->origin_of, guint32, index) : PLX_NONE;
  g_autofree char *words = NULL;

  /* “(from report)” says no more than the sentence does. */
  if (origin >= g_strv_length (record->origins) || !plx_telling_is_named (record, origin))
    return;

  /* Translators: whom a sentence of an article is taken from; it follows the sentence */
  words = g_strdup_printf (_(" (from %s)"), record->origins[origin]);
  plx_sheet_text_append_dressed (text, words, PLX_DRESS_SMALL);
}

/**
 * plx_cell_of_sentence:
 * @telling: what a sheet is about
 * @claim: a claim
 * @index: a sentence of it, by its place in its record
 *
 * Returns: (transfer full): the sentence with its marks, its number and paragraph, and whom it is
 *   from
 */
PlxSheetText *
plx_cell_of_sentence (PlxSheetTelling     *telling,
                      const PlxSheetClaim *claim,
                      guint                index)
{
  const PlxClaimRecord *record = plx_analysis_get_claim (telling->matter->analysis, claim->claim);
  const PlxSentenceRef ref = ref_at (record->refs, index);
  PlxSheetText *text = plx_telling_sentence (telling, ref);
  const guint base = find_base (telling, record);

  if (claim->n_sources > 1 && !mark_sayings (telling, record, ref, text) && index != base &&
      claim->n_differences == 0)
    mark_words (telling, ref_at (record->refs, base), ref, text);

  plx_sheet_text_append_citation (text, ref.article, plx_telling_paragraph (telling, ref));
  append_origin (record, index, text);

  return text;
}

/* Adds one text to the end of another. */
static void
append_text (PlxSheetText       *text,
             const PlxSheetText *more)
{
  const gsize start = plx_sheet_text_get_length (text);

  g_string_append_len (text->string, more->string->str, more->string->len);
  for (guint i = 0; i < more->spans->len; i++)
    {
      PlxSheetSpan span = g_array_index (more->spans, PlxSheetSpan, i);

      span.start += start;
      span.end += start;
      span.target = g_strdup (span.target);
      g_array_append_val (text->spans, span);
    }
}

/**
 * plx_cell_of_article:
 * @telling: what a sheet is about
 * @claim: a claim
 * @article: an article
 *
 * Returns: (transfer full): what the article says of the claim; or that it is silent, or that the
 *   filter hides it
 */
PlxSheetText *
plx_cell_of_article (PlxSheetTelling     *telling,
                     const PlxSheetClaim *claim,
                     guint                article)
{
  const PlxClaimRecord *record = plx_analysis_get_claim (telling->matter->analysis, claim->claim);
  PlxSheetText *text = plx_sheet_text_new (NULL, plx_telling_language (telling, article));
  gboolean is_hidden = FALSE;

  for (guint i = 0; i < record->refs->len; i++)
    {
      const PlxSentenceRef ref = ref_at (record->refs, i);
      g_autoptr (PlxSheetText) sentence = NULL;

      if (ref.article != article)
        continue;
      if (!plx_passages_is_shown (telling->matter->passages, ref))
        {
          is_hidden = TRUE;
          continue;
        }
      sentence = plx_cell_of_sentence (telling, claim, i);
      if (plx_sheet_text_get_length (text) > 0)
        plx_sheet_text_append (text, LINE_END);
      append_text (text, sentence);
    }

  if (plx_sheet_text_get_length (text) == 0)
    {
      g_clear_pointer (&text->language, g_free);
      plx_sheet_text_append_dressed (text, is_hidden ? _("– hidden by the filter –")
                                     /* Translators: an article that says nothing of a claim */
                                                     : _("– silent –"), PLX_DRESS_SMALL);
    }

  return text;
}

/* What an article is called, with its number, as the head of a column. */
PlxSheetText *
plx_cell_of_source (PlxSheetTelling *telling,
                    guint            article)
{
  PlxSheetText *text = plx_sheet_text_new (telling->sources[article], NULL);

  plx_sheet_text_append_citation (text, article, 0);

  return text;
}
