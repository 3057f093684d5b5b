interface MapOptions<T, R> {
  /** What is made of an item. */
  readonly work: (item: T) => Promise<R>;
  /** How much memory an item holds, in bytes. */
  readonly sizeOf: (item: T) => number;
  /** How many items may be worked on at a time, or wait for their turn to come out. */
  readonly most: number;
  /** What they may hold together, in bytes; one alone may hold more. */
  readonly largest: number;
}

/**
 * What `work` makes of each of `source`, in their order, several at a time. Takes no more out of `source` than `most` and
 * `largest` allow until its results are taken, so that memory is bounded whatever is slow: source, work or reader.
 */
export async function* mapInOrder<T, R>(
  source: AsyncIterable<T>,
  { work, sizeOf, most, largest }: MapOptions<T, R>,
): AsyncGenerator<R> {
  const iterator = source[Symbol.asyncIterator]();
  const queue: { readonly result: Promise<R>; readonly size: number }[] = [];
  let held = 0;
  let isEnded = false;
  let coming: Promise<IteratorResult<T>> | undefined;
  try {
    for (;;) {
      const isFull = queue.length >= most || held > largest;
      if (!isFull && !isEnded) coming ??= iterator.next();
      const [head] = queue;
      if (head === undefined && coming === undefined) return;
      const next = isFull ? undefined : coming?.then((item) => ({ item }));
      const event = await Promise.race(
        [head?.result.then(() => head), next].filter((one) => one !== undefined),
      );
      if (!('item' in event)) {
        queue.shift();
        held -= event.size;
        yield await event.result;
        continue;
      }
      coming = undefined;
      if (event.item.done) isEnded = true;
      else {
        const { value } = event.item;
        held += sizeOf(value);
        queue.push({ result: work(value), size: sizeOf(value) });
      }
    }
  } finally {
    await iterator.return?.();
  }
}
