/** Open Chinese texts for benchmarks, out of Debian's packages. */
import { gunzipSync } from 'node:zlib';
import { fromHtml, readPackage } from './debian-package.ts';

/** A package, and which of its files hold text in the language. */
interface Source {
  readonly name: string;
  readonly files: RegExp;
}

export const simplified: readonly Source[] = [
  { name: 'manpages-zh', files: /zh_CN\/man\d\/.*\.gz$/ },
  { name: 'maint-guide-zh-cn', files: /\.html$/ },
  { name: 'debian-reference-zh-cn', files: /\.html$/ },
  { name: 'debian-faq-zh-cn', files: /\.html$/ },
  { name: 'libreoffice-help-zh-cn', files: /\.html$/ },
  { name: 'fortunes-zh', files: /fortunes\/[a-z0-9]+$/ },
];

export const traditional: readonly Source[] = [
  { name: 'maint-guide-zh-tw', files: /\.html$/ },
  { name: 'debian-reference-zh-tw', files: /\.html$/ },
  { name: 'libreoffice-help-zh-tw', files: /\.html$/ },
];

/** The texts of a package, one string per file, markup and roff taken out. Throws when it cannot be fetched. */
export function openTexts({ name, files }: Source): string[] {
  return readPackage(name, files)
    .map(({ path, bytes }) => toPlain(path, bytes))
    .filter((text) => (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > 100);
}

function toPlain(path: string, bytes: Buffer): string {
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return path.endsWith('.html') ? fromHtml(text).replace(/[ \t]*\n\s*/g, '\n') : fromRoff(text);
}

function fromRoff(roff: string): string {
  return roff
    .replace(/^[.'].*$/gm, (line) => line.replace(/^[.']\S*\s*|\\".*$/g, ''))
    .replace(/\\(?:f[A-Z]|&|\(..|[-\\])/g, '')
    .replace(/\u001b\[[\d;]*m/g, '')
    .replace(/\n{2,}/g, '\n');
}
