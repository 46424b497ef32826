/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-written-form"

#include "config.h"

#include "names/plx-written-form.h"

/* In which ways something is named, how often, and where the next such place is. */

void
plx_written_form_free (PlxWrittenForm *self)
{
  g_free (self->surface);
  g_array_unref (self->places);
  g_free (self);
}

static const PlxMentionSpan *
get_span (PlxAnalysis *analysis,
          PlxFormPlace place)
{
  GArray *mentions = plx_analysis_get_annotation (analysis, place.article)->mentions;

  return &g_array_index (mentions, PlxMentionSpan, place.mention);
}

/**
 * plx_written_form_dup:
 * @analysis: an analysis
 * @place: a place in it
 *
 * Returns: (transfer full): the words that stand there, with single spaces between them
 */
char *
plx_written_form_dup (PlxAnalysis *analysis,
                      PlxFormPlace place)
{
  const PlxMentionSpan *span = get_span (analysis, place);
  g_autofree char *text = plx_analysis_dup_text (analysis, place.article, span->start, span->end);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) surface = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;

      if (surface->len > 0)
        g_string_append_c (surface, ' ');
      g_string_append (surface, words[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&surface));
}

/**
 * plx_written_form_places:
 * @analysis: an analysis
 * @entity: an entity of it, by its place
 *
 * Returns: (transfer full) (element-type PlxFormPlace): where it is named, in the order of
 *   the articles
 */
GArray *
plx_written_form_places (PlxAnalysis *analysis,
                         guint        entity)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxFormPlace));

  for (guint a = 0; a < plx_analysis_get_n_articles (analysis); a++)
    {
      GArray *mentions = plx_analysis_get_annotation (analysis, a)->mentions;

      for (guint m = 0; m < mentions->len; m++)
        {
          PlxFormPlace place = { .article = a, .mention = m };

          if (g_array_index (mentions, PlxMentionSpan, m).entity == entity)
            g_array_append_val (places, place);
        }
    }

  return places;
}

static int
compare_forms (gconstpointer a,
               gconstpointer b)
{
  const PlxWrittenForm *form_a = *(PlxWrittenForm * const *) a;
  const PlxWrittenForm *form_b = *(PlxWrittenForm * const *) b;

  if (form_a->places->len != form_b->places->len)
    return form_a->places->len < form_b->places->len ? 1 : -1;

  return g_utf8_collate (form_a->surface, form_b->surface);
}

/**
 * plx_written_forms_new:
 * @analysis: an analysis
 * @entity: an entity of it, by its place
 *
 * Returns: (transfer full) (element-type PlxWrittenForm): the forms in which it is named, the most
 *   frequent first
 */
GPtrArray *
plx_written_forms_new (PlxAnalysis *analysis,
                       guint        entity)
{
  g_autoptr (GArray) places = plx_written_form_places (analysis, entity);
  g_autoptr (GHashTable) by_surface = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_written_form_free);

  for (guint i = 0; i < places->len; i++)
    {
      PlxFormPlace place = g_array_index (places, PlxFormPlace, i);
      g_autofree char *surface = plx_written_form_dup (analysis, place);
      PlxWrittenForm *form = g_hash_table_lookup (by_surface, surface);

      if (form == NULL)
        {
          form = g_new0 (PlxWrittenForm, 1);
          form->surface = g_steal_pointer (&surface);
          form->form = get_span (analysis, place)->form;
          form->places = g_array_new (FALSE, FALSE, sizeof (PlxFormPlace));
          g_hash_table_insert (by_surface, form->surface, form);
          g_ptr_array_add (forms, form);
        }
      g_array_append_val (form->places, place);
    }

  g_ptr_array_sort (forms, compare_forms);

  return forms;
}

static int
compare_places (PlxFormPlace a,
                PlxFormPlace b)
{
  if (a.article != b.article)
    return a.article < b.article ? -1 : 1;

  return (a.mention > b.mention) - (a.mention < b.mention);
}

/**
 * plx_written_form_step:
 * @places: (element-type PlxFormPlace): places, in the order of the articles
 * @from: where one is; not necessarily one of them
 * @by: 1 for the next of them, -1 for the one before
 * @to: (out): the place
 *
 * Steps from place to place, and round from the last to the first.
 *
 * Returns: whether there is one besides @from
 */
gboolean
plx_written_form_step (GArray   *places,
                       PlxFormPlace  from,
                       int       by,
                       PlxFormPlace *to)
{
  guint n = places->len;
  guint found = by > 0 ? 0 : n - 1;

  if (n == 0)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint k = by > 0 ? i : n - 1 - i;

      if (compare_places (g_array_index (places, PlxFormPlace, k), from) * by > 0)
        {
          found = k;
          break;
        }
    }

  *to = g_array_index (places, PlxFormPlace, found);

  return compare_places (*to, from) != 0;
}
