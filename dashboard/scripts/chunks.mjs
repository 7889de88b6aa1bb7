// Which file of the build a module goes into. On a slow line each of fifty small files costs its own wait, and
// whatever stands in a file that the first screen needs is carried and read before that screen.

/** The modules that are there as soon as this one runs. */
function neededBy(id, graph, found = new Set()) {
  if (found.has(id)) return found
  found.add(id)
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
  return { name: chunk }
}

/**
 * The files: what the first small script shares, that script itself, what dashboard and phones share, the frame of the dashboard,
 * what a screen lends the phones, what screens share. */
export const chunks = ({ first, main, phones }) => [
  common('ahead', first, main, phones),
  common('first', first),
  common('kit', main, phones),
  common('frame', main),
  { ...common('lent', phones), minShareCount: 2 },
  { name: 'shared', minShareCount: 3 },
].map((group, index, all) => ({ ...group, priority: all.length - index }))
