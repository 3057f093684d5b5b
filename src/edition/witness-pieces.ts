import type { Apparatus, Crux, Emendation, Normalisation, Removal } from '../contract/schema.ts';

/**
 * A stretch of the witness and the record about it. `text` is absent where the words are withheld: they are not to come
 * near a page.
 */
export interface WitnessPiece {
  text?: string;
  record?: Emendation | Crux | Removal | Normalisation;
}

/** A decoded witness cut at its records, in order; joined again it is the witness, but for what is withheld. */
export function witnessPieces(witness: string, apparatus: Apparatus): WitnessPiece[] {
  const characters = [...witness];
  const pieces: WitnessPiece[] = [];
  let at = 0;
  const copy = (end: number, record?: WitnessPiece['record']) => {
    if (end > at || record)
      pieces.push({ text: characters.slice(at, end).join(''), ...(record && { record }) });
    at = end;
  };
  for (const record of recordsOf(apparatus)) {
    if (record.start < at) continue;
    if (record.start > at) copy(record.start);
    if (isWithheldRecord(record)) {
      pieces.push({ record });
      at = record.end;
    } else copy(record.end, record);
  }
  if (at < characters.length) copy(characters.length);
  return pieces;
}

type Recorded = NonNullable<WitnessPiece['record']>;

const isWithheldRecord = (record: Recorded): boolean => 'characters' in record && record.sic === undefined;

/** All records in the order of the witness, without those that would show words of a withheld removal. */
function recordsOf({ emendations, cruces, removals, normalisations }: Apparatus): Recorded[] {
  const withheld = removals.filter(isWithheldRecord);
  const others = [
    ...emendations,
    ...cruces,
    ...removals.filter((r) => !isWithheldRecord(r)),
    ...normalisations,
  ];
  const shown = others.filter((record) =>
    withheld.every(({ start, end }) => record.end <= start || record.start >= end),
  );
  return [...withheld, ...shown].sort((a, b) => a.start - b.start || b.end - a.end);
}
