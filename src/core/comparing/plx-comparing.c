/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-comparing"

#include "config.h"

#include "comparing/plx-comparing.h"

#include "comparing/plx-claims.h"
#include "comparing/plx-copies.h"
#include "comparing/plx-independence.h"
#include "countries/plx-statements.h"
#include "language/plx-language.h"

/* An article on its way through the comparison. */
typedef struct
{
  PlxAnnotation *annotation;
  char          *digest; /* decides its place, so that the order in which it came does not */
  guint          given;  /* its place among those given */
} Entrant;

static void
entrant_free (gpointer data)
{
  Entrant *entrant = data;

  g_clear_pointer (&entrant->annotation, plx_annotation_free);
  g_free (entrant->digest);
  g_free (entrant);
}

static int
compare_entrants (gconstpointer x,
                  gconstpointer y)
{
  const Entrant *a = *(Entrant * const *) x, *b = *(Entrant * const *) y;
  int order = g_strcmp0 (a->digest, b->digest);

  return order != 0 ? order : (a->given > b->given) - (a->given < b->given);
}

static GPtrArray *
annotate (GPtrArray     *documents,
          PlxNamings    *namings,
          PlxProgress   *progress,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) entrants = g_ptr_array_new_with_free_func (entrant_free);

  plx_progress_enter (progress, 0, PLX_DONE_BEFORE_NAMES);
  for (guint i = 0; i < documents->len; i++)
    {
      PlxDocument *document = g_ptr_array_index (documents, i);
      Entrant *entrant;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      plx_progress_report (progress, i, documents->len);
      entrant = g_new0 (Entrant, 1);
      entrant->annotation = plx_language_annotate (document);
      if (namings != NULL)
        plx_namings_apply (namings, i, entrant->annotation);
      entrant->digest = plx_document_dup_digest (document);
      entrant->given = i;
      g_ptr_array_add (entrants, entrant);
    }
  g_ptr_array_sort (entrants, compare_entrants);

  return g_steal_pointer (&entrants);
}

/* From the place of an article in the comparison to its place among those given. */
static void
restore_ref (PlxSentenceRef *ref,
             GPtrArray      *entrants)
{
  if (ref->article != PLX_NONE)
    ref->article = ((Entrant *) g_ptr_array_index (entrants, ref->article))->given;
}

static int
compare_refs (gconstpointer x,
              gconstpointer y)
{
  const PlxSentenceRef *a = x, *b = y;

  if (a->article != b->article)
    return a->article < b->article ? -1 : 1;

  return a->sentence < b->sentence ? -1 : a->sentence > b->sentence;
}

/* A sentence with what is told of it beside, so that both are sorted together. */
typedef struct
{
  PlxSentenceRef ref;
  guint32        origin;
  char          *says;
} Told;

static void
restore_claim (PlxClaimRecord *claim,
               GPtrArray      *entrants)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));

  for (guint i = 0; i < claim->refs->len; i++)
    {
      Told one = {
        .ref = g_array_index (claim->refs, PlxSentenceRef, i),
        .origin = g_array_index (claim->origin_of, guint32, i),
      };

      restore_ref (&one.ref, entrants);
      g_array_append_val (told, one);
    }
  g_array_sort (told, compare_refs);

  for (guint i = 0; i < told->len; i++)
    {
      g_array_index (claim->refs, PlxSentenceRef, i) = g_array_index (told, Told, i).ref;
      g_array_index (claim->origin_of, guint32, i) = g_array_index (told, Told, i).origin;
    }
}

static void
restore_difference (PlxDifferenceRecord *difference,
                    GPtrArray           *entrants)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));

  for (guint i = 0; i < difference->refs->len; i++)
    {
      Told one = {
        .ref = g_array_index (difference->refs, PlxSentenceRef, i),
        .says = difference->says[i],
      };

      restore_ref (&one.ref, entrants);
      g_array_append_val (told, one);
    }
  g_array_sort (told, compare_refs);

  for (guint i = 0; i < told->len; i++)
    {
      g_array_index (difference->refs, PlxSentenceRef, i) = g_array_index (told, Told, i).ref;
      difference->says[i] = g_array_index (told, Told, i).says;
    }
}

static int
compare_copies (gconstpointer x,
                gconstpointer y)
{
  const PlxCopyRecord *a = *(PlxCopyRecord * const *) x, *b = *(PlxCopyRecord * const *) y;

  if (a->article != b->article)
    return a->article < b->article ? -1 : 1;

  return a->start < b->start ? -1 : a->start > b->start;
}

static void
restore_copies (GPtrArray *copies,
                GPtrArray *entrants)
{
  for (guint i = 0; i < copies->len; i++)
    {
      PlxCopyRecord *copy = g_ptr_array_index (copies, i);

      copy->article = ((Entrant *) g_ptr_array_index (entrants, copy->article))->given;
      copy->other = ((Entrant *) g_ptr_array_index (entrants, copy->other))->given;
    }
  g_ptr_array_sort (copies, compare_copies);
}

static void
restore_order (PlxAnalysis *analysis,
               GPtrArray   *entrants)
{
  g_ptr_array_set_size (analysis->annotations, entrants->len);
  for (guint i = 0; i < entrants->len; i++)
    {
      Entrant *entrant = g_ptr_array_index (entrants, i);

      analysis->annotations->pdata[entrant->given] = g_steal_pointer (&entrant->annotation);
    }

  for (guint i = 0; i < analysis->entities->len; i++)
    restore_ref (&((PlxEntityRecord *) g_ptr_array_index (analysis->entities, i))->country_from,
                 entrants);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      PlxClaimRecord *claim = g_ptr_array_index (analysis->claims, i);

      restore_claim (claim, entrants);
      for (guint j = 0; j < claim->differences->len; j++)
        restore_difference (g_ptr_array_index (claim->differences, j), entrants);
    }

  restore_copies (analysis->copies, entrants);
}

static int
compare_said (gconstpointer x,
              gconstpointer y)
{
  const PlxStated *a = x, *b = y;

  return (a->ref.article > b->ref.article) - (a->ref.article < b->ref.article);
}

/* What is said of how countries stand, in the order of the articles as they were given; within
 * one it stays as it is. */
static void
restore_said (GArray    *said,
              GPtrArray *entrants)
{
  for (guint i = 0; i < said->len; i++)
    restore_ref (&g_array_index (said, PlxStated, i).ref, entrants);
  g_array_sort (said, compare_said);
}

/* The places of the articles among those given. */
static guint *
list_given (GPtrArray *entrants)
{
  guint *given = g_new (guint, entrants->len + 1);

  for (guint i = 0; i < entrants->len; i++)
    given[i] = ((const Entrant *) g_ptr_array_index (entrants, i))->given;

  return given;
}

static PlxAnalysis *
analyse (GPtrArray       *documents,
         PlxNamings      *namings,
         PlxCorrections  *corrections,
         PlxAsOf          as_of,
         PlxDay           day,
         PlxProgress     *progress,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (GPtrArray) entrants = annotate (documents, namings, progress, cancellable,
                                              error);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();
  g_autoptr (GPtrArray) entities = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (PlxWeave) weave = NULL;
  g_autofree guint *given = NULL;

  if (entrants == NULL)
    return NULL;

  given = list_given (entrants);
  for (guint i = 0; i < entrants->len; i++)
    g_ptr_array_add (annotations, ((Entrant *) g_ptr_array_index (entrants, i))->annotation);

  plx_progress_enter (progress, PLX_DONE_BEFORE_NAMES, PLX_DONE_BEFORE_WORDS);
  entities = plx_language_resolve_named (annotations, namings);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  plx_progress_enter (progress, PLX_DONE_BEFORE_WORDS, PLX_DONE_BEFORE_PAIRS);
  copies = plx_copies_find (annotations);
  weave = plx_weave_new (annotations, entities);
  weave->progress = progress;
  claims = plx_weave_find_claims (weave, corrections, given, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || claims == NULL)
    return NULL;

  plx_progress_enter (progress, PLX_DONE_BEFORE_CHECKS, 1);
  g_ptr_array_unref (analysis->entities);
  analysis->entities = g_steal_pointer (&entities);
  g_ptr_array_unref (analysis->claims);
  analysis->claims = g_steal_pointer (&claims);
  g_ptr_array_unref (analysis->copies);
  analysis->copies = g_steal_pointer (&copies);
  restore_order (analysis, entrants);
  plx_independence_fill (analysis);
  restore_said (weave->said, entrants);
  plx_statements_fill (analysis, weave->said, as_of, day);
  plx_progress_report (progress, 1, 1);

  return g_steal_pointer (&analysis);
}

/**
 * plx_comparing_analyse:
 * @documents: (element-type PlxDocument): the articles of a story
 * @namings: (nullable): what the user has said of their names
 * @corrections: (nullable): what the user has said of their claims
 * @as_of: on which day statements about countries are checked
 * @day: the day, where @as_of is `PLX_AS_OF_DAY`; else today, which also stands in where no
 *   article tells its date
 * @cancellable: (nullable): a cancellable
 * @error: return location for `G_IO_ERROR_CANCELLED`
 *
 * Compares the articles of a story: names, claims, differences, origins, statements.
 *
 * What it finds does not depend on the order of @documents. It may be called on any thread.
 *
 * Returns: (transfer full) (nullable): all that is found, or `NULL` on error
 */
PlxAnalysis *
plx_comparing_analyse (GPtrArray       *documents,
                       PlxNamings      *namings,
                       PlxCorrections  *corrections,
                       PlxAsOf          as_of,
                       PlxDay           day,
                       GCancellable    *cancellable,
                       GError         **error)
{
  return analyse (documents, namings, corrections, as_of, day, NULL, cancellable, error);
}

/* What the worker is given. */
typedef struct
{
  GPtrArray      *documents;
  PlxNamings     *namings;     /* nullable */
  PlxCorrections *corrections; /* nullable */
  PlxAsOf         as_of;
  PlxDay          day;
  PlxProgress    *progress;    /* nullable */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_ptr_array_unref (order->documents);
  g_clear_pointer (&order->namings, plx_namings_unref);
  g_clear_pointer (&order->corrections, plx_corrections_unref);
  g_clear_pointer (&order->progress, plx_progress_unref);
  g_free (order);
}

static void
analyse_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Order *order = data;
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis = analyse (order->documents, order->namings, order->corrections,
                                   order->as_of, order->day, order->progress, cancellable, &error);

  if (analysis != NULL)
    g_task_return_pointer (task, analysis, (GDestroyNotify) plx_analysis_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * plx_comparing_analyse_async:
 * @documents: (element-type PlxDocument): the articles of a story
 * @namings: (nullable): what the user has said of their names
 * @corrections: (nullable): what the user has said of their claims
 * @as_of: on which day statements about countries are checked
 * @day: the day, where @as_of is `PLX_AS_OF_DAY`; else today, which also stands in where no
 *   article tells its date
 * @progress: (nullable): is told how far it is
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Compares the articles of a story on another thread.
 */
void
plx_comparing_analyse_async (GPtrArray           *documents,
                             PlxNamings          *namings,
                             PlxCorrections      *corrections,
                             PlxAsOf              as_of,
                             PlxDay               day,
                             PlxProgress         *progress,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  /* The caller may change its array while the worker reads. */
  order->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (order->documents, plx_document_ref (g_ptr_array_index (documents, i)));
  order->namings = namings != NULL ? plx_namings_ref (namings) : NULL;
  order->corrections = corrections != NULL ? plx_corrections_ref (corrections) : NULL;
  order->as_of = as_of;
  order->day = day;
  order->progress = progress != NULL ? plx_progress_ref (progress) : NULL;

  g_task_set_source_tag (task, plx_comparing_analyse_async);
  g_task_set_static_name (task, "[parallax] compare a story");
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, analyse_in_thread);
}

/**
 * plx_comparing_analyse_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all that is found, or `NULL` on error
 */
PlxAnalysis *
plx_comparing_analyse_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
