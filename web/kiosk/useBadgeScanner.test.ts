// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { useBadgeScanner } from './useBadgeScanner';

const BADGE = '123456789012345678901234';
let stop: (() => void) | undefined;
function scan() {
  const found = vi.fn();
  const scope = effectScope();
  scope.run(() => useBadgeScanner(found));
  stop = () => scope.stop();
  return found;
}
const type = (keys: Iterable<string>): Event[] =>
  [...keys].map((key) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event;
  });
afterEach(() => stop?.());

describe('a scanner that types', () => {
  it('gives a badge away, and its Enter to nobody else', () => {
    const found = scan();
    const elsewhere = vi.fn();
    document.body.addEventListener('keydown', (event) => elsewhere((event as KeyboardEvent).key));
    const enter = type([...BADGE, 'Enter']).at(-1)!;
    expect(found.mock.calls).toEqual([[BADGE]]);
    expect(enter.defaultPrevented).toBe(true);
    expect(elsewhere.mock.calls.flat()).not.toContain('Enter');
  });

  it.each([
    ['too few digits', BADGE.slice(1)],
    ['a letter among them', `${BADGE.slice(1)}x`],
  ])('is nobody: %s', (_name, typed) => {
    const found = scan();
    type([...typed, 'Enter']);
    expect(found).not.toHaveBeenCalled();
  });

  it('finds the badge behind digits that somebody left', () => {
    const found = scan();
    type(['7', '7', ...BADGE, 'Enter']);
    expect(found.mock.calls).toEqual([[BADGE]]);
  });

  it('hears nothing after its screen is gone', () => {
    const found = scan();
    stop!();
    type([...BADGE, 'Enter']);
    expect(found).not.toHaveBeenCalled();
  });
});
