import type { Outbox, Store } from '@latchkey/core';

/** The same store; `noticed` is called after every commit that added a letter. */
export function noticeLetters(store: Store, noticed: () => void): Store {
  return {
    ...store,
    outbox: watched(store.outbox, noticed),
    transaction: async (work) => {
      let isAdded = false;
      const result = await store.transaction((stores) => {
        const outbox = watched(stores.outbox, () => {
          isAdded = true;
        });
        return work({ ...stores, outbox });
      });
      if (isAdded) noticed();
      return result;
    },
  };
}

function watched(outbox: Outbox, added: () => void): Outbox {
  return {
    ...outbox,
    add: async (letter) => {
      await outbox.add(letter);
      added();
    },
    retry: async (id, now) => {
      const isDue = await outbox.retry(id, now);
      if (isDue) added();
      return isDue;
    },
  };
}
