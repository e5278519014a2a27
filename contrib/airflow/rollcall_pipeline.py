"""The pipeline of Rollcall as a DAG of Apache Airflow (2.7 or later), for those who keep one.

Rollcall makes model versions by itself (PIPELINE_CRON) and needs no Airflow; none runs in its tests, which check the syntax
of this file and the names of its steps. Each task calls the command for one more step of the same run, so a task that is
tried again goes on where it was. Set PIPELINE_CRON=never in Rollcall. The command needs the data folder for itself: on SQLite
the server has to be stopped meanwhile, which is what `stop` and `start` are for.
"""

import os
from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator

ROLLCALL = os.environ.get("ROLLCALL_HOME", "/opt/rollcall")
STOP = os.environ.get("ROLLCALL_STOP", "systemctl stop rollcall")
START = os.environ.get("ROLLCALL_START", "systemctl start rollcall")

STEPS = ["ingest", "embed", "validate", "calibrate", "train", "evaluate", "compare", "promote"]

# One run of the pipeline a run of the DAG: letters, digits and dashes.
RUN = "airflow-{{ ts_nodash | lower }}"

with DAG(
    dag_id="rollcall_pipeline",
    description="Samples -> a model version that was compared with production",
    start_date=datetime(2026, 1, 1),
    schedule="30 2 * * 0",
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5), "execution_timeout": timedelta(hours=4)},
) as dag:
    stop = previous = BashOperator(task_id="stop", bash_command=STOP)
    for step in STEPS:
        # Exit code 1 of the last one says that the version was refused: the report says why.
        task = BashOperator(
            task_id=step,
            bash_command=f"npm run -s pipeline -- --run {RUN} --until {step} --promote --json",
            cwd=ROLLCALL,
        )
        previous >> task
        previous = task
    # Whatever came before, the server is started again; the DAG has failed where a step has.
    previous >> BashOperator(task_id="start", bash_command=START).as_teardown(setups=stop)
