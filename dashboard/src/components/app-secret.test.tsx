import { render, screen } from '@testing-library/react'
import { QRCodeSVG } from 'qrcode.react'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { beforeAll, expect, test } from 'vitest'
import { account } from '@/words/account'
import { AppSecret } from './app-secret'

const ADDRESS = 'otpauth://totp/Dukani:amani?secret=JBSWY3DPEHPK3PXP&issuer=Dukani'
const drawn = (container: Element) => [...container.querySelectorAll('svg path')].map((path) => path.getAttribute('d')).join()

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { account: account.en } } }))

test('a secret can be scanned, opened on this phone, and typed in by hand', () => {
  const { container } = render(<AppSecret secret="JBSWY3DPEHPK3PXP" address={ADDRESS} />)
  const code = container.querySelector('svg[role="img"]')
  const expected = render(<QRCodeSVG value={ADDRESS} size={216} marginSize={4} level="M" />).container
  expect(code?.querySelector('title')?.textContent).toBe('Code for the authenticator app')
  expect(code && [...code.querySelectorAll('path')].map((path) => path.getAttribute('d')).join()).toBe(drawn(expected))
  expect(screen.getByRole('link').getAttribute('href')).toBe(ADDRESS)
  expect(screen.getByText('JBSWY3DPEHPK3PXP')).toBeTruthy()
})
