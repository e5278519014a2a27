import { registerEnumType } from 'type-graphql';
import { livenessLevels } from '../liveness-level.js';
import { enumOf } from './enum-of.js';

export const LivenessLevelEnum = enumOf(livenessLevels);
registerEnumType(LivenessLevelEnum, {
  name: 'LivenessLevel',
  description:
    'What is asked for besides a face: OFF nothing, PASSIVE signs in the pictures, CHALLENGE a movement on demand.',
});
