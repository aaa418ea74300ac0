import { v7 } from 'uuid'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of crafts are asked for. No record of theirs stands in the matrix: whoever may ask is told so.

export const craftsMatrix: Record<string, { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }> = {
  'crafts.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'crafts.openMaker': { aim: 'record', input: (spot) => ({ projectId: spot.projectId, personId: spot.personId }) },
  'crafts.printStatement': { aim: 'record', input: (spot) => ({ projectId: spot.projectId, personId: spot.personId, format: 'html' }) },
  'crafts.addPiece': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      projectId: spot.projectId,
      communityCode: spot.communityCode,
      attendanceId: v7(),
      makerId: spot.personId,
      day: '2024-10-01',
      craft: '苇编',
      priceFen: 2000,
      shareBasisPoints: 8000,
    }),
  },
  'crafts.placePiece': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({
      id: spot.serviceId,
      version: 1,
      state: 'made',
      consignedTo: null,
      exhibitionId: null,
      since: '2024-10-02',
      priceFen: 2000,
      shareBasisPoints: 8000,
      reason: '改价',
    }),
  },
  'crafts.sell': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ id: v7(), pieceId: spot.serviceId, day: '2024-10-02', priceFen: 2000, incomeFen: 1600 }),
  },
  'crafts.undoSale': { aim: 'record', findsNothing: true, input: (spot) => ({ saleId: spot.serviceId, reason: '登错了' }) },
  'crafts.pay': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({
      id: v7(),
      saleIds: [spot.serviceId],
      amountFen: 1600,
      paidOn: '2024-10-03',
      means: 'transfer',
      acknowledgedBy: '张三',
      acknowledgedHow: 'paper',
      keptAt: null,
    }),
  },
  'crafts.undoPayment': { aim: 'record', findsNothing: true, input: (spot) => ({ saleId: spot.serviceId, reason: '登错了' }) },
}
