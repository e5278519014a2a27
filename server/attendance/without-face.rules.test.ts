import { describe, expect, it } from 'vitest';
import { identifications, type Identification } from '../identification.js';
import { refusalOfMethod, refusalOfSite, wantsPinWithBadge, wantsPinWithFace } from './without-face.rules.js';

describe('what a kiosk takes', () => {
  it.each<[Identification, { pinAlone: boolean; badge: 'alone' | 'with a PIN' | 'no'; face: 'alone' | 'with a PIN' }]>([
    ['FACE_ONLY', { pinAlone: false, badge: 'no', face: 'alone' }],
    ['FACE_OR_PIN', { pinAlone: true, badge: 'alone', face: 'alone' }],
    ['FACE_OR_BADGE_AND_PIN', { pinAlone: false, badge: 'with a PIN', face: 'alone' }],
    ['FACE_AND_PIN', { pinAlone: false, badge: 'with a PIN', face: 'with a PIN' }],
  ])('%s', (identification, wanted) => {
    const takesBadge = refusalOfMethod(identification, 'BADGE') === null;
    expect({
      pinAlone: refusalOfMethod(identification, 'PIN') === null,
      badge: takesBadge ? (wantsPinWithBadge(identification) ? 'with a PIN' : 'alone') : 'no',
      face: wantsPinWithFace(identification) ? 'with a PIN' : 'alone',
    }).toEqual(wanted);
  });

  it('is a PIN as the only factor at one of them only', () => {
    expect(identifications.filter((each) => refusalOfMethod(each, 'PIN') === null)).toEqual(['FACE_OR_PIN']);
  });
});

describe('a kiosk for one site', () => {
  const ana = { name: 'Ana', siteId: 'north' };
  it.each([
    ['lets its own people in', { onlySiteId: 'north' }, undefined],
    ['sends others to their own', { onlySiteId: 'south' }, 'OTHER_SITE'],
    ['that is none lets everybody in', { onlySiteId: null }, undefined],
  ])('%s', (_name, terms, reason) => {
    expect(refusalOfSite(terms, ana)?.reason).toBe(reason);
  });

  it('is no account', () => {
    expect(refusalOfSite(null, ana)).toBeNull();
  });
});
