import { parentPort, workerData } from 'node:worker_threads';
import { DatasetError } from '../recognition/evaluation/dataset.js';
import { judgeHeads } from './judge-head.js';
import { calibrateOn, judge } from './judge.js';
import type { JudgeAnswer, JudgeTask } from './judge-thread.js';

/** The entry of the thread that measures: it answers one task and ends. */
if (!parentPort) throw new Error('judge-worker is the entry of a worker thread');
parentPort.postMessage(answer(workerData as JudgeTask));

function answer(task: JudgeTask): JudgeAnswer {
  try {
    return { kind: 'done', result: resultOf(task) };
  } catch (error) {
    if (error instanceof DatasetError) return { kind: 'unusable', message: error.message };
    return { kind: 'failed', cause: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function resultOf(task: JudgeTask) {
  switch (task.kind) {
    case 'calibrate':
      return calibrateOn(task.shots, task);
    case 'judge':
      return judge(task.shots, task.measures, task.targetFpir);
    case 'heads':
      return judgeHeads(task.shots, task.heads, task.policy);
  }
}
