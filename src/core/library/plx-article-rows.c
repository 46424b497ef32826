/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-rows.h"

#include <string.h>

#include "library/plx-body.h"
#include "library/plx-document-json.h"
#include "library/plx-merge.h"
#include "library/plx-trash-rows.h"

/* The columns of a field, in the order of PlxField. */
#define FIELD_COLUMNS "headline, standfirst, author, outlet, published, language, address," \
                      " section, agency, dateline"
#define FIELDS_OF_ARTICLE "a.headline, a.standfirst, a.author, a.outlet, a.published, a.language," \
                          " a.address, a.section, a.agency, a.dateline"

G_STATIC_ASSERT (PLX_N_FIELDS == 10);

/* What a document is made of, in the order in which it is read. */
#define COLUMNS \
  "a.source, a.format, b.packed, " FIELDS_OF_ARTICLE ", a.added, lower(hex(o.sha256)), o.size," \
  " a.original_is_record"

enum
{
  COLUMN_SOURCE,
  COLUMN_FORMAT,
  COLUMN_BODY,
  COLUMN_FIRST_FIELD,
  COLUMN_ADDED = COLUMN_FIRST_FIELD + PLX_N_FIELDS,
  COLUMN_SHA256,
  COLUMN_SIZE,
  COLUMN_IS_RECORD,
};

/* What is not known stays so: articles of earlier releases have none of it. */
static void
add_provenance (PlxDocument  *document,
                PlxDbRequest *statement)
{
  const gboolean has_original = sqlite3_column_type (statement, COLUMN_SIZE) != SQLITE_NULL;
  g_autofree char *sha256 = has_original ? plx_statement_dup_text (statement, COLUMN_SHA256) : NULL;
  const gint64 added = sqlite3_column_int64 (statement, COLUMN_ADDED);
  g_autoptr (PlxProvenance) provenance = NULL;

  if (added == 0 && sha256 == NULL)
    return;

  provenance = plx_provenance_new (added, sha256,
                                   MAX (sqlite3_column_int64 (statement, COLUMN_SIZE), 0),
                                   sqlite3_column_int64 (statement, COLUMN_IS_RECORD) != 0);
  plx_document_set_provenance (document, provenance);
}

static PlxDocument *
document_from_row (PlxDbRequest *statement)
{
  g_autofree char *source = plx_statement_dup_text (statement, COLUMN_SOURCE);
  g_autofree char *format = plx_statement_dup_text (statement, COLUMN_FORMAT);
  g_autoptr (PlxBody) body =
    plx_body_new_unpacked (sqlite3_column_blob (statement, COLUMN_BODY),
                           sqlite3_column_bytes (statement, COLUMN_BODY), NULL);
  g_autofree char *text = NULL;
  PlxDocumentColumns columns = { source, format };
  char *fields[PLX_N_FIELDS];
  PlxDocument *document;

  if (body == NULL)
    return NULL;

  text = g_utf8_make_valid (body->text, body->text_length);
  columns.found = body->found;
  columns.blocks = body->blocks;
  columns.others = body->others;
  columns.text = text;
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    columns.fields[i] = fields[i] = plx_statement_dup_text (statement, COLUMN_FIRST_FIELD + i);

  document = plx_document_from_columns (&columns);
  if (document != NULL)
    add_provenance (document, statement);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    g_free (fields[i]);

  return document;
}

/**
 * plx_rows_read_document:
 * @db: a connection
 * @article: an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article's document, or `NULL` on error
 */
PlxDocument *
plx_rows_read_document (PlxDb   *db,
                        gint64   article,
                        GError **error)
{
  const char *doing = "Reading an article";
  g_autoptr (PlxDbRequest) statement = NULL;
  PlxDocument *document;
  int rc;

  statement = plx_db_prepare (db, doing, "SELECT " COLUMNS " FROM article a"
                              " LEFT JOIN body b ON b.id = a.body"
                              " LEFT JOIN original o ON o.id = a.origin WHERE a.id = ?", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, article);
  rc = sqlite3_step (statement);

  if (rc == SQLITE_DONE)
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                   "%s: the library has no article %" G_GINT64_FORMAT, doing, article);
      return NULL;
    }

  if (rc != SQLITE_ROW)
    {
      plx_db_take_error (db, doing, error);
      return NULL;
    }

  if (!(document = document_from_row (statement)))
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
                 "%s: the record of article %" G_GINT64_FORMAT " in %s is damaged",
                 doing, article, db->path);

  return document;
}

/**
 * plx_rows_list_memberships:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxMembership) (nullable): which story has which article,
 *   by article; or `NULL` on error
 */
GArray *
plx_rows_list_memberships (PlxDb   *db,
                           GError **error)
{
  const char *doing = "Listing the articles";
  g_autoptr (GArray) memberships = g_array_new (FALSE, FALSE, sizeof (PlxMembership));
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, doing, "SELECT sa.article, sa.story FROM story_article sa"
                              " JOIN article a ON a.id = sa.article AND a.trashed IS NULL"
                              " JOIN story s ON s.id = sa.story AND s.trashed IS NULL"
                              " ORDER BY sa.article, sa.story", error);
  if (statement == NULL)
    return NULL;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlxMembership membership = {
        .article = sqlite3_column_int64 (statement, 0),
        .story = sqlite3_column_int64 (statement, 1),
      };

      g_array_append_val (memberships, membership);
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, doing, error);
      return NULL;
    }

  return g_steal_pointer (&memberships);
}

/* Where the fields stand among the parameters of the two statements below. */
#define FIRST_FIELD 4
#define AFTER_FIELDS (FIRST_FIELD + PLX_N_FIELDS)
#define LAST_PARAMETER (AFTER_FIELDS + 1)

/* All parameters but the last, which the two statements use differently. */
static void
bind_document (PlxDbRequest *statement,
               PlxDocument  *document,
               gint64        body)
{
  sqlite3_bind_int64 (statement, 1, plx_document_get_day (document));
  plx_statement_bind_text (statement, 2, document->source);
  plx_statement_bind_text (statement, 3, document->format);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    plx_statement_bind_text (statement, FIRST_FIELD + i, document->fields[i]);
  sqlite3_bind_int64 (statement, AFTER_FIELDS, body);
}

static gboolean
find_digest (PlxDb       *db,
             const char  *digest,
             gint64      *article,
             GError     **error)
{
  const char *doing = "Looking for an article";
  PlxDbRequest *statement;

  statement = plx_db_borrow (db, doing, "SELECT id FROM article WHERE digest = ?", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, digest);

  return plx_db_look_up (db, doing, statement, article, error);
}

/* Out of a bundle, an article has come in before. */
static gint64
get_added (PlxDocument *document)
{
  if (document->provenance != NULL && document->provenance->added != 0)
    return document->provenance->added;

  return g_get_real_time () / G_USEC_PER_SEC;
}

static gint64
insert (PlxDb              *db,
        const PlxPrepared  *prepared,
        const char         *digest,
        GError            **error)
{
  const char *doing = "Adding an article";
  PlxDocument *document = prepared->document;
  const gint64 body = plx_rows_keep_body (db, prepared->body, error);
  PlxDbRequest *statement;
  gint64 origin;

  if (body == 0 ||
      !plx_rows_keep_original (db, document->provenance, prepared->beside, body, &origin, error) ||
      (document->countries != NULL && !plx_rows_keep_counts (db, body, document->countries, error)))
    return 0;

  statement = plx_db_borrow (db, doing,
                             "INSERT INTO article (day, source, format, " FIELD_COLUMNS ","
                             " body, digest, origin, original_is_record, added)"
                             " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,"
                             " ?17,?18)", error);
  if (statement == NULL)
    return 0;

  bind_document (statement, document, body);
  plx_statement_bind_text (statement, LAST_PARAMETER, digest);
  plx_rows_bind_origin (statement, LAST_PARAMETER + 1, origin, document->provenance);
  sqlite3_bind_int64 (statement, LAST_PARAMETER + 3, get_added (document));
  if (!plx_db_finish (db, doing, statement, error))
    return 0;

  return sqlite3_last_insert_rowid (db->handle);
}

/**
 * plx_prepared_new:
 * @document: a document
 *
 * Returns: (transfer full): a document on its way into the library, of which only the digest is
 *   known
 */
PlxPrepared *
plx_prepared_new (PlxDocument *document)
{
  PlxPrepared *self = g_new0 (PlxPrepared, 1);

  self->document = plx_document_ref (document);
  self->digest = plx_document_dup_digest (document);

  return self;
}

void
plx_prepared_free (PlxPrepared *self)
{
  plx_document_unref (self->document);
  g_free (self->digest);
  g_clear_pointer (&self->body, plx_body_free);
  g_clear_pointer (&self->beside, g_bytes_unref);
  g_free (self);
}

/**
 * plx_prepared_pack:
 * @self: a document on its way
 *
 * Packs all that is to be packed, where that was not done. Any thread may do it that has the
 * document for itself.
 */
void
plx_prepared_pack (PlxPrepared *self)
{
  if (self->body != NULL)
    return;

  self->body = plx_body_new_for_document (self->document);
  plx_body_pack (self->body);
  self->beside = plx_original_pack_beside (self->document->provenance, self->body);
}

/* What the rules make of it has another text. */
static void
apply_rules (PlxPrepared *self,
             GPtrArray   *rules)
{
  g_autoptr (PlxDocument) ruled = plx_rules_dup_applied (rules, self->document);

  if (ruled == self->document)
    return;

  g_clear_pointer (&self->body, plx_body_free);
  g_clear_pointer (&self->beside, g_bytes_unref);
  plx_document_unref (self->document);
  self->document = g_steal_pointer (&ruled);
}

/**
 * plx_rows_add_prepared:
 * @db: a connection in a transaction
 * @prepared: a document on its way; it is packed, if it was not
 * @rules: (element-type PlxRule): what is remembered of outlets
 * @known: (out): whether it was there already
 * @n_restored: (inout): counts one more, where the article was in the trash
 * @error: return location for an error
 *
 * Makes an article of a document and the rules, or finds the one that was made of it. Its
 * digest is that of the document as it first came in: who adds a file again finds
 * the article with all that was mended in it, out of the trash where it lay there.
 *
 * Returns: the article, or 0 on error
 */
gint64
plx_rows_add_prepared (PlxDb        *db,
                       PlxPrepared  *prepared,
                       GPtrArray    *rules,
                       gboolean     *known,
                       guint        *n_restored,
                       GError      **error)
{
  gint64 article;

  if (!find_digest (db, prepared->digest, &article, error))
    return 0;

  *known = article != 0;

  /* One that came in before originals were kept gets its own now: it reads just the same. */
  if (article != 0)
    return plx_rows_restore_found (db, article, n_restored, error) &&
           plx_rows_add_original (db, article, prepared->document->provenance, error) ? article : 0;

  apply_rules (prepared, rules);
  plx_prepared_pack (prepared);

  return insert (db, prepared, prepared->digest, error);
}

/**
 * plx_rows_add_document:
 * @db: a connection in a transaction
 * @document: a document
 * @rules: (element-type PlxRule): what is remembered of outlets
 * @n_restored: (inout): counts one more, where the article was in the trash
 * @error: return location for an error
 *
 * Makes an article of a document, as plx_rows_add_prepared() does.
 *
 * Returns: the article, or 0 on error
 */
gint64
plx_rows_add_document (PlxDb        *db,
                       PlxDocument  *document,
                       GPtrArray    *rules,
                       guint        *n_restored,
                       GError      **error)
{
  g_autoptr (PlxPrepared) prepared = plx_prepared_new (document);
  gboolean known;

  return plx_rows_add_prepared (db, prepared, rules, &known, n_restored, error);
}

/* Whether the article reads now as the document does. */
static gboolean
is_state (PlxDb        *db,
          gint64        article,
          PlxDocument  *document,
          gboolean     *is,
          GError      **error)
{
  g_autoptr (PlxDocument) current = plx_rows_read_document (db, article, error);

  if (current == NULL)
    return FALSE;

  plx_document_set_provenance (current, document->provenance);
  *is = plx_document_equal (current, document);

  return TRUE;
}

/**
 * plx_rows_add_as_it_is:
 * @db: a connection in a transaction
 * @document: a document
 * @digest: that of the document as it first came in, wherever that was
 * @error: return location for an error
 *
 * Makes an article of a document that another library had, with all that was mended in it there;
 * or finds one that reads just so. One that was mended otherwise stays beside it.
 *
 * Returns: the article, or 0 on error
 */
gint64
plx_rows_add_as_it_is (PlxDb        *db,
                       PlxDocument  *document,
                       const char   *digest,
                       GError      **error)
{
  g_autoptr (PlxPrepared) prepared = plx_prepared_new (document);
  g_autofree char *key = g_strdup (digest);

  plx_prepared_pack (prepared);
  for (guint n = 2;; n++)
    {
      gboolean is = FALSE;
      gint64 article;

      if (!find_digest (db, key, &article, error) ||
          (article != 0 && !is_state (db, article, document, &is, error)))
        return 0;

      if (article == 0)
        return insert (db, prepared, key, error);
      if (is)
        return plx_rows_restore_found (db, article, NULL, error) &&
               plx_rows_add_original (db, article, document->provenance, error) ? article : 0;

      g_free (key);
      key = g_strdup_printf ("%s-%u", digest, n);
    }
}

/**
 * plx_rows_dup_digest:
 * @db: a connection
 * @article: an article that there is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the digest of its document as it first came in, or `NULL`
 *   on error
 */
char *
plx_rows_dup_digest (PlxDb   *db,
                     gint64   article,
                     GError **error)
{
  const char *doing = "Reading an article";
  g_autoptr (PlxDbRequest) statement = NULL;
  char *digest = NULL;

  statement = plx_db_prepare (db, doing, "SELECT digest FROM article WHERE id = ?", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, article);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autofree char *key = plx_statement_dup_text (statement, 0);
      char *end = key != NULL ? strchr (key, '-') : NULL;

      /* Of several that came in alike, those after the first are numbered. */
      digest = end != NULL ? g_strndup (key, end - key) : g_steal_pointer (&key);
    }
  if (digest == NULL)
    plx_db_take_error (db, doing, error);

  return digest;
}

/**
 * plx_rows_set_document:
 * @db: a connection in a transaction
 * @article: an article
 * @document: its text and metadata from now on
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_set_document (PlxDb        *db,
                       gint64        article,
                       PlxDocument  *document,
                       GError      **error)
{
  const char *doing = "Changing an article";
  g_autoptr (PlxBody) body = plx_body_new_for_document (document);
  const gint64 kept = plx_rows_keep_body (db, body, error);
  g_autoptr (PlxDbRequest) statement = NULL;

  if (kept == 0)
    return FALSE;

  statement = plx_db_prepare (db, doing,
                              "UPDATE article SET (day, source, format, " FIELD_COLUMNS ","
                              " body) ="
                              " (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)"
                              " WHERE id = ?15", error);
  if (statement == NULL)
    return FALSE;

  bind_document (statement, document, kept);
  sqlite3_bind_int64 (statement, LAST_PARAMETER, article);
  if (!plx_db_finish (db, doing, statement, error))
    return FALSE;

  if (sqlite3_changes (db->handle) > 0)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
               "%s: the library has no article %" G_GINT64_FORMAT, doing, article);

  return FALSE;
}
