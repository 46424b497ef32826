/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-articles-page"

#include "config.h"

#include "kept/plx-articles-page.h"

#include <glib/gi18n.h>

#include "kept/plx-article-line-row.h"
#include "kept/plx-article-list.h"
#include "kept/plx-story-chooser.h"
#include "kept/plx-tag-dialog.h"
#include "library/plx-library-tags.h"
#include "library/plx-library-trash.h"

/**
 * PlxArticlesPage:
 *
 * All articles of the library, in whatever story they are.
 *
 * Actions on what is selected: `articles.open`, `articles.new-story`, `articles.add-to-story`,
 * `articles.tag`, `articles.trash` (*Delete*).
 *
 * Signals: `open-article (gint64 story, gint64 article)`, with story 0 where none has it;
 * `open-story (PlxStory)`; the window opens what was chosen.
 */
struct _PlxArticlesPage
{
  AdwBin             parent_instance;

  PlxSession        *session;     /* nullable */
  PlxArticleList    *articles;    /* nullable as the library is */
  GCancellable      *cancellable; /* cancelled when it is disposed of */
  gboolean           changing;    /* the choice of tags, by us */

  GtkStack          *stack;
  GtkStack          *found;
  GtkDropDown       *order;
  GtkDropDown       *tag;
  GtkStringList     *tags;
  GtkWidget         *list;
  GtkMultiSelection *selection;
  GtkActionBar      *bar;
  GtkLabel          *count;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxArticlesPageProperty;

enum
{
  SIGNAL_OPEN_ARTICLE,
  SIGNAL_OPEN_STORY,
  N_SIGNALS,
};

static GParamSpec *props[PROP_SESSION + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxArticlesPage, plx_articles_page, ADW_TYPE_BIN)

static PlxLibrary *
get_library (PlxArticlesPage *self)
{
  return self->session != NULL ? plx_session_get_library (self->session) : NULL;
}

static GArray *
list_selected (PlxArticlesPage *self)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      const gint64 id = plx_article_list_get_id (self->articles, position);

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
selection_changed_cb (PlxArticlesPage *self)
{
  static const char * const actions[] = {
    "articles.open", "articles.new-story", "articles.add-to-story", "articles.tag",
    "articles.trash",
  };
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  const guint n = gtk_bitset_get_size (selected);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->count, text);
  gtk_action_bar_set_revealed (self->bar, n > 0);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], n > 0);
}

static void
listed_cb (PlxArticlesPage *self)
{
  const gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0;
  guint n_articles;

  g_object_get (get_library (self), "n-articles", &n_articles, NULL);
  gtk_stack_set_visible_child_name (self->found, some ? "list" : "none");
  gtk_stack_set_visible_child_name (self->stack, some || n_articles > 0 ? "articles" : "empty");
  selection_changed_cb (self);
}

static void
failed_cb (PlxArticlesPage *self,
           const GError    *error)
{
  g_signal_emit_by_name (self->session, "failed", error);
}

static void
changed_cb (PlxArticlesPage *self)
{
  const guint tag = gtk_drop_down_get_selected (self->tag);

  /* The first is no tag but all articles. */
  if (self->articles != NULL && !self->changing)
    plx_article_list_set (self->articles, gtk_drop_down_get_selected (self->order),
                          tag != GTK_INVALID_LIST_POSITION && tag > 0
                            ? gtk_string_list_get_string (self->tags, tag) : NULL);
}

static void
show_tags (PlxArticlesPage *self,
           GStrv            tags)
{
  const guint old = gtk_drop_down_get_selected (self->tag);
  g_autofree char *chosen = NULL;
  guint selected = 0;

  if (old != GTK_INVALID_LIST_POSITION && old > 0)
    chosen = g_strdup (gtk_string_list_get_string (self->tags, old));

  self->changing = TRUE;
  gtk_string_list_splice (self->tags, 0, g_list_model_get_n_items (G_LIST_MODEL (self->tags)),
                          NULL);
  gtk_string_list_append (self->tags, _("All Tags"));
  for (guint i = 0; tags[i] != NULL; i++)
    {
      gtk_string_list_append (self->tags, tags[i]);
      if (g_strcmp0 (tags[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->tag, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tags[0] != NULL);
  self->changing = FALSE;
  changed_cb (self);
}

static void
tags_listed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (PlxArticlesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) tags = plx_library_list_tags_finish (PLX_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (tags != NULL)
    show_tags (self, tags);
  else
    failed_cb (self, error);
}

static void
refresh_tags (PlxArticlesPage *self)
{
  plx_library_list_tags_async (get_library (self), PLX_TAGGED_ARTICLE, NULL, self->cancellable,
                               tags_listed_cb, g_object_ref (self));
}

static void
activated_cb (PlxArticlesPage *self,
              guint            position)
{
  g_autoptr (PlxArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->articles),
                                                           position);

  if (item != NULL && plx_article_item_is_read (item))
    g_signal_emit (self, signals[SIGNAL_OPEN_ARTICLE], 0, plx_article_item_get_story (item),
                   plx_article_item_get_id (item));
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxArticlesPage *self = PLX_ARTICLES_PAGE (widget);
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  activated_cb (self, gtk_bitset_get_minimum (selected));
}

static void
gathered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxArticlesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStory) story = plx_library_add_finish (PLX_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (error != NULL)
    failed_cb (self, error);
  else if (story != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_STORY], 0, story);
}

/* A story is called after the first of what is selected, until the user calls it otherwise. */
static void
new_story_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PlxArticlesPage *self = PLX_ARTICLES_PAGE (widget);
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GArray) ids = list_selected (self);
  g_autoptr (PlxArticleItem) first =
    g_list_model_get_item (G_LIST_MODEL (self->articles), gtk_bitset_get_minimum (selected));
  const char *title = first != NULL ? plx_article_item_get_title (first) : "";

  plx_library_gather_async (get_library (self), NULL, *title != '\0' ? title : _("New Story"),
                            ids, gathered_cb, g_object_ref (self));
}

static void
chosen_cb (PlxArticlesPage *self,
           PlxStory        *story)
{
  g_autoptr (GArray) ids = list_selected (self);

  plx_library_gather_async (get_library (self), story, NULL, ids, gathered_cb,
                            g_object_ref (self));
}

static void
add_to_story_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AdwDialog *dialog = plx_story_chooser_new (get_library (PLX_ARTICLES_PAGE (widget)));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
tag_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PlxArticlesPage *self = PLX_ARTICLES_PAGE (widget);
  g_autoptr (GArray) ids = list_selected (self);

  adw_dialog_present (plx_tag_dialog_new (self->session, PLX_TAGGED_ARTICLE, ids), widget);
}

/* What is told once it is in the trash. */
typedef struct
{
  PlxSession *session;
  guint       n;
} Trashing;

static void
trashed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Trashing *trashing = user_data;
  g_autoptr (PlxSession) session = trashing->session;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    {
      g_signal_emit_by_name (session, "failed", error);
      return;
    }

  text = g_strdup_printf (ngettext ("%u article moved to the trash",
                                    "%u articles moved to the trash", trashing->n), trashing->n);
  g_signal_emit_by_name (session, "changed", text, NULL);
}

static void
trash_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlxArticlesPage *self = PLX_ARTICLES_PAGE (widget);
  g_autoptr (GArray) ids = list_selected (self);
  Trashing *trashing;

  if (ids->len == 0)
    return;

  trashing = g_new0 (Trashing, 1);
  trashing->session = g_object_ref (self->session);
  trashing->n = ids->len;
  plx_library_trash_async (get_library (self), ids, trashed_cb, trashing);
}

/* Nobody waits for a list that may never be looked at. */
static void
start (PlxArticlesPage *self)
{
  PlxLibrary *library = get_library (self);

  if (self->articles != NULL || library == NULL)
    return;

  self->articles = plx_article_list_new (library);
  g_signal_connect_object (self->articles, "listed", G_CALLBACK (listed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->articles, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->articles));
  g_signal_connect_object (library, "articles-changed", G_CALLBACK (refresh_tags), self,
                           G_CONNECT_SWAPPED);
  refresh_tags (self);
}

static void
plx_articles_page_map (GtkWidget *widget)
{
  start (PLX_ARTICLES_PAGE (widget));

  GTK_WIDGET_CLASS (plx_articles_page_parent_class)->map (widget);
}

static void
plx_articles_page_dispose (GObject *object)
{
  PlxArticlesPage *self = PLX_ARTICLES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_ARTICLES_PAGE);
  g_clear_object (&self->articles);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_articles_page_parent_class)->dispose (object);
}

static void
plx_articles_page_finalize (GObject *object)
{
  PlxArticlesPage *self = PLX_ARTICLES_PAGE (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plx_articles_page_parent_class)->finalize (object);
}

static void
plx_articles_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlxArticlesPage *self = PLX_ARTICLES_PAGE (object);

  switch ((PlxArticlesPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_articles_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  PlxArticlesPage *self = PLX_ARTICLES_PAGE (object);

  switch ((PlxArticlesPageProperty) prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)))
        g_object_notify_by_pspec (object, props[PROP_SESSION]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "articles.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "articles.new-story", NULL, new_story_cb);
  gtk_widget_class_install_action (widget_class, "articles.add-to-story", NULL, add_to_story_cb);
  gtk_widget_class_install_action (widget_class, "articles.tag", NULL, tag_cb);
  gtk_widget_class_install_action (widget_class, "articles.trash", NULL, trash_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "articles.trash", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "articles.trash",
                                       NULL);
}

static void
plx_articles_page_class_init (PlxArticlesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_articles_page_dispose;
  object_class->finalize = plx_articles_page_finalize;
  object_class->get_property = plx_articles_page_get_property;
  object_class->set_property = plx_articles_page_set_property;
  widget_class->map = plx_articles_page_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_OPEN_ARTICLE] =
    g_signal_new ("open-article", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[SIGNAL_OPEN_STORY] =
    g_signal_new ("open-story", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, PLX_TYPE_STORY);

  install_actions (widget_class);
  g_type_ensure (PLX_TYPE_ARTICLE_LINE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-articles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, found);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, order);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, tag);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, tags);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, list);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlesPage, count);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
}

static void
plx_articles_page_init (PlxArticlesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  selection_changed_cb (self);
}
