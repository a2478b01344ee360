import { type Static, Type } from 'typebox';
import { Id, nullable, PageQuery } from '../common.ts';
import { Day, line, Notes, partial, Reason, stampFields } from './record-fields.ts';

export const StrikerRadius = Type.Union([Type.Literal(2), Type.Literal(8)], {
  description: 'Radius of the striking edge, mm: energies are KV2 or KV8',
});
const machineFields = {
  name: line('Name or number of the machine, unique'),
  maker: nullable(line('Manufacturer')),
  serial_number: nullable(line('Serial number')),
  capacity_j: Type.Number({ exclusiveMinimum: 0, maximum: 1000, description: 'Nominal energy, J' }),
  striker_mm: StrikerRadius,
  verified_on: nullable(Day),
  verification_due_on: nullable(Day),
  is_retired: Type.Boolean(),
  notes: Notes,
};
const { name, capacity_j, striker_mm, ...machineOptions } = machineFields;

/** A pendulum impact testing machine. */
export const TestMachine = Type.Object(
  { id: Id, ...machineFields, ...stampFields },
  {
    $id: 'TestMachine',
    additionalProperties: false,
  },
);
export type TestMachine = Static<typeof TestMachine>;

export const CreateTestMachineRequest = Type.Object(
  { name, capacity_j, striker_mm, ...partial(machineOptions) },
  { $id: 'CreateTestMachineRequest', additionalProperties: false },
);
export type CreateTestMachineRequest = Static<typeof CreateTestMachineRequest>;

export const ChangeTestMachineRequest = Type.Object(
  { ...partial(machineFields), reason: Reason },
  {
    $id: 'ChangeTestMachineRequest',
    additionalProperties: false,
    minProperties: 1,
  },
);
export type ChangeTestMachineRequest = Static<typeof ChangeTestMachineRequest>;

export const TestMachineQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 100, description: 'Part of name, maker or serial number' })),
    ...PageQuery.properties,
  },
  { additionalProperties: false },
);
export type TestMachineQuery = Static<typeof TestMachineQuery>;
