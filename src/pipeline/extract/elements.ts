/** What the elements of HTML mean for the text in them. */

const namesIn = (list: string) => list.trim().split(/\s+/);

/** Their content is no text of the page. */
export const silent: ReadonlySet<string> = new Set(
  namesIn(`
    script style noscript template svg math iframe object canvas select textarea button audio video noframes`),
);

/** They have no content and no end tag. */
export const empty: ReadonlySet<string> = new Set(
  namesIn('area base br col embed hr img input link meta param source track wbr'),
);

/** They stand in a line of text and say nothing of where the article is; pages forget to close them by the hundred. */
export const inline: ReadonlySet<string> = new Set(
  namesIn(`
    abbr acronym b bdi bdo big cite code del dfn em font i ins kbd
    label mark q s samp small span strike strong sub sup tt u var`),
);

/** How many line feeds stand at the borders of a block. */
export const breaks: ReadonlyMap<string, 1 | 2> = new Map([
  ...namesIn('dd dt li tr option caption thead tbody').map((name) => [name, 1] as const),
  ...namesIn(`
    address article aside blockquote body center details div dl fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table title ul`).map(
    (name) => [name, 2] as const,
  ),
]);
