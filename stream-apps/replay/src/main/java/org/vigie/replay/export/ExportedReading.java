package org.vigie.replay.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Holds one reading with its verdict.
 *
 * @param stay null when the bed has no known stay
 * @param index place among the readings of its message
 * @param sent by what a later record names it
 */
record ExportedReading(
        @Nullable String stay,
        String bed,
        String variable,
        @Nullable Double value,
        String unit,
        Instant measuredAt,
        Instant receivedAt,
        Instant publishedAt,
        String verdict,
        String reason,
        boolean followed,
        Origin origin,
        int index,
        SentReading sent) {
    /** Returns a kept or suspect reading, in the unit of its variable. */
    static ExportedReading of(CleanObservation observation, JudgedReading reading) {
        return new ExportedReading(
                observation.getStay(),
                observation.getBed(),
                reading.getVariable(),
                reading.getValue(),
                unit(reading.getVariable()),
                reading.getAsOf() == null ? reading.getMeasuredAt() : reading.getAsOf(),
                observation.getReceivedTime(),
                observation.getPublishedAt(),
                reading.getVerdict().name(),
                reading.getReason().name(),
                reading.getFollowed(),
                observation.getOrigin(),
                reading.getIndex(),
                SentReading.of(observation, reading, ExportedChange.NONE));
    }

    /** Returns the row that removes an earlier value of the same device and instant. */
    static ExportedReading withdrawing(CleanObservation observation, JudgedReading reading, double earlier) {
        JudgedReading withdrawn =
                JudgedReading.newBuilder(reading).setValue(earlier).build();
        return of(observation, withdrawn).changing(SentReading.of(observation, reading, ExportedChange.WITHDRAWN));
    }

    /** Returns the row that removes the readings of this message which were published under a provisional stay. */
    static ExportedReading identifying(CleanObservation observation, JudgedReading any, String provisional) {
        CleanObservation first =
                CleanObservation.newBuilder(observation).setStay(provisional).build();
        return of(first, any).changing(SentReading.of(first, any, ExportedChange.IDENTIFIED));
    }

    private ExportedReading changing(SentReading change) {
        return new ExportedReading(
                stay,
                bed,
                variable,
                value,
                unit,
                measuredAt,
                receivedAt,
                publishedAt,
                verdict,
                reason,
                followed,
                origin,
                index,
                change);
    }

    /** Returns a reading that no rule uses, in the unit in which it was sent. */
    static ExportedReading of(RejectedReading rejected) {
        return new ExportedReading(
                rejected.getStay(),
                rejected.getBed(),
                rejected.getReading().getVariable(),
                rejected.getReading().getValue(),
                rejected.getReading().getUnit(),
                rejected.getReading().getMeasuredAt(),
                rejected.getReceivedTime(),
                rejected.getPublishedAt(),
                CleaningOutcomeRecord.REJECTED.name(),
                rejected.getReason().name(),
                false,
                rejected.getOrigin(),
                rejected.getOrigin().getIndex(),
                SentReading.unchanged(rejected.getReading().getMeasuredAt()));
    }

    /** Returns true for a reading that rules and windows use, and for a row that changes one. */
    boolean isUsed() {
        boolean isKept = verdict.equals(CleaningOutcomeRecord.KEPT.name());
        return sent.change() != ExportedChange.NONE || (isKept && followed);
    }

    private static String unit(String variable) {
        return VariableCatalogue.standard().find(variable).map(Variable::unit).orElse("");
    }
}
