/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-proof.h"

#include <string.h>

/* What comes first is taken where the system has it. */
#define SERIF "Source Serif 4,Noto Serif,Liberation Serif,DejaVu Serif,Serif"
#define SANS "Adwaita Sans,Cantarell,Noto Sans,Sans"

typedef struct
{
  const char  *family;
  double       scale;
  PangoWeight  weight;
  double       gray;
  double       spacing; /* between letters, as a part of the size */
} Face;

static const Face faces[] = {
  [PLX_FACE_TEXT] = { SERIF, 1.0, PANGO_WEIGHT_NORMAL, 0, 0 },
  [PLX_FACE_SMALL] = { SERIF, 0.88, PANGO_WEIGHT_NORMAL, 0, 0 },
  [PLX_FACE_TITLE] = { SERIF, 2.1, PANGO_WEIGHT_BOLD, 0, 0 },
  [PLX_FACE_HEADING] = { SERIF, 1.35, PANGO_WEIGHT_BOLD, 0, 0 },
  [PLX_FACE_LABEL] = { SANS, 1.0, PANGO_WEIGHT_BOLD, 0, 0 },
  [PLX_FACE_META] = { SANS, 0.84, PANGO_WEIGHT_NORMAL, 0.3, 0 },
  [PLX_FACE_META_BOLD] = { SANS, 0.84, PANGO_WEIGHT_BOLD, 0.1, 0 },
  [PLX_FACE_KICKER] = { SANS, 0.78, PANGO_WEIGHT_BOLD, 0.3, 0.12 },
};

/**
 * plx_proof_layout:
 * @context: the context of the sheet
 * @font_size: of its text
 * @face: what the text is
 * @text: the text; the ends of its lines count as spaces
 * @width: to which it is broken, or -1
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
plx_proof_layout (PangoContext *context,
                  double        font_size,
                  PlxFace       face,
                  const char   *text,
                  double        width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (faces[face].family);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  guint16 gray = faces[face].gray * G_MAXUINT16;
  double size = font_size * faces[face].scale;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, faces[face].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  g_strdelimit (valid, "\n\r\t", ' ');
  pango_layout_set_text (layout, valid, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, MAX (width, size) * PANGO_SCALE);

  plx_proof_dress (layout, pango_attr_foreground_new (gray, gray, gray), 0, G_MAXUINT);
  if (faces[face].spacing > 0)
    plx_proof_dress (layout, pango_attr_letter_spacing_new (size * faces[face].spacing *
                                                            PANGO_SCALE), 0, G_MAXUINT);

  return layout;
}

/* Gives a part of a text an attribute, which it takes. */
void
plx_proof_dress (PangoLayout    *layout,
                 PangoAttribute *attribute,
                 gsize           start,
                 gsize           end)
{
  PangoAttrList *old = pango_layout_get_attributes (layout);
  PangoAttrList *list = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_change (list, attribute);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

/* Gives a part of a text the family and the weight of another face, not its size. */
void
plx_proof_dress_face (PangoLayout *layout,
                      PlxFace      face,
                      gsize        start,
                      gsize        end)
{
  plx_proof_dress (layout, pango_attr_family_new (faces[face].family), start, end);
  plx_proof_dress (layout, pango_attr_weight_new (faces[face].weight), start, end);
}

void
plx_proof_cell (PlxProof   *self,
                PlxFace     face,
                const char *text,
                double      x,
                double      width)
{
  plx_flow_cell (self->flow, plx_proof_layout (self->context, self->options->font_size, face,
                                               text, width), x);
}

void
plx_proof_paragraph (PlxProof   *self,
                     PlxFace     face,
                     const char *text)
{
  plx_proof_cell (self, face, text, 0, plx_flow_get_width (self->flow));
  plx_flow_row (self->flow);
}

/* The heading of a section, under a rule, never the last on a page. */
void
plx_proof_heading (PlxProof   *self,
                   const char *text)
{
  plx_flow_space (self->flow, plx_proof_em (self, 2.2));
  plx_flow_mark (self->flow, text, 0);
  plx_flow_rule (self->flow, 0.8, 0);
  plx_flow_keep_with_next (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.5));
  plx_proof_paragraph (self, PLX_FACE_HEADING, text);
  plx_flow_keep_with_next (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.5));
}

/* So many times the size of the text, in points. */
double
plx_proof_em (PlxProof *self,
              double    n)
{
  return n * self->options->font_size;
}

/* Whether any passage of an article is shown. */
gboolean
plx_proof_shows (PlxProof *self,
                 guint     article)
{
  const GByteArray *bytes = g_ptr_array_index (self->passages->shown, article);

  return bytes->len > 0 && memchr (bytes->data, TRUE, bytes->len) != NULL;
}
