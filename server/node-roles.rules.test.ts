import { describe, expect, it } from 'vitest';
import { holdsData, problemsOfRoles, type NodeRole, type RoleSettings } from './node-roles.rules.js';

const REDIS_URL = 'redis://cache';
const RECOGNITION_URL = 'http://10.0.0.5:4100';
const RECOGNITION_PORT = '4100';
const RECOGNITION_SECRET = 'x'.repeat(32);
const RECOGNITION_SECRET_FILE = '/run/secrets/recognition';

const settingsAt = (roles: string, set: RoleSettings) =>
  problemsOfRoles(new Set(roles.split(' ') as NodeRole[]), set).map((problem) => problem.split(':')[0]);
const BOTH = 'RECOGNITION_SECRET and RECOGNITION_SECRET_FILE';

describe('the roles of a node', () => {
  it.each<[string, RoleSettings]>([
    ['api recognition worker', {}],
    ['api recognition worker', { RECOGNITION_PORT, RECOGNITION_SECRET }],
    ['recognition', { RECOGNITION_PORT, RECOGNITION_SECRET_FILE }],
    ['api', { REDIS_URL, RECOGNITION_URL, RECOGNITION_SECRET }],
    ['worker', { REDIS_URL, RECOGNITION_URL, RECOGNITION_SECRET }],
    ['api worker', { RECOGNITION_URL, RECOGNITION_SECRET }],
    ['worker recognition', { REDIS_URL }],
  ])('may be %s with %o', (roles, set) => {
    expect(settingsAt(roles, set)).toEqual([]);
  });

  it.each<[string, RoleSettings, string[]]>([
    ['api', {}, ['RECOGNITION_URL', 'REDIS_URL']],
    ['api worker', {}, ['RECOGNITION_URL']],
    ['api worker', { RECOGNITION_URL }, [BOTH]],
    ['api worker', { RECOGNITION_URL, RECOGNITION_SECRET, RECOGNITION_SECRET_FILE }, [BOTH]],
    ['api worker', { RECOGNITION_URL, RECOGNITION_PORT, RECOGNITION_SECRET }, ['RECOGNITION_PORT']],
    ['recognition', {}, ['RECOGNITION_PORT']],
    ['recognition', { RECOGNITION_PORT }, [BOTH]],
    ['recognition worker', {}, ['REDIS_URL']],
    ['api recognition worker', { RECOGNITION_URL, RECOGNITION_SECRET }, ['RECOGNITION_URL']],
  ])('cannot be %s with %o', (roles, set, problems) => {
    expect(settingsAt(roles, set)).toEqual(problems);
  });

  it('ask for a database unless all that is done is to recognise', () => {
    expect(holdsData(new Set(['recognition']))).toBe(false);
    expect(holdsData(new Set(['recognition', 'worker']))).toBe(true);
    expect(holdsData(new Set(['api']))).toBe(true);
  });
});
