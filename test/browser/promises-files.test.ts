/** What the built files promise before any browser opens them: sound HTML, no broken link, a strict policy first. */
import { readFile } from 'node:fs/promises';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { builtPages } from './built-pages.ts';
import { brokenLinks, readLinks, type SiteLinks, unreachedPages } from './check-links.ts';

const { whyOff, ...config } = JSON.parse(
  await readFile(new URL('html-rules.json', import.meta.url), 'utf8'),
) as ConfigData & { whyOff: Record<string, string> };
const validator = new HtmlValidate({ root: true, ...config });

it('says of every rule of HTML that is off why it is', () => {
  const off = Object.entries(config.rules ?? {}).flatMap(([rule, level]) => (level === 'off' ? [rule] : []));
  expect(Object.keys(whyOff).sort()).toEqual(off.sort());
});

it('sees wrong HTML', async () => {
  const { results } = await validator.validateString('<p style="color: red"><div></div></p><a href="#x">');
  expect(results[0]?.messages.map(({ ruleId }) => ruleId)).toContain('no-inline-style');
});

describe.each(builtPages())('$name', ({ site, file }) => {
  it('is sound HTML', async () => {
    const { results } = await validator.validateString(await readFile(site.folder + file, 'utf8'));
    const messages = results.flatMap((result) => result.messages);
    const errors = messages.filter(({ severity }) => severity === 2);
    expect(
      errors.map(
        ({ ruleId, message, line, column, selector }) =>
          `${file}:${line}:${column} ${ruleId}: ${message} (${selector})`,
      ),
    ).toEqual([]);
  });

  it('is under the strict security policy from the first: begin its head with <SecurityPolicy />', async () => {
    const { document } = parseHTML(await readFile(site.folder + file, 'utf8'));
    const [, second] = document.head.children;
    expect(second?.getAttribute('http-equiv')).toBe('content-security-policy');
    const policy = second?.getAttribute('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types zhengben-offline");
    expect(policy).not.toMatch(/unsafe-inline|(?<!wasm-)unsafe-eval|https?:|\*/);
  });
});

describe.each(inject('sites'))('the links of the site “$name”', (site) => {
  let links: SiteLinks;
  beforeAll(async () => {
    links = await readLinks(site);
  });

  it('lead somewhere, to a file and to an id in it', () => {
    expect(links.pages.size).toBeGreaterThan(10);
    expect(brokenLinks(links)).toEqual([]);
  });

  it('lead from the catalogue to every page', () => {
    expect(unreachedPages(links)).toEqual([]);
  });
});
