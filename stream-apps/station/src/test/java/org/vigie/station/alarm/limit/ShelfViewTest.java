package org.vigie.station.alarm.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.cleared;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.shelved;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

class ShelfViewTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private final Alert alarm = raised("a1", "REA/01", "s1", AlarmPriorityRecord.MEDIUM, T0);
    private final BedAlarmLimits limits = new WardAlarmLimits(AlarmRuleCatalogue.adultIcu()).at("REA/01", List.of());
    private final ShelfView shelves = new ShelfView();

    @Test
    void aShelfIsListedAfterItsAlarmIsOverUntilItEnds() {
        // when
        assertThat(shelves.take(shelved(alarm, T0.plusSeconds(5), T0.plusSeconds(1800))))
                .isTrue();
        assertThat(shelves.take(cleared(alarm, T0.plusSeconds(60)))).isFalse();

        // then
        assertThat(shelves.of("s1", T0.plusSeconds(600), limits))
                .singleElement()
                .satisfies(shelf -> {
                    assertThat(shelf.rule()).isEqualTo("hr_high");
                    assertThat(shelf.alert())
                            .as("a command ends the shelf by it")
                            .isEqualTo("a1");
                    assertThat(shelf.labelFr()).isEqualTo("FC");
                    assertThat(shelf.limit().limit()).isEqualTo(130);
                    assertThat(shelf.limit().side()).isEqualTo("ABOVE");
                    assertThat(shelf.by()).isEqualTo("CD");
                    assertThat(shelf.reason()).isEqualTo("soins");
                });
        assertThat(shelves.of("s1", T0.plusSeconds(1800), limits)).isEmpty();
        assertThat(shelves.of("s2", T0, limits)).isEmpty();
    }

    @Test
    void theShelfOfARuleWithoutALimitNamesItsDeviceAlone() {
        // given
        Alert silent = Alert.newBuilder(alarm).setRule("spo2_silent").build();

        // when
        shelves.take(shelved(silent, T0, T0.plusSeconds(1800)));

        // then
        assertThat(shelves.of("s1", T0, limits)).singleElement().satisfies(shelf -> {
            assertThat(shelf.labelFr()).isEqualTo("SpO2");
            assertThat(shelf.limit()).isNull();
        });
    }

    @Test
    void aShelfThatIsTakenBackIsNotListed() {
        // given
        shelves.take(shelved(alarm, T0, T0.plusSeconds(1800)));
        Alert unshelved =
                Alert.newBuilder(alarm).setState(AlertStateRecord.UNSHELVED).build();

        // when, then
        assertThat(shelves.take(unshelved)).isTrue();
        assertThat(shelves.of("s1", T0.plusSeconds(1), limits)).isEmpty();
    }
}
