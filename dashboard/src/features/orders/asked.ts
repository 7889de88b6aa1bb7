import * as z from 'zod/mini'
import { number } from '@/components/checks'

/** What goes back of an order. Units: `most` is cents; shillings that are typed, cents that come out. */
export const takenBack = (most: number) => z.object({ refund: number({ least: 0, most: Math.floor(most / 100), word: 'shillings', times: 100 }) })
