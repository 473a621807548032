import type { Echo } from './echo.ts';
import { type Fact, roughLength, roughSentence, seen, within } from './facts.ts';
import type { EndFacts } from './openEnd.ts';
import type { StartFacts } from './openStart.ts';
import { readSeam } from './seam.ts';

/** From here on two sides do more than read on. */
const joinsWell = 3;
/** Clauses up to this length are usual; few are longer than that. */
const usualClause = 14;
const longClause = 20;
/** The same of sentences. */
const shortSentence = 30;
const longSentence = 60;
/** Paragraphs are about so long. */
const usualParagraph = 96;
/** Lines up to this length without a full stop may name what the next paragraph begins with. */
const topicLine = 30;
/** One up to this length names it where but the first character is the same. */
const shortTopic = 8;
/** Lines up to this length, and as long as each other, may be verse or a headline in two lines. */
const verseLine = 24;

/**
 * What the seam between two pieces says for and against a link. `doubt` is how probable it is that repeated characters
 * were taken for a repetition and are none, or the other way round.
 */
export function seamEvidence(
  left: string,
  right: string,
  end: EndFacts,
  start: StartFacts,
): { readonly overlap: number; readonly doubt: number; readonly facts: Fact[] } {
  const seam = readSeam(left, right, end, start);
  const facts: Fact[] = [];
  let overlap = 0;
  let { joins } = seam;
  // repeated characters read badly twice and well once, and are the less a chance the rarer they are
  if (seam.overlap !== undefined && seam.overlap.odds > 0) {
    overlap = seam.overlap.length;
    facts.push(seen('seam.overlap'));
    if (end.length <= topicLine && end.stops === 0) facts.push(seen('seam.overlapShort'));
  }
  // what follows a repetition reads on from it on its own side already
  joins = overlap > 0 ? 0 : within(-8, joins, 12);
  if (joins !== 0) facts.push({ id: joins > 0 ? 'seam.joins' : 'seam.parts', value: joins });
  if (joins > joinsWell) facts.push({ id: 'seam.joinsWell', value: joins - joinsWell });
  if (joins < 0) {
    const [broken, scrap] = [within(0, end.clauseOpenness, 6), within(0, -start.clauseStart, 6)];
    if (broken > 0) facts.push({ id: 'seam.brokenEnd', value: Math.min(broken, -joins) });
    if (scrap > 0) facts.push({ id: 'seam.brokenStart', value: Math.min(scrap, -joins) });
  }
  if (end.mark === 'none' && start.mark === 'none') {
    const clause = roughLength(end.lastClause) + roughLength(start.firstClause) - overlap;
    if (clause > longClause)
      facts.push({ id: 'seam.longClause', value: Math.min(1, (clause - longClause) / longClause) });
    else if (clause <= usualClause) facts.push(seen('seam.shortClause'));
  }
  const whole = Math.log((roughLength(end.length) + roughLength(start.length)) / usualParagraph);
  facts.push({ id: whole > 0 ? 'seam.longWhole' : 'seam.shortWhole', value: within(0, Math.abs(whole), 2) });
  const sentence = roughSentence(end.lastSentence) + roughSentence(start.firstSentence) - overlap;
  if (sentence > longSentence) {
    facts.push({ id: 'seam.longSentence', value: within(0, Math.log(sentence / longSentence), 1.2) });
  } else if (sentence < shortSentence) facts.push(seen('seam.shortSentence'));
  if (seam.mended > 0) facts.push(seen('seam.mended'));
  if (seam.unclosed > 0) facts.push(seen('seam.unclosed'));
  if (seam.unmatched > 0) facts.push(seen('seam.unmatched'));
  if (seam.parted !== 'nothing') facts.push(seen(`seam.${seam.parted}`));
  if (seam.word !== '') facts.push(seen('seam.word'));
  const isAlike = left.length <= shortTopic ? left[0] === right[0] : left.slice(0, 2) === right.slice(0, 2);
  if (isAlike) facts.push(seen('seam.parallel'));
  if (left.length <= verseLine && right.length <= verseLine && Math.abs(left.length - right.length) <= 2) {
    facts.push(seen('seam.couplet'));
  }
  const doubt = seam.overlap === undefined ? 0 : 1 / (1 + Math.exp(Math.abs(seam.overlap.odds)));
  return { overlap, doubt, facts };
}

/** What it says that the characters at a seam stand together elsewhere. */
export function echoEvidence(echo: Echo): Fact | undefined {
  return echo === 0 ? undefined : seen(`seam.echo${echo}`);
}
