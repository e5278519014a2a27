import { describe, expect, it } from 'vitest';
import { durationField, minutesOfDuration, minutesOfTime, wholeNumber } from './time-field';

describe('minutesOfTime', () => {
  it.each([
    ['00:00', 0],
    ['06:30', 390],
    ['23:59', 1439],
    ['24:00', null],
    ['6:30', null],
    ['', null],
  ])('%j is %j', (text, minutes) => {
    expect(minutesOfTime(text)).toBe(minutes);
  });
});

describe('wholeNumber', () => {
  it.each([
    ['5', 5],
    [' 12 ', 12],
    ['0', null],
    ['13', null],
    ['1.5', null],
    ['-2', null],
    ['', null],
  ])('%j is %j of 1 to 12', (text, number) => {
    expect(wholeNumber(text, 1, 12)).toBe(number);
  });
});

describe('minutesOfDuration', () => {
  it.each([
    ['7:30', 450],
    ['8', 480],
    ['0:05', 5],
    ['7:60', null],
    ['7.5', null],
    ['', null],
  ])('%j is %j', (text, minutes) => {
    expect(minutesOfDuration(text)).toBe(minutes);
  });

  it('takes what it was given', () => {
    expect(durationField(450)).toBe('7:30');
    expect(minutesOfDuration(durationField(65))).toBe(65);
  });
});
