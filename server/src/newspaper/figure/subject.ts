import { isHan } from '../text/characters.ts';
import { unitAt } from './characters.ts';
import { HEAD_NOUNS, NO_PLACES, PLACE_ENDS, PLACES, PREDICATES } from './data/nouns.ts';
import { marked } from './data/variants.ts';
import type { Figure } from './figure.ts';
import { Lexicon } from './lexicon.ts';

const heads = new Lexicon<true>(marked(HEAD_NOUNS));
const headsBackward = new Lexicon<true>(marked(HEAD_NOUNS), true);
const predicates = new Lexicon<true>(marked(PREDICATES));
const predicatesBackward = new Lexicon<true>(marked(PREDICATES), true);
const places = new Lexicon<true>(marked(PLACES));
const noPlaces = new Lexicon<true>(marked(NO_PLACES), true);

/** Longest name of a thing counted, longest name of a place, and how far before a figure its place may stand. */
const LONGEST_SUBJECT = 24;
const LONGEST_UNKNOWN = 8;
const LONGEST_PLACE = 6;
const REACH = 60;
const CLAUSE_ENDS = '，,。；;：:！!？?、（）()“”"「」《》 　';
/** Verbs and prepositions of one character that a name of a place starts behind. */
const BEFORE_PLACE = '在于於从從向到至由为為是的有对對';
const SENTENCE_ENDS = '。！？!?';

interface Found {
  readonly subject: string | undefined;
  readonly place: string | undefined;
}

/**
 * The figures, those that count something given what they count and where, as far as the sentence says: the noun behind the
 * measure word or before the number, the place named before. In a list (沈阳市23例、大连市14例) what is counted is carried on;
 * a place holds until the sentence ends or names another. Slower than reading the figures, so it is for when it is asked for.
 */
export function readSubjects(text: string, figures: readonly Figure[]): readonly Figure[] {
  let previous: Figure | undefined;
  let carried: string | undefined;
  let place: string | undefined;
  return figures.map((figure) => {
    const from = previous?.end ?? 0;
    if (endsSentence(text, from, figure.start)) place = undefined;
    const here = findPlace(text, Math.max(from, figure.start - REACH), figure.start);
    place = here ?? place;
    const last = previous;
    previous = figure;
    if (!counts(figure)) return figure;
    const own = findSubject(text, figure, from, here);
    const continued = own ?? (last?.unit === figure.unit ? carried : undefined);
    carried = continued;
    return withFound(figure, { subject: continued, place });
  });
}

function counts({ kind, unit }: Figure): boolean {
  if (kind === 'date' || kind === 'interval' || kind === 'duration' || kind === 'ordinal') return false;
  return unit !== '岁' && unit !== '歲';
}

function withFound(figure: Figure, { subject, place }: Found): Figure {
  return { ...figure, ...(subject === undefined ? {} : { subject }), ...(place === undefined ? {} : { place }) };
}

function endsSentence(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (SENTENCE_ENDS.includes(text.charAt(i))) return true;
  return false;
}

/** The noun behind the figure, or where none stands there the noun before. */
function findSubject(text: string, figure: Figure, from: number, place: string | undefined): string | undefined {
  const behind = figure.kind === 'percent' || figure.kind === 'fraction' ? undefined : nounAt(text, figure.end);
  if (behind !== undefined) return behind;
  return opensNoun(text, figure.end) ? undefined : nounBefore(text, from, figure.start, place);
}

/** Whether a noun that we do not know stands at `position`: neither a boundary nor a verb. */
function opensNoun(text: string, position: number): boolean {
  return isHan(unitAt(text, position)) && predicates.longest(text, position) === 0;
}

/**
 * The name that starts at `position`: up to the first noun that may end one, or up to the end of a short clause.
 * Undefined where something else stands there.
 */
function nounAt(text: string, position: number): string | undefined {
  const start = text.charAt(position) === '的' ? position + 1 : position;
  let end = 0;
  let at = start;
  while (at < text.length && at < start + LONGEST_SUBJECT && isHan(unitAt(text, at))) {
    const head = heads.longest(text, at);
    if (head !== 0 && (heads.length(head) > 1 || closes(text, at + 1))) {
      end = at + heads.length(head);
      at = end;
      // 监测点 goes on where another noun follows at once
      if (heads.longest(text, end) === 0) return text.slice(start, end);
      continue;
    }
    const predicate = predicates.longest(text, at);
    if (predicate !== 0 && (at === start || end > 0)) break;
    if (predicate !== 0 && at - start <= LONGEST_UNKNOWN && at - start >= 2 && predicates.length(predicate) > 1) break;
    at++;
  }
  if (end > 0) return text.slice(start, end);
  // 58座泵站中，
  if (at > start && '中内內里裡'.includes(text.charAt(at - 1))) at--;
  return at - start >= 2 && at - start <= LONGEST_UNKNOWN ? text.slice(start, at) : undefined;
}

/** Whether a noun of one character ends at `position`: no Han character follows, or a verb. */
function closes(text: string, position: number): boolean {
  return !isHan(unitAt(text, position)) || predicates.longest(text, position) !== 0;
}

/** The name that ends right before `end`, verbs and adverbs between left out; it starts behind `start`. */
function nounBefore(text: string, start: number, end: number, place: string | undefined): string | undefined {
  let stop = end;
  while (stop > start && headsBackward.longestBefore(text, stop) === 0) {
    const predicate = predicatesBackward.longestBefore(text, stop);
    if (predicate === 0) break;
    stop -= predicatesBackward.length(predicate);
  }
  const head = headsBackward.longestBefore(text, stop);
  let begin = head === 0 ? stop : Math.max(start, stop - headsBackward.length(head));
  while (begin > start && stop - begin < LONGEST_SUBJECT && !CLAUSE_ENDS.includes(text.charAt(begin - 1))) {
    const predicate = begin < stop ? predicatesBackward.longestBefore(text, begin) : 0;
    if (predicate !== 0 && text.charAt(begin - 1) !== '的' && headsBackward.longestBefore(text, begin) === 0) break;
    begin--;
  }
  if (stop < start) return undefined;
  let name = text.slice(Math.max(begin, start), stop);
  if (place !== undefined && name.startsWith(place)) name = name.slice(place.length);
  return name.length >= 2 ? name : undefined;
}

/** The last place that is named between `start` and `end`. */
function findPlace(text: string, start: number, end: number): string | undefined {
  let found: string | undefined;
  for (let i = start; i < end; i++) {
    if (SENTENCE_ENDS.includes(text.charAt(i))) found = undefined;
    const known = places.longest(text, i);
    if (known !== 0 && i + places.length(known) <= end) {
      let stop = i + places.length(known);
      if (PLACE_ENDS.includes(text.charAt(stop) || ' ') && stop < end) stop++;
      found = text.slice(i, stop);
      i = stop - 1;
      continue;
    }
    if (!PLACE_ENDS.includes(text.charAt(i)) || noPlaces.longestBefore(text, i + 1) !== 0) continue;
    let begin = i;
    while (begin > start && i - begin < LONGEST_PLACE && isHan(unitAt(text, begin - 1))) {
      const predicate = predicatesBackward.longestBefore(text, begin);
      // 太和区 holds no 和
      if (
        predicate !== 0 &&
        (predicatesBackward.length(predicate) > 1 || BEFORE_PLACE.includes(text.charAt(begin - 1)))
      )
        break;
      begin--;
    }
    if (i - begin >= 2) found = text.slice(begin, i + 1);
  }
  return found;
}
