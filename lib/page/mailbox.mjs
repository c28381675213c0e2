// What a worker posts beside its answers: the phases of its start, the progress of a job, and figures.
// Their pixels stay here. In MicroPython every JavaScript object that is handed over is kept until
// its collector runs, which does not know that a small reference may hold megabytes.

const figures = new Map();
// The last figure that came without routes: { number of its question, figure }.
let ground = null;

// Hear a worker from now on. reached(phase, detail) is called for each phase of its start,
// progressed(number, done) for each part of a job.
export function listen(worker, reached, progressed) {
  worker.addEventListener("message", ({ data }) => {
    if (data?.figures) figures.set(data.number, data.figures);
    else if (data?.ground) ground = { number: data.number, figure: data.ground };
    else if (data?.phase) reached(data.phase, data.detail ?? "");
    else if (data?.done !== undefined) progressed(data.number, data.done);
  });
}

// Paint a figure that came with the answer to a question on a canvas of the page. Whether there
// was one: nothing is thrown, since MicroPython could not catch it.
export function paint(number, index, canvas) {
  return put(figures.get(number)?.[index], canvas);
}

// Paint the ground that came with the answer to a question, if it is the last that came.
export function paintGround(number, canvas) {
  return put(ground?.number === number && ground.figure, canvas);
}

function put(figure, canvas) {
  const context = canvas.getContext("2d");
  if (!figure || !context) return false;
  const { width, height, pixels } = figure;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const image = new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
  context.putImageData(image, 0, 0);
  return true;
}

// Throw away the figures of a question, painted or not.
export function forget(number) {
  figures.delete(number);
}

// The answers that figures came with will never come.
export function forgetAll() {
  figures.clear();
}
