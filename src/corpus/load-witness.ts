import { existsSync } from 'node:fs';
import type { Apparatus } from '../contract/schema.ts';
import type { Encoding } from '../contract/vocabulary.ts';
import { contentFolder } from '../edition/content-folder.ts';
import { decodeAs } from '../pipeline/decode/codec.ts';
import { readWitness } from './read-witness.ts';

/** Whether a witness is at hand; a collection may be published without its witnesses. */
export function hasWitness(siglum: string): boolean {
  return existsSync(contentFolder('witnesses', siglum, 'witness.json'));
}

/**
 * The decoded witness that an apparatus is about. Throws when it is another text than the one the edition was made from.
 */
export function loadWitness({ witness, slug }: Apparatus): string {
  const { bytes, sha256 } = readWitness(contentFolder('witnesses'), witness.siglum);
  if (sha256 !== witness.sha256)
    throw new Error(`The witness of ${slug} has changed since its edition was made: run npm run editions.`);
  return decodeAs(bytes, witness.encoding as Encoding).text;
}
