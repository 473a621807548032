import { zh } from './zh.ts';
import { zhHans } from './zhHans.ts';
import { zhHant } from './zhHant.ts';

/**
 * The conventions of a country's press, as data. Patterns see a block's text, or its first or last characters
 * ({@link edge}), with white space at both ends left out; no pattern may need more. Patterns that name a whole block or
 * line are anchored at both ends, those of beginnings with `^`, those of endings with `$`.
 */
export interface Press {
  /** BCP 47 tag of the language and script it prints in. */
  readonly language: string;
  /** How the first paragraph of a report begins: agency, reporter, place and date. */
  readonly datelines: readonly RegExp[];
  /** First characters of {@link datelines}. */
  readonly datelineOpeners: string;
  /** Characters one of which stands among the first of a dateline that begins with another character. */
  readonly datelineMarks: string;
  /** How the first sentence of a report without dateline likes to begin. */
  readonly leads: readonly RegExp[];
  /** Characters one of which stands among the first of {@link leads}. */
  readonly leadCharacters: string;
  /** A whole block that says who wrote. */
  readonly bylines: readonly RegExp[];
  /** A whole block that says who took a picture or drew it. */
  readonly credits: readonly RegExp[];
  /** Characters at the edges of {@link bylines} and {@link credits} that hold no digit, colon or space. */
  readonly creditEdges: string;
  /** Characters one of which stands in whatever fits {@link bylines} or {@link credits}. */
  readonly creditCharacters: string;
  /** How the text under a picture begins. */
  readonly captions: readonly RegExp[];
  /** First characters of {@link captions}. */
  readonly captionOpeners: string;
  /** A whole line that says which page this is; it opens a page. */
  readonly folios: readonly RegExp[];
  /** A whole line that goes with the folio without saying which page it is: the paper's name, a date alone. */
  readonly mastheads: readonly RegExp[];
  /** A whole line that names the page's editors. */
  readonly editors: readonly RegExp[];
  /** Characters at the edges of {@link folios}, {@link mastheads} and {@link editors} that hold no digit, colon or space. */
  readonly furnitureEdges: string;
  /** How a paper's own notice or an editor's note begins. */
  readonly notices: readonly RegExp[];
  /** First characters of {@link notices}. */
  readonly noticeOpeners: string;
  /** How text that ends an article likes to end: the writer in brackets. */
  readonly endings: readonly RegExp[];
  /** Headings over briefs. */
  readonly sections: readonly string[];
  /** Titles that stand over other text every day; printed twice they are no mistake. */
  readonly columns: readonly string[];
  /** Titles of boxes inside an article; they never head an article of their own. */
  readonly boxTitles: readonly string[];
  /** Marks at the start of a brief. */
  readonly briefMarks: string;
  /** Family names of one character, and of more. */
  readonly surnames: string;
  readonly longSurnames: readonly string[];
  /** Words at the start of a sentence that goes on from another one. */
  readonly connectives: readonly string[];
  /** Characters that no phrase ends with. */
  readonly openEndings: string;
  /** Characters that stand in sentences more than in headings. */
  readonly functionWords: string;
}

/** Characters at a block's start or end that patterns get to see. */
export const edge = 40;

/** All presses whose dumps are read. Which one a page is from need not be known: their conventions do not collide. */
export const presses: readonly Press[] = [zhHans, zhHant];

/** Those, and what they share. */
export const conventions: readonly Partial<Press>[] = [...presses, zh];
