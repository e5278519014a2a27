import { CHIP_SIZE } from './face-chip.js';
import type { FaceQuality, PixelImage, Point } from './face-engine.js';

/** Where the limits are strict (a photo that is kept and compared with for years) and where lenient (a frame at the door). */
export type QualityUse = 'enrolment' | 'kiosk';

/** The part of the chip without hair and background: brow to chin, cheek to cheek. */
const FACE = { left: 34, right: 116, top: 30, bottom: 124 } as const;
/** Sharpness is measured on the chip at half its size, so that small photographs are not taken for blurred ones. */
const SHARPNESS_STEP = 2;

/**
 * The nose tip stands out by this part of the half distance between the outer corners of the eyes, seen from their plane
 * (about 36 of 45 mm in adults). With a straight face it lies at 0.51 of the way from the eyes to the mouth, as in dlib's
 * mean shape, and the eyes are 58.8 pixels of the chip above the mouth.
 */
const NOSE_BY_HALF_WIDTH = 0.8;
const STRAIGHT_NOSE = 0.509;
const NOSE_BY_EYES_TO_MOUTH = 0.51;
const DEGREES = 180 / Math.PI;

/** `chip` as cutFaceChip gives it; `landmarks` the 68 points of the iBUG layout in pixels of the photo. */
export function measureQuality(chip: PixelImage, landmarks: readonly Point[]): FaceQuality {
  const { brightness, contrast, sharpness } = measureLight(chip);
  const { yaw, pitch, roll } = measurePose(landmarks);
  const eyeDistance = distance(mean(landmarks.slice(36, 42)), mean(landmarks.slice(42, 48)));
  const measured = { eyeDistance, brightness, contrast, sharpness, yaw, pitch, roll };
  return { score: scoreOf(measured), ...measured };
}

interface Limits {
  minEyeDistance: number;
  minBrightness: number;
  maxBrightness: number;
  minContrast: number;
  minSharpness: number;
  maxYaw: number;
  maxPitch: number;
  maxRoll: number;
}

/**
 * Measured on every 16th of 287 photographs and on altered copies, by how far the template moves from that of the
 * photograph (0.45 is about where a person is not known any more). Sharpness: photographs 0.52 to 1.6, grey copies of 64
 * pixels 0.44 and more, blurred by 2 % of the width 0.21 (moved by 0.45 at most), by 3 % 0.08 to 0.19 (0.40 to 0.79).
 * Light: at a fifth of it brightness is 33, contrast 4.4 and the template moved by 0.29 at most; at a tenth 16, 2.3 and
 * 0.43. The photographs' own brightness is 32 to 243, contrast 9 to 79, yaw -12 to 6, pitch -23 to 9, roll -6 to 8.
 * The kiosk refuses none of the 287, enrolment one (over-exposed). Limits of pose and size are a judgement.
 */
const LIMITS: Record<QualityUse, Limits> = {
  kiosk: {
    minEyeDistance: 8,
    minBrightness: 10,
    maxBrightness: 248,
    minContrast: 2,
    minSharpness: 0.12,
    maxYaw: 50,
    maxPitch: 45,
    maxRoll: 60,
  },
  enrolment: {
    minEyeDistance: 16,
    minBrightness: 30,
    maxBrightness: 235,
    minContrast: 6,
    minSharpness: 0.35,
    maxYaw: 35,
    maxPitch: 35,
    maxRoll: 40,
  },
};

/** What the person can do about the worst of it, or null when the photo will do. */
export function whatIsWrong(quality: FaceQuality, use: QualityUse): string | null {
  const limits = LIMITS[use];
  if (quality.eyeDistance < limits.minEyeDistance) return 'Move closer to the camera.';
  if (quality.brightness < limits.minBrightness) return 'It is too dark. Turn on a light, or face a window.';
  if (quality.brightness > limits.maxBrightness) return 'It is too bright. Turn away from the light.';
  if (quality.contrast < limits.minContrast)
    return 'Your face can hardly be made out. Find even light, and wipe the camera.';
  if (Math.abs(quality.yaw) > limits.maxYaw || Math.abs(quality.pitch) > limits.maxPitch)
    return 'Look straight at the camera.';
  if (Math.abs(quality.roll) > limits.maxRoll) return 'Hold your head upright.';
  if (quality.sharpness < limits.minSharpness) return 'The picture is blurred. Hold still.';
  return null;
}

/** Where each measure stops to matter, and where it is so bad that the score is 0. */
function scoreOf({
  eyeDistance,
  brightness,
  contrast,
  sharpness,
  yaw,
  pitch,
  roll,
}: Omit<FaceQuality, 'score'>): number {
  const between = (value: number, worst: number, best: number): number =>
    Math.min(Math.max((value - worst) / (best - worst), 0), 1);
  return (
    between(eyeDistance, 6, 40) *
    between(brightness, 5, 60) *
    between(brightness, 254, 210) *
    between(contrast, 1, 15) *
    between(sharpness, 0.05, 0.4) *
    between(Math.abs(yaw), 75, 10) *
    between(Math.abs(pitch), 75, 15) *
    between(Math.abs(roll), 120, 30)
  );
}

/** Luma (Rec. 601) inside the face; sharpness is the deviation of its Laplacian, in parts of its own deviation. */
function measureLight(chip: PixelImage): Pick<FaceQuality, 'brightness' | 'contrast' | 'sharpness'> {
  const width = (FACE.right - FACE.left) / SHARPNESS_STEP;
  const height = (FACE.bottom - FACE.top) / SHARPNESS_STEP;
  const luma = new Float64Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      luma[row * width + column] = lumaOfFour(
        chip,
        FACE.left + column * SHARPNESS_STEP,
        FACE.top + row * SHARPNESS_STEP,
      );
    }
  }
  const edges: number[] = [];
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      edges.push(4 * luma[at]! - luma[at - 1]! - luma[at + 1]! - luma[at - width]! - luma[at + width]!);
    }
  }
  const contrast = deviationOf(luma);
  return { brightness: meanValue(luma), contrast, sharpness: contrast > 0 ? deviationOf(edges) / contrast : 0 };
}

function lumaOfFour({ data }: PixelImage, x: number, y: number): number {
  const lumaAt = (at: number): number => 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  const [upper, lower] = [(y * CHIP_SIZE + x) * 3, ((y + 1) * CHIP_SIZE + x) * 3];
  return (lumaAt(upper) + lumaAt(upper + 3) + lumaAt(lower) + lumaAt(lower + 3)) / 4;
}

/** Yaw and pitch from where the nose tip lies between eyes and mouth once the face is upright: good to some ten degrees. */
function measurePose(landmarks: readonly Point[]): Pick<FaceQuality, 'yaw' | 'pitch' | 'roll'> {
  const [leftEye, rightEye] = [mean(landmarks.slice(36, 42)), mean(landmarks.slice(42, 48))];
  const roll = Math.atan2(rightEye.y - leftEye.y, rightEye.x - leftEye.x);
  const upright = (point: Point): Point => ({
    x: point.x * Math.cos(roll) + point.y * Math.sin(roll),
    y: point.y * Math.cos(roll) - point.x * Math.sin(roll),
  });
  const [outerLeft, outerRight, nose, mouth] = [
    landmarks[36]!,
    landmarks[45]!,
    landmarks[30]!,
    mean(landmarks.slice(48, 68)),
  ].map(upright) as [Point, Point, Point, Point];
  const halfWidth = Math.max((outerRight.x - outerLeft.x) / 2, 1e-6);
  const aside = (nose.x - (outerLeft.x + outerRight.x) / 2) / halfWidth;
  const eyes = (outerLeft.y + outerRight.y) / 2;
  const eyesToMouth = Math.max(mouth.y - eyes, 1e-6);
  const raised = STRAIGHT_NOSE - (nose.y - eyes) / eyesToMouth;
  return {
    yaw: Math.atan(aside / NOSE_BY_HALF_WIDTH) * DEGREES,
    pitch: Math.atan(raised / NOSE_BY_EYES_TO_MOUTH) * DEGREES,
    roll: roll * DEGREES,
  };
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
const meanValue = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const deviationOf = (values: ArrayLike<number>): number => {
  const middle = meanValue(values);
  return Math.sqrt(meanValue(Array.from(values, (value) => (value - middle) ** 2)));
};
