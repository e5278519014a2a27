import * as tf from '@tensorflow/tfjs';
import { BLAZEFACE_SIZE, decodeBlazeFace, type BlazeFaceDetection } from './blazeface-boxes.js';
import { withEvenLight } from './even-light.js';
import { CHIP_SIZE, cutFaceChip, faceView } from './face-chip.js';
import type { AnalyzeOptions, DetectedFace, FaceEngine, PassiveScores, PixelImage, Point } from './face-engine.js';
import { findFaces, LANDMARK_SIZE, type FindingNets, type FoundFace } from './face-finder.js';
import { mirrored, renderView } from './image-view.js';
import { MODEL_ID, SECOND_MODEL_ID } from './model-files.js';
import { measureQuality } from './quality.js';
import { startBackend } from './tfjs-backend.js';
import { describeChip, detectBySsd, disposeFaceApiNets, findLandmarks, loadFaceApiNets } from './tfjs-face-api-nets.js';
import { GRAPH_MODELS, loadGraphModel, runGraphModel } from './tfjs-graph-model.js';

/** Of a crowd the largest few are described: whether one stands in front is seen from the two largest. */
const MAX_FACES = 6;
/** The passive models see half as much again of the surroundings as the chip shows: a choice, not measured. */
const PASSIVE_ZOOM = 0.7;

type Models = Record<keyof typeof GRAPH_MODELS, tf.GraphModel>;

/**
 * BlazeFace (SSD MobileNet v1 where that fails) -> 68 landmarks -> upright 150x150 chip -> 128 numbers. It computes in the
 * thread that it is in; a server holds an EnginePool, which keeps one of these in each of its threads.
 */
export class TfjsFaceEngine implements FaceEngine {
  readonly modelId = MODEL_ID;
  readonly secondModelId = SECOND_MODEL_ID;
  private readonly nets: FindingNets;

  private constructor(
    readonly backend: FaceEngine['backend'],
    private readonly models: Models,
  ) {
    this.nets = {
      blazeFace: (picture, minScore) => this.detect(picture, minScore),
      ssd: detectBySsd,
      landmarks: findLandmarks,
      isFace: (picture) => this.scoreOf('facemesh', picture),
    };
  }

  /** Loads and warms up. Throws when there is no fast backend, or a model file is missing or not the pinned one. */
  static async load(): Promise<TfjsFaceEngine> {
    const backend = await startBackend();
    const [blazeface, facemesh, faceres, antispoof, liveness] = await Promise.all([
      loadGraphModel('blazeface'),
      loadGraphModel('facemesh'),
      loadGraphModel('faceres'),
      loadGraphModel('antispoof'),
      loadGraphModel('liveness'),
      loadFaceApiNets(),
    ]);
    const engine = new TfjsFaceEngine(backend, { blazeface, facemesh, faceres, antispoof, liveness });
    await engine.warmUp();
    return engine;
  }

  /** Tensors alive in this thread: the weights, between two photos. */
  get tensorCount(): number {
    return tf.memory().numTensors;
  }

  async analyze(image: PixelImage, options: AnalyzeOptions = {}): Promise<DetectedFace[]> {
    if (image.data.length !== image.width * image.height * 3) {
      throw new RangeError(`${image.width}x${image.height} pixels do not take ${image.data.length} bytes`);
    }
    const found = (await findFaces(image, this.nets)).slice(0, MAX_FACES);
    const faces: DetectedFace[] = [];
    for (const face of found) faces.push(await this.describe(image, face, options));
    return faces;
  }

  describeAgain(image: PixelImage, landmarks: readonly Point[]): Promise<Float32Array> {
    return this.describeBySecond(image, landmarks);
  }

  async stop(): Promise<void> {
    disposeFaceApiNets();
    for (const model of Object.values(this.models)) model.dispose();
  }

  private async describe(image: PixelImage, face: FoundFace, options: AnalyzeOptions): Promise<DetectedFace> {
    const { landmarks } = face;
    const chip = cutFaceChip(image, landmarks);
    return {
      box: face.box,
      detectionScore: face.score,
      landmarks,
      quality: measureQuality(chip, landmarks),
      template: await describeChip(chip),
      ...(options.second && { secondTemplate: await this.describeBySecond(image, landmarks) }),
      ...(options.passive && { passive: await this.passiveScores(image, landmarks) }),
    };
  }

  private async detect(picture: PixelImage, minScore: number): Promise<BlazeFaceDetection[]> {
    const answers = await runGraphModel(this.models.blazeface, picture, GRAPH_MODELS.blazeface);
    const [fineLogits, coarseLogits, fineValues, coarseValues] = answers;
    return decodeBlazeFace(joined(fineLogits, coarseLogits), joined(fineValues, coarseValues), minScore);
  }

  /** What the chip shows, in even light. The sum of the answers to it and to its mirror image, to length 1. */
  private async describeBySecond(image: PixelImage, landmarks: readonly Point[]): Promise<Float32Array> {
    const { size } = GRAPH_MODELS.faceres;
    const picture = withEvenLight(renderView(image, faceView(landmarks, size), size));
    const [one] = await runGraphModel(this.models.faceres, picture, GRAPH_MODELS.faceres);
    const [other] = await runGraphModel(this.models.faceres, mirrored(picture), GRAPH_MODELS.faceres);
    return unitSum(one!, other!);
  }

  private async passiveScores(image: PixelImage, landmarks: readonly Point[]): Promise<PassiveScores> {
    const scoreOf = (name: 'antispoof' | 'liveness'): Promise<number> => {
      const { size } = GRAPH_MODELS[name];
      return this.scoreOf(name, renderView(image, faceView(landmarks, size, PASSIVE_ZOOM), size));
    };
    return { antispoof: await scoreOf('antispoof'), liveness: await scoreOf('liveness') };
  }

  private async scoreOf(name: keyof Models, picture: PixelImage): Promise<number> {
    const [answer] = await runGraphModel(this.models[name], picture, GRAPH_MODELS[name]);
    return answer![0]!;
  }

  /** The first run of each net compiles its kernels: half a second that no employee should wait for. */
  private async warmUp(): Promise<void> {
    const blank = (side: number): PixelImage => ({ data: new Uint8Array(side * side * 3), width: side, height: side });
    await this.detect(blank(BLAZEFACE_SIZE), 1);
    await findLandmarks(blank(LANDMARK_SIZE));
    await describeChip(blank(CHIP_SIZE));
  }
}

function joined(one: Float32Array | undefined, other: Float32Array | undefined): Float32Array {
  const all = new Float32Array(one!.length + other!.length);
  all.set(one!);
  all.set(other!, one!.length);
  return all;
}

function unitSum(one: Float32Array, other: Float32Array): Float32Array {
  const sum = one.map((value, index) => value + other[index]!);
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
