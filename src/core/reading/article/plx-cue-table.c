/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cue-table"

#include "config.h"

#include "reading/article/plx-cue-table.h"

const PlxCue plx_cue_table[] = {
  { PLX_CUT_COMMENTS, 4,
    "^add a comment|^add comment|^cancel reply$|^comentarios$|^comment$|^commentaires$|"
    "^comments$|^have your say|^hide comments|^join the conversation|^join the debate|"
    "^join the discussion|^komentarze$|^kommentar|^kommentare$|^leave a comment|^leave a reply|"
    "^leave comment|^leave your comment|^let us know what you think|^load comments|"
    "^no comments$|^post a comment|^post comment|^read comments|^reader comments|^reply to|"
    "^reply$|^report abuse$|^see all comments|^share your thoughts|^show comments|"
    "^tell us what you think|^view all comments|^view comments|^what do you think$|"
    "^write a comment|^your comment|^your email$|^your name$|be the first to comment|"
    "comment data is processed|comment guidelines|comment policy|commenting guidelines|"
    "comments are closed|comments are moderated|comments closed|comments powered by|"
    "community guidelines|deja un comentario|dodaj komentarz|"
    "e mail address will not be published|e mail adresse wird nicht|"
    "email address will not be published|feel free to contribute|join the discussion|"
    "kommentar schreiben|kommentar verfassen|laisser un commentaire|log in to comment|"
    "login to comment|required fields are marked|save my name email|sign in to comment|"
    "thought on$|to leave a comment|to post a comment|to reduce spam|your comment is awaiting" },
  { PLX_CUT_COMMENTS, 3,
    "^commenting|commenting|house rules for comments|in the comment section|"
    "in the comments below|the comments section|thoughts on" },
  { PLX_CUT_COMMENTS, 2,
    "before you post|commenters|comments|first to comment|moderated|post your comment|"
    "see their replies|your comment|your thoughts" },
  { PLX_CUT_COMMENTS, 1,
    "comment|readers|replies|reply" },
  { PLX_CUT_DONATION, 4,
    "^become a member|^chip in|^donate now|^donate today|^donate$|^faites un don|^give now|"
    "^haz una donación|^help us$|^make a contribution|^make a donation|^support now|"
    "^support our|^support us$|^unterstützen sie|^we need your|^your support|"
    "a contribution however|become a patron|become a supporter|buy me a coffee|"
    "consider a donation|consider donating|consider making a donation|consider supporting|"
    "donate now|donate today|donation of any size|every dollar will be matched|"
    "from as little as|from our supporters|fund our journalism|funded by readers|"
    "has never been more important to support|join our members|keep our journalism free|"
    "keep our news free|make a one off|needs your help to|no billionaire owner|no shareholders|"
    "on patreon|one time gift|please consider a contribution|please consider donating|"
    "reader funded|reader supported|small favor to ask|small favour to ask|"
    "support independent journalism|support journalism|support our journalism|support our work|"
    "support quality journalism|support us today|tax deductible|your contribution helps|"
    "your donation|your support helps" },
  { PLX_CUT_DONATION, 3,
    "behind a paywall|chip in|help us continue|help us keep|independent journalism|"
    "keep our reporters|no paywall|our journalism|our journalists|our mission|our newsroom|"
    "our readers|our reporters|our reporting|our supporters|people like you|please support|"
    "power our|quality journalism|readers like you|support the|we rely on|without your help|"
    "your contribution|your support" },
  { PLX_CUT_DONATION, 2,
    "a contribution|contribute today|crowdfunding|donate|donation|donations|journalism|"
    "monthly gift|non profit newsroom|nonprofit newsroom|our correspondents|paywall|support|"
    "supporting|we believe" },
  { PLX_CUT_DONATION, 1,
    "afford|contribution|contributions|readers|supporter|supporters" },
  { PLX_CUT_RELATED_LINK, 4,
    "^also on|^also read|^around the web|^auch interessant|^check out our|^click here to read|"
    "^continue reading|^czytaj także|^czytaj też|^das könnte sie auch|^dig deeper|^don't miss|"
    "^editor's picks|^editors' picks|^elsewhere on|^elsewhere$|^explore further$|^explore more|"
    "^explore more on|^for more news|^for more on|^for more stories|^from around the web|"
    "^from our partners|^full coverage|^full story|^further reading|^go deeper|"
    "^in case you missed|^in other news|^in pictures$|^keep reading|^latest articles|"
    "^latest news|^latest posts|^latest stories|^lea también|^learn more$|^lee también|"
    "^lees ook|^leggi anche|^leia mais|^leia também|^lesen sie auch|^lire aussi|^listen$|"
    "^load more|^mehr zum thema|^more about|^more from|^more in|^more like this|^more news|"
    "^more on|^more on this|^more stories|^more$|^most popular|^most read|^most shared|"
    "^most viewed|^next article|^next post|^next story|^our pick|^our picks|^popular posts|"
    "^popular stories|^previous article|^previous post|^previous story|^read also|"
    "^read full story|^read later|^read more|^read next|^read on$|^read our|"
    "^read the full story|^read this|^recent articles|^recent posts|^recent stories|"
    "^recommended for you|^recommended reading|^recommended stories|^recommended$|^related|"
    "^related article|^related articles|^related content|^related coverage|^related links|"
    "^related news|^related posts|^related read|^related reading|^related stories|"
    "^related story|^related topics|^related video|^related$|^see also|^see more|^see more$|"
    "^see our|^show more$|^stories for you|^te puede interesar|^the latest$|^top stories|"
    "^trending|^up next|^view more|^watch also|^watch more|^watch now|^watch$|^weitere artikel|"
    "^weiterlesen|^what to read next|^you may also|^you may be interested|^you might also|"
    "^you might like|^zobacz także|^zobacz też|^à lire aussi|^читайте также|"
    "also be interested in|also interested in" },
  { PLX_CUT_RELATED_LINK, 2,
    "click here|might interest you|read more|you may also like|you may like" },
  { PLX_CUT_RELATED_LINK, 1,
    "recommended|related" },
  { PLX_CUT_PROMO, 4,
    "^abonnieren|^add us as a preferred|^already have a subscription|^available now$|"
    "^become a subscriber|^buy now|^download now|^download the app|^follow us on|^follow us$|"
    "^follow$|^get started$|^get the app|^get the news app|^invite code|^join us on|"
    "^like us on|^listen now|^order now|^shop now|^special offer|^sponsored by$|"
    "^start your subscription|^subscribe now|^subscribe to|^subscribe today|^subscribe$|"
    "^try it free|already a subscriber|available on the app store|can be reached at|"
    "download our app|exclusive content for|find us on facebook|follow her on|follow him on|"
    "follow them on|follow us at|follow us on|free trial|get the free app|got a tip|have a tip|"
    "her work has appeared|his work has appeared|if you have a news tip|is a columnist|"
    "is a contributing|is a freelance|is a journalist based|is a reporter for|"
    "is a senior reporter|is a senior writer|is a staff writer|is a writer based|"
    "is the author of|jetzt abonnieren|join our telegram|join our whatsapp|"
    "listen to our podcast|may be reached at|on google play|on whatsapp channel|"
    "our telegram channel|our whatsapp channel|preferred source on google|send us a tip|"
    "subscribe for just|subscribe to continue|subscribers only|their work has appeared|"
    "to continue reading|unlimited access|you can now listen" },
  { PLX_CUT_PROMO, 2,
    "app store|cancel any time|cancel anytime|discount|our app|per month|podcast|promo code|"
    "subscribe|subscriber|subscribers|subscription" },
  { PLX_CUT_NEWSLETTER, 4,
    "^email address$|^enter your email|^get our newsletter|^never miss a|^newsletter|"
    "^newsletter$|^newsletters$|^sign up for|^sign up to|^sign up$|^stay informed$|"
    "^stay up to date|^your email address$|after newsletter promotion|by signing up|"
    "daily briefing newsletter|delivered directly to|delivered straight to|"
    "free daily newsletter|get breaking|get our daily|get our weekly|get the latest news|"
    "get the latest news delivered|get the latest updates|get the newsletter|in your inbox|"
    "join our mailing list|join the newsletter|newsletter abonnieren|our daily newsletter|"
    "our evening newsletter|our free newsletter|our mailing list|our morning email|"
    "our morning newsletter|our weekly email|our weekly newsletter|sign up for newsletter|"
    "sign up for our|sign up for ournewsletter|sign up for the|sign up here to get|sign up now|"
    "sign up to our|sign up to receive|subscribe to our|subscribe to our newsletter|"
    "subscribe to the newsletter|thank you for subscribing|thanks for signing up|"
    "thanks for subscribing|to your inbox|unsubscribe anytime|unsubscribe at any time|"
    "you can unsubscribe|you have successfully subscribed|zum newsletter" },
  { PLX_CUT_NEWSLETTER, 2,
    "delivered to|email updates|every morning|every weekday|get the latest|inbox|mailing list|"
    "never miss|newsletter|newsletters|sign up|unsubscribe" },
  { PLX_CUT_NEWSLETTER, 1,
    "recap|subscribe|weekly" },
  { PLX_CUT_COOKIES, 4,
    "^accept all|^accept cookies|^consent preferences|^cookie notice|^cookie policy|"
    "^cookie preferences|^cookie settings|^cookies policy|^manage consent|^manage cookies|"
    "^manage preferences|^privacy settings|^reject all|^strictly necessary|"
    "^we value your privacy|^your privacy|accept all cookies|cookie consent|"
    "cookie einstellungen|cookies to ensure|cookies to give|cookies to improve|"
    "our use of cookies|third party cookies|use cookies|use of cookies|uses cookies|"
    "utilise des cookies|utilizamos cookies|verwenden cookies|verwendet cookies|"
    "we and our partners|your privacy choices" },
  { PLX_CUT_COOKIES, 2,
    "browsing experience|consent to|cookie|cookies|legitimate interest|personalise content|"
    "personalize content|this site uses|this website uses" },
  { PLX_CUT_ACCOUNT, 4,
    "^already registered|^anmelden$|^create account|^create an account|^don't have an account|"
    "^einloggen$|^forgot password|^forgot your password|^iniciar sesión|^log in$|^log out$|"
    "^login$|^my account|^my profile|^password$|^please enable javascript|^please log in|"
    "^please login|^please reload|^please sign in|^register for free|^register now|^register$|"
    "^reload the page|^remember me$|^se connecter|^sign in$|^sign out$|^username|^welcome back|"
    "^your session|already have an account|be logged in|create a free account|"
    "enable javascript|javascript is disabled|log in or register|logged in as|"
    "login or register|need an account|refresh your browser|register or log in|"
    "reset your password|sign in or create|sign in or register|thank you for registering|"
    "verify your email|you are logged in|you are not logged in|your account has been|"
    "your browser does not support" },
  { PLX_CUT_ACCOUNT, 2,
    "create an account|log in|logged in|refresh the page|register|registering|reload the page|"
    "sign in|your account|your browser|your password" },
  { PLX_CUT_NAVIGATION, 4,
    "^about the author$|^about the authors$|^about us$|^about$|^all sections|^archive$|"
    "^archives$|^back to|^back to top|^browse$|^by$|^categories$|^category$|^close menu|"
    "^close$|^contact us|^contact$|^download$|^edition$|^end of list|^filed under|^from$|"
    "^gallery$|^go to|^headline$|^headlines$|^home$|^in this article$|^in this story$|^jump to|"
    "^key points$|^listen$|^live$|^loading|^main menu|^menu$|^most voted$|^navigation|^newest$|"
    "^next$|^oldest$|^open menu|^our sites|^page not found|^photos$|^play$|^posted in|^prev$|"
    "^previous$|^print edition|^quick links|^read in app|^reading time|^schlagwörter|"
    "^search for$|^search$|^section$|^sections$|^see all$|^site index|^site map|^sitemap|"
    "^skip to|^skip to content|^skip to main|^skip to navigation|^startseite$|^subscribe login|"
    "^table of contents$|^tagged|^tags|^tags$|^themen$|^toggle menu|^toggle navigation|^topics|"
    "^topics$|^transcript$|^video$|^view all$|^view profile|^watch live|^zum inhalt|"
    "list of items|min read$|mins read$|minute read$|minutes read$" },
  { PLX_CUT_NAVIGATION, 2,
    "business|jobs|lifestyle|opinion|sport|sports|weather" },
  { PLX_CUT_ADVERTISEMENT, 4,
    "^ad feedback|^ad$|^ads$|^advert$|^advertentie$|^advertise with|^advertise$|^advertisement|"
    "^advertisement$|^advertisements$|^advertiser content|^advertising$|^annonce$|^anzeige$|"
    "^article continues below|^content continues below|^continues below advertisement|^iklan$|"
    "^mainos$|^message from our sponsor|^paid content|^paid for by|^paid post|^partner content|"
    "^promoted content|^promoted$|^pubblicità$|^publicidad$|^publicidade$|^publicité$|"
    "^recommended by outbrain|^reklama$|^remove ads|^sponsor message|^sponsored by|"
    "^sponsored content|^sponsored$|^story continues below|^this is a paid|^video ad feedback|"
    "^werbung$|^реклама$|advertisement scroll to continue|affiliate links|earn a commission|"
    "may earn a commission|may get a share of the sale|referral links|scroll to continue|"
    "this advertisement has not loaded" },
  { PLX_CUT_ADVERTISEMENT, 2,
    "advertisement|advertisers|commission|sponsored" },
  { PLX_CUT_SHARE, 4,
    "^0 shares|^0shares$|^auf facebook teilen|^bookmark|^click to share|^compartir|^condividi|"
    "^copied$|^copy link|^copy url|^copy$|^drucken$|^email this|^email$|^embed$|^facebook$|"
    "^flipboard$|^gift this article|^give this article|^instagram$|^like loading|^like this$|"
    "^link copied|^link$|^linkedin$|^listen to article|^listen to this|^messenger$|^partager|"
    "^pinterest$|^pocket$|^post$|^print this|^print$|^reddit$|^save article|^save story|^save$|"
    "^send this|^send tips|^send to a friend|^share article|^share full article|^share on|"
    "^share or|^share story|^share the|^share this|^share this article|^share to|^share via|"
    "^share$|^sharing is caring|^spread the|^teilen$|^telegram$|^tweet this|^tweet$|^twitter$|"
    "^udostępnij|^whatsapp$|^x twitter$|^x$|^youtube$|share or comment on|shares$" },
  { PLX_CUT_SHARE, 2,
    "copy link|email|facebook|instagram|linkedin|pinterest|print|reddit|share|share this|"
    "telegram|tweet|twitter|whatsapp" },
  { PLX_CUT_LEGAL, 4,
    "^about our ads|^accessibility statement|^accessibility$|^code of ethics|^complaints|"
    "^copyright|^corrections policy|^corrections$|^datenschutz|^disclaimer|^do not sell|"
    "^editorial policy|^editorial standards|^ethics policy|^fact check policy|^impressum$|"
    "^imprint$|^legal notice|^legal$|^modern slavery|^order reprints|^our standards|"
    "^powered by|^privacy notice|^privacy policy|^privacy$|^report a correction|"
    "^report an error|^reprints|^request reprint|^reuse this content|^rights permissions|"
    "^submit a correction|^terms and conditions|^terms conditions|^terms of service|"
    "^terms of use|^terms$|a registered trademark|all content copyright|all rights reserved|"
    "alle rechte vorbehalten|is not responsible for the content of external|licensing rights|"
    "may not be published broadcast|may not be redistributed|may not be reproduced|"
    "our privacy policy|our terms and|powered by wordpress|protected by recaptcha|"
    "registered in england|registered trademarks|reproduction in whole|republish this article|"
    "subject to copyright|subject to our terms|this document is subject|"
    "todos los derechos reservados|tous droits réservés|trust principles$|"
    "under a creative commons|views expressed in this article|without permission|"
    "wszelkie prawa zastrzeżone|you agree to our" },
  { PLX_CUT_LEGAL, 2,
    "copyright|licensed under|privacy|privacy policy|registered trademark|terms|"
    "terms of service|terms of use" },
  { PLX_CUT_CAPTION, 4,
    "^bild|^caption|^credit|^enlarge|^enlarge image|^file image|^file photo|^file picture|"
    "^foto|^fotograf|^graphic by|^handout|^hide caption|^illustration by|^image by|"
    "^image caption|^image courtesy|^image credit|^image source|^image$|^photo by|"
    "^photo courtesy|^photo credit|^photo illustration|^photo$|^photograph by|^photos by|"
    "^picture by|^pictured|^screengrab|^screenshot|^toggle caption|^view gallery|afp via getty|"
    "ap photo|epa efe|file photo|getty images|istockphoto|photo file|picture alliance|"
    "reuters file photo|shutterstock|via reuters|wikimedia commons|zoom in$" },
  { PLX_CUT_CAPTION, 2,
    "adobe stock|afp photo|anadolu agency|depositphotos|file photo|image by|looks on during|"
    "photo by|photograph|photographed by|photographed for|poses for a photo|unsplash|zuma press" },
};

const guint plx_cue_table_length = G_N_ELEMENTS (plx_cue_table);
