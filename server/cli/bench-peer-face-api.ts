import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import sharp from 'sharp';
import { readModelFiles, type NetName } from '../recognition/model-files.js';
import { startBackend } from '../recognition/tfjs-backend.js';

/** face-api as its package comes: SSD MobileNet v1, 68 landmarks, descriptor; every face of the photo. */
export async function loadFaceApi(): Promise<(jpeg: Buffer) => Promise<number>> {
  await startBackend();
  await loadNet(faceapi.nets.ssdMobilenetv1, 'ssd_mobilenetv1_model');
  await loadNet(faceapi.nets.faceLandmark68Net, 'face_landmark_68_model');
  await loadNet(faceapi.nets.faceRecognitionNet, 'face_recognition_model');
  return async (jpeg) => {
    const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const pixels = faceapi.tf.tensor3d(data, [info.height, info.width, 3], 'int32');
    const faces = await faceapi.detectAllFaces(pixels).withFaceLandmarks().withFaceDescriptors();
    pixels.dispose();
    return faces.length;
  };
}

async function loadNet(net: faceapi.NeuralNetwork<unknown>, model: NetName): Promise<void> {
  const { manifest, weights } = await readModelFiles(model);
  const specs = (manifest as faceapi.tf.io.WeightsManifestConfig).flatMap((group) => group.weights);
  net.loadFromWeightMap(faceapi.tf.io.decodeWeights(weights, specs));
}
