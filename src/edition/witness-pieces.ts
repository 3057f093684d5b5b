import type { Apparatus, Crux, Emendation, Normalisation, Removal } from '../contract/schema.ts';
import { cutLines } from './cut-lines.ts';

type WitnessRecord = Emendation | Crux | Removal | Normalisation;

/** A stretch of the witness and the record about it, or a removal whose words are withheld: they must not come near a page. */
export type WitnessPiece =
  | { readonly text: string; readonly record?: WitnessRecord }
  | { readonly withheld: Removal };

/** A decoded witness cut at its records, in order; joined again it is the witness, but for what is withheld. */
export function witnessPieces(witness: string, apparatus: Apparatus): WitnessPiece[] {
  const [pieces = []] = cutLines([[{ text: witness }]], recordsOf(apparatus));
  return pieces.map(({ text, span }) =>
    span && isWithheldRecord(span) ? { withheld: span } : { text, ...(span && { record: span }) },
  );
}

const isWithheldRecord = (record: WitnessRecord): record is Removal =>
  'characters' in record && record.sic === undefined;

/** The records in the order of the witness, without those that lie in others, or would show words of a withheld removal. */
function recordsOf({ emendations, cruces, removals, normalisations }: Apparatus): WitnessRecord[] {
  const withheld = removals.filter(isWithheldRecord);
  const shown = removals.filter((removal) => !isWithheldRecord(removal));
  const others = [...emendations, ...cruces, ...shown, ...normalisations].filter((record) =>
    withheld.every(({ start, end }) => record.end <= start || record.start >= end),
  );
  let at = 0;
  return [...withheld, ...others]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < at) return false;
      at = end;
      return true;
    });
}
