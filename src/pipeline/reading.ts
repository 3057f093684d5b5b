/**
 * A text on its way from witness to edition, together with everything that has been changed so far.
 *
 * Every phase takes a {@link Reading}, looks at `text`, and hands a list of edits over that text to {@link amend}.
 * `edits` always lead from `witness` straight to `text`; offsets are UTF-16 units.
 */
import type { Cert, EmendationKind, Evidence, NormalisationKind, RemovalKind } from '../contract/schema.ts';

/** What a repair says of an edit. */
interface Emendation {
  readonly kind: EmendationKind;
  readonly cert: Cert;
  readonly evidence: Evidence;
  readonly alternatives?: readonly string[];
}

/** What an edit is for; becomes a record of the apparatus. */
export type Note =
  | ({ readonly type: 'emendation' } & Emendation)
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

type Span = Pick<Edit, 'start' | 'end'>;

/** The edit that puts `corr` in place of a span, as an emendation. */
export function emend({ start, end }: Span, corr: string, emendation: Emendation): Edit {
  return { start, end, corr, note: { type: 'emendation', ...emendation } };
}

/** The remark that a span is damaged and cannot be settled; `alternatives` are readings it may have. */
export function remarkCrux(
  { start, end }: Span,
  reason: string,
  alternatives: readonly string[] = [],
): Remark {
  return { start, end, note: { type: 'crux', reason, alternatives } };
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
export interface Placed extends Edit {
  readonly from: number;
  readonly to: number;
}

/** `edits`, which are sorted and do not overlap, each with that place. */
export function place(edits: readonly Edit[]): Placed[] {
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

/** The remarks of both lists, sorted; of two that are the same, one. */
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

/** What is left to go through of old edits and new ones, in order. */
interface Queue {
  readonly old: Placed[];
  readonly added: Edit[];
}

/** Old and new edits that hang together, in offsets of the text between the two. */
interface Run {
  readonly from: number;
  readonly to: number;
  /** Where the run begins in the witness, and what leads from `to` to where it ends there. */
  readonly witnessStart: number;
  readonly shift: number;
  readonly note: Note;
  readonly added: readonly Edit[];
}

/** The edits that lead from the witness over the text `between` to the text that `edits` make of it. */
function compose(placed: readonly Placed[], edits: readonly Edit[], between: string): Edit[] {
  const queue = { old: placed.toReversed(), added: edits.toReversed() };
  const out: Edit[] = [];
  let shift = 0; // from offsets in `between` to offsets in the witness
  for (let first = queue.added.pop(); first; first = queue.added.pop()) {
    const isBefore = (old: Placed) => old.to <= first.start && !touches(old, first);
    for (let old = queue.old.at(-1); old && isBefore(old); old = queue.old.at(-1)) {
      out.push(withoutPlace(old));
      shift = old.end - old.to;
      queue.old.pop();
    }
    const run = takeRun(first, shift, queue);
    const { from, to } = run;
    const added = run.added.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
    const corr = replay(between.slice(from, to), added);
    shift = run.shift;
    out.push({ start: run.witnessStart, end: to + shift, corr, note: run.note });
  }
  return [...out, ...queue.old.toReversed().map(withoutPlace)];
}

function withoutPlace({ start, end, corr, note }: Placed): Edit {
  return { start, end, corr, note };
}

/** Take out of the queue what hangs together with `first`; `shift` is what leads from before it to the witness. */
function takeRun(first: Edit, shift: number, queue: Queue): Run {
  const added = [first];
  let run: Run = {
    from: first.start,
    to: first.end,
    witnessStart: first.start + shift,
    shift,
    note: first.note,
    added,
  };
  for (let size = 0; size < added.length; ) {
    size = added.length;
    for (let old = queue.old.at(-1); old && touchesAny(old, added); old = queue.old.at(-1)) {
      queue.old.pop();
      run = withOld(run, old);
    }
    for (let edit = queue.added.at(-1); edit && edit.start < run.to; edit = queue.added.at(-1)) {
      queue.added.pop();
      added.push(edit);
      run = { ...run, to: Math.max(run.to, edit.end), note: heavier(run.note, edit.note) };
    }
  }
  return run;
}

function touchesAny(old: Placed, added: readonly Edit[]): boolean {
  return added.some((edit) => touches(old, edit));
}

function withOld(run: Run, old: Placed): Run {
  const isFirst = old.from < run.from || (old.from === run.from && old.start < run.witnessStart);
  return {
    ...run,
    from: isFirst ? old.from : run.from,
    witnessStart: isFirst ? old.start : run.witnessStart,
    to: Math.max(run.to, old.to),
    shift: old.end - old.to,
    note: heavier(run.note, old.note),
  };
}
