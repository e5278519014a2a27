import { DepartmentRepository } from '../employees/department.repository.js';
import { DepartmentResolver } from '../employees/department.resolver.js';
import { DepartmentService } from '../employees/department.service.js';
import { AssignmentRepository } from '../schedules/assignment.repository.js';
import { AssignmentResolver } from '../schedules/assignment.resolver.js';
import { AssignmentService } from '../schedules/assignment.service.js';
import { ChangeRepository } from '../schedules/change.repository.js';
import { ChangeResolver } from '../schedules/change.resolver.js';
import { ChangeService } from '../schedules/change.service.js';
import { HolidayRepository } from '../schedules/holiday.repository.js';
import { HolidayResolver } from '../schedules/holiday.resolver.js';
import { HolidayService } from '../schedules/holiday.service.js';
import { LeaveRepository } from '../schedules/leave.repository.js';
import { LeaveResolver } from '../schedules/leave.resolver.js';
import { LeaveService } from '../schedules/leave.service.js';
import { PatternRepository } from '../schedules/pattern.repository.js';
import { PatternResolver } from '../schedules/pattern.resolver.js';
import { PatternService } from '../schedules/pattern.service.js';
import { RosterResolver } from '../schedules/roster.resolver.js';
import { RosterService } from '../schedules/roster.service.js';
import { ScheduleReader } from '../schedules/schedule-reader.js';
import { ScheduleRepository } from '../schedules/schedule.repository.js';
import { ShiftRepository } from '../schedules/shift.repository.js';
import { ShiftResolver } from '../schedules/shift.resolver.js';
import { ShiftService } from '../schedules/shift.service.js';
import { SiteResolver } from '../schedules/site.resolver.js';
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
    resolvers: [
      new DepartmentResolver(new DepartmentService({ departments: new DepartmentRepository(database) })),
      new SiteResolver(new SiteService({ sites })),
      new ShiftResolver(shifts),
      new PatternResolver(patterns),
      new AssignmentResolver(assignments),
      new ChangeResolver(new ChangeService({ changes: new ChangeRepository(database) })),
      new HolidayResolver(new HolidayService({ holidays: new HolidayRepository(database) })),
      new LeaveResolver(new LeaveService({ leaves: new LeaveRepository(database) })),
      new RosterResolver(new RosterService({ employees, schedules, assignments: assignmentRows })),
    ],
  };
}
