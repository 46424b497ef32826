/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mail-text"

#include "config.h"

#include "reading/mail/plx-mail-text.h"

#include <string.h>

#include "reading/article/plx-draft.h"
#include "reading/plx-reader.h"

/* A forwarded mail may be a forwarded mail; the words for it end somewhere. */
#define MAX_FORWARDS 20

/* The head of a mail in a mail, and the lines under a signature's mark, are no more than these. */
#define HEAD_LINES 16
#define SIGNATURE_LINES 15

/* “On … wrote:” is broken into so many lines at most. */
#define ATTRIBUTION_LINES 3

/**
 * Line:
 * @text: without the marks of quoting
 * @depth: how often it is quoted
 */
typedef struct
{
  char  *text;
  guint  depth;
} Line;

/**
 * Passed:
 * @start: the line that opens it
 * @body: the line after its head
 * @forward: whether it is said to be passed on, and not answered
 * @header: what its head says
 *
 * A mail within the text of a mail.
 */
typedef struct
{
  guint         start;
  guint         body;
  gboolean      forward;
  PlxMailHeader header;
} Passed;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line);
}

static Line *
get_line (GPtrArray *lines,
          guint      index)
{
  return lines->pdata[index];
}

static gboolean
is_blank (GPtrArray *lines,
          guint      index)
{
  const char *text = get_line (lines, index)->text;

  return text[strspn (text, " \t\r")] == '\0';
}

/* Counts and drops the marks of quoting: “>”, “> > ”. */
static guint
take_quotes (const char **text)
{
  guint depth = 0;

  while (**text == '>')
    {
      depth++;
      (*text)++;
      if (**text == ' ' && (*text)[1] == '>')
        (*text)++;
    }

  return depth;
}

/* Whether a line of format=flowed (RFC 3676) goes on in the next. */
static gboolean
flows (const GString *text)
{
  return text->len > 0 && text->str[text->len - 1] == ' ' && strcmp (text->str, "-- ") != 0;
}

static GPtrArray *
split_lines (PlxMailText *self,
             const char  *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; raw[i] != NULL; i++)
    {
      const char *rest = raw[i];
      Line *line = g_new0 (Line, 1);

      line->depth = take_quotes (&rest);
      if (*rest == ' ' && (self->flowed || line->depth > 0))
        rest++;

      g_string_assign (joined, rest);
      while (self->flowed && flows (joined) && raw[i + 1] != NULL)
        {
          const char *next = raw[i + 1];

          if (take_quotes (&next) != line->depth || *next == '\0')
            break;
          if (self->delete_space)
            g_string_truncate (joined, joined->len - 1);
          g_string_append (joined, next + (*next == ' '));
          i++;
        }

      line->text = g_strdup (joined->str);
      g_ptr_array_add (lines, line);
    }

  return lines;
}

static gsize
count_bytes (GPtrArray *lines,
             guint      start,
             guint      end,
             gboolean   quoted)
{
  gsize bytes = 0;

  for (guint i = start; i < end; i++)
    if ((get_line (lines, i)->depth > 0) == quoted)
      bytes += strlen (get_line (lines, i)->text);

  return bytes;
}

static char *
join (GPtrArray *lines,
      guint      start,
      guint      end)
{
  GString *text = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    {
      g_string_append (text, get_line (lines, i)->text);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
add (GPtrArray    *drafts,
     GPtrArray    *lines,
     guint         start,
     guint         end,
     PlxCutReason  reason)
{
  g_autofree char *text = join (lines, start, end);
  g_autoptr (GPtrArray) blocks = plx_text_split (text);

  if (reason == PLX_CUT_COMMENTS || reason == PLX_CUT_TEMPLATE)
    for (guint i = 0; i < blocks->len; i++)
      {
        PlxDraft *draft = blocks->pdata[i];
        PlxCutReason own = plx_mail_judge_footer (draft->text);

        plx_draft_settle (draft, PLX_ROLE_CHROME,
                          reason == PLX_CUT_TEMPLATE && own != PLX_CUT_NONE ? own : reason);
      }
  else if (reason != PLX_CUT_NONE)
    for (guint i = 0; i < blocks->len; i++)
      plx_draft_settle (blocks->pdata[i], PLX_ROLE_CHROME, reason);

  g_ptr_array_extend_and_steal (drafts, g_steal_pointer (&blocks));
}

static guint
skip_blank (GPtrArray *lines,
            guint      from,
            guint      end)
{
  while (from < end && is_blank (lines, from))
    from++;

  return from;
}

/* The head of a mail, from @from to the next blank line. */
static gboolean
read_head (Passed    *self,
           GPtrArray *lines,
           guint      from,
           guint      end)
{
  g_autofree char *text = NULL;
  guint last = from;

  if (from >= end || !plx_mail_has_label (get_line (lines, from)->text))
    return FALSE;
  while (last < end && last < from + HEAD_LINES && !is_blank (lines, last))
    last++;

  text = join (lines, from, last);
  self->body = last;

  return plx_mail_header_read (&self->header, text);
}

/* “On … wrote:”, on one line or several, that ends at or after @from; gives its last line. */
static gboolean
find_attribution (GPtrArray *lines,
                  guint      from,
                  guint      end,
                  guint     *last)
{
  for (guint n = 1; n <= ATTRIBUTION_LINES && from + n <= end; n++)
    {
      g_autofree char *text = NULL;
      guint under = skip_blank (lines, from + n, end);
      gboolean quoted = under < end && get_line (lines, under)->depth >
                                       get_line (lines, from)->depth;

      if (is_blank (lines, from + n - 1))
        return FALSE;
      text = join (lines, from, from + n);
      *last = from + n - 1;
      if (plx_mail_is_attribution (text, quoted))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_passed (Passed    *self,
             GPtrArray *lines,
             guint      start,
             guint      end)
{
  for (guint i = start; i < end; i++)
    {
      const char *text = get_line (lines, i)->text;
      guint last;

      memset (self, 0, sizeof *self);
      self->start = i;
      if (get_line (lines, i)->depth > 0 || is_blank (lines, i))
        continue;

      if (plx_mail_is_divider (text, &self->forward) &&
          read_head (self, lines, skip_blank (lines, i + 1, end), end))
        return TRUE;
      if ((i == start || is_blank (lines, i - 1)) && read_head (self, lines, i, end))
        return TRUE;

      /* An answer over a mail that is not marked as quoted, as on telephones. */
      if (find_attribution (lines, i, end, &last))
        {
          guint under = skip_blank (lines, last + 1, end);

          self->body = under;
          self->forward = FALSE;
          if (under < end && get_line (lines, under)->depth == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* The mail that is passed on may be marked as quoted from end to end. */
static void
unquote (GPtrArray *lines,
         guint      start,
         guint      end)
{
  if (count_bytes (lines, start, end, TRUE) < count_bytes (lines, start, end, FALSE) * 4)
    return;

  for (guint i = start; i < end; i++)
    if (get_line (lines, i)->depth > 0)
      get_line (lines, i)->depth--;
}

/* The line of “-- ” under which a signature stands, or @end. */
static guint
find_signature (GPtrArray *lines,
                guint      start,
                guint      end)
{
  guint n = 0;

  for (guint i = end; i-- > start && n <= SIGNATURE_LINES;)
    {
      g_autofree char *text = g_strchomp (g_strdup (get_line (lines, i)->text));

      if (get_line (lines, i)->depth == 0 && strcmp (text, "--") == 0)
        return i;
      n += !is_blank (lines, i);
    }

  return end;
}

/* The rule over what a mailing list adds to each mail, or @end. */
static guint
find_list_foot (GPtrArray *lines,
                guint      start,
                guint      end)
{
  guint n = 0;

  for (guint i = end; i-- > start && n <= SIGNATURE_LINES;)
    {
      const char *text = get_line (lines, i)->text;
      gsize rule = strspn (text, "_-=~*");

      n += !is_blank (lines, i);
      if (rule >= 10 && text[rule + strspn (text + rule, " \r")] == '\0')
        {
          g_autofree char *under = join (lines, i + 1, end);
          g_autofree char *squashed = plx_text_squash (under, -1);

          if (plx_mail_judge_footer (squashed) == PLX_CUT_NEWSLETTER)
            return i;
        }
    }

  return end;
}

/* What the sender says, with what is quoted between it cut. */
static void
add_answers (GPtrArray *drafts,
             GPtrArray *lines,
             guint      start,
             guint      end)
{
  guint own = start;

  for (guint i = start; i < end;)
    {
      gboolean quoted = get_line (lines, i)->depth > 0;
      guint last = i;
      gboolean opens = !quoted && !is_blank (lines, i) && find_attribution (lines, i, end, &last);
      guint under = opens ? MIN (skip_blank (lines, last + 1, end), end - 1) : i;

      if (get_line (lines, under)->depth == 0)
        {
          i++;
          continue;
        }

      add (drafts, lines, own, i, PLX_CUT_NONE);
      own = quoted ? i : last + 1;
      if (!quoted)
        add (drafts, lines, i, own, PLX_CUT_COMMENTS);
      for (i = own; i < end && (get_line (lines, i)->depth > 0 || is_blank (lines, i)); i++)
        ;
      add (drafts, lines, own, i, PLX_CUT_COMMENTS);
      own = i;
    }

  add (drafts, lines, own, end, PLX_CUT_NONE);
}

/* A quoted text is what the mail is there for: what is said about it is cut instead. */
static void
add_quoted (GPtrArray *drafts,
            GPtrArray *lines,
            guint      start,
            guint      end)
{
  guint from = start;

  for (guint i = start; i <= end; i++)
    if (i == end || (!is_blank (lines, i) && i > from &&
                     (get_line (lines, i)->depth > 0) != (get_line (lines, from)->depth > 0)))
      {
        add (drafts, lines, from, i,
             get_line (lines, from)->depth > 0 ? PLX_CUT_NONE : PLX_CUT_COMMENTS);
        from = i;
      }
}

static void
add_body (GPtrArray *drafts,
          GPtrArray *lines,
          guint      start,
          guint      end)
{
  guint foot = find_list_foot (lines, start, end);
  guint signature = find_signature (lines, start, foot);

  if (count_bytes (lines, start, signature, FALSE) <= PLX_MAIL_OWN_BYTES &&
      count_bytes (lines, start, signature, TRUE) >= PLX_MAIL_PASSED_BYTES)
    add_quoted (drafts, lines, start, signature);
  else
    add_answers (drafts, lines, start, signature);

  add (drafts, lines, signature, foot, PLX_CUT_TEMPLATE);
  add (drafts, lines, foot, end, PLX_CUT_NEWSLETTER);
}

static gboolean
is_passed_on (PlxMailText  *self,
              const Passed *passed,
              GPtrArray    *lines,
              guint         start,
              guint         end)
{
  gsize own = count_bytes (lines, start, passed->start, FALSE);
  gsize rest = count_bytes (lines, passed->body, end, FALSE) +
               count_bytes (lines, passed->body, end, TRUE);

  if (passed->header.from == NULL)
    return own <= PLX_MAIL_OWN_BYTES && rest >= PLX_MAIL_PASSED_BYTES;

  return passed->forward || self->is_forward ||
         (own <= PLX_MAIL_OWN_BYTES && rest >= PLX_MAIL_PASSED_BYTES);
}

/**
 * plx_mail_text_split:
 * @self: what is known of the text; gets what it passes on
 * @text: a mail's text, in UTF-8
 *
 * Cuts a mail's text into paragraphs, and settles those that are not what it is about: what it
 * quotes or, where it passes on another, what is said about that; signatures, and what lists add.
 *
 * Returns: (transfer full) (element-type PlxDraft): the paragraphs
 */
GPtrArray *
plx_mail_text_split (PlxMailText *self,
                     const char  *text)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);
  g_autoptr (GPtrArray) lines = split_lines (self, text);
  guint start = 0;
  guint end = lines->len;

  for (guint n = 0; n < MAX_FORWARDS; n++)
    {
      Passed passed;

      if (!find_passed (&passed, lines, start, end))
        break;

      if (!is_passed_on (self, &passed, lines, start, end))
        {
          plx_mail_header_clear (&passed.header);
          end = passed.start;
          break;
        }

      add (drafts, lines, start, passed.start, PLX_CUT_COMMENTS);
      add (drafts, lines, passed.start, passed.body, PLX_CUT_TEMPLATE);
      unquote (lines, passed.body, end);
      start = passed.body;
      self->is_forward = passed.header.from != NULL;
      plx_mail_header_clear (&self->forwarded);
      self->forwarded = passed.header;
    }

  add_body (drafts, lines, start, end);
  add (drafts, lines, end, lines->len, PLX_CUT_COMMENTS);

  return drafts;
}
