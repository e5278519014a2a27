import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import type { Identified, Identify } from '../recognition/identify.js';
import { refuse, type Refusal } from '../refusal.js';

/** A face found in the gallery, with the employee it belongs to. */
export interface Recognized {
  outcome: 'matched';
  employee: Employee;
  /** 0..1, grows with certainty. */
  confidence: number;
  /** The encoder's own distance to the nearest template. */
  distance: number;
  identified: Identified;
}

export type RecognizeEmployee = (photo: Buffer) => Promise<Recognized | Refusal>;

/** Who is on a photo, as an employee who may check in; nothing is recorded or kept. */
export function createRecognizeEmployee(dependencies: {
  identify: Identify;
  employees: EmployeeRepository;
}): RecognizeEmployee {
  return async (photo) => {
    const identified = await dependencies.identify(photo);
    if (identified.outcome === 'refused') return identified;
    const employee = await dependencies.employees.find(identified.employeeId);
    if (!employee)
      throw new Error(`the gallery holds an employee that the database does not: ${identified.employeeId}`);
    if (!employee.active) {
      return refuse(
        'INACTIVE_EMPLOYEE',
        `${employee.name}, you cannot check in or out at present. Please ask your manager.`,
      );
    }
    const { confidence, decision } = identified;
    return { outcome: 'matched', employee, confidence, distance: decision.distance, identified };
  };
}
