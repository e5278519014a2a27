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

export interface DetectedFace {
  box: Box;
  /** 0..1, the detector's own. */
  detectionScore: number;
  /** TEMPLATE_LENGTH numbers; two of the same model are compared by euclidean distance. */
  template: Float32Array;
}

/** Numbers in one template. */
export const TEMPLATE_LENGTH = 128;

/** Finds faces and describes each by a template. */
export interface FaceEngine {
  /** Names encoder and alignment: templates of different ids must never be compared. */
  readonly modelId: string;
  readonly backend: 'tensorflow' | 'wasm';
  /** The faces of an image, the largest first; none is an empty list. Throws when the engine cannot do its work. */
  analyze(image: PixelImage): Promise<DetectedFace[]>;
  stop(): Promise<void>;
}
