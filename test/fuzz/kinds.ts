/** The kinds of input, each a way to make bytes up. */
import fc from 'fast-check';
import { encodings } from '../../src/contract/vocabulary.ts';
import { encode } from '../../src/pipeline/decode/codec.ts';
import type { Kind } from './messages.ts';
import { CHAINS, mirrorPage, misreadPage, SITES, scraps, texts } from './scraps.ts';

const LONGEST_PIECE = 600;

/** UTF-8 where that can hold it; UTF-16 keeps a surrogate without its other half. */
export function toBytes(text: string): Uint8Array {
  const encoding = text.isWellFormed() ? 'utf-8' : 'utf-16le';
  return encode({ text, encoding, hasBom: encoding === 'utf-16le', raw: [] });
}

const piece = fc
  .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: LONGEST_PIECE }))
  .map(([text, from, length]) => text.slice(from % text.length).slice(0, length));

const scrap = fc.oneof(...Object.values(scraps).map((some) => fc.constantFrom(...some)));
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const surrogate = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));
const anyText = fc.string({ unit: 'binary', maxLength: 20 });

const joined = (part: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(part, { maxLength, size: 'max' }).map((parts) => parts.join(''));

const scrapOrPiece = fc.oneof({ weight: 12, arbitrary: scrap }, piece, anyText);
const mixture = fc.oneof({ weight: 3, arbitrary: joined(scrapOrPiece, 20) }, joined(scrapOrPiece, 200));

/** A stretch of something taken out, and something else put in; places are shares of its length. */
const change = <T>(insert: fc.Arbitrary<T>) =>
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), taken: fc.nat(6), insert });

const place = (at: number, length: number) => Math.floor(at * length);

const changedText = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.array(change(fc.oneof(scrap, anyText, fc.constant(''))), { maxLength: 12 }))
    .map(([start, changes]) =>
      changes.reduce((now, { at, taken, insert }) => {
        const from = place(at, now.length);
        return now.slice(0, from) + insert + now.slice(from + taken);
      }, start),
    );

const changedBytes = (bytes: fc.Arbitrary<Uint8Array>) =>
  fc
    .tuple(bytes, fc.array(change(fc.uint8Array({ maxLength: 4 })), { maxLength: 6 }))
    .map(([start, changes]) =>
      changes.reduce((now, { at, taken, insert }) => {
        const from = place(at, now.length);
        return Uint8Array.from([...now.subarray(0, from), ...insert, ...now.subarray(from + taken)]);
      }, start),
    );

const mirrored = fc.tuple(piece, fc.nat(SITES - 1)).map(([text, site]) => mirrorPage(text, site));
const losses = fc.constantFrom('kept', 'dropped', 'asked');
const misreadText = fc
  .tuple(piece, fc.nat(CHAINS - 1), losses)
  .map(([text, chain, lost]) => misreadPage(text.slice(0, LONGEST_PIECE / 2), chain, lost));

const declaration = fc.constantFrom(
  '',
  '',
  '<meta charset="gb2312">',
  '<?xml encoding="big5"?>',
  'charset=utf-8',
);

/** Text in an encoding, cut anywhere: at its beginning, at its end, and in between. */
const truncated = fc
  .record({
    text: fc.oneof(piece, mirrored, mixture),
    declaration,
    encoding: fc.constantFrom(...encodings),
    hasBom: fc.boolean(),
    cuts: fc.array(change(fc.constant(new Uint8Array())), { maxLength: 2 }),
    from: fc.nat(3),
    end: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ text, declaration: head, encoding, hasBom, cuts, from, end }) => {
    const whole = encode({ text: head + text, encoding, hasBom, raw: [] });
    const part = whole.subarray(from, from + Math.ceil(end * whole.length));
    return cuts.reduce((now, { at, taken }) => {
      const cut = place(at, now.length);
      return Uint8Array.from([...now.subarray(0, cut), ...now.subarray(cut + taken)]);
    }, part);
  });

/** A few scraps again and again: what takes time that grows faster than the text shows here. */
const repeated = fc
  .tuple(fc.array(fc.oneof(scrap, piece), { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 3000 }))
  .map(([parts, times]) => parts.join('').repeat(times).slice(0, 6000));

/** By name: how the bytes of an input of this kind are made. */
export const kinds: Readonly<Record<Kind, fc.Arbitrary<Uint8Array>>> = {
  bytes: fc.uint8Array({ maxLength: 1500, size: 'max' }),
  unicode: joined(fc.oneof(anyText, anyUnit, surrogate), 120).map(toBytes),
  truncated,
  mirrored: changedText(mirrored).map(toBytes),
  'mirrored-bytes': changedBytes(mirrored.map(toBytes)),
  misread: changedText(misreadText).map(toBytes),
  mixture: mixture.map(toBytes),
  'in-a-page': fc.tuple(mirrored, mixture, mirrored).map((parts) => toBytes(parts.join(''))),
  repeated: repeated.map(toBytes),
};
