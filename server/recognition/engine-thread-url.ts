/**
 * Where a thread's program lies: beside this file when that is compiled. Run from the TypeScript source, as tests are,
 * the compiled one below dist/ is taken, since Node cannot load TypeScript in a thread.
 */
export function engineThreadUrl(program = 'face-engine-worker', here = import.meta.url, folder = 'recognition'): URL {
  return here.endsWith('.ts')
    ? new URL(`../../dist/server/${folder}/${program}.js`, here)
    : new URL(`./${program}.js`, here);
}
