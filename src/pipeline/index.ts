/** The map of the flow: bytes → decode → repair → strip → structure → convert → Markdown and apparatus. */
import { compile, type Edition } from './compile/compile.ts';
import { type ConvertOptions, convert } from './convert/convert.ts';
import type { ConvertRules } from './convert/convert-rules.ts';
import { type Decoded, decode, isBinary } from './decode/decode.ts';
import { read } from './reading.ts';
import { repair } from './repair/repair.ts';
import type { RepairRules } from './repair/rules.ts';
import { separate } from './strip/separate.ts';
import { type StripOptions, strip } from './strip/strip.ts';
import type { StripRules } from './strip/strip-rules.ts';
import { readMetaLine } from './structure/meta-line.ts';
import { findSite } from './structure/site.ts';
import { structure } from './structure/structure.ts';
import type { StructureRules } from './structure/structure-rules.ts';

export type { Edition } from './compile/compile.ts';

/** A text as received. `slug` is the address of its edition, `origin` says where it comes from. */
export interface Witness {
  readonly siglum: string;
  readonly slug: string;
  readonly sha256: string;
  readonly origin: string;
  readonly bytes: Uint8Array;
}

/** Everything the phases know; see `src/data/`. */
export interface Rules {
  readonly repair: RepairRules;
  readonly strip: StripRules;
  readonly structure: StructureRules;
  readonly convert: ConvertRules;
}

/** Which Traditional to write, which removals not to make, and what the other documents of the run have in common. */
export type RestoreOptions = ConvertOptions & Omit<StripOptions, 'isMeta'>;

/**
 * The edition of `witness`: its text restored, in both scripts, with a record of every change.
 * Throws a sentence when the bytes cannot be decoded; any other trouble is a crux or a doubt of the apparatus.
 */
export function restore(witness: Witness, rules: Rules, options: RestoreOptions = {}): Edition {
  const decoded = decode(witness.bytes, rules);
  if (isBinary(decoded, rules))
    throw new Error('its bytes are no text in any encoding we know; save it as UTF-8.');
  return restoreText(witness, decoded, rules, options);
}

/** The same from a text that is decoded already: a line of JSON, or the article of a page in HTML. */
export function restoreText(
  witness: Witness,
  { text, encoding }: Pick<Decoded, 'text' | 'encoding'>,
  rules: Rules,
  options: RestoreOptions = {},
): Edition {
  const repaired = separate(repair(read(text), rules.repair));
  const isMeta = (line: string) => readMetaLine(line, rules.structure) !== undefined;
  const stripped = strip(repaired, rules.strip, { isMeta, ...options });
  const site = findSite(repaired.text, rules.structure);
  const structured = structure(stripped, rules.structure, site);
  const converted = convert(structured, rules.convert, options);
  return compile(witness, encoding, converted);
}
