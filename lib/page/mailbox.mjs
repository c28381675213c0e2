// What a worker posts beside its answers: the stages of its start, the progress of a job, and figures.
// Their pixels stay here. In MicroPython every JavaScript object that is handed over is kept until its collector
// runs, which does not know that a small reference may hold megabytes.

const figures = new Map();

// Hear a worker from now on. staged(stage, detail) is called for each stage of its start,
// progressed(number, done) for each part of a job.
export function listen(worker, staged, progressed) {
  figures.clear();
  worker.addEventListener("message", ({ data }) => {
    if (data?.figures) figures.set(data.number, data.figures);
    else if (data?.stage) staged(data.stage, data.detail ?? "");
    else if (data?.done !== undefined) progressed(data.number, data.done);
  });
}

// Paint a figure that came with the answer to a question on a canvas of the page.
export function paint(number, index, canvas) {
  const { width, height, pixels } = figures.get(number)[index];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const image = new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
  canvas.getContext("2d").putImageData(image, 0, 0);
}

// Throw away the figures of a question, painted or not, and those of all before it.
export function forget(number) {
  for (const earlier of figures.keys()) if (earlier <= number) figures.delete(earlier);
}
