/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "countries/plx-relations.h"
#include "sheet/plx-sheet-filter-words.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-words.h"

/* So many sources make a part. */
#define SOURCES_PER_PART 10
/* Hexadecimal digits are read, and compared, in groups of so many. */
#define DIGITS 8
/* So many origins are named of a source. */
#define MAX_ORIGINS 6
/* Ends a line and not the paragraph. */
#define LINE_END "\u2028"

typedef struct
{
  PlxSheetTelling *telling;
  char            *title;
} Cover;

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  Cover *self = g_new0 (Cover, 1);

  self->telling = plx_telling_new (matter, plan);
  self->title = g_strdup (plan->title != NULL && *plan->title != '\0' ? plan->title
                                                                      : matter->title);

  return self;
}

static void
free_state (gpointer state)
{
  Cover *self = state;

  plx_telling_free (self->telling);
  g_free (self->title);
  g_free (self);
}

static guint
count_sources (const Cover *self)
{
  return plx_analysis_get_n_articles (self->telling->matter->analysis);
}

static guint
count_parts (gpointer state)
{
  return 2 + (count_sources (state) + SOURCES_PER_PART - 1) / SOURCES_PER_PART;
}

/* “5 sources, published 30 August 2023 – 4 September 2023 · compared on 1 October 2023” */
static char *
dup_facts (const Cover *self)
{
  PlxSheetMatter *matter = self->telling->matter;
  const guint n = count_sources (self);
  g_autofree char *sources = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source",
                                                           "%u sources", n), n);
  g_autofree char *today = plx_words_dup_day (matter->today);
  g_autofree char *days = NULL;
  GString *facts = g_string_new (sources);
  PlxDay first = 0, last = 0;

  for (guint i = 0; i < n; i++)
    {
      const PlxDay day = plx_document_get_day (plx_analysis_get_document (matter->analysis, i));

      first = first == 0 || (day != 0 && day < first) ? day : first;
      last = MAX (last, day);
    }
  days = plx_words_dup_days (first, last);

  if (*days != '\0')
    /* Translators: the day of publication, or from which to which; it follows “5 sources” */
    g_string_append_printf (facts, _(", published %s"), days);
  if (*today != '\0')
    /* Translators: the day of the comparison */
    g_string_append_printf (facts, _(" · compared on %s"), today);

  return g_string_free_and_steal (facts);
}

static void
write_marked (PlxSheetWriter *writer,
              PlxSheetStyle   style,
              const char     *marked)
{
  g_autoptr (PlxSheetText) text = plx_marks_read (marked);

  plx_sheet_writer_paragraph (writer, style, text);
}

static void
write_head (const Cover    *self,
            PlxSheetWriter *writer)
{
  g_autofree char *facts = dup_facts (self);
  g_autofree char *shown = plx_filter_words_shown (self->telling);
  g_autoptr (GPtrArray) filter = plx_filter_words_tell (self->telling);

  plx_sheet_writer_say (writer, PLX_STYLE_KICKER, _("COMPARISON OF SOURCES"));
  plx_sheet_writer_head (writer, 0, self->title, NULL);
  plx_sheet_writer_say (writer, PLX_STYLE_META, facts);
  plx_sheet_writer_say (writer, PLX_STYLE_META, shown);
  for (guint i = 0; i < filter->len; i++)
    write_marked (writer, PLX_STYLE_DETAIL, g_ptr_array_index (filter, i));
}

static void
append_line (PlxSheetText *text,
             const char   *words)
{
  if (plx_sheet_text_get_length (text) > 0)
    plx_sheet_text_append (text, LINE_END);
  plx_sheet_text_append (text, words);
}

/* “5fc951aa a20ed184 …”, so that two of them can be compared by eye. */
static char *
dup_digits (const char *digits)
{
  GString *groups = g_string_new (NULL);

  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (i > 0 && i % DIGITS == 0)
        g_string_append_c (groups, ' ');
      g_string_append_c (groups, digits[i]);
    }

  return g_string_free_and_steal (groups);
}

/* Its author and its day; what is missing of these or the outlet is said, so that nobody looks
 * for it. */
static void
append_byline (PlxSheetText *text,
               PlxDocument  *document)
{
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  const char *author = document->fields[PLX_FIELD_AUTHOR];
  g_autofree char *day = plx_words_dup_day (plx_document_get_day (document));
  g_autofree char *plain = author != NULL && *author != '\0' ? plx_marks_plain (author)
                                                             : g_strdup (_("no author named"));
  g_autofree char *line =
    g_strdup_printf ("%s · %s", plain, *day != '\0' ? day : _("no date known"));

  append_line (text, outlet != NULL && *outlet != '\0' ? "" : _("no outlet named · "));
  plx_sheet_text_append (text, line);
}

static void
append_origin (PlxSheetText         *text,
               const PlxSheetOrigin *origin)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gsize start;

  if (origin == NULL)
    return;

  if (origin->added != 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (origin->added);
      /* Translators: a day and a time, see g_date_time_format() */
      g_autofree char *added = time != NULL ? g_date_time_format (time, _("%-d %B %Y, %H:%M"))
                                            : g_strdup ("");

      /* Translators: when an article came into the library */
      g_string_append_printf (line, _("Added %s"), added);
    }
  if (origin->sha256 != NULL)
    {
      g_autofree char *size = g_format_size (origin->size);

      g_string_append (line, line->len > 0 ? " · " : "");
      if (origin->name != NULL && *origin->name != '\0')
        /* Translators: the name of a file and its size */
        g_string_append_printf (line, _("read from “%1$s”, %2$s"), origin->name, size);
      else
        g_string_append (line, size);
    }
  start = plx_sheet_text_get_length (text);
  if (line->len > 0)
    append_line (text, line->str);
  if (origin->sha256 != NULL)
    {
      g_autofree char *digits = dup_digits (origin->sha256);

      append_line (text, "SHA-256 ");
      plx_sheet_text_append_dressed (text, digits, PLX_DRESS_CODE);
    }
  plx_sheet_text_dress (text, start, plx_sheet_text_get_length (text), PLX_DRESS_SMALL);
}

/* Whom the sentences of an article that are shown name as their origin. */
static char *
dup_origins (const Cover *self,
             guint        article)
{
  PlxSheetMatter *matter = self->telling->matter;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GString *text = g_string_new (NULL);
  guint n;

  for (guint i = 0; i < matter->analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (matter->analysis, i);

      for (guint j = 0; j < MIN (claim->refs->len, claim->origin_of->len); j++)
        {
          const PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, j);
          const guint32 origin = g_array_index (claim->origin_of, guint32, j);

          if (ref.article == article && origin < g_strv_length (claim->origins) &&
              plx_telling_is_named (claim, origin) &&
              plx_passages_is_shown (matter->passages, ref) &&
              !g_ptr_array_find_with_equal_func (names, claim->origins[origin], g_str_equal, NULL))
            g_ptr_array_add (names, claim->origins[origin]);
        }
    }

  n = names->len > MAX_ORIGINS ? MAX_ORIGINS - 1 : names->len;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = plx_marks_plain (g_ptr_array_index (names, i));

      g_string_append_printf (text, "%s%s", i > 0 ? _(", ") : "", name);
    }
  if (n < names->len)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more",
                                               names->len - n), names->len - n);

  return g_string_free_and_steal (text);
}

static void
write_source (const Cover    *self,
              guint           article,
              PlxSheetWriter *writer)
{
  PlxSheetTelling *telling = self->telling;
  PlxDocument *document = plx_analysis_get_document (telling->matter->analysis, article);
  const char *title = document->fields[PLX_FIELD_HEADLINE];
  const char *address = document->fields[PLX_FIELD_ADDRESS];
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (NULL, NULL);
  g_autofree char *number = g_strdup_printf ("%u", article + 1);
  g_autofree char *id = g_strdup_printf ("source-%u", article + 1);
  g_autofree char *origins = dup_origins (self, article);
  g_autofree char *name = plx_marks_plain (telling->sources[article]);

  plx_sheet_text_append_dressed (text, name, PLX_DRESS_BOLD);
  if (title != NULL && !g_str_equal (title, telling->sources[article]))
    {
      g_autofree char *plain = plx_marks_plain (title);

      append_line (text, "");
      plx_sheet_text_append_dressed (text, plain, PLX_DRESS_ITALIC);
    }
  append_byline (text, document);
  if (address != NULL && *address != '\0')
    {
      append_line (text, "");
      plx_sheet_text_append_link (text, address, address);
    }
  if (*origins != '\0')
    {
      /* Translators: followed by whom an article has its reports from */
      g_autofree char *line = g_strdup_printf (_("Takes from: %s"), origins);

      append_line (text, line);
    }
  append_origin (text, plx_sheet_matter_get_origin (telling->matter, article));
  if (!plx_sheet_matter_shows (telling->matter, article))
    append_line (text, _("All its passages are hidden by the filter."));

  /* A source is compared by eye, digit by digit: nobody should have to turn the page for it. */
  plx_sheet_writer_begin_group (writer);
  plx_sheet_writer_list_item (writer, number, text, id);
  plx_sheet_writer_end_group (writer);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
write_tables (PlxSheetMatter *matter,
              PlxSheetWriter *writer)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (matter->tables == NULL || g_hash_table_size (matter->tables) == 0)
    return;

  ids = g_hash_table_get_keys_as_ptr_array (matter->tables);
  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      g_string_append_printf (line, "%s%s %s", i > 0 ? _(", ") : "", id,
                              (const char *) g_hash_table_lookup (matter->tables, id));
    }
  {
    /* Translators: followed by the names of tables and rules, each with its version */
    g_autofree char *words = g_strdup_printf (_("Versions of tables and rules: %s."), line->str);

    plx_sheet_writer_say (writer, PLX_STYLE_META, words);
  }
}

/* By what it was made, so that it can be made again. */
static void
write_making (const Cover    *self,
              PlxSheetWriter *writer)
{
  PlxSheetMatter *matter = self->telling->matter;
  const PlxRelationInfo *relation = plx_relation_lookup (matter->filter->relation);
  /* Translators: %s is the program with its version */
  g_autofree char *version = g_strdup_printf (_("Made with %s."), matter->engine);

  plx_sheet_writer_head (writer, 2, _("How to read this sheet"), NULL);
  plx_sheet_writer_say (writer, PLX_STYLE_META,
                        _("Small figures are the numbers of the sources above; ¶ is the paragraph "
                          "of the article. = sources agree, ≠ they differ, ◇ only one says so. An "
                          "origin is whom sources have a claim from: those who have it from the "
                          "same one, or from each other, count as one. Nothing here says what is "
                          "true: it says who says what, and what the record says."));
  if (relation != NULL && relation->as_of != 0)
    {
      g_autofree char *day = plx_words_dup_day (relation->as_of);
      /* Translators: a treaty or bloc, and the day on which our table of it was gone over */
      g_autofree char *table = g_strdup_printf (_("Record of how countries stand: %s, table as of "
                                                  "%s."), relation->title, day);

      plx_sheet_writer_say (writer, PLX_STYLE_META, table);
    }
  plx_sheet_writer_say (writer, PLX_STYLE_META, version);
  write_tables (matter, writer);
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  const Cover *self = state;
  const guint first = (MAX (part, 1) - 1) * SOURCES_PER_PART;

  if (part == 0)
    {
      write_head (self, writer);
      return;
    }
  if (part + 1 == count_parts (state))
    {
      write_making (self, writer);
      return;
    }

  if (part == 1)
    plx_sheet_writer_head (writer, 1, _("Sources"), "sources");
  for (guint i = first; i < MIN (first + SOURCES_PER_PART, count_sources (self)); i++)
    write_source (self, i, writer);
}

const PlxSheetSection plx_sheet_section_cover = {
  .id = "cover",
  .title = N_("Cover"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
