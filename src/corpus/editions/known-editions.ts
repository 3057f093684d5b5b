/** What a run remembers for the next, so that it need not restore again what has not changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signature } from '../../pipeline/collate/signature.ts';
import type { WitnessDescription } from '../read-witness.ts';

/** Which editions a group of witnesses came to, by slug, how their files looked, and what was said of them. */
interface Publication {
  readonly looks: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** By the key of a witness: the signature of its text. By the keys of a group: what was published of it. */
interface Memory {
  readonly signatures: Record<string, string>;
  readonly publications: Record<string, Publication>;
}

/** What the text of a witness looks like, as far as finding its copies needs; where it is too short, nothing. */
export interface Known {
  readonly signature: Signature | undefined;
}

export interface KnownEditions {
  /** The signature of a witness that was restored by these rules. */
  find(key: string): Known | undefined;
  remember(key: string, known: Known): void;
  /** What was published of the witnesses with these keys, if it all stands there untouched. */
  findPublished(keys: readonly string[]): { slugs: string[]; notes: readonly string[] } | undefined;
  rememberPublished(keys: readonly string[], slugs: readonly string[], notes: readonly string[]): void;
  /** Keeps for the next run what this one has asked for or remembered, and nothing else. */
  save(): void;
}

const FILE = '.restored.json';

/**
 * The memory beside the editions in `root`. `version` stands for the rules and the program: with another one, or none,
 * nothing is known, and without one nothing is kept. A memory that cannot be read is none.
 */
export function openKnownEditions(root: string, version: string | undefined): KnownEditions {
  const before = read(root, version);
  const now: Memory = { signatures: {}, publications: {} };
  return {
    find(key) {
      const text = before.signatures[key];
      if (text === undefined) return undefined;
      now.signatures[key] = text;
      return { signature: text === '' ? undefined : fromText(text) };
    },
    remember(key, { signature }) {
      now.signatures[key] = signature ? toText(signature) : '';
    },
    findPublished(keys) {
      const group = keys.join(' ');
      const publication = before.publications[group];
      const looks = Object.entries(publication?.looks ?? {});
      if (!publication || looks.some(([slug, look]) => look !== describeFiles(root, slug))) return undefined;
      now.publications[group] = publication;
      return { slugs: looks.map(([slug]) => slug), notes: publication.notes };
    },
    rememberPublished(keys, slugs, notes) {
      const looks = Object.fromEntries(slugs.map((slug) => [slug, describeFiles(root, slug)]));
      now.publications[keys.join(' ')] = { looks, notes };
    },
    save() {
      if (version === undefined || !existsSync(root)) return;
      const file = join(root, FILE);
      writeFileSync(`${file}.${process.pid}`, JSON.stringify({ version, ...now }));
      renameSync(`${file}.${process.pid}`, file);
    },
  };
}

/** Everything about a witness that its edition depends on. */
export function keyOf({ siglum, slug, sha256, origin, file }: WitnessDescription): string {
  return createHash('sha256')
    .update(JSON.stringify([siglum, slug, sha256, origin, file]))
    .digest('base64');
}

function read(root: string, version: string | undefined): Memory {
  const nothing = { signatures: {}, publications: {} };
  try {
    const memory = JSON.parse(readFileSync(join(root, FILE), 'utf8'));
    return version !== undefined && memory.version === version ? memory : nothing;
  } catch {
    return nothing; // the first run, or a memory that was cut short: everything is made again
  }
}

const toText = (signature: Signature) =>
  Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength).toString('base64');

const fromText = (text: string): Signature =>
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
