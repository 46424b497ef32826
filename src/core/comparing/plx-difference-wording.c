/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-wording"

#include "config.h"

#include <string.h>

#include "comparing/plx-assertions.h"
#include "comparing/plx-differing.h"
#include "comparing/plx-stem.h"

/* How many words a name for something has at most. */
#define MOST_WORDS 4

#define NO_FIELD G_MAXUINT

#define TELLING "how the words are told"

/* Words for the same thing that take sides, or none. A field is written as a whole, from what
 * handbooks of journalism and glossaries of conflict reporting warn of: each line of it is one way
 * to see the thing, with the words that go with it, two words joined by "_". Words of one line say
 * the same. */
typedef struct
{
  const char *about;
  const char *ways[8];
} Field;

static const Field fields[] = {
  { "what the fighting is called",
    { "war wars", "invasion invasions invaded invade invading", "military_operation operation "
      "military_operations special_operation", "conflict conflicts hostilities",
      "incursion incursions", "intervention intervened", "offensive offensives",
      "aggression" } },
  { "what the fighters are called",
    { "militants militant extremists extremist jihadists jihadist radicals",
      "terrorists terrorist", "rebels rebel insurgents insurgent guerrillas guerrilla",
      "fighters fighter combatants combatant", "gunmen gunman attackers attacker",
      "freedom_fighters freedom_fighter resistance_fighters liberators", "separatists separatist",
      "mercenaries mercenary" } },
  { "how the dead came to die",
    { "killed kill killing killings",
      "murdered murder murders murdering assassinated assassination",
      "died die dying deaths", "executed execution executions", "slaughtered massacred butchered",
      "lost_their_lives perished", "neutralised neutralized eliminated" } },
  { "what the violence is called",
    { "clash clashes clashed confrontation confrontations scuffles skirmish skirmishes",
      "massacre massacres bloodbath slaughter", "attack attacks assault assaults",
      "incident incidents", "raid raids", "crackdown repression" , "terror_attack terrorism" } },
  { "what those in the street are called",
    { "protesters protester demonstrators demonstrator marchers", "rioters rioter mob thugs "
      "looters vandals hooligans", "activists activist campaigners", "crowd crowds" } },
  { "what the street has seen",
    { "protest protests demonstration demonstrations rally rallies march marches",
      "riot riots rioting", "unrest disturbances disorder", "uprising uprisings revolt revolts" } },
  { "what those in power are called",
    { "government governments cabinet administration authorities", "regime regimes",
      "junta juntas military_rulers" } },
  { "what the one in power is called",
    { "president presidents leader leaders", "dictator dictators tyrant tyrants despot",
      "strongman strongmen autocrat autocrats", "ruler rulers" } },
  { "how power has changed hands",
    { "coup coups putsch", "revolution revolutions", "takeover seizure_of_power",
      "transition handover change_of_power" } },
  { "what those who have come are called",
    { "migrants migrant immigrants immigrant", "refugees refugee", "asylum_seekers asylum_seeker",
      "illegal_immigrants illegals illegal_aliens aliens illegal_immigrant",
      "undocumented_immigrants undocumented_migrants undocumented_workers",
      "foreigners foreigner", "expatriates expats" } },
  { "what those who are held are called",
    { "hostages hostage captives captive", "prisoners prisoner inmates inmate",
      "detainees detainee" } },
  { "how they came to be held",
    { "arrested arrest arrests detained detain", "abducted kidnapped abduct kidnap snatched "
      "seized", "captured capture" } },
  { "how the post was left",
    { "resigned resign resignation quit stepped_down step_down",
      "fired dismissed sacked ousted removed dismissal ouster", "retired retire retirement",
      "fled" } },
  { "what is done to the land",
    { "annexed annexation", "occupied occupation", "liberated liberation freed",
      "reunified reunification rejoined", "seized captured took taken" } },
  { "what the homes there are called",
    { "settlement settlements settlers", "colony colonies colonists",
      "neighbourhood neighbourhoods neighborhood neighborhoods", "outpost outposts" } },
  { "what stands at the border",
    { "wall walls", "fence fences", "barrier barriers" } },
  { "how prisoners are treated",
    { "torture tortured", "abuse abused mistreatment mistreated ill_treatment",
      "enhanced_interrogation harsh_interrogation enhanced_techniques" } },
  { "what the crime is called",
    { "genocide", "ethnic_cleansing", "war_crimes war_crime", "atrocities atrocity",
      "excesses abuses" } },
  { "what is done to the budget",
    { "cuts cut cutbacks austerity", "savings efficiencies", "reform reforms overhaul "
      "restructuring" } },
  { "what the money is called",
    { "bribe bribes bribery kickback kickbacks", "donation donations gift gifts",
      "payment payments commission commissions fee fees" } },
  { "what the tax is called",
    { "tax_cut tax_cuts", "tax_relief", "tax_break tax_breaks giveaway giveaways" } },
  { "what happens to the climate",
    { "climate_change", "global_warming global_heating", "climate_crisis climate_emergency" } },
  { "what is thought of the climate",
    { "skeptics skeptic sceptics sceptic", "deniers denier denialists" } },
  { "which side it is in the debate on abortion",
    { "pro_life", "anti_abortion", "pro_choice", "abortion_rights" } },
  { "what the unborn is called",
    { "fetus foetus embryo", "unborn_child unborn_baby unborn_children" } },
  { "what the deaths of others are called",
    { "collateral_damage", "civilian_casualties civilian_deaths" } },
  { "what the inheritance tax is called",
    { "estate_tax inheritance_tax", "death_tax" } },
  { "what the suspicion is called",
    { "scandal scandals", "affair affairs controversy", "allegations accusations claims" } },
  { TELLING,
    { "said says stated told saying added noted", "admitted admits conceded concedes confessed "
      "acknowledged acknowledges", "claimed claims alleged alleges", "revealed reveals disclosed "
      "discloses", "insisted insists maintained maintains", "boasted boasts bragged",
      "complained complains" } },
};

/* A verb of telling counts where it tells who says so, and both have it from the same one. */
static gboolean
are_tellings (PlxMember     *a,
              const PlxFact *fact_a,
              PlxMember     *b,
              const PlxFact *fact_b)
{
  return a->node->cue_end > 0 && a->node->cue_start == fact_a->start && b->node->cue_end > 0 &&
         b->node->cue_start == fact_b->start &&
         g_strcmp0 (a->node->origin, b->node->origin) == 0 && plx_member_opposes (a, b) &&
         plx_members_assert_the_same (a, b, FALSE);
}

/* A word of a field in a sentence. */
typedef struct
{
  guint field;
  guint way;
  guint first;
  guint past;
} Name;

/* How many tokens from @at on are the words of @name, which are joined by "_". */
static guint
length_of (GArray     *tokens,
           guint       at,
           const char *name,
           gsize       length)
{
  guint n = 0;

  for (const char *end = name + length; name < end; n++)
    {
      const char *stop = memchr (name, '_', end - name);
      gsize own = (stop != NULL ? stop : end) - name;
      const char *word = plx_tokens_word (tokens, at + n);

      /* A hyphen is a mark of its own in "pro-life". */
      if (n > 0 && g_str_equal (word, "-"))
        {
          n++;
          word = plx_tokens_word (tokens, at + n);
        }
      if (strlen (word) != own || strncmp (word, name, own) != 0)
        return 0;
      name += own + 1;
    }

  return n;
}

/* A name of a field, by the word that it begins with. */
typedef struct
{
  guint       field;
  guint       way;
  const char *name;
  gsize       length;
} Entry;

static void
add_entry (GHashTable *entries,
           Entry       entry)
{
  gsize length = 0;
  g_autofree char *first = NULL;
  GArray *own;

  while (length < entry.length && entry.name[length] != '_')
    length++;
  first = g_strndup (entry.name, length);
  own = g_hash_table_lookup (entries, first);
  if (own == NULL)
    {
      own = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_hash_table_insert (entries, g_steal_pointer (&first), own);
    }
  g_array_append_val (own, entry);
}

/* The names of all fields, those of one first word in the order of the fields, so that most tokens
 * are passed over at once. */
static GHashTable *
get_entries (void)
{
  static gsize once = 0;
  static GHashTable *entries;

  if (g_once_init_enter (&once))
    {
      /* Lives as long as the program. */
      entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          for (guint k = 0; k < G_N_ELEMENTS (fields[i].ways) && fields[i].ways[k] != NULL; k++)
            {
              for (const char *name = fields[i].ways[k]; *name != '\0';)
                {
                  gsize length = strcspn (name, " ");

                  add_entry (entries, (Entry) { i, k, name, length });
                  name += length + strspn (name + length, " ");
                }
            }
        }
      g_once_init_leave (&once, 1);
    }

  return entries;
}

/* Adds the longest name of each field that stands at a token. */
static void
find_at (GArray *tokens,
         guint   at,
         GArray *entries,
         GArray *names)
{
  Name best = { 0, 0, at, at };

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      guint n = length_of (tokens, at, entry->name, entry->length);

      if (entry->field != best.field)
        {
          if (best.past > best.first)
            g_array_append_val (names, best);
          best = (Name) { entry->field, 0, at, at };
        }
      if (n > best.past - best.first)
        best = (Name) { entry->field, entry->way, at, at + n };
    }
  if (best.past > best.first)
    g_array_append_val (names, best);
}

static GArray *
find_names (PlxMember *member)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
  GHashTable *entries = get_entries ();

  for (guint i = 0; i < member->tokens->len; i++)
    {
      GArray *own = g_hash_table_lookup (entries, plx_tokens_word (member->tokens, i));

      if (own != NULL)
        find_at (member->tokens, i, own, names);
    }

  return names;
}

static gboolean
has_way (GArray     *names,
         const Name *like)
{
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);

      if (name->field == like->field && name->way == like->way)
        return TRUE;
    }

  return FALSE;
}

static PlxFact
as_fact (PlxMember  *member,
         const Name *name)
{
  return (PlxFact) { .start = plx_tokens_at (member->tokens, name->first)->start,
                     .end = plx_tokens_at (member->tokens, name->past - 1)->end };
}

/* One sentence has the one way, the other has the other, none has both, and both stand in the same
 * words: then it is the same thing that is called so. */
static gboolean
are_two_ways (PlxMember  *a,
              GArray     *of_a,
              const Name *name_a,
              PlxMember  *b,
              GArray     *of_b,
              const Name *name_b)
{
  PlxFact fact_a, fact_b;

  if (name_a->field != name_b->field || name_a->way == name_b->way || has_way (of_a, name_b) ||
      has_way (of_b, name_a))
    return FALSE;
  fact_a = as_fact (a, name_a);
  fact_b = as_fact (b, name_b);
  if (g_str_equal (fields[name_a->field].about, TELLING))
    return are_tellings (a, &fact_a, b, &fact_b);

  return plx_facts_meet (a, &fact_a, b, &fact_b) && plx_facts_oppose (a, &fact_a, b, &fact_b);
}

static void
add (PlxClaimRecord *claim,
     GArray         *members,
     GPtrArray      *names,
     guint           field)
{
  g_autofree char **says = g_new0 (char *, members->len);

  for (guint i = 0; i < members->len; i++)
    {
      GArray *own = g_ptr_array_index (names, i);

      for (guint k = 0; k < own->len && says[i] == NULL; k++)
        {
          const Name *name = &g_array_index (own, Name, k);
          PlxFact fact = as_fact (plx_members_at (members, i), name);

          if (name->field == field)
            says[i] = plx_member_dup_words (plx_members_at (members, i), fact.start, fact.end);
        }
    }
  plx_claim_add_difference (claim, PLX_RULE_WORDING_LOADED, g_strdup (fields[field].about),
                            members, says);
  for (guint i = 0; i < members->len; i++)
    g_free (says[i]);
}

/* The field in which two members differ and that was not told yet. */
static guint
find_between (GArray    *members,
              GPtrArray *names,
              guint      i,
              guint      j,
              guint64    told)
{
  GArray *of_i = g_ptr_array_index (names, i), *of_j = g_ptr_array_index (names, j);
  PlxMember *a = plx_members_at (members, i), *b = plx_members_at (members, j);

  for (guint x = 0; a->ref.article != b->ref.article && x < of_i->len; x++)
    {
      const Name *name_a = &g_array_index (of_i, Name, x);

      for (guint y = 0; (told & (G_GUINT64_CONSTANT (1) << name_a->field)) == 0 && y < of_j->len;
           y++)
        {
          if (are_two_ways (a, of_i, name_a, b, of_j, &g_array_index (of_j, Name, y)))
            return name_a->field;
        }
    }

  return NO_FIELD;
}

/**
 * plx_differences_find_wording:
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds what is called by words that take sides differently: "war" and "operation", "fighters"
 * and "terrorists".
 */
void
plx_differences_find_wording (PlxClaimRecord *claim,
                              GArray         *members)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint64 told = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) <= 64);

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (names, find_names (plx_members_at (members, i)));

  for (guint i = 0; i < plx_members_bound (members); i++)
    {
      for (guint j = i + 1; j < plx_members_bound (members); j++)
        {
          guint field = find_between (members, names, i, j, told);

          if (field == NO_FIELD)
            continue;
          add (claim, members, names, field);
          told |= G_GUINT64_CONSTANT (1) << field;
        }
    }
}
