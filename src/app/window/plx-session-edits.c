/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include <glib/gi18n.h>

#include "library/plx-library-trash.h"
#include "window/plx-labels.h"

/* How the user corrects the articles of the open story. Each correction is written first and
 * told afterwards: what could not be kept was not done. */

typedef struct
{
  PlxSession *session;
  char       *done;  /* translated; told when it is */
  GPtrArray  *rules; /* nullable: by which it can be remembered */
} Edit;

static Edit *
edit_new (PlxSession *session,
          const char *done)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->session = g_object_ref (session);
  edit->done = g_strdup (done);

  return edit;
}

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->session);
  g_free (edit->done);
  g_clear_pointer (&edit->rules, g_ptr_array_unref);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;

  if (plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_signal_emit_by_name (edit->session, "changed", edit->done, edit->rules);
  else
    g_signal_emit_by_name (edit->session, "failed", error);
}

/* One rule for all that can be told alike; `NULL` where nothing can be remembered. */
static GPtrArray *
make_rules (PlxDocument *document,
            guint        block,
            guint        n_blocks,
            gboolean     keeps)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_rule_free);

  for (guint i = block; i < block + n_blocks; i++)
    {
      PlxRule *rule = plx_rule_new_for_block (document, i, keeps);
      gboolean is_new = rule != NULL;

      for (guint k = 0; k < rules->len && is_new; k++)
        is_new = !plx_rule_replaces (rule, g_ptr_array_index (rules, k));

      if (is_new)
        g_ptr_array_add (rules, rule);
      else
        g_clear_pointer (&rule, plx_rule_free);
    }

  return rules->len > 0 ? g_steal_pointer (&rules) : NULL;
}

/**
 * plx_session_set_kept:
 * @self: a session
 * @article: an article's place
 * @block: a block's place in its document
 * @kept: whether the block belongs to the article
 *
 * Cuts a block out of an article, or puts it back; the user can undo it.
 */
void
plx_session_set_kept (PlxSession *self,
                      guint       article,
                      guint       block,
                      gboolean    kept)
{
  plx_session_set_kept_run (self, article, block, 1, kept);
}

static char *
describe_kept (guint    n_blocks,
               gboolean kept)
{
  if (kept)
    return g_strdup_printf (ngettext ("%u paragraph put back", "%u paragraphs put back", n_blocks),
                            n_blocks);

  return g_strdup_printf (ngettext ("%u paragraph cut", "%u paragraphs cut", n_blocks), n_blocks);
}

/**
 * plx_session_set_kept_run:
 * @self: a session
 * @article: an article's place
 * @block: the place of the first block in its document
 * @n_blocks: how many blocks
 * @kept: whether they belong to the article
 *
 * Cuts blocks that follow each other out of an article, or puts them back, in one step.
 */
void
plx_session_set_kept_run (PlxSession *self,
                          guint       article,
                          guint       block,
                          guint       n_blocks,
                          gboolean    kept)
{
  PlxArticle *item = plx_session_find_article (self, article);
  g_autoptr (PlxDocument) document = NULL;
  g_autofree char *done = NULL;
  guint n_changed = 0;
  Edit *edit;

  g_return_if_fail (item != NULL);

  document = plx_document_copy (plx_article_get_document (item));
  g_return_if_fail (block + n_blocks <= document->blocks->len);

  for (guint i = block; i < block + n_blocks; i++)
    if (plx_document_get_block (document, i)->kept != kept)
      {
        plx_document_decide (document, i, PLX_DECIDER_USER, kept);
        n_changed++;
      }

  if (n_changed == 0)
    return;

  done = describe_kept (n_changed, kept);
  edit = edit_new (self, n_changed > 1 ? done : kept ? _("Paragraph put back")
                                                     : _("Paragraph cut"));
  edit->rules = make_rules (document, block, n_blocks, kept);
  plx_library_set_document_async (plx_session_get_library (self), item, document,
                                  kept ? _("Put Back a Paragraph") : _("Cut a Paragraph"),
                                  edited_cb, edit);
}

static void
remembered_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  guint n;

  if (!plx_library_rules_finish (PLX_LIBRARY (object), result, &n, &error))
    {
      g_signal_emit_by_name (edit->session, "failed", error);
      return;
    }

  /* Translators: %1$s is such as “Always cut in The Paper” */
  done = g_strdup_printf (ngettext ("%1$s · %2$u other article changed",
                                    "%1$s · %2$u other articles changed", n), edit->done, n);
  g_signal_emit_by_name (edit->session, "changed", n > 0 ? done : edit->done, NULL);
}

static void
remember (PlxSession  *self,
          PlxArticle  *item,
          PlxDocument *document,
          GPtrArray   *rules)
{
  const PlxRule *rule = g_ptr_array_index (rules, 0);
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;

  if (rule->keeps)
    {
      /* Translators: an entry of the history; %s is an outlet */
      label = g_strdup_printf (_("Always Keep This in %s"), rule->outlet);
      /* Translators: %s is an outlet */
      done = g_strdup_printf (_("Always kept in %s"), rule->outlet);
    }
  else
    {
      /* Translators: an entry of the history; %s is an outlet */
      label = g_strdup_printf (_("Always Cut This in %s"), rule->outlet);
      /* Translators: %s is an outlet */
      done = g_strdup_printf (_("Always cut in %s"), rule->outlet);
    }

  plx_library_remember_async (plx_session_get_library (self), item, document, rules, label,
                              remembered_cb, edit_new (self, done));
}

/**
 * plx_session_set_always:
 * @self: a session
 * @article: an article's place
 * @block: a block's place in its document
 * @kept: whether what is like it belongs to the articles of the outlet
 *
 * Cuts a block, or puts it back, in all articles of the outlet, in one step. Does nothing where
 * the outlet is not known.
 */
void
plx_session_set_always (PlxSession *self,
                        guint       article,
                        guint       block,
                        gboolean    kept)
{
  PlxArticle *item = plx_session_find_article (self, article);
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  g_return_if_fail (item != NULL);

  document = plx_document_copy (plx_article_get_document (item));
  g_return_if_fail (block < document->blocks->len);

  /* The rule is to decide here, too, and not what was decided by hand before. */
  plx_document_decide (document, block, PLX_DECIDER_READER, FALSE);
  rules = make_rules (document, block, 1, kept);
  if (rules != NULL)
    remember (self, item, document, rules);
}

/**
 * plx_session_remember:
 * @self: a session
 * @rules: (element-type PlxRule): what came with `changed`
 *
 * Remembers a correction for the outlet; the user can undo it.
 */
void
plx_session_remember (PlxSession *self,
                      GPtrArray  *rules)
{
  PlxArticle *item = plx_session_find_article (self, plx_session_get_article (self));

  g_return_if_fail (rules != NULL && rules->len > 0);

  if (item != NULL)
    remember (self, item, NULL, rules);
}

/**
 * plx_session_forget:
 * @self: a session
 * @rule: a rule of the library
 *
 * Forgets a rule and takes back what it did; the user can undo it.
 */
void
plx_session_forget (PlxSession *self,
                    PlxRule    *rule)
{
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;

  g_return_if_fail (rule != NULL);

  /* Translators: an entry of the history; %s is an outlet */
  label = g_strdup_printf (_("Remove a Rule for %s"), rule->outlet);
  /* Translators: %s is an outlet */
  done = g_strdup_printf (_("Rule for %s removed"), rule->outlet);
  plx_library_forget_async (plx_session_get_library (self), rule, label, remembered_cb,
                            edit_new (self, done));
}

/**
 * plx_session_set_field:
 * @self: a session
 * @article: an article's place
 * @field: a field of its metadata
 * @value: (nullable): its value, or `NULL` or the empty string for none
 *
 * Changes the metadata of an article; the user can undo it.
 */
void
plx_session_set_field (PlxSession *self,
                       guint       article,
                       PlxField    field,
                       const char *value)
{
  PlxArticle *item = plx_session_find_article (self, article);
  const char *new_value = value != NULL && *value != '\0' ? value : NULL;
  g_autoptr (PlxDocument) document = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (item != NULL);

  document = plx_document_copy (plx_article_get_document (item));
  if (g_strcmp0 (document->fields[field], new_value) == 0)
    return;

  plx_document_choose (document, field, new_value);
  /* Translators: an entry of the history; %s is such as “Author” */
  label = g_strdup_printf (_("Change a Detail: %s"), plx_label_field (field));
  plx_library_set_document_async (plx_session_get_library (self), item, document, label, edited_cb,
                                  edit_new (self, _("Detail changed")));
}

static void
left_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Edit *edit = user_data;

  /* No other story had it. */
  if (plx_library_get_n_moved (PLX_LIBRARY (object), result) > 0)
    g_set_str (&edit->done, _("Article moved to the trash"));
  edited_cb (object, result, edit);
}

/**
 * plx_session_leave_story:
 * @self: a session in which a story is open
 * @article: an article's place
 *
 * Takes an article out of the open story, and to the trash where no other story has it; the user
 * can undo it.
 */
void
plx_session_leave_story (PlxSession *self,
                         guint       article)
{
  PlxArticle *item = plx_session_find_article (self, article);

  g_return_if_fail (item != NULL);
  g_return_if_fail (plx_session_get_story (self) != NULL);

  plx_library_leave_story_async (plx_session_get_library (self), plx_session_get_story (self),
                                 item, left_cb,
                                 edit_new (self, _("Article removed from the story")));
}
