"""The shop's English."""

from typing import Final

from application.agent.wording.phrases import Phrase as P

TEXTS: Final[dict[P, tuple[str, ...]]] = {
    P.GREETING: ("{greeting}",),
    P.I_AM_AN_ASSISTANT: (
        "I'm {agent}, the automatic assistant of {boutique}. I can find pieces, sizes and take your order; "
        "say “person” at any time and a human will answer.",
    ),
    P.HELP: (
        "I didn't quite get that. Send me a photo of a piece you like, or tell me what you look for, "
        "for example “red dress size M under 3k”.",
        "Sorry, I'm not sure what you mean. A photo helps, or words such as “black office trousers, UK 12”.",
    ),
    P.DID_YOU_MEAN: ("Did I get you right? Tap one:",),
    P.THANKS: ("You're welcome!", "Karibu! Anything else?"),
    P.GOODBYE: ("Goodbye, come again soon.", "Bye! Karibu tena."),
    P.CART_WAITS: ("Your cart stays here for you as it is.",),
    P.PICK_UP: (
        "Orders made here are delivered. The shop is at {street}, {town}, open {hours}; whether you may "
        "collect there, a person of the shop decides.",
    ),
    P.WHOLESALE: ("Prices for wholesale are made by a person of the shop.",),
    P.EXTRA_WISH: ("I can't promise that myself, but a person of the shop can see to it.",),
    P.MY_DATA: (
        "The shop keeps your name and number on WhatsApp, what is written here, your orders, and the sizes, "
        "addresses and paying numbers you told. Write “delete my data” to have it deleted.",
    ),
    P.HOURS: ("We are open {hours}.",),
    P.PLACE: ("You find us at {street}, {town}.",),
    P.RETURNS: ("{policy}",),
    P.DELIVERY: ("We deliver to:",),
    P.DELIVERY_AREA: ("• {area}: {fee}",),
    P.FIXED_PRICE: (
        "Our prices are fixed so that everyone pays the same, but I can show you pieces for your budget: "
        "just tell me how much.",
    ),
    P.HAGGLE_FOR_WHAT: ("Show me first which piece you like, then we talk about its price.",),
    P.DISCOUNT_GIVEN: ("I can take *{percent}* off all that you choose:",),
    P.LAST_WORD: ("I take *{percent}* off all that you choose, and that is my last word:",),
    P.LAST_PRICE: (
        "That is my last price; I can't go lower. Say “person” and a human of the shop answers you.",
    ),
    P.YOUR_DISCOUNT: ("With your {percent} off:",),
    P.YOUR_DISCOUNT_TOO: ("You get your {percent} off these prices too.",),
    P.PRICE_AGREED: ("Order {number} stands at {total}; I can't change its price any more.",),
    P.DISCOUNT_FROM_SHOP: ("Good news from {boutique}: *{percent}* off all that you choose.",),
    P.ONLY_THE_SHOP: ("I only know about {boutique} and its clothes. What can I find for you?",),
    P.NO_TRICKS: ("I can't do that. Prices and orders follow the shop's rules. What can I find for you?",),
    P.BE_KIND: ("Let's stay kind to one another, please. I'm here to help with clothes and orders.",),
    P.SORRY: ("I'm sorry about that.",),
    P.PERSON_COMES: (
        "I'm handing you to the team of {boutique}. A person will answer you here; I stay quiet until then.",
    ),
    P.ASK_A_PERSON: ("Shall I ask a person of the shop to answer you here?",),
    P.PERSON_IS_HERE: (
        "A person of {boutique} answers you from here. I stay quiet until they hand back to me.",
    ),
    P.AGENT_IS_BACK: (
        "The assistant of {boutique} is back to help: send a photo, or tell me what you need.",
    ),
    P.LATE_STILL_LOOKING: (
        "Hi{name}, this is {boutique}. Can we still help you with what you asked for? Answer here.",
    ),
    P.LATE_YOUR_PIECE_IS_HERE: (
        "Hi{name}, this is {boutique}. What you asked for is here now. Answer here and we will show you.",
    ),
    P.NO_MORE_OFFERS: ("Done: we won't send you offers any more. You can still write to us any time.",),
    P.ERASURE_NOTED: (
        "I've noted that you want your data deleted. The team confirms it here within 7 days.",
    ),
    P.NO_VOICE: ("I can't listen to voice notes yet. Please write it, or send a photo.",),
    P.NOT_READABLE_KIND: ("I can't open that kind of message. Please write, or send a photo of the piece.",),
    P.EDITED_TOO_LATE: (
        "I see that you changed a message, but I had read it already. Please write what you want as a new one.",
    ),
    P.PHOTO_UNREADABLE: ("I couldn't open that photo. Please send it again as a picture (JPG or PNG).",),
    P.I_SEE: ("I see a {colours} {garment}.",),
    P.I_SEE_COLOURS: ("I see something {colours}; I'm not sure which kind of piece it is.",),
    P.SAME_PIECE: ("Yes, we have it! Number 1 looks like the very piece:",),
    P.NEAREST: ("These are the most similar pieces we have in stock:",),
    P.FOUND: ("Here is what we have:", "Look at these:"),
    P.NEWEST: ("Our newest pieces first:", "This is what is new:"),
    P.NOT_QUITE: ("Nothing in stock is exactly that ({missing}), but these come close:",),
    P.PIECE: ("{rank}. {title}: *{price}* (sizes {sizes})",),
    P.PIECE_YOUR_SIZE: ("{rank}. {title}: *{price}* (your size {size} is here; also {sizes})",),
    P.WHICH_PIECE: ("Which one do you like? Send its number.", "Reply with the number you like."),
    P.NOTHING_FOUND: (
        "I'm sorry, we have nothing like that in stock now. Tell me another colour, size or budget, "
        "and I'll look again.",
    ),
    P.NOTHING_MORE: ("That is all we have of those. Tell me another colour, size or budget.",),
    P.NOTHING_LIKE_PHOTO: ("I'm sorry, nothing in stock looks like that now. Tell me what you look for?",),
    P.WHICH_ONE_DO_YOU_MEAN: ("Which piece do you mean? Send its number, or describe it.",),
    P.PRICE_OF: ("{title} is *{price}*, in sizes {sizes}.",),
    P.PRICE_LESS: ("{title} is *{price}* for you instead of {listed}, in sizes {sizes}.",),
    P.PIECE_FABRIC: ("{title}: the shop lists it as {fabrics}.",),
    P.PIECE_DESCRIBED: ("{title}: “{description}”",),
    P.PIECE_NOT_RECORDED: ("What you ask is not written down for {title}, so I won't guess.",),
    P.SIZE_BOUGHT: ("For {title} I'd take *{size}*: you bought {witness} from us before.",),
    P.SIZE_BOUGHT_OTHER: (
        "For {title} I'd try *{size}*: you wear {witness} in other pieces from us. Cuts differ a little.",
    ),
    P.SIZE_TOLD: ("For {title} I'd take *{size}*, since you told me you wear {witness}.",),
    P.SIZE_MEASURED: ("By your measurements, *{size}* of {title} should fit.",),
    P.SIZE_ONE: ("{title} comes in one size that fits most.",),
    P.SIZE_UNKNOWN: ("I don't know your size yet. Which size do you wear?",),
    P.SIZE_NOT_KNOWN: ("I don't know your size yet.",),
    P.SIZE_SOLD_OUT: ("Your size {size} of it is sold out now. Left are: {sizes}.",),
    P.WHICH_SIZE: ("Which size shall I take? In stock: {sizes}.",),
    P.SIZE_NOTED: ("Noted: you wear {size}. I'll look for it from now on.",),
    P.MEASUREMENTS_NOTED: ("Thank you, I've noted your measurements.",),
    P.SIZE_NOT_MADE: ("It doesn't come in {size}. In stock: {sizes}.",),
    P.ADDED: ("Added: {title}, {size}.", "In your cart: {title}, {size}."),
    P.SIZES_TO_CHOOSE: ("These come in several sizes; tell me which one you take:",),
    P.NOT_IN_SHOP_NOW: ("Of what you ordered, {count} can't be had any more.",),
    P.CART: ("Your cart:",),
    P.CART_LINE: ("• {quantity} × {title}, {size}: {total}",),
    P.CART_LINE_LESS: ("• {quantity} × {title}, {size}: {total} instead of {listed}",),
    P.CART_TOTAL: ("Total: *{total}*",),
    P.CART_EMPTY: ("Your cart is empty. Send me a photo of a piece you like.",),
    P.CART_WAS_EMPTY: ("Your cart is empty now.",),
    P.REMOVED: ("Taken out: {title}.",),
    P.WHICH_TO_REMOVE: ("Which piece shall I take out?",),
    P.QUANTITY_CHANGED: ("Now {quantity} × {title}.",),
    P.SURE_TO_EMPTY: ("Shall I empty your cart?",),
    P.KEPT: ("Good, everything stays as it is.",),
    P.TOO_MANY: ("We have only {available} of that left.",),
    P.ABSURD_QUANTITY: (
        "I can't order that number of pieces. Tell me how many; for a large order say “person”.",
    ),
    P.CHECKOUT_OR_MORE: ("Shall we check out, or would you like to see more?",),
    P.GO_ON_LOOKING: ("Sure. Send a photo or tell me what else you look for.",),
    P.WHERE_TO: (
        "Where shall we deliver? Write the estate, a landmark and the house or gate, or send your location pin.",
    ),
    P.AREA_UNKNOWN: ("Which of our delivery areas is that? Choose from the list:",),
    P.WHICH_PHONE: ("Which {network} number will you pay from? (such as 0712 345 678)",),
    P.PHONE_UNREADABLE: ("That doesn't look like a Kenyan phone number. Write it as 0712 345 678, please.",),
    P.SUMMARY: ("Your order:",),
    P.SUMMARY_DELIVERY: ("Delivery to {area}: {fee}\n📍 {address}",),
    P.PRICE_CHANGED: ("⚠️ {title} costs *{now}* today; it was {before} when you chose it.",),
    P.REPLACES: (
        "ℹ️ This takes the place of order {number} ({total}), which is not paid. To keep that one, write "
        "“send the prompt again” and pay it first.",
    ),
    P.SUMMARY_TOTAL: ("To pay: *{total}*",),
    P.SUMMARY_PHONE: ("{network} prompt to {phone}",),
    P.SHALL_I_PROMPT: ("Is all of it right? Tap “Pay now” and I send the {network} prompt.",),
    P.ORDER_NOT_SENT: ("All right, I've not ordered anything. Your cart is still here.",),
    P.NOT_YET: (
        "Nothing is ordered yet. When all of it is right, tap “Pay now”; or tell me what to change.",
    ),
    P.PAY_FIRST: (
        "Payment comes first here, by {ways}, and we deliver once it is confirmed. Nothing is charged before "
        "you say so, and your receipt comes to this chat.",
    ),
    P.PROMPT_COMES: (
        "Order {number} is held for you for {minutes} minutes. The {network} prompt for *{total}* "
        "comes to {phone} now: please enter your PIN.",
    ),
    P.PROMPT_AGAIN: ("I'm sending the prompt for *{total}* to {phone} again: please enter your PIN.",),
    P.PROMPT_LIVE_FIRST: (
        "A prompt for order {number} ({total}) is on your phone {phone} now. Enter your PIN there or dismiss "
        "it, then say “checkout”: your cart stays as it is.",
    ),
    P.PROMPT_LIVE: ("A prompt for {total} is on your phone {phone}. Please enter your PIN there.",),
    P.CARD_COMES: (
        "Order {number} is held for you for {minutes} minutes. I'm making a safe page for your card; "
        "the link comes in a moment.",
    ),
    P.CARD_AGAIN: ("I'm making a page for your card to pay *{total}*; the link comes in a moment.",),
    P.CARD_PAGE: ("Pay *{total}* for order {number} by card here. I confirm as soon as the bank says yes.",),
    P.CARD_DECLINED: ("The bank did not accept the card. Nothing was paid.",),
    P.CARD_LEFT: ("The page for your card has closed. Nothing was paid.",),
    P.SUMMARY_CARD: ("By card, on a safe page",),
    P.SHALL_I_MAKE_PAGE: ("Is all of it right? Then I send you the link to pay by card.",),
    P.WHICH_WAY: ("Is all of it right? Say “yes”, or choose from the list how you pay.",),
    P.TOO_MANY_PROMPTS: ("I've sent several prompts already. Please wait some minutes before the next one.",),
    P.PIN_WRONG: ("{network} did not accept the PIN. Nothing was paid.",),
    P.PROMPT_CANCELLED: ("The {network} prompt was cancelled on the phone. Nothing was paid.",),
    P.PROMPT_UNANSWERED: ("The {network} prompt got no answer from your phone. Nothing was paid.",),
    P.NO_FUNDS: ("There is not enough money on that {network} number. Nothing was paid.",),
    P.LIMIT_REACHED: ("{network} says that a limit of that number is reached. Nothing was paid.",),
    P.PROMPT_OUR_FAULT: ("The prompt could not be sent; that's on our side. The team has been told.",),
    P.PHONE_BUSY: ("Another payment prompt is still on that phone: answer or cancel it first, please.",),
    P.NUMBER_NOT_TAKEN: ("We can't send an {network} prompt to that number. Nothing was paid.",),
    P.MONEY_UNKNOWN: (
        "{network} hasn't told us yet what became of the prompt. If you have paid, don't pay again: "
        "I confirm as soon as the money shows.",
    ),
    P.TRY_AGAIN: ("Order {number} for {total} is still held for you. Shall I send the prompt again?",),
    P.HOW_TO_PAY: (
        "You pay {total} for order {number} by {network}: I send a prompt to {phone}, and you enter your PIN "
        "on your phone. Shall I send it now?",
    ),
    P.NOT_SEEN_YET: (
        "Thank you! {network} hasn't confirmed it to us yet. The moment it does, I tell you here; "
        "please don't pay twice.",
    ),
    P.CARD_NOT_SEEN: (
        "Thank you! Your bank hasn't confirmed it to us yet. The moment it does, I tell you here; "
        "please don't pay twice.",
    ),
    P.NOTHING_TO_PAY: ("There is no open order to pay.",),
    P.ALREADY_PAID: ("Order {number} is paid. Thank you!",),
    P.PAID: ("✅ Payment received: *{total}*. Order {number} is confirmed. Asante sana!",),
    P.RECEIPT: ("{network} receipt: {receipt}",),
    P.CARD_RECEIPT: ("Card receipt: {receipt}",),
    P.WE_DELIVER: ("We deliver to {area} and tell you when it's on its way.",),
    P.GOODS_GONE: (
        "I'm so sorry: somebody just bought the last one of a piece in your cart "
        "({available} left). Nothing was ordered or paid.",
    ),
    P.SHOP_CLOSED: ("The shop can't take orders at the moment. Say “person” and the team answers you.",),
    P.NO_ORDER: ("I find no order of yours yet. Send me a photo of what you like!",),
    P.NO_SUCH_ORDER: ("I find no order of yours with that number. Please look at it once more.",),
    P.ADDRESS_OF_ORDER: ("Where order {number} goes, only a person of the shop can change.",),
    P.ORDER_AWAITS: ("Order {number} ({total}) waits for your payment.",),
    P.ORDER_IS_PAID: ("Order {number} is paid and will be packed next.",),
    P.ORDER_PACKED: ("Order {number} is packed and leaves soon.",),
    P.ORDER_ON_ITS_WAY: ("Order {number} is on its way with {courier}.",),
    P.ORDER_DELIVERED: ("Order {number} has been delivered. Enjoy it!",),
    P.ORDER_CANCELLED: ("Order {number} is cancelled. Nothing was paid.",),
    P.ORDER_CANCELLED_BY_SHOP: ("The shop had to cancel order {number}. Nothing was paid; we're sorry.",),
    P.ORDER_EXPIRED: (
        "Order {number} was not paid in time, so I've put the pieces back. Order again any time.",
    ),
    P.ORDER_REFUNDED: ("The money for order {number} has been sent back.",),
    P.ORDER_NOT_REFUNDED: (
        "Order {number} cannot be delivered, and the shop has not sent its money back. Say “person” to "
        "talk about it with somebody of the shop.",
    ),
    P.REFUND_DUE: (
        "{amount} that you paid for order {number} goes back to you. You hear from us here when it is sent.",
    ),
    P.ORDER_NOT_KEPT: (
        "We are sorry: order {number} cannot be delivered. Your {amount} goes back to you, "
        "and you hear from us here when it is sent.",
    ),
    P.MONEY_IS_BACK: ("{amount} for order {number} has been sent back to you.",),
    P.SURE_TO_CANCEL: ("Shall I cancel order {number} ({total})?",),
    P.IGNORE_PROMPT: ("If the prompt is still on your phone, don't enter your PIN.",),
    P.NOT_CANCELLED: ("Good, order {number} stays.",),
    P.PAID_CANNOT_CANCEL: (
        "Order {number} is already paid, so a person of the shop must look at it. I've told the team; "
        "they answer you here.",
    ),
    P.OWNER_NEWS: ("🛍️ New paid order {number}: {total}, {pieces} pcs, to {area}.",),
    P.OWNER_INVOICE: ("🧾 Dukani's invoice {number} is there: {total}, due on {due}. See Subscription.",),
    P.OWNER_CALLED: ("🙋 {name} waits for a person ({reason}). Open your chats to answer.",),
    P.OWNER_MUST_TELL: (
        "📵 {name} could not be told the news of order {number}: she last wrote more than 24 hours ago, and "
        "WhatsApp lets us write only after she does. Please call her; I tell her when she writes.",
    ),
    P.OWNER_MUST_CALL: (
        "📵 My last message did not reach {name}: 24 hours have passed since she wrote, and WhatsApp lets us "
        "write only after she does. It stands in your chats; please call her.",
    ),
    P.OWNER_GOT_LATE_MESSAGE: (
        "📵 A message of {name} reached us more than 24 hours late, so WhatsApp lets us not answer it. "
        "Please look into your chats and call her.",
    ),
    P.ALERT_PAID: ("Paid: order {number}",),
    P.ALERT_PAID_TEXT: ("{total}, {pieces} pcs, to {area}",),
    P.ALERT_CHAT: ("A customer waits for you",),
    P.ALERT_CHAT_TEXT: ("Open the chat to answer.",),
    P.ALERT_PAYMENT: ("A payment needs your eyes",),
    P.ALERT_PAYMENT_TEXT: ("Open it to decide. Nothing is lost.",),
    P.ALERT_INVOICE: ("Invoice {number} from Dukani",),
    P.ALERT_INVOICE_TEXT: ("{total}, due on {due}",),
    P.BUTTON_YES: ("Yes",),
    P.BUTTON_NO: ("No",),
    P.BUTTON_CHECKOUT: ("Check out",),
    P.BUTTON_CART: ("Show cart",),
    P.BUTTON_MORE: ("See more",),
    P.BUTTON_PAY: ("Pay now",),
    P.BUTTON_WAYS: ("Pay or change",),
    P.PAY_BY_MPESA: ("Pay by M-Pesa",),
    P.PAY_BY_AIRTEL: ("Pay by Airtel Money",),
    P.PAY_BY_CARD: ("Pay by card",),
    P.BUTTON_OTHER_ADDRESS: ("Other address",),
    P.BUTTON_OTHER_PHONE: ("Other number",),
    P.BUTTON_TRY_AGAIN: ("Send it again",),
    P.BUTTON_CANCEL_ORDER: ("Cancel order",),
    P.HOW_DO_YOU_LIKE_IT: ("How do you like it?",),
    P.RATING_NOTED: ("Thank you for telling us!",),
    P.BUTTON_LOVE_IT: ("😍 I love it",),
    P.BUTTON_IT_IS_OKAY: ("🙂 It's okay",),
    P.BUTTON_NOT_HAPPY: ("🙁 Not happy",),
    P.BUTTON_PERSON: ("Talk to a person",),
    P.BUTTON_NUMBER: ("Number {rank}",),
    P.BUTTON_YOUR_SIZE: ("{size} (yours)",),
    P.BUTTON_SIZES: ("Choose a size",),
    P.BUTTON_AREAS: ("Choose an area",),
    P.BUTTON_REMOVE: ("Choose a piece",),
}
