export interface paths {
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases, a page at a time */
        get: operations["listCases"];
        put?: never;
        /**
         * Open a case
         * @description Takes the head of a case file, or a whole case file. Nothing is recorded unless all of it is valid.
         */
        post: operations["openCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record one or more facts of a case
         * @description All of them or none. Corrections and retractions are facts too. Answers with the assessment that stands after them. Send an `Idempotency-Key` so that a request whose answer was lost can be repeated; without one, every request is recorded.
         */
        post: operations["recordFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring in a case file
         * @description Opens the case when its reference is new; otherwise records the facts that follow the recorded ones. Repeating it changes nothing.
         */
        post: operations["importCaseFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/facts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What recording one or more facts would change
         * @description Nothing is recorded. Refused as the recording itself would be.
         */
        post: operations["previewFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-files/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What bringing in a case file would change, fact by fact
         * @description Nothing is recorded. Refused as the import itself would be.
         */
        post: operations["previewCaseFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The cases whose reference or title holds some words, a page at a time
         * @description Nothing is recorded. What is searched for stands in the body, so that it comes into no address and no log: it may be of a patient.
         */
        post: operations["searchCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case and the assessment that stands */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The assessment of a case, valid on one day as known on another */
        get: operations["getAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a case, event by event */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole record of a case as a case file */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what was written about the person of a case, for ever
         * @description Destroys the key of the case, so that nobody can read its free text any more: it is told as `[erased]`. What is coded stays, with the assessments that rest on it, and nothing more is recorded of the case. This cannot be undone. Copies elsewhere, such as backups, are not reached.
         */
        post: operations["eraseCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the published systems, the guidelines and the trials say of a case
         * @description For each system the survival of the class in its own paper and what it says of locoregional radiotherapy, side by side and never merged; the positions of guidelines on the proposed step; trials criterion by criterion. A match is not eligibility.
         */
        get: operations["getOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a part of the assessment is what it is, and what would change it
         * @description The facts, the rule in words and the sources behind each reason; and the smallest sets of assumed facts that would settle or change the part. What is assumed comes from a catalogue: that nothing is found does not say that nothing could change.
         */
        get: operations["getExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a record of a person
         * @description The identity is encrypted with a key of the record. A record number is that of one record of the site: registering the same person again answers with the record that is there, and somebody else under the number is refused with the id of that record.
         */
        post: operations["registerPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a person by record number or name
         * @description What is searched for stands in the body, so that it comes into no log. Only keyed hashes are compared.
         */
        post: operations["searchPatients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who a person is, with the other records of the person and the cases
         * @description With records that may be of the same person. Once it was erased, every part of an identity reads `[erased]`.
         */
        get: operations["getPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Record anew who a person is
         * @description The whole identity, and why it is said anew. A number that another record has is refused: where both are of one person, link them.
         */
        put: operations["correctIdentity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that another record is of the same person */
        post: operations["linkPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/links/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Say that another record is not of the same person */
        delete: operations["unlinkPatient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What erasing a person reaches, or has reached
         * @description Without who the person is: which records and cases, and where they were erased, when, on what ground and by whom.
         */
        get: operations["getPatientErasure"];
        put?: never;
        /**
         * Erase a person, for ever
         * @description Destroys the key of the record at once; every case of the person and every linked record follow, which `getPatientErasure` tells of. What is coded in the cases stays. This cannot be undone. Copies elsewhere, such as backups, are not reached.
         */
        post: operations["erasePatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/patient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whose case it is
         * @description When it was said to be the case of another patient, `replaces` names that one.
         */
        put: operations["identifyPatient"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The evidence register: every row of the review’s tables 2 to 7, the studies of its text, and later ones
         * @description Facts and figures with their sources. `verified: false` marks what could not be read again in its source.
         */
        get: operations["listEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the evidence register holds under an id, of an entry or of a source that a reason cites */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/{place}/{study}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An entry of the evidence register, its id written with its slash */
        get: operations["getEvidenceEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/m1-systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The 13 published rule sets of M1 disease: patients, rules in words, caveats, survival of the classes
         * @description They disagree and are never merged. `verified: false` marks what could not be read again in its source.
         */
        get: operations["listM1Systems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cases that wait for the board, most urgent first
         * @description Why each waits, since when and by when the board should see it, what it lacks and who owes that. Cases that were put off are among them, with `readiness` `deferred`, until their day has come.
         */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meetings of the board, the earliest first */
        get: operations["listMeetings"];
        put?: never;
        /**
         * Plan a single meeting
         * @description Times are those of the clocks of its place. Meetings of a series are planned with the series.
         */
        post: operations["planMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meeting with its agenda in order, who is there, and the quorum for each case */
        get: operations["getMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a meeting to another time or place before it begins */
        put: operations["moveMeeting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a meeting off
         * @description What is on its agenda goes to the next meeting of the series, where there is one, else back to the queue.
         */
        post: operations["cancelMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a meeting */
        post: operations["openMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a meeting
         * @description Cases that were neither decided nor deferred go to the next meeting of the series, where there is one, else back to the queue.
         */
        post: operations["closeMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be at a meeting, or record that somebody is
         * @description Counts towards the quorum with the disciplines of the account, also where somebody else records it by its login or name. Sent again it changes what was said before.
         */
        post: operations["joinMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a meeting, or record that somebody left */
        post: operations["leaveMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a case on the agenda
         * @description A case that is on it already stays as it is; one that another meeting plans to discuss comes off that, unless that meeting is being held. Without discussion only where the case is a standard one.
         */
        post: operations["addAgendaItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which cases of the queue the agenda would take, and why not the others
         * @description In the order of the queue: those that are ready and whose disciplines are expected, until the places are used up. Nothing changes.
         */
        get: operations["proposeAgenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/filling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fill the agenda from the queue */
        post: operations["fillAgenda"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/{itemId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a case stand behind another
         * @description When the other was taken off meanwhile, it stands where that one was, and the answer says so (`insteadOf`).
         */
        post: operations["moveAgendaItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/{itemId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a case off the agenda */
        post: operations["removeAgendaItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/{itemId}/pull-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Discuss a case after all that was to go without */
        post: operations["pullBackItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/{itemId}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn to a case */
        post: operations["callItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/{itemId}/deferral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a case off, with a reason and where it goes
         * @description A note is kept in the case, where it is protected; the meeting keeps the reason alone.
         */
        post: operations["deferItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The series of meetings, by title */
        get: operations["listMeetingSeries"];
        put?: never;
        /**
         * Begin a series of meetings
         * @description Times are those of the clocks of the place, whatever clocks do in the meantime. Its meetings are planned by a request of their own.
         */
        post: operations["planMeetingSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A series of meetings with those that are planned */
        get: operations["getMeetingSeries"];
        /**
         * Change what the next meetings of a series will be like
         * @description Meetings that are planned already stay as they are; each can be moved or called off.
         */
        put: operations["changeMeetingSeries"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-series/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan no more meetings of a series from a day on */
        post: operations["endMeetingSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-series/{id}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See to it that the next meetings of a series are planned
         * @description Those that are planned already stay as they are, so that asking twice plans nothing twice.
         */
        post: operations["planSeriesMeetings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the board a question about a case
         * @description The case is listed in the queue, with its reason and the day by which the board should see it.
         */
        post: operations["referCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/referrals/{referralId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a question back
         * @description The case leaves the queue when nothing else keeps it there.
         */
        post: operations["withdrawReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask somebody for what a case lacks
         * @description The item is one of those that the case lacks. It counts as come when a fact brings it.
         */
        post: operations["requestItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/deferral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a listed case for later
         * @description It stays in the queue, put off until the day or until somebody takes it up again.
         */
        post: operations["deferCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/delisting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a case out of the queue without a decision */
        post: operations["delistCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/decision-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The decision that would carry out the proposed step, to be completed
         * @description With what it rests on and the hash of that: a decision is recorded only while nothing of it has changed.
         */
        get: operations["getDecisionDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what the board decided, and sign it
         * @description Supersedes the decision that stands; nothing is edited. Who signs proves to be there by the password. The quorum follows from the attendance of the meeting; without it the decision is provisional and the case is listed again.
         */
        post: operations["recordDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/decisions/{decisionId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put one more signature under the decision that stands */
        post: operations["signDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/decisions/{decisionId}/actions/{actionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how far an action was carried out
         * @description Done, partly or not done; the last two with a coded reason, and they bring the case back to the board.
         */
        post: operations["reportAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/decisions/{decisionId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether it was right to decide without discussion
         * @description For a case that was listed without discussion and sampled for audit. A comment is needed unless the auditor agrees; a later audit takes the place of an earlier one. Nothing of the decision changes.
         */
        post: operations["auditDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/decisions/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Two decisions of a case compared
         * @description Field by field, with the facts between them; each difference of what was advised is labelled new data, corrected data, new rule or board override.
         */
        get: operations["diffDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/decisions/{decisionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a decision was made and what became of it
         * @description What was known, advised, said, decided and done. The advice is computed again from the facts of then and checked against what was recorded.
         */
        get: operations["getDecisionDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the board is doing with a case
         * @description Referrals, listing, readiness, what is missing and who owes it, decisions with their signatures, actions and expectations.
         */
        get: operations["getCaseBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decisions of the board, the newest first */
        get: operations["listDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often boards chose otherwise than proposed, by reason and release */
        get: operations["listOverrides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who owes what by when, those due first first */
        get: operations["listActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cases listed without discussion that are sampled for audit, with what it found
         * @description Those of the newest meeting first. One that was discussed after all, or not decided in its meeting, is not among them.
         */
        get: operations["listAuditSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{decisionId}/hindsight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A decision looked back at
         * @description As decided, the same facts with today’s rules, today’s facts with today’s rules. Each difference is labelled new data, corrected data, new rule or board override, with the facts or the release behind it.
         */
        get: operations["getHindsight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/hindsight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every decision of a meeting looked back at */
        get: operations["getMeetingHindsight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/deliberation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the panel and people say of a case
         * @description The last run of the panel, current or marked as one of the past, with every opinion word for word, the ledger with its struck claims, the synthesis, and the claims of people in the same ledger.
         */
        get: operations["getDeliberation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/deliberations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every run of the panel on a case, the newest first */
        get: operations["listDeliberations"];
        put?: never;
        /**
         * Ask the panel to deliberate on a case as it is now
         * @description The panel begins by itself when a case waits for the board. Nothing new is asked while it deliberates, or while what it said as a whole still stands.
         */
        post: operations["requestDeliberation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/deliberations/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the panel and people said in one run */
        get: operations["getDeliberationRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/deliberations/{runId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hold a run of the panel again, on the case of then, and compare every byte */
        get: operations["replayDeliberation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/panel/counters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is counted of the panel: struck claims, absences, repeats, dissent, changed minds, agreement with the board */
        get: operations["getPanelCounters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a claim into the ledger in one’s own name
         * @description Checked like a claim of an agent: one that cites what does not exist is struck, and stays to be seen. It stands until it is taken back or the board decides.
         */
        post: operations["makeClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/claims/{claimId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one’s own claim back */
        post: operations["withdrawClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/decisions/{decisionId}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The letter about a decision, as a page or as PDF
         * @description What was decided and why, who is to do what, who signed, and what it rests on as it was known then. Who the person is stands on it only for those who may know. A decision that no longer stands says so first. In the page, each number stands in an element whose `data-event` names its event.
         */
        get: operations["getOutcomeLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sheet of a meeting, as a page or as PDF: its agenda before it, its minutes after
         * @description Attendance, and of each case why it is listed, what is known and proposed, and what became of it with quorum, dissent and actions, as it was known when the meeting ended.
         */
        get: operations["getMeetingSheet"];
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
         * What changes, as it changes
         * @description Server-sent events. Each message has an `id`, the cursor to go on from: a browser sends it by itself as `Last-Event-ID` when it
         *     connects again, and is told exactly what it missed.
         *
         *     - `ready` comes before any change: read what you show after it, and miss nothing.
         *     - `changed` tells that a case, a meeting or a series has a new version (`LiveChange`); several changes within a moment are told once, by the last.
         *     - `reset` comes before `ready` when the cursor is too old: read anew what you show.
         *
         *     It never holds text about a patient.
         */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The knowledge releases, oldest first, and which one is in force */
        get: operations["listReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A knowledge release with the rows of its pathway */
        get: operations["getRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two knowledge releases */
        get: operations["compareReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the release would change for every open case
         * @description A dry run: no case changes. The report is recorded by its digest, and can be signed. A hundred thousand cases take about a minute.
         */
        post: operations["reportReleaseImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/{id}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the release into force
         * @description On the strength of a signed report of its impact. Every open case is then assessed under it; see the re-assessments.
         */
        post: operations["activateRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policy of the site, what is scheduled, and which reports wait */
        get: operations["getPolicy"];
        /**
         * Bring a policy into force
         * @description On the strength of a signed report of its impact. Every open case is then assessed under it; see the re-assessments.
         */
        put: operations["changePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a policy would change for every open case
         * @description A dry run: no case changes. The report is recorded by its digest, and can be signed.
         */
        post: operations["reportPolicyImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/impacts/{reportId}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer for having read an impact report
         * @description By its digest, so that what is signed is what was read, and with the password once more. The name is that of the account.
         */
        post: operations["signImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reassessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the cases have been assessed under each change, the newest first */
        get: operations["listReassessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has signed in, and what they may do */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description The session is a cookie. Programs send a token as `Authorization: Bearer` instead, which an administrator makes.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Ends the session, or the token that was sent.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a password
         * @description Ends every other session and token of the account.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one has signed in, and the tokens of the own account */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session or token of the own account */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out everywhere else
         * @description Ends every other session of a browser; tokens of programs go on.
         */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts of the site, and those without a role anywhere */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Make an account
         * @description Its password is made up, is shown this once, and is good for choosing another.
         */
        post: operations["addAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name or the roles of an account, disable or enable it */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/accounts/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an account a one-time password
         * @description Ends all its sessions and tokens.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions and tokens of an account that have not ended */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session or token of an account */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a token for a program that acts as an account
         * @description To be sent as `Authorization: Bearer`. Whoever has it can do what the account may.
         */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/read-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was shown which case, the newest first
         * @description By case, by patient, by account, or by time. Asking is an entry itself.
         */
        get: operations["listReadLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/anchors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed anchors of the log, the newest first
         * @description Whoever notes the number and the hash of an anchor elsewhere can tell later that nothing it covers was changed or cut off.
         */
        get: operations["listAnchors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last verification of the record found, and how far one under way has come */
        get: operations["getVerification"];
        put?: never;
        /**
         * Verify the whole record in the background
         * @description The hash chain of every stream, the anchors, and every recorded assessment. One at a time: while one is under way, this tells of it.
         */
        post: operations["startVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the service is doing
         * @description The process, the database, how far each follower of the log is behind, what it could not take, and the jobs.
         */
        get: operations["getOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/jobs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a failed job once more */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/dead-letters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try events again that a follower of the log could not take
         * @description Whoever follows it does so within seconds, each stream in order; what fails again stays.
         */
        post: operations["retryDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where to look */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the service can answer
         * @description Ready means that the database answers. The service records and assesses without the read models, so it only tells of them.
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
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for a Prometheus server
         * @description To a program on this machine, or with a token.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
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
        Account: {
            /** Format: uuid */
            id: string;
            login: string;
            name: string;
            enabled: boolean;
            demo: boolean;
            mustChangePassword: boolean;
            /** Format: date-time */
            createdAt: string;
            roles: {
                /** @enum {string} */
                role: "coordinator" | "clinician" | "chair" | "auditor" | "knowledge-editor" | "administrator";
                disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
            }[];
        };
        Accounts: {
            accounts: components["schemas"]["Account"][];
        };
        Anchors: {
            anchors: {
                number: number;
                /** Format: date-time */
                madeAt: string;
                /** @description What to note elsewhere, with the number. */
                hash: string;
                /**
                 * Format: base64
                 * @description Ed25519 over the 32 bytes of the hash.
                 */
                signature: string;
                /**
                 * Format: base64
                 * @description The 32 bytes of the key that verifies the signature.
                 */
                publicKey: string;
                /** @description SHA-256 of the 32 bytes of a public key of Ed25519. */
                fingerprint: string;
                /** @description How many streams had grown since the anchor before. */
                heads: number;
            }[];
            trusted: string[];
        };
        Actions: {
            actions: {
                /** Format: uuid */
                caseId: string;
                reference: string | null;
                /** Format: uuid */
                decisionId: string;
                actionId: string;
                meetingId: string | null;
                owner: {
                    account: string;
                } | {
                    /** @enum {string} */
                    discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                };
                /** Format: date */
                dueOn: string;
                /** @enum {string} */
                state: "open" | "done" | "partly" | "not-done" | "superseded";
                isOverdue: boolean;
                reason: ("patient-declined" | "patient-died" | "deterioration" | "toxicity" | "progression" | "new-findings" | "not-available" | "scheduling" | "treated-elsewhere" | "lost-to-follow-up" | "superseded" | "other") | null;
                reportedOn: string | null;
            }[];
            next: string | null;
        };
        AuditSamples: {
            samples: {
                /** Format: uuid */
                meetingId: string;
                /** Format: uuid */
                itemId: string;
                meetingTitle: string;
                /** Format: date */
                meetingOn: string;
                /** Format: uuid */
                caseId: string;
                reference: string | null;
                /** @enum {string} */
                state: "undecided" | "to-audit" | "audited";
                decisionId: string | null;
                step: ("complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care") | null;
                finding: ("agrees" | "should-have-been-discussed" | "not-assessable") | null;
                auditedOn: string | null;
                auditedBy: string | null;
            }[];
            next: string | null;
        };
        Assessment: {
            /** @constant */
            format: "tumor-board-assessment/1";
            reference: string;
            /** Format: date */
            asOf: string;
            knowledge: string;
            policy: {
                /** @enum {number} */
                oligometastaticMax: 3 | 4 | 5;
                upfrontAblationMax: number;
                cisplatinCrClMin: number;
            } & {
                [key: string]: unknown;
            };
            fingerprint: string;
            stage: {
                [key: string]: {
                    group: {
                        /** @constant */
                        status: "classified";
                        /** @enum {string} */
                        value: "0" | "I" | "IA" | "IB" | "II" | "III" | "IVA" | "IVB";
                        because: {
                            text: string;
                            facts: string[];
                            rule?: string;
                            evidence?: string[];
                        }[];
                        flags?: string[];
                    } | {
                        /** @constant */
                        status: "indeterminate";
                        possible: ("0" | "I" | "IA" | "IB" | "II" | "III" | "IVA" | "IVB")[];
                        missing: string[];
                        mayNotApply?: string;
                        because: {
                            text: string;
                            facts: string[];
                            rule?: string;
                            evidence?: string[];
                        }[];
                    } | {
                        /** @constant */
                        status: "not-applicable";
                        reason: string;
                    } | {
                        /** @constant */
                        status: "reported";
                        /** @enum {string} */
                        value: "0" | "I" | "IA" | "IB" | "II" | "III" | "IVA" | "IVB";
                        reportedBy: string;
                    };
                    m: {
                        /** @constant */
                        status: "classified";
                        /** @enum {string} */
                        value: "M0" | "M1" | "M1a" | "M1b";
                        because: {
                            text: string;
                            facts: string[];
                            rule?: string;
                            evidence?: string[];
                        }[];
                        flags?: string[];
                    } | {
                        /** @constant */
                        status: "indeterminate";
                        possible: ("M0" | "M1" | "M1a" | "M1b")[];
                        missing: string[];
                        mayNotApply?: string;
                        because: {
                            text: string;
                            facts: string[];
                            rule?: string;
                            evidence?: string[];
                        }[];
                    } | {
                        /** @constant */
                        status: "not-applicable";
                        reason: string;
                    } | {
                        /** @constant */
                        status: "reported";
                        /** @enum {string} */
                        value: "M0" | "M1" | "M1a" | "M1b";
                        reportedBy: string;
                    };
                };
            };
            m1: {
                [key: string]: {
                    /** @constant */
                    status: "classified";
                    /** @enum {string} */
                    value: "M1a" | "M1b" | "M1c" | "M1d" | "low" | "intermediate" | "high";
                    because: {
                        text: string;
                        facts: string[];
                        rule?: string;
                        evidence?: string[];
                    }[];
                    flags?: string[];
                } | {
                    /** @constant */
                    status: "indeterminate";
                    possible: ("M1a" | "M1b" | "M1c" | "M1d" | "low" | "intermediate" | "high")[];
                    missing: string[];
                    mayNotApply?: string;
                    because: {
                        text: string;
                        facts: string[];
                        rule?: string;
                        evidence?: string[];
                    }[];
                } | {
                    /** @constant */
                    status: "not-applicable";
                    reason: string;
                } | {
                    /** @constant */
                    status: "reported";
                    /** @enum {string} */
                    value: "M1a" | "M1b" | "M1c" | "M1d" | "low" | "intermediate" | "high";
                    reportedBy: string;
                };
            };
            oligometastatic: {
                /** @constant */
                status: "classified";
                value: boolean;
                because: {
                    text: string;
                    facts: string[];
                    rule?: string;
                    evidence?: string[];
                }[];
                flags?: string[];
            } | {
                /** @constant */
                status: "indeterminate";
                possible: boolean[];
                missing: string[];
                mayNotApply?: string;
                because: {
                    text: string;
                    facts: string[];
                    rule?: string;
                    evidence?: string[];
                }[];
            } | {
                /** @constant */
                status: "not-applicable";
                reason: string;
            } | {
                /** @constant */
                status: "reported";
                value: boolean;
                reportedBy: string;
            };
            ebvDna: {
                /** @enum {string} */
                category: "baseline-undetectable" | "not-assessable" | "rapid" | "slow" | "rising";
                reason?: string;
                halfLifeDays?: number;
                halfLifeBelowDays?: number;
                /** @enum {string} */
                clearance: "cleared" | "persistent" | "rebound" | "not-informative" | "not-assessable";
                flags: string[];
            };
            response: {
                assessments: {
                    /** Format: date */
                    on: string;
                    sumMm: number | null;
                    changeFromBaselinePct: number | null;
                    changeFromNadirPct: number | null;
                    /** @enum {string} */
                    overall: "CR" | "PR" | "SD" | "PD" | "NE" | "non-CR/non-PD";
                    immune: ("iCR" | "iPR" | "iSD" | "iUPD" | "iCPD" | "NE" | "non-iCR/non-iUPD") | null;
                    fact: string;
                    line: number | null;
                    flags: string[];
                }[];
                best: {
                    /** @enum {string} */
                    overall: "CR" | "PR" | "SD" | "PD" | "NE" | "non-CR/non-PD";
                    /** Format: date */
                    on: string;
                    immune: ("iCR" | "iPR" | "iSD" | "iUPD" | "iCPD" | "NE" | "non-iCR/non-iUPD") | null;
                    immuneOn: string | null;
                } | null;
                /** @enum {string} */
                gate: "good" | "poor" | "conflict" | "not-assessable";
                reason: string;
            };
            nextStep: {
                /** @enum {string} */
                code: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                title: string;
                because: {
                    text: string;
                    facts: string[];
                    rule?: string;
                    evidence?: string[];
                }[];
                alternatives: {
                    title: string;
                    evidence: string[];
                }[];
                blocked: {
                    option: string;
                    because: {
                        text: string;
                        facts: string[];
                        rule?: string;
                        evidence?: string[];
                    }[];
                }[];
                needs: string[];
                evidence: string[];
                regimen?: string[];
                /** @enum {string} */
                ablation?: "upfront" | "deferred" | "none";
                doseGy?: [
                    number,
                    number
                ];
                concurrent?: string;
            };
            missing: {
                item: string;
                wouldSettle: string[];
            }[];
            alerts: {
                code: string;
                text: string;
                facts: string[];
            }[];
        };
        AssessmentAnswer: {
            /** Format: uuid */
            caseId: string;
            version: number;
            validOn: string | null;
            knownOn: string | null;
            recordedBefore: string | null;
            release: string;
            current: boolean;
            assessment: components["schemas"]["Assessment"];
        };
        Case: {
            /** Format: uuid */
            id: string;
            site: string;
            version: number;
            reference: string;
            title?: string;
            source?: {
                /** @enum {string} */
                kind: "synthetic" | "published";
                citation?: string;
            };
            patient: {
                ageYears: number;
                /** @enum {string} */
                sex: "female" | "male";
            };
            headline: {
                [key: string]: string;
            };
            assessment: components["schemas"]["Assessment"];
            fingerprint: string;
            digestMatches: boolean | null;
            freshness: {
                position: string;
                /** Format: date-time */
                recordedAt: string;
            };
            identity: {
                /** Format: uuid */
                id: string;
                name: string;
                recordNumber: string;
            } | null;
        };
        CaseBoard: {
            /** Format: uuid */
            id: string;
            version: number;
            recordedBefore: string | null;
            patientId: string | null;
            erased: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                because: "person-asked" | "consent-withdrawn" | "retention-ended" | "recorded-by-mistake" | "court-order";
                by: string;
            } | null;
            referrals: {
                /** Format: uuid */
                referralId: string;
                /** Format: date */
                on: string;
                question: string;
                /** @enum {string} */
                urgency: "routine" | "urgent" | "emergency";
                disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                dueBy: string | null;
            }[];
            listing: {
                /** @enum {string} */
                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                /** Format: date */
                since: string;
                /** Format: date */
                dueBy: string;
                waitingDays: number;
                isOverdue: boolean;
                trigger: {
                    /** @enum {string} */
                    kind: "referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date";
                    facts: string[];
                    changed: {
                        part: string;
                        before: string | null;
                        after: string | null;
                    }[];
                };
                grounds: {
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                    /** Format: date */
                    dueBy: string;
                    trigger: {
                        /** @enum {string} */
                        kind: "referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date";
                        facts: string[];
                        changed: {
                            part: string;
                            before: string | null;
                            after: string | null;
                        }[];
                    };
                }[];
                deferrals: number;
            } | null;
            schedule: {
                /** Format: uuid */
                meetingId: string;
                /** Format: uuid */
                itemId: string;
                /** Format: date */
                on: string;
                /** @enum {string} */
                mode: "discussion" | "without-discussion";
            } | null;
            deferral: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                reason: "result-awaited" | "person-absent" | "no-quorum" | "no-time" | "patient-request" | "other";
                until: string | null;
                note: string | null;
            } | null;
            /** @enum {string} */
            readiness: "ready" | "not-ready" | "awaiting-result" | "listed" | "deferred";
            missing: {
                item: string;
                /** @enum {string} */
                owner: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                blocking: boolean;
                requested: {
                    owner: {
                        account: string;
                    } | {
                        /** @enum {string} */
                        discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    };
                    /** Format: date */
                    on: string;
                    /** Format: date */
                    dueOn: string;
                } | null;
                wouldSettle: string[];
            }[];
            standing: {
                /** Format: uuid */
                decisionId: string;
                /** @enum {string} */
                review: "current" | "needs-review";
                signedOnEarlierVersion: boolean;
            } | null;
            decisions: {
                /** Format: uuid */
                decisionId: string;
                /** Format: date */
                on: string;
                version: number;
                meetingId: string | null;
                itemId: string | null;
                content: {
                    /** @enum {string} */
                    kind: "first-presentation" | "local-therapy" | "any";
                    /** @enum {string} */
                    step: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                    plan: string;
                    /** @enum {string} */
                    intent: "radical" | "disease-control" | "palliative" | "supportive" | "diagnostic";
                    rationale: string;
                    alternatives: {
                        option: string;
                        because: string;
                    }[];
                    noAlternatives?: string;
                    contingency: string;
                    dissent: {
                        by: string;
                        /** @enum {string} */
                        discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                        text: string;
                    }[];
                    override?: {
                        /** @enum {string} */
                        reason: "patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other";
                        comment: string;
                    };
                    preference: {
                        /** @enum {string} */
                        stand: "agrees" | "declines" | "undecided" | "not-asked-yet";
                        text?: string;
                    };
                    guidelines: {
                        guideline: string;
                        /** @enum {string} */
                        position: "agrees" | "silent" | "differs" | "open";
                    }[];
                    actions: {
                        actionId: string;
                        what: string;
                        owner: {
                            account: string;
                        } | {
                            /** @enum {string} */
                            discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                        };
                        /** Format: date */
                        dueOn: string;
                    }[];
                    expectations: {
                        expectationId: string;
                        /** @enum {string} */
                        result: "response-scan" | "ebv-dna";
                        /** Format: date */
                        dueOn: string;
                    }[];
                    /** Format: date */
                    reviewOn?: string;
                };
                basis: {
                    version: number;
                    asOf: string;
                    release: string;
                    fingerprint: string;
                    digest: string;
                    headline: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    proposed: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                    blocked: string[];
                    alternatives: string[];
                    missing: string[];
                    standing: string | null;
                    referrals: string[];
                };
                basisHash: string;
                contentHash: string;
                quorum: {
                    /** @enum {string} */
                    state: "met" | "not-met" | "not-in-a-meeting";
                    required: string[];
                    present: string[];
                    missing: string[];
                };
                provisional: boolean;
                supersedes: string | null;
                supersededBy: string | null;
                signatures: {
                    account: string;
                    name: string;
                    roles: string[];
                    /** @enum {string} */
                    discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    /** @enum {string} */
                    meaning: "chair" | "author" | "reviewer" | "dissent";
                    /** @enum {string} */
                    method: "password";
                    /** Format: date-time */
                    at: string;
                }[];
                triggers: {
                    /** @enum {string} */
                    kind: "referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date";
                    facts: string[];
                    changed: {
                        part: string;
                        before: string | null;
                        after: string | null;
                    }[];
                    /** Format: date */
                    on: string;
                }[];
                actions: {
                    actionId: string;
                    what: string;
                    owner: {
                        account: string;
                    } | {
                        /** @enum {string} */
                        discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    };
                    /** Format: date */
                    dueOn: string;
                    /** @enum {string} */
                    state: "open" | "done" | "partly" | "not-done";
                    reason: ("patient-declined" | "patient-died" | "deterioration" | "toxicity" | "progression" | "new-findings" | "not-available" | "scheduling" | "treated-elsewhere" | "lost-to-follow-up" | "superseded" | "other") | null;
                    reportedOn: string | null;
                }[];
                audit: {
                    /** Format: date */
                    on: string;
                    auditor: {
                        account: string;
                        name: string;
                    };
                    /** @enum {string} */
                    finding: "agrees" | "should-have-been-discussed" | "not-assessable";
                    comment?: string;
                } | null;
            }[];
            expectations: {
                expectationId: string;
                /** @enum {string} */
                result: "response-scan" | "ebv-dna";
                /** Format: date */
                dueOn: string;
                /** @enum {string} */
                state: "open" | "met" | "overdue";
                fact: string | null;
                metOn: string | null;
            }[];
        };
        CaseExplanation: {
            /** Format: uuid */
            caseId: string;
            version: number;
            validOn: string | null;
            knownOn: string | null;
            recordedBefore: string | null;
            release: string;
            current: boolean;
            fingerprint: string;
            trace: components["schemas"]["Trace"];
            whatWouldChange: components["schemas"]["WhatWouldChange"];
        };
        CaseFile: {
            /** @constant */
            format: "tumor-board-case/1";
            reference: string;
            title?: string;
            source?: {
                /** @enum {string} */
                kind: "synthetic" | "published";
                citation?: string;
            };
            patient: {
                ageYears: number;
                /** @enum {string} */
                sex: "female" | "male";
            };
            facts: components["schemas"]["Fact"][];
        };
        CaseHistory: {
            /** Format: uuid */
            caseId: string;
            events: {
                version: number;
                type: string;
                what: string;
                fact: string | null;
                on: string | null;
                knownOn: string | null;
                actor: string;
                /** Format: date-time */
                recordedAt: string;
                position: string;
                cause: {
                    /** @enum {string} */
                    kind: "new-fact" | "corrected-fact" | "retracted-fact" | "new-release" | "new-policy";
                    readonly facts: string[];
                } | null;
                changed: {
                    part: string;
                    before: string | null;
                    after: string | null;
                }[] | null;
                fingerprint: string | null;
            }[];
            next: number | null;
        };
        CaseList: {
            cases: {
                /** Format: uuid */
                id: string;
                reference: string;
                title: string | null;
                source: ("synthetic" | "published") | null;
                patient: {
                    ageYears: number;
                    /** @enum {string} */
                    sex: "female" | "male";
                };
                nextStep: ("complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care") | null;
                stage: string | null;
                response: string | null;
                alerts: string[];
                facts: number;
                lastFactOn: string | null;
                version: number;
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                changedAt: string;
            }[];
            next: string | null;
        };
        CaseOutlook: {
            /** Format: uuid */
            caseId: string;
            version: number;
            validOn: string | null;
            knownOn: string | null;
            recordedBefore: string | null;
            release: string;
            current: boolean;
            /** Format: date */
            asOf: string;
            fingerprint: string;
            nextStep: {
                /** @enum {string} */
                code: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                title: string;
            };
            systems: {
                /** @enum {string} */
                system: "SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23";
                title: string;
                citation: string;
                evidence: string;
                entries: string[];
                cohort: {
                    patients: {
                        text: string;
                        /** @enum {string} */
                        status: "V" | "S" | "K" | "?";
                        verified: boolean;
                    };
                    period?: {
                        text: string;
                        /** @enum {string} */
                        status: "V" | "S" | "K" | "?";
                        verified: boolean;
                    };
                    /** @enum {string} */
                    timing: "synchronous" | "metachronous" | "de novo" | "not stated";
                };
                /** @enum {string} */
                status: "classified" | "indeterminate" | "not-applicable" | "reported";
                classes: {
                    class: string;
                    survival: {
                        text: string;
                        /** @enum {string} */
                        status: "V" | "S" | "K" | "?";
                        verified: boolean;
                    }[];
                    locoregionalRadiotherapy: {
                        /** @enum {string} */
                        claim: "benefit" | "no-benefit";
                        figures: {
                            text: string;
                            /** @enum {string} */
                            status: "V" | "S" | "K" | "?";
                            verified: boolean;
                        };
                    } | null;
                }[];
                flags: string[];
                missing: string[];
                doesNotApply: string | null;
                reportedBy: string | null;
                caveats: {
                    text: string;
                    /** @enum {string} */
                    status: "V" | "S" | "K" | "?";
                    verified: boolean;
                }[];
            }[];
            locoregionalRadiotherapy: {
                /** @enum {string} */
                position: "benefit" | "no-benefit" | "disagree" | "not-stated";
                settled: boolean;
                benefit: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
                noBenefit: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
                notStated: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
                open: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
                text: string;
            };
            guidelines: {
                /** @enum {string} */
                guideline: "CSCO 2021" | "NCCN 1.2022" | "NCCN 1.2025" | "ESMO-EURACAN 2021" | "ESMO-EURACAN 2023";
                date: string;
                /** @enum {string} */
                position: "agrees" | "silent" | "differs" | "open";
                text: string;
                grades: string[];
                evidence: string[];
                verified: boolean;
            }[];
            trials: {
                trial: string;
                title: string;
                /** @enum {string} */
                overall: "possible" | "excluded" | "unknown";
                /** @enum {string} */
                recruiting: "yes" | "no" | "unknown";
                status: {
                    /** @enum {string} */
                    recruitment: "recruiting" | "not yet recruiting" | "closed" | "reported" | "unknown";
                    asOf: string | null;
                    source: string;
                };
                criteria: {
                    criterion: string;
                    /** @enum {string} */
                    kind: "age" | "ecog" | "histology" | "metastatic" | "stage" | "measurable-disease" | "first-line" | "received" | "response" | "response-after-radiotherapy" | "lesion-count" | "lesion-size" | "laboratory" | "untreated" | "metachronous-after-radical-treatment" | "judgement" | "ambiguous";
                    asks: string;
                    /** @enum {string} */
                    outcome: "met" | "not-met" | "unknown";
                    facts: string[];
                    text: string;
                    /** @enum {string} */
                    waitsFor?: "fact" | "person";
                }[];
                text: string;
            }[];
        };
        CasePreview: {
            /** Format: uuid */
            id: string;
            version: number;
            opens: boolean;
            facts: {
                fact: string;
                /** @enum {string} */
                type: "HistologyReported" | "StagingRecorded" | "MetastasesCharted" | "EbvDnaMeasured" | "PerformanceStatusRecorded" | "FitnessRecorded" | "SystemicTherapyStarted" | "SystemicTherapyCyclesCompleted" | "SystemicTherapyEnded" | "RadiotherapyDelivered" | "LocalTherapyDelivered" | "BaselineLesionsMeasured" | "ResponseAssessed" | "AdverseEventRecorded" | "ExternalScoreReported" | "PatientPreferenceRecorded" | "DeathRecorded" | "FactCorrected" | "FactRetracted";
                /** Format: date */
                on: string;
                knownOn: string | null;
                what: string;
                changed: {
                    part: string;
                    before: string | null;
                    after: string | null;
                }[];
            }[];
            rules: {
                part: string;
                before: string | null;
                after: string | null;
            }[] | null;
            listings: {
                /** @enum {string} */
                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                /** Format: date */
                dueBy: string;
                trigger: {
                    /** @enum {string} */
                    kind: "referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date";
                    facts: string[];
                    changed: {
                        part: string;
                        before: string | null;
                        after: string | null;
                    }[];
                };
            }[];
            reviews: {
                /** Format: uuid */
                decisionId: string;
                trigger: {
                    /** @enum {string} */
                    kind: "referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date";
                    facts: string[];
                    changed: {
                        part: string;
                        before: string | null;
                        after: string | null;
                    }[];
                };
            }[];
            assessment: components["schemas"]["Assessment"];
        };
        DecisionDiff: {
            /** Format: uuid */
            id: string;
            from: {
                /** Format: uuid */
                decisionId: string;
                /** Format: date */
                on: string;
            };
            to: {
                /** Format: uuid */
                decisionId: string;
                /** Format: date */
                on: string;
            };
            content: {
                field: string;
                from?: unknown;
                to?: unknown;
            }[];
            headline: {
                part: string;
                /** @enum {string} */
                cause: "new-rule" | "corrected-data" | "new-data" | "board-override";
                before: string | null;
                after: string | null;
                facts: string[];
                rules?: {
                    from: string;
                    to: string;
                    policyChanged: boolean;
                };
                override?: ("patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other") | null;
                isShared: boolean;
            }[];
            step: {
                /** @enum {string} */
                from: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                /** @enum {string} */
                to: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                /** @enum {string} */
                proposedFrom: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                /** @enum {string} */
                proposedTo: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                causes: ("new-rule" | "corrected-data" | "new-data" | "board-override")[];
            };
            facts: {
                added: {
                    id: string;
                    type: string;
                    /** Format: date */
                    on: string;
                    /** Format: date */
                    knownOn: string;
                    what: string;
                }[];
                corrections: {
                    id: string;
                    type: string;
                    /** Format: date */
                    on: string;
                    /** Format: date */
                    knownOn: string;
                    what: string;
                }[];
            };
            rules: {
                from: string;
                to: string;
                policy: {
                    field: string;
                    from?: unknown;
                    to?: unknown;
                }[];
            };
        };
        DecisionDossier: {
            /** Format: uuid */
            id: string;
            reference: string;
            version: number;
            decision: {
                /** Format: uuid */
                decisionId: string;
                /** Format: date */
                on: string;
                version: number;
                meetingId: string | null;
                itemId: string | null;
                content: {
                    /** @enum {string} */
                    kind: "first-presentation" | "local-therapy" | "any";
                    /** @enum {string} */
                    step: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                    plan: string;
                    /** @enum {string} */
                    intent: "radical" | "disease-control" | "palliative" | "supportive" | "diagnostic";
                    rationale: string;
                    alternatives: {
                        option: string;
                        because: string;
                    }[];
                    noAlternatives?: string;
                    contingency: string;
                    dissent: {
                        by: string;
                        /** @enum {string} */
                        discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                        text: string;
                    }[];
                    override?: {
                        /** @enum {string} */
                        reason: "patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other";
                        comment: string;
                    };
                    preference: {
                        /** @enum {string} */
                        stand: "agrees" | "declines" | "undecided" | "not-asked-yet";
                        text?: string;
                    };
                    guidelines: {
                        guideline: string;
                        /** @enum {string} */
                        position: "agrees" | "silent" | "differs" | "open";
                    }[];
                    actions: {
                        actionId: string;
                        what: string;
                        owner: {
                            account: string;
                        } | {
                            /** @enum {string} */
                            discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                        };
                        /** Format: date */
                        dueOn: string;
                    }[];
                    expectations: {
                        expectationId: string;
                        /** @enum {string} */
                        result: "response-scan" | "ebv-dna";
                        /** Format: date */
                        dueOn: string;
                    }[];
                    /** Format: date */
                    reviewOn?: string;
                };
                basis: {
                    version: number;
                    asOf: string;
                    release: string;
                    fingerprint: string;
                    digest: string;
                    headline: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    proposed: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                    blocked: string[];
                    alternatives: string[];
                    missing: string[];
                    standing: string | null;
                    referrals: string[];
                };
                basisHash: string;
                contentHash: string;
                quorum: {
                    /** @enum {string} */
                    state: "met" | "not-met" | "not-in-a-meeting";
                    required: string[];
                    present: string[];
                    missing: string[];
                };
                provisional: boolean;
                supersedes: string | null;
                supersededBy: string | null;
                signatures: {
                    account: string;
                    name: string;
                    roles: string[];
                    /** @enum {string} */
                    discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    /** @enum {string} */
                    meaning: "chair" | "author" | "reviewer" | "dissent";
                    /** @enum {string} */
                    method: "password";
                    /** Format: date-time */
                    at: string;
                }[];
                triggers: {
                    /** @enum {string} */
                    kind: "referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date";
                    facts: string[];
                    changed: {
                        part: string;
                        before: string | null;
                        after: string | null;
                    }[];
                    /** Format: date */
                    on: string;
                }[];
                actions: {
                    actionId: string;
                    what: string;
                    owner: {
                        account: string;
                    } | {
                        /** @enum {string} */
                        discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    };
                    /** Format: date */
                    dueOn: string;
                    /** @enum {string} */
                    state: "open" | "done" | "partly" | "not-done";
                    reason: ("patient-declined" | "patient-died" | "deterioration" | "toxicity" | "progression" | "new-findings" | "not-available" | "scheduling" | "treated-elsewhere" | "lost-to-follow-up" | "superseded" | "other") | null;
                    reportedOn: string | null;
                }[];
                audit: {
                    /** Format: date */
                    on: string;
                    auditor: {
                        account: string;
                        name: string;
                    };
                    /** @enum {string} */
                    finding: "agrees" | "should-have-been-discussed" | "not-assessable";
                    comment?: string;
                } | null;
            };
            /** @enum {string} */
            state: "current" | "needs-review" | "superseded";
            signedOnEarlierVersion: boolean;
            known: {
                version: number;
                asOf: string;
                facts: {
                    id: string;
                    type: string;
                    /** Format: date */
                    on: string;
                    /** Format: date */
                    knownOn: string;
                    what: string;
                    version: number;
                    /** Format: date-time */
                    recordedAt: string;
                }[];
            };
            said: {
                dissent: {
                    by: string;
                    /** @enum {string} */
                    discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    text: string;
                }[];
                alternatives: {
                    option: string;
                    because: string;
                }[];
                noAlternatives: string | null;
                panel: {
                    fingerprint: string;
                    run: {
                        /** Format: uuid */
                        runId: string;
                        /** @enum {string} */
                        because: "listing" | "request" | "re-evaluation";
                        /** @enum {string} */
                        state: "running" | "concluded" | "superseded";
                        isCurrent: boolean;
                        supersededBecause: ("new-fact" | "corrected-fact" | "retracted-fact" | "new-release" | "new-policy" | "repeated") | null;
                        fingerprint: string;
                        /** Format: date */
                        asOf: string;
                        release: string;
                        /** Format: date-time */
                        requestedAt: string;
                        /** Format: date-time */
                        deadline: string;
                        concludedAt: string | null;
                        given: string[];
                        absent: {
                            discipline: string;
                            /** @enum {string} */
                            reason: "failed" | "deadline";
                        }[];
                        outstanding: string[];
                        digest: string | null;
                    } | null;
                    opinions: {
                        /** @enum {string} */
                        discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                        author: {
                            /** @constant */
                            kind: "agent";
                            version: string;
                        } | {
                            /** @constant */
                            kind: "person";
                            account: string;
                        } | {
                            /** @constant */
                            kind: "model";
                            model: string;
                            promptVersion: string;
                        };
                        needs: {
                            item: string;
                            why: string;
                            owner: string;
                        }[];
                        missing: string[];
                        claims: {
                            id: string;
                            /** @enum {string} */
                            discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                            /** @enum {string} */
                            stance: "for" | "against" | "concern" | "request";
                            option: string;
                            text: string;
                            facts: string[];
                            rule?: string;
                            evidence: string[];
                            item?: string;
                            answers?: string[];
                            /** @enum {string} */
                            severity?: "veto" | "data-gap" | "preference";
                        }[];
                    }[];
                    ledger: {
                        entries: {
                            claim: {
                                id: string;
                                /** @enum {string} */
                                discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                                /** @enum {string} */
                                stance: "for" | "against" | "concern" | "request";
                                option: string;
                                text: string;
                                facts: string[];
                                rule?: string;
                                evidence: string[];
                                item?: string;
                                answers?: string[];
                                /** @enum {string} */
                                severity?: "veto" | "data-gap" | "preference";
                            };
                            author: {
                                /** @constant */
                                kind: "agent";
                                version: string;
                            } | {
                                /** @constant */
                                kind: "person";
                                account: string;
                            } | {
                                /** @constant */
                                kind: "model";
                                model: string;
                                promptVersion: string;
                            };
                            /** @enum {string} */
                            standing: "admitted" | "struck";
                            struck: ("unknown-fact" | "fact-not-standing" | "unknown-evidence" | "unknown-rule" | "rule-does-not-apply" | "unknown-option" | "unknown-claim" | "evidence-off-topic" | "no-support" | "no-ground" | "not-missing" | "no-item" | "veto-without-safety-rule" | "not-for-a-model" | "altered")[];
                            flags: ("unverified-evidence" | "unverified-rule" | "uncited" | "not-on-record" | "given-on-earlier-version")[];
                            weight: ("veto" | "data-gap" | "preference") | null;
                        }[];
                        admitted: number;
                        struck: number;
                    } | null;
                    synthesis: {
                        /** @constant */
                        format: "tumor-board-synthesis/1";
                        vetoes: {
                            text: string;
                            claims: string[];
                        }[];
                        dataGaps: {
                            text: string;
                            claims: string[];
                        }[];
                        options: {
                            option: string;
                            /** @enum {string} */
                            kind: "proposed" | "alternative" | "blocked" | "case";
                            title: string;
                            /** @enum {string} */
                            position: "vetoed" | "waits-for-data" | "dissent" | "supported" | "opposed" | "questioned" | "silent";
                            for: {
                                claim: string;
                                /** @enum {string} */
                                discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                                /** @enum {string} */
                                author: "agent" | "person" | "model";
                                text: string;
                            }[];
                            against: {
                                claim: string;
                                /** @enum {string} */
                                discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                                /** @enum {string} */
                                author: "agent" | "person" | "model";
                                text: string;
                            }[];
                            concerns: {
                                claim: string;
                                /** @enum {string} */
                                discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                                /** @enum {string} */
                                author: "agent" | "person" | "model";
                                text: string;
                            }[];
                            challenges: {
                                claim: string;
                                /** @enum {string} */
                                discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                                /** @enum {string} */
                                author: "agent" | "person" | "model";
                                text: string;
                            }[];
                            statement: {
                                text: string;
                                claims: string[];
                            } | null;
                        }[];
                        dissent: {
                            option: string;
                            for: {
                                claim: string;
                                /** @enum {string} */
                                discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                                /** @enum {string} */
                                author: "agent" | "person" | "model";
                                text: string;
                            }[];
                            against: {
                                claim: string;
                                /** @enum {string} */
                                discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                                /** @enum {string} */
                                author: "agent" | "person" | "model";
                                text: string;
                            }[];
                        }[];
                        openQuestions: {
                            text: string;
                            claims: string[];
                        }[];
                        absent: ("radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team")[];
                    } | null;
                    /** @enum {string} */
                    weighed: "with-claims" | "as-recorded";
                    rephrasings: {
                        claim: string;
                        text: string;
                        model: string;
                    }[];
                    claims: {
                        /** Format: uuid */
                        claimId: string;
                        /** Format: date */
                        on: string;
                        author: {
                            account: string;
                            name: string;
                            /** @enum {string} */
                            discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                        };
                        /** @enum {string} */
                        stance: "for" | "against" | "concern" | "request";
                        option: string;
                        text: string;
                        entry: string;
                        isEarlier: boolean;
                        withdrawn: boolean;
                    }[];
                };
            };
            decided: {
                basis: {
                    recorded: string;
                    recomputed: string;
                    matches: boolean | null;
                };
                content: {
                    recorded: string;
                    recomputed: string;
                    matches: boolean | null;
                };
                followedProposal: boolean;
            };
            done: {
                actions: {
                    actionId: string;
                    what: string;
                    owner: {
                        account: string;
                    } | {
                        /** @enum {string} */
                        discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    };
                    /** Format: date */
                    dueOn: string;
                    /** @enum {string} */
                    state: "open" | "done" | "partly" | "not-done";
                    reason: ("patient-declined" | "patient-died" | "deterioration" | "toxicity" | "progression" | "new-findings" | "not-available" | "scheduling" | "treated-elsewhere" | "lost-to-follow-up" | "superseded" | "other") | null;
                    reportedOn: string | null;
                }[];
                expectations: {
                    expectationId: string;
                    /** @enum {string} */
                    result: "response-scan" | "ebv-dna";
                    /** Format: date */
                    dueOn: string;
                    /** @enum {string} */
                    state: "open" | "met" | "overdue";
                    fact: string | null;
                    metOn: string | null;
                }[] | null;
                after: {
                    version: number;
                    type: string;
                    what: string;
                    actor: string;
                    /** Format: date-time */
                    recordedAt: string;
                    factId: string | null;
                }[];
            };
            advised: {
                release: string;
                policy: {
                    [key: string]: unknown;
                };
                assessment: components["schemas"]["Assessment"];
                outlook: {
                    systems: {
                        /** @enum {string} */
                        system: "SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23";
                        title: string;
                        citation: string;
                        evidence: string;
                        entries: string[];
                        cohort: {
                            patients: {
                                text: string;
                                /** @enum {string} */
                                status: "V" | "S" | "K" | "?";
                                verified: boolean;
                            };
                            period?: {
                                text: string;
                                /** @enum {string} */
                                status: "V" | "S" | "K" | "?";
                                verified: boolean;
                            };
                            /** @enum {string} */
                            timing: "synchronous" | "metachronous" | "de novo" | "not stated";
                        };
                        /** @enum {string} */
                        status: "classified" | "indeterminate" | "not-applicable" | "reported";
                        classes: {
                            class: string;
                            survival: {
                                text: string;
                                /** @enum {string} */
                                status: "V" | "S" | "K" | "?";
                                verified: boolean;
                            }[];
                            locoregionalRadiotherapy: {
                                /** @enum {string} */
                                claim: "benefit" | "no-benefit";
                                figures: {
                                    text: string;
                                    /** @enum {string} */
                                    status: "V" | "S" | "K" | "?";
                                    verified: boolean;
                                };
                            } | null;
                        }[];
                        flags: string[];
                        missing: string[];
                        doesNotApply: string | null;
                        reportedBy: string | null;
                        caveats: {
                            text: string;
                            /** @enum {string} */
                            status: "V" | "S" | "K" | "?";
                            verified: boolean;
                        }[];
                    }[];
                    locoregionalRadiotherapy: {
                        /** @enum {string} */
                        position: "benefit" | "no-benefit" | "disagree" | "not-stated";
                        settled: boolean;
                        benefit: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
                        noBenefit: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
                        notStated: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
                        open: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
                        text: string;
                    };
                    guidelines: {
                        /** @enum {string} */
                        guideline: "CSCO 2021" | "NCCN 1.2022" | "NCCN 1.2025" | "ESMO-EURACAN 2021" | "ESMO-EURACAN 2023";
                        date: string;
                        /** @enum {string} */
                        position: "agrees" | "silent" | "differs" | "open";
                        text: string;
                        grades: string[];
                        evidence: string[];
                        verified: boolean;
                    }[];
                    trials: {
                        trial: string;
                        title: string;
                        /** @enum {string} */
                        overall: "possible" | "excluded" | "unknown";
                        /** @enum {string} */
                        recruiting: "yes" | "no" | "unknown";
                        status: {
                            /** @enum {string} */
                            recruitment: "recruiting" | "not yet recruiting" | "closed" | "reported" | "unknown";
                            asOf: string | null;
                            source: string;
                        };
                        criteria: {
                            criterion: string;
                            /** @enum {string} */
                            kind: "age" | "ecog" | "histology" | "metastatic" | "stage" | "measurable-disease" | "first-line" | "received" | "response" | "response-after-radiotherapy" | "lesion-count" | "lesion-size" | "laboratory" | "untreated" | "metachronous-after-radical-treatment" | "judgement" | "ambiguous";
                            asks: string;
                            /** @enum {string} */
                            outcome: "met" | "not-met" | "unknown";
                            facts: string[];
                            text: string;
                            /** @enum {string} */
                            waitsFor?: "fact" | "person";
                        }[];
                        text: string;
                    }[];
                };
                digest: {
                    recorded: string;
                    recomputed: string;
                    matches: boolean | null;
                };
                fingerprint: {
                    recorded: string;
                    recomputed: string;
                    matches: boolean | null;
                };
            };
        };
        DecisionDraft: {
            /** Format: uuid */
            id: string;
            version: number;
            content: {
                /** @enum {string} */
                kind: "first-presentation" | "local-therapy" | "any";
                /** @enum {string} */
                step: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                plan: string;
                /** @enum {string} */
                intent: "radical" | "disease-control" | "palliative" | "supportive" | "diagnostic";
                rationale: string;
                alternatives: {
                    option: string;
                    because: string;
                }[];
                noAlternatives?: string;
                contingency: string;
                dissent: {
                    by: string;
                    /** @enum {string} */
                    discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    text: string;
                }[];
                override?: {
                    /** @enum {string} */
                    reason: "patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other";
                    comment: string;
                };
                preference: {
                    /** @enum {string} */
                    stand: "agrees" | "declines" | "undecided" | "not-asked-yet";
                    text?: string;
                };
                guidelines: {
                    guideline: string;
                    /** @enum {string} */
                    position: "agrees" | "silent" | "differs" | "open";
                }[];
                actions: {
                    actionId: string;
                    what: string;
                    owner: {
                        account: string;
                    } | {
                        /** @enum {string} */
                        discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    };
                    /** Format: date */
                    dueOn: string;
                }[];
                expectations: {
                    expectationId: string;
                    /** @enum {string} */
                    result: "response-scan" | "ebv-dna";
                    /** Format: date */
                    dueOn: string;
                }[];
                /** Format: date */
                reviewOn?: string;
            };
            basis: {
                version: number;
                asOf: string;
                release: string;
                fingerprint: string;
                digest: string;
                headline: {
                    [key: string]: string;
                };
                /** @enum {string} */
                proposed: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                blocked: string[];
                alternatives: string[];
                missing: string[];
                standing: string | null;
                referrals: string[];
            };
            basisHash: string;
            isFirstPresentation: boolean;
            panel: {
                run: {
                    /** Format: uuid */
                    runId: string;
                    /** @enum {string} */
                    because: "listing" | "request" | "re-evaluation";
                    /** @enum {string} */
                    state: "running" | "concluded" | "superseded";
                    isCurrent: boolean;
                    supersededBecause: ("new-fact" | "corrected-fact" | "retracted-fact" | "new-release" | "new-policy" | "repeated") | null;
                    fingerprint: string;
                    /** Format: date */
                    asOf: string;
                    release: string;
                    /** Format: date-time */
                    requestedAt: string;
                    /** Format: date-time */
                    deadline: string;
                    concludedAt: string | null;
                    given: string[];
                    absent: {
                        discipline: string;
                        /** @enum {string} */
                        reason: "failed" | "deadline";
                    }[];
                    outstanding: string[];
                    digest: string | null;
                };
                synthesis: {
                    /** @constant */
                    format: "tumor-board-synthesis/1";
                    vetoes: {
                        text: string;
                        claims: string[];
                    }[];
                    dataGaps: {
                        text: string;
                        claims: string[];
                    }[];
                    options: {
                        option: string;
                        /** @enum {string} */
                        kind: "proposed" | "alternative" | "blocked" | "case";
                        title: string;
                        /** @enum {string} */
                        position: "vetoed" | "waits-for-data" | "dissent" | "supported" | "opposed" | "questioned" | "silent";
                        for: {
                            claim: string;
                            /** @enum {string} */
                            discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                            /** @enum {string} */
                            author: "agent" | "person" | "model";
                            text: string;
                        }[];
                        against: {
                            claim: string;
                            /** @enum {string} */
                            discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                            /** @enum {string} */
                            author: "agent" | "person" | "model";
                            text: string;
                        }[];
                        concerns: {
                            claim: string;
                            /** @enum {string} */
                            discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                            /** @enum {string} */
                            author: "agent" | "person" | "model";
                            text: string;
                        }[];
                        challenges: {
                            claim: string;
                            /** @enum {string} */
                            discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                            /** @enum {string} */
                            author: "agent" | "person" | "model";
                            text: string;
                        }[];
                        statement: {
                            text: string;
                            claims: string[];
                        } | null;
                    }[];
                    dissent: {
                        option: string;
                        for: {
                            claim: string;
                            /** @enum {string} */
                            discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                            /** @enum {string} */
                            author: "agent" | "person" | "model";
                            text: string;
                        }[];
                        against: {
                            claim: string;
                            /** @enum {string} */
                            discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                            /** @enum {string} */
                            author: "agent" | "person" | "model";
                            text: string;
                        }[];
                    }[];
                    openQuestions: {
                        text: string;
                        claims: string[];
                    }[];
                    absent: ("radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team")[];
                };
            } | null;
            expectationRules: {
                steps: ("complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care")[];
                /** @enum {string} */
                result: "response-scan" | "ebv-dna";
                afterDays: number | "to-assessment";
                everyDays?: number;
                because: string;
                /** @constant */
                basis: "product rule";
                /** @constant */
                verified: false;
            }[];
        };
        Decisions: {
            decisions: {
                /** Format: uuid */
                decisionId: string;
                /** Format: uuid */
                caseId: string;
                reference: string | null;
                /** Format: date */
                on: string;
                /** Format: date-time */
                recordedAt: string;
                meetingId: string | null;
                /** @enum {string} */
                kind: "first-presentation" | "local-therapy" | "any";
                /** @enum {string} */
                step: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                /** @enum {string} */
                proposed: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                /** @enum {string} */
                intent: "radical" | "disease-control" | "palliative" | "supportive" | "diagnostic";
                release: string;
                /** @enum {string} */
                state: "standing" | "needs-review" | "superseded";
                reviewTrigger: ("referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date") | null;
                provisional: boolean;
                overrideReason: ("patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other") | null;
                signatures: number;
                dissents: number;
                actions: number;
                expectations: number;
                reviewOn: string | null;
                supersededBy: string | null;
            }[];
            next: string | null;
        };
        Deliberation: {
            /** Format: uuid */
            id: string;
            version: number;
            fingerprint: string;
            run: {
                /** Format: uuid */
                runId: string;
                /** @enum {string} */
                because: "listing" | "request" | "re-evaluation";
                /** @enum {string} */
                state: "running" | "concluded" | "superseded";
                isCurrent: boolean;
                supersededBecause: ("new-fact" | "corrected-fact" | "retracted-fact" | "new-release" | "new-policy" | "repeated") | null;
                fingerprint: string;
                /** Format: date */
                asOf: string;
                release: string;
                /** Format: date-time */
                requestedAt: string;
                /** Format: date-time */
                deadline: string;
                concludedAt: string | null;
                given: string[];
                absent: {
                    discipline: string;
                    /** @enum {string} */
                    reason: "failed" | "deadline";
                }[];
                outstanding: string[];
                digest: string | null;
            } | null;
            opinions: {
                /** @enum {string} */
                discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                author: {
                    /** @constant */
                    kind: "agent";
                    version: string;
                } | {
                    /** @constant */
                    kind: "person";
                    account: string;
                } | {
                    /** @constant */
                    kind: "model";
                    model: string;
                    promptVersion: string;
                };
                needs: {
                    item: string;
                    why: string;
                    owner: string;
                }[];
                missing: string[];
                claims: {
                    id: string;
                    /** @enum {string} */
                    discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                    /** @enum {string} */
                    stance: "for" | "against" | "concern" | "request";
                    option: string;
                    text: string;
                    facts: string[];
                    rule?: string;
                    evidence: string[];
                    item?: string;
                    answers?: string[];
                    /** @enum {string} */
                    severity?: "veto" | "data-gap" | "preference";
                }[];
            }[];
            ledger: {
                entries: {
                    claim: {
                        id: string;
                        /** @enum {string} */
                        discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                        /** @enum {string} */
                        stance: "for" | "against" | "concern" | "request";
                        option: string;
                        text: string;
                        facts: string[];
                        rule?: string;
                        evidence: string[];
                        item?: string;
                        answers?: string[];
                        /** @enum {string} */
                        severity?: "veto" | "data-gap" | "preference";
                    };
                    author: {
                        /** @constant */
                        kind: "agent";
                        version: string;
                    } | {
                        /** @constant */
                        kind: "person";
                        account: string;
                    } | {
                        /** @constant */
                        kind: "model";
                        model: string;
                        promptVersion: string;
                    };
                    /** @enum {string} */
                    standing: "admitted" | "struck";
                    struck: ("unknown-fact" | "fact-not-standing" | "unknown-evidence" | "unknown-rule" | "rule-does-not-apply" | "unknown-option" | "unknown-claim" | "evidence-off-topic" | "no-support" | "no-ground" | "not-missing" | "no-item" | "veto-without-safety-rule" | "not-for-a-model" | "altered")[];
                    flags: ("unverified-evidence" | "unverified-rule" | "uncited" | "not-on-record" | "given-on-earlier-version")[];
                    weight: ("veto" | "data-gap" | "preference") | null;
                }[];
                admitted: number;
                struck: number;
            } | null;
            synthesis: {
                /** @constant */
                format: "tumor-board-synthesis/1";
                vetoes: {
                    text: string;
                    claims: string[];
                }[];
                dataGaps: {
                    text: string;
                    claims: string[];
                }[];
                options: {
                    option: string;
                    /** @enum {string} */
                    kind: "proposed" | "alternative" | "blocked" | "case";
                    title: string;
                    /** @enum {string} */
                    position: "vetoed" | "waits-for-data" | "dissent" | "supported" | "opposed" | "questioned" | "silent";
                    for: {
                        claim: string;
                        /** @enum {string} */
                        discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                        /** @enum {string} */
                        author: "agent" | "person" | "model";
                        text: string;
                    }[];
                    against: {
                        claim: string;
                        /** @enum {string} */
                        discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                        /** @enum {string} */
                        author: "agent" | "person" | "model";
                        text: string;
                    }[];
                    concerns: {
                        claim: string;
                        /** @enum {string} */
                        discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                        /** @enum {string} */
                        author: "agent" | "person" | "model";
                        text: string;
                    }[];
                    challenges: {
                        claim: string;
                        /** @enum {string} */
                        discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                        /** @enum {string} */
                        author: "agent" | "person" | "model";
                        text: string;
                    }[];
                    statement: {
                        text: string;
                        claims: string[];
                    } | null;
                }[];
                dissent: {
                    option: string;
                    for: {
                        claim: string;
                        /** @enum {string} */
                        discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                        /** @enum {string} */
                        author: "agent" | "person" | "model";
                        text: string;
                    }[];
                    against: {
                        claim: string;
                        /** @enum {string} */
                        discipline: "radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing" | "language-model";
                        /** @enum {string} */
                        author: "agent" | "person" | "model";
                        text: string;
                    }[];
                }[];
                openQuestions: {
                    text: string;
                    claims: string[];
                }[];
                absent: ("radiology" | "nuclear-medicine" | "pathology-virology" | "medical-oncology" | "radiation-oncology" | "surgery-intervention" | "palliative-supportive" | "pharmacy-safety" | "clinical-trials" | "red-team")[];
            } | null;
            /** @enum {string} */
            weighed: "with-claims" | "as-recorded";
            rephrasings: {
                claim: string;
                text: string;
                model: string;
            }[];
            claims: {
                /** Format: uuid */
                claimId: string;
                /** Format: date */
                on: string;
                author: {
                    account: string;
                    name: string;
                    /** @enum {string} */
                    discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                };
                /** @enum {string} */
                stance: "for" | "against" | "concern" | "request";
                option: string;
                text: string;
                entry: string;
                isEarlier: boolean;
                withdrawn: boolean;
            }[];
        };
        Deliberations: {
            /** Format: uuid */
            id: string;
            version: number;
            runs: {
                /** Format: uuid */
                runId: string;
                /** @enum {string} */
                because: "listing" | "request" | "re-evaluation";
                /** @enum {string} */
                state: "running" | "concluded" | "superseded";
                isCurrent: boolean;
                supersededBecause: ("new-fact" | "corrected-fact" | "retracted-fact" | "new-release" | "new-policy" | "repeated") | null;
                fingerprint: string;
                /** Format: date */
                asOf: string;
                release: string;
                /** Format: date-time */
                requestedAt: string;
                /** Format: date-time */
                deadline: string;
                concludedAt: string | null;
                given: string[];
                absent: {
                    discipline: string;
                    /** @enum {string} */
                    reason: "failed" | "deadline";
                }[];
                outstanding: string[];
                digest: string | null;
            }[];
        };
        PanelCounters: {
            releases: {
                release: string;
                runs: number;
                concluded: number;
                running: number;
                overtaken: number;
                claims: number;
                admitted: number;
                dissent: number;
                agreement: {
                    [key: string]: number;
                };
            }[];
            disciplines: {
                release: string;
                discipline: string;
                runs: number;
                absent: number;
                claims: number;
                struck: {
                    [key: string]: number;
                };
                repeats: number;
                changedMind: number;
            }[];
        };
        Replay: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            runId: string;
            /** @enum {string} */
            outcome: "same" | "differs" | "other-inputs" | "other-versions" | "not-concluded";
            recorded: string | null;
            recomputed: string | null;
            differences: string[];
        };
        Meeting: {
            /** Format: uuid */
            meetingId: string;
            seriesId: string | null;
            title: string;
            /** Format: date */
            on: string;
            startsAt: string;
            timeZone: string;
            durationMinutes: number;
            place: string;
            disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
            capacity: number;
            /** @enum {string} */
            status: "planned" | "open" | "closed" | "cancelled";
            /** Format: date-time */
            starts: string;
            counts: {
                toDiscuss: number;
                withoutDiscussion: number;
                decided: number;
                deferred: number;
                notReached: number;
                sampled: number;
            };
            placesLeft: number;
            version: number;
            agenda: {
                /** Format: uuid */
                itemId: string;
                /** Format: uuid */
                caseId: string;
                reference: string | null;
                nextStep: ("complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care") | null;
                /** @enum {string} */
                mode: "discussion" | "without-discussion";
                /** @enum {string} */
                status: "waiting" | "in-discussion" | "decided" | "deferred" | "not-reached";
                origin: {
                    /** @constant */
                    kind: "by-hand";
                } | {
                    /** @constant */
                    kind: "filled";
                    reason: string;
                } | {
                    /** @constant */
                    kind: "carried-over";
                    /** Format: uuid */
                    meetingId: string;
                    /** Format: uuid */
                    itemId: string;
                    times: number;
                };
                sampled: boolean;
                pulledBackBy: string | null;
                deferredBecause: ("result-awaited" | "person-absent" | "no-quorum" | "no-time" | "patient-request" | "other") | null;
                carryOver: string | null;
                carriedOverTo: string | null;
                decisions: string[];
                quorum: {
                    [key: string]: {
                        /** @enum {string} */
                        state: "met" | "not-met" | "not-in-a-meeting";
                        required: string[];
                        present: string[];
                        missing: string[];
                    };
                } | null;
            }[];
            attendance: {
                account: string;
                name: string | null;
                disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                /** @enum {string} */
                presence: "in-person" | "remote";
                chairs: boolean;
                conflicts: string[];
                isPresent: boolean;
            }[];
            openedAt: string | null;
            endedAt: string | null;
            lettersDueBy: string | null;
            cancelledBecause: string | null;
            position: string;
        };
        MeetingList: {
            meetings: {
                /** Format: uuid */
                meetingId: string;
                seriesId: string | null;
                title: string;
                /** Format: date */
                on: string;
                startsAt: string;
                timeZone: string;
                durationMinutes: number;
                place: string;
                disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                capacity: number;
                /** @enum {string} */
                status: "planned" | "open" | "closed" | "cancelled";
                /** Format: date-time */
                starts: string;
                counts: {
                    toDiscuss: number;
                    withoutDiscussion: number;
                    decided: number;
                    deferred: number;
                    notReached: number;
                    sampled: number;
                };
                placesLeft: number;
                version: number;
            }[];
            next: string | null;
        };
        MeetingRecorded: {
            /** Format: uuid */
            meetingId: string;
            version: number;
            position: string;
            changed: boolean;
            recorded: {
                type: string;
                what: string;
                itemId: string | null;
                insteadOf: string | null;
            }[];
        };
        MeetingSeries: {
            /** Format: uuid */
            seriesId: string;
            title: string;
            /** @enum {string} */
            weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            everyWeeks: number;
            startsAt: string;
            timeZone: string;
            durationMinutes: number;
            place: string;
            disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
            capacity: number;
            /** Format: date */
            firstOn: string;
            endsFrom: string | null;
            meetings: {
                /** Format: uuid */
                meetingId: string;
                /** Format: date */
                on: string;
            }[];
            version: number;
        };
        MeetingSeriesList: {
            series: components["schemas"]["MeetingSeries"][];
        };
        Evidence: {
            id: string;
            sources: components["schemas"]["EvidenceSource"][];
            entries: components["schemas"]["EvidenceEntry"][];
        };
        EvidenceEntry: {
            id: string;
            name: string;
            place: {
                /** @constant */
                in: "table";
                /** @enum {number} */
                table: 2 | 3 | 4 | 5 | 6 | 7;
                row: number;
            } | {
                /** @constant */
                in: "text";
                /** @enum {string} */
                section: "introduction" | "subcategorization" | "systemic" | "locoregional" | "metastases" | "other";
                paragraph: number;
            } | {
                /** @constant */
                in: "elsewhere";
            };
            sources: components["schemas"]["EvidenceSource"][];
            years: number[];
            period?: [
                number,
                number
            ];
            /** @enum {string} */
            design: "randomised phase 3" | "randomised phase 2" | "phase 3, registered" | "phase 2, registered" | "phase 2" | "single-arm trial" | "retrospective" | "cohort" | "systematic review" | "expert opinion";
            population: {
                /** @enum {string} */
                setting: "de novo" | "metachronous" | "recurrent or metastatic" | "de novo and metachronous" | "metastatic, timing not stated" | "other cancers" | "nasopharyngeal carcinoma of any stage";
                detail?: string;
            };
            patients: {
                of: string;
                n: number;
            }[];
            groups: string[];
            effects: ({
                /** @constant */
                measure: "median";
                /** @enum {string} */
                unit: "months" | "years";
                figures: (number | {
                    from: number;
                    to: number;
                } | {
                    atMost: number;
                } | {
                    moreThan: number;
                } | ("not reached" | "not given"))[];
                /** @enum {string} */
                endpoint: "OS" | "PFS" | "PFS2" | "DSS" | "DMFS" | "LRFS" | "DPFS" | "local control" | "in-situ bone RFS" | "bone RFS" | "response" | "complete response" | "distant recurrence" | "grade 3 or worse" | "metastatic at diagnosis" | "EBV DNA undetectable";
                subset?: string;
                p?: string;
                readIn: string;
            } | {
                /** @constant */
                measure: "rate";
                atYears?: number;
                percent: (number | {
                    from: number;
                    to: number;
                } | {
                    atMost: number;
                } | {
                    moreThan: number;
                } | ("not reached" | "not given"))[];
                /** @enum {string} */
                endpoint: "OS" | "PFS" | "PFS2" | "DSS" | "DMFS" | "LRFS" | "DPFS" | "local control" | "in-situ bone RFS" | "bone RFS" | "response" | "complete response" | "distant recurrence" | "grade 3 or worse" | "metastatic at diagnosis" | "EBV DNA undetectable";
                subset?: string;
                p?: string;
                readIn: string;
            } | {
                /** @constant */
                measure: "hazard ratio";
                of: string;
                against: string;
                estimate: number;
                ci95?: [
                    number,
                    number
                ];
                /** @enum {string} */
                endpoint: "OS" | "PFS" | "PFS2" | "DSS" | "DMFS" | "LRFS" | "DPFS" | "local control" | "in-situ bone RFS" | "bone RFS" | "response" | "complete response" | "distant recurrence" | "grade 3 or worse" | "metastatic at diagnosis" | "EBV DNA undetectable";
                subset?: string;
                p?: string;
                readIn: string;
            } | {
                /** @enum {string} */
                measure: "difference" | "relative reduction";
                atYears?: number;
                percent: number | {
                    from: number;
                    to: number;
                } | {
                    atMost: number;
                } | {
                    moreThan: number;
                } | ("not reached" | "not given");
                /** @constant */
                approximate?: true;
                /** @enum {string} */
                endpoint: "OS" | "PFS" | "PFS2" | "DSS" | "DMFS" | "LRFS" | "DPFS" | "local control" | "in-situ bone RFS" | "bone RFS" | "response" | "complete response" | "distant recurrence" | "grade 3 or worse" | "metastatic at diagnosis" | "EBV DNA undetectable";
                subset?: string;
                p?: string;
                readIn: string;
            } | {
                /** @constant */
                measure: "comparison";
                /** @enum {string} */
                favours: "first group" | "second group" | "neither";
                /** @enum {string} */
                endpoint: "OS" | "PFS" | "PFS2" | "DSS" | "DMFS" | "LRFS" | "DPFS" | "local control" | "in-situ bone RFS" | "bone RFS" | "response" | "complete response" | "distant recurrence" | "grade 3 or worse" | "metastatic at diagnosis" | "EBV DNA undetectable";
                subset?: string;
                p?: string;
                readIn: string;
            })[];
            thresholds?: {
                what: string;
                value: {
                    above: number;
                } | {
                    below: number;
                } | {
                    atLeast: number;
                } | {
                    atMost: number;
                } | {
                    from: number;
                    to: number;
                };
                unit: string;
            }[];
            says?: string[];
            systems?: ("SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23")[];
            registration?: string;
            caveats: {
                text: string;
                /** @enum {string} */
                confidence: "V" | "S" | "K" | "?";
                verified: boolean;
            }[];
            corrections: {
                /** @enum {string} */
                kind: "misprint" | "inconsistency";
                printed: string;
                readAs: string;
                why: string;
            }[];
            /** @enum {string} */
            confidence: "V" | "S" | "K" | "?";
            verified: boolean;
        };
        EvidenceList: {
            entries: components["schemas"]["EvidenceEntry"][];
            endpoints: {
                [key: string]: string;
            };
            digest: string;
        };
        EvidenceSource: {
            id: string;
            citation: string;
            doi?: string;
            reviewReference?: number;
            /** @enum {string} */
            design: "review" | "randomised" | "single-arm" | "retrospective" | "guideline" | "consensus" | "standard" | "label" | "product-rule";
            population: string;
            note: string;
            /** @enum {string} */
            confidence: "V" | "S" | "K" | "?";
            verified: boolean;
            licence: {
                /** @enum {string} */
                terms: "CC BY-NC-ND 4.0" | "all rights reserved, AI use restricted" | "own" | "not checked";
                /** @enum {string} */
                holds: "facts and figures, no sentences" | "position as others report it, no text" | "own words";
                /** @enum {string} */
                aiUse: "not restricted beyond the licence" | "not without written permission" | "not checked";
            };
        };
        Fact: {
            /** @constant */
            type: "HistologyReported";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            /** @enum {string} */
            histology: "non-keratinising-undifferentiated" | "non-keratinising-differentiated" | "keratinising" | "basaloid";
            /** @enum {string} */
            eber: "positive" | "negative" | "unknown";
        } | {
            /** @constant */
            type: "StagingRecorded";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            /** @enum {string} */
            edition: "TNM-8" | "TNM-9";
            t: string;
            n: string;
            m: string;
            advancedExtranodalExtension?: boolean;
        } | {
            /** @constant */
            type: "MetastasesCharted";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            lesions: {
                id: string;
                /** @enum {string} */
                organ: "liver" | "lung" | "bone" | "distant-node" | "other";
                site?: string;
                sizeMm?: number;
                count: number;
                countIsExact: boolean;
                /** @enum {string} */
                certainty: "definite" | "probable" | "equivocal";
                /** @enum {string} */
                boneType?: "sclerotic" | "lytic" | "mixed" | "soft-tissue";
            }[];
            organsImaged: {
                liver: boolean;
                lung: boolean;
                bone: boolean;
                distantNode: boolean;
                other?: boolean;
            };
        } | {
            /** @constant */
            type: "EbvDnaMeasured";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            /** @enum {string} */
            result: "quantified" | "undetectable" | "below-quantification";
            value?: number;
            /** @enum {string} */
            unit: "copies/mL" | "IU/mL";
            assay: string;
            laboratory?: string;
            limitOfDetection?: number;
            limitOfQuantification?: number;
            /** @enum {string} */
            specimen: "plasma" | "serum" | "whole-blood";
        } | {
            /** @constant */
            type: "PerformanceStatusRecorded";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            /** @enum {number} */
            ecog: 0 | 1 | 2 | 3 | 4;
        } | {
            /** @constant */
            type: "FitnessRecorded";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            creatinineClearanceMlMin?: number;
            hearingLossGrade?: number;
            neuropathyGrade?: number;
            neutrophilsE9L?: number;
            plateletsE9L?: number;
            hemoglobinGL?: number;
            bilirubinUln?: number;
            altUln?: number;
            /** @enum {string} */
            hbsAg?: "negative" | "positive";
            /** @enum {string} */
            dpyd?: "normal" | "partial" | "deficient";
            /** @enum {string} */
            autoimmuneDisease?: "none" | "controlled" | "active";
            organTransplant?: boolean;
            pregnant?: boolean;
        } | {
            /** @constant */
            type: "SystemicTherapyStarted";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            line: number;
            regimen: string;
            agents: string[];
            plannedCycles?: number;
        } | {
            /** @constant */
            type: "SystemicTherapyCyclesCompleted";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            cycles: number;
        } | {
            /** @constant */
            type: "SystemicTherapyEnded";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            /** @enum {string} */
            reason: "completed" | "toxicity" | "progression" | "patient-choice" | "other";
        } | {
            /** @constant */
            type: "RadiotherapyDelivered";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            /** @enum {string} */
            target: "locoregional" | "metastasis";
            lesions?: string[];
            doseGy: number;
            fractions: number;
            concurrent?: string;
        } | {
            /** @constant */
            type: "LocalTherapyDelivered";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            /** @enum {string} */
            modality: "rfa" | "mwa" | "cryoablation" | "surgery" | "sbrt" | "tace";
            lesions: string[];
            doseGy?: number;
            fractions?: number;
        } | {
            /** @constant */
            type: "BaselineLesionsMeasured";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            modality: string;
            targets: {
                lesion: string;
                chartedAs?: string;
                organ: string;
                /** @enum {string} */
                kind: "node" | "non-nodal";
                /** @enum {string} */
                state: "measured" | "absent" | "too-small" | "not-evaluated";
                mm?: number;
            }[];
            /** @enum {string} */
            nonTarget: "present" | "none";
        } | {
            /** @constant */
            type: "ResponseAssessed";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            modality: string;
            targets: {
                lesion: string;
                chartedAs?: string;
                organ: string;
                /** @enum {string} */
                kind: "node" | "non-nodal";
                /** @enum {string} */
                state: "measured" | "absent" | "too-small" | "not-evaluated";
                mm?: number;
            }[];
            /** @enum {string} */
            nonTarget: "CR" | "non-CR/non-PD" | "PD" | "NE" | "none";
            newLesions: {
                lesion: string;
                organ: string;
                mm?: number;
                unequivocal: boolean;
            }[];
            nonTargetFurtherGrowth?: boolean;
            clinicallyStable?: boolean;
            reported?: string;
        } | {
            /** @constant */
            type: "AdverseEventRecorded";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            term: string;
            /** @enum {number} */
            grade: 1 | 2 | 3 | 4 | 5;
            immuneRelated: boolean;
            attributedTo?: string;
            resolvedToGrade?: number;
        } | {
            /** @constant */
            type: "ExternalScoreReported";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            /** @enum {string} */
            system: "JIANG16" | "QIU22" | "ZHENG20" | "ZOU17";
            /** @enum {string} */
            item: "class" | "pps" | "ebv-level" | "oligometastatic";
            value: string | number;
            reportedBy: string;
        } | {
            /** @constant */
            type: "PatientPreferenceRecorded";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            declines: string[];
            note?: string;
        } | {
            /** @constant */
            type: "DeathRecorded";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            cause?: string;
        } | {
            /** @constant */
            type: "FactCorrected";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            corrects: string;
            reason: string;
            replacement: {
                /** @constant */
                type: "HistologyReported";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                /** @enum {string} */
                histology: "non-keratinising-undifferentiated" | "non-keratinising-differentiated" | "keratinising" | "basaloid";
                /** @enum {string} */
                eber: "positive" | "negative" | "unknown";
            } | {
                /** @constant */
                type: "StagingRecorded";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                /** @enum {string} */
                edition: "TNM-8" | "TNM-9";
                t: string;
                n: string;
                m: string;
                advancedExtranodalExtension?: boolean;
            } | {
                /** @constant */
                type: "MetastasesCharted";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                lesions: {
                    id: string;
                    /** @enum {string} */
                    organ: "liver" | "lung" | "bone" | "distant-node" | "other";
                    site?: string;
                    sizeMm?: number;
                    count: number;
                    countIsExact: boolean;
                    /** @enum {string} */
                    certainty: "definite" | "probable" | "equivocal";
                    /** @enum {string} */
                    boneType?: "sclerotic" | "lytic" | "mixed" | "soft-tissue";
                }[];
                organsImaged: {
                    liver: boolean;
                    lung: boolean;
                    bone: boolean;
                    distantNode: boolean;
                    other?: boolean;
                };
            } | {
                /** @constant */
                type: "EbvDnaMeasured";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                /** @enum {string} */
                result: "quantified" | "undetectable" | "below-quantification";
                value?: number;
                /** @enum {string} */
                unit: "copies/mL" | "IU/mL";
                assay: string;
                laboratory?: string;
                limitOfDetection?: number;
                limitOfQuantification?: number;
                /** @enum {string} */
                specimen: "plasma" | "serum" | "whole-blood";
            } | {
                /** @constant */
                type: "PerformanceStatusRecorded";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                /** @enum {number} */
                ecog: 0 | 1 | 2 | 3 | 4;
            } | {
                /** @constant */
                type: "FitnessRecorded";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                creatinineClearanceMlMin?: number;
                hearingLossGrade?: number;
                neuropathyGrade?: number;
                neutrophilsE9L?: number;
                plateletsE9L?: number;
                hemoglobinGL?: number;
                bilirubinUln?: number;
                altUln?: number;
                /** @enum {string} */
                hbsAg?: "negative" | "positive";
                /** @enum {string} */
                dpyd?: "normal" | "partial" | "deficient";
                /** @enum {string} */
                autoimmuneDisease?: "none" | "controlled" | "active";
                organTransplant?: boolean;
                pregnant?: boolean;
            } | {
                /** @constant */
                type: "SystemicTherapyStarted";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                line: number;
                regimen: string;
                agents: string[];
                plannedCycles?: number;
            } | {
                /** @constant */
                type: "SystemicTherapyCyclesCompleted";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                cycles: number;
            } | {
                /** @constant */
                type: "SystemicTherapyEnded";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                /** @enum {string} */
                reason: "completed" | "toxicity" | "progression" | "patient-choice" | "other";
            } | {
                /** @constant */
                type: "RadiotherapyDelivered";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                /** @enum {string} */
                target: "locoregional" | "metastasis";
                lesions?: string[];
                doseGy: number;
                fractions: number;
                concurrent?: string;
            } | {
                /** @constant */
                type: "LocalTherapyDelivered";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                /** @enum {string} */
                modality: "rfa" | "mwa" | "cryoablation" | "surgery" | "sbrt" | "tace";
                lesions: string[];
                doseGy?: number;
                fractions?: number;
            } | {
                /** @constant */
                type: "BaselineLesionsMeasured";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                modality: string;
                targets: {
                    lesion: string;
                    chartedAs?: string;
                    organ: string;
                    /** @enum {string} */
                    kind: "node" | "non-nodal";
                    /** @enum {string} */
                    state: "measured" | "absent" | "too-small" | "not-evaluated";
                    mm?: number;
                }[];
                /** @enum {string} */
                nonTarget: "present" | "none";
            } | {
                /** @constant */
                type: "ResponseAssessed";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                modality: string;
                targets: {
                    lesion: string;
                    chartedAs?: string;
                    organ: string;
                    /** @enum {string} */
                    kind: "node" | "non-nodal";
                    /** @enum {string} */
                    state: "measured" | "absent" | "too-small" | "not-evaluated";
                    mm?: number;
                }[];
                /** @enum {string} */
                nonTarget: "CR" | "non-CR/non-PD" | "PD" | "NE" | "none";
                newLesions: {
                    lesion: string;
                    organ: string;
                    mm?: number;
                    unequivocal: boolean;
                }[];
                nonTargetFurtherGrowth?: boolean;
                clinicallyStable?: boolean;
                reported?: string;
            } | {
                /** @constant */
                type: "AdverseEventRecorded";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                term: string;
                /** @enum {number} */
                grade: 1 | 2 | 3 | 4 | 5;
                immuneRelated: boolean;
                attributedTo?: string;
                resolvedToGrade?: number;
            } | {
                /** @constant */
                type: "ExternalScoreReported";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                /** @enum {string} */
                system: "JIANG16" | "QIU22" | "ZHENG20" | "ZOU17";
                /** @enum {string} */
                item: "class" | "pps" | "ebv-level" | "oligometastatic";
                value: string | number;
                reportedBy: string;
            } | {
                /** @constant */
                type: "PatientPreferenceRecorded";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                declines: string[];
                note?: string;
            } | {
                /** @constant */
                type: "DeathRecorded";
                id?: string;
                /** Format: date */
                on: string;
                /** Format: date */
                knownOn?: string;
                cause?: string;
            };
        } | {
            /** @constant */
            type: "FactRetracted";
            id?: string;
            /** Format: date */
            on: string;
            /** Format: date */
            knownOn?: string;
            retracts: string;
            reason: string;
        };
        Hindsight: {
            /** Format: uuid */
            caseId: string;
            reference: string;
            /** Format: uuid */
            decisionId: string;
            /** Format: date */
            on: string;
            meetingId: string | null;
            isSuperseded: boolean;
            asDecided: {
                release: string;
                headline: {
                    [key: string]: string;
                };
                nextStep: string;
                /** @enum {string} */
                decided: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
            };
            sameFactsTodaysRules: {
                release: string;
                headline: {
                    [key: string]: string;
                };
                nextStep: string;
            };
            todaysFactsTodaysRules: {
                release: string;
                headline: {
                    [key: string]: string;
                };
                nextStep: string;
            };
            order: ("new-rule" | "corrected-data" | "new-data" | "board-override")[];
            differences: {
                part: string;
                /** @enum {string} */
                cause: "new-rule" | "corrected-data" | "new-data" | "board-override";
                before: string | null;
                after: string | null;
                facts: string[];
                rules?: {
                    from: string;
                    to: string;
                    policyChanged: boolean;
                };
                override?: ("patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other") | null;
                isShared: boolean;
            }[];
            stillProposed: boolean;
        };
        Impact: {
            /** Format: uuid */
            reportId: string;
            report: components["schemas"]["ImpactReport"];
        };
        ImpactReport: {
            /** @constant */
            format: "tumor-board-impact/1";
            candidate: {
                release: string;
                contentHash: string;
                policy: {
                    /** @enum {number} */
                    oligometastaticMax: 3 | 4 | 5;
                    upfrontAblationMax: number;
                    cisplatinCrClMin: number;
                } & {
                    [key: string]: unknown;
                };
            };
            current: {
                release: string;
                contentHash: string;
                policy: {
                    /** @enum {number} */
                    oligometastaticMax: 3 | 4 | 5;
                    upfrontAblationMax: number;
                    cisplatinCrClMin: number;
                } & {
                    [key: string]: unknown;
                };
            };
            casesRead: number;
            casesChanged: number;
            casesToRelist: number;
            parts: {
                /** @enum {string} */
                part: "nextStep" | "response.gate" | "oligometastatic" | "m1.SHEN15" | "m1.JIANG16" | "m1.SHEN16" | "m1.TIAN16" | "m1.ZOU17" | "m1.SUN19" | "m1.ZHENG20" | "m1.YANG21" | "m1.CHAN24" | "m1.CHAN25-1" | "m1.CHAN25-2" | "m1.QIU22" | "m1.YAO23" | "nextStep.regimen" | "nextStep.blocked" | "nextStep.alternatives" | "stage";
                count: number;
            }[];
            transitions: {
                /** @enum {string} */
                part: "nextStep" | "response.gate" | "oligometastatic" | "m1.SHEN15" | "m1.JIANG16" | "m1.SHEN16" | "m1.TIAN16" | "m1.ZOU17" | "m1.SUN19" | "m1.ZHENG20" | "m1.YANG21" | "m1.CHAN24" | "m1.CHAN25-1" | "m1.CHAN25-2" | "m1.QIU22" | "m1.YAO23" | "nextStep.regimen" | "nextStep.blocked" | "nextStep.alternatives" | "stage";
                before: string;
                after: string;
                count: number;
                examples: string[];
            }[];
            digest: string;
        };
        LiveBegin: {
            /** @description The `id` of the message. */
            cursor: string;
        };
        LiveChange: {
            /** @description The first topic of the request that it concerns. */
            topic: string;
            /** @description All topics of the request that it concerns. */
            topics: string[];
            /** @description What changed: `case`, `meeting` or `series`. */
            kind: string;
            /** @description The id of the case, meeting or series. */
            id: string;
            /** @description Its version now. */
            version: number;
            /** @description Pass it as `atLeast` to read what changed. */
            position: string;
            /** @description The type of the last event. */
            type: string;
        };
        M1System: {
            /** @enum {string} */
            id: "SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23";
            title: string;
            citation: string;
            evidence: string;
            entries: string[];
            reviewReference: number;
            reviewRow: number;
            cohort: {
                patients: {
                    text: string;
                    /** @enum {string} */
                    status: "V" | "S" | "K" | "?";
                    verified: boolean;
                };
                period?: {
                    text: string;
                    /** @enum {string} */
                    status: "V" | "S" | "K" | "?";
                    verified: boolean;
                };
                /** @enum {string} */
                timing: "synchronous" | "metachronous" | "de novo" | "not stated";
            };
            inputs: string[];
            classes: string[];
            /** @enum {string} */
            computable: "yes" | "partly" | "after-chemotherapy" | "externally";
            ebvDnaCutOff: number | null;
            rules: {
                rule: string;
                when: string;
                gives: string[];
                doesNotApply: string | null;
                missing: string | null;
            }[];
            overlap: string | null;
            flags: string[];
            caveats: {
                text: string;
                /** @enum {string} */
                status: "V" | "S" | "K" | "?";
                verified: boolean;
            }[];
            survival: {
                class: string;
                figures: {
                    text: string;
                    /** @enum {string} */
                    status: "V" | "S" | "K" | "?";
                    verified: boolean;
                };
            }[];
            locoregionalRadiotherapy: {
                class: string;
                /** @enum {string} */
                claim: "benefit" | "no-benefit";
                figures: {
                    text: string;
                    /** @enum {string} */
                    status: "V" | "S" | "K" | "?";
                    verified: boolean;
                };
            }[];
        };
        M1Systems: {
            systems: components["schemas"]["M1System"][];
        };
        NewAccount: {
            account: components["schemas"]["Account"];
            oneTimePassword: string;
        };
        MeetingHindsight: {
            /** Format: uuid */
            meetingId: string;
            decisions: components["schemas"]["Hindsight"][];
        };
        NewCase: {
            /** @constant */
            format: "tumor-board-case/1";
            reference: string;
            title?: string;
            source?: {
                /** @enum {string} */
                kind: "synthetic" | "published";
                citation?: string;
            };
            patient: {
                ageYears: number;
                /** @enum {string} */
                sex: "female" | "male";
            };
            facts?: components["schemas"]["Fact"][];
        };
        NewFacts: components["schemas"]["Fact"] | components["schemas"]["Fact"][];
        Patient: {
            /** Format: uuid */
            id: string;
            site: string;
            version: number;
            /** @enum {string} */
            status: "registered" | "erased";
            identity: {
                name: string;
                recordNumber: string;
                birthDate: string;
                sex: ("female" | "male" | "other" | "unknown") | "[erased]";
            };
            erased: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                because: "person-asked" | "consent-withdrawn" | "retention-ended" | "recorded-by-mistake" | "court-order";
                by: string;
            } | null;
            linked: {
                /** Format: uuid */
                id: string;
                name: string;
                recordNumber: string;
                birthDate: string;
                sex: ("female" | "male" | "other" | "unknown") | "[erased]";
                /** @enum {string} */
                status: "registered" | "erased";
                isDirect: boolean;
            }[];
            candidates: {
                /** Format: uuid */
                id: string;
                name: string;
                recordNumber: string;
                birthDate: string;
                sex: ("female" | "male" | "other" | "unknown") | "[erased]";
                /** @enum {string} */
                because: "record-number" | "name-and-birth-date";
            }[];
            cases: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                patientId: string;
                reference: string | null;
                erased: boolean;
            }[];
            freshness: {
                position: string;
                /** Format: date-time */
                recordedAt: string;
            };
        };
        PatientErasure: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "registered" | "erased";
            erased: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                because: "person-asked" | "consent-withdrawn" | "retention-ended" | "recorded-by-mistake" | "court-order";
                by: string;
            } | null;
            linked: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                status: "registered" | "erased";
                erased: {
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    because: "person-asked" | "consent-withdrawn" | "retention-ended" | "recorded-by-mistake" | "court-order";
                    by: string;
                } | null;
            }[];
            cases: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                patientId: string;
                erased: boolean;
            }[];
            isComplete: boolean;
        };
        Patients: {
            patients: {
                /** Format: uuid */
                id: string;
                name: string;
                recordNumber: string;
                birthDate: string;
                sex: ("female" | "male" | "other" | "unknown") | "[erased]";
            }[];
            more: boolean;
        };
        Policy: {
            policy: {
                /** @enum {number} */
                oligometastaticMax: 3 | 4 | 5;
                upfrontAblationMax: number;
                cisplatinCrClMin: number;
            } & {
                [key: string]: unknown;
            };
            version: number;
            since: string | null;
            scheduled: {
                /** @enum {string} */
                kind: "release" | "policy";
                to: string;
                /** Format: date */
                effectiveFrom: string;
                /** Format: uuid */
                reportId: string;
            }[];
            reports: {
                /** Format: uuid */
                reportId: string;
                release: string | null;
                policy: ({
                    /** @enum {number} */
                    oligometastaticMax: 3 | 4 | 5;
                    upfrontAblationMax: number;
                    cisplatinCrClMin: number;
                } & {
                    [key: string]: unknown;
                }) | null;
                against: {
                    release: string;
                    policyVersion: number;
                };
                summary: {
                    cases: number;
                    changed: number;
                    relist: number;
                };
                digest: string;
                signatures: {
                    signer: string;
                    meaning: string;
                }[];
            }[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            faults: {
                path: string;
                message: string;
            }[];
            data?: {
                [key: string]: unknown;
            };
            correlationId: string;
        };
        ReadLog: {
            entries: {
                entry: string;
                /** Format: date-time */
                at: string;
                actor: string;
                name: string;
                roles: string[];
                operation: string;
                count: number;
                caseIds: string[];
                patientIds: string[];
                correlationId: string | null;
            }[];
            next: string | null;
        };
        Reassessments: {
            reassessments: {
                /** Format: uuid */
                activation: string;
                /** @enum {string} */
                change: "release" | "policy";
                to: string;
                /** Format: date */
                effectiveFrom: string;
                /** Format: date-time */
                activatedAt: string;
                /** @enum {string} */
                state: "scheduled" | "running" | "done" | "superseded";
                done: number;
                total: number | null;
                changed: number;
                relist: number;
                failed: number;
                startedAt: string | null;
                finishedAt: string | null;
                error: string | null;
            }[];
        };
        Recorded: {
            /** Format: uuid */
            id: string;
            version: number;
            position: string;
            assessment: components["schemas"]["Assessment"];
        };
        Release: {
            id: string;
            title: string;
            basis: string;
            /** Format: date */
            effectiveFrom: string;
            /** @enum {string} */
            defaultEdition: "TNM-8" | "TNM-9";
            contentHash: string;
            inForce: boolean;
            inForceSince: string | null;
            scheduledFor: string | null;
            pathway: {
                id: string;
                question: string;
                when: string[];
                /** @enum {string} */
                step: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                title: string;
                basis: string;
                rationale: string;
                evidence: string[];
            }[];
        };
        ReleaseDiff: {
            /** @constant */
            format: "tumor-board-release-diff/1";
            from: {
                id: string;
                contentHash: string;
            };
            to: {
                id: string;
                contentHash: string;
            };
            fields: {
                field: string;
                before?: unknown;
                after?: unknown;
            }[];
            lists: {
                [key: string]: {
                    added: string[];
                    removed: string[];
                    changed: {
                        id: string;
                        fields: {
                            field: string;
                            before?: unknown;
                            after?: unknown;
                        }[];
                    }[];
                    reordered: boolean;
                };
            };
            computedOtherwise: string[];
        };
        Releases: {
            releases: {
                id: string;
                title: string;
                basis: string;
                /** Format: date */
                effectiveFrom: string;
                /** @enum {string} */
                defaultEdition: "TNM-8" | "TNM-9";
                contentHash: string;
                inForce: boolean;
                inForceSince: string | null;
                scheduledFor: string | null;
            }[];
        };
        Session: {
            account: string;
            login: string;
            name: string;
            site: string;
            roles: ("coordinator" | "clinician" | "chair" | "auditor" | "knowledge-editor" | "administrator")[];
            disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
            mustChangePassword: boolean;
            /** Format: date-time */
            expiresAt: string;
        };
        Sessions: {
            sessions: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "browser" | "program";
                label: string | null;
                /** @description What the browser said that it was. */
                agent: string | null;
                /** @description The network address from which it was begun. */
                address: string | null;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                usedAt: string;
                /** Format: date-time */
                expiresAt: string;
            }[];
        };
        Token: {
            /** Format: uuid */
            id: string;
            token: string;
            /** Format: date-time */
            expiresAt: string;
        };
        Trace: {
            /** @enum {string} */
            part: "stage.TNM-8.group" | "stage.TNM-8.m" | "stage.TNM-9.group" | "stage.TNM-9.m" | "m1.SHEN15" | "m1.JIANG16" | "m1.SHEN16" | "m1.TIAN16" | "m1.ZOU17" | "m1.SUN19" | "m1.ZHENG20" | "m1.YANG21" | "m1.CHAN24" | "m1.CHAN25-1" | "m1.CHAN25-2" | "m1.QIU22" | "m1.YAO23" | "oligometastatic" | "ebvDna.category" | "ebvDna.clearance" | "response.latest" | "response.best" | "response.gate" | "nextStep" | "nextStep.regimen" | "nextStep.blocked";
            reference: string;
            /** Format: date */
            asOf: string;
            knowledge: string;
            value: string;
            settled: boolean;
            flags: string[];
            missing: string[];
            reasons: {
                text: string;
                about?: string;
                facts: {
                    id: string;
                    /** @enum {string} */
                    type: "HistologyReported" | "StagingRecorded" | "MetastasesCharted" | "EbvDnaMeasured" | "PerformanceStatusRecorded" | "FitnessRecorded" | "SystemicTherapyStarted" | "SystemicTherapyCyclesCompleted" | "SystemicTherapyEnded" | "RadiotherapyDelivered" | "LocalTherapyDelivered" | "BaselineLesionsMeasured" | "ResponseAssessed" | "AdverseEventRecorded" | "ExternalScoreReported" | "PatientPreferenceRecorded" | "DeathRecorded";
                    /** Format: date */
                    on: string;
                    text: string;
                    corrected: boolean;
                }[];
                rule: {
                    id: string;
                    /** @enum {string} */
                    kind: "pathway" | "published system" | "TNM" | "fitness" | "response" | "EBV DNA" | "site policy" | "wish";
                    words: string;
                    basis?: string;
                    verified?: boolean;
                } | null;
                sources: {
                    id: string;
                    citation: string;
                    doi?: string;
                    /** @enum {string} */
                    design: "review" | "randomised" | "single-arm" | "retrospective" | "guideline" | "consensus" | "standard" | "label" | "product-rule";
                    population: string;
                    /** @enum {string} */
                    confidence: "V" | "S" | "K" | "?";
                    verified: boolean;
                }[];
            }[];
        };
        Verification: {
            running: {
                /** Format: uuid */
                id: string;
                actor: string;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                step: "chains" | "anchors" | "assessments";
                /** @description Events that this step has read. */
                events: number;
                of: number;
                faults: number;
            } | null;
            last: {
                /** Format: uuid */
                id: string;
                actor: string;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                finishedAt: string;
                holds: boolean;
                streams: number;
                events: number;
                anchors: number;
                /** @description Events that no anchor covered yet. */
                eventsSinceAnchor: number;
                keys: string[];
                /** @description Assessments that were recomputed. */
                assessments: number;
                brokenStreams: number;
                anchorFaults: number;
                differentAssessments: number;
                /** @description The first hundred. */
                faults: {
                    /** @enum {string} */
                    found: "chain" | "anchor" | "assessment";
                    fault: string;
                    anchor: number | null;
                    streamId: string | null;
                    streamVersion: number | null;
                    message: string;
                }[];
            } | null;
            failure: string | null;
        };
        WhatWouldChange: {
            /** @enum {string} */
            part: "stage.TNM-8.group" | "stage.TNM-8.m" | "stage.TNM-9.group" | "stage.TNM-9.m" | "m1.SHEN15" | "m1.JIANG16" | "m1.SHEN16" | "m1.TIAN16" | "m1.ZOU17" | "m1.SUN19" | "m1.ZHENG20" | "m1.YANG21" | "m1.CHAN24" | "m1.CHAN25-1" | "m1.CHAN25-2" | "m1.QIU22" | "m1.YAO23" | "oligometastatic" | "ebvDna.category" | "ebvDna.clearance" | "response.latest" | "response.best" | "response.gate" | "nextStep" | "nextStep.regimen" | "nextStep.blocked";
            value: string;
            settled: boolean;
            sets: {
                assumptions: {
                    id: string;
                    label: string;
                    /** @enum {string} */
                    kind: "missing" | "future" | "correction";
                }[];
                facts: (components["schemas"]["Fact"] & {
                    id: string;
                })[];
                value: string;
                settled: boolean;
            }[];
            leftOut: number;
            searched: {
                hypotheses: number;
                assessments: number;
                complete: boolean;
            };
        };
    };
    responses: {
        /** @description `request.invalid`, `fact.invalid` */
        RequestInvalidOrFactInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `access.denied`, `access.password-expired` */
        AccessDeniedOrAccessPasswordExpired: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `service.failed` */
        ServiceFailed: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `access.signed-out` */
        AccessSignedOut: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `case.erased` */
        CaseErased: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `idempotency.key-reused` */
        IdempotencyKeyReused: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `log.unavailable` */
        LogUnavailable: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `case.unknown` */
        CaseUnknown: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `case.version-conflict` */
        CaseVersionConflict: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `case-file.invalid`, `fact.invalid` */
        RequestInvalidOrCaseFileInvalidOrFactInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `case.reference-taken` */
        CaseReferenceTaken: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `cursor.invalid`, `position.invalid` */
        RequestInvalidOrCursorInvalidOrPositionInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `projection.behind` */
        ProjectionBehind: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `position.invalid` */
        RequestInvalidOrPositionInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `horizon.invalid`, `knowledge.unknown-release`, `position.invalid` */
        RequestInvalidOrHorizonInvalidOrKnowledgeUnknownReleaseOrPositionInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid` */
        RequestInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `patient.invalid` */
        RequestInvalidOrPatientInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `patient.erased` */
        PatientErased: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `patient.unknown` */
        PatientUnknown: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `knowledge.unknown-evidence` */
        KnowledgeUnknownEvidence: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `meeting.unknown` */
        MeetingUnknown: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `meeting.begun`, `meeting.over` */
        MeetingBegunOrMeetingOver: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `meeting.over` */
        MeetingOver: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `meeting.not-open`, `meeting.over` */
        MeetingNotOpenOrMeetingOver: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `meeting.unknown`, `meeting.item-unknown` */
        MeetingUnknownOrMeetingItemUnknown: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `meeting.over`, `meeting.item-settled` */
        MeetingOverOrMeetingItemSettled: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `case.deferral-invalid` */
        RequestInvalidOrCaseDeferralInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `series.unknown` */
        SeriesUnknown: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `series.invalid` */
        RequestInvalidOrSeriesInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `case.version-conflict`, `case.patient-died` */
        CaseVersionConflictOrCasePatientDied: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `access.denied`, `access.password-expired`, `access.reauthentication-refused` */
        AccessDeniedOrAccessPasswordExpiredOrAccessReauthenticationRefused: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `access.throttled` */
        AccessThrottled: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `case.unknown`, `decision.unknown` */
        CaseUnknownOrDecisionUnknown: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `case.unknown`, `deliberation.unknown` */
        CaseUnknownOrDeliberationUnknown: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `knowledge.unknown-release` */
        RequestInvalidOrKnowledgeUnknownRelease: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `knowledge.release-edited` */
        KnowledgeReleaseEdited: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `knowledge.unsigned-impact`, `knowledge.stale-impact`, `knowledge.release-edited` */
        KnowledgeUnsignedImpactOrKnowledgeStaleImpactOrKnowledgeReleaseEdited: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`, `access.account-invalid` */
        RequestInvalidOrAccessAccountInvalid: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `access.denied`, `access.password-expired`, `access.other-site` */
        AccessDeniedOrAccessPasswordExpiredOrAccessOtherSite: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `access.unknown-account` */
        AccessUnknownAccount: {
            headers: {
                /** @description The id of the request, as given or made. */
                "x-correlation-id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCases: {
        parameters: {
            query?: {
                /** @description Last changed first (the default), or by reference. */
                order?: "changed" | "reference";
                /** @description Only cases with this next step. */
                nextStep?: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                /** @description Texts, apart by spaces, that must all stand in the reference. */
                reference?: string;
                /** @description Cases on a page; 50 when not given. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cases. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            400: components["responses"]["RequestInvalidOrCursorInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    openCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCase"];
            };
        };
        responses: {
            /** @description The case is open. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    /** @description The address of the case. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            400: components["responses"]["RequestInvalidOrFactInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `case.already-open` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    recordFacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFacts"];
            };
        };
        responses: {
            /** @description The facts are recorded. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            400: components["responses"]["RequestInvalidOrFactInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            409: components["responses"]["CaseVersionConflict"];
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    importCaseFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseFile"];
            };
        };
        responses: {
            /** @description The case holds what the file says. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when the case held all of it before. */
                    "content-unchanged"?: string;
                    /** @description The address of the case. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            400: components["responses"]["RequestInvalidOrCaseFileInvalidOrFactInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            409: components["responses"]["CaseReferenceTaken"];
            410: components["responses"]["CaseErased"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    previewFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFacts"];
            };
        };
        responses: {
            /** @description What would follow. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePreview"];
                };
            };
            400: components["responses"]["RequestInvalidOrFactInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            410: components["responses"]["CaseErased"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    previewCaseFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseFile"];
            };
        };
        responses: {
            /** @description What would follow. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePreview"];
                };
            };
            400: components["responses"]["RequestInvalidOrCaseFileInvalidOrFactInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            409: components["responses"]["CaseReferenceTaken"];
            410: components["responses"]["CaseErased"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    searchCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Words that must all occur in the reference, or begin words of the title (three letters at least). */
                    search: string;
                    /**
                     * @description Last changed first (the default), or by reference.
                     * @enum {string}
                     */
                    order?: "changed" | "reference";
                    /**
                     * @description Only cases with this next step.
                     * @enum {string}
                     */
                    nextStep?: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                    /** @description Cases on a page; 50 when not given. */
                    limit?: number;
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                    atLeast?: string;
                };
            };
        };
        responses: {
            /** @description A page of cases. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            400: components["responses"]["RequestInvalidOrCursorInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    getCase: {
        parameters: {
            query?: {
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    getAssessment: {
        parameters: {
            query?: {
                /** @description What was true by this day. */
                validOn?: string;
                /** @description What had reached the record by this day. */
                knownOn?: string;
                /** @description What this service had recorded before this moment, such as 2025-01-06T09:30:00Z. */
                recordedBefore?: string;
                /** @description The knowledge release to assess under; the one of the case when not given. */
                release?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The assessment. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentAnswer"];
                };
            };
            400: components["responses"]["RequestInvalidOrHorizonInvalidOrKnowledgeUnknownReleaseOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    getHistory: {
        parameters: {
            query?: {
                /** @description Oldest first (the default) or newest first. */
                order?: "oldest" | "newest";
                /** @description Events on a page; 200 when not given. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: number;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHistory"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A case file; importing it elsewhere brings the case back. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFile"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    eraseCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    because: "person-asked" | "consent-withdrawn" | "retention-ended" | "recorded-by-mistake" | "court-order";
                };
            };
        };
        responses: {
            /** @description The texts of the case are gone. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getOutlook: {
        parameters: {
            query?: {
                /** @description What was true by this day. */
                validOn?: string;
                /** @description What had reached the record by this day. */
                knownOn?: string;
                /** @description What this service had recorded before this moment, such as 2025-01-06T09:30:00Z. */
                recordedBefore?: string;
                /** @description The knowledge release to assess under; the one of the case when not given. */
                release?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outlook. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOutlook"];
                };
            };
            400: components["responses"]["RequestInvalidOrHorizonInvalidOrKnowledgeUnknownReleaseOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getExplanation: {
        parameters: {
            query?: {
                /** @description The part: `nextStep` (when not given), `nextStep.regimen`, `nextStep.blocked`, `stage`, `m1.YAO23` and the other systems, `oligometastatic`, `ebvDna`, `response`, `response.gate`. A part that is not known is answered with all that are. */
                part?: string;
                /** @description What was true by this day. */
                validOn?: string;
                /** @description What had reached the record by this day. */
                knownOn?: string;
                /** @description What this service had recorded before this moment, such as 2025-01-06T09:30:00Z. */
                recordedBefore?: string;
                /** @description The knowledge release to assess under; the one of the case when not given. */
                release?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseExplanation"];
                };
            };
            /** @description `request.invalid`, `knowledge.unknown-part`, `horizon.invalid`, `knowledge.unknown-release`, `position.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    registerPatient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    recordNumber: string;
                    /** Format: date */
                    birthDate: string;
                    /** @enum {string} */
                    sex: "female" | "male" | "other" | "unknown";
                };
            };
        };
        responses: {
            /** @description The person is registered. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        position: string;
                    };
                };
            };
            400: components["responses"]["RequestInvalidOrPatientInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `patient.record-number-taken` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["PatientErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            /** @description `patient.unprotected`, `log.unavailable` */
            503: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPatients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The whole number, however it is typed. */
                    recordNumber?: string;
                    /** @description Words that each begin a word of the name, by three letters at least. */
                    name?: string;
                    /** @description 20 when not given. */
                    limit?: number;
                    /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                    atLeast?: string;
                };
            };
        };
        responses: {
            /** @description The records found, the last registered first. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patients"];
                };
            };
            /** @description `request.invalid`, `patient.invalid`, `position.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    getPatient: {
        parameters: {
            query?: {
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the patient. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the record, for `If-Match`. */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["PatientUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    correctIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the patient. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    recordNumber: string;
                    /** Format: date */
                    birthDate: string;
                    /** @enum {string} */
                    sex: "female" | "male" | "other" | "unknown";
                    /** @enum {string} */
                    because: "typing-error" | "changed-name" | "record-merged-elsewhere" | "wrong-person" | "other";
                };
            };
        };
        responses: {
            /** @description The identity is recorded. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        position: string;
                    };
                };
            };
            400: components["responses"]["RequestInvalidOrPatientInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["PatientUnknown"];
            /** @description `patient.record-number-taken`, `patient.version-conflict` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["PatientErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    linkPatient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the patient. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The id of the other record.
                     */
                    with: string;
                    /** @enum {string} */
                    because: "same-person" | "record-number-changed" | "registered-twice";
                };
            };
        };
        responses: {
            /** @description The records are linked. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        position: string;
                    };
                };
            };
            400: components["responses"]["RequestInvalidOrPatientInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["PatientUnknown"];
            410: components["responses"]["PatientErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    unlinkPatient: {
        parameters: {
            query: {
                /** @description A code; never a text. */
                because: "not-the-same-person" | "linked-by-mistake";
            };
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the patient. */
                id: string;
                /** @description The id of the other record. */
                otherId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records are not linked. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        position: string;
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["PatientUnknown"];
            410: components["responses"]["PatientErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getPatientErasure: {
        parameters: {
            query?: {
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the patient. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is to be erased, or was. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientErasure"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["PatientUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    erasePatient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the patient. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    because: "person-asked" | "consent-withdrawn" | "retention-ended" | "recorded-by-mistake" | "court-order";
                    /** @description The number of the record, typed again. */
                    confirm: string;
                };
            };
        };
        responses: {
            /** @description The identity is gone; the rest follows. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        position: string;
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["PatientUnknown"];
            /** @description `patient.not-confirmed` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    identifyPatient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The id of the patient.
                     */
                    patientId: string;
                    /**
                     * Format: uuid
                     * @description The id of the patient whose case it was said to be, when that was an error.
                     */
                    replaces?: string;
                };
            };
        };
        responses: {
            /** @description The case is that of the patient. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `case.unknown`, `patient.unknown` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case.other-patient`, `case.version-conflict` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case.erased`, `patient.erased` */
            410: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    listEvidence: {
        parameters: {
            query?: {
                /** @description Words that must all occur in the citation, the population, the groups or the endpoints. */
                search?: string;
                /** @description Only the rows of this table of the review. */
                table?: "2" | "3" | "4" | "5" | "6" | "7";
                /** @description Only what is about this published system. */
                system?: "SHEN15" | "JIANG16" | "SHEN16" | "TIAN16" | "ZOU17" | "SUN19" | "ZHENG20" | "YANG21" | "CHAN24" | "CHAN25-1" | "CHAN25-2" | "QIU22" | "YAO23";
                /** @description Only the entry of this id, or the entries that report the source of this id; may be given several times. */
                id?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries that fit, in the order of the register. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an entry, `table-3/jupiter-02` with its slash as `%2F`, or of a source as reasons cite it, `yao-2023`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the register holds under the id. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["KnowledgeUnknownEvidence"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getEvidenceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What stands before the slash: `table-3`. */
                place: string;
                /** @description What stands after it: `jupiter-02`. */
                study: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the register holds under the id. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["KnowledgeUnknownEvidence"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listM1Systems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule sets in the order of the review’s table 2. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["M1Systems"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getQueue: {
        parameters: {
            query?: {
                /** @description By urgency (the default), by due date, by how long a case has waited, or by reference. */
                order?: "urgency" | "due" | "waiting" | "reference";
                /** @description Only cases that wait for this reason. */
                reason?: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                /** @description Only cases that need this discipline. */
                discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                /** @description Only cases due before this day. */
                dueBefore?: string;
                /** @description Only cases that are so far. */
                readiness?: "ready" | "not-ready" | "awaiting-result" | "listed" | "deferred";
                /** @description Only cases on the agenda of this meeting. */
                meetingId?: string;
                /** @description Texts, apart by spaces, that must all stand in the reference. Titles are searched by `POST /api/cases/search`. */
                search?: string;
                /** @description Cases on a page; 50 when not given. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the queue. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: {
                            /** Format: uuid */
                            id: string;
                            reference: string;
                            title: string | null;
                            source: ("synthetic" | "published") | null;
                            /** @enum {string} */
                            reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                            /** Format: date */
                            dueBy: string;
                            isOverdue: boolean;
                            /** Format: date */
                            waitingSince: string;
                            waitingDays: number;
                            urgency: ("routine" | "urgent" | "emergency") | null;
                            trigger: {
                                /** @enum {string} */
                                kind: "referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date";
                                facts: string[];
                                changed: {
                                    part: string;
                                    before: string | null;
                                    after: string | null;
                                }[];
                            };
                            hasQuestion: boolean;
                            disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                            askedDisciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                            /** @enum {string} */
                            readiness: "ready" | "not-ready" | "awaiting-result" | "listed" | "deferred";
                            missing: {
                                item: string;
                                /** @enum {string} */
                                owner: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                                blocking: boolean;
                                requested: {
                                    owner: {
                                        account: string;
                                    } | {
                                        /** @enum {string} */
                                        discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                                    };
                                    /** Format: date */
                                    on: string;
                                    /** Format: date */
                                    dueOn: string;
                                } | null;
                            }[];
                            meeting: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                on: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            deferral: {
                                until: string | null;
                                /** @enum {string} */
                                reason: "result-awaited" | "person-absent" | "no-quorum" | "no-time" | "patient-request" | "other";
                            } | null;
                            deferrals: number;
                            nextStep: ("complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care") | null;
                            stage: string | null;
                            response: string | null;
                            isFirstPresentation: boolean;
                            decision: {
                                decisionId: string | null;
                                /** @enum {string} */
                                state: "none" | "current" | "needs-review";
                                review: {
                                    /** @enum {string} */
                                    trigger: "referral" | "first-presentation" | "next-step" | "response-assessment" | "ebv-dna-result" | "toxicity" | "corrected-input" | "new-release" | "new-policy" | "new-finding" | "overdue-scan" | "overdue-ebv-dna" | "deviation" | "no-quorum" | "review-date";
                                    changed: {
                                        part: string;
                                        before: string | null;
                                        after: string | null;
                                    }[];
                                } | null;
                            };
                            version: number;
                            identity: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                recordNumber: string;
                            } | null;
                        }[];
                        next: string | null;
                        counts: {
                            total: number;
                            overdue: number;
                            byReason: {
                                [key: string]: number;
                            };
                            byReadiness: {
                                [key: string]: number;
                            };
                        } | null;
                    };
                };
            };
            400: components["responses"]["RequestInvalidOrCursorInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                /** @description Only meetings that begin from this moment on. */
                from?: string;
                /** @description Only meetings that begin before this moment. */
                before?: string;
                /** @description Only meetings of this day by the clocks of their place. */
                on?: string;
                /** @description Only meetings of which this has become. */
                status?: "planned" | "open" | "closed" | "cancelled";
                /** @description Only meetings of this series. */
                seriesId?: string;
                /** @description Cases on a page; 50 when not given. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of meetings. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingList"];
                };
            };
            400: components["responses"]["RequestInvalidOrCursorInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    planMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** Format: date */
                    on: string;
                    startsAt: string;
                    timeZone: string;
                    durationMinutes: number;
                    place: string;
                    disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                    capacity: number;
                };
            };
        };
        responses: {
            /** @description The meeting is planned. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `meeting.already-planned` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getMeeting: {
        parameters: {
            query?: {
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting as it stands. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    moveMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    on: string;
                    startsAt: string;
                    timeZone: string;
                    durationMinutes: number;
                    place: string;
                };
            };
        };
        responses: {
            /** @description The meeting is moved. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            409: components["responses"]["MeetingBegunOrMeetingOver"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    cancelMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "no-quorum" | "public-holiday" | "too-few-cases" | "room-or-technical" | "emergency" | "other";
                };
            };
        };
        responses: {
            /** @description The meeting is called off. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            409: components["responses"]["MeetingBegunOrMeetingOver"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    openMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting is open. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            409: components["responses"]["MeetingOver"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    closeMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting is closed. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            409: components["responses"]["MeetingNotOpenOrMeetingOver"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    joinMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default in-person
                     * @enum {string}
                     */
                    presence?: "in-person" | "remote";
                    /**
                     * @description True for who chairs the meeting; needs the role chair, or a coordinator who records it.
                     * @default false
                     */
                    chairs?: boolean;
                    /**
                     * @description The cases in which the person has a conflict of interest.
                     * @default []
                     */
                    conflicts?: string[];
                    /** @description Somebody else, recorded by a coordinator or a chair. */
                    attendee?: {
                        /** @description The account (`account:ID`) or its login, or a name for somebody who has none. */
                        account: string;
                        name: string;
                        disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                    };
                };
            };
        };
        responses: {
            /** @description The attendance is recorded. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `meeting.unknown`, `access.unknown-account` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["MeetingNotOpenOrMeetingOver"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    leaveMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Somebody else, recorded by a coordinator or a chair. */
                    account?: string;
                };
            };
        };
        responses: {
            /** @description The departure is recorded. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            409: components["responses"]["MeetingNotOpenOrMeetingOver"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    addAgendaItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    caseId: string;
                    /**
                     * @description Without discussion only where the case is a standard one; the answer says why not.
                     * @default discussion
                     * @enum {string}
                     */
                    mode?: "discussion" | "without-discussion";
                    /** @description The item to stand behind; null for the head of the agenda. When it was taken off meanwhile: what stood before it. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description It is so now. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `meeting.unknown`, `case.unknown`, `meeting.item-unknown` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `meeting.over`, `meeting.needs-discussion`, `meeting.item-id-taken`, `meeting.case-elsewhere` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    proposeAgenda: {
        parameters: {
            query?: {
                /** @description Cases of the queue to look at, from its head. */
                look?: number;
            };
            header?: never;
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A proposal for every case that was looked at. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        places: number;
                        proposals: ({
                            /** Format: uuid */
                            caseId: string;
                            reference: string;
                            /** @enum {string} */
                            reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                            /** @constant */
                            taken: true;
                            kinds: ("first-presentation" | "local-therapy" | "any")[];
                        } | {
                            /** Format: uuid */
                            caseId: string;
                            reference: string;
                            /** @enum {string} */
                            reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                            /** @constant */
                            taken: false;
                            because: {
                                /** @constant */
                                code: "not-ready";
                                readiness: string;
                            } | {
                                /** @constant */
                                code: "discipline-missing";
                                missing: string[];
                            } | {
                                /** @constant */
                                code: "no-place-left";
                            };
                        })[];
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    fillAgenda: {
        parameters: {
            query?: {
                /** @description Cases of the queue to look at, from its head. */
                look?: number;
            };
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was put on, and why not the others. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        meetingId: string;
                        version: number;
                        position: string;
                        changed: boolean;
                        recorded: {
                            type: string;
                            what: string;
                            itemId: string | null;
                            insteadOf: string | null;
                        }[];
                        places: number;
                        proposals: ({
                            /** Format: uuid */
                            caseId: string;
                            reference: string;
                            /** @enum {string} */
                            reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                            /** @constant */
                            taken: true;
                            kinds: ("first-presentation" | "local-therapy" | "any")[];
                        } | {
                            /** Format: uuid */
                            caseId: string;
                            reference: string;
                            /** @enum {string} */
                            reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                            /** @constant */
                            taken: false;
                            because: {
                                /** @constant */
                                code: "not-ready";
                                readiness: string;
                            } | {
                                /** @constant */
                                code: "discipline-missing";
                                missing: string[];
                            } | {
                                /** @constant */
                                code: "no-place-left";
                            };
                        })[];
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            409: components["responses"]["MeetingOver"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    moveAgendaItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
                /** @description The id of the item. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The item to stand behind; null for the head of the agenda. When it was taken off meanwhile: what stood before it. */
                    after: string | null;
                };
            };
        };
        responses: {
            /** @description It is so now. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknownOrMeetingItemUnknown"];
            409: components["responses"]["MeetingOverOrMeetingItemSettled"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    removeAgendaItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
                /** @description The id of the item. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "listed-by-mistake" | "no-longer-needed" | "other-meeting" | "referral-withdrawn" | "decided" | "died";
                };
            };
        };
        responses: {
            /** @description It is so now. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknownOrMeetingItemUnknown"];
            409: components["responses"]["MeetingOverOrMeetingItemSettled"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    pullBackItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
                /** @description The id of the item. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so now. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknownOrMeetingItemUnknown"];
            409: components["responses"]["MeetingOverOrMeetingItemSettled"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    callItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
                /** @description The id of the item. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so now. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknownOrMeetingItemUnknown"];
            /** @description `meeting.over`, `meeting.item-settled`, `meeting.not-open`, `meeting.without-discussion` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    deferItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the meeting. */
                id: string;
                /** @description The id of the item. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "result-awaited" | "person-absent" | "no-quorum" | "no-time" | "patient-request" | "other";
                    /**
                     * @description `next`: the next meeting of the series, where there is one; `queue`; or the id of a meeting.
                     * @default next
                     */
                    carryOver?: "next" | "queue" | string;
                    /**
                     * Format: date
                     * @description Not to be taken up before this day. With `carryOver` `queue`.
                     */
                    until?: string;
                    /** @description What there is to say about it. Kept in the case, never in the meeting. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description It is so now. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            400: components["responses"]["RequestInvalidOrCaseDeferralInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknownOrMeetingItemUnknown"];
            /** @description `meeting.over`, `meeting.item-settled`, `case.not-listed`, `case.patient-died` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    listMeetingSeries: {
        parameters: {
            query?: {
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series of the site. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingSeriesList"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    planMeetingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @enum {string} */
                    weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                    everyWeeks: number;
                    startsAt: string;
                    timeZone: string;
                    durationMinutes: number;
                    place: string;
                    disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                    capacity: number;
                    /** Format: date */
                    firstOn: string;
                };
            };
        };
        responses: {
            /** @description The series has begun. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        seriesId: string;
                        version: number;
                        position: string;
                        changed: boolean;
                    };
                };
            };
            400: components["responses"]["RequestInvalidOrSeriesInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `series.already-planned` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getMeetingSeries: {
        parameters: {
            query?: {
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the series. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series as it stands. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingSeries"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["SeriesUnknown"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    changeMeetingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the series. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @enum {string} */
                    weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                    everyWeeks: number;
                    startsAt: string;
                    timeZone: string;
                    durationMinutes: number;
                    place: string;
                    disciplines: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                    capacity: number;
                    /** Format: date */
                    firstOn: string;
                };
            };
        };
        responses: {
            /** @description The series is changed. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        seriesId: string;
                        version: number;
                        position: string;
                        changed: boolean;
                    };
                };
            };
            400: components["responses"]["RequestInvalidOrSeriesInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["SeriesUnknown"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    endMeetingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the series. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The day from which no meeting is planned. */
                    from: string;
                };
            };
        };
        responses: {
            /** @description The series ends. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        seriesId: string;
                        version: number;
                        position: string;
                        changed: boolean;
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["SeriesUnknown"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    planSeriesMeetings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of the series. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The next so many meetings. */
                    count: number;
                    /**
                     * Format: date
                     * @description From this day on; today when not given.
                     */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description The meetings that are planned now. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        seriesId: string;
                        version: number;
                        position: string;
                        changed: boolean;
                        meetings: {
                            /** Format: uuid */
                            meetingId: string;
                            /** Format: date */
                            on: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["SeriesUnknown"];
            /** @description `series.ended` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    referCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    question: string;
                    /** @enum {string} */
                    urgency: "routine" | "urgent" | "emergency";
                    /** @default [] */
                    disciplines?: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                    /** Format: date */
                    dueBy?: string;
                };
            };
        };
        responses: {
            /** @description The case is referred and listed. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                        /** Format: uuid */
                        referralId: string;
                    };
                };
            };
            /** @description `request.invalid`, `referral.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            /** @description `case.version-conflict`, `referral.id-taken`, `case.patient-died` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    withdrawReferral: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a referral. */
                referralId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "referral-withdrawn" | "decided-elsewhere" | "duplicate" | "died" | "not-for-this-board" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The referral is withdrawn. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `case.unknown`, `referral.unknown` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case.version-conflict`, `referral.closed` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    requestItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    item: string;
                    owner: {
                        account: string;
                    } | {
                        /** @enum {string} */
                        discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                    };
                    /** Format: date */
                    dueOn: string;
                };
            };
        };
        responses: {
            /** @description The item is asked for. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            /** @description `request.invalid`, `case.item-not-missing`, `case.request-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            409: components["responses"]["CaseVersionConflictOrCasePatientDied"];
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    deferCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "result-awaited" | "person-absent" | "no-quorum" | "no-time" | "patient-request" | "other";
                    /** Format: date */
                    until?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The case is put off. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            400: components["responses"]["RequestInvalidOrCaseDeferralInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            /** @description `case.version-conflict`, `case.not-listed`, `case.patient-died` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    delistCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "referral-withdrawn" | "decided-elsewhere" | "duplicate" | "died" | "not-for-this-board" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The case is out of the queue. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            /** @description `request.invalid`, `case.delisting-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            /** @description `case.version-conflict`, `case.not-listed` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getDecisionDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionDraft"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    recordDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content: {
                        /** @enum {string} */
                        kind: "first-presentation" | "local-therapy" | "any";
                        /** @enum {string} */
                        step: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                        plan: string;
                        /** @enum {string} */
                        intent: "radical" | "disease-control" | "palliative" | "supportive" | "diagnostic";
                        rationale: string;
                        alternatives: {
                            option: string;
                            because: string;
                        }[];
                        noAlternatives?: string;
                        contingency: string;
                        dissent: {
                            by: string;
                            /** @enum {string} */
                            discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                            text: string;
                        }[];
                        override?: {
                            /** @enum {string} */
                            reason: "patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other";
                            comment: string;
                        };
                        preference: {
                            /** @enum {string} */
                            stand: "agrees" | "declines" | "undecided" | "not-asked-yet";
                            text?: string;
                        };
                        guidelines: {
                            guideline: string;
                            /** @enum {string} */
                            position: "agrees" | "silent" | "differs" | "open";
                        }[];
                        actions: {
                            actionId: string;
                            what: string;
                            owner: {
                                account: string;
                            } | {
                                /** @enum {string} */
                                discipline: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                            };
                            /** Format: date */
                            dueOn: string;
                        }[];
                        expectations: {
                            expectationId: string;
                            /** @enum {string} */
                            result: "response-scan" | "ebv-dna";
                            /** Format: date */
                            dueOn: string;
                        }[];
                        /** Format: date */
                        reviewOn?: string;
                    };
                    basisHash: string;
                    basis?: {
                        version: number;
                        asOf: string;
                        release: string;
                        fingerprint: string;
                        digest: string;
                        headline: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        proposed: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                        blocked: string[];
                        alternatives: string[];
                        missing: string[];
                        standing: string | null;
                        referrals: string[];
                    };
                    /** Format: uuid */
                    meetingId?: string;
                    signature: {
                        /** @enum {string} */
                        meaning: "chair" | "author" | "reviewer" | "dissent";
                        password: string;
                    };
                };
            };
        };
        responses: {
            /** @description The decision is recorded. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                        /** Format: uuid */
                        decisionId: string;
                    };
                };
            };
            /** @description `request.invalid`, `decision.signature-invalid`, `decision.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpiredOrAccessReauthenticationRefused"];
            /** @description `case.unknown`, `meeting.unknown`, `meeting.item-unknown` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case.version-conflict`, `decision.stale`, `case.patient-died`, `decision.id-taken`, `meeting.not-open` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["AccessThrottled"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    signDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a decision. */
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contentHash: string;
                    signature: {
                        /** @enum {string} */
                        meaning: "chair" | "author" | "reviewer" | "dissent";
                        password: string;
                    };
                };
            };
        };
        responses: {
            /** @description The decision is signed. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            /** @description `request.invalid`, `decision.signature-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpiredOrAccessReauthenticationRefused"];
            404: components["responses"]["CaseUnknownOrDecisionUnknown"];
            /** @description `case.version-conflict`, `decision.stale`, `case.patient-died`, `decision.superseded`, `decision.content-mismatch`, `decision.signed-already` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["AccessThrottled"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    reportAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a decision. */
                decisionId: string;
                /** @description The id of an action of it. */
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "done" | "partly" | "not-done";
                    /** @enum {string} */
                    reason?: "patient-declined" | "patient-died" | "deterioration" | "toxicity" | "progression" | "new-findings" | "not-available" | "scheduling" | "treated-elsewhere" | "lost-to-follow-up" | "superseded" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The report is recorded. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            /** @description `request.invalid`, `decision.report-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `case.unknown`, `decision.unknown`, `decision.unknown-action` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["CaseVersionConflict"];
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    auditDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a decision. */
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    finding: "agrees" | "should-have-been-discussed" | "not-assessable";
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description The audit is recorded. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            /** @description `request.invalid`, `decision.audit-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknownOrDecisionUnknown"];
            /** @description `case.version-conflict`, `decision.not-sampled` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    diffDecisions: {
        parameters: {
            query: {
                /** @description The id of the earlier decision. */
                from: string;
                /** @description The id of the later decision. */
                to: string;
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionDiff"];
                };
            };
            /** @description `request.invalid`, `decision.order-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknownOrDecisionUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getDecisionDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a decision. */
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dossier. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionDossier"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknownOrDecisionUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getCaseBoard: {
        parameters: {
            query?: {
                /** @description As it was recorded before this moment, such as 2025-01-06T09:30:00Z. */
                recordedBefore?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The work of the board. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseBoard"];
                };
            };
            /** @description `request.invalid`, `horizon.invalid`, `position.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                state?: "standing" | "needs-review" | "superseded";
                /** @description Only those that chose otherwise than proposed for this reason. */
                overrideReason?: "patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other";
                /** @description Only those advised under this knowledge release. */
                release?: string;
                meetingId?: string;
                /** @description Cases on a page; 50 when not given. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of decisions, without their texts. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decisions"];
                };
            };
            400: components["responses"]["RequestInvalidOrCursorInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    listOverrides: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        overrides: {
                            /** @enum {string} */
                            reason: "patient-preference" | "comorbidity-or-frailty" | "toxicity-or-contraindication" | "new-information-not-recorded" | "evidence-weighed-otherwise" | "evidence-not-applicable-to-this-patient" | "treatment-not-available" | "trial-offered" | "local-practice" | "proposal-wrong" | "other";
                            release: string;
                            /** @enum {string} */
                            proposed: "complete-baseline" | "ablate-upfront" | "start-systemic" | "continue-systemic" | "repeat-imaging" | "confirm-progression" | "locoregional-rt" | "consolidate-metastases" | "maintenance" | "surveillance" | "change-systemic" | "board-discussion" | "supportive-care";
                            decisions: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listActions: {
        parameters: {
            query?: {
                /** @description Only those that are open after their day. */
                overdue?: "true" | "false";
                /** @description Only those that this account or this discipline owes. */
                owner?: string;
                state?: "open" | "done" | "partly" | "not-done" | "superseded";
                /** @description Cases on a page; 50 when not given. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of actions, without their texts. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actions"];
                };
            };
            400: components["responses"]["RequestInvalidOrCursorInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    listAuditSamples: {
        parameters: {
            query?: {
                state?: "undecided" | "to-audit" | "audited";
                /** @description Cases on a page; 50 when not given. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sampled cases, without the words of the auditors. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditSamples"];
                };
            };
            400: components["responses"]["RequestInvalidOrCursorInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    getHindsight: {
        parameters: {
            query?: {
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of a decision. */
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The three readings and their differences. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hindsight"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `decision.unknown` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    getMeetingHindsight: {
        parameters: {
            query?: {
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path: {
                /** @description The id of a meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decisions in the order in which they were made. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingHindsight"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    getDeliberation: {
        parameters: {
            query?: {
                /** @description As it was recorded before this moment, such as 2025-01-06T09:30:00Z. */
                recordedBefore?: string;
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is said. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliberation"];
                };
            };
            /** @description `request.invalid`, `horizon.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listDeliberations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs, without what was said. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliberations"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    requestDeliberation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The panel is asked. */
            202: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            409: components["responses"]["CaseVersionConflictOrCasePatientDied"];
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getDeliberationRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a run of the panel. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was said. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliberation"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknownOrDeliberationUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    replayDeliberation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a run of the panel. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it comes out the same. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknownOrDeliberationUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getPanelCounters: {
        parameters: {
            query?: {
                /** @description Only runs under this knowledge release. */
                release?: string;
                /** @description A `position` that an earlier answer gave: wait until what was recorded there can be read. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts by knowledge release and by discipline. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelCounters"];
                };
            };
            400: components["responses"]["RequestInvalidOrPositionInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["ProjectionBehind"];
        };
    };
    makeClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    stance: "for" | "against" | "concern" | "request";
                    option: string;
                    text: string;
                    /** @default [] */
                    facts?: string[];
                    rule?: string;
                    /** @default [] */
                    evidence?: string[];
                    item?: string;
                    /** @enum {string} */
                    severity?: "veto" | "data-gap" | "preference";
                    /** @enum {string} */
                    discipline?: "radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing";
                };
            };
        };
        responses: {
            /** @description The claim is made. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                        /** Format: uuid */
                        claimId: string;
                    };
                };
            };
            /** @description `request.invalid`, `claim.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknown"];
            /** @description `case.version-conflict`, `claim.id-taken`, `case.patient-died` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    withdrawClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time. */
                "idempotency-key"?: string;
                /** @description Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409. */
                "if-match"?: string;
            };
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a claim. */
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim is taken back. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The version of the case, for `If-Match`. */
                    etag?: string;
                    /** @description `true` when this key was used before and the first answer is repeated. */
                    "idempotent-replay"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        position: string;
                        board: {
                            listing: {
                                /** @enum {string} */
                                reason: "emergency" | "progression" | "rebound" | "toxicity" | "disagreement" | "correction" | "treatment-decision" | "new-case" | "response-due" | "deviation" | "new-knowledge" | "incomplete-baseline" | "routine";
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                dueBy: string;
                            } | null;
                            schedule: {
                                /** Format: uuid */
                                meetingId: string;
                                /** Format: uuid */
                                itemId: string;
                                /** Format: date */
                                meetingOn: string;
                                /** @enum {string} */
                                mode: "discussion" | "without-discussion";
                            } | null;
                            decision: {
                                /** Format: uuid */
                                decisionId: string;
                                contentHash: string;
                                /** @enum {string} */
                                review: "current" | "needs-review";
                                provisional: boolean;
                                signedOnEarlierVersion: boolean;
                            } | null;
                        };
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            /** @description `access.denied`, `access.password-expired`, `claim.of-another` */
            403: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case.unknown`, `claim.unknown` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["CaseVersionConflict"];
            410: components["responses"]["CaseErased"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getOutcomeLetter: {
        parameters: {
            query?: {
                /** @description Which of the two, whatever the header `accept` says; a link has no header of its own. */
                format?: "html" | "pdf";
            };
            header?: never;
            path: {
                /** @description The id of the case. */
                id: string;
                /** @description The id of a decision. */
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/pdf": string;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["CaseUnknownOrDecisionUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getMeetingSheet: {
        parameters: {
            query?: {
                /** @description Which of the two, whatever the header `accept` says; a link has no header of its own. */
                format?: "html" | "pdf";
            };
            header?: never;
            path: {
                /** @description The id of the meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/pdf": string;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["MeetingUnknown"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getLive: {
        parameters: {
            query: {
                /** @description What to hear of, separated by commas: `queue` and `cases` (every case), `meetings` (every meeting and series), `case:ID`, `meeting:ID`. */
                topics: string;
                /** @description The `id` of the last message that was received, for a client that cannot send `Last-Event-ID`. */
                after?: string;
            };
            header?: {
                /** @description The `id` of the last message that was received; goes before `after`. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that does not end. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            /** @description `log.closed`, `live.too-many` */
            503: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReleases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The releases. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a knowledge release. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            400: components["responses"]["RequestInvalidOrKnowledgeUnknownRelease"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    compareReleases: {
        parameters: {
            query?: {
                /** @description The release to compare with; the one in force when not given. */
                from?: string;
            };
            header?: never;
            path: {
                /** @description The id of a knowledge release. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The difference, entry by entry. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseDiff"];
                };
            };
            400: components["responses"]["RequestInvalidOrKnowledgeUnknownRelease"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    reportReleaseImpact: {
        parameters: {
            query?: {
                /** @description The day on which the change is meant to come into force: it is compared with what is in force then. Today when not given. */
                effectiveFrom?: string;
            };
            header?: never;
            path: {
                /** @description The id of a knowledge release. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"];
                };
            };
            400: components["responses"]["RequestInvalidOrKnowledgeUnknownRelease"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            409: components["responses"]["KnowledgeReleaseEdited"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    activateRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a knowledge release. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A signed report of the impact of this change.
                     */
                    reportId: string;
                    /**
                     * Format: date
                     * @description The day on which it comes into force; today when not given.
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The release is in force, or will be. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        activation: string;
                        /** Format: date */
                        effectiveFrom: string;
                        position: string;
                        changed: boolean;
                    };
                };
            };
            /** @description `request.invalid`, `knowledge.unknown-release`, `knowledge.effective-from-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            409: components["responses"]["KnowledgeUnsignedImpactOrKnowledgeStaleImpactOrKnowledgeReleaseEdited"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy in force. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    changePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The policy as a whole; a field that is left out takes its default.
                     * @example {
                     *       "oligometastaticMax": 3,
                     *       "upfrontAblationMax": 2,
                     *       "cisplatinCrClMin": 50
                     *     }
                     */
                    policy: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description A signed report of the impact of this change.
                     */
                    reportId: string;
                    /**
                     * Format: date
                     * @description The day on which it comes into force; today when not given.
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The policy is in force, or will be. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        activation: string;
                        /** Format: date */
                        effectiveFrom: string;
                        position: string;
                        changed: boolean;
                    };
                };
            };
            /** @description `request.invalid`, `policy.invalid`, `knowledge.effective-from-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            409: components["responses"]["KnowledgeUnsignedImpactOrKnowledgeStaleImpactOrKnowledgeReleaseEdited"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    reportPolicyImpact: {
        parameters: {
            query?: {
                /** @description The day on which the change is meant to come into force: it is compared with what is in force then. Today when not given. */
                effectiveFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The policy as a whole; a field that is left out takes its default.
                     * @example {
                     *       "oligometastaticMax": 3,
                     *       "upfrontAblationMax": 2,
                     *       "cisplatinCrClMin": 50
                     *     }
                     */
                    policy: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"];
                };
            };
            /** @description `request.invalid`, `policy.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            409: components["responses"]["KnowledgeReleaseEdited"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    signImpact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an impact report. */
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The digest of the report that was read. */
                    digest: string;
                    /** @description What the signature stands for. */
                    meaning: string;
                    /** @description The password of who signs, once more. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description The report is signed. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        reportId: string;
                        signatures: {
                            signer: string;
                            meaning: string;
                        }[];
                    };
                };
            };
            /** @description `request.invalid`, `knowledge.signature-invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpiredOrAccessReauthenticationRefused"];
            /** @description `knowledge.unknown-impact` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `knowledge.impact-mismatch` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["AccessThrottled"];
            500: components["responses"]["ServiceFailed"];
            503: components["responses"]["LogUnavailable"];
        };
    };
    listReassessments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The re-assessments of the site. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reassessments"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    /** @description Never logged. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The session, out of reach of scripts. */
                    "set-cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            /** @description `access.credentials-refused` */
            401: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `access.denied` */
            403: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["AccessThrottled"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The session, out of reach of scripts. */
                    "set-cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The password until now, also a one-time one. */
                    current: string;
                    /** @description At least 12 characters, without the login name. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description The password is changed; a new session has begun. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    /** @description The session, out of reach of scripts. */
                    "set-cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `request.invalid`, `access.password-weak` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpiredOrAccessReauthenticationRefused"];
            429: components["responses"]["AccessThrottled"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "browser" | "program";
                            label: string | null;
                            /** @description What the browser said that it was. */
                            agent: string | null;
                            /** @description The network address from which it was begun. */
                            address: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            usedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            isThis: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the session or token. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `access.unknown-session` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many have ended. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: number;
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts by login name. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    addAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Small letters, digits, dots, dashes and underlines.
                     * @example a.meier
                     */
                    login: string;
                    /**
                     * @description As it stands under signatures.
                     * @example Dr A. Meier
                     */
                    name: string;
                    /** @description At this site. */
                    roles: {
                        /** @enum {string} */
                        role: "coordinator" | "clinician" | "chair" | "auditor" | "knowledge-editor" | "administrator";
                        /** @description Of a clinician: what they can speak for. */
                        disciplines?: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                    }[];
                };
            };
        };
        responses: {
            /** @description The account. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAccount"];
                };
            };
            400: components["responses"]["RequestInvalidOrAccessAccountInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `access.login-taken` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description As it stands under signatures.
                     * @example Dr A. Meier
                     */
                    name?: string;
                    /** @description False ends all its sessions and tokens. */
                    enabled?: boolean;
                    /** @description At this site. */
                    roles?: {
                        /** @enum {string} */
                        role: "coordinator" | "clinician" | "chair" | "auditor" | "knowledge-editor" | "administrator";
                        /** @description Of a clinician: what they can speak for. */
                        disciplines?: ("radiation-oncology" | "medical-oncology" | "radiology" | "nuclear-medicine" | "pathology" | "surgery" | "interventional-radiology" | "palliative-care" | "nursing")[];
                    }[];
                };
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["RequestInvalidOrAccessAccountInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpiredOrAccessOtherSite"];
            404: components["responses"]["AccessUnknownAccount"];
            /** @description `access.last-administrator` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account and the password, shown this once. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAccount"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpiredOrAccessOtherSite"];
            404: components["responses"]["AccessUnknownAccount"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            404: components["responses"]["AccessUnknownAccount"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the account. */
                id: string;
                /** @description The id of the session or token. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `access.unknown-account`, `access.unknown-session` */
            404: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is for.
                     * @example laboratory interface
                     */
                    label: string;
                    /** @description How long it is good for. */
                    days: number;
                };
            };
        };
        responses: {
            /** @description The token, shown this once. */
            201: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpiredOrAccessOtherSite"];
            404: components["responses"]["AccessUnknownAccount"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listReadLog: {
        parameters: {
            query?: {
                /** @description Who was shown this case. */
                caseId?: string;
                /** @description Who was shown who this is. */
                patientId?: string;
                /** @description What this account was shown: its id, or `operator`. */
                account?: string;
                from?: string;
                /** @description Before this moment. */
                to?: string;
                /** @description Cases on a page; 50 when not given. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the read log. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadLog"];
                };
            };
            /** @description `request.invalid`, `cursor.invalid` */
            400: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    listAnchors: {
        parameters: {
            query?: {
                /** @description Only anchors with a smaller number. */
                before?: number;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The anchors and the keys. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Anchors"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verification. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    startVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getOperations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the service now. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        process: {
                            /** @description Of the HTTP interface. */
                            version: string;
                            node: string;
                            /** Format: date-time */
                            startedAt: string;
                            pid: number;
                            /** @description Memory of the process. */
                            residentBytes: number;
                            heapUsedBytes: number;
                            heapTotalBytes: number;
                            /** @description Open streams of live changes. */
                            liveStreams: number;
                        };
                        database: {
                            version: string;
                            sizeBytes: number;
                            answeredMs: number;
                            /** @description Of this process; waiting: requests. */
                            connections: {
                                open: number;
                                idle: number;
                                waiting: number;
                            };
                        };
                        /** @enum {string} */
                        readModels: "followed" | "behind" | "not-followed";
                        subscriptions: {
                            name: string;
                            /** @enum {string} */
                            kind: "read-model" | "workflow" | "rebuild";
                            /** @description Events that it has not taken, counted up to 80 000. */
                            events: number;
                            /** @description Age of the oldest of them; 0 when there is none. */
                            seconds: number;
                            /** @description Events that it could not take, with those that wait behind them. */
                            deadLetters: number;
                            /** @description Processes that follow it now. */
                            processes: number;
                        }[];
                        rebuilding: string[];
                        heldBack: {
                            events: number;
                            seconds: number;
                            by: {
                                pid: number;
                                application: string;
                                since: string | null;
                            } | null;
                        } | null;
                        /** @description The first hundred that failed. */
                        deadLetters: {
                            subscription: string;
                            streamId: string;
                            streamVersion: number;
                            type: string;
                            error: string;
                            attempts: number;
                            /** Format: date-time */
                            lastSeen: string;
                            retryRequested: boolean;
                            /** @description Later events of the same stream. */
                            waitingBehind: number;
                        }[];
                        jobs: {
                            /** @enum {string} */
                            storage: "postgres" | "redis";
                            counts: {
                                waiting: number;
                                active: number;
                                delayed: number;
                                failed: number;
                            };
                            /** @description The last hundred. */
                            failed: {
                                id: string;
                                name: string;
                                error: string;
                                attempts: number;
                                /** Format: date-time */
                                failedAt: string;
                            }[];
                        } | null;
                        jobsFailure: string | null;
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id of a job that has failed. */
                    id: string;
                };
            };
        };
        responses: {
            /** @description It waits to be tried. */
            204: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            /** @description `job.not-failed` */
            409: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["ServiceFailed"];
        };
    };
    retryDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As `subscriptions` names it. */
                    subscription: string;
                    /** @description Only those of one stream. */
                    streamId?: string;
                };
            };
        };
        responses: {
            /** @description How many events are tried. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: number;
                    };
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["AccessSignedOut"];
            403: components["responses"]["AccessDeniedOrAccessPasswordExpired"];
            500: components["responses"]["ServiceFailed"];
        };
    };
    getIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with links. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "live";
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ready";
                        /** @enum {string} */
                        readModels: "followed" | "behind" | "not-followed";
                    };
                };
            };
            /** @description `service.not-ready` */
            503: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    /** @description The id of the request, as given or made. */
                    "x-correlation-id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
}
