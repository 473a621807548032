import assert from 'node:assert/strict';
import { test } from 'node:test';
import { againstForerunner, forerunnerWeights } from '../../../server/src/newspaper/article/forerunnerWeights.ts';

test('what is not read where nothing speaks for a forerunner can only speak against it', () => {
  for (const fact of againstForerunner) assert.ok(forerunnerWeights[fact] <= 0, fact);
});
