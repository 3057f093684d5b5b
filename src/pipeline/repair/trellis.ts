/** Which bytes of a character were lost. */
export const LOST_LEAD = 1;
export const LOST_TRAIL = 2;

/** Nodes there is room for at first. */
const FEW_NODES = 1 << 8;

/** The units of all paths, as a tree: a node holds one UTF-16 unit and leads back to the one before. Node −1 is the root. */
export class Trellis {
  private size = 0;
  private parent = new Int32Array(FEW_NODES);
  private unit = new Uint16Array(FEW_NODES);
  private lost = new Uint8Array(FEW_NODES);

  clear(): void {
    this.size = 0;
  }

  /** The number of a new node behind `parent`; `lost` says which bytes of its unit were lost. */
  add(parent: number, unit: number, lost: number): number {
    if (this.size === this.parent.length) this.grow();
    this.parent[this.size] = parent;
    this.unit[this.size] = unit;
    this.lost[this.size] = lost;
    return this.size++;
  }

  unitOf(node: number): number {
    return this.unit[node]!;
  }

  private grow(): void {
    const { parent, unit, lost } = this;
    this.parent = new Int32Array(2 * this.size);
    this.unit = new Uint16Array(2 * this.size);
    this.lost = new Uint8Array(2 * this.size);
    this.parent.set(parent);
    this.unit.set(unit);
    this.lost.set(lost);
  }

  /** For each unit on the way from the root to `node`: which of its bytes were lost ({@link LOST_LEAD}, …). */
  readLost(node: number): number[] {
    const lost: number[] = [];
    for (let at = node; at >= 0; at = this.parent[at]!) lost.push(this.lost[at]!);
    return lost.reverse();
  }

  /** The units on the way from the root to `node`. */
  read(node: number): string {
    let text = '';
    for (let at = node; at >= 0; at = this.parent[at]!) text = String.fromCharCode(this.unit[at]!) + text;
    return text;
  }
}
