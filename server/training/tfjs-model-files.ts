import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';

/** Writes a layers model as `model.json` and `weights.bin`, which any TensorFlow.js loads. */
export async function saveTfjsModel(model: tf.LayersModel, folder: string): Promise<void> {
  await model.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData, format, generatedBy }) => {
      const weights = tf.io.concatenateArrayBuffers([weightData!].flat());
      await writeFile(path.join(folder, 'weights.bin'), Buffer.from(weights), { mode: 0o600 });
      const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
      const json = { format, generatedBy, convertedBy: null, modelTopology, weightsManifest };
      await writeFile(path.join(folder, 'model.json'), JSON.stringify(json), { mode: 0o600 });
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON({ modelTopology, weightSpecs, weightData }) };
    }),
  );
}

/** Reads what `saveTfjsModel` wrote. */
export async function loadTfjsModel(folder: string): Promise<tf.LayersModel> {
  const json = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8')) as {
    modelTopology: object;
    weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
  };
  const weights = await readFile(path.join(folder, 'weights.bin'));
  const weightData = weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength);
  const weightSpecs = json.weightsManifest.flatMap(({ weights: specs }) => specs);
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology: json.modelTopology, weightSpecs, weightData }));
}
