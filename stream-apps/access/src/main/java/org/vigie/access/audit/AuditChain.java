package org.vigie.access.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.AuditOutcome;
import org.vigie.schemas.serde.RecordHash;

/** Turns attempts into audit events, each with the hash of the event before it. A chain begins anew at each start of a server. */
final class AuditChain {
    static final RecordHash HASH = new RecordHash(Set.of("hash"));

    private final String source;
    private final String chain;
    private long sequence;
    private String hash = "";

    /** @param source name of the server: {@code station} */
    AuditChain(String source) {
        this.source = source;
        this.chain = source + "-" + UUID.randomUUID();
    }

    /** Returns the next event of the chain. */
    AuditEvent next(AuditedAccess access, Instant at) {
        AuditEvent event = event(access.attempt(), outcome(access), at);
        event.setHash(HASH.of(event));
        hash = event.getHash();
        return event;
    }

    private AuditEvent event(AccessAttempt attempt, AuditOutcome outcome, Instant at) {
        return AuditEvent.newBuilder()
                .setChain(chain)
                .setSequence(++sequence)
                .setAt(at)
                .setSource(source)
                .setActor(attempt.who().subject())
                .setRole(role(attempt.who()))
                .setOperation(attempt.operation().name())
                .setOutcome(outcome)
                .setUnit(attempt.units().stream().sorted().collect(Collectors.joining(",")))
                .setPatient(attempt.patient())
                .setDetail(attempt.detail())
                .setPreviousHash(hash)
                .setHash("")
                .build();
    }

    private static String role(Principal who) {
        return who.roles().isEmpty() ? "none" : who.mainRole().word();
    }

    private static AuditOutcome outcome(AuditedAccess access) {
        return switch (access.decision()) {
            case PERMITTED -> AuditOutcome.PERMITTED;
            case PERMITTED_IN_EMERGENCY -> AuditOutcome.EMERGENCY;
            case ROLE_LACKS_RIGHT, UNIT_OUT_OF_SCOPE, SECRET_WRONG -> AuditOutcome.REFUSED;
        };
    }
}
