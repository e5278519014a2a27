import { DepartmentRepository } from '../employees/department.repository.js';
import { DepartmentService } from '../employees/department.service.js';
import { AssignmentRepository } from '../schedules/assignment.repository.js';
import { AssignmentService } from '../schedules/assignment.service.js';
import { ChangeRepository } from '../schedules/change.repository.js';
import { ChangeService } from '../schedules/change.service.js';
import { HolidayRepository } from '../schedules/holiday.repository.js';
import { HolidayService } from '../schedules/holiday.service.js';
import { LeaveRepository } from '../schedules/leave.repository.js';
import { LeaveService } from '../schedules/leave.service.js';
import { PatternRepository } from '../schedules/pattern.repository.js';
import { PatternService } from '../schedules/pattern.service.js';
import { RosterService } from '../schedules/roster.service.js';
import { ScheduleReader } from '../schedules/schedule-reader.js';
import { ScheduleRepository } from '../schedules/schedule.repository.js';
import { ShiftRepository } from '../schedules/shift.repository.js';
import { ShiftService } from '../schedules/shift.service.js';
import { SiteService } from '../schedules/site.service.js';
import type { Foundation } from './foundation.js';

export type Schedules = ReturnType<typeof wireSchedules>;

/** Sites and departments, and when who is to be there. */
export function wireSchedules({ database, rows: { employees, sites } }: Foundation) {
  const schedules = new ScheduleReader({ schedules: new ScheduleRepository(database) });
  const shifts = new ShiftService({ shifts: new ShiftRepository(database) });
  const patterns = new PatternService({ patterns: new PatternRepository(database) });
  const assignmentRows = new AssignmentRepository(database);
  const assignments = new AssignmentService({ assignments: assignmentRows });
  return {
    schedules,
    shifts,
    patterns,
    assignments,
    departments: new DepartmentService({ departments: new DepartmentRepository(database) }),
    sites: new SiteService({ sites }),
    changes: new ChangeService({ changes: new ChangeRepository(database) }),
    holidays: new HolidayService({ holidays: new HolidayRepository(database) }),
    leaves: new LeaveService({ leaves: new LeaveRepository(database) }),
    rosters: new RosterService({ employees, schedules, assignments: assignmentRows }),
  };
}
