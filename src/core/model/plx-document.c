/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-document"

#include "config.h"

#include "model/plx-document.h"

#include <string.h>

/* So many letters of a headline name an article. */
#define MAX_SOURCE 32

/* So many letters are a word, in the name of a file. */
#define LEAST_LETTERS 3

G_DEFINE_BOXED_TYPE (PlxDocument, plx_document, plx_document_ref, plx_document_unref)

static void
finding_clear (gpointer data)
{
  PlxOtherValue *finding = data;

  g_free (finding->value);
  g_free (finding->found);
}

/**
 * plx_document_new:
 * @source: (nullable): the name of the file it comes from
 * @format: how it is read
 *
 * Returns: (transfer full): a document without text
 */
PlxDocument *
plx_document_new (const char *source,
                  const char *format)
{
  PlxDocument *self = g_atomic_rc_box_new0 (PlxDocument);

  self->source = g_strdup (source);
  self->format = g_strdup (format);
  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (PlxBlockSpan));
  self->others = g_array_new (FALSE, TRUE, sizeof (PlxOtherValue));
  g_array_set_clear_func (self->others, finding_clear);

  return self;
}

/**
 * plx_document_copy:
 * @self: a document
 *
 * Returns: (transfer full): a document of the same content that its only holder may change
 */
PlxDocument *
plx_document_copy (PlxDocument *self)
{
  PlxDocument *copy = plx_document_new (self->source, self->format);

  g_string_append_len (copy->text, self->text->str, self->text->len);
  g_array_append_vals (copy->blocks, self->blocks->data, self->blocks->len);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    plx_document_set_field (copy, i, self->fields[i], self->found[i]);

  for (guint i = 0; i < self->blocks->len; i++)
    plx_document_set_place (copy, i, plx_document_get_block (self, i)->place);

  for (guint i = 0; i < self->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (self->others, PlxOtherValue, i);

      plx_document_add_other (copy, other->field, other->value, other->found);
    }

  plx_document_set_provenance (copy, self->provenance);

  return copy;
}

PlxDocument *
plx_document_ref (PlxDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
document_clear (gpointer data)
{
  PlxDocument *self = data;

  g_free (self->source);
  g_free (self->format);
  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_array_unref (self->others);
  g_clear_pointer (&self->places, g_string_chunk_free);
  g_clear_pointer (&self->provenance, plx_provenance_unref);
  g_clear_pointer (&self->countries, plx_country_counts_unref);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    {
      g_free (self->fields[i]);
      g_free (self->found[i]);
    }
}

void
plx_document_unref (PlxDocument *self)
{
  g_atomic_rc_box_release_full (self, document_clear);
}

/**
 * plx_document_append:
 * @self: a document that nobody else holds
 * @text: the block's text, in UTF-8
 * @length: bytes in @text, or -1 where a NUL ends it
 * @role: what the block is
 * @reason: why it is cut; `PLX_CUT_NONE` keeps it
 *
 * Adds a block at the end.
 */
void
plx_document_append (PlxDocument  *self,
                     const char   *text,
                     gssize        length,
                     PlxRole       role,
                     PlxCutReason  reason)
{
  PlxBlockSpan block = { .role = role, .reason = reason, .kept = reason == PLX_CUT_NONE };

  if (self->text->len > 0)
    g_string_append (self->text, "\n\n");

  block.start = self->text->len;
  g_string_append_len (self->text, text, length < 0 ? (gssize) strlen (text) : length);
  block.end = self->text->len;

  g_array_append_val (self->blocks, block);
}

/**
 * plx_document_set_field:
 * @self: a document that nobody else holds
 * @field: which field
 * @value: (nullable): its value; `NULL` or an empty string for none
 * @found: (nullable): where it was found, in a word or two (`og:title`, `text`, `user`)
 */
void
plx_document_set_field (PlxDocument *self,
                        PlxField     field,
                        const char  *value,
                        const char  *found)
{
  if (value != NULL && *value == '\0')
    value = NULL;

  g_set_str (&self->fields[field], value);
  g_set_str (&self->found[field], value != NULL ? found : NULL);
}

/**
 * plx_document_set_place:
 * @self: a document that nobody else holds
 * @block: a block's place in the document
 * @place: (nullable): where it stood in the page
 */
void
plx_document_set_place (PlxDocument *self,
                        guint        block,
                        const char  *place)
{
  g_return_if_fail (block < self->blocks->len);

  if (place != NULL && self->places == NULL)
    self->places = g_string_chunk_new (512);

  /* Many blocks stand in the same place. */
  g_array_index (self->blocks, PlxBlockSpan, block).place =
    place != NULL ? g_string_chunk_insert_const (self->places, place) : NULL;
}

/**
 * plx_document_decide:
 * @self: a document that nobody else holds
 * @block: a block's place in the document
 * @decider: who decides; the reader for what was found when the page was read
 * @kept: whether the block belongs to the article; not used where the reader decides
 *
 * Cuts a block or puts it back. What the reader had found is remembered, so that it can be told
 * and can be gone back to.
 */
void
plx_document_decide (PlxDocument *self,
                     guint        block,
                     PlxDecider   decider,
                     gboolean     kept)
{
  PlxBlockSpan *span;

  g_return_if_fail (block < self->blocks->len);

  span = &g_array_index (self->blocks, PlxBlockSpan, block);
  if (span->decider == PLX_DECIDER_READER)
    {
      span->found_role = span->role;
      span->found_reason = span->reason;
    }

  span->decider = decider;
  span->role = span->found_role;
  span->reason = span->found_reason;
  span->kept = decider == PLX_DECIDER_READER ? span->reason == PLX_CUT_NONE : kept;

  if (!span->kept && span->reason == PLX_CUT_NONE)
    span->reason = decider == PLX_DECIDER_RULE ? PLX_CUT_RULE : PLX_CUT_USER;

  /* What is put back is text of the article, whatever it was taken for. */
  if (span->kept)
    span->reason = PLX_CUT_NONE;
  if (span->kept && span->role == PLX_ROLE_CHROME)
    span->role = PLX_ROLE_BODY;
}

/**
 * plx_document_add_other:
 * @self: a document that nobody else holds
 * @field: which field
 * @value: what another place says that it is
 * @found: where that is
 *
 * Keeps what disagrees with a field, once.
 */
void
plx_document_add_other (PlxDocument *self,
                        PlxField     field,
                        const char  *value,
                        const char  *found)
{
  PlxOtherValue other = { .field = field };

  g_return_if_fail (value != NULL && found != NULL);

  for (guint i = 0; i < self->others->len; i++)
    {
      const PlxOtherValue *known = &g_array_index (self->others, PlxOtherValue, i);

      if (known->field == field && g_str_equal (known->value, value))
        return;
    }

  other.value = g_strdup (value);
  other.found = g_strdup (found);
  g_array_append_val (self->others, other);
}

/**
 * plx_document_drop_others:
 * @self: a document that nobody else holds
 * @field: which field
 *
 * Forgets what other places say of a field.
 */
void
plx_document_drop_others (PlxDocument *self,
                          PlxField     field)
{
  for (guint i = self->others->len; i > 0; i--)
    if (g_array_index (self->others, PlxOtherValue, i - 1).field == field)
      g_array_remove_index (self->others, i - 1);
}

/**
 * plx_document_set_provenance:
 * @self: a document
 * @provenance: (nullable): what it was read from and when it came in
 *
 * Nothing that is found in a document depends on it.
 */
void
plx_document_set_provenance (PlxDocument   *self,
                             PlxProvenance *provenance)
{
  g_autoptr (PlxProvenance) old = g_steal_pointer (&self->provenance);

  if (provenance != NULL)
    self->provenance = plx_provenance_ref (provenance);
}

/**
 * plx_document_set_countries:
 * @self: a document
 * @countries: (nullable): which countries its kept text mentions
 *
 * Hands over what was counted, for the library to keep.
 */
void
plx_document_set_countries (PlxDocument      *self,
                            PlxCountryCounts *countries)
{
  g_autoptr (PlxCountryCounts) old = g_steal_pointer (&self->countries);

  if (countries != NULL)
    self->countries = plx_country_counts_ref (countries);
}

/* Where the other that says this was found, which is not an other any more. */
static char *
take_other (PlxDocument *self,
            PlxField     field,
            const char  *value)
{
  for (guint i = 0; i < self->others->len; i++)
    {
      PlxOtherValue *other = &g_array_index (self->others, PlxOtherValue, i);

      if (other->field == field && g_strcmp0 (other->value, value) == 0)
        {
          char *found = g_steal_pointer (&other->found);

          g_array_remove_index (self->others, i);
          return found;
        }
    }

  return NULL;
}

/**
 * plx_document_choose:
 * @self: a document that nobody else holds
 * @field: which field
 * @value: (nullable): what it is, as the user says; `NULL` or an empty string for nothing
 *
 * Lets the user decide on a field. What was found stays among the others and can be chosen
 * again. Where it was found is `user` for what the user typed, and `user: og:title` for what
 * was found there and chosen.
 */
void
plx_document_choose (PlxDocument *self,
                     PlxField     field,
                     const char  *value)
{
  g_autofree char *former = g_strdup (self->fields[field]);
  g_autofree char *former_found = g_strdup (self->found[field]);
  g_autofree char *other = NULL;
  g_autofree char *found = NULL;

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (former, value) == 0)
    return;

  other = value != NULL ? take_other (self, field, value) : NULL;
  found = other != NULL ? g_strdup_printf (PLX_FOUND_CHOSEN "%s", other) : g_strdup ("user");
  plx_document_set_field (self, field, value, found);

  /* What the user had typed is in the history, and would only be in the way here. */
  if (former == NULL || g_strcmp0 (former_found, "user") == 0)
    return;

  if (former_found != NULL && g_str_has_prefix (former_found, PLX_FOUND_CHOSEN))
    plx_document_add_other (self, field, former, former_found + strlen (PLX_FOUND_CHOSEN));
  else
    plx_document_add_other (self, field, former, former_found != NULL ? former_found : "text");
}

guint
plx_document_get_n_blocks (PlxDocument *self)
{
  return self->blocks->len;
}

/**
 * plx_document_get_block:
 * @self: a document
 * @index: a block's place, from 0
 *
 * Returns: (transfer none): the block; valid until another is appended
 */
const PlxBlockSpan *
plx_document_get_block (PlxDocument *self,
                        guint        index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, PlxBlockSpan, index);
}

/**
 * plx_document_dup_block:
 * @self: a document
 * @index: a block's place
 *
 * Returns: (transfer full): the block's text
 */
char *
plx_document_dup_block (PlxDocument *self,
                        guint        index)
{
  const PlxBlockSpan *block = plx_document_get_block (self, index);

  return g_strndup (self->text->str + block->start, block->end - block->start);
}

/**
 * plx_document_get_title:
 * @self: a document
 *
 * What to call the article where there is room for one line.
 *
 * Returns: (nullable): the headline, else the name of the file
 */
const char *
plx_document_get_title (PlxDocument *self)
{
  if (self->fields[PLX_FIELD_HEADLINE] != NULL)
    return self->fields[PLX_FIELD_HEADLINE];

  return self->source;
}

/**
 * plx_document_get_day:
 * @self: a document
 *
 * Returns: the day it was published, or 0 where that is not known
 */
PlxDay
plx_document_get_day (PlxDocument *self)
{
  return plx_day_parse (self->fields[PLX_FIELD_PUBLISHED]);
}

static void
digest_string (GChecksum  *checksum,
               const char *string)
{
  /* The NUL goes in too, so that two neighbours cannot pass for one. */
  g_checksum_update (checksum, (const guchar *) (string ? string : ""),
                     (string ? strlen (string) : 0) + 1);
}

/**
 * plx_document_dup_digest:
 * @self: a document
 *
 * A SHA-256 over everything that an analysis depends on. Two documents of one
 * digest read the same, whatever file they came from.
 *
 * Returns: (transfer full): the digest in hexadecimal
 */
char *
plx_document_dup_digest (PlxDocument *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  digest_string (checksum, self->text->str);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    digest_string (checksum, self->fields[i]);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (self, i);
      guint32 plain[5] = { block->start, block->end, block->role, block->reason, block->kept };

      g_checksum_update (checksum, (const guchar *) plain, sizeof plain);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/* “https://www.example.org/a/b” → “example.org” */
static char *
dup_host (const char *address)
{
  g_autoptr (GUri) uri = address ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

/* As much of a headline, or of many authors, as fits above a column, of whole words. */
static char *
dup_shortened (const char *headline)
{
  const char *end = headline;
  const char *at = headline;

  if (g_utf8_strlen (headline, -1) <= MAX_SOURCE)
    return g_strdup (headline);

  for (guint i = 0; i < MAX_SOURCE; i++, at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      end = at;

  return g_strdup_printf ("%.*s…", (int) ((end > headline ? end : at) - headline), headline);
}

/* Whether there are some letters on end, and no digit beside them. */
static gboolean
has_word (const char *name)
{
  guint n_letters = 0;
  gboolean has_digit = FALSE;

  for (const char *at = name;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalpha (c))
        {
          n_letters++;
        }
      else if (g_unichar_isdigit (c))
        {
          has_digit = TRUE;
        }
      else
        {
          if (n_letters >= LEAST_LETTERS && !has_digit)
            return TRUE;
          n_letters = 0;
          has_digit = FALSE;
        }
      if (c == '\0')
        return FALSE;
    }
}

/* “harbour-news.txt” → “harbour-news”; names like “0012.txt” or “5fcaaa20.txt” tell nothing. */
static char *
dup_file (const char *source)
{
  const char *dot = strrchr (source, '.');
  g_autofree char *name = dot != NULL && dot > source ? g_strndup (source, dot - source)
                                                      : g_strdup (source);

  return has_word (name) ? g_steal_pointer (&name) : g_strdup ("");
}

/**
 * plx_document_get_source_field:
 * @self: a document
 *
 * Returns: the field from which [method@Document.dup_source] takes what the document is called,
 *   or `PLX_N_FIELDS` where none of them tells it
 */
PlxField
plx_document_get_source_field (PlxDocument *self)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (self != NULL, PLX_N_FIELDS);

  if (self->fields[PLX_FIELD_OUTLET] != NULL)
    return PLX_FIELD_OUTLET;
  if ((host = dup_host (self->fields[PLX_FIELD_ADDRESS])))
    return PLX_FIELD_ADDRESS;
  if (self->fields[PLX_FIELD_AUTHOR] != NULL)
    return PLX_FIELD_AUTHOR;

  return self->fields[PLX_FIELD_HEADLINE] != NULL ? PLX_FIELD_HEADLINE : PLX_N_FIELDS;
}

/**
 * plx_document_dup_source:
 * @self: a document
 *
 * What to call it where it stands alone; beside others of its story, see
 * [func@source_names_new].
 *
 * Returns: (transfer full): the outlet, else the host of its address, else the author, else the
 *   beginning of the headline, else the name of the file without its ending where that has a word
 *   in it, else an empty string
 */
char *
plx_document_dup_source (PlxDocument *self)
{
  PlxField field = plx_document_get_source_field (self);

  if (field == PLX_FIELD_OUTLET)
    return g_strdup (self->fields[field]);
  if (field == PLX_FIELD_ADDRESS)
    return dup_host (self->fields[field]);
  if (field != PLX_N_FIELDS)
    return dup_shortened (self->fields[field]);

  return self->source != NULL ? dup_file (self->source) : g_strdup ("");
}
