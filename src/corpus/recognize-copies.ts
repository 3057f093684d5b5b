/** Saying of each text whether it was there before, in another mirror. */
import { SAME } from '../pipeline/collate/constants.ts';
import type { SimilarityIndex } from '../pipeline/collate/similarity-index.ts';

/** A text as it is known by: what messages call it, the address of its edition, and how it looks. */
interface Recognizable {
  readonly name: string;
  readonly slug: string;
  /** The `id` of its line, where that is short enough to remember. */
  readonly id?: unknown;
  /** Absent for a text too short to tell. */
  readonly signature?: Uint16Array;
}

/** An earlier text that is like this one. */
export interface Copy {
  /** In all likelihood the same article; else only much like it. */
  readonly isSame: boolean;
  /** The earlier text's `id`, or what messages call it. */
  readonly id: unknown;
  readonly name: string;
  readonly slug: string;
}

/**
 * Gives what says of each text which earlier one is most like it, and remembers it for those to come: its name and
 * signature, never the text.
 */
export function recognizeCopies(index: SimilarityIndex): (text: Recognizable) => Copy | undefined {
  const earlier: Omit<Copy, 'isSame'>[] = [];
  return ({ signature, id, name, slug }) => {
    if (signature === undefined) return undefined;
    earlier.push({ id: id ?? name, name, slug });
    const match = index.add(signature);
    const found = match && earlier[match.index];
    return found && { ...found, isSame: match.similarity >= SAME };
  };
}

/** The JSON object `line` with a note of its copy: `"duplicateOf"` the id of an earlier one, or `"similarTo"`. */
export function withCopy(line: string, { isSame, id }: Copy): string {
  return `${line.replace(/\}\n$/, '')},"${isSame ? 'duplicateOf' : 'similarTo'}":${JSON.stringify(id)}}\n`;
}
