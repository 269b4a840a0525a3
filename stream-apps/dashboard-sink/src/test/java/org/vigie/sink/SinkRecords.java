package org.vigie.sink;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.Contribution;
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
import org.vigie.testing.story.AlertStory;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Creates records as the topics hold them, on bed REA/03 at {@link #NOON}. */
public final class SinkRecords {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final BedStory BED = new WardStory().bed("REA/03", "stay-1");
    private static final RiskScoreStory SCORES = new RiskScoreStory("REA/03", "stay-1");
    private static final int HOURS = 48;

    private SinkRecords() {}

    public static Origin raw(long offset, int index) {
        return new Origin("vigie.ward.observations.raw", 0, offset, index);
    }

    /** Two readings of one second: a kept pulse, a suspect saturation. */
    public static CleanObservation clean(int offset) {
        return BED.at(NOON.plusSeconds(offset))
                .offset(offset)
                .kept("hr", 82)
                .suspect("spo2", 71)
                .clean();
    }

    /** The monitor withdraws the pulse of that instant a minute later. */
    public static CleanObservation retraction(int offset, Instant measuredAt, double value) {
        return BED.at(measuredAt.plusSeconds(60))
                .offset(offset)
                .withdrawn("hr", value, measuredAt)
                .clean();
    }

    public static RejectedReading rejected(long offset, int index, Double value, String text) {
        return rejected(
                offset,
                index,
                new ReadingRecord("hr", value, text, "/min", MeasurementStatusRecord.VALID, NOON, ""),
                NOON);
    }

    public static RejectedReading rejected(long offset, int index, ReadingRecord reading, Instant received) {
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
    public static Window window(List<Integer> changedRows, long revision, CellOriginRecord kind) {
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

    public static RiskScore unscored(ScoreStatus status, String reason) {
        RiskScore score = SCORES.unscored(status, reason, NOON);
        score.setScoredAt(NOON.plusMillis(40));
        return score;
    }

    /** Creates an abstention of the model: too little was measured. */
    public static RiskScore abstention() {
        RiskScore score =
                unscored(ScoreStatus.ABSTAINED, "ABSTAINED: too little was measured; lactate would help most");
        score.setMostHelpful("lactate");
        return score;
    }

    /** With everything that a model may give; the age is known about the patient, not measured. */
    public static RiskScore explained() {
        RiskScore score = SCORES.scored(0.25, NOON);
        score.setScoredAt(NOON.plusMillis(40));
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

    public static Alert alert(AlertStateRecord state) {
        return alert("a1", state, AlarmPriorityRecord.HIGH);
    }

    public static Alert alert(String alert, AlertStateRecord state, AlarmPriorityRecord priority) {
        AlertStory story = BED.alert(alert)
                .rule("hr-high", "hr")
                .priority(priority)
                .value(151, 140)
                .message("Fréquence cardiaque haute : 151 /min", "Heart rate high: 151 /min")
                .raisedAt(NOON.plusSeconds(15));
        return state == AlertStateRecord.CLEARED
                ? story.cleared(NOON.plusSeconds(60))
                : story.entry(state, NOON.plusSeconds(15));
    }

    public static TriageAssessmentRecord triage() {
        return BED.triage()
                .level(TriageLevelRecord.TRI_2)
                .news2(5, 7)
                .risk(0.31)
                .reason("NEWS2 entre 5 et 7", "NEWS2 between 5 and 7")
                .assessed(NOON);
    }
}
