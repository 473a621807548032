import process from 'node:process';
import { Presets, SingleBar } from 'cli-progress';

/** How far the work is; on a terminal only, and gone when it is done. */
export class Progress {
  private readonly bar: SingleBar | undefined;
  private taken = 0;

  constructor(wanted: boolean) {
    if (!wanted || !process.stderr.isTTY) return;
    const format = '{bar} {value}/{total} {name}';
    this.bar = new SingleBar(
      { stream: process.stderr, format, clearOnComplete: true, hideCursor: true, fps: 5, barsize: 20 },
      Presets.shades_classic,
    );
    this.bar.start(1, 0, { name: '' });
  }

  /** One dump more is under way. */
  take(): void {
    this.bar?.setTotal(++this.taken);
  }

  /** One dump more is done. */
  done(name: string): void {
    this.bar?.increment(1, { name: name.slice(-60) });
  }

  /** Makes room for a line of output; the bar is drawn again below it. */
  clear(): void {
    if (this.bar !== undefined) process.stderr.write('\r\u001b[K');
  }

  stop(): void {
    this.bar?.stop();
  }
}
