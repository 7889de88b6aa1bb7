import { describe, expect, it } from 'vitest'
import { cameBack, keepPin, takePin } from './signup'

describe('coming back from Meta', () => {
  it('brings a code for the window that asked, as it was sent', () => {
    expect(cameBack('?code=12e5%2Fx&state=app.ab')).toEqual({ code: '12e5/x', state: 'app.ab' })
  })

  it('says why there is none', () => {
    expect(cameBack('?error=access_denied&error_description=She%20said%20no')).toEqual({ refused: 'She said no' })
    expect(cameBack('?code=1')).toEqual({ refused: '' })
  })

  it('takes the PIN along, once', () => {
    keepPin('123456')
    expect([takePin(), takePin()]).toEqual(['123456', ''])
  })
})
