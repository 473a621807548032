import { amount, before, type Check, comparable, longestList, type Sentence, sum } from './check.ts';
import { agrees, mayAgree } from './precision.ts';

/** Longest text between two entries of a list, in characters: a place and a conjunction. */
const entryGap = 16;
/** So short are the gaps of a list of names and numbers that is surely complete; those of places may be longer. */
const nameGap = 7;
const placeGap = 12;
const placeEnd = /[省市区區县縣州镇鎮乡鄉村]$/u;
/** Names of two parts that have nothing beside them. */
const halves = [
  ['省内', '省外'],
  ['市内', '市外'],
  ['境内', '境外'],
  ['国内', '国外'],
  ['男', '女'],
  ['城镇', '农村'],
] as const;

/** How a whole leads over to its parts. */
type Opening = 'among' | 'bracket' | 'some';

/** `94例病例中，`; `30例（`; `86艘，其中`, which says only that what follows is part of it. */
function openingOf(text: string): Opening | undefined {
  if (/^[^，,；;。、]{0,8}[，,（(：:]其中(?!.*(?:包含|包括))/u.test(text)) return 'some';
  if (/^[^，,；;。、]{0,12}(?<!其)中[，,：:有]?/u.test(text)) return 'among';
  return /^[^，,；;。、]{0,4}[（(](?!含|包括)/u.test(text) ? 'bracket' : undefined;
}

/**
 * A whole followed by the list of its parts: `94例病例中，甲市23例、乙市14例…`, `30例（甲市8例，乙市5例…）`. A list of at
 * least three entries (two in brackets) with nothing but names between them must make up the whole. One that 其中 opens
 * may only not exceed it, where no two entries can hold the same: places, or kinds of one thing (电动渡船, 手摇渡船); but
 * 省内 and 省外 make up the whole.
 */
export function checkLists(sentence: Sentence): readonly Check[] {
  const checks: Check[] = [];
  const { figures, all, text } = sentence;
  for (let place = 0; place + 2 < figures.length; place++) {
    const whole = all[figures[place]!]!;
    const value = amount(whole);
    if (value === undefined || whole.bound !== undefined || isRank(text, whole.start)) continue;
    const opening = openingOf(before(sentence, place + 1));
    if (opening === undefined) continue;
    const names: string[] = [];
    const parts: number[] = [];
    const closing = opening === 'bracket' ? closingBracket(text, whole.end, sentence.end) : sentence.end;
    for (let next = place + 1; next < figures.length && parts.length < longestList; next++) {
      const part = all[figures[next]!]!;
      const gap = before(sentence, next);
      if (part.start > closing || amount(part) === undefined || part.bound !== undefined) break;
      if (!comparable(whole, part) || isRank(text, part.start)) break;
      const first = next === place + 1;
      if (!first && (gap.length > entryGap || /其中|[；;]|累计|累計|比|另|对|對/u.test(gap))) break;
      names.push(
        first ? gap.slice(Math.max(gap.lastIndexOf('其中') + 2, gap.search(/[，,：:（(][^，,：:（(]*$/u) + 1)) : gap,
      );
      parts.push(figures[next]!);
    }
    if (parts.length < 2) continue;
    const made = sum(parts.map((part) => amount(all[part]!)!));
    const holds = agrees(sentence, whole, made);
    const last = all[parts.at(-1)!]!;
    const ends = endsList(text.slice(last.end, sentence.end), opening === 'bracket');
    const contradicts =
      ends &&
      names.slice(1).every((name) => name.length <= (placeEnd.test(name) ? placeGap : nameGap)) &&
      !mayAgree(sentence, whole, parts, made) &&
      (opening === 'some'
        ? (made > value && areApart(names) && isSole(sentence, place)) || areHalves(names)
        : parts.length >= 3 || (opening === 'bracket' && parts.every((part) => amount(all[part]!)! <= value)));
    if (holds || contradicts) checks.push({ kind: 'list', total: figures[place]!, parts, holds, made });
  }
  return checks;
}

/** Whether these are two parts that make up the whole by their names: 省内 and 省外. */
function areHalves(names: readonly string[]): boolean {
  const [one = '', other = ''] = names;
  return (
    names.length === 2 &&
    halves.some(([a, b]) => (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)))
  );
}

/** Whether a figure is the first of its sort in the sentence: 其中 behind several may mean any of them. */
function isSole({ figures, all }: Sentence, place: number): boolean {
  return !figures
    .slice(Math.max(0, place - longestList), place)
    .some((index) => comparable(all[index]!, all[figures[place]!]!));
}

/** The first so many (前3名), the third: no number of things that could be added up. So many each (每, 各) are not either. */
function isRank(text: string, start: number): boolean {
  return '前第每各'.includes(text.charAt(start - 1) || ' ');
}

/** Whether no two entries of these names can have something in common. */
function areApart(names: readonly string[]): boolean {
  const plain = names.map((name) => name.replace(/^[，,、]?(?:和|及|以及|有)?/u, '').replace(/(?:有|为|為|共)$/u, ''));
  if (plain.some((name) => name.length < 2) || new Set(plain).size < plain.length) return false;
  if (plain.length >= 3 && plain.every((name) => placeEnd.test(name))) return true;
  const head = plain[0]!.slice(-2);
  return plain.every((name) => name.length > 2 && name.endsWith(head));
}

/** A list ends with its sentence or bracket; 等 says that it goes on unsaid. */
function endsList(rest: string, bracket: boolean): boolean {
  return bracket
    ? /^[^，,、]{0,4}[）)]/u.test(rest) && !/^[^）)]*等/u.test(rest)
    : /^(?:病例)?[。；;！!？?]/u.test(rest);
}

/** Longest list in brackets, in characters. */
const longestBracket = 1000;

function closingBracket(text: string, from: number, end: number): number {
  for (let i = from; i < end && i < from + longestBracket; i++) if (text[i] === '）' || text[i] === ')') return i;
  return end;
}
