import {
  type FigureValue,
  type PlacedPage,
  placeOf,
  type Reading,
  readingsOf,
  readSubjects,
  resolveDate,
} from '../../newspaper/index.ts';
import type { Figure, FiguresParams } from '../../protocol.ts';
import { pagesIn, rangeOf, touches } from '../convert.ts';
import { issueDateOf } from '../issueDate.ts';
import type { Feature } from '../session.ts';

/** The figures of a dump, or of a part of it, in the order of the text. */
export const figures: Feature<FiguresParams, Figure[]> = (dump, { range }, session) => {
  const issueDate = issueDateOf(dump, session);
  return pagesIn(dump.issue, range).flatMap((placed) =>
    readingsOf(placed.page)
      .flatMap((reading) => answersOf(placed, reading, issueDate))
      .filter((figure) => range === undefined || touches(figure.range, range))
      .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character),
  );
};

function answersOf(placed: PlacedPage, reading: Reading, issueDate: string | undefined): Figure[] {
  const { text } = reading;
  return readSubjects(text, reading.figures).flatMap(({ start, end, kind, value, unit, bound, subject, place }) => {
    const answered = answerable(value);
    // a figure without a definite number (数十人) is shown to readers, but has no value to answer with
    if (answered === undefined) return [];
    const range = rangeOf(placed, placeOf(placed.page, reading, start, end));
    const figure: Figure = { range, text: text.slice(start, end), kind, value: answered };
    if (unit !== undefined) figure.unit = unit;
    if (bound !== undefined) figure.bound = bound;
    if (subject !== undefined) figure.subject = subject;
    if (place !== undefined) figure.place = place;
    if ((kind === 'date' || kind === 'interval') && typeof value === 'string' && issueDate !== undefined) {
      const resolved = resolveDate(value, issueDate);
      if (resolved !== undefined) figure.resolved = resolved;
    }
    return [figure];
  });
}

function answerable(value: FigureValue): Figure['value'] | undefined {
  if (value === null) return undefined;
  return typeof value === 'object' ? ([value[0], value[1]] as Figure['value']) : value;
}
