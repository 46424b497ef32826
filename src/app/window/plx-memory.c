/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-memory"

#include "config.h"

#include "window/plx-memory.h"

#ifdef __GLIBC__
#include <malloc.h>

/* As much as the C library takes: a picture of a large screen. */
#define LARGEST_PICTURE (32 * 1024 * 1024)

/* What a frame frees, and the next one needs again. */
#define KEPT (64 * 1024 * 1024)
#endif

/**
 * plx_memory_keep_pictures:
 *
 * Lets the program keep the memory of the pictures that each frame is drawn from.
 *
 * A renderer without a graphics card makes some pictures of the size of the window for a frame and
 * frees them again. The C library gives such large ones back to the kernel, and what the kernel
 * needs to hand out fresh pages for the next frame is about half of the frame. To be called before
 * there are threads; where the C library is another one, it does nothing.
 */
void
plx_memory_keep_pictures (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGEST_PICTURE);
  mallopt (M_TRIM_THRESHOLD, KEPT);
#endif
}
