import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { apparatusSchema } from '../../src/contract/schema.ts';
import { found } from '../support/found.ts';
import { damaged, makeFolder, runZhengben, sound } from '../support/run-zhengben.ts';
import { article, page, paragraphs } from '../support/small-pages.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const lines = (text: string) => text.split('\n').slice(0, -1);

describe('what it reads and where it writes', () => {
  test('Markdown in the script of the text, or in the one that is asked for', async () => {
    const traditional = await runZhengben(['restore'], { input: damaged });
    expect(traditional).toMatchObject({ code: 0, stderr: '' });
    expect(traditional.stdout).toMatch(/^---\ntitle: 小鎮上的舊書店\ntitleSource: stated\nlang: zh-Hant\n/);
    expect(traditional.stdout).not.toContain('(shū)');
    const simplified = await runZhengben(['restore', '--script', 'hans'], { input: damaged });
    expect(simplified.stdout).toMatch(/^---\ntitle: 小镇上的旧书店\ntitleSource: stated\nlang: zh-Hans\n/);
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
    expect(JSON.parse(of(found(folders[4], 'fifth folder'))).witness.origin).toBe('深/信.txt');
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
