/** Reading JSON that is handed on: what is not understood comes out as it went in. */

/** A JSON object; numbers may be raw, see {@link parseJsonObject}. */
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

/**
 * The object in the JSON `source`; stringified again it has its numbers as they were written. Throws a sentence when it
 * is no JSON or no object.
 */
export function parseJsonObject(source: string): JsonObject {
  const value = parseJson(source);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new Error('The line is no JSON object; write {"id": …, "text": …}.');
}

function parseJson(source: string): unknown {
  if (source.trim() === '') throw new Error('The line is blank; remove it.');
  try {
    return delicate.test(source) ? parse(source, keepNumbers) : parse(source);
  } catch (error) {
    throw new Error(`The line is no JSON (${(error as Error).message}); correct it.`, { cause: error });
  }
}
