/** Reading `content/witnesses/<siglum>/` for Node: the bytes as received, and their sidecar checked. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Witness } from '../contract/edition.ts';
import { type WitnessSidecar, witnessSchema } from '../contract/schema.ts';
import { sha256 as hash } from './sha256.ts';

/** A witness, with the name of the file it is in. */
interface NamedWitness extends Witness {
  readonly file: string;
}

/** A witness without its bytes. */
export type WitnessDescription = Omit<NamedWitness, 'bytes'>;

const SIDECAR = 'witness.json';
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The witness in the folder `siglum` of `root`. Throws one sentence that says what is wrong with it and what to do:
 * a sidecar that is missing or no valid JSON, a text that is missing, empty or not the one the sidecar describes.
 */
export function readWitness(root: string, siglum: string): NamedWitness {
  const folder = join(root, siglum);
  const sidecar = readSidecar(folder, siglum);
  const slug = sidecar.slug ?? siglum;
  if (!SLUG.test(slug)) {
    throw new Error(
      `The folder name “${siglum}” cannot be an address; add "slug" to its ${SIDECAR}: a–z, 0–9 and hyphens.`,
    );
  }
  const bytes = readBytes(folder, siglum, sidecar);
  return { siglum, slug, sha256: sidecar.sha256, origin: sidecar.origin, file: sidecar.file, bytes };
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function readSidecar(folder: string, siglum: string): WitnessSidecar {
  const file = join(folder, SIDECAR);
  if (!isFile(file)) {
    throw new Error(`Witness “${siglum}” has no ${SIDECAR}; add one with "file", "sha256" and "origin".`);
  }
  const result = witnessSchema.safeParse(parseJson(readFileSync(file, 'utf8'), siglum));
  if (result.success) return result.data;
  throw new Error(`${SIDECAR} of witness “${siglum}” is wrong: ${result.error.issues[0]?.message}.`);
}

function parseJson(source: string, siglum: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new Error(
      `${SIDECAR} of witness “${siglum}” is no JSON (${(error as Error).message}); correct it.`,
      { cause: error },
    );
  }
}

function readBytes(folder: string, siglum: string, { file, sha256 }: WitnessSidecar): Uint8Array {
  const path = join(folder, file);
  if (!isFile(path)) {
    throw new Error(`The text “${file}” of witness “${siglum}” is missing; put it beside its ${SIDECAR}.`);
  }
  const bytes = readFileSync(path);
  if (bytes.every((byte) => byte <= 0x20)) {
    throw new Error(
      `The text “${file}” of witness “${siglum}” is empty; fetch it again, or remove the folder.`,
    );
  }
  const found = hash(bytes);
  if (found !== sha256) {
    throw new Error(
      `The text “${file}” of witness “${siglum}” is not the one described (sha256 is ${found}); ` +
        `restore the file, or write this sum into ${SIDECAR} if the text is meant to change.`,
    );
  }
  return bytes;
}
