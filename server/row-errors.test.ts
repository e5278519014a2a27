import { describe, expect, it } from 'vitest';
import { refuseInUse } from './row-errors.js';

describe('something in use', () => {
  it('is refused with what uses it', () => {
    const uses = [
      { kind: 'pattern', count: 4, examples: ['Week', 'Rotation'] },
      { kind: 'one-off change', count: 1 },
      { kind: 'ghost', count: 0 },
    ];
    expect(() => refuseInUse('shift', 'Early', uses)).toThrow(
      'The shift Early is in use by 4 patterns (Week, Rotation, …) and 1 one-off change.',
    );
  });

  it('may go when nothing uses it', () => {
    expect(() => refuseInUse('shift', 'Early', [{ kind: 'pattern', count: 0 }])).not.toThrow();
  });
});
