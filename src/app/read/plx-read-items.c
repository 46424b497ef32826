/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-read-items"

#include "config.h"

#include "read/plx-read-items.h"

#include "read/plx-read-labels.h"

/* The rows of the view *Read*, made of the blocks of an article. */

static gboolean
is_head (PlxRole role)
{
  return role == PLX_ROLE_HEADLINE || role == PLX_ROLE_STANDFIRST || role == PLX_ROLE_AUTHOR ||
         role == PLX_ROLE_DATE;
}

/* The block after the headline and what belongs to it; 0 where the article has no head. */
static guint
find_head_end (PlxDocument *document)
{
  guint n = plx_document_get_n_blocks (document);
  guint start = 0;
  guint end = 0;

  for (guint i = n; i > 0; i--)
    {
      const PlxBlockSpan *span = plx_document_get_block (document, i - 1);

      if (span->kept && span->role == PLX_ROLE_HEADLINE)
        start = i - 1;
    }

  for (guint i = start; i < n; i++)
    {
      const PlxBlockSpan *span = plx_document_get_block (document, i);

      if (span->kept && !is_head (span->role))
        break;
      if (span->kept)
        end = i + 1;
    }

  return end;
}

/* Under the headline and what belongs to it: what is said of the article as a whole. */
static void
insert_notes (GPtrArray   *items,
              guint        position,
              PlxSession  *session,
              guint        article,
              PlxDocument *document)
{
  g_autofree char *conflicts = plx_read_label_conflicts (document);
  g_autofree char *language = plx_read_label_language (document);

  if (language != NULL)
    g_ptr_array_insert (items, position,
                        plx_read_item_new (session, article, PLX_READ_ITEM_LANGUAGE, 0, 0));
  if (conflicts != NULL)
    g_ptr_array_insert (items, position,
                        plx_read_item_new (session, article, PLX_READ_ITEM_NOTE, 0, 0));
  g_ptr_array_insert (items, position,
                      plx_read_item_new (session, article, PLX_READ_ITEM_RECEIPT, 0, 0));
}

/**
 * plx_read_items_new:
 * @session: a session with an analysis
 * @article: an article's place
 * @document: its document, as it was analysed
 *
 * Returns: (transfer full) (element-type PlxReadItem): the rows, all folds closed
 */
GPtrArray *
plx_read_items_new (PlxSession  *session,
                    guint        article,
                    PlxDocument *document)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = plx_document_get_n_blocks (document);
  guint head_end = find_head_end (document);
  guint after_head = 1;

  g_ptr_array_add (items, plx_read_item_new (session, article, PLX_READ_ITEM_HEAD, 0, 0));
  for (guint i = 0; i < n;)
    {
      guint end = i;

      while (end < n && !plx_document_get_block (document, end)->kept)
        end++;

      if (end > i)
        g_ptr_array_add (items, plx_read_item_new (session, article, PLX_READ_ITEM_FOLD, i,
                                                   end - i));
      else
        g_ptr_array_add (items, plx_read_item_new (session, article, PLX_READ_ITEM_BLOCK, i, 1));

      i = MAX (end, i + 1);
      if (i == head_end)
        after_head = items->len;
    }

  insert_notes (items, after_head, session, article, document);

  return items;
}

/**
 * plx_read_items_new_cut:
 * @fold: a line that stands for blocks that were cut
 *
 * Returns: (transfer full) (element-type PlxReadItem): the rows under it, once it is open
 */
GPtrArray *
plx_read_items_new_cut (PlxReadItem *fold)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = plx_read_item_get_block (fold);

  for (guint i = first; i < first + plx_read_item_get_n_blocks (fold); i++)
    g_ptr_array_add (items, plx_read_item_new (plx_read_item_get_session (fold),
                                               plx_read_item_get_article (fold),
                                               PLX_READ_ITEM_CUT, i, 1));

  return items;
}

/**
 * plx_read_items_collect_open:
 * @items: the rows that are shown
 * @article: an article's place
 *
 * Returns: (transfer full) (element-type guint): the blocks of it that are shown though they
 *   are cut
 */
GArray *
plx_read_items_collect_open (GListModel *items,
                             guint       article)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (items, i);
      guint block = plx_read_item_get_block (item);

      if (plx_read_item_get_kind (item) == PLX_READ_ITEM_CUT &&
          plx_read_item_get_article (item) == article)
        g_array_append_val (open, block);
    }

  return open;
}

/**
 * plx_read_items_reopen:
 * @items: (element-type PlxReadItem): rows, all folds closed
 * @open: (element-type guint): the blocks that were shown though they are cut
 *
 * Opens the folds that the user had opened: putting one paragraph back must not close the fold
 * from under the hand.
 */
void
plx_read_items_reopen (GPtrArray *items,
                       GArray    *open)
{
  for (guint i = 0; i < items->len; i++)
    {
      PlxReadItem *item = items->pdata[i];
      guint first = plx_read_item_get_block (item);
      guint last = first + plx_read_item_get_n_blocks (item);
      g_autoptr (GPtrArray) rows = NULL;

      if (plx_read_item_get_kind (item) != PLX_READ_ITEM_FOLD)
        continue;

      for (guint j = 0; j < open->len && !plx_read_item_is_open (item); j++)
        {
          guint block = g_array_index (open, guint, j);

          plx_read_item_set_open (item, block >= first && block < last);
        }

      if (!plx_read_item_is_open (item))
        continue;

      rows = plx_read_items_new_cut (item);
      for (guint j = 0; j < rows->len; j++)
        g_ptr_array_insert (items, ++i, g_object_ref (rows->pdata[j]));
    }
}

static gboolean
is_alike (PlxReadItem *a,
          PlxReadItem *b)
{
  return plx_read_item_get_article (a) == plx_read_item_get_article (b) &&
         plx_read_item_get_kind (a) == plx_read_item_get_kind (b) &&
         plx_read_item_get_block (a) == plx_read_item_get_block (b) &&
         plx_read_item_get_n_blocks (a) == plx_read_item_get_n_blocks (b) &&
         plx_read_item_is_open (a) == plx_read_item_is_open (b);
}

/**
 * plx_read_items_refresh:
 * @items: the rows that are shown
 * @wanted: (element-type PlxReadItem): the rows that are to be shown
 *
 * Has the rows shown anew where they are for the same blocks: a name that was mended moves
 * nothing under the eye.
 *
 * Returns: whether that is all that had to be done
 */
gboolean
plx_read_items_refresh (GListModel *items,
                        GPtrArray  *wanted)
{
  guint n = g_list_model_get_n_items (items);

  if (n != wanted->len)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (items, i);

      if (!is_alike (item, wanted->pdata[i]))
        return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (items, i);

      plx_read_item_changed (item);
    }

  return TRUE;
}

/**
 * plx_read_items_find:
 * @items: the rows that are shown
 * @block: a block's place
 * @position: (out): its row; the fold that stands for it, where it is not shown itself
 *
 * Returns: whether it has one
 */
gboolean
plx_read_items_find (GListModel *items,
                     guint       block,
                     guint      *position)
{
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (items, i);
      guint first = plx_read_item_get_block (item);

      /* What stands for the whole article has no blocks. The row under a fold comes after it. */
      if (block < first || block >= first + plx_read_item_get_n_blocks (item))
        continue;

      *position = i;
      found = TRUE;
    }

  return found;
}
