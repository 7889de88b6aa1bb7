// Names in the built page the scripts that its first small one asks for, so that a browser fetches them at once, and
// lets the style follow what is seen while everything is on its way: no script runs before it, but a picture is there.
export function earlyScripts(main) {
  return {
    name: 'early-scripts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const asked = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(main))
        const asks = (chunk) => chunk.dynamicImports.includes(asked?.fileName) && html.includes(`"/${chunk.fileName}"`)
        if (!asked || !chunks.some(asks)) return html
        const needed = [...withImports(asked.fileName, bundle)].filter((name) => !html.includes(name))
        const [style] = /\n *<link rel="stylesheet"[^>]*>/.exec(html) ?? ['']
        return { html: html.replace(style, '').replace('</body>', `  ${style.trim()}\n  </body>`), tags: needed.map(script) }
      },
    },
  }
}

const script = (name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` }, injectTo: 'head' })

function withImports(name, bundle, found = new Set()) {
  found.add(name)
  for (const needed of bundle[name].imports) if (!found.has(needed)) withImports(needed, bundle, found)
  return found
}
