import { dateAndButtonEdges, datedFolios, datedMastheads, electronicLines } from './furniture.ts';
import { messageInBrackets, messageOnItsOwn } from './message.ts';
import type { Press } from './press.ts';

/** What the presses of both Chinese scripts do alike; added to what each of them does. */
export const zh: Pick<Press, 'datelines' | 'bylines' | 'folios' | 'mastheads' | 'furnitureEdges'> = {
  datelines: [messageInBrackets],
  bylines: [messageOnItsOwn],
  folios: datedFolios,
  mastheads: [...datedMastheads, ...electronicLines],
  furnitureEdges: dateAndButtonEdges,
};
