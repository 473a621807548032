import type { CancellationToken, ClientCapabilities } from 'vscode-languageserver';
import type { Dump } from '../workspace/dump.ts';
import { defaultSettings, type Settings } from '../workspace/settings.ts';

/** What every feature may know besides the dump that it is asked about. */
export class Session {
  settings: Settings = defaultSettings;
  capabilities: ClientCapabilities = {};
  /** Where the reader finds what a code means; undefined where the client did not say. */
  manual: string | undefined;

  get pullsDiagnostics(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined;
  }
}

/** A feature: what the dump answers to a request. Undefined is sent as null. */
export type Feature<Params, Result> = (
  dump: Dump,
  params: Params,
  session: Session,
  token: CancellationToken,
) => Result | undefined | Promise<Result | undefined>;
