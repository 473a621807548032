import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyse, setStatistics } from '../../server/src/newspaper/index.ts';
import { differenceFromScratch } from '../../server/src/workspace/compare.ts';
import { Dump } from '../../server/src/workspace/dump.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));

const text = readFileSync(new URL('../fixture/sample.dump.txt', import.meta.url), 'utf8');

/** A dump that is understood as if it said something else. */
class Misunderstood extends Dump {
  readonly #understood: string;

  constructor(text: string, understood: string) {
    super('file:///a.dump.txt', 'newspaper', 0, text);
    this.#understood = understood;
  }

  override get issue(): Dump['issue'] {
    return analyse(this.#understood);
  }
}

test('nothing differs where a dump is understood as it is', () => {
  assert.equal(differenceFromScratch(new Misunderstood(text, text)), undefined);
});

test('what is understood otherwise is named', () => {
  assert.equal(differenceFromScratch(new Misunderstood(text, text.replace('2.4亿', '2.5亿'))), 'text of page 1 differ');
  assert.equal(differenceFromScratch(new Misunderstood(text, `${text}\n\f\n${text}`)), '2 pages instead of 1');
});
