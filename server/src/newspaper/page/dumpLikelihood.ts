import { gatherEvidence } from '../article/features.ts';
import { type KindName, kinds } from '../article/kind.ts';
import { assignRoles } from '../article/roles.ts';
import { lineStarts } from '../text/lines.ts';
import type { Role } from './block.ts';
import { readBlocks } from './blocks.ts';

/** What speaks for or against a text's being a newspaper dump; rules and clients put these into words. */
export type DumpSign =
  | 'datelines'
  | 'jumps'
  | 'pageLines'
  | 'bylines'
  | 'briefs'
  | 'repeatedHeadlines'
  | 'headlines'
  | 'noText'
  | 'chapters'
  | 'markup'
  | 'conversation';

/** How likely a text is a newspaper dump. */
export interface DumpLikelihood {
  /** 0 surely not … 1 surely; from 0.5 on it is worth an offer. */
  readonly score: number;
  /** What the score comes from, strongest first: how often it was found and how much it weighs (nats). */
  readonly reasons: readonly { readonly sign: DumpSign; readonly count: number; readonly weight: number }[];
}

/** Characters that are looked at: what a text is shows by then. */
const sample = 20_000;
/** What is to be overcome: most plain texts are no dumps. */
const doubt = -2.5;

/** What one find weighs, and the most that all of a kind weigh together. */
const signs: Readonly<Record<DumpSign, readonly [each: number, most: number]>> = {
  datelines: [1.6, 4.5],
  jumps: [2, 3],
  pageLines: [1.2, 2.4],
  bylines: [0.4, 1.2],
  briefs: [0.5, 1.5],
  repeatedHeadlines: [0.5, 1],
  headlines: [0.35, 1.8],
  noText: [-6, -6],
  chapters: [-1.5, -4.5],
  markup: [-0.8, -5],
  conversation: [-0.08, -2.5],
};

/** Headings of books, and marks of Markdown, HTML and code. */
const chapter = /^(?:第[\d０-９〇零一二三四五六七八九十百千]{1,5}[章回节節卷幕]|[Cc]hapter\s)/u;
const markup =
  /^(?:#{1,6}\s|```|\||<[a-z!/]|[-*]\s|>\s|\/\/|[{}]|\s*(?:import|export|const|let|function|def|class)\s)|\]\(|[;{]$/u;
/** Shorter speeches are those of stories, not of reports. */
const speech = /^[“「][^”」]{0,30}[”」]/u;

/** Tells newspaper dumps from other plain text by its beginning. */
export function looksLikeDump(text: string): DumpLikelihood {
  const start = text.length > sample ? text.slice(0, text.lastIndexOf('\n', sample) + 1 || sample) : text;
  const { layout, blocks } = readBlocks(start, lineStarts(start), new Map());
  const { facts } = gatherEvidence(blocks, layout);
  const { roles } = assignRoles(blocks, layout);
  const kindCount = (...names: KindName[]): number =>
    facts.reduce((sum, { kind }) => (names.includes(kinds[kind]!) ? sum + 1 : sum), 0);
  const roleCount = (...names: Role[]): number =>
    roles.reduce((sum, role) => (names.includes(role) ? sum + 1 : sum), 0);
  const blockCount = (pattern: RegExp): number =>
    blocks.reduce((sum, { paragraph }) => (pattern.test(paragraph.text.slice(0, 80)) ? sum + 1 : sum), 0);
  const texts = kindCount('dateline', 'lead', 'text', 'open text', 'last text', 'brief');
  const counts: Readonly<Record<DumpSign, number>> = {
    datelines: kindCount('dateline'),
    jumps: roleCount('jump'),
    pageLines: roleCount('folio', 'masthead', 'editors'),
    bylines: roleCount('byline', 'credit', 'strayByline'),
    briefs: roleCount('brief'),
    repeatedHeadlines: roleCount('repetition'),
    headlines: roleCount('headline'),
    noText: texts === 0 || texts * 8 < blocks.length ? 1 : 0,
    chapters: blockCount(chapter),
    markup: blockCount(markup),
    conversation: blockCount(speech),
  };
  const reasons = (Object.keys(signs) as DumpSign[])
    .filter((sign) => counts[sign] > 0)
    .map((sign) => {
      const [each, most] = signs[sign];
      const weight = each > 0 ? Math.min(most, each * counts[sign]) : Math.max(most, each * counts[sign]);
      return { sign, count: counts[sign], weight };
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const sum = reasons.reduce((total, { weight }) => total + weight, doubt);
  return { score: 1 / (1 + Math.exp(-sum)), reasons };
}
