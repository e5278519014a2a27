import { BLAZEFACE_SIZE, BLAZEFACE_STEP, keepSurest, type BlazeFaceDetection } from './blazeface-boxes.js';
import { CHIP_SIZE, faceView } from './face-chip.js';
import type { Box, PixelImage, Point } from './face-engine.js';
import { mirrored, renderView, toImage, viewAround, type View, type ViewSize } from './image-view.js';

/** Input of the landmark net and of the mesh net, in pixels a side. */
export const LANDMARK_SIZE = 112;
export const MESH_SIZE = 192;

/** The nets that find faces; none knows where in the photo a picture comes from. Points and boxes are in pixels of the picture. */
export interface FindingNets {
  /** BlazeFace, on a picture of which both sides are multiples of BLAZEFACE_STEP, the longer one BLAZEFACE_SIZE. */
  blazeFace(picture: PixelImage, minScore: number): BlazeFaceDetection[];
  /** SSD MobileNet v1, on an image of any size. */
  ssd(image: PixelImage, minScore: number): Promise<{ box: Box; score: number }[]>;
  /** 68 points of the iBUG layout, on a picture of LANDMARK_SIZE. */
  landmarks(picture: PixelImage): Point[];
  /** 0..1: whether an upright picture of MESH_SIZE is of a face. */
  isFace(picture: PixelImage): number;
}

/** A face in pixels of the photo. */
export interface FoundFace {
  box: Box;
  /** 0..1, BlazeFace's or SSD's own. */
  score: number;
  landmarks: Point[];
}

/** A look at the photo, and how large it is rendered. */
interface Look {
  view: View;
  size: ViewSize;
}

/** A square that may hold a face; `roll` radians clockwise, it stands upright in it. */
interface Candidate {
  box: Box;
  score: number;
  roll: number;
}

/** From BlazeFace's box, brow to chin, to the whole face as the landmark net wants it. */
const BOX_WIDENING = 1.3;
/** The side of that by the side of the chip: median of 287 faces. */
const BOX_BY_CHIP = 1.24;
/** The first look shows this many times the longer side of the photo, grey around it: tight crops are missed without. */
const FIRST_LOOK = 1.3;
/** Pixels of grey beyond that across a wide photo: the net's answers near an edge are not those of the middle. */
const FIRST_LOOK_EDGE = 16;
/**
 * Measured on 488 candidates of face-free parts of the sample photographs: none scored above 0.71 at first. Clean, small,
 * grey, dark, blurred and tilted copies of 287 faces score 0.74 or more, with a median of 0.83 to 0.90.
 */
const SURE_SCORE = 0.8;
/** Beside a sure face, what scores less than this is not looked at closer. */
const LIKELY_SCORE = 0.4;
/** Where nothing is likely: a face 40 pixels wide in a frame of 1280 scores 0.25 or more at the first look. */
const POSSIBLE_SCORE = 0.15;
/** Of each look, so many of the candidates at most are looked at closer: each costs the time of a small net or three. */
const MAX_CLOSER_LOOKS = 6;
/** What BlazeFace has to say of the upright face at its best size: faces 40 pixels wide score 0.55 or more. */
const MIN_CLOSER_SCORE = 0.5;
/** Beside a sure face this is enough: a second person who has turned away must not go unseen, and the mesh net wants them frontal. */
const SURE_CLOSER_SCORE = 0.76;
/**
 * The mesh net has the last word, on the upright picture and on its mirror image: it says nearly 1 of faces. Of what BlazeFace's
 * closer look took for a face, a badge on a sleeve had 0.70 and 0.09, and 0.84 and 0.00.
 */
const MIN_MESH_SCORE = 0.5;
/** How much of the upright picture the face fills, in parts of what it fills of a chip. */
const CLOSER_ZOOM = 0.6;
const MESH_ZOOM = 0.75;
/** Radians: 30 degrees either way. */
const TILTS = [-Math.PI / 6, Math.PI / 6];
/** Tiles of so many pixels a side, overlapping by a sixth or more: a face of 40 pixels is 21 wide in the picture. */
const TILE = 480;
const TILE_STEP = 400;
const SSD_SCORE = 0.5;
/** Detectors bear aliasing: four samples to a pixel cost a tenth of the 49 that a frame of 1280 would ask for. */
const FOR_DETECTORS = { outside: 'grey', maxSamples: 2 } as const;

/**
 * The faces of a photo, the largest first. A first look at the whole photo is all that most photos need. Where it finds
 * none, the photo is looked at tilted, in tiles and by the slower detector. What no look is sure of counts only when it
 * holds at a closer look, set upright.
 */
export async function findFaces(image: PixelImage, nets: FindingNets): Promise<FoundFace[]> {
  for (const candidates of waysToLook(image, nets)) {
    const faces = facesAmong(image, await candidates(), nets);
    if (faces.length > 0) return faces.sort((a, b) => b.box.width - a.box.width);
  }
  return [];
}

/** Ways to look, the cheapest and likeliest first. */
function waysToLook(image: PixelImage, nets: FindingNets): (() => Candidate[] | Promise<Candidate[]>)[] {
  const seenIn = (looks: Look[], minScore: number): Candidate[] =>
    keepSurest(looks.flatMap((look) => candidatesIn(image, look, minScore, nets)));
  return [
    () => seenIn([firstLook(image)], POSSIBLE_SCORE),
    () => {
      const side = FIRST_LOOK * longerSide(image);
      return unsure(
        seenIn(
          TILTS.map((tilt) => squareLook(middleOf(image), side, tilt)),
          LIKELY_SCORE,
        ),
      );
    },
    () => unsure(seenIn(tilesOf(image), LIKELY_SCORE)),
    async () =>
      unsure(
        (await nets.ssd(image, SSD_SCORE)).map(({ box, score }) => ({
          box: squareAround(centreOf(box), Math.max(box.width, box.height)),
          score,
          roll: 0,
        })),
      ),
  ];
}

/** More looks find more that is no face: whatever only they see has to hold at a closer look. */
function unsure(candidates: Candidate[]): Candidate[] {
  return candidates.map((candidate) => ({ ...candidate, score: Math.min(candidate.score, LIKELY_SCORE) }));
}

/** No larger than it has to be: what a wide photo leaves empty of a square is not looked at. */
function firstLook(image: PixelImage): Look {
  const scale = (longerSide(image) * FIRST_LOOK) / BLAZEFACE_SIZE;
  const along = (length: number): number => {
    const pixels = Math.round((length * FIRST_LOOK) / scale) + FIRST_LOOK_EDGE;
    return Math.min(Math.ceil(pixels / BLAZEFACE_STEP) * BLAZEFACE_STEP, BLAZEFACE_SIZE);
  };
  const size = { width: along(image.width), height: along(image.height) };
  return { view: viewAround(middleOf(image), size.width * scale, size), size };
}

function squareLook(centre: Point, side: number, roll = 0): Look {
  return { view: viewAround(centre, side, BLAZEFACE_SIZE, roll), size: BLAZEFACE_SIZE };
}

function candidatesIn(image: PixelImage, { view, size }: Look, minScore: number, nets: FindingNets): Candidate[] {
  const detections = nets.blazeFace(renderView(image, view, size, FOR_DETECTORS), minScore);
  return detections.map(({ box, score, eyes }) => {
    const side = Math.max(box.width, box.height) * Math.hypot(view.a, view.b) * BOX_WIDENING;
    const [left, right] = [toImage(view, eyes[0]), toImage(view, eyes[1])];
    const roll = Math.atan2(right.y - left.y, right.x - left.x);
    return { box: squareAround(toImage(view, centreOf(box)), side), score, roll };
  });
}

function facesAmong(image: PixelImage, candidates: Candidate[], nets: FindingNets): FoundFace[] {
  const someSure = candidates.some(({ score }) => score >= SURE_SCORE);
  const considered = candidates.filter(({ score }) => !someSure || score >= LIKELY_SCORE);
  const faces: FoundFace[] = [];
  for (const { box, score, roll } of considered.slice(0, MAX_CLOSER_LOOKS)) {
    const view = viewAround(centreOf(box), box.width, LANDMARK_SIZE, roll);
    const landmarks = landmarksIn(image, view, nets);
    if (score >= SURE_SCORE) faces.push({ box, score, landmarks });
    else {
      const confirmed = confirm(image, landmarks, nets, someSure);
      if (confirmed) faces.push({ box: boxAround(confirmed), score, landmarks: confirmed });
    }
  }
  // Two coarse boxes may have led to one face.
  return keepSurest(faces);
}

/** The better landmarks that a closer look gives, or null where it shows no face. */
function confirm(image: PixelImage, landmarks: Point[], nets: FindingNets, besideSure: boolean): Point[] | null {
  const closer = faceView(landmarks, BLAZEFACE_SIZE, CLOSER_ZOOM);
  const middle = toImage(closer, { x: BLAZEFACE_SIZE / 2, y: BLAZEFACE_SIZE / 2 });
  const reach = (Math.hypot(closer.a, closer.b) * BLAZEFACE_SIZE) / 4;
  const look = { view: closer, size: BLAZEFACE_SIZE };
  const face = candidatesIn(image, look, MIN_CLOSER_SCORE, nets).find(({ box }) => {
    const { x, y } = centreOf(box);
    return Math.hypot(x - middle.x, y - middle.y) < reach;
  });
  if (!face) return null;
  // The first box may have been coarse: the landmarks are looked for again in this one.
  const view = viewAround(centreOf(face.box), face.box.width, LANDMARK_SIZE, face.roll);
  const again = landmarksIn(image, view, nets);
  if (besideSure && face.score >= SURE_CLOSER_SCORE) return again;
  const upright = renderView(image, faceView(again, MESH_SIZE, MESH_ZOOM), MESH_SIZE, FOR_DETECTORS);
  const isFace = [upright, mirrored(upright)].every((picture) => nets.isFace(picture) >= MIN_MESH_SCORE);
  return isFace ? again : null;
}

function landmarksIn(image: PixelImage, view: View, nets: FindingNets): Point[] {
  return nets.landmarks(renderView(image, view, LANDMARK_SIZE)).map((point) => toImage(view, point));
}

/** The box that BlazeFace would give a face that it sees well. */
function boxAround(landmarks: readonly Point[]): Box {
  const view = faceView(landmarks, CHIP_SIZE);
  const middle = (CHIP_SIZE - 1) / 2;
  return squareAround(toImage(view, { x: middle, y: middle }), Math.hypot(view.a, view.b) * CHIP_SIZE * BOX_BY_CHIP);
}

function tilesOf({ width, height }: PixelImage): Look[] {
  if (Math.max(width, height) <= TILE) return [];
  const startsAlong = (length: number): number[] => {
    const count = Math.max(1, Math.ceil((length - TILE) / TILE_STEP) + 1);
    return Array.from({ length: count }, (_, index) => (count === 1 ? 0 : (index * (length - TILE)) / (count - 1)));
  };
  return startsAlong(height).flatMap((top) =>
    startsAlong(width).map((left) => squareLook({ x: left + TILE / 2, y: top + TILE / 2 }, TILE)),
  );
}

const longerSide = ({ width, height }: PixelImage): number => Math.max(width, height);
const middleOf = ({ width, height }: PixelImage): Point => ({ x: (width - 1) / 2, y: (height - 1) / 2 });
const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
const squareAround = ({ x, y }: Point, side: number): Box => ({
  x: x - side / 2,
  y: y - side / 2,
  width: side,
  height: side,
});
