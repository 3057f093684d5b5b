import { describe, expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';
import { pressKey, search, statusOf } from './type-query.ts';

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
    expect(await search(page, '社會化電商烏有')).toContain('找不到');
    await page.locator('#suggestions a', { hasText: '社會化電商' }).click();
    await page.locator('#findings > li').first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('社會化電商');
  });

  it('can be narrowed, and the address keeps it', async () => {
    await search(page, '電商');
    expect(await page.locator('#publisher').isVisible()).toBe(false);
    await page.getByText('篩選').click();
    await page.locator('#publisher option', { hasText: 'HiShop' }).waitFor({ state: 'attached' });
    await page.locator('#publisher').selectOption('HiShop');
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length === 1);
    expect(new URL(page.url()).searchParams.get('publisher')).toBe('HiShop');
    await page.reload();
    await page.locator('#findings > li').first().waitFor();
    expect(await page.locator('#findings > li').count()).toBe(1);
    expect(await page.locator('#publisher').inputValue()).toBe('HiShop');
    expect(await page.locator('#publisher').isVisible()).toBe(true);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length === 2);
    expect(await page.locator('#publisher').inputValue()).toBe('');
  });

  it('offers to be wide again when what narrows it leaves nothing', async () => {
    await page.goto(at('/search/?q=馬化騰&publisher=HiShop'));
    expect(await statusOf(page)).toBe('篩選之後找不到「馬化騰」。');
    await page.getByRole('link', { name: '取消篩選' }).click();
    await page.locator('#findings > li').first().waitFor();
    expect(new URL(page.url()).searchParams.get('publisher')).toBeNull();
  });

  it('says of several words how many texts each choice leaves, before the choice and after', async () => {
    await search(page, '電商 社會化');
    await page.getByText('篩選').click();
    const options = (facet: string) => page.locator(`#${facet} option`).allTextContents();
    await expect.poll(() => options('publisher')).toEqual(['全部', 'HiShop（1）', 'i天下網商（1）']);
    expect(await options('author')).toEqual(['全部', '葉開（1）']);
    await page.locator('#publisher').selectOption('i天下網商');
    await expect.poll(() => options('year')).toEqual(['全部']);
    await expect.poll(() => options('publisher')).toEqual(['全部', 'HiShop（1）', 'i天下網商（1）']);
    expect(await options('author')).toEqual(['全部', '葉開（1）']);
    await page.locator('#publisher').selectOption('HiShop');
    await expect.poll(() => options('year')).toEqual(['全部', '2012（1）']);
    expect(await options('author')).toEqual(['全部']);
  });

  it('shows the newest first on wish, and the address keeps it', async () => {
    await search(page, '電商');
    await page.locator('#order').selectOption('date');
    expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ q: '電商', order: 'date' })}`);
    const first = page.locator('#findings h2').first();
    await expect.poll(() => first.textContent()).toContain('電子商務”不應概念炒作');
    await page.reload();
    await statusOf(page);
    expect(await page.locator('#order').inputValue()).toBe('date');
    expect(await first.textContent()).toContain('電子商務”不應概念炒作');
    await page.goBack();
    await expect.poll(() => page.locator('#order').inputValue()).toBe('relevance');
  });

  it('is walked through with the arrow keys', async () => {
    await search(page, '電商');
    await page.getByRole('searchbox').press('ArrowDown');
    const first = page.locator('#findings h2 a').first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
    for (let pressed = 0; pressed < 3; pressed++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
    expect(await page.getByRole('searchbox').inputValue()).toBe('電商');
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
    expect(await page.getByRole('status').textContent()).toMatch(/^“电商”：2 篇文章，\d+ 处。$/);
  });

  it.each(['/', '、'])('is gone back to with %s, its words selected', async (key) => {
    await search(page, '電商');
    await page.locator('#findings a').first().focus();
    await pressKey(page, key);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
    expect(await page.evaluate(() => String(getSelection()))).toBe('電商');
    await page.keyboard.type('禮');
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('禮');
  });

  it('has no search in its head: it is one', async () => {
    await page.goto(at('/search/'));
    expect(await page.getByRole('searchbox').count()).toBe(1);
    expect(await page.getByRole('button', { name: '關閉' }).count()).toBe(0);
  });

  it('holds under a strict content security policy', async () => {
    const strict = await browser.newPage({ serviceWorkers: 'block' });
    const errors: string[] = [];
    strict.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await strict.route('**/search/**', async (route) => {
      const response = await route.fetch();
      const policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types zhengben-offline; base-uri 'none'";
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
    const link = plain.getByRole('link', { name: '搜尋需要 JavaScript；沒有它，可以從目錄閱讀各篇文章。' });
    await link.click();
    expect(new URL(plain.url()).pathname).toBe('/');
    await plain.close();
  });
});
