/**
 * Where the thread's program lies: beside this file when that is compiled. Run from the TypeScript source, as tests are,
 * the compiled one below dist/ is taken, since Node cannot load TypeScript in a thread.
 */
export function engineThreadUrl(here = import.meta.url): URL {
  return here.endsWith('.ts')
    ? new URL('../../dist/server/recognition/face-engine-worker.js', here)
    : new URL('./face-engine-worker.js', here);
}
