import type { Plugin } from 'vite'

export function earlyScripts(main: string): Plugin
