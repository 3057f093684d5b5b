/** So many characters of a query are repeated to the reader. */
const MOST = 30;

/** A query as a message names it: a long one by its beginning, and without half a character. */
export function quoted(query: string): string {
  const characters = Array.from(query, (character) => (/\p{Cs}/u.test(character) ? '\ufffd' : character));
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}……` : characters.join('');
}
