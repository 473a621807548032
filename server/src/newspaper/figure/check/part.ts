import { amount, before, type Check, comparable, type Sentence } from './check.ts';

const growth = /增|降|减|減|比|超|较|較|涨|漲|达到?原/u;

/** `whole，其中 part`: a part that exceeds the whole it is part of. Growth figures are no wholes. */
export function checkParts(sentence: Sentence): readonly Check[] {
  const { figures, all } = sentence;
  const checks: Check[] = [];
  for (let place = 1; place < figures.length; place++) {
    if (!/其中[^。；;]{0,24}$/u.test(before(sentence, place))) continue;
    const part = all[figures[place]!]!;
    const whole = all[figures[place - 1]!]!;
    const [some, most] = [amount(part), amount(whole)];
    if (some === undefined || most === undefined || part.bound !== undefined || whole.bound !== undefined) continue;
    if (part.unit !== whole.unit || !comparable(whole, part)) continue;
    if (growth.test(before(sentence, place)) || growth.test(before(sentence, place - 1))) continue;
    if (some > most) {
      checks.push({ kind: 'part', total: figures[place - 1]!, parts: [figures[place]!], holds: false, made: some });
    }
  }
  return checks;
}
