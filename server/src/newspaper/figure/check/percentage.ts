import { amount, before, type Check, comparable, type Sentence } from './check.ts';

/** `80家中有52家，占65%`: confirmed where the figures before a percentage make it; nothing is held against it otherwise. */
export function checkPercentages(sentence: Sentence): readonly Check[] {
  const { figures, all, text } = sentence;
  const checks: Check[] = [];
  for (let place = 2; place < figures.length; place++) {
    const percentage = all[figures[place]!]!;
    if (percentage.kind !== 'percent' || typeof percentage.value !== 'number') continue;
    const [first, second] = [figures[place - 2]!, figures[place - 1]!];
    const [a, b] = [all[first]!, all[second]!];
    const [x, y] = [amount(a), amount(b)];
    if (x === undefined || y === undefined || x <= 0 || y <= 0 || !comparable(a, b)) continue;
    const precision = decimals(text.slice(percentage.start, percentage.end));
    const close = (made: number) => Math.abs(made - (percentage.value as number)) <= 0.5 * 10 ** -precision + 1e-9;
    const cue = before(sentence, place);
    const share = (Math.min(x, y) / Math.max(x, y)) * 100;
    const rise = ((y - x) / x) * 100;
    if (/占|率|比例|比重/u.test(cue) && close(share)) {
      checks.push({ kind: 'share', total: figures[place]!, parts: [first, second], holds: true, made: share });
    } else if (/增|升|涨|漲|降|减|減|跌/u.test(cue) && (close(rise) || close(-rise))) {
      checks.push({ kind: 'growth', total: figures[place]!, parts: [first, second], holds: true, made: rise });
    }
  }
  return checks;
}

function decimals(text: string): number {
  return /[.．](\d+)/u.exec(text)?.[1]?.length ?? 0;
}
