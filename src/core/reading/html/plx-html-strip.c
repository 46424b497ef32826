/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-strip"

#include "config.h"

#include "reading/html/plx-html-strip.h"

#include <string.h>

#include "reading/html/plx-html-tags.h"

/* Browsers nest no deeper than this; what goes deeper is broken or made to break programs. */
#define MAX_DEPTH 512

/* With so many elements open, an end tag without a start tag costs the parser a long search. */
#define DEEP 64

/* Elements that are kept of one page: many times what any article needs. */
#define MAX_ELEMENTS 400000

/* Attributes that are kept of one element: the parser compares each with all before it. */
#define MAX_ATTRIBUTES 16

/**
 * Open:
 * @hash: of the element's name
 * @info: (nullable): what is known of it
 * @left_out: whether its tags are left out
 *
 * An element that is open.
 */
typedef struct
{
  guint                 hash;
  const PlxHtmlTagInfo *info;
  gboolean              left_out;
} Open;

/**
 * Stripper:
 * @end: the end of the page
 * @xml: whether it is XHTML in the form of XML
 * @out: where to write on; there is always room
 * @open: the elements that are open
 * @depth: how many
 * @beyond: how many more there are that are too deep
 * @n_elements: how many went on to the parser
 * @nothing: how many are open around an element in which nothing is read, or `G_MAXUINT`
 *
 * The state of the walk through a page.
 */
typedef struct
{
  const char *end;
  gboolean    xml;
  char       *out;
  Open        open[MAX_DEPTH];
  guint       depth;
  guint       beyond;
  guint       n_elements;
  guint       nothing;
} Stripper;

/* What of a tag goes on to the parser. */
typedef struct
{
  const char           *name;
  gsize                 length;
  guint                 hash;
  const PlxHtmlTagInfo *info;
  gboolean              empty;
  gboolean              linked_data;
  gboolean              shadow;
  guint                 n_attributes;
} Tag;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static void
put (Stripper   *self,
     const char *text,
     gsize       length)
{
  memcpy (self->out, text, length);
  self->out += length;
}

/* Each run of white space becomes one space: pages are full of them, and none is ever shown. */
static void
put_text (Stripper   *self,
          const char *text,
          const char *end)
{
  while (text < end)
    {
      const char *from = text;

      while (text < end && (guchar) *text > ' ')
        text++;
      put (self, from, text - from);
      if (text == end)
        return;

      *self->out++ = ' ';
      while (text < end && (guchar) *text <= ' ')
        text++;
    }
}

/* The place in front of which @close stands, in small or capital letters, or the end. */
static const char *
find_close (Stripper   *self,
            const char *at,
            const char *close)
{
  gsize length = strlen (close);

  for (; (at = memchr (at, close[0], self->end - at)) != NULL; at++)
    if ((gsize) (self->end - at) >= length && g_ascii_strncasecmp (at, close, length) == 0)
      return at;

  return self->end;
}

/* The end of the comment whose text starts at @at. */
static const char *
find_comment_end (Stripper   *self,
                  const char *at)
{
  for (; (at = memchr (at, '-', self->end - at)) != NULL; at++)
    {
      gsize rest = self->end - at;

      if (rest >= 3 && memcmp (at, "-->", 3) == 0)
        return at + 3;
      if (rest >= 4 && memcmp (at, "--!>", 4) == 0)
        return at + 4;
    }

  return self->end;
}

/* Whether anything ever asks for an attribute. The rest is a good part of a page. */
static gboolean
is_wanted (const Tag  *tag,
           const char *name,
           gsize       length)
{
  static const struct
  {
    const char *name;
    guint       length;
    gboolean    of_head;
  } wanted[] = {
    { "class", 5, FALSE },     { "id", 2, FALSE },          { "itemprop", 8, FALSE },
    { "role", 4, FALSE },      { "rel", 3, FALSE },         { "hidden", 6, FALSE },
    { "style", 5, FALSE },     { "aria-hidden", 11, FALSE }, { "lang", 4, FALSE },
    { "xml:lang", 8, FALSE },  { "datetime", 8, FALSE },    { "pubdate", 7, FALSE },
    { "content", 7, FALSE },   { "name", 4, TRUE },         { "property", 8, TRUE },
    { "http-equiv", 10, TRUE }, { "href", 4, TRUE },        { "type", 4, TRUE },
  };
  gboolean of_head = tag->info != NULL && tag->info->kind != PLX_HTML_KIND_PLAIN;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i].length == length && (of_head || !wanted[i].of_head) &&
        (name[0] | 0x20) == wanted[i].name[0] &&
        g_ascii_strncasecmp (name, wanted[i].name, length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
contains (const char *text,
          const char *end,
          const char *part)
{
  return memmem (text, end - text, part, strlen (part)) != NULL;
}

/* Writes the attribute from @name to @end on, where it is of use. */
static void
take_attribute (Stripper   *self,
                Tag        *tag,
                const char *name,
                gsize       length,
                const char *end)
{
  gboolean script = tag->info != NULL && tag->info->kind == PLX_HTML_KIND_SCRIPT;

  if (script && length == 4 && g_ascii_strncasecmp (name, "type", 4) == 0)
    tag->linked_data = contains (name, end, "ld+json");
  else if (length >= 10 && g_ascii_strncasecmp (name, "shadowroot", 10) == 0)
    tag->shadow = TRUE;

  if (tag->n_attributes == MAX_ATTRIBUTES || !is_wanted (tag, name, length))
    return;
  if (length == 5 && (name[0] | 0x20) == 's' && !contains (name, end, "display"))
    return;

  tag->n_attributes++;
  *self->out++ = ' ';
  put (self, name, end - name);
}

/* The end of the value that starts at @at; a bare one ends at white space. */
static const char *
find_value_end (Stripper   *self,
                const char *at)
{
  if (at < self->end && (*at == '"' || *at == '\''))
    {
      const char *close = memchr (at + 1, *at, self->end - at - 1);

      return close != NULL ? close + 1 : self->end;
    }

  while (at < self->end && !is_space (*at) && *at != '>')
    at++;

  return at;
}

/* Goes through the attributes from @at to the end of the tag, and gives where that is. */
static const char *
take_attributes (Stripper   *self,
                 Tag        *tag,
                 const char *at)
{
  while (at < self->end && *at != '>')
    {
      const char *name;
      gsize length;

      if (is_space (*at) || *at == '/' || *at == '"' || *at == '\'' || *at == '=')
        {
          tag->empty = *at++ == '/';
          continue;
        }

      tag->empty = FALSE;
      name = at;
      while (at < self->end && !is_space (*at) && *at != '=' && *at != '>' && *at != '/')
        at++;
      length = at - name;
      while (at < self->end && is_space (*at))
        at++;
      if (at == self->end || *at != '=')
        {
          take_attribute (self, tag, name, length, name + length);
          continue;
        }

      for (at++; at < self->end && is_space (*at);)
        at++;
      at = find_value_end (self, at);
      take_attribute (self, tag, name, length, at);
    }

  return at;
}

/* Whether the parser ends @open before it starts an element that @closes. */
static gboolean
is_closed_by (const PlxHtmlTagInfo *open,
              char                  closes)
{
  if (open == NULL || open->closes == '\0')
    return FALSE;
  if (strcmp (open->name, "p") == 0)
    return closes != 'o';

  return (closes != 'p' && open->closes == closes) || (closes == 'r' && open->closes == 'c');
}

/* Whether an element means nothing, so that its content may as well stand without it. */
static gboolean
is_plain (const Tag *tag)
{
  return tag->info != NULL && tag->info->tag == PLX_HTML_INLINE &&
         tag->info->kind == PLX_HTML_KIND_PLAIN && tag->n_attributes == 0;
}

/* Follows a start tag; gives whether it is left out. */
static gboolean
push (Stripper *self,
      Tag      *tag)
{
  gboolean nothing = tag->info != NULL && tag->info->nothing && !tag->shadow;
  gboolean left_out;

  if (tag->info != NULL && tag->info->kind == PLX_HTML_KIND_SCRIPT)
    nothing = !tag->linked_data;
  /* What stands in the shadow of an element is shown in its place. */
  left_out = nothing || self->nothing < G_MAXUINT || is_plain (tag) || tag->shadow ||
             self->n_elements >= MAX_ELEMENTS;
  self->n_elements += !left_out;
  if (tag->empty || (tag->info != NULL && tag->info->empty))
    return left_out;

  while (tag->info != NULL && tag->info->closes != '\0' && self->depth > 0 &&
         is_closed_by (self->open[self->depth - 1].info, tag->info->closes))
    self->depth--;
  if (self->nothing < G_MAXUINT && self->depth <= self->nothing)
    self->nothing = G_MAXUINT;

  if (self->depth >= MAX_DEPTH)
    {
      self->beyond++;
      return TRUE;
    }

  if (nothing && self->nothing == G_MAXUINT)
    self->nothing = self->depth;
  self->open[self->depth++] = (Open) { tag->hash, tag->info, left_out };

  return left_out;
}

/* Follows an end tag; gives whether it is left out. */
static gboolean
pop (Stripper  *self,
     const Tag *tag)
{
  guint priority = tag->info != NULL ? tag->info->priority : PLX_HTML_PRIORITY;

  if (self->beyond > 0)
    {
      self->beyond--;
      return TRUE;
    }

  for (guint i = self->depth; i-- > 0;)
    {
      if (self->open[i].hash == tag->hash)
        {
          self->depth = i;
          if (self->nothing < G_MAXUINT && i <= self->nothing)
            self->nothing = G_MAXUINT;
          return self->open[i].left_out || self->nothing < G_MAXUINT;
        }
      if (self->open[i].info != NULL && self->open[i].info->priority > priority)
        break;
    }

  return self->depth > DEEP || self->nothing < G_MAXUINT;
}

static void
read_name (Stripper   *self,
           Tag        *tag,
           const char *name)
{
  const char *colon = NULL;
  const char *at = name;

  while (at < self->end && (g_ascii_isalnum (*at) || *at == '-' || *at == ':' || *at == '_' ||
                            *at == '.'))
    {
      if (*at == ':' && colon == NULL)
        colon = at;
      at++;
    }

  /* XHTML may call each of its elements by its full name. */
  if (colon != NULL && (g_ascii_strncasecmp (name, "html:", colon + 1 - name) == 0 ||
                        g_ascii_strncasecmp (name, "xhtml:", colon + 1 - name) == 0))
    name = colon + 1;

  tag->name = name;
  tag->length = at - name;
  tag->hash = plx_html_tags_hash (name, tag->length);
  tag->info = plx_html_tags_find (name, tag->length, tag->hash);
}

/* What comes after the start of an element whose content is no markup. */
static const char *
strip_raw (Stripper   *self,
           Tag        *tag,
           const char *at)
{
  char close[24];
  const char *end;

  if (tag->info == NULL || !tag->info->raw || tag->empty)
    return at;

  g_snprintf (close, sizeof close, "</%s", tag->info->name);
  end = find_close (self, at, close);
  if (tag->linked_data && self->nothing == G_MAXUINT)
    put (self, at, end - at);

  return end;
}

/* The start tag at @at; gives what comes after it. */
static const char *
strip_start (Stripper   *self,
             const char *at)
{
  char *out = self->out;
  Tag tag = { 0 };
  gboolean left_out;

  read_name (self, &tag, at + 1);
  *self->out++ = '<';
  put (self, tag.name, tag.length);
  at = take_attributes (self, &tag, tag.name + tag.length);

  left_out = push (self, &tag);
  if (tag.empty)
    *self->out++ = '/';
  *self->out++ = '>';
  if (left_out)
    self->out = out;
  if (self->n_elements >= MAX_ELEMENTS && self->nothing == G_MAXUINT)
    *self->out++ = ' ';

  return strip_raw (self, &tag, MIN (at + 1, self->end));
}

static const char *
strip_end (Stripper   *self,
           const char *at)
{
  Tag tag = { 0 };
  const char *close;

  read_name (self, &tag, at + 2);
  close = memchr (at, '>', self->end - at);
  close = close != NULL ? close + 1 : self->end;
  if (!pop (self, &tag))
    {
      put (self, "</", 2);
      put (self, tag.name, tag.length);
      *self->out++ = '>';
    }

  return close;
}

/* Text that XML takes as it is. Its marks leave room for what has to be written otherwise. */
static const char *
strip_cdata (Stripper   *self,
             const char *at)
{
  const char *start = at + strlen ("<![CDATA[");
  const char *end = memmem (start, self->end - start, "]]>", 3);
  gsize room = strlen ("<![CDATA[]]>");

  if (end == NULL)
    end = self->end;
  if (self->nothing < G_MAXUINT)
    return MIN (end + 3, self->end);

  for (const char *p = start; p < end; p++)
    {
      if (*p != '<')
        *self->out++ = *p;
      else if (room >= 3)
        {
          put (self, "&lt;", 4);
          room -= 3;
        }
      else
        *self->out++ = ' ';
    }

  return MIN (end + 3, self->end);
}

/* Comments, processing instructions and the like; a page's type goes on to the parser. */
static const char *
strip_other (Stripper   *self,
             const char *at)
{
  const char *close = memchr (at, '>', self->end - at);

  close = close != NULL ? close + 1 : self->end;
  if (self->end - at >= 4 && memcmp (at, "<!--", 4) == 0)
    return find_comment_end (self, at + 4);
  if (self->xml && self->end - at >= 9 && memcmp (at, "<![CDATA[", 9) == 0)
    return strip_cdata (self, at);
  if (self->end - at >= 9 && g_ascii_strncasecmp (at, "<!doctype", 9) == 0)
    put (self, at, close - at);

  return close;
}

/**
 * plx_html_strip:
 * @text: a page in UTF-8
 * @length: bytes in it
 * @stripped: (out): bytes in what is returned
 *
 * Takes from a page what reading never looks at: scripts, styles, drawings, comments, most
 * attributes and spaces. That is more than half of most pages, and a fast walk over the bytes
 * saves the parser a slow one.
 *
 * It also leaves out what would make the parser run for hours: thousands of attributes in a tag,
 * elements nested without end, end tags of nothing. The text between the tags stays.
 *
 * Returns: (transfer full): the page without all this
 */
char *
plx_html_strip (const char *text,
                gsize       length,
                gsize      *stripped)
{
  g_autofree Stripper *self = g_new (Stripper, 1);
  /* Attributes with no space between them, in quotes, grow by one each. */
  char *out = g_malloc (length + length / 4 + 16);
  const char *p = text;

  self->end = text + length;
  self->xml = length >= 5 && memcmp (text, "<?xml", 5) == 0;
  self->out = out;
  self->depth = self->beyond = self->n_elements = 0;
  self->nothing = G_MAXUINT;

  while (p < self->end)
    {
      const char *tag = memchr (p, '<', self->end - p);

      if (tag == NULL)
        tag = self->end;
      if (self->nothing == G_MAXUINT)
        put_text (self, p, tag);
      if (tag == self->end)
        break;

      if (self->end - tag > 1 && g_ascii_isalpha (tag[1]))
        p = strip_start (self, tag);
      else if (self->end - tag > 2 && tag[1] == '/' && g_ascii_isalpha (tag[2]))
        p = strip_end (self, tag);
      else if (self->end - tag > 1 && (tag[1] == '!' || tag[1] == '?' || tag[1] == '/'))
        p = strip_other (self, tag);
      else
        {
          *self->out++ = '<';
          p = tag + 1;
        }
    }

  *self->out = '\0';
  *stripped = self->out - out;

  return out;
}
