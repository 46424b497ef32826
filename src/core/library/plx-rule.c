/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rule"

#include "config.h"

#include "library/plx-rule.h"

#include <string.h>

/* What rules make of an article is a function of the rules, of what the reader had found, and of
 * what the user decided in it by hand. So a rule is taken back by applying those that are left. */

/* So many letters of a block are shown of it. */
#define MAX_SAMPLE 120

G_DEFINE_ENUM_TYPE (PlxRuleMatch, plx_rule_match,
                    G_DEFINE_ENUM_VALUE (PLX_RULE_MATCH_PLACE, "place"),
                    G_DEFINE_ENUM_VALUE (PLX_RULE_MATCH_TEXT, "text"))

/* Case, spaces and numbers are not what tells two blocks of an outlet apart: “Posted 3 May” and
 * “posted  14 May”, `#post-12 > p` and `#post-871 > p`. Gives an empty string for white space. */
static char *
fold (const char *text,
      gssize      length)
{
  g_autofree char *folded = g_utf8_casefold (text, length);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean space = FALSE;
  gboolean number = FALSE;

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter))
        {
          space = TRUE;
          number = FALSE;
          continue;
        }

      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;

      if (!g_unichar_isdigit (letter))
        g_string_append_unichar (out, letter);
      else if (!number)
        g_string_append_c (out, '0');
      number = g_unichar_isdigit (letter);
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static char *
fold_block (PlxDocument  *document,
            guint         block,
            PlxRuleMatch  match)
{
  const PlxBlockSpan *span = plx_document_get_block (document, block);

  if (match == PLX_RULE_MATCH_PLACE)
    return span->place != NULL ? fold (span->place, -1) : NULL;

  return fold (document->text->str + span->start, span->end - span->start);
}

/* A paragraph in a division may be anything; one in `aside` or `.newsletter` is what that says. */
static gboolean
is_telling (const char *place)
{
  static const char * const tags[] = {
    "aside", "footer", "nav", "header", "form", "figure", "figcaption", "dialog", NULL,
  };
  g_auto (GStrv) words = NULL;

  if (place == NULL)
    return FALSE;

  if (strpbrk (place, ".#[") != NULL)
    return TRUE;

  words = g_strsplit_set (place, " >:,", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (tags, words[i]))
      return TRUE;

  return FALSE;
}

static gsize
span_length (const PlxBlockSpan *span)
{
  return span->end - span->start;
}

static gboolean
was_kept (const PlxBlockSpan *span)
{
  return span->decider == PLX_DECIDER_READER ? span->kept : span->found_reason == PLX_CUT_NONE;
}

/* Whether a rule that cuts by place would take more of an article than it leaves: then the place
 * holds the article itself, and the rule was made for another page. */
static gboolean
takes_most (PlxDocument *document,
            const char  *pattern)
{
  gsize n_kept = 0;
  gsize n_cut = 0;

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *span = plx_document_get_block (document, i);
      g_autofree char *place = NULL;

      if (!was_kept (span))
        continue;

      place = fold_block (document, i, PLX_RULE_MATCH_PLACE);
      n_kept += span_length (span);
      if (g_strcmp0 (place, pattern) == 0)
        n_cut += span_length (span);
    }

  return n_cut * 2 > n_kept;
}

/* Whether nothing that stood in the same place is treated otherwise. */
static gboolean
is_place_alone (PlxDocument *document,
                guint        block,
                gboolean     keeps,
                const char  *pattern)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      g_autofree char *place = NULL;

      if (i == block || plx_document_get_block (document, i)->kept == keeps)
        continue;

      place = fold_block (document, i, PLX_RULE_MATCH_PLACE);
      if (g_strcmp0 (place, pattern) == 0)
        return FALSE;
    }

  return TRUE;
}

static char *
dup_sample (PlxDocument *document,
            guint        block)
{
  g_autofree char *text = plx_document_dup_block (document, block);
  g_autofree char *start = NULL;

  g_strdelimit (text, "\n\r\t", ' ');
  if (g_utf8_strlen (text, -1) <= MAX_SAMPLE)
    return g_steal_pointer (&text);

  start = g_utf8_substring (text, 0, MAX_SAMPLE);

  return g_strconcat (start, "…", NULL);
}

/**
 * plx_rule_new:
 * @outlet: of whose articles it holds
 * @keeps: whether it keeps what it matches; else it cuts it
 * @match: by what it knows a block
 * @pattern: the folded place or text
 * @sample: the beginning of a block that it matches
 *
 * Returns: (transfer full): a rule that is in no library yet
 */
PlxRule *
plx_rule_new (const char   *outlet,
              gboolean      keeps,
              PlxRuleMatch  match,
              const char   *pattern,
              const char   *sample)
{
  PlxRule *self = g_new0 (PlxRule, 1);

  self->outlet = g_strdup (outlet);
  self->keeps = keeps;
  self->match = match;
  self->pattern = g_strdup (pattern);
  self->sample = g_strdup (sample);

  return self;
}

/**
 * plx_rule_new_for:
 * @outlet: of whose articles it holds
 * @keeps: whether it keeps what it matches; else it cuts it
 * @match: by what it knows a block
 * @what: the text or the place, as it is written
 *
 * Returns: (transfer full) (nullable): the rule, or `NULL` where it would match nothing
 */
PlxRule *
plx_rule_new_for (const char   *outlet,
                  gboolean      keeps,
                  PlxRuleMatch  match,
                  const char   *what)
{
  g_autofree char *pattern = fold (what, -1);

  return *pattern != '\0' ? plx_rule_new (outlet, keeps, match, pattern, what) : NULL;
}

/**
 * plx_rule_new_for_block:
 * @document: a document
 * @block: the place of the block that is corrected
 * @keeps: whether it is put back; else it is cut
 *
 * Makes of a correction what can be remembered: by the block's place where that tells something
 * and nothing else that stood there is treated otherwise; else by its text.
 *
 * Returns: (transfer full) (nullable): the rule, or `NULL` where the outlet is not known or
 *   the block is empty
 */
PlxRule *
plx_rule_new_for_block (PlxDocument *document,
                        guint        block,
                        gboolean     keeps)
{
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  g_autofree char *sample = dup_sample (document, block);
  g_autofree char *place = fold_block (document, block, PLX_RULE_MATCH_PLACE);
  g_autofree char *text = fold_block (document, block, PLX_RULE_MATCH_TEXT);

  if (outlet == NULL || *text == '\0')
    return NULL;

  if (is_telling (plx_document_get_block (document, block)->place) &&
      is_place_alone (document, block, keeps, place) &&
      (keeps || !takes_most (document, place)))
    return plx_rule_new (outlet, keeps, PLX_RULE_MATCH_PLACE, place, sample);

  return plx_rule_new (outlet, keeps, PLX_RULE_MATCH_TEXT, text, sample);
}

PlxRule *
plx_rule_copy (PlxRule *self)
{
  PlxRule *copy = plx_rule_new (self->outlet, self->keeps, self->match, self->pattern,
                                self->sample);

  copy->id = self->id;
  copy->n_articles = self->n_articles;

  return copy;
}

void
plx_rule_free (PlxRule *self)
{
  g_free (self->outlet);
  g_free (self->pattern);
  g_free (self->sample);
  g_free (self);
}

/**
 * plx_rule_is_for:
 * @self: a rule
 * @outlet: (nullable): an outlet
 *
 * Returns: whether the rule holds for its articles
 */
gboolean
plx_rule_is_for (PlxRule    *self,
                 const char *outlet)
{
  g_autofree char *mine = g_utf8_casefold (self->outlet, -1);
  g_autofree char *theirs = outlet != NULL ? g_utf8_casefold (outlet, -1) : NULL;

  return g_strcmp0 (mine, theirs) == 0;
}

/**
 * plx_rule_replaces:
 * @self: a rule
 * @other: an older one
 *
 * Returns: whether the two are of the same blocks, so that the older has nothing to say any more
 */
gboolean
plx_rule_replaces (PlxRule *self,
                   PlxRule *other)
{
  return self->match == other->match && g_str_equal (self->pattern, other->pattern) &&
         plx_rule_is_for (self, other->outlet);
}

/* The rules that hold for a document, those that have the last word first: text tells more
 * than a place does, and what was said last more than what was said before. */
static GPtrArray *
choose_rules (GPtrArray   *rules,
              PlxDocument *document)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (int match = PLX_RULE_MATCH_TEXT; match >= PLX_RULE_MATCH_PLACE; match--)
    for (guint i = rules->len; i > 0; i--)
      {
        PlxRule *rule = g_ptr_array_index (rules, i - 1);

        if ((int) rule->match == match &&
            plx_rule_is_for (rule, document->fields[PLX_FIELD_OUTLET]) &&
            (rule->keeps || match == PLX_RULE_MATCH_TEXT || !takes_most (document, rule->pattern)))
          g_ptr_array_add (chosen, rule);
      }

  return chosen;
}

static PlxRule *
find_rule (GPtrArray   *chosen,
           PlxDocument *document,
           guint        block)
{
  g_autofree char *place = fold_block (document, block, PLX_RULE_MATCH_PLACE);
  g_autofree char *text = fold_block (document, block, PLX_RULE_MATCH_TEXT);

  for (guint i = 0; i < chosen->len; i++)
    {
      PlxRule *rule = g_ptr_array_index (chosen, i);

      if (g_strcmp0 (rule->match == PLX_RULE_MATCH_PLACE ? place : text, rule->pattern) == 0)
        return rule;
    }

  return NULL;
}

/* The rule that changes a block, or `NULL`. What the user has decided by hand is never changed,
 * and a rule that says what the reader had found changes nothing. */
static PlxRule *
find_change (GPtrArray   *chosen,
             PlxDocument *document,
             guint        block)
{
  const PlxBlockSpan *span = plx_document_get_block (document, block);
  PlxRule *rule;

  if (span->decider == PLX_DECIDER_USER)
    return NULL;

  rule = find_rule (chosen, document, block);

  return rule != NULL && rule->keeps != was_kept (span) ? rule : NULL;
}

/**
 * plx_rules_apply:
 * @rules: (element-type PlxRule): all rules, the oldest first
 * @document: a document that nobody else holds
 *
 * Lets the rules of its outlet decide on an article. Applying them twice changes nothing, and
 * what rules did that are not among them any more is taken back.
 *
 * Returns: how many blocks were changed
 */
guint
plx_rules_apply (GPtrArray   *rules,
                 PlxDocument *document)
{
  g_autoptr (GPtrArray) chosen = choose_rules (rules, document);
  guint n_changed = 0;

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *span = plx_document_get_block (document, i);
      PlxDecider before = span->decider;
      gboolean kept = span->kept;
      PlxRule *rule;

      if (before == PLX_DECIDER_USER || (before == PLX_DECIDER_READER && chosen->len == 0))
        continue;

      rule = find_change (chosen, document, i);
      if (rule != NULL)
        plx_document_decide (document, i, PLX_DECIDER_RULE, rule->keeps);
      else if (before == PLX_DECIDER_RULE)
        plx_document_decide (document, i, PLX_DECIDER_READER, FALSE);

      span = plx_document_get_block (document, i);
      n_changed += span->kept != kept || span->decider != before;
    }

  return n_changed;
}

/* Whether rules have anything to say of a document, or have had. */
static gboolean
is_ruled (GPtrArray   *rules,
          PlxDocument *document)
{
  const char *outlet = document->fields[PLX_FIELD_OUTLET];

  for (guint i = 0; i < rules->len && outlet != NULL; i++)
    if (plx_rule_is_for (g_ptr_array_index (rules, i), outlet))
      return TRUE;

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    if (plx_document_get_block (document, i)->decider == PLX_DECIDER_RULE)
      return TRUE;

  return FALSE;
}

/**
 * plx_rules_dup_applied:
 * @rules: (element-type PlxRule): all rules, the oldest first
 * @document: a document
 *
 * Returns: (transfer full): what the rules make of it: a copy, or itself where they change nothing
 */
PlxDocument *
plx_rules_dup_applied (GPtrArray   *rules,
                       PlxDocument *document)
{
  g_autoptr (PlxDocument) copy = NULL;

  if (!is_ruled (rules, document))
    return plx_document_ref (document);

  copy = plx_document_copy (document);

  return plx_document_ref (plx_rules_apply (rules, copy) > 0 ? copy : document);
}

/**
 * plx_rules_count:
 * @rules: (element-type PlxRule): all rules, the oldest first
 * @document: a document
 *
 * Counts a document for each of the rules that does something in it.
 */
void
plx_rules_count (GPtrArray   *rules,
                 PlxDocument *document)
{
  g_autoptr (GPtrArray) chosen = choose_rules (rules, document);
  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; chosen->len > 0 && i < plx_document_get_n_blocks (document); i++)
    {
      PlxRule *rule = find_change (chosen, document, i);

      if (rule != NULL && g_hash_table_add (counted, rule))
        rule->n_articles++;
    }
}
