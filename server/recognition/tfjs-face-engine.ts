import * as tf from '@tensorflow/tfjs';
import { BLAZEFACE_SIZE } from './blazeface-boxes.js';
import { withEvenLight } from './even-light.js';
import { CHIP_SIZE, cutFaceChip, faceView } from './face-chip.js';
import type { AnalyzeOptions, DetectedFace, FaceEngine, PassiveScores, PixelImage, Point } from './face-engine.js';
import { findFaces, LANDMARK_SIZE, type FindingNets, type FoundFace } from './face-finder.js';
import { mirrored, renderView } from './image-view.js';
import { MODEL_ID, SECOND_MODEL_ID } from './model-files.js';
import { measureQuality } from './quality.js';
import { startBackend } from './tfjs-backend.js';
import { BlazeFace } from './tfjs-blazeface.js';
import { FirstEncoder } from './tfjs-first-encoder.js';
import { GRAPH_MODELS, loadGraphModel, scoreByGraphModel } from './tfjs-graph-model.js';
import { LandmarkNet } from './tfjs-landmark-net.js';
import { SECOND_CHIP_SIZE, SecondEncoder } from './tfjs-second-encoder.js';
import { detectBySsd, disposeSsd, loadSsd } from './tfjs-ssd-detector.js';

/** Of a crowd the largest few are described: whether one stands in front is seen from the two largest. */
const MAX_FACES = 6;
/** The passive models see half as much again of the surroundings as the chip shows: a choice, not measured. */
const PASSIVE_ZOOM = 0.7;

type GraphModelName = keyof typeof GRAPH_MODELS;
type Models = Record<GraphModelName, tf.GraphModel> & {
  blazeFace: BlazeFace;
  landmarkNet: LandmarkNet;
  first: FirstEncoder;
  second: SecondEncoder;
};

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
      blazeFace: (picture, minScore) => models.blazeFace.detect(picture, minScore),
      ssd: detectBySsd,
      landmarks: (picture) => models.landmarkNet.find(picture),
      isFace: (picture) => this.scoreOf('facemesh', picture),
    };
  }

  /** Loads and warms up. Throws when there is no fast backend, or a model file is missing or not the pinned one. */
  static async load(): Promise<TfjsFaceEngine> {
    const backend = await startBackend();
    const [blazeFace, landmarkNet, first, second, facemesh, antispoof, liveness] = await Promise.all([
      BlazeFace.load(),
      LandmarkNet.load(),
      FirstEncoder.load(),
      SecondEncoder.load(),
      loadGraphModel('facemesh'),
      loadGraphModel('antispoof'),
      loadGraphModel('liveness'),
      loadSsd(),
    ]);
    const models = { blazeFace, landmarkNet, first, second, facemesh, antispoof, liveness };
    const engine = new TfjsFaceEngine(backend, models);
    engine.warmUp();
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
    return found.map((face) => this.describe(image, face, options));
  }

  async describeAgain(image: PixelImage, landmarks: readonly Point[]): Promise<Float32Array> {
    return this.describeBySecond(image, landmarks);
  }

  async stop(): Promise<void> {
    disposeSsd();
    for (const model of Object.values(this.models)) model.dispose();
  }

  private describe(image: PixelImage, face: FoundFace, options: AnalyzeOptions): DetectedFace {
    const { landmarks } = face;
    const chip = cutFaceChip(image, landmarks);
    return {
      box: face.box,
      detectionScore: face.score,
      landmarks,
      quality: measureQuality(chip, landmarks),
      template: this.models.first.describe(chip),
      ...(options.second && { secondTemplate: this.describeBySecond(image, landmarks) }),
      ...(options.passive && { passive: this.passiveScores(image, landmarks) }),
    };
  }

  /** What the chip shows, in even light. The sum of the answers to it and to its mirror image, to length 1. */
  private describeBySecond(image: PixelImage, landmarks: readonly Point[]): Float32Array {
    const view = faceView(landmarks, SECOND_CHIP_SIZE);
    const picture = withEvenLight(renderView(image, view, SECOND_CHIP_SIZE));
    const { second } = this.models;
    return unitSum(...(second.describe([picture, mirrored(picture)]) as [Float32Array, Float32Array]));
  }

  private passiveScores(image: PixelImage, landmarks: readonly Point[]): PassiveScores {
    const scoreOf = (name: 'antispoof' | 'liveness'): number => {
      const { size } = GRAPH_MODELS[name];
      return this.scoreOf(name, renderView(image, faceView(landmarks, size, PASSIVE_ZOOM), size));
    };
    return { antispoof: scoreOf('antispoof'), liveness: scoreOf('liveness') };
  }

  private scoreOf(name: GraphModelName, picture: PixelImage): number {
    return scoreByGraphModel(this.models[name], picture, GRAPH_MODELS[name].answer);
  }

  /** The first run of each net compiles its kernels, which no employee should wait for. */
  private warmUp(): void {
    const { blazeFace, landmarkNet, first, second } = this.models;
    const blank = (side: number): PixelImage => ({ data: new Uint8Array(side * side * 3), width: side, height: side });
    blazeFace.detect(blank(BLAZEFACE_SIZE), 1);
    landmarkNet.find(blank(LANDMARK_SIZE));
    first.describe(blank(CHIP_SIZE));
    second.describe([blank(SECOND_CHIP_SIZE), blank(SECOND_CHIP_SIZE)]);
    for (const name of Object.keys(GRAPH_MODELS) as GraphModelName[])
      this.scoreOf(name, blank(GRAPH_MODELS[name].size));
  }
}

function unitSum(one: Float32Array, other: Float32Array): Float32Array {
  const sum = one.map((value, index) => value + other[index]!);
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
