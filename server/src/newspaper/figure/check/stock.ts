import { amount, before, type Check, comparable, type Sentence, sum } from './check.ts';

const gone = /治愈|治癒|出院|死亡|解除|康复|康復/u;
const there = /现有|現有|尚有|仍有|尚在|在治|在院|正在/u;
const everything = /累计|累計|共有|总计|總計|总数|總數/u;
/** What is counted apart and belongs to no such sum. */
const apart = /疑似|无症状|無症狀|其中|重症|危重|新增|输入|輸入/u;

/** What a sentence says of a stock, by the places of its figures among all. */
export interface Stock {
  /** All so far; undefined where the sentence does not say it, or says several. */
  readonly total: number | undefined;
  readonly left: readonly number[];
  readonly present: readonly number[];
}

/** What a sentence says of all there were so far, those who left and those who are still there. */
export function stockIn(sentence: Sentence): Stock {
  const { figures, all, text } = sentence;
  const totals: number[] = [];
  const left: number[] = [];
  const present: number[] = [];
  for (const [place, index] of figures.entries()) {
    const figure = all[index]!;
    if (amount(figure) === undefined || figure.bound !== undefined) continue;
    const cue = clause(before(sentence, place)) + firstWords(text, figure.end, sentence.end);
    if (apart.test(cue)) continue;
    if (gone.test(cue)) left.push(index);
    else if (there.test(cue)) present.push(index);
    else if (everything.test(cue)) totals.push(index);
  }
  return { total: totals.length === 1 ? totals[0] : undefined, left, present };
}

/**
 * All so far = what has left + what is still there: `累计797人，已解除…913人，现有913人`. What is not named (a third way
 * out) can only make the parts too small, so parts that exceed the whole contradict it.
 */
export function checkStock(sentence: Sentence): readonly Check[] {
  const { all } = sentence;
  const { total, left, present } = stockIn(sentence);
  if (total === undefined || left.length === 0 || present.length !== 1) return [];
  const whole = all[total]!;
  const parts = [...left, ...present].sort((a, b) => a - b);
  if (!parts.every((part) => comparable(whole, all[part]!))) return [];
  const made = sum(parts.map((part) => amount(all[part]!)!));
  const holds = made === whole.value;
  return holds || made > amount(whole)! ? [{ kind: 'stock', total, parts, holds, made }] : [];
}

/** The last clause of what stands before a figure. */
function clause(text: string): string {
  return text.slice(
    Math.max(text.lastIndexOf('，'), text.lastIndexOf(','), text.lastIndexOf('；'), text.lastIndexOf(';')) + 1,
  );
}

/** What stands directly behind a figure, up to the clause's end. */
function firstWords(text: string, start: number, end: number): string {
  return /^[^，,；;。、]{0,12}/u.exec(text.slice(start, end))![0];
}
