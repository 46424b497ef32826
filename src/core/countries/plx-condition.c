/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-condition"

#include "config.h"

#include "countries/plx-condition.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "countries/plx-countries.h"
#include "countries/plx-standing.h"

/* What is known of whether something holds: a table may not say. */
typedef enum
{
  NO,
  UNKNOWN,
  YES,
} Truth;

/**
 * plx_condition_new_test:
 * @relation: id of a relation
 * @statuses: bits (1 << [enum@Status]) of the statuses of which one must hold
 *
 * Returns: (transfer full): the condition
 */
PlxCondition *
plx_condition_new_test (const char *relation,
                        guint       statuses)
{
  PlxCondition *self = g_new0 (PlxCondition, 1);

  self->kind = PLX_CONDITION_TEST;
  self->relation = g_strdup (relation);
  self->statuses = statuses;

  return self;
}

static void
add_part (PlxCondition *self,
          PlxCondition *part)
{
  /* "A and (B and C)" is "A and B and C". */
  if (part->kind != self->kind)
    {
      g_ptr_array_add (self->parts, part);
      return;
    }

  g_ptr_array_extend_and_steal (self->parts, g_steal_pointer (&part->parts));
  plx_condition_free (part);
}

/**
 * plx_condition_new_join:
 * @kind: `PLX_CONDITION_AND` or `PLX_CONDITION_OR`
 * @first: (transfer full): a condition
 * @second: (transfer full): a condition
 *
 * Returns: (transfer full): what asks for both, or for one of them
 */
PlxCondition *
plx_condition_new_join (PlxConditionKind  kind,
                        PlxCondition     *first,
                        PlxCondition     *second)
{
  PlxCondition *self;

  g_return_val_if_fail (kind == PLX_CONDITION_AND || kind == PLX_CONDITION_OR, NULL);

  self = g_new0 (PlxCondition, 1);
  self->kind = kind;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_condition_free);
  add_part (self, first);
  add_part (self, second);

  return self;
}

/**
 * plx_condition_new_not:
 * @part: (transfer full): a condition
 *
 * Returns: (transfer full): what holds where @part does not; of what is denied twice, what it was
 */
PlxCondition *
plx_condition_new_not (PlxCondition *part)
{
  PlxCondition *self;

  if (part->kind == PLX_CONDITION_NOT)
    {
      self = g_ptr_array_steal_index (part->parts, 0);
      plx_condition_free (part);
      return self;
    }

  self = g_new0 (PlxCondition, 1);
  self->kind = PLX_CONDITION_NOT;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_condition_free);
  g_ptr_array_add (self->parts, part);

  return self;
}

/**
 * plx_condition_copy:
 * @self: a condition
 *
 * Returns: (transfer full): one that asks the same
 */
PlxCondition *
plx_condition_copy (const PlxCondition *self)
{
  PlxCondition *copy = plx_condition_new_test (self->relation, self->statuses);

  copy->kind = self->kind;
  if (self->parts != NULL)
    copy->parts = g_ptr_array_copy (self->parts, (GCopyFunc) (GCallback) plx_condition_copy, NULL);
  if (copy->parts != NULL)
    g_ptr_array_set_free_func (copy->parts, (GDestroyNotify) plx_condition_free);

  return copy;
}

void
plx_condition_free (PlxCondition *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->relation, g_free);
  g_free (self);
}

static void
append_test (GString            *text,
             const PlxCondition *self)
{
  const char *mark = ":";

  g_string_append (text, self->relation);
  if (self->statuses == 1u << PLX_STATUS_PARTY)
    return;

  for (PlxStatus status = 0; status < PLX_N_STATUSES; status++)
    {
      if ((self->statuses & (1u << status)) == 0)
        continue;

      g_string_append_printf (text, "%s%s", mark, plx_enum_to_nick (PLX_TYPE_STATUS, status));
      mark = "|";
    }
}

static void
append (GString            *text,
        const PlxCondition *self,
        PlxConditionKind    around)
{
  /* A kind that binds more loosely than what stands around it needs brackets. */
  const gboolean brackets = self->kind > around;

  if (self->kind == PLX_CONDITION_TEST)
    {
      append_test (text, self);
      return;
    }

  if (brackets)
    g_string_append_c (text, '(');
  if (self->kind == PLX_CONDITION_NOT)
    g_string_append (text, "not ");
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (i > 0)
        g_string_append (text, self->kind == PLX_CONDITION_AND ? " and " : " or ");
      append (text, g_ptr_array_index (self->parts, i), self->kind);
    }
  if (brackets)
    g_string_append_c (text, ')');
}

/**
 * plx_condition_to_string:
 * @self: a condition
 *
 * Writes a condition as [func@condition_parse] reads it; two that ask the same in the same order
 * are written alike.
 *
 * Returns: (transfer full): the text
 */
char *
plx_condition_to_string (const PlxCondition *self)
{
  GString *text = g_string_new (NULL);

  append (text, self, PLX_CONDITION_OR);

  return g_string_free_and_steal (text);
}

static char *
test_to_words (const PlxCondition *self)
{
  const PlxRelationInfo *relation = plx_relation_lookup (self->relation);
  const char *title = relation != NULL ? relation->short_title : self->relation;
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->statuses == 1u << PLX_STATUS_PARTY)
    return g_strdup (title);

  for (PlxStatus status = 0; status < PLX_N_STATUSES; status++)
    {
      if ((self->statuses & (1u << status)) == 0)
        continue;

      if (words->len > 0)
        /* Translators: between two statuses of which either will do */
        g_string_append (words, _(" or "));
      g_string_append (words, plx_status_to_words (relation, status));
    }

  /* Translators: %1$s is a treaty or a bloc, %2$s one or more of “party”, “not a party” … */
  return g_strdup_printf (_("%1$s: %2$s"), title, words->str);
}

static char *
part_to_words (const PlxCondition *self,
               PlxConditionKind    around)
{
  g_autofree char *words = plx_condition_to_words (self);

  return self->kind > around ? g_strdup_printf ("(%s)", words) : g_steal_pointer (&words);
}

/**
 * plx_condition_to_words:
 * @self: a condition
 *
 * Returns: (transfer full): the condition as people say it, translated: “NATO but not ICC”
 */
char *
plx_condition_to_words (const PlxCondition *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->kind == PLX_CONDITION_TEST)
    return test_to_words (self);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const PlxCondition *part = g_ptr_array_index (self->parts, i);
      gboolean denied = self->kind == PLX_CONDITION_AND && part->kind == PLX_CONDITION_NOT;
      g_autofree char *inner = NULL;

      if (denied && i > 0)
        part = g_ptr_array_index (part->parts, 0);
      inner = part_to_words (part, denied && i > 0 ? PLX_CONDITION_NOT : self->kind);

      if (self->kind == PLX_CONDITION_NOT)
        /* Translators: %s is a treaty or a bloc of which one is no member */
        g_string_append_printf (words, _("not %s"), inner);
      else if (i == 0)
        g_string_append (words, inner);
      else if (self->kind == PLX_CONDITION_OR)
        /* Translators: a country is a member of one of two; %s is the second: “NATO or EU” */
        g_string_append_printf (words, _(" or %s"), inner);
      else if (denied)
        /* Translators: a country is a member of one and not of the other: “NATO but not ICC” */
        g_string_append_printf (words, _(" but not %s"), inner);
      else
        /* Translators: a country is a member of both; %s is the second: “NATO and EU” */
        g_string_append_printf (words, _(" and %s"), inner);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static Truth
ask_test (const PlxCondition *self,
          const char         *country,
          PlxDay              day)
{
  const PlxRelationInfo *relation = plx_relation_lookup (self->relation);
  PlxStatus status = relation != NULL ? plx_relation_status (relation, country, day, NULL)
                                      : PLX_STATUS_UNKNOWN;

  if (plx_status_is_among (self->statuses, status))
    return YES;

  return status == PLX_STATUS_UNKNOWN ? UNKNOWN : NO;
}

static Truth
ask (const PlxCondition *self,
     const char         *country,
     PlxDay              day)
{
  Truth truth;

  if (self->kind == PLX_CONDITION_TEST)
    return ask_test (self, country, day);

  truth = ask (g_ptr_array_index (self->parts, 0), country, day);
  if (self->kind == PLX_CONDITION_NOT)
    return YES - truth;

  for (guint i = 1; i < self->parts->len; i++)
    {
      Truth next = ask (g_ptr_array_index (self->parts, i), country, day);

      truth = self->kind == PLX_CONDITION_AND ? MIN (truth, next) : MAX (truth, next);
    }

  return truth;
}

/**
 * plx_condition_holds:
 * @self: a condition
 * @country: (nullable): code of a country
 * @day: a day
 *
 * Returns: whether it is known to hold of the country on that day. Of a country of which a table
 *   says nothing, neither “icc” nor “not icc” does
 */
gboolean
plx_condition_holds (const PlxCondition *self,
                     const char         *country,
                     PlxDay              day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return country != NULL && ask (self, country, day) == YES;
}

/**
 * plx_condition_countries:
 * @self: a condition
 * @day: a day
 *
 * Returns: (transfer container) (element-type utf8): codes of the countries of which it holds on
 *   that day, in their order
 */
GPtrArray *
plx_condition_countries (const PlxCondition *self,
                         PlxDay              day)
{
  GPtrArray *found = g_ptr_array_new ();
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      if (plx_condition_holds (self, countries[i].iso3, day))
        g_ptr_array_add (found, (gpointer) countries[i].iso3);
    }

  return found;
}
