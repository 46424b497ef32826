/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mail-forms"

#include "config.h"

#include "reading/mail/plx-mail-forms.h"

#include <string.h>

#include "reading/article/plx-dates.h"
#include "reading/article/plx-draft.h"

/* A divider or the line before a forwarded mail says no more than this. */
#define DIVIDER_WORDS 6

/* “On Monday … Jane Doe of the Harbour Ledger <jane@…> wrote:” */
#define ATTRIBUTION_WORDS 40

/* A footer's paragraph is no longer; an article may speak of subscribers too. */
#define FOOTER_WORDS 80

typedef enum
{
  LABEL_NONE,
  LABEL_FROM,
  LABEL_DATE,
  LABEL_SUBJECT,
  LABEL_OTHER,
} Label;

static const struct
{
  const char *word;
  Label       label;
} labels[] = {
  { "From", LABEL_FROM },          { "Von", LABEL_FROM },           { "De", LABEL_FROM },
  { "Da", LABEL_FROM },            { "Van", LABEL_FROM },           { "Från", LABEL_FROM },
  { "Fra", LABEL_FROM },           { "Od", LABEL_FROM },            { "От", LABEL_FROM },
  { "Від", LABEL_FROM },           { "发件人", LABEL_FROM },        { "寄件者", LABEL_FROM },
  { "差出人", LABEL_FROM },        { "보낸 사람", LABEL_FROM },     { "Lähettäjä", LABEL_FROM },
  { "Kimden", LABEL_FROM },        { "Feladó", LABEL_FROM },        { "Από", LABEL_FROM },
  { "من", LABEL_FROM },            { "Sender", LABEL_FROM },        { "Expéditeur", LABEL_FROM },
  { "Date", LABEL_DATE },          { "Sent", LABEL_DATE },          { "Gesendet", LABEL_DATE },
  { "Datum", LABEL_DATE },         { "Envoyé", LABEL_DATE },        { "Fecha", LABEL_DATE },
  { "Enviado", LABEL_DATE },       { "Enviado el", LABEL_DATE },    { "Data", LABEL_DATE },
  { "Enviada em", LABEL_DATE },    { "Inviato", LABEL_DATE },       { "Verzonden", LABEL_DATE },
  { "Skickat", LABEL_DATE },       { "Sendt", LABEL_DATE },         { "Dato", LABEL_DATE },
  { "Wysłano", LABEL_DATE },       { "Odesláno", LABEL_DATE },      { "Дата", LABEL_DATE },
  { "Отправлено", LABEL_DATE },    { "Надіслано", LABEL_DATE },     { "发送时间", LABEL_DATE },
  { "日期", LABEL_DATE },          { "日時", LABEL_DATE },          { "送信日時", LABEL_DATE },
  { "보낸 날짜", LABEL_DATE },     { "Lähetetty", LABEL_DATE },     { "Tarih", LABEL_DATE },
  { "Gönderildi", LABEL_DATE },    { "Küldve", LABEL_DATE },        { "Ημερομηνία", LABEL_DATE },
  { "تاريخ", LABEL_DATE },         { "Päivämäärä", LABEL_DATE },    { "Le", LABEL_OTHER },
  { "Subject", LABEL_SUBJECT },    { "Betreff", LABEL_SUBJECT },    { "Objet", LABEL_SUBJECT },
  { "Asunto", LABEL_SUBJECT },     { "Assunto", LABEL_SUBJECT },    { "Oggetto", LABEL_SUBJECT },
  { "Onderwerp", LABEL_SUBJECT },  { "Ämne", LABEL_SUBJECT },       { "Emne", LABEL_SUBJECT },
  { "Temat", LABEL_SUBJECT },      { "Předmět", LABEL_SUBJECT },    { "Тема", LABEL_SUBJECT },
  { "主题", LABEL_SUBJECT },       { "主旨", LABEL_SUBJECT },       { "件名", LABEL_SUBJECT },
  { "제목", LABEL_SUBJECT },       { "Aihe", LABEL_SUBJECT },       { "Konu", LABEL_SUBJECT },
  { "Tárgy", LABEL_SUBJECT },      { "Θέμα", LABEL_SUBJECT },       { "الموضوع", LABEL_SUBJECT },
  { "To", LABEL_OTHER },           { "An", LABEL_OTHER },           { "À", LABEL_OTHER },
  { "Para", LABEL_OTHER },         { "A", LABEL_OTHER },            { "Aan", LABEL_OTHER },
  { "Till", LABEL_OTHER },         { "Til", LABEL_OTHER },          { "Do", LABEL_OTHER },
  { "Komu", LABEL_OTHER },         { "Кому", LABEL_OTHER },         { "收件人", LABEL_OTHER },
  { "收件者", LABEL_OTHER },       { "宛先", LABEL_OTHER },         { "받는 사람", LABEL_OTHER },
  { "Kime", LABEL_OTHER },         { "Címzett", LABEL_OTHER },      { "Προς", LABEL_OTHER },
  { "إلى", LABEL_OTHER },          { "Vastaanottaja", LABEL_OTHER }, { "Cc", LABEL_OTHER },
  { "CC", LABEL_OTHER },           { "Kopie", LABEL_OTHER },        { "抄送", LABEL_OTHER },
  { "Копия", LABEL_OTHER },        { "Reply-To", LABEL_OTHER },     { "Antwort an", LABEL_OTHER },
  { "Organization", LABEL_OTHER }, { "Bcc", LABEL_OTHER },          { "Importance", LABEL_OTHER },
};

/* As g_str_has_prefix(), which measures all of @text each time. */
static gboolean
starts_with (const char *text,
             const char *start)
{
  return strncmp (text, start, strlen (start)) == 0;
}

/* “ :” and “：” are colons too, in French and Chinese. */
static gsize
measure_colon (const char *text)
{
  gsize spaces = strspn (text, " *");

  if (starts_with (text + spaces, "\xC2\xA0"))
    spaces += 2;
  if (text[spaces] == ':')
    return spaces + 1 + strspn (text + spaces + 1, "*");
  if (starts_with (text + spaces, "：") && spaces == 0)
    return strlen ("：");

  return 0;
}

/* The label that @text starts with, and how many bytes it has with its colon. */
static Label
match_label (const char *text,
             gsize      *length)
{
  gsize stars = strspn (text, "*");

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gsize n = strlen (labels[i].word);
      gsize colon;

      if (strncmp (text + stars, labels[i].word, n) != 0)
        continue;
      colon = measure_colon (text + stars + n);
      if (colon == 0)
        continue;

      *length = stars + n + colon;
      return labels[i].label;
    }

  return LABEL_NONE;
}

/**
 * plx_mail_has_label:
 * @line: UTF-8
 *
 * Returns: whether it opens as a line of a mail's head does, in one of many languages
 */
gboolean
plx_mail_has_label (const char *line)
{
  gsize length;

  if (strchr (line, ':') == NULL && strstr (line, "：") == NULL)
    return FALSE;

  return match_label (line + strspn (line, " \t"), &length) != LABEL_NONE;
}

void
plx_mail_header_clear (PlxMailHeader *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->subject, g_free);
}

static void
take_value (PlxMailHeader *self,
            Label          label,
            const char    *start,
            const char    *end)
{
  g_autofree char *value = plx_text_squash (start, end - start);

  if (*value == '\0')
    return;

  if (label == LABEL_FROM && self->from == NULL)
    self->from = g_steal_pointer (&value);
  else if (label == LABEL_SUBJECT && self->subject == NULL)
    self->subject = g_steal_pointer (&value);
  else if (label == LABEL_DATE && self->date == NULL)
    self->date = plx_dates_to_iso (value, FALSE);
}

/**
 * plx_mail_header_read:
 * @self: (out caller-allocates): what the head says; clear it with [func@mail_header_clear]
 * @text: UTF-8: the lines of the head, or a block in which they run together
 *
 * Returns: whether @text is the head of a mail: it opens with a label, and tells the sender and
 *   the date or the subject
 */
gboolean
plx_mail_header_read (PlxMailHeader *self,
                      const char    *text)
{
  const char *value = NULL;
  Label current = LABEL_NONE;
  gboolean line_start = TRUE;
  gsize length;

  memset (self, 0, sizeof *self);
  text += strspn (text, " \t\n");
  if (match_label (text, &length) == LABEL_NONE)
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      Label label = line_start ? match_label (p, &length) : LABEL_NONE;

      line_start = *p == ' ' || *p == '\n' || *p == '\t';
      if (label == LABEL_NONE)
        continue;

      if (value != NULL)
        take_value (self, current, value, p);
      current = label;
      value = p + length;
    }
  take_value (self, current, value, value + strlen (value));

  if (self->from != NULL && (self->date != NULL || self->subject != NULL))
    return TRUE;

  plx_mail_header_clear (self);

  return FALSE;
}

static gboolean
contains_any (const char        *lower,
              const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (lower, *words) != NULL)
      return TRUE;

  return FALSE;
}

/* Words for passing a mail on, by their stems. */
static gboolean
speaks_of_forwarding (const char *lower)
{
  static const char *const stems[] = { "forward", "weitergel", "transf", "transmis", "reenvi",
                                       "encaminh", "inoltr", "doorgest", "vidarebef", "videres",
                                       "przekaz", "přepos", "переслан", "перенаправ", "转发",
                                       "轉寄", "転送", "전달", "edelleen", "iletil", "továbbít",
                                       NULL };

  return contains_any (lower, stems);
}

/**
 * plx_mail_is_divider:
 * @line: UTF-8
 * @forward: (out): whether it says that what follows was passed on
 *
 * Returns: whether it parts a mail from another that it passes on or answers:
 *   “-----Original Message-----”, “Begin forwarded message:”
 */
gboolean
plx_mail_is_divider (const char *line,
                     gboolean   *forward)
{
  g_autofree char *text = NULL;
  g_autofree char *lower = NULL;
  gsize length = strlen (line);
  gsize left;
  gsize right = 0;
  PlxShape shape;

  *forward = FALSE;
  if (length < 8 || length > 120)
    return FALSE;

  text = plx_text_squash (line, length);
  lower = g_utf8_strdown (text, -1);
  length = strlen (text);
  left = strspn (text, "-_=");
  plx_shape_measure (&shape, text);
  while (right < length && strchr ("-_=", text[length - 1 - right]) != NULL)
    right++;

  *forward = speaks_of_forwarding (lower);
  if (shape.n_words < 1 || shape.n_words > DIVIDER_WORDS)
    return FALSE;

  return (left >= 3 && right >= 3) ||
         (*forward && (g_str_has_suffix (text, ":") || g_str_has_suffix (text, "：")));
}

/**
 * plx_mail_is_attribution:
 * @text: UTF-8: a line, or lines joined
 * @quoted: whether what stands under it is marked as quoted, so that less has to be said
 *
 * Returns: whether it says who wrote what is quoted under it: “On … Jane Doe wrote:”
 */
gboolean
plx_mail_is_attribution (const char *text,
                         gboolean    quoted)
{
  static const char *const verbs[] = { "wrote", "schrieb", "a écrit", "escribió", "ha scritto",
                                       "escreveu", "schreef", "skrev", "napisał", "pisze",
                                       "napsal", "пишет", "написал", "пише", "写道", "寫道",
                                       "のメール", "작성", "kirjoitti", "yazdı", "írta", "έγραψε",
                                       "كتب", NULL };
  g_autofree char *squashed = NULL;
  PlxDateFind find = { .hour = -1 };
  gboolean mailbox;
  gboolean verb;
  PlxShape shape;

  if (strchr (text, ':') == NULL && strstr (text, "：") == NULL)
    return FALSE;

  squashed = plx_text_squash (text, -1);
  mailbox = strchr (squashed, '@') != NULL;
  verb = contains_any (squashed, verbs);
  if (!g_str_has_suffix (squashed, ":") && !g_str_has_suffix (squashed, "："))
    return FALSE;

  plx_shape_measure (&shape, squashed);
  if (shape.n_words > ATTRIBUTION_WORDS)
    return FALSE;
  if (!plx_dates_find (squashed, FALSE, &find))
    return quoted && (mailbox || verb);

  return quoted || mailbox || (verb && find.hour >= 0);
}

/* The bytes of the prefix at the start of @subject: “Re:”, “AW:”, “Fwd[2]:”, “回复：”; 0 for none. */
static gsize
measure_prefix (const char *subject,
                gboolean   *forward)
{
  static const struct
  {
    const char *word;
    gboolean    forward;
  } prefixes[] = {
    { "re", FALSE },   { "aw", FALSE },   { "antw", FALSE },  { "sv", FALSE },    { "vs", FALSE },
    { "ref", FALSE },  { "rif", FALSE },  { "res", FALSE },   { "odp", FALSE },   { "ynt", FALSE },
    { "r", FALSE },    { "回复", FALSE }, { "答复", FALSE },  { "回覆", FALSE },  { "vá", FALSE },
    { "fwd", TRUE },   { "fw", TRUE },    { "wg", TRUE },     { "tr", TRUE },     { "rv", TRUE },
    { "enc", TRUE },   { "i", TRUE },     { "pd", TRUE },     { "vb", TRUE },
    { "doorst", TRUE },
    { "转发", TRUE },  { "轉寄", TRUE },  { "vl", TRUE },     { "ilt", TRUE },
    { "továbbítás", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize n = strlen (prefixes[i].word);
      gsize count;

      if (g_ascii_strncasecmp (subject, prefixes[i].word, n) != 0)
        continue;
      /* One letter may begin a headline of the form “R: a life”, but not in capitals of its own. */
      if (n == 1 && (!g_ascii_isupper (*subject) || subject[1] != ':' || subject[2] != ' '))
        continue;

      count = strspn (subject + n, "[]()0123456789 ");
      if (subject[n + count] == ':' || starts_with (subject + n + count, "："))
        {
          *forward |= prefixes[i].forward;
          return n + count + (subject[n + count] == ':' ? 1 : strlen ("："));
        }
    }

  return 0;
}

/**
 * plx_mail_strip_subject:
 * @subject: UTF-8
 * @forward: (out): whether the first prefix says that the mail was passed on
 *
 * Returns: (transfer full): @subject without what mail programs put before it
 */
char *
plx_mail_strip_subject (const char *subject,
                        gboolean   *forward)
{
  g_autofree char *text = plx_text_squash (subject, -1);
  const char *rest = text;
  gboolean other = FALSE;
  gsize length;

  *forward = FALSE;
  for (gboolean first = TRUE; (length = measure_prefix (rest, &other)) > 0; first = FALSE)
    {
      /* “Re: Fwd:” answers what was passed on. */
      if (first)
        *forward = other;
      rest += length;
      rest += strspn (rest, " ");
    }
  if (g_str_has_suffix (rest, "(fwd)"))
    {
      *forward = TRUE;
      return g_strstrip (g_strndup (rest, strlen (rest) - strlen ("(fwd)")));
    }

  return g_strdup (rest);
}

/* What speaks of leaving a list, by stems; each is said to subscribers only. */
static const char *const leaving[] = {
  "unsubscribe", "opt out of", "opt-out", "email preferences", "e-mail preferences",
  "manage your subscription", "manage preferences", "update your preferences", "abmelden",
  "abbestellen", "désabonne", "désinscri", "desabonn", "darse de baja",
  "darte de baja", "cancelar la suscripción", "cancelar suscripción", "cancelar a inscrição",
  "cancelar inscrição", "descadastr", "disiscri", "annulla l'iscrizione",
  "afmelden", "uitschrijven", "avregistrera", "avsluta prenumeration", "avprenumerera",
  "afmeld", "avmeld", "meld deg av", "peruuta tilaus", "wypisz", "wypisać się", "odhlásit",
  "odhlásiť", "отписаться", "відписатися", "dezabon", "leiratkoz", "abonelikten", "διαγραφή",
  "退订", "取消订阅", "取消訂閱", "配信停止", "수신거부", "إلغاء الاشتراك", NULL
};

/* What a newsletter says to those whose mail program shows it badly, or of itself. */
static const char *const showing[] = {
  "in your browser", "in a browser", "in browser", "web version", "webversion", "online version",
  "view online", "read online", "im browser", "online ansehen", "onlineversion",
  "dans votre navigateur", "dans le navigateur", "version en ligne", "en el navegador",
  "en su navegador", "en tu navegador", "versión en línea", "nel browser", "nel tuo browser",
  "versione online", "no navegador", "versão online", "in je browser", "in uw browser",
  "i webbläsaren", "w przeglądarce", "v prohlížeči", "в браузере", "у браузері", "trouble viewing",
  "tarayıcıda", "在浏览器中", "在瀏覽器", "ブラウザで", "브라우저에서", NULL
};

static const char *const received[] = {
  "you received this message because", "you are receiving this", "you're receiving this",
  "you received this email because", "you received this because", "this email was sent to",
  "this message was sent to", "this newsletter was sent", "mailing list", "sie erhalten diese",
  "diese e-mail wurde an", "vous recevez ce", "cet e-mail a été envoyé", "recibe este correo",
  "recibes este", "este correo fue enviado", "ricevi questa", "ricevete questa",
  "questa email è stata inviata", "você recebeu est", "você está recebendo", "je ontvangt deze",
  "u ontvangt deze", "du får det här", "du får detta", "otrzymujesz tę", "вы получили это",
  "add us to your address book", "powered by mailchimp", "forward to a friend",
  "forwarded this email", NULL
};

static const char *const secret[] = {
  "confidential", "vertraulich", "confidentiel", "confidencial", "riservat", "vertrouwelijk",
  "konfidentiel", "konfidentsial", "poufn", "конфиденциальн", "luottamuksel", NULL
};

static const char *const recipient[] = {
  "recipient", "addressee", "empfänger", "destinataire", "destinatari", "destinatário",
  "geadresseerde", "mottagare", "modtager", "adresat", "получател", "vastaanottaj", NULL
};

static const char *const sent_from[] = {
  "sent from my ", "sent from mail for", "sent from outlook", "get outlook for",
  "sent from yahoo", "von meinem ", "envoyé de mon ", "envoyé depuis", "enviado desde mi",
  "enviado do meu", "inviato da ", "verzonden vanaf mijn", "verstuurd vanaf mijn",
  "skickat från min", "sendt fra min", "wysłane z ", "отправлено с ", "lähetetty ", "发自我的",
  "iphoneから送信", NULL
};

/**
 * plx_mail_judge_line:
 * @text: UTF-8: a block, wherever it stands
 *
 * Returns: why it is cut, where its own words and its length leave no doubt; else `PLX_CUT_NONE`
 */
PlxCutReason
plx_mail_judge_line (const char *text)
{
  g_autofree char *lower = NULL;
  PlxShape shape;

  plx_shape_measure (&shape, text);
  if (shape.n_words > 25)
    return PLX_CUT_NONE;

  lower = g_utf8_strdown (text, -1);
  if (shape.n_words <= 18 && contains_any (lower, showing))
    return PLX_CUT_NEWSLETTER;
  if (shape.n_words <= 12 && (contains_any (lower, leaving)))
    return PLX_CUT_NEWSLETTER;
  if (shape.n_words <= 8)
    for (guint i = 0; sent_from[i] != NULL; i++)
      if (g_str_has_prefix (lower, sent_from[i]))
        return PLX_CUT_TEMPLATE;

  return PLX_CUT_NONE;
}

/**
 * plx_mail_judge_footer:
 * @text: UTF-8: a block at the end of a mail
 *
 * Returns: why it is cut, where it speaks of the list or the mail and not of what the mail is
 *   about; else `PLX_CUT_NONE`
 */
PlxCutReason
plx_mail_judge_footer (const char *text)
{
  PlxCutReason reason = plx_mail_judge_line (text);
  g_autofree char *lower = NULL;
  PlxShape shape;

  if (reason != PLX_CUT_NONE)
    return reason;

  plx_shape_measure (&shape, text);
  lower = g_utf8_strdown (text, -1);
  /* Lawyers write long paragraphs. */
  if (contains_any (lower, secret) && contains_any (lower, recipient))
    return PLX_CUT_LEGAL;
  if (shape.n_words > FOOTER_WORDS)
    return PLX_CUT_NONE;
  if (contains_any (lower, leaving) || contains_any (lower, received))
    return PLX_CUT_NEWSLETTER;

  return PLX_CUT_NONE;
}
