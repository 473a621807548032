import type { Position, Range } from 'vscode-languageserver';
import { headOf, jumpHalvesOf, type Message, message, tailOf } from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { viewOf } from '../../workspace/folder/folder.ts';
import type { Jumps, Missed, PlacedHalf } from '../../workspace/folder/jumps.ts';
import type { DumpView } from '../../workspace/folder/view.ts';
import { rangeOf } from '../convert.ts';
import type { Session } from '../session.ts';
import { nameOf } from './dumpName.ts';
import { spanRange } from './jump.ts';

/**
 * What became of what a finding tells of, a jump line or a text that stops or begins at one: it leads to its other half, it
 * should and does not, or nothing is known.
 */
export type Fate = 'led' | Missed | undefined;

/** A finding as its client has it. */
interface Marked {
  readonly code?: number | string | undefined;
  readonly range: Range;
}

/** Says of a finding what became of what it tells of. */
export type FateOf = (finding: Marked) => Fate;

/** Where each kind of finding that depends on jump lines is known by. */
const edges: Readonly<Record<string, (range: Range) => Position>> = {
  'unresolved-jump': ({ start }) => start,
  'lost-continuation': ({ end }) => end,
  'orphan-continuation': ({ start }) => start,
};

/** Whether a finding is none where a jump line leads to the other half. */
export function dependsOnJumps(code: Marked['code']): code is string {
  return typeof code === 'string' && Object.hasOwn(edges, code);
}

/** What became of the findings of a dump. */
export async function fatesOfJumps(dump: Dump, session: Session): Promise<FateOf> {
  const view = viewOf(dump);
  return fatesOf(view, await session.folder.jumps(view));
}

interface Known {
  readonly view: DumpView;
  readonly jumps: Jumps;
  readonly fateOf: FateOf;
}

const known = new WeakMap<Dump, Known>();

/** The same where it is known where jump lines lead; the same object for as long as they lead as they did. */
export function fatesOf(view: DumpView, jumps: Jumps): FateOf {
  const last = known.get(view.dump);
  if (last?.jumps === jumps) return last.fateOf;
  const fateOf = last !== undefined && leadAlike(last, view, jumps) ? last.fateOf : newFates(view, jumps);
  known.set(view.dump, { view, jumps, fateOf });
  return fateOf;
}

function leadAlike({ view: before, jumps: { links, missed } }: Known, view: DumpView, now: Jumps): boolean {
  if (links.length !== now.links.length || missed.length !== now.missed.length) return false;
  const isSame = (one: Placed, other: Placed): boolean =>
    one.half === other.half && before.issue.pages[one.page]!.line === view.issue.pages[other.page]!.line;
  return (
    links.every(({ here }, at) => isSame(here, now.links[at]!.here)) &&
    missed.every((miss, at) => isSame(miss, now.missed[at]!) && miss.uri === now.missed[at]!.uri)
  );
}

/** A half and the place of its page in the dump. */
type Placed = Pick<PlacedHalf, 'page' | 'half'>;

function newFates(view: DumpView, { links, missed }: Jumps): FateOf {
  return readFates(
    view,
    links.map(({ here }) => here),
    missed,
  );
}

/** The same as long as not all pages are read: of what stands at a jump line nothing is said yet. */
export function fatesToCome(part: Dump): FateOf {
  const view = viewOf(part);
  const halves = view.issue.pages.flatMap(({ page }, at) =>
    jumpHalvesOf(page).map((half) => ({ view, page: at, half })),
  );
  return readFates(view, halves, []);
}

function readFates(view: DumpView, led: readonly PlacedHalf[], missed: Jumps['missed']): FateOf {
  const fates = new Map<string, Fate>();
  const seen = new Set<unknown>();
  for (const { page, half, uri } of missed) {
    // a jump line that names a page misses it in every dump that has the page
    if (seen.has(half)) continue;
    seen.add(half);
    const key = keyOf('unresolved-jump', spanRange({ view, page, half }));
    if (!fates.has(key)) fates.set(key, { page, half, uri });
  }
  for (const half of led) {
    fates.set(keyOf('unresolved-jump', spanRange(half)), 'led');
    const cut = cutAt(half);
    if (cut !== undefined) fates.set(cut, 'led');
  }
  return ({ code, range }) => (dependsOnJumps(code) ? fates.get(keyOf(code, range)) : undefined);
}

/** The finding that the text of a half stops or begins there. */
function cutAt({ view, page, half: { direction, text } }: PlacedHalf): string | undefined {
  if (text === undefined) return undefined;
  const placed = view.issue.pages[page]!;
  const block = placed.page.blocks[text]!;
  return direction === 'to'
    ? keyOf('lost-continuation', rangeOf(placed, tailOf(block)))
    : keyOf('orphan-continuation', rangeOf(placed, headOf(block)));
}

function keyOf(code: string, range: Range): string {
  const { line, character } = edges[code]!(range);
  return `${code} ${line}:${character}`;
}

/** Says that a jump line leads nowhere though a dump of the page is there. */
export function missedWords({ half, uri }: Missed): Message {
  const name = nameOf(uri);
  return half.direction === 'from'
    ? message(
        'This text continues from page {0}; no article in {1}, the dump of that page, fits.',
        half.page ?? '?',
        name,
      )
    : message('This text goes on at page {0}; no article in {1}, the dump of that page, fits.', half.page ?? '?', name);
}
