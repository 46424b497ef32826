/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxHttpHead:
 * @status: the status, such as 200, or 0 where there is none
 * @content_type: (nullable): without its parameters, in small letters
 * @charset: (nullable): the encoding that it claims
 * @coding: (nullable): how the content is compressed, in small letters
 * @chunked: whether the content comes in chunks
 * @length: bytes of the head, the blank line included
 *
 * The head of an answer of a web server.
 */
typedef struct
{
  guint     status;
  char     *content_type;
  char     *charset;
  char     *coding;
  gboolean  chunked;
  gsize     length;
} PlxHttpHead;

/**
 * PlxHttpResult:
 * @PLX_HTTP_DONE: the content is there
 * @PLX_HTTP_BROKEN: it breaks off, or is wrong; what could be read of it is there
 * @PLX_HTTP_TOO_LARGE: it grows beyond all measure
 * @PLX_HTTP_UNKNOWN: it is compressed in a way that we do not know
 *
 * What came of undoing how a content was sent.
 */
typedef enum
{
  PLX_HTTP_DONE,
  PLX_HTTP_BROKEN,
  PLX_HTTP_TOO_LARGE,
  PLX_HTTP_UNKNOWN,
} PlxHttpResult;

gboolean      plx_http_head_read     (PlxHttpHead *self,
                                      const char  *data,
                                      gsize        length);
void          plx_http_head_set_type (PlxHttpHead *self,
                                      const char  *value);
void          plx_http_head_clear    (PlxHttpHead *self);

PlxHttpResult plx_http_undo          (PlxHttpHead *head,
                                      GByteArray  *content,
                                      gsize        max,
                                      GByteArray  *out);

G_END_DECLS
