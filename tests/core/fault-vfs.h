/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultKind:
 *
 * What is asked of a disk. Those that are counted and refused are chosen as a set of bits.
 */
typedef enum
{
  FAULT_OPEN = 1 << 0,
  FAULT_READ = 1 << 1,
  FAULT_WRITE = 1 << 2,
  FAULT_TRUNCATE = 1 << 3,
  FAULT_SYNC = 1 << 4,
  FAULT_DELETE = 1 << 5,
  FAULT_SHM_MAP = 1 << 6,
  FAULT_SHM_LOCK = 1 << 7,
} FaultKind;

#define FAULT_ALL_BUT_READ (0xff & ~FAULT_READ)

/* A layer over SQLite's access to files which does what disks do when they fail. It becomes the
 * default for all files opened from then on. Nothing waits for the disk: only programs die in
 * these tests, the power does not fail. */
void        fault_vfs_install       (void);

/* Counts what is asked of the kinds @kinds from now on, and refuses the @nth (from 1), once; with
 * 0 none. @full makes it a full disk, else an I/O error. */
void        fault_vfs_arm           (guint     kinds,
                                     guint     nth,
                                     gboolean  full);
guint       fault_vfs_get_n_calls   (void);

/* What was refused since it was armed: nullable. */
const char *fault_vfs_get_refused   (void);

/* From now on no file may grow. */
void        fault_vfs_set_full      (gboolean  full);

/* From now on no file can be opened for writing. */
void        fault_vfs_set_read_only (gboolean  read_only);

/* How often this thread asked anything of the disk since then. */
void        fault_vfs_watch_thread  (GThread  *thread);
guint       fault_vfs_get_n_watched (void);

G_END_DECLS
