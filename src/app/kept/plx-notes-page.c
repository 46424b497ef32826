/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-notes-page"

#include "config.h"

#include "kept/plx-notes-page.h"

#include "kept/plx-note-item.h"

/**
 * PlxNotesPage:
 *
 * All notes of the library, by story, to be searched and to be led to what they are on.
 *
 * Signals: `open-note (PlxNote, gint64 story)`, with story 0 where the article is in none; the
 * window opens it.
 */
struct _PlxNotesPage
{
  AdwBin              parent_instance;

  PlxSession         *session;     /* nullable */
  GListStore         *items;       /* PlxNoteItem */
  GCancellable       *cancellable; /* cancelled when it is disposed of */

  GtkStack           *stack;
  GtkFilterListModel *notes;
  GtkSingleSelection *selection;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxNotesPageProperty;

enum
{
  SIGNAL_OPEN_NOTE,
  N_SIGNALS,
};

static GParamSpec *props[PROP_SESSION + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxNotesPage, plx_notes_page, ADW_TYPE_BIN)

static void
activated_cb (PlxNotesPage *self,
              guint         position)
{
  g_autoptr (PlxNoteItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_NOTE], 0, plx_note_item_get_note (item),
                   plx_note_item_get_story (item));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxNotesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines =
    plx_library_list_notes_finish (PLX_LIBRARY (object), result, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (lines == NULL)
    {
      g_signal_emit_by_name (self->session, "failed", error);
      return;
    }

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (items, plx_note_item_new (lines->pdata[i]));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "notes" : "empty");
}

static void
refresh (PlxNotesPage *self)
{
  PlxLibrary *library = self->session != NULL ? plx_session_get_library (self->session) : NULL;

  if (library != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    plx_library_list_notes_async (library, self->cancellable, listed_cb, g_object_ref (self));
}

static void
set_session (PlxNotesPage *self,
             PlxSession   *session)
{
  PlxLibrary *library = session != NULL ? plx_session_get_library (session) : NULL;

  if (!g_set_object (&self->session, session))
    return;

  if (library != NULL)
    {
      g_signal_connect_object (library, "notes-changed", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "articles-changed", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
plx_notes_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_notes_page_parent_class)->map (widget);

  refresh (PLX_NOTES_PAGE (widget));
}

static void
plx_notes_page_dispose (GObject *object)
{
  PlxNotesPage *self = PLX_NOTES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NOTES_PAGE);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_notes_page_parent_class)->dispose (object);
}

static void
plx_notes_page_finalize (GObject *object)
{
  PlxNotesPage *self = PLX_NOTES_PAGE (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plx_notes_page_parent_class)->finalize (object);
}

static void
plx_notes_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxNotesPage *self = PLX_NOTES_PAGE (object);

  switch ((PlxNotesPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_notes_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((PlxNotesPageProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (PLX_NOTES_PAGE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_notes_page_class_init (PlxNotesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_notes_page_dispose;
  object_class->finalize = plx_notes_page_finalize;
  object_class->get_property = plx_notes_page_get_property;
  object_class->set_property = plx_notes_page_set_property;
  widget_class->map = plx_notes_page_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_OPEN_NOTE] =
    g_signal_new ("open-note", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, PLX_TYPE_NOTE, G_TYPE_INT64);

  g_type_ensure (PLX_TYPE_NOTE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxNotesPage, notes);
  gtk_widget_class_bind_template_child (widget_class, PlxNotesPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
plx_notes_page_init (PlxNotesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (PLX_TYPE_NOTE_ITEM);
  gtk_filter_list_model_set_model (self->notes, G_LIST_MODEL (self->items));
}
