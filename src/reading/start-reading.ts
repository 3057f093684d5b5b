import { showHits } from '../search/show-hits.ts';
import { levelNotes } from './level-notes.ts';
import { openNotes } from './notes.ts';
import { keepSettings } from './settings.ts';

/** All that the reading page does by script; without it the page is as readable, only less handy. */
export function startReading(): void {
  keepSettings();
  openNotes();
  levelNotes();
  showHits();
}
