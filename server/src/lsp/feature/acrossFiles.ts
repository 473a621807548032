import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type Finding, type Message, message, type PlacedPage, spanOf } from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { viewOf } from '../../workspace/folder/folder.ts';
import type { Jumps } from '../../workspace/folder/jumps.ts';
import { articleStretch } from '../../workspace/folder/record.ts';
import type { Twin } from '../../workspace/folder/twins.ts';
import type { DumpView } from '../../workspace/folder/view.ts';
import { isShown } from '../../workspace/settings.ts';
import type { Feature, Session } from '../session.ts';
import { say } from '../translate.ts';
import { type Chunks, diagnosticOf, diagnosticReport, diagnosticsOf, shownFindings } from './diagnostic.ts';
import { nameOf, rangeOfStretch } from './dumpName.ts';
import { dependsOnJumps, type Fate, type FateOf, fatesOf, missedWords } from './jumpFates.ts';

/** From so many articles in one other dump on, and this share of all, the dumps are of one page and it is said once. */
const samePage = { articles: 3, share: 0.6 } as const;

/** The findings of a dump, what other dumps have to do with them included, when the client asks for them. */
export const diagnosticAcross: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = async (
  dump,
  params,
  session,
) => {
  const { version } = dump;
  const items = await diagnosticsAcross(dump, session);
  session.occasions.wasChecked(dump, version);
  return diagnosticReport(dump, params, items);
};

/**
 * The findings of a dump as the client shows them, by page: where a jump line leads to its other half, in the folder or on
 * another page of the dump, there are none, and articles that other dumps have as well are told of.
 */
export async function diagnosticsAcross(dump: Dump, session: Session): Promise<Chunks> {
  const chunks = diagnosticsOf(dump, session);
  const settings = session.settingsOf(dump.uri);
  if (!settings.enable || chunks[0]?.[0]?.code === 'suspect-encoding') return chunks;
  const view = viewOf(dump);
  const mayChange = chunks.some((chunk) => chunk.some(({ code }) => dependsOnJumps(code)));
  const kept = mayChange ? withJumps(chunks, view, await session.folder.jumps(view)) : chunks;
  if (session.folder.isAlone(dump.uri)) return kept;
  const told = await acrossFindings(dump, session);
  if (told.length === 0) return kept;
  const room = shownFindings - kept.reduce((sum, { length }) => sum + length, 0);
  return [...kept, told.slice(0, Math.max(0, room)).map(({ diagnostic }) => diagnostic)];
}

/** A finding that comes from what other dumps hold. */
export interface AcrossFinding {
  readonly placed: PlacedPage;
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/** The findings of a dump that come from what other dumps hold, and are neither ignored nor off. */
export async function acrossFindings(dump: Dump, session: Session): Promise<readonly AcrossFinding[]> {
  const settings = session.settingsOf(dump.uri);
  if (!settings.enable || settings.severity['duplicate-headline'] === 'off') return [];
  const view = viewOf(dump);
  return tellTwins(view, await session.folder.twins(view), session);
}

/** Where jump lines lead there are no findings, and of those that lead nowhere more is known. */
function withJumps(chunks: Chunks, view: DumpView, jumps: Jumps): Chunks {
  if (jumps.links.length === 0 && jumps.missed.length === 0) return chunks;
  const fateOf = fatesOf(view, jumps);
  return chunks.map((chunk) => withFates(chunk, fateOf));
}

interface Known {
  fateOf: FateOf;
  readonly fates: readonly Fate[];
  readonly items: readonly Diagnostic[];
}

const known = new WeakMap<readonly Diagnostic[], Known>();

/** A page's findings without those where jump lines lead somewhere; the same object as the last time while nothing changed. */
function withFates(chunk: readonly Diagnostic[], fateOf: FateOf): readonly Diagnostic[] {
  const last = known.get(chunk);
  if (last?.fateOf === fateOf) return last.items;
  const fates = chunk.map((item) => fateOf(item));
  if (last?.fates.every((fate, i) => isSameFate(fate, fates[i])) === true) {
    last.fateOf = fateOf;
    return last.items;
  }
  const items = fates.every((fate) => fate === undefined)
    ? chunk
    : chunk.flatMap((item, place) => {
        const fate = fates[place];
        if (fate === 'led') return [];
        return [fate === undefined ? item : { ...item, message: say(missedWords(fate)) }];
      });
  known.set(chunk, { fateOf, fates, items });
  return items;
}

function isSameFate(one: Fate, other: Fate): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.half === other.half && one.uri === other.uri;
}

function tellTwins(view: DumpView, twins: readonly Twin[], session: Session): AcrossFinding[] {
  if (twins.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { other } of twins) counts.set(other.record.uri, (counts.get(other.record.uri) ?? 0) + 1);
  const all = session.folder.recordOf(view).headlines.length;
  const told = new Set<string>();
  return twins.flatMap((twin) => {
    const { uri } = twin.other.record;
    const count = counts.get(uri)!;
    const whole = count >= samePage.articles && count / all >= samePage.share;
    if (whole && told.has(uri)) return [];
    told.add(uri);
    const words = whole ? wholeWords(uri, count, all) : twinWords(twin);
    return tellTwin(view, twin, words, session) ?? [];
  });
}

/** Never louder than information: that two pages bring the same article is for the reader to know and no mistake. */
function tellTwin(view: DumpView, twin: Twin, words: Message, session: Session): AcrossFinding | undefined {
  const place = headlineOf(view, twin.article, session);
  if (place === undefined) return undefined;
  const { placed, block } = place;
  const { page } = placed;
  const finding: Finding = {
    code: 'duplicate-headline',
    block,
    span: spanOf(page.blocks[block]!),
    certainty: 1,
    message: words,
    related: [],
    // other words than a repetition on the page has: that one is ignored by itself
    context: `↔ ${page.blocks[block]!.paragraph.text}`,
  };
  if (!isShown(page, finding, session.settingsOf(view.uri))) return undefined;
  const diagnostic = diagnosticOf(view.uri, placed, finding, session.settingsOf(view.uri), session);
  const loudest = twin.match === 'text' ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information;
  const { record, article } = twin.other;
  const relatedInformation = [
    {
      location: { uri: record.uri, range: rangeOfStretch(articleStretch(record, article)) },
      message: say(message('the article there')),
    },
  ];
  const severity = Math.max(diagnostic.severity ?? loudest, loudest) as DiagnosticSeverity;
  return { placed, finding, diagnostic: { ...diagnostic, severity, relatedInformation } };
}

function headlineOf(
  view: DumpView,
  article: number,
  session: Session,
): { placed: PlacedPage; block: number } | undefined {
  const { pages } = session.folder.recordOf(view);
  const index = pages.findLastIndex(({ firstArticle }) => firstArticle <= article);
  const placed = view.issue.pages[index];
  const found = placed?.page.articles[article - pages[index]!.firstArticle];
  const block = found?.headline ?? found?.blocks[0];
  return placed === undefined || block === undefined ? undefined : { placed, block };
}

function twinWords({ match, other: { record, article } }: Twin): Message {
  const name = nameOf(record.uri);
  const line = articleStretch(record, article)[0] + 1;
  switch (match) {
    case 'article':
      return message('This article is also in {0}, line {1}.', name, line);
    case 'headline':
      return message(
        'This headline is also in {0}, line {1}; one of the two has hardly any text under it.',
        name,
        line,
      );
    case 'text':
      return message('This text is also in {0}, line {1}, under another headline.', name, line);
  }
}

function wholeWords(uri: string, count: number, all: number): Message {
  return message(
    '{1} of the {2} articles here are also in {0}: most likely both are dumps of one page.',
    nameOf(uri),
    count,
    all,
  );
}
