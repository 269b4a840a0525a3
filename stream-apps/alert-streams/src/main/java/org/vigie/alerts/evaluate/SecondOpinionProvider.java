package org.vigie.alerts.evaluate;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.signal.triage.TriageSecondOpinion;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.triage.model.TriageModel;

/** Gives the second opinion of a triage model on a patient. It changes no level and no alarm; without it the rules work alone. */
@FunctionalInterface
public interface SecondOpinionProvider {
    SecondOpinionProvider NONE = (vitals, patient, at) -> Optional.empty();

    Optional<TriageSecondOpinion> assess(CurrentVitals vitals, StaticFeatures patient, Instant at);

    /** Returns the shipped model; {@link #NONE} when its native library cannot be loaded. */
    static SecondOpinionProvider shipped() {
        Logger log = LoggerFactory.getLogger(SecondOpinionProvider.class);
        try {
            TriageModel model = TriageModel.shipped();
            return (vitals, patient, at) -> {
                try {
                    return Optional.of(model.assess(vitals, patient, at));
                } catch (IllegalStateException e) {
                    log.error("triage model: the assessment failed; this triage has no second opinion", e);
                    return Optional.empty();
                }
            };
        } catch (LinkageError | RuntimeException e) {
            log.error("triage model: it could not be loaded; no triage will have a second opinion", e);
            return NONE;
        }
    }
}
