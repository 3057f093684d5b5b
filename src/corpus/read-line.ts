/** A line of JSON as an object, of whatever is in it. */
import { type JsonObject, parseJsonObject } from './parse-json-object.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The object in the line `source`, which is absent where it was too long to hold. Throws a sentence when there is none. */
export function readLine(source: Uint8Array | undefined): JsonObject {
  if (source === undefined) throw new Error('The line is longer than 64 MiB; split it.');
  return parseJsonObject(toText(source));
}

function toText(source: Uint8Array): string {
  try {
    return decoder.decode(source);
  } catch (error) {
    throw new Error('The line is no valid UTF-8; convert it first.', { cause: error });
  }
}
