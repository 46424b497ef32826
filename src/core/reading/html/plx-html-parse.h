/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

htmlDocPtr plx_html_parse (GBytes      *bytes,
                           const char  *name,
                           GError     **error);

G_END_DECLS
