import '@/components/theme.css'
import { wordsOf } from '@/words/languages'
import { beginAt } from './beginning'
import { wearPreferences } from './preferences'

// The first script is a small one: while the long ones come, the look is worn and words, screen and figures are asked for.
void wordsOf(wearPreferences())
beginAt(globalThis.location.pathname)
void import('./main')
