/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-names"

#include "config.h"

#include "comparing/plx-differing.h"

#define WHERE_WORDS "in within at to into near outside of across towards toward inside"
#define ARTICLES "the a an his her its their this that former"

/* A name in the part that it plays in its sentence. */
typedef struct
{
  guint32 entity;
  guint32 role;     /* the stem of the word that it hangs on, or WHERE_ROLE */
  guint32 head;     /* the stem of the word that it stands before, or 0 */
  guint32 start;
  guint32 end;
  guint32 head_end;
} Part;

#define WHERE_ROLE 1u

typedef struct
{
  PlxWeave          *weave;
  GArray            *members;
  PlxDifferenceKind  kind;
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

/* What a name hangs on: "in South Africa" and "to South Africa" tell where; in "visited Iran" it
 * is the verb; a name of a list hangs where the name before it hangs. */
static guint32
role_of (PlxMember  *member,
         GArray     *parts,
         guint       token)
{
  guint i = token;

  while (i > 0 && plx_tokens_among (member->tokens, i - 1, ARTICLES))
    i--;
  if (i == 0)
    return 0;
  i--;

  if (parts->len > 0 && (!plx_tokens_at (member->tokens, i)->is_word ||
                         plx_tokens_among (member->tokens, i, "and or")))
    return g_array_index (parts, Part, parts->len - 1).role;
  if (plx_tokens_among (member->tokens, i, WHERE_WORDS))
    return WHERE_ROLE;

  return plx_tokens_at (member->tokens, i)->stem;
}

static GArray *
find_parts (Names     *self,
            PlxMember *member)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  GArray *mentions = member->annotation->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);
      Part part = { 0 };
      guint after;

      if (mention->sentence != member->ref.sentence || !is_of_kind (self->kind, mention))
        continue;

      part.entity = mention->entity;
      part.start = mention->start - member->offset;
      part.end = part.head_end = mention->end - member->offset;
      part.role = role_of (member, parts, token_at (member, part.start));
      after = token_at (member, part.end);
      if (after < member->tokens->len && plx_tokens_at (member->tokens, after)->is_content &&
          !plx_tokens_at (member->tokens, after)->is_capital)
        {
          part.head = plx_tokens_at (member->tokens, after)->stem;
          part.head_end = plx_tokens_at (member->tokens, after)->end;
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
          if (self->kind == PLX_DIFFERENCE_PLACE && (*a)->role != 0 && (*a)->role == (*b)->role)
            return TRUE;
          if (self->kind == PLX_DIFFERENCE_NAME && (*a)->head != 0 && (*a)->head == (*b)->head)
            return TRUE;
        }
    }

  return FALSE;
}

static char *
names_in_words (Names *self,
                guint  i)
{
  GArray *parts = g_ptr_array_index (self->parts, i);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *out = g_string_new (NULL);

  for (guint j = 0; j < parts->len; j++)
    {
      guint32 index = g_array_index (parts, Part, j).entity;
      const PlxEntityRecord *entity = g_ptr_array_index (self->weave->entities, index);

      if (g_hash_table_add (seen, GUINT_TO_POINTER (index + 1)))
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
  g_autofree char *head = NULL;

  if (self->kind == PLX_DIFFERENCE_PLACE)
    return g_strdup ("where");

  head = plx_member_dup_words (member, part->end, part->head_end);

  return g_strdup_printf ("which %s", g_strstrip (head));
}

static void
find_of_kind (PlxWeave          *weave,
              PlxClaimRecord    *claim,
              GArray            *members,
              PlxDifferenceKind  kind)
{
  Names names = { weave, members, kind, NULL };
  g_autofree char **says = g_new0 (char *, members->len);
  char *about = NULL;

  names.parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (names.parts, find_parts (&names, &g_array_index (members, PlxMember, i)));

  for (guint i = 0; i < members->len; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          Part *a, *b;

          if (g_array_index (members, PlxMember, i).ref.article ==
              g_array_index (members, PlxMember, j).ref.article || !find_swap (&names, i, j, &a, &b))
            continue;
          if (about == NULL)
            about = name_difference (&names, i, a);
          if (says[i] == NULL)
            says[i] = names_in_words (&names, i);
          if (says[j] == NULL)
            says[j] = names_in_words (&names, j);
        }
    }

  if (about != NULL)
    plx_claim_add_difference (claim, kind, about, members, says);
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
 * the same word ("the BRICS summit", "the G20 summit").
 */
void
plx_differences_find_names (PlxWeave       *weave,
                            PlxClaimRecord *claim,
                            GArray         *members)
{
  find_of_kind (weave, claim, members, PLX_DIFFERENCE_PLACE);
  find_of_kind (weave, claim, members, PLX_DIFFERENCE_NAME);
}
