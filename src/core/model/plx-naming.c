/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-naming"

#include "config.h"

#include "model/plx-naming.h"

G_DEFINE_BOXED_TYPE (PlxNaming, plx_naming, plx_naming_copy, plx_naming_free)

/**
 * plx_naming_new:
 * @scope: how far it reaches
 * @surface: the words as they are written
 *
 * Returns: (transfer full): a naming that says that the words are a name, and nothing more yet
 */
PlxNaming *
plx_naming_new (PlxScope    scope,
                const char *surface)
{
  PlxNaming *self = g_new0 (PlxNaming, 1);

  self->scope = scope;
  self->surface = g_strdup (surface);
  self->is_name = TRUE;
  self->kind = PLX_KIND_OTHER;

  return self;
}

PlxNaming *
plx_naming_copy (const PlxNaming *self)
{
  PlxNaming *copy = g_memdup2 (self, sizeof *self);

  copy->surface = g_strdup (self->surface);
  copy->entity = g_strdup (self->entity);
  copy->country = g_strdup (self->country);
  copy->before = g_strdup (self->before);
  copy->after = g_strdup (self->after);

  return copy;
}

void
plx_naming_free (PlxNaming *self)
{
  g_free (self->surface);
  g_free (self->entity);
  g_free (self->country);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * plx_naming_fold:
 * @words: words as they are written somewhere
 *
 * Takes away what does not tell two writings of the same words apart: composed letters, curly
 * apostrophes, and how wide a space is. Case is kept, because it tells “US” from “us”.
 *
 * Returns: (transfer full): the words, to be compared
 */
char *
plx_naming_fold (const char *words)
{
  g_autofree char *composed = g_utf8_normalize (words, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *at = composed != NULL ? composed : words; *at != '\0';
       at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c == 0x2019)
        g_string_append_c (folded, '\'');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (folded, c);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }

  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free_and_steal (g_steal_pointer (&folded));
}

/**
 * plx_naming_replaces:
 * @self: a naming
 * @other: an older one
 *
 * Returns: whether the two speak of the same words in the same scope, so that the newer takes the
 *   place of the older
 */
gboolean
plx_naming_replaces (const PlxNaming *self,
                     const PlxNaming *other)
{
  g_autofree char *mine = NULL;
  g_autofree char *its = NULL;

  if (self->scope != other->scope || self->article != other->article ||
      self->story != other->story ||
      (self->scope == PLX_SCOPE_MENTION && self->start != other->start))
    return FALSE;

  mine = plx_naming_fold (self->surface);
  its = plx_naming_fold (other->surface);

  return g_str_equal (mine, its);
}

/**
 * plx_naming_inherit:
 * @self: a naming
 * @older: the one whose place it takes
 *
 * Keeps what was said before and is not said otherwise now: a kind, after a new name.
 */
void
plx_naming_inherit (PlxNaming       *self,
                    const PlxNaming *older)
{
  if (!self->is_name || !older->is_name)
    return;

  if (self->entity == NULL)
    self->entity = g_strdup (older->entity);
  if (!self->has_kind && older->has_kind)
    {
      self->has_kind = TRUE;
      self->kind = older->kind;
    }
  if (self->country == NULL)
    self->country = g_strdup (older->country);
}
