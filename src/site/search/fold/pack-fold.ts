import type { FoldTable } from '../../../pipeline/text/fold.ts';

/** Digits of base 46, from `#` on, all of ASCII; the last of a number is higher by 46. */
const BASE = 46;
const FIRST = 0x23;

/**
 * The table as letters: for each unit that folds to another its distance to the one before, and the distance of what it
 * folds to. A third of the size of `fold.txt` packed, for a browser that must have it before the first search.
 */
export function packFold(table: FoldTable): string {
  let packed = '';
  let last = { unit: 0, target: 0 };
  for (const [unit, target] of table.entries()) {
    if (unit === target) continue;
    packed += digits(unit - last.unit) + digits(zigzag(target - last.target));
    last = { unit, target };
  }
  return packed;
}

/** The table that `packFold` packed. */
export function unpackFold(packed: string): FoldTable {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  let [unit, target] = [0, 0];
  for (const [index, number] of readDigits(packed).entries()) {
    if (index % 2 === 0) unit += number;
    else {
      target += unzigzag(number);
      table[unit] = target;
    }
  }
  return table;
}

function digits(value: number): string {
  let written = '';
  let rest = value;
  for (; rest >= BASE; rest = Math.floor(rest / BASE)) written += String.fromCharCode(FIRST + (rest % BASE));
  return written + String.fromCharCode(FIRST + BASE + rest);
}

function readDigits(packed: string): number[] {
  const numbers: number[] = [];
  let [value, weight] = [0, 1];
  for (let i = 0; i < packed.length; i++) {
    const digit = packed.charCodeAt(i) - FIRST;
    value += (digit % BASE) * weight;
    weight *= BASE;
    if (digit < BASE) continue;
    numbers.push(value);
    [value, weight] = [0, 1];
  }
  return numbers;
}

/** 0, −1, 1, −2 … as 0, 1, 2, 3 … */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
