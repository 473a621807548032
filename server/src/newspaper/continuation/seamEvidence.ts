import type { Echo } from './echo.ts';
import { type Fact, seen, within } from './facts.ts';
import type { EndFacts } from './openEnd.ts';
import type { StartFacts } from './openStart.ts';
import { readSeam } from './seam.ts';

/** Log-odds against a repetition before anything was seen: one seam in ten has one. */
const overlapPrior = 2.2;
/** From here on two sides do more than read on. */
const joinsWell = 3;
/** Lines up to this length without a full stop may name what the next paragraph begins with. */
const topicLine = 30;
/** Lines up to this length, and as long as each other, may be verse or a headline in two lines. */
const verseLine = 24;

/** What the seam between two pieces says for and against a link. */
export function seamEvidence(
  left: string,
  right: string,
  end: EndFacts,
  start: StartFacts,
): { readonly overlap: number; readonly facts: Fact[] } {
  const seam = readSeam(left, right, end, start);
  const facts: Fact[] = [];
  let overlap = 0;
  let { joins } = seam;
  // repeated characters read badly twice and well once, and are the less a chance the rarer they are
  if (seam.overlap !== undefined && seam.overlap.surprise + seam.overlap.joinsWithout - joins > overlapPrior) {
    overlap = seam.overlap.length;
    joins = seam.overlap.joinsWithout;
    facts.push(seen('seam.overlap'), { id: 'seam.surprise', value: within(0, seam.overlap.surprise, 16) });
    if (end.length <= topicLine && end.stops === 0) facts.push(seen('seam.overlapShort'));
  }
  joins = within(-8, joins, 12);
  facts.push({ id: joins > 0 ? 'seam.joins' : 'seam.parts', value: joins });
  if (joins > joinsWell) facts.push({ id: 'seam.joinsWell', value: joins - joinsWell });
  if (seam.mended > 0) facts.push(seen('seam.mended'));
  if (seam.unclosed > 0) facts.push(seen('seam.unclosed'));
  if (seam.unmatched > 0) facts.push(seen('seam.unmatched'));
  if (seam.parted !== 'nothing') facts.push(seen(`seam.${seam.parted}`));
  if (seam.word !== '') facts.push(seen('seam.word'));
  if (left.length > 3 && left.slice(0, 2) === right.slice(0, 2)) facts.push(seen('seam.parallel'));
  if (left.length <= verseLine && right.length <= verseLine && Math.abs(left.length - right.length) <= 2) {
    facts.push(seen('seam.couplet'));
  }
  return { overlap, facts };
}

/** What it says that the characters at a seam stand together elsewhere. */
export function echoEvidence(echo: Echo): Fact | undefined {
  return echo === 0 ? undefined : seen(`seam.echo${echo}`);
}
