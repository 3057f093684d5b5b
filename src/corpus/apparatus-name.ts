/** The names of a repaired text and of the record beside it. */
const ENDING = '.apparatus.json';

/** `page.txt` → `page.txt.apparatus.json`. */
export function toApparatusName(text: string): string {
  return `${text}${ENDING}`;
}

/** `page.txt.apparatus.json` → `page.txt`; nothing for a name that is none of a record. */
export function toTextName(name: string): string | undefined {
  return name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : undefined;
}

/** Is `name` the record of a text that lies beside it, among `names`? */
export function isApparatusOf(name: string, names: ReadonlySet<string>): boolean {
  const text = toTextName(name);
  return text !== undefined && names.has(text);
}
