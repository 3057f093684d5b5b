import type { Edition } from '../../contract/edition.ts';
import type { FoldTable } from '../text/fold.ts';
import { computeSignature, type Signature } from './signature.ts';
import { createSimilarityIndex } from './similarity-index.ts';

/** The signature of an edition's text, by which those of one text are found; nothing where it is too short to say. */
export function signEdition({ markdown }: Edition, fold: FoldTable): Signature | undefined {
  return computeSignature(markdown['zh-Hans'].replace(/^---\n[\s\S]*?\n---\n/, ''), fold);
}

/**
 * `texts` in groups: each text of a group is like the first of it, or like one that is. What is like no other is a group
 * of one. Groups stand in the order of their first text, and texts in the order given.
 */
export function groupAlike<T extends { readonly signature: Signature | undefined }>(
  texts: readonly T[],
): T[][] {
  const index = createSimilarityIndex();
  const signed: T[][] = []; // the group of each text that is in the index
  const groups: T[][] = [];
  for (const text of texts) {
    const match = text.signature && index.add(text.signature);
    const known = match && signed[match.index];
    const group = known ?? [];
    if (known === undefined) groups.push(group);
    group.push(text);
    if (text.signature) signed.push(group);
  }
  return groups;
}
