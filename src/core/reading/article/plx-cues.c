/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cues"

#include "config.h"

#include "reading/article/plx-cues.h"

#include <string.h>

#include "reading/article/plx-cue-table.h"

#define N_REASONS (PLX_CUT_USER + 1)

/* A line that names a source has no more words. */
#define SOURCE_WORDS 6

/**
 * Cue:
 * @words: (array length=n_words): its words
 * @n_words: how many
 * @at_start: whether only the start of a block counts
 * @at_end: whether only the end of a block counts
 * @cue: the line of the table
 */
typedef struct
{
  char         **words;
  guint          n_words;
  gboolean       at_start;
  gboolean       at_end;
  const PlxCue  *cue;
} Cue;

static void
cue_add (GHashTable   *index,
         const PlxCue *row,
         const char   *phrase)
{
  g_autofree char *plain = g_strdup (phrase);
  Cue *cue = g_new0 (Cue, 1);
  char *start = plain;
  gsize length = strlen (plain);
  GPtrArray *cues;

  if (plain[length - 1] == '$')
    {
      cue->at_end = TRUE;
      plain[length - 1] = '\0';
    }
  if (*start == '^')
    {
      cue->at_start = TRUE;
      start++;
    }

  cue->cue = row;
  cue->words = g_strsplit (start, " ", -1);
  cue->n_words = g_strv_length (cue->words);

  cues = g_hash_table_lookup (index, cue->words[0]);
  if (cues == NULL)
    {
      cues = g_ptr_array_new ();
      g_hash_table_insert (index, cue->words[0], cues);
    }
  g_ptr_array_add (cues, cue);
}

static void
cue_add_table (GHashTable   *index,
               const PlxCue *table,
               guint         length)
{
  for (guint i = 0; i < length; i++)
    {
      g_auto (GStrv) phrases = g_strsplit (table[i].phrases, "|", -1);

      for (guint k = 0; phrases[k] != NULL; k++)
        cue_add (index, &table[i], phrases[k]);
    }
}

/* Built once and kept until the program ends. */
static GHashTable *
get_index (void)
{
  static gsize once = 0;
  static GHashTable *index = NULL;

  if (g_once_init_enter (&once))
    {
      index = g_hash_table_new (g_str_hash, g_str_equal);
      cue_add_table (index, plx_cue_table, plx_cue_table_length);
      cue_add_table (index, plx_cue_table_languages, plx_cue_table_languages_length);
      g_once_init_leave (&once, 1);
    }

  return index;
}

/**
 * Words:
 * @buffer: the words in small letters, one after another, each ended by a NUL
 * @starts: (element-type guint): where each begins in @buffer
 *
 * The words of a block.
 */
typedef struct
{
  GString *buffer;
  GArray  *starts;
} Words;

static const char *
words_get (const Words *words,
           guint        at)
{
  return words->buffer->str + g_array_index (words->starts, guint, at);
}

static void
words_split (Words      *words,
             const char *text)
{
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      gboolean mark = inside && (c == '\'' || c == 0x2019);

      if (!mark && !(c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c)))
        {
          if (inside)
            g_string_append_c (words->buffer, '\0');
          inside = FALSE;
          continue;
        }

      if (!inside)
        {
          guint start = words->buffer->len;

          g_array_append_val (words->starts, start);
        }
      inside = TRUE;

      if (mark)
        g_string_append_c (words->buffer, '\'');
      else if (c < 0x80)
        g_string_append_c (words->buffer, g_ascii_tolower (c));
      else
        g_string_append_unichar (words->buffer, g_unichar_tolower (c));
    }
}

static gboolean
cue_matches (const Cue   *cue,
             const Words *words,
             guint        at)
{
  if (at + cue->n_words > words->starts->len)
    return FALSE;
  if (cue->at_start && at != 0)
    return FALSE;
  if (cue->at_end && at + cue->n_words != words->starts->len)
    return FALSE;

  for (guint i = 1; i < cue->n_words; i++)
    if (strcmp (cue->words[i], words_get (words, at + i)) != 0)
      return FALSE;

  return TRUE;
}

static const Cue *
find_cue (GHashTable  *index,
          const Words *words,
          guint        at)
{
  GPtrArray *cues = g_hash_table_lookup (index, words_get (words, at));
  const Cue *best = NULL;

  for (guint i = 0; cues != NULL && i < cues->len; i++)
    {
      const Cue *cue = cues->pdata[i];

      if (cue_matches (cue, words, at) &&
          (best == NULL || cue->cue->weight > best->cue->weight ||
           (cue->cue->weight == best->cue->weight && cue->n_words > best->n_words)))
        best = cue;
    }

  return best;
}

/**
 * plx_cues_judge:
 * @text: a block's text
 * @score: (out): how loudly its words speak for the answer
 * @opens: (out) (optional): whether the first words are already unmistakable
 *
 * Weighs the words of a block. Whether the score is enough depends on the length of the
 * block: see [func@cues_get_need].
 *
 * Returns: the kind of chrome that the words speak for most, or `PLX_CUT_NONE`
 */
PlxCutReason
plx_cues_judge (const char *text,
                double     *score,
                gboolean   *opens)
{
  g_autoptr (GString) buffer = g_string_sized_new (strlen (text) + 8);
  g_autoptr (GArray) starts = g_array_sized_new (FALSE, FALSE, sizeof (guint), 32);
  Words words = { buffer, starts };
  GHashTable *index = get_index ();
  double scores[N_REASONS] = { 0 };
  PlxCutReason best = PLX_CUT_NONE;

  words_split (&words, text);
  for (guint at = 0; at < starts->len;)
    {
      const Cue *cue = find_cue (index, &words, at);

      if (cue != NULL)
        scores[cue->cue->reason] += cue->cue->weight;
      if (at == 0 && opens != NULL)
        *opens = cue != NULL && cue->at_start && cue->cue->weight >= 4;
      at += cue != NULL ? cue->n_words : 1;
    }

  for (guint i = 1; i < N_REASONS; i++)
    if (scores[i] > scores[best])
      best = i;

  *score = scores[best];

  return best;
}

/* The score from which a block counts as chrome. A long block may well mention cookies or
 * donations; a line of three words about them is about nothing else. */
static double
get_need (guint n_words)
{
  if (n_words <= 3)
    return 2;
  if (n_words <= 14)
    return 2.5;
  if (n_words <= 25)
    return 4;
  if (n_words <= 45)
    return 5;

  return 7;
}

static gboolean
is_template (const char *text)
{
  gsize length = strlen (text);

  if (length < 4 || length > 120)
    return FALSE;
  if (g_str_has_prefix (text, "[#") && text[length - 1] == ']')
    return TRUE;
  if (strstr (text, "{{") != NULL && strstr (text, "}}") != NULL)
    return TRUE;
  if (g_str_has_prefix (text, "${") || g_str_has_prefix (text, "<%") ||
      g_str_has_prefix (text, "{%"))
    return TRUE;
  if ((text[0] == '[' && text[length - 1] == ']') || (text[0] == '%' && text[length - 1] == '%'))
    return strchr (text, ' ') == NULL && strpbrk (text, "_/=") != NULL;

  return FALSE;
}

/* “3 Comments”, “2 thoughts on …”, “0 replies”. */
static gboolean
is_comment_count (const char *text)
{
  static const char *nouns[] = { "comment", "thought", "repl", "response" };
  const char *p = text;

  while (g_ascii_isdigit (*p) || *p == ',')
    p++;
  if (p == text || *p != ' ' || strlen (text) > 300)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_ascii_strncasecmp (p + 1, nouns[i], strlen (nouns[i])) == 0)
      return i == 1 ? strstr (p, " on ") != NULL : strchr (p + 1, ' ') == NULL;

  return FALSE;
}

/* “Source: …”, in a line of its own: where an article says whom it has it from. */
static gboolean
is_source_line (PlxDraft *draft)
{
  static const char *const words[] = { "source", "sources", "quelle", "quellen", "fuente", "fonte",
                                       "bron", "källa", "kilde", "lähde", "kaynak", "źródło",
                                       "zdroj", "forrás", "sursa", "источник", "джерело", "πηγή",
                                       "来源", "來源", "出典", "출처", "المصدر" };
  gsize length = strcspn (draft->text, " :\xC2\xEF");
  const char *rest = draft->text + length;
  g_autofree char *word = NULL;

  if (draft->shape.n_words > SOURCE_WORDS || length == 0 || length > 24)
    return FALSE;

  rest += strspn (rest, " \xC2\xA0");
  if (*rest != ':' && !g_str_has_prefix (rest, "：") && *rest != '\0')
    return FALSE;

  word = g_utf8_strdown (draft->text, length);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * plx_cues_judge_draft:
 * @draft: a block
 *
 * Judges a block by its words and its form alone, without its neighbours.
 *
 * Returns: the kind of chrome that it is, or `PLX_CUT_NONE`
 */
PlxCutReason
plx_cues_judge_draft (PlxDraft *draft)
{
  double score = 0;
  gboolean opens = FALSE;
  PlxCutReason reason;

  if (is_template (draft->text))
    return PLX_CUT_TEMPLATE;
  if (is_comment_count (draft->text))
    return PLX_CUT_COMMENTS;
  if (g_str_has_prefix (draft->text, "©") || is_source_line (draft))
    return PLX_CUT_LEGAL;

  reason = plx_cues_judge (draft->text, &score, &opens);

  /* An appeal speaks to its readers; a report about one does not. */
  if (draft->shape.n_words > 8 && draft->shape.n_stops > 0)
    {
      if (draft->shape.first_person + draft->shape.second_person == 0 && !opens)
        score *= 0.5;
      else if (draft->shape.first_person > 0 && draft->shape.second_person > 0)
        score += 1;
    }

  return score >= get_need (draft->shape.n_words) ? reason : PLX_CUT_NONE;
}
