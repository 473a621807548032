import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pause } from '../../server/src/workspace/pause.ts';

/** In how many pauses, at most so many, a message that was sent before them is read. */
async function pausesUntilRead(pause: () => Promise<void>, most: number): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let isRead = false;
  port1.addEventListener('message', () => {
    isRead = true;
  });
  port1.start();
  port2.postMessage('a key');
  let pauses = 0;
  while (!isRead && pauses < most) {
    await pause();
    pauses++;
  }
  port1.close();
  return isRead ? pauses : Number.POSITIVE_INFINITY;
}

test('a message that has come is read while work pauses', async () => {
  assert.equal(await pausesUntilRead(() => Promise.resolve(), 1000), Number.POSITIVE_INFINITY, 'a promise is no pause');
  assert.ok((await pausesUntilRead(pause, 1000)) < 1000);
});

test('so it is in a worker of a browser, which has no setImmediate', async () => {
  const { setImmediate, MessageChannel } = globalThis;
  const channels: InstanceType<typeof MessageChannel>[] = [];
  Object.assign(globalThis, {
    setImmediate: undefined,
    MessageChannel: class extends MessageChannel {
      constructor() {
        super();
        channels.push(this);
      }
    },
  });
  try {
    // another copy of the module, which finds no setImmediate
    const path = '../../server/src/workspace/pause.ts?browser';
    const { pause: pauseThere }: { pause: typeof pause } = await import(path);
    await pauseThere();
    assert.equal(channels.length, 1, 'it wakes itself by a message');
    // Node, unlike browsers, reads a thousand messages of one channel before it looks at another
    assert.ok((await pausesUntilRead(pauseThere, 5000)) < 5000);
  } finally {
    Object.assign(globalThis, { setImmediate, MessageChannel });
    for (const { port1 } of channels) port1.close();
  }
});
