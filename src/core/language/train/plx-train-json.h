/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxTrainJson:
 * @stream: where it comes from
 * @error: (nullable): why reading stopped
 * @word: the string that was read last
 * @bytes: what was read ahead
 * @at: how many of them are used
 * @n: how many they are
 *
 * A reader of a JSON file that is too large to be kept. It is asked for what should come next; once
 * anything else has come, it refuses all, and @error says why.
 */
typedef struct
{
  GInputStream *stream;
  GError       *error;
  GString      *word;
  guint8        bytes[64 * 1024];
  gsize         at;
  gsize         n;
} PlxTrainJson;

PlxTrainJson *plx_train_json_new         (GInputStream *stream);
void          plx_train_json_free        (PlxTrainJson *self);
gboolean      plx_train_json_take        (PlxTrainJson *self,
                                          char          sign);
gboolean      plx_train_json_take_or_end (PlxTrainJson *self,
                                          char          sign,
                                          char          end,
                                          gboolean     *is_end);
gboolean      plx_train_json_read_string (PlxTrainJson *self);
gboolean      plx_train_json_read_number (PlxTrainJson *self,
                                          double       *number);
gboolean      plx_train_json_skip        (PlxTrainJson *self);
gboolean      plx_train_json_refuse      (PlxTrainJson *self,
                                          const char   *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTrainJson, plx_train_json_free)

G_END_DECLS
