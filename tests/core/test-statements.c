/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "countries/plx-own-relations.h"
#include "countries/plx-statements.h"

#define BEFORE "The International Criminal Court (ICC) gave its answer on Friday."

/* What a sentence says, in a few letters: a country, a sign, and the relation
 * where it isn't the ICC. Signs: + member, - not a member, ~ signed only,
 * < withdrawn, # a number of members. */
typedef struct
{
  const char *previous;
  const char *sentence;
  const char *says;
} Case;

static const Case cases[] = {
  /* A copula, its negations and its adverbs */
  { NULL, "Kenya is a member of the ICC.", "KEN+" },
  { NULL, "Kenya is not a member of the International Criminal Court.", "KEN-" },
  { NULL, "Vietnam isn’t a party to the Rome Statute.", "VNM-" },
  { NULL, "Vietnam isn't an ICC member.", "VNM-" },
  { NULL, "Israel, too, is no party to the Rome Statute.", "ISR-" },
  { NULL, "Ethiopia has never been a member of the court, the ICC said.", "ETH-" },
  { BEFORE, "Ethiopia has never been a member of the court.", "ETH-" },
  { NULL, "Burundi is no longer a member of the ICC.", "BDI<" },
  { NULL, "The Philippines used to be a party to the ICC.", "PHL<" },
  { NULL, "Armenia became a member of the ICC in February.", "ARM+" },
  { NULL, "Armenia has become the ICC’s newest member.", "ARM+" },
  { NULL, "Nauru is among the smallest members of the ICC.", "NRU+" },
  { NULL, "Turkey remains a non-member of the ICC.", "TUR-" },
  { NULL, "China, India and Indonesia are not members of the ICC.", "CHN- IND- IDN-" },
  { NULL, "Neither Egypt nor Ethiopia is a member of the ICC.", "EGY- ETH-" },
  { NULL, "Mongolia is one of the 124 members of the ICC.", "#124 MNG+" },
  { NULL, "Senegal is the oldest member of the ICC.", "SEN+" },
  { NULL, "Mali is a signatory of the Rome Statute of the International Criminal Court.", "MLI+" },
  { NULL, "Chad is party to the treaty that created the ICC.", "TCD+" },
  { NULL, "Moscow is not a state party to the Rome Statute.", "RUS-" },
  { NULL, "Like Russia, China is not a member of the ICC.", "RUS- CHN-" },
  { NULL, "Unlike Russia, Tajikistan is a member of the ICC.", "TJK+" },
  { NULL, "In Africa, Kenya and Chad are members of the ICC.", "KEN+ TCD+" },
  { NULL, "China, the world’s second-largest economy, is not a member of the ICC.", "CHN-" },
  { NULL, "China, like India, is not a party to the Rome Statute.", "CHN- IND-" },
  { NULL, "Kyrgyzstan and Armenia both are ICC member states.", "KGZ+ ARM+" },

  /* Relative clauses, appositions, fronted and postponed */
  { NULL, "He flew to Mongolia, which is an ICC member, on Monday.", "MNG+" },
  { NULL, "He flew to Turkey, which isn't a signatory to the Rome Statute.", "TUR-" },
  { NULL, "They met in Chad and Kenya, both of which are parties to the Rome Statute.",
    "TCD+ KEN+" },
  { NULL, "He saw Cuba and Laos, neither of which is a member of the ICC.", "CUB- LAO-" },
  { NULL, "Kenya, a member of the ICC, did not arrest him.", "KEN+" },
  { NULL, "Kenya, an ICC member, did not arrest him.", "KEN+" },
  { NULL, "Qatar, not a party to the Rome Statute, welcomed him.", "QAT-" },
  { NULL, "Chad, Kenya and Nigeria, all of them members of the ICC, let him go.",
    "TCD+ KEN+ NGA+" },
  { NULL, "As a party to the Rome Statute, Hungary must arrest him.", "HUN+" },
  { NULL, "Hungary, as an ICC member, is obliged to arrest him.", "HUN+" },
  { NULL, "The ICC has members such as Jordan and Tunisia.", "JOR+ TUN+" },
  { NULL, "ICC members including Jordan and Tunisia abstained.", "JOR+ TUN+" },
  { NULL, "ICC member Tajikistan ignored the warrant.", "TJK+" },
  { NULL, "Countries that are not members of the ICC include China, India and Turkey.",
    "CHN- IND- TUR-" },
  { NULL, "Among the states that have not ratified the Rome Statute are Iran and Egypt.",
    "IRN- EGY-" },
  { NULL, "The ICC, of which China is not a member, protested.", "CHN-" },

  /* Verbs */
  { NULL, "Iran has signed but never ratified the Rome Statute.", "IRN~" },
  { NULL, "Iran signed the Rome Statute in 2000 but has not ratified it.", "IRN~" },
  { NULL, "Syria signed the Rome Statute in 2000.", "SYR~" },
  { NULL, "Peru signed and ratified the Rome Statute.", "PER+" },
  { NULL, "Cuba has never signed the Rome Statute.", "CUB-" },
  { NULL, "Cuba has neither signed nor ratified the Rome Statute.", "CUB-" },
  { NULL, "Egypt has not ratified the Rome Statute.", "EGY-" },
  { NULL, "Egypt has yet to ratify the treaty that established the ICC.", "EGY-" },
  { NULL, "Egypt failed to ratify the Rome Statute.", "EGY-" },
  { NULL, "Armenia ratified the Rome Statute last year.", "ARM+" },
  { NULL, "Kiribati acceded to the Rome Statute in 2019.", "KIR+" },
  { NULL, "Japan joined the ICC in 2007.", "JPN+" },
  { NULL, "Turkey has not joined the International Criminal Court.", "TUR-" },
  { NULL, "Turkey has long refused to join the ICC.", "TUR-" },
  { NULL, "The Philippines withdrew from the ICC in 2019.", "PHL<" },
  { BEFORE, "Burundi left the court in 2017.", "BDI<" },
  { NULL, "Burundi quit the ICC.", "BDI<" },
  { NULL, "Burundi has pulled out of the ICC.", "BDI<" },
  { NULL, "Britain and France belong to the ICC.", "GBR+ FRA+" },
  { NULL, "Indonesia does not belong to the ICC.", "IDN-" },
  { NULL, "Indonesia remains outside the ICC.", "IDN-" },
  { NULL, "Palestine, which joined the court in 2015, asked the ICC to act.", "PSE+" },
  { BEFORE, "Palestine, which joined the court in 2015, was pleased.", "PSE+" },
  { NULL, "China is not a member of the ICC and has never signed the Rome Statute.", "CHN-" },
  { NULL, "Ghana has signed a contract and is a member of the ICC.", "GHA+" },

  { NULL, "Slovenia joined both the EU and NATO that spring.", "SVN+eu SVN+nato" },
  { NULL, "Russia withdrew its signature from the Rome Statute.", "RUS-" },
  { NULL, "Burundi was the first country to leave the ICC.", "BDI<" },
  { NULL, "Armenia on Thursday became the ICC’s 124th member.", "ARM+" },

  /* Turns of phrase */
  { NULL, "Since it is a party to the Rome Statute, Senegal would have to arrest him.", "SEN+" },
  { NULL, "Peru, a member of the United Nations and a signatory of the Rome Statute, agreed.",
    "PER+" },
  { NULL, "Brazil, a member of BRICS and a party to the Rome Statute, agreed.",
    "BRA+brics BRA+" },
  { NULL, "India is not a member of the ICC, nor is China.", "IND- CHN-" },
  { NULL, "Gabon is a member of the ICC, while Cuba and Laos are not.", "GAB+ CUB- LAO-" },
  { NULL, "South Korea is a party to the Rome Statute, as is Japan.", "KOR+ JPN+" },
  { NULL, "Vietnam, a country that is not a member of the ICC, invited him.", "VNM-" },
  { NULL, "Mongolia, one of the 124 countries that are party to the Rome Statute, did nothing.",
    "#124 MNG+" },
  { NULL, "Mongolia is, however, a member of the ICC.", "MNG+" },
  { NULL, "Qatar is a non-ICC member.", "QAT-" },
  { NULL, "Cape Verde is a member of the International Criminal Court (ICC), he said.", "CPV+" },
  { NULL, "A member of the ICC delegation in Russia, a member of the ICC delegation said.", "" },
  { NULL, "San Marino is a member of the EU Customs Union.", "" },
  { NULL, "Monaco is treated as an EU member there.", "" },
  { NULL, "Monaco counts as an EU member for customs.", "" },

  /* Who is meant, by the sentence before */
  { "He had planned to visit Mongolia.", "The country is a member of the ICC.", "MNG+" },
  { "He had planned to visit Mongolia.", "This country is an ICC member.", "MNG+" },
  { "Moscow has ties with Jakarta and Hanoi.", "Both countries are not members of the ICC.",
    "IDN- VNM-" },
  { "Moscow has ties with Jakarta and Hanoi.", "Neither country is a member of the ICC.",
    "IDN- VNM-" },
  { "Cuba and Laos, which trade with Vietnam, were silent.",
    "Neither country is a member of the ICC.", "CUB- LAO-" },
  { "He went to Senegal, Gambia and Mali.", "The three countries are members of the ICC.",
    "SEN+ GMB+ MLI+" },
  { "Russia and Iran hailed the pact.", "They are not members of the ICC.", "RUS- IRN-" },
  { "Hungary had invited him.", "It is a member of the ICC.", "HUN+" },
  { "Hungary had invited him from Israel.", "It is a member of the ICC.", "HUN+" },
  { "He had flown to Hungary from Israel.", "It is a member of the ICC.", "" },
  { "Mongolia is bigger than France.", "The country, a signatory to the Rome Statute, hosted him.",
    "FRA+" },
  { "He spoke about the weather.", "This country is a member of the ICC.", "" },

  /* How many */
  { NULL, "The ICC has 124 member states.", "#124" },
  { NULL, "The ICC, which has 124 members, said so.", "#124" },
  { NULL, "The ICC is supported by 123 states.", "#123" },
  { NULL, "One hundred of the ICC’s 124 member states agreed.", "#124" },
  { NULL, "The summit of the 125 states parties to the Rome Statute ended.", "#125" },
  { NULL, "The 124-member ICC was founded in 2002.", "#124" },
  { NULL, "More than 120 countries have ratified the Rome Statute.", "#120" },
  { NULL, "The two countries that are members of the ICC protested.", "" },
  { NULL, "The ICC has 18 judges.", "" },
  { NULL, "NATO has 32 members.", "#32nato" },

  /* Other relations */
  { NULL, "Sweden is a member of NATO.", "SWE+nato" },
  { NULL, "Norway is not an EU member.", "NOR-eu" },
  { NULL, "Britain left the European Union in 2020.", "GBR<eu" },
  { NULL, "Turkey is a member of NATO but not of the EU.", "TUR+nato TUR-eu" },
  { NULL, "Turkey is a member of NATO but is not a party to the Rome Statute.",
    "TUR+nato TUR-" },

  /* Nothing of the kind */
  { NULL, "The ICC issued a warrant for a member of parliament in Kenya.", "" },
  { NULL, "The ICC has issued warrants against two Russian officials.", "" },
  { NULL, "Kenya joined the ICC prosecutor in asking for time.", "" },
  { NULL, "South Africa may leave the ICC.", "" },
  { NULL, "South Africa has threatened to withdraw from the ICC.", "" },
  { NULL, "Ukraine wants to become a member of the ICC.", "" },
  { NULL, "If China were a member of the ICC, it would have to arrest him.", "" },
  { NULL, "Kenya’s president is not a member of the ICC.", "" },
  { NULL, "The leaders of China and India are not members of the ICC.", "" },
  { NULL, "The president of Sudan left the court.", "" },
  { BEFORE, "South Africa left the High Court in no doubt.", "" },
  { NULL, "The ruling party in Chad praised the ICC.", "" },
  { NULL, "Whether Mali is a member of the ICC was not clear.", "" },
  { NULL, "Members of the ICC met, China said.", "" },
  { NULL, "China signed a deal with Kenya, an ICC judge’s home.", "" },
  { NULL, "Germany urged Turkey to join the ICC.", "" },
  { NULL, "The ICC, Kenya said, is a court for Africans.", "" },
};

static char *
describe (GArray *findings)
{
  static const char signs[] = { '+', '-', '~', '<', '#', '!' };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlxFinding *finding = &g_array_index (findings, PlxFinding, i);

      if (i > 0)
        g_string_append_c (text, ' ');
      if (finding->says == PLX_SAYS_COUNT)
        g_string_append_printf (text, "#%u", finding->count);
      else
        g_string_append_printf (text, "%s%c", finding->country, signs[finding->says]);
      if (!g_str_equal (finding->relation->id, "icc"))
        g_string_append (text, finding->relation->id);
    }

  return g_string_free_and_steal (text);
}

static void
test_reads (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GArray) findings = plx_statements_read (one->sentence, one->previous);
  g_autofree char *says = describe (findings);

  g_test_message ("%s", one->sentence);
  g_assert_cmpstr (says, ==, one->says);
}

static const struct
{
  const char *sentence;
  const char *day;
  PlxVerdict  verdict;
} verdict_cases[] = {
  { "South Africa is a party to the Rome Statute.", "2015-06-15", PLX_VERDICT_AGREES },
  { "Sudan is not a party to the Rome Statute.", "2015-06-15", PLX_VERDICT_AGREES },
  { "Zimbabwe is a member of the ICC.", "2015-06-15", PLX_VERDICT_CONTRADICTS },
  { "Zimbabwe is a signatory to the Rome Statute.", "2015-06-15", PLX_VERDICT_AGREES },
  { "Zimbabwe has signed but never ratified the Rome Statute.", "2015-06-15",
    PLX_VERDICT_AGREES },
  { "Kenya has signed but never ratified the Rome Statute.", "2015-06-15",
    PLX_VERDICT_CONTRADICTS },
  { "The United States never signed the Rome Statute.", "2015-06-15", PLX_VERDICT_CONTRADICTS },
  { "China never signed the Rome Statute.", "2015-06-15", PLX_VERDICT_AGREES },
  { "Burundi is a member of the ICC.", "2015-06-15", PLX_VERDICT_AGREES },
  { "Burundi is a member of the ICC.", "2018-01-01", PLX_VERDICT_CONTRADICTS },
  { "Burundi left the ICC.", "2018-01-01", PLX_VERDICT_AGREES },
  { "Burundi left the ICC.", "2015-06-15", PLX_VERDICT_CONTRADICTS },
  { "Russia withdrew from the ICC.", "2018-01-01", PLX_VERDICT_UNKNOWN },
  { "Armenia is not a member of the ICC.", "2024-01-31", PLX_VERDICT_AGREES },
  { "Armenia is not a member of the ICC.", "2024-02-01", PLX_VERDICT_CONTRADICTS },
  { "The ICC has 123 members.", "2015-06-15", PLX_VERDICT_AGREES },
  { "The ICC has 121 members.", "2015-06-15", PLX_VERDICT_CONTRADICTS },
  { "The ICC has more than 120 members.", "2015-06-15", PLX_VERDICT_AGREES },
  { "The ICC has more than 130 members.", "2015-06-15", PLX_VERDICT_CONTRADICTS },
  { "Kenya is a member of the ICC.", NULL, PLX_VERDICT_UNKNOWN },
  { "South Sudan is not a member of the ICC.", "2005-01-01", PLX_VERDICT_UNKNOWN },
};

static void
test_verdicts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verdict_cases); i++)
    {
      g_autoptr (GArray) findings = plx_statements_read (verdict_cases[i].sentence, NULL);

      g_test_message ("%s %s", verdict_cases[i].sentence, verdict_cases[i].day);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpint (plx_statements_judge (&g_array_index (findings, PlxFinding, 0),
                                             plx_day_parse (verdict_cases[i].day)),
                       ==, verdict_cases[i].verdict);
    }
}

static PlxAnnotation *
annotate (const char * const *sentences)
{
  g_autoptr (PlxDocument) document = plx_document_new (NULL, "text");
  PlxAnnotation *annotation;

  for (gsize i = 0; sentences[i] != NULL; i++)
    plx_document_append (document, sentences[i], -1, PLX_ROLE_BODY, PLX_CUT_NONE);

  annotation = plx_annotation_new (document);
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);
      PlxSentenceSpan span = { .start = block->start, .end = block->end, .block = i };

      g_array_append_val (annotation->sentences, span);
    }

  return annotation;
}

static void
test_article (void)
{
  static const char * const sentences[] = {
    "The International Criminal Court issued the warrant in 2009.",
    "Nobody was surprised.",
    "Chad is a member of the court, and so is Kenya.",
    "Zimbabwe is a party to the statute as well.",
    NULL
  };
  g_autoptr (PlxAnnotation) annotation = annotate (sentences);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  const PlxStatementRecord *record;
  PlxDay day = plx_day_parse ("2015-06-15");

  g_test_summary ("What “the court” is stands in an earlier sentence");
  plx_statements_find (annotation, 3, day, records);

  g_assert_cmpuint (records->len, ==, 3);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->country, ==, "TCD");
  g_assert_cmpstr (record->relation, ==, "icc");
  g_assert_cmpuint (record->ref.article, ==, 3);
  g_assert_cmpuint (record->ref.sentence, ==, 2);
  g_assert_cmpuint (record->on, ==, day);
  g_assert_cmpint (record->record, ==, PLX_STATUS_PARTY);
  g_assert_cmpint (record->verdict, ==, PLX_VERDICT_AGREES);

  record = g_ptr_array_index (records, 1);
  g_assert_cmpstr (record->country, ==, "KEN");

  record = g_ptr_array_index (records, 2);
  g_assert_cmpstr (record->country, ==, "ZWE");
  g_assert_cmpint (record->record, ==, PLX_STATUS_SIGNATORY);
  g_assert_cmpint (record->verdict, ==, PLX_VERDICT_CONTRADICTS);
}

static void
test_no_relation (void)
{
  static const char * const sentences[] = { "Chad is a member of the court.", NULL };
  g_autoptr (PlxAnnotation) annotation = annotate (sentences);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);

  g_test_summary ("A court that nobody has named is none");
  plx_statements_find (annotation, 0, plx_day_parse ("2015-06-15"), records);
  g_assert_cmpuint (records->len, ==, 0);
}

/* What is said of a time, a day on which it is written, and whether the record bears it out. */
static const struct
{
  const char *sentence;
  const char *day;
  PlxVerdict  verdict;
} time_cases[] = {
  { "Burundi withdrew from the ICC in 2017.", "2020-01-01", PLX_VERDICT_AGREES },
  { "Burundi withdrew from the ICC in 2012.", "2020-01-01", PLX_VERDICT_CONTRADICTS },
  { "Burundi withdrew from the ICC in 2017.", "2016-01-01", PLX_VERDICT_CONTRADICTS },
  { "Burundi withdrew from the ICC on 27 October 2017.", "2020-01-01", PLX_VERDICT_AGREES },
  { "South Africa withdrew from the ICC in 2016.", "2020-01-01", PLX_VERDICT_UNKNOWN },
  { "Burundi was a member of the ICC until 2017.", "2020-01-01", PLX_VERDICT_AGREES },
  { "Burundi was a member of the ICC until 2009.", "2020-01-01", PLX_VERDICT_CONTRADICTS },
  { "In 2015 Burundi was a member of the ICC.", "2020-01-01", PLX_VERDICT_AGREES },
  { "Burundi was a member of the ICC in 2019.", "2020-01-01", PLX_VERDICT_CONTRADICTS },
  { "Burundi was a member of the ICC at the time.", "2020-01-01", PLX_VERDICT_UNKNOWN },
  { "Burundi joined the ICC in 2004.", "2020-01-01", PLX_VERDICT_AGREES },
  { "Burundi joined the ICC in 2012.", "2020-01-01", PLX_VERDICT_CONTRADICTS },
  { "Burundi joined the ICC.", "2020-01-01", PLX_VERDICT_UNKNOWN },
  { "Sweden has been a member of NATO since 2024.", "2025-01-01", PLX_VERDICT_AGREES },
  { "Sweden has been a member of NATO since 2015.", "2025-01-01", PLX_VERDICT_CONTRADICTS },
  { "Sweden joined NATO in 2023.", "2025-01-01", PLX_VERDICT_UNKNOWN },
  { "Egypt signed the Rome Statute in December 2000.", "2025-01-01", PLX_VERDICT_AGREES },
  { "Britain left the EU on 31 January 2020.", "2025-01-01", PLX_VERDICT_AGREES },
  { "Montenegro did not join NATO in 2009.", "2025-01-01", PLX_VERDICT_AGREES },
  { "The EU had 28 members in 2015.", "2025-01-01", PLX_VERDICT_AGREES },
  { "The EU had 28 members in 2022.", "2025-01-01", PLX_VERDICT_CONTRADICTS },
  { "Greece left the Council of Europe.", "2025-01-01", PLX_VERDICT_UNKNOWN },
  { "Mali was suspended from the African Union.", "2025-01-01", PLX_VERDICT_UNKNOWN },
  { "Norway was suspended from the African Union.", "2025-01-01", PLX_VERDICT_CONTRADICTS },
};

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (time_cases); i++)
    {
      g_autoptr (GArray) findings = plx_statements_read (time_cases[i].sentence, NULL);

      g_test_message ("%s", time_cases[i].sentence);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpint (plx_statements_judge (&g_array_index (findings, PlxFinding, 0),
                                             plx_day_parse (time_cases[i].day)),
                       ==, time_cases[i].verdict);
    }
}

static void
test_day_that_is_named (void)
{
  g_autoptr (GArray) findings = plx_statements_read ("In 2015 Burundi was a member of the ICC.",
                                                     NULL);
  const PlxFinding *finding = &g_array_index (findings, PlxFinding, 0);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (plx_statements_day (finding, plx_day_parse ("2020-01-01")), ==,
                    plx_day_parse ("2015-12-31"));
  g_assert_cmpuint (plx_statements_day (finding, plx_day_parse ("2015-06-01")), ==,
                    plx_day_parse ("2015-06-01"));
}

/* A relation of the user's own, by its title, its initials and its short name. */
static const struct
{
  const char *sentence;
  const char *country;
} own_cases[] = {
  { "Denmark is a member of the Nordic Sea Council.", "DNK" },
  { "Denmark and Norway belong to the NSC.", "DNK" },
  { "Sweden is not in NorSea.", "SWE" },
  { "The Nordic Sea Council met; Sweden is not a member of the council.", "SWE" },
  { "Estonia, which left the Nordic Sea Council in 2011, was there.", "EST" },
};

static void
test_own_relations (void)
{
  static const char text[] =
    "# title: The Nordic Sea Council\n# short: NorSea\ncountry,status,from,to,source\n"
    "Denmark,member,2001-01-01,,charter\nEstonia,member,2001-01-01,2011-05-01,charter\n"
    "Estonia,withdrawn,2011-05-01,,charter\nSweden,non-member,2001-01-01,,charter\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PlxRelationFile) file = plx_relation_file_new ("nordic-sea-council.csv", bytes,
                                                            plx_day_parse ("2026-11-21"));

  g_assert_nonnull (file->relation);
  plx_own_relations_add (file);
  for (guint i = 0; i < G_N_ELEMENTS (own_cases); i++)
    {
      g_autoptr (GArray) findings = plx_statements_read (own_cases[i].sentence, NULL);

      g_test_message ("%s", own_cases[i].sentence);
      g_assert_cmpuint (findings->len, >=, 1);
      g_assert_true (g_array_index (findings, PlxFinding, 0).relation == file->relation);
      g_assert_cmpstr (g_array_index (findings, PlxFinding, 0).country, ==,
                       own_cases[i].country);
      g_assert_cmpint (plx_statements_judge (&g_array_index (findings, PlxFinding, 0),
                                             plx_day_parse ("2020-01-01")),
                       ==, PLX_VERDICT_AGREES);
    }
  g_assert_true (plx_own_relations_drop (file->relation->id));

  {
    g_autoptr (GArray) findings = plx_statements_read (own_cases[0].sentence, NULL);

    g_assert_cmpuint (findings->len, ==, 0);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* One case that fails must not hide the others. */
  g_test_set_nonfatal_assertions ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/statements/sentence/%03" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_reads);
    }
  g_test_add_func ("/statements/verdict/follows-the-record", test_verdicts);
  g_test_add_func ("/statements/article/remembers-the-court", test_article);
  g_test_add_func ("/statements/article/needs-a-court", test_no_relation);

  g_test_add_func ("/statements/times/are-judged-by-the-record-of-then", test_times);
  g_test_add_func ("/statements/times/name-the-day", test_day_that_is_named);
  g_test_add_func ("/statements/own-relations/are-read", test_own_relations);

  return g_test_run ();
}
