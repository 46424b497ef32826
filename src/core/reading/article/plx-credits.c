/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-credits"

#include "config.h"

#include "reading/article/plx-credits.h"

#include <string.h>

#include "language/names/plx-agencies.h"
#include "reading/article/plx-dateline.h"

/* A dateline opens one of the first paragraphs. */
#define DATELINE_BLOCKS 4

/* A line that gives credit, and one that is nothing else, have no more words. */
#define CREDIT_WORDS 45
#define BARE_WORDS 4

/* What is shorter is no paragraph. */
#define PROSE_WORDS 12

/* How a line begins that names agencies because they have helped. */
static const char *const credit_openings[] = {
  "with files from", "with inputs from", "with input from", "with reporting from",
  "with reporting by",
  "additional reporting", "with agencies", "with material from", "with information from",
  "with additional reporting", "reporting by", "includes reporting", "via ", "source: ",
  "sources: ", "credit: ", "quelle: ", "quellen: ", "fuente: ", "fuentes: ", "fonte: ", "fonti: ",
  "bron: ", "kilde: ", "källa: ", "źródło: ", "lähde: ", "kaynak: ", "источник: ", "джерело: ",
  "avec ", "con información de", "con informaciones de", "con agencias", "com informações d",
  "com agência", "mit material", "mit informationen", "mit agenturen", "mit inhalten",
  "met informatie van", "this story was originally published by",
  "this article was originally published by", NULL };

/* What such a line says somewhere. */
static const char *const credit_phrases[] = {
  "contributed to this", "contributed reporting", "contributed to the report",
  "contributed to the story", NULL };

/* Bylines that credit agencies without naming one. */
static const char *const unnamed_phrases[] = {
  "and agencies", "with agencies", "news agencies", "agencies", "agenturen", "agences",
  "agencias", "agenzie", "agências", NULL };

static gboolean
has_phrase (const char        *text,
            const char *const *phrases,
            gboolean           opening)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *start = lower + strspn (lower, " ([*-");

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *at = strstr (start, phrases[i]);

      if (at != NULL && (!opening || at == start))
        return TRUE;
    }

  return FALSE;
}

/* The dateline of the first paragraphs; its agencies, and itself into the document. */
static void
read_datelines (GPtrArray   *drafts,
                PlxDocument *document,
                GPtrArray   *agencies)
{
  guint n = 0;

  for (guint i = 0; i < drafts->len && n < DATELINE_BLOCKS; i++)
    {
      PlxDraft *draft = drafts->pdata[i];
      g_autoptr (PlxDateline) dateline = NULL;

      if (plx_draft_is_cut (draft) ||
          (draft->role != PLX_ROLE_BODY && draft->role != PLX_ROLE_STANDFIRST))
        continue;

      n++;
      dateline = plx_dateline_read (draft->text);
      if (dateline == NULL)
        continue;

      for (guint k = 0; k < dateline->agencies->len; k++)
        if (!g_ptr_array_find (agencies, dateline->agencies->pdata[k], NULL))
          g_ptr_array_add (agencies, dateline->agencies->pdata[k]);
      if (dateline->text != NULL)
        plx_document_set_field (document, PLX_FIELD_DATELINE, dateline->text, "text");
      return;
    }
}

/* “© 2020 AFP”, but not the legal line of an outlet that takes its news from several. */
static void
read_copyright (PlxDraft  *draft,
                GPtrArray *agencies)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();

  if (!g_str_has_prefix (draft->text, "©") && !g_str_has_prefix (draft->text, "(c)") &&
      !g_str_has_prefix (draft->text, "Copyright"))
    return;

  plx_agencies_find_all (draft->text, named);
  if (named->len == 1 && !g_ptr_array_find (agencies, named->pdata[0], NULL))
    g_ptr_array_add (agencies, named->pdata[0]);
}

/* A line that is nothing but a credit: “AFP”, “(Reuters)”, “dpa/lno”. */
static gboolean
read_bare (PlxDraft  *draft,
           GPtrArray *agencies)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();

  /* What begins otherwise is somebody’s picture: “Jane Doe/AFP”. */
  return draft->shape.n_words <= BARE_WORDS &&
         plx_agencies_read_credit (draft->text, strcspn (draft->text, "/,"), FALSE, first) > 0 &&
         plx_agencies_read_credit (draft->text, -1, FALSE, agencies) > 0;
}

static void
read_line (PlxDraft  *draft,
           GPtrArray *agencies)
{
  if (draft->shape.n_words > CREDIT_WORDS || draft->role == PLX_ROLE_CAPTION)
    return;

  if (draft->reason == PLX_CUT_LEGAL)
    read_copyright (draft, agencies);
  if (plx_draft_is_cut (draft) || draft->role == PLX_ROLE_HEADLINE ||
      draft->role == PLX_ROLE_HEADING)
    return;

  if (!read_bare (draft, agencies) &&
      (draft->role == PLX_ROLE_AUTHOR || has_phrase (draft->text, credit_openings, TRUE) ||
       has_phrase (draft->text, credit_phrases, FALSE)))
    plx_agencies_find_all (draft->text, agencies);
  else
    read_copyright (draft, agencies);
}

/* The last paragraph may end with its agency: “… he said. (PTI)”, “… said. — AFP”. */
static void
read_last (GPtrArray *drafts,
           GPtrArray *agencies)
{
  static const char *const marks[] = { "(", "—", "–", " - ", "/", "[" };

  for (guint i = drafts->len; i-- > 0;)
    {
      PlxDraft *draft = drafts->pdata[i];
      const char *tail = NULL;

      if (plx_draft_is_cut (draft) || draft->role != PLX_ROLE_BODY)
        continue;
      /* A line of its own has been read; a short one is a picture's. */
      if (draft->shape.n_words < PROSE_WORDS)
        return;

      for (guint k = 0; k < G_N_ELEMENTS (marks); k++)
        {
          const char *at = g_strrstr (draft->text, marks[k]);

          /* “/TASS/” has a mark at its end, too. */
          if (at != NULL && *marks[k] == '/' && at[1] == '\0' && at - draft->text < 40)
            continue;
          if (at != NULL && at > draft->text && (tail == NULL || at > tail))
            tail = at + strlen (marks[k]);
        }
      if (tail != NULL && strlen (tail) < 40)
        plx_agencies_read_credit (tail, -1, FALSE, agencies);
      return;
    }
}

static void
read_author (PlxDocument *document,
             GPtrArray   *agencies)
{
  const char *author = document->fields[PLX_FIELD_AUTHOR];

  if (author != NULL && plx_agencies_read_credit (author, -1, FALSE, agencies) == 0)
    plx_agencies_find_all (author, agencies);
}

static char *
join (GPtrArray *agencies)
{
  g_ptr_array_add (agencies, NULL);

  return g_strjoinv (", ", (char **) agencies->pdata);
}

/**
 * plx_credits_find:
 * @drafts: (element-type PlxDraft): marked blocks
 * @document: the document that they will go into, with the metadata known so far
 *
 * Finds the dateline, and the news agencies that the article credits: in the dateline, in the
 * byline, in a line of thanks, after the last sentence. Agencies that are known already from
 * the page's metadata stay.
 */
void
plx_credits_find (GPtrArray   *drafts,
                  PlxDocument *document)
{
  g_autoptr (GPtrArray) agencies = g_ptr_array_new ();
  const char *known = document->fields[PLX_FIELD_AGENCY];
  const char *author = document->fields[PLX_FIELD_AUTHOR];
  g_autofree char *found = g_strdup (document->found[PLX_FIELD_AGENCY]);
  g_autofree char *value = NULL;

  if (known != NULL)
    plx_agencies_read_credit (known, -1, TRUE, agencies);
  if (document->fields[PLX_FIELD_DATELINE] == NULL)
    read_datelines (drafts, document, agencies);
  if (agencies->len > 0 && found == NULL)
    found = g_strdup ("text");

  read_author (document, agencies);
  if (agencies->len > 0 && found == NULL)
    found = g_strdup (document->found[PLX_FIELD_AUTHOR]);

  for (guint i = 0; i < drafts->len; i++)
    read_line (drafts->pdata[i], agencies);
  read_last (drafts, agencies);

  if (agencies->len == 0 && author != NULL && has_phrase (author, unnamed_phrases, FALSE))
    plx_document_set_field (document, PLX_FIELD_AGENCY, "agencies",
                            document->found[PLX_FIELD_AUTHOR]);
  if (agencies->len == 0)
    return;

  value = join (agencies);
  plx_document_set_field (document, PLX_FIELD_AGENCY, value, found != NULL ? found : "text");
}
