import { amount, before, type Check, comparable, longestList, type Sentence, sum } from './check.ts';
import { agrees, mayAgree } from './precision.ts';

const drawn =
  /(?:共计|合计|总计|總計|共計|合計|合共|一共|总共|總共|总数(?:达|为)?|累计共?|共)(?:有|为|達|达|约)?[^，,；;。、]{0,6}$/u;
/** The sum of just what stands before: nothing but the word for it in between. */
const strictly = /^[^，,；;。]{0,8}[，,]?(?:共计|合计|总计|總計|共計|合計|合共)(?:有|为|為|达|達)?$/u;
const explicit = /(?:连同|連同|加上|再加)/u;
/** So much for each of several is no summand. */
const each = /[每各]/u;

/** Summands and their sum: `550万元，连同…40万元共计590万元`. Only what the sentence adds up in so many words must hold. */
export function checkSums(sentence: Sentence): readonly Check[] {
  return sentence.figures.flatMap((_, place) => checkSum(sentence, place) ?? []);
}

function checkSum(sentence: Sentence, place: number): Check | undefined {
  const { figures, all } = sentence;
  const total = all[figures[place]!]!;
  const cue = before(sentence, place);
  if (amount(total) === undefined || !drawn.test(cue)) return undefined;
  const parts = summands(sentence, place);
  for (let count = 1, made = 0; count <= parts.length; count++) {
    made = sum([made, amount(all[parts.at(-count)!]!)!]);
    if (count === 1 || !agrees(sentence, total, made)) continue;
    return { kind: 'sum', total: figures[place]!, parts: parts.slice(-count), holds: true, made };
  }
  const said = mustMakeUp(sentence, place, parts.length);
  if (said === 0 || total.bound !== undefined) return undefined;
  const last = parts.slice(-said);
  const made = sum(last.map((index) => amount(all[index]!)!));
  if (mayAgree(sentence, total, last, made)) return undefined;
  return { kind: 'sum', total: figures[place]!, parts: last, holds: false, made };
}

/** The figures of the same sort that stand before one, back to the first that cannot be added to them. */
function summands(sentence: Sentence, place: number): readonly number[] {
  const { figures, all } = sentence;
  const total = all[figures[place]!]!;
  let first = place;
  while (first > 0 && place - first < longestList) {
    const part = all[figures[first - 1]!]!;
    if (amount(part) === undefined || part.bound !== undefined || !comparable(total, part)) break;
    if (each.test(before(sentence, first - 1))) break;
    first--;
  }
  return figures.slice(first, place);
}

/** How many of the figures before one the sentence itself adds up to it; 0 where it does not say so. */
function mustMakeUp(sentence: Sentence, place: number, parts: number): number {
  const { figures, all } = sentence;
  if (parts < 2) return 0;
  if (explicit.test(before(sentence, place - 1))) return 2;
  const { unit } = all[figures[place]!]!;
  const chain = figures.slice(place - parts, place);
  if (!strictly.test(before(sentence, place)) || chain.some((index) => all[index]!.unit !== unit)) return 0;
  if (!areOneThing([...chain, figures[place]!].map((index) => nounBehind(sentence, index)))) return 0;
  // an inexact figure of the same sort before them may be a summand as well
  return figures.slice(Math.max(0, place - longestList), place - parts).some((index) => all[index]!.unit === unit)
    ? 0
    : parts;
}

/** What stands behind a figure, up to the next mark or summand: what it counts, where its unit does not say so. */
function nounBehind({ text, all, end }: Sentence, index: number): string {
  return /^[^，,、；;。（()）和及与與合共总總]*/u.exec(text.slice(all[index]!.end, end))![0];
}

/** Whether these nouns, some of which may be left out, name the same: 3个社区 and 14个村 do not make 70个出入口. */
function areOneThing(nouns: readonly string[]): boolean {
  const said = nouns.filter((noun) => noun !== '');
  return said.every((noun) => noun.slice(-2) === said[0]!.slice(-2));
}
