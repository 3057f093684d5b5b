/** A key and the bytes of its list. */
export interface List {
  key: string;
  bytes: Uint8Array;
  /** Does it number the texts that have the key, instead of naming its places? */
  isCount: boolean;
}
