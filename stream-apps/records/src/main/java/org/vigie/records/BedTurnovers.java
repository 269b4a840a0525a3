package org.vigie.records;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.schemas.Stay;

/** Finds when a patient left a bed last. Each time is returned once. One thread uses it. */
public final class BedTurnovers {
    private final Function<String, List<Stay>> stays;
    private final Map<String, Instant> returned = new HashMap<>();

    /** @param stays returns the stays of a bed that are known now */
    public BedTurnovers(Function<String, List<Stay>> stays) {
        this.stays = stays;
    }

    /** Returns when a patient left a bed last, up to {@code now}; empty when nobody did or it was returned before. */
    public Optional<Instant> since(String bed, Instant now) {
        return new PatientTurnover(stays.apply(bed)).last(now).filter(at -> !at.equals(returned.put(bed, at)));
    }
}
