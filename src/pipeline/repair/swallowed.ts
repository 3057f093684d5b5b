/** ASCII characters swallowed by a torn lead: what the context forces them to be. */

const tagRest = /\/?(?:a|b|br|div|em|font|h[1-6]|i|li|p|span|strong|u)(?:\s[^<>\n]{0,200})?>/iy;

/** Does what begins at `at` read like the rest of a tag whose `<` is gone: `strong>`? */
export function isTagRest(text: string, at: number): boolean {
  return tagRestEnd(text, at) > at;
}

/** Offset behind the rest of a tag that begins at `at`; `at` where there is none. */
export function tagRestEnd(text: string, at: number): number {
  tagRest.lastIndex = at;
  return tagRest.test(text) ? tagRest.lastIndex : at;
}

const CONFLICT = -1;

/**
 * By `before << 16 | after`: the ASCII character that stands between the two at least twice in `text`, where no other
 * one does: 人-人. Only characters that a lead can swallow (below 0x40) and no `?`.
 */
export function surveyBetween(text: string): Map<number, number> {
  const once = new Map<number, number>();
  const usual = new Map<number, number>();
  for (let i = 1; i + 1 < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 0x20 || unit >= 0x3f) continue;
    const before = text.charCodeAt(i - 1);
    const after = text.charCodeAt(i + 1);
    if (before < 0x80 || after < 0x80) continue;
    const key = (before << 16) | after;
    const known = once.get(key);
    if (known === undefined) once.set(key, unit);
    else if (known === unit) usual.set(key, unit);
    else once.set(key, CONFLICT);
  }
  for (const [key, unit] of usual) if (once.get(key) !== unit) usual.delete(key);
  return usual;
}
