import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyse, jumpHalvesOf, type Page, pairHalves, setStatistics } from '../../../server/src/newspaper/index.ts';

setStatistics(() => readFileSync(new URL('../../../server/data/statistics.bin', import.meta.url)));

function pageOf(...blocks: string[]): Page {
  return analyse(blocks.join('\n\n')).pages[0]!.page;
}

const canal =
  '本报讯 记者苏砚秋报道 望屿市水务局昨日宣布，历时百日的青螺河疏浚工程全部完工，停航二十三年的老河道重新通航，施工队把清淤工程分成';
const school =
  '本报讯 记者沈渡舟报道 鹿鸣区水上夜校昨晚在芦花渡口开课，首批三百名学员登上十二条木船，跟着老船工学习摇橹，夜校请来八名老船工担任';
const front = pageOf(
  '第1版 要闻',
  '青螺河百日疏浚完工',
  canal,
  '（下转第3版）',
  '鹿鸣区水上夜校开课',
  school,
  '（下转第3版）',
);
const canalRest = '五个标段同时开工。清出来的淤泥晒干以后改良了两岸的菜地，河道通航以后渡口增加了巡查的班次。';
const schoolRest = '教员。学员当中年纪最大的是退休教师管云涛，他说自己年轻时天天坐船过河，却从来没有摸过船橹。';

/** What stands on both sides of each seam. */
function seams(left: Page, right: Page): string[] {
  return pairHalves(left, ['1'], right, ['3']).map(({ to, from }) => `${to.edge.slice(-2)}|${from.edge.slice(0, 2)}`);
}

test('jump lines are read with what stands before or behind them', () => {
  const halves = jumpHalvesOf(front);
  assert.deepEqual(
    halves.map(({ direction, page, edge }) => [direction, page, edge.slice(-2)]),
    [
      ['to', '3', '分成'],
      ['to', '3', '担任'],
    ],
  );
});

test('of two articles that go on at one page each gets its own rest, in whatever order they stand there', () => {
  const inside = pageOf(
    '第3版 深读',
    '鹿鸣区水上夜校开课',
    `（上接第1版）${schoolRest}`,
    '青螺河百日疏浚完工',
    '（上接第一版）',
    canalRest,
  );
  assert.deepEqual(seams(front, inside).sort(), ['分成|五个', '担任|教员']);
});

test('without headlines the seam and the words decide', () => {
  const inside = pageOf(
    '第3版 深读',
    `（上接第1版）${schoolRest}`,
    '藕塘区菜场添了免费雨伞',
    `本报讯 ${canal}了三段。`,
  );
  assert.deepEqual(seams(front, inside), ['担任|教员']);
});

test('a jump line on one side is enough where the headline is set again', () => {
  const inside = pageOf(
    '第3版 深读',
    '青螺河百日疏浚完工',
    canalRest,
    '藕塘区菜场添了免费雨伞',
    `本报讯 记者江远帆报道 ${schoolRest}`,
  );
  assert.ok(seams(front, inside).includes('分成|五个'));
});

test('pages that do not name one another have nothing to do with one another', () => {
  const inside = pageOf('第4版 副刊', '青螺河百日疏浚完工', '（上接第2版）', canalRest);
  assert.deepEqual(pairHalves(front, ['1'], inside, ['4']), []);
  assert.deepEqual(pairHalves(inside, ['4'], front, ['1']), []);
});
