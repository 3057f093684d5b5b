/** `value`, which a test knows to be there. Throws “There is no `what`.” where it is not. */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
