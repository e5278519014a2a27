import type { FaceEngine } from '../recognition/face-engine.js';
import { timed, type Metrics } from './metrics.js';

/** A face engine whose work is counted. */
export function measuredEngine(engine: FaceEngine, { recognition, recognitionUnderWay }: Metrics): FaceEngine {
  const step = <T>(name: string, work: () => Promise<T>): Promise<T> =>
    timed(work, recognitionUnderWay, (outcome, seconds) => recognition.observe({ step: name, outcome }, seconds));
  return {
    modelId: engine.modelId,
    secondModelId: engine.secondModelId,
    backend: engine.backend,
    analyze: (image, options) => step('analyze', () => engine.analyze(image, options)),
    describeAgain: (image, landmarks) => step('describe_again', () => engine.describeAgain(image, landmarks)),
    stop: () => engine.stop(),
  };
}
