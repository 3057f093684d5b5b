import { describe, expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';
import { search } from './type-query.ts';

const browser = await openBrowser();
const page = await browser.newPage();

describe('the search page', () => {
  it('keeps its query through the back button', async () => {
    await search(page, '社會化');
    await page.locator('#findings .quotation a').first().click();
    await page.goBack();
    expect(await page.getByRole('searchbox').inputValue()).toBe('社會化');
    await page.locator('#findings > li').first().waitFor();
  });

  it('is as it was when the reader comes back, at the same link', async () => {
    await page.setViewportSize({ width: 1200, height: 500 });
    await search(page, '電商');
    const link = page.locator('#findings .quotation a').last();
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(0);
    const href = await link.getAttribute('href');
    await link.click();
    await page.waitForURL('**/texts/**');
    await page.goBack();
    await page.locator('#findings > li').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('#findings a'));
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(href);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('that finds nothing offers what is nearest', async () => {
    expect(await search(page, '社會化電商烏有')).toContain('未見');
    await page.locator('#suggestions a', { hasText: '社會化電商' }).click();
    await page.locator('#findings > li').first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('社會化電商');
  });

  it('can be narrowed, and the address keeps it', async () => {
    await search(page, '電商');
    await page.locator('#publisher').selectOption('HiShop');
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length === 1);
    expect(new URL(page.url()).searchParams.get('publisher')).toBe('HiShop');
    await page.reload();
    await page.locator('#findings > li').first().waitFor();
    expect(await page.locator('#findings > li').count()).toBe(1);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length === 2);
    expect(await page.locator('#publisher').inputValue()).toBe('');
  });

  it('is walked through with the arrow keys', async () => {
    await search(page, '電商');
    await page.getByRole('searchbox').press('ArrowDown');
    const first = page.locator('#findings h2 a').first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
  });

  it('shows the other places of a text on wish', async () => {
    await search(page, '電商');
    const rest = page.locator('#findings details').first();
    await rest.locator('summary').click();
    await rest.locator('.quotation').first().waitFor();
    expect(await rest.locator('mark').count()).toBeGreaterThan(0);
  });

  it('speaks Simplified on the Simplified page', async () => {
    await page.goto(at('/zh-hans/search/?q=电商'));
    await page.locator('#findings > li').first().waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(/^“电商”见于 2 篇/);
  });

  it('opens with a slash, anywhere, in the script of the page', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/zh-hans/'));
    await page.keyboard.press('/');
    await page.waitForURL('**/zh-hans/search/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
  });

  it('holds under a strict content security policy', async () => {
    const strict = await browser.newPage({ serviceWorkers: 'block' });
    const errors: string[] = [];
    strict.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await strict.route('**/search/**', async (route) => {
      const response = await route.fetch();
      const policy =
        "default-src 'self'; require-trusted-types-for 'script'; trusted-types zhengben-offline; base-uri 'none'";
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
    await strict.goto(at('/search/?q=社會化'));
    await strict.locator('#findings mark').first().waitFor();
    expect(errors).toEqual([]);
    await strict.close();
  });

  it('offers the catalogue without JavaScript', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(at('/search/'));
    expect(await plain.getByRole('link', { name: '由目錄閱讀' }).isVisible()).toBe(true);
    await plain.close();
  });
});
