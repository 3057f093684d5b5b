/** `simplified-only.txt`. */
import iconv from 'iconv-lite';
import { type Table, version } from './table.ts';

const isTraditional = (form: string) => !iconv.encode(form, 'cp950').equals(Buffer.from('?'));

/** What forms fold to, where it is in CP936 and not in Big5. */
export function simplifiedOnlyTable(fold: ReadonlyMap<string, string>, inGbk: ReadonlySet<string>): Table {
  return {
    name: 'simplified-only.txt',
    header: [
      'Characters of CP936 that are Simplified and nothing else: they have a Traditional form and are not in Big5.',
      'A text that went through a careless converter has none of them left; 后 里 于 么, which Traditional has too, remain.',
      `Source: fold.txt and CP950, as iconv-lite ${version('iconv-lite')} has it (MIT). Made by scripts/build-data.ts.`,
    ],
    rows: [...new Set(fold.values())].filter((form) => inGbk.has(form) && !isTraditional(form)).sort(),
  };
}
