/** Small texts and pages for the tests of the command line. */

/** A text of one paragraph, with a title. */
export const article = (title: string, opening = '那天傍晚') =>
  `${title}\n\n${opening}我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。\n`;

/** A page of HTML with a title for search engines, a navigation and an article. */
export const page = (body: string) =>
  `<!doctype html><html><head><title>書店-關鍵詞_關鍵詞_網</title><script>alert(1)</script></head><body><div class="nav"><a href="/">首頁</a> <a href="/n">新聞</a></div><h1>河邊的書店</h1><div class="article">${body}</div></body></html>`;

/** The body of an article. */
export const paragraphs =
  '<p>那天傍晚我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。</p>'.repeat(6);
