package org.vigie.sink;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.VariableCatalogue;

/** Records as the topics hold them, on bed REA/03 at {@link #NOON}. */
final class SinkRecords {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final int HOURS = 48;

    private SinkRecords() {}

    static Origin raw(long offset, int index) {
        return new Origin("vigie.ward.observations.raw", 0, offset, index);
    }

    /** Two readings of one second: a kept pulse, a suspect saturation. */
    static CleanObservation clean(long offset) {
        Instant time = NOON.plusSeconds(offset);
        return CleanObservation.newBuilder()
                .setStay("stay-1")
                .setBed("REA/03")
                .setSource("test")
                .setDevice("monitor-3")
                .setMessageId("m" + offset)
                .setDeviceTime(time)
                .setReceivedTime(time)
                .setPublishedAt(time.plusMillis(7))
                .setOrigin(raw(offset, -1))
                .setReadings(List.of(
                        new JudgedReading(
                                0,
                                "hr",
                                82.0,
                                time,
                                CleaningOutcomeRecord.KEPT,
                                CleaningReasonRecord.NONE,
                                List.of(),
                                "",
                                true,
                                null),
                        new JudgedReading(
                                1,
                                "spo2",
                                71.0,
                                time,
                                CleaningOutcomeRecord.SUSPECT,
                                CleaningReasonRecord.SPIKE,
                                List.of(),
                                "",
                                true,
                                null)))
                .build();
    }

    /** What monitor-3 said of the pulse at that instant is taken back, a minute later. */
    static CleanObservation retraction(long offset, Instant measuredAt, double value) {
        return CleanObservation.newBuilder(clean(offset))
                .setReceivedTime(measuredAt.plusSeconds(60))
                .setReadings(List.of(new JudgedReading(
                        0,
                        "hr",
                        Double.NaN,
                        measuredAt,
                        CleaningOutcomeRecord.RETRACTED,
                        CleaningReasonRecord.RETRACTED,
                        List.of(value),
                        "",
                        true,
                        null)))
                .build();
    }

    static RejectedReading rejected(long offset, int index, Double value, String text) {
        return rejected(
                offset,
                index,
                new ReadingRecord("hr", value, text, "/min", MeasurementStatusRecord.VALID, NOON, ""),
                NOON);
    }

    static RejectedReading rejected(long offset, int index, ReadingRecord reading, Instant received) {
        return RejectedReading.newBuilder()
                .setStay(null)
                .setBed("REA/03")
                .setSource("test")
                .setDevice("monitor-3")
                .setMessageId("m" + offset)
                .setReceivedTime(received)
                .setPublishedAt(NOON)
                .setOrigin(raw(offset, index))
                .setReading(reading)
                .setReason(CleaningReasonRecord.NOT_A_NUMBER)
                .setDetail("value: must be a number")
                .build();
    }

    /** A window whose newest hour is hour 1 of the stay; every cell holds its column's number. */
    static Window window(List<Integer> changedRows, long revision, CellOriginRecord kind) {
        List<String> series = VariableCatalogue.standard().series().stream()
                .map(variable -> variable.name())
                .toList();
        int cells = HOURS * series.size();
        return Window.newBuilder()
                .setStay("stay-1")
                .setBed("REA/03")
                .setAdmittedAt(NOON)
                .setEnd(NOON.plusSeconds(5_000))
                .setLastHour(1)
                .setSeries(series)
                .setValues(IntStream.range(0, cells)
                        .mapToObj(cell -> (float) (cell % series.size()))
                        .toList())
                .setKinds(Collections.nCopies(cells, kind))
                .setAges(Collections.nCopies(cells, 1f))
                .setChangedHours(changedRows)
                .setRevision(revision)
                .setDigest("d" + revision)
                .setNewest(raw(revision, -1))
                .build();
    }

    static RiskScore score(ScoreStatus status, Double probability) {
        return RiskScore.newBuilder()
                .setStay("stay-1")
                .setBed("REA/03")
                .setWindowEnd(NOON)
                .setScoredAt(NOON.plusMillis(40))
                .setStatus(status)
                .setProbability(probability)
                .setReason(probability == null ? "the model server does not answer" : null)
                .setModel("survival")
                .setModelVersion("1")
                .setModelDigest("abc")
                .setWindowDigest("d1")
                .setWindowRevision(1)
                .setHoursSeen(2)
                .setImputedShare(0.5)
                .setLatencyMs(3.25)
                .build();
    }

    /** The model has looked and says nothing: too little was measured. */
    static RiskScore abstention() {
        RiskScore score = score(ScoreStatus.ABSTAINED, null);
        score.setReason("ABSTAINED: too little was measured; lactate would help most");
        score.setMostHelpful("lactate");
        return score;
    }

    /** With everything that a model may give; the age is known about the patient, not measured. */
    static RiskScore explained() {
        RiskScore score = score(ScoreStatus.SCORED, 0.25);
        score.setLow(0.125);
        score.setHigh(0.5);
        score.setSurvival1d(0.9921875);
        score.setSurvival7d(0.96875);
        score.setSurvival30d(0.75);
        score.setLosDays(9.5);
        score.setContributions(List.of(
                new Contribution("lactate", 1, 6.5, CellOriginRecord.MEASURED, 0.75),
                new Contribution("age_years", null, null, null, -0.25)));
        return score;
    }

    static Alert alert(AlertStateRecord state) {
        return alert("a1", state, AlarmPriorityRecord.HIGH);
    }

    static Alert alert(String alert, AlertStateRecord state, AlarmPriorityRecord priority) {
        return Alert.newBuilder()
                .setAlert(alert)
                .setStay("stay-1")
                .setBed("REA/03")
                .setRule("hr-high")
                .setRuleVersion("1")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(priority)
                .setState(state)
                .setOnset(NOON)
                .setRaisedAt(NOON.plusSeconds(10))
                .setClearedAt(state == AlertStateRecord.CLEARED ? NOON.plusSeconds(60) : null)
                .setValue(151.0)
                .setLimit(140.0)
                .setMessageFr("Fréquence cardiaque haute : 151 /min")
                .setMessageEn("Heart rate high: 151 /min")
                .setConditionDelayMs(10_000)
                .setCausePublishedAt(NOON.plusSeconds(10))
                .setCauses(List.of())
                .build();
    }

    static TriageAssessmentRecord triage() {
        return TriageAssessmentRecord.newBuilder()
                .setStay("stay-1")
                .setBed("REA/03")
                .setAt(NOON)
                .setLevel(TriageLevelRecord.TRI_2)
                .setNews2Low(5)
                .setNews2High(7)
                .setMissing(List.of("temp", "consciousness"))
                .setRisk(0.31)
                .setReasonsFr(List.of("NEWS2 entre 5 et 7"))
                .setReasonsEn(List.of("NEWS2 between 5 and 7"))
                .setRuleVersion("1")
                .build();
    }
}
