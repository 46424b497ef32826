/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-profile"

#include "config.h"

#include "comparing/plx-profile.h"

#include <string.h>

#include "model/plx-analysis.h"

/* More texts than this with a word in a column say no more than so many. */
#define MOST_COUNTED 16

static PlxProfile *
profile_alloc (guint32 n_members,
               guint32 n_columns)
{
  PlxProfile *self = g_new0 (PlxProfile, 1);

  self->n_members = n_members;
  self->n_columns = n_columns;
  self->members = g_new (guint32, n_members + 1);
  self->cells = g_new (guint32, (gsize) n_members * n_columns + 1);

  return self;
}

void
plx_profile_free (PlxProfile *self)
{
  g_free (self->members);
  g_free (self->cells);
  g_free (self->first);
  g_free (self->ids);
  g_free (self->counts);
  g_free (self);
}

/* Takes a word into those of a column, which begin at @first and end before @n. Returns where they
 * end then. */
static guint32
count_word (PlxProfile *self,
            guint32     first,
            guint32     n,
            guint32     id,
            guint32     copies)
{
  guint32 at = first;

  while (at < n && self->ids[at] != id)
    at++;
  if (at == n)
    {
      self->ids[n] = id;
      self->counts[n++] = 0;
    }
  self->counts[at] += copies;

  return n;
}

/* Those that most texts have come first, and of several the word that has the lower number. */
static void
sort_words (PlxProfile *self,
            guint32     first,
            guint32     end)
{
  for (guint32 i = first + 1; i < end; i++)
    {
      guint32 id = self->ids[i], count = self->counts[i];
      guint32 at = i;

      for (; at > first && (self->counts[at - 1] < count ||
                            (self->counts[at - 1] == count && self->ids[at - 1] > id)); at--)
        {
          self->ids[at] = self->ids[at - 1];
          self->counts[at] = self->counts[at - 1];
        }
      self->ids[at] = id;
      self->counts[at] = count;
    }
  for (guint32 i = first; i < end; i++)
    self->counts[i] = MIN (self->counts[i], MOST_COUNTED);
}

static void
count_words (PlxProfile            *self,
             const PlxProfileWords *words)
{
  gsize n_cells = (gsize) self->n_members * self->n_columns;
  guint32 n = 0;

  self->first = g_new (guint32, self->n_columns + 1);
  self->ids = g_new (guint32, n_cells + 1);
  self->counts = g_new (guint32, n_cells + 1);
  for (guint32 column = 0; column < self->n_columns; column++)
    {
      self->first[column] = n;
      for (guint32 i = 0; i < self->n_members; i++)
        {
          guint32 text = self->members[i];
          guint32 word = self->cells[(gsize) column * self->n_members + i];

          if (word != PLX_NONE)
            n = count_word (self, self->first[column], n,
                            g_array_index ((GArray *) words->texts->pdata[text], guint32, word),
                            words->copies[text]);
        }
      sort_words (self, self->first[column], n);
    }
  self->first[self->n_columns] = n;
}

/**
 * plx_profile_new:
 * @words: the words
 * @text: a text
 *
 * Returns: (transfer full): the text alone, each word a column
 */
PlxProfile *
plx_profile_new (const PlxProfileWords *words,
                 guint32                text)
{
  GArray *ids = words->texts->pdata[text];
  PlxProfile *self = profile_alloc (1, ids->len);

  self->members[0] = text;
  for (guint32 i = 0; i < ids->len; i++)
    self->cells[i] = i;
  count_words (self, words);

  return self;
}

static void
copy_column (const PlxProfile *from,
             guint32           column,
             guint32          *cells)
{
  if (column == PLX_NONE)
    memset (cells, 0xff, from->n_members * sizeof *cells);
  else
    memcpy (cells, from->cells + (gsize) column * from->n_members,
            from->n_members * sizeof *cells);
}

/**
 * plx_profile_merge:
 * @words: the words
 * @a: some texts
 * @b: some others
 * @cancellable: (nullable): when to stop
 *
 * Lays two profiles beside each other.
 *
 * Returns: (transfer full) (nullable): all texts of both, or `NULL` if it was stopped
 */
PlxProfile *
plx_profile_merge (const PlxProfileWords *words,
                   const PlxProfile      *a,
                   const PlxProfile      *b,
                   GCancellable          *cancellable)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (PlxProfileStep));
  PlxProfile *self;

  if (!plx_profile_align (words, a, b, steps, cancellable))
    return NULL;

  self = profile_alloc (a->n_members + b->n_members, steps->len);
  memcpy (self->members, a->members, a->n_members * sizeof *self->members);
  memcpy (self->members + a->n_members, b->members, b->n_members * sizeof *self->members);
  for (guint32 i = 0; i < steps->len; i++)
    {
      const PlxProfileStep *step = &g_array_index (steps, PlxProfileStep, i);
      guint32 *cells = self->cells + (gsize) i * self->n_members;

      copy_column (a, step->a, cells);
      copy_column (b, step->b, cells + a->n_members);
    }
  count_words (self, words);

  return self;
}
