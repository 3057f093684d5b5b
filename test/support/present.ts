/** `value`, which the test knows to be there: `present(await line.boundingBox())`. Throws where it is not. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Something that this test needs is not there.');
  return value;
}
