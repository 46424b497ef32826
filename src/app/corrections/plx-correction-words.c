/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-correction-words"

#include "config.h"

#include "corrections/plx-correction-words.h"

#include <glib/gi18n.h>

/* What the user has said of claims, in words. */

/* As much of a sentence as an entry of the history has room for, and a list. */
#define N_SHORT 32
#define N_LISTED 90

/* So many sentences of a side are told, and how many more there are. */
#define N_TOLD 3

static char *
dup_beginning (const char *text,
               guint       n)
{
  const char *end;

  if (g_utf8_strlen (text, -1) <= n)
    return g_strdup (text);

  end = g_utf8_offset_to_pointer (text, n);
  for (const char *at = end; at > text + n / 2; at--)
    if (*at == ' ')
      {
        end = at;
        break;
      }

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/**
 * plx_words_dup_short:
 * @text: a sentence
 *
 * Returns: (transfer full): the sentence, or its beginning up to the end of a word
 */
char *
plx_words_dup_short (const char *text)
{
  return dup_beginning (text, N_SHORT);
}

static void
count_sides (const PlxCorrection *correction,
             guint                n[2])
{
  n[0] = n[1] = 0;
  for (guint i = 0; i < correction->anchors->len; i++)
    n[((const PlxAnchor *) g_ptr_array_index (correction->anchors, i))->side]++;
}

/**
 * plx_correction_dup_title:
 * @correction: what the user has said
 *
 * Returns: (transfer full): the same in a few words
 */
char *
plx_correction_dup_title (const PlxCorrection *correction)
{
  guint n[2];

  count_sides (correction, n);
  switch (correction->kind)
    {
    case PLX_CORRECTION_TOGETHER:
      return g_strdup (n[0] + n[1] > 2 ? _("These sentences are one claim")
                                       : _("Both sentences belong together"));

    case PLX_CORRECTION_APART:
      if (n[0] == 1 && n[1] == 1)
        return g_strdup (_("The two sentences do not belong together"));
      if (n[0] == 1)
        return g_strdup (_("One sentence does not belong to the others"));
      return g_strdup (_("One claim is two"));

    case PLX_CORRECTION_DISMISS:
    default:
      /* Translators: what a difference is about: “how many guests” */
      return g_strdup_printf (_("No difference: %s"), correction->about);
    }
}

static char *
dup_source (PlxSession *session,
            gint64      id)
{
  PlxArticle *article;

  for (guint i = 0; (article = plx_session_find_article (session, i)) != NULL; i++)
    if (plx_article_get_id (article) == id)
      return g_strdup (plx_session_get_source (session, i));

  return g_strdup (_("An article that is not in the story"));
}

static void
add_sentence (GString         *text,
              const PlxAnchor *anchor,
              PlxSession      *session)
{
  g_autofree char *source = dup_source (session, anchor->article);
  g_autofree char *beginning = dup_beginning (anchor->text, N_LISTED);
  g_autofree char *line = NULL;

  if (anchor->says != NULL)
    /* Translators: a source, what it says, and the sentence in which it says so; <b> is bold */
    line = g_markup_printf_escaped (_("<b>%1$s</b> says “%2$s”: %3$s"), source, anchor->says,
                                    beginning);
  else
    /* Translators: a source, and a sentence of it; <b> is bold */
    line = g_markup_printf_escaped (_("<b>%1$s</b> %2$s"), source, beginning);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
add_side (GString             *text,
          const PlxCorrection *correction,
          guint                side,
          PlxSession          *session)
{
  guint n = 0;

  for (guint i = 0; i < correction->anchors->len; i++)
    {
      const PlxAnchor *anchor = g_ptr_array_index (correction->anchors, i);

      if (anchor->side != side)
        continue;
      if (n++ < N_TOLD)
        add_sentence (text, anchor, session);
    }

  if (n > N_TOLD)
    {
      g_string_append_c (text, '\n');
      /* Translators: more sentences than those that are told above */
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - N_TOLD),
                              n - N_TOLD);
    }
}

/**
 * plx_correction_dup_details:
 * @correction: what the user has said
 * @session: a session on its story
 *
 * Returns: (transfer full): of which sentences, as markup
 */
char *
plx_correction_dup_details (const PlxCorrection *correction,
                            PlxSession          *session)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n[2];

  count_sides (correction, n);
  add_side (text, correction, 0, session);
  if (correction->kind == PLX_CORRECTION_APART)
    /* Translators: between sentences that are kept apart from each other */
    g_string_append_printf (text, "\n%s", _("≠ apart from"));
  else if (correction->kind == PLX_CORRECTION_TOGETHER && n[0] > 0 && n[1] > 0)
    /* Translators: between sentences that belong together with each other */
    g_string_append_printf (text, "\n%s", _("= together with"));
  add_side (text, correction, 1, session);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * plx_correction_state_words:
 * @state: what has become of a correction
 *
 * Returns: (nullable): the same in words; `NULL` where there is nothing to say
 */
const char *
plx_correction_state_words (PlxCorrectionState state)
{
  switch (state)
    {
    case PLX_CORRECTION_GONE:
      return _("No longer applies: its sentences are not in the articles now");

    case PLX_CORRECTION_OVERRULED:
      return _("Overruled by a later one");

    case PLX_CORRECTION_OBEYED:
    default:
      return NULL;
    }
}
