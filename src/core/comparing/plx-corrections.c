/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-corrections"

#include "config.h"

#include "comparing/plx-corrections.h"

#include "comparing/plx-rulings.h"

struct _PlxCorrections
{
  GPtrArray *corrections; /* PlxCorrection, the oldest first */
  GArray    *articles;    /* gint64, by place */
};

G_DEFINE_BOXED_TYPE (PlxCorrections, plx_corrections, plx_corrections_ref, plx_corrections_unref)

/**
 * plx_corrections_new:
 * @corrections: (nullable) (element-type PlxCorrection): what the user has said, the oldest first
 * @articles: (array length=n_articles): ids of the articles, by their place
 * @n_articles: how many they are
 * @story: id of the story that they are
 *
 * Returns: (transfer full): what of @corrections speaks of the story
 */
PlxCorrections *
plx_corrections_new (GPtrArray    *corrections,
                     const gint64 *articles,
                     guint         n_articles,
                     gint64        story)
{
  PlxCorrections *self = g_atomic_rc_box_new0 (PlxCorrections);

  self->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_correction_free);
  self->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_articles > 0)
    g_array_append_vals (self->articles, articles, n_articles);

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const PlxCorrection *correction = g_ptr_array_index (corrections, i);

      if (correction->story == story && plx_correction_is_whole (correction))
        g_ptr_array_add (self->corrections, plx_correction_copy (correction));
    }

  return self;
}

PlxCorrections *
plx_corrections_ref (PlxCorrections *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
corrections_clear (gpointer data)
{
  PlxCorrections *self = data;

  g_ptr_array_unref (self->corrections);
  g_array_unref (self->articles);
}

void
plx_corrections_unref (PlxCorrections *self)
{
  g_atomic_rc_box_release_full (self, corrections_clear);
}

/**
 * plx_corrections_dup_digest:
 * @self: what the user has said
 *
 * Returns: (transfer full): a string that differs where anything else is said; empty where nothing
 *   is
 */
char *
plx_corrections_dup_digest (PlxCorrections *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (self->corrections->len == 0)
    return g_strdup ("");

  for (guint i = 0; i < self->corrections->len; i++)
    {
      const PlxCorrection *c = g_ptr_array_index (self->corrections, i);
      g_auto (GVariantBuilder) anchors = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(xsuums)"));
      g_autoptr (GVariant) all = NULL;

      for (guint k = 0; k < c->anchors->len; k++)
        {
          const PlxAnchor *a = g_ptr_array_index (c->anchors, k);

          g_variant_builder_add (&anchors, "(xsuums)", a->article, a->text, a->nth, a->side,
                                 a->says);
        }
      all = g_variant_ref_sink (g_variant_new ("(uumsa(xsuums))", (guint32) c->kind,
                                               (guint32) c->difference, c->about, &anchors));
      g_checksum_update (checksum, g_variant_get_data (all), g_variant_get_size (all));
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * plx_corrections_get_all:
 * @self: what the user has said
 *
 * Returns: (transfer none) (element-type PlxCorrection): all of it, the oldest first
 */
GPtrArray *
plx_corrections_get_all (PlxCorrections *self)
{
  return self->corrections;
}

/**
 * plx_corrections_get_articles:
 * @self: what the user has said
 * @n_articles: (out): how many articles there are
 *
 * Returns: (transfer none) (array length=n_articles): their ids, by their place
 */
const gint64 *
plx_corrections_get_articles (PlxCorrections *self,
                              guint          *n_articles)
{
  *n_articles = self->articles->len;

  return (const gint64 *) self->articles->data;
}

/**
 * plx_corrections_list_states:
 * @self: what the user has said
 * @annotations: (element-type PlxAnnotation): the articles, in their order
 *
 * Returns: (transfer full) (element-type PlxCorrectionState): what has become of each correction
 */
GArray *
plx_corrections_list_states (PlxCorrections *self,
                             GPtrArray      *annotations)
{
  g_autoptr (PlxRulings) rulings = plx_rulings_new (self, annotations, NULL);

  return g_array_ref (rulings->states);
}
