import { NumberWriter, readNumbers } from '../concordance/numbers.ts';
import type { FacetColumn, FacetValue } from './facets.ts';

/** A facet of all texts as bytes: the length of the values, the values as JSON, and a number for each text. */
export function packColumn({ values, numbers }: FacetColumn): Uint8Array {
  const same = values.map(([hant, hans]) => (hant === hans ? [hant] : [hant, hans]));
  const head = new TextEncoder().encode(JSON.stringify(same));
  const writer = new NumberWriter();
  for (const number of Array.from(numbers)) writer.write(number);
  const column = writer.take();
  const packed = new Uint8Array(4 + head.length + column.length);
  packed.set(new Uint8Array(Uint32Array.of(head.length).buffer));
  packed.set(head, 4);
  packed.set(column, 4 + head.length);
  return packed;
}

/** The facet that `packColumn` packed. */
export function unpackColumn(packed: Uint8Array): FacetColumn {
  const end = 4 + new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const same = JSON.parse(new TextDecoder().decode(packed.subarray(4, end))) as Array<[string, string?]>;
  const values = same.map(([hant, hans = hant]): FacetValue => [hant, hans]);
  return { values, numbers: readNumbers(packed.subarray(end)) };
}
