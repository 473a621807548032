import { amount, before, type Check, comparable, type Sentence, sum } from './check.ts';

/** Longest text between two entries of a list, in characters: a place and a conjunction. */
const entryGap = 16;
/** So short are the gaps of a list of places and numbers that is surely complete. */
const placeGap = 7;

/**
 * A whole followed by the list of its parts: `94例病例中，甲市23例、乙市14例…`, `30例（甲市8例，乙市5例…）`. A list of at
 * least three entries with nothing but names between them must make up the whole, unless 其中 says that it names some.
 */
export function checkLists(sentence: Sentence): readonly Check[] {
  const checks: Check[] = [];
  const { figures, all, text } = sentence;
  for (let place = 0; place + 2 < figures.length + 0; place++) {
    const whole = all[figures[place]!]!;
    const value = amount(whole);
    if (value === undefined || whole.bound !== undefined) continue;
    const opening = before(sentence, place + 1);
    const among = /^[^，,；;。、]{0,12}(?<!其)中[，,：:有]?/u.test(opening);
    const bracket = /^[^，,；;。、]{0,4}[（(](?!其中|含|包括)/u.test(opening);
    if (!among && !bracket) continue;
    const parts: number[] = [];
    let widest = 0;
    const closing = bracket ? closingBracket(text, whole.end, sentence.end) : sentence.end;
    for (let next = place + 1; next < figures.length; next++) {
      const part = all[figures[next]!]!;
      const gap = next === place + 1 ? 0 : before(sentence, next).length;
      if (part.start > closing || amount(part) === undefined || part.bound !== undefined || !comparable(whole, part))
        break;
      if (gap > entryGap || /其中|[；;]|累计|比|同比/u.test(next === place + 1 ? '' : before(sentence, next))) break;
      widest = Math.max(widest, gap);
      parts.push(figures[next]!);
    }
    if (parts.length < 2) continue;
    const made = sum(parts.map((part) => amount(all[part]!)!));
    const holds = made === value;
    const last = all[parts.at(-1)!]!;
    const complete = parts.length >= 3 && widest <= placeGap && endsList(text.slice(last.end, sentence.end), bracket);
    if (holds || complete) checks.push({ kind: 'list', total: figures[place]!, parts, holds, made });
  }
  return checks;
}

/** A list ends with its sentence or bracket; 等 says that it goes on unsaid. */
function endsList(rest: string, bracket: boolean): boolean {
  return bracket
    ? /^[^，,、]{0,4}[）)]/u.test(rest) && !/^[^）)]*等/u.test(rest)
    : /^(?:病例)?[。；;！!？?]/u.test(rest);
}

function closingBracket(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (text[i] === '）' || text[i] === ')') return i;
  return end;
}

const drawn =
  /(?:共计|合计|总计|總計|共計|合計|一共|总共|總共|总数(?:达|为)?|累计共?|共)(?:有|为|達|达|约)?[^，,；;。、]{0,6}$/u;
const explicit = /(?:连同|連同|加上|再加)/u;

/** Summands and their sum: `550万元，连同…40万元共计590万元`. Only what the sentence adds up in so many words must hold. */
export function checkSums(sentence: Sentence): readonly Check[] {
  const checks: Check[] = [];
  const { figures, all } = sentence;
  for (let place = 2; place < figures.length; place++) {
    const total = all[figures[place]!]!;
    const value = amount(total);
    if (value === undefined || !drawn.test(before(sentence, place))) continue;
    const parts: number[] = [];
    let added = false;
    for (let earlier = place - 1; earlier >= 0; earlier--) {
      const part = all[figures[earlier]!]!;
      if (amount(part) === undefined || part.bound !== undefined || !comparable(total, part)) break;
      parts.unshift(figures[earlier]!);
      const between = earlier > 0 ? before(sentence, earlier) : '';
      added ||= explicit.test(between);
      if (parts.length < 2) continue;
      const made = sum(parts.map((index) => amount(all[index]!)!));
      if (made === value) {
        checks.push({ kind: 'sum', total: figures[place]!, parts: [...parts], holds: true, made });
        break;
      }
      if (added && parts.length === 2 && total.bound === undefined && total.kind === 'money') {
        checks.push({ kind: 'sum', total: figures[place]!, parts: [...parts], holds: false, made });
        break;
      }
    }
  }
  return checks;
}
