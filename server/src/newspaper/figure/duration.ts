import { isNumeral, unitAt } from './characters.ts';
import { newNumeral, readNumeral } from './numeral.ts';
import { findSuffix, type Suffix, suffix, suffixLength } from './suffix.ts';

/** Amounts of years, months, weeks, days, hours, minutes, seconds in the order in which ISO 8601 writes them. */
const DESIGNATORS: readonly string[] = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS'];

/** What half of each designator is, as amounts of the next ones that news print: half a year is six months. */
const HALVES: readonly (readonly [designator: number, amount: number])[] = [
  [1, 6],
  [3, 15],
  [3, 3.5],
  [4, 12],
  [5, 30],
  [6, 30],
  [6, 0.5],
];

const HALF = 0x534a;
const AGAIN = 0x53c8;
const ZERO = 0x96f6;

const numeral = newNumeral();
const amounts = new Float64Array(DESIGNATORS.length);

let durationEnd = 0;

/** Where the duration that {@link composeDuration} wrote last ends. */
export function endOfDuration(): number {
  return durationEnd;
}

/** Writes `amount` of the unit as an ISO 8601 duration. */
export function formatDuration(amount: number, unit: Suffix): string {
  const number = tidy(amount * unit.factor);
  return unit.code.charCodeAt(0) === 0x54 ? `PT${number}${unit.code.charAt(1)}` : `P${number}${unit.code}`;
}

/** Half of a unit (半年) as an ISO 8601 duration. */
export function formatHalf(unit: Suffix): string {
  amounts.fill(0);
  addHalf(DESIGNATORS.indexOf(unit.code), unit.factor);
  return formatAmounts();
}

/**
 * A duration that goes on behind its first number and unit, which end at `end`: with half a unit (一年半), or with a
 * smaller unit (8天20小时, 一年又一个月). {@link endOfDuration} says where it ends. `half`: 个半 stood between (一个半小时).
 */
export function composeDuration(text: string, amount: number, unit: Suffix, end: number, half: boolean): string {
  let level = DESIGNATORS.indexOf(unit.code);
  let position = end;
  if (!half && !continues(text, position)) {
    durationEnd = end;
    return formatDuration(amount, unit);
  }
  amounts.fill(0);
  amounts[level] = amount * unit.factor;
  if (half) addHalf(level, unit.factor);
  while (level < DESIGNATORS.length - 1) {
    if (!half && unitAt(text, position) === HALF && !isHalfWord(text, position)) {
      addHalf(level, 1);
      position++;
      break;
    }
    let next = position;
    if (unitAt(text, next) === AGAIN || unitAt(text, next) === ZERO) next++;
    if (!isNumeral(unitAt(text, next)) || !readNumeral(text, next, numeral) || numeral.more || numeral.indefinite)
      break;
    let smaller = findSuffix(text, numeral.end);
    let size = suffixLength();
    if (smaller === undefined || smaller.kind !== 'duration') {
      const letter = text.charAt(numeral.end);
      // 5分30秒, 8天20时
      if (letter === '分' && level === 4) smaller = MINUTES;
      else if ((letter === '时' || letter === '時') && level === 3) smaller = HOURS;
      else break;
      size = 1;
    }
    const at = DESIGNATORS.indexOf(smaller.code);
    if (at <= level) break;
    amounts[at] = numeral.value * smaller.factor;
    position = numeral.end + size;
    level = at;
  }
  durationEnd = position;
  return formatAmounts();
}

/** Hours written 时, minutes written 分: only where a larger unit stands before. */
const HOURS: Suffix = suffix('duration', 'TH', 1);
export const MINUTES: Suffix = suffix('duration', 'TM', 1);

function continues(text: string, position: number): boolean {
  const unit = unitAt(text, position);
  return unit === HALF || unit === AGAIN || isNumeral(unit);
}

/** Whether 半 opens a word of its own: 3天半价, 两年半数 */
function isHalfWord(text: string, position: number): boolean {
  const next = text.charAt(position + 1);
  return next !== '' && '价價数數夜路途决決场場径徑岛島程年天个個月小导導封公'.includes(next);
}

function addHalf(level: number, factor: number): void {
  const half = HALVES[level]!;
  if (factor === 1) amounts[half[0]] = amounts[half[0]]! + half[1];
  else amounts[level] = amounts[level]! + factor / 2;
}

function formatAmounts(): string {
  let date = 'P';
  let time = '';
  for (let i = 0; i < DESIGNATORS.length; i++) {
    const amount = amounts[i]!;
    if (amount === 0) continue;
    const designator = DESIGNATORS[i]!;
    if (designator.length === 1) date += tidy(amount) + designator;
    else time += tidy(amount) + designator.charAt(1);
  }
  return time === '' ? date : `${date}T${time}`;
}

/** A product as the decimal number that it stands for: 0.1 × 3 is 0.3. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
