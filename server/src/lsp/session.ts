import type { CancellationToken, ClientCapabilities } from 'vscode-languageserver';
import type { Config } from '../workspace/config.ts';
import type { Configs } from '../workspace/configs.ts';
import type { Dump } from '../workspace/dump.ts';
import { noFiles } from '../workspace/folder/files.ts';
import { Folder, noDumps } from '../workspace/folder/folder.ts';
import { remembering } from '../workspace/remember.ts';
import { defaultSettings, type Settings, settle } from '../workspace/settings.ts';
import { within } from '../workspace/uri.ts';
import { pullsDiagnostics } from './greeting.ts';
import { Occasions } from './occasions.ts';

/** What every feature may know besides the dump that it is asked about. */
export class Session {
  private own: Settings = defaultSettings;
  private ofFolders: ReadonlyMap<string, Settings> = new Map();
  /** When a dump is checked. */
  readonly occasions = new Occasions((uri) => this.chosenFor(uri).run);
  /** What the folders say. */
  readonly configs: Configs;
  /** All dumps of the workspace; without one given, a dump stands alone. */
  readonly folder: Folder;
  capabilities: ClientCapabilities = {};
  /** Where the reader finds what a code means; undefined where the client did not say. */
  manual: string | undefined;

  /** Has the dumps checked again when the reader pauses; set by the server. */
  checkAfterTyping: () => void = () => undefined;

  /** By dump, asked for several times after every key. */
  private chosenFor = this.choosing();

  private readonly settled = new Map<string, { settings: Settings; config: Config; result: Settings }>();

  constructor(configs: Configs, folder: Folder = new Folder(noFiles, noDumps)) {
    this.configs = configs;
    this.folder = folder;
  }

  /** The settings for one dump: what its folder says, then what the reader has chosen. The same object until either changes. */
  settingsOf(uri: string): Settings {
    const settings = this.chosenFor(uri);
    const { config, path } = this.configs.of(uri);
    const known = this.settled.get(uri);
    if (known?.settings === settings && known.config === config) return known.result;
    const result = settle(settings, config, path);
    this.settled.set(uri, { settings, config, result });
    return result;
  }

  /** What the reader has chosen; for a dump ask {@link settingsOf}. */
  get settings(): Settings {
    return this.own;
  }

  /** Takes over what the reader has chosen, and what for single workspace folders, by their URI. */
  choose(settings: Settings, ofFolders: ReadonlyMap<string, Settings> = new Map()): void {
    this.own = settings;
    this.ofFolders = ofFolders;
    this.chosenFor = this.choosing();
  }

  /** Gives what the reader has chosen for the nearest folder that a dump is in. */
  private choosing(): (uri: string) => Settings {
    const { own, ofFolders } = this;
    return remembering((uri) => {
      const roots = [...ofFolders.keys()].filter((root) => within(root, uri));
      const nearest = roots.sort((a, b) => b.length - a.length)[0];
      return (nearest === undefined ? undefined : ofFolders.get(nearest)) ?? own;
    });
  }

  /** Forgets what was kept for a dump that is closed. */
  forget(uri: string): void {
    this.settled.delete(uri);
  }

  get pullsDiagnostics(): boolean {
    return pullsDiagnostics(this.capabilities);
  }
}

/** A feature: what the dump answers to a request. Undefined is sent as null. */
export type Feature<Params, Result> = (
  dump: Dump,
  params: Params,
  session: Session,
  token: CancellationToken,
) => Result | undefined | Promise<Result | undefined>;
