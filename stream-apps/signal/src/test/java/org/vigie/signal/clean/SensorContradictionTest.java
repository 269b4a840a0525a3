package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleanedDeviceStory.signs;
import static org.vigie.signal.clean.CleaningReason.FLAT_LINE;
import static org.vigie.signal.clean.CleaningReason.NONE;
import static org.vigie.signal.clean.CleaningReason.SOFT_RANGE;
import static org.vigie.signal.clean.CleaningReason.SPIKE;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests what one sensor of a message says about another one, in the second revision of the rules. */
class SensorContradictionTest {
    private static final int MINUTE = 60;

    private final CleanedDeviceStory second = new CleanedDeviceStory(CleaningRevision.SECOND);

    @Test
    void electrodesThatAreOffAreSuspectAfterTenSecondsBesideANormalPulse() {
        // given
        play(20, row -> signs("hr", 80 + row % 2, "rr", 16, "pulse_spo2", 80 + row % 2));

        // when
        List<List<CleaningReason>> reasons = play(MINUTE, row -> signs("hr", 0, "rr", 0, "pulse_spo2", 80 + row % 2));

        // then
        assertThat(reasons.subList(4, 10)).allMatch(each -> each.equals(List.of(SOFT_RANGE, SOFT_RANGE, NONE)));
        assertThat(reasons.subList(10, MINUTE)).allMatch(each -> each.equals(List.of(FLAT_LINE, FLAT_LINE, NONE)));
    }

    @Test
    void anAsystoleIsKeptBesideAnOximeterThatRepeatsItsLastPulse() {
        // given
        play(20, row -> signs("hr", 80 + row % 2, "pulse_spo2", 80));

        // when
        List<List<CleaningReason>> reasons = play(MINUTE, row -> signs("hr", 0, "pulse_spo2", 80));

        // then
        assertThat(reasons.subList(4, MINUTE)).allMatch(each -> each.get(0) == SOFT_RANGE);
    }

    @Test
    void anAsystoleIsKeptBesideAPressureThatFalls() {
        // given
        play(20, row -> signs("hr", 80, "abp_sys", 120 + row % 2, "abp_dia", 70, "abp_mean", 87));

        // when
        List<List<CleaningReason>> reasons = play(
                MINUTE, row -> signs("hr", 0, "abp_sys", Math.max(20, 118 - 9 * row), "abp_dia", 15, "abp_mean", 17));

        // then
        assertThat(reasons.subList(4, MINUTE)).allMatch(each -> each.get(0) == SOFT_RANGE);
    }

    @Test
    void thePressuresOfAnOpenLineAreSuspect() {
        // given
        play(20, row -> signs("abp_sys", 120, "abp_dia", 70, "abp_mean", 87));

        // when
        List<List<CleaningReason>> reasons =
                play(MINUTE, row -> signs("abp_sys", 1 + row % 4, "abp_dia", 2, "abp_mean", 1 + row % 3));

        // then
        assertThat(reasons.subList(4, MINUTE)).allMatch(each -> each.equals(List.of(FLAT_LINE, FLAT_LINE, FLAT_LINE)));
    }

    @Test
    void pressuresInEachOthersPlaceAreSuspectAtOnce() {
        // when
        List<List<CleaningReason>> reasons = play(3, row -> signs("abp_sys", 70, "abp_dia", 120, "abp_mean", 87));

        // then
        assertThat(reasons).allMatch(each -> each.equals(List.of(SPIKE, SPIKE, NONE)));
    }

    @Test
    void aRespirationThatCountsThePulseIsSuspectWithItsHeartRate() {
        // when
        List<List<CleaningReason>> reasons = play(3, row -> signs("hr", 17, "rr", 82, "pulse_spo2", 81));

        // then
        assertThat(reasons).allMatch(each -> each.equals(List.of(SPIKE, SPIKE, NONE)));
    }

    @Test
    void aRateAtTheEndOfItsRangeIsSuspectAtOnceBesideANormalOne() {
        // given
        play(20, row -> signs("hr", 80, "pulse_spo2", 80 + row % 2));

        // when
        List<List<CleaningReason>> reasons = play(20, row -> signs("hr", 300, "pulse_spo2", 80 + row % 2));

        // then
        assertThat(reasons).allMatch(each -> each.get(0).outcome() == CleaningOutcome.SUSPECT);
    }

    @Test
    void aJumpOfTheHeartRateThatThePulseConfirmsIsKeptAtOnce() {
        // given
        play(20, row -> signs("hr", 80, "pulse_spo2", 80 + row % 2));

        // when
        List<List<CleaningReason>> reasons = play(5, row -> signs("hr", 158, "pulse_spo2", 152));

        // then
        assertThat(reasons).allMatch(each -> each.equals(List.of(NONE, NONE)));
    }

    @Test
    void theReturnFromLooseElectrodesIsNoJump() {
        // given
        play(20, row -> signs("hr", 80, "pulse_spo2", 80 + row % 2));
        play(MINUTE, row -> signs("hr", 0, "pulse_spo2", 80 + row % 2));

        // when
        List<List<CleaningReason>> reasons = play(5, row -> signs("hr", 80, "pulse_spo2", 80 + row % 2));

        // then
        assertThat(reasons).allMatch(each -> each.equals(List.of(NONE, NONE)));
    }

    @Test
    void aProbeThatLeavesTheBodyIsSuspectUntilItIsBack() {
        // given
        second.send("temp", "37.0 37.0 37.1 37.0");

        // when
        List<CleaningReason> reasons = second.send("temp", "36.9 36.8 36.6 36.4 36.2 35.9 34.0 33.8 33.7 36.9 37.0");

        // then
        assertThat(reasons.subList(4, 9)).containsOnly(SPIKE);
        assertThat(reasons.subList(9, 11)).containsOnly(NONE);
    }

    @Test
    void aFeverThatRisesIsKept() {
        // when
        List<CleaningReason> reasons = IntStream.range(0, 400)
                .mapToObj(row -> second.send("temp", String.valueOf(37 + Math.rint(row / 10.0) / 10)))
                .flatMap(List::stream)
                .toList();

        // then
        assertThat(reasons).containsOnly(NONE);
    }

    @Test
    void aProbeThatWasMovedIsKeptAsSoonAsABodyCouldHaveChangedSoMuch() {
        // given
        second.send("temp", "37.0 37.0 37.0");

        // when
        List<CleaningReason> reasons = IntStream.range(0, 120)
                .mapToObj(row -> second.send("temp", "35.5"))
                .flatMap(List::stream)
                .toList();

        // then
        assertThat(reasons.subList(0, 80)).containsOnly(SPIKE);
        assertThat(reasons.subList(95, 120)).containsOnly(NONE);
    }

    private List<List<CleaningReason>> play(int seconds, IntFunction<Map<String, Double>> signs) {
        return second.play(seconds, signs);
    }
}
