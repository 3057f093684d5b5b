/** Units turned into a string at a time: a call takes only so many arguments. */
const CHUNK = 4096;

/** The string of UTF-16 `units` from `start` to `end`, lone surrogates included. */
export function fromUnits(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += CHUNK) {
    const chunk = units.subarray(at, Math.min(end, at + CHUNK));
    text += Reflect.apply(String.fromCharCode, undefined, chunk); // ten times as fast as spreading it
  }
  return text;
}
