package org.vigie.access;

/**
 * Lists what a principal may ask of a server, or do with a command. {@code access-policy.csv} gives the roles of each. The broker decides
 * who may run a command; the audit trail holds its use.
 */
public enum AccessOperation {
    /** Opens a page and its files. They hold no patient data. */
    OPEN_PAGE(false),
    /** Asks whether a server works. */
    READ_HEALTH(false),
    /** Proves who one is, by a one-time link, a PIN or at a provider. */
    LOG_IN(true),
    /** Asks for one's own session, ends it, or changes its user. */
    USE_SESSION(false),
    /** Reads the present state of a ward. */
    READ_WARD(true),
    /** Reads the state of a ward as it was at an earlier time. */
    READ_PAST(true),
    /** Reads the course of one patient. */
    READ_PATIENT(true),
    /** Reads who looked at one patient. */
    READ_ACCESSES(true),
    /** Lets a recorded score or alarm be computed again from its inputs. */
    VERIFY_RESULT(true),
    /** Sends a command to the alarm system. */
    COMMAND_ALARMS(true),
    /** Pauses a replay, or lets it go on. It changes no ward. */
    STEER_REPLAY(true),
    /** Opens a further unit for a while, in an emergency. */
    BREAK_GLASS(true),
    /** Sends measurements and stays of patients. The intake ledger counts each message. */
    SEND_OBSERVATIONS(false),
    /** Asks a model for a prediction, from numbers without a name or a pseudonym. */
    RUN_MODEL(false),
    /** Loads, unloads or renames a model. */
    MANAGE_MODELS(true),
    /** Reads schemas of the topics. */
    READ_SCHEMAS(false),
    /** Registers or deletes schemas of the topics. */
    WRITE_SCHEMAS(true),
    /** Reads the metrics of a server. */
    READ_METRICS(false),
    /** Reads the audit trail. */
    READ_AUDIT(true),
    /** Puts alarm rules in force: new ones, or earlier ones. */
    PUBLISH_RULES(true),
    /** Runs the steps of the ward again on its records. */
    REPLAY_RECORDS(true),
    /** Deletes the topics of a replay. */
    DROP_NAMESPACE(true),
    /** Writes records of patients into files. */
    EXPORT_RECORDS(true),
    /** Reads what the gateway left out, and which codes name no variable. */
    READ_CODES(true),
    /** Says which variable a sender's code names. */
    MAP_CODES(true),
    /** Destroys what is kept of a patient. */
    ERASE_PATIENT(true),
    /** Changes how a ward is set up: its topics, its access control lists, its keys, or the state of an app. */
    CHANGE_CONFIGURATION(true),
    /** Starts an app with a configuration. */
    START_APP(true);

    private final boolean audited;

    AccessOperation(boolean audited) {
        this.audited = audited;
    }

    /** Returns true when the audit trail holds each permitted use. It holds every refusal. */
    public boolean isAudited() {
        return audited;
    }
}
