import { COLOURS, GARMENTS, inWords, PATTERNS } from './clothes'

type Said = readonly [en: string, sw: string, ...rest: string[]]

const OCCASIONS: Record<string, Said> = {
  casual: ['For every day', 'Ya kila siku'], office: ['For the office', 'Ya ofisini'], wedding: ['For a wedding', 'Ya harusi'], church: ['For church', 'Ya kanisani'], party: ['For a party', 'Ya sherehe'], date: ['For a date', 'Ya matembezi'],
  school: ['For school', 'Ya shule'], sport: ['For sport', 'Ya michezo'], travel: ['For a journey', 'Ya safari'], home: ['For the house', 'Ya nyumbani'], traditional: ['Traditional', 'Ya kitamaduni'],
}

const STYLES: Record<string, Said> = {
  mini: ['Mini', 'Fupi'], midi: ['Midi', 'Ya magotini'], maxi: ['Maxi', 'Ndefu'], bodycon: ['Bodycon', 'Ya kubana'], 'a-line': ['A-line', 'A-line'], wrap: ['Wrap', 'Ya kufunga'], 'off-shoulder': ['Off-shoulder', 'Ya mabega wazi'],
  sleeveless: ['Sleeveless', 'Bila mikono'], oversized: ['Oversized', 'Kubwa (oversized)'], fitted: ['Fitted', 'Ya kushika mwili'], 'high-waist': ['High waist', 'Ya kiuno cha juu'], 'wide-leg': ['Wide leg', 'Ya miguu mipana'], cropped: ['Cropped', 'Fupi ya tumboni'], pleated: ['Pleated', 'Ya mikunjo'],
}

const FABRICS: Record<string, Said> = {
  cotton: ['Cotton', 'Pamba'], linen: ['Linen', 'Kitani'], silk: ['Silk', 'Hariri'], satin: ['Satin', 'Satini'], chiffon: ['Chiffon', 'Shifoni'], denim: ['Denim', 'Denimu'], wool: ['Wool', 'Sufu'], leather: ['Leather', 'Ngozi'],
  velvet: ['Velvet', 'Veleti'], lace: ['Lace', 'Lesi'], knit: ['Knit', 'Ya kufuma'], polyester: ['Polyester', 'Poliesta'],
}

const TABLES: Record<string, Record<string, Said>> = { g: GARMENTS, c: COLOURS, p: PATTERNS, o: OCCASIONS, l: STYLES, f: FABRICS }
const shillings = (cents: string): string => `KSh ${(Number(cents) / 100).toLocaleString('en-US')}`

/** What a customer looked for, in the page's language. Example: “c:red” is “Red”, “max:300000” is “At most KSh 3,000”. */
export function wantedWord(tag: string, language: string): string {
  const [kind = '', ...rest] = tag.split(':')
  const value = rest.join(':')
  const said = TABLES[kind]?.[value]
  if (said !== undefined) return inWords(said, language)
  if (kind === 'max') return inWords([`At most ${shillings(value)}`, `Isizidi ${shillings(value)}`], language)
  if (kind === 'min') return inWords([`At least ${shillings(value)}`, `Kuanzia ${shillings(value)}`], language)
  if (kind === 'new') return inWords(['What is new', 'Mpya'], language)
  if (kind === 's') return sizeWord(value, language)
  return value || tag
}

function sizeWord(value: string, language: string): string {
  const [system = '', ruled = ''] = value.split(' ')
  if (system === 'one') return inWords(['One size', 'Saizi moja'], language)
  const label = system === 'letter' ? ruled.toUpperCase() : `${system.toUpperCase()} ${ruled}`
  return inWords([`Size ${label}`, `Saizi ${label}`], language)
}
