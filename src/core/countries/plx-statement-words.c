/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-statement-words"

#include "config.h"

#include "countries/plx-statement-words.h"

#include <string.h>

/* Verbs in their five forms: base, present, past, participle, gerund. */
static const struct
{
  PlxAct      act;
  const char *forms;
} verbs[] = {
  { PLX_ACT_BECOME, "become becomes became become becoming" },
  { PLX_ACT_BECOME, "remain remains remained remained remaining" },
  { PLX_ACT_BECOME, "stay stays stayed stayed staying" },
  { PLX_ACT_BECOME, "keep keeps kept kept keeping" },
  { PLX_ACT_JOIN, "join joins joined joined joining" },
  { PLX_ACT_JOIN, "rejoin rejoins rejoined rejoined rejoining" },
  { PLX_ACT_JOIN, "enter enters entered entered entering" },
  { PLX_ACT_JOIN, "reenter reenters reentered reentered reentering" },
  { PLX_ACT_JOIN, "accede accedes acceded acceded acceding" },
  { PLX_ACT_JOIN, "adhere adheres adhered adhered adhering" },
  { PLX_ACT_JOIN, "subscribe subscribes subscribed subscribed subscribing" },
  { PLX_ACT_JOIN, "return returns returned returned returning" },
  { PLX_ACT_BELONG, "belong belongs belonged belonged belonging" },
  { PLX_ACT_TAKE_PART, "participate participates participated participated participating" },
  { PLX_ACT_RATIFY, "ratify ratifies ratified ratified ratifying" },
  { PLX_ACT_SIGN, "sign signs signed signed signing" },
  { PLX_ACT_LEAVE, "leave leaves left left leaving" },
  { PLX_ACT_LEAVE, "quit quits quit quit quitting" },
  { PLX_ACT_LEAVE, "exit exits exited exited exiting" },
  { PLX_ACT_RETREAT, "withdraw withdraws withdrew withdrawn withdrawing" },
  { PLX_ACT_RETREAT, "secede secedes seceded seceded seceding" },
  { PLX_ACT_RETREAT, "depart departs departed departed departing" },
  { PLX_ACT_LEAVE, "abandon abandons abandoned abandoned abandoning" },
  { PLX_ACT_LEAVE, "desert deserts deserted deserted deserting" },
  { PLX_ACT_LEAVE, "denounce denounces denounced denounced denouncing" },
  { PLX_ACT_ADMIT, "admit admits admitted admitted admitting" },
  { PLX_ACT_ADMIT, "readmit readmits readmitted readmitted readmitting" },
  { PLX_ACT_ADMIT, "accept accepts accepted accepted accepting" },
  { PLX_ACT_ADMIT, "welcome welcomes welcomed welcomed welcoming" },
  { PLX_ACT_ADMIT, "induct inducts inducted inducted inducting" },
  { PLX_ACT_ADMIT, "incorporate incorporates incorporated incorporated incorporating" },
  { PLX_ACT_ADMIT, "receive receives received received receiving" },
  { PLX_ACT_EXPEL, "expel expels expelled expelled expelling" },
  { PLX_ACT_EXPEL, "eject ejects ejected ejected ejecting" },
  { PLX_ACT_EXPEL, "exclude excludes excluded excluded excluding" },
  { PLX_ACT_EXPEL, "oust ousts ousted ousted ousting" },
  { PLX_ACT_EXPEL, "evict evicts evicted evicted evicting" },
  { PLX_ACT_EXPEL, "kick kicks kicked kicked kicking" },
  { PLX_ACT_EXPEL, "throw throws threw thrown throwing" },
  { PLX_ACT_EXPEL, "banish banishes banished banished banishing" },
  { PLX_ACT_SUSPEND, "suspend suspends suspended suspended suspending" },
  { PLX_ACT_BIND, "bind binds bound bound binding" },
  { PLX_ACT_FORM, "form forms formed formed forming" },
  { PLX_ACT_FORM, "comprise comprises comprised comprised comprising" },
  { PLX_ACT_FORM, "constitute constitutes constituted constituted constituting" },
  { PLX_ACT_FORM, "found founds founded founded founding" },
  { PLX_ACT_FORM, "establish establishes established established establishing" },
  { PLX_ACT_FORM, "create creates created created creating" },
  { PLX_ACT_HOLD, "hold holds held held holding" },
  { PLX_ACT_HOLD, "complete completes completed completed completing" },
  { PLX_ACT_HOLD, "finalise finalises finalised finalised finalising" },
  { PLX_ACT_HOLD, "finalize finalizes finalized finalized finalizing" },
  { PLX_ACT_HOLD, "seal seals sealed sealed sealing" },
  { PLX_ACT_HOLD, "gain gains gained gained gaining" },
  { PLX_ACT_HOLD, "obtain obtains obtained obtained obtaining" },
  { PLX_ACT_HOLD, "acquire acquires acquired acquired acquiring" },
  { PLX_ACT_HOLD, "attain attains attained attained attaining" },
  { PLX_ACT_HOLD, "achieve achieves achieved achieved achieving" },
  { PLX_ACT_HOLD, "secure secures secured secured securing" },
  { PLX_ACT_HOLD, "enjoy enjoys enjoyed enjoyed enjoying" },
  { PLX_ACT_HOLD, "possess possesses possessed possessed possessing" },
  { PLX_ACT_HOLD, "occupy occupies occupied occupied occupying" },
  { PLX_ACT_HOLD, "retain retains retained retained retaining" },
  { PLX_ACT_GIVE_UP, "end ends ended ended ending" },
  { PLX_ACT_GIVE_UP, "cancel cancels cancelled cancelled cancelling" },
  { PLX_ACT_GIVE_UP, "terminate terminates terminated terminated terminating" },
  { PLX_ACT_GIVE_UP, "renounce renounces renounced renounced renouncing" },
  { PLX_ACT_GIVE_UP, "relinquish relinquishes relinquished relinquished relinquishing" },
  { PLX_ACT_GIVE_UP, "revoke revokes revoked revoked revoking" },
  { PLX_ACT_GIVE_UP, "remove removes removed removed removing" },
  { PLX_ACT_GIVE_UP, "pull pulls pulled pulled pulling" },
  { PLX_ACT_GIVE_UP, "retract retracts retracted retracted retracting" },
  { PLX_ACT_GIVE_UP, "annul annuls annulled annulled annulling" },
  { PLX_ACT_GIVE_UP, "rescind rescinds rescinded rescinded rescinding" },
  { PLX_ACT_GIVE_UP, "surrender surrenders surrendered surrendered surrendering" },
  { PLX_ACT_GIVE_UP, "lose loses lost lost losing" },
  { PLX_ACT_GIVE_UP, "forfeit forfeits forfeited forfeited forfeiting" },
  { PLX_ACT_REJECT, "reject rejects rejected rejected rejecting" },
  { PLX_ACT_REJECT, "shun shuns shunned shunned shunning" },
  { PLX_ACT_REJECT, "spurn spurns spurned spurned spurning" },
  { PLX_ACT_REJECT, "snub snubs snubbed snubbed snubbing" },
  { PLX_ACT_REJECT, "resist resists resisted resisted resisting" },
  { PLX_ACT_REJECT, "avoid avoids avoided avoided avoiding" },
  { PLX_ACT_REJECT, "turn turns turned turned turning" },
  { PLX_ACT_COUNT, "count counts counted counted counting" },
  { PLX_ACT_COUNT, "number numbers numbered numbered numbering" },
  { PLX_ACT_COUNT, "include includes included included including" },
  { PLX_ACT_COUNT, "group groups grouped grouped grouping" },
  { PLX_ACT_COUNT, "unite unites united united uniting" },
  { PLX_ACT_COUNT, "rank ranks ranked ranked ranking" },
  { PLX_ACT_COUNT, "consist consists consisted consisted consisting" },
  { PLX_ACT_COUNT, "compose composes composed composed composing" },
  { PLX_ACT_COUNT, "figure figures figured figured figuring" },
  { PLX_ACT_FAIL, "fail fails failed failed failing" },
  { PLX_ACT_FAIL, "refuse refuses refused refused refusing" },
  { PLX_ACT_FAIL, "decline declines declined declined declining" },
  { PLX_ACT_FAIL, "neglect neglects neglected neglected neglecting" },
  { PLX_ACT_FAIL, "omit omits omitted omitted omitting" },
  { PLX_ACT_FAIL, "refrain refrains refrained refrained refraining" },
  { PLX_ACT_FAIL, "abstain abstains abstained abstained abstaining" },
  { PLX_ACT_CEASE, "cease ceases ceased ceased ceasing" },
  { PLX_ACT_CEASE, "stop stops stopped stopped stopping" },
  { PLX_ACT_CEASE, "use uses used used using" },
  { PLX_ACT_GO_ON, "continue continues continued continued continuing" },
  { PLX_ACT_GO_ON, "happen happens happened happened happening" },
  { PLX_ACT_GO_ON, "manage manages managed managed managing" },
  { PLX_ACT_GO_ON, "consent consents consented consented consenting" },
  { PLX_ACT_GO_ON, "bother bothers bothered bothered bothering" },
  { PLX_ACT_GO_ON, "care cares cared cared caring" },
  { PLX_ACT_GO_ON, "dare dares dared dared daring" },
  { PLX_ACT_GO_ON, "deign deigns deigned deigned deigning" },
  { PLX_ACT_GO_ON, "proceed proceeds proceeded proceeded proceeding" },
  { PLX_ACT_GO_ON, "hasten hastens hastened hastened hastening" },
  { PLX_ACT_GO_ON, "go goes went gone going" },
  { PLX_ACT_CHOOSE, "choose chooses chose chosen choosing" },
  { PLX_ACT_CHOOSE, "opt opts opted opted opting" },
  { PLX_ACT_CHOOSE, "prefer prefers preferred preferred preferring" },
  { PLX_ACT_CHOOSE, "decide decides decided decided deciding" },
  { PLX_ACT_CHOOSE, "vote votes voted voted voting" },
  { PLX_ACT_CHOOSE, "resolve resolves resolved resolved resolving" },
  { PLX_ACT_CHOOSE, "elect elects elected elected electing" },
  { PLX_ACT_DENY, "deny denies denied denied denying" },
  { PLX_ACT_DENY, "doubt doubts doubted doubted doubting" },
  { PLX_ACT_DENY, "dispute disputes disputed disputed disputing" },
  { PLX_ACT_WISH, "pretend pretends pretended pretended pretending" },
  { PLX_ACT_WISH, "imagine imagines imagined imagined imagining" },
  { PLX_ACT_WISH, "suppose supposes supposed supposed supposing" },
  { PLX_ACT_WISH, "assume assumes assumed assumed assuming" },
  { PLX_ACT_DENY, "refute refutes refuted refuted refuting" },
  { PLX_ACT_WISH, "wait waits waited waited waiting" },
  { PLX_ACT_WISH, "hope hopes hoped hoped hoping" },
  { PLX_ACT_WISH, "wish wishes wished wished wishing" },
  { PLX_ACT_WISH, "want wants wanted wanted wanting" },
  { PLX_ACT_WISH, "expect expects expected expected expecting" },
  { PLX_ACT_WISH, "demand demands demanded demanded demanding" },
  { PLX_ACT_WISH, "propose proposes proposed proposed proposing" },
  { PLX_ACT_WISH, "suggest suggests suggested suggested suggesting" },
  { PLX_ACT_WISH, "recommend recommends recommended recommended recommending" },
  { PLX_ACT_WISH, "predict predicts predicted predicted predicting" },
  { PLX_ACT_WISH, "threaten threatens threatened threatened threatening" },
  { PLX_ACT_WISH, "promise promises promised promised promising" },
  { PLX_ACT_WISH, "fear fears feared feared fearing" },
  { PLX_ACT_WISH, "dream dreams dreamt dreamed dreaming" },
  { PLX_ACT_WISH, "consider considers considered considered considering" },
  { PLX_ACT_WISH, "plan plans planned planned planning" },
  { PLX_ACT_WISH, "discuss discusses discussed discussed discussing" },
  { PLX_ACT_WISH, "seek seeks sought sought seeking" },
  { PLX_ACT_WISH, "try tries tried tried trying" },
  { PLX_ACT_WISH, "like likes liked liked liking" },
  { PLX_ACT_LIKEN, "treat treats treated treated treating" },
  { PLX_ACT_LIKEN, "regard regards regarded regarded regarding" },
  { PLX_ACT_LIKEN, "describe describes described described describing" },
  { PLX_ACT_LIKEN, "view views viewed viewed viewing" },
  { PLX_ACT_LIKEN, "recognise recognises recognised recognised recognising" },
  { PLX_ACT_LIKEN, "recognize recognizes recognized recognized recognizing" },
  { PLX_ACT_LIKEN, "brand brands branded branded branding" },
  { PLX_ACT_LIKEN, "portray portrays portrayed portrayed portraying" },
  { PLX_ACT_LIKEN, "present presents presented presented presenting" },
  { PLX_ACT_LIKEN, "pose poses posed posed posing" },
  { PLX_ACT_LIKEN, "act acts acted acted acting" },
  { PLX_ACT_LIKEN, "behave behaves behaved behaved behaving" },
  { PLX_ACT_LIKEN, "bill bills billed billed billing" },
  { PLX_ACT_LIKEN, "list lists listed listed listing" },
  { PLX_ACT_LIKEN, "invite invites invited invited inviting" },
  { PLX_ACT_LIKEN, "serve serves served served serving" },
  { PLX_ACT_LIKEN, "tout touts touted touted touting" },
  { PLX_ACT_LIKEN, "mention mentions mentioned mentioned mentioning" },
  { PLX_ACT_LIKEN, "pass passes passed passed passing" },
  { PLX_ACT_LIKEN, "see sees saw seen seeing" },
  { PLX_ACT_LIKEN, "know knows knew known knowing" },
  { PLX_ACT_LIKEN, "envisage envisages envisaged envisaged envisaging" },
  { PLX_ACT_PLACE, "stand stands stood stood standing" },
  { PLX_ACT_PLACE, "sit sits sat sat sitting" },
  { PLX_ACT_PLACE, "lie lies lay lain lying" },
  { PLX_ACT_PLACE, "find finds found found finding" },
  { PLX_ACT_LET, "help helps helped helped helping" },
  { PLX_ACT_LET, "let lets let let letting" },
  { PLX_ACT_LET, "urge urges urged urged urging" },
  { PLX_ACT_LET, "allow allows allowed allowed allowing" },
  { PLX_ACT_LET, "ask asks asked asked asking" },
  { PLX_ACT_LET, "take takes took taken taking" },
  { PLX_ACT_LET, "bring brings brought brought bringing" },
  { PLX_ACT_LET, "lead leads led led leading" },
  { PLX_ACT_LET, "drag drags dragged dragged dragging" },
  { PLX_ACT_LET, "steer steers steered steered steering" },
  { PLX_ACT_LET, "guide guides guided guided guiding" },
  { PLX_ACT_LET, "walk walks walked walked walking" },
  { PLX_ACT_LET, "drop drops dropped dropped dropping" },
  { PLX_ACT_LET, "put puts put put putting" },
  { PLX_ACT_LET, "make makes made made making" },
  { PLX_ACT_LET, "give gives gave given giving" },
  { PLX_ACT_LET, "set sets set set setting" },
  { PLX_ACT_LET, "grant grants granted granted granting" },
  { PLX_ACT_LET, "crash crashes crashed crashed crashing" },
  { PLX_ACT_LET, "bow bows bowed bowed bowing" },
  { PLX_ACT_LET, "affix affixes affixed affixed affixing" },
  /* Verbs of saying, and irregular ones whose forms tell nothing by their endings */
  { PLX_ACT_OTHER, "say says said said saying" },
  { PLX_ACT_OTHER, "tell tells told told telling" },
  { PLX_ACT_OTHER, "think thinks thought thought thinking" },
  { PLX_ACT_OTHER, "write writes wrote written writing" },
  { PLX_ACT_OTHER, "speak speaks spoke spoken speaking" },
  { PLX_ACT_OTHER, "argue argues argued argued arguing" },
  { PLX_ACT_OTHER, "claim claims claimed claimed claiming" },
  { PLX_ACT_OTHER, "warn warns warned warned warning" },
  { PLX_ACT_OTHER, "note notes noted noted noting" },
  { PLX_ACT_OTHER, "point points pointed pointed pointing" },
  { PLX_ACT_OTHER, "recall recalls recalled recalled recalling" },
  { PLX_ACT_OTHER, "insist insists insisted insisted insisting" },
  { PLX_ACT_OTHER, "complain complains complained complained complaining" },
  { PLX_ACT_OTHER, "mean means meant meant meaning" },
  { PLX_ACT_COME, "come comes came come coming" },
  { PLX_ACT_OTHER, "begin begins began begun beginning" },
  { PLX_ACT_OTHER, "get gets got got getting" },
  { PLX_ACT_OTHER, "meet meets met met meeting" },
  { PLX_ACT_OTHER, "pay pays paid paid paying" },
  { PLX_ACT_OTHER, "send sends sent sent sending" },
  { PLX_ACT_OTHER, "spend spends spent spent spending" },
  { PLX_ACT_OTHER, "show shows showed shown showing" },
  { PLX_ACT_OTHER, "sell sells sold sold selling" },
  { PLX_ACT_OTHER, "buy buys bought bought buying" },
  { PLX_ACT_OTHER, "build builds built built building" },
  { PLX_ACT_OTHER, "break breaks broke broken breaking" },
  { PLX_ACT_OTHER, "fall falls fell fallen falling" },
  { PLX_ACT_OTHER, "fly flies flew flown flying" },
  { PLX_ACT_OTHER, "grow grows grew grown growing" },
  { PLX_ACT_OTHER, "shrink shrinks shrank shrunk shrinking" },
  { PLX_ACT_OTHER, "hear hears heard heard hearing" },
  { PLX_ACT_OTHER, "win wins won won winning" },
  { PLX_ACT_OTHER, "rise rises rose risen rising" },
  { PLX_ACT_OTHER, "run runs ran run running" },
  { PLX_ACT_OTHER, "owe owes owed owed owing" },
  { PLX_ACT_OTHER, "need needs needed needed needing" },
  { PLX_ACT_OTHER, "lack lacks lacked lacked lacking" },
  { PLX_ACT_OTHER, "rely relies relied relied relying" },
  { PLX_ACT_OTHER, "share shares shared shared sharing" },
  { PLX_ACT_OTHER, "fight fights fought fought fighting" },
  { PLX_ACT_OTHER, "forget forgets forgot forgotten forgetting" },
  { PLX_ACT_OTHER, "understand understands understood understood understanding" },
  { PLX_ACT_OTHER, "feel feels felt felt feeling" },
  { PLX_ACT_OTHER, "apply applies applied applied applying" },
  { PLX_ACT_OTHER, "date dates dated dated dating" },
  { PLX_ACT_OTHER, "allow allows allowed allowed allowing" },
  { PLX_ACT_OTHER, "oblige obliges obliged obliged obliging" },
  { PLX_ACT_OTHER, "require requires required required requiring" },
  { PLX_ACT_OTHER, "follow follows followed followed following" },
  { PLX_ACT_OTHER, "appear appears appeared appeared appearing" },
  { PLX_ACT_OTHER, "believe believes believed believed believing" },
  { PLX_ACT_OTHER, "agree agrees agreed agreed agreeing" },
  { PLX_ACT_OTHER, "exist exists existed existed existing" },
  { PLX_ACT_OTHER, "explain explains explained explained explaining" },
  { PLX_ACT_OTHER, "provide provides provided provided providing" },
  { PLX_ACT_OTHER, "prevent prevents prevented prevented preventing" },
  { PLX_ACT_OTHER, "oppose opposes opposed opposed opposing" },
  { PLX_ACT_OTHER, "ensure ensures ensured ensured ensuring" },
  { PLX_ACT_OTHER, "involve involves involved involved involving" },
  { PLX_ACT_OTHER, "maintain maintains maintained maintained maintaining" },
  { PLX_ACT_OTHER, "reiterate reiterates reiterated reiterated reiterating" },
  { PLX_ACT_OTHER, "stress stresses stressed stressed stressing" },
  { PLX_ACT_OTHER, "mark marks marked marked marking" },
  { PLX_ACT_OTHER, "allege alleges alleged alleged alleging" },
};

/* All other words. Those of one line are alike. */
static const struct
{
  PlxWordClass word_class;
  guint32      senses;
  const char  *words;
} words[] = {
  { PLX_WORD_DETERMINER, 0,
    "a an the this that these those its their his her our my your every another any such what" },
  { PLX_WORD_DETERMINER, PLX_SENSE_NEGATIVE,
    "no" },
  { PLX_WORD_PRONOUN, 0,
    "it they he she we i you them him us me one others someone everyone ours theirs" },
  { PLX_WORD_PRONOUN, PLX_SENSE_QUANTITY,
    "both all each some most many several few half either" },
  { PLX_WORD_PRONOUN, PLX_SENSE_QUANTITY | PLX_SENSE_NEGATIVE,
    "neither none" },
  { PLX_WORD_PRONOUN, PLX_SENSE_NEGATIVE,
    "nobody nothing" },
  { PLX_WORD_PREPOSITION, 0,
    "of from by with at on for over under between against above below during through via near "
    "towards toward about across behind beside despite upon onto per versus amid around past "
    "throughout ahead down up off along thanks due" },
  { PLX_WORD_PREPOSITION, PLX_SENSE_INSIDE,
    "in inside within into among amongst" },
  { PLX_WORD_PREPOSITION, PLX_SENSE_OUTSIDE,
    "outside out beyond" },
  { PLX_WORD_PREPOSITION, PLX_SENSE_LIKE,
    "like including alongside besides namely notably especially particularly" },
  { PLX_WORD_PREPOSITION, PLX_SENSE_UNLIKE,
    "unlike" },
  { PLX_WORD_PREPOSITION, PLX_SENSE_BUT,
    "except excepting excluding barring save bar" },
  { PLX_WORD_PREPOSITION, PLX_SENSE_NEGATIVE,
    "without" },
  { PLX_WORD_JOINT, 0,
    "and or but yet plus &" },
  { PLX_WORD_JOINT, PLX_SENSE_NEGATIVE,
    "nor" },
  { PLX_WORD_RELATIVE, 0,
    "which who whom whose where" },
  { PLX_WORD_SUBORDINATOR, 0,
    "because since as although though while whereas when after before until till once so than "
    "how why albeit" },
  { PLX_WORD_SUBORDINATOR, PLX_SENSE_CONDITION,
    "if whether unless lest provided" },
  { PLX_WORD_BE, 0,
    "is are was were be been being am 're 'm" },
  { PLX_WORD_HAVE, 0,
    "has have had having 've" },
  { PLX_WORD_DO, 0,
    "do does did done" },
  { PLX_WORD_MODAL, 0,
    "would could should may might must will shall can ca wo cannot 'll 'd ought" },
  { PLX_WORD_TO, 0,
    "to" },
  { PLX_WORD_NEGATION, 0,
    "not n't never hardly scarcely barely" },
  { PLX_WORD_ADVERB, 0,
    "itself themselves himself more less also too still now already yet even thus therefore "
    "indeed only just ever first later long then again however though instead together far "
    "further soon today currently at-last once alone twice nonetheless nevertheless meanwhile "
    "moreover otherwise perhaps maybe always often sometimes ago longer there here back away "
    "apart elsewhere thereafter hitherto straight rather quite very so-far yesterday tomorrow "
    "anyway likewise almost else abroad thereby incidentally" },
  { PLX_WORD_TIME, 0,
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december tonight spring summer autumn winter" },
  { PLX_WORD_NOUN, PLX_SENSE_SPAN,
    "year month week decade century day years months weeks decades centuries days hour hours "
    "minute minutes" },
  { PLX_WORD_NOUN, PLX_SENSE_MEMBER,
    "member founder cofounder adherent part" },
  { PLX_WORD_NOUN, PLX_SENSE_MEMBER | PLX_SENSE_PLURAL,
    "members founders cofounders adherents" },
  { PLX_WORD_NOUN, PLX_SENSE_MEMBER | PLX_SENSE_DENIED,
    "nonmember" },
  { PLX_WORD_NOUN, PLX_SENSE_MEMBER | PLX_SENSE_DENIED | PLX_SENSE_PLURAL,
    "nonmembers" },
  { PLX_WORD_NOUN, PLX_SENSE_SIGNATORY,
    "signatory" },
  { PLX_WORD_NOUN, PLX_SENSE_SIGNATORY | PLX_SENSE_PLURAL,
    "signatories" },
  { PLX_WORD_NOUN, PLX_SENSE_SIGNATORY | PLX_SENSE_DENIED,
    "nonsignatory" },
  { PLX_WORD_NOUN, PLX_SENSE_SIGNATORY | PLX_SENSE_DENIED | PLX_SENSE_PLURAL,
    "nonsignatories" },
  { PLX_WORD_NOUN, PLX_SENSE_PARTY,
    "party" },
  { PLX_WORD_NOUN, PLX_SENSE_PARTY | PLX_SENSE_PLURAL,
    "parties" },
  { PLX_WORD_NOUN, PLX_SENSE_ALLY,
    "ally" },
  { PLX_WORD_NOUN, PLX_SENSE_ALLY | PLX_SENSE_PLURAL,
    "allies" },
  { PLX_WORD_NOUN, PLX_SENSE_SEAT,
    "seat" },
  { PLX_WORD_NOUN, PLX_SENSE_SEAT | PLX_SENSE_PLURAL,
    "seats" },
  { PLX_WORD_NOUN, PLX_SENSE_STATE,
    "country nation state kingdom republic neighbour neighbor land economy power democracy "
    "newcomer giant superpower sultanate emirate monarchy archipelago heavyweight capital" },
  { PLX_WORD_NOUN, PLX_SENSE_STATES,
    "countries nations states kingdoms republics neighbours neighbors governments economies "
    "powers democracies newcomers giants capitals superpowers monarchies" },
  { PLX_WORD_NOUN, PLX_SENSE_GOVERNMENT,
    "government parliament authorities regime junta leadership senate legislature lawmakers "
    "administration congress duma knesset bundestag diet legislators deputies cabinet mps "
    "rulers" },
  { PLX_WORD_NOUN, PLX_SENSE_MEMBERSHIP,
    "membership accession ratification admission entry adhesion" },
  { PLX_WORD_NOUN, PLX_SENSE_SIGNING,
    "signature signatures name" },
  { PLX_WORD_NOUN, PLX_SENSE_LEAVING,
    "withdrawal departure expulsion exclusion secession exit brexit" },
  { PLX_WORD_NOUN, PLX_SENSE_ABSENCE,
    "absence non-membership" },
  { PLX_WORD_NOUN, PLX_SENSE_FAILURE,
    "failure refusal reluctance unwillingness" },
  { PLX_WORD_NOUN, PLX_SENSE_OFFER,
    "invitation invitations offer offers chance idea" },
  { PLX_WORD_NOUN, PLX_SENSE_SUSPENDING,
    "suspension" },
  { PLX_WORD_NOUN, PLX_SENSE_BODY,
    "bloc alliance club group grouping organisation organization pact treaty statute charter "
    "convention ranks family fold circle list court tribunal union forum council body rolls "
    "framework institution rank camp orbit founding" },
  { PLX_WORD_NOUN, PLX_SENSE_FORMER,
    "former erstwhile one-time ex" },
  { PLX_WORD_NOUN, PLX_SENSE_COMING,
    "potential future prospective aspiring possible likely honorary associate candidate "
    "hopeful alleged supposed imaginary would-be partner incoming eventual" },
  { PLX_WORD_NOUN, PLX_SENSE_RANK,
    "first second third fourth fifth sixth seventh eighth ninth tenth only last latest newest "
    "sole next youngest oldest" },
  { PLX_WORD_NOUN, PLX_SENSE_TALE,
    "rumour rumours rumor rumors claims claim allegation allegations suggestion suggestions "
    "speculation belief notion possibility prospect myth hope hopes fear fears threat "
    "impression illusion proposal likelihood dream wish question doubt doubts reports report "
    "expectation chances risk untrue false wrong unlikely fiction mistaken demand falsely "
    "wrongly mistakenly incorrectly erroneously incorrect unclear uncertain fake condition" },
};

/* "Ratified" has no table of its own: most verbs go by their ending. */
static void
guess (const char  *word,
       PlxWordInfo *info)
{
  static const char * const nouns[] = { "united", "hundred", "indeed", "speed", "breed", "creed",
                                        "seed", "need", "feed", "weed", "greed", "red", "bed",
                                        "so-called", "wed", "shed", "sacred", "naked", NULL };
  static const char * const no_adverbs[] = { "ally", "italy", "family", "july", "only", "reply",
                                             "supply", "assembly", "early", "likely", "holy",
                                             "friendly", "daily", "weekly", "monthly", "yearly",
                                             "ugly", "deadly", "costly", "elderly", "sicily",
                                             "anomaly", "bully", "unlikely", NULL };
  gsize length = strlen (word);

  if (length > 4 && g_str_has_suffix (word, "ed") && !g_strv_contains (nouns, word))
    {
      info->word_class = PLX_WORD_VERB;
      info->form = PLX_WORD_PARTICIPLE;
    }
  else if (length > 4 && g_str_has_suffix (word, "ly") && !g_strv_contains (no_adverbs, word))
    {
      info->word_class = PLX_WORD_ADVERB;
    }
}

/* "38th", of which the ending is gone, "thirtieth". */
static gboolean
is_ordinal (const char *word)
{
  return g_ascii_isdigit (*word) || g_str_has_suffix (word, "tieth") ||
         g_str_has_suffix (word, "teenth") || g_str_has_suffix (word, "elfth") ||
         g_str_has_suffix (word, "eventh");
}

/* "Largest", but not "arrest". */
static gboolean
is_superlative (const char *word)
{
  static const char * const others[] = { "arrest", "bequest", "conquest", "contest", "crest",
                                         "digest", "earnest", "everest", "forest", "guest",
                                         "harvest", "honest", "inquest", "interest", "invest",
                                         "manifest", "midwest", "modest", "northwest", "priest",
                                         "protest", "quest", "request", "southwest", "tempest",
                                         "unrest", "chest", "detest", "attest", "infest", "molest",
                                         "divest", "congest", NULL };

  return strlen (word) > 4 && g_str_has_suffix (word, "est") && !g_strv_contains (others, word);
}

static void
add (GHashTable        *table,
     const char        *word,
     const PlxWordInfo *info)
{
  PlxWordInfo *known = g_hash_table_lookup (table, word);

  /* "Founded" and "found": the first of two readings, with the senses of both. */
  if (known != NULL)
    known->senses |= info->senses;
  else
    g_hash_table_insert (table, g_strdup (word), g_memdup2 (info, sizeof *info));
}

static GHashTable *
load (void)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) each = g_strsplit (words[i].words, " ", -1);
      const PlxWordInfo info = { words[i].word_class, PLX_ACT_OTHER, PLX_WORD_BASE,
                                 words[i].senses };

      for (guint j = 0; each[j] != NULL; j++)
        add (table, each[j], &info);
    }

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (GStrv) each = g_strsplit (verbs[i].forms, " ", -1);

      for (guint j = 0; each[j] != NULL; j++)
        {
          PlxWordInfo info = { PLX_WORD_VERB, verbs[i].act, j, 0 };

          /* "Joined" is both, "quit" more than that. */
          if (j == PLX_WORD_PAST && g_str_equal (each[j], each[PLX_WORD_PARTICIPLE]))
            info.form = PLX_WORD_PARTICIPLE;
          add (table, each[j], &info);
        }
    }

  return table;
}

/**
 * plx_statement_word_lookup:
 * @word: a word in small letters
 *
 * Tells what is known of a word for the reading of statements: by itself, or by its ending.
 *
 * Returns: (transfer none): what it is
 */
const PlxWordInfo *
plx_statement_word_lookup (const char *word)
{
  static GHashTable *table;
  static const PlxWordInfo unknown = { 0 };
  static const PlxWordInfo past = { .word_class = PLX_WORD_VERB, .form = PLX_WORD_PARTICIPLE };
  static const PlxWordInfo rank = { .senses = PLX_SENSE_RANK };
  static const PlxWordInfo adverb = { .word_class = PLX_WORD_ADVERB };
  const PlxWordInfo *info;
  PlxWordInfo guessed = { 0 };

  if (g_once_init_enter_pointer (&table))
    g_once_init_leave_pointer (&table, load ());

  info = g_hash_table_lookup (table, word);
  if (info != NULL)
    return info;

  if (is_ordinal (word) || is_superlative (word))
    return &rank;

  guess (word, &guessed);
  if (guessed.word_class == PLX_WORD_VERB)
    return &past;

  return guessed.word_class == PLX_WORD_ADVERB ? &adverb : &unknown;
}
