import '@/components/theme.css'
import { wordsOf } from '@/words/languages'
import { beginAt } from './beginning'
import { wearPreferences } from './preferences'

const LETTERS = ['1rem "Figtree Variable"', '700 1rem "Bricolage Grotesque"']

// The first script is a small one: while the long ones come, the look is worn and words, letters, screen and figures are
// asked for.
void wordsOf(wearPreferences())
beginAt(globalThis.location)
LETTERS.forEach((face) => void document.fonts.load(face))
void import('./main')
