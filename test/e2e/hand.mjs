// As a person would: the packaged extension installed, a dump opened, its outline, problems, a hover, a quick fix, the bytes on disk.
// Each step leaves a picture in screenshots/.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pack, packed } from '../../client/package.mjs';
import { installVsix, launch, root, sandbox, screenshots, startCodeServer, until, workbenchUrl } from './lib.mjs';

const file = '望屿日报 样本.dump.txt';
const plain = '未标明.txt';
/** What a package may hold. */
const shipped =
  /^(?:package(?:\.nls(?:\.zh-cn)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|test\/fixture\/sample\.dump\.txt|client\/l10n\/[^/]+\.json|client\/media\/[^/]+\.(?:png|webp|svg)|dist\/(?:client|client\.browser|server|server\.connection|server\.code|server\.browser|figures)\.js|dist\/figures\.css|dist\/[^/]+\.bin|syntaxes\/[^/]+\.json)$/;

/** @param {(ok: boolean, title: string, error?: unknown) => void} count */
export async function hand(count) {
  const vsix = join(root, 'broadsheet.vsix');
  await pack(vsix);
  const bytes = readFileSync(vsix);
  count(bytes.length <= 1.5e6, `the package is ${(bytes.length / 1e6).toFixed(2)} MB (at most 1.5)`);
  const again = join(tmpdir(), `broadsheet-${process.pid}.vsix`);
  await pack(again);
  count(bytes.equals(readFileSync(again)), 'the package is the same bytes when made again');
  rmSync(again);
  const inside = packed();
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:client|dist|syntaxes)\/[^"*]+\.\w+)"/g)].map(([, name]) => name);
  const missing = named.filter(
    (name) => !inside.includes(name) && !/^(?:client\/package|client\/start|dist\/cli)\./.test(name),
  );
  count(named.length > 8 && missing.length === 0, 'the package has every file that it names', missing.join('\n'));
  const others = inside.filter((name) => !shipped.test(name));
  count(others.length === 0, 'the package has no file that users do not need', others.join('\n'));

  const box = sandbox({ 'workbench.colorTheme': 'Default Dark Modern' });
  const text = readFileSync(join(root, 'test/fixture/sample.dump.txt'), 'utf8');
  const ws = join(box.ws, '报纸 一');
  mkdirSync(ws);
  const path = join(ws, file);
  writeFileSync(path, text);
  writeFileSync(join(ws, plain), text);
  let server;
  let browser;
  let page;
  const shot = (name) => page.screenshot({ path: join(screenshots, `${name}.png`) });
  const step = async (title, work) => {
    try {
      await work();
      count(true, title);
    } catch (error) {
      await shot(`failed-${title.replace(/\W+/g, '-')}`).catch(() => {});
      count(false, title, error?.stack ?? error);
    }
  };
  try {
    await installVsix(box, vsix);
    server = await startCodeServer(box);
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1360, height: 850 } });
    page.setDefaultTimeout(15_000);
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    const command = async (name) => {
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget:visible input');
      await input.fill(`>${name}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    };
    const open = async (name) => {
      await page.getByRole('treeitem', { name }).dblclick();
      await page.getByRole('tab', { name: new RegExp(name.replaceAll('.', '\\.')), selected: true }).waitFor();
      await page.locator('.monaco-editor .view-line').first().waitFor();
    };
    const goTo = async (has) => {
      const number =
        readFileSync(path, 'utf8')
          .split('\n')
          .findIndex((one) => one.includes(has)) + 1;
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+g');
      await page.locator('.quick-input-widget:visible input').fill(`:${number}`);
      await page.keyboard.press('Enter');
      await page.locator('.statusbar-item', { hasText: `Ln ${number},` }).waitFor();
    };
    const line = (has) => page.locator('.view-line', { hasText: has }).first();

    await page.goto(workbenchUrl(server, { folder: ws }));
    await page.getByRole('treeitem', { name: file }).waitFor({ timeout: 60_000 });
    await open(file);

    await step('the outline lists the articles', async () => {
      await command('Explorer: Focus on Outline View');
      const rows = page.locator('.outline-pane .monaco-list-row');
      await rows.first().waitFor({ timeout: 30_000 });
      await rows.first().click(); // the keys go to the outline
      const names = new Set();
      // only the rows in view are there: walk down
      await until(async () => {
        for (const name of await rows.allInnerTexts()) names.add(name.trim().split('\n')[0]);
        await page.keyboard.press('ArrowDown');
        return ['停航老河道重新通航', '三百名学员学摇橹', '速读', '桥洞变书房', '渔火区首批20台'].every((headline) =>
          [...names].some((name) => name.includes(headline)),
        );
      }, 'all headlines in the outline').catch((error) => {
        throw new Error(`${error.message}; there are ${[...names].join(' / ')}`);
      });
    });

    await step('the problems name the cut and the repeated headline', async () => {
      await command('Problems: Focus on Problems View');
      const rows = page.locator('.markers-panel .monaco-list-row');
      await rows.filter({ hasText: 'split-paragraph' }).first().waitFor({ timeout: 20_000 });
      await rows.filter({ hasText: 'duplicate-headline' }).first().waitFor();
      await shot('1-outline-problems');
    });

    await step('the status bar says which article the cursor is in', async () => {
      await goTo('渔火区首批20台');
      await page.locator('.statusbar-item', { hasText: /4\/5 渔火区首批20台/ }).waitFor();
    });

    await step('a figure explains itself on hover', async () => {
      await command('View: Toggle Panel Visibility');
      await goTo('这次疏浚共清出淤泥');
      const place = await line('这次疏浚共清出淤泥').boundingBox();
      // the figure stands behind eight full-width characters
      const em = await page.evaluate(() => {
        const spans = [...document.querySelectorAll('.view-line span span')];
        const span = spans.find(({ textContent }) => textContent.includes('这次疏浚共清出淤泥'));
        const range = document.createRange();
        range.setStart(span.firstChild, 0);
        range.setEnd(span.firstChild, 1);
        return range.getBoundingClientRect().width;
      });
      await page.mouse.move(place.x + em * 9.5, place.y + 12);
      const hover = page.locator('.monaco-hover:visible', { hasText: '940,000' });
      await hover.first().waitFor();
      await shot('2-hover');
      await page.mouse.move(5, 5);
    });

    await step('a quick fix joins the paragraph, and the bytes on disk are right', async () => {
      await goTo('小船也常常搁');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Control+Period');
      const menu = page.locator('.action-widget .monaco-list-row');
      await menu.first().waitFor();
      await shot('3-quickfix');
      await page.keyboard.press('Enter');
      await line('常常搁浅。去年秋天').waitFor();
      await page.keyboard.press('Control+s');
      const wanted = text.replace('常常搁\n\n浅。', '常常搁浅。');
      await until(() => readFileSync(path, 'utf8') === wanted, 'the file on disk joined and otherwise unchanged');
    });

    await step('the code of a finding leads to its section of the README', async () => {
      await command('Problems: Focus on Problems View');
      const link = page.locator('.markers-panel a', { hasText: 'figure-mismatch' }).first();
      await link.click({ modifiers: ['ControlOrMeta'] });
      const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await preview.getByRole('heading', { name: 'figure-mismatch' }).waitFor();
      await shot('9-explained');
      const tab = page.locator('.tab', { hasText: 'figure-mismatch' });
      await tab.click({ button: 'middle' });
      await tab.waitFor({ state: 'detached' });
      await command('View: Toggle Panel Visibility');
    });

    await step('a finding is ignored for good, listed, and reported again', async () => {
      await goTo('目前全市共有渡船');
      for (const _ of '目前全市共有渡船') await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Control+Period');
      const ignore = page.locator('.action-widget .monaco-list-row', { hasText: /^Ignore this one/ });
      await ignore.waitFor();
      await ignore.click();
      const config = join(ws, '.broadsheet.json');
      const ignored = () => {
        const text = existsSync(config) ? readFileSync(config, 'utf8') : '';
        return text === '' ? [] : JSON.parse(text).ignored; // empty for a moment, when it is made
      };
      await until(() => ignored()[0]?.code === 'figure-mismatch', 'the entry in .broadsheet.json');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget:visible input').fill('>Broadsheet: Show Ignored Findings');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Show Ignored Findings' }).waitFor();
      await page.keyboard.press('Enter');
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'figure-mismatch' });
      await row.waitFor();
      await shot('10-ignored');
      await row.hover();
      await row.getByRole('button', { name: 'Report it again' }).click();
      await until(() => ignored().length === 0, 'the entry gone');
      await page.keyboard.press('Escape');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      rmSync(config);
    });

    await step('fix all leaves no cut that can be joined', async () => {
      await command('Broadsheet: Fix All in File');
      await goTo('学员当中年纪最大');
      await line('这一回总算圆了多年').waitFor();
      await page.keyboard.press('Control+s');
      await until(() => readFileSync(path, 'utf8').includes('可以折算成积分'), 'the file saved');
      await shot('4-fixed');
    });

    await step('headlines, datelines and figures have colours in every kind of theme', async () => {
      await goTo('鹿鸣区夜校开课');
      for (const [theme, name] of [
        ['Light Modern', 'light'],
        ['Dark High Contrast', 'contrast'],
        ['Dark Modern', 'dark'],
      ]) {
        await page.keyboard.press('Control+k');
        await page.keyboard.press('Control+t');
        await page.locator('.quick-input-widget:visible input').fill(theme);
        await page.locator('.quick-input-list .monaco-list-row', { hasText: theme }).first().waitFor();
        await page.keyboard.press('Enter');
        await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
        const colour = (has) =>
          line(has).evaluate((element) => getComputedStyle(element.querySelector('span span:last-child')).color);
        await line('老船工鲁大桨').waitFor();
        await page
          .locator(
            `.monaco-workbench.${theme.includes('Contrast') ? 'hc-black' : theme.startsWith('Dark') ? 'vs-dark' : 'vs'}`,
          )
          .waitFor();
        assert.notEqual(
          await colour('三百名学员学摇橹'),
          await colour('老船工鲁大桨'),
          `${name}: headline and text look alike`,
        );
        await shot(`7-theme-${name}`);
      }
    });

    await step('a plain text that looks like a dump is offered to be read as one', async () => {
      await open(plain);
      const toast = page.locator('.notification-toast', { hasText: 'This looks like a newspaper dump' });
      await toast.waitFor({ timeout: 20_000 });
      await shot('5-offer');
      await toast.getByRole('button', { name: 'Yes' }).click();
      await page.locator('.statusbar-item', { hasText: 'Newspaper Dump' }).waitFor();
    });

    await step('the language status tells state and counts', async () => {
      await open(file);
      await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
      const items = page.locator('.hover-language-status');
      await items.filter({ hasText: '5 articles' }).first().waitFor();
      await shot('6-status');
      await page.mouse.move(5, 5);
    });

    await step('the figures are listed beside the text, sorted and drawn, and lead to their place', async () => {
      await goTo('这次疏浚共清出淤泥');
      await command('Broadsheet: Figures');
      const view = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      const rows = view.locator('tbody tr');
      await rows.first().waitFor();
      await view.getByRole('searchbox').fill('立方米');
      await view.locator('th.value button').click();
      await view.locator('th.value[aria-sort=ascending]').waitFor();
      await view.locator('th.value button').click();
      await view.locator('th.value[aria-sort=descending]').waitFor();
      assert.equal(await rows.first().locator('td.value').textContent(), '940,000');
      assert.equal(await view.locator('svg rect').count(), await rows.count());
      await shot('8-figures');
      await rows.nth(1).press('Enter');
      await page.locator('.statusbar-item', { hasText: '(6 selected)' }).waitFor();
    });

    await step('all dumps of the folder are mended once the changes that are shown are confirmed', async () => {
      const other = join(ws, '霧嶼時報.dump.txt');
      const broken = readFileSync(join(root, 'test/fixture/sample-traditional.dump.txt'), 'utf8');
      writeFileSync(other, broken);
      await page.getByRole('treeitem', { name: '霧嶼時報' }).waitFor();
      // the server is told of new files by and by
      const dialog = page.locator('.monaco-dialog-box');
      const ask = () =>
        until(async () => {
          await command('Broadsheet: Fix All in Folder');
          return dialog.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
          );
        }, 'the question');
      await ask();
      await shot('12-fix-folder-asks');
      await dialog.getByRole('button', { name: 'Show the Changes First' }).click();
      await page.locator('#refactorPreview').waitFor();
      await shot('13-fix-folder-shows');
      await page.getByRole('button', { name: 'Discard' }).click();
      assert.equal(readFileSync(other, 'utf8'), broken);
      await ask();
      await dialog.getByRole('button', { name: 'Mend', exact: true }).click();
      const mended = broken
        .replace('留下垃\n\n圾。', '留下垃圾。')
        .replace('\n\n霧嶼縣海燈節登場　萬盞紙燈照亮港灣\n\n▲', '\n\n▲');
      await until(
        () => readFileSync(other, 'utf8') === mended,
        () => `the file mended; it is\n${readFileSync(other, 'utf8')}`,
      );
    });

    await step('the figures are there again after the window was loaded anew', async () => {
      await open(file);
      await command('Broadsheet: Figures');
      await page
        .frameLocator('iframe.webview')
        .frameLocator('iframe#active-frame')
        .locator('tbody tr')
        .first()
        .waitFor();
      const loaded = page.waitForEvent('load');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget:visible input').fill('>Developer: Reload Window');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Reload Window' }).first().waitFor();
      await page.keyboard.press('Enter');
      await loaded;
      const view = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await view.locator('tbody tr').first().waitFor({ timeout: 60_000 });
      // what the reader had chosen is there too
      await view.locator('th.value[aria-sort=descending]').waitFor();
      assert.equal(await view.getByRole('searchbox').inputValue(), '立方米');
      assert.match((await view.locator('.count').textContent()) ?? '', new RegExp(file.replaceAll('.', '\\.')));
      await shot('14-figures-again');
    });

    await step('the walkthrough has three steps, with pictures and buttons that do what they say', async () => {
      const walkthrough = async () => {
        await command('View: Close All Editors');
        await page.keyboard.press('F1');
        const input = page.locator('.quick-input-widget:visible input');
        await input.fill('>Welcome: Open Walkthrough');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Walkthrough' }).first().waitFor();
        await page.keyboard.press('Enter');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Read a newspaper dump' }).waitFor();
        await input.fill('Read a newspaper dump');
        await page.keyboard.press('Enter');
        await page.locator('.getting-started-step').first().waitFor();
      };
      const steps = page.locator('.getting-started-step');
      const press = async (number, name) => {
        const one = steps.nth(number);
        if (!(await one.getAttribute('class'))?.includes('expanded')) await one.click();
        await one.getByRole('button', { name, exact: true }).click();
      };
      const discard = async () => {
        await page.keyboard.press('Control+k');
        await page.keyboard.press('Control+w');
        await page.getByRole('button', { name: "Don't Save" }).click();
        await page.locator('.tab').first().waitFor({ state: 'detached' });
      };
      await walkthrough();
      assert.equal(await steps.count(), 3);
      for (let number = 0; number < 3; number++) {
        const one = steps.nth(number);
        if (!(await one.getAttribute('class'))?.includes('expanded')) await one.click();
        const text = await one.locator('.step-description-container').textContent();
        assert.doesNotMatch(text, /[`%]|\*\*/, 'no markup is left over');
        const picture = page.locator('.getting-started-media img');
        await until(async () => (await picture.evaluate(({ naturalWidth }) => naturalWidth)) > 300, 'a picture');
        await shot(`15-walkthrough-${number + 1}`);
      }
      await press(0, 'Open the Sample');
      const sample = page.locator('.tab', { hasText: 'Untitled' });
      await sample.waitFor();
      await page.locator('.statusbar-item', { hasText: 'Newspaper Dump' }).waitFor();
      // from the walkthrough the other buttons mean the sample that was opened
      await page
        .locator('.tab', { hasText: 'Welcome' })
        .or(page.locator('.tab', { hasText: 'Walkthrough' }))
        .click();
      await press(1, 'Next Finding');
      await page.locator('.monaco-hover:visible').first().waitFor();
      assert.equal(await sample.count(), 1);
      await discard();
      // and open it where nobody did
      await walkthrough();
      await press(1, 'Fix All in File');
      await line('常常搁浅。去年秋天').waitFor();
      await discard();
      await walkthrough();
      await press(2, 'Show Figures');
      const view = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await view.locator('tbody tr').first().waitFor();
      await shot('16-walkthrough-figures');
      await discard();
    });

    await step('all of it speaks Chinese where the editor does', async () => {
      const chinese = await browser.newPage({ viewport: { width: 1360, height: 850 }, locale: 'zh-CN' });
      // as a language pack sets it; the editor's own words stay English without one
      await chinese.addInitScript(() =>
        Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: 'zh-cn', writable: false }),
      );
      await chinese.goto(workbenchUrl(server, { folder: ws }));
      await chinese.getByRole('treeitem', { name: file }).dblclick({ timeout: 60_000 });
      await chinese.getByRole('tab', { name: new RegExp(file.replaceAll('.', '\\.')), selected: true }).waitFor();
      await chinese.keyboard.press('Control+Shift+m');
      const finding = chinese.locator('.markers-panel .monaco-list-row', { hasText: '总数为“86艘”' });
      await finding.waitFor().catch(async (error) => {
        await chinese.screenshot({ path: join(screenshots, 'failed-chinese.png') });
        throw error;
      });
      await chinese.keyboard.press('F1');
      await chinese.locator('.quick-input-widget:visible input').fill('>Broadsheet: 修复文件');
      await chinese.locator('.quick-input-list .monaco-list-row', { hasText: '修复文件中所有问题' }).waitFor();
      await chinese.screenshot({ path: join(screenshots, '11-chinese.png') });
      await chinese.keyboard.press('Escape');
      await chinese.locator('.statusbar-item[id="status.languageStatus"]').hover();
      await chinese.locator('.hover-language-status', { hasText: '5 篇稿件' }).first().waitFor();
      await chinese.close();
    });

    await step('the page threw no error', async () => assert.deepEqual(problems, []));
  } finally {
    await browser?.close();
    await server?.stop();
    box.dispose();
  }
}
