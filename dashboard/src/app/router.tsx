import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { conversationsSearch } from '@/features/conversations/search'
import { importSearch } from '@/features/imports/search'
import { customersSearch } from '@/features/customers/search'
import { insightsSearch } from '@/features/insights/search'
import { moneySearch } from '@/features/money/search'
import { ordersSearch } from '@/features/orders/search'
import { platformSearch } from '@/features/platform/search'
import { countSearch, newProductSearch, productsSearch } from '@/features/products/search'
import { welcomeSearch } from '@/features/shop/search'
import { demoBoutiques } from '@/features/start/queries'
import { Broken, Missing } from './broken'
import { Shell } from './shell'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet })

/** In the demo the first page offers two boutiques; a real shop opens on its day. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const shops = await context.queries.query({ ...demoBoutiques, staleTime: 'static' }).catch(() => null)
    if (shops === null) throw redirect({ to: '/today' })
  },
  component: lazyRouteComponent(() => import('@/features/start/start-page'), 'StartPage'),
})
const shop = createRoute({ getParentRoute: () => root, id: 'shop', component: Shell })
const today = createRoute({
  getParentRoute: () => shop, path: '/today', component: lazyRouteComponent(() => import('@/features/today/today-page'), 'TodayPage'),
})
const conversations = createRoute({
  getParentRoute: () => shop, path: '/conversations', validateSearch: conversationsSearch,
  component: lazyRouteComponent(() => import('@/features/conversations/conversations-page'), 'ConversationsPage'),
})
const noConversation = createRoute({
  getParentRoute: () => conversations, path: '/', component: lazyRouteComponent(() => import('@/features/conversations/no-conversation'), 'NoConversation'),
})
const conversation = createRoute({
  getParentRoute: () => conversations, path: '$conversation',
  component: lazyRouteComponent(() => import('@/features/conversations/conversation-page'), 'ConversationPage'),
})
const orders = createRoute({
  getParentRoute: () => shop, path: '/orders', validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('@/features/orders/orders-page'), 'OrdersPage'),
})
const order = createRoute({
  getParentRoute: () => shop, path: '/orders/$order', component: lazyRouteComponent(() => import('@/features/orders/order-page'), 'OrderPage'),
})
const products = createRoute({
  getParentRoute: () => shop, path: '/products', validateSearch: productsSearch,
  component: lazyRouteComponent(() => import('@/features/products/products-page'), 'ProductsPage'),
})
const newProduct = createRoute({
  getParentRoute: () => shop, path: '/products/new', validateSearch: newProductSearch, component: lazyRouteComponent(() => import('@/features/products/new-product-page'), 'NewProductPage'),
})
const importing = createRoute({
  getParentRoute: () => shop, path: '/products/import', validateSearch: importSearch,
  component: lazyRouteComponent(() => import('@/features/imports/import-page'), 'ImportPage'),
})
const counting = createRoute({
  getParentRoute: () => shop, path: '/products/stock-take', validateSearch: countSearch,
  component: lazyRouteComponent(() => import('@/features/products/stock-take-page'), 'StockTakePage'),
})
const product = createRoute({
  getParentRoute: () => shop, path: '/products/$product', component: lazyRouteComponent(() => import('@/features/products/product-page'), 'ProductPage'),
})
const customers = createRoute({
  getParentRoute: () => shop, path: '/customers', validateSearch: customersSearch,
  component: lazyRouteComponent(() => import('@/features/customers/customers-page'), 'CustomersPage'),
})
const customer = createRoute({
  getParentRoute: () => shop, path: '/customers/$customer', component: lazyRouteComponent(() => import('@/features/customers/customer-page'), 'CustomerPage'),
})
const insights = createRoute({
  getParentRoute: () => shop, path: '/insights', validateSearch: insightsSearch,
  component: lazyRouteComponent(() => import('@/features/insights/insights-page'), 'InsightsPage'),
})

const staff = createRoute({
  getParentRoute: () => shop, path: '/staff', component: lazyRouteComponent(() => import('@/features/staff/staff-page'), 'StaffPage'),
})
const account = createRoute({
  getParentRoute: () => shop, path: '/account', component: lazyRouteComponent(() => import('@/features/accounts/account-page'), 'AccountPage'),
})
const money = createRoute({
  getParentRoute: () => shop, path: '/money', validateSearch: moneySearch, component: lazyRouteComponent(() => import('@/features/money/money-page'), 'MoneyPage'),
})
const subscription = createRoute({
  getParentRoute: () => shop, path: '/subscription', component: lazyRouteComponent(() => import('@/features/subscription/subscription-page'), 'SubscriptionPage'),
})
const welcome = createRoute({
  getParentRoute: () => shop, path: '/welcome', validateSearch: welcomeSearch,
  component: lazyRouteComponent(() => import('@/features/shop/welcome-page'), 'WelcomePage'),
})
const settings = createRoute({
  getParentRoute: () => shop, path: '/shop', component: lazyRouteComponent(() => import('@/features/shop/settings-page'), 'ShopPage'),
})
const number = createRoute({
  getParentRoute: () => shop, path: '/shop/number', component: lazyRouteComponent(() => import('@/features/shop/number-page'), 'NumberPage'),
})
const agent = createRoute({
  getParentRoute: () => shop, path: '/agent', component: lazyRouteComponent(() => import('@/features/shop/agent-page'), 'AgentPage'),
})
const password = createRoute({
  getParentRoute: () => root, path: '/set-password', component: lazyRouteComponent(() => import('@/features/accounts/password-page'), 'PasswordPage'),
})

const accepting = createRoute({
  getParentRoute: () => root, path: '/join', component: lazyRouteComponent(() => import('@/features/accounts/join-page'), 'JoinPage'),
})

const operator = createRoute({
  getParentRoute: () => root, path: '/platform', component: lazyRouteComponent(() => import('./operator-frame'), 'OperatorFrame'),
})
const platform = createRoute({
  getParentRoute: () => operator, path: '/', validateSearch: platformSearch,
  component: lazyRouteComponent(() => import('@/features/platform/platform-page'), 'PlatformPage'),
})
const watched = createRoute({
  getParentRoute: () => operator, path: '/boutiques/$boutique', validateSearch: platformSearch,
  component: lazyRouteComponent(() => import('@/features/platform/boutique-page'), 'BoutiquePage'),
})
const joining = createRoute({
  getParentRoute: () => root, path: '/platform/join', component: lazyRouteComponent(() => import('@/features/accounts/operator-join-page'), 'OperatorJoinPage'),
})

const tree = root.addChildren([
  start,
  password,
  accepting,
  joining,
  operator.addChildren([platform, watched]),
  shop.addChildren([today, conversations.addChildren([noConversation, conversation]), orders, order, products, newProduct, importing, counting, product, customers, customer, insights, staff, account, money, subscription, welcome, settings, number, agent]),
])

export function createShopRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: Missing,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createShopRouter>
  }
}
