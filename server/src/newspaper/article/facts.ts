import { statistics } from '../continuation/statistics.ts';
import { fold } from '../duplicate/fold.ts';
import { readJump } from '../page/jump.ts';
import type { Paragraph } from '../page/paragraph.ts';
import { creditLineOf } from '../press/creditLine.ts';
import { personOf } from '../press/personLine.ts';
import { edge, presses } from '../press/press.ts';
import {
  connectiveOf,
  endsArticle,
  endsAsCaption,
  fits,
  isBoxTitle,
  isCaption,
  isChapterHeading,
  isColumnTitle,
  isFurniture,
  isName,
  isNameInBrackets,
  isSectionName,
  startsAsCaption,
  startsAsNotice,
  startsBrief,
  startsWithDateline,
  startsWithLead,
} from '../press/read.ts';
import { Trait, traitsOf } from '../press/traits.ts';
import { Kind } from './kind.ts';
import { Label, openLabels } from './label.ts';
import { Class, characterClasses, classOf, readShape, type Shape } from './shape.ts';
import { Steps, vocabulary } from './vocabulary.ts';
import { addWeights } from './weigh.ts';

/** What a paragraph alone says about its role, wherever it stands. */
export interface Facts {
  /** How the block looks to its neighbours: a number of {@link Kind}. */
  readonly kind: number;
  /** The label, where a pattern or the length decides. */
  readonly certain: number | undefined;
  /** How much the paragraph alone speaks for each open label (nats); empty where `certain` decides. */
  readonly scores: readonly number[];
  /** The text as headlines are compared; empty where it is too long for one. */
  readonly key: string;
  /** True where the text can be a headline in several parts. */
  readonly inParts: boolean;
  /** True where the text can be nothing but the names of one reporter or a few. */
  readonly mayBeNames: boolean;
  /** True for what stands under a picture, where that it is text is certain. */
  readonly isCaption: boolean;
}

/** No headline is longer, in characters, its kicker and deck in the same row included. */
export const longestHeadline = 130;
/** Longer than this, a block that ends a sentence is text. */
const longestSentence = 48;
/** Longer than this, a block without a space in it looks like text to its neighbours. */
const longestLine = 60;
/** No dateline is so short that the report is not longer than this. */
const shortestReport = 24;

/** Reads what a paragraph alone says. Costs next to nothing for a long paragraph. */
export function readFacts(paragraph: Paragraph): Facts {
  const facts = readByShape(paragraph);
  const { kind, certain } = facts;
  if (certain !== Label.body || facts === jumpOn || !isCaption(paragraph.text)) return facts;
  return certainly(kind, certain, true);
}

function readByShape(paragraph: Paragraph): Facts {
  const { text } = paragraph;
  const { length } = text;
  const last = classOf(text.charCodeAt(length - 1));
  if (length > longestHeadline || (length > longestSentence && pauses(last))) return longFacts(text, last);
  if (length > 1 && stops(text, last)) return shortSentence(text);
  const shape = readShape(text);
  const told = tellByPattern(text, shape);
  if (told !== undefined) return told;
  if ((length > shortestReport || datelineAndMore.test(text)) && startsWithDateline(text)) {
    return certainly(Kind.dateline, Label.body);
  }
  return {
    kind: kindOf(text, shape, last),
    certain: undefined,
    scores: scoresOf(paragraph, shape),
    key: fold(text),
    inParts:
      shape.counts[Class.space]! > 0 || shape.counts[Class.dash]! > 0 || shape.counts[Class['opening bracket']]! > 0,
    mayBeNames: mayBeNames(text, shape),
    isCaption: false,
  };
}

/** A dateline that is followed by something, however little: `本报讯（记者林小溪）昨`. */
const datelineAndMore =
  /^(?:[^。，,]{2,20}[讯訊电電][ 　]?[(（][^)）]{2,20}[)）]|[【［[〔][^】］\]〕]{2,20}[】］\]〕]).{2}/u;

function pauses(last: number): boolean {
  return last === Class['full stop'] || last === Class.comma || last === Class['enumeration comma'];
}

/** True where a text ends with a full stop, in quotation marks or not: no heading does. */
function stops(text: string, last: number): boolean {
  if (last === Class['full stop']) return text.charCodeAt(text.length - 1) === 0x3002;
  return last === Class['closing quotation'] && text.charCodeAt(text.length - 2) === 0x3002;
}

function shortSentence(text: string): Facts {
  if (startsBrief(text) && text.length > shortestBrief) return certainly(Kind.brief, Label.brief);
  if (startsReport(text)) return certainly(Kind.dateline, Label.body);
  return certainly(text.length > longestSentence ? Kind.text : Kind.sentence, Label.body);
}

/** A report begins with its dateline, and on an inside page with the jump line that leads back to page one. */
function startsReport(text: string): boolean {
  if (startsWithDateline(text)) return true;
  return jumpBrackets.includes(text.charAt(0)) && readJump(text)?.direction === 'from';
}

const none: readonly number[] = [];
const made = new Map<number, Facts>();

/** Facts without evidence are all alike, so there is one object for each. */
function certainly(kind: number, certain: number, isCaption = false): Facts {
  const key = kind * 64 + certain * 2 + Number(isCaption);
  let facts = made.get(key);
  if (facts === undefined) {
    facts = { kind, certain, scores: none, key: '', inParts: false, mayBeNames: false, isCaption };
    made.set(key, facts);
  }
  return facts;
}

/**
 * The facts of a line that says where the article goes on: like the last text of an article it ends it here, and another
 * article may follow. A line that says where it comes from stands where an article begins.
 */
export const jumpOn: Facts = { ...certainly(Kind['last text'], Label.body) };

function kindOf(text: string, { tight, counts }: Shape, last: number): number {
  if (isSectionName(tight)) return Kind.section;
  if (isName(tight)) return Kind.name;
  if (endsSentence(last)) return Kind.sentence;
  return text.length > longestLine && counts[Class.space] === 0 ? Kind['open text'] : Kind.line;
}

/** Names are this short, in characters. */
const longestName = 4;

function mayBeNames(text: string, { tight, counts }: Shape): boolean {
  if (counts[Class.Han] !== tight.length || isColumnTitle(tight)) return false;
  if (isName(tight)) return true;
  const spaces = counts[Class.space]!;
  return spaces > 0 && tight.length <= longestName * (spaces + 1) && text.split(/\s+/u).every(isName);
}

function endsSentence(last: number): boolean {
  return (
    last === Class['full stop'] ||
    last === Class['exclamation mark'] ||
    last === Class['question mark'] ||
    last === Class.ellipsis ||
    last === Class['closing quotation'] ||
    last === Class.semicolon
  );
}

function longFacts(text: string, last: number): Facts {
  const first = classOf(text.charCodeAt(0));
  if (first === Class.mark && startsBrief(text)) return certainly(Kind.brief, Label.brief);
  if (startsReport(text)) return certainly(Kind.dateline, Label.body);
  if (endsArticle(text)) return certainly(Kind['last text'], Label.body);
  const closed = endsSentence(last) || last === Class.colon || last === Class['closing bracket'];
  if (!closed) return certainly(Kind['open text'], Label.body);
  return certainly(startsWithLead(text) ? Kind.lead : Kind.text, Label.body);
}

/** Briefs are longer than the marked points of a list. */
const shortestBrief = 16;
/** Up to this length, a line of one clause behind a mark may be a headline. */
const longestMarked = 40;
/** No line of furniture or credit is longer. */
const longestFurniture = 64;

/** What one look at a pattern settles. Patterns are asked only where the shape allows for them. */
function tellByPattern(text: string, { counts, tight, traits }: Shape): Facts | undefined {
  const first = classOf(text.charCodeAt(0));
  const clauses = counts[Class.comma]! + counts[Class['full stop']]!;
  const mayBeBrief = text.length > (clauses > 0 ? shortestBrief : longestMarked);
  if (first === Class.mark && mayBeBrief && startsBrief(text)) return certainly(Kind.brief, Label.brief);
  if (first !== Class.Han || jumpOpeners.includes(text.charAt(0))) {
    const jump = readJump(text);
    if (jump !== undefined && jump.span.end - jump.span.start === text.length) {
      return jump.direction === 'to' ? jumpOn : certainly(Kind.jump, Label.jump);
    }
    if (jump !== undefined && jump.direction === 'from') return certainly(Kind.dateline, Label.body);
  }
  if (isBoxTitle(tight) || isChapterHeading(text)) return certainly(Kind.line, Label.subhead);
  if (isNameInBrackets(tight)) return certainly(Kind.byline, Label.credit);
  if (counts[Class.Latin]! > 0 && mailAddress.test(tight)) return certainly(Kind.credit, Label.credit);
  if (text.length > longestFurniture || counts[Class.comma]! > 0) return tellCaption(text, first);
  if (counts[Class['full stop']]! > 0 && !dotted.test(text)) return tellCaption(text, first);
  const marked = counts[Class.colon]! + counts[Class.digit]! + counts[Class.space]! + counts[Class.mark]! > 0;
  const edges = traitsOf(tight.charCodeAt(0)) | traitsOf(tight.charCodeAt(tight.length - 1));
  if ((marked || (edges & Trait.furnitureEdge) !== 0) && isFurniture(text)) {
    return certainly(Kind.furniture, Label.furniture);
  }
  if ((traits & Trait.credit) !== 0 && (marked || (edges & Trait.creditEdge) !== 0)) {
    const line = creditLineOf(text);
    if (line !== undefined) return certainly(line.isWriting ? Kind.byline : Kind.credit, Label.credit);
    if (fits('bylines', text)) return certainly(Kind.byline, Label.credit);
    if (fits('credits', text)) return certainly(Kind.credit, Label.credit);
  }
  if (personOf(text) !== undefined) return certainly(Kind.byline, Label.credit);
  return tellCaption(text, first);
}

/** The facts of the text under a picture; undefined for what may be something else. */
function tellCaption(text: string, first: number): Facts | undefined {
  if (!isCaption(text)) return undefined;
  if (endsAsCaption(text)) return certainly(Kind.credit, Label.body);
  // a mark alone may stand before a subhead
  return first === Class.mark ? undefined : certainly(Kind.sentence, Label.body);
}

/** Full stops in dates, prices and addresses only: they end no sentence. */
const dotted = /^(?:[^.。．]|[\dA-Za-z]\.(?=[\dA-Za-z]))*$/u;
/** A reporter's address under the name. */
const mailAddress = /^[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}$/u;
const jumpBrackets = '(（【［[▶►▲△';
const jumpOpeners = '上接紧緊下转轉全文续續';

const lengths = new Steps(1, 2, 3, 4, 6, 8, 10, 13, 16, 20, 25, 30, 40, 60, 90);
const few = new Steps(0, 1, 2);
const shares = new Steps(0, 4, 8, 12, 18, 25);
/** For logarithms of likelihood ratios. */
export const ratios = new Steps(-3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5);
/** Characters whose place at a line's edge tells something: those of sentences rather than names and things. */
const telling = [
  ...new Set([
    ...presses.flatMap(({ openEndings, functionWords }) => [...openEndings, ...functionWords]),
    ...'者说人们中上下里后前时来去起到出行化性大小多新年月日本近一三我他她你但因此如其记据為後裏時來說們年個',
  ]),
];
/** By UTF-16 code unit: one more than its place among {@link telling}, 0 for the others. */
const tellingPlaces = new Uint8Array(0x10000);
for (const [place, each] of telling.entries()) tellingPlaces[each.charCodeAt(0)] = place + 1;

const names = {
  always: vocabulary.one('always'),
  length: vocabulary.each('length', lengths.names),
  last: vocabulary.each('ends with', characterClasses),
  first: vocabulary.each('starts with', characterClasses),
  commas: vocabulary.each('commas', few.names),
  spaces: vocabulary.each('spaces', few.names),
  sentences: vocabulary.each('sentences inside', few.names),
  commasOnly: vocabulary.each('commas and no spaces, length', lengths.names),
  spacesOnly: vocabulary.each('spaces and no commas, length', lengths.names),
  enumeration: vocabulary.one('enumeration comma'),
  mostlyLatin: vocabulary.one('mostly Latin'),
  someLatin: vocabulary.one('some Latin'),
  mostlyDigits: vocabulary.one('mostly digits'),
  someDigits: vocabulary.one('some digits'),
  colon: vocabulary.one('colon inside'),
  unclosed: vocabulary.one('opens a quotation or bracket without closing it'),
  unopened: vocabulary.one('closes a quotation or bracket without opening it'),
  quotation: vocabulary.one('quotation inside'),
  bracketLast: vocabulary.one('bracket at the end'),
  bracketFirst: vocabulary.one('square bracket at the start'),
  bracketOnly: vocabulary.one('all in brackets'),
  dashLast: vocabulary.one('dash at the end'),
  dashFirst: vocabulary.one('dash at the start'),
  dashInside: vocabulary.one('dash inside'),
  listNumber: vocabulary.one('number of a list at the start'),
  connective: vocabulary.each('starts with connective', ['character', 'word']),
  column: vocabulary.one('standing title of a column'),
  name: vocabulary.each('person’s name', ['without spaces', 'with spaces']),
  dateline: vocabulary.one('dateline'),
  lead: vocabulary.one('says when, as a lead does'),
  caption: vocabulary.one('starts as a caption'),
  notice: vocabulary.one('starts as a notice'),
  ending: vocabulary.one('writer in brackets at the end'),
  functionCharacters: vocabulary.each('hundredths of function characters', shares.names),
  lines: vocabulary.one('several lines'),
  start: vocabulary.each('likelihood as a paragraph’s start', ratios.names),
  openEnd: vocabulary.each('likelihood as an open end', ratios.names),
  lastCharacter: vocabulary.each('last character', telling),
  firstCharacter: vocabulary.each('first character', telling),
};

const listNumber = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、.．]|[①-⑩])/u;
const bracketAtEnd = /[（(][^）)]{1,14}[）)]$/u;
/** What is told of one paragraph; more than there can be. */
const told = new Uint16Array(80);
const sums = new Float64Array(openLabels);

/** How much the paragraph itself speaks for each open label (nats). */
function scoresOf(paragraph: Paragraph, shape: Shape): readonly number[] {
  const count = tellOwnEvidence(paragraph, shape);
  sums.fill(0);
  addWeights(told, count, sums, 0);
  const scores = new Array<number>(openLabels);
  for (let label = 0; label < openLabels; label++) scores[label] = sums[label]!;
  return scores;
}

/** Numbers of what an open paragraph itself says, as {@link Facts.scores} weigh it. Valid until the next paragraph is read. */
export function readOwnEvidence(paragraph: Paragraph): Uint16Array {
  return told.subarray(0, tellOwnEvidence(paragraph, readShape(paragraph.text)));
}

/** Fills {@link told}; gives how much it is. */
function tellOwnEvidence(
  { pieces, isSetInLines }: Paragraph,
  { tight, counts, open, functionCharacters }: Shape,
): number {
  let count = 0;
  const { length } = tight;
  const size = lengths.of(length);
  const firstUnit = tight.charCodeAt(0);
  const lastUnit = tight.charCodeAt(length - 1);
  const first = classOf(firstUnit);
  const last = classOf(lastUnit);
  const commas = counts[Class.comma]!;
  const spaces = counts[Class.space]!;
  const stops =
    counts[Class['full stop']]! +
    counts[Class['exclamation mark']]! +
    counts[Class['question mark']]! +
    counts[Class.semicolon]!;
  told[count++] = names.always;
  told[count++] = names.length + size;
  told[count++] = names.last + last;
  told[count++] = names.first + first;
  told[count++] = names.commas + few.of(commas);
  told[count++] = names.spaces + few.of(spaces);
  told[count++] = names.sentences + few.of(stops);
  if (commas > 0 && spaces === 0) told[count++] = names.commasOnly + size;
  if (spaces > 0 && commas === 0 && stops === 0) told[count++] = names.spacesOnly + size;
  if (counts[Class['enumeration comma']]! > 0) told[count++] = names.enumeration;
  const latin = counts[Class.Latin]!;
  if (latin > 0) told[count++] = latin * 2 > length ? names.mostlyLatin : names.someLatin;
  const digits = counts[Class.digit]!;
  if (digits > 0) told[count++] = digits * 3 > length ? names.mostlyDigits : names.someDigits;
  if (counts[Class.colon]! > 0) told[count++] = names.colon;
  if (open !== 0) told[count++] = open > 0 ? names.unclosed : names.unopened;
  else if (counts[Class['opening quotation']]! > 0) told[count++] = names.quotation;
  const openingBrackets = counts[Class['opening bracket']]!;
  if (last === Class['closing bracket'] && bracketAtEnd.test(tight)) {
    const isAll = first === Class['opening bracket'] && openingBrackets === 1;
    told[count++] = isAll ? names.bracketOnly : names.bracketLast;
    if (endsArticle(tight)) told[count++] = names.ending;
  }
  if (first === Class['opening bracket']) told[count++] = names.bracketFirst;
  if (counts[Class.dash]! > 0) {
    if (last === Class.dash) told[count++] = names.dashLast;
    else told[count++] = first === Class.dash ? names.dashFirst : names.dashInside;
  }
  if (listNumber.test(tight)) told[count++] = names.listNumber;
  const connective = connectiveOf(tight);
  if (connective !== '') told[count++] = names.connective + (connective.length > 1 ? 1 : 0);
  if (isColumnTitle(tight)) told[count++] = names.column;
  if (isName(tight)) told[count++] = names.name + (spaces > 0 ? 1 : 0);
  if (startsWithDateline(tight)) told[count++] = names.dateline;
  if (startsWithLead(tight)) told[count++] = names.lead;
  const head = tight.slice(0, edge);
  if (startsAsCaption(head)) told[count++] = names.caption;
  if (startsAsNotice(head)) told[count++] = names.notice;
  told[count++] = names.functionCharacters + shares.of((functionCharacters / length) * 100);
  if (pieces.length > 1 && !isSetInLines) told[count++] = names.lines;
  const { startsParagraph, endsSentenceOpenly } = statistics();
  const start = startsParagraph(tight);
  if (start !== 0) told[count++] = names.start + ratios.of(start);
  const openEnd = endsSentenceOpenly(tight);
  if (openEnd !== 0) told[count++] = names.openEnd + ratios.of(openEnd);
  const lastPlace = tellingPlaces[lastUnit] ?? 0;
  if (lastPlace > 0) told[count++] = names.lastCharacter + lastPlace - 1;
  const firstPlace = tellingPlaces[firstUnit] ?? 0;
  if (firstPlace > 0) told[count++] = names.firstCharacter + firstPlace - 1;
  return count;
}
