/** Departments that are there twice, count by a calendar that is not there, or that nobody would answer for. */
import type { PolicyV1, StaffV1 } from '@trunkline/contracts';
import { type Fault, isOdd, isWrong, repeated } from './fault.ts';

export function lintDepartments({ departments, calendars }: PolicyV1, staff?: readonly StaffV1[]): Fault[] {
  const codes = departments.map(({ code }) => code);
  const isSilent = (code: string) =>
    staff && !staff.some((one) => one.active && one.role === 'department-member' && one.departments?.includes(code));
  return [
    ...repeated(codes).map((at) => isWrong(`departments[${at}].code`, 'is-there-twice', { code: codes[at]! })),
    ...departments.flatMap(({ code, calendar, email }, at) => [
      ...(Object.hasOwn(calendars, calendar)
        ? []
        : [isWrong(`departments[${at}].calendar`, 'no-such-calendar', { calendar })]),
      ...(email === null && isSilent(code)
        ? [isOdd(`departments[${at}].email`, 'department-without-anyone', { department: code })]
        : []),
    ]),
  ];
}
