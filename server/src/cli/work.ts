import { readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import { dependsOnJumps, fatesOfJumps } from '../lsp/feature/jumpFates.ts';
import { Session } from '../lsp/session.ts';
import { say, speak } from '../lsp/translate.ts';
import { applyChanges, fixAllChanges, lineAt, lineStarts } from '../newspaper/index.ts';
import type { ConfigProblem, ReadConfig } from '../workspace/config.ts';
import { Configs } from '../workspace/configs.ts';
import { Dump } from '../workspace/dump.ts';
import { nodeFiles } from '../workspace/files.node.ts';
import { isShown, type Settings } from '../workspace/settings.ts';
import { articlesOf } from './articles.ts';
import { assertLossless, decode, encode, type Writing } from './encoding.ts';
import { figuresOf } from './figures.ts';
import { findingsIn, withFates } from './findings.ts';
import { LastIssues } from './lastIssues.ts';
import { OneConfig } from './oneConfig.ts';
import type { CheckedFinding, Fixed, Item, Order, Outcome } from './order.ts';
import { outlineOf } from './outline.ts';
import { reasonOf } from './refusal.ts';
import { jumpRecordOf, sessionOver } from './together.ts';
import { writeAtomically } from './write.ts';
import { writeArticles } from './writeArticles.ts';

/** A dump as it was read, and what is to be known for working on it. */
interface Work {
  readonly dump: Dump;
  /** In which the dumps of its issue are a folder; the one of all dumps where it has no issue. */
  readonly session: Session;
  readonly settings: Settings;
  /** As the file has it; undefined where the dump came as a text. */
  readonly bytes: Buffer | undefined;
  readonly writing: Writing | undefined;
}

/** Works through dumps by one order, each by itself: whatever goes wrong with one is its outcome. */
export class Workshop {
  private readonly order: Order;
  private readonly session: Session;
  private readonly together = new LastIssues<Session>();

  constructor(order: Order) {
    this.order = order;
    speak(order.locale);
    this.session = new Session(configsFor(order.config));
  }

  /** Does what was ordered with one dump. Never fails. */
  async work(item: Item): Promise<Outcome> {
    const { name } = item;
    const head = 'id' in item ? { name, id: item.id } : { name };
    if (item.error !== undefined) return { ...head, error: item.error, problems: [] };
    // whoever gave the dump takes its issue for told, even if the dump cannot be read
    const session = this.sessionFor(item);
    try {
      const { settings, problems } = await this.settingsFor(item);
      const { bytes, text, writing } = read(item);
      const encoding = writing && { encoding: writing.encoding };
      const dump = this.dumpOf(item, text, session);
      const results = await this.results(item, { dump, session, settings, bytes, writing });
      return { ...head, ...encoding, problems, ...results };
    } catch (error) {
      return { ...head, error: reasonOf(error), problems: [] };
    } finally {
      this.session.forget(uriOf(item));
    }
  }

  /** The dump, understood already where another one of its issue was followed to it. */
  private dumpOf(item: Item, text: string, session: Session): Dump {
    const uri = uriOf(item);
    if (item.issue === undefined) return new Dump(uri, 'newspaper', 1, text);
    const { views } = session.folder;
    const known = views.known(uri)?.dump;
    if (known?.getText() === text) return known;
    const dump = new Dump(uri, 'newspaper', 1, text);
    views.keep({ uri, issue: dump.issue, dump, encoding: undefined });
    return dump;
  }

  private async results(item: Item, work: Work): Promise<Partial<Outcome>> {
    const { command, out, manner } = this.order;
    const { dump, session, settings } = work;
    if (item.first) return { record: jumpRecordOf(dump.uri, dump.getText()) };
    // a file that is not to be checked keeps its outline and its articles
    switch (command) {
      case 'check':
        return { findings: settings.enable ? await this.check(work) : [] };
      case 'fix':
        return { fix: await this.fix(item, work) };
      case 'outline':
        return { outline: await outlineOf(dump, this.session) };
      case 'articles': {
        const articles = await articlesOf(dump, session, this.order.follow);
        return out === undefined ? { articles } : { files: await writeArticles(out, item.name, articles, manner) };
      }
      case 'figures':
        return { figures: await figuresOf(dump, this.session) };
    }
  }

  /** The same for all dumps of an issue: what was read for one is kept for the next. */
  private sessionFor({ issue }: Item): Session {
    if (issue === undefined) return this.session;
    const { key, records = [] } = issue;
    return this.together.get(key, () => sessionOver(records, this.session.configs));
  }

  private async check({ dump, session, settings }: Work): Promise<CheckedFinding[]> {
    const findings = findingsIn(dump, settings);
    if (!this.order.follow || !findings.some(({ code }) => dependsOnJumps(code))) return findings;
    return withFates(findings, await fatesOfJumps(dump, session));
  }

  private async fix(item: Item, { dump, settings, bytes, writing }: Work): Promise<Fixed> {
    const before = dump.getText();
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

  /** What is to be obeyed for a dump: the chosen configuration, or the nearest one. */
  private async settingsFor(item: Item): Promise<{ settings: Settings; problems: string[] }> {
    const uri = uriOf(item);
    const { configs } = this.session;
    await configs.load(uri);
    const { uri: from, read } = configs.of(uri);
    const problems = from === undefined || read === undefined ? [] : problemsOf(fileURLToPath(from), read);
    return { settings: this.session.settingsOf(uri), problems };
  }
}

/** Nothing tells of changed files here, and a run is short: each configuration is read once. */
function configsFor(config: string | undefined): Configs {
  const configs = config === undefined ? new Configs(nodeFiles, () => undefined) : new OneConfig(config);
  configs.watched = true;
  configs.setFolders([pathToFileURL(parse(process.cwd()).root).href]);
  return configs;
}

function uriOf({ path }: Item): string {
  // a text that came in obeys the configuration of the folder one is in
  return pathToFileURL(path ?? join(process.cwd(), 'stdin')).href;
}

function read(item: Item): { bytes?: Buffer; text: string; writing?: Writing } {
  if (item.text !== undefined) return { text: item.text };
  // nothing else is to be done meanwhile, and to wait for a small file takes longer than to read it
  const bytes = item.bytes === undefined ? readFileSync(item.path!) : Buffer.from(item.bytes);
  return { bytes, ...decode(bytes) };
}

function problemsOf(path: string, { text, problems }: ReadConfig): string[] {
  return problems.map(({ span, message: words }: ConfigProblem) => {
    const starts = lineStarts(text);
    const line = lineAt(starts, span.start);
    return `${path}:${line + 1}:${span.start - starts[line]! + 1}: ${say(words)}`;
  });
}
