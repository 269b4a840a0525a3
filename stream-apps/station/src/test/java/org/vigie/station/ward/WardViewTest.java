package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.cleared;
import static org.vigie.station.StationRecords.limit;
import static org.vigie.station.StationRecords.looked;
import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;
import static org.vigie.station.StationRecords.stay;
import static org.vigie.station.StationRecords.technical;
import static org.vigie.station.StationRecords.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.BedAlarmsSnapshot;
import org.vigie.station.alarm.limit.PatientLimitSnapshot;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.stay.ContributionSnapshot;
import org.vigie.station.stay.RiskSnapshot;
import org.vigie.station.stay.ValueSnapshot;
import org.vigie.station.trend.TrendSnapshot;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

class WardViewTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration GAP = Duration.ofMillis(250);
    private final BedStory monitor = new WardStory().bed("REA/01", "s1");
    private final WardView ward =
            new WardView(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), List.of(), 1, T0);

    @Test
    void aBedShowsItsNewestValueWithAgeSourceAndOrigin() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));

        // when
        ward.take(monitor.at(T0).kept("hr", 82).clean());
        ward.take(monitor.at(T0.plusSeconds(1)).kept("hr", 84).clean());

        // then
        BedSnapshot bed = bed("REA/01", T0.plusSeconds(3));
        assertThat(bed.values()).singleElement().satisfies(value -> {
            assertThat(value.value()).isEqualTo(84);
            assertThat(value.ageMs()).isEqualTo(2_000);
            assertThat(value.source()).isEqualTo("story");
            assertThat(value.verdict()).isEqualTo("KEPT");
        });
        assertThat(bed.newest().publishedAt()).isEqualTo(T0.plusSeconds(1).toEpochMilli());
        assertThat(bed.newest().offset()).isOne();
    }

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

    @Test
    void aLateReadingNeverReplacesTheNewest() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(monitor.at(T0.plusSeconds(1))
                .kept("hr", 60, T0.minusSeconds(30))
                .clean());

        // then
        assertThat(value("REA/01", T0).value()).isEqualTo(84);
    }

    @Test
    void aWithdrawnValueIsMarkedAndHasNoNumber() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(monitor.at(T0.plusSeconds(2)).withdrawn("hr", 84, T0).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(3)))
                .returns(null, ValueSnapshot::value)
                .returns(true, ValueSnapshot::stale)
                .returns("RETRACTED", ValueSnapshot::because);
        assertThat(ward.trend("REA/01", 1, T0.plusSeconds(3)).orElseThrow().lines())
                .allSatisfy(line -> assertThat(line.kept().last()).isEmpty());
        assertThat(ward.quality().retracted()).isEqualTo(1);
    }

    @Test
    void anOlderValueThatIsWithdrawnLeavesTheNewest() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(monitor.at(T0.plusSeconds(1)).kept("hr", 85).clean());
        ward.take(monitor.at(T0.plusSeconds(2)).withdrawn("hr", 84, T0).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(2)).value()).isEqualTo(85);
    }

    @Test
    void aCorrectionTakesThePlaceOfTheValueThatIsShownHoweverLateItComes() {
        // when
        ward.take(monitor.at(T0).kept("hr", 184).clean());
        ward.take(monitor.at(T0.plusSeconds(2)).corrected("hr", 184, 84, T0).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(3)).value()).isEqualTo(84);
        assertThat(ward.trend("REA/01", 1, T0.plusSeconds(3)).orElseThrow().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.kept().high()).containsExactly(84f));
    }

    @Test
    void anOldValueIsNoNumberAnyMore() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(15)).value()).isEqualTo(84);
        ValueSnapshot old = value("REA/01", T0.plusMillis(15_001));
        assertThat(old.stale()).isTrue();
        assertThat(old.value()).isNull();
        assertThat(old.measuredAt()).isEqualTo(T0.toEpochMilli());
    }

    @Test
    void aStaleValueShowsWhyNoNewerValueWasKept() {
        // when
        ward.take(monitor.at(T0).kept("spo2", 97).clean());
        ward.take(monitor.at(T0.plusSeconds(20)).rejected("spo2", CleaningReasonRecord.DEVICE_INVALID));

        // then
        assertThat(value("REA/01", T0.plusSeconds(20)).because()).isEqualTo("DEVICE_INVALID");
    }

    @Test
    void aDeviceWhoseClockRunsAheadDoesNotKeepItsValueFresh() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84, T0.plusSeconds(240)).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(16)).stale()).isTrue();
    }

    @Test
    void aChartedSourceHasItsOwnLimit() {
        // given
        var limits = StalenessConfig.defaults();
        var charted = new StalenessConfig(
                limits.continuous(),
                limits.episodic(),
                limits.manual(),
                limits.lab(),
                limits.score(),
                limits.input(),
                limits.alarms(),
                limits.cleared(),
                limits.imputedShare(),
                Map.of("story", Duration.ofMinutes(90)));
        var slow = new WardView(charted, List.of(), 1, T0);

        // when
        slow.take(monitor.at(T0).kept("hr", 84).clean());
        slow.take(admitted("REA/01", "s1", T0));

        // then
        assertThat(slow.snapshot(T0.plusSeconds(3600))
                        .beds()
                        .get(0)
                        .values()
                        .get(0)
                        .value())
                .isEqualTo(84);
    }

    @Test
    void whenARecordingIsPlayedFastTheWayToTheScreenDoesNotMakeItsValuesStale() {
        // given
        var fast = new WardView(StalenessConfig.defaults(), List.of(), 60, T0);

        // when
        fast.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        fast.take(monitor.at(T0).kept("hr", 84).clean());

        // then
        assertThat(fast.snapshot(T0.plusSeconds(14))
                        .beds()
                        .get(0)
                        .values()
                        .get(0)
                        .stale())
                .isFalse();
        assertThat(fast.snapshot(T0.plusSeconds(16))
                        .beds()
                        .get(0)
                        .values()
                        .get(0)
                        .stale())
                .isTrue();
    }

    @Test
    void aSuspectValueKeepsItsMark() {
        // when
        ward.take(monitor.at(T0).suspect("hr", 210).clean());

        // then
        assertThat(value("REA/01", T0).verdict()).isEqualTo("SUSPECT");
        assertThat(value("REA/01", T0).reason()).isEqualTo("SPIKE");
    }

    @Test
    void nothingIsFreshAfterARestartOnOldRecords() {
        // given
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        Instant nextMorning = T0.plus(Duration.ofHours(9));

        // when, then
        assertThat(value("REA/01", nextMorning).stale()).isTrue();
        assertThat(ward.clock(nextMorning).watched()).isFalse();
        assertThat(ward.clock(nextMorning).reason()).isEqualTo("NO_INPUT");
    }

    @Test
    void aRecordingIsMarkedAsReplay() {
        // when, then
        assertThat(ward.clock(T0).replay()).isFalse();
        // when
        Instant longAgo = T0.minus(Duration.ofDays(900));
        CleanObservation recorded = monitor.at(longAgo).kept("hr", 84).clean();
        recorded.setPublishedAt(T0);
        ward.take(recorded);
        // then
        assertThat(ward.clock(T0).replay()).isTrue();
        assertThat(ward.clock(T0).watched()).isTrue();
    }

    @Test
    void aTransferTakesTheStayToItsNewBed() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(600)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());

        // when
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", T0.minusSeconds(600), T0))));
        ward.take(admitted("REA/02", "s1", T0));

        // then
        assertThat(bed("REA/01", T0.plusSeconds(1)).occupant()).isNull();
        assertThat(bed("REA/02", T0.plusSeconds(1)).occupant().stay()).isEqualTo("s1");
    }

    @Test
    void aBedWithoutAdmissionIsWatchedUnderAProvisionalStay() {
        // given
        CleanObservation unknown = new WardStory()
                .bed("REA/09", "provisional-1")
                .at(T0)
                .kept("hr", 84)
                .clean();
        unknown.setProvisional(true);

        // when
        ward.take(unknown);

        // then
        assertThat(bed("REA/09", T0).occupant().provisional()).isTrue();
    }

    @Test
    void whatWasMeasuredBeforeThePatientWasKnownIsShownAsAttributed() {
        // given
        CleanObservation unknown = new WardStory()
                .bed("REA/09", "provisional-1")
                .at(T0)
                .kept("temp", 38.4)
                .clean();
        unknown.setProvisional(true);

        // when
        ward.take(unknown);
        ward.take(admitted("REA/09", "s9", T0.minusSeconds(60)));

        // then
        assertThat(bed("REA/09", T0).occupant().attributedSince()).isNull();

        // when
        CleanObservation attributed =
                new WardStory().bed("REA/09", "s9").at(T0).kept("temp", 38.4).clean();
        attributed.setAttributedFrom("provisional-1");
        ward.take(attributed);

        // then
        assertThat(bed("REA/09", T0).occupant())
                .returns("s9", OccupantSnapshot::stay)
                .returns(false, OccupantSnapshot::provisional)
                .returns(T0.toEpochMilli(), OccupantSnapshot::attributedSince);
        assertThat(value("REA/09", T0).value()).isEqualTo(38.4);
        assertThat(ward.quality().kept()).isEqualTo(1);
    }

    @Test
    void bedsKeepTheirPlaces() {
        // given
        var fixed = new WardView(StalenessConfig.defaults(), List.of("Isolation"), 1, T0);

        // when
        for (String bed : List.of("REA/10", "REA/2", "Isolation", "REA/1")) {
            fixed.take(admitted(bed, "s" + bed, T0));
        }

        // then
        assertThat(fixed.snapshot(T0).beds())
                .extracting(BedSnapshot::bed)
                .containsExactly("Isolation", "REA/1", "REA/2", "REA/10");
    }

    @Test
    void theHighestAlarmIsShownWithItsCountAndTheEquipmentApart() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));

        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.LOW, T0));
        ward.take(raised("a2", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        ward.take(technical(raised("a3", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0)));

        // then
        BedAlarmsSnapshot alarms = bed("REA/01", T0).alarms();
        assertThat(alarms.highest().alert()).isEqualTo("a2");
        assertThat(alarms.active()).isEqualTo(2);
        assertThat(alarms.technical().alert()).isEqualTo("a3");
        assertThat(alarms.technicalActive()).isEqualTo(1);
    }

    @Test
    void aLatchedAlarmMarksNoValueBecauseItsConditionIsOver() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        var alarm = raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0);
        ward.take(alarm);
        assertThat(bed("REA/01", T0).alarms().variables()).containsEntry("hr", AlarmPriorityRecord.HIGH);

        // when
        ward.take(open(alarm, AlertCondition.newBuilder().setLatched(true).build()));

        // then
        assertThat(bed("REA/01", T0).alarms().highest().alert()).isEqualTo("a1");
        assertThat(bed("REA/01", T0).alarms().variables()).isEmpty();
    }

    @Test
    void aClearedAlarmLeavesTheBedAndStaysListedForAWhile() {
        // when
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(cleared(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0), T0.plusSeconds(5)));

        // then
        assertThat(bed("REA/01", T0).alarms().active()).isZero();
        assertThat(ward.alerts(T0)).extracting(AlertSnapshot::state).containsExactly("CLEARED");

        // when
        ward.changes(T0.plus(Duration.ofHours(13)), GAP);

        // then
        assertThat(ward.alerts(T0)).isEmpty();
    }

    @Test
    void anAlarmEndsWithItsStayAndIsRemovedLater() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(600)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        ward.changes(T0, GAP);

        // when
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", T0.minusSeconds(600), T0.plusSeconds(5)))));

        // then
        assertThat(ward.changes(T0.plusSeconds(4), GAP).alerts()).isEmpty();
        assertThat(ward.changes(T0.plusSeconds(5), GAP).alerts())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.state()).isEqualTo("CLEARED");
                    assertThat(alert.stayEnded()).isTrue();
                    assertThat(alert.clearedAt()).isEqualTo(T0.plusSeconds(5).toEpochMilli());
                });
        assertThat(ward.changes(T0.plusSeconds(6), GAP).alerts()).isEmpty();
        assertThat(ward.changes(T0.plus(Duration.ofHours(13)), GAP).layout()).isTrue();
        assertThat(ward.alerts(T0.plus(Duration.ofHours(13)))).isEmpty();
    }

    @Test
    void anAlarmGoesOnWithATransferredStay() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", T0.minusSeconds(600), T0))));

        // then
        assertThat(ward.alerts(T0)).extracting(AlertSnapshot::state).containsExactly("CLEARED");

        // when
        ward.take(admitted("REA/02", "s1", T0));

        // then
        assertThat(ward.alerts(T0)).extracting(AlertSnapshot::state).containsExactly("RAISED");
        assertThat(bed("REA/02", T0).alarms().active()).isEqualTo(1);
    }

    @Test
    void aTriageThatIsNotSentAgainIsNoLevelAnyMore() {
        // when
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, T0.minusSeconds(900)), T0);

        // then
        assertThat(bed("REA/01", T0.plusSeconds(180)).triage().level()).isEqualTo("TRI_2");
        assertThat(bed("REA/01", T0.plusSeconds(181)).triage().level()).isNull();

        // when
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, T0.minusSeconds(900)), T0.plusSeconds(181));

        // then
        assertThat(bed("REA/01", T0.plusSeconds(181)).triage().level()).isEqualTo("TRI_2");
    }

    @Test
    void aSecondOpinionBecomesStaleWithItsTriageLevel() {
        // when
        ward.take(admitted("REA/01", "s1", T0));
        ward.take(looked(triage("REA/01", "s1", TriageLevelRecord.TRI_4, 1, 1, T0), 2, false, "n", "n"), T0);

        // then
        assertThat(bed("REA/01", T0.plusSeconds(1)).triage().second().level()).isEqualTo(2);
        assertThat(bed("REA/01", T0.plusSeconds(600)).triage().second()).isNull();
    }

    @Test
    void aLimitOfOnePatientIsListedUntilItEnds() {
        // given
        ward.take(admitted("REA/01", "s1", T0));
        ward.changes(T0, GAP);

        // when
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_SET, 86, T0));
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_SET, 84, T0.plusSeconds(60)));
        ward.takeEntry(limit("s2", AlertStateRecord.LIMIT_SET, 88, T0));

        // then
        assertThat(ward.changes(T0.plusSeconds(61), GAP).beds())
                .singleElement()
                .satisfies(bed -> assertThat(bed.limits())
                        .containsExactly(new PatientLimitSnapshot(
                                "spo2",
                                "BELOW",
                                "MEDIUM",
                                84,
                                "AB",
                                T0.plusSeconds(60).toEpochMilli(),
                                T0.plusSeconds(1860).toEpochMilli(),
                                "BPCO")));

        // when
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_EXPIRED, 84, T0.plusSeconds(1860)));

        // then
        assertThat(bed("REA/01", T0.plusSeconds(1861)).limits()).isEmpty();
    }

    @Test
    void readingsWithoutAnyTriageMeanThatNoAlarmIsComputed() {
        // given
        Instant later = T0.plusSeconds(190);

        // when
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, T0), T0);

        // then
        assertThat(ward.clock(later).noAlarmsSince())
                .as("without readings: not watched")
                .isNull();

        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(monitor.at(T0.plusSeconds(100)).kept("hr", 84).clean());
        ward.take(monitor.at(later).kept("hr", 84).clean());

        // then
        assertThat(ward.clock(later).noAlarmsSince()).isEqualTo(T0.toEpochMilli());

        // when
        ward.take(triage("REA/02", "s2", TriageLevelRecord.TRI_5, 0, 0, T0), later);

        // then
        assertThat(ward.clock(later).noAlarmsSince()).isNull();
    }

    @Test
    void aRiskThatIsTooOldOrTooMuchImputedIsNotShown() {
        // when
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(risk("REA/01", "s1", 0.31, 0.8, T0));

        // then
        assertThat(bed("REA/01", T0).risk().probability()).isEqualTo(0.31);
        assertThat(bed("REA/01", T0.plus(Duration.ofHours(3))).risk().absent()).isEqualTo("STALE");

        // when
        ward.take(risk("REA/01", "s1", 0.31, 0.96, T0.plusSeconds(1)));

        // then
        assertThat(bed("REA/01", T0).risk().absent()).isEqualTo("TOO_MUCH_IMPUTED");
        assertThat(bed("REA/01", T0).risk().probability()).isNull();
    }

    @Test
    void aRiskIsExplainedByTheNewestScoreWithContributions() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        var why = new Contribution("lactate", 12, 6.1, CellOriginRecord.MEASURED, 0.8);
        ward.take(RiskScore.newBuilder(risk("REA/01", "s1", 0.31, 0.8, T0))
                .setLow(0.2)
                .setHigh(0.4)
                .setContributions(List.of(why))
                .build());
        ward.take(risk("REA/01", "s1", 0.33, 0.8, T0.plusSeconds(300)));

        // when
        RiskSnapshot risk = bed("REA/01", T0.plusSeconds(300)).risk();

        // then
        assertThat(risk.probability()).isEqualTo(0.33);
        assertThat(risk.explainedAt()).isEqualTo(T0.toEpochMilli());
        assertThat(risk.contributions()).containsExactly(new ContributionSnapshot("lactate", 12, 6.1, true, 0.8));
    }

    @Test
    void anAbstainingModelNamesTheMeasurementThatWouldHelp() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(RiskScore.newBuilder(risk("REA/01", "s1", 0.31, 0.99, T0))
                .setStatus(ScoreStatus.ABSTAINED)
                .setProbability(null)
                .setMostHelpful("lactate")
                .build());

        // when
        RiskSnapshot risk = bed("REA/01", T0).risk();

        // then
        assertThat(risk.absent()).isEqualTo("ABSTAINED");
        assertThat(risk.mostHelpful()).isEqualTo("lactate");
        assertThat(risk.contributions()).isEmpty();
    }

    @Test
    void aBedIsNamedAtMostFourTimesASecondAndNothingIsLost() {
        // given
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(admitted("REA/01", "s1", T0));
        assertThat(ward.changes(T0, GAP).beds()).hasSize(1);

        // when
        ward.take(monitor.at(T0.plusMillis(100)).kept("hr", 85).clean());

        // then
        assertThat(ward.changes(T0.plusMillis(100), GAP).beds()).isEmpty();
        assertThat(ward.changes(T0.plusMillis(250), GAP).beds())
                .singleElement()
                .satisfies(bed -> assertThat(bed.values().get(0).value()).isEqualTo(85));
        assertThat(ward.changes(T0.plusMillis(600), GAP).beds()).isEmpty();
    }

    @Test
    void rejectedReadingsAreCountedByReasonAndDuplicatesApart() {
        // given
        ward.take(monitor.at(T0).rejected("foo", CleaningReasonRecord.UNKNOWN_VARIABLE));
        ward.take(new WardStory().bed("REA/77", null).at(T0).rejected("hr", CleaningReasonRecord.UNKNOWN_BED));
        ward.take(monitor.at(T0).rejected("hr", CleaningReasonRecord.DUPLICATE));

        // when
        ReadingQualitySnapshot quality = ward.quality();

        // then
        assertThat(quality.rejected()).containsOnlyKeys("UNKNOWN_VARIABLE", "UNKNOWN_BED");
        assertThat(quality.duplicates()).isEqualTo(1);
    }

    @Test
    void eachSendersReadingsAreCountedFromTheGatewayToTheirVerdict() {
        // given
        CleanObservation observation = monitor.at(T0).kept("hr", 84).clean();
        String sender = observation.getSource();

        // when
        ward.take(observation);
        ward.take(CleanObservation.newBuilder(observation)
                .setAttributedFrom("provisional-1")
                .build());
        ward.take(monitor.at(T0).suspect("hr", 210).clean());
        ward.take(monitor.at(T0).rejected("hr", CleaningReasonRecord.NOT_A_NUMBER));
        ward.take(new CountedReadings(sender, "HL7", 2L, 0L, 5L, 3L, Map.of("NO_TIME", 2L), 0L, T0, T0));
        ward.take(
                new CountedReadings(sender, "MQTT", 1L, 1L, 4L, 0L, Map.of("REFUSED", 4L), 0L, T0.minusSeconds(9), T0));
        ward.take(new CountedReadings("pump", "FHIR", 1L, 0L, 1L, 0L, Map.of("NO_TIME", 1L), 0L, T0, T0));

        // then
        assertThat(ward.quality().senders())
                .filteredOn(of -> of.sender().equals(sender))
                .singleElement()
                .satisfies(of -> {
                    assertThat(of.protocols()).containsExactly("HL7", "MQTT");
                    assertThat(of.since()).isEqualTo(T0.minusSeconds(9).toEpochMilli());
                    assertThat(of.readings()).isEqualTo(9);
                    assertThat(of.published()).isEqualTo(3);
                    assertThat(of.leftOut()).isEqualTo(6);
                    assertThat(List.of(of.kept(), of.suspect(), of.retracted(), of.rejected()))
                            .containsExactly(1L, 1L, 0L, 1L);
                    assertThat(of.reasons().keySet()).containsExactly("REFUSED", "NO_TIME", "NOT_A_NUMBER", "SPIKE");
                });
    }

    @Test
    void readingsThatBypassTheGatewayHaveNoGatewayCounts() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());

        // then
        assertThat(ward.quality().senders()).singleElement().satisfies(of -> {
            assertThat(of.readings()).isNull();
            assertThat(of.protocols()).isEmpty();
            assertThat(of.kept()).isEqualTo(1);
        });
    }

    @Test
    void aTrendDistinguishesKeptSuspectAndRejected() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(7200)));
        ward.take(monitor.at(T0.minusSeconds(120)).kept("hr", 80).clean());
        ward.take(monitor.at(T0).suspect("hr", 210).clean());
        ward.take(monitor.at(T0).rejected("hr", CleaningReasonRecord.NOT_A_NUMBER));

        // when
        TrendSnapshot trend = ward.trend("REA/01", 1, T0).orElseThrow();

        // then
        TrendSnapshot.TrendLine line = trend.lines().get(0);
        assertThat(line.kept().last()).containsExactly(80f);
        assertThat(line.suspect().last()).containsExactly(210f);
        assertThat(line.rejected()).containsExactly(T0.toEpochMilli());
        assertThat(ward.trend("nowhere", 1, T0)).isEmpty();
    }

    private BedSnapshot bed(String name, Instant wall) {
        return ward.snapshot(wall).beds().stream()
                .filter(bed -> bed.bed().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first value of a bed, admitted when it was not yet. */
    private ValueSnapshot value(String bed, Instant wall) {
        if (bed(bed, wall).occupant() == null) {
            ward.take(admitted(bed, "s1", T0.minusSeconds(3600)));
        }
        return bed(bed, wall).values().get(0);
    }
}
