package org.vigie.alerts;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.signal.earlywarning.Vitals;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.triage.SecondLook;
import org.vigie.triage.model.TriageModel;

/** Whoever is asked for a second look at a patient. It changes no level and no alarm, so that without it the rules go on alone. */
@FunctionalInterface
interface SecondOpinion {
    SecondOpinion NONE = (vitals, patient, at) -> Optional.empty();

    Optional<SecondLook> look(Vitals vitals, Statics patient, Instant at);

    /** The model that is shipped; none where its native library does not load. */
    static SecondOpinion shipped() {
        Logger log = LoggerFactory.getLogger(SecondOpinion.class);
        try {
            TriageModel model = TriageModel.shipped();
            return (vitals, patient, at) -> {
                try {
                    return Optional.of(model.look(vitals, patient, at));
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
