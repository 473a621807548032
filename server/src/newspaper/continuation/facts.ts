import { type Paragraph, perParagraph } from '../page/paragraph.ts';
import { unitsOf } from '../text/characters.ts';
import { type LoneMark, readBalance } from './balance.ts';
import { evidence, type Kind } from './evidence.ts';
import type { EndMark } from './marks.ts';
import { type EndFacts, hasHan, isStopped, readEnd } from './openEnd.ts';
import { type Opening, readStart, type StartFacts, type StartMark } from './openStart.ts';
import { Scale, type Tables, type Witness } from './weigh.ts';

/** What a paragraph by itself says of its end and of its start. */
export interface ParagraphFacts {
  /** Undefined where it ends as sentences end, so that it is not taken for cut. */
  readonly end: EndFacts | undefined;
  readonly start: StartFacts;
  /** What {@link seeEnd} and {@link seeStart} weigh by each table, in nats. */
  readonly endAlone: number;
  readonly endLinked: number;
  readonly startAlone: number;
  readonly startLinked: number;
}

/** What a seam comes to. */
export interface Seam {
  /** How many characters at the start of the second paragraph repeat the end of the first. */
  readonly overlap: number;
  /** How probable it is that `overlap` is wrong where the link is right. */
  readonly doubt: number;
  /** What all else that is seen of it weighs by the table for links, in nats. */
  readonly linked: number;
}

/** Reads the two ends of paragraphs, each once for as long as it lives, and weighs them by tables of weights. */
export class Reader {
  readonly tables: Tables;
  readonly read: (paragraph: Paragraph) => ParagraphFacts;
  /** The seams of a paragraph with others behind it that are kept from one state of its page to the next. */
  readonly seamsOf: (paragraph: Paragraph) => WeakMap<Paragraph, Seam> = perParagraph(() => new WeakMap());

  constructor(tables: Tables) {
    this.tables = tables;
    const [ends, starts] = [new Scale(tables), new Scale(tables)];
    this.read = perParagraph(({ text }) => {
      const balance = readBalance(text);
      const end = isStopped(text) ? undefined : readEnd(text, balance);
      const start = readStart(text, balance);
      ends.begin();
      if (end !== undefined) seeEnd(text, end, start, ends);
      seeStart(text, start, end === undefined, starts.begin());
      return {
        end,
        start,
        endAlone: ends.alone,
        endLinked: ends.linked,
        startAlone: starts.alone,
        startLinked: starts.linked,
      };
    });
  }
}

/** Holds a number that may run away within what the weights were learned on. */
export function within(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

const endMarks: Readonly<Partial<Record<EndMark, Kind>>> = {
  closing: evidence['end.closing'],
  opening: evidence['end.opening'],
  colon: evidence['end.colon'],
  semicolon: evidence['end.semicolon'],
  comma: evidence['end.comma'],
  enumeration: evidence['end.enumeration'],
  dash: evidence['end.dash'],
  joiner: evidence['end.joiner'],
};
const leftOpen: Readonly<Record<Pair, Kind>> = {
  quote: evidence['end.openQuote'],
  bracket: evidence['end.openBracket'],
  title: evidence['end.openTitle'],
};

/** What there is to see of the end of a paragraph that does not end as sentences end. */
export function seeEnd(text: string, end: EndFacts, start: StartFacts, witness: Witness): void {
  witness.see(evidence.end, 1);
  const mark = endMarks[end.mark];
  if (mark !== undefined) witness.see(mark, 1);
  witness.see(evidence['end.openness'], within(-6, end.openness, 6));
  const fragment = within(-6, end.clauseOpenness, 6);
  witness.see(fragment > 0 ? evidence['end.fragment'] : evidence['end.clause'], fragment);
  if (end.looseness > 0) witness.see(evidence['end.scrap'], within(0, end.looseness, 6));
  if (end.open.length > 0) {
    for (const { mark, at } of lastOfEachPair(end.open))
      witness.see(at === 0 ? evidence['end.openFromStart'] : leftOpen[pairOf(mark)], 1);
  }
  if (end.hanging !== '') witness.see(evidence['end.hanging'], 1);
  if (end.number !== '') witness.see(evidence['end.number'], 1);
  if (end.measured !== '') witness.see(evidence['end.measured'], 1);
  if (end.latin) witness.see(evidence['end.latin'], 1);
  if (!hasHan(text, text.length - 16)) witness.see(evidence['end.foreign'], 1);
  if (end.signature !== undefined) witness.see(evidence['end.signature'], 1);
  const isMarked = start.mark === 'bullet' || start.opening === 'enumerator';
  if (isMarked && end.stops === 0) witness.see(evidence['end.bulleted'], 1);
  if (isLabelled(text, end)) witness.see(evidence['end.labelled'], 1);
  if (end.stops > 0) witness.see(evidence['end.innerStop'], 1);
  if (end.commas > 0) witness.see(evidence['end.innerComma'], 1);
  if (end.commas > 1) witness.see(evidence['end.innerCommas'], 1);
  if (end.length <= 3) witness.see(evidence['end.length3'], 1);
  else if (end.length <= 8) witness.see(evidence['end.length8'], 1);
  else if (end.length <= 16) witness.see(evidence['end.length16'], 1);
  else if (end.length <= 32) witness.see(evidence['end.length32'], 1);
  else if (end.length <= long) witness.see(evidence['end.length64'], 1);
  else witness.see(evidence['end.long'], excess(end.length));
}

/** A line such as 图片来源：… or 档案编号：…, with a label before its first colon, is up to so long, and the label too. */
const longestLabelled = 32;
const longestLabel = 10;

function isLabelled(text: string, { length, stops, commas }: EndFacts): boolean {
  if (length > longestLabelled || stops > 0 || commas > 0) return false;
  const at = text.search(/[：:]/);
  return at > 1 && at <= longestLabel && at < length - 1 && !attribution.test(text.slice(0, at));
}

/** How a clause ends that says who speaks, and how long such a clause is at most. */
const attribution = /[说說称稱指]$|表示|指出|介绍|介紹|认为|認為|强调|強調|透露|坦言|告诉|告訴|回忆|回憶|看来|看來/;
const longestAttribution = 30;
/** From this length on each doubling says more. */
const long = 64;

/** A logarithm of lengths, rounded so that a character more or less seldom makes a difference. */
function rounded(logarithm: number, steps: number): number {
  return Math.round(steps * logarithm) / steps;
}

/** About how long something is, in steps of an eighth; exact up to nine. */
export function roughLength(length: number): number {
  return lengthsByEighths[length] ?? rough(length, 8);
}

/** The same of a sentence, in steps of a quarter. */
export function roughSentence(length: number): number {
  return lengthsByQuarters[length] ?? rough(length, 4);
}

function rough(length: number, steps: number): number {
  return Math.exp(rounded(Math.log(Math.max(1, length)), steps));
}

/** Most clauses, sentences and paragraphs are shorter than this. */
const usualLengths = 512;
const lengthsByEighths = Float64Array.from({ length: usualLengths }, (_, length) => rough(length, 8));
const lengthsByQuarters = Float64Array.from({ length: usualLengths }, (_, length) => rough(length, 4));

/** How much longer than usual a text is, as a logarithm. */
function excess(length: number): number {
  return within(0, rounded(Math.log(length / long), 8), 2);
}

/** Stops of questions and calls, which are paragraphs of their own more often than statements are. */
const calls = unitsOf('！？!?﹗﹖');

const startMarks: Readonly<Partial<Record<StartMark, Kind>>> = {
  forbidden: evidence['start.forbidden'],
  quote: evidence['start.quote'],
  bracket: evidence['start.bracket'],
  bullet: evidence['start.bullet'],
  dash: evidence['start.dash'],
};
const openings: Readonly<Record<Opening, Kind>> = {
  dateline: evidence['start.dateline'],
  enumerator: evidence['start.enumerator'],
  caption: evidence['start.picture'],
};
const clauseMarks: Readonly<Partial<Record<EndMark, Kind>>> = {
  colon: evidence['start.firstColon'],
  enumeration: evidence['start.firstEnumeration'],
  semicolon: evidence['start.firstSemicolon'],
};
const closedUnopened: Readonly<Record<Pair, Kind>> = {
  quote: evidence['start.unopenedQuote'],
  bracket: evidence['start.unopenedBracket'],
  title: evidence['start.unopenedTitle'],
};

/** What there is to see of the beginning of a paragraph. `stopped`: it ends as sentences end. */
export function seeStart(text: string, start: StartFacts, stopped: boolean, witness: Witness): void {
  witness.see(evidence.start, 1);
  const mark = startMarks[start.mark];
  if (mark !== undefined) witness.see(mark, 1);
  const strangeness = within(-6, -start.paragraphStart, 6);
  witness.see(strangeness > 0 ? evidence['start.strange'] : evidence['start.usual'], strangeness);
  const fragment = within(-6, -start.clauseStart, 6);
  witness.see(fragment > 0 ? evidence['start.fragment'] : evidence['start.clause'], fragment);
  if (start.looseness > 0) witness.see(evidence['start.scrap'], within(0, start.looseness, 6));
  if (start.unopened.length > 0) {
    for (const { mark } of lastOfEachPair(start.unopened)) witness.see(closedUnopened[pairOf(mark)], 1);
  }
  if (start.number !== '') witness.see(evidence['start.number'], 1);
  if (start.measure !== '') witness.see(evidence['start.measure'], 1);
  if (start.leaning !== '') witness.see(evidence['start.leaning'], 1);
  if (!hasHan(text, 0, 16)) witness.see(evidence['start.foreign'], 1);
  if (start.lowerCase) witness.see(evidence['start.lowerCase'], 1);
  if (start.opening !== undefined) witness.see(openings[start.opening], 1);
  const { firstClause, clauseMark } = start;
  if (firstClause <= 2) witness.see(evidence['start.clause2'], 1);
  else if (firstClause <= 4) witness.see(evidence['start.clause4'], 1);
  else if (firstClause > 14) witness.see(evidence['start.clauseLong'], 1);
  if (isAttribution(text, firstClause)) witness.see(evidence['start.attribution'], 1);
  if (clauseMark === 'stop') {
    const calling = calls[text.charCodeAt(firstClause)] === 1;
    witness.see(calling ? evidence['start.firstCall'] : evidence['start.firstStop'], 1);
  } else {
    const behind = clauseMarks[clauseMark];
    if (behind !== undefined) witness.see(behind, 1);
  }
  if (start.length <= 8) witness.see(evidence['start.length8'], 1);
  else if (start.length <= 16) witness.see(evidence['start.length16'], 1);
  else if (start.length <= 32) witness.see(evidence['start.length32'], 1);
  else if (start.length > long) witness.see(evidence['start.long'], excess(start.length));
  if (!stopped) witness.see(evidence['start.unstopped'], 1);
}

const attributionEnds = unitsOf('说說称稱指示出绍紹为為调調露言诉訴忆憶来來');

/** Whether the first clause says who speaks. */
function isAttribution(text: string, firstClause: number): boolean {
  if (firstClause > longestAttribution || attributionEnds[text.charCodeAt(firstClause - 1)] !== 1) return false;
  return attribution.test(text.slice(Math.max(0, firstClause - 2), firstClause));
}

/** What a pair of marks is for. */
type Pair = 'quote' | 'bracket' | 'title';

function pairOf(mark: string): Pair {
  if ('《〈》〉＜＞'.includes(mark)) return 'title';
  return '（）()［］[]【】〔〕〖〗｛｝{}﹙﹚'.includes(mark) ? 'bracket' : 'quote';
}

function lastOfEachPair(marks: readonly LoneMark[]): Iterable<LoneMark> {
  if (marks.length < 2) return marks;
  return new Map(marks.map((lone) => [pairOf(lone.mark), lone])).values();
}
