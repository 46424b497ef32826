/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-note-item"

#include "config.h"

#include "kept/plx-note-item.h"

#include <glib/gi18n.h>

struct _PlxNoteItem
{
  GObject   parent_instance;

  PlxNote  *note;    /* never NULL */
  gint64    story;   /* or 0 */
  char     *group;   /* never NULL */
  char     *title;   /* never NULL */
  char     *details; /* never NULL */
};

typedef enum
{
  PROP_GROUP = 1,
  PROP_TITLE,
  PROP_DETAILS,
  PROP_WORDS,
} PlxNoteItemProperty;

static GParamSpec *props[PROP_WORDS + 1];

G_DEFINE_FINAL_TYPE (PlxNoteItem, plx_note_item, G_TYPE_OBJECT)

static void
plx_note_item_finalize (GObject *object)
{
  PlxNoteItem *self = PLX_NOTE_ITEM (object);

  g_clear_pointer (&self->note, plx_note_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->details, g_free);

  G_OBJECT_CLASS (plx_note_item_parent_class)->finalize (object);
}

static void
plx_note_item_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlxNoteItem *self = PLX_NOTE_ITEM (object);

  switch ((PlxNoteItemProperty) prop_id)
    {
    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;

    case PROP_WORDS:
      g_value_take_string (value, g_strjoin ("\n", self->title, self->details, self->group, NULL));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_note_item_class_init (PlxNoteItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_note_item_finalize;
  object_class->get_property = plx_note_item_get_property;

  props[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_note_item_init (PlxNoteItem *self)
{
}

static char *
describe (const PlxNoteLine *line,
          const char        *words)
{
  const PlxNote *note = line->note;

  switch (note->subject)
    {
    case PLX_NOTE_ON_ENTITY:
      /* Translators: %s is the name of a person, a place or the like */
      return g_strdup_printf (_("On %s"), note->entity);

    case PLX_NOTE_ON_TEXT:
      /* Translators: %1$s are words of an article, %2$s is its headline */
      return g_strdup_printf (_("On “%1$s” in %2$s"), words,
                              line->article_title != NULL ? line->article_title : "");

    case PLX_NOTE_ON_CLAIM:
    default:
      /* Translators: %s is a sentence; several articles report the same */
      return g_strdup_printf (_("On the claim “%s”"), words);
    }
}

/**
 * plx_note_item_new:
 * @line: what is known of a note
 *
 * Returns: (transfer full): an item for it
 */
PlxNoteItem *
plx_note_item_new (const PlxNoteLine *line)
{
  PlxNoteItem *self = g_object_new (PLX_TYPE_NOTE_ITEM, NULL);
  const PlxAnchor *anchor = line->note->anchors->len > 0 ? line->note->anchors->pdata[0] : NULL;
  const char *words = anchor == NULL ? ""
    : anchor->says != NULL && line->note->subject == PLX_NOTE_ON_TEXT ? anchor->says
                                                                      : anchor->text;

  self->note = plx_note_copy (line->note);
  self->story = line->story;
  self->group = g_strdup (line->story_title != NULL ? line->story_title : _("In No Story"));
  self->title = g_strdup (*line->note->body != '\0' ? line->note->body : words);
  self->details = describe (line, words);

  return self;
}

/**
 * plx_note_item_get_note:
 * @self: an item
 *
 * Returns: (transfer none): the note
 */
const PlxNote *
plx_note_item_get_note (PlxNoteItem *self)
{
  g_return_val_if_fail (PLX_IS_NOTE_ITEM (self), NULL);

  return self->note;
}

/**
 * plx_note_item_get_story:
 * @self: an item
 *
 * Returns: the story to which the note belongs, or 0
 */
gint64
plx_note_item_get_story (PlxNoteItem *self)
{
  g_return_val_if_fail (PLX_IS_NOTE_ITEM (self), 0);

  return self->story;
}
