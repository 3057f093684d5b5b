import type { RepairApparatus } from '../contract/repair-schema.ts';

/** `apparatus` as JSON with a line for each emendation and crux, so that a difference shows and a large one stays small. */
export function printApparatus({ emendations, cruces, ...head }: RepairApparatus): string {
  const fields = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const lists = Object.entries({ emendations, cruces }).map(
    ([name, records]) => `${JSON.stringify(name)}: ${printList(records)}`,
  );
  return `{\n${[...fields, ...lists].join(',\n')}\n}\n`;
}

function printList(records: readonly object[]): string {
  if (records.length === 0) return '[]';
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]`;
}
