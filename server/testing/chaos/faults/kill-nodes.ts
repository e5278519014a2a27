import { someSeconds, whyNoCluster, type Fault } from '../fault.js';

/** One of the nodes ends as by kill -9, and is started again. */
export const killNodes: Fault = {
  name: 'nodes',
  shape: {},
  whyNot: whyNoCluster,
  async strike({ nodes }, random) {
    const at = Math.floor(random() * nodes.length);
    await nodes[at]!.kill();
    const down = await someSeconds(random, 2, 10);
    await nodes[at]!.start();
    return `node ${at} killed, down ${down}`;
  },
};
