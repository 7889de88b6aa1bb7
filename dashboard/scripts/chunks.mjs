// Which file of the build a module goes into. On a slow line each of fifty small files costs its own wait, and
// whatever stands in a file that the first screen needs is carried and read before that screen.

// A list of all icons there are: who imports one by it needs no other.
const ICONS = /\/lucide-react\//
const LIST_OF_ICONS = /\/lucide-react\.mjs$/

/** The modules that are there as soon as this one runs. */
function neededBy(id, graph, found = new Set()) {
  if (found.has(id)) return found
  found.add(id)
  if (LIST_OF_ICONS.test(id)) return found
  for (const needed of graph.getModuleInfo(id)?.importedIds ?? []) neededBy(needed, graph, found)
  return found
}

/** A chunk of what all these modules need, each a full path. */
const common = (name, ...modules) => {
  let sets
  const chunk = (id, graph) => {
    sets ??= modules.map((module) => neededBy(module, graph))
    return sets.every((set) => set.has(id)) ? name : null
  }
  return { name: chunk, debugName: name }
}

// What judges forms: only a screen that has one waits for it.
const FORMS = /\/(react-hook-form|@hookform|zod)\/|\/src\/components\/(form|checks)\.tsx?$/

// What tells a record's history: its words are many, and a list has none of them.
const HISTORY = /\/src\/(words\/facts(-\w+)?|components\/record-history)\.tsx?$/

/** The feature that a module belongs to. */
const featureOf = (id) => /\/src\/features\/(\w+)\//.exec(id)?.[1] ?? null

/** A chunk of what the screens of one feature share; what writes in forms apart, so that a list does not carry them. */
const ofFeature = (id, graph) => {
  const feature = featureOf(id)
  return feature !== null && [...neededBy(id, graph)].some((needed) => FORMS.test(needed)) ? `${feature}-forms` : feature
}

/**
 * The files: what the first small script shares, that script itself, icons, what dashboard and phones share, the
 * frame of the dashboard, what a screen lends the phones, what all screens share, how histories are told, what forms need, and what the
 * screens of one feature share.
 */
export const chunks = ({ first, main, phones }) => [
  common('ahead', first, main, phones),
  common('first', first),
  { name: 'icons', test: ICONS, minShareCount: 2 },
  common('kit', main, phones),
  common('frame', main),
  { ...common('lent', phones), minShareCount: 2 },
  { name: 'shared', test: (id) => featureOf(id) === null && !FORMS.test(id) && !HISTORY.test(id), minShareCount: 3 },
  { name: 'history', test: HISTORY },
  { name: 'forms', test: FORMS },
  { name: ofFeature, debugName: 'features', minShareCount: 2 },
].map((group, index, all) => ({ ...group, priority: all.length - index }))
