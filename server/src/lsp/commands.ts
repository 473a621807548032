import type { Connection } from 'vscode-languageserver';
import { checkCommand } from '../protocol.ts';
import type { Ignored } from '../workspace/config.ts';
import type { Dump } from '../workspace/dump.ts';
import { holdCommand } from './greeting.ts';
import type { Session } from './session.ts';

/** What follows a command. */
export interface Consequences {
  /** Has everything that is due checked again. */
  readonly recheck: () => void;
  /** The reader has changed what is ignored. */
  readonly choicesChanged: () => void;
}

/** Carries out the server's commands. */
export function serveCommands(
  connection: Connection,
  session: Session,
  openDumps: () => Iterable<Dump>,
  { recheck, choicesChanged }: Consequences,
): void {
  connection.onExecuteCommand(({ command, arguments: given }) => {
    switch (command) {
      case holdCommand:
        session.configs.hold(given?.[0] as Ignored);
        choicesChanged();
        break;
      case checkCommand: {
        const uri: unknown = given?.[0];
        for (const dump of openDumps()) if (uri === undefined || dump.uri === uri) session.occasions.ask(dump);
        recheck();
      }
    }
  });
}
