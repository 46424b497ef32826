/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-filter"

#include "config.h"

#include "model/plx-filter.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (PlxFilter, plx_filter, plx_filter_ref, plx_filter_unref)
G_DEFINE_BOXED_TYPE (PlxPassages, plx_passages, plx_passages_ref, plx_passages_unref)

/**
 * plx_filter_new:
 *
 * Returns: (transfer full): a filter that lets everything through
 */
PlxFilter *
plx_filter_new (void)
{
  PlxFilter *self = g_atomic_rc_box_new0 (PlxFilter);

  self->relation = g_strdup ("icc");

  return self;
}

/**
 * plx_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): a filter of the same content that its only holder may change
 */
PlxFilter *
plx_filter_copy (PlxFilter *self)
{
  PlxFilter *copy = plx_filter_new ();

  g_set_str (&copy->relation, self->relation);
  copy->statuses = self->statuses;
  copy->as_of = self->as_of;
  copy->day = self->day;
  copy->hidden_sources = g_strdupv (self->hidden_sources);
  copy->entities = g_strdupv (self->entities);
  copy->from = self->from;
  copy->to = self->to;
  copy->only_differences = self->only_differences;
  copy->ties = self->ties;
  copy->countries = g_strdupv (self->countries);
  copy->condition = g_strdup (self->condition);
  copy->outlet_countries = g_strdupv (self->outlet_countries);
  copy->outlet_statuses = self->outlet_statuses;
  copy->outlet_condition = g_strdup (self->outlet_condition);

  return copy;
}

PlxFilter *
plx_filter_ref (PlxFilter *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
filter_clear (gpointer data)
{
  PlxFilter *self = data;

  g_free (self->relation);
  g_strfreev (self->hidden_sources);
  g_strfreev (self->entities);
  g_strfreev (self->countries);
  g_free (self->condition);
  g_strfreev (self->outlet_countries);
  g_free (self->outlet_condition);
}

void
plx_filter_unref (PlxFilter *self)
{
  g_atomic_rc_box_release_full (self, filter_clear);
}

static gboolean
strv_is_empty (char **strv)
{
  return strv == NULL || strv[0] == NULL;
}

/**
 * plx_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it lets everything through
 */
gboolean
plx_filter_is_empty (PlxFilter *self)
{
  for (PlxFilterPart part = 0; part < PLX_N_FILTER_PARTS; part++)
    {
      if (plx_filter_has_part (self, part))
        return FALSE;
    }

  return TRUE;
}

/**
 * plx_filter_has_part:
 * @self: a filter
 * @part: a part of it
 *
 * Returns: whether that part is set, and may hide something
 */
gboolean
plx_filter_has_part (PlxFilter     *self,
                     PlxFilterPart  part)
{
  switch (part)
    {
    case PLX_FILTER_COUNTRY:
      return self->statuses != 0 || !strv_is_empty (self->countries) || self->condition != NULL;

    case PLX_FILTER_OUTLET:
      return self->outlet_statuses != 0 || !strv_is_empty (self->outlet_countries) ||
             self->outlet_condition != NULL;

    case PLX_FILTER_SOURCE:
      return !strv_is_empty (self->hidden_sources);

    case PLX_FILTER_DAY:
      return self->from != 0 || self->to != 0;

    case PLX_FILTER_NAME:
      return !strv_is_empty (self->entities);

    case PLX_FILTER_DIFFERENCE:
      return self->only_differences;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * plx_filter_equal:
 * @a: a filter
 * @b: a filter
 *
 * Returns: whether both ask the same
 */
gboolean
plx_filter_equal (PlxFilter *a,
                  PlxFilter *b)
{
  g_autofree char *left = plx_filter_to_string (a);
  g_autofree char *right = plx_filter_to_string (b);

  return g_str_equal (left, right);
}

/* What is not asked is not written, so that filters of earlier versions stay as they were. */
static void
write_countries (PlxFilter    *self,
                 GVariantDict *dict)
{
  if (self->ties != 0)
    g_variant_dict_insert (dict, "ties", "u", self->ties);
  if (!strv_is_empty (self->countries))
    g_variant_dict_insert (dict, "countries", "^as", self->countries);
  if (self->condition != NULL)
    g_variant_dict_insert (dict, "condition", "s", self->condition);
  if (!strv_is_empty (self->outlet_countries))
    g_variant_dict_insert (dict, "outlet-countries", "^as", self->outlet_countries);
  if (self->outlet_statuses != 0)
    g_variant_dict_insert (dict, "outlet-statuses", "u", self->outlet_statuses);
  if (self->outlet_condition != NULL)
    g_variant_dict_insert (dict, "outlet-condition", "s", self->outlet_condition);
}

static void
read_countries (PlxFilter *self,
                GVariant  *variant)
{
  g_variant_lookup (variant, "ties", "u", &self->ties);
  g_variant_lookup (variant, "countries", "^as", &self->countries);
  g_variant_lookup (variant, "condition", "s", &self->condition);
  g_variant_lookup (variant, "outlet-countries", "^as", &self->outlet_countries);
  g_variant_lookup (variant, "outlet-statuses", "u", &self->outlet_statuses);
  g_variant_lookup (variant, "outlet-condition", "s", &self->outlet_condition);
}

/**
 * plx_filter_to_string:
 * @self: a filter
 *
 * Writes a filter down, for the library: GVariant's text form of an `a{sv}`.
 *
 * Returns: (transfer full): what [func@Filter.from_string] reads
 */
char *
plx_filter_to_string (PlxFilter *self)
{
  static const char * const none[] = { NULL };
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) variant = NULL;

  g_variant_dict_insert (&dict, "relation", "s", self->relation);
  g_variant_dict_insert (&dict, "statuses", "u", self->statuses);
  g_variant_dict_insert (&dict, "as-of", "u", (guint32) self->as_of);
  g_variant_dict_insert (&dict, "day", "u", self->day);
  g_variant_dict_insert (&dict, "hidden-sources", "^as",
                         self->hidden_sources ? self->hidden_sources : (char **) none);
  g_variant_dict_insert (&dict, "entities", "^as",
                         self->entities ? self->entities : (char **) none);
  g_variant_dict_insert (&dict, "from", "u", self->from);
  g_variant_dict_insert (&dict, "to", "u", self->to);
  g_variant_dict_insert (&dict, "only-differences", "b", self->only_differences);
  write_countries (self, &dict);

  variant = g_variant_ref_sink (g_variant_dict_end (&dict));

  return g_variant_print (variant, TRUE);
}

/**
 * plx_filter_from_string:
 * @string: what [method@Filter.to_string] wrote
 * @error: return location for an error of the `G_VARIANT_PARSE_ERROR` domain
 *
 * Returns: (transfer full) (nullable): the filter, or `NULL` on error
 */
PlxFilter *
plx_filter_from_string (const char  *string,
                        GError     **error)
{
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE_VARDICT, string, NULL, NULL,
                                                  error);
  g_autoptr (PlxFilter) self = NULL;
  g_autofree char *relation = NULL;
  guint32 as_of = 0;

  if (variant == NULL)
    return NULL;

  self = plx_filter_new ();

  if (g_variant_lookup (variant, "relation", "s", &relation))
    g_set_str (&self->relation, relation);
  g_variant_lookup (variant, "statuses", "u", &self->statuses);
  if (g_variant_lookup (variant, "as-of", "u", &as_of) && as_of <= PLX_AS_OF_DAY)
    self->as_of = as_of;
  g_variant_lookup (variant, "day", "u", &self->day);
  g_variant_lookup (variant, "hidden-sources", "^as", &self->hidden_sources);
  g_variant_lookup (variant, "entities", "^as", &self->entities);
  g_variant_lookup (variant, "from", "u", &self->from);
  g_variant_lookup (variant, "to", "u", &self->to);
  g_variant_lookup (variant, "only-differences", "b", &self->only_differences);
  read_countries (self, variant);

  return g_steal_pointer (&self);
}

/**
 * plx_passages_new:
 * @analysis: an analysis
 * @shown: whether all are shown, or none
 *
 * Returns: (transfer full): passages for every sentence of the analysis
 */
PlxPassages *
plx_passages_new (PlxAnalysis *analysis,
                  gboolean     shown)
{
  PlxPassages *self = g_atomic_rc_box_new0 (PlxPassages);

  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      GByteArray *bytes = g_byte_array_new ();

      g_byte_array_set_size (bytes, plx_analysis_get_annotation (analysis, i)->sentences->len);
      if (bytes->len > 0)
        memset (bytes->data, shown, bytes->len);
      g_ptr_array_add (self->shown, bytes);
      self->n_all += bytes->len;
    }

  self->n_shown = shown ? self->n_all : 0;

  return self;
}

PlxPassages *
plx_passages_ref (PlxPassages *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
passages_clear (gpointer data)
{
  PlxPassages *self = data;

  g_ptr_array_unref (self->shown);
}

void
plx_passages_unref (PlxPassages *self)
{
  g_atomic_rc_box_release_full (self, passages_clear);
}

static guint8 *
passage (PlxPassages    *self,
         PlxSentenceRef  ref)
{
  GByteArray *bytes;

  g_return_val_if_fail (ref.article < self->shown->len, NULL);

  bytes = g_ptr_array_index (self->shown, ref.article);
  g_return_val_if_fail (ref.sentence < bytes->len, NULL);

  return &bytes->data[ref.sentence];
}

/**
 * plx_passages_is_shown:
 * @self: passages
 * @ref: a sentence
 *
 * Returns: whether the filter lets it through
 */
gboolean
plx_passages_is_shown (PlxPassages    *self,
                       PlxSentenceRef  ref)
{
  const guint8 *byte = passage (self, ref);

  return byte != NULL && *byte;
}

/**
 * plx_passages_set_shown:
 * @self: passages that nobody else has yet
 * @ref: a sentence
 * @shown: whether the filter lets it through
 */
void
plx_passages_set_shown (PlxPassages    *self,
                        PlxSentenceRef  ref,
                        gboolean        shown)
{
  guint8 *byte = passage (self, ref);

  if (byte == NULL || *byte == !!shown)
    return;

  *byte = !!shown;
  if (shown)
    self->n_shown++;
  else
    self->n_shown--;
}
