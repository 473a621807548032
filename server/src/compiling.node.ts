import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

// V8 before version 12 (Node 20) optimises a function when it has run for so long that its compiler takes the processor
// from the answers of the first minutes. Later versions wait by themselves, and have no such flag.
const isEager = Number.parseInt(process.versions.v8, 10) < 12;
/** How long a function runs before it is optimised, in bytes of its code: twice, and nine times as long as is usual. */
const budgets = { soon: 132 * 1024, late: 600_000 } as const;

/** When V8 is to optimise what runs often: `soon` while nobody waits for an answer, else `late`. */
export function optimise(when: keyof typeof budgets): void {
  if (isEager) setFlagsFromString(`--interrupt-budget=${budgets[when]}`);
}
