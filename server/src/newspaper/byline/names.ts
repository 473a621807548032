import { creditedIn } from '../press/personLine.ts';
import { isName } from '../press/read.ts';
import type { Span } from '../text/span.ts';
import { fromDesk, longPlaceBehind, placeBehind } from './words.ts';

/** A reporter's name in a byline, a dateline or a credit. Offsets in the text that was read. */
export interface ReporterName {
  /** Without the space that sets a short name wide. */
  readonly name: string;
  readonly span: Span;
}

/** Bylines stand at the beginning or the end of a paragraph; what lies between is the news. */
const reach = 48;
/** Who writes: names follow. */
const writer =
  /(?:记者|記者|通讯员|通訊員|特派员|特派員|编译|編譯|撰稿人|撰文|作者|执笔|執筆|采写|採訪|摄影|攝影|[文图圖]\s?[/／:：|｜])[:：/／]?/gu;
/** A report that names who wrote it, and from where, without a word for it: `【林小溪／青石報導】`. */
const bare = new RegExp(`^[【〔(（［[]?(?=\\p{sc=Han}{2,4}(?:、\\p{sc=Han}{2,4}){0,3}${fromDesk})`, 'u');
/** What may stand between two names, and what may stand behind the last. */
const between = /^[\s　、,，/／]+/u;
const behind = new RegExp(
  `^(?:$|[\\s　、,，/／╱)）】〕\\]。:：；;]|(?:综合|聯合|联合)?报道|報導|報道|摄|攝|文|图|圖|电|電|讯|訊|从|從|在|专|專|${placeBehind})`,
  'u',
);
/** What may stand behind a name, the more telling first. */
const followers = [new RegExp(`^${longPlaceBehind}`, 'u'), behind];
const desk = new RegExp(`^${fromDesk}`, 'u');
/** The words that stand between reporter and correspondent: `记者 张三 通讯员 李四`. */
const further = /^(?:通讯员|通訊員|实习生|實習生|见习记者|实习记者|本报记者|记者|記者)[\s　:：]*/u;

/**
 * The names of those who wrote a paragraph. `whole` says that the paragraph is a byline as such, so that a name may
 * stand in it alone.
 */
export function readNames(text: string, whole = false): readonly ReporterName[] {
  const credited = whole ? creditedIn(text) : undefined;
  if (credited !== undefined) return credited.names;
  if (whole && text.length <= reach) {
    const alone = namesFrom(text, 0);
    if (alone.length > 0) return alone;
  }
  const head = text.slice(0, reach);
  const tailAt = Math.max(head.length, text.length - reach);
  return [...namesIn(head, 0), ...(tailAt < text.length ? namesIn(text.slice(tailAt), tailAt) : [])];
}

function namesIn(text: string, offset: number): ReporterName[] {
  const names: ReporterName[] = [];
  let covered = 0;
  const addFrom = (from: number): void => {
    for (const { name, span } of namesFrom(text, from)) {
      names.push({ name, span: { start: span.start + offset, end: span.end + offset } });
      covered = span.end;
    }
  };
  const opening = offset === 0 ? bare.exec(text) : null;
  if (opening !== null) addFrom(opening[0].length);
  for (const match of text.matchAll(writer)) if (match.index >= covered) addFrom(match.index + match[0].length);
  return names;
}

/** The names that stand one behind the other from `from` on. */
function namesFrom(text: string, from: number): ReporterName[] {
  const names: ReporterName[] = [];
  let at = from + (/^[\s　:：(（]*/u.exec(text.slice(from))?.[0].length ?? 0);
  for (;;) {
    at += further.exec(text.slice(at))?.[0].length ?? 0;
    const name = nameAt(text, at);
    if (name === undefined) return names;
    names.push(name);
    const rest = text.slice(name.span.end);
    const gap = between.exec(rest);
    if (gap === null || desk.test(rest)) return names;
    at = name.span.end + gap[0].length;
  }
}

/** The longest name that begins at `at` and is followed by what can follow a name. */
function nameAt(text: string, at: number): ReporterName | undefined {
  // a name of two characters is set as wide as its neighbours of three: 靳 博
  const wide = /^(\p{sc=Han})[\s　]{1,2}(\p{sc=Han})/u.exec(text.slice(at, at + 4));
  if (wide !== null) {
    const name = wide[1]! + wide[2]!;
    const end = at + wide[0].length;
    if (isName(name) && behind.test(text.slice(end))) return { name, span: { start: at, end } };
  }
  for (const follower of followers) {
    for (let length = 4; length >= 2; length--) {
      const name = text.slice(at, at + length);
      if (name.length === length && isName(name) && follower.test(text.slice(at + length))) {
        return { name, span: { start: at, end: at + length } };
      }
    }
  }
  return undefined;
}
