/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-order"

#include "config.h"

#include "compare/plx-claim-order.h"

static guint
first_sentence (PlxClaimItem *item,
                guint         article)
{
  guint n_refs;
  const PlxSentenceRef *refs = plx_claim_item_get_refs (item, article, &n_refs);

  return n_refs > 0 ? refs[0].sentence : PLX_NONE;
}

static int
by_number (guint a,
           guint b)
{
  return a < b ? -1 : a > b;
}

static int
by_agreement (PlxClaimItem *a,
              PlxClaimItem *b)
{
  int order = by_number (plx_claim_item_get_n_sources (b), plx_claim_item_get_n_sources (a));

  return order != 0 ? order : by_number (plx_claim_item_get_index (a),
                                         plx_claim_item_get_index (b));
}

static int
by_difference (PlxClaimItem *a,
               PlxClaimItem *b)
{
  int order = by_number (plx_claim_item_get_n_kinds (b), plx_claim_item_get_n_kinds (a));

  if (order == 0 && plx_claim_item_get_n_kinds (a) > 0)
    order = by_number (plx_claim_item_get_record (b)->differences->len,
                       plx_claim_item_get_record (a)->differences->len);

  return order != 0 ? order : by_agreement (a, b);
}

/* What the article leaves out comes last, and of that what most others have independently. */
static int
by_article (PlxClaimItem *a,
            PlxClaimItem *b,
            guint         article)
{
  int order = by_number (first_sentence (a, article), first_sentence (b, article));

  if (order == 0)
    order = by_number (plx_claim_item_get_n_origins (b), plx_claim_item_get_n_origins (a));

  return order != 0 ? order : by_agreement (a, b);
}

/**
 * plx_claim_order_compare:
 * @a: a row
 * @b: another
 * @arrangement: how the matrix is arranged
 *
 * Returns: less than 0 where @a stands above @b, more than 0 where it stands below
 */
int
plx_claim_order_compare (PlxClaimItem   *a,
                         PlxClaimItem   *b,
                         PlxArrangement *arrangement)
{
  switch (plx_arrangement_get_order (arrangement))
    {
    case PLX_ROW_ORDER_DIFFERENCE:
      return by_difference (a, b);

    case PLX_ROW_ORDER_ARTICLE:
      return by_article (a, b, plx_arrangement_get_order_of (arrangement));

    case PLX_ROW_ORDER_AGREEMENT:
    default:
      return by_agreement (a, b);
    }
}

/**
 * plx_claim_order_left_out:
 * @item: a row
 * @arrangement: how the matrix is arranged
 *
 * Returns: whether the rows stand in the order of an article that says nothing of this one,
 *   hidden or not
 */
gboolean
plx_claim_order_left_out (PlxClaimItem   *item,
                          PlxArrangement *arrangement)
{
  guint article = plx_arrangement_get_order_of (arrangement);

  return article != PLX_NONE && first_sentence (item, article) == PLX_NONE &&
         !plx_claim_item_is_filtered (item, article);
}

/**
 * plx_claim_order_beside:
 * @item: a row
 * @arrangement: how the matrix is arranged
 *
 * Returns: the article that the others are laid beside in this row: the base, or where there is
 *   none or it is silent, the first one that has a column and says something; `PLX_NONE` where
 *   no column says anything
 */
guint
plx_claim_order_beside (PlxClaimItem   *item,
                        PlxArrangement *arrangement)
{
  guint n = plx_arrangement_get_n_columns (arrangement);

  /* The base, where there is one, has the first column. */
  for (guint i = 0; i < n; i++)
    {
      guint article = plx_arrangement_get_column (arrangement, i);

      if (first_sentence (item, article) != PLX_NONE)
        return article;
    }

  return PLX_NONE;
}
