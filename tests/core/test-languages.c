/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "reading/article/plx-guess-language.h"

/* Of our own writing: a ferry that does not leave. */
static const struct
{
  const char *language;
  const char *text;
} texts[] = {
  { "en", "The ferry did not leave the port on Monday because of the storm, and nobody could "
          "say when it would be able to go out again." },
  { "de", "Die Fähre hat den Hafen am Montag wegen des Sturms nicht verlassen, und niemand "
          "konnte sagen, wann sie wieder auslaufen wird." },
  { "fr", "Le ferry n’a pas quitté le port lundi à cause de la tempête, et personne ne "
          "pouvait dire quand il pourra de nouveau partir en mer." },
  { "es", "El transbordador no salió del puerto el lunes a causa de la tormenta, y nadie "
          "pudo decir cuándo podrá volver a salir." },
  { "it", "Il traghetto non ha lasciato il porto lunedì a causa della tempesta, e nessuno ha "
          "saputo dire quando potrà di nuovo partire." },
  { "pt", "O barco não saiu do porto na segunda-feira por causa da tempestade, e ninguém "
          "soube dizer quando é que ele vai poder sair." },
  { "nl", "De veerboot is maandag niet uit de haven vertrokken vanwege de storm, en niemand "
          "kon zeggen wanneer het schip weer zal varen." },
  { "pl", "Prom nie wypłynął w poniedziałek z portu z powodu sztormu i nikt nie potrafił "
          "powiedzieć, kiedy będzie mógł znowu wyjść na morze, ale to może potrwać." },
  { "sv", "Färjan lämnade inte hamnen på måndagen på grund av stormen, och ingen kunde säga "
          "när den skulle kunna gå ut igen." },
  { "da", "Færgen forlod ikke havnen mandag på grund af stormen, og ingen kunne sige, "
          "hvornår den igen vil være i stand til at sejle efter det." },
  { "no", "Ferja forlot ikke havna mandag på grunn av stormen, og ingen kunne si når den "
          "skulle gå ut igjen etter det som har skjedd nå." },
  { "fi", "Lautta ei lähtenyt satamasta maanantaina myrskyn takia, eikä kukaan voinut sanoa, "
          "koska se pääsee taas merelle, mutta se ei ole vielä varmaa, että niin on." },
  { "cs", "Trajekt v pondělí nevyplul z přístavu kvůli bouři a nikdo nemohl říct, kdy bude "
          "moci znovu vyplout, protože se to ještě neví a moře je stále velmi zlé." },
  { "sk", "Trajekt v pondelok nevyplával z prístavu pre búrku a nikto nevedel povedať, kedy "
          "bude môcť znova vyplávať, ale more je už dnes o niečo pokojnejšie." },
  { "hu", "A komp hétfőn nem hagyta el a kikötőt a vihar miatt, és senki sem tudta "
          "megmondani, hogy mikor tud ismét kifutni a tengerre, de ez már nem az első eset." },
  { "ro", "Feribotul nu a plecat din port luni din cauza furtunii, și nimeni nu a putut să "
          "spună când va putea să iasă din nou pe mare." },
  { "tr", "Feribot fırtına nedeniyle pazartesi günü limandan ayrılmadı ve kimse ne zaman "
          "yeniden denize açılacağını söyleyemedi, ancak bu gibi günler için çok bir şey "
          "olmadı." },
  { "hr", "Trajekt u ponedjeljak nije isplovio iz luke zbog oluje i nitko nije mogao reći "
          "kada će ponovno moći na more, jer to još ne zna ni kapetan." },
  { "sl", "Trajekt v ponedeljek zaradi nevihte ni izplul iz pristanišča in nihče ni mogel "
          "povedati, kdaj bo lahko spet na morju, ker se to še ne ve." },
  { "lt", "Keltas pirmadienį dėl audros neišplaukė iš uosto ir niekas negalėjo pasakyti, "
          "kada jis vėl galės išplaukti, nes tai dar nėra aišku, bet bus po audros." },
  { "lv", "Prāmis pirmdien vētras dēļ neizgāja no ostas, un neviens nevarēja pateikt, kad "
          "tas atkal varēs iet jūrā, jo tas vēl nav zināms, bet būs pēc vētras." },
  { "et", "Praam ei lahkunud esmaspäeval tormi tõttu sadamast ja keegi ei osanud öelda, "
          "millal see jälle merele saab, sest see ei ole veel teada, aga nii see on." },
  { "id", "Kapal feri itu tidak berangkat dari pelabuhan pada hari Senin karena badai, dan "
          "tidak ada yang dapat mengatakan kapan kapal akan berlayar lagi." },
  { "vi", "Chiếc phà đã không rời cảng vào thứ Hai vì cơn bão, và không ai có thể nói khi "
          "nào nó sẽ được ra khơi trở lại." },
  { "ca", "El transbordador no va sortir del port dilluns a causa de la tempesta, i ningú no "
          "va poder dir quan podrà tornar a sortir, però això és així." },
  { "sq", "Trageti nuk u largua nga porti të hënën për shkak të stuhisë dhe askush nuk mund "
          "të thoshte se kur do të jetë në gjendje të dalë përsëri." },
  { "sw", "Kivuko hakikuondoka bandarini siku ya Jumatatu kwa sababu ya dhoruba, na hakuna "
          "mtu aliyeweza kusema ni lini kitaweza kuondoka tena katika bandari hiyo." },
  { "af", "Die veerboot het nie Maandag die hawe verlaat nie as gevolg van die storm, en "
          "niemand kon sê wanneer dit weer sal vaar nie." },
  { "ru", "Паром в понедельник не вышел из порта из-за шторма, и никто не мог сказать, когда "
          "он снова сможет выйти в море, но это было уже не в первый раз." },
  { "uk", "Пором у понеділок не вийшов із порту через шторм, і ніхто не міг сказати, коли "
          "він знову зможе вийти в море, але це було вже не вперше." },
  { "bg", "Фериботът не напусна пристанището в понеделник заради бурята и никой не можеше да "
          "каже кога ще може отново да излезе в морето, но това не е за първи път." },
  { "sr", "Трајект у понедељак није испловио из луке због олује и нико није могао да каже "
          "када ће поново моћи на море, јер се то још не зна." },
  { "ar", "لم تغادر العبارة الميناء يوم الاثنين بسبب العاصفة، ولم يتمكن أحد من أن يقول متى "
          "ستبحر مرة أخرى في البحر بعد هذه العاصفة التي كانت قد بدأت قبل ذلك." },
  { "fa", "کشتی روز دوشنبه به دلیل طوفان بندر را ترک نکرد و هیچ کس نمی توانست بگوید که این "
          "کشتی از چه زمانی باز هم به دریا خواهد رفت، اما این بار اول نبود." },
  { "ur", "طوفان کی وجہ سے کشتی پیر کو بندرگاہ سے نہیں نکلی اور کوئی یہ نہیں کہہ سکا کہ وہ "
          "دوبارہ کب سمندر میں جا سکے گی، اس لیے سب نے انتظار کیا ہے۔" },
  { "hi", "तूफ़ान के कारण नाव सोमवार को बंदरगाह से नहीं निकली और कोई यह नहीं कह सका कि वह "
          "फिर कब समुद्र में जा सकेगी, लेकिन यह पहली बार नहीं है।" },
  { "mr", "वादळामुळे बोट सोमवारी बंदरातून निघाली नाही आणि ती पुन्हा कधी समुद्रात जाईल हे "
          "कोणी सांगू शकले नाही, असे त्यांनी सांगितले आहे आणि ते खरे आहे." },
  { "el", "Το πλοίο δεν έφυγε από το λιμάνι τη Δευτέρα λόγω της καταιγίδας." },
  { "he", "המעבורת לא יצאה מהנמל ביום שני בגלל הסערה ואיש לא ידע מתי תצא." },
  { "ja", "フェリーは嵐のため月曜日に港を出なかった。いつ再び出航できるか、誰にも分からなかった。" },
  { "zh", "由于风暴，渡轮星期一没有离开港口，没有人能说它什么时候可以再次出海。" },
  { "ko", "폭풍 때문에 여객선은 월요일에 항구를 떠나지 않았고, 언제 다시 떠날 수 있을지 아무도 몰랐다." },
  { "th", "เรือข้ามฟากไม่ได้ออกจากท่าเมื่อวันจันทร์เพราะพายุ และไม่มีใครบอกได้ว่าเมื่อไร" },
  { "bn", "ঝড়ের কারণে সোমবার ফেরিটি বন্দর ছেড়ে যায়নি এবং কেউ বলতে পারেনি কখন যাবে।" },
  { "ta", "புயல் காரணமாக திங்களன்று படகு துறைமுகத்தை விட்டு வெளியேறவில்லை." },
  { "ka", "ბორანი ორშაბათს პორტიდან არ გასულა ქარიშხლის გამო და არავინ იცოდა როდის გავა." },
  { "hy", "Լաստանավը երկուշաբթի օրը փոթորկի պատճառով չի լքել նավահանգիստը։" },
  /* Nothing that anybody writes. */
  { NULL, "Xq zv brr tklm qwp oor jjk lmn vvb ssz ttr ghk pwq mnb zzx ccv qqe rrt yyu iio ppa" },
};

static GPtrArray *
make_drafts (const char *text,
             guint       n)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (drafts, plx_draft_new (text, -1));

  return drafts;
}

static void
test_each_language (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) drafts = make_drafts (texts[i].text, 1);

      g_test_message ("%s", texts[i].text);
      g_assert_cmpstr (plx_guess_language (drafts), ==, texts[i].language);
    }
}

static void
test_too_little (void)
{
  g_autoptr (GPtrArray) drafts = make_drafts ("The ferry is late.", 1);
  g_autoptr (GPtrArray) nothing = make_drafts ("", 1);

  g_assert_null (plx_guess_language (drafts));
  g_assert_null (plx_guess_language (nothing));
}

/* What a page says of itself is kept, and what its text says beside it. */
static void
test_wrong_promises (void)
{
  static const struct
  {
    const char *promised;
    guint       text;
    const char *other;
  } cases[] = {
    { "en-US", 1, "de" },
    { "de-AT", 1, NULL },
    { "nb", 10, NULL },
    /* Norwegian may well say of itself that it is Danish. */
    { "da", 10, NULL },
    { "en", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ("test", "html");
      g_autoptr (GPtrArray) drafts = make_drafts (texts[cases[i].text].text, 4);

      g_test_message ("%s", cases[i].promised);
      plx_document_set_field (document, PLX_FIELD_LANGUAGE, cases[i].promised, "html lang");
      plx_guess_language_fill (drafts, document);
      g_assert_cmpstr (document->fields[PLX_FIELD_LANGUAGE], ==, cases[i].promised);
      g_assert_cmpuint (document->others->len, ==, cases[i].other != NULL);
      if (cases[i].other == NULL)
        continue;
      g_assert_cmpstr (g_array_index (document->others, PlxOtherValue, 0).value, ==,
                       cases[i].other);
      g_assert_cmpstr (g_array_index (document->others, PlxOtherValue, 0).found, ==, "text");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/languages/each-language", test_each_language);
  g_test_add_func ("/languages/too-little", test_too_little);
  g_test_add_func ("/languages/wrong-promises", test_wrong_promises);

  return g_test_run ();
}
