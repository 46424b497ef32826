/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-markdown"

#include "config.h"

#include "reading/text/plx-markdown.h"

#include <string.h>

/* Enough of Markdown to read what it says: CommonMark's blocks, without nesting, and its inline
 * marks taken away. See https://spec.commonmark.org. */

static void
block_clear (gpointer data)
{
  PlxMarkdownBlock *block = data;

  g_free (block->text);
}

/**
 * plx_markdown_split_lines:
 * @text: Markdown
 *
 * Returns: (transfer full): its lines, whatever ends them
 */
char **
plx_markdown_split_lines (const char *text)
{
  g_autoptr (GString) unified = g_string_new (text);

  g_string_replace (unified, "\r\n", "\n", 0);
  g_strdelimit (unified->str, "\r\f", '\n');

  return g_strsplit (unified->str, "\n", -1);
}

/* The end of a stretch in brackets, brackets within it counted; NULL where it does not end. */
static const char *
find_closing (const char *text,
              char        open,
              char        close)
{
  guint depth = 0;

  for (; *text != '\0'; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
      else if (*text == open)
        depth++;
      else if (*text == close && --depth == 0)
        return text;
    }

  return NULL;
}

/**
 * Link:
 * @text: its first character
 * @text_end: after its last
 * @end: after the whole of it
 */
typedef struct
{
  const char *text;
  const char *text_end;
  const char *end;
} Link;

/* A link or a picture at @at: [text](address) or [text][name]. */
static gboolean
find_link (const char *at,
           const char *end_of_brackets,
           Link       *link)
{
  const char *close = end_of_brackets;
  const char *end;

  if (close == NULL || (close[1] != '(' && close[1] != '['))
    return FALSE;

  end = close[1] == '(' ? find_closing (close + 1, '(', ')') : strchr (close + 1, ']');
  if (end == NULL)
    return FALSE;

  link->text = at + 1;
  link->text_end = close;
  link->end = end + 1;

  return TRUE;
}

/* Whether asterisks or underscores at @at open or close what they mark, rather than being signs. */
static gboolean
is_mark (const char *start,
         const char *at,
         gsize       length)
{
  gboolean after_word = at > start && (g_ascii_isalnum (at[-1]) || (guchar) at[-1] >= 0x80);
  gboolean before_word = g_ascii_isalnum (at[length]) || (guchar) at[length] >= 0x80;

  /* snake_case is a word. */
  if (*at == '_' && after_word && before_word)
    return FALSE;

  /* 3 * 4 is a sum. */
  return !(at > start && g_ascii_isspace (at[-1]) && (at[length] == '\0' ||
                                                      g_ascii_isspace (at[length])));
}

static const char *
skip_tag (const char *at)
{
  const char *end;

  if (g_str_has_prefix (at, "<!--"))
    {
      end = strstr (at, "-->");
      return end != NULL ? end + 3 : NULL;
    }

  if (!g_ascii_isalpha (at[1]) && at[1] != '/')
    return NULL;

  end = strchr (at, '>');

  return end != NULL ? end + 1 : NULL;
}

static void append_plain (GString    *plain,
                          const char *text,
                          gsize       length,
                          guint       depth);

/* Where brackets never close, looking for the end of each would take for ever. */
#define MAX_OPEN 256

/* Text between brackets may have marks of its own, but no further than people nest them. */
#define MAX_DEPTH 4

static void
append_linked (GString    *plain,
               const Link *link,
               guint       depth)
{
  if (depth < MAX_DEPTH)
    append_plain (plain, link->text, link->text_end - link->text, depth + 1);
  else
    g_string_append_len (plain, link->text, link->text_end - link->text);
}

/* One step of append_plain(): what stands at @at without its marks. Gives where to go on. */
static const char *
append_at (GString    *plain,
           const char *start,
           const char *at,
           gboolean    brackets,
           guint       depth)
{
  const char *next;
  gsize run;
  Link link;

  if (*at == '\\' && g_ascii_ispunct (at[1]))
    {
      g_string_append_c (plain, at[1]);
      return at + 2;
    }

  if (brackets && *at == '!' && at[1] == '[' &&
      find_link (at + 1, find_closing (at + 1, '[', ']'), &link))
    return link.end;

  if (brackets && *at == '[' && find_link (at, find_closing (at, '[', ']'), &link))
    {
      append_linked (plain, &link, depth);
      return link.end;
    }

  if (brackets && *at == '<' && (next = skip_tag (at)) != NULL)
    {
      /* <https://example.org> is an address, and text. */
      if (memmem (at, next - at, "://", 3) != NULL && memchr (at, ' ', next - at) == NULL)
        g_string_append_len (plain, at + 1, next - at - 2);
      return next;
    }

  run = strspn (at, *at == '*' ? "*" : *at == '_' ? "_" : *at == '`' ? "`" : *at == '~' ? "~" : "");
  if (run > 0 && (*at == '~' ? run == 2 : run <= 3) && is_mark (start, at, run))
    return at + run;

  next = at + MAX (run, 1);
  g_string_append_len (plain, at, next - at);

  return next;
}

static void
append_plain (GString    *plain,
              const char *text,
              gsize       length,
              guint       depth)
{
  g_autofree char *own = g_strndup (text, length);
  const char *at = own;
  guint n_open = 0;

  while (*at != '\0')
    {
      const char *next = append_at (plain, own, at, n_open < MAX_OPEN, depth);

      if (strchr ("[!<", *at) != NULL && next == at + 1)
        n_open++;
      at = next;
    }
}

/**
 * plx_markdown_dup_plain:
 * @text: a block of Markdown
 * @is_link: (out) (optional): whether all of it is one link
 *
 * Returns: (transfer full): the text as a reader would see it, pictures left out
 */
char *
plx_markdown_dup_plain (const char *text,
                        gboolean   *is_link)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  Link link;

  text += strspn (text, " \t");
  if (is_link != NULL)
    *is_link = *text == '[' && find_link (text, find_closing (text, '[', ']'), &link) &&
               link.end[strspn (link.end, " \t")] == '\0';
  append_plain (plain, text, strlen (text), 0);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t")] == '\0';
}

/* A line across the page. */
static gboolean
is_rule (const char *line)
{
  const char *text = line + strspn (line, " ");
  gsize n = 0;

  if (*text != '-' && *text != '*' && *text != '_')
    return FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == *text)
        n++;
      else if (*at != ' ' && *at != '\t')
        return FALSE;
    }

  return n >= 3;
}

/* Bytes before the text of an entry of a list, or 0 where the line is none. */
static gsize
get_bullet (const char *line)
{
  gsize indent = strspn (line, " \t");
  gsize digits = strspn (line + indent, "0123456789");

  if (digits > 0 && digits < 4 && (line[indent + digits] == '.' || line[indent + digits] == ')') &&
      line[indent + digits + 1] == ' ')
    return indent + digits + 2;
  if (digits == 0 && line[indent] != '\0' && strchr ("-*+", line[indent]) != NULL &&
      line[indent + 1] == ' ')
    return indent + 2;

  return 0;
}

static guint
get_level (const char *line)
{
  gsize level = strspn (line, "#");

  return level >= 1 && level <= 6 && (line[level] == ' ' || line[level] == '\0') ? level : 0;
}

/* The level of the heading that a line of = or - makes of the line above, or 0. */
static guint
get_underline (const char *line)
{
  gsize length = strlen (line);

  if (length < 2)
    return 0;

  return strspn (line, "=") == length ? 1 : strspn (line, "-") == length ? 2 : 0;
}

/* A name that links are given elsewhere: [1]: https://example.org */
static gboolean
is_definition (const char *line)
{
  const char *close = *line == '[' ? strstr (line, "]:") : NULL;

  return close != NULL && (strstr (close, "://") != NULL || close[2] == ' ');
}

static gboolean
is_ruling (const char *row)
{
  return strchr (row, '-') != NULL && strspn (row, "|-: \t") == strlen (row);
}

static void
add (GArray     *blocks,
     const char *text,
     PlxRole     role,
     guint       level)
{
  PlxMarkdownBlock block = { .role = role, .level = level };

  block.text = plx_markdown_dup_plain (text, &block.is_link);

  /* A picture alone leaves nothing but what it is said to show. */
  if (is_blank (block.text) && g_str_has_prefix (text + strspn (text, " "), "!["))
    {
      const char *open = strchr (text, '[');
      const char *close = find_closing (open, '[', ']');

      g_free (block.text);
      block.text = close != NULL ? g_strndup (open + 1, close - open - 1) : g_strdup ("");
      block.role = PLX_ROLE_CAPTION;
    }

  if (is_blank (block.text))
    {
      block_clear (&block);
      return;
    }

  g_array_append_val (blocks, block);
}

static void
add_row (GArray     *blocks,
         const char *line)
{
  g_autoptr (GString) row = g_string_new (NULL);
  g_auto (GStrv) cells = NULL;

  if (is_ruling (line))
    return;

  cells = g_strsplit (line, "|", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    if (!is_blank (cells[i]))
      g_string_append_printf (row, "%s%s", row->len > 0 ? " | " : "", g_strstrip (cells[i]));
  add (blocks, row->str, PLX_ROLE_TABLE, 0);
}

/* Whether a line begins a block of its own, whatever stands before it. */
static gboolean
is_start (const char *line)
{
  return is_blank (line) || get_level (line) > 0 || get_bullet (line) > 0 || *line == '>' ||
         *line == '|' || g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~") ||
         is_rule (line);
}

/* Lines up to the closing fence: a poem, a program, a statement set off. */
static guint
take_fenced (GArray  *blocks,
             char   **lines,
             guint    i)
{
  const char fence[4] = { lines[i][0], lines[i][0], lines[i][0], '\0' };

  for (i++; lines[i] != NULL && !g_str_has_prefix (lines[i], fence); i++)
    if (!is_blank (lines[i]))
      {
        PlxMarkdownBlock block = { .text = g_strdup (lines[i]), .role = PLX_ROLE_BODY };

        g_array_append_val (blocks, block);
      }

  return lines[i] != NULL ? i + 1 : i;
}

/* A paragraph, an entry of a list or a quotation, over as many lines as it has. */
static guint
take_text (GArray  *blocks,
           char   **lines,
           guint    i)
{
  gboolean quote = *lines[i] == '>';
  gsize bullet = get_bullet (lines[i]);
  PlxRole role = quote ? PLX_ROLE_QUOTE : bullet > 0 ? PLX_ROLE_LIST : PLX_ROLE_BODY;
  g_autoptr (GString) text = g_string_new (lines[i] + (quote ? strspn (lines[i], "> ") : bullet));

  for (i++; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      gsize marks = quote ? strspn (line, "> ") : 0;

      if (quote ? *line != '>' || is_blank (line + marks) : is_start (line))
        break;
      if (role == PLX_ROLE_BODY && get_underline (line) > 0)
        {
          add (blocks, text->str, PLX_ROLE_HEADING, get_underline (line));
          return i + 1;
        }
      g_string_append_c (text, ' ');
      g_string_append (text, line + marks);
    }

  add (blocks, text->str, role, 0);

  return i;
}

/**
 * plx_markdown_parse:
 * @lines: the lines of a text; ends with `NULL`
 *
 * Cuts Markdown into blocks and takes its marks away.
 *
 * Returns: (transfer full) (element-type PlxMarkdownBlock): the blocks
 */
GArray *
plx_markdown_parse (char **lines)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (PlxMarkdownBlock));
  guint i = 0;

  g_array_set_clear_func (blocks, block_clear);

  while (lines[i] != NULL)
    {
      const char *line = lines[i];
      guint level = get_level (line);

      if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"))
        {
          i = take_fenced (blocks, lines, i);
          continue;
        }

      if (!is_blank (line) && level == 0 && *line != '|' && !is_definition (line) &&
          !is_rule (line))
        {
          i = take_text (blocks, lines, i);
          continue;
        }

      if (level > 0)
        {
          g_autofree char *text = g_strdup (line + level);

          /* # A heading may be closed, too # */
          g_strchomp (text);
          for (gsize n = strlen (text); n > 0 && text[n - 1] == '#'; n--)
            text[n - 1] = '\0';
          add (blocks, text, PLX_ROLE_HEADING, level);
        }
      else if (*line == '|')
        add_row (blocks, line);
      i++;
    }

  return blocks;
}
