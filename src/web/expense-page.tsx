import { expenseService } from '../features/ledger/expense-service.tsx'
import { ExpensePage as Expense } from '../features/projects/expense-page.tsx'

/** One expense, with the service of the ledger that it was made for. */
export function ExpensePage() {
  return <Expense service={expenseService} />
}
