import { plain } from '../../markdown.ts';

/** One entry of a list. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly printed: string;
}

/** Length of the longest bar, in eighths of a character. */
const longest = 80;

/** A small table of a list's entries, each with a bar of its share of the largest. */
export function bars(entries: readonly Bar[]): string {
  const largest = Math.max(...entries.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const rows = entries.map(({ name, value, printed }) => {
    const eighths = Math.max(1, Math.round((Math.abs(value) / largest) * longest));
    const bar = '█'.repeat(eighths >> 3) + (eighths & 7 ? String.fromCharCode(0x2590 - (eighths & 7)) : '');
    return `| ${plain(name)} | ${plain(printed)} | ${bar} |`;
  });
  return ['| | | |', '|:--|--:|:--|', ...rows].join('\n');
}
