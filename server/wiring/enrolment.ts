import { EmployeeService } from '../employees/employee.service.js';
import { ConsentNoticeRepository } from '../enrolment/consent-notice.repository.js';
import { ConsentNoticeService } from '../enrolment/consent-notice.service.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { FaceKeeper } from '../enrolment/face-keeper.js';
import { TemplateRebuild } from '../enrolment/template-rebuild.js';
import type { Attendance } from './attendance.js';
import type { Foundation } from './foundation.js';
import type { Recognition } from './recognition.js';

export type Enrolment = Awaited<ReturnType<typeof wireEnrolment>>;

/** How a face comes in, with the notice that was agreed to. */
export async function wireEnrolment(
  {
    clock,
    logger,
    closers,
    database,
    rows: { enrolments: enrolmentRows, templates, employees },
    images,
    keys,
  }: Foundation,
  { engine, gallery, facesChanged, policy, lookAlikes, describe }: Recognition,
  { punches }: Attendance,
) {
  const notices = new ConsentNoticeService({ notices: new ConsentNoticeRepository(database), clock });
  await notices.settle();
  const keeper = new FaceKeeper({
    enrolments: enrolmentRows,
    employees,
    gallery,
    facesChanged,
    policy,
    lookAlikes,
    images,
    keys,
    clock,
  });
  const enrolments = new EnrolmentService({
    attendance: punches,
    describe,
    enrolments: enrolmentRows,
    employees,
    notices,
    keeper,
    logger,
  });
  const templateRebuild = new TemplateRebuild({ templates, images, engine, keys, clock, logger });
  closers.push(() => templateRebuild.stop());
  return {
    enrolments,
    keeper,
    templateRebuild,
    employees: new EmployeeService({ employees, clock }),
    notices,
  };
}
