/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-change-words"

#include "config.h"

#include "comparing/plx-change-words.h"

#include <glib/gi18n-lib.h>

#include "comparing/plx-changes.h"

#define BASE  PLX_CHANGE_BASE
#define OTHER PLX_CHANGE_OTHER

/* So many changes are told one by one; of the others it is only said how many there are. */
#define MAX_TOLD 3

/* Up to so many words are quoted where they come in or go away; more are counted. */
#define MAX_QUOTED 4

/* Of what one says where the other says something else so much is quoted. */
#define MAX_EXCHANGED 6

/* A place is named by the last words before it, up to one that tells something. */
#define MAX_PLACE 3

typedef struct
{
  PlxChanges *changes;
  const char *texts[PLX_CHANGE_N_SIDES];
} Telling;

static const PlxChangeWord *
word_at (const Telling *self,
         PlxChangeSide  side,
         guint          i)
{
  return &g_array_index (self->changes->words[side], PlxChangeWord, i);
}

static guint
n_words (const PlxChange *change,
         PlxChangeSide    side)
{
  return change->end[side] - change->first[side];
}

static char *
dup_number (guint n)
{
  const char *words[] = {
    NULL,
    /* Translators: how many words or changes; it stands in “adds six words after …” */
    C_("count", "one"), C_("count", "two"), C_("count", "three"), C_("count", "four"),
    C_("count", "five"), C_("count", "six"), C_("count", "seven"), C_("count", "eight"),
    C_("count", "nine"), C_("count", "ten"), C_("count", "eleven"), C_("count", "twelve"),
  };

  return n > 0 && n < G_N_ELEMENTS (words) ? g_strdup (words[n]) : g_strdup_printf ("%u", n);
}

static char *
dup_words (const Telling *self,
           PlxChangeSide  side,
           guint          first,
           guint          end,
           guint          max)
{
  gboolean is_cut = end - first > max;
  guint last = is_cut ? first + max - 1 : end - 1;
  guint32 start = word_at (self, side, first)->start;
  g_autofree char *words = g_strndup (self->texts[side] + start,
                                        word_at (self, side, last)->end - start);

  /* Translators: the first of many words that are quoted, as in “the ferry that left …” */
  return is_cut ? g_strdup_printf (_("%s …"), words) : g_steal_pointer (&words);
}

/* The words before a place, by which it is found; none at the start. */
static char *
dup_place (const Telling *self,
           PlxChangeSide  side,
           guint          before)
{
  guint first = before;

  if (before == 0)
    return NULL;

  do
    first--;
  while (first > 0 && before - first < MAX_PLACE && !word_at (self, side, first)->tells);

  return dup_words (self, side, first, before, MAX_PLACE);
}

static char *
dup_moved (const Telling   *self,
           const PlxChange *change)
{
  g_autofree char *words = dup_words (self, OTHER, change->first[OTHER], change->end[OTHER],
                                      MAX_EXCHANGED);
  g_autofree char *place = dup_place (self, OTHER, change->first[OTHER]);

  if (place == NULL)
    /* Translators: follows the name of a source: what it does with a sentence of another */
    return g_strdup_printf (_("puts “%s” at the start"), words);

  return g_strdup_printf (_("puts “%s” after “%s”"), words, place);
}

static char *
dup_added (const Telling   *self,
           const PlxChange *change)
{
  guint n = n_words (change, OTHER);
  g_autofree char *place = dup_place (self, OTHER, change->first[OTHER]);
  g_autofree char *words = NULL;
  g_autofree char *number = dup_number (n);

  if (n <= MAX_QUOTED)
    {
      words = dup_words (self, OTHER, change->first[OTHER], change->end[OTHER], MAX_QUOTED);
      return place == NULL ? g_strdup_printf (_("adds “%s” at the start"), words)
                           : g_strdup_printf (_("adds “%s” after “%s”"), words, place);
    }

  if (place == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "adds %s word at the start",
                                         "adds %s words at the start", n), number);

  /* Translators: “The Daily adds six words after “Tuesday”” */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "adds %s word after “%s”",
                                       "adds %s words after “%s”", n), number, place);
}

static char *
dup_left_out (const Telling   *self,
              const PlxChange *change)
{
  guint n = n_words (change, BASE);
  g_autofree char *place = dup_place (self, BASE, change->first[BASE]);
  g_autofree char *words = NULL;
  g_autofree char *number = dup_number (n);

  if (n <= MAX_QUOTED)
    {
      words = dup_words (self, BASE, change->first[BASE], change->end[BASE], MAX_QUOTED);
      return g_strdup_printf (_("leaves out “%s”"), words);
    }

  if (place == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "leaves out %s word at the start",
                                         "leaves out %s words at the start", n), number);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "leaves out %s word after “%s”",
                                       "leaves out %s words after “%s”", n), number, place);
}

static char *
dup_exchanged (const Telling   *self,
               const PlxChange *change)
{
  g_autofree char *base = dup_words (self, BASE, change->first[BASE], change->end[BASE],
                                     MAX_EXCHANGED);
  g_autofree char *other = dup_words (self, OTHER, change->first[OTHER], change->end[OTHER],
                                      MAX_EXCHANGED);

  /* Translators: “The Daily says “nineteen” where the other says “twenty”” */
  return g_strdup_printf (_("says “%s” where the other says “%s”"), other, base);
}

static char *
dup_change (const Telling   *self,
            const PlxChange *change)
{
  switch (change->kind)
    {
    case PLX_CHANGE_ADDED:
      return dup_added (self, change);

    case PLX_CHANGE_LEFT_OUT:
      return dup_left_out (self, change);

    case PLX_CHANGE_EXCHANGED:
      return dup_exchanged (self, change);

    case PLX_CHANGE_MOVED_HERE:
      return dup_moved (self, change);

    case PLX_CHANGE_MOVED_AWAY:
    default:
      /* Told where the words have gone to. */
      return NULL;
    }
}

/* Little words are told only where nothing else changes: those of them that come first. */
static GPtrArray *
tell_changes (const Telling *self,
              guint         *n_left)
{
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);
  guint n_telling = 0, n = 0;

  for (guint i = 0; i < self->changes->changes->len; i++)
    {
      PlxChange *change = plx_changes_at (self->changes, i);

      n += change->kind != PLX_CHANGE_MOVED_AWAY;
      n_telling += change->kind != PLX_CHANGE_MOVED_AWAY && change->tells;
    }

  for (guint i = 0; i < self->changes->changes->len && told->len < MAX_TOLD; i++)
    {
      PlxChange *change = plx_changes_at (self->changes, i);

      if (change->kind != PLX_CHANGE_MOVED_AWAY && (change->tells || n_telling == 0))
        g_ptr_array_add (told, dup_change (self, change));
    }

  *n_left = n - told->len;

  return told;
}

static char *
join (GPtrArray *told,
      guint      n_left)
{
  g_autofree char *number = dup_number (n_left);
  char **clauses;

  if (n_left > 0)
    g_ptr_array_add (told, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "makes %s more change",
                                                  "makes %s more changes", n_left), number));
  clauses = (char **) told->pdata;

  switch (told->len)
    {
    case 1:
      return g_strdup (clauses[0]);

    case 2:
      /* Translators: two things that a source does with a sentence */
      return g_strdup_printf (_("%s and %s"), clauses[0], clauses[1]);

    case 3:
      return g_strdup_printf (_("%s, %s and %s"), clauses[0], clauses[1], clauses[2]);

    default:
      return g_strdup_printf (_("%s, %s, %s and %s"), clauses[0], clauses[1], clauses[2],
                              clauses[3]);
    }
}

/**
 * plx_change_words_dup:
 * @outlet: who says @other
 * @base: a sentence of another article
 * @other: the sentence of @outlet that tells the same
 *
 * Tells in plain words what one sentence does with another, for somebody who cannot see the
 * marks on them: “The Daily adds six words after “Tuesday”.” Three changes are told at most, and
 * how many there are beyond them. Marks and the case of letters are no change.
 *
 * Returns: (transfer full): a whole sentence
 */
char *
plx_change_words_dup (const char       *outlet,
                      const PlxWording *base,
                      const PlxWording *other)
{
  g_autoptr (PlxChanges) changes = NULL;
  g_autoptr (GPtrArray) told = NULL;
  g_autofree char *clauses = NULL;
  Telling self = { NULL };
  guint n_left;

  g_return_val_if_fail (outlet != NULL, NULL);
  g_return_val_if_fail (base != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);

  changes = plx_changes_new (base, other);
  if (changes->changes->len == 0)
    return g_strdup_printf (_("%s says it in the same words."), outlet);
  if (!changes->is_near)
    return g_strdup_printf (_("%s says it in quite other words."), outlet);

  self = (Telling) { changes, { base->text, other->text } };
  told = tell_changes (&self, &n_left);
  clauses = join (told, n_left);

  /* Translators: a source, and what it does with a sentence of another: “The Daily leaves out
   * “at noon”.” */
  return g_strdup_printf (_("%s %s."), outlet, clauses);
}
