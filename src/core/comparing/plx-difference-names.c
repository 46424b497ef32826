/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-names"

#include "config.h"

#include <string.h>

#include "comparing/plx-differing.h"
#include "comparing/plx-origins.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-word-table.h"

#define WHERE_WORDS "in within at to into near outside of across towards toward inside"
#define OTHER_LINKS "of by for with from against"
#define DATELINE_TOKENS 9
#define ARTICLES "the a an his her its their this that former"

/* A name in the part that it plays in its sentence. */
typedef struct
{
  guint32  entity;
  PlxKind  kind;
  gboolean speaks;
  gboolean owns;       /* "Roe's record" is told of the record */
  guint32  role;    /* the stem of the word that it hangs on, or 0 */
  guint32  link;    /* hash of the preposition between, or 0 */
  guint32  head;    /* the stem of the word that it stands before, or 0 */
  guint32  start;
  guint32  end;
  guint32  head_start;
  guint32  head_end;
} Part;

typedef struct
{
  PlxWeave          *weave;
  GArray            *members;
  PlxDifferenceKind  kind;
  gboolean           is_role; /* of names: whether they play a part, and stand before no word */
  gboolean           is_other; /* of those before a word: whether they are of two things */
  guint32            of;      /* hash of "of", which tells no place */
  GPtrArray         *parts; /* (element-type GArray of Part), for each member */
} Names;

static gboolean
is_of_kind (PlxDifferenceKind     kind,
            const PlxMentionSpan *mention)
{
  gboolean is_place = mention->kind == PLX_KIND_COUNTRY || mention->kind == PLX_KIND_PLACE;

  if (mention->entity == PLX_NONE || mention->form != PLX_FORM_NAME)
    return FALSE;

  return kind == PLX_DIFFERENCE_PLACE ? is_place : !is_place;
}

static guint
token_at (PlxMember *member,
          guint32    byte)
{
  guint i = 0;

  while (i < member->tokens->len && plx_tokens_at (member->tokens, i)->end <= byte)
    i++;

  return i;
}

static gboolean
is_verb (PlxMember *member,
         guint      token)
{
  const char *word = plx_tokens_word (member->tokens, token);

  return g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "ing") ||
         plx_tokens_use (member->tokens, token, PLX_LEX (PAST)) || plx_stem_is_irregular (word) ||
         (token > 0 && (plx_tokens_use (member->tokens, token - 1, PLX_LEX (MODAL)) ||
                        plx_tokens_among (member->tokens, token - 1, "to not")));
}

/* What a name hangs on: in "travelled to South Africa" and "visited Iran" it is the verb; a name
 * of a list hangs where the name before it hangs. */
static void
set_role (PlxMember  *member,
          const char *links,
          GArray     *parts,
          guint       token,
          Part       *part)
{
  guint i = token;

  while (i > 0 && plx_tokens_among (member->tokens, i - 1, ARTICLES))
    i--;
  if (i == 0)
    return;
  i--;

  if (parts->len > 0 && (!plx_tokens_at (member->tokens, i)->is_word ||
                         plx_tokens_among (member->tokens, i, "and or")))
    {
      part->role = g_array_index (parts, Part, parts->len - 1).role;
      part->link = g_array_index (parts, Part, parts->len - 1).link;
      return;
    }
  if (i > 0 && plx_tokens_among (member->tokens, i, links))
    {
      part->link = plx_tokens_at (member->tokens, i)->stem;
      i--;
    }
  /* "said Norway would pay": it is nowhere. */
  if (part->link == 0 && plx_tokens_use (member->tokens, i, PLX_LEX (SAY) | PLX_LEX (SAY_THAT)))
    return;
  /* "Chairman Roe" and "Chairman Poe" bear a title and play no part. */
  if (plx_tokens_at (member->tokens, i)->is_content && (part->link != 0 || is_verb (member, i)))
    part->role = plx_tokens_at (member->tokens, i)->stem;
}

/* "the Geneva talks" and "Merkel left" look alike; endings tell most of them apart. */
static gboolean
looks_like_verb (PlxMember *member,
                 guint      token)
{
  const char *word = plx_tokens_word (member->tokens, token);

  return g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "ing") ||
         plx_tokens_among (member->tokens, token, "said says told went came took made met left "
                           "put sent spoke held gave became began stood won lost reports wants");
}

/* "WASHINGTON (AP) —" says where it was written and not where it was. Returns the byte after it. */
static guint32
dateline_end (PlxMember *member)
{
  for (guint i = 0; i < member->tokens->len && i < DATELINE_TOKENS; i++)
    {
      if (plx_tokens_among (member->tokens, i, "– — -- -"))
        return plx_tokens_at (member->tokens, i)->end;
      if (plx_tokens_at (member->tokens, i)->is_content &&
          !plx_tokens_at (member->tokens, i)->is_capital)
        break;
    }

  return 0;
}

/* Who says it is told as an attribution. */
static gboolean
is_origin (Names     *self,
           PlxMember *member,
           guint32    entity)
{
  const PlxEntityRecord *record = g_ptr_array_index (self->weave->entities, entity);

  for (guint i = 0; i < member->node->quotes->len; i++)
    {
      if (g_array_index (member->node->quotes, PlxQuoted, i).speaker == entity)
        return TRUE;
    }

  return g_strcmp0 (member->node->origin, record->name) == 0;
}

static GArray *
find_parts (Names     *self,
            PlxMember *member)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  GArray *mentions = member->annotation->mentions;
  guint32 dateline = dateline_end (member);

  for (guint i = plx_annotation_first_mention (member->annotation, member->offset);
       i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);
      Part part = { 0 };
      guint after;

      if (mention->sentence != member->ref.sentence)
        break;
      if (!is_of_kind (self->kind, mention) ||
          mention->start - member->offset < dateline)
        continue;

      part.entity = mention->entity;
      part.kind = mention->kind;
      part.speaks = is_origin (self, member, mention->entity);
      part.owns = plx_tokens_among (member->tokens, token_at (member, part.end), "'s '");
      part.start = mention->start - member->offset;
      part.end = part.head_end = mention->end - member->offset;
      set_role (member, self->kind == PLX_DIFFERENCE_PLACE ? WHERE_WORDS " of"
                                                           : WHERE_WORDS " " OTHER_LINKS,
                parts, token_at (member, part.start), &part);
      after = token_at (member, part.end);
      if (after < member->tokens->len && plx_tokens_at (member->tokens, after)->is_content &&
          !looks_like_verb (member, after))
        {
          part.head = plx_tokens_at (member->tokens, after)->stem;
          part.head_start = plx_tokens_at (member->tokens, after)->start;
          part.head_end = plx_tokens_at (member->tokens, after)->end;
        }
      else if (mention->kind != PLX_KIND_PERSON && after > 0 &&
               plx_tokens_at (member->tokens, after - 1)->start > part.start)
        {
          /* "the G20 Summit" may be a name as a whole. */
          part.head = plx_tokens_at (member->tokens, after - 1)->stem;
          part.head_start = plx_tokens_at (member->tokens, after - 1)->start;
        }
      g_array_append_val (parts, part);
    }

  return parts;
}

static gboolean
has_entity (GArray  *parts,
            guint32  entity)
{
  for (guint i = 0; i < parts->len; i++)
    {
      if (g_array_index (parts, Part, i).entity == entity)
        return TRUE;
    }

  return FALSE;
}

/* "Group of 20" and "G20", "BRICS" and "Brics" are no two names. */
static char *
initials_of (const char *name)
{
  GString *initials = g_string_new (NULL);
  gboolean is_one_word = strchr (name, ' ') == NULL;
  gboolean at_start = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || is_one_word || (at_start && g_unichar_isupper (c)))
        g_string_append_unichar (initials, g_unichar_tolower (c));
      at_start = c == ' ' || c == '-';
    }

  return g_string_free_and_steal (initials);
}

/* "Muammar" and "Moammar" are one name in two alphabets' ways. */
static gboolean
are_spellings (const char *a,
               const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b), from = 0, to = 0;

  while (from < MIN (n_a, n_b) && a[from] == b[from])
    from++;
  while (to < MIN (n_a, n_b) - from && a[n_a - 1 - to] == b[n_b - 1 - to])
    to++;

  /* "Calif." is short for something. */
  if (from >= 4 && from == MIN (n_a, n_b))
    return TRUE;

  return from > 0 && from + to >= 4 && MAX (n_a, n_b) - from - to <= 2;
}

static gboolean
same_initials (Names *self,
               guint  i,
               Part  *a,
               guint  j,
               Part  *b)
{
  PlxMember *member_a = &g_array_index (self->members, PlxMember, i);
  PlxMember *member_b = &g_array_index (self->members, PlxMember, j);
  guint32 end_a = a->head_start > a->start && a->head_start < a->end ? a->head_start - 1 : a->end;
  guint32 end_b = b->head_start > b->start && b->head_start < b->end ? b->head_start - 1 : b->end;
  g_autofree char *name_a = plx_member_dup_words (member_a, a->start, end_a);
  g_autofree char *name_b = plx_member_dup_words (member_b, b->start, end_b);
  g_autofree char *initials_a = initials_of (name_a);
  g_autofree char *initials_b = initials_of (name_b);

  return g_str_equal (initials_a, initials_b) || are_spellings (name_a, name_b) ||
         plx_names_overlap (name_a, name_b);
}

/* Whether two names hang on the same word in the same way. */
static gboolean
same_role (const Part *a,
           const Part *b)
{
  return a->role != 0 && a->role == b->role && a->link == b->link;
}

/* Whether much the same words stand around two names. */
static gboolean
same_setting (Names      *self,
              guint       i,
              const Part *a,
              guint       j,
              const Part *b)
{
  PlxMember *member_a = &g_array_index (self->members, PlxMember, i);
  PlxMember *member_b = &g_array_index (self->members, PlxMember, j);
  PlxSetting in_a = plx_member_get_setting (member_a, a->start, a->end);
  PlxSetting in_b = plx_member_get_setting (member_b, b->start, b->end);

  return plx_share_is_enough (plx_settings_share (member_a, &in_a, member_b, &in_b));
}

/* "visited Moscow" and "visited Russia" are no two places, but two towns of Russia are. */
static gboolean
same_country (Names      *self,
              const Part *a,
              const Part *b)
{
  const PlxEntityRecord *entity_a = g_ptr_array_index (self->weave->entities, a->entity);
  const PlxEntityRecord *entity_b = g_ptr_array_index (self->weave->entities, b->entity);

  return entity_a->country != NULL && g_strcmp0 (entity_a->country, entity_b->country) == 0 &&
         (entity_a->kind == PLX_KIND_COUNTRY || entity_b->kind == PLX_KIND_COUNTRY);
}

/* "Ellwick in Marshire" is told somewhere: then one place may be in the other. */
static gboolean
are_told_together (Names   *self,
                   guint32  a,
                   guint32  b)
{
  for (guint i = 0; i < self->weave->annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (self->weave->annotations, i);
      guint32 in_a = PLX_NONE, in_b = PLX_NONE;

      for (guint k = 0; k < annotation->mentions->len; k++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, k);

          if (mention->entity == a)
            in_a = mention->sentence;
          else if (mention->entity == b)
            in_b = mention->sentence;
          if (in_a != PLX_NONE && in_a == in_b)
            return TRUE;
        }
    }

  return FALSE;
}

/* Each of two sentences tells one place, and both tell it as where something is: "signed in
 * Geneva", "signed the deal in Vienna". */
static gboolean
are_sole_places (Names      *self,
                 GArray     *parts_a,
                 const Part *a,
                 GArray     *parts_b,
                 const Part *b)
{
  return self->kind == PLX_DIFFERENCE_PLACE && parts_a->len == 1 && parts_b->len == 1 &&
         a->kind == b->kind && a->role != 0 && b->role != 0 && a->link != 0 &&
         a->link == b->link && a->link != self->of &&
         !are_told_together (self, a->entity, b->entity);
}

/* Two people, or two bodies, of whom the same is told. */
static gboolean
plays_part (const Part *a,
            const Part *b)
{
  return a->kind == b->kind && !a->speaks && !b->speaks && !a->owns && !b->owns &&
         (a->head == 0 || a->head != b->head) &&
         (a->kind == PLX_KIND_PERSON || a->kind == PLX_KIND_ORGANIZATION);
}

/* Whether a name stands before a word with this stem, or has it as its last word. */
static gboolean
has_head (GArray  *tokens,
          guint32  start,
          guint32  end,
          guint32  head)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const PlxToken *token = plx_tokens_at (tokens, i);

      if (token->end > end)
        return token->stem == head ||
               (i > 0 && plx_tokens_at (tokens, i - 1)->start > start &&
                plx_tokens_at (tokens, i - 1)->stem == head);
    }

  return FALSE;
}

/* Whether the article of a sentence tells of what another sentence names, too: one that reports
 * of the Rome summit and of the Oslo summit means two by them, and no two names of one. */
static gboolean
tells_of_both (Names     *self,
               PlxMember *member,
               Part      *other)
{
  GArray *mentions = member->annotation->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);
      PlxSentenceRef ref = { member->ref.article, mention->sentence };
      const PlxNode *node;
      guint32 offset;

      if (mention->entity != other->entity ||
          (node = plx_weave_get_node (self->weave, ref)) == NULL)
        continue;
      offset = g_array_index (member->annotation->sentences, PlxSentenceSpan,
                              mention->sentence).start;
      if (has_head (node->tokens, mention->start - offset, mention->end - offset, other->head))
        return TRUE;
    }

  return FALSE;
}

/* "the BRICS summit" and "the G20 summit" are two names for one thing, unless an article tells of
 * both, which makes them two things. */
static gboolean
are_other_heads (Names *self,
                 guint  i,
                 Part  *a,
                 guint  j,
                 Part  *b)
{
  return self->kind == PLX_DIFFERENCE_NAME && !self->is_role && a->head != 0 &&
         a->head == b->head && !same_initials (self, i, a, j, b) &&
         self->is_other == (tells_of_both (self, &g_array_index (self->members, PlxMember, i), b) ||
                            tells_of_both (self, &g_array_index (self->members, PlxMember, j), a));
}

/* A name that one sentence has, and another in the same part of the other sentence, neither of
 * which the other has. @a and @b get the two. */
static gboolean
find_swap (Names   *self,
           guint    i,
           guint    j,
           Part   **a,
           Part   **b)
{
  GArray *parts_a = g_ptr_array_index (self->parts, i);
  GArray *parts_b = g_ptr_array_index (self->parts, j);

  for (guint x = 0; x < parts_a->len; x++)
    {
      *a = &g_array_index (parts_a, Part, x);
      for (guint y = 0; !has_entity (parts_b, (*a)->entity) && y < parts_b->len; y++)
        {
          *b = &g_array_index (parts_b, Part, y);
          if (has_entity (parts_a, (*b)->entity))
            continue;
          if (!same_role (*a, *b) && !are_sole_places (self, parts_a, *a, parts_b, *b))
            continue;
          if (self->kind == PLX_DIFFERENCE_PLACE && !same_country (self, *a, *b) &&
              !same_initials (self, i, *a, j, *b) &&
              same_setting (self, i, *a, j, *b))
            return TRUE;
          if (are_other_heads (self, i, *a, j, *b))
            return TRUE;
          if (self->is_role && plays_part (*a, *b) && !same_initials (self, i, *a, j, *b) &&
              same_setting (self, i, *a, j, *b))
            return TRUE;
        }
    }

  return FALSE;
}

/* Of places those are told that hang on the same word, since a list of them is one answer; of
 * names the one that was swapped, with the word that it stands before. */
static char *
names_in_words (Names *self,
                guint  i,
                Part  *part)
{
  GArray *parts = g_ptr_array_index (self->parts, i);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *out = g_string_new (NULL);

  if (self->kind == PLX_DIFFERENCE_NAME)
    {
      g_string_free (out, TRUE);
      return plx_member_dup_words (&g_array_index (self->members, PlxMember, i), part->start,
                                   self->is_role ? part->end : part->head_end);
    }

  for (guint j = 0; j < parts->len; j++)
    {
      guint32 index = g_array_index (parts, Part, j).entity;
      const PlxEntityRecord *entity = g_ptr_array_index (self->weave->entities, index);

      if (same_role (&g_array_index (parts, Part, j), part) &&
          g_hash_table_add (seen, GUINT_TO_POINTER (index + 1)))
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", entity->name);
    }

  return g_string_free_and_steal (out);
}

static char *
name_difference (Names *self,
                 guint  i,
                 Part  *part)
{
  PlxMember *member = &g_array_index (self->members, PlxMember, i);

  if (self->kind == PLX_DIFFERENCE_PLACE)
    return g_strdup ("where");
  if (self->is_role)
    return g_strdup ("who it is");

  return g_strdup_printf ("which %s", plx_tokens_word (member->tokens,
                                                       token_at (member, part->head_start)));
}

static void
find_of_kind (PlxWeave          *weave,
              PlxClaimRecord    *claim,
              GArray            *members,
              const char        *rule)
{
  Names names = { weave, members, plx_difference_rule_kind (rule),
                  g_str_equal (rule, PLX_RULE_NAME_ROLE), g_str_equal (rule, PLX_RULE_NAME_OTHER),
                  plx_word_hash ("of", 2), NULL };
  g_autofree char **says = g_new0 (char *, members->len);
  char *about = NULL;

  names.parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (names.parts, find_parts (&names, &g_array_index (members, PlxMember, i)));

  for (guint i = 0; i < plx_members_bound (members); i++)
    {
      for (guint j = 0; j < i; j++)
        {
          Part *a, *b;

          if (!find_swap (&names, i, j, &a, &b) ||
              !plx_member_opposes (&g_array_index (members, PlxMember, i),
                                   &g_array_index (members, PlxMember, j)))
            continue;
          if (about == NULL)
            about = name_difference (&names, i, a);
          if (says[i] == NULL)
            says[i] = names_in_words (&names, i, a);
          if (says[j] == NULL)
            says[j] = names_in_words (&names, j, b);
        }
    }

  if (about != NULL)
    plx_claim_add_difference (claim, rule, about, members, says);
  for (guint i = 0; i < members->len; i++)
    g_free (says[i]);
  g_ptr_array_unref (names.parts);
}

/**
 * plx_differences_find_names:
 * @weave: the sentences of a story
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds places that play the same part in two sentences and are not the same, and names before
 * the same word ("the BRICS summit", "the G20 summit"), of one thing or of two, or in the same part
 * ("appointed Roe", "appointed Poe").
 */
void
plx_differences_find_names (PlxWeave       *weave,
                            PlxClaimRecord *claim,
                            GArray         *members)
{
  find_of_kind (weave, claim, members, PLX_RULE_PLACE);
  find_of_kind (weave, claim, members, PLX_RULE_NAME_HEAD);
  find_of_kind (weave, claim, members, PLX_RULE_NAME_OTHER);
  find_of_kind (weave, claim, members, PLX_RULE_NAME_ROLE);
}
