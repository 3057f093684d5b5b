/** Files with a JSON object in each line: where the lines end, and what is in one. */
import { LARGEST } from './read-input.ts';

const LINE_FEED = 0x0a;

interface Batch {
  /** Number of the first line, from 1. */
  readonly first: number;
  /** Without their line feeds; `undefined` for one longer than {@link LARGEST}. */
  readonly lines: readonly (Uint8Array | undefined)[];
}

/**
 * The lines of `chunks`, as many at a time as end in one chunk, so that a line is handed on before the next one comes, and
 * many are handed on together. Only U+000A ends a line.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  const open = new OpenLine();
  let first = 1;
  for await (const chunk of chunks) {
    const lines: (Uint8Array | undefined)[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      lines.push(open.close(chunk.subarray(from, at)));
      from = at + 1;
    }
    open.hold(chunk.subarray(from));
    if (lines.length > 0) yield { first, lines };
    first += lines.length;
  }
  if (open.length > 0) yield { first, lines: [open.close(new Uint8Array())] };
}

/** The line whose end has not come yet. */
class OpenLine {
  length = 0;
  #parts: Uint8Array[] = [];

  hold(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > LARGEST) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  close(part: Uint8Array): Uint8Array | undefined {
    this.hold(part);
    const line = this.length > LARGEST ? undefined : Buffer.concat(this.#parts); // a copy: chunks are large
    this.length = 0;
    this.#parts = [];
    return line;
  }
}

/** A JSON object that is handed on: stringified again, it has its numbers as they were written. */
export type JsonObject = Readonly<Record<string, unknown>>;

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

// In Node since 21, not in TypeScript's library yet.
const { parse, rawJSON } = JSON as unknown as {
  parse(text: string, reviver?: Reviver): unknown;
  rawJSON(source: string): unknown;
};

/** A number that JavaScript may write in another way than it was: 12345678901234567890, 1.0, 1e3, -0. */
const delicate = /\d{16}|\d[.eE]|-0/;

const keepNumbers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined && String(value) !== source ? rawJSON(source) : value;

/** The object in the line `source`, which is absent where it was too long to hold. Throws a sentence when there is none. */
export function parseLine(source: Uint8Array | undefined): JsonObject {
  if (source === undefined) throw new Error('The line is longer than 64 MiB; split it.');
  const value = parseJson(decodeLine(source));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new Error('The line is no JSON object; write {"id": …, "text": …}.');
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decodeLine(source: Uint8Array): string {
  try {
    return decoder.decode(source);
  } catch (error) {
    throw new Error('The line is no valid UTF-8; convert it first.', { cause: error });
  }
}

function parseJson(source: string): unknown {
  if (source.trim() === '') throw new Error('The line is blank; remove it.');
  try {
    return delicate.test(source) ? parse(source, keepNumbers) : parse(source);
  } catch (error) {
    throw new Error(`The line is no JSON (${(error as Error).message}); correct it.`, { cause: error });
  }
}
