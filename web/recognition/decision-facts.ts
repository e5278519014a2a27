import type { Decision_ComparisonFragment, DecisionRow_DecisionFragment, LivenessLevel } from '../gql/graphql';
import { formatShare } from '../lib/format-share';

export interface Fact {
  name: string;
  value: string;
}
export interface FactGroup {
  title: string;
  facts: Fact[];
}

const LEVELS: Record<LivenessLevel, string> = {
  OFF: 'Not made',
  PASSIVE: 'Watching for pictures',
  CHALLENGE: 'A turn of the head',
};

/** All numbers of a decision, in groups with titles; a group without any is left out. */
export function factsOf(decision: DecisionRow_DecisionFragment): FactGroup[] {
  const { first, fused, quality, liveness } = decision;
  return [
    { title: 'The look', facts: lookFacts(decision) },
    ...(first ? [{ title: 'Faces compared', facts: comparisonFacts(first, decision) }] : []),
    ...(fused ? [{ title: 'Second opinion', facts: comparisonFacts(fused, decision) }] : []),
    ...(quality ? [{ title: 'The photo', facts: qualityFacts(quality) }] : []),
    ...(liveness.length > 0 ? [{ title: 'Signs of a living person', facts: liveness.map(signFact) }] : []),
  ];
}

function lookFacts(decision: DecisionRow_DecisionFragment): Fact[] {
  const { source, frames, gallerySize, livenessLevel, confidence } = decision;
  return [
    { name: 'Asked by', value: source.startsWith('kiosk:') ? 'A kiosk' : 'A signed-in account' },
    { name: 'Pictures looked at', value: String(frames) },
    { name: 'Enrolled photos compared with', value: String(gallerySize) },
    { name: 'Check for a living person', value: LEVELS[livenessLevel] },
    ...(typeof confidence === 'number'
      ? [{ name: 'Probability that it is right', value: formatShare(confidence) }]
      : []),
  ];
}

function comparisonFacts(
  { modelId, distance, runnerUpDistance, threshold, margin }: Decision_ComparisonFragment,
  { employee, runnerUp }: DecisionRow_DecisionFragment,
): Fact[] {
  return [
    { name: `Distance to the nearest${named(employee)}`, value: distanceOf(distance) },
    { name: 'Wanted: less than', value: threshold.toFixed(3) },
    { name: `Distance to the next${named(runnerUp)}`, value: distanceOf(runnerUpDistance) },
    { name: 'Wanted: further away by', value: margin.toFixed(3) },
    { name: 'Encoder', value: modelId },
  ];
}

function qualityFacts(quality: NonNullable<DecisionRow_DecisionFragment['quality']>): Fact[] {
  const degrees = (value: number): string => `${value.toFixed(0)}°`;
  return [
    { name: 'Score, 0 to 1', value: quality.score.toFixed(2) },
    { name: 'Between the eyes', value: `${quality.eyeDistance.toFixed(0)} px` },
    { name: 'Brightness, 0 to 255', value: quality.brightness.toFixed(0) },
    { name: 'Contrast, 0 to 128', value: quality.contrast.toFixed(0) },
    { name: 'Sharpness', value: quality.sharpness.toFixed(1) },
    { name: 'Turned to their left', value: degrees(quality.yaw) },
    { name: 'Looking up', value: degrees(quality.pitch) },
    { name: 'Tilted clockwise', value: degrees(quality.roll) },
  ];
}

/** "planarResidual", 0.0123456 -> "Planar residual", 0.012. */
function signFact({ name, value }: Fact): Fact {
  const words = name.replace(/[_-]+|(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();
  const number = Number(value);
  const isFraction = /^-?\d+\.\d{4,}(e-?\d+)?$/.test(value);
  return {
    name: words.charAt(0).toUpperCase() + words.slice(1),
    value: isFraction ? number.toFixed(3) : (YES_NO[value] ?? value),
  };
}

const YES_NO: Record<string, string> = { true: 'Yes', false: 'No', null: '–' };
const named = (person: { name: string } | null | undefined): string => (person ? `, ${person.name}` : '');
const distanceOf = (distance: number | null | undefined): string =>
  distance === null || distance === undefined ? 'Nobody there' : distance.toFixed(3);
