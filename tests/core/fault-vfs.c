/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real; /* behind this struct, in the same piece of memory */
} FaultFile;

typedef struct
{
  GMutex       mutex;
  sqlite3_vfs *real;
  guint        kinds;
  guint        nth;
  guint        n_calls;
  gboolean     as_full;
  const char  *refused;
  gboolean     is_full;
  gboolean     is_read_only;
  GThread     *watched;
  guint        n_watched;
} Faults;

static Faults faults;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

/* Whether this call is the one to be refused. */
static gboolean
is_refused (FaultKind   kind,
            const char *name)
{
  gboolean refused = FALSE;

  g_mutex_lock (&faults.mutex);
  if (g_thread_self () == faults.watched)
    faults.n_watched++;
  if ((faults.kinds & kind) != 0 && ++faults.n_calls == faults.nth)
    {
      faults.refused = name;
      refused = TRUE;
    }
  g_mutex_unlock (&faults.mutex);

  return refused;
}

static int
fault_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
fault_read (sqlite3_file  *file,
            void          *buffer,
            int            n,
            sqlite3_int64  at)
{
  if (is_refused (FAULT_READ, "read"))
    return SQLITE_IOERR_READ;

  return real_of (file)->pMethods->xRead (real_of (file), buffer, n, at);
}

static int
fault_write (sqlite3_file  *file,
             const void    *buffer,
             int            n,
             sqlite3_int64  at)
{
  sqlite3_int64 size = 0;

  if (is_refused (FAULT_WRITE, "write"))
    return faults.as_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;

  if (faults.is_full && real_of (file)->pMethods->xFileSize (real_of (file), &size) == SQLITE_OK &&
      at + n > size)
    return SQLITE_FULL;

  return real_of (file)->pMethods->xWrite (real_of (file), buffer, n, at);
}

static int
fault_truncate (sqlite3_file  *file,
                sqlite3_int64  size)
{
  if (is_refused (FAULT_TRUNCATE, "truncate"))
    return SQLITE_IOERR_TRUNCATE;

  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  return is_refused (FAULT_SYNC, "sync") ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
fault_lock (sqlite3_file *file,
            int           lock)
{
  return real_of (file)->pMethods->xLock (real_of (file), lock);
}

static int
fault_unlock (sqlite3_file *file,
              int           lock)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), lock);
}

static int
fault_check_reserved_lock (sqlite3_file *file,
                           int          *is)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), is);
}

static int
fault_file_control (sqlite3_file *file,
                    int           op,
                    void         *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), op, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
fault_shm_map (sqlite3_file   *file,
               int             region,
               int             size,
               int             extend,
               void volatile **map)
{
  if (is_refused (FAULT_SHM_MAP, "mapping of shared memory"))
    return SQLITE_IOERR_SHMMAP;

  if (faults.is_read_only)
    return SQLITE_CANTOPEN;

  return real_of (file)->pMethods->xShmMap (real_of (file), region, size, extend, map);
}

static int
fault_shm_lock (sqlite3_file *file,
                int           offset,
                int           n,
                int           flags)
{
  if ((flags & SQLITE_SHM_LOCK) != 0 && is_refused (FAULT_SHM_LOCK, "lock of shared memory"))
    return SQLITE_IOERR_SHMLOCK;

  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
fault_shm_unmap (sqlite3_file *file,
                 int           remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved_lock,
  .xFileControl = fault_file_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs  *vfs,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int rc;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (self + 1);
  if (is_refused (FAULT_OPEN, "opening of a file"))
    return SQLITE_CANTOPEN;

  if (faults.is_read_only)
    {
      if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
        return SQLITE_CANTOPEN;
      flags &= ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
      flags |= SQLITE_OPEN_READONLY;
    }

  rc = faults.real->xOpen (faults.real, name, self->real, flags, out_flags);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;

  return rc;
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *name,
              int          sync_folder)
{
  if (is_refused (FAULT_DELETE, "removal of a file"))
    return SQLITE_IOERR_DELETE;

  return faults.real->xDelete (faults.real, name, 0);
}

void
fault_vfs_install (void)
{
  static sqlite3_vfs vfs;

  faults.real = sqlite3_vfs_find (NULL);
  memcpy (&vfs, faults.real, sizeof vfs);
  vfs.zName = "fault";
  vfs.szOsFile = sizeof (FaultFile) + faults.real->szOsFile;
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

void
fault_vfs_arm (guint    kinds,
               guint    nth,
               gboolean full)
{
  g_mutex_lock (&faults.mutex);
  faults.kinds = kinds;
  faults.nth = nth;
  faults.as_full = full;
  faults.n_calls = 0;
  faults.refused = NULL;
  g_mutex_unlock (&faults.mutex);
}

guint
fault_vfs_get_n_calls (void)
{
  return faults.n_calls;
}

const char *
fault_vfs_get_refused (void)
{
  return faults.refused;
}

void
fault_vfs_set_full (gboolean full)
{
  faults.is_full = full;
}

void
fault_vfs_set_read_only (gboolean read_only)
{
  faults.is_read_only = read_only;
}

void
fault_vfs_watch_thread (GThread *thread)
{
  g_mutex_lock (&faults.mutex);
  faults.watched = thread;
  faults.n_watched = 0;
  g_mutex_unlock (&faults.mutex);
}

guint
fault_vfs_get_n_watched (void)
{
  return faults.n_watched;
}
