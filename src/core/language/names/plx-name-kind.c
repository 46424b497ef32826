/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-kind"

#include "config.h"

#include "language/names/plx-name-kind.h"

/* Where the first "of" or "for" stands inside a name, or @first. */
static guint
find_of (const PlxToken *tokens,
         guint           first,
         guint           last)
{
  for (guint i = first + 1; i < last; i++)
    {
      if (g_str_equal (tokens[i].lower, "of") || g_str_equal (tokens[i].lower, "for"))
        return i;
    }

  return first;
}

/**
 * plx_name_kind_from_cues:
 * @tokens: a sentence
 * @first: first token of a name of several
 * @last: the last
 * @kind: (out): what it names
 *
 * Tells what a name names by the words in it that say so: “Bank”, “Treaty”, “River”.
 *
 * Returns: whether it has such a word
 */
gboolean
plx_name_kind_from_cues (const PlxToken *tokens,
                         guint           first,
                         guint           last,
                         PlxKind        *kind)
{
  const guint tail = tokens[last].cues;
  const guint of = find_of (tokens, first, last);
  guint head = tokens[first].cues;

  if (first == last)
    return FALSE;

  if (of > first)
    head = tokens[of - 1].cues;

  if ((tail & PLX_CUE_LAW_TAIL) || (of > first && (head & PLX_CUE_LAW_HEAD)))
    *kind = PLX_KIND_LAW;
  else if ((of > first && (head & PLX_CUE_EVENT_HEAD)) ||
           (tokens[first].cues & PLX_CUE_EVENT_START))
    *kind = PLX_KIND_EVENT;
  else if (of > first && (head & PLX_CUE_ORG_HEAD))
    *kind = PLX_KIND_ORGANIZATION;
  else if (of > first && (head & PLX_CUE_PLACE_HEAD))
    *kind = PLX_KIND_PLACE;
  else if ((tail & PLX_CUE_ORG_TAIL) && !(tail & PLX_CUE_EVENT_TAIL))
    *kind = PLX_KIND_ORGANIZATION;
  else if (tail & PLX_CUE_EVENT_TAIL)
    *kind = PLX_KIND_EVENT;
  else if (tail & PLX_CUE_PLACE_TAIL)
    *kind = PLX_KIND_PLACE;
  else if ((head & PLX_CUE_PLACE_HEAD) && tokens[last].use.person <= 7)
    *kind = PLX_KIND_PLACE;
  else
    return FALSE;

  return TRUE;
}
