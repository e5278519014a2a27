import { modelNames, readModelFiles } from '../recognition/model-files.js';

// npm run models:verify: whether every face model is, byte for byte, the one that was tested. The server refuses others
// by itself when it loads them; this says so without starting it.
let wrong = 0;
for (const name of modelNames) {
  try {
    const { weights } = await readModelFiles(name);
    console.log(`ok     ${name} (${(weights.byteLength / 2 ** 20).toFixed(1)} MB)`);
  } catch (error) {
    wrong++;
    console.log(`wrong  ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
process.exitCode = wrong > 0 ? 1 : 0;
