import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { repairApparatusSchema } from '../../src/contract/repair-schema.ts';
import { damaged, makeFolder, restored, runZhengben, sound } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const tree = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();
const lines = (text: string) => text.split('\n').slice(0, -1);

describe('what it reads and where it writes', () => {
  test('standard input goes to standard output', async () => {
    expect(await runZhengben(['repair'], { input: damaged })).toMatchObject({
      code: 0,
      stdout: restored,
      stderr: '',
    });
  });

  test('files go to standard output one after another, and “-” is standard input', async () => {
    const cwd = makeFolder({ 'a.txt': sound, 'b.txt': damaged });
    const { code, stdout } = await runZhengben(['repair', 'b.txt', '-', 'a.txt'], { cwd, input: '中間' });
    expect([code, stdout]).toEqual([0, `${restored}中間${sound}`]);
    expect(tree(cwd)).toEqual(['a.txt', 'b.txt']);
  });

  test('--out keeps folders and puts a record beside every text', async () => {
    const cwd = makeFolder({ 'in/a.txt': damaged, 'in/深/b.txt': sound, 'in/.hidden': damaged });
    const { code, stdout, stderr } = await runZhengben(['repair', 'in', '--out', 'new/out'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, '', '']);
    const out = join(cwd, 'new/out');
    expect(tree(out)).toEqual(['a.txt', 'a.txt.apparatus.json', '深', '深/b.txt', '深/b.txt.apparatus.json']);
    expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe(restored);
    const record = repairApparatusSchema.parse(
      JSON.parse(readFileSync(join(out, 'a.txt.apparatus.json'), 'utf8')),
    );
    expect(record).toMatchObject({ status: 'repaired', witness: { file: 'a.txt', encoding: 'utf-8' } });
    const characters = [...damaged];
    for (const { start, end, sic } of record.emendations) {
      expect(characters.slice(start, end).join('')).toBe(sic);
    }
  });

  test('a second run over folders that hold the results of the first changes nothing', async () => {
    const cwd = makeFolder({ 'a.txt': damaged });
    await runZhengben(['repair', '.', '--out', 'out'], { cwd });
    const before = tree(cwd);
    expect(await runZhengben(['repair', '.', '--out', 'out'], { cwd })).toMatchObject({ code: 0 });
    expect(tree(cwd)).toEqual(before);
    const again = await runZhengben(['repair', 'out', '--json'], { cwd });
    expect(lines(again.stdout).map((line) => JSON.parse(line).status)).toEqual(['untouched']);
  });

  test('names with blanks, quotes, two dots, a line feed and Han characters are safe', async () => {
    const names = [`a b 'c' "d".txt`, '..雙點..txt', '-x', '$(touch gone)', 'x\ny'];
    const cwd = makeFolder(Object.fromEntries(names.map((name) => [`in/${name}`, sound])));
    writeFileSync(join(cwd, 'outer.txt'), sound);
    mkdirSync(join(cwd, 'elsewhere'));
    const visible = names.filter((name) => !name.startsWith('.'));
    const given = ['../elsewhere/../in', '../in/..雙點..txt', '../outer.txt'];
    const { code, stderr } = await runZhengben(['repair', '--out', '../out', ...given], {
      cwd: join(cwd, 'elsewhere'),
    });
    expect([code, stderr]).toEqual([0, '']);
    const texts = readdirSync(join(cwd, 'out')).filter((name) => !name.endsWith('.apparatus.json'));
    expect(texts.sort()).toEqual([...visible, '..雙點..txt', 'outer.txt'].sort());
    expect(tree(cwd).filter((name) => !/^(in|out)\//.test(name))).toEqual([
      'elsewhere',
      'in',
      'out',
      'outer.txt',
    ]);
  });
});

describe('what is refused', () => {
  test('missing, empty and binary files are named, and the rest of the run goes on', async () => {
    const cwd = makeFolder({
      'empty.txt': '',
      'picture.png': Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 256),
      'z.txt': damaged,
    });
    const { code, stdout, stderr } = await runZhengben(
      ['repair', 'gone.txt', 'empty.txt', 'picture.png', 'z.txt/below', 'z.txt'],
      { cwd },
    );
    expect([code, stdout]).toEqual([1, restored]);
    expect(lines(stderr)).toEqual([
      '“gone.txt” does not exist; check the path.',
      '“z.txt/below” lies below a file, not a folder; check the path.',
      '“empty.txt” is empty; fetch it again, or leave it out.',
      '“picture.png” is no text in any encoding we know; save it as UTF-8, or leave it out.',
    ]);
  });

  test('empty standard input is said to be empty', async () => {
    const { code, stderr } = await runZhengben(['repair']);
    expect([code, stderr]).toEqual([1, '“standard input” is empty; fetch it again, or leave it out.\n']);
  });

  test('links that lead in a circle are named, and the files are read once', async () => {
    const cwd = makeFolder({ 'in/a.txt': sound });
    symlinkSync('..', join(cwd, 'in/up'));
    symlinkSync('self', join(cwd, 'in/self'));
    symlinkSync('nowhere', join(cwd, 'in/dangling'));
    const { code, stdout, stderr } = await runZhengben(['repair', 'in'], { cwd });
    expect([code, stdout]).toEqual([1, sound]);
    expect(lines(stderr)).toEqual([
      '“in/dangling” does not exist; check the path.',
      '“in/self” leads in a circle of links; remove the link.',
      expect.stringContaining('leads back to the folder “in”, which is read already'),
    ]);
  });

  test('two inputs for one output are named, and neither is written', async () => {
    const cwd = makeFolder({
      'a/x.txt': sound,
      'b/x.txt': damaged,
      'b/y.txt': sound,
      'c/y.txt.apparatus.json': '[]',
    });
    const { code, stderr } = await runZhengben(['repair', 'a', 'b', 'c', '--out', 'out'], { cwd });
    expect(code).toBe(1);
    expect(lines(stderr)).toEqual([
      '“a/x.txt” and “b/x.txt” would both be written to “x.txt”; rename one, or repair them into different folders.',
      expect.stringContaining('“b/y.txt” and “c/y.txt.apparatus.json” would both'),
    ]);
    expect(tree(join(cwd, 'out'))).toEqual([]);
  });

  test('a witness is never written over', async () => {
    const cwd = makeFolder({ 'a.txt': damaged });
    for (const path of ['a.txt', '.', `../${basename(cwd)}`]) {
      const { code, stderr } = await runZhengben(['repair', path, '--out', '.'], { cwd });
      expect([path, code]).toEqual([path, path === 'a.txt' ? 1 : 2]);
      expect(stderr).toMatch(/choose another|name another/);
    }
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(damaged);
    expect(tree(cwd)).toEqual(['a.txt']);
  });

  test('no link leads out of --out', async () => {
    const cwd = makeFolder({ 'in/sub/a.txt': sound, 'in/b.txt': damaged, 'outside/b.txt': 'kept' });
    mkdirSync(join(cwd, 'out'));
    symlinkSync('../outside', join(cwd, 'out/sub'));
    symlinkSync('../outside/b.txt', join(cwd, 'out/b.txt'));
    const { code, stderr } = await runZhengben(['repair', 'in', '--out', 'out'], { cwd });
    expect([code, lines(stderr).length]).toEqual([1, 1]);
    expect(stderr).toContain('“in/sub/a.txt” needs the folder');
    expect(tree(join(cwd, 'outside'))).toEqual(['b.txt']);
    expect(readFileSync(join(cwd, 'outside/b.txt'), 'utf8')).toBe('kept');
    expect(readFileSync(join(cwd, 'out/b.txt'), 'utf8')).toBe(restored);
  });

  test('a text that cannot be put in place leaves nothing behind', async () => {
    const cwd = makeFolder({ 'in/a.txt': sound, 'out/a.txt/in-the-way': '' });
    const { code, stderr } = await runZhengben(['repair', 'in', '--out', 'out'], { cwd });
    expect([code, lines(stderr).length]).toEqual([1, 1]);
    expect(tree(join(cwd, 'out'))).toEqual(['a.txt', 'a.txt/in-the-way']);
    expect(existsSync(join(cwd, 'out/a.txt.apparatus.json'))).toBe(false);
  });
});

describe('what it shows', () => {
  test('--json is one object a document, with text and record', async () => {
    const cwd = makeFolder({ 'a.txt': damaged, 'b.txt': sound });
    const { code, stdout } = await runZhengben(['repair', '--json', 'a.txt', 'b.txt'], { cwd });
    const [a, b] = lines(stdout).map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(a).toMatchObject({ status: 'repaired', text: restored, witness: { file: 'a.txt' } });
    expect(a.emendations[0]).toMatchObject({ sic: '(shū)', corr: '', kind: 'gloss', cert: 'high' });
    expect(b).toMatchObject({ status: 'untouched', text: sound, emendations: [], cruces: [] });
  });

  test('--explain gives each emendation its place, context, kind, certainty and reason', async () => {
    const cwd = makeFolder({ 'a.txt': damaged, 'b.txt': sound });
    const { stdout } = await runZhengben(['repair', '--explain', 'a.txt', 'b.txt'], { cwd });
    const [head, first, ...rest] = stdout.split('\n\n');
    expect(head).toMatch(/^a\.txt: \d+ emendations, 0 cruces$/);
    expect(first?.split('\n')).toEqual([
      'a.txt:1:7  gloss, high: follows from the bytes',
      '  小鎮上的舊書[(shū) → nothing]店␊␊我第一次走進那家舊書店，是',
      '  “shū” is the reading of the character before it; a mirror put it there.',
    ]);
    expect(rest.join('\n')).toContain('The bytes are ');
    expect(rest.at(-2)).toBe('b.txt: untouched');
  });

  test.each([{}, { NO_COLOR: '1' }, { FORCE_COLOR: '3' }])(
    'no colour where there is no terminal %o',
    async (env) => {
      const { stdout } = await runZhengben(['repair', '--explain'], { input: damaged, env });
      expect(stdout).toContain('gloss');
      expect(stdout).not.toContain('\u001b');
    },
  );

  test('controls of a text do not act on the terminal', async () => {
    const { stdout } = await runZhengben(['repair', '--explain'], {
      input: damaged.replaceAll('舊書', '\u001b[31m\u009b舊書'),
    });
    expect(stdout).toContain('gloss');
    expect(stdout).not.toMatch(/[\u001b\u009b]/);
  });
});
