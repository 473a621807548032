import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { type Figure, type PlacedPage, placeOf, type Reading, readingsOf, resolveDate } from '../../newspaper/index.ts';
import { offsetIn, pagesIn, positionOf } from '../convert.ts';
import { issueDateOf } from '../issueDate.ts';
import type { Feature } from '../session.ts';
import { language } from '../translate.ts';

/** The value in full behind each figure of the range that is not printed in full: 2.56万人 25,600. Off unless the reader wants it. */
export const inlayHint: Feature<InlayHintParams, InlayHint[]> = (dump, { range }, session) => {
  if (!session.settings.inlayHints || !session.settingsOf(dump.uri).enable) return [];
  const issueDate = issueDateOf(dump, session);
  return pagesIn(dump.issue, range).flatMap((placed) => {
    const from = offsetIn(placed, range.start);
    const to = offsetIn(placed, range.end);
    return readingsOf(placed.page)
      .filter(({ pieces }) =>
        pieces.some(({ block }) => placed.page.blocks[block]!.start <= to && from <= placed.page.blocks[block]!.end),
      )
      .flatMap((reading) => hintsOf(placed, reading, issueDate, from, to));
  });
};

function hintsOf(
  placed: PlacedPage,
  reading: Reading,
  issueDate: string | undefined,
  from: number,
  to: number,
): InlayHint[] {
  return reading.figures.flatMap((figure): InlayHint[] => {
    const label = inFull(figure, reading.text.slice(figure.start, figure.end), issueDate);
    if (label === undefined) return [];
    // a figure that a seam goes through ends behind it
    const { end } = placeOf(placed.page, reading, figure.end - 1, figure.end);
    return end < from || end > to ? [] : [{ position: positionOf(placed, end), label, paddingLeft: true }];
  });
}

/** So small a number is as plain in characters as in digits: 三家 needs no 3. */
const plainInCharacters = 10;

/** What a figure means in full; undefined where that is printed, or where it says nothing that can be filled in. */
function inFull({ kind, value }: Figure, printed: string, issueDate: string | undefined): string | undefined {
  if (kind === 'ordinal' || kind === 'duration' || value === null) return undefined;
  if (typeof value === 'string') {
    const resolved = issueDate !== undefined && value.includes('X') ? resolveDate(value, issueDate) : undefined;
    // the hour is printed
    return resolved?.replace(/T[^/]*/gu, '').replace('/', ' – ');
  }
  const numbers = [value].flat().filter((item) => typeof item === 'number');
  const digits = halfWidth(printed);
  if (numbers.every((number) => digits.includes(String(Math.abs(number))))) return undefined;
  const inUnits = kind === 'percent' || kind === 'fraction';
  if (!inUnits && numbers.every((number) => Number.isInteger(number) && Math.abs(number) <= plainInCharacters)) {
    return undefined;
  }
  const format = new Intl.NumberFormat(language(), { maximumFractionDigits: 6 });
  return `${numbers.map((number) => format.format(number)).join('–')}${kind === 'percent' ? '%' : ''}`;
}

/** The digits of a figure as they are in plain ASCII, without what groups them. */
function halfWidth(printed: string): string {
  return printed
    .normalize('NFKC')
    .replace(/(?<=\d)[, ](?=\d{3})/gu, '')
    .replace(/\.0+(?!\d)|(?<=\.\d+)0+(?!\d)/gu, '');
}
