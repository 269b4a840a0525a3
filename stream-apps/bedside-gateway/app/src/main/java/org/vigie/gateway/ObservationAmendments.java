package org.vigie.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.NamedObservation;
import org.vigie.schemas.variable.ValueRange;

/**
 * Remembers observations by the identifiers of their senders, and finds what a later message corrects. A correction with another instant
 * retracts the value of the earlier instant. A retraction retracts the value with its identifier, whatever instant it names. An identifier
 * that is used for two instants without a correction is ignored, since some senders use one identifier for all.
 */
final class ObservationAmendments {
    private static final int MOST = 100_000;

    private final Function<String, List<String>> pseudonyms;
    private final Map<String, NamedObservation> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NamedObservation> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Creates an empty memory.
     *
     * @param pseudonyms pseudonyms of an identifier: that of the newest key, then those of older keys
     */
    ObservationAmendments(Function<String, List<String>> pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * The values of one message, with the retractions that they cause.
     *
     * @param named the observations to remember by pseudonym, once the broker has all of the message
     */
    record AmendedValues(List<MeasuredValue> measured, Map<String, NamedObservation> named) {}

    synchronized void remember(Map<String, NamedObservation> named) {
        named.forEach(this::remember);
    }

    synchronized void remember(String name, NamedObservation earlier) {
        known.remove(name);
        known.put(name, earlier);
    }

    /**
     * Amends the values of one message.
     *
     * @param placed the values, each with its bed
     */
    synchronized AmendedValues amend(String sender, List<MeasuredValue> placed) {
        List<MeasuredValue> measured = new ArrayList<>(placed.size());
        Map<String, NamedObservation> named = new LinkedHashMap<>();
        for (MeasuredValue one : placed) {
            if (one.statement().names().isEmpty()) {
                measured.add(one);
            } else {
                amend(one, names(sender, one), named, measured);
            }
        }
        return new AmendedValues(measured, named);
    }

    private void amend(
            MeasuredValue one,
            List<List<String>> names,
            Map<String, NamedObservation> named,
            List<MeasuredValue> measured) {
        Optional<NamedObservation> before = names.stream()
                .flatMap(List::stream)
                .map(name -> named.getOrDefault(name, known.get(name)))
                .filter(earlier -> earlier != null)
                .findFirst();
        Optional<NamedObservation> standing = before.filter(earlier -> earlier.getValue() != null);
        boolean moved = standing.filter(earlier -> isElsewhere(earlier, one)).isPresent();
        boolean ambiguous = moved && !changes(one);
        if (moved && changes(one)) {
            measured.add(retraction(standing.get(), one));
        }
        if (!moved || one.status() != MeasurementStatusRecord.RETRACTED) {
            measured.add(marked(one, standing, moved));
        }
        if (before.isEmpty() || changes(one) || ambiguous) {
            NamedObservation now = named(one, ambiguous);
            names.forEach(pseudonym -> named.put(pseudonym.get(0), now));
        }
    }

    /** Marks a value that replaces another value or instant as a correction. */
    private static MeasuredValue marked(MeasuredValue one, Optional<NamedObservation> standing, boolean moved) {
        boolean replaced = one.statement().replaces()
                && one.status() == MeasurementStatusRecord.VALID
                && (moved
                        || standing.filter(earlier -> earlier.getValue() != one.value())
                                .isPresent());
        return replaced ? one.withStatus(MeasurementStatusRecord.CORRECTED) : one;
    }

    private static boolean changes(MeasuredValue one) {
        return one.statement().replaces()
                || one.status() == MeasurementStatusRecord.CORRECTED
                || one.status() == MeasurementStatusRecord.RETRACTED;
    }

    private static boolean isElsewhere(NamedObservation earlier, MeasuredValue one) {
        return earlier.getMeasuredAt().toEpochMilli() != one.time().toEpochMilli()
                || !earlier.getBed().equals(one.bed())
                || !earlier.getDevice().equals(one.device());
    }

    private static MeasuredValue retraction(NamedObservation earlier, MeasuredValue one) {
        return new MeasuredValue(
                earlier.getBed(),
                one.patient(),
                earlier.getDevice(),
                earlier.getMeasuredAt(),
                earlier.getVariable(),
                earlier.getValue(),
                one.unit(),
                MeasurementStatusRecord.RETRACTED,
                ValueRange.UNBOUNDED,
                earlier.getChannel(),
                false);
    }

    private static NamedObservation named(MeasuredValue one, boolean ambiguous) {
        boolean standing =
                !ambiguous && one.status() != MeasurementStatusRecord.RETRACTED && !Double.isNaN(one.value());
        return new NamedObservation(
                one.bed(), one.device(), one.variable(), one.channel(), one.time(), standing ? one.value() : null);
    }

    /** Returns the pseudonyms of each identifier. The variable is part of it, since one observation can hold several. */
    private List<List<String>> names(String sender, MeasuredValue one) {
        return one.statement().names().stream()
                .map(name -> pseudonyms.apply(sender + "|" + name + "|" + one.variable()))
                .toList();
    }
}
