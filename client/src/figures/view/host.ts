import type { Asked, Column, Scope } from '../row.ts';

/** What the reader has chosen; it outlives the view while that is hidden, and the window. */
export interface State {
  /** The dump that was in the editor. */
  readonly uri?: string;
  readonly scope: Scope;
  readonly words: string;
  readonly kind: string;
  readonly sort: Column;
  readonly down: boolean;
  readonly chart: 'bars' | 'line';
  readonly mark: boolean;
}

/** The view as it first is: the order of the text. */
export const firstState: State = {
  scope: 'dump',
  words: '',
  kind: '',
  sort: 'line',
  down: false,
  chart: 'bars',
  mark: true,
};

/** What VS Code gives a view. */
interface Host {
  postMessage(message: Asked): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi(): Host;

/** The editor around the view. */
export const host: Host = acquireVsCodeApi();
