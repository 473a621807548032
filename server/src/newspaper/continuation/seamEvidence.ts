import { evidence, type Kind } from './evidence.ts';
import { roughLength, roughSentence, within } from './facts.ts';
import type { EndFacts } from './openEnd.ts';
import type { StartFacts } from './openStart.ts';
import { type Parted, readSeam } from './seam.ts';
import type { Witness } from './weigh.ts';

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

const parted: Readonly<Partial<Record<Parted, Kind>>> = {
  number: evidence['seam.number'],
  unit: evidence['seam.unit'],
  noun: evidence['seam.noun'],
  latin: evidence['seam.latin'],
};

/**
 * Tells `witness` what the seam between two pieces says for and against a link, and gives the repetition there. `doubt` is
 * how probable it is that repeated characters were taken for a repetition and are none, or the other way round.
 */
export function seeSeam(
  left: string,
  right: string,
  end: EndFacts,
  start: StartFacts,
  witness: Witness,
): { readonly overlap: number; readonly doubt: number } {
  const seam = readSeam(left, right, end, start);
  let overlap = 0;
  // repeated characters read badly twice and well once, and are the less a chance the rarer they are
  if (seam.overlap !== undefined && seam.overlap.odds > 0) {
    overlap = seam.overlap.length;
    witness.see(evidence['seam.overlap'], 1);
    if (end.length <= topicLine && end.stops === 0) witness.see(evidence['seam.overlapShort'], 1);
  }
  // what follows a repetition reads on from it on its own side already
  const joins = overlap > 0 ? 0 : within(-8, seam.joins, 12);
  if (joins > 0) {
    witness.see(evidence['seam.joins'], joins);
    if (joins > joinsWell) witness.see(evidence['seam.joinsWell'], joins - joinsWell);
  } else if (joins < 0) {
    witness.see(evidence['seam.parts'], joins);
    const broken = within(0, end.clauseOpenness, 6);
    const scrap = within(0, -start.clauseStart, 6);
    if (broken > 0) witness.see(evidence['seam.brokenEnd'], Math.min(broken, -joins));
    if (scrap > 0) witness.see(evidence['seam.brokenStart'], Math.min(scrap, -joins));
  }
  if (end.mark === 'none' && start.mark === 'none') {
    const clause = roughLength(end.lastClause) + roughLength(start.firstClause) - overlap;
    if (clause > longClause) witness.see(evidence['seam.longClause'], Math.min(1, (clause - longClause) / longClause));
    else if (clause <= usualClause) witness.see(evidence['seam.shortClause'], 1);
  }
  const whole = Math.log((roughLength(end.length) + roughLength(start.length)) / usualParagraph);
  witness.see(whole > 0 ? evidence['seam.longWhole'] : evidence['seam.shortWhole'], within(0, Math.abs(whole), 2));
  const sentence = roughSentence(end.lastSentence) + roughSentence(start.firstSentence) - overlap;
  if (sentence > longSentence) {
    witness.see(evidence['seam.longSentence'], within(0, Math.log(sentence / longSentence), 1.2));
  } else if (sentence < shortSentence) witness.see(evidence['seam.shortSentence'], 1);
  if (seam.mended > 0) witness.see(evidence['seam.mended'], 1);
  if (seam.unclosed > 0) witness.see(evidence['seam.unclosed'], 1);
  if (seam.unmatched > 0) witness.see(evidence['seam.unmatched'], 1);
  const what = parted[seam.parted];
  if (what !== undefined) witness.see(what, 1);
  if (seam.word !== '') witness.see(evidence['seam.word'], 1);
  const isAlike =
    left.charCodeAt(0) === right.charCodeAt(0) &&
    (left.length <= shortTopic || left.charCodeAt(1) === right.charCodeAt(1));
  if (isAlike) witness.see(evidence['seam.parallel'], 1);
  if (left.length <= verseLine && right.length <= verseLine && Math.abs(left.length - right.length) <= 2) {
    witness.see(evidence['seam.couplet'], 1);
  }
  return { overlap, doubt: seam.overlap === undefined ? 0 : 1 / (1 + Math.exp(Math.abs(seam.overlap.odds))) };
}
