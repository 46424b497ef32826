/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-telling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-words.h"

/* So many sources are cited or named where many tell the same; of the others it is said how many
 * they are. */
#define MAX_CITED 8
#define MAX_NAMED 6
/* The same, and how many versions are told, where a line must do. */
#define MAX_CITED_SHORT 5
#define MAX_SAYINGS 5
/* A sentence that stands for a claim is cut to so many letters. */
#define MAX_LABEL 90

/**
 * plx_telling_new:
 * @matter: what a sheet is about
 * @plan: how it is composed
 *
 * Returns: (transfer full): what is needed to tell it
 */
PlxSheetTelling *
plx_telling_new (PlxSheetMatter *matter,
                 PlxSheetPlan   *plan)
{
  PlxSheetTelling *self = g_new0 (PlxSheetTelling, 1);

  self->matter = plx_sheet_matter_ref (matter);
  self->sources = matter->sources;
  self->tally = plx_sheet_tally_new (matter);
  self->leads_to_claims = plx_sheet_plan_shows (plan, "claims");

  return self;
}

void
plx_telling_free (PlxSheetTelling *self)
{
  plx_sheet_matter_unref (self->matter);
  plx_sheet_tally_free (self->tally);
  g_free (self);
}

static const PlxClaimRecord *
record_of (PlxSheetTelling     *self,
           const PlxSheetClaim *claim)
{
  return plx_analysis_get_claim (self->matter->analysis, claim->claim);
}

/* The paragraph of its article in which a sentence stands, from 1; 0 above the body. */
guint
plx_telling_paragraph (PlxSheetTelling *self,
                       PlxSentenceRef   ref)
{
  guint paragraph;

  plx_analysis_get_place (self->matter->analysis, ref, &paragraph);

  return paragraph;
}

char *
plx_telling_cite (PlxSheetTelling *self,
                  PlxSentenceRef   ref)
{
  return plx_marks_cite (ref.article, plx_telling_paragraph (self, ref));
}

static void
append_more (GString *text,
             guint    n)
{
  if (n > 0)
    /* Translators: how many sources there are besides those cited or named before */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n),
                            n);
}

static char *
cite_refs (PlxSheetTelling *self,
           const GArray    *refs,
           guint            max)
{
  GString *text = g_string_new (NULL);
  const guint n = refs->len > max + 1 ? max : refs->len;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *citation = plx_telling_cite (self, g_array_index (refs, PlxSentenceRef, i));

      g_string_append (text, citation);
    }
  append_more (text, refs->len - n);

  return g_string_free_and_steal (text);
}

/**
 * plx_telling_cite_refs:
 * @self: a telling
 * @refs: (element-type PlxSentenceRef): sentences
 *
 * Returns: (transfer full): citations of them; of very many the first
 */
char *
plx_telling_cite_refs (PlxSheetTelling *self,
                       const GArray    *refs)
{
  return cite_refs (self, refs, MAX_CITED);
}

/* The sources that tell a claim in what is shown, by their numbers alone: where they tell it stands
 * with the claim. */
char *
plx_telling_cite_claim (PlxSheetTelling     *self,
                        const PlxSheetClaim *claim)
{
  const GArray *refs = record_of (self, claim)->refs;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);
      const guint article = ref.article;

      if (plx_passages_is_shown (self->matter->passages, ref) &&
          (articles->len == 0 || g_array_index (articles, guint, articles->len - 1) != article))
        g_array_append_val (articles, article);
    }

  return plx_telling_cite_articles (articles);
}

/* Articles by their numbers; of very many the first. */
char *
plx_telling_cite_articles (const GArray *articles)
{
  GString *text = g_string_new (NULL);
  const guint n = articles->len > MAX_CITED + 1 ? MAX_CITED : articles->len;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *citation = plx_marks_cite (g_array_index (articles, guint, i), 0);

      g_string_append (text, citation);
    }
  append_more (text, articles->len - n);

  return g_string_free_and_steal (text);
}

/* What an article is called, with its number. */
char *
plx_telling_source (PlxSheetTelling *self,
                    guint            article)
{
  g_autofree char *name = plx_marks_plain (self->sources[article]);
  g_autofree char *citation = plx_marks_cite (article, 0);

  return g_strconcat (name, citation, NULL);
}

/**
 * plx_telling_sources:
 * @self: a telling
 * @articles: (element-type guint): articles, by their places
 *
 * Returns: (transfer full): what they are called, with their numbers; of very many the first
 */
char *
plx_telling_sources (PlxSheetTelling *self,
                     const GArray    *articles)
{
  GString *text = g_string_new (NULL);
  const guint n = articles->len > MAX_NAMED ? MAX_NAMED - 1 : articles->len;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *source = plx_telling_source (self, g_array_index (articles, guint, i));

      /* Translators: between the names of sources */
      g_string_append (text, i > 0 ? _(", ") : "");
      g_string_append (text, source);
    }
  append_more (text, articles->len - n);

  return g_string_free_and_steal (text);
}

const char *
plx_telling_language (PlxSheetTelling *self,
                      guint            article)
{
  return plx_analysis_get_document (self->matter->analysis, article)->fields[PLX_FIELD_LANGUAGE];
}

/* A sentence in the language of its article. */
PlxSheetText *
plx_telling_sentence (PlxSheetTelling *self,
                      PlxSentenceRef   ref)
{
  g_autofree char *sentence = plx_analysis_dup_sentence (self->matter->analysis, ref);

  return plx_sheet_text_new (g_strstrip (sentence), plx_telling_language (self, ref.article));
}

/**
 * plx_telling_is_named:
 * @record: a claim
 * @origin: one of its origins, by its place
 *
 * Returns: whether it is somebody or something that has a name: “a report” and “two officials” may
 *   be others in the next article
 */
gboolean
plx_telling_is_named (const PlxClaimRecord *record,
                      guint                 origin)
{
  const PlxVoice voice = origin < record->voices->len
                         ? g_array_index (record->voices, guint32, origin) : PLX_VOICE_OUTLET;

  return voice != PLX_VOICE_UNNAMED &&
         (voice != PLX_VOICE_DOCUMENT || strchr (record->origins[origin], ' ') != NULL);
}

static PlxSentenceRef
first_shown (PlxSheetTelling     *self,
             const PlxSheetClaim *claim)
{
  const GArray *refs = record_of (self, claim)->refs;

  for (guint i = 0; i < refs->len; i++)
    {
      if (plx_passages_is_shown (self->matter->passages, g_array_index (refs, PlxSentenceRef, i)))
        return g_array_index (refs, PlxSentenceRef, i);
    }

  return g_array_index (refs, PlxSentenceRef, 0);
}

/* Whether the words of a label stand in a sentence that is shown. */
static gboolean
label_is_shown (PlxSheetTelling      *self,
                const PlxClaimRecord *record)
{
  g_autofree char *words = g_strdup (record->label);

  if (g_str_has_suffix (words, "…"))
    words[strlen (words) - strlen ("…")] = '\0';
  g_strstrip (words);

  for (guint i = 0; i < record->refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (record->refs, PlxSentenceRef, i);
      g_autofree char *sentence = NULL;

      if (!plx_passages_is_shown (self->matter->passages, ref))
        continue;
      sentence = plx_analysis_dup_sentence (self->matter->analysis, ref);
      if (strstr (sentence, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static char *
shorten (char *sentence)
{
  g_autofree char *start = NULL;
  char *space;

  if (g_utf8_strlen (sentence, -1) <= MAX_LABEL)
    return g_strdup (sentence);

  start = g_utf8_substring (sentence, 0, MAX_LABEL);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';

  return g_strconcat (start, "…", NULL);
}

/**
 * plx_telling_label:
 * @self: a telling
 * @claim: a claim
 *
 * Returns: (transfer full): in a few words what it is about; none of a sentence that is hidden
 */
char *
plx_telling_label (PlxSheetTelling     *self,
                   const PlxSheetClaim *claim)
{
  const PlxClaimRecord *record = record_of (self, claim);
  g_autofree char *sentence = NULL;
  g_autofree char *label = NULL;

  if (record->label != NULL && *record->label != '\0' &&
      (claim->n_hidden == 0 || label_is_shown (self, record)))
    return plx_marks_plain (record->label);

  sentence = plx_analysis_dup_sentence (self->matter->analysis, first_shown (self, claim));
  label = shorten (g_strstrip (sentence));

  return plx_marks_plain (label);
}

/* “claim 3”, which leads to it where the sheet has it. */
char *
plx_telling_claim (PlxSheetTelling     *self,
                   const PlxSheetClaim *claim)
{
  /* Translators: a claim, by its number on the sheet */
  g_autofree char *words = g_strdup_printf (_("claim %u"), claim->number);
  g_autofree char *target = g_strdup_printf ("#claim-%u", claim->number);

  return self->leads_to_claims ? plx_marks_link (words, target) : g_steal_pointer (&words);
}

/* “4 sources, 3 origins” */
char *
plx_telling_counts (const PlxSheetClaim *claim)
{
  g_autofree char *sources =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", claim->n_sources),
                     claim->n_sources);
  g_autofree char *origins =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u origin", "%u origins",
                                  claim->n_independent), claim->n_independent);

  /* Translators: “4 sources, 3 origins” */
  return g_strdup_printf (_("%s, %s"), sources, origins);
}

static char *
dup_kinds (PlxSheetTelling      *self,
           const PlxClaimRecord *record)
{
  GString *words = g_string_new (NULL);
  guint seen = 0;

  for (guint i = 0; i < record->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (record->differences, i);
      g_autofree char *kind = NULL;

      if ((seen & (1u << difference->kind)) != 0 ||
          plx_sheet_saying_count (difference, self->matter->passages) < 2)
        continue;
      kind = g_utf8_strdown (plx_words_difference (difference->kind), -1);
      g_string_append (words, seen != 0 ? _(", ") : "");
      g_string_append (words, kind);
      seen |= 1u << difference->kind;
    }

  return g_string_free_and_steal (words);
}

/**
 * plx_telling_agreement:
 * @self: a telling
 * @claim: a claim
 *
 * Returns: (transfer full): as a glyph and in words whether its sources agree, how many they are
 *   and from how many origins
 */
char *
plx_telling_agreement (PlxSheetTelling     *self,
                       const PlxSheetClaim *claim)
{
  const PlxClaimRecord *record = record_of (self, claim);
  g_autofree char *counts = plx_telling_counts (claim);
  g_autofree char *kinds = NULL;

  if (claim->n_sources < 2 && record->n_sources > 1)
    return g_strdup (_("◇ one source; the filter hides others"));
  if (claim->n_sources < 2)
    return g_strdup (_("◇ one source only"));
  if (claim->n_differences == 0)
    /* Translators: “= agree · 4 sources, 3 origins” */
    return g_strdup_printf (_("= agree · %s"), counts);

  kinds = dup_kinds (self, record);
  /* Translators: “≠ differ: place, date · 4 sources, 3 origins” */
  return g_strdup_printf (_("≠ differ: %s · %s"), kinds, counts);
}

/**
 * plx_telling_silent:
 * @self: a telling
 * @claim: a claim
 *
 * Returns: (transfer full) (element-type guint): the articles that say nothing of it; those of
 *   which the filter hides what they say are none of them, nor those of which it hides all
 */
GArray *
plx_telling_silent (PlxSheetTelling     *self,
                    const PlxSheetClaim *claim)
{
  const PlxClaimRecord *record = record_of (self, claim);
  const guint n = plx_analysis_get_n_articles (self->matter->analysis);
  GArray *silent = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0, next = 0; i < n; i++)
    {
      const guint first = next;

      while (next < record->refs->len &&
             g_array_index (record->refs, PlxSentenceRef, next).article == i)
        next++;
      if (next == first && plx_sheet_matter_shows (self->matter, i))
        g_array_append_val (silent, i);
    }

  return silent;
}

static char *
tell_sayings (PlxSheetTelling *self,
              GPtrArray       *sayings,
              guint            max_sayings,
              guint            max_cited)
{
  GString *text = g_string_new (NULL);
  const guint n = MIN (sayings->len, max_sayings);

  for (guint i = 0; i < n; i++)
    {
      const PlxSheetSaying *saying = g_ptr_array_index (sayings, i);
      g_autofree char *says = plx_marks_plain (saying->says);
      g_autofree char *citations = cite_refs (self, saying->refs, max_cited);

      g_string_append (text, i > 0 ? " · " : "");
      /* Translators: what is said, and the numbers of the sources that say so */
      g_string_append_printf (text, _("“%1$s”%2$s"), says, citations);
    }
  if (n < sayings->len)
    {
      g_string_append (text, " · ");
      /* Translators: how many other things are said besides */
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u other version",
                                                 "%u other versions", sayings->len - n),
                              sayings->len - n);
    }

  return g_string_free_and_steal (text);
}

/**
 * plx_telling_sayings:
 * @self: a telling
 * @difference: a difference
 *
 * Returns: (transfer full): what is said and by whom, those who say the same together
 */
char *
plx_telling_sayings (PlxSheetTelling           *self,
                     const PlxDifferenceRecord *difference)
{
  g_autoptr (GPtrArray) sayings = plx_sheet_find_sayings (difference, self->matter->passages);

  return tell_sayings (self, sayings, G_MAXUINT, MAX_CITED);
}

static char *
tell_difference (const PlxDifferenceRecord *difference,
                 const char                *sayings)
{
  g_autofree char *kind = plx_marks_dress (plx_words_difference (difference->kind),
                                           PLX_DRESS_BOLD);
  g_autofree char *about = NULL;

  if (difference->about == NULL || *difference->about == '\0')
    /* Translators: a kind of difference, as “Number”, and who says what */
    return g_strdup_printf (_("%1$s: %2$s"), kind, sayings);

  about = plx_marks_plain (difference->about);
  /* Translators: a kind of difference, as “Number”, what it is about, and who says what */
  return g_strdup_printf (_("%1$s – %2$s: %3$s"), kind, about, sayings);
}

/* “Number – how many came: “forty”¹ · “fifty”²”; of many versions and sources the first. */
char *
plx_telling_difference (PlxSheetTelling           *self,
                        const PlxDifferenceRecord *difference)
{
  g_autoptr (GPtrArray) sayings = plx_sheet_find_sayings (difference, self->matter->passages);
  g_autofree char *words = tell_sayings (self, sayings, MAX_SAYINGS, MAX_CITED_SHORT);

  return tell_difference (difference, words);
}

/**
 * plx_telling_difference_between:
 * @self: a telling
 * @difference: a difference
 * @left: an article
 * @right: another
 *
 * Returns: (transfer full) (nullable): the difference in words as far as it is one of these two, or
 *   `NULL` where they say the same or one of them nothing
 */
char *
plx_telling_difference_between (PlxSheetTelling           *self,
                                const PlxDifferenceRecord *difference,
                                guint                      left,
                                guint                      right)
{
  g_autoptr (GPtrArray) sayings = plx_sheet_find_sayings (difference, self->matter->passages);
  g_autofree char *words = NULL;
  gboolean has_left = FALSE, has_right = FALSE;

  for (guint i = sayings->len; i > 0; i--)
    {
      const PlxSheetSaying *saying = g_ptr_array_index (sayings, i - 1);

      for (guint j = saying->refs->len; j > 0; j--)
        {
          const guint32 article = g_array_index (saying->refs, PlxSentenceRef, j - 1).article;

          has_left |= article == left;
          has_right |= article == right;
          if (article != left && article != right)
            g_array_remove_index (saying->refs, j - 1);
        }
      if (saying->refs->len == 0)
        g_ptr_array_remove_index (sayings, i - 1);
    }
  if (sayings->len < 2 || !has_left || !has_right)
    return NULL;

  words = tell_sayings (self, sayings, G_MAXUINT, MAX_CITED);

  return tell_difference (difference, words);
}

char *
plx_telling_hidden (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sentence is hidden by the filter.",
                                       "%u sentences are hidden by the filter.", n), n);
}
