import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { help } from '../../src/cli/help.ts';
import {
  authorBytes,
  type ByteReading,
  chanceBytes,
  glossAt,
  witnessBytes,
} from '../../src/site/guide/byte-example.ts';
import { converterTo, convertMarkdown } from '../../src/site/guide/convert-markdown.ts';
import { readGuide } from '../../src/site/guide/guides-loader.ts';
import { found } from '../support/found.ts';
import { rules } from '../support/rules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guides = globSync('content/docs/*.md', { cwd: root });
const scripts = Object.keys(
  (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: object }).scripts,
);

const read = (file: string) => readFileSync(root + file, 'utf8');
const hant = converterTo('zh-Hant', rules.convert);

describe.each(guides)('%s', (file) => {
  const code = [...read(file).matchAll(/```sh\n([\s\S]*?)```|`([^`\n]+)`/g)].flatMap(([, block, inline]) =>
    found(block ?? inline, 'code').split('\n'),
  );

  test('names only npm scripts that there are', () => {
    const named = code.flatMap((line) =>
      [...line.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name),
    );
    for (const name of named) expect(scripts).toContain(name);
  });

  test('names only subcommands and options that the command line has', () => {
    for (const line of code) {
      const [, command, options = ''] = /zhengben -- (\w+)([^|>]*)/.exec(line) ?? [];
      if (command === undefined) continue;
      const known = help[command] ?? '';
      expect(known, `zhengben ${command}`).not.toBe('');
      for (const [option] of options.matchAll(/--[\w-]+/g)) expect(known, line).toContain(option);
    }
  });

  test('names only files that there are', () => {
    const paths = code.filter(
      (line) => /^(?:src|test|content)\/[\w./-]+$/.test(line) && !line.includes('river-letter'),
    );
    for (const path of paths) expect(globSync(path.replace(/\/$/, ''), { cwd: root }), path).not.toEqual([]);
  });

  test('has as many sections in one script as in the other, and the same code', async () => {
    const guide = await readGuide(read(file), rules.convert);
    const codeIn = (language: 'zh-Hant' | 'zh-Hans') =>
      guide[language].sections.map(({ html }) => html.match(/<code[\s\S]*?<\/code>/g));
    expect(codeIn('zh-Hant')).toEqual(codeIn('zh-Hans'));
    expect(guide['zh-Hant'].title).not.toBe('');
  });
});

test('every option of restore that is described is an option it has', () => {
  if (help.restore === undefined) return;
  for (const option of read('content/docs/command-line.md').matchAll(
    /`(--(?:keep|standard|jobs|report|out|json|jsonl))`/g,
  ))
    expect(help.restore).toContain(option[1]);
});

describe('a guide in Traditional', () => {
  test('has its words converted and its quotation marks changed, and nothing of its code', async () => {
    const { 'zh-Hant': converted } = await readGuide(
      '---\ntitle: 网页\ndescription: 说明\n---\n运行 `网页 -- 发布`，得到“结果”。\n\n```sh\n网页 “发布”\n```\n',
      rules.convert,
    );
    expect(converted.title).toBe('網頁');
    expect(converted.sections[0]?.html).toContain('<p>運行 <code>网页 -- 发布</code>，得到「結果」。</p>');
    expect(converted.sections[0]?.html).toContain('网页 “发布”');
  });

  test('is converted by whole lines: a word may run over emphasis', () => {
    const words = [
      { type: 'text' as const, value: '头' },
      { type: 'strong' as const, children: [{ type: 'text' as const, value: '发' }] },
      { type: 'text' as const, value: '长，又发展' },
    ];
    const tree = { type: 'paragraph' as const, children: words };
    convertMarkdown(tree, hant);
    expect(JSON.stringify(tree)).toContain('髮');
    expect(JSON.stringify(tree)).toContain('長，又發展');
  });
});

describe('the example of the diagram', () => {
  const gbk = new TextDecoder('gbk', { fatal: true });
  const decode = ({ bytes }: ByteReading) =>
    gbk.decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
  const bytesOf = (readings: readonly ByteReading[]) => readings.flatMap(({ bytes }) => bytes);

  test.each([...authorBytes, chanceBytes, ...witnessBytes.filter(({ read: as }) => as !== '?')])(
    '$bytes is $read',
    (reading) => {
      expect(decode(reading)).toBe(reading.read);
    },
  );

  test('has a question mark where the bytes are no character', () => {
    expect(() => decode(found(witnessBytes[1], 'byte'))).toThrow();
  });

  test('differs from what the author wrote by the reading alone', () => {
    const witness = bytesOf(witnessBytes);
    expect(witness.toSpliced(glossAt.start, glossAt.end - glossAt.start)).toEqual(bytesOf(authorBytes));
    expect(decode({ bytes: witness.slice(glossAt.start, glossAt.end), read: '' })).toBe('(yàn)');
  });
});
