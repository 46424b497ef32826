/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-read-text"

#include "config.h"

#include "read/plx-read-text.h"

#include <glib/gi18n.h>

#include "countries/plx-relations.h"
#include "window/plx-labels.h"

/* The text of an article as Pango markup: names underlined by kind, what the filter
 * hides dimmed, a sentence that was asked for marked. */

/* The line tells the kind also to those who do not see its colour, as far as Pango's lines go;
 * the tooltip and the popover say it in words. The colours stand on light and dark alike. */
static const struct
{
  const char *underline;
  const char *color;
} lines[] = {
  [PLX_KIND_PERSON] = { "single", "#3584e4" },
  [PLX_KIND_ORGANIZATION] = { "double", "#9141ac" },
  [PLX_KIND_COUNTRY] = { "single", "#2ec27e" },
  [PLX_KIND_PLACE] = { "low", "#e66100" },
  [PLX_KIND_EVENT] = { "error", "#e62d42" },
  [PLX_KIND_LAW] = { "double", "#865e3c" },
  [PLX_KIND_OTHER] = { "low", "#77767b" },
};

static PlxDay
find_day (PlxSession *session,
          guint       article)
{
  PlxFilter *filter = plx_session_get_filter (session);

  if (filter->as_of == PLX_AS_OF_TODAY)
    return plx_session_get_today (session);
  if (filter->as_of == PLX_AS_OF_DAY)
    return filter->day;

  return plx_document_get_day (plx_analysis_get_document (plx_session_get_analysis (session),
                                                          article));
}

/**
 * plx_read_text_status:
 * @session: a session with an analysis
 * @article: the article that speaks of the country
 * @country: (nullable): its code
 *
 * Returns: (transfer full) (nullable): how the country stands to the treaty or bloc of the filter,
 *   such as “ICC: Party (15 June 2015)”, or `NULL` where that is not known
 */
char *
plx_read_text_status (PlxSession *session,
                      guint       article,
                      const char *country)
{
  PlxFilter *filter = plx_session_get_filter (session);
  const PlxRelationInfo *relation = plx_relation_lookup (filter->relation);
  PlxDay day = find_day (session, article);
  g_autofree char *when = NULL;
  PlxStatus status;

  if (country == NULL || relation == NULL || day == 0)
    return NULL;

  status = plx_relation_status (relation, country, day, NULL);
  when = plx_label_day (day);

  /* Translators: %1$s is a treaty or bloc, %2$s how a country stands to it, %3$s a day */
  return g_strdup_printf (_("%1$s: %2$s (%3$s)"), relation->short_title,
                          plx_label_status (status, relation->is_treaty), when);
}

static const PlxMentionSpan *
get_mention (PlxSession *session,
             guint       article,
             guint       mention)
{
  PlxAnnotation *annotation =
    plx_analysis_get_annotation (plx_session_get_analysis (session), article);

  return &g_array_index (annotation->mentions, PlxMentionSpan, mention);
}

/**
 * plx_read_text_find_mention:
 * @session: a session with an analysis
 * @article: an article's place
 * @mention: a mention's place
 *
 * Returns: the entity that it names, or `PLX_NONE`
 */
guint
plx_read_text_find_mention (PlxSession *session,
                            guint       article,
                            guint       mention)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);

  if (analysis == NULL || article >= plx_analysis_get_n_articles (analysis) ||
      mention >= plx_analysis_get_annotation (analysis, article)->mentions->len)
    return PLX_NONE;

  return get_mention (session, article, mention)->entity;
}

/**
 * plx_read_text_next_mention:
 * @session: a session with an analysis
 * @article: an article's place
 * @mention: a mention's place
 * @next: (out): the sentence of the next mention of the same entity
 *
 * Looks for the next mention, through this article, those after it, and round from the first.
 *
 * Returns: whether there is one besides this
 */
gboolean
plx_read_text_next_mention (PlxSession     *session,
                            guint           article,
                            guint           mention,
                            PlxSentenceRef *next)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  guint entity = get_mention (session, article, mention)->entity;
  guint n = plx_analysis_get_n_articles (analysis);

  for (guint i = 0; i <= n; i++)
    {
      guint a = (article + i) % n;
      guint len = plx_analysis_get_annotation (analysis, a)->mentions->len;

      for (guint m = i == 0 ? mention + 1 : 0; m < (i == n ? mention : len); m++)
        {
          const PlxMentionSpan *span = get_mention (session, a, m);

          if (span->entity == entity)
            {
              *next = (PlxSentenceRef) { .article = a, .sentence = span->sentence };
              return TRUE;
            }
        }
    }

  return FALSE;
}

static char *
describe_entity (PlxSession            *session,
                 guint                  article,
                 const PlxEntityRecord *entity)
{
  g_autofree char *status = plx_read_text_status (session, article, entity->country);

  if (status == NULL)
    /* Translators: the name of something, and what it is, such as “Cairo · Place” */
    return g_strdup_printf (_("%s · %s"), entity->name, plx_label_kind (entity->kind));

  /* Translators: a name, what it is, and how its country stands */
  return g_strdup_printf (_("%s · %s · %s"), entity->name, plx_label_kind (entity->kind), status);
}

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       start,
                gsize       end)
{
  g_autofree char *escaped = g_markup_escape_text (text + start, end - start);

  g_string_append (markup, escaped);
}

static void
append_mention (GString    *markup,
                PlxSession *session,
                guint       article,
                guint       which)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  const char *text = plx_analysis_get_document (analysis, article)->text->str;
  const PlxMentionSpan *mention = get_mention (session, article, which);
  const PlxEntityRecord *entity;
  g_autofree char *about = NULL;
  g_autofree char *title = NULL;

  if (mention->entity == PLX_NONE)
    {
      append_escaped (markup, text, mention->start, mention->end);
      return;
    }

  entity = plx_analysis_get_entity (analysis, mention->entity);
  about = describe_entity (session, article, entity);
  title = g_markup_escape_text (about, -1);
  g_string_append_printf (markup,
                          "<a href=\"%u\" title=\"%s\">"
                          "<span underline=\"%s\" underline_color=\"%s\">",
                          which, title, lines[entity->kind].underline, lines[entity->kind].color);
  append_escaped (markup, text, mention->start, mention->end);
  g_string_append (markup, "</span></a>");
}

static void
append_sentence (GString    *markup,
                 PlxSession *session,
                 guint       article,
                 guint       which,
                 gboolean    highlight)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, article);
  const PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan, which);
  const char *text = annotation->document->text->str;
  PlxSentenceRef ref = { .article = article, .sentence = which };
  gboolean shown = plx_passages_is_shown (plx_session_get_passages (session), ref);
  gsize at = span->start;

  if (highlight)
    g_string_append (markup, "<span background=\"#f5c211\" background_alpha=\"35%\">");
  else if (!shown)
    g_string_append (markup, "<span fgalpha=\"45%\">");

  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);

      if (mention->sentence != which || mention->start < at)
        continue;

      append_escaped (markup, text, at, mention->start);
      append_mention (markup, session, article, i);
      at = mention->end;
    }
  append_escaped (markup, text, at, span->end);

  if (highlight || !shown)
    g_string_append (markup, "</span>");
}

/**
 * plx_read_text_block:
 * @session: a session with an analysis
 * @article: an article's place
 * @block: a block's place
 * @highlight: a sentence to be marked, or `PLX_NONE`
 *
 * Returns: (transfer full): the block as Pango markup, each name a link to its mention's place
 */
char *
plx_read_text_block (PlxSession *session,
                     guint       article,
                     guint       block,
                     guint       highlight)
{
  PlxAnnotation *annotation =
    plx_analysis_get_annotation (plx_session_get_analysis (session), article);
  const PlxBlockSpan *span = plx_document_get_block (annotation->document, block);
  const char *text = annotation->document->text->str;
  g_autoptr (GString) markup = g_string_new (NULL);
  gsize at = span->start;

  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (annotation->sentences, PlxSentenceSpan, i);

      if (sentence->block != block)
        continue;

      append_escaped (markup, text, at, sentence->start);
      append_sentence (markup, session, article, i, i == highlight);
      at = sentence->end;
    }
  append_escaped (markup, text, at, span->end);

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

/**
 * plx_read_text_mark_kind:
 * @name: a name
 * @kind: what it is
 *
 * Returns: (transfer full): the name as markup, with the line that its kind has in the text
 */
char *
plx_read_text_mark_kind (const char *name,
                         PlxKind     kind)
{
  return g_markup_printf_escaped ("<span underline=\"%s\" underline_color=\"%s\">%s</span>",
                                  lines[kind].underline, lines[kind].color, name);
}

/**
 * plx_read_text_legend:
 *
 * Returns: (transfer full): markup that tells which line stands for which kind
 */
char *
plx_read_text_legend (void)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (PlxKind kind = PLX_KIND_PERSON; kind <= PLX_KIND_OTHER; kind++)
    {
      g_autofree char *line = plx_read_text_mark_kind (plx_label_kinds (kind), kind);

      if (markup->len > 0)
        g_string_append_c (markup, '\n');
      g_string_append (markup, line);
    }

  return g_string_free_and_steal (g_steal_pointer (&markup));
}
