"""The shop's Swahili."""

from typing import Final

from application.agent.wording.phrases import Phrase as P

TEXTS: Final[dict[P, tuple[str, ...]]] = {
    P.GREETING: ("{greeting}",),
    P.I_AM_AN_ASSISTANT: (
        "Mimi ni {agent}, msaidizi wa kiotomatiki wa {boutique}. Ninatafuta nguo, saizi na kupokea oda; "
        "andika “mtu” wakati wowote na binadamu atakujibu.",
    ),
    P.HELP: (
        "Samahani, sijaelewa vizuri. Nitumie picha ya nguo unayopenda, au niambie unatafuta nini, "
        "kwa mfano “gauni jekundu saizi M chini ya elfu tatu”.",
        "Samahani, sijakuelewa. Picha inasaidia, au maneno kama “suruali nyeusi ya ofisi, UK 12”.",
    ),
    P.DID_YOU_MEAN: ("Nimekuelewa? Gusa moja:",),
    P.THANKS: ("Karibu sana!", "Karibu! Kuna kingine?"),
    P.GOODBYE: ("Kwaheri, karibu tena.", "Tutaonana! Karibu tena."),
    P.CART_WAITS: ("Kikapu chako kinakusubiri hapa kama kilivyo.",),
    P.PICK_UP: (
        "Oda za hapa hupelekwa. Duka liko {street}, {town}, wazi {hours}; kama unaweza kuchukua hapo, "
        "mtu wa duka ndiye anayeamua.",
    ),
    P.WHOLESALE: ("Bei za jumla hupangwa na mtu wa duka.",),
    P.EXTRA_WISH: ("Hilo siwezi kuahidi mwenyewe, lakini mtu wa duka anaweza kulishughulikia.",),
    P.MY_DATA: (
        "Duka linaweka jina na namba yako ya WhatsApp, yaliyoandikwa hapa, oda zako, na saizi, anwani na namba "
        "za kulipia ulizotuambia. Andika “futa data yangu” ifutwe.",
    ),
    P.HOURS: ("Tuko wazi {hours}.",),
    P.PLACE: ("Tupo {street}, {town}.",),
    P.RETURNS: ("{policy}",),
    P.DELIVERY: ("Tunapeleka hadi:",),
    P.DELIVERY_AREA: ("• {area}: {fee}",),
    P.FIXED_PRICE: (
        "Bei zetu ni moja kwa wote, lakini naweza kukuonyesha nguo za bajeti yako: niambie tu kiasi.",
    ),
    P.HAGGLE_FOR_WHAT: ("Nionyeshe kwanza nguo unayopenda, kisha tuongee bei yake.",),
    P.DISCOUNT_GIVEN: ("Naweza kukupunguzia *{percent}* kwa kila unachochagua:",),
    P.LAST_WORD: ("Nakupunguzia *{percent}* kwa kila unachochagua, na hapo ndipo mwisho wangu:",),
    P.LAST_PRICE: (
        "Hiyo ndiyo bei yangu ya mwisho; siwezi kushuka zaidi. Andika “mtu” na mhudumu wa duka atakujibu.",
    ),
    P.YOUR_DISCOUNT: ("Kwa punguzo lako la {percent}:",),
    P.YOUR_DISCOUNT_TOO: ("Punguzo lako la {percent} ni kwa bei hizi pia.",),
    P.PRICE_AGREED: ("Oda {number} imewekwa kwa {total}; siwezi kubadilisha bei yake tena.",),
    P.DISCOUNT_FROM_SHOP: ("Habari njema kutoka {boutique}: punguzo la *{percent}* kwa kila unachochagua.",),
    P.ONLY_THE_SHOP: ("Mimi najua nguo za {boutique} tu. Nikutafutie nini?",),
    P.NO_TRICKS: ("Hilo siwezi. Bei na oda hufuata taratibu za duka. Nikutafutie nini?",),
    P.BE_KIND: ("Tuongee kwa heshima tafadhali. Niko hapa kukusaidia na nguo na oda.",),
    P.SORRY: ("Pole sana kwa hilo.",),
    P.PERSON_COMES: (
        "Nakupeleka kwa wahudumu wa {boutique}. Mtu atakujibu hapa; mimi nanyamaza mpaka hapo.",
    ),
    P.ASK_A_PERSON: ("Nimwite mtu wa duka akujibu hapa?",),
    P.PERSON_IS_HERE: ("Kuanzia sasa mhudumu wa {boutique} anakujibu. Mimi nanyamaza mpaka anirudishie.",),
    P.AGENT_IS_BACK: ("Msaidizi wa {boutique} amerudi: tuma picha, au niambie unachohitaji.",),
    P.LATE_STILL_LOOKING: ("Habari{name}, hapa ni {boutique}. Bado tukusaidie na ulichouliza? Jibu hapa.",),
    P.LATE_YOUR_PIECE_IS_HERE: (
        "Habari{name}, hapa ni {boutique}. Ulichouliza kimefika. Jibu hapa tukuonyeshe.",
    ),
    P.NO_MORE_OFFERS: ("Sawa: hatutakutumia matangazo tena. Bado unaweza kutuandikia wakati wowote.",),
    P.ERASURE_NOTED: (
        "Nimeandika kwamba unataka data yako ifutwe. Wahudumu watathibitisha ndani ya siku 7.",
    ),
    P.NO_VOICE: ("Bado siwezi kusikiliza sauti. Tafadhali andika, au tuma picha.",),
    P.NOT_READABLE_KIND: ("Siwezi kufungua ujumbe wa aina hiyo. Tafadhali andika, au tuma picha ya nguo.",),
    P.EDITED_TOO_LATE: (
        "Naona umebadilisha ujumbe, lakini nilikuwa nimeusoma. Tafadhali andika unachotaka kwa ujumbe mpya.",
    ),
    P.PHOTO_UNREADABLE: ("Picha hiyo haikufunguka. Tafadhali itume tena kama picha (JPG au PNG).",),
    P.I_SEE: ("Naona {garment}, rangi ya {colours}.",),
    P.I_SEE_COLOURS: ("Naona kitu cha rangi ya {colours}; sina hakika ni nguo ya aina gani.",),
    P.SAME_PIECE: ("Ndiyo, tunayo! Namba 1 inafanana kabisa:",),
    P.NEAREST: ("Hizi ndizo zinazofanana zaidi tulizo nazo:",),
    P.FOUND: ("Hizi ndizo tulizo nazo:", "Angalia hizi:"),
    P.NEWEST: ("Tunaanza na mpya zaidi:", "Hizi ndizo mpya:"),
    P.NOT_QUITE: ("Hatuna hiyo kamili kwa sasa ({missing}), lakini hizi zinakaribiana:",),
    P.PIECE: ("{rank}. {title}: *{price}* (saizi {sizes})",),
    P.PIECE_YOUR_SIZE: ("{rank}. {title}: *{price}* (saizi yako {size} ipo; pia {sizes})",),
    P.WHICH_PIECE: ("Umependa ipi? Tuma namba yake.", "Jibu kwa namba ya unayopenda."),
    P.NOTHING_FOUND: (
        "Samahani, kwa sasa hatuna kitu kama hicho. Niambie rangi, saizi au bei nyingine nitafute tena.",
    ),
    P.NOTHING_MORE: ("Hizo ndizo zote. Niambie rangi, saizi au bei nyingine.",),
    P.NOTHING_LIKE_PHOTO: ("Samahani, kwa sasa hatuna inayofanana na hiyo. Niambie unatafuta nini?",),
    P.WHICH_ONE_DO_YOU_MEAN: ("Unamaanisha ipi? Tuma namba yake, au niielezee.",),
    P.PRICE_OF: ("{title} ni *{price}*, saizi {sizes}.",),
    P.PRICE_LESS: ("{title} ni *{price}* kwako badala ya {listed}, saizi {sizes}.",),
    P.PIECE_FABRIC: ("{title}: duka limeandika kitambaa ni {fabrics}.",),
    P.PIECE_DESCRIBED: ("{title}: “{description}”",),
    P.PIECE_NOT_RECORDED: ("Unachouliza hakijaandikwa kuhusu {title}, kwa hiyo sitakisia.",),
    P.SIZE_BOUGHT: ("Kwa {title} ningechukua *{size}*: ulinunua {witness} kwetu awali.",),
    P.SIZE_BOUGHT_OTHER: (
        "Kwa {title} ningejaribu *{size}*: nguo nyingine ulichukua {witness}. Mishono hutofautiana kidogo.",
    ),
    P.SIZE_TOLD: ("Kwa {title} ningechukua *{size}*, maana uliniambia unavaa {witness}.",),
    P.SIZE_MEASURED: ("Kwa vipimo vyako, *{size}* ya {title} itakutosha.",),
    P.SIZE_ONE: ("{title} ni saizi moja inayowatosha wengi.",),
    P.SIZE_UNKNOWN: ("Bado sijui saizi yako. Unavaa saizi gani?",),
    P.SIZE_NOT_KNOWN: ("Bado sijui saizi yako.",),
    P.SIZE_SOLD_OUT: ("Saizi yako {size} imeisha kwa sasa. Zilizobaki: {sizes}.",),
    P.WHICH_SIZE: ("Nichukue saizi gani? Zilizopo: {sizes}.",),
    P.SIZE_NOTED: ("Nimeandika: unavaa {size}. Nitaitafuta kuanzia sasa.",),
    P.MEASUREMENTS_NOTED: ("Asante, nimeandika vipimo vyako.",),
    P.SIZE_NOT_MADE: ("Haipo kwa saizi {size}. Zilizopo: {sizes}.",),
    P.ADDED: ("Nimeongeza: {title}, {size}.", "Iko kwenye kikapu: {title}, {size}."),
    P.SIZES_TO_CHOOSE: ("Hizi zina saizi kadhaa; niambie unachukua ipi:",),
    P.NOT_IN_SHOP_NOW: ("Kati ya ulivyoagiza, {count} havipatikani tena.",),
    P.CART: ("Kikapu chako:",),
    P.CART_LINE: ("• {quantity} × {title}, {size}: {total}",),
    P.CART_LINE_LESS: ("• {quantity} × {title}, {size}: {total} badala ya {listed}",),
    P.CART_TOTAL: ("Jumla: *{total}*",),
    P.CART_EMPTY: ("Kikapu chako ni kitupu. Nitumie picha ya nguo unayopenda.",),
    P.CART_WAS_EMPTY: ("Kikapu chako sasa ni kitupu.",),
    P.REMOVED: ("Nimetoa: {title}.",),
    P.WHICH_TO_REMOVE: ("Nitoe ipi?",),
    P.QUANTITY_CHANGED: ("Sasa ni {quantity} × {title}.",),
    P.SURE_TO_EMPTY: ("Nitoe vyote kwenye kikapu?",),
    P.KEPT: ("Sawa, kila kitu kinabaki kama kilivyo.",),
    P.TOO_MANY: ("Zimebaki {available} tu za hiyo.",),
    P.ABSURD_QUANTITY: ("Siwezi kuagiza idadi hiyo. Niambie ngapi; kwa oda kubwa andika “mtu”.",),
    P.CHECKOUT_OR_MORE: ("Tumalize oda, au ungependa kuona zaidi?",),
    P.GO_ON_LOOKING: ("Sawa. Tuma picha au niambie unatafuta nini kingine.",),
    P.WHERE_TO: ("Tulete wapi? Andika mtaa, alama ya karibu na nyumba au geti, au tuma location yako.",),
    P.AREA_UNKNOWN: ("Hapo ni eneo gani kati ya tunapopeleka? Chagua kwenye orodha:",),
    P.WHICH_PHONE: ("Utalipa kwa namba gani ya {network}? (kama 0712 345 678)",),
    P.PHONE_UNREADABLE: (
        "Hiyo haionekani kama namba ya simu ya Kenya. Iandike kama 0712 345 678 tafadhali.",
    ),
    P.SUMMARY: ("Oda yako:",),
    P.SUMMARY_DELIVERY: ("Kupeleka {area}: {fee}\n📍 {address}",),
    P.PRICE_CHANGED: ("⚠️ {title} leo ni *{now}*; ilikuwa {before} ulipoichagua.",),
    P.REPLACES: (
        "ℹ️ Hii inachukua nafasi ya oda {number} ({total}) ambayo haijalipwa. Kama unaitaka pia, andika "
        "“tuma prompt tena” uilipe kwanza.",
    ),
    P.SUMMARY_TOTAL: ("Ya kulipa: *{total}*",),
    P.SUMMARY_PHONE: ("Ombi la {network} kwa {phone}",),
    P.SHALL_I_PROMPT: ("Yote ni sawa? Gusa “Lipa sasa” nikutumie ombi la {network}.",),
    P.ORDER_NOT_SENT: ("Sawa, sijaagiza chochote. Kikapu chako bado kipo.",),
    P.NOT_YET: ("Bado sijaagiza chochote. Yote yakiwa sawa gusa “Lipa sasa”; au niambie nibadilishe nini.",),
    P.PAY_FIRST: (
        "Hapa malipo ni kwanza, kwa {ways}, nasi tunapeleka yakishathibitishwa. Hutatozwa chochote kabla ya "
        "kukubali, na risiti yako inakuja hapa.",
    ),
    P.PROMPT_COMES: (
        "Oda {number} nimekushikia kwa dakika {minutes}. Ombi la {network} la *{total}* "
        "linakuja kwa {phone} sasa: tafadhali weka PIN yako.",
    ),
    P.PROMPT_AGAIN: ("Natuma tena ombi la *{total}* kwa {phone}: tafadhali weka PIN yako.",),
    P.PROMPT_LIVE_FIRST: (
        "Ombi la oda {number} ({total}) liko kwenye simu yako {phone} sasa. Weka PIN au likatae, kisha andika "
        "“maliza oda”: kikapu chako kinabaki kama kilivyo.",
    ),
    P.PROMPT_LIVE: ("Ombi la {total} liko kwenye simu yako {phone}. Tafadhali weka PIN yako hapo.",),
    P.CARD_COMES: (
        "Oda {number} nimekushikia kwa dakika {minutes}. Naandaa ukurasa salama wa kadi yako; "
        "kiungo kinakuja sasa hivi.",
    ),
    P.CARD_AGAIN: ("Naandaa ukurasa wa kadi yako wa kulipa *{total}*; kiungo kinakuja sasa hivi.",),
    P.CARD_PAGE: ("Lipa *{total}* ya oda {number} kwa kadi hapa. Benki ikikubali nitakuthibitishia.",),
    P.CARD_DECLINED: ("Benki haikukubali kadi. Hakuna kilicholipwa.",),
    P.CARD_LEFT: ("Ukurasa wa kadi yako umefungwa. Hakuna kilicholipwa.",),
    P.SUMMARY_CARD: ("Kwa kadi, kwenye ukurasa salama",),
    P.SHALL_I_MAKE_PAGE: ("Yote ni sawa? Basi nikutumie kiungo cha kulipa kwa kadi.",),
    P.WHICH_WAY: ("Yote ni sawa? Sema “ndiyo”, au chagua kwenye orodha utakavyolipa.",),
    P.TOO_MANY_PROMPTS: ("Nimeshatuma maombi kadhaa. Tafadhali subiri dakika chache kabla ya lingine.",),
    P.PIN_WRONG: ("{network} haikukubali PIN. Hakuna kilicholipwa.",),
    P.PROMPT_CANCELLED: ("Ombi la {network} lilikatizwa kwenye simu. Hakuna kilicholipwa.",),
    P.PROMPT_UNANSWERED: ("Ombi la {network} halikujibiwa kwenye simu yako. Hakuna kilicholipwa.",),
    P.NO_FUNDS: ("Hakuna pesa ya kutosha kwenye namba hiyo ya {network}. Hakuna kilicholipwa.",),
    P.LIMIT_REACHED: ("{network} inasema kikomo cha namba hiyo kimefikiwa. Hakuna kilicholipwa.",),
    P.PROMPT_OUR_FAULT: ("Ombi halikutumika; tatizo ni letu. Wahudumu wameambiwa.",),
    P.PHONE_BUSY: ("Ombi lingine la malipo bado liko kwenye simu hiyo: lijibu au ulikatize kwanza.",),
    P.NUMBER_NOT_TAKEN: ("Hatuwezi kutuma ombi la {network} kwa namba hiyo. Hakuna kilicholipwa.",),
    P.MONEY_UNKNOWN: (
        "{network} bado haijatuambia matokeo ya ombi. Kama umelipa, usilipe tena: "
        "nitathibitisha pesa ikionekana.",
    ),
    P.TRY_AGAIN: ("Oda {number} ya {total} bado nimekushikia. Nitume ombi tena?",),
    P.HOW_TO_PAY: (
        "Unalipa {total} za oda {number} kwa {network}: natuma ombi kwa {phone}, nawe unaweka PIN kwenye "
        "simu yako. Nitume sasa?",
    ),
    P.NOT_SEEN_YET: (
        "Asante! {network} bado haijatuthibitishia. Ikithibitisha nitakuambia hapa; "
        "tafadhali usilipe mara mbili.",
    ),
    P.CARD_NOT_SEEN: (
        "Asante! Benki yako bado haijatuthibitishia. Ikithibitisha nitakuambia hapa; "
        "tafadhali usilipe mara mbili.",
    ),
    P.NOTHING_TO_PAY: ("Hakuna oda inayosubiri malipo.",),
    P.ALREADY_PAID: ("Oda {number} imelipwa. Asante!",),
    P.PAID: ("✅ Tumepokea malipo: *{total}*. Oda {number} imethibitishwa. Asante sana!",),
    P.RECEIPT: ("Risiti ya {network}: {receipt}",),
    P.CARD_RECEIPT: ("Risiti ya kadi: {receipt}",),
    P.WE_DELIVER: ("Tutapeleka {area} na kukuambia ikiwa njiani.",),
    P.GOODS_GONE: (
        "Pole sana: mtu mwingine amenunua ya mwisho ya nguo iliyo kwenye kikapu chako "
        "(zimebaki {available}). Hakuna kilichoagizwa wala kulipwa.",
    ),
    P.SHOP_CLOSED: ("Duka haliwezi kupokea oda kwa sasa. Andika “mtu” nao wahudumu watakujibu.",),
    P.NO_ORDER: ("Sioni oda yako bado. Nitumie picha ya unachopenda!",),
    P.NO_SUCH_ORDER: ("Sioni oda yako yenye namba hiyo. Tafadhali iangalie tena.",),
    P.ADDRESS_OF_ORDER: ("Oda {number} inakopelekwa, ni mtu wa duka tu anayeweza kubadilisha.",),
    P.ORDER_AWAITS: ("Oda {number} ({total}) inasubiri malipo yako.",),
    P.ORDER_IS_PAID: ("Oda {number} imelipwa na itafungwa karibuni.",),
    P.ORDER_PACKED: ("Oda {number} imefungwa na inaondoka karibuni.",),
    P.ORDER_ON_ITS_WAY: ("Oda {number} iko njiani na {courier}.",),
    P.ORDER_DELIVERED: ("Oda {number} imefika. Ifurahie!",),
    P.ORDER_CANCELLED: ("Oda {number} imeghairiwa. Hakuna kilicholipwa.",),
    P.ORDER_CANCELLED_BY_SHOP: ("Duka limelazimika kughairi oda {number}. Hakuna kilicholipwa; samahani.",),
    P.ORDER_EXPIRED: ("Oda {number} haikulipwa kwa wakati, nimerudisha nguo. Agiza tena wakati wowote.",),
    P.ORDER_REFUNDED: ("Pesa ya oda {number} imerudishwa.",),
    P.ORDER_NOT_REFUNDED: (
        "Oda {number} haitaweza kuletwa, na duka halijarudisha pesa yake. Andika “mtu” uzungumze na mtu wa duka.",
    ),
    P.REFUND_DUE: ("{amount} uliyolipia oda {number} inarudishwa kwako. Tutakuandikia hapa ikishatumwa.",),
    P.ORDER_NOT_KEPT: (
        "Samahani, oda {number} haitaweza kuletwa. {amount} yako inarudishwa kwako, "
        "nasi tutakuandikia hapa ikishatumwa.",
    ),
    P.MONEY_IS_BACK: ("{amount} ya oda {number} imerudishwa kwako.",),
    P.SURE_TO_CANCEL: ("Nighairi oda {number} ({total})?",),
    P.IGNORE_PROMPT: ("Kama ombi bado liko kwenye simu yako, usiweke PIN.",),
    P.NOT_CANCELLED: ("Sawa, oda {number} inabaki.",),
    P.PAID_CANNOT_CANCEL: (
        "Oda {number} imeshalipwa, kwa hiyo mtu wa duka lazima aiangalie. Nimewaambia; watakujibu hapa.",
    ),
    P.OWNER_NEWS: ("🛍️ Oda mpya imelipwa {number}: {total}, vipande {pieces}, kwenda {area}.",),
    P.OWNER_INVOICE: (
        "🧾 Ankara {number} ya Dukani ipo tayari: {total}, ilipwe kufikia {due}. Angalia Malipo ya Dukani.",
    ),
    P.OWNER_CALLED: ("🙋 {name} anasubiri mtu ({reason}). Fungua mazungumzo umjibu.",),
    P.OWNER_MUST_TELL: (
        "📵 {name} hajaambiwa habari za oda {number}: ameandika mwisho zaidi ya saa 24 zilizopita, na WhatsApp "
        "haituruhusu kumwandikia kabla yake. Tafadhali mpigie simu; akiandika nitamwambia.",
    ),
    P.OWNER_MUST_CALL: (
        "📵 Ujumbe wangu wa mwisho haujamfikia {name}: saa 24 zimepita tangu aandike, na WhatsApp haituruhusu "
        "kumwandikia kabla yake. Uko kwenye mazungumzo yako; tafadhali mpigie simu.",
    ),
    P.OWNER_GOT_LATE_MESSAGE: (
        "📵 Ujumbe wa {name} umetufikia ukiwa umechelewa zaidi ya saa 24, kwa hiyo WhatsApp haituruhusu "
        "kumjibu. Tafadhali angalia mazungumzo yako na umpigie simu.",
    ),
    P.ALERT_PAID: ("Imelipwa: oda {number}",),
    P.ALERT_PAID_TEXT: ("{total}, vipande {pieces}, kwenda {area}",),
    P.ALERT_CHAT: ("Mteja anakusubiri",),
    P.ALERT_CHAT_TEXT: ("Fungua gumzo umjibu.",),
    P.ALERT_PAYMENT: ("Malipo yanahitaji uyaangalie",),
    P.ALERT_PAYMENT_TEXT: ("Fungua uamue. Hakuna kilichopotea.",),
    P.ALERT_INVOICE: ("Ankara {number} ya Dukani",),
    P.ALERT_INVOICE_TEXT: ("{total}, ilipwe kufikia {due}",),
    P.BUTTON_YES: ("Ndiyo",),
    P.BUTTON_NO: ("Hapana",),
    P.BUTTON_CHECKOUT: ("Maliza oda",),
    P.BUTTON_CART: ("Onyesha kikapu",),
    P.BUTTON_MORE: ("Ona zaidi",),
    P.BUTTON_PAY: ("Lipa sasa",),
    P.BUTTON_WAYS: ("Lipa au badilisha",),
    P.PAY_BY_MPESA: ("Lipa kwa M-Pesa",),
    P.PAY_BY_AIRTEL: ("Lipa kwa Airtel",),
    P.PAY_BY_CARD: ("Lipa kwa kadi",),
    P.BUTTON_OTHER_ADDRESS: ("Anwani nyingine",),
    P.BUTTON_OTHER_PHONE: ("Namba nyingine",),
    P.BUTTON_TRY_AGAIN: ("Tuma tena",),
    P.BUTTON_CANCEL_ORDER: ("Ghairi oda",),
    P.HOW_DO_YOU_LIKE_IT: ("Umeipendaje?",),
    P.RATING_NOTED: ("Asante kwa kutuambia!",),
    P.BUTTON_LOVE_IT: ("😍 Nimeipenda",),
    P.BUTTON_IT_IS_OKAY: ("🙂 Ni sawa",),
    P.BUTTON_NOT_HAPPY: ("🙁 Sijafurahi",),
    P.BUTTON_PERSON: ("Ongea na mtu",),
    P.BUTTON_NUMBER: ("Namba {rank}",),
    P.BUTTON_YOUR_SIZE: ("{size} (yako)",),
    P.BUTTON_SIZES: ("Chagua saizi",),
    P.BUTTON_AREAS: ("Chagua eneo",),
    P.BUTTON_REMOVE: ("Chagua nguo",),
}
