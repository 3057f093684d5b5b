/**
 * A text on its way from witness to edition, together with everything that has been changed so far.
 *
 * Every phase takes a {@link Reading}, looks at `text`, and hands a list of edits over that text to {@link amend}.
 * `edits` always lead from `witness` straight to `text`; offsets are UTF-16 units.
 */
import type { Cert, EmendationKind, Evidence, NormalisationKind, RemovalKind } from '../contract/schema.ts';

/** What an edit is for; becomes a record of the apparatus. */
export type Note =
  | {
      readonly type: 'emendation';
      readonly kind: EmendationKind;
      readonly cert: Cert;
      readonly evidence: Evidence;
      readonly alternatives?: readonly string[];
    }
  | { readonly type: 'removal'; readonly kind: RemovalKind; readonly rule: string; readonly reason: string }
  | { readonly type: 'normalisation'; readonly kind: NormalisationKind };

/** Put `corr` in place of the UTF-16 units from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly corr: string;
  readonly note: Note;
}

/** Something seen and left standing: a crux or a doubt. Offsets are UTF-16 units of the text it was seen in. */
export interface Remark {
  readonly start: number;
  readonly end: number;
  readonly note:
    | { readonly type: 'crux'; readonly reason: string; readonly alternatives: readonly string[] }
    | { readonly type: 'doubt'; readonly rule: string; readonly reason: string };
}

export interface Reading {
  /** The decoded witness, never changed. */
  readonly witness: string;
  /** The text as it stands now. */
  readonly text: string;
  /** From `witness` to `text`; sorted, not overlapping. */
  readonly edits: readonly Edit[];
  /** Over `witness`; sorted by start. */
  readonly remarks: readonly Remark[];
}

/** A reading in which nothing has been changed yet. */
export function read(witness: string): Reading {
  return { witness, text: witness, edits: [], remarks: [] };
}

/** The text that `edits` make of `text`. Throws when they overlap, are unsorted or reach past the end. */
export function replay(text: string, edits: readonly Pick<Edit, 'start' | 'end' | 'corr'>[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, corr } of edits) {
    if (start < at || end < start || end > text.length) {
      throw new RangeError(
        `An edit at ${start}–${end} overlaps the one before it or ends past ${text.length}.`,
      );
    }
    parts.push(text.slice(at, start), corr);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

const weight = { removal: 2, emendation: 1, normalisation: 0 } as const;

function heavier(a: Note, b: Note): Note {
  return weight[b.type] > weight[a.type] ? b : a;
}

/** An edit of the text before, with the place its `corr` has in the text after. */
interface Placed extends Edit {
  readonly from: number;
  readonly to: number;
}

function place(edits: readonly Edit[]): Placed[] {
  let shift = 0;
  return edits.map((edit) => {
    const from = edit.start + shift;
    const to = from + edit.corr.length;
    shift = to - edit.end;
    return { ...edit, from, to };
  });
}

/**
 * Do an old edit and a new one touch the same characters? A deletion belongs to the character before it, so that
 * removing `…服務` takes with it the record of the gloss that stood behind 務.
 */
function touches(old: Placed, edit: Edit): boolean {
  if (old.from < old.to) return old.from < edit.end && edit.start < old.to;
  if (edit.start < old.from && old.from < edit.end) return true;
  return edit.note.type === 'removal' && edit.start < old.from && old.from === edit.end;
}

/**
 * `reading` with `edits` (over `reading.text`, sorted, not overlapping) carried out and recorded.
 * Edits that touch the result of earlier ones are merged with them into one record of the heavier kind.
 */
export function amend(reading: Reading, edits: readonly Edit[], remarks: readonly Remark[] = []): Reading {
  if (edits.length === 0 && remarks.length === 0) return reading;
  const text = edits.length === 0 ? reading.text : replay(reading.text, edits);
  const placed = place(reading.edits);
  return {
    witness: reading.witness,
    text,
    edits: placed.length === 0 ? edits : compose(placed, edits, reading.text),
    remarks: merge(
      reading.remarks,
      remarks.map((remark) => ofCharacters(locate(remark, placed), reading.witness)),
    ),
  };
}

/** What is remarked a second time is remarked once. */
function merge(a: readonly Remark[], b: readonly Remark[]): readonly Remark[] {
  if (b.length === 0) return a;
  const places = new Set(a.map(placeOf));
  return [...a, ...b.filter((remark) => !places.has(placeOf(remark)))].sort((x, y) => x.start - y.start);
}

const placeOf = ({ start, end, note }: Remark) => `${start} ${end} ${note.type} ${note.reason}`;

/** A span of the text after `placed`, as the span of the witness it came from. */
function locate(remark: Remark, placed: readonly Placed[]): Remark {
  const back = (offset: number, side: 'start' | 'end') => {
    let shift = 0;
    for (const edit of placed) {
      if (edit.from > offset || (edit.from === offset && side === 'start' && edit.to > offset)) break;
      if (offset < edit.to) return side === 'start' ? edit.start : edit.end;
      shift = edit.end - edit.to;
    }
    return offset + shift;
  };
  return { ...remark, start: back(remark.start, 'start'), end: back(remark.end, 'end') };
}

/** A remark is about whole characters: a search may end between the halves of 𐀀, D800 DC00. */
function ofCharacters(remark: Remark, witness: string): Remark {
  const isAmid = (at: number) => isLow(witness.charCodeAt(at)) && isHigh(witness.charCodeAt(at - 1));
  const start = isAmid(remark.start) ? remark.start - 1 : remark.start;
  return { ...remark, start, end: isAmid(remark.end) ? remark.end + 1 : remark.end };
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

function compose(placed: readonly Placed[], edits: readonly Edit[], between: string): Edit[] {
  const out: Edit[] = [];
  let shift = 0; // from offsets in `between` to offsets in the witness
  let i = 0;
  const keep = (old: Placed) => {
    out.push({ start: old.start, end: old.end, corr: old.corr, note: old.note });
    shift = old.end - old.to;
  };
  let j = 0;
  while (j < edits.length) {
    const first = edits[j]!;
    while (i < placed.length && !touches(placed[i]!, first) && placed[i]!.to <= first.start)
      keep(placed[i++]!);
    // Gather the run of old and new edits that hang together.
    let { start: from, end: to, note } = first;
    let witnessStart = from + shift;
    const run: Edit[] = [first];
    j++;
    let grown = true;
    let afterShift = shift;
    while (grown) {
      grown = false;
      while (i < placed.length && run.some((edit) => touches(placed[i]!, edit))) {
        const old = placed[i++]!;
        if (old.from < from || (old.from === from && old.start < witnessStart)) {
          from = old.from;
          witnessStart = old.start;
        }
        to = Math.max(to, old.to);
        afterShift = old.end - old.to;
        note = heavier(note, old.note);
        grown = true;
      }
      while (j < edits.length && edits[j]!.start < to) {
        const edit = edits[j++]!;
        run.push(edit);
        to = Math.max(to, edit.end);
        note = heavier(note, edit.note);
        grown = true;
      }
    }
    const corr = replay(
      between.slice(from, to),
      run.map((e) => ({ ...e, start: e.start - from, end: e.end - from })),
    );
    out.push({ start: witnessStart, end: to + afterShift, corr, note });
    shift = afterShift;
  }
  while (i < placed.length) keep(placed[i++]!);
  return out;
}
