/** What a reader of the concordance must know before the first query. */
export interface ConcordancePlan {
  volumes: VolumePlan[];
}

/** A volume: how many texts it lists, and the first key of each of its files. */
export interface VolumePlan {
  documents: number;
  firstKeys: string[];
}

/** Name of a volume's file of lists. */
export function shardName(volume: number, shard: number): string {
  return `places-${volume}-${shard}.bin`;
}

/** Name of the file with the lengths of a volume's texts. */
export function documentsName(volume: number): string {
  return `lengths-${volume}.bin`;
}
