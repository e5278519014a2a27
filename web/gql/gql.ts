/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation Login($email: String!, $password: String!, $deviceToken: String) {\n    session: login(email: $email, password: $password, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n": typeof types.LoginDocument,
    "\n  mutation CompleteLogin($challenge: String!, $code: String, $passkey: String, $deviceToken: String) {\n    session: completeLogin(challenge: $challenge, code: $code, passkey: $passkey, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n": typeof types.CompleteLoginDocument,
    "\n  mutation BeginPasskeyLogin {\n    beginPasskeyLogin {\n      challenge\n      passkeyOptions\n    }\n  }\n": typeof types.BeginPasskeyLoginDocument,
    "\n  query LoginOptions {\n    loginOptions {\n      openIdConnect\n    }\n  }\n": typeof types.LoginOptionsDocument,
    "\n  mutation BeginOidcLogin {\n    beginOidcLogin {\n      challenge\n      url\n    }\n  }\n": typeof types.BeginOidcLoginDocument,
    "\n  mutation CompleteOidcLogin($challenge: String!, $query: String!, $deviceToken: String) {\n    session: completeOidcLogin(challenge: $challenge, query: $query, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n": typeof types.CompleteOidcLoginDocument,
    "\n  mutation ResetPassword($token: String!, $password: String!) {\n    resetPassword(token: $token, password: $password)\n  }\n": typeof types.ResetPasswordDocument,
    "\n  fragment DemoCompany_Progress on DemoCompany {\n    state\n    done\n    total\n    message\n  }\n": typeof types.DemoCompany_ProgressFragmentDoc,
    "\n  query DemoCompany {\n    demoCompany {\n      ...DemoCompany_Progress\n    }\n  }\n": typeof types.DemoCompanyDocument,
    "\n  mutation CreateDemoCompany {\n    createDemoCompany {\n      ...DemoCompany_Progress\n    }\n  }\n": typeof types.CreateDemoCompanyDocument,
    "\n  mutation Logout {\n    logout\n  }\n": typeof types.LogoutDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      token\n    }\n  }\n": typeof types.SetUpDocument,
    "\n  query SetUpNeeded {\n    setUpNeeded\n  }\n": typeof types.SetUpNeededDocument,
    "\n  query RefusedPunches($from: DateTimeISO, $to: DateTimeISO) {\n    refusedPunches(first: 20, from: $from, to: $to) {\n      edges {\n        node {\n          id\n          kioskName\n          method\n          request\n          capturedAt\n          message\n          employee {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.RefusedPunchesDocument,
    "\n  mutation SettleRefusedPunch($id: ID!) {\n    settleRefusedPunch(id: $id) {\n      id\n    }\n  }\n": typeof types.SettleRefusedPunchDocument,
    "\n  fragment DayRecord_Attendance on Attendance {\n    id\n    date\n    status\n    checkInTime\n    checkOutTime\n    exceptions\n    correctedBy\n    workedMinutes\n    countedMinutes\n    scheduledMinutes\n    lateMinutes\n    earlyLeaveMinutes\n    absentMinutes\n    overtimeMinutes\n    unapprovedOvertimeMinutes\n    unpaidBreakMinutes\n    paidBreakMinutes\n    leaveMinutes\n    leaveKind\n    holidayMinutes\n  }\n": typeof types.DayRecord_AttendanceFragmentDoc,
    "\n  fragment AttendanceRow_Attendance on Attendance {\n    ...DayRecord_Attendance\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n  }\n": typeof types.AttendanceRow_AttendanceFragmentDoc,
    "\n  query AttendanceList($filter: AttendanceFilter, $after: String) {\n    attendance(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...AttendanceRow_Attendance\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AttendanceListDocument,
    "\n  query PresenceCounts($siteId: ID) {\n    presence(siteId: $siteId) {\n      employees\n      present\n      out\n      expected\n      late\n      onLeave\n    }\n  }\n": typeof types.PresenceCountsDocument,
    "\n  fragment PersonDay_AttendanceEvent on AttendanceEvent {\n    id\n    action\n    kind\n    method\n    at\n    recordedAt\n    isDeferred\n    correctedTime\n    targetId\n    reason\n    source\n  }\n": typeof types.PersonDay_AttendanceEventFragmentDoc,
    "\n  query PersonDay($employeeId: ID!, $date: LocalDate!, $since: DateTimeISO!, $until: DateTimeISO!) {\n    employee(id: $employeeId) {\n      id\n      name\n      department\n      site {\n        id\n        name\n        timeZone\n        dayStartsAtMinutes\n      }\n    }\n    roster(employeeId: $employeeId, from: $date, to: $date) {\n      date\n      isFlexible\n      isChanged\n      scheduledMinutes\n      holidayNames\n      leaveKind\n      leaveMinutes\n      segments {\n        startsAt\n        endsAt\n      }\n    }\n    attendance(filter: { employeeId: $employeeId, from: $date, to: $date }, first: 1) {\n      edges {\n        node {\n          ...DayRecord_Attendance\n        }\n      }\n    }\n    punches: attendanceEvents(\n      filter: { employeeId: $employeeId, actions: [PUNCH], from: $since, to: $until }\n      first: 200\n    ) {\n      edges {\n        node {\n          ...PersonDay_AttendanceEvent\n        }\n      }\n    }\n    corrections: attendanceEvents(\n      filter: { employeeId: $employeeId, actions: [ADD, MOVE, VOID, RESTORE], from: $since }\n      first: 200\n    ) {\n      edges {\n        node {\n          ...PersonDay_AttendanceEvent\n        }\n      }\n    }\n  }\n": typeof types.PersonDayDocument,
    "\n  mutation AddEvent($input: AddEventInput!) {\n    addAttendanceEvent(input: $input) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.AddEventDocument,
    "\n  mutation MoveEvent($input: MoveEventInput!) {\n    moveAttendanceEvent(input: $input) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.MoveEventDocument,
    "\n  mutation VoidEvent($eventId: ID!, $reason: String!) {\n    voidAttendanceEvent(eventId: $eventId, reason: $reason) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.VoidEventDocument,
    "\n  mutation RestoreEvent($eventId: ID!, $reason: String!) {\n    restoreAttendanceEvent(eventId: $eventId, reason: $reason) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.RestoreEventDocument,
    "\n  mutation NotMe($eventId: ID!, $reason: String!, $rightEmployeeId: ID) {\n    notMe(eventId: $eventId, reason: $reason, rightEmployeeId: $rightEmployeeId) {\n      ... on PunchTakenBack {\n        voided {\n          id\n        }\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.NotMeDocument,
    "\n  mutation ApproveOvertime($input: ApproveOvertimeInput!) {\n    approveOvertime(input: $input)\n  }\n": typeof types.ApproveOvertimeDocument,
    "\n  mutation RequestCorrection($input: CorrectionRequestInput!) {\n    requestCorrection(input: $input) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": typeof types.RequestCorrectionDocument,
    "\n  fragment RequestRow_CorrectionRequest on CorrectionRequest {\n    id\n    action\n    at\n    kind\n    reason\n    comment\n    state\n    source\n    createdAt\n    decidedAt\n    decidedBy\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n  }\n": typeof types.RequestRow_CorrectionRequestFragmentDoc,
    "\n  query CorrectionRequests($state: CorrectionState, $after: String) {\n    correctionRequests(state: $state, first: 50, after: $after) {\n      edges {\n        node {\n          ...RequestRow_CorrectionRequest\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.CorrectionRequestsDocument,
    "\n  mutation ApproveCorrection($id: ID!, $comment: String) {\n    approveCorrection(id: $id, comment: $comment) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.ApproveCorrectionDocument,
    "\n  mutation RefuseCorrection($id: ID!, $comment: String!) {\n    refuseCorrection(id: $id, comment: $comment) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.RefuseCorrectionDocument,
    "\n  fragment AuditRow_AuditEntry on AuditEntry {\n    sequence\n    at\n    actor\n    actorName\n    action\n    subject\n    outcome\n    address\n    details\n    hash\n  }\n": typeof types.AuditRow_AuditEntryFragmentDoc,
    "\n  query Audit($filter: AuditFilter, $after: String) {\n    auditEntries(first: 50, filter: $filter, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AuditRow_AuditEntry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AuditDocument,
    "\n  query AuditActions {\n    auditActions\n  }\n": typeof types.AuditActionsDocument,
    "\n  fragment ArrivalsFeed_Event on AttendanceEvent {\n    id\n    action\n    kind\n    method\n    at\n    employee {\n      id\n      name\n      position\n      department\n    }\n  }\n": typeof types.ArrivalsFeed_EventFragmentDoc,
    "\n  query BoardArrivals {\n    attendanceEvents(first: 50) {\n      edges {\n        node {\n          ...ArrivalsFeed_Event\n        }\n      }\n    }\n  }\n": typeof types.BoardArrivalsDocument,
    "\n  subscription BoardArrivalRecorded($after: ID!) {\n    attendanceRecorded(after: $after) {\n      ...ArrivalsFeed_Event\n    }\n  }\n": typeof types.BoardArrivalRecordedDocument,
    "\n  query BoardPresence($after: String) {\n    presence {\n      present\n      employees\n      expected\n      late\n      onLeave\n      departments {\n        department\n        present\n        employees\n      }\n      people(first: 25, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            openSince\n            employee {\n              id\n              name\n              department\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.BoardPresenceDocument,
    "\n  query EmployeeName($id: ID!) {\n    employee(id: $id) {\n      id\n      name\n    }\n  }\n": typeof types.EmployeeNameDocument,
    "\n  query FindEmployees($search: String) {\n    employees(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          department\n        }\n      }\n    }\n  }\n": typeof types.FindEmployeesDocument,
    "\n  query Places {\n    sites(first: 200) {\n      edges {\n        node {\n          id\n          name\n          timeZone\n        }\n      }\n    }\n    departmentList(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.PlacesDocument,
    "\n  mutation Lock($from: LocalDate!) {\n    lockPeriod(from: $from, to: $from) {\n      ... on PayPeriod {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.LockDocument,
    "\n  query ShiftChoices {\n    shifts(first: 200) {\n      edges {\n        node {\n          id\n          name\n          segments {\n            startsAtMinutes\n            endsAtMinutes\n          }\n          flexibleMinutes\n          unpaidBreakMinutes\n        }\n      }\n    }\n  }\n": typeof types.ShiftChoicesDocument,
    "\n  query SourceNames {\n    users(first: 200) {\n      edges {\n        node {\n          id\n          email\n        }\n      }\n    }\n  }\n": typeof types.SourceNamesDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      role\n      name\n      mustAddSecondFactor\n      mayEnrol\n      liveness\n      identification\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment EmployeeRow_Employee on Employee {\n    id\n    number\n    name\n    position\n    department\n    active\n    leavesOn\n    hasPin\n    hasBadge\n  }\n": typeof types.EmployeeRow_EmployeeFragmentDoc,
    "\n  query Employees($search: String, $after: String) {\n    employees(first: 50, search: $search, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...EmployeeRow_Employee\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.EmployeesDocument,
    "\n  mutation UpdateEmployee($id: ID!, $input: UpdateEmployeeInput!) {\n    updateEmployee(id: $id, input: $input) {\n      ...EmployeeRow_Employee\n    }\n  }\n": typeof types.UpdateEmployeeDocument,
    "\n  mutation SetEmployeePin($id: ID!, $pin: String) {\n    setEmployeePin(id: $id, pin: $pin) {\n      id\n      hasPin\n    }\n  }\n": typeof types.SetEmployeePinDocument,
    "\n  mutation IssueBadge($employeeId: ID!) {\n    issueBadge(employeeId: $employeeId) {\n      code\n      employee {\n        id\n        hasBadge\n      }\n    }\n  }\n": typeof types.IssueBadgeDocument,
    "\n  mutation WithdrawBadge($employeeId: ID!) {\n    withdrawBadge(employeeId: $employeeId) {\n      id\n      hasBadge\n    }\n  }\n": typeof types.WithdrawBadgeDocument,
    "\n  query ConsentNotice($language: String) {\n    consentNotice(language: $language) {\n      id\n      language\n      version\n      title\n      text\n    }\n    consentNoticeLanguages\n  }\n": typeof types.ConsentNoticeDocument,
    "\n  mutation Enrol($input: RegisterInput!, $photos: [Upload!]!, $checkIn: Boolean!) {\n    register(input: $input, photos: $photos, checkIn: $checkIn) {\n      __typename\n      ... on Registered {\n        employee {\n          id\n          name\n        }\n        attendance {\n          id\n          checkInTime\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.EnrolDocument,
    "\n  mutation AddEmployee($input: AddEmployeeInput!) {\n    addEmployee(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.AddEmployeeDocument,
    "\n  query EnrolDepartments {\n    departments\n  }\n": typeof types.EnrolDepartmentsDocument,
    "\n  mutation EnrolFace($employeeId: ID!, $photos: [Upload!]!, $consentGiven: Boolean!, $noticeId: ID) {\n    enrolFace(employeeId: $employeeId, photos: $photos, consentGiven: $consentGiven, noticeId: $noticeId) {\n      __typename\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.EnrolFaceDocument,
    "\n  fragment Outcome_Recorded on AttendanceRecorded {\n    event {\n      id\n      kind\n      at\n      employee {\n        id\n        name\n        position\n        department\n      }\n    }\n    attendance {\n      id\n      workedMinutes\n    }\n  }\n": typeof types.Outcome_RecordedFragmentDoc,
    "\n  mutation KioskCheckIn(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: checkIn(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskCheckInDocument,
    "\n  mutation KioskCheckOut(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: checkOut(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskCheckOutDocument,
    "\n  mutation KioskPunch(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: punch(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskPunchDocument,
    "\n  mutation KioskCheckInByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkInByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskCheckInByPinDocument,
    "\n  mutation KioskCheckOutByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkOutByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskCheckOutByPinDocument,
    "\n  mutation KioskPunchByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: punchByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskPunchByPinDocument,
    "\n  mutation KioskCheckInByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkInByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskCheckInByBadgeDocument,
    "\n  mutation KioskCheckOutByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkOutByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskCheckOutByBadgeDocument,
    "\n  mutation KioskPunchByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: punchByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.KioskPunchByBadgeDocument,
    "\n  mutation KioskChallenge {\n    livenessChallenge {\n      id\n      steps\n    }\n  }\n": typeof types.KioskChallengeDocument,
    "\n  mutation KioskHeartbeat($input: KioskHeartbeatInput!) {\n    kioskHeartbeat(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.KioskHeartbeatDocument,
    "\n  mutation PairKiosk($proof: String!) {\n    pairKiosk(proof: $proof) {\n      __typename\n      ... on KioskPaired {\n        now\n        kioskId\n      }\n      ... on PairingRefused {\n        message\n      }\n    }\n  }\n": typeof types.PairKioskDocument,
    "\n  query OwnAccount {\n    account {\n      id\n      email\n      hasPassword\n      hasTotp\n      recoveryCodesLeft\n      secondFactorNeeded\n      sessionId\n      passkeys {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n      sessions {\n        id\n        device\n        address\n        createdAt\n        lastSeenAt\n      }\n    }\n  }\n": typeof types.OwnAccountDocument,
    "\n  mutation ChangePassword($password: String!, $newPassword: String!) {\n    changePassword(password: $password, newPassword: $newPassword)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation BeginTotp($password: String!) {\n    beginTotp(password: $password) {\n      token\n      secret\n      uri\n    }\n  }\n": typeof types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($token: String!, $code: String!) {\n    confirmTotp(token: $token, code: $code) {\n      recoveryCodes\n    }\n  }\n": typeof types.ConfirmTotpDocument,
    "\n  mutation RemoveTotp($password: String!) {\n    removeTotp(password: $password)\n  }\n": typeof types.RemoveTotpDocument,
    "\n  mutation BeginPasskey($password: String!) {\n    beginPasskey(password: $password) {\n      token\n      options\n    }\n  }\n": typeof types.BeginPasskeyDocument,
    "\n  mutation AddPasskey($token: String!, $name: String!, $answer: String!) {\n    addPasskey(token: $token, name: $name, answer: $answer) {\n      recoveryCodes\n    }\n  }\n": typeof types.AddPasskeyDocument,
    "\n  mutation RemovePasskey($id: ID!, $password: String!) {\n    removePasskey(id: $id, password: $password)\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  mutation RenewRecoveryCodes($password: String!) {\n    renewRecoveryCodes(password: $password)\n  }\n": typeof types.RenewRecoveryCodesDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id)\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  fragment PeriodRow_PayPeriod on PayPeriod {\n    id\n    from\n    to\n    lockedAt\n    source\n  }\n": typeof types.PeriodRow_PayPeriodFragmentDoc,
    "\n  query PayPeriods($after: String) {\n    payPeriods(first: 50, after: $after) {\n      edges {\n        node {\n          ...PeriodRow_PayPeriod\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PayPeriodsDocument,
    "\n  query Adjustments($periodId: ID, $after: String) {\n    adjustments(periodId: $periodId, first: 50, after: $after) {\n      edges {\n        node {\n          id\n          date\n          column\n          minutes\n          createdAt\n          employee {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AdjustmentsDocument,
    "\n  mutation LockPeriod($from: LocalDate!, $to: LocalDate!) {\n    lockPeriod(from: $from, to: $to) {\n      ... on PayPeriod {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.LockPeriodDocument,
    "\n  mutation UnlockPeriod($id: ID!) {\n    unlockPeriod(id: $id) {\n      ...PeriodRow_PayPeriod\n    }\n  }\n": typeof types.UnlockPeriodDocument,
    "\n  fragment PolicyRow_Policy on Policy {\n    id\n    name\n    lateGraceMinutes\n    earlyLeaveGraceMinutes\n    shiftHintMinutes\n    shiftWindowMinutes\n    maxOpenMinutes\n    automaticCheckOut\n    countsTimeBeforeShift\n    breakRules {\n      afterMinutes\n      minutes\n      isPaid\n    }\n    roundCheckIn\n    roundCheckInToMinutes\n    roundCheckOut\n    roundCheckOutToMinutes\n    overtimeBasis\n    dailyOvertimeAfterMinutes\n    weeklyOvertimeAfterMinutes\n    overtimeNeedsApproval\n    weekStartsOn\n  }\n": typeof types.PolicyRow_PolicyFragmentDoc,
    "\n  query Policies($after: String) {\n    policies(first: 50, after: $after) {\n      edges {\n        node {\n          ...PolicyRow_Policy\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PoliciesDocument,
    "\n  fragment PolicyUse_PolicyAssignment on PolicyAssignment {\n    id\n    policyId\n    siteId\n    departmentId\n    employeeId\n    from\n    to\n    createdAt\n    source\n  }\n": typeof types.PolicyUse_PolicyAssignmentFragmentDoc,
    "\n  query PolicyAssignments($after: String) {\n    policyAssignments(first: 50, after: $after) {\n      edges {\n        node {\n          ...PolicyUse_PolicyAssignment\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PolicyAssignmentsDocument,
    "\n  mutation CreatePolicy($input: PolicyInput!) {\n    createPolicy(input: $input) {\n      ... on Policy {\n        ...PolicyRow_Policy\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.CreatePolicyDocument,
    "\n  mutation DeletePolicy($id: ID!) {\n    deletePolicy(id: $id) {\n      ... on Deleted {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.DeletePolicyDocument,
    "\n  query PreviewPolicy($input: PolicyChangeInput!) {\n    previewPolicyChange(input: $input) {\n      days\n      employees\n      differences {\n        employeeId\n        date\n        column\n        before\n        after\n      }\n    }\n  }\n": typeof types.PreviewPolicyDocument,
    "\n  mutation ApplyPolicy($input: PolicyChangeInput!) {\n    applyPolicyChange(input: $input) {\n      changes\n    }\n  }\n": typeof types.ApplyPolicyDocument,
    "\n  fragment SummaryRow_AttendanceSummary on AttendanceSummary {\n    key\n    name\n    presentDays\n    lateDays\n    missingDays\n    correctedDays\n    scheduledMinutes\n    workedMinutes\n    countedMinutes\n    regularMinutes\n    overtimeMinutes\n    unapprovedOvertimeMinutes\n    lateMinutes\n    absentMinutes\n    leaveMinutes\n    holidayMinutes\n  }\n": typeof types.SummaryRow_AttendanceSummaryFragmentDoc,
    "\n  query Summary($by: SummaryBy!, $from: LocalDate!, $to: LocalDate!, $siteId: ID, $department: String) {\n    attendanceSummary(by: $by, from: $from, to: $to, siteId: $siteId, department: $department) {\n      ...SummaryRow_AttendanceSummary\n    }\n  }\n": typeof types.SummaryDocument,
    "\n  fragment SiteRow_Site on Site {\n    id\n    name\n    timeZone\n    dayStartsAtMinutes\n    minimumPunchIntervalSeconds\n  }\n": typeof types.SiteRow_SiteFragmentDoc,
    "\n  query Sites($after: String) {\n    sites(first: 50, after: $after) {\n      edges {\n        node {\n          ...SiteRow_Site\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SitesDocument,
    "\n  mutation CreateSite($input: SiteInput!) {\n    createSite(input: $input) {\n      ...SiteRow_Site\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.CreateSiteDocument,
    "\n  mutation UpdateSite($id: ID!, $input: SiteInput!) {\n    updateSite(id: $id, input: $input) {\n      ...SiteRow_Site\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.UpdateSiteDocument,
    "\n  mutation DeleteSite($id: ID!) {\n    deleteSite(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.DeleteSiteDocument,
    "\n  fragment DepartmentRow_Department on Department {\n    id\n    name\n    employeeCount\n  }\n": typeof types.DepartmentRow_DepartmentFragmentDoc,
    "\n  query Departments($after: String) {\n    departmentList(first: 50, after: $after) {\n      edges {\n        node {\n          ...DepartmentRow_Department\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.DepartmentsDocument,
    "\n  mutation CreateDepartment($input: DepartmentInput!) {\n    createDepartment(input: $input) {\n      ...DepartmentRow_Department\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.CreateDepartmentDocument,
    "\n  mutation RenameDepartment($id: ID!, $input: DepartmentInput!) {\n    updateDepartment(id: $id, input: $input) {\n      ...DepartmentRow_Department\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.RenameDepartmentDocument,
    "\n  mutation DeleteDepartment($id: ID!, $moveTo: ID) {\n    deleteDepartment(id: $id, moveTo: $moveTo) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.DeleteDepartmentDocument,
    "\n  fragment PersonPrivacy_EmployeePrivacy on EmployeePrivacy {\n    employeeId\n    templates\n    enrolmentPhotos\n    consents {\n      id\n      noticeVersion\n      language\n      method\n      givenAt\n      withdrawnAt\n    }\n    erasures {\n      id\n      startedAt\n      finishedAt\n      receipt\n    }\n  }\n": typeof types.PersonPrivacy_EmployeePrivacyFragmentDoc,
    "\n  query PersonPrivacy($employeeId: ID!) {\n    employeePrivacy(employeeId: $employeeId) {\n      ...PersonPrivacy_EmployeePrivacy\n    }\n  }\n": typeof types.PersonPrivacyDocument,
    "\n  mutation WithdrawConsent($employeeId: ID!, $eraseNow: Boolean!) {\n    withdrawConsent(employeeId: $employeeId, eraseNow: $eraseNow) {\n      ...PersonPrivacy_EmployeePrivacy\n    }\n  }\n": typeof types.WithdrawConsentDocument,
    "\n  mutation EraseFace($employeeId: ID!) {\n    eraseFace(employeeId: $employeeId) {\n      id\n      finishedAt\n      receipt\n    }\n  }\n": typeof types.EraseFaceDocument,
    "\n  mutation ExportEmployee($employeeId: ID!) {\n    exportEmployee(employeeId: $employeeId) {\n      path\n      expiresAt\n    }\n  }\n": typeof types.ExportEmployeeDocument,
    "\n  fragment Retention_RetentionRule on RetentionRule {\n    kind\n    days\n    defaultDays\n    least\n    most\n    what\n  }\n": typeof types.Retention_RetentionRuleFragmentDoc,
    "\n  fragment Purge_PurgeRun on PurgeRun {\n    id\n    startedAt\n    finishedAt\n    source\n    removed {\n      what\n      count\n    }\n  }\n": typeof types.Purge_PurgeRunFragmentDoc,
    "\n  query Retention {\n    retention {\n      ...Retention_RetentionRule\n    }\n    purgeRuns(first: 1) {\n      edges {\n        node {\n          ...Purge_PurgeRun\n        }\n      }\n    }\n    purgePreview {\n      what\n      count\n    }\n  }\n": typeof types.RetentionDocument,
    "\n  mutation SetRetention($kind: RetentionKind!, $days: Int!) {\n    setRetention(kind: $kind, days: $days) {\n      ...Retention_RetentionRule\n    }\n  }\n": typeof types.SetRetentionDocument,
    "\n  mutation PurgeNow {\n    purgeNow {\n      ...Purge_PurgeRun\n    }\n  }\n": typeof types.PurgeNowDocument,
    "\n  fragment Notice_ConsentNotice on ConsentNotice {\n    id\n    language\n    version\n    title\n    text\n    publishedAt\n  }\n": typeof types.Notice_ConsentNoticeFragmentDoc,
    "\n  query Notices($after: String) {\n    consentNotices(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...Notice_ConsentNotice\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.NoticesDocument,
    "\n  mutation PublishNotice($input: PublishConsentNoticeInput!) {\n    publishConsentNotice(input: $input) {\n      ...Notice_ConsentNotice\n    }\n  }\n": typeof types.PublishNoticeDocument,
    "\n  fragment Decision_Comparison on FaceComparison {\n    modelId\n    distance\n    runnerUpDistance\n    threshold\n    margin\n  }\n": typeof types.Decision_ComparisonFragmentDoc,
    "\n  fragment DecisionRow_Decision on RecognitionDecision {\n    id\n    at\n    source\n    outcome\n    explanation\n    gallerySize\n    frames\n    confidence\n    livenessLevel\n    employee {\n      id\n      name\n    }\n    runnerUp {\n      id\n      name\n    }\n    first {\n      ...Decision_Comparison\n    }\n    fused {\n      ...Decision_Comparison\n    }\n    quality {\n      score\n      eyeDistance\n      brightness\n      contrast\n      sharpness\n      yaw\n      pitch\n      roll\n    }\n    liveness {\n      name\n      value\n    }\n  }\n": typeof types.DecisionRow_DecisionFragmentDoc,
    "\n  query Decisions($employeeId: ID, $outcome: DecisionOutcome, $after: String) {\n    recognitionDecisions(employeeId: $employeeId, outcome: $outcome, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...DecisionRow_Decision\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.DecisionsDocument,
    "\n  fragment LookAlikeRow_LookAlike on LookAlike {\n    distance\n    foundAt\n    first {\n      id\n      name\n      department\n      hasPin\n    }\n    second {\n      id\n      name\n      department\n      hasPin\n    }\n  }\n": typeof types.LookAlikeRow_LookAlikeFragmentDoc,
    "\n  query LookAlikes($after: String) {\n    lookAlikes(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...LookAlikeRow_LookAlike\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.LookAlikesDocument,
    "\n  fragment HolidayRow_Holiday on Holiday {\n    id\n    siteId\n    date\n    name\n    part\n  }\n": typeof types.HolidayRow_HolidayFragmentDoc,
    "\n  query Holidays($filter: HolidayFilter, $after: String) {\n    holidays(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...HolidayRow_Holiday\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.HolidaysDocument,
    "\n  mutation CreateHoliday($input: HolidayInput!) {\n    createHoliday(input: $input) {\n      ...HolidayRow_Holiday\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.CreateHolidayDocument,
    "\n  mutation DeleteHoliday($id: ID!) {\n    deleteHoliday(id: $id)\n  }\n": typeof types.DeleteHolidayDocument,
    "\n  mutation ImportHolidays($csv: String!, $siteId: ID!) {\n    importHolidays(csv: $csv, siteId: $siteId) {\n      added\n      renamed\n      unchanged\n    }\n  }\n": typeof types.ImportHolidaysDocument,
    "\n  fragment LeaveRow_Leave on Leave {\n    id\n    from\n    to\n    part\n    kind\n    employee {\n      id\n      name\n      department\n    }\n  }\n": typeof types.LeaveRow_LeaveFragmentDoc,
    "\n  query Leaves($filter: LeaveFilter, $after: String) {\n    leaves(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...LeaveRow_Leave\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.LeavesDocument,
    "\n  mutation CreateLeave($input: LeaveInput!) {\n    createLeave(input: $input) {\n      ...LeaveRow_Leave\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.CreateLeaveDocument,
    "\n  mutation UpdateLeave($id: ID!, $input: LeaveInput!) {\n    updateLeave(id: $id, input: $input) {\n      ...LeaveRow_Leave\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.UpdateLeaveDocument,
    "\n  mutation DeleteLeave($id: ID!) {\n    deleteLeave(id: $id)\n  }\n": typeof types.DeleteLeaveDocument,
    "\n  mutation ImportLeave($csv: String!) {\n    importLeave(csv: $csv) {\n      __typename\n      ... on LeaveImport {\n        added\n        unchanged\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.ImportLeaveDocument,
    "\n  fragment RosterCell_ExpectedDay on ExpectedDay {\n    date\n    isFlexible\n    isChanged\n    scheduledMinutes\n    holidayMinutes\n    leaveMinutes\n    leaveKind\n    holidayNames\n    segments {\n      startsAt\n      endsAt\n    }\n    shiftIds\n  }\n": typeof types.RosterCell_ExpectedDayFragmentDoc,
    "\n  fragment RosterRow_EmployeeRoster on EmployeeRoster {\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n    days {\n      ...RosterCell_ExpectedDay\n    }\n  }\n": typeof types.RosterRow_EmployeeRosterFragmentDoc,
    "\n  query TeamRoster($siteId: ID, $departmentId: ID, $from: LocalDate!, $to: LocalDate!, $after: String) {\n    teamRoster(siteId: $siteId, departmentId: $departmentId, from: $from, to: $to, first: 16, after: $after) {\n      edges {\n        node {\n          ...RosterRow_EmployeeRoster\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TeamRosterDocument,
    "\n  mutation ChangeDay($input: ChangeDayInput!) {\n    changeDay(input: $input) {\n      id\n    }\n  }\n": typeof types.ChangeDayDocument,
    "\n  mutation UndoDayChange($employeeId: ID!, $date: LocalDate!) {\n    undoDayChange(employeeId: $employeeId, date: $date)\n  }\n": typeof types.UndoDayChangeDocument,
    "\n  fragment AssignmentRow_Assignment on Assignment {\n    id\n    from\n    to\n    offsetDays\n    pattern {\n      ...PatternRow_Pattern\n    }\n    site {\n      id\n      name\n    }\n    department {\n      id\n      name\n    }\n    employee {\n      id\n      name\n      department\n    }\n  }\n": typeof types.AssignmentRow_AssignmentFragmentDoc,
    "\n  query Assignments($after: String) {\n    assignments(first: 50, after: $after) {\n      edges {\n        node {\n          ...AssignmentRow_Assignment\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AssignmentsDocument,
    "\n  query PatternsInForce($employeeId: ID!, $from: LocalDate!) {\n    patternsInForce(employeeId: $employeeId, from: $from) {\n      from\n      to\n      assignment {\n        ...AssignmentRow_Assignment\n      }\n    }\n  }\n": typeof types.PatternsInForceDocument,
    "\n  mutation CreateAssignment($input: AssignmentInput!) {\n    createAssignment(input: $input) {\n      ...AssignmentRow_Assignment\n    }\n  }\n": typeof types.CreateAssignmentDocument,
    "\n  mutation UpdateAssignment($id: ID!, $input: AssignmentInput!) {\n    updateAssignment(id: $id, input: $input) {\n      ...AssignmentRow_Assignment\n    }\n  }\n": typeof types.UpdateAssignmentDocument,
    "\n  mutation DeleteAssignment($id: ID!) {\n    deleteAssignment(id: $id)\n  }\n": typeof types.DeleteAssignmentDocument,
    "\n  fragment PatternRow_Pattern on Pattern {\n    id\n    name\n    cycleDays\n    startsOn\n    observesHolidays\n    days {\n      day\n      shift {\n        id\n        name\n      }\n    }\n  }\n": typeof types.PatternRow_PatternFragmentDoc,
    "\n  query Patterns($after: String) {\n    patterns(first: 50, after: $after) {\n      edges {\n        node {\n          ...PatternRow_Pattern\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PatternsDocument,
    "\n  query PatternChoices {\n    patterns(first: 150) {\n      edges {\n        node {\n          ...PatternRow_Pattern\n        }\n      }\n    }\n  }\n": typeof types.PatternChoicesDocument,
    "\n  mutation CreatePattern($input: PatternInput!) {\n    createPattern(input: $input) {\n      ...PatternRow_Pattern\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.CreatePatternDocument,
    "\n  mutation UpdatePattern($id: ID!, $input: PatternInput!) {\n    updatePattern(id: $id, input: $input) {\n      ...PatternRow_Pattern\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.UpdatePatternDocument,
    "\n  mutation DeletePattern($id: ID!) {\n    deletePattern(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.DeletePatternDocument,
    "\n  fragment ShiftRow_Shift on Shift {\n    id\n    name\n    segments {\n      startsAtMinutes\n      endsAtMinutes\n    }\n    flexibleMinutes\n    unpaidBreakMinutes\n    paidBreakMinutes\n  }\n": typeof types.ShiftRow_ShiftFragmentDoc,
    "\n  query Shifts($after: String) {\n    shifts(first: 50, after: $after) {\n      edges {\n        node {\n          ...ShiftRow_Shift\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ShiftsDocument,
    "\n  mutation CreateShift($input: ShiftInput!) {\n    createShift(input: $input) {\n      ...ShiftRow_Shift\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.CreateShiftDocument,
    "\n  mutation UpdateShift($id: ID!, $input: ShiftInput!) {\n    updateShift(id: $id, input: $input) {\n      ...ShiftRow_Shift\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.UpdateShiftDocument,
    "\n  mutation DeleteShift($id: ID!) {\n    deleteShift(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.DeleteShiftDocument,
    "\n  fragment AccountRow_User on User {\n    id\n    email\n    role\n    createdAt\n    disabledAt\n    departments\n    departmentIds\n    hasPassword\n    hasSecondFactor\n    employee {\n      id\n      name\n    }\n  }\n": typeof types.AccountRow_UserFragmentDoc,
    "\n  query Accounts($after: String) {\n    users(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AccountRow_User\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AccountsDocument,
    "\n  query DepartmentChoices {\n    departmentList(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.DepartmentChoicesDocument,
    "\n  mutation CreateAccount($input: CreateUserInput!) {\n    createUser(input: $input) {\n      ...AccountRow_User\n    }\n  }\n": typeof types.CreateAccountDocument,
    "\n  mutation SetRights($id: ID!, $input: UserRightsInput!) {\n    setUserRights(id: $id, input: $input) {\n      ...AccountRow_User\n    }\n  }\n": typeof types.SetRightsDocument,
    "\n  mutation SetDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      ...AccountRow_User\n    }\n  }\n": typeof types.SetDisabledDocument,
    "\n  query AccountSessions($id: ID!) {\n    user(id: $id) {\n      id\n      sessions {\n        id\n        device\n        address\n        createdAt\n        lastSeenAt\n      }\n    }\n  }\n": typeof types.AccountSessionsDocument,
    "\n  mutation EndUserSession($id: ID!) {\n    endUserSession(id: $id)\n  }\n": typeof types.EndUserSessionDocument,
    "\n  mutation CreatePasswordLink($userId: ID!) {\n    createPasswordLink(userId: $userId) {\n      token\n      expiresAt\n    }\n  }\n": typeof types.CreatePasswordLinkDocument,
    "\n  mutation RemoveSecondFactors($userId: ID!) {\n    removeSecondFactors(userId: $userId) {\n      ...AccountRow_User\n    }\n  }\n": typeof types.RemoveSecondFactorsDocument,
    "\n  fragment ApiKeyRow_ApiKey on ApiKey {\n    id\n    name\n    scopes\n    departments\n    createdAt\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n": typeof types.ApiKeyRow_ApiKeyFragmentDoc,
    "\n  query ApiKeys($after: String) {\n    apiKeys(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...ApiKeyRow_ApiKey\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      token\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyRow_ApiKey\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  fragment KioskRow_Kiosk on Kiosk {\n    id\n    name\n    site {\n      id\n      name\n    }\n    onlyOwnSite\n    identification\n    mayEnrol\n    liveness\n    createdAt\n    pairedAt\n    pairingExpiresAt\n    lastSeenAt\n    revokedAt\n    health {\n      state\n      problems\n      faces\n      refused\n      camera\n      appVersion\n      pendingPunches\n      batteryPercent\n      clockOffsetSeconds\n    }\n  }\n": typeof types.KioskRow_KioskFragmentDoc,
    "\n  query Kiosks($after: String) {\n    kiosks(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...KioskRow_Kiosk\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.KiosksDocument,
    "\n  query AwaitedKiosk($id: ID!) {\n    kiosk(id: $id) {\n      id\n      pairedAt\n      pairingExpiresAt\n    }\n  }\n": typeof types.AwaitedKioskDocument,
    "\n  query KioskSites {\n    sites(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.KioskSitesDocument,
    "\n  mutation CreateKiosk($input: CreateKioskInput!) {\n    made: createKiosk(input: $input) {\n      token\n      pairing {\n        code\n        expiresAt\n      }\n      kiosk {\n        id\n        name\n      }\n    }\n  }\n": typeof types.CreateKioskDocument,
    "\n  mutation RenewKioskPairing($id: ID!) {\n    made: renewKioskPairing(id: $id) {\n      token\n      pairing {\n        code\n        expiresAt\n      }\n      kiosk {\n        id\n        name\n      }\n    }\n  }\n": typeof types.RenewKioskPairingDocument,
    "\n  mutation UpdateKiosk($id: ID!, $input: UpdateKioskInput!) {\n    updateKiosk(id: $id, input: $input) {\n      ...KioskRow_Kiosk\n    }\n  }\n": typeof types.UpdateKioskDocument,
    "\n  mutation RevokeKiosk($id: ID!) {\n    revokeKiosk(id: $id) {\n      ...KioskRow_Kiosk\n    }\n  }\n": typeof types.RevokeKioskDocument,
    "\n  fragment RunRow_PipelineRun on PipelineRun {\n    id\n    outcome\n    versionId\n    reasons\n    job {\n      id\n      state\n      createdAt\n      runAt\n      done\n      total\n      message\n    }\n    steps {\n      name\n      seconds\n    }\n  }\n": typeof types.RunRow_PipelineRunFragmentDoc,
    "\n  query PipelineRuns($after: String) {\n    pipelineRuns(first: 10, after: $after) {\n      edges {\n        node {\n          ...RunRow_PipelineRun\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PipelineRunsDocument,
    "\n  subscription JobNews {\n    jobChanged {\n      id\n      state\n      runAt\n      done\n      total\n      message\n    }\n  }\n": typeof types.JobNewsDocument,
    "\n  mutation StartPipeline($input: StartPipelineInput!) {\n    startPipeline(input: $input) {\n      ... on PipelineRun {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.StartPipelineDocument,
    "\n  mutation CancelRun($id: ID!) {\n    cancelJob(id: $id) {\n      id\n      state\n    }\n  }\n": typeof types.CancelRunDocument,
    "\n  mutation RetryRun($id: ID!) {\n    retryJob(id: $id) {\n      id\n      state\n    }\n  }\n": typeof types.RetryRunDocument,
    "\n  fragment VersionRow_ModelVersion on ModelVersion {\n    id\n    createdAt\n    isProduction\n    isCandidate\n    passed\n    dataSource\n    people\n    figures {\n      fnir\n      fpir\n    }\n  }\n": typeof types.VersionRow_ModelVersionFragmentDoc,
    "\n  query ModelVersions($after: String) {\n    modelVersions(first: 10, after: $after) {\n      edges {\n        node {\n          ...VersionRow_ModelVersion\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ModelVersionsDocument,
    "\n  query ProductionModel {\n    productionModel {\n      id\n      since\n      source\n    }\n  }\n": typeof types.ProductionModelDocument,
    "\n  fragment Figures_ModelFigures on ModelFigures {\n    matedProbes\n    strangerProbes\n    fnir\n    fpir\n    misidentified\n    rank1\n    fnirAtFpir {\n      fpir\n      fnir\n      low\n      high\n    }\n  }\n": typeof types.Figures_ModelFiguresFragmentDoc,
    "\n  query ModelVersion($id: ID!) {\n    modelVersion(id: $id) {\n      id\n      createdAt\n      isProduction\n      passed\n      gateReasons\n      dataSource\n      people\n      trainSamples\n      testSamples\n      setAside {\n        reason\n        samples\n      }\n      calibratedOn\n      sure\n      threshold\n      notes\n      comparedWith\n      limits\n      head {\n        fpir\n        fnirWithout\n        fnirWith\n        helps\n      }\n      figures {\n        ...Figures_ModelFigures\n      }\n      productionFigures {\n        ...Figures_ModelFigures\n      }\n      evaluation {\n        det {\n          fpir\n          fnir\n        }\n        productionDet {\n          fpir\n          fnir\n        }\n        nearestPairs {\n          one {\n            name\n          }\n          other {\n            name\n          }\n          first\n          both\n        }\n        confusions {\n          person {\n            name\n          }\n          nearest {\n            name\n          }\n          share\n        }\n        findings {\n          person {\n            name\n          }\n          part\n          kind\n          words\n          seems {\n            name\n          }\n          sampleId\n        }\n        curves {\n          loss\n          stopLoss\n        }\n      }\n    }\n  }\n": typeof types.ModelVersionDocument,
    "\n  mutation PromoteModel($id: ID!, $despiteGate: Boolean!, $reason: String) {\n    promoteModel(id: $id, despiteGate: $despiteGate, reason: $reason) {\n      ... on ModelVersion {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.PromoteModelDocument,
    "\n  mutation RollBackModel($reason: String) {\n    rollBackModel(reason: $reason) {\n      ... on ProductionModel {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.RollBackModelDocument,
    "\n  mutation SamplePhoto($sampleId: ID!) {\n    samplePhoto(sampleId: $sampleId) {\n      path\n    }\n  }\n": typeof types.SamplePhotoDocument,
};
const documents: Documents = {
    "\n  mutation Login($email: String!, $password: String!, $deviceToken: String) {\n    session: login(email: $email, password: $password, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n": types.LoginDocument,
    "\n  mutation CompleteLogin($challenge: String!, $code: String, $passkey: String, $deviceToken: String) {\n    session: completeLogin(challenge: $challenge, code: $code, passkey: $passkey, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n": types.CompleteLoginDocument,
    "\n  mutation BeginPasskeyLogin {\n    beginPasskeyLogin {\n      challenge\n      passkeyOptions\n    }\n  }\n": types.BeginPasskeyLoginDocument,
    "\n  query LoginOptions {\n    loginOptions {\n      openIdConnect\n    }\n  }\n": types.LoginOptionsDocument,
    "\n  mutation BeginOidcLogin {\n    beginOidcLogin {\n      challenge\n      url\n    }\n  }\n": types.BeginOidcLoginDocument,
    "\n  mutation CompleteOidcLogin($challenge: String!, $query: String!, $deviceToken: String) {\n    session: completeOidcLogin(challenge: $challenge, query: $query, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n": types.CompleteOidcLoginDocument,
    "\n  mutation ResetPassword($token: String!, $password: String!) {\n    resetPassword(token: $token, password: $password)\n  }\n": types.ResetPasswordDocument,
    "\n  fragment DemoCompany_Progress on DemoCompany {\n    state\n    done\n    total\n    message\n  }\n": types.DemoCompany_ProgressFragmentDoc,
    "\n  query DemoCompany {\n    demoCompany {\n      ...DemoCompany_Progress\n    }\n  }\n": types.DemoCompanyDocument,
    "\n  mutation CreateDemoCompany {\n    createDemoCompany {\n      ...DemoCompany_Progress\n    }\n  }\n": types.CreateDemoCompanyDocument,
    "\n  mutation Logout {\n    logout\n  }\n": types.LogoutDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      token\n    }\n  }\n": types.SetUpDocument,
    "\n  query SetUpNeeded {\n    setUpNeeded\n  }\n": types.SetUpNeededDocument,
    "\n  query RefusedPunches($from: DateTimeISO, $to: DateTimeISO) {\n    refusedPunches(first: 20, from: $from, to: $to) {\n      edges {\n        node {\n          id\n          kioskName\n          method\n          request\n          capturedAt\n          message\n          employee {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.RefusedPunchesDocument,
    "\n  mutation SettleRefusedPunch($id: ID!) {\n    settleRefusedPunch(id: $id) {\n      id\n    }\n  }\n": types.SettleRefusedPunchDocument,
    "\n  fragment DayRecord_Attendance on Attendance {\n    id\n    date\n    status\n    checkInTime\n    checkOutTime\n    exceptions\n    correctedBy\n    workedMinutes\n    countedMinutes\n    scheduledMinutes\n    lateMinutes\n    earlyLeaveMinutes\n    absentMinutes\n    overtimeMinutes\n    unapprovedOvertimeMinutes\n    unpaidBreakMinutes\n    paidBreakMinutes\n    leaveMinutes\n    leaveKind\n    holidayMinutes\n  }\n": types.DayRecord_AttendanceFragmentDoc,
    "\n  fragment AttendanceRow_Attendance on Attendance {\n    ...DayRecord_Attendance\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n  }\n": types.AttendanceRow_AttendanceFragmentDoc,
    "\n  query AttendanceList($filter: AttendanceFilter, $after: String) {\n    attendance(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...AttendanceRow_Attendance\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AttendanceListDocument,
    "\n  query PresenceCounts($siteId: ID) {\n    presence(siteId: $siteId) {\n      employees\n      present\n      out\n      expected\n      late\n      onLeave\n    }\n  }\n": types.PresenceCountsDocument,
    "\n  fragment PersonDay_AttendanceEvent on AttendanceEvent {\n    id\n    action\n    kind\n    method\n    at\n    recordedAt\n    isDeferred\n    correctedTime\n    targetId\n    reason\n    source\n  }\n": types.PersonDay_AttendanceEventFragmentDoc,
    "\n  query PersonDay($employeeId: ID!, $date: LocalDate!, $since: DateTimeISO!, $until: DateTimeISO!) {\n    employee(id: $employeeId) {\n      id\n      name\n      department\n      site {\n        id\n        name\n        timeZone\n        dayStartsAtMinutes\n      }\n    }\n    roster(employeeId: $employeeId, from: $date, to: $date) {\n      date\n      isFlexible\n      isChanged\n      scheduledMinutes\n      holidayNames\n      leaveKind\n      leaveMinutes\n      segments {\n        startsAt\n        endsAt\n      }\n    }\n    attendance(filter: { employeeId: $employeeId, from: $date, to: $date }, first: 1) {\n      edges {\n        node {\n          ...DayRecord_Attendance\n        }\n      }\n    }\n    punches: attendanceEvents(\n      filter: { employeeId: $employeeId, actions: [PUNCH], from: $since, to: $until }\n      first: 200\n    ) {\n      edges {\n        node {\n          ...PersonDay_AttendanceEvent\n        }\n      }\n    }\n    corrections: attendanceEvents(\n      filter: { employeeId: $employeeId, actions: [ADD, MOVE, VOID, RESTORE], from: $since }\n      first: 200\n    ) {\n      edges {\n        node {\n          ...PersonDay_AttendanceEvent\n        }\n      }\n    }\n  }\n": types.PersonDayDocument,
    "\n  mutation AddEvent($input: AddEventInput!) {\n    addAttendanceEvent(input: $input) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.AddEventDocument,
    "\n  mutation MoveEvent($input: MoveEventInput!) {\n    moveAttendanceEvent(input: $input) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.MoveEventDocument,
    "\n  mutation VoidEvent($eventId: ID!, $reason: String!) {\n    voidAttendanceEvent(eventId: $eventId, reason: $reason) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.VoidEventDocument,
    "\n  mutation RestoreEvent($eventId: ID!, $reason: String!) {\n    restoreAttendanceEvent(eventId: $eventId, reason: $reason) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.RestoreEventDocument,
    "\n  mutation NotMe($eventId: ID!, $reason: String!, $rightEmployeeId: ID) {\n    notMe(eventId: $eventId, reason: $reason, rightEmployeeId: $rightEmployeeId) {\n      ... on PunchTakenBack {\n        voided {\n          id\n        }\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.NotMeDocument,
    "\n  mutation ApproveOvertime($input: ApproveOvertimeInput!) {\n    approveOvertime(input: $input)\n  }\n": types.ApproveOvertimeDocument,
    "\n  mutation RequestCorrection($input: CorrectionRequestInput!) {\n    requestCorrection(input: $input) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": types.RequestCorrectionDocument,
    "\n  fragment RequestRow_CorrectionRequest on CorrectionRequest {\n    id\n    action\n    at\n    kind\n    reason\n    comment\n    state\n    source\n    createdAt\n    decidedAt\n    decidedBy\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n  }\n": types.RequestRow_CorrectionRequestFragmentDoc,
    "\n  query CorrectionRequests($state: CorrectionState, $after: String) {\n    correctionRequests(state: $state, first: 50, after: $after) {\n      edges {\n        node {\n          ...RequestRow_CorrectionRequest\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.CorrectionRequestsDocument,
    "\n  mutation ApproveCorrection($id: ID!, $comment: String) {\n    approveCorrection(id: $id, comment: $comment) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.ApproveCorrectionDocument,
    "\n  mutation RefuseCorrection($id: ID!, $comment: String!) {\n    refuseCorrection(id: $id, comment: $comment) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.RefuseCorrectionDocument,
    "\n  fragment AuditRow_AuditEntry on AuditEntry {\n    sequence\n    at\n    actor\n    actorName\n    action\n    subject\n    outcome\n    address\n    details\n    hash\n  }\n": types.AuditRow_AuditEntryFragmentDoc,
    "\n  query Audit($filter: AuditFilter, $after: String) {\n    auditEntries(first: 50, filter: $filter, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AuditRow_AuditEntry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AuditDocument,
    "\n  query AuditActions {\n    auditActions\n  }\n": types.AuditActionsDocument,
    "\n  fragment ArrivalsFeed_Event on AttendanceEvent {\n    id\n    action\n    kind\n    method\n    at\n    employee {\n      id\n      name\n      position\n      department\n    }\n  }\n": types.ArrivalsFeed_EventFragmentDoc,
    "\n  query BoardArrivals {\n    attendanceEvents(first: 50) {\n      edges {\n        node {\n          ...ArrivalsFeed_Event\n        }\n      }\n    }\n  }\n": types.BoardArrivalsDocument,
    "\n  subscription BoardArrivalRecorded($after: ID!) {\n    attendanceRecorded(after: $after) {\n      ...ArrivalsFeed_Event\n    }\n  }\n": types.BoardArrivalRecordedDocument,
    "\n  query BoardPresence($after: String) {\n    presence {\n      present\n      employees\n      expected\n      late\n      onLeave\n      departments {\n        department\n        present\n        employees\n      }\n      people(first: 25, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            openSince\n            employee {\n              id\n              name\n              department\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.BoardPresenceDocument,
    "\n  query EmployeeName($id: ID!) {\n    employee(id: $id) {\n      id\n      name\n    }\n  }\n": types.EmployeeNameDocument,
    "\n  query FindEmployees($search: String) {\n    employees(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          department\n        }\n      }\n    }\n  }\n": types.FindEmployeesDocument,
    "\n  query Places {\n    sites(first: 200) {\n      edges {\n        node {\n          id\n          name\n          timeZone\n        }\n      }\n    }\n    departmentList(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.PlacesDocument,
    "\n  mutation Lock($from: LocalDate!) {\n    lockPeriod(from: $from, to: $from) {\n      ... on PayPeriod {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.LockDocument,
    "\n  query ShiftChoices {\n    shifts(first: 200) {\n      edges {\n        node {\n          id\n          name\n          segments {\n            startsAtMinutes\n            endsAtMinutes\n          }\n          flexibleMinutes\n          unpaidBreakMinutes\n        }\n      }\n    }\n  }\n": types.ShiftChoicesDocument,
    "\n  query SourceNames {\n    users(first: 200) {\n      edges {\n        node {\n          id\n          email\n        }\n      }\n    }\n  }\n": types.SourceNamesDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      role\n      name\n      mustAddSecondFactor\n      mayEnrol\n      liveness\n      identification\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment EmployeeRow_Employee on Employee {\n    id\n    number\n    name\n    position\n    department\n    active\n    leavesOn\n    hasPin\n    hasBadge\n  }\n": types.EmployeeRow_EmployeeFragmentDoc,
    "\n  query Employees($search: String, $after: String) {\n    employees(first: 50, search: $search, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...EmployeeRow_Employee\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.EmployeesDocument,
    "\n  mutation UpdateEmployee($id: ID!, $input: UpdateEmployeeInput!) {\n    updateEmployee(id: $id, input: $input) {\n      ...EmployeeRow_Employee\n    }\n  }\n": types.UpdateEmployeeDocument,
    "\n  mutation SetEmployeePin($id: ID!, $pin: String) {\n    setEmployeePin(id: $id, pin: $pin) {\n      id\n      hasPin\n    }\n  }\n": types.SetEmployeePinDocument,
    "\n  mutation IssueBadge($employeeId: ID!) {\n    issueBadge(employeeId: $employeeId) {\n      code\n      employee {\n        id\n        hasBadge\n      }\n    }\n  }\n": types.IssueBadgeDocument,
    "\n  mutation WithdrawBadge($employeeId: ID!) {\n    withdrawBadge(employeeId: $employeeId) {\n      id\n      hasBadge\n    }\n  }\n": types.WithdrawBadgeDocument,
    "\n  query ConsentNotice($language: String) {\n    consentNotice(language: $language) {\n      id\n      language\n      version\n      title\n      text\n    }\n    consentNoticeLanguages\n  }\n": types.ConsentNoticeDocument,
    "\n  mutation Enrol($input: RegisterInput!, $photos: [Upload!]!, $checkIn: Boolean!) {\n    register(input: $input, photos: $photos, checkIn: $checkIn) {\n      __typename\n      ... on Registered {\n        employee {\n          id\n          name\n        }\n        attendance {\n          id\n          checkInTime\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.EnrolDocument,
    "\n  mutation AddEmployee($input: AddEmployeeInput!) {\n    addEmployee(input: $input) {\n      id\n      name\n    }\n  }\n": types.AddEmployeeDocument,
    "\n  query EnrolDepartments {\n    departments\n  }\n": types.EnrolDepartmentsDocument,
    "\n  mutation EnrolFace($employeeId: ID!, $photos: [Upload!]!, $consentGiven: Boolean!, $noticeId: ID) {\n    enrolFace(employeeId: $employeeId, photos: $photos, consentGiven: $consentGiven, noticeId: $noticeId) {\n      __typename\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.EnrolFaceDocument,
    "\n  fragment Outcome_Recorded on AttendanceRecorded {\n    event {\n      id\n      kind\n      at\n      employee {\n        id\n        name\n        position\n        department\n      }\n    }\n    attendance {\n      id\n      workedMinutes\n    }\n  }\n": types.Outcome_RecordedFragmentDoc,
    "\n  mutation KioskCheckIn(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: checkIn(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskCheckInDocument,
    "\n  mutation KioskCheckOut(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: checkOut(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskCheckOutDocument,
    "\n  mutation KioskPunch(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: punch(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskPunchDocument,
    "\n  mutation KioskCheckInByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkInByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskCheckInByPinDocument,
    "\n  mutation KioskCheckOutByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkOutByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskCheckOutByPinDocument,
    "\n  mutation KioskPunchByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: punchByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskPunchByPinDocument,
    "\n  mutation KioskCheckInByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkInByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskCheckInByBadgeDocument,
    "\n  mutation KioskCheckOutByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkOutByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskCheckOutByBadgeDocument,
    "\n  mutation KioskPunchByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: punchByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.KioskPunchByBadgeDocument,
    "\n  mutation KioskChallenge {\n    livenessChallenge {\n      id\n      steps\n    }\n  }\n": types.KioskChallengeDocument,
    "\n  mutation KioskHeartbeat($input: KioskHeartbeatInput!) {\n    kioskHeartbeat(input: $input) {\n      id\n      name\n    }\n  }\n": types.KioskHeartbeatDocument,
    "\n  mutation PairKiosk($proof: String!) {\n    pairKiosk(proof: $proof) {\n      __typename\n      ... on KioskPaired {\n        now\n        kioskId\n      }\n      ... on PairingRefused {\n        message\n      }\n    }\n  }\n": types.PairKioskDocument,
    "\n  query OwnAccount {\n    account {\n      id\n      email\n      hasPassword\n      hasTotp\n      recoveryCodesLeft\n      secondFactorNeeded\n      sessionId\n      passkeys {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n      sessions {\n        id\n        device\n        address\n        createdAt\n        lastSeenAt\n      }\n    }\n  }\n": types.OwnAccountDocument,
    "\n  mutation ChangePassword($password: String!, $newPassword: String!) {\n    changePassword(password: $password, newPassword: $newPassword)\n  }\n": types.ChangePasswordDocument,
    "\n  mutation BeginTotp($password: String!) {\n    beginTotp(password: $password) {\n      token\n      secret\n      uri\n    }\n  }\n": types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($token: String!, $code: String!) {\n    confirmTotp(token: $token, code: $code) {\n      recoveryCodes\n    }\n  }\n": types.ConfirmTotpDocument,
    "\n  mutation RemoveTotp($password: String!) {\n    removeTotp(password: $password)\n  }\n": types.RemoveTotpDocument,
    "\n  mutation BeginPasskey($password: String!) {\n    beginPasskey(password: $password) {\n      token\n      options\n    }\n  }\n": types.BeginPasskeyDocument,
    "\n  mutation AddPasskey($token: String!, $name: String!, $answer: String!) {\n    addPasskey(token: $token, name: $name, answer: $answer) {\n      recoveryCodes\n    }\n  }\n": types.AddPasskeyDocument,
    "\n  mutation RemovePasskey($id: ID!, $password: String!) {\n    removePasskey(id: $id, password: $password)\n  }\n": types.RemovePasskeyDocument,
    "\n  mutation RenewRecoveryCodes($password: String!) {\n    renewRecoveryCodes(password: $password)\n  }\n": types.RenewRecoveryCodesDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id)\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions\n  }\n": types.EndOtherSessionsDocument,
    "\n  fragment PeriodRow_PayPeriod on PayPeriod {\n    id\n    from\n    to\n    lockedAt\n    source\n  }\n": types.PeriodRow_PayPeriodFragmentDoc,
    "\n  query PayPeriods($after: String) {\n    payPeriods(first: 50, after: $after) {\n      edges {\n        node {\n          ...PeriodRow_PayPeriod\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PayPeriodsDocument,
    "\n  query Adjustments($periodId: ID, $after: String) {\n    adjustments(periodId: $periodId, first: 50, after: $after) {\n      edges {\n        node {\n          id\n          date\n          column\n          minutes\n          createdAt\n          employee {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AdjustmentsDocument,
    "\n  mutation LockPeriod($from: LocalDate!, $to: LocalDate!) {\n    lockPeriod(from: $from, to: $to) {\n      ... on PayPeriod {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.LockPeriodDocument,
    "\n  mutation UnlockPeriod($id: ID!) {\n    unlockPeriod(id: $id) {\n      ...PeriodRow_PayPeriod\n    }\n  }\n": types.UnlockPeriodDocument,
    "\n  fragment PolicyRow_Policy on Policy {\n    id\n    name\n    lateGraceMinutes\n    earlyLeaveGraceMinutes\n    shiftHintMinutes\n    shiftWindowMinutes\n    maxOpenMinutes\n    automaticCheckOut\n    countsTimeBeforeShift\n    breakRules {\n      afterMinutes\n      minutes\n      isPaid\n    }\n    roundCheckIn\n    roundCheckInToMinutes\n    roundCheckOut\n    roundCheckOutToMinutes\n    overtimeBasis\n    dailyOvertimeAfterMinutes\n    weeklyOvertimeAfterMinutes\n    overtimeNeedsApproval\n    weekStartsOn\n  }\n": types.PolicyRow_PolicyFragmentDoc,
    "\n  query Policies($after: String) {\n    policies(first: 50, after: $after) {\n      edges {\n        node {\n          ...PolicyRow_Policy\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PoliciesDocument,
    "\n  fragment PolicyUse_PolicyAssignment on PolicyAssignment {\n    id\n    policyId\n    siteId\n    departmentId\n    employeeId\n    from\n    to\n    createdAt\n    source\n  }\n": types.PolicyUse_PolicyAssignmentFragmentDoc,
    "\n  query PolicyAssignments($after: String) {\n    policyAssignments(first: 50, after: $after) {\n      edges {\n        node {\n          ...PolicyUse_PolicyAssignment\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PolicyAssignmentsDocument,
    "\n  mutation CreatePolicy($input: PolicyInput!) {\n    createPolicy(input: $input) {\n      ... on Policy {\n        ...PolicyRow_Policy\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.CreatePolicyDocument,
    "\n  mutation DeletePolicy($id: ID!) {\n    deletePolicy(id: $id) {\n      ... on Deleted {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.DeletePolicyDocument,
    "\n  query PreviewPolicy($input: PolicyChangeInput!) {\n    previewPolicyChange(input: $input) {\n      days\n      employees\n      differences {\n        employeeId\n        date\n        column\n        before\n        after\n      }\n    }\n  }\n": types.PreviewPolicyDocument,
    "\n  mutation ApplyPolicy($input: PolicyChangeInput!) {\n    applyPolicyChange(input: $input) {\n      changes\n    }\n  }\n": types.ApplyPolicyDocument,
    "\n  fragment SummaryRow_AttendanceSummary on AttendanceSummary {\n    key\n    name\n    presentDays\n    lateDays\n    missingDays\n    correctedDays\n    scheduledMinutes\n    workedMinutes\n    countedMinutes\n    regularMinutes\n    overtimeMinutes\n    unapprovedOvertimeMinutes\n    lateMinutes\n    absentMinutes\n    leaveMinutes\n    holidayMinutes\n  }\n": types.SummaryRow_AttendanceSummaryFragmentDoc,
    "\n  query Summary($by: SummaryBy!, $from: LocalDate!, $to: LocalDate!, $siteId: ID, $department: String) {\n    attendanceSummary(by: $by, from: $from, to: $to, siteId: $siteId, department: $department) {\n      ...SummaryRow_AttendanceSummary\n    }\n  }\n": types.SummaryDocument,
    "\n  fragment SiteRow_Site on Site {\n    id\n    name\n    timeZone\n    dayStartsAtMinutes\n    minimumPunchIntervalSeconds\n  }\n": types.SiteRow_SiteFragmentDoc,
    "\n  query Sites($after: String) {\n    sites(first: 50, after: $after) {\n      edges {\n        node {\n          ...SiteRow_Site\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.SitesDocument,
    "\n  mutation CreateSite($input: SiteInput!) {\n    createSite(input: $input) {\n      ...SiteRow_Site\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.CreateSiteDocument,
    "\n  mutation UpdateSite($id: ID!, $input: SiteInput!) {\n    updateSite(id: $id, input: $input) {\n      ...SiteRow_Site\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.UpdateSiteDocument,
    "\n  mutation DeleteSite($id: ID!) {\n    deleteSite(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.DeleteSiteDocument,
    "\n  fragment DepartmentRow_Department on Department {\n    id\n    name\n    employeeCount\n  }\n": types.DepartmentRow_DepartmentFragmentDoc,
    "\n  query Departments($after: String) {\n    departmentList(first: 50, after: $after) {\n      edges {\n        node {\n          ...DepartmentRow_Department\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.DepartmentsDocument,
    "\n  mutation CreateDepartment($input: DepartmentInput!) {\n    createDepartment(input: $input) {\n      ...DepartmentRow_Department\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.CreateDepartmentDocument,
    "\n  mutation RenameDepartment($id: ID!, $input: DepartmentInput!) {\n    updateDepartment(id: $id, input: $input) {\n      ...DepartmentRow_Department\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.RenameDepartmentDocument,
    "\n  mutation DeleteDepartment($id: ID!, $moveTo: ID) {\n    deleteDepartment(id: $id, moveTo: $moveTo) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.DeleteDepartmentDocument,
    "\n  fragment PersonPrivacy_EmployeePrivacy on EmployeePrivacy {\n    employeeId\n    templates\n    enrolmentPhotos\n    consents {\n      id\n      noticeVersion\n      language\n      method\n      givenAt\n      withdrawnAt\n    }\n    erasures {\n      id\n      startedAt\n      finishedAt\n      receipt\n    }\n  }\n": types.PersonPrivacy_EmployeePrivacyFragmentDoc,
    "\n  query PersonPrivacy($employeeId: ID!) {\n    employeePrivacy(employeeId: $employeeId) {\n      ...PersonPrivacy_EmployeePrivacy\n    }\n  }\n": types.PersonPrivacyDocument,
    "\n  mutation WithdrawConsent($employeeId: ID!, $eraseNow: Boolean!) {\n    withdrawConsent(employeeId: $employeeId, eraseNow: $eraseNow) {\n      ...PersonPrivacy_EmployeePrivacy\n    }\n  }\n": types.WithdrawConsentDocument,
    "\n  mutation EraseFace($employeeId: ID!) {\n    eraseFace(employeeId: $employeeId) {\n      id\n      finishedAt\n      receipt\n    }\n  }\n": types.EraseFaceDocument,
    "\n  mutation ExportEmployee($employeeId: ID!) {\n    exportEmployee(employeeId: $employeeId) {\n      path\n      expiresAt\n    }\n  }\n": types.ExportEmployeeDocument,
    "\n  fragment Retention_RetentionRule on RetentionRule {\n    kind\n    days\n    defaultDays\n    least\n    most\n    what\n  }\n": types.Retention_RetentionRuleFragmentDoc,
    "\n  fragment Purge_PurgeRun on PurgeRun {\n    id\n    startedAt\n    finishedAt\n    source\n    removed {\n      what\n      count\n    }\n  }\n": types.Purge_PurgeRunFragmentDoc,
    "\n  query Retention {\n    retention {\n      ...Retention_RetentionRule\n    }\n    purgeRuns(first: 1) {\n      edges {\n        node {\n          ...Purge_PurgeRun\n        }\n      }\n    }\n    purgePreview {\n      what\n      count\n    }\n  }\n": types.RetentionDocument,
    "\n  mutation SetRetention($kind: RetentionKind!, $days: Int!) {\n    setRetention(kind: $kind, days: $days) {\n      ...Retention_RetentionRule\n    }\n  }\n": types.SetRetentionDocument,
    "\n  mutation PurgeNow {\n    purgeNow {\n      ...Purge_PurgeRun\n    }\n  }\n": types.PurgeNowDocument,
    "\n  fragment Notice_ConsentNotice on ConsentNotice {\n    id\n    language\n    version\n    title\n    text\n    publishedAt\n  }\n": types.Notice_ConsentNoticeFragmentDoc,
    "\n  query Notices($after: String) {\n    consentNotices(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...Notice_ConsentNotice\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.NoticesDocument,
    "\n  mutation PublishNotice($input: PublishConsentNoticeInput!) {\n    publishConsentNotice(input: $input) {\n      ...Notice_ConsentNotice\n    }\n  }\n": types.PublishNoticeDocument,
    "\n  fragment Decision_Comparison on FaceComparison {\n    modelId\n    distance\n    runnerUpDistance\n    threshold\n    margin\n  }\n": types.Decision_ComparisonFragmentDoc,
    "\n  fragment DecisionRow_Decision on RecognitionDecision {\n    id\n    at\n    source\n    outcome\n    explanation\n    gallerySize\n    frames\n    confidence\n    livenessLevel\n    employee {\n      id\n      name\n    }\n    runnerUp {\n      id\n      name\n    }\n    first {\n      ...Decision_Comparison\n    }\n    fused {\n      ...Decision_Comparison\n    }\n    quality {\n      score\n      eyeDistance\n      brightness\n      contrast\n      sharpness\n      yaw\n      pitch\n      roll\n    }\n    liveness {\n      name\n      value\n    }\n  }\n": types.DecisionRow_DecisionFragmentDoc,
    "\n  query Decisions($employeeId: ID, $outcome: DecisionOutcome, $after: String) {\n    recognitionDecisions(employeeId: $employeeId, outcome: $outcome, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...DecisionRow_Decision\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.DecisionsDocument,
    "\n  fragment LookAlikeRow_LookAlike on LookAlike {\n    distance\n    foundAt\n    first {\n      id\n      name\n      department\n      hasPin\n    }\n    second {\n      id\n      name\n      department\n      hasPin\n    }\n  }\n": types.LookAlikeRow_LookAlikeFragmentDoc,
    "\n  query LookAlikes($after: String) {\n    lookAlikes(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...LookAlikeRow_LookAlike\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.LookAlikesDocument,
    "\n  fragment HolidayRow_Holiday on Holiday {\n    id\n    siteId\n    date\n    name\n    part\n  }\n": types.HolidayRow_HolidayFragmentDoc,
    "\n  query Holidays($filter: HolidayFilter, $after: String) {\n    holidays(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...HolidayRow_Holiday\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.HolidaysDocument,
    "\n  mutation CreateHoliday($input: HolidayInput!) {\n    createHoliday(input: $input) {\n      ...HolidayRow_Holiday\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.CreateHolidayDocument,
    "\n  mutation DeleteHoliday($id: ID!) {\n    deleteHoliday(id: $id)\n  }\n": types.DeleteHolidayDocument,
    "\n  mutation ImportHolidays($csv: String!, $siteId: ID!) {\n    importHolidays(csv: $csv, siteId: $siteId) {\n      added\n      renamed\n      unchanged\n    }\n  }\n": types.ImportHolidaysDocument,
    "\n  fragment LeaveRow_Leave on Leave {\n    id\n    from\n    to\n    part\n    kind\n    employee {\n      id\n      name\n      department\n    }\n  }\n": types.LeaveRow_LeaveFragmentDoc,
    "\n  query Leaves($filter: LeaveFilter, $after: String) {\n    leaves(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...LeaveRow_Leave\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.LeavesDocument,
    "\n  mutation CreateLeave($input: LeaveInput!) {\n    createLeave(input: $input) {\n      ...LeaveRow_Leave\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.CreateLeaveDocument,
    "\n  mutation UpdateLeave($id: ID!, $input: LeaveInput!) {\n    updateLeave(id: $id, input: $input) {\n      ...LeaveRow_Leave\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.UpdateLeaveDocument,
    "\n  mutation DeleteLeave($id: ID!) {\n    deleteLeave(id: $id)\n  }\n": types.DeleteLeaveDocument,
    "\n  mutation ImportLeave($csv: String!) {\n    importLeave(csv: $csv) {\n      __typename\n      ... on LeaveImport {\n        added\n        unchanged\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.ImportLeaveDocument,
    "\n  fragment RosterCell_ExpectedDay on ExpectedDay {\n    date\n    isFlexible\n    isChanged\n    scheduledMinutes\n    holidayMinutes\n    leaveMinutes\n    leaveKind\n    holidayNames\n    segments {\n      startsAt\n      endsAt\n    }\n    shiftIds\n  }\n": types.RosterCell_ExpectedDayFragmentDoc,
    "\n  fragment RosterRow_EmployeeRoster on EmployeeRoster {\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n    days {\n      ...RosterCell_ExpectedDay\n    }\n  }\n": types.RosterRow_EmployeeRosterFragmentDoc,
    "\n  query TeamRoster($siteId: ID, $departmentId: ID, $from: LocalDate!, $to: LocalDate!, $after: String) {\n    teamRoster(siteId: $siteId, departmentId: $departmentId, from: $from, to: $to, first: 16, after: $after) {\n      edges {\n        node {\n          ...RosterRow_EmployeeRoster\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TeamRosterDocument,
    "\n  mutation ChangeDay($input: ChangeDayInput!) {\n    changeDay(input: $input) {\n      id\n    }\n  }\n": types.ChangeDayDocument,
    "\n  mutation UndoDayChange($employeeId: ID!, $date: LocalDate!) {\n    undoDayChange(employeeId: $employeeId, date: $date)\n  }\n": types.UndoDayChangeDocument,
    "\n  fragment AssignmentRow_Assignment on Assignment {\n    id\n    from\n    to\n    offsetDays\n    pattern {\n      ...PatternRow_Pattern\n    }\n    site {\n      id\n      name\n    }\n    department {\n      id\n      name\n    }\n    employee {\n      id\n      name\n      department\n    }\n  }\n": types.AssignmentRow_AssignmentFragmentDoc,
    "\n  query Assignments($after: String) {\n    assignments(first: 50, after: $after) {\n      edges {\n        node {\n          ...AssignmentRow_Assignment\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AssignmentsDocument,
    "\n  query PatternsInForce($employeeId: ID!, $from: LocalDate!) {\n    patternsInForce(employeeId: $employeeId, from: $from) {\n      from\n      to\n      assignment {\n        ...AssignmentRow_Assignment\n      }\n    }\n  }\n": types.PatternsInForceDocument,
    "\n  mutation CreateAssignment($input: AssignmentInput!) {\n    createAssignment(input: $input) {\n      ...AssignmentRow_Assignment\n    }\n  }\n": types.CreateAssignmentDocument,
    "\n  mutation UpdateAssignment($id: ID!, $input: AssignmentInput!) {\n    updateAssignment(id: $id, input: $input) {\n      ...AssignmentRow_Assignment\n    }\n  }\n": types.UpdateAssignmentDocument,
    "\n  mutation DeleteAssignment($id: ID!) {\n    deleteAssignment(id: $id)\n  }\n": types.DeleteAssignmentDocument,
    "\n  fragment PatternRow_Pattern on Pattern {\n    id\n    name\n    cycleDays\n    startsOn\n    observesHolidays\n    days {\n      day\n      shift {\n        id\n        name\n      }\n    }\n  }\n": types.PatternRow_PatternFragmentDoc,
    "\n  query Patterns($after: String) {\n    patterns(first: 50, after: $after) {\n      edges {\n        node {\n          ...PatternRow_Pattern\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PatternsDocument,
    "\n  query PatternChoices {\n    patterns(first: 150) {\n      edges {\n        node {\n          ...PatternRow_Pattern\n        }\n      }\n    }\n  }\n": types.PatternChoicesDocument,
    "\n  mutation CreatePattern($input: PatternInput!) {\n    createPattern(input: $input) {\n      ...PatternRow_Pattern\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.CreatePatternDocument,
    "\n  mutation UpdatePattern($id: ID!, $input: PatternInput!) {\n    updatePattern(id: $id, input: $input) {\n      ...PatternRow_Pattern\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.UpdatePatternDocument,
    "\n  mutation DeletePattern($id: ID!) {\n    deletePattern(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.DeletePatternDocument,
    "\n  fragment ShiftRow_Shift on Shift {\n    id\n    name\n    segments {\n      startsAtMinutes\n      endsAtMinutes\n    }\n    flexibleMinutes\n    unpaidBreakMinutes\n    paidBreakMinutes\n  }\n": types.ShiftRow_ShiftFragmentDoc,
    "\n  query Shifts($after: String) {\n    shifts(first: 50, after: $after) {\n      edges {\n        node {\n          ...ShiftRow_Shift\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ShiftsDocument,
    "\n  mutation CreateShift($input: ShiftInput!) {\n    createShift(input: $input) {\n      ...ShiftRow_Shift\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.CreateShiftDocument,
    "\n  mutation UpdateShift($id: ID!, $input: ShiftInput!) {\n    updateShift(id: $id, input: $input) {\n      ...ShiftRow_Shift\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.UpdateShiftDocument,
    "\n  mutation DeleteShift($id: ID!) {\n    deleteShift(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.DeleteShiftDocument,
    "\n  fragment AccountRow_User on User {\n    id\n    email\n    role\n    createdAt\n    disabledAt\n    departments\n    departmentIds\n    hasPassword\n    hasSecondFactor\n    employee {\n      id\n      name\n    }\n  }\n": types.AccountRow_UserFragmentDoc,
    "\n  query Accounts($after: String) {\n    users(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AccountRow_User\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AccountsDocument,
    "\n  query DepartmentChoices {\n    departmentList(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.DepartmentChoicesDocument,
    "\n  mutation CreateAccount($input: CreateUserInput!) {\n    createUser(input: $input) {\n      ...AccountRow_User\n    }\n  }\n": types.CreateAccountDocument,
    "\n  mutation SetRights($id: ID!, $input: UserRightsInput!) {\n    setUserRights(id: $id, input: $input) {\n      ...AccountRow_User\n    }\n  }\n": types.SetRightsDocument,
    "\n  mutation SetDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      ...AccountRow_User\n    }\n  }\n": types.SetDisabledDocument,
    "\n  query AccountSessions($id: ID!) {\n    user(id: $id) {\n      id\n      sessions {\n        id\n        device\n        address\n        createdAt\n        lastSeenAt\n      }\n    }\n  }\n": types.AccountSessionsDocument,
    "\n  mutation EndUserSession($id: ID!) {\n    endUserSession(id: $id)\n  }\n": types.EndUserSessionDocument,
    "\n  mutation CreatePasswordLink($userId: ID!) {\n    createPasswordLink(userId: $userId) {\n      token\n      expiresAt\n    }\n  }\n": types.CreatePasswordLinkDocument,
    "\n  mutation RemoveSecondFactors($userId: ID!) {\n    removeSecondFactors(userId: $userId) {\n      ...AccountRow_User\n    }\n  }\n": types.RemoveSecondFactorsDocument,
    "\n  fragment ApiKeyRow_ApiKey on ApiKey {\n    id\n    name\n    scopes\n    departments\n    createdAt\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n": types.ApiKeyRow_ApiKeyFragmentDoc,
    "\n  query ApiKeys($after: String) {\n    apiKeys(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...ApiKeyRow_ApiKey\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      token\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyRow_ApiKey\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n  fragment KioskRow_Kiosk on Kiosk {\n    id\n    name\n    site {\n      id\n      name\n    }\n    onlyOwnSite\n    identification\n    mayEnrol\n    liveness\n    createdAt\n    pairedAt\n    pairingExpiresAt\n    lastSeenAt\n    revokedAt\n    health {\n      state\n      problems\n      faces\n      refused\n      camera\n      appVersion\n      pendingPunches\n      batteryPercent\n      clockOffsetSeconds\n    }\n  }\n": types.KioskRow_KioskFragmentDoc,
    "\n  query Kiosks($after: String) {\n    kiosks(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...KioskRow_Kiosk\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.KiosksDocument,
    "\n  query AwaitedKiosk($id: ID!) {\n    kiosk(id: $id) {\n      id\n      pairedAt\n      pairingExpiresAt\n    }\n  }\n": types.AwaitedKioskDocument,
    "\n  query KioskSites {\n    sites(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.KioskSitesDocument,
    "\n  mutation CreateKiosk($input: CreateKioskInput!) {\n    made: createKiosk(input: $input) {\n      token\n      pairing {\n        code\n        expiresAt\n      }\n      kiosk {\n        id\n        name\n      }\n    }\n  }\n": types.CreateKioskDocument,
    "\n  mutation RenewKioskPairing($id: ID!) {\n    made: renewKioskPairing(id: $id) {\n      token\n      pairing {\n        code\n        expiresAt\n      }\n      kiosk {\n        id\n        name\n      }\n    }\n  }\n": types.RenewKioskPairingDocument,
    "\n  mutation UpdateKiosk($id: ID!, $input: UpdateKioskInput!) {\n    updateKiosk(id: $id, input: $input) {\n      ...KioskRow_Kiosk\n    }\n  }\n": types.UpdateKioskDocument,
    "\n  mutation RevokeKiosk($id: ID!) {\n    revokeKiosk(id: $id) {\n      ...KioskRow_Kiosk\n    }\n  }\n": types.RevokeKioskDocument,
    "\n  fragment RunRow_PipelineRun on PipelineRun {\n    id\n    outcome\n    versionId\n    reasons\n    job {\n      id\n      state\n      createdAt\n      runAt\n      done\n      total\n      message\n    }\n    steps {\n      name\n      seconds\n    }\n  }\n": types.RunRow_PipelineRunFragmentDoc,
    "\n  query PipelineRuns($after: String) {\n    pipelineRuns(first: 10, after: $after) {\n      edges {\n        node {\n          ...RunRow_PipelineRun\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PipelineRunsDocument,
    "\n  subscription JobNews {\n    jobChanged {\n      id\n      state\n      runAt\n      done\n      total\n      message\n    }\n  }\n": types.JobNewsDocument,
    "\n  mutation StartPipeline($input: StartPipelineInput!) {\n    startPipeline(input: $input) {\n      ... on PipelineRun {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.StartPipelineDocument,
    "\n  mutation CancelRun($id: ID!) {\n    cancelJob(id: $id) {\n      id\n      state\n    }\n  }\n": types.CancelRunDocument,
    "\n  mutation RetryRun($id: ID!) {\n    retryJob(id: $id) {\n      id\n      state\n    }\n  }\n": types.RetryRunDocument,
    "\n  fragment VersionRow_ModelVersion on ModelVersion {\n    id\n    createdAt\n    isProduction\n    isCandidate\n    passed\n    dataSource\n    people\n    figures {\n      fnir\n      fpir\n    }\n  }\n": types.VersionRow_ModelVersionFragmentDoc,
    "\n  query ModelVersions($after: String) {\n    modelVersions(first: 10, after: $after) {\n      edges {\n        node {\n          ...VersionRow_ModelVersion\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ModelVersionsDocument,
    "\n  query ProductionModel {\n    productionModel {\n      id\n      since\n      source\n    }\n  }\n": types.ProductionModelDocument,
    "\n  fragment Figures_ModelFigures on ModelFigures {\n    matedProbes\n    strangerProbes\n    fnir\n    fpir\n    misidentified\n    rank1\n    fnirAtFpir {\n      fpir\n      fnir\n      low\n      high\n    }\n  }\n": types.Figures_ModelFiguresFragmentDoc,
    "\n  query ModelVersion($id: ID!) {\n    modelVersion(id: $id) {\n      id\n      createdAt\n      isProduction\n      passed\n      gateReasons\n      dataSource\n      people\n      trainSamples\n      testSamples\n      setAside {\n        reason\n        samples\n      }\n      calibratedOn\n      sure\n      threshold\n      notes\n      comparedWith\n      limits\n      head {\n        fpir\n        fnirWithout\n        fnirWith\n        helps\n      }\n      figures {\n        ...Figures_ModelFigures\n      }\n      productionFigures {\n        ...Figures_ModelFigures\n      }\n      evaluation {\n        det {\n          fpir\n          fnir\n        }\n        productionDet {\n          fpir\n          fnir\n        }\n        nearestPairs {\n          one {\n            name\n          }\n          other {\n            name\n          }\n          first\n          both\n        }\n        confusions {\n          person {\n            name\n          }\n          nearest {\n            name\n          }\n          share\n        }\n        findings {\n          person {\n            name\n          }\n          part\n          kind\n          words\n          seems {\n            name\n          }\n          sampleId\n        }\n        curves {\n          loss\n          stopLoss\n        }\n      }\n    }\n  }\n": types.ModelVersionDocument,
    "\n  mutation PromoteModel($id: ID!, $despiteGate: Boolean!, $reason: String) {\n    promoteModel(id: $id, despiteGate: $despiteGate, reason: $reason) {\n      ... on ModelVersion {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.PromoteModelDocument,
    "\n  mutation RollBackModel($reason: String) {\n    rollBackModel(reason: $reason) {\n      ... on ProductionModel {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.RollBackModelDocument,
    "\n  mutation SamplePhoto($sampleId: ID!) {\n    samplePhoto(sampleId: $sampleId) {\n      path\n    }\n  }\n": types.SamplePhotoDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Login($email: String!, $password: String!, $deviceToken: String) {\n    session: login(email: $email, password: $password, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n"): (typeof documents)["\n  mutation Login($email: String!, $password: String!, $deviceToken: String) {\n    session: login(email: $email, password: $password, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteLogin($challenge: String!, $code: String, $passkey: String, $deviceToken: String) {\n    session: completeLogin(challenge: $challenge, code: $code, passkey: $passkey, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteLogin($challenge: String!, $code: String, $passkey: String, $deviceToken: String) {\n    session: completeLogin(challenge: $challenge, code: $code, passkey: $passkey, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeyLogin {\n    beginPasskeyLogin {\n      challenge\n      passkeyOptions\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskeyLogin {\n    beginPasskeyLogin {\n      challenge\n      passkeyOptions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LoginOptions {\n    loginOptions {\n      openIdConnect\n    }\n  }\n"): (typeof documents)["\n  query LoginOptions {\n    loginOptions {\n      openIdConnect\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginOidcLogin {\n    beginOidcLogin {\n      challenge\n      url\n    }\n  }\n"): (typeof documents)["\n  mutation BeginOidcLogin {\n    beginOidcLogin {\n      challenge\n      url\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteOidcLogin($challenge: String!, $query: String!, $deviceToken: String) {\n    session: completeOidcLogin(challenge: $challenge, query: $query, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteOidcLogin($challenge: String!, $query: String!, $deviceToken: String) {\n    session: completeOidcLogin(challenge: $challenge, query: $query, deviceToken: $deviceToken) {\n      token\n      deviceToken\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($token: String!, $password: String!) {\n    resetPassword(token: $token, password: $password)\n  }\n"): (typeof documents)["\n  mutation ResetPassword($token: String!, $password: String!) {\n    resetPassword(token: $token, password: $password)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DemoCompany_Progress on DemoCompany {\n    state\n    done\n    total\n    message\n  }\n"): (typeof documents)["\n  fragment DemoCompany_Progress on DemoCompany {\n    state\n    done\n    total\n    message\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DemoCompany {\n    demoCompany {\n      ...DemoCompany_Progress\n    }\n  }\n"): (typeof documents)["\n  query DemoCompany {\n    demoCompany {\n      ...DemoCompany_Progress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDemoCompany {\n    createDemoCompany {\n      ...DemoCompany_Progress\n    }\n  }\n"): (typeof documents)["\n  mutation CreateDemoCompany {\n    createDemoCompany {\n      ...DemoCompany_Progress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Logout {\n    logout\n  }\n"): (typeof documents)["\n  mutation Logout {\n    logout\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      token\n    }\n  }\n"): (typeof documents)["\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      token\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetUpNeeded {\n    setUpNeeded\n  }\n"): (typeof documents)["\n  query SetUpNeeded {\n    setUpNeeded\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RefusedPunches($from: DateTimeISO, $to: DateTimeISO) {\n    refusedPunches(first: 20, from: $from, to: $to) {\n      edges {\n        node {\n          id\n          kioskName\n          method\n          request\n          capturedAt\n          message\n          employee {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RefusedPunches($from: DateTimeISO, $to: DateTimeISO) {\n    refusedPunches(first: 20, from: $from, to: $to) {\n      edges {\n        node {\n          id\n          kioskName\n          method\n          request\n          capturedAt\n          message\n          employee {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SettleRefusedPunch($id: ID!) {\n    settleRefusedPunch(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation SettleRefusedPunch($id: ID!) {\n    settleRefusedPunch(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DayRecord_Attendance on Attendance {\n    id\n    date\n    status\n    checkInTime\n    checkOutTime\n    exceptions\n    correctedBy\n    workedMinutes\n    countedMinutes\n    scheduledMinutes\n    lateMinutes\n    earlyLeaveMinutes\n    absentMinutes\n    overtimeMinutes\n    unapprovedOvertimeMinutes\n    unpaidBreakMinutes\n    paidBreakMinutes\n    leaveMinutes\n    leaveKind\n    holidayMinutes\n  }\n"): (typeof documents)["\n  fragment DayRecord_Attendance on Attendance {\n    id\n    date\n    status\n    checkInTime\n    checkOutTime\n    exceptions\n    correctedBy\n    workedMinutes\n    countedMinutes\n    scheduledMinutes\n    lateMinutes\n    earlyLeaveMinutes\n    absentMinutes\n    overtimeMinutes\n    unapprovedOvertimeMinutes\n    unpaidBreakMinutes\n    paidBreakMinutes\n    leaveMinutes\n    leaveKind\n    holidayMinutes\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AttendanceRow_Attendance on Attendance {\n    ...DayRecord_Attendance\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment AttendanceRow_Attendance on Attendance {\n    ...DayRecord_Attendance\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AttendanceList($filter: AttendanceFilter, $after: String) {\n    attendance(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...AttendanceRow_Attendance\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query AttendanceList($filter: AttendanceFilter, $after: String) {\n    attendance(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...AttendanceRow_Attendance\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PresenceCounts($siteId: ID) {\n    presence(siteId: $siteId) {\n      employees\n      present\n      out\n      expected\n      late\n      onLeave\n    }\n  }\n"): (typeof documents)["\n  query PresenceCounts($siteId: ID) {\n    presence(siteId: $siteId) {\n      employees\n      present\n      out\n      expected\n      late\n      onLeave\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonDay_AttendanceEvent on AttendanceEvent {\n    id\n    action\n    kind\n    method\n    at\n    recordedAt\n    isDeferred\n    correctedTime\n    targetId\n    reason\n    source\n  }\n"): (typeof documents)["\n  fragment PersonDay_AttendanceEvent on AttendanceEvent {\n    id\n    action\n    kind\n    method\n    at\n    recordedAt\n    isDeferred\n    correctedTime\n    targetId\n    reason\n    source\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonDay($employeeId: ID!, $date: LocalDate!, $since: DateTimeISO!, $until: DateTimeISO!) {\n    employee(id: $employeeId) {\n      id\n      name\n      department\n      site {\n        id\n        name\n        timeZone\n        dayStartsAtMinutes\n      }\n    }\n    roster(employeeId: $employeeId, from: $date, to: $date) {\n      date\n      isFlexible\n      isChanged\n      scheduledMinutes\n      holidayNames\n      leaveKind\n      leaveMinutes\n      segments {\n        startsAt\n        endsAt\n      }\n    }\n    attendance(filter: { employeeId: $employeeId, from: $date, to: $date }, first: 1) {\n      edges {\n        node {\n          ...DayRecord_Attendance\n        }\n      }\n    }\n    punches: attendanceEvents(\n      filter: { employeeId: $employeeId, actions: [PUNCH], from: $since, to: $until }\n      first: 200\n    ) {\n      edges {\n        node {\n          ...PersonDay_AttendanceEvent\n        }\n      }\n    }\n    corrections: attendanceEvents(\n      filter: { employeeId: $employeeId, actions: [ADD, MOVE, VOID, RESTORE], from: $since }\n      first: 200\n    ) {\n      edges {\n        node {\n          ...PersonDay_AttendanceEvent\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PersonDay($employeeId: ID!, $date: LocalDate!, $since: DateTimeISO!, $until: DateTimeISO!) {\n    employee(id: $employeeId) {\n      id\n      name\n      department\n      site {\n        id\n        name\n        timeZone\n        dayStartsAtMinutes\n      }\n    }\n    roster(employeeId: $employeeId, from: $date, to: $date) {\n      date\n      isFlexible\n      isChanged\n      scheduledMinutes\n      holidayNames\n      leaveKind\n      leaveMinutes\n      segments {\n        startsAt\n        endsAt\n      }\n    }\n    attendance(filter: { employeeId: $employeeId, from: $date, to: $date }, first: 1) {\n      edges {\n        node {\n          ...DayRecord_Attendance\n        }\n      }\n    }\n    punches: attendanceEvents(\n      filter: { employeeId: $employeeId, actions: [PUNCH], from: $since, to: $until }\n      first: 200\n    ) {\n      edges {\n        node {\n          ...PersonDay_AttendanceEvent\n        }\n      }\n    }\n    corrections: attendanceEvents(\n      filter: { employeeId: $employeeId, actions: [ADD, MOVE, VOID, RESTORE], from: $since }\n      first: 200\n    ) {\n      edges {\n        node {\n          ...PersonDay_AttendanceEvent\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddEvent($input: AddEventInput!) {\n    addAttendanceEvent(input: $input) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddEvent($input: AddEventInput!) {\n    addAttendanceEvent(input: $input) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveEvent($input: MoveEventInput!) {\n    moveAttendanceEvent(input: $input) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MoveEvent($input: MoveEventInput!) {\n    moveAttendanceEvent(input: $input) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VoidEvent($eventId: ID!, $reason: String!) {\n    voidAttendanceEvent(eventId: $eventId, reason: $reason) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation VoidEvent($eventId: ID!, $reason: String!) {\n    voidAttendanceEvent(eventId: $eventId, reason: $reason) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreEvent($eventId: ID!, $reason: String!) {\n    restoreAttendanceEvent(eventId: $eventId, reason: $reason) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreEvent($eventId: ID!, $reason: String!) {\n    restoreAttendanceEvent(eventId: $eventId, reason: $reason) {\n      ... on AttendanceEvent {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NotMe($eventId: ID!, $reason: String!, $rightEmployeeId: ID) {\n    notMe(eventId: $eventId, reason: $reason, rightEmployeeId: $rightEmployeeId) {\n      ... on PunchTakenBack {\n        voided {\n          id\n        }\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation NotMe($eventId: ID!, $reason: String!, $rightEmployeeId: ID) {\n    notMe(eventId: $eventId, reason: $reason, rightEmployeeId: $rightEmployeeId) {\n      ... on PunchTakenBack {\n        voided {\n          id\n        }\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveOvertime($input: ApproveOvertimeInput!) {\n    approveOvertime(input: $input)\n  }\n"): (typeof documents)["\n  mutation ApproveOvertime($input: ApproveOvertimeInput!) {\n    approveOvertime(input: $input)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestCorrection($input: CorrectionRequestInput!) {\n    requestCorrection(input: $input) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestCorrection($input: CorrectionRequestInput!) {\n    requestCorrection(input: $input) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RequestRow_CorrectionRequest on CorrectionRequest {\n    id\n    action\n    at\n    kind\n    reason\n    comment\n    state\n    source\n    createdAt\n    decidedAt\n    decidedBy\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment RequestRow_CorrectionRequest on CorrectionRequest {\n    id\n    action\n    at\n    kind\n    reason\n    comment\n    state\n    source\n    createdAt\n    decidedAt\n    decidedBy\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CorrectionRequests($state: CorrectionState, $after: String) {\n    correctionRequests(state: $state, first: 50, after: $after) {\n      edges {\n        node {\n          ...RequestRow_CorrectionRequest\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query CorrectionRequests($state: CorrectionState, $after: String) {\n    correctionRequests(state: $state, first: 50, after: $after) {\n      edges {\n        node {\n          ...RequestRow_CorrectionRequest\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveCorrection($id: ID!, $comment: String) {\n    approveCorrection(id: $id, comment: $comment) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ApproveCorrection($id: ID!, $comment: String) {\n    approveCorrection(id: $id, comment: $comment) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefuseCorrection($id: ID!, $comment: String!) {\n    refuseCorrection(id: $id, comment: $comment) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RefuseCorrection($id: ID!, $comment: String!) {\n    refuseCorrection(id: $id, comment: $comment) {\n      ... on CorrectionRequest {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditRow_AuditEntry on AuditEntry {\n    sequence\n    at\n    actor\n    actorName\n    action\n    subject\n    outcome\n    address\n    details\n    hash\n  }\n"): (typeof documents)["\n  fragment AuditRow_AuditEntry on AuditEntry {\n    sequence\n    at\n    actor\n    actorName\n    action\n    subject\n    outcome\n    address\n    details\n    hash\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Audit($filter: AuditFilter, $after: String) {\n    auditEntries(first: 50, filter: $filter, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AuditRow_AuditEntry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Audit($filter: AuditFilter, $after: String) {\n    auditEntries(first: 50, filter: $filter, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AuditRow_AuditEntry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditActions {\n    auditActions\n  }\n"): (typeof documents)["\n  query AuditActions {\n    auditActions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ArrivalsFeed_Event on AttendanceEvent {\n    id\n    action\n    kind\n    method\n    at\n    employee {\n      id\n      name\n      position\n      department\n    }\n  }\n"): (typeof documents)["\n  fragment ArrivalsFeed_Event on AttendanceEvent {\n    id\n    action\n    kind\n    method\n    at\n    employee {\n      id\n      name\n      position\n      department\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardArrivals {\n    attendanceEvents(first: 50) {\n      edges {\n        node {\n          ...ArrivalsFeed_Event\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BoardArrivals {\n    attendanceEvents(first: 50) {\n      edges {\n        node {\n          ...ArrivalsFeed_Event\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardArrivalRecorded($after: ID!) {\n    attendanceRecorded(after: $after) {\n      ...ArrivalsFeed_Event\n    }\n  }\n"): (typeof documents)["\n  subscription BoardArrivalRecorded($after: ID!) {\n    attendanceRecorded(after: $after) {\n      ...ArrivalsFeed_Event\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardPresence($after: String) {\n    presence {\n      present\n      employees\n      expected\n      late\n      onLeave\n      departments {\n        department\n        present\n        employees\n      }\n      people(first: 25, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            openSince\n            employee {\n              id\n              name\n              department\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BoardPresence($after: String) {\n    presence {\n      present\n      employees\n      expected\n      late\n      onLeave\n      departments {\n        department\n        present\n        employees\n      }\n      people(first: 25, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            openSince\n            employee {\n              id\n              name\n              department\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EmployeeName($id: ID!) {\n    employee(id: $id) {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query EmployeeName($id: ID!) {\n    employee(id: $id) {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindEmployees($search: String) {\n    employees(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          department\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FindEmployees($search: String) {\n    employees(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          department\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Places {\n    sites(first: 200) {\n      edges {\n        node {\n          id\n          name\n          timeZone\n        }\n      }\n    }\n    departmentList(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Places {\n    sites(first: 200) {\n      edges {\n        node {\n          id\n          name\n          timeZone\n        }\n      }\n    }\n    departmentList(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Lock($from: LocalDate!) {\n    lockPeriod(from: $from, to: $from) {\n      ... on PayPeriod {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Lock($from: LocalDate!) {\n    lockPeriod(from: $from, to: $from) {\n      ... on PayPeriod {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShiftChoices {\n    shifts(first: 200) {\n      edges {\n        node {\n          id\n          name\n          segments {\n            startsAtMinutes\n            endsAtMinutes\n          }\n          flexibleMinutes\n          unpaidBreakMinutes\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ShiftChoices {\n    shifts(first: 200) {\n      edges {\n        node {\n          id\n          name\n          segments {\n            startsAtMinutes\n            endsAtMinutes\n          }\n          flexibleMinutes\n          unpaidBreakMinutes\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceNames {\n    users(first: 200) {\n      edges {\n        node {\n          id\n          email\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SourceNames {\n    users(first: 200) {\n      edges {\n        node {\n          id\n          email\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      role\n      name\n      mustAddSecondFactor\n      mayEnrol\n      liveness\n      identification\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      role\n      name\n      mustAddSecondFactor\n      mayEnrol\n      liveness\n      identification\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EmployeeRow_Employee on Employee {\n    id\n    number\n    name\n    position\n    department\n    active\n    leavesOn\n    hasPin\n    hasBadge\n  }\n"): (typeof documents)["\n  fragment EmployeeRow_Employee on Employee {\n    id\n    number\n    name\n    position\n    department\n    active\n    leavesOn\n    hasPin\n    hasBadge\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Employees($search: String, $after: String) {\n    employees(first: 50, search: $search, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...EmployeeRow_Employee\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Employees($search: String, $after: String) {\n    employees(first: 50, search: $search, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...EmployeeRow_Employee\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEmployee($id: ID!, $input: UpdateEmployeeInput!) {\n    updateEmployee(id: $id, input: $input) {\n      ...EmployeeRow_Employee\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateEmployee($id: ID!, $input: UpdateEmployeeInput!) {\n    updateEmployee(id: $id, input: $input) {\n      ...EmployeeRow_Employee\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetEmployeePin($id: ID!, $pin: String) {\n    setEmployeePin(id: $id, pin: $pin) {\n      id\n      hasPin\n    }\n  }\n"): (typeof documents)["\n  mutation SetEmployeePin($id: ID!, $pin: String) {\n    setEmployeePin(id: $id, pin: $pin) {\n      id\n      hasPin\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IssueBadge($employeeId: ID!) {\n    issueBadge(employeeId: $employeeId) {\n      code\n      employee {\n        id\n        hasBadge\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation IssueBadge($employeeId: ID!) {\n    issueBadge(employeeId: $employeeId) {\n      code\n      employee {\n        id\n        hasBadge\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawBadge($employeeId: ID!) {\n    withdrawBadge(employeeId: $employeeId) {\n      id\n      hasBadge\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawBadge($employeeId: ID!) {\n    withdrawBadge(employeeId: $employeeId) {\n      id\n      hasBadge\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsentNotice($language: String) {\n    consentNotice(language: $language) {\n      id\n      language\n      version\n      title\n      text\n    }\n    consentNoticeLanguages\n  }\n"): (typeof documents)["\n  query ConsentNotice($language: String) {\n    consentNotice(language: $language) {\n      id\n      language\n      version\n      title\n      text\n    }\n    consentNoticeLanguages\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Enrol($input: RegisterInput!, $photos: [Upload!]!, $checkIn: Boolean!) {\n    register(input: $input, photos: $photos, checkIn: $checkIn) {\n      __typename\n      ... on Registered {\n        employee {\n          id\n          name\n        }\n        attendance {\n          id\n          checkInTime\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Enrol($input: RegisterInput!, $photos: [Upload!]!, $checkIn: Boolean!) {\n    register(input: $input, photos: $photos, checkIn: $checkIn) {\n      __typename\n      ... on Registered {\n        employee {\n          id\n          name\n        }\n        attendance {\n          id\n          checkInTime\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddEmployee($input: AddEmployeeInput!) {\n    addEmployee(input: $input) {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  mutation AddEmployee($input: AddEmployeeInput!) {\n    addEmployee(input: $input) {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnrolDepartments {\n    departments\n  }\n"): (typeof documents)["\n  query EnrolDepartments {\n    departments\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnrolFace($employeeId: ID!, $photos: [Upload!]!, $consentGiven: Boolean!, $noticeId: ID) {\n    enrolFace(employeeId: $employeeId, photos: $photos, consentGiven: $consentGiven, noticeId: $noticeId) {\n      __typename\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnrolFace($employeeId: ID!, $photos: [Upload!]!, $consentGiven: Boolean!, $noticeId: ID) {\n    enrolFace(employeeId: $employeeId, photos: $photos, consentGiven: $consentGiven, noticeId: $noticeId) {\n      __typename\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Outcome_Recorded on AttendanceRecorded {\n    event {\n      id\n      kind\n      at\n      employee {\n        id\n        name\n        position\n        department\n      }\n    }\n    attendance {\n      id\n      workedMinutes\n    }\n  }\n"): (typeof documents)["\n  fragment Outcome_Recorded on AttendanceRecorded {\n    event {\n      id\n      kind\n      at\n      employee {\n        id\n        name\n        position\n        department\n      }\n    }\n    attendance {\n      id\n      workedMinutes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskCheckIn(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: checkIn(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskCheckIn(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: checkIn(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskCheckOut(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: checkOut(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskCheckOut(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: checkOut(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskPunch(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: punch(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskPunch(\n    $photo: Upload!\n    $frames: [Upload!]\n    $challengeId: ID\n    $pin: String\n    $key: ID!\n    $deferred: DeferredPunch\n  ) {\n    answer: punch(\n      photo: $photo\n      frames: $frames\n      challengeId: $challengeId\n      pin: $pin\n      idempotencyKey: $key\n      deferred: $deferred\n    ) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskCheckInByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkInByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskCheckInByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkInByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskCheckOutByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkOutByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskCheckOutByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkOutByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskPunchByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: punchByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskPunchByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {\n    answer: punchByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskCheckInByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkInByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskCheckInByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkInByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskCheckOutByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkOutByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskCheckOutByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: checkOutByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskPunchByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: punchByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KioskPunchByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {\n    answer: punchByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {\n      __typename\n      ...Outcome_Recorded\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskChallenge {\n    livenessChallenge {\n      id\n      steps\n    }\n  }\n"): (typeof documents)["\n  mutation KioskChallenge {\n    livenessChallenge {\n      id\n      steps\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KioskHeartbeat($input: KioskHeartbeatInput!) {\n    kioskHeartbeat(input: $input) {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  mutation KioskHeartbeat($input: KioskHeartbeatInput!) {\n    kioskHeartbeat(input: $input) {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PairKiosk($proof: String!) {\n    pairKiosk(proof: $proof) {\n      __typename\n      ... on KioskPaired {\n        now\n        kioskId\n      }\n      ... on PairingRefused {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PairKiosk($proof: String!) {\n    pairKiosk(proof: $proof) {\n      __typename\n      ... on KioskPaired {\n        now\n        kioskId\n      }\n      ... on PairingRefused {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnAccount {\n    account {\n      id\n      email\n      hasPassword\n      hasTotp\n      recoveryCodesLeft\n      secondFactorNeeded\n      sessionId\n      passkeys {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n      sessions {\n        id\n        device\n        address\n        createdAt\n        lastSeenAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnAccount {\n    account {\n      id\n      email\n      hasPassword\n      hasTotp\n      recoveryCodesLeft\n      secondFactorNeeded\n      sessionId\n      passkeys {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n      sessions {\n        id\n        device\n        address\n        createdAt\n        lastSeenAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($password: String!, $newPassword: String!) {\n    changePassword(password: $password, newPassword: $newPassword)\n  }\n"): (typeof documents)["\n  mutation ChangePassword($password: String!, $newPassword: String!) {\n    changePassword(password: $password, newPassword: $newPassword)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginTotp($password: String!) {\n    beginTotp(password: $password) {\n      token\n      secret\n      uri\n    }\n  }\n"): (typeof documents)["\n  mutation BeginTotp($password: String!) {\n    beginTotp(password: $password) {\n      token\n      secret\n      uri\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmTotp($token: String!, $code: String!) {\n    confirmTotp(token: $token, code: $code) {\n      recoveryCodes\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmTotp($token: String!, $code: String!) {\n    confirmTotp(token: $token, code: $code) {\n      recoveryCodes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTotp($password: String!) {\n    removeTotp(password: $password)\n  }\n"): (typeof documents)["\n  mutation RemoveTotp($password: String!) {\n    removeTotp(password: $password)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskey($password: String!) {\n    beginPasskey(password: $password) {\n      token\n      options\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskey($password: String!) {\n    beginPasskey(password: $password) {\n      token\n      options\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPasskey($token: String!, $name: String!, $answer: String!) {\n    addPasskey(token: $token, name: $name, answer: $answer) {\n      recoveryCodes\n    }\n  }\n"): (typeof documents)["\n  mutation AddPasskey($token: String!, $name: String!, $answer: String!) {\n    addPasskey(token: $token, name: $name, answer: $answer) {\n      recoveryCodes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($id: ID!, $password: String!) {\n    removePasskey(id: $id, password: $password)\n  }\n"): (typeof documents)["\n  mutation RemovePasskey($id: ID!, $password: String!) {\n    removePasskey(id: $id, password: $password)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewRecoveryCodes($password: String!) {\n    renewRecoveryCodes(password: $password)\n  }\n"): (typeof documents)["\n  mutation RenewRecoveryCodes($password: String!) {\n    renewRecoveryCodes(password: $password)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id)\n  }\n"): (typeof documents)["\n  mutation EndSession($id: ID!) {\n    endSession(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions {\n    endOtherSessions\n  }\n"): (typeof documents)["\n  mutation EndOtherSessions {\n    endOtherSessions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PeriodRow_PayPeriod on PayPeriod {\n    id\n    from\n    to\n    lockedAt\n    source\n  }\n"): (typeof documents)["\n  fragment PeriodRow_PayPeriod on PayPeriod {\n    id\n    from\n    to\n    lockedAt\n    source\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PayPeriods($after: String) {\n    payPeriods(first: 50, after: $after) {\n      edges {\n        node {\n          ...PeriodRow_PayPeriod\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query PayPeriods($after: String) {\n    payPeriods(first: 50, after: $after) {\n      edges {\n        node {\n          ...PeriodRow_PayPeriod\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Adjustments($periodId: ID, $after: String) {\n    adjustments(periodId: $periodId, first: 50, after: $after) {\n      edges {\n        node {\n          id\n          date\n          column\n          minutes\n          createdAt\n          employee {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Adjustments($periodId: ID, $after: String) {\n    adjustments(periodId: $periodId, first: 50, after: $after) {\n      edges {\n        node {\n          id\n          date\n          column\n          minutes\n          createdAt\n          employee {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LockPeriod($from: LocalDate!, $to: LocalDate!) {\n    lockPeriod(from: $from, to: $to) {\n      ... on PayPeriod {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LockPeriod($from: LocalDate!, $to: LocalDate!) {\n    lockPeriod(from: $from, to: $to) {\n      ... on PayPeriod {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlockPeriod($id: ID!) {\n    unlockPeriod(id: $id) {\n      ...PeriodRow_PayPeriod\n    }\n  }\n"): (typeof documents)["\n  mutation UnlockPeriod($id: ID!) {\n    unlockPeriod(id: $id) {\n      ...PeriodRow_PayPeriod\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PolicyRow_Policy on Policy {\n    id\n    name\n    lateGraceMinutes\n    earlyLeaveGraceMinutes\n    shiftHintMinutes\n    shiftWindowMinutes\n    maxOpenMinutes\n    automaticCheckOut\n    countsTimeBeforeShift\n    breakRules {\n      afterMinutes\n      minutes\n      isPaid\n    }\n    roundCheckIn\n    roundCheckInToMinutes\n    roundCheckOut\n    roundCheckOutToMinutes\n    overtimeBasis\n    dailyOvertimeAfterMinutes\n    weeklyOvertimeAfterMinutes\n    overtimeNeedsApproval\n    weekStartsOn\n  }\n"): (typeof documents)["\n  fragment PolicyRow_Policy on Policy {\n    id\n    name\n    lateGraceMinutes\n    earlyLeaveGraceMinutes\n    shiftHintMinutes\n    shiftWindowMinutes\n    maxOpenMinutes\n    automaticCheckOut\n    countsTimeBeforeShift\n    breakRules {\n      afterMinutes\n      minutes\n      isPaid\n    }\n    roundCheckIn\n    roundCheckInToMinutes\n    roundCheckOut\n    roundCheckOutToMinutes\n    overtimeBasis\n    dailyOvertimeAfterMinutes\n    weeklyOvertimeAfterMinutes\n    overtimeNeedsApproval\n    weekStartsOn\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Policies($after: String) {\n    policies(first: 50, after: $after) {\n      edges {\n        node {\n          ...PolicyRow_Policy\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Policies($after: String) {\n    policies(first: 50, after: $after) {\n      edges {\n        node {\n          ...PolicyRow_Policy\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PolicyUse_PolicyAssignment on PolicyAssignment {\n    id\n    policyId\n    siteId\n    departmentId\n    employeeId\n    from\n    to\n    createdAt\n    source\n  }\n"): (typeof documents)["\n  fragment PolicyUse_PolicyAssignment on PolicyAssignment {\n    id\n    policyId\n    siteId\n    departmentId\n    employeeId\n    from\n    to\n    createdAt\n    source\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PolicyAssignments($after: String) {\n    policyAssignments(first: 50, after: $after) {\n      edges {\n        node {\n          ...PolicyUse_PolicyAssignment\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query PolicyAssignments($after: String) {\n    policyAssignments(first: 50, after: $after) {\n      edges {\n        node {\n          ...PolicyUse_PolicyAssignment\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePolicy($input: PolicyInput!) {\n    createPolicy(input: $input) {\n      ... on Policy {\n        ...PolicyRow_Policy\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreatePolicy($input: PolicyInput!) {\n    createPolicy(input: $input) {\n      ... on Policy {\n        ...PolicyRow_Policy\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePolicy($id: ID!) {\n    deletePolicy(id: $id) {\n      ... on Deleted {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeletePolicy($id: ID!) {\n    deletePolicy(id: $id) {\n      ... on Deleted {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewPolicy($input: PolicyChangeInput!) {\n    previewPolicyChange(input: $input) {\n      days\n      employees\n      differences {\n        employeeId\n        date\n        column\n        before\n        after\n      }\n    }\n  }\n"): (typeof documents)["\n  query PreviewPolicy($input: PolicyChangeInput!) {\n    previewPolicyChange(input: $input) {\n      days\n      employees\n      differences {\n        employeeId\n        date\n        column\n        before\n        after\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApplyPolicy($input: PolicyChangeInput!) {\n    applyPolicyChange(input: $input) {\n      changes\n    }\n  }\n"): (typeof documents)["\n  mutation ApplyPolicy($input: PolicyChangeInput!) {\n    applyPolicyChange(input: $input) {\n      changes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SummaryRow_AttendanceSummary on AttendanceSummary {\n    key\n    name\n    presentDays\n    lateDays\n    missingDays\n    correctedDays\n    scheduledMinutes\n    workedMinutes\n    countedMinutes\n    regularMinutes\n    overtimeMinutes\n    unapprovedOvertimeMinutes\n    lateMinutes\n    absentMinutes\n    leaveMinutes\n    holidayMinutes\n  }\n"): (typeof documents)["\n  fragment SummaryRow_AttendanceSummary on AttendanceSummary {\n    key\n    name\n    presentDays\n    lateDays\n    missingDays\n    correctedDays\n    scheduledMinutes\n    workedMinutes\n    countedMinutes\n    regularMinutes\n    overtimeMinutes\n    unapprovedOvertimeMinutes\n    lateMinutes\n    absentMinutes\n    leaveMinutes\n    holidayMinutes\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Summary($by: SummaryBy!, $from: LocalDate!, $to: LocalDate!, $siteId: ID, $department: String) {\n    attendanceSummary(by: $by, from: $from, to: $to, siteId: $siteId, department: $department) {\n      ...SummaryRow_AttendanceSummary\n    }\n  }\n"): (typeof documents)["\n  query Summary($by: SummaryBy!, $from: LocalDate!, $to: LocalDate!, $siteId: ID, $department: String) {\n    attendanceSummary(by: $by, from: $from, to: $to, siteId: $siteId, department: $department) {\n      ...SummaryRow_AttendanceSummary\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SiteRow_Site on Site {\n    id\n    name\n    timeZone\n    dayStartsAtMinutes\n    minimumPunchIntervalSeconds\n  }\n"): (typeof documents)["\n  fragment SiteRow_Site on Site {\n    id\n    name\n    timeZone\n    dayStartsAtMinutes\n    minimumPunchIntervalSeconds\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sites($after: String) {\n    sites(first: 50, after: $after) {\n      edges {\n        node {\n          ...SiteRow_Site\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Sites($after: String) {\n    sites(first: 50, after: $after) {\n      edges {\n        node {\n          ...SiteRow_Site\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSite($input: SiteInput!) {\n    createSite(input: $input) {\n      ...SiteRow_Site\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateSite($input: SiteInput!) {\n    createSite(input: $input) {\n      ...SiteRow_Site\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSite($id: ID!, $input: SiteInput!) {\n    updateSite(id: $id, input: $input) {\n      ...SiteRow_Site\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSite($id: ID!, $input: SiteInput!) {\n    updateSite(id: $id, input: $input) {\n      ...SiteRow_Site\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteSite($id: ID!) {\n    deleteSite(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteSite($id: ID!) {\n    deleteSite(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DepartmentRow_Department on Department {\n    id\n    name\n    employeeCount\n  }\n"): (typeof documents)["\n  fragment DepartmentRow_Department on Department {\n    id\n    name\n    employeeCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Departments($after: String) {\n    departmentList(first: 50, after: $after) {\n      edges {\n        node {\n          ...DepartmentRow_Department\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Departments($after: String) {\n    departmentList(first: 50, after: $after) {\n      edges {\n        node {\n          ...DepartmentRow_Department\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDepartment($input: DepartmentInput!) {\n    createDepartment(input: $input) {\n      ...DepartmentRow_Department\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateDepartment($input: DepartmentInput!) {\n    createDepartment(input: $input) {\n      ...DepartmentRow_Department\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameDepartment($id: ID!, $input: DepartmentInput!) {\n    updateDepartment(id: $id, input: $input) {\n      ...DepartmentRow_Department\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameDepartment($id: ID!, $input: DepartmentInput!) {\n    updateDepartment(id: $id, input: $input) {\n      ...DepartmentRow_Department\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteDepartment($id: ID!, $moveTo: ID) {\n    deleteDepartment(id: $id, moveTo: $moveTo) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteDepartment($id: ID!, $moveTo: ID) {\n    deleteDepartment(id: $id, moveTo: $moveTo) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonPrivacy_EmployeePrivacy on EmployeePrivacy {\n    employeeId\n    templates\n    enrolmentPhotos\n    consents {\n      id\n      noticeVersion\n      language\n      method\n      givenAt\n      withdrawnAt\n    }\n    erasures {\n      id\n      startedAt\n      finishedAt\n      receipt\n    }\n  }\n"): (typeof documents)["\n  fragment PersonPrivacy_EmployeePrivacy on EmployeePrivacy {\n    employeeId\n    templates\n    enrolmentPhotos\n    consents {\n      id\n      noticeVersion\n      language\n      method\n      givenAt\n      withdrawnAt\n    }\n    erasures {\n      id\n      startedAt\n      finishedAt\n      receipt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonPrivacy($employeeId: ID!) {\n    employeePrivacy(employeeId: $employeeId) {\n      ...PersonPrivacy_EmployeePrivacy\n    }\n  }\n"): (typeof documents)["\n  query PersonPrivacy($employeeId: ID!) {\n    employeePrivacy(employeeId: $employeeId) {\n      ...PersonPrivacy_EmployeePrivacy\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawConsent($employeeId: ID!, $eraseNow: Boolean!) {\n    withdrawConsent(employeeId: $employeeId, eraseNow: $eraseNow) {\n      ...PersonPrivacy_EmployeePrivacy\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawConsent($employeeId: ID!, $eraseNow: Boolean!) {\n    withdrawConsent(employeeId: $employeeId, eraseNow: $eraseNow) {\n      ...PersonPrivacy_EmployeePrivacy\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EraseFace($employeeId: ID!) {\n    eraseFace(employeeId: $employeeId) {\n      id\n      finishedAt\n      receipt\n    }\n  }\n"): (typeof documents)["\n  mutation EraseFace($employeeId: ID!) {\n    eraseFace(employeeId: $employeeId) {\n      id\n      finishedAt\n      receipt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportEmployee($employeeId: ID!) {\n    exportEmployee(employeeId: $employeeId) {\n      path\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation ExportEmployee($employeeId: ID!) {\n    exportEmployee(employeeId: $employeeId) {\n      path\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Retention_RetentionRule on RetentionRule {\n    kind\n    days\n    defaultDays\n    least\n    most\n    what\n  }\n"): (typeof documents)["\n  fragment Retention_RetentionRule on RetentionRule {\n    kind\n    days\n    defaultDays\n    least\n    most\n    what\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Purge_PurgeRun on PurgeRun {\n    id\n    startedAt\n    finishedAt\n    source\n    removed {\n      what\n      count\n    }\n  }\n"): (typeof documents)["\n  fragment Purge_PurgeRun on PurgeRun {\n    id\n    startedAt\n    finishedAt\n    source\n    removed {\n      what\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Retention {\n    retention {\n      ...Retention_RetentionRule\n    }\n    purgeRuns(first: 1) {\n      edges {\n        node {\n          ...Purge_PurgeRun\n        }\n      }\n    }\n    purgePreview {\n      what\n      count\n    }\n  }\n"): (typeof documents)["\n  query Retention {\n    retention {\n      ...Retention_RetentionRule\n    }\n    purgeRuns(first: 1) {\n      edges {\n        node {\n          ...Purge_PurgeRun\n        }\n      }\n    }\n    purgePreview {\n      what\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetRetention($kind: RetentionKind!, $days: Int!) {\n    setRetention(kind: $kind, days: $days) {\n      ...Retention_RetentionRule\n    }\n  }\n"): (typeof documents)["\n  mutation SetRetention($kind: RetentionKind!, $days: Int!) {\n    setRetention(kind: $kind, days: $days) {\n      ...Retention_RetentionRule\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurgeNow {\n    purgeNow {\n      ...Purge_PurgeRun\n    }\n  }\n"): (typeof documents)["\n  mutation PurgeNow {\n    purgeNow {\n      ...Purge_PurgeRun\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Notice_ConsentNotice on ConsentNotice {\n    id\n    language\n    version\n    title\n    text\n    publishedAt\n  }\n"): (typeof documents)["\n  fragment Notice_ConsentNotice on ConsentNotice {\n    id\n    language\n    version\n    title\n    text\n    publishedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notices($after: String) {\n    consentNotices(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...Notice_ConsentNotice\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Notices($after: String) {\n    consentNotices(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...Notice_ConsentNotice\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishNotice($input: PublishConsentNoticeInput!) {\n    publishConsentNotice(input: $input) {\n      ...Notice_ConsentNotice\n    }\n  }\n"): (typeof documents)["\n  mutation PublishNotice($input: PublishConsentNoticeInput!) {\n    publishConsentNotice(input: $input) {\n      ...Notice_ConsentNotice\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Decision_Comparison on FaceComparison {\n    modelId\n    distance\n    runnerUpDistance\n    threshold\n    margin\n  }\n"): (typeof documents)["\n  fragment Decision_Comparison on FaceComparison {\n    modelId\n    distance\n    runnerUpDistance\n    threshold\n    margin\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DecisionRow_Decision on RecognitionDecision {\n    id\n    at\n    source\n    outcome\n    explanation\n    gallerySize\n    frames\n    confidence\n    livenessLevel\n    employee {\n      id\n      name\n    }\n    runnerUp {\n      id\n      name\n    }\n    first {\n      ...Decision_Comparison\n    }\n    fused {\n      ...Decision_Comparison\n    }\n    quality {\n      score\n      eyeDistance\n      brightness\n      contrast\n      sharpness\n      yaw\n      pitch\n      roll\n    }\n    liveness {\n      name\n      value\n    }\n  }\n"): (typeof documents)["\n  fragment DecisionRow_Decision on RecognitionDecision {\n    id\n    at\n    source\n    outcome\n    explanation\n    gallerySize\n    frames\n    confidence\n    livenessLevel\n    employee {\n      id\n      name\n    }\n    runnerUp {\n      id\n      name\n    }\n    first {\n      ...Decision_Comparison\n    }\n    fused {\n      ...Decision_Comparison\n    }\n    quality {\n      score\n      eyeDistance\n      brightness\n      contrast\n      sharpness\n      yaw\n      pitch\n      roll\n    }\n    liveness {\n      name\n      value\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Decisions($employeeId: ID, $outcome: DecisionOutcome, $after: String) {\n    recognitionDecisions(employeeId: $employeeId, outcome: $outcome, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...DecisionRow_Decision\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Decisions($employeeId: ID, $outcome: DecisionOutcome, $after: String) {\n    recognitionDecisions(employeeId: $employeeId, outcome: $outcome, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...DecisionRow_Decision\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LookAlikeRow_LookAlike on LookAlike {\n    distance\n    foundAt\n    first {\n      id\n      name\n      department\n      hasPin\n    }\n    second {\n      id\n      name\n      department\n      hasPin\n    }\n  }\n"): (typeof documents)["\n  fragment LookAlikeRow_LookAlike on LookAlike {\n    distance\n    foundAt\n    first {\n      id\n      name\n      department\n      hasPin\n    }\n    second {\n      id\n      name\n      department\n      hasPin\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LookAlikes($after: String) {\n    lookAlikes(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...LookAlikeRow_LookAlike\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query LookAlikes($after: String) {\n    lookAlikes(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...LookAlikeRow_LookAlike\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HolidayRow_Holiday on Holiday {\n    id\n    siteId\n    date\n    name\n    part\n  }\n"): (typeof documents)["\n  fragment HolidayRow_Holiday on Holiday {\n    id\n    siteId\n    date\n    name\n    part\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Holidays($filter: HolidayFilter, $after: String) {\n    holidays(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...HolidayRow_Holiday\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Holidays($filter: HolidayFilter, $after: String) {\n    holidays(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...HolidayRow_Holiday\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateHoliday($input: HolidayInput!) {\n    createHoliday(input: $input) {\n      ...HolidayRow_Holiday\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateHoliday($input: HolidayInput!) {\n    createHoliday(input: $input) {\n      ...HolidayRow_Holiday\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteHoliday($id: ID!) {\n    deleteHoliday(id: $id)\n  }\n"): (typeof documents)["\n  mutation DeleteHoliday($id: ID!) {\n    deleteHoliday(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportHolidays($csv: String!, $siteId: ID!) {\n    importHolidays(csv: $csv, siteId: $siteId) {\n      added\n      renamed\n      unchanged\n    }\n  }\n"): (typeof documents)["\n  mutation ImportHolidays($csv: String!, $siteId: ID!) {\n    importHolidays(csv: $csv, siteId: $siteId) {\n      added\n      renamed\n      unchanged\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeaveRow_Leave on Leave {\n    id\n    from\n    to\n    part\n    kind\n    employee {\n      id\n      name\n      department\n    }\n  }\n"): (typeof documents)["\n  fragment LeaveRow_Leave on Leave {\n    id\n    from\n    to\n    part\n    kind\n    employee {\n      id\n      name\n      department\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Leaves($filter: LeaveFilter, $after: String) {\n    leaves(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...LeaveRow_Leave\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Leaves($filter: LeaveFilter, $after: String) {\n    leaves(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...LeaveRow_Leave\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateLeave($input: LeaveInput!) {\n    createLeave(input: $input) {\n      ...LeaveRow_Leave\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateLeave($input: LeaveInput!) {\n    createLeave(input: $input) {\n      ...LeaveRow_Leave\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateLeave($id: ID!, $input: LeaveInput!) {\n    updateLeave(id: $id, input: $input) {\n      ...LeaveRow_Leave\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateLeave($id: ID!, $input: LeaveInput!) {\n    updateLeave(id: $id, input: $input) {\n      ...LeaveRow_Leave\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteLeave($id: ID!) {\n    deleteLeave(id: $id)\n  }\n"): (typeof documents)["\n  mutation DeleteLeave($id: ID!) {\n    deleteLeave(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportLeave($csv: String!) {\n    importLeave(csv: $csv) {\n      __typename\n      ... on LeaveImport {\n        added\n        unchanged\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportLeave($csv: String!) {\n    importLeave(csv: $csv) {\n      __typename\n      ... on LeaveImport {\n        added\n        unchanged\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RosterCell_ExpectedDay on ExpectedDay {\n    date\n    isFlexible\n    isChanged\n    scheduledMinutes\n    holidayMinutes\n    leaveMinutes\n    leaveKind\n    holidayNames\n    segments {\n      startsAt\n      endsAt\n    }\n    shiftIds\n  }\n"): (typeof documents)["\n  fragment RosterCell_ExpectedDay on ExpectedDay {\n    date\n    isFlexible\n    isChanged\n    scheduledMinutes\n    holidayMinutes\n    leaveMinutes\n    leaveKind\n    holidayNames\n    segments {\n      startsAt\n      endsAt\n    }\n    shiftIds\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RosterRow_EmployeeRoster on EmployeeRoster {\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n    days {\n      ...RosterCell_ExpectedDay\n    }\n  }\n"): (typeof documents)["\n  fragment RosterRow_EmployeeRoster on EmployeeRoster {\n    employee {\n      id\n      name\n      department\n      site {\n        id\n        timeZone\n      }\n    }\n    days {\n      ...RosterCell_ExpectedDay\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TeamRoster($siteId: ID, $departmentId: ID, $from: LocalDate!, $to: LocalDate!, $after: String) {\n    teamRoster(siteId: $siteId, departmentId: $departmentId, from: $from, to: $to, first: 16, after: $after) {\n      edges {\n        node {\n          ...RosterRow_EmployeeRoster\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TeamRoster($siteId: ID, $departmentId: ID, $from: LocalDate!, $to: LocalDate!, $after: String) {\n    teamRoster(siteId: $siteId, departmentId: $departmentId, from: $from, to: $to, first: 16, after: $after) {\n      edges {\n        node {\n          ...RosterRow_EmployeeRoster\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeDay($input: ChangeDayInput!) {\n    changeDay(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeDay($input: ChangeDayInput!) {\n    changeDay(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoDayChange($employeeId: ID!, $date: LocalDate!) {\n    undoDayChange(employeeId: $employeeId, date: $date)\n  }\n"): (typeof documents)["\n  mutation UndoDayChange($employeeId: ID!, $date: LocalDate!) {\n    undoDayChange(employeeId: $employeeId, date: $date)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AssignmentRow_Assignment on Assignment {\n    id\n    from\n    to\n    offsetDays\n    pattern {\n      ...PatternRow_Pattern\n    }\n    site {\n      id\n      name\n    }\n    department {\n      id\n      name\n    }\n    employee {\n      id\n      name\n      department\n    }\n  }\n"): (typeof documents)["\n  fragment AssignmentRow_Assignment on Assignment {\n    id\n    from\n    to\n    offsetDays\n    pattern {\n      ...PatternRow_Pattern\n    }\n    site {\n      id\n      name\n    }\n    department {\n      id\n      name\n    }\n    employee {\n      id\n      name\n      department\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Assignments($after: String) {\n    assignments(first: 50, after: $after) {\n      edges {\n        node {\n          ...AssignmentRow_Assignment\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Assignments($after: String) {\n    assignments(first: 50, after: $after) {\n      edges {\n        node {\n          ...AssignmentRow_Assignment\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PatternsInForce($employeeId: ID!, $from: LocalDate!) {\n    patternsInForce(employeeId: $employeeId, from: $from) {\n      from\n      to\n      assignment {\n        ...AssignmentRow_Assignment\n      }\n    }\n  }\n"): (typeof documents)["\n  query PatternsInForce($employeeId: ID!, $from: LocalDate!) {\n    patternsInForce(employeeId: $employeeId, from: $from) {\n      from\n      to\n      assignment {\n        ...AssignmentRow_Assignment\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAssignment($input: AssignmentInput!) {\n    createAssignment(input: $input) {\n      ...AssignmentRow_Assignment\n    }\n  }\n"): (typeof documents)["\n  mutation CreateAssignment($input: AssignmentInput!) {\n    createAssignment(input: $input) {\n      ...AssignmentRow_Assignment\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAssignment($id: ID!, $input: AssignmentInput!) {\n    updateAssignment(id: $id, input: $input) {\n      ...AssignmentRow_Assignment\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateAssignment($id: ID!, $input: AssignmentInput!) {\n    updateAssignment(id: $id, input: $input) {\n      ...AssignmentRow_Assignment\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAssignment($id: ID!) {\n    deleteAssignment(id: $id)\n  }\n"): (typeof documents)["\n  mutation DeleteAssignment($id: ID!) {\n    deleteAssignment(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PatternRow_Pattern on Pattern {\n    id\n    name\n    cycleDays\n    startsOn\n    observesHolidays\n    days {\n      day\n      shift {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PatternRow_Pattern on Pattern {\n    id\n    name\n    cycleDays\n    startsOn\n    observesHolidays\n    days {\n      day\n      shift {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Patterns($after: String) {\n    patterns(first: 50, after: $after) {\n      edges {\n        node {\n          ...PatternRow_Pattern\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Patterns($after: String) {\n    patterns(first: 50, after: $after) {\n      edges {\n        node {\n          ...PatternRow_Pattern\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PatternChoices {\n    patterns(first: 150) {\n      edges {\n        node {\n          ...PatternRow_Pattern\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PatternChoices {\n    patterns(first: 150) {\n      edges {\n        node {\n          ...PatternRow_Pattern\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePattern($input: PatternInput!) {\n    createPattern(input: $input) {\n      ...PatternRow_Pattern\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreatePattern($input: PatternInput!) {\n    createPattern(input: $input) {\n      ...PatternRow_Pattern\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePattern($id: ID!, $input: PatternInput!) {\n    updatePattern(id: $id, input: $input) {\n      ...PatternRow_Pattern\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdatePattern($id: ID!, $input: PatternInput!) {\n    updatePattern(id: $id, input: $input) {\n      ...PatternRow_Pattern\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePattern($id: ID!) {\n    deletePattern(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeletePattern($id: ID!) {\n    deletePattern(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShiftRow_Shift on Shift {\n    id\n    name\n    segments {\n      startsAtMinutes\n      endsAtMinutes\n    }\n    flexibleMinutes\n    unpaidBreakMinutes\n    paidBreakMinutes\n  }\n"): (typeof documents)["\n  fragment ShiftRow_Shift on Shift {\n    id\n    name\n    segments {\n      startsAtMinutes\n      endsAtMinutes\n    }\n    flexibleMinutes\n    unpaidBreakMinutes\n    paidBreakMinutes\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Shifts($after: String) {\n    shifts(first: 50, after: $after) {\n      edges {\n        node {\n          ...ShiftRow_Shift\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Shifts($after: String) {\n    shifts(first: 50, after: $after) {\n      edges {\n        node {\n          ...ShiftRow_Shift\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateShift($input: ShiftInput!) {\n    createShift(input: $input) {\n      ...ShiftRow_Shift\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateShift($input: ShiftInput!) {\n    createShift(input: $input) {\n      ...ShiftRow_Shift\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateShift($id: ID!, $input: ShiftInput!) {\n    updateShift(id: $id, input: $input) {\n      ...ShiftRow_Shift\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateShift($id: ID!, $input: ShiftInput!) {\n    updateShift(id: $id, input: $input) {\n      ...ShiftRow_Shift\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteShift($id: ID!) {\n    deleteShift(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteShift($id: ID!) {\n    deleteShift(id: $id) {\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountRow_User on User {\n    id\n    email\n    role\n    createdAt\n    disabledAt\n    departments\n    departmentIds\n    hasPassword\n    hasSecondFactor\n    employee {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment AccountRow_User on User {\n    id\n    email\n    role\n    createdAt\n    disabledAt\n    departments\n    departmentIds\n    hasPassword\n    hasSecondFactor\n    employee {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Accounts($after: String) {\n    users(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AccountRow_User\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Accounts($after: String) {\n    users(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AccountRow_User\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DepartmentChoices {\n    departmentList(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DepartmentChoices {\n    departmentList(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccount($input: CreateUserInput!) {\n    createUser(input: $input) {\n      ...AccountRow_User\n    }\n  }\n"): (typeof documents)["\n  mutation CreateAccount($input: CreateUserInput!) {\n    createUser(input: $input) {\n      ...AccountRow_User\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetRights($id: ID!, $input: UserRightsInput!) {\n    setUserRights(id: $id, input: $input) {\n      ...AccountRow_User\n    }\n  }\n"): (typeof documents)["\n  mutation SetRights($id: ID!, $input: UserRightsInput!) {\n    setUserRights(id: $id, input: $input) {\n      ...AccountRow_User\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      ...AccountRow_User\n    }\n  }\n"): (typeof documents)["\n  mutation SetDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      ...AccountRow_User\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountSessions($id: ID!) {\n    user(id: $id) {\n      id\n      sessions {\n        id\n        device\n        address\n        createdAt\n        lastSeenAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query AccountSessions($id: ID!) {\n    user(id: $id) {\n      id\n      sessions {\n        id\n        device\n        address\n        createdAt\n        lastSeenAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndUserSession($id: ID!) {\n    endUserSession(id: $id)\n  }\n"): (typeof documents)["\n  mutation EndUserSession($id: ID!) {\n    endUserSession(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePasswordLink($userId: ID!) {\n    createPasswordLink(userId: $userId) {\n      token\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation CreatePasswordLink($userId: ID!) {\n    createPasswordLink(userId: $userId) {\n      token\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSecondFactors($userId: ID!) {\n    removeSecondFactors(userId: $userId) {\n      ...AccountRow_User\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveSecondFactors($userId: ID!) {\n    removeSecondFactors(userId: $userId) {\n      ...AccountRow_User\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApiKeyRow_ApiKey on ApiKey {\n    id\n    name\n    scopes\n    departments\n    createdAt\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n"): (typeof documents)["\n  fragment ApiKeyRow_ApiKey on ApiKey {\n    id\n    name\n    scopes\n    departments\n    createdAt\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys($after: String) {\n    apiKeys(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...ApiKeyRow_ApiKey\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApiKeys($after: String) {\n    apiKeys(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...ApiKeyRow_ApiKey\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      token\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      token\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyRow_ApiKey\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyRow_ApiKey\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment KioskRow_Kiosk on Kiosk {\n    id\n    name\n    site {\n      id\n      name\n    }\n    onlyOwnSite\n    identification\n    mayEnrol\n    liveness\n    createdAt\n    pairedAt\n    pairingExpiresAt\n    lastSeenAt\n    revokedAt\n    health {\n      state\n      problems\n      faces\n      refused\n      camera\n      appVersion\n      pendingPunches\n      batteryPercent\n      clockOffsetSeconds\n    }\n  }\n"): (typeof documents)["\n  fragment KioskRow_Kiosk on Kiosk {\n    id\n    name\n    site {\n      id\n      name\n    }\n    onlyOwnSite\n    identification\n    mayEnrol\n    liveness\n    createdAt\n    pairedAt\n    pairingExpiresAt\n    lastSeenAt\n    revokedAt\n    health {\n      state\n      problems\n      faces\n      refused\n      camera\n      appVersion\n      pendingPunches\n      batteryPercent\n      clockOffsetSeconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Kiosks($after: String) {\n    kiosks(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...KioskRow_Kiosk\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Kiosks($after: String) {\n    kiosks(first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...KioskRow_Kiosk\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AwaitedKiosk($id: ID!) {\n    kiosk(id: $id) {\n      id\n      pairedAt\n      pairingExpiresAt\n    }\n  }\n"): (typeof documents)["\n  query AwaitedKiosk($id: ID!) {\n    kiosk(id: $id) {\n      id\n      pairedAt\n      pairingExpiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KioskSites {\n    sites(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query KioskSites {\n    sites(first: 200) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateKiosk($input: CreateKioskInput!) {\n    made: createKiosk(input: $input) {\n      token\n      pairing {\n        code\n        expiresAt\n      }\n      kiosk {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateKiosk($input: CreateKioskInput!) {\n    made: createKiosk(input: $input) {\n      token\n      pairing {\n        code\n        expiresAt\n      }\n      kiosk {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewKioskPairing($id: ID!) {\n    made: renewKioskPairing(id: $id) {\n      token\n      pairing {\n        code\n        expiresAt\n      }\n      kiosk {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenewKioskPairing($id: ID!) {\n    made: renewKioskPairing(id: $id) {\n      token\n      pairing {\n        code\n        expiresAt\n      }\n      kiosk {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateKiosk($id: ID!, $input: UpdateKioskInput!) {\n    updateKiosk(id: $id, input: $input) {\n      ...KioskRow_Kiosk\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateKiosk($id: ID!, $input: UpdateKioskInput!) {\n    updateKiosk(id: $id, input: $input) {\n      ...KioskRow_Kiosk\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeKiosk($id: ID!) {\n    revokeKiosk(id: $id) {\n      ...KioskRow_Kiosk\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeKiosk($id: ID!) {\n    revokeKiosk(id: $id) {\n      ...KioskRow_Kiosk\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunRow_PipelineRun on PipelineRun {\n    id\n    outcome\n    versionId\n    reasons\n    job {\n      id\n      state\n      createdAt\n      runAt\n      done\n      total\n      message\n    }\n    steps {\n      name\n      seconds\n    }\n  }\n"): (typeof documents)["\n  fragment RunRow_PipelineRun on PipelineRun {\n    id\n    outcome\n    versionId\n    reasons\n    job {\n      id\n      state\n      createdAt\n      runAt\n      done\n      total\n      message\n    }\n    steps {\n      name\n      seconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PipelineRuns($after: String) {\n    pipelineRuns(first: 10, after: $after) {\n      edges {\n        node {\n          ...RunRow_PipelineRun\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query PipelineRuns($after: String) {\n    pipelineRuns(first: 10, after: $after) {\n      edges {\n        node {\n          ...RunRow_PipelineRun\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription JobNews {\n    jobChanged {\n      id\n      state\n      runAt\n      done\n      total\n      message\n    }\n  }\n"): (typeof documents)["\n  subscription JobNews {\n    jobChanged {\n      id\n      state\n      runAt\n      done\n      total\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartPipeline($input: StartPipelineInput!) {\n    startPipeline(input: $input) {\n      ... on PipelineRun {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartPipeline($input: StartPipelineInput!) {\n    startPipeline(input: $input) {\n      ... on PipelineRun {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelRun($id: ID!) {\n    cancelJob(id: $id) {\n      id\n      state\n    }\n  }\n"): (typeof documents)["\n  mutation CancelRun($id: ID!) {\n    cancelJob(id: $id) {\n      id\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryRun($id: ID!) {\n    retryJob(id: $id) {\n      id\n      state\n    }\n  }\n"): (typeof documents)["\n  mutation RetryRun($id: ID!) {\n    retryJob(id: $id) {\n      id\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionRow_ModelVersion on ModelVersion {\n    id\n    createdAt\n    isProduction\n    isCandidate\n    passed\n    dataSource\n    people\n    figures {\n      fnir\n      fpir\n    }\n  }\n"): (typeof documents)["\n  fragment VersionRow_ModelVersion on ModelVersion {\n    id\n    createdAt\n    isProduction\n    isCandidate\n    passed\n    dataSource\n    people\n    figures {\n      fnir\n      fpir\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ModelVersions($after: String) {\n    modelVersions(first: 10, after: $after) {\n      edges {\n        node {\n          ...VersionRow_ModelVersion\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ModelVersions($after: String) {\n    modelVersions(first: 10, after: $after) {\n      edges {\n        node {\n          ...VersionRow_ModelVersion\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProductionModel {\n    productionModel {\n      id\n      since\n      source\n    }\n  }\n"): (typeof documents)["\n  query ProductionModel {\n    productionModel {\n      id\n      since\n      source\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Figures_ModelFigures on ModelFigures {\n    matedProbes\n    strangerProbes\n    fnir\n    fpir\n    misidentified\n    rank1\n    fnirAtFpir {\n      fpir\n      fnir\n      low\n      high\n    }\n  }\n"): (typeof documents)["\n  fragment Figures_ModelFigures on ModelFigures {\n    matedProbes\n    strangerProbes\n    fnir\n    fpir\n    misidentified\n    rank1\n    fnirAtFpir {\n      fpir\n      fnir\n      low\n      high\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ModelVersion($id: ID!) {\n    modelVersion(id: $id) {\n      id\n      createdAt\n      isProduction\n      passed\n      gateReasons\n      dataSource\n      people\n      trainSamples\n      testSamples\n      setAside {\n        reason\n        samples\n      }\n      calibratedOn\n      sure\n      threshold\n      notes\n      comparedWith\n      limits\n      head {\n        fpir\n        fnirWithout\n        fnirWith\n        helps\n      }\n      figures {\n        ...Figures_ModelFigures\n      }\n      productionFigures {\n        ...Figures_ModelFigures\n      }\n      evaluation {\n        det {\n          fpir\n          fnir\n        }\n        productionDet {\n          fpir\n          fnir\n        }\n        nearestPairs {\n          one {\n            name\n          }\n          other {\n            name\n          }\n          first\n          both\n        }\n        confusions {\n          person {\n            name\n          }\n          nearest {\n            name\n          }\n          share\n        }\n        findings {\n          person {\n            name\n          }\n          part\n          kind\n          words\n          seems {\n            name\n          }\n          sampleId\n        }\n        curves {\n          loss\n          stopLoss\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ModelVersion($id: ID!) {\n    modelVersion(id: $id) {\n      id\n      createdAt\n      isProduction\n      passed\n      gateReasons\n      dataSource\n      people\n      trainSamples\n      testSamples\n      setAside {\n        reason\n        samples\n      }\n      calibratedOn\n      sure\n      threshold\n      notes\n      comparedWith\n      limits\n      head {\n        fpir\n        fnirWithout\n        fnirWith\n        helps\n      }\n      figures {\n        ...Figures_ModelFigures\n      }\n      productionFigures {\n        ...Figures_ModelFigures\n      }\n      evaluation {\n        det {\n          fpir\n          fnir\n        }\n        productionDet {\n          fpir\n          fnir\n        }\n        nearestPairs {\n          one {\n            name\n          }\n          other {\n            name\n          }\n          first\n          both\n        }\n        confusions {\n          person {\n            name\n          }\n          nearest {\n            name\n          }\n          share\n        }\n        findings {\n          person {\n            name\n          }\n          part\n          kind\n          words\n          seems {\n            name\n          }\n          sampleId\n        }\n        curves {\n          loss\n          stopLoss\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PromoteModel($id: ID!, $despiteGate: Boolean!, $reason: String) {\n    promoteModel(id: $id, despiteGate: $despiteGate, reason: $reason) {\n      ... on ModelVersion {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PromoteModel($id: ID!, $despiteGate: Boolean!, $reason: String) {\n    promoteModel(id: $id, despiteGate: $despiteGate, reason: $reason) {\n      ... on ModelVersion {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RollBackModel($reason: String) {\n    rollBackModel(reason: $reason) {\n      ... on ProductionModel {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RollBackModel($reason: String) {\n    rollBackModel(reason: $reason) {\n      ... on ProductionModel {\n        id\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SamplePhoto($sampleId: ID!) {\n    samplePhoto(sampleId: $sampleId) {\n      path\n    }\n  }\n"): (typeof documents)["\n  mutation SamplePhoto($sampleId: ID!) {\n    samplePhoto(sampleId: $sampleId) {\n      path\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;