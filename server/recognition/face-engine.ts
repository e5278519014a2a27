/** Pixels, 8 bits a channel. */
export interface PixelImage {
  /** RGB, interleaved, row by row from the top: width * height * 3 bytes. */
  data: Uint8Array;
  width: number;
  height: number;
}

/** In pixels of the image that was analysed; may reach over its borders. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** What a face's photo is like, as far as recognition suffers from it. */
export interface FaceQuality {
  /** 0..1: 1 is a sharp, evenly lit frontal face of good size. Falls with each of the things below. */
  score: number;
  /** Between the middles of the eyes, in pixels of the photo. */
  eyeDistance: number;
  /** Mean luma inside the face, 0..255. */
  brightness: number;
  /** Standard deviation of luma inside the face, 0..128. */
  contrast: number;
  /** Grows with detail at the encoder's scale; see quality.ts. */
  sharpness: number;
  /** Degrees, to the person's own left positive, from the landmarks. */
  yaw: number;
  /** Degrees, up positive, from the landmarks. */
  pitch: number;
  /** Degrees, clockwise in the picture positive. */
  roll: number;
}

/** What the passive models say of whether a living face was before the camera; both weak alone. */
export interface PassiveScores {
  /** 0..1, 1 is genuine. */
  antispoof: number;
  /** 0..1, 1 is alive. */
  liveness: number;
}

export interface DetectedFace {
  box: Box;
  /** 0..1, the detector's own. */
  detectionScore: number;
  /** 68 points of the iBUG layout, in pixels of the image that was analysed. */
  landmarks: readonly Point[];
  quality: FaceQuality;
  /** TEMPLATE_LENGTH numbers; two of the same model are compared by euclidean distance. */
  template: Float32Array;
  /** SECOND_TEMPLATE_LENGTH numbers of length 1, compared by cosine; only where `second` was asked for. */
  secondTemplate?: Float32Array;
  /** Only where `passive` was asked for. */
  passive?: PassiveScores;
}

export interface AnalyzeOptions {
  /** Also describe each face by the second encoder. */
  second?: boolean;
  /** Also run the passive presentation-attack models on each face. */
  passive?: boolean;
}

/** Numbers in one template of the first encoder. */
export const TEMPLATE_LENGTH = 128;
/** Numbers in one template of the second encoder. */
export const SECOND_TEMPLATE_LENGTH = 1024;

/** Finds faces and describes each by a template. */
export interface FaceEngine {
  /** Names encoder and alignment: templates of different ids must never be compared. */
  readonly modelId: string;
  /** The same for the second encoder. */
  readonly secondModelId: string;
  readonly backend: 'tensorflow' | 'wasm';
  /** The faces of an image, the largest first; none is an empty list. Throws when the engine cannot do its work. */
  analyze(image: PixelImage, options?: AnalyzeOptions): Promise<DetectedFace[]>;
  /** A second opinion on a face that was found before: SECOND_TEMPLATE_LENGTH numbers of length 1. */
  describeAgain(image: PixelImage, landmarks: readonly Point[]): Promise<Float32Array>;
  stop(): Promise<void>;
}
