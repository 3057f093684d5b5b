/** `fold.txt` as `packFold` packs it, when the site is built. */
declare module '*/fold.txt?packed' {
  const packed: string;
  export default packed;
}
