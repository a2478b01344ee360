import type { Endpoint } from '../../api-instance.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';

export const peopleRoutes: readonly Endpoint[] = [exportPerson, erasePerson];
