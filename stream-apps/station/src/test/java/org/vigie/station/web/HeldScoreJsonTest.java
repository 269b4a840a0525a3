package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.note;
import static org.vigie.station.StationRecords.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.station.StationRecords;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.BedSnapshot;
import org.vigie.station.ward.WardReader;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.story.WardStory;

/** Tests that a score that waits for own estimates is in no text of another reader. */
class HeldScoreJsonTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private static final UnitScope ALL = UnitScope.everyUnit();
    private static final String NUMBER = "0.37123";

    private final SnapshotJson json = new SnapshotJson();
    private WardView ward;

    @BeforeEach
    void aPhysicianHasEstimated() {
        ward = ward(DisplayConfig.defaults());
        ward.take(new WardStory().bed("REA/01", "s1").at(T0).kept("hr", 82).clean());
        ward.take(risk("REA/01", "s1", Double.parseDouble(NUMBER), 0.3, T0));
        ward.takeEntry(note("REA/01", "s1", AlertStateRecord.ESTIMATE_RECORDED, Map.of("percent", "20"), T0));
    }

    private static WardView ward(DisplayConfig display) {
        var view = new WardView(
                WardViewConfig.of(StalenessConfig.defaults()).with(display), List.of(), 1, T0.minusSeconds(60));
        view.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        return view;
    }

    private static WardReader reader(String name, AccessRole... roles) {
        return WardReader.of(new Principal(name, name, Set.of(roles), ALL), ALL);
    }

    private String snapshotOf(WardReader reader) {
        return json.write(ward.snapshot(T0.plusSeconds(1)).seenBy(reader));
    }

    @Test
    void theSnapshotHasTheScoreForThePhysicianWhoEstimatedOnly() {
        assertThat(snapshotOf(reader("AB", AccessRole.PHYSICIAN)))
                .contains(NUMBER)
                .doesNotContain("\"held\"");
        assertThat(snapshotOf(reader("CD", AccessRole.PHYSICIAN)))
                .contains("AWAITS_ESTIMATE")
                .doesNotContain(NUMBER);
    }

    @Test
    void aProgramAndALockedSessionOfThatPhysicianGetNoScore() {
        // given
        Principal locked = new Principal("AB", "AB", Set.of(AccessRole.PHYSICIAN), ALL).asWallScreen();

        // when
        String ofTheLocked = snapshotOf(WardReader.of(locked, ALL));

        // then
        assertThat(ofTheLocked).contains("AWAITS_ESTIMATE").doesNotContain(NUMBER);
        assertThat(snapshotOf(reader("AB", AccessRole.SERVICE))).doesNotContain(NUMBER);
    }

    @Test
    void theEventOfABedHasTheScoreForThePhysicianWhoEstimatedOnly() {
        // given
        BedSnapshot bed = ward.changes(T0.plusSeconds(1), Duration.ZERO).beds().get(0);

        // when
        SseEvent event = WardChangePublisher.event(bed, json);

        // then
        assertThat(event.data(reader("AB", AccessRole.PHYSICIAN)).orElseThrow()).contains(NUMBER);
        assertThat(event.data(reader("CD", AccessRole.PHYSICIAN)).orElseThrow()).doesNotContain(NUMBER);
        assertThat(event.data(new WardReader(UnitScope.of("USC"), "AB"))).isEmpty();
    }

    @Test
    void anOwnEstimateIsSentToNobodyButItsPhysician() {
        // given
        BedSnapshot bed = ward.changes(T0.plusSeconds(1), Duration.ZERO).beds().get(0);
        String estimate = "\"percent\":20";

        // when
        SseEvent event = WardChangePublisher.event(bed, json);

        // then
        assertThat(snapshotOf(reader("AB", AccessRole.PHYSICIAN))).contains(estimate);
        assertThat(snapshotOf(reader("CD", AccessRole.PHYSICIAN))).doesNotContain(estimate);
        assertThat(snapshotOf(reader("EF", AccessRole.NURSE))).doesNotContain(estimate);
        assertThat(snapshotOf(reader("AB", AccessRole.SERVICE))).doesNotContain(estimate);
        assertThat(event.data(reader("AB", AccessRole.PHYSICIAN)).orElseThrow()).contains(estimate);
        assertThat(event.data(reader("CD", AccessRole.PHYSICIAN)).orElseThrow()).doesNotContain(estimate);
    }

    @Test
    void theAlarmOfAPredictedRiskIsListedOnlyWhereNoEstimateComesFirst() {
        // given
        Alert predicted = StationRecords.raised("a1", "REA/01", "s1", AlarmPriorityRecord.LOW, T0);
        predicted.setKind(AlertKind.PREDICTED);

        // when
        ward.take(predicted);
        WardView open = ward(DisplayConfig.defaults().withoutEstimate());
        open.take(predicted);

        // then
        assertThat(ward.alerts(T0.plusSeconds(1))).isEmpty();
        assertThat(ward.changes(T0.plusSeconds(1), Duration.ZERO).alerts()).isEmpty();
        assertThat(open.alerts(T0.plusSeconds(1))).hasSize(1);
    }
}
