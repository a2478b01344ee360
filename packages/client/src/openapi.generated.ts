// Generated from docs/reference/openapi.json by packages/client/scripts/generate.ts; do not edit.
export interface paths {
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers
         * @description Touches nothing outside the process: restart it when this fails.
         */
        get: operations["getLiveness"];
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
         * Whether requests can be carried out now
         * @description Checks database, objects and the champion model: send no requests while this fails. `degraded` is ready too: the shared cache is away, so answers take longer and each process counts for itself; or the bucket of the pictures does not answer, so uploads and pictures that are not in memory are refused, and everything else works.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description Sets an HttpOnly session cookie. Users with a second factor are asked for its code (`second-factor-required`): repeat the request with it. Repeated failures for a user name from one address are refused for a while.
         */
        post: operations["createSession"];
        /**
         * Sign out
         * @description Ends the session on the server and clears the cookie. Signing out twice is harmless.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people may sign in */
        get: operations["getSignInOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin single sign-on
         * @description For browsers: leads to the provider, which leads back to the callback.
         */
        get: operations["beginSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sso/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return from single sign-on
         * @description For browsers: sets the session cookie and leads to the page that was wanted. A failure leads to the sign-in page when a page is asked for.
         */
        get: operations["finishSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set up a second factor
         * @description Answers with a secret for an authenticator. It works only after its first code was confirmed; asking again makes another secret.
         */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the own password
         * @description Needs the present one. All other sessions of the account end; API keys stay.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the second factor on
         * @description With the first code of the authenticator. All other sessions of the account end. The recovery codes are shown only now.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own API keys */
        get: operations["listOwnApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The secret is shown only now. A key may do what its scopes say, and never more than its owner may at that moment.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the account is signed in */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        /** End all own sessions but this one */
        delete: operations["revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the own second factor off
         * @description Where the role demands one, another must be set up before anything else works.
         */
        post: operations["removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make fresh recovery codes
         * @description Those before stop working.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one of the own API keys */
        delete: operations["revokeOwnApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: operations["revokeOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change role or name of a user
         * @description `If-Match` is required. Takes effect at the next request of the user.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v1/users/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the access from a user
         * @description Sessions, API keys and links of the user die at once; what the user did stays.
         */
        post: operations["deactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All users, by user name */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite a user
         * @description Makes the user and a link that sets the first password. The link works once, for seven days; hand it over yourself, no mail is sent.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/one-time-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a link that sets a password
         * @description An invitation for who has no password yet, otherwise a password reset (24 hours). Works once; the link before stops working.
         */
        post: operations["issueOneTimeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys of a user */
        get: operations["listUserApiKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a user is signed in */
        get: operations["listUserSessions"];
        put?: never;
        post?: never;
        /** End all sessions of a user */
        delete: operations["revokeUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a user the access back
         * @description Revoked API keys stay revoked.
         */
        post: operations["reactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take away the second factor of a user
         * @description For a lost telephone. The user is signed out everywhere.
         */
        delete: operations["resetSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key of a user */
        delete: operations["revokeUserApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session of a user */
        delete: operations["revokeUserSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/one-time-links/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For whom a one-time link is */
        post: operations["inspectOneTimeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/one-time-links/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password by a one-time link
         * @description Uses the link up and ends all sessions of the user. Sign in afterwards.
         */
        post: operations["redeemOneTimeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture
         * @description A multipart form with one file and, if known, the specimen, heat, width and calibration. The same bytes again return the picture stored first (200). Nothing is stored when the upload breaks off.
         */
        post: operations["uploadImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One picture */
        get: operations["getImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The picture itself
         * @description A rendition, re-encoded without any metadata. It never changes, so it may be kept for ever; the ETag is its SHA-256.
         */
        get: operations["getImageContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images/{id}/content-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to the picture that works for five minutes
         * @description Whoever has the link sees the picture until it expires, without signing in. Where pictures lie in a bucket it leads straight there, past this server.
         */
        get: operations["getImageContentLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images/{id}/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest painting of a picture
         * @description The ETag is its SHA-256; a newer painting has another.
         */
        get: operations["getRegions"];
        /**
         * Paint regions of a picture
         * @description A multipart form with one file. The newest painting counts; older ones stay. Dataset versions take it along.
         */
        put: operations["paintRegions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an upload straight to the object store
         * @description For large pictures and slow lines: put the file at the address given, then complete the upload. Nothing is stored until then; what is never completed is cleared away within two days.
         */
        post: operations["startUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an upload
         * @description From here on it is as if the picture had been posted to `/images`. With `sha256` the content is held to it. What is no acceptable picture is discarded.
         */
        post: operations["completeUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a content link
         * @description The signed address is what allows it; ask `/images/{id}/content-link` for one.
         */
        get: operations["downloadTransfer"];
        /**
         * Put the file of an upload
         * @description The signed address is what allows it; ask `/uploads` for one. The body is the file, `application/octet-stream`, of exactly the size announced.
         */
        put: operations["uploadTransfer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Measure one picture now
         * @description Measures with the champion model and answers with percent shear, interval, outline and flags. A picture without a usable face is an answer too: `status` is `no-face` or `poor` and `reason` says why. What the same model has measured before is returned (200).
         */
        post: operations["createAnalysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One analysis with its current label */
        get: operations["getAnalysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shear map
         * @description Percent shear pixel by pixel: 8-bit grey PNG of the picture's size, 255 = shear, 0 = cleavage or outside the face.
         */
        get: operations["getAnalysisMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/overlay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The overlay for the picture
         * @description A transparent PNG of the picture's size that tints cleavage and shear; lay it over the picture.
         */
        get: operations["getAnalysisOverlay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every label of an analysis, oldest first
         * @description Labels are never changed; the newest is the current one.
         */
        get: operations["listAnalysisLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/recompute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute an old analysis again and compare
         * @description Uses the model, picture and calibration that the analysis names, and compares every number, and map, overlay and features byte by byte. Changes nothing but the audit trail.
         */
        post: operations["recomputeAnalysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or correct an analysis
         * @description The judgement is stored, the champion is scored against it, then learns from it in the background. A judgement within 0.05 points of the measured value is an acceptance.
         */
        post: operations["createLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Heats, newest first */
        get: operations["listHeats"];
        put?: never;
        /** Enter a heat */
        post: operations["createHeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heats/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One heat */
        get: operations["getHeat"];
        put?: never;
        post?: never;
        /**
         * Delete a heat that nothing refers to
         * @description `If-Match` is required. The history stays.
         */
        delete: operations["deleteHeat"];
        options?: never;
        head?: never;
        /**
         * Change a heat
         * @description Only the fields that are sent change. `If-Match` is required; the state before stays in the history.
         */
        patch: operations["changeHeat"];
        trace?: never;
    };
    "/api/v1/heats/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every state a heat ever had, newest first
         * @description Also of one that was deleted; at most the last 1000.
         */
        get: operations["getHeatHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-machines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Testing machines, newest first */
        get: operations["listTestMachines"];
        put?: never;
        /** Enter a testing machine */
        post: operations["createTestMachine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-machines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One testing machine */
        get: operations["getTestMachine"];
        put?: never;
        post?: never;
        /**
         * Delete a testing machine that nothing refers to
         * @description `If-Match` is required. The history stays.
         */
        delete: operations["deleteTestMachine"];
        options?: never;
        head?: never;
        /**
         * Change a testing machine
         * @description Only the fields that are sent change. `If-Match` is required; the state before stays in the history.
         */
        patch: operations["changeTestMachine"];
        trace?: never;
    };
    "/api/v1/test-machines/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every state a testing machine ever had, newest first
         * @description Also of one that was deleted; at most the last 1000.
         */
        get: operations["getTestMachineHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Series, newest first */
        get: operations["listAllSeries"];
        put?: never;
        /** Enter a series */
        post: operations["createSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One series */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        /**
         * Delete a series that nothing refers to
         * @description `If-Match` is required. The history stays.
         */
        delete: operations["deleteSeries"];
        options?: never;
        head?: never;
        /**
         * Change a series
         * @description Only the fields that are sent change. `If-Match` is required; the state before stays in the history.
         */
        patch: operations["changeSeries"];
        trace?: never;
    };
    "/api/v1/series/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every state a series ever had, newest first
         * @description Also of one that was deleted; at most the last 1000.
         */
        get: operations["getSeriesHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/specimens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Specimens, newest first */
        get: operations["listSpecimens"];
        put?: never;
        /**
         * Enter a specimen
         * @description Units are kept as entered. Pictures that were stored under this identifier before are linked.
         */
        post: operations["createSpecimen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/specimens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One specimen */
        get: operations["getSpecimen"];
        put?: never;
        post?: never;
        /**
         * Delete a specimen that nothing refers to
         * @description `If-Match` is required. The history stays.
         */
        delete: operations["deleteSpecimen"];
        options?: never;
        head?: never;
        /**
         * Change a specimen
         * @description Only the fields that are sent change. `If-Match` is required; the state before stays in the history.
         */
        patch: operations["changeSpecimen"];
        trace?: never;
    };
    "/api/v1/specimens/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every state a specimen ever had, newest first
         * @description Also of one that was deleted; at most the last 1000.
         */
        get: operations["getSpecimenHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a series fulfils its acceptance rule
         * @description Values are compared unrounded. Abnormal tests and estimated lateral expansions are not judged; while values are missing nothing passes.
         */
        get: operations["getAcceptance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A series with every value, unrounded, as CSV or JSON
         * @description The columns and the schema are in docs/reference/specimen-lists.md.
         */
        get: operations["exportSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/specimens/{id}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A specimen with its pictures, their analyses and labels */
        get: operations["getSpecimenDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/specimens/{id}/pictures/{imageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that a picture shows this specimen
         * @description A picture shows one specimen at most. Moving it from one to another, or to the other half, needs a reviewer.
         */
        put: operations["linkPicture"];
        post?: never;
        /**
         * Say that a picture does not show this specimen
         * @description The picture itself stays.
         */
        delete: operations["unlinkPicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs, newest first
         * @description `state=dead` shows those whose retries are used up.
         */
        get: operations["listJobs"];
        put?: never;
        /**
         * Measure many pictures, or retrain the model
         * @description Queued for the worker. Follow it at its `Location` or by its events. Retraining needs the role engineer, the priority `high` the role reviewer.
         */
        post: operations["createJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job with its progress */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pictures of a batch job and what became of each */
        get: operations["listJobItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The changes of one job as they happen
         * @description Server-sent events: the job as it is now, then `job.changed` at each change. The stream ends when the job is completed, cancelled or dead. A reconnect misses nothing: the job as it is now comes first.
         */
        get: operations["streamJobEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * @description What is already finished stays. A running job stops at its next picture. Needs the role that may start this kind of job.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a dead or cancelled job again
         * @description Queued again with fresh retries; what is already finished is not repeated. Needs the role that may start this kind of job.
         */
        post: operations["rerunJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many jobs wait, run and are dead, and how long the oldest has waited
         * @description For autoscaling and alerts. Read from an index of unsettled jobs, so it may be asked often.
         */
        get: operations["getJobStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-jobs/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run dead jobs again, oldest first
         * @description At most 500 in one call, done as a whole or not at all. Without `kind` all kinds that your role may start.
         */
        post: operations["rerunDeadJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-jobs/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give dead jobs up, oldest first
         * @description They become `cancelled` and keep the reason; who gave it stands in the audit trail. At most 500 in one call, done as a whole or not at all. Without `kind` all kinds that your role may start.
         */
        post: operations["discardDeadJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs that start by the clock
         * @description Times that went by while no worker ran give one job together.
         */
        get: operations["listSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One schedule */
        get: operations["getSchedule"];
        /**
         * Choose when a job starts by the clock, or turn it off
         * @description Needs `If-Match` with the `ETag` of the schedule that it replaces.
         */
        put: operations["changeSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the job of a schedule now, besides its times
         * @description A job of this kind that waits already is returned instead.
         */
        post: operations["runSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which systems are told of events */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Tell another system of events
         * @description The secret is shown only in this answer. Each event is delivered at least once, signed after the Standard Webhooks convention; see docs/how-to/receive-webhooks.md.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One subscription */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Tell a system no more; its deliveries are deleted, too
         * @description `If-Match` is required.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a subscription, or turn it off
         * @description `If-Match` is required. Only the fields that are sent change. While it is off its deliveries wait.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign with a new secret
         * @description For 24 hours events are signed with the old secret, too, so that the receiver can change over.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the event `webhook.test` to this subscription */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a system was told, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery with every attempt */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver once more, whatever came of it before
         * @description With the same identifier and the same bytes, and a fresh day of attempts.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happens, as it happens
         * @description Server-sent events of the types of ServerEvent. Comments keep the connection alive. Each event carries its place in the log of events as `id:`; after a reconnect with `Last-Event-ID`, at any replica, what was missed comes first, in order and once. Several changes of one job may come as one, with the job as it is now. What is older than a day is forgotten: `stream.reset` then says to read again what you show.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Model versions, newest first */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The champion: the model that measures now */
        get: operations["getCurrentModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One model by identifier or version */
        get: operations["getModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a model into service that the gate let pass
         * @description Where the policy asks for two persons, this asks for the second one and answers 202 with the request. A model that the gate did not let pass never comes into service.
         */
        post: operations["promoteModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which model was in service from when on, newest first */
        get: operations["listDeployments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which model was in service at a time */
        get: operations["getLiveDeployment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an earlier model back into service
         * @description Every process answers with it from its next picture on. Needs no second person. Learning is paused unless `keeps_learning` says otherwise; `PUT /model-policy` goes on with it.
         */
        post: operations["rollBackModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promotion-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promotions that were asked for, newest first */
        get: operations["listPromotionRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promotion-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One promotion that was asked for */
        get: operations["getPromotionRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promotion-requests/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or decline a promotion
         * @description Approving puts the model into service at once. Who asked for it cannot approve it, but may decline it.
         */
        post: operations["decidePromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How models come into service */
        get: operations["getModelPolicy"];
        /**
         * Choose how models come into service
         * @description Needs `If-Match` with the `ETag` of the policy that it replaces. Going on with learning learns the labels that wait.
         */
        put: operations["putModelPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dataset versions, newest first */
        get: operations["listDatasets"];
        put?: never;
        /**
         * Freeze the labels of now
         * @description Takes the newest label of every picture that fits the filter. The same labels give the same version: it is answered with 200 as it was first described.
         */
        post: operations["createDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One dataset version */
        get: operations["getDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{digest}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The labelled pictures of a version, in the order of learning */
        get: operations["listDatasetEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{digest}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The manifest of a version
         * @description NDJSON: one header, then one line a labelled picture. The SHA-256 of the answer is the version; a version that continues another names it in the header.
         */
        get: operations["getDatasetManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{digest}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version as a file, with or without its pictures
         * @description Streamed, whatever its size. The archive is checked while it is sent: when an object is missing or damaged the answer breaks off before its `Content-Length`. See docs/how-to/datasets.md.
         */
        get: operations["exportDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{digest}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare every picture of a version with its digest
         * @description A job, since it reads every picture. Its `result` tells `pictures`, `faulty` and `examples`.
         */
        post: operations["verifyDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dataset-imports/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the upload of an exported dataset version
         * @description Put the archive at the address given, then import it. What is never imported is cleared away within two days.
         */
        post: operations["startArchiveUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dataset-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a dataset version of another installation
         * @description The archive is read to its end before it is answered: one that is damaged, foreign or contradicts what is here is refused, discarded, and leaves nothing; `errors` names each line that is wrong. Then a job stores the pictures, measures them, and stores labels and version as a whole. Importing it again adds nothing.
         */
        post: operations["importDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the system learns, and how well */
        get: operations["getLearningStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/strategy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The update strategy
         * @description Its `ETag` is what `PUT` wants as `If-Match`.
         */
        get: operations["getLearningStrategy"];
        /**
         * Choose the update strategy
         * @description Needs `If-Match` with the `ETag` of the strategy that it replaces. The answer carries the `ETag` of the new strategy.
         */
        put: operations["configureLearning"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was measured, newest first */
        get: operations["listHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history as CSV
         * @description UTF-8, comma-separated, CRLF, header row, times in UTC, decimal point, empty = no value. Cells that a spreadsheet would take for a formula begin with an apostrophe. Columns:
         *     - `analysis_id`: UUID
         *     - `analysed_at`: RFC 3339, UTC
         *     - `analysed_by`: user name
         *     - `file_name`: as given at upload
         *     - `image_sha256`: of the uploaded bytes
         *     - `specimen`: specimen identifier
         *     - `heat`: heat (cast) identifier
         *     - `width_mm`: specimen width W, mm
         *     - `status`: `ok`, `no-face` or `poor`
         *     - `reason`: why there is no number
         *     - `shear_percent`: measured percent shear, 0–100, unrounded
         *     - `lower`: lower end of the interval, percent
         *     - `upper`: upper end of the interval, percent
         *     - `interval_level`: nominal coverage of the interval, 0–1
         *     - `px_per_mm`: scale, pixels per mm
         *     - `flags`: quality flags, separated by `;`
         *     - `model_version`: model that measured
         *     - `model_digest`: SHA-256 of that model
         *     - `pipeline_version`: version of the measuring code
         *     - `elapsed_ms`: time taken, ms
         *     - `label_percent`: technician's percent shear (current label)
         *     - `label_decision`: `accepted` or `corrected`
         *     - `label_technician`: user name
         *     - `labelled_at`: RFC 3339, UTC
         *     - `label_notes`: free text
         */
        get: operations["exportHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail, newest first
         * @description Append-only; every entry carries a hash over itself and the entry before it. `mlmcsc audit verify` recomputes the chain.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Position and hash of the newest entry
         * @description Keep it outside this system; `mlmcsc audit verify --expect-head` proves later that nothing up to here was cut off or rewritten.
         */
        get: operations["getAuditHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recompute the chain of hashes
         * @description Reads the whole trail and names the first place that is not what was written. With a hash kept elsewhere it also shows a trail that was cut off or written anew.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail as a file
         * @description `ndjson`: the whole trail, oldest first, one entry a line; `mlmcsc audit verify --file` checks it without this system, so it takes no filters.
         *
         *     `csv`: a table for spreadsheets, newest first, with the filters of the list. Columns: `position`, `at`, `action`, `actor_kind`, `actor_person`, `actor_name`, `actor_api_key`, `actor_address`, `subject_kind`, `subject_id`, `subject_name`, `request_id`, `details`, `hash`.
         *
         *     The export is recorded when it begins.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything stored about a person
         * @description One JSON object a line, `{"kind", "record"}`: account, sessions, pictures, analyses, labels, jobs, deployments and entries of the audit trail. No secrets.
         */
        get: operations["exportPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person
         * @description A stable pseudonym takes the place of the name in every record; account, sessions, keys and addresses are deleted. Labels and their statistics stay. It cannot be undone.
         */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name and version of the server */
        get: operations["describeInferenceServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["isInferenceLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether pictures can be measured */
        get: operations["isInferenceReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the model takes and gives */
        get: operations["describeModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{name}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the model takes and gives */
        get: operations["describeModelVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{name}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the model answers */
        get: operations["isModelReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{name}/versions/{version}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the model answers */
        get: operations["isModelVersionReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{name}/infer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Measure pictures
         * @description Stores and measures each picture as `POST /api/v1/images` and `POST /api/v1/analyses` do; the same bytes again are answered from what is stored. All pictures are answered, or none.
         */
        post: operations["infer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{name}/versions/{version}/infer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Measure pictures
         * @description Stores and measures each picture as `POST /api/v1/images` and `POST /api/v1/analyses` do; the same bytes again are answered from what is stored. All pictures are answered, or none.
         */
        post: operations["inferVersion"];
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
         * @example {
         *       "clause": "Order 17, 4.2",
         *       "temperature_celsius": 0,
         *       "energy_j": {
         *         "minimum_mean": 27,
         *         "minimum_single": 19,
         *         "most_below_mean": 1,
         *         "scales_with_width": true
         *       },
         *       "lateral_expansion_mm": null,
         *       "shear_percent": {
         *         "minimum_mean": 85,
         *         "minimum_single": null
         *       }
         *     }
         */
        AcceptanceRule: {
            /** @description Specification and clause the verdict is printed with */
            clause: string;
            temperature_celsius: number | null;
            energy_j: {
                minimum_mean: number | null;
                minimum_single: number | null;
                /** @description How many specimens may lie below the least mean */
                most_below_mean: number;
                /** @description Limits are for 10 mm and shrink in proportion for narrower specimens */
                scales_with_width: boolean;
            } | null;
            lateral_expansion_mm: {
                minimum_mean: number | null;
                minimum_single: number | null;
            } | null;
            shear_percent: {
                minimum_mean: number | null;
                minimum_single: number | null;
            } | null;
        };
        /**
         * @example {
         *       "clause": "Order 17, 4.2",
         *       "passes": true,
         *       "judged": [
         *         "H4711-01",
         *         "H4711-02",
         *         "H4711-03"
         *       ],
         *       "left_out": [],
         *       "findings": [
         *         {
         *           "property": "energy_j",
         *           "requirement": "mean",
         *           "limit": 27,
         *           "observed": 41.2,
         *           "passes": true,
         *           "specimens": []
         *         }
         *       ]
         *     }
         */
        AcceptanceVerdict: {
            clause: string;
            passes: boolean | null;
            /** @description Identifiers of the specimens that were judged */
            judged: string[];
            /** @description Of this temperature, but abnormal */
            left_out: string[];
            findings: {
                /** @enum {string} */
                property: "energy_j" | "lateral_expansion_mm" | "shear_percent";
                /**
                 * @description `mean`: of the set; `single`: each specimen; `below-mean`: how many may lie below the least mean
                 * @enum {string}
                 */
                requirement: "mean" | "single" | "below-mean";
                /** @description For a width of 10 mm */
                limit: number;
                observed: number | null;
                passes: boolean | null;
                /** @description Identifiers that fail, or lack a value */
                specimens: string[];
            }[];
        };
        /**
         * @example {
         *       "user": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000001",
         *         "username": "ann",
         *         "display_name": "Ann",
         *         "role": "technician",
         *         "status": "active",
         *         "has_password": true,
         *         "has_single_sign_on": false,
         *         "has_second_factor": true,
         *         "created_at": "2026-11-23T07:00:00.000Z",
         *         "last_signed_in_at": "2026-11-23T08:15:00.000Z"
         *       },
         *       "second_factor": {
         *         "is_active": true,
         *         "is_missing": false,
         *         "recovery_codes_left": 9
         *       }
         *     }
         */
        Account: {
            user: components["schemas"]["User"];
            second_factor: {
                is_active: boolean;
                /** @description The role demands one, and none is set up */
                is_missing: boolean;
                recovery_codes_left: number;
            };
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *       "image_id": "0192f0a0-4c1e-7a3b-9d52-000000000002",
         *       "status": "ok",
         *       "reason": null,
         *       "shear_percent": 41.7,
         *       "lower": 33.2,
         *       "upper": 50.4,
         *       "interval_level": 0.9,
         *       "bbox": [
         *         610,
         *         402,
         *         1371,
         *         1140
         *       ],
         *       "outline": [
         *         [
         *           612,
         *           410
         *         ],
         *         [
         *           1979,
         *           404
         *         ],
         *         [
         *           1981,
         *           1540
         *         ],
         *         [
         *           610,
         *           1538
         *         ]
         *       ],
         *       "notch_side": "top",
         *       "px_per_mm": 136.9,
         *       "detection_confidence": 0.98,
         *       "flags": [
         *         {
         *           "code": "glare",
         *           "severity": "warning",
         *           "detail": "Light is reflected; turn the specimen a little."
         *         }
         *       ],
         *       "has_map": true,
         *       "model": {
         *         "version": "1.0.0",
         *         "digest": "9372c470eeadd5ecd9c3c74c2b3cb633f8e2f2fad799250a0f70d652b6b825e4"
         *       },
         *       "pipeline_version": "1",
         *       "elapsed_ms": 214,
         *       "analysed_by": "ann",
         *       "created_at": "2026-11-23T08:16:03.000Z",
         *       "label": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000004",
         *         "analysis_id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *         "shear_percent": 45,
         *         "decision": "corrected",
         *         "notes": "shear lip on the left is wider",
         *         "technician": "ann",
         *         "predicted_percent": 41.7,
         *         "predicted_by": "1.0.0",
         *         "learned_in": null,
         *         "held_out": false,
         *         "created_at": "2026-11-23T08:17:30.000Z"
         *       }
         *     }
         */
        Analysis: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            image_id: string;
            status: components["schemas"]["AnalysisStatus"];
            reason: string | null;
            shear_percent: number | null;
            lower: number | null;
            upper: number | null;
            /** @description Nominal coverage, e.g. 0.9 */
            interval_level: number;
            bbox: number[] | null;
            outline: number[][] | null;
            notch_side: ("top" | "right" | "bottom" | "left") | null;
            px_per_mm: number | null;
            detection_confidence: number | null;
            flags: components["schemas"]["QualityFlag"][];
            /** @description Whether /analyses/{id}/map and /overlay exist */
            has_map: boolean;
            model: components["schemas"]["ModelReference"];
            pipeline_version: string;
            elapsed_ms: number;
            /** @description Username of whoever asked for it */
            analysed_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            label: components["schemas"]["Label"] | null;
        };
        /** @enum {string} */
        AnalysisStatus: "ok" | "no-face" | "poor";
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000008",
         *       "name": "line 3 camera",
         *       "prefix": "mlmcsc_Kb7x2P",
         *       "scopes": [
         *         "read",
         *         "measure"
         *       ],
         *       "created_at": "2026-11-23T08:15:00.000Z",
         *       "expires_at": "2027-02-21T08:15:00.000Z",
         *       "last_used_at": null
         *     }
         */
        ApiKey: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            name: string;
            /** @description Beginning of the secret, to tell keys apart */
            prefix: string;
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            expires_at: string;
            last_used_at: string | null;
        };
        /**
         * @description What a key may be used for, always within its owner’s role
         * @enum {string}
         */
        ApiKeyScope: "read" | "measure" | "label" | "records" | "jobs" | "models" | "admin";
        /**
         * @example {
         *       "position": 4711,
         *       "at": "2026-11-23T08:17:30.000Z",
         *       "action": "label.submitted",
         *       "actor": {
         *         "kind": "user",
         *         "person": "person:5f0c9a1be277",
         *         "name": "ann",
         *         "api_key": null,
         *         "address": "192.0.2.17"
         *       },
         *       "subject": {
         *         "kind": "analysis",
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *         "name": null
         *       },
         *       "request_id": "0b54f9a2c1d84e57",
         *       "details": {
         *         "label_id": "0192f0a0-4c1e-7a3b-9d52-000000000004",
         *         "shear_percent": 45,
         *         "decision": "corrected"
         *       },
         *       "hash": "923fe53966c6cd9343e11af776cd4b05be315ea4b200b02e4d5dfb0f929b73bf"
         *     }
         */
        AuditEntry: {
            /** @description Without gaps, in the order of commits */
            position: number;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            at: string;
            /** @description Dotted name, e.g. `label.submitted` */
            action: string;
            actor: {
                /** @enum {string} */
                kind: "user" | "api-key" | "system" | "anonymous";
                person: string | null;
                name: string | null;
                api_key: string | null;
                address: string | null;
            };
            subject: {
                /** @description e.g. `analysis`, `job`, `model`, `user` */
                kind: string;
                /** @description Identifier; of a user the pseudonym */
                id: string;
                name: string | null;
            } | null;
            request_id: string | null;
            /** @description Depends on the action */
            details: {
                [key: string]: unknown;
            };
            /** @description SHA-256, lower-case hexadecimal */
            hash: string;
        };
        /**
         * @example {
         *       "position": 4711,
         *       "hash": "923fe53966c6cd9343e11af776cd4b05be315ea4b200b02e4d5dfb0f929b73bf"
         *     }
         */
        AuditHead: {
            /** @description 0 while nothing is recorded */
            position: number;
            /** @description SHA-256, lower-case hexadecimal */
            hash: string;
        };
        /**
         * @example {
         *       "is_unbroken": true,
         *       "entries": 4711,
         *       "erased": 0,
         *       "head": {
         *         "position": 4711,
         *         "hash": "923fe53966c6cd9343e11af776cd4b05be315ea4b200b02e4d5dfb0f929b73bf"
         *       },
         *       "broken": null
         *     }
         */
        AuditVerification: {
            is_unbroken: boolean;
            /** @description As they were written, from the first on */
            entries: number;
            /** @description Names or addresses that were erased */
            erased: number;
            head: {
                position: number;
                /** @description SHA-256, lower-case hexadecimal */
                hash: string;
            } | null;
            broken: {
                position: number;
                reason: string;
            } | null;
        };
        /**
         * @example {
         *       "overall": {
         *         "count": 57,
         *         "mae": 4.1,
         *         "rmse": 5.6,
         *         "bias": -0.4,
         *         "within_5": 0.68,
         *         "within_10": 0.93,
         *         "interval_coverage": 0.91,
         *         "interval_width": 17.3
         *       },
         *       "bands": {
         *         "0-20": {
         *           "count": 14,
         *           "mae": 3.1,
         *           "bias": 0.8
         *         },
         *         "20-80": {
         *           "count": 31,
         *           "mae": 5.2,
         *           "bias": -0.6
         *         },
         *         "80-100": {
         *           "count": 12,
         *           "mae": 2.4,
         *           "bias": -1.3
         *         }
         *       }
         *     }
         */
        BandedFigures: {
            overall: components["schemas"]["ErrorFigures"];
            /** @description By true percent shear */
            bands: {
                "0-20": {
                    count: number;
                    mae: number | null;
                    bias: number | null;
                };
                "20-80": {
                    count: number;
                    mae: number | null;
                    bias: number | null;
                };
                "80-100": {
                    count: number;
                    mae: number | null;
                    bias: number | null;
                };
            };
        };
        /**
         * @example {
         *       "grade": "X60",
         *       "reason": "certificate of the mill"
         *     }
         */
        ChangeHeatRequest: {
            /** @description Heat or cast number, unique */
            name?: string;
            grade?: string | null;
            product?: string | null;
            thickness_mm?: number | null;
            notes?: string | null;
            /** @description Why it is changed; kept in the history */
            reason?: string;
        };
        /**
         * @example {
         *       "current_password": "correct horse battery staple",
         *       "new_password": "four unrelated words here"
         *     }
         */
        ChangePasswordRequest: {
            current_password: string;
            /** @description 12 to 200 characters, not a common one */
            new_password: string;
        };
        /**
         * @example {
         *       "cron": "17 3 * * *",
         *       "time_zone": "Europe/Berlin",
         *       "is_enabled": true
         *     }
         */
        ChangeScheduleRequest: {
            /** @description `minute hour day month weekday` with `*`, lists, ranges and steps; 0 and 7 are Sunday */
            cron: string;
            /** @description Name in the time zone database, e.g. `Europe/Berlin` */
            time_zone: string;
            is_enabled: boolean;
        };
        /**
         * @example {
         *       "status": "closed"
         *     }
         */
        ChangeSeriesRequest: {
            /** @description Number or title of the series, unique */
            name?: string;
            client?: string | null;
            project?: string | null;
            heat_id?: string | null;
            machine_id?: string | null;
            standard?: components["schemas"]["TestStandard"];
            edition?: string | null;
            /** @enum {string} */
            notch?: "V" | "U" | "none";
            orientation?: string | null;
            location?: string | null;
            acceptance?: components["schemas"]["AcceptanceRule"] | null;
            rounding?: components["schemas"]["RoundingRule"];
            status?: components["schemas"]["SeriesStatus"];
            notes?: string | null;
            /** @description Why it is changed; kept in the history */
            reason?: string;
        };
        /**
         * @example {
         *       "energy": {
         *         "value": 41.5,
         *         "unit": "J"
         *       },
         *       "reason": "misread"
         *     }
         */
        ChangeSpecimenRequest: {
            /** @description Identifier or barcode of the bar, unique in the laboratory */
            identifier?: string;
            series_id?: string | null;
            heat_id?: string | null;
            machine_id?: string | null;
            /** @description Width along the notch, mm: 10, or 7.5, 6.7, 5, 3.3, 2.5 for sub-size */
            width_mm?: number;
            /** @description Height in the direction of the blow, mm */
            height_mm?: number;
            /** @description Depth of the notch, mm */
            notch_depth_mm?: number;
            /** @description It did not break in two */
            is_unbroken?: boolean;
            abnormality?: string | null;
            tester?: string | null;
            tested_at?: string | null;
            notes?: string | null;
            temperature?: {
                /** @description Test temperature */
                value: number;
                /** @enum {string} */
                unit: "degC" | "degF";
            } | null;
            energy?: {
                /** @description Absorbed energy */
                value: number;
                /** @enum {string} */
                unit: "J" | "ft-lbf";
            } | null;
            lateral_expansion?: components["schemas"]["EnteredLateralExpansion"] | null;
            shear?: components["schemas"]["EnteredShear"] | null;
            /** @description Why it is changed; kept in the history */
            reason?: string;
        };
        /**
         * @example {
         *       "verified_on": "2027-02-08",
         *       "verification_due_on": "2028-02-08"
         *     }
         */
        ChangeTestMachineRequest: {
            /** @description Name or number of the machine, unique */
            name?: string;
            maker?: string | null;
            serial_number?: string | null;
            /** @description Nominal energy, J */
            capacity_j?: number;
            /** @description Radius of the striking edge, mm: energies are KV2 or KV8 */
            striker_mm?: 2 | 8;
            verified_on?: string | null;
            verification_due_on?: string | null;
            is_retired?: boolean;
            notes?: string | null;
            /** @description Why it is changed; kept in the history */
            reason?: string;
        };
        /**
         * @example {
         *       "role": "reviewer"
         *     }
         */
        ChangeUserRequest: {
            role?: components["schemas"]["Role"];
            display_name?: string;
        };
        /**
         * @example {
         *       "is_enabled": false
         *     }
         */
        ChangeWebhookRequest: {
            /** @description HTTPS address that takes the events */
            url?: string;
            event_types?: components["schemas"]["WebhookEventType"][];
            description?: string | null;
            is_enabled?: boolean;
        };
        /**
         * @example {
         *       "file_name": "S-0412-A.jpg",
         *       "sha256": "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d",
         *       "specimen": "S-0412-A",
         *       "width_mm": 10
         *     }
         */
        CompleteUploadRequest: {
            /** @description For display only */
            file_name: string;
            /** @description SHA-256, lower-case hexadecimal */
            sha256?: string;
            /** @description Specimen identifier */
            specimen?: string;
            /** @description Heat (cast) identifier */
            heat?: string;
            /** @description Half of the broken bar */
            half?: 1 | 2;
            /** @description Specimen width W in mm (10, 7.5, 6.7, 5, 3.3, 2.5) */
            width_mm?: number;
            /** @description Stored calibration, pixels per mm */
            px_per_mm?: number;
        };
        /**
         * @example {
         *       "strategy": "batch"
         *     }
         */
        ConfigureLearningRequest: {
            strategy: components["schemas"]["UpdateStrategy"];
        };
        /**
         * @example {
         *       "code": "492039"
         *     }
         */
        ConfirmSecondFactorRequest: {
            /** @description Six digits, or a recovery code */
            code: string;
        };
        /**
         * @example {
         *       "current_password": "correct horse battery staple"
         *     }
         */
        ConfirmWithPassword: {
            current_password: string;
        };
        /**
         * @example {
         *       "url": "https://s3.lab.example/mlmcsc/sha256/9f/86/9f86…?X-Amz-Expires=300&X-Amz-Signature=…",
         *       "expires_at": "2026-11-18T09:41:12.000Z"
         *     }
         */
        ContentLink: {
            /** @description An address of the object store, or a path of this server */
            url: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            expires_at: string;
        };
        /**
         * @example {
         *       "image_id": "0192f0a0-4c1e-7a3b-9d52-000000000002"
         *     }
         */
        CreateAnalysisRequest: {
            /**
             * Format: uuid
             * @description UUID
             */
            image_id: string;
        };
        /**
         * @example {
         *       "name": "line 3 camera",
         *       "scopes": [
         *         "read",
         *         "measure"
         *       ],
         *       "expires_in_days": 90
         *     }
         */
        CreateApiKeyRequest: {
            name: string;
            scopes: components["schemas"]["ApiKeyScope"][];
            /** @default 90 */
            expires_in_days?: number;
        };
        /**
         * @example {
         *       "description": "round robin 2026",
         *       "filter": {
         *         "heat": "H4711",
         *         "from": "2026-11-23T00:00:00.000Z",
         *         "held_out": false
         *       }
         *     }
         */
        CreateDatasetRequest: {
            filter?: components["schemas"]["DatasetFilter"];
            description?: string | null;
        };
        /**
         * @example {
         *       "name": "H4711",
         *       "grade": "X52",
         *       "product": "pipe",
         *       "thickness_mm": 12.7
         *     }
         */
        CreateHeatRequest: {
            /** @description Heat or cast number, unique */
            name: string;
            grade?: string | null;
            product?: string | null;
            thickness_mm?: number | null;
            notes?: string | null;
        };
        /**
         * @example {
         *       "kind": "analysis.batch.v1",
         *       "image_ids": [
         *         "0192f0a0-4c1e-7a3b-9d52-000000000002"
         *       ]
         *     }
         */
        CreateJobRequest: {
            /** @enum {string} */
            kind: "analysis.batch.v1";
            image_ids: string[];
            priority?: components["schemas"]["JobPriority"];
        } | {
            /** @enum {string} */
            kind: "model.retrain.v1";
            priority?: components["schemas"]["JobPriority"];
        };
        /**
         * @example {
         *       "analysis_id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *       "shear_percent": 45,
         *       "notes": "wider shear lip"
         *     }
         */
        CreateLabelRequest: {
            /**
             * Format: uuid
             * @description UUID
             */
            analysis_id: string;
            /** @description Percent shear (SFA), 0–100, unrounded */
            shear_percent: number;
            notes?: string;
        };
        /**
         * @example {
         *       "name": "2026-118",
         *       "standard": "ISO 148-1",
         *       "edition": "2016",
         *       "client": "Pipe works",
         *       "heat_id": "0192f0a0-4c1e-7a3b-9d52-0000000000b1",
         *       "machine_id": "0192f0a0-4c1e-7a3b-9d52-0000000000b2",
         *       "orientation": "Y-X",
         *       "location": "1/4 t",
         *       "acceptance": {
         *         "clause": "Order 17, 4.2",
         *         "temperature_celsius": 0,
         *         "energy_j": {
         *           "minimum_mean": 27,
         *           "minimum_single": 19,
         *           "most_below_mean": 1,
         *           "scales_with_width": true
         *         },
         *         "lateral_expansion_mm": null,
         *         "shear_percent": {
         *           "minimum_mean": 85,
         *           "minimum_single": null
         *         }
         *       }
         *     }
         */
        CreateSeriesRequest: {
            /** @description Number or title of the series, unique */
            name: string;
            standard: components["schemas"]["TestStandard"];
            client?: string | null;
            project?: string | null;
            heat_id?: string | null;
            machine_id?: string | null;
            edition?: string | null;
            /** @enum {string} */
            notch?: "V" | "U" | "none";
            orientation?: string | null;
            location?: string | null;
            acceptance?: components["schemas"]["AcceptanceRule"] | null;
            rounding?: components["schemas"]["RoundingRule"];
            status?: components["schemas"]["SeriesStatus"];
            notes?: string | null;
        };
        /**
         * @example {
         *       "identifier": "H4711-03",
         *       "series_id": "0192f0a0-4c1e-7a3b-9d52-0000000000b3",
         *       "temperature": {
         *         "value": 0,
         *         "unit": "degC"
         *       },
         *       "energy": {
         *         "value": 41.5,
         *         "unit": "J"
         *       },
         *       "lateral_expansion": {
         *         "basis": "gauge",
         *         "lips": {
         *           "half1": {
         *             "side1": 0.42,
         *             "side2": 0.38
         *           },
         *           "half2": {
         *             "side1": 0.4,
         *             "side2": 0.45
         *           }
         *         }
         *       },
         *       "shear": {
         *         "method": "a-x-b",
         *         "a_mm": 5,
         *         "b_mm": 4
         *       }
         *     }
         */
        CreateSpecimenRequest: {
            /** @description Identifier or barcode of the bar, unique in the laboratory */
            identifier: string;
            series_id?: string | null;
            heat_id?: string | null;
            machine_id?: string | null;
            /** @description Width along the notch, mm: 10, or 7.5, 6.7, 5, 3.3, 2.5 for sub-size */
            width_mm?: number;
            /** @description Height in the direction of the blow, mm */
            height_mm?: number;
            /** @description Depth of the notch, mm */
            notch_depth_mm?: number;
            /** @description It did not break in two */
            is_unbroken?: boolean;
            abnormality?: string | null;
            tester?: string | null;
            tested_at?: string | null;
            notes?: string | null;
            temperature?: {
                /** @description Test temperature */
                value: number;
                /** @enum {string} */
                unit: "degC" | "degF";
            } | null;
            energy?: {
                /** @description Absorbed energy */
                value: number;
                /** @enum {string} */
                unit: "J" | "ft-lbf";
            } | null;
            lateral_expansion?: components["schemas"]["EnteredLateralExpansion"] | null;
            shear?: components["schemas"]["EnteredShear"] | null;
        };
        /**
         * @example {
         *       "name": "Pendulum 1",
         *       "capacity_j": 450,
         *       "striker_mm": 8,
         *       "verified_on": "2026-02-10",
         *       "verification_due_on": "2027-02-10"
         *     }
         */
        CreateTestMachineRequest: {
            /** @description Name or number of the machine, unique */
            name: string;
            /** @description Nominal energy, J */
            capacity_j: number;
            /** @description Radius of the striking edge, mm: energies are KV2 or KV8 */
            striker_mm: 2 | 8;
            maker?: string | null;
            serial_number?: string | null;
            verified_on?: string | null;
            verification_due_on?: string | null;
            is_retired?: boolean;
            notes?: string | null;
        };
        /**
         * @example {
         *       "url": "https://lims.example/hooks/mlmcsc",
         *       "event_types": [
         *         "analysis.completed",
         *         "label.submitted"
         *       ]
         *     }
         */
        CreateWebhookRequest: {
            /** @description HTTPS address that takes the events */
            url: string;
            event_types: components["schemas"]["WebhookEventType"][];
            description?: string | null;
        };
        /**
         * @example {
         *       "key": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000008",
         *         "name": "line 3 camera",
         *         "prefix": "mlmcsc_Kb7x2P",
         *         "scopes": [
         *           "read",
         *           "measure"
         *         ],
         *         "created_at": "2026-11-23T08:15:00.000Z",
         *         "expires_at": "2027-02-21T08:15:00.000Z",
         *         "last_used_at": null
         *       },
         *       "secret": "mlmcsc_<40 characters and a checksum>"
         *     }
         */
        CreatedApiKey: {
            key: components["schemas"]["ApiKey"];
            /** @description Shown only now */
            secret: string;
        };
        /**
         * @example {
         *       "digest": "b277fd623676a525c29b9eb155afc8c9010681814ceafb2d7627f47b9a232576",
         *       "kind": "labels",
         *       "source": "created",
         *       "format": 2,
         *       "parent_digest": null,
         *       "items": 1203,
         *       "held_out": 241,
         *       "manifest_bytes": 643127,
         *       "summary": {
         *         "low": 310,
         *         "middle": 588,
         *         "high": 305,
         *         "technicians": 4,
         *         "accepted": 702,
         *         "painted": 25,
         *         "picture_bytes": 2214180233
         *       },
         *       "description": "round robin 2026",
         *       "filter": {
         *         "heat": "H4711"
         *       },
         *       "created_by": "eve",
         *       "created_at": "2026-11-23T08:30:00.000Z"
         *     }
         */
        Dataset: {
            /** @description SHA-256, lower-case hexadecimal */
            digest: string;
            kind: components["schemas"]["DatasetKind"];
            /**
             * @description Made here, or brought from another installation
             * @enum {string}
             */
            source: "created" | "imported";
            /** @description Of the manifest */
            format: number;
            parent_digest: string | null;
            /** @description Labelled pictures, with those of what it continues */
            items: number;
            /** @description Of them, those that judge models and never teach */
            held_out: number;
            manifest_bytes: number;
            summary: components["schemas"]["DatasetSummary"] | null;
            description: string | null;
            filter: components["schemas"]["DatasetFilter"] | null;
            created_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
        };
        /**
         * @example {
         *       "sha256": "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d",
         *       "media_type": "image/jpeg",
         *       "size_bytes": 1843201,
         *       "width_px": 2592,
         *       "height_px": 1944,
         *       "file_name": "H4711-03.jpg",
         *       "specimen": "H4711-03",
         *       "heat": "H4711",
         *       "width_mm": 10,
         *       "px_per_mm": null,
         *       "label_id": "0192f0a0-4c1e-7a3b-9d52-000000000004",
         *       "shear_percent": 45,
         *       "decision": "corrected",
         *       "labelled_at": "2026-11-23T08:17:30.000Z",
         *       "technician": "person:5f0c9a1be277",
         *       "split_group": "specimen:h4711/h4711-03",
         *       "held_out": false,
         *       "regions": {
         *         "sha256": "a54e5638bbc34d80ddd34634760fe0db2bbbb301bc97675112c21df61eefdb63",
         *         "size_bytes": 31022,
         *         "painted_by": "person:5f0c9a1be277",
         *         "painted_at": "2026-11-23T08:18:10.000Z"
         *       }
         *     }
         */
        DatasetEntry: {
            /** @description SHA-256, lower-case hexadecimal */
            sha256: string;
            media_type: string;
            size_bytes: number;
            width_px: number | null;
            height_px: number | null;
            file_name: string | null;
            specimen: string | null;
            heat: string | null;
            width_mm: number | null;
            px_per_mm: number | null;
            /**
             * Format: uuid
             * @description UUID
             */
            label_id: string;
            /** @description Percent shear (SFA), 0–100, unrounded */
            shear_percent: number;
            /** @enum {string} */
            decision: "accepted" | "corrected";
            /** @description Pseudonym */
            technician: string;
            labelled_at: string | null;
            /** @description What stays on one side of a split */
            split_group: string;
            held_out: boolean;
            regions: {
                /** @description SHA-256, lower-case hexadecimal */
                sha256: string;
                size_bytes: number;
                /** @description Pseudonym */
                painted_by: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant, UTC
                 */
                painted_at: string;
            } | null;
        };
        DatasetFilter: {
            heat?: string;
            specimen?: string;
            /** @description User name or pseudonym */
            technician?: string;
            /**
             * Format: date-time
             * @description Labelled at this instant or later
             */
            from?: string;
            /**
             * Format: date-time
             * @description Labelled before this instant
             */
            to?: string;
            /** @description Percent shear (SFA), 0–100, unrounded */
            shear_min?: number;
            /** @description Percent shear (SFA), 0–100, unrounded */
            shear_max?: number;
            width_mm?: number;
            /** @description true: only what judges models; false: only what teaches */
            held_out?: boolean;
        };
        /**
         * @description `labels`: what was labelled at a moment; `training`: exactly what one model learned, in the order of learning
         * @enum {string}
         */
        DatasetKind: "labels" | "training";
        DatasetSummary: {
            /** @description Labels below 20 percent shear */
            low: number;
            /** @description From 20 to 80 */
            middle: number;
            /** @description Above 80 */
            high: number;
            /** @description How many people labelled */
            technicians: number;
            /** @description Labels that accept the measured value */
            accepted: number;
            /** @description Pictures with painted regions */
            painted: number;
            picture_bytes: number;
        };
        /**
         * @example {
         *       "changed": 12,
         *       "has_more": false
         *     }
         */
        DeadJobsOutcome: {
            changed: number;
            /** @description More are left: send the same request again */
            has_more: boolean;
        };
        /**
         * @example {
         *       "decision": "approved"
         *     }
         */
        DecidePromotionRequest: {
            /** @enum {string} */
            decision: "approved" | "declined";
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-0000000000b1",
         *       "from_version": "1.0.0",
         *       "to_version": "1.0.0+57.1a2b3c4d",
         *       "kind": "promoted",
         *       "reason": "Better on X52.",
         *       "deployed_by": "eve",
         *       "approved_by": "max",
         *       "deployed_at": "2026-11-23T08:20:00.000Z"
         *     }
         */
        Deployment: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            from_version: string | null;
            to_version: string;
            /**
             * @description `automatic`: by the gate or with a release; the others: by a person
             * @enum {string}
             */
            kind: "automatic" | "promoted" | "rolled-back";
            reason: string;
            deployed_by: string;
            approved_by: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            deployed_at: string;
        };
        /**
         * @example {
         *       "kind": "analysis.batch.v1",
         *       "reason": "The camera was out of focus all morning."
         *     }
         */
        DiscardDeadJobsRequest: {
            kind?: components["schemas"]["JobKind"];
            /**
             * Format: date-time
             * @description Only jobs that died before; now when left out
             */
            before?: string;
            reason: string;
        };
        /** @description With the basis `gauge` the lips are sent and the value follows; otherwise the value is sent */
        EnteredLateralExpansion: {
            /**
             * @description `gauge`: from the lips of both halves; `entered`: as told; `estimated`: from the outline of a picture, no reading
             * @enum {string}
             */
            basis: "gauge" | "entered" | "estimated";
            /** @description Lateral expansion, mm */
            mm?: number;
            lips?: components["schemas"]["Lips"];
        };
        /** @description Either the value itself, or A and B (`a-x-b`), or labels of its pictures (`image-analysis`), from which it follows */
        EnteredShear: {
            method: components["schemas"]["ShearMethod"];
            /** @description Percent shear (SFA), 0–100, unrounded */
            percent?: number;
            /**
             * @description `nominal`: width × 8 mm; `measured`: the deformed outline
             * @enum {string}
             */
            reference_area?: "nominal" | "measured";
            /** @description A: mean length of the cleavage along the notch, mm */
            a_mm?: number;
            /** @description B: mean depth of the cleavage, mm */
            b_mm?: number;
            /** @description Labels of pictures of this specimen whose mean is the value; one of each half */
            label_ids?: string[];
        };
        /**
         * @example {
         *       "confirm": "ann"
         *     }
         */
        ErasePersonRequest: {
            /** @description The user name once more; it cannot be undone */
            confirm: string;
        };
        /**
         * @example {
         *       "pseudonym": "person:5f0c9a1be277",
         *       "rows": {
         *         "labels.technician": 57,
         *         "auth_user": 1
         *       }
         *     }
         */
        Erasure: {
            /** @description Stands in the place of the name from now on */
            pseudonym: string;
            /** @description Rows changed or deleted, by table */
            rows: {
                [key: string]: number;
            };
        };
        ErrorFigures: {
            count: number;
            mae: number | null;
            rmse: number | null;
            bias: number | null;
            within_5: number | null;
            within_10: number | null;
            interval_coverage: number | null;
            interval_width: number | null;
        };
        /**
         * @example {
         *       "gold_set": {
         *         "champion": {
         *           "overall": {
         *             "count": 57,
         *             "mae": 4.1,
         *             "rmse": 5.6,
         *             "bias": -0.4,
         *             "within_5": 0.68,
         *             "within_10": 0.93,
         *             "interval_coverage": 0.91,
         *             "interval_width": 17.3
         *           },
         *           "bands": {
         *             "0-20": {
         *               "count": 14,
         *               "mae": 3.1,
         *               "bias": 0.8
         *             },
         *             "20-80": {
         *               "count": 31,
         *               "mae": 5.2,
         *               "bias": -0.6
         *             },
         *             "80-100": {
         *               "count": 12,
         *               "mae": 2.4,
         *               "bias": -1.3
         *             }
         *           }
         *         },
         *         "candidate": {
         *           "overall": {
         *             "count": 57,
         *             "mae": 4.1,
         *             "rmse": 5.6,
         *             "bias": -0.4,
         *             "within_5": 0.68,
         *             "within_10": 0.93,
         *             "interval_coverage": 0.91,
         *             "interval_width": 17.3
         *           },
         *           "bands": {
         *             "0-20": {
         *               "count": 14,
         *               "mae": 3.1,
         *               "bias": 0.8
         *             },
         *             "20-80": {
         *               "count": 31,
         *               "mae": 5.2,
         *               "bias": -0.6
         *             },
         *             "80-100": {
         *               "count": 12,
         *               "mae": 2.4,
         *               "bias": -1.3
         *             }
         *           }
         *         }
         *       },
         *       "recent_labels": {
         *         "champion": {
         *           "overall": {
         *             "count": 57,
         *             "mae": 4.1,
         *             "rmse": 5.6,
         *             "bias": -0.4,
         *             "within_5": 0.68,
         *             "within_10": 0.93,
         *             "interval_coverage": 0.91,
         *             "interval_width": 17.3
         *           },
         *           "bands": {
         *             "0-20": {
         *               "count": 14,
         *               "mae": 3.1,
         *               "bias": 0.8
         *             },
         *             "20-80": {
         *               "count": 31,
         *               "mae": 5.2,
         *               "bias": -0.6
         *             },
         *             "80-100": {
         *               "count": 12,
         *               "mae": 2.4,
         *               "bias": -1.3
         *             }
         *           }
         *         },
         *         "candidate": {
         *           "overall": {
         *             "count": 57,
         *             "mae": 4.1,
         *             "rmse": 5.6,
         *             "bias": -0.4,
         *             "within_5": 0.68,
         *             "within_10": 0.93,
         *             "interval_coverage": 0.91,
         *             "interval_width": 17.3
         *           },
         *           "bands": {
         *             "0-20": {
         *               "count": 14,
         *               "mae": 3.1,
         *               "bias": 0.8
         *             },
         *             "20-80": {
         *               "count": 31,
         *               "mae": 5.2,
         *               "bias": -0.6
         *             },
         *             "80-100": {
         *               "count": 12,
         *               "mae": 2.4,
         *               "bias": -1.3
         *             }
         *           }
         *         }
         *       }
         *     }
         */
        GateFigures: {
            gold_set: {
                champion: components["schemas"]["BandedFigures"];
                candidate: components["schemas"]["BandedFigures"];
            };
            recent_labels: {
                champion: components["schemas"]["BandedFigures"];
                candidate: components["schemas"]["BandedFigures"];
            };
        };
        /** @description Half of the broken bar */
        Half: 1 | 2;
        /**
         * @example {
         *       "status": "ok",
         *       "checks": [
         *         {
         *           "name": "database",
         *           "ok": true
         *         }
         *       ]
         *     }
         */
        Health: {
            /**
             * @description `degraded`: requests are carried out, but something that may be missing is
             * @enum {string}
             */
            status: "ok" | "degraded" | "unavailable";
            checks: components["schemas"]["HealthCheck"][];
        };
        HealthCheck: {
            /** @description `database`, `objects`, `champion` or `cache` */
            name: string;
            ok: boolean;
            /** @description Why not, without internals */
            detail?: string;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-0000000000b1",
         *       "name": "H4711",
         *       "grade": "X52",
         *       "product": "pipe",
         *       "thickness_mm": 12.7,
         *       "notes": null,
         *       "revision": 1,
         *       "created_by": "ann",
         *       "created_at": "2026-11-23T08:10:00.000Z",
         *       "updated_by": "ann",
         *       "updated_at": "2026-11-23T08:10:00.000Z"
         *     }
         */
        Heat: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description Heat or cast number, unique */
            name: string;
            grade: string | null;
            product: string | null;
            thickness_mm: number | null;
            notes: string | null;
            /** @description Grows by one with every change */
            revision: number;
            /** @description Username */
            created_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            /** @description Username */
            updated_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "analysis": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *         "image_id": "0192f0a0-4c1e-7a3b-9d52-000000000002",
         *         "status": "ok",
         *         "reason": null,
         *         "shear_percent": 41.7,
         *         "lower": 33.2,
         *         "upper": 50.4,
         *         "interval_level": 0.9,
         *         "bbox": [
         *           610,
         *           402,
         *           1371,
         *           1140
         *         ],
         *         "outline": [
         *           [
         *             612,
         *             410
         *           ],
         *           [
         *             1979,
         *             404
         *           ],
         *           [
         *             1981,
         *             1540
         *           ],
         *           [
         *             610,
         *             1538
         *           ]
         *         ],
         *         "notch_side": "top",
         *         "px_per_mm": 136.9,
         *         "detection_confidence": 0.98,
         *         "flags": [
         *           {
         *             "code": "glare",
         *             "severity": "warning",
         *             "detail": "Light is reflected; turn the specimen a little."
         *           }
         *         ],
         *         "has_map": true,
         *         "model": {
         *           "version": "1.0.0",
         *           "digest": "9372c470eeadd5ecd9c3c74c2b3cb633f8e2f2fad799250a0f70d652b6b825e4"
         *         },
         *         "pipeline_version": "1",
         *         "elapsed_ms": 214,
         *         "analysed_by": "ann",
         *         "created_at": "2026-11-23T08:16:03.000Z",
         *         "label": {
         *           "id": "0192f0a0-4c1e-7a3b-9d52-000000000004",
         *           "analysis_id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *           "shear_percent": 45,
         *           "decision": "corrected",
         *           "notes": "shear lip on the left is wider",
         *           "technician": "ann",
         *           "predicted_percent": 41.7,
         *           "predicted_by": "1.0.0",
         *           "learned_in": null,
         *           "held_out": false,
         *           "created_at": "2026-11-23T08:17:30.000Z"
         *         }
         *       },
         *       "image": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000002",
         *         "sha256": "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d",
         *         "file_name": "H4711-03.jpg",
         *         "media_type": "image/jpeg",
         *         "size_bytes": 1843201,
         *         "width_px": 2592,
         *         "height_px": 1944,
         *         "specimen": "H4711-03",
         *         "heat": "H4711",
         *         "half": 1,
         *         "width_mm": 10,
         *         "px_per_mm": null,
         *         "uploaded_by": "ann",
         *         "uploaded_at": "2026-11-23T08:16:02.000Z"
         *       }
         *     }
         */
        HistoryItem: {
            analysis: components["schemas"]["Analysis"];
            image: components["schemas"]["Image"];
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000002",
         *       "sha256": "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d",
         *       "file_name": "H4711-03.jpg",
         *       "media_type": "image/jpeg",
         *       "size_bytes": 1843201,
         *       "width_px": 2592,
         *       "height_px": 1944,
         *       "specimen": "H4711-03",
         *       "heat": "H4711",
         *       "half": 1,
         *       "width_mm": 10,
         *       "px_per_mm": null,
         *       "uploaded_by": "ann",
         *       "uploaded_at": "2026-11-23T08:16:02.000Z"
         *     }
         */
        Image: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description SHA-256, lower-case hexadecimal */
            sha256: string;
            /** @description Name given by the uploader; display only, never a path */
            file_name: string;
            media_type: string;
            size_bytes: number;
            /** @description After applying the EXIF orientation */
            width_px: number;
            height_px: number;
            specimen: string | null;
            heat: string | null;
            half: (1 | 2) | null;
            width_mm: number | null;
            px_per_mm: number | null;
            /** @description Username */
            uploaded_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            uploaded_at: string;
        };
        /**
         * @example {
         *       "upload_id": "0192f0a0-4c1e-7a3b-9d52-0000000000a2"
         *     }
         */
        ImportDatasetRequest: {
            /**
             * Format: uuid
             * @description UUID
             */
            upload_id: string;
        };
        /**
         * @example {
         *       "error": "This picture cannot be read: The file ends early."
         *     }
         */
        InferenceError: {
            error: string;
        };
        InferenceInput: {
            /**
             * @description `image` is needed; the others tell what is known about each picture
             * @enum {string}
             */
            name: "image" | "specimen" | "width_mm" | "px_per_mm";
            /** @description `[n]` or `[n, 1]` for n pictures */
            shape: number[];
            /**
             * @description `BYTES` for `image` (base64 of a whole file) and `specimen`, a floating type for the rest
             * @enum {string}
             */
            datatype: "BYTES" | "FP32" | "FP64";
            /** @description Accepted as the protocol wants; none changes the answer */
            parameters?: {
                [key: string]: string | number | boolean;
            };
            data: (string | number)[];
        };
        /**
         * @example {
         *       "live": true
         *     }
         */
        InferenceLive: {
            live: boolean;
        };
        /**
         * @example {
         *       "name": "percent-shear",
         *       "versions": [
         *         "1.0.0"
         *       ],
         *       "platform": "mlmcsc",
         *       "inputs": [
         *         {
         *           "name": "image",
         *           "datatype": "BYTES",
         *           "shape": [
         *             -1
         *           ]
         *         }
         *       ],
         *       "outputs": [
         *         {
         *           "name": "shear_percent",
         *           "datatype": "FP64",
         *           "shape": [
         *             -1
         *           ]
         *         }
         *       ]
         *     }
         */
        InferenceModel: {
            name: string;
            /** @description The version that answers */
            versions: string[];
            platform: string;
            inputs: components["schemas"]["TensorMetadata"][];
            outputs: components["schemas"]["TensorMetadata"][];
        };
        /**
         * @example {
         *       "name": "percent-shear",
         *       "ready": true
         *     }
         */
        InferenceModelReady: {
            name: string;
            ready: boolean;
        };
        InferenceOutput: {
            name: string;
            shape: number[];
            /** @enum {string} */
            datatype: "FP64" | "BYTES";
            /** @description One for each picture; null where a picture has no answer, see `status` and `reason` */
            data: (number | string | null)[];
        };
        /**
         * @example {
         *       "ready": true
         *     }
         */
        InferenceReady: {
            ready: boolean;
        };
        /**
         * @example {
         *       "id": "42",
         *       "inputs": [
         *         {
         *           "name": "image",
         *           "shape": [
         *             1
         *           ],
         *           "datatype": "BYTES",
         *           "data": [
         *             "/9j/4AAQSkZJRg=="
         *           ]
         *         },
         *         {
         *           "name": "width_mm",
         *           "shape": [
         *             1
         *           ],
         *           "datatype": "FP64",
         *           "data": [
         *             10
         *           ]
         *         }
         *       ],
         *       "outputs": [
         *         {
         *           "name": "shear_percent"
         *         },
         *         {
         *           "name": "status"
         *         }
         *       ]
         *     }
         */
        InferenceRequest: {
            /** @description Comes back with the answer */
            id?: string;
            /** @description Accepted as the protocol wants; none changes the answer */
            parameters?: {
                [key: string]: string | number | boolean;
            };
            inputs: components["schemas"]["InferenceInput"][];
            /** @description Which outputs are wanted; all when left out */
            outputs?: {
                name: string;
                /** @description Accepted as the protocol wants; none changes the answer */
                parameters?: {
                    [key: string]: string | number | boolean;
                };
            }[];
        };
        /**
         * @example {
         *       "model_name": "percent-shear",
         *       "model_version": "1.0.0",
         *       "id": "42",
         *       "outputs": [
         *         {
         *           "name": "shear_percent",
         *           "shape": [
         *             1
         *           ],
         *           "datatype": "FP64",
         *           "data": [
         *             41.7
         *           ]
         *         },
         *         {
         *           "name": "status",
         *           "shape": [
         *             1
         *           ],
         *           "datatype": "BYTES",
         *           "data": [
         *             "ok"
         *           ]
         *         }
         *       ]
         *     }
         */
        InferenceResponse: {
            model_name: string;
            model_version: string;
            id?: string;
            outputs: components["schemas"]["InferenceOutput"][];
        };
        /**
         * @example {
         *       "name": "mlmcsc",
         *       "version": "0.1.0",
         *       "extensions": []
         *     }
         */
        InferenceServer: {
            name: string;
            version: string;
            extensions: string[];
        };
        /**
         * @example {
         *       "token": "wYh3k0bLr1q8Zt5XvN2cJm7PaSdFgHuEiOyTlKxQzBo"
         *     }
         */
        InspectLinkRequest: {
            token: string;
        };
        /**
         * @example {
         *       "username": "ann",
         *       "display_name": "Ann",
         *       "role": "technician"
         *     }
         */
        InviteUserRequest: {
            username: string;
            display_name?: string;
            role: components["schemas"]["Role"];
        };
        /**
         * @example {
         *       "user": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000001",
         *         "username": "ann",
         *         "display_name": "Ann",
         *         "role": "technician",
         *         "status": "invited",
         *         "has_password": false,
         *         "has_single_sign_on": false,
         *         "has_second_factor": false,
         *         "created_at": "2026-11-23T07:00:00.000Z",
         *         "last_signed_in_at": null
         *       },
         *       "link": {
         *         "purpose": "invitation",
         *         "token": "wYh3k0bLr1q8Zt5XvN2cJm7PaSdFgHuEiOyTlKxQzBo",
         *         "path": "/welcome#wYh3k0bLr1q8Zt5XvN2cJm7PaSdFgHuEiOyTlKxQzBo",
         *         "expires_at": "2026-11-30T08:15:00.000Z"
         *       }
         *     }
         */
        InvitedUser: {
            user: components["schemas"]["User"];
            link: components["schemas"]["OneTimeLink"];
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000005",
         *       "kind": "analysis.batch.v1",
         *       "state": "running",
         *       "priority": "normal",
         *       "progress": {
         *         "done": 12,
         *         "failed": 1,
         *         "total": 40
         *       },
         *       "stage": null,
         *       "attempts": 1,
         *       "max_attempts": 8,
         *       "error": null,
         *       "result": null,
         *       "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "closed_reason": null,
         *       "created_by": "ann",
         *       "created_at": "2026-11-23T08:20:00.000Z",
         *       "available_at": "2026-11-23T08:20:00.000Z",
         *       "started_at": "2026-11-23T08:20:01.000Z",
         *       "finished_at": null
         *     }
         */
        Job: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            kind: components["schemas"]["JobKind"];
            state: components["schemas"]["JobState"];
            priority: components["schemas"]["JobPriority"];
            /** @description Pictures of a batch; percent of the whole while `stage` is not null */
            progress: {
                done: number;
                failed: number;
                total: number;
            };
            stage: components["schemas"]["JobStage"] | null;
            attempts: number;
            max_attempts: number;
            error: string | null;
            result: {
                [key: string]: unknown;
            } | null;
            trace_id: string | null;
            closed_reason: string | null;
            created_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Since when it could run; lies ahead while a repetition waits
             */
            available_at: string;
            started_at: string | null;
            finished_at: string | null;
        };
        /**
         * @example {
         *       "image_id": "0192f0a0-4c1e-7a3b-9d52-000000000002",
         *       "analysis_id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *       "state": "done",
         *       "error": null
         *     }
         */
        JobItem: {
            /**
             * Format: uuid
             * @description UUID
             */
            image_id: string;
            analysis_id: string | null;
            /** @enum {string} */
            state: "waiting" | "done" | "failed";
            error: string | null;
        };
        /** @enum {string} */
        JobKind: "analysis.batch.v1" | "label.learn.v1" | "model.retrain.v1" | "maintenance.prune.v1" | "dataset.import.v1" | "dataset.verify.v1";
        /**
         * @description Order in the queue. `high` needs the role reviewer.
         * @enum {string}
         */
        JobPriority: "low" | "normal" | "high";
        /**
         * @description What the job is doing now
         * @enum {string}
         */
        JobStage: "loading" | "predicting" | "learning" | "judging";
        /**
         * @description `dead`: retries are used up; see `error`, and re-run it when the cause is mended
         * @enum {string}
         */
        JobState: "queued" | "running" | "retrying" | "completed" | "cancelled" | "dead";
        /**
         * @example {
         *       "at": "2026-11-23T08:21:00.000Z",
         *       "lanes": [
         *         {
         *           "lane": "batch",
         *           "waiting": 3,
         *           "running": 2,
         *           "dead": 1,
         *           "oldest_waiting_seconds": 41.5
         *         },
         *         {
         *           "lane": "learning",
         *           "waiting": 0,
         *           "running": 1,
         *           "dead": 0,
         *           "oldest_waiting_seconds": null
         *         },
         *         {
         *           "lane": "maintenance",
         *           "waiting": 0,
         *           "running": 0,
         *           "dead": 0,
         *           "oldest_waiting_seconds": null
         *         }
         *       ],
         *       "queues": [
         *         {
         *           "kind": "analysis.batch.v1",
         *           "priority": "normal",
         *           "queued": 2,
         *           "retrying": 1,
         *           "running": 2,
         *           "dead": 1,
         *           "oldest_waiting_seconds": 41.5
         *         },
         *         {
         *           "kind": "label.learn.v1",
         *           "priority": "normal",
         *           "queued": 0,
         *           "retrying": 0,
         *           "running": 1,
         *           "dead": 0,
         *           "oldest_waiting_seconds": null
         *         }
         *       ]
         *     }
         */
        JobStatistics: {
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            at: string;
            /** @description Every lane; workers have slots for each */
            lanes: {
                /** @enum {string} */
                lane: "batch" | "learning" | "maintenance";
                /** @description Queued or retrying */
                waiting: number;
                running: number;
                dead: number;
                oldest_waiting_seconds: number | null;
            }[];
            /** @description Kinds and priorities that have any */
            queues: {
                kind: components["schemas"]["JobKind"];
                priority: components["schemas"]["JobPriority"];
                queued: number;
                retrying: number;
                running: number;
                dead: number;
                oldest_waiting_seconds: number | null;
            }[];
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000004",
         *       "analysis_id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *       "shear_percent": 45,
         *       "decision": "corrected",
         *       "notes": "shear lip on the left is wider",
         *       "technician": "ann",
         *       "predicted_percent": 41.7,
         *       "predicted_by": "1.0.0",
         *       "learned_in": null,
         *       "held_out": false,
         *       "created_at": "2026-11-23T08:17:30.000Z"
         *     }
         */
        Label: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            analysis_id: string;
            /** @description Percent shear (SFA), 0–100, unrounded */
            shear_percent: number;
            /** @enum {string} */
            decision: "accepted" | "corrected";
            notes: string | null;
            /** @description Username */
            technician: string;
            predicted_percent: number | null;
            predicted_by: string | null;
            learned_in: string | null;
            /** @description Judges new models instead of teaching them; never learned from */
            held_out: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
        };
        LateralExpansionValue: {
            /**
             * @description `gauge`: from the lips of both halves; `entered`: as told; `estimated`: from the outline of a picture, no reading
             * @enum {string}
             */
            basis: "gauge" | "entered" | "estimated";
            mm: number | null;
            lips: components["schemas"]["Lips"] | null;
        };
        /**
         * @example {
         *       "strategy": "immediate",
         *       "champion": {
         *         "version": "1.0.0+57.1a2b3c4d",
         *         "digest": "d78e3c38d98d17d7355ec4a989e477bace56a6fa2508121a520146cd0a23ec80"
         *       },
         *       "labels_total": 57,
         *       "labels_waiting": 1,
         *       "prequential": {
         *         "count": 57,
         *         "mae": 4.1,
         *         "rmse": 5.6,
         *         "bias": -0.4,
         *         "within_5": 0.68,
         *         "within_10": 0.93,
         *         "interval_coverage": 0.91,
         *         "interval_width": 17.3
         *       },
         *       "curve": [
         *         {
         *           "label_number": 57,
         *           "absolute_error": 3.3,
         *           "mean_error_last_20": 3.9
         *         }
         *       ]
         *     }
         */
        LearningStatus: {
            strategy: components["schemas"]["UpdateStrategy"];
            champion: {
                version: string;
                /** @description SHA-256, lower-case hexadecimal */
                digest: string;
            };
            labels_total: number;
            /** @description Stored but not yet learned */
            labels_waiting: number;
            prequential: components["schemas"]["ErrorFigures"];
            /** @description Error of each prediction made before learning, in label order (last 500) */
            curve: {
                label_number: number;
                absolute_error: number;
                mean_error_last_20: number;
            }[];
        };
        /**
         * @example {
         *       "strategy": "immediate"
         *     }
         */
        LearningStrategy: {
            strategy: components["schemas"]["UpdateStrategy"];
        };
        /**
         * @example {
         *       "purpose": "invitation",
         *       "username": "ann",
         *       "display_name": "Ann",
         *       "expires_at": "2026-11-30T08:15:00.000Z"
         *     }
         */
        LinkHolder: {
            /** @enum {string} */
            purpose: "invitation" | "password-reset";
            username: string;
            display_name: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            expires_at: string;
        };
        /**
         * @example {
         *       "half": 1
         *     }
         */
        LinkPictureRequest: {
            half: components["schemas"]["Half"] | null;
        };
        Lips: {
            half1: {
                side1: number | "damaged" | "missing";
                side2: number | "damaged" | "missing";
            };
            half2: {
                side1: number | "damaged" | "missing";
                side2: number | "damaged" | "missing";
            };
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000006",
         *       "version": "1.0.0+57.1a2b3c4d",
         *       "digest": "d78e3c38d98d17d7355ec4a989e477bace56a6fa2508121a520146cd0a23ec80",
         *       "parent_version": "1.0.0",
         *       "is_champion": true,
         *       "origin": "online",
         *       "label_count": 57,
         *       "pipeline_version": "1",
         *       "size_bytes": 812344,
         *       "held_out": {
         *         "count": 57,
         *         "mae": 4.1,
         *         "rmse": 5.6,
         *         "bias": -0.4,
         *         "within_5": 0.68,
         *         "within_10": 0.93,
         *         "interval_coverage": 0.91,
         *         "interval_width": 17.3
         *       },
         *       "gate": {
         *         "promoted": true,
         *         "passed": true,
         *         "against": "1.0.0",
         *         "reasons": [
         *           "not worse overall, in no band, no new bias"
         *         ],
         *         "figures": null
         *       },
         *       "dataset_digest": "b277fd623676a525c29b9eb155afc8c9010681814ceafb2d7627f47b9a232576",
         *       "created_at": "2026-11-23T08:17:31.000Z"
         *     }
         */
        Model: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            version: string;
            /** @description SHA-256, lower-case hexadecimal */
            digest: string;
            parent_version: string | null;
            is_champion: boolean;
            /** @enum {string} */
            origin: "shipped" | "online" | "retrained";
            /** @description Labels of this installation it has learned from */
            label_count: number;
            pipeline_version: string;
            size_bytes: number;
            held_out: components["schemas"]["ErrorFigures"] | null;
            gate: {
                promoted: boolean;
                passed: boolean | null;
                against: string | null;
                reasons: string[];
                figures: components["schemas"]["GateFigures"] | null;
            } | null;
            dataset_digest: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
        };
        /**
         * @example {
         *       "promotion": "two-persons",
         *       "learning": "on",
         *       "retrain_after_labels": 200
         *     }
         */
        ModelPolicy: {
            /**
             * @description What happens to a candidate that the gate lets pass
             * @enum {string}
             */
            promotion: "automatic" | "by-hand" | "two-persons";
            /**
             * @description `paused`: labels are kept and wait; no candidate replaces the champion by itself
             * @enum {string}
             */
            learning: "on" | "paused";
            retrain_after_labels: number | null;
        };
        ModelReference: {
            version: string;
            /** @description SHA-256, lower-case hexadecimal */
            digest: string;
        };
        /**
         * @example {
         *       "purpose": "invitation",
         *       "token": "wYh3k0bLr1q8Zt5XvN2cJm7PaSdFgHuEiOyTlKxQzBo",
         *       "path": "/welcome#wYh3k0bLr1q8Zt5XvN2cJm7PaSdFgHuEiOyTlKxQzBo",
         *       "expires_at": "2026-11-30T08:15:00.000Z"
         *     }
         */
        OneTimeLink: {
            /** @enum {string} */
            purpose: "invitation" | "password-reset";
            /** @description Shown only now */
            token: string;
            /** @description Page of the web application, with the token in its fragment */
            path: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            expires_at: string;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-00000000000b",
         *       "image_id": "0192f0a0-4c1e-7a3b-9d52-000000000002",
         *       "sha256": "a54e5638bbc34d80ddd34634760fe0db2bbbb301bc97675112c21df61eefdb63",
         *       "size_bytes": 31022,
         *       "painted_by": "ann",
         *       "painted_at": "2026-11-23T08:18:10.000Z"
         *     }
         */
        PaintedRegions: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            image_id: string;
            /** @description SHA-256, lower-case hexadecimal */
            sha256: string;
            size_bytes: number;
            painted_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            painted_at: string;
        };
        Problem: {
            /** @description Address of the page that explains this problem */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            /** @description Stable machine-readable code, e.g. `image-too-large` */
            code: string;
            request_id: string;
            errors?: {
                detail: string;
                /** @description JSON Pointer, e.g. `#/shear_percent` */
                pointer: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "reason": "Better on X52."
         *     }
         */
        PromoteModelRequest: {
            /** @description Why; the ledger keeps it */
            reason: string;
        };
        /**
         * @example {
         *       "deployment": null,
         *       "request": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-0000000000b2",
         *         "model_version": "1.0.0+57.1a2b3c4d",
         *         "champion_version": "1.0.0",
         *         "reason": "Better on X52.",
         *         "requested_by": "eve",
         *         "requested_at": "2026-11-23T08:18:00.000Z",
         *         "decision": null,
         *         "decided_by": null,
         *         "decided_at": null
         *       }
         *     }
         */
        PromotionOutcome: {
            deployment: components["schemas"]["Deployment"] | null;
            request: components["schemas"]["PromotionRequest"] | null;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-0000000000b2",
         *       "model_version": "1.0.0+57.1a2b3c4d",
         *       "champion_version": "1.0.0",
         *       "reason": "Better on X52.",
         *       "requested_by": "eve",
         *       "requested_at": "2026-11-23T08:18:00.000Z",
         *       "decision": null,
         *       "decided_by": null,
         *       "decided_at": null
         *     }
         */
        PromotionRequest: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            model_version: string;
            /** @description The champion that the gate compared it with */
            champion_version: string;
            reason: string;
            requested_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            requested_at: string;
            decision: ("approved" | "declined") | null;
            decided_by: string | null;
            decided_at: string | null;
        };
        QualityFlag: {
            /** @description Stable code, e.g. `blurred`, `glare`, `partly-out-of-frame` */
            code: string;
            /** @enum {string} */
            severity: "info" | "warning" | "refuse";
            /** @description One sentence for the technician, with the remedy */
            detail: string;
        };
        /**
         * @example {
         *       "analysis_id": "0192f0a0-4c1e-7a3b-9d52-000000000003",
         *       "model_version": "1.0.0",
         *       "pipeline_version": "1",
         *       "is_identical": true,
         *       "differences": [],
         *       "stored": {
         *         "shear_percent": 41.7,
         *         "lower": 33.2,
         *         "upper": 50.4
         *       },
         *       "recomputed": {
         *         "shear_percent": 41.7,
         *         "lower": 33.2,
         *         "upper": 50.4
         *       }
         *     }
         */
        Recomputation: {
            /**
             * Format: uuid
             * @description UUID
             */
            analysis_id: string;
            model_version: string;
            pipeline_version: string;
            /** @description Every number, and map, overlay and features byte by byte */
            is_identical: boolean;
            /** @description Names of what differs */
            differences: string[];
            stored: {
                shear_percent: number | null;
                lower: number | null;
                upper: number | null;
            };
            recomputed: {
                shear_percent: number | null;
                lower: number | null;
                upper: number | null;
            };
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "revision": 2,
         *           "change": "changed",
         *           "fields": [
         *             "energy",
         *             "energy_j"
         *           ],
         *           "record": {
         *             "identifier": "H4711-03",
         *             "energy_j": 41.5
         *           },
         *           "reason": "misread",
         *           "changed_by": "rita",
         *           "changed_at": "2026-11-23T09:00:00.000Z"
         *         }
         *       ]
         *     }
         */
        RecordHistory: {
            items: components["schemas"]["RecordRevision"][];
        };
        /**
         * @example {
         *       "revision": 2,
         *       "change": "changed",
         *       "fields": [
         *         "energy",
         *         "energy_j"
         *       ],
         *       "record": {
         *         "identifier": "H4711-03",
         *         "energy_j": 41.5
         *       },
         *       "reason": "misread",
         *       "changed_by": "rita",
         *       "changed_at": "2026-11-23T09:00:00.000Z"
         *     }
         */
        RecordRevision: {
            revision: number;
            /** @enum {string} */
            change: "created" | "changed" | "deleted" | "picture-linked" | "picture-unlinked";
            /** @description Names of the fields that this change gave another value */
            fields: string[];
            /** @description Every field as it was after the change; without names of people */
            record: Record<string, never>;
            reason: string | null;
            /** @description Username */
            changed_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            changed_at: string;
        };
        /**
         * @example {
         *       "codes": [
         *         "k7mw-2xpn-9qtr-b4hc"
         *       ]
         *     }
         */
        RecoveryCodes: {
            /** @description Each works once; shown only now */
            codes: string[];
        };
        /**
         * @example {
         *       "token": "wYh3k0bLr1q8Zt5XvN2cJm7PaSdFgHuEiOyTlKxQzBo",
         *       "password": "correct horse battery staple"
         *     }
         */
        RedeemLinkRequest: {
            token: string;
            /** @description 12 to 200 characters, not a common one */
            password: string;
        };
        /**
         * @example {
         *       "kind": "analysis.batch.v1",
         *       "before": "2026-11-23T08:00:00.000Z"
         *     }
         */
        RerunDeadJobsRequest: {
            kind?: components["schemas"]["JobKind"];
            /**
             * Format: date-time
             * @description Only jobs that died before; now when left out
             */
            before?: string;
        };
        /** @enum {string} */
        Role: "viewer" | "technician" | "reviewer" | "engineer" | "admin";
        /**
         * @example {
         *       "from_version": "1.0.0+57.1a2b3c4d",
         *       "reason": "Reads too high since the new lamp."
         *     }
         */
        RollBackRequest: {
            /** @description The champion of now: a repetition finds it changed and does nothing */
            from_version: string;
            /** @description A former champion; without it, the one that the champion replaced */
            to_version?: string;
            /** @description Why; the ledger keeps it */
            reason: string;
            /**
             * @description false: learning is paused, so that the same labels do not bring the model back at once
             * @default false
             */
            keeps_learning?: boolean;
        };
        RoundingRule: {
            shear_step_percent: 0.1 | 1 | 5 | 10;
            /** @enum {string} */
            energy_unit: "J" | "ft-lbf";
            /** @enum {string} */
            lateral_expansion_unit: "mm" | "mil";
            /** @enum {string} */
            ties: "even" | "up" | "down";
        };
        /**
         * @example {
         *       "name": "prune",
         *       "kind": "maintenance.prune.v1",
         *       "cron": "17 3 * * *",
         *       "time_zone": "Europe/Berlin",
         *       "is_enabled": true,
         *       "is_changed": true,
         *       "next_at": "2026-11-24T02:17:00.000Z",
         *       "last_at": "2026-11-23T02:17:03.000Z",
         *       "last_job_id": "0192f0a0-4c1e-7a3b-9d52-000000000007"
         *     }
         */
        Schedule: {
            name: string;
            kind: components["schemas"]["JobKind"];
            /** @description `minute hour day month weekday` with `*`, lists, ranges and steps; 0 and 7 are Sunday */
            cron: string;
            /** @description Name in the time zone database, e.g. `Europe/Berlin` */
            time_zone: string;
            is_enabled: boolean;
            /** @description Chosen by an administrator; new releases leave it alone */
            is_changed: boolean;
            next_at: string | null;
            last_at: string | null;
            last_job_id: string | null;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "name": "prune",
         *           "kind": "maintenance.prune.v1",
         *           "cron": "17 3 * * *",
         *           "time_zone": "Europe/Berlin",
         *           "is_enabled": true,
         *           "is_changed": true,
         *           "next_at": "2026-11-24T02:17:00.000Z",
         *           "last_at": "2026-11-23T02:17:03.000Z",
         *           "last_job_id": "0192f0a0-4c1e-7a3b-9d52-000000000007"
         *         }
         *       ]
         *     }
         */
        ScheduleList: {
            items: components["schemas"]["Schedule"][];
        };
        /**
         * @example {
         *       "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
         *       "otpauth_uri": "otpauth://totp/MLMCSC:ann?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=MLMCSC",
         *       "qr_svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 41 41\"></svg>"
         *     }
         */
        SecondFactorOffer: {
            /** @description Base 32, to be typed into an authenticator */
            secret: string;
            otpauth_uri: string;
            /** @description The address as a QR code, an SVG document */
            qr_svg: string;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-0000000000b3",
         *       "name": "2026-118",
         *       "client": "Pipe works",
         *       "project": null,
         *       "heat_id": "0192f0a0-4c1e-7a3b-9d52-0000000000b1",
         *       "machine_id": "0192f0a0-4c1e-7a3b-9d52-0000000000b2",
         *       "standard": "ISO 148-1",
         *       "edition": "2016",
         *       "notch": "V",
         *       "orientation": "Y-X",
         *       "location": "1/4 t",
         *       "acceptance": {
         *         "clause": "Order 17, 4.2",
         *         "temperature_celsius": 0,
         *         "energy_j": {
         *           "minimum_mean": 27,
         *           "minimum_single": 19,
         *           "most_below_mean": 1,
         *           "scales_with_width": true
         *         },
         *         "lateral_expansion_mm": null,
         *         "shear_percent": {
         *           "minimum_mean": 85,
         *           "minimum_single": null
         *         }
         *       },
         *       "rounding": {
         *         "shear_step_percent": 5,
         *         "energy_unit": "J",
         *         "lateral_expansion_unit": "mm",
         *         "ties": "even"
         *       },
         *       "status": "open",
         *       "notes": null,
         *       "revision": 1,
         *       "created_by": "ann",
         *       "created_at": "2026-11-23T08:10:00.000Z",
         *       "updated_by": "ann",
         *       "updated_at": "2026-11-23T08:10:00.000Z"
         *     }
         */
        Series: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description Number or title of the series, unique */
            name: string;
            client: string | null;
            project: string | null;
            heat_id: string | null;
            machine_id: string | null;
            standard: components["schemas"]["TestStandard"];
            edition: string | null;
            /** @enum {string} */
            notch: "V" | "U" | "none";
            orientation: string | null;
            location: string | null;
            acceptance: components["schemas"]["AcceptanceRule"] | null;
            rounding: components["schemas"]["RoundingRule"];
            status: components["schemas"]["SeriesStatus"];
            notes: string | null;
            /** @description Grows by one with every change */
            revision: number;
            /** @description Username */
            created_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            /** @description Username */
            updated_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            updated_at: string;
        };
        /**
         * @description `closed`: its specimens take no more changes
         * @enum {string}
         */
        SeriesStatus: "open" | "closed";
        /**
         * @example {
         *       "type": "job.changed",
         *       "job": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000005",
         *         "kind": "analysis.batch.v1",
         *         "state": "running",
         *         "priority": "normal",
         *         "progress": {
         *           "done": 12,
         *           "failed": 1,
         *           "total": 40
         *         },
         *         "stage": null,
         *         "attempts": 1,
         *         "max_attempts": 8,
         *         "error": null,
         *         "result": null,
         *         "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
         *         "closed_reason": null,
         *         "created_by": "ann",
         *         "created_at": "2026-11-23T08:20:00.000Z",
         *         "available_at": "2026-11-23T08:20:00.000Z",
         *         "started_at": "2026-11-23T08:20:01.000Z",
         *         "finished_at": null
         *       }
         *     }
         */
        ServerEvent: {
            /** @constant */
            type: "job.changed";
            job: components["schemas"]["Job"];
        } | {
            /** @constant */
            type: "analysis.created";
            /**
             * Format: uuid
             * @description UUID
             */
            analysis_id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            image_id: string;
        } | {
            /** @constant */
            type: "label.created";
            /**
             * Format: uuid
             * @description UUID
             */
            label_id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            analysis_id: string;
        } | {
            /** @constant */
            type: "model.promoted";
            version: string;
            digest: string;
        } | {
            /** @constant */
            type: "specimen.changed";
            /**
             * Format: uuid
             * @description UUID
             */
            specimen_id: string;
        } | {
            /** @constant */
            type: "specimens.imported";
            /**
             * Format: uuid
             * @description UUID
             */
            import_id: string;
        } | {
            /** @constant */
            type: "dataset.created";
            digest: string;
        } | {
            /** @constant */
            type: "stream.reset";
        };
        /**
         * @example {
         *       "user": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-000000000001",
         *         "username": "ann",
         *         "display_name": "Ann",
         *         "role": "technician"
         *       },
         *       "expires_at": "2026-11-23T20:15:00.000Z",
         *       "second_factor_missing": false
         *     }
         */
        Session: {
            user: components["schemas"]["SignedInUser"];
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            expires_at: string;
            /** @description The role demands a second factor: until it is set up only the own account works */
            second_factor_missing: boolean;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000007",
         *       "is_current": true,
         *       "method": "password-and-code",
         *       "created_at": "2026-11-23T08:15:00.000Z",
         *       "expires_at": "2026-11-23T20:15:00.000Z",
         *       "ip_address": "192.0.2.7",
         *       "user_agent": "Mozilla/5.0"
         *     }
         */
        SessionInfo: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description Whether it is the one that asks */
            is_current: boolean;
            /** @enum {string} */
            method: "password" | "password-and-code" | "single-sign-on";
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            expires_at: string;
            ip_address: string | null;
            user_agent: string | null;
        };
        /** @enum {string} */
        ShearMethod: "chart" | "a-x-b" | "photograph" | "instrumented" | "image-analysis";
        /** @description Percent shear that is reported */
        ShearValue: {
            /** @description Percent shear (SFA), 0–100, unrounded */
            percent: number;
            method: components["schemas"]["ShearMethod"];
            reference_area: ("nominal" | "measured") | null;
            a_mm: number | null;
            b_mm: number | null;
            /** @description Labels of pictures of this specimen whose mean is the value; one of each half */
            label_ids: string[];
        };
        /**
         * @example {
         *       "single_sign_on": true
         *     }
         */
        SignInOptions: {
            /** @description Whether `GET /api/v1/session/sso` leads to a provider */
            single_sign_on: boolean;
        };
        /**
         * @example {
         *       "username": "ann",
         *       "password": "correct horse battery staple"
         *     }
         */
        SignInRequest: {
            username: string;
            password: string;
            /** @description From users with a second factor: six digits, or a recovery code */
            code?: string;
        };
        SignedInUser: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            username: string;
            display_name: string;
            role: components["schemas"]["Role"];
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-0000000000b4",
         *       "identifier": "H4711-03",
         *       "series_id": "0192f0a0-4c1e-7a3b-9d52-0000000000b3",
         *       "heat_id": null,
         *       "machine_id": null,
         *       "import_id": null,
         *       "width_mm": 10,
         *       "height_mm": 10,
         *       "notch_depth_mm": 2,
         *       "temperature": {
         *         "value": 0,
         *         "unit": "degC"
         *       },
         *       "temperature_celsius": 0,
         *       "energy": {
         *         "value": 41.5,
         *         "unit": "J"
         *       },
         *       "energy_j": 41.5,
         *       "lateral_expansion": {
         *         "basis": "gauge",
         *         "mm": 0.87,
         *         "lips": {
         *           "half1": {
         *             "side1": 0.42,
         *             "side2": 0.38
         *           },
         *           "half2": {
         *             "side1": 0.4,
         *             "side2": 0.45
         *           }
         *         }
         *       },
         *       "shear": {
         *         "percent": 75,
         *         "method": "a-x-b",
         *         "reference_area": "nominal",
         *         "a_mm": 5,
         *         "b_mm": 4,
         *         "label_ids": []
         *       },
         *       "is_unbroken": false,
         *       "abnormality": null,
         *       "tester": null,
         *       "tested_at": null,
         *       "notes": null,
         *       "revision": 1,
         *       "created_by": "ann",
         *       "created_at": "2026-11-23T08:10:00.000Z",
         *       "updated_by": "ann",
         *       "updated_at": "2026-11-23T08:10:00.000Z"
         *     }
         */
        Specimen: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description Identifier or barcode of the bar, unique in the laboratory */
            identifier: string;
            series_id: string | null;
            heat_id: string | null;
            machine_id: string | null;
            /** @description Width along the notch, mm: 10, or 7.5, 6.7, 5, 3.3, 2.5 for sub-size */
            width_mm: number;
            /** @description Height in the direction of the blow, mm */
            height_mm: number;
            /** @description Depth of the notch, mm */
            notch_depth_mm: number;
            /** @description It did not break in two */
            is_unbroken: boolean;
            abnormality: string | null;
            tester: string | null;
            tested_at: string | null;
            notes: string | null;
            temperature: {
                /** @description Test temperature */
                value: number;
                /** @enum {string} */
                unit: "degC" | "degF";
            } | null;
            temperature_celsius: number | null;
            energy: {
                /** @description Absorbed energy */
                value: number;
                /** @enum {string} */
                unit: "J" | "ft-lbf";
            } | null;
            energy_j: number | null;
            lateral_expansion: components["schemas"]["LateralExpansionValue"] | null;
            shear: components["schemas"]["ShearValue"] | null;
            import_id: string | null;
            /** @description Grows by one with every change */
            revision: number;
            /** @description Username */
            created_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            /** @description Username */
            updated_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "specimen": {
         *         "id": "0192f0a0-4c1e-7a3b-9d52-0000000000b4",
         *         "identifier": "H4711-03",
         *         "series_id": "0192f0a0-4c1e-7a3b-9d52-0000000000b3",
         *         "heat_id": null,
         *         "machine_id": null,
         *         "import_id": null,
         *         "width_mm": 10,
         *         "height_mm": 10,
         *         "notch_depth_mm": 2,
         *         "temperature": {
         *           "value": 0,
         *           "unit": "degC"
         *         },
         *         "temperature_celsius": 0,
         *         "energy": {
         *           "value": 41.5,
         *           "unit": "J"
         *         },
         *         "energy_j": 41.5,
         *         "lateral_expansion": {
         *           "basis": "gauge",
         *           "mm": 0.87,
         *           "lips": {
         *             "half1": {
         *               "side1": 0.42,
         *               "side2": 0.38
         *             },
         *             "half2": {
         *               "side1": 0.4,
         *               "side2": 0.45
         *             }
         *           }
         *         },
         *         "shear": {
         *           "percent": 75,
         *           "method": "a-x-b",
         *           "reference_area": "nominal",
         *           "a_mm": 5,
         *           "b_mm": 4,
         *           "label_ids": []
         *         },
         *         "is_unbroken": false,
         *         "abnormality": null,
         *         "tester": null,
         *         "tested_at": null,
         *         "notes": null,
         *         "revision": 1,
         *         "created_by": "ann",
         *         "created_at": "2026-11-23T08:10:00.000Z",
         *         "updated_by": "ann",
         *         "updated_at": "2026-11-23T08:10:00.000Z"
         *       },
         *       "energy_symbol": "KV8",
         *       "pictures": []
         *     }
         */
        SpecimenDetail: {
            specimen: components["schemas"]["Specimen"];
            /**
             * @description By the striker of its machine; KV when that is unknown
             * @enum {string}
             */
            energy_symbol: "KV2" | "KV8" | "KV";
            pictures: components["schemas"]["SpecimenPicture"][];
        };
        SpecimenPicture: {
            image: components["schemas"]["Image"];
            half: components["schemas"]["Half"] | null;
            /** @description Newest first, each with its current label */
            analyses: components["schemas"]["Analysis"][];
            /** @description Username */
            linked_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            linked_at: string;
        };
        /**
         * @example {
         *       "size_bytes": 2214912000
         *     }
         */
        StartArchiveUploadRequest: {
            /** @description Exact size of the archive; larger ones are imported on the command line */
            size_bytes: number;
        };
        /**
         * @example {
         *       "size_bytes": 3812345
         *     }
         */
        StartUploadRequest: {
            /** @description Exact size of the file */
            size_bytes: number;
        };
        TensorMetadata: {
            name: string;
            datatype: string;
            shape: number[];
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-0000000000b2",
         *       "name": "Pendulum 1",
         *       "maker": null,
         *       "serial_number": null,
         *       "capacity_j": 450,
         *       "striker_mm": 8,
         *       "verified_on": "2026-02-10",
         *       "verification_due_on": "2027-02-10",
         *       "is_retired": false,
         *       "notes": null,
         *       "revision": 1,
         *       "created_by": "ann",
         *       "created_at": "2026-11-23T08:10:00.000Z",
         *       "updated_by": "ann",
         *       "updated_at": "2026-11-23T08:10:00.000Z"
         *     }
         */
        TestMachine: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description Name or number of the machine, unique */
            name: string;
            maker: string | null;
            serial_number: string | null;
            /** @description Nominal energy, J */
            capacity_j: number;
            /** @description Radius of the striking edge, mm: energies are KV2 or KV8 */
            striker_mm: 2 | 8;
            verified_on: string | null;
            verification_due_on: string | null;
            is_retired: boolean;
            notes: string | null;
            /** @description Grows by one with every change */
            revision: number;
            /** @description Username */
            created_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            /** @description Username */
            updated_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            updated_at: string;
        };
        /** @enum {string} */
        TestStandard: "ISO 148-1" | "ASTM E23";
        /** @enum {string} */
        UpdateStrategy: "immediate" | "batch" | "weighted" | "confidence";
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-0000000000a1",
         *       "method": "PUT",
         *       "url": "https://s3.lab.example/mlmcsc/incoming/0192f0a0-4c1e-7a3b-9d52-0000000000a1?X-Amz-Expires=3600&X-Amz-Signature=…",
         *       "headers": {
         *         "content-type": "application/octet-stream",
         *         "content-length": "3812345"
         *       },
         *       "expires_at": "2026-11-18T10:36:12.000Z"
         *     }
         */
        Upload: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @enum {string} */
            method: "PUT";
            /** @description Where the file goes: an address of the object store, or a path of this server. It works without a session until it expires. */
            url: string;
            /** @description To be sent exactly so; clients that set `content-length` themselves leave that one out */
            headers: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            expires_at: string;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000001",
         *       "username": "ann",
         *       "display_name": "Ann",
         *       "role": "technician",
         *       "status": "active",
         *       "has_password": true,
         *       "has_single_sign_on": false,
         *       "has_second_factor": true,
         *       "created_at": "2026-11-23T07:00:00.000Z",
         *       "last_signed_in_at": "2026-11-23T08:15:00.000Z"
         *     }
         */
        User: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            username: string;
            display_name: string;
            role: components["schemas"]["Role"];
            /**
             * @description `invited`: has not used the link yet
             * @enum {string}
             */
            status: "invited" | "active" | "deactivated";
            has_password: boolean;
            has_single_sign_on: boolean;
            has_second_factor: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            last_signed_in_at: string | null;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000008",
         *       "url": "https://lims.example/hooks/mlmcsc",
         *       "description": "Laboratory information system",
         *       "event_types": [
         *         "analysis.completed",
         *         "label.submitted"
         *       ],
         *       "is_enabled": true,
         *       "disabled_reason": null,
         *       "old_secret_until": null,
         *       "created_by": "ada",
         *       "created_at": "2026-11-23T07:30:00.000Z"
         *     }
         */
        Webhook: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description HTTPS address that takes the events */
            url: string;
            description: string | null;
            event_types: components["schemas"]["WebhookEventType"][];
            is_enabled: boolean;
            disabled_reason: string | null;
            old_secret_until: string | null;
            created_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000009",
         *       "webhook_id": "0192f0a0-4c1e-7a3b-9d52-000000000008",
         *       "event_id": "0192f0a0-4c1e-7a3b-9d52-00000000000a",
         *       "event_type": "analysis.completed",
         *       "state": "waiting",
         *       "attempts": 1,
         *       "next_attempt_at": "2026-11-23T08:16:09.000Z",
         *       "created_at": "2026-11-23T08:16:03.000Z",
         *       "finished_at": null
         *     }
         */
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /**
             * Format: uuid
             * @description The subscription
             */
            webhook_id: string;
            /**
             * Format: uuid
             * @description The `webhook-id` header, the same at every attempt
             */
            event_id: string;
            event_type: string;
            state: components["schemas"]["WebhookDeliveryState"];
            attempts: number;
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            finished_at: string | null;
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000009",
         *       "webhook_id": "0192f0a0-4c1e-7a3b-9d52-000000000008",
         *       "event_id": "0192f0a0-4c1e-7a3b-9d52-00000000000a",
         *       "event_type": "analysis.completed",
         *       "state": "waiting",
         *       "attempts": 1,
         *       "next_attempt_at": "2026-11-23T08:16:09.000Z",
         *       "created_at": "2026-11-23T08:16:03.000Z",
         *       "finished_at": null,
         *       "log": [
         *         {
         *           "number": 1,
         *           "at": "2026-11-23T08:16:04.000Z",
         *           "status": 503,
         *           "latency_ms": 88,
         *           "error": "The receiver answered 503.",
         *           "response": "starting"
         *         }
         *       ]
         *     }
         */
        WebhookDeliveryDetail: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /**
             * Format: uuid
             * @description The subscription
             */
            webhook_id: string;
            /**
             * Format: uuid
             * @description The `webhook-id` header, the same at every attempt
             */
            event_id: string;
            event_type: string;
            state: components["schemas"]["WebhookDeliveryState"];
            attempts: number;
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            finished_at: string | null;
            log: {
                number: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant, UTC
                 */
                at: string;
                status: number | null;
                latency_ms: number;
                error: string | null;
                response: string | null;
            }[];
        };
        /**
         * @description `dead`: tried for a day in vain; deliver it again when mended
         * @enum {string}
         */
        WebhookDeliveryState: "waiting" | "delivered" | "dead";
        /** @enum {string} */
        WebhookEventType: "analysis.completed" | "label.submitted" | "model.promoted" | "dataset.created" | "specimen.changed" | "specimens.imported";
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "0192f0a0-4c1e-7a3b-9d52-000000000008",
         *           "url": "https://lims.example/hooks/mlmcsc",
         *           "description": "Laboratory information system",
         *           "event_types": [
         *             "analysis.completed",
         *             "label.submitted"
         *           ],
         *           "is_enabled": true,
         *           "disabled_reason": null,
         *           "old_secret_until": null,
         *           "created_by": "ada",
         *           "created_at": "2026-11-23T07:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        /**
         * @example {
         *       "id": "0192f0a0-4c1e-7a3b-9d52-000000000008",
         *       "url": "https://lims.example/hooks/mlmcsc",
         *       "description": "Laboratory information system",
         *       "event_types": [
         *         "analysis.completed",
         *         "label.submitted"
         *       ],
         *       "is_enabled": true,
         *       "disabled_reason": null,
         *       "old_secret_until": null,
         *       "created_by": "ada",
         *       "created_at": "2026-11-23T07:30:00.000Z",
         *       "secret": "whsec_bm90IGEgc2VjcmV0OiBhbiBleGFtcGxl"
         *     }
         */
        WebhookWithSecret: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description HTTPS address that takes the events */
            url: string;
            description: string | null;
            event_types: components["schemas"]["WebhookEventType"][];
            is_enabled: boolean;
            disabled_reason: string | null;
            old_secret_until: string | null;
            created_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 instant, UTC
             */
            created_at: string;
            /** @description Shown only now; keep it where the receiver runs */
            secret: string;
        };
    };
    responses: never;
    parameters: {
        /** @description The `ETag` of the answer you have; 304 says that it is still right */
        IfNoneMatch: string;
        /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
        RequestId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Identifies the request in the log: the one sent as `X-Request-Id` when it has 8 to 64 letters, digits, dots, hyphens or underscores, else a new one */
        "X-Request-Id": string;
        /** @description Tag of exactly this answer, for `If-None-Match` and, where a route takes it, `If-Match` */
        ETag: string;
        /** @description Seconds after which to try again */
        "Retry-After": string;
        /** @description How to sign in */
        "WWW-Authenticate": string;
        /** @description Address of what was made */
        Location: string;
        /** @description `true` when this repeats the answer to an earlier request with the same `Idempotency-Key` */
        "Idempotent-Replayed": "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It answers */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready, perhaps degraded */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not ready; see the checks */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The live session */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: User name or password is wrong; `second-factor-required`: The code of your authenticator is needed, too */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second-factor-wrong`: The code is wrong; `cross-site-request`: This request came from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-locked`: Too many failed sign-ins; `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInOptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The options */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSingleSignOn: {
        parameters: {
            query?: {
                /** @description Page to show afterwards */
                next?: string;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sso-not-configured`: There is no single sign-on */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sso-unavailable`: The single sign-on provider does not answer; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSingleSignOn: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page that was wanted, or to the sign-in page */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sso-failed`: Single sign-on failed; `sso-refused`: The single sign-on account may not sign in here */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sso-not-configured`: There is no single sign-on */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sso-unavailable`: The single sign-on provider does not answer; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmWithPassword"];
            };
        };
        responses: {
            /** @description What the authenticator needs */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorOffer"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `password-wrong`: This is not your present password; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-password`: This account has no password here; `second-factor-active`: There is a second factor already */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-locked`: Too many failed sign-ins; `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `password-unfit`: The password is too short or too long; `password-common`: The password is easy to guess */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `password-wrong`: This is not your present password; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-password`: This account has no password here */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-locked`: Too many failed sign-ins; `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSecondFactorRequest"];
            };
        };
        responses: {
            /** @description Recovery codes */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `second-factor-wrong`: The code is wrong; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second-factor-active`: There is a second factor already; `second-factor-not-begun`: Nothing waits to be confirmed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-locked`: Too many failed sign-ins; `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys that were not revoked, newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            /** @description The key and its secret */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `key-expiry-invalid`: The key cannot end then */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-keys`: There are too many keys */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All live sessions, newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SessionInfo"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmWithPassword"];
            };
        };
        responses: {
            /** @description Off */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `password-wrong`: This is not your present password; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-password`: This account has no password here; `second-factor-inactive`: There is no second factor */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-locked`: Too many failed sign-ins; `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmWithPassword"];
            };
        };
        responses: {
            /** @description Recovery codes */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `password-wrong`: This is not your present password; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-password`: This account has no password here; `second-factor-inactive`: There is no second factor */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-locked`: Too many failed sign-ins; `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeOwnApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Key, UUID */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-not-found`: There is no such key */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeOwnSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Session, UUID */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-not-found`: There is no such session */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUserRequest"];
            };
        };
        responses: {
            /** @description The user */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-administrator`: This is the last active administrator */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-administrator`: This is the last active administrator */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["User"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUserRequest"];
            };
        };
        responses: {
            /** @description The user and the link */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedUser"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `username-invalid`: The user name cannot be used */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `username-taken`: The user name is taken */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueOneTimeLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeLink"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-deactivated`: The user is deactivated */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUserApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys that were not revoked, newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUserSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All live sessions, newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SessionInfo"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeUserSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reactivateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken away */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeUserApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description User, UUID */
                id: string;
                /** @description Key, UUID */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user; `key-not-found`: There is no such key */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeUserSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description User, UUID */
                id: string;
                /** @description Session, UUID */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user; `session-not-found`: There is no such session */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectOneTimeLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectLinkRequest"];
            };
        };
        responses: {
            /** @description The holder */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkHolder"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-invalid`: This link does not work any more */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemOneTimeLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemLinkRequest"];
            };
        };
        responses: {
            /** @description Whose password was set */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkHolder"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `password-unfit`: The password is too short or too long; `password-common`: The password is easy to guess */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-invalid`: This link does not work any more */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description One JPEG, PNG, TIFF, WebP or BMP picture; the type is told by content
                     */
                    file: string;
                    /** @description Specimen identifier */
                    specimen?: string;
                    /** @description Heat (cast) identifier */
                    heat?: string;
                    /** @description Half of the broken bar */
                    half?: 1 | 2;
                    /** @description Specimen width W in mm (10, 7.5, 6.7, 5, 3.3, 2.5) */
                    width_mm?: number;
                    /** @description Stored calibration, pixels per mm */
                    px_per_mm?: number;
                };
            };
        };
        responses: {
            /** @description These very bytes were stored before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            /** @description Stored */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `image-missing`: The form holds no picture; `context-invalid`: What was told about the picture is invalid; `specimen-unknown`: The specimen is not in any list */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large; `image-too-large`: The picture has too many bytes */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-empty`: The picture is empty; `image-type-unsupported`: This is not a picture we can read; `image-truncated`: The picture is damaged or incomplete; `image-too-many-pixels`: The picture has too many pixels; `image-animated`: The picture is animated; `image-too-slow`: The picture takes too long */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `images-busy`: Too many pictures at once; `out-of-memory`: There is not enough memory for this picture now; `data-folder-unwritable`: The data folder cannot be written; `disk-full`: A disk is full; `storage-failed`: A stored file cannot be read or written; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `upload-busy`: Too many uploads at once; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-not-found`: There is no such picture */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImageContent: {
        parameters: {
            query?: {
                /** @description `display`: for the screen; `thumbnail`: for lists */
                rendition?: "display" | "thumbnail";
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rendition */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/webp": string;
                    "image/png": string;
                };
            };
            /** @description Unchanged (If-None-Match) */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-not-found`: There is no such picture; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImageContentLink: {
        parameters: {
            query?: {
                rendition?: "display" | "thumbnail";
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentLink"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-not-found`: There is no such picture */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `objects-unavailable`: The object store does not answer; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegions: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The painting */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description Unchanged (If-None-Match) */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-not-found`: There is no such picture; `regions-not-found`: Nothing was painted; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paintRegions: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description A PNG of the size of the upright picture: pure red is cleavage, pure green shear, pure blue no fracture surface; every other colour is not painted
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description This is the painting that counts already */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaintedRegions"];
                };
            };
            /** @description Stored */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaintedRegions"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `image-missing`: The form holds no picture */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-not-found`: There is no such picture */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large; `image-too-large`: The picture has too many bytes */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-empty`: The picture is empty; `image-type-unsupported`: This is not a picture we can read; `image-truncated`: The picture is damaged or incomplete; `image-too-many-pixels`: The picture has too many pixels; `image-animated`: The picture is animated; `image-too-slow`: The picture takes too long; `regions-unfit`: This is not a painting of that picture */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `images-busy`: Too many pictures at once; `out-of-memory`: There is not enough memory for this picture now; `data-folder-unwritable`: The data folder cannot be written; `disk-full`: A disk is full; `storage-failed`: A stored file cannot be read or written; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `upload-busy`: Too many uploads at once; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartUploadRequest"];
            };
        };
        responses: {
            /** @description Where the file goes */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `objects-unavailable`: The object store does not answer; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteUploadRequest"];
            };
        };
        responses: {
            /** @description These very bytes were stored before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            /** @description Stored */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `context-invalid`: What was told about the picture is invalid; `specimen-unknown`: The specimen is not in any list */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upload-not-found`: There is no such upload */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-too-large`: The picture has too many bytes; `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upload-differs`: The upload is not what was announced; `image-empty`: The picture is empty; `image-type-unsupported`: This is not a picture we can read; `image-truncated`: The picture is damaged or incomplete; `image-too-many-pixels`: The picture has too many pixels; `image-animated`: The picture is animated; `image-too-slow`: The picture takes too long */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `images-busy`: Too many pictures at once; `out-of-memory`: There is not enough memory for this picture now; `data-folder-unwritable`: The data folder cannot be written; `disk-full`: A disk is full; `storage-failed`: A stored file cannot be read or written; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `upload-busy`: Too many uploads at once; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadTransfer: {
        parameters: {
            query: {
                /** @description As in the address that was given */
                token: string;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rendition */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/webp": string;
                    "image/png": string;
                };
            };
            /** @description Unchanged (If-None-Match) */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `transfer-refused`: This address allows nothing */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-damaged`: A stored file is damaged; `storage-failed`: A stored file cannot be read or written; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadTransfer: {
        parameters: {
            query: {
                /** @description As in the address that was given */
                token: string;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken; complete the upload now */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `upload-size-differs`: The upload has another size than was announced */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `transfer-refused`: This address allows nothing; `cross-site-request`: This request came from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `data-folder-unwritable`: The data folder cannot be written; `disk-full`: A disk is full; `storage-failed`: A stored file cannot be read or written; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAnalysis: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAnalysisRequest"];
            };
        };
        responses: {
            /** @description Measured before by the same model */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /** @description Measured */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-not-found`: There is no such picture; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-truncated`: The picture is damaged or incomplete; `image-too-slow`: The picture takes too long */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `measurer-busy`: Too many analyses at once; `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `out-of-memory`: There is not enough memory for this picture now; `model-missing`: There is no model in service; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnalysis: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The analysis */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `analysis-not-found`: There is no such analysis */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnalysisMap: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The PNG */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description Unchanged (If-None-Match) */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `analysis-not-found`: There is no such analysis; `analysis-has-no-map`: This analysis has no map; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnalysisOverlay: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The PNG */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description Unchanged (If-None-Match) */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `analysis-not-found`: There is no such analysis; `analysis-has-no-map`: This analysis has no map; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnalysisLabels: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The labels */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Label"][];
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `analysis-not-found`: There is no such analysis */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recomputeAnalysis: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both, and what differs */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recomputation"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `analysis-not-found`: There is no such analysis; `image-not-found`: There is no such picture; `model-not-found`: There is no such model; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pipeline-gone`: It was measured by another release */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-truncated`: The picture is damaged or incomplete; `image-too-slow`: The picture takes too long */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `measurer-busy`: Too many analyses at once; `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `out-of-memory`: There is not enough memory for this picture now; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLabelRequest"];
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `shear-out-of-range`: Percent shear is out of range */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `analysis-not-found`: There is no such analysis */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `analysis-without-answer`: This analysis gave no number to judge; `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHeats: {
        parameters: {
            query?: {
                /** @description Part of name, grade or product */
                text?: string;
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Heat"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createHeat: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateHeatRequest"];
            };
        };
        responses: {
            /** @description Entered; `Location` names it */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heat"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`: The name is taken; `already-exists`: The same record exists already; `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHeat: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The heat */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heat"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `heat-not-found`: There is no such heat */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteHeat: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `heat-not-found`: There is no such heat */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-in-use`: Others refer to it; `series-closed`: The series is closed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeHeat: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeHeatRequest"];
            };
        };
        responses: {
            /** @description The heat as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heat"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `heat-not-found`: There is no such heat */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`: The name is taken; `already-exists`: The same record exists already */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHeatHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its revisions */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordHistory"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `heat-not-found`: There is no such heat */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTestMachines: {
        parameters: {
            query?: {
                /** @description Part of name, maker or serial number */
                text?: string;
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TestMachine"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTestMachine: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTestMachineRequest"];
            };
        };
        responses: {
            /** @description Entered; `Location` names it */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestMachine"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`: The name is taken; `already-exists`: The same record exists already; `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestMachine: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The testing machine */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestMachine"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `test-machine-not-found`: There is no such testing machine */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTestMachine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `test-machine-not-found`: There is no such testing machine */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-in-use`: Others refer to it; `series-closed`: The series is closed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTestMachine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTestMachineRequest"];
            };
        };
        responses: {
            /** @description The testing machine as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestMachine"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `test-machine-not-found`: There is no such testing machine */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`: The name is taken; `already-exists`: The same record exists already */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestMachineHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its revisions */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordHistory"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `test-machine-not-found`: There is no such testing machine */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllSeries: {
        parameters: {
            query?: {
                /** @description Part of name, client or project */
                text?: string;
                /** @description `closed`: its specimens take no more changes */
                status?: components["schemas"]["SeriesStatus"];
                /** @description UUID */
                heat_id?: string;
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Series"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSeriesRequest"];
            };
        };
        responses: {
            /** @description Entered; `Location` names it */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `heat-not-found`: There is no such heat; `test-machine-not-found`: There is no such testing machine */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`: The name is taken; `already-exists`: The same record exists already; `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series-not-found`: There is no such series */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series-not-found`: There is no such series */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-in-use`: Others refer to it; `series-closed`: The series is closed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSeriesRequest"];
            };
        };
        responses: {
            /** @description The series as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series-not-found`: There is no such series; `heat-not-found`: There is no such heat; `test-machine-not-found`: There is no such testing machine */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`: The name is taken; `already-exists`: The same record exists already */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeriesHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its revisions */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordHistory"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series-not-found`: There is no such series */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSpecimens: {
        parameters: {
            query?: {
                /** @description Part of the identifier */
                text?: string;
                /** @description Exactly this identifier or barcode */
                identifier?: string;
                /** @description UUID */
                series_id?: string;
                /** @description UUID */
                heat_id?: string;
                /** @description UUID */
                machine_id?: string;
                /** @description °C */
                temperature_min?: number;
                /** @description °C */
                temperature_max?: number;
                has_shear?: boolean;
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Specimen"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSpecimen: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSpecimenRequest"];
            };
        };
        responses: {
            /** @description Entered; `Location` names it */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Specimen"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `specimen-invalid`: A value of the specimen cannot be */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `correction-needs-reviewer`: A reviewer may correct this; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `heat-not-found`: There is no such heat; `test-machine-not-found`: There is no such testing machine; `series-not-found`: There is no such series; `label-not-found`: There is no such label */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`: The name is taken; `already-exists`: The same record exists already; `series-closed`: The series is closed; `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpecimen: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The specimen */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Specimen"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `specimen-not-found`: There is no such specimen */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSpecimen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `specimen-not-found`: There is no such specimen */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-in-use`: Others refer to it; `series-closed`: The series is closed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSpecimen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSpecimenRequest"];
            };
        };
        responses: {
            /** @description The specimen as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Specimen"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `specimen-invalid`: A value of the specimen cannot be */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `correction-needs-reviewer`: A reviewer may correct this; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `specimen-not-found`: There is no such specimen; `heat-not-found`: There is no such heat; `test-machine-not-found`: There is no such testing machine; `series-not-found`: There is no such series; `label-not-found`: There is no such label */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`: The name is taken; `already-exists`: The same record exists already; `series-closed`: The series is closed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpecimenHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its revisions */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordHistory"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `specimen-not-found`: There is no such specimen */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAcceptance: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verdict, requirement by requirement */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceVerdict"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series-not-found`: There is no such series; `acceptance-rule-missing`: The series has no acceptance rule */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSeries: {
        parameters: {
            query?: {
                format?: "csv" | "json";
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": Record<string, never>;
                };
            };
            /** @description Unchanged (If-None-Match) */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series-not-found`: There is no such series */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpecimenDetails: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The specimen */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecimenDetail"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `specimen-not-found`: There is no such specimen */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkPicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
                /** @description UUID */
                imageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkPictureRequest"];
            };
        };
        responses: {
            /** @description The specimen as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Specimen"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `correction-needs-reviewer`: A reviewer may correct this; `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `specimen-not-found`: There is no such specimen; `image-not-found`: There is no such picture */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series-closed`: The series is closed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkPicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
                /** @description UUID */
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlinked */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `specimen-not-found`: There is no such specimen; `image-not-found`: There is no such picture */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series-closed`: The series is closed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description `dead`: retries are used up; see `error`, and re-run it when the cause is mended */
                state?: components["schemas"]["JobState"];
                kind?: components["schemas"]["JobKind"];
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateJobRequest"];
            };
        };
        responses: {
            /** @description Queued; `Location` names the job */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `no-images`: The batch names no picture */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image-not-found`: There is no such picture */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-missing`: There is no model in service; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job-not-found`: There is no such job */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobItems: {
        parameters: {
            query?: {
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pictures */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JobItem"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job-not-found`: There is no such job */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamJobEvents: {
        parameters: {
            query?: {
                /** @description The same for clients that cannot set headers; the header `Last-Event-ID` wins */
                last_event_id?: string;
            };
            header?: {
                /** @description The `id:` of the last event seen; what was missed since is sent first */
                "last-event-id"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each `data:` line is a ServerEvent */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: job.changed
                     *     id: 17
                     *     data: {"type":"job.changed","job":{…}}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job-not-found`: There is no such job */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job-not-found`: There is no such job */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job-finished`: The job cannot be cancelled any more */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rerunJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job-not-found`: There is no such job */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job-not-rerunnable`: The job cannot be run again */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobStatistics: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStatistics"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rerunDeadJobs: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RerunDeadJobsRequest"];
            };
        };
        responses: {
            /** @description What was changed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadJobsOutcome"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDeadJobs: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardDeadJobsRequest"];
            };
        };
        responses: {
            /** @description What was changed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadJobsOutcome"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `reason-missing`: A reason is missing */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All schedules, by name */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleList"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `schedule-not-found`: There is no such schedule */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeScheduleRequest"];
            };
        };
        responses: {
            /** @description The schedule as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `schedule-invalid`: This is not a time that comes */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `schedule-not-found`: There is no such schedule */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queued; `Location` names the job */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `schedule-not-found`: There is no such schedule */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All subscriptions, newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookRequest"];
            };
        };
        responses: {
            /** @description The subscription with its secret; `Location` names it */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `webhook-url-refused`: Webhooks may not go to this address; `webhooks-too-many`: There are too many webhooks */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhookRequest"];
            };
        };
        responses: {
            /** @description The subscription as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `webhook-url-refused`: Webhooks may not go to this address */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription with its new secret */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery that waits */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `dead`: tried for a day in vain; deliver it again when mended */
                state?: components["schemas"]["WebhookDeliveryState"];
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-delivery-not-found`: There is no such delivery */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery that waits */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-delivery-not-found`: There is no such delivery */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description The same for clients that cannot set headers; the header `Last-Event-ID` wins */
                last_event_id?: string;
            };
            header?: {
                /** @description The `id:` of the last event seen; what was missed since is sent first */
                "last-event-id"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each `data:` line is a ServerEvent */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: model.promoted
                     *     id: 3
                     *     data: {"type":"model.promoted","version":"2026.11.23-1","digest":"…"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listModels: {
        parameters: {
            query?: {
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of models */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Model"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCurrentModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The champion */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-missing`: There is no model in service; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier (UUID) or version */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-not-found`: There is no such model */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    promoteModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Identifier (UUID) or version */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoteModelRequest"];
            };
        };
        responses: {
            /** @description It is in service */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionOutcome"];
                };
            };
            /** @description It waits for a second person */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionOutcome"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `reason-missing`: A reason is missing */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-not-found`: There is no such model */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-champion`: The model is in service already; `gate-not-passed`: The gate did not let the model pass; `model-not-servable`: The model was made for other seeing code; `champion-changed`: Another model became champion meanwhile; `promotion-requested-already`: The promotion was asked for already */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-missing`: There is no model in service; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeployments: {
        parameters: {
            query?: {
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the ledger */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Deployment"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveDeployment: {
        parameters: {
            query?: {
                /** @description RFC 3339 instant, UTC */
                at?: string;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deployment in force at that time; now, when no time is given */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deployment"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `deployment-not-found`: No model was in service then */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollBackModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollBackRequest"];
            };
        };
        responses: {
            /** @description The row of the ledger */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deployment"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `reason-missing`: A reason is missing */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-not-found`: There is no such model */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rollback-impossible`: There is nothing to go back to; `model-not-servable`: The model was made for other seeing code; `champion-changed`: Another model became champion meanwhile */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-missing`: There is no model in service; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPromotionRequests: {
        parameters: {
            query?: {
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PromotionRequest"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromotionRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionRequest"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promotion-request-not-found`: There is no such request */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decidePromotion: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecidePromotionRequest"];
            };
        };
        responses: {
            /** @description The request as decided, and the deployment when approved */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionOutcome"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second-person-needed`: A second person must decide; `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promotion-request-not-found`: There is no such request */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promotion-decided`: The request was decided already; `already-champion`: The model is in service already; `gate-not-passed`: The gate did not let the model pass; `model-not-servable`: The model was made for other seeing code; `champion-changed`: Another model became champion meanwhile */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-missing`: There is no model in service; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getModelPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPolicy"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putModelPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelPolicy"];
            };
        };
        responses: {
            /** @description The policy */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPolicy"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `policy-invalid`: The policy cannot be used */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasets: {
        parameters: {
            query?: {
                /** @description `labels`: what was labelled at a moment; `training`: exactly what one model learned, in the order of learning */
                kind?: components["schemas"]["DatasetKind"];
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dataset"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDatasetRequest"];
            };
        };
        responses: {
            /** @description These very labels were frozen before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description Frozen; `Location` names the version */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `data-folder-unwritable`: The data folder cannot be written; `disk-full`: A disk is full; `storage-failed`: A stored file cannot be read or written; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description SHA-256 of the manifest, or its beginning (at least 8 digits) */
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-not-found`: There is no such dataset version */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasetEntries: {
        parameters: {
            query?: {
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description SHA-256 of the manifest, or its beginning (at least 8 digits) */
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of labelled pictures */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DatasetEntry"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-not-found`: There is no such dataset version; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDatasetManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description SHA-256 of the manifest, or its beginning (at least 8 digits) */
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest, streamed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"format":"mlmcsc-dataset","version":2,"kind":"labels","parent":null} */
                    "application/x-ndjson": string;
                };
            };
            /** @description Unchanged (If-None-Match) */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-not-found`: There is no such dataset version; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDataset: {
        parameters: {
            query?: {
                /** @description `tar`: manifest, table, pictures and paintings; `coco`: object detection with outlines and painted regions; `csv`, `ndjson`: the labels */
                format?: "tar" | "coco" | "csv" | "ndjson";
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description SHA-256 of the manifest, or its beginning (at least 8 digits) */
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tar": string;
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/json": Record<string, never>;
                };
            };
            /** @description Unchanged (If-None-Match) */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-not-found`: There is no such dataset version; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description SHA-256 of the manifest, or its beginning (at least 8 digits) */
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queued; `Location` names the job */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset-not-found`: There is no such dataset version */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startArchiveUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartArchiveUploadRequest"];
            };
        };
        responses: {
            /** @description Where the archive goes */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `objects-unavailable`: The object store does not answer; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again. */
                "idempotency-key"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportDatasetRequest"];
            };
        };
        responses: {
            /** @description Queued; `Location` names the job */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upload-not-found`: There is no such upload */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This idempotency key belongs to another request; `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `archive-damaged`: The archive is damaged; `dataset-archive-invalid`: This archive cannot be imported; `dataset-labels-conflict`: The archive contradicts what is here */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `data-folder-unwritable`: The data folder cannot be written; `storage-failed`: A stored file cannot be read or written; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `images-busy`: Too many pictures at once; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningStatus"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-missing`: There is no model in service; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStrategy: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The strategy */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningStrategy"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    configureLearning: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was read before; `*` takes whatever is there */
                "if-match"?: string;
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigureLearningRequest"];
            };
        };
        responses: {
            /** @description The status with the new strategy */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningStatus"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It was changed meanwhile */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: Say what you are replacing */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-missing`: There is no model in service; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHistory: {
        parameters: {
            query?: {
                /** @description Part of file name, specimen or heat, case-insensitive; one or two characters: what one of them begins with */
                text?: string;
                /** @description `no-face`: no fracture face found; `poor`: found, but unfit to be measured */
                status?: components["schemas"]["AnalysisStatus"];
                labelled?: boolean;
                technician?: string;
                /** @description RFC 3339 instant, UTC */
                from?: string;
                /** @description RFC 3339 instant, UTC */
                to?: string;
                /** @description Percent shear (SFA), 0–100, unrounded */
                shear_min?: number;
                /** @description Percent shear (SFA), 0–100, unrounded */
                shear_max?: number;
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of analyses with their pictures */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryItem"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportHistory: {
        parameters: {
            query?: {
                /** @description Part of file name, specimen or heat, case-insensitive; one or two characters: what one of them begins with */
                text?: string;
                /** @description `no-face`: no fracture face found; `poor`: found, but unfit to be measured */
                status?: components["schemas"]["AnalysisStatus"];
                labelled?: boolean;
                technician?: string;
                /** @description RFC 3339 instant, UTC */
                from?: string;
                /** @description RFC 3339 instant, UTC */
                to?: string;
                /** @description Percent shear (SFA), 0–100, unrounded */
                shear_min?: number;
                /** @description Percent shear (SFA), 0–100, unrounded */
                shear_max?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table, streamed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example analysis_id,analysed_at,analysed_by,file_name,image_sha256,specimen,heat,width_mm,status,reason,shear_percent,lower,upper,interval_level,px_per_mm,flags,model_version,model_digest,pipeline_version,elapsed_ms,label_percent,label_decision,label_technician,labelled_at,label_notes */
                    "text/csv": string;
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                action?: string;
                /** @description User name or pseudonym */
                actor?: string;
                subject_kind?: string;
                /** @description Of a user: user name or pseudonym */
                subject_id?: string;
                /** @description RFC 3339 instant, UTC */
                from?: string;
                /** @description RFC 3339 instant, UTC */
                to?: string;
                /** @description Opaque cursor from `next_cursor` */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the trail */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description; `cursor-invalid`: The cursor is not one of ours */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditHead: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The head */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHead"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                /** @description Hash of a head kept elsewhere: it must still be part of the trail */
                expected_hash?: string;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
                /** @description The `ETag` of the answer you have; 304 says that it is still right */
                "if-none-match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description What you have is still right */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query: {
                /** @description `ndjson`: the whole trail, verifiable; `csv`: a table of what the filters leave */
                format: "ndjson" | "csv";
                action?: string;
                /** @description User name or pseudonym */
                actor?: string;
                subject_kind?: string;
                /** @description Of a user: user name or pseudonym */
                subject_id?: string;
                /** @description RFC 3339 instant, UTC */
                from?: string;
                /** @description RFC 3339 instant, UTC */
                to?: string;
            };
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trail, streamed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"hash":"…","prev_hash":"…","entry":{}} */
                    "application/x-ndjson": string;
                    /** @example position,at,action,actor_kind,actor_person,actor_name,actor_api_key,actor_address,subject_kind,subject_id,subject_name,request_id,details,hash */
                    "text/csv": string;
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description User name */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records, streamed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"kind":"account","record":{}} */
                    "application/x-ndjson": string;
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description User name */
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasePersonRequest"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description; `malformed-body`: The body cannot be read; `erasure-of-oneself`: Nobody erases their own account */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-administrator`: This is the last active administrator */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describeInferenceServer: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceServer"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
    isInferenceLive: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceLive"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
    isInferenceReady: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They can */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceReady"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-missing`: There is no model in service; `objects-unavailable`: The object store does not answer; `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
    describeModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description `percent-shear` */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceModel"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-not-found`: There is no such model */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-missing`: There is no model in service; `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
    describeModelVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description `percent-shear` */
                name: string;
                /** @description Version of the champion */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceModel"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-not-found`: There is no such model */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-missing`: There is no model in service; `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
    isModelReady: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description `percent-shear` */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceModelReady"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-not-found`: There is no such model */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-missing`: There is no model in service; `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
    isModelVersionReady: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description `percent-shear` */
                name: string;
                /** @description Version of the champion */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceModelReady"];
                };
            };
            /** @description `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-not-found`: There is no such model */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-missing`: There is no model in service; `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
    infer: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description `percent-shear` */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InferenceRequest"];
            };
        };
        responses: {
            /** @description The outputs */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceResponse"];
                };
            };
            /** @description `malformed-body`: The body cannot be read; `context-invalid`: What was told about the picture is invalid; `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-not-found`: There is no such model; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `body-too-large`: The body is too large; `image-too-large`: The picture has too many bytes */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `image-empty`: The picture is empty; `image-type-unsupported`: This is not a picture we can read; `image-truncated`: The picture is damaged or incomplete; `image-too-many-pixels`: The picture has too many pixels; `image-animated`: The picture is animated; `image-too-slow`: The picture takes too long */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `request-aborted`: The caller went away */
            499: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `images-busy`: Too many pictures at once; `measurer-busy`: Too many analyses at once; `upload-busy`: Too many uploads at once; `model-missing`: There is no model in service; `out-of-memory`: There is not enough memory for this picture now; `disk-full`: A disk is full; `storage-failed`: A stored file cannot be read or written; `data-folder-unwritable`: The data folder cannot be written; `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
    inferVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of yours for this request, to find it in the log; ignored when it is unfit */
                "x-request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description `percent-shear` */
                name: string;
                /** @description Version of the champion */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InferenceRequest"];
            };
        };
        responses: {
            /** @description The outputs */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceResponse"];
                };
            };
            /** @description `malformed-body`: The body cannot be read; `context-invalid`: What was told about the picture is invalid; `invalid-request`: The request does not fit its description */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `not-signed-in`: Sign in first; `api-key-invalid`: This API key does not work */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `cross-site-request`: This request came from another site; `role-insufficient`: Your role does not allow this; `scope-insufficient`: The API key may not do this; `session-required`: API keys cannot do this; `second-factor-missing`: Set up a second factor first */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `model-not-found`: There is no such model; `object-not-found`: The stored file is missing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `body-too-large`: The body is too large; `image-too-large`: The picture has too many bytes */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `unsupported-media-type`: This content type is not accepted here */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `image-empty`: The picture is empty; `image-type-unsupported`: This is not a picture we can read; `image-truncated`: The picture is damaged or incomplete; `image-too-many-pixels`: The picture has too many pixels; `image-animated`: The picture is animated; `image-too-slow`: The picture takes too long */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `request-aborted`: The caller went away */
            499: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
            /** @description `images-busy`: Too many pictures at once; `measurer-busy`: Too many analyses at once; `upload-busy`: Too many uploads at once; `model-missing`: There is no model in service; `out-of-memory`: There is not enough memory for this picture now; `disk-full`: A disk is full; `storage-failed`: A stored file cannot be read or written; `data-folder-unwritable`: The data folder cannot be written; `object-damaged`: A stored file is damaged; `objects-unavailable`: The object store does not answer; `objects-refused`: The object store refuses us; `shutting-down`: The server is shutting down; `overloaded`: The server is overloaded; `database-unavailable`: The database cannot be reached */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceError"];
                };
            };
        };
    };
}
