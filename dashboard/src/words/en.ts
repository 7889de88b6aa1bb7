import { countingEn } from './counting'
import { account } from './account'
import { catalogue } from './catalogue-en'
import { exporting } from './exporting'
import { forms } from './forms'
import { imports } from './imports-en'
import { lists } from './lists'
import { takingBack } from './taking-back'
import { waitingMoney } from './waiting-money-en'
import { subscription } from './subscription-en'
import { shop } from './shop-en'
import { customers } from './customers'
import { platform } from './platform'
import { reasons } from './reasons'
import { signup } from './signup'
import { steppingIn } from './stepping-in'
import { showing } from './showing'
import { notebook } from './notebook'
import { late } from './late'
import { templates } from './templates'
import { insightsEn } from './insights'
import { needsEn } from './needs'
import { searchEn } from './search'

export const en = {
  account: account.en,
  catalogue,
  exporting: exporting.en,
  forms: forms.en,
  imports,
  lists: lists.en,
  takingBack: takingBack.en,
  waitingMoney,
  subscription,
  shop,
  customers: customers.en,
  platform: platform.en,
  reasons: reasons.en,
  signup: signup.en,
  steppingIn: steppingIn.en,
  showing: showing.en,
  notebook: notebook.en,
  late: late.en,
  templates: templates.en,
  nav: { label: 'Main', today: 'Today', conversations: 'Chats', orders: 'Orders', products: 'Products', customers: 'Customers', insights: 'Insights', skip: 'Skip to content' },
  frame: {
    settings: 'Settings', staff: 'Staff', money: 'Money', language: 'Language', look: 'Look', light: 'Light', dark: 'Dark', system: 'As phone', signOut: 'Sign out',
    demo: 'Demo start page', phones: 'Customer phones', live: 'Live', joining: 'Connecting…', lost: 'Reconnecting…', updated: 'Updated {{ago}}',
    behind_one: '{{count}} fact behind', behind_other: '{{count}} facts behind', back: 'Back', more: 'Show more', close: 'Close', loading: 'Loading',
    offline: 'You are offline. This is what we last knew; it will catch up by itself.', known: 'As of {{ago}}.', kept_one: '{{count}} step waits for the line and is done by itself.', kept_other: '{{count}} steps wait for the line and are done by themselves.', keptRefused: 'A step that waited could not be done. {{why}}', table: 'Table', chart: 'Chart', csv: '{{title}} as CSV', view: 'View {{title}} as',
    failed: 'This did not load', failedText: 'The line or the shop hiccuped. Nothing is lost.', again: 'Try again', trace: 'Cause {{trace}}',
    missing: 'There is nothing here', missingText: 'It may belong to another boutique, or the link is old.', home: 'Go to Today', forgotten: 'Forgotten customer',
    unnamed: 'Customer', noPhone: 'No phone number', allOf: 'All',
  },
  start: {
    title: 'A shop that answers on WhatsApp, day and night',
    text: 'Dukani shows your pieces, advises a size, takes the order and the M-Pesa payment. You pack. This is a demo with two boutiques; everything you see is really happening, on this machine.',
    open: 'Open dashboard', phones: 'Play a customer', phonesText: 'Two WhatsApp phones and an M-Pesa phone in your browser. Send a photo of a dress, buy it, and watch it arrive in the dashboard.',
    boutiques: 'The boutiques', step1: 'Send a photo from a customer’s phone', step2: 'Enter the M-Pesa PIN', step3: 'Watch the order arrive here', how: 'Try it in three steps',
  },
  signIn: {
    title: 'Sign in', text: 'Your shop, its chats and its money, on this phone.', demo: 'This is a demo: on the start page two boutiques let you in without a password.', start: 'Go to the start page',
  },
  accounts: {
    email: 'Email', password: 'Password', newPassword: 'New password', passwordHint: 'Ten characters at least; a short sentence is good.', code: 'Code', codeHint: 'Six digits, from your authenticator app', signIn: 'Sign in',
    boutique: 'Name of the boutique', town: 'Town', name: 'Your name', phone: 'Your phone', acceptTitle: 'A shop invites you', acceptText: 'Sign in with your own password and you are in. If you do not know why you got this link, do nothing.', join: 'Open the boutique', joinTitle: 'Open your boutique', joinText: 'Two minutes now; pieces, WhatsApp and M-Pesa come next.',
    newHere: 'New here? Open your boutique', knowMe: 'I have an account', choose: 'Choose a password', chosen: 'Your password is set', keep: 'Keep this password',
    why: {
      'wrong-password': 'Email and password do not fit together.', 'wrong-code': 'This code is wrong, or was used already. Wait for the next one.', 'no-mail': 'This installation sends no mail. The owner of your boutique gives you a link, under Staff; an owner asks whoever runs the installation.', 'no-boutique': 'No boutique lets you in at the moment. Ask its owner.',
      'email-taken': 'This address has an account already. Sign in, or ask for a new password.', 'weak-password': 'Take a longer password: ten characters at least.', 'spent-link': 'This link was used or is too old. Ask for a new one.',
      'too-many-tries': 'Too many tries. Wait a quarter of an hour.', 'too-busy': 'Many people are signing in just now. Try again in a moment.', 'wrong-passkey': 'This passkey does not open. Take another one, or your password.', 'passkey-not-kept': 'This passkey was not added: the device has one already, or it took too long. Try again.', 'not-unlocked': 'The device unlocked no passkey. Nothing was changed.', 'nobody-in-particular': 'The demo lets you in without an account. Open a boutique of your own to have one.',
      'invalid-request': 'Please look at the fields again: the email and the phone number must be whole.',
      else: 'That did not work. Nothing was changed; please try again.',
    },
  },
  staff: {
    title: 'Staff', text: 'Who may enter your boutique', invite: 'Let somebody in', inviteText: 'She gets a link: she chooses her own password, or signs in with the one she has.', name: 'Name', email: 'Email', what: 'What she may do', letIn: 'Let in', until: 'until',
    role: { owner: 'Owner', staff: 'Staff', auditor: 'Auditor' },
    may: { owner: 'Everything, also letting others in.', staff: 'Chats, orders and products; not the staff.', auditor: 'Only reads, for two weeks. Names, numbers and words of customers are hidden, and each look is written down.' },
    newLink: 'New password', newLinkTitle: 'A new password for {{name}}?', newLinkText: 'You get a link to send her. With it she chooses a new password, and what she has open ends.', newLinkGo: 'Make a link',
    alone: 'Nobody helps you here yet', aloneText: 'Let a helper in, and she answers chats, packs orders and keeps the stock with her own password; your money and settings stay yours. An accountant comes in as an auditor: she reads for two weeks and sees nobody’s name.', aloneGo: 'Let your first helper in',
    dismiss: 'Send away', dismissTitle: 'Send {{name}} away?', dismissText: 'What she has open ends now. Her work stays in the history.',
    failed: 'That did not work. Look at the email, and try again.', sendLink: 'Send her this link. It opens once, within half an hour, and is not shown again.', isIn: 'Done: she may do this from now on.', sendJoin: 'She has an account already. Send her this link: she signs in with her own password, and only then she is in. It opens once, within two days, and is not shown again.', copy: 'Copy',
  },
  status: {
    'awaiting-payment': 'Awaiting payment', paid: 'To pack', packed: 'Packed', 'with-courier': 'With courier', delivered: 'Delivered',
    cancelled: 'Cancelled', expired: 'Expired', 'refund-due': 'Refund due', refunded: 'Refunded', 'not-refunded': 'Not refunded',
  },
  today: {
    title: 'Today', paid: 'Paid today', orders_one: '{{count}} paid order', orders_other: '{{count}} paid orders', lastDay: 'Last {{day}}, whole day',
    up: '{{percent}}% up on last {{day}} by this hour', down: '{{percent}}% down on last {{day}} by this hour', same: 'The same as last {{day}} by this hour', toPack: 'To pack', toPackNone: 'Nothing to pack',
    chats: 'Chats waiting', chatsNone: 'No one is waiting', low: 'Running out', lowNone: 'Stock is fine', awaiting: 'Awaiting payment',
    sales: 'Sales, last 30 days', day: 'Day', ordersColumn: 'Orders', piecesColumn: 'Pieces', paidColumn: 'Paid', backColumn: 'Given back', salesSummary: '{{amount}} from {{orders}} orders', weekends: 'Weekends are darker.',
    activity: 'Latest', activityTeach: 'Open the customer phones and send a photo of a dress: it appears here within a second.',
    ordered: '{{name}} ordered {{title}}', lowTitle: 'Running out', left_one: '{{count}} left', left_other: '{{count}} left', soldLately_one: '{{count}} sold in 4 weeks', soldLately_other: '{{count}} sold in 4 weeks', seeAll: 'See all', needs: 'Needs you',
  },
  conversations: {
    title: 'Chats', all: 'All', waiting: 'Needs you', filter: 'Which chats', empty: 'No chats yet',
    emptyText: 'When a customer writes to your WhatsApp number, the chat appears here, with every answer the agent gave.', none: 'Nobody is waiting for you',
    noneText: 'The agent is answering everyone. It calls you when a customer asks for a person.', needs: 'Needs you', pick: 'Pick a chat to read it here.',
    you: 'Shop: {{text}}', unread_one: '{{count}} unanswered message', unread_other: '{{count}} unanswered messages', photo: 'Photo', choice: 'Choice', voice: 'Voice note', location: 'Location',
    contact: 'Contact', order: 'Order', reaction: 'Reaction', other: 'Message', gone: 'No longer readable', agent: 'Agent', staff: 'Staff', customer: 'Customer', thread: 'Messages',
    planned: 'Waiting to be sent', sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Not delivered', shown: 'Pieces shown', orders: 'Her orders',
    reason: {
      asked: 'She asked for a person', 'not-understood': 'The agent did not understand', complaint: 'A complaint', abuse: 'Rude messages', payment: 'A payment needs a look',
      privacy: 'A privacy request', limit: 'Above the agent’s limit', 'owner-writes': 'You write on your own phone', 'taken-over': 'A person answers', 'out-of-reach': 'WhatsApp lets nobody write: call her',
    },
    handed: 'A person answers here', handedText: 'The agent keeps silent in this chat.',
  },
  orders: {
    title: 'Orders', filter: 'Status', empty: 'No orders yet', emptyText: 'Every order a customer places on WhatsApp lands here, paid ones first in line to be packed.',
    none: 'No orders in this state', noneText: 'Choose another chip to see the rest.', number: 'Order', customer: 'Customer', pieces: 'Pieces', discount: 'Taken off already', listed: 'List price', total: 'Total', placed: 'Placed', state: 'State',
    piece_one: '{{count}} piece', piece_other: '{{count}} pieces', lines: 'Pieces', delivery: 'Delivery to {{area}}', addressGone: 'Address no longer kept', size: 'Size {{size}}',
    chat: 'Open chat', payment: 'Payment', receipt: 'M-Pesa receipt', requested: 'Requested', received: 'Received', attempt: 'Prompt {{attempt}}', payUntil: 'To be paid by {{time}}',
    pack: 'Mark as packed', courier: 'Hand to courier', deliver: 'Mark as delivered', cancel: 'Cancel order', courierName: 'Who takes the parcel?', courierHint: 'For example: Wells Fargo, or the rider’s name',
    tracking: 'Tracking code (optional)', courierText: 'The customer is told on WhatsApp.', cancelTitle: 'Cancel order {{number}}?', cancelText: 'Held pieces go back on the shelf, and the customer is told on WhatsApp.', cancelPaidText: 'The pieces go back on the shelf, her money goes back to her, and she is told on WhatsApp.',
    keep: 'Keep order', done: 'Done: {{state}}', keptStep: 'Kept. It is done as soon as the line is back.', progress: 'How far the order is', nextStep: 'Next step',
    courierOf: 'Courier: {{courier}}', cancelledBy: { customer: 'Cancelled by the customer', owner: 'Cancelled by the shop', 'out-of-stock': 'Cancelled: out of stock' },
  },
  history: {
    title: 'The whole history', text: 'Every fact, in the order it was written. Nothing can be edited afterwards.', verified: 'Chain verified to {{position}}', broken: 'Chain broken: do not trust this log',
    shown: 'Which facts', all: 'All facts', shop: 'Without chat', raw: 'Raw fact', position: 'Position', stream: 'Stream', version: 'Version', topic: 'Topic', at: 'Time (UTC)', command: 'Command', correlation: 'Follows from', who: 'By', sealed: 'sealed',
    actor: { customer: 'Customer', agent: 'Agent', owner: 'Owner', staff: 'Staff', neighbour: 'Partner system', clock: 'Automatic', operator: 'Operator', mpesa: 'M-Pesa', whatsapp: 'WhatsApp' },
    kind: { conversation: 'Chat', cart: 'Cart', order: 'Order', stock: 'Stock', payment: 'Payment', product: 'Product', customer: 'Customer', boutique: 'Boutique' },
  },
  payment: {
    requested: 'Requested', prompting: 'Prompt on its way', waiting: 'Waiting for PIN', received: 'Money came in', completed: 'Paid', failed: 'Failed', refused: 'Not sent',
    uncertain: 'Unclear', unresolved: 'Never answered', cancelled: 'Cancelled', refunding: 'Refund under way', refunded: 'Refunded',
  },
  products: {
    title: 'Products', search: 'Title or code', low: 'Running out', gone: 'Sold out', all: 'All', filter: 'Stock', empty: 'No pieces yet', emptyText: 'Add your first pieces and the agent starts offering them on WhatsApp.',
    none: 'No piece fits', noneText: 'Try another word, or show all pieces.', count_one: '{{count}} piece', count_other: '{{count}} pieces', stock: 'Stock by size', available_one: '{{count}} available', available_other: '{{count}} available',
    soldOut: 'Sold out', sizeLeft: '{{size}}: {{count}} available', sizeGone: '{{size}}: sold out', archived: 'Not offered', held: '{{count}} held', showAll: 'Show all',
  },
  insights: insightsEn,
  search: searchEn,
  needs: needsEn,
  counting: countingEn,
}

export type Words = typeof en
