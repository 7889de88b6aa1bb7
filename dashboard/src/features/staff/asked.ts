import * as z from 'zod/mini'
import { email, text } from '@/components/checks'

/** Who is let in. */
export const invited = z.object({ name: text(120), email: email() })
