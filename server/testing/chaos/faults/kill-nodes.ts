import { oneOf, someSeconds, whyNoCluster, type Fault } from '../fault.js';

/** One of the nodes ends as by kill -9, and is started again. */
export const killNodes: Fault = {
  name: 'nodes',
  shape: {},
  whyNot: whyNoCluster,
  async strike({ nodes }, chance) {
    const at = oneOf(chance, [0, 1]);
    await nodes[at]!.kill();
    const down = await someSeconds(chance, 2, 10);
    await nodes[at]!.start();
    return `node ${at} killed, down ${down}`;
  },
};
