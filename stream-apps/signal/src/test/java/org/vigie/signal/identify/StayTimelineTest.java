package org.vigie.signal.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests which values of a bed's devices are those of one stay. */
class StayTimelineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final BedOccupancy FORMER = occupancy("former", 0, 60);
    private static final BedOccupancy PRESENT = occupancy("present", 120, null);

    @Test
    void aValueOfBeforeTheAdmissionIsOneOfTheStayWhenNobodyElseWasAdmitted() {
        // when
        StayTimeline present = StayTimeline.of(PRESENT, List.of(PRESENT));

        // then
        assertThat(present.contains(at(-600))).isTrue();
        assertThat(present.contains(at(119))).isTrue();
        assertThat(present.contains(at(600))).isTrue();
    }

    @Test
    void aValueOfTheFormerStayIsNotOneOfThePresentStay() {
        // when
        StayTimeline present = StayTimeline.of(PRESENT, List.of(FORMER, PRESENT));

        // then
        assertThat(present.contains(at(-600))).isFalse();
        assertThat(present.contains(at(59))).isFalse();
        assertThat(present.contains(at(60))).isTrue();
    }

    @Test
    void theValuesOfAllPartsOfAStayAreItsOwn() {
        // given
        BedOccupancy back = occupancy("former", 180, null);
        BedOccupancy between = occupancy("between", 120, 180);

        // when
        StayTimeline former = StayTimeline.of(back, List.of(FORMER, between, back));

        // then
        assertThat(former.contains(at(30))).isTrue();
        assertThat(former.contains(at(150))).isFalse();
        assertThat(former.contains(at(200))).isTrue();
    }

    @Test
    void aValueMeasuredAfterTheEndOfAStayIsNotItsOwn() {
        assertThat(StayTimeline.of(FORMER, List.of(FORMER, PRESENT)).contains(at(60)))
                .isFalse();
    }

    @Test
    void aProvisionalStayHasTheValuesOfItsOwnInterval() {
        // given
        BedOccupancy provisional = StayResolver.occupancy("REA/03", List.of(FORMER, PRESENT), at(90));

        // when
        StayTimeline empty = StayTimeline.of(provisional, List.of(FORMER, PRESENT));

        // then
        assertThat(empty.contains(at(59))).isFalse();
        assertThat(empty.contains(at(60))).isTrue();
        assertThat(empty.contains(at(120))).isFalse();
    }

    private static BedOccupancy occupancy(String stay, int from, Integer until) {
        return new BedOccupancy(stay, at(from), until == null ? BedOccupancy.OPEN : at(until));
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
