const LINE_FEED = 0x0a;

export interface Batch {
  /** Number of the first line, from 1. */
  readonly first: number;
  /** Without their line feeds; `undefined` for one longer than the limit. */
  readonly lines: readonly (Uint8Array | undefined)[];
}

/**
 * The lines of `chunks`, as many at a time as end in one chunk, so that a line is handed on before the next one comes, and
 * many are handed on together. Only U+000A ends a line.
 */
export async function* batchLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Batch> {
  const open = new OpenLine(limit);
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
  readonly #limit: number;
  #parts: Uint8Array[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  hold(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > this.#limit) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  close(part: Uint8Array): Uint8Array | undefined {
    this.hold(part);
    const line = this.length > this.#limit ? undefined : Buffer.concat(this.#parts); // a copy: chunks are large
    this.length = 0;
    this.#parts = [];
    return line;
  }
}
