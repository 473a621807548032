import type { Figure } from '../figure.ts';
import { amount, before, type Check, comparable, type Sentence } from './check.ts';

/**
 * `80家中有52家，占65%`, `由40家增至52家，增长30%`, `52家，增加12家，增长30%`: confirmed where the two figures before a
 * percentage make it; nothing is held against it otherwise, since what it is a percentage of may stand elsewhere.
 */
export function checkPercentages(sentence: Sentence): readonly Check[] {
  const { figures, all, text } = sentence;
  const checks: Check[] = [];
  for (let place = 2; place < figures.length; place++) {
    const percentage = all[figures[place]!]!;
    if (percentage.kind !== 'percent' || typeof percentage.value !== 'number') continue;
    const parts = [figures[place - 2]!, figures[place - 1]!];
    const [a, b] = [all[parts[0]!]!, all[parts[1]!]!];
    const [x, y] = [amount(a), amount(b)];
    if (x === undefined || y === undefined || x <= 0 || y <= 0 || !comparable(a, b)) continue;
    const cue = before(sentence, place);
    const printed = text.slice(percentage.start, percentage.end);
    const confirm = (kind: 'share' | 'growth', ...candidates: readonly number[]) => {
      const made = candidates.find((candidate) => isPrinted(percentage, printed, candidate));
      if (made !== undefined) checks.push({ kind, total: figures[place]!, parts, holds: true, made });
    };
    if (/占|率|比例|比重/u.test(cue)) confirm('share', (Math.min(x, y) / Math.max(x, y)) * 100);
    else if (/增|升|涨|漲|降|减|減|跌|翻|少|多/u.test(cue)) {
      const change = /增|升|涨|漲|多/u.test(before(sentence, place - 1)) ? y / (x - y) : y / (x + y);
      const isChange = /[增升涨漲降减減跌少多][^，,；;。]{0,4}$/u.test(before(sentence, place - 1));
      confirm('growth', (Math.abs(y - x) / x) * 100, ...(isChange && x > y ? [change * 100] : []));
    }
  }
  return checks;
}

/** Whether a percentage is what was worked out, rounded as it is printed, and on the side that its bound says. */
function isPrinted({ value, bound }: Figure, printed: string, made: number): boolean {
  const decimals = /[.．](\d+)/u.exec(printed)?.[1]?.length ?? 0;
  const above = made - (value as number);
  if (bound === '>' ? above <= 0 : bound === '<' ? above >= 0 : false) return false;
  return Math.abs(above) <= 0.5 * 10 ** -decimals + 1e-9;
}
