package org.vigie.signal.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifierTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Occupancy MORNING = new Occupancy("stay-1", NOON.minusSeconds(3600), NOON);
    private static final Occupancy AFTERNOON = new Occupancy("stay-2", NOON.plusSeconds(600), Occupancy.OPEN);

    @Test
    void aStayHoldsItsBedFromItsFirstInstantToBeforeItsLast() {
        assertThat(stayAt(MORNING.from())).isEqualTo(new Identity("stay-1", false));
        assertThat(stayAt(NOON.minusMillis(1))).isEqualTo(new Identity("stay-1", false));
        assertThat(stayAt(AFTERNOON.from())).isEqualTo(new Identity("stay-2", false));
    }

    @Test
    void aBedWithoutAnAdmissionIsWatchedUnderOneProvisionalStay() {
        Identity first = stayAt(NOON);
        Identity last = stayAt(NOON.plusSeconds(599));

        assertThat(first.provisional()).isTrue();
        assertThat(first.stay()).matches("provisional-[0-9a-f]{16}").isEqualTo(last.stay());
    }

    @Test
    void everyEmptyIntervalOfABedHasItsOwnProvisionalStay() {
        Identity before = stayAt(MORNING.from().minusSeconds(1));
        Identity between = stayAt(NOON);

        assertThat(before.stay()).isNotEqualTo(between.stay());
        assertThat(before.stay())
                .isEqualTo(Identifier.identify("REA/03", List.of(), NOON).stay());
    }

    @Test
    void everyBedHasItsOwnProvisionalStay() {
        assertThat(Identifier.identify("REA/03", List.of(), NOON))
                .isNotEqualTo(Identifier.identify("REA/04", List.of(), NOON));
    }

    @Test
    void ofTwoStaysOnOneBedTheLaterOneHoldsIt() {
        Occupancy forgotten = new Occupancy("stay-0", NOON.minusSeconds(7200), Occupancy.OPEN);

        Identity identity = Identifier.identify("REA/03", List.of(MORNING, forgotten), NOON.minusSeconds(60));

        assertThat(identity.stay()).isEqualTo("stay-1");
    }

    private static Identity stayAt(Instant at) {
        return Identifier.identify("REA/03", List.of(AFTERNOON, MORNING), at);
    }
}
