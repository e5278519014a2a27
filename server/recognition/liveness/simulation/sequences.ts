import type { PixelImage } from '../../face-engine.js';
import { renderView, viewAround } from '../../image-view.js';
import type { HeadMotion } from '../head-motion.js';
import { turnHead } from './head-pictures.js';
import type { HeadBuild } from './head-surface.js';
import { between, displayed, normal, photographed, printed, room } from './media.js';
import { PORTRAIT_SIZE, type Portrait } from './portrait.js';
import { FLAT, paintSheet, type SheetShape } from './sheet-pictures.js';
import type { Turn } from './space.js';

type Random = () => number;

/** What is held before the camera. */
export const species = [
  'genuine',
  'print held still',
  'print turned',
  'print waved',
  'print bent',
  'screen held still',
  'screen turned',
  'recording, wrong turns',
  'recording, right turns',
  'print, then another head',
] as const;
export type Species = (typeof species)[number];

export interface Sequence {
  species: Species;
  person: string;
  /** What was asked for. */
  steps: readonly HeadMotion[];
  /** In order, PORTRAIT_SIZE a side. */
  frames: PixelImage[];
}

/** Degrees that people turn their head by when asked to. */
const PEAK = { least: 18, most: 32 };
/** Degrees that a sheet is turned by to imitate it. */
const SHEET_PEAK = { least: 20, most: 50 };

/** Frames of one try. `other` is somebody else: the one who holds the print. The same numbers give the same frames. */
export function simulate(
  kind: Species,
  portrait: Portrait,
  other: Portrait,
  steps: readonly HeadMotion[],
  random: Random,
): Sequence {
  const frames =
    kind === 'genuine' ? headFrames(portrait, steps, random) : ATTACKS[kind](portrait, other, steps, random);
  const camera = { noise: between(random, 1.5, 5), blur: between(random, 0.2, 0.9) };
  const light = between(random, 0.8, 1.1);
  return {
    species: kind,
    person: portrait.person,
    steps,
    frames: frames.map((frame) =>
      photographed(handHeld(frame, random), random, { ...camera, light: light * between(random, 0.98, 1.02) }),
    ),
  };
}

type Attack = (portrait: Portrait, other: Portrait, steps: readonly HeadMotion[], random: Random) => PixelImage[];

const ATTACKS: Record<Exclude<Species, 'genuine'>, Attack> = {
  'print held still': (portrait, _other, steps, random) =>
    sheetFrames(printed(portrait.pixels, random), wavering(steps, random), () => FLAT, random),
  'print turned': (portrait, _other, steps, random) =>
    sheetFrames(printed(portrait.pixels, random), sheetTurns(steps, random), () => FLAT, random),
  'print waved': (portrait, _other, steps, random) => {
    const [height, length] = [between(random, 0.05, 0.2), between(random, 1.5, 5)];
    const axis = between(random, -90, 90);
    const shapes = (): SheetShape => ({
      radius: Infinity,
      axis,
      wave: { height, length, phase: between(random, 0, 2 * Math.PI) },
    });
    return sheetFrames(printed(portrait.pixels, random), sheetTurns(steps, random), shapes, random);
  },
  'print bent': (portrait, _other, steps, random) => {
    const axis = random() < 0.6 ? between(random, -15, 15) : between(random, -90, 90);
    const radius = between(random, 1.1, 4) * (random() < 0.8 ? 1 : -1);
    return sheetFrames(
      printed(portrait.pixels, random),
      sheetTurns(steps, random),
      () => ({ ...FLAT, axis, radius }),
      random,
    );
  },
  'screen held still': (portrait, _other, steps, random) => {
    const show = displayed(portrait.pixels, random);
    return sheetFrames(show(portrait.pixels), wavering(steps, random), () => FLAT, random);
  },
  'screen turned': (portrait, _other, steps, random) => {
    const show = displayed(portrait.pixels, random);
    return sheetFrames(show(portrait.pixels), sheetTurns(steps, random), () => FLAT, random);
  },
  'recording, wrong turns': (portrait, _other, steps, random) =>
    recording(portrait, oneOf(otherSteps(steps), random), random),
  'recording, right turns': (portrait, _other, steps, random) => recording(portrait, steps, random),
  'print, then another head': (portrait, other, steps, random) => {
    const [first] = sheetFrames(printed(portrait.pixels, random), wavering([], random), () => FLAT, random);
    return [first!, ...headFrames(other, steps, random).slice(1)];
  },
};

/** Looks ahead, half way, all the way, for each step, and ahead again at the end. */
function turnsOf(steps: readonly HeadMotion[], peak: typeof PEAK, random: Random): Turn[] {
  const jitter = (): Turn => ({ yaw: 1.2 * normal(random), pitch: 1.2 * normal(random) });
  const turns = steps.flatMap((step) => {
    const side = step === 'LEFT' ? 1 : -1;
    const most = between(random, peak.least, peak.most);
    return [0, between(random, 0.4, 0.7) * most * side, most * side];
  });
  return [...turns, 0].map((yaw) => {
    const { yaw: more, pitch } = jitter();
    return { yaw: yaw + more, pitch };
  });
}

const sheetTurns = (steps: readonly HeadMotion[], random: Random): Turn[] => turnsOf(steps, SHEET_PEAK, random);

/** A hand that tries to hold still, for as many frames as the steps would take. */
function wavering(steps: readonly HeadMotion[], random: Random): Turn[] {
  return turnsOf(steps, { least: 0, most: 0 }, random);
}

function headFrames(portrait: Portrait, steps: readonly HeadMotion[], random: Random): PixelImage[] {
  const build: HeadBuild = { nose: between(random, 0.75, 1.25), depth: between(random, 0.85, 1.15) };
  return turnsOf(steps, PEAK, random).map((turn) => turnHead(portrait, build, turn));
}

function sheetFrames(
  picture: PixelImage,
  turns: readonly Turn[],
  shape: () => SheetShape,
  random: Random,
): PixelImage[] {
  const behind = room(PORTRAIT_SIZE, PORTRAIT_SIZE, random);
  const size = between(random, 0.6, 0.95);
  return turns.map((turn) => {
    const canvas = { ...behind, data: Uint8Array.from(behind.data) };
    paintSheet(canvas, picture, shape(), turn, size);
    return canvas;
  });
}

function recording(portrait: Portrait, steps: readonly HeadMotion[], random: Random): PixelImage[] {
  const show = displayed(portrait.pixels, random);
  const behind = room(PORTRAIT_SIZE, PORTRAIT_SIZE, random);
  const size = between(random, 0.6, 0.95);
  return headFrames(portrait, steps, random).map((frame) => {
    const canvas = { ...behind, data: Uint8Array.from(behind.data) };
    const [hand] = wavering([], random);
    paintSheet(canvas, show(frame), FLAT, hand!, size);
    return canvas;
  });
}

/** Every other sequence of as many steps. */
function otherSteps(steps: readonly HeadMotion[]): HeadMotion[][] {
  const all = steps.reduce<HeadMotion[][]>(
    (sequences) =>
      sequences.flatMap((begun) => [
        [...begun, 'LEFT' as const],
        [...begun, 'RIGHT' as const],
      ]),
    [[]],
  );
  return all.filter((sequence) => sequence.some((step, index) => step !== steps[index]));
}

const oneOf = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)]!;

/** A few pixels, a degree and a hundredth of the size to and fro. */
function handHeld(frame: PixelImage, random: Random): PixelImage {
  const middle = (PORTRAIT_SIZE - 1) / 2;
  const centre = { x: middle + 3 * normal(random), y: middle + 3 * normal(random) };
  const side = PORTRAIT_SIZE * (1 + 0.015 * normal(random));
  return renderView(
    frame,
    viewAround(centre, side, PORTRAIT_SIZE, (Math.PI / 180) * 1.5 * normal(random)),
    PORTRAIT_SIZE,
  );
}
