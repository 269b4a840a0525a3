package org.vigie.gateway.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.NamedObservation;

/**
 * Remembers observations by the identifiers of their senders, and finds what a later message corrects. A correction with another instant
 * retracts the value of the earlier instant. A retraction retracts the value with its identifier, whatever instant it names. An identifier
 * that is used for two instants without a correction is ignored, since some senders use one identifier for all.
 */
public final class ObservationAmendments {
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
    public ObservationAmendments(Function<String, List<String>> pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * Holds the values of one message, with the retractions that they cause.
     *
     * @param named the observations to remember by pseudonym, once the broker has all of the message
     */
    record AmendedValues(List<MeasuredValue> measured, Map<String, NamedObservation> named) {}

    synchronized void remember(Map<String, NamedObservation> named) {
        named.forEach(this::remember);
    }

    public synchronized void remember(String name, NamedObservation earlier) {
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
        Optional<NamedObservation> before = before(names, named);
        ObservationAmendment amendment = new ObservationAmendment(one, before);
        measured.addAll(amendment.measured());
        if (before.isEmpty() || amendment.changes() || amendment.isAmbiguous()) {
            NamedObservation now = amendment.named();
            names.forEach(pseudonym -> named.put(pseudonym.get(0), now));
        }
    }

    private Optional<NamedObservation> before(List<List<String>> names, Map<String, NamedObservation> named) {
        return names.stream()
                .flatMap(List::stream)
                .map(name -> named.getOrDefault(name, known.get(name)))
                .filter(earlier -> earlier != null)
                .findFirst();
    }

    /** Returns the pseudonyms of each identifier. The variable is part of it, since one observation can hold several. */
    private List<List<String>> names(String sender, MeasuredValue one) {
        return one.statement().names().stream()
                .map(name -> pseudonyms.apply(sender + "|" + name + "|" + one.variable()))
                .toList();
    }
}
