import { oneOf, someSeconds, whyNoCluster, type Fault } from '../fault.js';
import { hasProgram, isRoot } from '../run-program.js';

/** Between the database and one node, or both, nothing gets through, or no answers do. */
export const cutNetwork: Fault = {
  name: 'network',
  shape: { hasOwnNetwork: true },
  async whyNot() {
    if (!isRoot) return 'only root may make network namespaces';
    if (!(await hasProgram('ip', '-V'))) return '`ip` is not installed (Debian: iproute2)';
    return whyNoCluster();
  },
  async strike({ links }, chance) {
    const whose = oneOf(chance, [[0], [1], [0, 1]]);
    const how = oneOf(chance, ['cut', 'swallowAnswers'] as const);
    for (const at of whose) await links[at]![how]();
    const lasted = await someSeconds(chance, 5, 60);
    for (const at of whose) await links[at]!.mend();
    const what = how === 'cut' ? 'nothing got through' : 'no answers got through';
    return `${what} between the database and node ${whose.join(' and ')} for ${lasted}`;
  },
};
