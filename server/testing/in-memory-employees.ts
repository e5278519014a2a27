import { EmployeeRepository, type Employee } from '../employees/employee.repository.js';

/** Employees kept in an array. What is not overridden here fails. */
export class InMemoryEmployees extends EmployeeRepository {
  constructor(readonly rows: Employee[] = []) {
    super(undefined as never);
  }

  override async find(id: string): Promise<Employee | null> {
    return this.rows.find((employee) => employee.id === id) ?? null;
  }
}
