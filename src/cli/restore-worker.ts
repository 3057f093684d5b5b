/** A thread of `zhengben restore`. */
import { loadRules } from '../corpus/load-rules.ts';
import type { RestoreSettings } from './restore-task.ts';
import { createRestorer } from './restorer.ts';

export const startWorker = (settings: RestoreSettings) => createRestorer(loadRules(), settings);
