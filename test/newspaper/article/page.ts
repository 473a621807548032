import type { Continuation } from '../../../server/src/newspaper/continuation/continuation.ts';
import type { Block, Role } from '../../../server/src/newspaper/page/block.ts';

/** Blocks and roles as a test writes them down: a line a block, `role text`. */
export function pageOf(...lines: readonly string[]): { blocks: Block[]; roles: Role[] } {
  const blocks: Block[] = [];
  const roles: Role[] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.slice(line.indexOf(' ') + 1);
    const paragraph = { raw: text, text, indent: 0, pieces: [{ at: 0, from: 0 }], isSetInLines: false, notes: [] };
    blocks.push({ index, first: index, last: index, start: index, end: index, paragraph });
    roles.push(line.slice(0, line.indexOf(' ')) as Role);
  }
  return { blocks, roles };
}

/** A link as certain as can be. */
export function link(at: number, to: number | undefined, certainty = 0.98): Continuation {
  return { at, to, overlap: 0, certainty, evidence: [] };
}
