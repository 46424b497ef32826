/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-json-ld"

#include "config.h"

#include "reading/html/plx-json-ld.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "reading/tables/plx-bulk-values.h"
#include "reading/article/plx-draft.h"

/* Objects looked at in one script; a page that has more has not an article among them. */
#define MAX_OBJECTS 500

/* Deeper than any real page; the parser goes down by recursion. */
#define MAX_DEPTH 100

PlxJsonLd *
plx_json_ld_new (void)
{
  return g_new0 (PlxJsonLd, 1);
}

void
plx_json_ld_free (PlxJsonLd *self)
{
  g_free (self->headline);
  g_free (self->author);
  g_free (self->outlet);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->description);
  g_free (self->body);
  g_free (self->section);
  g_free (self->trail);
  g_free (self->credit);
  g_free (self->language);
  g_free (self->address);
  g_free (self);
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/* Linked data often holds entities, some of them twice: “&amp;#8217;”. */
static char *
dup_text (const char *value)
{
  g_autofree char *text = plx_text_squash (value, -1);

  for (guint i = 0; i < 2 && strchr (text, '&') != NULL; i++)
    {
      char *clean = plx_bulk_clean_text (text);

      g_free (text);
      text = clean;
    }

  return g_steal_pointer (&text);
}

/* Fills an empty field. */
static void
fill (char       **field,
      const char  *value)
{
  g_autofree char *squashed = NULL;

  if (*field != NULL || value == NULL)
    return;

  squashed = dup_text (value);
  if (*squashed != '\0')
    *field = g_steal_pointer (&squashed);
}

static void
add_name (GString    *names,
          const char *name)
{
  g_autofree char *squashed = dup_text (name);

  if (*squashed == '\0' || strstr (squashed, "://") != NULL || strlen (squashed) > 120 ||
      strstr (names->str, squashed) != NULL)
    return;
  if (names->len > 0)
    g_string_append (names, ", ");
  g_string_append (names, squashed);
}

/* A person or an organisation: a name, an object with a name, or several of either. */
static char *
dup_names (JsonNode *node)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = node != NULL && JSON_NODE_HOLDS_ARRAY (node)
                ? json_array_get_length (json_node_get_array (node)) : 1;

  for (guint i = 0; node != NULL && i < MIN (n, 20); i++)
    {
      JsonNode *one = JSON_NODE_HOLDS_ARRAY (node)
                          ? json_array_get_element (json_node_get_array (node), i) : node;

      if (JSON_NODE_HOLDS_VALUE (one) && json_node_get_value_type (one) == G_TYPE_STRING)
        add_name (names, json_node_get_string (one));
      else if (JSON_NODE_HOLDS_OBJECT (one) &&
               get_string (json_node_get_object (one), "name") != NULL)
        add_name (names, get_string (json_node_get_object (one), "name"));
    }

  return names->len > 0 ? g_strdup (names->str) : NULL;
}

/* The first where there are several. */
static const char *
get_first_string (JsonObject *object,
                  const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) &&
      json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/* A step of a BreadcrumbList: its own name, or that of what it leads to. */
static const char *
get_step_name (JsonNode *node)
{
  JsonObject *object;
  JsonNode *item;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  if (get_string (object, "name") != NULL)
    return get_string (object, "name");
  item = json_object_get_member (object, "item");

  return item != NULL && JSON_NODE_HOLDS_OBJECT (item)
             ? get_string (json_node_get_object (item), "name") : NULL;
}

static void
take_trail (PlxJsonLd  *self,
            JsonObject *object)
{
  JsonNode *list = json_object_get_member (object, "itemListElement");
  g_autoptr (GString) trail = g_string_new (NULL);
  JsonArray *steps;

  if (self->trail != NULL || list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return;

  steps = json_node_get_array (list);
  for (guint i = 0; i < MIN (json_array_get_length (steps), 8); i++)
    {
      const char *name = get_step_name (json_array_get_element (steps, i));

      if (name != NULL && *name != '\0' && strlen (name) < 300)
        g_string_append_printf (trail, "%s%s", trail->len > 0 ? " › " : "", name);
    }

  if (trail->len > 0)
    fill (&self->trail, trail->str);
}

static gboolean
is_article_type (const char *type)
{
  return g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "BlogPosting") ||
         g_str_has_suffix (type, "Report") || g_str_has_suffix (type, "Posting") ||
         g_str_has_suffix (type, "Review") || g_str_has_suffix (type, "CreativeWork") ||
         g_str_has_suffix (type, "Recipe") || g_str_has_suffix (type, "Blog");
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "@type");

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          const char *type = json_node_get_string (json_array_get_element (array, i));

          if (type != NULL && is_article_type (type))
            return TRUE;
        }
      return FALSE;
    }

  return get_string (object, "@type") != NULL && is_article_type (get_string (object, "@type"));
}

static gboolean
is_page (JsonObject *object)
{
  const char *type = get_string (object, "@type");

  return type != NULL && (g_str_has_suffix (type, "WebPage") || strcmp (type, "ItemPage") == 0);
}

/* Whoever else is named as having made it. */
static void
take_credit (PlxJsonLd  *self,
             JsonObject *object)
{
  static const char *const members[] = { "creditText", "sourceOrganization", "copyrightHolder",
                                         "provider" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *names = dup_names (json_object_get_member (object, members[i]));

      fill (&self->credit, names);
    }
}

static void
take_article (PlxJsonLd  *self,
              JsonObject *object)
{
  g_autofree char *author = dup_names (json_object_get_member (object, "author"));
  g_autofree char *creator = dup_names (json_object_get_member (object, "creator"));
  g_autofree char *publisher = dup_names (json_object_get_member (object, "publisher"));

  fill (&self->headline, get_string (object, "headline"));
  fill (&self->headline, get_string (object, "name"));
  fill (&self->author, author);
  fill (&self->author, creator);
  fill (&self->outlet, publisher);
  fill (&self->published, get_string (object, "datePublished"));
  fill (&self->published, get_string (object, "dateCreated"));
  fill (&self->modified, get_string (object, "dateModified"));
  fill (&self->description, get_string (object, "description"));
  fill (&self->section, get_first_string (object, "articleSection"));
  fill (&self->language, get_first_string (object, "inLanguage"));
  fill (&self->address, get_string (object, "url"));
  take_credit (self, object);
  if (self->body == NULL)
    self->body = g_strdup (get_string (object, "articleBody"));
}

static void
push (GQueue   *queue,
      JsonNode *node)
{
  if (node != NULL && (JSON_NODE_HOLDS_ARRAY (node) || JSON_NODE_HOLDS_OBJECT (node)))
    g_queue_push_tail (queue, node);
}

static void
visit (PlxJsonLd  *self,
       GQueue     *queue,
       JsonObject *object,
       gboolean    pages)
{
  if (pages && is_page (object))
    {
      fill (&self->published, get_string (object, "datePublished"));
      fill (&self->modified, get_string (object, "dateModified"));
    }
  else if (!pages && is_article (object))
    take_article (self, object);
  if (pages && get_string (object, "@type") != NULL &&
      g_str_has_suffix (get_string (object, "@type"), "BreadcrumbList"))
    take_trail (self, object);

  push (queue, json_object_get_member (object, "@graph"));
  push (queue, json_object_get_member (object, "mainEntity"));
  push (queue, json_object_get_member (object, "mainEntityOfPage"));
  push (queue, json_object_get_member (object, "hasPart"));
  push (queue, json_object_get_member (object, "breadcrumb"));
}

/* Articles first; what only speaks of the page fills the gaps. */
static void
walk (PlxJsonLd *self,
      JsonNode  *root,
      gboolean   pages)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, root);
  for (guint i = 0; i < MAX_OBJECTS && !g_queue_is_empty (queue); i++)
    {
      JsonNode *node = g_queue_pop_head (queue);

      if (JSON_NODE_HOLDS_OBJECT (node))
        visit (self, queue, json_node_get_object (node), pages);
      else if (JSON_NODE_HOLDS_ARRAY (node))
        for (guint k = 0; k < MIN (json_array_get_length (json_node_get_array (node)), 100); k++)
          push (queue, json_array_get_element (json_node_get_array (node), k));
    }
}

/* JSON as pages have it: wrapped in comments, with raw line ends inside strings. */
static char *
clean_script (const char *script)
{
  g_autofree char *copy = g_strdup (script);
  char *start = copy;
  char *data = strstr (copy, "<![CDATA[");
  char *end;

  if (data != NULL)
    {
      start = data + strlen ("<![CDATA[");
      end = g_strrstr (start, "]]>");
      if (end != NULL)
        *end = '\0';
    }

  start += strcspn (start, "{[");
  end = start + strlen (start);
  while (end > start && end[-1] != '}' && end[-1] != ']')
    end--;
  *end = '\0';

  for (char *p = start; *p != '\0'; p++)
    if ((guchar) *p < 0x20)
      *p = ' ';

  return g_strdup (start);
}

static gboolean
is_too_deep (const char *json)
{
  guint depth = 0;

  for (; *json != '\0'; json++)
    {
      if (*json == '{' || *json == '[')
        depth++;
      else if ((*json == '}' || *json == ']') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_json_ld_add:
 * @self: what is known
 * @script: the text of a script element
 *
 * Adds what @script tells, without changing what is known already.
 */
void
plx_json_ld_add (PlxJsonLd  *self,
                 const char *script)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = clean_script (script);

  /* A script that is no JSON tells nothing, and pages have many of them. */
  if (is_too_deep (json) || !json_parser_load_from_data (parser, json, -1, NULL) ||
      json_parser_get_root (parser) == NULL)
    return;

  walk (self, json_parser_get_root (parser), FALSE);
  walk (self, json_parser_get_root (parser), TRUE);
}
