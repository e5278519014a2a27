import { oneOf, someSeconds, whyNoCluster, type Fault } from '../fault.js';

const HOUR_MS = 3_600_000;

/** The clock of one node is an hour ahead or behind for a while; PostgreSQL's and the other node's are right. */
export const jumpClock: Fault = {
  name: 'clock',
  shape: { hasOwnClocks: true },
  whyNot: whyNoCluster,
  async strike({ setClock }, chance) {
    const at = oneOf(chance, [0, 1]);
    const hours = oneOf(chance, [1, -1]);
    setClock(at, hours * HOUR_MS);
    const lasted = await someSeconds(chance, 10, 60);
    setClock(at, 0);
    return `clock of node ${at} an hour ${hours > 0 ? 'ahead' : 'behind'} for ${lasted}`;
  },
};
