package org.vigie.gateway.fhir.rest;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.access.UnitScope;
import org.vigie.schemas.Alert;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;

/** Holds the results of the beds that a program may see. */
record ScopedWardSnapshot(WardSnapshot ward, UnitScope scope) implements WardSnapshot {
    @Override
    public Collection<Alert> alerts() {
        return ward.alerts().stream()
                .filter(alert -> scope.coversBed(alert.getBed()))
                .toList();
    }

    @Override
    public Collection<TriageAssessmentRecord> triage() {
        return ward.triage().stream()
                .filter(triage -> scope.coversBed(triage.getBed()))
                .toList();
    }

    @Override
    public Collection<RiskScore> scores() {
        return ward.scores().stream()
                .filter(score -> scope.coversBed(score.getBed()))
                .toList();
    }

    /** Returns the units of these beds. */
    Set<String> units() {
        return Stream.of(
                        alerts().stream().map(Alert::getBed),
                        triage().stream().map(TriageAssessmentRecord::getBed),
                        scores().stream().map(RiskScore::getBed))
                .flatMap(beds -> beds)
                .map(UnitScope::unitOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
