import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { damaged, makeFolder, runZhengben, sound } from '../support/run-zhengben.ts';
import { article, page, paragraphs } from '../support/small-pages.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const tree = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();
const lines = (text: string) => text.split('\n').slice(0, -1);

describe('what is refused', () => {
  test('missing, empty, blank and binary files are named, and the rest of the run goes on', async () => {
    const cwd = makeFolder({
      'empty.txt': '',
      'blank.txt': ' \n\u3000\n',
      'picture.png': Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 256),
      'furniture.txt': '隨意打賞\n',
      'torn.txt.gz': gzipSync(article('書店')).subarray(0, 60),
      'bad.gz': Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
      'z.txt': damaged,
    });
    const paths = [
      'gone.txt',
      'empty.txt',
      'blank.txt',
      'picture.png',
      'furniture.txt',
      'torn.txt.gz',
      'bad.gz',
      'z.txt',
    ];
    const { code, stdout, stderr } = await runZhengben(['restore', ...paths], { cwd });
    expect([code, stdout.slice(0, 19)]).toEqual([1, '---\ntitle: 小鎮上的舊書店\n']);
    expect(lines(stderr)).toEqual([
      '“gone.txt” does not exist; check the path.',
      '“empty.txt” is empty; fetch it again, or leave it out.',
      '“blank.txt” is empty; fetch it again, or leave it out.',
      '“picture.png” is no text in any encoding we know; save it as UTF-8, or leave it out.',
      expect.stringMatching(/^“furniture.txt” has nothing of an article left .*\.$/),
      '“torn.txt.gz” breaks off in the middle of a gzip file; fetch it again.',
      '“bad.gz” is no sound gzip file; fetch it again.',
    ]);
  });

  test('what is too large, packed or not, stops at the limit', async () => {
    const cwd = makeFolder({
      'large.txt': Buffer.alloc(200_000_000, sound),
      'bomb.txt.gz': gzipSync(Buffer.alloc(200_000_000)),
      'z.txt': sound,
    });
    const { code, stdout, stderr } = await runZhengben(['restore', 'large.txt', 'bomb.txt.gz', 'z.txt'], {
      cwd,
    });
    expect([code, stdout]).toEqual([1, expect.stringContaining(sound)]);
    expect(lines(stderr)).toEqual([
      '“large.txt” is larger than 64 MiB; split it.',
      '“bomb.txt.gz” is larger than 64 MiB; split it.',
    ]);
    const bomb = await runZhengben(['restore'], { input: gzipSync(Buffer.alloc(100_000_000)) });
    expect([bomb.code, bomb.stderr]).toEqual([1, '“standard input” is larger than 64 MiB; split it.\n']);
  });

  test('bombs of HTML', async () => {
    const cwd = makeFolder({
      'deep.html': `${'<div>'.repeat(100_000)}${paragraphs}`,
      'inline.html': `${'<b>'.repeat(100_000)}${paragraphs}`,
      'value.html': `<div title="${'x'.repeat(10_000_000)}">${paragraphs}</div>`,
      'image.html': page(`<img src="data:image/png;base64,${'A'.repeat(3_000_000)}">${paragraphs}`),
      'unclosed.html': `${'<p>'.repeat(50_000)}${paragraphs}`,
      'marks.html': `<p>${'&'.repeat(300_000)}${paragraphs}`,
    });
    const { code, stderr } = await runZhengben(['restore', '.', '--out', 'out'], { cwd });
    expect(code).toBe(1);
    expect(lines(stderr).filter((line) => !/same text|much like/.test(line))).toEqual([
      expect.stringMatching(
        /^“deep.html” has elements more than \d+ deep in each other, as no article has; leave it out\.$/,
      ),
      expect.stringMatching(/^“inline.html” has elements more than \d+ deep/),
      '“value.html” has 10 million characters in an attribute (title), as no article has; leave it out.',
    ]);
    expect(readdirSync(join(cwd, 'out')).length).toBeGreaterThan(0);
  });

  test('links that lead in a circle are named, and the files are read once', async () => {
    const cwd = makeFolder({ 'in/a.txt': sound });
    symlinkSync('..', join(cwd, 'in/up'));
    const { code, stdout, stderr } = await runZhengben(['restore', 'in'], { cwd });
    expect([code, stdout.split('今天').length]).toEqual([1, 3]); // in the title and in the text
    expect(lines(stderr)).toEqual([
      expect.stringContaining('leads back to the folder “in”, which is read already'),
    ]);
  });

  test('the second of two files with one slug is named, and the others are written', async () => {
    const cwd = makeFolder({
      'in/a b.txt': article('一'),
      'in/a-b.html': article('二', '第二天早上'),
      'in/c.txt': damaged,
    });
    const { code, stderr } = await runZhengben(['restore', 'in', '--out', 'out'], { cwd });
    expect([code, lines(stderr)]).toEqual([
      1,
      ['“in/a-b.html” would have the same address as “in/a b.txt”, “a-b”; rename one of them.'],
    ]);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['a-b', 'c']);
  });

  test('what is in the way of an edition is left alone', async () => {
    const cwd = makeFolder({
      'in/a.txt': sound,
      'in/b.txt': sound,
      'in/c.txt': damaged,
      'out/a/letter.txt': 'kept',
      'outside/kept': '',
    });
    symlinkSync('../outside', join(cwd, 'out/b'));
    const { code, stderr } = await runZhengben(['restore', 'in', '--out', 'out'], { cwd });
    expect([code, lines(stderr).length]).toEqual([1, 2]);
    expect(stderr).toMatch(
      /“in\/a.txt” needs the place of “[^”]*\/out\/a”, which is no edition; move that away\.\n/,
    );
    expect(tree(join(cwd, 'outside'))).toEqual(['kept']);
    expect(readFileSync(join(cwd, 'out/a/letter.txt'), 'utf8')).toBe('kept');
    const again = await runZhengben(['restore', 'in/c.txt', 'out/c/zh-Hans.md', '--out', 'out'], { cwd });
    expect(again.stderr).toContain('lies in an edition that would be replaced');
  });

  test('an output that cannot be written is one sentence', async () => {
    const cwd = makeFolder({ 'in/a.txt': sound, file: '' });
    for (const [option, path] of [
      ['--out', 'file/below'],
      ['--out', '/dev/null/below'],
      ['--report', 'gone/report.html'],
      ['--report', 'in/a.txt'],
    ] as const) {
      const { code, stdout, stderr } = await runZhengben(['restore', 'in', option, path], { cwd });
      expect([path, stdout, code === 0]).toEqual([path, '', false]);
      expect(stderr).toMatch(/^zhengben: [^\n]+\.\n$/);
    }
    expect(tree(cwd)).toEqual(['file', 'in', 'in/a.txt']);
    expect(readFileSync(join(cwd, 'in/a.txt'), 'utf8')).toBe(sound);
  });

  test('a second run writes the same again', async () => {
    const cwd = makeFolder({ 'in/a.txt': damaged });
    await runZhengben(['restore', 'in', '--out', 'out'], { cwd });
    const before = readFileSync(join(cwd, 'out/a/apparatus.json'), 'utf8');
    writeFileSync(join(cwd, 'out/a/zh-Hans.md'), 'changed');
    expect(await runZhengben(['restore', 'in', '--out', 'out'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'out/a/apparatus.json'), 'utf8')).toBe(before);
    expect(readFileSync(join(cwd, 'out/a/zh-Hans.md'), 'utf8')).not.toBe('changed');
  });
});
