import { amount, before, type Check, comparable, type Sentence, sum } from './check.ts';
import { agrees, mayAgree } from './precision.ts';

const drawn =
  /(?:共计|合计|总计|總計|共計|合計|一共|总共|總共|总数(?:达|为)?|累计共?|共)(?:有|为|達|达|约)?[^，,；;。、]{0,6}$/u;
const explicit = /(?:连同|連同|加上|再加)/u;
/** So much for each of several is no summand. */
const each = /每/u;

/** Summands and their sum: `550万元，连同…40万元共计590万元`. Only what the sentence adds up in so many words must hold. */
export function checkSums(sentence: Sentence): readonly Check[] {
  const checks: Check[] = [];
  const { figures, all } = sentence;
  for (let place = 2; place < figures.length; place++) {
    const total = all[figures[place]!]!;
    if (amount(total) === undefined || !drawn.test(before(sentence, place))) continue;
    const parts: number[] = [];
    let added = false;
    for (let earlier = place - 1; earlier >= 0; earlier--) {
      const part = all[figures[earlier]!]!;
      const cue = before(sentence, earlier);
      if (amount(part) === undefined || part.bound !== undefined || !comparable(total, part) || each.test(cue)) break;
      parts.unshift(figures[earlier]!);
      if (parts.length < 2) {
        added = explicit.test(cue);
        continue;
      }
      const made = sum(parts.map((index) => amount(all[index]!)!));
      if (agrees(sentence, total, made)) {
        checks.push({ kind: 'sum', total: figures[place]!, parts: [...parts], holds: true, made });
        break;
      }
      if (added && parts.length === 2 && total.bound === undefined && !mayAgree(sentence, total, parts, made)) {
        checks.push({ kind: 'sum', total: figures[place]!, parts: [...parts], holds: false, made });
        break;
      }
    }
  }
  return checks;
}
