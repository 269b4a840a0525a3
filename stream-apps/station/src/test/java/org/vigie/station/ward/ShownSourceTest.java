package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;

/** Tests how the followed source and the other sources of one variable are shown. */
class ShownSourceTest extends WardViewStory {
    @Test
    void ofTwoSourcesTheFollowedOneIsTheValueAndTheOtherStandsBesideIt() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));

        // when: the followed one comes first in its record
        ward.take(monitor.at(T0)
                .kept("rr", 12)
                .from("CO2", true)
                .kept("rr", 31)
                .from("ECG", false)
                .clean());

        // then
        BedSnapshot bed = bed("REA/01", T0.plusSeconds(1));
        assertThat(bed.values()).singleElement().satisfies(value -> {
            assertThat(value.value()).isEqualTo(12);
            assertThat(value.channel()).isEqualTo("CO2");
            assertThat(value.switchedAt()).isNull();
        });
        assertThat(bed.others()).singleElement().satisfies(other -> {
            assertThat(other.value()).isEqualTo(31);
            assertThat(other.channel()).isEqualTo("ECG");
        });
        assertThat(ward.trend("REA/01", 1, T0.plusSeconds(1)).orElseThrow().lines())
                .allSatisfy(line -> assertThat(line.kept().last()).containsExactly(12f));
    }

    @Test
    void whenAnotherSourceIsFollowedTheBedNamesItAndItsStart() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        ward.take(monitor.at(T0)
                .kept("rr", 12)
                .from("CO2", true)
                .kept("rr", 31)
                .from("ECG", false)
                .clean());
        Instant later = T0.plusSeconds(1);

        // when
        ward.take(monitor.at(later).kept("rr", 30).from("ECG", true).clean());

        // then
        BedSnapshot bed = bed("REA/01", later);
        assertThat(bed.values()).singleElement().satisfies(value -> {
            assertThat(value.value()).isEqualTo(30);
            assertThat(value.switchedFrom()).isEqualTo("CO2");
            assertThat(value.switchedAt()).isEqualTo(later.toEpochMilli());
        });
        assertThat(bed.others())
                .singleElement()
                .satisfies(other -> assertThat(other.channel()).isEqualTo("CO2"));
    }

    @Test
    void aRetractionOfTheOtherSourceLeavesTheFollowedOne() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        ward.take(monitor.at(T0)
                .kept("rr", 12)
                .from("CO2", true)
                .kept("rr", 31)
                .from("ECG", false)
                .clean());
        CleanObservation taken = monitor.at(T0.plusSeconds(1))
                .withdrawn("rr", 31, T0)
                .from("ECG", false)
                .clean();
        taken.getReadings().get(0).setWithdraws(List.of());

        // when
        ward.take(taken);

        // then
        BedSnapshot bed = bed("REA/01", T0.plusSeconds(1));
        assertThat(bed.values())
                .singleElement()
                .satisfies(value -> assertThat(value.value()).isEqualTo(12));
        assertThat(bed.others())
                .singleElement()
                .satisfies(other -> assertThat(other.value()).isNull());
    }

    @Test
    void aSourceWithoutReadingsForAQuarterOfAnHourIsNoLongerShown() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        ward.take(monitor.at(T0)
                .kept("rr", 12)
                .from("CO2", true)
                .kept("rr", 31)
                .from("ECG", false)
                .clean());
        Instant later = T0.plusSeconds(901);

        // when
        ward.take(monitor.at(later).kept("rr", 12).from("CO2", true).clean());

        // then
        assertThat(bed("REA/01", later).others()).isEmpty();
    }
}
