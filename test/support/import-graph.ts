/** Which file of the project imports which: TypeScript, Astro, JavaScript and style sheets; types count like values. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is named after `from`, `import`, `import(`, `require(` or `@import`, and what a thread or an asset is opened by. */
const IMPORT = /(?:\bfrom|\bimport|\b(?:import|require)\s*\(|@import|\bnew URL\()\s*(['"`])([^'"`\n]+)\1/g;

/** Names of the modules a source imports: `import … from`, `export … from`, bare `import`, `import(…)` and `require(…)`. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].flatMap(([, , name]) => name ?? []);
}

/** Each file that `pattern` finds with the files of the project that it imports, as paths below the root. */
export function importGraph(pattern: string): ReadonlyMap<string, readonly string[]> {
  const files = globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return new Map(
    files.sort().map((file) => {
      const names = importsOf(readFileSync(join(root, file), 'utf8'));
      const own = names.filter((name) => /^\.{1,2}\//.test(name));
      return [file, own.map((name) => posix.join(dirname(file), name.replace(/\?.*$/, '')))] as const;
    }),
  );
}

/** A way from a node of `graph` back to itself, if there is one: `['a', 'b', 'a']`. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle) return cycle;
  }
  return undefined;
}
