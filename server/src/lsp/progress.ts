import {
  type Connection,
  ProgressType,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';
import type { Stop } from '../workspace/folder/files.ts';
import type { Session } from './session.ts';

/** A bar that the reader sees while long work goes on, and can stop it with. */
export interface Progress {
  /** Says how far the work is; costs nothing where the percentage is still the same. */
  report(done: number, all: number): void;
  /** Takes the bar away. */
  end(): void;
  /** Whether the reader, or whoever asked for the work, has stopped it. */
  readonly stop: Stop;
}

/** Where a bar is shown: under a token that the client gave, or one that it is asked for. */
export interface ProgressPlace {
  readonly connection: Connection;
  readonly session: Session;
  readonly token?: string | number | undefined;
}

const workDone = new ProgressType<WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd>();

/** Shows a bar; where the client has none, only the stopping remains. */
export async function beginProgress(
  { connection, session, token }: ProgressPlace,
  title: string,
  asked: Stop,
): Promise<Progress> {
  if (token !== undefined) {
    const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) =>
      void connection.sendProgress(workDone, token, value);
    send({ kind: 'begin', title, cancellable: true, percentage: 0 });
    return {
      report: steps((percentage, text) => send({ kind: 'report', percentage, message: text })),
      end: () => send({ kind: 'end' }),
      stop: asked,
    };
  }
  if (session.capabilities.window?.workDoneProgress !== true) return { report: () => {}, end: () => {}, stop: asked };
  const shown = await connection.window.createWorkDoneProgress();
  shown.begin(title, 0, undefined, true);
  return {
    report: steps((percentage, text) => shown.report(percentage, text)),
    end: () => shown.done(),
    stop: {
      get isCancellationRequested() {
        return asked.isCancellationRequested || shown.token.isCancellationRequested;
      },
    },
  };
}

/** Reports at whole percentages only: a message for each of 20,000 files would cost more than the files. */
function steps(send: (percentage: number, text: string) => void): (done: number, all: number) => void {
  let last = 0;
  return (done, all) => {
    const percentage = all === 0 ? 100 : Math.floor((done / all) * 100);
    if (percentage === last) return;
    last = percentage;
    send(percentage, `${done} / ${all}`);
  };
}
