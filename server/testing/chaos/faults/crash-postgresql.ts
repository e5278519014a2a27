import { whyNoCluster, type Fault } from '../fault.js';

/** PostgreSQL ends without finishing anything, and starts again. */
export const crashPostgresql: Fault = {
  name: 'postgresql',
  shape: {},
  whyNot: whyNoCluster,
  async strike({ postgresql }) {
    await postgresql!.restartAtOnce();
    return 'PostgreSQL restarted in immediate mode';
  },
};
