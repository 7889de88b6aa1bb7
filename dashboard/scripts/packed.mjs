// Lays beside each script and style what a poor network should carry instead of it, packed once for all who ask.
import { brotliCompressSync } from 'node:zlib'

const WORDY = /\.(?:js|css)$/

export function packed() {
  return {
    name: 'packed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle).filter(({ fileName }) => WORDY.test(fileName))) {
          const text = file.type === 'chunk' ? file.code : file.source
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: brotliCompressSync(text) })
        }
      },
    },
  }
}
