import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { apparatusSchema } from '../../src/edition/schema.ts';
import { damaged, makeFolder, runZhengben, sound } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const tree = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();
const lines = (text: string) => text.split('\n').slice(0, -1);
const article = (title: string, opening = '那天傍晚') =>
  `${title}\n\n${opening}我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。\n`;
const page = (body: string) =>
  `<!doctype html><html><head><title>書店-關鍵詞_關鍵詞_網</title><script>alert(1)</script></head><body><div class="nav"><a href="/">首頁</a> <a href="/n">新聞</a></div><h1>河邊的書店</h1><div class="article">${body}</div></body></html>`;
const paragraphs =
  '<p>那天傍晚我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。</p>'.repeat(6);

describe('what it reads and where it writes', () => {
  test('Markdown in the script of the text, or in the one that is asked for', async () => {
    const traditional = await runZhengben(['restore'], { input: damaged });
    expect(traditional).toMatchObject({ code: 0, stderr: '' });
    expect(traditional.stdout).toMatch(/^---\ntitle: 小鎮上的舊書店\nlang: zh-Hant\n/);
    expect(traditional.stdout).not.toContain('(shū)');
    const simplified = await runZhengben(['restore', '--script', 'hans'], { input: damaged });
    expect(simplified.stdout).toMatch(/^---\ntitle: 小镇上的旧书店\nlang: zh-Hans\n/);
    const own = await runZhengben(['restore'], { input: '我们走到河边，看见一家书店。' });
    expect(own.stdout).toContain('我们走到河边');
  });

  test('--out writes three files for each text, in a folder of its own', async () => {
    const cwd = makeFolder({
      'in/River Letter.txt': article('河邊的書店'),
      'in/深/信.txt': damaged,
      'in/page.htm': page(paragraphs),
      'in/lines.jsonl': `${JSON.stringify({ id: 'x1', text: article('山上的書店', '第二天早上') })}\n`,
      'in/packed.txt.gz': gzipSync(article('海邊的茶館', '很多年以前的冬天')),
    });
    const { code, stdout, stderr } = await runZhengben(['restore', 'in', '--out', 'new/out'], { cwd });
    expect([code, stdout, stderr.split('\n').filter((line) => !/much like|same text/.test(line))]).toEqual([
      0,
      '',
      [''],
    ]);
    const folders = readdirSync(join(cwd, 'new/out')).sort();
    expect(folders).toEqual([
      'lines-jsonl-x1',
      'packed',
      'page',
      'river-letter',
      expect.stringMatching(/^text-[0-9a-f]{8}$/),
    ]);
    for (const folder of folders) {
      const files = readdirSync(join(cwd, 'new/out', folder)).sort();
      expect(files).toEqual(['apparatus.json', 'zh-Hans.md', 'zh-Hant.md']);
      const source = readFileSync(join(cwd, 'new/out', folder, 'apparatus.json'), 'utf8');
      expect(apparatusSchema.safeParse(JSON.parse(source)).error).toBeUndefined();
    }
    const of = (slug: string) => readFileSync(join(cwd, 'new/out', slug, 'apparatus.json'), 'utf8');
    expect(JSON.parse(of(folders[4]!)).witness.origin).toBe('深/信.txt');
    expect(JSON.parse(of('page')).witness.extraction).toBe('article');
  });

  test('a page in HTML gives its article, and nothing of its head', async () => {
    const { stdout } = await runZhengben(['restore'], { input: page(paragraphs) });
    expect(stdout).toMatch(/^---\ntitle: 河邊的書店\n/);
    for (const gone of ['alert', '關鍵詞', '首頁', '<p>']) expect(stdout).not.toContain(gone);
  });

  test('--json is one object a document', async () => {
    const cwd = makeFolder({ 'a.txt': damaged, 'b.txt': sound });
    const { code, stdout } = await runZhengben(['restore', '--json', 'a.txt', 'b.txt'], { cwd });
    const [a, b] = lines(stdout).map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(a).toMatchObject({
      slug: 'a',
      status: 'repaired',
      metadata: { title: '小鎮上的舊書店' },
      witness: { origin: 'a.txt' },
    });
    expect(a['zh-Hans']).toMatch(/^我第一次走进那家旧书店/);
    expect(b).toMatchObject({ status: 'untouched', emendations: [], removals: [], 'zh-Hant': sound });
  });

  test('names with blanks, quotes, two dots, a line feed and Han characters are safe', async () => {
    const names = [
      `a b 'c' "d".txt`,
      '..雙點..txt',
      '-x',
      '$(touch gone)',
      'x\ny',
      '..%2f..%2fz.txt',
      '葉開.html',
    ];
    const cwd = makeFolder(
      Object.fromEntries(
        names.map((name, index) => [`in/${name}`, article(`書店之${index}`, `第${index}天`)]),
      ),
    );
    mkdirSync(join(cwd, 'elsewhere'));
    const { code } = await runZhengben(
      ['restore', '--out', '../out', '../in', '../in/..雙點..txt', '../in/..%2f..%2fz.txt'],
      {
        cwd: join(cwd, 'elsewhere'),
      },
    );
    expect(code).toBe(0);
    const folders = readdirSync(join(cwd, 'out'));
    expect(folders.every((name) => /^[a-z0-9-]+$/.test(name))).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['elsewhere', 'in', 'out']);
  });
});

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
