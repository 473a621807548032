import { isNumeral, unitAt } from './characters.ts';
import { CURRENCY_PREFIXES } from './data/currencies.ts';
import { wordList } from './data/variants.ts';
import { tidy } from './duration.ts';
import type { Figure, FigureValue } from './figure.ts';
import { Lexicon } from './lexicon.ts';
import { readNumeral } from './numeral.ts';
import { first, skipSpaceBack, third } from './scratch.ts';
import { shorthandDigit, shorthandLength } from './shorthand.ts';
import { findSuffix, type Suffix, suffixLength } from './suffix.ts';
import { complete } from './surroundings.ts';

const currencyPrefixes = new Lexicon<string>(
  () => CURRENCY_PREFIXES.flatMap(([names, code]) => wordList(names).map((word) => [word, code] as const)),
  true,
);

/** The ISO 4217 code of the sign or name of a currency that stands right before `start`, and where that begins. */
export function currencyBefore(
  text: string,
  start: number,
  floor: number,
): { readonly code: string; readonly start: number } | undefined {
  const end = skipSpaceBack(text, start);
  const prefix = currencyPrefixes.longestBefore(text, end);
  if (prefix === 0) return undefined;
  const begin = end - currencyPrefixes.length(prefix);
  return begin < floor ? undefined : { code: currencyPrefixes.value(prefix), start: begin };
}

/** 元 with 角 and 分 behind it; 三块五. */
export function withCurrency(
  text: string,
  start: number,
  unitEnd: number,
  suffix: Suffix,
  floor: number,
): Figure | undefined {
  const scale = suffix.factor;
  let amount = tidy(first.value * scale);
  const more = first.more;
  const high = first.high;
  const indefinite = first.indefinite;
  let end = unitEnd;
  let lowest = scale;
  if (Number.isNaN(high)) {
    while (lowest > 0.01 && isNumeral(unitAt(text, end))) {
      if (!readNumeral(text, end, third) || third.value >= 100 || third.decimal) break;
      const subunit = findSuffix(text, third.end);
      if (
        subunit !== undefined &&
        subunit.kind === 'money' &&
        subunit.factor < lowest &&
        (subunit.code === suffix.code || subunit.factor < 1)
      ) {
        amount = tidy(amount + third.value * subunit.factor);
        end = third.end + suffixLength();
        lowest = subunit.factor;
        continue;
      }
      if (unitAt(text, third.end) === 0x5206 && suffix.code === 'CNY' && third.value < 10) {
        amount = tidy(amount + third.value * 0.01);
        end = third.end + 1;
      } else if (
        lowest === 1 &&
        '块塊'.includes(text.charAt(end - 1)) &&
        shorthandDigit(text, end) &&
        shorthandLength() === 1
      ) {
        amount = tidy(amount + third.value / 10);
        end++;
      }
      break;
    }
  }
  const value: FigureValue = indefinite ? null : Number.isNaN(high) ? amount : [amount, tidy(high * scale)];
  return complete(text, start, end, floor, 'money', value, suffix.code, more);
}
