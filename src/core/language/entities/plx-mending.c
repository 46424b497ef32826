/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mending"

#include "config.h"

#include "language/entities/plx-mending.h"

#include <string.h>

#include "language/entities/plx-namings.h"

/* By how many letters on each side a mention is found again. */
#define N_AROUND 40

static GPtrArray *
namings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
}

static const PlxMentionSpan *
get_mention (PlxAnalysis *analysis,
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

static void
add_stretch (GPtrArray          *namings,
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

static void
add_words (GPtrArray          *namings,
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

/* How words name an entity in a place. */
typedef struct
{
  gboolean is_its;    /* they name it */
  gboolean is_others; /* they name another, too, and nothing narrower was said of that */
} WordUse;

/* What is said of the words that name an entity. */
typedef struct
{
  PlxAnalysis        *analysis;
  guint               entity;
  const PlxMendPlace *place;
  const PlxNaming    *say;
  const char         *only;    /* nullable, folded: of these words and no others */
  const char         *except;  /* nullable, folded: of all but these */
  GHashTable         *uses;    /* folded words => WordUse */
  GHashTable         *done;    /* where something is said already, as a string */
  GPtrArray          *namings;
} Saying;

static gboolean
is_in_place (const PlxMendPlace *place,
             guint               article)
{
  return place->scope == PLX_SCOPE_STORY || place->scope == PLX_SCOPE_LIBRARY ||
         place->article == article;
}

/* By folded words: how each word that names an entity in the place is used there. */
static GHashTable *
collect_uses (PlxAnalysis        *analysis,
              guint               entity,
              const PlxMendPlace *place)
{
  GHashTable *uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      const GArray *mentions = plx_analysis_get_annotation (analysis, i)->mentions;

      for (guint j = 0; j < mentions->len && is_in_place (place, i); j++)
        {
          const PlxMentionSpan *mention = get_mention (analysis, i, j);
          g_autofree char *surface = dup_surface (analysis, i, mention);
          WordUse *use = g_hash_table_lookup (uses, surface);

          /* A title follows whoever holds it, and is no name of theirs. */
          if (mention->form == PLX_FORM_TITLE)
            continue;

          if (use == NULL)
            {
              use = g_new0 (WordUse, 1);
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
      if (((WordUse *) use)->is_its && !((WordUse *) use)->is_others &&
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
  const PlxMentionSpan *span = get_mention (self->analysis, article, mention);
  const gboolean is_mention = scope == PLX_SCOPE_MENTION;
  g_autofree char *key =
    g_strdup_printf ("%u\t%u\t%u\t%s", scope, scope <= PLX_SCOPE_ARTICLE ? article : 0,
                     is_mention ? mention : 0, is_mention ? "" : surface);

  if (!g_hash_table_add (self->done, g_steal_pointer (&key)))
    return;

  if (is_mention)
    add_stretch (self->namings, self->analysis, article, span->start, span->end, self->place,
                 self->say);
  else
    add_words (self->namings, scope, article, surface, self->place, self->say);
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
  const PlxMentionSpan *span = get_mention (self->analysis, article, mention);
  g_autofree char *surface = dup_surface (self->analysis, article, span);
  const WordUse *use = g_hash_table_lookup (self->uses, surface);
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

/* Says something of all words that name an entity in a place, or of some only: those that are
 * @only, or all but @except. */
static void
add_all (GPtrArray          *namings,
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
      const PlxMentionSpan *mention = get_mention (analysis, place->article, place->mention);

      if (except == NULL)
        add_stretch (namings, analysis, place->article, mention->start, mention->end, place, say);
      return;
    }

  saying.uses = uses = collect_uses (analysis, entity, place);
  each = only != NULL || except != NULL || !say->is_name || say->has_kind ||
         place->scope == PLX_SCOPE_ARTICLE;
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      const GArray *mentions = plx_analysis_get_annotation (analysis, i)->mentions;

      for (guint j = 0; j < mentions->len && is_in_place (place, i); j++)
        say_of_mention (&saying, i, j, each);
    }
}

/**
 * plx_mend_rename:
 * @analysis: what was found
 * @entity: an entity of it
 * @name: what it is to be called
 * @place: where
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_rename (PlxAnalysis        *analysis,
                 guint               entity,
                 const char         *name,
                 const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  const PlxNaming say = { .is_name = TRUE, .entity = (char *) name };

  g_return_val_if_fail (entity < analysis->entities->len, namings);

  add_all (namings, analysis, entity, NULL, NULL, place, &say);

  return namings;
}

/**
 * plx_mend_merge:
 * @analysis: what was found
 * @entities: (array length=n_entities): entities of it; @into may be among them
 * @n_entities: how many
 * @into: the entity that they all are
 * @place: where
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_merge (PlxAnalysis        *analysis,
                const guint32      *entities,
                guint               n_entities,
                guint               into,
                const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  PlxNaming say = { .is_name = TRUE };

  g_return_val_if_fail (into < analysis->entities->len, namings);

  say.entity = plx_analysis_get_entity (analysis, into)->name;
  for (guint i = 0; i < n_entities; i++)
    if (entities[i] != into)
      add_all (namings, analysis, entities[i], NULL, NULL, place, &say);

  return namings;
}

/* What an entity is called without a name that goes to another: by the longest that is left. */
static char *
choose_rest (const PlxEntityRecord *record,
             const char            *name)
{
  g_autofree char *taken = plx_namings_make_key (name);
  g_autofree char *its = plx_namings_make_key (record->name);
  const char *best = NULL;

  if (!g_str_equal (its, taken))
    return g_strdup (record->name);

  for (guint i = 0; record->names[i] != NULL; i++)
    {
      g_autofree char *key = plx_namings_make_key (record->names[i]);

      if (!g_str_equal (key, taken) && (best == NULL || strlen (record->names[i]) > strlen (best)))
        best = record->names[i];
    }

  return g_strdup (best);
}

/**
 * plx_mend_split:
 * @analysis: what was found
 * @entity: an entity of it
 * @surface: the words, among its names, that name another
 * @name: (nullable): what that is called; @surface where nothing else is said
 * @place: where
 *
 * Takes words off an entity. What is left of it is remembered, too, so that the engine does not
 * find the two to be one again.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_split (PlxAnalysis        *analysis,
                guint               entity,
                const char         *surface,
                const char         *name,
                const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  g_autofree char *called = g_strdup (name != NULL ? name : surface);
  g_autofree char *rest = NULL;
  PlxNaming say = { .is_name = TRUE };

  g_return_val_if_fail (entity < analysis->entities->len, namings);

  say.entity = called;
  add_all (namings, analysis, entity, surface, NULL, place, &say);

  rest = choose_rest (plx_analysis_get_entity (analysis, entity), called);
  say.entity = rest;
  if (rest != NULL)
    add_all (namings, analysis, entity, NULL, surface, place, &say);

  return namings;
}

static gboolean
is_called (PlxAnalysis *analysis,
           guint        except,
           const char  *name)
{
  g_autofree char *key = plx_namings_make_key (name);

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      g_autofree char *other = plx_namings_make_key (plx_analysis_get_entity (analysis, i)->name);

      if (i != except && g_str_equal (other, key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_all_in_place (PlxAnalysis        *analysis,
                 guint               entity,
                 const PlxMendPlace *place)
{
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      const GArray *mentions = plx_analysis_get_annotation (analysis, i)->mentions;

      for (guint j = 0; j < mentions->len; j++)
        if (get_mention (analysis, i, j)->entity == entity &&
            (!is_in_place (place, i) || (place->scope == PLX_SCOPE_MENTION && place->mention != j)))
          return FALSE;
    }

  return TRUE;
}

/* A kind or country is said together with the name, so that forms stay together that the engine
 * ties by their kind; but not where another thing is called the same. Where it is not said of all
 * mentions it makes another thing of some, which needs a name of its own. */
static char *
make_own_name (PlxAnalysis        *analysis,
               guint               entity,
               const PlxMendPlace *place)
{
  const char *name = plx_analysis_get_entity (analysis, entity)->name;
  guint n = 2;

  if (is_all_in_place (analysis, entity, place))
    return is_called (analysis, entity, name) ? NULL : g_strdup (name);

  while (TRUE)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", name, n++);

      if (!is_called (analysis, PLX_NONE, numbered))
        return g_steal_pointer (&numbered);
    }
}

/**
 * plx_mend_retype:
 * @analysis: what was found
 * @entity: an entity of it
 * @kind: what it is
 * @place: where
 *
 * Says what an entity is. Where that is not so of all its mentions, those of which it is are
 * another thing, with a number behind its name.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_retype (PlxAnalysis        *analysis,
                 guint               entity,
                 PlxKind             kind,
                 const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  PlxNaming say = { .is_name = TRUE, .has_kind = TRUE, .kind = kind };
  g_autofree char *own = NULL;

  g_return_val_if_fail (entity < analysis->entities->len, namings);

  say.entity = own = make_own_name (analysis, entity, place);
  add_all (namings, analysis, entity, NULL, NULL, place, &say);

  return namings;
}

/**
 * plx_mend_set_country:
 * @analysis: what was found
 * @entity: an entity of it
 * @country: ISO 3166-1 alpha-3 code of its country, or "" for none
 * @place: where
 *
 * Says of which country an entity is. Where that is not so of all its mentions, those of which it
 * is are another thing, with a number behind its name.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_set_country (PlxAnalysis        *analysis,
                      guint               entity,
                      const char         *country,
                      const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  PlxNaming say = { .is_name = TRUE, .country = (char *) country };
  g_autofree char *own = NULL;

  g_return_val_if_fail (entity < analysis->entities->len, namings);
  g_return_val_if_fail (country != NULL, namings);

  say.entity = own = make_own_name (analysis, entity, place);
  add_all (namings, analysis, entity, NULL, NULL, place, &say);

  return namings;
}

/**
 * plx_mend_not_a_name:
 * @analysis: what was found
 * @entity: an entity of it
 * @surface: (nullable): which of its names is none, or `NULL` for all of them
 * @place: where
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_not_a_name (PlxAnalysis        *analysis,
                     guint               entity,
                     const char         *surface,
                     const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  const PlxNaming say = { .is_name = FALSE };

  g_return_val_if_fail (entity < analysis->entities->len, namings);

  add_all (namings, analysis, entity, surface, NULL, place, &say);

  return namings;
}

static void
take_wishes (PlxNaming  *say,
             const char *entity,
             int         kind,
             const char *country)
{
  say->is_name = TRUE;
  say->entity = (char *) entity;
  say->has_kind = kind >= 0;
  say->kind = kind >= 0 ? (PlxKind) kind : PLX_KIND_OTHER;
  say->country = (char *) country;
}

/* Only what has sentences has names. */
static gboolean
is_in_sentence (PlxAnalysis *analysis,
                guint        article,
                guint        start,
                guint        end)
{
  const GArray *sentences = plx_analysis_get_annotation (analysis, article)->sentences;

  for (guint i = 0; i < sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (sentences, PlxSentenceSpan, i);

      if (sentence->start <= start && end <= sentence->end)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_mend_missed:
 * @analysis: what was found
 * @start: the first byte of the words in the text of the article of @place
 * @end: the byte after their last
 * @entity: (nullable): what they name
 * @kind: what that is, or -1
 * @country: (nullable): ISO 3166-1 alpha-3 code of its country, or "" for none
 * @place: where; its mention is not looked at
 *
 * Marks a name that was missed, whatever the engine takes these words for part of. Where the scope
 * is wider than a mention, the same words are names there, too.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered; empty where there
 *   are no words, or they are not in one sentence
 */
GPtrArray *
plx_mend_missed (PlxAnalysis        *analysis,
                 guint               start,
                 guint               end,
                 const char         *entity,
                 int                 kind,
                 const char         *country,
                 const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  const char *text = plx_analysis_get_document (analysis, place->article)->text->str;
  g_autofree char *surface = NULL;
  PlxNaming here = { .is_name = TRUE };
  PlxNaming say = { 0 };

  while (start < end && g_unichar_isspace (g_utf8_get_char (text + start)))
    start = g_utf8_next_char (text + start) - text;
  while (start < end && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + end))))
    end = g_utf8_prev_char (text + end) - text;
  if (start >= end || !is_in_sentence (analysis, place->article, start, end))
    return namings;

  take_wishes (&say, entity, kind, country);
  surface = plx_analysis_dup_text (analysis, place->article, start, end);

  /* Of the stretch it is only said that it is a name; what it names is said for all, so that it
   * can be said otherwise for all. */
  add_stretch (namings, analysis, place->article, start, end, place,
               place->scope == PLX_SCOPE_MENTION ? &say : &here);
  if (place->scope != PLX_SCOPE_MENTION)
    add_words (namings, place->scope, place->article, surface, place, &say);

  return namings;
}

/**
 * plx_mend_always:
 * @surface: words
 * @entity: (nullable): what they name
 * @kind: what that is, or -1
 * @country: (nullable): ISO 3166-1 alpha-3 code of its country, or "" for none
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered so that the words
 *   are always treated so
 */
GPtrArray *
plx_mend_always (const char *surface,
                 const char *entity,
                 int         kind,
                 const char *country)
{
  GPtrArray *namings = namings_new ();
  const PlxMendPlace place = { .scope = PLX_SCOPE_LIBRARY };
  PlxNaming say = { 0 };

  take_wishes (&say, entity, kind, country);
  add_words (namings, PLX_SCOPE_LIBRARY, 0, surface, &place, &say);

  return namings;
}

static gboolean
bears_on (const PlxNaming    *naming,
          PlxAnalysis        *analysis,
          const PlxMendPlace *place)
{
  if (naming->scope > place->scope)
    return FALSE;
  if (naming->scope == PLX_SCOPE_LIBRARY)
    return TRUE;
  if (naming->scope == PLX_SCOPE_STORY)
    return naming->story == place->story;

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    if (is_in_place (place, i) && naming->article == place->articles[i])
      return TRUE;

  return FALSE;
}

/**
 * plx_mend_find:
 * @namings: (element-type PlxNaming): what the user has said
 * @analysis: what was found
 * @entity: an entity of it
 * @place: where
 *
 * Finds what was said of an entity in a place and not beyond it.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be forgotten so that it is as it
 *   was found there
 */
GPtrArray *
plx_mend_find (GPtrArray          *namings,
               PlxAnalysis        *analysis,
               guint               entity,
               const PlxMendPlace *place)
{
  GPtrArray *found = namings_new ();
  g_autoptr (GHashTable) uses = collect_uses (analysis, entity, place);
  g_autofree char *key = NULL;

  g_return_val_if_fail (entity < analysis->entities->len, found);

  key = plx_namings_make_key (plx_analysis_get_entity (analysis, entity)->name);
  for (guint i = 0; i < namings->len; i++)
    {
      const PlxNaming *naming = g_ptr_array_index (namings, i);
      g_autofree char *surface = plx_naming_fold (naming->surface);
      g_autofree char *its = naming->entity != NULL ? plx_namings_make_key (naming->entity) : NULL;
      const WordUse *use = g_hash_table_lookup (uses, surface);

      if (!bears_on (naming, analysis, place) ||
          (place->scope == PLX_SCOPE_MENTION &&
           naming->start != get_mention (analysis, place->article, place->mention)->start))
        continue;

      if ((use != NULL && use->is_its) || g_strcmp0 (its, key) == 0)
        g_ptr_array_add (found, plx_naming_copy (naming));
    }

  return found;
}
