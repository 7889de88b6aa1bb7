export interface paths {
    "/sandbox/api/boutiques": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Boutiques */
        get: operations["sandboxBoutiques"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live */
        get: operations["sandboxLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/media/{media}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Media */
        get: operations["sandboxMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phone */
        get: operations["sandboxPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/chats/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chat */
        get: operations["sandboxChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/chats/{account}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose */
        post: operations["sandboxChoose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/chats/{account}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Contact */
        post: operations["sandboxShareContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/chats/{account}/location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Location */
        post: operations["sandboxSendLocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/chats/{account}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Photos */
        post: operations["sandboxSendPhotos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/chats/{account}/reaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** React */
        post: operations["sandboxReact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/chats/{account}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read */
        post: operations["sandboxRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/chats/{account}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say */
        post: operations["sandboxSay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/mpesa/{checkout}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel */
        post: operations["sandboxCancelPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/mpesa/{checkout}/no-money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No Money */
        post: operations["sandboxNoMoney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/mpesa/{checkout}/out-of-reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Out Of Reach */
        post: operations["sandboxOutOfReach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/mpesa/{checkout}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter Pin */
        post: operations["sandboxEnterPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/phones/{person}/mpesa/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Outcome */
        put: operations["sandboxChooseOutcome"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign In */
        post: operations["sandboxSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/api/world": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** World */
        get: operations["sandboxWorld"];
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
        /** Body_sandboxSendPhotos */
        Body_sandboxSendPhotos: {
            /**
             * Caption
             * @default
             */
            caption: string;
            /** Files */
            files: string[];
        };
        /**
         * Bubble
         * @description One message as it stands on the phone. `picture` is an address; `state` are the ticks.
         */
        Bubble: {
            /**
             * Asks Contact
             * @default false
             */
            asks_contact: boolean;
            /**
             * Asks Location
             * @default false
             */
            asks_location: boolean;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Buttons
             * @default []
             */
            buttons: components["schemas"]["Tap"][];
            /** Contact */
            contact?: string | null;
            /** From Shop */
            from_shop: boolean;
            /** Id */
            id: string;
            /**
             * List Title
             * @default
             */
            list_title: string;
            /** Picture */
            picture?: string | null;
            place?: components["schemas"]["Pin"] | null;
            /** Reaction */
            reaction?: string | null;
            /** Replies To */
            replies_to?: string | null;
            /**
             * Rows
             * @default []
             */
            rows: components["schemas"]["Tap"][];
            /**
             * State
             * @enum {string}
             */
            state: "sent" | "delivered" | "read";
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * ChatLine
         * @description A line of the list of chats.
         */
        ChatLine: {
            /** Account */
            account: string;
            /** At */
            at: string | null;
            /** Last */
            last: string;
            /** Name */
            name: string;
            /** Unread */
            unread: number;
        };
        /**
         * ChatScreen
         * @description A chat with one shop. `typing`: the shop is writing.
         */
        ChatScreen: {
            /** Account */
            account: string;
            /** Bubbles */
            bubbles: components["schemas"]["Bubble"][];
            /** Person */
            person: string;
            /** Typing */
            typing: boolean;
        };
        /**
         * Choose
         * @description A button or row to tap, and on which message.
         */
        Choose: {
            /** Choice */
            choice: string;
            /** Message */
            message: string;
        };
        /**
         * ChooseOutcome
         * @description What shall become of the next prompt.
         */
        ChooseOutcome: {
            outcome: components["schemas"]["Outcome"];
        };
        /**
         * DemoBoutique
         * @description A boutique that the start page offers.
         */
        DemoBoutique: {
            /** About */
            about: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Town */
            town: string;
        };
        /**
         * EnterPin
         * @description A PIN as typed.
         */
        EnterPin: {
            /** Pin */
            pin: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * MpesaMessage
         * @description A text from M-Pesa.
         */
        MpesaMessage: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Words */
            words: string;
        };
        /**
         * MpesaScreen
         * @description A person's M-Pesa.
         */
        MpesaScreen: {
            /** Messages */
            messages: components["schemas"]["MpesaMessage"][];
            next_outcome: components["schemas"]["Outcome"];
            prompt: components["schemas"]["PromptScreen"] | null;
            /** Shillings */
            shillings: number;
        };
        /**
         * Outcome
         * @description How the result of a prompt travels. `normal`: once, and soon.
         * @enum {string}
         */
        Outcome: "normal" | "late" | "duplicate" | "ten-times" | "lost" | "early" | "wrong-amount" | "no-answer";
        /**
         * PersonCard
         * @description Somebody whose phone can be picked up. `hides_phone`: shops see the username only.
         */
        PersonCard: {
            /** Hides Phone */
            hides_phone: boolean;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            role: components["schemas"]["Role"];
            /** Username */
            username: string | null;
        };
        /**
         * PhoneScreen
         * @description A phone: its chats and its M-Pesa.
         */
        PhoneScreen: {
            /** Chats */
            chats: components["schemas"]["ChatLine"][];
            mpesa: components["schemas"]["MpesaScreen"];
            person: components["schemas"]["PersonCard"];
        };
        /**
         * Pin
         * @description A place on the map.
         */
        Pin: {
            /** Address */
            address?: string | null;
            /** Latitude */
            latitude: number;
            /** Longitude */
            longitude: number;
            /** Name */
            name?: string | null;
        };
        /**
         * PromptScreen
         * @description A prompt that waits for a PIN. `ends_at`: nobody is reached any more from then on.
         */
        PromptScreen: {
            /** Checkout */
            checkout: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Payee */
            payee: string;
            /** Reference */
            reference: string;
            /** Shillings */
            shillings: number;
        };
        /**
         * React
         * @description A reaction; an empty emoji takes it back.
         */
        React: {
            /** Emoji */
            emoji: string;
            /** Message */
            message: string;
        };
        /**
         * Role
         * @description Whose phone it is.
         * @enum {string}
         */
        Role: "customer" | "owner";
        /**
         * Say
         * @description Words to send.
         */
        Say: {
            /** Replies To */
            replies_to?: string | null;
            /** Text */
            text: string;
        };
        /**
         * Sent
         * @description The ids of what was sent.
         */
        Sent: {
            /** Messages */
            messages: string[];
        };
        /**
         * ShopCard
         * @description A shop that can be written to.
         */
        ShopCard: {
            /** Account */
            account: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * SignIn
         * @description Whose dashboard to open.
         */
        SignIn: {
            /** Boutique */
            boutique: string;
            /**
             * Role
             * @default owner
             * @enum {string}
             */
            role: "owner" | "auditor";
        };
        /**
         * Tap
         * @description Something to tap: a button, or a row of a list.
         */
        Tap: {
            /**
             * Description
             * @default
             */
            description: string;
            /** Id */
            id: string;
            /** Title */
            title: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * World
         * @description All people and shops.
         */
        World: {
            /** People */
            people: components["schemas"]["PersonCard"][];
            /** Shops */
            shops: components["schemas"]["ShopCard"][];
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
    sandboxBoutiques: {
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
                    "application/json": components["schemas"]["DemoBoutique"][];
                };
            };
        };
    };
    sandboxLive: {
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
                content?: never;
            };
        };
    };
    sandboxMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media: string;
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
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
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
                    "application/json": components["schemas"]["PhoneScreen"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                person: string;
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
                    "application/json": components["schemas"]["ChatScreen"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxChoose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Choose"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxShareContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                person: string;
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
                    "application/json": components["schemas"]["Sent"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxSendLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pin"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxSendPhotos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_sandboxSendPhotos"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxReact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["React"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                person: string;
            };
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxSay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Say"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxCancelPrompt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkout: string;
                person: string;
            };
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxNoMoney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkout: string;
                person: string;
            };
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxOutOfReach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkout: string;
                person: string;
            };
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxEnterPin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkout: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterPin"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxChooseOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseOutcome"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sandboxWorld: {
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
                    "application/json": components["schemas"]["World"];
                };
            };
        };
    };
}
