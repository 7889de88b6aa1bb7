/** Words of why the agent said something. */
const en = {
  ask: 'Why this?', title: 'Why the agent said this', understood: 'Understood as', sure: '{{percent}}% sure', reader: 'Read by {{brain}}', seen: 'Seen on the photo', wanted: 'She wanted', found: 'Found by {{by}}, with how well it fits',
  by: { picture: 'picture', words: 'words' }, relaxed: 'No piece had: {{tags}}', nothing: 'Nothing was there for: {{tags}}', size: 'Size advised: {{size}} ({{reason}})', words: 'Words by {{brain}}', models: 'Models asked', offline: 'No model was asked: the offline brain thought, and it cost nothing.',
  cost: 'Cost', tokens: '{{count}} tokens', reused: 'known from before', prompt: 'prompt {{prompt}}', fit: '{{percent}}% fit', missing: 'This was not said by the agent in this chat.',
}

const sw: typeof en = {
  ask: 'Kwa nini?', title: 'Kwa nini wakala alisema hivi', understood: 'Ilieleweka kama', sure: 'uhakika {{percent}}%', reader: 'Ilisomwa na {{brain}}', seen: 'Kilichoonekana pichani', wanted: 'Alitaka', found: 'Zilipatikana kwa {{by}}, na zinavyofaa',
  by: { picture: 'picha', words: 'maneno' }, relaxed: 'Hakuna yenye: {{tags}}', nothing: 'Hakukuwa na: {{tags}}', size: 'Saizi aliyoshauriwa: {{size}} ({{reason}})', words: 'Maneno ya {{brain}}', models: 'Modeli zilizoulizwa', offline: 'Hakuna modeli iliyoulizwa: ubongo wa ndani ulifikiri, bila gharama.',
  cost: 'Gharama', tokens: 'tokeni {{count}}', reused: 'ilijulikana kabla', prompt: 'swali {{prompt}}', fit: 'inafaa {{percent}}%', missing: 'Wakala hakusema hili kwenye gumzo hili.',
}

export const reasons = { en, sw }
