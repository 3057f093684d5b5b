import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, boxOf, openBrowser } from './open-browser.ts';

const text = '/texts/letter-to-ma-huateng/';

const browser = await openBrowser();

async function open(width: number, path = text): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(at(path));
  return page;
}

const setting = (page: Page, name: string) => page.locator('html').getAttribute(`data-${name}`);

/** The words that a highlight marks. */
const marked = (page: Page, name: string) =>
  page.evaluate((key) => {
    const all = [...(CSS.highlights.get(key) ?? [])] as StaticRange[];
    return all.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    });
  }, name);

describe('settings', () => {
  it('are chosen by keyboard alone and kept over a reload, set before anything is painted', async () => {
    const page = await open(1440);
    await page.getByRole('button', { name: '設置' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#settings').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'theme');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    expect(await setting(page, 'theme')).toBe('sepia');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    expect(await setting(page, 'size')).toBe('larger');
    await page.keyboard.press('Escape');
    expect(await page.locator('#settings').isVisible()).toBe(false);
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await paper()).toBe('rgb(243, 233, 210)');
    await page.reload({ waitUntil: 'commit' });
    await page.locator('body').waitFor();
    expect(await paper()).toBe('rgb(243, 233, 210)');
    await page.goto(at('/'));
    expect(await paper()).toBe('rgb(243, 233, 210)');
    await page.goto(at(text));
    await page.keyboard.press(',');
    await page.getByRole('button', { name: '復原設置' }).click();
    await page.waitForFunction(() => !document.documentElement.dataset.theme);
    await page.reload();
    expect(await setting(page, 'theme')).toBe(null);
    await page.context().close();
  });

  it('put the other script left, and the text upright', async () => {
    const page = await open(1440);
    const left = (lang: string) =>
      page.locator(`#p1 > [lang="${lang}"]`).evaluate((cell) => cell.getBoundingClientRect().left);
    expect(await left('zh-Hant')).toBeLessThan(await left('zh-Hans'));
    await page.keyboard.press('s');
    expect(await left('zh-Hans')).toBeLessThan(await left('zh-Hant'));
    await page.goto(at(`${text}zh-hant/`));
    await page.keyboard.press('v');
    const mode = await page.locator('#p1 > [lang]').evaluate((cell) => getComputedStyle(cell).writingMode);
    expect(mode).toBe('vertical-rl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.context().close();
  });

  it('offers no button that does nothing where no script runs', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(at(text));
    expect(await page.locator('button:visible:not([type="submit"])').count()).toBe(0);
    await page.close();
  });
});

describe('both scripts', () => {
  it('have a sentence and its counterpart marked under the pointer and at the focus', async () => {
    const page = await open(1440);
    const cell = await boxOf(page.locator('#p6 > [lang="zh-Hant"]'));
    await page.mouse.move(cell.x + 60, cell.y + 16);
    await page.waitForFunction(() => CSS.highlights.has('pair'));
    const [hant, hans] = await marked(page, 'pair');
    expect(hant).toMatch(/^因為在crm領域/);
    expect(hans).toMatch(/^因为在crm领域/);
    await page.locator('#e202').focus();
    expect((await marked(page, 'pair')).join()).toContain('怎么护肤');
    await page.context().close();
  });

  it('have the characters marked in which they differ', async () => {
    const page = await open(1440);
    await page.keyboard.press(',');
    await page.locator('#settings label', { hasText: '標出' }).click();
    expect((await marked(page, 'differ')).slice(0, 4)).toContain('馬');
    await page.context().close();
  });

  it('let one select in one column only', async () => {
    const page = await open(1440);
    const [from, to] = [
      await boxOf(page.locator('#p4 > [lang="zh-Hans"]')),
      await boxOf(page.locator('#p5 > [lang="zh-Hans"]')),
    ];
    await page.mouse.move(from.x + 60, from.y + 16);
    await page.mouse.down();
    await page.mouse.move(to.x + 200, to.y + to.height - 10, { steps: 5 });
    await page.mouse.up();
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected).toContain('社会');
    expect(selected).not.toContain('社會');
    await page.context().close();
  });

  it('change places on a phone without losing the place', async () => {
    const page = await open(390);
    await page.locator('#p15').evaluate((row) => row.scrollIntoView());
    const top = () => page.locator('#p15').evaluate((row) => row.getBoundingClientRect().top);
    const before = await top();
    await page.locator('label', { has: page.locator('#shown-hans') }).click();
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    await page.reload();
    expect(await page.locator('#p1 > [lang="zh-Hans"]').isVisible()).toBe(true);
    expect(await page.locator('#p1 > [lang="zh-Hant"]').isVisible()).toBe(false);
    await page.context().close();
  });

  it('lead to one another with the paragraph in view', async () => {
    const page = await open(1440, `${text}zh-hant/`);
    await page.locator('#p15').evaluate((row) => row.scrollIntoView());
    await page.locator('.tools').getByRole('link', { name: '簡體' }).click();
    await page.waitForURL(/zh-hans\/#p1\d$/);
    await page.context().close();
  });
});

describe('a paragraph', () => {
  it.each([
    ['複製鏈接', /\/texts\/letter-to-ma-huateng\/#p8$/],
    ['複製文字', /^但在微信電子商務/],
    ['複製引文（GB/T 7714）', /^葉開\. 致馬化騰.*\[EB\/OL\]\. i天下網商\[\d{4}-\d\d-\d\d\]\. http.*#p8$/],
    ['複製 BibTeX', /url = \{http.*#p8\},\n {2}urldate = \{\d{4}-/],
    ['複製 Markdown', /^> 但在微信電子商務.*\n>\n> ——\[致馬化騰.*\]\(http.*#p8\)\n$/s],
  ])('can be taken away: %s', async (name, expected) => {
    const page = await open(1440);
    await page.locator('#p8 .number').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name }).click();
    await page.getByText('已複製').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(expected);
    expect(new URL(page.url()).hash).toBe('#p8');
    await page.context().close();
  });
});

describe('keys', () => {
  it('are listed by ?, and go from paragraph to paragraph and from mark to mark', async () => {
    const page = await open(1440);
    await page.keyboard.press('?');
    await page.getByText('下一段、上一段').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.closest('.row')?.id)).toBe('p2');
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('e31');
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('e36');
    await page.keyboard.press('p');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('e31');
    await page.keyboard.press('m');
    expect(await setting(page, 'marks')).toBe('full');
    await page.context().close();
  });

  it('lead to the next text', async () => {
    const page = await open(1440, '/texts/social-commerce-operations/');
    await page.keyboard.press(']');
    await page.waitForURL(/letter-to-ma-huateng/);
    await page.context().close();
  });
});

describe('the contents', () => {
  it('mark the section that is being read', async () => {
    const page = await open(1920, text);
    await page.locator('#p17').evaluate((row) => row.scrollIntoView());
    await page.locator('.contents a[href="#h3"][aria-current="location"]').waitFor();
    expect(await page.locator('.contents [aria-current]').count()).toBe(1);
    await page.context().close();
  });
});

describe('on paper', () => {
  it('emendations stand under their paragraph, with their numbers, and nothing of the interface', async () => {
    const page = await open(1440);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tools').isVisible()).toBe(false);
    expect(await page.locator('#n-e31 .whole').isVisible()).toBe(true);
    const [row, note] = [
      await boxOf(page.locator('#p6 > [lang="zh-Hant"]')),
      await boxOf(page.locator('#n-e31 .whole')),
    ];
    expect(note.y).toBeGreaterThanOrEqual(row.y + row.height - 1);
    await page.context().close();
  });
});
