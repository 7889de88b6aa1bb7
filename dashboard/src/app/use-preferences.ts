import { useSyncExternalStore } from 'react'
import { onPreference, preferences } from './preferences'

/** The language and look this person chose, wherever she changes them. */
export const usePreferences = () => useSyncExternalStore(onPreference, preferences)
