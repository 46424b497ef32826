/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

/* A name as a story marks it. */
typedef struct
{
  char     *id;
  guint32   article;
  guint32   start;
  guint32   end;
  gboolean  is_title;
  guint32   entity; /* as found, or PLX_NONE */
} Mark;

typedef struct
{
  char       *name;
  GHashTable *entities; /* id => "kind country" */
  GPtrArray  *documents;
  GPtrArray  *marks;    /* Mark */
} Story;

/* What is counted over all stories of a file. */
typedef struct
{
  gboolean is_careless;
  guint n_mentions;
  guint marks, found;
  guint both, said, gold; /* pairs of marks */
  guint entities, kinds, countries, whole;
  guint titles, titles_right, titles_found;
  GString *misses;
} Figures;

static void
mark_free (gpointer data)
{
  Mark *self = data;

  g_free (self->id);
  g_free (self);
}

static void
story_free (gpointer data)
{
  Story *self = data;

  g_free (self->name);
  g_hash_table_unref (self->entities);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static Story *
story_new (const char *name)
{
  Story *self = g_new0 (Story, 1);

  self->name = g_strdup (name);
  self->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  self->marks = g_ptr_array_new_with_free_func (mark_free);

  return self;
}

static void
read_entities (Story      *self,
               const char *line)
{
  g_auto (GStrv) list = g_strsplit (line, " | ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (list[i], " ", 2);

      g_assert_cmpuint (g_strv_length (words), ==, 2);
      g_hash_table_replace (self->entities, g_strdup (words[0]), g_strdup (words[1]));
    }
}

/* "{id|words}" and "{^id|words}". */
static void
read_article (Story      *self,
              const char *line,
              const char *language)
{
  g_autoptr (PlxDocument) document = plx_document_new (self->name, "text");
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at = line;

  while (*at != '\0')
    {
      const char *open = strchr (at, '{');
      const char *bar = open != NULL ? strchr (open, '|') : NULL;
      const char *close = bar != NULL ? strchr (bar, '}') : NULL;
      Mark *mark;

      if (close == NULL)
        break;

      g_string_append_len (text, at, open - at);
      mark = g_new0 (Mark, 1);
      mark->is_title = open[1] == '^';
      mark->id = g_strndup (open + 1 + mark->is_title, bar - open - 1 - mark->is_title);
      mark->article = self->documents->len;
      mark->start = text->len;
      g_string_append_len (text, bar + 1, close - bar - 1);
      mark->end = text->len;
      mark->entity = PLX_NONE;
      g_assert_true (g_hash_table_contains (self->entities, mark->id));
      g_ptr_array_add (self->marks, mark);
      at = close + 1;
    }

  g_string_append (text, at);
  plx_document_set_field (document, PLX_FIELD_LANGUAGE, language, "test");
  plx_document_append (document, text->str, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  g_ptr_array_add (self->documents, g_steal_pointer (&document));
}

static GPtrArray *
read_stories (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "stories", name, NULL);
  GPtrArray *stories = g_ptr_array_new_with_free_func (story_free);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Story *story = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "= "))
        g_ptr_array_add (stories, story = story_new (lines[i] + 2));
      else if (g_str_has_prefix (lines[i], "@ "))
        read_entities (story, lines[i] + 2);
      else if (g_str_has_prefix (lines[i], "- "))
        read_article (story, lines[i] + 2, "en");
      else if (lines[i][0] == '-')
        {
          g_autofree char *language = g_strndup (lines[i] + 1, strcspn (lines[i] + 1, " "));

          read_article (story, lines[i] + 2 + strlen (language), language);
        }
    }

  return stories;
}

/* The mention that has most of a mark. */
static const PlxMentionSpan *
find_mention (const PlxAnnotation *annotation,
              const Mark          *mark)
{
  const PlxMentionSpan *best = NULL;
  guint32 most = 0;

  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
      const guint32 start = MAX (mention->start, mark->start);
      const guint32 end = MIN (mention->end, mark->end);

      if (end > start && end - start > most && (mention->form == PLX_FORM_TITLE) == mark->is_title)
        {
          best = mention;
          most = end - start;
        }
    }

  return best;
}

static void
find_marks (Story     *self,
            GPtrArray *annotations,
            Figures   *figures)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = g_ptr_array_index (self->marks, i);
      const PlxAnnotation *annotation = g_ptr_array_index (annotations, mark->article);
      const PlxMentionSpan *mention = find_mention (annotation, mark);

      if (mention != NULL)
        mark->entity = mention->entity;
      figures->titles += mark->is_title;
      figures->titles_right += mark->is_title && mention != NULL;
      figures->marks += !mark->is_title;
      figures->found += !mark->is_title && mention != NULL;
      if (mention == NULL)
        g_string_append_printf (figures->misses, "%s: not found: %s “%.*s”\n", self->name, mark->id,
                                (int) (mark->end - mark->start),
                                annotation->document->text->str + mark->start);
    }

  for (guint i = 0; i < annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        figures->titles_found +=
          g_array_index (annotation->mentions, PlxMentionSpan, j).form == PLX_FORM_TITLE;
    }
}

static void
count_pairs (Story   *self,
             Figures *figures)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *a = g_ptr_array_index (self->marks, i);

      for (guint j = i + 1; j < self->marks->len && a->entity != PLX_NONE; j++)
        {
          const Mark *b = g_ptr_array_index (self->marks, j);
          const gboolean gold = g_str_equal (a->id, b->id);
          const gboolean said = a->entity == b->entity;

          if (b->entity == PLX_NONE)
            continue;

          figures->gold += gold;
          figures->said += said;
          figures->both += gold && said;
          if (gold != said)
            g_string_append_printf (figures->misses, "%s: %s: %s (%u:%u) and %s (%u:%u)\n",
                                    self->name, gold ? "torn" : "mixed", a->id, a->article,
                                    a->start, b->id, b->article, b->start);
        }
    }
}

/* The entity that most marks of @id have. */
static guint32
find_entity (Story      *self,
             const char *id,
             gboolean   *whole)
{
  guint32 best = PLX_NONE;
  guint most = 0;

  *whole = TRUE;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *a = g_ptr_array_index (self->marks, i);
      guint n = 0;

      if (!g_str_equal (a->id, id) || a->entity == PLX_NONE)
        continue;

      for (guint j = 0; j < self->marks->len; j++)
        {
          const Mark *b = g_ptr_array_index (self->marks, j);

          n += g_str_equal (b->id, id) && b->entity == a->entity;
        }
      *whole = *whole && (best == PLX_NONE || best == a->entity);
      if (n > most)
        {
          most = n;
          best = a->entity;
        }
    }

  return best;
}

static void
count_entities (Story     *self,
                GPtrArray *entities,
                Figures   *figures)
{
  GHashTableIter iter;
  gpointer id, gold;

  g_hash_table_iter_init (&iter, self->entities);
  while (g_hash_table_iter_next (&iter, &id, &gold))
    {
      gboolean whole;
      const guint32 entity = find_entity (self, id, &whole);
      g_auto (GStrv) words = g_strsplit (gold, " ", 2);
      const PlxEntityRecord *record;
      const char *kind, *country;

      if (entity == PLX_NONE)
        continue;

      record = g_ptr_array_index (entities, entity);
      kind = plx_enum_to_nick (PLX_TYPE_KIND, record->kind);
      country = record->country != NULL ? record->country : "-";
      figures->entities++;
      figures->whole += whole;
      figures->kinds += g_str_equal (kind, words[0]);
      figures->countries += g_str_equal (country, words[1]);
      if (!g_str_equal (kind, words[0]) || !g_str_equal (country, words[1]))
        g_string_append_printf (figures->misses, "%s: %s is %s %s, not %s\n", self->name,
                                (char *) id, kind, country, (char *) gold);
      if (record->kind == PLX_KIND_PERSON && record->country != NULL)
        g_assert_cmpuint (record->country_from.article, <, self->documents->len);
    }
}

static char *
write_entities (GPtrArray *entities)
{
  GString *written = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      const PlxEntityRecord *record = g_ptr_array_index (entities, i);
      g_autofree char *names = g_strjoinv ("/", record->names);

      g_string_append_printf (written, "%s %d %s %u %u %s\n", record->name, record->kind,
                              record->country, record->n_mentions, record->n_articles, names);
    }

  return g_string_free (written, FALSE);
}

/* What is found must not depend on the order of the articles, nor on what was found before. */
static void
check_order (GPtrArray *annotations,
             GPtrArray *entities)
{
  g_autoptr (GPtrArray) reversed = g_ptr_array_new ();
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *first = write_entities (entities);
  g_autofree char *second = NULL;

  for (guint i = annotations->len; i > 0; i--)
    g_ptr_array_add (reversed, g_ptr_array_index (annotations, i - 1));
  again = plx_language_resolve (reversed);
  second = write_entities (again);

  g_assert_cmpstr (first, ==, second);
}

/* How many bytes before @at are a word with a capital, or "the", and its space. */
static gsize
measure_word_before (const char *text,
                     gsize       at,
                     gsize       start)
{
  gsize word;

  if (at <= start + 1 || text[at - 1] != ' ')
    return 0;

  for (word = at - 1; word > start && g_ascii_isalpha (text[word - 1]); word--)
    continue;

  return g_ascii_isupper (text[word]) || strncmp (text + word, "the ", 4) == 0 ? at - word : 0;
}

/* What another finder may do: take titles and articles into names, and see one thing as two
 * kinds, every ninth time. */
static void
make_careless (PlxAnnotation *annotation,
               guint         *n)
{
  const char *text = annotation->document->text->str;

  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
      const PlxSentenceSpan *sentence =
        &g_array_index (annotation->sentences, PlxSentenceSpan, mention->sentence);
      const gsize before = measure_word_before (text, mention->start, sentence->start);

      if (mention->kind == PLX_KIND_COUNTRY)
        continue;

      (*n)++;
      if (*n % 3 == 0 && (i == 0 || mention[-1].end <= mention->start - before))
        mention->start -= before;
      if (*n % 9 == 0 && mention->kind <= PLX_KIND_ORGANIZATION)
        mention->kind = PLX_KIND_ORGANIZATION - mention->kind;
    }
}

static void
measure_story (Story   *self,
               Figures *figures)
{
  g_autoptr (GPtrArray) annotations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  g_autoptr (GPtrArray) entities = NULL;

  for (guint i = 0; i < self->documents->len; i++)
    {
      g_ptr_array_add (annotations,
                       plx_language_annotate (g_ptr_array_index (self->documents, i)));
      if (figures->is_careless)
        make_careless (g_ptr_array_index (annotations, i), &figures->n_mentions);
    }
  entities = plx_language_resolve (annotations);

  find_marks (self, annotations, figures);
  count_pairs (self, figures);
  count_entities (self, entities, figures);
  if (!figures->is_careless)
    check_order (annotations, entities);
}

static double
share (guint part,
       guint whole)
{
  return whole > 0 ? (double) part / whole : 1.0;
}

static void
measure (const char *name,
         Figures    *figures)
{
  g_autoptr (GPtrArray) stories = read_stories (name);
  g_autoptr (GString) misses = g_string_new (NULL);

  g_assert_cmpuint (stories->len, >=, 40);
  figures->misses = misses;
  for (guint i = 0; i < stories->len; i++)
    measure_story (g_ptr_array_index (stories, i), figures);

  g_test_message ("%s", misses->str);
  g_test_message ("%s: %u stories, %u names of which %.3f found; pairs: precision %.3f, "
                  "recall %.3f; of %u entities %.3f in one, %.3f of right kind, %.3f of right "
                  "country; titles: precision %.3f, recall %.3f",
                  name, stories->len, figures->marks, share (figures->found, figures->marks),
                  share (figures->both, figures->said), share (figures->both, figures->gold),
                  figures->entities, share (figures->whole, figures->entities),
                  share (figures->kinds, figures->entities),
                  share (figures->countries, figures->entities),
                  share (figures->titles_right, figures->titles_found),
                  share (figures->titles_right, figures->titles));
}

static void
test_stories (gconstpointer data)
{
  Figures figures = { 0 };

  measure (data, &figures);
  g_assert_cmpfloat (share (figures.both, figures.said), >=, 0.95);
  g_assert_cmpfloat (share (figures.both, figures.gold), >=, 0.95);
  g_assert_cmpfloat (share (figures.kinds, figures.entities), >=, 0.95);
  g_assert_cmpfloat (share (figures.countries, figures.entities), >=, 0.95);
}

static void
test_careless_finder (void)
{
  Figures figures = { .is_careless = TRUE };

  measure ("tuned.txt", &figures);
  g_assert_cmpfloat (share (figures.both, figures.said), >=, 0.9);
  g_assert_cmpfloat (share (figures.both, figures.gold), >=, 0.9);
  g_assert_cmpfloat (share (figures.kinds, figures.entities), >=, 0.85);
  g_assert_cmpfloat (share (figures.countries, figures.entities), >=, 0.85);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/stories/tuned", "tuned.txt", test_stories);
  g_test_add_data_func ("/stories/held", "held.txt", test_stories);

  g_test_add_func ("/stories/careless-finder", test_careless_finder);

  return g_test_run ();
}
