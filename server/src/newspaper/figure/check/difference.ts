import { amount, before, type Check, comparable, type Sentence, sum } from './check.ts';
import { agrees, mayAgree } from './precision.ts';

const from = /[从從由][^，,；;。]{0,16}$/u;
const to =
  /^[^，,；;。]{0,16}?(?:增|升|涨|漲|降|减|減|提高|扩大|擴大|缩短|縮短|跌|下调|下調|上调|上調)[^，,；;。]{0,6}[到至为為]$/u;
const change = /^[，,](?:净|淨|共)?(?:增|升|涨|漲|降|减|減|上升|下降|提高|多|少|缩短|縮短)[^，,；;。年月]{0,4}$/u;
const rest = /^[^；;。]{0,16}?(?:其余|其餘|余下|餘下|剩余|剩餘|剩下|还剩|還剩)[^，,；;。]{0,6}$/u;
/** `47人中有11人…，其余`: the rest is of just these. */
const within = /^[^，,；;。、]{0,8}(?<!其)中/u;

/**
 * `由40家增至52家，增加12家` and `50户，已脱贫38户，剩余12户`: what the one is more than the other. Both must hold, since
 * the sentence says so of these very figures; only a rest may be of a whole that is told elsewhere, unless it is of 50户中.
 */
export function checkDifferences(sentence: Sentence): readonly Check[] {
  const { figures, all } = sentence;
  const checks: Check[] = [];
  for (let place = 2; place < figures.length; place++) {
    const pair = [figures[place - 2]!, figures[place - 1]!];
    const [a, b, c] = [all[pair[0]!]!, all[pair[1]!]!, all[figures[place]!]!];
    const [x, y] = [amount(a), amount(b)];
    if (x === undefined || y === undefined || amount(c) === undefined) continue;
    if (!comparable(a, b) || !comparable(b, c) || [a, b, c].some(({ bound }) => bound !== undefined)) continue;
    const parts = x < y ? pair.toReversed() : pair;
    const made = sum([Math.max(x, y), -Math.min(x, y)]);
    const cue = before(sentence, place);
    const holds = agrees(sentence, c, made);
    if (change.test(cue) && from.test(before(sentence, place - 2)) && to.test(before(sentence, place - 1))) {
      const isWrong = a.unit === b.unit && b.unit === c.unit && !mayAgree(sentence, c, parts, made);
      if (holds || isWrong) checks.push({ kind: 'difference', total: figures[place]!, parts, holds, made });
    } else if (x > y && rest.test(cue)) {
      const isOfThese = within.test(before(sentence, place - 1)) && !mayAgree(sentence, c, parts, made);
      if (holds || isOfThese) checks.push({ kind: 'difference', total: figures[place]!, parts, holds, made });
    }
  }
  return checks;
}
