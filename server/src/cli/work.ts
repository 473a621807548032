import { readFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import { Session } from '../lsp/session.ts';
import { say, speak } from '../lsp/translate.ts';
import { applyChanges, fixAllChanges, lineAt, lineStarts, message } from '../newspaper/index.ts';
import { type ConfigProblem, type ReadConfig, readConfig } from '../workspace/config.ts';
import { Configs } from '../workspace/configs.ts';
import { Dump } from '../workspace/dump.ts';
import { nodeFiles } from '../workspace/files.node.ts';
import { defaultSettings, isShown, type Settings, settle } from '../workspace/settings.ts';
import { articlesOf } from './articles.ts';
import { assertLossless, decode, encode, type Writing } from './encoding.ts';
import { figuresOf } from './figures.ts';
import { findingsIn } from './findings.ts';
import type { Fixed, Item, Order, Outcome } from './order.ts';
import { outlineOf } from './outline.ts';
import { Refusal, reasonOf } from './refusal.ts';
import { writeAtomically } from './write.ts';
import { writeArticles } from './writeArticles.ts';

/** Works through dumps by one order, each by itself: whatever goes wrong with one is its outcome. */
export class Workshop {
  private readonly order: Order;
  private readonly configs: Configs;
  private readonly session: Session;
  private chosen: { read: ReadConfig; folder: string } | undefined;

  constructor(order: Order) {
    this.order = order;
    speak(order.locale);
    this.configs = new Configs(nodeFiles, () => undefined);
    // nothing tells of changes here, and a run is short: each is read once
    this.configs.watched = true;
    this.configs.setFolders([pathToFileURL(parse(process.cwd()).root).href]);
    this.session = new Session(this.configs);
  }

  /** Does what was ordered with one dump. Never fails. */
  async work(item: Item): Promise<Outcome> {
    const { name } = item;
    const head = 'id' in item ? { name, id: item.id } : { name };
    if (item.error !== undefined) return { ...head, error: item.error, problems: [] };
    try {
      const { settings, problems } = await this.settingsFor(item);
      const { bytes, text, writing } = await read(item);
      const encoding = writing && { encoding: writing.encoding };
      const dump = new Dump(uriOf(item), 'newspaper', 1, text);
      return { ...head, ...encoding, problems, ...(await this.results(item, dump, settings, bytes, writing)) };
    } catch (error) {
      return { ...head, error: reasonOf(error), problems: [] };
    }
  }

  private async results(
    item: Item,
    dump: Dump,
    settings: Settings,
    bytes: Buffer | undefined,
    writing: Writing | undefined,
  ): Promise<Partial<Outcome>> {
    const { command, out, manner } = this.order;
    // a file that is not to be checked keeps its outline and its articles
    switch (command) {
      case 'check':
        return { findings: settings.enable ? findingsIn(dump, settings) : [] };
      case 'fix':
        return { fix: await this.fix(item, dump, settings, bytes, writing) };
      case 'outline':
        return { outline: await outlineOf(dump, this.session) };
      case 'articles': {
        const articles = await articlesOf(dump, this.session);
        return out === undefined ? { articles } : { files: await writeArticles(out, item.name, articles, manner) };
      }
      case 'figures':
        return { figures: figuresOf(dump) };
    }
  }

  private async fix(
    item: Item,
    dump: Dump,
    settings: Settings,
    bytes: Buffer | undefined,
    writing: Writing | undefined,
  ): Promise<Fixed> {
    const before = dump.document.getText();
    const after = settings.enable
      ? dump.issue.pages
          .map(({ page }) =>
            applyChanges(
              page.text,
              fixAllChanges(page, (finding, on) => isShown(on, finding, settings)),
            ),
          )
          .join('')
      : before;
    const changed = after !== before;
    const { write, backup, diff } = this.order;
    if (bytes === undefined || writing === undefined) return { changed, written: false, text: after };
    if (changed) assertLossless(bytes, before, writing);
    const result = changed ? encode(after, writing) : bytes;
    if (write && item.path !== undefined) {
      if (changed) await writeAtomically(item.path, result, bytes, backup);
      return { changed, written: changed };
    }
    if (!diff) return { changed, written: false, bytes: result };
    return {
      changed,
      written: false,
      ...(changed ? { diff: createTwoFilesPatch(item.name, item.name, before, after) } : {}),
    };
  }

  private async settingsFor(item: Item): Promise<{ settings: Settings; problems: string[] }> {
    const { config } = this.order;
    if (config !== undefined) {
      const chosen = await this.chosenConfig(config);
      const path = pathToFileURL(item.path ?? item.name).href.slice(chosen.folder.length);
      const settings = settle(defaultSettings, chosen.read.config, decodeURIComponent(path));
      return { settings, problems: problemsOf(config, chosen.read) };
    }
    const uri = uriOf(item);
    await this.configs.load(uri);
    const { uri: from, read } = this.configs.of(uri);
    return {
      settings: this.session.settingsOf(uri),
      problems: read && from ? problemsOf(decodeURIComponent(new URL(from).pathname), read) : [],
    };
  }

  private async chosenConfig(path: string): Promise<{ read: ReadConfig; folder: string }> {
    if (this.chosen === undefined) {
      const text = await nodeFiles.read(pathToFileURL(path).href);
      if (text === undefined) throw new Refusal(message('there is no configuration {0}', path));
      this.chosen = { read: readConfig(text), folder: `${pathToFileURL(parse(resolve(path)).dir).href}/` };
    }
    return this.chosen;
  }
}

function uriOf({ path }: Item): string {
  // a text that came in obeys the configuration of the folder one is in
  return pathToFileURL(path ?? join(process.cwd(), 'stdin')).href;
}

async function read(item: Item): Promise<{ bytes?: Buffer; text: string; writing?: Writing }> {
  if (item.text !== undefined) return { text: item.text };
  const bytes = item.bytes === undefined ? await readFile(item.path!) : Buffer.from(item.bytes);
  return { bytes, ...decode(bytes) };
}

function problemsOf(path: string, { text, problems }: ReadConfig): string[] {
  return problems.map(({ span, message: words }: ConfigProblem) => {
    const starts = lineStarts(text);
    const line = lineAt(starts, span.start);
    return `${path}:${line + 1}:${span.start - starts[line]! + 1}: ${say(words)}`;
  });
}
