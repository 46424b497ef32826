/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-namings"

#include "config.h"

#include "language/entities/plx-namings.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/entities/plx-namings-private.h"
#include "language/names/plx-gazetteer.h"

/* A stretch of which the user has said something. */
typedef struct
{
  guint32        start;
  guint32        end;
  guint32        sentence;
  guint          said;
  const PlxSaid *what;
} Stretch;

/* One article while what the user has said goes into it. */
typedef struct
{
  PlxNamings    *namings;
  guint          article;
  PlxAnnotation *annotation;
  const char    *text;
  GArray        *found;   /* Stretch; words of which something is said, the longest first */
  GArray        *fixed;   /* Stretch; mentions of which something is said, each by itself */
  GArray        *taken;   /* Stretch; names now */
  gboolean      *dropped; /* by mention */
  guint8        *covered; /* by byte of the text: whether it is in a name of @taken */
} Mending;

static gboolean
overlaps_any (GArray  *stretches,
              guint32  start,
              guint32  end)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *other = &g_array_index (stretches, Stretch, i);

      if (start < other->end && other->start < end)
        return TRUE;
    }

  return FALSE;
}

static PlxMentionSpan *
get_mention (Mending *self,
             guint    index)
{
  return &g_array_index (self->annotation->mentions, PlxMentionSpan, index);
}

/* The first of the engine's mentions that ends behind a place. They are in order, and none
 * overlaps another. */
static guint
find_first (Mending *self,
            guint32  start)
{
  guint low = 0;
  guint high = self->annotation->mentions->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (get_mention (self, middle)->end > start)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

static gboolean
is_before (Mending       *self,
           guint          mention,
           const Stretch *stretch)
{
  return mention < self->annotation->mentions->len &&
         get_mention (self, mention)->start < stretch->end;
}

static const PlxSentenceSpan *
get_sentence (Mending *self,
              guint    index)
{
  return &g_array_index (self->annotation->sentences, PlxSentenceSpan, index);
}

static char *
dup_folded (const char *text,
            gsize       start,
            gsize       end)
{
  g_autofree char *words = g_strndup (text + start, end - start);

  return plx_naming_fold (words);
}

/* How much of what stood around a mention stands around this place. */
static guint
judge_place (Mending               *self,
             const PlxNaming       *naming,
             const PlxSentenceSpan *sentence,
             gsize                  start,
             gsize                  end)
{
  const PlxBlockSpan *block = plx_document_get_block (self->annotation->document, sentence->block);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *wanted_before = NULL;
  g_autofree char *wanted_after = NULL;
  guint n = 0;

  if (naming->before == NULL || naming->after == NULL)
    return 2;

  before = dup_folded (self->text, block->start, start);
  after = dup_folded (self->text, end, block->end);
  wanted_before = plx_naming_fold (naming->before);
  wanted_after = plx_naming_fold (naming->after);
  n += *wanted_before == '\0' ? *before == '\0' : g_str_has_suffix (before, wanted_before);
  n += *wanted_after == '\0' ? *after == '\0' : g_str_has_prefix (after, wanted_after);

  return n;
}

/* Finds a mention again. Where the text has shifted it is the place with the most of what stood
 * around it, and among equals the nearest; where nothing of that is left it is gone. */
static gboolean
find_mention (Mending               *self,
              const PlxNamedMention *mention,
              Stretch               *stretch)
{
  const guint32 wanted = mention->naming->start;
  guint best = 0;
  guint32 nearest = 0;

  for (guint i = 0; i < self->annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = get_sentence (self, i);

      for (gsize at = sentence->start; at < sentence->end;
           at = g_utf8_next_char (self->text + at) - self->text)
        {
          const gsize end = plx_naming_pattern_match (&mention->pattern, self->text, at,
                                                      sentence->end);
          const guint32 distance = MAX (at, wanted) - MIN (at, wanted);
          const guint score = end == 0 ? 0
                              : judge_place (self, mention->naming, sentence, at, end);

          if (score == 0 || score < best || (score == best && distance >= nearest))
            continue;

          best = score;
          nearest = distance;
          *stretch = (Stretch) { .start = at, .end = end, .sentence = i, .said = mention->said };
        }
    }

  return best > 0;
}

static void
find_mentions (Mending *self)
{
  for (guint i = 0; i < self->namings->mentions->len; i++)
    {
      const PlxNamedMention *mention =
        &g_array_index (self->namings->mentions, PlxNamedMention, i);
      Stretch stretch;

      /* The newest come first. */
      if (mention->article != self->article || !find_mention (self, mention, &stretch) ||
          overlaps_any (self->fixed, stretch.start, stretch.end))
        continue;

      stretch.what = plx_namings_get_said (self->namings, stretch.said);
      g_array_append_val (self->fixed, stretch);
    }
}

static void
add_found (Mending *self,
           gsize    start,
           gsize    end,
           guint    sentence,
           guint    said)
{
  Stretch stretch = { .start = start, .end = end, .sentence = sentence, .said = said };

  if (said == 0)
    return;

  stretch.what = plx_namings_get_said (self->namings, said);
  g_array_append_val (self->found, stretch);
}

static void
find_words_at (Mending               *self,
               const PlxSentenceSpan *sentence,
               guint                  index,
               gsize                  at)
{
  guint hashes[PLX_NAMING_PREFIX];
  const guint n = plx_naming_hash_text (self->text, at, sentence->end, hashes);

  for (guint k = 0; k < n; k++)
    {
      GPtrArray *patterns = g_hash_table_lookup (self->namings->by_hash,
                                                 GUINT_TO_POINTER (hashes[k]));

      for (guint i = 0; patterns != NULL && i < patterns->len; i++)
        {
          const PlxNamedWords *words = g_ptr_array_index (patterns, i);
          const gsize end = plx_naming_pattern_match (&words->pattern, self->text, at,
                                                      sentence->end);

          if (end > 0 && plx_naming_ends_word (self->text, end, sentence->end))
            add_found (self, at, end, index,
                       plx_namings_find_said (self->namings, self->article, words->surface));
        }
    }
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Stretch *first = a;
  const Stretch *second = b;
  const guint32 length = first->end - first->start;
  const guint32 other = second->end - second->start;

  if (length != other)
    return length > other ? -1 : 1;

  return (first->start > second->start) - (first->start < second->start);
}

/* The words wherever they stand by themselves, and wherever the engine has found them. */
static void
find_words (Mending *self)
{
  for (guint i = 0; i < self->annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = get_sentence (self, i);

      for (gsize at = sentence->start; at < sentence->end;
           at = g_utf8_next_char (self->text + at) - self->text)
        if (plx_naming_starts_word (self->text, sentence->start, at))
          find_words_at (self, sentence, i, at);
    }

  for (guint i = 0; i < self->annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = get_mention (self, i);
      g_autofree char *surface = dup_folded (self->text, mention->start, mention->end);

      add_found (self, mention->start, mention->end, mention->sentence,
                 plx_namings_find_said (self->namings, self->article, surface));
    }

  g_array_sort (self->found, compare_found);
}

/* What is no name takes with it the names inside it, and none that are longer. */
static void
drop_inside (Mending       *self,
             const Stretch *stretch)
{
  for (guint i = find_first (self, stretch->start); is_before (self, i, stretch); i++)
    {
      const PlxMentionSpan *mention = get_mention (self, i);

      if (stretch->start <= mention->start && mention->end <= stretch->end)
        self->dropped[i] = TRUE;
    }
}

static void
take (Mending       *self,
      const Stretch *stretch)
{
  for (guint i = find_first (self, stretch->start); is_before (self, i, stretch); i++)
    self->dropped[i] = TRUE;

  memset (self->covered + stretch->start, 1, stretch->end - stretch->start);
  g_array_append_val (self->taken, *stretch);
}

/* Whether the words are part of a longer name that the engine has found: who renames a city does
 * not speak of the paper that is called after it. */
static gboolean
is_in_longer (Mending       *self,
              const Stretch *stretch)
{
  for (guint i = find_first (self, stretch->start); is_before (self, i, stretch); i++)
    {
      const PlxMentionSpan *mention = get_mention (self, i);

      if (!self->dropped[i] && mention->start <= stretch->start && stretch->end <= mention->end &&
          mention->end - mention->start > stretch->end - stretch->start)
        return TRUE;
    }

  return FALSE;
}

/* Whether the user has said of this very stretch, or of one around it, that it is no name. */
static gboolean
is_refused (Mending       *self,
            const Stretch *stretch)
{
  for (guint i = 0; i < self->fixed->len; i++)
    {
      const Stretch *other = &g_array_index (self->fixed, Stretch, i);

      if (!other->what->is_name && other->start <= stretch->start && stretch->end <= other->end)
        return TRUE;
    }

  return FALSE;
}

static void
take_found (Mending *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->found, Stretch, i);

      if (stretch->what->is_name && !is_refused (self, stretch) && !is_in_longer (self, stretch) &&
          memchr (self->covered + stretch->start, 1, stretch->end - stretch->start) == NULL)
        take (self, stretch);
    }
}

static void
decide (Mending *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->found, Stretch, i);

      if (!stretch->what->is_name && !overlaps_any (self->fixed, stretch->start, stretch->end))
        drop_inside (self, stretch);
    }

  for (guint i = 0; i < self->fixed->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->fixed, Stretch, i);

      if (stretch->what->is_name)
        take (self, stretch);
      else
        drop_inside (self, stretch);
    }

  /* Twice: a longer name may be gone only after others were taken. */
  take_found (self);
  take_found (self);
}

/* What the engine makes of a name that it had not found. */
static void
guess (Mending        *self,
       PlxMentionSpan *mention)
{
  g_autofree char *name = dup_folded (self->text, mention->start, mention->end);
  gboolean is_ambiguous;
  PlxForm form;
  const char *code = plx_country_match_name (name, -1, &form, &is_ambiguous);
  const PlxKnownName *known = plx_gazetteer_lookup (name, FALSE);

  mention->kind = PLX_KIND_OTHER;
  mention->form = PLX_FORM_NAME;
  if (code != NULL)
    {
      mention->kind = PLX_KIND_COUNTRY;
      mention->form = form;
      mention->country = code;
    }
  else if (known != NULL)
    {
      mention->kind = known->kind;
      mention->country = known->country;
    }
}

/* A kind that was said holds for a name that the engine had not found before names are related: it
 * finds the short forms of a person’s. One that it had found keeps its kind until then, because it
 * must not change what others are found to be. A country needs its code to be one. */
static void
settle_kind (PlxMentionSpan *mention,
             const PlxSaid  *what)
{
  if (what->has_kind && what->kind != mention->kind)
    {
      mention->kind = what->kind;
      mention->form = PLX_FORM_NAME;
      mention->country = NULL;
    }
  if (what->has_country)
    mention->country = what->country;
  if (mention->kind == PLX_KIND_COUNTRY && mention->country == NULL)
    mention->kind = PLX_KIND_OTHER;
}

static PlxMentionSpan
make_mention (Mending       *self,
              const Stretch *stretch)
{
  PlxMentionSpan mention = { .start = stretch->start, .end = stretch->end,
                             .sentence = stretch->sentence, .entity = PLX_NONE };
  gboolean is_known = FALSE;

  for (guint i = find_first (self, stretch->start); is_before (self, i, stretch) && !is_known; i++)
    {
      is_known = get_mention (self, i)->start == stretch->start &&
                 get_mention (self, i)->end == stretch->end;
      if (is_known)
        mention = *get_mention (self, i);
    }

  if (!is_known)
    {
      guess (self, &mention);
      settle_kind (&mention, stretch->what);
    }
  if (mention.form == PLX_FORM_TITLE)
    mention.form = PLX_FORM_NAME;
  mention.by_user = TRUE;
  mention.said_in = stretch->what->narrowest;
  mention.named_in = stretch->what->entity != NULL ? stretch->what->reach
                                                   : stretch->what->narrowest;
  mention.said = stretch->said;

  return mention;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const PlxMentionSpan *first = a;
  const PlxMentionSpan *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

static void
put_back (Mending *self)
{
  GArray *mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));

  for (guint i = 0; i < self->annotation->mentions->len; i++)
    if (!self->dropped[i])
      g_array_append_val (mentions, *get_mention (self, i));

  for (guint i = 0; i < self->taken->len; i++)
    {
      PlxMentionSpan mention = make_mention (self, &g_array_index (self->taken, Stretch, i));

      g_array_append_val (mentions, mention);
    }

  g_array_sort (mentions, compare_mentions);
  g_array_unref (self->annotation->mentions);
  self->annotation->mentions = mentions;
}

/**
 * plx_namings_apply:
 * @self: what the user has said
 * @article: the place of the article
 * @annotation: what the engine has found in it, without entities
 *
 * Takes away what is no name, puts in what was missed, and marks each mention of which something
 * was said, so that [func@language_resolve_named] gives it its entity.
 *
 * What is said of one mention is true of that stretch. What is said of words is true wherever they
 * stand by themselves, unless they are part of a longer name.
 */
void
plx_namings_apply (PlxNamings    *self,
                   guint          article,
                   PlxAnnotation *annotation)
{
  g_autofree gboolean *dropped = NULL;
  g_autofree guint8 *covered = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Mending mending = { .namings = self, .article = article, .annotation = annotation,
                      .text = annotation->document->text->str, .found = found, .fixed = fixed,
                      .taken = taken };

  g_return_if_fail (article < self->articles->len);

  if (self->namings->len == 0)
    return;

  mending.dropped = dropped = g_new0 (gboolean, annotation->mentions->len + 1);
  mending.covered = covered = g_new0 (guint8, annotation->document->text->len + 1);
  find_mentions (&mending);
  find_words (&mending);
  decide (&mending);
  put_back (&mending);
}
