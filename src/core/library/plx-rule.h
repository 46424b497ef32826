/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

#define PLX_TYPE_RULE_MATCH (plx_rule_match_get_type ())

/**
 * PlxRuleMatch:
 * @PLX_RULE_MATCH_PLACE: the blocks that stood in a place of the page
 * @PLX_RULE_MATCH_TEXT: the blocks of a text, whatever numbers are in it
 *
 * By what a rule knows a block.
 */
typedef enum
{
  PLX_RULE_MATCH_PLACE,
  PLX_RULE_MATCH_TEXT,
} PlxRuleMatch;

GType plx_rule_match_get_type (void);

/**
 * PlxRule:
 * @id: its number in the library, or 0 while it has none
 * @outlet: of whose articles it holds
 * @keeps: whether it keeps what it matches; else it cuts it
 * @match: by what it knows a block
 * @pattern: the place or the text, folded so that articles of one outlet share it
 * @sample: the beginning of the block that it was made for, to be shown
 * @n_articles: in how many articles it does something, where that was asked for
 *
 * A correction that is remembered for an outlet.
 */
typedef struct
{
  gint64        id;
  char         *outlet;
  gboolean      keeps;
  PlxRuleMatch  match;
  char         *pattern;
  char         *sample;
  guint         n_articles;
} PlxRule;

PlxRule  *plx_rule_new           (const char   *outlet,
                                  gboolean      keeps,
                                  PlxRuleMatch  match,
                                  const char   *pattern,
                                  const char   *sample);
PlxRule  *plx_rule_new_for       (const char   *outlet,
                                  gboolean      keeps,
                                  PlxRuleMatch  match,
                                  const char   *what);
PlxRule  *plx_rule_new_for_block (PlxDocument  *document,
                                  guint         block,
                                  gboolean      keeps);
PlxRule  *plx_rule_copy          (PlxRule      *self);
void      plx_rule_free          (PlxRule      *self);

gboolean  plx_rule_is_for        (PlxRule      *self,
                                  const char   *outlet);
gboolean  plx_rule_replaces      (PlxRule      *self,
                                  PlxRule      *other);

guint     plx_rules_apply        (GPtrArray    *rules,
                                  PlxDocument  *document);
PlxDocument *plx_rules_dup_applied (GPtrArray   *rules,
                                    PlxDocument *document);
void      plx_rules_count        (GPtrArray    *rules,
                                  PlxDocument  *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRule, plx_rule_free)

G_END_DECLS
