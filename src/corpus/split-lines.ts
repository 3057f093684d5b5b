const LINE_FEED = 0x0a;

/**
 * The lines of `chunks` without their line feeds; `undefined` for one longer than `limit` bytes. Only U+000A ends a line,
 * and nothing but the line at hand is held in memory.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | undefined> {
  let held: Uint8Array[] = [];
  let length = 0;
  const hold = (part: Uint8Array) => {
    length += part.length;
    if (length > limit) held = [];
    else held.push(part);
  };
  const take = () => {
    const line = length > limit ? undefined : held.length === 1 ? held[0]! : Buffer.concat(held);
    [held, length] = [[], 0];
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      hold(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
