import type { Page } from '../page/page.ts';
import { amount, comparable, sum } from './check/check.ts';
import { sentencesIn } from './check/sentences.ts';
import { stockIn } from './check/stock.ts';
import { type Reading, readingsOf } from './reading.ts';

/** A figure of one of a page's readings. */
export interface Cited {
  readonly reading: Reading;
  readonly figure: number;
}

/** All so far, less those who left, is what another sentence of the article says is still there: 94例 − 5例 = 89名. */
export interface Flow {
  readonly all: Cited;
  readonly left: readonly Cited[];
  readonly present: Cited;
}

const known = new WeakMap<Page, readonly Flow[]>();

/** The stocks and flows of a page that agree across sentences; those that do not are no contradiction: days may differ. */
export function flowsOf(page: Page): readonly Flow[] {
  let flows = known.get(page);
  if (flows === undefined) {
    const readings = readingsOf(page);
    flows = page.articles.flatMap(({ blocks }) => {
      const own = new Set(blocks);
      return flowsIn(readings.filter(({ pieces, figures }) => figures.length > 0 && own.has(pieces[0]!.block)));
    });
    known.set(page, flows);
  }
  return flows;
}

function flowsIn(readings: readonly Reading[]): readonly Flow[] {
  const flows: Flow[] = [];
  let told: { readonly all: Cited; readonly left: readonly Cited[] } | undefined;
  for (const reading of readings) {
    const cite = (figure: number): Cited => ({ reading, figure });
    for (const sentence of sentencesIn(reading.text, reading.figures)) {
      const { total, left, present } = stockIn(sentence);
      for (const figure of told === undefined ? [] : present) {
        if (told !== undefined && areFlow(told.all, told.left, cite(figure)))
          flows.push({ ...told, present: cite(figure) });
      }
      if (total !== undefined && left.length > 0 && present.length === 0) {
        told = { all: cite(total), left: left.map(cite) };
      }
    }
  }
  return flows;
}

/** So small a stock may be the same by chance. */
const chance = 10;

function areFlow(all: Cited, left: readonly Cited[], present: Cited): boolean {
  const [whole, rest] = [figureOf(all), figureOf(present)];
  if (![...left.map(figureOf), rest].every((figure) => comparable(whole, figure))) return false;
  const stays = sum([amount(whole)!, ...left.map((cited) => -amount(figureOf(cited))!)]);
  return stays >= chance && stays === amount(rest);
}

/** The figure itself. */
export function figureOf({ reading, figure }: Cited): Reading['figures'][number] {
  return reading.figures[figure]!;
}
