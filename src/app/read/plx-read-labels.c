/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-read-labels"

#include "config.h"

#include "read/plx-read-labels.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "language/plx-language.h"
#include "language/text/plx-words.h"
#include "model/plx-field.h"
#include "window/plx-labels.h"

/* The words in which Read tells what was cut, where it stood, who decided so, and in what the
 * places of a page do not agree. */

/* What the parts of a place are called by people, those that tell most first. A part is an
 * element, or a word of its class or id. */
static const struct
{
  const char *part;
  const char *words;
} places[] = {
  { "comment", N_("among the comments") },
  { "comments", N_("among the comments") },
  { "disqus", N_("among the comments") },
  { "newsletter", N_("in a newsletter box") },
  { "subscribe", N_("in a newsletter box") },
  { "cookie", N_("in a cookie notice") },
  { "consent", N_("in a cookie notice") },
  { "breadcrumb", N_("in the path of sections") },
  { "breadcrumbs", N_("in the path of sections") },
  { "share", N_("among the share buttons") },
  { "sharing", N_("among the share buttons") },
  { "social", N_("among the share buttons") },
  { "related", N_("among links to other articles") },
  { "recommended", N_("among links to other articles") },
  { "donate", N_("in a donation box") },
  { "donation", N_("in a donation box") },
  { "tags", N_("among the tags") },
  { "caption", N_("under a picture") },
  { "figcaption", N_("under a picture") },
  { "figure", N_("by a picture") },
  { "footnote", N_("in a footnote") },
  { "nav", N_("in the navigation") },
  { "menu", N_("in a menu") },
  { "form", N_("in a form") },
  { "dialog", N_("in a pop-up") },
  { "popup", N_("in a pop-up") },
  { "modal", N_("in a pop-up") },
  { "aside", N_("in a side box") },
  { "sidebar", N_("at the side of the page") },
  { "footer", N_("at the foot of the page") },
  { "foot", N_("at the foot of the page") },
  { "header", N_("at the head of the page") },
  { "head", N_("at the head of the page") },
  { "blockquote", N_("in a quotation") },
  { "table", N_("in a table") },
};

/**
 * plx_read_count_words:
 * @document: a document
 * @block: a block's place
 *
 * Returns: how many words it has
 */
guint
plx_read_count_words (PlxDocument *document,
                      guint        block)
{
  const PlxBlockSpan *span = plx_document_get_block (document, block);
  g_autoptr (GArray) words = plx_words_split (document->text->str, span->start, span->end);
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += g_array_index (words, PlxWord, i).is_word;

  return n;
}

/**
 * plx_read_count:
 * @document: a document
 *
 * Returns: what is left of it, in numbers
 */
PlxReadCount
plx_read_count (PlxDocument *document)
{
  PlxReadCount count = { 0 };

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      guint n = plx_read_count_words (document, i);

      count.n_words += n;
      if (plx_document_get_block (document, i)->kept)
        count.n_kept_words += n;
      else
        count.n_cut++;
    }

  return count;
}

/**
 * plx_read_label_count:
 * @document: a document
 *
 * Returns: (transfer full): such as “Kept 612 of 1,130 words · 14 paragraphs cut”
 */
char *
plx_read_label_count (PlxDocument *document)
{
  PlxReadCount count = plx_read_count (document);
  g_autofree char *kept = NULL;
  g_autofree char *cut = NULL;

  if (count.n_cut == 0)
    return g_strdup_printf (ngettext ("Nothing cut · %'u word", "Nothing cut · %'u words",
                                      count.n_words), count.n_words);

  /* Translators: %1$u words of an article of %2$u words in all */
  kept = g_strdup_printf (ngettext ("Kept %1$'u of %2$'u word", "Kept %1$'u of %2$'u words",
                                    count.n_words), count.n_kept_words, count.n_words);
  cut = g_strdup_printf (ngettext ("%u paragraph cut", "%u paragraphs cut", count.n_cut),
                         count.n_cut);

  /* Translators: such as “Kept 612 of 1,130 words · 14 paragraphs cut” */
  return g_strdup_printf (_("%1$s · %2$s"), kept, cut);
}

/* Whether one of the words of a place is this: `div.footer-links > p` has “div”, “footer”,
 * “links” and “p”. */
static gboolean
has_part (GStrv       words,
          const char *part)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], part) == 0)
      return TRUE;

  return FALSE;
}

/**
 * plx_read_label_place:
 * @place: (nullable): the place of a block
 *
 * Returns: (transfer full) (nullable): it in words, such as “in a side box”, or `NULL` where
 *   there are none for it
 */
char *
plx_read_label_place (const char *place)
{
  g_auto (GStrv) words = NULL;
  const char *where = NULL;
  unsigned int page;

  if (place == NULL)
    return NULL;

  words = g_strsplit_set (place, " >.#-_,:[]()=\"'", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (places) && where == NULL; i++)
    if (has_part (words, places[i].part))
      where = _(places[i].words);

  if (sscanf (place, "page %u", &page) != 1)
    return g_strdup (where);

  /* Translators: of a PDF: %u is the number of a page */
  if (where == NULL)
    return g_strdup_printf (_("on page %u"), page);

  /* Translators: of a PDF: %1$u is the number of a page, %2$s is such as “in a footnote” */
  return g_strdup_printf (_("on page %1$u, %2$s"), page, where);
}

/* “after paragraph 6”: as one counts who reads. */
static char *
label_position (PlxDocument *document,
                guint        block)
{
  guint n_before = 0;
  guint n_after = 0;

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *span = plx_document_get_block (document, i);

      if (!span->kept || i == block || span->role < PLX_ROLE_BODY)
        continue;

      n_before += i < block;
      n_after += i > block;
    }

  if (n_before == 0)
    return g_strdup (_("before the text"));
  if (n_after == 0)
    return g_strdup (_("after the text"));

  return g_strdup_printf (_("after paragraph %u"), n_before);
}

/**
 * plx_read_label_stood:
 * @document: a document
 * @block: a block's place
 *
 * Returns: (transfer full): where it stood, such as “in a side box, after paragraph 6”
 */
char *
plx_read_label_stood (PlxDocument *document,
                      guint        block)
{
  g_autofree char *place = plx_read_label_place (plx_document_get_block (document, block)->place);
  g_autofree char *position = label_position (document, block);

  if (place == NULL)
    return g_steal_pointer (&position);

  /* Translators: %1$s is such as “in a side box”, %2$s such as “after paragraph 6” */
  return g_strdup_printf (_("%1$s, %2$s"), place, position);
}

/**
 * plx_read_label_cut:
 * @document: a document
 * @block: the place of a block that was cut
 *
 * Returns: (transfer full): why it was cut and where it stood
 */
char *
plx_read_label_cut (PlxDocument *document,
                    guint        block)
{
  g_autofree char *stood = plx_read_label_stood (document, block);

  /* Translators: %1$s is such as “Newsletter”, %2$s such as “after paragraph 6” */
  return g_strdup_printf (_("%1$s · %2$s"),
                          plx_label_reason (plx_document_get_block (document, block)->reason),
                          stood);
}

/**
 * plx_read_label_decision:
 * @document: a document
 * @block: the place of a block that is kept
 *
 * Returns: (transfer full) (nullable): who put it back and as what it had been cut; `NULL` where
 *   nobody did
 */
char *
plx_read_label_decision (PlxDocument *document,
                         guint        block)
{
  const PlxBlockSpan *span = plx_document_get_block (document, block);

  if (!span->kept || span->decider == PLX_DECIDER_READER || span->found_reason == PLX_CUT_NONE)
    return NULL;

  if (span->decider == PLX_DECIDER_RULE)
    /* Translators: %s is as what a paragraph had been cut, such as “Newsletter” */
    return g_strdup_printf (_("Put back by your rule · had been cut: %s"),
                            plx_label_reason (span->found_reason));

  /* Translators: %s is as what a paragraph had been cut, such as “Newsletter” */
  return g_strdup_printf (_("Put back by you · had been cut: %s"),
                          plx_label_reason (span->found_reason));
}

/**
 * plx_read_is_settled:
 * @document: a document
 * @field: a field of its metadata
 *
 * Returns: whether there is no more to be said of what other places say, since the user has
 *   decided, or the field is empty
 */
gboolean
plx_read_is_settled (PlxDocument *document,
                     PlxField     field)
{
  const char *found = document->found[field];

  return document->fields[field] == NULL || (found != NULL && g_str_has_prefix (found, "user"));
}

/* What contradicts the day of the article, if anything does; another hour is no contradiction. */
static char *
label_days (PlxDocument *document)
{
  g_autofree char *day = plx_label_day (plx_document_get_day (document));

  for (guint i = 0; i < document->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (document->others, PlxOtherValue, i);
      PlxDay others_day = plx_day_parse (other->value);
      g_autofree char *others = NULL;

      if (other->field != PLX_FIELD_PUBLISHED || others_day == plx_document_get_day (document))
        continue;

      /* “2023-09” is no day, and yet tells something. */
      others = others_day != 0 ? plx_label_day (others_day) : g_strdup (other->value);
      if (g_str_has_prefix (other->found, "text"))
        /* Translators: two days, of one article */
        return g_strdup_printf (_("Dated %1$s by the page; the text speaks of %2$s"), day, others);

      /* Translators: two days, of one article */
      return g_strdup_printf (_("Dated %1$s; elsewhere the page says %2$s"), day, others);
    }

  return NULL;
}

static gboolean
has_other (PlxDocument *document,
           PlxField     field)
{
  for (guint i = 0; i < document->others->len; i++)
    if (g_array_index (document->others, PlxOtherValue, i).field == field)
      return TRUE;

  return FALSE;
}

/**
 * plx_read_label_conflicts:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): in what the places of the page do not agree, as far as the
 *   user has not settled it; or `NULL`
 */
char *
plx_read_label_conflicts (PlxDocument *document)
{
  static const PlxField fields[] = { PLX_FIELD_AUTHOR, PLX_FIELD_OUTLET, PLX_FIELD_LANGUAGE };
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *days = NULL;
  g_autofree char *rest = NULL;

  if (!plx_read_is_settled (document, PLX_FIELD_PUBLISHED))
    days = label_days (document);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (plx_read_is_settled (document, fields[i]) || !has_other (document, fields[i]))
        continue;

      if (names->len > 0)
        g_string_append (names, _(", "));
      g_string_append (names, plx_label_field (fields[i]));
    }

  if (names->len == 0)
    return g_steal_pointer (&days);

  /* Translators: %s are fields, such as “Author, Outlet” */
  rest = g_strdup_printf (_("Given in more than one way: %s"), names->str);

  return days != NULL ? g_strdup_printf ("%s\n%s", days, rest) : g_steal_pointer (&rest);
}

/**
 * plx_read_label_language:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): how much of it is understood, where its language is one of
 *   those in which not everything is; or `NULL`
 */
char *
plx_read_label_language (PlxDocument *document)
{
  const char *tag = document->fields[PLX_FIELD_LANGUAGE];
  g_autofree char *name = NULL;

  /* Only a broken installation lacks what it has learned of English. */
  if (plx_language_is_full (tag) && !plx_language_check (NULL))
    return g_strdup (_("Parallax has lost what it had learned of English names, and finds only "
                       "those in its tables. Installing it again brings it back."));
  if (plx_language_is_full (tag))
    return NULL;

  name = plx_field_dup_display (PLX_FIELD_LANGUAGE, tag);

  /* Translators: %s is a language */
  return g_strdup_printf (_("Names in %s are found by form and by country only; "
                            "the rest is for English so far."), name);
}
