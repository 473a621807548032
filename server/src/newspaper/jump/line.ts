import { type Jump, readJump } from '../page/jump.ts';
import { type Paragraph, perParagraph } from '../page/paragraph.ts';

/** A paragraph's jump line; undefined for most. */
interface JumpLine {
  readonly jump: Jump | undefined;
}

const none: JumpLine = { jump: undefined };

const readLine = perParagraph(({ text }: Paragraph): JumpLine => {
  const jump = readJump(text);
  return jump === undefined ? none : { jump };
});

/** The jump line of a paragraph, see {@link readJump}; read once, for all who ask. */
export function jumpOf(paragraph: Paragraph): Jump | undefined {
  return readLine(paragraph).jump;
}
