package org.vigie.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.AuditOutcome;

/** Tests that no event of the audit trail can be changed, exchanged or added without being found. */
class AuditTamperingTest {
    private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");
    private static final Principal NURSE = Principal.of("n-1", AccessRole.NURSE, UnitScope.of("REA"));

    static Stream<String> fields() {
        return AuditEvent.getClassSchema().getFields().stream().map(Schema.Field::name);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aChangeOfAnyFieldIsFound(String field) {
        // given
        List<AuditEvent> events = chain(3);
        AuditEvent changed = events.get(1);
        int position = AuditEvent.getClassSchema().getField(field).pos();

        // when
        changed.put(position, other(changed.get(position)));

        // then
        assertThat(breach(events)).isPresent();
    }

    @Test
    void twoEventsThatChangedPlacesAreFound() {
        // given
        List<AuditEvent> events = chain(4);

        // when
        Collections.swap(events, 1, 2);

        // then
        assertThat(breach(events)).contains("event 2 is missing before event 3");
    }

    @Test
    void eventsThatWereDeletedAtTheBeginningOfAChainAreShownWithTheTimeOfTheFirstThatIsLeft() {
        // given
        List<AuditEvent> events = chain(4);
        var check = new AuditChainCheck();

        // when
        events.subList(2, 4).forEach(check::take);

        // then
        assertThat(check.cut())
                .isEqualTo(Map.of(events.get(2).getChain(), events.get(2).getAt()));
    }

    @Test
    void anEventOfAnotherChainUnderThisChainsNameIsFound() {
        // given
        List<AuditEvent> events = chain(2);
        AuditEvent foreign = chain(3).get(2);
        foreign.setChain(events.get(0).getChain());

        // when
        foreign.setHash(AuditChain.HASH.of(foreign));
        events.add(foreign);

        // then
        assertThat(breach(events)).contains("it does not hold the hash of the event before it");
    }

    @Test
    void anOldEventThatIsSentAgainLaterIsFound() {
        // given
        List<AuditEvent> events = chain(3);

        // when
        events.add(events.get(0));

        // then
        assertThat(breach(events)).contains("event 4 is missing before event 1");
    }

    @Test
    void aTrailWhoseOldestEventsAreNoLongerKeptIsWhole() {
        // given
        List<AuditEvent> events = chain(5);

        // when
        events.subList(0, 2).clear();

        // then
        assertThat(breach(events)).isEmpty();
    }

    private static Object other(Object value) {
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof Instant instant) {
            return instant.plusMillis(1);
        }
        return value instanceof AuditOutcome ? AuditOutcome.UNKNOWN : value + "x";
    }

    private static Optional<String> breach(List<AuditEvent> events) {
        var check = new AuditChainCheck();
        return events.stream().flatMap(event -> check.take(event).stream()).findFirst();
    }

    private static List<AuditEvent> chain(int length) {
        var chain = new AuditChain("station");
        var attempt = new AccessAttempt(NURSE, AccessOperation.READ_PATIENT, Set.of("REA"), "REA/01", "trend");
        List<AuditEvent> events = new ArrayList<>();
        while (events.size() < length) {
            events.add(chain.next(new AuditedAccess(attempt, AccessDecision.PERMITTED), AT));
        }
        return events;
    }
}
