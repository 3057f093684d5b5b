/** From a repaired text back to the bytes of its witness. */
import type { RepairApparatus } from '../contract/repair-schema.ts';
import { encode } from '../pipeline/decode/codec.ts';
import { countCharacters, unitOffsets } from '../pipeline/text/code-points.ts';
import { sha256 } from './sha256.ts';

/**
 * The bytes that were repaired to `text`, whose record `apparatus` is: 電子商務 → 電子商務(wù).
 * Throws when text and record do not belong together, which is so when one of them was changed since.
 */
export function undoRepair(text: string, { witness, emendations }: RepairApparatus): Uint8Array {
  const found = undoEmendations(text, emendations);
  const { encoding, hasBom } = witness;
  const bytes = encode({ text: found, encoding, hasBom, raw: placeRaw(found, witness.raw) });
  if (sha256(bytes) !== witness.sha256) throw new Error('The bytes are not those of the witness.');
  return bytes;
}

function undoEmendations(text: string, emendations: RepairApparatus['emendations']): string {
  const unitOf = unitOffsets(text);
  const parts: string[] = [];
  let at = 0;
  let shift = 0; // from code points of the witness to code points of the text
  for (const { start, end, sic, corr } of emendations) {
    const from = unitOf(start + shift);
    if (!text.startsWith(corr, from)) throw new Error(`“${corr}” does not stand where it was put.`);
    parts.push(text.slice(at, from), sic);
    at = from + corr.length;
    shift += countCharacters(corr) - (end - start);
  }
  return parts.join('') + text.slice(at);
}

function placeRaw(text: string, raw: RepairApparatus['witness']['raw']) {
  const unitOf = unitOffsets(text);
  return raw.map(({ start, end, bytes }) => {
    const at = unitOf(start);
    return { at, length: unitOf(end) - at, bytes: Buffer.from(bytes, 'base64') };
  });
}
