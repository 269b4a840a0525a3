package org.vigie.replay.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vigie.replay.passport.LedgerEntryDifference;
import org.vigie.replay.passport.RecordDifference;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.TopicCatalogue;

/** Lists the streams of a ward that are compared with those of a replay. One object is for one side, because it numbers alerts. */
final class ComparedStreams {
    /** A batch of another size adds in another order, so numbers of a model may differ by this share. */
    private static final double TOLERANCE = 1e-6;

    private final TopicCatalogue topics;
    private final Map<String, Integer> entries = new HashMap<>();
    private final TriageChanges changes = new TriageChanges();

    ComparedStreams(TopicCatalogue topics) {
        this.topics = topics;
    }

    List<ComparedStream<?>> all() {
        return List.of(clean(), rejected(), windows(), scores(), alerts(), triage());
    }

    private ComparedStream<CleanObservation> clean() {
        return new ComparedStream<>(
                "verdicts",
                topics.observationsClean(),
                CleanObservation::getStay,
                each -> each.getStay() + " " + place(each.getOrigin()),
                CleanObservation::getPublishedAt,
                each -> !BedName.isCanary(each.getBed()),
                new RecordDifference(Set.of(), 0)::first);
    }

    private ComparedStream<RejectedReading> rejected() {
        return new ComparedStream<>(
                "verdicts",
                topics.observationsRejected(),
                each -> Objects.requireNonNullElse(each.getStay(), each.getBed()),
                each -> place(each.getOrigin()) + "-" + each.getOrigin().getIndex(),
                RejectedReading::getPublishedAt,
                each -> !BedName.isCanary(each.getBed()),
                new RecordDifference(Set.of(), 0)::first);
    }

    private ComparedStream<Window> windows() {
        return new ComparedStream<>(
                "windows",
                topics.windowsHourly(),
                Window::getStay,
                each -> each.getStay() + ":" + each.getRevision(),
                Window::getEnd,
                each -> true,
                new RecordDifference(Set.of("changedHours", "estimates"), 0)::first);
    }

    private ComparedStream<RiskScore> scores() {
        return new ComparedStream<>(
                "scores",
                topics.scoresSurvival(),
                RiskScore::getStay,
                each -> each.getStay() + ":" + each.getWindowRevision(),
                RiskScore::getWindowEnd,
                each -> true,
                new RecordDifference(Set.of("latencyMs"), TOLERANCE)::first);
    }

    private ComparedStream<Alert> alerts() {
        return new ComparedStream<>(
                "alerts",
                topics.alertsLedger(),
                Alert::getStay,
                each -> each.getAlert() + "#" + entries.merge(each.getAlert(), 1, Integer::sum),
                Alert::getAt,
                each -> true,
                new LedgerEntryDifference()::first);
    }

    private ComparedStream<TriageAssessmentRecord> triage() {
        var difference = new RecordDifference(Set.of(), 0);
        return new ComparedStream<>(
                "triage",
                topics.triageCurrent(),
                TriageAssessmentRecord::getStay,
                changes::key,
                TriageAssessmentRecord::getAt,
                changes::isChange,
                (one, other) -> difference.first(TriageChanges.compared(one), TriageChanges.compared(other)));
    }

    private static String place(Origin origin) {
        return origin.getPartition() + "-" + origin.getOffset();
    }
}
