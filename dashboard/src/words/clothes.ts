import type { components } from '@/api/schema'

type Garment = components['schemas']['Garment']
type Colour = components['schemas']['Colour']
type Pattern = components['schemas']['Pattern']

/** What kinds of clothes are called; some words are the same on the coast and in English. */
export const GARMENTS: Record<Garment, readonly [en: string, sw: string]> = {
  dress: ['Dress', 'Gauni'], top: ['Top', 'Topu'], blouse: ['Blouse', 'Blauzi'], shirt: ['Shirt', 'Shati'], 't-shirt': ['T-shirt', 'Tisheti'],
  'long-sleeve': ['Long-sleeved top', 'Nguo ya mikono mirefu'], sweater: ['Sweater', 'Sweta'], hoodie: ['Hoodie', 'Hudi'], blazer: ['Blazer', 'Blaza'],
  jacket: ['Jacket', 'Jaketi'], coat: ['Coat', 'Koti'], suit: ['Suit', 'Suti'], jumpsuit: ['Jumpsuit', 'Jumpsuti'], skirt: ['Skirt', 'Sketi'],
  trousers: ['Trousers', 'Suruali'], jeans: ['Jeans', 'Jinzi'], shorts: ['Shorts', 'Kaptula'], leggings: ['Leggings', 'Legingi'], kaftan: ['Kaftan', 'Kaftani'],
  dera: ['Dera', 'Dera'], kanga: ['Kanga', 'Kanga'], shoes: ['Shoes', 'Viatu'], bag: ['Bag', 'Mkoba'], hat: ['Hat', 'Kofia'], scarf: ['Scarf', 'Skafu'],
  belt: ['Belt', 'Mkanda'], lingerie: ['Lingerie', 'Nguo ya ndani'],
}

/** What colours are called, and a swatch of each. */
export const COLOURS: Record<Colour, readonly [en: string, sw: string, swatch: string]> = {
  black: ['Black', 'Nyeusi', '#1c1a19'], white: ['White', 'Nyeupe', '#fdfcfa'], grey: ['Grey', 'Kijivu', '#8d8a87'], beige: ['Beige', 'Krimu', '#d9c3a0'],
  brown: ['Brown', 'Kahawia', '#6f4a2f'], red: ['Red', 'Nyekundu', '#c2272d'], maroon: ['Maroon', 'Damu ya mzee', '#6d1f2c'], pink: ['Pink', 'Waridi', '#e58aa8'],
  orange: ['Orange', 'Machungwa', '#e07a1f'], yellow: ['Yellow', 'Njano', '#f0c733'], green: ['Green', 'Kijani', '#2f7d4f'], olive: ['Olive', 'Zeituni', '#6b6b2f'],
  turquoise: ['Turquoise', 'Feruzi', '#2aa39f'], blue: ['Blue', 'Bluu', '#2f62b5'], navy: ['Navy', 'Bluu iliyokolea', '#1f2b52'], purple: ['Purple', 'Zambarau', '#6c3b86'],
}

/** What is on the cloth. */
export const PATTERNS: Record<Pattern, readonly [en: string, sw: string]> = {
  plain: ['Plain', 'Bila maua'], striped: ['Striped', 'Mistari'], checked: ['Checked', 'Mraba'], dotted: ['Dotted', 'Madoa'], floral: ['Flowers', 'Maua'],
  kitenge: ['Kitenge', 'Kitenge'], animal: ['Animal', 'Mnyama'], graphic: ['Graphic', 'Michoro'], lace: ['Lace', 'Lesi'], denim: ['Denim', 'Denimu'],
}

/** The word in the page's language. */
export const inWords = (said: readonly [en: string, sw: string, ...rest: string[]], language: string): string => (language === 'sw' ? said[1] : said[0])

export const keysOf = <K extends string>(table: Record<K, unknown>): readonly K[] => Object.keys(table) as K[]
