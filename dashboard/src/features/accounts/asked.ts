import * as z from 'zod/mini'
import { code, email, newPassword, phone, text } from '@/components/checks'

/** What opens a boutique. */
export const joining = z.object({ boutique: text(120), town: text(120), name: text(120), phone: phone(), email: email(), password: newPassword() })

/** What a new password needs. */
export const choosing = z.object({ password: newPassword() })

/** What makes an operator. */
export const operating = z.object({ password: newPassword(), code: code() })

/** What shows that the authenticator app is there. */
export const proving = z.object({ code: code() })

/** How a device with a passkey is called. */
export const naming = z.object({ name: text(60) })
