/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-db"

#include "config.h"

#include "library/plx-schema.h"

#include "library/plx-backup.h"

/* “PLX1”: tells a library from any other file of SQLite. */
#define APPLICATION_ID 0x504c5831

/* Packed texts have some 2 KiB: of small pages, much would stay empty. And the first window ever
 * need not wait for the disk: an empty library can be made again. */
#define PAGES "PRAGMA page_size = 16384;"
#define NEW_FILE PAGES "PRAGMA synchronous = OFF"

/* The text of the kept blocks of a row of `article`, which is all that is searched. Blocks count
 * bytes, as all offsets of ours do; SQLite's substr() counts bytes of blobs. */
#define KEPT_TEXT(row) \
  "coalesce((SELECT group_concat(CAST(substr(CAST(" row ".text AS BLOB)," \
  "   1 + json_extract(b.value, '$[0]')," \
  "   json_extract(b.value, '$[1]') - json_extract(b.value, '$[0]')) AS TEXT), char(10))" \
  "  FROM json_each(" row ".blocks) AS b WHERE json_extract(b.value, '$[4]')), '')"

#define FTS_REMOVE \
  "  DELETE FROM article_fts WHERE rowid = OLD.id;"

#define FTS_ADD \
  "  INSERT INTO article_fts(rowid, headline, outlet, body)" \
  "  VALUES (NEW.id, NEW.headline, NEW.outlet, " KEPT_TEXT ("NEW") ");"

/* Step i brings a library of version i to version i + 1: what is said in SQL, then the work that
 * takes more than SQL, then the rest. A step that has been released is never
 * changed. A step that alters a table of which history is kept must see to it that the images in
 * `change_row` still fit, or drop the history.
 *
 * Numbers of articles and stories are never used twice (AUTOINCREMENT): a view may still hold
 * one that is gone. In `article` the short columns stand first, so that lists read no text. */
typedef struct
{
  const char *sql;
  gboolean  (*work) (PlxDb   *self,
                     GError **error);
  const char *then;
} Step;

static const Step steps[] = {
  { "CREATE TABLE article ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  digest TEXT NOT NULL UNIQUE,"  /* of the document as it first came in */
    "  day INTEGER NOT NULL,"
    "  source TEXT,"
    "  format TEXT NOT NULL,"
    "  headline TEXT, standfirst TEXT, author TEXT, outlet TEXT, published TEXT, language TEXT,"
    "  address TEXT,"
    "  found TEXT NOT NULL CHECK (json_valid(found)),"    /* {field: where it was found} */
    /* [[start, end, role, reason, kept], …] */
    "  blocks TEXT NOT NULL CHECK (json_valid(blocks)),"
    "  text TEXT NOT NULL"
    ") STRICT;"

    "CREATE TABLE story ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  title TEXT NOT NULL,"
    "  filter TEXT NOT NULL"
    ") STRICT;"

    "CREATE TABLE story_article ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  story INTEGER NOT NULL REFERENCES story(id),"
    "  article INTEGER NOT NULL REFERENCES article(id),"
    "  position INTEGER NOT NULL,"
    "  UNIQUE (story, article)"
    ") STRICT;"
    "CREATE INDEX story_article_article ON story_article(article);"

    "CREATE TABLE analysis ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  story INTEGER NOT NULL REFERENCES story(id) ON DELETE CASCADE,"
    "  key TEXT NOT NULL,"
    "  data BLOB NOT NULL,"
    "  UNIQUE (story, key)"
    ") STRICT;"

    "CREATE TABLE change ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  label TEXT NOT NULL,"
    "  at INTEGER NOT NULL,"  /* seconds since 1970, UTC */
    "  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))"
    ") STRICT;"
    "CREATE TABLE change_row ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  change INTEGER NOT NULL REFERENCES change(id) ON DELETE CASCADE,"
    "  what TEXT NOT NULL CHECK (what IN ('insert', 'update', 'delete')),"
    "  tbl TEXT NOT NULL,"
    "  row INTEGER NOT NULL,"
    "  before TEXT CHECK (before IS NULL OR json_valid(before)),"
    "  after TEXT CHECK (after IS NULL OR json_valid(after))"
    ") STRICT;"
    "CREATE INDEX change_row_change ON change_row(change);"

    /* It has a copy of the text: FTS5 cannot read one that has to be cut out with json_each(). */
    "CREATE VIRTUAL TABLE article_fts USING fts5("
    "  headline, outlet, body, tokenize = 'unicode61 remove_diacritics 2');"
    "CREATE TRIGGER article_fts_insert AFTER INSERT ON article BEGIN" FTS_ADD " END;"
    "CREATE TRIGGER article_fts_delete AFTER DELETE ON article BEGIN" FTS_REMOVE " END;"
    "CREATE TRIGGER article_fts_update AFTER UPDATE OF headline, outlet, blocks, text ON article"
    " BEGIN" FTS_REMOVE FTS_ADD " END;" },

  /* More of what a page tells, and what two places of it tell differently. Images of older rows
   * lack these columns, which then are NULL, as they were. A block may have its place in the page
   * as a sixth value. */
  { "ALTER TABLE article ADD COLUMN section TEXT;"
    "ALTER TABLE article ADD COLUMN agency TEXT;"
    "ALTER TABLE article ADD COLUMN dateline TEXT;"
    "ALTER TABLE article ADD COLUMN others TEXT CHECK (others IS NULL OR json_valid(others));" },

  /* What is to be cut or kept in all articles of an outlet. A block may have further values: who
   * decided on it ('user', 'rule'), and the role and reason that the reader had found. */
  { "CREATE TABLE rule ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  outlet TEXT NOT NULL,"
    "  does TEXT NOT NULL CHECK (does IN ('cut', 'keep')),"
    "  looks_at TEXT NOT NULL CHECK (looks_at IN ('place', 'text')),"
    "  pattern TEXT NOT NULL,"  /* the place or the text, folded */
    "  sample TEXT NOT NULL"    /* the beginning of a block that it was made for */
    ") STRICT;" },

  /* What the user has said of names. It is gone with the story or article that it speaks of. */
  { "CREATE TABLE naming ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  scope TEXT NOT NULL CHECK (scope IN ('mention', 'article', 'story', 'library')),"
    "  article INTEGER REFERENCES article(id) ON DELETE CASCADE,"
    "  story INTEGER REFERENCES story(id) ON DELETE CASCADE,"
    "  surface TEXT NOT NULL,"
    "  start INTEGER NOT NULL,"  /* of a mention: its first byte in the article's text */
    "  is_name INTEGER NOT NULL CHECK (is_name IN (0, 1)),"
    "  entity TEXT,"
    "  kind TEXT,"
    "  country TEXT,"            /* '' for none; NULL where nothing was said */
    "  text_before TEXT, text_after TEXT,"
    "  CHECK ((article IS NOT NULL) = (scope IN ('mention', 'article'))),"
    "  CHECK ((story IS NOT NULL) = (scope = 'story'))"
    ") STRICT;"
    "CREATE INDEX naming_article ON naming(article);"
    "CREATE INDEX naming_story ON naming(story);" },

  /* What the user has said of the claims of a story, and noted on whatever it may be. Both speak
   * of sentences by their words: [[article, side, nth, text, what it says], …]. */
  { "CREATE TABLE correction ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  story INTEGER NOT NULL REFERENCES story(id) ON DELETE CASCADE,"
    "  kind TEXT NOT NULL CHECK (kind IN ('together', 'apart', 'dismiss')),"
    "  sentences TEXT NOT NULL CHECK (json_valid(sentences)),"
    "  difference TEXT,"  /* what is dismissed: its kind, and what it is about in words */
    "  about TEXT"
    ") STRICT;"
    "CREATE INDEX correction_story ON correction(story);"

    "CREATE TABLE note ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  story INTEGER REFERENCES story(id) ON DELETE CASCADE,"
    "  article INTEGER REFERENCES article(id) ON DELETE CASCADE,"
    "  subject TEXT NOT NULL CHECK (subject IN ('claim', 'text', 'entity')),"
    "  sentences TEXT CHECK (sentences IS NULL OR json_valid(sentences)),"
    "  entity TEXT,"
    "  body TEXT NOT NULL,"
    "  changed INTEGER NOT NULL,"  /* seconds since 1970, UTC */
    "  CHECK (story IS NOT NULL OR article IS NOT NULL OR entity IS NOT NULL),"
    "  CHECK (subject <> 'claim' OR (story IS NOT NULL AND sentences IS NOT NULL))"
    ") STRICT;"
    "CREATE INDEX note_story ON note(story);"
    "CREATE INDEX note_article ON note(article);" },

  /* What the user has done with the nodes of a story's graph. */
  { "CREATE TABLE placement ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  story INTEGER NOT NULL REFERENCES story(id) ON DELETE CASCADE,"
    "  entity TEXT NOT NULL,"  /* what it was called then, */
    "  names TEXT NOT NULL CHECK (json_valid(names)),"  /* and its other forms: [form, …] */
    "  kind TEXT NOT NULL,"
    "  x REAL, y REAL,"        /* NULL where it was not moved */
    "  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),"
    "  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),"
    "  CHECK ((x IS NULL) = (y IS NULL))"
    ") STRICT;"
    "CREATE INDEX placement_story ON placement(story);" },

  /* What articles were read from, byte for byte: once, however many articles were read from it.
   * No history is kept of it: an article that comes back finds it by its SHA-256, so none is ever
   * deleted. Articles that came in earlier, and images of their rows, have none of all this. */
  { "CREATE TABLE original ("
    "  id INTEGER PRIMARY KEY,"
    "  sha256 TEXT NOT NULL UNIQUE,"
    "  size INTEGER NOT NULL,"
    "  packed BLOB NOT NULL"  /* by zlib */
    ") STRICT;"
    "ALTER TABLE article ADD COLUMN added INTEGER;"  /* seconds since 1970, UTC */
    "ALTER TABLE article ADD COLUMN original TEXT;"  /* its SHA-256 */
    "ALTER TABLE article ADD COLUMN original_size INTEGER;"
    "ALTER TABLE article ADD COLUMN original_is_record INTEGER;" },

  /* What is long in an article goes into bodies, which are packed, never change, and are told by
   * their digests; the index has no text any more. No history is kept of them: an image of an
   * article has the number of its body. Originals are told by number, too, and may be packed
   * beside a body that holds much of the same. A body's countries are those that its kept text
   * mentions, as far as it has been looked at: `analysed` is the version of what looked, or 0.
   *
   * What has no spaces between words is indexed by pairs of letters, which say all that is to be
   * said of themselves. */
  { "DROP TRIGGER article_fts_insert; DROP TRIGGER article_fts_delete;"
    "DROP TRIGGER article_fts_update; DROP TABLE article_fts;"

    "CREATE TABLE body ("
    "  id INTEGER PRIMARY KEY,"
    "  digest BLOB NOT NULL UNIQUE,"
    "  analysed INTEGER NOT NULL DEFAULT 0,"
    "  packed BLOB NOT NULL"  /* by zstd: found, blocks and others as they were, and the text */
    ") STRICT;"
    "CREATE TABLE body_country ("
    "  body INTEGER NOT NULL,"
    "  country TEXT NOT NULL,"
    "  n INTEGER NOT NULL,"
    "  PRIMARY KEY (body, country)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX body_country_country ON body_country(country);"
    "CREATE INDEX body_analysed ON body(analysed);"

    "CREATE TABLE original_packed ("
    "  id INTEGER PRIMARY KEY,"
    "  sha256 BLOB NOT NULL UNIQUE,"
    "  size INTEGER NOT NULL,"
    "  body INTEGER,"         /* beside which it is packed */
    "  packed BLOB NOT NULL"  /* by zstd, or by zlib as it was before */
    ") STRICT;"
    "INSERT OR IGNORE INTO original_packed (id, sha256, size, packed)"
    " SELECT id, unhex(sha256), size, packed FROM original WHERE unhex(sha256) IS NOT NULL;"
    "DROP TABLE original;"
    "ALTER TABLE original_packed RENAME TO original;"

    "ALTER TABLE article ADD COLUMN body INTEGER REFERENCES body(id);"
    "ALTER TABLE article ADD COLUMN origin INTEGER;"  /* what it was read from */

    "CREATE VIRTUAL TABLE article_fts USING fts5("
    "  headline, outlet, author, body, content = '', contentless_delete = 1,"
    "  tokenize = 'unicode61 remove_diacritics 2');"
    "CREATE VIRTUAL TABLE article_dense USING fts5("
    "  pairs, content = '', contentless_delete = 1,"
    "  tokenize = \"unicode61 remove_diacritics 0 categories 'L* M* N* Co'\");"
    /* A leaf fills a page. Much is gathered in memory before it is written: of what is written in
     * small pieces, most is written again and again. */
    "INSERT INTO article_fts (article_fts, rank) VALUES ('pgsz', 16200), ('hashsize', 16777216);"
    "INSERT INTO article_dense (article_dense, rank) VALUES ('pgsz', 16200),"
    " ('hashsize', 16777216);",
    plx_schema_pack_bodies,
    "ALTER TABLE article DROP COLUMN text;"
    "ALTER TABLE article DROP COLUMN blocks;"
    "ALTER TABLE article DROP COLUMN found;"
    "ALTER TABLE article DROP COLUMN others;"
    "ALTER TABLE article DROP COLUMN original;"
    "ALTER TABLE article DROP COLUMN original_size;"
    "CREATE INDEX article_body ON article(body);"
    "CREATE INDEX article_day ON article(day);"
    "CREATE INDEX article_outlet ON article(outlet);"
    "CREATE INDEX article_language ON article(language);" },

  /* The trash: since when something is in it (seconds since 1970, UTC), and of an article, with
   * which story it went there. It keeps its places in stories. Lists of all articles are sorted by
   * indexes that have nothing else in them. Then what the user calls articles and stories, and how
   * a text is highlighted. Images of older rows have none of it. */
  { "ALTER TABLE story ADD COLUMN trashed INTEGER;"
    "ALTER TABLE article ADD COLUMN trashed INTEGER;"
    "ALTER TABLE article ADD COLUMN trashed_with INTEGER;"
    "CREATE INDEX story_trashed ON story(trashed) WHERE trashed IS NOT NULL;"
    "CREATE INDEX article_trashed ON article(trashed) WHERE trashed IS NOT NULL;"
    "CREATE INDEX article_trashed_with ON article(trashed_with) WHERE trashed_with IS NOT NULL;"
    "CREATE INDEX article_by_day ON article(day) WHERE trashed IS NULL;"
    "CREATE INDEX article_by_added ON article(added) WHERE trashed IS NULL;"

    "CREATE TABLE tag ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  name TEXT NOT NULL,"
    "  folded TEXT NOT NULL UNIQUE"  /* the same without regard to case and form */
    ") STRICT;"
    "CREATE TABLE tagged ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  tag INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,"
    "  article INTEGER REFERENCES article(id) ON DELETE CASCADE,"
    "  story INTEGER REFERENCES story(id) ON DELETE CASCADE,"
    "  CHECK ((article IS NULL) <> (story IS NULL))"
    ") STRICT;"
    "CREATE INDEX tagged_tag ON tagged(tag);"
    "CREATE UNIQUE INDEX tagged_article ON tagged(article, tag) WHERE article IS NOT NULL;"
    "CREATE UNIQUE INDEX tagged_story ON tagged(story, tag) WHERE story IS NOT NULL;"

    "ALTER TABLE note ADD COLUMN style TEXT;" },
};

static gboolean
set_pragma (PlxDb       *self,
            const char  *name,
            int          value,
            GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s = %d", name, value);

  return plx_db_exec (self, "Bringing the library up to date", sql, error);
}

/**
 * plx_schema_get_newest:
 *
 * Returns: the version of a library that this program makes
 */
gint64
plx_schema_get_newest (void)
{
  return G_N_ELEMENTS (steps);
}

/**
 * plx_schema_read_version:
 * @self: a connection
 * @version: (out): the version that the file says it has; also where it is too new
 * @error: return location for an error; `PLX_LIBRARY_ERROR_TOO_NEW` where this program does not
 *   know the version
 *
 * Tells whose the file is, and how old. An empty file is a library of version 0.
 *
 * Returns: whether it is a library of a version that this program knows
 */
gboolean
plx_schema_read_version (PlxDb   *self,
                         gint64  *version,
                         GError **error)
{
  const char *doing = "Opening the library";
  gint64 application, n_tables;

  if (!plx_db_get_int (self, doing, "PRAGMA user_version", version, error) ||
      !plx_db_get_int (self, doing, "PRAGMA application_id", &application, error) ||
      !plx_db_get_int (self, doing, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application != APPLICATION_ID && (n_tables > 0 || *version != 0 || application != 0))
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
                   "Opening the library: %s is another program's file; it was left as it is",
                   self->path);
      return FALSE;
    }

  if (*version < 0 || *version > (gint64) G_N_ELEMENTS (steps))
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_TOO_NEW,
                   "Opening the library: a later release of Parallax wrote %s; "
                   "it was left as it is", self->path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_steps_from (PlxDb   *self,
                 gint64   first,
                 gint64   last,
                 GError **error)
{
  const char *doing = "Bringing the library up to date";

  for (gint64 i = first; i < last; i++)
    if (!plx_db_exec (self, doing, steps[i].sql, error) ||
        (steps[i].work != NULL && !steps[i].work (self, error)) ||
        (steps[i].then != NULL && !plx_db_exec (self, doing, steps[i].then, error)))
      return FALSE;

  return set_pragma (self, "application_id", APPLICATION_ID, error) &&
         set_pragma (self, "user_version", last, error);
}

/**
 * plx_schema_make:
 * @self: a connection to an empty database
 * @version: the version that it is to have
 * @error: return location for an error
 *
 * Makes the tables of a library, of this release or an earlier one.
 *
 * Returns: whether they are there
 */
gboolean
plx_schema_make (PlxDb   *self,
                 gint64   version,
                 GError **error)
{
  return plx_db_exec (self, "Making the tables", PAGES, error) &&
         take_steps_from (self, 0, version, error);
}

/* The file as it was: whatever may be wrong with a step, it can be gone back to. Others may read
 * while this connection has the lock for writing, and so does the copy. */
static gboolean
back_up (PlxDb   *self,
         GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *path = plx_backup_make (self->path, PLX_BACKUP_UPDATE, now, NULL, error);

  g_prefix_error_literal (error, "The library has to be backed up before it is brought up to "
                          "date, and that failed. ");

  return path != NULL;
}

static gboolean
take_steps (PlxDb     *self,
            guint      last,
            gboolean   backs_up,
            GError   **error)
{
  gint64 version;

  /* Once more under the lock: another program may have been faster. */
  if (!plx_schema_read_version (self, &version, error) ||
      (backs_up && version > 0 && version < plx_schema_get_newest () && !back_up (self, error)))
    return FALSE;

  return take_steps_from (self, version, last, error);
}

static gboolean
bring_up_to_date (PlxDb     *self,
                  guint      last,
                  gboolean   backs_up,
                  GError   **error)
{
  if (!plx_db_begin (self, error))
    return FALSE;

  if (take_steps (self, last, backs_up, error))
    return plx_db_commit (self, error);

  plx_db_rollback (self);

  return FALSE;
}

static gboolean
migrate (PlxDb     *self,
         guint      version,
         gboolean   backs_up,
         GError   **error)
{
  const char *doing = "Opening the library";
  gint64 is;

  g_assert (version <= G_N_ELEMENTS (steps));

  if (!plx_schema_read_version (self, &is, error))
    return FALSE;

  /* The first window ever need not wait for the disk: an empty library can be made again. */
  if (!plx_db_exec (self, doing, is == 0 ? NEW_FILE : "PRAGMA synchronous = FULL", error) ||
      !plx_db_exec (self, doing, "PRAGMA journal_mode = WAL", error) ||
      (is < (gint64) version && !bring_up_to_date (self, version, backs_up, error)))
    return FALSE;

  /* What was saved is there after the power fails, too. It costs a flush a change, on a thread
   * that nobody waits for. */
  return plx_db_exec (self, doing, "PRAGMA synchronous = FULL", error);
}

/**
 * plx_db_migrate_to:
 * @self: a connection to a library, or to an empty file
 * @version: how old the library is to be at least
 * @error: return location for an error
 *
 * Brings the tables to a version in one transaction, for plx_db_migrate() and for tests, which
 * make old libraries by it. Nothing is written to a file that is not a library or is newer than
 * this program.
 *
 * Returns: whether they are of that version or a later one now
 */
gboolean
plx_db_migrate_to (PlxDb   *self,
                   guint    version,
                   GError **error)
{
  return migrate (self, version, FALSE, error);
}

/**
 * plx_db_migrate:
 * @self: a connection to a library of any version, or to an empty file
 * @backs_up: whether a library of an earlier version is backed up first
 * @error: return location for an error
 *
 * Brings the tables up to date, in one transaction. Nothing is written to a
 * file that is not a library or is newer than this program.
 *
 * Returns: whether the library can be used
 */
gboolean
plx_db_migrate (PlxDb     *self,
                gboolean   backs_up,
                GError   **error)
{
  return migrate (self, G_N_ELEMENTS (steps), backs_up, error);
}
