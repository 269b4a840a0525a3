package org.vigie.access.audit;

import java.io.PrintWriter;
import java.util.Set;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Records what an account of the machine, or the principal of a token, does with a command. A command goes on when the audit trail cannot
 * be written, and says so.
 *
 * @param kafka connection to the broker of the ward
 * @param err tells the user that an event was lost
 */
public record CommandAudit(KafkaConnectionConfig kafka, PrintWriter err) implements AuditTrail {
    private static final String SOURCE = "command-line";

    /** Records in the trail of the ward; a replay has no trail of its own. */
    public CommandAudit {
        if (TopicCatalogue.isReplay(kafka.namespace())) {
            kafka = kafka.withNamespace(KafkaConnectionConfig.defaults().namespace());
        }
    }

    /**
     * Records one use of a command and waits until the broker has it.
     *
     * @param detail what is done, without patient data
     */
    public void record(AccessOperation operation, String detail) {
        recordOf("", operation, detail);
    }

    /**
     * Records that a command reads or changes what is kept of one patient.
     *
     * @param patient the stay; empty when it concerns no single patient
     * @param detail what is done, without patient data
     */
    public void recordOf(String patient, AccessOperation operation, String detail) {
        var account = Principal.account(System.getProperty("user.name", ""));
        var attempt = new AccessAttempt(account, operation, Set.of(), patient, detail);
        record(new AuditedAccess(attempt, AccessDecision.PERMITTED));
    }

    @Override
    public void record(AuditedAccess access) {
        if (!KafkaAuditTrail.publishOne(kafka, SOURCE, access)) {
            err.printf(
                    "AUDIT_LOST: this %s is not in %s%n",
                    access.attempt().operation(), kafka.topics().auditEvents().name());
            err.flush();
        }
    }
}
