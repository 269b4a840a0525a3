package org.vigie.signal.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests which stay holds a bed at a given time. */
class StayResolverTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final BedOccupancy MORNING = new BedOccupancy("stay-1", NOON.minusSeconds(3600), NOON);
    private static final BedOccupancy AFTERNOON = new BedOccupancy("stay-2", NOON.plusSeconds(600), BedOccupancy.OPEN);

    @Test
    void aStayHoldsItsBedFromItsFirstInstantToBeforeItsLast() {
        assertThat(stayAt(MORNING.from())).isEqualTo(new StayAssignment("stay-1", false));
        assertThat(stayAt(NOON.minusMillis(1))).isEqualTo(new StayAssignment("stay-1", false));
        assertThat(stayAt(AFTERNOON.from())).isEqualTo(new StayAssignment("stay-2", false));
    }

    @Test
    void aBedWithoutAnAdmissionIsWatchedUnderOneProvisionalStay() {
        // given
        StayAssignment first = stayAt(NOON);
        StayAssignment last = stayAt(NOON.plusSeconds(599));

        // when, then
        assertThat(first.provisional()).isTrue();
        assertThat(first.stay()).matches("provisional-[0-9a-f]{16}").isEqualTo(last.stay());
    }

    @Test
    void everyEmptyIntervalOfABedHasItsOwnProvisionalStay() {
        // given
        StayAssignment before = stayAt(MORNING.from().minusSeconds(1));
        StayAssignment between = stayAt(NOON);

        // when, then
        assertThat(before.stay()).isNotEqualTo(between.stay());
        assertThat(before.stay())
                .isEqualTo(StayResolver.identify("REA/03", List.of(), NOON).stay());
    }

    @Test
    void everyBedHasItsOwnProvisionalStay() {
        assertThat(StayResolver.identify("REA/03", List.of(), NOON))
                .isNotEqualTo(StayResolver.identify("REA/04", List.of(), NOON));
    }

    @Test
    void ofTwoStaysOnOneBedTheLaterOneHoldsIt() {
        // given
        BedOccupancy forgotten = new BedOccupancy("stay-0", NOON.minusSeconds(7200), BedOccupancy.OPEN);

        // when
        StayAssignment assignment = StayResolver.identify("REA/03", List.of(MORNING, forgotten), NOON.minusSeconds(60));

        // then
        assertThat(assignment.stay()).isEqualTo("stay-1");
    }

    @Test
    void theOccupancyOfAStayIsFoundByItsName() {
        // given
        List<BedOccupancy> bed = List.of(AFTERNOON, MORNING);
        String provisional = stayAt(NOON).stay();

        // when, then
        assertThat(StayResolver.occupancyOf("stay-1", "REA/03", bed)).contains(MORNING);
        assertThat(StayResolver.occupancyOf(provisional, "REA/03", bed))
                .hasValueSatisfying(empty -> assertThat(empty.from()).isEqualTo(NOON));
        assertThat(StayResolver.occupancyOf("stay-3", "REA/03", bed)).isEmpty();
    }

    private static StayAssignment stayAt(Instant at) {
        return StayResolver.identify("REA/03", List.of(AFTERNOON, MORNING), at);
    }
}
