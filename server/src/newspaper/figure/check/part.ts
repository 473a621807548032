import { amount, before, type Check, comparable, longestList, type Sentence } from './check.ts';

const growth = /增|降|减|減|比|超|较|較|涨|漲|达到?原/u;
/** The whole closes its clause, and the next one says 其中 and names the part; not what the part itself consists of. */
const among = /^[^，,；;。、（(]{0,8}[，,（(：:]其中(?!.*(?:包含|包括|分为|分為|又))[^，,；;。]{0,16}$/u;

/**
 * `whole，其中 part`: a part that exceeds the whole it is part of. Only where the whole is the sole number of its sort
 * so far: behind several (58人遇难，5人失踪，其中56人) 其中 may mean any of them. Growth figures are no wholes.
 */
export function checkParts(sentence: Sentence): readonly Check[] {
  const { figures, all } = sentence;
  const checks: Check[] = [];
  for (let place = 1; place < figures.length; place++) {
    const opening = before(sentence, place);
    if (!among.test(opening)) continue;
    const part = all[figures[place]!]!;
    const whole = all[figures[place - 1]!]!;
    const [some, most] = [amount(part), amount(whole)];
    if (some === undefined || most === undefined || part.bound !== undefined || whole.bound !== undefined) continue;
    if (part.unit === undefined || part.unit !== whole.unit || some <= most) continue;
    if (figures.slice(Math.max(0, place - longestList), place - 1).some((index) => comparable(all[index]!, whole)))
      continue;
    if (growth.test(opening) || growth.test(before(sentence, place - 1))) continue;
    checks.push({ kind: 'part', total: figures[place - 1]!, parts: [figures[place]!], holds: false, made: some });
  }
  return checks;
}
