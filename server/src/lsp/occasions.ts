import type { Dump } from '../workspace/dump.ts';
import type { Settings } from '../workspace/settings.ts';

/**
 * Decides when a dump is checked: on type, on save or by hand (`broadsheet.run`). Until a dump is due, the findings of
 * its last check stand, whether the client asks for findings or waits for them.
 */
export class Occasions {
  /** The version that each dump was last checked in. */
  private readonly checked = new WeakMap<Dump, number>();
  /** Dumps that are due whatever was typed meanwhile. */
  private readonly owed = new WeakSet<Dump>();
  private readonly runOf: (uri: string) => Settings['run'];

  constructor(runOf: (uri: string) => Settings['run']) {
    this.runOf = runOf;
  }

  /** Whether a dump is to be checked now. The same text is always looked at again: what it depends on may have changed. */
  isDue(dump: Dump): boolean {
    const run = this.runOf(dump.uri);
    if (run === 'onType' || this.owed.has(dump)) return true;
    const version = this.checked.get(dump);
    return version === undefined ? run === 'onSave' : version === dump.version;
  }

  /** A dump was checked in a version. */
  wasChecked(dump: Dump, version: number): void {
    this.checked.set(dump, version);
    this.owed.delete(dump);
  }

  /** The reader asks for a check. */
  ask(dump: Dump): void {
    this.owed.add(dump);
  }

  /** A dump was saved. Whether it is due by that, and was not before. */
  saved(dump: Dump): boolean {
    if (this.runOf(dump.uri) !== 'onSave' || this.checked.get(dump) === dump.version) return false;
    this.owed.add(dump);
    return true;
  }

  /** What is shown depends on something that the reader has changed: that holds at once where anything is shown. */
  choicesChanged(dumps: Iterable<Dump>): void {
    for (const dump of dumps) if (this.checked.has(dump)) this.owed.add(dump);
  }
}
