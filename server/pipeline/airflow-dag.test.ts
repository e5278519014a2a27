import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parsePipelineSettings } from '../cli/pipeline-settings.js';
import { stepNames } from './step-names.js';

const FILE = 'contrib/airflow/rollcall_pipeline.py';
/** The list of the steps and the words of the command, by Python's own parser. */
const READ = `
import ast, json, sys
tree = ast.parse(open(sys.argv[1]).read())
steps = next(ast.literal_eval(node.value) for node in ast.walk(tree) if isinstance(node, ast.Assign) and node.targets[0].id == "STEPS")
commands = ["".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.value.values)
            for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "bash_command" and isinstance(node.value, ast.JoinedStr)]
print(json.dumps({"steps": steps, "commands": commands}))
`;
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('Skipped: there is no python3, so the DAG of Airflow is not parsed.');

describe('the DAG of Airflow', () => {
  it.runIf(hasPython)('is Python, has our steps in their order, and calls the command as it is', () => {
    const { stdout, stderr, status } = spawnSync('python3', ['-c', READ, FILE], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { steps, commands } = JSON.parse(stdout) as { steps: string[]; commands: string[] };
    expect(steps).toEqual([...stepNames]);
    expect(commands).toHaveLength(1);
    const [, words = ''] = commands[0]!.split('npm run -s pipeline -- ');
    const filled = words.replace('{}', 'airflow-run').replace('{}', 'train').split(' ');
    expect(parsePipelineSettings(filled)).toMatchObject({
      run: 'airflow-run',
      until: 'train',
      promote: true,
      json: true,
    });
  });
});
