import { isDigit, isLatin, isSpace, unitsOf } from '../text/characters.ts';
import { isNumeral, isOpening, isQuote, pairKind, pairKinds, straight } from './marks.ts';

/** A quote or bracket without its counterpart. */
export interface LoneMark {
  readonly mark: string;
  /** Index in the text. */
  readonly at: number;
}

/** Quotes and brackets of a text that do not come in pairs. */
export interface Balance {
  /** Opened and not closed, outermost first. */
  readonly open: readonly LoneMark[];
  /** Closed and not opened, in the order of the text. */
  readonly unopened: readonly LoneMark[];
}

/** No text leaves more marks open, or closes more of them without opening: of a page of nothing else the rest says nothing new. */
const mostLone = 64;

const noMarks: readonly LoneMark[] = [];

/** Where the marks that are open now stand, outermost first; there is room for one too many. */
const openAt = new Int32Array(mostLone + 1);
const openKind = new Uint8Array(mostLone + 1);
/** How many of each kind are open: without it a text of nothing but brackets would take quadratic time. */
const waiting = new Uint8Array(pairKinds);

/** Pairs quotes and brackets off; what remains is left open (the last of them) or closed without opening (the first). */
export function readBalance(text: string): Balance {
  const { length } = text;
  let unopened: LoneMark[] | undefined;
  let count = 0;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    const kind = pairKind[unit]!;
    if (kind === 0) continue;
    // straight quotes open and close in turn
    const opens = kind === straight ? waiting[straight] === 0 : isOpening(unit);
    if (opens) {
      // the same quote again cannot nest: the first one was never closed, or was printed the wrong way round
      if (count > 0 && isQuote[unit] === 1 && openKind[count - 1] === kind) waiting[openKind[--count]!]!--;
      openAt[count] = at;
      openKind[count++] = kind;
      waiting[kind]!++;
      if (count > mostLone) {
        waiting[openKind[0]!]!--;
        openAt.copyWithin(0, 1);
        openKind.copyWithin(0, 1);
        count--;
      }
    } else if (waiting[kind]! > 0) {
      // whatever was opened inside and not closed is a slip of the pen and says nothing
      let closed: number;
      do {
        closed = openKind[--count]!;
        waiting[closed]!--;
      } while (closed !== kind);
    } else if ((unopened === undefined || unopened.length < mostLone) && !isEnumerator(text, at, unit)) {
      unopened ??= [];
      unopened.push({ mark: text[at]!, at });
    }
  }
  if (count === 0) return unopened === undefined ? balanced : { open: noMarks, unopened };
  const open: LoneMark[] = [];
  for (let place = 0; place < count; place++) {
    const [at, kind] = [openAt[place]!, openKind[place]!];
    open.push({ mark: kind === straight ? '"' : text[at]!, at });
    waiting[kind] = 0;
  }
  return { open, unopened: unopened ?? noMarks };
}

const balanced: Balance = { open: noMarks, unopened: noMarks };

const enumeratorBrackets = unitsOf('）)﹚]］】〕');
const beforeEnumerators = unitsOf('。；;：:，,、！!？?');

/** Whether the closing mark at `at` is none: the bracket of 1) or 三）, or the apostrophe of it’s. */
function isEnumerator(text: string, at: number, unit: number): boolean {
  if (unit === 0x2019) return at > 0 && isLatin(text.charCodeAt(at - 1));
  return enumeratorBrackets[unit] === 1 && endsEnumerator(text, at);
}

/** Whether the bracket at `at` closes an enumerator such as `1)` or `三）`. */
function endsEnumerator(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 4) {
    const unit = text.charCodeAt(from - 1);
    if (!isDigit(unit) && !isNumeral(unit) && !(isLatin(unit) && from === at)) break;
    from--;
  }
  if (from === at) return false;
  if (from === 0) return true;
  const before = text.charCodeAt(from - 1);
  return isSpace(before) || beforeEnumerators[before] === 1;
}
