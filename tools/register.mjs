// The page keeps itself for later visits (service-worker.js), after its first figure. Where service
// workers are missing or refused, on insecure addresses and in private windows, nothing happens.
const boot = document.getElementById("boot");

function keep() {
  if (!boot.hidden) return;
  watch.disconnect();
  navigator.serviceWorker?.register("./service-worker.js").catch(() => {});
}

const watch = new MutationObserver(keep);
watch.observe(boot, { attributes: true });
keep();
