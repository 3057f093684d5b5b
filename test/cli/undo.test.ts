import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test, vi } from 'vitest';
import { encodings } from '../../src/contract/vocabulary.ts';
import { encode } from '../../src/pipeline/decode/codec.ts';
import { checkDocument } from '../support/repair-properties.ts';
import { rules } from '../support/rules.ts';
import { damaged, makeFolder, restored, runZhengben, sound } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const asBytes = (text: string, encoding: string, addBOM = false) => iconv.encode(text, encoding, { addBOM });
const malformed = Uint8Array.of(0xff, 0x81, 0x0a);

const witnesses: Readonly<Record<string, Uint8Array>> = {
  'utf-8': asBytes(damaged, 'utf-8'),
  'utf-8 with a byte order mark': asBytes(damaged, 'utf-8', true),
  'utf-8 with malformed bytes': Buffer.concat([malformed, asBytes(damaged, 'utf-8'), malformed]),
  gbk: asBytes(damaged, 'gbk'),
  'gb18030 with malformed bytes and a character beyond U+FFFF': Buffer.concat([
    asBytes(`𠮷${damaged}`, 'gb18030'),
    malformed,
    asBytes(`𠮷${damaged}`, 'gb18030'),
  ]),
  'big5 with malformed bytes': Buffer.concat([
    asBytes(sound.repeat(20), 'big5'),
    malformed,
    asBytes(sound, 'big5'),
  ]),
  'utf-16le': asBytes(damaged, 'utf-16le', true),
  'utf-16be cut in the middle of a character': asBytes(`${damaged}𠮷`, 'utf-16be', true).subarray(0, -1),
  'utf-16le with half a surrogate pair': asBytes(damaged.replaceAll('書', '\ud842書'), 'utf-16le', true),
  'line ends of all kinds': asBytes(damaged.replaceAll('\n\n', '\r\n\r'), 'utf-8'),
};

describe('the witness comes back byte for byte', () => {
  test('from the text, in every encoding', async () => {
    const cwd = makeFolder(witnesses);
    const given = Object.entries(witnesses);
    const { code, stderr } = await runZhengben(['repair', ...given.map(([name]) => name), '--out', 'out'], {
      cwd,
    });
    expect([code, stderr]).toEqual([0, '']);
    for (const [name, witness] of given) {
      const undone = await runZhengben(['undo', `out/${name}`], { cwd });
      expect([name, undone.code, undone.stderr]).toEqual([name, 0, '']);
      expect([name, undone.bytes.equals(witness)]).toEqual([name, true]);
    }
  });

  test('from the record, into a file', async () => {
    const witness = asBytes(damaged, 'gbk');
    const cwd = makeFolder({ 'page.txt': witness });
    await runZhengben(['repair', 'page.txt', '--out', 'out'], { cwd });
    const undo = ['undo', 'out/page.txt.apparatus.json', '--out', 'back.txt'];
    expect(await runZhengben(undo, { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(join(cwd, 'back.txt')).equals(witness)).toBe(true);
  });

  const pieces = fc.constantFrom(
    damaged,
    damaged.slice(0, 99),
    '\ud842',
    '𠮷',
    '\ufffd',
    '(shū)',
    '\u0005',
    '?',
    'é',
  );
  const bytes = fc
    .tuple(
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 6 }),
      fc.constantFrom(...encodings),
      fc.uint8Array(),
    )
    .map(([parts, encoding, noise]) =>
      Buffer.concat([
        encode({ text: parts.join(''), encoding, hasBom: noise.length % 2 === 0, raw: [] }),
        noise,
        encode({ text: parts.join(''), encoding, hasBom: false, raw: [] }),
      ]),
    );

  test('whatever the bytes are', () => {
    fc.assert(
      fc.property(bytes, (witness) => {
        checkDocument(witness, rules.repair);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what cannot be undone', () => {
  async function repaired() {
    const cwd = makeFolder({ 'page.txt': damaged });
    await runZhengben(['repair', 'page.txt', '--out', 'out'], { cwd });
    const undo = (...args: string[]) => runZhengben(['undo', ...args], { cwd });
    return { cwd, text: join(cwd, 'out/page.txt'), record: join(cwd, 'out/page.txt.apparatus.json'), undo };
  }

  test('a text that was changed since is told in one sentence', async () => {
    const { text, undo } = await repaired();
    const changes = [restored.replace('書', '书'), `x${restored}`, restored.trimEnd(), '', '\u00ff'];
    for (const change of changes) {
      writeFileSync(text, change, change === '\u00ff' ? 'latin1' : 'utf8');
      const { code, stdout, stderr } = await undo('out/page.txt', '--out', 'back.txt');
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^zhengben: “out\/page\.txt” was changed since it was repaired[^\n]*\.\n$/);
    }
    expect(existsSync(join(text, '../../back.txt'))).toBe(false);
  });

  test('a record that is none, and a text without one', async () => {
    const { record, undo, cwd } = await repaired();
    expect((await undo('page.txt')).stderr).toContain('has no “page.txt.apparatus.json” beside it');
    expect((await undo('gone.apparatus.json')).stderr).toContain('does not exist');
    appendFileSync(record, 'x');
    expect((await undo('out/page.txt')).stderr).toContain('is no record of a repair');
    writeFileSync(join(cwd, 'alone.apparatus.json'), '{"version":1}');
    expect(await undo('alone.apparatus.json')).toMatchObject({ code: 1, stdout: '' });
  });

  test('the edition itself is never written over', async () => {
    const { text, undo } = await repaired();
    expect(await undo('out/page.txt', '--out', 'out/page.txt')).toMatchObject({ code: 2 });
    expect(readFileSync(text, 'utf8')).toBe(restored);
  });
});
