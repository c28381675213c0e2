// The one snapshot that this site keeps, in IndexedDB, which insecure addresses have as well; and how
// often it was made or restored without anybody having seen the end of that. Something in it may bring
// down the whole tab: it is not tried for ever.
import { currentKey } from "./key.mjs";

const SITE = new URL("../../../", import.meta.url).pathname;
const STORE = "kept";
// Unfinished attempts of a kind after which there are no more on the same day. A visitor who leaves
// early ends one, too.
const MOST = 3;
const DAY = 24 * 60 * 60 * 1000;

// The snapshot of this release and browser, or null. An attempt to restore it has begun.
export function beginToRestore() {
  return transact((store, give) => {
    readAll(store, ({ record, attempts }) => {
      if (record?.key !== attempts.key) return give(null);
      if (attempts.restoring < MOST) {
        store.put({ ...attempts, restoring: attempts.restoring + 1 }, "attempts");
        return give(record);
      }
      store.delete("record");
      give(null);
    });
  });
}

// Whether a snapshot is wanted. An attempt to make it has begun.
export function beginToMake() {
  return transact((store, give) => {
    readAll(store, ({ record, attempts }) => {
      const wanted = record?.key !== attempts.key;
      const hopeful = attempts.making < MOST && attempts.restoring < MOST;
      if (wanted && hopeful) store.put({ ...attempts, making: attempts.making + 1 }, "attempts");
      give(wanted && hopeful);
    });
  });
}

// An attempt has come to a good end.
export function finish(kind) {
  return transact((store, give) => {
    readAll(store, ({ attempts }) => {
      store.put({ ...attempts, [kind]: 0 }, "attempts");
      give(true);
    });
  });
}

export function keep(record) {
  return transact((store, give) => {
    store.put({ ...record, key: currentKey() }, "record");
    give(true);
  });
}

// Throw it away: it is of no use.
export function forget() {
  return transact((store, give) => {
    store.delete("record");
    give(true);
  });
}

function readAll(store, heard) {
  const key = currentKey();
  const day = Math.floor(Date.now() / DAY);
  const none = { key, day, restoring: 0, making: 0 };
  const [record, kept] = ["record", "attempts"].map((name) => store.get(name));
  kept.onsuccess = () => {
    const count = kept.result?.key === key && kept.result.day === day;
    const attempts = count ? kept.result : none;
    heard({ record: record.result, attempts });
  };
}

// What work(store, give) gives, once all that it has written is kept; rejects where there is no
// storage, or no room.
async function transact(work) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      let given;
      const transaction = database.transaction(STORE, "readwrite");
      transaction.oncomplete = () => resolve(given);
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE), (value) => (given = value));
    });
  } finally {
    database.close();
  }
}

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`snapshot ${SITE}`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}
