/** The encodings a witness can be in, and the names that pages have for them: `src/data/encodings.txt`. */
import { type Encoding, encodings } from '../../contract/vocabulary.ts';
import { readRows } from '../../data/read-rows.ts';

export interface EncodingNames {
  /** By the name a page declares, in lower case: `gb2312` is read as gb18030. */
  readonly byName: ReadonlyMap<string, Encoding>;
  /** Those that are tried where the page declares none. */
  readonly tried: readonly Encoding[];
}

/** Parse `encodings.txt`. Throws a sentence on an encoding we do not know. */
export function parseEncodings(source: string): EncodingNames {
  const rows = readRows('encodings.txt', () => source, 2).map(
    ([encoding = '', names = '']) => [encodingOf(encoding), names === '-' ? [] : names.split(' ')] as const,
  );
  return {
    byName: new Map(rows.flatMap(([encoding, names]) => names.map((name) => [name, encoding] as const))),
    tried: rows.map(([encoding]) => encoding),
  };
}

function encodingOf(value: string): Encoding {
  const encoding = encodings.find((name) => name === value);
  if (encoding === undefined)
    throw new Error(`encodings.txt: no encoding “${value}”; use ${encodings.join(', ')}.`);
  return encoding;
}
