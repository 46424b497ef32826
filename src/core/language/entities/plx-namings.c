/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-namings"

#include "config.h"

#include "language/entities/plx-namings.h"

#include "countries/plx-countries.h"
#include "language/entities/plx-namings-private.h"

G_DEFINE_BOXED_TYPE (PlxNamings, plx_namings, plx_namings_ref, plx_namings_unref)

static void
said_free (gpointer data)
{
  PlxSaid *said = data;

  g_free (said->key);
  g_free (said);
}

static void
words_free (gpointer data)
{
  PlxNamedWords *words = data;

  g_free (words->surface);
  plx_naming_pattern_clear (&words->pattern);
  g_free (words);
}

static void
mention_clear (gpointer data)
{
  plx_naming_pattern_clear (&((PlxNamedMention *) data)->pattern);
}

/**
 * plx_namings_make_key:
 * @entity: what the user calls an entity
 *
 * Returns: (transfer full): what is alike in all ways to write that name
 */
char *
plx_namings_make_key (const char *entity)
{
  g_autofree char *folded = plx_naming_fold (entity);
  g_autofree char *small = g_utf8_casefold (folded, -1);

  return g_utf8_normalize (small, -1, G_NORMALIZE_NFC);
}

static guint
find_place (PlxNamings *self,
            gint64      article)
{
  for (guint i = 0; i < self->articles->len; i++)
    if (g_array_index (self->articles, gint64, i) == article)
      return i;

  return PLX_NONE;
}

static gboolean
bears (PlxNamings      *self,
       const PlxNaming *naming,
       gint64           story)
{
  switch (naming->scope)
    {
    case PLX_SCOPE_MENTION:
    case PLX_SCOPE_ARTICLE:
      return find_place (self, naming->article) != PLX_NONE;

    case PLX_SCOPE_STORY:
      return story != 0 && naming->story == story;

    case PLX_SCOPE_LIBRARY:
    default:
      return TRUE;
    }
}

/* A kind or country is one of what was named with it: it says nothing of another entity that a
 * narrower naming names. */
static void
said_take (PlxSaid         *said,
           const PlxNaming *naming,
           guint            rank)
{
  g_autofree char *key = naming->entity != NULL ? plx_namings_make_key (naming->entity) : NULL;

  if (said->key != NULL && key != NULL && !g_str_equal (said->key, key))
    return;

  if (said->entity == NULL && key != NULL && *key != '\0')
    {
      said->entity = naming->entity;
      said->key = g_steal_pointer (&key);
      said->reach = naming->scope;
    }
  if (!said->has_kind && naming->has_kind)
    {
      said->has_kind = TRUE;
      said->kind = naming->kind;
    }
  if (!said->has_country && naming->country != NULL)
    {
      said->country = plx_country_intern (naming->country);
      said->has_country = said->country != NULL || *naming->country == '\0';
    }
  said->rank = MAX (said->rank, rank);
}

/* Namings of the same words, oldest first, as places in the array of all; from them what is said:
 * the narrowest scope first, the newest first. */
static guint
combine (PlxNamings *self,
         GArray     *chain)
{
  PlxSaid *said = g_new0 (PlxSaid, 1);
  gboolean decided = FALSE;

  for (PlxScope scope = PLX_SCOPE_MENTION; scope <= PLX_SCOPE_LIBRARY; scope++)
    for (guint i = chain->len; i > 0; i--)
      {
        const guint rank = g_array_index (chain, guint, i - 1);
        const PlxNaming *naming = g_ptr_array_index (self->namings, rank);

        if (naming->scope != scope)
          continue;

        if (!decided)
          {
            said->is_name = naming->is_name;
            said->narrowest = scope;
          }
        decided = TRUE;
        if (said->is_name && naming->is_name)
          said_take (said, naming, rank + 1);
      }

  g_ptr_array_add (self->saids, said);

  return self->saids->len;
}

static GArray *
get_chain (GHashTable *chains,
           const char *surface)
{
  GArray *chain = g_hash_table_lookup (chains, surface);

  if (chain == NULL)
    {
      chain = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (chains, g_strdup (surface), chain);
    }

  return chain;
}

static PlxNamedWords *
ensure_words (PlxNamings *self,
              const char *surface)
{
  PlxNamedWords *words = g_hash_table_lookup (self->words, surface);
  GPtrArray *others;
  gpointer hash;

  if (words != NULL)
    return words;

  words = g_new0 (PlxNamedWords, 1);
  words->surface = g_strdup (surface);
  plx_naming_pattern_init (&words->pattern, surface);
  g_hash_table_insert (self->words, words->surface, words);

  hash = GUINT_TO_POINTER (plx_naming_pattern_hash (&words->pattern));
  if (!(others = g_hash_table_lookup (self->by_hash, hash)))
    {
      others = g_ptr_array_new ();
      g_hash_table_insert (self->by_hash, hash, others);
    }
  g_ptr_array_add (others, words);

  return words;
}

/* What is said of words in all articles, and in those of which something of its own is said. */
static void
index_words (PlxNamings *self,
             GHashTable *common,
             GHashTable *own,
             guint       article)
{
  GHashTable *saids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer surface, chain;

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &surface, &chain))
    {
      GArray *wider = g_hash_table_lookup (common, surface);
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

      if (wider != NULL)
        g_array_append_vals (all, wider->data, wider->len);
      g_array_append_vals (all, ((GArray *) chain)->data, ((GArray *) chain)->len);
      ensure_words (self, surface);
      g_hash_table_insert (saids, g_strdup (surface), GUINT_TO_POINTER (combine (self, all)));
    }

  g_ptr_array_index (self->in_article, article) = saids;
}

/* The mention's own naming, and what is said of its words in its article. */
static void
index_mention (PlxNamings *self,
               GHashTable *common,
               GHashTable *own,
               guint       rank,
               guint       article)
{
  const PlxNaming *naming = g_ptr_array_index (self->namings, rank);
  g_autofree char *surface = plx_naming_fold (naming->surface);
  GArray *wider = g_hash_table_lookup (common, surface);
  GArray *wide = own != NULL ? g_hash_table_lookup (own, surface) : NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));
  PlxNamedMention mention = { .naming = naming, .article = article };

  if (wider != NULL)
    g_array_append_vals (all, wider->data, wider->len);
  if (wide != NULL)
    g_array_append_vals (all, wide->data, wide->len);
  g_array_append_val (all, rank);

  mention.said = combine (self, all);
  plx_naming_pattern_init (&mention.pattern, surface);
  g_array_prepend_val (self->mentions, mention);
}

static GHashTable *
chains_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
index_all (PlxNamings *self)
{
  g_autoptr (GHashTable) common = chains_new ();
  g_autoptr (GHashTable) own = g_hash_table_new_full (NULL, NULL, NULL,
                                                      (GDestroyNotify) g_hash_table_unref);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < self->namings->len; i++)
    {
      const PlxNaming *naming = g_ptr_array_index (self->namings, i);
      g_autofree char *surface = plx_naming_fold (naming->surface);
      gpointer article = GUINT_TO_POINTER (find_place (self, naming->article));

      if (naming->scope == PLX_SCOPE_MENTION)
        continue;
      if (naming->scope == PLX_SCOPE_ARTICLE && !g_hash_table_contains (own, article))
        g_hash_table_insert (own, article, chains_new ());
      g_array_append_val (get_chain (naming->scope == PLX_SCOPE_ARTICLE
                                       ? g_hash_table_lookup (own, article) : common, surface), i);
    }

  g_hash_table_iter_init (&iter, common);
  while (g_hash_table_iter_next (&iter, &key, &value))
    ensure_words (self, key)->said = combine (self, value);

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &key, &value))
    index_words (self, common, value, GPOINTER_TO_UINT (key));

  for (guint i = 0; i < self->namings->len; i++)
    {
      const PlxNaming *naming = g_ptr_array_index (self->namings, i);
      const guint article = find_place (self, naming->article);

      if (naming->scope == PLX_SCOPE_MENTION)
        index_mention (self, common, g_hash_table_lookup (own, GUINT_TO_POINTER (article)), i,
                       article);
    }
}

/**
 * plx_namings_new:
 * @namings: (nullable) (element-type PlxNaming): what the user has said, the oldest first
 * @articles: (array length=n_articles): ids of the articles, by their place
 * @n_articles: how many they are
 * @story: id of the story that they are, or 0
 *
 * Returns: (transfer full): what of @namings bears on these articles
 */
PlxNamings *
plx_namings_new (GPtrArray    *namings,
                 const gint64 *articles,
                 guint         n_articles,
                 gint64        story)
{
  PlxNamings *self = g_atomic_rc_box_new0 (PlxNamings);

  self->namings = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  self->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->articles, articles, n_articles);
  self->saids = g_ptr_array_new_with_free_func (said_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, words_free);
  self->by_hash = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->in_article = g_ptr_array_new ();
  g_ptr_array_set_size (self->in_article, n_articles);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (PlxNamedMention));
  g_array_set_clear_func (self->mentions, mention_clear);

  for (guint i = 0; namings != NULL && i < namings->len; i++)
    {
      const PlxNaming *naming = g_ptr_array_index (namings, i);
      g_autofree char *surface = plx_naming_fold (naming->surface);

      /* Without words there is nothing to find. */
      if (*surface != '\0' && bears (self, naming, story))
        g_ptr_array_add (self->namings, plx_naming_copy (naming));
    }
  index_all (self);

  return self;
}

PlxNamings *
plx_namings_ref (PlxNamings *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
namings_clear (gpointer data)
{
  PlxNamings *self = data;

  for (guint i = 0; i < self->in_article->len; i++)
    g_clear_pointer ((GHashTable **) &g_ptr_array_index (self->in_article, i), g_hash_table_unref);
  g_ptr_array_unref (self->in_article);
  g_array_unref (self->mentions);
  g_hash_table_unref (self->by_hash);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->saids);
  g_array_unref (self->articles);
  g_ptr_array_unref (self->namings);
}

void
plx_namings_unref (PlxNamings *self)
{
  g_atomic_rc_box_release_full (self, namings_clear);
}

/**
 * plx_namings_dup_digest:
 * @self: what the user has said
 *
 * Returns: (transfer full): a string that differs where anything else is said of the articles;
 *   empty where nothing is
 */
char *
plx_namings_dup_digest (PlxNamings *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (self->namings->len == 0)
    return g_strdup ("");

  for (guint i = 0; i < self->namings->len; i++)
    {
      const PlxNaming *n = g_ptr_array_index (self->namings, i);
      g_autoptr (GVariant) all =
        g_variant_ref_sink (g_variant_new ("(uxxsubmsbumsmsms)", (guint32) n->scope, n->article,
                                           n->story, n->surface, n->start, n->is_name, n->entity,
                                           n->has_kind, (guint32) n->kind, n->country, n->before,
                                           n->after));

      g_checksum_update (checksum, g_variant_get_data (all), g_variant_get_size (all));
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * plx_namings_get_said:
 * @self: what the user has said
 * @said: the mark of a mention; not 0
 *
 * Returns: (transfer none): what is said of the mention
 */
const PlxSaid *
plx_namings_get_said (PlxNamings *self,
                      guint       said)
{
  g_return_val_if_fail (said > 0 && said <= self->saids->len, NULL);

  return g_ptr_array_index (self->saids, said - 1);
}

/**
 * plx_namings_find_said:
 * @self: what the user has said
 * @article: an article's place
 * @surface: folded words
 *
 * Returns: the mark of what is said of them in the article, or 0 for nothing
 */
guint
plx_namings_find_said (PlxNamings *self,
                       guint       article,
                       const char *surface)
{
  GHashTable *own = g_ptr_array_index (self->in_article, article);
  const PlxNamedWords *words = g_hash_table_lookup (self->words, surface);
  gpointer said = own != NULL ? g_hash_table_lookup (own, surface) : NULL;

  if (said != NULL)
    return GPOINTER_TO_UINT (said);

  return words != NULL ? words->said : 0;
}
