/** What a run keeps for the next, so that it need not restore again what has not changed. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Signature } from '../../pipeline/collate/signature.ts';
import { openCache, toCacheKey } from '../cache.ts';
import type { WitnessDescription } from '../read-witness.ts';

/** What was published of a group of witnesses, of which this text is the first. */
interface Publication {
  /** The keys of the group. */
  readonly keys: string;
  /** The editions by slug, and how their files looked. */
  readonly looks: readonly (readonly [slug: string, look: string])[];
  /** What was said of them. */
  readonly notes: readonly string[];
}

/** The signature in base64, or nothing for a text too short to be compared. */
interface CachedWitness {
  readonly signature: string;
  readonly published?: Publication;
}

type Group = readonly [WitnessDescription, ...WitnessDescription[]];

export interface EditionCache {
  /** The signature of a witness that was restored by these rules; of one too short to be compared, `signature` is absent. */
  findSignature(witness: WitnessDescription): { readonly signature: Signature | undefined } | undefined;
  keepSignature(witness: WitnessDescription, signature: Signature | undefined): void;
  /** What was published of a group of witnesses, if it all stands there untouched. */
  findPublished(group: Group): { readonly slugs: string[]; readonly notes: readonly string[] } | undefined;
  keepPublished(group: Group, slugs: readonly string[], notes: readonly string[]): void;
  /** Keeps for the next run what this one has asked for or kept, and nothing else. */
  save(): void;
}

const FILE = '.restored.json';

/**
 * The cache beside the editions in `root`. `version` stands for the rules and the program: with another one, or none,
 * nothing is found, and without one nothing is saved.
 */
export function openEditionCache(root: string, version: string | undefined): EditionCache {
  const cache = openCache<CachedWitness>(version === undefined ? undefined : join(root, FILE));
  const keyOf = ({ siglum, slug, sha256, origin, file }: WitnessDescription) =>
    toCacheKey(version, siglum, slug, sha256, origin, file);
  const keysOf = (group: Group) => group.map(keyOf).join(' ');
  return {
    findSignature(witness) {
      const found = cache.find(witness.siglum, keyOf(witness));
      return found && { signature: found.signature === '' ? undefined : fromBase64(found.signature) };
    },
    keepSignature(witness, signature) {
      cache.keep(witness.siglum, keyOf(witness), { signature: signature ? toBase64(signature) : '' });
    },
    findPublished(group) {
      const published = cache.find(group[0].siglum, keyOf(group[0]))?.published;
      if (published?.keys !== keysOf(group)) return undefined;
      const { looks, notes } = published;
      if (looks.some(([slug, look]) => look !== describeFiles(root, slug))) return undefined;
      return { slugs: looks.map(([slug]) => slug), notes };
    },
    keepPublished(group, slugs, notes) {
      const [{ siglum }] = group;
      const key = keyOf(group[0]);
      const cached = cache.find(siglum, key);
      if (cached === undefined)
        throw new Error(`The witness “${siglum}” was published unrestored; report this.`);
      const looks = slugs.map((slug) => [slug, describeFiles(root, slug)] as const);
      cache.keep(siglum, key, { ...cached, published: { keys: keysOf(group), looks, notes } });
    },
    save: cache.save,
  };
}

const toBase64 = (signature: Signature) =>
  Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength).toString('base64');

const fromBase64 = (text: string): Signature =>
  new Uint16Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

/** Names, sizes and times of an edition's files: whoever edits one by hand has the edition made again. */
function describeFiles(root: string, slug: string): string {
  const folder = join(root, slug);
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder).sort();
  return names
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('; ');
}
