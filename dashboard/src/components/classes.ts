import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Joins class names; of two that contradict each other, the later wins. */
export function classes(...names: ClassValue[]): string {
  return twMerge(clsx(names))
}
