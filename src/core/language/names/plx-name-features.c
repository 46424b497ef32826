/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-features"

#include "config.h"

#include "language/names/plx-name-features.h"

#include <string.h>

/* The longest beginnings and endings of words that are looked at. */
#define LONGEST_AFFIX 4

/* Longer forms than this are cut. */
#define LONGEST_SHAPE 12

/* How near to a word with a capital another one has to be to be part of its name. */
#define NEAR 2

/* Longer runs of name words are all alike. */
#define LONGEST_RUN 6

/* What is seen of one token by itself, and where it stands among others of which names are made. A
 * run is a row of words with capitals; a wide run has small words between them as in "Bank of
 * England". */
typedef struct
{
  guint32  word;
  guint32  shape;
  guint32  fine;
  guint32  coarse;
  guint    cues;
  guint32  known;
  gboolean is_name_word;
  guint    run_first;
  guint    run_last;
  guint    wide_first;
  guint    wide_last;
} Atom;

/* The kinds of features. P and N stand for the tokens before and behind. Their numbers are part of
 * the model: after a change here it has to be trained again. */
typedef enum
{
  BIAS,
  WORD,
  WORD_P1,
  WORD_P2,
  WORD_N1,
  WORD_N2,
  FINE,
  FINE_P1,
  FINE_P2,
  FINE_N1,
  FINE_N2,
  COARSE,
  COARSE_P1,
  COARSE_P2,
  COARSE_N1,
  COARSE_N2,
  COARSES_P,
  COARSES_N,
  SHAPE,
  SHAPE_P1,
  SHAPE_N1,
  CUE,
  CUE_P1,
  CUE_P2,
  CUE_N1,
  CUE_N2,
  KNOWN,
  KNOWN_P1,
  KNOWN_N1,
  SMALL,
  SENTENCE,
  RUN_LENGTH,
  RUN_PLACE,
  RUN_FIRST,
  RUN_FIRST_FINE,
  RUN_FIRST_CUE,
  RUN_LAST,
  RUN_LAST_FINE,
  RUN_LAST_CUE,
  BEFORE_RUN,
  BEFORE_RUN_FINE,
  BEFORE_RUN_CUE,
  BEFORE_RUN_2,
  AFTER_RUN,
  AFTER_RUN_FINE,
  AFTER_RUN_CUE,
  AFTER_RUN_2,
  WIDE_PLACE,
  WIDE_FIRST,
  WIDE_FIRST_CUE,
  WIDE_LAST,
  WIDE_LAST_CUE,
  BEFORE_WIDE,
  BEFORE_WIDE_CUE,
  AFTER_WIDE,
  AFTER_WIDE_CUE,
  INITIALS,
  ELECTION,
  PREFIX,
  SUFFIX = PREFIX + LONGEST_AFFIX,
  N_KINDS = SUFFIX + LONGEST_AFFIX,
} Kind;

/* Stands for what is before the first and behind the last token. */
static const Atom outside = { .word = 0x51ed270b, .shape = 0x51ed270b };

/* Small words that names have inside. */
static const char *const joints[] = {
  "&", "-", "and", "da", "de", "del", "della", "des", "di", "do", "dos", "du", "for", "in", "la",
  "of", "on", "the", NULL
};

static inline guint32
mix (guint32 a,
     guint32 b)
{
  const guint64 product =
    ((guint64) a ^ 0x9e3779b97f4a7c15u) * ((guint64) b + 0xd6e8feb86659fd93u);

  return (guint32) (product ^ (product >> 32));
}

/**
 * plx_name_features_hash_word:
 * @word: a word, in small letters
 * @length: how many bytes
 *
 * Returns: a hash that stands for the word in the model; numbers of one form have the same
 */
guint32
plx_name_features_hash_word (const char *word,
                             gsize       length)
{
  guint64 hash = 0xcbf29ce484222325u ^ length;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) (g_ascii_isdigit (word[i]) ? '0' : word[i])) * 0x100000001b3u;

  hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9u;

  return (guint32) (hash >> 32);
}

PlxNameFeatures *
plx_name_features_new (void)
{
  PlxNameFeatures *self = g_new0 (PlxNameFeatures, 1);

  self->sights = g_array_new (FALSE, FALSE, sizeof (PlxNameSight));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
plx_name_features_free (PlxNameFeatures *self)
{
  g_array_unref (self->sights);
  g_array_unref (self->hashes);
  g_free (self);
}

static char
letter_kind (gunichar c)
{
  if (g_unichar_isupper (c))
    return 'X';
  if (g_unichar_isalpha (c))
    return 'x';
  if (g_unichar_isdigit (c))
    return '0';

  return c < 0x80 ? (char) c : '?';
}

/* "Xx", "XX", "Xx-x", "00": how a word is written, each kind of letter told twice at most. */
static guint32
read_shape (const char     *text,
            const PlxToken *token)
{
  guint32 shape = 0;
  guint length = 0;
  guint n = 0;
  char last = '\0';

  for (const char *at = text + token->start; at < text + token->end && length < LONGEST_SHAPE;
       at = g_utf8_next_char (at))
    {
      const char kind = letter_kind (g_utf8_get_char (at));

      n = kind == last ? n + 1 : 1;
      last = kind;
      if (n > 2)
        continue;

      shape = mix (shape, kind);
      length++;
    }

  return shape;
}

/* The forms that the network tells apart beside the word. */
static guint32
read_form (const PlxToken *token,
           PlxCase         letter_case)
{
  guint32 form = 0;

  if (!token->is_word)
    form = 7;
  else if (token->is_acronym)
    form = 4;
  else if (token->is_mixed)
    form = 3;
  else if (token->is_capital)
    form = token->is_first ? 2 : 1;
  else if (token->is_number)
    form = 5;
  else if (token->known_tokens > 0)
    form = 6;

  return form + 8 * letter_case;
}

static void
read_atom (Atom           *atom,
           const char     *text,
           const PlxToken *token,
           PlxCase         letter_case)
{
  atom->word = plx_name_features_hash_word (token->lower, strlen (token->lower));
  atom->shape = mix (read_shape (text, token), letter_case * 2 + token->is_first);
  atom->cues = token->is_word ? token->cues : 0;
  atom->is_name_word = (token->is_word && token->is_capital) || token->known_tokens > 0;
}

/* What our tables know of each token of the names that they know. */
static void
read_known (Atom           *atoms,
            const PlxToken *tokens,
            guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      const PlxToken *token = &tokens[i];

      for (guint j = 0; j < token->known_tokens && i + j < n; j++)
        {
          if (j == 0 && atoms[i].known != 0)
            continue;

          atoms[i + j].known = 1 + token->kind + 8 * token->form + 32 * (j > 0) +
                               64 * token->is_ambiguous + 128 * (token->known_tokens > 1) +
                               256 * (token->country != NULL);
          atoms[i + j].is_name_word = TRUE;
        }
    }
}

static void
read_runs (Atom  *atoms,
           guint  n)
{
  guint end;

  for (guint i = 0; i < n; i = end)
    {
      end = i + 1;
      while (end < n && atoms[i].is_name_word && atoms[end].is_name_word)
        end++;
      for (guint j = i; j < end; j++)
        {
          atoms[j].run_first = i;
          atoms[j].run_last = end - 1;
        }
    }
}

/* Where a wide run goes on behind @end, or @end. */
static guint
skip_joints (const Atom     *atoms,
             const PlxToken *tokens,
             guint           n,
             guint           end)
{
  for (guint next = end; next < n && next <= end + 2; next++)
    {
      if (atoms[next].is_name_word)
        return next;
      if (next == end + 2 || !g_strv_contains (joints, tokens[next].lower))
        break;
    }

  return end;
}

static void
read_wide_runs (Atom           *atoms,
                const PlxToken *tokens,
                guint           n)
{
  guint end;

  for (guint i = 0; i < n; i = end)
    {
      end = i + 1;
      while (atoms[i].is_name_word && end < n)
        {
          const guint next = skip_joints (atoms, tokens, n, end);

          if (next == end && !atoms[end].is_name_word)
            break;
          end = next + 1;
        }
      for (guint j = i; j < end; j++)
        {
          atoms[j].wide_first = i;
          atoms[j].wide_last = end - 1;
        }
    }
}

/* There is room for it: see reserve (). */
static inline void
add (PlxNameFeatures *self,
     Kind             kind,
     guint32          value)
{
  g_array_index (self->hashes, guint32, self->hashes->len++) =
    mix (kind * 0x85ebca6bu + 0x1b873593u, value);
}

/* Appending one feature after the other to the array took longer than finding them. */
static void
reserve (PlxNameFeatures *self)
{
  const guint n = self->hashes->len;

  /* A bit for each cue of the words that are looked at, and what else there is of each kind. */
  G_STATIC_ASSERT (N_KINDS + 13 * 32 <= PLX_NAME_MOST_FEATURES);

  g_array_set_size (self->hashes, n + PLX_NAME_MOST_FEATURES);
  self->hashes->len = n;
}

/* A feature for each bit. */
static void
add_cues (PlxNameFeatures *self,
          Kind             kind,
          guint            cues)
{
  for (; cues != 0; cues &= cues - 1)
    add (self, kind, g_bit_nth_lsf (cues, -1));
}

static void
add_words (PlxNameFeatures *self,
           const Atom      *a,
           const Atom      *p1,
           const Atom      *p2,
           const Atom      *n1,
           const Atom      *n2)
{
  add (self, WORD, a->word);
  add (self, WORD_P1, p1->word);
  add (self, WORD_P2, p2->word);
  add (self, WORD_N1, n1->word);
  add (self, WORD_N2, n2->word);
  add (self, FINE, a->fine);
  add (self, FINE_P1, p1->fine);
  add (self, FINE_P2, p2->fine);
  add (self, FINE_N1, n1->fine);
  add (self, FINE_N2, n2->fine);
  add (self, COARSE, mix (a->coarse, a->shape));
  add (self, COARSE_P1, mix (p1->coarse, a->shape));
  add (self, COARSE_P2, p2->coarse);
  add (self, COARSE_N1, mix (n1->coarse, a->shape));
  add (self, COARSE_N2, n2->coarse);
  add (self, COARSES_P, mix (p1->coarse, a->coarse));
  add (self, COARSES_N, mix (a->coarse, n1->coarse));
  add (self, SHAPE, a->shape);
  add (self, SHAPE_P1, p1->shape);
  add (self, SHAPE_N1, n1->shape);
  add_cues (self, CUE, a->cues);
  add_cues (self, CUE_P1, p1->cues);
  add_cues (self, CUE_P2, p2->cues);
  add_cues (self, CUE_N1, n1->cues);
  add_cues (self, CUE_N2, n2->cues);
  add (self, KNOWN, a->known);
  if (p1->known != 0)
    add (self, KNOWN_P1, p1->known);
  if (n1->known != 0)
    add (self, KNOWN_N1, n1->known);
}

static void
add_affixes (PlxNameFeatures *self,
             const PlxToken  *token)
{
  const gsize length = strlen (token->lower);

  for (gsize i = 2; i <= LONGEST_AFFIX && i < length; i++)
    {
      add (self, PREFIX + i - 1, plx_name_features_hash_word (token->lower, i));
      add (self, SUFFIX + i - 1, plx_name_features_hash_word (token->lower + length - i, i));
    }
}

static const Atom *
get_atom (const Atom *atoms,
          guint       n,
          guint       at,
          int         step)
{
  const gint64 place = (gint64) at + step;

  return place >= 0 && place < n ? &atoms[place] : &outside;
}

static void
add_run (PlxNameFeatures *self,
         const Atom      *atoms,
         guint            n,
         guint            at)
{
  const Atom *a = &atoms[at];
  const guint length = MIN (a->run_last - a->run_first + 1, LONGEST_RUN);
  const Atom *before = get_atom (atoms, n, a->run_first, -1);
  const Atom *after = get_atom (atoms, n, a->run_last, 1);

  add (self, RUN_LENGTH, length);
  add (self, RUN_PLACE, length * 16 + MIN (at - a->run_first, 3) * 4 + MIN (a->run_last - at, 3));
  if (length > 1)
    {
      add (self, RUN_FIRST, atoms[a->run_first].word);
      add (self, RUN_FIRST_FINE, atoms[a->run_first].fine);
      add_cues (self, RUN_FIRST_CUE, atoms[a->run_first].cues);
      add (self, RUN_LAST, atoms[a->run_last].word);
      add (self, RUN_LAST_FINE, atoms[a->run_last].fine);
      add_cues (self, RUN_LAST_CUE, atoms[a->run_last].cues);
    }

  add (self, BEFORE_RUN, before->word);
  add (self, BEFORE_RUN_FINE, before->fine);
  add_cues (self, BEFORE_RUN_CUE, before->cues);
  add (self, BEFORE_RUN_2, mix (get_atom (atoms, n, a->run_first, -2)->word, before->word));
  add (self, AFTER_RUN, after->word);
  add (self, AFTER_RUN_FINE, after->fine);
  add_cues (self, AFTER_RUN_CUE, after->cues);
  add (self, AFTER_RUN_2, mix (after->word, get_atom (atoms, n, a->run_last, 2)->word));
}

/* Of a word within a wide run, or between its parts. */
static void
add_wide_run (PlxNameFeatures *self,
              const Atom      *atoms,
              guint            n,
              guint            at)
{
  const Atom *a = &atoms[at];
  const Atom *first = &atoms[a->wide_first];
  const Atom *last = &atoms[a->wide_last];
  const Atom *before = get_atom (atoms, n, a->wide_first, -1);
  const Atom *after = get_atom (atoms, n, a->wide_last, 1);

  add (self, WIDE_PLACE, a->is_name_word * 64 + MIN (a->wide_last - at, 7) * 8 +
                           MIN (at - a->wide_first, 7));
  add (self, WIDE_FIRST, first->word);
  add_cues (self, WIDE_FIRST_CUE, atoms[first->run_last].cues);
  add (self, WIDE_LAST, last->word);
  add_cues (self, WIDE_LAST_CUE, last->cues);
  add (self, BEFORE_WIDE, before->word);
  add_cues (self, BEFORE_WIDE_CUE, before->cues);
  add (self, AFTER_WIDE, after->word);
  add_cues (self, AFTER_WIDE_CUE, after->cues);
}

/* Whether the letters of the acronym at @at, which stands in a bracket, are the initials of the
 * words before the bracket. */
static gboolean
has_initials (const Atom     *atoms,
              const PlxToken *tokens,
              guint           at)
{
  const char *letters = tokens[at].lower;
  const guint end = at - 1;
  guint n = 0;

  for (guint i = atoms[end - 1].wide_first; i < end && letters[n] != '\0'; i++)
    {
      if (tokens[i].lower[0] == letters[n])
        n++;
      else if (n > 0 && !g_strv_contains (joints, tokens[i].lower))
        break;
    }

  return n >= 2 && strlen (letters) <= n + 1;
}

static gboolean
is_bracketed (const PlxToken *tokens,
              guint           n,
              guint           at)
{
  return at >= 2 && at < n && tokens[at].is_acronym && g_str_equal (tokens[at - 1].lower, "(");
}

static void
add_initials (PlxNameFeatures *self,
              const Atom      *atoms,
              const PlxToken  *tokens,
              guint            n,
              guint            at)
{
  if (is_bracketed (tokens, n, at))
    add (self, INITIALS, has_initials (atoms, tokens, at));
  if (is_bracketed (tokens, n, atoms[at].wide_last + 2))
    add (self, INITIALS, 2 + has_initials (atoms, tokens, atoms[at].wide_last + 2));
}

/* "the 1999 Norwegian general election": how far behind a token, or the run that begins behind
 * it, the word for an election stands. */
static void
add_election (PlxNameFeatures *self,
              const Atom      *atoms,
              const PlxToken  *tokens,
              guint            n,
              guint            at)
{
  const guint run = tokens[at].is_number && at + 1 < n ? at + 1 : at;
  const guint last = atoms[run].is_name_word ? atoms[run].run_last : at;
  const gboolean has_year = tokens[at].is_number || (atoms[at].is_name_word &&
                                                     atoms[at].run_first > 0 &&
                                                     tokens[atoms[at].run_first - 1].is_number);

  for (guint i = last; i <= last + 3 && i < n; i++)
    {
      if (atoms[i].cues & PLX_CUE_ELECTION)
        {
          add (self, ELECTION, (i - last) * 4 + has_year * 2 + tokens[at].is_number);
          return;
        }
    }
}

static void
read_token (PlxNameFeatures *self,
            const Atom      *atoms,
            const PlxToken  *tokens,
            guint            n,
            guint            at,
            PlxCase          letter_case)
{
  const Atom *a = &atoms[at];

  reserve (self);
  add (self, BIAS, 0);
  add_words (self, a, get_atom (atoms, n, at, -1), get_atom (atoms, n, at, -2),
             get_atom (atoms, n, at, 1), get_atom (atoms, n, at, 2));
  add_affixes (self, &tokens[at]);
  if (tokens[at].is_known)
    add (self, SMALL, mix (tokens[at].use.small, a->shape));
  add (self, SENTENCE, tokens[at].is_first + 2 * letter_case);
  if (a->is_name_word)
    {
      add_run (self, atoms, n, at);
      add_initials (self, atoms, tokens, n, at);
    }
  if (a->wide_last > a->wide_first)
    add_wide_run (self, atoms, n, at);
  add_election (self, atoms, tokens, n, at);
}

/* Only words with capitals, what is between them and what stands near them can be part of a name;
 * most words of a text are not looked at further. */
static gboolean
may_be_named (const Atom *atoms,
              guint       n,
              guint       at)
{
  for (int step = -NEAR; step <= NEAR; step++)
    {
      if (get_atom (atoms, n, at, step)->is_name_word)
        return TRUE;
    }

  return atoms[at].wide_last > atoms[at].wide_first;
}

/**
 * plx_name_features_read:
 * @self: where to put them; what was there is gone
 * @text: UTF-8
 * @tokens: (array length=n_tokens): the tokens of a sentence
 * @n_tokens: how many they are
 * @letter_case: how much capitals tell in it
 * @find_clusters: (scope call): tells the clusters of a word
 * @user_data: for @find_clusters
 *
 * Reads what the model wants to know of the tokens.
 */
void
plx_name_features_read (PlxNameFeatures *self,
                        const char      *text,
                        const PlxToken  *tokens,
                        guint            n_tokens,
                        PlxCase          letter_case,
                        PlxClusterFunc   find_clusters,
                        gpointer         user_data)
{
  g_autofree Atom *atoms = g_new0 (Atom, n_tokens + 1);

  g_array_set_size (self->sights, n_tokens);
  g_array_set_size (self->hashes, 0);

  for (guint i = 0; i < n_tokens; i++)
    {
      read_atom (&atoms[i], text, &tokens[i], letter_case);
      find_clusters (atoms[i].word, &atoms[i].fine, &atoms[i].coarse, user_data);
    }
  read_known (atoms, tokens, n_tokens);
  read_runs (atoms, n_tokens);
  read_wide_runs (atoms, tokens, n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      PlxNameSight sight = { .word = atoms[i].word, .form = read_form (&tokens[i], letter_case) };

      sight.first = self->hashes->len;
      if (may_be_named (atoms, n_tokens, i))
        read_token (self, atoms, tokens, n_tokens, i, letter_case);
      sight.end = self->hashes->len;
      g_array_index (self->sights, PlxNameSight, i) = sight;
    }
}
