// What a snapshot is good for: this very release, in this very browser.

// tools/build.py writes a checksum here, of all files that a snapshot comes from.
const RELEASE = "checksum of the release";

export function currentKey() {
  const { userAgent, languages } = navigator;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Python's environment has the language and the time zone from the browser.
  return JSON.stringify([RELEASE, userAgent, languages, timeZone]);
}
