import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at, boxOf, openBrowser } from './open-browser.ts';
import { shiftsOf, watchShifts } from './watch-page.ts';

const text = '/texts/letter-to-ma-huateng/';

const browser = await openBrowser();

const open = async (width: number, path = text, javaScriptEnabled = true): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled });
  await page.goto(at(path));
  return page;
};

/** Where every block of the text stands on the page. */
const places = (page: Page) =>
  page.$$eval('.row > [lang]', (blocks) =>
    blocks.map((block) => Math.round(block.getBoundingClientRect().top + scrollY)),
  );

describe('a note beside the text', () => {
  it('opens and closes by keyboard alone, level with its line, and nothing moves', async () => {
    const page = await open(1440);
    const before = await places(page);
    const mark = page.locator('#e202-zh-Hans');
    await mark.focus();
    await page.keyboard.press('Enter');
    const whole = page.locator('#n-e202 .whole');
    expect(await whole.isVisible()).toBe(true);
    expect(await whole.textContent()).toMatch(/底本作「.*」，校作「怎么護膚」。/);
    expect(await whole.textContent()).toContain('因讀音插入字中');
    expect(await mark.getAttribute('aria-expanded')).toBe('true');
    const [line, box] = [await boxOf(mark), await boxOf(whole)];
    expect(Math.abs(box.y - line.y)).toBeLessThan(16);
    expect(await places(page)).toEqual(before);
    await page.keyboard.press('Escape');
    expect(await whole.isVisible()).toBe(false);
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  it('opens under its paragraph on a phone', async () => {
    const page = await open(390);
    await page.locator('#e71').click();
    const [row, note] = [
      await boxOf(page.locator('#p8 > [lang="zh-Hant"]')),
      await boxOf(page.locator('#n-e71 .whole')),
    ];
    expect(note.y).toBeGreaterThanOrEqual(row.y + row.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });

  it.each([390, 1440])('opens without JavaScript at %i px', async (width) => {
    const page = await open(width, text, false);
    await page.locator('#e71').click();
    expect(await page.locator('#n-e71 .whole').isVisible()).toBe(true);
    await page.getByText('全注', { exact: true }).click();
    expect(await page.locator('#n-e31 .whole').isVisible()).toBe(true);
    await page.getByText('不標', { exact: true }).first().click();
    const line = await page.locator('#e31').evaluate((mark) => getComputedStyle(mark).textDecorationColor);
    expect(line).toBe('rgba(0, 0, 0, 0)');
    await page.close();
  });

  it.each(['e31', 'e71', 'e300', 'r8', 'r1'])('#%s leads to the place, visibly marked', async (id) => {
    for (const path of [text, `${text}zh-hans/`, `${text}apparatus/`, `${text}zh-hans/apparatus/`]) {
      const page = await open(1440, `${path}#${id}`);
      const target = page.locator(`[id="${id}"]`);
      expect(await target.count(), path).toBe(1);
      const isMarked = await target.evaluate((element) => {
        const paper = getComputedStyle(document.documentElement).backgroundColor;
        return [element, ...element.children].some((part) => {
          const { backgroundColor } = getComputedStyle(part);
          return backgroundColor !== paper && backgroundColor !== 'rgba(0, 0, 0, 0)';
        });
      });
      expect(isMarked, path).toBe(true);
      await page.close();
    }
  });

  it('stands beside no layout shift while the page loads', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await watchShifts(page);
    await page.goto(at(`${text}#e202`));
    await page.waitForTimeout(300);
    expect(await shiftsOf(page)).toEqual([]);
    await page.close();
  });
});

describe('the witness as received', () => {
  it.each([
    ['letter-to-ma-huateng', 'tianxia/000_2f9fc4e0161370cc.txt'],
    ['social-commerce-operations', 'hishop/002_dfcfc2d3c2d75b58.txt'],
  ])('of %s is the witness, but for what is withheld', async (slug, file) => {
    const { readFile } = await import('node:fs/promises');
    const root = new URL('../../content/', import.meta.url);
    const witness = [...(await readFile(new URL(`witnesses/${file}`, root), 'utf8'))];
    const apparatus = JSON.parse(await readFile(new URL(`editions/${slug}/apparatus.json`, root), 'utf8'));
    const page = await open(1440, `/texts/${slug}/witness/`, false);
    const shown = await page.locator('.witness').evaluate((element) => {
      for (const caesura of element.querySelectorAll('.caesura')) caesura.remove();
      return element.textContent ?? '';
    });
    const withheld = apparatus.removals.filter(({ sic }: { sic?: string }) => sic === undefined);
    for (const { start, end } of withheld) witness.fill('', start, end);
    const points = shown.replaceAll(/⟨U\+([0-9A-F]+)⟩/g, (_, hex) =>
      String.fromCodePoint(Number(`0x${hex}`)),
    );
    expect(points).toBe(witness.join('').replaceAll('\r\n', '\n'));
    await page.close();
  });
});
