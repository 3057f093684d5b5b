/** What stands on a share image. */
import type { Language } from '../../contract/schema.ts';

export interface Card {
  /** Decides the forms of the characters: 骨 is cut one way in Taipei and another in Beijing. */
  readonly language: Language;
  /** Absent where a text has none of its own; its first words then stand larger. */
  readonly title?: string;
  /** `葉開 · i天下網商 · 2012-08-31`; may be empty. */
  readonly imprint: string;
  /** The first paragraphs of the text, as many as there may be room for. */
  readonly paragraphs: readonly string[];
}

/** The size that networks ask for, in pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;
