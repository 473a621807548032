import { type Continuation, headOf, message, type Page, sentenceAt, tailOf } from '../../../newspaper/index.ts';
import { plain, strong } from '../../markdown.ts';
import { say } from '../../translate.ts';
import type { Card } from './card.ts';

/** At a broken end or beginning: the sentence as it reads when both halves stand together, the seam marked. */
export const seamCard: Card = ({ placed, block, index }) => {
  const { page, line } = placed;
  const { text } = block.paragraph;
  const atEnd = text.length - index <= reach;
  const link = page.continuations.find(
    ({ at, to }) => (atEnd && at === block.index) || (index <= reach && to === block.index),
  );
  if (link?.to === undefined) return undefined;
  const span = link.at === block.index ? tailOf(block) : headOf(block);
  const other = link.at === block.index ? link.to : link.at;
  const title = message('Broken paragraph; the other half is on line {0}.', { line: page.blocks[other]!.first });
  return { span, markdown: `${plain(say(title, line))}\n\n${joinedSentence(page, link)}` };
};

/** How far from the seam the pointer may be, in characters. */
const reach = 16;

/** How much of a long sentence is shown on each side of the seam, in characters. */
const shown = 60;

function joinedSentence(page: Page, { at, to, overlap }: Continuation): string {
  const left = page.blocks[at]!.paragraph.text;
  const right = page.blocks[to!]!.paragraph.text.slice(overlap);
  const whole = left + right;
  const sentence = sentenceAt(whole, Math.max(0, left.length - 1));
  const start = Math.max(sentence.start, left.length - shown);
  const end = Math.min(Math.max(sentence.end, left.length + 1), left.length + shown, whole.length);
  const before = (start > sentence.start ? '…' : '') + whole.slice(start, left.length);
  const after = whole.slice(left.length, end) + (end < sentence.end ? '…' : '');
  return `> ${plain(before)}${strong('‖')}${plain(after)}`;
}
