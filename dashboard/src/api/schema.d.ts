export interface paths {
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description The chats, one for each customer, the latest first.
         */
        get: operations["list_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conversation
         * @description One customer's chat, the latest messages, oldest of them first.
         */
        get: operations["read_conversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Funnel
         * @description From pieces shown to paid.
         */
        get: operations["read_funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/response-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Response Time
         * @description How long customers waited for the first answer.
         */
        get: operations["read_response_time"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Sales
         * @description What was paid on each day, today the last.
         */
        get: operations["read_sales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/top-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Top Products
         * @description The pieces that sold best.
         */
        get: operations["read_top_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Lag
         * @description How far each read model is behind the boutique's log.
         */
        get: operations["read_lag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow
         * @description An event whenever what is visible has moved, so that the page asks again; a comment keeps it open.
         */
        get: operations["follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Me
         * @description Who is signed in, and in which boutique.
         */
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orders
         * @description The orders, the latest first.
         */
        get: operations["list_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Order
         * @description One order, whole.
         */
        get: operations["read_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Order
         * @description The shop gives the order up.
         */
        post: operations["cancel_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order}/courier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand Order To Courier
         * @description A courier took the parcel.
         */
        post: operations["hand_order_to_courier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver Order
         * @description The customer has her parcel.
         */
        post: operations["deliver_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read History
         * @description All that happened around an order, in the order of the log.
         */
        get: operations["read_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pack Order
         * @description The pieces are packed.
         */
        post: operations["pack_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pictures/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Picture
         * @description A picture of the boutique's own; the name says its content, so that it never changes.
         */
        get: operations["read_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Products
         * @description The pieces with their stock per size, the latest first. `q` is looked for in titles and codes.
         */
        get: operations["list_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Out
         * @description End the session in the shop and in the browser.
         */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Today
         * @description How the day goes, and what waits for a person.
         */
        get: operations["read_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Livez
         * @description The process answers.
         */
        get: operations["livez_livez_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readyz
         * @description Whether work can be taken; 503 with the reasons when not.
         */
        get: operations["readyz_readyz_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Actor
         * @description Who caused a fact.
         * @enum {string}
         */
        Actor: "customer" | "agent" | "owner" | "staff" | "neighbour" | "clock";
        /**
         * Amount
         * @description Money as a figure and as a shop writes it. Units: cents. Example: 250000 is "KSh 2,500".
         */
        Amount: {
            /** Cents */
            cents: number;
            /** Currency */
            currency: string;
            /** Text */
            text: string;
        };
        /**
         * BoutiqueCard
         * @description The boutique of the session.
         */
        BoutiqueCard: {
            /** Currency */
            currency: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Town */
            town: string;
            /** Whatsapp Numbers */
            whatsapp_numbers: string[];
        };
        /**
         * ChatMessage
         * @description A message of either side. `text` is None where there was none, or its writer was forgotten.
         */
        ChatMessage: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Buttons */
            buttons: string[];
            /** Cards */
            cards: components["schemas"]["ProductCard"][];
            delivery: components["schemas"]["Delivery"] | null;
            /** Failure */
            failure: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Picture */
            picture: string | null;
            side: components["schemas"]["Side"];
            /** Text */
            text: string | null;
        };
        /**
         * Colour
         * @description The sixteen colours a piece is searched by.
         * @enum {string}
         */
        Colour: "black" | "white" | "grey" | "beige" | "brown" | "red" | "maroon" | "pink" | "orange" | "yellow" | "green" | "olive" | "turquoise" | "blue" | "navy" | "purple";
        /**
         * Conversation
         * @description A chat, oldest message first. `older_cursor` fetches what came before.
         */
        Conversation: {
            /** Channel */
            channel: string;
            customer: components["schemas"]["CustomerCard"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Messages */
            messages: components["schemas"]["ChatMessage"][];
            /** Needs Person */
            needs_person: boolean;
            /** Older Cursor */
            older_cursor: string | null;
            /** Orders */
            orders: components["schemas"]["OrderRow"][];
            /** Reason */
            reason: string | null;
        };
        /**
         * ConversationRow
         * @description One customer's chat in the list. `unread` counts her messages that nobody has answered.
         */
        ConversationRow: {
            /** Channel */
            channel: string;
            customer: components["schemas"]["CustomerCard"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /** Last Kind */
            last_kind: string;
            last_side: components["schemas"]["Side"];
            /** Last Text */
            last_text: string | null;
            /** Needs Person */
            needs_person: boolean;
            /** Reason */
            reason: string | null;
            /** Unread */
            unread: number;
        };
        /**
         * CourierHandover
         * @description Who takes the parcel.
         */
        CourierHandover: {
            /** Courier */
            courier: string;
            /** Tracking */
            tracking?: string | null;
        };
        /**
         * CustomerCard
         * @description A customer as far as she may be shown; nothing personal is left once she is forgotten.
         */
        CustomerCard: {
            /** Forgotten */
            forgotten: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string | null;
            /** Phone */
            phone: string | null;
        };
        /**
         * Delivery
         * @description How far one of the shop's messages has come.
         * @enum {string}
         */
        Delivery: "planned" | "sent" | "delivered" | "read" | "failed";
        /**
         * Funnel
         * @description How many customers came how far in the days asked for.
         */
        Funnel: {
            /** Carted */
            carted: number;
            /** Days */
            days: number;
            /** Paid */
            paid: number;
            /** Prompted */
            prompted: number;
            /** Shown */
            shown: number;
        };
        /**
         * Garment
         * @description The kind of a piece.
         * @enum {string}
         */
        Garment: "dress" | "top" | "blouse" | "shirt" | "t-shirt" | "long-sleeve" | "sweater" | "hoodie" | "blazer" | "jacket" | "coat" | "suit" | "jumpsuit" | "skirt" | "trousers" | "jeans" | "shorts" | "leggings" | "kaftan" | "dera" | "kanga" | "shoes" | "bag" | "hat" | "scarf" | "belt" | "lingerie";
        /**
         * History
         * @description An order's whole history across all streams. `chain_verified` is False if the log was tampered with.
         */
        History: {
            /** Chain Verified */
            chain_verified: boolean;
            /** Entries */
            entries: components["schemas"]["HistoryEntry"][];
            /** Number */
            number: string;
            /**
             * Order
             * Format: uuid
             */
            order: string;
            /** Verified To */
            verified_to: number;
        };
        /**
         * HistoryEntry
         * @description A fact of the order's history in plain words, with its place in the log.
         */
        HistoryEntry: {
            actor: components["schemas"]["Actor"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Command
             * Format: uuid
             */
            command: string;
            /**
             * Correlation
             * Format: uuid
             */
            correlation: string;
            /** Detail */
            detail: string | null;
            /** Position */
            position: number;
            /** Stream */
            stream: string;
            /** Title */
            title: string;
            /** Topic */
            topic: string;
            /** Version */
            version: number;
        };
        /**
         * Lag
         * @description The boutique's log and all that follows it.
         */
        Lag: {
            /** Head */
            head: number;
            /** Models */
            models: components["schemas"]["ModelLag"][];
        };
        /**
         * Liveness
         * @description The process runs.
         */
        Liveness: {
            /** Alive */
            alive: boolean;
        };
        /**
         * LivePosition
         * @description An event of the live stream: what is visible now, and where the log stands.
         */
        LivePosition: {
            /** Head */
            head: number;
            /** Visible */
            visible: number;
        };
        /**
         * LowStock
         * @description A size that is nearly gone.
         */
        LowStock: {
            /** Available */
            available: number;
            /** Picture */
            picture: string | null;
            /**
             * Product
             * Format: uuid
             */
            product: string;
            /** Size */
            size: string;
            /** Title */
            title: string;
        };
        /**
         * Me
         * @description Who is signed in, and where.
         */
        Me: {
            boutique: components["schemas"]["BoutiqueCard"];
            role: components["schemas"]["Role"];
        };
        /**
         * ModelLag
         * @description How far one read model is behind the log. `fault` says what stopped it.
         */
        ModelLag: {
            /** Behind */
            behind: number;
            /** Fault */
            fault: string | null;
            /** Name */
            name: string;
            /** Position */
            position: number;
        };
        /**
         * Order
         * @description One order, whole. `steps` are those that make sense in its status.
         */
        Order: {
            /** Address */
            address: string | null;
            /** Cancel Reason */
            cancel_reason: string | null;
            /**
             * Conversation
             * Format: uuid
             */
            conversation: string;
            /** Courier */
            courier: string | null;
            customer: components["schemas"]["CustomerCard"];
            /** Delivered At */
            delivered_at: string | null;
            /** Delivery Area */
            delivery_area: string;
            delivery_fee: components["schemas"]["Amount"];
            /** Handed Over At */
            handed_over_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lines */
            lines: components["schemas"]["OrderedPiece"][];
            /** Number */
            number: string;
            /** Packed At */
            packed_at: string | null;
            /** Paid At */
            paid_at: string | null;
            /**
             * Pay Until
             * Format: date-time
             */
            pay_until: string;
            /** Paying Number */
            paying_number: string | null;
            payment: components["schemas"]["PaymentCard"] | null;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            status: components["schemas"]["OrderStatus"];
            /** Steps */
            steps: components["schemas"]["OrderStep"][];
            total: components["schemas"]["Amount"];
            /** Tracking */
            tracking: string | null;
        };
        /**
         * OrderedPiece
         * @description A line of an order, at the price agreed.
         */
        OrderedPiece: {
            /** Picture */
            picture: string | null;
            /**
             * Product
             * Format: uuid
             */
            product: string;
            /** Quantity */
            quantity: number;
            /** Size */
            size: string;
            /** Title */
            title: string;
            total: components["schemas"]["Amount"];
            unit_price: components["schemas"]["Amount"];
            /**
             * Variant
             * Format: uuid
             */
            variant: string;
        };
        /**
         * OrderRow
         * @description An order in the list.
         */
        OrderRow: {
            customer: components["schemas"]["CustomerCard"];
            /** Delivery Area */
            delivery_area: string;
            /** First Title */
            first_title: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /** Paid At */
            paid_at: string | null;
            /** Pieces */
            pieces: number;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            status: components["schemas"]["OrderStatus"];
            total: components["schemas"]["Amount"];
        };
        /**
         * OrderStatus
         * @description How far an order has come.
         * @enum {string}
         */
        OrderStatus: "awaiting-payment" | "paid" | "packed" | "with-courier" | "delivered" | "cancelled" | "expired" | "refund-due" | "refunded";
        /**
         * OrderStep
         * @description What a person of the shop can do with an order now.
         * @enum {string}
         */
        OrderStep: "pack" | "courier" | "deliver" | "cancel";
        /** Page[ConversationRow] */
        Page_ConversationRow_: {
            /** Items */
            items: components["schemas"]["ConversationRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[OrderRow] */
        Page_OrderRow_: {
            /** Items */
            items: components["schemas"]["OrderRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ProductRow] */
        Page_ProductRow_: {
            /** Items */
            items: components["schemas"]["ProductRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Pattern
         * @description What is on the cloth.
         * @enum {string}
         */
        Pattern: "plain" | "striped" | "checked" | "dotted" | "floral" | "kitenge" | "animal" | "graphic" | "lace" | "denim";
        /**
         * PaymentAttempt
         * @description One prompt to the customer's phone, and what became of it.
         */
        PaymentAttempt: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Attempt */
            attempt: number;
            /** Reason */
            reason: string | null;
            /** State */
            state: string;
        };
        /**
         * PaymentCard
         * @description The payment of an order.
         */
        PaymentCard: {
            /** Attempts */
            attempts: components["schemas"]["PaymentAttempt"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Provider */
            provider: string;
            /** Receipt */
            receipt: string | null;
            received: components["schemas"]["Amount"];
            requested: components["schemas"]["Amount"];
            /** State */
            state: string;
        };
        /**
         * Problem
         * @description What went wrong, as application/problem+json. `cause` finds it in the log of the running system.
         */
        Problem: {
            /** Cause */
            cause: string;
            /** Detail */
            detail?: string | null;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ProductCard
         * @description A piece that was shown in a message, with the price of that moment.
         */
        ProductCard: {
            /** Picture */
            picture: string | null;
            price: components["schemas"]["Amount"];
            /**
             * Product
             * Format: uuid
             */
            product: string;
            /** Rank */
            rank: number;
            /** Title */
            title: string;
        };
        /**
         * ProductRow
         * @description A piece of the catalogue, with its stock per size.
         */
        ProductRow: {
            /** Archived */
            archived: boolean;
            /** Available */
            available: number;
            /** Colours */
            colours: components["schemas"]["Colour"][];
            garment: components["schemas"]["Garment"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            pattern: components["schemas"]["Pattern"];
            /** Picture */
            picture: string | null;
            price: components["schemas"]["Amount"];
            /** Sizes */
            sizes: components["schemas"]["SizeStock"][];
            /** Sku */
            sku: string;
            /** Title */
            title: string;
            /** Title Sw */
            title_sw: string;
        };
        /**
         * Readiness
         * @description Whether work can be taken now, and why not.
         */
        Readiness: {
            /** Checks */
            checks: components["schemas"]["ReadinessCheck"][];
            /** Ready */
            ready: boolean;
        };
        /**
         * ReadinessCheck
         * @description One thing that must hold before work is taken.
         */
        ReadinessCheck: {
            /** Detail */
            detail: string;
            /** Name */
            name: string;
            /** Ready */
            ready: boolean;
        };
        /**
         * ResponseTime
         * @description How long customers waited for the first answer. Units: seconds; None where nobody wrote.
         */
        ResponseTime: {
            /** Answered */
            answered: number;
            /** Days */
            days: number;
            /** Median Seconds */
            median_seconds: number | null;
            /** P90 Seconds */
            p90_seconds: number | null;
            /** Unanswered */
            unanswered: number;
        };
        /**
         * Role
         * @description What a signed-in person may do.
         * @enum {string}
         */
        Role: "owner" | "staff" | "auditor";
        /**
         * Sales
         * @description Sales by day, oldest first, days without sales included.
         */
        Sales: {
            /** Days */
            days: components["schemas"]["SalesDay"][];
            /** Orders */
            orders: number;
            paid: components["schemas"]["Amount"];
        };
        /**
         * SalesDay
         * @description What was paid on one day in East Africa.
         */
        SalesDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Orders */
            orders: number;
            paid: components["schemas"]["Amount"];
            /** Pieces */
            pieces: number;
        };
        /**
         * Side
         * @description Who wrote a message.
         * @enum {string}
         */
        Side: "customer" | "agent" | "staff";
        /**
         * SizeStock
         * @description What is there of one size.
         */
        SizeStock: {
            /** Available */
            available: number;
            /** Low */
            low: boolean;
            /** On Hand */
            on_hand: number;
            /** Reserved */
            reserved: number;
            /** Size */
            size: string;
            /**
             * Variant
             * Format: uuid
             */
            variant: string;
        };
        /**
         * StepDone
         * @description The order after a step; its lists follow within moments.
         */
        StepDone: {
            /**
             * Order
             * Format: uuid
             */
            order: string;
            status: components["schemas"]["OrderStatus"];
        };
        /**
         * Today
         * @description The day so far, in East Africa Time. `change_percent` is against the same weekday last week.
         */
        Today: {
            /** Change Percent */
            change_percent: number | null;
            /** Chats Waiting */
            chats_waiting: number;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Low Stock */
            low_stock: components["schemas"]["LowStock"][];
            /** Orders Awaiting Payment */
            orders_awaiting_payment: number;
            /** Orders To Pack */
            orders_to_pack: number;
            paid: components["schemas"]["Amount"];
            /** Paid Orders */
            paid_orders: number;
            same_weekday_last_week: components["schemas"]["Amount"];
        };
        /**
         * TopProduct
         * @description A piece by what it sold.
         */
        TopProduct: {
            paid: components["schemas"]["Amount"];
            /** Picture */
            picture: string | null;
            /** Pieces */
            pieces: number;
            /**
             * Product
             * Format: uuid
             */
            product: string;
            /** Title */
            title: string;
        };
        /**
         * TopProducts
         * @description The pieces that sold best.
         */
        TopProducts: {
            /** Days */
            days: number;
            /** Products */
            products: components["schemas"]["TopProduct"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_conversations: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                needs_person?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ConversationRow_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_conversation: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                conversation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_funnel: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funnel"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_response_time: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseTime"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_sales: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sales"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_top_products: {
        parameters: {
            query?: {
                days?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopProducts"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_lag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lag"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    follow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `position`, each a LivePosition as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivePosition"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_orders: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                status?: components["schemas"]["OrderStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OrderRow_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    cancel_order: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    hand_order_to_courier: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourierHandover"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    deliver_order: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    pack_order: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": unknown;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_products: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ProductRow_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    read_today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    livez_livez_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    readyz_readyz_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
}
