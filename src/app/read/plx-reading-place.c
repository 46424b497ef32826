/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reading-place"

#include "config.h"

#include "read/plx-reading-place.h"

#include <json-glib/json-glib.h>

#include "read/plx-block-row.h"
#include "read/plx-read-items.h"
#include "window/plx-story-state.h"

/* Under what the library keeps it. */
#define VIEW "read"

/* Frames in which a row gets its place. */
#define MAX_TICKS 10

/**
 * PlxReadingPlace:
 *
 * How far the user has read in each article of the story that is open: the block at the top of the
 * list. It is kept with the story, as `{article: block}`, and an article that is shown again is
 * shown from there.
 */
struct _PlxReadingPlace
{
  GObject        parent_instance;

  PlxStoryState *state;
  GtkListView   *list;    /* weak */
  JsonObject    *places;  /* article → block */
  gint64         article; /* the one in the list, or 0 where none is being read */
  guint          wanted;  /* the block that we scroll to, or `PLX_NONE` */
  guint          tick_id; /* while we wait for the rows to get their places, or 0 */
  guint          n_ticks; /* for how many frames we have */
};

G_DEFINE_FINAL_TYPE (PlxReadingPlace, plx_reading_place, G_TYPE_OBJECT)

/* The block that a row of the list shows and where it is, if it can be seen. */
static guint
get_block (PlxReadingPlace *self,
           GtkWidget       *child,
           graphene_rect_t *bounds)
{
  GtkWidget *row = gtk_widget_get_first_child (child);
  PlxReadItem *item = PLX_IS_BLOCK_ROW (row) ? plx_block_row_get_item (PLX_BLOCK_ROW (row))
                                             : NULL;

  if (item == NULL || plx_read_item_get_n_blocks (item) == 0 || !gtk_widget_get_mapped (child) ||
      !gtk_widget_compute_bounds (child, GTK_WIDGET (self->list), bounds))
    return PLX_NONE;

  return plx_read_item_get_block (item);
}

static gboolean
find_row (PlxReadingPlace *self,
          guint            block,
          graphene_rect_t *bounds)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (get_block (self, child, bounds) == block)
      return TRUE;

  return FALSE;
}

/* The list tells only in pixels where it stands, which another width makes meaningless. */
static guint
find_block_at_top (PlxReadingPlace *self)
{
  double top = gtk_widget_get_height (GTK_WIDGET (self->list));
  guint found = PLX_NONE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;
      guint block = get_block (self, child, &bounds);

      /* A line that is half gone is the one that was read. */
      if (block != PLX_NONE && bounds.origin.y + bounds.size.height > 1 && bounds.origin.y < top)
        {
          top = bounds.origin.y;
          found = block;
        }
    }

  return found;
}

static GListModel *
get_items (PlxReadingPlace *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (self->list));
}

static void
keep (PlxReadingPlace *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, self->places);
  text = json_to_string (node, FALSE);
  plx_story_state_keep (self->state, text);
}

static void
note_place (PlxReadingPlace *self)
{
  g_autofree char *name = NULL;
  guint block;

  /* Before it is known where the user was, the list stands where no one has put it. */
  if (self->article == 0 || !plx_story_state_is_known (self->state))
    return;

  block = find_block_at_top (self);
  if (block == PLX_NONE)
    return;

  name = g_strdup_printf ("%" G_GINT64_FORMAT, self->article);
  if (json_object_has_member (self->places, name) &&
      json_object_get_int_member (self->places, name) == block)
    return;

  json_object_set_int_member (self->places, name, block);
  keep (self);
}

static void
stop_waiting (PlxReadingPlace *self)
{
  if (self->tick_id != 0 && self->list != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->tick_id);
  self->tick_id = 0;
  self->wanted = PLX_NONE;
}

/* The list brings what is wanted just into sight, which is at its foot. Once the row has its place
 * there, it is brought to the top; what that brings into sight may turn out higher than it was
 * thought to be. */
static gboolean
bring_to_top (PlxReadingPlace *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double value = gtk_adjustment_get_value (adjustment);
  guint position;
  graphene_rect_t bounds;

  if (find_row (self, self->wanted, &bounds))
    {
      gtk_adjustment_set_value (adjustment, value + bounds.origin.y);

      return ABS (bounds.origin.y) < 1;
    }

  if (plx_read_items_find (get_items (self), self->wanted, &position))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);

  return FALSE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  PlxReadingPlace *self = data;

  /* A frame gives rows their places after this has run for it. */
  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;

  if (self->wanted == PLX_NONE)
    note_place (self);
  else if (!bring_to_top (self) && self->n_ticks < MAX_TICKS)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  self->wanted = PLX_NONE;

  return G_SOURCE_REMOVE;
}

static void
wait_for_rows (PlxReadingPlace *self)
{
  self->n_ticks = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), tick_cb, self, NULL);
}

static void
scrolled_cb (PlxReadingPlace *self)
{
  if (self->wanted == PLX_NONE && self->article != 0 && self->list != NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    wait_for_rows (self);
}

static void
move_to (PlxReadingPlace *self,
         guint            position,
         guint            block)
{
  stop_waiting (self);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
  if (position == 0)
    return;

  self->wanted = block;
  wait_for_rows (self);
}

static void
restore (PlxReadingPlace *self)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, self->article);
  GListModel *items = self->list != NULL ? get_items (self) : NULL;
  guint position = 0;
  gint64 block = json_object_get_int_member_with_default (self->places, name, -1);

  if (items == NULL || g_list_model_get_n_items (items) == 0)
    return;

  if (block >= 0 && block < G_MAXUINT)
    plx_read_items_find (items, block, &position);
  move_to (self, position, block);
}

static void
known_cb (PlxReadingPlace *self,
          const char      *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  g_clear_pointer (&self->places, json_object_unref);
  self->places = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
    ? json_object_ref (json_node_get_object (node)) : json_object_new ();

  if (self->article != 0)
    restore (self);
}

static void
plx_reading_place_finalize (GObject *object)
{
  PlxReadingPlace *self = PLX_READING_PLACE (object);

  stop_waiting (self);
  g_clear_object (&self->state);
  g_clear_weak_pointer (&self->list);
  json_object_unref (self->places);

  G_OBJECT_CLASS (plx_reading_place_parent_class)->finalize (object);
}

static void
plx_reading_place_class_init (PlxReadingPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_reading_place_finalize;
}

static void
plx_reading_place_init (PlxReadingPlace *self)
{
  self->places = json_object_new ();
  self->wanted = PLX_NONE;
}

/**
 * plx_reading_place_new:
 * @session: what the window works on
 * @list: the list in which articles are read, of [class@ReadItem]
 *
 * Returns: (transfer full): what remembers how far one has read
 */
PlxReadingPlace *
plx_reading_place_new (PlxSession  *session,
                       GtkListView *list)
{
  PlxReadingPlace *self;
  GtkAdjustment *adjustment;

  g_return_val_if_fail (PLX_IS_SESSION (session), NULL);
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), NULL);

  self = g_object_new (PLX_TYPE_READING_PLACE, NULL);
  g_set_weak_pointer (&self->list, list);
  self->state = plx_story_state_new (session, VIEW);
  g_signal_connect_object (self->state, "known", G_CALLBACK (known_cb), self, G_CONNECT_SWAPPED);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * plx_reading_place_show:
 * @self: what remembers how far one has read
 * @article: the number of the article that is in the list now
 *
 * Scrolls to where the user was in an article, or to its beginning.
 */
void
plx_reading_place_show (PlxReadingPlace *self,
                        gint64           article)
{
  g_return_if_fail (PLX_IS_READING_PLACE (self));

  self->article = article;
  restore (self);
}

/**
 * plx_reading_place_stop:
 * @self: what remembers how far one has read
 *
 * Tells that what is in the list is about to go: where it is scrolled to means nothing until the
 * next article is shown.
 */
void
plx_reading_place_stop (PlxReadingPlace *self)
{
  g_return_if_fail (PLX_IS_READING_PLACE (self));

  stop_waiting (self);
  self->article = 0;
}
