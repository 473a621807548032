import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { names } from '../../server/src/newspaper/index.ts';
import { FolderIndex } from '../../server/src/workspace/folder/folderIndex.ts';
import { readPlace } from '../../server/src/workspace/folder/place.ts';
import type { DumpRecord } from '../../server/src/workspace/folder/record.ts';

const name = fc.constantFrom('1', '2', '3', 'A1', 'A2', 'B1', '要闻');
const pages = fc.array(
  fc.record({
    names: fc.uniqueArray(name, { maxLength: 2 }),
    jumps: fc.array(
      fc.tuple(fc.constantFrom('>', '<'), name).map((parts) => parts.join('')),
      { maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
const dumps = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('2031-05-12', '2031-05-13'), pages), {
  maxLength: 8,
});

function recordOf(number: number, date: string, pages: readonly { names: string[]; jumps: string[] }[]): DumpRecord {
  const uri = `file:///${date}/${number}.dump.txt`;
  return {
    uri,
    place: readPlace(uri),
    date,
    pages: pages.map((page) => ({ ...page, firstArticle: 0 })),
    headlines: [],
    stretches: new Uint32Array(),
    sketches: new Uint32Array(),
    sketchEnds: new Uint16Array(),
    names: [],
    nameStretches: new Uint32Array(),
  };
}

test('pages of an issue are found by what they are called and name, as by a look at all of them', () => {
  fc.assert(
    fc.property(dumps, fc.array(fc.nat(8)), (given, gone) => {
      const index = new FolderIndex();
      const there = new Map<string, DumpRecord>();
      for (const [number, date, pages] of given) {
        const record = recordOf(number, date, pages);
        index.put(record);
        there.set(record.uri, record);
      }
      for (const place of gone) {
        const uri = [...there.keys()][place];
        if (uri === undefined) continue;
        index.remove(uri);
        there.delete(uri);
      }
      for (const self of there.values()) {
        const others = [...there.values()].filter(({ uri, date }) => uri !== self.uri && date === self.date);
        const beside = index.pagesBeside(self);
        const all = others.flatMap((record) => record.pages.map((page, place) => ({ record, place, page })));
        const placesOf = (found: readonly { record: DumpRecord; page: number }[]) =>
          new Set(found.map(({ record, page }) => `${record.uri} ${page}`));
        assert.equal(beside.isEmpty, others.length === 0);
        for (const asked of ['1', '2', 'A1', 'B2', '要闻', '9']) {
          const called = all.filter(({ page }) => names(page.names, asked));
          assert.deepEqual(
            placesOf(beside.called(asked)),
            new Set(called.map(({ record, place }) => `${record.uri} ${place}`)),
          );
          const naming = all.filter(({ page }) => page.jumps.some((jump) => names([asked], jump.slice(1))));
          assert.deepEqual(
            placesOf(beside.naming([asked])),
            new Set(naming.map(({ record, place }) => `${record.uri} ${place}`)),
          );
        }
      }
    }),
  );
});
