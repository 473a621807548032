import { classOf, DIGIT, isNumeral, LETTER, unitAt } from './characters.ts';
import { rangeLength } from './context.ts';
import { tidy } from './duration.ts';
import type { Figure, FigureValue } from './figure.ts';
import { readNumeral, skipSpaces } from './numeral.ts';
import { thousandsSuffix } from './percent.ts';
import { first, second, third } from './scratch.ts';
import { findSuffix } from './suffix.ts';
import { complete } from './surroundings.ts';

/** 五分之二, 百分之三, 一又二分之一, 2/3. */
export function readFraction(text: string, start: number, floor: number): Figure | undefined {
  const { value, bare, decimal, arabic, end } = first;
  let whole = 0;
  let over = value;
  let powered = bare || (value >= 1e5 && unitAt(text, start) === 0x5341);
  let position = skipSpaces(text, end);
  if (unitAt(text, end) === 0x2f) {
    if (!arabic || decimal || classOf(unitAt(text, end + 1)) !== DIGIT || !readNumeral(text, end + 1, second))
      return undefined;
    const next = unitAt(text, second.end);
    if (text.charAt(second.end) === '决' || text.charAt(second.end) === '決') return undefined;
    if (
      second.decimal ||
      second.scaled ||
      value >= second.value ||
      second.value > 100 ||
      next === 0x2f ||
      classOf(next) === LETTER
    )
      return undefined;
    if (value === 0 || text.charAt(start - 1) === '/' || findSuffix(text, second.end)?.kind === 'duration')
      return undefined;
    return complete(text, start, second.end, floor, 'fraction', value / second.value, undefined, false);
  }
  if (unitAt(text, position) === 0x53c8) {
    position = skipSpaces(text, position + 1);
    if (!isNumeral(unitAt(text, position)) || !readNumeral(text, position, second)) return undefined;
    whole = value;
    over = second.value;
    powered = false;
    position = skipSpaces(text, second.end);
  }
  if (unitAt(text, position) !== 0x5206) return undefined;
  position = skipSpaces(text, position + 1);
  if (unitAt(text, position) !== 0x4e4b) return undefined;
  position = skipSpaces(text, position + 1);
  if (!isNumeral(unitAt(text, position)) || !readNumeral(text, position, second) || over === 0) return undefined;
  const more = second.more && second.plainEnd !== second.end;
  let top = second.value;
  let stop = second.end;
  const thousands = thousandsSuffix(text, stop);
  if (thousands > 0 && second.arabic) {
    top *= 1000;
    stop++;
  }
  if (!powered) return complete(text, start, stop, floor, 'fraction', whole + top / over, undefined, more);
  const high = second.high;
  const joint = rangeLength(text, stop);
  const low = tidy((top * 100) / over);
  if (
    joint > 0 &&
    isNumeral(unitAt(text, stop + joint)) &&
    readNumeral(text, stop + joint, third) &&
    third.value > top
  ) {
    if (findSuffix(text, third.end)?.kind !== 'count') {
      return complete(
        text,
        start,
        third.end,
        floor,
        'percent',
        [low, tidy((third.value * 100) / over)],
        '%',
        third.more,
      );
    }
  }
  const percent: FigureValue = Number.isNaN(high) ? low : [low, tidy((high * 100) / over)];
  return complete(text, start, stop, floor, 'percent', percent, '%', more);
}
