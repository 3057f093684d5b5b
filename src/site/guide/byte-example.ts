/** A run of bytes and what it is read as; `''` where the bytes are no part of the text any more. */
export interface ByteReading {
  bytes: readonly string[];
  read: string;
  /** Put in by the mirror, or read wrongly because of it. */
  isDamage?: boolean;
}

/** What the author wrote, in GBK. */
export const authorBytes: readonly ByteReading[] = [
  { bytes: ['D2', 'F2'], read: '因' },
  { bytes: ['9E', 'E9'], read: '為' },
  { bytes: ['D4', 'DA'], read: '在' },
  { bytes: ['63'], read: 'c' },
];

/** The bytes that stand across two characters, and the character they happen to be. */
export const chanceBytes: ByteReading = { bytes: ['F2', '9E'], read: '驗' };

/** What the mirror made of it: the reading (yàn) put in after F2 9E. `9E 28` is no character and became a question mark. */
export const witnessBytes: readonly ByteReading[] = [
  { bytes: ['D2', 'F2'], read: '因' },
  { bytes: ['9E', '28'], read: '?', isDamage: true },
  { bytes: ['79'], read: 'y', isDamage: true },
  { bytes: ['A8', 'A4'], read: 'à', isDamage: true },
  { bytes: ['6E'], read: 'n', isDamage: true },
  { bytes: ['29'], read: ')', isDamage: true },
  { bytes: ['E9', 'D4'], read: '樵', isDamage: true },
  { bytes: ['DA', '63'], read: '赾', isDamage: true },
];

/** Where the bytes of the reading stand in the witness: 28 79 A8 A4 6E 29. */
export const glossAt = { start: 3, end: 9 } as const;
