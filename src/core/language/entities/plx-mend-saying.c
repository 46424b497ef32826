/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mending"

#include "config.h"

#include "language/entities/plx-mend-saying.h"

#include <string.h>

/* By how many letters on each side a mention is found again. */
#define N_AROUND 40

/**
 * plx_mend_get_mention:
 * @analysis: what was found
 * @article: an article of it
 * @mention: a mention in it, by its place
 *
 * Returns: (transfer none): the mention
 */
const PlxMentionSpan *
plx_mend_get_mention (PlxAnalysis *analysis,
                      guint        article,
                      guint        mention)
{
  return &g_array_index (plx_analysis_get_annotation (analysis, article)->mentions,
                         PlxMentionSpan, mention);
}

static char *
dup_surface (PlxAnalysis          *analysis,
             guint                 article,
             const PlxMentionSpan *mention)
{
  g_autofree char *text = plx_analysis_dup_text (analysis, article, mention->start, mention->end);

  return plx_naming_fold (text);
}

static const PlxBlockSpan *
find_block (PlxDocument *document,
            guint        start)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      if (block->start <= start && start < block->end)
        return block;
    }

  return NULL;
}

/* Notes what stands around a stretch in its paragraph. */
static void
note_surroundings (PlxNaming   *naming,
                   PlxDocument *document,
                   guint        start,
                   guint        end)
{
  const PlxBlockSpan *block = find_block (document, start);
  const char *text = document->text->str;
  const char *from = text + start;
  const char *to = text + end;

  if (block == NULL || end > block->end)
    return;

  for (guint i = 0; i < N_AROUND && from > text + block->start; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < N_AROUND && to < text + block->end; i++)
    to = g_utf8_next_char (to);

  naming->before = g_strndup (from, text + start - from);
  naming->after = g_strndup (text + end, to - (text + end));
}

static void
take_said (PlxNaming       *naming,
           const PlxNaming *say)
{
  naming->is_name = say->is_name;
  naming->entity = g_strdup (say->entity);
  naming->has_kind = say->has_kind;
  naming->kind = say->kind;
  naming->country = g_strdup (say->country);
}

/**
 * plx_mend_say_of_stretch:
 * @namings: (element-type PlxNaming): where it is added
 * @analysis: what was found
 * @article: an article of it
 * @start: the first byte of some words in its text
 * @end: the byte after their last
 * @place: where the mending is
 * @say: what is said
 *
 * Says something of words where they stand, and nowhere else.
 */
void
plx_mend_say_of_stretch (GPtrArray          *namings,
                         PlxAnalysis        *analysis,
                         guint               article,
                         guint               start,
                         guint               end,
                         const PlxMendPlace *place,
                         const PlxNaming    *say)
{
  g_autofree char *surface = plx_analysis_dup_text (analysis, article, start, end);
  PlxNaming *naming = plx_naming_new (PLX_SCOPE_MENTION, surface);

  naming->article = place->articles[article];
  naming->start = start;
  note_surroundings (naming, plx_analysis_get_document (analysis, article), start, end);
  take_said (naming, say);
  g_ptr_array_add (namings, naming);
}

/**
 * plx_mend_say_of_words:
 * @namings: (element-type PlxNaming): where it is added
 * @scope: how far it reaches; wider than a mention
 * @article: where @scope is an article, which, by its place in the analysis
 * @surface: words
 * @place: where the mending is
 * @say: what is said
 *
 * Says something of words wherever they stand.
 */
void
plx_mend_say_of_words (GPtrArray          *namings,
                       PlxScope            scope,
                       guint               article,
                       const char         *surface,
                       const PlxMendPlace *place,
                       const PlxNaming    *say)
{
  PlxNaming *naming = plx_naming_new (scope, surface);

  if (scope == PLX_SCOPE_ARTICLE)
    naming->article = place->articles[article];
  if (scope == PLX_SCOPE_STORY)
    naming->story = place->story;
  take_said (naming, say);
  g_ptr_array_add (namings, naming);
}

/* What is said of the words that name an entity. */
typedef struct
{
  PlxAnalysis        *analysis;
  guint               entity;
  const PlxMendPlace *place;
  const PlxNaming    *say;
  const char         *only;    /* nullable, folded: of these words and no others */
  const char         *except;  /* nullable, folded: of all but these */
  GHashTable         *uses;    /* folded words => PlxWordUse */
  GHashTable         *done;    /* where something is said already, as a string */
  GPtrArray          *namings;
} Saying;

/**
 * plx_mend_is_in_place:
 * @place: where something is mended
 * @article: an article of the analysis
 *
 * Returns: whether it reaches into the article
 */
gboolean
plx_mend_is_in_place (const PlxMendPlace *place,
                      guint               article)
{
  return place->scope == PLX_SCOPE_STORY || place->scope == PLX_SCOPE_LIBRARY ||
         place->article == article;
}

/**
 * plx_mend_collect_uses:
 * @analysis: what was found
 * @entity: an entity of it
 * @place: where
 *
 * Returns: (transfer full) (element-type utf8 PlxWordUse): by folded words, how each word that
 *   names something in the place is used there
 */
GHashTable *
plx_mend_collect_uses (PlxAnalysis        *analysis,
                       guint               entity,
                       const PlxMendPlace *place)
{
  GHashTable *uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      const GArray *mentions = plx_analysis_get_annotation (analysis, i)->mentions;

      for (guint j = 0; j < mentions->len && plx_mend_is_in_place (place, i); j++)
        {
          const PlxMentionSpan *mention = plx_mend_get_mention (analysis, i, j);
          g_autofree char *surface = dup_surface (analysis, i, mention);
          PlxWordUse *use = g_hash_table_lookup (uses, surface);

          /* A title follows whoever holds it, and is no name of theirs. */
          if (mention->form == PLX_FORM_TITLE)
            continue;

          if (use == NULL)
            {
              use = g_new0 (PlxWordUse, 1);
              g_hash_table_insert (uses, g_steal_pointer (&surface), use);
            }
          use->is_its = use->is_its || mention->entity == entity;
          use->is_others = use->is_others ||
                           (mention->entity != entity &&
                            !(mention->by_user && mention->named_in < place->scope));
        }
    }

  return uses;
}

/* Whether words are part of longer ones that name the entity and nothing else. */
static gboolean
has_fuller_words (GHashTable *uses,
                  const char *surface)
{
  GHashTableIter iter;
  gpointer words, use;

  g_hash_table_iter_init (&iter, uses);
  while (g_hash_table_iter_next (&iter, &words, &use))
    {
      if (((PlxWordUse *) use)->is_its && !((PlxWordUse *) use)->is_others &&
          strstr (words, surface) != NULL && !g_str_equal (words, surface))
        return TRUE;
    }

  return FALSE;
}

/* Says it in a scope, once: of a mention where that is the scope, else of its words. */
static void
say_in (Saying     *self,
        PlxScope    scope,
        guint       article,
        guint       mention,
        const char *surface)
{
  const PlxMentionSpan *span = plx_mend_get_mention (self->analysis, article, mention);
  const gboolean is_mention = scope == PLX_SCOPE_MENTION;
  g_autofree char *key =
    g_strdup_printf ("%u\t%u\t%u\t%s", scope, scope <= PLX_SCOPE_ARTICLE ? article : 0,
                     is_mention ? mention : 0, is_mention ? "" : surface);

  if (!g_hash_table_add (self->done, g_steal_pointer (&key)))
    return;

  if (is_mention)
    plx_mend_say_of_stretch (self->namings, self->analysis, article, span->start, span->end,
                             self->place, self->say);
  else
    plx_mend_say_of_words (self->namings, scope, article, surface, self->place, self->say);
}

/* Where something narrower was said of a mention it is said there, because the narrower decides,
 * and not of all its words: the user has told it apart from others. Words that name others, too,
 * cannot be spoken of as such: it has to be said of each mention; but those that are short for
 * words of its own follow by themselves, and do so in articles to come. */
static void
say_of_mention (Saying   *self,
                guint     article,
                guint     mention,
                gboolean  each)
{
  const PlxMentionSpan *span = plx_mend_get_mention (self->analysis, article, mention);
  g_autofree char *surface = dup_surface (self->analysis, article, span);
  const PlxWordUse *use = g_hash_table_lookup (self->uses, surface);
  const PlxScope scope = self->say->is_name ? span->named_in : span->said_in;

  if (span->entity != self->entity || span->form == PLX_FORM_TITLE ||
      (self->only != NULL && !g_str_equal (surface, self->only)) ||
      (self->except != NULL && g_str_equal (surface, self->except)))
    return;

  if (span->by_user && scope < self->place->scope)
    {
      say_in (self, scope, article, mention, surface);
      if (span->named_in <= self->place->scope)
        say_in (self, span->named_in, article, mention, surface);
    }
  else if (!use->is_others || (span->by_user && scope == self->place->scope))
    say_in (self, self->place->scope, article, mention, surface);
  else if (each || !has_fuller_words (self->uses, surface))
    say_in (self, PLX_SCOPE_MENTION, article, mention, surface);
}

/**
 * plx_mend_say_of_all:
 * @namings: (element-type PlxNaming): where it is added
 * @analysis: what was found
 * @entity: an entity of it
 * @only: (nullable): these words and no others
 * @except: (nullable): all but these words
 * @place: where
 * @say: what is said
 *
 * Says something of all words that name an entity in a place, or of some only.
 */
void
plx_mend_say_of_all (GPtrArray          *namings,
                     PlxAnalysis        *analysis,
                     guint               entity,
                     const char         *only,
                     const char         *except,
                     const PlxMendPlace *place,
                     const PlxNaming    *say)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) uses = NULL;
  g_autofree char *wanted = only != NULL ? plx_naming_fold (only) : NULL;
  g_autofree char *unwanted = except != NULL ? plx_naming_fold (except) : NULL;
  Saying saying = { .analysis = analysis, .entity = entity, .place = place, .say = say,
                    .only = wanted, .except = unwanted, .done = done, .namings = namings };
  gboolean each;

  if (place->scope == PLX_SCOPE_MENTION)
    {
      const PlxMentionSpan *mention =
        plx_mend_get_mention (analysis, place->article, place->mention);

      if (except == NULL)
        plx_mend_say_of_stretch (namings, analysis, place->article, mention->start, mention->end,
                                 place, say);
      return;
    }

  saying.uses = uses = plx_mend_collect_uses (analysis, entity, place);
  each = only != NULL || except != NULL || !say->is_name || say->has_kind ||
         place->scope == PLX_SCOPE_ARTICLE;
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      const GArray *mentions = plx_analysis_get_annotation (analysis, i)->mentions;

      for (guint j = 0; j < mentions->len && plx_mend_is_in_place (place, i); j++)
        say_of_mention (&saying, i, j, each);
    }
}
