export interface InFlight {
  /** How many may be worked on at a time, or wait for their turn to come out. */
  readonly most: number;
  /** What they may weigh together, in bytes; one alone may weigh more. */
  readonly heaviest: number;
}

/**
 * What `work` makes of each of `source`, in their order, several at a time. Takes no more out of `source` than `limits`
 * allow until its results are taken, so that memory is bounded whatever is slow: source, work or reader.
 */
export async function* mapInOrder<T, R>(
  source: AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  weigh: (item: T) => number,
  { most, heaviest }: InFlight,
): AsyncGenerator<R> {
  const iterator = source[Symbol.asyncIterator]();
  const queue: { readonly result: Promise<R>; readonly weight: number }[] = [];
  let weight = 0;
  let coming: Promise<IteratorResult<T>> | undefined = iterator.next();
  try {
    while (coming !== undefined || queue.length > 0) {
      const isFull = queue.length >= most || weight > heaviest;
      const head = queue[0]?.result.then(() => 'head' as const);
      const next = isFull ? undefined : coming?.then((item) => ({ item }));
      const event = await Promise.race([head, next].filter((promise) => promise !== undefined));
      if (event === 'head') {
        const { result, weight: less } = queue.shift()!;
        weight -= less;
        yield await result;
      } else if (event.item.done) {
        coming = undefined;
      } else {
        const own = weigh(event.item.value);
        weight += own;
        queue.push({ result: work(event.item.value), weight: own });
        coming = iterator.next();
      }
    }
  } finally {
    await iterator.return?.();
  }
}
