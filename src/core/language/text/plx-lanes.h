/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Before a function that adds up long rows of numbers: where the processor has wider registers, it
 * uses them. What comes out is the same to the last bit, as long as each sum is added up in the
 * same order in each lane. */
#if defined (__x86_64__) && defined (__GLIBC__) && !defined (__SANITIZE_ADDRESS__)
#define PLX_WIDE_REGISTERS __attribute__ ((target_clones ("avx2", "default")))
#else
#define PLX_WIDE_REGISTERS
#endif

/* Numbers that are added at once; they stand anywhere. */
#define PLX_LANES 8
typedef float PlxLanes __attribute__ ((vector_size (PLX_LANES * sizeof (float)),
                                       aligned (sizeof (float)), may_alias));
