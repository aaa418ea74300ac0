import { organisationIdSchema } from '../../kernel/ids.ts'
import { serviceOf, type PublicFacts } from './hsds-rules.ts'

export const organisation = { id: organisationIdSchema.parse('01890000-0000-7000-8000-000000000002'), name: '惠民理发店', kind: null }
const facts: PublicFacts = {
  id: '01890000-0000-7000-8000-000000000001',
  title: '义剪服务',
  content: '每周六上午在社区活动室',
  limits: '60岁以上',
  kind: 'service',
  times: { days: [6], parts: ['morning'] },
  confirmedOn: '2025-01-10',
  organisation,
  communities: [{ code: '211102001001', name: '旭东社区' }],
  phone: '0427-1234567',
  now: '2025-01-10T02:00:00.000Z',
}
/** A resource of an organisation as it is published. */
export const service = serviceOf(facts)
