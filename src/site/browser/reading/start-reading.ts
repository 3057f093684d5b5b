import { levelNotes } from './level-notes.ts';
import { openNotes } from './notes.ts';
import { pairScripts } from './pair-scripts.ts';
import { startPanels } from './panels.ts';
import { keepSettings } from './settings.ts';
import { offerSharing } from './share.ts';
import { startShortcuts } from './shortcuts.ts';
import { trackPosition } from './track-position.ts';

/** All that the reading page does by script; without it the page is as readable, only less handy. */
export function startReading(): void {
  keepSettings();
  openNotes();
  levelNotes();
  pairScripts();
  trackPosition();
  startPanels();
  offerSharing();
  startShortcuts();
}
