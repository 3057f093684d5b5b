import { toApparatusName } from './apparatus-name.ts';
import type { Document, Listing } from './list-documents.ts';
import { quote } from './quote.ts';

/** `listing` without the documents of which two would be written to one file; each such file is a problem. */
export function refuseCollisions({ documents, problems }: Listing): Listing {
  const claims = new Map<string, Document[]>();
  for (const document of documents) {
    for (const file of [document.target, toApparatusName(document.target)]) {
      claims.set(file, [...(claims.get(file) ?? []), document]);
    }
  }
  const disputed = [...claims].filter(([, group]) => group.length > 1);
  const refused = new Set(disputed.flatMap(([, group]) => group));
  const reported = disputed.filter(
    ([file, group]) => !group.every(({ target }) => toApparatusName(target) === file),
  );
  return {
    documents: documents.filter((document) => !refused.has(document)),
    problems: [...problems, ...reported.map(([file, group]) => describe(file, group))],
  };
}

function describe(file: string, group: readonly Document[]): string {
  const names = group.map(({ name }) => quote(name)).join(' and ');
  return `${names} would both be written to ${quote(file)}; rename one, or repair them into different folders.`;
}
