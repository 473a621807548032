import { isHan } from '../text/characters.ts';
import { type Press, presses } from './press.ts';

/** The patterns of all presses, by what they say. */
type PatternKey = { [K in keyof Press]: Press[K] extends readonly RegExp[] ? K : never }[keyof Press];

function gather(key: PatternKey): readonly RegExp[] {
  return presses.flatMap((press) => press[key]);
}

const patterns = {
  datelines: gather('datelines'),
  leads: gather('leads'),
  bylines: gather('bylines'),
  credits: gather('credits'),
  captions: gather('captions'),
  folios: gather('folios'),
  mastheads: gather('mastheads'),
  editors: gather('editors'),
  notices: gather('notices'),
  endings: gather('endings'),
} satisfies Record<PatternKey, readonly RegExp[]>;

/** True where a pattern of that kind, of any press, fits. Give it no more than the pattern needs. */
export function fits(key: PatternKey, text: string): boolean {
  for (const pattern of patterns[key]) if (pattern.test(text)) return true;
  return false;
}

const sections = new Set(presses.flatMap(({ sections }) => sections));
const columns = new Set(presses.flatMap(({ columns }) => columns));
const briefMarks = new Set(presses.flatMap(({ briefMarks }) => [...briefMarks]));
const surnames = new Set(presses.flatMap(({ surnames }) => [...surnames]));
const longSurnames = new Set(presses.flatMap(({ longSurnames }) => longSurnames));
const openEndings = new Set(presses.flatMap(({ openEndings }) => [...openEndings]));
const connectives = new Set(presses.flatMap(({ connectives }) => connectives));
const longestConnective = Math.max(...[...connectives].map((word) => word.length));

/** True for a heading over briefs, spaces left out. */
export function isSectionName(text: string): boolean {
  return sections.has(text);
}

/** True for a title that stands over other text every day. */
export function isColumnTitle(text: string): boolean {
  return columns.has(text) || sections.has(text);
}

/** True where the text starts with the mark of a brief. */
export function startsBrief(text: string): boolean {
  return briefMarks.has(text.charAt(0));
}

/** True for a character that no phrase ends with. */
export function isOpenEnding(character: string): boolean {
  return openEndings.has(character);
}

/** The longest connective that the text starts with, or an empty string. */
export function connectiveOf(text: string): string {
  for (let length = Math.min(longestConnective, text.length); length > 0; length--) {
    const word = text.slice(0, length);
    if (connectives.has(word)) return word;
  }
  return '';
}

/** True for what can be a person's name alone: a family name and one or two characters more, spaces left out. */
export function isName(text: string): boolean {
  const { length } = text;
  if (length < 2 || length > 4) return false;
  for (let at = 0; at < length; at++) if (!isHan(text.charCodeAt(at))) return false;
  return length <= 3 ? surnames.has(text.charAt(0)) : longSurnames.has(text.slice(0, 2));
}
