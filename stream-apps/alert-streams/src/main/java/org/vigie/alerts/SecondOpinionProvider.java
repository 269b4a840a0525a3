package org.vigie.alerts;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.signal.triage.TriageSecondOpinion;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.triage.model.TriageModel;

/** Whoever is asked for a second look at a patient. It changes no level and no alarm, so that without it the rules go on alone. */
@FunctionalInterface
interface SecondOpinionProvider {
    SecondOpinionProvider NONE = (vitals, patient, at) -> Optional.empty();

    Optional<TriageSecondOpinion> look(CurrentVitals vitals, StaticFeatures patient, Instant at);

    /** The model that is shipped; none where its native library does not load. */
    static SecondOpinionProvider shipped() {
        Logger log = LoggerFactory.getLogger(SecondOpinionProvider.class);
        try {
            TriageModel model = TriageModel.shipped();
            return (vitals, patient, at) -> {
                try {
                    return Optional.of(model.assess(vitals, patient, at));
                } catch (IllegalStateException e) {
                    log.error("triage model: no second look", e);
                    return Optional.empty();
                }
            };
        } catch (LinkageError | RuntimeException e) {
            log.error("triage model: cannot be loaded, there will be no second look", e);
            return NONE;
        }
    }
}
