import { v7 } from 'uuid'
import type { Cell } from './matrix.ts'

/** What the endpoints of acceptance and of reports are asked for. */
export const acceptanceMatrix: Record<string, Cell> = {
  'acceptance.show': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, day: '2025-05-01' }) },
  'acceptance.printIndex': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, day: '2025-05-01', format: 'html' }) },
  'acceptance.packs': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'acceptance.makePack': { aim: 'project', input: (spot) => ({ id: v7(), projectId: spot.projectId, day: '2020-01-01', named: false }) },
  'acceptance.fetchPack': { aim: 'project', input: (spot) => ({ id: spot.packId }) },
  'reports.make': {
    aim: 'project',
    input: (spot) => ({ projectId: spot.projectId, report: 'monthly', from: '2024-10-01', to: '2024-10-31', format: 'excel' }),
  },
  'reports.templates': { aim: 'tenant', input: () => ({}) },
  'reports.addTemplate': { aim: 'tenant', input: () => ({ id: v7(), name: '模板' }) },
  'reports.removeTemplate': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7(), reason: '不用了' }) },
  'reports.fetchTemplate': { aim: 'tenant', input: () => ({ format: 'word' }) },
}
