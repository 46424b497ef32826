/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-repetition"

#include "config.h"

#include "reading/article/plx-repetition.h"

#include <string.h>

#include "reading/article/plx-cues.h"
#include "reading/article/plx-draft.h"

/* So many different articles have a block that belongs to the page and not to them. */
#define ARTICLES 3

/* Two are enough for a line of so many words above or below the whole text. */
#define FEW_ARTICLES 2
#define LINE_WORDS 12

/* Articles that share more of their text than this are copies or versions of one another. */
#define SAME_SHARE 0.3

/* From this score on the words of a block say what kind of chrome it is. */
#define CLEAR_SCORE 4

/* By so many of its longest paragraphs an article is looked up among the others. */
#define LONGEST 3

/**
 * Block:
 * @index: its place in its document
 * @key: what it says, as a number: letters in small, all numbers alike
 * @bytes: how long it is
 * @prose_before: whether prose of this article alone stands above it
 * @prose_after: whether prose of this article alone stands below it
 *
 * A kept block of an article.
 */
typedef struct
{
  guint    index;
  guint64  key;
  guint    bytes;
  gboolean prose_before;
  gboolean prose_after;
} Block;

/**
 * Article:
 * @document: the article
 * @blocks: (element-type Block): its kept blocks
 * @keys: their keys
 * @bytes: how long they are together
 * @same: the place, in the group, of an article of which this is a version; its own where it is the
 *   first
 */
typedef struct
{
  PlxDocument *document;
  GArray      *blocks;
  GHashTable  *keys;
  gsize        bytes;
  guint        same;
} Article;

static void
article_free (Article *self)
{
  g_array_unref (self->blocks);
  g_hash_table_unref (self->keys);
  g_free (self);
}

/* Neither case nor numbers nor marks tell one line of a page from the next page's. */
static guint64
make_key (const char *text,
          const char *end)
{
  guint64 key = G_GUINT64_CONSTANT (14695981039346656037);
  gboolean digits = FALSE;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isalnum (c))
        continue;
      if (g_unichar_isdigit (c))
        {
          if (!digits)
            key = (key ^ '0') * G_GUINT64_CONSTANT (1099511628211);
          digits = TRUE;
          continue;
        }
      digits = FALSE;
      key = (key ^ g_unichar_tolower (c)) * G_GUINT64_CONSTANT (1099511628211);
    }

  return key;
}

/* Headline, byline and date are the article's own, however often they are the same. */
static gboolean
may_be_chrome (const PlxBlockSpan *span)
{
  return span->kept && span->decider == PLX_DECIDER_READER && span->role != PLX_ROLE_HEADLINE &&
         span->role != PLX_ROLE_STANDFIRST && span->role != PLX_ROLE_AUTHOR &&
         span->role != PLX_ROLE_DATE;
}

static Article *
article_new (PlxDocument *document,
             guint        place)
{
  Article *self = g_new0 (Article, 1);

  self->document = document;
  self->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  self->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->same = place;

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *span = plx_document_get_block (document, i);
      const char *text = document->text->str;
      Block block = { .index = i, .bytes = span->end - span->start };

      if (!may_be_chrome (span))
        continue;
      block.key = make_key (text + span->start, text + span->end);
      g_array_append_val (self->blocks, block);
      self->bytes += block.bytes;
      g_hash_table_add (self->keys, g_memdup2 (&block.key, sizeof block.key));
    }

  return self;
}

static gboolean
is_same_article (const Article *one,
                 const Article *other)
{
  const Article *shorter = one->bytes <= other->bytes ? one : other;
  const Article *longer = shorter == one ? other : one;
  gsize shared = 0;

  for (guint i = 0; i < shorter->blocks->len; i++)
    {
      const Block *block = &g_array_index (shorter->blocks, Block, i);

      if (g_hash_table_contains (longer->keys, &block->key))
        shared += block->bytes;
    }

  return shared > SAME_SHARE * shorter->bytes;
}

static guint
find_first (GPtrArray *group,
            guint      at)
{
  while (((Article *) group->pdata[at])->same != at)
    at = ((Article *) group->pdata[at])->same;

  return at;
}

static void
join_if_same (GPtrArray *group,
              guint      one,
              guint      other)
{
  guint first = find_first (group, one);
  guint second = find_first (group, other);

  if (first != second && is_same_article (group->pdata[one], group->pdata[other]))
    ((Article *) group->pdata[MAX (first, second)])->same = MIN (first, second);
}

/* The keys of the longest paragraphs of an article. */
static guint
find_longest (const Article *self,
              guint64       *keys)
{
  guint bytes[LONGEST] = { 0 };

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block block = g_array_index (self->blocks, Block, i);

      /* The longer one takes the place, and the shorter one is tried on the next. */
      for (guint k = 0; k < LONGEST; k++)
        if (block.bytes > bytes[k])
          {
            guint shorter = bytes[k];
            guint64 its_key = keys[k];

            bytes[k] = block.bytes;
            keys[k] = block.key;
            block.bytes = shorter;
            block.key = its_key;
          }
    }

  return MIN (self->blocks->len, LONGEST);
}

/*
 * Versions of one report share their longest paragraphs. Of those with such a paragraph each is
 * compared with the first and with the one before it, so that thousands take no square of time.
 */
static void
find_versions (GPtrArray *group)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < group->len; i++)
    {
      guint64 keys[LONGEST] = { 0 };
      guint n = find_longest (group->pdata[i], keys);

      for (guint k = 0; k < n; k++)
        {
          gpointer before;

          if (g_hash_table_lookup_extended (first, &keys[k], NULL, &before))
            {
              join_if_same (group, GPOINTER_TO_UINT (before), i);
              join_if_same (group, GPOINTER_TO_UINT (g_hash_table_lookup (last, &keys[k])), i);
            }
          else
            g_hash_table_insert (first, g_memdup2 (&keys[k], sizeof keys[k]), GUINT_TO_POINTER (i));
          g_hash_table_insert (last, g_memdup2 (&keys[k], sizeof keys[k]), GUINT_TO_POINTER (i));
        }
    }
}

/* In how many different articles each block stands; the versions of one are one article. */
static GHashTable *
count_blocks (GPtrArray *group)
{
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < group->len; i++)
    {
      Article *article = group->pdata[i];
      guint64 own = find_first (group, i);

      for (guint k = 0; k < article->blocks->len; k++)
        {
          guint64 key = g_array_index (article->blocks, Block, k).key;
          guint64 both = (key ^ (own + 1)) * G_GUINT64_CONSTANT (1099511628211) + own;
          guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &key));

          /* Once an article, even where the page repeats itself. */
          if (g_hash_table_add (seen, g_memdup2 (&both, sizeof both)))
            g_hash_table_replace (counts, g_memdup2 (&key, sizeof key),
                                  GUINT_TO_POINTER (before + 1));
        }
    }

  return counts;
}

static guint
get_count (GHashTable  *counts,
           const Block *block)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, &block->key));
}

static PlxDraft *
make_draft (PlxDocument *document,
            const Block *block)
{
  const PlxBlockSpan *span = plx_document_get_block (document, block->index);

  return plx_draft_new (document->text->str + span->start, span->end - span->start);
}

/* Notes of each block whether prose that only this article has stands before and after it. */
static void
find_ends (Article    *article,
           GHashTable *counts)
{
  gboolean seen = FALSE;

  for (guint i = 0; i < article->blocks->len; i++)
    {
      Block *block = &g_array_index (article->blocks, Block, i);
      g_autoptr (PlxDraft) draft = make_draft (article->document, block);

      block->prose_before = seen;
      seen |= get_count (counts, block) < FEW_ARTICLES && plx_draft_is_prose (draft);
    }

  seen = FALSE;
  for (guint i = article->blocks->len; i-- > 0;)
    {
      Block *block = &g_array_index (article->blocks, Block, i);
      g_autoptr (PlxDraft) draft = make_draft (article->document, block);

      block->prose_after = seen;
      seen |= get_count (counts, block) < FEW_ARTICLES && plx_draft_is_prose (draft);
    }
}

/*
 * A paragraph that comes back may be what an outlet always tells of a matter. What speaks to the
 * reader, of the outlet, or in the words of page chrome is not that.
 */
static gboolean
speaks_of_page (PlxDocument    *document,
                const PlxDraft *draft)
{
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  double score = 0;

  if (draft->shape.first_person + draft->shape.second_person > 0 && draft->text[0] != '"' &&
      !g_str_has_prefix (draft->text, "“"))
    return TRUE;
  if (strchr (draft->text, '@') != NULL || strstr (draft->text, "://") != NULL ||
      strstr (draft->text, "www.") != NULL || strstr (draft->text, "©") != NULL)
    return TRUE;
  if (outlet != NULL && strlen (outlet) > 3 && strstr (draft->text, outlet) != NULL)
    return TRUE;

  return plx_cues_judge (draft->text, &score, NULL) != PLX_CUT_NONE && score >= 2;
}

static gboolean
is_chrome (const Article  *article,
           const Block    *block,
           const PlxDraft *draft,
           guint           count)
{
  const PlxBlockSpan *span = plx_document_get_block (article->document, block->index);
  gboolean at_end = !block->prose_before || !block->prose_after;

  /* An article may well head its parts as others do. */
  if (span->role == PLX_ROLE_HEADING && !at_end)
    return FALSE;
  if (draft->shape.n_words <= LINE_WORDS && !draft->shape.ends_sentence)
    return count >= (at_end ? FEW_ARTICLES : ARTICLES);

  return count >= ARTICLES && speaks_of_page (article->document, draft);
}

static PlxCutReason
find_reason (PlxDraft *draft)
{
  PlxCutReason reason = plx_cues_judge_draft (draft);
  double score = 0;

  if (reason == PLX_CUT_NONE)
    reason = plx_cues_judge (draft->text, &score, NULL);
  else
    score = CLEAR_SCORE;

  return score >= CLEAR_SCORE ? reason : PLX_CUT_TEMPLATE;
}

static void
mark_article (Article    *article,
              GHashTable *counts)
{
  g_autofree PlxCutReason *reasons = g_new0 (PlxCutReason, article->blocks->len + 1);
  gsize cut = 0;

  find_ends (article, counts);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      Block *block = &g_array_index (article->blocks, Block, i);
      guint count = get_count (counts, block);
      g_autoptr (PlxDraft) draft = NULL;

      if (count < FEW_ARTICLES)
        continue;
      draft = make_draft (article->document, block);
      if (!is_chrome (article, block, draft, count))
        continue;
      reasons[i] = find_reason (draft);
      cut += block->bytes;
    }

  /* What makes up so much of an article is the article. */
  if (cut > SAME_SHARE * article->bytes)
    return;

  for (guint i = 0; i < article->blocks->len; i++)
    if (reasons[i] != PLX_CUT_NONE)
      {
        PlxBlockSpan *span = &g_array_index (article->document->blocks, PlxBlockSpan,
                                             g_array_index (article->blocks, Block, i).index);

        span->reason = reasons[i];
        span->role = reasons[i] == PLX_CUT_CAPTION ? PLX_ROLE_CAPTION : PLX_ROLE_CHROME;
        span->kept = FALSE;
      }
}

static void
mark_group (GPtrArray *group)
{
  g_autoptr (GHashTable) counts = NULL;

  if (group->len < FEW_ARTICLES)
    return;

  find_versions (group);
  counts = count_blocks (group);
  for (guint i = 0; i < group->len; i++)
    mark_article (group->pdata[i], counts);
}

/* What tells the outlet of an article from others: its name, or else the host of its address. */
static char *
dup_outlet (PlxDocument *document)
{
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  const char *address = document->fields[PLX_FIELD_ADDRESS];
  const char *host;

  if (outlet != NULL)
    return g_utf8_casefold (outlet, -1);
  if (address == NULL || (host = strstr (address, "://")) == NULL)
    return NULL;

  host += strlen ("://");
  if (g_str_has_prefix (host, "www."))
    host += strlen ("www.");

  return g_ascii_strdown (host, strcspn (host, "/:?#"));
}

/**
 * plx_repetition_mark:
 * @documents: (element-type PlxDocument): articles that nobody else holds yet
 *
 * Cuts what several different articles of one outlet have in common: it belongs to the page.
 * Copies and versions of one report share most of their text, and keep it; so do articles
 * that tell what happened before in the same words.
 */
void
plx_repetition_mark (GPtrArray *documents)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *outlet = dup_outlet (documents->pdata[i]);

      if (outlet == NULL || *outlet == '\0')
        continue;
      group = g_hash_table_lookup (groups, outlet);
      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func ((GDestroyNotify) article_free);
          g_hash_table_insert (groups, g_steal_pointer (&outlet), group);
        }
      g_ptr_array_add (group, article_new (documents->pdata[i], ((GPtrArray *) group)->len));
    }

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    mark_group (group);
}
