import { identityRoutes } from '../features/identity/routes.ts'
import type { Route } from './route.ts'

/** Every endpoint of the product: this file alone lists the features. */
export const routes: readonly Route[] = [...identityRoutes]
