import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { addPhoto, getPhoto, removePhoto } from './base-photos.ts';
import { cancelBooking, createBooking, listBookings } from './book-equipment.ts';
import { createBase, setPosition, setUnits, updateBase } from './change-base.ts';
import { exportEquipment, importEquipment } from './equipment-sheet.ts';
import { removeEquipment, saveEquipment } from './keep-equipment.ts';
import { keepUnveiling } from './keep-unveiling.ts';
import { listAttention } from './need-attention.ts';
import {
  listOfferable,
  offerMentors,
  offerStations,
  withdrawMentor,
  withdrawStation,
} from './offer-to-base.ts';
import { getBase, listBases, searchBases } from './read-bases.ts';
import { getInduction, myInductions } from './read-induction.ts';
import { remindCare } from './remind-care.ts';
import { setMentor, setStation } from './set-availability.ts';
import { setInduction, takeInduction } from './take-induction.ts';

export { firstMisplaced, isAbsentIn, isAlwaysThere, placesIn, takesNobodyIn } from '../availability.ts';
export { dayShift, type Shift, shiftAt } from '../shift.ts';
export { baseOf, basesOfAgreement, mentorIdsOf } from './base-doors.ts';
export { inductionOf, placesOfStudent } from './read-induction.ts';
export type { TrainingBasesTables } from './tables.ts';
export { trainingBasesTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  list: listBases,
  get: getBase,
  create: createBase,
  update: updateBase,
  setUnits,
  setPosition,
  addPhoto,
  removePhoto,
  photo: getPhoto,
  induction: { get: getInduction, set: setInduction, mine: myInductions, take: takeInduction },
  equipmentSheet: { export: exportEquipment, import: importEquipment },
  attention: listAttention,
  bookings: { list: listBookings, create: createBooking, cancel: cancelBooking },
  offerable: listOfferable,
  offerStations,
  withdrawStation,
  offerMentors,
  withdrawMentor,
  setStation,
  setMentor,
  saveEquipment,
  removeEquipment,
};

/** The training-bases module: base → unit → workstation and mentors, offered by the enterprise. */
export const trainingBases: ServerModule = {
  name: 'trainingBases',
  contract,
  operations,
  migrations: { room: 'training-bases', folder: new URL('../migrations/', import.meta.url) },
  search: searchBases,
  daily: remindCare,
  reactions: { 'ceremony.held': keepUnveiling },
};
