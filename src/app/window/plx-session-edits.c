/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include <glib/gi18n.h>

/* How the user corrects the articles of the open story. Each correction is written first and
 * told afterwards: what could not be kept was not done. */

typedef struct
{
  PlxSession *session;
  const char *done; /* translated; told when it is */
} Edit;

static Edit *
edit_new (PlxSession *session,
          const char *done)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->session = g_object_ref (session);
  edit->done = done;

  return edit;
}

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->session);
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
    g_signal_emit_by_name (edit->session, "changed", edit->done);
  else
    g_signal_emit_by_name (edit->session, "failed", error);
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
  PlxArticle *item = plx_session_find_article (self, article);
  g_autoptr (PlxDocument) document = NULL;
  PlxBlockSpan *span;

  g_return_if_fail (item != NULL);

  document = plx_document_copy (plx_article_get_document (item));
  g_return_if_fail (block < document->blocks->len);

  span = &g_array_index (document->blocks, PlxBlockSpan, block);
  if (span->kept == kept)
    return;

  span->kept = kept;
  span->reason = kept ? PLX_CUT_NONE : PLX_CUT_USER;
  /* What the user puts back is text of the article, whatever we took it for. */
  if (kept && span->role == PLX_ROLE_CHROME)
    span->role = PLX_ROLE_BODY;

  plx_library_set_document_async (plx_session_get_library (self), item, document,
                                  kept ? _("Put Back a Paragraph") : _("Cut a Paragraph"),
                                  edited_cb,
                                  edit_new (self, kept ? _("Paragraph put back")
                                                       : _("Paragraph cut")));
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

  g_return_if_fail (item != NULL);

  document = plx_document_copy (plx_article_get_document (item));
  if (g_strcmp0 (document->fields[field], new_value) == 0)
    return;

  plx_document_set_field (document, field, new_value, "user");
  plx_library_set_document_async (plx_session_get_library (self), item, document,
                                  _("Change a Detail"), edited_cb,
                                  edit_new (self, _("Detail changed")));
}

/**
 * plx_session_leave_story:
 * @self: a session in which a story is open
 * @article: an article's place
 *
 * Takes an article out of the open story; the user can undo it.
 */
void
plx_session_leave_story (PlxSession *self,
                         guint       article)
{
  PlxArticle *item = plx_session_find_article (self, article);

  g_return_if_fail (item != NULL);
  g_return_if_fail (plx_session_get_story (self) != NULL);

  plx_library_leave_story_async (plx_session_get_library (self), plx_session_get_story (self),
                                 item, edited_cb,
                                 edit_new (self, _("Article removed from the story")));
}
