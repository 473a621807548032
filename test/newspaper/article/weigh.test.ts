import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../../server/src/newspaper/article/features.ts';
import { openLabels } from '../../../server/src/newspaper/article/label.ts';
import { vocabulary } from '../../../server/src/newspaper/article/vocabulary.ts';
import { addWeights } from '../../../server/src/newspaper/article/weigh.ts';
import { weights } from '../../../server/src/newspaper/article/weights.ts';

test('all open labels are weighed, and nothing beside them', () => {
  const table: Readonly<Record<string, readonly number[]>> = weights;
  const told = Uint16Array.from(vocabulary.names.keys()).filter((number) => vocabulary.names[number]! in table);
  assert.ok(told.length > 100);
  const scores = new Float64Array(openLabels + 2).fill(1);
  addWeights(told, told.length, scores, 1);
  const wanted = new Float64Array(openLabels + 2).fill(1);
  for (const number of told) {
    for (let label = 0; label < openLabels; label++) wanted[label + 1]! += table[vocabulary.names[number]!]![label]!;
  }
  assert.deepEqual(scores, wanted);
});
