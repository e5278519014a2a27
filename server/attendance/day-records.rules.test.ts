import { describe, expect, it } from 'vitest';
import { readTable } from '../testing/attendance-notation.js';
import { deriveDays } from './derive-days.rules.js';

// name | policy | schedule | events | expected records. The notation is told in testing/attendance-notation.ts, the
// rules in docs/attendance-rules.md. The expected values were worked out from the rules by hand.

const TABLES = {
  'a plain day': `
    on time                                  | - | 08:00-16:00 | 03-02 08:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480
    came early, went late                    | - | 08:00-16:00 | 03-02 07:30 in, 16:20 out | 03-02 07:30-16:20 sched 480 worked 530
    early coming does not count for pay      | not-before | 08:00-16:00 | 03-02 07:30 in, 16:00 out | 03-02 07:30-16:00 sched 480 worked 510 counted 480
    nothing scheduled                        | - | free | 03-02 09:00 in, 12:10 out | 03-02 09:00-12:10 worked 190
    seconds are cut off once, at the end     | - | free | 03-02 08:00:30 in, 10:00:29 out, 11:00 in, 13:00:01 out | 03-02 08:00:30-13:00:01 worked 240 unpaid 59
    one second short of a minute             | - | free | 03-02 08:00:30 in, 16:00:29 out | 03-02 08:00:30-16:00:29 worked 479
    nobody came                              | - | 08:00-16:00 | - | 03-02 ABSENT sched 480 absent 480
    a second before the shift is over        | now=03-02T15:59:59 | 08:00-16:00 | - | 03-02 EXPECTED sched 480
    the shift is over                        | now=03-02T16:00 | 08:00-16:00 | - | 03-02 ABSENT sched 480 absent 480
    still in                                 | now=03-02T12:00 | 08:00-16:00 | 03-02 08:00 in | 03-02 08:00-in sched 480
    in again after a break                   | now=03-02T13:30 | 08:00-16:00 | 03-02 08:00 in, 12:00 out, 13:00 in | 03-02 08:00-in since 13:00 sched 480 worked 240 unpaid 60
    a free Saturday                          | - | Mon-Fri 08:00-16:00 | - | 03-07 none
    work on a free Saturday                  | - | Mon-Fri 08:00-16:00 | 03-07 09:00 in, 12:00 out | 03-07 09:00-12:00 worked 180
    came after the shift                     | - | 08:00-12:00 | 03-02 13:00 in, 17:00 out | 03-02 13:00-17:00 sched 240 worked 240 absent 240 [MISSED_SHIFT]`,

  grace: `
    1 s before the grace is over             | grace5 | 08:00-16:00 | 03-02 08:04:59 in, 16:00 out | 03-02 08:04:59-16:00 sched 480 worked 475
    when the grace is over                   | grace5 | 08:00-16:00 | 03-02 08:05 in, 16:00 out | 03-02 08:05-16:00 sched 480 worked 475
    1 s after the grace                      | grace5 | 08:00-16:00 | 03-02 08:05:01 in, 16:00 out | 03-02 08:05:01-16:00 sched 480 worked 474 late 5 [LATE]
    late by all minutes, grace included      | grace5 | 08:00-16:00 | 03-02 08:17 in, 16:00 out | 03-02 08:17-16:00 sched 480 worked 463 late 17 [LATE]
    no grace, on the second                  | - | 08:00-16:00 | 03-02 08:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480
    no grace, 1 s late                       | - | 08:00-16:00 | 03-02 08:00:01 in, 16:00 out | 03-02 08:00:01-16:00 sched 480 worked 479 [LATE]
    1 s early                                | - | 08:00-16:00 | 03-02 07:59:59 in, 16:00 out | 03-02 07:59:59-16:00 sched 480 worked 480
    1 s within the grace of leaving          | earlygrace5 | 08:00-16:00 | 03-02 08:00 in, 15:55:01 out | 03-02 08:00-15:55:01 sched 480 worked 475
    when the grace of leaving begins         | earlygrace5 | 08:00-16:00 | 03-02 08:00 in, 15:55 out | 03-02 08:00-15:55 sched 480 worked 475
    1 s before the grace of leaving          | earlygrace5 | 08:00-16:00 | 03-02 08:00 in, 15:54:59 out | 03-02 08:00-15:54:59 sched 480 worked 474 early 5 [LEFT_EARLY]
    late and left early                      | - | 08:00-16:00 | 03-02 08:10 in, 15:50 out | 03-02 08:10-15:50 sched 480 worked 460 late 10 early 10 [LATE LEFT_EARLY]
    out at noon is not early yet             | now=03-02T13:00 | 08:00-16:00 | 03-02 08:00 in, 12:00 out | 03-02 08:00-12:00 sched 480 worked 240
    out at noon and not back                 | - | 08:00-16:00 | 03-02 08:00 in, 12:00 out | 03-02 08:00-12:00 sched 480 worked 240 early 240 [LEFT_EARLY]`,

  'nights and day boundaries': `
    a night is one record                    | - | 22:00-06:00 | 03-02 22:00 in, 03-03 06:00 out | 03-02 22:00-+06:00 sched 480 worked 480
    two nights, one after the other          | - | 22:00-06:00 | 03-02 22:00 in, 03-03 06:00 out, 22:00 in, 03-04 06:00 out | 03-02 22:00-+06:00 sched 480 worked 480; 03-03 22:00-+06:00 sched 480 worked 480
    came early for the night                 | - | 22:00-06:00 | 03-02 21:50 in, 03-03 06:00 out | 03-02 21:50-+06:00 sched 480 worked 490
    came after midnight                      | - | 22:00-06:00 | 03-03 00:30 in, 06:00 out | 03-02 +00:30-+06:00 sched 480 worked 330 late 150 [LATE]
    came after the night was over            | - | 22:00-06:00 | 03-03 07:00 in, 09:00 out | 03-02 ABSENT sched 480 absent 480; 03-03 07:00-09:00 sched 480 worked 120 absent 480 [MISSED_SHIFT]
    a night without a schedule               | - | free | 03-02 22:00 in, 03-03 06:00 out | 03-02 22:00-+06:00 worked 480; 03-03 none
    a shift from midnight, came before it    | - | 00:00-08:00 | 03-02 23:50 in, 03-03 08:00 out | 03-03 <23:50-08:00 sched 480 worked 490
    as early as the window allows            | - | 00:00-08:00 | 03-02 22:00 in, 03-03 08:00 out | 03-03 <22:00-08:00 sched 480 worked 600
    a minute before the window               | - | 00:00-08:00 | 03-02 21:59 in, 03-03 08:00 out | 03-02 21:59-+08:00 sched 480 worked 601 absent 480 [MISSED_SHIFT]; 03-03 ABSENT sched 480 absent 480
    1 s before a day that begins at four     | boundary04:00 | free | 03-03 03:59:59 in, 07:00 out | 03-02 +03:59:59-+07:00 worked 180; 03-03 none
    when the day begins at four              | boundary04:00 | free | 03-03 04:00 in, 07:00 out | 03-02 none; 03-03 04:00-07:00 worked 180
    the schedule goes before the boundary    | boundary04:00 | 03:00-11:00 | 03-03 02:50 in, 11:00 out | 03-03 02:50-11:00 sched 480 worked 490
    an evening shift, then an early one      | - | free; 03-02: 14:00-22:00; 03-03: 06:00-14:00 | 03-02 14:00 in, 22:05 out, 03-03 05:55 in, 14:00 out | 03-02 14:00-22:05 sched 480 worked 485; 03-03 05:55-14:00 sched 480 worked 485`,

  'clocks that change': `
    Berlin, night of 7 hours                 | Berlin | 22:00-06:00 | 03-28 22:00 in, 03-29 06:00 out | 03-28 22:00-+06:00 sched 420 worked 420
    Berlin, night of 9 hours                 | Berlin | 22:00-06:00 | 10-24 22:00 in, 10-25 06:00 out | 10-24 22:00-+06:00 sched 540 worked 540
    New York, night of 7 hours               | NewYork | 22:00-06:00 | 03-07 22:00 in, 03-08 06:00 out | 03-07 22:00-+06:00 sched 420 worked 420
    New York, night of 9 hours               | NewYork | 22:00-06:00 | 10-31 22:00 in, 11-01 06:00 out | 10-31 22:00-+06:00 sched 540 worked 540
    Lord Howe, night of 8 1/2 hours          | LordHowe | 22:00-06:00 | 04-04 22:00 in, 04-05 06:00 out | 04-04 22:00-+06:00 sched 510 worked 510
    Lord Howe, night of 7 1/2 hours          | LordHowe | 22:00-06:00 | 10-03 22:00 in, 10-04 06:00 out | 10-03 22:00-+06:00 sched 450 worked 450
    Kathmandu, as always, in March           | Kathmandu | 22:00-06:00 | 03-28 22:00 in, 03-29 06:00 out | 03-28 22:00-+06:00 sched 480 worked 480
    Kathmandu, as always, in October         | Kathmandu | 22:00-06:00 | 10-24 22:00 in, 10-25 06:00 out | 10-24 22:00-+06:00 sched 480 worked 480
    a day of 23 hours                        | maxopen26h | free | 03-29 00:00 in, 03-30 00:00 out | 03-29 00:00-+00:00 worked 1380
    a day of 25 hours                        | maxopen26h | free | 10-25 00:00 in, 10-26 00:00 out | 10-25 00:00-+00:00 worked 1500
    from the first 02:30 to the second       | - | free | 10-25 02:30 in, 02:30b out | 10-25 02:30-02:30b worked 60
    from the first 02:30 to 03:30            | - | free | 10-25 02:30 in, 03:30 out | 10-25 02:30-03:30 worked 120
    from the second 02:30 to 03:30           | - | free | 10-25 02:30b in, 03:30 out | 10-25 02:30b-03:30 worked 60
    New York, through the hour twice         | NewYork | free | 11-01 01:15 in, 01:45b out | 11-01 01:15-01:45b worked 90
    Lord Howe, half an hour twice            | LordHowe | free | 04-05 01:45 in, 01:45b out | 04-05 01:45-01:45b worked 30
    a shift that starts at a skipped time    | - | 02:30-10:30 | 03-29 03:30 in, 10:30 out | 03-29 03:30-10:30 sched 420 worked 420
    Lord Howe, starts at a skipped time      | LordHowe | 02:15-10:15 | 10-04 02:45 in, 10:15 out | 10-04 02:45-10:15 sched 450 worked 450
    a shift that starts at a time twice      | - | 02:30-10:30 | 10-25 02:30 in, 10:30 out | 10-25 02:30-10:30 sched 540 worked 540
    came at the second of them               | - | 02:30-10:30 | 10-25 02:30b in, 10:30 out | 10-25 02:30b-10:30 sched 540 worked 480 late 60 [LATE]
    late in the night of 7 hours             | - | 22:00-06:00 | 03-29 03:10 in, 06:00 out | 03-28 +03:10-+06:00 sched 420 worked 170 late 250 [LATE]
    left early in the night of 9 hours       | - | 22:00-06:00 | 10-24 22:00 in, 10-25 02:30b out | 10-24 22:00-+02:30b sched 540 worked 330 early 210 [LEFT_EARLY]
    a break of the hour that comes twice     | - | 22:00-06:00 | 10-24 22:00 in, 10-25 02:15 out, 02:15b in, 06:00 out | 10-24 22:00-+06:00 sched 540 worked 480 unpaid 60
    a day that begins at three, skipped hour | boundary03:00 | free | 03-29 01:59 in, 03:10 out | 03-28 +01:59-+03:10 worked 11; 03-29 none
    no overtime from the longer night        | ot-daily | 22:00-06:00 | 10-24 22:00 in, 10-25 06:00 out | 10-24 22:00-+06:00 sched 540 worked 540`,

  'long days': `
    check-out after 14 h                     | - | 08:00-16:00 | 03-02 08:00 in, 22:00 out | 03-02 08:00-22:00 sched 480 worked 840
    check-out after 14 h, in the night       | - | 22:00-06:00 | 03-02 22:00 in, 03-03 12:00 out | 03-02 22:00-+12:00 sched 480 worked 840
    check-out after 14 h where 12 are open   | maxopen12h | free | 03-02 08:00 in, 22:00 out | 03-02 08:00-22:00 [MISSING_CHECK_IN MISSING_CHECK_OUT]
    as long as may be open                   | - | free | 03-02 06:00 in, 22:00 out | 03-02 06:00-22:00 worked 960
    1 s longer                               | - | free | 03-02 06:00 in, 22:00:01 out | 03-02 06:00-22:00:01 [MISSING_CHECK_IN MISSING_CHECK_OUT]`,

  'forgotten punches': `
    no check-out, check-in next day          | - | 08:00-16:00 | 03-02 08:00 in, 03-03 08:00 in, 16:00 out | 03-02 08:00-? sched 480 [MISSING_CHECK_OUT]; 03-03 08:00-16:00 sched 480 worked 480
    no check-out, none next day              | - | 08:00-16:00 | 03-02 08:00 in | 03-02 08:00-? sched 480 [MISSING_CHECK_OUT]; 03-03 ABSENT sched 480 absent 480
    no check-out, no check-in next day       | - | 08:00-16:00 | 03-02 08:00 in, 03-03 16:00 out | 03-02 08:00-? sched 480 [MISSING_CHECK_OUT]; 03-03 ?-16:00 sched 480 [MISSING_CHECK_IN]
    no check-out before a second check-in    | - | 08:00-16:00 | 03-02 08:00 in, 13:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 180 [MISSING_CHECK_OUT]
    no check-in                              | - | 08:00-16:00 | 03-02 16:00 out | 03-02 ?-16:00 sched 480 [MISSING_CHECK_IN]
    no check-in, left early                  | - | 08:00-16:00 | 03-02 15:00 out | 03-02 ?-15:00 sched 480 early 60 [LEFT_EARLY MISSING_CHECK_IN]
    no check-in after lunch                  | - | 08:00-16:00 | 03-02 08:00 in, 12:00 out, 16:00 out | 03-02 08:00-16:00 sched 480 worked 240 [MISSING_CHECK_IN]
    no check-in for the night                | - | 22:00-06:00 | 03-03 06:05 out | 03-02 ?-+06:05 sched 480 [MISSING_CHECK_IN]
    late, and no check-out                   | - | 08:00-16:00 | 03-02 08:20 in | 03-02 08:20-? sched 480 late 20 [LATE MISSING_CHECK_OUT]
    automatic at the end of the shift        | auto-end | 08:00-16:00 | 03-02 08:00 in, 03-03 08:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480 [AUTOMATIC_CHECK_OUT]; 03-03 08:00-16:00 sched 480 worked 480
    not while the time is not used up        | auto-end now=03-03T00:00 | 08:00-16:00 | 03-02 08:00 in | 03-02 08:00-in sched 480
    1 s later                                | auto-end now=03-03T00:00:01 | 08:00-16:00 | 03-02 08:00 in | 03-02 08:00-16:00 sched 480 worked 480 [AUTOMATIC_CHECK_OUT]
    automatic, after coming late             | auto-end grace5 | 08:00-16:00 | 03-02 09:00 in | 03-02 09:00-16:00 sched 480 worked 420 late 60 [LATE AUTOMATIC_CHECK_OUT]
    automatic, in the night of 7 hours       | auto-end | 22:00-06:00 | 03-28 22:00 in | 03-28 22:00-+06:00 sched 420 worked 420 [AUTOMATIC_CHECK_OUT]
    automatic, not past the next check-in    | auto-end | 08:00-16:00 | 03-02 08:00 in, 13:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480 [AUTOMATIC_CHECK_OUT]
    automatic, but there is no shift         | auto-end | free | 03-02 08:00 in | 03-02 08:00-? [MISSING_CHECK_OUT]
    automatic, but the shift was over        | auto-end | 08:00-16:00 | 03-02 17:00 in | 03-02 17:00-? sched 480 absent 480 [MISSED_SHIFT MISSING_CHECK_OUT]
    automatic, not past the next day's punch | auto-max | free | 03-02 20:00 in, 03-03 08:00 in, 10:00 out | 03-02 20:00-+08:00 worked 720 [AUTOMATIC_CHECK_OUT]; 03-03 08:00-10:00 worked 120
    automatic, two on one day                | auto-max | 08:00-16:00 | 03-02 08:00 in, 13:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480 [AUTOMATIC_CHECK_OUT]
    automatic when the time is used up       | auto-max maxopen10h | 08:00-16:00 | 03-02 08:00 in | 03-02 08:00-18:00 sched 480 worked 600 [AUTOMATIC_CHECK_OUT]`,

  'double punches': `
    a second check-in after 59 s             | - | 08:00-16:00 | 03-02 08:00 in, 08:00:59 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480
    a second check-in after 60 s             | - | 08:00-16:00 | 03-02 08:00 in, 08:01 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 479 [MISSING_CHECK_OUT]
    a second check-out after 30 s            | - | 08:00-16:00 | 03-02 08:00 in, 16:00 out, 16:00:30 out | 03-02 08:00-16:00 sched 480 worked 480
    a second check-out after 60 s            | - | 08:00-16:00 | 03-02 08:00 in, 16:00 out, 16:01 out | 03-02 08:00-16:01 sched 480 worked 480 [MISSING_CHECK_IN]
    a site where 5 minutes are one punch     | interval300 | 08:00-16:00 | 03-02 08:00 in, 08:04:59 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480
    out and in again at once is meant        | - | free | 03-02 08:00 in, 10:00 out, 10:00:20 in, 12:00 out | 03-02 08:00-12:00 worked 239`,

  'two shifts a day': `
    both worked                              | - | 08:00-12:00,16:00-20:00 | 03-02 08:00 in, 12:00 out, 16:00 in, 20:00 out | 03-02 08:00-20:00 sched 480 worked 480
    late for the second                      | - | 08:00-12:00,16:00-20:00 | 03-02 08:00 in, 12:00 out, 16:10 in, 20:00 out | 03-02 08:00-20:00 sched 480 worked 470 late 10 [LATE]
    late for both                            | - | 08:00-12:00,16:00-20:00 | 03-02 08:05 in, 12:00 out, 16:10 in, 20:00 out | 03-02 08:05-20:00 sched 480 worked 465 late 15 [LATE]
    left the first early, late for the next  | - | 08:00-12:00,16:00-20:00 | 03-02 08:00 in, 11:50 out, 16:05 in, 20:00 out | 03-02 08:00-20:00 sched 480 worked 465 late 5 early 10 [LATE LEFT_EARLY]
    the second missed                        | - | 08:00-12:00,16:00-20:00 | 03-02 08:00 in, 12:00 out | 03-02 08:00-12:00 sched 480 worked 240 absent 240 [MISSED_SHIFT]
    the first missed                         | - | 08:00-12:00,16:00-20:00 | 03-02 16:00 in, 20:00 out | 03-02 16:00-20:00 sched 480 worked 240 absent 240 [MISSED_SHIFT]
    both missed                              | - | 08:00-12:00,16:00-20:00 | - | 03-02 ABSENT sched 480 absent 480
    the second not begun                     | now=03-02T14:00 | 08:00-12:00,16:00-20:00 | 03-02 08:00 in, 12:00 out | 03-02 08:00-12:00 sched 480 worked 240
    stayed in between                        | - | 08:00-12:00,16:00-20:00 | 03-02 08:00 in, 20:00 out | 03-02 08:00-20:00 sched 480 worked 720
    forgot to check out of the first         | auto-end | 08:00-12:00,16:00-20:00 | 03-02 08:00 in, 16:00 in, 20:00 out | 03-02 08:00-20:00 sched 480 worked 480 [AUTOMATIC_CHECK_OUT]
    a day and a night shift                  | - | free; 03-02: 06:00-10:00; 03-02: 22:00-02:00 | 03-02 06:00 in, 10:00 out, 22:00 in, 03-03 02:00 out | 03-02 06:00-+02:00 sched 480 worked 480`,

  breaks: `
    by punch                                 | - | 08:00-17:00 -60 | 03-02 08:00 in, 12:00 out, 13:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 480 unpaid 60
    none punched and none supposed           | - | 08:00-17:00 -60 | 03-02 08:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 540
    automatic                                | break360:60 | 08:00-17:00 -60 | 03-02 08:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 480 unpaid 60
    automatic, what was not punched          | break360:60 | 08:00-17:00 -60 | 03-02 08:00 in, 12:00 out, 12:30 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 480 unpaid 60
    automatic, more was punched              | break360:60 | 08:00-17:00 -60 | 03-02 08:00 in, 12:00 out, 13:30 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 450 unpaid 90
    automatic, not after just 6 h            | break360:30 | free | 03-02 08:00 in, 14:00 out | 03-02 08:00-14:00 worked 360
    automatic, never below 6 h               | break360:30 | free | 03-02 08:00 in, 14:10 out | 03-02 08:00-14:10 worked 360 unpaid 10
    automatic, whole after 6 h 30            | break360:30 | free | 03-02 08:00 in, 14:31 out | 03-02 08:00-14:31 worked 361 unpaid 30
    two steps, 9 h 30                        | break360:30 break540:45 | free | 03-02 08:00 in, 17:30 out | 03-02 08:00-17:30 worked 540 unpaid 30
    two steps, 9 h 45                        | break360:30 break540:45 | free | 03-02 08:00 in, 17:45 out | 03-02 08:00-17:45 worked 540 unpaid 45
    two steps, 10 h                          | break360:30 break540:45 | free | 03-02 08:00 in, 18:00 out | 03-02 08:00-18:00 worked 555 unpaid 45
    paid, as long as the shift says          | - | 08:00-16:00 +15 | 03-02 08:00 in, 10:00 out, 10:15 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480 paid 15
    paid, and 5 minutes more                 | - | 08:00-16:00 +15 | 03-02 08:00 in, 10:00 out, 10:20 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 475 unpaid 5 paid 15
    paid and unpaid                          | - | 08:00-17:00 -60 +15 | 03-02 08:00 in, 10:00 out, 10:15 in, 12:00 out, 13:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 480 unpaid 60 paid 15
    paid, automatic                          | paidbreak240:15 | 08:00-16:00 | 03-02 08:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480 paid 15
    in the night                             | - | 22:00-06:00 -30 | 03-02 22:00 in, 03-03 02:00 out, 02:30 in, 06:00 out | 03-02 22:00-+06:00 sched 450 worked 450 unpaid 30
    a missing punch makes no break           | - | 08:00-16:00 +15 | 03-02 08:00 in, 10:00 out, 10:10 in, 13:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 310 paid 10 [MISSING_CHECK_OUT]`,

  rounding: `
    up in, down out                          | in15up out15down | free | 03-02 08:03 in, 16:10 out | 03-02 08:03-16:10 worked 487 counted 465
    down in, up out                          | in15down out15up | free | 03-02 08:10 in, 16:05 out | 03-02 08:10-16:05 worked 475 counted 495
    to the nearest, 1 s before half          | in15near | free | 03-02 08:07:29 in, 16:00 out | 03-02 08:07:29-16:00 worked 472 counted 480
    to the nearest, at half                  | in15near | free | 03-02 08:07:30 in, 16:00 out | 03-02 08:07:30-16:00 worked 472 counted 465
    what is round stays                      | in15up out15down | free | 03-02 08:15 in, 16:00 out | 03-02 08:15-16:00 worked 465
    late goes by the real punch              | grace5 in15down | 08:00-16:00 | 03-02 08:10 in, 16:00 out | 03-02 08:10-16:00 sched 480 worked 470 counted 480 late 10 [LATE]
    by the clock on the wall in Kathmandu    | Kathmandu in30near | free | 03-02 09:10 in, 17:00 out | 03-02 09:10-17:00 worked 470 counted 480
    no time counts twice                     | in15down out15up | free | 03-02 08:00 in, 12:01 out, 12:05 in, 16:00 out | 03-02 08:00-16:00 worked 476 counted 480 unpaid 4
    a short visit comes to nothing           | in15up out15down | free | 03-02 08:01 in, 08:10 out | 03-02 08:01-08:10 worked 9 counted 0
    a supposed check-out is not rounded      | auto-end out15down | 08:00-16:10 | 03-02 08:00 in | 03-02 08:00-16:10 sched 490 worked 490 [AUTOMATIC_CHECK_OUT]`,

  overtime: `
    none by policy                           | - | 08:00-16:00 | 03-02 08:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 540
    over what was scheduled                  | ot-daily | 08:00-16:00 | 03-02 08:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 540 overtime 60
    over a fixed number                      | ot-480 | free | 03-02 08:00 in, 18:00 out | 03-02 08:00-18:00 worked 600 overtime 120
    on a free day                            | ot-daily | Mon-Fri 08:00-16:00 | 03-07 09:00 in, 12:00 out | 03-07 09:00-12:00 worked 180 overtime 180
    on a holiday                             | ot-daily | 08:00-16:00; holiday 03-02 | 03-02 08:00 in, 12:00 out | 03-02 08:00-12:00 worked 240 overtime 240 holiday 480
    nobody approved                          | ot-daily approval | 08:00-16:00 | 03-02 08:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 540 unapproved 60 [UNAPPROVED_OVERTIME]
    approved in part                         | ot-daily approval | 08:00-16:00 | 03-02 08:00 in, 17:00 out, approve 03-02 40 | 03-02 08:00-17:00 sched 480 worked 540 overtime 40 unapproved 20 [UNAPPROVED_OVERTIME]
    more approved than there is              | ot-daily approval | 08:00-16:00 | 03-02 08:00 in, 17:00 out, approve 03-02 90 | 03-02 08:00-17:00 sched 480 worked 540 overtime 60
    approved again, otherwise                | ot-daily approval | 08:00-16:00 | 03-02 08:00 in, 17:00 out, approve 03-02 60, approve 03-02 20 | 03-02 08:00-17:00 sched 480 worked 540 overtime 20 unapproved 40 [UNAPPROVED_OVERTIME]
    of what is rounded                       | ot-daily out15down | 08:00-16:00 | 03-02 08:00 in, 17:10 out | 03-02 08:00-17:10 sched 480 worked 550 counted 540 overtime 60
    after the breaks                         | ot-daily break360:30 | 08:00-16:30 -30 | 03-02 08:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 510 overtime 30 unpaid 30
    over 40 h a week                         | week2400 | free | 03-02 08:00 in, 17:00 out, 03-03 08:00 in, 17:00 out, 03-04 08:00 in, 17:00 out, 03-05 08:00 in, 17:00 out, 03-06 08:00 in, 17:00 out | 03-05 08:00-17:00 worked 540; 03-06 08:00-17:00 worked 540 overtime 300
    over 40 h a week, nobody approved        | week2400 approval | free | 03-02 08:00 in, 17:00 out, 03-03 08:00 in, 17:00 out, 03-04 08:00 in, 17:00 out, 03-05 08:00 in, 17:00 out, 03-06 08:00 in, 17:00 out | 03-06 08:00-17:00 worked 540 unapproved 300 [UNAPPROVED_OVERTIME]
    over 40 h a week, approved in part       | week2400 approval | free | 03-02 08:00 in, 17:00 out, 03-03 08:00 in, 17:00 out, 03-04 08:00 in, 17:00 out, 03-05 08:00 in, 17:00 out, 03-06 08:00 in, 17:00 out, approve 03-06 120 | 03-06 08:00-17:00 worked 540 overtime 120 unapproved 180 [UNAPPROVED_OVERTIME]
    by day and week, no minute twice         | ot-480 week2400 | free | 03-02 08:00 in, 17:00 out, 03-03 08:00 in, 17:00 out, 03-04 08:00 in, 17:00 out, 03-05 08:00 in, 17:00 out, 03-06 08:00 in, 17:00 out, 03-07 08:00 in, 12:00 out | 03-06 08:00-17:00 worked 540 overtime 60; 03-07 08:00-12:00 worked 240 overtime 240
    a week from Sunday                       | week2400 starts7 | free | 03-01 08:00 in, 13:00 out, 03-02 08:00 in, 17:00 out, 03-03 08:00 in, 17:00 out, 03-04 08:00 in, 17:00 out, 03-05 08:00 in, 17:00 out | 03-04 08:00-17:00 worked 540; 03-05 08:00-17:00 worked 540 overtime 60
    a new week                               | week2400 | free | 03-07 08:00 in, 18:00 out, 03-09 08:00 in, 18:00 out | 03-07 08:00-18:00 worked 600; 03-08 none; 03-09 08:00-18:00 worked 600`,

  'flexible hours': `
    any eight hours around the core          | - | flex480 10:00-15:00 | 03-02 07:00 in, 15:30 out | 03-02 07:00-15:30 sched 480 worked 510
    late for the core                        | - | flex480 10:00-15:00 | 03-02 10:20 in, 18:20 out | 03-02 10:20-18:20 sched 480 worked 480 late 20 [LATE]
    left in the core                         | - | flex480 10:00-15:00 | 03-02 06:00 in, 14:30 out | 03-02 06:00-14:30 sched 480 worked 510 early 30 [LEFT_EARLY]
    missed the core                          | - | flex480 10:00-15:00 | 03-02 16:00 in, 20:00 out | 03-02 16:00-20:00 sched 480 worked 240 [MISSED_SHIFT]
    no core                                  | - | flex480 | 03-02 12:00 in, 20:00 out | 03-02 12:00-20:00 sched 480 worked 480
    a break outside of the core              | - | flex480 12:00-15:00 | 03-02 07:00 in, 11:00 out, 12:00 in, 17:00 out | 03-02 07:00-17:00 sched 480 worked 540 unpaid 60
    may still come                           | now=03-02T23:59 | flex480 10:00-15:00 | - | 03-02 EXPECTED sched 480
    did not come                             | now=03-03T00:00 | flex480 10:00-15:00 | - | 03-02 ABSENT sched 480 absent 480
    the core is no end to suppose            | auto-end | flex480 10:00-15:00 | 03-02 08:00 in | 03-02 08:00-? sched 480 [MISSING_CHECK_OUT]
    overtime over the day's hours            | ot-daily | flex480 | 03-02 08:00 in, 17:00 out | 03-02 08:00-17:00 sched 480 worked 540 overtime 60`,

  'holidays, leave and half days': `
    a holiday                                | - | 08:00-16:00; holiday 03-02 | - | 03-02 HOLIDAY holiday 480
    a holiday on a free day                  | - | Mon-Fri 08:00-16:00; holiday 03-07 | - | 03-07 none
    leave                                    | - | 08:00-16:00; leave 03-02 annual | - | 03-02 LEAVE leave 480 annual
    leave over a weekend                     | - | Mon-Fri 08:00-16:00; leave 03-06..03-09 annual | - | 03-06 LEAVE leave 480 annual; 03-07 none; 03-08 none; 03-09 LEAVE leave 480 annual
    a holiday costs no leave                 | - | 08:00-16:00; leave 03-02..03-03 annual; holiday 03-03 | - | 03-02 LEAVE leave 480 annual; 03-03 HOLIDAY holiday 480
    came while on leave                      | - | 08:00-16:00; leave 03-02 sick | 03-02 08:00 in, 10:00 out | 03-02 08:00-10:00 worked 120 leave 480 sick
    leave in the first half                  | - | 08:00-16:00; leave 03-02 annual first | 03-02 12:00 in, 16:00 out | 03-02 12:00-16:00 sched 240 worked 240 leave 240 annual
    leave in the second half, stayed         | ot-daily | 08:00-16:00; leave 03-02 annual second | 03-02 08:00 in, 16:00 out | 03-02 08:00-16:00 sched 240 worked 480 overtime 240 leave 240 annual
    late for the second half                 | - | 08:00-16:00; leave 03-02 annual first | 03-02 12:10 in, 16:00 out | 03-02 12:10-16:00 sched 240 worked 230 late 10 leave 240 annual [LATE]
    half of a day with a break               | - | 08:00-17:00 -60; leave 03-02 annual first | 03-02 12:30 in, 17:00 out | 03-02 12:30-17:00 sched 240 worked 270 leave 240 annual
    half of two shifts                       | - | 08:00-12:00,16:00-20:00; leave 03-02 annual second | 03-02 08:00 in, 12:00 out | 03-02 08:00-12:00 sched 240 worked 240 leave 240 annual
    half of an odd number                    | - | 08:00-16:01; leave 03-02 annual first | 03-02 12:00:30 in, 16:01 out | 03-02 12:00:30-16:01 sched 241 worked 240 leave 240 annual
    half of flexible hours                   | - | flex480 10:00-15:00; leave 03-02 annual first | 03-02 12:30 in, 16:30 out | 03-02 12:30-16:30 sched 240 worked 240 leave 240 annual
    half a holiday, did not come             | - | 08:00-16:00; holiday 12-24 second | - | 12-24 ABSENT sched 240 absent 240 holiday 240
    half a holiday, half a leave             | - | 08:00-16:00; holiday 12-24 second; leave 12-24 annual first | - | 12-24 HOLIDAY leave 240 annual holiday 240
    half annual, half sick                   | - | 08:00-16:00; leave 03-02 annual first; leave 03-02 sick second | - | 03-02 LEAVE leave 480 annual
    a pattern that works on holidays         | - | holidays-too 08:00-16:00; holiday 03-02 | 03-02 08:00 in, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480
    called in on a holiday                   | - | 08:00-16:00; holiday 03-02; 03-02: 10:00-14:00 | 03-02 10:00 in, 14:00 out | 03-02 10:00-14:00 sched 240 worked 240
    29 February                              | - | 08:00-16:00 | 2028-02-29 08:00 in, 16:00 out | 2028-02-29 08:00-16:00 sched 480 worked 480
    the night to 29 February                 | - | 22:00-06:00 | 2028-02-28 22:00 in, 2028-02-29 06:00 out | 2028-02-28 22:00-+06:00 sched 480 worked 480
    the night from 29 February               | - | 22:00-06:00 | 2028-02-29 22:00 in, 2028-03-01 06:00 out | 2028-02-29 22:00-+06:00 sched 480 worked 480
    the night from 28 February to March      | - | 22:00-06:00 | 2027-02-28 22:00 in, 2027-03-01 06:00 out | 2027-02-28 22:00-+06:00 sched 480 worked 480
    leave over 29 February                   | - | 08:00-16:00; leave 2028-02-28..2028-03-01 annual | - | 2028-02-28 LEAVE leave 480 annual; 2028-02-29 LEAVE leave 480 annual; 2028-03-01 LEAVE leave 480 annual`,

  'patterns and changes': `
    a rotation of four days                  | - | cycle 03-02: 06:00-14:00 / 14:00-20:00 / 22:00-02:00 / free | - | 03-02 ABSENT sched 480 absent 480; 03-03 ABSENT sched 360 absent 360; 03-04 ABSENT sched 240 absent 240; 03-05 none; 03-06 ABSENT sched 480 absent 480
    a rotation before its first day          | - | cycle 03-02: 06:00-14:00 / 14:00-20:00 / free | - | 02-28 ABSENT sched 360 absent 360; 03-01 none; 03-02 ABSENT sched 480 absent 480
    a rotation over 29 February              | - | cycle 2028-02-27: 06:00-14:00 / free / 22:00-04:00 | - | 2028-02-28 none; 2028-02-29 ABSENT sched 360 absent 360; 2028-03-01 ABSENT sched 480 absent 480
    some weekdays                            | - | Mon,Wed 08:00-16:00 | - | 03-02 ABSENT sched 480 absent 480; 03-03 none; 03-04 ABSENT sched 480 absent 480
    another pattern from a date on           | - | 08:00-16:00; from 03-16 09:00-17:00 | 03-15 08:00 in, 16:00 out, 03-16 09:00 in, 17:00 out | 03-15 08:00-16:00 sched 480 worked 480; 03-16 09:00-17:00 sched 480 worked 480
    a free day by change                     | - | 08:00-16:00; 03-02: free | - | 03-02 none
    other hours by change                    | - | 08:00-16:00; 03-02: 12:00-20:00 | 03-02 12:00 in, 20:00 out | 03-02 12:00-20:00 sched 480 worked 480
    sick on a changed day                    | - | 08:00-16:00; 03-02: 12:00-18:00; leave 03-02 sick | - | 03-02 LEAVE leave 360 sick
    another policy in mid-month              | grace0; 03-16: grace10 | 08:00-16:00 | 03-15 08:10 in, 16:00 out, 03-16 08:10 in, 16:00 out | 03-15 08:10-16:00 sched 480 worked 470 late 10 [LATE]; 03-16 08:10-16:00 sched 480 worked 470
    the night keeps its day's policy         | grace0; 03-16: grace60 | 22:00-06:00 | 03-16 00:30 in, 06:00 out | 03-15 +00:30-+06:00 sched 480 worked 330 late 150 [LATE]
    overtime from mid-week on                | - ; 03-04: ot-daily | 08:00-16:00 | 03-03 08:00 in, 17:00 out, 03-04 08:00 in, 17:00 out | 03-03 08:00-17:00 sched 480 worked 540; 03-04 08:00-17:00 sched 480 worked 540 overtime 60
    rounding for a part of the month         | - ; 03-16: in15up out15down | free | 03-15 08:03 in, 16:10 out, 03-16 08:03 in, 16:10 out | 03-15 08:03-16:10 worked 487; 03-16 08:03-16:10 worked 487 counted 465`,

  corrections: `
    a check-out added                        | - | 08:00-16:00 | 03-02 08:00 in, add 16:00 out by mia | 03-02 08:00-16:00 sched 480 worked 480 by mia
    a check-in moved                         | - | 08:00-16:00 | 03-02 09:00 in, 16:00 out, #1 move 08:00 by mia | 03-02 08:00-16:00 sched 480 worked 480 by mia
    a check-in voided                        | - | 08:00-16:00 | 03-02 08:00 in, 09:00 in, 16:00 out, #2 void by mia | 03-02 08:00-16:00 sched 480 worked 480 by mia
    all voided                               | - | 08:00-16:00 | 03-02 08:00 in, 16:00 out, #1 void by mia, #2 void by tom | 03-02 ABSENT sched 480 absent 480 by mia+tom
    void and restore leave no trace          | - | 08:00-16:00 | 03-02 08:00 in, 16:00 out, #1 void by mia, #1 restore by tom | 03-02 08:00-16:00 sched 480 worked 480
    moved there and back                     | - | 08:00-16:00 | 03-02 08:00 in, 16:00 out, #1 move 09:00 by mia, #1 move 08:00 by mia | 03-02 08:00-16:00 sched 480 worked 480
    the later move holds                     | - | 08:00-16:00 | 03-02 09:00 in, 16:00 out, #1 move 08:30 by mia, #1 move 08:00 by tom | 03-02 08:00-16:00 sched 480 worked 480 by mia+tom
    a correction of a correction             | - | 08:00-16:00 | 03-02 09:00 in, 16:00 out, #1 move 08:30 by mia, #3 move 08:00 by tom | 03-02 08:00-16:00 sched 480 worked 480 by mia+tom
    moved, voided, restored                  | - | 08:00-16:00 | 03-02 09:00 in, 16:00 out, #1 move 08:00 by mia, #1 void by mia, #1 restore by mia | 03-02 08:00-16:00 sched 480 worked 480 by mia
    added and voided leaves no trace         | - | 08:00-16:00 | 03-02 08:00 in, add 16:00 out by mia, #2 void by mia | 03-02 08:00-? sched 480 [MISSING_CHECK_OUT]
    a check-in that was a check-out          | - | 08:00-16:00 | 03-02 08:00 in, 16:00 in, #2 move 16:00 out by mia | 03-02 08:00-16:00 sched 480 worked 480 by mia
    moved to the day before                  | - | free | 03-03 00:10 in, 03:00 out, #1 move 03-02 23:50 by mia | 03-02 23:50-+03:00 worked 190 by mia; 03-03 FREE by mia
    moved to the day after                   | - | free | 03-02 23:50 in, 03-03 03:00 out, #1 move 03-03 00:10 by mia | 03-02 FREE by mia; 03-03 00:10-03:00 worked 170 by mia
    moved over a boundary at four            | boundary04:00 | free | 03-03 04:05 in, 08:00 out, #1 move 03:55 by mia | 03-02 +03:55-+08:00 worked 245 by mia; 03-03 FREE by mia
    moved to the second 02:30                | - | free | 10-25 01:00 in, 02:30 out, #2 move 02:30b by mia | 10-25 01:00-02:30b worked 150 by mia
    instead of an automatic check-out        | auto-end | 08:00-16:00 | 03-02 08:00 in, add 15:00 out by mia | 03-02 08:00-15:00 sched 480 worked 420 early 60 [LEFT_EARLY] by mia
    a night completed the day after          | - | 22:00-06:00 | 03-02 22:00 in, add 03-03 06:00 out by mia | 03-02 22:00-+06:00 sched 480 worked 480 by mia
    of what is not in the log                | - | 08:00-16:00 | 03-02 08:00 in, 16:00 out, #9 void by mia | 03-02 08:00-16:00 sched 480 worked 480`,

  'clocks of devices': `
    10 minutes fast, with a connection       | - | 08:00-16:00 | 03-02 08:00 in device+600, 16:00 out device+600 | 03-02 08:00-16:00 sched 480 worked 480
    10 minutes fast, without                 | - | 08:00-16:00 | 03-02 08:10 in offline+600, 16:10 out offline+600 | 03-02 08:00-16:00 sched 480 worked 480
    10 minutes slow, without                 | - | 08:00-16:00 | 03-02 07:50 in offline-600, 15:50 out offline-600 | 03-02 08:00-16:00 sched 480 worked 480
    10 minutes fast, at the edge of grace    | grace5 | 08:00-16:00 | 03-02 08:15 in offline+600, 16:00 out | 03-02 08:05-16:00 sched 480 worked 475
    10 minutes fast, a second after grace    | grace5 | 08:00-16:00 | 03-02 08:15:01 in offline+600, 16:00 out | 03-02 08:05:01-16:00 sched 480 worked 474 late 5 [LATE]
    10 minutes fast, over midnight           | - | free | 03-03 00:05 in offline+600, 02:00 out | 03-02 23:55-+02:00 worked 125; 03-03 none
    nobody knows how wrong                   | - | 08:00-16:00 | 03-02 08:00 in offline?, 16:00 out | 03-02 08:00-16:00 sched 480 worked 480 [UNSURE_TIME]
    nobody knew, and a manager put it right  | - | 08:00-16:00 | 03-02 08:00 in offline?, 16:00 out, #1 move 07:55 by mia | 03-02 07:55-16:00 sched 480 worked 485 by mia
    never later than it came in (11:00)      | - | 08:00-16:00 | 03-02 08:00 in offline-14400, 16:00 out | 03-02 11:00-16:00 sched 480 worked 300 late 180 [LATE]`,
};

describe.each(Object.entries(TABLES))('%s', (_section, table) => {
  it.each(readTable(table))('%s', (_name, { rules, log, approvals, from, to, now, expected }) => {
    const records = deriveDays({ rules, log, approvals }, from, to, now);
    expect(records.map(({ policyId: _policyId, ...record }) => record)).toEqual(expected);
  });
});
